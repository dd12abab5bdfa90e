//! Which grants there are, and who may use them.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, GRANT_TYPES, SYSTEM};
use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::{Tokens, application, claims_of};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Credentials, Database, RelyingParty, Tenant, TestServer, UserAgent, on_both};
use serde_json::json;

use super::discovery::{metadata, texts};
use super::{TOKEN, change_server, machine, offer_all_grants, post, refused, register};
use crate::it::devices::{self, Device};

fn with_grants(grants: &[&str]) -> ClientDetails {
    ClientDetails { grant_types: Some(grants.iter().map(|grant| (*grant).to_owned()).collect()), ..machine() }
}

/// Asks with everything that some grant needs, none of which holds.
async fn ask(tenant: &Tenant, app: &Credentials, grant: &str) -> Answer {
    let form = [
        ("grant_type", grant),
        ("code", "c"),
        ("refresh_token", "r"),
        ("username", "nobody"),
        ("password", "p"),
        ("device_code", "d"),
        ("subject_token", "s"),
        ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
        ("assertion", "a"),
    ];
    post(tenant, &app.server, TOKEN).basic(&app.id, &app.secret).form(&form).send().await
}

/// What such a request is answered with where the grant is known.
fn answer_of(grant: &str) -> (u16, Option<&'static str>) {
    match grant {
        "client_credentials" => (200, None),
        // The authorization endpoint's.
        "implicit" => (400, Some("unsupported_grant_type")),
        "urn:ietf:params:oauth:grant-type:token-exchange" => (400, Some("invalid_request")),
        _ => (400, Some("invalid_grant")),
    }
}

#[tokio::test]
async fn grants_that_are_not_offered_are_unsupported_whatever_the_client_is_registered_for() {
    on_both(async |tenant| {
        for (server, all) in [(DEFAULT, false), (ADMIN, false), (SYSTEM, false), (DEFAULT, true)] {
            if all {
                offer_all_grants(&tenant).await;
            }
            let offered = texts(&metadata(&tenant, server).await["grant_types_supported"]);
            let app = register(&tenant, server, with_grants(&GRANT_TYPES)).await;
            for grant in GRANT_TYPES {
                let answer = ask(&tenant, &app, grant).await;
                match answer_of(grant) {
                    _ if !offered.iter().any(|offered| offered == grant) => {
                        refused(answer, 400, "unsupported_grant_type");
                    }
                    (status, Some(error)) => drop(refused(answer, status, error)),
                    (status, None) => drop(answer.expect(status)),
                }
            }
            assert_eq!(offered.len() == GRANT_TYPES.len(), all, "{server}: {offered:?}");
            for grant in
                ["none", "CLIENT_CREDENTIALS", "client_credentials ", "code", "urn:openid:params:grant-type:ciba"]
            {
                refused(ask(&tenant, &app, grant).await, 400, "unsupported_grant_type");
            }
        }
        change_server(&tenant, |details| details.grant_types = vec!["authorization_code".to_owned()]).await;
        let app = register(&tenant, DEFAULT, with_grants(&GRANT_TYPES)).await;
        refused(ask(&tenant, &app, "client_credentials").await, 400, "unsupported_grant_type");
    })
    .await;
}

