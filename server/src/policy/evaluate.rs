//! Asking the validators of a policy, one by one.

use authplane_domain::catalogue::policy::{Recovery, Validator, consent_member};
use http::HeaderName;
use serde_json::{Map, Value};

use super::comparator::Condition;
use super::path::{Found, Path};
use super::{Budget, ConsentQuestion, Facts, Failure, Outcome, StepUp};

/// The validator that asks for consents.
const CONSENT: &str = "consent";
/// The validator that looks at the authentication context.
const IDENTITY_CONTEXT: &str = "identity-context";
/// The validator that looks at the headers of a request.
const HEADER: &str = "header";
/// What the context says of how the user signed in: another authentication changes it (RFC 9470 §1).
const OF_AUTHENTICATION: [&str; 3] = [ACR, "amr", "auth_time"];
const ACR: &str = "acr";
/// ACP's type of a way to repair a failure by signing in with one means more (ACP behaviour §6).
const MFA: &str = "MFA";

/// What the validators say together. All are asked, also after one has failed: the failures and their recovery are for whoever repairs them.
#[must_use]
pub fn evaluate(validators: &[Validator], facts: Facts<'_>) -> Outcome {
    let budget = Budget::new();
    let mut failures = Vec::new();
    let mut recovery: Vec<Recovery> = Vec::new();
    for validator in validators {
        if let Err(refusal) = ask(validator, facts, &budget) {
            failures.push(refusal.of(validator));
            for way in &validator.recovery {
                if !recovery.contains(way) {
                    recovery.push(way.clone());
                }
            }
        }
    }
    Outcome { authorized: failures.is_empty(), failures, recovery }
}

/// Why a validator fails.
enum Refusal {
    /// It says no.
    No(String, Option<StepUp>),
    /// It can't be asked.
    Misconfigured(String),
}

impl Refusal {
    fn of(self, validator: &Validator) -> Failure {
        let (message, details, step_up) = match self {
            Self::No(details, step_up) => ("the requirement is not met", details, step_up),
            Self::Misconfigured(details) => ("the validator is not set up correctly", details, None),
        };
        let is_mended = || validator.recovery.iter().any(|way| way.kind.eq_ignore_ascii_case(MFA));
        let step_up =
            step_up.filter(|_| validator.name == IDENTITY_CONTEXT).or_else(|| is_mended().then(StepUp::default));
        Failure { validator: validator.name.clone(), message: message.to_owned(), details, step_up }
    }
}

fn ask(validator: &Validator, facts: Facts<'_>, budget: &Budget) -> Result<(), Refusal> {
    match validator.name.as_str() {
        "true" => Ok(()),
        "false" => Err(Refusal::No(String::new(), None)),
        IDENTITY_CONTEXT => all_fields(&validator.conf, budget, |field, condition| {
            let path = Path::parse(field)?;
            Some(path.resolve(facts.context, budget).and_then(|found| condition.holds(&found, budget)) == Ok(true))
        }),
        HEADER => all_fields(&validator.conf, budget, |field, condition| {
            let name: HeaderName = field.parse().ok()?;
            Some(holds_for_header(&name, condition, facts, budget))
        }),
        CONSENT => consents(&validator.conf, facts, budget),
        _ => Err(Refusal::Misconfigured("there is no such validator".to_owned())),
    }
}

