//! The operations of the tag `developer`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List the caller's clients

Those that the calling developer made, in the order of their creation. Their secrets are left out: read one client to see its secret.

Takes a token of a user of server `developer`.

Sends a `GET` request to `/api/developer/{tid}/clients`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.list_clients_for_developer()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn list_clients_for_developer(&self) -> builder::ListClientsForDeveloper<'_> {
        builder::ListClientsForDeveloper::new(self)
    }
    /**Create a client of the caller's

Its id and secret are made by the server, and nobody can bring them along. Its users are asked for their consent: `trusted` is ignored. The policy for developers of the authorization server decides whether there may be one, those of the scopes which of them it may have. It is its own audience. A developer can have 100.

Takes a token of a user of server `developer`.

Sends a `POST` request to `/api/developer/{tid}/clients`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_client_for_developer()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_client_for_developer(&self) -> builder::CreateClientForDeveloper<'_> {
        builder::CreateClientForDeveloper::new(self)
    }
    /**Get a client of the caller's with its secret

One that another developer made, or an administrator, isn't there.

Takes a token of a user of server `developer`.

Sends a `GET` request to `/api/developer/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
```text
let response = client.get_client_for_developer()
    .tid(tid)
    .cid(cid)
    .send()
    .await;
```*/
    pub fn get_client_for_developer(&self) -> builder::GetClientForDeveloper<'_> {
        builder::GetClientForDeveloper::new(self)
    }
    /**Replace a client of the caller's

Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none. Whether its users are asked for their consent is an administrator's to decide: `trusted` is ignored, and ends with another redirect URI or scope. Only so many changes in a time are taken.

Takes a token of a user of server `developer`.

Sends a `PUT` request to `/api/developer/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_client_for_developer()
    .tid(tid)
    .cid(cid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_client_for_developer(&self) -> builder::UpdateClientForDeveloper<'_> {
        builder::UpdateClientForDeveloper::new(self)
    }
    /**Delete a client of the caller's

Its tokens are no longer honoured here.

Takes a token of a user of server `developer`.

Sends a `DELETE` request to `/api/developer/{tid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_client_for_developer()
    .tid(tid)
    .cid(cid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_client_for_developer(&self) -> builder::DeleteClientForDeveloper<'_> {
        builder::DeleteClientForDeveloper::new(self)
    }
    /**List the authorization servers for a developer

In the order of their creation, without those of the system: no developer has clients there.

Takes a token of a user of server `developer`.

Sends a `GET` request to `/api/developer/{tid}/servers`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.list_servers_for_developer()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn list_servers_for_developer(&self) -> builder::ListServersForDeveloper<'_> {
        builder::ListServersForDeveloper::new(self)
    }
    /**Get an authorization server with the scopes that a developer's clients may have

Those whose policy for developers lets the caller through.

Takes a token of a user of server `developer`.

Sends a `GET` request to `/api/developer/{tid}/servers/{aid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.get_server_for_developer()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn get_server_for_developer(&self) -> builder::GetServerForDeveloper<'_> {
        builder::GetServerForDeveloper::new(self)
    }
}
/**Builder for [`Client::list_clients_for_developer`]

[`Client::list_clients_for_developer`]: super::Client::list_clients_for_developer*/
#[derive(Debug, Clone)]
pub struct ListClientsForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> ListClientsForDeveloper<'a> {
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
    ///Sends a `GET` request to `/api/developer/{tid}/clients`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClients>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClients>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/developer/{}/clients", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(
                client,
                request,
                "list_clients_for_developer",
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
/**Builder for [`Client::create_client_for_developer`]

[`Client::create_client_for_developer`]: super::Client::create_client_for_developer*/
#[derive(Debug, Clone)]
pub struct CreateClientForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClientRequest, String>,
}
impl<'a> CreateClientForDeveloper<'a> {
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
    ///Sends a `POST` request to `/api/developer/{tid}/clients`
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
            "{}/api/developer/{}/clients", client.baseurl, encode_path(& tid
            .to_string()),
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
                "create_client_for_developer",
            )
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
/**Builder for [`Client::get_client_for_developer`]

[`Client::get_client_for_developer`]: super::Client::get_client_for_developer*/
#[derive(Debug, Clone)]
pub struct GetClientForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
}
impl<'a> GetClientForDeveloper<'a> {
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
    ///Sends a `GET` request to `/api/developer/{tid}/clients/{cid}`
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
            "{}/api/developer/{}/clients/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& cid.to_string()),
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
                "get_client_for_developer",
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
/**Builder for [`Client::update_client_for_developer`]

[`Client::update_client_for_developer`]: super::Client::update_client_for_developer*/
#[derive(Debug, Clone)]
pub struct UpdateClientForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClientRequest, String>,
}
impl<'a> UpdateClientForDeveloper<'a> {
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
    ///Sends a `PUT` request to `/api/developer/{tid}/clients/{cid}`
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
            "{}/api/developer/{}/clients/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& cid.to_string()),
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
                "update_client_for_developer",
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
/**Builder for [`Client::delete_client_for_developer`]

[`Client::delete_client_for_developer`]: super::Client::delete_client_for_developer*/
#[derive(Debug, Clone)]
pub struct DeleteClientForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteClientForDeveloper<'a> {
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
    ///Sends a `DELETE` request to `/api/developer/{tid}/clients/{cid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, cid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/developer/{}/clients/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& cid.to_string()),
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
                "delete_client_for_developer",
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
/**Builder for [`Client::list_servers_for_developer`]

[`Client::list_servers_for_developer`]: super::Client::list_servers_for_developer*/
#[derive(Debug, Clone)]
pub struct ListServersForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> ListServersForDeveloper<'a> {
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
    ///Sends a `GET` request to `/api/developer/{tid}/servers`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpDeveloperServers>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpDeveloperServers>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/developer/{}/servers", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(
                client,
                request,
                "list_servers_for_developer",
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
/**Builder for [`Client::get_server_for_developer`]

[`Client::get_server_for_developer`]: super::Client::get_server_for_developer*/
#[derive(Debug, Clone)]
pub struct GetServerForDeveloper<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> GetServerForDeveloper<'a> {
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
    ///Sends a `GET` request to `/api/developer/{tid}/servers/{aid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpDeveloperServerWithScopes>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpDeveloperServerWithScopes>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/developer/{}/servers/{}", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(
                client,
                request,
                "get_server_for_developer",
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
