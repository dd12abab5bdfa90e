//! A custom login page tells who signed in (ACP behaviour, §8).

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::environment::ManualClock;
use authplane_domain::sign_in::authentication::Mapping;
use authplane_tests::relying_party::{self, AuthorizationResponse, Tokens, claims_of};
use authplane_tests::users::{PASSWORD, USER, static_method};
use authplane_tests::{Call, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::{Value, json};

use super::{LoginPage, METHOD, Visit, application, finish, redirect_to, refused_page};
use crate::it::nets::{Row, TOO_LARGE};
use crate::it::things::{self, custom_method};

/// A page that another one has taken the place of: whom it signed in is signed in no longer, with whatever came of it, also where the former comes back.
#[tokio::test]
async fn another_page_in_the_place_of_one_ends_what_the_former_one_began() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let request = app.request().with("scope", "openid offline_access");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        let at = "https://login.example/page?theme=dark";
        let mut renamed = custom_method(METHOD, at);
        "Another name".clone_into(&mut renamed.method.name);
        tenant.set_methods(DEFAULT, vec![renamed]).await;
        let tokens = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        let _ = app.ask_again(&mut browser, &app.request()).await;
        // One that waits at the browser's side when it happens.
        let other = app.request().with("prompt", "login");
        let waiting = Visit::of(&mut browser.clone(), &other).await;
        let mut waits = browser.clone();
        let accepted = redirect_to(page.accept(&waiting, json!({"subject": "ada"})).await);
        for url in ["https://login.example/page?theme=light", at] {
            tenant.set_methods(DEFAULT, vec![custom_method(METHOD, url)]).await;
            let _ = app.refresh(tokens.refresh_token()).await.expect(400);
            let _ = app.userinfo(&tokens.access_token).await.expect(401);
            assert_eq!(app.introspect(&tokens.access_token).await, json!({"active": false}));
            let left = browser.get(&app.request().with("prompt", "none").url()).await.left();
            assert_eq!(AuthorizationResponse::from(&left).get("error"), Some("login_required"));
        }
        refused_page(&mut waits, &accepted, 400).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_the_page_says_signed_in_is_signed_in() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request().with("scope", "openid profile");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let known = json!({"name": "Ada Example", "sub": "somebody else", "groups": ["staff"]});
        let accepted = json!({
            "id": visit.id, "subject": "ada", "amr": ["pwd", "otp"], "acr": "2",
            "auth_time": "2020-01-02T03:04:05Z", "authentication_context": known
        });
        let to = redirect_to(page.accept(&visit, accepted).await);
        assert!(to.starts_with(&format!("{}/login/continue?", app.issuer)), "{to}");
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        let claims = claims_of(tokens.id_token());
        assert_eq!(claims["sub"], "own-page/ada", "nobody is called otherwise by what is known of them");
        assert_eq!((&claims["acr"], &claims["amr"]), (&json!("2"), &json!(["pwd", "otp"])));
        assert_eq!(claims["auth_time"], 1_577_934_245);
        let user = app.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!((&user["sub"], &user["name"]), (&json!("own-page/ada"), &json!("Ada Example")));

        // The browser has a session now.
        let again = app.request().with("scope", "openid profile");
        let tokens = app.ask_again(&mut browser, &again).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], "own-page/ada");
    })
    .await;
}

#[tokio::test]
async fn who_signed_in_longer_ago_than_max_age_is_not_signed_in() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        for (accepted, error) in [
            (json!({"subject": "ada", "auth_time": "2020-01-02T03:04:05Z"}), Some("login_required")),
            (json!({"subject": "ada"}), None),
        ] {
            let request = app.request().with("max_age", "3600");
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &request).await;
            let left = finish(&mut browser, &redirect_to(page.accept(&visit, accepted).await)).await;
            assert_eq!(AuthorizationResponse::from(&left).get("error"), error);
        }
    })
    .await;
}

