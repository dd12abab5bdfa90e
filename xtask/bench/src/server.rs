//! Processes: started on a chosen core, watched through `/proc`, stopped.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::mpsc::{self, UnboundedReceiver};

use crate::Result;
use crate::http::{Endpoint, excerpt};

/// The unit of the times in `/proc/<pid>/stat`: Linux reports them to user space in 100ths on every architecture.
const TICKS_PER_SECOND: f64 = 100.0;

const READY_LIMIT: Duration = Duration::from_mins(1);
const STOP_LIMIT: Duration = Duration::from_secs(15);

/// Which core a process is pinned to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// Whatever is measured: servers, signatures, commits.
    Measured,
    /// The load generator.
    Load,
}

/// Pins processes to cores by `taskset` of util-linux: the standard library cannot, and unsafe code is forbidden here.
#[derive(Clone, Debug)]
pub(crate) struct Pinning {
    cores: Option<(usize, usize)>,
    /// One line for the report.
    pub(crate) note: String,
}

impl Pinning {
    /// The first two cores that this process may use, or none with the reason.
    pub(crate) fn detect() -> Self {
        let unpinned = |reason: &str| Self {
            cores: None,
            note: format!("NOT PINNED: {reason}; ratios are rougher than they could be"),
        };
        let tried = std::process::Command::new("taskset").arg("--version").stdout(Stdio::null()).status();
        if !tried.is_ok_and(|status| status.success()) {
            return unpinned("there is no taskset (install util-linux)");
        }
        match allowed_cores().as_deref() {
            Ok([first, second, ..]) => Self {
                cores: Some((*first, *second)),
                note: format!("servers pinned to core {first}, load generator to core {second}"),
            },
            Ok(_) => unpinned("this process may use one core only"),
            Err(error) => unpinned(&error.to_string()),
        }
    }

    /// A command that will run on the role's core. It ends with its handle.
    pub(crate) fn command(&self, role: Role, program: &Path) -> Command {
        let mut command = match (self.cores, role) {
            (None, _) => Command::new(program),
            (Some((measured, load)), role) => {
                let core = match role {
                    Role::Measured => measured,
                    Role::Load => load,
                };
                // taskset replaces itself by the program, so the process identifier is the program's.
                let mut command = Command::new("taskset");
                command.arg("-c").arg(core.to_string()).arg(program);
                command
            }
        };
        command.kill_on_drop(true);
        command
    }

    /// Runs one of this program's own roles to its end and reads the JSON that it prints.
    pub(crate) async fn run<T: DeserializeOwned>(&self, role: Role, arguments: &[&str], input: &str) -> Result<T> {
        let mut child = self
            .command(role, &std::env::current_exe()?)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes()).await?;
        }
        let output = child.wait_with_output().await?;
        if !output.status.success() {
            return Err(format!("the {} process ended with {}", arguments.join(" "), output.status).into());
        }
        serde_json::from_slice(&output.stdout).map_err(|error| format!("{error} in {}", excerpt(&output.stdout)).into())
    }
}

/// The line that says where a server listens.
#[derive(Clone, Debug, Deserialize)]
struct ReadyLine {
    ready: bool,
    url: String,
    /// An authorizer has no management API.
    #[serde(default)]
    control: Option<String>,
}

