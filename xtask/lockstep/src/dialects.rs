//! Which operation belongs to which part of the SDK.
//!
//! The document sorts its tags into groups, one per dialect. A dialect is a folder of the generated client, mostly with a
//! feature that it is compiled with; a tag is a file in that folder.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sdk_view::operations_by_id;

/// A group of tags.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dialect {
    /// What the document calls the group.
    pub(crate) group: &'static str,
    /// The folder of the generated client.
    pub(crate) module: &'static str,
    /// The feature that it is compiled with; `None` for what is always there.
    pub(crate) feature: Option<&'static str>,
}

/// All of them. A group that isn't here is refused, so that nobody's operations become part of another dialect.
pub(crate) static DIALECTS: [Dialect; 4] = [
    Dialect { group: "Cloudentity ACP", module: "acp", feature: Some("acp") },
    Dialect { group: "Logto", module: "logto", feature: Some("logto") },
    Dialect { group: "PrivX local user store", module: "local_user_store", feature: Some("local-user-store") },
    Dialect { group: "OAuth 2 and OpenID Connect", module: "oauth", feature: None },
];

/// Where the code of an operation goes.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) dialect: &'static Dialect,
    /// The file in the dialect's folder: the tag as a name in Rust.
    pub(crate) file: String,
}

/// The place of every operation, by its id.
pub(crate) fn places(document: &Value) -> Result<BTreeMap<String, Place>, String> {
    let mut files = BTreeMap::new();
    for group in document["x-tagGroups"].as_array().into_iter().flatten() {
        let name = group["name"].as_str().unwrap_or_default();
        let dialect = DIALECTS
            .iter()
            .find(|dialect| dialect.group == name)
            .ok_or_else(|| format!("the SDK has no part for the tag group {name:?}: see `DIALECTS` of the lockstep"))?;
        for tag in group["tags"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            files.insert(tag, Place { dialect, file: tag.replace('-', "_") });
        }
    }
    let mut places = BTreeMap::new();
    for (id, _, operation) in operations_by_id(document) {
        let tag = operation["tags"][0].as_str().unwrap_or_default();
        let place = files.get(tag).ok_or_else(|| format!("{id}: the tag {tag:?} is in no tag group"))?;
        places.insert(id.to_owned(), place.clone());
    }
    Ok(places)
}
