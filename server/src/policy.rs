//! What a policy says about a user and a request.
//!
//! [`says`] is a pure function: no database, no clock, no network. [`check`] loads a policy and asks it. Everything that a policy can't decide counts against
//! the user: an unknown validator or comparator, settings that make no sense, a policy that isn't there, a value that can't be compared, more work than a policy
//! may make. None of it is an error, so a policy that somebody got wrong closes a door and never opens one.
//!
//! A policy consists of validators, which [`evaluate`] asks, or is a text [in a language](input).
//!
//! # Validators (ACP behaviour, §6)
//!
//! A policy is authorized when all its validators are; so is one without validators.
//!
//! | Name               | Passes                                                                                                              |
//! |--------------------|---------------------------------------------------------------------------------------------------------------------|
//! | `true`             | always                                                                                                              |
//! | `false`            | never                                                                                                               |
//! | `identity-context` | when all its `fields` hold for the authentication context                                                           |
//! | `header`           | when all its `fields` hold for the request's headers; a field is a header's name, in any case                       |
//! | `consent`          | when the user granted all consents of `action`, and all of `consents` (a list of ids); one of the two must be there |
//!
//! `fields` is a list of `{field, comparator, value}`, not empty. Members with other names are ignored.
//!
//! # Fields
//!
//! A field of the context is a path of names with dots between them; `\.` is a dot inside a name and `\\` a backslash ([`path`]). A list on the way is looked into:
//! the path goes on in each of its items. `null` counts as absent. A header is one text, whatever commas are in it; one that was sent several times must pass with
//! each of its values.
//!
//! # Comparators
//!
//! The value of a field that is absent passes nothing but `exists` with `false`: not even `not_equals`, since nothing is known about it.
//!
//! | Name                                                      | Passes                                                                             |
//! |-----------------------------------------------------------|------------------------------------------------------------------------------------|
//! | `equals`, `not_equals`                                    | one of a list's items, or the value that is no list, equals `value`; none does     |
//! | `contains`, `not_contains`                                | the same for lists; of a text that is no list, a part of it equals `value`         |
//! | `contains_all`, `contains_any`                            | each, or one, of the list `value` equals an item of the list (never part of one)   |
//! | `greater`, `greater_or_equal`, `less`, `less_or_equal`    | one item is so                                                                     |
//! | `starts_with`, `ends_with`                                | one item does so                                                                   |
//! | `matches`                                                 | one item matches the regular expression **as a whole**                             |
//! | `exists`                                                  | the field is there; with `false`: it isn't                                         |
//!
//! `value` is a text, a number or `true`/`false`, and for the two that say so a list of them with at least one. The negations pass only when everything that they
//! deny could be compared: an object among the items makes them fail.
//!
//! - **Equality.** Texts are equal when all their characters are: case counts and nothing is normalized. In `value`, `*` stands for any number of characters,
//!   `\*` for a star and `\\` for a backslash. Numbers are equal when their values are (`1` and `1.0`). A number or truth value equals a text that reads as it.
//! - **Order.** Two numbers, or texts that both read as JSON numbers, are ordered by value; two texts of which neither does, by code points (right for dates of
//!   RFC 3339 in one zone). Nothing else has an order.

mod cedar;
pub mod comparator;
pub mod evaluate;
pub mod input;
pub mod path;
pub mod pattern;

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use authplane_domain::catalogue::policy::{self, Language, Program, Recovery, Rules, Validator};
use authplane_domain::privacy::consent::Consent;
use authplane_domain::privacy::consent_grant::{self, Given};
use authplane_domain::{Error, Freshness, Result, Store};
use http::HeaderMap;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub use self::evaluate::{evaluate, looks_at_sign_in_or_request, looks_beyond};
use self::input::{Denied, Input, Question};
use crate::fair_queue::FairQueue;

/// What a policy is asked about. Nobody has granted a consent and there are no headers, unless it is said.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    context: &'a Map<String, Value>,
    headers: Option<&'a HeaderMap>,
    granted: &'a (dyn Fn(ConsentQuestion<'_>) -> bool + Sync),
    /// Whose consents they are.
    user: Option<&'a str>,
    question: Question<'a>,
}

