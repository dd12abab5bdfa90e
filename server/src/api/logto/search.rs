//! Logto's search parameters (Logto behaviour §5), in the three forms that clients send: flattened into the query, as one JSON value, in brackets.

use std::marker::PhantomData;

use authplane_domain::Error as DomainError;
use authplane_domain::sign_in::user;
use authplane_domain::storage::search::{Field, Joint, Mode, Search, Term};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::error::LogtoError;
use crate::context::Context;
use crate::edge::document::Description;
use crate::edge::{FromRequest, Rejection, Request, json};

/// Is it one of the texts that Logto takes for true?
#[must_use]
pub fn is_truthy(text: &str) -> bool {
    ["1", "true", "y", "yes", "yep", "yeah"].iter().any(|truthy| text.eq_ignore_ascii_case(truthy))
}

/// A list that can be searched. Implemented by an empty type.
pub trait Searchable: Send + Sync + 'static {
    /// What its rows can be found by.
    const FIELDS: &'static [Field];
    /// Does any key that begins with `search` hold a value, and any that begins with `mode` a mode, as upstream? Otherwise longer words are no keys of a search.
    const LONGER_KEYS: bool;
    /// What the document says after what it says of every search.
    const REMARK: &'static str;
    /// A key and its value for the document.
    const EXAMPLE: (&'static str, &'static str);
}

/// The lists of what is named and described: applications, roles, scopes.
#[derive(Debug)]
pub struct Described;
impl Searchable for Described {
    const FIELDS: &'static [Field] = &[Field::Id, Field::Name, Field::Description];
    const LONGER_KEYS: bool = false;
    const REMARK: &'static str = "";
    const EXAMPLE: (&'static str, &'static str) = ("search.name", "read%");
}

/// The lists of users.
#[derive(Debug)]
pub struct Users;
impl Searchable for Users {
    const FIELDS: &'static [Field] = &user::SEARCHED;
    const LONGER_KEYS: bool = true;
    const REMARK: &'static str = " The fields are `id`, `primaryEmail`, `primaryPhone`, `username` and `name`.";
    const EXAMPLE: (&'static str, &'static str) = ("search", "%tom%");
}

fn invalid(message: impl Into<String>) -> LogtoError {
    let mut error = LogtoError::new(StatusCode::BAD_REQUEST, "request.invalid_input", message);
    // Of what it caught, upstream's JSON shows no member.
    error.data = Some(json!({}));
    error
}

/// An error of a list that was searched: a pattern that only the database finds malformed has the code of the others.
#[must_use]
pub fn refused(error: DomainError) -> LogtoError {
    match error {
        DomainError::Invalid { message, .. } => invalid(message),
        other => other.into(),
    }
}

/// Reads the search of a query string; empty when there is none.
///
/// # Errors
/// 400 `request.invalid_input` for an unknown mode, a field that the list doesn't have, an empty value, or several values outside of mode exact.
pub fn parse<L: Searchable>(query: &str) -> Result<Search, LogtoError> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        // The decoder puts this in the place of what isn't UTF-8.
        if value.contains('\u{fffd}') {
            return Err(invalid(format!("{name} must be UTF-8")));
        }
        if name == "search_params" {
            // py_logto sends the whole map as one JSON value.
            let map: Map<String, Value> =
                json::read(value.as_bytes()).map_err(|_| invalid("search_params must be a JSON object"))?;
            for (name, value) in map {
                match value {
                    Value::String(text) => pairs.push((name, text)),
                    Value::Bool(flag) => pairs.push((name, flag.to_string())),
                    Value::Array(values) => {
                        for value in values {
                            let text = value.as_str().ok_or_else(|| invalid(format!("{name} must hold texts")))?;
                            pairs.push((name.clone(), text.to_owned()));
                        }
                    }
                    _ => return Err(invalid(format!("{name} must be a text"))),
                }
            }
        } else if let Some(name) = name.strip_prefix("search_params[").and_then(|rest| rest.strip_suffix(']')) {
            // openapi-fetch sends each key in brackets.
            pairs.push((name.to_owned(), value.into_owned()));
        } else {
            pairs.push((name.into_owned(), value.into_owned()));
        }
    }
    compile::<L>(&pairs)
}

