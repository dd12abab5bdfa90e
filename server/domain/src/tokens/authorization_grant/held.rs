//! Which clients have something of a user, by grants alone: also those that the user was never asked for.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Entity;
use super::entity::Column;
use crate::catalogue::server_key::ServerKey;
use crate::{Result, Store};

/// What a client has of a user. By columns that need no parser: nothing that a grant holds can keep it from being shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The client.
    pub client_id: String,
    /// When the first of the grants was given that haven't ended, in seconds since the epoch.
    pub since: i64,
    /// Whether it can go on without the user.
    pub refreshable: bool,
}

/// What clients have of a user at a server, in the order of their ids.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn held(store: &Store, server: ServerKey<'_>, subject: &str) -> Result<Vec<Held>> {
    let rows: Vec<(String, DateTime<Utc>, i64)> = Entity::find()
        .select_only()
        .column(Column::ClientId)
        .column_as(Column::CreatedAt.min(), "since")
        .column_as(Column::Seed.count(), "refreshable")
        .filter(of_user(server, subject))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(store.now().timestamp()))
        .group_by(Column::ClientId)
        .order_by_asc(Column::ClientId)
        .into_tuple()
        .all(store.reader())
        .await?;
    let held = |(client_id, since, seeds): (String, DateTime<Utc>, i64)| Held {
        client_id,
        since: since.timestamp(),
        refreshable: seeds > 0,
    };
    Ok(rows.into_iter().map(held).collect())
}

/// Until when, in seconds since the epoch, tokens of what a user took back at a server may be taken by somebody who only looks at their signatures, where one lives for
/// `longest_token` seconds at most. `None` when that is over, or there was nothing.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn tokens_end(
    store: &Store,
    server: ServerKey<'_>,
    subject: &str,
    longest_token: i64,
) -> Result<Option<i64>> {
    let now = store.now().timestamp();
    let last: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::RevokedAt.max(), "last")
        .filter(of_user(server, subject))
        .filter(Column::RevokedAt.gt(now - longest_token))
        .into_tuple()
        .one(store.reader())
        .await?;
    Ok(last.flatten().map(|last| last + longest_token))
}

fn of_user(server: ServerKey<'_>, subject: &str) -> Condition {
    Condition::all()
        .add(Column::TenantId.eq(server.tenant))
        .add(Column::Subject.eq(subject))
        .add(Column::ServerId.eq(server.id))
}
