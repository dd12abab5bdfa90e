//! The schema, step by step. A released step is never edited: expand in one release, contract in a later one.
//!
//! Both databases run the same steps. Indexes on unique values are named `{table}_unique_{field}`, because that is how a violation is
//! turned back into the field.

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

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone};

pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            step("m0001_tenants", |manager| m0001_tenants::up(manager).boxed()),
            step("m0002_catalogue", |manager| m0002_catalogue::up(manager).boxed()),
            step("m0003_clients", |manager| m0003_clients::up(manager).boxed()),
            step("m0004_keys_and_tokens", |manager| m0004_keys_and_tokens::up(manager).boxed()),
            step("m0005_installation", |manager| m0005_installation::up(manager).boxed()),
            step("m0006_users", |manager| m0006_users::up(manager).boxed()),
            step("m0008_limited_clients", |manager| m0008_limited_clients::up(manager).boxed()),
            step("m0010_scopes_by_name", |manager| m0010_scopes_by_name::up(manager).boxed()),
            step("m0011_idempotent_answers", |manager| m0011_idempotent_answers::up(manager).boxed()),
            step("m0012_subjects", |manager| m0012_subjects::up(manager).boxed()),
            step("m0013_addresses_of_actors", |manager| m0013_addresses_of_actors::up(manager).boxed()),
            step("m0014_bounds", |manager| m0014_bounds::up(manager).boxed()),
            step("m0015_registration_tokens", |manager| m0015_registration_tokens::up(manager).boxed()),
            step("m0016_consents", |manager| m0016_consents::up(manager).boxed()),
        ]
    }
}

type Up = for<'a> fn(&'a SchemaManager<'_>) -> BoxFuture<'a, Result<(), DbErr>>;

/// One step. Its name, that of its file, is what a database remembers of it.
struct Step {
    name: &'static str,
    up: Up,
}

fn step(name: &'static str, up: Up) -> Box<dyn MigrationTrait> {
    Box::new(Step { name, up })
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// On `SQLite` too: a step that a crash cuts off leaves nothing behind.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        (self.up)(manager).await
    }
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
