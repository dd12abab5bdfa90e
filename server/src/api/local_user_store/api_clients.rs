//! `/local-user-store/api/v1/api-clients`: API clients. Each gets its tokens with its id and secret through the OAuth client that all of a tenant share.

use std::collections::BTreeSet;

use authplane_domain::Window;
use authplane_domain::clients::api_client::{self, ApiClient, Listing, SortKey, shared_client_id};
use authplane_domain::clients::client;
use authplane_domain::clients::role::{self, Role};
use authplane_domain::storage::row::Row as _;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::error::LocalUserStoreError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::EmptyOk;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, Created, IfMatch, JsonReply, Path, Query, Rejection, Request, Surface, Tagged};

/// Rows of a list that doesn't say.
const DEFAULT_LIMIT: i64 = 50;
/// Most rows of a list.
const LARGEST_LIMIT: i64 = 1000;

struct Read;
impl Permission for Read {
    const API: Api = Api::LocalUserStore;
    const SCOPES: &'static [&'static str] =
        &["admin", "service", "apiClientsManage", "api-clients:read", "api-clients:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::LocalUserStore;
    const SCOPES: &'static [&'static str] = &["admin", "service", "apiClientsManage", "api-clients:write"];
}

/// A role of an API client.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreRole")]
pub struct RoleHandle {
    /// Id of the role.
    id: String,
    /// Name of the role; empty when it is deleted.
    name: String,
    /// Whether there is no such role any more.
    deleted: bool,
}

/// An API client: a program that manages this installation with tokens of its own.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreApiClient")]
pub struct ApiClientView {
    /// Id of the API client, which is its `username` at the token endpoint.
    id: Uuid,
    /// Secret of the API client, which is its `password` at the token endpoint. Made by the server; left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    /// Name of the API client, for people.
    name: String,
    /// When it was made.
    created: DateTime<Utc>,
    /// When it was changed last.
    updated: DateTime<Utc>,
    /// Id of whoever changed it last.
    updated_by: Uuid,
    /// Id of whoever made it.
    author: Uuid,
    /// Roles that say what it may do.
    roles: Vec<RoleHandle>,
    /// Id of the OAuth client through which it asks for tokens.
    oauth_client_id: String,
    /// Secret of the OAuth client through which it asks for tokens; left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    oauth_client_secret: Option<String>,
}

/// One part of a list of API clients.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreApiClientList")]
pub struct ApiClientList {
    /// API clients in the whole list.
    count: i64,
    /// API clients in this part.
    items: Vec<ApiClientView>,
}

/// The id of a new API client.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreIdentifier")]
pub struct Identifier {
    /// Id of the API client, made by the server.
    id: Uuid,
}

/// A role to give to an API client.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreApiClientRole")]
pub struct ApiClientRequestRole {
    /// Id of the role: `internal-admin`, which administers the tenant, or `privx-admin`, which manages API clients.
    id: String,
    /// Accepted and ignored, since the id says which role it is.
    #[expect(dead_code, reason = "clients send handles, the id decides")]
    name: Option<String>,
}

/// What an API client is made from, or replaced by. Everything else that clients send back is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreApiClientRequest")]
pub struct ApiClientRequest {
    /// Name of the API client, for people.
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: String,
    /// Roles that say what it may do.
    #[serde(default)]
    #[schemars(length(max = 256))]
    roles: Vec<ApiClientRequestRole>,
}

/// Which API clients to look for, and which part of them to answer.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "LocalUserStoreApiClientSearch")]
pub struct ApiClientSearchRequest {
    /// Words, separated by commas or spaces, of which a name must contain one.
    keywords: Option<String>,
    /// Rows to leave out at the beginning; 0 when absent.
    #[schemars(range(min = 0))]
    offset: Option<i64>,
    /// Rows to answer, 1000 at most however many are asked for; 50 when absent.
    #[schemars(range(min = 1))]
    limit: Option<i64>,
    /// What the rows are sorted by; `created` when absent.
    #[schemars(title = "one of: id | name | created | updated | author")]
    sortkey: Option<String>,
    /// Whether they are sorted upwards or downwards, in any case of letters; `ASC` when absent.
    #[schemars(title = "one of: ASC | DESC")]
    sortdir: Option<String>,
}

/// Which part of the list, in which order.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct ListQuery {
    /// Rows to leave out at the beginning.
    #[schemars(range(min = 0))]
    offset: Option<i64>,
    /// Rows to answer, 1000 at most however many are asked for.
    #[schemars(range(min = 1))]
    limit: Option<i64>,
    /// What the rows are sorted by; `created` when absent.
    sortkey: Option<String>,
    /// Whether they are sorted upwards or downwards, in any case of letters.
    sortdir: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ApiClientPath {
    /// API client.
    api_client_id: String,
}

