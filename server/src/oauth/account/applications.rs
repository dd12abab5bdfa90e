//! The applications that have access to what is the user's, and taking it back: what [`client_access`](crate::api::acp::public::client_access) is for applications.

use std::collections::BTreeMap;

use authplane_domain::Result as DomainResult;
use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client;
use authplane_domain::sign_in::scope_grant::{self, Given};
use authplane_domain::tokens::authorization_grant;
use authplane_domain::{Error as DomainError, Store};
use chrono::{DateTime, Utc};

use super::Visitor;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::party_of_client;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::consent::joined;
use crate::oauth::login::form_of;
use crate::pages::account::Notice;
use crate::pages::account::applications::{Application, Applications};
use crate::pages::consent::Scope;

/// Where it is, below the account page.
const PART: &str = "/applications";
/// Applications of one page.
const AT_ONCE: usize = 50;

/// What one application has of a user.
#[derive(Default)]
pub(super) struct Access {
    /// Since when, in seconds since the epoch.
    pub(super) since: i64,
    /// Also while the user is away.
    pub(super) offline: bool,
    /// The names of the scopes that it was given.
    pub(super) scopes: Vec<String>,
}

/// What applications have of a user, by their ids: what the user was asked for, and what they got without.
pub(super) async fn access(
    store: &Store,
    server: ServerKey<'_>,
    subject: &str,
) -> DomainResult<BTreeMap<String, Access>> {
    let mut access: BTreeMap<String, Access> = BTreeMap::new();
    for (client_id, given) in scope_grant::by_client(store, server, subject).await? {
        let since = given.iter().map(|given| given.given_at).min().unwrap_or_default();
        let scopes = given.into_iter().map(|given| given.scope_name).collect();
        access.insert(client_id, Access { since, scopes, offline: false });
    }
    for held in authorization_grant::held(store, server, subject).await? {
        let known = access.entry(held.client_id).or_insert_with(|| Access { since: held.since, ..Access::default() });
        known.since = known.since.min(held.since);
        known.offline = held.refreshable;
    }
    Ok(access)
}

/// How the scopes of a name are called, by all services that have one.
struct Texts {
    title: String,
    description: String,
    service: String,
}

impl Texts {
    /// Of a scope that is gone nothing but the name is known.
    fn of(name: &str, known: &[ScopeWithService]) -> Self {
        let named = || known.iter().filter(|listed| listed.scope.name == name);
        let services = named().filter_map(|listed| listed.service.as_ref());
        Self {
            title: joined(", ", named().map(|listed| listed.scope.display_name.as_str())),
            description: joined(" ", named().filter_map(|listed| listed.scope.description.as_deref())),
            service: joined(", ", services.filter(|service| !service.system).map(|service| service.name.as_str())),
        }
    }

    fn shown<'a>(&'a self, name: &'a str) -> Scope<'a> {
        let Self { title, description, service } = self;
        let service = (!service.is_empty()).then_some(service.as_str());
        Scope { name, title, description, service, ..Scope::default() }
    }
}

/// See which applications have access
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account/applications", unpublished = true }]
async fn account_applications(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    show(&visitor).await.map_err(|error| visitor.page(error.into()))
}

async fn show(visitor: &Visitor<'_>) -> DomainResult<Answer> {
    let (store, server) = (&visitor.context().store, visitor.key());
    let access = access(store, server, visitor.subject()).await?;
    let after = visitor.query("after").unwrap_or_default();
    let mut behind = access.iter().filter(|(id, _)| **id > after);
    let shown: Vec<(&String, &Access)> = behind.by_ref().take(AT_ONCE).collect();
    let more = shown.last().filter(|_| behind.next().is_some()).map(|(id, _)| id.as_str());
    let clients = client::named(store, server.tenant, shown.iter().map(|(id, _)| id.as_str())).await?;
    let known = scope::list_of_server(store, server).await?;
    let texts: Vec<Vec<Texts>> =
        shown.iter().map(|(_, access)| access.scopes.iter().map(|name| Texts::of(name, &known)).collect()).collect();
    let scopes = shown
        .iter()
        .zip(&texts)
        .map(|((_, access), texts)| access.scopes.iter().zip(texts).map(|(name, texts)| texts.shown(name)).collect());
    let scopes: Vec<Vec<Scope<'_>>> = scopes.collect();
    let applications = shown.iter().zip(&scopes).map(|((id, access), scopes)| {
        // One that is gone, or can't be read, has its id.
        let name = clients.iter().find(|client| client.id == **id).map(|client| party_of_client(client).name);
        Application { id, name: name.unwrap_or(id), since: time(access.since), offline: access.offline, scopes }
    });
    let applications: Vec<Application<'_>> = applications.collect();
    let longest_token = visitor.longest_token();
    let tokens_end = authorization_grant::tokens_end(store, server, visitor.subject(), longest_token).await?;
    Ok(Applications {
        account: visitor.account(),
        applications: &applications,
        more,
        longest_token_hours: longest_token.div_euclid(3600).max(1),
        tokens_end: tokens_end.map(time),
    }
    .render())
}

/// A time of so many seconds since the epoch.
pub(super) fn time(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Take an application's access back
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/account/applications", unpublished = true }]
async fn remove_access(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await?;
    let fields = FormFields::parse(&body)?;
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    let visitor = match visitor.with_form(&fields, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    let client_id = fields.single("client_id")?.unwrap_or_default();
    let given = Given { server_id: &visitor.server.id, subject: visitor.subject(), client_id };
    let taken_back = authorization_grant::take_back(&visitor.acting(), given, visitor.longest_token()).await;
    taken_back.map_err(|error: DomainError| visitor.page(error.into()))?;
    Ok(visitor.done(PART, Some(Notice::Removed)))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_applications);
    surface.register(remove_access);
}
