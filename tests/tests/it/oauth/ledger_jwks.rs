//! `/.well-known/privacy-ledger-jwks/{tid}`.

use std::collections::HashMap;

use authplane_domain::privacy::ledger::PAYLOAD_TYPE;
use authplane_tests::{Tenant, on_both};
use http::Method;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::domain::ledger::{is_signed, rotate};
use crate::it::nets::{Row, ready};

/// An event, with its payload to the letter, as it was signed.
#[derive(Deserialize)]
struct Event {
    payload: Box<RawValue>,
    payload_signature: String,
}

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
        let listed = tenant.get("/api/admin/{tid}/events").send().await.expect(200);
        let listed: HashMap<String, Vec<Event>> = serde_json::from_slice(&listed.body).unwrap();
        assert_eq!(listed["events"].len(), 2);
        for Event { payload, payload_signature } in &listed["events"] {
            let payload = payload.get().as_bytes();
            assert!(is_signed(&after, PAYLOAD_TYPE, payload, payload_signature));
            assert!(!is_signed(&after, PAYLOAD_TYPE, &payload[1..], payload_signature));
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
