//! The operations of the tag `logins`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Get a login

Who asks for what: a custom login page may show it. With `login_state` in the query, it must be the right one.

Takes a token of server `system` with scope `manage_logins`.

Sends a `GET` request to `/api/system/{tid}/logins/{login}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `login_state`: The `login_state` that the page was called with. Where it is given, it must be right.
```text
let response = client.get_login_request()
    .tid(tid)
    .login(login)
    .login_state(login_state)
    .send()
    .await;
```*/
    pub fn get_login_request(&self) -> builder::GetLoginRequest<'_> {
        builder::GetLoginRequest::new(self)
    }
    /**Accept a login

Says who signed in, once, while the user is with the custom login page. Send the browser to `redirect_to`.

Takes a token of server `system` with scope `manage_logins`.

Sends a `POST` request to `/api/system/{tid}/logins/{login}/accept`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.accept_login_request()
    .tid(tid)
    .login(login)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn accept_login_request(&self) -> builder::AcceptLoginRequest<'_> {
        builder::AcceptLoginRequest::new(self)
    }
    /**Reject a login

Nobody signs in: the client is told the error. Send the browser to `redirect_to`.

Takes a token of server `system` with scope `manage_logins`.

Sends a `POST` request to `/api/system/{tid}/logins/{login}/reject`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.reject_login_request()
    .tid(tid)
    .login(login)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn reject_login_request(&self) -> builder::RejectLoginRequest<'_> {
        builder::RejectLoginRequest::new(self)
    }
    /**Get a scope grant request

Who asks whom for what: a custom consent page may show it. With `login_state` in the query, it must be the right one.

Takes a token of server `system` with scope `manage_consents`.

Sends a `GET` request to `/api/system/{tid}/scope-grants/{login}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `login_state`: The `login_state` that the page was called with. Where it is given, it must be right.
```text
let response = client.get_scope_grant_request()
    .tid(tid)
    .login(login)
    .login_state(login_state)
    .send()
    .await;
```*/
    pub fn get_scope_grant_request(&self) -> builder::GetScopeGrantRequest<'_> {
        builder::GetScopeGrantRequest::new(self)
    }
    /**Accept a scope grant request

Grants some of the requested scopes on behalf of whoever signed in. Send the browser to `redirect_to`.

Takes a token of server `system` with scope `manage_consents`.

Sends a `POST` request to `/api/system/{tid}/scope-grants/{login}/accept`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.accept_scope_grant_request()
    .tid(tid)
    .login(login)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn accept_scope_grant_request(&self) -> builder::AcceptScopeGrantRequest<'_> {
        builder::AcceptScopeGrantRequest::new(self)
    }
    /**Reject a scope grant request

Nothing is granted: the client is told the error. Send the browser to `redirect_to`.

Takes a token of server `system` with scope `manage_consents`.

Sends a `POST` request to `/api/system/{tid}/scope-grants/{login}/reject`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `login`: Id of the login: the `login_id` that the custom page was called with.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.reject_scope_grant_request()
    .tid(tid)
    .login(login)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn reject_scope_grant_request(&self) -> builder::RejectScopeGrantRequest<'_> {
        builder::RejectScopeGrantRequest::new(self)
    }
}
/**Builder for [`Client::get_login_request`]

[`Client::get_login_request`]: super::Client::get_login_request*/
#[derive(Debug, Clone)]
pub struct GetLoginRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    login_state: Result<Option<::authplane_client::Secret>, String>,
}
impl<'a> GetLoginRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
            login_state: Ok(None),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
            });
        self
    }
    pub fn login_state<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::authplane_client::Secret>,
    {
        self.login_state = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: authplane_client :: Secret` for login_state failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/system/{tid}/logins/{login}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpLoginSession>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpLoginSession>, Error<types::AcpError>> {
        let Self { client, tid, login, login_state } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let login_state = login_state.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/logins/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& login.to_string()),
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
            .query(&progenitor_client::QueryParam::new("login_state", &login_state))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "get_login_request")
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
/**Builder for [`Client::accept_login_request`]

[`Client::accept_login_request`]: super::Client::accept_login_request*/
#[derive(Debug, Clone)]
pub struct AcceptLoginRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpAcceptLoginRequest, String>,
}
impl<'a> AcceptLoginRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
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
        V: std::convert::TryInto<types::AcpAcceptLoginRequest>,
        <V as std::convert::TryInto<
            types::AcpAcceptLoginRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpAcceptLoginRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpAcceptLoginRequest,
        ) -> types::builder::AcpAcceptLoginRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/{tid}/logins/{login}/accept`
    pub async fn send(self) -> Result<ResponseValue<types::AcpRedirect>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRedirect>, Error<types::AcpError>> {
        let Self { client, tid, login, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpAcceptLoginRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/logins/{}/accept", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& login.to_string()),
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
        let response = crate::exchange::exchange(client, request, "accept_login_request")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::reject_login_request`]

[`Client::reject_login_request`]: super::Client::reject_login_request*/
#[derive(Debug, Clone)]
pub struct RejectLoginRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpRejectRequest, String>,
}
impl<'a> RejectLoginRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
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
        V: std::convert::TryInto<types::AcpRejectRequest>,
        <V as std::convert::TryInto<types::AcpRejectRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpRejectRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpRejectRequest,
        ) -> types::builder::AcpRejectRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/{tid}/logins/{login}/reject`
    pub async fn send(self) -> Result<ResponseValue<types::AcpRedirect>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRedirect>, Error<types::AcpError>> {
        let Self { client, tid, login, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpRejectRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/logins/{}/reject", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& login.to_string()),
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
        let response = crate::exchange::exchange(client, request, "reject_login_request")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_scope_grant_request`]

[`Client::get_scope_grant_request`]: super::Client::get_scope_grant_request*/
#[derive(Debug, Clone)]
pub struct GetScopeGrantRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    login_state: Result<Option<::authplane_client::Secret>, String>,
}
impl<'a> GetScopeGrantRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
            login_state: Ok(None),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
            });
        self
    }
    pub fn login_state<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::authplane_client::Secret>,
    {
        self.login_state = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: authplane_client :: Secret` for login_state failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/system/{tid}/scope-grants/{login}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpLoginSession>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpLoginSession>, Error<types::AcpError>> {
        let Self { client, tid, login, login_state } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let login_state = login_state.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/scope-grants/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& login.to_string()),
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
            .query(&progenitor_client::QueryParam::new("login_state", &login_state))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "get_scope_grant_request",
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
/**Builder for [`Client::accept_scope_grant_request`]

[`Client::accept_scope_grant_request`]: super::Client::accept_scope_grant_request*/
#[derive(Debug, Clone)]
pub struct AcceptScopeGrantRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpAcceptScopeGrantRequest, String>,
}
impl<'a> AcceptScopeGrantRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
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
        V: std::convert::TryInto<types::AcpAcceptScopeGrantRequest>,
        <V as std::convert::TryInto<
            types::AcpAcceptScopeGrantRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AcpAcceptScopeGrantRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpAcceptScopeGrantRequest,
        ) -> types::builder::AcpAcceptScopeGrantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/{tid}/scope-grants/{login}/accept`
    pub async fn send(self) -> Result<ResponseValue<types::AcpRedirect>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRedirect>, Error<types::AcpError>> {
        let Self { client, tid, login, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpAcceptScopeGrantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/scope-grants/{}/accept", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& login.to_string()),
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
                "accept_scope_grant_request",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::reject_scope_grant_request`]

[`Client::reject_scope_grant_request`]: super::Client::reject_scope_grant_request*/
#[derive(Debug, Clone)]
pub struct RejectScopeGrantRequest<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    login: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpRejectRequest, String>,
}
impl<'a> RejectScopeGrantRequest<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            login: Err("login was not initialized".to_string()),
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
    pub fn login<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.login = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for login failed".to_string()
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
        V: std::convert::TryInto<types::AcpRejectRequest>,
        <V as std::convert::TryInto<types::AcpRejectRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpRejectRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpRejectRequest,
        ) -> types::builder::AcpRejectRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/{tid}/scope-grants/{login}/reject`
    pub async fn send(self) -> Result<ResponseValue<types::AcpRedirect>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpRedirect>, Error<types::AcpError>> {
        let Self { client, tid, login, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let login = login.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpRejectRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/scope-grants/{}/reject", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& login.to_string()),
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
                "reject_scope_grant_request",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
