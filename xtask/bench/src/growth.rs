//! What a request costs in a tenant of ten services, scopes, clients and APIs, and in one of very many: it should be the same.
//!
//! Both servers are set up by the same calls; then each is stopped, its tenant is filled by copying rows within the database, as nobody could wait for over
//! HTTP, and it is started again. On `SQLite`, and on `PostgreSQL` too where one is given.

use std::path::Path;

use serde::Serialize;
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};

use crate::Result;
use crate::application::Application;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, start};
use crate::load::{LoadResult, UNIQUE};
use crate::server::Pinning;

/// Rows of each kind in the small tenant, and in a page of it.
pub(crate) const FEW: usize = 10;
/// How many services, scopes, clients and APIs come on each authorization server.
const ROWS_OF_A_SERVER: usize = 100;

/// The growth cases, by their names on the command line.
pub(crate) const NAMES: [&str; 7] = [
    "growth-token",
    "growth-token-resource",
    "growth-introspection",
    "growth-read-one",
    "growth-read-api",
    "growth-read-page",
    "growth-create",
];

/// Where the list of all APIs is asked for, by its name on the command line.
pub(crate) const LIST: &str = "list-apis";

/// Where a server keeps its rows.
#[derive(Clone, Debug)]
pub(crate) enum Database {
    Sqlite,
    /// At this URL, without the database's name.
    PostgreSql(String),
}

impl Database {
    /// What is added to a title.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::PostgreSql(_) => ", PostgreSQL",
        }
    }

    fn url(&self, name: &str) -> Option<String> {
        match self {
            Self::Sqlite => None,
            Self::PostgreSql(url) => Some(format!("{}/{name}", url.trim_end_matches('/'))),
        }
    }

    /// An empty database for a server of this name.
    async fn prepare(&self, name: &str) -> Result<()> {
        let Some(url) = self.url("postgres") else { return Ok(()) };
        let mut connection = url.parse::<PgConnectOptions>()?.connect().await?;
        for statement in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        Ok(connection.close().await?)
    }
}

/// One request to two servers.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) few: (Request, u32),
    pub(crate) many: (Request, u32),
}

/// Both sides of one round, measured in turn.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Round {
    pub(crate) few: LoadResult,
    pub(crate) many: LoadResult,
}

/// A server whose tenant has `rows` services, scopes, clients and APIs more than the one application needs, and authorization servers too.
pub(crate) async fn grown(
    pinning: &Pinning,
    database: &Database,
    data: &Path,
    rows: usize,
) -> Result<(Installation, Application)> {
    let name = format!("authplane_bench_{}_{rows}", std::process::id());
    database.prepare(&name).await?;
    let url = database.url(&name);
    // The cheapest signature hides least of what else a token costs.
    let mut arguments = vec!["--signing-algorithm", "ES256"];
    arguments.extend(url.iter().flat_map(|url| ["--database-url", url]));
    let arguments = arguments.as_slice();
    let installation = Installation::open(start(pinning, data, arguments).await?, data)?;
    let application = Application::register(&installation).await?;
    installation.server.stop().await?;
    fill(data, url.as_deref(), &application, rows).await?;
    let installation = Installation::open(start(pinning, data, arguments).await?, data)?;
    let application = application.at(&installation);
    Ok((installation, application))
}

/// The requests, in the order of [`NAMES`].
pub(crate) async fn requests(installation: &Installation, application: &Application) -> Result<[Request; 7]> {
    let token = installation.token().await?;
    let at = |path: String| Endpoint { authority: installation.server.control_authority.clone(), path };
    Ok([
        application.token_request(),
        application.token_request_for_resource(),
        application.introspection_request().await?,
        Request::get(at(format!("/api/resources/{}", application.service))).bearer(&token),
        Request::get(at(format!("/api/admin/default/apis/{}", application.api))).bearer(&token),
        Request::get(at(format!("/api/resources?page=1&page_size={FEW}"))).bearer(&token),
        {
            let body =
                json!({ "name": format!("bench {UNIQUE}"), "indicator": format!("https://bench.example/{UNIQUE}") });
            Request::post_json(at("/api/resources".to_owned()), &body).bearer(&token)
        },
    ])
}

/// The list of all APIs of the service that has most.
pub(crate) async fn list_of_apis(installation: &Installation, application: &Application) -> Result<Request> {
    let authority = installation.server.control_authority.clone();
    let path = format!("/api/admin/default/services/{}/apis", application.service);
    Ok(Request::get(Endpoint { authority, path }).bearer(&installation.token().await?))
}

/// What each is called in the report.
pub(crate) const TITLES: [&str; 7] = [
    "token",
    "token for a resource",
    "introspection",
    "management GET of one row",
    "management GET of one API",
    "management page of 10",
    "management POST",
];

