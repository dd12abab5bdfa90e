//! A dump as ACP 1.1 writes it moves in: clients, users and tokens of before go on.

use authplane_tests::relying_party::application;
use authplane_tests::{Credentials, RelyingParty, Tenant, UserAgent, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{Installer, assert_same, elsewhere};
use crate::it::client_sdk::keys::Key;
use crate::it::oauth::jwt;

/// As such a dump is, with nulls for lists that nobody filled.
const DUMP: &str = include_str!("../../../../../fixtures/acp-dump.json");
/// Of the dump.
const KID: &str = "old-signing-key";
const ACME: &str = "acme";

/// A tenant that came from elsewhere, as its old operator enters it.
async fn moved(installer: &Installer, key: &Key) -> (Tenant, Value) {
    let mut dump: Value = serde_json::from_str(DUMP).unwrap();
    let default = dump["servers"].as_array_mut().unwrap().iter_mut().find(|server| server["id"] == "default").unwrap();
    assert_eq!(default["jwks"]["keys"][0]["kid"], KID);
    // One whose private part the test has in the form that it signs with.
    default["jwks"]["keys"][0] = key.private(KID);
    let done = installer.apply("?keep_issuers=true&administrators=true", &dump).await.expect(200).json();
    assert_eq!(done["written"], true);
    let administrator = Credentials {
        id: "ops".to_owned(),
        secret: "oldOperatorSecret_0123456789_abcdefghijklmno".to_owned(),
        server: "admin".to_owned(),
    };
    let mut tenant =
        Tenant { id: ACME.to_owned(), server: installer.server.clone(), administrator, token: String::new() };
    let answer = tenant.ask_for_token(&tenant.administrator, None, &[]).await.expect(200).json();
    tenant.token = answer["access_token"].as_str().unwrap().to_owned();
    // And again: nothing is left to do.
    let again = installer.apply("?mode=update&keep_issuers=true", &dump).await.expect(200).json();
    assert_eq!(again["changes"], json!([]));
    (tenant, done)
}

fn with_secret(id: &str, secret: &str) -> Credentials {
    Credentials { id: id.to_owned(), secret: secret.to_owned(), server: "default".to_owned() }
}

#[tokio::test]
async fn old_clients_users_and_tokens_go_on_after_the_move() {
    on_both(async |tenant| {
        let installer = elsewhere(tenant.server.database()).await;
        let key = Key::new("ES256");
        let (acme, done) = moved(&installer, &key).await;
        let codes: Vec<&str> = done["notes"].as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect();
        for (code, times) in [("issuer_kept", 1), ("issuer_replaced", 3), ("administrator", 1), ("unknown_scope", 0), ("new_secret", 0)] {
            assert_eq!(codes.iter().filter(|told| **told == code).count(), times, "{code}: {}", done["notes"]);
        }
        // An old client, with its secret of before and the one before that; and one of whose secret there is but a digest.
        for (id, secret, scope) in [
            ("till", "oldClientSecret_0123456789_abcdefghijklmnopq", Some("pets:read")),
            ("till", "olderClientSecret_0123456789_abcdefghijklmno", Some("pets:read")),
            ("hashed", "nobody has this secret, only its digest", None),
        ] {
            let _ = acme.ask_for_token(&with_secret(id, secret), scope, &[]).await.expect(200);
        }
        let _ = acme.ask_for_token(&with_secret("till", "anotherSecret_0123456789_abcdefghijklmnopqrs"), None, &[]).await.expect(401);
        // An old user, whose password somebody else hashed.
        let application = RelyingParty::register(&acme, application(&["openid", "email"])).await;
        let application = RelyingParty { issuer: "https://old.example.com/acme/default".to_owned(), ..application };
        let mut agent = UserAgent::new(acme.server.url());
        let authorize = format!("{}/oauth2/authorize", acme.server.issuer(ACME, "default"));
        let request = application.request().at(&authorize);
        let _ = application.sign_in(&mut agent, &request, ("ada", "an old password")).await;
        // An old token, at introspection.
        let now = acme.server.context().now().timestamp();
        let claims = json!({
            "iss": "https://old.example.com/acme/default", "sub": "till", "aud": ["till"], "exp": now + 600, "iat": now - 60, "nbf": now - 60,
            "jti": "an-old-token", "scp": ["pets:read"], "tid": ACME, "aid": "default", "st": "public"
        });
        let token = jwt::Key::from_pkcs8("ES256", &key.pkcs8()).sign(&json!({"alg": "ES256", "kid": KID, "typ": "JWT"}), &claims);
        let till = with_secret("till", "oldClientSecret_0123456789_abcdefghijklmnopq");
        let asked = acme.server.call(Method::POST, "/acme/default/oauth2/introspect").basic(&till.id, &till.secret);
        let answer = asked.form(&[("token", token.as_str())]).send().await.expect(200).json();
        assert_eq!((&answer["active"], &answer["sub"]), (&true.into(), &"till".into()), "{answer}");
        // What the export says now is what another installation exports after it.
        let first = installer.export_text("?tid=acme").await;
        let there = elsewhere(tenant.server.database()).await;
        let _ = there.apply("?keep_issuers=true", &serde_json::from_str(&first).unwrap()).await.expect(200);
        assert_same(&first, &there.export_text("?tid=acme").await);
    })
    .await;
}

#[tokio::test]
async fn without_the_flags_old_administrators_can_do_nothing_and_issuers_stay_behind() {
    on_both(async |tenant| {
        let installer = elsewhere(tenant.server.database()).await;
        let dump: Value = serde_json::from_str(DUMP).unwrap();
        let done = installer.apply("", &dump).await.expect(200).json();
        let told: Vec<(&str, &str)> = done["notes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|note| (note["code"].as_str().unwrap(), note["pointer"].as_str().unwrap()))
            .collect();
        assert!(told.contains(&("administrator_without_scopes", "/clients/2")), "{told:?}");
        assert_eq!(told.iter().filter(|(code, _)| *code == "issuer_replaced").count(), 4);
        let metadata =
            installer.server.call(Method::GET, "/acme/default/.well-known/openid-configuration").send().await;
        assert_eq!(metadata.expect(200).json()["issuer"], installer.server.issuer(ACME, "default"));
        let administrator = Credentials {
            id: "ops".to_owned(),
            secret: "oldOperatorSecret_0123456789_abcdefghijklmno".to_owned(),
            server: "admin".to_owned(),
        };
        let acme =
            Tenant { id: ACME.to_owned(), server: installer.server.clone(), administrator, token: String::new() };
        let token = acme.ask_for_token(&acme.administrator, None, &[]).await.expect(200).json();
        let list = acme.get("/api/admin/{tid}/policies").bearer(token["access_token"].as_str().unwrap());
        let _ = list.send().await.expect(403);
    })
    .await;
}
