//! What only the operations of this dialect take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::types::*;
use crate::generated::types::error;

///A granted token (RFC 6749 §5.1).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AccessTokenResponse {
    ///The access token, a JWT (RFC 9068).
    pub access_token: ::authplane_client::Secret,
    ///How long the access token lives, in seconds.
    pub expires_in: i64,
    ///Who the user is (OpenID Connect Core §3.1.3.3), where `openid` was granted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token: ::std::option::Option<::authplane_client::Secret>,
    ///What `access_token` is (RFC 8693 §2.2.1); in answers to a token exchange.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issued_token_type: ::std::option::Option<::std::string::String>,
    ///Gets the next access token, once. There is one where the user gave `offline_access`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refresh_token: ::std::option::Option<::authplane_client::Secret>,
    ///Scopes that were granted, separated by spaces.
    pub scope: ::std::string::String,
    ///How the token is presented: always `Bearer` (RFC 6750).
    pub token_type: ::std::string::String,
}
///A client, as its users know it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClientDetails {
    ///Address of its home page; may be empty.
    pub client_uri: ::std::string::String,
    ///Id of the client, as `client_id`.
    pub id: ::std::string::String,
    ///Address of its logo; may be empty.
    pub logo_uri: ::std::string::String,
    ///Name of the application; may be empty.
    pub name: ::std::string::String,
}
///A client and what it was given.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClientWithAccess {
    ///The client that was given access.
    pub client: AcpClientDetails,
    ///The scopes in the order of their names.
    pub granted_scopes: ::std::vec::Vec<AcpGrantedScope>,
}
///To which clients a user gave what.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClientsWithAccess {
    ///The clients in the order of their ids.
    pub clients: ::std::vec::Vec<AcpClientWithAccess>,
    ///What is known of the scopes that any of them was given. A scope that no longer exists isn't among them.
    pub scopes: ::std::vec::Vec<AcpPublicScope>,
}
///A scope that a client was given.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGrantedScope {
    ///What was granted of a scope with a variable part. There are none, so this is what `scope_name` has.
    pub granted_scope_name: ::std::string::String,
    ///Always `false`, since no scope has a variable part.
    pub is_dynamic: bool,
    ///Name of the scope that was given.
    pub scope_name: ::std::string::String,
}
///What a client registers with, or changes its registration to. What is absent, null or empty has its default. Members that the server sets are accepted and ignored, so that an answer can be sent back; so are members that are not listed here.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct ClientRegistrationRequest {
    ///Whether it runs on a web server or on its user's device. When absent, a client all of whose redirect URIs lead to the device is native.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub application_type: ::std::option::Option<::std::string::String>,
    ///Audience of its tokens where a request names no resource: its own id. Another audience is given by an administrator only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audience: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Logout tokens must say which session ended (`sid`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_session_required: ::std::option::Option<bool>,
    ///Address at which this server tells it of a logout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Id of the client. In a change it must be the client's own; in a registration it is ignored.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Name of the application, as consent pages show it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_name: ::std::option::Option<::std::string::String>,
    ///Secret of the client. In a change it must be the client's own, since it can't be chosen; in a registration it is ignored.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///Address of its home page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_uri: ::std::option::Option<::std::string::String>,
    ///Mail addresses of those who are responsible for it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub contacts: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Authentication context classes to ask for when a request names none, the preferred one first.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_acr_values: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///How long ago a user may have signed in when a request says nothing of it, in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_max_age: ::std::option::Option<i64>,
    ///What the application does, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///The browser must say which session ended (`iss` and `sid`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_session_required: ::std::option::Option<bool>,
    ///Address at which the user's browser tells it of a logout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///The ways in which it may ask for tokens: `authorization_code` (the default), `implicit`, `client_credentials`, `refresh_token`, `urn:ietf:params:oauth:grant-type:device_code`. Those that the authorization server doesn't offer are left out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Not offered, so anything but an empty text is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_encrypted_response_alg: ::std::option::Option<::std::string::String>,
    ///Algorithm that its ID tokens are signed with: the one of the keys of the authorization server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_signed_response_alg: ::std::option::Option<::std::string::String>,
    ///Address at which a third party may start a login at it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initiate_login_uri: ::std::option::Option<::std::string::String>,
    ///Its public keys, each a JWK. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo, which consent pages show.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Address of its privacy policy, which consent pages link to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_uri: ::std::option::Option<::std::string::String>,
    ///Addresses that users may be sent to after they signed out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub post_logout_redirect_uris: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///Addresses that answers to authorization requests may be sent to: each absolute, without fragment, compared letter by letter. `https`, for native clients also a private-use scheme or `http` to the loopback, there with any port.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Not offered, so anything but an empty text is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_object_encryption_alg: ::std::option::Option<::std::string::String>,
    ///Algorithm that its request objects must be signed with; `any` leaves it open, as absence does.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_object_signing_alg: ::std::option::Option<::std::string::String>,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Its ID tokens always say when the user signed in (`auth_time`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub require_auth_time: ::std::option::Option<bool>,
    ///What it may ask for at the authorization endpoint: `code`, `token`, `id_token`. Combinations such as `code id_token` are taken apart.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub response_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Scopes that it may ask for, separated by spaces. When absent, those of the user's profile.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///Scopes that it may ask for, as a list: another way to say `scope`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject. It is fetched when the client registers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector_identifier_uri: ::std::option::Option<::std::string::String>,
    ///Id of the software, which all of its copies share.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_id: ::std::option::Option<::std::string::String>,
    ///Version of the software that registers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_version: ::std::option::Option<::std::string::String>,
    ///Whether all clients know a user by one subject (`public`, the default) or each sector by another (`pairwise`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject_type: ::std::option::Option<::std::string::String>,
    ///DNS name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_dns: ::std::option::Option<::std::string::String>,
    ///Mail address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_email: ::std::option::Option<::std::string::String>,
    ///IP address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_ip: ::std::option::Option<::std::string::String>,
    ///URI that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_uri: ::std::option::Option<::std::string::String>,
    ///Distinguished name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_subject_dn: ::std::option::Option<::std::string::String>,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_certificate_bound_access_tokens: ::std::option::Option<bool>,
    ///How it authenticates at the token endpoint: `client_secret_basic` when absent, `none` for a public client.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_method: ::std::option::Option<::std::string::String>,
    ///The one algorithm that its assertions may be signed with: `HS256` for `client_secret_jwt`, another for `private_key_jwt`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_signing_alg: ::std::option::Option<::std::string::String>,
    ///Address of its terms of service, which consent pages link to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tos_uri: ::std::option::Option<::std::string::String>,
    ///Not offered, so anything but an empty text is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_encrypted_response_alg: ::std::option::Option<::std::string::String>,
    ///Algorithm that userinfo's answers to it are signed with: the one of the keys of the authorization server. Answers are plain JSON for `none` and when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_signed_response_alg: ::std::option::Option<::std::string::String>,
}
impl ClientRegistrationRequest {
    pub fn builder() -> builder::ClientRegistrationRequest {
        Default::default()
    }
}
///What a device shows its user, and asks with (RFC 8628 §3.2).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct DeviceAuthorization {
    ///What the device asks the token endpoint with. It keeps it to itself.
    pub device_code: ::authplane_client::Secret,
    ///Seconds until both codes expire.
    pub expires_in: i64,
    ///Seconds to wait between two requests to the token endpoint.
    pub interval: i32,
    ///What the user enters: two groups of four letters.
    pub user_code: ::std::string::String,
    ///Address of the page on which the user enters the code.
    pub verification_uri: ::std::string::String,
    ///Address of that page with the code in it, for a QR code.
    pub verification_uri_complete: ::std::string::String,
}
///What a device asks for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct DeviceAuthorizationRequest {
    ///Assertion of a client that authenticates by `private_key_jwt` or `client_secret_jwt` (RFC 7523 §2.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion: ::std::option::Option<::authplane_client::Secret>,
    ///What `client_assertion` is: always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion_type: ::std::option::Option<::std::string::String>,
    ///Id of the client, where it isn't in the `Authorization` header.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Secret of a client that authenticates by `client_secret_post`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///Resource that tokens are to be for (RFC 8707); may be repeated.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource: ::std::option::Option<::std::string::String>,
    ///Scopes that are asked for, separated by spaces.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
}
impl DeviceAuthorizationRequest {
    pub fn builder() -> builder::DeviceAuthorizationRequest {
        Default::default()
    }
}
///What the server says of a token. All but `active` is absent unless that is true.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct Introspection {
    ///Authentication context class that the user reached.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub acr: ::std::option::Option<::std::string::String>,
    ///Who acts for the user (RFC 8693 §4.1).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub act: ::std::option::Option<::serde_json::Value>,
    ///Whether it is a valid token of this authorization server that the caller may know about.
    pub active: bool,
    ///How the user signed in (RFC 8176).
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub amr: ::std::vec::Vec<::std::string::String>,
    ///Whom it is for: resources, or the client where it is for none.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub aud: ::std::vec::Vec<::std::string::String>,
    ///When the user signed in, seconds since the epoch (RFC 9470 §6.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auth_time: ::std::option::Option<i64>,
    ///Id of the client that it was issued to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///When it expires, in seconds since the epoch.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp: ::std::option::Option<i64>,
    ///The authorization server's own claims of access tokens, as the token says them. Absent where it says none.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub ext: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///When it was issued, in seconds since the epoch.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub iat: ::std::option::Option<i64>,
    ///Issuer of the token.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub iss: ::std::option::Option<::std::string::String>,
    ///Id of the token itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jti: ::std::option::Option<::std::string::String>,
    ///From when on it is valid, in seconds since the epoch: from its issue. Absent for a refresh token.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nbf: ::std::option::Option<i64>,
    ///Scopes that were granted, separated by spaces.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///Id of the authorization server that issued it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub server_id: ::std::option::Option<::std::string::String>,
    ///Who it stands for: a user, or the client itself where no user took part.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sub: ::std::option::Option<::std::string::String>,
    ///Id of the tenant that it is of.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///How it is presented: `Bearer`. Absent for a refresh token, which is presented nowhere but at the token endpoint.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_type: ::std::option::Option<::std::string::String>,
    ///What the user is called by people: the name that they sign in with here, or `preferred_username` of where they came from, if `profile` was granted. Absent where no user took part, where there is none, and for a client that is to know its users by pairwise subjects.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}
