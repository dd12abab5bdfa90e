//! What a request shows of its client, before anything of it is believed (RFC 6749 §2.3, RFC 7521 §4.2).

use std::borrow::Cow;
use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::{FormFields, Rejection, Request};
use crate::oauth::client::assertion;
use crate::oauth::error::OAuthError;
use crate::tokens::jws::Compact;

/// The one type of assertion (RFC 7523 §2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// The members of a form by which a client authenticates, the same at all endpoints.
#[derive(Default, Deserialize, JsonSchema)]
pub struct Credentials {
    /// Id of the client, where it isn't in the `Authorization` header.
    pub client_id: Option<String>,
    /// Secret of a client that authenticates by `client_secret_post`.
    pub client_secret: Option<String>,
    /// What `client_assertion` is: always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    pub client_assertion_type: Option<String>,
    /// Assertion of a client that authenticates by `private_key_jwt` or `client_secret_jwt` (RFC 7523 §2.2).
    pub client_assertion: Option<String>,
}

impl Credentials {
    /// Picks them from a form.
    ///
    /// # Errors
    /// [`Rejection::Field`] for one that is repeated.
    pub fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        let single = |name| Ok::<_, Rejection>(fields.single(name)?.map(str::to_owned));
        Ok(Self {
            client_id: single("client_id")?,
            client_secret: single("client_secret")?,
            client_assertion_type: single("client_assertion_type")?,
            client_assertion: single("client_assertion")?,
        })
    }
}

/// What a request presents.
pub struct Presented<'a> {
    /// By which a client claims to be one.
    pub credential: Credential<'a>,
    /// Where the request came from.
    pub address: IpAddr,
    /// Whether a secret may come another way than registered.
    pub strictness: Strictness,
}

/// The ways to authenticate.
pub enum Credential<'a> {
    /// `client_secret_basic` (RFC 6749 §2.3.1).
    Basic(String, String),
    /// `client_secret_post`.
    Post(&'a str, &'a str),
    /// `private_key_jwt` or `client_secret_jwt`.
    Assertion(Option<&'a str>, &'a str),
    /// `none`: a public client (RFC 6749 §2.1) only names itself.
    Public(&'a str),
}

/// Whether a secret may come another way than registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// One method per client: the registered one.
    Registered,
    /// Logto's door takes a secret in the header and in the form alike (Logto behaviour §2).
    EitherSecret,
}

impl<'a> Presented<'a> {
    /// Finds what the request presents; more than one thing is refused (RFC 6749 §2.3).
    ///
    /// # Errors
    /// `invalid_request` for two methods at once or a malformed one, `invalid_client` for none.
    pub fn by(request: &Request<Context>, form: &'a Credentials) -> Result<Self, OAuthError> {
        let basic = match request.headers().get(http::header::AUTHORIZATION) {
            Some(header) => Some(basic(header.to_str().map_err(|_| OAuthError::invalid_client())?)?),
            None => None,
        };
        let client_id = form.client_id.as_deref();
        let credential = match (basic, form.client_secret.as_deref(), form.client_assertion.as_deref()) {
            (Some((id, secret)), None, None) => {
                if client_id.is_some_and(|other| other != id) {
                    let message = "client_id differs from the one in the Authorization header";
                    return Err(OAuthError::invalid_request(message));
                }
                Credential::Basic(id, secret)
            }
            (None, Some(secret), None) => match client_id {
                Some(id) => Credential::Post(id, secret),
                None => return Err(OAuthError::invalid_request("client_id is required with client_secret")),
            },
            (None, None, Some(assertion)) => {
                if form.client_assertion_type.as_deref() != Some(JWT_BEARER) {
                    return Err(OAuthError::invalid_request(format!("client_assertion_type must be {JWT_BEARER}")));
                }
                Credential::Assertion(client_id, assertion)
            }
            (None, None, None) => Credential::Public(client_id.ok_or_else(OAuthError::invalid_client)?),
            _ => return Err(OAuthError::invalid_request("the client must authenticate in one way only")),
        };
        Ok(Self { credential, address: request.client_address(), strictness: Strictness::Registered })
    }

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
                let compact = Compact::parse(assertion).map_err(|_| OAuthError::invalid_client())?;
                let claims = assertion::claims(&compact).map_err(|_| OAuthError::invalid_client())?;
                Ok(Cow::Owned(claims.sub))
            }
        }
    }
}

/// RFC 6749 §2.3.1: both parts are form-encoded before they are joined and encoded in Base64.
fn basic(header: &str) -> Result<(String, String), OAuthError> {
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

fn form_decoded(text: &str) -> Result<String, OAuthError> {
    if !text.contains(['%', '+']) {
        return Ok(text.to_owned());
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8();
    match decoded {
        Ok(text) if !text.contains('\0') => Ok(text.into_owned()),
        _ => Err(OAuthError::invalid_request("the Authorization header is malformed")),
    }
}
