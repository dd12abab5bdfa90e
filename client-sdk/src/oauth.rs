//! Tokens of authorization servers, for and about applications.
//!
//! [`Client`](crate::Client) obtains its own tokens by itself. This module is for the programs on either side of an API
//! that Authplane protects: the application that needs a token for it, and the API that is shown one.
//!
//! ```no_run
//! # async fn example() -> Result<(), authplane_client::Error> {
//! use authplane_client::oauth::{AuthorizationServer, Caller, Credentials};
//!
//! let server = AuthorizationServer::discover("https://auth.example.com/default/default").await?;
//!
//! // The application:
//! let application = Credentials::new("application id", "application secret");
//! let token = server.client_credentials(&application, &["https://api.example.com/orders"], &["orders:read"]).await?;
//!
//! // The API:
//! let api = Credentials::new("id of the API's own client", "its secret");
//! let claims = server.introspect(Caller::Client(&api), &token.access_token).await?;
//! assert!(claims.active && claims.is_for("https://api.example.com/orders") && claims.has_scope("orders:read"));
//! # Ok(())
//! # }
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use oauth2::basic::{BasicClient, BasicRequestTokenError, BasicTokenType};
use oauth2::{ClientId, ClientSecret, RequestTokenError, Scope, TokenResponse, TokenUrl};
use reqwest::header::HeaderValue;
use reqwest::{Method, Response, StatusCode};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

pub use crate::discovery::Metadata;
use crate::discovery::metadata_of;
pub use crate::error::ProtocolError;
use crate::error::{Error, Refusal, request_id, unreadable};
use crate::retry::{Limits, Repetition, Transport, default_http_client};
use crate::secret::Secret;

/// The id and secret of a confidential client.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Its `client_id`.
    pub client_id: String,
    /// Its `client_secret`.
    pub client_secret: Secret,
}

impl Credentials {
    /// The credentials of a client.
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self { client_id: client_id.into(), client_secret: client_secret.into() }
    }

    /// As a header, both parts encoded as in a form first (RFC 6749 §2.3.1).
    pub(crate) fn basic(&self) -> HeaderValue {
        let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encode(&self.client_id), encode(self.client_secret.expose()));
        let mut header = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair)))
            .unwrap_or_else(|_| HeaderValue::from_static("Basic"));
        header.set_sensitive(true);
        header
    }
}

/// An access token, as the token endpoint gave it (RFC 6749 §5.1).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Token {
    /// The token itself.
    pub access_token: Secret,
    /// How long it lives; `None` where the server does not say.
    pub expires_in: Option<Duration>,
    /// The scopes that it carries; those asked for where the server does not say otherwise.
    pub scopes: Vec<String>,
}

