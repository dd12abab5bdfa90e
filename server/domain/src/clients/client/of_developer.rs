//! Clients that developers made for themselves: nobody else's, although administrators see them.

use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::links::{names, scopes_of};
use super::{Client, Column, Entity, NewClient, Wanted, insert, link, locked, prepare, secrets};
use crate::catalogue::authorization_server;
use crate::installation::acting::Acting;
use crate::installation::tenant;
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store};

/// Clients that a developer can have.
pub const MOST: u64 = 100;
/// What a developer's subject gets before it when nobody is called so any more. No user's subject begins so.
pub(crate) const FORMER: char = '/';

/// The clients that a developer made, in creation order, with their secrets and the names of their scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str, developer_id: &str) -> Result<Vec<Client>> {
    let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::DeveloperId.eq(developer_id));
    let ids = select.clone().select_only().column(Column::Id).into_query();
    let in_order = select.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    let clients = unreadable::all(store, store.reader(), in_order).await?;
    let mut scopes = scopes_of(store.reader(), tenant, link::Column::ClientId.in_subquery(ids.clone())).await?;
    let of_clients = secrets::Column::ClientId.in_subquery(ids);
    let mut secrets = secrets::of_clients(store.reader(), tenant, of_clients).await?;
    let clients = clients.into_iter().map(|client| {
        let scopes = names(scopes.remove(&client.id).unwrap_or_default());
        let secrets = secrets.remove(&client.id).unwrap_or_default();
        Client { scopes, ..client }.with_secrets(secrets)
    });
    Ok(clients.collect())
}

/// Makes a client of a developer, who hasn't [`MOST`] yet.
///
/// # Errors
/// As [`create`](super::create), without a conflict; [`Error::Refused`] (`too_many`).
pub async fn create(acting: &Acting, developer_id: String, new: NewClient) -> Result<Client> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let server = authorization_server::find(store, tenant, &new.server_id).await?;
    let server = server.ok_or_else(|| Error::not_found("authorization_server", new.server_id.clone()))?;
    new.details.check_signing(&server)?;
    let (scopes, decided) = (new.details.scopes.clone(), new.details.decided_scopes.clone());
    let of_developer = Condition::all().add(Column::TenantId.eq(tenant)).add(Column::DeveloperId.eq(&developer_id));
    let client = prepare(store, tenant, NewClient { id: None, developer_id: Some(developer_id), ..new })?;
    let transaction = acting.begin().await?;
    // So that those who come together are counted one after the other.
    tenant::lock(&transaction).await?;
    if Entity::find().filter(of_developer).count(&*transaction).await? >= MOST {
        return Err(Error::refused("too_many", format!("a developer can have {MOST} clients")));
    }
    let wanted = Wanted { names: &scopes, decided: decided.as_deref() };
    let client = Box::pin(insert(&transaction, client, wanted)).await?;
    transaction.commit().await?;
    Ok(client)
}

/// What a developer who is no longer there is called.
pub(crate) fn former(developer: &str) -> String {
    format!("{FORMER}{developer}")
}

/// Nobody is to know any more which clients a developer made, who is there or was. They go on, and are nobody's.
pub(crate) async fn forget(transaction: &Transaction, developer: &str) -> Result<()> {
    let theirs = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::DeveloperId.is_in([developer, &former(developer)]))
        .order_by_asc(Column::Id);
    let theirs: Vec<String> = theirs.into_tuple().all(&**transaction).await?;
    for id in theirs {
        let before = locked(transaction, &id).await?;
        row::replace(transaction, &before, &Client { developer_id: Some(FORMER.to_string()), ..before.clone() })
            .await?;
    }
    Ok(())
}

/// Developers are no longer there. Their clients go on, and whoever is called like one of them later is somebody else, who doesn't get them.
pub(crate) async fn leave(transaction: &Transaction, developers: &[&str]) -> Result<()> {
    if developers.is_empty() {
        return Ok(());
    }
    let theirs = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::DeveloperId.is_in(developers.iter().copied()))
        .order_by_asc(Column::Id);
    let theirs: Vec<String> = theirs.into_tuple().all(&**transaction).await?;
    for id in theirs {
        let before = locked(transaction, &id).await?;
        let former = before.developer_id.as_deref().map(former);
        let after = Client { developer_id: former, ..before.clone() };
        row::replace(transaction, &before, &after).await?;
    }
    Ok(())
}
