//! The client and how it is set up.

use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use progenitor_client::ClientInfo as _;
use reqwest::header::{HeaderName, HeaderValue};
use url::Url;

use crate::credentials::Credentials;
use crate::discovery::{issuer_of, parse_url, require_secure};
use crate::error::Error;
use crate::generated;
use crate::headers::header;
use crate::oauth::{AuthorizationServer, DevicePrompt, system_time};
use crate::renewal::{Grant, IssuedToken, Keep, Renewal, Show, Wanted};
use crate::retry::{HttpBuilders, Limits, TimeSource, Transport};
use crate::secret::Secret;
use crate::session::{Session, TokenSource};
use crate::settings;

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
    issuer: Option<Arc<str>>,
}

impl Client {
    /// Starts to set up a client for the control plane at `url`, such as `https://auth.example.com`.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            url: url.into(),
            identity: Identity::Anonymous,
            keep: None,
            issuer: Issuer::Discovered,
            scopes: None,
            resources: Vec::new(),
            limits: Limits::default(),
            http: HttpBuilders::default(),
            now: Arc::new(system_time),
        }
    }

    /// A client as the environment describes it; see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    /// As [`ClientBuilder::from_env`] and [`ClientBuilder::build`].
    pub async fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build().await
    }

    /// A client with the credentials of a file; see [`ClientBuilder::from_file`].
    ///
    /// # Errors
    /// As [`ClientBuilder::from_file`] and [`ClientBuilder::build`].
    pub async fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        ClientBuilder::from_file(path)?.build().await
    }

    /// The same client, each of whose calls may take so long with all that it waits for: its tries, a token that has to be
    /// obtained first, a user who has to sign in. For one call or for many; the clone is cheap and shares the token and the
    /// connections.
    ///
    /// A call whose time runs out while it waits for the token ends with [`Error::NoToken`]; [`Error::is_timeout`] tells it from
    /// others. The token is obtained nevertheless, for the calls that come after: renewal has the builder's limit. A token that
    /// has to be renewed soon, but still lives, is not waited for.
    ///
    /// ```no_run
    /// # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
    /// use std::time::Duration;
    ///
    /// let resources = client.with_timeout(Duration::from_secs(2)).list_resources().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        self.with_session(self.session().with_timeout(timeout))
    }

    /// The same client, each of whose calls carries one header more; one of the same name is replaced. Operations, streams
    /// and the calls of an [`AuthorizationServer`] that is found with it have it, on each of their tries; the requests by
    /// which the client obtains its own token, which it shares with its clones, do not. Nothing prints the value.
    ///
    /// ```no_run
    /// # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
    /// # let order = authplane_client::types::LogtoCreateResourceRequest::builder();
    /// let traced = client.with_header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")?;
    /// let created = traced.create_resource().body(order).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::Configuration`] if it is no header, or one that is this crate's to set, such as `authorization`.
    pub fn with_header(&self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        let (name, value) = header(name, value)?;
        Ok(self.with_session(self.session().with_header(name, value)))
    }

    fn session(&self) -> &Session {
        self.api.inner()
    }

    fn with_session(&self, session: Session) -> Self {
        let api = generated::Client::new_with_client(self.api.baseurl(), self.api.client().clone(), session);
        Self { api: Arc::new(api), issuer: self.issuer.clone() }
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
    /// [`Error::OAuth`] if the token is refused, [`Error::NoToken`] if there is no answer, or not in time.
    pub async fn access_token(&self) -> Result<Option<Secret>, Error> {
        self.session().access_token().await
    }

    /// Finds an authorization server by its issuer, such as `https://auth.example.com/default/default`, to obtain, check or
    /// give back tokens of it with the limits of this client.
    ///
    /// # Errors
    /// As [`AuthorizationServer::discover`].
    pub async fn authorization_server(&self, issuer: &str) -> Result<AuthorizationServer, Error> {
        AuthorizationServer::discover_with(self.session().transport().clone(), issuer).await
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
            .field("url", &self.api.baseurl())
            .field("session", self.session())
            .finish_non_exhaustive()
    }
}

/// By which right the client calls.
enum Identity {
    Anonymous,
    Token(Secret),
    Grant(Credentials, Grant),
    /// By two that exclude each other.
    Contradictory(&'static str),
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
    keep: Option<Keep>,
    issuer: Issuer,
    scopes: Option<Vec<String>>,
    resources: Vec<String>,
    limits: Limits,
    http: HttpBuilders,
    now: TimeSource,
}

impl ClientBuilder {
    /// What the environment says, for further options to follow:
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `AUTHPLANE_URL` | the control plane, as for [`Client::builder`]; required |
    /// | `AUTHPLANE_CLIENT_ID` | the client; required without a token |
    /// | `AUTHPLANE_CLIENT_SECRET` | its secret, as for [`ClientBuilder::client_credentials`] |
    /// | `AUTHPLANE_CLIENT_KEY_FILE` | instead of the secret: the file with its private key, in PEM or as a JWK, as for [`Credentials::private_key_jwt`] |
    /// | `AUTHPLANE_TOKEN` | instead of a client: an access token, as for [`ClientBuilder::access_token`] |
    /// | `AUTHPLANE_ISSUER` | as for [`ClientBuilder::issuer`] |
    /// | `AUTHPLANE_TENANT` | instead of the issuer: as for [`ClientBuilder::tenant`] |
    ///
    /// An empty variable counts as absent. Nothing else is looked for.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), authplane_client::Error> {
    /// use authplane_client::ClientBuilder;
    ///
    /// let client = ClientBuilder::from_env()?.retries(5).build().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::Configuration`] that names the variable which is missing, contradicts another one or can't be used. It never
    /// says a value.
    pub fn from_env() -> Result<Self, Error> {
        settings::from_variables(|name| std::env::var_os(name))
    }

