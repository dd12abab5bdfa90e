//! Revoked tokens.

use authplane_domain::tokens::revoked_token::{is_revoked, revoke};
use authplane_tests::Database;
use chrono::TimeDelta;

use super::{on_both, purge};

#[tokio::test]
async fn a_revocation_counts_at_once_and_after_a_restart() {
    on_both(async |world| {
        world.tenant("t").await;
        world.tenant("u").await;
        let store = &world.store;
        let at = store.now().timestamp() + 60;
        for loaded in [false, true] {
            let jti = format!("jti {loaded}");
            assert!(!is_revoked(store, "t", &jti).await.unwrap());
            revoke(store, "t", &jti, at).await.unwrap();
            revoke(store, "t", &jti, at).await.unwrap();
            assert!(is_revoked(store, "t", &jti).await.unwrap());
            assert!(!is_revoked(store, "u", &jti).await.unwrap());
            store.load_revocations().await.unwrap();
            assert!(is_revoked(store, "t", &jti).await.unwrap());
        }
        let restarted = world.replica().await;
        restarted.load_revocations().await.unwrap();
        assert!(is_revoked(&restarted, "t", "jti true").await.unwrap());
        assert!(!is_revoked(&restarted, "t/u", "jti true").await.unwrap());
        if world.database == Database::Postgres {
            // Of several replicas all know at once (assertion 48).
            revoke(&restarted, "t", "elsewhere", at).await.unwrap();
            assert!(is_revoked(store, "t", "elsewhere").await.unwrap());
        }
    })
    .await;
}

#[tokio::test]
async fn only_revocations_of_dead_tokens_are_forgotten() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        store.load_revocations().await.unwrap();
        let now = store.now().timestamp();
        for number in 0..5 {
            revoke(store, "t", &format!("old {number}"), now + 60).await.unwrap();
        }
        revoke(store, "t", "young", now + 600).await.unwrap();
        world.clock.advance(TimeDelta::seconds(60));
        assert_eq!(purge(store, "revoked_tokens", 3).await, 0, "not in the very second of its expiry");
        world.clock.advance(TimeDelta::seconds(1));
        assert_eq!(purge(store, "revoked_tokens", 3).await, 3);
        assert_eq!(purge(store, "revoked_tokens", 3).await, 2);
        assert!(is_revoked(store, "t", "young").await.unwrap());
        let restarted = world.replica().await;
        restarted.load_revocations().await.unwrap();
        assert!(is_revoked(&restarted, "t", "young").await.unwrap());
    })
    .await;
}
