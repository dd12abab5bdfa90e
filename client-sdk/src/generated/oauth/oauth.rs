//! The operations of the tag `oauth`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Ask for an access token as the local user store's API clients do

The shared OAuth client authenticates in the `Authorization` header; with `grant_type=password`, `username` is the API client's id and `password` its secret.

Takes the credentials of a client.

Sends a `POST` request to `/auth/api/v1/oauth/token`

```text
let response = client.local_user_store_token()
    .body(body)
    .send()
    .await;
```*/
    pub fn local_user_store_token(&self) -> builder::LocalUserStoreToken<'_> {
        builder::LocalUserStoreToken::new(self)
    }
    /**Ask for an access token as Logto's clients do

The token endpoint of the tenant's default authorization server. The tenant is the one of the `resource`, if that is a management API, else the client's.

Takes the credentials of a client.

Sends a `POST` request to `/oidc/token`

```text
let response = client.logto_token()
    .body(body)
    .send()
    .await;
```*/
    pub fn logto_token(&self) -> builder::LogtoToken<'_> {
        builder::LogtoToken::new(self)
    }
    /**List the clients that a user has given access

With what they were given: what the user consented to, and what trusted clients have without being consented to. The caller is a bearer of a user's access token with the scope `list_clients_with_access`; a client's own token stands for nobody.

Takes a token of the authorization server that is called with scope `list_clients_with_access`.

Sends a `GET` request to `/{tid}/{aid}/clients`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.list_clients_with_access()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn list_clients_with_access(&self) -> builder::ListClientsWithAccess<'_> {
        builder::ListClientsWithAccess::new(self)
    }
    /**Revoke a client's access to a user

Takes back everything that the user of the access token gave the client: from the answer on its tokens are dead, and it has to ask for consent again. The caller is a bearer of a user's access token with the scope `revoke_client_access`. Where nothing was given, nothing is taken back, and that is no error.

Takes a token of the authorization server that is called with scope `revoke_client_access`.

Sends a `DELETE` request to `/{tid}/{aid}/clients/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `cid`: Id of the client, as `client_id` of its requests.
```text
let response = client.revoke_client_access()
    .tid(tid)
    .aid(aid)
    .cid(cid)
    .send()
    .await;
```*/
    pub fn revoke_client_access(&self) -> builder::RevokeClientAccess<'_> {
        builder::RevokeClientAccess::new(self)
    }
    /**Let a device begin

The device authorization endpoint (RFC 8628 §3.1). The client authenticates as at the token endpoint; a public client only says who it is. Server and client must be set to `urn:ietf:params:oauth:grant-type:device_code`.

Takes the credentials of a client.

Sends a `POST` request to `/{tid}/{aid}/oauth2/device/authorization`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.device_authorization()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn device_authorization(&self) -> builder::DeviceAuthorization<'_> {
        builder::DeviceAuthorization::new(self)
    }
    /**Ask about a token

For access tokens and refresh tokens. Says whether a token is valid, and what it says. The caller is a client that authenticates as at the token endpoint and is concerned by the token (it holds it, is in its audience, or has the scope `introspect_tokens`), or a bearer with the scope `introspect_tokens`. Everybody else hears that the token isn't active.

Takes the credentials of a client, or a token of the authorization server that is called with scope `introspect_tokens`.

Sends a `POST` request to `/{tid}/{aid}/oauth2/introspect`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.introspect()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn introspect(&self) -> builder::Introspect<'_> {
        builder::Introspect::new(self)
    }
    /**Register a client

Open to everybody where the authorization server enables it, so many times from one address. Whoever sends an access token must send a valid one of this authorization server; that of a client with the scope `register_clients` lifts the limit. The answer has the client's id, its secret unless it is public, and the token and the address for managing the registration.

Takes no credentials.

Sends a `POST` request to `/{tid}/{aid}/oauth2/register`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.dynamic_client_registration()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn dynamic_client_registration(&self) -> builder::DynamicClientRegistration<'_> {
        builder::DynamicClientRegistration::new(self)
    }
    /**Get the registration of a client

With the registration access token. It stays the same.

Takes the registration access token of the client.

Sends a `GET` request to `/{tid}/{aid}/oauth2/register/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `cid`: Id of the client, as `client_id` of its requests.
```text
let response = client.dynamic_client_registration_get_client()
    .tid(tid)
    .aid(aid)
    .cid(cid)
    .send()
    .await;
```*/
    pub fn dynamic_client_registration_get_client(
        &self,
    ) -> builder::DynamicClientRegistrationGetClient<'_> {
        builder::DynamicClientRegistrationGetClient::new(self)
    }
    /**Replace the registration of a client

With the registration access token. What the body leaves out returns to its default; id, secret and token stay. Nothing can be had that a new client couldn't have; what an administrator gave the client may stay.

Takes the registration access token of the client.

Sends a `PUT` request to `/{tid}/{aid}/oauth2/register/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.dynamic_client_registration_update_client()
    .tid(tid)
    .aid(aid)
    .cid(cid)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn dynamic_client_registration_update_client(
        &self,
    ) -> builder::DynamicClientRegistrationUpdateClient<'_> {
        builder::DynamicClientRegistrationUpdateClient::new(self)
    }
    /**Delete a client

With the registration access token, which is gone with it. Tokens of the client are no longer honoured here.

Takes the registration access token of the client.

Sends a `DELETE` request to `/{tid}/{aid}/oauth2/register/{cid}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `cid`: Id of the client, as `client_id` of its requests.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.dynamic_client_registration_delete_client()
    .tid(tid)
    .aid(aid)
    .cid(cid)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn dynamic_client_registration_delete_client(
        &self,
    ) -> builder::DynamicClientRegistrationDeleteClient<'_> {
        builder::DynamicClientRegistrationDeleteClient::new(self)
    }
    /**Revoke a token

From the answer on an access token is dead at introspection, userinfo and the management APIs; a refresh token takes the whole authorization that it comes from with it, access tokens too. The caller is the client that it was issued to, or a bearer with the scope `revoke_tokens`. A token that isn't valid anyway is answered with 200, so that nothing can be learned from trying.

Takes the credentials of a client, or a token of the authorization server that is called with scope `revoke_tokens`.

Sends a `POST` request to `/{tid}/{aid}/oauth2/revoke`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.revoke()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn revoke(&self) -> builder::Revoke<'_> {
        builder::Revoke::new(self)
    }
    /**Ask for an access token

The token endpoint of an authorization server. The client authenticates with its secret in the `Authorization` header (`client_secret_basic`) or in the form (`client_secret_post`), or with an assertion that it signed (`private_key_jwt`) or sealed with its secret (`client_secret_jwt`): in the way it is registered for. A public client (`none`) only says who it is.

Takes the credentials of a client.

Sends a `POST` request to `/{tid}/{aid}/oauth2/token`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.token()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn token(&self) -> builder::Token<'_> {
        builder::Token::new(self)
    }
    /**Get what a client may know of its user

The claims of the scopes that the user granted, from the access token of an authorization that includes `openid`. A client that is registered with `userinfo_signed_response_alg` gets them as a signed JWT (`application/jwt`).

Takes a token of the authorization server that is called with scope `openid`.

Sends a `GET` request to `/{tid}/{aid}/userinfo`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.userinfo()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn userinfo(&self) -> builder::Userinfo<'_> {
        builder::Userinfo::new(self)
    }
    /**Get what a client may know of its user, by POST

Answers as by GET. The access token is in the `Authorization` header or, for clients that can't set one, in a form as `access_token` (RFC 6750 §2.2); a request with both is refused.

Takes a token of the authorization server that is called with scope `openid`.

Sends a `POST` request to `/{tid}/{aid}/userinfo`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
```text
let response = client.userinfo_by_post()
    .tid(tid)
    .aid(aid)
    .send()
    .await;
```*/
    pub fn userinfo_by_post(&self) -> builder::UserinfoByPost<'_> {
        builder::UserinfoByPost::new(self)
    }
}
/**Builder for [`Client::local_user_store_token`]

[`Client::local_user_store_token`]: super::Client::local_user_store_token*/
#[derive(Debug, Clone)]
pub struct LocalUserStoreToken<'a> {
    client: &'a super::Client,
    body: Result<types::builder::TokenRequest, String>,
}
impl<'a> LocalUserStoreToken<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::TokenRequest>,
        <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `TokenRequest` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::TokenRequest,
        ) -> types::builder::TokenRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/auth/api/v1/oauth/token`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, Error<types::OAuthError>> {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| types::TokenRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/auth/api/v1/oauth/token", client.baseurl,);
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
        let response = crate::exchange::exchange(
                client,
                request,
                "local_user_store_token",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 404u16 | 413u16 | 415u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::logto_token`]

