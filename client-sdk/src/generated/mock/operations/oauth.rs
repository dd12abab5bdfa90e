//! What is expected of the operations of the tag `oauth`, and what they answer.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::*;
pub struct LocalUserStoreTokenThen(::httpmock::Then);
impl LocalUserStoreTokenThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AccessTokenResponse) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct LocalUserStoreTokenWhen(::httpmock::When);
impl LocalUserStoreTokenWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/auth/api/v1/oauth/token$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
}
pub struct LogtoTokenThen(::httpmock::Then);
impl LogtoTokenThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AccessTokenResponse) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct LogtoTokenWhen(::httpmock::When);
impl LogtoTokenWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/oidc/token$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
}
pub struct ListClientsWithAccessThen(::httpmock::Then);
impl ListClientsWithAccessThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AcpClientsWithAccess) -> Self {
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
pub struct ListClientsWithAccessWhen(::httpmock::When);
impl ListClientsWithAccessWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/clients$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/clients$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/clients$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct RevokeClientAccessThen(::httpmock::Then);
impl RevokeClientAccessThen {
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
pub struct RevokeClientAccessWhen(::httpmock::When);
impl RevokeClientAccessWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/clients/[^/]*$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/clients/.*$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/clients/.*$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn cid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/.*/clients/{}$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct DeviceAuthorizationThen(::httpmock::Then);
impl DeviceAuthorizationThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::DeviceAuthorization) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DeviceAuthorizationWhen(::httpmock::When);
impl DeviceAuthorizationWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/device/authorization$")
                        .unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/device/authorization$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/device/authorization$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct IntrospectThen(::httpmock::Then);
impl IntrospectThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::Introspection) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct IntrospectWhen(::httpmock::When);
impl IntrospectWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/introspect$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/introspect$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/introspect$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct DynamicClientRegistrationThen(::httpmock::Then);
impl DynamicClientRegistrationThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 201.
    pub fn created(self, value: &types::RegisteredClient) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DynamicClientRegistrationWhen(::httpmock::When);
impl DynamicClientRegistrationWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/register$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/register$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/register$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn body(self, value: &types::ClientRegistrationRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct DynamicClientRegistrationGetClientThen(::httpmock::Then);
impl DynamicClientRegistrationGetClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::RegisteredClient) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DynamicClientRegistrationGetClientWhen(::httpmock::When);
impl DynamicClientRegistrationGetClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/register/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn cid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/.*/oauth2/register/{}$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct DynamicClientRegistrationUpdateClientThen(::httpmock::Then);
impl DynamicClientRegistrationUpdateClientThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::RegisteredClient) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DynamicClientRegistrationUpdateClientWhen(::httpmock::When);
impl DynamicClientRegistrationUpdateClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PUT)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/register/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn cid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/.*/oauth2/register/{}$", value.to_string()),
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
    pub fn body(self, value: &types::ClientRegistrationRequest) -> Self {
        Self(self.0.json_body_obj(value))
    }
}
pub struct DynamicClientRegistrationDeleteClientThen(::httpmock::Then);
impl DynamicClientRegistrationDeleteClientThen {
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
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 412.
    pub fn precondition_failed(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(412u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct DynamicClientRegistrationDeleteClientWhen(::httpmock::When);
impl DynamicClientRegistrationDeleteClientWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new("^/[^/]*/[^/]*/oauth2/register/[^/]*$").unwrap(),
                ),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/{}/.*/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/{}/oauth2/register/.*$", value.to_string()),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn cid(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!("^/.*/.*/oauth2/register/{}$", value.to_string()),
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
pub struct RevokeThen(::httpmock::Then);
impl RevokeThen {
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
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct RevokeWhen(::httpmock::When);
impl RevokeWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/oauth2/revoke$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/oauth2/revoke$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/oauth2/revoke$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct TokenThen(::httpmock::Then);
impl TokenThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::AccessTokenResponse) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 415.
    pub fn unsupported_media_type(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(415u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 429.
    pub fn too_many_requests(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(429u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct TokenWhen(::httpmock::When);
impl TokenWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/oauth2/token$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/oauth2/token$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/oauth2/token$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct UserinfoThen(::httpmock::Then);
impl UserinfoThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::UserInfo) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UserinfoWhen(::httpmock::When);
impl UserinfoWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/userinfo$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/userinfo$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/userinfo$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
pub struct UserinfoByPostThen(::httpmock::Then);
impl UserinfoByPostThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }
    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }
    /// Answers with status 200.
    pub fn ok(self, value: &types::UserInfo) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 400.
    pub fn bad_request(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 401.
    pub fn unauthorized(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(401u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 403.
    pub fn forbidden(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 404.
    pub fn not_found(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 413.
    pub fn payload_too_large(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(413u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 500.
    pub fn internal_server_error(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
    /// Answers with status 503.
    pub fn service_unavailable(self, value: &types::OAuthError) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body_obj(value),
        )
    }
}
pub struct UserinfoByPostWhen(::httpmock::When);
impl UserinfoByPostWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(regex::Regex::new("^/[^/]*/[^/]*/userinfo$").unwrap()),
        )
    }
    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }
    pub fn tid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/{}/.*/userinfo$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
    pub fn aid(self, value: &str) -> Self {
        let re = regex::Regex::new(&format!("^/.*/{}/userinfo$", value.to_string()))
            .unwrap();
        Self(self.0.path_matches(re))
    }
}
