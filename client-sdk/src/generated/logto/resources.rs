//! The operations of the tag `resources`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List API resources

In the order of their creation. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.

Takes a token of server `admin` with scope `resources:read`, `resources:write` or `all`.

Sends a `GET` request to `/api/resources`

Arguments:
- `include_scopes`: Adds each resource's scopes: 1, true, y, yes, yep or yeah, in any case.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
```text
let response = client.list_resources()
    .include_scopes(include_scopes)
    .page(page)
    .page_size(page_size)
    .send()
    .await;
```*/
    pub fn list_resources(&self) -> builder::ListResources<'_> {
        builder::ListResources::new(self)
    }
    /**Create an API resource

It has no scopes at first; the body says so.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `POST` request to `/api/resources`

```text
let response = client.create_resource()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_resource(&self) -> builder::CreateResource<'_> {
        builder::CreateResource::new(self)
    }
    /**Get an API resource

Without its scopes, which are a list of their own.

Takes a token of server `admin` with scope `resources:read`, `resources:write` or `all`.

Sends a `GET` request to `/api/resources/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
```text
let response = client.get_resource()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_resource(&self) -> builder::GetResource<'_> {
        builder::GetResource::new(self)
    }
    /**Delete an API resource

Its scopes go with it, and so does every permission for them.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `DELETE` request to `/api/resources/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_resource()
    .id(id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_resource(&self) -> builder::DeleteResource<'_> {
        builder::DeleteResource::new(self)
    }
    /**Change an API resource

Its name and the life of its tokens; the indicator never changes. An empty body changes nothing.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `PATCH` request to `/api/resources/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_resource()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource(&self) -> builder::UpdateResource<'_> {
        builder::UpdateResource::new(self)
    }
    /**Make an API resource the default, or not

A token request that names no resource gets a token for the tenant's default one. There is at most one.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `PATCH` request to `/api/resources/{id}/is-default`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_resource_is_default()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource_is_default(&self) -> builder::UpdateResourceIsDefault<'_> {
        builder::UpdateResourceIsDefault::new(self)
    }
    /**List the scopes of an API resource

Always one page, in the order of creation; an unknown resource has no scopes.

Takes a token of server `admin` with scope `resources:read`, `resources:write` or `all`.

Sends a `GET` request to `/api/resources/{resourceId}/scopes`

Arguments:
- `resource_id`: Id of the API resource.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
```text
let response = client.list_resource_scopes()
    .resource_id(resource_id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_resource_scopes(&self) -> builder::ListResourceScopes<'_> {
        builder::ListResourceScopes::new(self)
    }
    /**Create a scope of an API resource

A name may stand once in an API resource. Clients can ask for the scope when they were given it.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `POST` request to `/api/resources/{resourceId}/scopes`

Arguments:
- `resource_id`: Id of the API resource.
- `body`
```text
let response = client.create_resource_scope()
    .resource_id(resource_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_resource_scope(&self) -> builder::CreateResourceScope<'_> {
        builder::CreateResourceScope::new(self)
    }
    /**Delete a scope of an API resource

Clients that were given it lose it.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `DELETE` request to `/api/resources/{resourceId}/scopes/{scopeId}`

Arguments:
- `resource_id`: Id of the API resource.
- `scope_id`: Id of the scope, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_resource_scope()
    .resource_id(resource_id)
    .scope_id(scope_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_resource_scope(&self) -> builder::DeleteResourceScope<'_> {
        builder::DeleteResourceScope::new(self)
    }
    /**Change a scope of an API resource

An empty body changes nothing.

Takes a token of server `admin` with scope `resources:write` or `all`.

Sends a `PATCH` request to `/api/resources/{resourceId}/scopes/{scopeId}`

Arguments:
- `resource_id`: Id of the API resource.
- `scope_id`: Id of the scope, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_resource_scope()
    .resource_id(resource_id)
    .scope_id(scope_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_resource_scope(&self) -> builder::UpdateResourceScope<'_> {
        builder::UpdateResourceScope::new(self)
    }
}
/**Builder for [`Client::list_resources`]

[`Client::list_resources`]: super::Client::list_resources*/
#[derive(Debug, Clone)]
pub struct ListResources<'a> {
    client: &'a super::Client,
    include_scopes: Result<Option<::std::string::String>, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
}
impl<'a> ListResources<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            include_scopes: Ok(None),
            page: Ok(None),
            page_size: Ok(None),
        }
    }
    pub fn include_scopes<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.include_scopes = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for include_scopes failed"
                    .to_string()
            });
        self
    }
    pub fn page<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.page = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page failed".to_string());
        self
    }
    pub fn page_size<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.page_size = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page_size failed".to_string());
        self
    }
    ///Sends a `GET` request to `/api/resources`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoResourceWithOptionalScopes>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoResourceWithOptionalScopes>>,
        Error<types::LogtoError>,
    > {
        let Self { client, include_scopes, page, page_size } = self;
        let include_scopes = include_scopes.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/resources", client.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("includeScopes", &include_scopes))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_resources")
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
impl<'a> ListResources<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoResourceWithOptionalScopes, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoResourceWithOptionalScopes| row.id.to_string(),
            move |place| {
                let request = self.clone().page(place).page_size(size);
                async move {
                    let answer = request.send().await?;
                    Ok(crate::paging::Page::of_array(answer))
                }
            },
        )
    }
}
impl Client {
    ///The whole list of [`list_resources`](Self::list_resources), `size` rows at a time; [`stream`](builder::ListResources::stream) of the request takes its filters too.
    pub fn resources_stream<'a>(
        &'a self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoResourceWithOptionalScopes, crate::Error>,
    > + Send + use<'a> {
        self.list_resources().stream(size)
    }
}
/**Builder for [`Client::create_resource`]

[`Client::create_resource`]: super::Client::create_resource*/
#[derive(Debug, Clone)]
pub struct CreateResource<'a> {
    client: &'a super::Client,
    body: Result<types::builder::LogtoCreateResourceRequest, String>,
}
impl<'a> CreateResource<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoCreateResourceRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateResourceRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoCreateResourceRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateResourceRequest,
        ) -> types::builder::LogtoCreateResourceRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/resources`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResourceWithOptionalScopes>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LogtoResourceWithOptionalScopes>,
        Error<types::LogtoError>,
    > {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| {
                types::LogtoCreateResourceRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/resources", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "create_resource")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 415u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_resource`]

