//! The operations of the tag `apis`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Create an API

Of a service that has no specification imported: the APIs of one that has come from there.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/apis`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_api()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_api(&self) -> builder::CreateApi<'_> {
        builder::CreateApi::new(self)
    }
    /**Get an API

With its policy and its classifications.

Takes a token of server `admin` with scope `services:read`, `services:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/apis/{api}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `api`: Id of the API, as its creation answers it.
```text
let response = client.get_api()
    .tid(tid)
    .api(api)
    .send()
    .await;
```*/
    pub fn get_api(&self) -> builder::GetApi<'_> {
        builder::GetApi::new(self)
    }
    /**Set policy and classifications of an API

Both are replaced: what the body leaves out is emptied. Nothing else of an API changes. Those of an imported one can be set too, and the next import keeps them.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/apis/{api}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `api`: Id of the API, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_api()
    .tid(tid)
    .api(api)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_api(&self) -> builder::UpdateApi<'_> {
        builder::UpdateApi::new(self)
    }
    /**Delete an API

One that was made by hand: an imported one goes with its specification.

Takes a token of server `admin` with scope `services:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/apis/{api}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `api`: Id of the API, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_api()
    .tid(tid)
    .api(api)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_api(&self) -> builder::DeleteApi<'_> {
        builder::DeleteApi::new(self)
    }
    /**List the APIs of an authorization server

By service, in the order of their positions. None for an authorization server that isn't there.

Takes a token of server `admin` with scope `services:read`, `services:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/apis`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `data_classification`: Those with this classification; repeated, those with any of them.
- `without_data_classifications`: Those without any classification. Together with `data_classification`, those that either means.
```text
let response = client.list_apis_by_server()
    .tid(tid)
    .aid(aid)
    .data_classification(data_classification)
    .without_data_classifications(without_data_classifications)
    .send()
    .await;
```*/
    pub fn list_apis_by_server(&self) -> builder::ListApisByServer<'_> {
        builder::ListApisByServer::new(self)
    }
    /**List the APIs of a service

In the order of their positions. None for a service that isn't there.

Takes a token of server `admin` with scope `services:read`, `services:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/services/{sid}/apis`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `sid`: Id of the service, as its creation answers it.
- `data_classification`: Those with this classification; repeated, those with any of them.
- `without_data_classifications`: Those without any classification. Together with `data_classification`, those that either means.
```text
let response = client.list_apis_by_service()
    .tid(tid)
    .sid(sid)
    .data_classification(data_classification)
    .without_data_classifications(without_data_classifications)
    .send()
    .await;
```*/
    pub fn list_apis_by_service(&self) -> builder::ListApisByService<'_> {
        builder::ListApisByService::new(self)
    }
}
/**Builder for [`Client::create_api`]

[`Client::create_api`]: super::Client::create_api*/
#[derive(Debug, Clone)]
pub struct CreateApi<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpApiRequest, String>,
}
impl<'a> CreateApi<'a> {
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
        V: std::convert::TryInto<types::AcpApiRequest>,
        <V as std::convert::TryInto<types::AcpApiRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpApiRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpApiRequest,
        ) -> types::builder::AcpApiRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/apis`
    pub async fn send(self) -> Result<ResponseValue<types::AcpApi>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpApi>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpApiRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/apis", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_api").await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_api`]

[`Client::get_api`]: super::Client::get_api*/
#[derive(Debug, Clone)]
pub struct GetApi<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    api: Result<::std::string::String, String>,
}
impl<'a> GetApi<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            api: Err("api was not initialized".to_string()),
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
    pub fn api<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/apis/{api}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpApi>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpApi>, Error<types::AcpError>> {
        let Self { client, tid, api } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let api = api.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/apis/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& api.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_api").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_api`]

[`Client::update_api`]: super::Client::update_api*/
#[derive(Debug, Clone)]
pub struct UpdateApi<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    api: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpUpdateApiRequest, String>,
}
impl<'a> UpdateApi<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            api: Err("api was not initialized".to_string()),
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
    pub fn api<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api failed".to_string()
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
        V: std::convert::TryInto<types::AcpUpdateApiRequest>,
        <V as std::convert::TryInto<
            types::AcpUpdateApiRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpUpdateApiRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpUpdateApiRequest,
        ) -> types::builder::AcpUpdateApiRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/apis/{api}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpApi>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpApi>, Error<types::AcpError>> {
        let Self { client, tid, api, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let api = api.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpUpdateApiRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/apis/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& api.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_api").await?;
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
/**Builder for [`Client::delete_api`]

[`Client::delete_api`]: super::Client::delete_api*/
#[derive(Debug, Clone)]
pub struct DeleteApi<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    api: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApi<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            api: Err("api was not initialized".to_string()),
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
    pub fn api<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/apis/{api}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, api, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let api = api.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/apis/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& api.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_api").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_apis_by_server`]

[`Client::list_apis_by_server`]: super::Client::list_apis_by_server*/
#[derive(Debug, Clone)]
pub struct ListApisByServer<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    data_classification: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    without_data_classifications: Result<Option<bool>, String>,
}
impl<'a> ListApisByServer<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
            data_classification: Ok(None),
            without_data_classifications: Ok(None),
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
    pub fn data_classification<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
    {
        self.data_classification = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for data_classification failed"
                    .to_string()
            });
        self
    }
    pub fn without_data_classifications<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.without_data_classifications = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `bool` for without_data_classifications failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/apis`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpServerApis>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpServerApis>, Error<types::AcpError>> {
        let Self {
            client,
            tid,
            aid,
            data_classification,
            without_data_classifications,
        } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let data_classification = data_classification.map_err(Error::InvalidRequest)?;
        let without_data_classifications = without_data_classifications
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/apis", client.baseurl, encode_path(& tid
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
            .query(
                &progenitor_client::QueryParam::new(
                    "data_classification",
                    &data_classification,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "without_data_classifications",
                    &without_data_classifications,
                ),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_apis_by_server")
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
/**Builder for [`Client::list_apis_by_service`]

[`Client::list_apis_by_service`]: super::Client::list_apis_by_service*/
#[derive(Debug, Clone)]
pub struct ListApisByService<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    sid: Result<::std::string::String, String>,
    data_classification: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    without_data_classifications: Result<Option<bool>, String>,
}
impl<'a> ListApisByService<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            sid: Err("sid was not initialized".to_string()),
            data_classification: Ok(None),
            without_data_classifications: Ok(None),
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
    pub fn data_classification<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
    {
        self.data_classification = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for data_classification failed"
                    .to_string()
            });
        self
    }
    pub fn without_data_classifications<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.without_data_classifications = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `bool` for without_data_classifications failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/services/{sid}/apis`
    pub async fn send(self) -> Result<ResponseValue<types::AcpApis>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpApis>, Error<types::AcpError>> {
        let Self {
            client,
            tid,
            sid,
            data_classification,
            without_data_classifications,
        } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let sid = sid.map_err(Error::InvalidRequest)?;
        let data_classification = data_classification.map_err(Error::InvalidRequest)?;
        let without_data_classifications = without_data_classifications
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/services/{}/apis", client.baseurl, encode_path(& tid
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
            .query(
                &progenitor_client::QueryParam::new(
                    "data_classification",
                    &data_classification,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "without_data_classifications",
                    &without_data_classifications,
                ),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_apis_by_service")
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
