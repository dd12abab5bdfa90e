//! A dump: ACP's ten lists, and what it has no words for beside them.

use std::collections::{BTreeMap, HashMap};

use authplane_domain::catalogue::authorization_server;
use authplane_domain::clients::api_client;
use authplane_domain::clients::role::{Role, RoleType};
use authplane_domain::configuration::beside::{
    ApiBeside, ApplicationBeside, ClientBeside, MetadataBeside, PolicyBeside, RoleBeside, ServerBeside, ServiceBeside,
    TenantBeside, TimeBeside,
};
use authplane_domain::configuration::wanted::{opened_of_server, opened_of_tenant};
use authplane_domain::configuration::{self, Thing, Whole};
use authplane_domain::installation::tenant;
use authplane_domain::sign_in::authentication;
use authplane_domain::{Error as DomainError, Store};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::acp::admin::actions::AcpDumpedConsentAction;
use crate::api::acp::admin::apis::AcpApi;
use crate::api::acp::admin::claims::AcpClaim;
use crate::api::acp::admin::clients::representation::AcpClient;
use crate::api::acp::admin::consents::AcpConsent;
use crate::api::acp::admin::gateways::AcpGateway;
use crate::api::acp::admin::policies::AcpPolicy;
use crate::api::acp::admin::scopes::AcpScope;
use crate::api::acp::admin::servers::authentications::AcpAuthentications;
use crate::api::acp::admin::servers::representation::{AcpServer, Surroundings};
use crate::api::acp::admin::services::AcpService;
use crate::api::acp::admin::tenant::AcpTenant;

/// All that is configured in one tenant, or in several. Lists are in the order of ids.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDump {
    /// The APIs of services, in the order of ids.
    pub apis: Vec<AcpDumpApi>,
    /// What ACP's lists have no place for.
    pub authplane: AcpDumpRest,
    /// The claims of authorization servers, in the order of ids.
    pub claims: Vec<AcpDumpClaim>,
    /// The clients, but for those that administer the installation.
    pub clients: Vec<AcpDumpClient>,
    /// The actions that ask for consents, in the order of ids.
    pub consent_actions: Vec<AcpDumpConsentAction>,
    /// The consents, in the order of ids. What users gave is in no dump.
    pub consents: Vec<AcpDumpConsent>,
    /// The policies, in the order of ids.
    pub policies: Vec<AcpDumpPolicy>,
    /// The scopes that belong to no service.
    pub scopes_without_service: Vec<AcpDumpScope>,
    /// The authorization servers, in the order of ids.
    pub servers: Vec<AcpDumpServer>,
    /// The services, each with its scopes.
    pub services: Vec<AcpDumpService>,
    /// The tenants whose configuration it is.
    pub tenants: Vec<AcpDumpTenant>,
}

/// Lists of which ACP's dump has none.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpRest {
    /// The API clients of the local user store.
    pub api_clients: Vec<AcpDumpApiClient>,
    /// The gateways. Their clients are among the others.
    pub gateways: Vec<AcpDumpGateway>,
    /// The roles of applications and API clients.
    pub roles: Vec<AcpDumpRole>,
}

/// An API in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpApi {
    #[serde(flatten)]
    api: AcpApi,
    /// What ACP doesn't say of it.
    authplane: ApiBeside,
}

/// A claim in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpClaim {
    #[serde(flatten)]
    claim: AcpClaim,
    /// What ACP doesn't say of it.
    authplane: TimeBeside,
}

/// A client in a dump. Its secrets are in it, unless the dump has none.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpClient {
    #[serde(flatten)]
    client: AcpClient,
    /// What ACP doesn't say of it.
    authplane: ClientBeside,
}

/// A consent in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpConsent {
    #[serde(flatten)]
    consent: AcpConsent,
    /// What ACP doesn't say of it.
    authplane: TimeBeside,
}

/// An action in a dump. Of the consents that it asks for, their ids are there.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpConsentAction {
    #[serde(flatten)]
    action: AcpDumpedConsentAction,
    /// What ACP doesn't say of it.
    authplane: TimeBeside,
}

/// A policy in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpPolicy {
    #[serde(flatten)]
    policy: AcpPolicy,
    /// What ACP doesn't say of it.
    authplane: PolicyBeside,
}