///Public keys of an authorization server (RFC 7517).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct JwkSet {
    ///Each a JWK: `kty`, `kid`, `use`, `alg` and the members of its kind.
    pub keys: ::std::vec::Vec<::authplane_client::Jwk>,
}
///Metadata of a protected resource (RFC 9728 §2).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct ProtectedResource {
    ///Issuers whose tokens open it. The tenants' own issuers have the same form with the tenant's id in it.
    pub authorization_servers: ::std::vec::Vec<::std::string::String>,
    ///How it takes tokens: in the `Authorization` header only.
    pub bearer_methods_supported: ::std::vec::Vec<::std::string::String>,
    ///The resource's identifier: the origin of the control surface.
    pub resource: ::std::string::String,
    ///Address of the API reference page.
    pub resource_documentation: ::std::string::String,
    ///Name of the control plane, for people.
    pub resource_name: ::std::string::String,
    ///Scopes that its operations ask for.
    pub scopes_supported: ::std::vec::Vec<::std::string::String>,
}
///A registered client (RFC 7591 §3.2.1, RFC 7592 §3).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct RegisteredClient {
    ///Whether it runs on a web server or on its user's device. When absent, a client all of whose redirect URIs lead to the device is native.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub application_type: ::std::option::Option<::std::string::String>,
    ///Audience of its tokens where a request names no resource: its own id. Another audience is given by an administrator only.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub audience: ::std::vec::Vec<::std::string::String>,
    ///Logout tokens must say which session ended (`sid`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_session_required: ::std::option::Option<bool>,
    ///Address at which this server tells it of a logout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Id of the client, made by the server.
    pub client_id: ::std::string::String,
    ///When it was registered, in seconds since the epoch.
    pub client_id_issued_at: i64,
    ///Name of the application, as consent pages show it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_name: ::std::option::Option<::std::string::String>,
    ///Secret of the client, made by the server. Absent for a client that authenticates without one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///When its secret expires, in seconds since the epoch; 0 means never.
    pub client_secret_expires_at: i64,
    ///Address of its home page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_uri: ::std::option::Option<::std::string::String>,
    ///Mail addresses of those who are responsible for it.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub contacts: ::std::vec::Vec<::std::string::String>,
    ///Authentication context classes to ask for when a request names none, the preferred one first.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub default_acr_values: ::std::vec::Vec<::std::string::String>,
    ///How long ago a user may have signed in when a request says nothing of it, in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_max_age: ::std::option::Option<i64>,
    ///What the application does, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Whether it registered itself: always true.
    pub dynamically_registered: bool,
    ///The browser must say which session ended (`iss` and `sid`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_session_required: ::std::option::Option<bool>,
    ///Address at which the user's browser tells it of a logout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///The ways in which it may ask for tokens: `authorization_code` (the default), `implicit`, `client_credentials`, `refresh_token`, `urn:ietf:params:oauth:grant-type:device_code`. Those that the authorization server doesn't offer are left out.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Algorithm that its ID tokens are signed with: the one of the keys of the authorization server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_signed_response_alg: ::std::option::Option<::std::string::String>,
    ///Address at which a third party may start a login at it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initiate_login_uri: ::std::option::Option<::std::string::String>,
    ///Its public keys, each a JWK. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo, which consent pages show.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Address of its privacy policy, which consent pages link to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_uri: ::std::option::Option<::std::string::String>,
    ///Addresses that users may be sent to after they signed out.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub post_logout_redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///Addresses that answers to authorization requests may be sent to: each absolute, without fragment, compared letter by letter. `https`, for native clients also a private-use scheme or `http` to the loopback, there with any port.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Lets the client read, change and delete its registration.
    pub registration_access_token: ::authplane_client::Secret,
    ///Address at which the client reads, changes and deletes its registration.
    pub registration_client_uri: ::std::string::String,
    ///Algorithm that its request objects must be signed with; `any` leaves it open, as absence does.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_object_signing_alg: ::std::option::Option<::std::string::String>,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub request_uris: ::std::vec::Vec<::std::string::String>,
    ///Its ID tokens always say when the user signed in (`auth_time`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub require_auth_time: ::std::option::Option<bool>,
    ///What it may ask for at the authorization endpoint: `code`, `token`, `id_token`. Combinations such as `code id_token` are taken apart.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub response_types: ::std::vec::Vec<::std::string::String>,
    ///Scopes that it may ask for, separated by spaces. When absent, those of the user's profile.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///Scopes that it may ask for, as a list: another way to say `scope`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject. It is fetched when the client registers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector_identifier_uri: ::std::option::Option<::std::string::String>,
    ///Id of the software, which all of its copies share.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_id: ::std::option::Option<::std::string::String>,
    ///Version of the software that registers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_version: ::std::option::Option<::std::string::String>,
    ///Whether all clients know a user by one subject (`public`, the default) or each sector by another (`pairwise`).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject_type: ::std::option::Option<::std::string::String>,
    ///DNS name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_dns: ::std::option::Option<::std::string::String>,
    ///Mail address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_email: ::std::option::Option<::std::string::String>,
    ///IP address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_ip: ::std::option::Option<::std::string::String>,
    ///URI that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_uri: ::std::option::Option<::std::string::String>,
    ///Distinguished name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_subject_dn: ::std::option::Option<::std::string::String>,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_certificate_bound_access_tokens: ::std::option::Option<bool>,
    ///How it authenticates at the token endpoint: `client_secret_basic` when absent, `none` for a public client.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_method: ::std::option::Option<::std::string::String>,
    ///The one algorithm that its assertions may be signed with: `HS256` for `client_secret_jwt`, another for `private_key_jwt`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_signing_alg: ::std::option::Option<::std::string::String>,
    ///Address of its terms of service, which consent pages link to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tos_uri: ::std::option::Option<::std::string::String>,
    ///Algorithm that userinfo's answers to it are signed with: the one of the keys of the authorization server. Answers are plain JSON for `none` and when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_signed_response_alg: ::std::option::Option<::std::string::String>,
}
///Metadata of an authorization server (RFC 8414, OpenID Connect Discovery). It says only what works here.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct ServerMetadata {
    ///Address that users are sent to; absent where the server offers no grant that begins there.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_endpoint: ::std::option::Option<::std::string::String>,
    ///Whether authorization responses say who they are from (RFC 9207).
    pub authorization_response_iss_parameter_supported: bool,
    ///Whether the notices of back-channel logout say which session ended.
    pub backchannel_logout_session_supported: bool,
    ///Whether clients are told of the end of sessions by this server (Back-Channel Logout 1.0).
    pub backchannel_logout_supported: bool,
    ///Kinds of claims: `normal` only, neither aggregated nor distributed.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub claim_types_supported: ::std::vec::Vec<::std::string::String>,
    ///Whether authorization requests may have the parameter `claims`.
    pub claims_parameter_supported: bool,
    ///Claims that clients can get about users.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub claims_supported: ::std::vec::Vec<::std::string::String>,
    ///Methods of proof keys (RFC 7636): `S256` only.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub code_challenge_methods_supported: ::std::vec::Vec<::std::string::String>,
    ///Address at which devices begin (RFC 8628); absent where they may not.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub device_authorization_endpoint: ::std::option::Option<::std::string::String>,
    ///Values of the parameter `display` that are taken; the pages fit all windows.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub display_values_supported: ::std::vec::Vec<::std::string::String>,
    ///Address that users are sent to in order to sign out (RP-Initiated Logout 1.0).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_session_endpoint: ::std::option::Option<::std::string::String>,
    ///Whether the notices of front-channel logout say which session ended.
    pub frontchannel_logout_session_supported: bool,
    ///Whether clients are told of the end of sessions by the user's browser (Front-Channel Logout 1.0).
    pub frontchannel_logout_supported: bool,
    ///The ways in which clients can ask for tokens.
    pub grant_types_supported: ::std::vec::Vec<::std::string::String>,
    ///Algorithm that its keys sign ID tokens with.
    pub id_token_signing_alg_values_supported: ::std::vec::Vec<::std::string::String>,
    ///Address at which tokens are asked about (RFC 7662).
    pub introspection_endpoint: ::std::string::String,
    ///How clients authenticate at the introspection endpoint.
    pub introspection_endpoint_auth_methods_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///Algorithms of clients' assertions at the introspection endpoint.
    pub introspection_endpoint_auth_signing_alg_values_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///The issuer: exactly what `iss` of its tokens and of its authorization responses says.
    pub issuer: ::std::string::String,
    ///Address of its public keys.
    pub jwks_uri: ::std::string::String,
    ///What users can be asked by the parameter `prompt`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub prompt_values_supported: ::std::vec::Vec<::std::string::String>,
    ///Resources that its tokens are for: the control plane, where the server issues tokens for it. Of those that `resource` of a request may name (RFC 8707) there are many more.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub protected_resources: ::std::vec::Vec<::std::string::String>,
    ///Address at which clients register themselves (RFC 7591); absent where they may not.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_endpoint: ::std::option::Option<::std::string::String>,
    ///Algorithms that request objects may be signed with.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub request_object_signing_alg_values_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///Whether authorization requests may have the parameter `request`.
    pub request_parameter_supported: bool,
    ///Whether authorization requests may have the parameter `request_uri`.
    pub request_uri_parameter_supported: bool,
    ///Whether `request_uri` must be one that the client is registered with.
    pub require_request_uri_registration: bool,
    ///How the authorization endpoint's answers can be carried: `query`, `fragment` or `form_post`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub response_modes_supported: ::std::vec::Vec<::std::string::String>,
    ///What can be asked for at the authorization endpoint, such as `code`.
    pub response_types_supported: ::std::vec::Vec<::std::string::String>,
    ///Address at which tokens are revoked (RFC 7009).
    pub revocation_endpoint: ::std::string::String,
    ///How clients authenticate at the revocation endpoint.
    pub revocation_endpoint_auth_methods_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///Algorithms of clients' assertions at the revocation endpoint.
    pub revocation_endpoint_auth_signing_alg_values_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///Every scope that a client may be given here.
    pub scopes_supported: ::std::vec::Vec<::std::string::String>,
    ///By which names clients may know users: `public` or `pairwise`.
    pub subject_types_supported: ::std::vec::Vec<::std::string::String>,
    ///Whether tokens can be bound to certificates (RFC 8705 §3.3); they can't.
    pub tls_client_certificate_bound_access_tokens: bool,
    ///Address at which tokens are asked for.
    pub token_endpoint: ::std::string::String,
    ///How clients authenticate at the token endpoint.
    pub token_endpoint_auth_methods_supported: ::std::vec::Vec<::std::string::String>,
    ///Algorithms of clients' assertions at the token endpoint.
    pub token_endpoint_auth_signing_alg_values_supported: ::std::vec::Vec<
        ::std::string::String,
    >,
    ///Languages of its pages, as BCP 47 writes them.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub ui_locales_supported: ::std::vec::Vec<::std::string::String>,
    ///Address at which claims about a user are read.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_endpoint: ::std::option::Option<::std::string::String>,
    ///Algorithms of userinfo's answers, where `none` is plain JSON.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub userinfo_signing_alg_values_supported: ::std::vec::Vec<::std::string::String>,
}
///A token to ask about, or to revoke; shared by both endpoints (RFC 7662 §2.1, RFC 7009 §2.1).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct TokenQuery {
    ///Assertion of a client that authenticates by `private_key_jwt` or `client_secret_jwt` (RFC 7523 §2.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion: ::std::option::Option<::authplane_client::Secret>,
    ///What `client_assertion` is: always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion_type: ::std::option::Option<::std::string::String>,
    ///Id of the client, where it isn't in the `Authorization` header.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Secret of a client that authenticates by `client_secret_post`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///The access token or refresh token in question.
    pub token: ::authplane_client::Secret,
    ///Which of both it is: `access_token` or `refresh_token`. They can't be mistaken for one another, so it changes nothing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_type_hint: ::std::option::Option<::std::string::String>,
}
impl TokenQuery {
    pub fn builder() -> builder::TokenQuery {
        Default::default()
    }
}
///A token request. Which members it needs depends on `grant_type`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct TokenRequest {
    ///The token of whoever acts for the user of `subject_token`; the client itself when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actor_token: ::std::option::Option<::authplane_client::Secret>,
    ///What `actor_token` is: always `urn:ietf:params:oauth:token-type:access_token`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actor_token_type: ::std::option::Option<::std::string::String>,
    ///The assertion that stands for a user (RFC 7523 §2.1). For `urn:ietf:params:oauth:grant-type:jwt-bearer`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assertion: ::std::option::Option<::authplane_client::Secret>,
    ///Who the token is for, in token exchange: another way to say `resource`. May be repeated.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audience: ::std::option::Option<::std::string::String>,
    ///Assertion of a client that authenticates by `private_key_jwt` or `client_secret_jwt` (RFC 7523 §2.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion: ::std::option::Option<::authplane_client::Secret>,
    ///What `client_assertion` is: always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_assertion_type: ::std::option::Option<::std::string::String>,
    ///Id of the client, where it isn't in the `Authorization` header.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Secret of a client that authenticates by `client_secret_post`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///The code that the user brought back. For `authorization_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::authplane_client::Secret>,
    ///What the authorization request's `code_challenge` was made of (RFC 7636 §4.5). For `authorization_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code_verifier: ::std::option::Option<::authplane_client::Secret>,
    ///The code that the device was given. For `urn:ietf:params:oauth:grant-type:device_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub device_code: ::std::option::Option<::authplane_client::Secret>,
    ///How the token is asked for: one of the authorization server's `grant_types_supported`. At the local user store's door `password` is for API clients.
    pub grant_type: ::std::string::String,
    ///Password of the user, or at the local user store's door secret of the API client. For `password`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub password: ::std::option::Option<::authplane_client::Secret>,
    ///The redirect URI of the authorization request, if that had one. For `authorization_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_uri: ::std::option::Option<::std::string::String>,
    ///The refresh token of an earlier answer. For `refresh_token`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refresh_token: ::std::option::Option<::authplane_client::Secret>,
    ///What is wanted in exchange: always `urn:ietf:params:oauth:token-type:access_token`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub requested_token_type: ::std::option::Option<::std::string::String>,
    ///Resource that the token is for (RFC 8707); may be repeated.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource: ::std::option::Option<::std::string::String>,
    ///Scopes that are asked for, separated by spaces. When absent, a client's own token has none and a refreshed one all that were granted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///The token to exchange (RFC 8693 §2.1). For `urn:ietf:params:oauth:grant-type:token-exchange`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject_token: ::std::option::Option<::authplane_client::Secret>,
    ///What `subject_token` is: always `urn:ietf:params:oauth:token-type:access_token`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject_token_type: ::std::option::Option<::std::string::String>,
    ///Name of the user, or at the local user store's door id of the API client. For `password`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}
