//! Health and metrics of the authorizer: above all, how old its configuration is, and when it was told last what a token is.

use std::sync::Arc;

use bytes::Bytes;
use chrono::TimeDelta;
use http::StatusCode;
use http::header::CACHE_CONTROL;
use prometheus_client::registry::Unit;
use serde_json::json;

use super::context::Authorizer;
use crate::edge::endpoint as dropshot;
use crate::edge::front::{Observation, Observer, Unreadable};
use crate::edge::peer::Swept;
use crate::edge::plain::PlainError;
use crate::edge::{Answer, Rejection, Request, Surface, plain};
use crate::metrics::Metrics;

fn state(status: StatusCode, body: impl Into<Bytes>) -> Answer {
    Answer::bytes(status, "application/json", body).with_static(CACHE_CONTROL, "no-store")
}

impl Authorizer {
    fn health(&self) -> Answer {
        let now = self.now();
        let is_ready = self.in_force.rules(now).is_some();
        let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
        let age = self.in_force.age(now).map(|age| age.num_seconds());
        let control_plane = if self.presence.is_away() { "away" } else { "there" };
        let introspection_age = self.presence.introspection_age(now).map(|age| age.num_seconds());
        let introspection = match introspection_age {
            _ if self.presence.is_failing() => "failing",
            Some(_) => "answered",
            None => "untried",
        };
        let body = json!({
            "ready": is_ready, "configuration_age_seconds": age, "max_age_seconds": self.settings.max_age_seconds, "control_plane": control_plane,
            "introspection": introspection, "introspection_age_seconds": introspection_age
        });
        state(status, body.to_string())
    }
}

/// Whether it decides, and by what
#[dropshot::endpoint { method = GET, path = "/health", unpublished = true }]
async fn health(request: Request<Arc<Authorizer>>) -> Result<Answer, PlainError> {
    Ok(request.context().health())
}

/// The same, at the address of the server's probes
#[dropshot::endpoint { method = GET, path = "/health/ready", unpublished = true }]
async fn ready(request: Request<Arc<Authorizer>>) -> Result<Answer, PlainError> {
    Ok(request.context().health())
}

/// The process runs
#[dropshot::endpoint { method = GET, path = "/health/alive", unpublished = true }]
async fn alive(_request: Request<Arc<Authorizer>>) -> Result<Answer, PlainError> {
    Ok(state(StatusCode::OK, r#"{"alive":true}"#))
}

/// What Prometheus scrapes
#[dropshot::endpoint { method = GET, path = "/metrics", unpublished = true }]
async fn scraped(request: Request<Arc<Authorizer>>) -> Result<Answer, PlainError> {
    let authorizer = request.context();
    let now = authorizer.now();
    // Where there is none, it is older than any.
    let seconds = |age: Option<TimeDelta>| age.map_or(f64::INFINITY, TimeDelta::as_seconds_f64);
    authorizer.metrics.measure(CONFIGURATION_AGE, seconds(authorizer.in_force.age(now)));
    authorizer.metrics.measure(INTROSPECTION_AGE, seconds(authorizer.presence.introspection_age(now)));
    let text = authorizer.metrics.encode(authorizer.in_force.rules(now).is_some());
    let text = text.map_err(|_| PlainError::from(Rejection::Internal))?;
    Ok(Answer::bytes(StatusCode::OK, "application/openmetrics-text; version=1.0.0; charset=utf-8", text))
}

/// The names of the measures that the server doesn't have.
const CONFIGURATION_AGE: &str = "configuration_age";
const INTROSPECTION_AGE: &str = "introspection_age";

/// Adds them.
pub(super) fn describe(metrics: &mut Metrics) {
    let help = "Time since the control plane said that this is the configuration";
    metrics.measuring(CONFIGURATION_AGE, help, Unit::Seconds);
    let help = "Time since the control plane said last what a token is";
    metrics.measuring(INTROSPECTION_AGE, help, Unit::Seconds);
}

/// Hears of all requests, for metrics and log.
pub(super) struct Observing(pub(super) Arc<Authorizer>);

impl Observer for Observing {
    fn observe(&self, observation: &Observation<'_>) {
        self.0.metrics.observe(observation);
    }

    fn swept(&self, swept: Swept) {
        self.0.metrics.swept(swept);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>) {
        self.0.metrics.unreadable(unreadable);
    }
}

/// All of it, answered also while nothing is in force.
pub(super) fn surface() -> Surface<Arc<Authorizer>> {
    let mut surface = Surface::new(plain::DIALECT).always_open();
    surface.register(health);
    surface.register(ready);
    surface.register(alive);
    surface
}

/// The metrics, as far as the settings want them.
pub(super) fn metrics_surface() -> Surface<Arc<Authorizer>> {
    let surface = Surface::new(plain::DIALECT).always_open();
    let mut surface = surface.served_if(|authorizer: &Arc<Authorizer>| authorizer.settings.serve_metrics);
    surface.register(scraped);
    surface
}
