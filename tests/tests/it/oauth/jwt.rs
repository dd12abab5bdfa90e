//! Tokens made and checked by hand, with nothing of the server's own code.

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::Jwks;
use authplane_tests::Tenant;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    self, ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ED25519, EcdsaKeyPair, Ed25519KeyPair,
    KeyPair as _, RsaKeyPair, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;
use serde_json::{Value, json};

pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn decode(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

/// A private key of a test's own.
pub(crate) enum Key {
    Rsa(Box<RsaKeyPair>),
    P256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl Key {
    pub(crate) fn new(algorithm: &str) -> Self {
        match algorithm {
            "RS256" | "PS256" => Self::Rsa(Box::new(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())),
            "ES256" => Self::P256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap()),
            "EdDSA" => Self::Ed25519(Ed25519KeyPair::generate().unwrap()),
            other => panic!("{other}"),
        }
    }

    pub(crate) fn from_pkcs8(algorithm: &str, pkcs8: &[u8]) -> Self {
        match algorithm {
            "RS256" => Self::Rsa(Box::new(RsaKeyPair::from_pkcs8(pkcs8).unwrap())),
            "ES256" => Self::P256(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8).unwrap()),
            _ => Self::Ed25519(Ed25519KeyPair::from_pkcs8(pkcs8).unwrap()),
        }
    }

    /// The public key (RFC 7517).
    /// Its public part as the one key of a set.
    pub(crate) fn jwks(&self, kid: &str) -> Jwks {
        Jwks { keys: vec![self.jwk(kid).as_object().unwrap().clone()] }
    }

    pub(crate) fn jwk(&self, kid: &str) -> Value {
        match self {
            Self::Rsa(pair) => {
                let public = pair.public_key();
                let n = encode(public.modulus().big_endian_without_leading_zero());
                let e = encode(public.exponent().big_endian_without_leading_zero());
                json!({"kty": "RSA", "kid": kid, "n": n, "e": e})
            }
            Self::P256(pair) => {
                let point = pair.public_key().as_ref();
                json!({"kty": "EC", "crv": "P-256", "kid": kid, "x": encode(&point[1..33]), "y": encode(&point[33..])})
            }
            Self::Ed25519(pair) => json!({"kty": "OKP", "crv": "Ed25519", "kid": kid, "x": encode(pair.public_key())}),
        }
    }

    fn sign_bytes(&self, algorithm: &str, input: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair) => {
                let padding =
                    if algorithm == "PS256" { &signature::RSA_PSS_SHA256 } else { &signature::RSA_PKCS1_SHA256 };
                let mut bytes = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &random, input, &mut bytes).unwrap();
                bytes
            }
            Self::P256(pair) => pair.sign(&random, input).unwrap().as_ref().to_vec(),
            Self::Ed25519(pair) => pair.sign(input).as_ref().to_vec(),
        }
    }

    /// Signs with the algorithm of the header, as far as the key can.
    pub(crate) fn sign(&self, header: &Value, claims: &Value) -> String {
        let algorithm = header["alg"].as_str().unwrap_or_default();
        compact(header, claims, |input| self.sign_bytes(algorithm, input))
    }
}

/// RFC 7515 §7.1.
pub(crate) fn compact(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let input = format!("{}.{}", encode(header.to_string()), encode(claims.to_string()));
    let signature = encode(sign(input.as_bytes()));
    format!("{input}.{signature}")
}

/// Header and claims, not yet believed.
pub(crate) fn read(token: &str) -> (Value, Value) {
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3, "{token}");
    let json = |part: &str| serde_json::from_slice(&decode(part)).unwrap();
    (json(parts[0]), json(parts[1]))
}

/// Is the signature that of the key of the set that the header names, with the algorithm that the key names?
pub(crate) fn verify(set: &Value, token: &str) -> bool {
    let (header, _) = read(token);
    let keys = set["keys"].as_array().unwrap();
    keys.iter().find(|key| key["kid"] == header["kid"]).is_some_and(|key| is_signed_by(key, token))
}

/// The same of one key, whatever the payload is.
pub(crate) fn is_signed_by(key: &Value, token: &str) -> bool {
    let header: Value = serde_json::from_slice(&decode(token.split('.').next().unwrap())).unwrap();
    assert_eq!((&key["use"], &key["alg"]), (&json!("sig"), &header["alg"]));
    let (input, signature) = token.rsplit_once('.').unwrap();
    let (input, signature) = (input.as_bytes(), decode(signature));
    let member = |name: &str| decode(key[name].as_str().unwrap());
    match header["alg"].as_str().unwrap() {
        "RS256" => {
            let public = RsaPublicKeyComponents { n: member("n"), e: member("e") };
            assert_eq!(public.n.len(), 256);
            public.verify(&signature::RSA_PKCS1_2048_8192_SHA256, input, &signature).is_ok()
        }
        "ES256" => {
            let point = [vec![4], member("x"), member("y")].concat();
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(input, &signature).is_ok()
        }
        "EdDSA" => UnparsedPublicKey::new(&ED25519, member("x")).verify(input, &signature).is_ok(),
        other => panic!("{other}"),
    }
}

/// The key set that an authorization server publishes.
pub(crate) async fn key_set(tenant: &Tenant, server: &str) -> Value {
    let path = format!("/{}/{server}/.well-known/jwks.json", tenant.id);
    tenant.server.call(Method::GET, &path).send().await.expect(200).json()
}

/// The key that an authorization server signs with: what an attacker would love to have.
pub(crate) async fn stolen_key(tenant: &Tenant, server: &str) -> (Key, String) {
    let (id, server) = (tenant.id.clone(), server.to_owned());
    let take = async move |store: authplane_domain::Store| {
        let ring = authplane_domain::tokens::signing_key::published(&store, ServerKey { tenant: &id, id: &server })
            .await
            .unwrap();
        let key = ring.signing(store.now()).unwrap();
        (Key::from_pkcs8(key.algorithm.as_str(), key.private_key.pkcs8()), key.id.clone())
    };
    tenant.server.with_store(move |store| async move { take(store).await }).await
}
