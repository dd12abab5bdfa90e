//! The databases that tests run on.

use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use authplane_domain::{Environment, identifier};
use sea_orm::ConnectionTrait;
use url::Url;

const POSTGRES: &str = "AUTHPLANE_TEST_POSTGRES";
const SKIP_POSTGRES: &str = "AUTHPLANE_TEST_SKIP_POSTGRES";

/// A kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own on the server of `AUTHPLANE_TEST_POSTGRES`.
    Postgres,
}

impl Database {
    /// Both kinds, or SQLite alone when `AUTHPLANE_TEST_SKIP_POSTGRES=1` says so.
    #[must_use]
    pub fn tested() -> Vec<Self> {
        if std::env::var(SKIP_POSTGRES).is_ok_and(|value| value == "1") {
            vec![Self::Sqlite]
        } else {
            vec![Self::Sqlite, Self::Postgres]
        }
    }

    /// URL of a new, empty database of this kind; SQLite's lies in `folder`.
    ///
    /// # Panics
    /// When there is no PostgreSQL to make one in.
    pub async fn create(self, folder: &Path) -> String {
        self.try_create(folder).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// The same, for a thread that nobody watches.
    ///
    /// # Errors
    /// When there is no PostgreSQL to make one in.
    pub async fn try_create(self, folder: &Path) -> Result<String, String> {
        match self {
            Self::Sqlite => Ok(format!("sqlite://{}?mode=rwc", folder.join("authplane.db").display())),
            Self::Postgres => create_in_postgres().await,
        }
    }
}

/// A commit whose databases were kept: see `tests/fixtures/databases/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// Before there were users: some built-in services have random ids.
    A58a17f,
    /// The last one before anything remembered what is built in.
    Af4a9f4,
}

impl Earlier {
    /// All of them, oldest first.
    pub const ALL: [Self; 2] = [Self::A58a17f, Self::Af4a9f4];

    /// Fills an empty database with what this commit left behind.
    ///
    /// # Panics
    /// When it can't be filled.
    pub async fn fill(self, database: Database, url: &str) {
        let dump = match (self, database) {
            (Self::A58a17f, Database::Sqlite) => include_str!("../fixtures/databases/a58a17f.sqlite.sql"),
            (Self::A58a17f, Database::Postgres) => include_str!("../fixtures/databases/a58a17f.postgres.sql"),
            (Self::Af4a9f4, Database::Sqlite) => include_str!("../fixtures/databases/af4a9f4.sqlite.sql"),
            (Self::Af4a9f4, Database::Postgres) => include_str!("../fixtures/databases/af4a9f4.postgres.sql"),
        };
        let connection = sea_orm::Database::connect(url).await.expect("the database opens");
        connection.execute_unprepared(dump).await.expect("it takes the dump");
        connection.close().await.expect("it closes");
    }
}

async fn create_in_postgres() -> Result<String, String> {
    let missing = || {
        format!(
            "{POSTGRES} is not set: `cargo xtask test` starts a PostgreSQL and sets it; \
             {SKIP_POSTGRES}=1 leaves the tests on PostgreSQL out"
        )
    };
    let given = std::env::var(POSTGRES).map_err(|_| missing())?;
    let name = identifier::xid(&Environment::system()).map_err(|error| error.to_string())?;
    let name = format!("authplane_test_{name}");
    let made = async {
        let administration = sea_orm::Database::connect(&given).await?;
        administration.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        administration.close().await
    };
    made.await.map_err(|error| format!("no database can be made in the PostgreSQL of {POSTGRES}: {error}"))?;
    let mut url = Url::parse(&given).map_err(|error| format!("{POSTGRES}: {error}"))?;
    url.set_path(&name);
    Ok(url.into())
}

/// A folder that is gone when the test process is: removed on drop, or by the next run if nothing was left to drop it.
#[derive(Debug)]
pub struct Folder(PathBuf);

const PREFIX: &str = "authplane-test-";

impl Folder {
    /// A new folder among the system's temporary ones, readable only by its owner.
    ///
    /// # Panics
    /// When it can't be made.
    #[must_use]
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        static SWEEP: Once = Once::new();
        SWEEP.call_once(remove_left_over);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("{PREFIX}{}-{count}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What can't be removed now is removed by the next run.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Removes what former test processes left behind: statics aren't dropped when a process ends.
fn remove_left_over() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next());
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) && Path::new("/proc/self").exists()
        {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
