//! The operations of the tag `consents`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List the consents of a tenant

In the order of their creation.

Takes a token of server `admin` with scope `consents:read`, `consents:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
```text
let response = client.list_consents()
    .tid(tid)
    .send()
    .await;
```*/
    pub fn list_consents(&self) -> builder::ListConsents<'_> {
        builder::ListConsents::new(self)
    }
    /**Create a consent

In its first version. Actions ask for it by its id.

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `POST` request to `/api/admin/{tid}/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.create_consent()
    .tid(tid)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_consent(&self) -> builder::CreateConsent<'_> {
        builder::CreateConsent::new(self)
    }
    /**Get a consent

In its current version.

Takes a token of server `admin` with scope `consents:read`, `consents:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/consents/{consent}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `consent`: Id of the consent.
```text
let response = client.get_consent()
    .tid(tid)
    .consent(consent)
    .send()
    .await;
```*/
    pub fn get_consent(&self) -> builder::GetConsent<'_> {
        builder::GetConsent::new(self)
    }
    /**Make the next version of a consent

Its version is one more than before, also when nothing else changes. `update_existing_grants` says what that means for those who gave an earlier version, and counts at once, however many they are. A body that names another id than the path is refused (409).

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `PUT` request to `/api/admin/{tid}/consents/{consent}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `consent`: Id of the consent.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_consent()
    .tid(tid)
    .consent(consent)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_consent(&self) -> builder::UpdateConsent<'_> {
        builder::UpdateConsent::new(self)
    }
    /**Delete a consent

Actions ask for it no longer, and who gave it gave nothing. The privacy ledger keeps what happened.

Takes a token of server `admin` with scope `consents:write` or `all`.

Sends a `DELETE` request to `/api/admin/{tid}/consents/{consent}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `consent`: Id of the consent.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_consent()
    .tid(tid)
    .consent(consent)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_consent(&self) -> builder::DeleteConsent<'_> {
        builder::DeleteConsent::new(self)
    }
    /**List privacy ledger events

In the order in which they were written. Nothing is ever changed or taken out; of whom was erased, subject and payload are gone. `authplane ledger verify` proves that the ledger is whole.

Takes a token of server `admin` with scope `consents:read`, `consents:write` or `all`.

Sends a `GET` request to `/api/admin/{tid}/events`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `from`: Not before this time: in seconds, milliseconds or nanoseconds since the epoch, as its magnitude says. From the beginning when absent.
- `sub`: Those of this subject; of all when absent.
- `to`: Before this time, as `from`. Up to now when absent.
```text
let response = client.list_privacy_ledger_events_by_subject()
    .tid(tid)
    .from(from)
    .sub(sub)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_privacy_ledger_events_by_subject(
        &self,
    ) -> builder::ListPrivacyLedgerEventsBySubject<'_> {
        builder::ListPrivacyLedgerEventsBySubject::new(self)
    }
    /**List a user's consents

All consents of the tenant, with what the user of `x-subject` gave of each. 404 without that header.

Takes a token of server `system` with scope `view_consents`.

Sends a `GET` request to `/api/system/{tid}/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `consent_id`: The consent with this id; repeated, those with any of them. All of them when absent.
- `x_subject`: Whose consents are meant: the `sub` of their tokens.
```text
let response = client.list_user_consents_system()
    .tid(tid)
    .consent_id(consent_id)
    .x_subject(x_subject)
    .send()
    .await;
```*/
    pub fn list_user_consents_system(&self) -> builder::ListUserConsentsSystem<'_> {
        builder::ListUserConsentsSystem::new(self)
    }
    /**Give and take back a user's consents

Several at once, all or none, on behalf of the user of `x-subject`. What is so already is left as it is. One that the user says to give by something that was collected before they said something else is refused (409).

Takes a token of server `system` with scope `manage_consents`.

Sends a `PATCH` request to `/api/system/{tid}/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `x_subject`: Whose consents are meant: the `sub` of their tokens.
- `body`
```text
let response = client.patch_consent_grants_system()
    .tid(tid)
    .x_subject(x_subject)
    .body(body)
    .send()
    .await;
```*/
    pub fn patch_consent_grants_system(&self) -> builder::PatchConsentGrantsSystem<'_> {
        builder::PatchConsentGrantsSystem::new(self)
    }
    /**List a user's consents of an action

Those that the action asks for, also those that are given, in its order. 404 without `x-subject`.

Takes a token of server `system` with scope `view_consents`.

Sends a `GET` request to `/api/system/{tid}/consents/{action}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `action`: Id of the action, or its name where no action has such an id.
- `x_subject`: Whose consents are meant: the `sub` of their tokens.
```text
let response = client.list_user_consents_by_action_system()
    .tid(tid)
    .action(action)
    .x_subject(x_subject)
    .send()
    .await;
```*/
    pub fn list_user_consents_by_action_system(
        &self,
    ) -> builder::ListUserConsentsByActionSystem<'_> {
        builder::ListUserConsentsByActionSystem::new(self)
    }
    /**List one's consents

All consents of the tenant, with what the user of the access token gave of each. The token has the scope `view_consents`.

Takes a token of the authorization server that is called with scope `view_consents`.

Sends a `GET` request to `/{tid}/{aid}/privacy/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `consent_id`: The consent with this id; repeated, those with any of them. All of them when absent.
```text
let response = client.list_user_consents()
    .tid(tid)
    .aid(aid)
    .consent_id(consent_id)
    .send()
    .await;
```*/
    pub fn list_user_consents(&self) -> builder::ListUserConsents<'_> {
        builder::ListUserConsents::new(self)
    }
    /**Give and take back consents

Several at once, all or none. What is so already is left as it is. The token has the scope `manage_consents`.

Takes a token of the authorization server that is called with scope `manage_consents`.

Sends a `PATCH` request to `/{tid}/{aid}/privacy/consents`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.patch_consent_grants()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn patch_consent_grants(&self) -> builder::PatchConsentGrants<'_> {
        builder::PatchConsentGrants::new(self)
    }
    /**Give a consent

In its current version. What is given already is no error. One that was collected before the user said something else is refused (409). The token has the scope `manage_consents`.

Takes a token of the authorization server that is called with scope `manage_consents`.

Sends a `POST` request to `/{tid}/{aid}/privacy/consents/grant`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.grant_consent()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn grant_consent(&self) -> builder::GrantConsent<'_> {
        builder::GrantConsent::new(self)
    }
    /**Take a consent back

404 for one that wasn't given, 422 for one that can't be withdrawn. The token has the scope `manage_consents`.

Takes a token of the authorization server that is called with scope `manage_consents`.

Sends a `POST` request to `/{tid}/{aid}/privacy/consents/revoke`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `body`
```text
let response = client.revoke_consent()
    .tid(tid)
    .aid(aid)
    .body(body)
    .send()
    .await;
```*/
    pub fn revoke_consent(&self) -> builder::RevokeConsent<'_> {
        builder::RevokeConsent::new(self)
    }
    /**List one's consents of an action

Those that the action asks for, also those that are given, in its order. The token has the scope `view_consents`.

Takes a token of the authorization server that is called with scope `view_consents`.

Sends a `GET` request to `/{tid}/{aid}/privacy/consents/{action}`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `action`: Id of the action, or its name where no action has such an id.
```text
let response = client.list_user_consents_by_action()
    .tid(tid)
    .aid(aid)
    .action(action)
    .send()
    .await;
```*/
    pub fn list_user_consents_by_action(&self) -> builder::ListUserConsentsByAction<'_> {
        builder::ListUserConsentsByAction::new(self)
    }
    /**List one's privacy ledger events

What the user of the access token gave and took back, in the order in which it was written. The token has the scope `view_consents`.

Takes a token of the authorization server that is called with scope `view_consents`.

Sends a `GET` request to `/{tid}/{aid}/privacy/events`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `aid`: Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.
- `from`: Not before this time: in seconds, milliseconds or nanoseconds since the epoch, as its magnitude says. From the beginning when absent.
- `to`: Before this time, as `from`. Up to now when absent.
```text
let response = client.list_privacy_ledger_events()
    .tid(tid)
    .aid(aid)
    .from(from)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_privacy_ledger_events(&self) -> builder::ListPrivacyLedgerEvents<'_> {
        builder::ListPrivacyLedgerEvents::new(self)
    }
}
/**Builder for [`Client::list_consents`]

[`Client::list_consents`]: super::Client::list_consents*/
#[derive(Debug, Clone)]
pub struct ListConsents<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
}
impl<'a> ListConsents<'a> {
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
    ///Sends a `GET` request to `/api/admin/{tid}/consents`
    pub async fn send(self) -> Result<ResponseValue<types::AcpConsents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsents>, Error<types::AcpError>> {
        let Self { client, tid } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/consents", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "list_consents")
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
/**Builder for [`Client::create_consent`]

[`Client::create_consent`]: super::Client::create_consent*/
#[derive(Debug, Clone)]
pub struct CreateConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpConsentRequest, String>,
}
impl<'a> CreateConsent<'a> {
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
        V: std::convert::TryInto<types::AcpConsentRequest>,
        <V as std::convert::TryInto<types::AcpConsentRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentRequest,
        ) -> types::builder::AcpConsentRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/admin/{tid}/consents`
    pub async fn send(self) -> Result<ResponseValue<types::AcpConsent>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsent>, Error<types::AcpError>> {
        let Self { client, tid, x_idempotency_key, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/consents", client.baseurl, encode_path(& tid.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_consent")
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
/**Builder for [`Client::get_consent`]

[`Client::get_consent`]: super::Client::get_consent*/
#[derive(Debug, Clone)]
pub struct GetConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    consent: Result<::std::string::String, String>,
}
impl<'a> GetConsent<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            consent: Err("consent was not initialized".to_string()),
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
    pub fn consent<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.consent = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for consent failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/consents/{consent}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpConsent>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsent>, Error<types::AcpError>> {
        let Self { client, tid, consent } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let consent = consent.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/consents/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& consent.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_consent").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_consent`]

