//! The client as progenitor generates it: [`Client`] with one method per operation, [`types`] for what they
//! take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    unused_variables,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::disallowed_methods
)]

#[cfg(feature = "mock")]
pub mod mock;

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A client.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpClient {
        ///Audience of its tokens where no resource is asked for.
        pub audience: ::std::vec::Vec<::std::string::String>,
        ///Authorization server.
        pub authorization_server_id: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub client_id: ::std::string::String,
        ///When it was made, seconds since the epoch.
        pub client_id_issued_at: i64,
        ///For people.
        #[serde(default)]
        pub client_name: ::std::string::String,
        ///Empty for a public client, and for one that a developer made.
        pub client_secret: ::std::string::String,
        ///When its secret expires, seconds since the epoch; 0 is never.
        #[serde(default)]
        pub client_secret_expires_at: i64,
        ///Home page.
        #[serde(default)]
        pub client_uri: ::std::string::String,
        ///For people.
        #[serde(default)]
        pub description: ::std::string::String,
        ///The developer who made it; empty when an administrator did.
        pub developer_id: ::std::string::String,
        ///`authorization_code`, `implicit`, `client_credentials`, `refresh_token`, `password`.
        pub grant_types: ::std::vec::Vec<::std::string::String>,
        ///Its public keys.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub jwks: ::std::option::Option<AcpJwks>,
        ///Where its public keys are.
        #[serde(default)]
        pub jwks_uri: ::std::string::String,
        ///Logo.
        #[serde(default)]
        pub logo_uri: ::std::string::String,
        ///Privacy policy.
        #[serde(default)]
        pub policy_uri: ::std::string::String,
        ///What personal data it takes, and why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub privacy: ::std::option::Option<AcpClientPrivacy>,
        ///It can't keep a secret.
        #[serde(default)]
        pub public: bool,
        ///Where answers to authorization requests may go.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub redirect_uris: ::std::vec::Vec<::std::string::String>,
        ///Algorithm of its request objects: `any`, `none`, `RS256`, `ES256` or `PS256`.
        #[serde(default)]
        pub request_object_signing_alg: ::std::string::String,
        ///Where request objects may come from.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub request_uris: ::std::vec::Vec<::std::string::String>,
        ///`code`, `token`, `id_token`.
        pub response_types: ::std::vec::Vec<::std::string::String>,
        ///The same, separated by spaces.
        pub scope: ::std::string::String,
        ///The scopes that it may ask for.
        pub scopes: ::std::vec::Vec<::std::string::String>,
        ///A document with the redirect URIs that share pairwise subjects.
        #[serde(default)]
        pub sector_identifier_uri: ::std::string::String,
        ///Built in: can be neither changed nor deleted.
        pub system: bool,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///DNS name in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_dns: ::std::string::String,
        ///Mail address in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_email: ::std::string::String,
        ///IP address in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_ip: ::std::string::String,
        ///URI in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_uri: ::std::string::String,
        ///Subject of its certificate.
        #[serde(default)]
        pub tls_client_auth_subject_dn: ::std::string::String,
        ///Its tokens are bound to its certificate.
        #[serde(default)]
        pub tls_client_certificate_bound_access_tokens: bool,
        ///How it authenticates.
        pub token_endpoint_auth_method: AcpClientAuthentication,
        ///Algorithm of its assertions.
        #[serde(default)]
        pub token_endpoint_signing_alg: ::std::string::String,
        ///Terms of service.
        #[serde(default)]
        pub tos_uri: ::std::string::String,
        ///Its users aren't asked for consent.
        #[serde(default)]
        pub trusted: bool,
        ///Algorithm of its userinfo answers: `none`, `RS256` or `ES256`.
        #[serde(default)]
        pub userinfo_signed_response_alg: ::std::string::String,
    }
    impl AcpClient {
        pub fn builder() -> builder::AcpClient {
            Default::default()
        }
    }
    ///How a client authenticates at the token endpoint.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum AcpClientAuthentication {
        ///Its secret in the `Authorization` header.
        #[serde(rename = "client_secret_basic")]
        ClientSecretBasic,
        ///Its secret in the form.
        #[serde(rename = "client_secret_post")]
        ClientSecretPost,
        ///An assertion authenticated with its secret.
        #[serde(rename = "client_secret_jwt")]
        ClientSecretJwt,
        ///An assertion signed with its key.
        #[serde(rename = "private_key_jwt")]
        PrivateKeyJwt,
        ///A self-signed certificate.
        #[serde(rename = "self_signed_tls_client_auth")]
        SelfSignedTlsClientAuth,
        ///A certificate of a known authority.
        #[serde(rename = "tls_client_auth")]
        TlsClientAuth,
        ///Not at all: a public client.
        #[serde(rename = "none")]
        None,
        /// A value that this version of the SDK has no name for.
        #[serde(untagged)]
        Unknown(::std::string::String),
    }
    impl ::std::fmt::Display for AcpClientAuthentication {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::ClientSecretBasic => f.write_str("client_secret_basic"),
                Self::ClientSecretPost => f.write_str("client_secret_post"),
                Self::ClientSecretJwt => f.write_str("client_secret_jwt"),
                Self::PrivateKeyJwt => f.write_str("private_key_jwt"),
                Self::SelfSignedTlsClientAuth => {
                    f.write_str("self_signed_tls_client_auth")
                }
                Self::TlsClientAuth => f.write_str("tls_client_auth"),
                Self::None => f.write_str("none"),
                Self::Unknown(value) => f.write_str(value),
            }
        }
    }
    impl ::std::str::FromStr for AcpClientAuthentication {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "client_secret_basic" => Ok(Self::ClientSecretBasic),
                "client_secret_post" => Ok(Self::ClientSecretPost),
                "client_secret_jwt" => Ok(Self::ClientSecretJwt),
                "private_key_jwt" => Ok(Self::PrivateKeyJwt),
                "self_signed_tls_client_auth" => Ok(Self::SelfSignedTlsClientAuth),
                "tls_client_auth" => Ok(Self::TlsClientAuth),
                "none" => Ok(Self::None),
                _ => Ok(Self::Unknown(value.to_owned())),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for AcpClientAuthentication {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AcpClientAuthentication {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What personal data a client takes, and why.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpClientPrivacy {
        ///By scope.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: HashMap::is_empty"
        )]
        pub scopes: ::std::collections::HashMap<
            ::std::string::String,
            AcpScopePrivacyInformation,
        >,
    }
    impl AcpClientPrivacy {
        pub fn builder() -> builder::AcpClientPrivacy {
            Default::default()
        }
    }
    ///What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpClientRequest {
        ///The client's own id when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub audience: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Taken at creation only; required.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_server_id: ::std::option::Option<::std::string::String>,
        ///Taken at creation only; made by the server when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_id: ::std::option::Option<::std::string::String>,
        ///For people.
        #[serde(default)]
        pub client_name: ::std::string::String,
        ///At least 32 characters; made by the server when absent at creation, kept when absent at a change.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_secret: ::std::option::Option<::std::string::String>,
        ///When its secret expires, seconds since the epoch; 0 is never.
        #[serde(default)]
        pub client_secret_expires_at: i64,
        ///Home page.
        #[serde(default)]
        pub client_uri: ::std::string::String,
        ///For people.
        #[serde(default)]
        pub description: ::std::string::String,
        ///`authorization_code` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Its public keys.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub jwks: ::std::option::Option<AcpJwks>,
        ///Where its public keys are.
        #[serde(default)]
        pub jwks_uri: ::std::string::String,
        ///Logo.
        #[serde(default)]
        pub logo_uri: ::std::string::String,
        ///Privacy policy.
        #[serde(default)]
        pub policy_uri: ::std::string::String,
        ///What personal data it takes, and why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub privacy: ::std::option::Option<AcpClientPrivacy>,
        ///It can't keep a secret.
        #[serde(default)]
        pub public: bool,
        ///Where answers to authorization requests may go.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub redirect_uris: ::std::vec::Vec<::std::string::String>,
        ///Algorithm of its request objects: `any`, `none`, `RS256`, `ES256` or `PS256`.
        #[serde(default)]
        pub request_object_signing_alg: ::std::string::String,
        ///Where request objects may come from.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub request_uris: ::std::vec::Vec<::std::string::String>,
        ///`code` when absent and the client uses codes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub response_types: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
        ///The same, separated by spaces; counts where `scopes` is absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scope: ::std::option::Option<::std::string::String>,
        ///Names of scopes of its server.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///A document with the redirect URIs that share pairwise subjects.
        #[serde(default)]
        pub sector_identifier_uri: ::std::string::String,
        ///DNS name in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_dns: ::std::string::String,
        ///Mail address in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_email: ::std::string::String,
        ///IP address in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_ip: ::std::string::String,
        ///URI in its certificate.
        #[serde(default)]
        pub tls_client_auth_san_uri: ::std::string::String,
        ///Subject of its certificate.
        #[serde(default)]
        pub tls_client_auth_subject_dn: ::std::string::String,
        ///Its tokens are bound to its certificate.
        #[serde(default)]
        pub tls_client_certificate_bound_access_tokens: bool,
        ///`client_secret_basic` when absent, `none` for a public client.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token_endpoint_auth_method: ::std::option::Option<AcpClientAuthentication>,
        ///Algorithm of its assertions.
        #[serde(default)]
        pub token_endpoint_signing_alg: ::std::string::String,
        ///Terms of service.
        #[serde(default)]
        pub tos_uri: ::std::string::String,
        ///Its users aren't asked for consent.
        #[serde(default)]
        pub trusted: bool,
        ///Algorithm of its userinfo answers: `none`, `RS256` or `ES256`.
        #[serde(default)]
        pub userinfo_signed_response_alg: ::std::string::String,
    }
    impl AcpClientRequest {
        pub fn builder() -> builder::AcpClientRequest {
            Default::default()
        }
    }
    ///The clients of an authorization server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpClients {
        ///In the order of their creation; their secrets are left out.
        pub clients: ::std::vec::Vec<AcpClient>,
    }
    impl AcpClients {
        pub fn builder() -> builder::AcpClients {
            Default::default()
        }
    }
    ///What a refused request to the ACP dialect gets.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpError {
        ///What it was about, for programs: `field` and `message` of a value that can't be accepted, `request_id` of a failure of the server.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub details: ::std::option::Option<::serde_json::Value>,
        ///What went wrong, for people.
        pub error: ::std::string::String,
        ///The HTTP status, repeated.
        pub status_code: i64,
    }
    impl AcpError {
        pub fn builder() -> builder::AcpError {
            Default::default()
        }
    }
    ///A JWK set.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpJwks {
        ///Public keys, each a JWK with at least `kty`.
        pub keys: ::std::vec::Vec<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    }
    impl AcpJwks {
        pub fn builder() -> builder::AcpJwks {
            Default::default()
        }
    }
    ///A kind of personal data.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpPiiCategory {
        ///Its name.
        pub name: ::std::string::String,
    }
    impl AcpPiiCategory {
        pub fn builder() -> builder::AcpPiiCategory {
            Default::default()
        }
    }
    ///A scope.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpScope {
        ///Authorization server.
        pub authorization_server_id: ::std::string::String,
        ///Shown on the consent page.
        pub description: ::std::string::String,
        ///Policy that decides whether a developer's client may be given the scope; empty where there is none.
        pub developer_policy_id: ::std::string::String,
        ///Shown on the consent page.
        pub display_name: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub id: ::std::string::String,
        ///What clients ask for.
        pub name: ::std::string::String,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///Policy that decides whether a user may grant the scope; empty where there is none.
        pub user_policy_id: ::std::string::String,
    }
    impl AcpScope {
        pub fn builder() -> builder::AcpScope {
            Default::default()
        }
    }
    ///What personal data a scope gives, and why it is needed.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpScopePrivacyInformation {
        ///Kinds of personal data.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
        ///Why.
        #[serde(default)]
        pub purpose: ::std::string::String,
    }
    impl AcpScopePrivacyInformation {
        pub fn builder() -> builder::AcpScopePrivacyInformation {
            Default::default()
        }
    }
    ///What a scope is replaced by.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpScopeRequest {
        ///Taken at creation only; the service's when absent, else `default`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_server_id: ::std::option::Option<::std::string::String>,
        ///Shown on the consent page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Policy that decides whether a developer's client may be given the scope.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub developer_policy_id: ::std::option::Option<::std::string::String>,
        ///Shown on the consent page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Taken at creation only; made by the server when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        ///What clients ask for; required, without white space.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored: the path decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tenant_id: ::std::option::Option<::std::string::String>,
        ///Policy that decides whether a user may grant the scope.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user_policy_id: ::std::option::Option<::std::string::String>,
    }
    impl AcpScopeRequest {
        pub fn builder() -> builder::AcpScopeRequest {
            Default::default()
        }
    }
    ///A scope with the service it belongs to.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpScopeWithService {
        ///Authorization server.
        pub authorization_server_id: ::std::string::String,
        ///Shown on the consent page.
        pub description: ::std::string::String,
        ///Policy that decides whether a developer's client may be given the scope; empty where there is none.
        pub developer_policy_id: ::std::string::String,
        ///Shown on the consent page.
        pub display_name: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub id: ::std::string::String,
        ///What clients ask for.
        pub name: ::std::string::String,
        ///The service, where it belongs to one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub service: ::std::option::Option<AcpService>,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///Policy that decides whether a user may grant the scope; empty where there is none.
        pub user_policy_id: ::std::string::String,
        ///It belongs to a service.
        pub with_service: bool,
    }
    impl AcpScopeWithService {
        pub fn builder() -> builder::AcpScopeWithService {
            Default::default()
        }
    }
    ///What a scope is made from.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpScopeWithServiceId {
        ///Taken at creation only; the service's when absent, else `default`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_server_id: ::std::option::Option<::std::string::String>,
        ///Shown on the consent page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Policy that decides whether a developer's client may be given the scope.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub developer_policy_id: ::std::option::Option<::std::string::String>,
        ///Shown on the consent page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Taken at creation only; made by the server when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        ///What clients ask for; required, without white space.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///The service that it belongs to; none when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub service_id: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored: the path decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tenant_id: ::std::option::Option<::std::string::String>,
        ///Policy that decides whether a user may grant the scope.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user_policy_id: ::std::option::Option<::std::string::String>,
    }
    impl AcpScopeWithServiceId {
        pub fn builder() -> builder::AcpScopeWithServiceId {
            Default::default()
        }
    }
    ///The scopes of an authorization server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpScopes {
        ///In the order of their creation.
        pub scopes: ::std::vec::Vec<AcpScopeWithService>,
    }
    impl AcpScopes {
        pub fn builder() -> builder::AcpScopes {
            Default::default()
        }
    }
    ///A service.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpService {
        ///The authorization server whose clients may be given its scopes.
        pub authorization_server_id: ::std::string::String,
        ///For people.
        pub description: ::std::string::String,
        ///The gateway that enforces its policies; empty where there is none.
        pub gateway_id: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub id: ::std::string::String,
        ///For people.
        pub name: ::std::string::String,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///Its APIs were imported from a specification.
        pub with_specification: bool,
    }
    impl AcpService {
        pub fn builder() -> builder::AcpService {
            Default::default()
        }
    }
    ///What a service is made from, or replaced by.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AcpServiceRequest {
        ///Taken at creation only; `default` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_server_id: ::std::option::Option<::std::string::String>,
        ///For people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///The gateway that enforces its policies.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gateway_id: ::std::option::Option<::std::string::String>,
        ///Taken at creation only; made by the server when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        ///For people; required.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored: the path decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tenant_id: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored: only an import sets it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub with_specification: ::std::option::Option<bool>,
    }
    impl AcpServiceRequest {
        pub fn builder() -> builder::AcpServiceRequest {
            Default::default()
        }
    }
    ///A service as lists show it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpServiceResponse {
        ///The authorization server whose clients may be given its scopes.
        pub authorization_server_id: ::std::string::String,
        ///For people.
        pub description: ::std::string::String,
        ///The gateway that enforces its policies; empty where there is none.
        pub gateway_id: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub id: ::std::string::String,
        ///For people.
        pub name: ::std::string::String,
        ///An authorizer of a cloud provider stands before it.
        pub protected_by_lambda_authorizer: bool,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///Its APIs were imported from a specification.
        pub with_specification: bool,
    }
    impl AcpServiceResponse {
        pub fn builder() -> builder::AcpServiceResponse {
            Default::default()
        }
    }
    ///A service with its scopes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpServiceWithScopes {
        ///The authorization server whose clients may be given its scopes.
        pub authorization_server_id: ::std::string::String,
        ///For people.
        pub description: ::std::string::String,
        ///The gateway that enforces its policies; empty where there is none.
        pub gateway_id: ::std::string::String,
        ///Made by the server when a creation gives none.
        pub id: ::std::string::String,
        ///For people.
        pub name: ::std::string::String,
        ///An authorizer of a cloud provider stands before it.
        pub protected_by_lambda_authorizer: bool,
        ///Its scopes, in the order of their creation.
        pub scopes: ::std::vec::Vec<AcpScope>,
        ///Tenant.
        pub tenant_id: ::std::string::String,
        ///Its APIs were imported from a specification.
        pub with_specification: bool,
    }
    impl AcpServiceWithScopes {
        pub fn builder() -> builder::AcpServiceWithScopes {
            Default::default()
        }
    }
    ///The services of an authorization server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AcpServices {
        ///In the order of their creation.
        pub services: ::std::vec::Vec<AcpServiceResponse>,
    }
    impl AcpServices {
        pub fn builder() -> builder::AcpServices {
            Default::default()
        }
    }
    ///An API client.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ApiClient {
        ///Who made it.
        pub author: ::uuid::Uuid,
        ///When it was made.
        pub created: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Made by the server.
        pub id: ::uuid::Uuid,
        ///For people.
        pub name: ::std::string::String,
        ///The OAuth client through which it asks for tokens.
        pub oauth_client_id: ::std::string::String,
        ///That client's secret; left out in lists.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub oauth_client_secret: ::std::option::Option<::std::string::String>,
        ///What it may do.
        pub roles: ::std::vec::Vec<RoleHandle>,
        ///Made by the server; left out in lists.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub secret: ::std::option::Option<::std::string::String>,
        ///When it was changed last.
        pub updated: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Who changed it last.
        pub updated_by: ::uuid::Uuid,
    }
    impl ApiClient {
        pub fn builder() -> builder::ApiClient {
            Default::default()
        }
    }
    ///One part of a list of API clients.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ApiClientList {
        ///API clients in the whole list.
        pub count: i64,
        ///API clients in this part.
        pub items: ::std::vec::Vec<ApiClient>,
    }
    impl ApiClientList {
        pub fn builder() -> builder::ApiClientList {
            Default::default()
        }
    }
    ///What an API client is made from, or replaced by. Everything else that clients send back is ignored.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ApiClientRequest {
        ///For people.
        pub name: ::std::string::String,
        ///What it may do.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub roles: ::std::vec::Vec<ApiClientRequestRole>,
    }
    impl ApiClientRequest {
        pub fn builder() -> builder::ApiClientRequest {
            Default::default()
        }
    }
    ///A role to give to an API client.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ApiClientRequestRole {
        ///Role.
        pub id: ::std::string::String,
        ///Accepted and ignored.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl ApiClientRequestRole {
        pub fn builder() -> builder::ApiClientRequestRole {
            Default::default()
        }
    }
    ///What to look for.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ApiClientSearchRequest {
        ///Words, separated by commas or spaces, of which a name must contain one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub keywords: ::std::option::Option<::std::string::String>,
        ///Rows to answer; 50 when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub limit: ::std::option::Option<i64>,
        ///Rows to leave out; 0 when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub offset: ::std::option::Option<i64>,
        ///`ASC` or `DESC`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sortdir: ::std::option::Option<::std::string::String>,
        ///`id`, `name`, `created`, `updated` or `author`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sortkey: ::std::option::Option<::std::string::String>,
    }
    impl ApiClientSearchRequest {
        pub fn builder() -> builder::ApiClientSearchRequest {
            Default::default()
        }
    }
    ///A new API resource.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateResourceRequest {
        ///Seconds that its tokens live; 3600 when absent.
        #[serde(
            rename = "accessTokenTtl",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub access_token_ttl: ::std::option::Option<i64>,
        ///The audience of its tokens; any text, unique in the tenant.
        pub indicator: ::std::string::String,
        ///For people.
        pub name: ::std::string::String,
        ///Accepted and ignored: the tenant is the token's.
        #[serde(
            rename = "tenantId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub tenant_id: ::std::option::Option<::std::string::String>,
    }
    impl CreateResourceRequest {
        pub fn builder() -> builder::CreateResourceRequest {
            Default::default()
        }
    }
    ///A new scope of an API resource.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateResourceScopeRequest {
        ///For people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///What clients ask for: no white space, unique in the resource.
        pub name: ::std::string::String,
        ///Accepted and ignored.
        #[serde(
            rename = "tenantId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub tenant_id: ::std::option::Option<::std::string::String>,
    }
    impl CreateResourceScopeRequest {
        pub fn builder() -> builder::CreateResourceScopeRequest {
            Default::default()
        }
    }
    ///The id of a new API client.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Identifier {
        ///Made by the server.
        pub id: ::uuid::Uuid,
    }
    impl Identifier {
        pub fn builder() -> builder::Identifier {
            Default::default()
        }
    }
    ///What the server says of a token. All but `active` is absent unless that is true.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Introspection {
        ///Is it a valid token of this authorization server, and may you know?
        pub active: bool,
        ///Audience.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub aud: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The client that it was issued to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_id: ::std::option::Option<::std::string::String>,
        ///Expiry, seconds since the epoch.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub exp: ::std::option::Option<i64>,
        ///Time of issue, seconds since the epoch.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iat: ::std::option::Option<i64>,
        ///Issuer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iss: ::std::option::Option<::std::string::String>,
        ///The token's id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub jti: ::std::option::Option<::std::string::String>,
        ///Granted scopes, separated by spaces.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scope: ::std::option::Option<::std::string::String>,
        ///Authorization server (ACP).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub server_id: ::std::option::Option<::std::string::String>,
        ///Subject; the client itself, where no user took part.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sub: ::std::option::Option<::std::string::String>,
        ///Tenant (ACP).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tenant_id: ::std::option::Option<::std::string::String>,
        ///`Bearer`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token_type: ::std::option::Option<::std::string::String>,
    }
    impl Introspection {
        pub fn builder() -> builder::Introspection {
            Default::default()
        }
    }
    ///Public keys.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JwkSet {
        ///Each a JWK: `kty`, `kid`, `use`, `alg` and the members of its kind.
        pub keys: ::std::vec::Vec<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    }
    impl JwkSet {
        pub fn builder() -> builder::JwkSet {
            Default::default()
        }
    }
    ///`ListApiClientsSortdir`
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum ListApiClientsSortdir {
        #[serde(rename = "ASC")]
        Asc,
        #[serde(rename = "DESC")]
        Desc,
        /// A value that this version of the SDK has no name for.
        #[serde(untagged)]
        Unknown(::std::string::String),
    }
    impl ::std::fmt::Display for ListApiClientsSortdir {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Asc => f.write_str("ASC"),
                Self::Desc => f.write_str("DESC"),
                Self::Unknown(value) => f.write_str(value),
            }
        }
    }
    impl ::std::str::FromStr for ListApiClientsSortdir {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "ASC" => Ok(Self::Asc),
                "DESC" => Ok(Self::Desc),
                _ => Ok(Self::Unknown(value.to_owned())),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for ListApiClientsSortdir {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ListApiClientsSortdir {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What a refused request to the local user store gets.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LocalUserStoreError {
        ///The same once more for each field; empty where there is none.
        pub details: ::std::vec::Vec<LocalUserStoreErrorDetail>,
        ///A stable code such as `REQUIRED_VALUE_MISSING` or `OBJECT_NOT_FOUND`.
        pub error_code: ::std::string::String,
        ///What went wrong, for people.
        pub error_message: ::std::string::String,
        ///The field that it is about; empty where there is none.
        pub property: ::std::string::String,
    }
    impl LocalUserStoreError {
        pub fn builder() -> builder::LocalUserStoreError {
            Default::default()
        }
    }
    ///One field that can't be accepted.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LocalUserStoreErrorDetail {
        ///A stable code.
        pub error_code: ::std::string::String,
        ///What is wrong with the field, for people.
        pub error_message: ::std::string::String,
        ///The field.
        pub property: ::std::string::String,
    }
    impl LocalUserStoreErrorDetail {
        pub fn builder() -> builder::LocalUserStoreErrorDetail {
            Default::default()
        }
    }
    ///What a refused request to the Logto dialect gets.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LogtoError {
        ///A stable code such as `guard.invalid_input` or `entity.not_exists_with_id`.
        pub code: ::std::string::String,
        ///More for programs: the issues of a body that can't be taken, the request id of a failure.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub data: ::std::option::Option<::serde_json::Value>,
        ///The issues again as text, one line each.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub details: ::std::option::Option<::std::string::String>,
        ///What went wrong, for people.
        pub message: ::std::string::String,
    }
    impl LogtoError {
        pub fn builder() -> builder::LogtoError {
            Default::default()
        }
    }
    ///What a refused request gets.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct OAuthError {
        ///The code, for programs.
        pub error: ::std::string::String,
        ///What to do about it, for developers.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error_description: ::std::option::Option<::std::string::String>,
    }
    impl OAuthError {
        pub fn builder() -> builder::OAuthError {
            Default::default()
        }
    }
    ///Metadata of a protected resource (RFC 9728 §2).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ProtectedResource {
        ///Issuers whose tokens open it. The tenants' own issuers have the same form with the tenant's id in it.
        pub authorization_servers: ::std::vec::Vec<::std::string::String>,
        ///Tokens are taken from the `Authorization` header only.
        pub bearer_methods_supported: ::std::vec::Vec<::std::string::String>,
        ///The resource's identifier: the origin of the control surface.
        pub resource: ::std::string::String,
        ///The API reference page.
        pub resource_documentation: ::std::string::String,
        ///Name for people.
        pub resource_name: ::std::string::String,
        ///Scopes of its operations.
        pub scopes_supported: ::std::vec::Vec<::std::string::String>,
    }
    impl ProtectedResource {
        pub fn builder() -> builder::ProtectedResource {
            Default::default()
        }
    }
    ///An API resource.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Resource {
        ///Seconds that its tokens live.
        #[serde(rename = "accessTokenTtl")]
        pub access_token_ttl: i64,
        ///Made by the server.
        pub id: ::std::string::String,
        ///The audience of its tokens; unique in the tenant, never changed.
        pub indicator: ::std::string::String,
        ///Is it the one that a token is for when the request names none?
        #[serde(rename = "isDefault")]
        pub is_default: bool,
        ///For people.
        pub name: ::std::string::String,
        ///Tenant.
        #[serde(rename = "tenantId")]
        pub tenant_id: ::std::string::String,
    }
    impl Resource {
        pub fn builder() -> builder::Resource {
            Default::default()
        }
    }
    ///A scope of an API resource.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ResourceScope {
        ///Milliseconds since the epoch.
        #[serde(rename = "createdAt")]
        pub created_at: i64,
        ///For people; null where there is none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Made by the server.
        pub id: ::std::string::String,
        ///What clients ask for; unique in the resource.
        pub name: ::std::string::String,
        ///The resource it belongs to.
        #[serde(rename = "resourceId")]
        pub resource_id: ::std::string::String,
        ///Tenant.
        #[serde(rename = "tenantId")]
        pub tenant_id: ::std::string::String,
    }
    impl ResourceScope {
        pub fn builder() -> builder::ResourceScope {
            Default::default()
        }
    }
    ///An API resource, with its scopes where they were asked for.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ResourceWithOptionalScopes {
        ///Seconds that its tokens live.
        #[serde(rename = "accessTokenTtl")]
        pub access_token_ttl: i64,
        ///Made by the server.
        pub id: ::std::string::String,
        ///The audience of its tokens; unique in the tenant, never changed.
        pub indicator: ::std::string::String,
        ///Is it the one that a token is for when the request names none?
        #[serde(rename = "isDefault")]
        pub is_default: bool,
        ///For people.
        pub name: ::std::string::String,
        ///Its scopes; present after a creation and with `includeScopes`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scopes: ::std::option::Option<::std::vec::Vec<ResourceScope>>,
        ///Tenant.
        #[serde(rename = "tenantId")]
        pub tenant_id: ::std::string::String,
    }
    impl ResourceWithOptionalScopes {
        pub fn builder() -> builder::ResourceWithOptionalScopes {
            Default::default()
        }
    }
    ///A role of an API client.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RoleHandle {
        ///There is no such role any more.
        pub deleted: bool,
        ///Role.
        pub id: ::std::string::String,
        ///Its name; empty when it is deleted.
        pub name: ::std::string::String,
    }
    impl RoleHandle {
        pub fn builder() -> builder::RoleHandle {
            Default::default()
        }
    }
    ///Metadata of an authorization server.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ServerMetadata {
        ///Grants that the token endpoint takes.
        pub grant_types_supported: ::std::vec::Vec<::std::string::String>,
        ///The algorithm that the server's keys sign with.
        pub id_token_signing_alg_values_supported: ::std::vec::Vec<
            ::std::string::String,
        >,
        ///Where tokens are asked about.
        pub introspection_endpoint: ::std::string::String,
        ///How clients authenticate at the introspection endpoint.
        pub introspection_endpoint_auth_methods_supported: ::std::vec::Vec<
            ::std::string::String,
        >,
        ///The issuer: exactly what `iss` of its tokens says.
        pub issuer: ::std::string::String,
        ///Where its public keys are.
        pub jwks_uri: ::std::string::String,
        ///The resources that tokens can be had for by `resource` (RFC 8707) are many; this one is the control plane, where the server issues tokens for it.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub protected_resources: ::std::vec::Vec<::std::string::String>,
        ///Empty: there is no authorization endpoint yet.
        pub response_types_supported: ::std::vec::Vec<::std::string::String>,
        ///Where tokens are revoked.
        pub revocation_endpoint: ::std::string::String,
        ///How clients authenticate at the revocation endpoint.
        pub revocation_endpoint_auth_methods_supported: ::std::vec::Vec<
            ::std::string::String,
        >,
        ///Every scope that a client may be given here.
        pub scopes_supported: ::std::vec::Vec<::std::string::String>,
        ///Subjects are the same for all clients.
        pub subject_types_supported: ::std::vec::Vec<::std::string::String>,
        ///Where tokens are asked for.
        pub token_endpoint: ::std::string::String,
        ///How clients authenticate at the token endpoint.
        pub token_endpoint_auth_methods_supported: ::std::vec::Vec<
            ::std::string::String,
        >,
        ///Algorithms of `private_key_jwt`.
        pub token_endpoint_auth_signing_alg_values_supported: ::std::vec::Vec<
            ::std::string::String,
        >,
    }
    impl ServerMetadata {
        pub fn builder() -> builder::ServerMetadata {
            Default::default()
        }
    }
    ///A token to ask about, or to revoke; shared by both endpoints (RFC 7662 §2.1, RFC 7009 §2.1).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TokenQuery {
        ///`private_key_jwt`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_assertion: ::std::option::Option<::std::string::String>,
        ///`urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_assertion_type: ::std::option::Option<::std::string::String>,
        ///The client, where it isn't in the `Authorization` header.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_id: ::std::option::Option<::std::string::String>,
        ///`client_secret_post`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_secret: ::std::option::Option<::std::string::String>,
        ///The token.
        pub token: ::std::string::String,
        ///`access_token`; other kinds of tokens are not issued yet, so it changes nothing.
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
        ///`private_key_jwt`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_assertion: ::std::option::Option<::std::string::String>,
        ///`urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_assertion_type: ::std::option::Option<::std::string::String>,
        ///The client, where it isn't in the `Authorization` header.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_id: ::std::option::Option<::std::string::String>,
        ///`client_secret_post`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_secret: ::std::option::Option<::std::string::String>,
        ///`client_credentials`; at the local user store's door `password`.
        pub grant_type: ::std::string::String,
        ///Its secret.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<::std::string::String>,
        ///Scopes asked for, separated by spaces; none when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub scope: ::std::option::Option<::std::string::String>,
        ///An API client's id, at the local user store's door.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub username: ::std::option::Option<::std::string::String>,
    }
    impl TokenRequest {
        pub fn builder() -> builder::TokenRequest {
            Default::default()
        }
    }
    ///A granted token (RFC 6749 §5.1).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TokenResponse {
        ///The access token, a JWT (RFC 9068).
        pub access_token: ::std::string::String,
        ///Seconds that it lives.
        pub expires_in: i64,
        ///The granted scopes, separated by spaces.
        pub scope: ::std::string::String,
        ///Always `Bearer`.
        pub token_type: ::std::string::String,
    }
    impl TokenResponse {
        pub fn builder() -> builder::TokenResponse {
            Default::default()
        }
    }
    ///Whether an API resource is the tenant's default.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct UpdateResourceIsDefaultRequest {
        ///True takes it from the one that was; false leaves the tenant without one.
        #[serde(rename = "isDefault")]
        pub is_default: bool,
    }
    impl UpdateResourceIsDefaultRequest {
        pub fn builder() -> builder::UpdateResourceIsDefaultRequest {
            Default::default()
        }
    }
    ///What changes of an API resource. Everything else is ignored.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct UpdateResourceRequest {
        ///Seconds that its tokens live.
        #[serde(
            rename = "accessTokenTtl",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub access_token_ttl: ::std::option::Option<i64>,
        ///For people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored.
        #[serde(
            rename = "tenantId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub tenant_id: ::std::option::Option<::std::string::String>,
    }
    impl UpdateResourceRequest {
        pub fn builder() -> builder::UpdateResourceRequest {
            Default::default()
        }
    }
    ///What changes of a scope.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct UpdateResourceScopeRequest {
        ///For people; null or empty takes it away.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<
            ::authplane_client::Nullable<::std::string::String>,
        >,
        ///What clients ask for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Accepted and ignored.
        #[serde(
            rename = "tenantId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub tenant_id: ::std::option::Option<::std::string::String>,
    }
    impl UpdateResourceScopeRequest {
        pub fn builder() -> builder::UpdateResourceScopeRequest {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct AcpClient {
            audience: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            client_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            client_id_issued_at: ::std::result::Result<i64, ::std::string::String>,
            client_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            client_secret: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            client_secret_expires_at: ::std::result::Result<i64, ::std::string::String>,
            client_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            developer_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            grant_types: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            jwks: ::std::result::Result<
                ::std::option::Option<super::AcpJwks>,
                ::std::string::String,
            >,
            jwks_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            logo_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            policy_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            privacy: ::std::result::Result<
                ::std::option::Option<super::AcpClientPrivacy>,
                ::std::string::String,
            >,
            public: ::std::result::Result<bool, ::std::string::String>,
            redirect_uris: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            request_object_signing_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            request_uris: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            response_types: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            scope: ::std::result::Result<::std::string::String, ::std::string::String>,
            scopes: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            sector_identifier_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            system: ::std::result::Result<bool, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_dns: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_email: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_ip: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_subject_dn: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_certificate_bound_access_tokens: ::std::result::Result<
                bool,
                ::std::string::String,
            >,
            token_endpoint_auth_method: ::std::result::Result<
                super::AcpClientAuthentication,
                ::std::string::String,
            >,
            token_endpoint_signing_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tos_uri: ::std::result::Result<::std::string::String, ::std::string::String>,
            trusted: ::std::result::Result<bool, ::std::string::String>,
            userinfo_signed_response_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpClient {
            fn default() -> Self {
                Self {
                    audience: Err("no value supplied for audience".to_string()),
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    client_id: Err("no value supplied for client_id".to_string()),
                    client_id_issued_at: Err(
                        "no value supplied for client_id_issued_at".to_string(),
                    ),
                    client_name: Ok(Default::default()),
                    client_secret: Err(
                        "no value supplied for client_secret".to_string(),
                    ),
                    client_secret_expires_at: Ok(Default::default()),
                    client_uri: Ok(Default::default()),
                    description: Ok(Default::default()),
                    developer_id: Err("no value supplied for developer_id".to_string()),
                    grant_types: Err("no value supplied for grant_types".to_string()),
                    jwks: Ok(Default::default()),
                    jwks_uri: Ok(Default::default()),
                    logo_uri: Ok(Default::default()),
                    policy_uri: Ok(Default::default()),
                    privacy: Ok(Default::default()),
                    public: Ok(Default::default()),
                    redirect_uris: Ok(Default::default()),
                    request_object_signing_alg: Ok(Default::default()),
                    request_uris: Ok(Default::default()),
                    response_types: Err(
                        "no value supplied for response_types".to_string(),
                    ),
                    scope: Err("no value supplied for scope".to_string()),
                    scopes: Err("no value supplied for scopes".to_string()),
                    sector_identifier_uri: Ok(Default::default()),
                    system: Err("no value supplied for system".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    tls_client_auth_san_dns: Ok(Default::default()),
                    tls_client_auth_san_email: Ok(Default::default()),
                    tls_client_auth_san_ip: Ok(Default::default()),
                    tls_client_auth_san_uri: Ok(Default::default()),
                    tls_client_auth_subject_dn: Ok(Default::default()),
                    tls_client_certificate_bound_access_tokens: Ok(Default::default()),
                    token_endpoint_auth_method: Err(
                        "no value supplied for token_endpoint_auth_method".to_string(),
                    ),
                    token_endpoint_signing_alg: Ok(Default::default()),
                    tos_uri: Ok(Default::default()),
                    trusted: Ok(Default::default()),
                    userinfo_signed_response_alg: Ok(Default::default()),
                }
            }
        }
        impl AcpClient {
            pub fn audience<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.audience = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for audience: {e}")
                    });
                self
            }
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn client_id_issued_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id_issued_at = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_id_issued_at: {e}"
                        )
                    });
                self
            }
            pub fn client_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_name: {e}")
                    });
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_secret: {e}")
                    });
                self
            }
            pub fn client_secret_expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret_expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_secret_expires_at: {e}"
                        )
                    });
                self
            }
            pub fn client_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_uri: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn developer_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.developer_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for developer_id: {e}")
                    });
                self
            }
            pub fn grant_types<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.grant_types = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for grant_types: {e}")
                    });
                self
            }
            pub fn jwks<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AcpJwks>>,
                T::Error: ::std::fmt::Display,
            {
                self.jwks = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jwks: {e}")
                    });
                self
            }
            pub fn jwks_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.jwks_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jwks_uri: {e}")
                    });
                self
            }
            pub fn logo_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.logo_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for logo_uri: {e}")
                    });
                self
            }
            pub fn policy_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.policy_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for policy_uri: {e}")
                    });
                self
            }
            pub fn privacy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::AcpClientPrivacy>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.privacy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for privacy: {e}")
                    });
                self
            }
            pub fn public<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.public = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for public: {e}")
                    });
                self
            }
            pub fn redirect_uris<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.redirect_uris = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for redirect_uris: {e}")
                    });
                self
            }
            pub fn request_object_signing_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_object_signing_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for request_object_signing_alg: {e}"
                        )
                    });
                self
            }
            pub fn request_uris<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.request_uris = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_uris: {e}")
                    });
                self
            }
            pub fn response_types<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.response_types = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for response_types: {e}"
                        )
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
            pub fn sector_identifier_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sector_identifier_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for sector_identifier_uri: {e}"
                        )
                    });
                self
            }
            pub fn system<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.system = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for system: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn tls_client_auth_san_dns<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_dns = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_dns: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_email = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_email: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_ip: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_uri: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_subject_dn<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_subject_dn = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_subject_dn: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_certificate_bound_access_tokens<T>(
                mut self,
                value: T,
            ) -> Self
            where
                T: ::std::convert::TryInto<bool>,
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
            pub fn token_endpoint_auth_method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AcpClientAuthentication>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_auth_method = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_auth_method: {e}"
                        )
                    });
                self
            }
            pub fn token_endpoint_signing_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_signing_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_signing_alg: {e}"
                        )
                    });
                self
            }
            pub fn tos_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tos_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tos_uri: {e}")
                    });
                self
            }
            pub fn trusted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.trusted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trusted: {e}")
                    });
                self
            }
            pub fn userinfo_signed_response_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.userinfo_signed_response_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for userinfo_signed_response_alg: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpClient> for super::AcpClient {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpClient,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    audience: value.audience?,
                    authorization_server_id: value.authorization_server_id?,
                    client_id: value.client_id?,
                    client_id_issued_at: value.client_id_issued_at?,
                    client_name: value.client_name?,
                    client_secret: value.client_secret?,
                    client_secret_expires_at: value.client_secret_expires_at?,
                    client_uri: value.client_uri?,
                    description: value.description?,
                    developer_id: value.developer_id?,
                    grant_types: value.grant_types?,
                    jwks: value.jwks?,
                    jwks_uri: value.jwks_uri?,
                    logo_uri: value.logo_uri?,
                    policy_uri: value.policy_uri?,
                    privacy: value.privacy?,
                    public: value.public?,
                    redirect_uris: value.redirect_uris?,
                    request_object_signing_alg: value.request_object_signing_alg?,
                    request_uris: value.request_uris?,
                    response_types: value.response_types?,
                    scope: value.scope?,
                    scopes: value.scopes?,
                    sector_identifier_uri: value.sector_identifier_uri?,
                    system: value.system?,
                    tenant_id: value.tenant_id?,
                    tls_client_auth_san_dns: value.tls_client_auth_san_dns?,
                    tls_client_auth_san_email: value.tls_client_auth_san_email?,
                    tls_client_auth_san_ip: value.tls_client_auth_san_ip?,
                    tls_client_auth_san_uri: value.tls_client_auth_san_uri?,
                    tls_client_auth_subject_dn: value.tls_client_auth_subject_dn?,
                    tls_client_certificate_bound_access_tokens: value
                        .tls_client_certificate_bound_access_tokens?,
                    token_endpoint_auth_method: value.token_endpoint_auth_method?,
                    token_endpoint_signing_alg: value.token_endpoint_signing_alg?,
                    tos_uri: value.tos_uri?,
                    trusted: value.trusted?,
                    userinfo_signed_response_alg: value.userinfo_signed_response_alg?,
                })
            }
        }
        impl ::std::convert::From<super::AcpClient> for AcpClient {
            fn from(value: super::AcpClient) -> Self {
                Self {
                    audience: Ok(value.audience),
                    authorization_server_id: Ok(value.authorization_server_id),
                    client_id: Ok(value.client_id),
                    client_id_issued_at: Ok(value.client_id_issued_at),
                    client_name: Ok(value.client_name),
                    client_secret: Ok(value.client_secret),
                    client_secret_expires_at: Ok(value.client_secret_expires_at),
                    client_uri: Ok(value.client_uri),
                    description: Ok(value.description),
                    developer_id: Ok(value.developer_id),
                    grant_types: Ok(value.grant_types),
                    jwks: Ok(value.jwks),
                    jwks_uri: Ok(value.jwks_uri),
                    logo_uri: Ok(value.logo_uri),
                    policy_uri: Ok(value.policy_uri),
                    privacy: Ok(value.privacy),
                    public: Ok(value.public),
                    redirect_uris: Ok(value.redirect_uris),
                    request_object_signing_alg: Ok(value.request_object_signing_alg),
                    request_uris: Ok(value.request_uris),
                    response_types: Ok(value.response_types),
                    scope: Ok(value.scope),
                    scopes: Ok(value.scopes),
                    sector_identifier_uri: Ok(value.sector_identifier_uri),
                    system: Ok(value.system),
                    tenant_id: Ok(value.tenant_id),
                    tls_client_auth_san_dns: Ok(value.tls_client_auth_san_dns),
                    tls_client_auth_san_email: Ok(value.tls_client_auth_san_email),
                    tls_client_auth_san_ip: Ok(value.tls_client_auth_san_ip),
                    tls_client_auth_san_uri: Ok(value.tls_client_auth_san_uri),
                    tls_client_auth_subject_dn: Ok(value.tls_client_auth_subject_dn),
                    tls_client_certificate_bound_access_tokens: Ok(
                        value.tls_client_certificate_bound_access_tokens,
                    ),
                    token_endpoint_auth_method: Ok(value.token_endpoint_auth_method),
                    token_endpoint_signing_alg: Ok(value.token_endpoint_signing_alg),
                    tos_uri: Ok(value.tos_uri),
                    trusted: Ok(value.trusted),
                    userinfo_signed_response_alg: Ok(value.userinfo_signed_response_alg),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpClientPrivacy {
            scopes: ::std::result::Result<
                ::std::collections::HashMap<
                    ::std::string::String,
                    super::AcpScopePrivacyInformation,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpClientPrivacy {
            fn default() -> Self {
                Self {
                    scopes: Ok(Default::default()),
                }
            }
        }
        impl AcpClientPrivacy {
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        super::AcpScopePrivacyInformation,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpClientPrivacy> for super::AcpClientPrivacy {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpClientPrivacy,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { scopes: value.scopes? })
            }
        }
        impl ::std::convert::From<super::AcpClientPrivacy> for AcpClientPrivacy {
            fn from(value: super::AcpClientPrivacy) -> Self {
                Self { scopes: Ok(value.scopes) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpClientRequest {
            audience: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            authorization_server_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            client_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            client_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            client_secret: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            client_secret_expires_at: ::std::result::Result<i64, ::std::string::String>,
            client_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            grant_types: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            jwks: ::std::result::Result<
                ::std::option::Option<super::AcpJwks>,
                ::std::string::String,
            >,
            jwks_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            logo_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            policy_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            privacy: ::std::result::Result<
                ::std::option::Option<super::AcpClientPrivacy>,
                ::std::string::String,
            >,
            public: ::std::result::Result<bool, ::std::string::String>,
            redirect_uris: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            request_object_signing_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            request_uris: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
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
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_dns: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_email: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_ip: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_san_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_auth_subject_dn: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tls_client_certificate_bound_access_tokens: ::std::result::Result<
                bool,
                ::std::string::String,
            >,
            token_endpoint_auth_method: ::std::result::Result<
                ::std::option::Option<super::AcpClientAuthentication>,
                ::std::string::String,
            >,
            token_endpoint_signing_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tos_uri: ::std::result::Result<::std::string::String, ::std::string::String>,
            trusted: ::std::result::Result<bool, ::std::string::String>,
            userinfo_signed_response_alg: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpClientRequest {
            fn default() -> Self {
                Self {
                    audience: Ok(Default::default()),
                    authorization_server_id: Ok(Default::default()),
                    client_id: Ok(Default::default()),
                    client_name: Ok(Default::default()),
                    client_secret: Ok(Default::default()),
                    client_secret_expires_at: Ok(Default::default()),
                    client_uri: Ok(Default::default()),
                    description: Ok(Default::default()),
                    grant_types: Ok(Default::default()),
                    jwks: Ok(Default::default()),
                    jwks_uri: Ok(Default::default()),
                    logo_uri: Ok(Default::default()),
                    policy_uri: Ok(Default::default()),
                    privacy: Ok(Default::default()),
                    public: Ok(Default::default()),
                    redirect_uris: Ok(Default::default()),
                    request_object_signing_alg: Ok(Default::default()),
                    request_uris: Ok(Default::default()),
                    response_types: Ok(Default::default()),
                    scope: Ok(Default::default()),
                    scopes: Ok(Default::default()),
                    sector_identifier_uri: Ok(Default::default()),
                    tls_client_auth_san_dns: Ok(Default::default()),
                    tls_client_auth_san_email: Ok(Default::default()),
                    tls_client_auth_san_ip: Ok(Default::default()),
                    tls_client_auth_san_uri: Ok(Default::default()),
                    tls_client_auth_subject_dn: Ok(Default::default()),
                    tls_client_certificate_bound_access_tokens: Ok(Default::default()),
                    token_endpoint_auth_method: Ok(Default::default()),
                    token_endpoint_signing_alg: Ok(Default::default()),
                    tos_uri: Ok(Default::default()),
                    trusted: Ok(Default::default()),
                    userinfo_signed_response_alg: Ok(Default::default()),
                }
            }
        }
        impl AcpClientRequest {
            pub fn audience<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.audience = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for audience: {e}")
                    });
                self
            }
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn client_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_name: {e}")
                    });
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_secret: {e}")
                    });
                self
            }
            pub fn client_secret_expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret_expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_secret_expires_at: {e}"
                        )
                    });
                self
            }
            pub fn client_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_uri: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn grant_types<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.grant_types = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for grant_types: {e}")
                    });
                self
            }
            pub fn jwks<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AcpJwks>>,
                T::Error: ::std::fmt::Display,
            {
                self.jwks = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jwks: {e}")
                    });
                self
            }
            pub fn jwks_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.jwks_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jwks_uri: {e}")
                    });
                self
            }
            pub fn logo_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.logo_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for logo_uri: {e}")
                    });
                self
            }
            pub fn policy_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.policy_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for policy_uri: {e}")
                    });
                self
            }
            pub fn privacy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::AcpClientPrivacy>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.privacy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for privacy: {e}")
                    });
                self
            }
            pub fn public<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.public = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for public: {e}")
                    });
                self
            }
            pub fn redirect_uris<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.redirect_uris = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for redirect_uris: {e}")
                    });
                self
            }
            pub fn request_object_signing_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_object_signing_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for request_object_signing_alg: {e}"
                        )
                    });
                self
            }
            pub fn request_uris<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.request_uris = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_uris: {e}")
                    });
                self
            }
            pub fn response_types<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.response_types = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for response_types: {e}"
                        )
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
            pub fn sector_identifier_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sector_identifier_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for sector_identifier_uri: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_dns<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_dns = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_dns: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_email = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_email: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_ip: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_san_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_san_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_san_uri: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_auth_subject_dn<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tls_client_auth_subject_dn = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tls_client_auth_subject_dn: {e}"
                        )
                    });
                self
            }
            pub fn tls_client_certificate_bound_access_tokens<T>(
                mut self,
                value: T,
            ) -> Self
            where
                T: ::std::convert::TryInto<bool>,
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
            pub fn token_endpoint_auth_method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::AcpClientAuthentication>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_auth_method = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_auth_method: {e}"
                        )
                    });
                self
            }
            pub fn token_endpoint_signing_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_signing_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_signing_alg: {e}"
                        )
                    });
                self
            }
            pub fn tos_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tos_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tos_uri: {e}")
                    });
                self
            }
            pub fn trusted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.trusted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trusted: {e}")
                    });
                self
            }
            pub fn userinfo_signed_response_alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.userinfo_signed_response_alg = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for userinfo_signed_response_alg: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpClientRequest> for super::AcpClientRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpClientRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    audience: value.audience?,
                    authorization_server_id: value.authorization_server_id?,
                    client_id: value.client_id?,
                    client_name: value.client_name?,
                    client_secret: value.client_secret?,
                    client_secret_expires_at: value.client_secret_expires_at?,
                    client_uri: value.client_uri?,
                    description: value.description?,
                    grant_types: value.grant_types?,
                    jwks: value.jwks?,
                    jwks_uri: value.jwks_uri?,
                    logo_uri: value.logo_uri?,
                    policy_uri: value.policy_uri?,
                    privacy: value.privacy?,
                    public: value.public?,
                    redirect_uris: value.redirect_uris?,
                    request_object_signing_alg: value.request_object_signing_alg?,
                    request_uris: value.request_uris?,
                    response_types: value.response_types?,
                    scope: value.scope?,
                    scopes: value.scopes?,
                    sector_identifier_uri: value.sector_identifier_uri?,
                    tls_client_auth_san_dns: value.tls_client_auth_san_dns?,
                    tls_client_auth_san_email: value.tls_client_auth_san_email?,
                    tls_client_auth_san_ip: value.tls_client_auth_san_ip?,
                    tls_client_auth_san_uri: value.tls_client_auth_san_uri?,
                    tls_client_auth_subject_dn: value.tls_client_auth_subject_dn?,
                    tls_client_certificate_bound_access_tokens: value
                        .tls_client_certificate_bound_access_tokens?,
                    token_endpoint_auth_method: value.token_endpoint_auth_method?,
                    token_endpoint_signing_alg: value.token_endpoint_signing_alg?,
                    tos_uri: value.tos_uri?,
                    trusted: value.trusted?,
                    userinfo_signed_response_alg: value.userinfo_signed_response_alg?,
                })
            }
        }
        impl ::std::convert::From<super::AcpClientRequest> for AcpClientRequest {
            fn from(value: super::AcpClientRequest) -> Self {
                Self {
                    audience: Ok(value.audience),
                    authorization_server_id: Ok(value.authorization_server_id),
                    client_id: Ok(value.client_id),
                    client_name: Ok(value.client_name),
                    client_secret: Ok(value.client_secret),
                    client_secret_expires_at: Ok(value.client_secret_expires_at),
                    client_uri: Ok(value.client_uri),
                    description: Ok(value.description),
                    grant_types: Ok(value.grant_types),
                    jwks: Ok(value.jwks),
                    jwks_uri: Ok(value.jwks_uri),
                    logo_uri: Ok(value.logo_uri),
                    policy_uri: Ok(value.policy_uri),
                    privacy: Ok(value.privacy),
                    public: Ok(value.public),
                    redirect_uris: Ok(value.redirect_uris),
                    request_object_signing_alg: Ok(value.request_object_signing_alg),
                    request_uris: Ok(value.request_uris),
                    response_types: Ok(value.response_types),
                    scope: Ok(value.scope),
                    scopes: Ok(value.scopes),
                    sector_identifier_uri: Ok(value.sector_identifier_uri),
                    tls_client_auth_san_dns: Ok(value.tls_client_auth_san_dns),
                    tls_client_auth_san_email: Ok(value.tls_client_auth_san_email),
                    tls_client_auth_san_ip: Ok(value.tls_client_auth_san_ip),
                    tls_client_auth_san_uri: Ok(value.tls_client_auth_san_uri),
                    tls_client_auth_subject_dn: Ok(value.tls_client_auth_subject_dn),
                    tls_client_certificate_bound_access_tokens: Ok(
                        value.tls_client_certificate_bound_access_tokens,
                    ),
                    token_endpoint_auth_method: Ok(value.token_endpoint_auth_method),
                    token_endpoint_signing_alg: Ok(value.token_endpoint_signing_alg),
                    tos_uri: Ok(value.tos_uri),
                    trusted: Ok(value.trusted),
                    userinfo_signed_response_alg: Ok(value.userinfo_signed_response_alg),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpClients {
            clients: ::std::result::Result<
                ::std::vec::Vec<super::AcpClient>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpClients {
            fn default() -> Self {
                Self {
                    clients: Err("no value supplied for clients".to_string()),
                }
            }
        }
        impl AcpClients {
            pub fn clients<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AcpClient>>,
                T::Error: ::std::fmt::Display,
            {
                self.clients = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for clients: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpClients> for super::AcpClients {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpClients,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { clients: value.clients? })
            }
        }
        impl ::std::convert::From<super::AcpClients> for AcpClients {
            fn from(value: super::AcpClients) -> Self {
                Self { clients: Ok(value.clients) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpError {
            details: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            error: ::std::result::Result<::std::string::String, ::std::string::String>,
            status_code: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for AcpError {
            fn default() -> Self {
                Self {
                    details: Ok(Default::default()),
                    error: Err("no value supplied for error".to_string()),
                    status_code: Err("no value supplied for status_code".to_string()),
                }
            }
        }
        impl AcpError {
            pub fn details<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.details = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for details: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn status_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.status_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status_code: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpError> for super::AcpError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    details: value.details?,
                    error: value.error?,
                    status_code: value.status_code?,
                })
            }
        }
        impl ::std::convert::From<super::AcpError> for AcpError {
            fn from(value: super::AcpError) -> Self {
                Self {
                    details: Ok(value.details),
                    error: Ok(value.error),
                    status_code: Ok(value.status_code),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpJwks {
            keys: ::std::result::Result<
                ::std::vec::Vec<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpJwks {
            fn default() -> Self {
                Self {
                    keys: Err("no value supplied for keys".to_string()),
                }
            }
        }
        impl AcpJwks {
            pub fn keys<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::vec::Vec<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.keys = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keys: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpJwks> for super::AcpJwks {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpJwks,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { keys: value.keys? })
            }
        }
        impl ::std::convert::From<super::AcpJwks> for AcpJwks {
            fn from(value: super::AcpJwks) -> Self {
                Self { keys: Ok(value.keys) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpPiiCategory {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for AcpPiiCategory {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl AcpPiiCategory {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpPiiCategory> for super::AcpPiiCategory {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpPiiCategory,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::AcpPiiCategory> for AcpPiiCategory {
            fn from(value: super::AcpPiiCategory) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScope {
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            developer_policy_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            display_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            user_policy_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpScope {
            fn default() -> Self {
                Self {
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    description: Err("no value supplied for description".to_string()),
                    developer_policy_id: Err(
                        "no value supplied for developer_policy_id".to_string(),
                    ),
                    display_name: Err("no value supplied for display_name".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    user_policy_id: Err(
                        "no value supplied for user_policy_id".to_string(),
                    ),
                }
            }
        }
        impl AcpScope {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn developer_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.developer_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for developer_policy_id: {e}"
                        )
                    });
                self
            }
            pub fn display_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.display_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_name: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn user_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.user_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for user_policy_id: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScope> for super::AcpScope {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScope,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    developer_policy_id: value.developer_policy_id?,
                    display_name: value.display_name?,
                    id: value.id?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                    user_policy_id: value.user_policy_id?,
                })
            }
        }
        impl ::std::convert::From<super::AcpScope> for AcpScope {
            fn from(value: super::AcpScope) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    developer_policy_id: Ok(value.developer_policy_id),
                    display_name: Ok(value.display_name),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                    user_policy_id: Ok(value.user_policy_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScopePrivacyInformation {
            pii_categories: ::std::result::Result<
                ::std::vec::Vec<super::AcpPiiCategory>,
                ::std::string::String,
            >,
            purpose: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for AcpScopePrivacyInformation {
            fn default() -> Self {
                Self {
                    pii_categories: Ok(Default::default()),
                    purpose: Ok(Default::default()),
                }
            }
        }
        impl AcpScopePrivacyInformation {
            pub fn pii_categories<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AcpPiiCategory>>,
                T::Error: ::std::fmt::Display,
            {
                self.pii_categories = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for pii_categories: {e}"
                        )
                    });
                self
            }
            pub fn purpose<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.purpose = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for purpose: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScopePrivacyInformation>
        for super::AcpScopePrivacyInformation {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScopePrivacyInformation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    pii_categories: value.pii_categories?,
                    purpose: value.purpose?,
                })
            }
        }
        impl ::std::convert::From<super::AcpScopePrivacyInformation>
        for AcpScopePrivacyInformation {
            fn from(value: super::AcpScopePrivacyInformation) -> Self {
                Self {
                    pii_categories: Ok(value.pii_categories),
                    purpose: Ok(value.purpose),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScopeRequest {
            authorization_server_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            developer_policy_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_policy_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpScopeRequest {
            fn default() -> Self {
                Self {
                    authorization_server_id: Ok(Default::default()),
                    description: Ok(Default::default()),
                    developer_policy_id: Ok(Default::default()),
                    display_name: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                    user_policy_id: Ok(Default::default()),
                }
            }
        }
        impl AcpScopeRequest {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn developer_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.developer_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for developer_policy_id: {e}"
                        )
                    });
                self
            }
            pub fn display_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_name: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn user_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for user_policy_id: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScopeRequest> for super::AcpScopeRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScopeRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    developer_policy_id: value.developer_policy_id?,
                    display_name: value.display_name?,
                    id: value.id?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                    user_policy_id: value.user_policy_id?,
                })
            }
        }
        impl ::std::convert::From<super::AcpScopeRequest> for AcpScopeRequest {
            fn from(value: super::AcpScopeRequest) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    developer_policy_id: Ok(value.developer_policy_id),
                    display_name: Ok(value.display_name),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                    user_policy_id: Ok(value.user_policy_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScopeWithService {
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            developer_policy_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            display_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            service: ::std::result::Result<
                ::std::option::Option<super::AcpService>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            user_policy_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            with_service: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for AcpScopeWithService {
            fn default() -> Self {
                Self {
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    description: Err("no value supplied for description".to_string()),
                    developer_policy_id: Err(
                        "no value supplied for developer_policy_id".to_string(),
                    ),
                    display_name: Err("no value supplied for display_name".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    service: Ok(Default::default()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    user_policy_id: Err(
                        "no value supplied for user_policy_id".to_string(),
                    ),
                    with_service: Err("no value supplied for with_service".to_string()),
                }
            }
        }
        impl AcpScopeWithService {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn developer_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.developer_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for developer_policy_id: {e}"
                        )
                    });
                self
            }
            pub fn display_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.display_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_name: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn service<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AcpService>>,
                T::Error: ::std::fmt::Display,
            {
                self.service = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for service: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn user_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.user_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for user_policy_id: {e}"
                        )
                    });
                self
            }
            pub fn with_service<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.with_service = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for with_service: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScopeWithService>
        for super::AcpScopeWithService {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScopeWithService,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    developer_policy_id: value.developer_policy_id?,
                    display_name: value.display_name?,
                    id: value.id?,
                    name: value.name?,
                    service: value.service?,
                    tenant_id: value.tenant_id?,
                    user_policy_id: value.user_policy_id?,
                    with_service: value.with_service?,
                })
            }
        }
        impl ::std::convert::From<super::AcpScopeWithService> for AcpScopeWithService {
            fn from(value: super::AcpScopeWithService) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    developer_policy_id: Ok(value.developer_policy_id),
                    display_name: Ok(value.display_name),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    service: Ok(value.service),
                    tenant_id: Ok(value.tenant_id),
                    user_policy_id: Ok(value.user_policy_id),
                    with_service: Ok(value.with_service),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScopeWithServiceId {
            authorization_server_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            developer_policy_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            service_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_policy_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpScopeWithServiceId {
            fn default() -> Self {
                Self {
                    authorization_server_id: Ok(Default::default()),
                    description: Ok(Default::default()),
                    developer_policy_id: Ok(Default::default()),
                    display_name: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    service_id: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                    user_policy_id: Ok(Default::default()),
                }
            }
        }
        impl AcpScopeWithServiceId {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn developer_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.developer_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for developer_policy_id: {e}"
                        )
                    });
                self
            }
            pub fn display_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_name: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn service_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.service_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for service_id: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn user_policy_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_policy_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for user_policy_id: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScopeWithServiceId>
        for super::AcpScopeWithServiceId {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScopeWithServiceId,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    developer_policy_id: value.developer_policy_id?,
                    display_name: value.display_name?,
                    id: value.id?,
                    name: value.name?,
                    service_id: value.service_id?,
                    tenant_id: value.tenant_id?,
                    user_policy_id: value.user_policy_id?,
                })
            }
        }
        impl ::std::convert::From<super::AcpScopeWithServiceId>
        for AcpScopeWithServiceId {
            fn from(value: super::AcpScopeWithServiceId) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    developer_policy_id: Ok(value.developer_policy_id),
                    display_name: Ok(value.display_name),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    service_id: Ok(value.service_id),
                    tenant_id: Ok(value.tenant_id),
                    user_policy_id: Ok(value.user_policy_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpScopes {
            scopes: ::std::result::Result<
                ::std::vec::Vec<super::AcpScopeWithService>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpScopes {
            fn default() -> Self {
                Self {
                    scopes: Err("no value supplied for scopes".to_string()),
                }
            }
        }
        impl AcpScopes {
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AcpScopeWithService>>,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpScopes> for super::AcpScopes {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpScopes,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { scopes: value.scopes? })
            }
        }
        impl ::std::convert::From<super::AcpScopes> for AcpScopes {
            fn from(value: super::AcpScopes) -> Self {
                Self { scopes: Ok(value.scopes) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpService {
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            gateway_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            with_specification: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for AcpService {
            fn default() -> Self {
                Self {
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    description: Err("no value supplied for description".to_string()),
                    gateway_id: Err("no value supplied for gateway_id".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    with_specification: Err(
                        "no value supplied for with_specification".to_string(),
                    ),
                }
            }
        }
        impl AcpService {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn gateway_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.gateway_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gateway_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn with_specification<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.with_specification = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for with_specification: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpService> for super::AcpService {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpService,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    gateway_id: value.gateway_id?,
                    id: value.id?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                    with_specification: value.with_specification?,
                })
            }
        }
        impl ::std::convert::From<super::AcpService> for AcpService {
            fn from(value: super::AcpService) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    gateway_id: Ok(value.gateway_id),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                    with_specification: Ok(value.with_specification),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpServiceRequest {
            authorization_server_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            gateway_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            with_specification: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpServiceRequest {
            fn default() -> Self {
                Self {
                    authorization_server_id: Ok(Default::default()),
                    description: Ok(Default::default()),
                    gateway_id: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                    with_specification: Ok(Default::default()),
                }
            }
        }
        impl AcpServiceRequest {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn gateway_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.gateway_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gateway_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn with_specification<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.with_specification = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for with_specification: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpServiceRequest> for super::AcpServiceRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpServiceRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    gateway_id: value.gateway_id?,
                    id: value.id?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                    with_specification: value.with_specification?,
                })
            }
        }
        impl ::std::convert::From<super::AcpServiceRequest> for AcpServiceRequest {
            fn from(value: super::AcpServiceRequest) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    gateway_id: Ok(value.gateway_id),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                    with_specification: Ok(value.with_specification),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpServiceResponse {
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            gateway_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            protected_by_lambda_authorizer: ::std::result::Result<
                bool,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            with_specification: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for AcpServiceResponse {
            fn default() -> Self {
                Self {
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    description: Err("no value supplied for description".to_string()),
                    gateway_id: Err("no value supplied for gateway_id".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    protected_by_lambda_authorizer: Err(
                        "no value supplied for protected_by_lambda_authorizer"
                            .to_string(),
                    ),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    with_specification: Err(
                        "no value supplied for with_specification".to_string(),
                    ),
                }
            }
        }
        impl AcpServiceResponse {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn gateway_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.gateway_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gateway_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn protected_by_lambda_authorizer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.protected_by_lambda_authorizer = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for protected_by_lambda_authorizer: {e}"
                        )
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn with_specification<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.with_specification = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for with_specification: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpServiceResponse> for super::AcpServiceResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpServiceResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    gateway_id: value.gateway_id?,
                    id: value.id?,
                    name: value.name?,
                    protected_by_lambda_authorizer: value
                        .protected_by_lambda_authorizer?,
                    tenant_id: value.tenant_id?,
                    with_specification: value.with_specification?,
                })
            }
        }
        impl ::std::convert::From<super::AcpServiceResponse> for AcpServiceResponse {
            fn from(value: super::AcpServiceResponse) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    gateway_id: Ok(value.gateway_id),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    protected_by_lambda_authorizer: Ok(
                        value.protected_by_lambda_authorizer,
                    ),
                    tenant_id: Ok(value.tenant_id),
                    with_specification: Ok(value.with_specification),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpServiceWithScopes {
            authorization_server_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            gateway_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            protected_by_lambda_authorizer: ::std::result::Result<
                bool,
                ::std::string::String,
            >,
            scopes: ::std::result::Result<
                ::std::vec::Vec<super::AcpScope>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            with_specification: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for AcpServiceWithScopes {
            fn default() -> Self {
                Self {
                    authorization_server_id: Err(
                        "no value supplied for authorization_server_id".to_string(),
                    ),
                    description: Err("no value supplied for description".to_string()),
                    gateway_id: Err("no value supplied for gateway_id".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    protected_by_lambda_authorizer: Err(
                        "no value supplied for protected_by_lambda_authorizer"
                            .to_string(),
                    ),
                    scopes: Err("no value supplied for scopes".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                    with_specification: Err(
                        "no value supplied for with_specification".to_string(),
                    ),
                }
            }
        }
        impl AcpServiceWithScopes {
            pub fn authorization_server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_server_id: {e}"
                        )
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn gateway_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.gateway_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gateway_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn protected_by_lambda_authorizer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.protected_by_lambda_authorizer = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for protected_by_lambda_authorizer: {e}"
                        )
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AcpScope>>,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn with_specification<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.with_specification = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for with_specification: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpServiceWithScopes>
        for super::AcpServiceWithScopes {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpServiceWithScopes,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_server_id: value.authorization_server_id?,
                    description: value.description?,
                    gateway_id: value.gateway_id?,
                    id: value.id?,
                    name: value.name?,
                    protected_by_lambda_authorizer: value
                        .protected_by_lambda_authorizer?,
                    scopes: value.scopes?,
                    tenant_id: value.tenant_id?,
                    with_specification: value.with_specification?,
                })
            }
        }
        impl ::std::convert::From<super::AcpServiceWithScopes> for AcpServiceWithScopes {
            fn from(value: super::AcpServiceWithScopes) -> Self {
                Self {
                    authorization_server_id: Ok(value.authorization_server_id),
                    description: Ok(value.description),
                    gateway_id: Ok(value.gateway_id),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    protected_by_lambda_authorizer: Ok(
                        value.protected_by_lambda_authorizer,
                    ),
                    scopes: Ok(value.scopes),
                    tenant_id: Ok(value.tenant_id),
                    with_specification: Ok(value.with_specification),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AcpServices {
            services: ::std::result::Result<
                ::std::vec::Vec<super::AcpServiceResponse>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AcpServices {
            fn default() -> Self {
                Self {
                    services: Err("no value supplied for services".to_string()),
                }
            }
        }
        impl AcpServices {
            pub fn services<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AcpServiceResponse>>,
                T::Error: ::std::fmt::Display,
            {
                self.services = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for services: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AcpServices> for super::AcpServices {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AcpServices,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { services: value.services? })
            }
        }
        impl ::std::convert::From<super::AcpServices> for AcpServices {
            fn from(value: super::AcpServices) -> Self {
                Self {
                    services: Ok(value.services),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiClient {
            author: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            created: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            oauth_client_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            oauth_client_secret: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            roles: ::std::result::Result<
                ::std::vec::Vec<super::RoleHandle>,
                ::std::string::String,
            >,
            secret: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            updated_by: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
        }
        impl ::std::default::Default for ApiClient {
            fn default() -> Self {
                Self {
                    author: Err("no value supplied for author".to_string()),
                    created: Err("no value supplied for created".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    oauth_client_id: Err(
                        "no value supplied for oauth_client_id".to_string(),
                    ),
                    oauth_client_secret: Ok(Default::default()),
                    roles: Err("no value supplied for roles".to_string()),
                    secret: Ok(Default::default()),
                    updated: Err("no value supplied for updated".to_string()),
                    updated_by: Err("no value supplied for updated_by".to_string()),
                }
            }
        }
        impl ApiClient {
            pub fn author<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.author = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for author: {e}")
                    });
                self
            }
            pub fn created<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn oauth_client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.oauth_client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for oauth_client_id: {e}"
                        )
                    });
                self
            }
            pub fn oauth_client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.oauth_client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for oauth_client_secret: {e}"
                        )
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RoleHandle>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
            pub fn secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for secret: {e}")
                    });
                self
            }
            pub fn updated<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated: {e}")
                    });
                self
            }
            pub fn updated_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_by: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ApiClient> for super::ApiClient {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiClient,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    author: value.author?,
                    created: value.created?,
                    id: value.id?,
                    name: value.name?,
                    oauth_client_id: value.oauth_client_id?,
                    oauth_client_secret: value.oauth_client_secret?,
                    roles: value.roles?,
                    secret: value.secret?,
                    updated: value.updated?,
                    updated_by: value.updated_by?,
                })
            }
        }
        impl ::std::convert::From<super::ApiClient> for ApiClient {
            fn from(value: super::ApiClient) -> Self {
                Self {
                    author: Ok(value.author),
                    created: Ok(value.created),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    oauth_client_id: Ok(value.oauth_client_id),
                    oauth_client_secret: Ok(value.oauth_client_secret),
                    roles: Ok(value.roles),
                    secret: Ok(value.secret),
                    updated: Ok(value.updated),
                    updated_by: Ok(value.updated_by),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiClientList {
            count: ::std::result::Result<i64, ::std::string::String>,
            items: ::std::result::Result<
                ::std::vec::Vec<super::ApiClient>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ApiClientList {
            fn default() -> Self {
                Self {
                    count: Err("no value supplied for count".to_string()),
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl ApiClientList {
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for count: {e}")
                    });
                self
            }
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ApiClient>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ApiClientList> for super::ApiClientList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiClientList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    count: value.count?,
                    items: value.items?,
                })
            }
        }
        impl ::std::convert::From<super::ApiClientList> for ApiClientList {
            fn from(value: super::ApiClientList) -> Self {
                Self {
                    count: Ok(value.count),
                    items: Ok(value.items),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiClientRequest {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            roles: ::std::result::Result<
                ::std::vec::Vec<super::ApiClientRequestRole>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ApiClientRequest {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    roles: Ok(Default::default()),
                }
            }
        }
        impl ApiClientRequest {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ApiClientRequestRole>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ApiClientRequest> for super::ApiClientRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiClientRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    roles: value.roles?,
                })
            }
        }
        impl ::std::convert::From<super::ApiClientRequest> for ApiClientRequest {
            fn from(value: super::ApiClientRequest) -> Self {
                Self {
                    name: Ok(value.name),
                    roles: Ok(value.roles),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiClientRequestRole {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ApiClientRequestRole {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl ApiClientRequestRole {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ApiClientRequestRole>
        for super::ApiClientRequestRole {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiClientRequestRole,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::ApiClientRequestRole> for ApiClientRequestRole {
            fn from(value: super::ApiClientRequestRole) -> Self {
                Self {
                    id: Ok(value.id),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiClientSearchRequest {
            keywords: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            limit: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            offset: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            sortdir: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            sortkey: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ApiClientSearchRequest {
            fn default() -> Self {
                Self {
                    keywords: Ok(Default::default()),
                    limit: Ok(Default::default()),
                    offset: Ok(Default::default()),
                    sortdir: Ok(Default::default()),
                    sortkey: Ok(Default::default()),
                }
            }
        }
        impl ApiClientSearchRequest {
            pub fn keywords<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.keywords = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keywords: {e}")
                    });
                self
            }
            pub fn limit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.limit = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for limit: {e}")
                    });
                self
            }
            pub fn offset<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.offset = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for offset: {e}")
                    });
                self
            }
            pub fn sortdir<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.sortdir = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sortdir: {e}")
                    });
                self
            }
            pub fn sortkey<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.sortkey = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sortkey: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ApiClientSearchRequest>
        for super::ApiClientSearchRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiClientSearchRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    keywords: value.keywords?,
                    limit: value.limit?,
                    offset: value.offset?,
                    sortdir: value.sortdir?,
                    sortkey: value.sortkey?,
                })
            }
        }
        impl ::std::convert::From<super::ApiClientSearchRequest>
        for ApiClientSearchRequest {
            fn from(value: super::ApiClientSearchRequest) -> Self {
                Self {
                    keywords: Ok(value.keywords),
                    limit: Ok(value.limit),
                    offset: Ok(value.offset),
                    sortdir: Ok(value.sortdir),
                    sortkey: Ok(value.sortkey),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CreateResourceRequest {
            access_token_ttl: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            indicator: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CreateResourceRequest {
            fn default() -> Self {
                Self {
                    access_token_ttl: Ok(Default::default()),
                    indicator: Err("no value supplied for indicator".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    tenant_id: Ok(Default::default()),
                }
            }
        }
        impl CreateResourceRequest {
            pub fn access_token_ttl<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token_ttl = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for access_token_ttl: {e}"
                        )
                    });
                self
            }
            pub fn indicator<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.indicator = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for indicator: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CreateResourceRequest>
        for super::CreateResourceRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateResourceRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token_ttl: value.access_token_ttl?,
                    indicator: value.indicator?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::CreateResourceRequest>
        for CreateResourceRequest {
            fn from(value: super::CreateResourceRequest) -> Self {
                Self {
                    access_token_ttl: Ok(value.access_token_ttl),
                    indicator: Ok(value.indicator),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CreateResourceScopeRequest {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CreateResourceScopeRequest {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    tenant_id: Ok(Default::default()),
                }
            }
        }
        impl CreateResourceScopeRequest {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CreateResourceScopeRequest>
        for super::CreateResourceScopeRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateResourceScopeRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::CreateResourceScopeRequest>
        for CreateResourceScopeRequest {
            fn from(value: super::CreateResourceScopeRequest) -> Self {
                Self {
                    description: Ok(value.description),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Identifier {
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
        }
        impl ::std::default::Default for Identifier {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                }
            }
        }
        impl Identifier {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Identifier> for super::Identifier {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Identifier,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Identifier> for Identifier {
            fn from(value: super::Identifier) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Introspection {
            active: ::std::result::Result<bool, ::std::string::String>,
            aud: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            client_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            exp: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            iat: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            iss: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            jti: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            scope: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            server_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            sub: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            token_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Introspection {
            fn default() -> Self {
                Self {
                    active: Err("no value supplied for active".to_string()),
                    aud: Ok(Default::default()),
                    client_id: Ok(Default::default()),
                    exp: Ok(Default::default()),
                    iat: Ok(Default::default()),
                    iss: Ok(Default::default()),
                    jti: Ok(Default::default()),
                    scope: Ok(Default::default()),
                    server_id: Ok(Default::default()),
                    sub: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                    token_type: Ok(Default::default()),
                }
            }
        }
        impl Introspection {
            pub fn active<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.active = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for active: {e}")
                    });
                self
            }
            pub fn aud<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.aud = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for aud: {e}")
                    });
                self
            }
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn exp<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.exp = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for exp: {e}")
                    });
                self
            }
            pub fn iat<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.iat = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for iat: {e}")
                    });
                self
            }
            pub fn iss<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.iss = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for iss: {e}")
                    });
                self
            }
            pub fn jti<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.jti = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jti: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn server_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.server_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for server_id: {e}")
                    });
                self
            }
            pub fn sub<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.sub = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sub: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
            pub fn token_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Introspection> for super::Introspection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Introspection,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    active: value.active?,
                    aud: value.aud?,
                    client_id: value.client_id?,
                    exp: value.exp?,
                    iat: value.iat?,
                    iss: value.iss?,
                    jti: value.jti?,
                    scope: value.scope?,
                    server_id: value.server_id?,
                    sub: value.sub?,
                    tenant_id: value.tenant_id?,
                    token_type: value.token_type?,
                })
            }
        }
        impl ::std::convert::From<super::Introspection> for Introspection {
            fn from(value: super::Introspection) -> Self {
                Self {
                    active: Ok(value.active),
                    aud: Ok(value.aud),
                    client_id: Ok(value.client_id),
                    exp: Ok(value.exp),
                    iat: Ok(value.iat),
                    iss: Ok(value.iss),
                    jti: Ok(value.jti),
                    scope: Ok(value.scope),
                    server_id: Ok(value.server_id),
                    sub: Ok(value.sub),
                    tenant_id: Ok(value.tenant_id),
                    token_type: Ok(value.token_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JwkSet {
            keys: ::std::result::Result<
                ::std::vec::Vec<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JwkSet {
            fn default() -> Self {
                Self {
                    keys: Err("no value supplied for keys".to_string()),
                }
            }
        }
        impl JwkSet {
            pub fn keys<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::vec::Vec<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.keys = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keys: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JwkSet> for super::JwkSet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JwkSet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { keys: value.keys? })
            }
        }
        impl ::std::convert::From<super::JwkSet> for JwkSet {
            fn from(value: super::JwkSet) -> Self {
                Self { keys: Ok(value.keys) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LocalUserStoreError {
            details: ::std::result::Result<
                ::std::vec::Vec<super::LocalUserStoreErrorDetail>,
                ::std::string::String,
            >,
            error_code: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            error_message: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            property: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for LocalUserStoreError {
            fn default() -> Self {
                Self {
                    details: Err("no value supplied for details".to_string()),
                    error_code: Err("no value supplied for error_code".to_string()),
                    error_message: Err(
                        "no value supplied for error_message".to_string(),
                    ),
                    property: Err("no value supplied for property".to_string()),
                }
            }
        }
        impl LocalUserStoreError {
            pub fn details<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::vec::Vec<super::LocalUserStoreErrorDetail>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.details = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for details: {e}")
                    });
                self
            }
            pub fn error_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_code: {e}")
                    });
                self
            }
            pub fn error_message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error_message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_message: {e}")
                    });
                self
            }
            pub fn property<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.property = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for property: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LocalUserStoreError>
        for super::LocalUserStoreError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LocalUserStoreError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    details: value.details?,
                    error_code: value.error_code?,
                    error_message: value.error_message?,
                    property: value.property?,
                })
            }
        }
        impl ::std::convert::From<super::LocalUserStoreError> for LocalUserStoreError {
            fn from(value: super::LocalUserStoreError) -> Self {
                Self {
                    details: Ok(value.details),
                    error_code: Ok(value.error_code),
                    error_message: Ok(value.error_message),
                    property: Ok(value.property),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LocalUserStoreErrorDetail {
            error_code: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            error_message: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            property: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for LocalUserStoreErrorDetail {
            fn default() -> Self {
                Self {
                    error_code: Err("no value supplied for error_code".to_string()),
                    error_message: Err(
                        "no value supplied for error_message".to_string(),
                    ),
                    property: Err("no value supplied for property".to_string()),
                }
            }
        }
        impl LocalUserStoreErrorDetail {
            pub fn error_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_code: {e}")
                    });
                self
            }
            pub fn error_message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error_message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_message: {e}")
                    });
                self
            }
            pub fn property<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.property = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for property: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LocalUserStoreErrorDetail>
        for super::LocalUserStoreErrorDetail {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LocalUserStoreErrorDetail,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error_code: value.error_code?,
                    error_message: value.error_message?,
                    property: value.property?,
                })
            }
        }
        impl ::std::convert::From<super::LocalUserStoreErrorDetail>
        for LocalUserStoreErrorDetail {
            fn from(value: super::LocalUserStoreErrorDetail) -> Self {
                Self {
                    error_code: Ok(value.error_code),
                    error_message: Ok(value.error_message),
                    property: Ok(value.property),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LogtoError {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            data: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            details: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for LogtoError {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    data: Ok(Default::default()),
                    details: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                }
            }
        }
        impl LogtoError {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for data: {e}")
                    });
                self
            }
            pub fn details<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.details = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for details: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LogtoError> for super::LogtoError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LogtoError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    data: value.data?,
                    details: value.details?,
                    message: value.message?,
                })
            }
        }
        impl ::std::convert::From<super::LogtoError> for LogtoError {
            fn from(value: super::LogtoError) -> Self {
                Self {
                    code: Ok(value.code),
                    data: Ok(value.data),
                    details: Ok(value.details),
                    message: Ok(value.message),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OAuthError {
            error: ::std::result::Result<::std::string::String, ::std::string::String>,
            error_description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OAuthError {
            fn default() -> Self {
                Self {
                    error: Err("no value supplied for error".to_string()),
                    error_description: Ok(Default::default()),
                }
            }
        }
        impl OAuthError {
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn error_description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.error_description = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for error_description: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OAuthError> for super::OAuthError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OAuthError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error: value.error?,
                    error_description: value.error_description?,
                })
            }
        }
        impl ::std::convert::From<super::OAuthError> for OAuthError {
            fn from(value: super::OAuthError) -> Self {
                Self {
                    error: Ok(value.error),
                    error_description: Ok(value.error_description),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProtectedResource {
            authorization_servers: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            bearer_methods_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            resource_documentation: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            resource_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            scopes_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ProtectedResource {
            fn default() -> Self {
                Self {
                    authorization_servers: Err(
                        "no value supplied for authorization_servers".to_string(),
                    ),
                    bearer_methods_supported: Err(
                        "no value supplied for bearer_methods_supported".to_string(),
                    ),
                    resource: Err("no value supplied for resource".to_string()),
                    resource_documentation: Err(
                        "no value supplied for resource_documentation".to_string(),
                    ),
                    resource_name: Err(
                        "no value supplied for resource_name".to_string(),
                    ),
                    scopes_supported: Err(
                        "no value supplied for scopes_supported".to_string(),
                    ),
                }
            }
        }
        impl ProtectedResource {
            pub fn authorization_servers<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.authorization_servers = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for authorization_servers: {e}"
                        )
                    });
                self
            }
            pub fn bearer_methods_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.bearer_methods_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for bearer_methods_supported: {e}"
                        )
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn resource_documentation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource_documentation = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for resource_documentation: {e}"
                        )
                    });
                self
            }
            pub fn resource_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource_name: {e}")
                    });
                self
            }
            pub fn scopes_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scopes_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for scopes_supported: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProtectedResource> for super::ProtectedResource {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProtectedResource,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization_servers: value.authorization_servers?,
                    bearer_methods_supported: value.bearer_methods_supported?,
                    resource: value.resource?,
                    resource_documentation: value.resource_documentation?,
                    resource_name: value.resource_name?,
                    scopes_supported: value.scopes_supported?,
                })
            }
        }
        impl ::std::convert::From<super::ProtectedResource> for ProtectedResource {
            fn from(value: super::ProtectedResource) -> Self {
                Self {
                    authorization_servers: Ok(value.authorization_servers),
                    bearer_methods_supported: Ok(value.bearer_methods_supported),
                    resource: Ok(value.resource),
                    resource_documentation: Ok(value.resource_documentation),
                    resource_name: Ok(value.resource_name),
                    scopes_supported: Ok(value.scopes_supported),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Resource {
            access_token_ttl: ::std::result::Result<i64, ::std::string::String>,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            indicator: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            is_default: ::std::result::Result<bool, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Resource {
            fn default() -> Self {
                Self {
                    access_token_ttl: Err(
                        "no value supplied for access_token_ttl".to_string(),
                    ),
                    id: Err("no value supplied for id".to_string()),
                    indicator: Err("no value supplied for indicator".to_string()),
                    is_default: Err("no value supplied for is_default".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                }
            }
        }
        impl Resource {
            pub fn access_token_ttl<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token_ttl = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for access_token_ttl: {e}"
                        )
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn indicator<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.indicator = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for indicator: {e}")
                    });
                self
            }
            pub fn is_default<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_default = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_default: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Resource> for super::Resource {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Resource,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token_ttl: value.access_token_ttl?,
                    id: value.id?,
                    indicator: value.indicator?,
                    is_default: value.is_default?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::Resource> for Resource {
            fn from(value: super::Resource) -> Self {
                Self {
                    access_token_ttl: Ok(value.access_token_ttl),
                    id: Ok(value.id),
                    indicator: Ok(value.indicator),
                    is_default: Ok(value.is_default),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ResourceScope {
            created_at: ::std::result::Result<i64, ::std::string::String>,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ResourceScope {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    resource_id: Err("no value supplied for resource_id".to_string()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                }
            }
        }
        impl ResourceScope {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn resource_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource_id: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ResourceScope> for super::ResourceScope {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ResourceScope,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    description: value.description?,
                    id: value.id?,
                    name: value.name?,
                    resource_id: value.resource_id?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::ResourceScope> for ResourceScope {
            fn from(value: super::ResourceScope) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    resource_id: Ok(value.resource_id),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ResourceWithOptionalScopes {
            access_token_ttl: ::std::result::Result<i64, ::std::string::String>,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            indicator: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            is_default: ::std::result::Result<bool, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            scopes: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::ResourceScope>>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ResourceWithOptionalScopes {
            fn default() -> Self {
                Self {
                    access_token_ttl: Err(
                        "no value supplied for access_token_ttl".to_string(),
                    ),
                    id: Err("no value supplied for id".to_string()),
                    indicator: Err("no value supplied for indicator".to_string()),
                    is_default: Err("no value supplied for is_default".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    scopes: Ok(Default::default()),
                    tenant_id: Err("no value supplied for tenant_id".to_string()),
                }
            }
        }
        impl ResourceWithOptionalScopes {
            pub fn access_token_ttl<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token_ttl = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for access_token_ttl: {e}"
                        )
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn indicator<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.indicator = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for indicator: {e}")
                    });
                self
            }
            pub fn is_default<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_default = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_default: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn scopes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::ResourceScope>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.scopes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scopes: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ResourceWithOptionalScopes>
        for super::ResourceWithOptionalScopes {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ResourceWithOptionalScopes,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token_ttl: value.access_token_ttl?,
                    id: value.id?,
                    indicator: value.indicator?,
                    is_default: value.is_default?,
                    name: value.name?,
                    scopes: value.scopes?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::ResourceWithOptionalScopes>
        for ResourceWithOptionalScopes {
            fn from(value: super::ResourceWithOptionalScopes) -> Self {
                Self {
                    access_token_ttl: Ok(value.access_token_ttl),
                    id: Ok(value.id),
                    indicator: Ok(value.indicator),
                    is_default: Ok(value.is_default),
                    name: Ok(value.name),
                    scopes: Ok(value.scopes),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RoleHandle {
            deleted: ::std::result::Result<bool, ::std::string::String>,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for RoleHandle {
            fn default() -> Self {
                Self {
                    deleted: Err("no value supplied for deleted".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl RoleHandle {
            pub fn deleted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.deleted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deleted: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RoleHandle> for super::RoleHandle {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RoleHandle,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    deleted: value.deleted?,
                    id: value.id?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::RoleHandle> for RoleHandle {
            fn from(value: super::RoleHandle) -> Self {
                Self {
                    deleted: Ok(value.deleted),
                    id: Ok(value.id),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ServerMetadata {
            grant_types_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            id_token_signing_alg_values_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            introspection_endpoint: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            introspection_endpoint_auth_methods_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            issuer: ::std::result::Result<::std::string::String, ::std::string::String>,
            jwks_uri: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            protected_resources: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            response_types_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            revocation_endpoint: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            revocation_endpoint_auth_methods_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            scopes_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            subject_types_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            token_endpoint: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            token_endpoint_auth_methods_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            token_endpoint_auth_signing_alg_values_supported: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ServerMetadata {
            fn default() -> Self {
                Self {
                    grant_types_supported: Err(
                        "no value supplied for grant_types_supported".to_string(),
                    ),
                    id_token_signing_alg_values_supported: Err(
                        "no value supplied for id_token_signing_alg_values_supported"
                            .to_string(),
                    ),
                    introspection_endpoint: Err(
                        "no value supplied for introspection_endpoint".to_string(),
                    ),
                    introspection_endpoint_auth_methods_supported: Err(
                        "no value supplied for introspection_endpoint_auth_methods_supported"
                            .to_string(),
                    ),
                    issuer: Err("no value supplied for issuer".to_string()),
                    jwks_uri: Err("no value supplied for jwks_uri".to_string()),
                    protected_resources: Ok(Default::default()),
                    response_types_supported: Err(
                        "no value supplied for response_types_supported".to_string(),
                    ),
                    revocation_endpoint: Err(
                        "no value supplied for revocation_endpoint".to_string(),
                    ),
                    revocation_endpoint_auth_methods_supported: Err(
                        "no value supplied for revocation_endpoint_auth_methods_supported"
                            .to_string(),
                    ),
                    scopes_supported: Err(
                        "no value supplied for scopes_supported".to_string(),
                    ),
                    subject_types_supported: Err(
                        "no value supplied for subject_types_supported".to_string(),
                    ),
                    token_endpoint: Err(
                        "no value supplied for token_endpoint".to_string(),
                    ),
                    token_endpoint_auth_methods_supported: Err(
                        "no value supplied for token_endpoint_auth_methods_supported"
                            .to_string(),
                    ),
                    token_endpoint_auth_signing_alg_values_supported: Err(
                        "no value supplied for token_endpoint_auth_signing_alg_values_supported"
                            .to_string(),
                    ),
                }
            }
        }
        impl ServerMetadata {
            pub fn grant_types_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.grant_types_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for grant_types_supported: {e}"
                        )
                    });
                self
            }
            pub fn id_token_signing_alg_values_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id_token_signing_alg_values_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for id_token_signing_alg_values_supported: {e}"
                        )
                    });
                self
            }
            pub fn introspection_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.introspection_endpoint = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for introspection_endpoint: {e}"
                        )
                    });
                self
            }
            pub fn introspection_endpoint_auth_methods_supported<T>(
                mut self,
                value: T,
            ) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.introspection_endpoint_auth_methods_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for introspection_endpoint_auth_methods_supported: {e}"
                        )
                    });
                self
            }
            pub fn issuer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.issuer = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for issuer: {e}")
                    });
                self
            }
            pub fn jwks_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.jwks_uri = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for jwks_uri: {e}")
                    });
                self
            }
            pub fn protected_resources<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.protected_resources = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for protected_resources: {e}"
                        )
                    });
                self
            }
            pub fn response_types_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.response_types_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for response_types_supported: {e}"
                        )
                    });
                self
            }
            pub fn revocation_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.revocation_endpoint = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for revocation_endpoint: {e}"
                        )
                    });
                self
            }
            pub fn revocation_endpoint_auth_methods_supported<T>(
                mut self,
                value: T,
            ) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.revocation_endpoint_auth_methods_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for revocation_endpoint_auth_methods_supported: {e}"
                        )
                    });
                self
            }
            pub fn scopes_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scopes_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for scopes_supported: {e}"
                        )
                    });
                self
            }
            pub fn subject_types_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject_types_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for subject_types_supported: {e}"
                        )
                    });
                self
            }
            pub fn token_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint: {e}"
                        )
                    });
                self
            }
            pub fn token_endpoint_auth_methods_supported<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_auth_methods_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_auth_methods_supported: {e}"
                        )
                    });
                self
            }
            pub fn token_endpoint_auth_signing_alg_values_supported<T>(
                mut self,
                value: T,
            ) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token_endpoint_auth_signing_alg_values_supported = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_endpoint_auth_signing_alg_values_supported: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ServerMetadata> for super::ServerMetadata {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ServerMetadata,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    grant_types_supported: value.grant_types_supported?,
                    id_token_signing_alg_values_supported: value
                        .id_token_signing_alg_values_supported?,
                    introspection_endpoint: value.introspection_endpoint?,
                    introspection_endpoint_auth_methods_supported: value
                        .introspection_endpoint_auth_methods_supported?,
                    issuer: value.issuer?,
                    jwks_uri: value.jwks_uri?,
                    protected_resources: value.protected_resources?,
                    response_types_supported: value.response_types_supported?,
                    revocation_endpoint: value.revocation_endpoint?,
                    revocation_endpoint_auth_methods_supported: value
                        .revocation_endpoint_auth_methods_supported?,
                    scopes_supported: value.scopes_supported?,
                    subject_types_supported: value.subject_types_supported?,
                    token_endpoint: value.token_endpoint?,
                    token_endpoint_auth_methods_supported: value
                        .token_endpoint_auth_methods_supported?,
                    token_endpoint_auth_signing_alg_values_supported: value
                        .token_endpoint_auth_signing_alg_values_supported?,
                })
            }
        }
        impl ::std::convert::From<super::ServerMetadata> for ServerMetadata {
            fn from(value: super::ServerMetadata) -> Self {
                Self {
                    grant_types_supported: Ok(value.grant_types_supported),
                    id_token_signing_alg_values_supported: Ok(
                        value.id_token_signing_alg_values_supported,
                    ),
                    introspection_endpoint: Ok(value.introspection_endpoint),
                    introspection_endpoint_auth_methods_supported: Ok(
                        value.introspection_endpoint_auth_methods_supported,
                    ),
                    issuer: Ok(value.issuer),
                    jwks_uri: Ok(value.jwks_uri),
                    protected_resources: Ok(value.protected_resources),
                    response_types_supported: Ok(value.response_types_supported),
                    revocation_endpoint: Ok(value.revocation_endpoint),
                    revocation_endpoint_auth_methods_supported: Ok(
                        value.revocation_endpoint_auth_methods_supported,
                    ),
                    scopes_supported: Ok(value.scopes_supported),
                    subject_types_supported: Ok(value.subject_types_supported),
                    token_endpoint: Ok(value.token_endpoint),
                    token_endpoint_auth_methods_supported: Ok(
                        value.token_endpoint_auth_methods_supported,
                    ),
                    token_endpoint_auth_signing_alg_values_supported: Ok(
                        value.token_endpoint_auth_signing_alg_values_supported,
                    ),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenQuery {
            client_assertion: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
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
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            token: ::std::result::Result<::std::string::String, ::std::string::String>,
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
            pub fn client_assertion<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_assertion = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_assertion: {e}"
                        )
                    });
                self
            }
            pub fn client_assertion_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_assertion_type = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_assertion_type: {e}"
                        )
                    });
                self
            }
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_secret: {e}")
                    });
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token: {e}")
                    });
                self
            }
            pub fn token_type_hint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type_hint = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for token_type_hint: {e}"
                        )
                    });
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
            client_assertion: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
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
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            grant_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            password: ::std::result::Result<
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
            username: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenRequest {
            fn default() -> Self {
                Self {
                    client_assertion: Ok(Default::default()),
                    client_assertion_type: Ok(Default::default()),
                    client_id: Ok(Default::default()),
                    client_secret: Ok(Default::default()),
                    grant_type: Err("no value supplied for grant_type".to_string()),
                    password: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    scope: Ok(Default::default()),
                    username: Ok(Default::default()),
                }
            }
        }
        impl TokenRequest {
            pub fn client_assertion<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_assertion = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_assertion: {e}"
                        )
                    });
                self
            }
            pub fn client_assertion_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_assertion_type = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for client_assertion_type: {e}"
                        )
                    });
                self
            }
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_secret: {e}")
                    });
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
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn username<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.username = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for username: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenRequest> for super::TokenRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    client_assertion: value.client_assertion?,
                    client_assertion_type: value.client_assertion_type?,
                    client_id: value.client_id?,
                    client_secret: value.client_secret?,
                    grant_type: value.grant_type?,
                    password: value.password?,
                    resource: value.resource?,
                    scope: value.scope?,
                    username: value.username?,
                })
            }
        }
        impl ::std::convert::From<super::TokenRequest> for TokenRequest {
            fn from(value: super::TokenRequest) -> Self {
                Self {
                    client_assertion: Ok(value.client_assertion),
                    client_assertion_type: Ok(value.client_assertion_type),
                    client_id: Ok(value.client_id),
                    client_secret: Ok(value.client_secret),
                    grant_type: Ok(value.grant_type),
                    password: Ok(value.password),
                    resource: Ok(value.resource),
                    scope: Ok(value.scope),
                    username: Ok(value.username),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenResponse {
            access_token: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_in: ::std::result::Result<i64, ::std::string::String>,
            scope: ::std::result::Result<::std::string::String, ::std::string::String>,
            token_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenResponse {
            fn default() -> Self {
                Self {
                    access_token: Err("no value supplied for access_token".to_string()),
                    expires_in: Err("no value supplied for expires_in".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                    token_type: Err("no value supplied for token_type".to_string()),
                }
            }
        }
        impl TokenResponse {
            pub fn access_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for access_token: {e}")
                    });
                self
            }
            pub fn expires_in<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_in = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_in: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn token_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenResponse> for super::TokenResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token: value.access_token?,
                    expires_in: value.expires_in?,
                    scope: value.scope?,
                    token_type: value.token_type?,
                })
            }
        }
        impl ::std::convert::From<super::TokenResponse> for TokenResponse {
            fn from(value: super::TokenResponse) -> Self {
                Self {
                    access_token: Ok(value.access_token),
                    expires_in: Ok(value.expires_in),
                    scope: Ok(value.scope),
                    token_type: Ok(value.token_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UpdateResourceIsDefaultRequest {
            is_default: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for UpdateResourceIsDefaultRequest {
            fn default() -> Self {
                Self {
                    is_default: Err("no value supplied for is_default".to_string()),
                }
            }
        }
        impl UpdateResourceIsDefaultRequest {
            pub fn is_default<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_default = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_default: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UpdateResourceIsDefaultRequest>
        for super::UpdateResourceIsDefaultRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateResourceIsDefaultRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    is_default: value.is_default?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateResourceIsDefaultRequest>
        for UpdateResourceIsDefaultRequest {
            fn from(value: super::UpdateResourceIsDefaultRequest) -> Self {
                Self {
                    is_default: Ok(value.is_default),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UpdateResourceRequest {
            access_token_ttl: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for UpdateResourceRequest {
            fn default() -> Self {
                Self {
                    access_token_ttl: Ok(Default::default()),
                    name: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                }
            }
        }
        impl UpdateResourceRequest {
            pub fn access_token_ttl<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token_ttl = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for access_token_ttl: {e}"
                        )
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UpdateResourceRequest>
        for super::UpdateResourceRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateResourceRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token_ttl: value.access_token_ttl?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateResourceRequest>
        for UpdateResourceRequest {
            fn from(value: super::UpdateResourceRequest) -> Self {
                Self {
                    access_token_ttl: Ok(value.access_token_ttl),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UpdateResourceScopeRequest {
            description: ::std::result::Result<
                ::std::option::Option<
                    ::authplane_client::Nullable<::std::string::String>,
                >,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for UpdateResourceScopeRequest {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    name: Ok(Default::default()),
                    tenant_id: Ok(Default::default()),
                }
            }
        }
        impl UpdateResourceScopeRequest {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<
                        ::authplane_client::Nullable<::std::string::String>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tenant_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UpdateResourceScopeRequest>
        for super::UpdateResourceScopeRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateResourceScopeRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    name: value.name?,
                    tenant_id: value.tenant_id?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateResourceScopeRequest>
        for UpdateResourceScopeRequest {
            fn from(value: super::UpdateResourceScopeRequest) -> Self {
                Self {
                    description: Ok(value.description),
                    name: Ok(value.name),
                    tenant_id: Ok(value.tenant_id),
                }
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Authplane

The control plane of an authorization server: its management APIs in the dialects of Cloudentity ACP, Logto and PrivX's local user store, and the OAuth 2 endpoints of every authorization server it runs.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::Session,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str, inner: crate::Session) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap(), inner)
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::Session,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::Session> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::Session {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::Session>,
    {}
};
impl Client {
    /**Get the authorization server metadata

The same metadata where RFC 8414 puts it: the issuer's path behind the well-known part.

Sends a `GET` request to `/.well-known/oauth-authorization-server/{tid}/{aid}`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.get_authorization_server_metadata()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_authorization_server_metadata(
        &self,
    ) -> builder::GetAuthorizationServerMetadata<'_> {
        builder::GetAuthorizationServerMetadata::new(self)
    }
    /**Get the metadata of the control plane

Where its tokens come from. The first issuer is the default tenant's.

Sends a `GET` request to `/.well-known/oauth-protected-resource`

```text
let response = client.get_protected_resource_metadata()
    .send()
    .await;
```*/
    pub fn get_protected_resource_metadata(
        &self,
    ) -> builder::GetProtectedResourceMetadata<'_> {
        builder::GetProtectedResourceMetadata::new(self)
    }
    /**Create a client

Id and secret are made by the server when the body gives none. The client may be given scopes of its own authorization server only.

Sends a `POST` request to `/api/admin/{tid}/clients`

Arguments:
- `tid`: Tenant.
- `body`
```text
let response = client.create_client()
    .tid(tid)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_client(&self) -> builder::CreateClient<'_> {
        builder::CreateClient::new(self)
    }
    /**Get a client with its secret

The secret is shown to callers who may also change the client; one that opens the control surface only to those who may do everything.

Sends a `GET` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Tenant.
- `cid`: Client.
```text
let response = client.get_client()
    .tid(tid)
    .cid(cid)
    .send()
    .await;
```*/
    pub fn get_client(&self) -> builder::GetClient<'_> {
        builder::GetClient::new(self)
    }
    /**Replace a client

Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none. Built-in clients can't be changed.

Sends a `PUT` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Tenant.
- `cid`: Client.
- `body`
```text
let response = client.update_client()
    .tid(tid)
    .cid(cid)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_client(&self) -> builder::UpdateClient<'_> {
        builder::UpdateClient::new(self)
    }
    /**Delete a client

Its tokens are no longer honoured here. Built-in clients can't be deleted.

Sends a `DELETE` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Tenant.
- `cid`: Client.
```text
let response = client.delete_client()
    .tid(tid)
    .cid(cid)
    .send()
    .await;
```*/
    pub fn delete_client(&self) -> builder::DeleteClient<'_> {
        builder::DeleteClient::new(self)
    }
    /**Create a scope

The id is made by the server when the body gives none. A name may stand once in a service, and once among the scopes without one.

Sends a `POST` request to `/api/admin/{tid}/scopes`

Arguments:
- `tid`: Tenant.
- `body`
```text
let response = client.create_scope()
    .tid(tid)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_scope(&self) -> builder::CreateScope<'_> {
        builder::CreateScope::new(self)
    }
    /**Get a scope with its service

Sends a `GET` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Tenant.
- `scp`: Scope.
```text
let response = client.get_scope()
    .tid(tid)
    .scp(scp)
    .send()
    .await;
```*/
    pub fn get_scope(&self) -> builder::GetScope<'_> {
        builder::GetScope::new(self)
    }
    /**Replace a scope

Everything but the ids and the service is replaced: what the body leaves out is emptied. Built-in scopes can't be changed.

Sends a `PUT` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Tenant.
- `scp`: Scope.
- `body`
```text
let response = client.update_scope()
    .tid(tid)
    .scp(scp)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_scope(&self) -> builder::UpdateScope<'_> {
        builder::UpdateScope::new(self)
    }
    /**Delete a scope

Clients that were given it lose it. Built-in scopes can't be deleted.

Sends a `DELETE` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Tenant.
- `scp`: Scope.
```text
let response = client.delete_scope()
    .tid(tid)
    .scp(scp)
    .send()
    .await;
```*/
    pub fn delete_scope(&self) -> builder::DeleteScope<'_> {
        builder::DeleteScope::new(self)
    }
    /**List the clients of an authorization server

In the order of their creation. Their secrets are left out: read one client to see its secret.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/clients`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.list_clients()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_clients(&self) -> builder::ListClients<'_> {
        builder::ListClients::new(self)
    }
    /**List the scopes of an authorization server

In the order of their creation, the built-in ones first; an unknown server has none.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/scopes`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.list_scopes()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_scopes(&self) -> builder::ListScopes<'_> {
        builder::ListScopes::new(self)
    }
    /**List the services of an authorization server

In the order of their creation, the built-in ones first.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/services`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.list_services()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_services(&self) -> builder::ListServices<'_> {
        builder::ListServices::new(self)
    }
    /**Create a service

The id is made by the server when the body gives none.

Sends a `POST` request to `/api/admin/{tid}/services`

Arguments:
- `tid`: Tenant.
- `body`
```text
let response = client.create_service()
    .tid(tid)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_service(&self) -> builder::CreateService<'_> {
        builder::CreateService::new(self)
    }
    /**Get a service with its scopes

Sends a `GET` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Tenant.
- `sid`: Service.
```text
let response = client.get_service()
    .tid(tid)
    .sid(sid)
    .send()
    .await;
```*/
    pub fn get_service(&self) -> builder::GetService<'_> {
        builder::GetService::new(self)
    }
    /**Replace a service

Everything but the ids is replaced: what the body leaves out is emptied. Built-in services can't be changed.

Sends a `PUT` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Tenant.
- `sid`: Service.
- `body`
```text
let response = client.update_service()
    .tid(tid)
    .sid(sid)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_service(&self) -> builder::UpdateService<'_> {
        builder::UpdateService::new(self)
    }
    /**Delete a service

Its scopes go with it, and so does every permission for them. Built-in services can't be deleted.

Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Tenant.
- `sid`: Service.
```text
let response = client.delete_service()
    .tid(tid)
    .sid(sid)
    .send()
    .await;
```*/
    pub fn delete_service(&self) -> builder::DeleteService<'_> {
        builder::DeleteService::new(self)
    }
    /**List API resources

In the order of their creation. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.

Sends a `GET` request to `/api/resources`

Arguments:
- `include_scopes`: Adds each resource's scopes: 1, true, y, yes, yep or yeah, in any case.
- `page`: Page to answer, from 1.
- `page_size`: Rows of a page.
```text
let response = client.list_resources()
    .include_scopes(include_scopes)
    .page(page)
    .page_size(page_size)
    .send()
    .await;
```*/
    pub fn list_resources(&self) -> builder::ListResources<'_> {
        builder::ListResources::new(self)
    }
    /**Create an API resource

It has no scopes at first; the body says so.

Sends a `POST` request to `/api/resources`

```text
let response = client.create_resource()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_resource(&self) -> builder::CreateResource<'_> {
        builder::CreateResource::new(self)
    }
    /**Get an API resource

Sends a `GET` request to `/api/resources/{id}`

Arguments:
- `id`: Resource.
```text
let response = client.get_resource()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_resource(&self) -> builder::GetResource<'_> {
        builder::GetResource::new(self)
    }
    /**Delete an API resource

Its scopes go with it, and so does every permission for them.

Sends a `DELETE` request to `/api/resources/{id}`

Arguments:
- `id`: Resource.
```text
let response = client.delete_resource()
    .id(id)
    .send()
    .await;
```*/
    pub fn delete_resource(&self) -> builder::DeleteResource<'_> {
        builder::DeleteResource::new(self)
    }
    /**Change an API resource

Its name and the life of its tokens; the indicator never changes. An empty body changes nothing.

Sends a `PATCH` request to `/api/resources/{id}`

Arguments:
- `id`: Resource.
- `body`
```text
let response = client.update_resource()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource(&self) -> builder::UpdateResource<'_> {
        builder::UpdateResource::new(self)
    }
    /**Make an API resource the default, or not

A token request that names no resource gets a token for the tenant's default one. There is at most one.

Sends a `PATCH` request to `/api/resources/{id}/is-default`

Arguments:
- `id`: Resource.
- `body`
```text
let response = client.update_resource_is_default()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource_is_default(&self) -> builder::UpdateResourceIsDefault<'_> {
        builder::UpdateResourceIsDefault::new(self)
    }
    /**List the scopes of an API resource

Always one page, in the order of creation; an unknown resource has no scopes.

Sends a `GET` request to `/api/resources/{resourceId}/scopes`

Arguments:
- `resource_id`: Resource.
- `page`: Page to answer, from 1.
- `page_size`: Rows of a page.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
```text
let response = client.list_resource_scopes()
    .resource_id(resource_id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_resource_scopes(&self) -> builder::ListResourceScopes<'_> {
        builder::ListResourceScopes::new(self)
    }
    /**Create a scope of an API resource

Sends a `POST` request to `/api/resources/{resourceId}/scopes`

Arguments:
- `resource_id`: Resource.
- `body`
```text
let response = client.create_resource_scope()
    .resource_id(resource_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_resource_scope(&self) -> builder::CreateResourceScope<'_> {
        builder::CreateResourceScope::new(self)
    }
    /**Delete a scope of an API resource

Clients that were given it lose it.

Sends a `DELETE` request to `/api/resources/{resourceId}/scopes/{scopeId}`

Arguments:
- `resource_id`: Resource.
- `scope_id`: Scope.
```text
let response = client.delete_resource_scope()
    .resource_id(resource_id)
    .scope_id(scope_id)
    .send()
    .await;
```*/
    pub fn delete_resource_scope(&self) -> builder::DeleteResourceScope<'_> {
        builder::DeleteResourceScope::new(self)
    }
    /**Change a scope of an API resource

An empty body changes nothing.

Sends a `PATCH` request to `/api/resources/{resourceId}/scopes/{scopeId}`

Arguments:
- `resource_id`: Resource.
- `scope_id`: Scope.
- `body`
```text
let response = client.update_resource_scope()
    .resource_id(resource_id)
    .scope_id(scope_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource_scope(&self) -> builder::UpdateResourceScope<'_> {
        builder::UpdateResourceScope::new(self)
    }
    /**Ask for an access token as the local user store's API clients do

The shared OAuth client authenticates in the `Authorization` header; with `grant_type=password`, `username` is the API client's id and `password` its secret.

Sends a `POST` request to `/auth/api/v1/oauth/token`

```text
let response = client.local_user_store_token()
    .body(body)
    .send()
    .await;
```*/
    pub fn local_user_store_token(&self) -> builder::LocalUserStoreToken<'_> {
        builder::LocalUserStoreToken::new(self)
    }
    /**List API clients

Their secrets are left out: read one API client to see its secret.

Sends a `GET` request to `/local-user-store/api/v1/api-clients`

Arguments:
- `limit`: Rows to answer.
- `offset`: Rows to leave out.
- `sortdir`: `ASC` or `DESC`.
- `sortkey`: `id`, `name`, `created`, `updated` or `author`.
```text
let response = client.list_api_clients()
    .limit(limit)
    .offset(offset)
    .sortdir(sortdir)
    .sortkey(sortkey)
    .send()
    .await;
```*/
    pub fn list_api_clients(&self) -> builder::ListApiClients<'_> {
        builder::ListApiClients::new(self)
    }
    /**Create an API client

Answers with its id only; its secret is shown when it is read.

Sends a `POST` request to `/local-user-store/api/v1/api-clients`

```text
let response = client.create_api_client()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_api_client(&self) -> builder::CreateApiClient<'_> {
        builder::CreateApiClient::new(self)
    }
    /**Search API clients

By words in their names. Offset, limit and order are taken from the body, or from the query where the body has none.

Sends a `POST` request to `/local-user-store/api/v1/api-clients/search`

Arguments:
- `limit`: Rows to answer.
- `offset`: Rows to leave out.
- `sortdir`: `ASC` or `DESC`.
- `sortkey`: `id`, `name`, `created`, `updated` or `author`.
- `body`
```text
let response = client.search_api_clients()
    .limit(limit)
    .offset(offset)
    .sortdir(sortdir)
    .sortkey(sortkey)
    .body(body)
    .send()
    .await;
```*/
    pub fn search_api_clients(&self) -> builder::SearchApiClients<'_> {
        builder::SearchApiClients::new(self)
    }
    /**Get an API client with its secret

The secret is shown to callers who may also change the API client.

Sends a `GET` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: API client.
```text
let response = client.get_api_client()
    .api_client_id(api_client_id)
    .send()
    .await;
```*/
    pub fn get_api_client(&self) -> builder::GetApiClient<'_> {
        builder::GetApiClient::new(self)
    }
    /**Replace an API client's name and roles

Sends a `PUT` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: API client.
- `body`
```text
let response = client.update_api_client()
    .api_client_id(api_client_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_api_client(&self) -> builder::UpdateApiClient<'_> {
        builder::UpdateApiClient::new(self)
    }
    /**Delete an API client

Sends a `DELETE` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: API client.
```text
let response = client.delete_api_client()
    .api_client_id(api_client_id)
    .send()
    .await;
```*/
    pub fn delete_api_client(&self) -> builder::DeleteApiClient<'_> {
        builder::DeleteApiClient::new(self)
    }
    /**Ask for an access token as Logto's clients do

The token endpoint of the tenant's default authorization server. The tenant is the one of the `resource`, if that is a management API, else the client's.

Sends a `POST` request to `/oidc/token`

```text
let response = client.logto_token()
    .body(body)
    .send()
    .await;
```*/
    pub fn logto_token(&self) -> builder::LogtoToken<'_> {
        builder::LogtoToken::new(self)
    }
    /**Get the public keys of an authorization server

The key that signs now, its successor from well before it signs, and its predecessors until the last token of theirs has expired.

Sends a `GET` request to `/{tid}/{aid}/.well-known/jwks.json`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.get_jwks()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_jwks(&self) -> builder::GetJwks<'_> {
        builder::GetJwks::new(self)
    }
    /**Get the authorization server metadata below the issuer

The same metadata where clients look that append the well-known part to the issuer.

Sends a `GET` request to `/{tid}/{aid}/.well-known/oauth-authorization-server`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.get_authorization_server_metadata_below_issuer()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_authorization_server_metadata_below_issuer(
        &self,
    ) -> builder::GetAuthorizationServerMetadataBelowIssuer<'_> {
        builder::GetAuthorizationServerMetadataBelowIssuer::new(self)
    }
    /**Get the OpenID configuration

Metadata of an authorization server in the place where OpenID Connect Discovery puts it.

Sends a `GET` request to `/{tid}/{aid}/.well-known/openid-configuration`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
```text
let response = client.get_openid_configuration()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_openid_configuration(&self) -> builder::GetOpenidConfiguration<'_> {
        builder::GetOpenidConfiguration::new(self)
    }
    /**Ask about an access token

Says whether a token is valid, and what it says. The caller is a client that authenticates as at the token endpoint and is concerned by the token (it holds it, is in its audience, or has the scope `introspect_tokens`), or a bearer with the scope `introspect_tokens`. Everybody else hears that the token isn't active.

Sends a `POST` request to `/{tid}/{aid}/oauth2/introspect`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
- `body`
```text
let response = client.introspect()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn introspect(&self) -> builder::Introspect<'_> {
        builder::Introspect::new(self)
    }
    /**Revoke an access token

From the answer on the token is dead at introspection, userinfo and the management APIs. The caller is the client that it was issued to, or a bearer with the scope `revoke_tokens`. A token that isn't valid anyway is answered with 200, so that nothing can be learned from trying.

Sends a `POST` request to `/{tid}/{aid}/oauth2/revoke`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
- `body`
```text
let response = client.revoke()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn revoke(&self) -> builder::Revoke<'_> {
        builder::Revoke::new(self)
    }
    /**Ask for an access token

The token endpoint of an authorization server. The client authenticates with its secret in the `Authorization` header (`client_secret_basic`) or in the form (`client_secret_post`), or with a signed assertion (`private_key_jwt`): in the way it is registered for.

Sends a `POST` request to `/{tid}/{aid}/oauth2/token`

Arguments:
- `tid`: Tenant.
- `aid`: Authorization server.
- `body`
```text
let response = client.token()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn token(&self) -> builder::Token<'_> {
        builder::Token::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::get_authorization_server_metadata`]

[`Client::get_authorization_server_metadata`]: super::Client::get_authorization_server_metadata*/
    #[derive(Debug, Clone)]
    pub struct GetAuthorizationServerMetadata<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> GetAuthorizationServerMetadata<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/.well-known/oauth-authorization-server/{tid}/{aid}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServerMetadata>, Error<types::OAuthError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/.well-known/oauth-authorization-server/{}/{}", client.baseurl,
                encode_path(& tid.to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_authorization_server_metadata",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_protected_resource_metadata`]

[`Client::get_protected_resource_metadata`]: super::Client::get_protected_resource_metadata*/
    #[derive(Debug, Clone)]
    pub struct GetProtectedResourceMetadata<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetProtectedResourceMetadata<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/.well-known/oauth-protected-resource`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ProtectedResource>, Error<types::OAuthError>> {
            let Self { client } = self;
            let url = format!(
                "{}/.well-known/oauth-protected-resource", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_protected_resource_metadata",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_client`]