/// Who asks about a token or gives it back.
#[derive(Debug, Clone, Copy)]
pub enum Caller<'a> {
    /// A client, by `client_secret_basic` (RFC 6749 §2.3.1).
    Client(&'a Credentials),
    /// The bearer of an access token that allows it, as ACP's clients do: scope `introspect_tokens` or
    /// `revoke_tokens`.
    Bearer(&'a Secret),
}

/// What an authorization server knows of a token (RFC 7662 §2.2). Of an inactive one it tells nothing else.
#[derive(Debug, Clone, Default, Deserialize)]
#[non_exhaustive]
pub struct Introspection {
    /// Whether the token is to be accepted now.
    pub active: bool,
    /// The scopes, separated by spaces.
    pub scope: Option<String>,
    /// The client that the token was issued to.
    pub client_id: Option<String>,
    /// The user who granted it, for people to read.
    pub username: Option<String>,
    /// How it is used: `Bearer`.
    pub token_type: Option<String>,
    /// When it expires, in seconds since 1970.
    pub exp: Option<i64>,
    /// When it was issued, in seconds since 1970.
    pub iat: Option<i64>,
    /// Before when it must not be accepted, in seconds since 1970.
    pub nbf: Option<i64>,
    /// Whom it speaks for: a user, or the client itself.
    pub sub: Option<String>,
    /// The resources that it is meant for; one or many on the wire.
    #[serde(default, deserialize_with = "one_or_many")]
    pub aud: Vec<String>,
    /// Who issued it.
    pub iss: Option<String>,
    /// Its id.
    pub jti: Option<String>,
    /// Everything else that the server tells.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

impl Introspection {
    /// Whether the token carries this scope.
    #[must_use]
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scope.as_deref().is_some_and(|scopes| scopes.split(' ').any(|carried| carried == scope))
    }

    /// Whether the token is meant for this resource.
    #[must_use]
    pub fn is_for(&self, resource: &str) -> bool {
        self.aud.iter().any(|audience| audience == resource)
    }
}

/// The endpoints of one authorization server.
#[derive(Debug, Clone)]
pub struct AuthorizationServer {
    transport: Transport,
    metadata: Arc<Metadata>,
}

impl AuthorizationServer {
    /// Finds the endpoints of an issuer (RFC 8414), with an HTTP client of its own and the default limits. A program
    /// that has a [`Client`](crate::Client) shares its limits with
    /// [`Client::authorization_server`](crate::Client::authorization_server).
    ///
    /// # Errors
    /// [`Error::Discovery`] if the issuer has no metadata or it speaks for another issuer, [`Error::Configuration`] if
    /// secrets would travel unprotected, [`Error::Connection`] if there is no answer.
    pub async fn discover(issuer: &str) -> Result<Self, Error> {
        let transport = Transport::new(default_http_client()?, Limits::default(), Arc::new(system_time));
        Self::discover_with(transport, issuer).await
    }

    pub(crate) async fn discover_with(transport: Transport, issuer: &str) -> Result<Self, Error> {
        let metadata = Arc::new(metadata_of(&transport, issuer).await?);
        Ok(Self { transport, metadata })
    }

    /// What the server says of itself.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Obtains a token for an application itself (RFC 6749 §4.4), meant for `resources` (RFC 8707; none: the server's
    /// default) and with `scopes` (none: the server's default). The application authenticates by `client_secret_basic`.
    ///
    /// # Errors
    /// [`Error::OAuth`] with `invalid_client`, `invalid_scope`, `invalid_target` … if the server refuses,
    /// [`Error::Connection`] if there is no answer, [`Error::Unreadable`] if it is none of a token endpoint.
    pub async fn client_credentials(
        &self,
        application: &Credentials,
        resources: &[impl AsRef<str> + Sync],
        scopes: &[impl AsRef<str> + Sync],
    ) -> Result<Token, Error> {
        let client = BasicClient::new(ClientId::new(application.client_id.clone()))
            .set_client_secret(ClientSecret::new(application.client_secret.expose().to_owned()))
            .set_token_uri(TokenUrl::from_url(self.endpoint("token", self.metadata.token_endpoint.as_ref())?));
        let mut request = client
            .exchange_client_credentials()
            .add_scopes(scopes.iter().map(|scope| Scope::new(scope.as_ref().to_owned())));
        for resource in resources {
            request = request.add_extra_param("resource", resource.as_ref().to_owned());
        }

        // The oauth2 crate drops the status of a refusal.
        let status = Arc::new(AtomicU16::new(0));
        let send = |request| exchange(self.transport.clone(), request, Arc::clone(&status));
        let response = request.request_async(&send).await.map_err(|error| refused(error, &status))?;
        if *response.token_type() != BasicTokenType::Bearer {
            return Err(Error::Unreadable("the token is not a bearer token".to_owned()));
        }
        Ok(Token {
            access_token: Secret::from(response.access_token().secret().as_str()),
            expires_in: response.expires_in(),
            // RFC 6749 §5.1: the server leaves the scope out where it is the one that was asked for.
            scopes: response.scopes().map_or_else(
                || scopes.iter().map(|scope| scope.as_ref().to_owned()).collect(),
                |granted| granted.iter().map(|scope| scope.to_string()).collect(),
            ),
        })
    }

    /// Asks what a token is worth (RFC 7662).
    ///
    /// # Errors
    /// [`Error::OAuth`] if the caller may not ask, [`Error::Discovery`] if the server can't be asked at all.
    pub async fn introspect(&self, caller: Caller<'_>, token: &Secret) -> Result<Introspection, Error> {
        let endpoint = self.endpoint("introspection", self.metadata.introspection_endpoint.as_ref())?;
        let response = self.post(endpoint, caller, token).await?;
        serde_json::from_slice(&response.bytes().await?).map_err(|error| unreadable(&error))
    }

    /// Gives a token back; from then on it is worth nothing (RFC 7009). One that the server does not know is no error.
    ///
    /// # Errors
    /// [`Error::OAuth`] if the caller may not revoke it, [`Error::Discovery`] if the server has no such endpoint.
    pub async fn revoke(&self, caller: Caller<'_>, token: &Secret) -> Result<(), Error> {
        let endpoint = self.endpoint("revocation", self.metadata.revocation_endpoint.as_ref())?;
        self.post(endpoint, caller, token).await?;
        Ok(())
    }

    fn endpoint(&self, name: &str, location: Option<&Url>) -> Result<Url, Error> {
        location.cloned().ok_or_else(|| Error::Discovery(format!("{} has no {name} endpoint", self.metadata.issuer)))
    }

    async fn post(&self, endpoint: Url, caller: Caller<'_>, token: &Secret) -> Result<Response, Error> {
        let request = self.transport.http().request(Method::POST, endpoint).form(&[("token", token.expose())]);
        let request = match caller {
            Caller::Client(credentials) => {
                request.basic_auth(form(&credentials.client_id), Some(form(credentials.client_secret.expose())))
            }
            Caller::Bearer(token) => request.bearer_auth(token.expose()),
        };
        let deadline = self.transport.deadline();
        let response = self.transport.send(request.build()?, Repetition::Harmless, deadline).await?;
        if response.status().is_success() { Ok(response) } else { Err(read_refusal(response).await) }
    }
}

/// RFC 6749 §2.3.1: id and secret are form-encoded before they become the name and password of Basic authentication.
fn form(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Lets the oauth2 crate speak through our transport. Owns what it uses, or the compiler can't tell that a boxed future
/// with it in is `Send`.
async fn exchange(
    transport: Transport,
    request: oauth2::HttpRequest,
    status: Arc<AtomicU16>,
) -> Result<oauth2::HttpResponse, Error> {
    let request = reqwest::Request::try_from(request)?;
    // Two tokens for one client harm nobody: this POST may be repeated.
    let mut response = transport.send(request, Repetition::Harmless, transport.deadline()).await?;
    status.store(response.status().as_u16(), Ordering::Relaxed);
    // What isn't JSON comes from something in between, and the oauth2 crate would say no more than "can't parse".
    if !response.status().is_success() && !is_json(&response) {
        return Err(Error::Unexpected { status: response.status(), request_id: request_id(response.headers()) });
    }
    let mut answer = oauth2::HttpResponse::new(Vec::new());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    *answer.body_mut() = response.bytes().await?.to_vec();
    Ok(answer)
}

fn is_json(response: &Response) -> bool {
    let content_type = response.headers().get(reqwest::header::CONTENT_TYPE);
    content_type
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.to_ascii_lowercase().starts_with("application/json"))
}

fn refused(error: BasicRequestTokenError<Error>, status: &AtomicU16) -> Error {
    let status = StatusCode::from_u16(status.load(Ordering::Relaxed)).unwrap_or(StatusCode::BAD_REQUEST);
    match error {
        RequestTokenError::ServerResponse(answer) => Error::OAuth(Box::new(Refusal {
            status,
            request_id: None,
            body: ProtocolError {
                error: answer.error().as_ref().to_owned(),
                error_description: answer.error_description().cloned(),
            },
        })),
        RequestTokenError::Request(error) => error,
        // Not with its body, which may hold a token.
        RequestTokenError::Parse(error, _) => unreadable(error.inner()),
        RequestTokenError::Other(_) => Error::Unexpected { status, request_id: None },
    }
}

async fn read_refusal(response: Response) -> Error {
    let (status, request_id) = (response.status(), request_id(response.headers()));
    let body = match response.bytes().await {
        Ok(body) => body,
        Err(error) => return Error::Connection(error),
    };
    match serde_json::from_slice(&body) {
        Ok(body) => Error::OAuth(Box::new(Refusal { status, request_id, body })),
        Err(_) => Error::Unexpected { status, request_id },
    }
}

/// RFC 7519 §4.1.3: `aud` is one string or an array of them.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Option::<OneOrMany>::deserialize(deserializer)? {
        Some(OneOrMany::One(audience)) => vec![audience],
        Some(OneOrMany::Many(audiences)) => audiences,
        None => Vec::new(),
    })
}

pub(crate) fn system_time() -> Instant {
    Instant::now()
}
