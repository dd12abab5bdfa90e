//! Whatever discovery names, an application gets (security assertion 64): each value of each list, and none beside them.

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientDetails, SubjectType};
use authplane_tests::relying_party::{AuthorizationResponse, ResponseMode, application, claims_of};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use aws_lc_rs::hmac;
use serde_json::{Value, json};

use super::with_users_on_both;
use crate::it::oauth::discovery::{metadata, texts};
use crate::it::oauth::jwt;

/// What a tenant's default server says of itself under a name.
async fn named(tenant: &Tenant, name: &str) -> Vec<String> {
    texts(&metadata(tenant, DEFAULT).await[name])
}

/// An application that asks nobody for consent, and may get everything that the authorization endpoint gives.
async fn greedy(tenant: &Tenant, change: impl FnOnce(&mut ClientDetails)) -> RelyingParty {
    let mut details = application(&["openid", "profile", "email", "address", "phone"]);
    let all = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    details.grant_types = all(&["authorization_code", "implicit", "refresh_token"]);
    details.response_types = all(&["code", "token", "id_token"]);
    details.trusted = true;
    change(&mut details);
    RelyingParty::register(tenant, details).await
}

/// Whatever comes back to the application, from a user who does all that is asked of them.
async fn answered(agent: &mut UserAgent, url: &str) -> AuthorizationResponse {
    AuthorizationResponse::from(&agent.sign_in(url, USER, PASSWORD).await)
}

