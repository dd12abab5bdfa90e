//! What the authorizer decides by at a moment: a configuration, the keys that verify tokens by themselves, and how long ago the control plane was heard of.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use authplane_domain::catalogue::api::Api;
use authplane_domain::catalogue::gateway::guarded::Guarded;
use authplane_domain::catalogue::policy::Policy;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderValue;
use quick_cache::sync::Cache;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;
use url::Url;

use crate::api::acp::admin::apis::AcpApi;
use crate::api::acp::admin::policies::AcpPolicy;
use crate::tokens::claims::Claims;
use crate::tokens::jws::Verifier;
use crate::tokens::verify::digest;

/// What is remembered of audiences that are for all services: clients have one each, as a rule.
const AUDIENCES_OF_ALL: usize = 8192;

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
    /// SHA-256 of the APIs as they were told.
    apis_digest: [u8; 32],
    /// Of which clients' tokens the control plane said, as long as there are these services, that with this audience they are for all of them.
    for_all: Arc<Cache<[u8; 32], ()>>,
}

/// A configuration, as far as it is used here.
#[derive(Deserialize)]
struct Told<'a> {
    tenant_id: String,
    server_id: String,
    issuer_url: String,
    jwks_url: Url,
    services: Vec<Service>,
    #[serde(borrow)]
    apis: &'a RawValue,
    policies: Vec<AcpPolicy>,
}

/// A service that the gateway guards.
#[derive(Deserialize)]
struct Service {
    id: String,
    audience: String,
}

impl Rules {
    /// Those that are told in this answer. What is the same as what is known is kept rather than made again, and nothing of the answer is kept while anything is made:
    /// there may be many APIs.
    ///
    /// # Errors
    /// When they can't be read.
    pub fn told(answer: Bytes, tag: Option<HeaderValue>, known: Option<&Self>) -> serde_json::Result<Self> {
        let Told { tenant_id, server_id, issuer_url, jwks_url, services, apis, policies } =
            serde_json::from_slice(&answer)?;
        // One that this release can't read can't be asked, and nothing passes it.
        let policies = policies.into_iter().filter_map(|policy| Policy::try_from(policy).ok());
        let apis_digest = digest(apis.get());
        let same = known.filter(|known| known.apis_digest == apis_digest);
        let guarded = match same {
            Some(same) => same.guarded.with_policies(policies),
            None => {
                let apis = lean(apis)?;
                drop(answer);
                Guarded::of(apis, policies)
            }
        };
        let services_by_audience = services.into_iter().map(|Service { id, audience }| (audience, id)).collect();
        let same_services = known.filter(|known| {
            known.services_by_audience == services_by_audience && known.guarded.services() == guarded.services()
        });
        let for_all =
            same_services.map_or_else(|| Arc::new(Cache::new(AUDIENCES_OF_ALL)), |known| Arc::clone(&known.for_all));
        Ok(Self {
            tag,
            tenant_id,
            server_id,
            issuer_url,
            jwks_url,
            services_by_audience,
            guarded,
            apis_digest,
            for_all,
        })
    }

    /// Remembers what the control plane said of a token: that it is for these services.
    pub(super) fn note_aim(&self, claims: &Claims, services: &[String]) {
        let all = self.guarded.services();
        if services.len() == all.len() && services.iter().all(|service| all.contains(service)) {
            self.for_all.insert(audience_of(claims), ());
        }
    }

    /// Whether the control plane said of a token of this client with this audience that it is for all services.
    pub(super) fn is_for_all(&self, claims: &Claims) -> bool {
        self.for_all.get(&audience_of(claims)).is_some()
    }
}

/// The client of a token, and whom the token is for, as a key.
fn audience_of(claims: &Claims) -> [u8; 32] {
    let written = serde_json::json!([claims.client_id, claims.aud]);
    digest(&written.to_string())
}

/// The APIs of a list, one read after the other. What nobody asks of them takes no room.
fn lean(apis: &RawValue) -> serde_json::Result<Vec<Api>> {
    struct Lean;

    impl<'de> Visitor<'de> for Lean {
        type Value = Vec<Api>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("a list of APIs")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Api>, A::Error> {
            let mut apis = Vec::new();
            while let Some(api) = list.next_element::<AcpApi>()? {
                apis.push(Api { tenant_id: String::new(), server_id: String::new(), ..Api::from(api) });
            }
            Ok(apis)
        }
    }

    impl<'de> DeserializeSeed<'de> for Lean {
        type Value = Vec<Api>;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Api>, D::Error> {
            deserializer.deserialize_seq(self)
        }
    }

    Lean.deserialize(&mut serde_json::Deserializer::from_str(apis.get()))
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
        self.is_young(self.age_at(now)).then_some(rules)
    }

    /// Whether what was heard so long ago may be decided by.
    #[must_use]
    pub fn is_young(&self, age: TimeDelta) -> bool {
        // A clock that was set back says nothing of an age.
        (TimeDelta::zero()..self.max_age).contains(&age)
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
