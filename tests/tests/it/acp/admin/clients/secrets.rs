//! `/api/admin/{tid}/clients/{cid}/rotateSecret` and `…/revokeRotatedSecrets`.

use std::sync::Arc;

use authplane_client::Secret;
use authplane_domain::clients::client;
use authplane_domain::environment::{Clock as _, ManualClock};
use authplane_domain::storage::row::Row as _;
use authplane_tests::{Answer, Call, Database, Settings, Tenant, TestServer, on_both};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use http::Method;
use serde_json::{Value, json};

use super::{CHANGE, CLIENTS, SECRET, authenticates, created, one, path_of, with};
use crate::it::acp::admin::field_of;
use crate::it::nets::{Making, Row};
use crate::it::oauth::jwt;
use crate::it::things::{fresh, gateway_of};

const ROTATE: &str = "/rotateSecret";
const REVOKE: &str = "/revokeRotatedSecrets";

async fn rotated(tenant: &Tenant, client: &Value, query: &str) -> String {
    let call = tenant.post(&format!("{}{ROTATE}{query}", path_of(client)));
    call.send().await.expect(200).json()["secret"].as_str().unwrap().to_owned()
}

async fn shown(tenant: &Tenant, client: &Value) -> Value {
    tenant.get(&path_of(client)).send().await.expect(200).json()
}

fn secret_of(client: &Value) -> String {
    client["client_secret"].as_str().unwrap().to_owned()
}

/// A machine of the default server.
async fn machine(tenant: &Tenant) -> Value {
    created(tenant, with("grant_types", json!(["client_credentials"]))).await
}

