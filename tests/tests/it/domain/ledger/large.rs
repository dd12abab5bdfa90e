//! A ledger as long as one becomes.

use authplane_domain::privacy::ledger::{self, Broken, Fault, Verified};
use authplane_tests::Database;
use serde_json::json;

use super::super::{World, acting, tamper};
use super::{event, of_subject, record, verified, whole};

const EVENTS: u64 = 100_000;
/// Written together.
const BATCH: usize = 1000;

/// Each change is undone before the next.
#[tokio::test]
async fn of_a_hundred_thousand_events_every_change_is_found_and_an_erasure_is_none() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let store = &world.store;
    let said = |number: u64| {
        let subject = if number.is_multiple_of(10_000) { "ada".to_owned() } else { format!("user-{}", number % 100) };
        event(&subject, json!({"consent_id": "newsletter", "number": number}))
    };
    let numbers: Vec<u64> = (1..=EVENTS).collect();
    for batch in numbers.chunks(BATCH) {
        record(store, "t", batch.iter().copied().map(said).collect()).await;
    }
    let found = whole(store, "t").await;
    assert_eq!((found.head.number, found.unreadable), (EVENTS, 0));

    let middle = EVENTS / 2;
    let broken = |number: u64, fault: Fault| Verified::Broken(Broken { number: Some(number), fault });
    let row = |number: u64| format!("WHERE tenant_id = 't' AND number = {number}");
    // One byte of one of them.
    let byte = |of: &str| {
        format!(
            "UPDATE ledger_events SET payload = CAST(substr(payload, 1, 20) || {of} || substr(payload, 22) AS BLOB) {}",
            row(middle)
        )
    };
    tamper(&world, &format!("CREATE TABLE kept AS SELECT * FROM ledger_events {}", row(middle))).await;
    assert_eq!(tamper(&world, &byte("x'00'")).await + tamper(&world, &byte("x'01'")).await, 2);
    assert_eq!(verified(store, "t", None).await, broken(middle, Fault::Altered));
    // One that is missing.
    tamper(&world, &format!("DELETE FROM ledger_events {}", row(middle))).await;
    assert_eq!(verified(store, "t", None).await, broken(middle, Fault::Missing));
    tamper(&world, "INSERT INTO ledger_events SELECT * FROM kept").await;
    assert_eq!(whole(store, "t").await.head, found.head);
    // Two that exchanged their places.
    for (from, to) in [(middle, 0), (middle + 1, middle), (0, middle + 1)] {
        tamper(&world, &format!("UPDATE ledger_events SET number = {to} {}", row(from))).await;
    }
    assert_eq!(verified(store, "t", None).await, broken(middle, Fault::Altered));
    for (from, to) in [(middle, 0), (middle + 1, middle), (0, middle + 1)] {
        tamper(&world, &format!("UPDATE ledger_events SET number = {to} {}", row(from))).await;
    }

    assert_eq!(of_subject(store, "t", "ada").await.len(), 10);
    assert!(ledger::erase_subject(&acting(store, "t"), "ada").await.unwrap());
    let after = whole(store, "t").await;
    assert_eq!((after.head, after.unreadable), (found.head, 10));
    assert!(of_subject(store, "t", "ada").await.is_empty());
}
