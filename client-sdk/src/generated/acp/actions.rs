//! The operations of the tag `actions`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List the actions of a tenant

In the order of their creation, without the consents that they ask for.

Takes a token of server `admin` with scope `consents:read`, `consents:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/actions`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.list_consent_actions()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn list_consent_actions(&self) -> builder::ListConsentActions<'_> {
        builder::ListConsentActions::new(self)
    }
    /**Create an action

Of each of its consents, id and `required` count.

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/actions`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_consent_action()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_consent_action(&self) -> builder::CreateConsentAction<'_> {
        builder::CreateConsentAction::new(self)
    }
    /**Get an action

With the consents that it asks for, each as it is now.

Takes a token of server `admin` with scope `consents:read`, `consents:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/actions/{action}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `action`: Id of the action, or its name where no action has such an id.
```text
let response = client.get_consent_action()
    .tid(tid)
    .action(action)
    .send()
    .await;
```*/
    pub fn get_consent_action(&self) -> builder::GetConsentAction<'_> {
        builder::GetConsentAction::new(self)
    }
    /**Replace an action

Everything but its id. A body that names another id than the action has is refused (409).

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/actions/{action}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `action`: Id of the action, or its name where no action has such an id.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_consent_action()
    .tid(tid)
    .action(action)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_consent_action(&self) -> builder::UpdateConsentAction<'_> {
        builder::UpdateConsentAction::new(self)
    }
    /**Delete an action

The consents that it asked for stay.

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/actions/{action}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `action`: Id of the action, or its name where no action has such an id.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_consent_action()
    .tid(tid)
    .action(action)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_consent_action(&self) -> builder::DeleteConsentAction<'_> {
        builder::DeleteConsentAction::new(self)
    }
}
/**Builder for [`Client::list_consent_actions`]

[`Client::list_consent_actions`]: super::Client::list_consent_actions*/
#[derive(Debug, Clone)]
pub struct ListConsentActions<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> ListConsentActions<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/actions`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentActions>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentActions>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/actions", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "list_consent_actions")
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
/**Builder for [`Client::create_consent_action`]

[`Client::create_consent_action`]: super::Client::create_consent_action*/
#[derive(Debug, Clone)]
pub struct CreateConsentAction<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpConsentActionRequest, String>,
}
impl<'a> CreateConsentAction<'a> {
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
        V: std::convert::TryInto<types::AcpConsentActionRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentActionRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentActionRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentActionRequest,
        ) -> types::builder::AcpConsentActionRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/actions`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentActionWithConsents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConsentActionWithConsents>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentActionRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/actions", client.baseurl, encode_path(& tid.to_string()),
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
                "create_consent_action",
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
/**Builder for [`Client::get_consent_action`]

[`Client::get_consent_action`]: super::Client::get_consent_action*/
#[derive(Debug, Clone)]
pub struct GetConsentAction<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    action: Result<::std::string::String, String>,
}
impl<'a> GetConsentAction<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            action: Err("action was not initialized".to_string()),
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
    pub fn action<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.action = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for action failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/actions/{action}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentActionWithConsents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConsentActionWithConsents>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, action } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let action = action.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/actions/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& action.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_consent_action")
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
/**Builder for [`Client::update_consent_action`]

[`Client::update_consent_action`]: super::Client::update_consent_action*/
#[derive(Debug, Clone)]
pub struct UpdateConsentAction<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    action: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpConsentActionRequest, String>,
}
impl<'a> UpdateConsentAction<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            action: Err("action was not initialized".to_string()),
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
    pub fn action<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.action = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for action failed"
                    .to_string()
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
        V: std::convert::TryInto<types::AcpConsentActionRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentActionRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentActionRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentActionRequest,
        ) -> types::builder::AcpConsentActionRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/actions/{action}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentActionWithConsents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConsentActionWithConsents>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, action, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let action = action.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentActionRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/actions/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& action.to_string()),
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
                "update_consent_action",
            )
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 409u16 | 412u16 | 413u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_consent_action`]

[`Client::delete_consent_action`]: super::Client::delete_consent_action*/
#[derive(Debug, Clone)]
pub struct DeleteConsentAction<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    action: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteConsentAction<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            action: Err("action was not initialized".to_string()),
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
    pub fn action<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.action = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for action failed"
                    .to_string()
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/actions/{action}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, action, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let action = action.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/actions/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& action.to_string()),
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
                "delete_consent_action",
            )
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
