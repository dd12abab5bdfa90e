//! Where the user is signed in, and signing out there; and whether the account knows the browser.

use std::collections::HashMap;
use std::ops::ControlFlow;

use authplane_domain::Result as DomainResult;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::installation::audit::part::{self, Filter, Order};
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::session::{self, Session, Which};
use authplane_domain::sign_in::sign_out;
use http::StatusCode;
use http::header::SET_COOKIE;

use super::Visitor;
use super::applications::time;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::response::see;
use crate::oauth::browser::cookies::Cookies;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::{form_of, password};
use crate::oauth::logout::backchannel;
use crate::pages::account::{Notice, sessions as page};

/// Where it is, below the account page.
const PART: &str = "/sessions";
/// Sessions that are shown.
const MOST: usize = 50;
/// Sign-ins of the user that are looked through for where they were.
const SIGN_INS: u64 = 200;

/// A session, and what else is known of it.
pub(super) struct Known {
    pub(super) session: Session,
    /// Where the user was when they signed in, as long as the audit log knows.
    pub(super) address: Option<String>,
    /// How the method is called.
    pub(super) method: Option<String>,
}

/// The user's newest sessions, the current one first, and whether there are more.
pub(super) async fn known(visitor: &Visitor<'_>) -> DomainResult<(Vec<Known>, bool)> {
    let (store, server, subject) = (&visitor.context().store, visitor.key(), visitor.subject());
    let mut found = session::of_subject(store, server, subject, MOST as u64 + 1).await?;
    let has_more = found.len() > MOST;
    found.retain(|session| session.id != visitor.session.id);
    found.truncate(MOST - 1);
    let methods = authentication::of_server(store, server).await?;
    let mut addresses = addresses(visitor).await?;
    let known = std::iter::once(visitor.session.clone()).chain(found).map(|session| Known {
        address: addresses.remove(&session.id),
        method: methods.find(&session.authentication.method_id).map(|method| method.name.clone()),
        session,
    });
    Ok((known.collect(), has_more))
}

/// Where the user was when they signed in last, by session.
async fn addresses(visitor: &Visitor<'_>) -> DomainResult<HashMap<String, String>> {
    let filter = Filter {
        object_id: Some(visitor.subject().to_owned()),
        object_type: Some("user".to_owned()),
        change: Some("sign_in".to_owned()),
        ..Filter::default()
    };
    let mut addresses = HashMap::new();
    let (store, server) = (&visitor.context().store, visitor.key());
    part::for_each(store, server.tenant, &filter, Order::NewestFirst, None, SIGN_INS, |event| {
        let known = event.after.as_ref().and_then(|after| after.get("session_id")?.as_str());
        if let Some((session, address)) = known.zip(event.address.as_ref()) {
            addresses.entry(session.to_owned()).or_insert_with(|| address.clone());
        }
        Ok(ControlFlow::Continue(()))
    })
    .await?;
    Ok(addresses)
}

/// See where one is signed in
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account/sessions", unpublished = true }]
async fn account_sessions(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    show(&visitor).await.map_err(|error| visitor.page(error.into()))
}

async fn show(visitor: &Visitor<'_>) -> DomainResult<Answer> {
    let (known, has_more) = known(visitor).await?;
    let sessions: Vec<page::Session<'_>> = known
        .iter()
        .map(|Known { session, address, method }| page::Session {
            id: &session.id,
            is_current: session.id == visitor.session.id,
            since: time(session.authentication.auth_time),
            until: time(session.expires_at),
            address: address.as_deref(),
            method: method.as_deref(),
        })
        .collect();
    Ok(page::Sessions {
        account: visitor.account(),
        sessions: &sessions,
        has_more,
        is_known_device: is_known_device(visitor).await?,
        sign_out: &visitor.sign_out(),
    }
    .render())
}

async fn is_known_device(visitor: &Visitor<'_>) -> DomainResult<Option<bool>> {
    let (context, server) = (visitor.context(), visitor.key());
    let methods = authentication::of_server(&context.store, server).await?;
    let Some(method) = methods.find(&visitor.session.authentication.method_id) else { return Ok(None) };
    let device = Cookies::of(context, server).device(visitor.request);
    password::is_known_device(context, server, method, visitor.subject(), device.as_deref()).await
}

/// Sign out somewhere, or let the account forget the browser
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/account/sessions", unpublished = true }]
async fn end_account_sessions(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
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
    end(&visitor, &fields).await.map_err(|error| visitor.page(error))
}

async fn end(visitor: &Visitor<'_>, fields: &FormFields<'_>) -> Result<Answer, PageError> {
    if fields.single("forget")? == Some("device") {
        let cookies = Cookies::of(visitor.context(), visitor.key());
        let done = visitor.done(PART, Some(Notice::Forgotten));
        return Ok(done.with(SET_COOKIE, cookies.clear_device()));
    }
    let current = visitor.session.id.as_str();
    let (context, acting) = (visitor.context(), visitor.acting());
    let (server, subject) = (&visitor.server, visitor.subject());
    let named = fields.single("session_id")?.unwrap_or_default();
    let (ended, is_over) = match fields.single("end")? {
        Some("one") => {
            let ended = session::end_of_subject(&acting, &server.id, subject, Which::One(named)).await?;
            (ended, named == current)
        }
        Some("others") => (session::end_of_subject(&acting, &server.id, subject, Which::Others(current)).await?, false),
        Some("all") => (sign_out::everywhere(&acting, &server.id, subject, visitor.longest_token()).await?, true),
        _ => return Err(PageError::bad_request("invalid_request", "end is one, others or all")),
    };
    backchannel::tell_of_ended(context, AuthorizationServer::clone(server), ended);
    if !is_over {
        return Ok(visitor.done(PART, Some(Notice::Ended)));
    }
    // Which says that they are signed out.
    let cookies = Cookies::of(context, visitor.key());
    Ok(see(StatusCode::SEE_OTHER, visitor.sign_out()).with(SET_COOKIE, cookies.clear_session()))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_sessions);
    surface.register(end_account_sessions);
}
