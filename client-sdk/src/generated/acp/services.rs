//! The operations of the tag `services`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List the services of an authorization server

In the order of their creation, the built-in ones first.

Takes a token of server `admin` with scope `services:read`, `services:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/services`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.list_services()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_services(&self) -> builder::ListServices<'_> {
        builder::ListServices::new(self)
    }
    /**Create a service

The id is made by the server when the body gives none.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/services`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_service()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_service(&self) -> builder::CreateService<'_> {
        builder::CreateService::new(self)
    }
    /**Get a service with its scopes

The scopes are in the order of their creation.

Takes a token of server `admin` with scope `services:read`, `services:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
```text
let response = client.get_service()
    .tid(tid)
    .sid(sid)
    .send()
    .await;
```*/
    pub fn get_service(&self) -> builder::GetService<'_> {
        builder::GetService::new(self)
    }
    /**Replace a service

Everything but the ids is replaced: what the body leaves out is emptied. Built-in services can't be changed.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_service()
    .tid(tid)
    .sid(sid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_service(&self) -> builder::UpdateService<'_> {
        builder::UpdateService::new(self)
    }
    /**Delete a service

Its scopes go with it, and so does every permission for them. Built-in services can't be deleted.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_service()
    .tid(tid)
    .sid(sid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_service(&self) -> builder::DeleteService<'_> {
        builder::DeleteService::new(self)
    }
    /**Remove the specification of a service

Its APIs go, and so do the policies that the import made unless something else uses them. Its scopes stay. The service has no gateway any more, and its APIs are made by hand again.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}/apis`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.remove_specification()
    .tid(tid)
    .sid(sid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn remove_specification(&self) -> builder::RemoveSpecification<'_> {
        builder::RemoveSpecification::new(self)
    }
    /**Import an OpenAPI document from a file

The part `file` of the form is the document. Otherwise as with a text.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/file`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `gateway_type`: What kind of gateway stands before the service. With `aws` the extensions of Amazon's gateway are read: an operation without an authorizer can have no policy.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.import_specification_from_file()
    .tid(tid)
    .sid(sid)
    .gateway_type(gateway_type)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn import_specification_from_file(
        &self,
    ) -> builder::ImportSpecificationFromFile<'_> {
        builder::ImportSpecificationFromFile::new(self)
    }
    /**Import an OpenAPI document

OpenAPI 3.0 or 3.1, in JSON or YAML. Its operations become the APIs of the service and take the place of those that it had; its security schemes' scopes and its `x-policies` are made unless they are there. An API whose method and path stay keeps its id, and what was set on it since the last import. Of an operation, `x-policy` names the policy and `x-data-classifications` the kinds of data. All of it happens, or nothing. A document with scopes needs `scopes:write` besides, and one with policies `policies:write`.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/text`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `gateway_type`: What kind of gateway stands before the service. With `aws` the extensions of Amazon's gateway are read: an operation without an authorizer can have no policy.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.import_specification_from_text()
    .tid(tid)
    .sid(sid)
    .gateway_type(gateway_type)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn import_specification_from_text(
        &self,
    ) -> builder::ImportSpecificationFromText<'_> {
        builder::ImportSpecificationFromText::new(self)
    }
    /**Import an OpenAPI document from a URL

The part `url` of the form says where the document is: an https URL of the public internet, or of a host that the server's settings allow. Nothing that the document refers to is fetched. Otherwise as with a text.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/url`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `gateway_type`: What kind of gateway stands before the service. With `aws` the extensions of Amazon's gateway are read: an operation without an authorizer can have no policy.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.import_specification_from_url()
    .tid(tid)
    .sid(sid)
    .gateway_type(gateway_type)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn import_specification_from_url(
        &self,
    ) -> builder::ImportSpecificationFromUrl<'_> {
        builder::ImportSpecificationFromUrl::new(self)
    }
}
/**Builder for [`Client::list_services`]

[`Client::list_services`]: super::Client::list_services*/
#[derive(Debug, Clone)]
pub struct ListServices<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> ListServices<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/services`
    pub async fn send(self) -> Result<ResponseValue<types::AcpServices>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServices>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/services", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(client, request, "list_services")
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
/**Builder for [`Client::create_service`]

[`Client::create_service`]: super::Client::create_service*/
#[derive(Debug, Clone)]
pub struct CreateService<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpServiceRequest, String>,
}
impl<'a> CreateService<'a> {
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
        V: std::convert::TryInto<types::AcpServiceRequest>,
        <V as std::convert::TryInto<types::AcpServiceRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpServiceRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpServiceRequest,
        ) -> types::builder::AcpServiceRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/services`
    pub async fn send(self) -> Result<ResponseValue<types::AcpService>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpService>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpServiceRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_service")
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
/**Builder for [`Client::get_service`]

[`Client::get_service`]: super::Client::get_service*/
#[derive(Debug, Clone)]
pub struct GetService<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
}
impl<'a> GetService<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/services/{sid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpServiceWithScopes>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServiceWithScopes>, Error<types::AcpError>> {
        let Self { client, tid, sid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& sid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_service").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_service`]

[`Client::update_service`]: super::Client::update_service*/
#[derive(Debug, Clone)]
pub struct UpdateService<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpServiceRequest, String>,
}
impl<'a> UpdateService<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
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
        V: std::convert::TryInto<types::AcpServiceRequest>,
        <V as std::convert::TryInto<types::AcpServiceRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpServiceRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpServiceRequest,
        ) -> types::builder::AcpServiceRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/services/{sid}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpService>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpService>, Error<types::AcpError>> {
        let Self { client, tid, sid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpServiceRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& sid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_service")
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
/**Builder for [`Client::delete_service`]

[`Client::delete_service`]: super::Client::delete_service*/
#[derive(Debug, Clone)]
pub struct DeleteService<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteService<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, sid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& sid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_service")
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
/**Builder for [`Client::remove_specification`]

[`Client::remove_specification`]: super::Client::remove_specification*/
#[derive(Debug, Clone)]
pub struct RemoveSpecification<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> RemoveSpecification<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/services/{sid}/apis`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpRemovedSpecification>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRemovedSpecification>, Error<types::AcpError>> {
        let Self { client, tid, sid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}/apis", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& sid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "remove_specification")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 412u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::import_specification_from_file`]

[`Client::import_specification_from_file`]: super::Client::import_specification_from_file*/
#[derive(Debug)]
pub struct ImportSpecificationFromFile<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    gateway_type: Result<Option<types::ImportSpecificationFromFileGatewayType>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<reqwest::Body, String>,
}
impl<'a> ImportSpecificationFromFile<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
            gateway_type: Ok(None),
            x_idempotency_key: Ok(None),
            body: Err("body was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
            });
        self
    }
    pub fn gateway_type<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ImportSpecificationFromFileGatewayType>,
    {
        self.gateway_type = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ImportSpecificationFromFileGatewayType` for gateway_type failed"
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<String>,
    {
        self.body = value
            .try_into()
            .map_err(|_| "conversion to `String` for body failed".to_string())
            .map(|v| v.into());
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/file`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, Error<types::AcpError>> {
        let Self { client, tid, sid, gateway_type, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let gateway_type = gateway_type.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}/apis/import/file", client.baseurl, encode_path(&
            tid.to_string()), encode_path(& sid.to_string()),
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
            .header(
                ::reqwest::header::CONTENT_TYPE,
                ::reqwest::header::HeaderValue::from_static("text/plain"),
            )
            .body(body)
            .query(&progenitor_client::QueryParam::new("gateway_type", &gateway_type))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "import_specification_from_file",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 415u16 | 422u16
            | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::import_specification_from_text`]

[`Client::import_specification_from_text`]: super::Client::import_specification_from_text*/
#[derive(Debug)]
pub struct ImportSpecificationFromText<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    gateway_type: Result<Option<types::ImportSpecificationFromTextGatewayType>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<reqwest::Body, String>,
}
impl<'a> ImportSpecificationFromText<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
            gateway_type: Ok(None),
            x_idempotency_key: Ok(None),
            body: Err("body was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
            });
        self
    }
    pub fn gateway_type<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ImportSpecificationFromTextGatewayType>,
    {
        self.gateway_type = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ImportSpecificationFromTextGatewayType` for gateway_type failed"
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<String>,
    {
        self.body = value
            .try_into()
            .map_err(|_| "conversion to `String` for body failed".to_string())
            .map(|v| v.into());
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/text`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, Error<types::AcpError>> {
        let Self { client, tid, sid, gateway_type, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let gateway_type = gateway_type.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}/apis/import/text", client.baseurl, encode_path(&
            tid.to_string()), encode_path(& sid.to_string()),
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
            .header(
                ::reqwest::header::CONTENT_TYPE,
                ::reqwest::header::HeaderValue::from_static("text/plain"),
            )
            .body(body)
            .query(&progenitor_client::QueryParam::new("gateway_type", &gateway_type))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "import_specification_from_text",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::import_specification_from_url`]

[`Client::import_specification_from_url`]: super::Client::import_specification_from_url*/
#[derive(Debug)]
pub struct ImportSpecificationFromUrl<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    gateway_type: Result<Option<types::ImportSpecificationFromUrlGatewayType>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<reqwest::Body, String>,
}
impl<'a> ImportSpecificationFromUrl<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
            gateway_type: Ok(None),
            x_idempotency_key: Ok(None),
            body: Err("body was not initialized".to_string()),
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
    pub fn sid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sid = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sid failed".to_string()
            });
        self
    }
    pub fn gateway_type<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ImportSpecificationFromUrlGatewayType>,
    {
        self.gateway_type = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ImportSpecificationFromUrlGatewayType` for gateway_type failed"
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<String>,
    {
        self.body = value
            .try_into()
            .map_err(|_| "conversion to `String` for body failed".to_string())
            .map(|v| v.into());
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/services/{sid}/apis/import/url`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpImportedSpecification>, Error<types::AcpError>> {
        let Self { client, tid, sid, gateway_type, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let gateway_type = gateway_type.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}/apis/import/url", client.baseurl, encode_path(&
            tid.to_string()), encode_path(& sid.to_string()),
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
            .header(
                ::reqwest::header::CONTENT_TYPE,
                ::reqwest::header::HeaderValue::from_static("text/plain"),
            )
            .body(body)
            .query(&progenitor_client::QueryParam::new("gateway_type", &gateway_type))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "import_specification_from_url",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 415u16 | 422u16
            | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
