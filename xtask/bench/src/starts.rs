//! How long a start takes, and what the server weighs when nobody uses it.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use crate::Result;
use crate::installation::{Installation, start};
use crate::report::median;
use crate::server::{Pinning, resident_kib};

const STARTS: usize = 7;
const IDLE: Duration = Duration::from_secs(1);

/// Milliseconds from just before the process is made (taskset's own start, about one millisecond, included).
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct StartTimes {
    /// Until the ready line was read.
    pub(crate) ready_ms: Vec<f64>,
    /// Until the first access token was in hand.
    pub(crate) first_token_ms: Vec<f64>,
}

impl StartTimes {
    fn add(&mut self, ready: Duration, first_token: Duration) {
        self.ready_ms.push(ready.as_secs_f64() * 1e3);
        self.first_token_ms.push(first_token.as_secs_f64() * 1e3);
    }

    /// The median until ready.
    pub(crate) fn ready(&self) -> f64 {
        median(&self.ready_ms)
    }

    /// The median until the first token.
    pub(crate) fn first_token(&self) -> f64 {
        median(&self.first_token_ms)
    }
}

/// The start case's result.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Starts {
    /// The first start: migrations, keys, the administrator's client.
    pub(crate) empty: StartTimes,
    /// Every later start.
    pub(crate) migrated: StartTimes,
    /// Resident memory one second after the ready line, with no request made.
    pub(crate) idle_resident_kib: u64,
}

/// Starts the server on new folders, then on one of them again and again.
pub(crate) async fn measure(pinning: &Pinning, folder: &Path) -> Result<Starts> {
    let mut empty = StartTimes::default();
    for number in 0..STARTS {
        let data = folder.join(format!("start-{number}"));
        once(pinning, &data, &mut empty).await?;
    }
    let data = folder.join("start-0");
    let mut migrated = StartTimes::default();
    for _ in 0..STARTS {
        once(pinning, &data, &mut migrated).await?;
    }
    let server = start(pinning, &data, &[]).await?;
    tokio::time::sleep(IDLE).await;
    let idle_resident_kib = resident_kib(server.pid)?;
    server.stop().await?;
    Ok(Starts { empty, migrated, idle_resident_kib })
}

async fn once(pinning: &Pinning, data: &Path, times: &mut StartTimes) -> Result<()> {
    let server = start(pinning, data, &[]).await?;
    let (began, ready) = (server.began, server.ready_after);
    let installation = Installation::open(server, data)?;
    installation.token().await?;
    times.add(ready, began.elapsed());
    installation.server.stop().await
}