/// OpenID Connect Dynamic Client Registration §2.
#[tokio::test]
async fn the_page_is_told_the_clients_classes_where_the_request_asks_for_none() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let mut details = relying_party::application(&["openid"]);
        details.metadata.default_acr_values = vec!["silver".to_owned(), "bronze".to_owned()];
        let app = RelyingParty::register(&tenant, details).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let by_claim = r#"{"id_token": {"acr": {"values": ["gold"]}}}"#;
        for (request, expected) in [
            (app.request(), json!(["silver", "bronze"])),
            (app.request().with("acr_values", "gold"), json!(["gold"])),
            (app.request().with("claims", r#"{"id_token": {"email": null}}"#), json!(["silver", "bronze"])),
            (app.request().with("claims", by_claim), json!([])),
            (app.request().with("claims", r#"{"id_token": {"acr": null}}"#), json!([])),
        ] {
            let visit = Visit::of(&mut browser, &request).await;
            let told = page.get(&visit).send().await.expect(200).json();
            assert_eq!(told["requested_acr"], expected, "{request:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_is_told_who_asks_for_what() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app
            .request()
            .with("scope", "openid email")
            .with("max_age", "3600")
            .with("acr_values", "2 1")
            .with("login_hint", "ada")
            .with("claims", r#"{"userinfo": {"email": {"essential": true}, "name": null}}"#);
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let told = page.get(&visit).send().await.expect(200).json();
        for (member, expected) in [
            ("id", json!(visit.id)),
            ("tenant_id", json!(tenant.id)),
            ("server_id", json!(DEFAULT)),
            ("client_id", json!(app.client.id)),
            ("idp_id", json!(METHOD)),
            ("requested_grant_type", json!("authorization_code")),
            ("requested_acr", json!(["2", "1"])),
            ("max_age", json!("1h0m0s")),
            ("subject", json!("")),
            ("allowed_scopes", json!({})),
            ("login_approved", json!(false)),
            ("login_rejected", json!(false)),
            ("scope_grant_approved", json!(false)),
        ] {
            assert_eq!(told[member], expected, "{member}");
        }
        assert_eq!(told["requested_claims"]["userinfo"]["email"]["essential"], true);
        assert_eq!(told["requested_claims"]["userinfo"]["name"]["essential"], false);
        let parameters = &told["request_query_params"];
        assert_eq!(parameters["login_hint"], json!(["ada"]));
        assert_eq!(parameters["scope"], json!(["openid email"]));
        assert_eq!(parameters["redirect_uri"], json!([app.redirect_uri]));
        assert_eq!(parameters.get("code_challenge"), None);
        let url = told["request_url"].as_str().unwrap();
        assert!(url.starts_with(&format!("{}/oauth2/authorize?", app.issuer)), "{url}");
        let scopes = told["requested_scopes"].as_array().unwrap();
        let names: Vec<&str> = scopes.iter().filter_map(|scope| scope["name"].as_str()).collect();
        assert_eq!(names, ["openid", "email"]);
        assert_eq!(scopes[0]["with_service"], true);
        assert_eq!(scopes[0]["service"]["name"], "Profile");

        let _ = redirect_to(page.accept(&visit, json!({"subject": "ada", "amr": ["pwd"]})).await);
        let told = page.get(&visit).send().await.expect(200).json();
        assert_eq!((&told["login_approved"], &told["subject"]), (&json!(true), &json!("own-page/ada")));
        assert_eq!(told["allowed_scopes"], json!({"openid": true, "email": true}));
        assert_eq!(told["amr"], json!(["pwd"]));
        assert!(told["auth_time"].is_string());
    })
    .await;
}

#[tokio::test]
async fn what_the_page_knows_goes_where_the_mappings_say() {
    on_both(async |tenant| {
        let mut method = custom_method(METHOD, "https://login.example/page?theme=dark");
        let mapping = |source: &str, target: &str| Mapping { source: source.to_owned(), target: target.to_owned() };
        method.method.mappings = vec![mapping("person.label", "name")];
        let page = LoginPage::among(&tenant, vec![method]).await;
        let app = application(&tenant).await;
        let request = app.request().with("scope", "openid profile");
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let known = json!({"person": {"label": "Ada"}, "nickname": "not mapped"});
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada", "authentication_context": known})).await);
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        let user = app.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!((user["name"].as_str(), user.get("nickname")), (Some("Ada"), None), "{user}");
    })
    .await;
}

#[tokio::test]
async fn a_rejection_is_told_to_the_application() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        for (body, expected) in [
            (json!({}), ("access_denied", "")),
            (
                json!({"error": "login_required", "error_description": "ask again", "status_code": 401}),
                ("login_required", "ask again"),
            ),
        ] {
            let request = app.request();
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &request).await;
            let to = redirect_to(page.reject(&visit, body).await);
            let told = page.get(&visit).send().await.expect(200).json();
            assert_eq!((&told["login_rejected"], &told["error"]["error"]), (&json!(true), &json!(expected.0)));
            let left = finish(&mut browser, &to).await;
            assert_eq!(AuthorizationResponse::from(&left).error(&app, &request), expected);
            // It is over.
            let _ = page.get(&visit).send().await.expect(404);
            refused_page(&mut browser, &to, 400).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_way_back_is_good_once_and_in_the_browser_that_left() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request();
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);

        // CVE-2026-7507 is the class: somebody makes another one's browser finish what theirs began.
        let mut stranger = UserAgent::new(tenant.server.url());
        refused_page(&mut stranger, &to, 400).await;
        let _ = Visit::of(&mut stranger, &app.request()).await;
        refused_page(&mut stranger, &to, 400).await;

        for wrong in [
            to.replace("login_verifier=", "login_verifier=x"),
            to.replace("login_verifier=", "other="),
            format!("{to}&login_verifier=x"),
            to.replace(&visit.id, "AAAAAAAAAAAAAAAAAAAAAA"),
            to.replace("/default/login", "/developer/login"),
        ] {
            refused_page(&mut browser, &wrong, 400).await;
        }
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], "own-page/ada");
        refused_page(&mut browser, &to, 400).await;
    })
    .await;
}

