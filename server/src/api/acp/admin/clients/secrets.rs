//! `/api/admin/{tid}/clients/{cid}/rotateSecret` and `…/revokeRotatedSecrets`: another secret for a client, while the one that it had goes on for a while.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{self, Client};
use authplane_domain::sign_in::attempt::{self, Limit};
use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{ClientPath, Write, refuse_takeover};
use crate::api::acp::admin::servers::duration;
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{IdempotencyKey, JsonReply, NoContent, Path, Query, Request, Surface};

/// Lengths of time as the document has them; Go's parser takes more.
const LENGTH: &str =
    "^(0|[1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$";

/// How long the secret that a client had goes on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
struct RotationQuery {
    /// How long the secret that it had proves something beside the new one, such as `24h` or `1h30m0s`. `0`, and nothing at all, is until it is revoked.
    auto_revoke_after: Option<String>,
}

/// The secret that a client has from now on.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpRotatedSecret {
    /// What the client proves itself with from now on. Empty for one that a developer made.
    secret: String,
}

/// The client, for whoever may change its secret; one that is built in is others' too. Each change counts, since each is kept in the audit log.
async fn changeable(request: &Request<Context>, caller: &Caller<Write>, cid: &str) -> Result<Client, AcpError> {
    let context = request.context();
    let found = client::find(&context.store, caller.tenant(), cid).await?;
    let found = found.ok_or_else(|| AcpError::not_found("client", cid))?;
    refuse_takeover(&context.store, caller, caller.tenant(), cid).await?;
    caller.require_full_if(found.system)?;
    let allowance = context.limits.load().secret_rotations;
    let key = format!("secret-rotation:{cid}");
    let limits = [Limit { key: &key, failures: allowance.most(), seconds: allowance.window() }];
    match attempt::take(&context.store, caller.tenant(), &limits).await? {
        Some(seconds) => Err(AcpError::too_many_requests(seconds)),
        None => Ok(found),
    }
}

/// Give a client another secret
///
/// Made by the server, and without an end. The one that it had goes on beside it, as do those before, two at most: the client can be told the new one before it is
/// the only one. `auto_revoke_after` ends that by itself.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/clients/{cid}/rotateSecret", tags = ["clients"] }]
async fn rotate_client_secret(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
    _once: IdempotencyKey,
    query: Query<RotationQuery>,
) -> Result<JsonReply<AcpRotatedSecret>, AcpError> {
    let kept_for = match query.0.auto_revoke_after.as_deref() {
        None | Some("") => 0,
        Some(text) => duration::parse("auto_revoke_after", text)?,
    };
    let kept_for = match kept_for {
        0 => None,
        seconds => Some(TimeDelta::try_seconds(seconds).ok_or_else(|| {
            // A length that no time is away from now.
            DomainError::invalid("auto_revoke_after", "is too long")
        })?),
    };
    let known = changeable(&request, &caller, &path.0.cid).await?;
    let (rotated, secret) = client::rotate_secret(&caller.acting(&request), &known.id, kept_for).await?;
    // That one is its developer's to read, and nobody else's.
    let secret = if rotated.developer_id.is_some() { String::new() } else { secret };
    Ok(JsonReply(AcpRotatedSecret { secret }))
}

/// Revoke the secrets that a client had before
///
/// At once, whatever they were to go on for. The one that it has now stays. A client without others is no error.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/clients/{cid}/revokeRotatedSecrets", tags = ["clients"] }]
async fn revoke_rotated_client_secrets(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
    _once: IdempotencyKey,
) -> Result<NoContent, AcpError> {
    let known = changeable(&request, &caller, &path.0.cid).await?;
    client::revoke_rotated_secrets(&caller.acting(&request), &known.id).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(rotate_client_secret)
        .errors(&[400, 404, 429])
        .parameter("auto_revoke_after", json!({"default": "0", "pattern": LENGTH, "example": "24h"}))
        .response_example(json!({"secret": "the-secret-that-the-robot-has-now"}));
    surface.register(revoke_rotated_client_secrets).errors(&[404, 429]);
}
