//! What only the operations of this dialect take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::types::*;
use crate::generated::types::error;

///`ListApplicationsIsThirdParty`
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
pub enum ListApplicationsIsThirdParty {
    #[serde(rename = "true")]
    True,
    #[serde(rename = "false")]
    False,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ListApplicationsIsThirdParty {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::True => f.write_str("true"),
            Self::False => f.write_str("false"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ListApplicationsIsThirdParty {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "true" => Ok(Self::True),
            "false" => Ok(Self::False),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ListApplicationsIsThirdParty {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for ListApplicationsIsThirdParty {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ListApplicationsIsThirdParty> for ListApplicationsIsThirdParty {
    fn into_optional(self) -> ::std::option::Option<ListApplicationsIsThirdParty> {
        Some(self)
    }
}
impl crate::IntoOptional<ListApplicationsIsThirdParty>
for ::std::option::Option<ListApplicationsIsThirdParty> {
    fn into_optional(self) -> ::std::option::Option<ListApplicationsIsThirdParty> {
        self
    }
}
///`ListApplicationsTypesItem`
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
pub enum ListApplicationsTypesItem {
    Native,
    #[serde(rename = "SPA")]
    Spa,
    Traditional,
    MachineToMachine,
    Protected,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ListApplicationsTypesItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Native => f.write_str("Native"),
            Self::Spa => f.write_str("SPA"),
            Self::Traditional => f.write_str("Traditional"),
            Self::MachineToMachine => f.write_str("MachineToMachine"),
            Self::Protected => f.write_str("Protected"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ListApplicationsTypesItem {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "Native" => Ok(Self::Native),
            "SPA" => Ok(Self::Spa),
            "Traditional" => Ok(Self::Traditional),
            "MachineToMachine" => Ok(Self::MachineToMachine),
            "Protected" => Ok(Self::Protected),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ListApplicationsTypesItem {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for ListApplicationsTypesItem {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ListApplicationsTypesItem> for ListApplicationsTypesItem {
    fn into_optional(self) -> ::std::option::Option<ListApplicationsTypesItem> {
        Some(self)
    }
}
impl crate::IntoOptional<ListApplicationsTypesItem>
for ::std::option::Option<ListApplicationsTypesItem> {
    fn into_optional(self) -> ::std::option::Option<ListApplicationsTypesItem> {
        self
    }
}
///An application: an OAuth client of the tenant's default server. It is what the ACP dialect calls a client.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplication {
    ///When it was made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///How it and its tokens behave.
    #[serde(rename = "customClientMetadata")]
    pub custom_client_metadata: LogtoCustomClientMetadata,
    ///What its developer keeps here.
    #[serde(rename = "customData")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What the application does, for people; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the application, and its `client_id`. Made by the server.
    pub id: ::std::string::String,
    ///Whether its users are asked for their consent, since it isn't the tenant's own.
    #[serde(rename = "isThirdParty")]
    pub is_third_party: bool,
    ///Name of the application, for people.
    pub name: ::std::string::String,
    ///What OpenID Connect knows of it.
    #[serde(rename = "oidcClientMetadata")]
    pub oidc_client_metadata: LogtoOidcClientMetadata,
    ///Where a proxy serves it; null for all types but Protected.
    #[serde(
        rename = "protectedAppMetadata",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub protected_app_metadata: ::std::option::Option<
        LogtoApplicationProtectedAppMetadata,
    >,
    ///What it proves itself with. Of types that keep no secret it proves nothing; `N/A` where it isn't shown to the caller.
    pub secret: ::authplane_client::Secret,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///How it gets tokens, and whether it has users.
    #[serde(rename = "type")]
    pub type_: LogtoApplicationType,
}
///Applications that shall have a role.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplicationIdsRequest {
    ///Ids of applications of type `MachineToMachine`.
    #[serde(rename = "applicationIds")]
    pub application_ids: ::std::vec::Vec<::std::string::String>,
}
impl LogtoApplicationIdsRequest {
    pub fn builder() -> builder::LogtoApplicationIdsRequest {
        Default::default()
    }
}
///Where a proxy serves it; null for all types but Protected.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplicationProtectedAppMetadata {
    ///Host that users go to.
    pub host: ::std::string::String,
    ///Address of the application itself, which the proxy sends requests to.
    pub origin: ::std::string::String,
    ///Paths that only users who signed in may see.
    #[serde(rename = "pageRules")]
    pub page_rules: ::std::vec::Vec<LogtoPageRule>,
    ///How long users stay signed in, in seconds.
    #[serde(rename = "sessionDuration")]
    pub session_duration: i64,
}
///A secret of an application.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplicationSecret {
    ///Id of the application that it belongs to.
    #[serde(rename = "applicationId")]
    pub application_id: ::std::string::String,
    ///When it was made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///From when on it proves nothing any more, in milliseconds since the epoch; null for never.
    #[serde(
        rename = "expiresAt",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub expires_at: ::std::option::Option<i64>,
    ///Name of the secret, unique in the application.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///What the application proves itself with; `N/A` where it isn't shown to the caller, or nobody knows it.
    pub value: ::std::string::String,
}
///An application, and whether it administers.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplicationWithAdmin {
    ///When it was made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///How it and its tokens behave.
    #[serde(rename = "customClientMetadata")]
    pub custom_client_metadata: LogtoCustomClientMetadata,
    ///What its developer keeps here.
    #[serde(rename = "customData")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What the application does, for people; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the application, and its `client_id`. Made by the server.
    pub id: ::std::string::String,
    ///Whether it may do everything at this API.
    #[serde(rename = "isAdmin")]
    pub is_admin: bool,
    ///Whether its users are asked for their consent, since it isn't the tenant's own.
    #[serde(rename = "isThirdParty")]
    pub is_third_party: bool,
    ///Name of the application, for people.
    pub name: ::std::string::String,
    ///What OpenID Connect knows of it.
    #[serde(rename = "oidcClientMetadata")]
    pub oidc_client_metadata: LogtoOidcClientMetadata,
    ///Where a proxy serves it; null for all types but Protected.
    #[serde(
        rename = "protectedAppMetadata",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub protected_app_metadata: ::std::option::Option<
        LogtoApplicationWithAdminProtectedAppMetadata,
    >,
    ///What it proves itself with. Of types that keep no secret it proves nothing; `N/A` where it isn't shown to the caller.
    pub secret: ::authplane_client::Secret,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///How it gets tokens, and whether it has users.
    #[serde(rename = "type")]
    pub type_: LogtoApplicationType,
}
///Where a proxy serves it; null for all types but Protected.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoApplicationWithAdminProtectedAppMetadata {
    ///Host that users go to.
    pub host: ::std::string::String,
    ///Address of the application itself, which the proxy sends requests to.
    pub origin: ::std::string::String,
    ///Paths that only users who signed in may see.
    #[serde(rename = "pageRules")]
    pub page_rules: ::std::vec::Vec<LogtoPageRule>,
    ///How long users stay signed in, in seconds.
    #[serde(rename = "sessionDuration")]
    pub session_duration: i64,
}
///What an application is made from. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateApplicationRequest {
    ///How it and its tokens behave.
    #[serde(
        rename = "customClientMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub custom_client_metadata: ::std::option::Option<LogtoCustomClientMetadata>,
    ///What its developer keeps here: any object of at most 64 KiB.
    #[serde(
        rename = "customData",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub custom_data: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///What the application does, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Whether its users are asked for their consent. For the type Traditional alone; false when absent.
    #[serde(
        rename = "isThirdParty",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_third_party: ::std::option::Option<bool>,
    ///Name of the application, for people.
    pub name: ::std::string::String,
    ///What OpenID Connect knows of it. Both lists of addresses must be there.
    #[serde(
        rename = "oidcClientMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub oidc_client_metadata: ::std::option::Option<LogtoOidcClientMetadata>,
    ///Where it is served. Required for the type Protected, ignored for others.
    #[serde(
        rename = "protectedAppMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub protected_app_metadata: ::std::option::Option<LogtoCreateProtectedAppMetadata>,
    ///How it gets tokens, and whether it has users; it never changes.
    #[serde(rename = "type")]
    pub type_: LogtoApplicationType,
}
impl LogtoCreateApplicationRequest {
    pub fn builder() -> builder::LogtoCreateApplicationRequest {
        Default::default()
    }
}
///What a secret of an application is made from; its value is made by the server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateApplicationSecretRequest {
    ///From when on it proves nothing any more, in milliseconds since the epoch; null and absent for never.
    #[serde(
        rename = "expiresAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_at: ::std::option::Option<i64>,
    ///Name of the secret, unique in the application.
    pub name: ::std::string::String,
}
impl LogtoCreateApplicationSecretRequest {
    pub fn builder() -> builder::LogtoCreateApplicationSecretRequest {
        Default::default()
    }
}
///Where a protected application shall be served.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateProtectedAppMetadata {
    ///Address of the application itself, which the proxy sends requests to.
    pub origin: ::std::string::String,
    ///First label of its host: lower-case letters, digits and hyphens.
    #[serde(rename = "subDomain")]
    pub sub_domain: ::std::string::String,
}
impl LogtoCreateProtectedAppMetadata {
    pub fn builder() -> builder::LogtoCreateProtectedAppMetadata {
        Default::default()
    }
}
///What an API resource is made from.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateResourceRequest {
    ///How long its tokens live, in seconds; 3600 when absent.
    #[serde(
        rename = "accessTokenTtl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub access_token_ttl: ::std::option::Option<i64>,
    ///What clients ask for it by, and the audience of its tokens: any text that is unique in the tenant, usually its address.
    pub indicator: ::std::string::String,
    ///Name of the API resource, for people.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the tenant is the token's.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl LogtoCreateResourceRequest {
    pub fn builder() -> builder::LogtoCreateResourceRequest {
        Default::default()
    }
}
///What a scope of an API resource is made from.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateResourceScopeRequest {
    ///What the scope allows, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///What clients ask for, in `scope` of their requests: without white space, unique in the API resource.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the tenant is the token's.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl LogtoCreateResourceScopeRequest {
    pub fn builder() -> builder::LogtoCreateResourceScopeRequest {
        Default::default()
    }
}
///What a role is made from. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoCreateRoleRequest {
    ///What the role is for, for people.
    pub description: ::std::string::String,
    ///Whether users who are new have it; false when absent.
    #[serde(
        rename = "isDefault",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_default: ::std::option::Option<bool>,
    ///Name of the role, unique in the tenant.
    pub name: ::std::string::String,
    ///Ids of the scopes that it gives: of API resources, and for applications of the management API.
    #[serde(rename = "scopeIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub scope_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Accepted and ignored, since the tenant is the token's.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Who can have it; it never changes. Users, when absent.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<LogtoRoleType>,
}
impl LogtoCreateRoleRequest {
    pub fn builder() -> builder::LogtoCreateRoleRequest {
        Default::default()
    }
}
///What a user is made from. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoCreateUserRequest {
    ///Address of a picture of them: any URL.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub avatar: ::std::option::Option<::std::string::String>,
    ///What an administrator keeps here about them.
    #[serde(
        rename = "customData",
        default,
        skip_serializing_if = "::serde_json::Map::is_empty"
    )]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What they are called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Password of the user. No answer tells it, since only its hash is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub password: ::std::option::Option<::authplane_client::Secret>,
    ///What the digest was made with. Required beside a digest.
    #[serde(
        rename = "passwordAlgorithm",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub password_algorithm: ::std::option::Option<LogtoPasswordAlgorithm>,
    ///What another system kept of the password, in the place of the password.
    #[serde(
        rename = "passwordDigest",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub password_digest: ::std::option::Option<::std::string::String>,
    ///E-mail address that the user signs in with, unique in the tenant in whatever case.
    #[serde(
        rename = "primaryEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub primary_email: ::std::option::Option<::std::string::String>,
    ///Telephone number that the user signs in with: digits alone, unique in the tenant.
    #[serde(
        rename = "primaryPhone",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub primary_phone: ::std::option::Option<::std::string::String>,
    ///What else is known about them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profile: ::std::option::Option<LogtoUserProfile>,
    ///Name that the user signs in with, unique in the tenant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}
