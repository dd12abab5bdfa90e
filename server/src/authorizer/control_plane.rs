//! What the authorizer asks the control plane: a token for itself, its configuration, what is known of a token, and the keys that verify one.
//!
//! All of it goes out by the [one way out](crate::outgoing), to the two origins that the settings name and to no other, and no redirect is followed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use authplane_domain::environment::Clock;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH};
use http::{Method, Request, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::Url;

use super::in_force::Rules;
use super::settings::Settings;
use crate::config::ConfigError;
use crate::outgoing::{AllowedHosts, Outgoing, OutgoingError, SystemResolver};
use crate::tokens::jws::Verifier;

const CONNECT: Duration = Duration::from_millis(500);
/// What is asked for a request must come before its proxy gives up: those of our package wait for two seconds.
const SOON: Duration = Duration::from_secs(1);
/// How long it may take to say that the configuration is the same, where it is doubtful whether it is there.
const PROBE: Duration = Duration::from_millis(700);
/// How long a configuration may take to arrive, beyond the time that it is waited for.
const ARRIVAL: Duration = Duration::from_secs(10);
/// Longest configuration in bytes: some hundred thousand APIs.
const LONGEST_CONFIGURATION: usize = 64 * 1024 * 1024;
/// As much of one is read where it only matters that it comes.
const LONGEST_PROBED: usize = 16 * 1024;
/// Longest answer of another kind.
const LONGEST_ANSWER: usize = 1024 * 1024;
/// A token for itself that ends so soon, in seconds, is replaced.
const ENDS_SOON: i64 = 60;
const SCOPE: &str = "read_gateway_configuration";
const FORM: &str = "application/x-www-form-urlencoded";

/// Why nothing was told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// Nobody answers, or says that they can't.
    #[error("{0}")]
    Away(String),
    /// The control plane doesn't know this gateway, or not any more.
    #[error("{0}")]
    Refused(String),
    /// It answers what this release doesn't understand.
    #[error("{0}")]
    Unintelligible(String),
    /// It wasn't asked: too much is asked already.
    #[error("too many tokens are asked about at a time")]
    Crowded,
}

/// What the control plane says of a token that is valid.
#[derive(Debug, Deserialize)]
pub struct Introspected {
    /// Its tenant,
    pub tenant_id: String,
    /// and the authorization server that issued it.
    pub server_id: String,
    /// Its subject.
    pub sub: String,
    /// The client that it was issued to.
    pub client_id: String,
    /// Its scopes, separated by spaces.
    #[serde(default)]
    pub scope: String,
    /// What policies are told.
    pub authentication_context: Map<String, Value>,
    /// What the user gave of what the gateway's policies ask for: actions,
    pub granted_actions: Vec<String>,
    /// and consents.
    pub granted_consents: Vec<String>,
    /// The gateway's services that it is for.
    pub services: Vec<String>,
}

/// A token that the authorizer has for itself.
struct OwnToken {
    header: HeaderValue,
    ends_at: i64,
}

/// The control plane, as it is asked.
pub struct ControlPlane {
    outgoing: Outgoing,
    clock: Arc<dyn Clock>,
    token_endpoint: Url,
    configuration: Url,
    introspection: Url,
    credentials: HeaderValue,
    own_token: Mutex<Option<Arc<OwnToken>>>,
}

impl std::fmt::Debug for ControlPlane {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ControlPlane")
            .field("configuration", &self.configuration.as_str())
            .finish_non_exhaustive()
    }
}

impl ControlPlane {
    /// That which the settings name.
    ///
    /// # Errors
    /// When they name none.
    pub fn of(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, ConfigError> {
        let (issuer, tenant) = settings.issuer()?;
        let server = settings.server()?;
        let below = |base: &Url, path: &str| {
            let mut url = base.clone();
            url.set_path(&format!("{}{path}", base.path().trim_end_matches('/')));
            url
        };
        let system = format!("/api/system/{tenant}/gateways");
        Ok(Self {
            outgoing: Outgoing::new(hosts(&[&issuer, &server])?, Arc::new(SystemResolver))
                .with_time_limits(CONNECT, SOON),
            clock,
            token_endpoint: below(&issuer, "/oauth2/token"),
            configuration: below(&server, &format!("{system}/configuration")),
            introspection: below(&server, &format!("{system}/introspect")),
            credentials: basic(&settings.client_id, &settings.client_secret.0)?,
            own_token: Mutex::default(),
        })
    }

    /// The configuration, if it is another one than this; for which the control plane may wait so long.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn pull(&self, known: Option<Arc<Rules>>, wait: Duration) -> Result<Option<Rules>, Unanswered> {
        let tag = known.as_ref().and_then(|rules| rules.tag.as_ref());
        let Some(answer) = self.configuration(tag, wait, wait + ARRIVAL, LONGEST_CONFIGURATION).await? else {
            return Ok(None);
        };
        let (head, body) = answer.into_parts();
        let rules = Rules::told(body, head.headers.get(ETAG).cloned(), known.as_deref());
        rules.map(Some).map_err(|error| unreadable(&error))
    }

