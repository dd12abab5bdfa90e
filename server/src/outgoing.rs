//! The one way out: every document that a client, an identity provider or an administrator names by URL is fetched here (key sets, token endpoints of upstream
//! providers, logout notices).
//!
//! A URL of somebody else's choice is a request that this machine makes for them, from inside of its network (server-side request forgery). So, whoever asks:
//!
//! - https only, no user name or password in the URL, no proxy from the environment;
//! - only addresses of the public internet, judged after the name was resolved and by the very addresses that are then connected to, so that a name that
//!   changes its mind in between gains nothing; an address in the URL is judged in whatever spelling;
//! - at most three redirects, of GET alone, each judged like the first URL;
//! - limits of time and of bytes, counted while they arrive; nothing is decompressed;
//! - so many at a time, since each is a descriptor: those that [clients](NamedBy::Client) name and those of providers each in a room of their own, so that no
//!   stranger's slow web server keeps users from signing in elsewhere. What waits for a place waits within the limit of time.
//!
//! A client may have registered itself, and anybody can have what it names fetched. So that nobody makes this server ask itself, in a chain that costs them one
//! request, its own origins are none of those that a client may name.
//!
//! [`Config::outgoing_allowed`](crate::config::Config::outgoing_allowed) names hosts that are excepted from the rules on scheme and address. Errors never hold
//! anything of what was answered.

pub mod address;
pub mod kept;
pub mod provider_metadata;
pub mod together;

use std::error::Error as StdError;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

pub use address::AllowedHosts;
use bytes::{Bytes, BytesMut};
use futures::future::BoxFuture;
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, LOCATION};
use http::{HeaderValue, Method, StatusCode};
use reqwest::{Client, Request, Response};
use tokio::sync::Semaphore;
use url::{Host, Url};

/// Longest body in bytes that [`Outgoing::execute`] takes.
pub const LONGEST_BODY: usize = 1024 * 1024;
/// Redirects that a GET follows.
const REDIRECTS: usize = 3;
const CONNECT: Duration = Duration::from_secs(3);
const TOTAL: Duration = Duration::from_secs(5);
/// Fetches at a time of what clients name, and again as many of what providers do. Together they are within what the program leaves for others than its
/// connections: `OTHER_DESCRIPTORS` in `main.rs`.
pub const AT_A_TIME: usize = 96;
/// Idle connections are kept for the next token exchange with the same provider; of documents none are, since whose they are is anybody's choice.
const IDLE: Duration = Duration::from_secs(30);
const IDLE_PER_HOST: usize = 4;

/// Turns names into addresses.
pub trait Resolver: Send + Sync + 'static {
    /// The addresses of a host, in the order in which they are tried. Called for each connection.
    fn resolve(&self, host: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>>;
}

/// The operating system's resolver.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn resolve(&self, host: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        let host = host.to_owned();
        Box::pin(async move { Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect()) })
    }
}

/// Which of the rules a URL breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another scheme than https.
    #[error("only https URLs are fetched")]
    Scheme,
    /// User name or password.
    #[error("URLs with a user name or a password are not fetched")]
    UserInfo,
    /// A client names this very server.
    #[error("this server doesn't fetch from itself")]
    Own,
    /// No host, or the host has no address of the public internet.
    #[error("the host has no address of the public internet")]
    Address,
}

/// Why nothing was fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutgoingError {
    /// The URL, or one that it redirects to, may not be fetched.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It took longer than is waited for.
    #[error("no complete answer in time")]
    TimedOut,
    /// The body is too long; the limit is in bytes.
    #[error("the answer is longer than {0} bytes")]
    TooLong(usize),
    /// The body is compressed, although nobody asked for that.
    #[error("the answer is compressed")]
    Compressed,
    /// One redirect too many, or one to something that isn't a URL.
    #[error("the answer redirects too often, or nowhere")]
    Redirects,
    /// The request can't be sent: not a URL, or TLS can't be set up here.
    #[error("the request can't be made: {0}")]
    Unsendable(String),
    /// Resolving, connecting, TLS or HTTP failed.
    #[error("there is no answer: {0}")]
    Unreachable(String),
}

/// What was fetched, whatever its status.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Status code; a redirect's only when it has no `Location`, or answers a POST.
    pub status: StatusCode,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The whole body.
    pub body: Bytes,
    /// How long it may be kept (RFC 9111 §5.2.2); zero for `no-store` and `no-cache`, `None` when the answer doesn't say.
    pub max_age: Option<Duration>,
}