/// What a `consent` validator wants to know about the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentQuestion<'a> {
    /// Is there an action with this id, and did the user grant all consents that it requires?
    Action(&'a str),
    /// Did the user grant the consent with this id, in its current version?
    Consent(&'a str),
}

impl<'a> Facts<'a> {
    /// The authentication context: what is known about the user and how they signed in.
    #[must_use]
    pub fn new(context: &'a Map<String, Value>) -> Self {
        Self { context, headers: None, granted: &|_| false, user: None, question: Question::default() }
    }

    /// The headers of the request that the policy decides about.
    #[must_use]
    pub fn with_headers(self, headers: &'a HeaderMap) -> Self {
        Self { headers: Some(headers), ..self }
    }

    /// What is asked for, which validators don't look at.
    #[must_use]
    pub fn with_question(self, question: Question<'a>) -> Self {
        Self { question, ..self }
    }

    /// Of whom [`check`] finds out what they granted, where a policy asks.
    #[must_use]
    pub fn with_user(self, subject: &'a str) -> Self {
        Self { user: Some(subject), ..self }
    }

    /// Answers the questions of `consent` validators.
    #[must_use]
    pub fn with_consents(self, granted: &'a (dyn Fn(ConsentQuestion<'_>) -> bool + Sync)) -> Self {
        Self { granted, ..self }
    }
}

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // They are about a person; a log has no use for them.
        formatter.debug_struct("Facts").finish_non_exhaustive()
    }
}

/// What a policy says; written as ACP's `PolicyValidationResult`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Whether it says yes: `AUTHORIZED` or `NOT_AUTHORIZED`.
    #[serde(rename = "result", serialize_with = "as_word")]
    pub authorized: bool,
    /// The validators that failed, in the policy's order. Empty when authorized.
    #[serde(rename = "failure")]
    pub failures: Vec<Failure>,
    /// How the failures can be repaired, each way once.
    pub recovery: Vec<Recovery>,
}

/// A validator that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AcpPolicyFailure")]
pub struct Failure {
    /// Its name, as the policy writes it.
    pub validator: String,
    /// What went wrong, for people.
    pub message: String,
    /// The fields and comparators that failed. Never a value: the user's data and the policy's stay where they are.
    pub details: String,
    /// What another authentication would have to be, where all that failed is how the user signed in.
    #[serde(skip)]
    #[schemars(skip)]
    pub step_up: Option<StepUp>,
}

/// An authentication that a validator would pass (RFC 9470 §3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepUp {
    /// Authentication context classes that it names; none where it asks for something else.
    pub acr_values: Vec<String>,
}

impl Outcome {
    /// Yes, without conditions.
    #[must_use]
    pub fn authorized() -> Self {
        Self { authorized: true, failures: Vec::new(), recovery: Vec::new() }
    }

    /// No, because the policy can't be asked.
    fn without_policy() -> Self {
        let failure = Failure {
            validator: "policy".to_owned(),
            message: "the policy does not exist".to_owned(),
            details: String::new(),
            step_up: None,
        };
        Self { authorized: false, failures: vec![failure], recovery: Vec::new() }
    }

    /// Would it say yes to somebody who signed in otherwise, as far as it can be told? Not where anything else failed too.
    #[must_use]
    pub fn wants_other_authentication(&self) -> bool {
        !self.failures.is_empty() && self.failures.iter().all(|failure| failure.step_up.is_some())
    }

    /// The authentication context classes that its failures name, each once.
    #[must_use]
    pub fn acr_values(&self) -> Vec<&str> {
        let mut values = Vec::new();
        for value in self.failures.iter().filter_map(|failure| failure.step_up.as_ref()).flat_map(|way| &way.acr_values)
        {
            if !values.contains(&value.as_str()) {
                values.push(value);
            }
        }
        values
    }

    /// ACP's word for it.
    #[must_use]
    pub fn result(&self) -> &'static str {
        if self.authorized { "AUTHORIZED" } else { "NOT_AUTHORIZED" }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn as_word<S: Serializer>(authorized: &bool, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(if *authorized { "AUTHORIZED" } else { "NOT_AUTHORIZED" })
}

/// What the policy of a tenant says. No policy has nothing against anything; one that doesn't exist, against everything.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn check(store: &Store, tenant: &str, policy_id: Option<&str>, facts: Facts<'_>) -> Result<Outcome> {
    let Some(id) = policy_id else { return Ok(Outcome::authorized()) };
    let policy = policy::find_cached(store, Freshness::Exact, tenant, id).await?;
    let Some(policy) = policy else { return Ok(Outcome::without_policy()) };
    ask(store, tenant, &policy.rules, facts).await
}

/// What a policy of a tenant says that demands this. What the user granted is found out where a validator wants to know.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn ask(store: &Store, tenant: &str, rules: &Rules, facts: Facts<'_>) -> Result<Outcome> {
    if let Rules::Program(program) = rules {
        return ask_program(tenant, program, facts).await;
    }
    let Some(given) = given(store, tenant, rules.validators(), facts).await? else { return Ok(says(rules, facts)) };
    let granted = |question: ConsentQuestion<'_>| has_granted(&given, question);
    Ok(says(rules, facts.with_consents(&granted)))
}

/// Most that a text is told by a thread that others wait for, in bytes: then it is done within milliseconds, whatever it says.
const TOLD_AT_ONCE: usize = 16 * 1024;