impl TokenRequest {
    pub fn builder() -> builder::TokenRequest {
        Default::default()
    }
}
///What the client may know of the user.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct UserInfo {
    ///Birthday of the user, as `YYYY-MM-DD`; with `0000` for a year that isn't told, or the year alone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub birthdate: ::std::option::Option<::std::string::String>,
    ///Mail address that the user prefers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    ///Whether the mail address is known to be the user's.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email_verified: ::std::option::Option<bool>,
    ///Last names of the user, with spaces between several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub family_name: ::std::option::Option<::std::string::String>,
    ///Gender of the user, as they or somebody else have said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gender: ::std::option::Option<::std::string::String>,
    ///First names of the user, with spaces between several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub given_name: ::std::option::Option<::std::string::String>,
    ///Language and region of the user, such as `de-AT`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub locale: ::std::option::Option<::std::string::String>,
    ///Middle names of the user, with spaces between several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub middle_name: ::std::option::Option<::std::string::String>,
    ///Full name of the user, as it is shown to people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///What the user is called among friends.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nickname: ::std::option::Option<::std::string::String>,
    ///Telephone number that the user prefers, such as `+49 30 1234567`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number: ::std::option::Option<::std::string::String>,
    ///Whether the telephone number is known to be the user's.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number_verified: ::std::option::Option<bool>,
    ///Address of a picture of the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub picture: ::std::option::Option<::std::string::String>,
    ///What the user wants to be called; not unique.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub preferred_username: ::std::option::Option<::std::string::String>,
    ///Address of a page about the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profile: ::std::option::Option<::std::string::String>,
    ///The user, as this client knows them: the same as in the ID token.
    pub sub: ::std::string::String,
    ///When what is known of the user changed last, in seconds since the epoch.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<i64>,
    ///Address of the user's own page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub website: ::std::option::Option<::std::string::String>,
    ///Time zone of the user, such as `Europe/Vienna`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub zoneinfo: ::std::option::Option<::std::string::String>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
