//! The operations of the tag `applications`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List applications

The newest first. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.

Takes a token of server `admin` with scope `applications:read`, `applications:write` or `all`.

Sends a `GET` request to `/api/applications`

Arguments:
- `exclude_organization_id`: Id of an organization: leaves out the applications that belong to it.
- `exclude_role_id`: Id of a role: leaves out the applications that have it. Not together with `excludeOrganizationId`.
- `is_third_party`: Whether applications of third parties are wanted, or those of the tenant's own.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `types`: Types of the applications that are wanted, one parameter each: `types=SPA&types=Native`.
```text
let response = client.list_applications()
    .exclude_organization_id(exclude_organization_id)
    .exclude_role_id(exclude_role_id)
    .is_third_party(is_third_party)
    .page(page)
    .page_size(page_size)
    .types(types)
    .send()
    .await;
```*/
    pub fn list_applications(&self) -> builder::ListApplications<'_> {
        builder::ListApplications::new(self)
    }
    /**Create an application

Its type decides how it gets tokens: Native and SPA keep no secret and use PKCE, Traditional has a secret and users, `MachineToMachine` asks for tokens in its own name. Protected ones need a proxy, which is not configured here.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `POST` request to `/api/applications`

```text
let response = client.create_application()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_application(&self) -> builder::CreateApplication<'_> {
        builder::CreateApplication::new(self)
    }
    /**Change members of an application's custom data

Each takes the place of the one that is there; the others stay. The answer is all of the custom data.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `PATCH` request to `/api/applications/{applicationId}/custom-data`

Arguments:
- `application_id`: Id of the application.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_application_custom_data()
    .application_id(application_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_application_custom_data(
        &self,
    ) -> builder::UpdateApplicationCustomData<'_> {
        builder::UpdateApplicationCustomData::new(self)
    }
    /**List the roles of an application

Always one page, in the order of creation. Internal ones are left out. Only applications of type `MachineToMachine` have roles.

Takes a token of server `admin` with scope `applications:read`, `applications:write` or `all`.

Sends a `GET` request to `/api/applications/{applicationId}/roles`

Arguments:
- `application_id`: Id of the application.
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`.
```text
let response = client.list_application_roles()
    .application_id(application_id)
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_application_roles(&self) -> builder::ListApplicationRoles<'_> {
        builder::ListApplicationRoles::new(self)
    }
    /**Replace the roles of an application

Those that the body leaves out are taken away.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `PUT` request to `/api/applications/{applicationId}/roles`

Arguments:
- `application_id`: Id of the application.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.replace_application_roles()
    .application_id(application_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn replace_application_roles(&self) -> builder::ReplaceApplicationRoles<'_> {
        builder::ReplaceApplicationRoles::new(self)
    }
    /**Give an application roles

Besides those that it has, one of which can't be given again.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `POST` request to `/api/applications/{applicationId}/roles`

Arguments:
- `application_id`: Id of the application.
- `body`
```text
let response = client.assign_application_roles()
    .application_id(application_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn assign_application_roles(&self) -> builder::AssignApplicationRoles<'_> {
        builder::AssignApplicationRoles::new(self)
    }
    /**Take a role from an application

Its next token has no scope by the role, and those that it has say so at once.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `DELETE` request to `/api/applications/{applicationId}/roles/{roleId}`

Arguments:
- `application_id`: Id of the application.
- `role_id`: Id of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_application_role()
    .application_id(application_id)
    .role_id(role_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_application_role(&self) -> builder::DeleteApplicationRole<'_> {
        builder::DeleteApplicationRole::new(self)
    }
    /**Get an application

With its secret, for callers who may also change it. `demo-app` is built in.

Takes a token of server `admin` with scope `applications:read`, `applications:write` or `all`.

Sends a `GET` request to `/api/applications/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
```text
let response = client.get_application()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_application(&self) -> builder::GetApplication<'_> {
        builder::GetApplication::new(self)
    }
    /**Delete an application

Its tokens are no longer honoured here.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `DELETE` request to `/api/applications/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_application()
    .id(id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_application(&self) -> builder::DeleteApplication<'_> {
        builder::DeleteApplication::new(self)
    }
    /**Change an application

What is given replaces what is there; of both kinds of metadata, member by member. Type, secret and whether it is a third party's never change. An empty body changes nothing.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `PATCH` request to `/api/applications/{id}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_application()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_application(&self) -> builder::UpdateApplication<'_> {
        builder::UpdateApplication::new(self)
    }
    /**Delete the secret that an application itself shows

For clients that know of one secret alone. Where there are others, they hold on.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `DELETE` request to `/api/applications/{id}/legacy-secret`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_application_legacy_secret()
    .id(id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_application_legacy_secret(
        &self,
    ) -> builder::DeleteApplicationLegacySecret<'_> {
        builder::DeleteApplicationLegacySecret::new(self)
    }
    /**List the secrets of an application

The one that the application itself shows first, then the newest. Types that keep no secret have none.

Takes a token of server `admin` with scope `applications:read`, `applications:write` or `all`.

Sends a `GET` request to `/api/applications/{id}/secrets`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
```text
let response = client.list_application_secrets()
    .id(id)
    .send()
    .await;
```*/
    pub fn list_application_secrets(&self) -> builder::ListApplicationSecrets<'_> {
        builder::ListApplicationSecrets::new(self)
    }
    /**Create a secret of an application

It holds beside those that there are, until it ends or is deleted. An application may have 16 besides its first.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `POST` request to `/api/applications/{id}/secrets`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `body`
```text
let response = client.create_application_secret()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn create_application_secret(&self) -> builder::CreateApplicationSecret<'_> {
        builder::CreateApplicationSecret::new(self)
    }
    /**Delete a secret of an application

The others hold on, and so do tokens that were got with it. Of the one that the application itself shows nothing is left there but a mark.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `DELETE` request to `/api/applications/{id}/secrets/{name}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `name`: Name of the secret.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_application_secret()
    .id(id)
    .name(name)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_application_secret(&self) -> builder::DeleteApplicationSecret<'_> {
        builder::DeleteApplicationSecret::new(self)
    }
    /**Rename a secret of an application

Value and end stay as they are.

Takes a token of server `admin` with scope `applications:write` or `all`.

Sends a `PATCH` request to `/api/applications/{id}/secrets/{name}`

Arguments:
- `id`: Id of the API resource, of the application, or of the role.
- `name`: Name of the secret.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_application_secret()
    .id(id)
    .name(name)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_application_secret(&self) -> builder::UpdateApplicationSecret<'_> {
        builder::UpdateApplicationSecret::new(self)
    }
}
/**Builder for [`Client::list_applications`]

[`Client::list_applications`]: super::Client::list_applications*/
#[derive(Debug, Clone)]
pub struct ListApplications<'a> {
    client: &'a super::Client,
    exclude_organization_id: Result<Option<::std::string::String>, String>,
    exclude_role_id: Result<Option<::std::string::String>, String>,
    is_third_party: Result<Option<types::ListApplicationsIsThirdParty>, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    types: Result<Option<::std::vec::Vec<types::ListApplicationsTypesItem>>, String>,
}
impl<'a> ListApplications<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            exclude_organization_id: Ok(None),
            exclude_role_id: Ok(None),
            is_third_party: Ok(None),
            page: Ok(None),
            page_size: Ok(None),
            types: Ok(None),
        }
    }
    pub fn exclude_organization_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.exclude_organization_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for exclude_organization_id failed"
                    .to_string()
            });
        self
    }
    pub fn exclude_role_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.exclude_role_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for exclude_role_id failed"
                    .to_string()
            });
        self
    }
    pub fn is_third_party<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ListApplicationsIsThirdParty>,
    {
        self.is_third_party = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListApplicationsIsThirdParty` for is_third_party failed"
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
    pub fn types<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::vec::Vec<types::ListApplicationsTypesItem>>,
    {
        self.types = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: vec :: Vec < ListApplicationsTypesItem >` for types failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/applications`
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
        let Self {
            client,
            exclude_organization_id,
            exclude_role_id,
            is_third_party,
            page,
            page_size,
            types,
        } = self;
        let exclude_organization_id = exclude_organization_id
            .map_err(Error::InvalidRequest)?;
        let exclude_role_id = exclude_role_id.map_err(Error::InvalidRequest)?;
        let is_third_party = is_third_party.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let types = types.map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/applications", client.baseurl,);
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
                    "excludeOrganizationId",
                    &exclude_organization_id,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new("excludeRoleId", &exclude_role_id),
            )
            .query(&progenitor_client::QueryParam::new("isThirdParty", &is_third_party))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("types", &types))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_applications")
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
impl<'a> ListApplications<'a> {
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
    ///The whole list of [`list_applications`](Self::list_applications), `size` rows at a time; [`stream`](builder::ListApplications::stream) of the request takes its filters too.
    pub fn applications_stream<'a>(
        &'a self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoApplication, crate::Error>,
    > + Send + use<'a> {
        self.list_applications().stream(size)
    }
}
/**Builder for [`Client::create_application`]

[`Client::create_application`]: super::Client::create_application*/
#[derive(Debug, Clone)]
pub struct CreateApplication<'a> {
    client: &'a super::Client,
    body: Result<types::builder::LogtoCreateApplicationRequest, String>,
}
impl<'a> CreateApplication<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoCreateApplicationRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateApplicationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoCreateApplicationRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateApplicationRequest,
        ) -> types::builder::LogtoCreateApplicationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/applications`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, Error<types::LogtoError>> {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| {
                types::LogtoCreateApplicationRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/applications", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "create_application")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 415u16 | 422u16 | 500u16 | 501u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_application_custom_data`]

[`Client::update_application_custom_data`]: super::Client::update_application_custom_data*/
#[derive(Debug, Clone)]
pub struct UpdateApplicationCustomData<'a> {
    client: &'a super::Client,
    application_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<::serde_json::Map<::std::string::String, ::serde_json::Value>, String>,
}
impl<'a> UpdateApplicationCustomData<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            application_id: Err("application_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Err("body was not initialized".to_string()),
        }
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    {
        self.body = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: serde_json :: Map < :: std :: string :: String , :: serde_json :: Value >` for body failed"
                    .to_string()
            });
        self
    }
    ///Sends a `PATCH` request to `/api/applications/{applicationId}/custom-data`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
        Error<types::LogtoError>,
    > {
        let Self { client, application_id, if_match, body } = self;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/custom-data", client.baseurl, encode_path(&
            application_id.to_string()),
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
                "update_application_custom_data",
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
/**Builder for [`Client::list_application_roles`]

[`Client::list_application_roles`]: super::Client::list_application_roles*/
#[derive(Debug, Clone)]
pub struct ListApplicationRoles<'a> {
    client: &'a super::Client,
    application_id: Result<::std::string::String, String>,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
}
impl<'a> ListApplicationRoles<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            application_id: Err("application_id was not initialized".to_string()),
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
        }
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
    ///Sends a `GET` request to `/api/applications/{applicationId}/roles`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<::std::vec::Vec<types::LogtoRole>>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoRole>>,
        Error<types::LogtoError>,
    > {
        let Self { client, application_id, page, page_size, search_params } = self;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/roles", client.baseurl, encode_path(& application_id
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
                "list_application_roles",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListApplicationRoles<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoRole, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoRole| row.id.to_string(),
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
    ///The whole list of [`list_application_roles`](Self::list_application_roles), `size` rows at a time; [`stream`](builder::ListApplicationRoles::stream) of the request takes its filters too.
    pub fn application_roles_stream<'a>(
        &'a self,
        application_id: &str,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoRole, crate::Error>,
    > + Send + use<'a> {
        self.list_application_roles().application_id(application_id).stream(size)
    }
}
/**Builder for [`Client::replace_application_roles`]

[`Client::replace_application_roles`]: super::Client::replace_application_roles*/
#[derive(Debug, Clone)]
pub struct ReplaceApplicationRoles<'a> {
    client: &'a super::Client,
    application_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoRoleIdsRequest, String>,
}
impl<'a> ReplaceApplicationRoles<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            application_id: Err("application_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoRoleIdsRequest>,
        <V as std::convert::TryInto<
            types::LogtoRoleIdsRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoRoleIdsRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoRoleIdsRequest,
        ) -> types::builder::LogtoRoleIdsRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/applications/{applicationId}/roles`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, application_id, if_match, body } = self;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoRoleIdsRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/roles", client.baseurl, encode_path(& application_id
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
                "replace_application_roles",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 422u16
            | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::assign_application_roles`]

[`Client::assign_application_roles`]: super::Client::assign_application_roles*/
#[derive(Debug, Clone)]
pub struct AssignApplicationRoles<'a> {
    client: &'a super::Client,
    application_id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoRoleIdsRequest, String>,
}
impl<'a> AssignApplicationRoles<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            application_id: Err("application_id was not initialized".to_string()),
            body: Ok(::std::default::Default::default()),
        }
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
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoRoleIdsRequest>,
        <V as std::convert::TryInto<
            types::LogtoRoleIdsRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoRoleIdsRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoRoleIdsRequest,
        ) -> types::builder::LogtoRoleIdsRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/applications/{applicationId}/roles`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, application_id, body } = self;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoRoleIdsRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/roles", client.baseurl, encode_path(& application_id
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
                "assign_application_roles",
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
/**Builder for [`Client::delete_application_role`]

[`Client::delete_application_role`]: super::Client::delete_application_role*/
#[derive(Debug, Clone)]
pub struct DeleteApplicationRole<'a> {
    client: &'a super::Client,
    application_id: Result<::std::string::String, String>,
    role_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApplicationRole<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            application_id: Err("application_id was not initialized".to_string()),
            role_id: Err("role_id was not initialized".to_string()),
            if_match: Ok(None),
        }
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
    pub fn role_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.role_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for role_id failed"
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
    ///Sends a `DELETE` request to `/api/applications/{applicationId}/roles/{roleId}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, application_id, role_id, if_match } = self;
        let application_id = application_id.map_err(Error::InvalidRequest)?;
        let role_id = role_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/roles/{}", client.baseurl, encode_path(&
            application_id.to_string()), encode_path(& role_id.to_string()),
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
                "delete_application_role",
            )
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::get_application`]

[`Client::get_application`]: super::Client::get_application*/
#[derive(Debug, Clone)]
pub struct GetApplication<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
}
impl<'a> GetApplication<'a> {
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
    ///Sends a `GET` request to `/api/applications/{id}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplicationWithAdmin>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LogtoApplicationWithAdmin>,
        Error<types::LogtoError>,
    > {
        let Self { client, id } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_application")
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
/**Builder for [`Client::delete_application`]

[`Client::delete_application`]: super::Client::delete_application*/
#[derive(Debug, Clone)]
pub struct DeleteApplication<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApplication<'a> {
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
    ///Sends a `DELETE` request to `/api/applications/{id}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_application")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_application`]

[`Client::update_application`]: super::Client::update_application*/
#[derive(Debug, Clone)]
pub struct UpdateApplication<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateApplicationRequest, String>,
}
impl<'a> UpdateApplication<'a> {
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
        V: std::convert::TryInto<types::LogtoUpdateApplicationRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateApplicationRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUpdateApplicationRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateApplicationRequest,
        ) -> types::builder::LogtoUpdateApplicationRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/applications/{id}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, Error<types::LogtoError>> {
        let Self { client, id, if_match, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateApplicationRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}", client.baseurl, encode_path(& id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_application")
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
/**Builder for [`Client::delete_application_legacy_secret`]

[`Client::delete_application_legacy_secret`]: super::Client::delete_application_legacy_secret*/
#[derive(Debug, Clone)]
pub struct DeleteApplicationLegacySecret<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApplicationLegacySecret<'a> {
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
    ///Sends a `DELETE` request to `/api/applications/{id}/legacy-secret`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoApplication>, Error<types::LogtoError>> {
        let Self { client, id, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/legacy-secret", client.baseurl, encode_path(& id
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
                "delete_application_legacy_secret",
            )
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::list_application_secrets`]

[`Client::list_application_secrets`]: super::Client::list_application_secrets*/
#[derive(Debug, Clone)]
pub struct ListApplicationSecrets<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
}
impl<'a> ListApplicationSecrets<'a> {
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
    ///Sends a `GET` request to `/api/applications/{id}/secrets`
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoApplicationSecret>>,
        crate::Error,
    > {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoApplicationSecret>>,
        Error<types::LogtoError>,
    > {
        let Self { client, id } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/secrets", client.baseurl, encode_path(& id
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
                "list_application_secrets",
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
/**Builder for [`Client::create_application_secret`]

[`Client::create_application_secret`]: super::Client::create_application_secret*/
#[derive(Debug, Clone)]
pub struct CreateApplicationSecret<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoCreateApplicationSecretRequest, String>,
}
impl<'a> CreateApplicationSecret<'a> {
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
        V: std::convert::TryInto<types::LogtoCreateApplicationSecretRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateApplicationSecretRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoCreateApplicationSecretRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateApplicationSecretRequest,
        ) -> types::builder::LogtoCreateApplicationSecretRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/applications/{id}/secrets`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplicationSecret>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoApplicationSecret>, Error<types::LogtoError>> {
        let Self { client, id, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoCreateApplicationSecretRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/secrets", client.baseurl, encode_path(& id
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
                "create_application_secret",
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
/**Builder for [`Client::delete_application_secret`]

[`Client::delete_application_secret`]: super::Client::delete_application_secret*/
#[derive(Debug, Clone)]
pub struct DeleteApplicationSecret<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    name: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApplicationSecret<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            name: Err("name was not initialized".to_string()),
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
    pub fn name<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.name = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for name failed".to_string()
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
    ///Sends a `DELETE` request to `/api/applications/{id}/secrets/{name}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, id, name, if_match } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let name = name.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/secrets/{}", client.baseurl, encode_path(& id
            .to_string()), encode_path(& name.to_string()),
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
                "delete_application_secret",
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
/**Builder for [`Client::update_application_secret`]

[`Client::update_application_secret`]: super::Client::update_application_secret*/
#[derive(Debug, Clone)]
pub struct UpdateApplicationSecret<'a> {
    client: &'a super::Client,
    id: Result<::std::string::String, String>,
    name: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateApplicationSecretRequest, String>,
}
impl<'a> UpdateApplicationSecret<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            id: Err("id was not initialized".to_string()),
            name: Err("name was not initialized".to_string()),
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
    pub fn name<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.name = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for name failed".to_string()
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
        V: std::convert::TryInto<types::LogtoUpdateApplicationSecretRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateApplicationSecretRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUpdateApplicationSecretRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateApplicationSecretRequest,
        ) -> types::builder::LogtoUpdateApplicationSecretRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/applications/{id}/secrets/{name}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoApplicationSecret>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoApplicationSecret>, Error<types::LogtoError>> {
        let Self { client, id, name, if_match, body } = self;
        let id = id.map_err(Error::InvalidRequest)?;
        let name = name.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateApplicationSecretRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/applications/{}/secrets/{}", client.baseurl, encode_path(& id
            .to_string()), encode_path(& name.to_string()),
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
                "update_application_secret",
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
