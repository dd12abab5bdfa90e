//! What is somebody's own is gone, and the chain is as it was.

use authplane_domain::installation::audit;
use authplane_domain::privacy::ledger::{self, Filter, Reading, SealedEvent};
use authplane_tests::Database;
use serde_json::json;

use super::super::{acting, everything, on_both};
use super::{all, event, of_subject, record, whole};

const MAIL: &str = "ada.lovelace@example.com";

fn forms(text: &str) -> [String; 3] {
    let hexadecimal = text.bytes().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    [text.to_owned(), hexadecimal.to_uppercase(), hexadecimal]
}

#[tokio::test]
async fn nothing_of_an_erased_subject_is_left_and_the_chain_verifies() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let said = |text: &str| json!({"email": MAIL, "said": text});
        for (subject, text) in [("lovelace", "yes"), ("grace", "yes"), ("lovelace", "no"), ("grace", "no")] {
            record(store, "t", vec![event(subject, said(text))]).await;
        }
        let before = everything(&world).await;
        assert_eq!(before.matches("lovelace").count(), 1, "in the row of the subject alone");
        for form in forms(MAIL) {
            assert!(!before.contains(&form), "what is said stands nowhere in clear");
        }
        let head = whole(store, "t").await.head;
        assert!(ledger::erase_subject(&acting(store, "t"), "lovelace").await.unwrap());

        let after = everything(&world).await;
        for text in ["lovelace", MAIL] {
            for form in forms(text) {
                assert!(!after.contains(&form), "{form}");
            }
        }
        let verified = whole(store, "t").await;
        assert_eq!((verified.head, verified.unreadable), (head, 2));
        assert!(of_subject(store, "t", "lovelace").await.is_empty());
        for event in all(store, "t").await {
            let is_erased = event.number % 2 == 1;
            assert_eq!(
                (event.subject.is_none(), event.payload.is_none(), event.payload_signature.is_none()),
                (is_erased, is_erased, is_erased)
            );
        }
        let told = audit::list(store, "t", 1).await.unwrap().remove(0);
        assert_eq!((told.action.as_str(), told.actor.as_str()), ("ledger_subject.erase", "tester"));
        assert!(before.contains(&told.object_id), "the pseudonym");

        // Nor can it be erased twice, and whoever never was there can't.
        let quiet = everything(&world).await;
        for subject in ["lovelace", "nobody", "", "a\0b"] {
            assert!(!ledger::erase_subject(&acting(store, "t"), subject).await.unwrap());
        }
        assert_eq!(everything(&world).await, quiet);

        // Somebody who comes back is somebody else, as far as anybody can tell.
        record(store, "t", vec![event("lovelace", said("again"))]).await;
        let again = of_subject(store, "t", "lovelace").await;
        assert_eq!(again.iter().map(|event| event.number).collect::<Vec<_>>(), [5]);
        assert_eq!(again[0].payload, Some(said("again")));
        assert_eq!(whole(store, "t").await.unreadable, 2);
        let of_lovelace = format!("{:?}", pseudonyms(&world).await);
        assert!(!of_lovelace.contains(&told.object_id));
    })
    .await;
}

/// A list is told a part at a time, and takes as long as whoever reads it.
#[tokio::test]
async fn who_is_erased_while_their_events_are_told_has_none_of_those_that_are_left() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        for number in 1..=4 {
            record(store, "t", vec![event("lovelace", json!(number)), event("grace", json!(number))]).await;
        }
        let of_lovelace = Filter { subject: Some("lovelace".to_owned()), ..Filter::default() };
        let mut reading = Reading::new(store, "t", of_lovelace, None);
        let told = reading.next(1).await.unwrap();
        assert_eq!(told.iter().map(SealedEvent::number).collect::<Vec<_>>(), [1]);
        assert!(ledger::erase_subject(&acting(store, "t"), "lovelace").await.unwrap());
        while !reading.is_over() {
            assert!(reading.next(1).await.unwrap().is_empty());
        }
        // Of all subjects they are told, without whose they were.
        assert_eq!(all(store, "t").await.len(), 8);
    })
    .await;
}

