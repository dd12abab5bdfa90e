//! The operations of the tag `claims`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Create a claim

The id is made by the server when the body gives none. A name may stand once in each type of token of an authorization server.

Takes a token of server `admin` with scope `claims:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/claims`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_claim()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_claim(&self) -> builder::CreateClaim<'_> {
        builder::CreateClaim::new(self)
    }
    /**Replace a claim

Everything but the id and the authorization server is replaced.

Takes a token of server `admin` with scope `claims:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/claims/{claim}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `claim`: Id of the claim, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_claim()
    .tid(tid)
    .claim(claim)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_claim(&self) -> builder::UpdateClaim<'_> {
        builder::UpdateClaim::new(self)
    }
    /**Delete a claim

Tokens that were issued keep it.

Takes a token of server `admin` with scope `claims:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/claims/{claim}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `claim`: Id of the claim, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_claim()
    .tid(tid)
    .claim(claim)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_claim(&self) -> builder::DeleteClaim<'_> {
        builder::DeleteClaim::new(self)
    }
    /**List the claims of an authorization server

In the order of their creation; an unknown server has none.

Takes a token of server `admin` with scope `claims:read`, `claims:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/claims`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.list_claims()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_claims(&self) -> builder::ListClaims<'_> {
        builder::ListClaims::new(self)
    }
}
/**Builder for [`Client::create_claim`]

[`Client::create_claim`]: super::Client::create_claim*/
#[derive(Debug, Clone)]
pub struct CreateClaim<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClaimRequest, String>,
}
impl<'a> CreateClaim<'a> {
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
        V: std::convert::TryInto<types::AcpClaimRequest>,
        <V as std::convert::TryInto<types::AcpClaimRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpClaimRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpClaimRequest,
        ) -> types::builder::AcpClaimRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/claims`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClaim>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClaim>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpClaimRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/claims", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_claim").await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_claim`]

[`Client::update_claim`]: super::Client::update_claim*/
#[derive(Debug, Clone)]
pub struct UpdateClaim<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    claim: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpClaimRequest, String>,
}
impl<'a> UpdateClaim<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            claim: Err("claim was not initialized".to_string()),
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
    pub fn claim<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.claim = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for claim failed".to_string()
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
        V: std::convert::TryInto<types::AcpClaimRequest>,
        <V as std::convert::TryInto<types::AcpClaimRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpClaimRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpClaimRequest,
        ) -> types::builder::AcpClaimRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/claims/{claim}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClaim>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClaim>, Error<types::AcpError>> {
        let Self { client, tid, claim, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let claim = claim.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpClaimRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/claims/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& claim.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_claim").await?;
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
/**Builder for [`Client::delete_claim`]

[`Client::delete_claim`]: super::Client::delete_claim*/
#[derive(Debug, Clone)]
pub struct DeleteClaim<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    claim: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteClaim<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            claim: Err("claim was not initialized".to_string()),
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
    pub fn claim<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.claim = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for claim failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/claims/{claim}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, claim, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let claim = claim.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/claims/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& claim.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_claim").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_claims`]

[`Client::list_claims`]: super::Client::list_claims*/
#[derive(Debug, Clone)]
pub struct ListClaims<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> ListClaims<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/claims`
    pub async fn send(self) -> Result<ResponseValue<types::AcpClaims>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClaims>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/claims", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(client, request, "list_claims").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
