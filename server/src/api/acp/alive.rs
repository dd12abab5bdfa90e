//! `/alive`: what ACP's probes ask. Ours are below `/health`, and not in the document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::DIALECT;
use super::error::AcpError;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Request, Surface};

/// Whether the process runs.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpAlive {
    /// Always true: who doesn't run doesn't answer.
    alive: bool,
}

/// Ask whether the process runs
///
/// For probes: answered also while the database can't be reached, and by the control listener alone where there is one.
#[dropshot::endpoint { method = GET, path = "/alive", tags = ["probes"] }]
async fn alive(_request: Request<Context>) -> Result<JsonReply<AcpAlive>, AcpError> {
    Ok(JsonReply(AcpAlive { alive: true }))
}

/// Its one operation, answered also while the server isn't ready.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT).always_open();
    surface.tag("probes", "Probes: whether the server runs (ACP).");
    surface.register(alive).response_example(json!({"alive": true}));
    surface
}