impl LogtoCreateUserRequest {
    pub fn builder() -> builder::LogtoCreateUserRequest {
        Default::default()
    }
}
///An application that has a role, in short.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoFeaturedApplication {
    ///Id of the application.
    pub id: ::std::string::String,
    ///Name of the application, for people.
    pub name: ::std::string::String,
    ///How it gets tokens, and whether it has users.
    #[serde(rename = "type")]
    pub type_: LogtoApplicationType,
}
///A user who has a role, in short.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoFeaturedUser {
    ///Address of a picture of them; null where there is none.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub avatar: ::std::option::Option<::std::string::String>,
    ///Id of the user.
    pub id: ::std::string::String,
    ///What they are called; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub name: ::std::option::Option<::std::string::String>,
}
///Whether a user has a password.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoHasPassword {
    ///Whether the user has a password.
    #[serde(rename = "hasPassword")]
    pub has_password: bool,
}
///What OpenID Connect knows of an application.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoOidcClientMetadata {
    ///Whether it wants to hear of which session.
    #[serde(
        rename = "backchannelLogoutSessionRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub backchannel_logout_session_required: ::std::option::Option<bool>,
    ///Where it hears that a user signed out (OpenID Connect Back-Channel Logout).
    #[serde(
        rename = "backchannelLogoutUri",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub backchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo, which consent pages show.
    #[serde(rename = "logoUri", skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Where users may be sent to after they signed out, compared letter by letter.
    #[serde(rename = "postLogoutRedirectUris")]
    pub post_logout_redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Where users may be sent back to after they signed in, compared letter by letter.
    #[serde(rename = "redirectUris")]
    pub redirect_uris: ::std::vec::Vec<::std::string::String>,
}
impl LogtoOidcClientMetadata {
    pub fn builder() -> builder::LogtoOidcClientMetadata {
        Default::default()
    }
}
///What changes of what OpenID Connect knows of an application: each member that is there replaces the one that is kept.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoOidcClientMetadataPatch {
    ///Whether it wants to hear of which session; kept when absent.
    #[serde(
        rename = "backchannelLogoutSessionRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub backchannel_logout_session_required: ::std::option::Option<bool>,
    ///Where it hears that a user signed out; kept when absent, and an empty text takes it away.
    #[serde(
        rename = "backchannelLogoutUri",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub backchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo; kept when absent, and an empty text takes it away.
    #[serde(rename = "logoUri", skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Where users may be sent to after they signed out; kept when absent.
    #[serde(
        rename = "postLogoutRedirectUris",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub post_logout_redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Where users may be sent back to after they signed in; kept when absent.
    #[serde(
        rename = "redirectUris",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub redirect_uris: ::std::vec::Vec<::std::string::String>,
}
impl LogtoOidcClientMetadataPatch {
    pub fn builder() -> builder::LogtoOidcClientMetadataPatch {
        Default::default()
    }
}
///A path of a protected application.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoPageRule {
    ///Pattern of the paths.
    pub path: ::std::string::String,
}
impl LogtoPageRule {
    pub fn builder() -> builder::LogtoPageRule {
        Default::default()
    }
}
///What a digest of a password was made with.
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
pub enum LogtoPasswordAlgorithm {
    Argon2i,
    Argon2id,
    Argon2d,
    #[serde(rename = "SHA1")]
    Sha1,
    #[serde(rename = "SHA256")]
    Sha256,
    #[serde(rename = "MD5")]
    Md5,
    Bcrypt,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for LogtoPasswordAlgorithm {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Argon2i => f.write_str("Argon2i"),
            Self::Argon2id => f.write_str("Argon2id"),
            Self::Argon2d => f.write_str("Argon2d"),
            Self::Sha1 => f.write_str("SHA1"),
            Self::Sha256 => f.write_str("SHA256"),
            Self::Md5 => f.write_str("MD5"),
            Self::Bcrypt => f.write_str("Bcrypt"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for LogtoPasswordAlgorithm {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "Argon2i" => Ok(Self::Argon2i),
            "Argon2id" => Ok(Self::Argon2id),
            "Argon2d" => Ok(Self::Argon2d),
            "SHA1" => Ok(Self::Sha1),
            "SHA256" => Ok(Self::Sha256),
            "MD5" => Ok(Self::Md5),
            "Bcrypt" => Ok(Self::Bcrypt),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for LogtoPasswordAlgorithm {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for LogtoPasswordAlgorithm {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<LogtoPasswordAlgorithm> for LogtoPasswordAlgorithm {
    fn into_optional(self) -> ::std::option::Option<LogtoPasswordAlgorithm> {
        Some(self)
    }
}
impl crate::IntoOptional<LogtoPasswordAlgorithm>
for ::std::option::Option<LogtoPasswordAlgorithm> {
    fn into_optional(self) -> ::std::option::Option<LogtoPasswordAlgorithm> {
        self
    }
}
///An API resource: an API with scopes. It is what the ACP dialect calls a service.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoResource {
    ///How long its tokens live, in seconds.
    #[serde(rename = "accessTokenTtl")]
    pub access_token_ttl: i64,
    ///Id of the API resource, made by the server.
    pub id: ::std::string::String,
    ///What clients ask for it by, and the audience of its tokens. Unique in the tenant; it never changes.
    pub indicator: ::std::string::String,
    ///Whether tokens are for it where the request names no resource.
    #[serde(rename = "isDefault")]
    pub is_default: bool,
    ///Name of the API resource, for people.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}
///A scope of an API resource: something that clients can be allowed to do with it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoResourceScope {
    ///When it was made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///What the scope allows, for people; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the scope, which isn't its name. Made by the server.
    pub id: ::std::string::String,
    ///What clients ask for, in `scope` of their requests; unique in the API resource.
    pub name: ::std::string::String,
    ///Id of the API resource that it belongs to.
    #[serde(rename = "resourceId")]
    pub resource_id: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}
///An API resource, with its scopes where they were asked for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoResourceWithOptionalScopes {
    ///How long its tokens live, in seconds.
    #[serde(rename = "accessTokenTtl")]
    pub access_token_ttl: i64,
    ///Id of the API resource, made by the server.
    pub id: ::std::string::String,
    ///What clients ask for it by, and the audience of its tokens. Unique in the tenant; it never changes.
    pub indicator: ::std::string::String,
    ///Whether tokens are for it where the request names no resource.
    #[serde(rename = "isDefault")]
    pub is_default: bool,
    ///Name of the API resource, for people.
    pub name: ::std::string::String,
    ///Its scopes; present after a creation and with `includeScopes`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub scopes: ::std::vec::Vec<LogtoResourceScope>,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}
///A role: scopes of API resources that users, or applications, are given together.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoRole {
    ///What the role is for, for people.
    pub description: ::std::string::String,
    ///Id of the role, made by the server.
    pub id: ::std::string::String,
    ///Whether users who are new have it.
    #[serde(rename = "isDefault")]
    pub is_default: bool,
    ///Name of the role, unique in the tenant.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///Who can have it.
    #[serde(rename = "type")]
    pub type_: LogtoRoleType,
}
///Roles that an application shall have.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoRoleIdsRequest {
    ///Ids of roles of type `MachineToMachine`.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
}
impl LogtoRoleIdsRequest {
    pub fn builder() -> builder::LogtoRoleIdsRequest {
        Default::default()
    }
}
///Who can have a role.
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
pub enum LogtoRoleType {
    User,
    MachineToMachine,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for LogtoRoleType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::User => f.write_str("User"),
            Self::MachineToMachine => f.write_str("MachineToMachine"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for LogtoRoleType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "User" => Ok(Self::User),
            "MachineToMachine" => Ok(Self::MachineToMachine),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for LogtoRoleType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for LogtoRoleType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<LogtoRoleType> for LogtoRoleType {
    fn into_optional(self) -> ::std::option::Option<LogtoRoleType> {
        Some(self)
    }
}
impl crate::IntoOptional<LogtoRoleType> for ::std::option::Option<LogtoRoleType> {
    fn into_optional(self) -> ::std::option::Option<LogtoRoleType> {
        self
    }
}
///A role, and who has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoRoleWithFeatured {
    ///How many applications have it.
    #[serde(rename = "applicationsCount")]
    pub applications_count: i64,
    ///What the role is for, for people.
    pub description: ::std::string::String,
    ///The first three applications that have it.
    #[serde(rename = "featuredApplications")]
    pub featured_applications: ::std::vec::Vec<LogtoFeaturedApplication>,
    ///The first three users who have it.
    #[serde(rename = "featuredUsers")]
    pub featured_users: ::std::vec::Vec<LogtoFeaturedUser>,
    ///Id of the role, made by the server.
    pub id: ::std::string::String,
    ///Whether users who are new have it.
    #[serde(rename = "isDefault")]
    pub is_default: bool,
    ///Name of the role, unique in the tenant.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///Who can have it.
    #[serde(rename = "type")]
    pub type_: LogtoRoleType,
    ///How many users have it.
    #[serde(rename = "usersCount")]
    pub users_count: i64,
}
///Scopes that a role shall give.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoScopeIdsRequest {
    ///Ids of scopes of API resources.
    #[serde(rename = "scopeIds")]
    pub scope_ids: ::std::vec::Vec<::std::string::String>,
}
impl LogtoScopeIdsRequest {
    pub fn builder() -> builder::LogtoScopeIdsRequest {
        Default::default()
    }
}
///A scope that a role gives, with the API resource that it belongs to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoScopeWithResource {
    ///When it was made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///What the scope allows, for people; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the scope, which isn't its name. Made by the server.
    pub id: ::std::string::String,
    ///What clients ask for, in `scope` of their requests; unique in the API resource.
    pub name: ::std::string::String,
    ///The API resource that it belongs to.
    pub resource: LogtoResource,
    ///Id of the API resource that it belongs to.
    #[serde(rename = "resourceId")]
    pub resource_id: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}
///Who a user is at an enterprise provider.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoSsoIdentity {
    ///When it was linked, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///What the provider told about them.
    pub detail: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Id of the identity, made by the server.
    pub id: ::std::string::String,
    ///What the provider calls them.
    #[serde(rename = "identityId")]
    pub identity_id: ::std::string::String,
    ///Issuer that the provider calls itself.
    pub issuer: ::std::string::String,
    ///Id of the connector that leads there.
    #[serde(rename = "ssoConnectorId")]
    pub sso_connector_id: ::std::string::String,
    ///Id of the tenant that it belongs to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    ///Id of the user whose it is.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}
///Whether a user may sign in.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoSuspensionRequest {
    ///Whether the user may not sign in.
    #[serde(rename = "isSuspended")]
    pub is_suspended: bool,
}
impl LogtoSuspensionRequest {
    pub fn builder() -> builder::LogtoSuspensionRequest {
        Default::default()
    }
}
///What changes of an application. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateApplicationRequest {
    ///How it and its tokens behave: the members that are there replace those that are kept.
    #[serde(
        rename = "customClientMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub custom_client_metadata: ::std::option::Option<LogtoCustomClientMetadata>,
    ///What its developer keeps here, replaced as a whole; kept when absent.
    #[serde(
        rename = "customData",
        default,
        skip_serializing_if = "::serde_json::Map::is_empty"
    )]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What the application does, for people. Kept when absent; null and an empty text take it away.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
    ///Whether it may do everything at this API; kept when absent. For callers who may do everything.
    #[serde(rename = "isAdmin", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_admin: ::std::option::Option<bool>,
    ///Name of the application, for people; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///What OpenID Connect knows of it: the members that are there replace those that are kept.
    #[serde(
        rename = "oidcClientMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub oidc_client_metadata: ::std::option::Option<LogtoOidcClientMetadataPatch>,
    ///Refused for all types but Protected.
    #[serde(
        rename = "protectedAppMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub protected_app_metadata: ::std::option::Option<LogtoUpdateProtectedAppMetadata>,
}
impl LogtoUpdateApplicationRequest {
    pub fn builder() -> builder::LogtoUpdateApplicationRequest {
        Default::default()
    }
}
///What changes of a secret of an application.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUpdateApplicationSecretRequest {
    ///Name that it has from now on, unique in the application.
    pub name: ::std::string::String,
}
impl LogtoUpdateApplicationSecretRequest {
    pub fn builder() -> builder::LogtoUpdateApplicationSecretRequest {
        Default::default()
    }
}
///What changes of where a protected application is served.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateProtectedAppMetadata {
    ///Address of the application itself; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub origin: ::std::option::Option<::std::string::String>,
    ///Paths that only users who signed in may see; kept when absent.
    #[serde(
        rename = "pageRules",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub page_rules: ::std::option::Option<::std::vec::Vec<LogtoPageRule>>,
    ///How long users stay signed in, in seconds; kept when absent.
    #[serde(
        rename = "sessionDuration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_duration: ::std::option::Option<f64>,
}
impl LogtoUpdateProtectedAppMetadata {
    pub fn builder() -> builder::LogtoUpdateProtectedAppMetadata {
        Default::default()
    }
}
///Whether an API resource is the tenant's default.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUpdateResourceIsDefaultRequest {
    ///True takes it from the one that was; false leaves the tenant without one.
    #[serde(rename = "isDefault")]
    pub is_default: bool,
}
impl LogtoUpdateResourceIsDefaultRequest {
    pub fn builder() -> builder::LogtoUpdateResourceIsDefaultRequest {
        Default::default()
    }
}
///What changes of an API resource. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateResourceRequest {
    ///How long its tokens live, in seconds; kept when absent.
    #[serde(
        rename = "accessTokenTtl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub access_token_ttl: ::std::option::Option<i64>,
    ///Name of the API resource, for people; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the tenant is the token's.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
}
impl LogtoUpdateResourceRequest {
    pub fn builder() -> builder::LogtoUpdateResourceRequest {
        Default::default()
    }
}
///What changes of a scope of an API resource.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateResourceScopeRequest {
    ///What the scope allows, for people. Kept when absent; null and an empty text take it away.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
    ///What clients ask for, in `scope` of their requests; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the tenant is the token's.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
}
impl LogtoUpdateResourceScopeRequest {
    pub fn builder() -> builder::LogtoUpdateResourceScopeRequest {
        Default::default()
    }
}
///What changes of a role. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateRoleRequest {
    ///What the role is for, for people; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Whether users who are new have it; kept when absent.
    #[serde(
        rename = "isDefault",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_default: ::std::option::Option<bool>,
    ///Name of the role, unique in the tenant; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}