/// A scope in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpScope {
    #[serde(flatten)]
    scope: AcpScope,
    /// What ACP doesn't say of it.
    authplane: TimeBeside,
}

/// An authorization server in a dump. `issuer_url` is empty where it is made of the address of the installation.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpServer {
    #[serde(flatten)]
    server: AcpServer,
    /// What ACP doesn't say of it.
    authplane: ServerBeside,
}

/// A service in a dump, with its scopes.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpService {
    #[serde(flatten)]
    service: AcpService,
    /// The scopes that belong to it, in the order of ids.
    scopes: Vec<AcpDumpScope>,
    /// What ACP doesn't say of it.
    authplane: ServiceBeside,
}

/// A tenant in a dump. `url` is empty where it is made of the address of the installation.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpTenant {
    #[serde(flatten)]
    tenant: AcpTenant,
    /// What ACP doesn't say of it.
    authplane: TenantBeside,
}

/// A gateway in a dump.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpGateway {
    #[serde(flatten)]
    gateway: AcpGateway,
    /// What ACP doesn't say of it.
    authplane: TimeBeside,
}

/// A role in a dump.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpRole {
    /// Id of the role.
    pub id: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Name of the role, unique within the tenant.
    pub name: String,
    /// What the role is for; may be empty.
    pub description: String,
    /// Who can have it.
    #[serde(rename = "type")]
    #[schemars(with = "String", title = "one of: User | MachineToMachine")]
    pub role_type: RoleType,
    /// Names of the scopes that it gives.
    pub scopes: Vec<String>,
    /// What is said of it besides.
    pub authplane: RoleBeside,
}

/// An API client of the local user store in a dump.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpApiClient {
    /// Id of the API client.
    pub id: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Name of the API client.
    pub name: String,
    /// Ids of its roles.
    pub role_ids: Vec<String>,
    /// Its secret. Absent in a dump without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// What rows of all kinds have besides.
    pub authplane: TimeBeside,
    /// The time at which it was changed last.
    pub updated_at: Option<DateTime<Utc>>,
    /// Who changed it last.
    pub updated_by: String,
    /// Subject of whoever made it.
    pub author: String,
}

/// A row of a dump.
pub(super) enum Row {
    Tenant(AcpDumpTenant),
    Policy(AcpDumpPolicy),
    Consent(AcpDumpConsent),
    ConsentAction(AcpDumpConsentAction),
    Server(Box<AcpDumpServer>),
    Service(AcpDumpService),
    Scope(AcpDumpScope),
    Client(Box<AcpDumpClient>),
    Gateway(AcpDumpGateway),
    Claim(AcpDumpClaim),
    Api(AcpDumpApi),
    Role(AcpDumpRole),
    ApiClient(AcpDumpApiClient),
}

impl Row {
    /// As JSON, for people and comparisons. A service has no scopes there.
    pub(super) fn to_json(&self) -> serde_json::Result<Value> {
        let mut row = match self {
            Self::Tenant(row) => serde_json::to_value(row),
            Self::Policy(row) => serde_json::to_value(row),
            Self::Consent(row) => serde_json::to_value(row),
            Self::ConsentAction(row) => serde_json::to_value(row),
            Self::Server(row) => serde_json::to_value(row),
            Self::Service(row) => serde_json::to_value(row),
            Self::Scope(row) => serde_json::to_value(row),
            Self::Client(row) => serde_json::to_value(row),
            Self::Gateway(row) => serde_json::to_value(row),
            Self::Claim(row) => serde_json::to_value(row),
            Self::Api(row) => serde_json::to_value(row),
            Self::Role(row) => serde_json::to_value(row),
            Self::ApiClient(row) => serde_json::to_value(row),
        }?;
        row.sort_all_objects();
        Ok(row)
    }
}

