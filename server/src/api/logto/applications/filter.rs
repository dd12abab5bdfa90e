//! Which applications a list is of: `types`, `isThirdParty`, `excludeRoleId`, `excludeOrganizationId` (Logto behaviour §5, §7).

use authplane_domain::clients::application::{ApplicationFilter, ApplicationKind};
use http::StatusCode;
use serde_json::json;

use crate::api::logto::error::LogtoError;
use crate::api::logto::search::{self, Described};
use crate::context::Context;
use crate::edge::document::Description;
use crate::edge::{FromRequest, Rejection, Request};

/// The filter as an extractor's result: what is malformed is the handler's to refuse, who reads the pages before.
pub(super) struct FilterQuery(pub(super) Result<ApplicationFilter, LogtoError>);

/// Reads the filter of a query string.
///
/// # Errors
/// 400 `guard.invalid_input` for an unknown type, or something else than `true` and `false`; 400 `request.invalid_input` for both exclusions at once, and a search
/// that can't be done.
pub(super) fn parse(query: &str) -> Result<ApplicationFilter, LogtoError> {
    let mut filter = ApplicationFilter::default();
    let (mut role, mut organization) = (None, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "types" => filter.kinds.push(kind(&value)?),
            "isThirdParty" => {
                filter.is_third_party = match &*value {
                    "true" => Some(true),
                    "false" => Some(false),
                    _ => return Err(LogtoError::invalid_input("isThirdParty", "must be true or false", false)),
                }
            }
            "excludeRoleId" => role = Some(value).filter(|id| !id.is_empty()),
            "excludeOrganizationId" => organization = Some(value).filter(|id| !id.is_empty()),
            _ => {}
        }
    }
    if role.is_some() && organization.is_some() {
        let message = "excludeRoleId and excludeOrganizationId can't be given together";
        return Err(LogtoError::new(StatusCode::BAD_REQUEST, "request.invalid_input", message));
    }
    filter.without_role = role.map(Into::into);
    filter.search = search::parse::<Described>(query)?;
    Ok(filter)
}

fn kind(name: &str) -> Result<ApplicationKind, LogtoError> {
    let read = serde_json::from_value(json!(name));
    read.map_err(|_| {
        let message = "must be Native, SPA, Traditional, MachineToMachine or Protected; several are several parameters";
        LogtoError::invalid_input("types", message, false)
    })
}

impl FromRequest<Context> for FilterQuery {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        Ok(Self(parse(request.uri().query().unwrap_or_default())))
    }

    fn describe(description: &mut Description) {
        let kinds = json!(["Native", "SPA", "Traditional", "MachineToMachine", "Protected"]);
        description.raw_parameters.extend([
            json!({
                "name": "types", "in": "query", "style": "form", "explode": true,
                "description": "Types of the applications that are wanted, one parameter each: `types=SPA&types=Native`.",
                "schema": {"type": "array", "items": {"type": "string", "enum": kinds}}, "example": ["SPA", "Native"]
            }),
            json!({
                "name": "excludeRoleId", "in": "query",
                "description": "Id of a role: leaves out the applications that have it. Not together with `excludeOrganizationId`.",
                "schema": {"type": "string"}, "example": "internal-admin"
            }),
            json!({
                "name": "excludeOrganizationId", "in": "query",
                "description": "Id of an organization: leaves out the applications that belong to it.",
                "schema": {"type": "string"}, "example": "o1cx9m2k4v7n"
            }),
            json!({
                "name": "isThirdParty", "in": "query",
                "description": "Whether applications of third parties are wanted, or those of the tenant's own.",
                "schema": {"type": "string", "enum": ["true", "false"]}, "example": "false"
            }),
        ]);
    }
}
