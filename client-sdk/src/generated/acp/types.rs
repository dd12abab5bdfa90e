//! What only the operations of this dialect take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::types::*;
use crate::generated::types::error;

///Who signed in at a login page of your own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAcceptLoginRequest {
    ///Authentication context class that they reached.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub acr: ::std::option::Option<::std::string::String>,
    ///Means by which they proved who they are (RFC 8176).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amr: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///When they proved who they are; now when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auth_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///What is known about them. It goes into the authentication context by the method's mappings, and all of it where the method has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentication_context: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///Id of the login. Where it is given, it must be that of the path.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///The `login_state` that the page was called with.
    pub login_state: ::authplane_client::Secret,
    ///What the page calls the user. Tokens call them `{method}/{subject}`, with the id of the method, so that they are no other method's user: at most 255 ASCII characters together.
    pub subject: ::std::string::String,
}
impl AcpAcceptLoginRequest {
    pub fn builder() -> builder::AcpAcceptLoginRequest {
        Default::default()
    }
}
///What the user consented to at a page of your own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAcceptScopeGrantRequest {
    ///Names of requested scopes whose policies the user passes; none when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub granted_scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the login. Where it is given, it must be that of the path.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///The `login_state` that the page was called with.
    pub login_state: ::authplane_client::Secret,
}
impl AcpAcceptScopeGrantRequest {
    pub fn builder() -> builder::AcpAcceptScopeGrantRequest {
        Default::default()
    }
}
///Whether the process runs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAlive {
    ///Always true: who doesn't run doesn't answer.
    pub alive: bool,
}
///An API: a method and a path that a service answers.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpApi {
    ///Whether it may have a policy.
    pub can_have_policy: bool,
    ///What kinds of data it gives or takes, in words of your own.
    pub data_classifications: ::std::vec::Vec<::std::string::String>,
    ///Id of the API. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Method of the requests.
    pub method: ::std::string::String,
    ///Path of the requests, a template as OpenAPI has them: `/pets/{id}`.
    pub path: ::std::string::String,
    ///Id of the policy that its requests must pass; empty where there is none.
    pub policy_id: ::std::string::String,
    ///Its place in lists. It says nothing about which API a request is for.
    pub position: i64,
    ///Id of the authorization server that its service belongs to.
    pub server_id: ::std::string::String,
    ///Id of the service that answers.
    pub service_id: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///What an API is made from.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpApiRequest {
    ///Whether it may have a policy; `true` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub can_have_policy: ::std::option::Option<bool>,
    ///What kinds of data it gives or takes, in words of your own.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_classifications: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///Id of the API, made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Method of the requests.
    pub method: ::std::string::String,
    ///Path of the requests, a template as OpenAPI has them: `/pets/{id}`. Of several that a request matches, the one counts that is more concrete, segment by segment. Another one that differs from it in the names of variables alone can't be made for this method.
    pub path: ::std::string::String,
    ///Id of the policy that its requests must pass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_id: ::std::option::Option<::std::string::String>,
    ///Its place in lists; behind all others of its service when absent. It says nothing about which API a request is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub position: ::std::option::Option<i64>,
    ///Accepted and ignored, since the service says which authorization server it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub server_id: ::std::option::Option<::std::string::String>,
    ///Id of the service that answers.
    pub service_id: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl AcpApiRequest {
    pub fn builder() -> builder::AcpApiRequest {
        Default::default()
    }
}
///The APIs of a service.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpApis {
    ///In the order of their positions.
    pub apis: ::std::vec::Vec<AcpApi>,
}
///Something that a method tells about users.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAttribute {
    ///What it says about a user, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Name of the attribute, as mappings have it.
    pub name: ::std::string::String,
}
impl AcpAttribute {
    pub fn builder() -> builder::AcpAttribute {
        Default::default()
    }
}
///Something that was done, or that somebody failed to do.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAuditEvent {
    ///What was done to which kind of thing: `client.create`, `client.change`, `client.remove`, `user.sign_in`, `user.sign_in_failure`, `user.sign_out`, `consent.give`, `consent.refuse` and so on.
    pub action: ::std::string::String,
    ///Who: the subject of the token that asked for it, the user who signed in or out, `system` for the server itself, and `unknown` where nobody proved who they are.
    pub actor: ::std::string::String,
    ///Where the request came from; absent where it was the server itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address: ::std::option::Option<::std::string::String>,
    ///How the thing is after it, without its secrets, or what else is known; absent where it is gone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub after: ::std::option::Option<::serde_json::Value>,
    ///The time at which it happened, as the server that did it has it.
    pub at: ::chrono::DateTime<::chrono::offset::Utc>,
    ///How the thing was before, without its secrets; absent where it wasn't there.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub before: ::std::option::Option<::serde_json::Value>,
    ///Id of the event.
    pub id: ::std::string::String,
    ///Id of the thing.
    pub object_id: ::std::string::String,
    ///The kind of thing: the first part of the action.
    pub object_type: ::std::string::String,
    ///Id of the request that did it, as its answer's `X-Request-Id` has it; empty where it was the server itself.
    pub request_id: ::std::string::String,
    ///Id of the tenant that it happened in.
    pub tenant_id: ::std::string::String,
}
///Some of the events.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAuditEvents {
    ///Newest first. They may be fewer than were asked for, or none, also where more follow: see `next`.
    pub events: ::std::vec::Vec<AcpAuditEvent>,
    ///The `after` of the next part; absent when this is the last one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next: ::std::option::Option<::std::string::String>,
}
///An authentication method. Exactly the member that `method` names holds its settings.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAuthentication {
    ///What it tells about users, for people who make mappings.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub attributes: ::std::vec::Vec<AcpAttribute>,
    ///Its settings, where `method` is `azure`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub azure: ::std::option::Option<AcpAzureAuthentication>,
    ///Its settings, where `method` is `cognito`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cognito: ::std::option::Option<AcpCognitoAuthentication>,
    ///Its settings, where `method` is `custom`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom: ::std::option::Option<AcpCustomAuthentication>,
    ///It isn't offered, and whoever signed in with it is signed in no longer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disabled: ::std::option::Option<bool>,
    ///Id of the method, unique among those of the authorization server. It stands in subjects and callbacks, so it is chosen once.
    pub id: ::std::string::String,
    ///Which part of what it tells about users goes where in the authentication context; all of it where there are none.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub mappings: ::std::vec::Vec<AcpMapping>,
    ///Which kind it is, and with it which member has its settings.
    pub method: AcpAuthenticationMethod,
    ///Name of the method, as the page shows it on which users choose.
    pub name: ::std::string::String,
    ///Its settings, where `method` is `oidc`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub oidc: ::std::option::Option<AcpOidcAuthentication>,
    ///Its settings, where `method` is `static`.
    #[serde(rename = "static", skip_serializing_if = "::std::option::Option::is_none")]
    pub static_: ::std::option::Option<AcpStaticAuthentication>,
}
impl AcpAuthentication {
    pub fn builder() -> builder::AcpAuthentication {
        Default::default()
    }
}
///What is known about the users of a tenant, whichever way they sign in.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpAuthenticationContextSettings {
    ///Each with a name of its own; 64 KiB as JSON all together.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub attributes: ::std::vec::Vec<AcpContextAttribute>,
}
impl AcpAuthenticationContextSettings {
    pub fn builder() -> builder::AcpAuthenticationContextSettings {
        Default::default()
    }
}
///The kinds of authentication methods.
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
pub enum AcpAuthenticationMethod {
    #[serde(rename = "static")]
    Static,
    #[serde(rename = "oidc")]
    Oidc,
    #[serde(rename = "azure")]
    Azure,
    #[serde(rename = "cognito")]
    Cognito,
    #[serde(rename = "custom")]
    Custom,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpAuthenticationMethod {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Static => f.write_str("static"),
            Self::Oidc => f.write_str("oidc"),
            Self::Azure => f.write_str("azure"),
            Self::Cognito => f.write_str("cognito"),
            Self::Custom => f.write_str("custom"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpAuthenticationMethod {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "static" => Ok(Self::Static),
            "oidc" => Ok(Self::Oidc),
            "azure" => Ok(Self::Azure),
            "cognito" => Ok(Self::Cognito),
            "custom" => Ok(Self::Custom),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpAuthenticationMethod {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpAuthenticationMethod {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpAuthenticationMethod> for AcpAuthenticationMethod {
    fn into_optional(self) -> ::std::option::Option<AcpAuthenticationMethod> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpAuthenticationMethod>
for ::std::option::Option<AcpAuthenticationMethod> {
    fn into_optional(self) -> ::std::option::Option<AcpAuthenticationMethod> {
        self
    }
}
///How the users of an authorization server prove who they are.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpAuthentications {
    ///The methods in the order in which pages show them. Users choose among those that aren't disabled.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub methods: ::std::vec::Vec<AcpAuthentication>,
}
impl AcpAuthentications {
    pub fn builder() -> builder::AcpAuthentications {
        Default::default()
    }
}
///A request that a gateway asks about.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAuthorizeRequest {
    ///Id of the service whose API it must be for; any service behind the gateway when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api_group: ::std::option::Option<::std::string::String>,
    ///Its headers with their values; where there is one, it may stand by itself. The access token is in `authorization`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: ::std::option::Option<
        ::std::collections::HashMap<
            ::std::string::String,
            ::std::vec::Vec<::std::string::String>,
        >,
    >,
    ///The method of the request.
    pub method: ::std::string::String,
    ///Its path, as it was sent: escapes are part of it, and a query may stand behind it.
    pub path: ::std::string::String,
    ///Accepted and ignored: what the path's variables are follows from the path.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path_params: ::std::option::Option<
        ::std::collections::HashMap<::std::string::String, ::std::string::String>,
    >,
    ///Its query, beside what the path has: names with their values; where there is one, it may stand by itself. Policies in a language are told it, and nothing else looks at it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query_params: ::std::option::Option<
        ::std::collections::HashMap<
            ::std::string::String,
            ::std::vec::Vec<::std::string::String>,
        >,
    >,
}
impl AcpAuthorizeRequest {
    pub fn builder() -> builder::AcpAuthorizeRequest {
        Default::default()
    }
}
///The request may pass.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAuthorizeResponse {
    ///The client that its token was issued to; empty without one.
    pub client_id: ::std::string::String,
    ///Always `AUTHORIZED`; a request that may not pass isn't answered so.
    pub result: ::std::string::String,
    ///The scopes of its token, separated by spaces; empty without one.
    pub scope: ::std::string::String,
    ///The subject of its token; empty without one.
    pub subject: ::std::string::String,
}
///Settings of Microsoft Entra ID, which users are sent to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpAzureAuthentication {
    ///Id that this server has there as a client.
    pub client_id: ::std::string::String,
    ///Secret that this server has there. Kept when absent, unless the directory changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///Microsoft Graph is asked about the user's groups.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fetch_groups: ::std::option::Option<bool>,
    ///Microsoft Graph is asked about the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub get_user: ::std::option::Option<bool>,
    ///What groups are called by.
    #[serde(default = "defaults::acp_azure_authentication_group_name_format")]
    pub group_name_format: AcpGroupNameFormat,
    ///Of the groups only security groups count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub only_security_groups: ::std::option::Option<bool>,
    ///The callback that was registered there; the server's own when empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    ///Scopes that are asked for there, besides `openid`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///The directory: its id or one of its domains.
    pub tenant: ::std::string::String,
}
impl AcpAzureAuthentication {
    pub fn builder() -> builder::AcpAzureAuthentication {
        Default::default()
    }
}
///A claim: a part of what is known about users that goes into tokens.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClaim {
    ///Id of the authorization server that it belongs to.
    pub authorization_server_id: ::std::string::String,
    ///Id of the claim, which isn't its name. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Path in the authentication context that its value is taken from, with dots.
    pub mapping: ::std::string::String,
    ///Name of the claim in the token; dots make objects.
    pub name: ::std::string::String,
    ///It is in the token when one of these scopes was granted, and always when there is none.
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The token that it goes into.
    #[serde(rename = "type")]
    pub type_: AcpClaimType,
}
///What a claim is made from, or replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClaimRequest {
    ///Id of the authorization server that it belongs to. Required at creation, ignored in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///Id of the claim, which isn't its name. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Path in the authentication context that its value is taken from, with dots.
    pub mapping: ::std::string::String,
    ///Name of the claim in the token; dots make objects. None that tokens have by themselves.
    pub name: ::std::string::String,
    ///It is in the token when one of these scopes was granted, and always when there is none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///The token that it goes into.
    #[serde(rename = "type")]
    pub type_: AcpClaimType,
}
impl AcpClaimRequest {
    pub fn builder() -> builder::AcpClaimRequest {
        Default::default()
    }
}
///The token that a claim goes into.
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
pub enum AcpClaimType {
    #[serde(rename = "id_token")]
    IdToken,
    #[serde(rename = "access_token")]
    AccessToken,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpClaimType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::IdToken => f.write_str("id_token"),
            Self::AccessToken => f.write_str("access_token"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpClaimType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "id_token" => Ok(Self::IdToken),
            "access_token" => Ok(Self::AccessToken),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpClaimType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpClaimType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpClaimType> for AcpClaimType {
    fn into_optional(self) -> ::std::option::Option<AcpClaimType> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpClaimType> for ::std::option::Option<AcpClaimType> {
    fn into_optional(self) -> ::std::option::Option<AcpClaimType> {
        self
    }
}
///The claims of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClaims {
    ///In the order of their creation.
    pub claims: ::std::vec::Vec<AcpClaim>,
}
///An OAuth client: an application that asks for tokens.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClient {
    ///Audience of its tokens where a request names no resource.
    pub audience: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server that it asks for tokens.
    pub authorization_server_id: ::std::string::String,
    ///SHA-256 of `client_secret`, as `sha-256:` and 43 characters of base64url without padding (RFC 4648 §5): also where nobody has the secret itself. Empty where `client_secret` isn't shown, and left out of lists. An export may have it sealed, as `age-encryption.org/v1:` and base64.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_hashed_secret: ::std::option::Option<::std::string::String>,
    ///Id of the client, as `client_id` in its requests. Made by the server when a creation gives none.
    pub client_id: ::std::string::String,
    ///When it was made, in seconds since the epoch.
    pub client_id_issued_at: i64,
    ///Name of the application, as consent pages and lists show it; may be empty.
    pub client_name: ::std::string::String,
    ///What it proves itself with at the token endpoint. Empty for a public client, for one that a developer made, in lists, and for callers who may not see it.
    pub client_secret: ::authplane_client::Secret,
    ///When its secret expires, in seconds since the epoch; 0 means never.
    pub client_secret_expires_at: i64,
    ///Address of its home page; may be empty.
    pub client_uri: ::std::string::String,
    ///What the application does, for people; may be empty.
    pub description: ::std::string::String,
    ///Who registered it, where that was a developer; empty when it was an administrator.
    pub developer_id: ::std::string::String,
    ///The ways in which it may ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Its public keys, such as those that its assertions are signed with. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change. Empty for none; not together with `jwks`.
    pub jwks_uri: ::std::string::String,
    ///Address of its logo, which consent pages show; may be empty.
    pub logo_uri: ::std::string::String,
    ///Address of its privacy policy, which consent pages link to; may be empty.
    pub policy_uri: ::std::string::String,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///It runs where it can't keep a secret, such as in a browser or on a phone.
    pub public: bool,
    ///Addresses that answers to authorization requests may be sent to. One is compared letter by letter with the `redirect_uri` of a request.
    pub redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Algorithm that its request objects must be signed with: `none`, `RS256`, `ES256`, `PS256` or `EdDSA`. `any` and an empty text leave it open.
    pub request_object_signing_alg: ::std::string::String,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    pub request_uris: ::std::vec::Vec<::std::string::String>,
    ///What it may ask for at the authorization endpoint; combinations such as `code id_token` are made of these.
    pub response_types: ::std::vec::Vec<::std::string::String>,
    ///What it proved itself with before, and can yet, the newest first: see `rotate_client_secret`. Empty where `client_secret` isn't shown.
    pub rotated_secrets: ::std::vec::Vec<::authplane_client::Secret>,
    ///What `scopes` has, in one text with spaces between the names.
    pub scope: ::std::string::String,
    ///Names of the scopes that it may ask for.
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject; may be empty.
    pub sector_identifier_uri: ::std::string::String,
    ///It is built in and can be neither changed nor deleted.
    pub system: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///DNS name that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_dns: ::std::string::String,
    ///Mail address that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_email: ::std::string::String,
    ///IP address that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_ip: ::std::string::String,
    ///URI that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_uri: ::std::string::String,
    ///Distinguished name that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_subject_dn: ::std::string::String,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    pub tls_client_certificate_bound_access_tokens: bool,
    ///How it authenticates at the token endpoint.
    pub token_endpoint_auth_method: AcpClientAuthentication,
    ///Algorithm that its assertions at the token endpoint must be signed with: `RS256`, `ES256`, `PS256` or `EdDSA`, or `HS256` for `client_secret_jwt`. An empty text leaves it open.
    pub token_endpoint_signing_alg: ::std::string::String,
    ///Address of its terms of service, which consent pages link to; may be empty.
    pub tos_uri: ::std::string::String,
    ///Users aren't asked for their consent to what it may do.
    pub trusted: bool,
    ///Algorithm that userinfo's answers to it are signed with: the one of the authorization server's keys (`RS256`, `ES256` or `EdDSA`). Answers are plain JSON for `none` and an empty text.
    pub userinfo_signed_response_alg: ::std::string::String,
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
    #[serde(rename = "client_secret_basic")]
    ClientSecretBasic,
    #[serde(rename = "client_secret_post")]
    ClientSecretPost,
    #[serde(rename = "client_secret_jwt")]
    ClientSecretJwt,
    #[serde(rename = "private_key_jwt")]
    PrivateKeyJwt,
    #[serde(rename = "self_signed_tls_client_auth")]
    SelfSignedTlsClientAuth,
    #[serde(rename = "tls_client_auth")]
    TlsClientAuth,
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
            Self::SelfSignedTlsClientAuth => f.write_str("self_signed_tls_client_auth"),
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
impl ::std::convert::From<&str> for AcpClientAuthentication {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpClientAuthentication {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpClientAuthentication> for AcpClientAuthentication {
    fn into_optional(self) -> ::std::option::Option<AcpClientAuthentication> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpClientAuthentication>
for ::std::option::Option<AcpClientAuthentication> {
    fn into_optional(self) -> ::std::option::Option<AcpClientAuthentication> {
        self
    }
}
///What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpClientRequest {
    ///Audience of its tokens where a request names no resource; its own id when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audience: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the authorization server that it asks for tokens. Required at creation, ignored in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored: `client_secret` says what the secret is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_hashed_secret: ::std::option::Option<::std::string::String>,
    ///Id of the client, as `client_id` in its requests. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the server sets it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id_issued_at: ::std::option::Option<i64>,
    ///Name of the application, as consent pages and lists show it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_name: ::std::option::Option<::std::string::String>,
    ///What it proves itself with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///When its secret expires, in seconds since the epoch; 0 means never.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret_expires_at: ::std::option::Option<i64>,
    ///Address of its home page; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_uri: ::std::option::Option<::std::string::String>,
    ///What the application does, for people; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the server sets it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_id: ::std::option::Option<::std::string::String>,
    ///The ways in which it may ask for tokens; `authorization_code` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Its public keys, such as those that its assertions are signed with. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change. Empty for none; not together with `jwks`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo, which consent pages show; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Address of its privacy policy, which consent pages link to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_uri: ::std::option::Option<::std::string::String>,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///It runs where it can't keep a secret, such as in a browser or on a phone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub public: ::std::option::Option<bool>,
    ///Addresses that answers to authorization requests may be sent to. One is compared letter by letter with the `redirect_uri` of a request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Algorithm that its request objects must be signed with: `none`, `RS256`, `ES256`, `PS256` or `EdDSA`. `any` and an empty text leave it open.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_object_signing_alg: ::std::option::Option<::std::string::String>,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///What it may ask for at the authorization endpoint; `code` when absent and it may use `authorization_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub response_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Accepted and ignored: see `rotate_client_secret`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rotated_secrets: ::std::option::Option<
        ::std::vec::Vec<::authplane_client::Secret>,
    >,
    ///The scopes in one text with spaces between the names. Counts where `scopes` is absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///Names of the scopes that it may ask for, all of them of its authorization server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector_identifier_uri: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since nobody makes built-in clients.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<bool>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///DNS name that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_dns: ::std::option::Option<::std::string::String>,
    ///Mail address that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_email: ::std::option::Option<::std::string::String>,
    ///IP address that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_ip: ::std::option::Option<::std::string::String>,
    ///URI that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_uri: ::std::option::Option<::std::string::String>,
    ///Distinguished name that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_subject_dn: ::std::option::Option<::std::string::String>,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_certificate_bound_access_tokens: ::std::option::Option<bool>,
    ///How it authenticates at the token endpoint. When absent, `none` for a public client and `client_secret_basic` for any other. Certificates are not offered.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_method: ::std::option::Option<AcpClientAuthentication>,
    ///Algorithm that its assertions at the token endpoint must be signed with: `RS256`, `ES256`, `PS256` or `EdDSA`, or `HS256` for `client_secret_jwt`. An empty text leaves it open.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_signing_alg: ::std::option::Option<::std::string::String>,
    ///Address of its terms of service, which consent pages link to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tos_uri: ::std::option::Option<::std::string::String>,
    ///Users aren't asked for their consent to what it may do.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trusted: ::std::option::Option<bool>,
    ///Algorithm that userinfo's answers to it are signed with: the one of the authorization server's keys (`RS256`, `ES256` or `EdDSA`). Answers are plain JSON for `none` and an empty text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_signed_response_alg: ::std::option::Option<::std::string::String>,
}
impl AcpClientRequest {
    pub fn builder() -> builder::AcpClientRequest {
        Default::default()
    }
}
///The clients of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpClients {
    ///In the order of their creation. Their secrets are left out.
    pub clients: ::std::vec::Vec<AcpClient>,
}
///Settings of an Amazon Cognito user pool, which users are sent to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpCognitoAuthentication {
    ///Id that this server has there as a client.
    pub client_id: ::std::string::String,
    ///Secret that this server has there. Kept when absent, unless the pool changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///The pool's userinfo endpoint is asked too.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub get_user_info: ::std::option::Option<bool>,
    ///Id of the user pool, such as `eu-central-1_Q8WSOH11B`.
    pub pool_id: ::std::string::String,
    ///The callback that was registered there; the server's own when empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    ///AWS region of the pool, such as `eu-central-1`.
    pub region: ::std::string::String,
    ///Scopes that are asked for there, besides `openid`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub scopes: ::std::vec::Vec<::std::string::String>,
}
impl AcpCognitoAuthentication {
    pub fn builder() -> builder::AcpCognitoAuthentication {
        Default::default()
    }
}
///A change of one thing.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConfigurationChange {
    ///`create`, `change`, `remove`; `skip` for what is there otherwise and stays so, `conflict` for what is there otherwise and may not be changed.
    pub action: ::std::string::String,
    ///Id of the thing.
    pub id: ::std::string::String,
    ///What kind of thing it is: `tenant`, `policy`, `authorization_server`, `service`, `scope`, `client`, `gateway`, `claim`, `api`, `role` or `api_client`.
    pub kind: ::std::string::String,
    ///What makes the one of the other (RFC 6902), in the form that dumps have. Instead of secrets it says that they are others.
    pub patch: ::std::vec::Vec<::serde_json::Value>,
    ///Where it stands in the dump: a JSON pointer (RFC 6901). Empty for what isn't in it.
    pub pointer: ::std::string::String,
    ///Id of the tenant.
    pub tenant_id: ::std::string::String,
}
///What bringing in a dump changes, or changed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConfigurationDifference {
    ///The changes, in the order in which they are made.
    pub changes: ::std::vec::Vec<AcpConfigurationChange>,
    ///What somebody should know: secrets that were made, issuers that stay behind, clients that can do less than they could.
    pub notes: ::std::vec::Vec<AcpConfigurationNote>,
    ///One line for each change, for people.
    pub summary: ::std::vec::Vec<::std::string::String>,
    ///How many things of the dump are as it has them.
    pub unchanged: i64,
    ///Whether it was written. It isn't in a dry run, nor where there are conflicts.
    pub written: bool,
}
///Something that somebody should know.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConfigurationNote {
    ///What it is about, for programs.
    pub code: ::std::string::String,
    ///What it is about, in words for people.
    pub message: ::std::string::String,
    ///Where it stands in the dump: a JSON pointer (RFC 6901).
    pub pointer: ::std::string::String,
    ///Id of the tenant.
    pub tenant_id: ::std::string::String,
}
///A consent: something that users are asked to agree to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsent {
    ///Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    ///What users agree to; may be empty.
    pub description: ::std::string::String,
    ///Id of the consent, unique within the tenant.
    pub id: ::std::string::String,
    ///The tenant's own services that use the data.
    pub internal_services: ::std::vec::Vec<AcpConsentService>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Others' services that use the data.
    pub third_party_services: ::std::vec::Vec<AcpConsentService>,
    ///What this version means for those who gave an earlier one.
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is as it is.
    pub valid_from: ::chrono::DateTime<::chrono::offset::Utc>,
    ///1 at first, and one more with each change.
    pub version: i64,
}
///An action, in a list.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentAction {
    ///What users do by it; may be empty.
    pub description: ::std::string::String,
    ///Id of the action, unique within the tenant.
    pub id: ::std::string::String,
    ///Name of the action. Paths take it in place of the id.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///What an action is made from, or replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentActionRequest {
    ///What it asks for, each consent once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consents: ::std::option::Option<::std::vec::Vec<AcpConsentOfAction>>,
    ///What users do by it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the action, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Name of the action. Paths take it in place of the id.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl AcpConsentActionRequest {
    pub fn builder() -> builder::AcpConsentActionRequest {
        Default::default()
    }
}
///A consent that an action asks for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentActionToConsent {
    ///Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    ///What users agree to; may be empty.
    pub description: ::std::string::String,
    ///Id of the consent, unique within the tenant.
    pub id: ::std::string::String,
    ///The tenant's own services that use the data.
    pub internal_services: ::std::vec::Vec<AcpConsentService>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
    ///Whether the action is not possible without it.
    pub required: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Others' services that use the data.
    pub third_party_services: ::std::vec::Vec<AcpConsentService>,
    ///What this version means for those who gave an earlier one.
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is as it is.
    pub valid_from: ::chrono::DateTime<::chrono::offset::Utc>,
    ///1 at first, and one more with each change.
    pub version: i64,
}
///An action: something that users do, and the consents that they need for it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentActionWithConsents {
    ///What it asks for, each as it is now.
    pub consents: ::std::vec::Vec<AcpConsentActionToConsent>,
    ///What users do by it; may be empty.
    pub description: ::std::string::String,
    ///Id of the action, unique within the tenant.
    pub id: ::std::string::String,
    ///Name of the action. Paths take it in place of the id.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///The actions of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentActions {
    ///In the order of their creation.
    pub consent_actions: ::std::vec::Vec<AcpConsentAction>,
}
///What was given, or taken back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentGrant {
    ///What was given and taken back together has one.
    pub consent_grant_act_id: ::std::string::String,
    ///Id of the consent.
    pub consent_id: ::std::string::String,
    ///When it was given, or taken back.
    pub given_at: ::chrono::DateTime<::chrono::offset::Utc>,
    ///How it was given.
    pub grant_type: ::std::string::String,
    ///Subject of the user whose it is.
    pub subject: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The version of the consent.
    pub version: i64,
}
///Where and with what somebody was.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpConsentGrantContext {
    ///What is known of the device.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub device: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Address of the user's device, of version 4 or 6.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ip: ::std::option::Option<::std::string::String>,
    ///Latitude and longitude, in degrees.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub location: ::std::vec::Vec<f64>,
}
impl AcpConsentGrantContext {
    pub fn builder() -> builder::AcpConsentGrantContext {
        Default::default()
    }
}
///What was given, or taken back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentGrantEvent {
    ///When the user said so, in nanoseconds since the epoch.
    pub collection_timestamp: i64,
    ///The consent as it was.
    pub consent: AcpConsent,
    ///What was given and taken back together has one.
    pub consent_grant_act_id: ::std::string::String,
    ///Id of the consent.
    pub consent_id: ::std::string::String,
    ///Where and with what the user was. Absent when nobody said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<AcpConsentGrantContext>,
    ///When it was given, or taken back.
    pub given_at: ::chrono::DateTime<::chrono::offset::Utc>,
    ///How it was given.
    pub grant_type: ::std::string::String,
    ///The language that the user was asked in. Absent when nobody said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Always empty: what is signed names nobody. Whose event it is stands beside the payload.
    pub subject: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the action that asked. Absent when nobody said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub triggered_by_action: ::std::option::Option<::std::string::String>,
    ///The version of the consent.
    pub version: i64,
}
///What a user says of one of several consents.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentGrantPatch {
    ///Id of the consent.
    pub consent_id: ::std::string::String,
    ///How it is given; `explicit` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_type: ::std::option::Option<::std::string::String>,
    ///Whether it is given; else it is taken back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub granted: ::std::option::Option<bool>,
}
impl AcpConsentGrantPatch {
    pub fn builder() -> builder::AcpConsentGrantPatch {
        Default::default()
    }
}
///What a user says of several consents at once.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpConsentGrantPatchRequest {
    ///When the user said so, in nanoseconds since the epoch, not in the future; now when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub collection_timestamp: ::std::option::Option<
        ::authplane_client::Nullable<::authplane_client::Nullable<i64>>,
    >,
    ///The consents, each once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consents: ::std::option::Option<
        ::authplane_client::Nullable<
            ::authplane_client::Nullable<::std::vec::Vec<AcpConsentGrantPatch>>,
        >,
    >,
    ///Where and with what the user was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<
        ::authplane_client::Nullable<
            ::authplane_client::Nullable<AcpConsentGrantContext>,
        >,
    >,
    ///The language that the user was asked in (BCP 47).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<
        ::authplane_client::Nullable<::authplane_client::Nullable<::std::string::String>>,
    >,
    ///Id of the action that asked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub triggered_by_action: ::std::option::Option<
        ::authplane_client::Nullable<::authplane_client::Nullable<::std::string::String>>,
    >,
}
impl AcpConsentGrantPatchRequest {
    pub fn builder() -> builder::AcpConsentGrantPatchRequest {
        Default::default()
    }
}
///What came of it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentGrantPatchResponse {
    ///When the user said so, in nanoseconds since the epoch.
    pub collection_timestamp: i64,
    ///What was given and taken back together has one.
    #[serde(rename = "ConsentGrantActID")]
    pub consent_grant_act_id: ::std::string::String,
    ///What is so now.
    pub consents: ::std::vec::Vec<AcpConsentGrantPatch>,
    ///Where and with what the user was.
    pub context: AcpConsentGrantContext,
    ///The language that the user was asked in; may be empty.
    pub language: ::std::string::String,
    ///Id of the action that asked; may be empty.
    pub triggered_by_action: ::std::string::String,
}
///What a user says of one consent.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentGrantRequest {
    ///When the user said so, in nanoseconds since the epoch, not in the future; now when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub collection_timestamp: ::std::option::Option<i64>,
    ///Id of the consent.
    pub consent_id: ::std::string::String,
    ///Where and with what the user was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<AcpConsentGrantContext>,
    ///How it is given; `explicit` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_type: ::std::option::Option<::std::string::String>,
    ///The language that the user was asked in (BCP 47).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Id of the action that asked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub triggered_by_action: ::std::option::Option<::std::string::String>,
}
impl AcpConsentGrantRequest {
    pub fn builder() -> builder::AcpConsentGrantRequest {
        Default::default()
    }
}
///A consent that an action asks for. Of what else a consent has, nothing is read here.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentOfAction {
    ///Id of the consent.
    pub id: ::std::string::String,
    ///Whether the action is not possible without it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub required: ::std::option::Option<bool>,
}
impl AcpConsentOfAction {
    pub fn builder() -> builder::AcpConsentOfAction {
        Default::default()
    }
}
///What a consent is made from, or what its next version is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentRequest {
    ///Whether users who gave it can take it back; they can't when it is absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub can_be_withdrawn: ::std::option::Option<bool>,
    ///What users agree to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the consent, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///The tenant's own services that use the data.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub internal_services: ::std::option::Option<::std::vec::Vec<AcpConsentService>>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pii_categories: ::std::option::Option<::std::vec::Vec<AcpPiiCategory>>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Others' services that use the data.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub third_party_services: ::std::option::Option<::std::vec::Vec<AcpConsentService>>,
    ///What this version means for those who gave an earlier one: all have to give it again (`explicitAll`), all have given it (`implicitAll`), or those who gave it implicitly (`keepCurrent`).
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is so, not in the future; now when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub valid_from: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Accepted and ignored: 1 at first, and one more with each change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub version: ::std::option::Option<i64>,
}
impl AcpConsentRequest {
    pub fn builder() -> builder::AcpConsentRequest {
        Default::default()
    }
}
///A service that uses personal data.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentService {
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///What it uses them for.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub purposes: ::std::vec::Vec<AcpPurpose>,
}
impl AcpConsentService {
    pub fn builder() -> builder::AcpConsentService {
        Default::default()
    }
}
///A consent, and what a user gave of it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentWithGrant {
    ///Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    ///Id of the grant; absent for what was never given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consent_grant_id: ::std::option::Option<::std::string::String>,
    ///What users agree to; may be empty.
    pub description: ::std::string::String,
    ///When it was given last, or taken back; absent for what was never given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub given_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///How it is given, or was given last; absent for what was never given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_type: ::std::option::Option<::std::string::String>,
    ///The version that it is given for, or was given for last; absent for what was never given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_version: ::std::option::Option<i64>,
    ///Whether it is given, in its current version.
    pub granted: bool,
    ///Id of the consent, unique within the tenant.
    pub id: ::std::string::String,
    ///The tenant's own services that use the data.
    pub internal_services: ::std::vec::Vec<AcpConsentService>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
    ///Whether the action that was asked about is not possible without it. Absent where no action was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub required: ::std::option::Option<bool>,
    ///Subject of the user whose it is.
    pub subject: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Others' services that use the data.
    pub third_party_services: ::std::vec::Vec<AcpConsentService>,
    ///What this version means for those who gave an earlier one.
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is as it is.
    pub valid_from: ::chrono::DateTime<::chrono::offset::Utc>,
    ///1 at first, and one more with each change.
    pub version: i64,
}
///The consents of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsents {
    ///In the order of their creation.
    pub consents: ::std::vec::Vec<AcpConsent>,
}
///Consents, and what a user gave of each.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpConsentsWithGrants {
    ///In the order of their creation; those of an action in its order.
    pub consents: ::std::vec::Vec<AcpConsentWithGrant>,
}
///Something that may be known about a user.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpContextAttribute {
    ///What it says about a user, for people; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///What it is called on pages; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub label: ::std::option::Option<::std::string::String>,
    ///Name of the attribute: its path in the authentication context, with dots.
    pub name: ::std::string::String,
    ///What kind of value it has, such as `string`, `bool`, `number` or `string_array`; may be empty.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
