//! Signing keys: who signs when, and what is published around it.

use std::collections::BTreeSet;

use authplane_domain::Store;
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, SigningAlgorithm};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::tokens::signing_key::{ensure_rotated, published};
use chrono::TimeDelta;

use super::{ROTATION, make_tenant, make_tenant_without_keys, on_both};

/// The key that signs and those in the key set.
async fn keys(store: &Store) -> (String, BTreeSet<String>) {
    let ring = published(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
    let now = store.now();
    (ring.signing(now).unwrap().id.clone(), ring.published(now).map(|key| key.id.clone()).collect())
}

async fn rotate(store: &Store) -> bool {
    ensure_rotated(store, ServerKey { tenant: "t", id: DEFAULT }, &ROTATION).await.unwrap()
}

#[tokio::test]
async fn a_successor_is_published_before_it_signs_and_its_predecessor_until_its_tokens_are_dead() {
    on_both(async |world| {
        world.tenant("t").await;
        let (store, clock) = (&world.store, &world.clock);
        let (first, set) = keys(store).await;
        assert_eq!(set, [first.clone()].into());
        clock.advance(ROTATION.interval - ROTATION.publish_ahead - TimeDelta::seconds(1));
        assert!(!rotate(store).await, "not a second too early");
        clock.advance(TimeDelta::seconds(1));
        assert!(rotate(store).await);
        assert!(!rotate(store).await, "and once");
        let (signing, set) = keys(store).await;
        assert_eq!((signing, set.len()), (first.clone(), 2), "it is published, the first still signs");
        clock.advance(ROTATION.publish_ahead - TimeDelta::microseconds(1));
        assert_eq!(keys(store).await.0, first);
        clock.advance(TimeDelta::microseconds(1));
        let (second, set) = keys(store).await;
        assert_ne!(second, first);
        assert_eq!(set, [first.clone(), second.clone()].into(), "tokens of the first still live");
        clock.advance(ROTATION.overlap - TimeDelta::microseconds(1));
        assert!(keys(store).await.1.contains(&first));
        clock.advance(TimeDelta::microseconds(1));
        assert_eq!(keys(store).await, (second.clone(), [second.clone()].into()));
        assert!(rotate(store).await, "the dead key's row goes");
        assert!(!rotate(store).await);
        assert_eq!(keys(store).await, (second.clone(), [second].into()));
    })
    .await;
}

#[tokio::test]
async fn a_first_key_is_made_once_however_many_ask_for_it() {
    on_both(async |world| {
        make_tenant_without_keys(&world.store, "t", SigningAlgorithm::EdDSA).await;
        let asking = (0..16).map(|_| {
            let store = world.store.clone();
            tokio::spawn(async move { rotate(&store).await })
        });
        let made = futures::future::join_all(asking).await;
        assert_eq!(made.into_iter().filter(|made| *made.as_ref().unwrap()).count(), 1, "the others waited for it");
        let (signing, set) = keys(&world.store).await;
        assert_eq!(set, [signing].into());
    })
    .await;
}

#[tokio::test]
async fn a_replica_that_was_overtaken_signs_with_the_first_key_of_the_other() {
    on_both(async |world| {
        make_tenant_without_keys(&world.store, "t", SigningAlgorithm::EdDSA).await;
        let replica = world.replica().await;
        // It remembers that there is none. On SQLite, where no process is told of others, it would for good.
        let none = published(&replica, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert!(none.signing(replica.now()).is_none());
        assert!(rotate(&world.store).await);
        rotate(&replica).await;
        assert_eq!(keys(&replica).await, keys(&world.store).await);
    })
    .await;
}

#[tokio::test]
async fn a_first_key_signs_for_replicas_whose_clocks_are_behind_but_not_before_its_server() {
    on_both(async |world| {
        make_tenant_without_keys(&world.store, "t", SigningAlgorithm::EdDSA).await;
        let made = world.store.now();
        assert!(rotate(&world.store).await);
        let of = async |server: &str| {
            let ring = published(&world.store, ServerKey { tenant: "t", id: server }).await.unwrap();
            ring.signing(world.store.now()).unwrap().signs_from
        };
        assert_eq!(of(DEFAULT).await, made);
        world.clock.advance(TimeDelta::days(1000));
        assert!(!rotate_late(&world.store).await, "the first key of an old server has its whole life before it");
        assert_eq!(of(ADMIN).await, world.store.now() - TimeDelta::minutes(5));
    })
    .await;
}

/// Whether there was more to do for the server `admin` after its first key.
async fn rotate_late(store: &Store) -> bool {
    let server = ServerKey { tenant: "t", id: ADMIN };
    assert!(ensure_rotated(store, server, &ROTATION).await.unwrap());
    ensure_rotated(store, server, &ROTATION).await.unwrap()
}

#[tokio::test]
async fn after_a_long_sleep_the_next_key_is_published_ahead_all_the_same() {
    on_both(async |world| {
        world.tenant("t").await;
        let (first, _) = keys(&world.store).await;
        world.clock.advance(TimeDelta::days(1000));
        assert_eq!(keys(&world.store).await.0, first, "a key that is late still signs");
        assert!(rotate(&world.store).await);
        let (signing, set) = keys(&world.store).await;
        assert_eq!((signing, set.len()), (first.clone(), 2));
        world.clock.advance(ROTATION.publish_ahead);
        let (signing, set) = keys(&world.store).await;
        assert!(signing != first && set.contains(&first));
    })
    .await;
}

#[tokio::test]
async fn two_replicas_make_one_successor() {
    on_both(async |world| {
        world.tenant("t").await;
        let replica = world.replica().await;
        keys(&replica).await;
        world.clock.advance(ROTATION.interval);
        let both = (0..8).map(|number: u32| {
            let store = if number.is_multiple_of(2) { world.store.clone() } else { replica.clone() };
            tokio::spawn(async move { rotate(&store).await })
        });
        for done in futures::future::join_all(both).await {
            done.unwrap();
        }
        let fresh = world.replica().await;
        let ring = published(&fresh, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        let generations: Vec<_> = ring.published(fresh.now()).map(|key| key.generation).collect();
        assert_eq!(generations, [1, 2]);
        assert!(ring.published(fresh.now()).last().unwrap().published_until.is_none());
    })
    .await;
}

#[tokio::test]
async fn every_algorithm_makes_public_keys_that_say_what_they_are_for() {
    on_both(async |world| {
        for (algorithm, kty, members) in [
            (SigningAlgorithm::RS256, "RSA", &["n", "e"][..]),
            (SigningAlgorithm::ES256, "EC", &["x", "y"]),
            (SigningAlgorithm::EdDSA, "OKP", &["x"]),
        ] {
            let tenant = algorithm.as_str().to_lowercase();
            make_tenant(&world.store, &tenant, algorithm).await;
            let ring = published(&world.store, ServerKey { tenant: &tenant, id: DEFAULT }).await.unwrap();
            let key = ring.signing(world.store.now()).unwrap();
            let jwk = key.public_jwk.as_object().unwrap();
            assert_eq!(
                (&jwk["kty"], &jwk["use"], &jwk["alg"]),
                (&kty.into(), &"sig".into(), &algorithm.as_str().into())
            );
            assert_eq!(jwk["kid"], key.id.as_str());
            assert!(members.iter().all(|name| jwk[*name].as_str().is_some_and(|value| !value.is_empty())));
            for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
                assert!(!jwk.contains_key(private), "{private} is private");
            }
            assert!(!format!("{key:?}").contains(&format!("{:?}", key.private_key.pkcs8())));
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_server_has_no_keys_and_gets_none() {
    on_both(async |world| {
        world.tenant("t").await;
        let unknown = ensure_rotated(&world.store, ServerKey { tenant: "t", id: "nobody" }, &ROTATION).await;
        assert!(matches!(unknown, Err(authplane_domain::Error::NotFound { .. })));
        assert!(
            published(&world.store, ServerKey { tenant: "t", id: "nobody" })
                .await
                .unwrap()
                .signing(world.store.now())
                .is_none()
        );
        assert!(
            published(&world.store, ServerKey { tenant: "nobody", id: DEFAULT })
                .await
                .unwrap()
                .signing(world.store.now())
                .is_none()
        );
    })
    .await;
}
