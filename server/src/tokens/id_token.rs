//! ID tokens (OpenID Connect Core §2).

use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use aws_lc_rs::digest::{SHA256, SHA512, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::{Map, Value};

use super::jws::{Signer, UnusableKey};

/// The payload as it is signed.
#[derive(Debug, Serialize)]
pub struct IdToken<'a> {
    /// Issuer.
    pub iss: &'a str,
    /// The user, as this client knows them.
    pub sub: &'a str,
    /// The client.
    pub aud: &'a str,
    /// The client again (OpenID Connect Core §2).
    pub azp: &'a str,
    /// Expiry, seconds since the epoch.
    pub exp: i64,
    /// Time of issue, seconds since the epoch.
    pub iat: i64,
    /// When the user signed in, seconds since the epoch.
    pub auth_time: i64,
    /// `nonce` of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nonce: Option<&'a str>,
    /// The authentication context class that was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acr: Option<&'a str>,
    /// The means that were used.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub amr: &'a [String],
    /// The session (OpenID Connect Front-Channel Logout 1.0 §3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<&'a str>,
    /// Half of the digest of the access token that comes along (§3.1.3.6, §3.2.2.9).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_hash: Option<String>,
    /// Half of the digest of the code that comes along (§3.3.2.11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c_hash: Option<String>,
    /// Half of the digest of `state` (FAPI 1.0 Advanced §5.1), where something else of the answer is bound by the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s_hash: Option<String>,
    /// Claims about the user. None of the names above is among them.
    #[serde(flatten)]
    pub claims: &'a Map<String, Value>,
}

impl IdToken<'_> {
    /// Signs it.
    ///
    /// # Errors
    /// [`UnusableKey`] when the library refuses to sign.
    pub fn sign(&self, signer: &Signer) -> Result<String, UnusableKey> {
        let payload = serde_json::to_vec(self).unwrap_or_default();
        signer.sign("JWT", &payload)
    }
}

/// The left half of the digest that belongs to the signature's algorithm (OpenID Connect Core §3.1.3.6). EdDSA with Ed25519 hashes with SHA-512.
#[must_use]
pub fn half_hash(algorithm: SigningAlgorithm, value: &str) -> String {
    let digest = match algorithm {
        SigningAlgorithm::RS256 | SigningAlgorithm::ES256 => digest(&SHA256, value.as_bytes()),
        SigningAlgorithm::EdDSA => digest(&SHA512, value.as_bytes()),
    };
    let bytes = digest.as_ref();
    URL_SAFE_NO_PAD.encode(&bytes[..bytes.len() / 2])
}
