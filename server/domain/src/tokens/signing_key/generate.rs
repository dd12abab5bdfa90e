//! Makes key pairs.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::catalogue::authorization_server::SigningAlgorithm;
use crate::{Error, Result};

/// A key pair that has neither an id nor a place yet.
pub(crate) struct GeneratedKey {
    pub(crate) algorithm: SigningAlgorithm,
    pub(crate) public_jwk: Map<String, Value>,
    pub(crate) pkcs8: Vec<u8>,
}

/// Makes a key pair on a thread of its own: RSA takes a tenth of a second.
pub(crate) async fn generate(algorithm: SigningAlgorithm) -> Result<GeneratedKey> {
    let generated = tokio::task::spawn_blocking(move || match algorithm {
        SigningAlgorithm::RS256 => rsa(),
        SigningAlgorithm::ES256 => p256(),
        SigningAlgorithm::EdDSA => ed25519(),
    });
    let (public, pkcs8) = generated.await.map_err(Error::internal)??;
    let Value::Object(mut public_jwk) = public else { return Err(Error::internal("a public key isn't an object")) };
    public_jwk.insert("use".to_owned(), "sig".into());
    public_jwk.insert("alg".to_owned(), algorithm.as_str().into());
    Ok(GeneratedKey { algorithm, public_jwk, pkcs8 })
}

fn failed<E>(_: E) -> Error {
    Error::internal("making a key failed")
}

/// RFC 7518 §6.3.1.
fn rsa() -> Result<(Value, Vec<u8>)> {
    let pair = aws_lc_rs::rsa::KeyPair::generate(KeySize::Rsa2048).map_err(failed)?;
    let pkcs8: Pkcs8V1Der<'_> = pair.as_der().map_err(failed)?;
    let public = pair.public_key();
    let modulus = URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero());
    let exponent = URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero());
    Ok((json!({ "kty": "RSA", "n": modulus, "e": exponent }), pkcs8.as_ref().to_vec()))
}

/// RFC 7518 §6.2.1.
fn p256() -> Result<(Value, Vec<u8>)> {
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).map_err(failed)?;
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref()).map_err(failed)?;
    // SEC 1 §2.3.3, uncompressed: 4, then both coordinates.
    let [4, point @ ..] = pair.public_key().as_ref() else { return Err(failed(())) };
    let (x, y) = point.split_at(point.len() / 2);
    let public = json!({ "kty": "EC", "crv": "P-256", "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y) });
    Ok((public, pkcs8.as_ref().to_vec()))
}

/// RFC 8037 §2.
fn ed25519() -> Result<(Value, Vec<u8>)> {
    let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(failed)?;
    let pair = Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).map_err(failed)?;
    let x = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
    Ok((json!({ "kty": "OKP", "crv": "Ed25519", "x": x }), pkcs8.as_ref().to_vec()))
}
