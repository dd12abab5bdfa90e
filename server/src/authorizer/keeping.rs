//! Keeps the configuration what the control plane has: asks for it, and waits there until it is another one. By that it finds out whether the control plane is there,
//! also in between, when a token couldn't be asked about.

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
        // One that doesn't answer isn't asked to wait.
        let may_wait = known.as_ref().is_some_and(|rules| rules.tag.is_some()) && !authorizer.presence.is_away();
        let wait = if may_wait { wait_within(&authorizer) } else { Duration::ZERO };
        let begun = tokio::time::Instant::now();
        let pause = match pulled(&authorizer, known, wait).await {
            Ok(pulled) => {
                authorizer.note_there();
                told = None;
                let is_new = pulled.is_some();
                if let Some(rules) = pulled {
                    install(&authorizer, rules);
                    keys_due_at = None;
                } else {
                    authorizer.in_force.confirm(authorizer.now());
                }
                if keys_due_at.is_none_or(|due| due <= authorizer.now()) && authorizer.fetch_keys().await {
                    keys_due_at = Some(authorizer.now() + KEYS_FOR);
                }
                try_introspection(&authorizer);
                // It answered before anything changed: there was no place to wait.
                let was_cut_short = !is_new && begun.elapsed() < wait.min(RETRY);
                if was_cut_short || (!is_new && wait.is_zero()) { RETRY } else { PAUSE }
            }
            Err(error) => {
                let why = error.to_string();
                let is_told = told.as_ref() == Some(&why);
                note(&authorizer, &error, is_told);
                told = Some(why);
                if matches!(error, Unanswered::Refused(_)) { REFUSED } else { RETRY }
            }
        };
        if authorizer.presence.is_away() {
            // Who has a token that nobody could be asked about waits for what is found next.
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = doubted_after(&authorizer, PAUSE.min(pause)) => {}
            }
        } else {
            tokio::time::sleep(pause).await;
        }
    }
}

/// Somebody doubts that the control plane is there, but not at once again.
async fn doubted_after(authorizer: &Authorizer, pause: Duration) {
    tokio::time::sleep(pause).await;
    authorizer.presence.doubted().await;
}

/// What the control plane has now. While it is waited for, it is found out for whoever doubts it whether it is there.
async fn pulled(
    authorizer: &Authorizer,
    known: Option<Arc<Rules>>,
    wait: Duration,
) -> Result<Option<Rules>, Unanswered> {
    let control_plane = &authorizer.control_plane;
    let tag = known.as_ref().and_then(|rules| rules.tag.clone());
    let pull = control_plane.pull(known, wait);
    tokio::pin!(pull);
    loop {
        tokio::select! {
            pulled = &mut pull => return pulled,
            () = authorizer.presence.doubted() => {}
        }
        let asked = tokio::select! {
            pulled = &mut pull => return pulled,
            asked = control_plane.is_there(tag.as_ref()) => asked,
        };
        match asked {
            Ok(()) => authorizer.note_there(),
            Err(error) => return Err(error),
        }
    }
}

/// Where nobody brings a token, it would not be known whether answers about them come. Nothing else waits for it.
fn try_introspection(authorizer: &Arc<Authorizer>) {
    let age = authorizer.presence.introspection_age(authorizer.now());
    let is_due = age.and_then(|age| age.to_std().ok()).is_none_or(|age| age >= wait_within(authorizer));
    if is_due {
        let authorizer = Arc::clone(authorizer);
        tokio::spawn(async move { authorizer.try_introspection().await });
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

/// Says once what is wrong, and does what follows from it.
fn note(authorizer: &Authorizer, error: &Unanswered, is_told: bool) {
    let fields = [("why", error.to_string().into())];
    let message = match error {
        Unanswered::Away(why) => return authorizer.note_away(why),
        // Whoever isn't the gateway any more decides nothing in its name.
        Unanswered::Refused(_) => {
            authorizer.in_force.dismiss();
            "the control plane doesn't know this gateway: nothing passes"
        }
        Unanswered::Unintelligible(_) | Unanswered::Crowded => "the control plane's answer isn't understood",
    };
    authorizer.note_there();
    if !is_told {
        authorizer.say(Level::Error, message, &fields);
    }
}
