//! A PostgreSQL of our own for one run of the tests: a new cluster on a free port of the loopback, gone afterwards.

use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use crate::machine::{install_debian_package, is_root};
use crate::run::{first_line, run_quietly};
use crate::workspace::Workspace;

/// How long a server may take to answer, and to stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server. It stops, and its folder goes, when this is dropped.
pub(crate) struct Postgres {
    server: Child,
    folder: PathBuf,
    /// How the tests reach it: `postgres://user:password@127.0.0.1:port/database`.
    pub(crate) url: String,
}

impl Postgres {
    /// Makes a cluster and starts a server on it.
    pub(crate) fn start(workspace: &Workspace) -> Result<Self, String> {
        let programs = programs()?;
        let account = if is_root() { Some(Account::postgres()?) } else { None };
        let folder = folder(workspace, account.as_ref())?;
        // Other users of the machine reach the port too, and a superuser of PostgreSQL can run programs.
        let password = random_hexadecimal()?;
        let started = Self::start_in(&programs, account.as_ref(), &folder, &password);
        if started.is_err() {
            remove(&folder);
        }
        started
    }

    fn start_in(programs: &Path, account: Option<&Account>, folder: &Path, password: &str) -> Result<Self, String> {
        let data = folder.join("data");
        let password_file = folder.join("password");
        write(&password_file, password)?;
        if let Some(account) = account {
            account.own(&password_file)?;
        }
        let mut initdb = as_account(account, &programs.join("initdb"));
        // MD5 is enough for a password that lives for one run, and doesn't cost each connection of a debug build the
        // thousands of rounds of SCRAM.
        initdb.args(["--username=postgres", "--auth=md5", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        run_quietly(initdb.arg("--pwfile").arg(&password_file).arg("--pgdata").arg(&data))?;

        let port = free_port()?;
        let log_path = folder.join("server.log");
        let log = File::create(&log_path).map_err(|error| format!("cannot write {}: {error}", log_path.display()))?;
        let errors = log.try_clone().map_err(|error| format!("cannot share the log: {error}"))?;
        let mut command = as_account(account, &programs.join("postgres"));
        command.arg("-D").arg(&data).stdin(Stdio::null()).stdout(log).stderr(errors);
        for setting in [
            &format!("port={port}"),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            // Nothing here outlives the run, so nothing waits for the disk.
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ] {
            command.arg("-c").arg(setting);
        }
        let server = command.spawn().map_err(|error| format!("cannot start PostgreSQL: {error}"))?;
        let url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        let mut postgres = Self { server, folder: folder.to_path_buf(), url };
        postgres.wait_until_ready(&programs.join("pg_isready"), port, &log_path)?;
        Ok(postgres)
    }

    fn wait_until_ready(&mut self, pg_isready: &Path, port: u16, log: &Path) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        let port = port.to_string();
        loop {
            if run_quietly(Command::new(pg_isready).args(["--quiet", "--host=127.0.0.1", "--port", &port])).is_ok() {
                return Ok(());
            }
            let exited = !matches!(self.server.try_wait(), Ok(None));
            if exited || Instant::now() > deadline {
                let said = fs::read_to_string(log).unwrap_or_default();
                return Err(format!("PostgreSQL did not start:\n{}", said.trim()));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown: sessions are ended, processes and shared memory are cleaned up.
        let interrupted = Command::new("kill").args(["-INT", &self.server.id().to_string()]).status();
        let deadline = Instant::now() + PATIENCE;
        while interrupted.is_ok() && matches!(self.server.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        if matches!(self.server.try_wait(), Ok(None)) {
            eprintln!("PostgreSQL did not stop in time; killing it");
            if let Err(error) = self.server.kill().and_then(|()| self.server.wait()) {
                eprintln!("cannot stop PostgreSQL: {error}");
            }
        }
        remove(&self.folder);
    }
}

/// The system's account under which root runs PostgreSQL.
struct Account {
    user: u32,
    group: u32,
}

impl Account {
    fn postgres() -> Result<Self, String> {
        let number =
            |option: &str| first_line(Command::new("id").args([option, "postgres"])).and_then(|line| line.parse().ok());
        match (number("-u"), number("-g")) {
            (Some(user), Some(group)) => Ok(Self { user, group }),
            _ => Err("PostgreSQL does not run as root, and there is no account `postgres` for it".to_owned()),
        }
    }

    fn own(&self, path: &Path) -> Result<(), String> {
        chown(path, Some(self.user), Some(self.group))
            .map_err(|error| format!("cannot give {} to PostgreSQL: {error}", path.display()))
    }
}

/// A command of PostgreSQL. On Linux it also ends when this process does, however that happens.
fn as_account(account: Option<&Account>, program: &Path) -> Command {
    if first_line(Command::new("setpriv").arg("--version")).is_none() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    if let Some(Account { user, group }) = account {
        command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".to_owned()]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program).current_dir("/");
    command
}

/// The folder of PostgreSQL's programs: the one on the PATH, else the newest of Debian's, else that of Debian's package
/// once it is installed.
fn programs() -> Result<PathBuf, String> {
    find_programs().map_or_else(
        || {
            install_debian_package("postgresql")?;
            find_programs().ok_or_else(|| "Debian's package postgresql brought no initdb".to_owned())
        },
        Ok,
    )
}

fn find_programs() -> Option<PathBuf> {
    let on_path = env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default();
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut of_debian: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    of_debian.sort_by_key(|folder| {
        let version = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        std::cmp::Reverse(version.and_then(|name| name.parse::<u32>().ok()))
    });
    on_path.into_iter().chain(of_debian).find_map(|folder| {
        // What is on the PATH may be a link to the folder that has them all.
        let folder = fs::canonicalize(folder.join("initdb")).ok()?.parent()?.to_path_buf();
        ["initdb", "postgres", "pg_isready"].iter().all(|program| folder.join(program).exists()).then_some(folder)
    })
}

/// A new folder that PostgreSQL's account can use: below `target`, or in the system's temporary folder when the account
/// can't get to `target`.
fn folder(workspace: &Workspace, account: Option<&Account>) -> Result<PathBuf, String> {
    let runs = workspace.target().join("postgres-test");
    remove_leftovers(&runs);
    let folder = runs.join(process::id().to_string());
    create(&folder, account)?;
    if run_quietly(as_account(account, Path::new("test")).arg("-w").arg(&folder)).is_ok() {
        return Ok(folder);
    }
    remove(&folder);
    let folder = env::temp_dir().join(format!("authplane-postgres-{}", process::id()));
    create(&folder, account)?;
    Ok(folder)
}

fn create(folder: &Path, account: Option<&Account>) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    account.map_or(Ok(()), |account| account.own(folder))
}

/// Removes the folders of runs that were killed: their names are the numbers of processes that are no more.
fn remove_leftovers(runs: &Path) {
    for run in fs::read_dir(runs).into_iter().flatten().flatten() {
        let is_alive = Command::new("kill").arg("-0").arg(run.file_name()).stderr(Stdio::null()).status();
        if is_alive.is_ok_and(|status| !status.success()) {
            remove(&run.path());
        }
    }
}

/// Removes a folder of ours; one that stays is removed by a later run.
fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        eprintln!("cannot remove {}: {error}", folder.display());
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// A port that nothing listens on now. PostgreSQL can't be given a listener, so another program may still take it.
fn free_port() -> Result<u16, String> {
    let bound = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    bound.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

/// 128 bits of the system's randomness, in hexadecimal.
fn random_hexadecimal() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    let read = File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes));
    read.map_err(|error| format!("cannot read /dev/urandom: {error}"))?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}
