//! Comparing the value of a field with the one that a policy names. The rules stand in [`crate::policy`].

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::path::Found;
use super::pattern::{Part, Pattern, WholeMatch};
use super::{Budget, Undecided};

/// A comparator together with its value.
#[derive(Debug, Clone)]
pub enum Condition {
    /// `equals`.
    Equals(Expected),
    /// `not_equals`.
    NotEquals(Expected),
    /// `contains`.
    Contains(Expected),
    /// `not_contains`.
    NotContains(Expected),
    /// `contains_all`: none of them may be missing.
    ContainsAll(Vec<Expected>),
    /// `contains_any`: one of them must be there.
    ContainsAny(Vec<Expected>),
    /// `greater`, `greater_or_equal`, `less`, `less_or_equal`: how the field's value may stand to this one.
    Ordered(Expected, fn(Ordering) -> bool),
    /// `starts_with` and `ends_with`.
    Has(Part, Pattern),
    /// `matches`.
    Matches(WholeMatch),
    /// `exists`: whether the field must be there, or must not.
    Exists(bool),
}

/// A value that a policy names.
#[derive(Debug, Clone)]
pub enum Expected {
    /// A text with wildcards, and the same as it is written.
    Text(Pattern, String),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Truth(bool),
}

impl Condition {
    /// Reads a comparator and its value. `None` when there is no such comparator, it can't have such a value, or reading it is too much work.
    #[must_use]
    pub fn parse(comparator: &str, value: Option<&Value>, budget: &Budget) -> Option<Self> {
        if comparator == "exists" {
            return match value {
                // As Go's encoder writes what nobody set.
                None | Some(Value::Null | Value::Bool(true)) => Some(Self::Exists(true)),
                Some(Value::Bool(false)) => Some(Self::Exists(false)),
                Some(_) => None,
            };
        }
        let value = value?;
        let scalar = || Expected::parse(value, budget);
        let list = || Expected::parse_list(value, budget);
        let ordered = |accept| Some(Self::Ordered(scalar()?, accept));
        let has = |part| match scalar()? {
            Expected::Text(pattern, _) => Some(Self::Has(part, pattern)),
            Expected::Number(_) | Expected::Truth(_) => None,
        };
        match comparator {
            "equals" => scalar().map(Self::Equals),
            "not_equals" => scalar().map(Self::NotEquals),
            "contains" => scalar().map(Self::Contains),
            "not_contains" => scalar().map(Self::NotContains),
            "contains_all" => list().map(Self::ContainsAll),
            "contains_any" => list().map(Self::ContainsAny),
            "greater" => ordered(Ordering::is_gt),
            "greater_or_equal" => ordered(Ordering::is_ge),
            "less" => ordered(Ordering::is_lt),
            "less_or_equal" => ordered(Ordering::is_le),
            "starts_with" => has(Part::Start),
            "ends_with" => has(Part::End),
            "matches" => WholeMatch::new(value.as_str()?, budget).map(Self::Matches),
            _ => None,
        }
    }

