//! The operations of the tag `users`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**List users

Always one page, the newest first.

Takes a token of server `admin` with scope `users:read`, `users:write` or `all`.

Sends a `GET` request to `/api/users`

Arguments:
- `page`: Which page to answer. The first is 1.
- `page_size`: How many rows a page has, 100 at most.
- `search_params`: What to search, flattened into the query: `search=%words%` (all fields) or `search.name=…`, `mode` or `mode.name` (exact, like, similar_to, posix), `joint` (or, and), `isCaseSensitive`. The fields are `id`, `primaryEmail`, `primaryPhone`, `username` and `name`.
```text
let response = client.list_users()
    .page(page)
    .page_size(page_size)
    .search_params(search_params)
    .send()
    .await;
```*/
    pub fn list_users(&self) -> builder::ListUsers<'_> {
        builder::ListUsers::new(self)
    }
    /**Create a user

Everything may be missing. Who has a password signs in at the tenant's default authorization server by user name, e-mail address or telephone number: while there is a user, the server offers that beside its other ways.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `POST` request to `/api/users`

```text
let response = client.create_user()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_user(&self) -> builder::CreateUser<'_> {
        builder::CreateUser::new(self)
    }
    /**Get a user

With all that is known of them but the password.

Takes a token of server `admin` with scope `users:read`, `users:write` or `all`.

Sends a `GET` request to `/api/users/{userId}`

Arguments:
- `user_id`: Id of the user.
- `include_sso_identities`: Whether identities at enterprise providers are told as well: `true`, `1`, `yes`.
```text
let response = client.get_user()
    .user_id(user_id)
    .include_sso_identities(include_sso_identities)
    .send()
    .await;
```*/
    pub fn get_user(&self) -> builder::GetUser<'_> {
        builder::GetUser::new(self)
    }
    /**Delete a user

They are signed out everywhere, and their tokens end. What they did stays in the logs.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `DELETE` request to `/api/users/{userId}`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
```text
let response = client.delete_user()
    .user_id(user_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_user(&self) -> builder::DeleteUser<'_> {
        builder::DeleteUser::new(self)
    }
    /**Change a user

Each member takes the place of what is there as a whole. Null or an empty text takes a user name, an address, a number, a name or a picture away.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `PATCH` request to `/api/users/{userId}`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_user()
    .user_id(user_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_user(&self) -> builder::UpdateUser<'_> {
        builder::UpdateUser::new(self)
    }
    /**Get the custom data of a user

What an administrator keeps here about them, by itself.

Takes a token of server `admin` with scope `users:read`, `users:write` or `all`.

Sends a `GET` request to `/api/users/{userId}/custom-data`

Arguments:
- `user_id`: Id of the user.
```text
let response = client.get_user_custom_data()
    .user_id(user_id)
    .send()
    .await;
```*/
    pub fn get_user_custom_data(&self) -> builder::GetUserCustomData<'_> {
        builder::GetUserCustomData::new(self)
    }
    /**Change members of a user's custom data

Each takes the place of the one that is there; the others stay. The answer is all of the custom data.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `PATCH` request to `/api/users/{userId}/custom-data`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_user_custom_data()
    .user_id(user_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_user_custom_data(&self) -> builder::UpdateUserCustomData<'_> {
        builder::UpdateUserCustomData::new(self)
    }
    /**Get whether a user has a password

Who has none can't sign in with one.

Takes a token of server `admin` with scope `users:read`, `users:write` or `all`.

Sends a `GET` request to `/api/users/{userId}/has-password`

Arguments:
- `user_id`: Id of the user.
```text
let response = client.get_user_has_password()
    .user_id(user_id)
    .send()
    .await;
```*/
    pub fn get_user_has_password(&self) -> builder::GetUserHasPassword<'_> {
        builder::GetUserHasPassword::new(self)
    }
    /**Suspend a user, or let them sign in again

A suspended user is signed out everywhere, and their tokens end; that they may sign in again brings none of it back.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `PATCH` request to `/api/users/{userId}/is-suspended`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_user_is_suspended()
    .user_id(user_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_user_is_suspended(&self) -> builder::UpdateUserIsSuspended<'_> {
        builder::UpdateUserIsSuspended::new(self)
    }
    /**Change the password of a user

Sessions and tokens stay as they are; suspend the user to end them.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `PATCH` request to `/api/users/{userId}/password`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_user_password()
    .user_id(user_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_user_password(&self) -> builder::UpdateUserPassword<'_> {
        builder::UpdateUserPassword::new(self)
    }
    /**Check the password of a user

204 when it is the user's; 422 when it is another one, or the user has none.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `POST` request to `/api/users/{userId}/password/verify`

Arguments:
- `user_id`: Id of the user.
- `body`
```text
let response = client.verify_user_password()
    .user_id(user_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn verify_user_password(&self) -> builder::VerifyUserPassword<'_> {
        builder::VerifyUserPassword::new(self)
    }
    /**Change members of a user's profile

Each takes the place of the one that is there, an address as a whole; the others stay. The answer is all of the profile.

Takes a token of server `admin` with scope `users:write` or `all`.

Sends a `PATCH` request to `/api/users/{userId}/profile`

Arguments:
- `user_id`: Id of the user.
- `if_match`: Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.
- `body`
```text
let response = client.update_user_profile()
    .user_id(user_id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_user_profile(&self) -> builder::UpdateUserProfile<'_> {
        builder::UpdateUserProfile::new(self)
    }
}
/**Builder for [`Client::list_users`]

[`Client::list_users`]: super::Client::list_users*/
#[derive(Debug, Clone)]
pub struct ListUsers<'a> {
    client: &'a super::Client,
    page: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    search_params: Result<
        Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        String,
    >,
}
impl<'a> ListUsers<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            page: Ok(None),
            page_size: Ok(None),
            search_params: Ok(None),
        }
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
    ///Sends a `GET` request to `/api/users`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<::std::vec::Vec<types::LogtoUser>>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::LogtoUser>>,
        Error<types::LogtoError>,
    > {
        let Self { client, page, page_size, search_params } = self;
        let page = page.map_err(Error::InvalidRequest)?;
        let page_size = page_size.map_err(Error::InvalidRequest)?;
        let search_params = search_params.map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/users", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "list_users").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
impl<'a> ListUsers<'a> {
    ///The whole list, page by page as the stream is read, `size` rows at a time, 100 at most. Instead of `page` and `page_size`. See [the crate](crate#lists).
    pub fn stream(
        self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoUser, crate::Error>,
    > + Send + use<'a> {
        let size = size.clamp(1, 100u32);
        crate::paging::by_number(
            size,
            |row: &types::LogtoUser| row.id.to_string(),
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
    ///The whole list of [`list_users`](Self::list_users), `size` rows at a time; [`stream`](builder::ListUsers::stream) of the request takes its filters too.
    pub fn users_stream<'a>(
        &'a self,
        size: u32,
    ) -> impl ::futures::Stream<
        Item = Result<types::LogtoUser, crate::Error>,
    > + Send + use<'a> {
        self.list_users().stream(size)
    }
}
/**Builder for [`Client::create_user`]

[`Client::create_user`]: super::Client::create_user*/
#[derive(Debug, Clone)]
pub struct CreateUser<'a> {
    client: &'a super::Client,
    body: Result<types::builder::LogtoCreateUserRequest, String>,
}
impl<'a> CreateUser<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoCreateUserRequest>,
        <V as std::convert::TryInto<
            types::LogtoCreateUserRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoCreateUserRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoCreateUserRequest,
        ) -> types::builder::LogtoCreateUserRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/users`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoUser>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoUser>, Error<types::LogtoError>> {
        let Self { client, body } = self;
        let body = body
            .and_then(|v| {
                types::LogtoCreateUserRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/users", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "create_user").await?;
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
/**Builder for [`Client::get_user`]

[`Client::get_user`]: super::Client::get_user*/
#[derive(Debug, Clone)]
pub struct GetUser<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    include_sso_identities: Result<Option<::std::string::String>, String>,
}
impl<'a> GetUser<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            include_sso_identities: Ok(None),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
                    .to_string()
            });
        self
    }
    pub fn include_sso_identities<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.include_sso_identities = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for include_sso_identities failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/users/{userId}`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoUserWithSsoIdentities>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::LogtoUserWithSsoIdentities>,
        Error<types::LogtoError>,
    > {
        let Self { client, user_id, include_sso_identities } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let include_sso_identities = include_sso_identities
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}", client.baseurl, encode_path(& user_id.to_string()),
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
                    "includeSsoIdentities",
                    &include_sso_identities,
                ),
            )
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "get_user").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 404u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::delete_user`]

[`Client::delete_user`]: super::Client::delete_user*/
#[derive(Debug, Clone)]
pub struct DeleteUser<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
}
impl<'a> DeleteUser<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
    ///Sends a `DELETE` request to `/api/users/{userId}`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, user_id, if_match } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}", client.baseurl, encode_path(& user_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "delete_user").await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 412u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_user`]

