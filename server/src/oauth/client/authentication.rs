//! Who asks: client authentication at the token, introspection and revocation endpoints (RFC 6749 §2.3, RFC 7523 §2.2).
//!
//! | registered as | shown by | checked with |
//! |---|---|---|
//! | `client_secret_basic`, `client_secret_post` | the secret | its digest |
//! | `client_secret_jwt` | an assertion, HS256 | the secret |
//! | `private_key_jwt` | an assertion, RS256, PS256, ES256 or EdDSA | its keys, registered or [fetched](super::keys) |
//! | `none` | its id | nothing: [`is_public`] tells callers so |

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{self, Client, ClientAuthentication, ClientCredentials};
use authplane_domain::tokens::assertion;
use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::Request;
use crate::guessing::Guesser;
use crate::oauth::client::keys;
use crate::oauth::error::OAuthError;
use crate::tokens::jws::Compact;
use crate::tokens::verify::digest;

/// The one type of assertion (RFC 7523 §2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Seconds that the clocks of two machines may differ.
const LEEWAY: i64 = 30;
/// Longest life of an assertion in seconds; its `jti` is remembered that long.
const LONGEST_ASSERTION: i64 = 3600;

/// Where clients authenticate, below the issuer. An assertion for one is good at all: its `jti` works only once.
const ENDPOINTS: [&str; 4] = ["/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device/authorization"];

/// What a request presents, before anything of it is believed.
pub struct Presented<'a> {
    /// By which a client claims to be one.
    pub credential: Credential<'a>,
    /// Where the request came from.
    address: IpAddr,
}

/// The ways to authenticate.
pub enum Credential<'a> {
    /// `client_secret_basic` (RFC 6749 §2.3.1).
    Basic(Cow<'a, str>, Cow<'a, str>),
    /// `client_secret_post`.
    Post(&'a str, &'a str),
    /// `private_key_jwt` or `client_secret_jwt`.
    Assertion(Option<&'a str>, &'a str),
    /// `none`: a public client (RFC 6749 §2.1) only names itself.
    Public(&'a str),
}

/// Which audiences an assertion may be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssertionAudience {
    /// The issuer, or an endpoint where clients authenticate (RFC 7523 §3, OpenID Connect Core §9).
    Any,
    /// The issuer alone, as a single string (FAPI 2.0 Security Profile §5.3.2.1): an endpoint's URL may have been another server's doing.
    IssuerOnly,
}

/// Whether a secret may come another way than registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// One method per client: the registered one.
    Registered,
    /// Logto's door takes a secret in the header and in the form alike (Logto behaviour §2).
    EitherSecret,
}

/// The members of a form by which a client authenticates, the same at all endpoints.
#[derive(Clone, Copy)]
pub struct FormCredentials<'a> {
    /// `client_id`.
    pub client_id: Option<&'a str>,
    /// `client_secret`.
    pub client_secret: Option<&'a str>,
    /// `client_assertion_type`.
    pub client_assertion_type: Option<&'a str>,
    /// `client_assertion`.
    pub client_assertion: Option<&'a str>,
}

/// Finds what the request presents; more than one thing is refused (RFC 6749 §2.3).
///
/// # Errors
/// `invalid_request` for two methods at once or a malformed one, `invalid_client` for none.
pub fn presented<'a>(request: &Request<Context>, form: FormCredentials<'a>) -> Result<Presented<'a>, OAuthError> {
    let basic = match request.headers().get(http::header::AUTHORIZATION) {
        Some(header) => Some(basic(header.to_str().map_err(|_| OAuthError::invalid_client())?)?),
        None => None,
    };
    let FormCredentials { client_id, client_secret, client_assertion_type, client_assertion } = form;
    let credential = match (basic, client_secret, client_assertion) {
        (Some((id, secret)), None, None) => {
            if client_id.is_some_and(|other| other != id) {
                return Err(OAuthError::invalid_request("client_id differs from the one in the Authorization header"));
            }
            Credential::Basic(id, secret)
        }
        (None, Some(secret), None) => match client_id {
            Some(id) => Credential::Post(id, secret),
            None => return Err(OAuthError::invalid_request("client_id is required with client_secret")),
        },
        (None, None, Some(assertion)) => {
            if client_assertion_type != Some(JWT_BEARER) {
                return Err(OAuthError::invalid_request(format!("client_assertion_type must be {JWT_BEARER}")));
            }
            Credential::Assertion(client_id, assertion)
        }
        (None, None, None) => Credential::Public(client_id.ok_or_else(OAuthError::invalid_client)?),
        _ => return Err(OAuthError::invalid_request("the client must authenticate in one way only")),
    };
    Ok(Presented { credential, address: request.remote_addr().ip() })
}

