//! `chromedriver`, the program between us and the browsers.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak, mpsc};
use std::time::Duration;

use crate::process::PATIENCE;

const MISSING: &str =
    "no chromedriver on the PATH: run `cargo xtask test` as root on Debian, or install chromium and chromium-driver";

/// So often it is started before nobody believes any more that the next port is free.
const MOST_STARTS: u32 = 5;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// One that runs. It ends when this is dropped.
#[derive(Debug)]
pub struct Driver {
    child: Mutex<Child>,
    port: u16,
}

/// Why one doesn't run.
enum Failure {
    /// Another process has its port.
    PortIsTaken,
    Other(String),
}

impl Driver {
    /// The one that runs, or a new one. May block.
    pub(super) fn shared() -> Result<Arc<Self>, String> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(&on_path("chromedriver").ok_or(MISSING)?)?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Starts this program, and again where its port is taken: the system gives it one that is free in IPv4, and somebody may have the same one in IPv6.
    ///
    /// # Errors
    /// What is wrong, when it doesn't run.
    pub fn start(program: &Path) -> Result<Self, String> {
        for _ in 0..MOST_STARTS {
            match Self::start_once(program) {
                Ok(driver) => return Ok(driver),
                Err(Failure::PortIsTaken) => {}
                Err(Failure::Other(error)) => return Err(error),
            }
        }
        Err(format!("chromedriver found its port taken {MOST_STARTS} times"))
    }

    fn start_once(program: &Path) -> Result<Self, Failure> {
        let (started, outcome) = mpsc::channel();
        let program = program.to_owned();
        // In a thread that lives as long as the driver: where the system can end it with its parent, that is a thread.
        let run = move || {
            let mut command = match on_path("setpriv") {
                Some(setpriv) => {
                    let mut command = Command::new(setpriv);
                    command.args(["--pdeathsig", "TERM", "--"]).arg(program);
                    command
                }
                None => Command::new(program),
            };
            command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped());
            let mut child = match command.stderr(Stdio::null()).spawn() {
                Ok(child) => child,
                Err(error) => return drop(started.send(Err(Failure::Other(format!("chromedriver: {error}"))))),
            };
            let Some(output) = child.stdout.take() else { return };
            let mut lines = BufReader::new(output).lines().map_while(Result::ok);
            let found = match lines.find_map(|line| told(&line)) {
                Some(Ok(port)) => Ok(Self { child: Mutex::new(child), port }),
                failed => {
                    // It ends by itself.
                    let _ = child.kill();
                    let _ = child.wait();
                    let ended = || Failure::Other("chromedriver ended without telling its port".to_owned());
                    Err(failed.and_then(Result::err).unwrap_or_else(ended))
                }
            };
            drop(started.send(found));
            lines.for_each(drop);
        };
        let thread = std::thread::Builder::new().name("chromedriver".to_owned()).spawn(run);
        thread.map_err(|error| Failure::Other(error.to_string()))?;
        let outcome = outcome.recv_timeout(PATIENCE);
        outcome.map_err(|_| Failure::Other("chromedriver doesn't tell its port".to_owned()))?
    }

    /// Where it listens, on this machine.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Closes a browser: by hand, as the client that opened it needs a runtime.
    pub(super) fn delete_session(&self, session: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
        // It answers when the browser is gone, and keeps the connection.
        stream.read(&mut [0; 1024]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap_or_else(PoisonError::into_inner);
        // Its browsers are closed. One that is gone already needs no end.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// What a line of its output tells of its port, if anything.
fn told(line: &str) -> Option<Result<u16, Failure>> {
    // "IPv6 port not available. Exiting..."
    if line.contains("port not available") {
        return Some(Err(Failure::PortIsTaken));
    }
    // "ChromeDriver was started successfully on port 12345."
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok().map(Ok)
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder: PathBuf| folder.join(program)).find(|path: &PathBuf| Path::is_file(path))
}
