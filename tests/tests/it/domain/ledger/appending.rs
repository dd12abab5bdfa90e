//! One order for everybody who writes, and all or nothing.

use std::collections::BTreeMap;
use std::time::Duration;

use authplane_domain::Error;
use authplane_domain::privacy::ledger::{self, PAYLOAD_LENGTH};
use authplane_tests::Database;
use chrono::TimeDelta;
use serde_json::json;

use super::super::atomicity::refuse_to;
use super::super::{acting, everything, on_both};
use super::{all, consent, event, of_subject, record, record_each, signer, whole};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn numbers_have_one_order_and_no_gaps_whoever_writes_at_once() {
    on_both(async |world| {
        world.tenant("t").await;
        // A second replica, where there can be one.
        let other = match world.database {
            Database::Postgres => world.replica().await,
            Database::Sqlite => world.store.clone(),
        };
        // The first event of all is written by several at once too.
        let writers: Vec<_> = (0..8)
            .map(|writer: usize| {
                let store = if writer.is_multiple_of(2) { world.store.clone() } else { other.clone() };
                tokio::spawn(async move {
                    let mut written = Vec::new();
                    for round in 0..12 {
                        let subject = format!("user-{}", (writer + round) % 5);
                        let events = (0..=round % 3).map(|part| event(&subject, json!([writer, round, part])));
                        written.push(record(&store, "t", events.collect()).await);
                    }
                    written
                })
            })
            .collect();
        let mut written = BTreeMap::new();
        for writer in writers {
            for at_once in writer.await.unwrap() {
                assert!(at_once.windows(2).all(|pair| pair[0].number + 1 == pair[1].number), "what comes together");
                for event in at_once {
                    assert!(written.insert(event.number, event).is_none(), "a number was given twice");
                }
            }
        }
        let listed = all(&world.store, "t").await;
        assert_eq!(listed.len(), 8 * 4 * (1 + 2 + 3));
        assert_eq!(listed.iter().map(|event| event.number).collect::<Vec<_>>(), (1..=192).collect::<Vec<u64>>());
        assert!(listed.windows(2).all(|pair| pair[0].at <= pair[1].at), "times are in the order of numbers");
        assert!(written.into_values().eq(listed), "what was answered is what is there");
        assert_eq!(whole(&world.store, "t").await.head.number, 192);
        other.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn times_never_go_back_when_the_clock_does() {
    on_both(async |world| {
        world.tenant("t").await;
        record_each(&world, "t", &["ada"], 2).await;
        world.clock.advance(TimeDelta::hours(-3));
        record_each(&world, "t", &["ada"], 2).await;
        world.clock.advance(TimeDelta::hours(6));
        record_each(&world, "t", &["ada"], 1).await;
        let listed = all(&world.store, "t").await;
        assert!(listed.windows(2).all(|pair| pair[0].at <= pair[1].at));
        assert!(listed[3].at < listed[4].at);
        assert_eq!(whole(&world.store, "t").await.head.number, 5);
    })
    .await;
}

#[tokio::test]
async fn what_fails_at_its_last_statement_leaves_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        let signer = signer(&world.store, "t").await;
        let write = async |subject: &str| {
            ledger::record(&acting(&world.store, "t"), &signer, vec![event(subject, consent(1))]).await
        };
        let empty = everything(&world).await;
        refuse_to(&world, "UPDATE", "ledger_heads", "NEW.number = 1").await;
        assert!(matches!(write("ada").await, Err(Error::Internal(_))));
        assert_eq!(everything(&world).await, empty, "nor the row in which the head would be");
        super::super::tamper(&world, &dropped(world.database, "UPDATE")).await;
        write("ada").await.unwrap();
        refuse_to(&world, "UPDATE", "ledger_heads", "NEW.number = 2").await;
        let before = everything(&world).await;
        assert!(matches!(write("grace").await, Err(Error::Internal(_))));
        assert_eq!(everything(&world).await, before);
        assert_eq!(whole(&world.store, "t").await.head.number, 1);
    })
    .await;
}

fn dropped(database: Database, verb: &str) -> String {
    match database {
        Database::Sqlite => format!("DROP TRIGGER refuse_{verb}_ledger_heads"),
        Database::Postgres => format!("DROP TRIGGER refuse_{verb}_ledger_heads ON ledger_heads"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_goes_away_in_the_middle_leaves_all_or_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        for round in 0..40_u64 {
            let store = world.store.clone();
            let writer = tokio::spawn(async move {
                let events = (0..3).map(|part| event("ada", json!([round, part]))).collect();
                record(&store, "t", events).await;
            });
            tokio::time::sleep(Duration::from_micros(150 * round)).await;
            writer.abort();
            let _ = writer.await;
        }
        record(&world.store, "t", vec![event("ada", json!("last"))]).await;
        let count = all(&world.store, "t").await.len();
        assert_eq!(count % 3, 1, "each has all of its events or none");
        assert_eq!(whole(&world.store, "t").await.head.number, count as u64);
    })
    .await;
}

#[tokio::test]
async fn what_can_not_be_written_down_is_refused_and_leaves_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        let signer = signer(&world.store, "t").await;
        let before = everything(&world).await;
        let long = "x".repeat(256);
        for subject in ["", "a\nb", "a\0b", long.as_str()] {
            let refused = ledger::record(&acting(&world.store, "t"), &signer, vec![event(subject, json!({}))]).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "subject"), "{subject:?}");
            assert!(of_subject(&world.store, "t", subject).await.is_empty());
        }
        for payload in [json!("x".repeat(PAYLOAD_LENGTH - 1)), json!([9_007_199_254_740_993_u64])] {
            let refused = ledger::record(&acting(&world.store, "t"), &signer, vec![event("ada", payload)]).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "payload"));
        }
        let nowhere = ledger::record(&acting(&world.store, "nowhere"), &signer, vec![event("ada", json!({}))]).await;
        assert!(matches!(nowhere, Err(Error::NotFound { thing: "tenant", .. })), "{nowhere:?}");
        assert!(ledger::record(&acting(&world.store, "t"), &signer, Vec::new()).await.unwrap().is_empty());
        assert_eq!(everything(&world).await, before);
        let longest = vec![event(&"x".repeat(255), json!("x".repeat(PAYLOAD_LENGTH - 2)))];
        assert_eq!(record(&world.store, "t", longest).await.len(), 1);
        assert_eq!(whole(&world.store, "t").await.head.number, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_appends_to_a_ledger_whose_end_is_gone() {
    on_both(async |world| {
        world.tenant("t").await;
        record_each(&world, "t", &["ada"], 3).await;
        assert_eq!(super::super::tamper(&world, "DELETE FROM ledger_events WHERE number = 3").await, 1);
        let signer = signer(&world.store, "t").await;
        let refused = ledger::record(&acting(&world.store, "t"), &signer, vec![event("ada", consent(4))]).await;
        assert!(matches!(refused, Err(Error::Internal(message)) if message.contains("3, is missing")));
    })
    .await;
}