/// Copies the application's service, scope, client and API, each with another id and all that must be unique, and links the copies as the originals are. Its
/// authorization server is copied too, for every hundredth of them.
async fn fill(data: &Path, url: Option<&str>, application: &Application, rows: usize) -> Result<()> {
    let mut copies = Copies { connection: Connection::open(data, url).await?, rows };
    let (service, scope, client) = (&application.service, &application.scope, application.client_id());
    let id = |kind: &str| format!("'{kind}-' || number");
    let unique = [("id", id("service")), ("indicator", "'https://copy.example/' || number".to_owned())];
    copies.of("services", "id", service, &unique).await?;
    let unique = [("id", id("scope")), ("service_id", id("service")), ("name", "'copy:' || number".to_owned())];
    copies.of("scopes", "id", scope, &unique).await?;
    copies.of("clients", "id", client, &[("id", id("client"))]).await?;
    copies.of("client_secrets", "client_id", client, &[("client_id", id("client"))]).await?;
    let path = || "'/copy/' || number".to_owned();
    let other = [("id", id("api")), ("path", path()), ("form", path()), ("position", "number".to_owned())];
    copies.of("apis", "id", &application.api, &other).await?;
    let link = [("client_id", id("client")), ("scope_id", id("scope"))];
    copies.of("client_scopes", "client_id", client, &link).await?;
    copies.rows = rows.div_ceil(ROWS_OF_A_SERVER);
    copies.of("authorization_servers", "id", "default", &[("id", id("server"))]).await?;
    copies.connection.close().await
}

/// A connection that checks no foreign keys: copies of rows that hold need none of it, and it would take most of the time.
enum Connection {
    Sqlite(SqliteConnection),
    PostgreSql(PgConnection),
}

impl Connection {
    async fn open(data: &Path, url: Option<&str>) -> Result<Self> {
        if let Some(url) = url {
            let mut connection = url.parse::<PgConnectOptions>()?.disable_statement_logging().connect().await?;
            sqlx::raw_sql("SET session_replication_role = replica").execute(&mut connection).await?;
            return Ok(Self::PostgreSql(connection));
        }
        let file = data.join("authplane.db");
        let options = SqliteConnectOptions::new().filename(&file).foreign_keys(false).disable_statement_logging();
        let connection = options.connect().await.map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(Self::Sqlite(connection))
    }

    async fn columns(&mut self, table: &str) -> sqlx::Result<Vec<String>> {
        match self {
            Self::Sqlite(connection) => {
                let query = format!("SELECT name FROM pragma_table_info('{table}')");
                let rows = sqlx::query(AssertSqlSafe(query)).fetch_all(connection).await?;
                rows.iter().map(|row| row.try_get(0)).collect()
            }
            Self::PostgreSql(connection) => {
                let query = "SELECT column_name::text FROM information_schema.columns WHERE table_name = $1";
                let rows = sqlx::query(query).bind(table).fetch_all(connection).await?;
                rows.iter().map(|row| row.try_get(0)).collect()
            }
        }
    }

    /// Rows that were made.
    async fn execute(&mut self, statement: String, template: &str) -> sqlx::Result<u64> {
        let statement = AssertSqlSafe(statement);
        match self {
            Self::Sqlite(connection) => {
                Ok(sqlx::query(statement).bind(template).execute(connection).await?.rows_affected())
            }
            Self::PostgreSql(connection) => {
                Ok(sqlx::query(statement).bind(template).execute(connection).await?.rows_affected())
            }
        }
    }

    async fn close(self) -> Result<()> {
        match self {
            Self::Sqlite(connection) => connection.close().await?,
            Self::PostgreSql(mut connection) => {
                // It would be done by itself, at some time within the measurement.
                sqlx::raw_sql("VACUUM ANALYZE").execute(&mut connection).await?;
                connection.close().await?;
            }
        }
        Ok(())
    }
}

struct Copies {
    connection: Connection,
    rows: usize,
}

impl Copies {
    /// Copies of the one row of `table` whose `key` is `template`, whatever columns the table has, with other values in some.
    async fn of(&mut self, table: &str, key: &str, template: &str, other: &[(&str, String)]) -> Result<()> {
        let rows = self.rows;
        let names = self.connection.columns(table).await?;
        let quoted = |name: &String| format!("\"{name}\"");
        let values: Vec<String> = (names.iter())
            .map(|name| {
                other.iter().find(|(changed, _)| changed == name).map_or(quoted(name), |(_, value)| value.clone())
            })
            .collect();
        let (names, values) = (names.iter().map(quoted).collect::<Vec<_>>().join(", "), values.join(", "));
        let statement = format!(
            "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < {rows}) \
             INSERT INTO {table} ({names}) SELECT {values} FROM numbers, {table} WHERE {table}.{key} = $1"
        );
        let copied = self.connection.execute(statement, template).await?;
        if copied != rows as u64 {
            return Err(format!("{rows} rows of {table} should have come of one, not {copied}").into());
        }
        Ok(())
    }
}