impl LogtoUpdateRoleRequest {
    pub fn builder() -> builder::LogtoUpdateRoleRequest {
        Default::default()
    }
}
///What changes of a user. Everything else is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUpdateUserRequest {
    ///Address of a picture of them; kept when absent, and null or an empty text takes it away.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub avatar: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
    ///In the place of all that an administrator keeps here about them; kept when absent.
    #[serde(
        rename = "customData",
        default,
        skip_serializing_if = "::serde_json::Map::is_empty"
    )]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What they are called; kept when absent, and null or an empty text takes it away.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
    ///E-mail address that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(
        rename = "primaryEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub primary_email: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
    ///Telephone number that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(
        rename = "primaryPhone",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub primary_phone: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
    ///In the place of all that else is known about them; kept when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profile: ::std::option::Option<LogtoUserProfile>,
    ///Name that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<
        ::authplane_client::Nullable<::std::string::String>,
    >,
}
impl LogtoUpdateUserRequest {
    pub fn builder() -> builder::LogtoUpdateUserRequest {
        Default::default()
    }
}
///A user of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUser {
    ///Application at which they signed up; null where an administrator made them.
    #[serde(
        rename = "applicationId",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub application_id: ::std::option::Option<::std::string::String>,
    ///Address of a picture of them; null where there is none.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub avatar: ::std::option::Option<::std::string::String>,
    ///When they were made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///What an administrator keeps here about them.
    #[serde(rename = "customData")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Whether they have a password.
    #[serde(rename = "hasPassword")]
    pub has_password: bool,
    ///Id of the user, and the subject of their tokens. Made by the server.
    pub id: ::std::string::String,
    ///Who they are at other providers, by the provider's name.
    pub identities: ::std::collections::HashMap<
        ::std::string::String,
        LogtoUserIdentity,
    >,
    ///Whether they may not sign in.
    #[serde(rename = "isSuspended")]
    pub is_suspended: bool,
    ///When they signed in last, in milliseconds since the epoch; null where they never did.
    #[serde(
        rename = "lastSignInAt",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub last_sign_in_at: ::std::option::Option<i64>,
    ///What they are called; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub name: ::std::option::Option<::std::string::String>,
    ///E-mail address that the user signs in with, compared in any case; null where there is none.
    #[serde(
        rename = "primaryEmail",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub primary_email: ::std::option::Option<::std::string::String>,
    ///Telephone number that the user signs in with, digits alone; null where there is none.
    #[serde(
        rename = "primaryPhone",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub primary_phone: ::std::option::Option<::std::string::String>,
    ///What else is known about them.
    pub profile: LogtoUserProfile,
    ///When anything about them was written last, in milliseconds since the epoch.
    #[serde(rename = "updatedAt")]
    pub updated_at: i64,
    ///Name that the user signs in with, compared letter by letter; null where there is none.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub username: ::std::option::Option<::std::string::String>,
}
///A postal address (OpenID Connect Core §5.1.1), by the names of Logto's dialect.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUserAddress {
    ///The name of the country.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: ::std::option::Option<::std::string::String>,
    ///The whole address, as it stands on a letter.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub formatted: ::std::option::Option<::std::string::String>,
    ///The city or the village.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub locality: ::std::option::Option<::std::string::String>,
    ///The postal code, or zip code.
    #[serde(
        rename = "postalCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub postal_code: ::std::option::Option<::std::string::String>,
    ///The state, province or region.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub region: ::std::option::Option<::std::string::String>,
    ///Street and number of the house.
    #[serde(
        rename = "streetAddress",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub street_address: ::std::option::Option<::std::string::String>,
}
impl LogtoUserAddress {
    pub fn builder() -> builder::LogtoUserAddress {
        Default::default()
    }
}
///Members of the custom data that change.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUserCustomDataRequest {
    ///Each takes the place of the one that is there; the others stay.
    #[serde(rename = "customData")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl LogtoUserCustomDataRequest {
    pub fn builder() -> builder::LogtoUserCustomDataRequest {
        Default::default()
    }
}
///Who a user is at another provider.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUserIdentity {
    ///What the provider told about them.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub details: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///What the provider calls them.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}