#[tokio::test]
async fn assertion_64_every_response_type_comes_in_every_mode_that_is_named() {
    with_users_on_both(async |tenant| {
        let app = greedy(&tenant, |_| ()).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let types = named(&tenant, "response_types_supported").await;
        assert_eq!(types.len(), 7, "{types:?}");
        let modes = named(&tenant, "response_modes_supported").await;
        assert_eq!(modes, ["query", "fragment", "form_post"]);
        for response_type in &types {
            let words: BTreeSet<&str> = response_type.split(' ').collect();
            let is_front_channel = response_type != "code";
            for mode in modes.iter().map(Some).chain([None]) {
                let mut request = app.request().with("response_type", response_type);
                if !words.contains("code") {
                    request = request.without_challenge();
                }
                if let Some(mode) = mode {
                    request = request.with("response_mode", mode);
                }
                let response = answered(&mut agent, &request.url()).await;
                let expected = match mode.map(String::as_str) {
                    Some("form_post") => ResponseMode::FormPost,
                    Some("fragment") => ResponseMode::Fragment,
                    _ if is_front_channel => ResponseMode::Fragment,
                    _ => ResponseMode::Query,
                };
                assert_eq!((response.mode, &*response.redirect_uri), (expected, &*app.redirect_uri), "{response_type}");
                if is_front_channel && mode.is_some_and(|mode| mode == "query") {
                    // OAuth 2.0 Multiple Response Types §3.
                    assert_eq!(response.error(&app, &request).0, "invalid_request");
                    continue;
                }
                assert_eq!((response.get("state"), response.get("iss")), (Some(&*request.state), Some(&*app.issuer)));
                let (code, token) = (response.get("code"), response.get("access_token"));
                let id_token = response.get("id_token");
                let got = [("code", code), ("token", token), ("id_token", id_token)];
                let got: BTreeSet<&str> = got.into_iter().filter_map(|(name, value)| value.map(|_| name)).collect();
                assert_eq!(got, words, "{response:?}");
                if let Some(id_token) = id_token {
                    let _ = app.verify_id_token(id_token, Some(&request.nonce), token, code).await;
                }
                if let Some(token) = token {
                    assert_eq!(app.introspect(token).await["active"], true);
                    assert_eq!((response.get("token_type"), response.get("scope")), (Some("Bearer"), Some("openid")));
                }
                if let Some(code) = code {
                    let _ = app.exchange(code, &request).await.expect(200);
                }
            }
        }
        for response_type in ["none", "code code", "code none", "device", "CODE", "id_token token code x"] {
            let request = app.request().with("response_type", response_type);
            let response = answered(&mut agent, &request.url()).await;
            assert_eq!(response.error(&app, &request).0, "unsupported_response_type", "{response_type}");
        }
        for mode in ["web_message", "jwt", "query.jwt", "form_post.jwt", "device", "Query"] {
            let request = app.request().with("response_mode", mode);
            let response = answered(&mut agent, &request.url()).await;
            assert_eq!(response.error(&app, &request).0, "invalid_request", "{mode}");
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_64_every_claim_that_is_named_is_told_and_no_other() {
    with_users_on_both(async |tenant| {
        let app = greedy(&tenant, |_| ()).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid profile email address phone");
        let tokens = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        let userinfo = app.userinfo(&tokens.access_token).await.expect(200).json();
        let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        let mut told = &names(&claims_of(tokens.id_token())) | &names(&userinfo);
        for of_the_protocol in ["nonce", "azp", "at_hash"] {
            assert!(told.remove(of_the_protocol), "{of_the_protocol}");
        }
        // Who only knows a password reaches no class.
        told.insert("acr".to_owned());
        let named: BTreeSet<_> = named(&tenant, "claims_supported").await.into_iter().collect();
        assert_eq!(told, named);

        // `claims_parameter_supported`: by name alone, without their scopes.
        let claims = json!({"id_token": {"email": null}, "userinfo": {"phone_number": {"essential": true}}});
        let request = app.request().with("claims", &claims.to_string());
        let tokens = app.ask_again(&mut agent, &request).await;
        let id_token = claims_of(tokens.id_token());
        assert_eq!((&id_token["email"], id_token.get("phone_number")), (&json!("ada@people.example"), None));
        let userinfo = app.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!(userinfo, json!({"sub": id_token["sub"], "phone_number": "+49 30 1234567"}));
    })
    .await;
}

#[tokio::test]
async fn assertion_64_every_prompt_display_and_language_that_is_named_is_understood() {
    with_users_on_both(async |tenant| {
        let app = greedy(&tenant, |details| details.trusted = false).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = app.sign_in(&mut agent, &app.request(), (USER, PASSWORD)).await;
        assert_eq!(named(&tenant, "prompt_values_supported").await, ["none", "login", "consent", "select_account"]);
        let with = |name: &str, value: &str| app.request().with(name, value);
        let of = |outcome: Outcome| AuthorizationResponse::from(&outcome.left());

        let silent = with("prompt", "none");
        let _ = of(agent.get(&silent.url()).await).code(&app, &silent);
        let mut stranger = UserAgent::new(tenant.server.url());
        let response = of(stranger.get(&silent.url()).await);
        assert_eq!(response.error(&app, &silent).0, "login_required");
        let more = with("prompt", "none").with("scope", "openid email");
        assert_eq!(of(agent.get(&more.url()).await).error(&app, &more).0, "consent_required");
        for prompt in ["login", "select_account", "login consent"] {
            let page = agent.get(&with("prompt", prompt).url()).await.page().expect(200);
            assert!(page.form_with("password").is_some(), "{prompt}: {page}");
        }
        let page = agent.get(&with("prompt", "consent").url()).await.page().expect(200);
        assert!(page.form_with("decision").is_some() && page.form_with("password").is_none(), "{page}");
        for display in named(&tenant, "display_values_supported").await {
            let request = with("display", &display).with("prompt", "none");
            let _ = of(agent.get(&request.url()).await).code(&app, &request);
        }
        for (name, value) in [
            ("prompt", "create"),
            ("prompt", "none login"),
            ("prompt", "LOGIN"),
            ("display", "hologram"),
            ("max_age", "-1"),
            ("max_age", "soon"),
            ("code_challenge_method", "plain"),
            ("code_challenge_method", "S512"),
            ("claims", "{"),
            ("claims", "[]"),
        ] {
            let request = with(name, value);
            let response = of(agent.get(&request.url()).await);
            assert_eq!(response.get("error"), Some("invalid_request"), "{name}={value}");
        }
        assert_eq!(named(&tenant, "code_challenge_methods_supported").await, ["S256"]);
        for language in named(&tenant, "ui_locales_supported").await {
            let page = stranger.get(&with("ui_locales", &language).url()).await.page().expect(200);
            let html = page.all("html").next().unwrap();
            assert_eq!(html.attribute("lang"), Some(language.as_str()));
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_64_every_algorithm_that_is_named_signs_and_every_subject_type_names_a_user() {
    with_users_on_both(async |tenant| {
        let mut agent = UserAgent::new(tenant.server.url());
        let document = metadata(&tenant, DEFAULT).await;
        let [algorithm] = &texts(&document["id_token_signing_alg_values_supported"])[..] else { panic!("{document}") };
        assert_eq!(texts(&document["userinfo_signing_alg_values_supported"]), ["none", algorithm]);
        assert_eq!(texts(&document["claim_types_supported"]), ["normal"]);
        assert_eq!(texts(&document["subject_types_supported"]), ["public", "pairwise"]);
        let set = jwt::key_set(&tenant, DEFAULT).await;
        let mut subjects = BTreeSet::new();
        for (userinfo, subject_type) in
            [("", SubjectType::Public), ("none", SubjectType::Public), (algorithm, SubjectType::Pairwise)]
        {
            let app = greedy(&tenant, |details| {
                userinfo.clone_into(&mut details.metadata.userinfo_signed_response_alg);
                details.metadata.subject_type = subject_type;
            })
            .await;
            let request = app.request().with("scope", "openid email");
            let tokens = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
            let (header, claims) = jwt::read(tokens.id_token());
            assert_eq!(header["alg"], algorithm.as_str());
            let answer = app.userinfo(&tokens.access_token).await.expect(200);
            let told = if userinfo == algorithm {
                assert_eq!(answer.header("content-type"), "application/jwt");
                let text = answer.text();
                assert!(jwt::verify(&set, &text));
                let told = claims_of(&text);
                assert_eq!((&told["iss"], &told["aud"]), (&json!(app.issuer), &json!(app.client.id)));
                told
            } else {
                assert_eq!(answer.header("content-type"), "application/json");
                answer.json()
            };
            assert_eq!((&told["sub"], &told["email"]), (&claims["sub"], &json!("ada@people.example")));
            subjects.insert(claims["sub"].to_string());
        }
        assert_eq!(subjects.len(), 2, "{subjects:?}");
    })
    .await;
}

#[tokio::test]
async fn assertion_64_request_objects_are_taken_with_every_algorithm_that_is_named() {
    with_users_on_both(async |tenant| {
        let mut agent = UserAgent::new(tenant.server.url());
        let algorithms = named(&tenant, "request_object_signing_alg_values_supported").await;
        assert_eq!(algorithms, ["RS256", "PS256", "ES256", "EdDSA", "HS256", "none"]);
        for algorithm in algorithms.iter().map(String::as_str).chain(["HS512", "RS512", "ES384", "NONE"]) {
            let is_named = algorithms.iter().any(|named| named == algorithm);
            let key = jwt::Key::new(match algorithm {
                "RS256" | "PS256" | "ES256" => algorithm,
                "RS512" => "RS256",
                "ES384" => "ES256",
                _ => "EdDSA",
            });
            let app = greedy(&tenant, |details| details.jwks = Some(key.jwks("1"))).await;
            let inside = app.request().with("scope", "openid email");
            let mut claims: Value =
                inside.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
            claims["iss"] = json!(app.client.id);
            claims["aud"] = json!(app.issuer);
            let header = json!({"alg": algorithm, "kid": "1", "typ": "oauth-authz-req+jwt"});
            let object = match algorithm {
                "none" | "NONE" => jwt::compact(&header, &claims, |_| Vec::new()),
                "HS256" | "HS512" => jwt::compact(&header, &claims, |input| {
                    let key = hmac::Key::new(hmac::HMAC_SHA256, app.client.secret.as_bytes());
                    hmac::sign(&key, input).as_ref().to_vec()
                }),
                _ => key.sign(&header, &claims),
            };
            // What OAuth 2.0 itself asks for stands beside it; the object wins.
            let outside = app.request().with("request", &object).with("scope", "openid").with("state", &inside.state);
            let response = answered(&mut agent, &outside.url()).await;
            if is_named {
                let code = response.code(&app, &inside);
                let tokens = app.exchange(code, &inside).await.expect(200).json();
                assert_eq!(tokens["scope"], "openid email", "{algorithm}");
            } else {
                assert_eq!(response.error(&app, &inside).0, "invalid_request_object", "{algorithm}");
            }
        }
        let app = greedy(&tenant, |_| ()).await;
        let request = app.request().with("request_uri", "https://app.example/request.jwt");
        let response = answered(&mut agent, &request.url()).await;
        assert_eq!(response.error(&app, &request).0, "invalid_request_uri", "only one that is registered is fetched");
        let request = app.request().with("registration", "{}");
        let response = answered(&mut agent, &request.url()).await;
        assert_eq!(response.error(&app, &request).0, "registration_not_supported");
    })
    .await;
}
