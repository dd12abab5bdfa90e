//! `/api/admin/{tid}/audit-events`: who did what. ACP has no such operation.

use std::ops::ControlFlow;

use authplane_domain::Error as DomainError;
use authplane_domain::installation::audit::AuditEvent;
use authplane_domain::installation::audit::part::{self, Cursor, Filter, NoCursor, Order};
use authplane_domain::installation::tenant;
use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use http::header::{ACCEPT, HeaderName, LINK, VARY};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Query, Rejection, Request, Surface};

const LINES: &str = "application/x-ndjson";
const NEXT_AFTER: HeaderName = HeaderName::from_static("x-next-after");
const DEFAULT_LIMIT: u32 = 50;
const LARGEST_LIMIT: u32 = 1_000;
/// An answer that has as many bytes gets no further event: what some of them hold is as large as a request may be.
const ENOUGH_BYTES: usize = 4 * 1024 * 1024;

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["audit:read"];
}

/// Some of the events.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpAuditEvents {
    /// Newest first. They may be fewer than were asked for, or none, also where more follow: see `next`.
    events: Vec<AuditEvent>,
    /// The `after` of the next part; absent when this is the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Which events are meant, and how many.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AuditEventsQuery {
    /// The most events to answer, 1000 at most.
    limit: Option<u32>,
    /// Behind which event to go on: `next` of the part before, or its header `X-Next-After`.
    after: Option<String>,
    /// Those by this actor.
    actor: Option<String>,
    /// Those about things of this kind, such as `client`.
    object_type: Option<String>,
    /// Those about the thing with this id.
    object_id: Option<String>,
    /// Those of such a change, which is the last part of an action: `create`, `change`, `remove`, `sign_in`, `sign_in_failure`, `sign_out` and so on.
    change: Option<String>,
    /// Those of this request.
    request_id: Option<String>,
    /// Those from this time on (RFC 3339).
    from: Option<String>,
    /// Those before this time (RFC 3339).
    to: Option<String>,
}

impl AuditEventsQuery {
    fn limit(&self) -> Result<u32, Rejection> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if (1..=LARGEST_LIMIT).contains(&limit) {
            Ok(limit)
        } else {
            Err(Rejection::query("limit", format!("must be from 1 to {LARGEST_LIMIT}")))
        }
    }

    fn after(&self) -> Result<Option<Cursor>, Rejection> {
        let given = self.after.as_deref().filter(|after| !after.is_empty());
        given.map(str::parse).transpose().map_err(|error: NoCursor| Rejection::query("after", error.to_string()))
    }

    fn filter(self) -> Result<Filter, Rejection> {
        Ok(Filter {
            actor: filled(self.actor),
            object_type: filled(self.object_type),
            object_id: filled(self.object_id),
            change: filled(self.change),
            request_id: filled(self.request_id),
            from: time("from", self.from)?,
            to: time("to", self.to)?,
        })
    }
}

/// A time, between those that both databases put in their order.
fn time(name: &'static str, text: Option<String>) -> Result<Option<DateTime<Utc>>, Rejection> {
    let Some(text) = filled(text) else { return Ok(None) };
    let told = DateTime::parse_from_rfc3339(&text).map_err(|_| {
        Rejection::query(name, "must be a time as RFC 3339 has it, with `+` written as `%2B` in a query")
    })?;
    let [first, last] = [-62_167_219_200, 253_402_300_799].map(DateTime::from_timestamp_secs);
    let told = told.to_utc();
    Ok(Some(told.max(first.unwrap_or(told)).min(last.unwrap_or(told))))
}

/// Many clients name every media type that an operation declares and read the first: those get JSON.
fn asks_for_lines(request: &Request<Context>) -> bool {
    let accepted = request.header(ACCEPT).unwrap_or_default();
    let names = |media_type: &str| {
        let mut ranges = accepted.split(',').map(|range| range.split(';').next().unwrap_or_default().trim());
        ranges.any(|range| range.eq_ignore_ascii_case(media_type))
    };
    names(LINES) && !names("application/json")
}