impl ListQuery {
    fn listing(&self, keywords: String) -> Result<Listing, Rejection> {
        let bounded = |field: &str, value: i64, least: i64| {
            u64::try_from(value)
                .ok()
                .filter(|_| value >= least)
                .ok_or_else(|| Rejection::query(field, format!("must be at least {least}")))
        };
        let sort = match self.sortkey.as_deref() {
            None | Some("" | "created") => SortKey::Created,
            Some("id") => SortKey::Id,
            Some("name") => SortKey::Name,
            Some("updated") => SortKey::Updated,
            Some("author") => SortKey::Author,
            Some(_) => return Err(Rejection::query("sortkey", "must be id, name, created, updated or author")),
        };
        let descending = match self.sortdir.as_deref() {
            None | Some("") => false,
            Some(direction) if direction.eq_ignore_ascii_case("asc") => false,
            Some(direction) if direction.eq_ignore_ascii_case("desc") => true,
            Some(_) => return Err(Rejection::query("sortdir", "must be ASC or DESC")),
        };
        let offset = bounded("offset", self.offset.unwrap_or(0), 0)?;
        let limit = bounded("limit", self.limit.unwrap_or(DEFAULT_LIMIT).min(LARGEST_LIMIT), 1)?;
        Ok(Listing { window: Window { limit, offset }, sort, descending, keywords })
    }
}

/// Subjects that aren't UUIDs themselves get one made from their name, always the same.
fn subject_uuid(subject: &str) -> Uuid {
    Uuid::parse_str(subject).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_URL, subject.as_bytes()))
}

fn view(api_client: &ApiClient, known: &[Role], secrets: Option<(String, Option<String>)>) -> ApiClientView {
    let roles = api_client.role_ids.0.iter().map(|id| match known.iter().find(|role| role.id == *id) {
        Some(role) => RoleHandle { id: id.clone(), name: role.name.clone(), deleted: false },
        None => RoleHandle { id: id.clone(), name: String::new(), deleted: true },
    });
    let (secret, oauth_client_secret) = secrets.map_or((None, None), |(secret, shared)| (Some(secret), shared));
    ApiClientView {
        id: subject_uuid(&api_client.id),
        secret,
        name: api_client.name.clone(),
        created: api_client.created_at,
        updated: api_client.updated_at,
        updated_by: subject_uuid(&api_client.updated_by),
        author: subject_uuid(&api_client.author),
        roles: roles.collect(),
        oauth_client_id: shared_client_id(&api_client.tenant_id),
        oauth_client_secret,
    }
}

async fn page(
    context: &Context,
    tenant: &str,
    listing: &Listing,
) -> Result<JsonReply<ApiClientList>, LocalUserStoreError> {
    let page = api_client::page(&context.store, tenant, listing).await?;
    let ids: BTreeSet<&String> = page.items.iter().flat_map(|api_client| api_client.role_ids.iter()).collect();
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    let roles = role::named(&context.store, tenant, &ids).await?;
    let items = page.items.iter().map(|api_client| view(api_client, &roles, None)).collect();
    Ok(JsonReply(ApiClientList { count: i64::try_from(page.total).unwrap_or(i64::MAX), items }))
}

fn role_ids(roles: Vec<ApiClientRequestRole>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(roles.len());
    for role in roles {
        if !ids.contains(&role.id) {
            ids.push(role.id);
        }
    }
    ids
}

/// List API clients
///
/// Their secrets are left out: read one API client to see its secret.
#[dropshot::endpoint { method = GET, path = "/local-user-store/api/v1/api-clients", tags = ["api-clients"] }]
async fn list_api_clients(
    request: Request<Context>,
    caller: Caller<Read>,
    query: Query<ListQuery>,
) -> Result<JsonReply<ApiClientList>, LocalUserStoreError> {
    page(request.context(), caller.tenant(), &query.0.listing(String::new())?).await
}

/// Create an API client
///
/// Answers with its id only; its secret is shown when it is read.
#[dropshot::endpoint { method = POST, path = "/local-user-store/api/v1/api-clients", tags = ["api-clients"] }]
async fn create_api_client(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<ApiClientRequest>,
) -> Result<Tagged<Created<Identifier>>, LocalUserStoreError> {
    let ApiClientRequest { name, roles } = body.into_inner();
    let created = api_client::create(&caller.acting(&request), name, role_ids(roles)).await?;
    Ok(Tagged {
        reply: Created(Identifier { id: subject_uuid(&created.id) }),
        version: created.version(&request.context().store)?,
    })
}

/// Search API clients
///
/// By words in their names. Offset, limit and order are taken from the body, or from the query where the body has none.
#[dropshot::endpoint { method = POST, path = "/local-user-store/api/v1/api-clients/search", tags = ["api-clients"] }]
async fn search_api_clients(
    request: Request<Context>,
    caller: Caller<Read>,
    query: Query<ListQuery>,
    body: Body<ApiClientSearchRequest>,
) -> Result<JsonReply<ApiClientList>, LocalUserStoreError> {
    let ApiClientSearchRequest { keywords, offset, limit, sortkey, sortdir } = body.into_inner();
    let query = query.0;
    // What the body says otherwise must be right all the same: whoever sent it didn't mean nothing by it.
    query.listing(String::new())?;
    let wanted = ListQuery {
        offset: offset.or(query.offset),
        limit: limit.or(query.limit),
        sortkey: sortkey.or(query.sortkey),
        sortdir: sortdir.or(query.sortdir),
    };
    page(request.context(), caller.tenant(), &wanted.listing(keywords.unwrap_or_default())?).await
}

