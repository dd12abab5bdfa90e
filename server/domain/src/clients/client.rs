//! OAuth clients (RFC 6749 §2). Logto's dialect calls those of the default server applications.

mod configured;
mod credentials;
mod details;
mod groups;
mod links;
mod named_secrets;
pub mod of_developer;
mod roles;
mod secrets;
mod words;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};

pub(crate) use self::configured::{ends_at, unsaid, whole_with_scope_ids, write_hanging};
pub use self::credentials::{AllowedScope, ClientCredentials, credentials};
pub(crate) use self::credentials::{digests_match, matches as digest_matches, secret_digest as digest_of};
pub use self::details::{ClientDetails, RESPONSE_TYPES};
pub use self::entity::{ClientAuthentication, ClientMetadata, Model as Client, SubjectType};
pub(crate) use self::entity::{Column, Entity};
pub use self::groups::{ClientCertificate, ClientPrivacy, ClientTexts, Jwks, PiiCategory, ScopePrivacy};
pub(crate) use self::links::{Links, SCOPES_OF_CLIENTS, Wanted, chosen, with_scope_of};
use self::links::{link, scopes_of};
pub use self::named_secrets::{add_secret, remove_secret, rename_secret};
pub use self::roles::{MOST_ROLES, add_role_to, add_roles, check_can_have_roles, remove_role, set_roles};
pub(crate) use self::roles::{ROLES_OF_CLIENTS, link as role_link, roles_of, with_role};
pub(crate) use self::secrets::{
    CURRENT as CURRENT_SECRET, MOST_NAMED, MOST_ROTATED, check_name as check_any_secret_name,
};
pub use self::secrets::{
    ClientSecret, KnownSecret, Standing, check_secret_name, open_or_digest, open_rotated_secrets, open_secret,
    revoke_rotated_secrets, rotate_secret, secret_digest, write_last_uses,
};
pub use self::words::GrantType;
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::catalogue::scope::Scope;
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::{authorization_server, gateway, service};
use crate::clients::api_client;
use crate::clients::application::{ApplicationChanges, ApplicationKind, ApplicationSettings};
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::sign_in::{authentication, subject};
use crate::storage::cache::Area;
use crate::storage::in_parts::{InOrder, Parts, Sorted};
use crate::storage::parts::parts;
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store, validate};

/// The grant of clients that have their users at devices (RFC 8628).
pub const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";
const THING: &str = "client";
/// [`Actor::system`]'s.
const SYSTEM_SUBJECT: &str = "system";

mod entity {
    use schemars::JsonSchema;
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::groups::{ClientCertificate, ClientPrivacy, ClientTexts, Jwks};
    use super::secrets::ClientSecret;
    use crate::clients::application::{ApplicationKind, ApplicationSettings};
    use crate::clients::redirect_uri::ApplicationType;
    use crate::storage::string_list::StringList;

