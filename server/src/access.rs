//! The doors of decisions: `/{tid}/access/…`, where gateways ask whether a request may pass. What is answered is [decided](crate::decisions) in one place.
//!
//! | path | file | who asks |
//! |---|---|---|
//! | `/{tid}/access/forward-auth` | [`forward_auth`] | nginx, Caddy, Traefik, and others that pass a request on after a 2xx |
//! | `/{tid}/access/authorize` | [`authorize`] | Cloudentity's Pyron |
//! | `/{tid}/access/v1/…` | [`v1`] | whoever speaks OpenID AuthZEN: gateways and applications |
//!
//! A gateway [proves](asking_gateway) which one it is; what it says of a request counts for that reason alone. Errors have ACP's shape, whose gateways they are.

mod asking_gateway;
pub mod authorize;
pub mod forward_auth;
pub mod v1;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::Refused;
use crate::edge::{Dialect, Surface};
use crate::policy::Outcome;

/// The paths are among those of [`crate::oauth::error::DIALECT`].
const DIALECT: Dialect = Dialect::of::<AcpError>(&[]);

#[derive(Debug, Deserialize, JsonSchema)]
struct AccessPath {
    /// Tenant.
    #[serde(rename = "tid")]
    _tid: String,
}

/// The doors, for the public listener: gateways stand elsewhere.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    forward_auth::register(&mut surface);
    authorize::register(&mut surface);
    surface
}

/// What a gateway is told of a request that may not pass: which validator failed, and how that can be repaired.
#[must_use]
pub fn refusal(refused: &Refused) -> AcpError {
    let details = refused.outcome.as_ref().map(|Outcome { failures, recovery, .. }| {
        json!({"result": "NOT_AUTHORIZED", "failure": failures, "recovery": recovery})
    });
    AcpError::not_passing(refused.status(), refused.reason.to_string(), details, refused.challenge())
}
