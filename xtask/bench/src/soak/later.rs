//! The server with a clock that is put forward from outside, in a process of its own.
//!
//! It is the library that the binary consists of, built as that is, with the same settings; what differs is the clock that it is given.

use std::io::BufRead as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use authplane::config::Config;
use authplane::log::Log;
use authplane::server::{self, Options, housekeeping};
use authplane_domain::Environment;
use authplane_domain::environment::{Clock, SystemClock};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use crate::Result;
use crate::server::Server;

/// Its name on the command line, which nobody types.
pub(crate) const ROLE: &str = "later";

/// How long what a loop wrote may take to be cleared away.
const LIMIT: Duration = Duration::from_mins(10);

/// The machine's clock, and so many seconds.
#[derive(Debug, Default)]
struct Later(AtomicI64);

impl Clock for Later {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

/// Serves on a free loopback port. Each line of its input is a number of seconds: the clock is put forward by them, everything is cleared away that has had its
/// time, and a line says so. The end of the input ends it.
pub(crate) fn serve(data: &str) -> Result<()> {
    let flags = [("data_dir", Some(data.to_owned())), ("listen", Some("127.0.0.1:0".to_owned()))];
    let config = Config::load(None, |name| std::env::var(name).ok(), &flags)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let clock = Arc::new(Later::default());
    let environment = Environment { clock: Arc::clone(&clock) as Arc<dyn Clock>, ..Environment::system() };
    let options = Options { config, environment, log: Log::to_stderr()?, observer: None };
    let running = runtime.block_on(server::start(options))?;
    println!("{}", json!({ "ready": true, "url": running.url, "control": running.control_url }));
    for seconds in std::io::stdin().lock().lines() {
        clock.0.fetch_add(seconds?.parse()?, Ordering::SeqCst);
        runtime.block_on(housekeeping::once(&running.context));
        println!("{}", json!({ "clean": true }));
    }
    runtime.block_on(running.stop())?;
    Ok(())
}

/// Puts such a server's clock forward and waits until it is clean.
pub(crate) async fn put_forward(server: &mut Server, seconds: i64) -> Result<()> {
    server.ask(&seconds.to_string(), LIMIT).await.map(drop)
}
