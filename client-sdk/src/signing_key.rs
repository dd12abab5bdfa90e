//! The private key of a client that authenticates with signed assertions.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::rand::{self, SystemRandom};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaEncoding,
    RsaKeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::secret::Secret;

/// How long an assertion is good, in seconds: for one request, and clocks that differ a little.
const LIFETIME: u64 = 60;

/// A private key that a client proves with who it is: RSA, P-256 or Ed25519.
///
/// ```
/// use authplane_client::SigningKey;
///
/// let jwk = r#"{"kty": "OKP", "crv": "Ed25519", "kid": "1",
///     "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}"#;
/// let key = SigningKey::from_jwk(jwk)?;
/// assert_eq!(format!("{key:?}"), r#"SigningKey { algorithm: "EdDSA", key_id: Some("1") }"#);
/// # Ok::<_, authplane_client::Error>(())
/// ```
pub struct SigningKey {
    pair: Pair,
    key_id: Option<String>,
}

enum Pair {
    /// RSASSA-PKCS1-v1_5 or RSASSA-PSS with SHA-256.
    Rsa { pair: Box<RsaKeyPair>, pss: bool },
    /// ECDSA on P-256 with SHA-256.
    P256(Box<EcdsaKeyPair>),
    /// EdDSA (RFC 8037).
    Ed25519(Box<Ed25519KeyPair>),
}

impl SigningKey {
    /// Reads a private key in PEM: PKCS#8 (`PRIVATE KEY`), or the older forms of RSA and elliptic curves alone
    /// (`RSA PRIVATE KEY`, `EC PRIVATE KEY`). The algorithm follows from the key: RS256, ES256 or EdDSA.
    ///
    /// # Errors
    /// [`Error::Configuration`] if it holds no private key, one of another kind, or an encrypted one.
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        let der = PrivateKeyDer::from_pem_slice(pem.as_bytes())
            .map_err(|_| unusable("there is no unencrypted private key in the PEM"))?;
        let pair = match &der {
            PrivateKeyDer::Pkcs8(key) => pair_of_pkcs8(key.secret_pkcs8_der()),
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()).ok().map(Pair::rsa),
            PrivateKeyDer::Sec1(key) => {
                EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_FIXED_SIGNING, key.secret_sec1_der())
                    .ok()
                    .map(|pair| Pair::P256(Box::new(pair)))
            }
            _ => None,
        };
        let pair = pair.ok_or_else(|| unusable("the key in the PEM is neither RSA, P-256 nor Ed25519"))?;
        Ok(Self { pair, key_id: None })
    }

    /// Reads a private key as a JWK (RFC 7517, RFC 7518 §6, RFC 8037 §2). Its `kid` goes into the assertions. The algorithm
    /// follows from the key, but `PS256` in its `alg` is respected.
    ///
    /// # Errors
    /// [`Error::Configuration`] if it is no private key, or one of another kind.
    pub fn from_jwk(jwk: &str) -> Result<Self, Error> {
        // Not with serde's message, which may quote the key.
        let jwk: Jwk = serde_json::from_str(jwk).map_err(|_| unusable("it is no private JWK"))?;
        let pair = jwk.pair().ok_or_else(|| unusable("the JWK is no private RSA, P-256 or Ed25519 key"))?;
        let algorithm = pair.algorithm();
        if jwk.alg.as_deref().is_some_and(|alg| alg != algorithm) {
            return Err(unusable("its `alg` is none of RS256, PS256, ES256 and EdDSA that fits the key"));
        }
        Ok(Self { pair, key_id: jwk.kid })
    }

    /// Names the key to the server (`kid`), which has to know it by that name.
    #[must_use]
    pub fn with_key_id(mut self, key_id: impl Into<String>) -> Self {
        self.key_id = Some(key_id.into());
        self
    }

    /// What proves to `issuer` that the client has this key (RFC 7523 §3).
    ///
    /// # Errors
    /// [`Error::Configuration`] if nothing can be signed here.
    pub(crate) fn assertion(&self, client_id: &str, issuer: &str) -> Result<Secret, Error> {
        let header = Header { alg: self.pair.algorithm(), typ: "JWT", kid: self.key_id.as_deref() };
        #[expect(clippy::disallowed_methods, reason = "the server compares it with its own clock")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let mut id = [0; 16];
        rand::fill(&mut id).map_err(|_| unusable("the system has no random numbers"))?;
        let claims = Claims {
            iss: client_id,
            sub: client_id,
            aud: issuer,
            jti: URL_SAFE_NO_PAD.encode(id),
            iat: now,
            exp: now + LIFETIME,
        };
        let signed = format!("{}.{}", encode(&header)?, encode(&claims)?);
        let signature = self.pair.sign(signed.as_bytes()).ok_or_else(|| unusable("it doesn't sign"))?;
        Ok(Secret::from(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SigningKey")
            .field("algorithm", &self.pair.algorithm())
            .field("key_id", &self.key_id)
            .finish()
    }
}

/// RFC 7515 §4.1.
#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    typ: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'a str>,
}

