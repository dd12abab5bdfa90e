//! An application that signs its users in: a client of `OAuth` 2.0 and OpenID Connect.
//!
//! It shares no code with the server. ID tokens are checked by the `openidconnect` crate, everything else is done by hand,
//! so that a test can also do it wrongly.

use std::str::FromStr as _;
use std::sync::Arc;

use authplane_domain::Environment;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::environment::Clock;
use authplane_domain::identifier::IdForm;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;
use openidconnect::core::{CoreClient, CoreIdToken, CoreProviderMetadata};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthorizationCode, AuthorizationCodeHash, ClientId, IssuerUrl, Nonce,
};
use serde_json::Value;

use crate::user_agent::{Left, Outcome, UserAgent};
use crate::{Answer, Call, Credentials, Tenant};

/// The redirect URI of an application that registers none. Nothing is there: the [`UserAgent`] stops before it.
pub const REDIRECT_URI: &str = "https://app.example/callback";
/// The only type of assertion (RFC 7523 §2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// An application.
#[derive(Clone)]
pub struct RelyingParty {
    /// Its authorization server, as tokens name it.
    pub issuer: String,
    /// Where that is reached: the issuer, unless a test chooses among replicas.
    pub base: String,
    /// What it authenticates with.
    pub client: Credentials,
    /// How.
    pub authentication: ClientAuthentication,
    /// Where its users come back to.
    pub redirect_uri: String,
    /// Its idea of the time, which is the server's.
    pub clock: Arc<dyn Clock>,
    /// What it makes its assertions by, if it authenticates with them (RFC 7523 §2.2).
    pub assertion: Option<Assertion>,
}

/// Makes a new assertion of a client's.
pub type Assertion = Arc<dyn Fn(&RelyingParty) -> String + Send + Sync>;

/// A request of the authorization endpoint that is being put together.
#[derive(Clone, Debug)]
#[must_use]
pub struct AuthorizationRequest {
    endpoint: String,
    parameters: Vec<(String, String)>,
    /// `state`, which the answer must repeat.
    pub state: String,
    /// `nonce`, which the ID token must repeat.
    pub nonce: String,
    /// What proves that a code is ours (RFC 7636).
    pub verifier: String,
}

/// Where the parameters of an answer were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseMode {
    /// Behind the question mark.
    Query,
    /// Behind the number sign.
    Fragment,
    /// In a form that the browser posted.
    FormPost,
}

/// What came back to the redirect URI.
#[derive(Clone, Debug)]
pub struct AuthorizationResponse {
    /// Where the parameters were.
    pub mode: ResponseMode,
    /// The redirect URI without them.
    pub redirect_uri: String,
    /// The parameters, those of the redirect URI's own query excluded for fragments and forms.
    pub parameters: Vec<(String, String)>,
}

/// What the token endpoint gave.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// `access_token`.
    pub access_token: String,
    /// `refresh_token`.
    pub refresh_token: Option<String>,
    /// `id_token`.
    pub id_token: Option<String>,
    /// The whole answer.
    pub body: Value,
}

impl RelyingParty {
    /// A web application of the tenant's default server with a secret. It may ask for codes, refresh tokens and these
    /// scopes.
    pub async fn web(tenant: &Tenant, scopes: &[&str]) -> Self {
        Self::register(tenant, application(scopes)).await
    }

    /// An application in the browser or on a phone: it has no secret, and shows by PKCE that a code is its own.
    pub async fn public(tenant: &Tenant, scopes: &[&str]) -> Self {
        let details = application(scopes);
        let token_endpoint_auth_method = ClientAuthentication::None;
        Self::register(tenant, ClientDetails { token_endpoint_auth_method, ..details }).await
    }

    /// Any client of the default server; [`REDIRECT_URI`] is added when there is none.
    pub async fn register(tenant: &Tenant, details: ClientDetails) -> Self {
        Self::register_at(tenant, DEFAULT, details).await
    }

    /// Any client of any server of the tenant.
    pub async fn register_at(tenant: &Tenant, server: &str, mut details: ClientDetails) -> Self {
        if details.redirect_uris.is_empty() {
            details.redirect_uris.push(REDIRECT_URI.to_owned());
        }
        let authentication = details.token_endpoint_auth_method;
        let redirect_uri = details.redirect_uris[0].clone();
        let client = tenant.register(server, details).await;
        Self::of(tenant, client, authentication, redirect_uri)
    }

    /// A client that is registered already.
    #[must_use]
    pub fn of(
        tenant: &Tenant,
        client: Credentials,
        authentication: ClientAuthentication,
        redirect_uri: impl Into<String>,
    ) -> Self {
        let issuer = tenant.server.issuer(&tenant.id, &client.server);
        let clock = Arc::clone(&tenant.server.context().store.environment().clock);
        let redirect_uri = redirect_uri.into();
        Self { base: issuer.clone(), issuer, client, authentication, redirect_uri, clock, assertion: None }
    }

