//! The operations of the tag `scopes`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Create a scope

The id is made by the server when the body gives none. A name may stand once in a service, and once among the scopes without one.

Takes a token of server `admin` with scope `scopes:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/scopes`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_scope()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_scope(&self) -> builder::CreateScope<'_> {
        builder::CreateScope::new(self)
    }
    /**Get a scope with its service

The service is left out where the scope belongs to none.

Takes a token of server `admin` with scope `scopes:read`, `scopes:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `scp`: Id of the scope, which isn't its name.
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

Takes a token of server `admin` with scope `scopes:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `scp`: Id of the scope, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_scope()
    .tid(tid)
    .scp(scp)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_scope(&self) -> builder::UpdateScope<'_> {
        builder::UpdateScope::new(self)
    }
    /**Delete a scope

Clients that were given it lose it. Built-in scopes can't be deleted.

Takes a token of server `admin` with scope `scopes:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/scopes/{scp}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `scp`: Id of the scope, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_scope()
    .tid(tid)
    .scp(scp)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_scope(&self) -> builder::DeleteScope<'_> {
        builder::DeleteScope::new(self)
    }
    /**List the scopes of an authorization server

In the order of their creation, the built-in ones first; an unknown server has none.

Takes a token of server `admin` with scope `scopes:read`, `scopes:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/scopes`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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
}
/**Builder for [`Client::create_scope`]

[`Client::create_scope`]: super::Client::create_scope*/
#[derive(Debug, Clone)]
pub struct CreateScope<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpNewScope, String>,
}
impl<'a> CreateScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            x_idempotency_key: Ok(None),
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
            });
        self
    }
    pub fn x_idempotency_key<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_idempotency_key = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_idempotency_key failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpNewScope>,
        <V as std::convert::TryInto<types::AcpNewScope>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `AcpNewScope` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(types::builder::AcpNewScope) -> types::builder::AcpNewScope,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/scopes`
    pub async fn send(self) -> Result<ResponseValue<types::AcpScope>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpScope>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpNewScope::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/scopes", client.baseurl, encode_path(& tid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_idempotency_key {
            header_map.append("X-Idempotency-Key", value.to_string().try_into()?);
        }
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
        let response = crate::exchange::exchange(client, request, "create_scope").await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for scp failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/scopes/{scp}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpScopeWithService>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpScopeWithService>, Error<types::AcpError>> {
        let Self { client, tid, scp } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let scp = scp.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& scp.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_scope").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpScopeRequest, String>,
}
impl<'a> UpdateScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            scp: Err("scp was not initialized".to_string()),
            if_match: Ok(None),
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for scp failed".to_string()
            });
        self
    }
    pub fn if_match<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.if_match = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for if_match failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpScopeRequest>,
        <V as std::convert::TryInto<types::AcpScopeRequest>>::Error: std::fmt::Display,
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
    pub async fn send(self) -> Result<ResponseValue<types::AcpScope>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpScope>, Error<types::AcpError>> {
        let Self { client, tid, scp, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let scp = scp.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpScopeRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& scp.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = if_match {
            header_map.append("If-Match", value.to_string().try_into()?);
        }
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
        let response = crate::exchange::exchange(client, request, "update_scope").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            scp: Err("scp was not initialized".to_string()),
            if_match: Ok(None),
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
    pub fn scp<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.scp = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for scp failed".to_string()
            });
        self
    }
    pub fn if_match<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.if_match = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for if_match failed"
                    .to_string()
            });
        self
    }
    ///Sends a `DELETE` request to `/api/admin/{tid}/scopes/{scp}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, scp, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let scp = scp.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/scopes/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& scp.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = if_match {
            header_map.append("If-Match", value.to_string().try_into()?);
        }
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
        let response = crate::exchange::exchange(client, request, "delete_scope").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/scopes`
    pub async fn send(self) -> Result<ResponseValue<types::AcpScopes>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
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
        let response = crate::exchange::exchange(client, request, "list_scopes").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
