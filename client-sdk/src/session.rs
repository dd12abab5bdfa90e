//! What every call of a [`Client`](crate::Client) shares: its access token and the way requests are sent.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures::FutureExt;
use futures::future::{BoxFuture, Shared, WeakShared};
use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};
use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Request, Response, StatusCode, Url};

use crate::error::Error;
use crate::generated;
use crate::oauth::{AuthorizationServer, Credentials};
use crate::retry::{Repetition, Transport};
use crate::secret::Secret;

/// A token is renewed when a fifth of its life is left, and at most this long before its end.
const LONGEST_MARGIN: Duration = Duration::from_mins(1);
/// How long a token that still lives is used after its renewal failed, before the next attempt.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// The security scheme of whatever takes a management token, as the document names it.
const MANAGEMENT: &str = "bearer";
/// The security scheme of endpoints at which clients authenticate.
const CLIENT_AUTHENTICATION: &str = "client_basic";
/// Members of a form by which a client authenticates, or says that it is a public one (RFC 6749 §2.3.1, RFC 7521 §4.2): then no header may do it too.
const CLIENT_IN_FORM: [&str; 2] = ["client_id", "client_assertion"];

/// The state that the generated client carries along. Made by [`ClientBuilder`](crate::ClientBuilder).
#[derive(Clone)]
pub struct Session {
    transport: Transport,
    tokens: Arc<TokenSource>,
}

impl Session {
    pub(crate) fn new(transport: Transport, tokens: TokenSource) -> Self {
        Self { transport, tokens: Arc::new(tokens) }
    }

    /// The token that a call would carry now.
    pub(crate) async fn access_token(&self) -> Result<Option<Secret>, Error> {
        match self.tokens.current().await {
            Ok(token) => Ok(token.map(|token| token.secret.clone())),
            Err(message) => Err(Error::from_message(&message)),
        }
    }

    /// What an operation is sent to let the caller in, if it asks for anything that this session has.
    async fn authorization(&self, request: &Request, operation_id: &str) -> Result<Option<HeaderValue>, Arc<str>> {
        let schemes = generated::security_schemes(operation_id);
        let takes_client = schemes.contains(&CLIENT_AUTHENTICATION);
        match &*self.tokens {
            // Whoever brings a token knows what it is for: a user's for userinfo, a registration's for its client.
            TokenSource::Fixed(token) if schemes.iter().any(|scheme| *scheme != CLIENT_AUTHENTICATION) => {
                Ok((!takes_client || !names_client(request)).then(|| token.header.clone()))
            }
            TokenSource::Renewed(renewal) if takes_client => {
                let is_for_them = renewal.is_at_its_server(request) && !names_client(request);
                Ok(is_for_them.then(|| renewal.basic.clone()))
            }
            // The token of a management client says nothing to other endpoints, and isn't shown to them.
            TokenSource::Renewed(_) if schemes.contains(&MANAGEMENT) => {
                Ok(self.tokens.current().await?.map(|token| token.header.clone()))
            }
            TokenSource::Anonymous | TokenSource::Fixed(_) | TokenSource::Renewed(_) => Ok(None),
        }
    }
}

/// Does the form say itself which client asks?
fn names_client(request: &Request) -> bool {
    let form = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
    url::form_urlencoded::parse(form).any(|(name, _)| CLIENT_IN_FORM.contains(&&*name))
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Session").field("tokens", &self.tokens).finish_non_exhaustive()
    }
}

impl ClientHooks<Session> for generated::Client {
    /// Before a request: its credential. What hinders it can only be told as a text here; [`Error`] reads it back.
    async fn pre<E>(&self, request: &mut Request, info: &OperationInfo) -> Result<(), progenitor_client::Error<E>> {
        let header = self.inner().authorization(request, info.operation_id).await;
        let header = header.map_err(|message| progenitor_client::Error::Custom(message.to_string()))?;
        if let Some(header) = header {
            request.headers_mut().insert(AUTHORIZATION, header);
        }
        Ok(())
    }

    /// The request itself, with what [`crate::retry`] allows; after a 401 once more with a new token. The server
    /// refuses a token before it does anything, so every method may be sent again then.
    async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
        let Session { transport, tokens, .. } = self.inner();
        let deadline = transport.deadline();
        let refused =
            request.headers().get(AUTHORIZATION).filter(|header| header.as_bytes().starts_with(b"Bearer ")).cloned();
        let again = if refused.is_some() { request.try_clone() } else { None };

        let response = transport.send(request, Repetition::ByMethod, deadline).await?;
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        let (Some(refused), Some(mut again)) = (refused, again) else { return Ok(response) };
        match tokens.after(&refused).await {
            Some(token) if transport.now() < deadline => {
                again.headers_mut().insert(AUTHORIZATION, token.header.clone());
                transport.send(again, Repetition::ByMethod, deadline).await
            }
            // The server's own answer says most.
            _ => Ok(response),
        }
    }
}

/// Where the token of a session comes from.
pub(crate) enum TokenSource {
    /// There is none.
    Anonymous,
    /// The caller brought it.
    Fixed(Arc<IssuedToken>),
    /// Obtained and renewed with client credentials.
    Renewed(Arc<Renewal>),
}

impl TokenSource {
    /// The token for the next request; the error is [`Error::to_message`]'s.
    async fn current(&self) -> Result<Option<Arc<IssuedToken>>, Arc<str>> {
        match self {
            Self::Anonymous => Ok(None),
            Self::Fixed(token) => Ok(Some(Arc::clone(token))),
            Self::Renewed(renewal) => renewal.current().await.map(Some),
        }
    }

