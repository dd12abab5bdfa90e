//! The ways to a token, by the oauth2 crate over our own transport.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use oauth2::basic::{BasicClient, BasicErrorResponseType, BasicTokenResponse, BasicTokenType};
use oauth2::{
    AuthType, ClientId, ClientSecret, DeviceAuthorizationUrl, DeviceCodeErrorResponseType, EndpointNotSet, EndpointSet,
    ErrorResponseType, HttpRequest, HttpResponse, RefreshToken, RequestTokenError, Scope,
    StandardDeviceAuthorizationResponse, StandardErrorResponse, TokenResponse as _, TokenUrl,
};
use reqwest::StatusCode;

use super::{AuthorizationServer, Token};
use crate::answer::Answer;
use crate::call;
use crate::credentials::{Credentials, Proof};
use crate::error::{Error, ProtocolError, Refusal};
use crate::retry::{Repetition, Transport};
use crate::secret::Secret;
use crate::step::Step;

/// RFC 8628 §3.2 lets a server name any interval, also none.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
/// Broken connections double the interval as far as this.
const LONGEST_BACKOFF: Duration = Duration::from_secs(30);
/// More than any server means; what is beyond can't be counted with.
const LONGEST_WAIT: Duration = Duration::from_hours(24);

/// The oauth2 crate's client, once it knows the token endpoint.
type TokenClient = BasicClient<EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

impl AuthorizationServer {
    /// Obtains a token for an application itself (RFC 6749 §4.4), meant for `resources` (RFC 8707; none: the server's
    /// default) and with `scopes` (none: the server's default).
    ///
    /// # Errors
    /// [`Error::OAuth`] with `invalid_client`, `invalid_scope`, `invalid_target` … if the server refuses,
    /// [`Error::Connection`] if there is no answer, [`Error::Unexpected`] and [`Error::Unreadable`] if it is none of a
    /// token endpoint.
    pub async fn client_credentials(
        &self,
        application: &Credentials,
        resources: &[impl AsRef<str> + Sync],
        scopes: &[impl AsRef<str> + Sync],
    ) -> Result<Token, Error> {
        let client = self.token_client(application)?;
        let mut request = client.exchange_client_credentials().add_scopes(scopes_of(scopes));
        for resource in resources {
            request = request.add_extra_param("resource", resource.as_ref().to_owned());
        }
        // Two tokens for one client harm nobody: this POST may be repeated.
        let wire = Wire::new(self, application, Step::ClientCredentials, Repetition::Harmless);
        let send = |request| Wire::exchange(Arc::clone(&wire), request);
        let response = call::step(wire.step, request.request_async(&send)).await.map_err(|error| wire.error(error))?;
        wire.token(&response, scopes)
    }

    /// Exchanges a refresh token for a new token (RFC 6749 §6), with all of its scopes or some of them. The refresh token
    /// may be worth nothing afterwards: [`Token::refresh_token`] is the next one, if there is one.
    ///
    /// # Errors
    /// As [`AuthorizationServer::client_credentials`]; [`Error::OAuth`] with `invalid_grant` if the refresh token is used
    /// up, expired or revoked.
    pub async fn refresh_token(
        &self,
        application: &Credentials,
        refresh_token: &Secret,
        resources: &[impl AsRef<str> + Sync],
        scopes: &[impl AsRef<str> + Sync],
    ) -> Result<Token, Error> {
        let client = self.token_client(application)?;
        let refresh_token = RefreshToken::new(refresh_token.expose().to_owned());
        let mut request = client.exchange_refresh_token(&refresh_token).add_scopes(scopes_of(scopes));
        for resource in resources {
            request = request.add_extra_param("resource", resource.as_ref().to_owned());
        }
        // RFC 9700 §4.14.2: a refresh token that comes a second time looks stolen, and its successor dies as well.
        let wire = Wire::new(self, application, Step::RefreshToken, Repetition::ByMethod);
        let send = |request| Wire::exchange(Arc::clone(&wire), request);
        let response = call::step(wire.step, request.request_async(&send)).await.map_err(|error| wire.error(error))?;
        wire.token(&response, scopes)
    }