#[tokio::test]
async fn a_way_back_that_was_taken_is_not_taken_again_before_consent() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &app.request()).await;
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
        let _ = browser.get(&to).await.page().expect(200);
        refused_page(&mut browser, &to, 400).await;
        // Nor is there another decision.
        let _ = page.accept(&visit, json!({"subject": "eve"})).await.expect(404);
        let _ = page.reject(&visit, json!({})).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_login_is_decided_once() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let request = app.request();
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &request).await;
        let decisions = (0..10).map(|number| page.accept(&visit, json!({"subject": format!("user-{number}")})));
        let answers = futures::future::join_all(decisions).await;
        let accepted: Vec<usize> = (0..10).filter(|number| answers[*number].status == 200).collect();
        assert_eq!(accepted.len(), 1, "{answers:?}");
        assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 404)), "{answers:?}");
        let to = redirect_to(answers[accepted[0]].clone());
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], format!("own-page/user-{}", accepted[0]));
    })
    .await;
}

#[tokio::test]
async fn without_the_state_nobody_decides() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let visit = Visit::of(&mut UserAgent::new(tenant.server.url()), &app.request()).await;
        let other = Visit::of(&mut UserAgent::new(tenant.server.url()), &app.request()).await;
        for state in [json!(other.state), json!(visit.id), json!(format!("{} ", visit.state)), json!("x")] {
            let body = json!({"login_state": state, "subject": "eve"});
            let _ = page.accept(&visit, body.clone()).await.expect(404);
            let _ = page.reject(&visit, body).await.expect(404);
        }
        for state in [json!(""), Value::Null, json!(1)] {
            let _ = page.accept(&visit, json!({"login_state": state, "subject": "eve"})).await.expect(403);
        }
        for (state, status) in [(visit.state.as_str(), 200), (&other.state, 404), ("", 404)] {
            let path = format!("/api/system/{{tid}}/logins/{}?login_state={state}", visit.id);
            let _ = tenant.get(&path).bearer(&page.token).send().await.expect(status);
        }
        // Which state is meant nobody can say, and no other status is declared.
        for query in [format!("login_state={0}&login_state={0}", visit.state), "login_state=%00".to_owned()] {
            let path = format!("/api/system/{{tid}}/logins/{}?{query}", visit.id);
            let _ = tenant.get(&path).bearer(&page.token).send().await.expect(404);
        }
        let _ = page.accept(&visit, json!({"id": other.id, "subject": "ada"})).await.expect(403);
        // Nothing of it was a decision.
        let _ = page.accept(&visit, json!({"subject": "ada"})).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_user_is_refused() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let visit = Visit::of(&mut UserAgent::new(tenant.server.url()), &app.request()).await;
        for (field, body) in [
            ("subject", json!({})),
            ("subject", json!({"subject": ""})),
            ("subject", json!({"subject": "  "})),
            ("subject", json!({"subject": "a\nb"})),
            ("subject", json!({"subject": "\u{e9}"})),
            ("subject", json!({"subject": "a".repeat(256 - "own-page/".len())})),
            ("subject", json!({"subject": 1})),
            ("amr", json!({"subject": "ada", "amr": [""]})),
            ("amr", json!({"subject": "ada", "amr": vec!["pwd"; 33]})),
            ("amr", json!({"subject": "ada", "amr": "pwd"})),
            ("acr", json!({"subject": "ada", "acr": "\u{7}"})),
            ("auth_time", json!({"subject": "ada", "auth_time": "2999-01-01T00:00:00Z"})),
            ("auth_time", json!({"subject": "ada", "auth_time": "1960-01-01T00:00:00Z"})),
            ("auth_time", json!({"subject": "ada", "auth_time": 1})),
            ("authentication_context", json!({"subject": "ada", "authentication_context": []})),
            ("authentication_context", json!({"subject": "ada", "authentication_context": {"a": "b".repeat(70_000)}})),
        ] {
            let refused = page.accept(&visit, body).await.expect(403).json();
            assert!(refused["error"].as_str().unwrap().contains(field), "{refused}");
        }
        for body in [
            json!({"error": "a\"b"}),
            json!({"error": "a\\b"}),
            json!({"error": "a".repeat(65)}),
            json!({"error_description": "\u{e9}"}),
            json!({"error_description": "a\r\nLocation: x"}),
        ] {
            let _ = page.reject(&visit, body).await.expect(403);
        }
        for text in ["{", "[]", "null", "\"a\""] {
            let call = page.call(http::Method::POST, "logins", &visit, "/accept").body("application/json", text);
            let _ = call.send().await.expect(403);
        }
        let long = vec![b'a'; TOO_LARGE];
        let call = page.call(http::Method::POST, "logins", &visit, "/accept").body("application/json", long);
        let _ = call.send().await.expect(413);
        let longest = "a".repeat(255 - "own-page/".len());
        let _ = page.accept(&visit, json!({"subject": longest, "unknown": 1})).await.expect(200);
    })
    .await;
}