/// Is it a client that can't keep a secret, of which nothing proves that it is itself?
#[must_use]
pub fn is_public(client: &Client) -> bool {
    client.token_endpoint_auth_method == ClientAuthentication::None
}

/// RFC 6749 §2.3.1: both parts are form-encoded before they are joined and encoded in Base64.
fn basic(header: &str) -> Result<(Cow<'static, str>, Cow<'static, str>), OAuthError> {
    let (scheme, encoded) = header.split_once(' ').ok_or_else(OAuthError::invalid_client)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(OAuthError::invalid_client());
    }
    let decoded = STANDARD.decode(encoded.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let decoded = decoded.ok_or_else(|| OAuthError::invalid_request("the Authorization header is malformed"))?;
    let (id, secret) =
        decoded.split_once(':').ok_or_else(|| OAuthError::invalid_request("the Authorization header is malformed"))?;
    Ok((form_decoded(id)?, form_decoded(secret)?))
}

fn form_decoded(text: &str) -> Result<Cow<'static, str>, OAuthError> {
    if !text.contains(['%', '+']) {
        return Ok(Cow::Owned(text.to_owned()));
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8();
    match decoded {
        Ok(text) if !text.contains('\0') => Ok(Cow::Owned(text.into_owned())),
        _ => Err(OAuthError::invalid_request("the Authorization header is malformed")),
    }
}

impl Presented<'_> {
    /// The client's id, as claimed.
    ///
    /// # Errors
    /// `invalid_client` when an assertion can't be read.
    pub fn client_id(&self) -> Result<Cow<'_, str>, OAuthError> {
        match &self.credential {
            Credential::Basic(id, _) => Ok(Cow::Borrowed(id)),
            Credential::Post(id, _) | Credential::Assertion(Some(id), _) | Credential::Public(id) => {
                Ok(Cow::Borrowed(id))
            }
            Credential::Assertion(None, assertion) => {
                let claims = assertion_claims(&Compact::parse(assertion).map_err(|_| OAuthError::invalid_client())?)?;
                Ok(Cow::Owned(claims.sub))
            }
        }
    }

    /// Checks the claim. Unknown clients, clients of another server, wrong secrets and wrong methods can't be told apart in the answer. A client that
    /// [`is_public`] proves nothing: what only a client itself may have must be refused to it by the caller.
    ///
    /// # Errors
    /// `invalid_client`; `temporarily_unavailable` after too many wrong secrets (429), and without a database.
    pub async fn authenticate(
        &self,
        context: &Context,
        tenant: &str,
        server: &str,
        strictness: Strictness,
        audience: AssertionAudience,
    ) -> Result<Arc<ClientCredentials>, OAuthError> {
        let id = self.client_id()?;
        let found = client::credentials(&context.store, tenant, Some(server), &id).await?;
        let attempt = Attempt { context, guesser: context.secret_guesses.guesser(tenant, &id, self.address) };
        let (method, secret) = match &self.credential {
            Credential::Basic(_, secret) => (ClientAuthentication::ClientSecretBasic, &**secret),
            Credential::Post(_, secret) => (ClientAuthentication::ClientSecretPost, *secret),
            Credential::Assertion(_, assertion) => {
                let found = found.ok_or_else(OAuthError::invalid_client)?;
                attempt.check_assertion(&found.client, assertion, audience).await?;
                return Ok(found);
            }
            Credential::Public(_) => {
                return found.filter(|found| is_public(&found.client)).ok_or_else(OAuthError::invalid_client);
            }
        };
        attempt.check_secret(found, secret, method, strictness)
    }
}

/// One try of one client from one address.
struct Attempt<'a> {
    context: &'a Context,
    guesser: Guesser,
}

