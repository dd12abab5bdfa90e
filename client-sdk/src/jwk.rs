//! A JSON Web Key, whose private half no log shows.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What only the holder of a key may know (RFC 7518 §6.2.2, §6.3.2, §6.4.1).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// A JSON Web Key (RFC 7517 §4): its members, of which `Debug` shows the public ones.
///
/// ```
/// use authplane_client::Jwk;
///
/// let key: Jwk = serde_json::from_str(r#"{"k":"AyM1SysPpbyDfgZld3umj1qzKObwVMko","kid":"1","kty":"oct"}"#).unwrap();
/// assert_eq!(key["kid"], "1");
/// assert_eq!(format!("{key:?}"), r#"Jwk {"k": …, "kid": "1", "kty": "oct"}"#);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Jwk(Map<String, Value>);

impl From<Map<String, Value>> for Jwk {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl Deref for Jwk {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl DerefMut for Jwk {
    fn deref_mut(&mut self) -> &mut Map<String, Value> {
        &mut self.0
    }
}

impl fmt::Debug for Jwk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Jwk ")?;
        let mut shown = formatter.debug_map();
        for (name, value) in &self.0 {
            if PRIVATE.contains(&name.as_str()) {
                shown.entry(name, &format_args!("…"));
            } else {
                shown.entry(name, &format_args!("{value}"));
            }
        }
        shown.finish()
    }
}
