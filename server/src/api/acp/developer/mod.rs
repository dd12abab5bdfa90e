//! The developer API of a tenant: `/api/developer/{tid}/…`. Its callers are the users of the tenant's `developer` server, each with clients of their own.

pub mod clients;
pub mod servers;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer, DEVELOPER};
use authplane_domain::catalogue::control_surface::opens_installation;
use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::sign_in::session::Authentication;
use http::HeaderMap;
use serde_json::{Map, Value};

use super::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Rejection, Request, Surface};
use crate::oauth::issue::authentication_context;
use crate::policy::input::{Question, REGISTER};
use crate::policy::{self, Facts};

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("developer", "What developers see and make for themselves: servers with scopes, and clients (ACP).");
    servers::register(surface);
    clients::register(surface);
}

/// Whoever signs in at the `developer` server may do all that is here, with what is theirs.
struct Develop;
impl Permission for Develop {
    const API: Api = Api::AcpDeveloper;
    const SCOPES: &'static [&'static str] = &[];
}

/// The developer who calls.
fn developer(caller: &Caller<Develop>) -> Result<&Authentication, Rejection> {
    // Nobody else was let in.
    caller.user().ok_or(Rejection::Unauthenticated(Unauthenticated::Invalid))
}

/// What policies are told of a developer: what is known of them now, and the request that they sent.
struct Judged<'r> {
    known: Map<String, Value>,
    headers: &'r HeaderMap,
}

impl<'r> Judged<'r> {
    async fn of(request: &'r Request<Context>, caller: &Caller<Develop>) -> Result<Self, AcpError> {
        let store = &request.context().store;
        let known = authentication_context::known_now(store, caller.server(DEVELOPER), developer(caller)?).await?;
        Ok(Self { known, headers: request.headers() })
    }

    /// Does the policy let the developer through? Where there is none, everybody.
    async fn passes(
        &self,
        context: &Shared,
        server: &AuthorizationServer,
        policy_id: Option<&str>,
    ) -> Result<bool, DomainError> {
        let question = Question::at(REGISTER, &server.id);
        let facts = Facts::new(&self.known).with_headers(self.headers).with_question(question);
        Ok(policy::check(&context.store, &server.tenant_id, policy_id, facts).await?.authorized)
    }

    /// The scopes of a server that the developer's clients may have. What opens the installation is for administrators to give, whatever a policy says.
    async fn scopes(
        &self,
        context: &Shared,
        server: &AuthorizationServer,
    ) -> Result<Vec<ScopeWithService>, DomainError> {
        let listed = scope::list_of_server(&context.store, server.key()).await?;
        let mut judged: Vec<(&str, bool)> = Vec::new();
        let mut allowed = Vec::new();
        for entry in listed.iter() {
            let opens = |service: &str| opens_installation(service, &server.id);
            if entry.scope.service_id.as_deref().is_some_and(opens) {
                continue;
            }
            let passes = match entry.scope.developer_policy_id.as_deref() {
                None => true,
                Some(policy_id) => match judged.iter().find(|(known, _)| *known == policy_id) {
                    Some((_, passes)) => *passes,
                    None => {
                        let passes = self.passes(context, server, Some(policy_id)).await?;
                        judged.push((policy_id, passes));
                        passes
                    }
                },
            };
            if passes {
                allowed.push(entry.clone());
            }
        }
        Ok(allowed)
    }
}

/// A server that developers can make clients at: those of the system aren't there for them.
async fn regular_server(context: &Shared, caller: &Caller<Develop>, id: &str) -> Result<AuthorizationServer, AcpError> {
    let found = authorization_server::find(&context.store, caller.tenant(), id).await?;
    let found = found.filter(|server| !server.system).ok_or_else(|| AcpError::not_found("authorization_server", id))?;
    Ok(AuthorizationServer::clone(&found))
}