fn new_year() -> Arc<ManualClock> {
    Arc::new(ManualClock::new("2030-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap()))
}

/// A tenant of each database whose clock the test moves.
async fn on_clocks(case: impl AsyncFn(Tenant, Arc<ManualClock>)) {
    for database in Database::tested() {
        let clock = new_year();
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        Box::pin(case(Tenant::new(&server).await, clock)).await;
    }
}

#[tokio::test]
async fn the_sdk_rotates_and_revokes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let made = machine(&tenant).await;
        let (tid, id) = (&tenant.id, made["client_id"].as_str().unwrap());
        let rotation = client.rotate_client_secret().tid(tid).cid(id).auto_revoke_after("24h");
        let rotated = rotation.send().await.unwrap().into_inner();
        let got = client.get_client().tid(tid).cid(id).send().await.unwrap().into_inner();
        assert_eq!(got.client_secret, rotated.secret);
        let former: Vec<&str> = got.rotated_secrets.iter().map(Secret::expose).collect();
        assert_eq!(former, [secret_of(&made)]);
        client.revoke_rotated_client_secrets().tid(tid).cid(id).send().await.unwrap();
        let got = client.get_client().tid(tid).cid(id).send().await.unwrap().into_inner();
        assert!(got.rotated_secrets.is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_that_were_rotated_out_go_on_beside_the_current_one_until_they_are_revoked() {
    on_both(async |tenant| {
        let client = machine(&tenant).await;
        let mut secrets = vec![secret_of(&client)];
        for _ in 0..3 {
            secrets.push(rotated(&tenant, &client, "").await);
        }
        let [first, second, third, current] = &secrets[..] else { panic!("{secrets:?}") };
        assert_eq!(current.len(), 43);
        let now = shown(&tenant, &client).await;
        assert_eq!((&now["client_secret"], &now["rotated_secrets"]), (&json!(current), &json!([third, second])));
        for (secret, holds) in [(first, false), (second, true), (third, true), (current, true)] {
            assert_eq!(authenticates(&tenant, &client, secret).await, holds);
        }
        for again in 0..2 {
            let answer = tenant.post(&format!("{}{REVOKE}", path_of(&client))).send().await.expect(204);
            assert!(answer.body.is_empty(), "{again}");
            for (secret, holds) in [(second, false), (third, false), (current, true)] {
                assert_eq!(authenticates(&tenant, &client, secret).await, holds);
            }
        }
        let now = shown(&tenant, &client).await;
        assert_eq!((&now["client_secret"], &now["rotated_secrets"]), (&json!(current), &json!([])));
        let id = client["client_id"].as_str().unwrap();
        let events = tenant.audit_events().await.into_iter().filter(|(_, object)| object == id);
        // Revoking nothing is no change.
        assert_eq!(events.filter(|(action, _)| action == "client.change").count(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_rotated_secret_ends_when_it_was_to_be_revoked_or_would_have_ended_anyway() {
    on_clocks(async |tenant, clock| {
        let client = machine(&tenant).await;
        let expires_at = clock.now().timestamp() + 100;
        let body = json!({"client_secret_expires_at": expires_at, "grant_types": ["client_credentials"]});
        let _ = tenant.put(&path_of(&client)).json(body).send().await.expect(200);
        let first = secret_of(&client);
        let second = rotated(&tenant, &client, "?auto_revoke_after=1h").await;
        // The new one doesn't end.
        assert_eq!(shown(&tenant, &client).await["client_secret_expires_at"], 0);
        let current = rotated(&tenant, &client, "?auto_revoke_after=1m30s").await;
        for (seconds, of_first, of_second) in
            [(89, true, true), (1, true, false), (9, true, false), (1, false, false), (300, false, false)]
        {
            clock.advance(TimeDelta::seconds(seconds));
            assert_eq!(authenticates(&tenant, &client, &first).await, of_first);
            assert_eq!(authenticates(&tenant, &client, &second).await, of_second);
            assert!(authenticates(&tenant, &client, &current).await);
            let mut expected = Vec::new();
            expected.extend(of_second.then_some(&second));
            expected.extend(of_first.then_some(&first));
            assert_eq!(shown(&tenant, &client).await["rotated_secrets"], json!(expected));
        }
    })
    .await;
}

#[tokio::test]
async fn what_seals_assertions_is_any_secret_that_holds() {
    on_clocks(async |tenant, clock| {
        let mut body = with("token_endpoint_auth_method", json!("client_secret_jwt"));
        body["grant_types"] = json!(["client_credentials"]);
        let client = created(&tenant, body).await;
        let ask = async |secret: &str| {
            let (id, issuer) = (&client["client_id"], tenant.server.issuer(&tenant.id, "default"));
            let now = clock.now().timestamp();
            let claims = json!({"iss": id, "sub": id, "aud": issuer, "exp": now + 60, "jti": fresh("jti")});
            let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret.as_bytes());
            let seal = |text: &[u8]| aws_lc_rs::hmac::sign(&key, text).as_ref().to_vec();
            let assertion = jwt::compact(&json!({"alg": "HS256"}), &claims, seal);
            let form = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", assertion.as_str()),
            ];
            tenant.call(Method::POST, "/{tid}/default/oauth2/token").anonymous().form(&form).send().await.status
        };
        let first = secret_of(&client);
        let current = rotated(&tenant, &client, "?auto_revoke_after=60s").await;
        assert_eq!((ask(&first).await, ask(&current).await), (200, 200));
        clock.advance(TimeDelta::seconds(60));
        assert_eq!((ask(&first).await, ask(&current).await), (401, 200));
    })
    .await;
}

#[tokio::test]
async fn a_replacement_keeps_the_rotated_ones_and_a_client_that_becomes_public_loses_them() {
    on_both(async |tenant| {
        let client = machine(&tenant).await;
        let first = secret_of(&client);
        let second = rotated(&tenant, &client, "").await;
        let body = |secret: Option<&str>| {
            let mut body = json!({"grant_types": ["client_credentials"], "rotated_secrets": ["whatever"]});
            body["client_secret"] = json!(secret);
            body
        };
        let put = |body: Value| tenant.put(&path_of(&client)).json(body);
        // None, the one that it has, and another one.
        let second = second.as_str();
        for (given, current) in [(None, second), (Some(second), second), (Some(SECRET), SECRET)] {
            let shown = put(body(given)).send().await.expect(200).json();
            assert_eq!((&shown["client_secret"], &shown["rotated_secrets"]), (&json!(current), &json!([first])));
        }
        assert!(authenticates(&tenant, &client, &first).await && authenticates(&tenant, &client, SECRET).await);
        assert!(!authenticates(&tenant, &client, second).await);
        let shown = put(json!({"public": true})).send().await.expect(200).json();
        assert_eq!((&shown["client_secret"], &shown["rotated_secrets"]), (&json!(""), &json!([])));
        let shown = put(body(None)).send().await.expect(200).json();
        assert_eq!(shown["rotated_secrets"], json!([]));
        assert!(!authenticates(&tenant, &client, &first).await);
    })
    .await;
}

#[tokio::test]
async fn the_tag_of_a_client_follows_its_secrets() {
    on_both(async |tenant| {
        let client = machine(&tenant).await;
        let tag = async || {
            let (tid, id) = (tenant.id.clone(), client["client_id"].as_str().unwrap().to_owned());
            let found = tenant.server.with_store(move |store| async move { client::find(&store, &tid, &id).await });
            found.await.unwrap().unwrap().version(&tenant.server.context().store).unwrap()
        };
        let mut tags = vec![tag().await];
        assert_eq!(tags[0], tag().await);
        rotated(&tenant, &client, "").await;
        tags.push(tag().await);
        let _ = tenant.post(&format!("{}{REVOKE}", path_of(&client))).send().await.expect(204);
        tags.push(tag().await);
        let body = json!({"client_secret": SECRET, "grant_types": ["client_credentials"]});
        let _ = tenant.put(&path_of(&client)).json(body).send().await.expect(200);
        tags.push(tag().await);
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn lengths_that_are_none_are_400_and_change_nothing() {
    on_both(async |tenant| {
        let client = machine(&tenant).await;
        for wrong in ["1", "-1h", "h", "tomorrow", "1.5ns", "1h%00", "9223372036854775807h", "1h&auto_revoke_after=1h"]
        {
            let call = tenant.post(&format!("{}{ROTATE}?auto_revoke_after={wrong}", path_of(&client)));
            assert_eq!(field_of(&call.send().await.expect(400)), "auto_revoke_after", "{wrong}");
        }
        assert_eq!(shown(&tenant, &client).await, client);
        for never in ["", "0", "0s", "2562047h"] {
            rotated(&tenant, &client, &format!("?auto_revoke_after={never}")).await;
        }
        assert_eq!(shown(&tenant, &client).await["rotated_secrets"].as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_client_that_has_no_secret_is_given_none() {
    on_both(async |tenant| {
        let public = created(&tenant, with("public", json!(true))).await;
        let _ = tenant.post(&format!("{}{ROTATE}", path_of(&public))).send().await.expect(400);
        assert_eq!(shown(&tenant, &public).await, public);
    })
    .await;
}

/// The secrets of others are what could be gained.
#[tokio::test]
async fn who_may_do_a_part_rotates_no_secret_that_opens_more() {
    on_both(async |tenant| {
        let narrow = tenant.narrow_token(&["clients:write"]).await;
        let gateway = gateway_of(&tenant, "default", "kong").await;
        let of_gateway = format!("{CLIENTS}/{}", gateway["client_id"].as_str().unwrap());
        let administrator = format!("{CLIENTS}/{}", tenant.administrator.id);
        let shared = format!("{CLIENTS}/privx-external-{}", tenant.id);
        for path in [&of_gateway, &administrator, &shared] {
            for operation in [ROTATE, REVOKE] {
                let _ = tenant.post(&format!("{path}{operation}")).bearer(&narrow).send().await.expect(403);
            }
        }
        let own = machine(&tenant).await;
        let answer = tenant.post(&format!("{}{ROTATE}", path_of(&own))).bearer(&narrow).send().await.expect(200);
        assert_eq!(answer.json()["secret"], shown(&tenant, &own).await["client_secret"]);
        // Whoever may do everything rotates those too, and what they had goes on.
        for path in [&of_gateway, &administrator, &shared] {
            let answer = tenant.post(&format!("{path}{ROTATE}")).send().await.expect(200).json();
            let now = tenant.get(path).send().await.expect(200).json();
            assert_eq!(now["client_secret"], answer["secret"]);
            assert_eq!(now["rotated_secrets"].as_array().unwrap().len(), 1);
        }
        let seen = tenant.get(&administrator).bearer(&narrow).send().await.expect(200).json();
        assert_eq!((&seen["client_secret"], &seen["rotated_secrets"]), (&json!(""), &json!([])));
    })
    .await;
}

#[tokio::test]
async fn lists_and_audit_events_show_none_of_them() {
    on_both(async |tenant| {
        let client = machine(&tenant).await;
        let current = rotated(&tenant, &client, "").await;
        let list = tenant.get("/api/admin/{tid}/servers/default/clients").send().await.expect(200);
        let events = tenant.get("/api/admin/{tid}/audit-events").send().await.expect(200);
        assert!(events.text().contains("\"standing\":\"rotated\""), "{}", events.text());
        for secret in [secret_of(&client), current] {
            assert!(!list.text().contains(&secret) && !events.text().contains(&secret));
        }
    })
    .await;
}

#[tokio::test]
async fn the_digest_of_the_secret_is_shown_to_whom_the_secret_is() {
    on_both(async |tenant| {
        let mut body = with("client_secret", json!(SECRET));
        body["grant_types"] = json!(["client_credentials"]);
        let client = created(&tenant, body).await;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, SECRET.as_bytes());
        let hashed = json!(format!("sha-256:{}", URL_SAFE_NO_PAD.encode(digest)));
        assert_eq!((&client["client_hashed_secret"], &shown(&tenant, &client).await), (&hashed, &client));
        let reader = tenant.narrow_token(&["clients:read"]).await;
        let seen = tenant.get(&path_of(&client)).bearer(&reader).send().await.expect(200).json();
        assert_eq!((&seen["client_secret"], &seen["client_hashed_secret"]), (&json!(""), &json!("")));
        let public = created(&tenant, with("public", json!(true))).await;
        assert_eq!(public["client_hashed_secret"], "");
        // What only the server sets is taken and ignored, so that what was read can be written back.
        let mut changed = client.clone();
        changed["client_hashed_secret"] = json!("another");
        changed["client_id_issued_at"] = json!(1);
        changed["developer_id"] = json!("somebody");
        changed["system"] = json!(true);
        changed["tenant_id"] = json!("elsewhere");
        changed["rotated_secrets"] = json!([SECRET]);
        assert_eq!(tenant.put(&path_of(&client)).json(changed).send().await.expect(200).json(), client);
    })
    .await;
}

async fn changed(tenant: &Tenant, client: &Value, operation: &str) -> Answer {
    tenant.post(&format!("{}{operation}", path_of(client))).send().await
}

#[tokio::test]
async fn a_client_is_given_so_many_secrets_and_no_more_until_the_time_is_over() {
    for database in Database::tested() {
        let clock = new_year();
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock).with("secret_rotations", "3");
        let tenant = Tenant::new(&TestServer::start(settings.with("secret_rotations_seconds", "60")).await).await;
        let (client, other) = (machine(&tenant).await, machine(&tenant).await);
        for operation in [ROTATE, REVOKE, ROTATE] {
            assert!(changed(&tenant, &client, operation).await.status < 300);
        }
        let before = shown(&tenant, &client).await;
        for operation in [ROTATE, REVOKE] {
            let answer = changed(&tenant, &client, operation).await.expect(429);
            assert_eq!((answer.header("retry-after"), &answer.json()["status_code"]), ("60", &json!(429)));
        }
        assert_eq!(shown(&tenant, &client).await, before);
        assert_eq!(changed(&tenant, &other, ROTATE).await.status, 200, "each client counts for itself");
        clock.advance(TimeDelta::seconds(60));
        assert_eq!(changed(&tenant, &client, ROTATE).await.status, 200);
    }
}

/// A client whose secrets were changed as often as is allowed.
async fn too_often(tenant: &Tenant, good: Call) -> Call {
    let path = one(tenant).await.replace("{tid}", &tenant.id);
    let rotation = good.at(&format!("{path}{ROTATE}"));
    for _ in 0..30 {
        let _ = rotation.clone().send().await.expect(200);
    }
    rotation
}

fn revoking_too_often(tenant: &Tenant, good: Call) -> Making<'_> {
    Box::pin(async move {
        let rotation = too_often(tenant, good).await;
        let path = rotation.path().replace(ROTATE, REVOKE);
        rotation.at(&path)
    })
}

/// One that can keep no secret.
async fn public(tenant: &Tenant) -> Call {
    tenant.post(&format!("{}{ROTATE}", path_of(&created(tenant, with("public", json!(true))).await)))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "rotate_client_secret",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.post(&format!("{}{ROTATE}", one(tenant).await)) }),
        provoke: &[
            (400, |tenant, _| Box::pin(public(tenant))),
            (429, |tenant, good| Box::pin(too_often(tenant, good))),
        ],
    },
    Row {
        id: "revoke_rotated_client_secrets",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.post(&format!("{}{REVOKE}", one(tenant).await)) }),
        provoke: &[(429, revoking_too_often)],
    },
];