/// RFC 7523 §3. The audience is the issuer alone: an assertion for an endpoint could be good at another server, too.
#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: String,
    iat: u64,
    exp: u64,
}

fn encode(part: &impl Serialize) -> Result<String, Error> {
    let json = serde_json::to_vec(part).map_err(|_| unusable("its assertion can't be written"))?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

fn unusable(reason: &str) -> Error {
    Error::Configuration(format!("the client's key can't be used: {reason}"))
}

fn pair_of_pkcs8(der: &[u8]) -> Option<Pair> {
    let rsa = || RsaKeyPair::from_pkcs8(der).ok().map(Pair::rsa);
    let p256 = || {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der).ok()?;
        Some(Pair::P256(Box::new(pair)))
    };
    // Also the first version of PKCS#8, which openssl writes, without the public key.
    let ed25519 = || Some(Pair::Ed25519(Box::new(Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).ok()?)));
    rsa().or_else(p256).or_else(ed25519)
}

impl Pair {
    fn rsa(pair: RsaKeyPair) -> Self {
        Self::Rsa { pair: Box::new(pair), pss: false }
    }

    /// `alg` (RFC 7518 §3.1, RFC 8037 §3.1).
    fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa { pss: false, .. } => "RS256",
            Self::Rsa { pss: true, .. } => "PS256",
            Self::P256(_) => "ES256",
            Self::Ed25519(_) => "EdDSA",
        }
    }

    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa { pair, pss } => {
                let padding: &'static dyn RsaEncoding = if *pss { &RSA_PSS_SHA256 } else { &RSA_PKCS1_SHA256 };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &random, message, &mut signature).ok()?;
                Some(signature)
            }
            Self::P256(pair) => Some(pair.sign(&random, message).ok()?.as_ref().to_vec()),
            Self::Ed25519(pair) => Some(pair.try_sign(message).ok()?.as_ref().to_vec()),
        }
    }
}

/// The members of a private JWK (RFC 7518 §6, RFC 8037 §2).
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    alg: Option<String>,
    kid: Option<String>,
    crv: Option<String>,
    x: Option<Bytes>,
    y: Option<Bytes>,
    n: Option<Bytes>,
    e: Option<Bytes>,
    d: Option<Bytes>,
    p: Option<Bytes>,
    q: Option<Bytes>,
    dp: Option<Bytes>,
    dq: Option<Bytes>,
    qi: Option<Bytes>,
}

/// Bytes in base64url.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Bytes(Vec<u8>);

impl TryFrom<String> for Bytes {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        URL_SAFE_NO_PAD.decode(text).map(Self)
    }
}

impl Jwk {
    fn pair(&self) -> Option<Pair> {
        match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", _) => {
                let pair = RsaKeyPair::from_der(&self.rsa_private_key()?).ok()?;
                Some(Pair::Rsa { pair: Box::new(pair), pss: self.alg.as_deref() == Some("PS256") })
            }
            ("EC", Some("P-256")) => {
                // SEC 1 §2.3.3: an uncompressed point.
                let point = [&[4], self.x.as_ref()?.0.as_slice(), &self.y.as_ref()?.0].concat();
                let private = &self.d.as_ref()?.0;
                let curve = &ECDSA_P256_SHA256_FIXED_SIGNING;
                let pair = EcdsaKeyPair::from_private_key_and_public_key(curve, private, &point).ok()?;
                Some(Pair::P256(Box::new(pair)))
            }
            ("OKP", Some("Ed25519")) => {
                let pair = Ed25519KeyPair::from_seed_and_public_key(&self.d.as_ref()?.0, &self.x.as_ref()?.0).ok()?;
                Some(Pair::Ed25519(Box::new(pair)))
            }
            _ => None,
        }
    }

    /// `RSAPrivateKey` in DER (RFC 8017 §A.1.2): a sequence of the version, which is 0, and eight integers.
    fn rsa_private_key(&self) -> Option<Vec<u8>> {
        let mut integers = der_integer(&[0]);
        for part in [&self.n, &self.e, &self.d, &self.p, &self.q, &self.dp, &self.dq, &self.qi] {
            integers.extend(der_integer(&part.as_ref()?.0));
        }
        Some(der(0x30, &integers))
    }
}

/// X.690 §8.3: without leading zeros, but one where the number would be negative otherwise.
fn der_integer(big_endian: &[u8]) -> Vec<u8> {
    let zeros = big_endian.iter().take_while(|byte| **byte == 0).count();
    let mut number = big_endian[zeros..].to_vec();
    if number.first().is_none_or(|first| first & 0x80 != 0) {
        number.insert(0, 0);
    }
    der(0x02, &number)
}

/// X.690 §8.1: the tag, the length, the content.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length = &length[length.iter().take_while(|byte| **byte == 0).count().min(length.len() - 1)..];
    let mut encoded = vec![tag];
    match length {
        [short] if *short < 0x80 => encoded.push(*short),
        long => {
            encoded.push(0x80 | u8::try_from(long.len()).unwrap_or_default());
            encoded.extend_from_slice(long);
        }
    }
    encoded.extend_from_slice(content);
    encoded
}
