//! What a client authenticates with.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Body, Request};
use url::form_urlencoded;

use crate::error::Error;
use crate::secret::Secret;
use crate::signing_key::SigningKey;

/// The only type of assertion that a client authenticates with (RFC 7523 §2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Members of a form by which a client authenticates, or says that it is a public one (RFC 6749 §2.3.1, RFC 7521 §4.2):
/// then nothing else may do it too.
const CLIENT_IN_FORM: [&str; 2] = ["client_id", "client_assertion"];

/// Who a client is and how it proves that: its `client_id` with a secret, a key, or nothing.
///
/// The way is the one that is chosen here, which must be the one that the client is registered for
/// (`token_endpoint_auth_method`); none is tried after another.
///
/// ```
/// use authplane_client::Credentials;
///
/// let reader = Credentials::new("reader", "its secret");
/// assert_eq!(format!("{reader:?}"), r#"Credentials { client_id: "reader", method: "client_secret_basic" }"#);
/// ```
#[derive(Clone)]
pub struct Credentials {
    client_id: String,
    proof: Proof,
}

#[derive(Clone)]
pub(crate) enum Proof {
    /// `client_secret_basic`.
    Basic(Secret),
    /// `client_secret_post`.
    Post(Secret),
    /// `private_key_jwt`.
    Key(Arc<SigningKey>),
    /// `none`.
    Nothing,
}

impl Credentials {
    /// A client with a secret, which goes into a header: `client_secret_basic`, the method of clients that are registered
    /// without one (RFC 6749 §2.3.1).
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self { client_id: client_id.into(), proof: Proof::Basic(client_secret.into()) }
    }

    /// A client with a secret, which goes into the form: `client_secret_post` (RFC 6749 §2.3.1).
    #[must_use]
    pub fn client_secret_post(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self { client_id: client_id.into(), proof: Proof::Post(client_secret.into()) }
    }

    /// A client with a private key, whose public key the server knows: `private_key_jwt` (RFC 7523 §2.2). Each request
    /// carries an assertion of its own, signed for this issuer and good for a minute.
    ///
    /// ```no_run
    /// # fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use authplane_client::{Client, Credentials, SigningKey};
    ///
    /// let key = SigningKey::from_pem(&std::fs::read_to_string("client.pem")?)?.with_key_id("2026-11");
    /// let client = Client::builder("https://auth.example.com").credentials(Credentials::private_key_jwt("robot", key));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn private_key_jwt(client_id: impl Into<String>, key: SigningKey) -> Self {
        Self { client_id: client_id.into(), proof: Proof::Key(Arc::new(key)) }
    }

    /// A client that can prove nothing, such as a program on its user's machine: `none` (RFC 6749 §2.1). It has no token of
    /// its own, but may ask for its user's.
    #[must_use]
    pub fn public(client_id: impl Into<String>) -> Self {
        Self { client_id: client_id.into(), proof: Proof::Nothing }
    }

    /// The `client_id`.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    pub(crate) fn proof(&self) -> &Proof {
        &self.proof
    }

    /// Does each request need a proof of its own?
    pub(crate) fn works_once(&self) -> bool {
        matches!(self.proof, Proof::Key(_))
    }

    /// Adds what the client authenticates with at `issuer` to a request, whose body is a form.
    ///
    /// # Errors
    /// [`Error::Configuration`] if the key can't sign.
    pub(crate) fn authenticate(&self, request: &mut Request, issuer: &str) -> Result<(), Error> {
        match &self.proof {
            Proof::Basic(secret) => {
                request.headers_mut().insert(AUTHORIZATION, self.basic(secret));
            }
            Proof::Post(secret) => {
                add(request, &[("client_id", &self.client_id), ("client_secret", secret.expose())]);
            }
            Proof::Key(_) => {
                add(request, &[("client_id", &self.client_id)]);
                self.sign(request, issuer)?;
            }
            Proof::Nothing => add(request, &[("client_id", &self.client_id)]),
        }
        Ok(())
    }

    /// Adds the proof that works once, if it is one, to a request that says already which client asks.
    ///
    /// # Errors
    /// As [`Credentials::authenticate`].
    pub(crate) fn sign(&self, request: &mut Request, issuer: &str) -> Result<(), Error> {
        if let Proof::Key(key) = &self.proof {
            let assertion = key.assertion(&self.client_id, issuer)?;
            add(request, &[("client_assertion_type", JWT_BEARER), ("client_assertion", assertion.expose())]);
        }
        Ok(())
    }

    /// As a header, both parts encoded as in a form first (RFC 6749 §2.3.1).
    fn basic(&self, secret: &Secret) -> HeaderValue {
        let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encode(&self.client_id), encode(secret.expose()));
        // Base64 is always good in a header.
        let mut header = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair)))
            .unwrap_or_else(|_| HeaderValue::from_static("Basic"));
        header.set_sensitive(true);
        header
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = match self.proof {
            Proof::Basic(_) => "client_secret_basic",
            Proof::Post(_) => "client_secret_post",
            Proof::Key(_) => "private_key_jwt",
            Proof::Nothing => "none",
        };
        formatter.debug_struct("Credentials").field("client_id", &self.client_id).field("method", &method).finish()
    }
}

/// Does the form say itself which client asks?
pub(crate) fn names_client(request: &Request) -> bool {
    form_urlencoded::parse(form(request)).any(|(name, _)| CLIENT_IN_FORM.contains(&&*name))
}

fn form(request: &Request) -> &[u8] {
    request.body().and_then(Body::as_bytes).unwrap_or_default()
}

/// Adds members to the form.
fn add(request: &mut Request, members: &[(&str, &str)]) {
    let mut form = String::from_utf8_lossy(form(request)).into_owned();
    for (name, value) in members {
        let mut encoded = form_urlencoded::Serializer::new(form);
        encoded.append_pair(name, value);
        form = encoded.finish();
    }
    *request.body_mut() = Some(form.into());
}
