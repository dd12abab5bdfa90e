//! The client and how it is set up.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::discovery::{issuer_of, parse_url, require_secure};
use crate::error::Error;
use crate::generated;
use crate::oauth::{AuthorizationServer, Credentials, system_time};
use crate::retry::{Limits, TimeSource, Transport, default_http_client};
use crate::secret::Secret;
use crate::session::{IssuedToken, Renewal, Session, TokenSource};

/// A client of one Authplane installation: every operation of its management API, with the token, the repetitions and the
/// time limits taken care of.
///
/// The operations are those of [`generated::Client`], which this type dereferences to. Clones are cheap and share the
/// token.
///
/// ```no_run
/// # async fn example() -> Result<(), authplane_client::Error> {
/// use authplane_client::{Client, types};
///
/// let client = Client::builder("https://auth.example.com").client_credentials("my id", "my secret").build().await?;
/// let resource = client
///     .create_resource()
///     .body(types::LogtoCreateResourceRequest::builder().name("Orders").indicator("https://api.example.com/orders"))
///     .send()
///     .await?;
/// println!("made {}", resource.into_inner().id);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    api: Arc<generated::Client>,
    transport: Transport,
    session: Session,
    issuer: Option<Arc<str>>,
}

impl Client {
    /// Starts to set up a client for the control plane at `url`, such as `https://auth.example.com`.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            url: url.into(),
            identity: Identity::Anonymous,
            issuer: Issuer::Discovered,
            scopes: vec!["all".to_owned()],
            resources: Vec::new(),
            limits: Limits::default(),
            http: None,
            now: Arc::new(system_time),
        }
    }

    /// The issuer of this client's own tokens; `None` for a client that obtains none.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// The access token that the next call carries, obtained or renewed if need be; `None` for a client without one. For
    /// requests that this crate has no operation for.
    ///
    /// # Errors
    /// [`Error::OAuth`] if the token is refused, [`Error::NoToken`] if there is no answer.
    pub async fn access_token(&self) -> Result<Option<Secret>, Error> {
        self.session.access_token().await
    }

    /// Finds an authorization server by its issuer, such as `https://auth.example.com/default/default`, to obtain, check or
    /// give back tokens of it with the limits of this client.
    ///
    /// # Errors
    /// As [`AuthorizationServer::discover`].
    pub async fn authorization_server(&self, issuer: &str) -> Result<AuthorizationServer, Error> {
        AuthorizationServer::discover_with(self.transport.clone(), issuer).await
    }
}

impl Deref for Client {
    type Target = generated::Client;

    fn deref(&self) -> &generated::Client {
        &self.api
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("url", &progenitor_client::ClientInfo::baseurl(&*self.api))
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}

/// Who the client is.
enum Identity {
    Anonymous,
    Token(Secret),
    Credentials(Credentials),
}

/// Where its tokens come from.
enum Issuer {
    /// From the server that the control plane names (RFC 9728).
    Discovered,
    /// From this one.
    Named(String),
    /// From server `admin` of this tenant.
    Tenant(String),
}

/// Sets up a [`Client`]; see [`Client::builder`].
#[must_use]
pub struct ClientBuilder {
    url: String,
    identity: Identity,
    issuer: Issuer,
    scopes: Vec<String>,
    resources: Vec<String>,
    limits: Limits,
    http: Option<reqwest::Client>,
    now: TimeSource,
}

impl ClientBuilder {
    /// Obtains access tokens with these credentials, and renews them before they expire. Endpoints at which clients
    /// authenticate (`token`, `introspect`, `revoke`, `device_authorization`) get them as Basic, unless the form names a client
    /// or they are at another host than the issuer.
    pub fn client_credentials(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.identity = Identity::Credentials(Credentials::new(id, secret));
        self
    }

    /// Sends this token with every call that takes one: an access token of the management API, a user's for `userinfo` and
    /// the clients with access, or a registration access token for the client that it is of. Nothing renews it.
    pub fn access_token(mut self, token: impl Into<Secret>) -> Self {
        self.identity = Identity::Token(token.into());
        self
    }

    /// Obtains tokens from this issuer instead of the one that the control plane names.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Issuer::Named(issuer.into());
        self
    }

    /// Obtains tokens from the server `admin` of this tenant: issuer `{url}/{tenant}/admin`.
    pub fn tenant(mut self, tenant: impl Into<String>) -> Self {
        self.issuer = Issuer::Tenant(tenant.into());
        self
    }

    /// The scopes to ask for. Default: `all`, which includes every other.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Adds a resource that the token is to be meant for (RFC 8707). Default: none, which is the management API.
    pub fn resource(mut self, resource: impl Into<String>) -> Self {
        self.resources.push(resource.into());
        self
    }

    /// How long one call may take with all its tries and the pauses between them. Default: 30 seconds. Obtaining a token,
    /// if one is due, has the same bound of its own.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// How often a request is repeated after its first try, where it can be (see [the crate](crate#repetitions)).
    /// Default: 3.
    pub fn retries(mut self, retries: u32) -> Self {
        self.limits.retries = retries;
        self
    }

    /// Sends through this HTTP client, for a proxy or certificates of your own. It must not follow redirects: a redirect
    /// would carry secrets elsewhere.
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Accepts `http:` for hosts other than the loopback, for networks that are protected otherwise.
    pub fn allow_plain_http(mut self) -> Self {
        self.limits.plain_http = true;
        self
    }

    /// Reads the present from `now` instead of the system's clock. Expiry of tokens and time limits are measured with it.
    pub fn time_source(mut self, now: impl Fn() -> Instant + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Builds the client. With credentials it finds the authorization server now, so that a wrong URL shows here; the first
    /// token is obtained by the first call. Without them nothing is sent.
    ///
    /// # Errors
    /// [`Error::Configuration`] for a URL that can't be used or would expose secrets, [`Error::Discovery`] if the
    /// authorization server can't be found or speaks for another, [`Error::Connection`] if there is no answer.
    pub async fn build(self) -> Result<Client, Error> {
        let url = parse_url(&self.url)?;
        let base = self.url.trim_end_matches('/');
        let http = match self.http {
            Some(http) => http,
            None => default_http_client()?,
        };
        let transport = Transport::new(http.clone(), self.limits, self.now);

        let mut found = None;
        let tokens = match self.identity {
            Identity::Anonymous => TokenSource::Anonymous,
            Identity::Token(token) => {
                require_secure(&transport, &url)?;
                TokenSource::Fixed(Arc::new(IssuedToken::new(token, transport.now(), None)?))
            }
            Identity::Credentials(credentials) => {
                require_secure(&transport, &url)?;
                let issuer = match self.issuer {
                    Issuer::Discovered => issuer_of(&transport, &url).await?,
                    Issuer::Named(issuer) => issuer,
                    Issuer::Tenant(tenant) => format!("{base}/{tenant}/admin"),
                };
                let server = AuthorizationServer::discover_with(transport.clone(), &issuer).await?;
                found = Some(Arc::from(issuer));
                let renewal = Renewal::new(transport.clone(), server, credentials, self.resources, self.scopes);
                TokenSource::Renewed(renewal)
            }
        };
        let session = Session::new(transport.clone(), tokens);
        let api = Arc::new(generated::Client::new_with_client(base, http, session.clone()));
        Ok(Client { api, transport, session, issuer: found })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ClientBuilder").field("url", &self.url).finish_non_exhaustive()
    }
}
