//! The flow of OpenID Connect Core §3.1, page by page.

use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::{
    AuthorizationResponse, REDIRECT_URI, ResponseMode, Tokens, application, claims_of, send,
};
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use openidconnect::core::{CoreClient, CoreResponseType, CoreUserInfoClaims};
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, RedirectUrl, Scope, TokenResponse as _,
};
use serde_json::json;

use super::{SCOPES, with_users_on_both};

#[tokio::test]
async fn the_openidconnect_crate_signs_a_user_in() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let credentials = (application.client.id.clone(), application.client.secret.clone());
        let client = CoreClient::from_provider_metadata(
            application.discover().await,
            ClientId::new(credentials.0),
            Some(ClientSecret::new(credentials.1)),
        );
        let client = client.set_redirect_uri(RedirectUrl::new(application.redirect_uri.clone()).unwrap());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (url, state, nonce) = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(SCOPES[1..].iter().map(|scope| Scope::new((*scope).to_owned())))
            .set_pkce_challenge(challenge)
            .url();

        let mut agent = UserAgent::new(tenant.server.url());
        let left = agent.sign_in(url.as_str(), USER, PASSWORD).await;
        let response = AuthorizationResponse::from(&left);
        assert_eq!((response.mode, &*response.redirect_uri), (ResponseMode::Query, &*application.redirect_uri));
        assert_eq!(response.get("state"), Some(state.secret().as_str()));

        let code = AuthorizationCode::new(response.get("code").unwrap().to_owned());
        let exchange = client.exchange_code(code).unwrap().set_pkce_verifier(verifier);
        let tokens = exchange.request_async(&send).await.unwrap();
        let id_token = tokens.id_token().unwrap();
        let claims = id_token.claims(&client.id_token_verifier(), &nonce).unwrap();
        let userinfo: CoreUserInfoClaims = client
            .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
            .unwrap()
            .request_async(&send)
            .await
            .unwrap();
        assert_eq!(userinfo.email().map(|email| email.as_str()), Some("ada@people.example"));
        assert_eq!(userinfo.email_verified(), Some(true));
        assert_eq!(userinfo.address().unwrap().locality.as_ref().map(|locality| locality.as_str()), Some("Berlin"));
        let name = userinfo.name().and_then(|name| name.get(None)).map(|name| name.as_str());
        assert_eq!(name, Some("Ada Example"));

        let again = client.exchange_refresh_token(tokens.refresh_token().unwrap()).unwrap();
        let again = again.request_async(&send).await.unwrap();
        assert_ne!(again.access_token().secret(), tokens.access_token().secret());
        assert_eq!(application.introspect(again.access_token().secret()).await["sub"], claims.subject().as_str());
    })
    .await;
}

#[tokio::test]
async fn a_user_sees_who_asks_for_what_signs_in_and_allows_it() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::public(&tenant, &SCOPES).await;
        let request = application.request().with("scope", "openid email");
        let mut agent = UserAgent::new(tenant.server.url());
        let page = agent.get(&request.url()).await.page().expect(200);
        let statuses: Vec<_> = page.history.iter().map(|step| step.status).collect();
        assert_eq!(statuses, [302, 200], "{:?}", page.history);
        assert!(page.words().contains("An application"), "{page}");
        let form = page.form();
        for name in ["login_id", "login_state", "csrf"] {
            assert!(!form.value(name).is_empty(), "{name}");
        }
        // Nothing of the request, which an application may have put secrets into, is in the address.
        assert!(!page.url.as_str().contains(&request.state) && !page.url.as_str().contains(&request.nonce));

        let wrong = agent.submit(form, &[("username", USER), ("password", "wrong")]).await.page();
        assert!(!wrong.alerts().is_empty(), "{wrong}");
        assert_eq!(wrong.form().value("username"), USER);
        let consent = agent.submit(wrong.form(), &[("password", PASSWORD)]).await.page().expect(200);
        assert!(consent.words().contains("An application") && consent.words().contains("Ada Example"), "{consent}");
        let offered: Vec<_> = consent
            .form()
            .controls
            .iter()
            .filter(|control| control.name == "scope")
            .map(|scope| &*scope.value)
            .collect();
        assert_eq!(offered, ["email"]);

        let left = agent.submit(consent.form(), &[("decision", "allow")]).await.left();
        assert_eq!(left.history.last().unwrap().status, 303, "RFC 9700 section 4.12");
        let response = AuthorizationResponse::from(&left);
        let code = response.code(&application, &request);
        let tokens = Tokens::from(&application.exchange(code, &request).await);
        let access_token = Some(tokens.access_token.as_str());
        let claims = application.verify_id_token(tokens.id_token(), Some(&request.nonce), access_token, None).await;
        assert!(claims["auth_time"].is_i64() && claims["sid"].is_string(), "{claims}");
        let userinfo = application.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!(userinfo, json!({"sub": claims["sub"], "email": "ada@people.example", "email_verified": true}));

        let replayed = application.exchange(code, &request).await.expect(400);
        assert_eq!(replayed.json()["error"], "invalid_grant");
        let _ = application.userinfo(&tokens.access_token).await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn who_is_signed_in_and_has_consented_is_not_asked_again() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = application.request();
        let first = application.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        let request = application.request();
        let second = application.ask_again(&mut agent, &request).await;
        let (first, second) = (claims_of(first.id_token()), claims_of(second.id_token()));
        for name in ["sub", "sid", "auth_time"] {
            assert_eq!(first[name], second[name], "{name}");
        }
        assert_eq!(second["nonce"], request.nonce.as_str());

        let more = application.request().with("scope", "openid phone");
        let page = agent.get(&more.url()).await.page();
        assert!(page.form_with("decision").is_some() && page.form_with("password").is_none(), "{page}");

        let mut others = UserAgent::new(tenant.server.url());
        let request = application.request();
        let other = application.sign_in(&mut others, &request, (OTHER_USER, PASSWORD)).await;
        assert_ne!(claims_of(other.id_token())["sub"], first["sub"]);
    })
    .await;
}

