//! `/api/admin/{tid}/servers/{aid}/dashboards`: where the traffic of an authorization server is looked at, as the settings say.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Read;
use crate::api::acp::admin::ServerPath;
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::config::DashboardUrl;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Path, Request, Surface};

/// Dashboards of an authorization server. They are made elsewhere; here is where they are.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpDashboards {
    /// Whether there is any.
    enabled: bool,
    /// Address of the one that shows by an example what the business makes of it; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    sample_business_url: String,
    /// Address of the one that shows by an example what attacks look like; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    sample_threat_url: String,
    /// Address of the one that shows what this tenant's business makes of it; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    tenant_business_url: String,
    /// Address of the one that shows attacks on this tenant; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    tenant_threat_url: String,
}

/// Get the dashboards of an authorization server
///
/// Where they are stands in the server's settings (`dashboard_…`). The servers by which Authplane itself is managed have none (400).
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/dashboards", tags = ["servers"] }]
async fn list_dashboards(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpDashboards>, AcpError> {
    let context = request.context();
    let aid = path.0.aid;
    let found = authorization_server::find(&context.store, caller.tenant(), &aid).await?;
    let server = found.ok_or_else(|| AcpError::not_found("authorization_server", &aid))?;
    if server.system {
        return Err(DomainError::refused("system_server", "a server of the system has no dashboards").into());
    }
    let at = |url: &Option<DashboardUrl>| url.as_ref().map(|url| url.of(server.key())).unwrap_or_default();
    let config = &context.config;
    let sample_business_url = at(&config.dashboard_sample_business);
    let sample_threat_url = at(&config.dashboard_sample_threat);
    let tenant_business_url = at(&config.dashboard_tenant_business);
    let tenant_threat_url = at(&config.dashboard_tenant_threat);
    let all = [&sample_business_url, &sample_threat_url, &tenant_business_url, &tenant_threat_url];
    let enabled = all.into_iter().any(|url| !url.is_empty());
    Ok(JsonReply(AcpDashboards {
        enabled,
        sample_business_url,
        sample_threat_url,
        tenant_business_url,
        tenant_threat_url,
    }))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(list_dashboards).errors(&[400, 404]).response_example(json!({
        "enabled": true, "sample_business_url": "", "sample_threat_url": "",
        "tenant_business_url": "https://grafana.example/d/business?var-tenant=default&var-server=default",
        "tenant_threat_url": "https://grafana.example/d/threats?var-tenant=default&var-server=default"
    }));
}
