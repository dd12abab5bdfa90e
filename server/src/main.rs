//! The `authplane` binary: `serve`, `migrate`, `openapi`, `credentials`, `export`, `import`, `diff`, `audit`, `erase`, `ledger`, `authorizer`, `version`.

mod authorizer_command;
mod configuration_commands;
mod signals;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use authplane::config::{Config, ConfigError};
use authplane::context::Context;
use authplane::log::{Level, Log};
use authplane::server::{self, Options, locks};
use authplane::{audit_export, credentials, document, ledger_verification};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::{first_start, reconciliation};
use authplane_domain::privacy::erasure::{self, Erased};
use authplane_domain::privacy::ledger::Head;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Error as DomainError, Store};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};
use serde_json::{Value, json};
use signals::{Signals, Told};

/// An authorization control plane: many tenants, several OAuth 2 and OpenID Connect authorization servers in each, and one management API over them.
#[derive(Parser)]
// A flag before a command would be the server's, and nobody would look at it.
#[command(name = "authplane", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArguments,
}

#[derive(Subcommand)]
enum Command {
    /// Start the server (the default).
    Serve(ServeArguments),
    /// Bring the database to this version.
    Migrate {
        #[command(flatten)]
        settings: Settings,
        /// Change nothing; say what is missing and exit with 1 if anything is.
        #[arg(long)]
        check: bool,
        /// Write an SQLite file anew, so that it gives back space from then on. Takes as much space again while it works.
        #[arg(long, conflicts_with = "check")]
        compact: bool,
    },
    /// Print the OpenAPI document.
    Openapi,
    /// Print where the administrator's credentials are.
    Credentials {
        #[command(flatten)]
        settings: Settings,
        /// Give the administrator a new secret and write the file again.
        #[arg(long)]
        reset: bool,
    },
    /// Write the configuration to a file: of a tenant, or of all.
    Export {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        arguments: configuration_commands::ExportArguments,
    },
    /// Bring in a configuration from a file, while no server is running on an SQLite database.
    Import {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        arguments: configuration_commands::ImportArguments,
    },
    /// Say what bringing in a configuration would change: nothing (exits with 0), something (1), or that it can't be (2).
    Diff {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        arguments: configuration_commands::ImportArguments,
        /// As JSON, with what makes the one of the other (RFC 6902).
        #[arg(long)]
        json: bool,
    },
    /// The audit log.
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Forget a user, while no server is running on an SQLite database: what they gave and took back can't be read any more, they are signed out of everything, and
    /// audit events name them no longer. It can't be undone.
    Erase {
        #[command(flatten)]
        settings: Settings,
        /// The tenant.
        #[arg(long)]
        tenant: String,
        /// The user: the `sub` of their tokens.
        #[arg(long)]
        subject: String,
    },
    /// The privacy ledgers.
    Ledger {
        #[command(subcommand)]
        command: LedgerCommand,
    },
    /// Decide about requests beside a proxy, as a gateway, by what the control plane says.
    Authorizer(authorizer_command::AuthorizerArguments),
    /// Print the version.
    Version,
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Print its events as lines of JSON, oldest first; a server may be running.
    Export {
        #[command(flatten)]
        settings: Settings,
        /// Of this tenant only.
        #[arg(long)]
        tenant: Option<String>,
        /// From this time on, like 2030-01-31T00:00:00Z.
        #[arg(long)]
        since: Option<DateTime<Utc>>,
    },
}

#[derive(Subcommand)]
enum LedgerCommand {
    /// Say whether they are what was written; a server may be running. Exits with 1 if one isn't, and says where.
    Verify {
        #[command(flatten)]
        settings: Settings,
        /// Of this tenant only.
        #[arg(long)]
        tenant: Option<String>,
        /// A head that was noted earlier, as this command prints it: it must still be there.
        #[arg(long, value_name = "NUMBER:HASH", requires = "tenant")]
        expect: Option<Head>,
    },
}

/// Flags that all commands share.
#[derive(Args, Clone)]
struct Settings {
    /// Folder of the database, the master key and the administrator's credentials.
    #[arg(long, env = "AUTHPLANE_DATA_DIR")]
    data_dir: Option<String>,
    /// A TOML file; see config.default.toml for its keys.
    #[arg(long, env = "AUTHPLANE_CONFIG")]
    config: Option<PathBuf>,
    /// `postgres://…`, or `sqlite://…`; SQLite in the data folder by default.
    #[arg(long, env = "AUTHPLANE_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// What issuers and links are made of; the listener's address by default.
    #[arg(long, env = "AUTHPLANE_PUBLIC_URL")]
    public_url: Option<String>,
}

