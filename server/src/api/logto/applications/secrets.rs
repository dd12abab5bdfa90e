//! `/api/applications/{id}/secrets`: the secrets of an application, of which several hold at once.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application;
use authplane_domain::clients::client::{self, ClientSecret, Standing};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use authplane_domain::whole_number;
use chrono::{DateTime, Utc};
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::change::{Write, change};
use super::representation::NOT_SHOWN;
use super::shown::{is_hidden, shown};
use super::{Application, ApplicationPath, Read};
use crate::api::logto::error::{Codes, LogtoError};
use crate::api::logto::nullable;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Body, Created, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

const TAKEN: &str = "application.secret_name_exists";
const OF_CREATION: Codes = Codes { missing: "entity.relation_foreign_key_not_found", taken: TAKEN, ..Codes::USUAL };
const OF_CHANGE: Codes = Codes { missing: "entity.not_exists", taken: TAKEN, ..Codes::USUAL };
const OF_DELETION: Codes = Codes { missing: "entity.not_found", ..Codes::USUAL };
/// Of the year 9999, which is the last that all databases can write.
const LAST_MILLISECOND: i64 = 253_402_300_799_999;

/// A secret of an application.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoApplicationSecret")]
pub(super) struct ApplicationSecret {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the application that it belongs to.
    application_id: String,
    /// Name of the secret, unique in the application.
    name: String,
    /// What the application proves itself with; `N/A` where it isn't shown to the caller, or nobody knows it.
    value: String,
    /// When it was made, in milliseconds since the epoch.
    created_at: i64,
    /// From when on it proves nothing any more, in milliseconds since the epoch; null for never.
    #[schemars(schema_with = "nullable::number")]
    expires_at: Option<i64>,
}

/// What a secret of an application is made from; its value is made by the server.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateApplicationSecretRequest")]
struct CreateApplicationSecretRequest {
    /// Name of the secret, unique in the application.
    #[schemars(length(min = 1, max = 256))]
    #[schemars(regex(pattern = r"\S"))]
    name: String,
    /// From when on it proves nothing any more, in milliseconds since the epoch; null and absent for never.
    #[serde(default, deserialize_with = "whole_number::or_null")]
    #[schemars(range(min = 0, max = 253_402_300_799_999_i64))]
    expires_at: Option<i64>,
}

/// What changes of a secret of an application.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoUpdateApplicationSecretRequest")]
struct UpdateApplicationSecretRequest {
    /// Name that it has from now on, unique in the application.
    #[schemars(length(min = 1, max = 256))]
    #[schemars(regex(pattern = r"\S"))]
    name: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct SecretPath {
    /// Application.
    id: String,
    /// Secret.
    name: String,
}

impl ApplicationSecret {
    fn of(secret: &ClientSecret, value: Option<String>) -> Self {
        Self {
            tenant_id: secret.tenant_id.clone(),
            application_id: secret.client_id.clone(),
            name: secret.name.clone(),
            value: value.unwrap_or_else(|| NOT_SHOWN.to_owned()),
            created_at: secret.created_at.timestamp_millis(),
            expires_at: secret.ends_at.map(|ends_at| ends_at.timestamp_millis()),
        }
    }
}

fn opened(store: &Store, secret: &ClientSecret, is_hidden: bool) -> Result<Option<String>, DomainError> {
    if is_hidden { Ok(None) } else { Ok(client::open_or_digest(store, secret)?.0) }
}

/// List the secrets of an application
///
/// The one that the application itself shows first, then the newest. Types that keep no secret have none.
#[dropshot::endpoint { method = GET, path = "/api/applications/{id}/secrets", tags = ["applications"] }]
async fn list_application_secrets(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ApplicationPath>,
) -> Result<Prepared<Vec<ApplicationSecret>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let found = application::find(&context.store, caller.tenant(), id).await?;
    let found = found.ok_or_else(|| DomainError::not_found("application", id))?;
    let (is_hidden, now) = (is_hidden(context, &caller, &found).await?, context.store.now());
    let mut secrets = Vec::with_capacity(found.secrets.len());
    // One that has ended is shown as long as it is there, but for those that were rotated out.
    let is_listed =
        |secret: &&ClientSecret| secret.standing == Standing::Current || secret.is_named() || !secret.has_ended(now);
    for secret in found.secrets.iter().filter(is_listed) {
        secrets.push(ApplicationSecret::of(secret, opened(&context.store, secret, is_hidden)?));
    }
    let answer = Answer::json(StatusCode::OK, &secrets).map_err(DomainError::internal)?;
    Ok(Prepared::new(answer))
}

