//! The flow of OpenID Connect Core §3.1, page by page.

use authplane_tests::relying_party::{AuthorizationResponse, ResponseMode, Tokens, claims_of, send};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, UserAgent};
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
