//! Who calls a management operation, and whether they may: the one place where an access token opens the control surface.

use std::marker::PhantomData;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use authplane_domain::catalogue::control_surface::{self, FULL_SCOPE, LOCAL_USER_STORE_SCOPES};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::storage::row::Precondition;
use futures::future::BoxFuture;
use http::HeaderMap;
use serde_json::json;

use crate::context::Context;
use crate::edge::conditional::Expected;
use crate::edge::document::Description;
use crate::edge::idempotency::Identity;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{FromRequest, IfMatch, Rejection, Request};
use crate::tokens::verify::{self, Verified, VerifyError};

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
    /// ACP's developer API of the tenant in the path: tokens of the users of that tenant's `developer` server.
    AcpDeveloper,
    /// ACP's system API of the tenant in the path: tokens of that tenant's `system` server.
    AcpSystem,
    /// ACP's system API of the installation: tokens of the server `system` of the tenant `system`. A tenant in the path is the thing that it is about.
    AcpSetup,
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
    admission: Arc<Admission>,
    permission: PhantomData<fn() -> P>,
}

/// By which token, for which of the built-in services, and with which rights.
struct Admission {
    context: Context,
    api: Api,
    scopes: &'static [&'static str],
    verified: Verified,
    door: Door,
    /// Everything, or what the token's scopes say.
    full: bool,
}

/// Another caller, or the same with other rights, may have to be answered otherwise. Which scopes still count, of those that the token carries, says what the
/// rights are: with `all` among them it is everything, and who is let in without any may do everything too.
impl Identity for Admission {
    fn tenant(&self) -> &str {
        &self.verified.claims.tid
    }

    fn caller(&self) -> Vec<&str> {
        let claims = &self.verified.claims;
        let mut scopes: Vec<&str> =
            claims.scopes().filter(|scope| self.door.opens_to(&self.verified, &[scope])).collect();
        scopes.sort_unstable();
        let mut caller = vec![claims.aid.as_str(), &claims.client_id, &claims.sub];
        caller.extend(scopes);
        caller
    }

    fn is_still_let_in<'a>(&'a self, headers: &'a HeaderMap) -> BoxFuture<'a, Result<(), Rejection>> {
        Box::pin(async move {
            let now = Self::of(&self.context, headers, self.api, self.scopes).await?;
            if self.full && !now.full {
                return Err(Rejection::Forbidden { scopes: vec![FULL_SCOPE] });
            }
            Ok(())
        })
    }
}

impl<P> Caller<P> {
    /// The token's own tenant. It is the one that the operation works on, for all families but that which is about tenants.
    #[must_use]
    pub fn tenant(&self) -> &str {
        &self.admission.verified.claims.tid
    }

    /// The caller's identity.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.admission.verified.claims.sub
    }

    /// The user who signed in, where the token is a user's. Of them only what never changes is told: who they are, and how they proved it.
    #[must_use]
    pub fn user(&self) -> Option<&Authentication> {
        self.admission.verified.grant.as_ref().map(|grant| &grant.details.authentication)
    }

    /// May the caller do everything in its family of operations? Only such a caller can see or change what others could gain rights by.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.admission.full
    }

    /// May the caller also do what asks for this permission?
    #[must_use]
    pub fn may<Q: Permission>(&self) -> bool {
        let Admission { verified, door, full, .. } = &*self.admission;
        *full || door.opens_to(verified, Q::SCOPES)
    }

    /// Lets a caller go on who has waited: rights that are gone meanwhile are gone.
    ///
    /// # Errors
    /// What whoever comes now would be answered.
    pub async fn is_still_let_in(&self, request: &Request<Context>) -> Result<(), Rejection> {
        self.admission.is_still_let_in(request.headers()).await
    }

    /// Refuses a caller who may do only a part, where `guarded` says that rights could be gained by it.
    ///
    /// # Errors
    /// [`Rejection::Forbidden`].
    pub fn require_full_if(&self, guarded: bool) -> Result<(), Rejection> {
        if guarded && !self.is_full() { Err(Rejection::Forbidden { scopes: vec![FULL_SCOPE] }) } else { Ok(()) }
    }

    /// An authorization server of the caller's tenant.
    #[must_use]
    pub fn server<'a>(&'a self, id: &'a str) -> ServerKey<'a> {
        ServerKey { tenant: self.tenant(), id }
    }

    /// Who acts where: for every change that the caller asks for.
    #[must_use]
    pub fn acting(&self, request: &Request<Context>) -> Acting {
        let actor = Actor {
            subject: self.subject().to_owned(),
            request_id: request.id().to_owned(),
            address: Some(request.client_address()),
        };
        Acting::new(&request.context().store, self.tenant(), actor).noting(request.may_be_done())
    }

    /// As [`Caller::acting`], for a change of what the caller has seen.
    #[must_use]
    pub fn acting_if(&self, request: &Request<Context>, seen: &IfMatch) -> Acting {
        if_seen(self.acting(request), seen)
    }
}

