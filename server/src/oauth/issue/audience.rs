//! Which resource servers a token is for, and which scopes of theirs it carries (RFC 8707, RFC 9068 §3).

use authplane_domain::Result as DomainResult;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::control_surface::opens_management;
use authplane_domain::catalogue::{scope, service};
use authplane_domain::clients::client::{AllowedScope, ClientCredentials};
use authplane_domain::storage::cache::Freshness;

use crate::caller::{LOCAL_USER_STORE_AUDIENCE, management_audience};
use crate::context::Context;
use crate::oauth::error::OAuthError;

/// The scopes of OpenID Connect (Core §5.4, §11): they are about the user and the token itself, so they belong to no resource and go with each.
pub const IDENTITY_SCOPES: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

/// What a token will say.
#[derive(Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// `aud`.
    pub audience: Vec<String>,
    /// The granted scopes, in the order asked for.
    pub scopes: Vec<&'a str>,
    /// Seconds that the token lives.
    pub lifetime: i64,
    /// The services whose scopes these are; all of the server where none is named.
    pub services: Option<Vec<String>>,
}

/// Where a token is aimed at.
struct Aim {
    audience: Vec<String>,
    services: Option<Vec<String>>,
    lifetime: Option<i64>,
}

/// Why nothing can be aimed at.
type NoTarget = &'static str;

/// Whose token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The client's own.
    Client,
    /// A user's: it may also have scopes about the user, whatever resource it is for.
    User,
}

/// The scopes of a parameter (RFC 6749 §3.3).
pub fn scopes_of(parameter: &str) -> impl Iterator<Item = &str> {
    parameter.split(' ').filter(|scope| !scope.is_empty())
}

/// Decides audience and scopes of a token. Only what was asked for is granted, and only what the client was given.
///
/// # Errors
/// `invalid_target` for a resource that doesn't exist on this server, `invalid_scope` for a scope that the client wasn't given or that belongs to another
/// resource than those asked for.
pub async fn resolve<'a>(
    context: &Context,
    server: &AuthorizationServer,
    client: &'a ClientCredentials,
    whose: Whose,
    resources: &[String],
    scopes: &[&str],
) -> Result<Target<'a>, OAuthError> {
    let aim = aim(context, server, client, whose, resources).await?;
    let Aim { audience, services, lifetime } = aim.map_err(OAuthError::invalid_target)?;
    // What opens the control surface is given to a client for its own work: else each of its users would be the administrator.
    let opens = |services: &[String]| services.iter().any(|service| opens_management(service));
    if whose == Whose::User && !server.system && services.as_deref().is_some_and(opens) {
        return Err(OAuthError::invalid_target("a user's token can't be for the control surface"));
    }
    // First: what is left are names of the client's own scopes, and no more of them than it has, whatever is asked for.
    let scopes = grant(client, whose, services.as_deref(), scopes)?;
    if let Some(services) = services.as_deref().filter(|services| services.len() > 1) {
        refuse_confusable(context, server, client, services, &scopes).await?;
    }
    Ok(Target { audience, scopes, lifetime: lifetime.unwrap_or(server.access_token_ttl), services })
}

/// The services whose scopes a user's token for these resources would have: all where none is named, and none where there is no such resource.
///
/// # Errors
/// Without database.
pub async fn services(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    resources: &[String],
) -> DomainResult<Option<Vec<String>>> {
    let aim = aim(context, server, client, Whose::User, resources).await?;
    Ok(aim.map_or_else(|_| Some(Vec::new()), |aim| aim.services))
}

