//! Answers that are kept for whoever asks the same again.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{big_integer, binary_null, text};
use super::{SchemaManager, index, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let answers = Table::create()
        .table("idempotent_answers")
        .col(text("tenant_id"))
        .col(text("digest"))
        .col(text("fingerprint"))
        .col(text("claim"))
        .col(binary_null("answer"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("tenant_id").col("digest"))
        .foreign_key(&mut to_tenant("idempotent_answers"))
        .to_owned();
    manager.create_table(answers).await?;
    manager.create_index(index("idempotent_answers_by_expiry", "idempotent_answers", &["expires_at"])).await
}
