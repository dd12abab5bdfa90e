//! Why a role isn't given, taken or changed, in the codes of the dialect (Logto behaviour §3, §7, §11).

use authplane_domain::Error as DomainError;
use http::StatusCode;

use crate::api::logto::error::{Codes, LogtoError};

/// The codes of an operation on roles for what the domain doesn't do.
#[derive(Clone, Copy)]
pub(in crate::api::logto) struct RoleCodes {
    /// Those that each operation has.
    pub(in crate::api::logto) codes: Codes,
    /// 422: the role isn't one that applications can have.
    pub(in crate::api::logto) wrong_type: &'static str,
}

impl RoleCodes {
    /// Those of an operation that says nothing else.
    pub(in crate::api::logto) const USUAL: Self =
        Self { codes: Codes::USUAL, wrong_type: "application.invalid_role_type" };

    /// Those of an operation that takes something away: nothing there is the same as nothing to take.
    pub(in crate::api::logto) const TAKING: Self =
        Self { codes: Codes { missing: "entity.not_found", ..Codes::USUAL }, ..Self::USUAL };

    /// Those of an operation for which a value can be taken.
    pub(in crate::api::logto) const fn taken(code: &'static str) -> Self {
        Self { codes: Codes { taken: code, ..Codes::USUAL }, ..Self::USUAL }
    }

    /// An error of the domain, with these codes.
    pub(in crate::api::logto) fn error(self, error: DomainError) -> LogtoError {
        let message = error.to_string();
        let (status, said) = match &error {
            DomainError::Refused { code: "internal_role", .. } => {
                (StatusCode::FORBIDDEN, "role.internal_role_violation")
            }
            DomainError::Refused { code: "opens_installation", .. } => {
                (StatusCode::BAD_REQUEST, "role.management_api_scopes_not_assignable_to_user_role")
            }
            DomainError::Refused { code: "application_type", .. } => {
                (StatusCode::UNPROCESSABLE_ENTITY, "application.invalid_type")
            }
            DomainError::Refused { code: "role_type", .. } => (StatusCode::UNPROCESSABLE_ENTITY, self.wrong_type),
            DomainError::Refused { code: "held", .. } => (StatusCode::UNPROCESSABLE_ENTITY, self.codes.taken),
            DomainError::Refused { code: "not_held", .. } => (StatusCode::NOT_FOUND, "entity.not_found"),
            _ => return self.codes.error(error),
        };
        LogtoError::new(status, said, message)
    }
}
