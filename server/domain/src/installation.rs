//! The first start: the tenants `system` and `default`, and the client that administers them.

use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, IntoActiveModel};

use self::entity::{Column, Entity, Model};
use crate::audit::Actor;
use crate::authorization_server::{ADMIN, SigningAlgorithm};
use crate::cache::Area;
use crate::client::{self, Client, ClientDetails, NewClient};
use crate::identifier::IdForm;
use crate::store::Transaction;
use crate::tenant::{self, NewTenant};
use crate::{Error, Result, Store};

const ADMINISTRATOR: &str = "administrator_client_id";

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
/// [`Error::Unavailable`] without database.
pub async fn first_start(store: &Store, options: FirstStart) -> Result<Installation> {
    let actor = Actor::system();
    let missing = |id: &'static str, name: &str| {
        let new = NewTenant {
            id: Some(id.to_owned()),
            name: name.to_owned(),
            url: None,
            key_algorithm: options.key_algorithm,
        };
        async move {
            if tenant::exists(store, id).await? {
                Ok::<_, Error>(None)
            } else {
                tenant::prepare(store, new).await.map(Some)
            }
        }
    };
    // Both at once: their keys are most of the work.
    let (system, default) =
        futures::future::try_join(missing(tenant::SYSTEM, "System"), missing(tenant::DEFAULT, "Default")).await?;
    if let Some(prepared) = system {
        let transaction = store.begin(tenant::SYSTEM, Area::ALL).await?;
        if unless_taken(tenant::insert(&transaction, &actor, prepared).await)?.is_some() {
            transaction.commit().await?;
        }
    }
    let Some(prepared) = default else { return Ok(Installation { administrator: None }) };
    let transaction = store.begin(tenant::DEFAULT, Area::ALL).await?;
    if unless_taken(tenant::insert(&transaction, &actor, prepared).await)?.is_none() {
        return Ok(Installation { administrator: None });
    }
    let client = insert_administrator(&transaction, &actor).await?;
    let administrator = opened(store, &client)?;
    transaction.commit().await?;
    Ok(Installation { administrator: Some(administrator) })
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

/// Gives the administrator another secret, or makes the client again when it was removed.
///
/// # Errors
/// [`Error::NotFound`] before the first start; [`Error::Unavailable`] without database.
pub async fn reset_administrator_secret(store: &Store, actor: &Actor) -> Result<Administrator> {
    if let Some(id) = administrator_id(store).await? {
        match client::set_secret(store, tenant::DEFAULT, actor, &id, None).await {
            Ok(client_secret) => return Ok(administrator_of(id, client_secret)),
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let transaction = store.begin(tenant::DEFAULT, Area::CLIENTS).await?;
    tenant::lock(&transaction, tenant::DEFAULT).await?;
    let client = insert_administrator(&transaction, actor).await?;
    let administrator = opened(store, &client)?;
    transaction.commit().await?;
    Ok(administrator)
}

async fn administrator_id(store: &Store) -> Result<Option<String>> {
    let row = Entity::find_by_id(ADMINISTRATOR.to_owned()).one(store.reader()).await?;
    Ok(row.map(|row| row.value))
}

async fn insert_administrator(transaction: &Transaction, actor: &Actor) -> Result<Client> {
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
    let client = client::insert(transaction, actor, client, &["all".to_owned()]).await?;
    let row = Model { key: ADMINISTRATOR.to_owned(), value: client.id.clone() };
    Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::Key).update_column(Column::Value).to_owned())
        .exec_without_returning(&**transaction)
        .await?;
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