#[derive(Args, Clone)]
struct ServeArguments {
    #[command(flatten)]
    settings: Settings,
    /// Address to listen on; port 0 lets the system choose.
    #[arg(long, env = "AUTHPLANE_LISTEN")]
    listen: Option<String>,
    /// An address of its own for the control surface.
    #[arg(long, env = "AUTHPLANE_CONTROL_LISTEN")]
    control_listen: Option<String>,
    /// Algorithm of the signing keys of the servers that the first start makes: RS256, ES256 or EdDSA.
    #[arg(long, env = "AUTHPLANE_SIGNING_ALGORITHM")]
    signing_algorithm: Option<String>,
}

/// What is read, or removed, has to be where this release has it.
const OF_EARLIER_RELEASE: &str =
    "the database is that of an earlier release: run `authplane migrate`, or start the server";

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        None => serve(&cli.serve),
        Some(Command::Serve(arguments)) => serve(&arguments),
        Some(Command::Migrate { settings, check, compact }) => migrate(&settings, check, compact),
        Some(Command::Openapi) => openapi(),
        Some(Command::Credentials { settings, reset }) => show_credentials(&settings, reset),
        Some(Command::Export { settings, arguments }) => configuration_commands::export(&settings, arguments),
        Some(Command::Import { settings, arguments }) => configuration_commands::import(&settings, &arguments),
        Some(Command::Diff { settings, arguments, json }) => configuration_commands::diff(&settings, &arguments, json),
        Some(Command::Audit { command: AuditCommand::Export { settings, tenant, since } }) => {
            export_audit_log(&settings, tenant.as_deref(), since)
        }
        Some(Command::Erase { settings, tenant, subject }) => erase(&settings, &tenant, &subject),
        Some(Command::Ledger { command: LedgerCommand::Verify { settings, tenant, expect } }) => {
            verify_ledgers(&settings, tenant.as_deref(), expect.as_ref())
        }
        Some(Command::Authorizer(arguments)) => authorizer_command::run(arguments),
        Some(Command::Version) => print_line(&format!("authplane {}", document::VERSION)).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        // The last word to the person who started it; there is nowhere to report that stderr is closed.
        let _ = writeln!(std::io::stderr(), "authplane: {error}");
        ExitCode::FAILURE
    })
}

fn print_line(line: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn load(settings: &Settings, more: &[(&str, Option<String>)]) -> Result<Config, ConfigError> {
    let mut overrides = vec![
        ("data_dir", settings.data_dir.clone()),
        ("database_url", settings.database_url.clone()),
        ("public_url", settings.public_url.clone()),
    ];
    overrides.extend_from_slice(more);
    Config::load(settings.config.as_deref(), |name| std::env::var(name).ok(), &overrides)
}

fn runtime(threads: usize) -> std::io::Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    if threads > 0 {
        builder.worker_threads(threads);
    }
    builder.enable_all().build()
}

fn settings_of(arguments: &ServeArguments) -> Result<Config, ConfigError> {
    let flags = [
        ("listen", arguments.listen.clone()),
        ("control_listen", arguments.control_listen.clone()),
        ("signing_algorithm", arguments.signing_algorithm.clone()),
    ];
    load(&arguments.settings, &flags)
}

/// Reads the settings again, takes over what can be, and says what can't.
fn reload(context: &Context, arguments: &ServeArguments) {
    let say = |level, message, fields: &[(&str, Value)]| context.log.event(context.now(), level, message, fields);
    match settings_of(arguments) {
        Ok(config) => {
            let reloaded = context.reload(&config);
            say(Level::Info, "the settings were read again", &[("taken", reloaded.taken.into())]);
            if !reloaded.kept.is_empty() {
                say(Level::Warn, "these settings count from the next start", &[("settings", reloaded.kept.into())]);
            }
        }
        Err(error) => say(Level::Error, "the settings stay as they were", &[("error", error.to_string().into())]),
    }
}

fn serve(arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let config = settings_of(arguments)?;
    // One provider for the process, whatever a library would choose.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let runtime = runtime(config.worker_threads)?;
    let result = runtime.block_on(serve_until_told(config, arguments));
    // What could be waited for was; nothing else may hold up the end.
    runtime.shutdown_background();
    result
}

