//! Health and metrics, for whoever runs the server. On the control listener, not in the document.

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use http::header::CACHE_CONTROL;
use serde_json::json;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::plain::PlainError;
use crate::edge::{Answer, Rejection, Request, Surface, plain};

fn state(status: StatusCode, body: impl Into<Bytes>) -> Answer {
    Answer::bytes(status, "application/json", body).with_static(CACHE_CONTROL, "no-store")
}

/// The process runs
#[dropshot::endpoint { method = GET, path = "/health/alive", unpublished = true }]
async fn alive(_request: Request<Context>) -> Result<Answer, PlainError> {
    Ok(state(StatusCode::OK, r#"{"alive":true}"#))
}

/// Requests can be answered
///
/// False while migrating, and while the database can't be reached. `detail` says what about the settings can't be all there is to say.
#[dropshot::endpoint { method = GET, path = "/health/ready", unpublished = true }]
async fn ready(request: Request<Context>) -> Result<Answer, PlainError> {
    let context = Arc::clone(request.context());
    let doubts = context.doubts();
    Ok(if context.ready().await {
        let mut body = json!({"ready": true});
        if !doubts.is_empty() {
            body["detail"] = doubts.into();
        }
        state(StatusCode::OK, body.to_string())
    } else {
        state(StatusCode::SERVICE_UNAVAILABLE, r#"{"ready":false}"#)
    })
}

/// What Prometheus scrapes
#[dropshot::endpoint { method = GET, path = "/metrics", unpublished = true }]
async fn metrics(request: Request<Context>) -> Result<Answer, PlainError> {
    let context = Arc::clone(request.context());
    let text = context.metrics.encode(context.ready().await).map_err(|_| PlainError::from(Rejection::Internal))?;
    Ok(Answer::bytes(StatusCode::OK, "application/openmetrics-text; version=1.0.0; charset=utf-8", text))
}

/// Both of them, answered also while the server isn't ready.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(plain::DIALECT).always_open();
    surface.register(alive);
    surface.register(ready);
    surface
}

/// The metrics, as far as the settings want them here.
#[must_use]
pub fn metrics_surface() -> Surface<Context> {
    let mut surface =
        Surface::new(plain::DIALECT).always_open().served_if(|context: &Context| context.config.serve_metrics);
    surface.register(metrics);
    surface
}
