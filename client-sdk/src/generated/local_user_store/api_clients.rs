//! The operations of the tag `api_clients`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List API clients

Their secrets are left out: read one API client to see its secret.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:read`, `api-clients:write` or `all`.

Sends a `GET` request to `/local-user-store/api/v1/api-clients`

Arguments:
- `limit`: Rows to answer, 1000 at most however many are asked for.
- `offset`: Rows to leave out at the beginning.
- `sortdir`: Whether they are sorted upwards or downwards, in any case of letters.
- `sortkey`: What the rows are sorted by; `created` when absent.
```text
let response = client.list_api_clients()
    .limit(limit)
    .offset(offset)
    .sortdir(sortdir)
    .sortkey(sortkey)
    .send()
    .await;
```*/
    pub fn list_api_clients(&self) -> builder::ListApiClients<'_> {
        builder::ListApiClients::new(self)
    }
    /**Create an API client

Answers with its id only; its secret is shown when it is read.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:write` or `all`.

Sends a `POST` request to `/local-user-store/api/v1/api-clients`

```text
let response = client.create_api_client()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_api_client(&self) -> builder::CreateApiClient<'_> {
        builder::CreateApiClient::new(self)
    }
    /**Search API clients

By words in their names. Offset, limit and order are taken from the body, or from the query where the body has none.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:read`, `api-clients:write` or `all`.

Sends a `POST` request to `/local-user-store/api/v1/api-clients/search`

