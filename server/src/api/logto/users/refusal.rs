//! Why a user isn't made or changed, in the codes of the dialect (Logto users, A2 and A3).

use authplane_domain::Error as DomainError;
use http::StatusCode;

use crate::api::logto::error::{Codes, LogtoError};

const CODES: Codes = Codes { missing: "entity.not_found", ..Codes::USUAL };

/// An error of the domain about a user.
pub(super) fn refused(error: DomainError) -> LogtoError {
    let unprocessable = |code: &str, message: &str| LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, code, message);
    match &error {
        DomainError::Conflict { field, .. } => match *field {
            "username" => unprocessable("user.username_already_in_use", "another user has the user name"),
            "email_key" => unprocessable("user.email_already_in_use", "another user has the e-mail address"),
            "primary_phone" => unprocessable("user.phone_already_in_use", "another user has the telephone number"),
            _ => CODES.error(error),
        },
        DomainError::Refused { code: "value_too_long", message } => unprocessable("entity.value_too_long", message),
        DomainError::Refused { code: "nothing_changes", message } => unprocessable("entity.invalid_input", message),
        _ => CODES.error(error),
    }
}
