//! How long `authplane ledger verify` takes for a ledger of very many events, and what it takes to hold them.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use authplane::config::Config;
use authplane::server::master_keys;
use authplane::tokens::tenant_signer::TenantSigner;
use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant;
use authplane_domain::privacy::ledger::{self, NewEvent};
use authplane_domain::{Environment, Store};
use serde::Serialize;
use serde_json::json;

use crate::Result;
use crate::installation::{program, start};
use crate::report::{mebibytes, word};
use crate::server::{Pinning, Role, peak_resident_kib};

/// What the case is called on the command line.
pub(crate) const NAME: &str = "ledger-verify";
/// The role that writes the events, which nobody types.
pub(crate) const ROLE: &str = "ledger";
/// Of the small ledger; of the large one ten for each of the rows that are asked for.
const FEW: usize = 10_000;
/// For a million events.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);
/// How much more memory the large ledger may take: none but what an allocator does.
pub(crate) const MEMORY: f64 = 1.2;

/// Written in one transaction.
const BATCH: usize = 1_000;
const SUBJECTS: usize = 10_000;

/// Of one ledger.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Verification {
    pub(crate) events: usize,
    pub(crate) seconds: f64,
    /// The most memory that the command had.
    pub(crate) peak_kib: u64,
}

/// The case's result.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) few: Verification,
    pub(crate) many: Verification,
}

/// Writes two ledgers and verifies each.
pub(crate) async fn measure(pinning: &Pinning, folder: &Path, rows: usize) -> Result<Measured> {
    let few = of_length(pinning, &folder.join("ledger-few"), FEW).await?;
    let many = of_length(pinning, &folder.join("ledger-many"), rows * 10).await?;
    Ok(Measured { few, many })
}

async fn of_length(pinning: &Pinning, data: &Path, events: usize) -> Result<Verification> {
    // The tenant and its keys are made by a start.
    start(pinning, data, &[]).await?.stop().await?;
    let path = data.to_string_lossy().into_owned();
    let written: usize = pinning.run(Role::Measured, &[ROLE, &path, &events.to_string()], "").await?;
    let mut command = pinning.command(Role::Measured, &program()?);
    command.args(["ledger", "verify", "--tenant", "default", "--data-dir"]).arg(data).stdout(Stdio::piped());
    let began = Instant::now();
    let mut child = command.spawn()?;
    let pid = child.id().ok_or("the verification ended at once")?;
    let mut peak_kib = 0;
    let status = loop {
        // Until its end: then there is nothing to read any more.
        peak_kib = peak_resident_kib(pid).unwrap_or(peak_kib).max(peak_kib);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    };
    let seconds = began.elapsed().as_secs_f64();
    let said = child.wait_with_output().await?.stdout;
    let said = String::from_utf8_lossy(&said);
    if !status.success() || !said.contains(&format!(" {written} events, 0 unreadable")) {
        return Err(format!("the ledger of {written} events: {said}").into());
    }
    Ok(Verification { events, seconds, peak_kib })
}

/// Writes so many events by the same code as the server, and prints how many.
pub(crate) fn write(data: &str, events: usize) -> Result<()> {
    let flags = [("data_dir", Some(data.to_owned()))];
    let config = Config::load(None, |_| None, &flags)?;
    let environment = Environment::system();
    let keys = master_keys(&config, &environment)?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let store = Store::connect(&config.database_url(), environment, keys).await?;
        let signer = TenantSigner::new(&tenant::key::signing(&store, "default", SigningAlgorithm::EdDSA).await?)?;
        let actor = Actor { subject: "bench".to_owned(), request_id: "bench".to_owned(), address: None };
        let acting = Acting::new(&store, "default", actor);
        for first in (0..events).step_by(BATCH) {
            let batch = (first..events.min(first + BATCH)).map(event).collect();
            ledger::record(&acting, &signer, batch).await?;
        }
        store.close().await?;
        println!("{events}");
        Ok(())
    })
}

fn event(number: usize) -> NewEvent {
    let payload = json!({ "consent_id": format!("consent-{number}"), "version": 1, "given": number.is_multiple_of(2) });
    NewEvent { subject: format!("user-{}", number % SUBJECTS), payload }
}

impl Measured {
    pub(crate) fn verdicts(&self) -> [Vec<String>; 2] {
        let Self { few, many } = self;
        let limit = LIMIT.as_secs_f64() * many.events as f64 / 1e6;
        let (memory_of_few, memory) = (mebibytes(few.peak_kib), mebibytes(many.peak_kib));
        [
            vec![
                format!("ledger verify, {} events", many.events),
                format!("{:.1} s", many.seconds),
                "-".to_owned(),
                format!("≤ {limit:.0} s"),
                word(many.seconds <= limit),
            ],
            vec![
                "RSS of it, most".to_owned(),
                format!("{memory:.1} MiB, for {} events {memory_of_few:.1}", few.events),
                format!("{:.2}", memory / memory_of_few),
                format!("≤ {MEMORY:.2}"),
                word(memory <= memory_of_few * MEMORY),
            ],
        ]
    }
}
