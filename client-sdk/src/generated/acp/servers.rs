//! The operations of the tag `servers`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Get the environment

Which version it is, and what the settings decide of what ACP's portals ask.

Takes a token of server `admin` with scope `servers:read`, `servers:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/environment`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.get_environment()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn get_environment(&self) -> builder::GetEnvironment<'_> {
        builder::GetEnvironment::new(self)
    }
    /**List the authorization servers of a tenant

In the order of their creation. Their secrets are left out: read one server to see them.

Takes a token of server `admin` with scope `servers:read`, `servers:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.list_authorization_servers()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn list_authorization_servers(&self) -> builder::ListAuthorizationServers<'_> {
        builder::ListAuthorizationServers::new(self)
    }
    /**Create an authorization server

Id, secret and keys are made by the server. It comes with the built-in services, their scopes, and the claims of OpenID Connect's standard scopes.

Takes a token of server `admin` with scope `servers:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/servers`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_authorization_server()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_authorization_server(&self) -> builder::CreateAuthorizationServer<'_> {
        builder::CreateAuthorizationServer::new(self)
    }
    /**Get an authorization server

With its secrets for callers who may do everything. Its keys are shown without their private parts.

Takes a token of server `admin` with scope `servers:read`, `servers:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.get_authorization_server()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_authorization_server(&self) -> builder::GetAuthorizationServer<'_> {
        builder::GetAuthorizationServer::new(self)
    }
    /**Replace an authorization server

What the body leaves out returns to its default, but for secrets and authentication methods, which stay. Built-in servers can be changed by callers who may do everything.

Takes a token of server `admin` with scope `servers:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/servers/{aid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_authorization_server()
    .tid(tid)
    .aid(aid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_authorization_server(&self) -> builder::UpdateAuthorizationServer<'_> {
        builder::UpdateAuthorizationServer::new(self)
    }
    /**Delete an authorization server

With its clients, services, scopes, claims and keys, and the sessions of its users. Built-in servers can't be deleted.

Takes a token of server `admin` with scope `servers:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/servers/{aid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_authorization_server()
    .tid(tid)
    .aid(aid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_authorization_server(&self) -> builder::DeleteAuthorizationServer<'_> {
        builder::DeleteAuthorizationServer::new(self)
    }
    /**Replace the authentication methods of an authorization server

A user without a password keeps the one that the method of this id has for the name. Who gets another password, or is no longer there, is signed out everywhere. A method without a client secret keeps its own, unless it would be sent to another place than before.

Takes a token of server `admin` with scope `servers:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/servers/{aid}/authentications`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_authentications()
    .tid(tid)
    .aid(aid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_authentications(&self) -> builder::UpdateAuthentications<'_> {
        builder::UpdateAuthentications::new(self)
    }
    /**Get the dashboards of an authorization server

Where they are stands in the server's settings (`dashboard_…`). The servers by which Authplane itself is managed have none (400).

Takes a token of server `admin` with scope `servers:read`, `servers:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/dashboards`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.list_dashboards()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_dashboards(&self) -> builder::ListDashboards<'_> {
        builder::ListDashboards::new(self)
    }
    /**Sign a user out everywhere

Ends all that the user is signed in to at the authorization server: sessions in all browsers, authorization codes, refresh tokens, and access tokens, which introspection and userinfo refuse from the answer on. Applications that registered for back-channel logout are told. What the user consented to stays. Nobody signed in is no error. ACP has no such operation.

Takes a token of server `admin` with scope `servers:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/servers/{aid}/sessions`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `subject`: The user, as `sub` of clients that aren't registered for pairwise subjects has them; required.
```text
let response = client.end_sessions()
    .tid(tid)
    .aid(aid)
    .subject(subject)
    .send()
    .await;
```*/
    pub fn end_sessions(&self) -> builder::EndSessions<'_> {
        builder::EndSessions::new(self)
    }
}
/**Builder for [`Client::get_environment`]

[`Client::get_environment`]: super::Client::get_environment*/
#[derive(Debug, Clone)]
pub struct GetEnvironment<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> GetEnvironment<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/environment`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpEnvironment>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpEnvironment>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/environment", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(client, request, "get_environment")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_authorization_servers`]

