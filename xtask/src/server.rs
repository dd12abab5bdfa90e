//! A server to run something against.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, thread};

use crate::generate::executables;
use crate::workspace::{BUILD, Workspace};

/// The server to run against, where the debug build isn't wanted.
const BINARY_VARIABLE: &str = "AUTHPLANE_TEST_BINARY";

/// The server's program: the one that is given, else the debug build.
pub(crate) fn program(workspace: &Workspace) -> Result<PathBuf, String> {
    if let Some(given) = env::var_os(BINARY_VARIABLE) {
        return Ok(workspace.root().join(given));
    }
    executables(workspace, &BUILD)?.path("authplane").map(PathBuf::from)
}

/// A server of its own, with an empty data folder, on a port that the system chose. It ends with this value.
pub(crate) struct Server {
    process: Child,
    /// What whoever calls it is told of it.
    pub(crate) url: String,
    client_id: String,
    client_secret: String,
    /// Id and secret of the client that administers the installation.
    installation: (String, String),
}

impl Server {
    /// Starts the program in this folder, with this file of settings, and returns when it is ready.
    pub(crate) fn start(program: &Path, folder: &Path, settings: Option<&Path>) -> Result<Self, String> {
        let data = folder.join("data");
        let log = folder.join("server.log");
        let errors = File::create(&log).map_err(|error| format!("cannot write {}: {error}", log.display()))?;
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(&data);
        if let Some(settings) = settings {
            command.arg("--config").arg(settings);
        }
        // What a developer set for a server of theirs isn't meant for this one.
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("AUTHPLANE_")) {
                command.env_remove(name);
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
        let mut process = command.spawn().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let mut output = BufReader::new(process.stdout.take().ok_or("the server has no output")?);
        let mut server = Self {
            process,
            url: String::new(),
            client_id: String::new(),
            client_secret: String::new(),
            installation: Default::default(),
        };
        let mut line = String::new();
        // Its first line says that it is ready; there is none when it ends before.
        let read = output.read_line(&mut line);
        if read.is_err() || !line.contains(r#""ready":true"#) {
            return Err(format!("the server did not start:\n{}", fs::read_to_string(&log).unwrap_or_default().trim()));
        }
        // So that it never waits for a reader.
        thread::spawn(move || output.lines().count());

        let path = data.join("admin-credentials.json");
        let credentials =
            fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let member = |name| member(&credentials, name).ok_or_else(|| format!("{} lacks {name}", path.display()));
        server.url = member("url")?;
        server.client_id = member("client_id")?;
        server.client_secret = member("client_secret")?;
        let of_installation =
            credentials.split_once(r#""installation": {"#).map(|(_, of_installation)| of_installation);
        let of_installation = |name| of_installation.and_then(|text| self::member(text, name)).unwrap_or_default();
        server.installation = (of_installation("client_id"), of_installation("client_secret"));
        Ok(server)
    }

    /// Tells a program where it is and who its administrator is.
    pub(crate) fn tell(&self, command: &mut Command) {
        command
            .env("AUTHPLANE_URL", &self.url)
            .env("AUTHPLANE_CLIENT_ID", &self.client_id)
            .env("AUTHPLANE_CLIENT_SECRET", &self.client_secret)
            .env("AUTHPLANE_INSTALLATION_CLIENT_ID", &self.installation.0)
            .env("AUTHPLANE_INSTALLATION_CLIENT_SECRET", &self.installation.1);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing of it is kept, so it needn't stop in order.
        if let Err(error) = self.process.kill().and_then(|()| self.process.wait()) {
            eprintln!("cannot stop the server: {error}");
        }
    }
}

/// A text of the credentials' flat JSON. None of them has a character that JSON escapes.
fn member(json: &str, name: &str) -> Option<String> {
    let (_, rest) = json.split_once(&format!(r#""{name}": ""#))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.to_owned())
}