impl AcpContextAttribute {
    pub fn builder() -> builder::AcpContextAttribute {
        Default::default()
    }
}
///What a gateway is made from.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpCreateGatewayRequest {
    ///What the gateway is for; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Name of the gateway, for people.
    pub name: ::std::string::String,
    ///Id of the authorization server whose services it may guard.
    pub server_id: ::std::string::String,
    ///What kind of gateway it is. An authorization server has at most one of the type `aws`.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AcpCreateGatewayRequest {
    pub fn builder() -> builder::AcpCreateGatewayRequest {
        Default::default()
    }
}
///Settings of a login page of one's own, which users are sent to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpCustomAuthentication {
    ///Address of the page. It gets `login_id` and `login_state` in its query.
    pub login_url: ::std::string::String,
}
impl AcpCustomAuthentication {
    pub fn builder() -> builder::AcpCustomAuthentication {
        Default::default()
    }
}
///Dashboards of an authorization server. They are made elsewhere; here is where they are.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDashboards {
    ///Whether there is any.
    pub enabled: bool,
    ///Address of the one that shows by an example what the business makes of it; may be empty.
    pub sample_business_url: ::std::string::String,
    ///Address of the one that shows by an example what attacks look like; may be empty.
    pub sample_threat_url: ::std::string::String,
    ///Address of the one that shows what this tenant's business makes of it; may be empty.
    pub tenant_business_url: ::std::string::String,
    ///Address of the one that shows attacks on this tenant; may be empty.
    pub tenant_threat_url: ::std::string::String,
}
///An authorization server, as developers see it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDeveloperServer {
    ///The ways in which its clients can ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server, the last part of its issuer.
    pub id: ::std::string::String,
    ///Its issuer, as `iss` of its tokens says it.
    pub issuer_url: ::std::string::String,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
}
///An authorization server with the scopes that a developer's clients may have.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDeveloperServerWithScopes {
    ///The ways in which its clients can ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server, the last part of its issuer.
    pub id: ::std::string::String,
    ///Its issuer, as `iss` of its tokens says it.
    pub issuer_url: ::std::string::String,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
    ///The scopes that the calling developer's clients may have, in the order of their creation.
    pub scopes: ::std::vec::Vec<AcpPublicScope>,
}
///The authorization servers of a tenant, as developers see them.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDeveloperServers {
    ///In the order of their creation, without those of the system.
    pub servers: ::std::vec::Vec<AcpDeveloperServer>,
}
///All that is configured in one tenant, or in several. Lists are in the order of ids.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDump {
    ///The APIs of services, in the order of ids.
    pub apis: ::std::vec::Vec<AcpDumpApi>,
    ///What ACP's lists have no place for.
    pub authplane: AcpDumpRest,
    ///The claims of authorization servers, in the order of ids.
    pub claims: ::std::vec::Vec<AcpDumpClaim>,
    ///The clients, but for those that administer the installation.
    pub clients: ::std::vec::Vec<AcpDumpClient>,
    ///The actions that ask for consents, in the order of ids.
    pub consent_actions: ::std::vec::Vec<AcpDumpConsentAction>,
    ///The consents, in the order of ids. What users gave is in no dump.
    pub consents: ::std::vec::Vec<AcpDumpConsent>,
    ///The policies, in the order of ids.
    pub policies: ::std::vec::Vec<AcpDumpPolicy>,
    ///The scopes that belong to no service.
    pub scopes_without_service: ::std::vec::Vec<AcpDumpScope>,
    ///The authorization servers, in the order of ids.
    pub servers: ::std::vec::Vec<AcpDumpServer>,
    ///The services, each with its scopes.
    pub services: ::std::vec::Vec<AcpDumpService>,
    ///The tenants whose configuration it is.
    pub tenants: ::std::vec::Vec<AcpDumpTenant>,
}
///An API in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpApi {
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpApiBeside,
    ///Whether it may have a policy.
    pub can_have_policy: bool,
    ///What kinds of data it gives or takes, in words of your own.
    pub data_classifications: ::std::vec::Vec<::std::string::String>,
    ///Id of the API. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Method of the requests.
    pub method: ::std::string::String,
    ///Path of the requests, a template as OpenAPI has them: `/pets/{id}`.
    pub path: ::std::string::String,
    ///Id of the policy that its requests must pass; empty where there is none.
    pub policy_id: ::std::string::String,
    ///Its place in lists. It says nothing about which API a request is for.
    pub position: i64,
    ///Id of the authorization server that its service belongs to.
    pub server_id: ::std::string::String,
    ///Id of the service that answers.
    pub service_id: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///What a dump says of an API besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpApiBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///What kinds of data that specification says it gives or takes; absent for one that was made by hand.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub document_classifications: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///Id of the policy that the specification which was imported last names before it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub document_policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpDumpApiBeside {
    pub fn builder() -> builder::AcpDumpApiBeside {
        Default::default()
    }
}
///An API client of the local user store in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpApiClient {
    ///Subject of whoever made it.
    pub author: ::std::string::String,
    ///What rows of all kinds have besides.
    pub authplane: AcpDumpBeside,
    ///Id of the API client.
    pub id: ::std::string::String,
    ///Name of the API client.
    pub name: ::std::string::String,
    ///Ids of its roles.
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    ///Its secret. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The time at which it was changed last.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Who changed it last.
    pub updated_by: ::std::string::String,
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpApiClientRequest {
    ///Subject of whoever made it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub author: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///Id of the API client.
    pub id: ::std::string::String,
    ///Name of the API client.
    pub name: ::std::string::String,
    ///Ids of its roles.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Its secret. That which is there stays when absent, or one is made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///Id of the tenant that it belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///The time at which it was changed last.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Who changed it last.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_by: ::std::option::Option<::std::string::String>,
}
impl AcpDumpApiClientRequest {
    pub fn builder() -> builder::AcpDumpApiClientRequest {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpApiRequest {
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpApiBeside>,
    ///Whether it may have a policy; `true` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub can_have_policy: ::std::option::Option<bool>,
    ///What kinds of data it gives or takes, in words of your own.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_classifications: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///Id of the API, made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Method of the requests.
    pub method: ::std::string::String,
    ///Path of the requests, a template as OpenAPI has them: `/pets/{id}`. Of several that a request matches, the one counts that is more concrete, segment by segment. Another one that differs from it in the names of variables alone can't be made for this method.
    pub path: ::std::string::String,
    ///Id of the policy that its requests must pass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_id: ::std::option::Option<::std::string::String>,
    ///Its place in lists; behind all others of its service when absent. It says nothing about which API a request is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub position: ::std::option::Option<i64>,
    ///Accepted and ignored, since the service says which authorization server it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub server_id: ::std::option::Option<::std::string::String>,
    ///Id of the service that answers.
    pub service_id: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl AcpDumpApiRequest {
    pub fn builder() -> builder::AcpDumpApiRequest {
        Default::default()
    }
}
///What Logto's dialect says of a client, and ACP doesn't.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpApplication {
    ///How it and its tokens behave.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_client_metadata: ::std::option::Option<LogtoCustomClientMetadata>,
    ///What its developer keeps here.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub custom_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///The kind of the application. It counts where it fits the client's other members.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<LogtoApplicationType>,
}
impl AcpDumpApplication {
    pub fn builder() -> builder::AcpDumpApplication {
        Default::default()
    }
}
///Of a row whose time alone ACP doesn't say.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}
impl AcpDumpBeside {
    pub fn builder() -> builder::AcpDumpBeside {
        Default::default()
    }
}
///A claim in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpClaim {
    ///Id of the authorization server that it belongs to.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpBeside,
    ///Id of the claim, which isn't its name. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Path in the authentication context that its value is taken from, with dots.
    pub mapping: ::std::string::String,
    ///Name of the claim in the token; dots make objects.
    pub name: ::std::string::String,
    ///It is in the token when one of these scopes was granted, and always when there is none.
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The token that it goes into.
    #[serde(rename = "type")]
    pub type_: AcpClaimType,
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpClaimRequest {
    ///Id of the authorization server that it belongs to. Required at creation, ignored in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///Id of the claim, which isn't its name. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Path in the authentication context that its value is taken from, with dots.
    pub mapping: ::std::string::String,
    ///Name of the claim in the token; dots make objects. None that tokens have by themselves.
    pub name: ::std::string::String,
    ///It is in the token when one of these scopes was granted, and always when there is none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///The token that it goes into.
    #[serde(rename = "type")]
    pub type_: AcpClaimType,
}
impl AcpDumpClaimRequest {
    pub fn builder() -> builder::AcpDumpClaimRequest {
        Default::default()
    }
}
///A client in a dump. Its secrets are in it, unless the dump has none.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpClient {
    ///Audience of its tokens where a request names no resource.
    pub audience: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server that it asks for tokens.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpClientBeside,
    ///SHA-256 of `client_secret`, as `sha-256:` and 43 characters of base64url without padding (RFC 4648 §5): also where nobody has the secret itself. Empty where `client_secret` isn't shown, and left out of lists. An export may have it sealed, as `age-encryption.org/v1:` and base64.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_hashed_secret: ::std::option::Option<::std::string::String>,
    ///Id of the client, as `client_id` in its requests. Made by the server when a creation gives none.
    pub client_id: ::std::string::String,
    ///When it was made, in seconds since the epoch.
    pub client_id_issued_at: i64,
    ///Name of the application, as consent pages and lists show it; may be empty.
    pub client_name: ::std::string::String,
    ///What it proves itself with at the token endpoint. Empty for a public client, for one that a developer made, in lists, and for callers who may not see it.
    pub client_secret: ::authplane_client::Secret,
    ///When its secret expires, in seconds since the epoch; 0 means never.
    pub client_secret_expires_at: i64,
    ///Address of its home page; may be empty.
    pub client_uri: ::std::string::String,
    ///What the application does, for people; may be empty.
    pub description: ::std::string::String,
    ///Who registered it, where that was a developer; empty when it was an administrator.
    pub developer_id: ::std::string::String,
    ///The ways in which it may ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Its public keys, such as those that its assertions are signed with. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change. Empty for none; not together with `jwks`.
    pub jwks_uri: ::std::string::String,
    ///Address of its logo, which consent pages show; may be empty.
    pub logo_uri: ::std::string::String,
    ///Address of its privacy policy, which consent pages link to; may be empty.
    pub policy_uri: ::std::string::String,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///It runs where it can't keep a secret, such as in a browser or on a phone.
    pub public: bool,
    ///Addresses that answers to authorization requests may be sent to. One is compared letter by letter with the `redirect_uri` of a request.
    pub redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Algorithm that its request objects must be signed with: `none`, `RS256`, `ES256`, `PS256` or `EdDSA`. `any` and an empty text leave it open.
    pub request_object_signing_alg: ::std::string::String,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    pub request_uris: ::std::vec::Vec<::std::string::String>,
    ///What it may ask for at the authorization endpoint; combinations such as `code id_token` are made of these.
    pub response_types: ::std::vec::Vec<::std::string::String>,
    ///What it proved itself with before, and can yet, the newest first: see `rotate_client_secret`. Empty where `client_secret` isn't shown.
    pub rotated_secrets: ::std::vec::Vec<::authplane_client::Secret>,
    ///What `scopes` has, in one text with spaces between the names.
    pub scope: ::std::string::String,
    ///Names of the scopes that it may ask for.
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject; may be empty.
    pub sector_identifier_uri: ::std::string::String,
    ///It is built in and can be neither changed nor deleted.
    pub system: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///DNS name that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_dns: ::std::string::String,
    ///Mail address that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_email: ::std::string::String,
    ///IP address that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_ip: ::std::string::String,
    ///URI that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_san_uri: ::std::string::String,
    ///Distinguished name that its certificate must have. Kept, and not looked at here; may be empty.
    pub tls_client_auth_subject_dn: ::std::string::String,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    pub tls_client_certificate_bound_access_tokens: bool,
    ///How it authenticates at the token endpoint.
    pub token_endpoint_auth_method: AcpClientAuthentication,
    ///Algorithm that its assertions at the token endpoint must be signed with: `RS256`, `ES256`, `PS256` or `EdDSA`, or `HS256` for `client_secret_jwt`. An empty text leaves it open.
    pub token_endpoint_signing_alg: ::std::string::String,
    ///Address of its terms of service, which consent pages link to; may be empty.
    pub tos_uri: ::std::string::String,
    ///Users aren't asked for their consent to what it may do.
    pub trusted: bool,
    ///Algorithm that userinfo's answers to it are signed with: the one of the authorization server's keys (`RS256`, `ES256` or `EdDSA`). Answers are plain JSON for `none` and an empty text.
    pub userinfo_signed_response_alg: ::std::string::String,
}
///What a dump says of a client besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpClientBeside {
    ///What Logto's dialect knows of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub application: ::std::option::Option<AcpDumpApplication>,
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Whether it may do what its scopes say and nothing else: one of an `admin` server that isn't limited may do everything there.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub limited: ::std::option::Option<bool>,
    ///What the standards have words for and ACP has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<AcpDumpClientMetadata>,
    ///Digest of its registration access token, if it registered itself. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_digest: ::std::option::Option<::authplane_client::Secret>,
    ///Ids of its roles, which give it scopes besides.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Ids of the scopes that it may ask for. Names alone mean all scopes that are called so.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///What is known of its secrets beside themselves: of the current one, then of the rotated ones. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secrets: ::std::option::Option<::std::vec::Vec<AcpDumpSecretBeside>>,
}
impl AcpDumpClientBeside {
    pub fn builder() -> builder::AcpDumpClientBeside {
        Default::default()
    }
}
///What RFC 7591 and OpenID Connect say of a client, and ACP doesn't.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpClientMetadata {
    ///`web` or `native`; absent where nobody told.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub application_type: ::std::option::Option<::std::string::String>,
    ///It wants the `sid` there.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_session_required: ::std::option::Option<bool>,
    ///Where it hears of logouts from this server; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Mail addresses of the people who care for it.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub contacts: ::std::vec::Vec<::std::string::String>,
    ///Authentication context classes that it wants where the request says nothing.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub default_acr_values: ::std::vec::Vec<::std::string::String>,
    ///Seconds that an authentication may be old where the request says nothing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_max_age: ::std::option::Option<i64>,
    ///It registered itself (RFC 7591).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamically_registered: ::std::option::Option<bool>,
    ///It wants `iss` and `sid` there.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_session_required: ::std::option::Option<bool>,
    ///Where it hears of logouts from the user's browser; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub frontchannel_logout_uri: ::std::option::Option<::std::string::String>,
    ///Algorithm that its ID tokens are signed with; empty for that of its authorization server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_signed_response_alg: ::std::option::Option<::std::string::String>,
    ///Where a third party sends users to sign in to it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initiate_login_uri: ::std::option::Option<::std::string::String>,
    ///Where users may be sent after logout.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub post_logout_redirect_uris: ::std::vec::Vec<::std::string::String>,
    ///Its ID tokens always say when the user was authenticated.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub require_auth_time: ::std::option::Option<bool>,
    ///Id of its software, which all copies of that have.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_id: ::std::option::Option<::std::string::String>,
    ///Version of its software.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub software_version: ::std::option::Option<::std::string::String>,
    ///How it knows its users.
    #[serde(default = "defaults::acp_dump_client_metadata_subject_type")]
    pub subject_type: ::std::string::String,
}
impl ::std::default::Default for AcpDumpClientMetadata {
    fn default() -> Self {
        Self {
            application_type: Default::default(),
            backchannel_logout_session_required: Default::default(),
            backchannel_logout_uri: Default::default(),
            contacts: Default::default(),
            default_acr_values: Default::default(),
            default_max_age: Default::default(),
            dynamically_registered: Default::default(),
            frontchannel_logout_session_required: Default::default(),
            frontchannel_logout_uri: Default::default(),
            id_token_signed_response_alg: Default::default(),
            initiate_login_uri: Default::default(),
            post_logout_redirect_uris: Default::default(),
            require_auth_time: Default::default(),
            software_id: Default::default(),
            software_version: Default::default(),
            subject_type: defaults::acp_dump_client_metadata_subject_type(),
        }
    }
}
impl AcpDumpClientMetadata {
    pub fn builder() -> builder::AcpDumpClientMetadata {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpClientRequest {
    ///Audience of its tokens where a request names no resource; its own id when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audience: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the authorization server that it asks for tokens. Required at creation, ignored in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpClientBeside>,
    ///Accepted and ignored: `client_secret` says what the secret is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_hashed_secret: ::std::option::Option<::std::string::String>,
    ///Id of the client, as `client_id` in its requests. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the server sets it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id_issued_at: ::std::option::Option<i64>,
    ///Name of the application, as consent pages and lists show it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_name: ::std::option::Option<::std::string::String>,
    ///What it proves itself with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///When its secret expires, in seconds since the epoch; 0 means never.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret_expires_at: ::std::option::Option<i64>,
    ///Address of its home page; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_uri: ::std::option::Option<::std::string::String>,
    ///What the application does, for people; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the server sets it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_id: ::std::option::Option<::std::string::String>,
    ///The ways in which it may ask for tokens; `authorization_code` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Its public keys, such as those that its assertions are signed with. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Address of its public keys, for keys that change. Empty for none; not together with `jwks`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks_uri: ::std::option::Option<::std::string::String>,
    ///Address of its logo, which consent pages show; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Address of its privacy policy, which consent pages link to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_uri: ::std::option::Option<::std::string::String>,
    ///What personal data it takes, and why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub privacy: ::std::option::Option<AcpClientPrivacy>,
    ///It runs where it can't keep a secret, such as in a browser or on a phone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub public: ::std::option::Option<bool>,
    ///Addresses that answers to authorization requests may be sent to. One is compared letter by letter with the `redirect_uri` of a request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Algorithm that its request objects must be signed with: `none`, `RS256`, `ES256`, `PS256` or `EdDSA`. `any` and an empty text leave it open.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_object_signing_alg: ::std::option::Option<::std::string::String>,
    ///Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_uris: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///What it may ask for at the authorization endpoint; `code` when absent and it may use `authorization_code`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub response_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Accepted and ignored: see `rotate_client_secret`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rotated_secrets: ::std::option::Option<
        ::std::vec::Vec<::authplane_client::Secret>,
    >,
    ///The scopes in one text with spaces between the names. Counts where `scopes` is absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
    ///Names of the scopes that it may ask for, all of them of its authorization server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector_identifier_uri: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since nobody makes built-in clients.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<bool>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///DNS name that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_dns: ::std::option::Option<::std::string::String>,
    ///Mail address that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_email: ::std::option::Option<::std::string::String>,
    ///IP address that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_ip: ::std::option::Option<::std::string::String>,
    ///URI that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_san_uri: ::std::option::Option<::std::string::String>,
    ///Distinguished name that its certificate must have. Kept, and not looked at here; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_auth_subject_dn: ::std::option::Option<::std::string::String>,
    ///Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tls_client_certificate_bound_access_tokens: ::std::option::Option<bool>,
    ///How it authenticates at the token endpoint. When absent, `none` for a public client and `client_secret_basic` for any other. Certificates are not offered.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_auth_method: ::std::option::Option<AcpClientAuthentication>,
    ///Algorithm that its assertions at the token endpoint must be signed with: `RS256`, `ES256`, `PS256` or `EdDSA`, or `HS256` for `client_secret_jwt`. An empty text leaves it open.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_endpoint_signing_alg: ::std::option::Option<::std::string::String>,
    ///Address of its terms of service, which consent pages link to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tos_uri: ::std::option::Option<::std::string::String>,
    ///Users aren't asked for their consent to what it may do.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trusted: ::std::option::Option<bool>,
    ///Algorithm that userinfo's answers to it are signed with: the one of the authorization server's keys (`RS256`, `ES256` or `EdDSA`). Answers are plain JSON for `none` and an empty text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub userinfo_signed_response_alg: ::std::option::Option<::std::string::String>,
}
impl AcpDumpClientRequest {
    pub fn builder() -> builder::AcpDumpClientRequest {
        Default::default()
    }
}
///A consent in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpConsent {
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpBeside,
    ///Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    ///What users agree to; may be empty.
    pub description: ::std::string::String,
    ///Id of the consent, unique within the tenant.
    pub id: ::std::string::String,
    ///The tenant's own services that use the data.
    pub internal_services: ::std::vec::Vec<AcpConsentService>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Others' services that use the data.
    pub third_party_services: ::std::vec::Vec<AcpConsentService>,
    ///What this version means for those who gave an earlier one.
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is as it is.
    pub valid_from: ::chrono::DateTime<::chrono::offset::Utc>,
    ///1 at first, and one more with each change.
    pub version: i64,
}
///An action in a dump. Of the consents that it asks for, their ids are there.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpConsentAction {
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpBeside,
    ///What it asks for.
    pub consents: ::std::vec::Vec<AcpConsentOfAction>,
    ///What users do by it; may be empty.
    pub description: ::std::string::String,
    ///Id of the action, unique within the tenant.
    pub id: ::std::string::String,
    ///Name of the action. Paths take it in place of the id.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpConsentActionRequest {
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///What it asks for, each consent once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consents: ::std::option::Option<::std::vec::Vec<AcpConsentOfAction>>,
    ///What users do by it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the action, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Name of the action. Paths take it in place of the id.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl AcpDumpConsentActionRequest {
    pub fn builder() -> builder::AcpDumpConsentActionRequest {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpConsentRequest {
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///Whether users who gave it can take it back; they can't when it is absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub can_be_withdrawn: ::std::option::Option<bool>,
    ///What users agree to; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the consent, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///The tenant's own services that use the data.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub internal_services: ::std::option::Option<::std::vec::Vec<AcpConsentService>>,
    ///Name of the consent, for people.
    pub name: ::std::string::String,
    ///What kinds of data it is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pii_categories: ::std::option::Option<::std::vec::Vec<AcpPiiCategory>>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Others' services that use the data.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub third_party_services: ::std::option::Option<::std::vec::Vec<AcpConsentService>>,
    ///What this version means for those who gave an earlier one: all have to give it again (`explicitAll`), all have given it (`implicitAll`), or those who gave it implicitly (`keepCurrent`).
    pub update_existing_grants: AcpUpdateExistingGrants,
    ///Since when it is so, not in the future; now when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub valid_from: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Accepted and ignored: 1 at first, and one more with each change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub version: ::std::option::Option<i64>,
}
impl AcpDumpConsentRequest {
    pub fn builder() -> builder::AcpDumpConsentRequest {
        Default::default()
    }
}
///A gateway in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpGateway {
    ///Id of the authorization server whose services it may guard.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpBeside,
    ///Id of its client, which belongs to the tenant's `system` server.
    pub client_id: ::std::string::String,
    ///What the gateway is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway. Made by the server.
    pub id: ::std::string::String,
    ///When it fetched its configuration last. Absent until it does so for the first time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_active: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Name of the gateway, for people.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///What kind of gateway it is.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpGatewayRequest {
    ///Id of the authorization server whose services it may guard.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///Id of its client, one of the tenant's `system` server.
    pub client_id: ::std::string::String,
    ///What the gateway is for; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the gateway.
    pub id: ::std::string::String,
    ///Name of the gateway, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Id of the tenant that it belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///What kind of gateway it is.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AcpDumpGatewayRequest {
    pub fn builder() -> builder::AcpDumpGatewayRequest {
        Default::default()
    }
}
///A key with its private part.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpKey {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///1 for the first key of an authorization server, then 2 and so on. A tenant's have none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub generation: ::std::option::Option<i32>,
    ///The private part: PKCS #8 in base64.
    pub private_key: ::authplane_client::Secret,
    ///Its public part with `kid` and `alg` (RFC 7517).
    pub public: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///When it leaves the key set; absent as long as it has no successor.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub published_until: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
    ///When it begins to sign. A tenant's have none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub signs_from: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}
impl AcpDumpKey {
    pub fn builder() -> builder::AcpDumpKey {
        Default::default()
    }
}
///A policy in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpPolicy {
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpPolicyBeside,
    ///Its text in that language.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub definition: ::std::option::Option<::std::string::String>,
    ///Id of the policy, unique within the tenant.
    pub id: ::std::string::String,
    ///What it is written in, where that isn't validators: `cedar`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Name of the policy, for people.
    pub policy_name: ::std::string::String,
    ///The question that is put to it; no language here has one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query: ::std::option::Option<::std::string::String>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The checks, all of which must pass; a policy without any always passes, unless it is in a language.
    pub validators: ::std::vec::Vec<AcpValidator>,
}
///What a dump says of a policy besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpPolicyBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Id of the service whose imported specification made it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub specification_of: ::std::option::Option<::std::string::String>,
}
impl AcpDumpPolicyBeside {
    pub fn builder() -> builder::AcpDumpPolicyBeside {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpPolicyRequest {
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpPolicyBeside>,
    ///Its text, where it isn't validators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub definition: ::std::option::Option<::std::string::String>,
    ///Id of the policy, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///What it is written in: `cloudentity`, or nothing, for validators; `cedar` for Cedar.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Name of the policy, for people.
    pub policy_name: ::std::string::String,
    ///A question that is put to it; must be empty, since Cedar has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///The checks, all of which must pass; a policy without any always passes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub validators: ::std::option::Option<::std::vec::Vec<AcpValidator>>,
}
impl AcpDumpPolicyRequest {
    pub fn builder() -> builder::AcpDumpPolicyRequest {
        Default::default()
    }
}
///A dump that is brought in. A list that isn't there says nothing of its kind; an empty one says that there is nothing of it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpRequest {
    ///The APIs of services, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub apis: ::std::option::Option<::std::vec::Vec<AcpDumpApiRequest>>,
    ///What ACP's lists have no place for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpRestRequest>,
    ///The claims of authorization servers, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub claims: ::std::option::Option<::std::vec::Vec<AcpDumpClaimRequest>>,
    ///The clients of authorization servers, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub clients: ::std::option::Option<::std::vec::Vec<AcpDumpClientRequest>>,
    ///The actions that ask for consents, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consent_actions: ::std::option::Option<
        ::std::vec::Vec<AcpDumpConsentActionRequest>,
    >,
    ///The consents, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consents: ::std::option::Option<::std::vec::Vec<AcpDumpConsentRequest>>,
    ///The policies, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policies: ::std::option::Option<::std::vec::Vec<AcpDumpPolicyRequest>>,
    ///The scopes that belong to no service.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes_without_service: ::std::option::Option<
        ::std::vec::Vec<AcpDumpScopeRequest>,
    >,
    ///The authorization servers, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub servers: ::std::option::Option<::std::vec::Vec<AcpDumpServerRequest>>,
    ///The services, each with its scopes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub services: ::std::option::Option<::std::vec::Vec<AcpDumpServiceRequest>>,
    ///The tenants whose configuration it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenants: ::std::option::Option<::std::vec::Vec<AcpDumpTenantRequest>>,
}
impl AcpDumpRequest {
    pub fn builder() -> builder::AcpDumpRequest {
        Default::default()
    }
}
///Lists of which ACP's dump has none.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpRest {
    ///The API clients of the local user store.
    pub api_clients: ::std::vec::Vec<AcpDumpApiClient>,
    ///The gateways. Their clients are among the others.
    pub gateways: ::std::vec::Vec<AcpDumpGateway>,
    ///The roles of applications and API clients.
    pub roles: ::std::vec::Vec<AcpDumpRole>,
}
///Lists of which ACP's dump has none.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpRestRequest {
    ///The API clients of the local user store.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api_clients: ::std::option::Option<::std::vec::Vec<AcpDumpApiClientRequest>>,
    ///The gateways. Their clients are among the others.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gateways: ::std::option::Option<::std::vec::Vec<AcpDumpGatewayRequest>>,
    ///The roles of applications and API clients.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub roles: ::std::option::Option<::std::vec::Vec<AcpDumpRoleRequest>>,
}
impl AcpDumpRestRequest {
    pub fn builder() -> builder::AcpDumpRestRequest {
        Default::default()
    }
}
///A role in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpRole {
    ///What is said of it besides.
    pub authplane: AcpDumpRoleBeside,
    ///What the role is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the role.
    pub id: ::std::string::String,
    ///Name of the role, unique within the tenant.
    pub name: ::std::string::String,
    ///Names of the scopes that it gives.
    pub scopes: ::std::vec::Vec<::std::string::String>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Who can have it.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
///What a dump says of a role that has no word in it of its own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpRoleBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Whether users who are new have it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_default: ::std::option::Option<bool>,
    ///Ids of the scopes that it gives. Names alone mean those of the local user store, else of the management API, else all of the `default` server's APIs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
