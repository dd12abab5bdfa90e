//! Search over the texts of a thing, as Logto's lists know it, compiled for both databases.
//!
//! PostgreSQL has the operators. `SQLite` has none that ignores case beyond ASCII or knows `SIMILAR TO`, so every pattern becomes a regular
//! expression there, which the same crate checks beforehand that later runs it.

use regex::RegexBuilder;
use sea_orm::Condition as Conditions;
use sea_orm::sea_query::extension::postgres::PgBinOper;
use sea_orm::sea_query::{BinOper, Condition, Expr, ExprTrait, Func};

use crate::storage::store::Backend;
use crate::{Error, Result};

const LONGEST_VALUE: usize = 1024;
const MOST_VALUES: usize = 64;
/// Bytes of a compiled pattern. Every character of every row may visit every state of it.
const LARGEST_PATTERN: usize = 120 << 10;

/// A text that can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The id.
    Id,
    /// The name.
    Name,
    /// The description.
    Description,
    /// The name that somebody signs in with.
    Username,
    /// The e-mail address.
    PrimaryEmail,
    /// The telephone number.
    PrimaryPhone,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Equal to any of the values.
    Exact,
    /// SQL `LIKE` with the caller's `%` and `_`; a backslash takes their meaning away.
    #[default]
    Like,
    /// SQL `SIMILAR TO`; only where case counts.
    SimilarTo,
    /// A regular expression that is found anywhere.
    Posix,
}

/// How several terms go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joint {
    /// One of them is enough.
    #[default]
    Or,
    /// All of them.
    And,
}

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where; `None` for any of the fields that the thing has.
    pub field: Option<Field>,
    /// How.
    pub mode: Mode,
    /// What: one value, or several when `mode` is [`Mode::Exact`].
    pub values: Vec<String>,
}

/// What a list is narrowed to. Without terms it isn't.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What to look for.
    pub terms: Vec<Term>,
    /// How the terms go together.
    pub joint: Joint,
    /// Whether `A` differs from `a`.
    pub case_sensitive: bool,
}

impl Search {
    /// The condition for rows of a thing that has these fields, each the text beside it. One that is NULL is never found: no operator of either database says
    /// of it more than NULL, and nothing here negates that.
    pub(crate) fn condition(&self, backend: Backend, fields: &[(Field, Expr)]) -> Result<Conditions> {
        if self.terms.iter().map(|term| term.values.len()).sum::<usize>() > MOST_VALUES {
            return Err(refused(format!("at most {MOST_VALUES} values can be searched at once")));
        }
        let mut condition = match self.joint {
            // No terms: nothing is left out.
            _ if self.terms.is_empty() => Condition::all(),
            Joint::Or => Condition::any(),
            Joint::And => Condition::all(),
        };
        for term in &self.terms {
            let mut anywhere = Condition::any();
            for (_, text) in fields.iter().filter(|(field, _)| term.field.is_none_or(|wanted| wanted == *field)) {
                anywhere = anywhere.add(self.matches(backend, text.clone(), term)?);
            }
            // Such a condition would find nothing, and nobody would learn why.
            if anywhere.is_empty() {
                return Err(refused("there is no such field"));
            }
            condition = condition.add(anywhere);
        }
        Ok(condition)
    }

