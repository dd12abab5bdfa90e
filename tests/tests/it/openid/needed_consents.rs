//! The consents that policies miss (ACP behaviour §6, §7): who is asked for them, what becomes of the answer, and who can't get past the question.

use authplane_domain::clients::client::{ClientDetails, ClientMetadata, ClientPrivacy, PiiCategory, ScopePrivacy};
use authplane_tests::relying_party::{AuthorizationResponse, application};
use authplane_tests::user_agent::{Left, Page};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use serde_json::{Value, json};

use super::silent::{guard_scope, guard_server};
use super::with_users_on_both;
use crate::it::acp::admin::consents::whole;
use crate::it::acp::system::consents::patch;
use crate::it::devices::{self, Device};
use crate::it::things;

const CONSENTS: &str = "/api/admin/{tid}/consents";

/// A consent of the tenant, called as its id is.
pub(in crate::it) async fn consent(tenant: &Tenant, id: &str) {
    let mut new = whole(id);
    new["name"] = json!(id);
    new["update_existing_grants"] = json!("explicitAll");
    let _ = tenant.post(CONSENTS).json(new).send().await.expect(201);
}

async fn next_version(tenant: &Tenant, id: &str) {
    let path = format!("{CONSENTS}/{id}");
    let next = tenant.get(&path).send().await.expect(200).json();
    let _ = tenant.put(&path).json(next).send().await.expect(201);
}

/// An action of the tenant that asks for these consents, which are made, each with whether it is required.
pub(in crate::it) async fn action(tenant: &Tenant, id: &str, consents: &[(&str, bool)]) {
    for (consent_id, _) in consents {
        consent(tenant, consent_id).await;
    }
    let consents: Vec<Value> = consents.iter().map(|(id, required)| json!({"id": id, "required": required})).collect();
    let new = json!({"id": id, "name": format!("To {id}"), "consents": consents});
    let _ = tenant.post("/api/admin/{tid}/actions").json(new).send().await.expect(201);
}

/// A policy that asks for consents, after other validators.
pub(in crate::it) async fn asking(tenant: &Tenant, conf: Value, others: &[Value]) -> String {
    let validators: Vec<Value> = others.iter().cloned().chain([json!({"name": "consent", "conf": conf})]).collect();
    things::policy(tenant, &json!(validators)).await
}

/// What the ledger has, as type, consent, version, action, language, address and how it was given.
pub(in crate::it) async fn ledger(tenant: &Tenant) -> Vec<Value> {
    let listed = tenant.get("/api/admin/{tid}/events").send().await.expect(200).json();
    let of = |event: &Value| {
        let payload = &event["payload"];
        let name = payload["event_type"].as_str().unwrap();
        let told = &payload[name];
        json!([
            name,
            told["consent_id"],
            told["version"],
            told["triggered_by_action"],
            told["language"],
            told["context"]["ip"],
            told["grant_type"]
        ])
    };
    listed["events"].as_array().unwrap().iter().map(of).collect()
}

async fn take_back(tenant: &Tenant, id: &str) {
    let _ = patch(tenant, USER, json!({"consents": [{"consent_id": id, "granted": false}]})).await.expect(201);
}

/// The names of the consents that a page asks for, in its order, each with whether the browser insists on it.
fn asked(page: &Page) -> Vec<(String, bool)> {
    let named = page.all("input").filter(|input| input.attribute("name") == Some("consent"));
    named
        .map(|input| {
            let id = input.attribute("id").unwrap();
            let label = page.all("label").find(|label| label.attribute("for") == Some(id)).unwrap();
            let name = label.words().split(' ').next().unwrap().to_owned();
            (name, input.attribute("required").is_some())
        })
        .collect()
}

