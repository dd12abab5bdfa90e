//! What clients of the dialect send and see of a user.

use std::collections::BTreeMap;

use authplane_domain::sign_in::authentication::DigestAlgorithm;
use authplane_domain::sign_in::user::password::NewPassword;
use authplane_domain::sign_in::user::{self, NewUser, UserChanges, UserProfile, identifiers};
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::logto::error::LogtoError;
use crate::api::logto::nullable;
use crate::api::patch::{Patch, not_null, object};

/// A user of a tenant.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUser")]
pub(super) struct User {
    /// Id of the user, and the subject of their tokens. Made by the server.
    id: String,
    /// Name that the user signs in with, compared letter by letter; null where there is none.
    #[schemars(schema_with = "nullable::text")]
    username: Option<String>,
    /// E-mail address that the user signs in with, compared in any case; null where there is none.
    #[schemars(schema_with = "nullable::text")]
    primary_email: Option<String>,
    /// Telephone number that the user signs in with, digits alone; null where there is none.
    #[schemars(schema_with = "nullable::text")]
    primary_phone: Option<String>,
    /// What they are called; null where nothing is said.
    #[schemars(schema_with = "nullable::text")]
    name: Option<String>,
    /// Address of a picture of them; null where there is none.
    #[schemars(schema_with = "nullable::text")]
    avatar: Option<String>,
    /// What an administrator keeps here about them.
    custom_data: Map<String, Value>,
    /// Who they are at other providers, by the provider's name.
    identities: BTreeMap<String, UserIdentity>,
    /// When they signed in last, in milliseconds since the epoch; null where they never did.
    #[schemars(schema_with = "nullable::number")]
    last_sign_in_at: Option<i64>,
    /// When they were made, in milliseconds since the epoch.
    created_at: i64,
    /// When anything about them was written last, in milliseconds since the epoch.
    updated_at: i64,
    /// What else is known about them.
    profile: UserProfile,
    /// Application at which they signed up; null where an administrator made them.
    #[schemars(schema_with = "nullable::text")]
    application_id: Option<String>,
    /// Whether they may not sign in.
    is_suspended: bool,
    /// Whether they have a password.
    has_password: bool,
}

/// A user, and who they are at enterprise providers.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUserWithSsoIdentities")]
pub(super) struct UserWithSsoIdentities {
    #[serde(flatten)]
    user: User,
    /// Who they are at enterprise providers, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    sso_identities: Option<Vec<SsoIdentity>>,
}

/// Who a user is at another provider.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUserIdentity")]
pub(super) struct UserIdentity {
    /// What the provider calls them.
    user_id: String,
    /// What the provider told about them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    details: Option<Map<String, Value>>,
}

/// Who a user is at an enterprise provider.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoSsoIdentity")]
pub(super) struct SsoIdentity {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the identity, made by the server.
    id: String,
    /// Id of the user whose it is.
    user_id: String,
    /// Issuer that the provider calls itself.
    issuer: String,
    /// What the provider calls them.
    identity_id: String,
    /// What the provider told about them.
    detail: Map<String, Value>,
    /// When it was linked, in milliseconds since the epoch.
    created_at: i64,
    /// Id of the connector that leads there.
    sso_connector_id: String,
}

/// A user as the document shows one.
pub(super) fn example() -> Value {
    json!({
        "id": "u1cx9m2k4v7n", "username": "ada", "primaryEmail": "ada@nordlicht.example", "primaryPhone": null, "name": "Ada", "avatar": null,
        "customData": {}, "identities": {}, "lastSignInAt": null, "createdAt": 1_700_000_000_000_i64, "updatedAt": 1_700_000_000_000_i64,
        "profile": {"givenName": "Ada"}, "applicationId": null, "isSuspended": false, "hasPassword": true
    })
}

impl User {
    pub(super) fn of(user: user::User) -> Self {
        Self {
            has_password: user.has_password(),
            id: user.id,
            username: user.username,
            primary_email: user.primary_email,
            primary_phone: user.primary_phone,
            name: user.name,
            avatar: user.avatar,
            custom_data: user.custom_data.0,
            identities: BTreeMap::new(),
            last_sign_in_at: user.last_sign_in_at.map(|at| at.timestamp_millis()),
            created_at: user.created_at.timestamp_millis(),
            updated_at: user.updated_at.timestamp_millis(),
            profile: user.profile,
            application_id: None,
            is_suspended: user.is_suspended,
        }
    }
}

impl UserWithSsoIdentities {
    pub(super) fn of(user: user::User, with_identities: bool) -> Self {
        Self { user: User::of(user), sso_identities: with_identities.then(Vec::new) }
    }
}

