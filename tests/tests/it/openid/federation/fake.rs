//! An identity provider that says whatever a test wants it to, with keys of its own.

use std::sync::{Arc, Mutex, MutexGuard};

use authplane_tests::landing::{Landing, Reply, Request};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PSS_SHA256,
    RsaKeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// This server's id there.
pub(super) const CLIENT_ID: &str = "authplane at the provider";
/// Its secret there, with characters that form encoding changes.
pub(super) const CLIENT_SECRET: &str = "a secret: 100% + more";

/// The provider.
pub(super) struct Fake {
    pub(super) landing: Landing,
    script: Arc<Mutex<Script>>,
}

/// What it says.
pub(super) struct Script {
    /// Members of its discovery document that differ from the usual ones; null takes one away.
    pub(super) metadata: Value,
    /// Its keys.
    pub(super) keys: Vec<Value>,
    /// What a code is exchanged for.
    pub(super) token: (u16, Value),
    /// What its userinfo endpoint says.
    pub(super) userinfo: (u16, Value),
}

impl Fake {
    pub(super) async fn start() -> Self {
        let script = Script {
            metadata: json!({}),
            keys: Vec::new(),
            token: (400, json!({"error": "invalid_grant"})),
            userinfo: (401, json!({})),
        };
        let script = Arc::new(Mutex::new(script));
        let said = Arc::clone(&script);
        let landing = Landing::answering(move |request| answer(request, &said.lock().unwrap())).await;
        Self { landing, script }
    }

    pub(super) fn issuer(&self) -> String {
        self.landing.url("")
    }

    pub(super) fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }

    /// How often a path was asked for, as far as nobody took the requests.
    pub(super) fn count(&self, path: &str) -> usize {
        self.landing.waiting().iter().filter(|request| request.url.path() == path).count()
    }
}

fn answer(request: &Request, script: &Script) -> Reply {
    let issuer = request.url.origin().ascii_serialization();
    let (status, body) = match request.url.path() {
        "/.well-known/openid-configuration" => {
            let mut metadata = json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize?of=the+provider"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/jwks"),
                "userinfo_endpoint": format!("{issuer}/userinfo"),
            });
            for (name, value) in script.metadata.as_object().unwrap() {
                if value.is_null() {
                    metadata.as_object_mut().unwrap().remove(name);
                } else {
                    metadata[name] = value.clone();
                }
            }
            (200, metadata)
        }
        "/jwks" => (200, json!({ "keys": script.keys })),
        "/token" => script.token.clone(),
        "/userinfo" => script.userinfo.clone(),
        _ => (404, json!({})),
    };
    Reply { status, ..Reply::ok("application/json", body.to_string()) }
}

/// A key that signs tokens.
pub(super) struct Key {
    pub(super) kid: &'static str,
    pair: Pair,
}

enum Pair {
    P256(EcdsaKeyPair),
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl Key {
    pub(super) fn p256(kid: &'static str) -> Self {
        Self { kid, pair: Pair::P256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap()) }
    }

    pub(super) fn rsa(kid: &'static str) -> Self {
        Self { kid, pair: Pair::Rsa(Box::new(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())) }
    }

    pub(super) fn ed25519(kid: &'static str) -> Self {
        Self { kid, pair: Pair::Ed25519(Ed25519KeyPair::generate().unwrap()) }
    }

    /// RFC 7517, RFC 7518 §6.
    pub(super) fn jwk(&self) -> Value {
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let mut jwk = match &self.pair {
            Pair::P256(pair) => {
                let point = pair.public_key().as_ref();
                json!({"kty": "EC", "crv": "P-256", "x": encode(&point[1..33]), "y": encode(&point[33..])})
            }
            Pair::Rsa(pair) => {
                let key = pair.public_key();
                let (n, e) = (key.modulus(), key.exponent());
                json!({
                    "kty": "RSA",
                    "n": encode(n.big_endian_without_leading_zero()),
                    "e": encode(e.big_endian_without_leading_zero()),
                })
            }
            Pair::Ed25519(pair) => {
                json!({"kty": "OKP", "crv": "Ed25519", "x": encode(pair.public_key().as_ref())})
            }
        };
        jwk["kid"] = json!(self.kid);
        jwk["use"] = json!("sig");
        jwk
    }

    /// Signs whatever the header says; an RSA key by the header's `alg`.
    pub(super) fn sign(&self, header: &Value, claims: &Value) -> String {
        let input = unsigned(header, claims);
        let signature = match &self.pair {
            Pair::P256(pair) => pair.sign(&SystemRandom::new(), input.as_bytes()).unwrap().as_ref().to_vec(),
            Pair::Rsa(pair) => {
                let padding = if header["alg"] == "PS256" { &RSA_PSS_SHA256 } else { &RSA_PKCS1_SHA256 };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &SystemRandom::new(), input.as_bytes(), &mut signature).unwrap();
                signature
            }
            Pair::Ed25519(pair) => pair.sign(input.as_bytes()).as_ref().to_vec(),
        };
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// `header.payload`.
pub(super) fn unsigned(header: &Value, claims: &Value) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()))
}
