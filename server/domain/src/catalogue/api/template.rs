//! Templates of paths, as OpenAPI has them: `/pets/{id}`, `/files/{name}.json`.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::{Error, Result, validate};

const FIELD: &str = "path";
const LENGTH: usize = 2048;
/// Most segments, so that nobody's template makes a walk deep.
const MOST_SEGMENTS: usize = 64;

/// A template that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    segments: Vec<Segment>,
}

/// What stands between two slashes. Texts are what they mean, without percent-escapes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Segment {
    /// A text, perhaps an empty one.
    Literal(String),
    /// A variable and texts, of which one is there at least; no two variables stand beside each other.
    Mixed(Vec<Part>),
    /// A variable alone, with its name.
    Variable(String),
}

/// A part of a segment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Literal(String),
    Variable(String),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// [`Error::Invalid`] for the field `path`.
    pub fn parse(text: &str) -> Result<Self> {
        validate::one_line(FIELD, text, LENGTH)?;
        let Some(rest) = text.strip_prefix('/') else {
            return Err(Error::invalid(FIELD, "must begin with a slash"));
        };
        if text.contains(['?', '#']) || text.contains(char::is_whitespace) {
            return Err(Error::invalid(FIELD, "must not hold '?', '#' or white space"));
        }
        let segments = rest.split('/').map(Segment::parse).collect::<Result<Vec<_>>>()?;
        if segments.len() > MOST_SEGMENTS {
            return Err(Error::invalid(FIELD, format!("must have at most {MOST_SEGMENTS} segments")));
        }
        Ok(Self { segments })
    }

    /// Whether each variable has a name of its own. Documents of others may have it otherwise.
    ///
    /// # Errors
    /// [`Error::Invalid`] for the field `path`.
    pub(crate) fn check_names(&self) -> Result<()> {
        let mut names: Vec<&str> = self.segments.iter().flat_map(Segment::variables).collect();
        names.sort_unstable();
        match names.array_windows().find(|[one, other]| one == other) {
            Some([twice, _]) => Err(Error::invalid(FIELD, format!("has the variable {twice:?} twice"))),
            None => Ok(()),
        }
    }

    pub(super) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The same for all templates that match the same paths: variables without their names, texts with as few escapes as can be.
    #[must_use]
    pub fn form(&self) -> String {
        let mut form = String::new();
        for segment in &self.segments {
            form.push('/');
            match segment {
                Segment::Literal(text) => escape(text, &mut form),
                Segment::Variable(_) => form.push_str("{}"),
                Segment::Mixed(parts) => parts.iter().for_each(|part| match part {
                    Part::Literal(text) => escape(text, &mut form),
                    Part::Variable(_) => form.push_str("{}"),
                }),
            }
        }
        form
    }

    /// What the variables stand for in a path, as [`segments_of`] gives it; nothing when the template doesn't match it.
    #[must_use]
    pub fn variables(&self, path: &[Cow<'_, str>]) -> Option<Vec<(String, String)>> {
        if path.len() != self.segments.len() {
            return None;
        }
        let mut found = Vec::new();
        for (segment, text) in self.segments.iter().zip(path) {
            found.extend(segment.variables().map(str::to_owned).zip(segment.values(text)?));
        }
        Some(found)
    }

    /// Which of two templates is the more concrete, segment by segment: the lesser one.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        self.segments.iter().map(Segment::concreteness).cmp(other.segments.iter().map(Segment::concreteness))
    }
}

/// The segments of a path as requests have it, decoded. None for a path that no template matches: one that is not absolute, or whose escapes are no text.
#[must_use]
pub fn segments_of(path: &str) -> Option<Vec<Cow<'_, str>>> {
    path.strip_prefix('/')?.split('/').map(|segment| percent_decode_str(segment).decode_utf8().ok()).collect()
}

/// How concrete a segment is, the most concrete first: a text, a text with variables in it by how much of it is text, a variable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Concreteness<'a> {
    Literal,
    /// Between two that have as much text the texts decide, with nothing for each variable, so that it is always the same one.
    Mixed(Reverse<usize>, Vec<Option<&'a str>>),
    Variable,
}