[`Client::list_authorization_servers`]: super::Client::list_authorization_servers*/
#[derive(Debug, Clone)]
pub struct ListAuthorizationServers<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> ListAuthorizationServers<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers`
    pub async fn send(self) -> Result<ResponseValue<types::AcpServers>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServers>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers", client.baseurl, encode_path(& tid.to_string()),
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
                "list_authorization_servers",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::create_authorization_server`]

[`Client::create_authorization_server`]: super::Client::create_authorization_server*/
#[derive(Debug, Clone)]
pub struct CreateAuthorizationServer<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpServerRequest, String>,
}
impl<'a> CreateAuthorizationServer<'a> {
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
        V: std::convert::TryInto<types::AcpServerRequest>,
        <V as std::convert::TryInto<types::AcpServerRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpServerRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpServerRequest,
        ) -> types::builder::AcpServerRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/servers`
    pub async fn send(self) -> Result<ResponseValue<types::AcpServer>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServer>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpServerRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "create_authorization_server",
            )
            .await?;
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
/**Builder for [`Client::get_authorization_server`]

[`Client::get_authorization_server`]: super::Client::get_authorization_server*/
#[derive(Debug, Clone)]
pub struct GetAuthorizationServer<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> GetAuthorizationServer<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpServer>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServer>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& aid.to_string()),
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
                "get_authorization_server",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_authorization_server`]

[`Client::update_authorization_server`]: super::Client::update_authorization_server*/
#[derive(Debug, Clone)]
pub struct UpdateAuthorizationServer<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpServerRequest, String>,
}
impl<'a> UpdateAuthorizationServer<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
        V: std::convert::TryInto<types::AcpServerRequest>,
        <V as std::convert::TryInto<types::AcpServerRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpServerRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpServerRequest,
        ) -> types::builder::AcpServerRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/servers/{aid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpServer>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServer>, Error<types::AcpError>> {
        let Self { client, tid, aid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpServerRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& aid.to_string()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "update_authorization_server",
            )
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
/**Builder for [`Client::delete_authorization_server`]

[`Client::delete_authorization_server`]: super::Client::delete_authorization_server*/
#[derive(Debug, Clone)]
pub struct DeleteAuthorizationServer<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteAuthorizationServer<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/servers/{aid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, aid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& aid.to_string()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "delete_authorization_server",
            )
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
/**Builder for [`Client::update_authentications`]

[`Client::update_authentications`]: super::Client::update_authentications*/
#[derive(Debug, Clone)]
pub struct UpdateAuthentications<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpAuthentications, String>,
}
impl<'a> UpdateAuthentications<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
        V: std::convert::TryInto<types::AcpAuthentications>,
        <V as std::convert::TryInto<
            types::AcpAuthentications,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpAuthentications` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpAuthentications,
        ) -> types::builder::AcpAuthentications,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/servers/{aid}/authentications`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpAuthentications>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpAuthentications>, Error<types::AcpError>> {
        let Self { client, tid, aid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpAuthentications::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/authentications", client.baseurl, encode_path(&
            tid.to_string()), encode_path(& aid.to_string()),
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
        let response = crate::exchange::exchange(
                client,
                request,
                "update_authentications",
            )
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
/**Builder for [`Client::list_dashboards`]

[`Client::list_dashboards`]: super::Client::list_dashboards*/
#[derive(Debug, Clone)]
pub struct ListDashboards<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> ListDashboards<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/dashboards`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpDashboards>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpDashboards>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/dashboards", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(client, request, "list_dashboards")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::end_sessions`]

[`Client::end_sessions`]: super::Client::end_sessions*/
#[derive(Debug, Clone)]
pub struct EndSessions<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    subject: Result<::std::string::String, String>,
}
impl<'a> EndSessions<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
            subject: Err("subject was not initialized".to_string()),
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
    pub fn subject<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.subject = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for subject failed"
                    .to_string()
            });
        self
    }
    ///Sends a `DELETE` request to `/api/admin/{tid}/servers/{aid}/sessions`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, aid, subject } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let subject = subject.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/sessions", client.baseurl, encode_path(& tid
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
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("subject", &subject))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "end_sessions").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