    /// Whether it answers soon when it is asked for the configuration, whatever that is.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn is_there(&self, known: Option<&HeaderValue>) -> Result<(), Unanswered> {
        // Another configuration is for whoever pulls it. That there is one is an answer, however long it takes to come.
        match self.configuration(known, Duration::ZERO, PROBE, LONGEST_PROBED).await {
            Ok(_) | Err(Unanswered::Unintelligible(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn configuration(
        &self,
        known: Option<&HeaderValue>,
        wait: Duration,
        total: Duration,
        longest: usize,
    ) -> Result<Option<http::Response<Bytes>>, Unanswered> {
        let mut url = self.configuration.clone();
        let version = env!("CARGO_PKG_VERSION");
        url.query_pairs_mut()
            .append_pair("authorizer_version", version)
            .append_pair("wait", &wait.as_secs().to_string());
        let head = || {
            let request = Request::builder().method(Method::GET).uri(url.as_str()).header(ACCEPT, "application/json");
            let request = match known {
                Some(tag) => request.header(IF_NONE_MATCH, tag),
                None => request,
            };
            request.body(Vec::new())
        };
        let answer = self.asked(head, total, longest).await?;
        match answer.status() {
            StatusCode::NOT_MODIFIED if known.is_some() => Ok(None),
            StatusCode::OK => Ok(Some(answer)),
            StatusCode::NOT_FOUND => Err(Unanswered::Refused("its client is no gateway's".to_owned())),
            status => Err(unexpected(status)),
        }
    }

    /// What is known of a token; nothing of one that isn't valid here.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn introspect(&self, token: &str) -> Result<Option<Introspected>, Unanswered> {
        #[derive(Deserialize)]
        struct Activity {
            active: bool,
        }
        let form = form_urlencoded::Serializer::new(String::new()).append_pair("token", token).finish();
        let request = || {
            let request = Request::builder().method(Method::POST).uri(self.introspection.as_str());
            request.header(CONTENT_TYPE, FORM).header(ACCEPT, "application/json").body(form.clone().into_bytes())
        };
        // With a token of its own, where it needs another one.
        let answer = tokio::time::timeout(SOON, self.asked(request, SOON, LONGEST_ANSWER)).await;
        let answer = answer.unwrap_or_else(|_| Err(Unanswered::Away("no complete answer in time".to_owned())))?;
        match answer.status() {
            StatusCode::OK if read::<Activity>(answer.body())?.active => read(answer.body()).map(Some),
            // What can't even be asked about is no token.
            StatusCode::OK | StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Ok(None),
            StatusCode::NOT_FOUND => Err(Unanswered::Refused("its client is no gateway's".to_owned())),
            status => Err(unexpected(status)),
        }
    }

    /// The keys of a set (RFC 7517 §5), as far as they are of use here. It is at the issuer's origin, by whatever name that is reached from here.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn keys(&self, jwks_url: &Url) -> Result<Vec<Verifier>, Unanswered> {
        #[derive(Deserialize)]
        struct Keys {
            keys: Vec<Map<String, Value>>,
        }
        let mut url = self.token_endpoint.clone();
        url.set_path(jwks_url.path());
        let request = Request::builder().method(Method::GET).uri(url.as_str()).header(ACCEPT, "application/json");
        let answer = self.sent(request.body(Vec::new()), SOON, LONGEST_ANSWER).await?;
        if answer.status() != StatusCode::OK {
            return Err(unexpected(answer.status()));
        }
        Ok(read::<Keys>(answer.body())?.keys.iter().filter_map(Verifier::from_jwk).collect())
    }

    /// The answer to a request with the authorizer's own token. A token that isn't taken any more is replaced, once.
    async fn asked(
        &self,
        request: impl Fn() -> http::Result<Request<Vec<u8>>>,
        total: Duration,
        longest: usize,
    ) -> Result<http::Response<Bytes>, Unanswered> {
        let mut token = self.own_token(None).await?;
        for is_last in [false, true] {
            let authorized = request().map(|mut request| {
                request.headers_mut().insert(AUTHORIZATION, token.header.clone());
                request
            });
            let answer = self.sent(authorized, total, longest).await?;
            match answer.status() {
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN if is_last => break,
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => token = self.own_token(Some(&token)).await?,
                _ => return Ok(answer),
            }
        }
        Err(Unanswered::Refused(format!("its client may not do this: it needs the scope {SCOPE}")))
    }

    /// The token that it has for itself.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn own_token_text(&self) -> Result<String, Unanswered> {
        let own = self.own_token(None).await?;
        let text = own.header.to_str().ok().and_then(|header| header.strip_prefix("Bearer "));
        Ok(text.unwrap_or_default().to_owned())
    }

