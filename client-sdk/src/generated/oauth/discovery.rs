//! The operations of the tag `discovery`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Get the authorization server metadata

What the authorization server can do, at the address that RFC 8414 gives it: the issuer's path behind the well-known part.

Takes no credentials.

Sends a `GET` request to `/.well-known/oauth-authorization-server/{tid}/{aid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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

Takes no credentials.

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
    /**Get the public keys of a privacy ledger

The tenant's key of now, and every earlier one that signed an event: they stay as long as the events do. It is ours, beside ACP's API.

Takes no credentials.

Sends a `GET` request to `/.well-known/privacy-ledger-jwks/{tid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.get_ledger_jwks()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn get_ledger_jwks(&self) -> builder::GetLedgerJwks<'_> {
        builder::GetLedgerJwks::new(self)
    }
    /**Get the public keys of an authorization server

The key that signs now, its successor from well before it signs, and its predecessors until the last token of theirs has expired.

Takes no credentials.

Sends a `GET` request to `/{tid}/{aid}/.well-known/jwks.json`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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

What the authorization server can do, at the address where clients look that append the well-known part to the issuer.

Takes no credentials.

Sends a `GET` request to `/{tid}/{aid}/.well-known/oauth-authorization-server`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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

Takes no credentials.

Sends a `GET` request to `/{tid}/{aid}/.well-known/openid-configuration`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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
}
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for aid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/.well-known/oauth-authorization-server/{tid}/{aid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::ServerMetadata>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
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
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "get_authorization_server_metadata",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    ) -> Result<ResponseValue<types::ProtectedResource>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::ProtectedResource>, Error<types::OAuthError>> {
        let Self { client } = self;
        let url = format!("{}/.well-known/oauth-protected-resource", client.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "get_protected_resource_metadata",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_ledger_jwks`]

[`Client::get_ledger_jwks`]: super::Client::get_ledger_jwks*/
#[derive(Debug, Clone)]
pub struct GetLedgerJwks<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> GetLedgerJwks<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
        }
    }
    pub fn tid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.tid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for tid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/.well-known/privacy-ledger-jwks/{tid}`
    pub async fn send(self) -> Result<ResponseValue<types::JwkSet>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::JwkSet>, Error<types::OAuthError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/.well-known/privacy-ledger-jwks/{}", client.baseurl, encode_path(& tid
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(client, request, "get_ledger_jwks")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for aid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/{tid}/{aid}/.well-known/jwks.json`
    pub async fn send(self) -> Result<ResponseValue<types::JwkSet>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::JwkSet>, Error<types::OAuthError>> {
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
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(client, request, "get_jwks").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for aid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/{tid}/{aid}/.well-known/oauth-authorization-server`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::ServerMetadata>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
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
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "get_authorization_server_metadata_below_issuer",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for aid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/{tid}/{aid}/.well-known/openid-configuration`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::ServerMetadata>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::ServerMetadata>, Error<types::OAuthError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/.well-known/openid-configuration", client.baseurl, encode_path(&
            tid.to_string()), encode_path(& aid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "get_openid_configuration",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