/// The guarded client. Made once per server; the HTTP client behind it is built at the first use, since it reads the machine's certificates.
pub struct Outgoing {
    allowed: AllowedHosts,
    resolver: Arc<dyn Resolver>,
    connect: Duration,
    total: Duration,
    clients: OnceLock<Clients>,
    /// Hosts and ports at which this server is itself.
    own: OnceLock<Vec<(Host<String>, Option<u16>)>>,
    for_clients: Semaphore,
    for_providers: Semaphore,
}

struct Clients {
    /// For documents.
    single: Ways,
    /// For calls of providers' endpoints.
    kept: Ways,
}

struct Ways {
    /// Connects to public addresses only.
    guarded: Client,
    /// For allowed hosts. A client of its own, so that no kept connection of theirs serves another URL.
    trusting: Client,
}

/// On whose word something is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// A client's, which may have registered itself.
    Client,
    /// An administrator's, or that of a provider whom one named. It may be another authorization server of this very installation.
    Provider,
}

/// By which of the clients a URL is fetched.
#[derive(Clone, Copy)]
enum Way {
    Guarded,
    Trusting,
}

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outgoing").field("allowed", &self.allowed).finish_non_exhaustive()
    }
}

impl Outgoing {
    /// A client that asks `resolver` for addresses and excepts `allowed` from the rules on scheme and address. Connecting may take 3 seconds, all of a fetch 5.
    #[must_use]
    pub fn new(allowed: AllowedHosts, resolver: Arc<dyn Resolver>) -> Self {
        Self {
            allowed,
            resolver,
            connect: CONNECT,
            total: TOTAL,
            clients: OnceLock::new(),
            own: OnceLock::new(),
            for_clients: Semaphore::new(AT_A_TIME),
            for_providers: Semaphore::new(AT_A_TIME),
        }
    }

    /// Tells it where this server is itself, once that is known.
    pub fn is_reached_at(&self, origins: &[&str]) {
        let urls = origins.iter().filter_map(|origin| Url::parse(origin).ok());
        let own = urls.filter_map(|url| Some((url.host()?.to_owned(), url.port_or_known_default()))).collect();
        // The first word counts, as for the origins themselves.
        let _ = self.own.set(own);
    }

    /// The same with other limits: for the connection, and for everything from resolving to the last byte of the body.
    #[must_use]
    pub fn with_time_limits(self, connect: Duration, total: Duration) -> Self {
        Self { connect, total, clients: OnceLock::new(), ..self }
    }

