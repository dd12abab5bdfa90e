//! Who calls a management operation, and whether they may: the one place where an access token opens the control surface.

use std::marker::PhantomData;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::{authorization_server, service};
use authplane_domain::installation::audit::Actor;
use serde_json::json;

use crate::context::Context;
use crate::edge::document::Description;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{FromRequest, Rejection, Request};
use crate::tokens::claims::Claims;
use crate::tokens::verify::{self, Verified, VerifyError};

/// The full scope: whoever holds it needs no other.
pub const FULL_SCOPE: &str = "all";

/// Scopes of the built-in service that is this control plane. A token that carries one is narrowed to those it carries.
pub const CONTROL_PLANE_SCOPES: &[&str] = &[
    FULL_SCOPE,
    "servers:read",
    "servers:write",
    "claims:read",
    "claims:write",
    "policies:read",
    "policies:write",
    "services:read",
    "services:write",
    "scopes:read",
    "scopes:write",
    "clients:read",
    "clients:write",
    "resources:read",
    "resources:write",
    "api-clients:read",
    "api-clients:write",
    "admin",
    "service",
    "apiClientsManage",
];

/// Scope of the system API that signs users in.
pub const MANAGE_LOGINS: &str = "manage_logins";
/// Scope of the system API that grants on behalf of users.
pub const MANAGE_CONSENTS: &str = "manage_consents";

/// Audience of the local user store on the tenant's default server: the indicator of its built-in service.
pub const LOCAL_USER_STORE_AUDIENCE: &str = "urn:authplane:service:local-user-store";

/// Audience of Logto's management API of a tenant (Logto behaviour §2).
#[must_use]
pub fn management_audience(tenant: &str) -> String {
    format!("https://{tenant}.logto.app/api")
}

/// A family of operations, which decides whose tokens count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// ACP's admin API of the tenant in the path: tokens of that tenant's `admin` server.
    AcpAdmin,
    /// ACP's system API of the tenant in the path: tokens of that tenant's `system` server.
    AcpSystem,
    /// Logto's management API of the token's tenant: its audience is `https://{tenant}.logto.app/api`, or the control plane on the `admin` server.
    Logto,
    /// The local user store of the token's tenant: its audience is the built-in service, or the control plane on the `admin` server.
    LocalUserStore,
}

/// What an operation asks of its caller. Implemented by an empty type beside the operations that share it.
pub trait Permission: Send + Sync + 'static {
    /// The family of the operation.
    const API: Api;
    /// Scopes of which one is enough, besides the full scope. ACP's system API knows no full scope.
    const SCOPES: &'static [&'static str];
}

/// A caller who has been let in. Put it first among a handler's arguments, so that nothing else is read before.
pub struct Caller<P> {
    claims: Arc<Claims>,
    full: bool,
    permission: PhantomData<fn() -> P>,
}

impl<P> Caller<P> {
    /// The tenant that the operation works on: for all families the token's own.
    #[must_use]
    pub fn tenant(&self) -> &str {
        &self.claims.tid
    }

    /// The caller's identity.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.claims.sub
    }

    /// May the caller do everything in its family of operations? Only such a caller can see or change what others could gain rights by.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Does the caller's token carry the scope, or may the caller do everything?
    #[must_use]
    pub fn holds(&self, scope: &str) -> bool {
        self.full || self.claims.scopes().any(|held| held == scope)
    }

    /// Who did it, for the audit event.
    #[must_use]
    pub fn actor(&self, request: &Request<Context>) -> Actor {
        Actor { subject: self.claims.sub.clone(), request_id: request.id().to_owned() }
    }
}

impl<P: Permission> FromRequest<Context> for Caller<P> {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let context = Arc::clone(request.context());
        let token = bearer(request)?;
        let verified = verify::access_token(&context, token).await.map_err(|error| rejection(&context, &error))?;
        let claims = &verified.claims;
        if !is_addressed(&context, P::API, &verified) {
            return Err(Rejection::Unauthenticated(Unauthenticated::Invalid));
        }
        if matches!(P::API, Api::AcpAdmin | Api::AcpSystem) && request.variable("tid") != Some(claims.tid.as_str()) {
            return Err(Rejection::Unauthenticated(Unauthenticated::Invalid));
        }
        let full = is_full(P::API, &verified);
        let enough =
            |held: &str| P::SCOPES.contains(&held) && (P::API != Api::AcpSystem || has_of_system(&verified, held));
        if !full && !claims.scopes().any(enough) {
            return Err(Rejection::Forbidden { scopes: P::SCOPES.to_vec() });
        }
        Ok(Self { claims: verified.claims, full, permission: PhantomData })
    }

    fn describe(description: &mut Description) {
        description.errors.extend([401, 403]);
        let scheme = scheme(P::API);
        let full = (P::API != Api::AcpSystem).then_some(&FULL_SCOPE);
        description.security.extend(P::SCOPES.iter().chain(full).map(|scope| json!({scheme: [scope]})));
    }
}

