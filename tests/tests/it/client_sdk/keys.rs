//! Private keys of clients, in the forms that people keep them in.

use std::fmt::Write as _;

use aws_lc_rs::encoding::{AsBigEndian as _, AsDer as _, EcPrivateKeyBin, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::it::oauth::jwt::encode;

/// A private key.
pub(in crate::it) enum Key {
    Rsa(Box<RsaKeyPair>),
    P256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl Key {
    pub(in crate::it) fn new(algorithm: &str) -> Self {
        match algorithm {
            "RS256" => Self::Rsa(Box::new(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())),
            "ES256" => Self::P256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap()),
            _ => Self::Ed25519(Ed25519KeyPair::generate().unwrap()),
        }
    }

    pub(in crate::it) fn pkcs8(&self) -> Vec<u8> {
        match self {
            Self::Rsa(pair) => {
                let der: Pkcs8V1Der<'_> = pair.as_der().unwrap();
                der.as_ref().to_vec()
            }
            Self::P256(pair) => pair.to_pkcs8v1().unwrap().as_ref().to_vec(),
            Self::Ed25519(pair) => pair.to_pkcs8v1().unwrap().as_ref().to_vec(),
        }
    }

    /// As `openssl genpkey` writes it.
    pub(super) fn pem(&self) -> String {
        let text = STANDARD.encode(self.pkcs8());
        let mut pem = String::from("-----BEGIN PRIVATE KEY-----\n");
        for line in text.as_bytes().chunks(64) {
            writeln!(pem, "{}", String::from_utf8_lossy(line)).unwrap();
        }
        pem + "-----END PRIVATE KEY-----\n"
    }

    /// The public key (RFC 7517).
    pub(in crate::it) fn public(&self, kid: &str) -> Value {
        let mut jwk = match self {
            Self::Rsa(_) => {
                let numbers = self.rsa_numbers();
                json!({"kty": "RSA", "n": encode(&numbers[1]), "e": encode(&numbers[2])})
            }
            Self::P256(pair) => {
                let point = pair.public_key().as_ref();
                json!({"kty": "EC", "crv": "P-256", "x": encode(&point[1..33]), "y": encode(&point[33..])})
            }
            Self::Ed25519(pair) => json!({"kty": "OKP", "crv": "Ed25519", "x": encode(pair.public_key())}),
        };
        jwk["kid"] = json!(kid);
        jwk
    }

    /// The private one.
    pub(in crate::it) fn private(&self, kid: &str) -> Value {
        let mut jwk = self.public(kid);
        match self {
            Self::Rsa(_) => {
                for (name, number) in ["d", "p", "q", "dp", "dq", "qi"].iter().zip(&self.rsa_numbers()[3..]) {
                    jwk[*name] = json!(encode(number));
                }
            }
            Self::P256(pair) => {
                let private: EcPrivateKeyBin<'_> = pair.private_key().as_be_bytes().unwrap();
                jwk["d"] = json!(encode(private.as_ref()));
            }
            Self::Ed25519(pair) => {
                // The last 32 bytes of the first version of PKCS#8 are the seed (RFC 8410 §7).
                let der = pair.to_pkcs8v1().unwrap();
                jwk["d"] = json!(encode(&der.as_ref()[der.as_ref().len() - 32..]));
            }
        }
        jwk
    }

    /// Version, n, e, d, p, q, dp, dq and qi of `RSAPrivateKey` (RFC 8017 §A.1.2), which PKCS#8 wraps.
    fn rsa_numbers(&self) -> Vec<Vec<u8>> {
        let pkcs8 = self.pkcs8();
        let (_, outer) = element(&pkcs8).0;
        let (_, rest) = element(outer);
        let (_, rest) = element(rest);
        let (_, wrapped) = element(rest).0;
        let (_, mut numbers) = element(wrapped).0;
        let mut read = Vec::new();
        while !numbers.is_empty() {
            let ((_, number), rest) = element(numbers);
            let zeros = number.iter().take_while(|byte| **byte == 0).count();
            read.push(number[zeros..].to_vec());
            numbers = rest;
        }
        read
    }
}

/// Tag and content of the first element in DER, and what comes after it.
fn element(der: &[u8]) -> ((u8, &[u8]), &[u8]) {
    let (tag, first) = (der[0], usize::from(der[1]));
    let (length, start) = if first < 0x80 {
        (first, 2)
    } else {
        let bytes = &der[2..2 + (first & 0x7f)];
        (bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), 2 + bytes.len())
    };
    ((tag, &der[start..start + length]), &der[start + length..])
}
