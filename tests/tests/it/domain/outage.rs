//! A database that isn't there, goes, and comes back.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use authplane_domain::authorization_server::SigningAlgorithm;
use authplane_domain::installation::{FirstStart, first_start};
use authplane_domain::{Error, service, tenant};
use authplane_tests::Database;
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use super::{MASTER_KEY, World, actor, connect, make_service, new_service};

/// Stands between a store and PostgreSQL and can cut the line.
struct Line {
    address: SocketAddr,
    up: Arc<AtomicBool>,
}

impl Line {
    async fn new(to: String, up: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let up = Arc::new(AtomicBool::new(up));
        let state = Arc::clone(&up);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if !state.load(Ordering::Acquire) {
                    continue;
                }
                let (to, state) = (to.clone(), Arc::clone(&state));
                tokio::spawn(async move {
                    let Ok(mut far) = TcpStream::connect(to).await else { return };
                    let cut = async {
                        while state.load(Ordering::Acquire) {
                            tokio::time::sleep(Duration::from_millis(5)).await;
                        }
                    };
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                        () = cut => {}
                    }
                });
            }
        });
        Self { address, up }
    }

    fn cut(&self) {
        self.up.store(false, Ordering::Release);
    }

    fn mend(&self) {
        self.up.store(true, Ordering::Release);
    }
}

#[tokio::test]
async fn postgres_that_is_down_first_and_up_later_needs_no_restart() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::empty(Database::Postgres).await;
    let mut url = Url::parse(&world.url).unwrap();
    let target = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
    let line = Line::new(target, false).await;
    url.set_host(Some(&line.address.ip().to_string())).unwrap();
    url.set_port(Some(line.address.port())).unwrap();
    let store = connect(url.as_str(), &world.clock, MASTER_KEY).await;
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