[`Client::create_client`]: super::Client::create_client*/
    #[derive(Debug, Clone)]
    pub struct CreateClient<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        body: Result<types::builder::AcpClientRequest, String>,
    }
    impl<'a> CreateClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpClientRequest>,
            <V as std::convert::TryInto<
                types::AcpClientRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AcpClientRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpClientRequest,
            ) -> types::builder::AcpClientRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/admin/{tid}/clients`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
            let Self { client, tid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpClientRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/clients", client.baseurl, encode_path(& tid
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_client`]

[`Client::get_client`]: super::Client::get_client*/
    #[derive(Debug, Clone)]
    pub struct GetClient<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        cid: Result<::std::string::String, String>,
    }
    impl<'a> GetClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                cid: Err("cid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn cid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/clients/{cid}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
            let Self { client, tid, cid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let cid = cid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& cid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_client`]

[`Client::update_client`]: super::Client::update_client*/
    #[derive(Debug, Clone)]
    pub struct UpdateClient<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        cid: Result<::std::string::String, String>,
        body: Result<types::builder::AcpClientRequest, String>,
    }
    impl<'a> UpdateClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                cid: Err("cid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn cid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpClientRequest>,
            <V as std::convert::TryInto<
                types::AcpClientRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AcpClientRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpClientRequest,
            ) -> types::builder::AcpClientRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/admin/{tid}/clients/{cid}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
            let Self { client, tid, cid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let cid = cid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpClientRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& cid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_client`]

