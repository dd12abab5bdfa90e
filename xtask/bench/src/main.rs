//! Measures the built server against its own physical limits, in one run on one machine.
//!
//! Absolute figures say more about the machine than about the server. So everything here is a ratio between two things
//! measured in turn on the same core: the server against a dropshot server that does nothing, against the raw signature
//! of the same library, against the raw commit rate of the same database. `cargo xtask bench` builds the release binaries
//! and runs this program, which starts itself again in the roles that must be processes of their own.

#![expect(clippy::cast_precision_loss, reason = "the counts of a run of seconds stay far below 2^52")]

mod application;
mod authorizers;
mod bare;
mod cases;
mod commits;
mod consents;
mod decisions;
mod growth;
mod http;
mod installation;
mod journey;
mod ledgers;
mod load;
mod matching;
mod passwords;
mod report;
mod scratch;
mod server;
mod signatures;
mod slow_peers;
mod soak;
mod starts;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::signatures::Algorithm;

/// Every failure is a sentence for the person who runs the benchmark; nothing here is handled by kind.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

const HELP: &str = "\
Measures target/release/authplane (the binary next to this one) and prints ratios within the run.
`soak` before the arguments asks for another measurement, explained below.

  --seconds N              measured seconds per case and round (3)
  --rounds N               rounds per case; medians are reported (3)
  --connections N          keep-alive connections of the load generator (16)
  --only CASE              only the cases whose name begins so; may be repeated:
                           token-rs256 token-es256 token-eddsa token-resource introspection discovery jwks read-one
                           read-page create create-client decision events grant flow-password flow-session refresh userinfo start
                           growth-token growth-token-resource growth-introspection growth-read-one growth-read-api
                           growth-read-page growth-create list-apis slow-peers match authorizer ledger-verify
  --rows N                 services, scopes, clients and APIs in the tenant that the growth cases compare with one of ten (100000);
                           ten times as many events for ledger-verify
  --postgres URL           run the growth cases on PostgreSQL too: a server, without a database's name, as a superuser
  --json FILE              write everything that was measured
  --peer URL               measure another server with the same load: an issuer with a discovery document
  --peer-client ID:SECRET  its client, for tokens and introspection
  --peer-token-endpoint URL  where its discovery document does not say, or says something unreachable

soak: what anybody can make the server write down, again and again, and what is left of it when its time is over. Prints
growth per request; fails if anything is left after housekeeping beyond the target of its row.

  --seconds N              seconds per loop (60)
  --connections N          keep-alive connections of the load generator (16)
  --only LOOP              only the loops whose name begins so; may be repeated:
                           change change-unlimited code login-request login-request-unlimited revocation
  --json FILE              write everything that was measured
";

/// Measured time per case and round, unless somebody says otherwise.
const SECONDS: f64 = 3.0;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// Measured time per case and round.
    pub(crate) seconds: f64,
    /// How often each case is measured.
    pub(crate) rounds: usize,
    /// Keep-alive connections of the load generator.
    pub(crate) connections: usize,
    /// Services, scopes and clients in the large tenant.
    pub(crate) rows: usize,
    /// A PostgreSQL server for the growth cases, by its URL.
    pub(crate) postgres: Option<String>,
    /// Beginnings of case names; empty for all.
    pub(crate) only: Vec<String>,
    /// Where the whole result goes.
    pub(crate) json: Option<PathBuf>,
    /// Another server to measure.
    pub(crate) peer: Option<Peer>,
}

/// Another server, by what can be known of it from outside.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// The issuer's URL, without a slash at its end.
    pub(crate) url: String,
    /// Identifier and secret.
    pub(crate) client: Option<(String, String)>,
    /// Instead of the discovery document's.
    pub(crate) token_endpoint: Option<String>,
}

