//! The operations of the tag `configuration`: how each is begun, then the requests.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::generated::{builder, types, Client};
use crate::generated::{ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue, encode_path};

impl Client {
    /**Export the configuration

All that is configured in a tenant, or in all tenants, as it is at one moment: what `import_configuration` takes. Its secrets are in it, and private keys. The clients that administer the installation aren't. It is YAML for those who accept `application/yaml` and not `application/json`.

Takes a token of server `system` of the tenant `system` with scope `all`.

Sends a `GET` request to `/api/system/configuration`

Arguments:
- `all`: `true` for all tenants of the installation, whatever `tid` says.
- `recipient`: Whom secrets are sealed for, with `sealed`: age recipients (`age1…`), with commas between them.
- `secrets`: What becomes of secrets; `clear` when absent.
- `tid`: Tenant; `default` when absent.
```text
let response = client.export_configuration()
    .all(all)
    .recipient(recipient)
    .secrets(secrets)
    .tid(tid)
    .send()
    .await;
```*/
    pub fn export_configuration(&self) -> builder::ExportConfiguration<'_> {
        builder::ExportConfiguration::new(self)
    }
    /**Import a configuration

What `export_configuration` gives, of this server or of ACP. Each tenant is brought in as a whole or not at all, and made when it isn't there. Nothing is ever removed. What the dump has no secret for keeps its own, or gets a new one. It may be YAML (`Content-Type: application/yaml`). `apply_configuration` does the same and tells what it did.

Takes a token of server `system` of the tenant `system` with scope `all`.

Sends a `PUT` request to `/api/system/configuration`

Arguments:
- `mode`: What becomes of what is there otherwise than the dump has it; `fail` when absent.
- `body`
```text
let response = client.import_configuration()
    .mode(mode)
    .body(body)
    .send()
    .await;
```*/
    pub fn import_configuration(&self) -> builder::ImportConfiguration<'_> {
        builder::ImportConfiguration::new(self)
    }
    /**Apply a configuration

As `import_configuration`, and tells what it did; or, with `dry_run`, what it would do.

Takes a token of server `system` of the tenant `system` with scope `all`.

Sends a `POST` request to `/api/system/configuration`

Arguments:
- `administrators`: `true` to let clients of an `admin` server without scopes do everything, as they can at ACP.
- `dry_run`: `true` to write nothing.
- `keep_issuers`: `true` for authorization servers to go on as the issuers that they were where the dump comes from.
- `mode`: What becomes of what is there otherwise than the dump has it; `fail` when absent.
- `prune`: `true` to remove what an earlier import made, where its kind is in the dump and it isn't.
- `x_idempotency_key`: Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.
- `body`
```text
let response = client.apply_configuration()
    .administrators(administrators)
    .dry_run(dry_run)
    .keep_issuers(keep_issuers)
    .mode(mode)
    .prune(prune)
    .x_idempotency_key(x_idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn apply_configuration(&self) -> builder::ApplyConfiguration<'_> {
        builder::ApplyConfiguration::new(self)
    }
}
/**Builder for [`Client::export_configuration`]

[`Client::export_configuration`]: super::Client::export_configuration*/
#[derive(Debug, Clone)]
pub struct ExportConfiguration<'a> {
    client: &'a super::Client,
    all: Result<Option<bool>, String>,
    recipient: Result<Option<::std::string::String>, String>,
    secrets: Result<Option<types::AcpDumpSecrets>, String>,
    tid: Result<Option<::std::string::String>, String>,
}
impl<'a> ExportConfiguration<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            all: Ok(None),
            recipient: Ok(None),
            secrets: Ok(None),
            tid: Ok(None),
        }
    }
    pub fn all<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.all = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for all failed".to_string());
        self
    }
    pub fn recipient<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.recipient = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for recipient failed"
                    .to_string()
            });
        self
    }
    pub fn secrets<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpDumpSecrets>,
    {
        self.secrets = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `AcpDumpSecrets` for secrets failed".to_string()
            });
        self
    }
    pub fn tid<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<::std::string::String>,
    {
        self.tid = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `:: std :: string :: String` for tid failed".to_string()
            });
        self
    }
    ///Sends a `GET` request to `/api/system/configuration`
    pub async fn send(self) -> Result<ResponseValue<types::AcpDump>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<ResponseValue<types::AcpDump>, Error<types::AcpError>> {
        let Self { client, all, recipient, secrets, tid } = self;
        let all = all.map_err(Error::InvalidRequest)?;
        let recipient = recipient.map_err(Error::InvalidRequest)?;
        let secrets = secrets.map_err(Error::InvalidRequest)?;
        let tid = tid.map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/system/configuration", client.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("all", &all))
            .query(&progenitor_client::QueryParam::new("recipient", &recipient))
            .query(&progenitor_client::QueryParam::new("secrets", &secrets))
            .query(&progenitor_client::QueryParam::new("tid", &tid))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "export_configuration")
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
/**Builder for [`Client::import_configuration`]

[`Client::import_configuration`]: super::Client::import_configuration*/
#[derive(Debug, Clone)]
pub struct ImportConfiguration<'a> {
    client: &'a super::Client,
    mode: Result<Option<types::AcpImportMode>, String>,
    body: Result<types::builder::AcpDumpRequest, String>,
}
impl<'a> ImportConfiguration<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            mode: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn mode<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpImportMode>,
    {
        self.mode = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `AcpImportMode` for mode failed".to_string());
        self
    }
    pub fn body<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpDumpRequest>,
        <V as std::convert::TryInto<types::AcpDumpRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpDumpRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpDumpRequest,
        ) -> types::builder::AcpDumpRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `PUT` request to `/api/system/configuration`
    pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(self) -> Result<ResponseValue<()>, Error<types::AcpError>> {
        let Self { client, mode, body } = self;
        let mode = mode.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpDumpRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/system/configuration", client.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = client
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .query(&progenitor_client::QueryParam::new("mode", &mode))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "import_configuration")
            .await?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16 | 401u16 | 403u16 | 404u16 | 409u16 | 413u16 | 422u16 | 500u16
            | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/**Builder for [`Client::apply_configuration`]

[`Client::apply_configuration`]: super::Client::apply_configuration*/
#[derive(Debug, Clone)]
pub struct ApplyConfiguration<'a> {
    client: &'a super::Client,
    administrators: Result<Option<bool>, String>,
    dry_run: Result<Option<bool>, String>,
    keep_issuers: Result<Option<bool>, String>,
    mode: Result<Option<types::AcpImportMode>, String>,
    prune: Result<Option<bool>, String>,
    x_idempotency_key: Result<Option<::std::string::String>, String>,
    body: Result<types::builder::AcpDumpRequest, String>,
}
impl<'a> ApplyConfiguration<'a> {
    pub fn new(client: &'a super::Client) -> Self {
        Self {
            client: client,
            administrators: Ok(None),
            dry_run: Ok(None),
            keep_issuers: Ok(None),
            mode: Ok(None),
            prune: Ok(None),
            x_idempotency_key: Ok(None),
            body: Ok(::std::default::Default::default()),
        }
    }
    pub fn administrators<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.administrators = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for administrators failed".to_string());
        self
    }
    pub fn dry_run<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.dry_run = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for dry_run failed".to_string());
        self
    }
    pub fn keep_issuers<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.keep_issuers = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for keep_issuers failed".to_string());
        self
    }
    pub fn mode<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<types::AcpImportMode>,
    {
        self.mode = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `AcpImportMode` for mode failed".to_string());
        self
    }
    pub fn prune<V>(mut self, value: V) -> Self
    where
        V: std::convert::TryInto<bool>,
    {
        self.prune = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for prune failed".to_string());
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
        V: std::convert::TryInto<types::AcpDumpRequest>,
        <V as std::convert::TryInto<types::AcpDumpRequest>>::Error: std::fmt::Display,
    {
        self.body = value
            .try_into()
            .map(From::from)
            .map_err(|s| {
                format!("conversion to `AcpDumpRequest` for body failed: {}", s)
            });
        self
    }
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: std::ops::FnOnce(
            types::builder::AcpDumpRequest,
        ) -> types::builder::AcpDumpRequest,
    {
        self.body = self.body.map(f);
        self
    }
    ///Sends a `POST` request to `/api/system/configuration`
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::AcpConfigurationDifference>, crate::Error> {
        crate::call::operation(self.exchange()).await
    }
    async fn exchange(
        self,
    ) -> Result<
        ResponseValue<types::AcpConfigurationDifference>,
        Error<types::AcpError>,
    > {
        let Self {
            client,
            administrators,
            dry_run,
            keep_issuers,
            mode,
            prune,
            x_idempotency_key,
            body,
        } = self;
        let administrators = administrators.map_err(Error::InvalidRequest)?;
        let dry_run = dry_run.map_err(Error::InvalidRequest)?;
        let keep_issuers = keep_issuers.map_err(Error::InvalidRequest)?;
        let mode = mode.map_err(Error::InvalidRequest)?;
        let prune = prune.map_err(Error::InvalidRequest)?;
        let x_idempotency_key = x_idempotency_key.map_err(Error::InvalidRequest)?;
        let body = body
            .and_then(|v| types::AcpDumpRequest::try_from(v).map_err(|e| e.to_string()))
            .map_err(Error::InvalidRequest)?;
        let url = format!("{}/api/system/configuration", client.baseurl,);
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
            .query(
                &progenitor_client::QueryParam::new("administrators", &administrators),
            )
            .query(&progenitor_client::QueryParam::new("dry_run", &dry_run))
            .query(&progenitor_client::QueryParam::new("keep_issuers", &keep_issuers))
            .query(&progenitor_client::QueryParam::new("mode", &mode))
            .query(&progenitor_client::QueryParam::new("prune", &prune))
            .headers(header_map)
            .build()?;
        let response = crate::exchange::exchange(client, request, "apply_configuration")
            .await?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 | 401u16 | 403u16 | 409u16 | 413u16 | 422u16 | 500u16 | 503u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