[`Client::get_resource`]: super::Client::get_resource*/
#[derive(Debug, Clone)]
pub struct GetResource<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
}
impl<'a> GetResource<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
        }
    }
    pub fn id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for id failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/resources/{id}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, Error<types::LogtoError>> {
        let Self { client, id } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_resource").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_resource`]

[`Client::delete_resource`]: super::Client::delete_resource*/
#[derive(Debug, Clone)]
pub struct DeleteResource<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteResource<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            if_match: Ok(None),
        }
    }
    pub fn id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for id failed".to_string()
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
    ///Sends a `DELETE` request to `/api/resources/{id}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_resource")
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
/**Builder for [`Client::update_resource`]

[`Client::update_resource`]: super::Client::update_resource*/
#[derive(Debug, Clone)]
pub struct UpdateResource<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateResourceRequest, String>,
}
impl<'a> UpdateResource<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for id failed".to_string()
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
        V: std::convert::TryInto<types::LogtoUpdateResourceRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateResourceRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUpdateResourceRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateResourceRequest,
        ) -> types::builder::LogtoUpdateResourceRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/resources/{id}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, Error<types::LogtoError>> {
        let Self { client, id, if_match, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateResourceRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}", client.baseurl, encode_path(& id.to_string()),
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
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "update_resource")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_resource_is_default`]

[`Client::update_resource_is_default`]: super::Client::update_resource_is_default*/
#[derive(Debug, Clone)]
pub struct UpdateResourceIsDefault<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateResourceIsDefaultRequest, String>,
}
impl<'a> UpdateResourceIsDefault<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for id failed".to_string()
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
        V: std::convert::TryInto<types::LogtoUpdateResourceIsDefaultRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateResourceIsDefaultRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUpdateResourceIsDefaultRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateResourceIsDefaultRequest,
        ) -> types::builder::LogtoUpdateResourceIsDefaultRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/resources/{id}/is-default`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoResource>, Error<types::LogtoError>> {
        let Self { client, id, if_match, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateResourceIsDefaultRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}/is-default", client.baseurl, encode_path(& id
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
                "update_resource_is_default",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_resource_scopes`]

[`Client::list_resource_scopes`]: super::Client::list_resource_scopes*/
#[derive(Debug, Clone)]
pub struct ListResourceScopes<'a> {
    client: &'a super::Client,
    resource_id: Result<::std::string::String, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
}
impl<'a> ListResourceScopes<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            resource_id: Err("resource_id was not initialized".to_string()),
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
        }
    }
    pub fn resource_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.resource_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for resource_id failed"
                    .to_string()
            });
        self
    }
    pub fn page<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.page = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page failed".to_string());
        self
    }
    pub fn page_size<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.page_size = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page_size failed".to_string());
        self
    }
    pub fn search_params<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
    {
        self.search_params = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: collections :: HashMap < :: std :: string :: String , :: std :: string :: String >` for search_params failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/resources/{resourceId}/scopes`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoResourceScope>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoResourceScope>>,
        Error<types::LogtoError>,
    > {
        let Self { client, resource_id, page, page_size, search_params } = self;
        let resource_id = resource_id.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}/scopes", client.baseurl, encode_path(& resource_id
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
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("search_params", &search_params))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_resource_scopes")
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
impl<'a> ListResourceScopes<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoResourceScope, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoResourceScope| row.id.to_string(),
            move |place| {
                let request = self.clone().page(place).page_size(size);
                async move {
                    let answer = request.send().await?;
                    Ok(crate::paging::Page::of_array(answer))
                }
            },
        )
    }
}
impl Client {
    ///The whole list of [`list_resource_scopes`](Self::list_resource_scopes), `size` rows at a time; [`stream`](builder::ListResourceScopes::stream) of the request takes its filters too.
    pub fn resource_scopes_stream<'a>(
        &'a self,
        resource_id: &str,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoResourceScope, crate::Error>,
    > + Send + use<'a> {
        self.list_resource_scopes().resource_id(resource_id).stream(size)
    }
}
/**Builder for [`Client::create_resource_scope`]

[`Client::create_resource_scope`]: super::Client::create_resource_scope*/
#[derive(Debug, Clone)]
pub struct CreateResourceScope<'a> {
    client: &'a super::Client,
    resource_id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoCreateResourceScopeRequest, String>,
}
impl<'a> CreateResourceScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            resource_id: Err("resource_id was not initialized".to_string()),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn resource_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.resource_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for resource_id failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoCreateResourceScopeRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateResourceScopeRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoCreateResourceScopeRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateResourceScopeRequest,
        ) -> types::builder::LogtoCreateResourceScopeRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/resources/{resourceId}/scopes`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResourceScope>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoResourceScope>, Error<types::LogtoError>> {
        let Self { client, resource_id, body } = self;
        let resource_id = resource_id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoCreateResourceScopeRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}/scopes", client.baseurl, encode_path(& resource_id
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
            .json(&body)
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(
                client,
                request,
                "create_resource_scope",
            )
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 415u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_resource_scope`]

[`Client::delete_resource_scope`]: super::Client::delete_resource_scope*/
#[derive(Debug, Clone)]
pub struct DeleteResourceScope<'a> {
    client: &'a super::Client,
    resource_id: Result<::std::string::String, String>,
    scope_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteResourceScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            resource_id: Err("resource_id was not initialized".to_string()),
            scope_id: Err("scope_id was not initialized".to_string()),
            if_match: Ok(None),
        }
    }
    pub fn resource_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.resource_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for resource_id failed"
                    .to_string()
            });
        self
    }
    pub fn scope_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.scope_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for scope_id failed"
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
    ///Sends a `DELETE` request to `/api/resources/{resourceId}/scopes/{scopeId}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, resource_id, scope_id, if_match } = self;
        let resource_id = resource_id.map_err(Error::InvalidRequest)?;
        let scope_id = scope_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}/scopes/{}", client.baseurl, encode_path(& resource_id
            .to_string()), encode_path(& scope_id.to_string()),
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
                "delete_resource_scope",
            )
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
/**Builder for [`Client::update_resource_scope`]

[`Client::update_resource_scope`]: super::Client::update_resource_scope*/
#[derive(Debug, Clone)]
pub struct UpdateResourceScope<'a> {
    client: &'a super::Client,
    resource_id: Result<::std::string::String, String>,
    scope_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateResourceScopeRequest, String>,
}
impl<'a> UpdateResourceScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            resource_id: Err("resource_id was not initialized".to_string()),
            scope_id: Err("scope_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn resource_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.resource_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for resource_id failed"
                    .to_string()
            });
        self
    }
    pub fn scope_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.scope_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for scope_id failed"
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
        V: std::convert::TryInto<types::LogtoUpdateResourceScopeRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateResourceScopeRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUpdateResourceScopeRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateResourceScopeRequest,
        ) -> types::builder::LogtoUpdateResourceScopeRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/resources/{resourceId}/scopes/{scopeId}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoResourceScope>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoResourceScope>, Error<types::LogtoError>> {
        let Self { client, resource_id, scope_id, if_match, body } = self;
        let resource_id = resource_id.map_err(Error::InvalidRequest)?;
        let scope_id = scope_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateResourceScopeRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/resources/{}/scopes/{}", client.baseurl, encode_path(& resource_id
            .to_string()), encode_path(& scope_id.to_string()),
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
                "update_resource_scope",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 422u16
            | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
