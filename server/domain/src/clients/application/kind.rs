//! What applications are.

use schemars::JsonSchema;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

use crate::clients::client::{Client, ClientAuthentication, DEVICE_CODE};
use crate::clients::redirect_uri::ApplicationType;

/// Grants by which users come to a client.
const OF_USERS: [&str; 5] = ["authorization_code", "implicit", "password", "refresh_token", DEVICE_CODE];

/// What an application is: how it proves who it is, and whether it has users (Logto behaviour §7).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, EnumIter, DeriveActiveEnum,
)]
#[schemars(rename = "LogtoApplicationType")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ApplicationKind {
    /// Runs on its user's machine and keeps no secret.
    #[sea_orm(string_value = "Native")]
    Native,
    /// Runs in its user's browser and keeps no secret.
    #[serde(rename = "SPA")]
    #[sea_orm(string_value = "SPA")]
    Spa,
    /// Runs on a server and has users.
    #[default]
    #[sea_orm(string_value = "Traditional")]
    Traditional,
    /// Asks for tokens in its own name and has no users.
    #[sea_orm(string_value = "MachineToMachine")]
    MachineToMachine,
    /// Knows nothing of OAuth: a proxy signs its users in.
    #[sea_orm(string_value = "Protected")]
    Protected,
}

impl ApplicationKind {
    /// Does it keep no secret?
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Native | Self::Spa)
    }

    /// How a new one proves who it is.
    pub(super) fn authentication(self) -> ClientAuthentication {
        if self.is_public() { ClientAuthentication::None } else { ClientAuthentication::ClientSecretBasic }
    }

    /// What a new one may ask the token endpoint for.
    pub(super) fn grant_types(self) -> Vec<String> {
        let grants: &[&str] = match self {
            Self::MachineToMachine => &["client_credentials"],
            Self::Native | Self::Spa | Self::Traditional | Self::Protected => &["authorization_code", "refresh_token"],
        };
        grants.iter().map(|&grant| grant.to_owned()).collect()
    }

    /// What a client of this kind is when it is set so. Other dialects have no word for the kind: there it follows from what they say, and stays as it is as long
    /// as that fits.
    pub(crate) fn settled(self, client: &Client) -> Self {
        let is_public = client.token_endpoint_auth_method == ClientAuthentication::None;
        let may = |grant: &str| client.grant_types.iter().any(|known| known == grant);
        let is_machine = !is_public && may("client_credentials") && !OF_USERS.iter().any(|grant| may(grant));
        match self {
            _ if is_machine => Self::MachineToMachine,
            known if is_public && known.is_public() => known,
            known if !is_public && matches!(known, Self::Traditional | Self::Protected) => known,
            _ if !is_public => Self::Traditional,
            _ => {
                let is_native = client.metadata.application_type == Some(ApplicationType::Native)
                    || may(DEVICE_CODE)
                    || client.redirect_uris.iter().any(|uri| !uri.starts_with("http"));
                if is_native { Self::Native } else { Self::Spa }
            }
        }
    }
}