/// List audit events
///
/// Who did what, newest first: changes with what they changed, sign-ins and failed ones, consents, sign-outs. All filters that are given must fit. They can be
/// combined as one likes, but the server looks at so many events only for one answer: one with few events, or none, that has a `next` isn't the last. Ask for `after`
/// with it, and the other parameters as before, until there is none. What happens meanwhile hides nothing of what was there.
///
/// With `Accept: application/x-ndjson`, and no other type, the events come oldest first and one on each line, for those who keep them elsewhere. `Link` leads to the
/// next part while there is one. `X-Next-After` is the `after` of the next part in any case, also when there is nothing there yet: keep it, and come back with it. An
/// event comes when it is older than the longest time that a request may take (`request_deadline_seconds`), so that none is written later that would stand before the
/// end of a part: each comes once.
///
/// The scope `audit:read` is for this alone. Secrets stand in no event. ACP has no such operation.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/audit-events", tags = ["audit-events"] }]
async fn list_audit_events(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
    query: Query<AuditEventsQuery>,
) -> Result<Prepared<AcpAuditEvents>, AcpError> {
    let (limit, after) = (query.0.limit()?, query.0.after()?);
    let mut filter = query.0.filter()?;
    let context = request.context();
    let store = &context.store;
    let as_lines = asks_for_lines(&request);
    // Events outlive their tenant: another one that got its id has nothing to do with them.
    let succeeds = tenant::find(store, caller.tenant()).await?.and_then(|tenant| tenant.succeeds);
    if let Some(own) = succeeds.map(|until| until + TimeDelta::microseconds(1)) {
        filter.from = Some(filter.from.map_or(own, |from| from.max(own)));
    }
    let order = if as_lines { Order::OldestFirst } else { Order::NewestFirst };
    if as_lines {
        // Whatever is being written now may yet come to stand before something that is there already.
        let settled = context.now() - TimeDelta::seconds(i64::from(context.config.request_deadline_seconds));
        filter.to = Some(filter.to.map_or(settled, |to| to.min(settled)));
    }
    let mut body = if as_lines { Vec::new() } else { br#"{"events":["#.to_vec() };
    let mut is_first = true;
    let write = |event: AuditEvent| {
        if !as_lines && !std::mem::take(&mut is_first) {
            body.push(b',');
        }
        serde_json::to_writer(&mut body, &event).map_err(DomainError::internal)?;
        if as_lines {
            body.push(b'\n');
        }
        Ok(if body.len() < ENOUGH_BYTES { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    };
    let part = part::for_each(store, caller.tenant(), &filter, order, after.as_ref(), u64::from(limit), write).await?;
    if !as_lines {
        body.push(b']');
        if let Some(next) = &part.next {
            // A cursor holds nothing that JSON would escape.
            body.extend_from_slice(format!(r#","next":"{next}""#).as_bytes());
        }
        body.push(b'}');
    }
    let media_type = if as_lines { LINES } else { "application/json" };
    let answer = Answer::bytes(StatusCode::OK, media_type, body).with_static(VARY, "accept");
    let answer = match &part.end {
        Some(end) if as_lines => answer.with(NEXT_AFTER, end.to_string()),
        _ => answer,
    };
    Ok(Prepared::new(with_link(answer, &request, part.next.as_ref())))
}

/// To the next part, if there is one.
fn with_link(answer: Answer, request: &Request<Context>, next: Option<&Cursor>) -> Answer {
    let Some(next) = next else { return answer };
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(request.query_pairs().filter(|(name, _)| name != "after"));
    let query = query.append_pair("after", &next.to_string()).finish();
    let base = &request.context().origin().control;
    answer.with(LINK, format!("<{base}{}?{query}>; rel=\"next\"", request.uri().path()))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("audit-events", "Audit events: who did what, when and from where. Ours, beside ACP's API.");
    let event: Value = json!({
        "id": "d4k0c2s9f1kh5t2m8n60", "tenant_id": "default", "at": "2026-11-27T09:30:00.123456Z", "actor": "bugkgai3g9kregtu04u0",
        "action": "scope.change", "object_type": "scope", "object_id": "bugkgai3g9kregtu0500",
        "before": {"name": "orders:read", "display_name": "orders"}, "after": {"name": "orders:read", "display_name": "Read orders"},
        "request_id": "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a10", "address": "192.0.2.7"
    });
    let time = |example: &str| json!({"format": "date-time", "example": example});
    surface
        .register(list_audit_events)
        .errors(&[400])
        .response_example(json!({"events": [event], "next": "64a3b1c2d4e80-d4k0c2s9f1kh5t2m8n60"}))
        .response_text(LINES)
        .response_header(
            "Link",
            json!({"description": "The `next` part (RFC 8288). Absent when this is the last one.", "schema": {"type": "string"}}),
        )
        .response_header(
            "X-Next-After",
            json!({"description": "The `after` that goes on behind this part, now or later. With `application/x-ndjson` only, and absent when nothing was there.", "schema": {"type": "string"}}),
        )
        .parameter("limit", json!({"minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT, "example": 100}))
        .parameter("after", json!({"pattern": "^[0-9a-fA-F]+-[0-9A-Za-z_-]+$", "example": "64a3b1c2d4e80-d4k0c2s9f1kh5t2m8n60"}))
        .parameter("actor", json!({"example": "bugkgai3g9kregtu04u0"}))
        .parameter("object_type", json!({"example": "scope"}))
        .parameter("object_id", json!({"example": "bugkgai3g9kregtu0500"}))
        .parameter("change", json!({"example": "change"}))
        .parameter("request_id", json!({"example": "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a10"}))
        .parameter("from", time("2026-11-01T00:00:00Z"))
        .parameter("to", time("2026-12-01T00:00:00Z"));
}
