//! `/api/users`: the users of a tenant, who sign in at its default authorization server. A user's id is the subject of their tokens.

mod custom_data;
mod password;
mod profile;
mod refusal;
mod representation;
mod suspension;

use authplane_domain::Error as DomainError;
use authplane_domain::sign_in::user::password::NewPassword;
use authplane_domain::sign_in::user::{self, UserFilter};
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use self::refusal::refused;
use self::representation::{CreateUserRequest, UpdateUserRequest, User, UserWithSsoIdentities, example};
use super::error::LogtoError;
use super::paging::{PageQuery, header_objects, page};
use super::resources::default_server;
use super::search::{self, SearchQuery, is_truthy};
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, NoContent, Path, Query, Request, Surface, Tagged};
use crate::oauth::logout::backchannel;

struct Read;
impl Permission for Read {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["users:read", "users:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["users:write"];
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct UserPath {
    /// User.
    user_id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct GetUserQuery {
    /// Whether identities at enterprise providers are told as well: `true`, `1`, `yes`.
    include_sso_identities: Option<String>,
}

/// The user.
async fn found<P>(context: &Context, caller: &Caller<P>, id: &str) -> Result<user::User, LogtoError> {
    let found = user::find(&context.store, caller.tenant(), id).await?;
    found.ok_or_else(|| refused(DomainError::not_found("user", id)))
}

/// List users
///
/// Always one page, the newest first.
#[dropshot::endpoint { method = GET, path = "/api/users", tags = ["users"] }]
async fn list_users(
    request: Request<Context>,
    caller: Caller<Read>,
    paging: PageQuery,
    search: SearchQuery<search::Users>,
) -> Result<Prepared<Vec<User>>, LogtoError> {
    let (paging, search) = (paging.0?, search.0?);
    let store = &request.context().store;
    let found = user::page(store, caller.tenant(), &UserFilter { search }, paging.window()).await;
    let found = found.map_err(search::refused)?;
    let users: Vec<User> = found.items.into_iter().map(User::of).collect();
    Ok(page(&request, paging, &users, found.total)?)
}

/// Create a user
///
/// Everything may be missing. Who has a password signs in at the tenant's default authorization server by user name, e-mail address or telephone number: while
/// there is a user, the server offers that beside its other ways.
#[dropshot::endpoint { method = POST, path = "/api/users", tags = ["users"] }]
async fn create_user(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<CreateUserRequest>,
) -> Result<Tagged<JsonReply<User>>, LogtoError> {
    let new = body.into_inner().into_new()?;
    let _turn = match &new.password {
        Some(NewPassword::Plain(_)) => Some(password::turn(&request, (caller.tenant(), "")).await?),
        _ => None,
    };
    let created = user::create(&caller.acting(&request), new).await.map_err(refused)?;
    Ok(Tagged { version: created.version(&request.context().store)?, reply: JsonReply(User::of(created)) })
}

/// Get a user
///
/// With all that is known of them but the password.
#[dropshot::endpoint { method = GET, path = "/api/users/{userId}", tags = ["users"] }]
async fn get_user(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<UserPath>,
    query: Query<GetUserQuery>,
) -> Result<Tagged<JsonReply<UserWithSsoIdentities>>, LogtoError> {
    let context = request.context();
    let found = found(context, &caller, &path.0.user_id).await?;
    let with_identities = query.0.include_sso_identities.as_deref().is_some_and(is_truthy);
    let version = found.version(&context.store)?;
    Ok(Tagged { version, reply: JsonReply(UserWithSsoIdentities::of(found, with_identities)) })
}

/// Change a user
///
/// Each member takes the place of what is there as a whole. Null or an empty text takes a user name, an address, a number, a name or a picture away.
#[dropshot::endpoint { method = PATCH, path = "/api/users/{userId}", tags = ["users"] }]
async fn update_user(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
    body: Body<UpdateUserRequest>,
) -> Result<Tagged<JsonReply<User>>, LogtoError> {
    let changes = body.into_inner().into_changes()?;
    let changed = user::change(&caller.acting_if(&request, &seen), &path.0.user_id, changes).await.map_err(refused)?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(User::of(changed)) })
}

/// Delete a user
///
/// They are signed out everywhere, and their tokens end. What they did stays in the logs.
#[dropshot::endpoint { method = DELETE, path = "/api/users/{userId}", tags = ["users"] }]
async fn delete_user(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let context = request.context();
    let server = default_server(context, caller.tenant()).await?;
    let longest_token = context.rotation.overlap.num_seconds();
    let removed = user::remove(&caller.acting_if(&request, &seen), &path.0.user_id, longest_token).await;
    backchannel::tell_of_ended(context, (*server).clone(), removed.map_err(refused)?);
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("users", "Users of a tenant, who sign in at its default authorization server (Logto).");
    let user = example();
    let [total_number, link] = header_objects();
    let list = surface.register(list_users).errors(&[400]).response_example(json!([user]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    surface
        .register(create_user)
        .errors(&[400, 404, 422])
        .request_example(json!({"username": "ada", "primaryEmail": "ada@nordlicht.example", "password": "the-password-of-ada", "name": "Ada"}))
        .response_example(user.clone());
    let get = surface.register(get_user).errors(&[400, 404]).response_example(user.clone());
    get.parameter("includeSsoIdentities", json!({"example": "true"}));
    surface
        .register(update_user)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "Ada L.", "avatar": null}))
        .response_example(user);
    surface.register(delete_user).errors(&[400, 404]);
    custom_data::register(surface);
    profile::register(surface);
    password::register(surface);
    suspension::register(surface);
}