async fn serve_until_told(mut config: Config, arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let log = Log::to_stderr()?;
    let mut signals = Signals::new()?;
    // Connections are file descriptors, and the usual soft limit is a thousand.
    let descriptors = rlimit::increase_nofile_limit(u64::MAX).unwrap_or(USUAL_DESCRIPTORS);
    config.max_connections = within(config.max_connections, descriptors);
    let running =
        server::launch(Options { config, environment: Environment::system(), log: log.clone(), observer: None })
            .await?;
    let context = Arc::clone(&running.context);
    let on_hangup = || reload(&context, arguments);
    let meaningless = |name: &str| {
        context.log.event(context.now(), Level::Info, "a signal that means nothing here", &[("signal", name.into())]);
    };
    let told;
    tokio::select! {
        prepared = running.prepared() => {
            prepared?;
            print_line(&json!({"ready": true, "url": running.url, "control": running.control_url}).to_string())?;
            let reference = format!("{}/reference", running.control_url);
            let file = credentials::path(&context.config.data_dir);
            let fields = [("url", running.url.clone().into()), ("api_reference", reference.into()), ("administrator_credentials", file.display().to_string().into())];
            log.event(context.now(), Level::Info, "ready", &fields);
            told = signals.told(meaningless, on_hangup).await;
        }
        ending = signals.told(meaningless, on_hangup) => told = ending,
    }
    log.event(context.now(), Level::Info, "stopping", &[]);
    let delay = match told {
        Told::Terminate => Duration::from_secs(u64::from(context.config.shutdown_delay_seconds)),
        Told::Interrupt => Duration::ZERO,
    };
    let ending = async {
        running.leave();
        tokio::time::sleep(delay).await;
        running.stop().await
    };
    tokio::select! {
        stopped = ending => stopped?,
        // Who says it twice doesn't want to wait for others. What was answered with success is in the database.
        _ = signals.told(meaningless, on_hangup) => {
            log.event(context.now(), Level::Warn, "stopped at once, by a second signal", &[]);
            log.flush();
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a system allows that doesn't say.
const USUAL_DESCRIPTORS: u64 = 1024;
/// Those that connections leave for the database, files, what is fetched, and a control listener.
const OTHER_DESCRIPTORS: u64 = 384;

/// So many connections that there are descriptors for them.
fn within(max_connections: usize, descriptors: u64) -> usize {
    let left = descriptors.saturating_sub(OTHER_DESCRIPTORS).max(descriptors / 4);
    max_connections.min(usize::try_from(left).unwrap_or(usize::MAX))
}

fn migrate(settings: &Settings, check: bool, compact: bool) -> Result<ExitCode, Failure> {
    let config = load(settings, &[])?;
    runtime(1)?.block_on(async {
        if check {
            return check_migrations(&config).await;
        }
        let _lock = locks::lock(&config)?;
        let store = open(&config).await?;
        let pending = store.pending_migrations().await?;
        store.migrate().await?;
        let added = reconciliation::complete(&store).await?;
        if compact {
            store.compact().await?;
        }
        for line in &added {
            print_line(&format!("added {line}"))?;
        }
        print_line(&format!("{} applied", pending.len() + added.len()))?;
        Ok(ExitCode::SUCCESS)
    })
}

fn export_audit_log(
    settings: &Settings,
    tenant: Option<&str>,
    since: Option<DateTime<Utc>>,
) -> Result<ExitCode, Failure> {
    let config = load(settings, &[])?;
    runtime(1)?.block_on(async {
        let store = open_to_read(&config).await?;
        store.observe_unreadable_rows(|row| {
            // Its place in the output stays empty; there is nowhere to report that stderr is closed.
            let _ = writeln!(std::io::stderr(), "authplane: event {} can't be read: {}", row.id, row.error);
        });
        let written = audit_export::write(&store, tenant, since, &mut std::io::stdout()).await;
        store.close().await?;
        written.map(|()| ExitCode::SUCCESS)
    })
}

fn erase(settings: &Settings, tenant: &str, subject: &str) -> Result<ExitCode, Failure> {
    let config = load(settings, &[])?;
    is_there(&config)?;
    runtime(1)?.block_on(async {
        // A running server would go on with what it remembers.
        let _lock = locks::lock(&config)?;
        let store = open(&config).await?;
        if !store.pending_migrations().await?.is_empty() {
            return Err(OF_EARLIER_RELEASE.into());
        }
        let longest_token = i64::from(config.key_overlap_hours) * 3600;
        let erased = erasure::erase(&Acting::new(&store, tenant, Actor::system()), subject, longest_token).await;
        store.close().await?;
        let erased = erased?;
        let Erased { of_ledger, consent_grants, sessions, authorization_grants, static_users, users, audit_events } =
            erased;
        for (count, what) in [
            (of_ledger, "keys of events of the privacy ledger"),
            (consent_grants, "consents"),
            (sessions, "sessions"),
            (authorization_grants, "authorizations of applications"),
            (static_users, "static users"),
            (users, "users"),
            (audit_events, "audit events changed"),
        ] {
            print_line(&format!("{count} {what}"))?;
        }
        if erased == Erased::default() {
            print_line("nothing of this name was found: is it the `sub` of their tokens?")?;
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn verify_ledgers(settings: &Settings, tenant: Option<&str>, expected: Option<&Head>) -> Result<ExitCode, Failure> {
    let config = load(settings, &[])?;
    if locks::sqlite_file(&config).is_some() {
        is_there(&config)?;
    }
    // With one that is made now, nothing would open.
    let of_folder = config.data_dir.join("master.key");
    if config.master_key.is_none() && config.master_key_file.is_none() && !of_folder.exists() {
        return Err(format!("the master key {} does not exist", of_folder.display()).into());
    }
    runtime(1)?.block_on(async {
        let environment = Environment::system();
        let keys = server::master_keys(&config, &environment)?;
        let store = Store::connect(&config.database_url(), environment, keys).await?;
        if !store.pending_migrations().await?.is_empty() {
            return Err(OF_EARLIER_RELEASE.into());
        }
        let written = ledger_verification::write(&store, tenant, expected, &mut std::io::stdout()).await;
        store.close().await?;
        Ok(if written? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

/// Says what is missing, and makes none of it.
async fn check_migrations(config: &Config) -> Result<ExitCode, Failure> {
    let store = open_to_read(config).await?;
    let pending = what_is_pending(&store).await;
    store.close().await?;
    let pending = pending?;
    for name in &pending {
        print_line(&format!("pending {name}"))?;
    }
    print_line(&format!("{} pending", pending.len()))?;
    Ok(if pending.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The database as it is: nothing is made where there is none, and no secret is opened.
async fn open_to_read(config: &Config) -> Result<Store, Failure> {
    if locks::sqlite_file(config).is_some() {
        is_there(config)?;
    }
    let environment = Environment::system();
    // No secret is opened here, so any key will do.
    let mut key = [0; 32];
    environment.random.fill(&mut key)?;
    let keys = MasterKeys::from_base64_list(&STANDARD.encode(key))?;
    Ok(Store::connect(&config.database_url(), environment, keys).await?)
}

/// The data folder of a server that was started once, and its database if that is a file.
fn is_there(config: &Config) -> Result<(), Failure> {
    let database = locks::sqlite_file(config);
    for (what, path) in [("data folder", Some(&config.data_dir)), ("database", database.as_ref())] {
        if let Some(path) = path.filter(|path| !path.exists()) {
            return Err(format!("the {what} {} does not exist", path.display()).into());
        }
    }
    Ok(())
}

/// Steps of the schema, and what this release builds in and the tenants lack.
async fn what_is_pending(store: &Store) -> Result<Vec<String>, DomainError> {
    let mut pending = store.pending_migrations().await?;
    pending.extend(reconciliation::pending(store).await?);
    Ok(pending)
}

async fn open(config: &Config) -> Result<Store, Failure> {
    let environment = Environment::system();
    locks::make_folder(&config.data_dir)?;
    let keys = server::master_keys(config, &environment)?;
    Ok(Store::connect(&config.database_url(), environment, keys).await?)
}

fn openapi() -> Result<ExitCode, Failure> {
    let document = document::canonical()?;
    print_line(&serde_json::to_string_pretty(&document)?)?;
    Ok(ExitCode::SUCCESS)
}

fn show_credentials(settings: &Settings, reset: bool) -> Result<ExitCode, Failure> {
    let config = load(settings, &[])?;
    let path = credentials::path(&config.data_dir);
    if reset {
        is_there(&config)?;
        runtime(1)?.block_on(async {
            // A running server would go on with the secret that it remembers.
            let _lock = locks::lock(&config)?;
            let origin = match std::fs::read(&path) {
                // Where the last start was, unless the settings say more than a listener.
                Ok(known) if config.public_url.is_none() && config.control_url.is_none() => {
                    let known: credentials::AdminCredentials = serde_json::from_slice(&known)?;
                    authplane::context::Origin { public: known.url, control: known.control_url }
                }
                Ok(_) => server::configured_origin(&config),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => server::configured_origin(&config),
                Err(error) => return Err(error.into()),
            };
            let store = open(&config).await?;
            let actor = Actor::system();
            let administrator = first_start::reset_administrator_secret(&store, &actor).await?;
            let of_installation = first_start::reset_installation_administrator_secret(&store, &actor).await?;
            credentials::write(&config.data_dir, &origin, &administrator, Some(&of_installation))?;
            Ok::<_, Failure>(())
        })?;
    }
    if !path.exists() {
        return Err(format!("{} does not exist: start the server once, or use --reset", path.display()).into());
    }
    print_line(&path.display().to_string())?;
    Ok(ExitCode::SUCCESS)
}
