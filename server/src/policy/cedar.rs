//! Asking a policy in Cedar.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use authplane_domain::catalogue::policy::Program;
use authplane_domain::catalogue::policy::cedar::compile;
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId, PolicySet, Request,
    RestrictedExpression,
};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde_json::{Map, Value};

use super::input::{Denied, Input};

/// What was read, by what it was read from: the same text says the same, whoever's it is.
static COMPILED: LazyLock<Cache<Program, Arc<PolicySet>, Length>> =
    LazyLock::new(|| Cache::with_weighter(1024, MOST_COMPILED, Length));
/// Texts of all that is kept, in bytes. What was read takes some thirty times as much.
const MOST_COMPILED: u64 = 2 * 1024 * 1024;

#[derive(Clone)]
struct Length;

impl Weighter<Program, Arc<PolicySet>> for Length {
    fn weight(&self, program: &Program, _: &Arc<PolicySet>) -> u64 {
        1 + program.definition.len() as u64
    }
}

/// Lets somebody through, or says why not.
pub(super) fn decide(program: &Program, input: &Input) -> Result<(), Denied> {
    let denied = |message, details| Err(Denied { message, details });
    let compiled = COMPILED.get_or_insert_with(program, || compile(&program.definition).map(Arc::new));
    let Ok(policies) = compiled else {
        return denied("the policy can't be read", String::new());
    };
    let Some((request, entities)) = asked(input) else {
        return denied("the policy can't be told what it is asked about", String::new());
    };
    let response = Authorizer::new().is_authorized(&request, &policies, &entities);
    let diagnostics = response.diagnostics();
    // Cedar looks past a statement that fails; but a `forbid` that does might have forbidden it.
    let failed = names(&policies, diagnostics.errors().map(failed_one));
    if !failed.is_empty() {
        return denied("the policy can't be evaluated", failed);
    }
    match response.decision() {
        Decision::Allow => Ok(()),
        Decision::Deny => {
            let forbidding = names(&policies, diagnostics.reason());
            let message = if forbidding.is_empty() { "no permit applies" } else { "a forbid applies" };
            denied(message, forbidding)
        }
    }
}

fn failed_one(error: &cedar_policy::AuthorizationError) -> &PolicyId {
    let cedar_policy::AuthorizationError::PolicyEvaluationError(error) = error;
    error.policy_id()
}

/// Most statements that a refusal names,
const NAMED: usize = 16;
/// and as much of each name, in bytes.
const NAME: usize = 128;

/// What statements are called: by their `@id`, else by their place. Whoever wrote them may have called them as they liked, and of all that nobody needs more than
/// the beginning.
fn names<'a>(policies: &PolicySet, ids: impl Iterator<Item = &'a PolicyId>) -> String {
    let called = |id: &PolicyId| {
        policies
            .annotation(id, "id")
            .map_or_else(|| id.to_string(), |name| name[..name.floor_char_boundary(NAME)].to_owned())
    };
    let mut names: Vec<String> = ids.map(called).collect();
    names.sort_unstable();
    names.truncate(NAMED);
    names.join(", ")
}

fn asked(input: &Input) -> Option<(Request, Entities)> {
    let (principal, resource) = (entity_of(&input.principal)?, entity_of(&input.resource)?);
    let action = entity_of(&("Action", input.action.clone()))?;
    let member = |name: &str| input.told.get(name)?.as_object();
    let entities = [(&principal, "subject"), (&action, "action"), (&resource, "resource")];
    let entities = entities.into_iter().map(|(uid, name)| {
        let attributes: HashMap<String, RestrictedExpression> = pairs(member(name)?)?.into_iter().collect();
        Entity::new(uid.clone(), attributes, HashSet::new()).ok()
    });
    let entities = Entities::from_entities(entities.collect::<Option<Vec<Entity>>>()?, None).ok()?;
    let context = Context::from_pairs(pairs(member("context")?)?).ok()?;
    Some((Request::new(principal, action, resource, context, None).ok()?, entities))
}

fn entity_of((kind, id): &(&'static str, String)) -> Option<EntityUid> {
    Some(EntityUid::from_type_name_and_id(kind.parse::<EntityTypeName>().ok()?, EntityId::new(id)))
}

/// The members, but for those that are `null`.
fn pairs(members: &Map<String, Value>) -> Option<Vec<(String, RestrictedExpression)>> {
    let told = members.iter().filter(|(_, value)| !value.is_null());
    told.map(|(name, value)| Some((name.clone(), expression(value)?))).collect()
}

/// Made value by value: Cedar's own reader of JSON takes objects with `__entity` and `__extn` for what they aren't here.
fn expression(value: &Value) -> Option<RestrictedExpression> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(truth) => RestrictedExpression::new_bool(*truth),
        Value::String(text) => RestrictedExpression::new_string(text.clone()),
        Value::Number(number) => match number.as_i64().or_else(|| as_long(number.as_f64()?)) {
            Some(long) => RestrictedExpression::new_long(long),
            None => {
                let text = number.to_string();
                if is_decimal(&text) {
                    RestrictedExpression::new_decimal(text)
                } else {
                    RestrictedExpression::new_string(text)
                }
            }
        },
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            RestrictedExpression::new_set(items.map(expression).collect::<Option<Vec<_>>>()?)
        }
        Value::Object(members) => RestrictedExpression::new_record(pairs(members)?).ok()?,
    })
}

/// `5.0` is `5`, as in JSON and for validators: some encoders write no other. Only where a double has each whole number.
fn as_long(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let is_whole = number.fract() == 0.0 && number.abs() <= EXACT;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, and within the range")]
    is_whole.then_some(number as i64)
}

/// Whether Cedar has this number: with up to four digits behind the point.
fn is_decimal(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((whole, fraction)) = text.strip_prefix('-').unwrap_or(text).split_once('.') else { return false };
    is_digits(whole) && whole.len() <= 14 && is_digits(fraction) && fraction.len() <= 4
}
