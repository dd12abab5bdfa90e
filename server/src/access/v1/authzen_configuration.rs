//! `/.well-known/authzen-configuration/{tid}`: where the policy decision point of a tenant is asked (AuthZEN §9).

use authplane_domain::Error as DomainError;
use authplane_domain::installation::tenant;
use http::StatusCode;
use http::header::CACHE_CONTROL;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};

/// A policy decision point. What it can't do isn't there.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AuthzenConfiguration {
    /// The identifier of the decision point, which its well-known address is made of.
    #[schemars(url)]
    policy_decision_point: String,
    /// Where one question is put.
    #[schemars(url)]
    access_evaluation_endpoint: String,
    /// Where several are put at once.
    #[schemars(url)]
    access_evaluations_endpoint: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct TenantOfPath {
    /// Tenant.
    tid: String,
}

/// Get the metadata of a policy decision point
///
/// OpenID AuthZEN: of the tenant whose id is behind the well-known path, as the specification has it for identifiers with a path.
#[dropshot::endpoint { method = GET, path = "/.well-known/authzen-configuration/{tid}", tags = ["gateways"] }]
async fn get_authzen_configuration(
    request: Request<Context>,
    path: Path<TenantOfPath>,
) -> Result<Prepared<AuthzenConfiguration>, AcpError> {
    let (context, tid) = (request.context(), path.0.tid);
    if !tenant::exists(&context.store, &tid).await? {
        return Err(AcpError::not_found("tenant", &tid));
    }
    let policy_decision_point = format!("{}/{tid}", context.origin().public);
    let metadata = AuthzenConfiguration {
        access_evaluation_endpoint: format!("{policy_decision_point}/access/v1/evaluation"),
        access_evaluations_endpoint: format!("{policy_decision_point}/access/v1/evaluations"),
        policy_decision_point,
    };
    let answer = Answer::json(StatusCode::OK, &metadata).map_err(DomainError::internal)?;
    Ok(Prepared::new(answer.with_static(CACHE_CONTROL, "public, max-age=300")))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(get_authzen_configuration).errors(&[404]).response_example(json!({
        "policy_decision_point": "http://127.0.0.1:8080/default",
        "access_evaluation_endpoint": "http://127.0.0.1:8080/default/access/v1/evaluation",
        "access_evaluations_endpoint": "http://127.0.0.1:8080/default/access/v1/evaluations"
    }));
}
