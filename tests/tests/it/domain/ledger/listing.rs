//! Events in the order of their numbers, a page at a time, by subject and by time.

use authplane_domain::privacy::ledger::{self, Filter, LedgerEvent};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::super::{on_both, tamper};
use super::{all, event, of_subject, record, whole};

fn numbers(events: &[LedgerEvent]) -> Vec<u64> {
    events.iter().map(|event| event.number).collect()
}

#[tokio::test]
async fn pages_lead_through_all_events_of_a_filter_each_once() {
    on_both(async |world| {
        world.tenant("t").await;
        let mut times: Vec<DateTime<Utc>> = Vec::new();
        for number in 0..30 {
            let subject = ["ada", "grace", "ada"][number % 3];
            times.push(record(&world.store, "t", vec![event(subject, json!(number))]).await[0].at);
            world.clock.advance(TimeDelta::minutes(1));
        }
        let (second, tenth) = (Some(times[1]), Some(times[9]));
        let later = Some(world.store.now() + TimeDelta::days(1));
        let subject = |subject: &str| Some(subject.to_owned());
        let of_ada = (1..=30).filter(|number| number % 3 != 2);
        for (filter, expected) in [
            (Filter::default(), (1..=30).collect::<Vec<u64>>()),
            (Filter { subject: subject("ada"), ..Filter::default() }, of_ada.clone().collect()),
            (Filter { subject: subject("nobody"), ..Filter::default() }, vec![]),
            (Filter { from: second, ..Filter::default() }, (2..=30).collect()),
            (Filter { to: tenth, ..Filter::default() }, (1..=9).collect()),
            (Filter { from: second, to: tenth, ..Filter::default() }, (2..=9).collect()),
            (
                Filter { subject: subject("ada"), from: second, to: tenth, also: Vec::new() },
                of_ada.filter(|number| (2..=9).contains(number)).collect(),
            ),
            (Filter { from: tenth, to: second, ..Filter::default() }, vec![]),
            (Filter { from: later, ..Filter::default() }, vec![]),
            (Filter { to: Some(times[0]), ..Filter::default() }, vec![]),
        ] {
            for limit in [1, 4, 30, u64::MAX] {
                let (mut after, mut found) = (None, Vec::new());
                loop {
                    let page = ledger::list(&world.store, "t", &filter, after, limit).await.unwrap();
                    let Some(last) = page.last() else { break };
                    assert!(page.len() as u64 <= limit);
                    after = Some(last.number);
                    found.extend(numbers(&page));
                }
                assert_eq!(found, expected, "{:?} {limit}", (&filter.subject, filter.from, filter.to));
            }
        }
        assert!(
            ledger::list(&world.store, "t", &Filter::default(), None, 0).await.unwrap().is_empty(),
            "none are asked for"
        );
        let beyond = ledger::list(&world.store, "t", &Filter::default(), Some(u64::MAX), 10).await.unwrap();
        assert!(beyond.is_empty());
        let first = &of_subject(&world.store, "t", "grace").await[0];
        assert_eq!((first.subject.as_deref(), first.payload.clone()), (Some("grace"), Some(json!(1))));
        let shown = format!("{first:?}");
        assert!(shown.contains(&first.id) && !shown.contains("grace") && !shown.contains("payload"), "{shown}");
    })
    .await;
}

/// A form of a number is as much a part of what was signed as its value.
#[tokio::test]
async fn numbers_come_back_as_they_were_written() {
    on_both(async |world| {
        world.tenant("t").await;
        // The parser of serde alone takes some of 17 digits for their neighbours.
        let numbers = json!([
            13.404_953_999_999_999,
            52.520_006_599_999_99,
            1e21,
            5e-324,
            0.1,
            -0.000_001,
            1e23,
            7,
            -7,
            9_007_199_254_740_992_u64,
            1_e20
        ]);
        record(&world.store, "t", vec![event("ada", numbers.clone())]).await;
        let read = all(&world.store, "t").await.remove(0).payload.unwrap();
        for (read, written) in read.as_array().unwrap().iter().zip(numbers.as_array().unwrap()) {
            assert_eq!(read.as_f64().unwrap().to_bits(), written.as_f64().unwrap().to_bits(), "{read} {written}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_event_that_was_changed_shows_nothing_of_anybody_and_hides_no_other() {
    on_both(async |world| {
        world.tenant("t").await;
        super::record_each(&world, "t", &["ada", "grace"], 6).await;
        let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let observer = std::sync::Arc::clone(&told);
        world.store.observe_unreadable_rows(move |row| observer.lock().unwrap().push(row.clone()));
        // What is grace's is put in the place of what is ada's, and what ada said first in the place of what she said last.
        for (from, to) in [(2, 3), (1, 5)] {
            let payload = format!("(SELECT payload FROM ledger_events WHERE number = {from})");
            let moved = format!("UPDATE ledger_events SET payload = {payload} WHERE number = {to}");
            assert_eq!(tamper(&world, &moved).await, 1);
        }
        let listed = all(&world.store, "t").await;
        assert_eq!(numbers(&listed), (1..=6).collect::<Vec<_>>());
        for event in &listed {
            let is_moved = matches!(event.number, 3 | 5);
            assert_eq!((event.payload.is_none(), event.subject.is_none()), (is_moved, is_moved));
            assert_eq!(event.payload_signature.is_none(), is_moved);
        }
        {
            let told = told.lock().unwrap();
            assert_eq!(told.iter().map(|row| &row.id).collect::<Vec<_>>(), [&listed[2].id, &listed[4].id]);
            assert!(told.iter().all(|row| !row.error.contains("ada") && !row.error.contains("grace")), "{told:?}");
        }
        if world.database == authplane_tests::Database::Sqlite {
            assert_eq!(tamper(&world, "UPDATE ledger_events SET at = 'yesterday' WHERE number IN (1, 2)").await, 2);
            let rest = ledger::list(&world.store, "t", &Filter::default(), None, 2).await.unwrap();
            assert_eq!(numbers(&rest), [3, 4], "a page of which nothing can be read isn't the end");
        }
    })
    .await;
}

#[tokio::test]
async fn an_empty_ledger_is_whole() {
    on_both(async |world| {
        world.tenant("t").await;
        assert!(all(&world.store, "t").await.is_empty());
        let whole = whole(&world.store, "t").await;
        assert_eq!((whole.head.number, whole.head.hash, whole.unreadable), (0, [0; 32], 0));
        assert!(ledger::public_keys(&world.store, "t").await.unwrap().is_empty());
    })
    .await;
}
