//! What the document shows of refusals.

use authplane_domain::Error as DomainError;
use http::StatusCode;

use crate::edge::{DialectError, Rejection};

/// Whatever dialects refuse alike, for the document: what the edge tells, and what the domain does.
pub(crate) fn error_example<E: DialectError + From<DomainError>>(status: StatusCode) -> Option<E> {
    let error = match status {
        StatusCode::NOT_FOUND => DomainError::not_found("client", "bugkgai3g9kregtu04u0"),
        StatusCode::CONFLICT => DomainError::Conflict { thing: "client", field: "id", value: String::new() },
        StatusCode::UNPROCESSABLE_ENTITY => DomainError::invalid("name", "must not be empty"),
        other => return Rejection::example(other).map(E::from),
    };
    Some(E::from(error))
}
