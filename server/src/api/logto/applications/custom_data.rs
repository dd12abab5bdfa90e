//! `/api/applications/{applicationId}/custom-data`: what an application's developer keeps here, member by member.

use authplane_domain::clients::application::ApplicationChanges;
use authplane_domain::clients::client;
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::change::{Write, change};
use crate::api::logto::error::{Codes, LogtoError};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, Path, Request, Surface, Tagged};

/// What an application's developer keeps here: any members.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "LogtoCustomData")]
pub(super) struct CustomData(Map<String, Value>);

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct CustomDataPath {
    /// Application.
    application_id: String,
}

/// Change members of an application's custom data
///
/// Each takes the place of the one that is there; the others stay. The answer is all of the custom data.
#[dropshot::endpoint { method = PATCH, path = "/api/applications/{applicationId}/custom-data", tags = ["applications"] }]
async fn update_application_custom_data(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<CustomDataPath>,
    seen: IfMatch,
    body: Body<CustomData>,
) -> Result<Tagged<JsonReply<CustomData>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.application_id);
    let changes = ApplicationChanges { custom_data_members: body.into_inner().0, ..ApplicationChanges::default() };
    changes.check()?;
    let changed = change(&request, &caller, Some(&seen), id, |acting, found| {
        let changes = changes.clone();
        async move { Ok(client::change_application(&acting, &found.id, changes).await?) }
    });
    let changed = changed.await.map_err(|refused| refused.with(Codes::USUAL))?;
    let version = changed.version(&context.store)?;
    Ok(Tagged { reply: JsonReply(CustomData(changed.application.custom_data)), version })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(update_application_custom_data)
        .errors(&[400, 404])
        .request_example(json!({"team": "orders"}))
        .response_example(json!({"team": "orders", "since": 2024}));
}
