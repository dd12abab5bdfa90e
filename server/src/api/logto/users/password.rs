//! `/api/users/{userId}/password`: what a user signs in with, which nobody is shown.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::sign_in::user::User as DomainUser;
use authplane_domain::sign_in::user::password;
use authplane_domain::storage::row::Row as _;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::refusal::refused;
use super::representation::{User, example};
use super::{Read, UserPath, Write, found};
use crate::api::logto::error::LogtoError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::client_address::network;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};
use crate::fair_queue::Turn;

/// A password of a user.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "LogtoUserPasswordRequest")]
struct PasswordRequest {
    /// Password, as the user types it.
    #[schemars(length(min = 1, max = 1024))]
    password: String,
}

/// Whether a user has a password.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoHasPassword")]
struct HasPassword {
    /// Whether the user has a password.
    has_password: bool,
}

/// Change the password of a user
///
/// Sessions and tokens stay as they are; suspend the user to end them.
#[dropshot::endpoint { method = PATCH, path = "/api/users/{userId}/password", tags = ["users"] }]
async fn update_user_password(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
    body: Body<PasswordRequest>,
) -> Result<Tagged<JsonReply<User>>, LogtoError> {
    let PasswordRequest { password } = body.into_inner();
    let acting = caller.acting_if(&request, &seen);
    let _turn = turn(&request, (caller.tenant(), &path.0.user_id)).await?;
    let changed = password::change(&acting, &path.0.user_id, password).await.map_err(refused)?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(User::of(changed)) })
}

/// Check the password of a user
///
/// 204 when it is the user's; 422 when it is another one, or the user has none.
#[dropshot::endpoint { method = POST, path = "/api/users/{userId}/password/verify", tags = ["users"] }]
async fn verify_user_password(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    body: Body<PasswordRequest>,
) -> Result<NoContent, LogtoError> {
    let (context, id) = (request.context(), &path.0.user_id);
    let PasswordRequest { password } = body.into_inner();
    if password.is_empty() {
        return Err(LogtoError::invalid_input("password", "must not be empty", false));
    }
    let user = found(context, &caller, id).await?;
    if is_right(context, &request, user, password).await? {
        return Ok(NoContent);
    }
    let message = "the user has another password, or none";
    Err(LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, "session.invalid_credentials", message))
}

/// A turn among all who have passwords looked at or hashed, which lasts as long as it is held.
pub(super) async fn turn(request: &Request<Context>, account: (&str, &str)) -> Result<Turn, DomainError> {
    let turn = request.context().password_checks.turn(account, network(request.client_address())).await;
    turn.map_err(|_| DomainError::Unavailable("too many passwords are looked at".to_owned()))
}

/// Looks at a password in turn with those of others who sign in. One that was right is hashed as new ones are.
async fn is_right(
    context: &Context,
    request: &Request<Context>,
    user: DomainUser,
    password: String,
) -> Result<bool, DomainError> {
    let turn = turn(request, (&user.tenant_id, &user.id)).await?;
    let (checks, user) = (Context::clone(context), Arc::new(user));
    let of_user = Arc::clone(&user);
    let work = move || {
        checks.password_checks.with_memory(&turn, |memory| {
            let is_right = password::is_right(Some(&of_user), None, &password, memory);
            let is_old = is_right && !of_user.is_hashed_as_new();
            let hash = is_old.then(|| password::hash_anew(&checks.store, &password, memory)).transpose()?;
            Ok::<_, DomainError>((is_right, hash))
        })
    };
    let (is_right, hash) = tokio::task::spawn_blocking(work).await.map_err(DomainError::internal)??;
    if let Some(hash) = hash {
        password::keep(&context.store, &user, hash).await?;
    }
    Ok(is_right)
}

/// Get whether a user has a password
///
/// Who has none can't sign in with one.
#[dropshot::endpoint { method = GET, path = "/api/users/{userId}/has-password", tags = ["users"] }]
async fn get_user_has_password(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<UserPath>,
) -> Result<Tagged<JsonReply<HasPassword>>, LogtoError> {
    let context = request.context();
    let found = found(context, &caller, &path.0.user_id).await?;
    let version = found.version(&context.store)?;
    Ok(Tagged { version, reply: JsonReply(HasPassword { has_password: found.has_password() }) })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let password = json!({"password": "the-password-of-ada"});
    surface
        .register(update_user_password)
        .errors(&[400, 404])
        .request_example(password.clone())
        .response_example(example());
    surface.register(verify_user_password).errors(&[400, 404, 422]).request_example(password);
    surface.register(get_user_has_password).errors(&[400, 404]).response_example(json!({"hasPassword": true}));
}
