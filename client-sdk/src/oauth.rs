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

mod grants;

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Method, Request, Response};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

pub use self::grants::{DeviceFlow, DevicePrompt};
use crate::answer;
use crate::call;
pub use crate::credentials::Credentials;
pub use crate::discovery::Metadata;
use crate::discovery::metadata_of;
pub use crate::error::ProtocolError;
use crate::error::{Error, Refusal, place};
use crate::headers::header;
use crate::retry::{HttpBuilders, Limits, Repetition, Transport};
use crate::secret::Secret;
use crate::step::Step;

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
    /// What the next token can be asked for with, if the server gave it.
    pub refresh_token: Option<Secret>,
}

/// Who asks about a token or gives it back.
#[derive(Debug, Clone, Copy)]
pub enum Caller<'a> {
    /// A client, in the way that its credentials say.
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
        let transport = Transport::new(HttpBuilders::default(), Limits::default(), Arc::new(system_time))?;
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

    /// The same server, each of whose calls may take so long with all its tries. A [`DeviceFlow`] waits for its user however long
    /// that is; the limit is each question's.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self { transport: self.transport.clone().with_timeout(timeout), metadata: Arc::clone(&self.metadata) }
    }

    /// The same server, each of whose calls carries one header more; as
    /// [`Client::with_header`](crate::Client::with_header).
    ///
    /// # Errors
    /// [`Error::Configuration`] if it is no header, or one that is this crate's to set.
    pub fn with_header(&self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        let (name, value) = header(name, value)?;
        Ok(Self { transport: self.transport.clone().with_header(name, value), metadata: Arc::clone(&self.metadata) })
    }

    /// Asks what a token is worth (RFC 7662).
    ///
    /// # Errors
    /// [`Error::OAuth`] if the caller may not ask, [`Error::Discovery`] if the server can't be asked at all.
    pub async fn introspect(&self, caller: Caller<'_>, token: &Secret) -> Result<Introspection, Error> {
        let endpoint = self.endpoint("introspection", self.metadata.introspection_endpoint.as_ref())?;
        let response = self.post(Step::Introspection, endpoint, caller, token).await?;
        let head = answer::Answer::head(&response);
        let body = match response.bytes().await {
            Ok(body) => body,
            Err(error) => return Err(Error::broke_off(error, head)),
        };
        serde_json::from_slice(&body).map_err(|error| Error::unreadable(place(&error), head.with_body(body)))
    }

    /// Gives a token back; from then on it is worth nothing (RFC 7009). One that the server does not know is no error.
    ///
    /// # Errors
    /// [`Error::OAuth`] if the caller may not revoke it, [`Error::Discovery`] if the server has no such endpoint.
    pub async fn revoke(&self, caller: Caller<'_>, token: &Secret) -> Result<(), Error> {
        let endpoint = self.endpoint("revocation", self.metadata.revocation_endpoint.as_ref())?;
        self.post(Step::Revocation, endpoint, caller, token).await?;
        Ok(())
    }

    fn endpoint(&self, name: &str, location: Option<&Url>) -> Result<Url, Error> {
        location.cloned().ok_or_else(|| Error::Discovery(format!("{} has no {name} endpoint", self.metadata.issuer)))
    }

    async fn post(&self, step: Step, endpoint: Url, caller: Caller<'_>, token: &Secret) -> Result<Response, Error> {
        let form = form_urlencoded::Serializer::new(String::new()).append_pair("token", token.expose()).finish();
        let request = self.transport.http(&endpoint).request(Method::POST, endpoint);
        let request = request.header(reqwest::header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(form);
        let request = match caller {
            Caller::Client(_) => request,
            Caller::Bearer(token) => request.bearer_auth(token.expose()),
        };
        let authenticate = |request: &mut Request| match caller {
            Caller::Client(client) => client.authenticate(request, &self.metadata.issuer),
            Caller::Bearer(_) => Ok(()),
        };
        let (request, deadline) = (request.build()?, self.transport.deadline());
        let answered = async {
            let sent = self.transport.send_prepared(request, Repetition::Harmless, deadline, authenticate);
            let response = call::is_answered(sent.await?).await;
            Ok::<_, Error>((response, call::answer()))
        };
        let (response, answer) = call::step(step, answered).await?;
        if response.status().is_success() { Ok(response) } else { Err(read_refusal(step, response, answer).await) }
    }
}

async fn read_refusal(step: Step, response: Response, answer: Option<answer::Answer>) -> Error {
    let (said, _) = answer::read(response).await;
    let answer = answer.unwrap_or_else(|| said.clone());
    match serde_json::from_slice::<ProtocolError>(said.body()) {
        Ok(body) => Error::OAuth(Box::new(Refusal::new(ProtocolError { step: Some(step), ..body }, answer))),
        Err(_) => Error::unexpected(answer),
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
