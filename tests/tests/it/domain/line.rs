//! A connection to PostgreSQL that can be cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// Stands between a store and PostgreSQL and can cut the line.
pub(crate) struct Line {
    /// URL of the database at the end of the line.
    pub(crate) url: String,
    up: Arc<AtomicBool>,
}

impl Line {
    /// A line to a database; it is cut at first.
    pub(crate) async fn to(database_url: &str) -> Self {
        let mut url = Url::parse(database_url).unwrap();
        let to = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        url.set_host(Some(&address.ip().to_string())).unwrap();
        url.set_port(Some(address.port())).unwrap();
        let up = Arc::new(AtomicBool::new(false));
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
        Self { url: url.into(), up }
    }

    pub(crate) fn cut(&self) {
        self.up.store(false, Ordering::Release);
    }

    pub(crate) fn mend(&self) {
        self.up.store(true, Ordering::Release);
    }
}
