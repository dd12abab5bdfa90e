//! Times as ACP's own clients send them: Go's encoder writes one that nobody set as the first moment of the year 1.

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Deserializer};

/// A time, unless nobody set it. Needs `#[serde(default)]`.
///
/// # Errors
/// When it is no time (RFC 3339).
pub(super) fn or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let told = Option::<DateTime<Utc>>::deserialize(deserializer)?;
    // `0001-01-01T00:00:00Z`, and the same elsewhere on earth.
    Ok(told.filter(|time| time.year() > 1))
}
