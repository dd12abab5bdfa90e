//! Devices without a browser (RFC 8628), for tests of the protocol and of the pages.

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::{Answer, RelyingParty, Tenant, UserAgent};
use serde_json::Value;

use super::things;

/// `grant_type` of a device.
pub(crate) const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// Where it begins.
pub(crate) const BEGIN: &str = "oauth2/device/authorization";

/// A device that has begun.
pub(crate) struct Device {
    pub(crate) application: RelyingParty,
    /// What it was told.
    pub(crate) told: Value,
}

/// Lets devices in at the default server, as `change` wants it.
pub(crate) async fn let_in_as(tenant: &Tenant, change: impl FnOnce(&mut ServerDetails)) {
    let id = tenant.id.clone();
    let mut details = ServerDetails { name: "Default".to_owned(), ..ServerDetails::default() };
    details.grant_types.push(GRANT.to_owned());
    change(&mut details);
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
}

/// An authorization server of its own that lets devices in; its id.
pub(crate) async fn server(tenant: &Tenant) -> String {
    let mut details = ServerDetails { name: "Living room".to_owned(), ..ServerDetails::default() };
    details.grant_types.push(GRANT.to_owned());
    things::authorization_server_with(tenant, details).await
}

pub(crate) async fn let_in(tenant: &Tenant) {
    let_in_as(tenant, |_| {}).await;
}

/// Details of an application on devices that may ask for these scopes.
pub(crate) fn details(scopes: &[&str]) -> ClientDetails {
    let grant_types = Some(vec![GRANT.to_owned(), "refresh_token".to_owned()]);
    ClientDetails { name: "Television".to_owned(), grant_types, response_types: None, ..application(scopes) }
}

/// An application on devices with a secret.
pub(crate) async fn application_on_devices(tenant: &Tenant, scopes: &[&str]) -> RelyingParty {
    RelyingParty::register(tenant, details(scopes)).await
}

impl Device {
    /// Begins, asking for a scope.
    #[track_caller]
    pub(crate) fn of(application: &RelyingParty, answer: Answer) -> Self {
        Self { application: application.clone(), told: answer.expect(200).json() }
    }

    pub(crate) async fn begin(application: &RelyingParty, scope: &str) -> Self {
        let answer = application.call(BEGIN, &[("scope", scope)]).send().await;
        Self::of(application, answer)
    }

    fn text(&self, member: &str) -> &str {
        self.told[member].as_str().unwrap_or_else(|| panic!("no {member} in {}", self.told))
    }

    pub(crate) fn device_code(&self) -> &str {
        self.text("device_code")
    }

    pub(crate) fn user_code(&self) -> &str {
        self.text("user_code")
    }

    pub(crate) fn page(&self) -> &str {
        self.text("verification_uri")
    }

    pub(crate) fn page_with_code(&self) -> &str {
        self.text("verification_uri_complete")
    }

    /// Asks for its tokens, whatever the answer may be.
    pub(crate) async fn ask(&self) -> Answer {
        let fields = [("grant_type", GRANT), ("device_code", self.device_code())];
        self.application.call("oauth2/token", &fields).send().await
    }

    /// Asks, and is refused with this error.
    pub(crate) async fn hears(&self, error: &str) {
        let answer = self.ask().await.expect(400).json();
        assert_eq!(answer["error"], error, "{answer}");
    }

    /// A user enters its code.
    pub(crate) async fn enter(&self, agent: &mut UserAgent) -> Outcome {
        let page = agent.get(self.page()).await.page().expect(200);
        agent.submit(page.form(), &[("user_code", self.user_code())]).await
    }

    /// The page on which a user who entered its code, and signed in where that is necessary, is asked.
    pub(crate) async fn question(&self, agent: &mut UserAgent, user: (&str, &str)) -> Page {
        let outcome = self.enter(agent).await;
        let is_question = |page: &Page| page.form_with("decision").is_some() || page.status != 200;
        agent.walk(outcome, user.0, user.1, is_question).await.page().expect(200)
    }

    /// A user lets it in.
    pub(crate) async fn approve(&self, agent: &mut UserAgent, user: (&str, &str)) {
        let question = self.question(agent, user).await;
        let done = agent.submit(question.form(), &[("decision", "allow")]).await.page().expect(200);
        assert!(done.words().contains("Your device is connected"), "{done}");
    }
}