/// What a form sends for the consent of this name.
fn key(page: &Page, name: &str) -> String {
    let label = page.all("label").find(|label| label.words().split(' ').next() == Some(name));
    let id = label.and_then(|label| label.attribute("for")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page.by_id(id).and_then(|input| input.attribute("value")).unwrap().to_owned()
}

fn has_boxes(page: &Page) -> bool {
    page.all("input").any(|input| input.attribute("name") == Some("scope"))
}

fn is_question(page: &Page) -> bool {
    page.form_with("decision").is_some()
}

/// Allows, with these consents and no others ticked, and the scopes as they are.
async fn allow(agent: &mut UserAgent, page: &Page, consents: &[&str]) -> authplane_tests::user_agent::Outcome {
    let keys: Vec<String> = consents.iter().map(|name| key(page, name)).collect();
    let mut entries = vec![("decision", "allow")];
    entries.extend(keys.iter().map(|key| ("consent", key.as_str())));
    agent.submit(page.form_with("decision").unwrap(), &entries).await
}

fn error(left: &Left) -> Option<String> {
    AuthorizationResponse::from(left).get("error").map(str::to_owned)
}

/// What a silent request comes to: its error, or none.
async fn silent(agent: &UserAgent, app: &RelyingParty, scope: &str) -> Option<String> {
    let request = app.request().with("scope", scope).with("prompt", "none");
    error(&agent.clone().get(&request.url()).await.left())
}

fn with_privacy(scopes: &[&str], trusted: bool) -> ClientDetails {
    let said = ScopePrivacy {
        pii_categories: vec![PiiCategory { name: "Mailbox".to_owned() }],
        purpose: "So that answers reach you".to_owned(),
    };
    let privacy = ClientPrivacy { scopes: [("email".to_owned(), said)].into() };
    let metadata = ClientMetadata { privacy: Some(privacy), ..ClientMetadata::default() };
    ClientDetails { trusted, metadata, ..application(scopes) }
}

async fn scope(tenant: &Tenant, name: &str) {
    let new = json!({"name": name, "display_name": format!("The {name}")});
    let _ = tenant.post("/api/admin/{tid}/scopes").json(new).send().await.expect(201);
}

#[tokio::test]
async fn what_the_servers_policy_misses_is_asked_for_beside_the_scopes_and_once() {
    with_users_on_both(async |tenant| {
        action(&tenant, "order", &[("news", false), ("terms", true)]).await;
        let policy = asking(&tenant, json!({"action": "order"}), &[]).await;
        guard_server(&tenant, Some(policy)).await;
        let app = RelyingParty::register(&tenant, with_privacy(&["openid", "email", "offline_access"], false)).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email offline_access").with("ui_locales", "de");
        let outcome = agent.get(&request.url()).await;
        let page = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        assert!(has_boxes(&page), "the scopes on the same page: {page}");
        assert_eq!(asked(&page), [("terms".to_owned(), true), ("news".to_owned(), false)]);
        let words = page.words();
        for shown in [
            "Nötig, um fortzufahren",
            "Freiwillig",
            "Once a month",
            "Contact, Address",
            "Marketing (Hauptzweck)",
            "Statistics",
            "Printer",
            "Zweck: So that answers reach you",
            "Daten: Mailbox",
            "später widerrufen",
        ] {
            assert!(words.contains(shown), "{shown}: {page}");
        }
        // Without it nothing is granted, and what was ticked besides isn't given.
        let left = allow(&mut agent, &page, &["news"]).await.left();
        assert_eq!(error(&left).as_deref(), Some("access_denied"));
        assert_eq!(ledger(&tenant).await, [json!(null); 0]);

        let page = agent.get(&request.url()).await.page().expect(200);
        let left = allow(&mut agent, &page, &["terms"]).await.left();
        let tokens = app.tokens(&left, &request).await;
        let event = json!(["consent_granted", "terms", 1, "order", "de", "127.0.0.1", "explicit"]);
        assert_eq!(ledger(&tenant).await, [event]);
        let trail = tenant.audit_events().await;
        assert!(trail.iter().any(|(action, _)| action == "consent_grant.give"), "{trail:?}");

        // Given once is given; what nothing needs brings no page, and is not on one that comes for something else.
        assert_eq!(silent(&agent, &app, "openid email").await, None);
        assert_eq!(silent(&agent, &app, "openid").await, None);
        let again = app.request().with("scope", "openid email").with("prompt", "consent");
        let page = agent.get(&again.url()).await.page().expect(200);
        assert_eq!(asked(&page), []);

        // Taken back, it is missed in the very next request, and asked for again.
        take_back(&tenant, "terms").await;
        assert_eq!(app.refresh(tokens.refresh_token()).await.expect(400).json()["error"], "invalid_grant");
        assert_eq!(silent(&agent, &app, "openid").await.as_deref(), Some("consent_required"));
        let request = app.request().with("scope", "openid email");
        let page = agent.get(&request.url()).await.page().expect(200);
        assert!(!has_boxes(&page), "the scopes were given: {page}");
        assert_eq!(asked(&page), [("terms".to_owned(), true), ("news".to_owned(), false)]);
        assert!(page.words().contains("Purpose: So that answers reach you"), "{page}");
        let left = agent.submit(page.form_with("decision").unwrap(), &[("decision", "deny")]).await.left();
        assert_eq!(error(&left).as_deref(), Some("access_denied"));
        let request = app.request().with("scope", "openid email");
        let page = agent.get(&request.url()).await.page().expect(200);
        let left = allow(&mut agent, &page, &["terms", "news"]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email");
        assert_eq!(ledger(&tenant).await.len(), 4);
    })
    .await;
}

/// What is declined for a scope keeps the scope from the application, as its policy does, and is no refusal of the scope itself.
#[tokio::test]
async fn what_a_scope_misses_can_be_declined_and_the_scope_alone_is_not_granted() {
    with_users_on_both(async |tenant| {
        scope(&tenant, "orders").await;
        consent(&tenant, "terms").await;
        let policy = asking(&tenant, json!({"consents": ["terms"]}), &[]).await;
        let app = RelyingParty::register(&tenant, with_privacy(&["openid", "email", "orders"], false)).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let all = "openid email orders";
        let request = app.request().with("scope", all);
        guard_scope(&tenant, "orders", Some(policy.clone())).await;
        let outcome = agent.get(&request.url()).await;
        let page = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        assert!(has_boxes(&page) && page.words().contains("Needed for: The orders"), "{page}");
        assert_eq!(asked(&page), [("terms".to_owned(), false)]);
        let left = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email");
        assert_eq!(silent(&agent, &app, "openid email").await, None);
        assert_eq!(silent(&agent, &app, all).await.as_deref(), Some("consent_required"));

        // Approved, and guarded later.
        guard_scope(&tenant, "orders", None).await;
        let page = agent.get(&request.url()).await.page().expect(200);
        let _ = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(silent(&agent, &app, all).await, None);
        guard_scope(&tenant, "orders", Some(policy.clone())).await;
        assert_eq!(silent(&agent, &app, all).await.as_deref(), Some("consent_required"));
        let request = app.request().with("scope", all);
        let page = agent.get(&request.url()).await.page().expect(200);
        assert!(!has_boxes(&page), "{page}");
        let left = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email");
        // It was the policy's doing, and is over with it: also where the boxes of the scopes were there, and ticked.
        let again = app.request().with("scope", all).with("prompt", "consent");
        let page = agent.get(&again.url()).await.page().expect(200);
        let left = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(app.tokens(&left, &again).await.body["scope"], "openid email");
        guard_scope(&tenant, "orders", None).await;
        assert_eq!(silent(&agent, &app, all).await, None);

        // Given, it has the scope.
        guard_scope(&tenant, "orders", Some(policy.clone())).await;
        let request = app.request().with("scope", all);
        let page = agent.get(&request.url()).await.page().expect(200);
        let left = allow(&mut agent, &page, &["terms"]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], all);
        assert_eq!(silent(&agent, &app, all).await, None);

        // Who unticks the scope itself takes it back.
        take_back(&tenant, "terms").await;
        let again = app.request().with("scope", all).with("prompt", "consent");
        let page = agent.get(&again.url()).await.page().expect(200);
        let entries = [("decision", "allow"), ("scope", "email")];
        let left = agent.submit(page.form_with("decision").unwrap(), &entries).await.left();
        assert_eq!(app.tokens(&left, &again).await.body["scope"], "openid email");
        guard_scope(&tenant, "orders", None).await;
        assert_eq!(silent(&agent, &app, all).await.as_deref(), Some("consent_required"));
    })
    .await;
}

#[tokio::test]
async fn a_trusted_client_skips_the_scopes_and_not_the_consents() {
    with_users_on_both(async |tenant| {
        action(&tenant, "order", &[("terms", true)]).await;
        let policy = asking(&tenant, json!({"action": "order"}), &[]).await;
        guard_server(&tenant, Some(policy)).await;
        let app = RelyingParty::register(&tenant, with_privacy(&["openid", "email"], true)).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email");
        let outcome = agent.get(&request.url()).await;
        let page = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        assert_eq!((has_boxes(&page), asked(&page)), (false, vec![("terms".to_owned(), true)]), "{page}");
        assert!(page.words().contains("Purpose: So that answers reach you Data: Mailbox"), "{page}");
        assert_eq!(silent(&agent, &app, "openid").await.as_deref(), Some("consent_required"));
        // A form that was made up: as if nothing had been shown, or another scope page.
        let form = page.form_with("decision").unwrap();
        let fields: Vec<(&str, &str)> = ["login_id", "csrf"]
            .map(|name| (name, form.value(name)))
            .into_iter()
            .chain([("decision", "allow")])
            .collect();
        for more in [&[][..], &[("scope", "email")], &[("consent", "1-x")], &[("asked_for", "consents")]] {
            let fields: Vec<(&str, &str)> = fields.iter().chain(more).copied().collect();
            let again = agent.post(form.action.as_str(), &fields).await.page().expect(200);
            assert_eq!(asked(&again), [("terms".to_owned(), true)], "{more:?}");
        }
        assert_eq!(ledger(&tenant).await, [json!(null); 0]);
        let left = allow(&mut agent, &page, &["terms"]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email");
        assert_eq!(silent(&agent, &app, "openid email").await, None);
    })
    .await;
}

/// Nobody agrees to what they haven't seen, and a form can't give what it isn't for.
#[tokio::test]
async fn an_answer_is_for_the_version_that_was_shown_and_for_nothing_else() {
    with_users_on_both(async |tenant| {
        action(&tenant, "order", &[("terms", true)]).await;
        consent(&tenant, "other").await;
        let policy = asking(&tenant, json!({"action": "order"}), &[]).await;
        let of_other = asking(&tenant, json!({"consents": ["other"]}), &[]).await;
        guard_server(&tenant, Some(policy.clone())).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request();
        let outcome = agent.get(&request.url()).await;
        let first = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        next_version(&tenant, "terms").await;
        // Ticked or not: it is shown as it is now.
        for ticked in [&["terms"][..], &[]] {
            let second = allow(&mut agent, &first, ticked).await.page().expect(200);
            assert_eq!(asked(&second), [("terms".to_owned(), true)]);
            assert_ne!(key(&second, "terms"), key(&first, "terms"));
        }
        assert_eq!(ledger(&tenant).await, [json!(null); 0]);
        // One that takes the place of another is another.
        let _ = tenant.delete(&format!("{CONSENTS}/terms")).send().await.expect(204);
        consent(&tenant, "terms").await;
        let new = json!({"name": "To order", "consents": [{"id": "terms", "required": true}]});
        let _ = tenant.put("/api/admin/{tid}/actions/order").json(new).send().await.expect(201);
        let page = allow(&mut agent, &first, &["terms"]).await.page().expect(200);
        assert_eq!(ledger(&tenant).await, [json!(null); 0]);
        // What another page would ask for.
        guard_server(&tenant, Some(of_other)).await;
        let other = agent.get(page.url.as_str()).await.page().expect(200);
        guard_server(&tenant, Some(policy)).await;
        let page = allow(&mut agent, &other, &["other"]).await.page().expect(200);
        assert_eq!(asked(&page), [("terms".to_owned(), true)]);
        assert_eq!(ledger(&tenant).await, [json!(null); 0]);
        // A form that says it didn't ask for scopes, where they are asked for: they are, then.
        let form = page.form_with("decision").unwrap();
        let ticked = key(&page, "terms");
        let mut fields = form.fill(&[("decision", "allow"), ("consent", &ticked)]);
        fields.push(("asked_for".to_owned(), "consents".to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let page = agent.post(form.action.as_str(), &fields).await.page().expect(200);
        assert_eq!(asked(&page), []);
        let left = allow(&mut agent, &page, &[]).await.left();
        let _ = app.tokens(&left, &request).await;
        let given: Vec<Value> = ledger(&tenant).await;
        assert_eq!((given.len(), &given[0][1]), (1, &json!("terms")));
    })
    .await;
}

/// Nobody is asked for what wouldn't help, and what a policy can't find doesn't pass.
#[tokio::test]
async fn who_would_be_refused_all_the_same_is_not_asked() {
    with_users_on_both(async |tenant| {
        consent(&tenant, "terms").await;
        scope(&tenant, "orders").await;
        let app = RelyingParty::web(&tenant, &["openid", "orders"]).await;
        let terms = json!({"consents": ["terms"]});
        let field = json!({"field": "groups", "comparator": "contains", "value": "nobody"});
        for policy in [
            asking(&tenant, terms.clone(), &[json!({"name": "false"})]).await,
            asking(&tenant, terms.clone(), &[json!({"name": "identity-context", "conf": {"fields": [field]}})]).await,
            asking(&tenant, json!({"consents": ["terms", "nothing"]}), &[]).await,
            asking(&tenant, json!({"action": "nothing"}), &[]).await,
        ] {
            guard_server(&tenant, Some(policy.clone())).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let request = app.request().with("scope", "openid orders");
            let outcome = agent.get(&request.url()).await;
            let left = agent.walk(outcome, USER, PASSWORD, is_question).await.left();
            assert_eq!(error(&left).as_deref(), Some("access_denied"), "{policy}");
            // Of a scope: it isn't offered.
            guard_server(&tenant, None).await;
            guard_scope(&tenant, "orders", Some(policy)).await;
            let page = agent.get(&request.url()).await.page().expect(200);
            assert_eq!((has_boxes(&page), asked(&page)), (false, Vec::new()), "{page}");
            guard_scope(&tenant, "orders", None).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_id_token_needs_what_the_scope_openid_needs() {
    with_users_on_both(async |tenant| {
        consent(&tenant, "terms").await;
        let policy = asking(&tenant, json!({"consents": ["terms"]}), &[]).await;
        guard_scope(&tenant, "openid", Some(policy)).await;
        let mut details = application(&["openid", "email"]);
        details.grant_types.get_or_insert_default().push("implicit".to_owned());
        details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
        let app = RelyingParty::register(&tenant, details).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email");
        let outcome = agent.get(&request.url()).await;
        let page = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        assert_eq!(asked(&page), [("terms".to_owned(), false)], "{page}");
        let left = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(app.tokens(&left, &request).await.body["scope"], "email");
        let request = app.request().with("scope", "openid email").with("response_type", "code id_token");
        let page = agent.get(&request.url()).await.page().expect(200);
        assert_eq!(asked(&page), [("terms".to_owned(), true)], "{page}");
        let left = allow(&mut agent, &page, &[]).await.left();
        assert_eq!(error(&left).as_deref(), Some("access_denied"));
        let page = agent.get(&request.url()).await.page().expect(200);
        let left = allow(&mut agent, &page, &["terms"]).await.left();
        assert!(AuthorizationResponse::from(&left).get("id_token").is_some());
    })
    .await;
}

#[tokio::test]
async fn a_device_is_let_in_with_the_consents_that_are_missed() {
    with_users_on_both(async |tenant| {
        action(&tenant, "watch", &[("terms", true)]).await;
        let policy = asking(&tenant, json!({"action": "watch"}), &[]).await;
        devices::let_in_as(&tenant, |details| details.user_policy_id = Some(policy)).await;
        let television = devices::application_on_devices(&tenant, &["openid", "email"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let device = Device::begin(&television, "openid email").await;
        let page = device.question(&mut agent, (USER, PASSWORD)).await;
        assert_eq!((has_boxes(&page), asked(&page)), (true, vec![("terms".to_owned(), true)]), "{page}");
        let page = allow(&mut agent, &page, &[]).await.page().expect(200);
        assert!(page.words().contains("The device was not connected"), "{page}");
        device.hears("access_denied").await;
        let device = Device::begin(&television, "openid email").await;
        let page = device.question(&mut agent, (USER, PASSWORD)).await;
        let page = allow(&mut agent, &page, &["terms"]).await.page().expect(200);
        assert!(page.words().contains("Your device is connected"), "{page}");
        assert_eq!(device.ask().await.expect(200).json()["scope"], "openid email");
    })
    .await;
}
