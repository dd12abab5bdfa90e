//! `/api/users/{userId}/custom-data`: what an administrator keeps here about a user, member by member.

use authplane_domain::sign_in::user::{self, UserChanges};
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::refusal::refused;
use super::{Read, UserPath, Write, found};
use crate::api::logto::error::LogtoError;
use crate::api::patch::object;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, Path, Request, Surface, Tagged};

/// What an administrator keeps here about a user: any members.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "LogtoUserCustomData")]
struct CustomData(Map<String, Value>);

/// Members of the custom data that change.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUserCustomDataRequest")]
struct CustomDataRequest {
    /// Each takes the place of the one that is there; the others stay.
    #[serde(default, deserialize_with = "object")]
    #[schemars(title = "required", with = "Map<String, Value>")]
    custom_data: Option<Map<String, Value>>,
}

/// Get the custom data of a user
///
/// What an administrator keeps here about them, by itself.
#[dropshot::endpoint { method = GET, path = "/api/users/{userId}/custom-data", tags = ["users"] }]
async fn get_user_custom_data(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<UserPath>,
) -> Result<Tagged<JsonReply<CustomData>>, LogtoError> {
    let context = request.context();
    let found = found(context, &caller, &path.0.user_id).await?;
    Ok(Tagged { version: found.version(&context.store)?, reply: JsonReply(CustomData(found.custom_data.0)) })
}

/// Change members of a user's custom data
///
/// Each takes the place of the one that is there; the others stay. The answer is all of the custom data.
#[dropshot::endpoint { method = PATCH, path = "/api/users/{userId}/custom-data", tags = ["users"] }]
async fn update_user_custom_data(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
    body: Body<CustomDataRequest>,
) -> Result<Tagged<JsonReply<CustomData>>, LogtoError> {
    let members = body.into_inner().custom_data;
    let members = members.ok_or_else(|| LogtoError::invalid_input("customData", "is required", true))?;
    let changes = UserChanges { custom_data_members: Some(members), ..UserChanges::default() };
    let changed = user::change(&caller.acting_if(&request, &seen), &path.0.user_id, changes).await.map_err(refused)?;
    let version = changed.version(&request.context().store)?;
    Ok(Tagged { version, reply: JsonReply(CustomData(changed.custom_data.0)) })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let data = json!({"team": "orders", "since": 2024});
    surface.register(get_user_custom_data).errors(&[400, 404]).response_example(data.clone());
    surface
        .register(update_user_custom_data)
        .errors(&[400, 404])
        .request_example(json!({"customData": {"team": "orders"}}))
        .response_example(data);
}
