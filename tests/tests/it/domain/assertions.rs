//! Client assertions are claimed once.

use authplane_domain::tokens::assertion::{self, Assertion};
use chrono::TimeDelta;

use super::{on_both, purge};

#[tokio::test]
async fn of_fifty_claims_at_once_on_two_replicas_one_wins() {
    on_both(async |world| {
        world.tenant("t").await;
        let replica = world.replica().await;
        let expires_at = world.store.now().timestamp() + 60;
        let claims = (0..50).map(|number: u32| {
            let store = if number.is_multiple_of(2) { world.store.clone() } else { replica.clone() };
            tokio::spawn(async move {
                assertion::claim(&store, "t", Assertion { client_id: "app", jti: "jti" }, expires_at).await.unwrap()
            })
        });
        let won = futures::future::join_all(claims).await.into_iter().filter(|won| *won.as_ref().unwrap()).count();
        assert_eq!(won, 1);
        assert!(
            !assertion::claim(&world.replica().await, "t", Assertion { client_id: "app", jti: "jti" }, expires_at)
                .await
                .unwrap(),
            "after a restart"
        );
    })
    .await;
}

#[tokio::test]
async fn a_claim_is_one_clients_of_one_tenant() {
    on_both(async |world| {
        world.tenant("t").await;
        world.tenant("u").await;
        let store = &world.store;
        let at = store.now().timestamp() + 60;
        // No two of them are the same, wherever a separator might be imagined.
        for (tenant, client, jti) in [
            ("t", "app", "jti"),
            ("u", "app", "jti"),
            ("t", "ap", "pjti"),
            ("t", "appj", "ti"),
            ("t", "app", "jti "),
            ("t", "app", ""),
        ] {
            assert!(
                assertion::claim(store, tenant, Assertion { client_id: client, jti }, at).await.unwrap(),
                "{tenant} {client} {jti}"
            );
            assert!(!assertion::claim(store, tenant, Assertion { client_id: client, jti }, at).await.unwrap());
        }
        let endless = "j".repeat(100_000);
        assert!(assertion::claim(store, "t", Assertion { client_id: "app", jti: &endless }, at).await.unwrap());
        assert!(!assertion::claim(store, "t", Assertion { client_id: "app", jti: &endless }, at).await.unwrap());
        assert!(
            assertion::claim(store, "t", Assertion { client_id: "app", jti: "a\0b\u{fffd}'\"" }, at).await.unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn what_has_expired_is_forgotten_in_batches() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let at = store.now().timestamp() + 60;
        for number in 0..7 {
            assert!(
                assertion::claim(store, "t", Assertion { client_id: "app", jti: &format!("old {number}") }, at)
                    .await
                    .unwrap()
            );
        }
        assert!(assertion::claim(store, "t", Assertion { client_id: "app", jti: "young" }, at + 600).await.unwrap());
        assert_eq!(purge(store, "used_assertions", 5).await, 0);
        world.clock.advance(TimeDelta::seconds(61));
        assert_eq!(purge(store, "used_assertions", 5).await, 5);
        assert_eq!(purge(store, "used_assertions", 5).await, 2);
        assert_eq!(purge(store, "used_assertions", 5).await, 0);
        assert!(!assertion::claim(store, "t", Assertion { client_id: "app", jti: "young" }, at).await.unwrap());
    })
    .await;
}
