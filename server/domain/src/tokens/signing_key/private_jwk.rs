//! Reads key pairs that were made elsewhere.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPairComponents, PublicKeyComponents};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::generate::{GeneratedKey, LONGEST_MODULUS};
use crate::catalogue::authorization_server::SigningAlgorithm;

/// A key with all of its private parts, which belong to the public ones. Large ones take a while to be looked at.
pub(crate) fn read_private_jwk(jwk: &Map<String, Value>) -> std::result::Result<GeneratedKey, &'static str> {
    const INCOMPLETE: &str = "a member is missing, or isn't base64url, or doesn't fit the others";
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let member = |name: &str| URL_SAFE_NO_PAD.decode(text(name).unwrap_or_default()).map_err(|_| INCOMPLETE);
    let (algorithm, pkcs8): (_, Vec<u8>) = match (text("kty"), text("crv")) {
        (Some("RSA"), _) if jwk.contains_key("oth") => return Err("keys of more than two primes aren't taken"),
        (Some("RSA"), _) => {
            let n = member("n")?;
            if n.len() > LONGEST_MODULUS {
                return Err("RSA keys must have at most 4096 bits");
            }
            let pair = aws_lc_rs::rsa::KeyPair::from_components(&KeyPairComponents {
                public_key: PublicKeyComponents { n, e: member("e")? },
                d: member("d")?,
                p: member("p")?,
                q: member("q")?,
                dP: member("dp")?,
                dQ: member("dq")?,
                qInv: member("qi")?,
            });
            let pkcs8: Pkcs8V1Der<'_> = pair.map_err(|_| INCOMPLETE)?.as_der().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::RS256, pkcs8.as_ref().to_vec())
        }
        (Some("EC"), Some("P-256")) => {
            let (x, y) = (member("x")?, member("y")?);
            // RFC 7518 §6.2.1.2: always the full length.
            if x.len() != 32 || y.len() != 32 {
                return Err(INCOMPLETE);
            }
            // SEC 1 §2.3.3, uncompressed: 4, then both coordinates.
            let point = [&[4][..], &x, &y].concat();
            let curve = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let pair = EcdsaKeyPair::from_private_key_and_public_key(curve, &member("d")?, &point);
            let pkcs8 = pair.map_err(|_| INCOMPLETE)?.to_pkcs8v1().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::ES256, pkcs8.as_ref().to_vec())
        }
        (Some("OKP"), Some("Ed25519")) => {
            let pair = Ed25519KeyPair::from_seed_and_public_key(&member("d")?, &member("x")?);
            let pkcs8 = pair.map_err(|_| INCOMPLETE)?.to_pkcs8().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::EdDSA, pkcs8.as_ref().to_vec())
        }
        _ => return Err("must be an RSA key, or one on P-256 or Ed25519"),
    };
    if text("use").is_some_and(|usage| usage != "sig") {
        return Err("must be for signatures");
    }
    if text("alg").is_some_and(|alg| alg != algorithm.as_str()) {
        return Err("this server signs with RS256, ES256 and EdDSA");
    }
    GeneratedKey::of_pkcs8(algorithm, pkcs8)
}
