//! `/api/admin/{tid}/environment`: what kind of installation this is, for the portals of ACP.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::TenantPath;
use super::servers::Read;
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Path, Request, Surface};

/// Of the server.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What kind of installation this is. What ACP can be set to and this server can't be is always false.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the members are those of ACP")]
pub struct AcpEnvironment {
    /// Version of the server.
    version: String,
    /// Which source it was made from; empty, since the version says that.
    commit: String,
    /// Whether it was filled with things to try out: always false.
    demo_mode: bool,
    /// Whether it is set to be worked on: always false.
    dev_mode: bool,
    /// Whether an administrator is led through the making of an authorization server: always false.
    display_workspace_wizard: bool,
    /// Whether it answers its API reference (`serve_reference`).
    swagger_mode: bool,
}

/// Get the environment
///
/// Which version it is, and what the settings decide of what ACP's portals ask.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/environment", tags = ["servers"] }]
async fn get_environment(
    request: Request<Context>,
    _caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpEnvironment>, AcpError> {
    Ok(JsonReply(AcpEnvironment {
        version: VERSION.to_owned(),
        commit: String::new(),
        demo_mode: false,
        dev_mode: false,
        display_workspace_wizard: false,
        swagger_mode: request.context().config.serve_reference,
    }))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(get_environment).response_example(json!({
        "version": VERSION, "commit": "", "demo_mode": false, "dev_mode": false, "display_workspace_wizard": false, "swagger_mode": true
    }));
}
