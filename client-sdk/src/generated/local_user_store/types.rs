//! What only the operations of this dialect take and give.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::types::*;
use crate::generated::types::error;

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
impl ::std::convert::From<&str> for ListApiClientsSortdir {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for ListApiClientsSortdir {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ListApiClientsSortdir> for ListApiClientsSortdir {
    fn into_optional(self) -> ::std::option::Option<ListApiClientsSortdir> {
        Some(self)
    }
}
impl crate::IntoOptional<ListApiClientsSortdir>
for ::std::option::Option<ListApiClientsSortdir> {
    fn into_optional(self) -> ::std::option::Option<ListApiClientsSortdir> {
        self
    }
}
///`ListApiClientsSortkey`
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
pub enum ListApiClientsSortkey {
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "created")]
    Created,
    #[serde(rename = "updated")]
    Updated,
    #[serde(rename = "author")]
    Author,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for ListApiClientsSortkey {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Id => f.write_str("id"),
            Self::Name => f.write_str("name"),
            Self::Created => f.write_str("created"),
            Self::Updated => f.write_str("updated"),
            Self::Author => f.write_str("author"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for ListApiClientsSortkey {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "id" => Ok(Self::Id),
            "name" => Ok(Self::Name),
            "created" => Ok(Self::Created),
            "updated" => Ok(Self::Updated),
            "author" => Ok(Self::Author),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for ListApiClientsSortkey {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for ListApiClientsSortkey {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<ListApiClientsSortkey> for ListApiClientsSortkey {
    fn into_optional(self) -> ::std::option::Option<ListApiClientsSortkey> {
        Some(self)
    }
}
impl crate::IntoOptional<ListApiClientsSortkey>
for ::std::option::Option<ListApiClientsSortkey> {
    fn into_optional(self) -> ::std::option::Option<ListApiClientsSortkey> {
        self
    }
}
///An API client: a program that manages this installation with tokens of its own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreApiClient {
    ///Id of whoever made it.
    pub author: ::uuid::Uuid,
    ///When it was made.
    pub created: ::chrono::DateTime<::chrono::offset::Utc>,
    ///Id of the API client, which is its `username` at the token endpoint.
    pub id: ::uuid::Uuid,
    ///Name of the API client, for people.
    pub name: ::std::string::String,
    ///Id of the OAuth client through which it asks for tokens.
    pub oauth_client_id: ::std::string::String,
    ///Secret of the OAuth client through which it asks for tokens; left out in lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub oauth_client_secret: ::std::option::Option<::authplane_client::Secret>,
    ///Roles that say what it may do.
    pub roles: ::std::vec::Vec<LocalUserStoreRole>,
    ///Secret of the API client, which is its `password` at the token endpoint. Made by the server; left out in lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<::authplane_client::Secret>,
    ///When it was changed last.
    pub updated: ::chrono::DateTime<::chrono::offset::Utc>,
    ///Id of whoever changed it last.
    pub updated_by: ::uuid::Uuid,
}
///One part of a list of API clients.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreApiClientList {
    ///API clients in the whole list.
    pub count: i64,
    ///API clients in this part.
    pub items: ::std::vec::Vec<LocalUserStoreApiClient>,
}
///What an API client is made from, or replaced by. Everything else that clients send back is ignored.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreApiClientRequest {
    ///Name of the API client, for people.
    pub name: ::std::string::String,
    ///Roles that say what it may do.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub roles: ::std::vec::Vec<LocalUserStoreApiClientRole>,
}
impl LocalUserStoreApiClientRequest {
    pub fn builder() -> builder::LocalUserStoreApiClientRequest {
        Default::default()
    }
}
///A role to give to an API client.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreApiClientRole {
    ///Id of the role: `internal-admin`, which administers the tenant, or `privx-admin`, which manages API clients.
    pub id: ::std::string::String,
    ///Accepted and ignored, since the id says which role it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}
impl LocalUserStoreApiClientRole {
    pub fn builder() -> builder::LocalUserStoreApiClientRole {
        Default::default()
    }
}
///Which API clients to look for, and which part of them to answer.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct LocalUserStoreApiClientSearch {
    ///Words, separated by commas or spaces, of which a name must contain one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub keywords: ::std::option::Option<::std::string::String>,
    ///Rows to answer, 1000 at most however many are asked for; 50 when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub limit: ::std::option::Option<i64>,
    ///Rows to leave out at the beginning; 0 when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub offset: ::std::option::Option<i64>,
    ///Whether they are sorted upwards or downwards, in any case of letters; `ASC` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sortdir: ::std::option::Option<::std::string::String>,
    ///What the rows are sorted by; `created` when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sortkey: ::std::option::Option<::std::string::String>,
}
impl LocalUserStoreApiClientSearch {
    pub fn builder() -> builder::LocalUserStoreApiClientSearch {
        Default::default()
    }
}
///The id of a new API client.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreIdentifier {
    ///Id of the API client, made by the server.
    pub id: ::uuid::Uuid,
}
///A role of an API client.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
pub struct LocalUserStoreRole {
    ///Whether there is no such role any more.
    pub deleted: bool,
    ///Id of the role.
    pub id: ::std::string::String,
    ///Name of the role; empty when it is deleted.
    pub name: ::std::string::String,
}
///`SearchApiClientsSortdir`
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
pub enum SearchApiClientsSortdir {
    #[serde(rename = "ASC")]
    Asc,
    #[serde(rename = "DESC")]
    Desc,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for SearchApiClientsSortdir {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Asc => f.write_str("ASC"),
            Self::Desc => f.write_str("DESC"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for SearchApiClientsSortdir {
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
impl ::std::convert::From<&str> for SearchApiClientsSortdir {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for SearchApiClientsSortdir {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<SearchApiClientsSortdir> for SearchApiClientsSortdir {
    fn into_optional(self) -> ::std::option::Option<SearchApiClientsSortdir> {
        Some(self)
    }
}
impl crate::IntoOptional<SearchApiClientsSortdir>
for ::std::option::Option<SearchApiClientsSortdir> {
    fn into_optional(self) -> ::std::option::Option<SearchApiClientsSortdir> {
        self
    }
}
///`SearchApiClientsSortkey`
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
pub enum SearchApiClientsSortkey {
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "created")]
    Created,
    #[serde(rename = "updated")]
    Updated,
    #[serde(rename = "author")]
    Author,
    /// A value that this version of the SDK has no name for.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ::std::fmt::Display for SearchApiClientsSortkey {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Id => f.write_str("id"),
            Self::Name => f.write_str("name"),
            Self::Created => f.write_str("created"),
            Self::Updated => f.write_str("updated"),
            Self::Author => f.write_str("author"),
            Self::Unknown(value) => f.write_str(value),
        }
    }
}
impl ::std::str::FromStr for SearchApiClientsSortkey {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "id" => Ok(Self::Id),
            "name" => Ok(Self::Name),
            "created" => Ok(Self::Created),
            "updated" => Ok(Self::Updated),
            "author" => Ok(Self::Author),
            _ => Ok(Self::Unknown(value.to_owned())),
        }
    }
}
impl ::std::convert::From<&str> for SearchApiClientsSortkey {
    fn from(value: &str) -> Self {
        value.parse().unwrap_or_else(|_| Self::Unknown(value.to_owned()))
    }
}
impl ::std::convert::From<::std::string::String> for SearchApiClientsSortkey {
    fn from(value: ::std::string::String) -> Self {
        Self::from(value.as_str())
    }
}
impl crate::IntoOptional<SearchApiClientsSortkey> for SearchApiClientsSortkey {
    fn into_optional(self) -> ::std::option::Option<SearchApiClientsSortkey> {
        Some(self)
    }
}
impl crate::IntoOptional<SearchApiClientsSortkey>
for ::std::option::Option<SearchApiClientsSortkey> {
    fn into_optional(self) -> ::std::option::Option<SearchApiClientsSortkey> {
        self
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<LocalUserStoreApiClient> for LocalUserStoreApiClientRequest {
    fn from(value: LocalUserStoreApiClient) -> Self {
        Self {
            name: value.name,
            roles: value
                .roles
                .into_iter()
                .map(|value| LocalUserStoreApiClientRole::from(value))
                .collect(),
        }
    }
}
/// Takes over every member, to change one and put it back.
impl ::std::convert::From<LocalUserStoreRole> for LocalUserStoreApiClientRole {
    fn from(value: LocalUserStoreRole) -> Self {
        Self {
            id: value.id,
            name: Some(value.name),
        }
    }
}
/// Builders of what requests take.
pub mod builder {
    #[derive(Clone, Debug)]
    pub struct LocalUserStoreApiClientRequest {
        name: ::std::result::Result<::std::string::String, ::std::string::String>,
        roles: ::std::result::Result<
            ::std::vec::Vec<super::LocalUserStoreApiClientRole>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LocalUserStoreApiClientRequest {
        fn default() -> Self {
            Self {
                name: Err("no value supplied for name".to_string()),
                roles: Ok(Default::default()),
            }
        }
    }
    impl LocalUserStoreApiClientRequest {
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
        pub fn roles<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<
                ::std::vec::Vec<super::LocalUserStoreApiClientRole>,
            >,
            T::Error: ::std::fmt::Display,
        {
            self.roles = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for roles: {e}"));
            self
        }
    }
    impl ::std::convert::TryFrom<LocalUserStoreApiClientRequest>
    for super::LocalUserStoreApiClientRequest {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LocalUserStoreApiClientRequest,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                name: value.name?,
                roles: value.roles?,
            })
        }
    }
    impl ::std::convert::From<super::LocalUserStoreApiClientRequest>
    for LocalUserStoreApiClientRequest {
        fn from(value: super::LocalUserStoreApiClientRequest) -> Self {
            Self {
                name: Ok(value.name),
                roles: Ok(value.roles),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LocalUserStoreApiClientRole {
        id: ::std::result::Result<::std::string::String, ::std::string::String>,
        name: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LocalUserStoreApiClientRole {
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".to_string()),
                name: Ok(Default::default()),
            }
        }
    }
    impl LocalUserStoreApiClientRole {
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
    }
    impl ::std::convert::TryFrom<LocalUserStoreApiClientRole>
    for super::LocalUserStoreApiClientRole {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LocalUserStoreApiClientRole,
        ) -> ::std::result::Result<Self, super::error::ConversionError> {
            Ok(Self {
                id: value.id?,
                name: value.name?,
            })
        }
    }
    impl ::std::convert::From<super::LocalUserStoreApiClientRole>
    for LocalUserStoreApiClientRole {
        fn from(value: super::LocalUserStoreApiClientRole) -> Self {
            Self {
                id: Ok(value.id),
                name: Ok(value.name),
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct LocalUserStoreApiClientSearch {
        keywords: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        limit: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
        offset: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
        sortdir: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
        sortkey: ::std::result::Result<
            ::std::option::Option<::std::string::String>,
            ::std::string::String,
        >,
    }
    impl ::std::default::Default for LocalUserStoreApiClientSearch {
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
    impl LocalUserStoreApiClientSearch {
        pub fn keywords(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.keywords = Ok(value.into_optional());
            self
        }
        pub fn limit<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.limit = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for limit: {e}"));
            self
        }
        pub fn offset<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<::std::option::Option<i64>>,
            T::Error: ::std::fmt::Display,
        {
            self.offset = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for offset: {e}"));
            self
        }
        pub fn sortdir(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.sortdir = Ok(value.into_optional());
            self
        }
        pub fn sortkey(
            mut self,
            value: impl crate::IntoOptional<::std::string::String>,
        ) -> Self {
            self.sortkey = Ok(value.into_optional());
            self
        }
    }
    impl ::std::convert::TryFrom<LocalUserStoreApiClientSearch>
    for super::LocalUserStoreApiClientSearch {
        type Error = super::error::ConversionError;
        fn try_from(
            value: LocalUserStoreApiClientSearch,
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
    impl ::std::convert::From<super::LocalUserStoreApiClientSearch>
    for LocalUserStoreApiClientSearch {
        fn from(value: super::LocalUserStoreApiClientSearch) -> Self {
            Self {
                keywords: Ok(value.keywords),
                limit: Ok(value.limit),
                offset: Ok(value.offset),
                sortdir: Ok(value.sortdir),
                sortkey: Ok(value.sortkey),
            }
        }
    }
}