    /// Begins the device flow (RFC 8628): the user signs in with any browser, while this program waits.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), authplane_client::Error> {
    /// use authplane_client::oauth::{AuthorizationServer, Credentials};
    ///
    /// let server = AuthorizationServer::discover("https://auth.example.com/default/default").await?;
    /// let application = Credentials::public("my command line");
    /// let none: [&str; 0] = [];
    /// let flow = server.begin_device_flow(&application, &none, &["openid", "offline_access"]).await?;
    /// println!("Open {} and enter {}", flow.prompt().verification_uri, flow.prompt().user_code);
    /// let token = flow.token().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::OAuth`] if the server refuses, [`Error::Discovery`] if it has no such flow, and the others of
    /// [`AuthorizationServer::client_credentials`].
    pub async fn begin_device_flow(
        &self,
        application: &Credentials,
        resources: &[impl AsRef<str> + Sync],
        scopes: &[impl AsRef<str> + Sync],
    ) -> Result<DeviceFlow, Error> {
        let endpoint = self.endpoint("device authorization", self.metadata.device_authorization_endpoint.as_ref())?;
        let client =
            self.token_client(application)?.set_device_authorization_url(DeviceAuthorizationUrl::from_url(endpoint));
        let mut request = client.exchange_device_code().add_scopes(scopes_of(scopes));
        for resource in resources {
            request = request.add_extra_param("resource", resource.as_ref().to_owned());
        }
        let wire = Wire::new(self, application, Step::DeviceAuthorization, Repetition::ByMethod);
        let send = |request| Wire::exchange(Arc::clone(&wire), request);
        let told = call::step(wire.step, request.request_async(&send)).await;
        let told: StandardDeviceAuthorizationResponse = told.map_err(|error| wire.error(error))?;
        if told.interval() > LONGEST_WAIT {
            return Err(Error::unreadable("the interval is longer than a day", wire.last().answer.take()));
        }
        let prompt = DevicePrompt {
            verification_uri: told.verification_uri().to_string(),
            user_code: told.user_code().secret().clone(),
            verification_uri_complete: told.verification_uri_complete().map(|uri| uri.secret().clone()),
            expires_in: told.expires_in(),
        };
        let scopes = scopes.iter().map(|scope| scope.as_ref().to_owned()).collect();
        Ok(DeviceFlow { server: self.clone(), application: application.clone(), told, prompt, scopes })
    }

    /// With the way to authenticate that was chosen. An assertion is added to each request by itself, and whoever has
    /// neither it nor a secret is named in the form.
    fn token_client(&self, application: &Credentials) -> Result<TokenClient, Error> {
        let endpoint = self.endpoint("token", self.metadata.token_endpoint.as_ref())?;
        let client = BasicClient::new(ClientId::new(application.client_id().to_owned()));
        let secret = |secret: &Secret| ClientSecret::new(secret.expose().to_owned());
        let client = match application.proof() {
            Proof::Basic(basic) => client.set_client_secret(secret(basic)),
            Proof::Post(post) => client.set_client_secret(secret(post)).set_auth_type(AuthType::RequestBody),
            Proof::Key(_) | Proof::Nothing => client.set_auth_type(AuthType::RequestBody),
        };
        Ok(client.set_token_uri(TokenUrl::from_url(endpoint)))
    }
}

/// What the user of a device flow has to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DevicePrompt {
    /// The page that the user opens, on whatever has a browser.
    pub verification_uri: String,
    /// What the user enters there.
    pub user_code: String,
    /// The page with the code in it already, for a link or a QR code; the user has to compare the code then.
    pub verification_uri_complete: Option<String>,
    /// How long the code is good.
    pub expires_in: Duration,
}

/// A device flow that has begun; see [`AuthorizationServer::begin_device_flow`].
#[must_use]
pub struct DeviceFlow {
    server: AuthorizationServer,
    application: Credentials,
    told: StandardDeviceAuthorizationResponse,
    prompt: DevicePrompt,
    scopes: Vec<String>,
}

impl DeviceFlow {
    /// What to show the user.
    #[must_use]
    pub fn prompt(&self) -> &DevicePrompt {
        &self.prompt
    }