/// Texts that are told more, and those that wait for it: one may take a core for a while, which is none of those that answer everybody.
static LARGE: LazyLock<Arc<FairQueue>> = LazyLock::new(|| Arc::new(FairQueue::new(2, 256)));

/// What a text says, whatever it takes: as [`ask`], for whoever has no database.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] when too many are asked about as much.
pub async fn ask_program(tenant: &str, program: &Program, facts: Facts<'_>) -> Result<Outcome> {
    let input = match Input::of(&facts.question, facts.context, facts.headers) {
        Ok(input) => input,
        Err(denied) => return Ok(outcome(program, Err(denied))),
    };
    if input.size <= TOLD_AT_ONCE {
        return Ok(outcome(program, decide(program, &input)));
    }
    let turn = LARGE.turn(tenant, tenant).await;
    let turn = turn.map_err(|_| Error::Unavailable("too many policies wait to be asked".to_owned()))?;
    let program = program.clone();
    let asked = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        outcome(&program, decide(&program, &input))
    });
    asked.await.map_err(Error::internal)
}

fn decide(program: &Program, input: &Input) -> std::result::Result<(), Denied> {
    match program.language {
        Language::Cedar => cedar::decide(program, input),
    }
}

fn outcome(program: &Program, decided: std::result::Result<(), Denied>) -> Outcome {
    let Err(Denied { message, details }) = decided else { return Outcome::authorized() };
    let validator = program.language.name().to_owned();
    let failure = Failure { validator, message: message.to_owned(), details, step_up: None };
    Outcome { authorized: false, failures: vec![failure], recovery: Vec::new() }
}

/// What a policy says that demands this. Whatever keeps a text from being asked is a refusal.
#[must_use]
pub fn says(rules: &Rules, facts: Facts<'_>) -> Outcome {
    let program = match rules {
        Rules::Validators(validators) => return evaluate(validators, facts),
        Rules::Program(program) => program,
    };
    let input = Input::of(&facts.question, facts.context, facts.headers);
    outcome(program, input.and_then(|input| decide(program, &input)))
}

/// What a user gave of what policies ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Granted {
    /// Actions all of whose required consents they gave, by their ids.
    pub actions: Vec<String>,
    /// Consents, by their ids.
    pub consents: Vec<String>,
}

impl Granted {
    /// Answers a `consent` validator of one of those policies.
    #[must_use]
    pub fn has(&self, question: ConsentQuestion<'_>) -> bool {
        let (granted, id) = match question {
            ConsentQuestion::Action(id) => (&self.actions, id),
            ConsentQuestion::Consent(id) => (&self.consents, id),
        };
        granted.iter().any(|granted| granted == id)
    }
}

/// What a user gave of all that these policies of a tenant ask for, for whoever asks them elsewhere.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn granted<'p>(
    store: &Store,
    tenant: &str,
    user: &str,
    policies: impl Iterator<Item = &'p [Validator]>,
) -> Result<Granted> {
    let questions: Vec<_> = policies.flat_map(evaluate::consent_questions).collect();
    let mut granted = Granted::default();
    if questions.is_empty() {
        return Ok(granted);
    }
    let given = Given::load(store, tenant, user).await?;
    for question in questions {
        if has_granted(&given, question) && !granted.has(question) {
            match question {
                ConsentQuestion::Action(id) => granted.actions.push(id.to_owned()),
                ConsentQuestion::Consent(id) => granted.consents.push(id.to_owned()),
            }
        }
    }
    Ok(granted)
}

/// What the user gave, where a policy asks: as it is now, since what was taken back counts no longer.
async fn given(store: &Store, tenant: &str, validators: &[Validator], facts: Facts<'_>) -> Result<Option<Given>> {
    match facts.user.filter(|_| evaluate::asks_for_consents(validators)) {
        Some(user) => Given::load(store, tenant, user).await.map(Some),
        None => Ok(None),
    }
}

fn has_granted(given: &Given, question: ConsentQuestion<'_>) -> bool {
    match question {
        ConsentQuestion::Action(id) => given.has_all_of_action(id),
        ConsentQuestion::Consent(id) => given.has_consent(id),
    }
}

/// What a policy says to a user who can still give consents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Passes,
    /// Yes, as soon as they have given those of these that are required. There are some.
    Lacks(Vec<MissingConsent>),
    /// No, whatever they give.
    Refuses,
}

/// A consent that a policy asks for, and that the user hasn't given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingConsent {
    /// As it is now.
    pub consent: Consent,
    /// The action that asks for it, by its id; absent where the policy names the consent itself.
    pub action: Option<String>,
    /// Whether the policy needs it; else the action only asks for it along with others.
    pub required: bool,
}

