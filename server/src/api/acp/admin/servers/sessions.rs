//! `/api/admin/{tid}/servers/{aid}/sessions`: what users are signed in to. ACP has no such operation.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::sign_in::sign_out;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::{Write, require_full};
use crate::api::acp::admin::{ServerPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{NoContent, Path, Query, Request, Surface};
use crate::oauth::logout::backchannel;

/// Whose.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SessionsQuery {
    /// The user, as `sub` of clients that aren't registered for pairwise subjects has them; required.
    pub subject: Option<String>,
}

/// Sign a user out everywhere
///
/// Ends all that the user is signed in to at the authorization server: sessions in all browsers, authorization codes, refresh tokens, and access tokens, which
/// introspection and userinfo refuse from the answer on. Applications that registered for back-channel logout are told. What the user consented to stays. Nobody
/// signed in is no error. ACP has no such operation.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/servers/{aid}/sessions", tags = ["servers"] }]
async fn end_sessions(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServerPath>,
    query: Query<SessionsQuery>,
) -> Result<NoContent, AcpError> {
    let context = request.context();
    let aid = path.0.aid;
    require_full(&context.store, &caller, &aid).await?;
    let found = authorization_server::find(&context.store, caller.tenant(), &aid).await?;
    let server = found.ok_or_else(|| AcpError::not_found("authorization_server", &aid))?;
    let subject = filled(query.0.subject).ok_or_else(|| DomainError::invalid("subject", "is required"))?;
    let longest_token = context.rotation.overlap.num_seconds();
    let ended = sign_out::everywhere(&caller.acting(&request), &aid, &subject, longest_token).await?;
    backchannel::tell_of_ended(context, (*server).clone(), ended);
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(end_sessions)
        .errors(&[400, 404, 422])
        .parameter("subject", json!({"title": "required", "minLength": 1, "example": "alice"}));
}
