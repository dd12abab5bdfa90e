//! What all requests to an authorizer share.

use std::sync::Arc;
use std::time::Duration;

use authplane_domain::environment::Clock;
use chrono::{DateTime, Utc};
use quick_cache::sync::Cache;
use tokio::sync::{Mutex, Notify};
use tokio::time::Instant;

use super::control_plane::{ControlPlane, Introspected, Unanswered};
use super::in_force::InForce;
use super::presence::Presence;
use super::settings::Settings;
use crate::log::{Level, Log};
use crate::metrics::Metrics;
use crate::tokens::jws::Verifier;

/// An answer about a token that isn't there by then makes it doubtful whether the control plane is.
const SLOW: Duration = Duration::from_millis(300);
/// Between two requests for keys that are made because a token names one that isn't known.
const KEYS_AGAIN: Duration = Duration::from_secs(5);

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
    /// Whether the control plane is there.
    pub(super) presence: Presence,
    /// When keys were asked for last because of a token. Whoever has it is asking.
    pub(super) keys_wanted_at: Mutex<Option<Instant>>,
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
        if self.presence.found(true) {
            let message = match self.in_force.last_rules() {
                Some(_) => "the control plane is away; tokens are verified by themselves",
                None => "the control plane is away, and there is no configuration yet: nothing passes",
            };
            self.say(Level::Warn, message, &[("why", why.into())]);
        }
    }

    /// Says once that it is there again.
    pub(super) fn note_there(&self) {
        if self.presence.found(false) {
            self.say(Level::Info, "the control plane is there again", &[]);
        }
    }

    /// What the control plane says of a token, among so many that are asked about at a time.
    pub(super) async fn introspect(&self, token: &str) -> Result<Option<Introspected>, Unanswered> {
        let Some(_place) = self.presence.place().await else { return Err(Unanswered::Crowded) };
        let asking = self.control_plane.introspect(token);
        tokio::pin!(asking);
        let answer = tokio::select! {
            answer = &mut asking => answer,
            () = tokio::time::sleep(SLOW) => {
                // Found out meanwhile, so that nobody waits for one after the other.
                self.presence.doubt();
                asking.await
            }
        };
        match &answer {
            Ok(_) => {
                if self.presence.introspected(self.now()) {
                    self.say(Level::Info, "it is told again what tokens are", &[]);
                }
            }
            Err(why) => {
                if !matches!(why, Unanswered::Away(_)) {
                    self.presence.heard();
                }
                if self.presence.introspection_failed() {
                    let message = "it isn't told what a token is: unless the control plane is away, it passes nothing";
                    self.say(Level::Warn, message, &[("why", why.to_string().into())]);
                }
            }
        }
        answer
    }

    /// Asks about its own token, so that it is known whether answers would come. The token is another server's, and valid: nothing of the answer but its coming counts.
    pub(super) async fn try_introspection(&self) {
        if let Ok(own) = self.control_plane.own_token_text().await {
            let _ = self.introspect(&own).await;
        }
    }

    /// Other keys than these, where there are some: a token names one that isn't among them. Whatever tokens say, it asks once in a while.
    pub(super) async fn keys_beside(&self, known: &Arc<Vec<Verifier>>) -> Arc<Vec<Verifier>> {
        let mut wanted_at = self.keys_wanted_at.lock().await;
        let keys = self.in_force.keys();
        if !Arc::ptr_eq(&keys, known) || wanted_at.is_some_and(|at| at.elapsed() < KEYS_AGAIN) {
            return keys;
        }
        *wanted_at = Some(Instant::now());
        let _ = self.fetch_keys().await;
        self.in_force.keys()
    }

    /// Whether they were there. Without them no token can be verified.
    pub(super) async fn fetch_keys(&self) -> bool {
        let Some(rules) = self.in_force.last_rules() else { return false };
        match self.control_plane.keys(&rules.jwks_url).await {
            Ok(keys) => {
                self.in_force.replace_keys(keys);
                true
            }
            Err(error) => {
                let fields = [("why", error.to_string().into())];
                self.say(Level::Warn, "the keys of the authorization server can't be fetched", &fields);
                false
            }
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
