//! The system API, and the flows of users that it is part of.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::sign_in::authentication::NewMethod;
use authplane_tests::relying_party::AuthorizationRequest;
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Answer, Call, RelyingParty, Tenant, UserAgent};
use http::Method;
use serde_json::{Value, json};

use crate::it::nets::Row;
use crate::it::things::custom_method;

mod classes;
pub(in crate::it) mod configuration;
pub(in crate::it) mod consents;
pub(in crate::it) mod gateways;
pub(in crate::it) mod logins;
pub(in crate::it) mod scope_grants;
mod subjects;
pub(in crate::it) mod tenants;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[
    configuration::OPERATIONS,
    consents::OPERATIONS,
    gateways::OPERATIONS,
    logins::OPERATIONS,
    scope_grants::OPERATIONS,
    tenants::OPERATIONS,
];

/// The method of these tests.
const METHOD: &str = "own-page";

/// A custom login page, with the token that it has for the system API.
struct LoginPage<'a> {
    tenant: &'a Tenant,
    token: String,
}

impl<'a> LoginPage<'a> {
    /// The only way to sign in at the default server.
    async fn alone(tenant: &'a Tenant) -> Self {
        Self::among(tenant, vec![custom_method(METHOD, "https://login.example/page?theme=dark")]).await
    }

    async fn among(tenant: &'a Tenant, methods: Vec<NewMethod>) -> Self {
        tenant.set_methods(DEFAULT, methods).await;
        Self { tenant, token: tenant.token_of("system", &["manage_logins", "manage_consents"], &[]).await }
    }

    fn call(&self, method: Method, collection: &str, login: &Visit, action: &str) -> Call {
        let path = format!("/api/system/{{tid}}/{collection}/{}{action}", login.id);
        self.tenant.call(method, &path).bearer(&self.token)
    }

    fn get(&self, login: &Visit) -> Call {
        self.call(Method::GET, "logins", login, "")
    }

    /// Says who signed in: `{"subject": …}` and the like, to which the state is added.
    async fn accept(&self, login: &Visit, body: Value) -> Answer {
        self.call(Method::POST, "logins", login, "/accept").json(login.with_state(body)).send().await
    }

    async fn reject(&self, login: &Visit, body: Value) -> Answer {
        self.call(Method::POST, "logins", login, "/reject").json(login.with_state(body)).send().await
    }

    async fn grant(&self, login: &Visit, scopes: &[&str]) -> Answer {
        let body = login.with_state(json!({"granted_scopes": scopes}));
        self.call(Method::POST, "scope-grants", login, "/accept").json(body).send().await
    }

    async fn refuse_grant(&self, login: &Visit, body: Value) -> Answer {
        self.call(Method::POST, "scope-grants", login, "/reject").json(login.with_state(body)).send().await
    }
}

/// What the page is called with.
#[derive(Clone)]
struct Visit {
    id: String,
    state: String,
}

impl Visit {
    /// An application sends a browser, which ends at the page.
    async fn of(browser: &mut UserAgent, request: &AuthorizationRequest) -> Self {
        let left = browser.get(&request.url()).await.left();
        assert_eq!((left.method, left.to.host_str(), left.to.path()), (Method::GET, Some("login.example"), "/page"));
        let parameters: Vec<(String, String)> = left.to.query_pairs().into_owned().collect();
        let [theme, id, state] = parameters.try_into().unwrap();
        assert_eq!((theme.0.as_str(), theme.1.as_str()), ("theme", "dark"), "what the page's URL had stays");
        assert_eq!((id.0.as_str(), state.0.as_str()), ("login_id", "login_state"));
        for step in &left.history {
            assert_eq!(step.headers["cache-control"], "no-store", "{}", step.url);
            assert_eq!(step.headers["referrer-policy"], "no-referrer", "{}", step.url);
        }
        Self { id: id.1, state: state.1 }
    }

    fn with_state(&self, mut body: Value) -> Value {
        if body.get("login_state").is_none() {
            body["login_state"] = json!(self.state);
        }
        body
    }
}

/// The `redirect_to` of a decision.
#[track_caller]
fn redirect_to(answer: Answer) -> String {
    answer.expect(200).json()["redirect_to"].as_str().unwrap().to_owned()
}

/// The browser is sent to an application, after the user allowed everything if they were asked.
async fn finish(browser: &mut UserAgent, url: &str) -> authplane_tests::user_agent::Left {
    let outcome = browser.get(url).await;
    browser.walk(outcome, "", "", |_| false).await.left()
}

async fn refused_page(browser: &mut UserAgent, url: &str, status: u16) {
    match browser.get(url).await {
        Outcome::Page(page) => drop(page.expect(status)),
        Outcome::Left(left) => panic!("left for {}", left.to),
    }
}

async fn application(tenant: &Tenant) -> RelyingParty {
    RelyingParty::web(tenant, &["openid", "profile", "email"]).await
}