/// As [`check`], but of a user who could be asked: what they would have to give.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn judge(store: &Store, tenant: &str, policy_id: Option<&str>, facts: Facts<'_>) -> Result<Verdict> {
    let said = |authorized| if authorized { Verdict::Passes } else { Verdict::Refuses };
    let Some(id) = policy_id else { return Ok(Verdict::Passes) };
    let policy = policy::find_cached(store, Freshness::Exact, tenant, id).await?;
    let Some(policy) = policy else { return Ok(Verdict::Refuses) };
    let validators = policy.rules.validators();
    let Some(given) = given(store, tenant, validators, facts).await? else {
        return Ok(said(says(&policy.rules, facts).authorized));
    };
    let granted = |question: ConsentQuestion<'_>| has_granted(&given, question);
    if evaluate(validators, facts.with_consents(&granted)).authorized {
        return Ok(Verdict::Passes);
    }
    // An action that requires nothing can't be given, and nothing is asked for where something else refuses them anyway.
    let could_be_granted = |question: ConsentQuestion<'_>| match question {
        ConsentQuestion::Action(id) => given.of_action(id).iter().any(|consent| consent.required),
        ConsentQuestion::Consent(_) => true,
    };
    if !evaluate(validators, facts.with_consents(&could_be_granted)).authorized {
        return Ok(Verdict::Refuses);
    }
    let questions = evaluate::consent_questions(validators).filter(|question| !has_granted(&given, *question));
    let lacking: Vec<Lacking<'_>> = questions.flat_map(|question| lacking(&given, question)).collect();
    missing(store, tenant, facts, &lacking).await
}

/// A consent that wasn't given: its id, the action that asks for it, whether it is required.
type Lacking<'a> = (&'a str, Option<&'a str>, bool);

/// What is lacking to a question that was answered with no, in the order of the action.
fn lacking<'a>(given: &'a Given, question: ConsentQuestion<'a>) -> Vec<Lacking<'a>> {
    match question {
        ConsentQuestion::Consent(id) => vec![(id, None, true)],
        ConsentQuestion::Action(action) => {
            let listed = given.of_action(action).iter().filter(|consent| !given.has_consent(&consent.id));
            listed.map(|consent| (consent.id.as_str(), Some(action), consent.required)).collect()
        }
    }
}

/// The same with the consents as they are now. Nobody can give what isn't there.
async fn missing(store: &Store, tenant: &str, facts: Facts<'_>, lacking: &[Lacking<'_>]) -> Result<Verdict> {
    let ids: Vec<String> = lacking.iter().map(|(id, ..)| (*id).to_owned()).collect();
    let user = facts.user.unwrap_or_default();
    let found = consent_grant::of_subject(store, tenant, user, Some(&ids)).await?;
    let mut missing = Vec::with_capacity(lacking.len());
    for (id, action, required) in lacking {
        match found.iter().find(|standing| standing.consent.id == *id) {
            // It was given in between.
            Some(standing) if standing.now.is_some() => {}
            Some(standing) => missing.push(MissingConsent {
                consent: standing.consent.clone(),
                action: action.map(str::to_owned),
                required: *required,
            }),
            None if *required => return Ok(Verdict::Refuses),
            None => {}
        }
    }
    // Whatever it was that failed, what can't be asked for doesn't pass.
    let is_answer = missing.iter().any(|missing| missing.required);
    Ok(if is_answer { Verdict::Lacks(missing) } else { Verdict::Refuses })
}

/// The work that one evaluation may still do, in units of a comparison of short texts. Whatever a policy and a context look like, an evaluation takes a fraction
/// of a second. What doesn't fit in isn't done, and counts as failed; since all validators are always looked at, their order can't change that.
#[derive(Debug)]
pub struct Budget(Cell<u64>);

impl Budget {
    /// For one evaluation.
    #[must_use]
    pub fn new() -> Self {
        Self(Cell::new(1_000_000))
    }

    /// Takes `units`, or all that is left when there are fewer.
    ///
    /// # Errors
    /// [`Undecided::Exhausted`] when there were fewer.
    pub fn spend(&self, units: u64) -> std::result::Result<(), Undecided> {
        let left = self.0.get().checked_sub(units);
        self.0.set(left.unwrap_or_default());
        left.map(drop).ok_or(Undecided::Exhausted)
    }

    /// As [`Budget::spend`], for looking at so many bytes.
    ///
    /// # Errors
    /// [`Undecided::Exhausted`] when there isn't so much left.
    pub fn spend_bytes(&self, bytes: usize) -> std::result::Result<(), Undecided> {
        self.spend(1 + u64::try_from(bytes / 16).unwrap_or(u64::MAX))
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::new()
    }
}

/// It can't be told. Fails the validator, also where a negation asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecided {
    /// The two have nothing in common that could be compared.
    Incomparable,
    /// The work that an evaluation may do is done.
    Exhausted,
}