[`Client::logto_token`]: super::Client::logto_token*/
#[derive(Debug, Clone)]
pub struct LogtoToken<'a> {
    client: &'a super::Client,
    body: Result<types::builder::TokenRequest, String>,
}
impl<'a> LogtoToken<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::TokenRequest>,
        <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `TokenRequest` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::TokenRequest,
        ) -> types::builder::TokenRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/oidc/token`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, Error<types::OAuthError>> {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| types::TokenRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/oidc/token", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "logto_token").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 404u16 | 413u16 | 415u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_clients_with_access`]

[`Client::list_clients_with_access`]: super::Client::list_clients_with_access*/
#[derive(Debug, Clone)]
pub struct ListClientsWithAccess<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> ListClientsWithAccess<'a> {
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
    ///Sends a `GET` request to `/{tid}/{aid}/clients`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpClientsWithAccess>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpClientsWithAccess>, Error<types::AcpError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/clients", client.baseurl, encode_path(& tid.to_string()),
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
                "list_clients_with_access",
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
/**Builder for [`Client::revoke_client_access`]

[`Client::revoke_client_access`]: super::Client::revoke_client_access*/
#[derive(Debug, Clone)]
pub struct RevokeClientAccess<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
}
impl<'a> RevokeClientAccess<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    ///Sends a `DELETE` request to `/{tid}/{aid}/clients/{cid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, aid, cid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/clients/{}", client.baseurl, encode_path(& tid.to_string()),
            encode_path(& aid.to_string()), encode_path(& cid.to_string()),
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
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "revoke_client_access")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::device_authorization`]

[`Client::device_authorization`]: super::Client::device_authorization*/
#[derive(Debug, Clone)]
pub struct DeviceAuthorization<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::DeviceAuthorizationRequest, String>,
}
impl<'a> DeviceAuthorization<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::DeviceAuthorizationRequest>,
        <V as std::convert::TryInto<
            types::DeviceAuthorizationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `DeviceAuthorizationRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::DeviceAuthorizationRequest,
        ) -> types::builder::DeviceAuthorizationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/oauth2/device/authorization`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::DeviceAuthorization>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::DeviceAuthorization>, Error<types::OAuthError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::DeviceAuthorizationRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/device/authorization", client.baseurl, encode_path(& tid
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "device_authorization")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 404u16 | 413u16 | 415u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::introspect`]