impl Attempt<'_> {
    /// Looks at a secret, unless too many were wrong.
    fn limited(&self, is_right: impl FnOnce() -> bool) -> Result<(), OAuthError> {
        let now = self.context.now().timestamp();
        match self.context.secret_guesses.attempt(self.guesser, now, is_right) {
            Ok(true) => Ok(()),
            Ok(false) => Err(OAuthError::invalid_client()),
            Err(blocked) => Err(OAuthError::too_many_failures(blocked.seconds)),
        }
    }

    fn check_secret(
        &self,
        found: Option<Arc<ClientCredentials>>,
        secret: &str,
        method: ClientAuthentication,
        strictness: Strictness,
    ) -> Result<Arc<ClientCredentials>, OAuthError> {
        // The comparison takes the same time for a client that doesn't exist.
        self.limited(|| match &found {
            Some(found) => found.secret_matches(secret),
            None => verify_slices_are_equal(&digest(secret), &[0; 32]).is_ok(),
        })?;
        let found = found.ok_or_else(OAuthError::invalid_client)?;
        let registered = found.client.token_endpoint_auth_method;
        let is_secret =
            matches!(registered, ClientAuthentication::ClientSecretBasic | ClientAuthentication::ClientSecretPost);
        if registered != method && !(strictness == Strictness::EitherSecret && is_secret) {
            return Err(OAuthError::invalid_client());
        }
        self.refuse_expired(&found.client)?;
        Ok(found)
    }

    /// RFC 7591 §3.2.1: 0 means never.
    fn refuse_expired(&self, client: &Client) -> Result<(), OAuthError> {
        let expires_at = client.client_secret_expires_at;
        if expires_at != 0 && expires_at <= self.context.now().timestamp() {
            return Err(OAuthError::invalid_client());
        }
        Ok(())
    }

    async fn check_assertion(
        &self,
        client: &Client,
        assertion: &str,
        audience: AssertionAudience,
    ) -> Result<(), OAuthError> {
        let compact = Compact::parse(assertion).map_err(|_| OAuthError::invalid_client())?;
        // Nothing that this server signs may come back as an assertion.
        if compact.header.typ.as_deref().is_some_and(|typ| {
            !typ.eq_ignore_ascii_case("jwt") && !typ.eq_ignore_ascii_case("client-authentication+jwt")
        }) {
            return Err(OAuthError::invalid_client());
        }
        if client.token_endpoint_signing_alg.as_deref().is_some_and(|only| only != compact.header.alg) {
            return Err(OAuthError::invalid_client());
        }
        // Before the signature: what is addressed to somebody else, or old, isn't worth fetching keys for.
        let claims = assertion_claims(&compact)?;
        self.check_claims(client, &claims, audience)?;
        match client.token_endpoint_auth_method {
            ClientAuthentication::PrivateKeyJwt => {
                keys::verify(self.context, client, &compact).await.map_err(|_| OAuthError::invalid_client())?;
            }
            ClientAuthentication::ClientSecretJwt => {
                self.refuse_expired(client)?;
                let secret =
                    client::open_secret(&self.context.store, client)?.ok_or_else(OAuthError::invalid_client)?;
                self.limited(|| compact.verify_hmac(secret.as_bytes()).is_ok())?;
            }
            _ => return Err(OAuthError::invalid_client()),
        }
        let context = self.context;
        // RFC 7523 §3 item 7: one use, on whichever replica.
        let first =
            assertion::claim(&context.store, &client.tenant_id, &client.id, &claims.jti, claims.exp + LEEWAY).await;
        match first {
            Ok(true) => Ok(()),
            Ok(false) | Err(DomainError::Invalid { .. }) => Err(OAuthError::invalid_client()),
            Err(error) => Err(error.into()),
        }
    }

    fn check_claims(
        &self,
        client: &Client,
        claims: &AssertionClaims,
        audience: AssertionAudience,
    ) -> Result<(), OAuthError> {
        let now = self.context.now().timestamp();
        let issuer = self.context.origin().issuer(&client.tenant_id, &client.server_id);
        let is_ours = |aud: &String| {
            aud.strip_prefix(issuer.as_str()).is_some_and(|rest| rest.is_empty() || ENDPOINTS.contains(&rest))
        };
        let addressed = match (audience, &claims.aud) {
            (AssertionAudience::IssuerOnly, Audience::One(aud)) => *aud == issuer,
            (AssertionAudience::IssuerOnly, Audience::Many(_)) => false,
            (AssertionAudience::Any, Audience::One(aud)) => is_ours(aud),
            (AssertionAudience::Any, Audience::Many(many)) => many.iter().any(is_ours),
        };
        let timely = claims.exp > now - LEEWAY
            && claims.exp <= now + LONGEST_ASSERTION
            && claims.nbf.is_none_or(|nbf| nbf <= now + LEEWAY)
            && claims.iat.is_none_or(|iat| iat <= now + LEEWAY);
        let is_own = claims.iss == client.id && claims.sub == client.id;
        if is_own && addressed && timely && !claims.jti.is_empty() { Ok(()) } else { Err(OAuthError::invalid_client()) }
    }
}

/// RFC 7523 §3.
#[derive(Debug, Deserialize)]
struct AssertionClaims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
    jti: String,
}

/// RFC 7519 §4.1.3.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

fn assertion_claims(compact: &Compact<'_>) -> Result<AssertionClaims, OAuthError> {
    serde_json::from_slice(&compact.payload).map_err(|_| OAuthError::invalid_client())
}
