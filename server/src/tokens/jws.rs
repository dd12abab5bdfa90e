//! JSON Web Signature in compact form (RFC 7515 §7.1), over the algorithms that we sign with or accept.

use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    self, ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ED25519, EcdsaKeyPair, Ed25519KeyPair, RsaKeyPair,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::InvalidToken;

/// Longest token that is looked at, in bytes: beyond every token that this server makes, and below what a header may carry.
pub const LONGEST: usize = 16 * 1024;

/// Type of an access token (RFC 9068 §2.1).
pub const ACCESS_TOKEN: &str = "at+jwt";
/// Longest modulus of an RSA key in bytes, 4096 bits: what it takes to check a signature grows with its square.
const LONGEST_MODULUS: usize = 512;
/// Most keys that a signature is held against. Whoever has more names the one that it is.
const MOST_TRIED: usize = 16;
/// Bytes of an RSA signature in base64url, with its dot.
const SIGNATURE_LENGTH: usize = 350;

/// A private key, parsed once.
pub struct Signer {
    kid: String,
    algorithm: SigningAlgorithm,
    /// `base64url(header) + "."` of an access token, which is the same for every token of the key.
    access_token_prefix: String,
    key: PrivateKey,
}

enum PrivateKey {
    Rsa(RsaKeyPair),
    P256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// The key can't be used: the stored bytes are not a key of the stored algorithm.
#[derive(Debug, thiserror::Error)]
#[error("signing key {kid} can't be used")]
pub struct UnusableKey {
    kid: String,
}

impl Signer {
    /// Parses a PKCS#8 key.
    ///
    /// # Errors
    /// [`UnusableKey`] when the bytes are not such a key.
    pub fn new(kid: &str, algorithm: SigningAlgorithm, pkcs8: &[u8]) -> Result<Self, UnusableKey> {
        let unusable = || UnusableKey { kid: kid.to_owned() };
        let key = match algorithm {
            SigningAlgorithm::RS256 => PrivateKey::Rsa(RsaKeyPair::from_pkcs8(pkcs8).map_err(|_| unusable())?),
            SigningAlgorithm::ES256 => PrivateKey::P256(
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8).map_err(|_| unusable())?,
            ),
            SigningAlgorithm::EdDSA => PrivateKey::Ed25519(Ed25519KeyPair::from_pkcs8(pkcs8).map_err(|_| unusable())?),
        };
        let access_token_prefix = prefix(algorithm, ACCESS_TOKEN, kid);
        Ok(Self { kid: kid.to_owned(), algorithm, access_token_prefix, key })
    }

    /// The key's id.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The key's algorithm.
    #[must_use]
    pub fn algorithm(&self) -> SigningAlgorithm {
        self.algorithm
    }

    /// Signs the payload of an access token.
    ///
    /// # Errors
    /// [`UnusableKey`] when the library refuses to sign.
    pub fn sign_access_token(&self, payload: &[u8]) -> Result<String, UnusableKey> {
        self.sign_after(&self.access_token_prefix, payload)
    }

    /// Signs the payload of a token of any type (RFC 7519 §5.1): `JWT` for ID tokens, `logout+jwt` for logout tokens. Every type of token is recognised by its
    /// `typ` alone, so no two kinds that are verified with the same key may share one (RFC 8725 §3.11).
    ///
    /// # Errors
    /// [`UnusableKey`] when the library refuses to sign.
    pub fn sign(&self, typ: &str, payload: &[u8]) -> Result<String, UnusableKey> {
        if typ == ACCESS_TOKEN {
            return self.sign_access_token(payload);
        }
        self.sign_after(&prefix(self.algorithm, typ, &self.kid), payload)
    }

    /// Signs a payload that is kept elsewhere: the token without it (RFC 7515, appendix F).
    ///
    /// # Errors
    /// [`UnusableKey`] when the library refuses to sign.
    pub fn sign_detached(&self, typ: &str, payload: &[u8]) -> Result<String, UnusableKey> {
        let token = self.sign(typ, payload)?;
        let parts = token.split_once('.').zip(token.rsplit_once('.'));
        let ((header, _), (_, signature)) = parts.ok_or_else(|| UnusableKey { kid: self.kid.clone() })?;
        Ok(format!("{header}..{signature}"))
    }