    /// How a client authenticates at the token endpoint.
    // RFC 7591 §2, RFC 8705 §2.
    #[derive(
        Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, EnumIter, DeriveActiveEnum,
    )]
    #[serde(rename_all = "snake_case")]
    #[schemars(rename = "AcpClientAuthentication")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum ClientAuthentication {
        /// Its secret in the `Authorization` header.
        #[default]
        #[sea_orm(string_value = "client_secret_basic")]
        ClientSecretBasic,
        /// Its secret in the form.
        #[sea_orm(string_value = "client_secret_post")]
        ClientSecretPost,
        /// An assertion authenticated with its secret.
        #[sea_orm(string_value = "client_secret_jwt")]
        ClientSecretJwt,
        /// An assertion signed with its key.
        #[sea_orm(string_value = "private_key_jwt")]
        PrivateKeyJwt,
        /// A self-signed certificate.
        #[sea_orm(string_value = "self_signed_tls_client_auth")]
        SelfSignedTlsClientAuth,
        /// A certificate of a known authority.
        #[sea_orm(string_value = "tls_client_auth")]
        TlsClientAuth,
        /// Not at all: a public client.
        #[sea_orm(string_value = "none")]
        None,
    }

    /// How a client knows its users (OpenID Connect Core §8).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "lowercase")]
    pub enum SubjectType {
        /// By the subject that all clients see.
        #[default]
        Public,
        /// By one that clients of other sectors can't relate to theirs.
        Pairwise,
    }

    /// What is kept of a client beside what every token needs. Every member has a default, so rows that are older than a member load.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(default)]
    #[expect(clippy::struct_excessive_bools, reason = "they are members that the standards define, each for itself")]
    pub struct ClientMetadata {
        /// What it says of itself to people.
        #[serde(flatten)]
        pub texts: ClientTexts,
        /// What personal data it takes, and why.
        pub privacy: Option<ClientPrivacy>,
        /// Where its request objects may lie (RFC 9101).
        pub request_uris: Vec<String>,
        /// A list of redirect URIs that share pairwise subjects (OpenID Connect Core §8.1).
        pub sector_identifier_uri: String,
        /// `any`, `none` or an algorithm; empty for the default.
        pub request_object_signing_alg: String,
        /// `none` or an algorithm that makes userinfo a JWT; empty for the default.
        pub userinfo_signed_response_alg: String,
        /// An algorithm; empty for that of its server.
        pub id_token_signed_response_alg: String,
        /// Its kind; absent where nobody told.
        pub application_type: Option<ApplicationType>,
        /// How it knows its users.
        pub subject_type: SubjectType,
        /// Seconds that an authentication may be old where the request says nothing (OpenID Connect Core §3.1.2.1).
        pub default_max_age: Option<i64>,
        /// Whether its ID tokens always say when the user was authenticated.
        pub require_auth_time: bool,
        /// Authentication context classes it wants where the request says nothing.
        pub default_acr_values: Vec<String>,
        /// Where a third party sends users to sign in to it (OpenID Connect Core §4); empty for none.
        pub initiate_login_uri: String,
        /// Where users may be sent after logout, compared as redirect URIs are.
        pub post_logout_redirect_uris: Vec<String>,
        /// Where it hears of logouts from this server (OpenID Connect Back-Channel Logout §2.2); empty for none.
        pub backchannel_logout_uri: String,
        /// Whether it wants the `sid` there.
        pub backchannel_logout_session_required: bool,
        /// Where it hears of logouts from the user's browser (OpenID Connect Front-Channel Logout §2); empty for none.
        pub frontchannel_logout_uri: String,
        /// Whether it wants `iss` and `sid` there.
        pub frontchannel_logout_session_required: bool,
        /// Mail addresses of the people who care for it.
        pub contacts: Vec<String>,
        /// The same for all copies of its software.
        pub software_id: String,
        /// Of its software.
        pub software_version: String,
        /// It registered itself (RFC 7591), and manages its registration (RFC 7592).
        pub dynamically_registered: bool,
        /// The certificate that it authenticates with.
        #[serde(flatten)]
        pub certificate: ClientCertificate,
        /// ACP's mark of a client without secret.
        pub public: bool,
    }

    /// One client.
    #[expect(clippy::struct_excessive_bools, reason = "each is a column, or a fact, of its own")]
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "clients")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The `client_id`. Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The authorization server it belongs to.
        pub server_id: String,
        /// For people; may be empty.
        pub name: String,
        /// How it proves who it is.
        pub token_endpoint_auth_method: ClientAuthentication,
        /// What it may ask the token endpoint for: [`GRANT_TYPES`](crate::catalogue::authorization_server::GRANT_TYPES).
        #[sea_orm(column_type = "JsonBinary")]
        pub grant_types: StringList,
        /// What it may ask the authorization endpoint for: [`RESPONSE_TYPES`](super::RESPONSE_TYPES).
        #[sea_orm(column_type = "JsonBinary")]
        pub response_types: StringList,
        /// Where users may be sent back to, compared letter by letter.
        #[sea_orm(column_type = "JsonBinary")]
        pub redirect_uris: StringList,
        /// The audience of its tokens that are for no service.
        #[sea_orm(column_type = "JsonBinary")]
        pub audience: StringList,
        /// Its public keys (RFC 7517 §5).
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub jwks: Option<Jwks>,
        /// Where its public keys are.
        pub jwks_uri: Option<String>,
        /// The one algorithm that its assertions may have.
        pub token_endpoint_signing_alg: Option<String>,
        /// Whether its users aren't asked for consent.
        pub trusted: bool,
        /// Built in: can be neither changed nor removed, only its secret.
        pub system: bool,
        /// The subject of the developer who made it.
        pub developer_id: Option<String>,
        /// Seconds since the epoch.
        pub client_id_issued_at: i64,
        /// When its current secret ends, in seconds since the epoch; 0 for never, and for a client without one.
        #[sea_orm(ignore)]
        pub client_secret_expires_at: i64,
        /// What is said of it beside the columns: texts, keys, URIs and settings that no statement looks for. The protocol, its pages and the dialects read it.
        #[sea_orm(column_type = "JsonBinary")]
        pub metadata: ClientMetadata,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// What Logto's dialect calls its `type`. It follows from the other columns where nobody chose it.
        pub kind: ApplicationKind,
        /// What only that dialect knows of it.
        #[sea_orm(column_type = "JsonBinary")]
        pub application: ApplicationSettings,
        /// It was given scopes once, or nobody who may do everything made it: since then it may do what its scopes say and nothing else, also when its list
        /// becomes empty. One of an `admin` server that isn't limited may do everything there, as ACP has it.
        pub limited: bool,
        /// The names of the scopes it may have, in their creation order.
        #[sea_orm(ignore)]
        pub scopes: Vec<String>,
        /// It has the scope that opens all of Logto's management API, whatever other scope is called so.
        #[sea_orm(ignore)]
        pub administers: bool,
        /// The ids of its roles, in their order. They give it scopes besides those.
        #[sea_orm(ignore)]
        pub roles: Vec<String>,
        /// The current one first: see [`open_secret`](super::open_secret).
        #[sea_orm(ignore)]
        pub secrets: Vec<ClientSecret>,
        /// Of its registration access token, if it registered itself since these are random (RFC 7592 §3).
        #[serde(skip)]
        pub registration_digest: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Client {
    /// Whose it is.
    #[must_use]
    pub fn server_key(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tenant_id, id: &self.server_id }
    }
}

