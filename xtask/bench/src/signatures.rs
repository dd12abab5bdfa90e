//! `s`, the time of one raw signature: aws-lc-rs alone in one pinned process.

use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::server::cpu_seconds;

/// About the length of an access token's signing input.
const MESSAGE: [u8; 600] = [b'x'; 600];

/// The three algorithms that the server signs with, by their JOSE names (RFC 7518, RFC 8037).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, 2048 bits.
    Rs256,
    /// ECDSA on P-256 with SHA-256, fixed-length signature.
    Es256,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    /// All, in the order of the report.
    pub(crate) const ALL: [Self; 3] = [Self::Rs256, Self::Es256, Self::EdDsa];

    /// The `alg` value.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The algorithm of an `alg` value.
    pub(crate) fn from_name(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|algorithm| algorithm.name() == name);
        found.ok_or_else(|| format!("no signing algorithm {name}").into())
    }
}

/// What one process measured of one operation.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(crate) struct Times {
    /// Seconds of the clock per operation.
    pub(crate) wall: f64,
    /// Seconds of the processor per operation: less than `wall` when others used the core.
    pub(crate) cpu: f64,
}

/// Signs for `seconds` on this thread and prints the times as JSON.
pub(crate) fn measure(algorithm: Algorithm, seconds: f64) -> Result<()> {
    let random = SystemRandom::new();
    let times = match algorithm {
        Algorithm::Rs256 => {
            let key = RsaKeyPair::generate(KeySize::Rsa2048)?;
            let mut signature = vec![0; key.public_modulus_len()];
            repeat(seconds, || Ok(key.sign(&RSA_PKCS1_SHA256, &random, &MESSAGE, &mut signature)?))
        }
        Algorithm::Es256 => {
            let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)?;
            repeat(seconds, || {
                std::hint::black_box(key.sign(&random, &MESSAGE)?);
                Ok(())
            })
        }
        Algorithm::EdDsa => {
            let key = Ed25519KeyPair::generate()?;
            repeat(seconds, || {
                std::hint::black_box(key.sign(&MESSAGE));
                Ok(())
            })
        }
    }?;
    println!("{}", serde_json::to_string(&times)?);
    Ok(())
}

fn repeat(seconds: f64, mut sign: impl FnMut() -> Result<()>) -> Result<Times> {
    // The first signatures fill caches and tables that a server has warm.
    for _ in 0..20 {
        sign()?;
    }
    let limit = Duration::from_secs_f64(seconds);
    let cpu = cpu_seconds(std::process::id())?;
    let started = Instant::now();
    let mut count = 0_u32;
    while started.elapsed() < limit {
        sign()?;
        count += 1;
    }
    let wall = started.elapsed().as_secs_f64();
    let cpu = cpu_seconds(std::process::id())? - cpu;
    Ok(Times { wall: wall / f64::from(count), cpu: cpu / f64::from(count) })
}