/// How a dump shows a thing; without its secrets, or with them in clear.
pub(super) fn row(store: &Store, thing: &Thing, with_secrets: bool) -> Result<Row, DomainError> {
    Ok(match thing {
        Thing::Tenant(whole) => {
            let Whole { row, hanging } = whole.as_ref();
            let keys = hanging.iter().map(|key| opened_of_tenant(store, key));
            let keys = if with_secrets { Some(keys.collect::<Result<_, _>>()?) } else { None };
            let authplane = TenantBeside { created_at: Some(row.created_at), keys };
            Row::Tenant(AcpDumpTenant { tenant: AcpTenant::dumped(row.clone()), authplane })
        }
        Thing::Policy(whole) => {
            let Whole { row, hanging } = whole.as_ref();
            let authplane = PolicyBeside { created_at: Some(row.created_at), specification_of: hanging.clone() };
            Row::Policy(AcpDumpPolicy { policy: AcpPolicy::of(row), authplane })
        }
        Thing::Consent(whole) => Row::Consent(AcpDumpConsent {
            consent: AcpConsent::of(&whole.row),
            authplane: TimeBeside { created_at: Some(whole.row.created_at) },
        }),
        Thing::ConsentAction(whole) => Row::ConsentAction(AcpDumpConsentAction {
            action: AcpDumpedConsentAction::of(&whole.row),
            authplane: TimeBeside { created_at: Some(whole.row.created_at) },
        }),
        Thing::Server(whole) => Row::Server(Box::new(server(store, whole, with_secrets)?)),
        Thing::Service(whole) => {
            let row = &whole.row;
            let authplane = ServiceBeside {
                created_at: Some(row.created_at),
                indicator: Some(row.indicator.clone()),
                is_default: Some(row.is_default),
                access_token_ttl: row.access_token_ttl,
            };
            Row::Service(AcpDumpService { service: AcpService::of(row), scopes: Vec::new(), authplane })
        }
        Thing::Scope(whole) => Row::Scope(AcpDumpScope {
            scope: AcpScope::of(&whole.row),
            authplane: TimeBeside { created_at: Some(whole.row.created_at) },
        }),
        Thing::Client(whole) => {
            let Whole { row, hanging } = whole.as_ref();
            let (client, secrets) = if with_secrets {
                let (client, secrets) = AcpClient::dumped(store, row)?;
                (client, Some(secrets))
            } else {
                (AcpClient::without_secrets(row), None)
            };
            let authplane = ClientBeside {
                created_at: Some(row.created_at),
                limited: Some(row.limited),
                scope_ids: Some(hanging.clone()),
                role_ids: Some(row.roles.clone()),
                secrets,
                registration_digest: row.registration_digest.clone().filter(|_| with_secrets),
                metadata: Some(MetadataBeside::of(&row.metadata)),
                application: Some(ApplicationBeside::of(row)),
            };
            Row::Client(Box::new(AcpDumpClient { client, authplane }))
        }
        Thing::Gateway(whole) => Row::Gateway(AcpDumpGateway {
            gateway: AcpGateway::dumped(&whole.row),
            authplane: TimeBeside { created_at: Some(whole.row.created_at) },
        }),
        Thing::Claim(whole) => Row::Claim(AcpDumpClaim {
            claim: AcpClaim::of(&whole.row),
            authplane: TimeBeside { created_at: Some(whole.row.created_at) },
        }),
        Thing::Api(whole) => Row::Api(AcpDumpApi {
            authplane: ApiBeside {
                created_at: Some(whole.row.created_at),
                document_policy_id: whole.row.document_policy_id.clone(),
                document_classifications: whole.row.document_classifications.clone().map(|said| said.0),
            },
            api: AcpApi::from(whole.row.clone()),
        }),
        Thing::Role(whole) => Row::Role(role(whole.as_ref().clone())),
        Thing::ApiClient(whole) => {
            let secret = if with_secrets { Some(api_client::open_secret(store, &whole.row)?) } else { None };
            let row = whole.row.clone();
            Row::ApiClient(AcpDumpApiClient {
                id: row.id,
                tenant_id: row.tenant_id,
                name: row.name,
                role_ids: row.role_ids.0,
                secret,
                authplane: TimeBeside { created_at: Some(row.created_at) },
                updated_at: Some(row.updated_at),
                updated_by: row.updated_by,
                author: row.author,
            })
        }
    })
}

fn role(whole: Whole<Role, Vec<String>>) -> AcpDumpRole {
    let Whole { row, hanging } = whole;
    let Role { id, tenant_id, name, description, role_type, created_at, is_default, scopes } = row;
    AcpDumpRole {
        id,
        tenant_id,
        name,
        description,
        role_type,
        scopes: hanging,
        authplane: RoleBeside { created_at: Some(created_at), is_default: Some(is_default), scope_ids: Some(scopes) },
    }
}