[`Client::update_user`]: super::Client::update_user*/
#[derive(Debug, Clone)]
pub struct UpdateUser<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUpdateUserRequest, String>,
}
impl<'a> UpdateUser<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
        V: std::convert::TryInto<types::LogtoUpdateUserRequest>,
        <V as std::convert::TryInto<
            types::LogtoUpdateUserRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoUpdateUserRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUpdateUserRequest,
        ) -> types::builder::LogtoUpdateUserRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/users/{userId}`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoUser>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoUser>, Error<types::LogtoError>> {
        let Self { client, user_id, if_match, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUpdateUserRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}", client.baseurl, encode_path(& user_id.to_string()),
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
        let response = crate::exchange::exchange(client, request, "update_user").await?;
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
/**Builder for [`Client::get_user_custom_data`]

[`Client::get_user_custom_data`]: super::Client::get_user_custom_data*/
#[derive(Debug, Clone)]
pub struct GetUserCustomData<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
}
impl<'a> GetUserCustomData<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/users/{userId}/custom-data`
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
        let Self { client, user_id } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/custom-data", client.baseurl, encode_path(& user_id
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
        let response = crate::exchange::exchange(client, request, "get_user_custom_data")
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
/**Builder for [`Client::update_user_custom_data`]

[`Client::update_user_custom_data`]: super::Client::update_user_custom_data*/
#[derive(Debug, Clone)]
pub struct UpdateUserCustomData<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUserCustomDataRequest, String>,
}
impl<'a> UpdateUserCustomData<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
        V: std::convert::TryInto<types::LogtoUserCustomDataRequest>,
        <V as std::convert::TryInto<
            types::LogtoUserCustomDataRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUserCustomDataRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUserCustomDataRequest,
        ) -> types::builder::LogtoUserCustomDataRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/users/{userId}/custom-data`
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
        let Self { client, user_id, if_match, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUserCustomDataRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/custom-data", client.baseurl, encode_path(& user_id
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
                "update_user_custom_data",
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
/**Builder for [`Client::get_user_has_password`]

[`Client::get_user_has_password`]: super::Client::get_user_has_password*/
#[derive(Debug, Clone)]
pub struct GetUserHasPassword<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
}
impl<'a> GetUserHasPassword<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
                    .to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/users/{userId}/has-password`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoHasPassword>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoHasPassword>, Error<types::LogtoError>> {
        let Self { client, user_id } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/has-password", client.baseurl, encode_path(& user_id
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
                "get_user_has_password",
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
/**Builder for [`Client::update_user_is_suspended`]

[`Client::update_user_is_suspended`]: super::Client::update_user_is_suspended*/
#[derive(Debug, Clone)]
pub struct UpdateUserIsSuspended<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoSuspensionRequest, String>,
}
impl<'a> UpdateUserIsSuspended<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
        V: std::convert::TryInto<types::LogtoSuspensionRequest>,
        <V as std::convert::TryInto<
            types::LogtoSuspensionRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoSuspensionRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoSuspensionRequest,
        ) -> types::builder::LogtoSuspensionRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/users/{userId}/is-suspended`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoUser>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoUser>, Error<types::LogtoError>> {
        let Self { client, user_id, if_match, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoSuspensionRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/is-suspended", client.baseurl, encode_path(& user_id
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
                "update_user_is_suspended",
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
/**Builder for [`Client::update_user_password`]

[`Client::update_user_password`]: super::Client::update_user_password*/
#[derive(Debug, Clone)]
pub struct UpdateUserPassword<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUserPasswordRequest, String>,
}
impl<'a> UpdateUserPassword<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
        V: std::convert::TryInto<types::LogtoUserPasswordRequest>,
        <V as std::convert::TryInto<
            types::LogtoUserPasswordRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUserPasswordRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUserPasswordRequest,
        ) -> types::builder::LogtoUserPasswordRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/users/{userId}/password`
    pub async fn send(self) -> Result<ResponseValue<types::LogtoUser>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoUser>, Error<types::LogtoError>> {
        let Self { client, user_id, if_match, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUserPasswordRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/password", client.baseurl, encode_path(& user_id
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
        let response = crate::exchange::exchange(client, request, "update_user_password")
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
/**Builder for [`Client::verify_user_password`]

[`Client::verify_user_password`]: super::Client::verify_user_password*/
#[derive(Debug, Clone)]
pub struct VerifyUserPassword<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    body: Result<types::builder::LogtoUserPasswordRequest, String>,
}
impl<'a> VerifyUserPassword<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
                    .to_string()
            });
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::LogtoUserPasswordRequest>,
        <V as std::convert::TryInto<
            types::LogtoUserPasswordRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!(
                    "conversion to `LogtoUserPasswordRequest` for body failed: {}", s
                )
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUserPasswordRequest,
        ) -> types::builder::LogtoUserPasswordRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/users/{userId}/password/verify`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::LogtoError>> {
        let Self { client, user_id, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUserPasswordRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/password/verify", client.baseurl, encode_path(& user_id
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
        let response = crate::exchange::exchange(client, request, "verify_user_password")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 413u16 | 415u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::update_user_profile`]

