//! The operations of the tag `clients`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Create a client

Id and secret are made by the server when the body gives none. The client may be given scopes of its own authorization server only.

Takes a token of server `admin` with scope `clients:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/clients`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_client()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_client(&self) -> builder::CreateClient<'_> {
        builder::CreateClient::new(self)
    }
    /**Get a client with its secret

The secret is shown to callers who may also change the client; one that opens the control surface only to those who may do everything.

Takes a token of server `admin` with scope `clients:read`, `clients:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
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

Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none, and those before it stay in any case, as long as the client can keep a secret. Built-in clients, and those of gateways, can't be changed.

Takes a token of server `admin` with scope `clients:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_client()
    .tid(tid)
    .cid(cid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_client(&self) -> builder::UpdateClient<'_> {
        builder::UpdateClient::new(self)
    }
    /**Delete a client

Its tokens are no longer honoured here. Built-in clients can't be deleted, and those of gateways go with their gateways.

Takes a token of server `admin` with scope `clients:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_client()
    .tid(tid)
    .cid(cid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_client(&self) -> builder::DeleteClient<'_> {
        builder::DeleteClient::new(self)
    }
    /**Revoke the secrets that a client had before

At once, whatever they were to go on for. The one that it has now stays. A client without others is no error.

Takes a token of server `admin` with scope `clients:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/clients/{cid}/revokeRotatedSecrets`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
```text
let response = client.revoke_rotated_client_secrets()
    .tid(tid)
    .cid(cid)
    .x_idempotency_key(x_idempotency_key)
    .send()
    .await;
```*/
    pub fn revoke_rotated_client_secrets(
        &self,
    ) -> builder::RevokeRotatedClientSecrets<'_> {
        builder::RevokeRotatedClientSecrets::new(self)
    }
    /**Give a client another secret

Made by the server, and without an end. The one that it had goes on beside it, as do those before, two at most: the client can be told the new one before it is the only one. `auto_revoke_after` ends that by itself.

Takes a token of server `admin` with scope `clients:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/clients/{cid}/rotateSecret`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `auto_revoke_after`: How long the secret that it had proves something beside the new one, such as `24h` or `1h30m0s`. `0`, and nothing at all, is until it is revoked.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
```text
let response = client.rotate_client_secret()
    .tid(tid)
    .cid(cid)
    .auto_revoke_after(auto_revoke_after)
    .x_idempotency_key(x_idempotency_key)
    .send()
    .await;
```*/
    pub fn rotate_client_secret(&self) -> builder::RotateClientSecret<'_> {
        builder::RotateClientSecret::new(self)
    }
    /**List the clients of an authorization server

In the order of their creation. Their secrets are left out: read one client to see its secret.

Takes a token of server `admin` with scope `clients:read`, `clients:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/clients`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
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
}
/**Builder for [`Client::create_client`]

[`Client::create_client`]: super::Client::create_client*/
#[derive(Debug, Clone)]
pub struct CreateClient<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClientRequest, String>,
}
impl<'a> CreateClient<'a> {
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
        V: std::convert::TryInto<types::AcpClientRequest>,
        <V as std::convert::TryInto<types::AcpClientRequest>>::Error: std::fmt::Display,
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
    pub async fn send(self) -> Result<ResponseValue<types::AcpClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpClientRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_client")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
                "conversion to `:: std :: string :: String` for tid failed".to_string()
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
                "conversion to `:: std :: string :: String` for cid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/clients/{cid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
        let Self { client, tid, cid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& cid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_client").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClientRequest, String>,
}
impl<'a> UpdateClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            cid: Err("cid was not initialized".to_string()),
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
    pub fn cid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.cid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for cid failed".to_string()
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
        V: std::convert::TryInto<types::AcpClientRequest>,
        <V as std::convert::TryInto<types::AcpClientRequest>>::Error: std::fmt::Display,
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
    pub async fn send(self) -> Result<ResponseValue<types::AcpClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClient>, Error<types::AcpError>> {
        let Self { client, tid, cid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpClientRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& cid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_client")
            .await?;
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
/**Builder for [`Client::delete_client`]

[`Client::delete_client`]: super::Client::delete_client*/
#[derive(Debug, Clone)]
pub struct DeleteClient<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            cid: Err("cid was not initialized".to_string()),
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
    pub fn cid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.cid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for cid failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/clients/{cid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, cid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& cid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_client")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::revoke_rotated_client_secrets`]

[`Client::revoke_rotated_client_secrets`]: super::Client::revoke_rotated_client_secrets*/
#[derive(Debug, Clone)]
pub struct RevokeRotatedClientSecrets<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
}
impl<'a> RevokeRotatedClientSecrets<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            cid: Err("cid was not initialized".to_string()),
            x_idempotency_key: Ok(None),
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
    pub fn cid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.cid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for cid failed".to_string()
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
    ///Sends a `POST` request to `/api/admin/{tid}/clients/{cid}/revokeRotatedSecrets`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, cid, x_idempotency_key } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients/{}/revokeRotatedSecrets", client.baseurl,
            encode_path(& tid.to_string()), encode_path(& cid.to_string()),
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
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "revoke_rotated_client_secrets",
            )
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 404u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::rotate_client_secret`]

[`Client::rotate_client_secret`]: super::Client::rotate_client_secret*/
#[derive(Debug, Clone)]
pub struct RotateClientSecret<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    auto_revoke_after: Result<Option<::std::string::String>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
}
impl<'a> RotateClientSecret<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            cid: Err("cid was not initialized".to_string()),
            auto_revoke_after: Ok(None),
            x_idempotency_key: Ok(None),
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
    pub fn cid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.cid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for cid failed".to_string()
            });
        self
    }
    pub fn auto_revoke_after<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.auto_revoke_after = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for auto_revoke_after failed"
                    .to_string()
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
    ///Sends a `POST` request to `/api/admin/{tid}/clients/{cid}/rotateSecret`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpRotatedSecret>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRotatedSecret>, Error<types::AcpError>> {
        let Self { client, tid, cid, auto_revoke_after, x_idempotency_key } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let auto_revoke_after = auto_revoke_after.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/clients/{}/rotateSecret", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& cid.to_string()),
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
            .query(
                &progenitor_client::QueryParam::new(
                    "auto_revoke_after",
                    &auto_revoke_after,
                ),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "rotate_client_secret")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/clients`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClients>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
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
        let response = crate::exchange::exchange(client, request, "list_clients").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
