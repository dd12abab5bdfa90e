//! Codes and refresh tokens are good for whom they were given to, in the request that they were given for, and as they were given.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Answer, Credentials, RelyingParty, Tenant, UserAgent};
use serde_json::json;

use super::{ADA, agent, code, refused, with_users_on_both};
use crate::it::things;

const SCOPE: &str = "openid offline_access";
const SCOPES: [&str; 2] = ["openid", "offline_access"];

/// The application called `twin` of a tenant. Its secret is the same in each.
async fn twin(tenant: &Tenant) -> RelyingParty {
    let secret = "the-same-secret-in-each-of-the-tenants".to_owned();
    let (tenant_id, id) = (tenant.id.clone(), "twin".to_owned());
    let new = NewClient {
        id: Some(id.clone()),
        server_id: DEFAULT.to_owned(),
        secret: Some(secret.clone()),
        details: application(&SCOPES),
        ..NewClient::default()
    };
    let make = async move |store| client::create(&Acting::new(&store, &tenant_id, Actor::system()), new).await.unwrap();
    let made = tenant.server.with_store(move |store| async move { make(store).await }).await;
    let credentials = Credentials { id, secret, server: DEFAULT.to_owned() };
    RelyingParty::of(tenant, credentials, ClientAuthentication::default(), made.redirect_uris[0].clone())
}

#[tokio::test]
async fn cve_2026_55672_a_code_and_a_refresh_token_are_their_clients_own() {
    with_users_on_both(async |tenant| {
        let (ours, theirs) = (RelyingParty::web(&tenant, &SCOPES).await, RelyingParty::web(&tenant, &SCOPES).await);
        let public = RelyingParty::public(&tenant, &SCOPES).await;
        let elsewhere = things::authorization_server(&tenant).await;
        let elsewhere = RelyingParty::register_at(&tenant, &elsewhere, application(&SCOPES)).await;
        let stranger = Tenant::new(&tenant.server).await;
        let (here, there) = (twin(&tenant).await, twin(&stranger).await);
        for (owner, thieves) in [(&ours, vec![&theirs, &public, &elsewhere]), (&here, vec![&there, &ours])] {
            let request = owner.request().with("scope", SCOPE);
            let code = code(owner, &mut agent(&tenant), &request).await;
            for thief in &thieves {
                refused(&thief.exchange(&code, &request).await, 400, "invalid_grant");
            }
            // Nobody but its owner can spoil it.
            let tokens = Tokens::from(&owner.exchange(&code, &request).await);
            for thief in &thieves {
                refused(&thief.exchange(&code, &request).await, 400, "invalid_grant");
                refused(&thief.refresh(tokens.refresh_token()).await, 400, "invalid_grant");
                if thief.authentication != ClientAuthentication::None {
                    for token in [tokens.refresh_token(), &tokens.access_token] {
                        assert_eq!(thief.introspect(token).await, json!({"active": false}));
                    }
                }
                let revoked = thief.call("oauth2/revoke", &[("token", tokens.refresh_token())]).send().await;
                assert!(matches!(revoked.status, 200 | 400), "{}", revoked.text());
            }
            let next = Tokens::from(&owner.refresh(tokens.refresh_token()).await);
            assert_eq!(owner.introspect(next.refresh_token()).await["active"], true);
            let _ = owner.userinfo(&next.access_token).await.expect(200);
        }
    })
    .await;
}

/// What a code is exchanged with; each alone can be wrong.
struct Fields<'a> {
    client: &'a RelyingParty,
    code: &'a str,
    redirect_uri: Option<&'a str>,
    verifier: Option<&'a str>,
}

impl Fields<'_> {
    async fn send(&self) -> Answer {
        let mut fields = vec![("grant_type", "authorization_code"), ("code", self.code)];
        fields.extend(self.redirect_uri.map(|uri| ("redirect_uri", uri)));
        fields.extend(self.verifier.map(|verifier| ("code_verifier", verifier)));
        self.client.call("oauth2/token", &fields).send().await
    }
}