    /// Could this URL ever be fetched, as far as can be told without resolving its host? For registrations, so that a mistake is told where it is made.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn check(&self, named: NamedBy, url: &Url) -> Result<(), Refusal> {
        self.way(named, url).map(|_| ())
    }

    /// GET, following redirects. The caller judges the status.
    ///
    /// # Errors
    /// [`OutgoingError`]; `longest` is the limit of the body in bytes.
    pub async fn get(
        &self,
        named: NamedBy,
        url: &Url,
        accept: &'static str,
        longest: usize,
    ) -> Result<Fetched, OutgoingError> {
        self.get_within(REDIRECTS, named, url, accept, longest).await
    }

    /// As [`Self::get`], where what redirects is [`OutgoingError::Redirects`].
    ///
    /// # Errors
    /// As [`Self::get`].
    pub async fn get_directly(
        &self,
        named: NamedBy,
        url: &Url,
        accept: &'static str,
        longest: usize,
    ) -> Result<Fetched, OutgoingError> {
        self.get_within(0, named, url, accept, longest).await
    }

    async fn get_within(
        &self,
        redirects: usize,
        named: NamedBy,
        url: &Url,
        accept: &'static str,
        longest: usize,
    ) -> Result<Fetched, OutgoingError> {
        let fetch = async {
            let mut url = url.clone();
            for _ in 0..=redirects {
                let mut request = Request::new(Method::GET, url.clone());
                request.headers_mut().insert(ACCEPT, HeaderValue::from_static(accept));
                let response = self.send(named, request).await?;
                let Some(location) = redirect(&response) else { return fetched(response, longest).await };
                let location = location.to_str().map_err(|_| OutgoingError::Redirects)?;
                url = url.join(location).map_err(|_| OutgoingError::Redirects)?;
            }
            Err(OutgoingError::Redirects)
        };
        self.in_time(named, fetch).await
    }

    /// POST of a form to where a client wants it. Redirects aren't followed: what is sent is for the one who was named.
    ///
    /// # Errors
    /// [`OutgoingError`]; `longest` is the limit of the answer's body in bytes.
    pub async fn post_form(
        &self,
        url: &Url,
        fields: &[(&str, &str)],
        longest: usize,
    ) -> Result<Fetched, OutgoingError> {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = Request::new(Method::POST, url.clone());
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        *request.body_mut() = Some(form.into());
        let post = async { fetched(self.send(NamedBy::Client, request).await?, longest).await };
        self.in_time(NamedBy::Client, post).await
    }

    /// Any request to an endpoint of a provider's, such as the `oauth2` crate makes. Redirects aren't followed: the request may carry a credential. The answer may have [`LONGEST_BODY`].
    ///
    /// # Errors
    /// [`OutgoingError`].
    pub async fn execute(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, OutgoingError> {
        let answer = self.execute_within(self.total, LONGEST_BODY, request).await?;
        Ok(answer.map(Into::into))
    }

    /// As [`Self::execute`], with limits of its own: for everything to the last byte of the answer, and for the bytes of its body.
    ///
    /// # Errors
    /// [`OutgoingError`].
    pub async fn execute_within(
        &self,
        total: Duration,
        longest: usize,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Bytes>, OutgoingError> {
        let request = Request::try_from(request).map_err(|error| unsendable(&error.without_url()))?;
        let execute = async {
            let client = self.clients()?.kept.by(self.way(NamedBy::Provider, request.url())?);
            let response = sent(client, request).await?;
            let (status, headers) = (response.status(), response.headers().clone());
            let mut answer = http::Response::new(body(response, longest).await?);
            *answer.status_mut() = status;
            *answer.headers_mut() = headers;
            Ok(answer)
        };
        self.within(total, NamedBy::Provider, execute).await
    }

    async fn in_time<T>(
        &self,
        named: NamedBy,
        work: impl Future<Output = Result<T, OutgoingError>>,
    ) -> Result<T, OutgoingError> {
        self.within(self.total, named, work).await
    }

    /// From the wait for a place to the last byte.
    async fn within<T>(
        &self,
        total: Duration,
        named: NamedBy,
        work: impl Future<Output = Result<T, OutgoingError>>,
    ) -> Result<T, OutgoingError> {
        let room = match named {
            NamedBy::Client => &self.for_clients,
            NamedBy::Provider => &self.for_providers,
        };
        let in_turn = async {
            // It is never closed.
            let _place = room.acquire().await.map_err(|error| unsendable(&error))?;
            work.await
        };
        tokio::time::timeout(total, in_turn).await.unwrap_or(Err(OutgoingError::TimedOut))
    }

    /// By any name of the host's that stands in the origins; what else its address is called can't be known.
    fn is_own(&self, url: &Url) -> bool {
        let Some(host) = url.host() else { return false };
        let (host, port) = (host.to_owned(), url.port_or_known_default());
        self.own.get().is_some_and(|own| own.iter().any(|(own, at)| *own == host && *at == port))
    }

    fn way(&self, named: NamedBy, url: &Url) -> Result<Way, Refusal> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::UserInfo);
        }
        if named == NamedBy::Client && self.is_own(url) {
            return Err(Refusal::Own);
        }
        if self.allowed.contains(url) {
            return Ok(Way::Trusting);
        }
        if url.scheme() != "https" {
            return Err(Refusal::Scheme);
        }
        // The URL's parser has read every spelling of an address: decimal, octal, hexadecimal, shortened, in full-width digits.
        let is_outside = match url.host() {
            Some(Host::Ipv4(literal)) => address::is_public(literal.into()),
            Some(Host::Ipv6(literal)) => address::is_public(literal.into()),
            Some(Host::Domain(name)) => !is_local(name),
            None => false,
        };
        if is_outside { Ok(Way::Guarded) } else { Err(Refusal::Address) }
    }

    /// On a connection of its own.
    async fn send(&self, named: NamedBy, request: Request) -> Result<Response, OutgoingError> {
        let way = self.way(named, request.url())?;
        sent(self.clients()?.single.by(way), request).await
    }

    fn clients(&self) -> Result<&Clients, OutgoingError> {
        if let Some(clients) = self.clients.get() {
            return Ok(clients);
        }
        let ways = |idle| {
            let [guarded, trusting] = [Way::Guarded, Way::Trusting].map(|way| self.client(way, idle));
            Ok::<_, OutgoingError>(Ways { guarded: guarded?, trusting: trusting? })
        };
        let built = Clients { single: ways(0)?, kept: ways(IDLE_PER_HOST)? };
        Ok(self.clients.get_or_init(|| built))
    }

    fn client(&self, way: Way, idle: usize) -> Result<Client, OutgoingError> {
        Client::builder()
            .user_agent(concat!("authplane/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.connect)
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(idle)
            .dns_resolver(Resolving { resolver: Arc::clone(&self.resolver), way })
            .build()
            .map_err(|error| unsendable(&error))
    }
}

impl Ways {
    fn by(&self, way: Way) -> &Client {
        match way {
            Way::Guarded => &self.guarded,
            Way::Trusting => &self.trusting,
        }
    }
}

async fn sent(client: &Client, mut request: Request) -> Result<Response, OutgoingError> {
    request.url_mut().set_fragment(None);
    client.execute(request).await.map_err(failure)
}

impl<'c> oauth2::AsyncHttpClient<'c> for Outgoing {
    type Error = OutgoingError;
    type Future = BoxFuture<'c, Result<oauth2::HttpResponse, OutgoingError>>;

    fn call(&'c self, request: oauth2::HttpRequest) -> Self::Future {
        Box::pin(self.execute(request))
    }
}

/// RFC 6761 §6.3: these names are this machine, whatever a resolver says.
fn is_local(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name == "localhost" || name.ends_with(".localhost")
}

/// The resolver as the HTTP client asks it: what it answers is what is connected to.
struct Resolving {
    resolver: Arc<dyn Resolver>,
    way: Way,
}

impl reqwest::dns::Resolve for Resolving {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let (resolving, way) = (self.resolver.resolve(name.as_str()), self.way);
        Box::pin(async move {
            let found = resolving.await?.into_iter();
            let usable = found.filter(|found| matches!(way, Way::Trusting) || address::is_public(*found));
            // The port is the URL's.
            let usable: Vec<SocketAddr> = usable.map(|found| SocketAddr::new(found, 0)).collect();
            if usable.is_empty() {
                return Err(Refusal::Address.into());
            }
            Ok(Box::new(usable.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

fn unsendable(error: &(dyn StdError + 'static)) -> OutgoingError {
    OutgoingError::Unsendable(innermost(error).to_string())
}

fn failure(error: reqwest::Error) -> OutgoingError {
    if error.is_timeout() {
        return OutgoingError::TimedOut;
    }
    // A URL may hold a secret in its query.
    let error = error.without_url();
    let cause = innermost(&error);
    // The resolver's, handed up through the layers.
    match cause.downcast_ref::<Refusal>() {
        Some(refusal) => (*refusal).into(),
        None => OutgoingError::Unreachable(cause.to_string()),
    }
}

/// What the layers above only wrap.
fn innermost<'e>(error: &'e (dyn StdError + 'static)) -> &'e (dyn StdError + 'static) {
    let mut innermost = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    innermost
}

/// Where an answer sends the request on to (RFC 9110 §15.4).
fn redirect(response: &Response) -> Option<HeaderValue> {
    let redirects = matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308);
    response.headers().get(LOCATION).filter(|_| redirects).cloned()
}

async fn fetched(response: Response, longest: usize) -> Result<Fetched, OutgoingError> {
    let headers = response.headers();
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (status, max_age) = (response.status(), max_age(headers));
    Ok(Fetched { status, content_type, max_age, body: body(response, longest).await? })
}

async fn body(mut response: Response, longest: usize) -> Result<Bytes, OutgoingError> {
    let encodings = response.headers().get_all(CONTENT_ENCODING);
    if encodings.iter().any(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Err(OutgoingError::Compressed);
    }
    let too_long = OutgoingError::TooLong(longest);
    if response.content_length().is_some_and(|length| length > longest as u64) {
        return Err(too_long);
    }
    // At once, where it is known: a long one that grows would be copied again and again. It takes no memory before it comes.
    let expected = response.content_length().and_then(|length| usize::try_from(length).ok());
    let mut body = BytesMut::with_capacity(expected.unwrap_or_default());
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        if body.len() + chunk.len() > longest {
            return Err(too_long);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

fn max_age(headers: &HeaderMap) -> Option<Duration> {
    let values = headers.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let mut found = None;
    for directive in values.flat_map(|value| value.split(',')).map(str::trim) {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        if name.eq_ignore_ascii_case("no-store") || name.eq_ignore_ascii_case("no-cache") {
            return Some(Duration::ZERO);
        }
        if name.eq_ignore_ascii_case("max-age") {
            found = value.trim_matches('"').parse().ok().map(Duration::from_secs);
        }
    }
    found
}
