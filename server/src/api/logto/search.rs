//! Logto's search parameters (Logto behaviour §5), in the three forms that clients send: flattened into the query, as one JSON value, in brackets.

use authplane_domain::Error as DomainError;
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

fn invalid(message: impl Into<String>) -> LogtoError {
    LogtoError::new(StatusCode::BAD_REQUEST, "request.invalid_input", message)
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
/// 400 `request.invalid_input` for an unknown field or mode, an empty value, or several values outside of mode exact.
pub fn parse(query: &str) -> Result<Search, LogtoError> {
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
    compile(&pairs)
}

fn compile(pairs: &[(String, String)]) -> Result<Search, LogtoError> {
    let mut search = Search::default();
    let mut modes: Vec<(Option<Field>, Mode)> = Vec::new();
    for (name, value) in pairs {
        match name.as_str() {
            "mode" => modes.push((None, mode(value)?)),
            "joint" | "jointMode" => {
                search.joint = match value.as_str() {
                    "or" => Joint::Or,
                    "and" => Joint::And,
                    _ => return Err(invalid("joint must be or, and")),
                }
            }
            "isCaseSensitive" => search.case_sensitive = is_truthy(value),
            "search" => push(&mut search.terms, None, value)?,
            other => {
                if let Some(name) = other.strip_prefix("search.") {
                    let field = field(name)?;
                    push(&mut search.terms, Some(field), value)?;
                } else if let Some(name) = other.strip_prefix("mode.") {
                    modes.push((Some(field(name)?), mode(value)?));
                }
            }
        }
    }
    for term in &mut search.terms {
        let own = modes.iter().rev().find(|(field, _)| field.is_some() && *field == term.field);
        let general = modes.iter().rev().find(|(field, _)| field.is_none());
        term.mode = own.or(general).map_or(Mode::Like, |(_, mode)| *mode);
        if term.values.len() > 1 && term.mode != Mode::Exact {
            return Err(invalid("several values can be searched in mode exact only"));
        }
        if term.mode == Mode::SimilarTo && !search.case_sensitive {
            return Err(invalid("mode similar_to needs isCaseSensitive"));
        }
    }
    Ok(search)
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

fn field(name: &str) -> Result<Field, LogtoError> {
    match name {
        "id" => Ok(Field::Id),
        "name" => Ok(Field::Name),
        "description" => Ok(Field::Description),
        _ => Err(invalid(format!("{name} can't be searched"))),
    }
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

/// The search as an extractor's result; a malformed one is the handler's to refuse.
pub struct SearchQuery(pub Result<Search, LogtoError>);

impl FromRequest<Context> for SearchQuery {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        Ok(Self(parse(request.uri().query().unwrap_or_default())))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "search_params", "in": "query", "style": "form", "explode": true,
            "description": "What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.",
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
            "example": {"search.name": "read%"}
        }));
    }
}