///A password of a user.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUserPasswordRequest {
    ///Password, as the user types it.
    pub password: ::authplane_client::Secret,
}
impl LogtoUserPasswordRequest {
    pub fn builder() -> builder::LogtoUserPasswordRequest {
        Default::default()
    }
}
///Claims of OpenID Connect Core §5.1 that a user has in no column of their own, by the names of Logto's dialect.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoUserProfile {
    ///Where they live, or get their mail.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address: ::std::option::Option<LogtoUserAddress>,
    ///When they were born: `YYYY-MM-DD`, as OpenID Connect has it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub birthdate: ::std::option::Option<::std::string::String>,
    ///Surnames or last names.
    #[serde(
        rename = "familyName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub family_name: ::std::option::Option<::std::string::String>,
    ///Their gender, in any words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gender: ::std::option::Option<::std::string::String>,
    ///Given names or first names.
    #[serde(
        rename = "givenName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub given_name: ::std::option::Option<::std::string::String>,
    ///Their language and region, such as `en-US`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub locale: ::std::option::Option<::std::string::String>,
    ///Names between the others.
    #[serde(
        rename = "middleName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub middle_name: ::std::option::Option<::std::string::String>,
    ///What friends call them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nickname: ::std::option::Option<::std::string::String>,
    ///What they want to be called where they work.
    #[serde(
        rename = "preferredUsername",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub preferred_username: ::std::option::Option<::std::string::String>,
    ///Address of a page about them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profile: ::std::option::Option<::std::string::String>,
    ///Address of their own page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub website: ::std::option::Option<::std::string::String>,
    ///Their time zone, such as `Europe/Paris`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub zoneinfo: ::std::option::Option<::std::string::String>,
}
impl LogtoUserProfile {
    pub fn builder() -> builder::LogtoUserProfile {
        Default::default()
    }
}
///Members of the profile that change.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUserProfileRequest {
    ///Each member takes the place of the one that is there, an address as a whole; the others stay.
    pub profile: LogtoUserProfile,
}
impl LogtoUserProfileRequest {
    pub fn builder() -> builder::LogtoUserProfileRequest {
        Default::default()
    }
}
///A user, and who they are at enterprise providers.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LogtoUserWithSsoIdentities {
    ///Application at which they signed up; null where an administrator made them.
    #[serde(
        rename = "applicationId",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub application_id: ::std::option::Option<::std::string::String>,
    ///Address of a picture of them; null where there is none.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub avatar: ::std::option::Option<::std::string::String>,
    ///When they were made, in milliseconds since the epoch.
    #[serde(rename = "createdAt")]
    pub created_at: i64,
    ///What an administrator keeps here about them.
    #[serde(rename = "customData")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Whether they have a password.
    #[serde(rename = "hasPassword")]
    pub has_password: bool,
    ///Id of the user, and the subject of their tokens. Made by the server.
    pub id: ::std::string::String,
    ///Who they are at other providers, by the provider's name.
    pub identities: ::std::collections::HashMap<
        ::std::string::String,
        LogtoUserIdentity,
    >,
    ///Whether they may not sign in.
    #[serde(rename = "isSuspended")]
    pub is_suspended: bool,
    ///When they signed in last, in milliseconds since the epoch; null where they never did.
    #[serde(
        rename = "lastSignInAt",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub last_sign_in_at: ::std::option::Option<i64>,
    ///What they are called; null where nothing is said.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub name: ::std::option::Option<::std::string::String>,
    ///E-mail address that the user signs in with, compared in any case; null where there is none.
    #[serde(
        rename = "primaryEmail",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub primary_email: ::std::option::Option<::std::string::String>,
    ///Telephone number that the user signs in with, digits alone; null where there is none.
    #[serde(
        rename = "primaryPhone",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub primary_phone: ::std::option::Option<::std::string::String>,
    ///What else is known about them.
    pub profile: LogtoUserProfile,
    ///Who they are at enterprise providers, where that was asked for.
    #[serde(
        rename = "ssoIdentities",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub sso_identities: ::std::vec::Vec<LogtoSsoIdentity>,
    ///When anything about them was written last, in milliseconds since the epoch.
    #[serde(rename = "updatedAt")]
    pub updated_at: i64,
    ///Name that the user signs in with, compared letter by letter; null where there is none.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub username: ::std::option::Option<::std::string::String>,
}
/// Builders of what requests take.
pub mod builder {
    #[derive(Clone, Debug)]
    pub struct LogtoApplicationIdsRequest {
        application_ids: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoApplicationIdsRequest {
        fn default() -> Self {
            Self {
                application_ids: Err("no value supplied for application_ids".to_string()),
            }
        }
    }
    impl LogtoApplicationIdsRequest {
        pub fn application_ids(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.application_ids = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoApplicationIdsRequest>
    for super::LogtoApplicationIdsRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoApplicationIdsRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                application_ids: value.application_ids?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoApplicationIdsRequest>
    for LogtoApplicationIdsRequest {
        fn from(value: super::LogtoApplicationIdsRequest) -> Self {
            Self {
                application_ids: Ok(value.application_ids),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateApplicationRequest {
        custom_client_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoCustomClientMetadata>,
            ::std::string::String,
        >,
        custom_data: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        is_third_party: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        oidc_client_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoOidcClientMetadata>,
            ::std::string::String,
        >,
        protected_app_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoCreateProtectedAppMetadata>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<super::LogtoApplicationType, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoCreateApplicationRequest {
        fn default() -> Self {
            Self {
                custom_client_metadata: Ok(Default::default()),
                custom_data: Ok(Default::default()),
                description: Ok(Default::default()),
                is_third_party: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                oidc_client_metadata: Ok(Default::default()),
                protected_app_metadata: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl LogtoCreateApplicationRequest {
        pub fn custom_client_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoCustomClientMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_client_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for custom_client_metadata: {e}"
                    )
                });
            self
        }
        pub fn custom_data<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_data = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for custom_data: {e}")
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
        pub fn is_third_party<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.is_third_party = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for is_third_party: {e}")
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn oidc_client_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoOidcClientMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.oidc_client_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for oidc_client_metadata: {e}"
                    )
                });
            self
        }
        pub fn protected_app_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoCreateProtectedAppMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.protected_app_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for protected_app_metadata: {e}"
                    )
                });
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::LogtoApplicationType>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateApplicationRequest>
    for super::LogtoCreateApplicationRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateApplicationRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                custom_client_metadata: value.custom_client_metadata?,
                custom_data: value.custom_data?,
                description: value.description?,
                is_third_party: value.is_third_party?,
                name: value.name?,
                oidc_client_metadata: value.oidc_client_metadata?,
                protected_app_metadata: value.protected_app_metadata?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateApplicationRequest>
    for LogtoCreateApplicationRequest {
        fn from(value: super::LogtoCreateApplicationRequest) -> Self {
            Self {
                custom_client_metadata: Ok(value.custom_client_metadata),
                custom_data: Ok(value.custom_data),
                description: Ok(value.description),
                is_third_party: Ok(value.is_third_party),
                name: Ok(value.name),
                oidc_client_metadata: Ok(value.oidc_client_metadata),
                protected_app_metadata: Ok(value.protected_app_metadata),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateApplicationSecretRequest {
        expires_at: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoCreateApplicationSecretRequest {
        fn default() -> Self {
            Self {
                expires_at: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
            }
        }
    }
    impl LogtoCreateApplicationSecretRequest {
        pub fn expires_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.expires_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for expires_at: {e}")
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateApplicationSecretRequest>
    for super::LogtoCreateApplicationSecretRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateApplicationSecretRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                expires_at: value.expires_at?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateApplicationSecretRequest>
    for LogtoCreateApplicationSecretRequest {
        fn from(value: super::LogtoCreateApplicationSecretRequest) -> Self {
            Self {
                expires_at: Ok(value.expires_at),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateProtectedAppMetadata {
        origin: ::std::result::Result<::std::string::String, ::std::string::String>,
        sub_domain: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoCreateProtectedAppMetadata {
        fn default() -> Self {
            Self {
                origin: Err("no value supplied for origin".to_string()),
                sub_domain: Err("no value supplied for sub_domain".to_string()),
            }
        }
    }
    impl LogtoCreateProtectedAppMetadata {
        pub fn origin<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.origin = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for origin: {e}"));
            self
        }
        pub fn sub_domain<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.sub_domain = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for sub_domain: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateProtectedAppMetadata>
    for super::LogtoCreateProtectedAppMetadata {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateProtectedAppMetadata,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                origin: value.origin?,
                sub_domain: value.sub_domain?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateProtectedAppMetadata>
    for LogtoCreateProtectedAppMetadata {
        fn from(value: super::LogtoCreateProtectedAppMetadata) -> Self {
            Self {
                origin: Ok(value.origin),
                sub_domain: Ok(value.sub_domain),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateResourceRequest {
        access_token_ttl: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        indicator: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoCreateResourceRequest {
        fn default() -> Self {
            Self {
                access_token_ttl: Ok(Default::default()),
                indicator: Err("no value supplied for indicator".to_string()),
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl LogtoCreateResourceRequest {
        pub fn access_token_ttl<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.access_token_ttl = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for access_token_ttl: {e}")
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateResourceRequest>
    for super::LogtoCreateResourceRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateResourceRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                access_token_ttl: value.access_token_ttl?,
                indicator: value.indicator?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateResourceRequest>
    for LogtoCreateResourceRequest {
        fn from(value: super::LogtoCreateResourceRequest) -> Self {
            Self {
                access_token_ttl: Ok(value.access_token_ttl),
                indicator: Ok(value.indicator),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateResourceScopeRequest {
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
    impl ::std::default::Default for LogtoCreateResourceScopeRequest {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl LogtoCreateResourceScopeRequest {
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn name<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.name = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateResourceScopeRequest>
    for super::LogtoCreateResourceScopeRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateResourceScopeRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateResourceScopeRequest>
    for LogtoCreateResourceScopeRequest {
        fn from(value: super::LogtoCreateResourceScopeRequest) -> Self {
            Self {
                description: Ok(value.description),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateRoleRequest {
        description: ::std::result::Result<::std::string::String, ::std::string::String>,
        is_default: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        scope_ids: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<
            ::std::option::Option<super::LogtoRoleType>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoCreateRoleRequest {
        fn default() -> Self {
            Self {
                description: Err("no value supplied for description".to_string()),
                is_default: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                scope_ids: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                type_: Ok(Default::default()),
            }
        }
    }
    impl LogtoCreateRoleRequest {
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
        pub fn is_default<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn scope_ids(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scope_ids = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn type_(
            mut self,
            value: impl crate::IntoOptional<super::LogtoRoleType>,
        ) -> Self {
            self.type_ = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoCreateRoleRequest>
    for super::LogtoCreateRoleRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateRoleRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                is_default: value.is_default?,
                name: value.name?,
                scope_ids: value.scope_ids?,
                tenant_id: value.tenant_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateRoleRequest> for LogtoCreateRoleRequest {
        fn from(value: super::LogtoCreateRoleRequest) -> Self {
            Self {
                description: Ok(value.description),
                is_default: Ok(value.is_default),
                name: Ok(value.name),
                scope_ids: Ok(value.scope_ids),
                tenant_id: Ok(value.tenant_id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoCreateUserRequest {
        avatar: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        custom_data: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        password: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        password_algorithm: ::std::result::Result<
            ::std::option::Option<super::LogtoPasswordAlgorithm>,
            ::std::string::String,
        >,
        password_digest: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        primary_email: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        primary_phone: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        profile: ::std::result::Result<
            ::std::option::Option<super::LogtoUserProfile>,
            ::std::string::String,
        >,
        username: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoCreateUserRequest {
        fn default() -> Self {
            Self {
                avatar: Ok(Default::default()),
                custom_data: Ok(Default::default()),
                name: Ok(Default::default()),
                password: Ok(Default::default()),
                password_algorithm: Ok(Default::default()),
                password_digest: Ok(Default::default()),
                primary_email: Ok(Default::default()),
                primary_phone: Ok(Default::default()),
                profile: Ok(Default::default()),
                username: Ok(Default::default()),
            }
        }
    }
    impl LogtoCreateUserRequest {
        pub fn avatar(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.avatar = Ok(value.into_optional());
            self
        }
        pub fn custom_data<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_data = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for custom_data: {e}")
                });
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn password(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.password = Ok(value.into_optional());
            self
        }
        pub fn password_algorithm(
            mut self,
            value: impl crate::IntoOptional<super::LogtoPasswordAlgorithm>,
        ) -> Self {
            self.password_algorithm = Ok(value.into_optional());
            self
        }
        pub fn password_digest(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.password_digest = Ok(value.into_optional());
            self
        }
        pub fn primary_email(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.primary_email = Ok(value.into_optional());
            self
        }
        pub fn primary_phone(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.primary_phone = Ok(value.into_optional());
            self
        }
        pub fn profile<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::LogtoUserProfile>>,
            T::Error: ::std::fmt::Display,
        {
            self.profile = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for profile: {e}")
                });
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
    impl ::std::convert::TryFrom<LogtoCreateUserRequest>
    for super::LogtoCreateUserRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCreateUserRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                avatar: value.avatar?,
                custom_data: value.custom_data?,
                name: value.name?,
                password: value.password?,
                password_algorithm: value.password_algorithm?,
                password_digest: value.password_digest?,
                primary_email: value.primary_email?,
                primary_phone: value.primary_phone?,
                profile: value.profile?,
                username: value.username?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCreateUserRequest> for LogtoCreateUserRequest {
        fn from(value: super::LogtoCreateUserRequest) -> Self {
            Self {
                avatar: Ok(value.avatar),
                custom_data: Ok(value.custom_data),
                name: Ok(value.name),
                password: Ok(value.password),
                password_algorithm: Ok(value.password_algorithm),
                password_digest: Ok(value.password_digest),
                primary_email: Ok(value.primary_email),
                primary_phone: Ok(value.primary_phone),
                profile: Ok(value.profile),
                username: Ok(value.username),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoOidcClientMetadata {
        backchannel_logout_session_required: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        backchannel_logout_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        logo_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        post_logout_redirect_uris: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        redirect_uris: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoOidcClientMetadata {
        fn default() -> Self {
            Self {
                backchannel_logout_session_required: Ok(Default::default()),
                backchannel_logout_uri: Ok(Default::default()),
                logo_uri: Ok(Default::default()),
                post_logout_redirect_uris: Err(
                    "no value supplied for post_logout_redirect_uris".to_string(),
                ),
                redirect_uris: Err("no value supplied for redirect_uris".to_string()),
            }
        }
    }
    impl LogtoOidcClientMetadata {
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
        pub fn logo_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.logo_uri = Ok(value.into_optional());
            self
        }
        pub fn post_logout_redirect_uris(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.post_logout_redirect_uris = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
        pub fn redirect_uris(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.redirect_uris = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoOidcClientMetadata>
    for super::LogtoOidcClientMetadata {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoOidcClientMetadata,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                backchannel_logout_session_required: value
                    .backchannel_logout_session_required?,
                backchannel_logout_uri: value.backchannel_logout_uri?,
                logo_uri: value.logo_uri?,
                post_logout_redirect_uris: value.post_logout_redirect_uris?,
                redirect_uris: value.redirect_uris?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoOidcClientMetadata>
    for LogtoOidcClientMetadata {
        fn from(value: super::LogtoOidcClientMetadata) -> Self {
            Self {
                backchannel_logout_session_required: Ok(
                    value.backchannel_logout_session_required,
                ),
                backchannel_logout_uri: Ok(value.backchannel_logout_uri),
                logo_uri: Ok(value.logo_uri),
                post_logout_redirect_uris: Ok(value.post_logout_redirect_uris),
                redirect_uris: Ok(value.redirect_uris),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoOidcClientMetadataPatch {
        backchannel_logout_session_required: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        backchannel_logout_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        logo_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        post_logout_redirect_uris: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        redirect_uris: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoOidcClientMetadataPatch {
        fn default() -> Self {
            Self {
                backchannel_logout_session_required: Ok(Default::default()),
                backchannel_logout_uri: Ok(Default::default()),
                logo_uri: Ok(Default::default()),
                post_logout_redirect_uris: Ok(Default::default()),
                redirect_uris: Ok(Default::default()),
            }
        }
    }
    impl LogtoOidcClientMetadataPatch {
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
        pub fn logo_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.logo_uri = Ok(value.into_optional());
            self
        }
        pub fn post_logout_redirect_uris(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.post_logout_redirect_uris = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
        pub fn redirect_uris(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.redirect_uris = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoOidcClientMetadataPatch>
    for super::LogtoOidcClientMetadataPatch {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoOidcClientMetadataPatch,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                backchannel_logout_session_required: value
                    .backchannel_logout_session_required?,
                backchannel_logout_uri: value.backchannel_logout_uri?,
                logo_uri: value.logo_uri?,
                post_logout_redirect_uris: value.post_logout_redirect_uris?,
                redirect_uris: value.redirect_uris?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoOidcClientMetadataPatch>
    for LogtoOidcClientMetadataPatch {
        fn from(value: super::LogtoOidcClientMetadataPatch) -> Self {
            Self {
                backchannel_logout_session_required: Ok(
                    value.backchannel_logout_session_required,
                ),
                backchannel_logout_uri: Ok(value.backchannel_logout_uri),
                logo_uri: Ok(value.logo_uri),
                post_logout_redirect_uris: Ok(value.post_logout_redirect_uris),
                redirect_uris: Ok(value.redirect_uris),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoPageRule {
        path: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoPageRule {
        fn default() -> Self {
            Self {
                path: Err("no value supplied for path".to_string()),
            }
        }
    }
    impl LogtoPageRule {
        pub fn path<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.path = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for path: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoPageRule> for super::LogtoPageRule {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoPageRule,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { path: value.path? })
        }
    }
    impl ::std::convert::From<super::LogtoPageRule> for LogtoPageRule {
        fn from(value: super::LogtoPageRule) -> Self {
            Self { path: Ok(value.path) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoRoleIdsRequest {
        role_ids: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoRoleIdsRequest {
        fn default() -> Self {
            Self {
                role_ids: Err("no value supplied for role_ids".to_string()),
            }
        }
    }
    impl LogtoRoleIdsRequest {
        pub fn role_ids(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.role_ids = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoRoleIdsRequest> for super::LogtoRoleIdsRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoRoleIdsRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { role_ids: value.role_ids? })
        }
    }
    impl ::std::convert::From<super::LogtoRoleIdsRequest> for LogtoRoleIdsRequest {
        fn from(value: super::LogtoRoleIdsRequest) -> Self {
            Self {
                role_ids: Ok(value.role_ids),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoScopeIdsRequest {
        scope_ids: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoScopeIdsRequest {
        fn default() -> Self {
            Self {
                scope_ids: Err("no value supplied for scope_ids".to_string()),
            }
        }
    }
    impl LogtoScopeIdsRequest {
        pub fn scope_ids(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.scope_ids = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoScopeIdsRequest> for super::LogtoScopeIdsRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoScopeIdsRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                scope_ids: value.scope_ids?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoScopeIdsRequest> for LogtoScopeIdsRequest {
        fn from(value: super::LogtoScopeIdsRequest) -> Self {
            Self {
                scope_ids: Ok(value.scope_ids),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoSuspensionRequest {
        is_suspended: ::std::result::Result<bool, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoSuspensionRequest {
        fn default() -> Self {
            Self {
                is_suspended: Err("no value supplied for is_suspended".to_string()),
            }
        }
    }
    impl LogtoSuspensionRequest {
        pub fn is_suspended<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<bool>,
            T::Error: ::std::fmt::Display,
        {
            self.is_suspended = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for is_suspended: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoSuspensionRequest>
    for super::LogtoSuspensionRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoSuspensionRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                is_suspended: value.is_suspended?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoSuspensionRequest> for LogtoSuspensionRequest {
        fn from(value: super::LogtoSuspensionRequest) -> Self {
            Self {
                is_suspended: Ok(value.is_suspended),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateApplicationRequest {
        custom_client_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoCustomClientMetadata>,
            ::std::string::String,
        >,
        custom_data: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        is_admin: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        oidc_client_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoOidcClientMetadataPatch>,
            ::std::string::String,
        >,
        protected_app_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoUpdateProtectedAppMetadata>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateApplicationRequest {
        fn default() -> Self {
            Self {
                custom_client_metadata: Ok(Default::default()),
                custom_data: Ok(Default::default()),
                description: Ok(Default::default()),
                is_admin: Ok(Default::default()),
                name: Ok(Default::default()),
                oidc_client_metadata: Ok(Default::default()),
                protected_app_metadata: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateApplicationRequest {
        pub fn custom_client_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoCustomClientMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_client_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for custom_client_metadata: {e}"
                    )
                });
            self
        }
        pub fn custom_data<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_data = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for custom_data: {e}")
                });
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn is_admin<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.is_admin = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for is_admin: {e}")
                });
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn oidc_client_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoOidcClientMetadataPatch>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.oidc_client_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for oidc_client_metadata: {e}"
                    )
                });
            self
        }
        pub fn protected_app_metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::LogtoUpdateProtectedAppMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.protected_app_metadata = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for protected_app_metadata: {e}"
                    )
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateApplicationRequest>
    for super::LogtoUpdateApplicationRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateApplicationRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                custom_client_metadata: value.custom_client_metadata?,
                custom_data: value.custom_data?,
                description: value.description?,
                is_admin: value.is_admin?,
                name: value.name?,
                oidc_client_metadata: value.oidc_client_metadata?,
                protected_app_metadata: value.protected_app_metadata?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateApplicationRequest>
    for LogtoUpdateApplicationRequest {
        fn from(value: super::LogtoUpdateApplicationRequest) -> Self {
            Self {
                custom_client_metadata: Ok(value.custom_client_metadata),
                custom_data: Ok(value.custom_data),
                description: Ok(value.description),
                is_admin: Ok(value.is_admin),
                name: Ok(value.name),
                oidc_client_metadata: Ok(value.oidc_client_metadata),
                protected_app_metadata: Ok(value.protected_app_metadata),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateApplicationSecretRequest {
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoUpdateApplicationSecretRequest {
        fn default() -> Self {
            Self {
                name: Err("no value supplied for name".to_string()),
            }
        }
    }
    impl LogtoUpdateApplicationSecretRequest {
        pub fn name<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.name = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateApplicationSecretRequest>
    for super::LogtoUpdateApplicationSecretRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateApplicationSecretRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { name: value.name? })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateApplicationSecretRequest>
    for LogtoUpdateApplicationSecretRequest {
        fn from(value: super::LogtoUpdateApplicationSecretRequest) -> Self {
            Self { name: Ok(value.name) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateProtectedAppMetadata {
        origin: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        page_rules: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::LogtoPageRule>>,
            ::std::string::String,
        >,
        session_duration: ::std::result::Result<
            ::std::option::Option<f64>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateProtectedAppMetadata {
        fn default() -> Self {
            Self {
                origin: Ok(Default::default()),
                page_rules: Ok(Default::default()),
                session_duration: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateProtectedAppMetadata {
        pub fn origin(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.origin = Ok(value.into_optional());
            self
        }
        pub fn page_rules<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::LogtoPageRule>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.page_rules = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for page_rules: {e}")
                });
            self
        }
        pub fn session_duration<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<f64>>,
            T::Error: ::std::fmt::Display,
        {
            self.session_duration = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for session_duration: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateProtectedAppMetadata>
    for super::LogtoUpdateProtectedAppMetadata {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateProtectedAppMetadata,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                origin: value.origin?,
                page_rules: value.page_rules?,
                session_duration: value.session_duration?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateProtectedAppMetadata>
    for LogtoUpdateProtectedAppMetadata {
        fn from(value: super::LogtoUpdateProtectedAppMetadata) -> Self {
            Self {
                origin: Ok(value.origin),
                page_rules: Ok(value.page_rules),
                session_duration: Ok(value.session_duration),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateResourceIsDefaultRequest {
        is_default: ::std::result::Result<bool, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoUpdateResourceIsDefaultRequest {
        fn default() -> Self {
            Self {
                is_default: Err("no value supplied for is_default".to_string()),
            }
        }
    }
    impl LogtoUpdateResourceIsDefaultRequest {
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
    impl ::std::convert::TryFrom<LogtoUpdateResourceIsDefaultRequest>
    for super::LogtoUpdateResourceIsDefaultRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateResourceIsDefaultRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                is_default: value.is_default?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateResourceIsDefaultRequest>
    for LogtoUpdateResourceIsDefaultRequest {
        fn from(value: super::LogtoUpdateResourceIsDefaultRequest) -> Self {
            Self {
                is_default: Ok(value.is_default),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateResourceRequest {
        access_token_ttl: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateResourceRequest {
        fn default() -> Self {
            Self {
                access_token_ttl: Ok(Default::default()),
                name: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateResourceRequest {
        pub fn access_token_ttl<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.access_token_ttl = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for access_token_ttl: {e}")
                });
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateResourceRequest>
    for super::LogtoUpdateResourceRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateResourceRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                access_token_ttl: value.access_token_ttl?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateResourceRequest>
    for LogtoUpdateResourceRequest {
        fn from(value: super::LogtoUpdateResourceRequest) -> Self {
            Self {
                access_token_ttl: Ok(value.access_token_ttl),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateResourceScopeRequest {
        description: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateResourceScopeRequest {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                name: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateResourceScopeRequest {
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateResourceScopeRequest>
    for super::LogtoUpdateResourceScopeRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateResourceScopeRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateResourceScopeRequest>
    for LogtoUpdateResourceScopeRequest {
        fn from(value: super::LogtoUpdateResourceScopeRequest) -> Self {
            Self {
                description: Ok(value.description),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateRoleRequest {
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        is_default: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateRoleRequest {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                is_default: Ok(Default::default()),
                name: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateRoleRequest {
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn is_default<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.is_default = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for is_default: {e}")
                });
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateRoleRequest>
    for super::LogtoUpdateRoleRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateRoleRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                is_default: value.is_default?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateRoleRequest> for LogtoUpdateRoleRequest {
        fn from(value: super::LogtoUpdateRoleRequest) -> Self {
            Self {
                description: Ok(value.description),
                is_default: Ok(value.is_default),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUpdateUserRequest {
        avatar: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        custom_data: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        primary_email: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        primary_phone: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
        profile: ::std::result::Result<
            ::std::option::Option<super::LogtoUserProfile>,
            ::std::string::String,
        >,
        username: ::std::result::Result<
            ::std::option::Option<::authplane_client::Nullable<::std::string::String>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUpdateUserRequest {
        fn default() -> Self {
            Self {
                avatar: Ok(Default::default()),
                custom_data: Ok(Default::default()),
                name: Ok(Default::default()),
                primary_email: Ok(Default::default()),
                primary_phone: Ok(Default::default()),
                profile: Ok(Default::default()),
                username: Ok(Default::default()),
            }
        }
    }
    impl LogtoUpdateUserRequest {
        pub fn avatar(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.avatar = Ok(value.into_optional());
            self
        }
        pub fn custom_data<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_data = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for custom_data: {e}")
                });
            self
        }
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn primary_email(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.primary_email = Ok(value.into_optional());
            self
        }
        pub fn primary_phone(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.primary_phone = Ok(value.into_optional());
            self
        }
        pub fn profile<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::LogtoUserProfile>>,
            T::Error: ::std::fmt::Display,
        {
            self.profile = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for profile: {e}")
                });
            self
        }
        pub fn username(
            mut self,
            value: impl crate::IntoOptional<
                ::authplane_client::Nullable<::std::string::String>,
            >,
        ) -> Self {
            self.username = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUpdateUserRequest>
    for super::LogtoUpdateUserRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUpdateUserRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                avatar: value.avatar?,
                custom_data: value.custom_data?,
                name: value.name?,
                primary_email: value.primary_email?,
                primary_phone: value.primary_phone?,
                profile: value.profile?,
                username: value.username?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUpdateUserRequest> for LogtoUpdateUserRequest {
        fn from(value: super::LogtoUpdateUserRequest) -> Self {
            Self {
                avatar: Ok(value.avatar),
                custom_data: Ok(value.custom_data),
                name: Ok(value.name),
                primary_email: Ok(value.primary_email),
                primary_phone: Ok(value.primary_phone),
                profile: Ok(value.profile),
                username: Ok(value.username),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUserAddress {
        country: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        formatted: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        locality: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        postal_code: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        region: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        street_address: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUserAddress {
        fn default() -> Self {
            Self {
                country: Ok(Default::default()),
                formatted: Ok(Default::default()),
                locality: Ok(Default::default()),
                postal_code: Ok(Default::default()),
                region: Ok(Default::default()),
                street_address: Ok(Default::default()),
            }
        }
    }
    impl LogtoUserAddress {
        pub fn country(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.country = Ok(value.into_optional());
            self
        }
        pub fn formatted(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.formatted = Ok(value.into_optional());
            self
        }
        pub fn locality(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.locality = Ok(value.into_optional());
            self
        }
        pub fn postal_code(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.postal_code = Ok(value.into_optional());
            self
        }
        pub fn region(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.region = Ok(value.into_optional());
            self
        }
        pub fn street_address(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.street_address = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUserAddress> for super::LogtoUserAddress {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUserAddress,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                country: value.country?,
                formatted: value.formatted?,
                locality: value.locality?,
                postal_code: value.postal_code?,
                region: value.region?,
                street_address: value.street_address?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUserAddress> for LogtoUserAddress {
        fn from(value: super::LogtoUserAddress) -> Self {
            Self {
                country: Ok(value.country),
                formatted: Ok(value.formatted),
                locality: Ok(value.locality),
                postal_code: Ok(value.postal_code),
                region: Ok(value.region),
                street_address: Ok(value.street_address),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUserCustomDataRequest {
        custom_data: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUserCustomDataRequest {
        fn default() -> Self {
            Self {
                custom_data: Err("no value supplied for custom_data".to_string()),
            }
        }
    }
    impl LogtoUserCustomDataRequest {
        pub fn custom_data<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom_data = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for custom_data: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUserCustomDataRequest>
    for super::LogtoUserCustomDataRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUserCustomDataRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                custom_data: value.custom_data?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUserCustomDataRequest>
    for LogtoUserCustomDataRequest {
        fn from(value: super::LogtoUserCustomDataRequest) -> Self {
            Self {
                custom_data: Ok(value.custom_data),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUserPasswordRequest {
        password: ::std::result::Result<
            ::authplane_client::Secret,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUserPasswordRequest {
        fn default() -> Self {
            Self {
                password: Err("no value supplied for password".to_string()),
            }
        }
    }
    impl LogtoUserPasswordRequest {
        pub fn password<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.password = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for password: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUserPasswordRequest>
    for super::LogtoUserPasswordRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUserPasswordRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { password: value.password? })
        }
    }
    impl ::std::convert::From<super::LogtoUserPasswordRequest>
    for LogtoUserPasswordRequest {
        fn from(value: super::LogtoUserPasswordRequest) -> Self {
            Self {
                password: Ok(value.password),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUserProfile {
        address: ::std::result::Result<
            ::std::option::Option<super::LogtoUserAddress>,
            ::std::string::String,
        >,
        birthdate: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        family_name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        gender: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        given_name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        locale: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        middle_name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        nickname: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        preferred_username: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        profile: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        website: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        zoneinfo: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoUserProfile {
        fn default() -> Self {
            Self {
                address: Ok(Default::default()),
                birthdate: Ok(Default::default()),
                family_name: Ok(Default::default()),
                gender: Ok(Default::default()),
                given_name: Ok(Default::default()),
                locale: Ok(Default::default()),
                middle_name: Ok(Default::default()),
                nickname: Ok(Default::default()),
                preferred_username: Ok(Default::default()),
                profile: Ok(Default::default()),
                website: Ok(Default::default()),
                zoneinfo: Ok(Default::default()),
            }
        }
    }
    impl LogtoUserProfile {
        pub fn address<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::LogtoUserAddress>>,
            T::Error: ::std::fmt::Display,
        {
            self.address = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address: {e}")
                });
            self
        }
        pub fn birthdate(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.birthdate = Ok(value.into_optional());
            self
        }
        pub fn family_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.family_name = Ok(value.into_optional());
            self
        }
        pub fn gender(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.gender = Ok(value.into_optional());
            self
        }
        pub fn given_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.given_name = Ok(value.into_optional());
            self
        }
        pub fn locale(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.locale = Ok(value.into_optional());
            self
        }
        pub fn middle_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.middle_name = Ok(value.into_optional());
            self
        }
        pub fn nickname(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.nickname = Ok(value.into_optional());
            self
        }
        pub fn preferred_username(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.preferred_username = Ok(value.into_optional());
            self
        }
        pub fn profile(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.profile = Ok(value.into_optional());
            self
        }
        pub fn website(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.website = Ok(value.into_optional());
            self
        }
        pub fn zoneinfo(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.zoneinfo = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUserProfile> for super::LogtoUserProfile {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUserProfile,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                address: value.address?,
                birthdate: value.birthdate?,
                family_name: value.family_name?,
                gender: value.gender?,
                given_name: value.given_name?,
                locale: value.locale?,
                middle_name: value.middle_name?,
                nickname: value.nickname?,
                preferred_username: value.preferred_username?,
                profile: value.profile?,
                website: value.website?,
                zoneinfo: value.zoneinfo?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoUserProfile> for LogtoUserProfile {
        fn from(value: super::LogtoUserProfile) -> Self {
            Self {
                address: Ok(value.address),
                birthdate: Ok(value.birthdate),
                family_name: Ok(value.family_name),
                gender: Ok(value.gender),
                given_name: Ok(value.given_name),
                locale: Ok(value.locale),
                middle_name: Ok(value.middle_name),
                nickname: Ok(value.nickname),
                preferred_username: Ok(value.preferred_username),
                profile: Ok(value.profile),
                website: Ok(value.website),
                zoneinfo: Ok(value.zoneinfo),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LogtoUserProfileRequest {
        profile: ::std::result::Result<super::LogtoUserProfile, ::std::string::String>,
    }
    impl ::std::default::Default for LogtoUserProfileRequest {
        fn default() -> Self {
            Self {
                profile: Err("no value supplied for profile".to_string()),
            }
        }
    }
    impl LogtoUserProfileRequest {
        pub fn profile<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::LogtoUserProfile>,
            T::Error: ::std::fmt::Display,
        {
            self.profile = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for profile: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<LogtoUserProfileRequest>
    for super::LogtoUserProfileRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoUserProfileRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { profile: value.profile? })
        }
    }
    impl ::std::convert::From<super::LogtoUserProfileRequest>
    for LogtoUserProfileRequest {
        fn from(value: super::LogtoUserProfileRequest) -> Self {
            Self { profile: Ok(value.profile) }
        }
    }
}