impl Options {
    /// Whether a case is asked for.
    pub(crate) fn wants(&self, case: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| case.starts_with(only.as_str()))
    }

    /// Writes the result where it is wanted.
    fn keep(&self, report: &impl Serialize) -> Result<()> {
        let Some(file) = &self.json else { return Ok(()) };
        let text = serde_json::to_vec_pretty(report)?;
        Ok(std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))?)
    }

    /// Reads arguments about the cases of these names.
    fn parse(arguments: &[String], names: &[&str], seconds: f64) -> Result<Self> {
        let mut options = Self {
            seconds,
            rounds: 3,
            connections: 16,
            rows: 100_000,
            postgres: None,
            only: Vec::new(),
            json: None,
            peer: None,
        };
        let (mut peer_url, mut peer_client, mut peer_token_endpoint) = (None, None, None);
        let mut arguments = arguments.iter();
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value\n\n{HELP}"))?;
            let number = || value.parse::<usize>().map_err(|error| format!("{name} {value}: {error}"));
            match name.as_str() {
                "--seconds" => options.seconds = value.parse().map_err(|error| format!("{name} {value}: {error}"))?,
                "--rounds" => options.rounds = number()?.max(1),
                "--connections" => options.connections = number()?.max(1),
                "--rows" => options.rows = number()?.max(growth::FEW),
                "--postgres" => options.postgres = Some(value.clone()),
                "--only" => options.only.push(value.clone()),
                "--json" => options.json = Some(value.into()),
                "--peer" => peer_url = Some(value.trim_end_matches('/').to_owned()),
                "--peer-client" => {
                    let (id, secret) = value.split_once(':').ok_or("--peer-client wants ID:SECRET")?;
                    peer_client = Some((id.to_owned(), secret.to_owned()));
                }
                "--peer-token-endpoint" => peer_token_endpoint = Some(value.clone()),
                _ => return Err(format!("unknown option {name}\n\n{HELP}").into()),
            }
        }
        if !(options.seconds > 0.0 && options.seconds <= 600.0) {
            return Err("--seconds wants a number between 0 and 600".into());
        }
        if let Some(unknown) = options.only.iter().find(|only| !names.iter().any(|name| name.starts_with(*only))) {
            let names = names.join(" ");
            return Err(format!("--only {unknown}: no such case, there are {names}").into());
        }
        match peer_url {
            Some(url) => {
                options.peer = Some(Peer { url, client: peer_client, token_endpoint: peer_token_endpoint });
            }
            None if peer_client.is_some() || peer_token_endpoint.is_some() => {
                return Err("--peer-client and --peer-token-endpoint need --peer".into());
            }
            None => {}
        }
        Ok(options)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Says whether everything could be measured; a missed target is not a failure, but growth without bound is.
fn run(arguments: &[String]) -> Result<bool> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["bare", answers] => bare::serve(Path::new(answers)).map(|()| true),
        ["load"] => load::run_from_stdin().map(|()| true),
        ["signatures", algorithm, seconds] => {
            signatures::measure(Algorithm::from_name(algorithm)?, seconds.parse()?).map(|()| true)
        }
        ["passwords", seconds] => passwords::measure(seconds.parse()?).map(|()| true),
        [ledgers::ROLE, data, events] => ledgers::write(data, events.parse()?).map(|()| true),
        ["commits", folder, seconds] => commits::measure(Path::new(folder), seconds.parse()?).map(|()| true),
        ["soak", "--help" | "-h"] | ["--help" | "-h" | "help"] => {
            print!("{HELP}");
            Ok(true)
        }
        ["soak", ..] => {
            let options = Options::parse(&arguments[1..], &soak::NAMES, soak::SECONDS)?;
            let report = runtime()?.block_on(soak::run(&options))?;
            report.print();
            options.keep(&report)?;
            Ok(report.is_bounded())
        }
        [soak::ROLE, data] => soak::serve(data).map(|()| true),
        _ => {
            let names: Vec<&str> = cases::NAMES
                .into_iter()
                .chain(growth::NAMES)
                .chain([growth::LIST, slow_peers::NAME, matching::NAME, authorizers::NAME, ledgers::NAME])
                .collect();
            let options = Options::parse(arguments, &names, SECONDS)?;
            let report = runtime()?.block_on(cases::run(&options))?;
            report.print();
            options.keep(&report)?;
            Ok(report.failures.is_empty())
        }
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
