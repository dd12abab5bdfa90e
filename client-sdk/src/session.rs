//! What every call of a [`Client`](crate::Client) shares: its access token and the way requests are sent.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use reqwest::{Request, Response, StatusCode};

use crate::answer;
use crate::call;
use crate::credentials::names_client;
use crate::discovery::require_secure;
use crate::error::{Error, Failure};
use crate::generated;
use crate::multipart;
use crate::renewal::{IssuedToken, Renewal};
use crate::retry::{Repetition, Transport, Tries};
use crate::secret::Secret;
use crate::server_keys::ServerKeys;

/// The security scheme of whatever takes a management token, as the document names it.
const MANAGEMENT: &str = "bearer";
/// The security scheme of what an issuer shows users about themselves.
const ISSUER: &str = "issuer";
/// The security scheme of endpoints at which clients authenticate.
const CLIENT_AUTHENTICATION: &str = "client_basic";

/// By which a server knows that it has done a call already.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("x-idempotency-key");

/// The state that the generated client carries along. Made by [`ClientBuilder`](crate::ClientBuilder).
#[derive(Clone)]
pub struct Session {
    transport: Transport,
    /// The time limit is of this session alone, and holds for all that a call waits for.
    is_limited: bool,
    tokens: Arc<TokenSource>,
    keys: Arc<ServerKeys>,
}

impl Session {
    pub(crate) fn new(transport: Transport, tokens: TokenSource) -> Self {
        let keys = Arc::new(ServerKeys::new(transport.clone()));
        Self { transport, is_limited: false, tokens: Arc::new(tokens), keys }
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.transport
    }

    pub(crate) fn with_timeout(&self, timeout: Duration) -> Self {
        Self { transport: self.transport.clone().with_timeout(timeout), is_limited: true, ..self.clone() }
    }

    pub(crate) fn with_header(&self, name: HeaderName, value: HeaderValue) -> Self {
        Self { transport: self.transport.clone().with_header(name, value), ..self.clone() }
    }

    /// When a call that begins now has to be over with all that it waits for; `None` where only its own request is bounded.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.is_limited.then(|| self.transport.deadline())
    }

    /// The keys that answers are signed with.
    pub(crate) fn keys(&self) -> &Arc<ServerKeys> {
        &self.keys
    }

    /// The token that a call would carry now.
    pub(crate) async fn access_token(&self) -> Result<Option<Secret>, Error> {
        let token = match &*self.tokens {
            TokenSource::Anonymous => return Ok(None),
            TokenSource::Fixed(token) => Arc::clone(token),
            TokenSource::Renewed(renewal) => renewal.current(self.deadline()).await?,
        };
        Ok(Some(token.secret.clone()))
    }

    /// Adds what lets the caller in, if the operation asks for anything that this session has.
    async fn authorize(
        &self,
        request: &mut Request,
        operation_id: &str,
        deadline: Option<Instant>,
    ) -> Result<(), Failure> {
        // Forms hold passwords, codes and secrets, and what is registered is answered with some; a token may be for whatever
        // URL the generated client was made with.
        if request.body().is_some() || !matches!(*self.tokens, TokenSource::Anonymous) {
            require_secure(&self.transport, request.url()).map_err(|error| Failure::Exposed(error.to_string()))?;
        }
        let schemes = generated::security_schemes(operation_id);
        let takes_client = schemes.contains(&CLIENT_AUTHENTICATION);
        match &*self.tokens {
            // Whoever brings a token knows what it is for: a user's for userinfo, a registration's for its client.
            TokenSource::Fixed(token) if schemes.iter().any(|scheme| *scheme != CLIENT_AUTHENTICATION) => {
                if !takes_client || !names_client(request) {
                    request.headers_mut().insert(AUTHORIZATION, token.header.clone());
                }
            }
            TokenSource::Renewed(renewal) if takes_client => {
                if renewal.is_at_its_server(request) && !names_client(request) {
                    let authenticated = renewal.credentials().authenticate(request, renewal.issuer());
                    authenticated.map_err(|error| Failure::of(error, None))?;
                }
            }
            // The token of a management client says nothing to other endpoints, and isn't shown to them. A user's does at
            // its own server.
            TokenSource::Renewed(renewal)
                if schemes.contains(&MANAGEMENT)
                    || (schemes.contains(&ISSUER) && renewal.is_users() && renewal.is_at_its_server(request)) =>
            {
                request.headers_mut().insert(AUTHORIZATION, renewal.current(deadline).await?.header.clone());
            }
            TokenSource::Anonymous | TokenSource::Fixed(_) | TokenSource::Renewed(_) => {}
        }
        Ok(())
    }

    /// Which repetitions the request allows.
    fn repetition(&self, operation_id: &str) -> Repetition {
        if generated::KEYED.contains(&operation_id) {
            return Repetition::Keyed;
        }
        match &*self.tokens {
            TokenSource::Renewed(renewal)
                if renewal.credentials().works_once()
                    && generated::security_schemes(operation_id).contains(&CLIENT_AUTHENTICATION) =>
            {
                Repetition::Unsent
            }
            _ => Repetition::ByMethod,
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Session").field("tokens", &self.tokens).finish_non_exhaustive()
    }
}

