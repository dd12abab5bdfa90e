//! Policies in Cedar: reading them, and what is wrong with a text that can't be one.

use std::fmt;
use std::str::FromStr;
use std::thread;

use cedar_policy::PolicySet;
use miette::Diagnostic;
use serde_json::Value;

/// The types of what a policy is asked about. A name that isn't among them is a slip of the pen, by which a `forbid` would forbid nothing.
pub const ENTITY_TYPES: [&str; 7] = ["User", "Client", "Anonymous", "Action", "Api", "Server", "Resource"];

/// Most operators and brackets of one statement: none can be nested deeper, which bounds the stack that reading it takes.
const MOST_OPERATORS: usize = 200;
/// Most of all statements together, which bounds how long it takes to evaluate them.
const MOST_OF_ALL: usize = 4000;
/// Most elements of sets that have to be computed: each is compared with others, and may be as large as all that a policy is told.
const COMPUTED_ELEMENTS: usize = 64;
/// Stack for reading a statement that is nested as deep as can be.
const STACK: usize = 32 * 1024 * 1024;
/// Longest patterns of `like`, all of them together, in characters: each of them may be compared with each of a text.
const PATTERNS: usize = 256;

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where: line and column, both from 1, the column in characters. Absent where it is the whole text.
    pub at: Option<(usize, usize)>,
    /// What, for people.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(formatter, "line {line}, column {column}: {}", self.message),
            None => formatter.write_str(&self.message),
        }
    }
}

impl Mistake {
    fn of_whole(message: impl Into<String>) -> Self {
        Self { at: None, message: message.into() }
    }

    fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let place = (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count());
        Self { at: Some(place), message: message.into() }
    }
}

/// Reads a policy in Cedar: one statement or more, without templates.
///
/// # Errors
/// [`Mistake`], the first.
pub fn compile(definition: &str) -> Result<PolicySet, Mistake> {
    bound_nesting(definition)?;
    // Each bracket takes the parser through all its rules: ten kilobytes, where nothing is optimized. Who waits for an answer has two megabytes.
    let unread = || Mistake::of_whole("can't be read");
    thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || read(definition));
        reader.map_err(|_| unread())?.join().unwrap_or_else(|_| Err(unread()))
    })
}

fn read(definition: &str) -> Result<PolicySet, Mistake> {
    let policies = PolicySet::from_str(definition).map_err(|errors| {
        let place = errors.labels().and_then(|mut labels| labels.next());
        let message = shortened(&errors.to_string());
        match place {
            Some(place) => Mistake::at(definition, place.offset(), message),
            None => Mistake::of_whole(message),
        }
    })?;
    if policies.num_of_templates() > 0 {
        return Err(Mistake::of_whole("a template with `?principal` or `?resource` applies to nothing here"));
    }
    if policies.is_empty() {
        return Err(Mistake::of_whole("there is no policy in it"));
    }
    let (mut patterns, mut computed) = (0, 0);
    for policy in policies.policies() {
        let tree = policy.to_json().map_err(|error| Mistake::of_whole(shortened(&error.to_string())))?;
        let mut unknown = None;
        walk(&tree, &mut |name, value| match (name, value) {
            ("entity_type", Value::String(named)) => unknown = unknown.take().or_else(|| is_unknown(named)),
            ("entity" | "__entity", Value::Object(entity)) => {
                let named = entity.get("type").and_then(Value::as_str);
                unknown = unknown.take().or_else(|| is_unknown(named?));
            }
            ("entities", Value::Array(entities)) => {
                let mut named = entities.iter().filter_map(|entity| entity.get("type")?.as_str());
                unknown = unknown.take().or_else(|| named.find_map(is_unknown));
            }
            ("pattern", Value::Array(parts)) => patterns += parts.iter().map(length_of_part).sum::<usize>(),
            ("Set", Value::Array(items)) => computed += items.iter().filter(|item| item.get("Value").is_none()).count(),
            _ => {}
        });
        if let Some(named) = unknown {
            let message = format!("there is no type {:?}: there are {}", shortened(&named), ENTITY_TYPES.join(", "));
            return Err(match definition.find(&named) {
                Some(offset) => Mistake::at(definition, offset, message),
                None => Mistake::of_whole(message),
            });
        }
    }
    if patterns > PATTERNS {
        return Err(Mistake::of_whole(format!(
            "the patterns of `like` must have at most {PATTERNS} characters together"
        )));
    }
    if computed > COMPUTED_ELEMENTS {
        let message =
            format!("at most {COMPUTED_ELEMENTS} elements of sets can be something else than texts, numbers and names");
        return Err(Mistake::of_whole(message));
    }
    Ok(policies)
}

/// A part of a pattern: a wildcard, or characters.
fn length_of_part(part: &Value) -> usize {
    part.get("Literal").and_then(Value::as_str).map_or(1, |text| text.chars().count())
}

fn is_unknown(named: &str) -> Option<String> {
    (!ENTITY_TYPES.contains(&named)).then(|| named.to_owned())
}

/// Errors repeat what they are about, which may be long.
fn shortened(message: &str) -> String {
    message[..message.floor_char_boundary(512)].to_owned()
}

/// Each member of each object in a tree.
fn walk(tree: &Value, visit: &mut impl FnMut(&str, &Value)) {
    match tree {
        Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        Value::Object(members) => {
            for (name, value) in members {
                visit(name, value);
                walk(value, visit);
            }
        }
        _ => {}
    }
}

/// What no parser has to be trusted with: how deep it goes. Nothing nests without an operator or a bracket, so their number bounds it.
fn bound_nesting(definition: &str) -> Result<(), Mistake> {
    const WORDS: [&str; 5] = ["if", "has", "in", "like", "is"];
    const PAIRS: [&str; 6] = ["&&", "||", "==", "!=", "<=", ">="];
    let (mut operators, mut of_all, mut rest) = (0, 0, definition);
    let is_of_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    while let Some(first) = rest.chars().next() {
        let before = operators;
        let length = match first {
            '"' => length_of_text(rest),
            '/' if rest.starts_with("//") => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            ';' => {
                operators = 0;
                1
            }
            '(' | '[' | '{' | '.' | '!' | '-' | '+' | '*' | '<' | '>' | '=' | '&' | '|' => {
                operators += 1;
                if PAIRS.iter().any(|pair| rest.starts_with(pair)) { 2 } else { 1 }
            }
            _ if is_of_word(first) => {
                let length = rest.find(|character| !is_of_word(character)).unwrap_or(rest.len());
                operators += usize::from(WORDS.contains(&&rest[..length]));
                length
            }
            other => other.len_utf8(),
        };
        of_all += operators.saturating_sub(before);
        if operators > MOST_OPERATORS || of_all > MOST_OF_ALL {
            let message = format!(
                "a statement must have at most {MOST_OPERATORS} operators and brackets, and all together {MOST_OF_ALL}"
            );
            return Err(Mistake::at(definition, definition.len() - rest.len(), message));
        }
        rest = &rest[length..];
    }
    Ok(())
}

/// How long the text in quotes is that something begins with.
fn length_of_text(rest: &str) -> usize {
    let mut is_escaped = false;
    for (offset, character) in rest.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return offset + 1,
            _ => {}
        }
    }
    rest.len()
}
