//! A page other than ours asks for consent (ACP behaviour, §9).

use authplane_tests::relying_party::AuthorizationResponse;
use authplane_tests::{Call, Tenant, UserAgent, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{LoginPage, Visit, application, finish, redirect_to};
use crate::it::nets::Row;
use crate::it::openid::needed_consents;
use crate::it::openid::silent::guard_server;
use crate::it::things;

#[tokio::test]
async fn what_the_page_grants_is_granted_without_another_question() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request().with("scope", "openid profile email");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let first = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
        let told = page.call(Method::GET, "scope-grants", &visit, "").send().await.expect(200).json();
        assert_eq!((&told["subject"], &told["scope_grant_approved"]), (&json!("own-page/ada"), &json!(false)));
        assert_eq!(told["allowed_scopes"], json!({"openid": true, "profile": true, "email": true}));
        let to = redirect_to(page.grant(&visit, &["openid", "email"]).await);
        assert_ne!(first, to);
        let told = page.call(Method::GET, "scope-grants", &visit, "").send().await.expect(200).json();
        assert_eq!(
            (&told["granted_scopes"], &told["scope_grant_approved"]),
            (&json!(["openid", "email"]), &json!(true))
        );
        super::refused_page(&mut browser, &first, 400).await;
        // Straight to the application: no page of ours asks again.
        let left = browser.get(&to).await.left();
        let tokens = app.tokens(&left, &request).await;
        assert_eq!(tokens.body["scope"], "openid email");

        // It is remembered.
        let again = app.request().with("scope", "openid email");
        let tokens = app.ask_again(&mut browser, &again).await;
        assert_eq!(tokens.body["scope"], "openid email");
        let more = app.request().with("scope", "openid profile email");
        let asked = browser.get(&more.url()).await.page().expect(200);
        assert!(asked.form_with("decision").is_some(), "{asked}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_granted_that_was_not_asked_for_or_that_a_policy_keeps() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let needs_card = json!([{"name": "identity-context", "conf": {"fields": [{"field": "amr", "comparator": "contains_any", "value": ["sc"]}]}}]);
        let policy = things::policy(&tenant, &needs_card).await;
        let body = json!({"name": "orders", "user_policy_id": policy});
        let _ = tenant.post("/api/admin/{tid}/scopes").json(body).send().await.expect(201);
        let app = authplane_tests::RelyingParty::web(&tenant, &["openid", "email", "orders"]).await;
        let request = app.request().with("scope", "openid orders");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let _ = page.accept(&visit, json!({"subject": "ada", "amr": ["pwd"]})).await.expect(200);
        let told = page.get(&visit).send().await.expect(200).json();
        assert_eq!(told["allowed_scopes"], json!({"openid": true, "orders": false}));
        for scopes in [&["openid", "orders"][..], &["email"], &["nobody:knows"], &[""]] {
            let refused = page.grant(&visit, scopes).await.expect(403).json();
            assert_eq!(refused["details"]["field"], "granted_scopes", "{scopes:?}");
        }
        let to = redirect_to(page.grant(&visit, &["openid"]).await);
        let tokens = app.tokens(&browser.get(&to).await.left(), &request).await;
        assert_eq!(tokens.body["scope"], "openid");

        // With a card, the user may.
        let mut browser = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid orders");
        let visit = Visit::of(&mut browser, &request).await;
        let _ = page.accept(&visit, json!({"subject": "ada", "amr": ["pwd", "sc"]})).await.expect(200);
        let to = redirect_to(page.grant(&visit, &["openid", "orders"]).await);
        let tokens = app.tokens(&browser.get(&to).await.left(), &request).await;
        assert_eq!(tokens.body["scope"], "openid orders");
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_told_to_the_application() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request();
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let _ = page.accept(&visit, json!({"subject": "ada"})).await.expect(200);
        let refusal = json!({"error_description": "the user does not agree", "error_cause": "no", "status_code": 403});
        let to = redirect_to(page.refuse_grant(&visit, refusal).await);
        let told = page.get(&visit).send().await.expect(200).json();
        assert_eq!((&told["scope_grant_rejected"], &told["login_rejected"]), (&json!(true), &json!(false)));
        let _ = page.grant(&visit, &["openid"]).await.expect(404);
        let left = finish(&mut browser, &to).await;
        let expected = ("access_denied", "the user does not agree");
        assert_eq!(AuthorizationResponse::from(&left).error(&app, &request), expected);
    })
    .await;
}

