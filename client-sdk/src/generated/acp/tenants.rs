//! The operations of the tag `tenants`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Get the tenant

The one of the path, which is the caller's own.

Takes a token of server `admin` with scope `tenants:read`, `tenants:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/tenant`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.get_admin_tenant()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn get_admin_tenant(&self) -> builder::GetAdminTenant<'_> {
        builder::GetAdminTenant::new(self)
    }
    /**Replace the tenant

Its id stays, and so do its keys unless the body brings others; what else the body leaves out returns to its default.

Takes a token of server `admin` with scope `tenants:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/tenant`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_admin_tenant()
    .tid(tid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_admin_tenant(&self) -> builder::UpdateAdminTenant<'_> {
        builder::UpdateAdminTenant::new(self)
    }
    /**List the tenants

In the order of their creation. Their keys are left out: read one tenant to see them.

Takes a token of server `system` of the tenant `system` with scope `tenants:read`, `tenants:write` or `all`.

Sends a `GET` request to `/api/system/tenants`

```text
let response = client.list_tenants()
    .send()
    .await;
```*/
    pub fn list_tenants(&self) -> builder::ListTenants<'_> {
        builder::ListTenants::new(self)
    }
    /**Create a tenant

It comes with authorization servers for its administration, for developers, for login pages and gateways, and for its users, with what is built into each of them, and with a client of its `admin` server that may do everything in it.

Takes a token of server `system` of the tenant `system` with scope `tenants:write` or `all`.

Sends a `POST` request to `/api/system/tenants`

Arguments:
- `with_default_workspaces`: Whether the tenant starts with the authorization server `default`. Logto's operations and the local user store work on that one, and it can't be made later.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_tenant()
    .with_default_workspaces(with_default_workspaces)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_tenant(&self) -> builder::CreateTenant<'_> {
        builder::CreateTenant::new(self)
    }
    /**Get a tenant

With its own keys, without their private parts.

Takes a token of server `system` of the tenant `system` with scope `tenants:read`, `tenants:write` or `all`.

Sends a `GET` request to `/api/system/tenants/{tid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.get_tenant()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn get_tenant(&self) -> builder::GetTenant<'_> {
        builder::GetTenant::new(self)
    }
    /**Replace a tenant

Its id stays, and so do its keys unless the body brings others; what else the body leaves out returns to its default.

Takes a token of server `system` of the tenant `system` with scope `tenants:write` or `all`.

Sends a `PUT` request to `/api/system/tenants/{tid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_tenant()
    .tid(tid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_tenant(&self) -> builder::UpdateTenant<'_> {
        builder::UpdateTenant::new(self)
    }
    /**Delete a tenant

With everything in it: its tokens, users and clients get nothing any more from the answer on. The rows of a large one go in the hours after it, and its id can be given again when they are gone. The tenants `system` and `default`, which the installation's own administrators are in, can't be deleted.

Takes a token of server `system` of the tenant `system` with scope `tenants:write` or `all`.

Sends a `DELETE` request to `/api/system/tenants/{tid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_tenant()
    .tid(tid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_tenant(&self) -> builder::DeleteTenant<'_> {
        builder::DeleteTenant::new(self)
    }
}
/**Builder for [`Client::get_admin_tenant`]

[`Client::get_admin_tenant`]: super::Client::get_admin_tenant*/
#[derive(Debug, Clone)]
pub struct GetAdminTenant<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> GetAdminTenant<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/tenant`
    pub async fn send(self) -> Result<ResponseValue<types::AcpTenant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenant>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/tenant", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_admin_tenant")
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
/**Builder for [`Client::update_admin_tenant`]

[`Client::update_admin_tenant`]: super::Client::update_admin_tenant*/
#[derive(Debug, Clone)]
pub struct UpdateAdminTenant<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpTenantRequest, String>,
}
impl<'a> UpdateAdminTenant<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
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
        V: std::convert::TryInto<types::AcpTenantRequest>,
        <V as std::convert::TryInto<types::AcpTenantRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpTenantRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpTenantRequest,
        ) -> types::builder::AcpTenantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/tenant`
    pub async fn send(self) -> Result<ResponseValue<types::AcpTenant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenant>, Error<types::AcpError>> {
        let Self { client, tid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpTenantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/tenant", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_admin_tenant")
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
/**Builder for [`Client::list_tenants`]

[`Client::list_tenants`]: super::Client::list_tenants*/
#[derive(Debug, Clone)]
pub struct ListTenants<'a> {
    client: &'a super::Client,
}
impl<'a> ListTenants<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self { client: client }
    }
    ///Sends a `GET` request to `/api/system/tenants`
    pub async fn send(self) -> Result<ResponseValue<types::AcpTenants>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenants>, Error<types::AcpError>> {
        let Self { client } = self;
        let url = format!("{}/api/system/tenants", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "list_tenants").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::create_tenant`]

[`Client::create_tenant`]: super::Client::create_tenant*/
#[derive(Debug, Clone)]
pub struct CreateTenant<'a> {
    client: &'a super::Client,
    with_default_workspaces: Result<Option<bool>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpTenantRequest, String>,
}
impl<'a> CreateTenant<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            with_default_workspaces: Ok(None),
            x_idempotency_key: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn with_default_workspaces<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.with_default_workspaces = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `bool` for with_default_workspaces failed".to_string()
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
        V: std::convert::TryInto<types::AcpTenantRequest>,
        <V as std::convert::TryInto<types::AcpTenantRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpTenantRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpTenantRequest,
        ) -> types::builder::AcpTenantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/tenants`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpTenantCreated>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenantCreated>, Error<types::AcpError>> {
        let Self { client, with_default_workspaces, x_idempotency_key, body } = self;
        let with_default_workspaces = with_default_workspaces
            .map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpTenantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/system/tenants", client.baseurl,);
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
            .query(
                &progenitor_client::QueryParam::new(
                    "with_default_workspaces",
                    &with_default_workspaces,
                ),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "create_tenant")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 409u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_tenant`]

[`Client::get_tenant`]: super::Client::get_tenant*/
#[derive(Debug, Clone)]
pub struct GetTenant<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> GetTenant<'a> {
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
    ///Sends a `GET` request to `/api/system/tenants/{tid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpTenant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenant>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/tenants/{}", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_tenant").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_tenant`]

[`Client::update_tenant`]: super::Client::update_tenant*/
#[derive(Debug, Clone)]
pub struct UpdateTenant<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpTenantRequest, String>,
}
impl<'a> UpdateTenant<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
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
        V: std::convert::TryInto<types::AcpTenantRequest>,
        <V as std::convert::TryInto<types::AcpTenantRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpTenantRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpTenantRequest,
        ) -> types::builder::AcpTenantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/system/tenants/{tid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpTenant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpTenant>, Error<types::AcpError>> {
        let Self { client, tid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpTenantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/tenants/{}", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_tenant")
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
/**Builder for [`Client::delete_tenant`]

[`Client::delete_tenant`]: super::Client::delete_tenant*/
#[derive(Debug, Clone)]
pub struct DeleteTenant<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteTenant<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
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
    ///Sends a `DELETE` request to `/api/system/tenants/{tid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/tenants/{}", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_tenant")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
