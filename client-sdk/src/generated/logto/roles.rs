//! The operations of the tag `roles`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List roles

Always one page, in the order of creation, with how many have each and the first few of them. Internal ones are left out.

Takes a token of server `admin` with scope `roles:read`, `roles:write` or `all`.

Sends a `GET` request to `/api/roles`

Arguments:
- `exclude_application_id`: Id of an application: leaves out the roles that it has.
- `exclude_user_id`: Id of a user: leaves out the roles that they have.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
- `type_`: Who those can have that are wanted.
```text
let response = client.list_roles()
    .exclude_application_id(exclude_application_id)
    .exclude_user_id(exclude_user_id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .type_(type_)
    .send()
    .await;
```*/
    pub fn list_roles(&self) -> builder::ListRoles<'_> {
        builder::ListRoles::new(self)
    }
    /**Create a role

For users, unless its type says otherwise. Scopes of the management API are for roles of applications alone.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `POST` request to `/api/roles`

```text
let response = client.create_role()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_role(&self) -> builder::CreateRole<'_> {
        builder::CreateRole::new(self)
    }
    /**Get a role

Its scopes, and who has it, are lists of their own.

Takes a token of server `admin` with scope `roles:read`, `roles:write` or `all`.

Sends a `GET` request to `/api/roles/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
```text
let response = client.get_role()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_role(&self) -> builder::GetRole<'_> {
        builder::GetRole::new(self)
    }
    /**Delete a role

Whoever had it has it no longer, and gets no scopes by it.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `DELETE` request to `/api/roles/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_role()
    .id(id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_role(&self) -> builder::DeleteRole<'_> {
        builder::DeleteRole::new(self)
    }
    /**Change a role

What it is called, and whether users who are new have it. Its type never changes. An empty body changes nothing.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `PATCH` request to `/api/roles/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_role()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_role(&self) -> builder::UpdateRole<'_> {
        builder::UpdateRole::new(self)
    }
    /**List the applications that have a role

Always one page, the newest first. Their secrets are shown to callers who may change applications.

Takes a token of server `admin` with scope `roles:read`, `roles:write` or `all`.

Sends a `GET` request to `/api/roles/{id}/applications`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
```text
let response = client.list_role_applications()
    .id(id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_role_applications(&self) -> builder::ListRoleApplications<'_> {
        builder::ListRoleApplications::new(self)
    }
    /**Give a role to applications

All of them, or none. One that has it can't be given it again.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `POST` request to `/api/roles/{id}/applications`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `body`
```text
let response = client.create_role_application()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_role_application(&self) -> builder::CreateRoleApplication<'_> {
        builder::CreateRoleApplication::new(self)
    }
    /**Take a role from an application

Its next token has no scope by the role, and those that it has say so at once.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `DELETE` request to `/api/roles/{id}/applications/{applicationId}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `application_id`: Id of the application.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_role_application()
    .id(id)
    .application_id(application_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_role_application(&self) -> builder::DeleteRoleApplication<'_> {
        builder::DeleteRoleApplication::new(self)
    }
    /**List the scopes of a role

In the order of their creation. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.

Takes a token of server `admin` with scope `roles:read`, `roles:write` or `all`.

Sends a `GET` request to `/api/roles/{id}/scopes`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
```text
let response = client.list_role_scopes()
    .id(id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_role_scopes(&self) -> builder::ListRoleScopes<'_> {
        builder::ListRoleScopes::new(self)
    }
    /**Give a role scopes

Besides those that it has, one of which can't be given again. The answer is all of them.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `POST` request to `/api/roles/{id}/scopes`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `body`
```text
let response = client.create_role_scope()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_role_scope(&self) -> builder::CreateRoleScope<'_> {
        builder::CreateRoleScope::new(self)
    }
    /**Take a scope from a role

Whoever has the role gets no token with the scope any more, unless they have it otherwise.

Takes a token of server `admin` with scope `roles:write` or `all`.

Sends a `DELETE` request to `/api/roles/{id}/scopes/{scopeId}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `scope_id`: Id of the scope, which isn't its name.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_role_scope()
    .id(id)
    .scope_id(scope_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_role_scope(&self) -> builder::DeleteRoleScope<'_> {
        builder::DeleteRoleScope::new(self)
    }
}
/**Builder for [`Client::list_roles`]

[`Client::list_roles`]: super::Client::list_roles*/
#[derive(Debug, Clone)]
pub struct ListRoles<'a> {
    client: &'a super::Client,
    exclude_application_id: Result<Option<::std::string::String>, String>,
    exclude_user_id: Result<Option<::std::string::String>, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
    type_: Result<Option<types::LogtoRoleType>, String>,
}
impl<'a> ListRoles<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            exclude_application_id: Ok(None),
            exclude_user_id: Ok(None),
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
            type_: Ok(None),
        }
    }
    pub fn exclude_application_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.exclude_application_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for exclude_application_id failed"
                    .to_string()
            });
        self
    }
    pub fn exclude_user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.exclude_user_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for exclude_user_id failed"
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
    pub fn type_<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoRoleType>,
    {
        self.type_ = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `LogtoRoleType` for type_ failed".to_string());
        self
    }
    ///Sends a `GET` request to `/api/roles`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoRoleWithFeatured>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoRoleWithFeatured>>,
        Error<types::LogtoError>,
    > {
        let Self {
            client,
            exclude_application_id,
            exclude_user_id,
            page,
            page_size,
            search_params,
            type_,
        } = self;
        let exclude_application_id = exclude_application_id
            .map_err(Error::InvalidRequest)?;
        let exclude_user_id = exclude_user_id.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let type_ = type_.map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/roles", client.baseurl,);
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
                    "excludeApplicationId",
                    &exclude_application_id,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new("excludeUserId", &exclude_user_id),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("search_params", &search_params))
            .query(&progenitor_client::QueryParam::new("type", &type_))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_roles").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListRoles<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoRoleWithFeatured, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoRoleWithFeatured| row.id.to_string(),
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
    ///The whole list of [`list_roles`](Self::list_roles), `size` rows at a time; [`stream`](builder::ListRoles::stream) of the request takes its filters too.
    pub fn roles_stream<'a>(
        &'a self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoRoleWithFeatured, crate::Error>,
    > + Send + use<'a> {
        self.list_roles().stream(size)
    }
}
/**Builder for [`Client::create_role`]

[`Client::create_role`]: super::Client::create_role*/
#[derive(Debug, Clone)]
pub struct CreateRole<'a> {
    client: &'a super::Client,
    body: Result<types::builder::LogtoCreateRoleRequest, String>,
}
impl<'a> CreateRole<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoCreateRoleRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateRoleRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoCreateRoleRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateRoleRequest,
        ) -> types::builder::LogtoCreateRoleRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/roles`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoRole>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoRole>, Error<types::LogtoError>> {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| {
                types::LogtoCreateRoleRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/roles", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "create_role").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 415u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_role`]

