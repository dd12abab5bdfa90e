//! The administrator's credentials: a file of mode 0600 in the data folder, never the log.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::installation::first_start::Administrator;
use authplane_domain::installation::tenant;
use serde::{Deserialize, Serialize};

use crate::context::Origin;

/// What the file says.
#[derive(Serialize, Deserialize)]
pub struct AdminCredentials {
    /// Base URL of the server.
    pub url: String,
    /// Base URL of the control surface.
    pub control_url: String,
    /// Issuer of the administrator's tokens.
    pub issuer: String,
    /// Where to ask for them.
    pub token_endpoint: String,
    /// The administrator client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The tenant that it administers.
    pub tenant_id: String,
    /// Of the client that administers the installation: its tenants. Files of earlier releases lack it, until the next start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installation: Option<InstallationCredentials>,
}

/// What the file says of the client that administers the installation.
#[derive(Serialize, Deserialize)]
pub struct InstallationCredentials {
    /// Issuer of its tokens.
    pub issuer: String,
    /// Where to ask for them.
    pub token_endpoint: String,
    /// The client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
}

impl std::fmt::Debug for AdminCredentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AdminCredentials")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// Where the file is.
#[must_use]
pub fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("admin-credentials.json")
}

/// Is there no file?
#[must_use]
pub fn is_missing(data_dir: &Path) -> bool {
    !path(data_dir).exists()
}

/// Remembers that the file was written once, so that removing it means something.
fn marker(data_dir: &Path) -> PathBuf {
    data_dir.join("admin-credentials.written")
}

/// Was the file never written here?
#[must_use]
pub fn was_never_written(data_dir: &Path) -> bool {
    !marker(data_dir).exists()
}

/// Writes the file: whole or not at all, readable by its owner only from the first byte on.
///
/// # Errors
/// Those of the file system.
pub fn write(
    data_dir: &Path,
    origin: &Origin,
    administrator: &Administrator,
    of_installation: Option<&Administrator>,
) -> io::Result<()> {
    let issuer = issuer_of(origin, administrator);
    let credentials = AdminCredentials {
        url: origin.public.clone(),
        control_url: origin.control.clone(),
        token_endpoint: token_endpoint(&issuer),
        issuer,
        client_id: administrator.client_id.clone(),
        client_secret: administrator.client_secret.clone(),
        tenant_id: administrator.tenant_id.clone(),
        installation: of_installation.map(|administrator| installation(origin, administrator)),
    };
    put(data_dir, &credentials)
}

fn issuer_of(origin: &Origin, administrator: &Administrator) -> String {
    origin.base(ServerKey { tenant: &administrator.tenant_id, id: &administrator.server_id })
}

fn installation(origin: &Origin, administrator: &Administrator) -> InstallationCredentials {
    let issuer = issuer_of(origin, administrator);
    InstallationCredentials {
        token_endpoint: token_endpoint(&issuer),
        issuer,
        client_id: administrator.client_id.clone(),
        client_secret: administrator.client_secret.clone(),
    }
}

/// Writes the addresses of this start into the file, where it has others, and the installation's administrator, where it has none. A file that is missing stays
/// missing, and one that isn't ours stays as it is.
///
/// # Errors
/// Those of the file system.
pub fn complete(data_dir: &Path, origin: &Origin, of_installation: Option<&Administrator>) -> io::Result<()> {
    let known = match fs::read(path(data_dir)) {
        Ok(known) => known,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let Ok(mut credentials) = serde_json::from_slice::<AdminCredentials>(&known) else { return Ok(()) };
    let moved = |issuer: &str, tenant: &str| {
        issuer.rsplit_once('/').map(|(_, server_id)| origin.base(ServerKey { tenant, id: server_id }))
    };
    let Some(issuer) = moved(&credentials.issuer, &credentials.tenant_id) else { return Ok(()) };
    let has_addresses =
        (&credentials.url, &credentials.control_url, &credentials.issuer) == (&origin.public, &origin.control, &issuer);
    let lacks = of_installation.filter(|_| credentials.installation.is_none());
    if has_addresses && lacks.is_none() {
        return Ok(());
    }
    credentials.url.clone_from(&origin.public);
    credentials.control_url.clone_from(&origin.control);
    credentials.token_endpoint = token_endpoint(&issuer);
    credentials.issuer = issuer;
    match (lacks, &mut credentials.installation) {
        (Some(administrator), _) => credentials.installation = Some(installation(origin, administrator)),
        (None, Some(known)) => {
            if let Some(issuer) = moved(&known.issuer, tenant::SYSTEM) {
                known.token_endpoint = token_endpoint(&issuer);
                known.issuer = issuer;
            }
        }
        (None, None) => {}
    }
    put(data_dir, &credentials)
}

fn token_endpoint(issuer: &str) -> String {
    format!("{issuer}/oauth2/token")
}

fn put(data_dir: &Path, credentials: &AdminCredentials) -> io::Result<()> {
    let draft = data_dir.join("admin-credentials.json.new");
    let _ = fs::remove_file(&draft);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    serde_json::to_writer_pretty(&mut file, credentials)?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    fs::rename(&draft, path(data_dir))?;
    fs::write(marker(data_dir), b"")
}
