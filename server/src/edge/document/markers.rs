//! What stands in the title of a member, for want of an attribute that schemars would understand: `#[schemars(title = "…")]` over it, where nothing else has a
//! title. The title of a parameter is lost on its way through dropshot: there it stands among the keywords of
//! [`Notes::parameter`](super::Notes::parameter).
//!
//! - `required`: its absence is refused, though serde would take it. Dialects tell of it in their own words and status, so such members are options or have
//!   defaults. (schemars' own `required` does nothing beside a default.)
//! - `one of: a | b`: the values that it may have, or that the items of a list may have. Dialects refuse others in their own words too, so such members are
//!   texts.
//! - `required, one of: a | b`: both.

use serde_json::{Value, json};

const REQUIRED: &str = "required";
const ONE_OF: &str = "one of: ";

/// Takes the marks off a member and writes its values down. Is it required?
pub(super) fn take(schema: &mut Value) -> bool {
    let title = schema["title"].as_str().unwrap_or_default().to_owned();
    let is_required = title == REQUIRED || title.strip_prefix(REQUIRED).is_some_and(|rest| rest.starts_with(", "));
    let list = title.find(ONE_OF).map(|at| &title[at + ONE_OF.len()..]);
    if let Some(member) = schema.as_object_mut().filter(|_| is_required || list.is_some()) {
        member.remove("title");
    }
    if let Some(list) = list {
        let values: Vec<&str> = list.split(" | ").collect();
        let of = if schema["type"] == "array" { &mut schema["items"] } else { schema };
        of["enum"] = json!(values);
    }
    is_required
}
