//! What all requests to an authorizer share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use authplane_domain::environment::Clock;
use chrono::{DateTime, Utc};
use quick_cache::sync::Cache;
use tokio::sync::Notify;

use super::control_plane::ControlPlane;
use super::in_force::InForce;
use super::settings::Settings;
use crate::log::{Level, Log};
use crate::metrics::Metrics;

/// An authorizer, as its requests see it.
pub struct Authorizer {
    pub(super) settings: Settings,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) log: Log,
    pub(super) metrics: Metrics,
    pub(super) control_plane: ControlPlane,
    pub(super) in_force: InForce,
    /// Tokens of the server that the control plane refused, by their SHA-256.
    pub(super) refused_tokens: Cache<[u8; 32], ()>,
    /// Nobody answered when the control plane was asked last.
    pub(super) is_away: AtomicBool,
    /// Told when a configuration comes into force.
    pub(super) installed: Notify,
}

impl std::fmt::Debug for Authorizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Authorizer").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Authorizer {
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(super) fn say(&self, level: Level, message: &str, fields: &[(&str, serde_json::Value)]) {
        self.log.event(self.now(), level, message, fields);
    }

    /// Says once that the control plane is away.
    pub(super) fn note_away(&self, why: &str) {
        if !self.is_away.swap(true, Ordering::AcqRel) {
            let message = "the control plane is away; tokens are verified by themselves";
            self.say(Level::Warn, message, &[("why", why.into())]);
        }
    }

    /// Says once that it is there again.
    pub(super) fn note_there(&self) {
        if self.is_away.swap(false, Ordering::AcqRel) {
            self.say(Level::Info, "the control plane is there again", &[]);
        }
    }

    /// Waits until there is a configuration to decide by.
    pub async fn ready(&self) {
        loop {
            let mut installed = std::pin::pin!(self.installed.notified());
            installed.as_mut().enable();
            if self.in_force.rules(self.now()).is_some() {
                return;
            }
            installed.await;
        }
    }
}