Arguments:
- `limit`: Rows to answer, 1000 at most however many are asked for.
- `offset`: Rows to leave out at the beginning.
- `sortdir`: Whether they are sorted upwards or downwards, in any case of letters.
- `sortkey`: What the rows are sorted by; `created` when absent.
- `body`
```text
let response = client.search_api_clients()
    .limit(limit)
    .offset(offset)
    .sortdir(sortdir)
    .sortkey(sortkey)
    .body(body)
    .send()
    .await;
```*/
    pub fn search_api_clients(&self) -> builder::SearchApiClients<'_> {
        builder::SearchApiClients::new(self)
    }
    /**Get an API client with its secret

The secret is shown to callers who may also change the API client.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:read`, `api-clients:write` or `all`.

Sends a `GET` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: Id of the API client.
```text
let response = client.get_api_client()
    .api_client_id(api_client_id)
    .send()
    .await;
```*/
    pub fn get_api_client(&self) -> builder::GetApiClient<'_> {
        builder::GetApiClient::new(self)
    }
    /**Replace an API client's name and roles

Its secret stays the same. Roles that the body leaves out are taken away.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:write` or `all`.

Sends a `PUT` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: Id of the API client.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_api_client()
    .api_client_id(api_client_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_api_client(&self) -> builder::UpdateApiClient<'_> {
        builder::UpdateApiClient::new(self)
    }
    /**Delete an API client

From the answer on it gets no more tokens.

Takes a token of server `admin` with scope `admin`, `service`, `apiClientsManage`, `api-clients:write` or `all`.

Sends a `DELETE` request to `/local-user-store/api/v1/api-clients/{api_client_id}`

Arguments:
- `api_client_id`: Id of the API client.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_api_client()
    .api_client_id(api_client_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_api_client(&self) -> builder::DeleteApiClient<'_> {
        builder::DeleteApiClient::new(self)
    }
}
/**Builder for [`Client::list_api_clients`]

[`Client::list_api_clients`]: super::Client::list_api_clients*/
#[derive(Debug, Clone)]
pub struct ListApiClients<'a> {
    client: &'a super::Client,
    limit: Result<Option<i64>, String>,
    offset: Result<Option<i64>, String>,
    sortdir: Result<Option<types::ListApiClientsSortdir>, String>,
    sortkey: Result<Option<types::ListApiClientsSortkey>, String>,
}
impl<'a> ListApiClients<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            limit: Ok(None),
            offset: Ok(None),
            sortdir: Ok(None),
            sortkey: Ok(None),
        }
    }
    pub fn limit<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.limit = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for limit failed".to_string());
        self
    }
    pub fn offset<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.offset = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for offset failed".to_string());
        self
    }
    pub fn sortdir<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ListApiClientsSortdir>,
    {
        self.sortdir = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListApiClientsSortdir` for sortdir failed".to_string()
            });
        self
    }
    pub fn sortkey<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::ListApiClientsSortkey>,
    {
        self.sortkey = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListApiClientsSortkey` for sortkey failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/local-user-store/api/v1/api-clients`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LocalUserStoreApiClientList>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LocalUserStoreApiClientList>,
        Error<types::LocalUserStoreError>,
    > {
        let Self { client, limit, offset, sortdir, sortkey } = self;
        let limit = limit.map_err(Error::InvalidRequest)?;
        let offset = offset.map_err(Error::InvalidRequest)?;
        let sortdir = sortdir.map_err(Error::InvalidRequest)?;
        let sortkey = sortkey.map_err(Error::InvalidRequest)?;
        let url = format!("{}/local-user-store/api/v1/api-clients", client.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("offset", &offset))
            .query(&progenitor_client::QueryParam::new("sortdir", &sortdir))
            .query(&progenitor_client::QueryParam::new("sortkey", &sortkey))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "list_api_clients")
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
impl<'a> ListApiClients<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time. Instead of `offset` and `limit`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LocalUserStoreApiClient, crate::Error>,
    > + Send + use<'a> {
        let size = size.max(1);
        crate::paging::by_offset(
            size,
            |row: &types::LocalUserStoreApiClient| row.id.to_string(),
            move |place| {
                let request = self.clone().offset(place).limit(size);
                async move {
                    let answer = request.send().await?;
                    Ok({
                        let answer = answer.into_inner();
                        crate::paging::Page {
                            rows: answer.items,
                            total: u64::try_from(answer.count).ok(),
                            has_next: None,
                        }
                    })
                }
            },
        )
    }
}
impl Client {
    ///The whole list of [`list_api_clients`](Self::list_api_clients), `size` rows at a time; [`stream`](builder::ListApiClients::stream) of the request takes its filters too.
    pub fn api_clients_stream<'a>(
        &'a self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LocalUserStoreApiClient, crate::Error>,
    > + Send + use<'a> {
        self.list_api_clients().stream(size)
    }
}
/**Builder for [`Client::create_api_client`]

[`Client::create_api_client`]: super::Client::create_api_client*/
#[derive(Debug, Clone)]
pub struct CreateApiClient<'a> {
    client: &'a super::Client,
    body: Result<types::builder::LocalUserStoreApiClientRequest, String>,
}
impl<'a> CreateApiClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LocalUserStoreApiClientRequest>,
        <V as std::convert::TryInto<
            types::LocalUserStoreApiClientRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LocalUserStoreApiClientRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LocalUserStoreApiClientRequest,
        ) -> types::builder::LocalUserStoreApiClientRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/local-user-store/api/v1/api-clients`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LocalUserStoreIdentifier>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LocalUserStoreIdentifier>,
        Error<types::LocalUserStoreError>,
    > {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| {
                types::LocalUserStoreApiClientRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/local-user-store/api/v1/api-clients", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "create_api_client")
            .await?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 415u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::search_api_clients`]

[`Client::search_api_clients`]: super::Client::search_api_clients*/
#[derive(Debug, Clone)]
pub struct SearchApiClients<'a> {
    client: &'a super::Client,
    limit: Result<Option<i64>, String>,
    offset: Result<Option<i64>, String>,
    sortdir: Result<Option<types::SearchApiClientsSortdir>, String>,
    sortkey: Result<Option<types::SearchApiClientsSortkey>, String>,
    body: Result<types::builder::LocalUserStoreApiClientSearch, String>,
}
impl<'a> SearchApiClients<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            limit: Ok(None),
            offset: Ok(None),
            sortdir: Ok(None),
            sortkey: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn limit<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.limit = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for limit failed".to_string());
        self
    }
    pub fn offset<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<i64>,
    {
        self.offset = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for offset failed".to_string());
        self
    }
    pub fn sortdir<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::SearchApiClientsSortdir>,
    {
        self.sortdir = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `SearchApiClientsSortdir` for sortdir failed".to_string()
            });
        self
    }
    pub fn sortkey<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::SearchApiClientsSortkey>,
    {
        self.sortkey = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `SearchApiClientsSortkey` for sortkey failed".to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LocalUserStoreApiClientSearch>,
        <V as std::convert::TryInto<
            types::LocalUserStoreApiClientSearch,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LocalUserStoreApiClientSearch` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LocalUserStoreApiClientSearch,
        ) -> types::builder::LocalUserStoreApiClientSearch,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/local-user-store/api/v1/api-clients/search`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LocalUserStoreApiClientList>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LocalUserStoreApiClientList>,
        Error<types::LocalUserStoreError>,
    > {
        let Self { client, limit, offset, sortdir, sortkey, body } = self;
        let limit = limit.map_err(Error::InvalidRequest)?;
        let offset = offset.map_err(Error::InvalidRequest)?;
        let sortdir = sortdir.map_err(Error::InvalidRequest)?;
        let sortkey = sortkey.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LocalUserStoreApiClientSearch::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/local-user-store/api/v1/api-clients/search", client.baseurl,
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
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("offset", &offset))
            .query(&progenitor_client::QueryParam::new("sortdir", &sortdir))
            .query(&progenitor_client::QueryParam::new("sortkey", &sortkey))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "search_api_clients")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 413u16 | 415u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> SearchApiClients<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time. Instead of `offset` and `limit`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LocalUserStoreApiClient, crate::Error>,
    > + Send + use<'a> {
        let size = size.max(1);
        crate::paging::by_offset(
            size,
            |row: &types::LocalUserStoreApiClient| row.id.to_string(),
            move |place| {
                let request = self
                    .clone()
                    .offset(place)
                    .limit(size)
                    .body_map(|body| {
                        body
                            .limit(::std::option::Option::<i64>::None)
                            .offset(::std::option::Option::<i64>::None)
                    });
                async move {
                    let answer = request.send().await?;
                    Ok({
                        let answer = answer.into_inner();
                        crate::paging::Page {
                            rows: answer.items,
                            total: u64::try_from(answer.count).ok(),
                            has_next: None,
                        }
                    })
                }
            },
        )
    }
}
/**Builder for [`Client::get_api_client`]

[`Client::get_api_client`]: super::Client::get_api_client*/
#[derive(Debug, Clone)]
pub struct GetApiClient<'a> {
    client: &'a super::Client,
    api_client_id: Result<::std::string::String, String>,
}
impl<'a> GetApiClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            api_client_id: Err("api_client_id was not initialized".to_string()),
        }
    }
    pub fn api_client_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api_client_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api_client_id failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LocalUserStoreApiClient>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LocalUserStoreApiClient>,
        Error<types::LocalUserStoreError>,
    > {
        let Self { client, api_client_id } = self;
        let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/local-user-store/api/v1/api-clients/{}", client.baseurl, encode_path(&
            api_client_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "get_api_client")
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
/**Builder for [`Client::update_api_client`]

[`Client::update_api_client`]: super::Client::update_api_client*/
#[derive(Debug, Clone)]
pub struct UpdateApiClient<'a> {
    client: &'a super::Client,
    api_client_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LocalUserStoreApiClientRequest, String>,
}
impl<'a> UpdateApiClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            api_client_id: Err("api_client_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn api_client_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api_client_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api_client_id failed"
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
        V: std::convert::TryInto<types::LocalUserStoreApiClientRequest>,
        <V as std::convert::TryInto<
            types::LocalUserStoreApiClientRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LocalUserStoreApiClientRequest` for body failed: {}",
                    s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LocalUserStoreApiClientRequest,
        ) -> types::builder::LocalUserStoreApiClientRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<()>, Error<types::LocalUserStoreError>> {
        let Self { client, api_client_id, if_match, body } = self;
        let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LocalUserStoreApiClientRequest::try_from(v)
                    .map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/local-user-store/api/v1/api-clients/{}", client.baseurl, encode_path(&
            api_client_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_api_client")
            .await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 413u16 | 415u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_api_client`]

[`Client::delete_api_client`]: super::Client::delete_api_client*/
#[derive(Debug, Clone)]
pub struct DeleteApiClient<'a> {
    client: &'a super::Client,
    api_client_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteApiClient<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            api_client_id: Err("api_client_id was not initialized".to_string()),
            if_match: Ok(None),
        }
    }
    pub fn api_client_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.api_client_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for api_client_id failed"
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
    ///Sends a `DELETE` request to `/local-user-store/api/v1/api-clients/{api_client_id}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<()>, Error<types::LocalUserStoreError>> {
        let Self { client, api_client_id, if_match } = self;
        let api_client_id = api_client_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/local-user-store/api/v1/api-clients/{}", client.baseurl, encode_path(&
            api_client_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_api_client")
            .await?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
