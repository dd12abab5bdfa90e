//! `authplane export`, `import` and `diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use authplane::age::{Identity, Recipient};
use authplane::api::acp::system::configuration::text::{self, Format, Secrets};
use authplane::configuration_files as files;
use authplane::context::Origin;
use authplane::credentials;
use authplane::server::{self, locks};
use authplane_domain::Store;
use authplane_domain::configuration::{Mode, Options, Outcome};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::first_start::{self, FirstStart};
use authplane_domain::installation::{reconciliation, tenant};
use clap::{Args, ValueEnum};

use super::{Failure, Settings, is_there, load, open, print_line, runtime};

/// What becomes of secrets.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SecretsArgument {
    /// Sealed for the recipients.
    Sealed,
    /// As they are: whoever reads the file can be anybody in it.
    Clear,
    /// Left out.
    Omitted,
}

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArgument {
    Json,
    Yaml,
}

/// What becomes of what is there otherwise than the file has it.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ModeArgument {
    /// Nothing at all is brought in.
    Fail,
    /// It stays as it is.
    Ignore,
    /// It becomes what the file says.
    Update,
}

#[derive(Args, Clone)]
pub(super) struct ExportArguments {
    /// The tenant.
    #[arg(long, default_value = tenant::DEFAULT, conflicts_with = "all")]
    tenant: String,
    /// All tenants.
    #[arg(long)]
    all: bool,
    /// What becomes of secrets.
    #[arg(long, value_enum, default_value_t = SecretsArgument::Sealed)]
    secrets: SecretsArgument,
    /// Who can open the secrets: an age recipient, `age1…`. May be repeated.
    #[arg(long)]
    recipient: Vec<Recipient>,
    /// How it is written; by the ending of the file when absent, else as JSON.
    #[arg(long, value_enum)]
    format: Option<FormatArgument>,
    /// Where to; the standard output when absent.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

#[derive(Args, Clone)]
pub(super) struct ImportArguments {
    /// The file, JSON or YAML; `-` for the standard input.
    file: PathBuf,
    /// What becomes of what is there otherwise than the file has it.
    #[arg(long, value_enum, default_value_t = ModeArgument::Fail)]
    mode: ModeArgument,
    /// Remove what an earlier import made, where its kind is in the file and it isn't.
    #[arg(long)]
    prune: bool,
    /// Let authorization servers go on as the issuers that they were where the file comes from.
    #[arg(long)]
    keep_issuers: bool,
    /// Let clients of an `admin` server without scopes do everything, as they can at ACP.
    #[arg(long)]
    administrators: bool,
    /// A file with the age identity that opens its secrets.
    #[arg(long)]
    identity: Option<PathBuf>,
    /// Put a value in the place of `${NAME}` in its texts: that of the environment, or what is given. May be repeated; with it, `$${` stands for `${`.
    #[arg(long, value_name = "NAME[=VALUE]", value_parser = variable)]
    variable: Vec<(String, String)>,
}

/// A variable with its value, which is the environment's where none is given.
fn variable(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => match std::env::var(argument) {
            Ok(value) => Ok((argument.to_owned(), value)),
            Err(error) => Err(error.to_string()),
        },
    }
}

pub(super) fn export(settings: &Settings, arguments: ExportArguments) -> Result<ExitCode, Failure> {
    let ExportArguments { tenant, all, secrets, recipient, format, output } = arguments;
    let secrets = match (secrets, recipient.is_empty()) {
        (SecretsArgument::Sealed, false) => Secrets::Sealed(recipient),
        (SecretsArgument::Sealed, true) => {
            return Err(
                "whom shall the secrets be sealed for? --recipient age1…, or --secrets omitted, or --secrets clear"
                    .into(),
            );
        }
        (_, false) => return Err("--recipient goes with --secrets sealed alone".into()),
        (SecretsArgument::Clear, true) => Secrets::Clear,
        (SecretsArgument::Omitted, true) => Secrets::Omitted,
    };
    let format = match format {
        Some(FormatArgument::Json) => Format::IndentedJson,
        Some(FormatArgument::Yaml) => Format::Yaml,
        None => output.as_deref().map_or(Format::IndentedJson, files::format_of),
    };
    let config = load(settings, &[])?;
    if locks::sqlite_file(&config).is_some() {
        is_there(&config)?;
    }
    runtime(1)?.block_on(async {
        let store = open(&config).await?;
        let pending = store.pending_migrations().await?;
        if !pending.is_empty() {
            return Err(
                "the database is that of an earlier release: run `authplane migrate`, or start the server".into()
            );
        }
        let text = text::write(&store, (!all).then_some(tenant.as_str()), secrets, format).await?;
        store.close().await?;
        files::write(output.as_deref(), &text)?;
        Ok(ExitCode::SUCCESS)
    })
}