    /// An authorization request for a code with PKCE, state and nonce, for the scope `openid`.
    pub fn request(&self) -> AuthorizationRequest {
        let (state, nonce, verifier) = (random(), random(), random());
        let challenge = challenge(&verifier);
        let parameters = [
            ("response_type", "code"),
            ("client_id", &self.client.id),
            ("redirect_uri", &self.redirect_uri),
            ("scope", "openid"),
            ("state", &state),
            ("nonce", &nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        let parameters = parameters.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let endpoint = format!("{}/oauth2/authorize", self.issuer);
        AuthorizationRequest { endpoint, parameters, state, nonce, verifier }
    }

    /// A POST to an endpoint of the server with these fields, authenticated as the client is registered to.
    ///
    /// # Panics
    /// When it authenticates with an assertion and can't make one, or with a certificate.
    pub fn call(&self, endpoint: &str, fields: &[(&str, &str)]) -> Call {
        let call = Call::new(Method::POST, format!("{}/{endpoint}", self.base));
        let Credentials { id, secret, .. } = &self.client;
        let mut fields = fields.to_vec();
        match self.authentication {
            ClientAuthentication::ClientSecretBasic => return call.basic(id, secret).form(&fields),
            ClientAuthentication::ClientSecretPost => fields
                .extend([("client_id", id), ("client_secret", secret)].map(|(name, value)| (name, value.as_str()))),
            ClientAuthentication::None => fields.push(("client_id", id)),
            other => {
                let make = self.assertion.as_ref().unwrap_or_else(|| panic!("{other:?} is up to the test"));
                let assertion = make(self);
                fields.extend([("client_assertion_type", JWT_BEARER), ("client_assertion", &assertion)]);
                return call.form(&fields);
            }
        }
        call.form(&fields)
    }

    /// Exchanges a code, whatever the answer may be.
    pub async fn exchange(&self, code: &str, request: &AuthorizationRequest) -> Answer {
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect_uri),
            ("code_verifier", &request.verifier),
        ];
        self.call("oauth2/token", &fields).send().await
    }

    /// Exchanges a refresh token, whatever the answer may be.
    pub async fn refresh(&self, refresh_token: &str) -> Answer {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh_token)];
        self.call("oauth2/token", &fields).send().await
    }

    /// Asks the userinfo endpoint, whatever the answer may be.
    pub async fn userinfo(&self, access_token: &str) -> Answer {
        Call::new(Method::GET, format!("{}/userinfo", self.base)).bearer(access_token).send().await
    }

    /// What the introspection endpoint says to the client.
    ///
    /// # Panics
    /// When it refuses to say anything.
    pub async fn introspect(&self, token: &str) -> Value {
        self.call("oauth2/introspect", &[("token", token)]).send().await.expect(200).json()
    }

    /// Signs a user in, who allows everything, and exchanges the code.
    ///
    /// # Panics
    /// When any of it fails.
    pub async fn sign_in(&self, agent: &mut UserAgent, request: &AuthorizationRequest, user: (&str, &str)) -> Tokens {
        let left = agent.sign_in(&request.url(), user.0, user.1).await;
        self.tokens(&left, request).await
    }

    /// Asks again for a user who is signed in and has consented already: no page may come.
    ///
    /// # Panics
    /// When one does.
    pub async fn ask_again(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> Tokens {
        let left = match agent.get(&request.url()).await {
            Outcome::Left(left) => left,
            Outcome::Page(page) => panic!("asked to do something by {page}"),
        };
        self.tokens(&left, request).await
    }

    /// Exchanges the code that came to the redirect URI.
    ///
    /// # Panics
    /// When there is none, or it doesn't answer the request.
    pub async fn tokens(&self, left: &Left, request: &AuthorizationRequest) -> Tokens {
        let response = AuthorizationResponse::from(left);
        let code = response.code(self, request);
        Tokens::from(&self.exchange(code, request).await)
    }

    /// What the server says of itself, as the `openidconnect` crate reads and checks it.
    ///
    /// # Panics
    /// When it isn't right.
    pub async fn discover(&self) -> CoreProviderMetadata {
        let issuer = IssuerUrl::new(self.issuer.clone()).expect("the issuer is a URL");
        CoreProviderMetadata::discover_async(issuer, &send).await.unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// Claims of an ID token, which is checked as OpenID Connect Core §3.1.3.7 asks: signature, issuer, audience,
    /// times and nonce; `at_hash` when an access token is given, and `c_hash` when a code is: then they must be there.
    ///
    /// # Panics
    /// When it isn't right.
    pub async fn verify_id_token(
        &self,
        id_token: &str,
        nonce: Option<&str>,
        access_token: Option<&str>,
        code: Option<&str>,
    ) -> Value {
        let id = ClientId::new(self.client.id.clone());
        let relying_party = CoreClient::from_provider_metadata(self.discover().await, id, None);
        let now = || self.clock.now();
        let verifier = relying_party.id_token_verifier().set_time_fn(now);
        let token = CoreIdToken::from_str(id_token).unwrap_or_else(|error| panic!("{error}: {id_token}"));
        let check_nonce = |presented: Option<&Nonce>| match (presented, nonce) {
            (Some(presented), Some(nonce)) if presented.secret() == nonce => Ok(()),
            (None, None) => Ok(()),
            (presented, expected) => Err(format!("{presented:?} instead of {expected:?}")),
        };
        let claims = token.claims(&verifier, check_nonce).unwrap_or_else(|error| panic!("{error:?}: {id_token}"));
        let algorithm = token.signing_alg().expect("it is signed");
        let key = token.signing_key(&verifier).expect("the key is published");
        if let Some(access_token) = access_token {
            let access_token = AccessToken::new(access_token.to_owned());
            let hash = AccessTokenHash::from_token(&access_token, algorithm, key).expect("the algorithm has a hash");
            assert_eq!(claims.access_token_hash(), Some(&hash), "at_hash");
        }
        if let Some(code) = code {
            let code = AuthorizationCode::new(code.to_owned());
            let hash = AuthorizationCodeHash::from_code(&code, algorithm, key).expect("the algorithm has a hash");
            assert_eq!(claims.code_hash(), Some(&hash), "c_hash");
        }
        claims_of(id_token)
    }
}

impl std::fmt::Debug for RelyingParty {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { issuer, client, redirect_uri, .. } = self;
        let mut shown = formatter.debug_struct("RelyingParty");
        shown.field("issuer", issuer).field("client", &client.id).field("redirect_uri", redirect_uri);
        shown.finish_non_exhaustive()
    }
}