[`Client::delete_client`]: super::Client::delete_client*/
    #[derive(Debug, Clone)]
    pub struct DeleteClient<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        cid: Result<::std::string::String, String>,
    }
    impl<'a> DeleteClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                cid: Err("cid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn cid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/admin/{tid}/clients/{cid}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
            let Self { client, tid, cid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let cid = cid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& cid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_scope`]

[`Client::create_scope`]: super::Client::create_scope*/
    #[derive(Debug, Clone)]
    pub struct CreateScope<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        body: Result<types::builder::AcpScopeWithServiceId, String>,
    }
    impl<'a> CreateScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpScopeWithServiceId>,
            <V as std::convert::TryInto<
                types::AcpScopeWithServiceId,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `AcpScopeWithServiceId` for body failed: {}", s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpScopeWithServiceId,
            ) -> types::builder::AcpScopeWithServiceId,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/admin/{tid}/scopes`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpScope>, Error<types::AcpError>> {
            let Self { client, tid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpScopeWithServiceId::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/scopes", client.baseurl, encode_path(& tid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_scope`]

[`Client::get_scope`]: super::Client::get_scope*/
    #[derive(Debug, Clone)]
    pub struct GetScope<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        scp: Result<::std::string::String, String>,
    }
    impl<'a> GetScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                scp: Err("scp was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn scp<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.scp = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for scp failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/scopes/{scp}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpScopeWithService>, Error<types::AcpError>> {
            let Self { client, tid, scp } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let scp = scp.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& scp.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_scope`]

[`Client::update_scope`]: super::Client::update_scope*/
    #[derive(Debug, Clone)]
    pub struct UpdateScope<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        scp: Result<::std::string::String, String>,
        body: Result<types::builder::AcpScopeRequest, String>,
    }
    impl<'a> UpdateScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                scp: Err("scp was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn scp<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.scp = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for scp failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpScopeRequest>,
            <V as std::convert::TryInto<
                types::AcpScopeRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AcpScopeRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpScopeRequest,
            ) -> types::builder::AcpScopeRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/admin/{tid}/scopes/{scp}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpScope>, Error<types::AcpError>> {
            let Self { client, tid, scp, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let scp = scp.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpScopeRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& scp.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_scope`]

[`Client::delete_scope`]: super::Client::delete_scope*/
    #[derive(Debug, Clone)]
    pub struct DeleteScope<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        scp: Result<::std::string::String, String>,
    }
    impl<'a> DeleteScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                scp: Err("scp was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn scp<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.scp = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for scp failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/admin/{tid}/scopes/{scp}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
            let Self { client, tid, scp } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let scp = scp.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& scp.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_clients`]

[`Client::list_clients`]: super::Client::list_clients*/
    #[derive(Debug, Clone)]
    pub struct ListClients<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> ListClients<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/clients`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpClients>, Error<types::AcpError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/servers/{}/clients", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_clients",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_scopes`]

[`Client::list_scopes`]: super::Client::list_scopes*/
    #[derive(Debug, Clone)]
    pub struct ListScopes<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> ListScopes<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/scopes`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpScopes>, Error<types::AcpError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/servers/{}/scopes", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_scopes",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_services`]

[`Client::list_services`]: super::Client::list_services*/
    #[derive(Debug, Clone)]
    pub struct ListServices<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> ListServices<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/services`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpServices>, Error<types::AcpError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/servers/{}/services", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_services",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_service`]

[`Client::create_service`]: super::Client::create_service*/
    #[derive(Debug, Clone)]
    pub struct CreateService<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        body: Result<types::builder::AcpServiceRequest, String>,
    }
    impl<'a> CreateService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpServiceRequest>,
            <V as std::convert::TryInto<
                types::AcpServiceRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AcpServiceRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpServiceRequest,
            ) -> types::builder::AcpServiceRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/admin/{tid}/services`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpService>, Error<types::AcpError>> {
            let Self { client, tid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpServiceRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/services", client.baseurl, encode_path(& tid
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_service`]

[`Client::get_service`]: super::Client::get_service*/
    #[derive(Debug, Clone)]
    pub struct GetService<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        sid: Result<::std::string::String, String>,
    }
    impl<'a> GetService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                sid: Err("sid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn sid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/admin/{tid}/services/{sid}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpServiceWithScopes>, Error<types::AcpError>> {
            let Self { client, tid, sid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let sid = sid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& sid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_service`]

[`Client::update_service`]: super::Client::update_service*/
    #[derive(Debug, Clone)]
    pub struct UpdateService<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        sid: Result<::std::string::String, String>,
        body: Result<types::builder::AcpServiceRequest, String>,
    }
    impl<'a> UpdateService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                sid: Err("sid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn sid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcpServiceRequest>,
            <V as std::convert::TryInto<
                types::AcpServiceRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AcpServiceRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AcpServiceRequest,
            ) -> types::builder::AcpServiceRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/api/admin/{tid}/services/{sid}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AcpService>, Error<types::AcpError>> {
            let Self { client, tid, sid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let sid = sid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AcpServiceRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& sid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_service`]

[`Client::delete_service`]: super::Client::delete_service*/
    #[derive(Debug, Clone)]
    pub struct DeleteService<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        sid: Result<::std::string::String, String>,
    }
    impl<'a> DeleteService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                sid: Err("sid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn sid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
            let Self { client, tid, sid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let sid = sid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& sid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_resources`]

[`Client::list_resources`]: super::Client::list_resources*/
    #[derive(Debug, Clone)]
    pub struct ListResources<'a> {
        client: &'a super::Client,
        include_scopes: Result<Option<::std::string::String>, String>,
        page: Result<Option<i64>, String>,
        page_size: Result<Option<i64>, String>,
    }
    impl<'a> ListResources<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                include_scopes: Ok(None),
                page: Ok(None),
                page_size: Ok(None),
            }
        }
        pub fn include_scopes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.include_scopes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for include_scopes failed"
                        .to_string()
                });
            self
        }
        pub fn page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page failed".to_string());
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page_size failed".to_string());
            self
        }
        ///Sends a `GET` request to `/api/resources`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<types::ResourceWithOptionalScopes>>,
            Error<types::LogtoError>,
        > {
            let Self { client, include_scopes, page, page_size } = self;
            let include_scopes = include_scopes.map_err(Error::InvalidRequest)?;
            let page = page.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/resources", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(
                    &progenitor_client::QueryParam::new("includeScopes", &include_scopes),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_resources",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_resource`]

[`Client::create_resource`]: super::Client::create_resource*/
    #[derive(Debug, Clone)]
    pub struct CreateResource<'a> {
        client: &'a super::Client,
        body: Result<types::builder::CreateResourceRequest, String>,
    }
    impl<'a> CreateResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateResourceRequest>,
            <V as std::convert::TryInto<
                types::CreateResourceRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `CreateResourceRequest` for body failed: {}", s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateResourceRequest,
            ) -> types::builder::CreateResourceRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/resources`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::ResourceWithOptionalScopes>,
            Error<types::LogtoError>,
        > {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::CreateResourceRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/api/resources", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_resource",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_resource`]

