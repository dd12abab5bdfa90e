//! Keeps the configuration what the control plane has: asks for it, and waits there until it is another one.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;

use super::context::Authorizer;
use super::control_plane::Unanswered;
use super::in_force::Rules;
use crate::log::Level;

/// How long the control plane may wait for a change, at most.
const WAIT: Duration = Duration::from_secs(20);
/// Between two questions, when the one before was answered at once.
const PAUSE: Duration = Duration::from_millis(100);
/// The same where nobody answered, or nobody let it wait.
const RETRY: Duration = Duration::from_millis(500);
/// The same where the gateway isn't known: a wrong secret is counted.
const REFUSED: Duration = Duration::from_secs(5);
/// How long keys are believed to be all there are: far less than one is published before it signs.
const KEYS_FOR: TimeDelta = TimeDelta::minutes(5);

/// Pulls as long as the authorizer runs.
pub(super) async fn keep(authorizer: Arc<Authorizer>) {
    let mut keys_due_at = None;
    let mut told: Option<String> = None;
    loop {
        let known = authorizer.in_force.last_rules();
        let tag = known.as_ref().and_then(|rules| rules.tag.as_ref());
        let wait = if tag.is_some() { wait_within(&authorizer) } else { Duration::ZERO };
        let begun = tokio::time::Instant::now();
        let pause = match authorizer.control_plane.pull(tag, wait).await {
            Ok(pulled) => {
                authorizer.note_there();
                told = None;
                let is_new = pulled.is_some();
                if let Some(pulled) = pulled {
                    install(&authorizer, pulled.into());
                    keys_due_at = None;
                } else {
                    authorizer.in_force.confirm(authorizer.now());
                }
                if keys_due_at.is_none_or(|due| due <= authorizer.now()) && fetch_keys(&authorizer).await {
                    keys_due_at = Some(authorizer.now() + KEYS_FOR);
                }
                // It answered before anything changed: there was no place to wait.
                let was_cut_short = !is_new && begun.elapsed() < wait.min(RETRY);
                if was_cut_short || (!is_new && wait.is_zero()) { RETRY } else { PAUSE }
            }
            Err(error) => {
                let why = error.to_string();
                if told.as_ref() != Some(&why) {
                    tell(&authorizer, &error);
                    told = Some(why);
                }
                if matches!(error, Unanswered::Refused(_)) { REFUSED } else { RETRY }
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// So long that the configuration is confirmed before it is too old.
fn wait_within(authorizer: &Authorizer) -> Duration {
    let half = Duration::from_secs(u64::from(authorizer.settings.max_age_seconds) / 2);
    half.min(WAIT)
}

fn install(authorizer: &Authorizer, rules: Rules) {
    let fields = [
        ("apis", rules.guarded.apis().into()),
        ("policies", rules.guarded.policies().count().into()),
        ("services", rules.services_by_audience.len().into()),
    ];
    authorizer.in_force.replace(rules, authorizer.now());
    authorizer.say(Level::Info, "a configuration is in force", &fields);
    authorizer.installed.notify_waiters();
}

/// Whether they were there. Without them nothing but the control plane can verify a token.
async fn fetch_keys(authorizer: &Authorizer) -> bool {
    let Some(rules) = authorizer.in_force.last_rules() else { return false };
    match authorizer.control_plane.keys(&rules.jwks_url).await {
        Ok(keys) => {
            authorizer.in_force.replace_keys(keys);
            true
        }
        Err(error) => {
            let fields = [("why", error.to_string().into())];
            authorizer.say(Level::Warn, "the keys of the authorization server can't be fetched", &fields);
            false
        }
    }
}

fn tell(authorizer: &Authorizer, error: &Unanswered) {
    let fields = [("why", error.to_string().into())];
    match error {
        Unanswered::Away(why) => authorizer.note_away(why),
        // Whoever isn't the gateway any more decides nothing in its name.
        Unanswered::Refused(_) => {
            authorizer.in_force.dismiss();
            authorizer.say(Level::Error, "the control plane doesn't know this gateway: nothing passes", &fields);
        }
        Unanswered::Unintelligible(_) => {
            authorizer.say(Level::Error, "the control plane's answer isn't understood", &fields);
        }
    }
}