pub(super) fn import(settings: &Settings, arguments: &ImportArguments) -> Result<ExitCode, Failure> {
    let (difference, outcomes) = bring_in(settings, arguments, false)?;
    for line in &difference.summary {
        print_line(line)?;
    }
    for note in &difference.notes {
        print_line(&format!("note: {}", note.message))?;
    }
    if !difference.written {
        let number: usize = outcomes.iter().map(|outcome| outcome.conflicts().count()).sum();
        return Err(
            format!("{number} things are there otherwise, so nothing was written: --mode update or ignore").into()
        );
    }
    let changed = difference.changes.iter().filter(|change| change.action != "skip").count();
    print_line(&format!("{changed} changed, {} unchanged", difference.unchanged))?;
    Ok(ExitCode::SUCCESS)
}

/// By its exit code whoever calls it knows whether there is anything to do.
pub(super) fn diff(settings: &Settings, arguments: &ImportArguments, json: bool) -> Result<ExitCode, Failure> {
    let arguments = ImportArguments { mode: ModeArgument::Update, ..arguments.clone() };
    let difference = match bring_in(settings, &arguments, true) {
        Ok((difference, _)) => difference,
        Err(error) => {
            eprintln_line(&format!("authplane: {error}"));
            return Ok(ExitCode::from(2));
        }
    };
    if json {
        print_line(&serde_json::to_string_pretty(&difference)?)?;
    } else {
        for line in &difference.summary {
            print_line(line)?;
        }
        for note in &difference.notes {
            print_line(&format!("note: {}", note.message))?;
        }
        print_line(&format!("{} to change, {} unchanged", difference.changes.len(), difference.unchanged))?;
    }
    Ok(if difference.changes.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn eprintln_line(line: &str) {
    use std::io::Write as _;
    // There is nowhere to report that stderr is closed.
    let _ = writeln!(std::io::stderr(), "{line}");
}

type Brought = (authplane::api::acp::system::configuration::difference::AcpConfigurationDifference, Vec<Outcome>);

fn bring_in(settings: &Settings, arguments: &ImportArguments, dry_run: bool) -> Result<Brought, Failure> {
    let ImportArguments { file, mode, prune, keep_issuers, administrators, identity, variable } = arguments;
    let variables = variable.iter().cloned().collect();
    let dump = files::read(file, &identities(identity.as_deref())?, &variables)?;
    let options = Options {
        mode: match mode {
            ModeArgument::Fail => Mode::Fail,
            ModeArgument::Ignore => Mode::Ignore,
            ModeArgument::Update => Mode::Update,
        },
        prune: *prune,
        dry_run,
        keep_issuers: *keep_issuers,
        administrators: *administrators,
    };
    let config = load(settings, &[])?;
    if dry_run && locks::sqlite_file(&config).is_some() {
        is_there(&config)?;
    }
    runtime(1)?.block_on(async {
        // A running server would go on with what it remembers.
        let _lock = locks::lock(&config)?;
        let store = open(&config).await?;
        let origin = server::configured_origin(&config);
        begin(&store, &config, &origin).await?;
        let acting = Acting::new(&store, "", Actor { subject: "authplane import".to_owned(), ..Actor::system() });
        let brought = files::bring_in(&acting, &origin, dump, options).await?;
        store.close().await?;
        Ok(brought)
    })
}

fn identities(file: Option<&Path>) -> Result<Vec<Identity>, Failure> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(Identity::parse_file(&text)?)
}

/// What the first start of a server does, for a data folder that had none.
async fn begin(store: &Store, config: &authplane::config::Config, origin: &Origin) -> Result<(), Failure> {
    store.migrate().await?;
    let key_algorithm = server::signing_algorithm(config);
    let made = first_start::first_start(store, FirstStart { key_algorithm }).await?;
    reconciliation::reconcile(store).await?;
    if let Some(administrator) = made.administrator {
        let of_installation = first_start::installation_administrator(store).await?;
        credentials::write(&config.data_dir, origin, &administrator, of_installation.as_ref())?;
    }
    Ok(())
}
