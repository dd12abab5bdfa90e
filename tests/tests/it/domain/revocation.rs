//! Revoked tokens.

use authplane_domain::Store;
use authplane_domain::tokens::revoked_token::{is_revoked, revoke};
use authplane_tests::Database;
use chrono::TimeDelta;
use sea_orm::ConnectionTrait as _;

use super::{World, on_both, purge};

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

/// Far more than are remembered.
const MANY: usize = 17_000;

async fn execute(world: &World, statement: &str) -> u64 {
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let affected = connection.execute_unprepared(statement).await.unwrap().rows_affected();
    connection.close().await.unwrap();
    affected
}

/// Whether a token of `t` counts as revoked when nobody knows of it but who remembers it: its row is taken away behind the store's back.
async fn is_remembered(world: &World, store: &Store, jti: &str) -> bool {
    assert!(is_revoked(store, "t", jti).await.unwrap(), "{jti}");
    execute(world, "ALTER TABLE revoked_tokens RENAME TO set_aside").await;
    let nothing = "CREATE TABLE revoked_tokens AS SELECT * FROM set_aside WHERE false";
    execute(world, nothing).await;
    let remembered = is_revoked(store, "t", jti).await.unwrap();
    execute(world, "DROP TABLE revoked_tokens").await;
    execute(world, "ALTER TABLE set_aside RENAME TO revoked_tokens").await;
    remembered
}

#[tokio::test]
async fn revocations_beyond_a_number_are_looked_up_until_there_are_few_again() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let store = &world.store;
    store.load_revocations().await.unwrap();
    let now = store.now().timestamp();
    revoke(store, "t", "first", now + 600).await.unwrap();
    assert!(is_remembered(&world, store, "first").await);
    // Of a tenant that isn't there: counted before they are written, and never written.
    for number in 0..MANY {
        revoke(store, "nobody", &format!("{number}"), now + 60).await.unwrap_err();
    }
    assert!(!is_remembered(&world, store, "first").await, "there is no room for it");
    assert!(!is_revoked(store, "t", "never").await.unwrap());
    revoke(store, "t", "second", now + 600).await.unwrap();
    assert!(is_remembered(&world, store, "second").await, "there is room for it");
    world.clock.advance(TimeDelta::seconds(61));
    purge(store, "revoked_tokens", 1000).await;
    store.load_revocations().await.unwrap();
    assert!(!is_remembered(&world, store, "first").await, "what was dropped might not have been written yet");
    store.load_revocations().await.unwrap();
    for jti in ["first", "second"] {
        assert!(is_remembered(&world, store, jti).await, "{jti}");
    }
}

#[tokio::test]
async fn revocations_beyond_a_number_are_not_read_into_memory() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let now = world.store.now().timestamp();
    revoke(&world.store, "t", "old", now + 600).await.unwrap();
    let more = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY}) \
         INSERT INTO revoked_tokens (tenant_id, digest, expires_at) \
         SELECT 't', substr(digest, 1, 33) || substr('000000000' || i, -10), {expires_at} FROM revoked_tokens, n",
        expires_at = now + 60
    );
    assert_eq!(execute(&world, &more).await, MANY as u64);
    let restarted = world.replica().await;
    restarted.load_revocations().await.unwrap();
    assert!(!is_remembered(&world, &restarted, "old").await);
    world.clock.advance(TimeDelta::seconds(61));
    while purge(&restarted, "revoked_tokens", 1000).await >= 1000 {}
    restarted.load_revocations().await.unwrap();
    assert!(is_remembered(&world, &restarted, "old").await);
}
