//! What a tenant itself signs, apart from its authorization servers: the events of its privacy ledger.

use std::sync::Arc;

use authplane_domain::installation::tenant::key::{self, TenantSigningKey};
use authplane_domain::privacy::ledger::{LedgerSignatures, LedgerSigner};
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_domain::{Error, Result};
use serde_json::Value;

use super::jws::{Signer, Verifier};
use crate::context::Shared;
use crate::server::signing_algorithm;

const SIGNER: Kind<TenantSigner> = Kind::new(Area::KEYS.with(Area::TENANTS));

/// The key that a tenant signs with, parsed once.
#[derive(Debug)]
pub struct TenantSigner {
    signer: Signer,
    public_jwk: Value,
}

impl TenantSigner {
    /// Parses a tenant's key.
    ///
    /// # Errors
    /// [`Error::Internal`] when it can't be used.
    pub fn new(key: &TenantSigningKey) -> Result<Self> {
        let signer = Signer::new(&key.id, key.algorithm, key.private_key.pkcs8()).map_err(Error::internal)?;
        Ok(Self { signer, public_jwk: key.public_jwk.clone() })
    }
}

impl LedgerSigner for TenantSigner {
    fn kid(&self) -> &str {
        self.signer.kid()
    }

    fn public_jwk(&self) -> &Value {
        &self.public_jwk
    }

    fn sign_detached(&self, typ: &str, payload: &[u8]) -> Result<String> {
        self.signer.sign_detached(typ, payload).map_err(Error::internal)
    }
}

/// The key that a tenant signs with now; the first is made when it is asked for.
///
/// # Errors
/// `NotFound` for an unknown tenant, `Unavailable` without a database.
pub async fn of(context: &Shared, tenant: &str) -> Result<Arc<TenantSigner>> {
    let load = || async {
        let key = key::signing(&context.store, tenant, signing_algorithm(&context.config)).await?;
        TenantSigner::new(&key)
    };
    context.store.cached(Freshness::Notified, tenant, SIGNER, "", load).await
}

/// Checks what tenants signed.
#[derive(Clone, Copy, Debug)]
pub struct TenantSignatures;

impl LedgerSignatures for TenantSignatures {
    fn is_valid(&self, public_jwk: &Value, typ: &str, payload: &[u8], signature: &str) -> bool {
        let verifier = public_jwk.as_object().and_then(Verifier::from_jwk);
        verifier.is_some_and(|verifier| verifier.verify_detached(typ, payload, signature).is_ok())
    }
}
