//! What the authorizer decides by at a moment: a configuration, the keys that verify tokens by themselves, and how long ago the control plane was heard of.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use authplane_domain::catalogue::api::Api;
use authplane_domain::catalogue::gateway::guarded::Guarded;
use authplane_domain::catalogue::policy::Policy;
use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderValue;
use url::Url;

use super::control_plane::{Pulled, Service};
use crate::api::acp::admin::apis::AcpApi;
use crate::tokens::jws::Verifier;

/// A configuration as it is decided by.
#[derive(Debug)]
pub struct Rules {
    /// Its entity tag.
    pub tag: Option<HeaderValue>,
    /// The tenant,
    pub tenant_id: String,
    /// and the authorization server in it whose tokens open the services.
    pub server_id: String,
    /// Its issuer.
    pub issuer_url: String,
    /// Where its keys are.
    pub jwks_url: Url,
    /// The services that the gateway guards, by the audience of their tokens.
    pub services_by_audience: HashMap<String, String>,
    /// The APIs and their policies.
    pub guarded: Guarded,
}

impl From<Pulled> for Rules {
    fn from(pulled: Pulled) -> Self {
        let Pulled { configuration, tag } = pulled;
        let services = configuration.services.into_iter().map(|Service { id, audience }| (audience, id));
        Self {
            tag,
            tenant_id: configuration.tenant_id,
            server_id: configuration.server_id,
            issuer_url: configuration.issuer_url,
            jwks_url: configuration.jwks_url,
            services_by_audience: services.collect(),
            guarded: Guarded::of(
                configuration.apis.into_iter().map(lean),
                // One that this release can't read can't be asked, and nothing passes it.
                configuration.policies.into_iter().filter_map(|policy| Policy::try_from(policy).ok()),
            ),
        }
    }
}

/// What nobody asks of an API takes no room: there may be many.
fn lean(api: AcpApi) -> Api {
    Api { id: String::new(), tenant_id: String::new(), server_id: String::new(), ..Api::from(api) }
}

/// What is in force, and since when nothing was heard.
#[derive(Debug)]
pub struct InForce {
    rules: ArcSwapOption<Rules>,
    keys: ArcSwap<Vec<Verifier>>,
    /// When the control plane said last that this is its configuration, in milliseconds since the epoch.
    heard_at: AtomicI64,
    max_age: TimeDelta,
}

impl InForce {
    /// Nothing yet; later, what is no older than this.
    #[must_use]
    pub fn within(max_age: TimeDelta) -> Self {
        Self {
            rules: ArcSwapOption::empty(),
            keys: ArcSwap::from_pointee(Vec::new()),
            heard_at: AtomicI64::new(0),
            max_age,
        }
    }

    /// The configuration, as long as it may be decided by.
    #[must_use]
    pub fn rules(&self, now: DateTime<Utc>) -> Option<Arc<Rules>> {
        let rules = self.rules.load_full()?;
        // A clock that was set back says nothing of an age.
        let age = self.age_at(now);
        (TimeDelta::zero()..self.max_age).contains(&age).then_some(rules)
    }

    /// The configuration, however old it is.
    #[must_use]
    pub fn last_rules(&self) -> Option<Arc<Rules>> {
        self.rules.load_full()
    }

    /// How old the configuration is; nothing where there is none.
    #[must_use]
    pub fn age(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        self.rules.load().as_ref().map(|_| self.age_at(now))
    }

    fn age_at(&self, now: DateTime<Utc>) -> TimeDelta {
        TimeDelta::milliseconds(now.timestamp_millis().saturating_sub(self.heard_at.load(Ordering::Acquire)))
    }

    /// The keys that tokens of the server are verified with.
    #[must_use]
    pub fn keys(&self) -> Arc<Vec<Verifier>> {
        self.keys.load_full()
    }

    /// Puts another configuration in force.
    pub fn replace(&self, rules: Rules, now: DateTime<Utc>) {
        // Before the rules, so that new ones aren't taken for old; and they are no older than this.
        self.confirm(now);
        self.rules.store(Some(Arc::new(rules)));
    }

    /// The control plane said now that the configuration is still its own.
    pub fn confirm(&self, now: DateTime<Utc>) {
        self.heard_at.store(now.timestamp_millis(), Ordering::Release);
    }

    /// Nothing is in force any more.
    pub fn dismiss(&self) {
        self.rules.store(None);
    }

    /// Puts other keys in force.
    pub fn replace_keys(&self, keys: Vec<Verifier>) {
        self.keys.store(Arc::new(keys));
    }
}
