//! The privacy ledger: one order, nothing that can be changed unnoticed, and forgetting all the same.

use authplane::tokens::tenant_signer::{TenantSignatures, TenantSigner};
use authplane_domain::Store;
use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::installation::tenant::{self, TenantChanges};
use authplane_domain::privacy::ledger::{self, Filter, Head, LedgerEvent, LedgerSigner, NewEvent, Verified, Whole};
use serde_json::{Value, json};

use super::{World, acting};
use crate::it::client_sdk::keys::Key;
use crate::it::oauth::jwt;

mod appending;
mod erasure;
mod large;
mod listing;
mod signatures;
mod tampering;

/// Everything that is there, as far as these tests go.
const ALL: u64 = 10_000;

pub(crate) async fn signer(store: &Store, tenant: &str) -> TenantSigner {
    TenantSigner::new(&tenant::key::signing(store, tenant, SigningAlgorithm::EdDSA).await.unwrap()).unwrap()
}

pub(crate) fn event(subject: &str, payload: Value) -> NewEvent {
    NewEvent { subject: subject.to_owned(), payload }
}

/// Something that a user consented to, with numbers of both kinds.
fn consent(number: usize) -> Value {
    json!({"consent_id": format!("consent-{number}"), "version": number, "latitude": 52.520_006_599_999_99, "given": true})
}

pub(crate) async fn record(store: &Store, tenant: &str, events: Vec<NewEvent>) -> Vec<LedgerEvent> {
    let signer = signer(store, tenant).await;
    ledger::record(&acting(store, tenant), &signer, events).await.unwrap()
}

/// Events of the subjects in turn, each written by itself.
async fn record_each(world: &World, tenant: &str, subjects: &[&str], count: usize) -> Vec<LedgerEvent> {
    let mut written = Vec::new();
    for number in 0..count {
        let subject = subjects[number % subjects.len()];
        written.extend(record(&world.store, tenant, vec![event(subject, consent(number))]).await);
    }
    written
}

async fn all(store: &Store, tenant: &str) -> Vec<LedgerEvent> {
    ledger::list(store, tenant, &Filter::default(), None, ALL).await.unwrap()
}

async fn of_subject(store: &Store, tenant: &str, subject: &str) -> Vec<LedgerEvent> {
    let filter = Filter { subject: Some(subject.to_owned()), ..Filter::default() };
    ledger::list(store, tenant, &filter, None, ALL).await.unwrap()
}

async fn verified(store: &Store, tenant: &str, expected: Option<&Head>) -> Verified {
    ledger::verify(store, tenant, &TenantSignatures, expected).await.unwrap()
}

/// The ledger, which is whole.
async fn whole(store: &Store, tenant: &str) -> Whole {
    match verified(store, tenant, None).await {
        Verified::Whole(whole) => whole,
        Verified::Broken(broken) => panic!("{tenant}: {broken}"),
    }
}

/// Another key takes the place of all that the tenant has.
pub(crate) async fn rotate(store: &Store, tenant: &str, algorithm: &str, kid: &str) {
    let mut jwk = Key::new(algorithm).private(kid);
    jwk["alg"] = json!(algorithm);
    jwk["use"] = json!("sig");
    let jwks = serde_json::from_value(json!({"keys": [jwk]})).unwrap();
    let changes = TenantChanges { name: "Rotated".to_owned(), jwks: Some(jwks), ..TenantChanges::default() };
    tenant::change(&acting(store, tenant), changes).await.unwrap();
    assert_eq!(signer(store, tenant).await.kid(), kid);
}

/// Checks a signature without its payload, with nothing of the server's own code.
pub(crate) fn is_signed(keys: &[Value], typ: &str, payload: &[u8], detached: &str) -> bool {
    let (header, signature) = detached.split_once("..").unwrap();
    let known: Value = serde_json::from_slice(&jwt::decode(header)).unwrap();
    assert_eq!(known["typ"], typ);
    let token = format!("{header}.{}.{signature}", jwt::encode(payload));
    let called = keys.iter().filter(|key| key["kid"] == known["kid"] && key["alg"] == known["alg"]);
    called.into_iter().any(|key| jwt::is_signed_by(key, &token))
}