/// Whether a client that is set so may speak for users who never saw it: by assertions of its own (RFC 7523), or by tokens that it exchanges (RFC 8693) without
/// a user's having agreed.
#[must_use]
pub fn speaks_for_users(trusted: bool, grant_types: &[String]) -> bool {
    const GRANTS: [&str; 2] =
        ["urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:token-exchange"];
    trusted && grant_types.iter().any(|grant| GRANTS.contains(&grant.as_str()))
}

impl Row for Client {
    const THING: &'static str = THING;
    const AREA: Area = Area::CLIENTS;

    fn parent(&self) -> (&'static str, &str) {
        ("authorization_server", &self.server_id)
    }

    fn hidden(&self) -> Vec<&[u8]> {
        self.secrets.iter().flat_map(ClientSecret::hidden).collect()
    }

    fn id(&self) -> &str {
        &self.id
    }
}

/// What a new client is made of.
#[derive(Clone, Debug, Default)]
pub struct NewClient {
    /// Made when absent.
    pub id: Option<String>,
    /// The form of an id and a secret that are made.
    pub id_form: IdForm,
    /// The server it will belong to.
    pub server_id: String,
    /// 32 characters or more, made when absent. A client that can't keep one gets none either way.
    pub secret: Option<String>,
    /// The developer who makes it.
    pub developer_id: Option<String>,
    /// Built in.
    pub system: bool,
    /// Of its registration access token, if it registers itself.
    pub registration_digest: Option<String>,
    /// What Logto's dialect says of it; without, its kind follows from the details.
    pub application: Option<(ApplicationKind, ApplicationSettings)>,
    /// Everything that can change later.
    pub details: ClientDetails,
}

/// One client, with its secrets, its roles and the names of its scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Client>> {
    let Some(client) = row::find(store.reader(), tenant, id).await? else { return Ok(None) };
    Ok(Some(whole(store.reader(), client).await?))
}

/// The scopes that a client was given, in their creation order: several may have one name.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn linked_scopes(store: &Store, client: &Client) -> Result<Vec<Scope>> {
    let of_client = link::Column::ClientId.eq(&client.id);
    let mut scopes = scopes_of(store.reader(), &client.tenant_id, of_client).await?;
    Ok(scopes.remove(&client.id).unwrap_or_default())
}

