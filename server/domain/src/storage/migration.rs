//! The schema, step by step. A released step is never edited: expand in one release, contract in a later one.
//!
//! Both databases run the same steps. Indexes on unique values are named `{table}_unique_{field}`, because that is how a violation is
//! turned back into the field.

mod columns;
mod m0001_tenants;
mod m0002_catalogue;
mod m0003_clients;
mod m0004_keys_and_tokens;
mod m0005_installation;
mod m0006_users;
mod m0008_limited_clients;
mod m0010_scopes_by_name;
mod m0011_idempotent_answers;
mod m0012_subjects;
mod m0013_addresses_of_actors;
mod m0014_bounds;
mod m0015_registration_tokens;
mod m0016_consents;
mod m0017_apis;
mod m0018_gateways;
mod m0019_audit_events;
mod m0020_specifications;
mod m0021_tenant_keys;
mod m0022_client_secrets;
mod m0023_imported;
mod m0024_generations;
mod m0025_privacy_consents;
mod m0026_privacy_ledger;
mod m0027_consent_grants;
mod m0028_own_login_requests;
mod m0029_numbers_of_people;
mod m0030_names_in_the_ledger;
mod m0031_applications;
mod m0032_roles;
mod m0033_users;
mod schema_manager;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::sea_query::{
    ColumnDef, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index, IndexCreateStatement, Query, Table,
    TableCreateStatement,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};

use self::columns::{big_integer, text, timestamp_with_time_zone};
use self::schema_manager::SchemaManager;

/// One step. Its name, that of its file, is what a database remembers of it.
struct Step {
    name: &'static str,
    up: Up,
}

type Up = for<'a> fn(&'a SchemaManager<'_>) -> BoxFuture<'a, Result<(), DbErr>>;

/// All of them, in their order.
const STEPS: &[Step] = &[
    Step { name: "m0001_tenants", up: |manager| m0001_tenants::up(manager).boxed() },
    Step { name: "m0002_catalogue", up: |manager| m0002_catalogue::up(manager).boxed() },
    Step { name: "m0003_clients", up: |manager| m0003_clients::up(manager).boxed() },
    Step { name: "m0004_keys_and_tokens", up: |manager| m0004_keys_and_tokens::up(manager).boxed() },
    Step { name: "m0005_installation", up: |manager| m0005_installation::up(manager).boxed() },
    Step { name: "m0006_users", up: |manager| m0006_users::up(manager).boxed() },
    Step { name: "m0008_limited_clients", up: |manager| m0008_limited_clients::up(manager).boxed() },
    Step { name: "m0010_scopes_by_name", up: |manager| m0010_scopes_by_name::up(manager).boxed() },
    Step { name: "m0011_idempotent_answers", up: |manager| m0011_idempotent_answers::up(manager).boxed() },
    Step { name: "m0012_subjects", up: |manager| m0012_subjects::up(manager).boxed() },
    Step { name: "m0013_addresses_of_actors", up: |manager| m0013_addresses_of_actors::up(manager).boxed() },
    Step { name: "m0014_bounds", up: |manager| m0014_bounds::up(manager).boxed() },
    Step { name: "m0015_registration_tokens", up: |manager| m0015_registration_tokens::up(manager).boxed() },
    Step { name: "m0016_consents", up: |manager| m0016_consents::up(manager).boxed() },
    Step { name: "m0017_apis", up: |manager| m0017_apis::up(manager).boxed() },
    Step { name: "m0018_gateways", up: |manager| m0018_gateways::up(manager).boxed() },
    Step { name: "m0019_audit_events", up: |manager| m0019_audit_events::up(manager).boxed() },
    Step { name: "m0020_specifications", up: |manager| m0020_specifications::up(manager).boxed() },
    Step { name: "m0021_tenant_keys", up: |manager| m0021_tenant_keys::up(manager).boxed() },
    Step { name: "m0022_client_secrets", up: |manager| m0022_client_secrets::up(manager).boxed() },
    Step { name: "m0023_imported", up: |manager| m0023_imported::up(manager).boxed() },
    Step { name: "m0024_generations", up: |manager| m0024_generations::up(manager).boxed() },
    Step { name: "m0025_privacy_consents", up: |manager| m0025_privacy_consents::up(manager).boxed() },
    Step { name: "m0026_privacy_ledger", up: |manager| m0026_privacy_ledger::up(manager).boxed() },
    Step { name: "m0027_consent_grants", up: |manager| m0027_consent_grants::up(manager).boxed() },
    Step { name: "m0028_own_login_requests", up: |manager| m0028_own_login_requests::up(manager).boxed() },
    Step { name: "m0029_numbers_of_people", up: |manager| m0029_numbers_of_people::up(manager).boxed() },
    Step { name: "m0030_names_in_the_ledger", up: |manager| m0030_names_in_the_ledger::up(manager).boxed() },
    Step { name: "m0031_applications", up: |manager| m0031_applications::up(manager).boxed() },
    Step { name: "m0032_roles", up: |manager| m0032_roles::up(manager).boxed() },
    Step { name: "m0033_users", up: |manager| m0033_users::up(manager).boxed() },
];

