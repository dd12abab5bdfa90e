//! Whether the privacy ledgers are what was written, in a line for each tenant.

use std::io::Write;

use authplane_domain::Store;
use authplane_domain::installation::tenant;
use authplane_domain::privacy::ledger::{self, Head, Verified, Whole};

use crate::tokens::tenant_signer::TenantSignatures;

/// Verifies the ledger of one tenant, or of all, and writes what came of it. Says whether all of them are whole.
///
/// # Errors
/// For an unknown tenant, without database, or when nobody reads any more.
pub async fn write(
    store: &Store,
    tenant: Option<&str>,
    expected: Option<&Head>,
    out: &mut (impl Write + Send),
) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let tenants = match tenant {
        Some(tenant) => vec![tenant.to_owned()],
        None => tenant::list(store).await?.into_iter().map(|tenant| tenant.id).collect(),
    };
    let mut are_whole = true;
    for tenant in tenants {
        match ledger::verify(store, &tenant, &TenantSignatures, expected).await? {
            Verified::Whole(Whole { head, unreadable }) => {
                writeln!(out, "{tenant}: {} events, {unreadable} unreadable by erasure, head {head}", head.number)?;
            }
            Verified::Broken(broken) => {
                are_whole = false;
                writeln!(out, "{tenant}: broken: {broken}")?;
            }
        }
        out.flush()?;
    }
    Ok(are_whole)
}
