//! The audit log as lines of JSON, for whoever keeps it longer than the database does.

use std::io::Write;

use authplane_domain::Store;
use authplane_domain::installation::audit;
use chrono::{DateTime, Utc};

/// Events that are read at once.
const PART: u64 = 1000;

/// Writes the events of one tenant or of all, oldest first, one line each.
///
/// # Errors
/// Without database, or when nobody reads any more.
pub async fn write(
    store: &Store,
    tenant: Option<&str>,
    since: Option<DateTime<Utc>>,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut after = None;
    loop {
        let part = audit::export(store, tenant, since, after.as_ref(), PART).await?;
        for event in &part.events {
            serde_json::to_writer(&mut *out, event)?;
            out.write_all(b"\n")?;
        }
        after = part.following;
        if after.is_none() {
            return Ok(out.flush()?);
        }
    }
}
