//! `/api/applications/{id}/secrets`: the secrets of an application, of which several hold at once.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application;
use authplane_domain::clients::client::{self, Client, ClientSecret, Standing};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use chrono::{DateTime, Utc};
use http::StatusCode;
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::representation::NOT_SHOWN;
use super::{Application, ApplicationPath, Read, TRIES, Write, find_to_change, is_hidden, shown};
use crate::api::logto::error::{Codes, LogtoError};
use crate::api::logto::whole_number;
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
    #[schemars(schema_with = "nullable_number")]
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

/// A member that is always there, but may be null: a plain option would be one that may be absent.
fn nullable_number(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Option<i64>>()
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
    let mut tries = 0..TRIES;
    loop {
        let found = find_to_change(context, &caller, id).await.map_err(|error| OF_CREATION.error(error))?;
        caller.require_full_if(found.is_privileged)?;
        if found.client.kind.is_public() {
            let message = "an application of this type keeps no secret";
            return Err(LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, "entity.db_constraint_violated", message));
        }
        let is_hidden = is_hidden(context, &caller, &found.client).await?;
        let acting = caller.acting(&request).based_on(&found.client)?;
        match client::add_secret(&acting, id, &name, ends_at).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            made => {
                let (application, secret, clear) = made.map_err(|error| OF_CREATION.error(error))?;
                // It is a part of the application, and so is its tag.
                let version = application.version(&context.store)?;
                let value = Some(clear).filter(|_| !is_hidden);
                return Ok(Tagged { reply: Created(ApplicationSecret::of(&secret, value)), version });
            }
        }
    }
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
    let mut tries = 0..TRIES;
    loop {
        let found = find_to_change(context, &caller, id).await.map_err(|error| OF_CHANGE.error(error))?;
        caller.require_full_if(found.is_privileged)?;
        let is_hidden = is_hidden(context, &caller, &found.client).await?;
        let acting = caller.acting_if(&request, &seen).based_on(&found.client)?;
        match client::rename_secret(&acting, id, name, &renamed).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            changed => {
                let (application, secret) = changed.map_err(|error| OF_CHANGE.error(error))?;
                let version = application.version(&context.store)?;
                let value = opened(&context.store, &secret, is_hidden)?;
                return Ok(Tagged { reply: JsonReply(ApplicationSecret::of(&secret, value)), version });
            }
        }
    }
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
    remove(&request, &caller, &seen, id, |_| Ok(name.clone())).await.map_err(|error| match error {
        Refused::Domain(error) => OF_DELETION.error(error),
        Refused::Said(error) => error,
    })?;
    Ok(NoContent)
}

/// Why a secret isn't taken away.
enum Refused {
    /// What each operation has a code of its own for.
    Domain(DomainError),
    /// Anything else.
    Said(LogtoError),
}

impl From<DomainError> for Refused {
    fn from(error: DomainError) -> Self {
        Self::Domain(error)
    }
}

/// Takes the secret away that `which` of the application as it is then is called so; the application without it.
async fn remove(
    request: &Request<Context>,
    caller: &Caller<Write>,
    seen: &IfMatch,
    id: &str,
    which: impl Fn(&Client) -> Result<String, LogtoError>,
) -> Result<Client, Refused> {
    let mut tries = 0..TRIES;
    loop {
        let found = find_to_change(request.context(), caller, id).await?;
        caller.require_full_if(found.is_privileged).map_err(|error| Refused::Said(error.into()))?;
        let name = which(&found.client).map_err(Refused::Said)?;
        let acting = caller.acting_if(request, seen).based_on(&found.client)?;
        match client::remove_secret(&acting, id, &name).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            removed => return Ok(removed?),
        }
    }
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
    let shown_one = |application: &Client| {
        let current = application.current_secret().map(|current| current.name.clone());
        let code = "application.no_legacy_secret_found";
        current.ok_or_else(|| LogtoError::new(StatusCode::BAD_REQUEST, code, "the application shows no secret"))
    };
    let changed = remove(&request, &caller, &seen, id, shown_one).await.map_err(|error| match error {
        Refused::Domain(error) => error.into(),
        Refused::Said(error) => error,
    })?;
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
    let mut without = super::example();
    without["secret"] = json!("#internal:the-mark-of-who-shows-none");
    surface.register(delete_application_legacy_secret).errors(&[400, 404]).response_example(without);
}