/// Create a secret of an application
///
/// It holds beside those that there are, until it ends or is deleted. An application may have 16 besides its first.
#[dropshot::endpoint { method = POST, path = "/api/applications/{id}/secrets", tags = ["applications"] }]
async fn create_application_secret(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApplicationPath>,
    body: Body<CreateApplicationSecretRequest>,
) -> Result<Tagged<Created<ApplicationSecret>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let CreateApplicationSecretRequest { name, expires_at } = body.into_inner();
    client::check_secret_name(&name)?;
    let ends_at = expires_at.map(|at| ends_at(context, at)).transpose()?;
    let made = change(&request, &caller, None, id, |acting, found| {
        let name = &name;
        async move {
            if found.kind.is_public() {
                let message = "an application of this type keeps no secret";
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Err(LogtoError::new(status, "entity.db_constraint_violated", message).into());
            }
            Ok(client::add_secret(&acting, &found.id, name, ends_at).await?)
        }
    });
    let (application, secret, clear) = made.await.map_err(|refused| refused.with(OF_CREATION))?;
    let is_hidden = is_hidden(context, &caller, &application).await?;
    let reply = Created(ApplicationSecret::of(&secret, Some(clear).filter(|_| !is_hidden)));
    // It is a part of the application, and so is its tag.
    Ok(Tagged { reply, version: application.version(&context.store)? })
}

/// Milliseconds since the epoch as a time to come.
fn ends_at(context: &Context, at: i64) -> Result<DateTime<Utc>, LogtoError> {
    let time = DateTime::from_timestamp_millis(at).filter(|_| (0..=LAST_MILLISECOND).contains(&at));
    let rule = "must be milliseconds since the epoch, before the year 10000";
    let time = time.ok_or_else(|| LogtoError::invalid_input("expiresAt", rule, false))?;
    if time <= context.store.now() {
        let message = "expiresAt must be in the future";
        return Err(LogtoError::new(StatusCode::BAD_REQUEST, "request.invalid_input", message));
    }
    Ok(time)
}

/// Rename a secret of an application
///
/// Value and end stay as they are.
#[dropshot::endpoint { method = PATCH, path = "/api/applications/{id}/secrets/{name}", tags = ["applications"] }]
async fn update_application_secret(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<SecretPath>,
    seen: IfMatch,
    body: Body<UpdateApplicationSecretRequest>,
) -> Result<Tagged<JsonReply<ApplicationSecret>>, LogtoError> {
    let (context, SecretPath { id, name }) = (request.context(), &path.0);
    let renamed = body.into_inner().name;
    client::check_secret_name(&renamed)?;
    let changed = change(&request, &caller, Some(&seen), id, |acting, found| {
        let renamed = &renamed;
        async move { Ok(client::rename_secret(&acting, &found.id, name, renamed).await?) }
    });
    let (application, secret) = changed.await.map_err(|refused| refused.with(OF_CHANGE))?;
    let value = opened(&context.store, &secret, is_hidden(context, &caller, &application).await?)?;
    let reply = JsonReply(ApplicationSecret::of(&secret, value));
    Ok(Tagged { reply, version: application.version(&context.store)? })
}

/// Delete a secret of an application
///
/// The others hold on, and so do tokens that were got with it. Of the one that the application itself shows nothing is left there but a mark.
#[dropshot::endpoint { method = DELETE, path = "/api/applications/{id}/secrets/{name}", tags = ["applications"] }]
async fn delete_application_secret(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<SecretPath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let SecretPath { id, name } = &path.0;
    let removed = change(&request, &caller, Some(&seen), id, |acting, found| async move {
        Ok(client::remove_secret(&acting, &found.id, name).await?)
    });
    removed.await.map_err(|refused| refused.with(OF_DELETION))?;
    Ok(NoContent)
}

/// Delete the secret that an application itself shows
///
/// For clients that know of one secret alone. Where there are others, they hold on.
#[dropshot::endpoint { method = DELETE, path = "/api/applications/{id}/legacy-secret", tags = ["applications"] }]
async fn delete_application_legacy_secret(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApplicationPath>,
    seen: IfMatch,
) -> Result<Tagged<JsonReply<Application>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let changed = change(&request, &caller, Some(&seen), id, async |acting, found| {
        let Some(current) = found.current_secret() else {
            let code = "application.no_legacy_secret_found";
            return Err(LogtoError::new(StatusCode::BAD_REQUEST, code, "the application shows no secret").into());
        };
        Ok(client::remove_secret(&acting, &found.id, &current.name).await?)
    });
    let changed = changed.await.map_err(|refused| refused.with(Codes::USUAL))?;
    let reply = JsonReply(shown(context, &caller, &changed).await?);
    Ok(Tagged { reply, version: changed.version(&context.store)? })
}

/// A secret as the document shows one.
fn example() -> Value {
    json!({
        "tenantId": "default", "applicationId": "a1cx9m2k4v7n0q3t5w8yz", "name": "Default secret", "value": "the-secret-of-the-order-robot",
        "createdAt": 1_700_000_000_000_i64, "expiresAt": null
    })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let mut named = example();
    named["name"] = json!("Summer");
    named["expiresAt"] = json!(4_102_444_800_000_i64);
    surface.register(list_application_secrets).errors(&[400, 404]).response_example(json!([example()]));
    surface
        .register(create_application_secret)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "Summer", "expiresAt": 4_102_444_800_000_i64}))
        .response_example(named.clone());
    surface
        .register(update_application_secret)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "Summer"}))
        .response_example(named);
    surface.register(delete_application_secret).errors(&[400, 404]);
    let mut without = super::representation::example();
    without["secret"] = json!("#internal:the-mark-of-who-shows-none");
    surface.register(delete_application_legacy_secret).errors(&[400, 404]).response_example(without);
}