impl AcpDumpRoleBeside {
    pub fn builder() -> builder::AcpDumpRoleBeside {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpRoleRequest {
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpRoleBeside>,
    ///What the role is for; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the role.
    pub id: ::std::string::String,
    ///Name of the role, unique within the tenant.
    pub name: ::std::string::String,
    ///Names of the scopes that it gives.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the tenant that it belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Who can have it.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AcpDumpRoleRequest {
    pub fn builder() -> builder::AcpDumpRoleRequest {
        Default::default()
    }
}
///A scope in a dump.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpScope {
    ///Id of the authorization server whose clients may be given it.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpBeside,
    ///What the scope allows, as the consent page says it; may be empty.
    pub description: ::std::string::String,
    ///Id of the policy that decides whether a developer's client may be given the scope; empty where there is none.
    pub developer_policy_id: ::std::string::String,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    pub display_name: ::std::string::String,
    ///Id of the scope, which isn't its name. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///What clients ask for, in `scope` of their requests.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the policy that decides whether a user may grant the scope; empty where there is none.
    pub user_policy_id: ::std::string::String,
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpScopeRequest {
    ///Id of the authorization server whose clients may be given it. Taken at creation only; the service's when absent, else `default`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpBeside>,
    ///What the scope allows, as the consent page says it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a developer's client may be given the scope.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_policy_id: ::std::option::Option<::std::string::String>,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display_name: ::std::option::Option<::std::string::String>,
    ///Id of the scope, which isn't its name. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///What clients ask for, in `scope` of their requests: without white space.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a user may grant the scope.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpDumpScopeRequest {
    pub fn builder() -> builder::AcpDumpScopeRequest {
        Default::default()
    }
}
///Of a client's secret.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpSecretBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///From when on it proves nothing any more.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ends_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///What it is called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}
impl AcpDumpSecretBeside {
    pub fn builder() -> builder::AcpDumpSecretBeside {
        Default::default()
    }
}
///What becomes of secrets.
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
pub enum AcpDumpSecrets {
    #[serde(rename = "clear")]
    Clear,
    #[serde(rename = "omitted")]
    Omitted,
    #[serde(rename = "sealed")]
    Sealed,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpDumpSecrets {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Clear => f.write_str("clear"),
            Self::Omitted => f.write_str("omitted"),
            Self::Sealed => f.write_str("sealed"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpDumpSecrets {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "clear" => Ok(Self::Clear),
            "omitted" => Ok(Self::Omitted),
            "sealed" => Ok(Self::Sealed),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpDumpSecrets {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpDumpSecrets {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpDumpSecrets> for AcpDumpSecrets {
    fn into_optional(self) -> ::std::option::Option<AcpDumpSecrets> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpDumpSecrets> for ::std::option::Option<AcpDumpSecrets> {
    fn into_optional(self) -> ::std::option::Option<AcpDumpSecrets> {
        self
    }
}
///An authorization server in a dump. `issuer_url` is empty where it is made of the address of the installation.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpServer {
    ///How long access tokens live.
    pub access_token_ttl: ::std::string::String,
    ///How its users prove who they are. Passwords are never shown.
    pub authentications: AcpAuthentications,
    ///How long authorization codes live, ten minutes at most.
    pub authorization_code_ttl: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpServerBeside,
    ///How long a browser stays signed in.
    pub cookie_max_age: ::std::string::String,
    ///Id of the policy that decides whether a developer's client may be registered here; empty where there is none.
    pub developer_policy_id: ::std::string::String,
    ///Whether clients may register themselves, in the words of ACP 1.6: the same as `enable_dynamic_client_registration`.
    pub dynamic_client_registration: AcpDynamicClientRegistration,
    ///Clients may register themselves, without an administrator.
    pub enable_dynamic_client_registration: bool,
    ///Every authorization code needs a proof key (RFC 7636).
    pub enforce_pkce: bool,
    ///The ways in which its clients can ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server, the last part of its issuer. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///How long ID tokens live.
    pub id_token_ttl: ::std::string::String,
    ///Its issuer, as `iss` of its tokens says it. Empty in a dump, where it is made of the address of the installation.
    pub issuer_url: ::std::string::String,
    ///Its public keys, with the one that signs next.
    pub jwks: AcpServerJwks,
    ///What its keys are made for, and with it what its tokens are signed with.
    pub key_type: AcpKeyType,
    ///Address of the picture that its pages show; may be empty.
    pub logo_uri: ::std::string::String,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
    ///Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say.
    pub profiles: ::std::vec::Vec<::std::string::String>,
    ///How long refresh tokens live.
    pub refresh_token_ttl: ::std::string::String,
    ///Former secrets that still count, newest first. Shown to those who are shown `secret`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub rotated_secrets: ::std::vec::Vec<::authplane_client::Secret>,
    ///The key that opaque tokens and codes are hashed with. Shown to those alone who may do everything, and not in lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///It is `admin`, `developer` or `system`, whose tokens open the management APIs.
    pub system: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the policy that decides whether a user gets a token here; empty where there is none.
    pub user_policy_id: ::std::string::String,
}
///What a dump says of an authorization server besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpServerBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Its keys, with their private parts. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub keys: ::std::option::Option<::std::vec::Vec<AcpDumpKey>>,
    ///What is known of the passwords of its static users, by the id of the method and the name of the user: their hashes. Absent in a dump without secrets.
    #[serde(default, skip_serializing_if = ":: std :: collections :: HashMap::is_empty")]
    pub password_hashes: ::std::collections::HashMap<
        ::std::string::String,
        ::std::collections::HashMap<::std::string::String, ::authplane_client::Secret>,
    >,
}
impl AcpDumpServerBeside {
    pub fn builder() -> builder::AcpDumpServerBeside {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpServerRequest {
    ///How long access tokens live; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub access_token_ttl: ::std::option::Option<::std::string::String>,
    ///How its users prove who they are; kept when absent in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentications: ::std::option::Option<AcpAuthentications>,
    ///How long authorization codes live; `10m0s` when absent, which is the longest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_code_ttl: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpServerBeside>,
    ///How long a browser stays signed in; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cookie_max_age: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a developer's client may be registered here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_policy_id: ::std::option::Option<::std::string::String>,
    ///Whether clients may register themselves, in the words of ACP 1.6. Where it and `enable_dynamic_client_registration` are given and differ, the one counts that isn't as it was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_client_registration: ::std::option::Option<AcpDynamicClientRegistration>,
    ///Clients may register themselves, without an administrator.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enable_dynamic_client_registration: ::std::option::Option<bool>,
    ///Every authorization code needs a proof key (RFC 7636).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enforce_pkce: ::std::option::Option<bool>,
    ///The ways in which its clients can ask for tokens; `authorization_code`, `implicit`, `client_credentials` and `refresh_token` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the authorization server, the last part of its issuer. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///How long ID tokens live; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_ttl: ::std::option::Option<::std::string::String>,
    ///Empty, or the issuer that the server has anyway: it is made of its address and ids.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issuer_url: ::std::option::Option<::std::string::String>,
    ///Public keys are accepted and ignored, since the server makes and rotates its keys. Private ones are refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpServerJwks>,
    ///What its keys are made for. Taken at creation only; `rsa` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key_type: ::std::option::Option<AcpKeyType>,
    ///Address of the picture that its pages show, an http or https URL; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
    ///Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say. None when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profiles: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///How long refresh tokens live; `720h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refresh_token_ttl: ::std::option::Option<::std::string::String>,
    ///Former secrets that still count, newest first; kept when absent in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rotated_secrets: ::std::option::Option<
        ::std::vec::Vec<::authplane_client::Secret>,
    >,
    ///The key that opaque tokens and codes are hashed with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///Accepted and ignored, since no other server becomes one of the system.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<bool>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a user gets a token here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpDumpServerRequest {
    pub fn builder() -> builder::AcpDumpServerRequest {
        Default::default()
    }
}
///A service in a dump, with its scopes.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpService {
    ///Id of the authorization server whose clients may be given its scopes.
    pub authorization_server_id: ::std::string::String,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpServiceBeside,
    ///What the service is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway that guards it; empty where there is none.
    pub gateway_id: ::std::string::String,
    ///Id of the service. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///The scopes that belong to it, in the order of ids.
    pub scopes: ::std::vec::Vec<AcpDumpScope>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether its APIs were imported from a specification.
    pub with_specification: bool,
}
///What a dump says of a service besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpServiceBeside {
    ///Life of its access tokens in seconds; the authorization server's when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub access_token_ttl: ::std::option::Option<i64>,
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///The audience of its tokens.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub indicator: ::std::option::Option<::std::string::String>,
    ///Whether a token request that names no resource means this one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_default: ::std::option::Option<bool>,
}
impl AcpDumpServiceBeside {
    pub fn builder() -> builder::AcpDumpServiceBeside {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpServiceRequest {
    ///Id of the authorization server whose clients may be given its scopes. Taken at creation only; `default` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpServiceBeside>,
    ///What the service is for; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the gateway that guards it, one of its authorization server's.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gateway_id: ::std::option::Option<::std::string::String>,
    ///Id of the service. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///The scopes that belong to it, in any order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<AcpDumpScopeRequest>>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since only an import sets it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub with_specification: ::std::option::Option<bool>,
}
impl AcpDumpServiceRequest {
    pub fn builder() -> builder::AcpDumpServiceRequest {
        Default::default()
    }
}
///A tenant in a dump. `url` is empty where it is made of the address of the installation.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpTenant {
    ///What is known about its users, whichever way they sign in.
    pub authentication_context_settings: AcpAuthenticationContextSettings,
    ///What ACP doesn't say of it.
    pub authplane: AcpDumpTenantBeside,
    ///Id of the tenant, the first part of its issuers.
    pub id: ::std::string::String,
    ///Its own keys, without their private parts. Those of its authorization servers are theirs. Lists leave them out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Name of the tenant, for people.
    pub name: ::std::string::String,
    ///Address at which its people find it. The server makes nothing of it. Empty in a dump, where it is made of the address of the installation.
    pub url: ::std::string::String,
}
///What a dump says of a tenant besides ACP's members.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDumpTenantBeside {
    ///The time at which it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Its own keys, with their private parts. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub keys: ::std::option::Option<::std::vec::Vec<AcpDumpKey>>,
}
impl AcpDumpTenantBeside {
    pub fn builder() -> builder::AcpDumpTenantBeside {
        Default::default()
    }
}
///How the document has it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpDumpTenantRequest {
    ///What is known about its users, whichever way they sign in; the usual attributes when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentication_context_settings: ::std::option::Option<
        AcpAuthenticationContextSettings,
    >,
    ///What ACP doesn't say of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authplane: ::std::option::Option<AcpDumpTenantBeside>,
    ///Id of the tenant, the first part of its issuers. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Its own keys, each with all of its private parts: RSA of 2048 to 4096 bits, P-256 or Ed25519. They take the place of those that it has. What is shown of these can be sent back, and changes nothing, like an empty list. Others are brought by callers who may do everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Name of the tenant, for people.
    pub name: ::std::string::String,
    ///Address at which its people find it; made of the server's address and the id when absent or empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
impl AcpDumpTenantRequest {
    pub fn builder() -> builder::AcpDumpTenantRequest {
        Default::default()
    }
}
///Whether clients may register themselves, in the words of ACP 1.6.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpDynamicClientRegistration {
    ///Clients may register themselves, without an administrator.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
}
impl AcpDynamicClientRegistration {
    pub fn builder() -> builder::AcpDynamicClientRegistration {
        Default::default()
    }
}
///What kind of installation this is. What ACP can be set to and this server can't be is always false.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpEnvironment {
    ///Which source it was made from; empty, since the version says that.
    pub commit: ::std::string::String,
    ///Whether it was filled with things to try out: always false.
    pub demo_mode: bool,
    ///Whether it is set to be worked on: always false.
    pub dev_mode: bool,
    ///Whether an administrator is led through the making of an authorization server: always false.
    pub display_workspace_wizard: bool,
    ///Whether it answers its API reference (`serve_reference`).
    pub swagger_mode: bool,
    ///Version of the server.
    pub version: ::std::string::String,
}
///A gateway: what stands before services and asks whether a request may pass.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGateway {
    ///Id of the authorization server whose services it may guard.
    pub authorization_server_id: ::std::string::String,
    ///Id of its client, which belongs to the tenant's `system` server.
    pub client_id: ::std::string::String,
    ///What the gateway is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway. Made by the server.
    pub id: ::std::string::String,
    ///When it fetched its configuration last. Absent until it does so for the first time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_active: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Name of the gateway, for people.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///What kind of gateway it is.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
///All that a gateway needs to know to decide about requests.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGatewayConfiguration {
    ///Their APIs. Those of a service are in the order of their positions.
    pub apis: ::std::vec::Vec<AcpApi>,
    ///Issuer of these tokens.
    pub issuer_url: ::std::string::String,
    ///Where the keys are that sign them.
    pub jwks_url: ::std::string::String,
    ///The policies that these name. One that isn't here can't be asked, and nothing passes it.
    pub policies: ::std::vec::Vec<AcpPolicy>,
    ///The scopes of the services, in the order of their creation.
    pub scopes: ::std::vec::Vec<AcpScopeWithService>,
    ///Id of the authorization server whose tokens open the services.
    pub server_id: ::std::string::String,
    ///The services that name the gateway, in the order of their creation.
    pub services: ::std::vec::Vec<AcpServiceConnectedToGateway>,
    ///Id of the tenant.
    pub tenant_id: ::std::string::String,
}
///A token that a gateway was shown.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGatewayIntrospectRequest {
    ///The access token that somebody showed the gateway.
    pub token: ::authplane_client::Secret,
}
impl AcpGatewayIntrospectRequest {
    pub fn builder() -> builder::AcpGatewayIntrospectRequest {
        Default::default()
    }
}
///What a gateway is told of a token. All but `active` is absent unless that is true.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGatewayIntrospection {
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
    ///What policies are told of whoever it stands for, as it is now: of a user the authentication context, and what the token says.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub authentication_context: ::serde_json::Map<
        ::std::string::String,
        ::serde_json::Value,
    >,
    ///Id of the client that it was issued to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///When it expires, in seconds since the epoch.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp: ::std::option::Option<i64>,
    ///The authorization server's own claims of access tokens, as the token says them. Absent where it says none.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub ext: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Ids of the actions that the gateway's policies ask for, and all of whose required consents the user gave.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub granted_actions: ::std::vec::Vec<::std::string::String>,
    ///Ids of the consents that the gateway's policies ask for, and that the user gave.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub granted_consents: ::std::vec::Vec<::std::string::String>,
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
    ///Ids of the gateway's services that the token is for, of those that have APIs.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub services: ::std::vec::Vec<::std::string::String>,
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
///A gateway and what it needs to fetch its configuration.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGatewayWithClient {
    ///Id of the authorization server whose services it may guard.
    pub authorization_server_id: ::std::string::String,
    ///Its client. The secret is shown to callers who may do everything.
    pub client: AcpClient,
    ///Id of its client, which belongs to the tenant's `system` server.
    pub client_id: ::std::string::String,
    ///What the gateway is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway. Made by the server.
    pub id: ::std::string::String,
    ///Issuer that its client asks for tokens: that of the tenant's `system` server.
    pub issuer_url: ::std::string::String,
    ///When it fetched its configuration last. Absent until it does so for the first time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_active: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Name of the gateway, for people.
    pub name: ::std::string::String,
    ///Where it fetches its configuration: the base of the management API's paths.
    pub server_url: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///What kind of gateway it is.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
///The gateways of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpGateways {
    ///In the order of their creation.
    pub gateways: ::std::vec::Vec<AcpGateway>,
}
///What a group of a directory is called by.
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
pub enum AcpGroupNameFormat {
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "name")]
    Name,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpGroupNameFormat {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Id => f.write_str("id"),
            Self::Name => f.write_str("name"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpGroupNameFormat {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "id" => Ok(Self::Id),
            "name" => Ok(Self::Name),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpGroupNameFormat {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpGroupNameFormat {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpGroupNameFormat> for AcpGroupNameFormat {
    fn into_optional(self) -> ::std::option::Option<AcpGroupNameFormat> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpGroupNameFormat>
for ::std::option::Option<AcpGroupNameFormat> {
    fn into_optional(self) -> ::std::option::Option<AcpGroupNameFormat> {
        self
    }
}
///What becomes of what is there and otherwise than the dump has it.
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
pub enum AcpImportMode {
    #[serde(rename = "fail")]
    Fail,
    #[serde(rename = "ignore")]
    Ignore,
    #[serde(rename = "update")]
    Update,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpImportMode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Fail => f.write_str("fail"),
            Self::Ignore => f.write_str("ignore"),
            Self::Update => f.write_str("update"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpImportMode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "fail" => Ok(Self::Fail),
            "ignore" => Ok(Self::Ignore),
            "update" => Ok(Self::Update),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpImportMode {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpImportMode {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpImportMode> for AcpImportMode {
    fn into_optional(self) -> ::std::option::Option<AcpImportMode> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpImportMode> for ::std::option::Option<AcpImportMode> {
    fn into_optional(self) -> ::std::option::Option<AcpImportMode> {
        self
    }
}
///What an import did.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpImportedSpecification {
    ///The APIs that the service has now, in the order of the document. One whose method and template it had before keeps its id.
    pub created_apis: ::std::vec::Vec<AcpApi>,
    ///The policies that the document brought along.
    pub created_policies: ::std::vec::Vec<AcpPolicy>,
    ///The scopes that were made.
    pub created_scopes: ::std::vec::Vec<AcpScope>,
    ///Always empty: every operation becomes an API.
    pub ignored_apis: ::std::vec::Vec<AcpApi>,
    ///The policies that had the ids of the document's. They stay as they are.
    pub ignored_policies: ::std::vec::Vec<AcpPolicy>,
    ///The scopes that the service, or a built-in service, had by the names of the document's. They stay as they are.
    pub ignored_scopes: ::std::vec::Vec<AcpScope>,
    ///The policies that the last import made and that stay, since something else uses them.
    pub not_removed_policies: ::std::vec::Vec<AcpPolicy>,
    ///The APIs that the service had, also those that it has again.
    pub removed_apis: ::std::vec::Vec<AcpApi>,
    ///The policies that the last import made, also those that this one made again.
    pub removed_policies: ::std::vec::Vec<AcpPolicy>,
}
///What keys are made for.
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
pub enum AcpKeyType {
    #[serde(rename = "rsa")]
    Rsa,
    #[serde(rename = "ecdsa")]
    Ecdsa,
    #[serde(rename = "eddsa")]
    Eddsa,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpKeyType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Rsa => f.write_str("rsa"),
            Self::Ecdsa => f.write_str("ecdsa"),
            Self::Eddsa => f.write_str("eddsa"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpKeyType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "rsa" => Ok(Self::Rsa),
            "ecdsa" => Ok(Self::Ecdsa),
            "eddsa" => Ok(Self::Eddsa),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpKeyType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpKeyType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpKeyType> for AcpKeyType {
    fn into_optional(self) -> ::std::option::Option<AcpKeyType> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpKeyType> for ::std::option::Option<AcpKeyType> {
    fn into_optional(self) -> ::std::option::Option<AcpKeyType> {
        self
    }
}
///A login: who asks for what, and what came of it so far.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpLoginSession {
    ///Authentication context class that the user reached; empty for none.
    pub acr: ::std::string::String,
    ///Whether the user passes the policy of each scope; empty before they signed in.
    pub allowed_scopes: ::std::collections::HashMap<::std::string::String, bool>,
    ///Means by which the user signed in (RFC 8176).
    pub amr: ::std::vec::Vec<::std::string::String>,
    ///When the user signed in; absent before.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auth_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///What is known about the user; empty before they signed in.
    pub authentication_context: ::serde_json::Map<
        ::std::string::String,
        ::serde_json::Value,
    >,
    ///Id of the client that asks.
    pub client_id: ::std::string::String,
    ///What the client will be told, when it is refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<AcpOAuthError>,
    ///Always empty, since audiences are decided when the token is made.
    pub granted_audience: ::std::vec::Vec<::std::string::String>,
    ///Names of the scopes that were granted here.
    pub granted_scopes: ::std::vec::Vec<::std::string::String>,
    ///Id of the login, as `login_id`.
    pub id: ::std::string::String,
    ///Id of the authentication method that the user was sent to; empty before.
    pub idp_id: ::std::string::String,
    ///Whether somebody has signed in.
    pub login_approved: bool,
    ///Whether the login was refused.
    pub login_rejected: bool,
    ///How long ago the user may have signed in; absent when that doesn't matter.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_age: ::std::option::Option<::std::string::String>,
    ///Parameters of the authorization request, each with its values.
    pub request_query_params: ::std::collections::HashMap<
        ::std::string::String,
        ::std::vec::Vec<::std::string::String>,
    >,
    ///The authorization request, as it was understood.
    pub request_url: ::std::string::String,
    ///Authentication context classes that are asked for, best first.
    pub requested_acr: ::std::vec::Vec<::std::string::String>,
    ///When the client asked for it.
    pub requested_at: ::chrono::DateTime<::chrono::offset::Utc>,
    ///Resources that the tokens are to be for.
    pub requested_audience: ::std::vec::Vec<::std::string::String>,
    ///Claims that are asked for by name.
    pub requested_claims: AcpRequestedClaims,
    ///By which grant the client will get its tokens.
    pub requested_grant_type: ::std::string::String,
    ///Scopes that the client asks for.
    pub requested_scopes: ::std::vec::Vec<AcpRequestedScope>,
    ///Whether scopes were granted here.
    pub scope_grant_approved: bool,
    ///Whether granting scopes was refused.
    pub scope_grant_rejected: bool,
    ///Id of the authorization server that the user signs in to.
    pub server_id: ::std::string::String,
    ///Who signed in, as tokens call them; empty before.
    pub subject: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///A part of what a method tells, and where it goes.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpMapping {
    ///Path in what the method tells, with dots; `.` is everything.
    pub source: ::std::string::String,
    ///Path in the authentication context, with dots; `.` is its root.
    pub target: ::std::string::String,
}
impl AcpMapping {
    pub fn builder() -> builder::AcpMapping {
        Default::default()
    }
}
///What a scope is made from.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpNewScope {
    ///Id of the authorization server whose clients may be given it. Taken at creation only; the service's when absent, else `default`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What the scope allows, as the consent page says it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a developer's client may be given the scope.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_policy_id: ::std::option::Option<::std::string::String>,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display_name: ::std::option::Option<::std::string::String>,
    ///Id of the scope, which isn't its name. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///What clients ask for, in `scope` of their requests: without white space.
    pub name: ::std::string::String,
    ///Id of the service that it belongs to; none when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub service_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a user may grant the scope.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpNewScope {
    pub fn builder() -> builder::AcpNewScope {
        Default::default()
    }
}
///An error that a client is told (RFC 6749 §4.1.2.1).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpOAuthError {
    ///Always empty, since a page gives none that is kept.
    pub cause: ::std::string::String,
    ///Error code of RFC 6749 §4.1.2.1.
    pub error: ::std::string::String,
    ///What went wrong, for the client's developers; may be empty.
    pub error_description: ::std::string::String,
    ///Always empty, since there are no hints here.
    pub error_hint: ::std::string::String,
    ///Status of the refusal, always 403.
    pub status_code: i64,
}
///Settings of another OpenID provider, which users are sent to.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpOidcAuthentication {
    ///Id that this server has there as a client.
    pub client_id: ::std::string::String,
    ///Secret that this server has there. Kept when absent, unless the issuer changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///The provider's userinfo endpoint is asked too.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub get_user_info: ::std::option::Option<bool>,
    ///Issuer of the provider, where its discovery document is found.
    pub issuer_url: ::std::string::String,
    ///The callback that was registered there; the server's own when empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    ///Scopes that are asked for there, besides `openid`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub scopes: ::std::vec::Vec<::std::string::String>,
}
impl AcpOidcAuthentication {
    pub fn builder() -> builder::AcpOidcAuthentication {
        Default::default()
    }
}
///The policies of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPolicies {
    ///In the order of their creation, the built-in ones first.
    pub policies: ::std::vec::Vec<AcpPolicy>,
}
///A policy: checks that users or clients must pass.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPolicy {
    ///Its text in that language.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub definition: ::std::option::Option<::std::string::String>,
    ///Id of the policy, unique within the tenant.
    pub id: ::std::string::String,
    ///What it is written in, where that isn't validators: `cedar`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Name of the policy, for people.
    pub policy_name: ::std::string::String,
    ///The question that is put to it; no language here has one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query: ::std::option::Option<::std::string::String>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///The checks, all of which must pass; a policy without any always passes, unless it is in a language.
    pub validators: ::std::vec::Vec<AcpValidator>,
}
///What a policy that needn't exist consists of.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpPolicyDefinition {
    ///Its text, where it isn't validators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub definition: ::std::option::Option<::std::string::String>,
    ///What it is written in: `cloudentity`, which is the validators, or `cedar`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///A question that is put to it; must be empty, since Cedar has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query: ::std::option::Option<::std::string::String>,
    ///The checks, all of which must pass; a policy without any always passes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub validators: ::std::option::Option<::std::vec::Vec<AcpValidator>>,
}
impl AcpPolicyDefinition {
    pub fn builder() -> builder::AcpPolicyDefinition {
        Default::default()
    }
}
///A validator that failed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPolicyFailure {
    ///The fields and comparators that failed. Never a value: the user's data and the policy's stay where they are.
    pub details: ::std::string::String,
    ///What went wrong, for people.
    pub message: ::std::string::String,
    ///Its name, as the policy writes it.
    pub validator: ::std::string::String,
}
///What a policy is asked about.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpPolicyInput {
    ///The authentication context, which `identity-context` looks at; its `sub` is the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authn_ctx: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///Other contexts. No check looks at them; a policy in a language sees them as `context.stated`, and `token` of them as `context.token`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub contexts: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///The request that is to be let through.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request: ::std::option::Option<AcpPolicyInputRequest>,
}
impl AcpPolicyInput {
    pub fn builder() -> builder::AcpPolicyInput {
        Default::default()
    }
}
///A request, as far as a policy can ask about it. No check looks at more than its headers; a policy in a language looks at all of it, where it has a method.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpPolicyInputRequest {
    ///Headers of the request, which `header` looks at: each name with all its values, 256 at most together.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: ::std::option::Option<
        ::std::collections::HashMap<
            ::std::string::String,
            ::std::vec::Vec<::std::string::String>,
        >,
    >,
    ///Method of the request, such as `GET`; what a policy in a language has for the action.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub method: ::std::option::Option<::std::string::String>,
    ///Variables of the request's path.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path_params: ::std::option::Option<
        ::std::collections::HashMap<::std::string::String, ::std::string::String>,
    >,
    ///Parameters of the request's query, each name with all its values, instead of those of the address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query_params: ::std::option::Option<
        ::std::collections::HashMap<
            ::std::string::String,
            ::std::vec::Vec<::std::string::String>,
        >,
    >,
    ///Address of the request; its path is what a policy in a language has for the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
impl AcpPolicyInputRequest {
    pub fn builder() -> builder::AcpPolicyInputRequest {
        Default::default()
    }
}
///What a policy is made from, or replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPolicyRequest {
    ///Its text, where it isn't validators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub definition: ::std::option::Option<::std::string::String>,
    ///Id of the policy, unique within the tenant. Required at creation; it never changes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///What it is written in: `cloudentity`, or nothing, for validators; `cedar` for Cedar.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    ///Name of the policy, for people.
    pub policy_name: ::std::string::String,
    ///A question that is put to it; must be empty, since Cedar has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub query: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///The checks, all of which must pass; a policy without any always passes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub validators: ::std::option::Option<::std::vec::Vec<AcpValidator>>,
}
impl AcpPolicyRequest {
    pub fn builder() -> builder::AcpPolicyRequest {
        Default::default()
    }
}
///An event of the privacy ledger.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPrivacyLedgerEvent {
    ///When it was written.
    pub date: ::chrono::DateTime<::chrono::offset::Utc>,
    ///Id of the event.
    pub id: ::std::string::String,
    ///What happened. Absent when that was erased.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payload: ::std::option::Option<AcpPrivacyLedgerPayload>,
    ///The tenant's signature of the payload in its canonical form (RFC 8785): a compact JWS without payload (RFC 7515, appendix F). Empty when that was erased.
    pub payload_signature: ::std::string::String,
    ///Whose it is; empty when that was erased.
    pub subject: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
}
///Events of the privacy ledger.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPrivacyLedgerEvents {
    ///In the order in which they were written.
    pub events: ::std::vec::Vec<AcpPrivacyLedgerEvent>,
}
///What happened to a consent: one of the two is there, as `event_type` says.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPrivacyLedgerPayload {
    ///What was given. Absent in other events.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consent_granted: ::std::option::Option<AcpConsentGrantEvent>,
    ///What was taken back. Absent in other events.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub consent_revoked: ::std::option::Option<AcpConsentGrantEvent>,
    ///What happened to the consent.
    pub event_type: ::std::string::String,
}
///Something that personal data are used for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPurpose {
    ///Name of the purpose, for people.
    pub name: ::std::string::String,
    ///Whether it is what the data are used for in the first place. Of several purposes exactly one is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub primary: ::std::option::Option<bool>,
}
impl AcpPurpose {
    pub fn builder() -> builder::AcpPurpose {
        Default::default()
    }
}
///A way to repair a failed check.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRecovery {
    ///Which thing of that kind.
    pub id: ::std::string::String,
    ///What kind of thing can be done.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AcpRecovery {
    pub fn builder() -> builder::AcpRecovery {
        Default::default()
    }
}
///Where the user goes now.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRedirect {
    ///Address to send the browser to. It is good once, in the browser that the login began in.
    pub redirect_to: ::authplane_client::Secret,
}
///Why a page of your own refuses a login or a consent.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRejectRequest {
    ///Error code that the client is told (RFC 6749 §4.1.2.1); `access_denied` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored: clients are told by a redirect, which has no room for it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_cause: ::std::option::Option<::std::string::String>,
    ///What went wrong, for the client's developers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_description: ::std::option::Option<::std::string::String>,
    ///Id of the login. Where it is given, it must be that of the path.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///The `login_state` that the page was called with.
    pub login_state: ::authplane_client::Secret,
    ///Accepted and ignored: clients are told by a redirect, which has no room for it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status_code: ::std::option::Option<i64>,
}
impl AcpRejectRequest {
    pub fn builder() -> builder::AcpRejectRequest {
        Default::default()
    }
}
///What went with a specification.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRemovedSpecification {
    ///Those of them that stay, since something else uses them.
    pub not_removed_policies: ::std::vec::Vec<AcpPolicy>,
    ///The APIs that the service had.
    pub removed_apis: ::std::vec::Vec<AcpApi>,
    ///The policies that the last import made.
    pub removed_policies: ::std::vec::Vec<AcpPolicy>,
}
///How a claim is asked for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRequestedClaim {
    ///Whether the client can't do without it.
    pub essential: bool,
    ///The one value that the client wants.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    ///The values of which the client wants one.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub values: ::std::vec::Vec<::serde_json::Value>,
}
///Claims that are asked for by name (OpenID Connect Core §5.5).
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRequestedClaims {
    ///Claims that are asked for in the ID token, by their names.
    pub id_token: ::std::collections::HashMap<::std::string::String, AcpRequestedClaim>,
    ///Claims that are asked for in userinfo's answers, by their names.
    pub userinfo: ::std::collections::HashMap<::std::string::String, AcpRequestedClaim>,
}
///A scope that is asked for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRequestedScope {
    ///Id of the authorization server that it belongs to.
    pub authorization_server_id: ::std::string::String,
    ///What the scope allows; may be empty.
    pub description: ::std::string::String,
    ///Name of the scope for people; may be empty.
    pub display_name: ::std::string::String,
    ///Id of the scope, which isn't its name.
    pub id: ::std::string::String,
    ///Name of the scope, as clients ask for it.
    pub name: ::std::string::String,
    ///Always empty, since scopes have no parameters.
    pub params: ::std::vec::Vec<::std::string::String>,
    ///Name of the scope as this client asked for it.
    pub requested_name: ::std::string::String,
    ///The service that it belongs to; absent where there is none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub service: ::std::option::Option<AcpService>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether it belongs to a service.
    pub with_service: bool,
}
///The secret that a client has from now on.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpRotatedSecret {
    ///What the client proves itself with from now on. Empty for one that a developer made.
    pub secret: ::authplane_client::Secret,
}
///A scope: something that clients can be allowed to do.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpScope {
    ///Id of the authorization server whose clients may be given it.
    pub authorization_server_id: ::std::string::String,
    ///What the scope allows, as the consent page says it; may be empty.
    pub description: ::std::string::String,
    ///Id of the policy that decides whether a developer's client may be given the scope; empty where there is none.
    pub developer_policy_id: ::std::string::String,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    pub display_name: ::std::string::String,
    ///Id of the scope, which isn't its name. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///What clients ask for, in `scope` of their requests.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the policy that decides whether a user may grant the scope; empty where there is none.
    pub user_policy_id: ::std::string::String,
}
///What a scope is replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpScopeRequest {
    ///Id of the authorization server whose clients may be given it. Taken at creation only; the service's when absent, else `default`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What the scope allows, as the consent page says it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a developer's client may be given the scope.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_policy_id: ::std::option::Option<::std::string::String>,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display_name: ::std::option::Option<::std::string::String>,
    ///Id of the scope, which isn't its name. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///What clients ask for, in `scope` of their requests: without white space.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a user may grant the scope.
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
    ///Id of the authorization server whose clients may be given it.
    pub authorization_server_id: ::std::string::String,
    ///What the scope allows, as the consent page says it; may be empty.
    pub description: ::std::string::String,
    ///Id of the policy that decides whether a developer's client may be given the scope; empty where there is none.
    pub developer_policy_id: ::std::string::String,
    ///Name of the scope for people, as the consent page shows it; may be empty.
    pub display_name: ::std::string::String,
    ///Id of the scope, which isn't its name. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///What clients ask for, in `scope` of their requests.
    pub name: ::std::string::String,
    ///The service that it belongs to; absent where there is none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub service: ::std::option::Option<AcpService>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the policy that decides whether a user may grant the scope; empty where there is none.
    pub user_policy_id: ::std::string::String,
    ///Whether it belongs to a service.
    pub with_service: bool,
}
///The scopes of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpScopes {
    ///In the order of their creation.
    pub scopes: ::std::vec::Vec<AcpScopeWithService>,
}
///An authorization server: an issuer of tokens with clients, scopes, keys and users of its own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServer {
    ///How long access tokens live.
    pub access_token_ttl: ::std::string::String,
    ///How its users prove who they are. Passwords are never shown.
    pub authentications: AcpAuthentications,
    ///How long authorization codes live, ten minutes at most.
    pub authorization_code_ttl: ::std::string::String,
    ///How long a browser stays signed in.
    pub cookie_max_age: ::std::string::String,
    ///Id of the policy that decides whether a developer's client may be registered here; empty where there is none.
    pub developer_policy_id: ::std::string::String,
    ///Whether clients may register themselves, in the words of ACP 1.6: the same as `enable_dynamic_client_registration`.
    pub dynamic_client_registration: AcpDynamicClientRegistration,
    ///Clients may register themselves, without an administrator.
    pub enable_dynamic_client_registration: bool,
    ///Every authorization code needs a proof key (RFC 7636).
    pub enforce_pkce: bool,
    ///The ways in which its clients can ask for tokens.
    pub grant_types: ::std::vec::Vec<::std::string::String>,
    ///Id of the authorization server, the last part of its issuer. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///How long ID tokens live.
    pub id_token_ttl: ::std::string::String,
    ///Its issuer, as `iss` of its tokens says it. Empty in a dump, where it is made of the address of the installation.
    pub issuer_url: ::std::string::String,
    ///Its public keys, with the one that signs next.
    pub jwks: AcpServerJwks,
    ///What its keys are made for, and with it what its tokens are signed with.
    pub key_type: AcpKeyType,
    ///Address of the picture that its pages show; may be empty.
    pub logo_uri: ::std::string::String,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
    ///Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say.
    pub profiles: ::std::vec::Vec<::std::string::String>,
    ///How long refresh tokens live.
    pub refresh_token_ttl: ::std::string::String,
    ///Former secrets that still count, newest first. Shown to those who are shown `secret`.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub rotated_secrets: ::std::vec::Vec<::authplane_client::Secret>,
    ///The key that opaque tokens and codes are hashed with. Shown to those alone who may do everything, and not in lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///It is `admin`, `developer` or `system`, whose tokens open the management APIs.
    pub system: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Id of the policy that decides whether a user gets a token here; empty where there is none.
    pub user_policy_id: ::std::string::String,
}
///The APIs of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServerApis {
    ///By the ids of the services that have some, in the order of their positions.
    pub apis_by_services: ::std::collections::HashMap<
        ::std::string::String,
        ::std::vec::Vec<AcpApi>,
    >,
}
///The keys of an authorization server (RFC 7517), as many as its rotation keeps published.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServerJwks {
    ///Public keys, each a JWK with at least `kty`.
    pub keys: ::std::vec::Vec<::authplane_client::Jwk>,
}
impl AcpServerJwks {
    pub fn builder() -> builder::AcpServerJwks {
        Default::default()
    }
}
///What an authorization server is made from, or replaced by. Lengths of time are written as Go does, `1h30m0s`; fractions such as `1.5h` are taken too, and each is at least a second.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServerRequest {
    ///How long access tokens live; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub access_token_ttl: ::std::option::Option<::std::string::String>,
    ///How its users prove who they are; kept when absent in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentications: ::std::option::Option<AcpAuthentications>,
    ///How long authorization codes live; `10m0s` when absent, which is the longest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_code_ttl: ::std::option::Option<::std::string::String>,
    ///How long a browser stays signed in; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cookie_max_age: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a developer's client may be registered here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub developer_policy_id: ::std::option::Option<::std::string::String>,
    ///Whether clients may register themselves, in the words of ACP 1.6. Where it and `enable_dynamic_client_registration` are given and differ, the one counts that isn't as it was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_client_registration: ::std::option::Option<AcpDynamicClientRegistration>,
    ///Clients may register themselves, without an administrator.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enable_dynamic_client_registration: ::std::option::Option<bool>,
    ///Every authorization code needs a proof key (RFC 7636).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enforce_pkce: ::std::option::Option<bool>,
    ///The ways in which its clients can ask for tokens; `authorization_code`, `implicit`, `client_credentials` and `refresh_token` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Id of the authorization server, the last part of its issuer. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///How long ID tokens live; `1h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id_token_ttl: ::std::option::Option<::std::string::String>,
    ///Empty, or the issuer that the server has anyway: it is made of its address and ids.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issuer_url: ::std::option::Option<::std::string::String>,
    ///Public keys are accepted and ignored, since the server makes and rotates its keys. Private ones are refused.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpServerJwks>,
    ///What its keys are made for. Taken at creation only; `rsa` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key_type: ::std::option::Option<AcpKeyType>,
    ///Address of the picture that its pages show, an http or https URL; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub logo_uri: ::std::option::Option<::std::string::String>,
    ///Name of the authorization server, as its pages show it.
    pub name: ::std::string::String,
    ///Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say. None when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub profiles: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///How long refresh tokens live; `720h0m0s` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refresh_token_ttl: ::std::option::Option<::std::string::String>,
    ///Former secrets that still count, newest first; kept when absent in a change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rotated_secrets: ::std::option::Option<
        ::std::vec::Vec<::authplane_client::Secret>,
    >,
    ///The key that opaque tokens and codes are hashed with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///Accepted and ignored, since no other server becomes one of the system.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<bool>,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Id of the policy that decides whether a user gets a token here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpServerRequest {
    pub fn builder() -> builder::AcpServerRequest {
        Default::default()
    }
}
///The authorization servers of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServers {
    ///In the order of their creation. Their secrets are left out.
    pub servers: ::std::vec::Vec<AcpServer>,
}
///A service: an API with scopes. It is what the Logto dialect calls an API resource.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpService {
    ///Id of the authorization server whose clients may be given its scopes.
    pub authorization_server_id: ::std::string::String,
    ///What the service is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway that guards it; empty where there is none.
    pub gateway_id: ::std::string::String,
    ///Id of the service. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether its APIs were imported from a specification.
    pub with_specification: bool,
}
///A service that a gateway guards.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServiceConnectedToGateway {
    ///Always empty: gateways tell of no groups of APIs here.
    pub api_group_id: ::std::string::String,
    ///What tokens that are for this service name as their audience (RFC 8707).
    pub audience: ::std::string::String,
    ///Id of the authorization server whose tokens open it.
    pub authorization_server_id: ::std::string::String,
    ///What the service is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway.
    pub gateway_id: ::std::string::String,
    ///Id of the service.
    pub id: ::std::string::String,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///Whether it is built in.
    pub system: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether its APIs were imported from a specification.
    pub with_specification: bool,
}
///What a service is made from, or replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServiceRequest {
    ///Id of the authorization server whose clients may be given its scopes. Taken at creation only; `default` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authorization_server_id: ::std::option::Option<::std::string::String>,
    ///What the service is for; may be empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Id of the gateway that guards it, one of its authorization server's.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gateway_id: ::std::option::Option<::std::string::String>,
    ///Id of the service. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///Accepted and ignored, since the path says which tenant it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    ///Accepted and ignored, since only an import sets it.
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
pub struct AcpServiceWithProtection {
    ///Id of the authorization server whose clients may be given its scopes.
    pub authorization_server_id: ::std::string::String,
    ///What the service is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway that guards it; empty where there is none.
    pub gateway_id: ::std::string::String,
    ///Id of the service. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///Whether its gateway is of the type `aws`.
    pub protected_by_lambda_authorizer: bool,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether its APIs were imported from a specification.
    pub with_specification: bool,
}
///A service with its scopes.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServiceWithScopes {
    ///Id of the authorization server whose clients may be given its scopes.
    pub authorization_server_id: ::std::string::String,
    ///What the service is for; may be empty.
    pub description: ::std::string::String,
    ///Id of the gateway that guards it; empty where there is none.
    pub gateway_id: ::std::string::String,
    ///Id of the service. Made by the server when a creation gives none.
    pub id: ::std::string::String,
    ///Name of the service, for people.
    pub name: ::std::string::String,
    ///Whether its gateway is of the type `aws`.
    pub protected_by_lambda_authorizer: bool,
    ///Its scopes, in the order of their creation.
    pub scopes: ::std::vec::Vec<AcpScope>,
    ///Id of the tenant that it belongs to.
    pub tenant_id: ::std::string::String,
    ///Whether its APIs were imported from a specification.
    pub with_specification: bool,
}
///The services of an authorization server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpServices {
    ///In the order of their creation.
    pub services: ::std::vec::Vec<AcpServiceWithProtection>,
}
///A list of users with passwords, kept by this server.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpStaticAuthentication {
    ///The login page tells the names of the users, for demonstrations.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hint: ::std::option::Option<bool>,
    ///The users, each with a name of its own.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub users: ::std::vec::Vec<AcpStaticUser>,
}
impl AcpStaticAuthentication {
    pub fn builder() -> builder::AcpStaticAuthentication {
        Default::default()
    }
}
///A user with a password.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpStaticUser {
    ///What is known about the user, as claims and policies see it.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub authentication_context: ::serde_json::Map<
        ::std::string::String,
        ::serde_json::Value,
    >,
    ///The password. Required of a new user, kept when absent. No answer tells it, since only its hash is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub password: ::std::option::Option<::authplane_client::Secret>,
    ///Name that the user signs in with, compared letter by letter. It is the subject of tokens too.
    pub username: ::std::string::String,
}
impl AcpStaticUser {
    pub fn builder() -> builder::AcpStaticUser {
        Default::default()
    }
}
///A tenant: authorization servers, clients and users that share nothing with those of any other.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTenant {
    ///What is known about its users, whichever way they sign in.
    pub authentication_context_settings: AcpAuthenticationContextSettings,
    ///Id of the tenant, the first part of its issuers.
    pub id: ::std::string::String,
    ///Its own keys, without their private parts. Those of its authorization servers are theirs. Lists leave them out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Name of the tenant, for people.
    pub name: ::std::string::String,
    ///Address at which its people find it. The server makes nothing of it. Empty in a dump, where it is made of the address of the installation.
    pub url: ::std::string::String,
}
///A new tenant, with what it starts with.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTenantCreated {
    ///Its clients: first its administrator, whose secret is shown here alone to whoever made the tenant.
    pub clients: ::std::vec::Vec<AcpClient>,
    ///Always empty: nobody can sign in yet.
    pub idps: ::std::vec::Vec<::serde_json::Value>,
    ///Its authorization servers. Their secrets are shown to callers who may do everything.
    pub servers: ::std::vec::Vec<AcpServer>,
    ///What was made, with its keys.
    pub tenant: AcpTenant,
}
///What a tenant is made from, or replaced by.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTenantRequest {
    ///What is known about its users, whichever way they sign in; the usual attributes when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentication_context_settings: ::std::option::Option<
        AcpAuthenticationContextSettings,
    >,
    ///Id of the tenant, the first part of its issuers. Taken at creation only, and made by the server when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Its own keys, each with all of its private parts: RSA of 2048 to 4096 bits, P-256 or Ed25519. They take the place of those that it has. What is shown of these can be sent back, and changes nothing, like an empty list. Others are brought by callers who may do everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jwks: ::std::option::Option<AcpJwks>,
    ///Name of the tenant, for people.
    pub name: ::std::string::String,
    ///Address at which its people find it; made of the server's address and the id when absent or empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
