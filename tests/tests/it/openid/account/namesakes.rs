//! Users of one name on several servers of a tenant: each has the consents and the events of their own.

use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER, SYSTEM};
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::Page;
use authplane_tests::users::{PASSWORD, USER, static_method};
use authplane_tests::{Answer, RelyingParty, Tenant, UserAgent};
use http::{HeaderName, Method};
use serde_json::{Value, json};

use super::{ADA, done, form_about};
use crate::it::access::Edge;
use crate::it::acp::admin::consents;
use crate::it::openid::with_users_on_both;
use crate::it::things;

/// Somebody at the account page of a server.
struct At<'t> {
    tenant: &'t Tenant,
    server: &'static str,
    agent: UserAgent,
}

impl<'t> At<'t> {
    fn new(tenant: &'t Tenant, server: &'static str) -> Self {
        Self { tenant, server, agent: UserAgent::new(tenant.server.url()) }
    }

    fn place(&self, part: &str) -> String {
        format!("{}/account{part}", self.tenant.server.issuer(&self.tenant.id, self.server))
    }

    async fn open(&mut self, part: &str) -> Page {
        let outcome = self.agent.get(&self.place(part)).await;
        let is_there = |page: &Page| page.url.path().contains("/account");
        self.agent.walk(outcome, ADA.0, ADA.1, is_there).await.page().expect(200)
    }

    async fn data(&mut self) -> Value {
        let place = self.place("/data.json");
        self.agent.call(Method::GET, &place).send().await.expect(200).json()
    }

    async fn say(&mut self, id: &str, granted: &str) -> Page {
        let page = self.open("/consents").await;
        let form = form_about(&page, "consent_id", id).unwrap().clone();
        done(self.agent.submit(&form, &[("granted", granted)]).await)
    }
}

fn kinds(data: &Value) -> Vec<&str> {
    data["events"].as_array().unwrap().iter().map(|event| event["payload"]["event_type"].as_str().unwrap()).collect()
}

async fn by_name(tenant: &Tenant, method: Method, body: Option<Value>) -> Answer {
    let token = tenant.token_of(SYSTEM, &["view_consents", "manage_consents"], &[]).await;
    let call = tenant.call(method, "/api/system/{tid}/consents").bearer(&token);
    let call = call.header(HeaderName::from_static("x-subject"), USER);
    match body {
        Some(body) => call.json(body),
        None => call,
    }
    .send()
    .await
}