    /// Waits for the user, asking as often as the server allows (RFC 8628 §3.5), at most once a second. It goes on through
    /// broken connections and the answers of a server that is starting (429, 502, 503 and 504), ever more slowly, and ends
    /// with the code's life.
    ///
    /// # Errors
    /// [`Error::OAuth`] with `access_denied` if the user refuses and `expired_token` if none comes in time, and the others of
    /// [`AuthorizationServer::client_credentials`]; [`Error::Connection`] if the server could not be reached at the end.
    pub async fn token(self) -> Result<Token, Error> {
        self.wait().await.0
    }

    /// As [`DeviceFlow::token`], with the time of the last question: a token's life may have begun then.
    pub(crate) async fn wait(self) -> (Result<Token, Error>, Instant) {
        let wire = Wire::new(&self.server, &self.application, Step::DeviceToken, Repetition::ByMethod);
        let begun = self.server.transport.now();
        let token = self.poll(&wire).await;
        let asked_at = wire.last().asked_at.unwrap_or(begun);
        (token, asked_at)
    }

    async fn poll(self, wire: &Arc<Wire>) -> Result<Token, Error> {
        let Self { server, application, told, scopes, .. } = self;
        let client = server.token_client(&application)?;
        let transport = server.transport.clone();
        let begun = transport.now();
        // Only differences count: the code's life is measured with the clock of all else.
        let passed = move || {
            let passed = transport.now().saturating_duration_since(begun);
            DateTime::UNIX_EPOCH + TimeDelta::from_std(passed).unwrap_or(TimeDelta::MAX / 2)
        };
        let send = |request| Wire::exchange(Arc::clone(wire), request);
        let pace = Mutex::new(Pace::new(told.interval()));
        let pause = |interval| {
            let broke_off = wire.last().error.is_some();
            tokio::time::sleep(pace.lock().unwrap_or_else(PoisonError::into_inner).next(interval, broke_off))
        };
        let request = client.exchange_device_access_token(&told).set_time_fn(passed);
        let request = request.set_max_backoff_interval(LONGEST_BACKOFF);
        let life = told.expires_in().min(LONGEST_WAIT);
        let response = call::step(wire.step, request.request_async(&send, pause, Some(life))).await;
        wire.token(&response.map_err(|error| wire.error(error))?, &scopes)
    }
}

impl fmt::Debug for DeviceFlow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DeviceFlow")
            .field("application", &self.application)
            .field("prompt", &self.prompt)
            .finish_non_exhaustive()
    }
}

/// How often a device asks. The oauth2 crate counts the interval; this makes a pause of it that never gets shorter, which
/// the crate's does after a broken connection once it is beyond the longest pause for those.
struct Pace {
    /// What the crate counted last.
    interval: Duration,
    pause: Duration,
}

impl Pace {
    fn new(interval: Duration) -> Self {
        Self { interval, pause: interval.max(SHORTEST_PAUSE) }
    }

    /// RFC 8628 §3.5: after `slow_down` the pause is longer from then on, and a broken connection must lengthen it.
    fn next(&mut self, interval: Duration, broke_off: bool) -> Duration {
        let longer = interval.saturating_sub(self.interval);
        self.pause += if broke_off { longer.max(SHORTEST_PAUSE) } else { longer };
        self.interval = interval;
        self.pause
    }
}

/// What stands between a client and its server while that starts, or has too much to do.
fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::TOO_MANY_REQUESTS
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    )
}

fn scopes_of(scopes: &[impl AsRef<str>]) -> impl Iterator<Item = Scope> {
    scopes.iter().map(|scope| Scope::new(scope.as_ref().to_owned()))
}

/// Lets the oauth2 crate speak through our transport, and keeps what it drops: the answer, and why there was none.
struct Wire {
    transport: Transport,
    application: Credentials,
    issuer: String,
    step: Step,
    repetition: Repetition,
    last: Mutex<Last>,
}

#[derive(Default)]
struct Last {
    answer: Option<Answer>,
    error: Option<Error>,
    /// When it was asked.
    asked_at: Option<Instant>,
}

/// The error is [`Last::error`].
#[derive(Debug)]
struct NoAnswer;

impl fmt::Display for NoAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("there is no answer")
    }
}

impl std::error::Error for NoAnswer {}

