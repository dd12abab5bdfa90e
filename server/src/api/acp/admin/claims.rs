//! `/api/admin/{tid}/claims`: what of a user's authentication context goes into which tokens.

use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::claim::{self, Claim, ClaimDetails, ClaimType, NewClaim};
use authplane_domain::configuration::beside::TimeBeside;
use authplane_domain::configuration::wanted::WantedClaim;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use authplane_domain::{Error as DomainError, Freshness};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{ServerPath, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["claims:read", "claims:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["claims:write"];
}

/// A claim: a part of what is known about users that goes into tokens.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpClaim {
    /// Id of the claim, which isn't its name. Made by the server when a creation gives none.
    id: String,
    /// Name of the claim in the token; dots make objects.
    name: String,
    /// Path in the authentication context that its value is taken from, with dots.
    mapping: String,
    /// The token that it goes into.
    #[serde(rename = "type")]
    claim_type: ClaimType,
    /// It is in the token when one of these scopes was granted, and always when there is none.
    scopes: Vec<String>,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the authorization server that it belongs to.
    authorization_server_id: String,
}

/// The claims of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpClaims {
    /// In the order of their creation.
    claims: Vec<AcpClaim>,
}

/// What a claim is made from, or replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpClaimRequest {
    /// Id of the claim, which isn't its name. Taken at creation only, and made by the server when absent.
    id: Option<String>,
    /// Name of the claim in the token; dots make objects. None that tokens have by themselves.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[^.]*[^.\s][^.]*(\.[^.]*[^.\s][^.]*)*$"))]
    name: Option<String>,
    /// Path in the authentication context that its value is taken from, with dots.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"^[^.]*[^.\s][^.]*(\.[^.]*[^.\s][^.]*)*$"))]
    mapping: Option<String>,
    /// The token that it goes into.
    #[schemars(title = "required")]
    #[serde(rename = "type")]
    claim_type: Option<ClaimType>,
    /// It is in the token when one of these scopes was granted, and always when there is none.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512), regex(pattern = r"^\S+$")))]
    scopes: Option<Vec<String>>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Id of the authorization server that it belongs to. Required at creation, ignored in a change.
    authorization_server_id: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ClaimPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Claim.
    claim: String,
}

impl AcpClaim {
    /// The claim as this dialect shows it.
    pub(in crate::api::acp) fn of(claim: &Claim) -> Self {
        Self {
            id: claim.id.clone(),
            name: claim.name.clone(),
            mapping: claim.mapping.clone(),
            claim_type: claim.claim_type,
            scopes: claim.scopes.0.clone(),
            tenant_id: claim.tenant_id.clone(),
            authorization_server_id: claim.server_id.clone(),
        }
    }
}

impl AcpClaimRequest {
    fn into_details(self) -> Result<ClaimDetails, DomainError> {
        Ok(ClaimDetails {
            name: self.name.unwrap_or_default(),
            mapping: self.mapping.unwrap_or_default(),
            claim_type: self.claim_type.ok_or_else(|| DomainError::invalid("type", "is required"))?,
            scopes: self.scopes.unwrap_or_default(),
        })
    }

    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(mut self, beside: Option<TimeBeside>) -> Result<WantedClaim, DomainError> {
        let server_id = required("authorization_server_id", self.authorization_server_id.take())?;
        Ok(WantedClaim { server_id, details: self.into_details()?, beside: beside.unwrap_or_default() })
    }
}

/// What stands in tokens for this API is for those who may do everything.
async fn require_full<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(), AcpError> {
    let found = claim::find(store, caller.tenant(), id).await?.ok_or_else(|| AcpError::not_found("claim", id))?;
    Ok(caller.require_full_if(authorization_server::is_of_system(store, caller.server(&found.server_id)).await?)?)
}

/// List the claims of an authorization server
///
/// In the order of their creation; an unknown server has none.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/claims", tags = ["claims"] }]
async fn list_claims(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpClaims>, AcpError> {
    let aid = path.0.aid;
    let listed = claim::list_of_server(&request.context().store, Freshness::Exact, caller.server(&aid)).await?;
    Ok(JsonReply(AcpClaims { claims: listed.iter().map(AcpClaim::of).collect() }))
}

/// Create a claim
///
/// The id is made by the server when the body gives none. A name may stand once in each type of token of an authorization server.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/claims", tags = ["claims"] }]
async fn create_claim(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpClaimRequest, Lenient>,
) -> Result<Tagged<Created<AcpClaim>>, AcpError> {
    let store = &request.context().store;
    let mut body = body.into_inner();
    let server_id = required("authorization_server_id", body.authorization_server_id.take())?;
    caller.require_full_if(authorization_server::is_of_system(store, caller.server(&server_id)).await?)?;
    let new = NewClaim { id: filled(body.id.take()), server_id, details: body.into_details()? };
    let created = claim::create(&caller.acting(&request), new).await?;
    Ok(Tagged { reply: Created(AcpClaim::of(&created)), version: created.version(&request.context().store)? })
}

/// Replace a claim
///
/// Everything but the id and the authorization server is replaced.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/claims/{claim}", tags = ["claims"] }]
async fn update_claim(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClaimPath>,
    seen: IfMatch,
    body: Body<AcpClaimRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpClaim>>, AcpError> {
    let store = &request.context().store;
    let id = path.0.claim;
    require_full(store, &caller, &id).await?;
    let details = body.into_inner().into_details()?;
    let changed = claim::change(&caller.acting_if(&request, &seen), &id, details).await?;
    Ok(Tagged { reply: JsonReply(AcpClaim::of(&changed)), version: changed.version(&request.context().store)? })
}

/// Delete a claim
///
/// Tokens that were issued keep it.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/claims/{claim}", tags = ["claims"] }]
async fn delete_claim(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClaimPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    let store = &request.context().store;
    let id = path.0.claim;
    require_full(store, &caller, &id).await?;
    claim::remove(&caller.acting_if(&request, &seen), &id).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("claims", "Claims: what is known about users and goes into their tokens (ACP).");
    let request = json!({
        "authorization_server_id": "default", "name": "department", "mapping": "employee.department", "type": "id_token", "scopes": ["profile"]
    });
    let mut claim = request.clone();
    claim["id"] = json!("bsq6b0ol1qs3a4tq2a1g");
    claim["tenant_id"] = json!("default");
    surface.register(list_claims).response_example(json!({"claims": [claim]}));
    surface
        .register(create_claim)
        .errors(&[404, 409, 422])
        .request_example(request.clone())
        .response_example(claim.clone());
    surface.register(update_claim).errors(&[400, 404, 422]).request_example(request).response_example(claim);
    surface.register(delete_claim).errors(&[404]);
}
