//! A database that isn't there, goes, and comes back.

use std::time::Duration;

use authplane_domain::authorization_server::SigningAlgorithm;
use authplane_domain::installation::{FirstStart, first_start};
use authplane_domain::{Error, service, tenant};
use authplane_tests::Database;

use super::line::Line;
use super::{MASTER_KEY, World, actor, connect, make_service, new_service};

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
    let failed = service::create(&store, "default", &actor(), new_service("second")).await;
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
    assert!(service::find(&store, "default", "second").await.unwrap().is_none(), "nothing was half written");
    make_service(&store, "default", "second").await;
}

#[tokio::test]
async fn a_store_that_was_closed_answers_unavailable() {
    super::on_both(async |world| {
        world.tenant("t").await;
        world.store.close().await.unwrap();
        assert!(matches!(world.store.ping().await, Err(Error::Unavailable(_))));
        let failed = service::create(&world.store, "t", &actor(), new_service("api")).await;
        assert!(matches!(failed, Err(Error::Unavailable(_) | Error::NotFound { .. })), "{failed:?}");
    })
    .await;
}
