//! Makes key pairs, and tells the public part of one.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::catalogue::authorization_server::SigningAlgorithm;
use crate::{Error, Result};

/// Longest modulus of an RSA key in bytes, 4096 bits.
pub(crate) const LONGEST_MODULUS: usize = 512;

/// A key pair that has neither an id nor a place yet.
pub(crate) struct GeneratedKey {
    pub(crate) algorithm: SigningAlgorithm,
    pub(crate) public_jwk: Map<String, Value>,
    pub(crate) pkcs8: Vec<u8>,
}

impl GeneratedKey {
    /// Of its private part. Large ones take a while to be looked at.
    pub(crate) fn of_pkcs8(algorithm: SigningAlgorithm, pkcs8: Vec<u8>) -> std::result::Result<Self, &'static str> {
        const UNREADABLE: &str = "the private part isn't PKCS #8 of such a key";
        let public = match algorithm {
            // RFC 7518 §6.3.1.
            SigningAlgorithm::RS256 => {
                let pair = aws_lc_rs::rsa::KeyPair::from_pkcs8(&pkcs8).map_err(|_| UNREADABLE)?;
                if pair.public_modulus_len() > LONGEST_MODULUS {
                    return Err("RSA keys must have at most 4096 bits");
                }
                let public = pair.public_key();
                let modulus = URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero());
                let exponent = URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero());
                json!({ "kty": "RSA", "n": modulus, "e": exponent })
            }
            // RFC 7518 §6.2.1.
            SigningAlgorithm::ES256 => {
                let pair =
                    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8).map_err(|_| UNREADABLE)?;
                // SEC 1 §2.3.3, uncompressed: 4, then both coordinates.
                let [4, point @ ..] = pair.public_key().as_ref() else { return Err(UNREADABLE) };
                let (x, y) = point.split_at(point.len() / 2);
                let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
                json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y })
            }
            // RFC 8037 §2.
            SigningAlgorithm::EdDSA => {
                let pair = Ed25519KeyPair::from_pkcs8(&pkcs8).map_err(|_| UNREADABLE)?;
                json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(pair.public_key().as_ref()) })
            }
        };
        let Value::Object(mut public_jwk) = public else { return Err(UNREADABLE) };
        public_jwk.insert("use".to_owned(), "sig".into());
        public_jwk.insert("alg".to_owned(), algorithm.as_str().into());
        Ok(Self { algorithm, public_jwk, pkcs8 })
    }
}

/// Makes a key pair on a thread of its own: RSA takes a tenth of a second.
pub(crate) async fn generate(algorithm: SigningAlgorithm) -> Result<GeneratedKey> {
    let generated = tokio::task::spawn_blocking(move || {
        GeneratedKey::of_pkcs8(algorithm, pkcs8(algorithm)?).map_err(Error::internal)
    });
    generated.await.map_err(Error::internal)?
}

fn pkcs8(algorithm: SigningAlgorithm) -> Result<Vec<u8>> {
    let random = SystemRandom::new();
    Ok(match algorithm {
        SigningAlgorithm::RS256 => {
            let pair = aws_lc_rs::rsa::KeyPair::generate(KeySize::Rsa2048).map_err(failed)?;
            let pkcs8: Pkcs8V1Der<'_> = pair.as_der().map_err(failed)?;
            pkcs8.as_ref().to_vec()
        }
        SigningAlgorithm::ES256 => {
            let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).map_err(failed)?;
            pkcs8.as_ref().to_vec()
        }
        SigningAlgorithm::EdDSA => Ed25519KeyPair::generate_pkcs8(&random).map_err(failed)?.as_ref().to_vec(),
    })
}

fn failed<E>(_: E) -> Error {
    Error::internal("making a key failed")
}