fn compile<L: Searchable>(pairs: &[(String, String)]) -> Result<Search, LogtoError> {
    let first = |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    let joint = match first("joint").or_else(|| first("jointMode")) {
        None | Some("" | "or") => Joint::Or,
        Some("and") => Joint::And,
        Some(_) => return Err(invalid("joint must be or, and")),
    };
    let case_sensitive = first("isCaseSensitive").is_some_and(is_truthy);
    let mut terms: Vec<Term> = Vec::new();
    let mut modes: Vec<(Option<Field>, Mode)> = Vec::new();
    for (name, value) in pairs {
        if let Some(field) = about::<L>("mode", name)? {
            modes.push((field, mode(value)?));
        } else if let Some(field) = about::<L>("search", name)? {
            push(&mut terms, field, value)?;
        }
    }
    for term in &mut terms {
        let own = modes.iter().rev().find(|(field, _)| field.is_some() && *field == term.field);
        let general = modes.iter().rev().find(|(field, _)| field.is_none());
        term.mode = own.or(general).map_or(Mode::Like, |(_, mode)| *mode);
        if term.values.len() > 1 && term.mode != Mode::Exact {
            return Err(invalid("several values can be searched in mode exact only"));
        }
        if term.mode == Mode::SimilarTo && !case_sensitive {
            return Err(invalid("mode similar_to needs isCaseSensitive"));
        }
    }
    Ok(Search { terms, joint, case_sensitive })
}

/// Which field a key of this kind is about, none for all of them; `None` for a key of another kind.
fn about<L: Searchable>(kind: &str, key: &str) -> Result<Option<Option<Field>>, LogtoError> {
    let Some(rest) = key.strip_prefix(kind) else { return Ok(None) };
    let (longer, name) = rest.split_once('.').map_or((rest, None), |(longer, name)| (longer, Some(name)));
    if !longer.is_empty() && !L::LONGER_KEYS {
        return Ok(None);
    }
    name.map(field::<L>).transpose().map(Some)
}

fn push(terms: &mut Vec<Term>, field: Option<Field>, value: &str) -> Result<(), LogtoError> {
    if value.is_empty() {
        return Err(invalid("a search must not be empty"));
    }
    match terms.iter_mut().find(|term| term.field == field) {
        Some(term) => term.values.push(value.to_owned()),
        None => terms.push(Term { field, mode: Mode::Like, values: vec![value.to_owned()] }),
    }
    Ok(())
}

fn field<L: Searchable>(name: &str) -> Result<Field, LogtoError> {
    let field = match name {
        "id" => Some(Field::Id),
        "name" => Some(Field::Name),
        "description" => Some(Field::Description),
        "username" => Some(Field::Username),
        "primaryEmail" | "primary_email" | "primary-email" => Some(Field::PrimaryEmail),
        "primaryPhone" | "primary_phone" | "primary-phone" => Some(Field::PrimaryPhone),
        _ => None,
    };
    field.filter(|field| L::FIELDS.contains(field)).ok_or_else(|| invalid(format!("{name} can't be searched")))
}

fn mode(name: &str) -> Result<Mode, LogtoError> {
    match name {
        "exact" => Ok(Mode::Exact),
        "like" => Ok(Mode::Like),
        "similar_to" => Ok(Mode::SimilarTo),
        "posix" => Ok(Mode::Posix),
        _ => Err(invalid("mode must be exact, like, similar_to or posix")),
    }
}

/// The search of a list as an extractor's result; a malformed one is the handler's to refuse.
pub struct SearchQuery<L = Described>(pub Result<Search, LogtoError>, PhantomData<fn() -> L>);

impl<L: Searchable> FromRequest<Context> for SearchQuery<L> {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        Ok(Self(parse::<L>(request.uri().query().unwrap_or_default()), PhantomData))
    }
    fn describe(description: &mut Description) {
        let (key, value) = L::EXAMPLE;
        let remark = L::REMARK;
        description.raw_parameters.push(json!({
            "name": "search_params", "in": "query", "style": "form", "explode": true,
            "description": format!("What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.{remark}"),
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
            "example": {key: value}
        }));
    }
}
