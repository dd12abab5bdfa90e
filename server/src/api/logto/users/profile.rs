//! `/api/users/{userId}/profile`: what is known of a user by the names of OpenID Connect, member by member.

use authplane_domain::sign_in::user::{self, UserChanges, UserProfile};
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::refusal::refused;
use super::{UserPath, Write};
use crate::api::logto::error::LogtoError;
use crate::api::patch::object;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, Path, Request, Surface, Tagged};

/// Members of the profile that change.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoUserProfileRequest")]
struct ProfileRequest {
    /// Each member takes the place of the one that is there, an address as a whole; the others stay.
    #[serde(default, deserialize_with = "object")]
    #[schemars(title = "required", with = "UserProfile")]
    profile: Option<UserProfile>,
}

/// Change members of a user's profile
///
/// Each takes the place of the one that is there, an address as a whole; the others stay. The answer is all of the profile.
#[dropshot::endpoint { method = PATCH, path = "/api/users/{userId}/profile", tags = ["users"] }]
async fn update_user_profile(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<UserPath>,
    seen: IfMatch,
    body: Body<ProfileRequest>,
) -> Result<Tagged<JsonReply<UserProfile>>, LogtoError> {
    let members = body.into_inner().profile;
    let members = members.ok_or_else(|| LogtoError::invalid_input("profile", "is required", true))?;
    let changes = UserChanges { profile_members: Some(members), ..UserChanges::default() };
    let changed = user::change(&caller.acting_if(&request, &seen), &path.0.user_id, changes).await.map_err(refused)?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(changed.profile) })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(update_user_profile)
        .errors(&[400, 404])
        .request_example(json!({"profile": {"familyName": "Lovelace"}}))
        .response_example(json!({"givenName": "Ada", "familyName": "Lovelace"}));
}