/// A page can say who signs in where users are sent to it, and nowhere else.
#[tokio::test]
async fn nobody_is_signed_in_by_a_page_that_they_were_not_sent_to() {
    on_both(async |tenant| {
        let own = || custom_method(METHOD, "https://login.example/page?theme=dark");
        let users = || static_method("people", &[(USER, PASSWORD, json!({}))]);
        let page = LoginPage::among(&tenant, vec![own(), users()]).await;
        let app = application(&tenant).await;
        let request = app.request();
        let mut browser = UserAgent::new(tenant.server.url());
        let choice = browser.get(&request.url()).await.page().expect(200);
        let link = |part: &str| {
            choice.links().into_iter().find(|link| link.contains(part)).unwrap_or_else(|| panic!("{choice}")).to_owned()
        };
        let form = browser.follow(&choice, &link("/login/people")).await.page();
        let visit =
            Visit { id: form.form().value("login_id").to_owned(), state: form.form().value("login_state").to_owned() };
        assert_eq!(page.get(&visit).send().await.expect(200).json()["idp_id"], "");
        let _ = page.accept(&visit, json!({"subject": "eve"})).await.expect(404);
        let _ = page.reject(&visit, json!({})).await.expect(404);

        // Sent there, it can.
        let _ = browser.follow(&choice, &link(&format!("/login/{METHOD}"))).await.left();
        let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
        // But not when the method has gone meanwhile.
        tenant.set_methods(DEFAULT, vec![users()]).await;
        refused_page(&mut browser, &to, 400).await;
        tenant.set_methods(DEFAULT, vec![own(), users()]).await;
        refused_page(&mut browser, &to, 400).await;

        // Sent there again, all of that is forgotten.
        let _ = browser.follow(&choice, &link(&format!("/login/{METHOD}"))).await.left();
        let to = redirect_to(page.accept(&visit, json!({"subject": "bob"})).await);
        let tokens = app.tokens(&finish(&mut browser, &to).await, &request).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], "own-page/bob");
    })
    .await;
}

