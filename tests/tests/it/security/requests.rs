//! Authorization requests and their answers.

use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER};
use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Call, RelyingParty, Tenant, UserAgent};
use http::Method;
use http::header::{HeaderName, ORIGIN};
use serde_json::{Value, json};

use super::{ADA, agent, response, with_users_on_both};
use crate::it::oauth::{change_server, discovery, jwt};

const EVIL: &str = "https://evil.example/callback";

/// The same request in both ways that it may come.
async fn each_way(agent: &mut UserAgent, request: &AuthorizationRequest) -> [Outcome; 2] {
    let url = request.url();
    let endpoint = url.split_once('?').unwrap().0.to_owned();
    [agent.get(&url).await, agent.post(&endpoint, &request.parameters()).await]
}

/// An application that may ask for every response type.
async fn every_type(tenant: &Tenant) -> RelyingParty {
    let all = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    let details = ClientDetails {
        grant_types: all(&["authorization_code", "implicit", "refresh_token"]),
        response_types: all(&["code", "token", "id_token"]),
        trusted: true,
        ..application(&["openid", "email"])
    };
    RelyingParty::register(tenant, details).await
}

#[tokio::test]
async fn assertion_6_with_a_client_or_redirect_uri_that_is_not_right_nobody_is_sent_anywhere() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let elsewhere = RelyingParty::register_at(&tenant, DEVELOPER, application(&["openid"])).await;
        let stranger = Tenant::with_users(&tenant.server).await;
        let of_stranger = RelyingParty::web(&stranger, &["openid"]).await;
        let mut agent = agent(&tenant);
        // Signed in, so that nothing else stands between.
        let _ = app.sign_in(&mut agent, &app.request(), ADA).await;
        let long = "x".repeat(5000);
        let mut wrong = vec![app.request().without("client_id"), app.request().and("client_id", &app.client.id)];
        for id in [
            "",
            "nobody",
            "%00",
            "a/b",
            &long,
            &elsewhere.client.id,
            &of_stranger.client.id,
            &app.client.id.to_uppercase(),
        ] {
            wrong.push(app.request().with("client_id", id));
        }
        wrong.push(app.request().without("redirect_uri"));
        wrong.push(app.request().and("redirect_uri", EVIL));
        wrong.push(app.request().and("redirect_uri", &app.redirect_uri));
        wrong.push(app.request().with("redirect_uri", &long));
        for request in wrong {
            for request in [
                request.clone(),
                request.clone().with("prompt", "none"),
                request.clone().with("response_mode", "form_post"),
                request.with("response_type", "id_token token"),
            ] {
                for outcome in each_way(&mut agent, &request).await {
                    let page = outcome.page().expect(400);
                    assert!(page.forms().is_empty() && page.header("location").is_empty(), "{page}");
                    assert!(!page.links().iter().any(|link| link.contains("://")), "{page}");
                    assert_eq!(page.history.len(), 1, "{:?}", page.history);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_7_an_error_is_told_only_where_the_request_may_be_answered() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let mut agent = agent(&tenant);
        for (name, value, error) in [
            ("response_type", "nonsense", "unsupported_response_type"),
            ("response_type", "", "invalid_request"),
            ("response_mode", "nonsense", "invalid_request"),
            ("scope", "openid profile", "invalid_scope"),
            ("prompt", "none login", "invalid_request"),
            ("max_age", "-1", "invalid_request"),
            ("code_challenge", "short", "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"),
            ("resource", "https://nobody.example", "invalid_target"),
            ("claims", "x", "invalid_request"),
            ("request", "x", "invalid_request_object"),
            ("request_uri", "https://evil.example/r", "invalid_request_uri"),
            ("id_token_hint", "x", "invalid_request"),
            ("registration", "{}", "registration_not_supported"),
        ] {
            let request = app.request().with(name, value);
            for outcome in each_way(&mut agent, &request).await {
                let answered = response(outcome);
                assert_eq!(answered.error(&app, &request).0, error, "{name}={value}");
                assert_eq!(answered.redirect_uri, app.redirect_uri);
            }
            for outcome in each_way(&mut agent, &request.with("redirect_uri", EVIL)).await {
                let page = outcome.page().expect(400);
                assert!(!page.body.contains("evil.example/callback"), "{page}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_12_scripts_of_other_origins_read_nothing_that_is_for_browsers() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let mut agent = agent(&tenant);
        let login = agent.get(&app.request().url()).await.page().expect(200);
        let method = HeaderName::from_static("access-control-request-method");
        for url in [
            app.request().url(),
            app.request().with("client_id", "nobody").url(),
            login.url.to_string(),
            format!("{}/consent?login_id=x", app.issuer),
            format!("{}/device", app.issuer),
            format!("{}/oauth2/logout", app.issuer),
        ] {
            let get = agent.call(Method::GET, &url).header(ORIGIN, "https://evil.example").send().await;
            let post = agent.call(Method::POST, &url).header(ORIGIN, "https://evil.example").form(&[]).send().await;
            let ask =
                agent.call(Method::OPTIONS, &url).header(ORIGIN, "https://evil.example").header(method.clone(), "POST");
            let ask = ask.send().await;
            assert_eq!(ask.status, 405, "{url}");
            for answer in [get, post, ask] {
                let allowed = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
                assert_eq!(allowed, None, "{url}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_13_every_answer_names_the_issuer_of_discovery() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let issuer = discovery::metadata(&tenant, DEFAULT).await["issuer"].as_str().unwrap().to_owned();
        let mut signed_in = agent(&tenant);
        let _ = app.sign_in(&mut signed_in, &app.request(), ADA).await;
        for response_type in
            ["code", "token", "id_token", "id_token token", "code id_token", "code token", "code id_token token"]
        {
            for mode in ["", "fragment", "form_post"] {
                let request = app.request().with("response_type", response_type).with("response_mode", mode);
                let left = signed_in.sign_in(&request.url(), ADA.0, ADA.1).await;
                let success = AuthorizationResponse::from(&left);
                assert_eq!(
                    (success.get("iss"), success.get("error")),
                    (Some(&*issuer), None),
                    "{response_type} {mode}"
                );
                let silent = request.with("prompt", "none");
                let mut stranger = agent(&tenant);
                let left = stranger.sign_in(&silent.url(), ADA.0, ADA.1).await;
                let error = AuthorizationResponse::from(&left);
                assert_eq!((error.get("iss"), error.get("error")), (Some(&*issuer), Some("login_required")));
            }
        }
        // Also where the user turns back or denies.
        let mut details = application(&["openid"]);
        details.trusted = false;
        let careful = RelyingParty::register(&tenant, details).await;
        let request = careful.request();
        let consent = signed_in.get(&request.url()).await.page();
        let denied = response(signed_in.submit(consent.form(), &[("decision", "deny")]).await);
        assert_eq!((denied.get("iss"), denied.get("error")), (Some(&*issuer), Some("access_denied")));
    })
    .await;
}

#[tokio::test]
async fn assertion_14_a_response_mode_that_is_not_built_is_refused() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let request = app.request().with("response_mode", "web_message");
        for outcome in each_way(&mut agent(&tenant), &request).await {
            assert_eq!(response(outcome).error(&app, &request).0, "invalid_request");
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_15_a_parameter_that_comes_twice_is_refused_even_with_the_same_value() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let mut agent = agent(&tenant);
        let _ = app.sign_in(&mut agent, &app.request(), ADA).await;
        for (name, value) in [
            ("response_type", "code"),
            ("response_mode", "query"),
            ("scope", "openid"),
            ("state", "s"),
            ("nonce", "n"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("code_challenge_method", "S256"),
            ("prompt", "none"),
            ("max_age", "100"),
            ("login_hint", "user"),
            ("id_token_hint", "x"),
            ("acr_values", "a"),
            ("claims", "{}"),
            ("ui_locales", "en"),
            ("display", "page"),
            ("request", "x"),
            ("request_uri", "https://app.example/r"),
            ("registration", "{}"),
        ] {
            let request = app.request().with(name, value).and(name, value);
            for outcome in each_way(&mut agent, &request).await {
                let answered = response(outcome);
                assert_eq!(answered.get("error"), Some("invalid_request"), "{name}: {answered:?}");
                assert_eq!((answered.get("code"), answered.get("iss")), (None, Some(&*app.issuer)));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_16_parameters_that_nobody_knows_change_nothing() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let mut agent = agent(&tenant);
        let request = app.request().and("unknown", "1").and("unknown", "2").and("vtr", "[]").and("", "");
        let tokens = app.sign_in(&mut agent, &request, ADA).await;
        let _ = app.userinfo(&tokens.access_token).await.expect(200);
        for outcome in each_way(&mut agent, &request).await {
            let _ = response(outcome).code(&app, &request);
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_29_tokens_leave_the_authorization_endpoint_only_where_server_client_and_profile_let_them() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let only_codes = RelyingParty::web(&tenant, &["openid"]).await;
        let mut only_id_tokens = application(&["openid"]);
        only_id_tokens.grant_types = Some(vec!["authorization_code".to_owned(), "implicit".to_owned()]);
        only_id_tokens.response_types = Some(vec!["code".to_owned(), "id_token".to_owned()]);
        let only_id_tokens = RelyingParty::register(&tenant, only_id_tokens).await;
        let mut agent = agent(&tenant);
        let _ = app.sign_in(&mut agent, &app.request(), ADA).await;
        let front = ["token", "id_token", "id_token token", "code token", "code id_token", "code id_token token"];
        let ask = async |agent: &mut UserAgent, app: &RelyingParty, response_type: &str| {
            let request = app.request().with("response_type", response_type);
            let answered = response(agent.get(&request.url()).await);
            assert_eq!(answered.get("iss"), Some(&*app.issuer));
            answered.get("error").map(str::to_owned)
        };
        for response_type in front {
            assert_eq!(ask(&mut agent, &app, response_type).await, None, "{response_type}");
            let refused = ask(&mut agent, &only_codes, response_type).await;
            assert_eq!(refused.as_deref(), Some("unauthorized_client"), "{response_type}");
        }
        let refused = ask(&mut agent, &only_id_tokens, "id_token token").await;
        assert_eq!(refused.as_deref(), Some("unauthorized_client"));
        for profiles in [vec![], vec!["oauth21".to_owned()]] {
            change_server(&tenant, |details| {
                if profiles.is_empty() {
                    details.grant_types.retain(|grant| grant != "implicit");
                }
                details.profiles = profiles;
            })
            .await;
            for response_type in front {
                let refused = ask(&mut agent, &app, response_type).await;
                assert_eq!(refused.as_deref(), Some("unsupported_response_type"), "{response_type}");
            }
            let offered = discovery::metadata(&tenant, DEFAULT).await["response_types_supported"].clone();
            assert_eq!(offered, serde_json::json!(["code"]));
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_61_a_hint_that_does_not_hold_lets_nobody_in() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let other = every_type(&tenant).await;
        let stranger = Tenant::with_users(&tenant.server).await;
        let foreign = every_type(&stranger).await;
        let mut agent = agent(&tenant);
        let own = app.sign_in(&mut agent, &app.request(), ADA).await;
        let of_other = other.sign_in(&mut agent, &other.request(), ADA).await;
        let of_stranger = foreign.sign_in(&mut UserAgent::new(stranger.server.url()), &foreign.request(), ADA).await;
        let (_, claims) = crate::it::oauth::jwt::read(own.id_token());
        let unsigned =
            crate::it::oauth::jwt::compact(&serde_json::json!({"alg": "none", "typ": "JWT"}), &claims, |_| Vec::new());
        let silent = app.request().with("prompt", "none");
        let good = silent.clone().with("id_token_hint", own.id_token());
        let _ = response(agent.get(&good.url()).await).code(&app, &good);
        for hint in [of_other.id_token(), of_stranger.id_token(), &unsigned, &own.access_token, "x"] {
            let request = silent.clone().with("id_token_hint", hint);
            for outcome in each_way(&mut agent, &request).await {
                assert_eq!(response(outcome).error(&app, &request).0, "invalid_request");
            }
        }
        // What it is good for: another user's session doesn't stand in for this one's.
        let mut others = UserAgent::new(tenant.server.url());
        let otto = (authplane_tests::users::OTHER_USER, authplane_tests::users::PASSWORD);
        let _ = app.sign_in(&mut others, &app.request(), otto).await;
        assert_eq!(response(others.get(&good.url()).await).error(&app, &good).0, "login_required");
    })
    .await;
}

#[tokio::test]
async fn assertion_45_tokens_in_an_address_open_nothing() {
    with_users_on_both(async |tenant| {
        let app = every_type(&tenant).await;
        let tokens = app.sign_in(&mut agent(&tenant), &app.request(), ADA).await;
        let _ = app.userinfo(&tokens.access_token).await.expect(200);
        let token = &tokens.access_token;
        let url = format!("{}/userinfo?access_token={token}", app.issuer);
        for method in [Method::GET, Method::POST] {
            let _ = Call::new(method, &url).send().await.expect(401);
        }
        let _ = Call::new(Method::POST, &url).form(&[]).send().await.expect(401);
        let both =
            Call::new(Method::POST, format!("{}/userinfo", app.issuer)).bearer(token).form(&[("access_token", token)]);
        assert_eq!(both.send().await.expect(400).json()["error"], "invalid_request");
        let administrator = &tenant.token;
        for path in [
            "/api/resources",
            "/api/admin/{tid}/servers",
            "/local-user-store/api/v1/api-clients",
            "/{tid}/default/clients",
        ] {
            let path = format!("{}?access_token={administrator}", path.replace("{tid}", &tenant.id));
            let _ = tenant.server.call(Method::GET, &path).send().await.expect(401);
        }
        // Nor do answers put any there.
        let request = app.request().with("response_type", "code id_token token").with("response_mode", "query");
        let mut agent = agent(&tenant);
        let left = agent.sign_in(&request.url(), ADA.0, ADA.1).await;
        assert!(left.to.query().is_none(), "{}", left.to);
    })
    .await;
}

#[tokio::test]
async fn assertion_58_under_oauth_2_1_a_request_object_is_signed() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        let request = app.request();
        let claims: Value =
            request.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let object = jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new());
        let request = request.with("request", &object);
        let _ = super::code(&app, &mut agent, &request).await;
        change_server(&tenant, |details| details.profiles = vec!["oauth21".to_owned()]).await;
        let refused = response(agent.get(&request.url()).await);
        assert_eq!(refused.error(&app, &request).0, "invalid_request_object");
    })
    .await;
}