/// A server process that is ready.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    input: ChildStdin,
    /// Lines that it prints after the ready line.
    output: UnboundedReceiver<String>,
    pub(crate) pid: u32,
    /// `host:port` of the protocol surface.
    pub(crate) authority: String,
    /// `host:port` of the management API.
    pub(crate) control_authority: String,
    /// From just before the process was made.
    pub(crate) began: Instant,
    /// Until the ready line was read.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// Starts a server and waits for its ready line. What it writes to standard error goes to `log`.
    pub(crate) async fn start(mut command: Command, log: &Path) -> Result<Self> {
        let log_file = File::options().create(true).append(true).open(log)?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log_file);
        let began = Instant::now();
        let shown = shown(&command);
        let mut child = command.spawn().map_err(|error| format!("{shown}: {error}"))?;
        let stdout = child.stdout.take().ok_or("no standard output")?;
        let input = child.stdin.take().ok_or("no standard input")?;
        let mut lines = BufReader::new(stdout).lines();
        let line = match tokio::time::timeout(READY_LIMIT, lines.next_line()).await {
            Ok(line) => line?,
            Err(_) => return Err(format!("{shown} printed no ready line within {READY_LIMIT:?}").into()),
        };
        let ready_after = began.elapsed();
        let Some(line) = line else {
            let said = std::fs::read(log).unwrap_or_default();
            let tail = &said[said.len().saturating_sub(400)..];
            return Err(format!("{shown} ended without a ready line: {}", excerpt(tail)).into());
        };
        let ready: ReadyLine =
            serde_json::from_str(&line).map_err(|error| format!("not a ready line ({error}): {line}"))?;
        if !ready.ready {
            return Err(format!("the server says that it is not ready: {line}").into());
        }
        // A server that prints more must not stop at a full pipe.
        let (sender, output) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let _ = sender.send(line);
            }
        });
        let pid = child.id().ok_or("the server ended right after its ready line")?;
        Ok(Self {
            child,
            input,
            output,
            pid,
            authority: Endpoint::parse(&ready.url)?.authority,
            control_authority: Endpoint::parse(ready.control.as_deref().unwrap_or(&ready.url))?.authority,
            began,
            ready_after,
        })
    }

    /// Writes a line to a server that reads some, and waits for the line that it answers.
    pub(crate) async fn ask(&mut self, line: &str, limit: Duration) -> Result<String> {
        self.input.write_all(format!("{line}\n").as_bytes()).await?;
        let answer = tokio::time::timeout(limit, self.output.recv()).await;
        let answer = answer.map_err(|_| format!("no answer to {line} within {limit:?}"))?;
        answer.ok_or_else(|| format!("the server ended instead of answering {line}").into())
    }

    /// Asks the server to end (SIGTERM) and waits until it has.
    pub(crate) async fn stop(mut self) -> Result<()> {
        // Signals need unsafe code or another program; every shell has a `kill`.
        let asked = Command::new("sh").arg("-c").arg(format!("kill -TERM {}", self.pid)).status().await?;
        if !asked.success() {
            return Err(format!("cannot signal the server: {asked}").into());
        }
        match tokio::time::timeout(STOP_LIMIT, self.child.wait()).await {
            Ok(status) => {
                status?;
                Ok(())
            }
            Err(_) => Err(format!("the server did not end within {STOP_LIMIT:?} of SIGTERM").into()),
        }
    }
}

/// A command as a person would type it.
fn shown(command: &Command) -> String {
    let command = command.as_std();
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The processor time that a process has used so far, of all its threads, in user and kernel mode.
pub(crate) fn cpu_seconds(pid: u32) -> Result<f64> {
    let stat =
        std::fs::read_to_string(format!("/proc/{pid}/stat")).map_err(|error| format!("process {pid}: {error}"))?;
    // The second field is the name in brackets and may hold anything, so counting begins behind its end: utime and
    // stime are fields 14 and 15 of proc_pid_stat(5), 12th and 13th from there.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: Vec<u32> = fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse().ok()).collect();
    match ticks[..] {
        [user, kernel] => Ok((f64::from(user) + f64::from(kernel)) / TICKS_PER_SECOND),
        _ => Err(format!("cannot read /proc/{pid}/stat").into()),
    }
}

/// `VmRSS` of a process, in KiB.
pub(crate) fn resident_kib(pid: u32) -> Result<u64> {
    kib_of(pid, "VmRSS:")
}

/// `VmHWM` of a process: the most that it ever had, in KiB.
pub(crate) fn peak_resident_kib(pid: u32) -> Result<u64> {
    kib_of(pid, "VmHWM:")
}

fn kib_of(pid: u32, name: &str) -> Result<u64> {
    let kib = status_field(&pid.to_string(), name)?;
    let digits = kib.trim_end_matches("kB").trim();
    digits.parse().map_err(|error| format!("{name} of process {pid}: {error}").into())
}

/// The cores that this process may use: a container may not begin at core 0.
fn allowed_cores() -> Result<Vec<usize>> {
    let allowed = status_field("self", "Cpus_allowed_list:")?;
    let mut cores = Vec::new();
    for part in allowed.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        cores.extend(first.trim().parse::<usize>()?..=last.trim().parse::<usize>()?);
    }
    Ok(cores)
}

fn status_field(process: &str, name: &str) -> Result<String> {
    let file = format!("/proc/{process}/status");
    let status = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    value.map(|value| value.trim().to_owned()).ok_or_else(|| format!("{file} has no {name}").into())
}
