//! The operations of the tag `audit_events`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List audit events

Who did what, newest first: changes with what they changed, sign-ins and failed ones, consents, sign-outs. All filters that are given must fit. They can be combined as one likes, but the server looks at so many events only for one answer: one with few events, or none, that has a `next` isn't the last. Ask for `after` with it, and the other parameters as before, until there is none. What happens meanwhile hides nothing of what was there.

With `Accept: application/x-ndjson`, and no other type, the events come oldest first and one on each line, for those who keep them elsewhere. `Link` leads to the next part while there is one. `X-Next-After` is the `after` of the next part in any case, also when there is nothing there yet: keep it, and come back with it. An event comes when it is older than the longest time that a request may take (`request_deadline_seconds`), so that none is written later that would stand before the end of a part: each comes once.

The scope `audit:read` is for this alone. Secrets stand in no event. ACP has no such operation.

Sends a `GET` request to `/api/admin/{tid}/audit-events`

Arguments:
- `tid`: Id of the tenant. The first start makes one that is called `default`.
- `actor`: Those by this actor.
- `after`: Behind which event to go on: `next` of the part before, or its header `X-Next-After`.
- `change`: Those of such a change, which is the last part of an action: `create`, `change`, `remove`, `sign_in`, `sign_in_failure`, `sign_out` and so on.
- `from`: Those from this time on (RFC 3339).
- `limit`: The most events to answer, 1000 at most.
- `object_id`: Those about the thing with this id.
- `object_type`: Those about things of this kind, such as `client`.
- `request_id`: Those of this request.
- `to`: Those before this time (RFC 3339).
```text
let response = client.list_audit_events()
    .tid(tid)
    .actor(actor)
    .after(after)
    .change(change)
    .from(from)
    .limit(limit)
    .object_id(object_id)
    .object_type(object_type)
    .request_id(request_id)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_audit_events(&self) -> builder::ListAuditEvents<'_> {
        builder::ListAuditEvents::new(self)
    }
}
/**Builder for [`Client::list_audit_events`]

[`Client::list_audit_events`]: super::Client::list_audit_events*/
#[derive(Debug, Clone)]
pub struct ListAuditEvents<'a> {
    client: &'a super::Client,
    tid: Result<::std::string::String, String>,
    actor: Result<Option<::std::string::String>, String>,
    after: Result<Option<::std::string::String>, String>,
    change: Result<Option<::std::string::String>, String>,
    from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    limit: Result<Option<i32>, String>,
    object_id: Result<Option<::std::string::String>, String>,
    object_type: Result<Option<::std::string::String>, String>,
    request_id: Result<Option<::std::string::String>, String>,
    to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
}
impl<'a> ListAuditEvents<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            tid: Err("tid was not initialized".to_string()),
            actor: Ok(None),
            after: Ok(None),
            change: Ok(None),
            from: Ok(None),
            limit: Ok(None),
            object_id: Ok(None),
            object_type: Ok(None),
            request_id: Ok(None),
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
    pub fn actor<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.actor = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for actor failed".to_string()
            });
        self
    }
    pub fn after<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.after = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for after failed".to_string()
            });
        self
    }
    pub fn change<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.change = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for change failed"
                    .to_string()
            });
        self
    }
    pub fn from<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
    {
        self.from = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for from failed"
                    .to_string()
            });
        self
    }
    pub fn limit<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i32>,
    {
        self.limit = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i32` for limit failed".to_string());
        self
    }
    pub fn object_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.object_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for object_id failed"
                    .to_string()
            });
        self
    }
    pub fn object_type<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.object_type = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for object_type failed"
                    .to_string()
            });
        self
    }
    pub fn request_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.request_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for request_id failed"
                    .to_string()
            });
        self
    }
    pub fn to<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
    {
        self.to = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for to failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/admin/{tid}/audit-events`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpAuditEvents>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpAuditEvents>, Error<types::AcpError>> {
        let Self {
            client,
            tid,
            actor,
            after,
            change,
            from,
            limit,
            object_id,
            object_type,
            request_id,
            to,
        } = self;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let actor = actor.map_err(Error::InvalidRequest)?;
        let after = after.map_err(Error::InvalidRequest)?;
        let change = change.map_err(Error::InvalidRequest)?;
        let from = from.map_err(Error::InvalidRequest)?;
        let limit = limit.map_err(Error::InvalidRequest)?;
        let object_id = object_id.map_err(Error::InvalidRequest)?;
        let object_type = object_type.map_err(Error::InvalidRequest)?;
        let request_id = request_id.map_err(Error::InvalidRequest)?;
        let to = to.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/admin/{}/audit-events", client.baseurl, encode_path(& tid
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
            .query(&progenitor_client::QueryParam::new("actor", &actor))
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("change", &change))
            .query(&progenitor_client::QueryParam::new("from", &from))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("object_id", &object_id))
            .query(&progenitor_client::QueryParam::new("object_type", &object_type))
            .query(&progenitor_client::QueryParam::new("request_id", &request_id))
            .query(&progenitor_client::QueryParam::new("to", &to))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_audit_events")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListAuditEvents<'a> {
    ///The whole list, or what is behind `after`, page by page as the stream is read, `size` rows at a time, 1000 at most. Instead of `limit`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::AcpAuditEvent, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 1000u32);
        crate::paging::by_cursor(move |after| {
            let request = self.clone().limit(size);
            let request = match after {
                Some(after) => request.after(after),
                None => request,
            };
            async move {
                let answer = request.send().await?.into_inner();
                Ok((answer.events, answer.next))
            }
        })
    }
}
impl Client {
    ///The whole list of [`list_audit_events`](Self::list_audit_events), `size` rows at a time; [`stream`](builder::ListAuditEvents::stream) of the request takes its filters too.
    pub fn audit_events_stream<'a>(
        &'a self,
        tid: &str,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::AcpAuditEvent, crate::Error>,
    > + Send + use<'a> {
        self.list_audit_events().tid(tid).stream(size)
    }
}
