//! `/api/admin/{tid}/tenant`: the tenant itself, as its own administrators see it; and how the dialect shows one and takes one.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::Jwks;
use authplane_domain::configuration::beside::TenantBeside;
use authplane_domain::configuration::wanted::{BroughtKeys, WantedTenant};
use authplane_domain::installation::tenant::{
    self, AuthenticationContextSettings, NewTenant, Tenant, TenantChanges, key,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, IfMatch, JsonReply, Path, Request, Surface, Tagged};
use crate::server::signing_algorithm;

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["tenants:read", "tenants:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["tenants:write"];
}

/// A tenant: authorization servers, clients and users that share nothing with those of any other.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpTenant {
    /// Id of the tenant, the first part of its issuers.
    id: String,
    /// Name of the tenant, for people.
    name: String,
    /// Address at which its people find it. The server makes nothing of it. Empty in a dump, where it is made of the address of the installation.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    url: String,
    /// What is known about its users, whichever way they sign in.
    authentication_context_settings: AuthenticationContextSettings,
    /// Its own keys, without their private parts. Those of its authorization servers are theirs. Lists leave them out.
    #[serde(skip_serializing_if = "Option::is_none")]
    jwks: Option<Jwks>,
}

/// What a tenant is made from, or replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpTenantRequest {
    /// Id of the tenant, the first part of its issuers. Taken at creation only, and made by the server when absent.
    id: Option<String>,
    /// Name of the tenant, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: Option<String>,
    /// Address at which its people find it; made of the server's address and the id when absent or empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    url: Option<String>,
    /// What is known about its users, whichever way they sign in; the usual attributes when absent.
    authentication_context_settings: Option<AuthenticationContextSettings>,
    /// Its own keys, each with all of its private parts: RSA of 2048 to 4096 bits, P-256 or Ed25519. They take the place of those that it has. What is shown of
    /// these can be sent back, and changes nothing, like an empty list. Others are brought by callers who may do everything.
    jwks: Option<Jwks>,
}

impl AcpTenant {
    /// Without its keys.
    pub(in crate::api::acp) fn of(context: &Shared, tenant: Tenant) -> Self {
        let Tenant { id, name, url, authentication_context_settings, .. } = tenant;
        let url = url.unwrap_or_else(|| url_of(context, &id));
        Self { id, name, url, authentication_context_settings, jwks: None }
    }

    /// With its keys, the first of which is made when there is none yet.
    pub(in crate::api::acp) async fn with_keys(context: &Shared, tenant: Tenant) -> Result<Self, DomainError> {
        let keys = key::published(&context.store, &tenant.id, signing_algorithm(&context.config)).await?;
        Ok(Self { jwks: Some(keys), ..Self::of(context, tenant) })
    }
}

impl AcpTenantRequest {
    /// With an administrator, whom nobody could make otherwise.
    pub(in crate::api::acp) fn into_new(self, context: &Shared, with_default_server: bool) -> NewTenant {
        let id = filled(self.id);
        NewTenant {
            name: self.name.unwrap_or_default(),
            url: filled(self.url).filter(|url| id.as_deref().is_none_or(|id| *url != url_of(context, id))),
            key_algorithm: signing_algorithm(&context.config),
            authentication_context_settings: self.authentication_context_settings,
            jwks: self.jwks,
            with_administrator: true,
            without_default_server: !with_default_server,
            id,
        }
    }

    /// Whoever brings keys knows them, and could sign with them what the tenant never said.
    pub(in crate::api::acp) fn brings_keys(&self) -> bool {
        self.jwks.iter().flat_map(|jwks| &jwks.keys).any(key::has_private_part)
    }

    pub(in crate::api::acp) fn into_changes(self, context: &Shared, id: &str) -> TenantChanges {
        TenantChanges {
            name: self.name.unwrap_or_default(),
            // Whoever writes back what was shown hasn't chosen it.
            url: filled(self.url).filter(|url| *url != url_of(context, id)),
            authentication_context_settings: self.authentication_context_settings,
            jwks: self.jwks,
        }
    }
}

impl AcpTenant {
    /// As a dump has it: without what is made of this server's address.
    pub(in crate::api::acp) fn dumped(tenant: Tenant) -> Self {
        let Tenant { id, name, url, authentication_context_settings, .. } = tenant;
        Self { id, name, url: url.unwrap_or_default(), authentication_context_settings, jwks: None }
    }
}

impl AcpTenantRequest {
    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<TenantBeside>) -> WantedTenant {
        let Self { id: _, name, url, authentication_context_settings, jwks } = self;
        let TenantBeside { created_at, keys } = beside.unwrap_or_default();
        WantedTenant {
            name: name.unwrap_or_default(),
            url: filled(url),
            authentication_context_settings,
            keys: BroughtKeys::of(keys, jwks.map(|jwks| jwks.keys)),
            created_at,
        }
    }
}

fn url_of(context: &Shared, id: &str) -> String {
    format!("{}/{id}", context.origin().public)
}

/// The tenant that is there.
pub(in crate::api::acp) async fn existing(context: &Shared, id: &str) -> Result<Tenant, AcpError> {
    let found = tenant::find(&context.store, id).await?;
    found.map(|found| Tenant::clone(&found)).ok_or_else(|| AcpError::not_found("tenant", id))
}

/// The tenant with its keys, as an answer that shows it.
pub(in crate::api::acp) async fn tagged(
    context: &Shared,
    tenant: Tenant,
) -> Result<Tagged<JsonReply<AcpTenant>>, AcpError> {
    let reply = JsonReply(AcpTenant::with_keys(context, tenant.clone()).await?);
    Ok(Tagged { reply, version: tenant::version(&context.store, &tenant).await? })
}

/// Get the tenant
///
/// The one of the path, which is the caller's own.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/tenant", tags = ["tenants"] }]
async fn get_admin_tenant(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<Tagged<JsonReply<AcpTenant>>, AcpError> {
    let context = request.context();
    tagged(context, existing(context, caller.tenant()).await?).await
}

/// Replace the tenant
///
/// Its id stays, and so do its keys unless the body brings others; what else the body leaves out returns to its default.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/tenant", tags = ["tenants"] }]
async fn update_admin_tenant(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    seen: IfMatch,
    body: Body<AcpTenantRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpTenant>>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    caller.require_full_if(body.brings_keys())?;
    let changes = body.into_changes(context, caller.tenant());
    tagged(context, tenant::change(&caller.acting_if(&request, &seen), changes).await?).await
}

/// A tenant with its keys, as the document shows one.
pub(in crate::api::acp) fn example() -> Value {
    json!({
        "id": "acme", "name": "Acme", "url": "http://127.0.0.1:8080/acme",
        "authentication_context_settings": {"attributes": [{"name": "email", "description": "", "label": "Email", "type": "string"}]},
        "jwks": {"keys": [{
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "1",
            "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
        }]}
    })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("tenants", "Tenants, each with authorization servers, clients and users of its own (ACP).");
    surface.register(get_admin_tenant).errors(&[404]).response_example(example());
    surface
        .register(update_admin_tenant)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "Acme"}))
        .response_example(example());
}