impl AuthorizationRequest {
    /// With another value of a parameter, or one more parameter.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.parameters.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => value.clone_into(known),
            None => self.parameters.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// With a parameter once more.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.parameters.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a parameter.
    pub fn without(mut self, name: &str) -> Self {
        self.parameters.retain(|(known, _)| known != name);
        self
    }

    /// Without PKCE.
    pub fn without_challenge(self) -> Self {
        self.without("code_challenge").without("code_challenge_method")
    }

    /// At another endpoint, such as that of another authorization server.
    pub fn at(mut self, endpoint: &str) -> Self {
        endpoint.clone_into(&mut self.endpoint);
        self
    }

    /// Its parameters, to send or sign them otherwise.
    #[must_use]
    pub fn parameters(&self) -> Vec<(&str, &str)> {
        self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// The address that the user is sent to.
    #[must_use]
    pub fn url(&self) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.parameters).finish();
        format!("{}?{query}", self.endpoint)
    }
}

impl From<&Left> for AuthorizationResponse {
    fn from(left: &Left) -> Self {
        let mut redirect_uri = left.to.clone();
        redirect_uri.set_fragment(None);
        let (mode, parameters) = if left.method == Method::POST {
            (ResponseMode::FormPost, left.fields.clone())
        } else if let Some(fragment) = left.to.fragment() {
            (ResponseMode::Fragment, form_urlencoded::parse(fragment.as_bytes()).into_owned().collect())
        } else {
            redirect_uri.set_query(None);
            (ResponseMode::Query, left.to.query_pairs().into_owned().collect())
        };
        Self { mode, redirect_uri: redirect_uri.into(), parameters }
    }
}

