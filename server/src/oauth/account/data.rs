//! All that the account page shows, as JSON that a user takes along. However long it is, no more of it is in memory than one part.

use authplane_domain::privacy::canonical_json;
use authplane_domain::privacy::consent::GrantType;
use authplane_domain::privacy::consent_grant::{Standing, Standings};
use authplane_domain::privacy::ledger::{self, Filter, LedgerEvent};
use authplane_domain::{Error as DomainError, Result as DomainResult, Store};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::stream;
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, REFERRER_POLICY};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::Visitor;
use super::applications::{access, time};
use super::sessions::{self, Known};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::log::Level;
use crate::oauth::IssuerPath;
use crate::oauth::browser::page_error::PageError;

/// Bytes at which a part ends, with what reaches them.
const PART: usize = 64 * 1024;
/// Events that are read at a time.
const AT_ONCE: u64 = 50;

/// Everything but the consents and the events, which come last.
#[derive(Serialize)]
struct Data<'a> {
    tenant_id: &'a str,
    server_id: &'a str,
    subject: &'a str,
    exported_at: DateTime<Utc>,
    /// What whoever signed them in told of them.
    authentication_context: &'a Map<String, Value>,
    applications: Vec<Application>,
    sessions: Vec<Session<'a>>,
}

#[derive(Serialize)]
struct Application {
    client_id: String,
    since: DateTime<Utc>,
    offline: bool,
    scopes: Vec<String>,
}

/// With the names that the dialect has.
#[derive(Serialize)]
struct Consent<'a> {
    id: &'a str,
    name: &'a str,
    description: &'a str,
    version: i64,
    can_be_withdrawn: bool,
    granted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    grant_type: Option<GrantType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grant_version: Option<i64>,
}

#[derive(Serialize)]
struct Session<'a> {
    id: &'a str,
    current: bool,
    auth_time: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    method_id: &'a str,
    amr: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

#[derive(Serialize)]
struct Event {
    number: u64,
    id: String,
    date: DateTime<Utc>,
    /// As it is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payload_signature: Option<String>,
}

/// Take all of one's data along
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account/data.json", unpublished = true }]
async fn account_data(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    // Who signs in for it comes to the page that has the link: a browser would stay where the sign-in was.
    let visitor = match Visitor::of(&request, &path.0, "").await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    let visitor = match visitor.recently("").await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    answer(&visitor).await.map_err(|error| visitor.page(error.into()))
}

async fn answer(visitor: &Visitor<'_>) -> DomainResult<Answer> {
    let (store, tenant) = (&visitor.context().store, &visitor.server.tenant_id);
    let events = Events {
        store: store.clone(),
        tenant: tenant.clone(),
        filter: Filter { subject: Some(visitor.person.clone()), ..Filter::default() },
        after: None,
        are_over: false,
    };
    let consents = Consents {
        standings: Standings::of_subject(store, tenant, &visitor.person, None).await?,
        have_begun: false,
        are_over: false,
    };
    let mut telling = Telling { consents, events };
    let mut begin = begin(visitor).await?;
    begin.extend(telling.part().await?);
    let answer = Answer::bytes(StatusCode::OK, "application/json", begin)
        .no_store()
        .with_static(REFERRER_POLICY, "no-referrer")
        .with_static(CONTENT_DISPOSITION, "attachment; filename=\"account-data.json\"");
    if telling.events.are_over {
        return Ok(answer);
    }
    let context = Context::clone(visitor.context());
    let rest = stream::unfold(Some((context, telling)), async |state| {
        let (context, mut telling) = state?;
        if telling.events.are_over {
            return None;
        }
        match telling.part().await {
            Ok(part) => Some((Some(Bytes::from(part)), Some((context, telling)))),
            Err(error) => {
                let cause = [("error", error.to_string().into())];
                context.log.event(context.now(), Level::Error, "somebody's data break off", &cause);
                Some((None, None))
            }
        }
    });
    Ok(answer.followed_by(rest))
}