async fn aim(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    whose: Whose,
    resources: &[String],
) -> DomainResult<Result<Aim, NoTarget>> {
    let tenant = &server.tenant_id;
    let mut audience = Vec::with_capacity(resources.len().max(1));
    let mut services: Option<Vec<String>> = None;
    let mut lifetime: Option<i64> = None;
    for resource in resources {
        let found = if server.system && *resource == context.origin().control {
            service::CONTROL_PLANE.to_owned()
        } else {
            // RFC 8707 §2: an absolute URI without a fragment; what isn't one can't be registered under that name either, so looking it up is enough.
            let found = service::find_by_indicator(&context.store, Freshness::Notified, tenant, resource).await?;
            let found = found.filter(|found| found.server_id == server.id);
            let Some(found) = found else { return Ok(Err("there is no such resource on this authorization server")) };
            shorten(&mut lifetime, found.access_token_ttl);
            found.id.clone()
        };
        if !audience.contains(resource) {
            audience.push(resource.clone());
            services.get_or_insert_default().push(found);
        }
    }
    if audience.is_empty() {
        if server.system {
            // The servers of the system exist for the control plane: its tokens are for it, whatever else a client is registered for.
            audience.push(context.origin().control.clone());
        } else if let Some(default) = service::default_of_tenant(&context.store, Freshness::Notified, tenant).await?
            // As for resources that are named: another server's are none of this one's.
            && default.server_id == server.id
            && (whose == Whose::Client || !opens_management(&default.id))
        {
            shorten(&mut lifetime, default.access_token_ttl);
            audience.push(default.indicator.clone());
            services = Some(vec![default.id.clone()]);
        } else {
            let registered = client.client.audience.0.iter();
            audience.extend(registered.filter(|audience| !is_reserved(context, tenant, audience)).cloned());
            if audience.is_empty() {
                if !client.id_is_free || is_reserved(context, tenant, &client.client.id) {
                    return Ok(Err("the client's id is the audience of something else"));
                }
                audience.push(client.client.id.clone());
            }
        }
    }
    Ok(Ok(Aim { audience, services, lifetime }))
}

/// The scopes of a token count at each of its audiences (RFC 8707 §2), and names are chosen freely: what is harmless at one resource may open another.
/// So the control surface is an audience by itself only, and a scope can't be had for a resource that has one of the same name which the client wasn't given.
async fn refuse_confusable(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    services: &[String],
    scopes: &[&str],
) -> Result<(), OAuthError> {
    if services.iter().any(|service| opens_management(service)) {
        return Err(OAuthError::invalid_target("a token for the control surface can't be for anything else"));
    }
    let by_name = scope::of_server_by_name(&context.store, server.key(), scopes).await?;
    for known in by_name.values().flat_map(|known| known.iter()) {
        let asked_for = known.service_id.as_ref().is_some_and(|service| services.contains(service));
        if asked_for && !client.scopes.iter().any(|allowed| allowed.id == known.id) {
            return Err(OAuthError::invalid_scope(
                "a requested resource has a scope of this name that the client was not given",
            ));
        }
    }
    Ok(())
}

/// Several resources: the shortest life of theirs.
fn shorten(lifetime: &mut Option<i64>, ttl: Option<i64>) {
    if let Some(ttl) = ttl {
        *lifetime = Some(lifetime.map_or(ttl, |known| known.min(ttl)));
    }
}

/// Audiences that open the control surface can only be had by naming them as a resource, never by registration.
fn is_reserved(context: &Context, tenant: &str, audience: &str) -> bool {
    audience == context.origin().control
        || audience == context.origin().public
        || audience == management_audience(tenant)
        || audience == LOCAL_USER_STORE_AUDIENCE
}

/// The scopes of a client that a name means at these services: those of the name that are theirs, of all services where none is named. What is about the user
/// goes with each.
pub fn meant<'a>(
    client: &'a ClientCredentials,
    whose: Whose,
    services: Option<&[String]>,
    name: &str,
) -> impl Iterator<Item = &'a AllowedScope> {
    let about_user = whose == Whose::User && IDENTITY_SCOPES.contains(&name);
    let services = services.filter(|_| !about_user);
    let is_theirs = move |allowed: &AllowedScope| {
        services.is_none_or(|services| allowed.service_id.as_ref().is_some_and(|service| services.contains(service)))
    };
    // What roles give is the client's own.
    let may_be_had = move |allowed: &AllowedScope| whose == Whose::Client || !allowed.by_role;
    client.scopes.iter().filter(move |allowed| allowed.name == name && is_theirs(allowed) && may_be_had(allowed))
}

fn grant<'a>(
    client: &'a ClientCredentials,
    whose: Whose,
    services: Option<&[String]>,
    scopes: &[&str],
) -> Result<Vec<&'a str>, OAuthError> {
    let mut granted: Vec<&str> = Vec::new();
    for wanted in scopes {
        let Some(allowed) = meant(client, whose, services, wanted).next() else {
            return Err(OAuthError::invalid_scope(
                "a requested scope is unknown, not allowed for this client, or not of the requested resource",
            ));
        };
        if !granted.contains(&allowed.name.as_str()) {
            granted.push(&allowed.name);
        }
    }
    Ok(granted)
}