/// Takes over every member, to change one and put it back. `scopes` is left to `scope`, which says the same and counts without it.
impl ::std::convert::From<RegisteredClient> for ClientRegistrationRequest {
    fn from(value: RegisteredClient) -> Self {
        Self {
            application_type: value.application_type,
            audience: if value.audience.is_empty() {
                None
            } else {
                Some(value.audience)
            },
            backchannel_logout_session_required: value
                .backchannel_logout_session_required,
            backchannel_logout_uri: value.backchannel_logout_uri,
            client_id: Some(value.client_id),
            client_name: value.client_name,
            client_secret: value.client_secret,
            client_uri: value.client_uri,
            contacts: if value.contacts.is_empty() {
                None
            } else {
                Some(value.contacts)
            },
            default_acr_values: if value.default_acr_values.is_empty() {
                None
            } else {
                Some(value.default_acr_values)
            },
            default_max_age: value.default_max_age,
            description: value.description,
            frontchannel_logout_session_required: value
                .frontchannel_logout_session_required,
            frontchannel_logout_uri: value.frontchannel_logout_uri,
            grant_types: if value.grant_types.is_empty() {
                None
            } else {
                Some(value.grant_types)
            },
            id_token_encrypted_response_alg: None,
            id_token_signed_response_alg: value.id_token_signed_response_alg,
            initiate_login_uri: value.initiate_login_uri,
            jwks: value.jwks,
            jwks_uri: value.jwks_uri,
            logo_uri: value.logo_uri,
            policy_uri: value.policy_uri,
            post_logout_redirect_uris: if value.post_logout_redirect_uris.is_empty() {
                None
            } else {
                Some(value.post_logout_redirect_uris)
            },
            privacy: value.privacy,
            redirect_uris: if value.redirect_uris.is_empty() {
                None
            } else {
                Some(value.redirect_uris)
            },
            request_object_encryption_alg: None,
            request_object_signing_alg: value.request_object_signing_alg,
            request_uris: if value.request_uris.is_empty() {
                None
            } else {
                Some(value.request_uris)
            },
            require_auth_time: value.require_auth_time,
            response_types: if value.response_types.is_empty() {
                None
            } else {
                Some(value.response_types)
            },
            scope: value.scope,
            scopes: None,
            sector_identifier_uri: value.sector_identifier_uri,
            software_id: value.software_id,
            software_version: value.software_version,
            subject_type: value.subject_type,
            tls_client_auth_san_dns: value.tls_client_auth_san_dns,
            tls_client_auth_san_email: value.tls_client_auth_san_email,
            tls_client_auth_san_ip: value.tls_client_auth_san_ip,
            tls_client_auth_san_uri: value.tls_client_auth_san_uri,
            tls_client_auth_subject_dn: value.tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens: value
                .tls_client_certificate_bound_access_tokens,
            token_endpoint_auth_method: value.token_endpoint_auth_method,
            token_endpoint_auth_signing_alg: value.token_endpoint_auth_signing_alg,
            tos_uri: value.tos_uri,
            userinfo_encrypted_response_alg: None,
            userinfo_signed_response_alg: value.userinfo_signed_response_alg,
        }
    }
}
/// Builders of what requests take.
pub mod builder {
    #[derive(Clone, Debug)]
    pub struct ClientRegistrationRequest {
        application_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        audience: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        backchannel_logout_session_required: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        backchannel_logout_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        client_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        contacts: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        default_acr_values: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        default_max_age: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        frontchannel_logout_session_required: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        frontchannel_logout_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        grant_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id_token_encrypted_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id_token_signed_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        initiate_login_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        jwks: ::std::result::Result<
            ::std::option::Option<super::AcpJwks>,
            ::std::string::String,
        >,
        jwks_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        logo_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        policy_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        post_logout_redirect_uris: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        privacy: ::std::result::Result<
            ::std::option::Option<super::AcpClientPrivacy>,
            ::std::string::String,
        >,
        redirect_uris: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        request_object_encryption_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        request_object_signing_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        request_uris: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        require_auth_time: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        response_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        scope: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        sector_identifier_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        software_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        software_version: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        subject_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_auth_san_dns: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_auth_san_email: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_auth_san_ip: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_auth_san_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_auth_subject_dn: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tls_client_certificate_bound_access_tokens: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        token_endpoint_auth_method: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        token_endpoint_auth_signing_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tos_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        userinfo_encrypted_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        userinfo_signed_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for ClientRegistrationRequest {
        fn default() -> Self {
            Self {
                application_type: Ok(Default::default()),
                audience: Ok(Default::default()),
                backchannel_logout_session_required: Ok(Default::default()),
                backchannel_logout_uri: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_name: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                client_uri: Ok(Default::default()),
                contacts: Ok(Default::default()),
                default_acr_values: Ok(Default::default()),
                default_max_age: Ok(Default::default()),
                description: Ok(Default::default()),
                frontchannel_logout_session_required: Ok(Default::default()),
                frontchannel_logout_uri: Ok(Default::default()),
                grant_types: Ok(Default::default()),
                id_token_encrypted_response_alg: Ok(Default::default()),
                id_token_signed_response_alg: Ok(Default::default()),
                initiate_login_uri: Ok(Default::default()),
                jwks: Ok(Default::default()),
                jwks_uri: Ok(Default::default()),
                logo_uri: Ok(Default::default()),
                policy_uri: Ok(Default::default()),
                post_logout_redirect_uris: Ok(Default::default()),
                privacy: Ok(Default::default()),
                redirect_uris: Ok(Default::default()),
                request_object_encryption_alg: Ok(Default::default()),
                request_object_signing_alg: Ok(Default::default()),
                request_uris: Ok(Default::default()),
                require_auth_time: Ok(Default::default()),
                response_types: Ok(Default::default()),
                scope: Ok(Default::default()),
                scopes: Ok(Default::default()),
                sector_identifier_uri: Ok(Default::default()),
                software_id: Ok(Default::default()),
                software_version: Ok(Default::default()),
                subject_type: Ok(Default::default()),
                tls_client_auth_san_dns: Ok(Default::default()),
                tls_client_auth_san_email: Ok(Default::default()),
                tls_client_auth_san_ip: Ok(Default::default()),
                tls_client_auth_san_uri: Ok(Default::default()),
                tls_client_auth_subject_dn: Ok(Default::default()),
                tls_client_certificate_bound_access_tokens: Ok(Default::default()),
                token_endpoint_auth_method: Ok(Default::default()),
                token_endpoint_auth_signing_alg: Ok(Default::default()),
                tos_uri: Ok(Default::default()),
                userinfo_encrypted_response_alg: Ok(Default::default()),
                userinfo_signed_response_alg: Ok(Default::default()),
            }
        }
    }
    impl ClientRegistrationRequest {
        pub fn application_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.application_type = Ok(value.into_optional());
            self
        }
        pub fn audience(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.audience = Ok(value.into_optional());
            self
        }
        pub fn backchannel_logout_session_required<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.backchannel_logout_session_required = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for backchannel_logout_session_required: {e}"
                    )
                });
            self
        }
        pub fn backchannel_logout_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.backchannel_logout_uri = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_name = Ok(value.into_optional());
            self
        }
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn client_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_uri = Ok(value.into_optional());
            self
        }
        pub fn contacts(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.contacts = Ok(value.into_optional());
            self
        }
        pub fn default_acr_values(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.default_acr_values = Ok(value.into_optional());
            self
        }
        pub fn default_max_age<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.default_max_age = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for default_max_age: {e}")
                });
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn frontchannel_logout_session_required<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.frontchannel_logout_session_required = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for frontchannel_logout_session_required: {e}"
                    )
                });
            self
        }
        pub fn frontchannel_logout_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.frontchannel_logout_uri = Ok(value.into_optional());
            self
        }
        pub fn grant_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.grant_types = Ok(value.into_optional());
            self
        }
        pub fn id_token_encrypted_response_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id_token_encrypted_response_alg = Ok(value.into_optional());
            self
        }
        pub fn id_token_signed_response_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id_token_signed_response_alg = Ok(value.into_optional());
            self
        }
        pub fn initiate_login_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.initiate_login_uri = Ok(value.into_optional());
            self
        }
        pub fn jwks<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpJwks>>,
            T::Error: ::std::fmt::Display,
        {
            self.jwks = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for jwks: {e}"));
            self
        }
        pub fn jwks_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.jwks_uri = Ok(value.into_optional());
            self
        }
        pub fn logo_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.logo_uri = Ok(value.into_optional());
            self
        }
        pub fn policy_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.policy_uri = Ok(value.into_optional());
            self
        }
        pub fn post_logout_redirect_uris(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.post_logout_redirect_uris = Ok(value.into_optional());
            self
        }
        pub fn privacy<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpClientPrivacy>>,
            T::Error: ::std::fmt::Display,
        {
            self.privacy = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for privacy: {e}")
                });
            self
        }
        pub fn redirect_uris(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.redirect_uris = Ok(value.into_optional());
            self
        }
        pub fn request_object_encryption_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.request_object_encryption_alg = Ok(value.into_optional());
            self
        }
        pub fn request_object_signing_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.request_object_signing_alg = Ok(value.into_optional());
            self
        }
        pub fn request_uris(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.request_uris = Ok(value.into_optional());
            self
        }
        pub fn require_auth_time<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.require_auth_time = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for require_auth_time: {e}")
                });
            self
        }
        pub fn response_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.response_types = Ok(value.into_optional());
            self
        }
        pub fn scope(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.scope = Ok(value.into_optional());
            self
        }
        pub fn scopes(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scopes = Ok(value.into_optional());
            self
        }
        pub fn sector_identifier_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.sector_identifier_uri = Ok(value.into_optional());
            self
        }
        pub fn software_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.software_id = Ok(value.into_optional());
            self
        }
        pub fn software_version(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.software_version = Ok(value.into_optional());
            self
        }
        pub fn subject_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.subject_type = Ok(value.into_optional());
            self
        }
        pub fn tls_client_auth_san_dns(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tls_client_auth_san_dns = Ok(value.into_optional());
            self
        }
        pub fn tls_client_auth_san_email(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tls_client_auth_san_email = Ok(value.into_optional());
            self
        }
        pub fn tls_client_auth_san_ip(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tls_client_auth_san_ip = Ok(value.into_optional());
            self
        }
        pub fn tls_client_auth_san_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tls_client_auth_san_uri = Ok(value.into_optional());
            self
        }
        pub fn tls_client_auth_subject_dn(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tls_client_auth_subject_dn = Ok(value.into_optional());
            self
        }
        pub fn tls_client_certificate_bound_access_tokens<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.tls_client_certificate_bound_access_tokens = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for tls_client_certificate_bound_access_tokens: {e}"
                    )
                });
            self
        }
        pub fn token_endpoint_auth_method(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.token_endpoint_auth_method = Ok(value.into_optional());
            self
        }
        pub fn token_endpoint_auth_signing_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.token_endpoint_auth_signing_alg = Ok(value.into_optional());
            self
        }
        pub fn tos_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tos_uri = Ok(value.into_optional());
            self
        }
        pub fn userinfo_encrypted_response_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.userinfo_encrypted_response_alg = Ok(value.into_optional());
            self
        }
        pub fn userinfo_signed_response_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.userinfo_signed_response_alg = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<ClientRegistrationRequest>
    for super::ClientRegistrationRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: ClientRegistrationRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                application_type: value.application_type?,
                audience: value.audience?,
                backchannel_logout_session_required: value
                    .backchannel_logout_session_required?,
                backchannel_logout_uri: value.backchannel_logout_uri?,
                client_id: value.client_id?,
                client_name: value.client_name?,
                client_secret: value.client_secret?,
                client_uri: value.client_uri?,
                contacts: value.contacts?,
                default_acr_values: value.default_acr_values?,
                default_max_age: value.default_max_age?,
                description: value.description?,
                frontchannel_logout_session_required: value
                    .frontchannel_logout_session_required?,
                frontchannel_logout_uri: value.frontchannel_logout_uri?,
                grant_types: value.grant_types?,
                id_token_encrypted_response_alg: value.id_token_encrypted_response_alg?,
                id_token_signed_response_alg: value.id_token_signed_response_alg?,
                initiate_login_uri: value.initiate_login_uri?,
                jwks: value.jwks?,
                jwks_uri: value.jwks_uri?,
                logo_uri: value.logo_uri?,
                policy_uri: value.policy_uri?,
                post_logout_redirect_uris: value.post_logout_redirect_uris?,
                privacy: value.privacy?,
                redirect_uris: value.redirect_uris?,
                request_object_encryption_alg: value.request_object_encryption_alg?,
                request_object_signing_alg: value.request_object_signing_alg?,
                request_uris: value.request_uris?,
                require_auth_time: value.require_auth_time?,
                response_types: value.response_types?,
                scope: value.scope?,
                scopes: value.scopes?,
                sector_identifier_uri: value.sector_identifier_uri?,
                software_id: value.software_id?,
                software_version: value.software_version?,
                subject_type: value.subject_type?,
                tls_client_auth_san_dns: value.tls_client_auth_san_dns?,
                tls_client_auth_san_email: value.tls_client_auth_san_email?,
                tls_client_auth_san_ip: value.tls_client_auth_san_ip?,
                tls_client_auth_san_uri: value.tls_client_auth_san_uri?,
                tls_client_auth_subject_dn: value.tls_client_auth_subject_dn?,
                tls_client_certificate_bound_access_tokens: value
                    .tls_client_certificate_bound_access_tokens?,
                token_endpoint_auth_method: value.token_endpoint_auth_method?,
                token_endpoint_auth_signing_alg: value.token_endpoint_auth_signing_alg?,
                tos_uri: value.tos_uri?,
                userinfo_encrypted_response_alg: value.userinfo_encrypted_response_alg?,
                userinfo_signed_response_alg: value.userinfo_signed_response_alg?,
            })
        }
    }
    impl ::std::convert::From<super::ClientRegistrationRequest>
    for ClientRegistrationRequest {
        fn from(value: super::ClientRegistrationRequest) -> Self {
            Self {
                application_type: Ok(value.application_type),
                audience: Ok(value.audience),
                backchannel_logout_session_required: Ok(
                    value.backchannel_logout_session_required,
                ),
                backchannel_logout_uri: Ok(value.backchannel_logout_uri),
                client_id: Ok(value.client_id),
                client_name: Ok(value.client_name),
                client_secret: Ok(value.client_secret),
                client_uri: Ok(value.client_uri),
                contacts: Ok(value.contacts),
                default_acr_values: Ok(value.default_acr_values),
                default_max_age: Ok(value.default_max_age),
                description: Ok(value.description),
                frontchannel_logout_session_required: Ok(
                    value.frontchannel_logout_session_required,
                ),
                frontchannel_logout_uri: Ok(value.frontchannel_logout_uri),
                grant_types: Ok(value.grant_types),
                id_token_encrypted_response_alg: Ok(
                    value.id_token_encrypted_response_alg,
                ),
                id_token_signed_response_alg: Ok(value.id_token_signed_response_alg),
                initiate_login_uri: Ok(value.initiate_login_uri),
                jwks: Ok(value.jwks),
                jwks_uri: Ok(value.jwks_uri),
                logo_uri: Ok(value.logo_uri),
                policy_uri: Ok(value.policy_uri),
                post_logout_redirect_uris: Ok(value.post_logout_redirect_uris),
                privacy: Ok(value.privacy),
                redirect_uris: Ok(value.redirect_uris),
                request_object_encryption_alg: Ok(value.request_object_encryption_alg),
                request_object_signing_alg: Ok(value.request_object_signing_alg),
                request_uris: Ok(value.request_uris),
                require_auth_time: Ok(value.require_auth_time),
                response_types: Ok(value.response_types),
                scope: Ok(value.scope),
                scopes: Ok(value.scopes),
                sector_identifier_uri: Ok(value.sector_identifier_uri),
                software_id: Ok(value.software_id),
                software_version: Ok(value.software_version),
                subject_type: Ok(value.subject_type),
                tls_client_auth_san_dns: Ok(value.tls_client_auth_san_dns),
                tls_client_auth_san_email: Ok(value.tls_client_auth_san_email),
                tls_client_auth_san_ip: Ok(value.tls_client_auth_san_ip),
                tls_client_auth_san_uri: Ok(value.tls_client_auth_san_uri),
                tls_client_auth_subject_dn: Ok(value.tls_client_auth_subject_dn),
                tls_client_certificate_bound_access_tokens: Ok(
                    value.tls_client_certificate_bound_access_tokens,
                ),
                token_endpoint_auth_method: Ok(value.token_endpoint_auth_method),
                token_endpoint_auth_signing_alg: Ok(
                    value.token_endpoint_auth_signing_alg,
                ),
                tos_uri: Ok(value.tos_uri),
                userinfo_encrypted_response_alg: Ok(
                    value.userinfo_encrypted_response_alg,
                ),
                userinfo_signed_response_alg: Ok(value.userinfo_signed_response_alg),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct DeviceAuthorizationRequest {
        client_assertion: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        client_assertion_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        resource: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        scope: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for DeviceAuthorizationRequest {
        fn default() -> Self {
            Self {
                client_assertion: Ok(Default::default()),
                client_assertion_type: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                resource: Ok(Default::default()),
                scope: Ok(Default::default()),
            }
        }
    }
    impl DeviceAuthorizationRequest {
        pub fn client_assertion(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_assertion = Ok(value.into_optional());
            self
        }
        pub fn client_assertion_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_assertion_type = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn resource(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.resource = Ok(value.into_optional());
            self
        }
        pub fn scope(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.scope = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<DeviceAuthorizationRequest>
    for super::DeviceAuthorizationRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: DeviceAuthorizationRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                client_assertion: value.client_assertion?,
                client_assertion_type: value.client_assertion_type?,
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                resource: value.resource?,
                scope: value.scope?,
            })
        }
    }
    impl ::std::convert::From<super::DeviceAuthorizationRequest>
    for DeviceAuthorizationRequest {
        fn from(value: super::DeviceAuthorizationRequest) -> Self {
            Self {
                client_assertion: Ok(value.client_assertion),
                client_assertion_type: Ok(value.client_assertion_type),
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                resource: Ok(value.resource),
                scope: Ok(value.scope),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct TokenQuery {
        client_assertion: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        client_assertion_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        token: ::std::result::Result<::authplane_client::Secret, ::std::string::String>,
        token_type_hint: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for TokenQuery {
        fn default() -> Self {
            Self {
                client_assertion: Ok(Default::default()),
                client_assertion_type: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                token: Err("no value supplied for token".to_string()),
                token_type_hint: Ok(Default::default()),
            }
        }
    }
    impl TokenQuery {
        pub fn client_assertion(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_assertion = Ok(value.into_optional());
            self
        }
        pub fn client_assertion_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_assertion_type = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn token<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.token = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for token: {e}"));
            self
        }
        pub fn token_type_hint(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.token_type_hint = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<TokenQuery> for super::TokenQuery {
        type Error = super::error::ConversionError;
        fn try_from(
            value: TokenQuery,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                client_assertion: value.client_assertion?,
                client_assertion_type: value.client_assertion_type?,
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                token: value.token?,
                token_type_hint: value.token_type_hint?,
            })
        }
    }
    impl ::std::convert::From<super::TokenQuery> for TokenQuery {
        fn from(value: super::TokenQuery) -> Self {
            Self {
                client_assertion: Ok(value.client_assertion),
                client_assertion_type: Ok(value.client_assertion_type),
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                token: Ok(value.token),
                token_type_hint: Ok(value.token_type_hint),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct TokenRequest {
        actor_token: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        actor_token_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        assertion: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        audience: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_assertion: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        client_assertion_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        code: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        code_verifier: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        device_code: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        grant_type: ::std::result::Result<::std::string::String, ::std::string::String>,
        password: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        redirect_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        refresh_token: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        requested_token_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        resource: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        scope: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        subject_token: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        subject_token_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        username: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for TokenRequest {
        fn default() -> Self {
            Self {
                actor_token: Ok(Default::default()),
                actor_token_type: Ok(Default::default()),
                assertion: Ok(Default::default()),
                audience: Ok(Default::default()),
                client_assertion: Ok(Default::default()),
                client_assertion_type: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                code: Ok(Default::default()),
                code_verifier: Ok(Default::default()),
                device_code: Ok(Default::default()),
                grant_type: Err("no value supplied for grant_type".to_string()),
                password: Ok(Default::default()),
                redirect_uri: Ok(Default::default()),
                refresh_token: Ok(Default::default()),
                requested_token_type: Ok(Default::default()),
                resource: Ok(Default::default()),
                scope: Ok(Default::default()),
                subject_token: Ok(Default::default()),
                subject_token_type: Ok(Default::default()),
                username: Ok(Default::default()),
            }
        }
    }
    impl TokenRequest {
        pub fn actor_token(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.actor_token = Ok(value.into_optional());
            self
        }
        pub fn actor_token_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.actor_token_type = Ok(value.into_optional());
            self
        }
        pub fn assertion(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.assertion = Ok(value.into_optional());
            self
        }
        pub fn audience(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.audience = Ok(value.into_optional());
            self
        }
        pub fn client_assertion(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_assertion = Ok(value.into_optional());
            self
        }
        pub fn client_assertion_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_assertion_type = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn code(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.code = Ok(value.into_optional());
            self
        }
        pub fn code_verifier(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.code_verifier = Ok(value.into_optional());
            self
        }
        pub fn device_code(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.device_code = Ok(value.into_optional());
            self
        }
        pub fn grant_type<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.grant_type = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for grant_type: {e}")
                });
            self
        }
        pub fn password(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.password = Ok(value.into_optional());
            self
        }
        pub fn redirect_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.redirect_uri = Ok(value.into_optional());
            self
        }
        pub fn refresh_token(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.refresh_token = Ok(value.into_optional());
            self
        }
        pub fn requested_token_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.requested_token_type = Ok(value.into_optional());
            self
        }
        pub fn resource(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.resource = Ok(value.into_optional());
            self
        }
        pub fn scope(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.scope = Ok(value.into_optional());
            self
        }
        pub fn subject_token(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.subject_token = Ok(value.into_optional());
            self
        }
        pub fn subject_token_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.subject_token_type = Ok(value.into_optional());
            self
        }
        pub fn username(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.username = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<TokenRequest> for super::TokenRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: TokenRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                actor_token: value.actor_token?,
                actor_token_type: value.actor_token_type?,
                assertion: value.assertion?,
                audience: value.audience?,
                client_assertion: value.client_assertion?,
                client_assertion_type: value.client_assertion_type?,
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                code: value.code?,
                code_verifier: value.code_verifier?,
                device_code: value.device_code?,
                grant_type: value.grant_type?,
                password: value.password?,
                redirect_uri: value.redirect_uri?,
                refresh_token: value.refresh_token?,
                requested_token_type: value.requested_token_type?,
                resource: value.resource?,
                scope: value.scope?,
                subject_token: value.subject_token?,
                subject_token_type: value.subject_token_type?,
                username: value.username?,
            })
        }
    }
    impl ::std::convert::From<super::TokenRequest> for TokenRequest {
        fn from(value: super::TokenRequest) -> Self {
            Self {
                actor_token: Ok(value.actor_token),
                actor_token_type: Ok(value.actor_token_type),
                assertion: Ok(value.assertion),
                audience: Ok(value.audience),
                client_assertion: Ok(value.client_assertion),
                client_assertion_type: Ok(value.client_assertion_type),
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                code: Ok(value.code),
                code_verifier: Ok(value.code_verifier),
                device_code: Ok(value.device_code),
                grant_type: Ok(value.grant_type),
                password: Ok(value.password),
                redirect_uri: Ok(value.redirect_uri),
                refresh_token: Ok(value.refresh_token),
                requested_token_type: Ok(value.requested_token_type),
                resource: Ok(value.resource),
                scope: Ok(value.scope),
                subject_token: Ok(value.subject_token),
                subject_token_type: Ok(value.subject_token_type),
                username: Ok(value.username),
            }
        }
    }
}