/// The same, for a change of what has been seen.
#[must_use]
pub fn if_seen(acting: Acting, seen: &IfMatch) -> Acting {
    match seen.expected() {
        None => acting,
        Some(Expected::Any) => acting.if_match(Precondition::Exists),
        Some(Expected::OneOf(versions)) => acting.if_match(Precondition::HasVersion(versions.clone())),
    }
}

impl Admission {
    /// Lets the bearer in, to an operation of this family for which one of these scopes is enough.
    async fn of(
        context: &Context,
        headers: &HeaderMap,
        api: Api,
        scopes: &'static [&'static str],
    ) -> Result<Self, Rejection> {
        let token = bearer_of(headers)?;
        let verified = verify::access_token(context, token).await.map_err(|error| rejection(context, &error))?;
        let door = Door::of(context, api, &verified);
        let door = door.ok_or(Rejection::Unauthenticated(Unauthenticated::Invalid))?;
        let full = door.opens_fully_to(api, &verified);
        if !full && !door.opens_to(&verified, scopes) {
            return Err(Rejection::Forbidden { scopes: scopes.to_vec() });
        }
        Ok(Self { context: Arc::clone(context), api, scopes, verified, door, full })
    }
}

impl<P: Permission> FromRequest<Context> for Caller<P> {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let admission = Admission::of(request.context(), request.headers(), P::API, P::SCOPES).await;
        // Whatever the family, but that which is about tenants: where a path names a tenant, it is the token's.
        let is_elsewhere =
            |tenant: &str| P::API != Api::AcpSetup && request.variable("tid").is_some_and(|tid| tid != tenant);
        if admission.as_ref().is_ok_and(|admission| is_elsewhere(admission.tenant())) {
            return Err(Rejection::Unauthenticated(Unauthenticated::Invalid));
        }
        let admission = Arc::new(admission?);
        request.let_in(Arc::clone(&admission) as _);
        Ok(Self { admission, permission: PhantomData })
    }

    fn describe(description: &mut Description) {
        description.errors.extend([401, 403]);
        let scheme = scheme(P::API);
        let full = (!matches!(P::API, Api::AcpSystem | Api::AcpDeveloper)).then_some(&FULL_SCOPE);
        description.security.extend(P::SCOPES.iter().chain(full).map(|scope| json!({scheme: [scope]})));
        if P::API == Api::AcpDeveloper {
            description.security.push(json!({scheme: []}));
        }
        // However the token was got.
        description.security.push(json!({BEARER: []}));
    }
}

/// Name of a family's security scheme in the document. A token of the `admin` server opens all families but the system APIs.
#[must_use]
pub fn scheme(api: Api) -> &'static str {
    match api {
        Api::AcpAdmin | Api::Logto | Api::LocalUserStore => "admin",
        Api::AcpDeveloper => "developer",
        Api::AcpSystem => "system",
        Api::AcpSetup => "setup",
    }
}

/// Name of the scheme of whoever has a token already.
pub const BEARER: &str = "bearer";

/// The token of an `Authorization: Bearer` header (RFC 6750 §2.1); never of the query.
///
/// # Errors
/// [`Rejection::Unauthenticated`].
pub fn bearer(request: &Request<Context>) -> Result<&str, Rejection> {
    bearer_of(request.headers())
}