impl AcpTenantRequest {
    pub fn builder() -> builder::AcpTenantRequest {
        Default::default()
    }
}
///The tenants of the installation.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTenants {
    ///In the order of their creation, without their keys. The member is written with a capital letter, as ACP has it.
    #[serde(rename = "Tenants")]
    pub tenants: ::std::vec::Vec<AcpTenant>,
}
///A policy, and what it is asked about.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTestPolicyRequest {
    ///What it is asked about; nothing when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input: ::std::option::Option<AcpPolicyInput>,
    ///The policy that is tried; nothing is kept of it.
    pub policy: AcpPolicyDefinition,
    ///Id of the authorization server that it is meant for, which must exist. Policies are their tenant's; one in a language is told it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub server_id: ::std::option::Option<::std::string::String>,
}
impl AcpTestPolicyRequest {
    pub fn builder() -> builder::AcpTestPolicyRequest {
        Default::default()
    }
}
///What a policy says.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpTestPolicyResponse {
    ///The checks that failed, in the policy's order.
    pub failures: ::std::vec::Vec<AcpPolicyFailure>,
    ///How the failures can be repaired, each way once.
    pub recovery: ::std::vec::Vec<AcpRecovery>,
    ///ACP's word for what the policy says: `AUTHORIZED` or `NOT_AUTHORIZED`.
    pub result: ::std::string::String,
    ///Whether it says yes.
    pub status: bool,
}
///What can be set on an API later on.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpUpdateApiRequest {
    ///What kinds of data it gives or takes, in words of your own; none when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_classifications: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///Id of the policy that its requests must pass, one of the tenant's; none when absent. An API that can't have one has none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub policy_id: ::std::option::Option<::std::string::String>,
}
impl AcpUpdateApiRequest {
    pub fn builder() -> builder::AcpUpdateApiRequest {
        Default::default()
    }
}
///What a new version of a consent means for those who gave an earlier one.
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
pub enum AcpUpdateExistingGrants {
    #[serde(rename = "explicitAll")]
    ExplicitAll,
    #[serde(rename = "implicitAll")]
    ImplicitAll,
    #[serde(rename = "keepCurrent")]
    KeepCurrent,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for AcpUpdateExistingGrants {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::ExplicitAll => f.write_str("explicitAll"),
            Self::ImplicitAll => f.write_str("implicitAll"),
            Self::KeepCurrent => f.write_str("keepCurrent"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for AcpUpdateExistingGrants {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "explicitAll" => Ok(Self::ExplicitAll),
            "implicitAll" => Ok(Self::ImplicitAll),
            "keepCurrent" => Ok(Self::KeepCurrent),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for AcpUpdateExistingGrants {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for AcpUpdateExistingGrants {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<AcpUpdateExistingGrants> for AcpUpdateExistingGrants {
    fn into_optional(self) -> ::std::option::Option<AcpUpdateExistingGrants> {
        Some(self)
    }
}
impl crate::IntoOptional<AcpUpdateExistingGrants>
for ::std::option::Option<AcpUpdateExistingGrants> {
    fn into_optional(self) -> ::std::option::Option<AcpUpdateExistingGrants> {
        self
    }
}
///What can be replaced of a gateway.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpUpdateGatewayRequest {
    ///What the gateway is for; emptied when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///Name of the gateway, for people.
    pub name: ::std::string::String,
}
impl AcpUpdateGatewayRequest {
    pub fn builder() -> builder::AcpUpdateGatewayRequest {
        Default::default()
    }
}
///A check of a policy.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpValidator {
    ///Settings of the check: `fields` of `identity-context` and `header`, each `{field, comparator, value}`; `action` or `consents` of `consent`.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub conf: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ///Which check it is: of the authentication context (`identity-context`), of consents, of the headers of the request, or one that always or never passes.
    pub name: ::std::string::String,
    ///What can be done when it fails.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub recovery: ::std::vec::Vec<AcpRecovery>,
}
impl AcpValidator {
    pub fn builder() -> builder::AcpValidator {
        Default::default()
    }
}
///What they want to do.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenAction {
    ///The name of a scope of the service; for a route, the method.
    pub name: ::std::string::String,
    ///What else is said of it. Policies in a language are told it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub properties: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
}
impl AuthzenAction {
    pub fn builder() -> builder::AuthzenAction {
        Default::default()
    }
}
///A policy decision point. What it can't do isn't there.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenConfiguration {
    ///Where one question is put.
    pub access_evaluation_endpoint: ::std::string::String,
    ///Where several are put at once.
    pub access_evaluations_endpoint: ::std::string::String,
    ///The identifier of the decision point, which its well-known address is made of.
    pub policy_decision_point: ::std::string::String,
}
///What is decided about a question.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenDecision {
    ///Why not, where that was asked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<AuthzenDecisionContext>,
    ///Whether it may be done.
    pub decision: bool,
}
///Why something may not be done.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenDecisionContext {
    ///The validators that failed, or the language in which the policy says no, or the part of the question that isn't known.
    pub failure: ::std::vec::Vec<AcpPolicyFailure>,
    ///How that can be repaired, each way once.
    pub recovery: ::std::vec::Vec<AcpRecovery>,
}
///A question of several.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AuthzenEvaluation {
    ///What they want to do.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<AuthzenAction>,
    ///What else is said. Policies in a language are told it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///What they want to do it with.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource: ::std::option::Option<AuthzenResource>,
    ///Who wants to do something.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: ::std::option::Option<AuthzenSubject>,
}
impl AuthzenEvaluation {
    pub fn builder() -> builder::AuthzenEvaluation {
        Default::default()
    }
}
///A question: whether a subject may do something with a resource.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenEvaluationRequest {
    ///What they want to do.
    pub action: AuthzenAction,
    ///What else is said. Policies in a language are told it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///How the answer is to be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<AuthzenOptions>,
    ///What they want to do it with.
    pub resource: AuthzenResource,
    ///Who wants to do something.
    pub subject: AuthzenSubject,
}
impl AuthzenEvaluationRequest {
    pub fn builder() -> builder::AuthzenEvaluationRequest {
        Default::default()
    }
}
///How several questions are to be answered.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AuthzenEvaluationsOptions {
    ///Which are answered: all, or those up to the first that is denied, or permitted. All when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluations_semantic: ::std::option::Option<::std::string::String>,
    ///Whether refusals have a `context` that says what failed. It is ours, not of the specification.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explain: ::std::option::Option<bool>,
}
impl AuthzenEvaluationsOptions {
    pub fn builder() -> builder::AuthzenEvaluationsOptions {
        Default::default()
    }
}
///Several questions, and what they have in common.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AuthzenEvaluationsRequest {
    ///What they want to do, where a question doesn't say it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<AuthzenAction>,
    ///What else is said, where a question doesn't say it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///The questions. Without any, what stands beside is the only one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluations: ::std::option::Option<::std::vec::Vec<AuthzenEvaluation>>,
    ///How they are to be answered.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<AuthzenEvaluationsOptions>,
    ///What they want to do it with, where a question doesn't say it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource: ::std::option::Option<AuthzenResource>,
    ///Who wants to do something, where a question doesn't say it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: ::std::option::Option<AuthzenSubject>,
}
impl AuthzenEvaluationsRequest {
    pub fn builder() -> builder::AuthzenEvaluationsRequest {
        Default::default()
    }
}
///What is decided of several questions, or of one.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AuthzenEvaluationsResponse {
    ///Why not, where that was asked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context: ::std::option::Option<AuthzenDecisionContext>,
    ///The decision, where there were no questions in a list.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub decision: ::std::option::Option<bool>,
    ///The decisions, in the order of the questions. Absent where there was only what stood beside them.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub evaluations: ::std::vec::Vec<AuthzenDecision>,
}
///How an answer is to be.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AuthzenOptions {
    ///Whether a refusal has a `context` that says what failed. It is ours, not of the specification.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explain: ::std::option::Option<bool>,
}
impl AuthzenOptions {
    pub fn builder() -> builder::AuthzenOptions {
        Default::default()
    }
}
///What they want to do it with.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenResource {
    ///Which thing of the service; for a route, the template of an API's path, or a path.
    pub id: ::std::string::String,
    ///What else is said of it. Policies in a language are told it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub properties: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///The name, or the id, of a service behind the gateway; or `route`.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AuthzenResource {
    pub fn builder() -> builder::AuthzenResource {
        Default::default()
    }
}
///Who wants to do something.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AuthzenSubject {
    ///Who of these: the `sub` of a user, the id of a client.
    pub id: ::std::string::String,
    ///What else is said of them. Policies in a language are told it; nothing that is stored is changed by it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub properties: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///What they are: `user` or `identity` for a user, `client` for an application.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