/// The first of `fields` that doesn't hold. `holds` answers `None` for a field's name that can't be one.
fn all_fields(
    conf: &Map<String, Value>,
    budget: &Budget,
    holds: impl Fn(&str, &Condition) -> Option<bool>,
) -> Result<(), Refusal> {
    let fields = conf.get("fields").and_then(Value::as_array).filter(|fields| !fields.is_empty());
    let fields = fields.ok_or_else(|| Refusal::Misconfigured("fields must be a list that is not empty".to_owned()))?;
    let mut failed = Vec::new();
    for field in fields {
        let (Some(name), Some(comparator)) = (member(field, "field"), member(field, "comparator")) else {
            return Err(Refusal::Misconfigured("each of fields must have a field and a comparator".to_owned()));
        };
        let condition = Condition::parse(comparator, field.get("value"), budget);
        match condition.and_then(|condition| holds(name, &condition)) {
            Some(true) => {}
            Some(false) => failed.push(field),
            None => {
                let details = format!("{} {}: no such comparator, field or value", shown(name), shown(comparator));
                return Err(Refusal::Misconfigured(details));
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    let shown_of = |field: &&Value| {
        let [name, comparator] = ["field", "comparator"].map(|of| shown(member(field, of).unwrap_or_default()));
        format!("{name} {comparator}")
    };
    let details: Vec<String> = failed.iter().map(shown_of).collect();
    Err(Refusal::No(details.join(", "), step_up_of(&failed)))
}

/// What would have to be otherwise, where it is nothing but how the user signed in.
fn step_up_of(failed: &[&Value]) -> Option<StepUp> {
    if !failed.iter().all(|field| member(field, "field").is_some_and(|name| OF_AUTHENTICATION.contains(&name))) {
        return None;
    }
    let wants = |field: &&&Value| {
        let is_wanted = |comparator| ["equals", "contains", "contains_any", "contains_all"].contains(&comparator);
        member(field, "field") == Some(ACR) && member(field, "comparator").is_some_and(is_wanted)
    };
    let values = failed.iter().filter(wants).filter_map(|field| field.get("value")).flat_map(|value| match value {
        Value::Array(values) => values.as_slice(),
        one => std::slice::from_ref(one),
    });
    // A pattern names no class, and what isn't a word of a list can't stand in a challenge (RFC 6749 appendix A.4).
    let is_class = |value: &&str| {
        !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\*".contains(&byte))
    };
    Some(StepUp { acr_values: values.filter_map(Value::as_str).filter(is_class).map(str::to_owned).collect() })
}

fn member<'a>(field: &'a Value, name: &str) -> Option<&'a str> {
    field.get(name).and_then(Value::as_str)
}

/// The beginning of a name that could be of any length.
fn shown(name: &str) -> &str {
    &name[..name.floor_char_boundary(128)]
}

fn holds_for_header(name: &HeaderName, condition: &Condition, facts: Facts<'_>, budget: &Budget) -> bool {
    let holds = |found: Found<'_>| condition.holds(&found, budget) == Ok(true);
    let values = facts.headers.into_iter().flat_map(|headers| headers.get_all(name));
    let mut sent = false;
    for value in values {
        sent = true;
        // Also where nothing of it is compared: it is looked at, and copied.
        if budget.spend_bytes(value.len()).is_err() {
            return false;
        }
        // Whoever sends a header a second time hopes that somebody reads the other one: each must pass.
        let passes = match value.to_str() {
            Ok(text) => holds(Found::One(&Value::from(text))),
            // What is no text can't be compared, but it is there.
            Err(_) => matches!(condition, Condition::Exists(true)),
        };
        if !passes {
            return false;
        }
    }
    sent || holds(Found::Missing)
}

/// Whether any of them looks at more of the authentication context than these of its members. For whoever knows no others: what isn't known there could be
/// anything, and a validator would take it for absent.
#[must_use]
pub fn looks_beyond(validators: &[Validator], members: &[&str]) -> bool {
    members_of_context(validators).any(|member| !members.contains(&member.as_str()))
}

/// Whether any of them looks at how a user signed in, or at the headers of a request. For whoever knows of neither, for the same reason.
#[must_use]
pub fn looks_at_sign_in_or_request(validators: &[Validator]) -> bool {
    validators.iter().any(|validator| validator.name == HEADER)
        || members_of_context(validators).any(|member| OF_AUTHENTICATION.contains(&member.as_str()))
}

/// The members of the authentication context that they look into.
fn members_of_context(validators: &[Validator]) -> impl Iterator<Item = String> {
    let of_context = validators.iter().filter(|validator| validator.name == IDENTITY_CONTEXT);
    let fields = of_context.filter_map(|validator| validator.conf.get("fields")?.as_array()).flatten();
    let paths = fields.filter_map(|field| Path::parse(member(field, "field")?));
    paths.map(|path| path.first().to_owned())
}

/// Whether any of them wants to know what the user granted.
pub(super) fn asks_for_consents(validators: &[Validator]) -> bool {
    validators.iter().any(|validator| validator.name == CONSENT)
}

/// What its `consent` validators ask, as far as they can be asked: each by itself, in the policy's order.
pub(super) fn consent_questions(validators: &[Validator]) -> impl Iterator<Item = ConsentQuestion<'_>> {
    let asking = validators.iter().filter(|validator| validator.name == CONSENT);
    asking.filter_map(|validator| questions(&validator.conf).ok()).flatten()
}

fn questions(conf: &Map<String, Value>) -> Result<Vec<ConsentQuestion<'_>>, Refusal> {
    let misconfigured = |details: &str| Refusal::Misconfigured(details.to_owned());
    let action = consent_member(conf, "action").map(Value::as_str);
    let listed = consent_member(conf, "consents").map(|consents| {
        let consents = consents.as_array()?;
        consents.iter().map(Value::as_str).collect::<Option<Vec<&str>>>()
    });
    match (action, listed) {
        (None, None) => Err(misconfigured("action or consents must be there")),
        (Some(None), _) => Err(misconfigured("action must be an id")),
        (_, Some(None)) => Err(misconfigured("consents must be a list of ids that is not empty")),
        (action, listed) => {
            let listed = listed.flatten().into_iter().flatten().map(ConsentQuestion::Consent);
            Ok(action.flatten().map(ConsentQuestion::Action).into_iter().chain(listed).collect())
        }
    }
}

fn consents(conf: &Map<String, Value>, facts: Facts<'_>, budget: &Budget) -> Result<(), Refusal> {
    let questions = questions(conf)?;
    let granted = |question: &ConsentQuestion<'_>| budget.spend(1).is_ok() && (facts.granted)(*question);
    if questions.iter().all(granted) { Ok(()) } else { Err(Refusal::No("a consent is missing".to_owned(), None)) }
}
