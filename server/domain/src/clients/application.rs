//! Applications: what Logto's dialect calls the clients of a tenant's default server, and what it knows of them beside what OAuth does.
//!
//! It is one row with two names. Of what only this dialect says, the [kind](ApplicationKind) stands in a column, since lists ask for it, and the rest beside the
//! client's own [metadata](super::client::ClientMetadata), which other dialects replace as a whole.

mod kind;
mod settings;

use aws_lc_rs::digest::{SHA256, digest};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter};
use serde_json::{Map, Value};

pub use self::kind::ApplicationKind;
pub use self::settings::{ApplicationSettings, CustomClientMetadata};
use super::client::{self, Client, ClientAuthentication, ClientDetails, Column, Entity, NewClient};
use crate::catalogue::authorization_server::{AuthorizationServer, DEFAULT};
use crate::catalogue::control_surface::FULL_SCOPE;
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, MANAGEMENT_API};
use crate::clients::role::INTERNAL_ADMIN;
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::storage::page::{self, Page, Window};
use crate::storage::search::{Field, Search};
use crate::storage::store::Backend;
use crate::{Error, Result, Store};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// What any application of users may ask for (OpenID Connect Core §5.4 and §11).
const OF_OPENID: [&str; 6] = ["openid", "offline_access", "profile", "email", "phone", "address"];
/// What Logto's clients know the demonstration by, which is built in and is no row.
pub const DEMO_APP: &str = "demo-app";

impl Client {
    /// Are its users asked for their consent, as those of a third party's application are?
    #[must_use]
    pub fn is_third_party(&self) -> bool {
        !self.trusted && self.kind != ApplicationKind::MachineToMachine
    }

    /// How long its ID tokens live, in seconds.
    #[must_use]
    pub fn id_token_ttl(&self, server: &AuthorizationServer) -> i64 {
        self.application.custom_client_metadata.id_token_ttl.unwrap_or(server.id_token_ttl)
    }

    /// How long its refresh tokens live, in seconds.
    #[must_use]
    pub fn refresh_token_ttl(&self, server: &AuthorizationServer) -> i64 {
        let CustomClientMetadata { refresh_token_ttl, refresh_token_ttl_in_days, .. } =
            &self.application.custom_client_metadata;
        let of_days = refresh_token_ttl_in_days.map(|days| days * DAY);
        of_days.or(*refresh_token_ttl).unwrap_or(server.refresh_token_ttl)
    }

    /// Is a refresh token exchanged for another one when it is used (RFC 9700 §4.14.2)? Whoever keeps no secret has no other protection, and always does so.
    #[must_use]
    pub fn rotates_refresh_tokens(&self) -> bool {
        let is_public = self.token_endpoint_auth_method == ClientAuthentication::None;
        is_public || self.application.custom_client_metadata.rotate_refresh_token.unwrap_or(true)
    }

    /// Are its users' tokens refreshable that weren't asked for with `offline_access` (Logto behaviour, users, B1)?
    #[must_use]
    pub fn always_gets_refresh_tokens(&self) -> bool {
        let is_so = self.application.custom_client_metadata.always_issue_refresh_token.unwrap_or(false);
        is_so && self.kind != ApplicationKind::Native
    }

    /// Is it an application: a client of the default server that somebody made?
    #[must_use]
    pub fn is_application(&self) -> bool {
        self.server_id == DEFAULT && !self.system
    }
}

/// What a new application is made of. The members of [`ClientDetails`] that its kind says are not looked at.
#[derive(Clone, Debug)]
pub struct NewApplication {
    /// What it is.
    pub kind: ApplicationKind,
    /// Whether its users are asked for their consent.
    pub is_third_party: bool,
    /// What OAuth knows of it.
    pub details: ClientDetails,
    /// What is kept beside that.
    pub settings: ApplicationSettings,
}

impl NewApplication {
    /// What is wrong with it whatever the tenant has.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a field; [`Error::Refused`] (`third_party`) for a third party's application that isn't [`ApplicationKind::Traditional`].
    pub fn check(&self) -> Result<()> {
        self.settings.check()?;
        self.details.check()?;
        if self.is_third_party && self.kind != ApplicationKind::Traditional {
            return Err(Error::refused("third_party", "a third party's application must be of type Traditional"));
        }
        Ok(())
    }
}