#[tokio::test]
async fn cve_2026_28513_each_wrong_field_alone_refuses_a_code() {
    with_users_on_both(async |tenant| {
        let mut details = application(&SCOPES);
        details.redirect_uris.push("https://app.example/other".to_owned());
        let client = RelyingParty::register(&tenant, details.clone()).await;
        let other = RelyingParty::register(&tenant, details).await;
        let mut forger = client.clone();
        forger.client.secret = other.client.secret.clone();
        let mut agent = agent(&tenant);
        let request = client.request().with("scope", SCOPE);
        let foreign_request = other.request().with("scope", SCOPE);
        let foreign_code = code(&other, &mut agent, &foreign_request).await;
        let code = code(&client, &mut agent, &request).await;
        let right = || Fields {
            client: &client,
            code: &code,
            redirect_uri: Some(&client.redirect_uri),
            verifier: Some(&request.verifier),
        };
        let longer = format!("{}A", request.verifier);
        let slash = format!("{}/", client.redirect_uri);
        let upper = code.to_uppercase();
        for (what, fields, status, error) in [
            ("client", Fields { client: &other, ..right() }, 400, "invalid_grant"),
            ("secret", Fields { client: &forger, ..right() }, 401, "invalid_client"),
            ("another's code", Fields { code: &foreign_code, ..right() }, 400, "invalid_grant"),
            ("case of the code", Fields { code: &upper, ..right() }, 400, "invalid_grant"),
            ("no code", Fields { code: "", ..right() }, 400, "invalid_request"),
            (
                "another registered redirect URI",
                Fields { redirect_uri: Some("https://app.example/other"), ..right() },
                400,
                "invalid_grant",
            ),
            ("a slash", Fields { redirect_uri: Some(&slash), ..right() }, 400, "invalid_grant"),
            ("no redirect URI", Fields { redirect_uri: None, ..right() }, 400, "invalid_grant"),
            ("another verifier", Fields { verifier: Some(&foreign_request.verifier), ..right() }, 400, "invalid_grant"),
            ("a longer verifier", Fields { verifier: Some(&longer), ..right() }, 400, "invalid_grant"),
            ("no verifier", Fields { verifier: None, ..right() }, 400, "invalid_grant"),
        ] {
            println!("{what}");
            refused(&fields.send().await, status, error);
        }
        let _ = right().send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn cve_2024_23647_a_challenge_is_neither_taken_away_nor_added_between_the_two_legs() {
    with_users_on_both(async |tenant| {
        let confidential = RelyingParty::web(&tenant, &SCOPES).await;
        let public = RelyingParty::public(&tenant, &SCOPES).await;
        for client in [&confidential, &public] {
            let request = client.request();
            let code = code(client, &mut agent(&tenant), &request).await;
            let uri = Some(client.redirect_uri.as_str());
            refused(
                &Fields { client, code: &code, redirect_uri: uri, verifier: None }.send().await,
                400,
                "invalid_grant",
            );
            let _ = client.exchange(&code, &request).await.expect(200);
        }
        // Taken away on the way to the server: the client sends its verifier all the same.
        let request = confidential.request().without_challenge();
        let code = code(&confidential, &mut agent(&tenant), &request).await;
        refused(&confidential.exchange(&code, &request).await, 400, "invalid_grant");
        for request in [
            public.request().without_challenge(),
            public.request().without("code_challenge"),
            public.request().without("code_challenge_method"),
            public.request().with("code_challenge_method", "plain"),
            public.request().with("code_challenge_method", "s256"),
            public.request().with("code_challenge", ""),
            public.request().with("code_challenge", "short"),
            public.request().and("code_challenge", &"A".repeat(43)),
        ] {
            let left = agent(&tenant).get(&request.url()).await.left();
            let response = AuthorizationResponse::from(&left);
            assert_eq!(response.error(&public, &request).0, "invalid_request", "{}", request.url());
        }
    })
    .await;
}

/// A token one letter shorter each time, and with each letter changed by one bit.
fn mutilated(token: &str) -> Vec<String> {
    let mut all: Vec<String> = (1..token.len()).map(|length| token[..length].to_owned()).collect();
    for (at, byte) in token.bytes().enumerate() {
        let changed = char::from(byte ^ if byte == 1 { 2 } else { 1 });
        all.push(format!("{}{changed}{}", &token[..at], &token[at + 1..]));
    }
    // Other spellings of the last bits, of the alphabet, and around.
    let (rest, last) = token.split_at(token.len() - 1);
    all.extend("ABCDwxyz0189-_".chars().filter(|other| !last.contains(*other)).map(|other| format!("{rest}{other}")));
    all.extend([format!("{token}="), format!("{token}A"), format!(" {token}"), format!("{token} ")]);
    for other in [token.to_lowercase(), token.to_uppercase(), token.replace('-', "+"), token.replace('_', "/")] {
        if other != token {
            all.push(other);
        }
    }
    all
}

#[tokio::test]
async fn cve_2026_27840_no_part_and_no_change_of_a_code_or_a_refresh_token_is_one() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let request = application.request().with("scope", SCOPE);
        let code = code(&application, &mut agent(&tenant), &request).await;
        for wrong in mutilated(&code) {
            refused(&application.exchange(&wrong, &request).await, 400, "invalid_grant");
        }
        let tokens = Tokens::from(&application.exchange(&code, &request).await);
        let token = tokens.refresh_token();
        for wrong in mutilated(token) {
            refused(&application.refresh(&wrong).await, 400, "invalid_grant");
            assert_eq!(application.introspect(&wrong).await, json!({"active": false}), "{wrong}");
        }
        let _ = application.call("oauth2/revoke", &[("token", &mutilated(token)[0])]).send().await.expect(200);
        // Guesses end nothing.
        let _ = application.refresh(token).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn cve_2026_27840_no_part_and_no_change_of_a_session_cookie_is_one() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::register(&tenant, trusted()).await;
        let mut browser = agent(&tenant);
        let _ = application.sign_in(&mut browser, &application.request(), ADA).await;
        let cookie = browser.cookies.kept().iter().find(|cookie| cookie.name.contains("session")).unwrap().clone();
        let request = application.request().with("prompt", "none");
        let knows = async |value: String| {
            let mut other = UserAgent::new(tenant.server.url());
            let mut planted = cookie.clone();
            planted.value = value;
            other.cookies.plant(planted);
            match other.get(&request.url()).await {
                Outcome::Left(left) => AuthorizationResponse::from(&left).get("code").is_some(),
                Outcome::Page(page) => panic!("{page}"),
            }
        };
        for wrong in mutilated(&cookie.value).into_iter().filter(|wrong| wrong.trim() != cookie.value) {
            let is_sendable = wrong.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte));
            assert!(!is_sendable || !knows(wrong.clone()).await, "{wrong}");
        }
        assert!(knows(cookie.value.clone()).await);
    })
    .await;
}

/// Details of an application that asks nobody.
fn trusted() -> ClientDetails {
    ClientDetails { trusted: true, ..application(&SCOPES) }
}
