//! What is expected of the operations of the tag `services`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct ListServicesThen(::httpmock::Then);
impl ListServicesThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpServices) -> Self {
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
pub struct ListServicesWhen(::httpmock::When);
impl ListServicesWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/servers/[^/]*/services$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/servers/.*/services$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/.*/servers/{}/services$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct CreateServiceThen(::httpmock::Then);
impl CreateServiceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 201.
    pub fn created(self, value: &types::AcpService) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 409.
    pub fn conflict(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(409u16)
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
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct CreateServiceWhen(::httpmock::When);
impl CreateServiceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/api/admin/[^/]*/services$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/services$", value.to_string()),
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
    pub fn body(self, value: &types::AcpServiceRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct GetServiceThen(::httpmock::Then);
impl GetServiceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpServiceWithScopes) -> Self {
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
pub struct GetServiceWhen(::httpmock::When);
impl GetServiceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/services/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/services/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/.*/services/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct UpdateServiceThen(::httpmock::Then);
impl UpdateServiceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpService) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(412u16)
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
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct UpdateServiceWhen(::httpmock::When);
impl UpdateServiceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PUT)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/services/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/services/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/.*/services/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn if_match<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("If-Match", value.to_string()))
        } else {
            Self(self.0.header_missing("If-Match"))
        }
    }
    pub fn body(self, value: &types::AcpServiceRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct DeleteServiceThen(::httpmock::Then);
impl DeleteServiceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 204.
    pub fn no_content(self) -> Self {
        Self(self.0.status(204u16))
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(412u16)
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
pub struct DeleteServiceWhen(::httpmock::When);
impl DeleteServiceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/services/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/services/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/.*/services/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn if_match<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("If-Match", value.to_string()))
        } else {
            Self(self.0.header_missing("If-Match"))
        }
    }
}
pub struct RemoveSpecificationThen(::httpmock::Then);
impl RemoveSpecificationThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpRemovedSpecification) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 409.
    pub fn conflict(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(409u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct RemoveSpecificationWhen(::httpmock::When);
impl RemoveSpecificationWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/services/[^/]*/apis$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/services/.*/apis$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/.*/services/{}/apis$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn if_match<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.header("If-Match", value.to_string()))
        } else {
            Self(self.0.header_missing("If-Match"))
        }
    }
}
pub struct ImportSpecificationFromFileThen(::httpmock::Then);
impl ImportSpecificationFromFileThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpImportedSpecification) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 409.
    pub fn conflict(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(409u16)
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
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct ImportSpecificationFromFileWhen(::httpmock::When);
impl ImportSpecificationFromFileWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new(
                            "^/api/admin/[^/]*/services/[^/]*/apis/import/file$",
                        )
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/{}/services/.*/apis/import/file$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/.*/services/{}/apis/import/file$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn gateway_type<T>(self, value: T) -> Self
    where
        T: Into<Option<types::ImportSpecificationFromFileGatewayType>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("gateway_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("gateway_type"))
        }
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
    pub fn body(self, value: String) -> Self {
        Self(self.0.body(value))
    }
}
pub struct ImportSpecificationFromTextThen(::httpmock::Then);
impl ImportSpecificationFromTextThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpImportedSpecification) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 409.
    pub fn conflict(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(409u16)
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
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct ImportSpecificationFromTextWhen(::httpmock::When);
impl ImportSpecificationFromTextWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new(
                            "^/api/admin/[^/]*/services/[^/]*/apis/import/text$",
                        )
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/{}/services/.*/apis/import/text$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/.*/services/{}/apis/import/text$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn gateway_type<T>(self, value: T) -> Self
    where
        T: Into<Option<types::ImportSpecificationFromTextGatewayType>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("gateway_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("gateway_type"))
        }
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
    pub fn body(self, value: String) -> Self {
        Self(self.0.body(value))
    }
}
pub struct ImportSpecificationFromUrlThen(::httpmock::Then);
impl ImportSpecificationFromUrlThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpImportedSpecification) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
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
    /// Answers with status 409.
    pub fn conflict(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(409u16)
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
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(422u16)
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
pub struct ImportSpecificationFromUrlWhen(::httpmock::When);
impl ImportSpecificationFromUrlWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new(
                            "^/api/admin/[^/]*/services/[^/]*/apis/import/url$",
                        )
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/{}/services/.*/apis/import/url$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn sid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^/api/admin/.*/services/{}/apis/import/url$", value.to_string()
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn gateway_type<T>(self, value: T) -> Self
    where
        T: Into<Option<types::ImportSpecificationFromUrlGatewayType>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("gateway_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("gateway_type"))
        }
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
    pub fn body(self, value: String) -> Self {
        Self(self.0.body(value))
    }
}