fn server(
    store: &Store,
    whole: &Whole<authorization_server::AuthorizationServer, Vec<authplane_domain::tokens::signing_key::KeyRow>>,
    with_secrets: bool,
) -> Result<AcpDumpServer, DomainError> {
    let Whole { row, hanging } = whole;
    let keys = hanging.iter().map(|key| opened_of_server(store, key));
    let keys = if with_secrets { Some(keys.collect::<Result<_, _>>()?) } else { None };
    let password_hashes = if with_secrets { authentication::password_hashes(row)? } else { BTreeMap::new() };
    let authplane = ServerBeside { created_at: Some(row.created_at), keys, password_hashes };
    let surroundings = Surroundings {
        issuer_url: row.issuer_url.clone().unwrap_or_default(),
        // They would be the same once more.
        keys: Vec::new(),
        authentications: AcpAuthentications::of(store, row, with_secrets)?,
        secrets: if with_secrets { Some(authorization_server::open_secrets(store, row)?) } else { None },
    };
    Ok(AcpDumpServer { server: AcpServer::of(row, surroundings), authplane })
}

/// The dump of a tenant, or of all.
///
/// # Errors
/// [`DomainError::NotFound`] for an unknown tenant; [`DomainError::Unavailable`] without database.
pub async fn export(store: &Store, tenant: Option<&str>, with_secrets: bool) -> Result<AcpDump, DomainError> {
    let ids = match tenant {
        Some(id) => vec![id.to_owned()],
        None => {
            let mut ids: Vec<String> = tenant::list(store).await?.into_iter().map(|tenant| tenant.id).collect();
            ids.sort_unstable();
            ids
        }
    };
    let mut tenants = Vec::with_capacity(ids.len());
    for id in ids {
        tenants.push(configuration::read(store, &id).await?);
    }
    of(store, tenants, with_secrets)
}

/// The dump of what is configured in tenants, each as it was [read](authplane_domain::configuration::read).
///
/// # Errors
/// [`DomainError::Internal`] when the master key is missing.
pub fn of(store: &Store, tenants: Vec<Vec<Thing>>, with_secrets: bool) -> Result<AcpDump, DomainError> {
    let mut dump = AcpDump {
        apis: Vec::new(),
        authplane: AcpDumpRest::default(),
        claims: Vec::new(),
        clients: Vec::new(),
        consent_actions: Vec::new(),
        consents: Vec::new(),
        policies: Vec::new(),
        scopes_without_service: Vec::new(),
        servers: Vec::new(),
        services: Vec::new(),
        tenants: Vec::new(),
    };
    for things in tenants {
        let first = dump.services.len();
        // Scopes come behind the services.
        let mut places: HashMap<String, usize> = HashMap::new();
        for thing in things {
            let of_service = match &thing {
                Thing::Scope(whole) => whole.row.service_id.as_ref().and_then(|id| places.get(id)).copied(),
                _ => None,
            };
            match row(store, &thing, with_secrets)? {
                Row::Tenant(row) => dump.tenants.push(row),
                Row::Policy(row) => dump.policies.push(row),
                Row::Consent(row) => dump.consents.push(row),
                Row::ConsentAction(row) => dump.consent_actions.push(row),
                Row::Server(row) => dump.servers.push(*row),
                Row::Service(row) => {
                    places.insert(row.service.id.clone(), dump.services.len() - first);
                    dump.services.push(row);
                }
                Row::Scope(row) => match of_service.and_then(|place| dump.services.get_mut(first + place)) {
                    Some(service) => service.scopes.push(row),
                    None => dump.scopes_without_service.push(row),
                },
                Row::Client(row) => dump.clients.push(*row),
                Row::Gateway(row) => dump.authplane.gateways.push(row),
                Row::Claim(row) => dump.claims.push(row),
                Row::Api(row) => dump.apis.push(row),
                Row::Role(row) => dump.authplane.roles.push(row),
                Row::ApiClient(row) => dump.authplane.api_clients.push(row),
            }
        }
    }
    Ok(dump)
}