/// Makes an application of the tenant's default server.
///
/// # Errors
/// As of [`NewApplication::check`] and [`client::create`].
pub async fn create(acting: &Acting, new: NewApplication) -> Result<Client> {
    new.check()?;
    let NewApplication { kind, is_third_party, details, settings } = new;
    let has_users = kind != ApplicationKind::MachineToMachine;
    let wanted: &[&str] = match (has_users, is_third_party) {
        (false, _) => &[],
        // The rest of what is known of users is for an administrator to allow.
        (true, true) => &["openid", "offline_access"],
        (true, false) => &OF_OPENID,
    };
    let scopes = of_openid(acting, wanted).await?;
    let details = ClientDetails {
        token_endpoint_auth_method: kind.authentication(),
        grant_types: Some(kind.grant_types()),
        response_types: None,
        // Of who has no users nobody is asked: it isn't trusted to speak for any.
        trusted: has_users && !is_third_party,
        scopes: scopes.iter().map(|scope| scope.name.clone()).collect(),
        decided_scopes: Some(scopes.into_iter().map(|scope| scope.id).collect()),
        ..details
    };
    let new = NewClient {
        id_form: IdForm::Logto,
        server_id: DEFAULT.to_owned(),
        details,
        application: Some((kind, settings.normalized())),
        ..NewClient::default()
    };
    client::create(acting, new).await
}

/// Those scopes of OpenID Connect of the default server that are called so and are there: in Logto, users' applications needn't be given them.
async fn of_openid(acting: &Acting, names: &[&str]) -> Result<Vec<Scope>> {
    let (store, server) = (acting.store(), ServerKey { tenant: acting.tenant(), id: DEFAULT });
    let by_name = scope::of_server_by_name(store, server, names).await?;
    let service = service::profile_id(DEFAULT);
    let scopes = by_name.values().flat_map(|scopes| scopes.iter());
    Ok(scopes.filter(|scope| scope.service_id.as_ref() == Some(&service)).cloned().collect())
}

/// What changes of an application; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct ApplicationChanges {
    /// For people.
    pub name: Option<String>,
    /// For people; may be empty.
    pub description: Option<String>,
    /// What [`check`](super::redirect_uri::check) takes.
    pub redirect_uris: Option<Vec<String>>,
    /// As those.
    pub post_logout_redirect_uris: Option<Vec<String>>,
    /// May be empty.
    pub backchannel_logout_uri: Option<String>,
    /// Whether it wants the `sid` there.
    pub backchannel_logout_session_required: Option<bool>,
    /// May be empty.
    pub logo_uri: Option<String>,
    /// Replaced as a whole.
    pub custom_data: Option<Map<String, Value>>,
    /// Members that are put into it, each in the place of the one that is there.
    pub custom_data_members: Map<String, Value>,
    /// Of its members those that are there.
    pub custom_client_metadata: CustomClientMetadata,
    /// Whether it may do everything at Logto's management API.
    pub is_admin: Option<bool>,
}

impl ApplicationChanges {
    /// What the dialect says of the application alone, and is wrong whatever it is.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a field.
    pub fn check(&self) -> Result<()> {
        let (details, settings) = self.clone().changed(ClientDetails::default(), ApplicationSettings::default());
        settings.check()?;
        details.check()
    }

    /// What OAuth knows of the application then.
    #[must_use]
    pub fn details(&self, before: &Client) -> ClientDetails {
        self.clone().apply(before).0
    }

    pub(super) fn apply(self, before: &Client) -> (ClientDetails, ApplicationSettings) {
        self.changed(ClientDetails::of(before), before.application.clone())
    }

    fn changed(
        self,
        mut details: ClientDetails,
        mut settings: ApplicationSettings,
    ) -> (ClientDetails, ApplicationSettings) {
        let Self {
            name,
            description,
            redirect_uris,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            logo_uri,
            custom_data,
            custom_data_members,
            custom_client_metadata,
            is_admin: _,
        } = self;
        let metadata = &mut details.metadata;
        put(&mut metadata.texts.description, description);
        put(&mut metadata.texts.logo_uri, logo_uri);
        put(&mut metadata.post_logout_redirect_uris, post_logout_redirect_uris);
        put(&mut metadata.backchannel_logout_uri, backchannel_logout_uri);
        put(&mut metadata.backchannel_logout_session_required, backchannel_logout_session_required);
        put(&mut details.name, name);
        put(&mut details.redirect_uris, redirect_uris);
        put(&mut settings.custom_data, custom_data);
        settings.custom_data.extend(custom_data_members);
        settings.custom_client_metadata = settings.custom_client_metadata.with(custom_client_metadata);
        (details, settings.normalized())
    }
}

