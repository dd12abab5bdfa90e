//! What a row has that ACP's form of it doesn't say.
//!
//! All members may be absent in what is brought in: a dump of another system has none of them. Then what is there keeps its own, and what is new has the usual ones.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};
use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::clients::application::{ApplicationKind, CustomClientMetadata};
use crate::clients::client::SubjectType;
use crate::clients::redirect_uri::ApplicationType;

/// A time that all databases can write: of the years 1970 to 9999.
///
/// # Errors
/// For any other, and what is no time.
pub fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    // Go's encoder writes one that nobody set as the first moment of the year 1.
    let time = Option::<DateTime<Utc>>::deserialize(deserializer)?.filter(|time| time.year() > 1);
    match time {
        Some(time) if !(0..=LAST_SECOND).contains(&time.timestamp()) => {
            Err(D::Error::custom("must be a time of the years 1970 to 9999"))
        }
        time => Ok(time),
    }
}

/// Of the year 9999.
pub(super) const LAST_SECOND: i64 = 253_402_300_799;

/// What a dump says of a tenant besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpTenantBeside")]
pub struct TenantBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Its own keys, with their private parts. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<KeyBeside>>,
}

/// A key with its private part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpDumpKey")]
pub struct KeyBeside {
    /// Its public part with `kid` and `alg` (RFC 7517).
    pub public: Map<String, Value>,
    /// The private part: PKCS #8 in base64.
    pub private_key: String,
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// 1 for the first key of an authorization server, then 2 and so on. A tenant's have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generation: Option<i32>,
    /// When it begins to sign. A tenant's have none.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time")]
    pub signs_from: Option<DateTime<Utc>>,
    /// When it leaves the key set; absent as long as it has no successor.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time")]
    pub published_until: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for KeyBeside {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("KeyBeside").field("public", &self.public).finish_non_exhaustive()
    }
}

/// What a dump says of a policy besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpPolicyBeside")]
pub struct PolicyBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Id of the service whose imported specification made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specification_of: Option<String>,
}

/// What a dump says of an authorization server besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpServerBeside")]
pub struct ServerBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Its keys, with their private parts. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<KeyBeside>>,
    /// What is known of the passwords of its static users, by the id of the method and the name of the user: their hashes. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub password_hashes: BTreeMap<String, BTreeMap<String, String>>,
}

/// What a dump says of a service besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpServiceBeside")]
pub struct ServiceBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// The audience of its tokens.
    pub indicator: Option<String>,
    /// Whether a token request that names no resource means this one.
    pub is_default: Option<bool>,
    /// Life of its access tokens in seconds; the authorization server's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_token_ttl: Option<i64>,
}

/// Of a row whose time alone ACP doesn't say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpBeside")]
pub struct TimeBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a dump says of a role that has no word in it of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpRoleBeside")]
pub struct RoleBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Whether users who are new have it.
    pub is_default: Option<bool>,
    /// Ids of the scopes that it gives. Names alone mean those of the local user store, else of the management API, else all of the `default` server's APIs.
    pub scope_ids: Option<Vec<String>>,
}

/// What a dump says of an API besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpApiBeside")]
pub struct ApiBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Id of the policy that the specification which was imported last names before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_policy_id: Option<String>,
    /// What kinds of data that specification says it gives or takes; absent for one that was made by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_classifications: Option<Vec<String>>,
}

/// What a dump says of a client besides ACP's members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpClientBeside")]
pub struct ClientBeside {
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// Whether it may do what its scopes say and nothing else: one of an `admin` server that isn't limited may do everything there.
    pub limited: Option<bool>,
    /// Ids of the scopes that it may ask for. Names alone mean all scopes that are called so.
    pub scope_ids: Option<Vec<String>>,
    /// Ids of its roles, which give it scopes besides.
    pub role_ids: Option<Vec<String>>,
    /// What is known of its secrets beside themselves: of the current one, then of the rotated ones. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrets: Option<Vec<SecretBeside>>,
    /// Digest of its registration access token, if it registered itself. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_digest: Option<String>,
    /// What the standards have words for and ACP has none.
    pub metadata: Option<MetadataBeside>,
    /// What Logto's dialect knows of it.
    pub application: Option<ApplicationBeside>,
}

/// What Logto's dialect says of a client, and ACP doesn't.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpApplication")]
pub struct ApplicationBeside {
    /// The kind of the application. It counts where it fits the client's other members.
    #[serde(rename = "type")]
    pub kind: Option<ApplicationKind>,
    /// What its developer keeps here.
    pub custom_data: Map<String, Value>,
    /// How it and its tokens behave.
    pub custom_client_metadata: CustomClientMetadata,
}

/// Of a client's secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpDumpSecretBeside")]
pub struct SecretBeside {
    /// What it is called.
    pub name: Option<String>,
    /// The time at which it was made.
    #[serde(default, deserialize_with = "time")]
    pub created_at: Option<DateTime<Utc>>,
    /// From when on it proves nothing any more.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time")]
    pub ends_at: Option<DateTime<Utc>>,
}

/// What RFC 7591 and OpenID Connect say of a client, and ACP doesn't.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "they are members that the standards define, each for itself")]
#[schemars(rename = "AcpDumpClientMetadata")]
pub struct MetadataBeside {
    /// Algorithm that its ID tokens are signed with; empty for that of its authorization server.
    pub id_token_signed_response_alg: String,
    /// `web` or `native`; absent where nobody told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", title = "one of: web | native")]
    pub application_type: Option<ApplicationType>,
    /// How it knows its users.
    #[schemars(with = "String", title = "one of: public | pairwise")]
    pub subject_type: SubjectType,
    /// Seconds that an authentication may be old where the request says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_max_age: Option<i64>,
    /// Its ID tokens always say when the user was authenticated.
    pub require_auth_time: bool,
    /// Authentication context classes that it wants where the request says nothing.
    pub default_acr_values: Vec<String>,
    /// Where a third party sends users to sign in to it; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub initiate_login_uri: String,
    /// Where users may be sent after logout.
    #[schemars(inner(url))]
    pub post_logout_redirect_uris: Vec<String>,
    /// Where it hears of logouts from this server; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub backchannel_logout_uri: String,
    /// It wants the `sid` there.
    pub backchannel_logout_session_required: bool,
    /// Where it hears of logouts from the user's browser; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub frontchannel_logout_uri: String,
    /// It wants `iss` and `sid` there.
    pub frontchannel_logout_session_required: bool,
    /// Mail addresses of the people who care for it.
    pub contacts: Vec<String>,
    /// Id of its software, which all copies of that have.
    pub software_id: String,
    /// Version of its software.
    pub software_version: String,
    /// It registered itself (RFC 7591).
    pub dynamically_registered: bool,
}