    /// A token other than the one that the server has just refused.
    async fn after(&self, refused: &HeaderValue) -> Option<Arc<IssuedToken>> {
        match self {
            Self::Anonymous | Self::Fixed(_) => None,
            Self::Renewed(renewal) => renewal.after(refused).await,
        }
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => formatter.write_str("Anonymous"),
            Self::Fixed(_) => formatter.write_str("Fixed(…)"),
            Self::Renewed(renewal) => formatter
                .debug_struct("Renewed")
                .field("issuer", &renewal.server.metadata().issuer)
                .finish_non_exhaustive(),
        }
    }
}

/// A token, ready to be sent.
pub(crate) struct IssuedToken {
    secret: Secret,
    header: HeaderValue,
    /// From when on a new one is wanted; `None`: not before the server refuses this one.
    renew_at: Option<Instant>,
    expires_at: Option<Instant>,
}

impl IssuedToken {
    /// # Errors
    /// [`Error::Configuration`] if the token has characters that a header can't carry.
    pub(crate) fn new(secret: Secret, issued_at: Instant, lifetime: Option<Duration>) -> Result<Self, Error> {
        let mut header = HeaderValue::try_from(format!("Bearer {}", secret.expose()))
            .map_err(|_| Error::Configuration("the access token can't be sent in a header".to_owned()))?;
        header.set_sensitive(true);
        let renew_at = lifetime.map(|life| issued_at + life.saturating_sub(LONGEST_MARGIN.min(life / 5)));
        Ok(Self { secret, header, renew_at, expires_at: lifetime.map(|life| issued_at + life) })
    }
}

/// One attempt to obtain a token, shared by all calls that need it.
type Flight = BoxFuture<'static, Result<Arc<IssuedToken>, Arc<str>>>;

/// Obtains tokens with client credentials, one at a time.
pub(crate) struct Renewal {
    transport: Transport,
    server: AuthorizationServer,
    credentials: Credentials,
    /// The credentials as endpoints take them that a client authenticates at.
    basic: HeaderValue,
    resources: Vec<String>,
    scopes: Vec<String>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Arc<IssuedToken>>,
    /// Weak, so that an attempt whose every caller has gone ends with them. The others go on if the first one leaves.
    flight: Option<WeakShared<Flight>>,
    /// After a failure, while the old token still lives.
    not_before: Option<Instant>,
}

impl Renewal {
    pub(crate) fn new(
        transport: Transport,
        server: AuthorizationServer,
        credentials: Credentials,
        resources: Vec<String>,
        scopes: Vec<String>,
    ) -> Arc<Self> {
        let basic = credentials.basic();
        Arc::new(Self { transport, server, credentials, basic, resources, scopes, state: Mutex::default() })
    }

    /// Does the request go to where the credentials are from? Another host than the issuer's has nothing to do with them.
    fn is_at_its_server(&self, request: &Request) -> bool {
        let issuer = Url::parse(&self.server.metadata().issuer);
        issuer.is_ok_and(|issuer| issuer.origin() == request.url().origin())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn current(self: &Arc<Self>) -> Result<Arc<IssuedToken>, Arc<str>> {
        let now = self.transport.now();
        let (flight, old) = {
            let mut state = self.state();
            let old = state.token.clone().filter(|token| token.expires_at.is_none_or(|end| now < end));
            if let Some(token) = &old {
                let due = token.renew_at.is_some_and(|due| now >= due);
                let paused = state.not_before.is_some_and(|until| now < until);
                if !due || paused {
                    return Ok(Arc::clone(token));
                }
            }
            (self.join(&mut state), old)
        };
        match flight.await {
            Ok(token) => Ok(token),
            Err(message) => old.ok_or(message),
        }
    }

    async fn after(self: &Arc<Self>, refused: &HeaderValue) -> Option<Arc<IssuedToken>> {
        let flight = {
            let mut state = self.state();
            match &state.token {
                // Another call has renewed it in the meantime.
                Some(token) if token.header != refused => return Some(Arc::clone(token)),
                Some(_) | None => state.token = None,
            }
            self.join(&mut state)
        };
        flight.await.ok()
    }

    /// The attempt that is under way, or a new one.
    fn join(self: &Arc<Self>, state: &mut State) -> Shared<Flight> {
        let under_way = state.flight.as_ref().and_then(WeakShared::upgrade);
        if let Some(flight) = under_way.filter(|flight| flight.peek().is_none()) {
            return flight;
        }
        let renewal = Arc::clone(self);
        let flight = async move { renewal.fetch().await }.boxed().shared();
        state.flight = flight.downgrade();
        flight
    }

    async fn fetch(&self) -> Result<Arc<IssuedToken>, Arc<str>> {
        // Counted from before the request: its life may have begun at any time since.
        let asked_at = self.transport.now();
        let token = self.server.client_credentials(&self.credentials, &self.resources, &self.scopes).await;
        let token = token.and_then(|token| IssuedToken::new(token.access_token, asked_at, token.expires_in));
        let mut state = self.state();
        match token {
            Ok(token) => {
                let token = Arc::new(token);
                state.token = Some(Arc::clone(&token));
                state.not_before = None;
                Ok(token)
            }
            Err(error) => {
                state.not_before = Some(self.transport.now() + PAUSE_AFTER_FAILURE);
                Err(Arc::from(error.to_message()))
            }
        }
    }
}