    fn matches(&self, backend: Backend, text: Expr, term: &Term) -> Result<Expr> {
        if let Some(value) = term.values.iter().find(|value| value.len() > LONGEST_VALUE || value.contains('\0')) {
            return Err(refused(format!("a value of {} bytes can't be searched", value.len())));
        }
        if term.mode == Mode::Exact {
            return Ok(match backend {
                _ if term.values.is_empty() => return Err(refused("there is no value")),
                _ if self.case_sensitive => text.is_in(&term.values),
                Backend::PostgreSql => {
                    Expr::expr(Func::lower(text)).is_in(term.values.iter().map(|v| v.to_lowercase()))
                }
                Backend::Sqlite => {
                    // One pattern each: together, a few dozen ordinary names would be too large a one.
                    let mut any = Condition::any();
                    for value in &term.values {
                        let pattern = format!("(?is)^(?:{})$", regex::escape(value));
                        check(&pattern)?;
                        any = any.add(text.clone().binary(BinOper::Custom("REGEXP"), pattern));
                    }
                    any.into()
                }
            });
        }
        let [value] = term.values.as_slice() else { return Err(refused("only exact takes several values")) };
        if value.is_empty() {
            return Err(refused("a value must not be empty"));
        }
        let pattern = match term.mode {
            Mode::Like | Mode::Exact => like_to_regex(value)?,
            Mode::SimilarTo if !self.case_sensitive => return Err(refused("similar_to needs case sensitivity")),
            Mode::SimilarTo => similar_to_regex(value)?,
            Mode::Posix => value.clone(),
        };
        let pattern = if self.case_sensitive { pattern } else { format!("(?i){pattern}") };
        check(&pattern)?;
        Ok(match (backend, term.mode) {
            (Backend::Sqlite, _) => text.binary(BinOper::Custom("REGEXP"), pattern),
            (Backend::PostgreSql, Mode::SimilarTo) => text.binary(BinOper::Custom("SIMILAR TO"), value.clone()),
            (Backend::PostgreSql, Mode::Posix) if self.case_sensitive => text.binary(PgBinOper::Regex, value.clone()),
            (Backend::PostgreSql, Mode::Posix) => text.binary(PgBinOper::RegexCaseInsensitive, value.clone()),
            (Backend::PostgreSql, _) if self.case_sensitive => text.binary(BinOper::Like, value.clone()),
            (Backend::PostgreSql, _) => text.binary(PgBinOper::ILike, value.clone()),
        })
    }
}

/// The search for any of several words within a name, whatever their case.
pub(crate) fn any_word_in_name(words: &[&str]) -> Search {
    let term = |word: &&str| Term {
        field: Some(Field::Name),
        mode: Mode::Like,
        values: vec![format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))],
    };
    Search { terms: words.iter().map(term).collect(), joint: Joint::Or, case_sensitive: false }
}

fn refused(message: impl Into<String>) -> Error {
    Error::invalid("search", message)
}

fn check(pattern: &str) -> Result<()> {
    RegexBuilder::new(pattern)
        .size_limit(LARGEST_PATTERN)
        .dfa_size_limit(LARGEST_PATTERN)
        .build()
        .map(drop)
        .map_err(|_| refused("a value isn't a valid pattern, or a too large one"))
}

/// `%` any text, `_` any character, `\` makes the next one stand for itself; the whole value must match.
fn like_to_regex(pattern: &str) -> Result<String> {
    let mut regex = String::from("(?s)^");
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '%' => regex.push_str(".*"),
            '_' => regex.push('.'),
            '\\' => literal(&mut regex, characters.next().ok_or_else(|| refused("a pattern ends with a backslash"))?),
            _ => literal(&mut regex, character),
        }
    }
    regex.push('$');
    Ok(regex)
}

/// `LIKE` plus alternatives, groups, repetitions and bracket expressions, which regular expressions write alike.
fn similar_to_regex(pattern: &str) -> Result<String> {
    let mut regex = String::from("(?s)^(?:");
    let mut characters = pattern.chars();
    let mut bracket = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => literal(&mut regex, characters.next().ok_or_else(|| refused("a pattern ends with a backslash"))?),
            ']' if bracket => {
                bracket = false;
                regex.push(']');
            }
            // Within brackets these would mean something to a regular expression that they don't mean to SQL.
            '[' | '&' | '~' if bracket => literal(&mut regex, character),
            _ if bracket => regex.push(character),
            '[' => {
                bracket = true;
                regex.push('[');
            }
            '%' => regex.push_str(".*"),
            '_' => regex.push('.'),
            // A group: "(?" begins something else in a regular expression, and nothing in SQL.
            '(' => regex.push_str("(?:"),
            '|' | '*' | '+' | '?' | ')' | '{' | '}' => regex.push(character),
            _ => literal(&mut regex, character),
        }
    }
    regex.push_str(")$");
    Ok(regex)
}

fn literal(regex: &mut String, character: char) {
    regex.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
}
