//! Idempotency keys are claimed once, and what was answered is found again, in every replica.

use authplane_domain::installation::idempotent_answer::{self, KeyClaim};
use authplane_domain::{Error, Store};
use chrono::TimeDelta;

use super::furnished::MINUTE;
use super::{Database, on_both, purge, tamper};

async fn ask(store: &Store, digest: &str, fingerprint: &str) -> KeyClaim {
    idempotent_answer::claim(store, "t", digest, fingerprint, MINUTE).await.unwrap()
}

/// Claims a key that nobody holds.
async fn hold(store: &Store, digest: &str, fingerprint: &str) -> String {
    match ask(store, digest, fingerprint).await {
        KeyClaim::Held(claim) => claim,
        other => panic!("{other:?}"),
    }
}

async fn keep(store: &Store, digest: &str, claim: &str, answer: &[u8]) -> bool {
    idempotent_answer::keep(store, "t", digest, claim, answer, MINUTE).await.unwrap()
}

#[tokio::test]
async fn of_fifty_claims_at_once_on_two_replicas_one_wins_and_both_find_its_answer() {
    on_both(async |world| {
        world.tenant("t").await;
        let replicas = [world.store.clone(), world.replica().await];
        let claims = (0..50).map(|number: usize| {
            let store = replicas[number % 2].clone();
            tokio::spawn(async move { ask(&store, "key", "asked").await })
        });
        let claims: Vec<KeyClaim> =
            futures::future::join_all(claims).await.into_iter().map(|claimed| claimed.unwrap()).collect();
        let won: Vec<&String> = claims
            .iter()
            .filter_map(|claimed| match claimed {
                KeyClaim::Held(claim) => Some(claim),
                KeyClaim::HeldByAnother => None,
                other => panic!("{other:?}"),
            })
            .collect();
        let [claim] = won[..] else { panic!("{won:?}") };
        let [first, second] = &replicas;
        assert!(keep(second, "key", claim, b"answer").await);
        for store in [first, second, &world.replica().await] {
            assert_eq!(ask(store, "key", "asked").await, KeyClaim::Answered(b"answer".to_vec()));
            assert_eq!(ask(store, "key", "something else").await, KeyClaim::Mismatched);
        }
    })
    .await;
}

#[tokio::test]
async fn a_key_is_claimed_in_tenants_that_there_are() {
    on_both(async |world| {
        for nobody in ["none", "no\0body"] {
            let refused = idempotent_answer::claim(&world.store, nobody, "key", "asked", MINUTE).await;
            assert!(matches!(refused, Err(Error::NotFound { thing: "tenant", .. })), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_claim_ends_when_it_is_given_up_or_too_old_and_then_it_keeps_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let first = hold(store, "key", "asked").await;
        assert_eq!(ask(store, "key", "something else").await, KeyClaim::Mismatched);
        idempotent_answer::release(store, "t", "key", &first).await.unwrap();
        let second = hold(store, "key", "something else").await;
        world.clock.advance(TimeDelta::seconds(60));
        assert_eq!(ask(store, "key", "something else").await, KeyClaim::HeldByAnother, "for a whole minute");
        world.clock.advance(TimeDelta::seconds(1));
        let third = hold(store, "key", "asked").await;
        for over in [&first, &second] {
            assert!(!keep(store, "key", over, b"late").await);
            idempotent_answer::release(store, "t", "key", over).await.unwrap();
        }
        assert_eq!(ask(store, "key", "asked").await, KeyClaim::HeldByAnother);

        world.clock.advance(TimeDelta::seconds(50));
        assert!(keep(store, "key", &third, b"answer").await);
        world.clock.advance(TimeDelta::seconds(60));
        assert_eq!(ask(store, "key", "asked").await, KeyClaim::Answered(b"answer".to_vec()), "from the answer on");
        world.clock.advance(TimeDelta::seconds(1));
        let fourth = hold(store, "key", "asked").await;
        assert_eq!(ask(store, "key", "asked").await, KeyClaim::HeldByAnother, "the old answer is gone with its claim");
        // As long as nobody else took it over, late is early enough.
        world.clock.advance(TimeDelta::seconds(600));
        assert!(keep(store, "key", &fourth, b"answer").await);
    })
    .await;
}

#[tokio::test]
async fn answers_are_sealed_for_their_place_and_cleared_away_in_time() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        for digest in ["a", "b"] {
            let claim = hold(store, digest, "asked").await;
            assert!(keep(store, digest, &claim, format!("the secret of {digest}").as_bytes()).await);
        }
        let holds = match world.database {
            Database::Sqlite => "instr(answer, CAST('secret' AS BLOB)) > 0",
            Database::Postgres => "position('secret'::bytea in answer) > 0",
        };
        let count = |condition: &str| format!("UPDATE idempotent_answers SET claim = claim WHERE {condition}");
        assert_eq!(tamper(&world, &count(holds)).await, 0, "nobody reads it in the table");
        assert_eq!(tamper(&world, &count(&format!("NOT ({holds})"))).await, 2);
        let moved = "UPDATE idempotent_answers SET answer = (SELECT answer FROM idempotent_answers WHERE digest = 'b') \
                     WHERE digest = 'a'";
        assert_eq!(tamper(&world, moved).await, 1);
        let found = idempotent_answer::claim(store, "t", "a", "asked", MINUTE).await;
        assert!(matches!(found, Err(Error::Internal(_))), "{found:?}");

        world.clock.advance(TimeDelta::seconds(60));
        assert_eq!(purge(store, "idempotent_answers", 10).await, 0);
        world.clock.advance(TimeDelta::seconds(1));
        assert_eq!(purge(store, "idempotent_answers", 10).await, 2);
    })
    .await;
}