impl ClientHooks<Session> for generated::Client {
    /// Before a request: its credential, and its key where it takes one. What hinders it is told to the [call]; the text here is for nobody.
    async fn pre<E>(&self, request: &mut Request, info: &OperationInfo) -> Result<(), progenitor_client::Error<E>> {
        if generated::KEYED.contains(&info.operation_id)
            && !request.headers().contains_key(IDEMPOTENCY_KEY)
            && let Ok(key) = HeaderValue::try_from(self.inner().transport().idempotency_key())
        {
            request.headers_mut().insert(IDEMPOTENCY_KEY, key);
        }
        let deadline = self.inner().deadline();
        call::begins(info, request.method(), deadline);
        multipart::wrap(request, info.operation_id);
        self.inner().authorize(request, info.operation_id, deadline).await.map_err(|failure| {
            let text = Error::from(failure.clone()).to_string();
            call::fails(failure);
            progenitor_client::Error::Custom(text)
        })
    }

    /// The request itself, with what [`crate::retry`] allows; after a 401 once more with a new token. The server
    /// refuses a token before it does anything, so every method may be sent again then.
    async fn exec(&self, request: Request, info: &OperationInfo) -> reqwest::Result<Response> {
        let Session { transport, tokens, .. } = self.inner();
        let limit = call::deadline();
        let (sent_at, deadline) = (transport.now(), limit.unwrap_or_else(|| transport.deadline()));
        let repetition = self.inner().repetition(info.operation_id);
        let refused =
            request.headers().get(AUTHORIZATION).filter(|header| header.as_bytes().starts_with(b"Bearer ")).cloned();
        let again = if refused.is_some() { request.try_clone() } else { None };

        let mut tries = Tries::from(sent_at);
        let response = transport.send_again(request, repetition, deadline, &mut tries).await?;
        let (Some(refused), Some(mut again), StatusCode::UNAUTHORIZED) = (refused, again, response.status()) else {
            return Ok(call::is_answered(response).await);
        };
        // The try before that may have been let in, and with another token the server wouldn't know it again.
        if repetition == Repetition::Keyed && tries.may_be_done {
            return Ok(call::is_answered(response).await);
        }
        // Now, for its body can't be read any more when the time has run out.
        let (_, response) = answer::read(response).await;
        let renewing = transport.now();
        let renewed = tokens.after(&refused, sent_at, limit).await.unwrap_or_else(|failure| {
            call::fails(failure);
            None
        });
        // Without a limit for all of it renewal has a bound of its own, and may wait for a user whom another call asked.
        let waited = transport.now().saturating_duration_since(renewing);
        let deadline = if limit.is_some() { deadline } else { deadline + waited };
        let response = match renewed {
            Some(token) if transport.now() < deadline => {
                again.headers_mut().insert(AUTHORIZATION, token.header.clone());
                transport.send_again(again, repetition, deadline, &mut tries).await?
            }
            // The server's own answer says most.
            _ => response,
        };
        Ok(call::is_answered(response).await)
    }
}

/// Where the token of a session comes from.
pub(crate) enum TokenSource {
    /// There is none.
    Anonymous,
    /// The caller brought it.
    Fixed(Arc<IssuedToken>),
    /// Obtained and renewed.
    Renewed(Arc<Renewal>),
}

impl TokenSource {
    /// As [`Renewal::after`].
    async fn after(
        &self,
        refused: &HeaderValue,
        sent_at: Instant,
        deadline: Option<Instant>,
    ) -> Result<Option<Arc<IssuedToken>>, Failure> {
        match self {
            Self::Anonymous | Self::Fixed(_) => Ok(None),
            Self::Renewed(renewal) => renewal.after(refused, sent_at, deadline).await,
        }
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => formatter.write_str("Anonymous"),
            Self::Fixed(_) => formatter.write_str("Fixed(…)"),
            Self::Renewed(renewal) => renewal.fmt(formatter),
        }
    }
}
