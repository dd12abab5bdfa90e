//! The operations of the tag `gateways`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Get the metadata of a policy decision point

OpenID AuthZEN: of the tenant whose id is behind the well-known path, as the specification has it for identifiers with a path.

Takes no credentials.

Sends a `GET` request to `/.well-known/authzen-configuration/{tid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.get_authzen_configuration()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn get_authzen_configuration(&self) -> builder::GetAuthzenConfiguration<'_> {
        builder::GetAuthzenConfiguration::new(self)
    }
    /**Create a gateway

With a client of its own on the tenant's `system` server, which may fetch the gateway's configuration and nothing else.

Takes a token of server `admin` with scope `gateways:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/gateways`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_gateway()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_gateway(&self) -> builder::CreateGateway<'_> {
        builder::CreateGateway::new(self)
    }
    /**Get a gateway with its client

The client's secret is shown to callers who may do everything.

Takes a token of server `admin` with scope `gateways:read`, `gateways:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/gateways/{gw}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `gw`: Id of the gateway, as its creation answers it.
```text
let response = client.get_gateway()
    .tid(tid)
    .gw(gw)
    .send()
    .await;
```*/
    pub fn get_gateway(&self) -> builder::GetGateway<'_> {
        builder::GetGateway::new(self)
    }
    /**Replace name and description of a gateway

Its client gets the name too. Everything else stays as it was made.

Takes a token of server `admin` with scope `gateways:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/gateways/{gw}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `gw`: Id of the gateway, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_gateway()
    .tid(tid)
    .gw(gw)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_gateway(&self) -> builder::UpdateGateway<'_> {
        builder::UpdateGateway::new(self)
    }
    /**Delete a gateway

Its client goes with it, and the services that it guarded are guarded by none.

Takes a token of server `admin` with scope `gateways:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/gateways/{gw}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `gw`: Id of the gateway, as its creation answers it.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_gateway()
    .tid(tid)
    .gw(gw)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_gateway(&self) -> builder::DeleteGateway<'_> {
        builder::DeleteGateway::new(self)
    }
    /**Get what starts a gateway's authorizer

A zip archive with the credentials of its client, and configuration of an authorizer and of the proxies before it. Only for the types `pyron` and `standalone`.

Takes a token of server `admin` with scope `all`.

Sends a `GET` request to `/api/admin/{tid}/gateways/{gw}/package`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `gw`: Id of the gateway, as its creation answers it.
```text
let response = client.get_gateway_package()
    .tid(tid)
    .gw(gw)
    .send()
    .await;
```*/
    pub fn get_gateway_package(&self) -> builder::GetGatewayPackage<'_> {
        builder::GetGatewayPackage::new(self)
    }
    /**List the gateways of an authorization server

In the order of their creation; none for an authorization server that doesn't exist.

Takes a token of server `admin` with scope `gateways:read`, `gateways:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/gateways`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.list_gateways()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_gateways(&self) -> builder::ListGateways<'_> {
        builder::ListGateways::new(self)
    }
    /**Get the configuration of the calling gateway

All that it needs to know to decide about requests by itself: the services that name it, their APIs and scopes, and the policies of these. With `If-None-Match` and `wait`, the answer comes as soon as something has changed. 404 for a client that is no gateway's.

Takes a token of server `system` with scope `read_gateway_configuration`.

Sends a `GET` request to `/api/system/{tid}/gateways/configuration`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `authorizer_version`: Version of the authorizer that asks; accepted and ignored, since all are told the same.
- `wait`: Seconds that the answer may wait for the configuration to be another one than that of `If-None-Match`, after which it is 304. It waits no longer than three quarters of what a request may take, and not at all where too many wait.
```text
let response = client.get_gateway_configuration()
    .tid(tid)
    .authorizer_version(authorizer_version)
    .wait(wait)
    .send()
    .await;
```*/
    pub fn get_gateway_configuration(&self) -> builder::GetGatewayConfiguration<'_> {
        builder::GetGatewayConfiguration::new(self)
    }
    /**Ask about a token as a gateway

For access tokens of the authorization server whose services the calling gateway guards; of everything else it hears that it isn't active. Besides what the token says, the answer has what its policies would be told of it at this moment. 404 for a client that is no gateway's.

Takes a token of server `system` with scope `read_gateway_configuration` or `introspect_tokens`.

Sends a `POST` request to `/api/system/{tid}/gateways/introspect`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `body`
```text
let response = client.gateway_introspect()
    .tid(tid)
    .body(body)
    .send()
    .await;
```*/
    pub fn gateway_introspect(&self) -> builder::GatewayIntrospect<'_> {
        builder::GatewayIntrospect::new(self)
    }
    /**Decide about a request

As the authorizer of Cloudentity's Pyron is asked: 200 says that the request may pass; every other status that it may not.

Takes a token of server `system` with scope `read_gateway_configuration`, or the credentials of a client.

Sends a `POST` request to `/{tid}/access/authorize`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `body`
```text
let response = client.authorize_request()
    .tid(tid)
    .body(body)
    .send()
    .await;
```*/
    pub fn authorize_request(&self) -> builder::AuthorizeRequest<'_> {
        builder::AuthorizeRequest::new(self)
    }
    /**Decide about a proxy's request

For nginx (`auth_request`), Caddy (`forward_auth`), Traefik and others that pass a request on after a 2xx: 200 says that it may pass, 401 and 403 that it may not, and so does everything else. The request stands in `X-Forwarded-Method` and `X-Forwarded-Uri`, or in `X-Original-Method` and `X-Original-Uri` or `X-Original-Url`; its `Authorization` in `X-Forwarded-Authorization`; its other headers are those of the call. The gateway proves which one it is by the id and secret of its client, or a token of it with the scope `read_gateway_configuration`; a caller who doesn't is answered 403, whatever the headers say.

Takes a token of server `system` with scope `read_gateway_configuration`, or the credentials of a client.

Sends a `GET` request to `/{tid}/access/forward-auth`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_forwarded_authorization`: The `Authorization` of the request that is asked about.
- `x_forwarded_method`: The method of the request that is asked about; or `X-Original-Method`.
- `x_forwarded_uri`: Path and query of the request that is asked about; or `X-Original-Uri`, or `X-Original-Url`, which may be a whole URL.
```text
let response = client.forward_auth()
    .tid(tid)
    .x_forwarded_authorization(x_forwarded_authorization)
    .x_forwarded_method(x_forwarded_method)
    .x_forwarded_uri(x_forwarded_uri)
    .send()
    .await;
```*/
    pub fn forward_auth(&self) -> builder::ForwardAuth<'_> {
        builder::ForwardAuth::new(self)
    }
    /**Decide about one thing

OpenID AuthZEN: a gateway, or an application that is set up as one, asks whether somebody may do something. A refusal is 200, too. `resource.type` is the name of a service behind the gateway and `action.name` one of its scopes, whose policy decides; or it is `route`, and the policy of the API decides.

Takes a token of server `system` with scope `read_gateway_configuration`, or the credentials of a client.

Sends a `POST` request to `/{tid}/access/v1/evaluation`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_request_id`: The caller's name for this request; the answer has the same.
- `body`
```text
let response = client.evaluate_access()
    .tid(tid)
    .x_request_id(x_request_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn evaluate_access(&self) -> builder::EvaluateAccess<'_> {
        builder::EvaluateAccess::new(self)
    }
    /**Decide about several things

OpenID AuthZEN: as many questions as `evaluations` has, at most 1000. What one of them doesn't say stands beside the list, and is taken whole. One that lacks something even so is `false` in its place. Without a list, or with an empty one, the answer is that of a single question.

Takes a token of server `system` with scope `read_gateway_configuration`, or the credentials of a client.

Sends a `POST` request to `/{tid}/access/v1/evaluations`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_request_id`: The caller's name for this request; the answer has the same.
- `body`
```text
let response = client.evaluate_accesses()
    .tid(tid)
    .x_request_id(x_request_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn evaluate_accesses(&self) -> builder::EvaluateAccesses<'_> {
        builder::EvaluateAccesses::new(self)
    }
}
/**Builder for [`Client::get_authzen_configuration`]

[`Client::get_authzen_configuration`]: super::Client::get_authzen_configuration*/
#[derive(Debug, Clone)]
pub struct GetAuthzenConfiguration<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> GetAuthzenConfiguration<'a> {
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
    ///Sends a `GET` request to `/.well-known/authzen-configuration/{tid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AuthzenConfiguration>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AuthzenConfiguration>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/.well-known/authzen-configuration/{}", client.baseurl, encode_path(& tid
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
                "get_authzen_configuration",
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
/**Builder for [`Client::create_gateway`]

[`Client::create_gateway`]: super::Client::create_gateway*/
#[derive(Debug, Clone)]
pub struct CreateGateway<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpCreateGatewayRequest, String>,
}
impl<'a> CreateGateway<'a> {
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
        V: std::convert::TryInto<types::AcpCreateGatewayRequest>,
        <V as std::convert::TryInto<
            types::AcpCreateGatewayRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpCreateGatewayRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpCreateGatewayRequest,
        ) -> types::builder::AcpCreateGatewayRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/gateways`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayWithClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayWithClient>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpCreateGatewayRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/gateways", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_gateway")
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
/**Builder for [`Client::get_gateway`]

[`Client::get_gateway`]: super::Client::get_gateway*/
#[derive(Debug, Clone)]
pub struct GetGateway<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    gw: Result<::std::string::String, String>,
}
impl<'a> GetGateway<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            gw: Err("gw was not initialized".to_string()),
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
    pub fn gw<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.gw = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for gw failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/gateways/{gw}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayWithClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayWithClient>, Error<types::AcpError>> {
        let Self { client, tid, gw } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let gw = gw.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/gateways/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& gw.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_gateway").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_gateway`]

