//! The schema, step by step.

use authplane_domain::Error;
use authplane_domain::installation::tenant;
use authplane_tests::Database;

use super::{World, everything, make_service};

#[tokio::test]
async fn what_is_pending_is_listed_then_done_and_done_again_changes_nothing() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        let pending = world.store.pending_migrations().await.unwrap();
        assert!(pending.len() >= 5 && pending.is_sorted(), "{pending:?}");
        let rows = everything(&world).await;
        assert_eq!(world.store.pending_migrations().await.unwrap(), pending, "asking changes nothing");
        assert_eq!(everything(&world).await, rows);
        world.store.migrate().await.unwrap();
        assert!(world.store.pending_migrations().await.unwrap().is_empty());
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        let rows = everything(&world).await;
        world.store.migrate().await.unwrap();
        world.replica().await.migrate().await.unwrap();
        assert_eq!(everything(&world).await, rows);
    }
}

#[tokio::test]
async fn replicas_that_migrate_at_once_wait_for_each_other() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        let mut stores = vec![world.store.clone()];
        if database == Database::Postgres {
            // SQLite belongs to one process: the data folder's lock sees to it.
            for _ in 0..3 {
                stores.push(world.replica().await);
            }
        }
        let migrations = futures::future::join_all(stores.iter().map(authplane_domain::Store::migrate)).await;
        assert!(migrations.iter().all(Result::is_ok), "{migrations:?}");
        assert!(world.store.pending_migrations().await.unwrap().is_empty());
        world.tenant("t").await;
    }
}

#[tokio::test]
async fn before_the_schema_is_there_nothing_is_found_and_nothing_panics() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        assert!(world.store.ping().await.is_ok());
        assert!(matches!(tenant::find(&world.store, "t").await, Err(Error::Internal(_) | Error::Unavailable(_))));
    }
}

#[tokio::test]
async fn an_url_of_neither_kind_is_refused_without_repeating_its_password() {
    let folder = authplane_tests::database::Folder::new();
    for url in [
        "",
        "mysql://root:hunter2@localhost/db",
        "sqlite::memory:",
        "sqlite://x?mode=memory",
        "postgres://user:hunter2@[::bad/db",
        "authplane.db",
    ] {
        let environment = authplane_domain::Environment::system();
        let keys = authplane_domain::storage::seal::MasterKeys::from_base64_list(super::MASTER_KEY).unwrap();
        match authplane_domain::Store::connect(url, environment, keys).await {
            Err(Error::Invalid { field, message }) => {
                assert_eq!(field, "database_url", "{url}");
                assert!(!message.contains("hunter2"), "{message}");
            }
            other => panic!("{url}: {other:?}"),
        }
    }
    let nowhere = format!("sqlite://{}/missing/authplane.db?mode=rwc", folder.path().display());
    let clock = std::sync::Arc::new(authplane_domain::environment::ManualClock::new(super::noon()));
    let environment = authplane_domain::Environment { clock, ..authplane_domain::Environment::system() };
    let keys = authplane_domain::storage::seal::MasterKeys::from_base64_list(super::MASTER_KEY).unwrap();
    let failed = authplane_domain::Store::connect(&nowhere, environment, keys).await;
    assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
}
