//! What the authentication context of a tenant's users can say.

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::{Error, validate};

const MOST: usize = 256;
const TYPE_LENGTH: usize = 64;
/// All of them together, written as JSON: they are read with each tenant, and each change is kept in the audit log.
const MOST_BYTES: usize = 64 * 1024;

/// What is known about the users of a tenant, whichever way they sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, FromJsonQueryResult)]
#[serde(default)]
#[schemars(rename = "AcpAuthenticationContextSettings")]
pub struct AuthenticationContextSettings {
    /// Each with a name of its own; 64 KiB as JSON all together.
    #[schemars(length(max = 256))]
    pub attributes: Vec<ContextAttribute>,
}

/// Something that may be known about a user.
// `label` and `type` are of ACP 1.6.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpContextAttribute")]
pub struct ContextAttribute {
    /// Name of the attribute: its path in the authentication context, with dots.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// What it says about a user, for people; may be empty.
    #[schemars(length(max = 8192))]
    pub description: String,
    /// What it is called on pages; may be empty.
    #[schemars(length(max = 512))]
    pub label: String,
    /// What kind of value it has, such as `string`, `bool`, `number` or `string_array`; may be empty.
    #[schemars(length(max = 64))]
    #[serde(rename = "type")]
    pub kind: String,
}

impl AuthenticationContextSettings {
    pub(super) fn check(&self) -> crate::Result<()> {
        const FIELD: &str = "authentication_context_settings.attributes";
        if self.attributes.len() > MOST {
            return Err(Error::invalid(FIELD, format!("at most {MOST} items")));
        }
        let mut names: Vec<&str> = self.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
        names.sort_unstable();
        if let Some([twice, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Error::invalid(FIELD, format!("{twice:?} stands there twice")));
        }
        for (index, attribute) in self.attributes.iter().enumerate() {
            let ContextAttribute { name, description, label, kind } = attribute;
            let checks = [
                ("name", validate::name("name", name)),
                ("description", validate::text("description", description)),
                ("label", validate::one_line("label", label, 512)),
                ("type", validate::one_line("type", kind, TYPE_LENGTH)),
            ];
            for (member, checked) in checks {
                checked.map_err(|error| match error {
                    Error::Invalid { message, .. } => Error::invalid(format!("{FIELD}[{index}].{member}"), message),
                    error => error,
                })?;
            }
        }
        let written = serde_json::to_vec(self).map_err(Error::internal)?;
        if written.len() > MOST_BYTES {
            return Err(Error::invalid(FIELD, format!("at most {MOST_BYTES} bytes together")));
        }
        Ok(())
    }
}