[`Client::get_resource`]: super::Client::get_resource*/
    #[derive(Debug, Clone)]
    pub struct GetResource<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl<'a> GetResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/resources/{id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Resource>, Error<types::LogtoError>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_resource",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_resource`]

[`Client::delete_resource`]: super::Client::delete_resource*/
    #[derive(Debug, Clone)]
    pub struct DeleteResource<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl<'a> DeleteResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/resources/{id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_resource",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_resource`]

[`Client::update_resource`]: super::Client::update_resource*/
    #[derive(Debug, Clone)]
    pub struct UpdateResource<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::UpdateResourceRequest, String>,
    }
    impl<'a> UpdateResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateResourceRequest>,
            <V as std::convert::TryInto<
                types::UpdateResourceRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `UpdateResourceRequest` for body failed: {}", s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateResourceRequest,
            ) -> types::builder::UpdateResourceRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/resources/{id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Resource>, Error<types::LogtoError>> {
            let Self { client, id, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::UpdateResourceRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_resource",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_resource_is_default`]

[`Client::update_resource_is_default`]: super::Client::update_resource_is_default*/
    #[derive(Debug, Clone)]
    pub struct UpdateResourceIsDefault<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::UpdateResourceIsDefaultRequest, String>,
    }
    impl<'a> UpdateResourceIsDefault<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateResourceIsDefaultRequest>,
            <V as std::convert::TryInto<
                types::UpdateResourceIsDefaultRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `UpdateResourceIsDefaultRequest` for body failed: {}",
                        s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateResourceIsDefaultRequest,
            ) -> types::builder::UpdateResourceIsDefaultRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/resources/{id}/is-default`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Resource>, Error<types::LogtoError>> {
            let Self { client, id, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::UpdateResourceIsDefaultRequest::try_from(v)
                        .map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}/is-default", client.baseurl, encode_path(& id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_resource_is_default",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_resource_scopes`]

