//! What a user consented to is kept by the scope that it was, and no longer by its name alone: services of one server may have scopes of one name.
//!
//! The rows by name stay, for the lists of what clients have; each has below it the scopes that its user was asked for and gave. What nobody was asked for (a
//! `trusted` client has it all the same) has none. Of rows from before it is known which scope they were for where the server has one scope of the name, and had
//! it then. For others it can't be told any more, so their users are asked once more.

use sea_orm::sea_query::{ForeignKey, ForeignKeyAction, Index, Table};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::columns::text;
use super::{SchemaManager, index, to_parent};

const KEY: [&str; 5] = ["tenant_id", "subject", "server_id", "client_id", "scope_name"];

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut of_grant = ForeignKey::create()
        .name("consents_of_scope_grant")
        .from_tbl("consents")
        .to_tbl("scope_grants")
        .on_delete(ForeignKeyAction::Cascade)
        .on_update(ForeignKeyAction::Cascade)
        .to_owned();
    for column in KEY {
        of_grant.from_col(column).to_col(column);
    }
    let consents = Table::create()
        .table("consents")
        .col(text("tenant_id"))
        .col(text("subject"))
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("scope_name"))
        .col(text("scope_id"))
        .primary_key(
            Index::create()
                .col("tenant_id")
                .col("subject")
                .col("server_id")
                .col("client_id")
                .col("scope_name")
                .col("scope_id"),
        )
        .foreign_key(&mut of_grant)
        .foreign_key(&mut to_parent("consents", "scope_id", "scopes"))
        .to_owned();
    manager.create_table(consents).await?;
    manager.create_index(index("consents_by_scope", "consents", &["tenant_id", "scope_id"])).await?;
    let made_at = match manager.get_database_backend() {
        DbBackend::Postgres => "FLOOR(EXTRACT(EPOCH FROM s.created_at))",
        _ => "CAST(strftime('%s', s.created_at) AS INTEGER)",
    };
    let known = format!(
        "INSERT INTO consents (tenant_id, subject, server_id, client_id, scope_name, scope_id) \
         SELECT g.tenant_id, g.subject, g.server_id, g.client_id, g.scope_name, s.id FROM scope_grants g \
         JOIN scopes s ON s.tenant_id = g.tenant_id AND s.server_id = g.server_id AND s.name = g.scope_name \
         WHERE g.language <> '' AND {made_at} <= g.given_at AND NOT EXISTS (SELECT 1 FROM scopes o \
         WHERE o.tenant_id = s.tenant_id AND o.server_id = s.server_id AND o.name = s.name AND o.id <> s.id)"
    );
    manager.get_connection().execute_unprepared(&known).await.map(drop)
}