/// Name of a family's security scheme in the document.
#[must_use]
pub fn scheme(api: Api) -> &'static str {
    match api {
        Api::AcpAdmin => "acp_admin",
        Api::AcpSystem => "acp_system",
        Api::Logto => "logto",
        Api::LocalUserStore => "local_user_store",
    }
}

/// The token of an `Authorization: Bearer` header (RFC 6750 §2.1); never of the query.
///
/// # Errors
/// [`Rejection::Unauthenticated`].
pub fn bearer(request: &Request<Context>) -> Result<&str, Rejection> {
    let header = request
        .headers()
        .get(http::header::AUTHORIZATION)
        .ok_or(Rejection::Unauthenticated(Unauthenticated::Missing))?;
    let header = header.to_str().map_err(|_| Rejection::Unauthenticated(Unauthenticated::Invalid))?;
    match header.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(token.trim_start_matches(' ')),
        _ => Err(Rejection::Unauthenticated(Unauthenticated::Scheme)),
    }
}

/// A token that can't be checked is either not valid or can't be judged at present.
#[must_use]
pub fn rejection(context: &Context, error: &VerifyError) -> Rejection {
    match error {
        VerifyError::Invalid(_) => Rejection::Unauthenticated(Unauthenticated::Invalid),
        VerifyError::Domain(DomainError::Unavailable(_)) => Rejection::Unavailable,
        VerifyError::Domain(error) => {
            context.log.event(
                context.now(),
                crate::log::Level::Error,
                "a token can't be checked",
                &[("error", error.to_string().into())],
            );
            Rejection::Internal
        }
    }
}

fn is_addressed(context: &Context, api: Api, verified: &Verified) -> bool {
    let claims = &verified.claims;
    let to = |audience: &str| claims.aud.iter().any(|known| known == audience);
    // Only servers of the system issue tokens with this audience, and only for themselves: see `oauth::issue::audience`.
    let of = |server: &str| claims.aid == server && to(&context.origin().control);
    let control = of(authorization_server::ADMIN);
    // What a client was given for its own work isn't for whoever signs in through it.
    let own = verified.grant.is_none();
    match api {
        Api::AcpAdmin => control,
        Api::AcpSystem => own && of(authorization_server::SYSTEM),
        Api::Logto => control || (own && to(&management_audience(&claims.tid))),
        Api::LocalUserStore => control || (own && to(LOCAL_USER_STORE_AUDIENCE)),
    }
}

/// The full scope opens everything. ACP's admin API asks for no scope: being a token of the `admin` server is the gate (ACP behaviour §2). A client that was given
/// scopes of the control plane is narrowed to them all the same, also when it doesn't ask for one. So is every user: who agrees to `openid` hasn't agreed to be
/// the administrator for an application.
fn is_full(api: Api, verified: &Verified) -> bool {
    // Who signs users in can be any of them: that is given by name only.
    if api == Api::AcpSystem {
        return false;
    }
    if verified.claims.scopes().any(|held| held == FULL_SCOPE) {
        return true;
    }
    let narrowed = || {
        let given = verified.client.scopes.iter().map(|allowed| allowed.name.as_str());
        given.chain(verified.claims.scopes()).any(|scope| CONTROL_PLANE_SCOPES.contains(&scope))
    };
    api == Api::AcpAdmin && verified.grant.is_none() && !narrowed()
}

/// Was the client given this scope of the built-in service that has it? The name alone says nothing: any service of the server may have a scope called so.
fn has_of_system(verified: &Verified, scope: &str) -> bool {
    let privacy = service::privacy_id(authorization_server::SYSTEM);
    let service = if scope == MANAGE_LOGINS { service::LOGINS } else { &privacy };
    verified.client.scopes.iter().any(|given| given.name == scope && given.service_id.as_deref() == Some(service))
}
