//! What a replica knows of the others' commits while it can't be told of them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use authplane_domain::Store;
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_tests::Database;

use super::line::{Asking, Line};
use super::{MASTER_KEY, World, acting, connect, make_service};

/// What the service is called.
const NAME: Kind<Option<String>> = Kind::new(Area::CATALOGUE);

/// A store that commits, and a replica of it behind a line.
struct Replicas {
    world: World,
    line: Line,
    replica: Store,
    /// How often the replica asked the database.
    loads: AtomicU64,
}

impl Replicas {
    /// The replica doesn't listen yet. `None` without PostgreSQL: nobody else writes to a file.
    async fn new() -> Option<Self> {
        if !Database::tested().contains(&Database::Postgres) {
            return None;
        }
        let world = World::new(Database::Postgres).await;
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        let line = Line::to(&world.url).await;
        line.mend();
        let replica = connect(&line.url, &world.clock, MASTER_KEY).await;
        Some(Self { world, line, replica, loads: AtomicU64::new(0) })
    }

    /// The service is called so from now on.
    async fn commit(&self, name: &str) {
        let changes = ServiceChanges { name: Some(name.to_owned()), ..ServiceChanges::default() };
        service::change(&acting(&self.world.store, "t"), "api", changes).await.unwrap();
    }

    /// What the replica believes that it is called; nothing while it has no database to ask.
    async fn believed(&self) -> Option<String> {
        let load = || async {
            self.loads.fetch_add(1, Ordering::SeqCst);
            Ok(service::find(&self.replica, "t", "api").await?.map(|service| service.name.clone()))
        };
        let found = self.replica.cached(Freshness::Notified, "t", NAME, "api", load).await;
        found.ok().and_then(|name| (*name).clone())
    }

    /// Waits until the replica believes what it believes without asking: what has just been loaded may be overtaken by what it is told of.
    async fn believes(&self) {
        let mut waited = 0;
        loop {
            let before = self.loads.load(Ordering::SeqCst);
            let name = self.believed().await;
            if name.is_some() && self.loads.load(Ordering::SeqCst) == before {
                return;
            }
            waited += 1;
            assert!(waited < 1000, "nothing is ever kept");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until the replica knows. Not a measurement: whoever doesn't come to know it never does.
    async fn learns(&self, name: &str) {
        let mut waited = 0;
        while self.believed().await.as_deref() != Some(name) {
            waited += 1;
            assert!(waited < 1000, "what was committed never comes to be known");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The replica listens, and has been told something.
    async fn listen(&self) {
        self.replica.start_listener();
        self.line.listened(1).await;
        self.commit("first").await;
        self.learns("first").await;
        self.believes().await;
    }
}

#[tokio::test]
async fn a_replica_whose_connections_are_cut_listens_again() {
    let Some(replicas) = Replicas::new().await else { return };
    replicas.listen().await;
    replicas.line.cut();
    replicas.commit("second").await;
    replicas.line.mend();
    replicas.learns("second").await;
    replicas.line.listened(2).await;
    replicas.commit("third").await;
    replicas.learns("third").await;
}

#[tokio::test]
async fn a_replica_that_is_told_nothing_any_more_notices_although_its_connection_stands() {
    let Some(replicas) = Replicas::new().await else { return };
    replicas.listen().await;
    replicas.line.swallow();
    replicas.commit("second").await;
    replicas.learns("second").await;
    replicas.line.listened(2).await;
    replicas.commit("third").await;
    replicas.learns("third").await;
}

/// The rest of the database answers, so nothing else says that something is wrong.
#[tokio::test]
async fn a_replica_that_cannot_listen_keeps_nothing_for_long() {
    let Some(replicas) = Replicas::new().await else { return };
    replicas.line.set_asking(Asking::Refused);
    replicas.replica.start_listener();
    for name in ["first", "second", "third"] {
        replicas.line.asked(1).await;
        replicas.believes().await;
        replicas.commit(name).await;
        replicas.learns(name).await;
    }
}

#[tokio::test]
async fn what_is_committed_while_a_replica_begins_to_listen_is_not_missed() {
    let Some(replicas) = Replicas::new().await else { return };
    replicas.line.set_asking(Asking::HeldBack);
    replicas.replica.start_listener();
    replicas.line.asked(1).await;
    replicas.believes().await;
    replicas.commit("first").await;
    replicas.line.set_asking(Asking::Granted);
    replicas.line.listened(1).await;
    replicas.learns("first").await;
}
