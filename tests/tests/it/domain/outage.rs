//! A database that isn't there, goes, and comes back.

use std::time::Duration;

use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::catalogue::service;
use authplane_domain::installation::first_start::{FirstStart, first_start};
use authplane_domain::installation::{audit, tenant};
use authplane_domain::{Error, Store};
use authplane_tests::Database;

use super::line::Line;
use super::{MASTER_KEY, World, acting, connect, make_service, new_service, tamper};

/// Is the service there, and how many events tell of its creation?
async fn told(store: &Store, tenant: &str, id: &str) -> (bool, usize) {
    let events = audit::list(store, tenant, 1000).await.unwrap();
    let of_creation = events.iter().filter(|event| event.action == "service.create" && event.object_id == id).count();
    (service::find(store, tenant, id).await.unwrap().is_some(), of_creation)
}

#[tokio::test]
async fn postgres_that_is_down_first_and_up_later_needs_no_restart() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::empty(Database::Postgres).await;
    let line = Line::to(&world.url).await;
    let store = connect(&line.url, &world.clock, MASTER_KEY).await;
    store.start_listener();
    assert!(matches!(store.ping().await, Err(Error::Unavailable(_))));
    assert!(matches!(store.migrate().await, Err(Error::Unavailable(_))));
    assert!(matches!(tenant::exists(&store, "t").await, Err(Error::Unavailable(_))));
    let options = FirstStart { key_algorithm: SigningAlgorithm::EdDSA };
    assert!(matches!(first_start(&store, options).await, Err(Error::Unavailable(_))));

    line.mend();
    store.migrate().await.unwrap();
    assert!(first_start(&store, options).await.unwrap().administrator.is_some());
    make_service(&store, "default", "api").await;
    assert!(service::find(&store, "default", "api").await.unwrap().is_some());

    // It goes away while the server runs, with connections in the pool.
    line.cut();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let failed = service::create(&acting(&store, "default"), new_service("second")).await;
    assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
    let failed = service::find(&store, "default", "api").await;
    assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
    line.mend();
    let mut tried = 0;
    while service::find(&store, "default", "api").await.is_err() {
        tried += 1;
        assert!(tried < 100, "it doesn't recover");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(told(&store, "default", "second").await, (false, 0), "nothing was half written");
    make_service(&store, "default", "second").await;
    assert_eq!(told(&store, "default", "second").await, (true, 1));
}

#[tokio::test]
async fn a_store_that_was_closed_answers_unavailable() {
    super::on_both(async |world| {
        world.tenant("t").await;
        world.store.close().await.unwrap();
        assert!(matches!(world.store.ping().await, Err(Error::Unavailable(_))));
        let failed = service::create(&acting(&world.store, "t"), new_service("api")).await;
        assert!(matches!(failed, Err(Error::Unavailable(_) | Error::NotFound { .. })), "{failed:?}");
    })
    .await;
}

/// Constraints that are checked at the end fail a commit, as a database that shuts down does.
#[tokio::test]
async fn a_creation_whose_commit_finds_postgres_busy_is_unavailable() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::new(Database::Postgres).await;
    world.tenant("t").await;
    tamper(
        &world,
        "CREATE FUNCTION busy() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE EXCEPTION 'try again' USING ERRCODE = '40001'; END $$; \
         CREATE CONSTRAINT TRIGGER busy AFTER INSERT ON services DEFERRABLE INITIALLY DEFERRED \
         FOR EACH ROW EXECUTE FUNCTION busy()",
    )
    .await;
    let failed = service::create(&acting(&world.store, "t"), new_service("api")).await;
    assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
    assert_eq!(told(&world.replica().await, "t", "api").await, (false, 0));
    tamper(&world, "DROP TRIGGER busy ON services").await;
    make_service(&world.store, "t", "api").await;
    assert_eq!(told(&world.replica().await, "t", "api").await, (true, 1));
}

/// SQLite ends a transaction by itself when the disk is full, for one; a trigger can make it.
#[tokio::test]
async fn creations_that_share_a_commit_which_sqlite_gave_up_are_all_told_and_none_is_written() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    tamper(
        &world,
        "CREATE TRIGGER poison BEFORE INSERT ON services WHEN NEW.id = 'poison' \
         BEGIN SELECT RAISE(ROLLBACK, 'given up'); END",
    )
    .await;
    let ids: Vec<String> =
        (0..24).map(|number| if number == 12 { "poison".to_owned() } else { format!("s{number}") }).collect();
    let made = ids.iter().map(|id| async { service::create(&acting(&world.store, "t"), new_service(id)).await });
    let made = futures::future::join_all(made).await;
    let replica = world.replica().await;
    for (id, made) in ids.iter().zip(&made) {
        let there = made.is_ok();
        assert_eq!(told(&replica, "t", id).await, (there, usize::from(there)), "{id}: {made:?}");
    }
    assert!(made[12].is_err());
    // How many shared its commit depends on who came when; those who did were told to try again.
    assert!(
        made.iter().enumerate().all(
            |(number, made)| number == 12 || !matches!(made, Err(error) if !matches!(error, Error::Unavailable(_)))
        )
    );
    // The connection is as good as before.
    for id in ids.iter().filter(|id| *id != "poison") {
        if service::find(&world.store, "t", id).await.unwrap().is_none() {
            make_service(&world.store, "t", id).await;
        }
    }
}
