//! What is expected of the operations of the tag `logins`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct GetLoginRequestThen(::httpmock::Then);
impl GetLoginRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpLoginSession) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct GetLoginRequestWhen(::httpmock::When);
impl GetLoginRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/logins/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/logins/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/logins/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login_state<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("login_state", value.to_string()))
        } else {
            Self(self.0.query_param_missing("login_state"))
        }
    }
}
pub struct AcceptLoginRequestThen(::httpmock::Then);
impl AcceptLoginRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpRedirect) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct AcceptLoginRequestWhen(::httpmock::When);
impl AcceptLoginRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/logins/[^/]*/accept$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/logins/.*/accept$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/logins/{}/accept$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn x_idempotency_key<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("X-Idempotency-Key", value.to_string()))
        } else {
            Self(self.0.header_missing("X-Idempotency-Key"))
        }
    }
    pub fn body(self, value: &types::AcpAcceptLoginRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct RejectLoginRequestThen(::httpmock::Then);
impl RejectLoginRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpRedirect) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct RejectLoginRequestWhen(::httpmock::When);
impl RejectLoginRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/logins/[^/]*/reject$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/logins/.*/reject$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/logins/{}/reject$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn x_idempotency_key<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("X-Idempotency-Key", value.to_string()))
        } else {
            Self(self.0.header_missing("X-Idempotency-Key"))
        }
    }
    pub fn body(self, value: &types::AcpRejectRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct GetScopeGrantRequestThen(::httpmock::Then);
impl GetScopeGrantRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpLoginSession) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct GetScopeGrantRequestWhen(::httpmock::When);
impl GetScopeGrantRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/scope-grants/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/scope-grants/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/scope-grants/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login_state<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("login_state", value.to_string()))
        } else {
            Self(self.0.query_param_missing("login_state"))
        }
    }
}
pub struct AcceptScopeGrantRequestThen(::httpmock::Then);
impl AcceptScopeGrantRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpRedirect) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct AcceptScopeGrantRequestWhen(::httpmock::When);
impl AcceptScopeGrantRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/scope-grants/[^/]*/accept$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/scope-grants/.*/accept$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/scope-grants/{}/accept$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn x_idempotency_key<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("X-Idempotency-Key", value.to_string()))
        } else {
            Self(self.0.header_missing("X-Idempotency-Key"))
        }
    }
    pub fn body(self, value: &types::AcpAcceptScopeGrantRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct RejectScopeGrantRequestThen(::httpmock::Then);
impl RejectScopeGrantRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpRedirect) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct RejectScopeGrantRequestWhen(::httpmock::When);
impl RejectScopeGrantRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/api/system/[^/]*/scope-grants/[^/]*/reject$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/{}/scope-grants/.*/reject$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn login(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/system/.*/scope-grants/{}/reject$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn x_idempotency_key<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("X-Idempotency-Key", value.to_string()))
        } else {
            Self(self.0.header_missing("X-Idempotency-Key"))
        }
    }
    pub fn body(self, value: &types::AcpRejectRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