[`Client::update_gateway`]: super::Client::update_gateway*/
#[derive(Debug, Clone)]
pub struct UpdateGateway<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    gw: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpUpdateGatewayRequest, String>,
}
impl<'a> UpdateGateway<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            gw: Err("gw was not initialized".to_string()),
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
    pub fn gw<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.gw = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for gw failed".to_string()
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
        V: std::convert::TryInto<types::AcpUpdateGatewayRequest>,
        <V as std::convert::TryInto<
            types::AcpUpdateGatewayRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpUpdateGatewayRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpUpdateGatewayRequest,
        ) -> types::builder::AcpUpdateGatewayRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/gateways/{gw}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpGateway>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGateway>, Error<types::AcpError>> {
        let Self { client, tid, gw, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let gw = gw.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpUpdateGatewayRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/gateways/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& gw.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_gateway")
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
/**Builder for [`Client::delete_gateway`]

[`Client::delete_gateway`]: super::Client::delete_gateway*/
#[derive(Debug, Clone)]
pub struct DeleteGateway<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    gw: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteGateway<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            gw: Err("gw was not initialized".to_string()),
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
    pub fn gw<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.gw = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for gw failed".to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/gateways/{gw}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, gw, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let gw = gw.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/gateways/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& gw.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_gateway")
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
/**Builder for [`Client::get_gateway_package`]

[`Client::get_gateway_package`]: super::Client::get_gateway_package*/
#[derive(Debug, Clone)]
pub struct GetGatewayPackage<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    gw: Result<::std::string::String, String>,
}
impl<'a> GetGatewayPackage<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            gw: Err("gw was not initialized".to_string()),
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
    pub fn gw<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.gw = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for gw failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/gateways/{gw}/package`
    pub async fn send(self) -> Result<ResponseValue<ByteStream>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<ByteStream>, Error<types::AcpError>> {
        let Self { client, tid, gw } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let gw = gw.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/gateways/{}/package", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& gw.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = client.client.get(url).headers(header_map).build()?;
        let response = crate::exchange::exchange(client, request, "get_gateway_package")
            .await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::stream(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_gateways`]

