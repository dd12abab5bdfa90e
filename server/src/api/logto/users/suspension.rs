//! `/api/users/{userId}/is-suspended`: whether a user may sign in.

use authplane_domain::sign_in::user;
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::refusal::refused;
use super::representation::{User, example};
use super::{UserPath, Write};
use crate::api::logto::error::LogtoError;
use crate::api::logto::resources::default_server;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, Path, Request, Surface, Tagged};
use crate::oauth::logout::backchannel;

/// Whether a user may sign in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoSuspensionRequest")]
struct SuspensionRequest {
    /// Whether the user may not sign in.
    is_suspended: bool,
}

/// Suspend a user, or let them sign in again
///
/// A suspended user is signed out everywhere, and their tokens end; that they may sign in again brings none of it back.
#[dropshot::endpoint { method = PATCH, path = "/api/users/{userId}/is-suspended", tags = ["users"] }]
async fn update_user_is_suspended(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
    body: Body<SuspensionRequest>,
) -> Result<Tagged<JsonReply<User>>, LogtoError> {
    let context = request.context();
    let SuspensionRequest { is_suspended } = body.into_inner();
    let server = default_server(context, caller.tenant()).await?;
    let longest_token = context.rotation.overlap.num_seconds();
    let acting = caller.acting_if(&request, &seen);
    let changed = user::suspend(&acting, &path.0.user_id, is_suspended, longest_token).await;
    let (changed, ended) = changed.map_err(refused)?;
    let version = changed.version(&context.store);
    backchannel::tell_of_ended(context, (*server).clone(), ended);
    Ok(Tagged { version: version?, reply: JsonReply(User::of(changed)) })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let mut suspended = example();
    suspended["isSuspended"] = json!(true);
    surface
        .register(update_user_is_suspended)
        .errors(&[400, 404])
        .request_example(json!({"isSuspended": true}))
        .response_example(suspended);
}