/// What a user is made from. Everything else is ignored.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateUserRequest")]
pub(super) struct CreateUserRequest {
    /// Telephone number that the user signs in with: digits alone, unique in the tenant.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 128), regex(pattern = r"^[0-9]+$"))]
    primary_phone: Option<String>,
    /// E-mail address that the user signs in with, unique in the tenant in whatever case.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 128), regex(pattern = r"^\S+@\S+\.\S+$"))]
    primary_email: Option<String>,
    /// Name that the user signs in with, unique in the tenant.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 128), regex(pattern = r"^[A-Z_a-z][A-Za-z0-9_]*$"))]
    username: Option<String>,
    /// Password of the user. No answer tells it, since only its hash is known.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 1024))]
    password: Option<String>,
    /// What another system kept of the password, in the place of the password.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 128))]
    password_digest: Option<String>,
    /// What the digest was made with. Required beside a digest.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "DigestAlgorithm")]
    password_algorithm: Option<DigestAlgorithm>,
    /// What they are called.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 128))]
    name: Option<String>,
    /// Address of a picture of them: any URL.
    #[serde(default)]
    #[schemars(length(max = 2048))]
    avatar: Option<String>,
    /// What an administrator keeps here about them.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "Map<String, Value>")]
    custom_data: Option<Map<String, Value>>,
    /// What else is known about them.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "UserProfile")]
    profile: Option<UserProfile>,
}

/// What changes of a user. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateUserRequest")]
pub(super) struct UpdateUserRequest {
    /// Name that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(default)]
    #[schemars(length(max = 128), regex(pattern = r"^([A-Z_a-z][A-Za-z0-9_]*)?$"))]
    username: Patch<String>,
    /// E-mail address that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(default)]
    #[schemars(length(max = 128), regex(pattern = r"^(\S+@\S+\.\S+)?$"))]
    primary_email: Patch<String>,
    /// Telephone number that the user signs in with; kept when absent, and null or an empty text takes it away.
    #[serde(default)]
    #[schemars(length(max = 128), regex(pattern = r"^[0-9]*$"))]
    primary_phone: Patch<String>,
    /// What they are called; kept when absent, and null or an empty text takes it away.
    #[serde(default)]
    #[schemars(length(max = 128))]
    name: Patch<String>,
    /// Address of a picture of them; kept when absent, and null or an empty text takes it away.
    #[serde(default)]
    #[schemars(length(max = 2048))]
    avatar: Patch<String>,
    /// In the place of all that an administrator keeps here about them; kept when absent.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "Map<String, Value>")]
    custom_data: Option<Map<String, Value>>,
    /// In the place of all that else is known about them; kept when absent.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "UserProfile")]
    profile: Option<UserProfile>,
}

/// An empty text is nothing (Logto behaviour §1).
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

impl CreateUserRequest {
    /// The user that is asked for, or 400: for a text that is none, then for two passwords, then for a digest of which nobody says what it was made with.
    pub(super) fn into_new(self) -> Result<NewUser, LogtoError> {
        let Self {
            primary_phone,
            primary_email,
            username,
            password,
            password_digest,
            password_algorithm,
            name,
            avatar,
            custom_data,
            profile,
        } = self;
        let avatar = filled(avatar);
        let (phone, email) = (primary_phone.as_deref(), primary_email.as_deref());
        identifiers::check(phone, email, username.as_deref(), avatar.as_deref())?;
        if password.as_deref() == Some("") {
            return Err(LogtoError::invalid_input("password", "must not be empty", false));
        }
        let refused = |code: &str, message: &str| Err(LogtoError::new(StatusCode::BAD_REQUEST, code, message));
        let password = match (password, filled(password_digest), password_algorithm) {
            (Some(_), Some(_), _) => {
                return refused("user.password_and_digest", "password and passwordDigest can't be given both");
            }
            (None, Some(_), None) => {
                return refused("user.password_algorithm_required", "passwordDigest needs passwordAlgorithm");
            }
            (None, Some(digest), Some(algorithm)) => Some(NewPassword::Digest(algorithm, digest)),
            (Some(password), None, _) => Some(NewPassword::Plain(password)),
            (None, None, _) => None,
        };
        Ok(NewUser {
            username,
            primary_email,
            primary_phone,
            name: filled(name),
            avatar,
            profile: profile.unwrap_or_default(),
            custom_data: custom_data.unwrap_or_default(),
            password,
        })
    }
}

impl UpdateUserRequest {
    /// The changes that are asked for, or 400 for a text that is none.
    pub(super) fn into_changes(self) -> Result<UserChanges, LogtoError> {
        let Self { username, primary_email, primary_phone, name, avatar, custom_data, profile } = self;
        let change = |member: Patch<String>| member.into_change().map(filled);
        let changes = UserChanges {
            username: change(username),
            primary_email: change(primary_email),
            primary_phone: change(primary_phone),
            name: change(name),
            avatar: change(avatar),
            custom_data,
            profile,
            ..UserChanges::default()
        };
        let [phone, email, username, avatar] =
            [&changes.primary_phone, &changes.primary_email, &changes.username, &changes.avatar]
                .map(|member| member.as_ref().and_then(|text| text.as_deref()));
        identifiers::check(phone, email, username, avatar)?;
        Ok(changes)
    }
}
