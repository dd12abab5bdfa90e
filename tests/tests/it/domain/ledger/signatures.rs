//! What is signed, with which keys, and that others can check it.

use authplane::tokens::tenant_signer::{self, TenantSignatures, TenantSigner};
use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::installation::tenant;
use authplane_domain::privacy::canonical_json;
use authplane_domain::privacy::ledger::{
    self, Broken, EVENT_TYPE, Fault, LedgerSignatures as _, LedgerSigner as _, PAYLOAD_TYPE, Verified,
};
use authplane_tests::{Database, Settings, Tenant, TestServer};
use aws_lc_rs::digest::{SHA256, digest};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::super::{World, on_both, tamper};
use crate::it::client_sdk::keys::Key;

use super::{all, consent, event, is_signed, record, record_each, rotate, signer, verified, whole};

/// Bytes as the database writes them.
fn bytes(world: &World, bytes: &[u8]) -> String {
    let digits = bytes.iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
    match world.database {
        Database::Sqlite => format!("X'{digits}'"),
        Database::Postgres => format!("'\\x{digits}'"),
    }
}

async fn columns(world: &World) -> Vec<(Vec<Vec<u8>>, String)> {
    columns_of(world, "t").await
}

/// The columns of each event of a tenant as they are hashed, and its signature.
async fn columns_of(world: &World, tenant: &str) -> Vec<(Vec<Vec<u8>>, String)> {
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let rows = format!(
        "SELECT number, id, at, pseudonym, payload, signature FROM ledger_events WHERE tenant_id = '{tenant}' ORDER BY number"
    );
    let rows = connection.query_all_raw(Statement::from_string(connection.get_database_backend(), rows)).await.unwrap();
    connection.close().await.unwrap();
    let columns = |row: &sea_orm::QueryResult| {
        let number: i64 = row.try_get("", "number").unwrap();
        let at: chrono::DateTime<chrono::Utc> = row.try_get("", "at").unwrap();
        let text = |name: &str| row.try_get::<String>("", name).unwrap();
        let parts = vec![
            number.to_be_bytes().to_vec(),
            text("id").into_bytes(),
            at.timestamp_micros().to_be_bytes().to_vec(),
            text("pseudonym").into_bytes(),
            row.try_get::<Vec<u8>>("", "payload").unwrap(),
        ];
        (parts, text("signature"))
    };
    rows.iter().map(columns).collect()
}

/// The hash of an event, as server/README.md says it.
fn hash(hash_before: &[u8], signature_before: &str, parts: &[Vec<u8>]) -> Vec<u8> {
    hash_of("t", hash_before, signature_before, parts)
}

fn hash_of(tenant: &str, hash_before: &[u8], signature_before: &str, parts: &[Vec<u8>]) -> Vec<u8> {
    let mut input = Vec::new();
    let before = [b"authplane ledger event 1", tenant.as_bytes(), hash_before, signature_before.as_bytes()];
    for part in before.into_iter().chain(parts.iter().map(Vec::as_slice)) {
        input.extend((part.len() as u64).to_be_bytes());
        input.extend(part);
    }
    digest(&SHA256, &input).as_ref().to_vec()
}

/// As server/README.md says it, with nothing of the server's own code.
#[tokio::test]
async fn whoever_has_the_rows_and_the_public_keys_can_verify_them() {
    on_both(async |world| {
        world.tenant("t").await;
        let events = record_each(&world, "t", &["ada", "grace"], 5).await;
        let keys = ledger::public_keys(&world.store, "t").await.unwrap();
        let (mut last, mut signature) = (vec![0; 32], String::new());
        for (parts, signed) in columns(&world).await {
            last = hash(&last, &signature, &parts);
            signature = signed;
            assert!(is_signed(&keys, EVENT_TYPE, &last, &signature));
        }
        let head = whole(&world.store, "t").await.head;
        assert_eq!(head.hash.as_slice(), last);
        assert_eq!(head.to_string().parse::<ledger::Head>().unwrap(), head);
        for (event, listed) in events.iter().zip(all(&world.store, "t").await) {
            let payload = canonical_json::write(listed.payload.as_ref().unwrap()).unwrap();
            assert!(is_signed(&keys, PAYLOAD_TYPE, payload.as_bytes(), listed.payload_signature.as_ref().unwrap()));
            assert_eq!(event, &listed);
        }
    })
    .await;
}

#[test]
fn a_head_is_written_in_one_way() {
    let hash = "ab".repeat(32);
    assert_eq!(format!("7:{hash}").parse::<ledger::Head>().unwrap().hash, [0xab; 32]);
    let short = "ab".repeat(31);
    for text in [
        "",
        "7",
        ":",
        &hash,
        &format!("7:{short}"),
        &format!("-7:{hash}"),
        &format!("7:{short}+1"),
        &format!("7:{hash}0"),
        &format!("7:{short}é"),
    ] {
        assert!(text.parse::<ledger::Head>().is_err(), "{text}");
    }
}

