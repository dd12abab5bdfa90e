//! `/api/admin/{tid}/events`: what users consented to and took back.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::TenantPath;
use super::consents::Read;
use crate::api::acp::error::AcpError;
use crate::api::acp::ledger_events::{self, AcpPrivacyLedgerEvents, Span};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Path, Query, Request, Surface};

#[derive(Debug, Deserialize, JsonSchema)]
struct EventsQuery {
    /// Those of this subject; of all when absent.
    sub: Option<String>,
    /// Not before this time: in seconds, milliseconds or nanoseconds since the epoch, as its magnitude says. From the beginning when absent.
    from: Option<i64>,
    /// Before this time, as `from`. Up to now when absent.
    to: Option<i64>,
}

/// List privacy ledger events
///
/// In the order in which they were written. Nothing is ever changed or taken out; of whom was erased, subject and payload are gone. `authplane ledger verify` proves
/// that the ledger is whole.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/events", tags = ["consents"] }]
async fn list_privacy_ledger_events_by_subject(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
    query: Query<EventsQuery>,
) -> Result<Prepared<AcpPrivacyLedgerEvents>, AcpError> {
    let EventsQuery { sub, from, to } = query.0;
    let sub = super::filled(sub);
    let filter = Span { from, to }.filter(sub)?;
    ledger_events::answer_again(request.context(), caller.tenant(), filter).await
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(list_privacy_ledger_events_by_subject)
        .errors(&[404])
        .response_example(ledger_events::example())
        .parameter("sub", json!({"example": "ada"}))
        .parameter("from", json!({"example": 1_795_771_800}))
        .parameter("to", json!({"example": 1_795_858_200}));
}