    fn sign_after(&self, prefix: &str, payload: &[u8]) -> Result<String, UnusableKey> {
        let mut token = String::with_capacity(prefix.len() + payload.len() * 4 / 3 + SIGNATURE_LENGTH);
        token.push_str(prefix);
        URL_SAFE_NO_PAD.encode_string(payload, &mut token);
        let unusable = |_| UnusableKey { kid: self.kid.clone() };
        let random = SystemRandom::new();
        match &self.key {
            PrivateKey::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&signature::RSA_PKCS1_SHA256, &random, token.as_bytes(), &mut signature).map_err(unusable)?;
                push_signature(&mut token, &signature);
            }
            PrivateKey::P256(key) => {
                let signature = key.sign(&random, token.as_bytes()).map_err(unusable)?;
                push_signature(&mut token, signature.as_ref());
            }
            PrivateKey::Ed25519(key) => {
                let signature = key.sign(token.as_bytes());
                push_signature(&mut token, signature.as_ref());
            }
        }
        Ok(token)
    }
}

/// `base64url(header) + "."`.
fn prefix(algorithm: SigningAlgorithm, typ: &str, kid: &str) -> String {
    let header = serde_json::json!({"alg": algorithm.as_str(), "typ": typ, "kid": kid}).to_string();
    URL_SAFE_NO_PAD.encode(header) + "."
}

fn push_signature(token: &mut String, signature: &[u8]) {
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(signature, token);
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("kid", &self.kid).finish_non_exhaustive()
    }
}

/// A public key of a JWK set.
#[derive(Debug, Clone)]
pub struct Verifier {
    /// The key's id, if it has one.
    pub kid: Option<String>,
    /// The one algorithm the key may be used with, if the set says so.
    algorithm: Option<String>,
    key: PublicKey,
}

#[derive(Debug, Clone)]
enum PublicKey {
    Rsa { n: Vec<u8>, e: Vec<u8> },
    P256(Vec<u8>),
    Ed25519(Vec<u8>),
}

impl Verifier {
    /// Reads a JWK (RFC 7517); `None` for a kind of key that isn't used here, or one whose members are malformed.
    #[must_use]
    pub fn from_jwk(jwk: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| jwk.get(name).and_then(Value::as_str);
        let member = |name: &str| URL_SAFE_NO_PAD.decode(text(name)?).ok();
        if text("use").is_some_and(|usage| usage != "sig") {
            return None;
        }
        // RFC 7517 §4.3
        let uses = jwk.get("key_ops").and_then(Value::as_array);
        if uses.is_some_and(|uses| uses.iter().all(|usage| usage != "verify")) {
            return None;
        }
        let key = match (text("kty")?, text("crv")) {
            ("RSA", _) => {
                let (n, e) = (member("n")?, member("e")?);
                if n.len() > LONGEST_MODULUS || e.len() > size_of::<u64>() {
                    return None;
                }
                PublicKey::Rsa { n, e }
            }
            ("EC", Some("P-256")) => {
                // Uncompressed point (SEC 1 §2.3.3), as the library takes it.
                let (x, y) = (member("x")?, member("y")?);
                // RFC 7518 §6.2.1.2: always the full length.
                if x.len() != 32 || y.len() != 32 {
                    return None;
                }
                PublicKey::P256([&[4][..], &x, &y].concat())
            }
            ("OKP", Some("Ed25519")) => PublicKey::Ed25519(member("x").filter(|x| x.len() == 32)?),
            _ => return None,
        };
        Some(Self { kid: text("kid").map(str::to_owned), algorithm: text("alg").map(str::to_owned), key })
    }

    /// Checks a token of this type whose payload is kept elsewhere (RFC 7515, appendix F), and may be of any length.
    ///
    /// # Errors
    /// [`InvalidToken`] when it isn't one, names another key, or isn't over this payload.
    pub fn verify_detached(&self, typ: &str, payload: &[u8], detached: &str) -> Result<(), InvalidToken> {
        if detached.len() > LONGEST {
            return Err(InvalidToken);
        }
        let (encoded, signature) = detached.split_once("..").ok_or(InvalidToken)?;
        let header = Header::read(encoded)?;
        if header.typ.as_deref() != Some(typ) || header.kid != self.kid {
            return Err(InvalidToken);
        }
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| InvalidToken)?;
        let signed = format!("{encoded}.{}", URL_SAFE_NO_PAD.encode(payload));
        self.verify(&header.alg, signed.as_bytes(), &signature)
    }

    /// Checks a signature. The header's `alg` only selects among what the kind of key allows; `none` and HMAC never do (RFC 8725 §3.1).
    fn verify(&self, alg: &str, input: &[u8], signature: &[u8]) -> Result<(), InvalidToken> {
        if self.algorithm.as_deref().is_some_and(|only| only != alg) {
            return Err(InvalidToken);
        }
        match (&self.key, alg) {
            (PublicKey::Rsa { n, e }, "RS256" | "PS256") => {
                let parameters = if alg == "RS256" {
                    &signature::RSA_PKCS1_2048_8192_SHA256
                } else {
                    &signature::RSA_PSS_2048_8192_SHA256
                };
                RsaPublicKeyComponents { n, e }.verify(parameters, input, signature).map_err(|_| InvalidToken)
            }
            (PublicKey::P256(point), "ES256") => UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
                .verify(input, signature)
                .map_err(|_| InvalidToken),
            (PublicKey::Ed25519(point), "EdDSA") => {
                UnparsedPublicKey::new(&ED25519, point).verify(input, signature).map_err(|_| InvalidToken)
            }
            _ => Err(InvalidToken),
        }
    }
}