[`Client::update_consent`]: super::Client::update_consent*/
#[derive(Debug, Clone)]
pub struct UpdateConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    consent: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpConsentRequest, String>,
}
impl<'a> UpdateConsent<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            consent: Err("consent was not initialized".to_string()),
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
    pub fn consent<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.consent = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for consent failed"
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
        V: std::convert::TryInto<types::AcpConsentRequest>,
        <V as std::convert::TryInto<types::AcpConsentRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentRequest,
        ) -> types::builder::AcpConsentRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/admin/{tid}/consents/{consent}`
    pub async fn send(self) -> Result<ResponseValue<types::AcpConsent>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsent>, Error<types::AcpError>> {
        let Self { client, tid, consent, if_match, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let consent = consent.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/consents/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& consent.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_consent")
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
/**Builder for [`Client::delete_consent`]

[`Client::delete_consent`]: super::Client::delete_consent*/
#[derive(Debug, Clone)]
pub struct DeleteConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    consent: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteConsent<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            consent: Err("consent was not initialized".to_string()),
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
    pub fn consent<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.consent = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for consent failed"
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
    ///Sends a `DELETE` request to `/api/admin/{tid}/consents/{consent}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, tid, consent, if_match } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let consent = consent.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/consents/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& consent.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_consent")
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
/**Builder for [`Client::list_privacy_ledger_events_by_subject`]

[`Client::list_privacy_ledger_events_by_subject`]: super::Client::list_privacy_ledger_events_by_subject*/
#[derive(Debug, Clone)]
pub struct ListPrivacyLedgerEventsBySubject<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    from: Result<Option<i64>, String>,
    sub: Result<Option<::std::string::String>, String>,
    to: Result<Option<i64>, String>,
}
impl<'a> ListPrivacyLedgerEventsBySubject<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            from: Ok(None),
            sub: Ok(None),
            to: Ok(None),
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
    pub fn from<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.from = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for from failed".to_string());
        self
    }
    pub fn sub<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.sub = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for sub failed".to_string()
            });
        self
    }
    pub fn to<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.to = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for to failed".to_string());
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/events`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpPrivacyLedgerEvents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpPrivacyLedgerEvents>, Error<types::AcpError>> {
        let Self { client, tid, from, sub, to } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let from = from.map_err(Error::InvalidRequest)?;
        let sub = sub.map_err(Error::InvalidRequest)?;
        let to = to.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/events", client.baseurl, encode_path(& tid.to_string()),
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
            .query(&progenitor_client::QueryParam::new("from", &from))
            .query(&progenitor_client::QueryParam::new("sub", &sub))
            .query(&progenitor_client::QueryParam::new("to", &to))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "list_privacy_ledger_events_by_subject",
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
/**Builder for [`Client::list_user_consents_system`]

[`Client::list_user_consents_system`]: super::Client::list_user_consents_system*/
#[derive(Debug, Clone)]
pub struct ListUserConsentsSystem<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    consent_id: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    x_subject: Result<Option<::std::string::String>, String>,
}
impl<'a> ListUserConsentsSystem<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            consent_id: Ok(None),
            x_subject: Ok(None),
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
    pub fn consent_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
    {
        self.consent_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for consent_id failed"
                    .to_string()
            });
        self
    }
    pub fn x_subject<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_subject = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_subject failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/system/{tid}/consents`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, Error<types::AcpError>> {
        let Self { client, tid, consent_id, x_subject } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let consent_id = consent_id.map_err(Error::InvalidRequest)?;
        let x_subject = x_subject.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/consents", client.baseurl, encode_path(& tid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_subject {
            header_map.append("x-subject", value.to_string().try_into()?);
        }
        #[allow(unused_mut)]
        let mut request = client
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("consent_id", &consent_id))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "list_user_consents_system",
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
/**Builder for [`Client::patch_consent_grants_system`]

[`Client::patch_consent_grants_system`]: super::Client::patch_consent_grants_system*/
#[derive(Debug, Clone)]
pub struct PatchConsentGrantsSystem<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    x_subject: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpConsentGrantPatchRequest, String>,
}
impl<'a> PatchConsentGrantsSystem<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            x_subject: Ok(None),
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
    pub fn x_subject<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_subject = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_subject failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpConsentGrantPatchRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentGrantPatchRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AcpConsentGrantPatchRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentGrantPatchRequest,
        ) -> types::builder::AcpConsentGrantPatchRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/system/{tid}/consents`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrantPatchResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConsentGrantPatchResponse>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, x_subject, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let x_subject = x_subject.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentGrantPatchRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/consents", client.baseurl, encode_path(& tid.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_subject {
            header_map.append("x-subject", value.to_string().try_into()?);
        }
        #[allow(unused_mut)]
        let mut request = client
            .client
            .patch(url)
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
                "patch_consent_grants_system",
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
/**Builder for [`Client::list_user_consents_by_action_system`]

[`Client::list_user_consents_by_action_system`]: super::Client::list_user_consents_by_action_system*/
#[derive(Debug, Clone)]
pub struct ListUserConsentsByActionSystem<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    action: Result<::std::string::String, String>,
    x_subject: Result<Option<::std::string::String>, String>,
}
impl<'a> ListUserConsentsByActionSystem<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            action: Err("action was not initialized".to_string()),
            x_subject: Ok(None),
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
    pub fn x_subject<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.x_subject = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for x_subject failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/system/{tid}/consents/{action}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, Error<types::AcpError>> {
        let Self { client, tid, action, x_subject } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let action = action.map_err(Error::InvalidRequest)?;
        let x_subject = x_subject.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/system/{}/consents/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& action.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        if let Some(value) = x_subject {
            header_map.append("x-subject", value.to_string().try_into()?);
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
        let response = crate::exchange::exchange(
                client,
                request,
                "list_user_consents_by_action_system",
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
/**Builder for [`Client::list_user_consents`]

[`Client::list_user_consents`]: super::Client::list_user_consents*/
#[derive(Debug, Clone)]
pub struct ListUserConsents<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    consent_id: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
}
impl<'a> ListUserConsents<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
            consent_id: Ok(None),
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
    pub fn consent_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
    {
        self.consent_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for consent_id failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/{tid}/{aid}/privacy/consents`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, Error<types::AcpError>> {
        let Self { client, tid, aid, consent_id } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let consent_id = consent_id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/consents", client.baseurl, encode_path(& tid.to_string()),
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
            .query(&progenitor_client::QueryParam::new("consent_id", &consent_id))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_user_consents")
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
/**Builder for [`Client::patch_consent_grants`]

[`Client::patch_consent_grants`]: super::Client::patch_consent_grants*/
#[derive(Debug, Clone)]
pub struct PatchConsentGrants<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::AcpConsentGrantPatchRequest, String>,
}
impl<'a> PatchConsentGrants<'a> {
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
        V: std::convert::TryInto<types::AcpConsentGrantPatchRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentGrantPatchRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `AcpConsentGrantPatchRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentGrantPatchRequest,
        ) -> types::builder::AcpConsentGrantPatchRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/{tid}/{aid}/privacy/consents`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrantPatchResponse>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConsentGrantPatchResponse>,
        Error<types::AcpError>,
    > {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentGrantPatchRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/consents", client.baseurl, encode_path(& tid.to_string()),
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
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "patch_consent_grants")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 429u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::grant_consent`]

[`Client::grant_consent`]: super::Client::grant_consent*/
#[derive(Debug, Clone)]
pub struct GrantConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::AcpConsentGrantRequest, String>,
}
impl<'a> GrantConsent<'a> {
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
        V: std::convert::TryInto<types::AcpConsentGrantRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentGrantRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentGrantRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentGrantRequest,
        ) -> types::builder::AcpConsentGrantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/privacy/consents/grant`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrant>, Error<types::AcpError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentGrantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/consents/grant", client.baseurl, encode_path(& tid
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
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "grant_consent")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 429u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::revoke_consent`]

[`Client::revoke_consent`]: super::Client::revoke_consent*/
#[derive(Debug, Clone)]
pub struct RevokeConsent<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    body: Result<types::builder::AcpConsentGrantRequest, String>,
}
impl<'a> RevokeConsent<'a> {
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
        V: std::convert::TryInto<types::AcpConsentGrantRequest>,
        <V as std::convert::TryInto<
            types::AcpConsentGrantRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpConsentGrantRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpConsentGrantRequest,
        ) -> types::builder::AcpConsentGrantRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/{tid}/{aid}/privacy/consents/revoke`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrant>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentGrant>, Error<types::AcpError>> {
        let Self { client, tid, aid, body } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::AcpConsentGrantRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/consents/revoke", client.baseurl, encode_path(& tid
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
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "revoke_consent")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            401u16 | 403u16 | 404u16 | 413u16 | 422u16 | 429u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_user_consents_by_action`]

[`Client::list_user_consents_by_action`]: super::Client::list_user_consents_by_action*/
#[derive(Debug, Clone)]
pub struct ListUserConsentsByAction<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    action: Result<::std::string::String, String>,
}
impl<'a> ListUserConsentsByAction<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
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
    ///Sends a `GET` request to `/{tid}/{aid}/privacy/consents/{action}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpConsentsWithGrants>, Error<types::AcpError>> {
        let Self { client, tid, aid, action } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let action = action.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/consents/{}", client.baseurl, encode_path(& tid
            .to_string()), encode_path(& aid.to_string()), encode_path(& action
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
                "list_user_consents_by_action",
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
/**Builder for [`Client::list_privacy_ledger_events`]

[`Client::list_privacy_ledger_events`]: super::Client::list_privacy_ledger_events*/
#[derive(Debug, Clone)]
pub struct ListPrivacyLedgerEvents<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    aid: Result<::std::string::String, String>,
    from: Result<Option<i64>, String>,
    to: Result<Option<i64>, String>,
}
impl<'a> ListPrivacyLedgerEvents<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            aid: Err("aid was not initialized".to_string()),
            from: Ok(None),
            to: Ok(None),
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
    pub fn from<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.from = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for from failed".to_string());
        self
    }
    pub fn to<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.to = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for to failed".to_string());
        self
    }
    ///Sends a `GET` request to `/{tid}/{aid}/privacy/events`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpPrivacyLedgerEvents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpPrivacyLedgerEvents>, Error<types::AcpError>> {
        let Self { client, tid, aid, from, to } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let aid = aid.map_err(Error::InvalidRequest)?;
        let from = from.map_err(Error::InvalidRequest)?;
        let to = to.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/{}/{}/privacy/events", client.baseurl, encode_path(& tid.to_string()),
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
            .query(&progenitor_client::QueryParam::new("from", &from))
            .query(&progenitor_client::QueryParam::new("to", &to))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "list_privacy_ledger_events",
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
