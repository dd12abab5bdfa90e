//! Obtains tokens and renews them, one at a time.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use reqwest::header::HeaderValue;
use reqwest::{Request, Url};

use crate::credentials::Credentials;
use crate::error::{Error, Failure, NoToken, ProtocolError};
use crate::flight::{Flight, Slot, within};
use crate::oauth::{AuthorizationServer, DevicePrompt, Token};
use crate::retry::Transport;
use crate::secret::Secret;
use crate::step::Step;

/// A token is renewed when a fifth of its life is left, and at most this long before its end.
const LONGEST_MARGIN: Duration = Duration::from_mins(1);
/// How long a token that still lives is used after its renewal failed, before the next attempt.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// A token that was refused when it was younger is hardly refused for its age, and another would fare no better.
const TOO_YOUNG_TO_REPLACE: Duration = Duration::from_secs(5);

/// What a device flow shows its user by.
pub(crate) type Show = Arc<dyn Fn(DevicePrompt) + Send + Sync>;
/// Where a new refresh token goes.
pub(crate) type Keep = Arc<dyn Fn(Secret) + Send + Sync>;

/// By which right there are tokens.
#[derive(Clone)]
pub(crate) enum Grant {
    /// The client's own (RFC 6749 §4.4).
    Client,
    /// A user's, who signed in some time ago (RFC 6749 §6).
    Refresh(Secret),
    /// A user's, who is asked (RFC 8628) when a token is needed and there is no refresh token, from an earlier start or of
    /// this one.
    Device { show: Show, stored: Option<Secret> },
}

/// What is asked for.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) credentials: Credentials,
    pub(crate) grant: Grant,
    pub(crate) keep: Option<Keep>,
    pub(crate) resources: Vec<String>,
    /// `None`: everything that there is.
    pub(crate) scopes: Option<Vec<String>>,
}

/// A token, ready to be sent.
pub(crate) struct IssuedToken {
    pub(crate) secret: Secret,
    pub(crate) header: HeaderValue,
    /// From when on a new one is wanted; `None`: not before the server refuses this one.
    renew_at: Option<Instant>,
    expires_at: Option<Instant>,
    /// When it arrived.
    received_at: Instant,
    /// It came instead of one that the server refused.
    is_replacement: bool,
}

impl IssuedToken {
    /// # Errors
    /// [`Error::Configuration`] if the token has characters that a header can't carry.
    pub(crate) fn new(secret: Secret, issued_at: Instant, lifetime: Option<Duration>) -> Result<Self, Error> {
        let mut header = HeaderValue::try_from(format!("Bearer {}", secret.expose()))
            .map_err(|_| Error::Configuration("the access token can't be sent in a header".to_owned()))?;
        header.set_sensitive(true);
        // A moment that the clock can't express is never reached.
        let after = |span: fn(Duration) -> Duration| lifetime.and_then(|life| issued_at.checked_add(span(life)));
        let renew_at = after(|life| life.saturating_sub(LONGEST_MARGIN.min(life / 5)));
        let expires_at = after(|life| life);
        Ok(Self { secret, header, renew_at, expires_at, received_at: issued_at, is_replacement: false })
    }
}

/// How an attempt to obtain a token ends, for all calls that need it.
type Outcome = Result<Arc<IssuedToken>, Failure>;

/// Obtains tokens, one at a time.
pub(crate) struct Renewal {
    transport: Transport,
    server: AuthorizationServer,
    wanted: Wanted,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Arc<IssuedToken>>,
    /// The latest one.
    refresh_token: Option<Secret>,
    flight: Slot<Outcome>,
    /// What is asked for, or was last.
    step: Option<Step>,
    /// After a failure, while the old token still lives.
    not_before: Option<Instant>,
    /// The server refused the last token, and no other has come since.
    is_refused: bool,
}

impl Renewal {
    pub(crate) fn new(transport: Transport, server: AuthorizationServer, wanted: Wanted) -> Arc<Self> {
        let refresh_token = match &wanted.grant {
            Grant::Refresh(token) => Some(token.clone()),
            Grant::Device { stored, .. } => stored.clone(),
            Grant::Client => None,
        };
        let state = Mutex::new(State { refresh_token, ..State::default() });
        Arc::new(Self { transport, server, wanted, state })
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.wanted.credentials
    }

    pub(crate) fn issuer(&self) -> &str {
        &self.server.metadata().issuer
    }