#[tokio::test]
async fn before_anybody_signed_in_there_is_nothing_to_grant() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let visit = Visit::of(&mut UserAgent::new(tenant.server.url()), &app.request()).await;
        let _ = page.call(Method::GET, "scope-grants", &visit, "").send().await.expect(404);
        let _ = page.grant(&visit, &["openid"]).await.expect(404);
        let _ = page.refuse_grant(&visit, json!({})).await.expect(404);
        let _ = page.accept(&visit, json!({"subject": "ada"})).await.expect(200);
        let wrong = Visit { state: "x".to_owned(), ..visit.clone() };
        let _ = page.grant(&wrong, &["openid"]).await.expect(404);
        let _ = page.refuse_grant(&wrong, json!({})).await.expect(404);
    })
    .await;
}

/// The browser has come back already and shows our page: another one may still decide.
#[tokio::test]
async fn the_page_may_grant_while_ours_is_shown() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request().with("scope", "openid email");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
        let _ = browser.get(&to).await.page().expect(200);
        let to = redirect_to(page.grant(&visit, &["openid"]).await);
        let tokens = app.tokens(&browser.get(&to).await.left(), &request).await;
        assert_eq!(tokens.body["scope"], "openid");
    })
    .await;
}

/// The page is told of the scopes that ours would show: those of the services that are asked for.
#[tokio::test]
async fn the_page_is_told_what_ours_would_show() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let [photos, health] = ["https://photos.example", "https://health.example"];
        let mut services = Vec::new();
        for indicator in [photos, health] {
            services.push(crate::it::oauth::api(&tenant, indicator, None, &["read"]).await);
        }
        let app = authplane_tests::RelyingParty::web(&tenant, &["openid", "read"]).await;
        for (resource, expected) in [(Some(photos), &services[..1]), (Some(health), &services[1..]), (None, &services)]
        {
            let request = app.request().with("scope", "openid read");
            let request = resource.map_or(request.clone(), |resource| request.with("resource", resource));
            let visit = Visit::of(&mut UserAgent::new(tenant.server.url()), &request).await;
            let told = page.get(&visit).send().await.expect(200).json();
            let scopes = told["requested_scopes"].as_array().unwrap();
            let told: Vec<&str> = scopes[1..].iter().map(|scope| scope["service"]["id"].as_str().unwrap()).collect();
            assert_eq!(told, *expected, "{resource:?}");
        }
    })
    .await;
}

/// Whatever the operator's page said of this login stands, at ours too.
#[tokio::test]
async fn what_the_page_has_decided_ours_does_not_undo() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        for granted in [None, Some("openid"), Some("openid email")] {
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &request).await;
            let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
            let ours = browser.get(&to).await.page().expect(200);
            let form = ours.form_with("decision").unwrap_or_else(|| panic!("{ours}"));
            let decided = match granted {
                None => page.refuse_grant(&visit, json!({"error_description": "a guardian said no"})).await,
                Some(scopes) => page.grant(&visit, &scopes.split(' ').collect::<Vec<_>>()).await,
            };
            let to = redirect_to(decided);
            super::refused_page(&mut browser, ours.url.as_str(), 400).await;
            let refused = browser.submit(form, &[("decision", "allow")]).await.page();
            assert_eq!((refused.status, refused.forms().len()), (400, 0), "{granted:?}: {refused}");
            let left = browser.get(&to).await.left();
            match granted {
                None => {
                    let expected = ("access_denied", "a guardian said no");
                    assert_eq!(AuthorizationResponse::from(&left).error(&app, &request), expected);
                }
                Some(scopes) => assert_eq!(app.tokens(&left, &request).await.body["scope"], scopes),
            }
        }
    })
    .await;
}

