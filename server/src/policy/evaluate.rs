//! Asking the validators of a policy, one by one.

use authplane_domain::catalogue::policy::{Recovery, Validator};
use http::HeaderName;
use serde_json::{Map, Value};

use super::comparator::Condition;
use super::path::{Found, Path};
use super::{Budget, ConsentQuestion, Facts, Failure, Outcome};

/// The validator that asks for consents.
const CONSENT: &str = "consent";

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
    No(String),
    /// It can't be asked.
    Misconfigured(String),
}

impl Refusal {
    fn of(self, validator: &Validator) -> Failure {
        let (message, details) = match self {
            Self::No(details) => ("the requirement is not met", details),
            Self::Misconfigured(details) => ("the validator is not set up correctly", details),
        };
        Failure { validator: validator.name.clone(), message: message.to_owned(), details }
    }
}

fn ask(validator: &Validator, facts: Facts<'_>, budget: &Budget) -> Result<(), Refusal> {
    match validator.name.as_str() {
        "true" => Ok(()),
        "false" => Err(Refusal::No(String::new())),
        "identity-context" => all_fields(&validator.conf, budget, |field, condition| {
            let path = Path::parse(field)?;
            Some(path.resolve(facts.context, budget).and_then(|found| condition.holds(&found, budget)) == Ok(true))
        }),
        "header" => all_fields(&validator.conf, budget, |field, condition| {
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
            Some(false) => failed.push(format!("{} {}", shown(name), shown(comparator))),
            None => {
                let details = format!("{} {}: no such comparator, field or value", shown(name), shown(comparator));
                return Err(Refusal::Misconfigured(details));
            }
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Refusal::No(failed.join(", "))) }
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

/// Whether any of them wants to know what the user granted.
pub(super) fn asks_for_consents(validators: &[Validator]) -> bool {
    validators.iter().any(|validator| validator.name == CONSENT)
}

fn consents(conf: &Map<String, Value>, facts: Facts<'_>, budget: &Budget) -> Result<(), Refusal> {
    let misconfigured = |details: &str| Refusal::Misconfigured(details.to_owned());
    let action = conf.get("action").map(|action| action.as_str().filter(|id| !id.is_empty()));
    let listed = conf.get("consents").map(|consents| {
        let consents = consents.as_array().filter(|consents| !consents.is_empty())?;
        consents.iter().map(Value::as_str).collect::<Option<Vec<&str>>>()
    });
    let mut questions = Vec::new();
    match (action, listed) {
        (None, None) => return Err(misconfigured("action or consents must be there")),
        (Some(None), _) => return Err(misconfigured("action must be an id")),
        (_, Some(None)) => return Err(misconfigured("consents must be a list of ids that is not empty")),
        (action, listed) => {
            questions.extend(action.flatten().map(ConsentQuestion::Action));
            questions.extend(listed.flatten().into_iter().flatten().map(ConsentQuestion::Consent));
        }
    }
    let granted = |question: &ConsentQuestion<'_>| budget.spend(1).is_ok() && (facts.granted)(*question);
    if questions.iter().all(granted) { Ok(()) } else { Err(Refusal::No("a consent is missing".to_owned())) }
}
