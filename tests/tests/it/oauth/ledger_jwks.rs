//! `/.well-known/privacy-ledger-jwks/{tid}`.

use authplane_domain::privacy::canonical_json;
use authplane_domain::privacy::ledger::PAYLOAD_TYPE;
use authplane_tests::{Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::domain::ledger::{is_signed, rotate};
use crate::it::nets::{Row, ready};

async fn keys(tenant: &Tenant) -> Vec<Value> {
    let path = format!("/.well-known/privacy-ledger-jwks/{}", tenant.id);
    let answer = tenant.server.call(Method::GET, &path).send().await.expect(200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    answer.json()["keys"].as_array().unwrap().clone()
}

#[tokio::test]
async fn whoever_was_shown_an_event_can_check_it_whatever_keys_the_tenant_had_since() {
    on_both(async |tenant| {
        let before = keys(&tenant).await;
        assert_eq!(before.len(), 1, "it is there before anything is signed with it");
        let (_, consent) = consents::made(&tenant).await;
        let wish = json!({"consents": [{"consent_id": consent["id"], "granted": true}]});
        let _ = patch(&tenant, "ada", wish.clone()).await.expect(201);
        assert_eq!(keys(&tenant).await, before);
        let id = tenant.id.clone();
        let replaced = async move |store: authplane_domain::Store| rotate(&store, &id, "ES256", "second").await;
        tenant.server.with_store(move |store| async move { replaced(store).await }).await;
        let _ = patch(&tenant, "otto", wish).await.expect(201);
        let after = keys(&tenant).await;
        assert_eq!(after.len(), 2);
        assert!(after.contains(&before[0]));
        assert!(after.iter().all(|key| key.get("d").is_none()));
        let events = tenant.get("/api/admin/{tid}/events").send().await.expect(200).json();
        let events = events["events"].as_array().unwrap();
        assert_eq!(events.len(), 2);
        for event in events {
            let payload = canonical_json::write(&event["payload"]).unwrap();
            let signature = event["payload_signature"].as_str().unwrap();
            assert!(is_signed(&after, PAYLOAD_TYPE, payload.as_bytes(), signature));
            assert!(!is_signed(&after, PAYLOAD_TYPE, &payload.as_bytes()[1..], signature));
        }
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "get_ledger_jwks",
    scopes: &[],
    good: |tenant| ready(tenant.get("/.well-known/privacy-ledger-jwks/{tid}").anonymous()),
    provoke: &[(404, |_, good| ready(good.at("/.well-known/privacy-ledger-jwks/nobody")))],
}];
