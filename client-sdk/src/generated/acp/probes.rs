//! The operations of the tag `probes`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Ask whether the process runs

For probes: answered also while the database can't be reached, and by the control listener alone where there is one.

Takes no credentials.

Sends a `GET` request to `/alive`

```text
let response = client.alive()
    .send()
    .await;
```*/
    pub fn alive(&self) -> builder::Alive<'_> {
        builder::Alive::new(self)
    }
}
/**Builder for [`Client::alive`]

[`Client::alive`]: super::Client::alive*/
#[derive(Debug, Clone)]
pub struct Alive<'a> {
    client: &'a super::Client,
}
impl<'a> Alive<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self { client: client }
    }
    ///Sends a `GET` request to `/alive`
    pub async fn send(self) -> Result<ResponseValue<types::AcpAlive>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpAlive>, Error<types::AcpError>> {
        let Self { client } = self;
        let url = format!("{}/alive", client.baseurl,);
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
        let response = crate::exchange::exchange(client, request, "alive").await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
