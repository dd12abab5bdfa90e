//! A proxy that gives each statement any connection of its own: whoever asks there to be told of commits is answered, and never told of any.

use std::time::{Duration, Instant};

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_tests::Database;
use authplane_tests::process::PATIENCE;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use super::{World, acting, connect};

/// `NotificationResponse` (PostgreSQL's protocol, message formats).
const NOTIFICATION: u8 = b'A';

/// Such a proxy before a database; the URL by which it is reached. It passes everything on but notifications.
async fn pooling(database_url: &str) -> String {
    let mut url = Url::parse(database_url).unwrap();
    let to = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    url.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
    url.set_host(Some("127.0.0.1")).unwrap();
    // So that the answers can be read.
    url.query_pairs_mut().append_pair("sslmode", "disable");
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let Ok(far) = TcpStream::connect(&to).await else { return };
            let (mut near_read, mut near_write) = near.into_split();
            let (mut far_read, mut far_write) = far.into_split();
            tokio::spawn(async move { tokio::io::copy(&mut near_read, &mut far_write).await });
            tokio::spawn(async move {
                loop {
                    let kind = far_read.read_u8().await?;
                    let length = far_read.read_u32().await?;
                    let mut rest = vec![0; length as usize - 4];
                    far_read.read_exact(&mut rest).await?;
                    if kind != NOTIFICATION {
                        near_write.write_u8(kind).await?;
                        near_write.write_u32(length).await?;
                        near_write.write_all(&rest).await?;
                        near_write.flush().await?;
                    }
                }
                #[expect(unreachable_code, reason = "it says what the block gives")]
                std::io::Result::Ok(())
            });
        }
    });
    url.into()
}

#[tokio::test]
async fn behind_a_proxy_that_tells_of_no_commit_nothing_stays_stale() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::new(Database::Postgres).await;
    world.tenant("t").await;
    let behind = connect(&pooling(&world.url).await, &world.clock, super::MASTER_KEY).await;
    behind.start_listener();
    let name = async || authorization_server::find(&behind, "t", DEFAULT).await.unwrap().unwrap().name.clone();
    for number in 0..3 {
        let renamed = format!("Renamed {number}");
        // It is in the cache.
        let _ = (name().await, name().await);
        let details = ServerDetails { name: renamed.clone(), ..ServerDetails::default() };
        let changes = ServerChanges { details, ..ServerChanges::default() };
        authorization_server::change(&acting(&world.store, "t"), DEFAULT, changes).await.unwrap();
        let begun = Instant::now();
        while name().await != renamed {
            assert!(begun.elapsed() < PATIENCE, "it never hears of it");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    behind.close().await.unwrap();
}