/// Where a database remembers them. It is called as the migrations of sea-orm call it, with which earlier releases made it.
const TABLE: &str = "seaql_migrations";

/// Takes all steps that the database hasn't seen, each in a transaction of its own: one that a crash cuts off leaves nothing behind.
pub(crate) async fn up(connection: &DatabaseConnection, now: DateTime<Utc>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table.table(TABLE).if_not_exists();
    table.col(ColumnDef::new("version").string().not_null().primary_key()).col(big_integer("applied_at"));
    connection.execute(&table).await?;
    for step in missing(applied(connection).await?)? {
        let transaction = connection.begin().await?;
        (step.up)(&SchemaManager::new(&transaction)).await?;
        let mut record = Query::insert();
        record.into_table(TABLE).columns(["version", "applied_at"]);
        record.values_panic([step.name.into(), now.timestamp().into()]);
        transaction.execute(&record).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// The names of the steps that the database hasn't seen. Changes nothing, so that a user who may only read can ask.
pub(crate) async fn pending(connection: &DatabaseConnection) -> Result<Vec<&'static str>, DbErr> {
    let applied = if has_table(connection).await? { applied(connection).await? } else { BTreeSet::new() };
    Ok(missing(applied)?.map(|step| step.name).collect())
}

async fn has_table(connection: &DatabaseConnection) -> Result<bool, DbErr> {
    let backend = connection.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1",
        _ => "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1",
    };
    let statement = Statement::from_sql_and_values(backend, question, [TABLE.into()]);
    Ok(connection.query_one_raw(statement).await?.is_some())
}

async fn applied(connection: &DatabaseConnection) -> Result<BTreeSet<String>, DbErr> {
    let names = connection.query_all(Query::select().column("version").from(TABLE)).await?;
    names.iter().map(|row| row.try_get("", "version")).collect()
}

/// The steps that aren't in `applied`. A database that has seen others is that of a later release, whose rows this one can't judge.
fn missing(applied: BTreeSet<String>) -> Result<impl Iterator<Item = &'static Step>, DbErr> {
    let is_known = |name: &&String| STEPS.iter().any(|step| step.name == **name);
    if let Some(unknown) = applied.iter().find(|name| !is_known(name)) {
        return Err(DbErr::Migration(format!(
            "the database was brought to {unknown:?} by a release that is newer than this one"
        )));
    }
    Ok(STEPS.iter().filter(move |step| !applied.contains(step.name)))
}

/// A table whose rows belong to a tenant and go with it: `tenant_id`, `id`, `created_at`.
fn owned_by_tenant(name: &'static str) -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table(name)
        .col(text("tenant_id"))
        .col(text("id"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("tenant_id").col("id"))
        .foreign_key(&mut to_tenant(name));
    table
}

fn to_tenant(name: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{name}_of_tenant"))
        .from(name, "tenant_id")
        .to("tenants", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// Rows of `name` go with the row of `parent` that their `column` names.
fn to_parent(name: &'static str, column: &'static str, parent: &'static str) -> ForeignKeyCreateStatement {
    reference(name, column, parent).on_delete(ForeignKeyAction::Cascade).to_owned()
}

/// The row of `parent` that `column` names can't be removed.
fn reference(name: &'static str, column: &'static str, parent: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{name}_{column}"))
        .from(name, ("tenant_id", column))
        .to(parent, ("tenant_id", "id"))
        .to_owned()
}

fn index(name: &str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}
