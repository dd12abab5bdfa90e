//! The first start: the tenants `system` and `default`, and the client that administers them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

use self::entity::{Column, Entity, Model};
use crate::catalogue::authorization_server::{self, ADMIN, SYSTEM, SigningAlgorithm};
use crate::catalogue::control_surface::FULL_SCOPE;
use crate::catalogue::scope;
use crate::catalogue::service::CONTROL_PLANE;
use crate::clients::client::{self, Client, ClientAuthentication, ClientCredentials, ClientDetails, NewClient, Wanted};
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::installation::tenant::{self, NewTenant};
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

const ADMINISTRATOR: &str = "administrator_client_id";
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

/// The credentials of the client that administers the installation.
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
            url: None,
            key_algorithm: options.key_algorithm,
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
    let client = insert_administrator(&transaction).await?;
    let administrator = opened(store, &client)?;
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

/// The administrator's credentials, also those of an earlier start: for a credentials file that got lost. `None` when the client
/// was removed or there was no first start yet.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when the master key is missing.
pub async fn administrator(store: &Store) -> Result<Option<Administrator>> {
    let Some(id) = administrator_id(store).await? else { return Ok(None) };
    let client = client::find(store, tenant::DEFAULT, &id).await?;
    client.map(|client| opened(store, &client)).transpose()
}

/// Gives the administrator another secret; or makes another client that may do everything, when the one that there was is gone or may do so no longer: whoever
/// runs the installation gets in again, whatever was done through it.
///
/// # Errors
/// [`Error::NotFound`] before the first start; [`Error::Invalid`] (field `master_key`) as [`check_master_key`]; [`Error::Unavailable`] without
/// database.
pub async fn reset_administrator_secret(store: &Store, actor: &Actor) -> Result<Administrator> {
    check_master_key(store).await?;
    let acting = Acting::new(store, tenant::DEFAULT, actor.clone());
    if let Some(id) = administrator_id(store).await?
        && client::credentials(store, tenant::DEFAULT, Some(ADMIN), &id)
            .await?
            .is_some_and(|found| is_administrator(&found))
    {
        match client::set_secret(&acting, &id, None).await {
            Ok(client_secret) => return Ok(administrator_of(id, client_secret)),
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    let client = insert_administrator(&transaction).await?;
    let administrator = opened(store, &client)?;
    transaction.commit().await?;
    Ok(administrator)
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

async fn administrator_id(store: &Store) -> Result<Option<String>> {
    value_of(store.reader(), ADMINISTRATOR).await
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

async fn insert_administrator(transaction: &Transaction) -> Result<Client> {
    let new = NewClient {
        id_form: IdForm::Uuid,
        server_id: ADMIN.to_owned(),
        details: ClientDetails {
            name: "Administrator".to_owned(),
            grant_types: Some(vec!["client_credentials".to_owned()]),
            // Its tokens are for what its scopes belong to, never for itself.
            audience: Some(Vec::new()),
            trusted: true,
            ..ClientDetails::default()
        },
        ..NewClient::default()
    };
    let client = client::prepare(transaction.store(), tenant::DEFAULT, new)?;
    // That very scope, whatever else is called so by now.
    let known = scope::rows_of_names(&**transaction, client.server_key(), &[FULL_SCOPE]).await?;
    let known = known.into_iter().filter(|scope| scope.service_id.as_deref() == Some(CONTROL_PLANE));
    let decided: Vec<String> = known.map(|scope| scope.id).collect();
    let wanted = Wanted { names: &[FULL_SCOPE.to_owned()], decided: Some(&decided) };
    let client = client::insert(transaction, client, wanted).await?;
    set_value(transaction, ADMINISTRATOR, client.id.clone()).await?;
    Ok(client)
}

fn opened(store: &Store, client: &Client) -> Result<Administrator> {
    let secret = client::open_secret(store, client)?;
    let secret = secret.ok_or_else(|| Error::internal("the administrator has no secret"))?;
    Ok(administrator_of(client.id.clone(), secret))
}

fn administrator_of(client_id: String, client_secret: String) -> Administrator {
    Administrator { tenant_id: tenant::DEFAULT.to_owned(), server_id: ADMIN.to_owned(), client_id, client_secret }
}

/// `None` when another replica was faster.
fn unless_taken<T>(done: Result<T>) -> Result<Option<T>> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(Error::Conflict { thing: "tenant", .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