[`Client::list_resource_scopes`]: super::Client::list_resource_scopes*/
    #[derive(Debug, Clone)]
    pub struct ListResourceScopes<'a> {
        client: &'a super::Client,
        resource_id: Result<::std::string::String, String>,
        page: Result<Option<i64>, String>,
        page_size: Result<Option<i64>, String>,
        search_params: Result<
            Option<
                ::std::collections::HashMap<::std::string::String, ::std::string::String>,
            >,
            String,
        >,
    }
    impl<'a> ListResourceScopes<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                resource_id: Err("resource_id was not initialized".to_string()),
                page: Ok(None),
                page_size: Ok(None),
                search_params: Ok(None),
            }
        }
        pub fn resource_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.resource_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for resource_id failed"
                        .to_string()
                });
            self
        }
        pub fn page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page failed".to_string());
            self
        }
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page_size failed".to_string());
            self
        }
        pub fn search_params<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<
                ::std::collections::HashMap<::std::string::String, ::std::string::String>,
            >,
        {
            self.search_params = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: collections :: HashMap < :: std :: string :: String , :: std :: string :: String >` for search_params failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/api/resources/{resourceId}/scopes`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<types::ResourceScope>>,
            Error<types::LogtoError>,
        > {
            let Self { client, resource_id, page, page_size, search_params } = self;
            let resource_id = resource_id.map_err(Error::InvalidRequest)?;
            let page = page.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let search_params = search_params.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}/scopes", client.baseurl, encode_path(& resource_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("page_size", &page_size))
                .query(
                    &progenitor_client::QueryParam::new("search_params", &search_params),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_resource_scopes",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_resource_scope`]

[`Client::create_resource_scope`]: super::Client::create_resource_scope*/
    #[derive(Debug, Clone)]
    pub struct CreateResourceScope<'a> {
        client: &'a super::Client,
        resource_id: Result<::std::string::String, String>,
        body: Result<types::builder::CreateResourceScopeRequest, String>,
    }
    impl<'a> CreateResourceScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                resource_id: Err("resource_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn resource_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.resource_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for resource_id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateResourceScopeRequest>,
            <V as std::convert::TryInto<
                types::CreateResourceScopeRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `CreateResourceScopeRequest` for body failed: {}",
                        s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateResourceScopeRequest,
            ) -> types::builder::CreateResourceScopeRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/api/resources/{resourceId}/scopes`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ResourceScope>, Error<types::LogtoError>> {
            let Self { client, resource_id, body } = self;
            let resource_id = resource_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::CreateResourceScopeRequest::try_from(v)
                        .map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}/scopes", client.baseurl, encode_path(& resource_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_resource_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_resource_scope`]