#[tokio::test]
async fn events_verify_with_the_keys_that_the_tenant_had_then() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        record_each(&world, "t", &["ada"], 3).await;
        rotate(store, "t", "ES256", "second").await;
        record_each(&world, "t", &["ada", "grace"], 3).await;
        rotate(store, "t", "RS256", "third").await;
        record_each(&world, "t", &["grace"], 3).await;
        // A name that another key had before.
        rotate(store, "t", "EdDSA", "second").await;
        record_each(&world, "t", &["ada"], 2).await;

        assert_eq!(whole(store, "t").await.head.number, 11);
        let keys = ledger::public_keys(store, "t").await.unwrap();
        assert_eq!(keys.len(), 4);
        assert!(keys.iter().all(|key| key.get("d").is_none()));
        let now = tenant::key::published(store, "t", SigningAlgorithm::EdDSA).await.unwrap();
        assert_eq!(now.keys.len(), 1, "the tenant itself has no other any more");
        for event in all(store, "t").await {
            let payload = canonical_json::write(event.payload.as_ref().unwrap()).unwrap();
            assert!(is_signed(&keys, PAYLOAD_TYPE, payload.as_bytes(), &event.payload_signature.unwrap()));
        }
    })
    .await;
}

/// Whoever steals a key can sign everything anew, but not what was signed before the tenant had it.
#[tokio::test]
async fn what_an_earlier_key_signed_can_not_be_changed_by_whoever_has_the_key_of_now() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        record_each(&world, "t", &["ada"], 3).await;
        rotate(store, "t", "EdDSA", "second").await;
        record_each(&world, "t", &["ada"], 3).await;
        let stolen = signer(store, "t").await;
        tamper(&world, "UPDATE ledger_events SET id = 'another' WHERE number = 2").await;
        let (mut last, mut signature) = (vec![0; 32], String::new());
        for (number, (parts, signed)) in (1..).zip(columns(&world).await) {
            last = hash(&last, &signature, &parts);
            signature = if number > 3 { stolen.sign_detached(EVENT_TYPE, &last).unwrap() } else { signed };
            let sign = format!("UPDATE ledger_events SET signature = '{signature}' WHERE number = {number}");
            assert_eq!(tamper(&world, &sign).await, 1);
        }
        assert_eq!(tamper(&world, &format!("UPDATE ledger_heads SET hash = {}", bytes(&world, &last))).await, 1);
        let found = verified(store, "t", None).await;
        assert_eq!(found, Verified::Broken(Broken { number: Some(2), fault: Fault::Altered }));
    })
    .await;
}

/// Nor can what another key signed be signed anew with it, whatever the two are called.
#[tokio::test]
async fn a_key_signs_nothing_that_was_there_before_it() {
    on_both(async |world| {
        for (tenant, kids) in [("t", ["first", "second"]), ("u", ["same", "same"])] {
            world.tenant(tenant).await;
            let store = &world.store;
            for kid in kids {
                rotate(store, tenant, "EdDSA", kid).await;
                record_each(&world, tenant, &["ada"], 3).await;
            }
            assert_eq!(whole(store, tenant).await.head.number, 6);
            let stolen = signer(store, tenant).await;
            for (from, fault) in [(5, None), (4, None), (3, Some(3)), (2, Some(2)), (1, Some(1))] {
                sign_anew(&world, tenant, &stolen, from).await;
                match (verified(store, tenant, None).await, fault) {
                    (Verified::Whole(_), None) => {}
                    (Verified::Broken(broken), Some(number)) => {
                        assert_eq!(broken, Broken { number: Some(number), fault: Fault::LaterKey }, "{tenant}");
                    }
                    (verified, _) => panic!("{tenant} from {from}: {verified:?}"),
                }
            }
        }
    })
    .await;
}

/// All events of a tenant from this one on, with their head.
async fn sign_anew(world: &World, tenant: &str, key: &TenantSigner, from: i64) {
    let (mut last, mut signature) = (vec![0; 32], String::new());
    for (number, (parts, signed)) in (1..).zip(columns_of(world, tenant).await) {
        last = hash_of(tenant, &last, &signature, &parts);
        signature = if number >= from { key.sign_detached(EVENT_TYPE, &last).unwrap() } else { signed };
        let sign = format!(
            "UPDATE ledger_events SET signature = '{signature}' WHERE tenant_id = '{tenant}' AND number = {number}"
        );
        assert_eq!(tamper(world, &sign).await, 1);
    }
    let head = format!("UPDATE ledger_heads SET hash = {} WHERE tenant_id = '{tenant}'", bytes(world, &last));
    assert_eq!(tamper(world, &head).await, 1);
}