impl AuthzenSubject {
    pub fn builder() -> builder::AuthzenSubject {
        Default::default()
    }
}
///`ImportSpecificationFromFileGatewayType`
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
pub enum ImportSpecificationFromFileGatewayType {
    #[serde(rename = "pyron")]
    Pyron,
    #[serde(rename = "aws")]
    Aws,
    #[serde(rename = "azure")]
    Azure,
    #[serde(rename = "istio")]
    Istio,
    #[serde(rename = "kong")]
    Kong,
    #[serde(rename = "apigeex")]
    Apigeex,
    #[serde(rename = "apigeeedge")]
    Apigeeedge,
    #[serde(rename = "standalone")]
    Standalone,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ImportSpecificationFromFileGatewayType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Pyron => f.write_str("pyron"),
            Self::Aws => f.write_str("aws"),
            Self::Azure => f.write_str("azure"),
            Self::Istio => f.write_str("istio"),
            Self::Kong => f.write_str("kong"),
            Self::Apigeex => f.write_str("apigeex"),
            Self::Apigeeedge => f.write_str("apigeeedge"),
            Self::Standalone => f.write_str("standalone"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ImportSpecificationFromFileGatewayType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "pyron" => Ok(Self::Pyron),
            "aws" => Ok(Self::Aws),
            "azure" => Ok(Self::Azure),
            "istio" => Ok(Self::Istio),
            "kong" => Ok(Self::Kong),
            "apigeex" => Ok(Self::Apigeex),
            "apigeeedge" => Ok(Self::Apigeeedge),
            "standalone" => Ok(Self::Standalone),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ImportSpecificationFromFileGatewayType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String>
for ImportSpecificationFromFileGatewayType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ImportSpecificationFromFileGatewayType>
for ImportSpecificationFromFileGatewayType {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromFileGatewayType> {
        Some(self)
    }
}
impl crate::IntoOptional<ImportSpecificationFromFileGatewayType>
for ::std::option::Option<ImportSpecificationFromFileGatewayType> {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromFileGatewayType> {
        self
    }
}
///`ImportSpecificationFromTextGatewayType`
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
pub enum ImportSpecificationFromTextGatewayType {
    #[serde(rename = "pyron")]
    Pyron,
    #[serde(rename = "aws")]
    Aws,
    #[serde(rename = "azure")]
    Azure,
    #[serde(rename = "istio")]
    Istio,
    #[serde(rename = "kong")]
    Kong,
    #[serde(rename = "apigeex")]
    Apigeex,
    #[serde(rename = "apigeeedge")]
    Apigeeedge,
    #[serde(rename = "standalone")]
    Standalone,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ImportSpecificationFromTextGatewayType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Pyron => f.write_str("pyron"),
            Self::Aws => f.write_str("aws"),
            Self::Azure => f.write_str("azure"),
            Self::Istio => f.write_str("istio"),
            Self::Kong => f.write_str("kong"),
            Self::Apigeex => f.write_str("apigeex"),
            Self::Apigeeedge => f.write_str("apigeeedge"),
            Self::Standalone => f.write_str("standalone"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ImportSpecificationFromTextGatewayType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "pyron" => Ok(Self::Pyron),
            "aws" => Ok(Self::Aws),
            "azure" => Ok(Self::Azure),
            "istio" => Ok(Self::Istio),
            "kong" => Ok(Self::Kong),
            "apigeex" => Ok(Self::Apigeex),
            "apigeeedge" => Ok(Self::Apigeeedge),
            "standalone" => Ok(Self::Standalone),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ImportSpecificationFromTextGatewayType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String>
for ImportSpecificationFromTextGatewayType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ImportSpecificationFromTextGatewayType>
for ImportSpecificationFromTextGatewayType {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromTextGatewayType> {
        Some(self)
    }
}
impl crate::IntoOptional<ImportSpecificationFromTextGatewayType>
for ::std::option::Option<ImportSpecificationFromTextGatewayType> {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromTextGatewayType> {
        self
    }
}
///`ImportSpecificationFromUrlGatewayType`
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
pub enum ImportSpecificationFromUrlGatewayType {
    #[serde(rename = "pyron")]
    Pyron,
    #[serde(rename = "aws")]
    Aws,
    #[serde(rename = "azure")]
    Azure,
    #[serde(rename = "istio")]
    Istio,
    #[serde(rename = "kong")]
    Kong,
    #[serde(rename = "apigeex")]
    Apigeex,
    #[serde(rename = "apigeeedge")]
    Apigeeedge,
    #[serde(rename = "standalone")]
    Standalone,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ImportSpecificationFromUrlGatewayType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Pyron => f.write_str("pyron"),
            Self::Aws => f.write_str("aws"),
            Self::Azure => f.write_str("azure"),
            Self::Istio => f.write_str("istio"),
            Self::Kong => f.write_str("kong"),
            Self::Apigeex => f.write_str("apigeex"),
            Self::Apigeeedge => f.write_str("apigeeedge"),
            Self::Standalone => f.write_str("standalone"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ImportSpecificationFromUrlGatewayType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "pyron" => Ok(Self::Pyron),
            "aws" => Ok(Self::Aws),
            "azure" => Ok(Self::Azure),
            "istio" => Ok(Self::Istio),
            "kong" => Ok(Self::Kong),
            "apigeex" => Ok(Self::Apigeex),
            "apigeeedge" => Ok(Self::Apigeeedge),
            "standalone" => Ok(Self::Standalone),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ImportSpecificationFromUrlGatewayType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String>
for ImportSpecificationFromUrlGatewayType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ImportSpecificationFromUrlGatewayType>
for ImportSpecificationFromUrlGatewayType {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromUrlGatewayType> {
        Some(self)
    }
}
impl crate::IntoOptional<ImportSpecificationFromUrlGatewayType>
for ::std::option::Option<ImportSpecificationFromUrlGatewayType> {
    fn into_optional(
        self,
    ) -> ::std::option::Option<ImportSpecificationFromUrlGatewayType> {
        self
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpClaim> for AcpClaimRequest {
    fn from(value: AcpClaim) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            id: Some(value.id),
            mapping: value.mapping,
            name: value.name,
            scopes: Some(value.scopes),
            tenant_id: Some(value.tenant_id),
            type_: value.type_,
        }
    }
}
/// Takes over every member, to change one and put it back. `scope` is left to `scopes`, which says the same and counts without it.
impl ::std::convert::From<AcpClient> for AcpClientRequest {
    fn from(value: AcpClient) -> Self {
        Self {
            audience: Some(value.audience),
            authorization_server_id: Some(value.authorization_server_id),
            client_hashed_secret: value.client_hashed_secret,
            client_id: Some(value.client_id),
            client_id_issued_at: Some(value.client_id_issued_at),
            client_name: Some(value.client_name),
            client_secret: Some(value.client_secret),
            client_secret_expires_at: Some(value.client_secret_expires_at),
            client_uri: Some(value.client_uri),
            description: Some(value.description),
            developer_id: Some(value.developer_id),
            grant_types: Some(value.grant_types),
            jwks: value.jwks,
            jwks_uri: Some(value.jwks_uri),
            logo_uri: Some(value.logo_uri),
            policy_uri: Some(value.policy_uri),
            privacy: value.privacy,
            public: Some(value.public),
            redirect_uris: Some(value.redirect_uris),
            request_object_signing_alg: Some(value.request_object_signing_alg),
            request_uris: Some(value.request_uris),
            response_types: Some(value.response_types),
            rotated_secrets: Some(value.rotated_secrets),
            scope: None,
            scopes: Some(value.scopes),
            sector_identifier_uri: Some(value.sector_identifier_uri),
            system: Some(value.system),
            tenant_id: Some(value.tenant_id),
            tls_client_auth_san_dns: Some(value.tls_client_auth_san_dns),
            tls_client_auth_san_email: Some(value.tls_client_auth_san_email),
            tls_client_auth_san_ip: Some(value.tls_client_auth_san_ip),
            tls_client_auth_san_uri: Some(value.tls_client_auth_san_uri),
            tls_client_auth_subject_dn: Some(value.tls_client_auth_subject_dn),
            tls_client_certificate_bound_access_tokens: Some(
                value.tls_client_certificate_bound_access_tokens,
            ),
            token_endpoint_auth_method: Some(value.token_endpoint_auth_method),
            token_endpoint_signing_alg: Some(value.token_endpoint_signing_alg),
            tos_uri: Some(value.tos_uri),
            trusted: Some(value.trusted),
            userinfo_signed_response_alg: Some(value.userinfo_signed_response_alg),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpConsentActionWithConsents> for AcpConsentActionRequest {
    fn from(value: AcpConsentActionWithConsents) -> Self {
        Self {
            consents: Some(
                value
                    .consents
                    .into_iter()
                    .map(|value| AcpConsentOfAction::from(value))
                    .collect(),
            ),
            description: Some(value.description),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpConsentActionToConsent> for AcpConsentOfAction {
    fn from(value: AcpConsentActionToConsent) -> Self {
        Self {
            id: value.id,
            required: Some(value.required),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpConsent> for AcpConsentRequest {
    fn from(value: AcpConsent) -> Self {
        Self {
            can_be_withdrawn: Some(value.can_be_withdrawn),
            description: Some(value.description),
            id: Some(value.id),
            internal_services: Some(value.internal_services),
            name: value.name,
            pii_categories: Some(value.pii_categories),
            tenant_id: Some(value.tenant_id),
            third_party_services: Some(value.third_party_services),
            update_existing_grants: value.update_existing_grants,
            valid_from: Some(value.valid_from),
            version: Some(value.version),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpConsentWithGrant> for AcpConsentRequest {
    fn from(value: AcpConsentWithGrant) -> Self {
        Self {
            can_be_withdrawn: Some(value.can_be_withdrawn),
            description: Some(value.description),
            id: Some(value.id),
            internal_services: Some(value.internal_services),
            name: value.name,
            pii_categories: Some(value.pii_categories),
            tenant_id: Some(value.tenant_id),
            third_party_services: Some(value.third_party_services),
            update_existing_grants: value.update_existing_grants,
            valid_from: Some(value.valid_from),
            version: Some(value.version),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpApiClient> for AcpDumpApiClientRequest {
    fn from(value: AcpDumpApiClient) -> Self {
        Self {
            author: Some(value.author),
            authplane: Some(value.authplane),
            id: value.id,
            name: value.name,
            role_ids: Some(value.role_ids),
            secret: value.secret,
            tenant_id: Some(value.tenant_id),
            updated_at: value.updated_at,
            updated_by: Some(value.updated_by),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpApi> for AcpDumpApiRequest {
    fn from(value: AcpDumpApi) -> Self {
        Self {
            authplane: Some(value.authplane),
            can_have_policy: Some(value.can_have_policy),
            data_classifications: Some(value.data_classifications),
            id: Some(value.id),
            method: value.method,
            path: value.path,
            policy_id: Some(value.policy_id),
            position: Some(value.position),
            server_id: Some(value.server_id),
            service_id: value.service_id,
            tenant_id: Some(value.tenant_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpClaim> for AcpDumpClaimRequest {
    fn from(value: AcpDumpClaim) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            authplane: Some(value.authplane),
            id: Some(value.id),
            mapping: value.mapping,
            name: value.name,
            scopes: Some(value.scopes),
            tenant_id: Some(value.tenant_id),
            type_: value.type_,
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpClient> for AcpDumpClientRequest {
    fn from(value: AcpDumpClient) -> Self {
        Self {
            audience: Some(value.audience),
            authorization_server_id: Some(value.authorization_server_id),
            authplane: Some(value.authplane),
            client_hashed_secret: value.client_hashed_secret,
            client_id: Some(value.client_id),
            client_id_issued_at: Some(value.client_id_issued_at),
            client_name: Some(value.client_name),
            client_secret: Some(value.client_secret),
            client_secret_expires_at: Some(value.client_secret_expires_at),
            client_uri: Some(value.client_uri),
            description: Some(value.description),
            developer_id: Some(value.developer_id),
            grant_types: Some(value.grant_types),
            jwks: value.jwks,
            jwks_uri: Some(value.jwks_uri),
            logo_uri: Some(value.logo_uri),
            policy_uri: Some(value.policy_uri),
            privacy: value.privacy,
            public: Some(value.public),
            redirect_uris: Some(value.redirect_uris),
            request_object_signing_alg: Some(value.request_object_signing_alg),
            request_uris: Some(value.request_uris),
            response_types: Some(value.response_types),
            rotated_secrets: Some(value.rotated_secrets),
            scope: Some(value.scope),
            scopes: Some(value.scopes),
            sector_identifier_uri: Some(value.sector_identifier_uri),
            system: Some(value.system),
            tenant_id: Some(value.tenant_id),
            tls_client_auth_san_dns: Some(value.tls_client_auth_san_dns),
            tls_client_auth_san_email: Some(value.tls_client_auth_san_email),
            tls_client_auth_san_ip: Some(value.tls_client_auth_san_ip),
            tls_client_auth_san_uri: Some(value.tls_client_auth_san_uri),
            tls_client_auth_subject_dn: Some(value.tls_client_auth_subject_dn),
            tls_client_certificate_bound_access_tokens: Some(
                value.tls_client_certificate_bound_access_tokens,
            ),
            token_endpoint_auth_method: Some(value.token_endpoint_auth_method),
            token_endpoint_signing_alg: Some(value.token_endpoint_signing_alg),
            tos_uri: Some(value.tos_uri),
            trusted: Some(value.trusted),
            userinfo_signed_response_alg: Some(value.userinfo_signed_response_alg),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpConsentAction> for AcpDumpConsentActionRequest {
    fn from(value: AcpDumpConsentAction) -> Self {
        Self {
            authplane: Some(value.authplane),
            consents: Some(value.consents),
            description: Some(value.description),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpConsent> for AcpDumpConsentRequest {
    fn from(value: AcpDumpConsent) -> Self {
        Self {
            authplane: Some(value.authplane),
            can_be_withdrawn: Some(value.can_be_withdrawn),
            description: Some(value.description),
            id: Some(value.id),
            internal_services: Some(value.internal_services),
            name: value.name,
            pii_categories: Some(value.pii_categories),
            tenant_id: Some(value.tenant_id),
            third_party_services: Some(value.third_party_services),
            update_existing_grants: value.update_existing_grants,
            valid_from: Some(value.valid_from),
            version: Some(value.version),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpGateway> for AcpDumpGatewayRequest {
    fn from(value: AcpDumpGateway) -> Self {
        Self {
            authorization_server_id: value.authorization_server_id,
            authplane: Some(value.authplane),
            client_id: value.client_id,
            description: Some(value.description),
            id: value.id,
            name: Some(value.name),
            tenant_id: Some(value.tenant_id),
            type_: value.type_,
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpPolicy> for AcpDumpPolicyRequest {
    fn from(value: AcpDumpPolicy) -> Self {
        Self {
            authplane: Some(value.authplane),
            definition: value.definition,
            id: Some(value.id),
            language: value.language,
            policy_name: value.policy_name,
            query: value.query,
            tenant_id: Some(value.tenant_id),
            validators: Some(value.validators),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDump> for AcpDumpRequest {
    fn from(value: AcpDump) -> Self {
        Self {
            apis: Some(
                value
                    .apis
                    .into_iter()
                    .map(|value| AcpDumpApiRequest::from(value))
                    .collect(),
            ),
            authplane: Some(AcpDumpRestRequest::from(value.authplane)),
            claims: Some(
                value
                    .claims
                    .into_iter()
                    .map(|value| AcpDumpClaimRequest::from(value))
                    .collect(),
            ),
            clients: Some(
                value
                    .clients
                    .into_iter()
                    .map(|value| AcpDumpClientRequest::from(value))
                    .collect(),
            ),
            consent_actions: Some(
                value
                    .consent_actions
                    .into_iter()
                    .map(|value| AcpDumpConsentActionRequest::from(value))
                    .collect(),
            ),
            consents: Some(
                value
                    .consents
                    .into_iter()
                    .map(|value| AcpDumpConsentRequest::from(value))
                    .collect(),
            ),
            policies: Some(
                value
                    .policies
                    .into_iter()
                    .map(|value| AcpDumpPolicyRequest::from(value))
                    .collect(),
            ),
            scopes_without_service: Some(
                value
                    .scopes_without_service
                    .into_iter()
                    .map(|value| AcpDumpScopeRequest::from(value))
                    .collect(),
            ),
            servers: Some(
                value
                    .servers
                    .into_iter()
                    .map(|value| AcpDumpServerRequest::from(value))
                    .collect(),
            ),
            services: Some(
                value
                    .services
                    .into_iter()
                    .map(|value| AcpDumpServiceRequest::from(value))
                    .collect(),
            ),
            tenants: Some(
                value
                    .tenants
                    .into_iter()
                    .map(|value| AcpDumpTenantRequest::from(value))
                    .collect(),
            ),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpRest> for AcpDumpRestRequest {
    fn from(value: AcpDumpRest) -> Self {
        Self {
            api_clients: Some(
                value
                    .api_clients
                    .into_iter()
                    .map(|value| AcpDumpApiClientRequest::from(value))
                    .collect(),
            ),
            gateways: Some(
                value
                    .gateways
                    .into_iter()
                    .map(|value| AcpDumpGatewayRequest::from(value))
                    .collect(),
            ),
            roles: Some(
                value
                    .roles
                    .into_iter()
                    .map(|value| AcpDumpRoleRequest::from(value))
                    .collect(),
            ),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpRole> for AcpDumpRoleRequest {
    fn from(value: AcpDumpRole) -> Self {
        Self {
            authplane: Some(value.authplane),
            description: Some(value.description),
            id: value.id,
            name: value.name,
            scopes: Some(value.scopes),
            tenant_id: Some(value.tenant_id),
            type_: value.type_,
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpScope> for AcpDumpScopeRequest {
    fn from(value: AcpDumpScope) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            authplane: Some(value.authplane),
            description: Some(value.description),
            developer_policy_id: Some(value.developer_policy_id),
            display_name: Some(value.display_name),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            user_policy_id: Some(value.user_policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpServer> for AcpDumpServerRequest {
    fn from(value: AcpDumpServer) -> Self {
        Self {
            access_token_ttl: Some(value.access_token_ttl),
            authentications: Some(value.authentications),
            authorization_code_ttl: Some(value.authorization_code_ttl),
            authplane: Some(value.authplane),
            cookie_max_age: Some(value.cookie_max_age),
            developer_policy_id: Some(value.developer_policy_id),
            dynamic_client_registration: Some(value.dynamic_client_registration),
            enable_dynamic_client_registration: Some(
                value.enable_dynamic_client_registration,
            ),
            enforce_pkce: Some(value.enforce_pkce),
            grant_types: Some(value.grant_types),
            id: Some(value.id),
            id_token_ttl: Some(value.id_token_ttl),
            issuer_url: Some(value.issuer_url),
            jwks: Some(value.jwks),
            key_type: Some(value.key_type),
            logo_uri: Some(value.logo_uri),
            name: value.name,
            profiles: Some(value.profiles),
            refresh_token_ttl: Some(value.refresh_token_ttl),
            rotated_secrets: if value.rotated_secrets.is_empty() {
                None
            } else {
                Some(value.rotated_secrets)
            },
            secret: value.secret,
            system: Some(value.system),
            tenant_id: Some(value.tenant_id),
            user_policy_id: Some(value.user_policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpService> for AcpDumpServiceRequest {
    fn from(value: AcpDumpService) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            authplane: Some(value.authplane),
            description: Some(value.description),
            gateway_id: Some(value.gateway_id),
            id: Some(value.id),
            name: value.name,
            scopes: Some(
                value
                    .scopes
                    .into_iter()
                    .map(|value| AcpDumpScopeRequest::from(value))
                    .collect(),
            ),
            tenant_id: Some(value.tenant_id),
            with_specification: Some(value.with_specification),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpDumpTenant> for AcpDumpTenantRequest {
    fn from(value: AcpDumpTenant) -> Self {
        Self {
            authentication_context_settings: Some(value.authentication_context_settings),
            authplane: Some(value.authplane),
            id: Some(value.id),
            jwks: value.jwks,
            name: value.name,
            url: Some(value.url),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpPolicy> for AcpPolicyRequest {
    fn from(value: AcpPolicy) -> Self {
        Self {
            definition: value.definition,
            id: Some(value.id),
            language: value.language,
            policy_name: value.policy_name,
            query: value.query,
            tenant_id: Some(value.tenant_id),
            validators: Some(value.validators),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpScope> for AcpScopeRequest {
    fn from(value: AcpScope) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            description: Some(value.description),
            developer_policy_id: Some(value.developer_policy_id),
            display_name: Some(value.display_name),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            user_policy_id: Some(value.user_policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpScopeWithService> for AcpScopeRequest {
    fn from(value: AcpScopeWithService) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            description: Some(value.description),
            developer_policy_id: Some(value.developer_policy_id),
            display_name: Some(value.display_name),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            user_policy_id: Some(value.user_policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpServer> for AcpServerRequest {
    fn from(value: AcpServer) -> Self {
        Self {
            access_token_ttl: Some(value.access_token_ttl),
            authentications: Some(value.authentications),
            authorization_code_ttl: Some(value.authorization_code_ttl),
            cookie_max_age: Some(value.cookie_max_age),
            developer_policy_id: Some(value.developer_policy_id),
            dynamic_client_registration: Some(value.dynamic_client_registration),
            enable_dynamic_client_registration: Some(
                value.enable_dynamic_client_registration,
            ),
            enforce_pkce: Some(value.enforce_pkce),
            grant_types: Some(value.grant_types),
            id: Some(value.id),
            id_token_ttl: Some(value.id_token_ttl),
            issuer_url: Some(value.issuer_url),
            jwks: Some(value.jwks),
            key_type: Some(value.key_type),
            logo_uri: Some(value.logo_uri),
            name: value.name,
            profiles: Some(value.profiles),
            refresh_token_ttl: Some(value.refresh_token_ttl),
            rotated_secrets: if value.rotated_secrets.is_empty() {
                None
            } else {
                Some(value.rotated_secrets)
            },
            secret: value.secret,
            system: Some(value.system),
            tenant_id: Some(value.tenant_id),
            user_policy_id: Some(value.user_policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpService> for AcpServiceRequest {
    fn from(value: AcpService) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            description: Some(value.description),
            gateway_id: Some(value.gateway_id),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            with_specification: Some(value.with_specification),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpServiceWithProtection> for AcpServiceRequest {
    fn from(value: AcpServiceWithProtection) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            description: Some(value.description),
            gateway_id: Some(value.gateway_id),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            with_specification: Some(value.with_specification),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpServiceWithScopes> for AcpServiceRequest {
    fn from(value: AcpServiceWithScopes) -> Self {
        Self {
            authorization_server_id: Some(value.authorization_server_id),
            description: Some(value.description),
            gateway_id: Some(value.gateway_id),
            id: Some(value.id),
            name: value.name,
            tenant_id: Some(value.tenant_id),
            with_specification: Some(value.with_specification),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpTenant> for AcpTenantRequest {
    fn from(value: AcpTenant) -> Self {
        Self {
            authentication_context_settings: Some(value.authentication_context_settings),
            id: Some(value.id),
            jwks: value.jwks,
            name: value.name,
            url: Some(value.url),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpApi> for AcpUpdateApiRequest {
    fn from(value: AcpApi) -> Self {
        Self {
            data_classifications: Some(value.data_classifications),
            policy_id: Some(value.policy_id),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpGateway> for AcpUpdateGatewayRequest {
    fn from(value: AcpGateway) -> Self {
        Self {
            description: Some(value.description),
            name: value.name,
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<AcpGatewayWithClient> for AcpUpdateGatewayRequest {
    fn from(value: AcpGatewayWithClient) -> Self {
        Self {
            description: Some(value.description),
            name: value.name,
        }
    }
}
/// Builders of what requests take.
pub mod builder {
    #[derive(Clone, Debug)]
    pub struct AcpAcceptLoginRequest {
        acr: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        amr: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        auth_time: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        authentication_context: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        login_state: ::std::result::Result<
            ::authplane_client::Secret,
            ::std::string::String,
        >,
        subject: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpAcceptLoginRequest {
        fn default() -> Self {
            Self {
                acr: Ok(Default::default()),
                amr: Ok(Default::default()),
                auth_time: Ok(Default::default()),
                authentication_context: Ok(Default::default()),
                id: Ok(Default::default()),
                login_state: Err("no value supplied for login_state".to_string()),
                subject: Err("no value supplied for subject".to_string()),
            }
        }
    }
    impl AcpAcceptLoginRequest {
        pub fn acr(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.acr = Ok(value.into_optional());
            self
        }
        pub fn amr(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.amr = Ok(value.into_optional());
            self
        }
        pub fn auth_time<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.auth_time = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for auth_time: {e}")
                });
            self
        }
        pub fn authentication_context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authentication_context = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for authentication_context: {e}"
                    )
                });
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn login_state<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.login_state = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for login_state: {e}")
                });
            self
        }
        pub fn subject<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.subject = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for subject: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAcceptLoginRequest>
    for super::AcpAcceptLoginRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAcceptLoginRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                acr: value.acr?,
                amr: value.amr?,
                auth_time: value.auth_time?,
                authentication_context: value.authentication_context?,
                id: value.id?,
                login_state: value.login_state?,
                subject: value.subject?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAcceptLoginRequest> for AcpAcceptLoginRequest {
        fn from(value: super::AcpAcceptLoginRequest) -> Self {
            Self {
                acr: Ok(value.acr),
                amr: Ok(value.amr),
                auth_time: Ok(value.auth_time),
                authentication_context: Ok(value.authentication_context),
                id: Ok(value.id),
                login_state: Ok(value.login_state),
                subject: Ok(value.subject),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAcceptScopeGrantRequest {
        granted_scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        login_state: ::std::result::Result<
            ::authplane_client::Secret,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpAcceptScopeGrantRequest {
        fn default() -> Self {
            Self {
                granted_scopes: Ok(Default::default()),
                id: Ok(Default::default()),
                login_state: Err("no value supplied for login_state".to_string()),
            }
        }
    }
    impl AcpAcceptScopeGrantRequest {
        pub fn granted_scopes(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.granted_scopes = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn login_state<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.login_state = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for login_state: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAcceptScopeGrantRequest>
    for super::AcpAcceptScopeGrantRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAcceptScopeGrantRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                granted_scopes: value.granted_scopes?,
                id: value.id?,
                login_state: value.login_state?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAcceptScopeGrantRequest>
    for AcpAcceptScopeGrantRequest {
        fn from(value: super::AcpAcceptScopeGrantRequest) -> Self {
            Self {
                granted_scopes: Ok(value.granted_scopes),
                id: Ok(value.id),
                login_state: Ok(value.login_state),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpApiRequest {
        can_have_policy: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        data_classifications: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        method: ::std::result::Result<::std::string::String, ::std::string::String>,
        path: ::std::result::Result<::std::string::String, ::std::string::String>,
        policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        position: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        service_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpApiRequest {
        fn default() -> Self {
            Self {
                can_have_policy: Ok(Default::default()),
                data_classifications: Ok(Default::default()),
                id: Ok(Default::default()),
                method: Err("no value supplied for method".to_string()),
                path: Err("no value supplied for path".to_string()),
                policy_id: Ok(Default::default()),
                position: Ok(Default::default()),
                server_id: Ok(Default::default()),
                service_id: Err("no value supplied for service_id".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl AcpApiRequest {
        pub fn can_have_policy<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.can_have_policy = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for can_have_policy: {e}")
                });
            self
        }
        pub fn data_classifications(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.data_classifications = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn method<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.method = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for method: {e}"));
            self
        }
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
        pub fn policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.policy_id = Ok(value.into_optional());
            self
        }
        pub fn position<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.position = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for position: {e}")
                });
            self
        }
        pub fn server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.server_id = Ok(value.into_optional());
            self
        }
        pub fn service_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.service_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for service_id: {e}")
                });
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
    impl ::std::convert::TryFrom<AcpApiRequest> for super::AcpApiRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpApiRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                can_have_policy: value.can_have_policy?,
                data_classifications: value.data_classifications?,
                id: value.id?,
                method: value.method?,
                path: value.path?,
                policy_id: value.policy_id?,
                position: value.position?,
                server_id: value.server_id?,
                service_id: value.service_id?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpApiRequest> for AcpApiRequest {
        fn from(value: super::AcpApiRequest) -> Self {
            Self {
                can_have_policy: Ok(value.can_have_policy),
                data_classifications: Ok(value.data_classifications),
                id: Ok(value.id),
                method: Ok(value.method),
                path: Ok(value.path),
                policy_id: Ok(value.policy_id),
                position: Ok(value.position),
                server_id: Ok(value.server_id),
                service_id: Ok(value.service_id),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAttribute {
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpAttribute {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
            }
        }
    }
    impl AcpAttribute {
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
    }
    impl ::std::convert::TryFrom<AcpAttribute> for super::AcpAttribute {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAttribute,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAttribute> for AcpAttribute {
        fn from(value: super::AcpAttribute) -> Self {
            Self {
                description: Ok(value.description),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAuthentication {
        attributes: ::std::result::Result<
            ::std::vec::Vec<super::AcpAttribute>,
            ::std::string::String,
        >,
        azure: ::std::result::Result<
            ::std::option::Option<super::AcpAzureAuthentication>,
            ::std::string::String,
        >,
        cognito: ::std::result::Result<
            ::std::option::Option<super::AcpCognitoAuthentication>,
            ::std::string::String,
        >,
        custom: ::std::result::Result<
            ::std::option::Option<super::AcpCustomAuthentication>,
            ::std::string::String,
        >,
        disabled: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        mappings: ::std::result::Result<
            ::std::vec::Vec<super::AcpMapping>,
            ::std::string::String,
        >,
        method: ::std::result::Result<
            super::AcpAuthenticationMethod,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        oidc: ::std::result::Result<
            ::std::option::Option<super::AcpOidcAuthentication>,
            ::std::string::String,
        >,
        static_: ::std::result::Result<
            ::std::option::Option<super::AcpStaticAuthentication>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpAuthentication {
        fn default() -> Self {
            Self {
                attributes: Ok(Default::default()),
                azure: Ok(Default::default()),
                cognito: Ok(Default::default()),
                custom: Ok(Default::default()),
                disabled: Ok(Default::default()),
                id: Err("no value supplied for id".to_string()),
                mappings: Ok(Default::default()),
                method: Err("no value supplied for method".to_string()),
                name: Err("no value supplied for name".to_string()),
                oidc: Ok(Default::default()),
                static_: Ok(Default::default()),
            }
        }
    }
    impl AcpAuthentication {
        pub fn attributes<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpAttribute>>,
            T::Error: ::std::fmt::Display,
        {
            self.attributes = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for attributes: {e}")
                });
            self
        }
        pub fn azure<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpAzureAuthentication>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.azure = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for azure: {e}"));
            self
        }
        pub fn cognito<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpCognitoAuthentication>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.cognito = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for cognito: {e}")
                });
            self
        }
        pub fn custom<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpCustomAuthentication>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.custom = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for custom: {e}"));
            self
        }
        pub fn disabled<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.disabled = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for disabled: {e}")
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
        pub fn mappings<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpMapping>>,
            T::Error: ::std::fmt::Display,
        {
            self.mappings = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for mappings: {e}")
                });
            self
        }
        pub fn method<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpAuthenticationMethod>,
            T::Error: ::std::fmt::Display,
        {
            self.method = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for method: {e}"));
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
        pub fn oidc<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpOidcAuthentication>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.oidc = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for oidc: {e}"));
            self
        }
        pub fn static_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpStaticAuthentication>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.static_ = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for static_: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAuthentication> for super::AcpAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                attributes: value.attributes?,
                azure: value.azure?,
                cognito: value.cognito?,
                custom: value.custom?,
                disabled: value.disabled?,
                id: value.id?,
                mappings: value.mappings?,
                method: value.method?,
                name: value.name?,
                oidc: value.oidc?,
                static_: value.static_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAuthentication> for AcpAuthentication {
        fn from(value: super::AcpAuthentication) -> Self {
            Self {
                attributes: Ok(value.attributes),
                azure: Ok(value.azure),
                cognito: Ok(value.cognito),
                custom: Ok(value.custom),
                disabled: Ok(value.disabled),
                id: Ok(value.id),
                mappings: Ok(value.mappings),
                method: Ok(value.method),
                name: Ok(value.name),
                oidc: Ok(value.oidc),
                static_: Ok(value.static_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAuthenticationContextSettings {
        attributes: ::std::result::Result<
            ::std::vec::Vec<super::AcpContextAttribute>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpAuthenticationContextSettings {
        fn default() -> Self {
            Self {
                attributes: Ok(Default::default()),
            }
        }
    }
    impl AcpAuthenticationContextSettings {
        pub fn attributes<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpContextAttribute>>,
            T::Error: ::std::fmt::Display,
        {
            self.attributes = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for attributes: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAuthenticationContextSettings>
    for super::AcpAuthenticationContextSettings {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAuthenticationContextSettings,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                attributes: value.attributes?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAuthenticationContextSettings>
    for AcpAuthenticationContextSettings {
        fn from(value: super::AcpAuthenticationContextSettings) -> Self {
            Self {
                attributes: Ok(value.attributes),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAuthentications {
        methods: ::std::result::Result<
            ::std::vec::Vec<super::AcpAuthentication>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpAuthentications {
        fn default() -> Self {
            Self {
                methods: Ok(Default::default()),
            }
        }
    }
    impl AcpAuthentications {
        pub fn methods<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpAuthentication>>,
            T::Error: ::std::fmt::Display,
        {
            self.methods = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for methods: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAuthentications> for super::AcpAuthentications {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAuthentications,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { methods: value.methods? })
        }
    }
    impl ::std::convert::From<super::AcpAuthentications> for AcpAuthentications {
        fn from(value: super::AcpAuthentications) -> Self {
            Self { methods: Ok(value.methods) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAuthorizeRequest {
        api_group: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        headers: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::vec::Vec<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
        method: ::std::result::Result<::std::string::String, ::std::string::String>,
        path: ::std::result::Result<::std::string::String, ::std::string::String>,
        path_params: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<::std::string::String, ::std::string::String>,
            >,
            ::std::string::String,
        >,
        query_params: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::vec::Vec<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpAuthorizeRequest {
        fn default() -> Self {
            Self {
                api_group: Ok(Default::default()),
                headers: Ok(Default::default()),
                method: Err("no value supplied for method".to_string()),
                path: Err("no value supplied for path".to_string()),
                path_params: Ok(Default::default()),
                query_params: Ok(Default::default()),
            }
        }
    }
    impl AcpAuthorizeRequest {
        pub fn api_group(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.api_group = Ok(value.into_optional());
            self
        }
        pub fn headers<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.headers = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for headers: {e}")
                });
            self
        }
        pub fn method<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.method = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for method: {e}"));
            self
        }
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
        pub fn path_params<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.path_params = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for path_params: {e}")
                });
            self
        }
        pub fn query_params<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.query_params = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for query_params: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAuthorizeRequest> for super::AcpAuthorizeRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAuthorizeRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                api_group: value.api_group?,
                headers: value.headers?,
                method: value.method?,
                path: value.path?,
                path_params: value.path_params?,
                query_params: value.query_params?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAuthorizeRequest> for AcpAuthorizeRequest {
        fn from(value: super::AcpAuthorizeRequest) -> Self {
            Self {
                api_group: Ok(value.api_group),
                headers: Ok(value.headers),
                method: Ok(value.method),
                path: Ok(value.path),
                path_params: Ok(value.path_params),
                query_params: Ok(value.query_params),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpAzureAuthentication {
        client_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        fetch_groups: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        get_user: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        group_name_format: ::std::result::Result<
            super::AcpGroupNameFormat,
            ::std::string::String,
        >,
        only_security_groups: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        redirect_url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        scopes: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        tenant: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpAzureAuthentication {
        fn default() -> Self {
            Self {
                client_id: Err("no value supplied for client_id".to_string()),
                client_secret: Ok(Default::default()),
                fetch_groups: Ok(Default::default()),
                get_user: Ok(Default::default()),
                group_name_format: Ok(
                    super::defaults::acp_azure_authentication_group_name_format(),
                ),
                only_security_groups: Ok(Default::default()),
                redirect_url: Ok(Default::default()),
                scopes: Ok(Default::default()),
                tenant: Err("no value supplied for tenant".to_string()),
            }
        }
    }
    impl AcpAzureAuthentication {
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
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn fetch_groups<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.fetch_groups = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for fetch_groups: {e}")
                });
            self
        }
        pub fn get_user<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.get_user = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for get_user: {e}")
                });
            self
        }
        pub fn group_name_format<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpGroupNameFormat>,
            T::Error: ::std::fmt::Display,
        {
            self.group_name_format = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for group_name_format: {e}")
                });
            self
        }
        pub fn only_security_groups<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.only_security_groups = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for only_security_groups: {e}"
                    )
                });
            self
        }
        pub fn redirect_url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.redirect_url = Ok(value.into_optional());
            self
        }
        pub fn scopes(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.scopes = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
        pub fn tenant<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.tenant = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for tenant: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpAzureAuthentication>
    for super::AcpAzureAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpAzureAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                fetch_groups: value.fetch_groups?,
                get_user: value.get_user?,
                group_name_format: value.group_name_format?,
                only_security_groups: value.only_security_groups?,
                redirect_url: value.redirect_url?,
                scopes: value.scopes?,
                tenant: value.tenant?,
            })
        }
    }
    impl ::std::convert::From<super::AcpAzureAuthentication> for AcpAzureAuthentication {
        fn from(value: super::AcpAzureAuthentication) -> Self {
            Self {
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                fetch_groups: Ok(value.fetch_groups),
                get_user: Ok(value.get_user),
                group_name_format: Ok(value.group_name_format),
                only_security_groups: Ok(value.only_security_groups),
                redirect_url: Ok(value.redirect_url),
                scopes: Ok(value.scopes),
                tenant: Ok(value.tenant),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpClaimRequest {
        authorization_server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        mapping: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<super::AcpClaimType, ::std::string::String>,
    }
    impl ::std::default::Default for AcpClaimRequest {
        fn default() -> Self {
            Self {
                authorization_server_id: Ok(Default::default()),
                id: Ok(Default::default()),
                mapping: Err("no value supplied for mapping".to_string()),
                name: Err("no value supplied for name".to_string()),
                scopes: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpClaimRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn mapping<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.mapping = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for mapping: {e}")
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
        pub fn scopes(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scopes = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpClaimType>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpClaimRequest> for super::AcpClaimRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpClaimRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authorization_server_id: value.authorization_server_id?,
                id: value.id?,
                mapping: value.mapping?,
                name: value.name?,
                scopes: value.scopes?,
                tenant_id: value.tenant_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpClaimRequest> for AcpClaimRequest {
        fn from(value: super::AcpClaimRequest) -> Self {
            Self {
                authorization_server_id: Ok(value.authorization_server_id),
                id: Ok(value.id),
                mapping: Ok(value.mapping),
                name: Ok(value.name),
                scopes: Ok(value.scopes),
                tenant_id: Ok(value.tenant_id),
                type_: Ok(value.type_),
            }
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
        client_hashed_secret: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id_issued_at: ::std::result::Result<
            ::std::option::Option<i64>,
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
        client_secret_expires_at: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        client_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        developer_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
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
        privacy: ::std::result::Result<
            ::std::option::Option<super::AcpClientPrivacy>,
            ::std::string::String,
        >,
        public: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        redirect_uris: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
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
        response_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        rotated_secrets: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::authplane_client::Secret>>,
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
        system: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
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
            ::std::option::Option<super::AcpClientAuthentication>,
            ::std::string::String,
        >,
        token_endpoint_signing_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tos_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        trusted: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        userinfo_signed_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpClientRequest {
        fn default() -> Self {
            Self {
                audience: Ok(Default::default()),
                authorization_server_id: Ok(Default::default()),
                client_hashed_secret: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_id_issued_at: Ok(Default::default()),
                client_name: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                client_secret_expires_at: Ok(Default::default()),
                client_uri: Ok(Default::default()),
                description: Ok(Default::default()),
                developer_id: Ok(Default::default()),
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
                rotated_secrets: Ok(Default::default()),
                scope: Ok(Default::default()),
                scopes: Ok(Default::default()),
                sector_identifier_uri: Ok(Default::default()),
                system: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
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
        pub fn audience(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.audience = Ok(value.into_optional());
            self
        }
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn client_hashed_secret(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_hashed_secret = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_id_issued_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
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
        pub fn client_secret_expires_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
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
        pub fn client_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_uri = Ok(value.into_optional());
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn developer_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_id = Ok(value.into_optional());
            self
        }
        pub fn grant_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.grant_types = Ok(value.into_optional());
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
        pub fn public<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.public = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for public: {e}"));
            self
        }
        pub fn redirect_uris(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.redirect_uris = Ok(value.into_optional());
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
        pub fn response_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.response_types = Ok(value.into_optional());
            self
        }
        pub fn rotated_secrets(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::authplane_client::Secret>>,
        ) -> Self {
            self.rotated_secrets = Ok(value.into_optional());
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
        pub fn system<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.system = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for system: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
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
            value: impl crate::IntoOptional<super::AcpClientAuthentication>,
        ) -> Self {
            self.token_endpoint_auth_method = Ok(value.into_optional());
            self
        }
        pub fn token_endpoint_signing_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.token_endpoint_signing_alg = Ok(value.into_optional());
            self
        }
        pub fn tos_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tos_uri = Ok(value.into_optional());
            self
        }
        pub fn trusted<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.trusted = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for trusted: {e}")
                });
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
    impl ::std::convert::TryFrom<AcpClientRequest> for super::AcpClientRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpClientRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                audience: value.audience?,
                authorization_server_id: value.authorization_server_id?,
                client_hashed_secret: value.client_hashed_secret?,
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
                rotated_secrets: value.rotated_secrets?,
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
    impl ::std::convert::From<super::AcpClientRequest> for AcpClientRequest {
        fn from(value: super::AcpClientRequest) -> Self {
            Self {
                audience: Ok(value.audience),
                authorization_server_id: Ok(value.authorization_server_id),
                client_hashed_secret: Ok(value.client_hashed_secret),
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
                rotated_secrets: Ok(value.rotated_secrets),
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
    pub struct AcpCognitoAuthentication {
        client_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        get_user_info: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        pool_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        redirect_url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        region: ::std::result::Result<::std::string::String, ::std::string::String>,
        scopes: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpCognitoAuthentication {
        fn default() -> Self {
            Self {
                client_id: Err("no value supplied for client_id".to_string()),
                client_secret: Ok(Default::default()),
                get_user_info: Ok(Default::default()),
                pool_id: Err("no value supplied for pool_id".to_string()),
                redirect_url: Ok(Default::default()),
                region: Err("no value supplied for region".to_string()),
                scopes: Ok(Default::default()),
            }
        }
    }
    impl AcpCognitoAuthentication {
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
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn get_user_info<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.get_user_info = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for get_user_info: {e}")
                });
            self
        }
        pub fn pool_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.pool_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for pool_id: {e}")
                });
            self
        }
        pub fn redirect_url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.redirect_url = Ok(value.into_optional());
            self
        }
        pub fn region<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.region = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for region: {e}"));
            self
        }
        pub fn scopes(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.scopes = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<AcpCognitoAuthentication>
    for super::AcpCognitoAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpCognitoAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                get_user_info: value.get_user_info?,
                pool_id: value.pool_id?,
                redirect_url: value.redirect_url?,
                region: value.region?,
                scopes: value.scopes?,
            })
        }
    }
    impl ::std::convert::From<super::AcpCognitoAuthentication>
    for AcpCognitoAuthentication {
        fn from(value: super::AcpCognitoAuthentication) -> Self {
            Self {
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                get_user_info: Ok(value.get_user_info),
                pool_id: Ok(value.pool_id),
                redirect_url: Ok(value.redirect_url),
                region: Ok(value.region),
                scopes: Ok(value.scopes),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentActionRequest {
        consents: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentOfAction>>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentActionRequest {
        fn default() -> Self {
            Self {
                consents: Ok(Default::default()),
                description: Ok(Default::default()),
                id: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentActionRequest {
        pub fn consents<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentOfAction>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.consents = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consents: {e}")
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
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
    impl ::std::convert::TryFrom<AcpConsentActionRequest>
    for super::AcpConsentActionRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentActionRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                consents: value.consents?,
                description: value.description?,
                id: value.id?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentActionRequest>
    for AcpConsentActionRequest {
        fn from(value: super::AcpConsentActionRequest) -> Self {
            Self {
                consents: Ok(value.consents),
                description: Ok(value.description),
                id: Ok(value.id),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentGrantContext {
        device: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        ip: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        location: ::std::result::Result<::std::vec::Vec<f64>, ::std::string::String>,
    }
    impl ::std::default::Default for AcpConsentGrantContext {
        fn default() -> Self {
            Self {
                device: Ok(Default::default()),
                ip: Ok(Default::default()),
                location: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentGrantContext {
        pub fn device<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.device = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for device: {e}"));
            self
        }
        pub fn ip(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.ip = Ok(value.into_optional());
            self
        }
        pub fn location<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<f64>>,
            T::Error: ::std::fmt::Display,
        {
            self.location = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for location: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentGrantContext>
    for super::AcpConsentGrantContext {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentGrantContext,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                device: value.device?,
                ip: value.ip?,
                location: value.location?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentGrantContext> for AcpConsentGrantContext {
        fn from(value: super::AcpConsentGrantContext) -> Self {
            Self {
                device: Ok(value.device),
                ip: Ok(value.ip),
                location: Ok(value.location),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentGrantPatch {
        consent_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        grant_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        granted: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentGrantPatch {
        fn default() -> Self {
            Self {
                consent_id: Err("no value supplied for consent_id".to_string()),
                grant_type: Ok(Default::default()),
                granted: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentGrantPatch {
        pub fn consent_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.consent_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consent_id: {e}")
                });
            self
        }
        pub fn grant_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.grant_type = Ok(value.into_optional());
            self
        }
        pub fn granted<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.granted = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for granted: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentGrantPatch> for super::AcpConsentGrantPatch {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentGrantPatch,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                consent_id: value.consent_id?,
                grant_type: value.grant_type?,
                granted: value.granted?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentGrantPatch> for AcpConsentGrantPatch {
        fn from(value: super::AcpConsentGrantPatch) -> Self {
            Self {
                consent_id: Ok(value.consent_id),
                grant_type: Ok(value.grant_type),
                granted: Ok(value.granted),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentGrantPatchRequest {
        collection_timestamp: ::std::result::Result<
            ::std::option::Option<
                ::authplane_client::Nullable<::authplane_client::Nullable<i64>>,
            >,
            ::std::string::String,
        >,
        consents: ::std::result::Result<
            ::std::option::Option<
                ::authplane_client::Nullable<
                    ::authplane_client::Nullable<
                        ::std::vec::Vec<super::AcpConsentGrantPatch>,
                    >,
                >,
            >,
            ::std::string::String,
        >,
        context: ::std::result::Result<
            ::std::option::Option<
                ::authplane_client::Nullable<
                    ::authplane_client::Nullable<super::AcpConsentGrantContext>,
                >,
            >,
            ::std::string::String,
        >,
        language: ::std::result::Result<
            ::std::option::Option<
                ::authplane_client::Nullable<
                    ::authplane_client::Nullable<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
        triggered_by_action: ::std::result::Result<
            ::std::option::Option<
                ::authplane_client::Nullable<
                    ::authplane_client::Nullable<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentGrantPatchRequest {
        fn default() -> Self {
            Self {
                collection_timestamp: Ok(Default::default()),
                consents: Ok(Default::default()),
                context: Ok(Default::default()),
                language: Ok(Default::default()),
                triggered_by_action: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentGrantPatchRequest {
        pub fn collection_timestamp<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::authplane_client::Nullable<::authplane_client::Nullable<i64>>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.collection_timestamp = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for collection_timestamp: {e}"
                    )
                });
            self
        }
        pub fn consents<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::authplane_client::Nullable<
                        ::authplane_client::Nullable<
                            ::std::vec::Vec<super::AcpConsentGrantPatch>,
                        >,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.consents = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consents: {e}")
                });
            self
        }
        pub fn context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::authplane_client::Nullable<
                        ::authplane_client::Nullable<super::AcpConsentGrantContext>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.context = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for context: {e}")
                });
            self
        }
        pub fn language<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::authplane_client::Nullable<
                        ::authplane_client::Nullable<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.language = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for language: {e}")
                });
            self
        }
        pub fn triggered_by_action<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::authplane_client::Nullable<
                        ::authplane_client::Nullable<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.triggered_by_action = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for triggered_by_action: {e}"
                    )
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentGrantPatchRequest>
    for super::AcpConsentGrantPatchRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentGrantPatchRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                collection_timestamp: value.collection_timestamp?,
                consents: value.consents?,
                context: value.context?,
                language: value.language?,
                triggered_by_action: value.triggered_by_action?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentGrantPatchRequest>
    for AcpConsentGrantPatchRequest {
        fn from(value: super::AcpConsentGrantPatchRequest) -> Self {
            Self {
                collection_timestamp: Ok(value.collection_timestamp),
                consents: Ok(value.consents),
                context: Ok(value.context),
                language: Ok(value.language),
                triggered_by_action: Ok(value.triggered_by_action),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentGrantRequest {
        collection_timestamp: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        consent_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        context: ::std::result::Result<
            ::std::option::Option<super::AcpConsentGrantContext>,
            ::std::string::String,
        >,
        grant_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        language: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        triggered_by_action: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentGrantRequest {
        fn default() -> Self {
            Self {
                collection_timestamp: Ok(Default::default()),
                consent_id: Err("no value supplied for consent_id".to_string()),
                context: Ok(Default::default()),
                grant_type: Ok(Default::default()),
                language: Ok(Default::default()),
                triggered_by_action: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentGrantRequest {
        pub fn collection_timestamp<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.collection_timestamp = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for collection_timestamp: {e}"
                    )
                });
            self
        }
        pub fn consent_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.consent_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consent_id: {e}")
                });
            self
        }
        pub fn context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpConsentGrantContext>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.context = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for context: {e}")
                });
            self
        }
        pub fn grant_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.grant_type = Ok(value.into_optional());
            self
        }
        pub fn language(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.language = Ok(value.into_optional());
            self
        }
        pub fn triggered_by_action(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.triggered_by_action = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentGrantRequest>
    for super::AcpConsentGrantRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentGrantRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                collection_timestamp: value.collection_timestamp?,
                consent_id: value.consent_id?,
                context: value.context?,
                grant_type: value.grant_type?,
                language: value.language?,
                triggered_by_action: value.triggered_by_action?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentGrantRequest> for AcpConsentGrantRequest {
        fn from(value: super::AcpConsentGrantRequest) -> Self {
            Self {
                collection_timestamp: Ok(value.collection_timestamp),
                consent_id: Ok(value.consent_id),
                context: Ok(value.context),
                grant_type: Ok(value.grant_type),
                language: Ok(value.language),
                triggered_by_action: Ok(value.triggered_by_action),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentOfAction {
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        required: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentOfAction {
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".to_string()),
                required: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentOfAction {
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
        pub fn required<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.required = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for required: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentOfAction> for super::AcpConsentOfAction {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentOfAction,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                id: value.id?,
                required: value.required?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentOfAction> for AcpConsentOfAction {
        fn from(value: super::AcpConsentOfAction) -> Self {
            Self {
                id: Ok(value.id),
                required: Ok(value.required),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentRequest {
        can_be_withdrawn: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        internal_services: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        pii_categories: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpPiiCategory>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        third_party_services: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            ::std::string::String,
        >,
        update_existing_grants: ::std::result::Result<
            super::AcpUpdateExistingGrants,
            ::std::string::String,
        >,
        valid_from: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        version: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentRequest {
        fn default() -> Self {
            Self {
                can_be_withdrawn: Ok(Default::default()),
                description: Ok(Default::default()),
                id: Ok(Default::default()),
                internal_services: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                pii_categories: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                third_party_services: Ok(Default::default()),
                update_existing_grants: Err(
                    "no value supplied for update_existing_grants".to_string(),
                ),
                valid_from: Ok(Default::default()),
                version: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentRequest {
        pub fn can_be_withdrawn<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.can_be_withdrawn = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for can_be_withdrawn: {e}")
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
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn internal_services<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.internal_services = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for internal_services: {e}")
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
        pub fn pii_categories<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpPiiCategory>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.pii_categories = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for pii_categories: {e}")
                });
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn third_party_services<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.third_party_services = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for third_party_services: {e}"
                    )
                });
            self
        }
        pub fn update_existing_grants<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpUpdateExistingGrants>,
            T::Error: ::std::fmt::Display,
        {
            self.update_existing_grants = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for update_existing_grants: {e}"
                    )
                });
            self
        }
        pub fn valid_from<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.valid_from = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for valid_from: {e}")
                });
            self
        }
        pub fn version<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.version = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for version: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentRequest> for super::AcpConsentRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                can_be_withdrawn: value.can_be_withdrawn?,
                description: value.description?,
                id: value.id?,
                internal_services: value.internal_services?,
                name: value.name?,
                pii_categories: value.pii_categories?,
                tenant_id: value.tenant_id?,
                third_party_services: value.third_party_services?,
                update_existing_grants: value.update_existing_grants?,
                valid_from: value.valid_from?,
                version: value.version?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentRequest> for AcpConsentRequest {
        fn from(value: super::AcpConsentRequest) -> Self {
            Self {
                can_be_withdrawn: Ok(value.can_be_withdrawn),
                description: Ok(value.description),
                id: Ok(value.id),
                internal_services: Ok(value.internal_services),
                name: Ok(value.name),
                pii_categories: Ok(value.pii_categories),
                tenant_id: Ok(value.tenant_id),
                third_party_services: Ok(value.third_party_services),
                update_existing_grants: Ok(value.update_existing_grants),
                valid_from: Ok(value.valid_from),
                version: Ok(value.version),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpConsentService {
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        purposes: ::std::result::Result<
            ::std::vec::Vec<super::AcpPurpose>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpConsentService {
        fn default() -> Self {
            Self {
                name: Err("no value supplied for name".to_string()),
                purposes: Ok(Default::default()),
            }
        }
    }
    impl AcpConsentService {
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
        pub fn purposes<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpPurpose>>,
            T::Error: ::std::fmt::Display,
        {
            self.purposes = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for purposes: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpConsentService> for super::AcpConsentService {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpConsentService,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                name: value.name?,
                purposes: value.purposes?,
            })
        }
    }
    impl ::std::convert::From<super::AcpConsentService> for AcpConsentService {
        fn from(value: super::AcpConsentService) -> Self {
            Self {
                name: Ok(value.name),
                purposes: Ok(value.purposes),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpContextAttribute {
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        label: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        type_: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpContextAttribute {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                label: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                type_: Ok(Default::default()),
            }
        }
    }
    impl AcpContextAttribute {
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn label(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.label = Ok(value.into_optional());
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
        pub fn type_(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.type_ = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpContextAttribute> for super::AcpContextAttribute {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpContextAttribute,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                label: value.label?,
                name: value.name?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpContextAttribute> for AcpContextAttribute {
        fn from(value: super::AcpContextAttribute) -> Self {
            Self {
                description: Ok(value.description),
                label: Ok(value.label),
                name: Ok(value.name),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpCreateGatewayRequest {
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        server_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpCreateGatewayRequest {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                server_id: Err("no value supplied for server_id".to_string()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpCreateGatewayRequest {
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
        pub fn server_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.server_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for server_id: {e}")
                });
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpCreateGatewayRequest>
    for super::AcpCreateGatewayRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpCreateGatewayRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                name: value.name?,
                server_id: value.server_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpCreateGatewayRequest>
    for AcpCreateGatewayRequest {
        fn from(value: super::AcpCreateGatewayRequest) -> Self {
            Self {
                description: Ok(value.description),
                name: Ok(value.name),
                server_id: Ok(value.server_id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpCustomAuthentication {
        login_url: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpCustomAuthentication {
        fn default() -> Self {
            Self {
                login_url: Err("no value supplied for login_url".to_string()),
            }
        }
    }
    impl AcpCustomAuthentication {
        pub fn login_url<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.login_url = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for login_url: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpCustomAuthentication>
    for super::AcpCustomAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpCustomAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                login_url: value.login_url?,
            })
        }
    }
    impl ::std::convert::From<super::AcpCustomAuthentication>
    for AcpCustomAuthentication {
        fn from(value: super::AcpCustomAuthentication) -> Self {
            Self {
                login_url: Ok(value.login_url),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpApiBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        document_classifications: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        document_policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpApiBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                document_classifications: Ok(Default::default()),
                document_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpApiBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn document_classifications(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.document_classifications = Ok(value.into_optional());
            self
        }
        pub fn document_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.document_policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpApiBeside> for super::AcpDumpApiBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpApiBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                document_classifications: value.document_classifications?,
                document_policy_id: value.document_policy_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpApiBeside> for AcpDumpApiBeside {
        fn from(value: super::AcpDumpApiBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                document_classifications: Ok(value.document_classifications),
                document_policy_id: Ok(value.document_policy_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpApiClientRequest {
        author: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
            ::std::string::String,
        >,
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        role_ids: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        updated_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        updated_by: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpApiClientRequest {
        fn default() -> Self {
            Self {
                author: Ok(Default::default()),
                authplane: Ok(Default::default()),
                id: Err("no value supplied for id".to_string()),
                name: Err("no value supplied for name".to_string()),
                role_ids: Ok(Default::default()),
                secret: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                updated_at: Ok(Default::default()),
                updated_by: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpApiClientRequest {
        pub fn author(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.author = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn role_ids(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.role_ids = Ok(value.into_optional());
            self
        }
        pub fn secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.secret = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn updated_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.updated_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for updated_at: {e}")
                });
            self
        }
        pub fn updated_by(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.updated_by = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpApiClientRequest>
    for super::AcpDumpApiClientRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpApiClientRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                author: value.author?,
                authplane: value.authplane?,
                id: value.id?,
                name: value.name?,
                role_ids: value.role_ids?,
                secret: value.secret?,
                tenant_id: value.tenant_id?,
                updated_at: value.updated_at?,
                updated_by: value.updated_by?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpApiClientRequest>
    for AcpDumpApiClientRequest {
        fn from(value: super::AcpDumpApiClientRequest) -> Self {
            Self {
                author: Ok(value.author),
                authplane: Ok(value.authplane),
                id: Ok(value.id),
                name: Ok(value.name),
                role_ids: Ok(value.role_ids),
                secret: Ok(value.secret),
                tenant_id: Ok(value.tenant_id),
                updated_at: Ok(value.updated_at),
                updated_by: Ok(value.updated_by),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpApiRequest {
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpApiBeside>,
            ::std::string::String,
        >,
        can_have_policy: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        data_classifications: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        method: ::std::result::Result<::std::string::String, ::std::string::String>,
        path: ::std::result::Result<::std::string::String, ::std::string::String>,
        policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        position: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        service_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpApiRequest {
        fn default() -> Self {
            Self {
                authplane: Ok(Default::default()),
                can_have_policy: Ok(Default::default()),
                data_classifications: Ok(Default::default()),
                id: Ok(Default::default()),
                method: Err("no value supplied for method".to_string()),
                path: Err("no value supplied for path".to_string()),
                policy_id: Ok(Default::default()),
                position: Ok(Default::default()),
                server_id: Ok(Default::default()),
                service_id: Err("no value supplied for service_id".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpApiRequest {
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpApiBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn can_have_policy<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.can_have_policy = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for can_have_policy: {e}")
                });
            self
        }
        pub fn data_classifications(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.data_classifications = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn method<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.method = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for method: {e}"));
            self
        }
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
        pub fn policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.policy_id = Ok(value.into_optional());
            self
        }
        pub fn position<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.position = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for position: {e}")
                });
            self
        }
        pub fn server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.server_id = Ok(value.into_optional());
            self
        }
        pub fn service_id<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.service_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for service_id: {e}")
                });
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
    impl ::std::convert::TryFrom<AcpDumpApiRequest> for super::AcpDumpApiRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpApiRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authplane: value.authplane?,
                can_have_policy: value.can_have_policy?,
                data_classifications: value.data_classifications?,
                id: value.id?,
                method: value.method?,
                path: value.path?,
                policy_id: value.policy_id?,
                position: value.position?,
                server_id: value.server_id?,
                service_id: value.service_id?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpApiRequest> for AcpDumpApiRequest {
        fn from(value: super::AcpDumpApiRequest) -> Self {
            Self {
                authplane: Ok(value.authplane),
                can_have_policy: Ok(value.can_have_policy),
                data_classifications: Ok(value.data_classifications),
                id: Ok(value.id),
                method: Ok(value.method),
                path: Ok(value.path),
                policy_id: Ok(value.policy_id),
                position: Ok(value.position),
                server_id: Ok(value.server_id),
                service_id: Ok(value.service_id),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpApplication {
        custom_client_metadata: ::std::result::Result<
            ::std::option::Option<super::LogtoCustomClientMetadata>,
            ::std::string::String,
        >,
        custom_data: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<
            ::std::option::Option<super::LogtoApplicationType>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpApplication {
        fn default() -> Self {
            Self {
                custom_client_metadata: Ok(Default::default()),
                custom_data: Ok(Default::default()),
                type_: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpApplication {
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
        pub fn type_(
            mut self,
            value: impl crate::IntoOptional<super::LogtoApplicationType>,
        ) -> Self {
            self.type_ = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpApplication> for super::AcpDumpApplication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpApplication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                custom_client_metadata: value.custom_client_metadata?,
                custom_data: value.custom_data?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpApplication> for AcpDumpApplication {
        fn from(value: super::AcpDumpApplication) -> Self {
            Self {
                custom_client_metadata: Ok(value.custom_client_metadata),
                custom_data: Ok(value.custom_data),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpBeside> for super::AcpDumpBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpBeside> for AcpDumpBeside {
        fn from(value: super::AcpDumpBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpClaimRequest {
        authorization_server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        mapping: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<super::AcpClaimType, ::std::string::String>,
    }
    impl ::std::default::Default for AcpDumpClaimRequest {
        fn default() -> Self {
            Self {
                authorization_server_id: Ok(Default::default()),
                authplane: Ok(Default::default()),
                id: Ok(Default::default()),
                mapping: Err("no value supplied for mapping".to_string()),
                name: Err("no value supplied for name".to_string()),
                scopes: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpDumpClaimRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn mapping<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.mapping = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for mapping: {e}")
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
        pub fn scopes(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scopes = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpClaimType>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpClaimRequest> for super::AcpDumpClaimRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpClaimRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authorization_server_id: value.authorization_server_id?,
                authplane: value.authplane?,
                id: value.id?,
                mapping: value.mapping?,
                name: value.name?,
                scopes: value.scopes?,
                tenant_id: value.tenant_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpClaimRequest> for AcpDumpClaimRequest {
        fn from(value: super::AcpDumpClaimRequest) -> Self {
            Self {
                authorization_server_id: Ok(value.authorization_server_id),
                authplane: Ok(value.authplane),
                id: Ok(value.id),
                mapping: Ok(value.mapping),
                name: Ok(value.name),
                scopes: Ok(value.scopes),
                tenant_id: Ok(value.tenant_id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpClientBeside {
        application: ::std::result::Result<
            ::std::option::Option<super::AcpDumpApplication>,
            ::std::string::String,
        >,
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        limited: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        metadata: ::std::result::Result<
            ::std::option::Option<super::AcpDumpClientMetadata>,
            ::std::string::String,
        >,
        registration_digest: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        role_ids: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        scope_ids: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        secrets: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpSecretBeside>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpClientBeside {
        fn default() -> Self {
            Self {
                application: Ok(Default::default()),
                created_at: Ok(Default::default()),
                limited: Ok(Default::default()),
                metadata: Ok(Default::default()),
                registration_digest: Ok(Default::default()),
                role_ids: Ok(Default::default()),
                scope_ids: Ok(Default::default()),
                secrets: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpClientBeside {
        pub fn application<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpApplication>>,
            T::Error: ::std::fmt::Display,
        {
            self.application = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for application: {e}")
                });
            self
        }
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn limited<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.limited = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for limited: {e}")
                });
            self
        }
        pub fn metadata<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpClientMetadata>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.metadata = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for metadata: {e}")
                });
            self
        }
        pub fn registration_digest(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.registration_digest = Ok(value.into_optional());
            self
        }
        pub fn role_ids(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.role_ids = Ok(value.into_optional());
            self
        }
        pub fn scope_ids(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scope_ids = Ok(value.into_optional());
            self
        }
        pub fn secrets<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpSecretBeside>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.secrets = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for secrets: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpClientBeside> for super::AcpDumpClientBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpClientBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                application: value.application?,
                created_at: value.created_at?,
                limited: value.limited?,
                metadata: value.metadata?,
                registration_digest: value.registration_digest?,
                role_ids: value.role_ids?,
                scope_ids: value.scope_ids?,
                secrets: value.secrets?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpClientBeside> for AcpDumpClientBeside {
        fn from(value: super::AcpDumpClientBeside) -> Self {
            Self {
                application: Ok(value.application),
                created_at: Ok(value.created_at),
                limited: Ok(value.limited),
                metadata: Ok(value.metadata),
                registration_digest: Ok(value.registration_digest),
                role_ids: Ok(value.role_ids),
                scope_ids: Ok(value.scope_ids),
                secrets: Ok(value.secrets),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpClientMetadata {
        application_type: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
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
        contacts: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        default_acr_values: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        default_max_age: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        dynamically_registered: ::std::result::Result<
            ::std::option::Option<bool>,
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
        id_token_signed_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        initiate_login_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        post_logout_redirect_uris: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        require_auth_time: ::std::result::Result<
            ::std::option::Option<bool>,
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
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpClientMetadata {
        fn default() -> Self {
            Self {
                application_type: Ok(Default::default()),
                backchannel_logout_session_required: Ok(Default::default()),
                backchannel_logout_uri: Ok(Default::default()),
                contacts: Ok(Default::default()),
                default_acr_values: Ok(Default::default()),
                default_max_age: Ok(Default::default()),
                dynamically_registered: Ok(Default::default()),
                frontchannel_logout_session_required: Ok(Default::default()),
                frontchannel_logout_uri: Ok(Default::default()),
                id_token_signed_response_alg: Ok(Default::default()),
                initiate_login_uri: Ok(Default::default()),
                post_logout_redirect_uris: Ok(Default::default()),
                require_auth_time: Ok(Default::default()),
                software_id: Ok(Default::default()),
                software_version: Ok(Default::default()),
                subject_type: Ok(
                    super::defaults::acp_dump_client_metadata_subject_type(),
                ),
            }
        }
    }
    impl AcpDumpClientMetadata {
        pub fn application_type(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.application_type = Ok(value.into_optional());
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
        pub fn contacts(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.contacts = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
        pub fn default_acr_values(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.default_acr_values = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
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
        pub fn dynamically_registered<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.dynamically_registered = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for dynamically_registered: {e}"
                    )
                });
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
        pub fn subject_type<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.subject_type = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for subject_type: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpClientMetadata>
    for super::AcpDumpClientMetadata {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpClientMetadata,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                application_type: value.application_type?,
                backchannel_logout_session_required: value
                    .backchannel_logout_session_required?,
                backchannel_logout_uri: value.backchannel_logout_uri?,
                contacts: value.contacts?,
                default_acr_values: value.default_acr_values?,
                default_max_age: value.default_max_age?,
                dynamically_registered: value.dynamically_registered?,
                frontchannel_logout_session_required: value
                    .frontchannel_logout_session_required?,
                frontchannel_logout_uri: value.frontchannel_logout_uri?,
                id_token_signed_response_alg: value.id_token_signed_response_alg?,
                initiate_login_uri: value.initiate_login_uri?,
                post_logout_redirect_uris: value.post_logout_redirect_uris?,
                require_auth_time: value.require_auth_time?,
                software_id: value.software_id?,
                software_version: value.software_version?,
                subject_type: value.subject_type?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpClientMetadata> for AcpDumpClientMetadata {
        fn from(value: super::AcpDumpClientMetadata) -> Self {
            Self {
                application_type: Ok(value.application_type),
                backchannel_logout_session_required: Ok(
                    value.backchannel_logout_session_required,
                ),
                backchannel_logout_uri: Ok(value.backchannel_logout_uri),
                contacts: Ok(value.contacts),
                default_acr_values: Ok(value.default_acr_values),
                default_max_age: Ok(value.default_max_age),
                dynamically_registered: Ok(value.dynamically_registered),
                frontchannel_logout_session_required: Ok(
                    value.frontchannel_logout_session_required,
                ),
                frontchannel_logout_uri: Ok(value.frontchannel_logout_uri),
                id_token_signed_response_alg: Ok(value.id_token_signed_response_alg),
                initiate_login_uri: Ok(value.initiate_login_uri),
                post_logout_redirect_uris: Ok(value.post_logout_redirect_uris),
                require_auth_time: Ok(value.require_auth_time),
                software_id: Ok(value.software_id),
                software_version: Ok(value.software_version),
                subject_type: Ok(value.subject_type),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpClientRequest {
        audience: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        authorization_server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpClientBeside>,
            ::std::string::String,
        >,
        client_hashed_secret: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        client_id_issued_at: ::std::result::Result<
            ::std::option::Option<i64>,
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
        client_secret_expires_at: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        client_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        developer_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
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
        privacy: ::std::result::Result<
            ::std::option::Option<super::AcpClientPrivacy>,
            ::std::string::String,
        >,
        public: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        redirect_uris: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
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
        response_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        rotated_secrets: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::authplane_client::Secret>>,
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
        system: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
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
            ::std::option::Option<super::AcpClientAuthentication>,
            ::std::string::String,
        >,
        token_endpoint_signing_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tos_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        trusted: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        userinfo_signed_response_alg: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpClientRequest {
        fn default() -> Self {
            Self {
                audience: Ok(Default::default()),
                authorization_server_id: Ok(Default::default()),
                authplane: Ok(Default::default()),
                client_hashed_secret: Ok(Default::default()),
                client_id: Ok(Default::default()),
                client_id_issued_at: Ok(Default::default()),
                client_name: Ok(Default::default()),
                client_secret: Ok(Default::default()),
                client_secret_expires_at: Ok(Default::default()),
                client_uri: Ok(Default::default()),
                description: Ok(Default::default()),
                developer_id: Ok(Default::default()),
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
                rotated_secrets: Ok(Default::default()),
                scope: Ok(Default::default()),
                scopes: Ok(Default::default()),
                sector_identifier_uri: Ok(Default::default()),
                system: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
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
    impl AcpDumpClientRequest {
        pub fn audience(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.audience = Ok(value.into_optional());
            self
        }
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpClientBeside>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn client_hashed_secret(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_hashed_secret = Ok(value.into_optional());
            self
        }
        pub fn client_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_id = Ok(value.into_optional());
            self
        }
        pub fn client_id_issued_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
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
        pub fn client_secret_expires_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
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
        pub fn client_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.client_uri = Ok(value.into_optional());
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn developer_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_id = Ok(value.into_optional());
            self
        }
        pub fn grant_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.grant_types = Ok(value.into_optional());
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
        pub fn public<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.public = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for public: {e}"));
            self
        }
        pub fn redirect_uris(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.redirect_uris = Ok(value.into_optional());
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
        pub fn response_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.response_types = Ok(value.into_optional());
            self
        }
        pub fn rotated_secrets(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::authplane_client::Secret>>,
        ) -> Self {
            self.rotated_secrets = Ok(value.into_optional());
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
        pub fn system<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.system = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for system: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
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
            value: impl crate::IntoOptional<super::AcpClientAuthentication>,
        ) -> Self {
            self.token_endpoint_auth_method = Ok(value.into_optional());
            self
        }
        pub fn token_endpoint_signing_alg(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.token_endpoint_signing_alg = Ok(value.into_optional());
            self
        }
        pub fn tos_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tos_uri = Ok(value.into_optional());
            self
        }
        pub fn trusted<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.trusted = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for trusted: {e}")
                });
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
    impl ::std::convert::TryFrom<AcpDumpClientRequest> for super::AcpDumpClientRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpClientRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                audience: value.audience?,
                authorization_server_id: value.authorization_server_id?,
                authplane: value.authplane?,
                client_hashed_secret: value.client_hashed_secret?,
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
                rotated_secrets: value.rotated_secrets?,
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
    impl ::std::convert::From<super::AcpDumpClientRequest> for AcpDumpClientRequest {
        fn from(value: super::AcpDumpClientRequest) -> Self {
            Self {
                audience: Ok(value.audience),
                authorization_server_id: Ok(value.authorization_server_id),
                authplane: Ok(value.authplane),
                client_hashed_secret: Ok(value.client_hashed_secret),
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
                rotated_secrets: Ok(value.rotated_secrets),
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
    pub struct AcpDumpConsentActionRequest {
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
            ::std::string::String,
        >,
        consents: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentOfAction>>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpConsentActionRequest {
        fn default() -> Self {
            Self {
                authplane: Ok(Default::default()),
                consents: Ok(Default::default()),
                description: Ok(Default::default()),
                id: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpConsentActionRequest {
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn consents<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentOfAction>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.consents = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consents: {e}")
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
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
    impl ::std::convert::TryFrom<AcpDumpConsentActionRequest>
    for super::AcpDumpConsentActionRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpConsentActionRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authplane: value.authplane?,
                consents: value.consents?,
                description: value.description?,
                id: value.id?,
                name: value.name?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpConsentActionRequest>
    for AcpDumpConsentActionRequest {
        fn from(value: super::AcpDumpConsentActionRequest) -> Self {
            Self {
                authplane: Ok(value.authplane),
                consents: Ok(value.consents),
                description: Ok(value.description),
                id: Ok(value.id),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpConsentRequest {
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
            ::std::string::String,
        >,
        can_be_withdrawn: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        internal_services: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        pii_categories: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpPiiCategory>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        third_party_services: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            ::std::string::String,
        >,
        update_existing_grants: ::std::result::Result<
            super::AcpUpdateExistingGrants,
            ::std::string::String,
        >,
        valid_from: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        version: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpConsentRequest {
        fn default() -> Self {
            Self {
                authplane: Ok(Default::default()),
                can_be_withdrawn: Ok(Default::default()),
                description: Ok(Default::default()),
                id: Ok(Default::default()),
                internal_services: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                pii_categories: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                third_party_services: Ok(Default::default()),
                update_existing_grants: Err(
                    "no value supplied for update_existing_grants".to_string(),
                ),
                valid_from: Ok(Default::default()),
                version: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpConsentRequest {
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn can_be_withdrawn<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.can_be_withdrawn = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for can_be_withdrawn: {e}")
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
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn internal_services<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.internal_services = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for internal_services: {e}")
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
        pub fn pii_categories<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpPiiCategory>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.pii_categories = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for pii_categories: {e}")
                });
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn third_party_services<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpConsentService>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.third_party_services = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for third_party_services: {e}"
                    )
                });
            self
        }
        pub fn update_existing_grants<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpUpdateExistingGrants>,
            T::Error: ::std::fmt::Display,
        {
            self.update_existing_grants = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for update_existing_grants: {e}"
                    )
                });
            self
        }
        pub fn valid_from<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.valid_from = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for valid_from: {e}")
                });
            self
        }
        pub fn version<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.version = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for version: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpConsentRequest>
    for super::AcpDumpConsentRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpConsentRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authplane: value.authplane?,
                can_be_withdrawn: value.can_be_withdrawn?,
                description: value.description?,
                id: value.id?,
                internal_services: value.internal_services?,
                name: value.name?,
                pii_categories: value.pii_categories?,
                tenant_id: value.tenant_id?,
                third_party_services: value.third_party_services?,
                update_existing_grants: value.update_existing_grants?,
                valid_from: value.valid_from?,
                version: value.version?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpConsentRequest> for AcpDumpConsentRequest {
        fn from(value: super::AcpDumpConsentRequest) -> Self {
            Self {
                authplane: Ok(value.authplane),
                can_be_withdrawn: Ok(value.can_be_withdrawn),
                description: Ok(value.description),
                id: Ok(value.id),
                internal_services: Ok(value.internal_services),
                name: Ok(value.name),
                pii_categories: Ok(value.pii_categories),
                tenant_id: Ok(value.tenant_id),
                third_party_services: Ok(value.third_party_services),
                update_existing_grants: Ok(value.update_existing_grants),
                valid_from: Ok(value.valid_from),
                version: Ok(value.version),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpGatewayRequest {
        authorization_server_id: ::std::result::Result<
            ::std::string::String,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
            ::std::string::String,
        >,
        client_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpDumpGatewayRequest {
        fn default() -> Self {
            Self {
                authorization_server_id: Err(
                    "no value supplied for authorization_server_id".to_string(),
                ),
                authplane: Ok(Default::default()),
                client_id: Err("no value supplied for client_id".to_string()),
                description: Ok(Default::default()),
                id: Err("no value supplied for id".to_string()),
                name: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpDumpGatewayRequest {
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
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
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
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
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
        pub fn name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.name = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpGatewayRequest>
    for super::AcpDumpGatewayRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpGatewayRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authorization_server_id: value.authorization_server_id?,
                authplane: value.authplane?,
                client_id: value.client_id?,
                description: value.description?,
                id: value.id?,
                name: value.name?,
                tenant_id: value.tenant_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpGatewayRequest> for AcpDumpGatewayRequest {
        fn from(value: super::AcpDumpGatewayRequest) -> Self {
            Self {
                authorization_server_id: Ok(value.authorization_server_id),
                authplane: Ok(value.authplane),
                client_id: Ok(value.client_id),
                description: Ok(value.description),
                id: Ok(value.id),
                name: Ok(value.name),
                tenant_id: Ok(value.tenant_id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpKey {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        generation: ::std::result::Result<
            ::std::option::Option<i32>,
            ::std::string::String,
        >,
        private_key: ::std::result::Result<
            ::authplane_client::Secret,
            ::std::string::String,
        >,
        public: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        published_until: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        signs_from: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpKey {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                generation: Ok(Default::default()),
                private_key: Err("no value supplied for private_key".to_string()),
                public: Err("no value supplied for public".to_string()),
                published_until: Ok(Default::default()),
                signs_from: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpKey {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn generation<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i32>>,
            T::Error: ::std::fmt::Display,
        {
            self.generation = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for generation: {e}")
                });
            self
        }
        pub fn private_key<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.private_key = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for private_key: {e}")
                });
            self
        }
        pub fn public<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.public = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for public: {e}"));
            self
        }
        pub fn published_until<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.published_until = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for published_until: {e}")
                });
            self
        }
        pub fn signs_from<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.signs_from = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for signs_from: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpKey> for super::AcpDumpKey {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpKey,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                generation: value.generation?,
                private_key: value.private_key?,
                public: value.public?,
                published_until: value.published_until?,
                signs_from: value.signs_from?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpKey> for AcpDumpKey {
        fn from(value: super::AcpDumpKey) -> Self {
            Self {
                created_at: Ok(value.created_at),
                generation: Ok(value.generation),
                private_key: Ok(value.private_key),
                public: Ok(value.public),
                published_until: Ok(value.published_until),
                signs_from: Ok(value.signs_from),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpPolicyBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        specification_of: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpPolicyBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                specification_of: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpPolicyBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn specification_of(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.specification_of = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpPolicyBeside> for super::AcpDumpPolicyBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpPolicyBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                specification_of: value.specification_of?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpPolicyBeside> for AcpDumpPolicyBeside {
        fn from(value: super::AcpDumpPolicyBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                specification_of: Ok(value.specification_of),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpPolicyRequest {
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpPolicyBeside>,
            ::std::string::String,
        >,
        definition: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        language: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        policy_name: ::std::result::Result<::std::string::String, ::std::string::String>,
        query: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        validators: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpPolicyRequest {
        fn default() -> Self {
            Self {
                authplane: Ok(Default::default()),
                definition: Ok(Default::default()),
                id: Ok(Default::default()),
                language: Ok(Default::default()),
                policy_name: Err("no value supplied for policy_name".to_string()),
                query: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                validators: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpPolicyRequest {
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpPolicyBeside>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn definition(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.definition = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn language(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.language = Ok(value.into_optional());
            self
        }
        pub fn policy_name<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.policy_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for policy_name: {e}")
                });
            self
        }
        pub fn query(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.query = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn validators<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.validators = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for validators: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpPolicyRequest> for super::AcpDumpPolicyRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpPolicyRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authplane: value.authplane?,
                definition: value.definition?,
                id: value.id?,
                language: value.language?,
                policy_name: value.policy_name?,
                query: value.query?,
                tenant_id: value.tenant_id?,
                validators: value.validators?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpPolicyRequest> for AcpDumpPolicyRequest {
        fn from(value: super::AcpDumpPolicyRequest) -> Self {
            Self {
                authplane: Ok(value.authplane),
                definition: Ok(value.definition),
                id: Ok(value.id),
                language: Ok(value.language),
                policy_name: Ok(value.policy_name),
                query: Ok(value.query),
                tenant_id: Ok(value.tenant_id),
                validators: Ok(value.validators),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpRequest {
        apis: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpApiRequest>>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpRestRequest>,
            ::std::string::String,
        >,
        claims: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpClaimRequest>>,
            ::std::string::String,
        >,
        clients: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpClientRequest>>,
            ::std::string::String,
        >,
        consent_actions: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpConsentActionRequest>>,
            ::std::string::String,
        >,
        consents: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpConsentRequest>>,
            ::std::string::String,
        >,
        policies: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpPolicyRequest>>,
            ::std::string::String,
        >,
        scopes_without_service: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpScopeRequest>>,
            ::std::string::String,
        >,
        servers: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpServerRequest>>,
            ::std::string::String,
        >,
        services: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpServiceRequest>>,
            ::std::string::String,
        >,
        tenants: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpTenantRequest>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpRequest {
        fn default() -> Self {
            Self {
                apis: Ok(Default::default()),
                authplane: Ok(Default::default()),
                claims: Ok(Default::default()),
                clients: Ok(Default::default()),
                consent_actions: Ok(Default::default()),
                consents: Ok(Default::default()),
                policies: Ok(Default::default()),
                scopes_without_service: Ok(Default::default()),
                servers: Ok(Default::default()),
                services: Ok(Default::default()),
                tenants: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpRequest {
        pub fn apis<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpApiRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.apis = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for apis: {e}"));
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpRestRequest>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn claims<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpClaimRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.claims = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for claims: {e}"));
            self
        }
        pub fn clients<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpClientRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.clients = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for clients: {e}")
                });
            self
        }
        pub fn consent_actions<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::vec::Vec<super::AcpDumpConsentActionRequest>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.consent_actions = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consent_actions: {e}")
                });
            self
        }
        pub fn consents<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpConsentRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.consents = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for consents: {e}")
                });
            self
        }
        pub fn policies<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpPolicyRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.policies = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for policies: {e}")
                });
            self
        }
        pub fn scopes_without_service<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpScopeRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.scopes_without_service = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for scopes_without_service: {e}"
                    )
                });
            self
        }
        pub fn servers<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpServerRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.servers = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for servers: {e}")
                });
            self
        }
        pub fn services<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpServiceRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.services = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for services: {e}")
                });
            self
        }
        pub fn tenants<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpTenantRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.tenants = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for tenants: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpRequest> for super::AcpDumpRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                apis: value.apis?,
                authplane: value.authplane?,
                claims: value.claims?,
                clients: value.clients?,
                consent_actions: value.consent_actions?,
                consents: value.consents?,
                policies: value.policies?,
                scopes_without_service: value.scopes_without_service?,
                servers: value.servers?,
                services: value.services?,
                tenants: value.tenants?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpRequest> for AcpDumpRequest {
        fn from(value: super::AcpDumpRequest) -> Self {
            Self {
                apis: Ok(value.apis),
                authplane: Ok(value.authplane),
                claims: Ok(value.claims),
                clients: Ok(value.clients),
                consent_actions: Ok(value.consent_actions),
                consents: Ok(value.consents),
                policies: Ok(value.policies),
                scopes_without_service: Ok(value.scopes_without_service),
                servers: Ok(value.servers),
                services: Ok(value.services),
                tenants: Ok(value.tenants),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpRestRequest {
        api_clients: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpApiClientRequest>>,
            ::std::string::String,
        >,
        gateways: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpGatewayRequest>>,
            ::std::string::String,
        >,
        roles: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpRoleRequest>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpRestRequest {
        fn default() -> Self {
            Self {
                api_clients: Ok(Default::default()),
                gateways: Ok(Default::default()),
                roles: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpRestRequest {
        pub fn api_clients<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpApiClientRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.api_clients = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for api_clients: {e}")
                });
            self
        }
        pub fn gateways<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpGatewayRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.gateways = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for gateways: {e}")
                });
            self
        }
        pub fn roles<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpRoleRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.roles = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for roles: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpRestRequest> for super::AcpDumpRestRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpRestRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                api_clients: value.api_clients?,
                gateways: value.gateways?,
                roles: value.roles?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpRestRequest> for AcpDumpRestRequest {
        fn from(value: super::AcpDumpRestRequest) -> Self {
            Self {
                api_clients: Ok(value.api_clients),
                gateways: Ok(value.gateways),
                roles: Ok(value.roles),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpRoleBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        is_default: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        scope_ids: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpRoleBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                is_default: Ok(Default::default()),
                scope_ids: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpRoleBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
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
        pub fn scope_ids(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scope_ids = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpRoleBeside> for super::AcpDumpRoleBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpRoleBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                is_default: value.is_default?,
                scope_ids: value.scope_ids?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpRoleBeside> for AcpDumpRoleBeside {
        fn from(value: super::AcpDumpRoleBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                is_default: Ok(value.is_default),
                scope_ids: Ok(value.scope_ids),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpRoleRequest {
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpRoleBeside>,
            ::std::string::String,
        >,
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpDumpRoleRequest {
        fn default() -> Self {
            Self {
                authplane: Ok(Default::default()),
                description: Ok(Default::default()),
                id: Err("no value supplied for id".to_string()),
                name: Err("no value supplied for name".to_string()),
                scopes: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpDumpRoleRequest {
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpRoleBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        pub fn scopes(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.scopes = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpRoleRequest> for super::AcpDumpRoleRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpRoleRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authplane: value.authplane?,
                description: value.description?,
                id: value.id?,
                name: value.name?,
                scopes: value.scopes?,
                tenant_id: value.tenant_id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpRoleRequest> for AcpDumpRoleRequest {
        fn from(value: super::AcpDumpRoleRequest) -> Self {
            Self {
                authplane: Ok(value.authplane),
                description: Ok(value.description),
                id: Ok(value.id),
                name: Ok(value.name),
                scopes: Ok(value.scopes),
                tenant_id: Ok(value.tenant_id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpScopeRequest {
        authorization_server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpBeside>,
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
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        user_policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpScopeRequest {
        fn default() -> Self {
            Self {
                authorization_server_id: Ok(Default::default()),
                authplane: Ok(Default::default()),
                description: Ok(Default::default()),
                developer_policy_id: Ok(Default::default()),
                display_name: Ok(Default::default()),
                id: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
                user_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpScopeRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpDumpBeside>>,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
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
        pub fn developer_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_policy_id = Ok(value.into_optional());
            self
        }
        pub fn display_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.display_name = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn user_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.user_policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpScopeRequest> for super::AcpDumpScopeRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpScopeRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authorization_server_id: value.authorization_server_id?,
                authplane: value.authplane?,
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
    impl ::std::convert::From<super::AcpDumpScopeRequest> for AcpDumpScopeRequest {
        fn from(value: super::AcpDumpScopeRequest) -> Self {
            Self {
                authorization_server_id: Ok(value.authorization_server_id),
                authplane: Ok(value.authplane),
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
    pub struct AcpDumpSecretBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        ends_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpSecretBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                ends_at: Ok(Default::default()),
                name: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpSecretBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn ends_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.ends_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for ends_at: {e}")
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
    impl ::std::convert::TryFrom<AcpDumpSecretBeside> for super::AcpDumpSecretBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpSecretBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                ends_at: value.ends_at?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpSecretBeside> for AcpDumpSecretBeside {
        fn from(value: super::AcpDumpSecretBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                ends_at: Ok(value.ends_at),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpServerBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        keys: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpKey>>,
            ::std::string::String,
        >,
        password_hashes: ::std::result::Result<
            ::std::collections::HashMap<
                ::std::string::String,
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::authplane_client::Secret,
                >,
            >,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpServerBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                keys: Ok(Default::default()),
                password_hashes: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpServerBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn keys<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpKey>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.keys = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for keys: {e}"));
            self
        }
        pub fn password_hashes<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::authplane_client::Secret,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.password_hashes = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for password_hashes: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpServerBeside> for super::AcpDumpServerBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpServerBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                keys: value.keys?,
                password_hashes: value.password_hashes?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpServerBeside> for AcpDumpServerBeside {
        fn from(value: super::AcpDumpServerBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                keys: Ok(value.keys),
                password_hashes: Ok(value.password_hashes),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpServerRequest {
        access_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authentications: ::std::result::Result<
            ::std::option::Option<super::AcpAuthentications>,
            ::std::string::String,
        >,
        authorization_code_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpServerBeside>,
            ::std::string::String,
        >,
        cookie_max_age: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        developer_policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        dynamic_client_registration: ::std::result::Result<
            ::std::option::Option<super::AcpDynamicClientRegistration>,
            ::std::string::String,
        >,
        enable_dynamic_client_registration: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        enforce_pkce: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        grant_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        issuer_url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        jwks: ::std::result::Result<
            ::std::option::Option<super::AcpServerJwks>,
            ::std::string::String,
        >,
        key_type: ::std::result::Result<
            ::std::option::Option<super::AcpKeyType>,
            ::std::string::String,
        >,
        logo_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        profiles: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        refresh_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        rotated_secrets: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::authplane_client::Secret>>,
            ::std::string::String,
        >,
        secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        system: ::std::result::Result<
            ::std::option::Option<bool>,
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
    impl ::std::default::Default for AcpDumpServerRequest {
        fn default() -> Self {
            Self {
                access_token_ttl: Ok(Default::default()),
                authentications: Ok(Default::default()),
                authorization_code_ttl: Ok(Default::default()),
                authplane: Ok(Default::default()),
                cookie_max_age: Ok(Default::default()),
                developer_policy_id: Ok(Default::default()),
                dynamic_client_registration: Ok(Default::default()),
                enable_dynamic_client_registration: Ok(Default::default()),
                enforce_pkce: Ok(Default::default()),
                grant_types: Ok(Default::default()),
                id: Ok(Default::default()),
                id_token_ttl: Ok(Default::default()),
                issuer_url: Ok(Default::default()),
                jwks: Ok(Default::default()),
                key_type: Ok(Default::default()),
                logo_uri: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                profiles: Ok(Default::default()),
                refresh_token_ttl: Ok(Default::default()),
                rotated_secrets: Ok(Default::default()),
                secret: Ok(Default::default()),
                system: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                user_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpServerRequest {
        pub fn access_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.access_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn authentications<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpAuthentications>>,
            T::Error: ::std::fmt::Display,
        {
            self.authentications = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authentications: {e}")
                });
            self
        }
        pub fn authorization_code_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_code_ttl = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpServerBeside>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn cookie_max_age(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.cookie_max_age = Ok(value.into_optional());
            self
        }
        pub fn developer_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_policy_id = Ok(value.into_optional());
            self
        }
        pub fn dynamic_client_registration<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDynamicClientRegistration>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.dynamic_client_registration = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for dynamic_client_registration: {e}"
                    )
                });
            self
        }
        pub fn enable_dynamic_client_registration<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.enable_dynamic_client_registration = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for enable_dynamic_client_registration: {e}"
                    )
                });
            self
        }
        pub fn enforce_pkce<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.enforce_pkce = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for enforce_pkce: {e}")
                });
            self
        }
        pub fn grant_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.grant_types = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn id_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn issuer_url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.issuer_url = Ok(value.into_optional());
            self
        }
        pub fn jwks<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpServerJwks>>,
            T::Error: ::std::fmt::Display,
        {
            self.jwks = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for jwks: {e}"));
            self
        }
        pub fn key_type(
            mut self,
            value: impl crate::IntoOptional<super::AcpKeyType>,
        ) -> Self {
            self.key_type = Ok(value.into_optional());
            self
        }
        pub fn logo_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.logo_uri = Ok(value.into_optional());
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
        pub fn profiles(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.profiles = Ok(value.into_optional());
            self
        }
        pub fn refresh_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.refresh_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn rotated_secrets(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::authplane_client::Secret>>,
        ) -> Self {
            self.rotated_secrets = Ok(value.into_optional());
            self
        }
        pub fn secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.secret = Ok(value.into_optional());
            self
        }
        pub fn system<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.system = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for system: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn user_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.user_policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpServerRequest> for super::AcpDumpServerRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpServerRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                access_token_ttl: value.access_token_ttl?,
                authentications: value.authentications?,
                authorization_code_ttl: value.authorization_code_ttl?,
                authplane: value.authplane?,
                cookie_max_age: value.cookie_max_age?,
                developer_policy_id: value.developer_policy_id?,
                dynamic_client_registration: value.dynamic_client_registration?,
                enable_dynamic_client_registration: value
                    .enable_dynamic_client_registration?,
                enforce_pkce: value.enforce_pkce?,
                grant_types: value.grant_types?,
                id: value.id?,
                id_token_ttl: value.id_token_ttl?,
                issuer_url: value.issuer_url?,
                jwks: value.jwks?,
                key_type: value.key_type?,
                logo_uri: value.logo_uri?,
                name: value.name?,
                profiles: value.profiles?,
                refresh_token_ttl: value.refresh_token_ttl?,
                rotated_secrets: value.rotated_secrets?,
                secret: value.secret?,
                system: value.system?,
                tenant_id: value.tenant_id?,
                user_policy_id: value.user_policy_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpServerRequest> for AcpDumpServerRequest {
        fn from(value: super::AcpDumpServerRequest) -> Self {
            Self {
                access_token_ttl: Ok(value.access_token_ttl),
                authentications: Ok(value.authentications),
                authorization_code_ttl: Ok(value.authorization_code_ttl),
                authplane: Ok(value.authplane),
                cookie_max_age: Ok(value.cookie_max_age),
                developer_policy_id: Ok(value.developer_policy_id),
                dynamic_client_registration: Ok(value.dynamic_client_registration),
                enable_dynamic_client_registration: Ok(
                    value.enable_dynamic_client_registration,
                ),
                enforce_pkce: Ok(value.enforce_pkce),
                grant_types: Ok(value.grant_types),
                id: Ok(value.id),
                id_token_ttl: Ok(value.id_token_ttl),
                issuer_url: Ok(value.issuer_url),
                jwks: Ok(value.jwks),
                key_type: Ok(value.key_type),
                logo_uri: Ok(value.logo_uri),
                name: Ok(value.name),
                profiles: Ok(value.profiles),
                refresh_token_ttl: Ok(value.refresh_token_ttl),
                rotated_secrets: Ok(value.rotated_secrets),
                secret: Ok(value.secret),
                system: Ok(value.system),
                tenant_id: Ok(value.tenant_id),
                user_policy_id: Ok(value.user_policy_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpServiceBeside {
        access_token_ttl: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        indicator: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        is_default: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpServiceBeside {
        fn default() -> Self {
            Self {
                access_token_ttl: Ok(Default::default()),
                created_at: Ok(Default::default()),
                indicator: Ok(Default::default()),
                is_default: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpServiceBeside {
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
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn indicator(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.indicator = Ok(value.into_optional());
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
    }
    impl ::std::convert::TryFrom<AcpDumpServiceBeside> for super::AcpDumpServiceBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpServiceBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                access_token_ttl: value.access_token_ttl?,
                created_at: value.created_at?,
                indicator: value.indicator?,
                is_default: value.is_default?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpServiceBeside> for AcpDumpServiceBeside {
        fn from(value: super::AcpDumpServiceBeside) -> Self {
            Self {
                access_token_ttl: Ok(value.access_token_ttl),
                created_at: Ok(value.created_at),
                indicator: Ok(value.indicator),
                is_default: Ok(value.is_default),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpServiceRequest {
        authorization_server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpServiceBeside>,
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
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        scopes: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpScopeRequest>>,
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
    impl ::std::default::Default for AcpDumpServiceRequest {
        fn default() -> Self {
            Self {
                authorization_server_id: Ok(Default::default()),
                authplane: Ok(Default::default()),
                description: Ok(Default::default()),
                gateway_id: Ok(Default::default()),
                id: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                scopes: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                with_specification: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpServiceRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpServiceBeside>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
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
        pub fn gateway_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.gateway_id = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn scopes<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpScopeRequest>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.scopes = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for scopes: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
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
    impl ::std::convert::TryFrom<AcpDumpServiceRequest>
    for super::AcpDumpServiceRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpServiceRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authorization_server_id: value.authorization_server_id?,
                authplane: value.authplane?,
                description: value.description?,
                gateway_id: value.gateway_id?,
                id: value.id?,
                name: value.name?,
                scopes: value.scopes?,
                tenant_id: value.tenant_id?,
                with_specification: value.with_specification?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpServiceRequest> for AcpDumpServiceRequest {
        fn from(value: super::AcpDumpServiceRequest) -> Self {
            Self {
                authorization_server_id: Ok(value.authorization_server_id),
                authplane: Ok(value.authplane),
                description: Ok(value.description),
                gateway_id: Ok(value.gateway_id),
                id: Ok(value.id),
                name: Ok(value.name),
                scopes: Ok(value.scopes),
                tenant_id: Ok(value.tenant_id),
                with_specification: Ok(value.with_specification),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpTenantBeside {
        created_at: ::std::result::Result<
            ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            ::std::string::String,
        >,
        keys: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpDumpKey>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpTenantBeside {
        fn default() -> Self {
            Self {
                created_at: Ok(Default::default()),
                keys: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpTenantBeside {
        pub fn created_at<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.created_at = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for created_at: {e}")
                });
            self
        }
        pub fn keys<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpDumpKey>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.keys = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for keys: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpTenantBeside> for super::AcpDumpTenantBeside {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpTenantBeside,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                created_at: value.created_at?,
                keys: value.keys?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpTenantBeside> for AcpDumpTenantBeside {
        fn from(value: super::AcpDumpTenantBeside) -> Self {
            Self {
                created_at: Ok(value.created_at),
                keys: Ok(value.keys),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDumpTenantRequest {
        authentication_context_settings: ::std::result::Result<
            ::std::option::Option<super::AcpAuthenticationContextSettings>,
            ::std::string::String,
        >,
        authplane: ::std::result::Result<
            ::std::option::Option<super::AcpDumpTenantBeside>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        jwks: ::std::result::Result<
            ::std::option::Option<super::AcpJwks>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDumpTenantRequest {
        fn default() -> Self {
            Self {
                authentication_context_settings: Ok(Default::default()),
                authplane: Ok(Default::default()),
                id: Ok(Default::default()),
                jwks: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                url: Ok(Default::default()),
            }
        }
    }
    impl AcpDumpTenantRequest {
        pub fn authentication_context_settings<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpAuthenticationContextSettings>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authentication_context_settings = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for authentication_context_settings: {e}"
                    )
                });
            self
        }
        pub fn authplane<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDumpTenantBeside>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authplane = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authplane: {e}")
                });
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.url = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDumpTenantRequest> for super::AcpDumpTenantRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDumpTenantRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authentication_context_settings: value.authentication_context_settings?,
                authplane: value.authplane?,
                id: value.id?,
                jwks: value.jwks?,
                name: value.name?,
                url: value.url?,
            })
        }
    }
    impl ::std::convert::From<super::AcpDumpTenantRequest> for AcpDumpTenantRequest {
        fn from(value: super::AcpDumpTenantRequest) -> Self {
            Self {
                authentication_context_settings: Ok(
                    value.authentication_context_settings,
                ),
                authplane: Ok(value.authplane),
                id: Ok(value.id),
                jwks: Ok(value.jwks),
                name: Ok(value.name),
                url: Ok(value.url),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpDynamicClientRegistration {
        enabled: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpDynamicClientRegistration {
        fn default() -> Self {
            Self {
                enabled: Ok(Default::default()),
            }
        }
    }
    impl AcpDynamicClientRegistration {
        pub fn enabled<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.enabled = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for enabled: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpDynamicClientRegistration>
    for super::AcpDynamicClientRegistration {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpDynamicClientRegistration,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { enabled: value.enabled? })
        }
    }
    impl ::std::convert::From<super::AcpDynamicClientRegistration>
    for AcpDynamicClientRegistration {
        fn from(value: super::AcpDynamicClientRegistration) -> Self {
            Self { enabled: Ok(value.enabled) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpGatewayIntrospectRequest {
        token: ::std::result::Result<::authplane_client::Secret, ::std::string::String>,
    }
    impl ::std::default::Default for AcpGatewayIntrospectRequest {
        fn default() -> Self {
            Self {
                token: Err("no value supplied for token".to_string()),
            }
        }
    }
    impl AcpGatewayIntrospectRequest {
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
    }
    impl ::std::convert::TryFrom<AcpGatewayIntrospectRequest>
    for super::AcpGatewayIntrospectRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpGatewayIntrospectRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { token: value.token? })
        }
    }
    impl ::std::convert::From<super::AcpGatewayIntrospectRequest>
    for AcpGatewayIntrospectRequest {
        fn from(value: super::AcpGatewayIntrospectRequest) -> Self {
            Self { token: Ok(value.token) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpMapping {
        source: ::std::result::Result<::std::string::String, ::std::string::String>,
        target: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpMapping {
        fn default() -> Self {
            Self {
                source: Err("no value supplied for source".to_string()),
                target: Err("no value supplied for target".to_string()),
            }
        }
    }
    impl AcpMapping {
        pub fn source<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.source = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for source: {e}"));
            self
        }
        pub fn target<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.target = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for target: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpMapping> for super::AcpMapping {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpMapping,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                source: value.source?,
                target: value.target?,
            })
        }
    }
    impl ::std::convert::From<super::AcpMapping> for AcpMapping {
        fn from(value: super::AcpMapping) -> Self {
            Self {
                source: Ok(value.source),
                target: Ok(value.target),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpNewScope {
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
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
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
    impl ::std::default::Default for AcpNewScope {
        fn default() -> Self {
            Self {
                authorization_server_id: Ok(Default::default()),
                description: Ok(Default::default()),
                developer_policy_id: Ok(Default::default()),
                display_name: Ok(Default::default()),
                id: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                service_id: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                user_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpNewScope {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn developer_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_policy_id = Ok(value.into_optional());
            self
        }
        pub fn display_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.display_name = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn service_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.service_id = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn user_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.user_policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpNewScope> for super::AcpNewScope {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpNewScope,
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
    impl ::std::convert::From<super::AcpNewScope> for AcpNewScope {
        fn from(value: super::AcpNewScope) -> Self {
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
    pub struct AcpOidcAuthentication {
        client_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        client_secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        get_user_info: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        issuer_url: ::std::result::Result<::std::string::String, ::std::string::String>,
        redirect_url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        scopes: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpOidcAuthentication {
        fn default() -> Self {
            Self {
                client_id: Err("no value supplied for client_id".to_string()),
                client_secret: Ok(Default::default()),
                get_user_info: Ok(Default::default()),
                issuer_url: Err("no value supplied for issuer_url".to_string()),
                redirect_url: Ok(Default::default()),
                scopes: Ok(Default::default()),
            }
        }
    }
    impl AcpOidcAuthentication {
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
        pub fn client_secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.client_secret = Ok(value.into_optional());
            self
        }
        pub fn get_user_info<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.get_user_info = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for get_user_info: {e}")
                });
            self
        }
        pub fn issuer_url<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.issuer_url = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for issuer_url: {e}")
                });
            self
        }
        pub fn redirect_url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.redirect_url = Ok(value.into_optional());
            self
        }
        pub fn scopes(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.scopes = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
    }
    impl ::std::convert::TryFrom<AcpOidcAuthentication>
    for super::AcpOidcAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpOidcAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                client_id: value.client_id?,
                client_secret: value.client_secret?,
                get_user_info: value.get_user_info?,
                issuer_url: value.issuer_url?,
                redirect_url: value.redirect_url?,
                scopes: value.scopes?,
            })
        }
    }
    impl ::std::convert::From<super::AcpOidcAuthentication> for AcpOidcAuthentication {
        fn from(value: super::AcpOidcAuthentication) -> Self {
            Self {
                client_id: Ok(value.client_id),
                client_secret: Ok(value.client_secret),
                get_user_info: Ok(value.get_user_info),
                issuer_url: Ok(value.issuer_url),
                redirect_url: Ok(value.redirect_url),
                scopes: Ok(value.scopes),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpPolicyDefinition {
        definition: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        language: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        query: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        validators: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpPolicyDefinition {
        fn default() -> Self {
            Self {
                definition: Ok(Default::default()),
                language: Ok(Default::default()),
                query: Ok(Default::default()),
                validators: Ok(Default::default()),
            }
        }
    }
    impl AcpPolicyDefinition {
        pub fn definition(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.definition = Ok(value.into_optional());
            self
        }
        pub fn language(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.language = Ok(value.into_optional());
            self
        }
        pub fn query(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.query = Ok(value.into_optional());
            self
        }
        pub fn validators<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.validators = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for validators: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpPolicyDefinition> for super::AcpPolicyDefinition {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpPolicyDefinition,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                definition: value.definition?,
                language: value.language?,
                query: value.query?,
                validators: value.validators?,
            })
        }
    }
    impl ::std::convert::From<super::AcpPolicyDefinition> for AcpPolicyDefinition {
        fn from(value: super::AcpPolicyDefinition) -> Self {
            Self {
                definition: Ok(value.definition),
                language: Ok(value.language),
                query: Ok(value.query),
                validators: Ok(value.validators),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpPolicyInput {
        authn_ctx: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        contexts: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        request: ::std::result::Result<
            ::std::option::Option<super::AcpPolicyInputRequest>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpPolicyInput {
        fn default() -> Self {
            Self {
                authn_ctx: Ok(Default::default()),
                contexts: Ok(Default::default()),
                request: Ok(Default::default()),
            }
        }
    }
    impl AcpPolicyInput {
        pub fn authn_ctx<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authn_ctx = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authn_ctx: {e}")
                });
            self
        }
        pub fn contexts<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.contexts = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for contexts: {e}")
                });
            self
        }
        pub fn request<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpPolicyInputRequest>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.request = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for request: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpPolicyInput> for super::AcpPolicyInput {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpPolicyInput,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authn_ctx: value.authn_ctx?,
                contexts: value.contexts?,
                request: value.request?,
            })
        }
    }
    impl ::std::convert::From<super::AcpPolicyInput> for AcpPolicyInput {
        fn from(value: super::AcpPolicyInput) -> Self {
            Self {
                authn_ctx: Ok(value.authn_ctx),
                contexts: Ok(value.contexts),
                request: Ok(value.request),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpPolicyInputRequest {
        headers: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::vec::Vec<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
        method: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        path_params: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<::std::string::String, ::std::string::String>,
            >,
            ::std::string::String,
        >,
        query_params: ::std::result::Result<
            ::std::option::Option<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::vec::Vec<::std::string::String>,
                >,
            >,
            ::std::string::String,
        >,
        url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpPolicyInputRequest {
        fn default() -> Self {
            Self {
                headers: Ok(Default::default()),
                method: Ok(Default::default()),
                path_params: Ok(Default::default()),
                query_params: Ok(Default::default()),
                url: Ok(Default::default()),
            }
        }
    }
    impl AcpPolicyInputRequest {
        pub fn headers<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.headers = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for headers: {e}")
                });
            self
        }
        pub fn method(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.method = Ok(value.into_optional());
            self
        }
        pub fn path_params<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.path_params = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for path_params: {e}")
                });
            self
        }
        pub fn query_params<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.query_params = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for query_params: {e}")
                });
            self
        }
        pub fn url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.url = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpPolicyInputRequest>
    for super::AcpPolicyInputRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpPolicyInputRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                headers: value.headers?,
                method: value.method?,
                path_params: value.path_params?,
                query_params: value.query_params?,
                url: value.url?,
            })
        }
    }
    impl ::std::convert::From<super::AcpPolicyInputRequest> for AcpPolicyInputRequest {
        fn from(value: super::AcpPolicyInputRequest) -> Self {
            Self {
                headers: Ok(value.headers),
                method: Ok(value.method),
                path_params: Ok(value.path_params),
                query_params: Ok(value.query_params),
                url: Ok(value.url),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpPolicyRequest {
        definition: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        language: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        policy_name: ::std::result::Result<::std::string::String, ::std::string::String>,
        query: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        validators: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpPolicyRequest {
        fn default() -> Self {
            Self {
                definition: Ok(Default::default()),
                id: Ok(Default::default()),
                language: Ok(Default::default()),
                policy_name: Err("no value supplied for policy_name".to_string()),
                query: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                validators: Ok(Default::default()),
            }
        }
    }
    impl AcpPolicyRequest {
        pub fn definition(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.definition = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn language(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.language = Ok(value.into_optional());
            self
        }
        pub fn policy_name<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.policy_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for policy_name: {e}")
                });
            self
        }
        pub fn query(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.query = Ok(value.into_optional());
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn validators<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AcpValidator>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.validators = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for validators: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpPolicyRequest> for super::AcpPolicyRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpPolicyRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                definition: value.definition?,
                id: value.id?,
                language: value.language?,
                policy_name: value.policy_name?,
                query: value.query?,
                tenant_id: value.tenant_id?,
                validators: value.validators?,
            })
        }
    }
    impl ::std::convert::From<super::AcpPolicyRequest> for AcpPolicyRequest {
        fn from(value: super::AcpPolicyRequest) -> Self {
            Self {
                definition: Ok(value.definition),
                id: Ok(value.id),
                language: Ok(value.language),
                policy_name: Ok(value.policy_name),
                query: Ok(value.query),
                tenant_id: Ok(value.tenant_id),
                validators: Ok(value.validators),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpPurpose {
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        primary: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpPurpose {
        fn default() -> Self {
            Self {
                name: Err("no value supplied for name".to_string()),
                primary: Ok(Default::default()),
            }
        }
    }
    impl AcpPurpose {
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
        pub fn primary<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.primary = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for primary: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpPurpose> for super::AcpPurpose {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpPurpose,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                name: value.name?,
                primary: value.primary?,
            })
        }
    }
    impl ::std::convert::From<super::AcpPurpose> for AcpPurpose {
        fn from(value: super::AcpPurpose) -> Self {
            Self {
                name: Ok(value.name),
                primary: Ok(value.primary),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpRecovery {
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpRecovery {
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".to_string()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AcpRecovery {
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
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpRecovery> for super::AcpRecovery {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpRecovery,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                id: value.id?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AcpRecovery> for AcpRecovery {
        fn from(value: super::AcpRecovery) -> Self {
            Self {
                id: Ok(value.id),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpRejectRequest {
        error: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        error_cause: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        error_description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        login_state: ::std::result::Result<
            ::authplane_client::Secret,
            ::std::string::String,
        >,
        status_code: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpRejectRequest {
        fn default() -> Self {
            Self {
                error: Ok(Default::default()),
                error_cause: Ok(Default::default()),
                error_description: Ok(Default::default()),
                id: Ok(Default::default()),
                login_state: Err("no value supplied for login_state".to_string()),
                status_code: Ok(Default::default()),
            }
        }
    }
    impl AcpRejectRequest {
        pub fn error(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.error = Ok(value.into_optional());
            self
        }
        pub fn error_cause(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.error_cause = Ok(value.into_optional());
            self
        }
        pub fn error_description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.error_description = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn login_state<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::authplane_client::Secret>,
            T::Error: ::std::fmt::Display,
        {
            self.login_state = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for login_state: {e}")
                });
            self
        }
        pub fn status_code<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
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
    impl ::std::convert::TryFrom<AcpRejectRequest> for super::AcpRejectRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpRejectRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                error: value.error?,
                error_cause: value.error_cause?,
                error_description: value.error_description?,
                id: value.id?,
                login_state: value.login_state?,
                status_code: value.status_code?,
            })
        }
    }
    impl ::std::convert::From<super::AcpRejectRequest> for AcpRejectRequest {
        fn from(value: super::AcpRejectRequest) -> Self {
            Self {
                error: Ok(value.error),
                error_cause: Ok(value.error_cause),
                error_description: Ok(value.error_description),
                id: Ok(value.id),
                login_state: Ok(value.login_state),
                status_code: Ok(value.status_code),
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
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
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
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
                user_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpScopeRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn developer_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_policy_id = Ok(value.into_optional());
            self
        }
        pub fn display_name(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.display_name = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn user_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.user_policy_id = Ok(value.into_optional());
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
    pub struct AcpServerJwks {
        keys: ::std::result::Result<
            ::std::vec::Vec<::authplane_client::Jwk>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpServerJwks {
        fn default() -> Self {
            Self {
                keys: Err("no value supplied for keys".to_string()),
            }
        }
    }
    impl AcpServerJwks {
        pub fn keys<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<::authplane_client::Jwk>>,
            T::Error: ::std::fmt::Display,
        {
            self.keys = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for keys: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpServerJwks> for super::AcpServerJwks {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpServerJwks,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { keys: value.keys? })
        }
    }
    impl ::std::convert::From<super::AcpServerJwks> for AcpServerJwks {
        fn from(value: super::AcpServerJwks) -> Self {
            Self { keys: Ok(value.keys) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpServerRequest {
        access_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        authentications: ::std::result::Result<
            ::std::option::Option<super::AcpAuthentications>,
            ::std::string::String,
        >,
        authorization_code_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        cookie_max_age: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        developer_policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        dynamic_client_registration: ::std::result::Result<
            ::std::option::Option<super::AcpDynamicClientRegistration>,
            ::std::string::String,
        >,
        enable_dynamic_client_registration: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        enforce_pkce: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        grant_types: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        id_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        issuer_url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        jwks: ::std::result::Result<
            ::std::option::Option<super::AcpServerJwks>,
            ::std::string::String,
        >,
        key_type: ::std::result::Result<
            ::std::option::Option<super::AcpKeyType>,
            ::std::string::String,
        >,
        logo_uri: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        profiles: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        refresh_token_ttl: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        rotated_secrets: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::authplane_client::Secret>>,
            ::std::string::String,
        >,
        secret: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        system: ::std::result::Result<
            ::std::option::Option<bool>,
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
    impl ::std::default::Default for AcpServerRequest {
        fn default() -> Self {
            Self {
                access_token_ttl: Ok(Default::default()),
                authentications: Ok(Default::default()),
                authorization_code_ttl: Ok(Default::default()),
                cookie_max_age: Ok(Default::default()),
                developer_policy_id: Ok(Default::default()),
                dynamic_client_registration: Ok(Default::default()),
                enable_dynamic_client_registration: Ok(Default::default()),
                enforce_pkce: Ok(Default::default()),
                grant_types: Ok(Default::default()),
                id: Ok(Default::default()),
                id_token_ttl: Ok(Default::default()),
                issuer_url: Ok(Default::default()),
                jwks: Ok(Default::default()),
                key_type: Ok(Default::default()),
                logo_uri: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                profiles: Ok(Default::default()),
                refresh_token_ttl: Ok(Default::default()),
                rotated_secrets: Ok(Default::default()),
                secret: Ok(Default::default()),
                system: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
                user_policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpServerRequest {
        pub fn access_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.access_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn authentications<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpAuthentications>>,
            T::Error: ::std::fmt::Display,
        {
            self.authentications = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for authentications: {e}")
                });
            self
        }
        pub fn authorization_code_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_code_ttl = Ok(value.into_optional());
            self
        }
        pub fn cookie_max_age(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.cookie_max_age = Ok(value.into_optional());
            self
        }
        pub fn developer_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.developer_policy_id = Ok(value.into_optional());
            self
        }
        pub fn dynamic_client_registration<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpDynamicClientRegistration>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.dynamic_client_registration = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for dynamic_client_registration: {e}"
                    )
                });
            self
        }
        pub fn enable_dynamic_client_registration<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.enable_dynamic_client_registration = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for enable_dynamic_client_registration: {e}"
                    )
                });
            self
        }
        pub fn enforce_pkce<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.enforce_pkce = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for enforce_pkce: {e}")
                });
            self
        }
        pub fn grant_types(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.grant_types = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
            self
        }
        pub fn id_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn issuer_url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.issuer_url = Ok(value.into_optional());
            self
        }
        pub fn jwks<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpServerJwks>>,
            T::Error: ::std::fmt::Display,
        {
            self.jwks = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for jwks: {e}"));
            self
        }
        pub fn key_type(
            mut self,
            value: impl crate::IntoOptional<super::AcpKeyType>,
        ) -> Self {
            self.key_type = Ok(value.into_optional());
            self
        }
        pub fn logo_uri(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.logo_uri = Ok(value.into_optional());
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
        pub fn profiles(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.profiles = Ok(value.into_optional());
            self
        }
        pub fn refresh_token_ttl(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.refresh_token_ttl = Ok(value.into_optional());
            self
        }
        pub fn rotated_secrets(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::authplane_client::Secret>>,
        ) -> Self {
            self.rotated_secrets = Ok(value.into_optional());
            self
        }
        pub fn secret(
            mut self,
            value: impl crate::IntoOptional<::authplane_client::Secret>,
        ) -> Self {
            self.secret = Ok(value.into_optional());
            self
        }
        pub fn system<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.system = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for system: {e}"));
            self
        }
        pub fn tenant_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.tenant_id = Ok(value.into_optional());
            self
        }
        pub fn user_policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.user_policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpServerRequest> for super::AcpServerRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpServerRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                access_token_ttl: value.access_token_ttl?,
                authentications: value.authentications?,
                authorization_code_ttl: value.authorization_code_ttl?,
                cookie_max_age: value.cookie_max_age?,
                developer_policy_id: value.developer_policy_id?,
                dynamic_client_registration: value.dynamic_client_registration?,
                enable_dynamic_client_registration: value
                    .enable_dynamic_client_registration?,
                enforce_pkce: value.enforce_pkce?,
                grant_types: value.grant_types?,
                id: value.id?,
                id_token_ttl: value.id_token_ttl?,
                issuer_url: value.issuer_url?,
                jwks: value.jwks?,
                key_type: value.key_type?,
                logo_uri: value.logo_uri?,
                name: value.name?,
                profiles: value.profiles?,
                refresh_token_ttl: value.refresh_token_ttl?,
                rotated_secrets: value.rotated_secrets?,
                secret: value.secret?,
                system: value.system?,
                tenant_id: value.tenant_id?,
                user_policy_id: value.user_policy_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpServerRequest> for AcpServerRequest {
        fn from(value: super::AcpServerRequest) -> Self {
            Self {
                access_token_ttl: Ok(value.access_token_ttl),
                authentications: Ok(value.authentications),
                authorization_code_ttl: Ok(value.authorization_code_ttl),
                cookie_max_age: Ok(value.cookie_max_age),
                developer_policy_id: Ok(value.developer_policy_id),
                dynamic_client_registration: Ok(value.dynamic_client_registration),
                enable_dynamic_client_registration: Ok(
                    value.enable_dynamic_client_registration,
                ),
                enforce_pkce: Ok(value.enforce_pkce),
                grant_types: Ok(value.grant_types),
                id: Ok(value.id),
                id_token_ttl: Ok(value.id_token_ttl),
                issuer_url: Ok(value.issuer_url),
                jwks: Ok(value.jwks),
                key_type: Ok(value.key_type),
                logo_uri: Ok(value.logo_uri),
                name: Ok(value.name),
                profiles: Ok(value.profiles),
                refresh_token_ttl: Ok(value.refresh_token_ttl),
                rotated_secrets: Ok(value.rotated_secrets),
                secret: Ok(value.secret),
                system: Ok(value.system),
                tenant_id: Ok(value.tenant_id),
                user_policy_id: Ok(value.user_policy_id),
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
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
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
                name: Err("no value supplied for name".to_string()),
                tenant_id: Ok(Default::default()),
                with_specification: Ok(Default::default()),
            }
        }
    }
    impl AcpServiceRequest {
        pub fn authorization_server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.authorization_server_id = Ok(value.into_optional());
            self
        }
        pub fn description(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.description = Ok(value.into_optional());
            self
        }
        pub fn gateway_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.gateway_id = Ok(value.into_optional());
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
    pub struct AcpStaticAuthentication {
        hint: ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
        users: ::std::result::Result<
            ::std::vec::Vec<super::AcpStaticUser>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpStaticAuthentication {
        fn default() -> Self {
            Self {
                hint: Ok(Default::default()),
                users: Ok(Default::default()),
            }
        }
    }
    impl AcpStaticAuthentication {
        pub fn hint<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.hint = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for hint: {e}"));
            self
        }
        pub fn users<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpStaticUser>>,
            T::Error: ::std::fmt::Display,
        {
            self.users = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for users: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AcpStaticAuthentication>
    for super::AcpStaticAuthentication {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpStaticAuthentication,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                hint: value.hint?,
                users: value.users?,
            })
        }
    }
    impl ::std::convert::From<super::AcpStaticAuthentication>
    for AcpStaticAuthentication {
        fn from(value: super::AcpStaticAuthentication) -> Self {
            Self {
                hint: Ok(value.hint),
                users: Ok(value.users),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpStaticUser {
        authentication_context: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        password: ::std::result::Result<
            ::std::option::Option<::authplane_client::Secret>,
            ::std::string::String,
        >,
        username: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpStaticUser {
        fn default() -> Self {
            Self {
                authentication_context: Ok(Default::default()),
                password: Ok(Default::default()),
                username: Err("no value supplied for username".to_string()),
            }
        }
    }
    impl AcpStaticUser {
        pub fn authentication_context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authentication_context = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for authentication_context: {e}"
                    )
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
        pub fn username<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
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
    impl ::std::convert::TryFrom<AcpStaticUser> for super::AcpStaticUser {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpStaticUser,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authentication_context: value.authentication_context?,
                password: value.password?,
                username: value.username?,
            })
        }
    }
    impl ::std::convert::From<super::AcpStaticUser> for AcpStaticUser {
        fn from(value: super::AcpStaticUser) -> Self {
            Self {
                authentication_context: Ok(value.authentication_context),
                password: Ok(value.password),
                username: Ok(value.username),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpTenantRequest {
        authentication_context_settings: ::std::result::Result<
            ::std::option::Option<super::AcpAuthenticationContextSettings>,
            ::std::string::String,
        >,
        id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        jwks: ::std::result::Result<
            ::std::option::Option<super::AcpJwks>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        url: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpTenantRequest {
        fn default() -> Self {
            Self {
                authentication_context_settings: Ok(Default::default()),
                id: Ok(Default::default()),
                jwks: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                url: Ok(Default::default()),
            }
        }
    }
    impl AcpTenantRequest {
        pub fn authentication_context_settings<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AcpAuthenticationContextSettings>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.authentication_context_settings = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for authentication_context_settings: {e}"
                    )
                });
            self
        }
        pub fn id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.id = Ok(value.into_optional());
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
        pub fn url(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.url = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpTenantRequest> for super::AcpTenantRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpTenantRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                authentication_context_settings: value.authentication_context_settings?,
                id: value.id?,
                jwks: value.jwks?,
                name: value.name?,
                url: value.url?,
            })
        }
    }
    impl ::std::convert::From<super::AcpTenantRequest> for AcpTenantRequest {
        fn from(value: super::AcpTenantRequest) -> Self {
            Self {
                authentication_context_settings: Ok(
                    value.authentication_context_settings,
                ),
                id: Ok(value.id),
                jwks: Ok(value.jwks),
                name: Ok(value.name),
                url: Ok(value.url),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpTestPolicyRequest {
        input: ::std::result::Result<
            ::std::option::Option<super::AcpPolicyInput>,
            ::std::string::String,
        >,
        policy: ::std::result::Result<super::AcpPolicyDefinition, ::std::string::String>,
        server_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpTestPolicyRequest {
        fn default() -> Self {
            Self {
                input: Ok(Default::default()),
                policy: Err("no value supplied for policy".to_string()),
                server_id: Ok(Default::default()),
            }
        }
    }
    impl AcpTestPolicyRequest {
        pub fn input<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AcpPolicyInput>>,
            T::Error: ::std::fmt::Display,
        {
            self.input = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for input: {e}"));
            self
        }
        pub fn policy<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AcpPolicyDefinition>,
            T::Error: ::std::fmt::Display,
        {
            self.policy = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for policy: {e}"));
            self
        }
        pub fn server_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.server_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpTestPolicyRequest> for super::AcpTestPolicyRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpTestPolicyRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                input: value.input?,
                policy: value.policy?,
                server_id: value.server_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpTestPolicyRequest> for AcpTestPolicyRequest {
        fn from(value: super::AcpTestPolicyRequest) -> Self {
            Self {
                input: Ok(value.input),
                policy: Ok(value.policy),
                server_id: Ok(value.server_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpUpdateApiRequest {
        data_classifications: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<::std::string::String>>,
            ::std::string::String,
        >,
        policy_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpUpdateApiRequest {
        fn default() -> Self {
            Self {
                data_classifications: Ok(Default::default()),
                policy_id: Ok(Default::default()),
            }
        }
    }
    impl AcpUpdateApiRequest {
        pub fn data_classifications(
            mut self,
            value: impl crate::IntoOptional<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.data_classifications = Ok(value.into_optional());
            self
        }
        pub fn policy_id(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.policy_id = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<AcpUpdateApiRequest> for super::AcpUpdateApiRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpUpdateApiRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                data_classifications: value.data_classifications?,
                policy_id: value.policy_id?,
            })
        }
    }
    impl ::std::convert::From<super::AcpUpdateApiRequest> for AcpUpdateApiRequest {
        fn from(value: super::AcpUpdateApiRequest) -> Self {
            Self {
                data_classifications: Ok(value.data_classifications),
                policy_id: Ok(value.policy_id),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpUpdateGatewayRequest {
        description: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AcpUpdateGatewayRequest {
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
            }
        }
    }
    impl AcpUpdateGatewayRequest {
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
    }
    impl ::std::convert::TryFrom<AcpUpdateGatewayRequest>
    for super::AcpUpdateGatewayRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpUpdateGatewayRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                description: value.description?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::AcpUpdateGatewayRequest>
    for AcpUpdateGatewayRequest {
        fn from(value: super::AcpUpdateGatewayRequest) -> Self {
            Self {
                description: Ok(value.description),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AcpValidator {
        conf: ::std::result::Result<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            ::std::string::String,
        >,
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        recovery: ::std::result::Result<
            ::std::vec::Vec<super::AcpRecovery>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AcpValidator {
        fn default() -> Self {
            Self {
                conf: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                recovery: Ok(Default::default()),
            }
        }
    }
    impl AcpValidator {
        pub fn conf<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.conf = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for conf: {e}"));
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
        pub fn recovery<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::vec::Vec<super::AcpRecovery>>,
            T::Error: ::std::fmt::Display,
        {
            self.recovery = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for recovery: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AcpValidator> for super::AcpValidator {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AcpValidator,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                conf: value.conf?,
                name: value.name?,
                recovery: value.recovery?,
            })
        }
    }
    impl ::std::convert::From<super::AcpValidator> for AcpValidator {
        fn from(value: super::AcpValidator) -> Self {
            Self {
                conf: Ok(value.conf),
                name: Ok(value.name),
                recovery: Ok(value.recovery),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenAction {
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        properties: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AuthzenAction {
        fn default() -> Self {
            Self {
                name: Err("no value supplied for name".to_string()),
                properties: Ok(Default::default()),
            }
        }
    }
    impl AuthzenAction {
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
        pub fn properties<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.properties = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for properties: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenAction> for super::AuthzenAction {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenAction,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                name: value.name?,
                properties: value.properties?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenAction> for AuthzenAction {
        fn from(value: super::AuthzenAction) -> Self {
            Self {
                name: Ok(value.name),
                properties: Ok(value.properties),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenEvaluation {
        action: ::std::result::Result<
            ::std::option::Option<super::AuthzenAction>,
            ::std::string::String,
        >,
        context: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        resource: ::std::result::Result<
            ::std::option::Option<super::AuthzenResource>,
            ::std::string::String,
        >,
        subject: ::std::result::Result<
            ::std::option::Option<super::AuthzenSubject>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AuthzenEvaluation {
        fn default() -> Self {
            Self {
                action: Ok(Default::default()),
                context: Ok(Default::default()),
                resource: Ok(Default::default()),
                subject: Ok(Default::default()),
            }
        }
    }
    impl AuthzenEvaluation {
        pub fn action<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenAction>>,
            T::Error: ::std::fmt::Display,
        {
            self.action = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for action: {e}"));
            self
        }
        pub fn context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.context = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for context: {e}")
                });
            self
        }
        pub fn resource<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenResource>>,
            T::Error: ::std::fmt::Display,
        {
            self.resource = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for resource: {e}")
                });
            self
        }
        pub fn subject<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenSubject>>,
            T::Error: ::std::fmt::Display,
        {
            self.subject = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for subject: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenEvaluation> for super::AuthzenEvaluation {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenEvaluation,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                action: value.action?,
                context: value.context?,
                resource: value.resource?,
                subject: value.subject?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenEvaluation> for AuthzenEvaluation {
        fn from(value: super::AuthzenEvaluation) -> Self {
            Self {
                action: Ok(value.action),
                context: Ok(value.context),
                resource: Ok(value.resource),
                subject: Ok(value.subject),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenEvaluationRequest {
        action: ::std::result::Result<super::AuthzenAction, ::std::string::String>,
        context: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        options: ::std::result::Result<
            ::std::option::Option<super::AuthzenOptions>,
            ::std::string::String,
        >,
        resource: ::std::result::Result<super::AuthzenResource, ::std::string::String>,
        subject: ::std::result::Result<super::AuthzenSubject, ::std::string::String>,
    }
    impl ::std::default::Default for AuthzenEvaluationRequest {
        fn default() -> Self {
            Self {
                action: Err("no value supplied for action".to_string()),
                context: Ok(Default::default()),
                options: Ok(Default::default()),
                resource: Err("no value supplied for resource".to_string()),
                subject: Err("no value supplied for subject".to_string()),
            }
        }
    }
    impl AuthzenEvaluationRequest {
        pub fn action<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AuthzenAction>,
            T::Error: ::std::fmt::Display,
        {
            self.action = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for action: {e}"));
            self
        }
        pub fn context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.context = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for context: {e}")
                });
            self
        }
        pub fn options<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenOptions>>,
            T::Error: ::std::fmt::Display,
        {
            self.options = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for options: {e}")
                });
            self
        }
        pub fn resource<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AuthzenResource>,
            T::Error: ::std::fmt::Display,
        {
            self.resource = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for resource: {e}")
                });
            self
        }
        pub fn subject<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<super::AuthzenSubject>,
            T::Error: ::std::fmt::Display,
        {
            self.subject = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for subject: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenEvaluationRequest>
    for super::AuthzenEvaluationRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenEvaluationRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                action: value.action?,
                context: value.context?,
                options: value.options?,
                resource: value.resource?,
                subject: value.subject?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenEvaluationRequest>
    for AuthzenEvaluationRequest {
        fn from(value: super::AuthzenEvaluationRequest) -> Self {
            Self {
                action: Ok(value.action),
                context: Ok(value.context),
                options: Ok(value.options),
                resource: Ok(value.resource),
                subject: Ok(value.subject),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenEvaluationsOptions {
        evaluations_semantic: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        explain: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AuthzenEvaluationsOptions {
        fn default() -> Self {
            Self {
                evaluations_semantic: Ok(Default::default()),
                explain: Ok(Default::default()),
            }
        }
    }
    impl AuthzenEvaluationsOptions {
        pub fn evaluations_semantic(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.evaluations_semantic = Ok(value.into_optional());
            self
        }
        pub fn explain<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.explain = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for explain: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenEvaluationsOptions>
    for super::AuthzenEvaluationsOptions {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenEvaluationsOptions,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                evaluations_semantic: value.evaluations_semantic?,
                explain: value.explain?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenEvaluationsOptions>
    for AuthzenEvaluationsOptions {
        fn from(value: super::AuthzenEvaluationsOptions) -> Self {
            Self {
                evaluations_semantic: Ok(value.evaluations_semantic),
                explain: Ok(value.explain),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenEvaluationsRequest {
        action: ::std::result::Result<
            ::std::option::Option<super::AuthzenAction>,
            ::std::string::String,
        >,
        context: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        evaluations: ::std::result::Result<
            ::std::option::Option<::std::vec::Vec<super::AuthzenEvaluation>>,
            ::std::string::String,
        >,
        options: ::std::result::Result<
            ::std::option::Option<super::AuthzenEvaluationsOptions>,
            ::std::string::String,
        >,
        resource: ::std::result::Result<
            ::std::option::Option<super::AuthzenResource>,
            ::std::string::String,
        >,
        subject: ::std::result::Result<
            ::std::option::Option<super::AuthzenSubject>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AuthzenEvaluationsRequest {
        fn default() -> Self {
            Self {
                action: Ok(Default::default()),
                context: Ok(Default::default()),
                evaluations: Ok(Default::default()),
                options: Ok(Default::default()),
                resource: Ok(Default::default()),
                subject: Ok(Default::default()),
            }
        }
    }
    impl AuthzenEvaluationsRequest {
        pub fn action<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenAction>>,
            T::Error: ::std::fmt::Display,
        {
            self.action = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for action: {e}"));
            self
        }
        pub fn context<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.context = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for context: {e}")
                });
            self
        }
        pub fn evaluations<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<::std::vec::Vec<super::AuthzenEvaluation>>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.evaluations = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for evaluations: {e}")
                });
            self
        }
        pub fn options<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<super::AuthzenEvaluationsOptions>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.options = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for options: {e}")
                });
            self
        }
        pub fn resource<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenResource>>,
            T::Error: ::std::fmt::Display,
        {
            self.resource = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for resource: {e}")
                });
            self
        }
        pub fn subject<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<super::AuthzenSubject>>,
            T::Error: ::std::fmt::Display,
        {
            self.subject = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for subject: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenEvaluationsRequest>
    for super::AuthzenEvaluationsRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenEvaluationsRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                action: value.action?,
                context: value.context?,
                evaluations: value.evaluations?,
                options: value.options?,
                resource: value.resource?,
                subject: value.subject?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenEvaluationsRequest>
    for AuthzenEvaluationsRequest {
        fn from(value: super::AuthzenEvaluationsRequest) -> Self {
            Self {
                action: Ok(value.action),
                context: Ok(value.context),
                evaluations: Ok(value.evaluations),
                options: Ok(value.options),
                resource: Ok(value.resource),
                subject: Ok(value.subject),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenOptions {
        explain: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for AuthzenOptions {
        fn default() -> Self {
            Self {
                explain: Ok(Default::default()),
            }
        }
    }
    impl AuthzenOptions {
        pub fn explain<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.explain = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for explain: {e}")
                });
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenOptions> for super::AuthzenOptions {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenOptions,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self { explain: value.explain? })
        }
    }
    impl ::std::convert::From<super::AuthzenOptions> for AuthzenOptions {
        fn from(value: super::AuthzenOptions) -> Self {
            Self { explain: Ok(value.explain) }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenResource {
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        properties: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AuthzenResource {
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".to_string()),
                properties: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AuthzenResource {
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
        pub fn properties<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.properties = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for properties: {e}")
                });
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenResource> for super::AuthzenResource {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenResource,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                id: value.id?,
                properties: value.properties?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenResource> for AuthzenResource {
        fn from(value: super::AuthzenResource) -> Self {
            Self {
                id: Ok(value.id),
                properties: Ok(value.properties),
                type_: Ok(value.type_),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct AuthzenSubject {
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        properties: ::std::result::Result<
            ::std::option::Option<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
            ::std::string::String,
        >,
        type_: ::std::result::Result<::std::string::String, ::std::string::String>,
    }
    impl ::std::default::Default for AuthzenSubject {
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".to_string()),
                properties: Ok(Default::default()),
                type_: Err("no value supplied for type_".to_string()),
            }
        }
    }
    impl AuthzenSubject {
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
        pub fn properties<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.properties = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for properties: {e}")
                });
            self
        }
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::string::String>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<AuthzenSubject> for super::AuthzenSubject {
        type Error = super::error::ConversionError;
        fn try_from(
            value: AuthzenSubject,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                id: value.id?,
                properties: value.properties?,
                type_: value.type_?,
            })
        }
    }
    impl ::std::convert::From<super::AuthzenSubject> for AuthzenSubject {
        fn from(value: super::AuthzenSubject) -> Self {
            Self {
                id: Ok(value.id),
                properties: Ok(value.properties),
                type_: Ok(value.type_),
            }
        }
    }
}
/// Defaults of members that are absent.
mod defaults {
    pub(super) fn acp_azure_authentication_group_name_format() -> super::AcpGroupNameFormat {
        super::AcpGroupNameFormat::Id
    }
    pub(super) fn acp_dump_client_metadata_subject_type() -> ::std::string::String {
        "public".to_string()
    }
}