[`Client::delete_resource_scope`]: super::Client::delete_resource_scope*/
    #[derive(Debug, Clone)]
    pub struct DeleteResourceScope<'a> {
        client: &'a super::Client,
        resource_id: Result<::std::string::String, String>,
        scope_id: Result<::std::string::String, String>,
    }
    impl<'a> DeleteResourceScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                resource_id: Err("resource_id was not initialized".to_string()),
                scope_id: Err("scope_id was not initialized".to_string()),
            }
        }
        pub fn resource_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.resource_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for resource_id failed"
                        .to_string()
                });
            self
        }
        pub fn scope_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.scope_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for scope_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/api/resources/{resourceId}/scopes/{scopeId}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
            let Self { client, resource_id, scope_id } = self;
            let resource_id = resource_id.map_err(Error::InvalidRequest)?;
            let scope_id = scope_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}/scopes/{}", client.baseurl, encode_path(&
                resource_id.to_string()), encode_path(& scope_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_resource_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_resource_scope`]

[`Client::update_resource_scope`]: super::Client::update_resource_scope*/
    #[derive(Debug, Clone)]
    pub struct UpdateResourceScope<'a> {
        client: &'a super::Client,
        resource_id: Result<::std::string::String, String>,
        scope_id: Result<::std::string::String, String>,
        body: Result<types::builder::UpdateResourceScopeRequest, String>,
    }
    impl<'a> UpdateResourceScope<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                resource_id: Err("resource_id was not initialized".to_string()),
                scope_id: Err("scope_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn resource_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.resource_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for resource_id failed"
                        .to_string()
                });
            self
        }
        pub fn scope_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.scope_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for scope_id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateResourceScopeRequest>,
            <V as std::convert::TryInto<
                types::UpdateResourceScopeRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `UpdateResourceScopeRequest` for body failed: {}",
                        s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateResourceScopeRequest,
            ) -> types::builder::UpdateResourceScopeRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/api/resources/{resourceId}/scopes/{scopeId}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ResourceScope>, Error<types::LogtoError>> {
            let Self { client, resource_id, scope_id, body } = self;
            let resource_id = resource_id.map_err(Error::InvalidRequest)?;
            let scope_id = scope_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::UpdateResourceScopeRequest::try_from(v)
                        .map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/api/resources/{}/scopes/{}", client.baseurl, encode_path(&
                resource_id.to_string()), encode_path(& scope_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_resource_scope",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::local_user_store_token`]