impl Segment {
    fn parse(text: &str) -> Result<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (literal, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
            if literal.contains('}') {
                return Err(Error::invalid(FIELD, "has a brace that nothing opens"));
            }
            if !literal.is_empty() {
                let decoded = percent_decode_str(literal).decode_utf8();
                let decoded = decoded.map_err(|_| Error::invalid(FIELD, "has percent-escapes that are not UTF-8"))?;
                if decoded.chars().any(char::is_control) {
                    return Err(Error::invalid(FIELD, "must not hold control characters"));
                }
                parts.push(Part::Literal(decoded.into_owned()));
            }
            rest = after;
            let Some(opened) = rest.strip_prefix('{') else { continue };
            let Some((name, after)) = opened.split_once('}') else {
                return Err(Error::invalid(FIELD, "has a brace that nothing closes"));
            };
            if name.is_empty() || name.contains('{') {
                return Err(Error::invalid(FIELD, "must have a name in each pair of braces"));
            }
            if matches!(parts.last(), Some(Part::Variable(_))) {
                return Err(Error::invalid(FIELD, "must have something between two variables of one segment"));
            }
            parts.push(Part::Variable(name.to_owned()));
            rest = after;
        }
        Ok(match <[Part; 1]>::try_from(parts) {
            Ok([Part::Literal(text)]) => Self::Literal(text),
            Ok([Part::Variable(name)]) => Self::Variable(name),
            Err(parts) if parts.is_empty() => Self::Literal(String::new()),
            Err(parts) => Self::Mixed(parts),
        })
    }

    fn variables(&self) -> impl Iterator<Item = &str> {
        let (alone, parts) = match self {
            Self::Literal(_) => (None, &[][..]),
            Self::Variable(name) => (Some(name.as_str()), &[][..]),
            Self::Mixed(parts) => (None, &parts[..]),
        };
        let in_parts = parts.iter().filter_map(|part| match part {
            Part::Variable(name) => Some(name.as_str()),
            Part::Literal(_) => None,
        });
        alone.into_iter().chain(in_parts)
    }

    pub(super) fn concreteness(&self) -> Concreteness<'_> {
        match self {
            Self::Literal(_) => Concreteness::Literal,
            Self::Variable(_) => Concreteness::Variable,
            Self::Mixed(parts) => {
                let texts: Vec<Option<&str>> = parts
                    .iter()
                    .map(|part| match part {
                        Part::Literal(text) => Some(text.as_str()),
                        Part::Variable(_) => None,
                    })
                    .collect();
                let length = texts.iter().flatten().map(|text| text.len()).sum();
                Concreteness::Mixed(Reverse(length), texts)
            }
        }
    }

    /// The values of the variables where the segment matches the text. A variable is never empty.
    pub(super) fn values(&self, text: &str) -> Option<Vec<String>> {
        match self {
            Self::Literal(literal) => (literal == text).then(Vec::new),
            Self::Variable(_) => (!text.is_empty()).then(|| vec![text.to_owned()]),
            Self::Mixed(parts) => values(parts, text),
        }
    }

    /// Without the names of its variables, which change nothing of what it matches.
    pub(super) fn unnamed(&self) -> Self {
        match self {
            Self::Literal(text) => Self::Literal(text.clone()),
            Self::Variable(_) => Self::Variable(String::new()),
            Self::Mixed(parts) => Self::Mixed(
                parts
                    .iter()
                    .map(|part| match part {
                        Part::Literal(text) => Part::Literal(text.clone()),
                        Part::Variable(_) => Part::Variable(String::new()),
                    })
                    .collect(),
            ),
        }
    }
}

/// Each variable takes as little as it can, one character at least, and the last text stands at the end. Where there is a match, that finds one: what comes
/// behind has all the more room.
fn values(parts: &[Part], text: &str) -> Option<Vec<String>> {
    let mut values = Vec::new();
    let mut rest = text;
    let mut open = false;
    for (index, part) in parts.iter().enumerate() {
        let Part::Literal(literal) = part else {
            open = true;
            continue;
        };
        if !open {
            rest = rest.strip_prefix(literal.as_str())?;
            continue;
        }
        let first = rest.chars().next()?.len_utf8();
        let is_last = index + 1 == parts.len();
        let end = if is_last {
            rest.strip_suffix(literal.as_str())?.len()
        } else {
            first + rest[first..].find(literal.as_str())?
        };
        if end < first {
            return None;
        }
        values.push(rest[..end].to_owned());
        rest = &rest[end + literal.len()..];
        open = false;
    }
    if open {
        return (!rest.is_empty()).then(|| {
            values.push(rest.to_owned());
            values
        });
    }
    rest.is_empty().then_some(values)
}

fn escape(text: &str, form: &mut String) {
    for character in text.chars() {
        if matches!(character, '/' | '{' | '}' | '%') {
            // Writing to a String doesn't fail.
            let _ = write!(form, "%{:02X}", u32::from(character));
        } else {
            form.push(character);
        }
    }
}