/// RFC 8252 §8.6: what else is on the user's machine can say that it is this application, and hear its answers. Only the user can tell them apart.
#[tokio::test]
async fn who_has_consented_is_asked_each_time_by_an_application_that_others_can_pretend_to_be() {
    with_users_on_both(async |tenant| {
        for (uri, authentication, asks) in [
            ("com.example.app:/callback", ClientAuthentication::None, true),
            ("http://127.0.0.1/callback", ClientAuthentication::None, true),
            ("http://[::1]:7777/callback", ClientAuthentication::None, true),
            ("https://app.example/callback", ClientAuthentication::None, false),
            ("com.example.app:/callback", ClientAuthentication::ClientSecretBasic, false),
        ] {
            let redirect_uris = vec![uri.to_owned()];
            let details = application(&["openid"]);
            let details = ClientDetails { token_endpoint_auth_method: authentication, redirect_uris, ..details };
            let app = RelyingParty::register(&tenant, details).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let _ = app.sign_in(&mut agent, &app.request(), (USER, PASSWORD)).await;
            let asked = match agent.get(&app.request().url()).await {
                Outcome::Page(page) => page.form_with("decision").is_some(),
                Outcome::Left(_) => false,
            };
            assert_eq!(asked, asks, "{uri} {authentication:?}");
            let silent = app.request().with("prompt", "none");
            let left = agent.get(&silent.url()).await.left();
            let error = asks.then_some("login_required");
            assert_eq!(AuthorizationResponse::from(&left).get("error"), error, "{uri} {authentication:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_denies_or_turns_back_is_sent_to_the_application_with_access_denied() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = application.request().with("scope", "openid profile");
        let outcome = agent.get(&request.url()).await;
        let consent = agent.walk(outcome, USER, PASSWORD, |page| page.form_with("decision").is_some()).await.page();
        let left = agent.submit(consent.form(), &[("decision", "deny")]).await.left();
        let response = AuthorizationResponse::from(&left);
        assert_eq!(response.error(&application, &request).0, "access_denied");

        let mut agent = UserAgent::new(tenant.server.url());
        let request = application.request();
        let page = agent.get(&request.url()).await.page();
        let cancel = page.links().into_iter().find(|href| href.contains("cancel")).unwrap().to_owned();
        let left = agent.follow(&page, &cancel).await.left();
        let response = AuthorizationResponse::from(&left);
        assert_eq!(response.error(&application, &request).0, "access_denied");
        let after = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
        assert_eq!(after.status, 400, "it is over: {after}");
    })
    .await;
}

/// Replaces what can be set of an application.
async fn change(tenant: &Tenant, application: &RelyingParty, details: ClientDetails) {
    let (tid, cid) = (tenant.id.clone(), application.client.id.clone());
    let change = async move |store: authplane_domain::Store| {
        client::change(&Acting::new(&store, &tid, Actor::system()), &cid, details, None).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await;
}

/// A sign-in takes its user minutes. What an administrator takes away meanwhile is taken away, whatever was checked before.
#[tokio::test]
async fn a_redirect_uri_that_is_taken_away_during_a_sign_in_gets_no_answer_any_more() {
    with_users_on_both(async |tenant| {
        for mode in ["query", "fragment", "form_post"] {
            let details = || ClientDetails { redirect_uris: vec![REDIRECT_URI.to_owned()], ..application(&["openid"]) };
            let application = RelyingParty::register(&tenant, details()).await;
            let request = application.request().with("response_mode", mode);
            let mut signing_in = UserAgent::new(tenant.server.url());
            let page = signing_in.get(&request.url()).await.page().expect(200);
            let mut consenting = UserAgent::new(tenant.server.url());
            let outcome = consenting.get(&request.url()).await;
            let is_question = |page: &Page| page.form_with("decision").is_some();
            let question = consenting.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);

            let redirect_uris = vec!["https://app.example/another".to_owned()];
            change(&tenant, &application, ClientDetails { redirect_uris, ..details() }).await;
            let cancel = page.links().into_iter().find(|link| link.contains("cancel")).unwrap().to_owned();
            for (what, outcome) in [
                ("cancelled", signing_in.follow(&page, &cancel).await),
                ("signed in", signing_in.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await),
                ("denied", consenting.submit(question.form(), &[("decision", "deny")]).await),
                ("allowed", consenting.submit(question.form(), &[("decision", "allow")]).await),
            ] {
                match outcome {
                    Outcome::Page(page) => {
                        assert_eq!((page.status, page.forms().len()), (400, 0), "{what}, {mode}: {page}");
                    }
                    Outcome::Left(left) => panic!("{what}, {mode}: left for {}", left.to),
                }
            }
            // Given back, it is what it was: nothing was used up by refusing.
            change(&tenant, &application, details()).await;
            let left = consenting.submit(question.form(), &[("decision", "allow")]).await;
            let left = consenting.walk(left, USER, PASSWORD, |_| false).await.left();
            let response = AuthorizationResponse::from(&left);
            let _ = application.exchange(response.code(&application, &request), &request).await.expect(200);
        }
    })
    .await;
}
