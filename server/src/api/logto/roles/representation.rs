//! What clients of the dialect send and see of a role.

use authplane_domain::clients::role::{
    FeaturedApplication, Holders, MOST_SCOPES, NewRole, Role as DomainRole, RoleChanges, RoleType,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::api::logto::error::LogtoError;
use crate::api::logto::nullable;
use crate::api::patch::not_null;

/// Characters of a name, and of a description.
const LENGTH: usize = 128;

/// A role: scopes of API resources that users, or applications, are given together.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoRole")]
pub(in crate::api::logto) struct Role {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the role, made by the server.
    id: String,
    /// Name of the role, unique in the tenant.
    name: String,
    /// What the role is for, for people.
    description: String,
    /// Who can have it.
    #[serde(rename = "type")]
    kind: RoleType,
    /// Whether users who are new have it.
    is_default: bool,
}

/// A role, and who has it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoRoleWithFeatured")]
pub(super) struct RoleWithFeatured {
    #[serde(flatten)]
    role: Role,
    /// How many users have it.
    users_count: u64,
    /// The first three users who have it.
    #[schemars(length(max = 3))]
    featured_users: Vec<FeaturedUser>,
    /// How many applications have it.
    applications_count: u64,
    /// The first three applications that have it.
    #[schemars(length(max = 3))]
    featured_applications: Vec<FeaturedApplication>,
}

/// A user who has a role, in short.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoFeaturedUser")]
struct FeaturedUser {
    /// Id of the user.
    id: String,
    /// Address of a picture of them; null where there is none.
    #[schemars(schema_with = "nullable::text")]
    avatar: Option<String>,
    /// What they are called; null where nothing is said.
    #[schemars(schema_with = "nullable::text")]
    name: Option<String>,
}

/// A role as the document shows one.
pub(in crate::api::logto) fn example() -> Value {
    json!({
        "tenantId": "default", "id": "r7cx9m2k4v7n0q3t5w8yz", "name": "Order robots", "description": "Read and write orders",
        "type": "MachineToMachine", "isDefault": false
    })
}

/// What a role is made from. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateRoleRequest")]
pub(super) struct CreateRoleRequest {
    /// Accepted and ignored, since the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// Name of the role, unique in the tenant.
    #[schemars(length(min = 1, max = 128))]
    name: String,
    /// What the role is for, for people.
    #[schemars(length(min = 1, max = 128))]
    description: String,
    /// Who can have it; it never changes. Users, when absent.
    #[serde(rename = "type")]
    kind: Option<RoleType>,
    /// Whether users who are new have it; false when absent.
    is_default: Option<bool>,
    /// Ids of the scopes that it gives: of API resources, and for applications of the management API.
    #[schemars(length(max = 1024), inner(length(min = 1)))]
    scope_ids: Option<Vec<String>>,
}

/// What changes of a role. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateRoleRequest")]
pub(super) struct UpdateRoleRequest {
    /// Name of the role, unique in the tenant; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 128))]
    name: Option<String>,
    /// What the role is for, for people; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 128))]
    description: Option<String>,
    /// Whether users who are new have it; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "bool")]
    is_default: Option<bool>,
}

impl Role {
    pub(in crate::api::logto) fn of(role: DomainRole) -> Self {
        let DomainRole { tenant_id, id, name, description, role_type, is_default, created_at: _, scopes: _ } = role;
        Self { tenant_id, id, name, description, kind: role_type, is_default }
    }
}

impl RoleWithFeatured {
    /// No user can be given one yet.
    pub(super) fn of(role: DomainRole, holders: Holders) -> Self {
        let Holders { applications, featured_applications } = holders;
        Self {
            role: Role::of(role),
            users_count: 0,
            featured_users: Vec::new(),
            applications_count: applications,
            featured_applications,
        }
    }
}

impl CreateRoleRequest {
    /// The role that is asked for, or 400 for a text or an id that is none.
    pub(super) fn into_new(self) -> Result<NewRole, LogtoError> {
        let Self { tenant_id: _, name, description, kind, is_default, scope_ids } = self;
        check("name", &name)?;
        check("description", &description)?;
        let scope_ids = scope_ids.unwrap_or_default();
        check_ids("scopeIds", &scope_ids, MOST_SCOPES)?;
        let (role_type, is_default) = (kind.unwrap_or_default(), is_default.unwrap_or_default());
        Ok(NewRole { name, description, role_type, is_default, scope_ids })
    }
}

impl UpdateRoleRequest {
    /// The changes that are asked for, or 400 for a text that is none.
    pub(super) fn into_changes(self) -> Result<RoleChanges, LogtoError> {
        let Self { name, description, is_default } = self;
        name.as_deref().map_or(Ok(()), |name| check("name", name))?;
        description.as_deref().map_or(Ok(()), |text| check("description", text))?;
        Ok(RoleChanges { name, description, default_of_users: is_default })
    }
}

fn check(field: &str, text: &str) -> Result<(), LogtoError> {
    match text.chars().count() {
        0 => Err(LogtoError::invalid_input(field, "must not be empty", false)),
        1..=LENGTH => Ok(()),
        _ => Err(LogtoError::invalid_input(field, &format!("must have at most {LENGTH} characters"), false)),
    }
}

/// 400 for more ids than `most`, and for an empty one, at its place in the list.
pub(in crate::api::logto) fn check_ids(field: &str, ids: &[String], most: usize) -> Result<(), LogtoError> {
    if ids.len() > most {
        return Err(LogtoError::invalid_input(field, &format!("must have at most {most} items"), false));
    }
    match ids.iter().position(String::is_empty) {
        Some(place) => Err(LogtoError::invalid_input(&format!("{field}[{place}]"), "must not be empty", false)),
        None => Ok(()),
    }
}

/// The same, and 400 for no id at all.
pub(in crate::api::logto) fn check_some_ids(field: &str, ids: &[String], most: usize) -> Result<(), LogtoError> {
    if ids.is_empty() {
        return Err(LogtoError::invalid_input(field, "must not be empty", false));
    }
    check_ids(field, ids, most)
}