fn put<T>(member: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *member = given;
    }
}

/// Which applications are wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApplicationFilter {
    /// Those of these kinds; of all where there is none.
    pub kinds: Vec<ApplicationKind>,
    /// Those whose users are asked for their consent, or those whose aren't.
    pub is_third_party: Option<bool>,
    /// Those that have this role. The internal one of administrators is had by who may do everything at Logto's management API.
    pub with_role: Option<String>,
    /// Those that don't have this one.
    pub without_role: Option<String>,
    /// Those that are found.
    pub search: Search,
}

/// A part of the applications of a tenant, or all of them, the newest first, with their secrets and the names of their scopes.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for a search that can't be done; [`Error::Unavailable`] without database.
pub async fn page(
    store: &Store,
    tenant: &str,
    filter: &ApplicationFilter,
    window: Option<Window>,
) -> Result<Page<Client>> {
    let mut select = Entity::find()
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::ServerId.eq(DEFAULT))
        .filter(Expr::col(Column::System).not());
    if !filter.kinds.is_empty() {
        select = select.filter(Column::Kind.is_in(filter.kinds.iter().copied()));
    }
    if let Some(is_third_party) = filter.is_third_party {
        let asks = Expr::col(Column::Trusted).not().and(Column::Kind.ne(ApplicationKind::MachineToMachine));
        select = select.filter(if is_third_party { asks } else { asks.not() });
    }
    let having = |role: &str| {
        let having = Condition::any().add(Column::Id.in_subquery(client::with_role(tenant, role)));
        let administrators = (role == INTERNAL_ADMIN)
            .then(|| Column::Id.in_subquery(client::with_scope_of(tenant, MANAGEMENT_API, FULL_SCOPE)));
        having.add_option(administrators)
    };
    if let Some(role) = &filter.with_role {
        select = select.filter(having(role));
    }
    if let Some(role) = &filter.without_role {
        select = select.filter(having(role).not());
    }
    let backend = store.backend();
    select = select.filter(filter.search.condition(
        backend,
        &[
            (Field::Id, Expr::col(Column::Id)),
            (Field::Name, Expr::col(Column::Name)),
            (Field::Description, description(backend)),
        ],
    )?);
    let order = [(Column::CreatedAt, Order::Desc), (Column::Id, Order::Desc)];
    let connection = if filter.search.terms.is_empty() { store.reader() } else { store.searcher() };
    let Page { items, total } = page::load(store, connection, select, &order, window).await?;
    Ok(Page { items: client::whole_of(store, tenant, items).await?, total })
}

/// As it stands in the metadata.
fn description(backend: Backend) -> Expr {
    Expr::cust(match backend {
        // A row that can't be read fails no list.
        Backend::Sqlite => "CASE WHEN json_valid(metadata) THEN json_extract(metadata, '$.description') END",
        Backend::PostgreSql => "metadata ->> 'description'",
    })
}

/// One application of a tenant, with its secrets and the names of its scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Client>> {
    Ok(client::find(store, tenant, id).await?.filter(Client::is_application))
}

/// What stands in the place of a secret where an application has none: 32 characters of `[0-9a-zA-Z]` that prove nothing, since its kind keeps none, or with the
/// mark `#internal:`, since it has others or was left without. Clients of the dialect can't read an application without.
#[must_use]
pub fn text_in_place_of_secret(client: &Client) -> String {
    const CHARACTERS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let of = format!("authplane public application {} {}", client.tenant_id, client.id);
    let digest = digest(&SHA256, of.as_bytes());
    let text = digest.as_ref().iter().map(|byte| char::from(CHARACTERS[usize::from(*byte) % CHARACTERS.len()]));
    let mark = if client.kind.is_public() { "" } else { "#internal:" };
    mark.chars().chain(text).collect()
}