/// Rows that were read of clients of a tenant, with their secrets and the names of their scopes: five statements at most.
pub(super) async fn whole_of(store: &Store, tenant: &str, rows: Vec<Client>) -> Result<Vec<Client>> {
    let connection = store.reader();
    let mut whole = Vec::with_capacity(rows.len());
    for part in parts(&rows) {
        let ids = || part.iter().map(|client| client.id.as_str());
        let mut scopes = scopes_of(connection, tenant, link::Column::ClientId.is_in(ids())).await?;
        let mut roles = roles::of_clients(connection, tenant, role_link::Column::ClientId.is_in(ids())).await?;
        let mut secrets = secrets::of_clients(connection, tenant, secrets::Column::ClientId.is_in(ids())).await?;
        whole.extend(part.iter().cloned().map(|client| {
            let scopes = scopes.remove(&client.id).unwrap_or_default();
            let roles = roles.remove(&client.id).unwrap_or_default();
            let secrets = secrets.remove(&client.id).unwrap_or_default();
            client.with_scopes(scopes).with_roles(roles).with_secrets(secrets)
        }));
    }
    Ok(whole)
}

/// Those of the named clients that exist, in the order of their ids, without their secrets and the names of their scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn named(store: &Store, tenant: &str, ids: impl IntoIterator<Item = &str>) -> Result<Vec<Client>> {
    let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Id.is_in(ids));
    unreadable::all(store, store.reader(), select.order_by_asc(Column::Id)).await
}

/// The clients of a server in creation order, with their secrets and the names of their scopes.
#[must_use]
pub fn in_parts(store: &Store, server: ServerKey<'_>) -> ClientsInParts {
    let of_server = Entity::find().filter(Column::TenantId.eq(server.tenant)).filter(Column::ServerId.eq(server.id));
    ClientsInParts { store: store.clone(), tenant: server.tenant.to_owned(), rows: Parts::of(store, of_server) }
}

/// Clients, a part at a time; five statements for each.
#[derive(Debug)]
pub struct ClientsInParts {
    store: Store,
    tenant: String,
    rows: Parts<Client>,
}

impl ClientsInParts {
    /// As [`Parts::next`].
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database.
    pub async fn next(&mut self) -> Result<Vec<Client>> {
        let clients = self.rows.next().await?;
        whole_of(&self.store, &self.tenant, clients).await
    }

    /// As [`Parts::are_over`].
    #[must_use]
    pub fn are_over(&self) -> bool {
        self.rows.are_over()
    }
}

impl InOrder for Client {
    const ORDER: &'static [Sorted] = &[Sorted::Time("created_at"), Sorted::Text("id")];
}

/// Makes a client. Its secret: [`open_secret`].
///
/// # Errors
/// [`Error::Invalid`] for a field (`scopes` for a name that its server doesn't have); [`Error::NotFound`] for an unknown server;
/// [`Error::Conflict`] for an `id` that is taken; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewClient) -> Result<Client> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let server = authorization_server::find(store, tenant, &new.server_id).await?;
    let server = server.ok_or_else(|| Error::not_found("authorization_server", new.server_id.clone()))?;
    new.details.check_signing(&server)?;
    let (scopes, decided) = (new.details.scopes.clone(), new.details.decided_scopes.clone());
    let wanted = Wanted { names: &scopes, decided: decided.as_deref() };
    let chosen = new.id.is_some();
    let client = prepare(store, tenant, new)?;
    if !chosen {
        return Box::pin(insert_with_others(acting, client, wanted)).await;
    }
    let transaction = acting.begin().await?;
    crate::installation::tenant::lock(&transaction).await?;
    authentication::refuse_name_of_user(&transaction, &client.id).await?;
    service::refuse_indicator(&transaction, &client.id).await?;
    let client = Box::pin(insert(&transaction, client, wanted)).await?;
    transaction.commit().await?;
    Ok(client)
}