[`Client::local_user_store_token`]: super::Client::local_user_store_token*/
    #[derive(Debug, Clone)]
    pub struct LocalUserStoreToken<'a> {
        client: &'a super::Client,
        body: Result<types::builder::TokenRequest, String>,
    }
    impl<'a> LocalUserStoreToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenRequest>,
            <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenRequest,
            ) -> types::builder::TokenRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/auth/api/v1/oauth/token`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TokenResponse>, Error<types::OAuthError>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::TokenRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/auth/api/v1/oauth/token", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "local_user_store_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_api_clients`]

[`Client::list_api_clients`]: super::Client::list_api_clients*/
    #[derive(Debug, Clone)]
    pub struct ListApiClients<'a> {
        client: &'a super::Client,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sortdir: Result<Option<types::ListApiClientsSortdir>, String>,
        sortkey: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListApiClients<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                offset: Ok(None),
                sortdir: Ok(None),
                sortkey: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        pub fn sortdir<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListApiClientsSortdir>,
        {
            self.sortdir = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ListApiClientsSortdir` for sortdir failed"
                        .to_string()
                });
            self
        }
        pub fn sortkey<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sortkey = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sortkey failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/local-user-store/api/v1/api-clients`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::ApiClientList>,
            Error<types::LocalUserStoreError>,
        > {
            let Self { client, limit, offset, sortdir, sortkey } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sortdir = sortdir.map_err(Error::InvalidRequest)?;
            let sortkey = sortkey.map_err(Error::InvalidRequest)?;
            let url = format!("{}/local-user-store/api/v1/api-clients", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sortdir", &sortdir))
                .query(&progenitor_client::QueryParam::new("sortkey", &sortkey))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_api_clients",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_api_client`]

[`Client::create_api_client`]: super::Client::create_api_client*/
    #[derive(Debug, Clone)]
    pub struct CreateApiClient<'a> {
        client: &'a super::Client,
        body: Result<types::builder::ApiClientRequest, String>,
    }
    impl<'a> CreateApiClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApiClientRequest>,
            <V as std::convert::TryInto<
                types::ApiClientRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ApiClientRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ApiClientRequest,
            ) -> types::builder::ApiClientRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/local-user-store/api/v1/api-clients`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::Identifier>,
            Error<types::LocalUserStoreError>,
        > {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::ApiClientRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/local-user-store/api/v1/api-clients", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_api_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::search_api_clients`]

