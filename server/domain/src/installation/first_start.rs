//! The first start: the tenants `system` and `default`, and the clients that administer the installation and the tenant `default`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

use self::entity::{Column, Entity, Model};
use crate::catalogue::authorization_server::{self, SYSTEM, SigningAlgorithm};
use crate::catalogue::control_surface::FULL_SCOPE;
use crate::catalogue::service::CONTROL_PLANE;
use crate::clients::client::{self, Client, ClientAuthentication, ClientCredentials};
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::installation::tenant::{self, NewTenant, administrator};
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

/// The client that administers the tenant `default`.
const OF_DEFAULT: Seat = Seat { tenant: tenant::DEFAULT, fact: "administrator_client_id" };
/// The client that administers the installation: its tenants, each with an administrator of its own.
const OF_INSTALLATION: Seat = Seat { tenant: tenant::SYSTEM, fact: "installation_administrator_client_id" };

/// A place for an administrator: in which tenant, and which fact says who has it.
#[derive(Clone, Copy)]
struct Seat {
    tenant: &'static str,
    fact: &'static str,
}

/// The row with a known text under the master key, in base64.
const CANARY: &str = "master_key_canary";
const CANARY_CONTEXT: &str = "installation:master_key_canary";
const CANARY_TEXT: &str = "the master key of this installation";

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;

    /// Facts about the installation as a whole.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "installation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a first start needs to know.
#[derive(Clone, Copy, Debug, Default)]
pub struct FirstStart {
    /// What the keys of all servers are made for.
    pub key_algorithm: SigningAlgorithm,
}

/// What [`first_start`] did.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The administrator that was made just now; `None` when there was nothing left to do.
    pub administrator: Option<Administrator>,
}

/// The credentials of a client that administers the installation, or its tenant `default`.
#[derive(Clone, PartialEq, Eq)]
pub struct Administrator {
    /// Its tenant.
    pub tenant_id: String,
    /// The server that gives it tokens.
    pub server_id: String,
    /// Its id.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
}

impl std::fmt::Debug for Administrator {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Administrator")
            .field("tenant_id", &self.tenant_id)
            .field("server_id", &self.server_id)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// Makes what is missing. A second start changes nothing, a start after a crash goes on, and of two replicas that start together one
/// does the work.
///
/// # Errors
/// [`Error::Invalid`] (field `master_key`) as [`check_master_key`]; [`Error::Unavailable`] without database.
pub async fn first_start(store: &Store, options: FirstStart) -> Result<Installation> {
    check_master_key(store).await?;
    let actor = Actor::system();
    let missing = |id: &'static str, name: &str| {
        let new = NewTenant {
            id: Some(id.to_owned()),
            name: name.to_owned(),
            key_algorithm: options.key_algorithm,
            ..NewTenant::default()
        };
        async move {
            if tenant::exists(store, id).await? { Ok::<_, Error>(None) } else { tenant::prepare(store, new).map(Some) }
        }
    };
    let (system, default) = (missing(tenant::SYSTEM, "System").await?, missing(tenant::DEFAULT, "Default").await?);
    if let Some(prepared) = system {
        let transaction = Acting::new(store, tenant::SYSTEM, actor.clone()).begin().await?;
        if unless_taken(tenant::insert(&transaction, prepared).await)?.is_some() {
            transaction.commit().await?;
        }
    }
    let Some(prepared) = default else { return Ok(Installation { administrator: None }) };
    let transaction = Acting::new(store, tenant::DEFAULT, actor).begin().await?;
    if unless_taken(tenant::insert(&transaction, prepared).await)?.is_none() {
        return Ok(Installation { administrator: None });
    }
    let administrator = seat(&transaction, OF_DEFAULT).await?;
    transaction.commit().await?;
    Ok(Installation { administrator: Some(administrator) })
}

/// Whether the master keys of this process open what the database holds sealed. On a database without anything sealed, remembers them: of two replicas
/// that start together with different keys, the slower one fails.
///
/// # Errors
/// [`Error::Invalid`] (field `master_key`) when they don't; [`Error::Unavailable`] without database.
pub async fn check_master_key(store: &Store) -> Result<()> {
    if let Some(canary) = value_of(store.reader(), CANARY).await? {
        return open_canary(store, &canary);
    }
    // A database from before there were canaries holds other sealed values.
    let opened = match administrator(store).await {
        Ok(None) => match authorization_server::find(store, tenant::SYSTEM, SYSTEM).await? {
            Some(server) => authorization_server::open_secrets(store, &server).map(drop),
            None => Ok(()),
        },
        other => other.map(drop),
    };
    opened.map_err(|error| match error {
        Error::Internal(message) => foreign_key(&message),
        error => error,
    })?;
    let sealed = store.seal(CANARY_CONTEXT, CANARY_TEXT.as_bytes())?;
    let row = Model { key: CANARY.to_owned(), value: STANDARD.encode(&sealed.0) };
    let transaction = Acting::new(store, tenant::SYSTEM, Actor::system()).begin().await?;
    Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::Key).do_nothing().to_owned())
        .exec_without_returning(&*transaction)
        .await?;
    transaction.commit().await?;
    // Another replica's, when it was faster.
    let canary = value_of(store.reader(), CANARY).await?.ok_or_else(|| Error::internal("a written canary is gone"))?;
    open_canary(store, &canary)
}

fn open_canary(store: &Store, canary: &str) -> Result<()> {
    let sealed = Sealed(STANDARD.decode(canary).map_err(|_| foreign_key("the canary isn't base64"))?);
    match store.open_text(CANARY_CONTEXT, &sealed) {
        Ok(text) if text == CANARY_TEXT => Ok(()),
        Ok(_) => Err(foreign_key("the canary holds another text")),
        Err(error) => Err(foreign_key(&error.to_string())),
    }
}