/// Replaces everything of a client but its id, its server, and what it was made by. A `secret` that is `None` stays. A client that can't
/// keep one has none afterwards, whatever `secret` is.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`built_in`, `of_gateway`); [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, details: ClientDetails, secret: Option<String>) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    let after = changed(&transaction, &before, details, secret).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// A locked client with other details, and what hangs on it written. The row itself is for the caller to replace.
async fn changed(
    transaction: &Transaction,
    before: &Client,
    details: ClientDetails,
    secret: Option<String>,
) -> Result<Client> {
    let (store, tenant) = (transaction.store(), transaction.tenant());
    if before.system {
        return Err(Error::refused("built_in", "a built-in client can't be changed"));
    }
    gateway::refuse_client_of_gateway(transaction, before).await?;
    // By the transaction's own connection: who holds one and waits for another may wait for those who do the same.
    let server: Option<AuthorizationServer> = row::find(&**transaction, tenant, &before.server_id).await?;
    let server = server.ok_or_else(|| Error::not_found("authorization_server", before.server_id.clone()))?;
    details.check_signing(&server)?;
    let (scopes, decided) = (details.scopes.clone(), details.decided_scopes.clone());
    let wanted = Wanted { names: &scopes, decided: decided.as_deref() };
    let mut after = details.apply(before.clone())?;
    after.limited |= !scopes.is_empty();
    let given = secret.map(|secret| current(store, before, &secret)).transpose()?;
    let current = match (given, before.current_secret()) {
        _ if after.token_endpoint_auth_method == ClientAuthentication::None => None,
        (Some(given), _) => Some(given),
        (None, Some(known)) => Some(known.clone()),
        // One whose last secret was taken away goes on without, unless it begins to need one.
        (None, None) if !begins_to_need_secret(before, &after) => None,
        (None, None) => Some(ClientSecret::new(store, tenant, &before.id, &IdForm::Xid.secret(store.environment())?)?),
    };
    after = if current.is_none() && after.token_endpoint_auth_method != ClientAuthentication::None {
        let others = after.secrets.clone();
        after.with_secrets(others)
    } else {
        after.with_current(current)?
    };
    secrets::replace(transaction, before, &after).await?;
    let scopes = links::replace(transaction, &after, wanted).await?;
    Ok(after.with_scopes(scopes))
}

/// A public client has no secret; one that proves itself by a key of its own may have been left without.
fn begins_to_need_secret(before: &Client, after: &Client) -> bool {
    use ClientAuthentication::{ClientSecretBasic, ClientSecretJwt, ClientSecretPost};
    let needs = |client: &Client| {
        matches!(client.token_endpoint_auth_method, ClientSecretBasic | ClientSecretPost | ClientSecretJwt)
    };
    before.token_endpoint_auth_method == ClientAuthentication::None || (!needs(before) && needs(after))
}

/// Changes of a client of the default server what Logto's dialect says of it; everything else stays.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change_application(acting: &Acting, id: &str, changes: ApplicationChanges) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    if !before.is_application() {
        return Err(Error::not_found(THING, id));
    }
    let is_admin = changes.is_admin;
    let (details, settings) = changes.apply(&before);
    settings.check()?;
    let mut after = Client { application: settings, ..changed(&transaction, &before, details, None).await? };
    if let Some(is_admin) = is_admin {
        after.limited |= is_admin;
        let scopes = links::administer(&transaction, &after, is_admin).await?;
        after = after.with_scopes(scopes);
    }
    if after != before {
        row::replace(&transaction, &before, &after).await?;
        transaction.commit().await?;
    }
    Ok(after)
}

/// The current secret that a client has when this one is given to it: the one that it has where that is the same.
fn current(store: &Store, client: &Client, given: &str) -> Result<ClientSecret> {
    match client.current_secret() {
        Some(known) if open_secret(store, client)?.is_some_and(|clear| clear == given) => Ok(known.clone()),
        _ => ClientSecret::new(store, &client.tenant_id, &client.id, given),
    }
}

/// Gives a client another secret in the place of all that it has, built-in ones too; `None` makes one. Returns it. Who resets a secret may fear that somebody
/// knows it, and those that were rotated away are no better.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] (field `client_secret`); [`Error::Unavailable`] without database.
pub async fn set_secret(acting: &Acting, id: &str, secret: Option<String>) -> Result<String> {
    let store = acting.store();
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    let secret = secret.map_or_else(|| IdForm::Xid.secret(store.environment()), Ok)?;
    let after = before.clone().with_secrets(vec![current(store, &before, &secret)?]);
    secrets::replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(secret)
}

/// Removes a client. Tokens that it has stay valid until they expire.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`built_in`, `of_gateway`); [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    if before.system {
        return Err(Error::refused("built_in", "a built-in client can't be removed"));
    }
    gateway::refuse_client_of_gateway(&transaction, &before).await?;
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

/// Removes the client of something that is removed in the same transaction.
pub(crate) async fn remove_along(transaction: &Transaction, id: &str) -> Result<()> {
    let before = locked(transaction, id).await?;
    row::remove(transaction, &before).await
}

/// Calls a client otherwise.
pub(crate) async fn rename(transaction: &Transaction, id: &str, name: &str) -> Result<()> {
    let before = locked(transaction, id).await?;
    let after = Client { name: name.to_owned(), ..before.clone() };
    row::replace(transaction, &before, &after).await
}