/// A page of the operator's own decides about scopes, and not about the consents that policies miss: our page asks for those, and for nothing else.
#[tokio::test]
async fn what_policies_miss_is_asked_for_after_the_page_and_within_what_it_granted() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        needed_consents::action(&tenant, "order", &[("terms", true)]).await;
        needed_consents::consent(&tenant, "of-orders").await;
        let of_server = needed_consents::asking(&tenant, json!({"action": "order"}), &[]).await;
        let of_scope = needed_consents::asking(&tenant, json!({"consents": ["of-orders"]}), &[]).await;
        let body = json!({"name": "orders", "user_policy_id": of_scope});
        let _ = tenant.post("/api/admin/{tid}/scopes").json(body).send().await.expect(201);
        guard_server(&tenant, Some(of_server)).await;
        let app = authplane_tests::RelyingParty::web(&tenant, &["openid", "profile", "email", "orders"]).await;
        for decision in ["deny", "nothing", "allow"] {
            let request = app.request().with("scope", "openid profile email orders");
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &request).await;
            let _ = page.accept(&visit, json!({"subject": "ada"})).await.expect(200);
            let _ = page.grant(&visit, &["openid", "orders"]).await.expect(403);
            let to = redirect_to(page.grant(&visit, &["openid", "email"]).await);
            let asked = browser.get(&to).await.page().expect(200);
            let form = asked.form_with("decision").unwrap_or_else(|| panic!("{asked}"));
            assert!(form.control("scope").is_none() && form.control("consent").is_some(), "{asked}");
            assert_eq!(form.controls.iter().filter(|control| control.name == "consent").count(), 1, "{asked}");
            let key = form.value("consent").to_owned();
            let entries: &[(&str, &str)] = match decision {
                "deny" => &[("decision", "deny")],
                "nothing" => &[("decision", "allow")],
                _ => &[("decision", "allow"), ("consent", &key)],
            };
            let mut fields = form.fill(entries);
            // Scopes that nobody asked about here.
            fields.push(("scope".to_owned(), "profile".to_owned()));
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            let left = browser.post(form.action.as_str(), &fields).await.left();
            if decision == "allow" {
                assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email");
                assert_eq!(needed_consents::ledger(&tenant).await.len(), 1);
            } else {
                let response = AuthorizationResponse::from(&left);
                assert_eq!(response.error(&app, &request).0, "access_denied", "{decision}");
            }
        }
    })
    .await;
}

/// A call of a new login of somebody who signed in, with its state and what `body` says.
async fn signed_in(tenant: &Tenant, method: Method, action: &str, mut body: Value) -> Call {
    let login = things::login(tenant).await;
    login.sign_in(tenant).await;
    let call = tenant.call(method, &format!("/api/system/{{tid}}/scope-grants/{}{action}", login.id));
    let call = call.bearer(&tenant.token_of("system", SCOPES, &[]).await);
    if action.is_empty() {
        return call;
    }
    body["login_state"] = json!(login.state);
    call.json(body)
}

const SCOPES: &[&str] = &["manage_consents"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "get_scope_grant_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(signed_in(tenant, Method::GET, "", json!({}))),
        provoke: &[],
    },
    Row {
        id: "accept_scope_grant_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(signed_in(tenant, Method::POST, "/accept", json!({"granted_scopes": ["openid"]}))),
        provoke: &[],
    },
    Row {
        id: "reject_scope_grant_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(signed_in(tenant, Method::POST, "/reject", json!({}))),
        provoke: &[],
    },
];