    /// Are the tokens a user's?
    pub(crate) fn is_users(&self) -> bool {
        !matches!(self.wanted.grant, Grant::Client)
    }

    /// Does the request go to where the credentials are from? Another host than the issuer's has nothing to do with them.
    pub(crate) fn is_at_its_server(&self, request: &Request) -> bool {
        Url::parse(self.issuer()).is_ok_and(|issuer| issuer.origin() == request.url().origin())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token for the next request, which is waited for until `deadline` at most. A call that has one doesn't wait for a
    /// renewal at all while the token still lives: it would have no time left to use it.
    pub(crate) async fn current(self: &Arc<Self>, deadline: Option<Instant>) -> Outcome {
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
            let goes_on = old.is_some() && deadline.is_some();
            let flight = self.join(&mut state, goes_on);
            if let Some(token) = old.as_ref().filter(|_| goes_on) {
                return Ok(Arc::clone(token));
            }
            (flight, old)
        };
        match self.land(flight, deadline).await {
            Ok(token) => Ok(token),
            Err(failure) => old.ok_or(failure),
        }
    }

    /// A token other than the one that was sent at this time and refused; `None` if another would be refused as well. It is
    /// waited for until `deadline` at most.
    ///
    /// A user isn't asked here: a program that was let in a moment ago would show a second code for the same call. The call
    /// fails, and the next one asks.
    pub(crate) async fn after(
        self: &Arc<Self>,
        refused: &HeaderValue,
        sent_at: Instant,
        deadline: Option<Instant>,
    ) -> Result<Option<Arc<IssuedToken>>, Failure> {
        let flight = {
            let mut state = self.state();
            match &state.token {
                // Another call has renewed it in the meantime.
                Some(token) if token.header != refused => return Ok(Some(Arc::clone(token))),
                Some(token) if self.is_too_young(token, sent_at) => return Ok(None),
                Some(_) => (state.token, state.is_refused) = (None, true),
                None => {}
            }
            if let Some(under_way) = state.flight.under_way() {
                under_way
            } else if matches!(self.wanted.grant, Grant::Device { .. }) && state.refresh_token.is_none() {
                let reason = "the server refused the token, and the user has to sign in again".to_owned();
                return Err(Failure::Other(Box::new(NoToken::new(None, reason))));
            } else {
                self.join(&mut state, false)
            }
        };
        self.outcome(flight, deadline).await.map(Some)
    }

    /// Each replacement of a user's token costs a refresh token or the user's patience; the client's own costs nothing, so
    /// one is tried at once, for a token that was revoked early.
    fn is_too_young(&self, token: &IssuedToken, sent_at: Instant) -> bool {
        sent_at.saturating_duration_since(token.received_at) < TOO_YOUNG_TO_REPLACE
            && (self.is_users() || token.is_replacement)
    }

    /// How an attempt ends. Where a user's session has ended and the user can be asked, that is the next attempt.
    async fn land(self: &Arc<Self>, flight: Flight<Outcome>, deadline: Option<Instant>) -> Outcome {
        match self.outcome(flight, deadline).await {
            Err(Failure::Refused(refusal)) if self.can_ask_again(&refusal.body) => {
                let again = self.join(&mut self.state(), false);
                self.outcome(again, deadline).await
            }
            outcome => outcome,
        }
    }

    /// The outcome, or that the time ran out.
    async fn outcome(&self, flight: Flight<Outcome>, deadline: Option<Instant>) -> Outcome {
        let limit = deadline.map(|deadline| deadline.saturating_duration_since(self.transport.now()));
        within(flight, limit).await.unwrap_or_else(|| {
            let reason = "the time of the call ran out before there was an answer".to_owned();
            Err(Failure::Other(Box::new(NoToken { timed_out: true, ..NoToken::new(self.state().step, reason) })))
        })
    }

    fn can_ask_again(&self, refusal: &ProtocolError) -> bool {
        matches!(self.wanted.grant, Grant::Device { .. })
            && refusal.step == Some(Step::RefreshToken)
            && refusal.error == "invalid_grant"
    }

    /// The attempt that is under way, or a new one. That `goes_on` when nobody waits for it.
    fn join(self: &Arc<Self>, state: &mut State, goes_on: bool) -> Flight<Outcome> {
        if let Some(flight) = state.flight.under_way() {
            return flight;
        }
        let renewal = Arc::clone(self);
        let flight = state.flight.begin(async move { renewal.fetch().await }, || Err(panicked()));
        if self.is_users() || goes_on {
            // It goes on without us: the answer to a question that nobody waits for any more may hold the only refresh token
            // that is still good, and the user who was shown a code may be about to enter it.
            tokio::spawn(flight.clone());
        }
        flight
    }