/// Everything up to the first consent.
async fn begin(visitor: &Visitor<'_>) -> DomainResult<Vec<u8>> {
    let (store, server, subject) = (&visitor.context().store, visitor.key(), visitor.subject());
    let applications = access(store, server, subject).await?.into_iter().map(|(client_id, access)| Application {
        client_id,
        since: time(access.since),
        offline: access.offline,
        scopes: access.scopes,
    });
    let (known, _) = sessions::known(visitor).await?;
    let data = Data {
        tenant_id: server.tenant,
        server_id: server.id,
        subject,
        exported_at: visitor.context().now(),
        authentication_context: &visitor.session.authentication.context,
        applications: applications.collect(),
        sessions: known.iter().map(|known| Session::of(known, &visitor.session.id)).collect(),
    };
    let mut text = serde_json::to_vec(&data).map_err(DomainError::internal)?;
    // The object isn't over yet.
    text.pop();
    text.extend_from_slice(b",\"consents\":[");
    Ok(text)
}

impl<'a> Consent<'a> {
    fn of(standing: &'a Standing) -> Self {
        let Standing { consent, now, grant } = standing;
        Self {
            id: &consent.id,
            name: &consent.name,
            description: &consent.description,
            version: consent.version,
            can_be_withdrawn: consent.can_be_withdrawn,
            granted: now.is_some(),
            grant_type: now.map(|(_, kind)| kind).or_else(|| Some(grant.as_ref()?.grant_type)),
            given_at: grant.as_ref().map(|grant| grant.given_at),
            grant_version: now.map(|(version, _)| version).or_else(|| Some(grant.as_ref()?.version)),
        }
    }
}

impl<'a> Session<'a> {
    fn of(known: &'a Known, current: &str) -> Self {
        let Known { session, address, method: _ } = known;
        Self {
            id: &session.id,
            current: session.id == current,
            auth_time: time(session.authentication.auth_time),
            expires_at: time(session.expires_at),
            method_id: &session.authentication.method_id,
            amr: &session.authentication.amr,
            address: address.as_deref(),
        }
    }
}

/// What is still to be told.
struct Telling {
    consents: Consents,
    events: Events,
}

impl Telling {
    /// The next part, which isn't empty.
    async fn part(&mut self) -> DomainResult<Vec<u8>> {
        let mut text = Vec::new();
        while text.len() < PART && !self.events.are_over {
            if self.consents.are_over {
                text.extend(self.events.part().await?);
            } else {
                self.consents.part(&mut text).await?;
            }
        }
        Ok(text)
    }
}

/// The tenant's consents that are still to be told, with what the user gave of each.
struct Consents {
    standings: Standings,
    have_begun: bool,
    are_over: bool,
}

impl Consents {
    /// A few of them, or the beginning of the events.
    async fn part(&mut self, text: &mut Vec<u8>) -> DomainResult<()> {
        for (standing, _) in self.standings.next().await? {
            if std::mem::replace(&mut self.have_begun, true) {
                text.push(b',');
            }
            serde_json::to_writer(&mut *text, &Consent::of(&standing)).map_err(DomainError::internal)?;
        }
        if self.standings.are_over() {
            self.are_over = true;
            text.extend_from_slice(b"],\"events\":[");
        }
        Ok(())
    }
}

/// The user's events that are still to be told, the oldest first.
struct Events {
    store: Store,
    tenant: String,
    filter: Filter,
    after: Option<u64>,
    are_over: bool,
}

impl Events {
    /// The next of them, or the end of everything.
    async fn part(&mut self) -> DomainResult<Vec<u8>> {
        let events = ledger::list(&self.store, &self.tenant, &self.filter, self.after, AT_ONCE).await?;
        let mut text = Vec::new();
        for event in events {
            if self.after.replace(event.number).is_some() {
                text.push(b',');
            }
            serde_json::to_writer(&mut text, &Event::of(event)?).map_err(DomainError::internal)?;
        }
        if text.is_empty() {
            self.are_over = true;
            text.extend_from_slice(b"]}");
        }
        Ok(text)
    }
}

impl Event {
    fn of(event: LedgerEvent) -> DomainResult<Self> {
        let LedgerEvent { number, id, at, subject: _, payload, payload_signature } = event;
        let payload = payload.map(|payload| canonical_json::write(&payload)).transpose()?;
        let payload = payload.map(RawValue::from_string).transpose().map_err(DomainError::internal)?;
        Ok(Self { number, id, date: at, payload, payload_signature })
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_data);
}