    /// A token for itself, other than one that isn't taken.
    async fn own_token(&self, refused: Option<&Arc<OwnToken>>) -> Result<Arc<OwnToken>, Unanswered> {
        let now = self.clock.now().timestamp();
        let kept = self.own_token.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_good = |kept: &Arc<OwnToken>| {
            kept.ends_at - ENDS_SOON > now && refused.is_none_or(|refused| !Arc::ptr_eq(refused, kept))
        };
        if let Some(kept) = kept.filter(is_good) {
            return Ok(kept);
        }
        let fresh = Arc::new(self.fetch_own_token(now).await?);
        *self.own_token.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    async fn fetch_own_token(&self, now: i64) -> Result<OwnToken, Unanswered> {
        #[derive(Deserialize)]
        struct Granted {
            access_token: String,
            expires_in: i64,
        }
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("scope", SCOPE)
            .finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.token_endpoint.as_str())
            .header(CONTENT_TYPE, FORM)
            .header(AUTHORIZATION, self.credentials.clone())
            .body(form.into_bytes());
        let answer = self.sent(request, SOON, LONGEST_ANSWER).await?;
        match answer.status() {
            StatusCode::OK => {}
            // RFC 6749 §5.2: the client, or what it asks for.
            StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND => {
                return Err(Unanswered::Refused("its client gets no token".to_owned()));
            }
            status => return Err(unexpected(status)),
        }
        let Granted { access_token, expires_in } = read(answer.body())?;
        let header = HeaderValue::try_from(format!("Bearer {access_token}"));
        let mut header = header.map_err(|_| Unanswered::Unintelligible("its token is none".to_owned()))?;
        header.set_sensitive(true);
        Ok(OwnToken { header, ends_at: now.saturating_add(expires_in) })
    }

    /// Sends it, and once more where the connection was one that had just ended.
    async fn sent(
        &self,
        request: http::Result<Request<Vec<u8>>>,
        total: Duration,
        longest: usize,
    ) -> Result<http::Response<Bytes>, Unanswered> {
        let request = request.map_err(|error| Unanswered::Unintelligible(error.to_string()))?;
        let send = |request| self.outgoing.execute_within(total, longest, request);
        let answer = match send(request.clone()).await {
            Err(OutgoingError::Unreachable(_)) => send(request).await,
            answer => answer,
        };
        let answer = answer.map_err(|error| match error {
            OutgoingError::TimedOut | OutgoingError::Unreachable(_) => Unanswered::Away(error.to_string()),
            other => Unanswered::Unintelligible(other.to_string()),
        })?;
        if UNAVAILABLE.contains(&answer.status()) {
            return Err(Unanswered::Away(format!("it answers {}", answer.status().as_u16())));
        }
        Ok(answer)
    }
}

/// By what a control plane says that it can't say anything now, or a proxy before it that it can't reach it. Any other failure is of what was asked: 500 for a token
/// says that something is wrong with that one, which is no reason to believe it.
const UNAVAILABLE: [StatusCode; 3] =
    [StatusCode::BAD_GATEWAY, StatusCode::SERVICE_UNAVAILABLE, StatusCode::GATEWAY_TIMEOUT];

/// Never a part of what was answered: it may be anybody's.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Unanswered> {
    serde_json::from_slice(body).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> Unanswered {
    let (line, column) = (error.line(), error.column());
    Unanswered::Unintelligible(format!("its answer can't be read, at line {line}, column {column}"))
}

fn unexpected(status: StatusCode) -> Unanswered {
    Unanswered::Unintelligible(format!("it answers {}", status.as_u16()))
}

/// Those of these URLs, and no others.
fn hosts(urls: &[&Url]) -> Result<AllowedHosts, ConfigError> {
    let at = |url: &&Url| Some(format!("{}:{}", url.host_str()?, url.port_or_known_default()?));
    let list: Vec<String> = urls.iter().filter_map(at).collect();
    list.join(",").parse().map_err(|_| ConfigError("issuer_url and server_url must name a host".to_owned()))
}

/// RFC 6749 §2.3.1: both form-encoded.
fn basic(client_id: &str, secret: &str) -> Result<HeaderValue, ConfigError> {
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = STANDARD.encode(format!("{}:{}", encoded(client_id), encoded(secret)));
    let header = HeaderValue::try_from(format!("Basic {pair}"));
    let mut header = header.map_err(|_| ConfigError("client_id and client_secret can't be sent".to_owned()))?;
    header.set_sensitive(true);
    Ok(header)
}