    /// What a credentials file says, for further options to follow: the `admin-credentials.json` that a server writes into
    /// its data folder, or one of the same shape:
    ///
    /// ```json
    /// {"control_url": "…", "issuer": "…", "client_id": "…", "client_secret": "…"}
    /// ```
    ///
    /// Further members are passed over. The server makes its file readable for its owner alone, and so should be every other
    /// one; that isn't checked, because mounted secrets can look otherwise and still be safe.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), authplane_client::Error> {
    /// use authplane_client::Client;
    ///
    /// let client = Client::from_file("authplane-data/admin-credentials.json").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::Configuration`] that names the file and the member, if it can't be read or isn't of this shape. It never says what
    /// is in it.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        settings::from_file(path.as_ref())
    }

    /// Obtains access tokens as this client, whose secret goes into a header; the short way for
    /// [`ClientBuilder::credentials`] with [`Credentials::new`].
    pub fn client_credentials(self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.credentials(Credentials::new(id, secret))
    }

    /// Obtains access tokens as this client (RFC 6749 §4.4), and renews them before they expire. Endpoints at which clients
    /// authenticate (`token`, `introspect`, `revoke`, `device_authorization`) get the credentials in the way that these say,
    /// unless the form names a client or they are at another host than the issuer.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.identity = Identity::Grant(credentials, Grant::Client);
        self
    }

    /// Obtains access tokens of a user who signed in before, with the refresh token that the application got then (RFC 6749
    /// §6). Each renewal may bring a new refresh token, with which the old one ends: a program that goes on later stores it
    /// by [`ClientBuilder::on_refresh_token`].
    ///
    /// The tokens go to the management operations, and to what the issuer itself shows its users, such as `userinfo`.
    ///
    /// ```no_run
    /// # fn store(_: &str) {}
    /// # async fn example(stored: String) -> Result<(), authplane_client::Error> {
    /// use authplane_client::{Client, Credentials};
    ///
    /// let client = Client::builder("https://auth.example.com")
    ///     .refresh_token(Credentials::public("my command line"), stored)
    ///     .on_refresh_token(|token| store(token.expose()))
    ///     .build()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn refresh_token(mut self, application: Credentials, refresh_token: impl Into<Secret>) -> Self {
        self.identity = of_user(self.identity, application, None, Some(refresh_token.into()));
        self
    }

    /// Lets the user of a command line sign in with any browser (RFC 8628) when a token is needed first, and waits for it:
    /// `show` says where and with which code. It is called by the call that needs the token, and should come back at once.
    ///
    /// With a refresh token (scope `offline_access`) the session goes on by itself; when that ends, the user is asked again.
    /// [`ClientBuilder::on_refresh_token`] keeps it for the next start, which gives it to [`ClientBuilder::refresh_token`]
    /// beside this: then the user is asked only if it is worth nothing any more.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), authplane_client::Error> {
    /// use authplane_client::{Client, Credentials};
    ///
    /// let client = Client::builder("https://auth.example.com")
    ///     .device_flow(Credentials::public("my command line"), |prompt| {
    ///         eprintln!("Open {} and enter {}", prompt.verification_uri, prompt.user_code);
    ///     })
    ///     .scopes(["all", "offline_access"])
    ///     .build()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn device_flow(
        mut self,
        application: Credentials,
        show: impl Fn(DevicePrompt) + Send + Sync + 'static,
    ) -> Self {
        self.identity = of_user(self.identity, application, Some(Arc::new(show)), None);
        self
    }

    /// Calls `keep` with each new refresh token of a user's, before the access token that came with it is used. It should
    /// come back soon: calls wait for it.
    pub fn on_refresh_token(mut self, keep: impl Fn(Secret) + Send + Sync + 'static) -> Self {
        self.keep = Some(Arc::new(keep));
        self
    }

    /// Sends this token with every call that takes one: an access token of the management API, a user's for `userinfo` and
    /// the clients with access, or a registration access token for the client that it is of. Nothing renews it.
    pub fn access_token(mut self, token: impl Into<Secret>) -> Self {
        self.identity = Identity::Token(token.into());
        self
    }

    /// Obtains tokens from this issuer instead of the one that the control plane names: to manage another tenant, for what takes
    /// tokens of server `system`, or for the operations at which a client of another server authenticates.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Issuer::Named(issuer.into());
        self
    }

    /// Obtains tokens from the server `admin` of this tenant: issuer `{url}/{tenant}/admin`. The operations of ACP name the tenant
    /// besides, in `tid`.
    pub fn tenant(mut self, tenant: impl Into<String>) -> Self {
        self.issuer = Issuer::Tenant(tenant.into());
        self
    }

    /// The scopes to ask for. Default: `all`, which includes every other; with a refresh token those that the user gave.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a resource that the token is to be meant for (RFC 8707). Default: none, which is the management API.
    pub fn resource(mut self, resource: impl Into<String>) -> Self {
        self.resources.push(resource.into());
        self
    }

    /// How long one call may take with all its tries and the pauses between them. Default: 30 seconds. Obtaining a token,
    /// if one is due, has the same bound of its own, and a user who has to sign in has the time that the server gives them;
    /// [`Client::with_timeout`] bounds all of it.
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

    /// Sets up the HTTP client, for a proxy or certificates of your own: `configure` is given this crate's own builder
    /// ([`reqwest`](crate::reqwest) is its version) and adds to it. It is called more than once, because there is a second
    /// client for what goes to the loopback in the clear: that one has no proxy, neither of yours nor of the environment's.
    ///
    /// Redirects are never followed, whatever `configure` says: they would carry secrets elsewhere.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use authplane_client::{Client, reqwest};
    ///
    /// let proxy = reqwest::Proxy::all("http://proxy.example:3128")?;
    /// let client = Client::builder("https://auth.example.com")
    ///     .configure_http_client(|http| http.proxy(proxy.clone()))
    ///     .build()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn configure_http_client(
        mut self,
        configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder,
    ) -> Self {
        self.http = HttpBuilders::new(configure);
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
        let url = parse_url(&self.url, "the URL of the control plane")?;
        let base = url.as_str().trim_end_matches('/');
        let transport = Transport::new(self.http, self.limits, self.now)?;

        let mut found = None;
        let tokens = match self.identity {
            Identity::Anonymous => TokenSource::Anonymous,
            Identity::Token(token) => {
                require_secure(&transport, &url)?;
                TokenSource::Fixed(Arc::new(IssuedToken::new(token, transport.now(), None)?))
            }
            Identity::Contradictory(reason) => return Err(Error::Configuration(reason.to_owned())),
            Identity::Grant(credentials, grant) => {
                require_secure(&transport, &url)?;
                let issuer = match self.issuer {
                    Issuer::Discovered => issuer_of(&transport, &url).await?,
                    Issuer::Named(issuer) => issuer,
                    Issuer::Tenant(tenant) => format!("{base}/{tenant}/admin"),
                };
                let server = AuthorizationServer::discover_with(transport.clone(), &issuer).await?;
                found = Some(Arc::from(issuer));
                let (resources, scopes, keep) = (self.resources, self.scopes, self.keep);
                let wanted = Wanted { credentials, grant, keep, resources, scopes };
                TokenSource::Renewed(Renewal::new(transport.clone(), server, wanted))
            }
        };
        let http = transport.http(&url).clone();
        let session = Session::new(transport, tokens);
        Ok(Client { api: Arc::new(generated::Client::new_with_client(base, http, session)), issuer: found })
    }
}