fn foreign_key(reason: &str) -> Error {
    let message = format!(
        "doesn't open the secrets of this database, which were sealed under another one: start with the master key that the \
         database was first started with, from its backup if the file was lost ({reason})"
    );
    Error::invalid("master_key", message)
}

/// The credentials of the administrator of the tenant `default`, also those of an earlier start: for a credentials file that got lost. `None` when the client
/// was removed or there was no first start yet.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when the master key is missing.
pub async fn administrator(store: &Store) -> Result<Option<Administrator>> {
    seated(store, OF_DEFAULT).await
}

/// The credentials of the installation's administrator, who is made when there was none yet: earlier releases had none. `None` when the client was removed.
///
/// # Errors
/// [`Error::NotFound`] before the first start; [`Error::Unavailable`] without database; [`Error::Internal`] when the master key is missing.
pub async fn installation_administrator(store: &Store) -> Result<Option<Administrator>> {
    if value_of(store.reader(), OF_INSTALLATION.fact).await?.is_none() {
        let transaction = Acting::new(store, OF_INSTALLATION.tenant, Actor::system()).begin().await?;
        tenant::lock(&transaction).await?;
        // Unless another replica was faster.
        if value_of(&*transaction, OF_INSTALLATION.fact).await?.is_none() {
            let administrator = seat(&transaction, OF_INSTALLATION).await?;
            transaction.commit().await?;
            return Ok(Some(administrator));
        }
    }
    seated(store, OF_INSTALLATION).await
}

/// Gives the administrator of the tenant `default` another secret; or makes another client that may do everything, when the one that there was is gone or may do
/// so no longer: whoever runs the installation gets in again, whatever was done through it.
///
/// # Errors
/// [`Error::NotFound`] before the first start; [`Error::Invalid`] (field `master_key`) as [`check_master_key`]; [`Error::Unavailable`] without
/// database.
pub async fn reset_administrator_secret(store: &Store, actor: &Actor) -> Result<Administrator> {
    reset(store, actor, OF_DEFAULT).await
}

/// The same for the installation's administrator.
///
/// # Errors
/// As [`reset_administrator_secret`].
pub async fn reset_installation_administrator_secret(store: &Store, actor: &Actor) -> Result<Administrator> {
    reset(store, actor, OF_INSTALLATION).await
}

async fn reset(store: &Store, actor: &Actor, of: Seat) -> Result<Administrator> {
    check_master_key(store).await?;
    let acting = Acting::new(store, of.tenant, actor.clone());
    if let Some(id) = value_of(store.reader(), of.fact).await?
        && let Some(found) = client::credentials(store, of.tenant, None, &id).await?
        && is_administrator(&found)
    {
        match client::set_secret(&acting, &id, None).await {
            Ok(client_secret) => return Ok(administrator_of(&found.client, client_secret)),
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    let administrator = seat(&transaction, of).await?;
    transaction.commit().await?;
    Ok(administrator)
}

/// The ids of the clients of a tenant that administer the installation, or its tenant `default`.
pub(crate) async fn administrators_in(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for seat in [OF_DEFAULT, OF_INSTALLATION] {
        if seat.tenant == tenant {
            ids.extend(value_of(connection, seat.fact).await?);
        }
    }
    Ok(ids)
}

async fn seated(store: &Store, of: Seat) -> Result<Option<Administrator>> {
    let Some(id) = value_of(store.reader(), of.fact).await? else { return Ok(None) };
    let client = client::find(store, of.tenant, &id).await?;
    client.map(|client| opened(store, &client)).transpose()
}

/// Makes an administrator, and notes who it is.
async fn seat(transaction: &Transaction, of: Seat) -> Result<Administrator> {
    let client = administrator::insert(transaction).await?;
    set_value(transaction, of.fact, client.id.clone()).await?;
    opened(transaction.store(), &client)
}

/// May it do everything, with its secret alone?
fn is_administrator(found: &ClientCredentials) -> bool {
    let client = &found.client;
    let by_secret = matches!(
        client.token_endpoint_auth_method,
        ClientAuthentication::ClientSecretBasic | ClientAuthentication::ClientSecretPost
    );
    by_secret
        && client.client_secret_expires_at == 0
        && client.grant_types.has("client_credentials")
        && found.holds(CONTROL_PLANE, FULL_SCOPE)
}

/// A fact about the installation.
pub(super) async fn value_of(connection: &impl ConnectionTrait, key: &str) -> Result<Option<String>> {
    let row = Entity::find_by_id(key.to_owned()).one(connection).await?;
    Ok(row.map(|row| row.value))
}

/// Writes a fact about the installation, over what was known.
pub(super) async fn set_value(transaction: &Transaction, key: &str, value: String) -> Result<()> {
    Entity::insert(Model { key: key.to_owned(), value }.into_active_model())
        .on_conflict(OnConflict::column(Column::Key).update_column(Column::Value).to_owned())
        .exec_without_returning(&**transaction)
        .await?;
    Ok(())
}

fn opened(store: &Store, client: &Client) -> Result<Administrator> {
    let secret = client::open_secret(store, client)?;
    let secret = secret.ok_or_else(|| Error::internal("the administrator has no secret"))?;
    Ok(administrator_of(client, secret))
}

fn administrator_of(client: &Client, client_secret: String) -> Administrator {
    Administrator {
        tenant_id: client.tenant_id.clone(),
        server_id: client.server_id.clone(),
        client_id: client.id.clone(),
        client_secret,
    }
}

/// `None` when another replica was faster.
fn unless_taken<T>(done: Result<T>) -> Result<Option<T>> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(Error::Conflict { thing: "tenant", .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
