//! Keys for purposes of their own, derived from the secret of an authorization server, so that there is nothing more to store, to seal and to lose.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_domain::{Error, Result};
use aws_lc_rs::hmac::{self, HMAC_SHA256};

use crate::context::Shared;

const DERIVED_KEYS: Kind<DerivedKeys> = Kind::new(Area::SERVERS.with(Area::TENANTS));

/// The derived keys of one authorization server.
#[derive(Debug)]
pub struct DerivedKeys {
    /// For pairwise subjects. Derived from the oldest secret that is kept: clients know users by them, so a new secret must not change them.
    pub pairwise: hmac::Key,
    /// For registration access tokens: the one in use, then those of former secrets.
    pub registration: Vec<hmac::Key>,
}

/// The keys of an authorization server, opened once and kept until it changes.
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Unavailable`] without database; [`Error::Internal`] when the master key is missing.
pub async fn of(context: &Shared, server: ServerKey<'_>) -> Result<Arc<DerivedKeys>> {
    let load = || async {
        let found = authorization_server::find(&context.store, server.tenant, server.id).await?;
        let found = found.ok_or_else(|| Error::not_found("authorization_server", server.id))?;
        let secrets = authorization_server::open_secrets(&context.store, &found)?;
        let oldest = secrets.rotated.last().unwrap_or(&secrets.current);
        let in_turn = std::iter::once(&secrets.current).chain(&secrets.rotated);
        Ok(DerivedKeys {
            pairwise: derive(oldest, "pairwise subjects"),
            registration: in_turn.map(|secret| derive(secret, "registration access tokens")).collect(),
        })
    };
    context.store.cached(Freshness::Notified, server.tenant, DERIVED_KEYS, server.id, load).await
}

/// One key for each purpose, as RFC 5869 §2.3 expands a secret into its first block.
fn derive(secret: &str, purpose: &str) -> hmac::Key {
    let secret = hmac::Key::new(HMAC_SHA256, secret.as_bytes());
    let info = [b"authplane ", purpose.as_bytes(), &[1]].concat();
    hmac::Key::new(HMAC_SHA256, hmac::sign(&secret, &info).as_ref())
}
