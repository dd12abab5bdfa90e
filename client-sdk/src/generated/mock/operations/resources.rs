//! What is expected of the operations of the tag `resources`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct ListResourcesThen(::httpmock::Then);
impl ListResourcesThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(
        self,
        value: &::std::vec::Vec<types::LogtoResourceWithOptionalScopes>,
    ) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct ListResourcesWhen(::httpmock::When);
impl ListResourcesWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(regex::Regex::new("^/api/resources$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn include_scopes<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("includeScopes", value.to_string()))
        } else {
            Self(self.0.query_param_missing("includeScopes"))
        }
    }
    pub fn page<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page"))
        }
    }
    pub fn page_size<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page_size", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page_size"))
        }
    }
}
pub struct CreateResourceThen(::httpmock::Then);
impl CreateResourceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 201.
    pub fn created(self, value: &types::LogtoResourceWithOptionalScopes) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(422u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct CreateResourceWhen(::httpmock::When);
impl CreateResourceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/api/resources$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn body(self, value: &types::LogtoCreateResourceRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct GetResourceThen(::httpmock::Then);
impl GetResourceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LogtoResource) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct GetResourceWhen(::httpmock::When);
impl GetResourceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(regex::Regex::new("^/api/resources/[^/]*$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn id(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/api/resources/{}$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct DeleteResourceThen(::httpmock::Then);
impl DeleteResourceThen {
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
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DeleteResourceWhen(::httpmock::When);
impl DeleteResourceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(regex::Regex::new("^/api/resources/[^/]*$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn id(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/api/resources/{}$", value.to_string()))
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
pub struct UpdateResourceThen(::httpmock::Then);
impl UpdateResourceThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LogtoResource) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UpdateResourceWhen(::httpmock::When);
impl UpdateResourceWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PATCH)
                .path_matches(regex::Regex::new("^/api/resources/[^/]*$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn id(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/api/resources/{}$", value.to_string()))
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
    pub fn body(self, value: &types::LogtoUpdateResourceRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct UpdateResourceIsDefaultThen(::httpmock::Then);
impl UpdateResourceIsDefaultThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LogtoResource) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UpdateResourceIsDefaultWhen(::httpmock::When);
impl UpdateResourceIsDefaultWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PATCH)
                .path_matches(
                    regex::Regex::new("^/api/resources/[^/]*/is-default$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/{}/is-default$", value.to_string()),
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
    pub fn body(self, value: &types::LogtoUpdateResourceIsDefaultRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct ListResourceScopesThen(::httpmock::Then);
impl ListResourceScopesThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &::std::vec::Vec<types::LogtoResourceScope>) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct ListResourceScopesWhen(::httpmock::When);
impl ListResourceScopesWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/resources/[^/]*/scopes$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn resource_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/{}/scopes$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn page<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page"))
        }
    }
    pub fn page_size<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page_size", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page_size"))
        }
    }
}
pub struct CreateResourceScopeThen(::httpmock::Then);
impl CreateResourceScopeThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 201.
    pub fn created(self, value: &types::LogtoResourceScope) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(422u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct CreateResourceScopeWhen(::httpmock::When);
impl CreateResourceScopeWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/api/resources/[^/]*/scopes$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn resource_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/{}/scopes$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn body(self, value: &types::LogtoCreateResourceScopeRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct DeleteResourceScopeThen(::httpmock::Then);
impl DeleteResourceScopeThen {
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
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DeleteResourceScopeWhen(::httpmock::When);
impl DeleteResourceScopeWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new("^/api/resources/[^/]*/scopes/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn resource_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/{}/scopes/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn scope_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/.*/scopes/{}$", value.to_string()),
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
pub struct UpdateResourceScopeThen(::httpmock::Then);
impl UpdateResourceScopeThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LogtoResourceScope) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 422.
    pub fn unprocessable_entity(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(422u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LogtoError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UpdateResourceScopeWhen(::httpmock::When);
impl UpdateResourceScopeWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PATCH)
                .path_matches(
                    regex::Regex::new("^/api/resources/[^/]*/scopes/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn resource_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/{}/scopes/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn scope_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/resources/.*/scopes/{}$", value.to_string()),
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
    pub fn body(self, value: &types::LogtoUpdateResourceScopeRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
