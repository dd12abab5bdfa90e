//! What is expected of the operations of the tag `api_clients`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct ListApiClientsThen(::httpmock::Then);
impl ListApiClientsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LocalUserStoreApiClientList) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct ListApiClientsWhen(::httpmock::When);
impl ListApiClientsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn limit<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("limit", value.to_string()))
        } else {
            Self(self.0.query_param_missing("limit"))
        }
    }
    pub fn offset<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("offset", value.to_string()))
        } else {
            Self(self.0.query_param_missing("offset"))
        }
    }
    pub fn sortdir<T>(self, value: T) -> Self
    where
        T: Into<Option<types::ListApiClientsSortdir>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sortdir", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sortdir"))
        }
    }
    pub fn sortkey<T>(self, value: T) -> Self
    where
        T: Into<Option<types::ListApiClientsSortkey>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sortkey", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sortkey"))
        }
    }
}
pub struct CreateApiClientThen(::httpmock::Then);
impl CreateApiClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 201.
    pub fn created(self, value: &types::LocalUserStoreIdentifier) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct CreateApiClientWhen(::httpmock::When);
impl CreateApiClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn body(self, value: &types::LocalUserStoreApiClientRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct SearchApiClientsThen(::httpmock::Then);
impl SearchApiClientsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LocalUserStoreApiClientList) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct SearchApiClientsWhen(::httpmock::When);
impl SearchApiClientsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients/search$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn limit<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("limit", value.to_string()))
        } else {
            Self(self.0.query_param_missing("limit"))
        }
    }
    pub fn offset<T>(self, value: T) -> Self
    where
        T: Into<Option<i64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("offset", value.to_string()))
        } else {
            Self(self.0.query_param_missing("offset"))
        }
    }
    pub fn sortdir<T>(self, value: T) -> Self
    where
        T: Into<Option<types::SearchApiClientsSortdir>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sortdir", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sortdir"))
        }
    }
    pub fn sortkey<T>(self, value: T) -> Self
    where
        T: Into<Option<types::SearchApiClientsSortkey>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sortkey", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sortkey"))
        }
    }
    pub fn body(self, value: &types::LocalUserStoreApiClientSearch) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct GetApiClientThen(::httpmock::Then);
impl GetApiClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::LocalUserStoreApiClient) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct GetApiClientWhen(::httpmock::When);
impl GetApiClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients/[^/]*$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn api_client_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/local-user-store/api/v1/api-clients/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct UpdateApiClientThen(::httpmock::Then);
impl UpdateApiClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self) -> Self {
        Self(self.0.status(200u16))
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UpdateApiClientWhen(::httpmock::When);
impl UpdateApiClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PUT)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients/[^/]*$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn api_client_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/local-user-store/api/v1/api-clients/{}$", value.to_string()),
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
    pub fn body(self, value: &types::LocalUserStoreApiClientRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct DeleteApiClientThen(::httpmock::Then);
impl DeleteApiClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self) -> Self {
        Self(self.0.status(200u16))
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::LocalUserStoreError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DeleteApiClientWhen(::httpmock::When);
impl DeleteApiClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new("^/local-user-store/api/v1/api-clients/[^/]*$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn api_client_id(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/local-user-store/api/v1/api-clients/{}$", value.to_string()),
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