/// Whoever can write to the database puts a key of their own beside the one that signs.
#[tokio::test]
async fn a_public_key_that_is_not_the_private_ones_is_refused_before_it_is_sealed() {
    on_both(async |world| {
        for algorithm in ["EdDSA", "ES256", "RS256"] {
            let tenant = algorithm.to_lowercase();
            world.tenant(&tenant).await;
            let store = &world.store;
            rotate(store, &tenant, algorithm, "kept").await;
            let algorithm = serde_json::from_value(json!(algorithm)).unwrap();
            let kept = tenant::key::signing(store, &tenant, algorithm).await.unwrap().public_jwk;
            let mut theirs = Key::new(kept["alg"].as_str().unwrap()).public("kept");
            for name in ["alg", "use"] {
                theirs[name] = kept[name].clone();
            }
            let put = async |jwk: &Value| {
                let cast = if world.database == Database::Postgres { "::jsonb" } else { "" };
                let put = format!("UPDATE tenant_keys SET public_jwk = '{jwk}'{cast} WHERE tenant_id = '{tenant}'");
                assert_eq!(tamper(&world, &put).await, 1);
            };
            put(&theirs).await;
            let refused = tenant::key::signing(store, &tenant, algorithm).await;
            assert!(
                matches!(&refused, Err(authplane_domain::Error::Internal(why)) if why.contains("public key")),
                "{refused:?}"
            );
            put(&kept).await;
            record_each(&world, &tenant, &["ada"], 1).await;
            assert_eq!(ledger::public_keys(store, &tenant).await.unwrap(), [kept]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_signature_is_of_one_type_one_key_and_one_payload() {
    on_both(async |world| {
        for tenant in ["t", "u"] {
            world.tenant(tenant).await;
        }
        let (of_t, of_u) = (signer(&world.store, "t").await, signer(&world.store, "u").await);
        let signature = of_t.sign_detached(EVENT_TYPE, b"payload").unwrap();
        let is_valid = |key: &Value, typ: &str, payload: &[u8], signature: &str| {
            TenantSignatures.is_valid(key, typ, payload, signature)
        };
        assert!(is_valid(of_t.public_jwk(), EVENT_TYPE, b"payload", &signature));
        assert!(!is_valid(of_t.public_jwk(), PAYLOAD_TYPE, b"payload", &signature));
        assert!(!is_valid(of_t.public_jwk(), EVENT_TYPE, b"payloaD", &signature));
        assert!(!is_valid(of_u.public_jwk(), EVENT_TYPE, b"payload", &signature));
        // Another key under the same name.
        let mut renamed = of_u.public_jwk().clone();
        renamed["kid"] = json!(of_t.kid());
        assert!(!is_valid(&renamed, EVENT_TYPE, b"payload", &signature));
        let mut unnamed = of_t.public_jwk().clone();
        unnamed["kid"] = json!("another");
        assert!(!is_valid(&unnamed, EVENT_TYPE, b"payload", &signature));
        for malformed in [
            "",
            ".",
            "..",
            "a..b",
            &signature.replace("..", "."),
            &signature.replace("..", ".e30."),
            &format!("{signature}."),
        ] {
            assert!(!is_valid(of_t.public_jwk(), EVENT_TYPE, b"payload", malformed), "{malformed}");
        }
        assert!(!is_valid(&json!("no key"), EVENT_TYPE, b"payload", &signature));
        assert!(!format!("{of_t:?}").contains("Ed25519KeyPair"));
    })
    .await;
}

async fn signing(server: &TestServer, tenant: &str) -> String {
    tenant_signer::of(server.context(), tenant).await.unwrap().kid().to_owned()
}

/// The server's own copy of the key that signs is another one as soon as the tenant has another.
#[tokio::test]
async fn the_server_signs_with_the_key_that_the_tenant_has_now() {
    for database in Database::tested() {
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        let id = tenant.id.clone();
        let before = signing(&server, &id).await;
        assert_eq!(signing(&server, &id).await, before);
        let of_tenant = id.clone();
        server.with_store(move |store| async move { rotate(&store, &of_tenant, "ES256", "second").await }).await;
        assert_eq!(signing(&server, &id).await, "second");
        let nobody = tenant_signer::of(server.context(), "nobody").await;
        assert!(matches!(nobody, Err(authplane_domain::Error::NotFound { .. })));
    }
}

#[tokio::test]
async fn the_same_payload_is_never_sealed_alike() {
    on_both(async |world| {
        world.tenant("t").await;
        for _ in 0..2 {
            record(&world.store, "t", vec![event("ada", consent(1)), event("ada", consent(1))]).await;
        }
        let mut payloads: Vec<_> = columns(&world).await.into_iter().map(|(parts, _)| parts[4].clone()).collect();
        payloads.sort();
        payloads.dedup();
        assert_eq!(payloads.len(), 4);
    })
    .await;
}