    /// Does the condition hold for what the field leads to?
    ///
    /// # Errors
    /// [`Undecided`] when it can't be told.
    pub fn holds(&self, found: &Found<'_>, budget: &Budget) -> Result<bool, Undecided> {
        let single;
        let (values, is_list): (&[&Value], bool) = match found {
            // What isn't known meets no condition, not even a negated one.
            Found::Missing => return Ok(matches!(self, Self::Exists(false))),
            Found::One(value) => {
                single = [*value];
                (&single, false)
            }
            Found::Many(values) => (values, true),
        };
        match self {
            Self::Exists(expected) => Ok(*expected),
            Self::Equals(expected) => any(values, |value| expected.equals(value, Part::Whole, budget)),
            Self::NotEquals(expected) => none(values, |value| expected.equals(value, Part::Whole, budget)),
            Self::Contains(expected) => any(values, |value| expected.equals(value, part_of(is_list), budget)),
            Self::NotContains(expected) => none(values, |value| expected.equals(value, part_of(is_list), budget)),
            Self::ContainsAny(expected) => {
                any(expected, |expected| any(values, |value| expected.equals(value, Part::Whole, budget)))
            }
            Self::ContainsAll(expected) => {
                for expected in expected {
                    if !any(values, |value| expected.equals(value, Part::Whole, budget))? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Self::Ordered(expected, accept) => {
                any(values, |value| Ok(expected.compare(value, budget)?.is_some_and(|order| accept(order.reverse()))))
            }
            Self::Has(part, pattern) => any(values, |value| match as_text(value) {
                Some(text) => pattern.covers(*part, &text, budget),
                None => Ok(false),
            }),
            Self::Matches(expression) => any(values, |value| match as_text(value) {
                Some(text) => expression.matches(&text, budget),
                None => Ok(false),
            }),
        }
    }
}

/// A list contains whole items, a text contains parts of itself.
fn part_of(is_list: bool) -> Part {
    if is_list { Part::Whole } else { Part::Any }
}

impl Expected {
    fn parse(value: &Value, budget: &Budget) -> Option<Self> {
        match value {
            Value::String(text) if budget.spend_bytes(text.len()).is_err() => None,
            Value::String(text) => Some(Self::Text(Pattern::new(text), text.clone())),
            Value::Number(number) => Some(Self::Number(number.clone())),
            Value::Bool(truth) => Some(Self::Truth(*truth)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// A list with something in it; a single value is a list of one. To ask for all of nothing is a mistake, not a wish to let everybody in.
    fn parse_list(value: &Value, budget: &Budget) -> Option<Vec<Self>> {
        match value {
            Value::Array(values) if values.is_empty() => None,
            Value::Array(values) => values.iter().map(|value| Self::parse(value, budget)).collect(),
            value => Some(vec![Self::parse(value, budget)?]),
        }
    }

    /// [`Undecided`] for lists and objects: nothing that a policy can name equals them, but a negation must not pass because of them.
    fn equals(&self, value: &Value, part: Part, budget: &Budget) -> Result<bool, Undecided> {
        budget.spend(1)?;
        let text = match (self, value) {
            (_, Value::Null | Value::Array(_) | Value::Object(_)) => return Err(Undecided::Incomparable),
            (Self::Number(expected), Value::Number(value)) => return Ok(is_same(expected, value)),
            (Self::Truth(expected), Value::Bool(value)) => return Ok(expected == value),
            (_, value) => as_text(value).ok_or(Undecided::Incomparable)?,
        };
        match self {
            Self::Text(pattern, expected) => {
                if let (Value::Number(value), Some(expected)) = (value, read_number(expected))
                    && is_same(&expected, value)
                {
                    return Ok(true);
                }
                pattern.covers(part, &text, budget)
            }
            Self::Number(expected) => Ok(read_number(&text).is_some_and(|number| is_same(expected, &number))),
            Self::Truth(expected) => Ok(text == if *expected { "true" } else { "false" }),
        }
    }

    /// How this value stands to the field's. `None` where there is no order.
    fn compare(&self, value: &Value, budget: &Budget) -> Result<Option<Ordering>, Undecided> {
        let number = |value: &Value| match value {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => read_number(text),
            _ => None,
        };
        budget.spend_bytes(value.as_str().map_or(0, str::len))?;
        Ok(match (self, value) {
            (Self::Truth(_), _) => None,
            (Self::Number(expected), value) => number(value).and_then(|value| order(expected, &value)),
            (Self::Text(_, expected), value) => {
                budget.spend_bytes(expected.len())?;
                match (read_number(expected), number(value), value) {
                    (Some(expected), Some(value), _) => order(&expected, &value),
                    (None, None, Value::String(text)) => Some(expected.as_str().cmp(text)),
                    _ => None,
                }
            }
        })
    }
}

/// The text of a value that has one: numbers and truth values as JSON writes them.
fn as_text(value: &Value) -> Option<std::borrow::Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.as_str().into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Bool(truth) => Some(if *truth { "true" } else { "false" }.into()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A text that is a JSON number and nothing else.
fn read_number(text: &str) -> Option<Number> {
    // No number of 64 bits needs more; a longer one is a text that looks like one.
    if text.len() > 40 || !text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Whole numbers exactly, others as double precision tells.
fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

fn is_same(left: &Number, right: &Number) -> bool {
    order(left, right) == Some(Ordering::Equal)
}

/// Does one of them? What can't be compared doesn't keep another from it.
fn any<T>(items: &[T], mut test: impl FnMut(&T) -> Result<bool, Undecided>) -> Result<bool, Undecided> {
    for item in items {
        match test(item) {
            Ok(true) => return Ok(true),
            Ok(false) | Err(Undecided::Incomparable) => {}
            Err(Undecided::Exhausted) => return Err(Undecided::Exhausted),
        }
    }
    Ok(false)
}

/// Is it certain that none of them does?
fn none<T>(items: &[T], mut test: impl FnMut(&T) -> Result<bool, Undecided>) -> Result<bool, Undecided> {
    for item in items {
        if test(item)? {
            return Ok(false);
        }
    }
    Ok(true)
}