[`Client::introspect`]: super::Client::introspect*/
#[derive(Debug, Clone)]
pub struct Introspect<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::TokenQuery, String>,
}
impl<'a> Introspect<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::TokenQuery>,
        <V as std::convert::TryInto<types::TokenQuery>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `TokenQuery` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(types::builder::TokenQuery) -> types::builder::TokenQuery,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/oauth2/introspect`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Introspection>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::Introspection>, Error<types::OAuthError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::TokenQuery::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/introspect", client.baseurl, encode_path(& tid.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "introspect").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 404u16 | 413u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::dynamic_client_registration`]

[`Client::dynamic_client_registration`]: super::Client::dynamic_client_registration*/
#[derive(Debug, Clone)]
pub struct DynamicClientRegistration<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::ClientRegistrationRequest, String>,
}
impl<'a> DynamicClientRegistration<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ClientRegistrationRequest>,
        <V as std::convert::TryInto<
            types::ClientRegistrationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `ClientRegistrationRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::ClientRegistrationRequest,
        ) -> types::builder::ClientRegistrationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/oauth2/register`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, Error<types::OAuthError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::ClientRegistrationRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/register", client.baseurl, encode_path(& tid.to_string()),
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
                "dynamic_client_registration",
            )
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 415u16 | 429u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::dynamic_client_registration_get_client`]

[`Client::dynamic_client_registration_get_client`]: super::Client::dynamic_client_registration_get_client*/
#[derive(Debug, Clone)]
pub struct DynamicClientRegistrationGetClient<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
}
impl<'a> DynamicClientRegistrationGetClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    ///Sends a `GET` request to `/{tid}/{aid}/oauth2/register/{cid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, Error<types::OAuthError>> {
        let Self { client, tid, aid, cid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/register/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& aid.to_string()), encode_path(& cid
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
                "dynamic_client_registration_get_client",
            )
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
/**Builder for [`Client::dynamic_client_registration_update_client`]

[`Client::dynamic_client_registration_update_client`]: super::Client::dynamic_client_registration_update_client*/
#[derive(Debug, Clone)]
pub struct DynamicClientRegistrationUpdateClient<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::ClientRegistrationRequest, String>,
}
impl<'a> DynamicClientRegistrationUpdateClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
        V: std::convert::TryInto<types::ClientRegistrationRequest>,
        <V as std::convert::TryInto<
            types::ClientRegistrationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `ClientRegistrationRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::ClientRegistrationRequest,
        ) -> types::builder::ClientRegistrationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/{tid}/{aid}/oauth2/register/{cid}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::RegisteredClient>, Error<types::OAuthError>> {
        let Self { client, tid, aid, cid, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::ClientRegistrationRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/register/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& aid.to_string()), encode_path(& cid
            .to_string()),
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
                "dynamic_client_registration_update_client",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 429u16
            | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::dynamic_client_registration_delete_client`]

