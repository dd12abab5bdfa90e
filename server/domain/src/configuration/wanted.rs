//! What a dump says of a tenant. A list that isn't there says nothing; an empty one says that there is nothing.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::beside::{ApiBeside, ClientBeside, PolicyBeside, RoleBeside, ServiceBeside, TimeBeside};
pub use super::key::{BroughtKeys, opened_of_server, opened_of_tenant};
use crate::catalogue::api::NewApi;
use crate::catalogue::authorization_server::{ServerDetails, SigningAlgorithm};
use crate::catalogue::claim::ClaimDetails;
use crate::catalogue::gateway::GatewayType;
use crate::catalogue::policy::Rules;
use crate::clients::client::{ClientDetails, ClientMetadata};
use crate::clients::role::RoleType;
use crate::installation::tenant::AuthenticationContextSettings;
use crate::privacy::consent::ConsentDetails;
use crate::privacy::consent_action::ConsentActionDetails;
use crate::sign_in::authentication::NewMethod;
use crate::{Error, Result};

/// A row of a dump.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Where it stands in the dump, as a JSON pointer (RFC 6901).
    pub at: String,
    /// Its id, as the dump has it.
    pub id: String,
    /// What the dump says of it.
    pub wanted: T,
}

/// What a dump says of one tenant.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each is what it is called")]
pub struct Wanted {
    pub tenant: Option<Entry<WantedTenant>>,
    pub policies: Option<Vec<Entry<WantedPolicy>>>,
    pub consents: Option<Vec<Entry<WantedConsent>>>,
    pub consent_actions: Option<Vec<Entry<WantedConsentAction>>>,
    pub servers: Option<Vec<Entry<WantedServer>>>,
    pub services: Option<Vec<Entry<WantedService>>>,
    pub scopes: Option<Vec<Entry<WantedScope>>>,
    pub scope_lists: ScopeLists,
    pub clients: Option<Vec<Entry<WantedClient>>>,
    pub gateways: Option<Vec<Entry<WantedGateway>>>,
    pub claims: Option<Vec<Entry<WantedClaim>>>,
    pub apis: Option<Vec<Entry<WantedApi>>>,
    pub roles: Option<Vec<Entry<WantedRole>>>,
    pub api_clients: Option<Vec<Entry<WantedApiClient>>>,
    /// Whether its lists are whole, so that what they lack is to go where that is asked for. Of a tenant beside those that it is about a dump says only what it says.
    pub is_complete: bool,
}

/// A tenant.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "as in the tenant's own row")]
pub struct WantedTenant {
    pub name: String,
    pub url: Option<String>,
    /// The usual ones when absent.
    pub authentication_context_settings: Option<AuthenticationContextSettings>,
    pub keys: BroughtKeys,
    pub created_at: Option<DateTime<Utc>>,
}

/// A policy.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the policy's own row")]
pub struct WantedPolicy {
    pub name: String,
    pub rules: Rules,
    pub beside: PolicyBeside,
}

/// A consent.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the consent's own row")]
pub struct WantedConsent {
    pub details: ConsentDetails,
    /// The first, or the one after that which is there, when absent.
    pub version: Option<i64>,
    pub beside: TimeBeside,
}

/// An action.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the action's own row")]
pub struct WantedConsentAction {
    pub details: ConsentActionDetails,
    pub beside: TimeBeside,
}

/// The issuer of an authorization server, as a dump has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BroughtIssuer {
    /// The dump doesn't say: that which is there stays.
    #[default]
    Nothing,
    /// The one that is made of the installation's address. Tokens that were issued under another name count no longer.
    Computed,
    /// The one that it has elsewhere.
    Own(String),
}

/// An authorization server.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the server's own row")]
pub struct WantedServer {
    pub details: ServerDetails,
    /// RS256 when absent.
    pub key_algorithm: Option<SigningAlgorithm>,
    pub issuer: BroughtIssuer,
    /// Those that are there stay when absent.
    pub methods: Option<Vec<NewMethod>>,
    /// That which is there stays when absent, or one is made.
    pub secret: Option<String>,
    pub rotated_secrets: Option<Vec<String>>,
    pub keys: BroughtKeys,
    pub created_at: Option<DateTime<Utc>>,
}

