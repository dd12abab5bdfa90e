//! Paths into the authentication context.

use serde_json::{Map, Value};

use super::{Budget, Undecided};

/// Names with dots between them, such as `address.country`. `\.` is a dot inside a name, as in `https://example\.com/roles`; `\\` is a backslash.
///
/// A path has one reading only and is taken literally: case counts, and nothing in it is decoded, normalized or left out. In particular `a.b` never reaches a member
/// called `a.b`, so nobody who can add members to a context can slip one in front of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(Vec<String>);

/// What a path leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// Nothing, or `null`.
    Missing,
    /// A value that is no list and isn't in one.
    One(&'a Value),
    /// The items of a list, or what the path leads to in each of them. `null` is left out.
    Many(Vec<&'a Value>),
}

impl Path {
    /// Reads a path. `None` when a name in it is empty, or a backslash stands before anything else than a dot or a backslash.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut names = Vec::new();
        let mut name = String::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => name.push(characters.next().filter(|escaped| matches!(escaped, '.' | '\\'))?),
                '.' if name.is_empty() => return None,
                '.' => names.push(std::mem::take(&mut name)),
                _ => name.push(character),
            }
        }
        if name.is_empty() {
            return None;
        }
        names.push(name);
        Some(Self(names))
    }

    /// The member of the context that it begins with.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// Follows the path.
    ///
    /// # Errors
    /// [`Undecided::Exhausted`] when the context holds too much to look at.
    pub fn resolve<'a>(&self, context: &'a Map<String, Value>, budget: &Budget) -> Result<Found<'a>, Undecided> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(Found::Missing) };
        let mut reached: Vec<&Value> = context.get(first).into_iter().collect();
        let mut through_list = false;
        for name in rest {
            through_list |= reached.iter().any(|value| value.is_array());
            reached = items(&reached, budget)?.into_iter().filter_map(|value| value.get(name)).collect();
            if reached.is_empty() {
                return Ok(Found::Missing);
            }
        }
        if let [value] = reached[..]
            && !through_list
            && !value.is_array()
        {
            return Ok(if value.is_null() { Found::Missing } else { Found::One(value) });
        }
        let any_list = reached.iter().any(|value| value.is_array());
        let mut values = items(&reached, budget)?;
        values.retain(|value| !value.is_null());
        // An empty list is there; nothing but nulls, outside of a list, isn't.
        if values.is_empty() && !any_list { Ok(Found::Missing) } else { Ok(Found::Many(values)) }
    }
}

/// The values, with the items of lists in the place of the lists.
fn items<'a>(values: &[&'a Value], budget: &Budget) -> Result<Vec<&'a Value>, Undecided> {
    let mut items = Vec::with_capacity(values.len());
    for value in values {
        match value {
            Value::Array(list) => {
                budget.spend(1 + u64::try_from(list.len()).unwrap_or(u64::MAX))?;
                items.extend(list);
            }
            value => {
                budget.spend(1)?;
                items.push(value);
            }
        }
    }
    Ok(items)
}