#[tokio::test]
async fn users_of_one_name_on_two_servers_share_neither_consents_nor_events_nor_the_download() {
    with_users_on_both(async |tenant| {
        let (_, consent) = consents::made(&tenant).await;
        let id = consent["id"].as_str().unwrap();
        let namesake = || static_method("local-shop", &[(USER, PASSWORD, json!({"name": "Another Ada"}))]);
        let (mut first, mut second) = (At::new(&tenant, DEFAULT), At::new(&tenant, DEVELOPER));
        let _ = first.say(id, "true").await;
        tenant.set_methods(DEVELOPER, vec![namesake()]).await;

        let page = second.open("/consents").await;
        assert!(page.words().contains("Not given"), "{page}");
        assert!(second.open("/events").await.words().contains("Nothing has been written"));
        let data = second.data().await;
        assert_eq!((&data["subject"], &data["authentication_context"]["name"]), (&json!(USER), &json!("Another Ada")));
        assert_eq!((&data["consents"][0]["granted"], &data["events"]), (&json!(false), &json!([])), "{data}");
        // Whichever of them says something, it isn't said for the other.
        let _ = second.say(id, "true").await;
        let _ = second.say(id, "false").await;
        let data = first.data().await;
        assert_eq!((&data["consents"][0]["granted"], kinds(&data)), (&json!(true), vec!["consent_granted"]));
        let _ = second.say(id, "true").await;
        let _ = first.say(id, "false").await;
        let data = second.data().await;
        assert_eq!(data["consents"][0]["granted"], true, "{data}");
        assert_eq!(kinds(&data), ["consent_granted", "consent_revoked", "consent_granted"]);

        // Nor is it over the API, where both have one `sub`.
        let needs = json!([{"name": "consent", "conf": {"consents": [id]}}]);
        let policy = things::policy(&tenant, &needs).await;
        for (server, granted, count) in [(DEFAULT, false, 2), (DEVELOPER, true, 3)] {
            let mut details = application(&["openid", "view_consents", "manage_consents"]);
            details.trusted = true;
            let portal = RelyingParty::register_at(&tenant, server, details).await;
            let request = portal.request().with("scope", "openid view_consents manage_consents");
            let tokens = portal.sign_in(&mut UserAgent::new(tenant.server.url()), &request, ADA).await;
            let get = async |part: &str| {
                let path = format!("/{{tid}}/{server}/privacy/{part}");
                tenant.get(&path).bearer(&tokens.access_token).send().await.expect(200).json()
            };
            let listed = get("consents").await;
            assert_eq!(
                (&listed["consents"][0]["granted"], &listed["consents"][0]["subject"]),
                (&json!(granted), &json!(USER))
            );
            let events = get("events").await;
            let subjects: Vec<&Value> =
                events["events"].as_array().unwrap().iter().map(|event| &event["subject"]).collect();
            assert_eq!(subjects, vec![&json!(USER); count], "{server}");
            // Nor at a gateway.
            let edge = Edge::at(&tenant, server).await;
            let _ = edge.api("GET", "/orders", Some(&policy)).await;
            let answer = edge.ask("GET", "/orders", Some(&tokens.access_token)).await;
            assert_eq!(answer.status, if granted { 200 } else { 403 }, "{server}: {}", answer.text());
        }

        // Who knows no more than the name can't say which of them is meant, and gets neither.
        let _ = by_name(&tenant, Method::GET, None).await.expect(404);
        let wish = json!({"consents": [{"consent_id": id, "granted": true}]});
        let _ = by_name(&tenant, Method::PATCH, Some(wish)).await.expect(404);
        assert_eq!(first.data().await["consents"][0]["granted"], false);
        // Administrators see what all of them did.
        let listed = tenant.get(&format!("/api/admin/{{tid}}/events?sub={USER}")).send().await.expect(200).json();
        let subjects: Vec<&Value> =
            listed["events"].as_array().unwrap().iter().map(|event| &event["subject"]).collect();
        assert_eq!(subjects, vec![&json!(USER); 5]);

        // Policies of a server ask about its own.
        for server in [DEFAULT, DEVELOPER] {
            let path = format!("/api/admin/{{tid}}/servers/{server}");
            let mut row = tenant.get(&path).send().await.expect(200).json();
            row["user_policy_id"] = json!(policy);
            let _ = tenant.put(&path).json(row).send().await.expect(200);
        }
        for (server, is_asked) in [(DEFAULT, true), (DEVELOPER, false)] {
            let mut details = application(&["openid"]);
            details.trusted = true;
            let app = RelyingParty::register_at(&tenant, server, details).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let outcome = agent.get(&app.request().with("scope", "openid").url()).await;
            let page = outcome.page().expect(200);
            let outcome = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
            match outcome {
                authplane_tests::user_agent::Outcome::Page(page) => {
                    assert!(is_asked && page.words().contains("Newsletter"), "{page}");
                }
                authplane_tests::user_agent::Outcome::Left(_) => assert!(!is_asked, "{server}"),
            }
        }

        // As soon as there is one again, it is that one; and whoever comes later is somebody new.
        tenant.set_methods(DEVELOPER, Vec::new()).await;
        let listed = by_name(&tenant, Method::GET, None).await.expect(200).json();
        assert_eq!(listed["consents"][0]["granted"], false, "the first one's");
        tenant.set_methods(DEVELOPER, vec![namesake()]).await;
        let mut third = At::new(&tenant, DEVELOPER);
        let page = third.open("/consents").await;
        assert!(page.words().contains("Not given"), "{page}");
        assert_eq!(third.data().await["events"], json!([]));
    })
    .await;
}
