//! What only the operations of this dialect take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::types::*;
use crate::generated::types::error;

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
/// Builders of what requests take.
pub mod builder {
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
}
