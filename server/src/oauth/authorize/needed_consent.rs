//! What the policies of a request miss of its user's consents: what the user is asked to give, and what depends on it.
//!
//! No client and no scope names an action. A policy does, by its `consent` validator: what needs an action is what has such a policy.

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::privacy::consent::{Consent, GrantType};
use authplane_domain::privacy::consent_grant::{self, Act, GrantContext, Manner, Permit, Shown, Wish};
use authplane_domain::{Error as DomainError, Result as DomainResult};

use crate::context::Context;
use crate::policy::MissingConsent;
use crate::tokens::tenant_signer;

/// The most that is asked for, and given, at once. What is left is asked for after that.
const MOST: usize = 256;

/// What the policies of a request miss, each with what it is the policy of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lacking {
    everything: Vec<MissingConsent>,
    scopes: Vec<(String, Vec<MissingConsent>)>,
}

/// A consent that the user hasn't given, and is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeededConsent<'a> {
    /// As it is now.
    pub consent: &'a Consent,
    /// The action that asks for it, by its id.
    pub action: Option<&'a str>,
    /// What depends on it.
    pub need: Need<'a>,
}

/// What depends on a consent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need<'a> {
    /// The whole request.
    Everything,
    /// Scopes of these names.
    Scopes(Vec<&'a str>),
    /// Nothing: its action asks for it along with others.
    Nothing,
}

impl Lacking {
    /// Nothing at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.everything.is_empty() && self.scopes.is_empty()
    }

    /// Is there anything without which nothing is granted?
    #[must_use]
    pub fn has_indispensable(&self) -> bool {
        !self.everything.is_empty()
    }

    /// Does a scope lack anything?
    #[must_use]
    pub fn of_scope(&self, name: &str) -> bool {
        self.scopes.iter().any(|(known, _)| known == name)
    }

    /// The policy of the server misses these.
    pub fn add_to_everything(&mut self, missing: Vec<MissingConsent>) {
        self.everything.extend(missing);
    }

    /// The policy of a scope misses these.
    pub fn add_to_scope(&mut self, name: &str, missing: Vec<MissingConsent>) {
        match self.scopes.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.extend(missing),
            None => self.scopes.push((name.to_owned(), missing)),
        }
    }

    /// Without this scope the request can't be granted.
    pub fn cannot_do_without(&mut self, name: &str) {
        let (these, others) = std::mem::take(&mut self.scopes).into_iter().partition(|(known, _)| known == name);
        self.scopes = others;
        let these: Vec<(String, Vec<MissingConsent>)> = these;
        self.everything.extend(these.into_iter().flat_map(|(_, missing)| missing));
    }

    /// Without the scopes that aren't wanted.
    pub fn keep(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.scopes.retain(|(name, _)| is_wanted(name));
    }

    /// What a scope can't be granted without.
    pub fn needed_by_scope(&self, name: &str) -> impl Iterator<Item = &MissingConsent> {
        let missing = self.scopes.iter().filter(move |(known, _)| known == name).flat_map(|(_, missing)| missing);
        missing.filter(|missing| missing.required)
    }

    /// What the user is asked for, each consent once, what most depends on first.
    #[must_use]
    pub fn needed(&self) -> Vec<NeededConsent<'_>> {
        let mut needed: Vec<NeededConsent<'_>> = Vec::new();
        for missing in &self.everything {
            add(&mut needed, missing, Need::Everything);
        }
        for (name, missing) in self.scopes.iter().flat_map(|(name, all)| all.iter().map(move |one| (name, one))) {
            add(&mut needed, missing, Need::Scopes(vec![name]));
        }
        needed.sort_by_key(|needed| needed.need.rank());
        needed.truncate(MOST);
        needed
    }
}

fn add<'a>(needed: &mut Vec<NeededConsent<'a>>, missing: &'a MissingConsent, need: Need<'a>) {
    let need = if missing.required { need } else { Need::Nothing };
    match needed.iter_mut().find(|known| known.consent.lineage == missing.consent.lineage) {
        Some(known) => {
            let both = std::mem::replace(&mut known.need, Need::Nothing).and(need);
            known.need = both;
            known.action = known.action.or(missing.action.as_deref());
        }
        None => needed.push(NeededConsent { consent: &missing.consent, action: missing.action.as_deref(), need }),
    }
}

impl Need<'_> {
    fn rank(&self) -> u8 {
        match self {
            Self::Everything => 0,
            Self::Scopes(_) => 1,
            Self::Nothing => 2,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Scopes(mut names), Self::Scopes(more)) => {
                names.extend(more.into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>());
                Self::Scopes(names)
            }
            (Self::Nothing, need) | (need, Self::Nothing) => need,
        }
    }
}

/// What a form calls a consent: this version of it, and no other.
#[must_use]
pub fn key(consent: &Consent) -> String {
    format!("{}-{}", consent.version, consent.lineage)
}

/// Is it what a form calls this consent, in whichever version?
#[must_use]
pub fn is_key_of(key: &str, consent: &Consent) -> bool {
    key.split_once('-').is_some_and(|(_, lineage)| lineage == consent.lineage)
}

/// Where and how somebody gives consents.
#[derive(Debug, Clone, Copy)]
pub struct Giving<'a> {
    /// Who, as the audit log has them.
    pub subject: &'a str,
    /// Their [key](authplane_domain::sign_in::person::Person::key).
    pub person: &'a str,
    /// The language of the page.
    pub language: &'a str,
}

/// Gives what the user ticked, all of it or nothing. Says whether it was still what they were shown: else nothing is given.
///
/// # Errors
/// Without database.
pub async fn give(
    context: &Context,
    acting: &Acting,
    giving: Giving<'_>,
    (consents, permit): (&[&NeededConsent<'_>], Permit),
) -> DomainResult<bool> {
    let Giving { subject, person, language } = giving;
    let wish = |needed: &&NeededConsent<'_>| Wish {
        shown: Some(Shown::of(needed.consent)),
        triggered_by_action: needed.action.map(str::to_owned),
        ..Wish::new(needed.consent.id.clone(), true, GrantType::Explicit)
    };
    let wishes: Vec<Wish> = consents.iter().map(wish).collect();
    let ip = acting.actor().address.map(|address| address.to_string()).unwrap_or_default();
    let act = Act {
        context: GrantContext { ip, ..GrantContext::default() },
        language: language.to_owned(),
        ..Act::default()
    };
    // Whoever is at the browser is known by now.
    let actor = Actor { subject: subject.to_owned(), ..acting.actor().clone() };
    let acting = Acting::new(acting.store(), acting.tenant(), actor);
    let signer = tenant_signer::of(context, acting.tenant()).await?;
    match consent_grant::act(&acting, &*signer, person, act, (&wishes, Manner::Several), permit).await {
        Ok(_) => Ok(true),
        Err(DomainError::Conflict { field: "version", .. }) => Ok(false),
        Err(error) => Err(error),
    }
}