[`Client::list_gateways`]: super::Client::list_gateways*/
#[derive(Debug, Clone)]
pub struct ListGateways<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> ListGateways<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/servers/{aid}/gateways`
    pub async fn send(self) -> Result<ResponseValue<types::AcpGateways>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGateways>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/servers/{}/gateways", client.baseurl, encode_path(& tid
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
        let response = crate::exchange::exchange(client, request, "list_gateways")
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
/**Builder for [`Client::get_gateway_configuration`]

[`Client::get_gateway_configuration`]: super::Client::get_gateway_configuration*/
#[derive(Debug, Clone)]
pub struct GetGatewayConfiguration<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    authorizer_version: Result<Option<::std::string::String>, String>,
    wait: Result<Option<i32>, String>,
}
impl<'a> GetGatewayConfiguration<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            authorizer_version: Ok(None),
            wait: Ok(None),
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
    pub fn authorizer_version<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.authorizer_version = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for authorizer_version failed"
                    .to_string()
            });
        self
    }
    pub fn wait<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i32>,
    {
        self.wait = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i32` for wait failed".to_string());
        self
    }
    ///Sends a `GET` request to `/api/system/{tid}/gateways/configuration`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayConfiguration>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayConfiguration>, Error<types::AcpError>> {
        let Self { client, tid, authorizer_version, wait } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let authorizer_version = authorizer_version.map_err(Error::InvalidRequest)?;
        let wait = wait.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/gateways/configuration", client.baseurl, encode_path(& tid
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
            .query(
                &progenitor_client::QueryParam::new(
                    "authorizer_version",
                    &authorizer_version,
                ),
            )
            .query(&progenitor_client::QueryParam::new("wait", &wait))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "get_gateway_configuration",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::gateway_introspect`]

[`Client::gateway_introspect`]: super::Client::gateway_introspect*/
#[derive(Debug, Clone)]
pub struct GatewayIntrospect<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    body: Result<types::builder::AcpGatewayIntrospectRequest, String>,
}
impl<'a> GatewayIntrospect<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpGatewayIntrospectRequest>,
        <V as std::convert::TryInto<
            types::AcpGatewayIntrospectRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AcpGatewayIntrospectRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpGatewayIntrospectRequest,
        ) -> types::builder::AcpGatewayIntrospectRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/{tid}/gateways/introspect`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayIntrospection>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpGatewayIntrospection>, Error<types::AcpError>> {
        let Self { client, tid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpGatewayIntrospectRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/gateways/introspect", client.baseurl, encode_path(& tid
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "gateway_introspect")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::authorize_request`]

[`Client::authorize_request`]: super::Client::authorize_request*/
#[derive(Debug, Clone)]
pub struct AuthorizeRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    body: Result<types::builder::AcpAuthorizeRequest, String>,
}
impl<'a> AuthorizeRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpAuthorizeRequest>,
        <V as std::convert::TryInto<
            types::AcpAuthorizeRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpAuthorizeRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpAuthorizeRequest,
        ) -> types::builder::AcpAuthorizeRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/access/authorize`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpAuthorizeResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpAuthorizeResponse>, Error<types::AcpError>> {
        let Self { client, tid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpAuthorizeRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/access/authorize", client.baseurl, encode_path(& tid.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "authorize_request")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::forward_auth`]

[`Client::forward_auth`]: super::Client::forward_auth*/
#[derive(Debug, Clone)]
pub struct ForwardAuth<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_forwarded_authorization: Result<Option<::std::string::String>, String>,
    x_forwarded_method: Result<Option<::std::string::String>, String>,
    x_forwarded_uri: Result<Option<::std::string::String>, String>,
}
impl<'a> ForwardAuth<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            x_forwarded_authorization: Ok(None),
            x_forwarded_method: Ok(None),
            x_forwarded_uri: Ok(None),
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
    pub fn x_forwarded_authorization<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_forwarded_authorization = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_forwarded_authorization failed"
                    .to_string()
            });
        self
    }
    pub fn x_forwarded_method<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_forwarded_method = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_forwarded_method failed"
                    .to_string()
            });
        self
    }
    pub fn x_forwarded_uri<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_forwarded_uri = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_forwarded_uri failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/{tid}/access/forward-auth`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self {
            client,
            tid,
            x_forwarded_authorization,
            x_forwarded_method,
            x_forwarded_uri,
        } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_forwarded_authorization = x_forwarded_authorization
            .map_err(Error::InvalidRequest)?;
        let x_forwarded_method = x_forwarded_method.map_err(Error::InvalidRequest)?;
        let x_forwarded_uri = x_forwarded_uri.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/access/forward-auth", client.baseurl, encode_path(& tid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_forwarded_authorization {
            header_map
                .append("X-Forwarded-Authorization", value.to_string().try_into()?);
        }
        if let Some(value) = x_forwarded_method {
            header_map.append("X-Forwarded-Method", value.to_string().try_into()?);
        }
        if let Some(value) = x_forwarded_uri {
            header_map.append("X-Forwarded-Uri", value.to_string().try_into()?);
        }
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
        let response = crate::exchange::exchange(client, request, "forward_auth").await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::evaluate_access`]