/// The members of a header that decide anything (RFC 7515 §4.1).
#[derive(Debug, Deserialize)]
pub struct Header {
    /// Algorithm.
    pub alg: String,
    /// Key id.
    #[serde(default)]
    pub kid: Option<String>,
    /// Media type of the whole token.
    #[serde(default)]
    pub typ: Option<String>,
    /// Extensions that must be understood; we understand none.
    #[serde(default)]
    crit: Option<Value>,
    /// A payload that isn't encoded (RFC 7797), which we don't take.
    #[serde(default)]
    b64: Option<Value>,
    /// Encryption and compression (RFC 7516 §4.1), which a signed token has no use for.
    #[serde(default)]
    enc: Option<Value>,
    #[serde(default)]
    zip: Option<Value>,
}

impl Header {
    fn read(encoded: &str) -> Result<Self, InvalidToken> {
        let header = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| InvalidToken)?;
        let header: Self = serde_json::from_slice(&header).map_err(|_| InvalidToken)?;
        if header.crit.is_some() || header.b64.is_some() || header.enc.is_some() || header.zip.is_some() {
            return Err(InvalidToken);
        }
        Ok(header)
    }
}

/// A token taken apart, its signature not yet checked.
#[derive(Debug)]
pub struct Compact<'a> {
    /// The protected header.
    pub header: Header,
    /// The payload's bytes; trust nothing in them before [`Compact::verify`].
    pub payload: Vec<u8>,
    signed: &'a [u8],
    signature: Vec<u8>,
}

impl<'a> Compact<'a> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`InvalidToken`] when it isn't three parts of strict base64url with a JSON header, is too long, is encrypted, or has critical extensions.
    pub fn parse(token: &'a str) -> Result<Self, InvalidToken> {
        if token.len() > LONGEST {
            return Err(InvalidToken);
        }
        let (signed, signature) = token.rsplit_once('.').ok_or(InvalidToken)?;
        let (header, payload) = signed.split_once('.').ok_or(InvalidToken)?;
        // The decoder refuses padding and trailing bits, so each token has exactly one spelling.
        let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| InvalidToken);
        Ok(Self {
            header: Header::read(header)?,
            payload: decode(payload)?,
            signed: signed.as_bytes(),
            signature: decode(signature)?,
        })
    }

    /// Checks the signature with the one key that the header names, or with each key when it names none.
    ///
    /// # Errors
    /// [`InvalidToken`] when no key fits.
    pub fn verify<'k>(&self, keys: impl IntoIterator<Item = &'k Verifier>) -> Result<(), InvalidToken> {
        let kid = self.header.kid.as_deref();
        let fits = |key: &&Verifier| kid.is_none() || key.kid.as_deref() == kid;
        let mut tried = keys.into_iter().filter(fits).take(MOST_TRIED);
        let verified = tried.any(|key| key.verify(&self.header.alg, self.signed, &self.signature).is_ok());
        if verified { Ok(()) } else { Err(InvalidToken) }
    }

    /// Has it neither algorithm nor signature (RFC 7515 §6)? No caller but the reader of request objects takes such a token.
    #[must_use]
    pub fn is_unsigned(&self) -> bool {
        self.header.alg == "none" && self.signature.is_empty()
    }

    /// Does the header name one of these keys?
    #[must_use]
    pub fn names_one_of(&self, keys: &[Verifier]) -> bool {
        self.header.kid.is_some() && keys.iter().any(|key| key.kid == self.header.kid)
    }

    /// Checks an HMAC with a secret that two parties share, HS256 alone (RFC 7518 §3.2). A function of its own, so that nothing that is public can ever be
    /// taken for the secret (RFC 8725 §2.1).
    ///
    /// # Errors
    /// [`InvalidToken`] for another algorithm and another code.
    pub fn verify_hmac(&self, secret: &[u8]) -> Result<(), InvalidToken> {
        if self.header.alg != "HS256" {
            return Err(InvalidToken);
        }
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
        hmac::verify(&key, self.signed, &self.signature).map_err(|_| InvalidToken)
    }
}
