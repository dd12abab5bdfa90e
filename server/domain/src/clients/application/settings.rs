//! What can be set of applications in Logto's dialect alone.

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::clients::redirect_uri::LONGEST as URI_LENGTH;
use crate::given::not_null;
use crate::storage::written_json::as_both_databases_write_it;
use crate::{Error, validate, whole_number};

/// Of the data that an application may keep here, as JSON.
const CUSTOM_DATA_LENGTH: usize = 64 * 1024;
const MOST_ORIGINS: usize = 256;
/// Of what applications call a tenant, which may be none of this server's.
const TENANT_ID_LENGTH: usize = 256;
/// Ten years, far from where times overflow.
const LONGEST_TTL: i64 = 10 * 365 * 24 * 3600;
/// Days that a refresh token may live (Logto behaviour §7).
const REFRESH_DAYS: std::ops::RangeInclusive<i64> = 1..=90;

/// What Logto's dialect lets be set of how a client and its tokens behave. A member that is absent has the server's usual value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
#[schemars(rename = "LogtoCustomClientMetadata")]
pub struct CustomClientMetadata {
    /// Origins whose scripts may call the server for it. Kept for those who read it: scripts of any origin may.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "Vec<String>", length(max = 256), inner(length(min = 1, max = 2048)))]
    pub cors_allowed_origins: Option<Vec<String>>,
    /// How long its ID tokens live, in seconds.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number::not_null")]
    #[schemars(with = "i64", range(min = 0, max = 315_360_000))]
    pub id_token_ttl: Option<i64>,
    /// How long its refresh tokens live, in seconds. `refreshTokenTtlInDays` counts before it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number::not_null")]
    #[schemars(with = "i64", range(min = 0, max = 315_360_000))]
    pub refresh_token_ttl: Option<i64>,
    /// How long its refresh tokens live, in days.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number::not_null")]
    #[schemars(with = "i64", range(min = 1, max = 90))]
    pub refresh_token_ttl_in_days: Option<i64>,
    /// Kept for those who read it, and means nothing here.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 256))]
    pub tenant_id: Option<String>,
    /// Whether its users' tokens can be refreshed without having been asked for with `offline_access`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "bool")]
    pub always_issue_refresh_token: Option<bool>,
    /// Whether a refresh token is exchanged for another one when it is used.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "bool")]
    pub rotate_refresh_token: Option<bool>,
}

impl CustomClientMetadata {
    /// With these members in the place of those that are there (Logto behaviour §7: the merge is shallow).
    pub(super) fn with(self, given: Self) -> Self {
        let Self {
            cors_allowed_origins,
            id_token_ttl,
            refresh_token_ttl,
            refresh_token_ttl_in_days,
            tenant_id,
            always_issue_refresh_token,
            rotate_refresh_token,
        } = given;
        Self {
            cors_allowed_origins: cors_allowed_origins.or(self.cors_allowed_origins),
            id_token_ttl: id_token_ttl.or(self.id_token_ttl),
            refresh_token_ttl: refresh_token_ttl.or(self.refresh_token_ttl),
            refresh_token_ttl_in_days: refresh_token_ttl_in_days.or(self.refresh_token_ttl_in_days),
            tenant_id: tenant_id.or(self.tenant_id),
            always_issue_refresh_token: always_issue_refresh_token.or(self.always_issue_refresh_token),
            rotate_refresh_token: rotate_refresh_token.or(self.rotate_refresh_token),
        }
    }

    fn check(&self) -> crate::Result<()> {
        let field = |name: &str| format!("customClientMetadata.{name}");
        let origins = self.cors_allowed_origins.as_deref().unwrap_or_default();
        if origins.len() > MOST_ORIGINS {
            return Err(Error::invalid(field("corsAllowedOrigins"), format!("at most {MOST_ORIGINS} items")));
        }
        for origin in origins {
            if origin.is_empty() {
                return Err(Error::invalid(field("corsAllowedOrigins"), "must not hold an empty text"));
            }
            validate::one_line("customClientMetadata.corsAllowedOrigins", origin, URI_LENGTH)?;
        }
        for (name, seconds) in [("idTokenTtl", self.id_token_ttl), ("refreshTokenTtl", self.refresh_token_ttl)] {
            if seconds.is_some_and(|seconds| !(0..=LONGEST_TTL).contains(&seconds)) {
                return Err(Error::invalid(field(name), format!("must be a whole number from 0 to {LONGEST_TTL}")));
            }
        }
        if self.refresh_token_ttl_in_days.is_some_and(|days| !REFRESH_DAYS.contains(&days)) {
            return Err(Error::invalid(field("refreshTokenTtlInDays"), "must be a whole number from 1 to 90"));
        }
        let tenant_id = self.tenant_id.as_deref().unwrap_or_default();
        validate::one_line("customClientMetadata.tenantId", tenant_id, TENANT_ID_LENGTH)
    }
}

/// What is kept of an application beside its kind, and no other dialect says. Every member has a default, so rows that are older than a member load.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct ApplicationSettings {
    /// What its developer keeps here.
    pub custom_data: Map<String, Value>,
    /// How it and its tokens behave.
    pub custom_client_metadata: CustomClientMetadata,
}

impl ApplicationSettings {
    /// The same as they are read again.
    pub(crate) fn normalized(self) -> Self {
        Self { custom_data: as_both_databases_write_it(self.custom_data), ..self }
    }

    pub(crate) fn check(&self) -> crate::Result<()> {
        let length = serde_json::to_vec(&self.custom_data).map_err(Error::internal)?.len();
        if length > CUSTOM_DATA_LENGTH {
            let message = format!("must have at most {CUSTOM_DATA_LENGTH} bytes, this has {length}");
            return Err(Error::invalid("customData", message));
        }
        self.custom_client_metadata.check()
    }
}