[`Client::evaluate_access`]: super::Client::evaluate_access*/
#[derive(Debug, Clone)]
pub struct EvaluateAccess<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_request_id: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AuthzenEvaluationRequest, String>,
}
impl<'a> EvaluateAccess<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            x_request_id: Ok(None),
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
    pub fn x_request_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_request_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_request_id failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AuthzenEvaluationRequest>,
        <V as std::convert::TryInto<
            types::AuthzenEvaluationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AuthzenEvaluationRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AuthzenEvaluationRequest,
        ) -> types::builder::AuthzenEvaluationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/access/v1/evaluation`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AuthzenDecision>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AuthzenDecision>, Error<types::AcpError>> {
        let Self { client, tid, x_request_id, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_request_id = x_request_id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AuthzenEvaluationRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/access/v1/evaluation", client.baseurl, encode_path(& tid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_request_id {
            header_map.append("X-Request-ID", value.to_string().try_into()?);
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
        let response = crate::exchange::exchange(client, request, "evaluate_access")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::evaluate_accesses`]

[`Client::evaluate_accesses`]: super::Client::evaluate_accesses*/
#[derive(Debug, Clone)]
pub struct EvaluateAccesses<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_request_id: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AuthzenEvaluationsRequest, String>,
}
impl<'a> EvaluateAccesses<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            x_request_id: Ok(None),
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
    pub fn x_request_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_request_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_request_id failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AuthzenEvaluationsRequest>,
        <V as std::convert::TryInto<
            types::AuthzenEvaluationsRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AuthzenEvaluationsRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AuthzenEvaluationsRequest,
        ) -> types::builder::AuthzenEvaluationsRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/access/v1/evaluations`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AuthzenEvaluationsResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AuthzenEvaluationsResponse>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, x_request_id, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_request_id = x_request_id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AuthzenEvaluationsRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/access/v1/evaluations", client.baseurl, encode_path(& tid
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_request_id {
            header_map.append("X-Request-ID", value.to_string().try_into()?);
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
        let response = crate::exchange::exchange(client, request, "evaluate_accesses")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