[`Client::search_api_clients`]: super::Client::search_api_clients*/
    #[derive(Debug, Clone)]
    pub struct SearchApiClients<'a> {
        client: &'a super::Client,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sortdir: Result<Option<::std::string::String>, String>,
        sortkey: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::ApiClientSearchRequest, String>,
    }
    impl<'a> SearchApiClients<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                offset: Ok(None),
                sortdir: Ok(None),
                sortkey: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        pub fn sortdir<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sortdir = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sortdir failed"
                        .to_string()
                });
            self
        }
        pub fn sortkey<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sortkey = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sortkey failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApiClientSearchRequest>,
            <V as std::convert::TryInto<
                types::ApiClientSearchRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `ApiClientSearchRequest` for body failed: {}", s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ApiClientSearchRequest,
            ) -> types::builder::ApiClientSearchRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/local-user-store/api/v1/api-clients/search`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::ApiClientList>,
            Error<types::LocalUserStoreError>,
        > {
            let Self { client, limit, offset, sortdir, sortkey, body } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sortdir = sortdir.map_err(Error::InvalidRequest)?;
            let sortkey = sortkey.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ApiClientSearchRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/local-user-store/api/v1/api-clients/search", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sortdir", &sortdir))
                .query(&progenitor_client::QueryParam::new("sortkey", &sortkey))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "search_api_clients",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_api_client`]

[`Client::get_api_client`]: super::Client::get_api_client*/
    #[derive(Debug, Clone)]
    pub struct GetApiClient<'a> {
        client: &'a super::Client,
        api_client_id: Result<::std::string::String, String>,
    }
    impl<'a> GetApiClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                api_client_id: Err("api_client_id was not initialized".to_string()),
            }
        }
        pub fn api_client_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.api_client_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for api_client_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ApiClient>, Error<types::LocalUserStoreError>> {
            let Self { client, api_client_id } = self;
            let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/local-user-store/api/v1/api-clients/{}", client.baseurl,
                encode_path(& api_client_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_api_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_api_client`]

[`Client::update_api_client`]: super::Client::update_api_client*/
    #[derive(Debug, Clone)]
    pub struct UpdateApiClient<'a> {
        client: &'a super::Client,
        api_client_id: Result<::std::string::String, String>,
        body: Result<types::builder::ApiClientRequest, String>,
    }
    impl<'a> UpdateApiClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                api_client_id: Err("api_client_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn api_client_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.api_client_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for api_client_id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApiClientRequest>,
            <V as std::convert::TryInto<
                types::ApiClientRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ApiClientRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ApiClientRequest,
            ) -> types::builder::ApiClientRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<()>, Error<types::LocalUserStoreError>> {
            let Self { client, api_client_id, body } = self;
            let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ApiClientRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/local-user-store/api/v1/api-clients/{}", client.baseurl,
                encode_path(& api_client_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_api_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_api_client`]

[`Client::delete_api_client`]: super::Client::delete_api_client*/
    #[derive(Debug, Clone)]
    pub struct DeleteApiClient<'a> {
        client: &'a super::Client,
        api_client_id: Result<::std::string::String, String>,
    }
    impl<'a> DeleteApiClient<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                api_client_id: Err("api_client_id was not initialized".to_string()),
            }
        }
        pub fn api_client_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.api_client_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for api_client_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<()>, Error<types::LocalUserStoreError>> {
            let Self { client, api_client_id } = self;
            let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/local-user-store/api/v1/api-clients/{}", client.baseurl,
                encode_path(& api_client_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_api_client",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::logto_token`]

[`Client::logto_token`]: super::Client::logto_token*/
    #[derive(Debug, Clone)]
    pub struct LogtoToken<'a> {
        client: &'a super::Client,
        body: Result<types::builder::TokenRequest, String>,
    }
    impl<'a> LogtoToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenRequest>,
            <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenRequest,
            ) -> types::builder::TokenRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/oidc/token`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TokenResponse>, Error<types::OAuthError>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::TokenRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/oidc/token", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "logto_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_jwks`]

[`Client::get_jwks`]: super::Client::get_jwks*/
    #[derive(Debug, Clone)]
    pub struct GetJwks<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> GetJwks<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/{tid}/{aid}/.well-known/jwks.json`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::OAuthError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/.well-known/jwks.json", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "get_jwks",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_authorization_server_metadata_below_issuer`]

[`Client::get_authorization_server_metadata_below_issuer`]: super::Client::get_authorization_server_metadata_below_issuer*/
    #[derive(Debug, Clone)]
    pub struct GetAuthorizationServerMetadataBelowIssuer<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> GetAuthorizationServerMetadataBelowIssuer<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/{tid}/{aid}/.well-known/oauth-authorization-server`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServerMetadata>, Error<types::OAuthError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/.well-known/oauth-authorization-server", client.baseurl,
                encode_path(& tid.to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_authorization_server_metadata_below_issuer",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_openid_configuration`]

[`Client::get_openid_configuration`]: super::Client::get_openid_configuration*/
    #[derive(Debug, Clone)]
    pub struct GetOpenidConfiguration<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
    }
    impl<'a> GetOpenidConfiguration<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/{tid}/{aid}/.well-known/openid-configuration`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServerMetadata>, Error<types::OAuthError>> {
            let Self { client, tid, aid } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/.well-known/openid-configuration", client.baseurl,
                encode_path(& tid.to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_openid_configuration",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::introspect`]

[`Client::introspect`]: super::Client::introspect*/
    #[derive(Debug, Clone)]
    pub struct Introspect<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
        body: Result<types::builder::TokenQuery, String>,
    }
    impl<'a> Introspect<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenQuery>,
            <V as std::convert::TryInto<types::TokenQuery>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenQuery` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenQuery,
            ) -> types::builder::TokenQuery,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/{tid}/{aid}/oauth2/introspect`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Introspection>, Error<types::OAuthError>> {
            let Self { client, tid, aid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TokenQuery::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/oauth2/introspect", client.baseurl, encode_path(& tid
                .to_string()), encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "introspect",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::revoke`]

[`Client::revoke`]: super::Client::revoke*/
    #[derive(Debug, Clone)]
    pub struct Revoke<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
        body: Result<types::builder::TokenQuery, String>,
    }
    impl<'a> Revoke<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenQuery>,
            <V as std::convert::TryInto<types::TokenQuery>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenQuery` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenQuery,
            ) -> types::builder::TokenQuery,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/{tid}/{aid}/oauth2/revoke`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::OAuthError>> {
            let Self { client, tid, aid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TokenQuery::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/oauth2/revoke", client.baseurl, encode_path(& tid.to_string()),
                encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "revoke",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::empty(response)),
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::token`]

[`Client::token`]: super::Client::token*/
    #[derive(Debug, Clone)]
    pub struct Token<'a> {
        client: &'a super::Client,
        tid: Result<::std::string::String, String>,
        aid: Result<::std::string::String, String>,
        body: Result<types::builder::TokenRequest, String>,
    }
    impl<'a> Token<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tid: Err("tid was not initialized".to_string()),
                aid: Err("aid was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn tid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.tid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for tid failed"
                        .to_string()
                });
            self
        }
        pub fn aid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.aid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for aid failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenRequest>,
            <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenRequest,
            ) -> types::builder::TokenRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/{tid}/{aid}/oauth2/token`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TokenResponse>, Error<types::OAuthError>> {
            let Self { client, tid, aid, body } = self;
            let tid = tid.map_err(Error::InvalidRequest)?;
            let aid = aid.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::TokenRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/{}/{}/oauth2/token", client.baseurl, encode_path(& tid.to_string()),
                encode_path(& aid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16..=599u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