fn bearer_of(headers: &HeaderMap) -> Result<&str, Rejection> {
    let header =
        headers.get(http::header::AUTHORIZATION).ok_or(Rejection::Unauthenticated(Unauthenticated::Missing))?;
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
        VerifyError::Domain(DomainError::Unavailable(cause)) => Rejection::unavailable(cause),
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

/// What a token is addressed to: the built-in service whose scopes count here, and no other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// The administration API, for tokens of the tenant's `admin` server; and that of the installation, for tokens of its own tenant's `system` server.
    ControlPlane,
    /// The developer API, for tokens of users of the tenant's `developer` server.
    Developer,
    /// The system API, for tokens of the tenant's `system` server.
    System,
    /// Logto's management API, by its own audience.
    ManagementApi,
    /// The local user store, by its own audience.
    LocalUserStore,
}

impl Door {
    /// Which one the token is for, of those that lead to the API; `None` where it is for neither. The audience alone isn't enough: the server that issues
    /// tokens for it must have issued this one.
    fn of(context: &Context, api: Api, verified: &Verified) -> Option<Self> {
        let claims = &verified.claims;
        let is =
            |server: &str, audience: &str| claims.aid == server && claims.aud.iter().any(|known| known == audience);
        // Only servers of the system issue tokens with this audience, and only for themselves: see `oauth::issue::audience`.
        let control = |server: &str| is(server, &context.origin().control);
        // What a client was given for its own work isn't for whoever signs in through it.
        let own = verified.grant.is_none();
        match api {
            Api::AcpAdmin | Api::Logto | Api::LocalUserStore if control(ADMIN) => Some(Self::ControlPlane),
            Api::AcpDeveloper if !own && control(DEVELOPER) => Some(Self::Developer),
            Api::AcpSystem if own && control(SYSTEM) => Some(Self::System),
            Api::AcpSetup if own && control(SYSTEM) && claims.tid == tenant::SYSTEM => Some(Self::ControlPlane),
            Api::Logto if own && is(DEFAULT, &management_audience(&claims.tid)) => Some(Self::ManagementApi),
            Api::LocalUserStore if own && is(DEFAULT, LOCAL_USER_STORE_AUDIENCE) => Some(Self::LocalUserStore),
            _ => None,
        }
    }

    /// Does the token carry this scope, and was its client given that very scope, of the service behind this door? An API client has what its roles give,
    /// which was looked up when its token was verified; of that, what the local user store doesn't know says nothing here.
    fn holds(self, verified: &Verified, scope: &str) -> bool {
        let Verified { claims, client, grant } = verified;
        if !claims.scopes().any(|carried| carried == scope) {
            return false;
        }
        match self {
            // There everybody may do all there is, with what is theirs.
            Self::Developer => false,
            Self::ControlPlane => client.holds(service::CONTROL_PLANE, scope),
            Self::System => {
                control_surface::service_of_system_scope(scope).is_some_and(|service| client.holds(&service, scope))
            }
            Self::ManagementApi => client.holds(service::MANAGEMENT_API, scope),
            Self::LocalUserStore if grant.is_none() && claims.sub != claims.client_id => {
                LOCAL_USER_STORE_SCOPES.contains(&scope)
            }
            Self::LocalUserStore => client.holds(service::LOCAL_USER_STORE, scope),
        }
    }

    /// Is one of these scopes held? A user's token opens everything or nothing: who agrees to `clients:read` for an application hasn't been asked what that is.
    /// Developers are asked for no scope: the `developer` server is there for nothing else (ACP behaviour §2).
    fn opens_to(self, verified: &Verified, scopes: &[&str]) -> bool {
        if self == Self::Developer {
            return true;
        }
        verified.grant.is_none() && scopes.iter().any(|scope| self.holds(verified, scope))
    }

    /// The full scope opens everything behind the door. ACP's admin API, and its system API of the installation, ask for no scope: being a token of their server is the gate (ACP behaviour §2).
    /// So a client that was never given any scope may do everything there; once it was given one it is limited to what it is given, also when that becomes
    /// nothing. Users are never full without the scope.
    fn opens_fully_to(self, api: Api, verified: &Verified) -> bool {
        // Who signs users in can be any of them: that is given by name only.
        if matches!(self, Self::System | Self::Developer) {
            return false;
        }
        let asks_for_none = matches!(api, Api::AcpAdmin | Api::AcpSetup);
        let unlimited = asks_for_none && verified.grant.is_none() && !verified.client.client.limited;
        unlimited || self.holds(verified, FULL_SCOPE)
    }
}
