//! What a request costs in a tenant of ten services, scopes, clients and APIs, and in one of very many: it should be the same.
//!
//! Both servers are set up by the same calls; then each is stopped, its tenant is filled by copying rows within the database, as nobody could wait for over
//! HTTP, and it is started again.

use std::path::Path;

use serde::Serialize;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};

use crate::Result;
use crate::application::Application;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, start};
use crate::load::LoadResult;
use crate::server::Pinning;

/// Rows of each kind in the small tenant, and in a page of it.
pub(crate) const FEW: usize = 10;

/// The growth cases, by their names on the command line.
pub(crate) const NAMES: [&str; 6] = [
    "growth-token",
    "growth-token-resource",
    "growth-introspection",
    "growth-read-one",
    "growth-read-api",
    "growth-read-page",
];

/// One request to two servers.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) few: (Request, u32),
    pub(crate) many: (Request, u32),
}

/// Both sides of one round, measured in turn.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Round {
    pub(crate) few: LoadResult,
    pub(crate) many: LoadResult,
}

/// A server whose tenant has `rows` services, scopes, clients and APIs more than the one application needs.
pub(crate) async fn grown(pinning: &Pinning, data: &Path, rows: usize) -> Result<(Installation, Application)> {
    // The cheapest signature hides least of what else a token costs.
    let arguments = ["--signing-algorithm", "ES256"];
    let installation = Installation::open(start(pinning, data, &arguments).await?, data)?;
    let application = Application::register(&installation).await?;
    installation.server.stop().await?;
    fill(data, &application, rows).await?;
    let installation = Installation::open(start(pinning, data, &arguments).await?, data)?;
    let application = application.at(&installation);
    Ok((installation, application))
}

/// The requests, in the order of [`NAMES`].
pub(crate) async fn requests(installation: &Installation, application: &Application) -> Result<[Request; 6]> {
    let token = installation.token().await?;
    let at = |path: String| Endpoint { authority: installation.server.control_authority.clone(), path };
    Ok([
        application.token_request(),
        application.token_request_for_resource(),
        application.introspection_request().await?,
        Request::get(at(format!("/api/resources/{}", application.service))).bearer(&token),
        Request::get(at(format!("/api/admin/default/apis/{}", application.api))).bearer(&token),
        Request::get(at(format!("/api/resources?page=1&page_size={FEW}"))).bearer(&token),
    ])
}

/// What each is called in the report.
pub(crate) const TITLES: [&str; 6] = [
    "token",
    "token for a resource",
    "introspection",
    "management GET of one row",
    "management GET of one API",
    "management page of 10",
];

/// Copies the application's service, scope, client and API, each with another id and all that must be unique, and links the copies as the originals are.
async fn fill(data: &Path, application: &Application, rows: usize) -> Result<()> {
    let file = data.join("authplane.db");
    let mut connection = SqliteConnectOptions::new()
        .filename(&file)
        // Copies of rows that hold; checking each would take most of the time.
        .foreign_keys(false)
        .disable_statement_logging()
        .connect()
        .await
        .map_err(|error| format!("{}: {error}", file.display()))?;
    let (service, scope, client) = (&application.service, &application.scope, application.client_id());
    let id = |kind: &str| format!("'{kind}-' || number");
    let mut copies = Copies { connection: &mut connection, rows };
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
    connection.close().await?;
    Ok(())
}

struct Copies<'a> {
    connection: &'a mut SqliteConnection,
    rows: usize,
}

impl Copies<'_> {
    /// Copies of the one row of `table` whose `key` is `template`, whatever columns the table has, with other values in some.
    async fn of(&mut self, table: &str, key: &str, template: &str, other: &[(&str, String)]) -> Result<()> {
        let columns = sqlx::query(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')")))
            .fetch_all(&mut *self.connection)
            .await?;
        let names: Vec<String> = columns.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?;
        let values: Vec<&str> = (names.iter())
            .map(|name| other.iter().find(|(changed, _)| changed == name).map_or(name.as_str(), |(_, value)| value))
            .collect();
        let (names, values, rows) = (names.join(", "), values.join(", "), self.rows);
        let sql = format!(
            "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < {rows}) \
             INSERT INTO {table} ({names}) SELECT {values} FROM numbers, {table} WHERE {table}.{key} = ?1"
        );
        let copied = sqlx::query(AssertSqlSafe(sql)).bind(template).execute(&mut *self.connection).await?;
        if copied.rows_affected() != rows as u64 {
            return Err(
                format!("{rows} rows of {table} should have come of one, not {}", copied.rows_affected()).into()
            );
        }
        Ok(())
    }
}