/// A service.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the service's own row")]
pub struct WantedService {
    pub server_id: String,
    pub name: String,
    pub description: String,
    pub gateway_id: Option<String>,
    pub with_specification: bool,
    /// Absent where the dump has nothing of it: then what is there stays.
    pub beside: Option<ServiceBeside>,
}

/// A scope.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the scope's own row")]
pub struct WantedScope {
    pub server_id: String,
    pub service_id: Option<String>,
    pub name: String,
    pub display_name: String,
    pub description: Option<String>,
    pub developer_policy_id: Option<String>,
    pub user_policy_id: Option<String>,
    pub beside: TimeBeside,
}

/// Which scopes a dump has all of: they stand in several lists, of which each may be there or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeLists {
    /// Those that belong to no service.
    pub alone: bool,
    /// Those of these services.
    pub of_services: HashSet<String>,
}

/// A secret of a client, as a dump has it.
#[derive(Clone, PartialEq, Eq)]
pub enum BroughtSecret {
    /// In clear.
    Clear(String),
    /// SHA-256 of it.
    Digest([u8; 32]),
}

impl std::fmt::Debug for BroughtSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("BroughtSecret")
    }
}

/// A client.
#[derive(Clone)]
pub struct WantedClient {
    /// Its server.
    pub server_id: String,
    /// Everything that can be set of it. What a dialect has no words for is in the metadata of the client that is there, or the usual one.
    pub details: Arc<dyn Fn(ClientMetadata) -> Result<ClientDetails> + Send + Sync>,
    /// Who registered it.
    pub developer_id: Option<String>,
    /// When it was made, in seconds since the epoch.
    pub client_id_issued_at: Option<i64>,
    /// Its current secret. When absent, that which is there stays, or one is made.
    pub secret: Option<BroughtSecret>,
    /// What it proved itself with before, and can yet, the newest first. Those that are there stay when absent.
    pub rotated_secrets: Option<Vec<BroughtSecret>>,
    /// What ACP doesn't say.
    pub beside: ClientBeside,
}

impl std::fmt::Debug for WantedClient {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("WantedClient").field("server_id", &self.server_id).finish_non_exhaustive()
    }
}

/// A gateway.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the gateway's own row")]
pub struct WantedGateway {
    pub server_id: String,
    pub client_id: String,
    pub name: String,
    pub description: String,
    pub gateway_type: GatewayType,
    pub created_at: Option<DateTime<Utc>>,
}

/// A claim.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the claim's own row")]
pub struct WantedClaim {
    pub server_id: String,
    pub details: ClaimDetails,
    pub beside: TimeBeside,
}

/// An API.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the API's own row")]
pub struct WantedApi {
    pub new: NewApi,
    /// Absent where the dump has nothing of it: then what is there stays.
    pub beside: Option<ApiBeside>,
}

/// A role.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the role's own row")]
pub struct WantedRole {
    pub name: String,
    pub description: String,
    pub role_type: RoleType,
    /// Their names, which count where their ids aren't said.
    pub scopes: Vec<String>,
    pub beside: RoleBeside,
}

/// An API client of the local user store.
#[derive(Clone)]
#[expect(missing_docs, reason = "as in the API client's own row")]
pub struct WantedApiClient {
    pub name: String,
    pub role_ids: Vec<String>,
    /// That which is there stays when absent, or one is made.
    pub secret: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub updated_by: String,
    pub author: String,
}

impl std::fmt::Debug for WantedApiClient {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("WantedApiClient").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The field of a row, which has dots and brackets, as a part of a JSON pointer.
#[must_use]
pub fn below(field: &str) -> String {
    field.replace(['.', '['], "/").replace(']', "")
}

/// The same error, of a field of a row of a dump.
pub(super) fn at(error: Error, pointer: &str) -> Error {
    match error {
        Error::Invalid { field, message } if field.starts_with('/') => Error::Invalid { field, message },
        Error::Invalid { field, message } => Error::invalid(format!("{pointer}/{}", below(&field)), message),
        // What a dump asks for and can't be is nothing that the state forbids for a while.
        Error::Refused { message, .. } => Error::invalid(pointer.to_owned(), message),
        Error::Conflict { thing, field, value } => {
            Error::invalid(format!("{pointer}/{field}"), format!("another {thing} has {value:?}"))
        }
        other => other,
    }
}