[`Client::dynamic_client_registration_delete_client`]: super::Client::dynamic_client_registration_delete_client*/
#[derive(Debug, Clone)]
pub struct DynamicClientRegistrationDeleteClient<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    cid: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DynamicClientRegistrationDeleteClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    ///Sends a `DELETE` request to `/{tid}/{aid}/oauth2/register/{cid}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::OAuthError>> {
        let Self { client, tid, aid, cid, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let cid = cid.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/register/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& aid.to_string()), encode_path(& cid
            .to_string()),
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
                "dynamic_client_registration_delete_client",
            )
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::revoke`]

[`Client::revoke`]: super::Client::revoke*/
#[derive(Debug, Clone)]
pub struct Revoke<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::TokenQuery, String>,
}
impl<'a> Revoke<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::TokenQuery>,
        <V as std::convert::TryInto<types::TokenQuery>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `TokenQuery` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(types::builder::TokenQuery) -> types::builder::TokenQuery,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/oauth2/revoke`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::OAuthError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::TokenQuery::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/revoke", client.baseurl, encode_path(& tid.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "revoke").await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 404u16 | 413u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::token`]

[`Client::token`]: super::Client::token*/
#[derive(Debug, Clone)]
pub struct Token<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::TokenRequest, String>,
}
impl<'a> Token<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::TokenRequest>,
        <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| format!("conversion to `TokenRequest` for body failed: {}", s));
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::TokenRequest,
        ) -> types::builder::TokenRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/oauth2/token`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AccessTokenResponse>, Error<types::OAuthError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::TokenRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/oauth2/token", client.baseurl, encode_path(& tid.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "token").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 404u16 | 413u16 | 415u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::userinfo`]

[`Client::userinfo`]: super::Client::userinfo*/
#[derive(Debug, Clone)]
pub struct Userinfo<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> Userinfo<'a> {
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
    ///Sends a `GET` request to `/{tid}/{aid}/userinfo`
    pub async fn send(self) -> Result<ResponseValue<types::UserInfo>, crate::Error> {
        let (client, tid, aid) = (self.client, self.tid.clone(), self.aid.clone());
        let answered = async { crate::call::operation(self.exchange()).await };
        crate::signed_answer::read(
                client,
                tid.unwrap_or_default(),
                aid.unwrap_or_default(),
                answered,
            )
            .await
    }
    async fn exchange(self) -> Result<::reqwest::Response, Error<types::OAuthError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/userinfo", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "userinfo").await?;
        match response.status().as_u16() {
            200u16 => Ok(response),
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::userinfo_by_post`]

[`Client::userinfo_by_post`]: super::Client::userinfo_by_post*/
#[derive(Debug, Clone)]
pub struct UserinfoByPost<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
}
impl<'a> UserinfoByPost<'a> {
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
    ///Sends a `POST` request to `/{tid}/{aid}/userinfo`
    pub async fn send(self) -> Result<ResponseValue<types::UserInfo>, crate::Error> {
        let (client, tid, aid) = (self.client, self.tid.clone(), self.aid.clone());
        let answered = async { crate::call::operation(self.exchange()).await };
        crate::signed_answer::read(
                client,
                tid.unwrap_or_default(),
                aid.unwrap_or_default(),
                answered,
            )
            .await
    }
    async fn exchange(self) -> Result<::reqwest::Response, Error<types::OAuthError>> {
        let Self { client, tid, aid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/userinfo", client.baseurl, encode_path(& tid.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "userinfo_by_post")
            .await?;
        match response.status().as_u16() {
            200u16 => Ok(response),
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
