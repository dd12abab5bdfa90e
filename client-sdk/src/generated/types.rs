//! What operations take and give. Here stands what several dialects share; the others' types are in their folders.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

#[cfg(feature = "acp")]
pub use super::acp::types::*;
#[cfg(feature = "logto")]
pub use super::logto::types::*;
#[cfg(feature = "local-user-store")]
pub use super::local_user_store::types::*;
pub use super::oauth::types::*;
///What personal data a client takes, and why.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpClientPrivacy {
    ///What each scope means for privacy, by the name of the scope.
    #[serde(default, skip_serializing_if = ":: std :: collections :: HashMap::is_empty")]
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
///What a refused request to the ACP dialect gets.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpError {
    ///What it was about, for programs: `field` and `message` of a value that can't be accepted, `request_id` of a failure of the server.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub details: ::std::option::Option<::serde_json::Value>,
    ///What went wrong, for people.
    pub error: ::std::string::String,
    ///The HTTP status of the answer once more.
    pub status_code: i64,
}
///A set of JSON Web Keys (RFC 7517), of a client or of a tenant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpJwks {
    ///Public keys, each a JWK with at least `kty`.
    pub keys: ::std::vec::Vec<::authplane_client::Jwk>,
}
impl AcpJwks {
    pub fn builder() -> builder::AcpJwks {
        Default::default()
    }
}
///A kind of personal data.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPiiCategory {
    ///Name of the kind, such as `email`.
    pub name: ::std::string::String,
}
impl AcpPiiCategory {
    pub fn builder() -> builder::AcpPiiCategory {
        Default::default()
    }
}
///A scope and its service, as users may know them.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct AcpPublicScope {
    ///What the scope allows; may be empty.
    pub scope_description: ::std::string::String,
    ///Name of the scope for people; may be empty.
    pub scope_display_name: ::std::string::String,
    ///Id of the scope, which isn't its name.
    pub scope_id: ::std::string::String,
    ///Name of the scope, as clients ask for it.
    pub scope_name: ::std::string::String,
    ///What the service is for; may be empty.
    pub service_description: ::std::string::String,
    ///Id of the service that it belongs to; empty without one.
    pub service_id: ::std::string::String,
    ///Name of the service that it belongs to; empty without one.
    pub service_name: ::std::string::String,
    ///Whether it belongs to a service.
    pub with_service: bool,
}
///What personal data a scope gives, and why it is needed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct AcpScopePrivacyInformation {
    ///The kinds of personal data that it gives.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub pii_categories: ::std::vec::Vec<AcpPiiCategory>,
    ///What the data is needed for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub purpose: ::std::option::Option<::std::string::String>,
}
impl AcpScopePrivacyInformation {
    pub fn builder() -> builder::AcpScopePrivacyInformation {
        Default::default()
    }
}
///What a refused request to the local user store gets.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreError {
    ///What is wrong with each member of the request; empty where it is about none.
    pub details: ::std::vec::Vec<LocalUserStoreErrorDetail>,
    ///A stable code such as `REQUIRED_VALUE_MISSING` or `OBJECT_NOT_FOUND`.
    pub error_code: ::std::string::String,
    ///What went wrong, for people.
    pub error_message: ::std::string::String,
    ///The member that it is about; empty where there is none.
    pub property: ::std::string::String,
}
///One field that can't be accepted.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreErrorDetail {
    ///A stable code, for programs.
    pub error_code: ::std::string::String,
    ///What is wrong with the field, for people.
    pub error_message: ::std::string::String,
    ///The member of the request that it is about.
    pub property: ::std::string::String,
}
///What an application is: how it proves who it is, and whether it has users (Logto behaviour §7).
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
pub enum LogtoApplicationType {
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
impl ::std::fmt::Display for LogtoApplicationType {
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
impl ::std::str::FromStr for LogtoApplicationType {
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
impl ::std::convert::From<&str> for LogtoApplicationType {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for LogtoApplicationType {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<LogtoApplicationType> for LogtoApplicationType {
    fn into_optional(self) -> ::std::option::Option<LogtoApplicationType> {
        Some(self)
    }
}
impl crate::IntoOptional<LogtoApplicationType>
for ::std::option::Option<LogtoApplicationType> {
    fn into_optional(self) -> ::std::option::Option<LogtoApplicationType> {
        self
    }
}
///What Logto's dialect lets be set of how a client and its tokens behave. A member that is absent has the server's usual value.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LogtoCustomClientMetadata {
    ///Whether its users' tokens can be refreshed without having been asked for with `offline_access`.
    #[serde(
        rename = "alwaysIssueRefreshToken",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub always_issue_refresh_token: ::std::option::Option<bool>,
    ///Origins whose scripts may call the server for it. Kept for those who read it: scripts of any origin may.
    #[serde(
        rename = "corsAllowedOrigins",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub cors_allowed_origins: ::std::vec::Vec<::std::string::String>,
    ///How long its ID tokens live, in seconds.
    #[serde(
        rename = "idTokenTtl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub id_token_ttl: ::std::option::Option<i64>,
    ///How long its refresh tokens live, in seconds. `refreshTokenTtlInDays` counts before it.
    #[serde(
        rename = "refreshTokenTtl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub refresh_token_ttl: ::std::option::Option<i64>,
    ///How long its refresh tokens live, in days.
    #[serde(
        rename = "refreshTokenTtlInDays",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub refresh_token_ttl_in_days: ::std::option::Option<i64>,
    ///Whether a refresh token is exchanged for another one when it is used.
    #[serde(
        rename = "rotateRefreshToken",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub rotate_refresh_token: ::std::option::Option<bool>,
    ///Kept for those who read it, and means nothing here.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
impl LogtoCustomClientMetadata {
    pub fn builder() -> builder::LogtoCustomClientMetadata {
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
///What a refused request gets.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct OAuthError {
    ///Error code of the specification, for programs.
    pub error: ::std::string::String,
    ///What to do about it, for developers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_description: ::std::option::Option<::std::string::String>,
}
/// Builders of what requests take.
pub mod builder {
    #[cfg(feature = "acp")]
    pub use super::super::acp::types::builder::*;
    #[cfg(feature = "logto")]
    pub use super::super::logto::types::builder::*;
    #[cfg(feature = "local-user-store")]
    pub use super::super::local_user_store::types::builder::*;
    pub use super::super::oauth::types::builder::*;
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
                .map_err(|e| format!("error converting supplied value for scopes: {e}"));
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
    pub struct AcpJwks {
        keys: ::std::result::Result<
            ::std::vec::Vec<::authplane_client::Jwk>,
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
            T: ::std::convert::TryInto<::std::vec::Vec<::authplane_client::Jwk>>,
            T::Error: ::std::fmt::Display,
        {
            self.keys = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for keys: {e}"));
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
                .map_err(|e| format!("error converting supplied value for name: {e}"));
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
    pub struct AcpScopePrivacyInformation {
        pii_categories: ::std::result::Result<
            ::std::vec::Vec<super::AcpPiiCategory>,
            ::std::string::String,
        >,
        purpose: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
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
                    format!("error converting supplied value for pii_categories: {e}")
                });
            self
        }
        pub fn purpose(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.purpose = Ok(value.into_optional());
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
    pub struct LogtoCustomClientMetadata {
        always_issue_refresh_token: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        cors_allowed_origins: ::std::result::Result<
            ::std::vec::Vec<::std::string::String>,
            ::std::string::String,
        >,
        id_token_ttl: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        refresh_token_ttl: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        refresh_token_ttl_in_days: ::std::result::Result<
            ::std::option::Option<i64>,
            ::std::string::String,
        >,
        rotate_refresh_token: ::std::result::Result<
            ::std::option::Option<bool>,
            ::std::string::String,
        >,
        tenant_id: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LogtoCustomClientMetadata {
        fn default() -> Self {
            Self {
                always_issue_refresh_token: Ok(Default::default()),
                cors_allowed_origins: Ok(Default::default()),
                id_token_ttl: Ok(Default::default()),
                refresh_token_ttl: Ok(Default::default()),
                refresh_token_ttl_in_days: Ok(Default::default()),
                rotate_refresh_token: Ok(Default::default()),
                tenant_id: Ok(Default::default()),
            }
        }
    }
    impl LogtoCustomClientMetadata {
        pub fn always_issue_refresh_token<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.always_issue_refresh_token = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for always_issue_refresh_token: {e}"
                    )
                });
            self
        }
        pub fn cors_allowed_origins(
            mut self,
            value: impl ::std::iter::IntoIterator<
                Item: ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.cors_allowed_origins = Ok(
                value.into_iter().map(::std::convert::Into::into).collect(),
            );
            self
        }
        pub fn id_token_ttl<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.id_token_ttl = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for id_token_ttl: {e}")
                });
            self
        }
        pub fn refresh_token_ttl<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.refresh_token_ttl = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for refresh_token_ttl: {e}")
                });
            self
        }
        pub fn refresh_token_ttl_in_days<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.refresh_token_ttl_in_days = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for refresh_token_ttl_in_days: {e}"
                    )
                });
            self
        }
        pub fn rotate_refresh_token<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.rotate_refresh_token = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for rotate_refresh_token: {e}"
                    )
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
    impl ::std::convert::TryFrom<LogtoCustomClientMetadata>
    for super::LogtoCustomClientMetadata {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LogtoCustomClientMetadata,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                always_issue_refresh_token: value.always_issue_refresh_token?,
                cors_allowed_origins: value.cors_allowed_origins?,
                id_token_ttl: value.id_token_ttl?,
                refresh_token_ttl: value.refresh_token_ttl?,
                refresh_token_ttl_in_days: value.refresh_token_ttl_in_days?,
                rotate_refresh_token: value.rotate_refresh_token?,
                tenant_id: value.tenant_id?,
            })
        }
    }
    impl ::std::convert::From<super::LogtoCustomClientMetadata>
    for LogtoCustomClientMetadata {
        fn from(value: super::LogtoCustomClientMetadata) -> Self {
            Self {
                always_issue_refresh_token: Ok(value.always_issue_refresh_token),
                cors_allowed_origins: Ok(value.cors_allowed_origins),
                id_token_ttl: Ok(value.id_token_ttl),
                refresh_token_ttl: Ok(value.refresh_token_ttl),
                refresh_token_ttl_in_days: Ok(value.refresh_token_ttl_in_days),
                rotate_refresh_token: Ok(value.rotate_refresh_token),
                tenant_id: Ok(value.tenant_id),
            }
        }
    }
}
/// What conversions fail with.
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