#[tokio::test]
async fn who_signs_in_otherwise_is_not_whom_the_page_named() {
    on_both(async |tenant| {
        let own = custom_method(METHOD, "https://login.example/page?theme=dark");
        let users = static_method("people", &[(USER, PASSWORD, json!({}))]);
        let page = LoginPage::among(&tenant, vec![own, users]).await;
        let app = application(&tenant).await;
        let request = app.request().with("scope", "openid email");
        let mut browser = UserAgent::new(tenant.server.url());
        let choice = browser.get(&request.url()).await.page();
        let link = |part: &str| choice.links().into_iter().find(|link| link.contains(part)).unwrap().to_owned();
        let left = browser.follow(&choice, &link(&format!("/login/{METHOD}"))).await.left().to;
        let of = |name: &str| left.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
        let visit = Visit { id: of("login_id"), state: of("login_state") };
        let _ = page.accept(&visit, json!({"subject": "ada"})).await.expect(200);
        let to = redirect_to(page.grant(&visit, &["openid", "email"]).await);
        // The user goes back and is somebody else: what ada consented to, they haven't.
        let form = browser.follow(&choice, &link("/login/people")).await.page();
        let outcome = browser.submit(form.form(), &[("username", USER), ("password", PASSWORD)]).await;
        let consent = outcome.page().expect(200);
        assert!(consent.form_with("decision").is_some(), "{consent}");
        let outcome = browser.get(&to).await;
        let left = browser.walk(outcome, "", "", |page| page.form_with("decision").is_some()).await.page();
        let left = browser.submit(left.form(), &[("decision", "allow")]).await.left();
        let tokens = app.tokens(&left, &request).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], USER);
    })
    .await;
}

#[tokio::test]
async fn a_login_is_forgotten_after_ten_minutes() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let server = TestServer::start(Settings::default().with_clock(&clock)).await;
    let tenant = Tenant::new(&server).await;
    let page = LoginPage::alone(&tenant).await;
    let app = application(&tenant).await;
    let mut browser = UserAgent::new(tenant.server.url());
    let visit = Visit::of(&mut browser, &app.request()).await;
    clock.advance(TimeDelta::seconds(599));
    let to = redirect_to(page.accept(&visit, json!({"subject": "ada"})).await);
    clock.advance(TimeDelta::seconds(1));
    let _ = page.get(&visit).send().await.expect(404);
    refused_page(&mut browser, &to, 400).await;
}

#[tokio::test]
async fn a_page_of_another_tenant_sees_nothing() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let visit = Visit::of(&mut UserAgent::new(tenant.server.url()), &app.request()).await;
        let stranger = Tenant::new(&tenant.server).await;
        let token = stranger.token_of("system", &["manage_logins"], &[]).await;
        let _ = page.get(&visit).bearer(&token).send().await.expect(401);
        let path = format!("/api/system/{{tid}}/logins/{}", visit.id);
        let _ = stranger.get(&path).bearer(&token).send().await.expect(404);
        let accept = stranger.post(&format!("{path}/accept")).bearer(&token);
        let _ = accept.json(visit.with_state(json!({"subject": "eve"}))).send().await.expect(404);
    })
    .await;
}

/// A call of a new login, with its state and what `body` says.
async fn waiting(tenant: &Tenant, method: Method, action: &str, mut body: Value) -> Call {
    let login = things::login(tenant).await;
    let call = tenant.call(method, &format!("/api/system/{{tid}}/logins/{}{action}", login.id));
    let call = call.bearer(&tenant.token_of("system", SCOPES, &[]).await);
    if action.is_empty() {
        return call;
    }
    body["login_state"] = json!(login.state);
    call.json(body)
}

const SCOPES: &[&str] = &["manage_logins"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "get_login_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(waiting(tenant, Method::GET, "", json!({}))),
        provoke: &[],
    },
    Row {
        id: "accept_login_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(waiting(tenant, Method::POST, "/accept", json!({"subject": "ada"}))),
        provoke: &[],
    },
    Row {
        id: "reject_login_request",
        scopes: SCOPES,
        good: |tenant| Box::pin(waiting(tenant, Method::POST, "/reject", json!({}))),
        provoke: &[],
    },
];