    async fn fetch(&self) -> Outcome {
        let refresh_token = self.state().refresh_token.clone();
        let outcome = match (&self.wanted.grant, refresh_token) {
            (Grant::Client, _) => self.with_credentials().await,
            (Grant::Device { show, .. }, None) => self.with_device(show).await,
            (Grant::Device { .. }, Some(refresh_token)) => self.with_refresh_token(&refresh_token).await,
            (Grant::Refresh(given), latest) => self.with_refresh_token(latest.as_ref().unwrap_or(given)).await,
        };
        if let Err(failure) = &outcome {
            let mut state = self.state();
            state.not_before = Some(self.transport.now() + PAUSE_AFTER_FAILURE);
            if matches!(failure, Failure::Refused(refusal) if self.can_ask_again(&refusal.body)) {
                state.refresh_token = None;
            }
        }
        outcome
    }

    /// From now on this is asked for.
    fn asks(&self, step: Step) {
        self.state().step = Some(step);
    }

    async fn with_credentials(&self) -> Outcome {
        self.asks(Step::ClientCredentials);
        let asked_at = self.transport.now();
        let Wanted { credentials, resources, .. } = &self.wanted;
        let token = self.server.client_credentials(credentials, resources, self.scopes_or_all()).await;
        self.keep(asked_at, token, Step::ClientCredentials)
    }

    async fn with_refresh_token(&self, refresh_token: &Secret) -> Outcome {
        self.asks(Step::RefreshToken);
        let asked_at = self.transport.now();
        let Wanted { credentials, resources, scopes, .. } = &self.wanted;
        // RFC 6749 §6: without any, those that the user gave.
        let scopes = scopes.as_deref().unwrap_or_default();
        let token = self.server.refresh_token(credentials, refresh_token, resources, scopes).await;
        self.keep(asked_at, token, Step::RefreshToken)
    }

    async fn with_device(&self, show: &Show) -> Outcome {
        self.asks(Step::DeviceAuthorization);
        let Wanted { credentials, resources, .. } = &self.wanted;
        let flow = self.server.begin_device_flow(credentials, resources, self.scopes_or_all()).await;
        let flow = flow.map_err(|error| Failure::of(error, Some(Step::DeviceAuthorization)))?;
        show(flow.prompt().clone());
        self.asks(Step::DeviceToken);
        let (token, asked_at) = flow.wait().await;
        self.keep(asked_at, token, Step::DeviceToken)
    }

    fn scopes_or_all(&self) -> &[String] {
        static ALL: std::sync::LazyLock<[String; 1]> = std::sync::LazyLock::new(|| ["all".to_owned()]);
        self.wanted.scopes.as_deref().unwrap_or(&*ALL)
    }

    /// Remembers a new token. Its life is counted from before the request: it may have begun at any time since.
    fn keep(&self, asked_at: Instant, token: Result<Token, Error>, step: Step) -> Outcome {
        let failed = |error| Failure::of(error, Some(step));
        let token = token.map_err(failed)?;
        if let Some(refresh_token) = token.refresh_token {
            let is_new = self.state().refresh_token.replace(refresh_token.clone()).as_ref() != Some(&refresh_token);
            if let Some(keep) = self.wanted.keep.as_ref().filter(|_| is_new && self.is_users()) {
                keep(refresh_token);
            }
        }
        let mut token = IssuedToken::new(token.access_token, asked_at, token.expires_in).map_err(failed)?;
        token.received_at = self.transport.now();
        let mut state = self.state();
        token.is_replacement = std::mem::take(&mut state.is_refused);
        let token = Arc::new(token);
        state.token = Some(Arc::clone(&token));
        state.not_before = None;
        Ok(token)
    }
}

/// What a panic is to those who waited.
fn panicked() -> Failure {
    let reason = "a callback of the program panicked, or else this crate".to_owned();
    Failure::Other(Box::new(NoToken::new(None, reason)))
}

impl fmt::Debug for Renewal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Renewal")
            .field("issuer", &self.issuer())
            .field("credentials", &self.wanted.credentials)
            .finish_non_exhaustive()
    }
}
