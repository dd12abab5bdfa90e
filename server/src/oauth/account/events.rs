//! What the privacy ledger has of the user, the newest first.

use authplane_domain::Result as DomainResult;
use authplane_domain::privacy::ledger::{self, LedgerEvent};
use serde_json::Value;

use super::Visitor;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::page_error::PageError;
use crate::pages::account::events::{Event, Events, Happened};

/// Where it is, below the account page.
const PART: &str = "/events";
/// Events of one page.
const AT_ONCE: usize = 20;

/// See what was written down of one
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account/events", unpublished = true }]
async fn account_events(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    show(&visitor).await.map_err(|error| visitor.page(error.into()))
}

async fn show(visitor: &Visitor<'_>) -> DomainResult<Answer> {
    let (store, tenant) = (&visitor.context().store, &visitor.server.tenant_id);
    // What is no number leads to the beginning, and a number that no event has to those before it.
    let before = visitor.query("before").and_then(|before| before.parse().ok());
    // One more than is shown tells whether there are more.
    let found = ledger::newest(store, tenant, &visitor.person, before, AT_ONCE as u64 + 1).await?;
    let shown = &found[..found.len().min(AT_ONCE)];
    let events: Vec<Event<'_>> = shown.iter().map(event).collect();
    let older = shown.last().filter(|_| found.len() > shown.len()).map(|last| last.number);
    Ok(Events { account: visitor.account(), events: &events, older, is_continued: before.is_some() }.render())
}

fn event(event: &LedgerEvent) -> Event<'_> {
    Event { number: event.number, at: event.at, happened: event.payload.as_ref().and_then(happened) }
}

/// `None` for a kind of event that this release doesn't know.
fn happened(payload: &Value) -> Option<Happened<'_>> {
    let (granted, event) = match (payload.get("consent_granted"), payload.get("consent_revoked")) {
        (Some(event), None) => (true, event),
        (None, Some(event)) => (false, event),
        _ => return None,
    };
    let name = event.pointer("/consent/name").and_then(Value::as_str).filter(|name| !name.is_empty());
    Some(Happened {
        granted,
        consent: name.or_else(|| event.get("consent_id")?.as_str())?,
        // As it is signed, a number has no kind.
        version: event.get("version").and_then(|version| version.as_i64().or_else(|| whole(version)))?,
        implicit: event.get("grant_type").and_then(Value::as_str) == Some("implicit"),
    })
}

fn whole(number: &Value) -> Option<i64> {
    number.as_f64()?.to_string().parse().ok()
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_events);
}
