//! What is expected of the operations of the tag `audit_events`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct ListAuditEventsThen(::httpmock::Then);
impl ListAuditEventsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    pub fn ok(self, value: &types::AcpAuditEvents) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    pub fn bad_request(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    pub fn unauthorized(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    pub fn forbidden(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    pub fn internal_server_error(self, value: &types::AcpError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
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
pub struct ListAuditEventsWhen(::httpmock::When);
impl ListAuditEventsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/api/admin/[^/]*/audit-events$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/api/admin/{}/audit-events$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn actor<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("actor", value.to_string()))
        } else {
            Self(self.0.query_param_missing("actor"))
        }
    }
    pub fn after<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("after", value.to_string()))
        } else {
            Self(self.0.query_param_missing("after"))
        }
    }
    pub fn change<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("change", value.to_string()))
        } else {
            Self(self.0.query_param_missing("change"))
        }
    }
    pub fn from<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("from", value.to_string()))
        } else {
            Self(self.0.query_param_missing("from"))
        }
    }
    pub fn limit<T>(self, value: T) -> Self
    where
        T: Into<Option<i32>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("limit", value.to_string()))
        } else {
            Self(self.0.query_param_missing("limit"))
        }
    }
    pub fn object_id<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("object_id", value.to_string()))
        } else {
            Self(self.0.query_param_missing("object_id"))
        }
    }
    pub fn object_type<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("object_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("object_type"))
        }
    }
    pub fn request_id<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("request_id", value.to_string()))
        } else {
            Self(self.0.query_param_missing("request_id"))
        }
    }
    pub fn to<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("to", value.to_string()))
        } else {
            Self(self.0.query_param_missing("to"))
        }
    }
}