impl AuthorizationResponse {
    /// A parameter, if it is there.
    ///
    /// # Panics
    /// When it is there twice.
    #[must_use]
    #[track_caller]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.parameters.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert!(values.next().is_none(), "{name} twice in {self:?}");
        value
    }

    /// The code of an answer to this request.
    ///
    /// # Panics
    /// When there is none, or `state` or `iss` (RFC 9207 §2.4) tell that it answers another one.
    #[must_use]
    #[track_caller]
    pub fn code(&self, relying_party: &RelyingParty, request: &AuthorizationRequest) -> &str {
        assert_eq!(self.get("error"), None, "{self:?}");
        self.check(relying_party, request);
        self.get("code").unwrap_or_else(|| panic!("no code in {self:?}"))
    }

    /// The error of an answer to this request (RFC 6749 §4.1.2.1), with its description.
    ///
    /// # Panics
    /// When there is none, when there is a code beside it, or it answers another request.
    #[must_use]
    #[track_caller]
    pub fn error(&self, relying_party: &RelyingParty, request: &AuthorizationRequest) -> (&str, &str) {
        for name in ["code", "access_token", "id_token"] {
            assert_eq!(self.get(name), None, "{self:?}");
        }
        self.check(relying_party, request);
        let error = self.get("error").unwrap_or_else(|| panic!("no error in {self:?}"));
        (error, self.get("error_description").unwrap_or_default())
    }

    #[track_caller]
    fn check(&self, relying_party: &RelyingParty, request: &AuthorizationRequest) {
        let state = request.parameters.iter().find(|(name, _)| name == "state").map(|(_, value)| value.as_str());
        assert_eq!(self.get("state"), state.filter(|state| !state.is_empty()), "{self:?}");
        assert_eq!(self.get("iss"), Some(relying_party.issuer.as_str()), "{self:?}");
    }
}

impl From<&Answer> for Tokens {
    /// # Panics
    /// When the answer has no access token.
    #[track_caller]
    fn from(answer: &Answer) -> Self {
        let body = answer.clone().expect(200).json();
        let text = |name: &str| body[name].as_str().map(str::to_owned);
        Self {
            access_token: text("access_token").unwrap_or_else(|| panic!("no access token in {body}")),
            refresh_token: text("refresh_token"),
            id_token: text("id_token"),
            body,
        }
    }
}

impl Tokens {
    /// The refresh token.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn refresh_token(&self) -> &str {
        self.refresh_token.as_deref().unwrap_or_else(|| panic!("no refresh token in {}", self.body))
    }

    /// The ID token.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn id_token(&self) -> &str {
        self.id_token.as_deref().unwrap_or_else(|| panic!("no ID token in {}", self.body))
    }
}

impl Tenant {
    /// Registers a client at one of the tenant's authorization servers.
    ///
    /// # Panics
    /// When its details aren't right.
    pub async fn register(&self, server: &str, details: ClientDetails) -> Credentials {
        let (id, server_id) = (self.id.clone(), server.to_owned());
        let make = async move |store: authplane_domain::Store| {
            let new =
                NewClient { id_form: IdForm::Uuid, server_id: server_id.clone(), details, ..NewClient::default() };
            let made = client::create(&Acting::new(&store, &id, Actor::system()), new).await?;
            let secret = client::open_secret(&store, &made)?.unwrap_or_default();
            Ok::<_, authplane_domain::Error>(Credentials { id: made.id, secret, server: server_id })
        };
        self.server.with_store(move |store| async move { make(store).await }).await.expect("a client is made")
    }
}

/// Details of a client that may ask for codes, refresh tokens and these scopes.
#[must_use]
pub fn application(scopes: &[&str]) -> ClientDetails {
    ClientDetails {
        name: "An application".to_owned(),
        grant_types: Some(vec!["authorization_code".to_owned(), "refresh_token".to_owned()]),
        response_types: Some(vec!["code".to_owned()]),
        redirect_uris: vec![REDIRECT_URI.to_owned()],
        scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        ..ClientDetails::default()
    }
}

/// Claims of a JWT, not yet believed.
///
/// # Panics
/// When it is none.
#[must_use]
#[track_caller]
pub fn claims_of(token: &str) -> Value {
    let payload = token.split('.').nth(1).unwrap_or_else(|| panic!("{token} is no JWT"));
    let bytes = URL_SAFE_NO_PAD.decode(payload).unwrap_or_else(|error| panic!("{error}: {token}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{error}: {token}"))
}

/// RFC 7636 §4.2, method S256.
#[must_use]
pub fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, verifier.as_bytes()))
}

/// The HTTP client of the tests, as the `oauth2` and `openidconnect` crates call one: `request_async(&send)`.
///
/// # Errors
/// When there is no answer.
///
/// # Panics
/// Never: what comes from an answer can be put into one.
pub async fn send(request: openidconnect::HttpRequest) -> Result<openidconnect::HttpResponse, reqwest::Error> {
    let response = crate::http::client().execute(request.try_into()?).await?;
    let mut answer = http::Response::builder().status(response.status());
    if let Some(headers) = answer.headers_mut() {
        headers.clone_from(response.headers());
    }
    let body = response.bytes().await?.to_vec();
    Ok(answer.body(body).expect("an answer"))
}

/// 256 bits that nobody guesses, as text that is also a PKCE verifier.
fn random() -> String {
    let mut bytes = [0; 32];
    Environment::system().random.fill(&mut bytes).expect("there is randomness");
    URL_SAFE_NO_PAD.encode(bytes)
}