/// A user's identity with what is known of it in addition, in whichever order it is said. Any other is replaced.
fn of_user(
    before: Identity,
    application: Credentials,
    mut show: Option<Show>,
    mut refresh_token: Option<Secret>,
) -> Identity {
    match before {
        Identity::Contradictory(reason) => return Identity::Contradictory(reason),
        Identity::Grant(other, Grant::Refresh(stored)) if show.is_some() => {
            if other.client_id() != application.client_id() {
                return Identity::Contradictory(OTHER_APPLICATION);
            }
            refresh_token = Some(stored);
        }
        Identity::Grant(other, Grant::Device { show: shown, stored }) if show.is_none() || stored.is_some() => {
            if other.client_id() != application.client_id() {
                return Identity::Contradictory(OTHER_APPLICATION);
            }
            (show, refresh_token) = (show.or(Some(shown)), refresh_token.or(stored));
        }
        Identity::Grant(..) | Identity::Token(_) | Identity::Anonymous => {}
    }
    match (show, refresh_token) {
        (Some(show), stored) => Identity::Grant(application, Grant::Device { show, stored }),
        (None, Some(refresh_token)) => Identity::Grant(application, Grant::Refresh(refresh_token)),
        (None, None) => Identity::Anonymous,
    }
}

const OTHER_APPLICATION: &str = "the refresh token and the device flow are of different applications";

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without what stands before the host or behind the path.
        let url = Url::parse(&self.url).ok().map(|url| format!("{}{}", url.origin().ascii_serialization(), url.path()));
        let identity = match &self.identity {
            Identity::Anonymous => "anonymous",
            Identity::Token(_) => "access token",
            Identity::Grant(_, Grant::Client) => "client credentials",
            Identity::Grant(_, Grant::Refresh(_)) => "refresh token",
            Identity::Grant(_, Grant::Device { .. }) => "device flow",
            Identity::Contradictory(_) => "contradictory",
        };
        formatter.debug_struct("ClientBuilder").field("url", &url).field("identity", &identity).finish_non_exhaustive()
    }
}