/// The row of a new client, checked, with its secret sealed.
pub(crate) fn prepare(store: &Store, tenant: &str, new: NewClient) -> Result<Client> {
    let NewClient { id, id_form, server_id, secret, developer_id, system, registration_digest, application, details } =
        new;
    if let Some(chosen) = id.as_deref().filter(|_| !system) {
        refuse_reserved(chosen)?;
    }
    let id = id.map_or_else(|| id_form.id(store.environment()), Ok)?;
    validate::id("client_id", &id)?;
    let keeps_secrets = details.token_endpoint_auth_method != ClientAuthentication::None;
    let secret = match secret {
        Some(secret) => Some(secret),
        None if keeps_secrets => Some(id_form.secret(store.environment())?),
        None => None,
    };
    let secret = secret.map(|secret| ClientSecret::new(store, tenant, &id, &secret)).transpose()?;
    let limited = !details.scopes.is_empty() || details.metadata.dynamically_registered || developer_id.is_some();
    let (kind, application) = application.unwrap_or_default();
    let unsaid = unsaid(store, tenant, id, server_id);
    let client = Client { system, developer_id, kind, application, limited, registration_digest, ..unsaid };
    let client = details.apply(client)?;
    client.with_current(secret.filter(|_| keeps_secrets))
}

/// Doors whose address names no tenant find it by the client: nobody may take the id of another tenant's shared client before, or
/// beside, it. `system` is who the server itself is in the audit log. And where a client is registered for no audience, its id is the audience of its tokens:
/// it must be nobody else's.
pub(crate) fn refuse_reserved(id: &str) -> Result<()> {
    if id == SYSTEM_SUBJECT || id.starts_with(api_client::SHARED_CLIENT) || service::is_reserved_audience(id) {
        return Err(Error::invalid("client_id", "is reserved for the server's own use"));
    }
    // Security assertion 32, for users of methods whose names nobody here knows.
    if subject::is_reserved(id) {
        return Err(Error::invalid("client_id", "has the form of the subject of a user"));
    }
    Ok(())
}

/// Writes a prepared client and its scopes.
pub(crate) async fn insert(transaction: &Transaction, mut client: Client, wanted: Wanted<'_>) -> Result<Client> {
    client.limited |= !wanted.names.is_empty();
    row::write(transaction, &client).await?;
    secrets::insert(transaction, &client).await?;
    let scopes = links::insert(transaction, &client, wanted).await?;
    client = client.with_scopes(scopes);
    row::created(transaction, &client).await?;
    Ok(client)
}

/// As [`insert`], for a client whose id was made here, so that nothing has to be read under a lock: it shares the commit of whoever else creates
/// something at this moment.
async fn insert_with_others(acting: &Acting, mut client: Client, wanted: Wanted<'_>) -> Result<Client> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let linked = wanted.find(store.reader(), &client).await?;
    let links = links::rows(&client, &linked).map(|rows| rows.build(store.dialect()));
    client = client.with_scopes(linked);
    let hanging = secrets::insertion(store, &client).into_iter().chain(links);
    match row::create_with(acting, &client, hanging.collect()).await {
        Ok(()) => Ok(client),
        Err(gone @ Error::NotFound { .. }) => {
            match authorization_server::find(store, tenant, &client.server_id).await? {
                Some(_) => Err(Error::invalid("scopes", "one of them was removed at this moment")),
                None => Err(gone),
            }
        }
        Err(error) => Err(error),
    }
}

async fn locked(transaction: &Transaction, id: &str) -> Result<Client> {
    whole(&**transaction, row::locked(transaction, id).await?).await
}

/// A client that was read, with its secrets and the names of its scopes.
async fn whole(connection: &impl ConnectionTrait, client: Client) -> Result<Client> {
    let mut scopes = scopes_of(connection, &client.tenant_id, link::Column::ClientId.eq(&client.id)).await?;
    let of_client = role_link::Column::ClientId.eq(&client.id);
    let mut roles = roles::of_clients(connection, &client.tenant_id, of_client).await?;
    let of_client = secrets::Column::ClientId.eq(&client.id);
    let mut secrets = secrets::of_clients(connection, &client.tenant_id, of_client).await?;
    let scopes = scopes.remove(&client.id).unwrap_or_default();
    let roles = roles.remove(&client.id).unwrap_or_default();
    let secrets = secrets.remove(&client.id).unwrap_or_default();
    Ok(client.with_scopes(scopes).with_roles(roles).with_secrets(secrets))
}
