//! Clients by the hundred, for those who read or write all that is configured.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction};

use super::links::{Links, SCOPES_OF_CLIENTS, link, scopes_of};
use super::roles::{self, ROLES_OF_CLIENTS};
use super::{Client, ClientAuthentication, ClientMetadata, secrets};
use crate::clients::application::{ApplicationKind, ApplicationSettings};
use crate::configuration::Whole;
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

/// Clients with their secrets and roles, the names of their scopes, and the ids of these: a few statements for some hundreds of them.
pub(crate) async fn whole_with_scope_ids(
    connection: &DatabaseTransaction,
    tenant: &str,
    rows: Vec<Client>,
) -> Result<Vec<(Client, Vec<String>)>> {
    let mut whole = Vec::with_capacity(rows.len());
    for part in parts(&rows) {
        let ids: Vec<&str> = part.iter().map(|client| client.id.as_str()).collect();
        let linked = link::Column::ClientId.is_in(ids.iter().copied());
        let mut scopes = scopes_of(connection, tenant, linked).await?;
        let with_roles = roles::link::Column::ClientId.is_in(ids.iter().copied());
        let mut roles = roles::of_clients(connection, tenant, with_roles).await?;
        let mut secrets = secrets::of_clients(connection, tenant, secrets::Column::ClientId.is_in(ids)).await?;
        whole.extend(part.iter().cloned().map(|client| {
            let links = Links::of(scopes.remove(&client.id).unwrap_or_default());
            let roles = roles.remove(&client.id).unwrap_or_default();
            let secrets = secrets.remove(&client.id).unwrap_or_default();
            (client.with_links(&links).with_roles(roles).with_secrets(secrets), links.ids)
        }));
    }
    Ok(whole)
}

/// A client that nothing is said of yet.
pub(crate) fn unsaid(store: &Store, tenant: &str, id: String, server_id: String) -> Client {
    let created_at = store.created_at();
    Client {
        tenant_id: tenant.to_owned(),
        id,
        server_id,
        name: String::new(),
        token_endpoint_auth_method: ClientAuthentication::default(),
        grant_types: [].into(),
        response_types: [].into(),
        redirect_uris: [].into(),
        audience: [].into(),
        jwks: None,
        jwks_uri: None,
        token_endpoint_signing_alg: None,
        trusted: false,
        system: false,
        developer_id: None,
        client_id_issued_at: created_at.timestamp(),
        client_secret_expires_at: 0,
        metadata: ClientMetadata::default(),
        created_at,
        kind: ApplicationKind::default(),
        application: ApplicationSettings::default(),
        limited: false,
        scopes: Vec::new(),
        administers: false,
        roles: Vec::new(),
        secrets: Vec::new(),
        registration_digest: None,
    }
}

/// When a secret ends, of a number of seconds since the epoch; 0 for never.
pub(crate) fn ends_at(seconds: i64) -> Result<Option<DateTime<Utc>>> {
    match seconds {
        0 => Ok(None),
        seconds => DateTime::from_timestamp_secs(seconds).map(Some).ok_or_else(|| Error::internal("no such time")),
    }
}

/// A client with the ids of its scopes.
type WholeClient = Whole<Client, Vec<String>>;

/// What clients whose rows are written have now: their secrets, their roles and the scopes that they may have.
pub(crate) async fn write_hanging(
    transaction: &Transaction,
    changed: &[(WholeClient, WholeClient)],
    new: &[WholeClient],
) -> Result<()> {
    let others = changed.iter().filter(|(before, after)| before.row.secrets != after.row.secrets);
    let with_secrets: Vec<&Client> =
        others.map(|(_, after)| &after.row).chain(new.iter().map(|whole| &whole.row)).collect();
    secrets::replace_all(transaction, &with_secrets).await?;
    let others = changed.iter().filter(|(before, after)| before.hanging != after.hanging);
    let linked: Vec<(&str, &[String])> = others
        .map(|(_, after)| after)
        .chain(new)
        .map(|whole| (whole.row.id.as_str(), whole.hanging.as_slice()))
        .collect();
    SCOPES_OF_CLIENTS.replace(transaction, &linked).await?;
    let others = changed.iter().filter(|(before, after)| before.row.roles != after.row.roles);
    let with_roles: Vec<(&str, &[String])> = others
        .map(|(_, after)| after)
        .chain(new.iter().filter(|whole| !whole.row.roles.is_empty()))
        .map(|whole| (whole.row.id.as_str(), whole.row.roles.as_slice()))
        .collect();
    ROLES_OF_CLIENTS.replace(transaction, &with_roles).await
}
