//! Takes away the builders of types that no request is made of: nobody builds an answer.

use syn::{ImplItem, Item};

use crate::parts::Parts;
use crate::reach::Reach;

/// Removes those builders and the functions that begin them.
pub(crate) fn remove(parts: &mut Parts, reach: &Reach) {
    parts.builders.retain(|name, _| reach.requested.contains(name));
    for (name, items) in &mut parts.types {
        if reach.requested.contains(name) {
            continue;
        }
        items.retain_mut(|item| {
            let Item::Impl(implementation) = item else { return true };
            let had = implementation.items.len();
            implementation.items.retain(|item| !matches!(item, ImplItem::Fn(item) if item.sig.ident == "builder"));
            implementation.items.len() == had || !implementation.items.is_empty()
        });
    }
}