/// Get an API client with its secret
///
/// The secret is shown to callers who may also change the API client.
#[dropshot::endpoint { method = GET, path = "/local-user-store/api/v1/api-clients/{api_client_id}", tags = ["api-clients"] }]
async fn get_api_client(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ApiClientPath>,
) -> Result<Tagged<JsonReply<ApiClientView>>, LocalUserStoreError> {
    let store = &request.context().store;
    let id = &path.0.api_client_id;
    let found = api_client::find(store, caller.tenant(), id).await?;
    let found = found.ok_or_else(|| authplane_domain::Error::not_found("api_client", id.clone()))?;
    let roles = role::named(store, caller.tenant(), &found.role_ids).await?;
    // Who may only look sees no secret: with it they could do more.
    if !caller.may::<Write>() {
        return Ok(Tagged {
            reply: JsonReply(view(&found, &roles, None)),
            version: found.version(&request.context().store)?,
        });
    }
    let shared = match client::find(store, caller.tenant(), &shared_client_id(caller.tenant())).await? {
        Some(shared) => client::open_secret(store, &shared)?,
        None => None,
    };
    let secret = api_client::open_secret(store, &found)?;
    Ok(Tagged {
        reply: JsonReply(view(&found, &roles, Some((secret, shared)))),
        version: found.version(&request.context().store)?,
    })
}

/// Replace an API client's name and roles
///
/// Its secret stays the same. Roles that the body leaves out are taken away.
#[dropshot::endpoint { method = PUT, path = "/local-user-store/api/v1/api-clients/{api_client_id}", tags = ["api-clients"] }]
async fn update_api_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApiClientPath>,
    seen: IfMatch,
    body: Body<ApiClientRequest>,
) -> Result<Tagged<EmptyOk>, LocalUserStoreError> {
    let ApiClientRequest { name, roles } = body.into_inner();
    let acting = caller.acting_if(&request, &seen);
    let changed = api_client::change(&acting, &path.0.api_client_id, name, role_ids(roles)).await?;
    Ok(Tagged { reply: EmptyOk, version: changed.version(&request.context().store)? })
}

/// Delete an API client
///
/// From the answer on it gets no more tokens.
#[dropshot::endpoint { method = DELETE, path = "/local-user-store/api/v1/api-clients/{api_client_id}", tags = ["api-clients"] }]
async fn delete_api_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApiClientPath>,
    seen: IfMatch,
) -> Result<EmptyOk, LocalUserStoreError> {
    api_client::remove(&caller.acting_if(&request, &seen), &path.0.api_client_id).await?;
    Ok(EmptyOk)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("api-clients", "API clients: programs that manage this installation (PrivX).");
    let listed = json!({
        "id": "5bf77342-221c-11ee-be56-0242ac120002", "name": "Night jobs", "created": "2026-01-01T15:05:05Z", "updated": "2026-01-01T15:05:05Z",
        "updated_by": "eef4aefc-d64e-4c2c-aba4-4914c86ce059", "author": "eef4aefc-d64e-4c2c-aba4-4914c86ce059",
        "roles": [{"id": "privx-admin", "name": "privx-admin", "deleted": false}], "oauth_client_id": "privx-external"
    });
    let mut whole = listed.clone();
    whole["secret"] = json!("the-secret-of-this-api-client-alone");
    whole["oauth_client_secret"] = json!("the-secret-that-all-api-clients-share");
    let list = json!({"count": 1, "items": [listed]});
    let request = json!({"name": "Night jobs", "roles": [{"id": "privx-admin"}]});
    let errors = [400, 500];
    let errors_of_one = [400, 404, 500];
    let (keys, directions) = (json!(["id", "name", "created", "updated", "author"]), json!(["ASC", "DESC"]));
    surface
        .register(list_api_clients)
        .errors(&errors)
        .response_example(list.clone())
        .parameter("offset", json!({"default": 0, "example": 100}))
        .parameter("limit", json!({"default": DEFAULT_LIMIT, "example": 100}))
        .parameter("sortkey", json!({"enum": keys, "example": "name"}))
        .parameter("sortdir", json!({"enum": directions, "default": "ASC", "example": "DESC"}));
    surface
        .register(create_api_client)
        .errors(&errors)
        .request_example(request.clone())
        .response_example(json!({"id": "5bf77342-221c-11ee-be56-0242ac120002"}));
    surface
        .register(search_api_clients)
        .errors(&errors)
        .request_example(json!({"keywords": "night"}))
        .response_example(list)
        .parameter("offset", json!({"example": 100}))
        .parameter("limit", json!({"example": 100}))
        .parameter("sortkey", json!({"enum": keys, "example": "name"}))
        .parameter("sortdir", json!({"enum": directions, "example": "DESC"}));
    surface.register(get_api_client).errors(&errors_of_one).response_example(whole);
    surface.register(update_api_client).errors(&errors_of_one).request_example(request);
    surface.register(delete_api_client).errors(&errors_of_one);
}