async fn pseudonyms(world: &super::World) -> Vec<String> {
    use sea_orm::{ConnectionTrait, Statement};
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let statement = Statement::from_string(connection.get_database_backend(), "SELECT pseudonym FROM ledger_subjects");
    let rows = connection.query_all_raw(statement).await.unwrap();
    connection.close().await.unwrap();
    rows.iter().map(|row| row.try_get("", "pseudonym").unwrap()).collect()
}

/// Not even where the row was.
#[tokio::test]
async fn of_an_erased_subject_nothing_is_in_the_file_of_sqlite() {
    if !Database::tested().contains(&Database::Sqlite) {
        return;
    }
    let world = super::World::new(Database::Sqlite).await;
    world.tenant("t").await;
    for number in 0..50 {
        record(&world.store, "t", vec![event(&format!("user-{number}"), json!(number))]).await;
    }
    record(&world.store, "t", vec![event("countess-of-lovelace", json!({"email": MAIL}))]).await;
    assert!(ledger::erase_subject(&acting(&world.store, "t"), "countess-of-lovelace").await.unwrap());
    world.store.close().await.unwrap();
    let path = world.url.trim_start_matches("sqlite://").trim_start_matches("sqlite:");
    let file = std::fs::read(path.split('?').next().unwrap()).unwrap();
    let has = |text: &str| file.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("user-49") && !has("countess-of-lovelace") && !has(MAIL));
}

/// Nor where it was before a page became two.
#[tokio::test]
async fn of_erased_subjects_nothing_is_in_pages_that_were_split() {
    if !Database::tested().contains(&Database::Sqlite) {
        return;
    }
    let world = super::World::new(Database::Sqlite).await;
    world.tenant("t").await;
    // In no order, as names come.
    let name =
        |number: u32| format!("{:08x}-of-{}@example.com", number.wrapping_mul(2_654_435_761), "lovelace".repeat(8));
    for part in 0..20 {
        let events = (0..100).map(|number| event(&name(part * 100 + number), json!(number))).collect();
        record(&world.store, "t", events).await;
    }
    for number in (0..2000).step_by(40) {
        assert!(ledger::erase_subject(&acting(&world.store, "t"), &name(number)).await.unwrap());
    }
    world.store.close().await.unwrap();
    let path = world.url.trim_start_matches("sqlite://").trim_start_matches("sqlite:");
    let file = std::fs::read(path.split('?').next().unwrap()).unwrap();
    let has = |number: u32| {
        let begin = name(number);
        file.windows(11).any(|window| window == &begin.as_bytes()[..11])
    };
    assert!(has(1));
    let left = (0..2000).step_by(40).filter(|number| has(*number)).count();
    assert_eq!(left, 0, "are still there");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_is_erased_while_events_of_them_are_written_can_be_read_afterwards_or_not_and_nothing_breaks() {
    on_both(async |world| {
        world.tenant("t").await;
        record(&world.store, "t", vec![event("ada", json!(0))]).await;
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let store = world.store.clone();
                tokio::spawn(async move {
                    for round in 0..10 {
                        record(&store, "t", vec![event("ada", json!([writer, round]))]).await;
                    }
                })
            })
            .collect();
        for _ in 0..10 {
            ledger::erase_subject(&acting(&world.store, "t"), "ada").await.unwrap();
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let (verified, events) = (whole(&world.store, "t").await, all(&world.store, "t").await);
        assert_eq!((verified.head.number, events.len()), (41, 41));
        let unreadable = events.iter().filter(|event| event.payload.is_none()).count();
        assert_eq!(verified.unreadable, unreadable as u64);
        assert_eq!(of_subject(&world.store, "t", "ada").await.len(), 41 - unreadable);
        // Whatever can't be read was written before what can be: nobody writes with a key that was thrown away.
        assert!(events.iter().skip_while(|event| event.payload.is_none()).all(|event| event.payload.is_some()));
    })
    .await;
}