#[tokio::test]
async fn assertion_30_the_password_grant_is_off_unless_a_server_is_set_to_it_and_never_on_in_oauth_2_1() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let grants = Some(vec!["password".to_owned(), "refresh_token".to_owned()]);
        let details = ClientDetails { grant_types: grants, ..application(&["openid", "email", "offline_access"]) };
        let legacy = RelyingParty::register(&tenant, details).await;
        let ask = async |username: &str, password: &str, scope: &str| {
            let fields = [("grant_type", "password"), ("username", username), ("password", password), ("scope", scope)];
            legacy.call(TOKEN, &fields).send().await
        };
        refused(ask(USER, PASSWORD, "openid").await, 400, "unsupported_grant_type");

        offer_all_grants(&tenant).await;
        let tokens = Tokens::from(&ask(USER, PASSWORD, "openid email").await);
        let claims = legacy.verify_id_token(tokens.id_token(), None, Some(&tokens.access_token), None).await;
        assert_eq!((&claims["sub"], &claims["amr"]), (&json!(USER), &json!(["pwd"])));
        assert!(claims.get("sid").is_none() && tokens.refresh_token.is_none(), "{}", tokens.body);
        assert_eq!(legacy.userinfo(&tokens.access_token).await.expect(200).json()["email"], "ada@people.example");
        let offline = Tokens::from(&ask(USER, PASSWORD, "openid offline_access").await);
        let refreshed = Tokens::from(&legacy.refresh(offline.refresh_token()).await);
        assert_eq!(claims_of(&refreshed.access_token)["sub"], USER);
        for (username, password) in [(USER, "wrong"), ("nobody", PASSWORD), (USER, "Password"), ("USER", PASSWORD)] {
            refused(ask(username, password, "openid").await, 400, "invalid_grant");
        }
        refused(ask(USER, "", "openid").await, 400, "invalid_request");
        refused(ask(USER, PASSWORD, "phone").await, 400, "invalid_scope");

        change_server(&tenant, |details| {
            details.grant_types = GRANT_TYPES.map(str::to_owned).into();
            details.profiles = vec!["oauth21".to_owned()];
        })
        .await;
        refused(ask(USER, PASSWORD, "openid").await, 400, "unsupported_grant_type");
        let offered = texts(&metadata(&tenant, DEFAULT).await["grant_types_supported"]);
        assert!(!offered.iter().any(|grant| grant == "password" || grant == "implicit"), "{offered:?}");
    }
}

/// Whatever a user signs in by, the scope `offline_access` alone gives nobody a refresh token.
#[tokio::test]
async fn a_refresh_token_is_only_for_who_is_registered_for_refreshing() {
    for database in Database::tested() {
        println!("on {database:?}");
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        offer_all_grants(&tenant).await;
        for grant in ["password", "authorization_code", devices::GRANT] {
            for also in [&[][..], &["refresh_token"]] {
                let grant_types = Some([&[grant][..], also].concat().iter().map(|grant| (*grant).to_owned()).collect());
                let details = ClientDetails { grant_types, ..application(&["openid", "offline_access"]) };
                let app = RelyingParty::register(&tenant, details).await;
                let mut agent = UserAgent::new(tenant.server.url());
                let (user, scope) = ((USER, PASSWORD), ("scope", "openid offline_access"));
                let tokens = match grant {
                    "authorization_code" => app.sign_in(&mut agent, &app.request().with(scope.0, scope.1), user).await,
                    devices::GRANT => {
                        let device = Device::begin(&app, scope.1).await;
                        device.approve(&mut agent, user).await;
                        Tokens::from(&device.ask().await)
                    }
                    _ => {
                        let fields = [("grant_type", grant), ("username", USER), ("password", PASSWORD), scope];
                        Tokens::from(&app.call(TOKEN, &fields).send().await)
                    }
                };
                assert_eq!(tokens.refresh_token.is_some(), !also.is_empty(), "{grant} and {also:?}: {}", tokens.body);
            }
        }
    }
}

#[tokio::test]
async fn assertion_31_a_client_uses_only_the_grants_that_it_is_registered_for() {
    on_both(async |tenant| {
        offer_all_grants(&tenant).await;
        for registered in GRANT_TYPES {
            let app = register(&tenant, DEFAULT, with_grants(&[registered])).await;
            for grant in GRANT_TYPES.into_iter().filter(|grant| *grant != "implicit") {
                let answer = ask(&tenant, &app, grant).await;
                match answer_of(grant) {
                    _ if grant != registered => drop(refused(answer, 400, "unauthorized_client")),
                    (status, Some(error)) => drop(refused(answer, status, error)),
                    (status, None) => drop(answer.expect(status)),
                }
            }
        }
        let app = register(&tenant, DEFAULT, with_grants(&[])).await;
        refused(ask(&tenant, &app, "client_credentials").await, 400, "unauthorized_client");
    })
    .await;
}