[`Client::update_user_profile`]: super::Client::update_user_profile*/
#[derive(Debug, Clone)]
pub struct UpdateUserProfile<'a> {
    client: &'a super::Client,
    user_id: Result<::std::string::String, String>,
    if_match: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::LogtoUserProfileRequest, String>,
}
impl<'a> UpdateUserProfile<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            user_id: Err("user_id was not initialized".to_string()),
            if_match: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn user_id<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.user_id = value
            .try_into()
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for user_id failed"
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
        V: std::convert::TryInto<types::LogtoUserProfileRequest>,
        <V as std::convert::TryInto<
            types::LogtoUserProfileRequest,
        >>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `LogtoUserProfileRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::LogtoUserProfileRequest,
        ) -> types::builder::LogtoUserProfileRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PATCH` request to `/api/users/{userId}/profile`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogtoUserProfile>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::LogtoUserProfile>, Error<types::LogtoError>> {
        let Self { client, user_id, if_match, body } = self;
        let user_id = user_id.map_err(Error::InvalidRequest)?;
        let if_match = if_match.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| {
                types::LogtoUserProfileRequest::try_from(v).map_err(|e| e.to_string())
            })
            .map_err(Error::InvalidRequest)?;
        let url = format!(
            "{}/api/users/{}/profile", client.baseurl, encode_path(& user_id
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
        let response = crate::exchange::exchange(client, request, "update_user_profile")
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