[`Client::get_role`]: super::Client::get_role*/
#[derive(Debug, Clone)]
pub struct GetRole<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
}
impl<'a> GetRole<'a> {
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
    ///Sends a `GET` request to `/api/roles/{id}`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoRole>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoRole>, Error<types::LogtoError>> {
        let Self { client, id } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_role").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_role`]

[`Client::delete_role`]: super::Client::delete_role*/
#[derive(Debug, Clone)]
pub struct DeleteRole<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteRole<'a> {
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
    ///Sends a `DELETE` request to `/api/roles/{id}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_role").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_role`]

[`Client::update_role`]: super::Client::update_role*/
#[derive(Debug, Clone)]
pub struct UpdateRole<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateRoleRequest, String>,
}
impl<'a> UpdateRole<'a> {
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
        V: std::convert::TryInto<types::LogtoUpdateRoleRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateRoleRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoUpdateRoleRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateRoleRequest,
        ) -> types::builder::LogtoUpdateRoleRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/roles/{id}`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoRole>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoRole>, Error<types::LogtoError>> {
        let Self { client, id, if_match, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateRoleRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_role").await?;
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
/**Builder for [`Client::list_role_applications`]

[`Client::list_role_applications`]: super::Client::list_role_applications*/
#[derive(Debug, Clone)]
pub struct ListRoleApplications<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
}
impl<'a> ListRoleApplications<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
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
    ///Sends a `GET` request to `/api/roles/{id}/applications`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<::std::vec::Vec<types::LogtoApplication>>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoApplication>>,
        Error<types::LogtoError>,
    > {
        let Self { client, id, page, page_size, search_params } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/applications", client.baseurl, encode_path(& id
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
        let response = crate::exchange::exchange(
                client,
                request,
                "list_role_applications",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListRoleApplications<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoApplication, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoApplication| row.id.to_string(),
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
    ///The whole list of [`list_role_applications`](Self::list_role_applications), `size` rows at a time; [`stream`](builder::ListRoleApplications::stream) of the request takes its filters too.
    pub fn role_applications_stream<'a>(
        &'a self,
        id: &str,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoApplication, crate::Error>,
    > + Send + use<'a> {
        self.list_role_applications().id(id).stream(size)
    }
}
/**Builder for [`Client::create_role_application`]

[`Client::create_role_application`]: super::Client::create_role_application*/
#[derive(Debug, Clone)]
pub struct CreateRoleApplication<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoApplicationIdsRequest, String>,
}
impl<'a> CreateRoleApplication<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoApplicationIdsRequest>,
        <V as std::convert::TryInto<
            types::LogtoApplicationIdsRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoApplicationIdsRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoApplicationIdsRequest,
        ) -> types::builder::LogtoApplicationIdsRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/roles/{id}/applications`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoApplicationIdsRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/applications", client.baseurl, encode_path(& id
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
                "create_role_application",
            )
            .await?;
        match response.status().as_u16() {
            201u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 415u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_role_application`]

[`Client::delete_role_application`]: super::Client::delete_role_application*/
#[derive(Debug, Clone)]
pub struct DeleteRoleApplication<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    application_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteRoleApplication<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            application_id: Err("application_id was not initialized".to_string()),
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
    pub fn application_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.application_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for application_id failed"
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
    ///Sends a `DELETE` request to `/api/roles/{id}/applications/{applicationId}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, application_id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/applications/{}", client.baseurl, encode_path(& id
            .to_string()), encode_path(& application_id.to_string()),
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
                "delete_role_application",
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
/**Builder for [`Client::list_role_scopes`]

[`Client::list_role_scopes`]: super::Client::list_role_scopes*/
#[derive(Debug, Clone)]
pub struct ListRoleScopes<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
}
impl<'a> ListRoleScopes<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
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
    ///Sends a `GET` request to `/api/roles/{id}/scopes`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoScopeWithResource>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoScopeWithResource>>,
        Error<types::LogtoError>,
    > {
        let Self { client, id, page, page_size, search_params } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/scopes", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "list_role_scopes")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListRoleScopes<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoScopeWithResource, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoScopeWithResource| row.id.to_string(),
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
    ///The whole list of [`list_role_scopes`](Self::list_role_scopes), `size` rows at a time; [`stream`](builder::ListRoleScopes::stream) of the request takes its filters too.
    pub fn role_scopes_stream<'a>(
        &'a self,
        id: &str,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoScopeWithResource, crate::Error>,
    > + Send + use<'a> {
        self.list_role_scopes().id(id).stream(size)
    }
}
/**Builder for [`Client::create_role_scope`]

[`Client::create_role_scope`]: super::Client::create_role_scope*/
#[derive(Debug, Clone)]
pub struct CreateRoleScope<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoScopeIdsRequest, String>,
}
impl<'a> CreateRoleScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoScopeIdsRequest>,
        <V as std::convert::TryInto<
            types::LogtoScopeIdsRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoScopeIdsRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoScopeIdsRequest,
        ) -> types::builder::LogtoScopeIdsRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/roles/{id}/scopes`
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
        let Self { client, id, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoScopeIdsRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/scopes", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "create_role_scope")
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
/**Builder for [`Client::delete_role_scope`]

[`Client::delete_role_scope`]: super::Client::delete_role_scope*/
#[derive(Debug, Clone)]
pub struct DeleteRoleScope<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    scope_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteRoleScope<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            scope_id: Err("scope_id was not initialized".to_string()),
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
    ///Sends a `DELETE` request to `/api/roles/{id}/scopes/{scopeId}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, scope_id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let scope_id = scope_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/roles/{}/scopes/{}", client.baseurl, encode_path(& id.to_string()),
            encode_path(& scope_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_role_scope")
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