impl Wire {
    fn new(server: &AuthorizationServer, application: &Credentials, step: Step, repetition: Repetition) -> Arc<Self> {
        Arc::new(Self {
            transport: server.transport.clone(),
            application: application.clone(),
            issuer: server.metadata.issuer.clone(),
            step,
            repetition,
            last: Mutex::default(),
        })
    }

    fn last(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Owns what it uses, or the compiler can't tell that a boxed future with it in is `Send`.
    async fn exchange(wire: Arc<Self>, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        wire.last().asked_at = Some(wire.transport.now());
        match wire.ask(request).await {
            // A device may ask again, as after a broken connection.
            Ok(response) if wire.step == Step::DeviceToken && is_passing(response.status()) => {
                let mut last = wire.last();
                last.error = last.answer.take().map(Error::unexpected);
                Err(NoAnswer)
            }
            Ok(response) => {
                wire.last().error = None;
                Ok(response)
            }
            Err(error) => {
                wire.last().error = Some(error);
                Err(NoAnswer)
            }
        }
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Error> {
        let request = reqwest::Request::try_from(request)?;
        let sign = |request: &mut reqwest::Request| self.application.sign(request, &self.issuer);
        let deadline = self.transport.deadline();
        let response = self.transport.send_prepared(request, self.repetition, deadline, sign).await?;
        let mut response = call::is_answered(response).await;
        let answer = Answer::head(&response);
        let mut given = HttpResponse::new(Vec::new());
        *given.status_mut() = response.status();
        *given.headers_mut() = std::mem::take(response.headers_mut());
        let body = match response.bytes().await {
            Ok(body) => body,
            Err(error) => return Err(Error::broke_off(error, answer)),
        };
        *given.body_mut() = body.into();
        // The body of a success holds tokens, which nobody shall find in an error.
        let answer = match call::answer().filter(|_| !given.status().is_success()) {
            Some(refusal) => refusal,
            None => answer,
        };
        self.last().answer = Some(answer);
        Ok(given)
    }

    /// The token in an answer.
    fn token(&self, response: &BasicTokenResponse, asked: &[impl AsRef<str>]) -> Result<Token, Error> {
        if *response.token_type() != BasicTokenType::Bearer {
            return Err(Error::unreadable("the token is not a bearer token", self.last().answer.take()));
        }
        Ok(Token {
            access_token: Secret::from(response.access_token().secret().as_str()),
            expires_in: response.expires_in(),
            // RFC 6749 §5.1: the server leaves the scope out where it is the one that was asked for.
            scopes: response.scopes().map_or_else(
                || asked.iter().map(|scope| scope.as_ref().to_owned()).collect(),
                |granted| granted.iter().map(|scope| scope.to_string()).collect(),
            ),
            refresh_token: response.refresh_token().map(|token| Secret::from(token.secret().as_str())),
        })
    }

    fn error<T: Code>(&self, error: RequestTokenError<NoAnswer, StandardErrorResponse<T>>) -> Error {
        let (answer, last_error) = {
            let mut last = self.last();
            (last.answer.take(), last.error.take())
        };
        // A device flow whose time ran out while the server couldn't be reached expired for that reason.
        if let Some(error) = last_error {
            return error;
        }
        let Some(answer) = answer else { return Error::Request("the token request can't be made".to_owned()) };
        match error {
            RequestTokenError::ServerResponse(refusal) => {
                let body = ProtocolError {
                    error: refusal.error().code().to_owned(),
                    error_description: refusal.error_description().cloned(),
                    step: Some(self.step),
                };
                Error::OAuth(Box::new(Refusal::new(body, answer)))
            }
            _ if !answer.status().is_success() => Error::unexpected(answer),
            // Not with its body, which may hold a token.
            RequestTokenError::Parse(error, _) => Error::unreadable(crate::error::place(error.inner()), answer),
            RequestTokenError::Other(_) | RequestTokenError::Request(_) => Error::unreadable("it is not JSON", answer),
        }
    }
}

/// The codes of RFC 6749 §5.2 and RFC 8628 §3.5, as they were sent.
trait Code: ErrorResponseType + fmt::Display + 'static {
    fn code(&self) -> &str;
}

impl Code for BasicErrorResponseType {
    fn code(&self) -> &str {
        self.as_ref()
    }
}

impl Code for DeviceCodeErrorResponseType {
    fn code(&self) -> &str {
        self.as_ref()
    }
}
