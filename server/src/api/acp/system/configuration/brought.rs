//! A dump that is brought in: as this server writes it, or as ACP does.

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::gateway::GatewayType;
use authplane_domain::clients::role::RoleType;
use authplane_domain::configuration::beside::{
    ApiBeside, ClientBeside, PolicyBeside, RoleBeside, ServerBeside, ServiceBeside, TenantBeside, TimeBeside, time,
};
use authplane_domain::configuration::wanted::{WantedApiClient, WantedGateway, WantedRole, below};
use authplane_domain::configuration::{Entry, Wanted};
use authplane_domain::installation::tenant;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Deserialize, Deserializer};

use crate::api::acp::admin::actions::AcpConsentActionRequest;
use crate::api::acp::admin::apis::AcpApiRequest;
use crate::api::acp::admin::claims::AcpClaimRequest;
use crate::api::acp::admin::clients::representation::AcpClientRequest;
use crate::api::acp::admin::consents::AcpConsentRequest;
use crate::api::acp::admin::policies::AcpPolicyRequest;
use crate::api::acp::admin::scopes::AcpScopeRequest;
use crate::api::acp::admin::servers::representation::AcpServerRequest;
use crate::api::acp::admin::services::AcpServiceRequest;
use crate::api::acp::admin::tenant::AcpTenantRequest;
use crate::api::acp::admin::{filled, required};
use crate::edge::extract::Members;

/// A dump that is brought in. A list that isn't there says nothing of its kind; an empty one says that there is nothing of it.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDumpRequest {
    /// The APIs of services, in any order.
    apis: Option<Vec<Brought<AcpApiRequest, ApiBeside>>>,
    /// What ACP's lists have no place for.
    authplane: Option<AcpDumpRestRequest>,
    /// The claims of authorization servers, in any order.
    claims: Option<Vec<Brought<AcpClaimRequest, TimeBeside>>>,
    /// The clients of authorization servers, in any order.
    clients: Option<Vec<Brought<AcpClientRequest, ClientBeside>>>,
    /// The actions that ask for consents, in any order.
    consent_actions: Option<Vec<Brought<AcpConsentActionRequest, TimeBeside>>>,
    /// The consents, in any order.
    consents: Option<Vec<Brought<AcpConsentRequest, TimeBeside>>>,
    /// The policies, in any order.
    policies: Option<Vec<Brought<AcpPolicyRequest, PolicyBeside>>>,
    /// The scopes that belong to no service.
    scopes_without_service: Option<Vec<Brought<AcpScopeRequest, TimeBeside>>>,
    /// The authorization servers, in any order.
    servers: Option<Vec<Brought<AcpServerRequest, ServerBeside>>>,
    /// The services, each with its scopes.
    services: Option<Vec<Brought<AcpDumpServiceRequest, ServiceBeside>>>,
    /// The tenants whose configuration it is.
    tenants: Option<Vec<Brought<AcpTenantRequest, TenantBeside>>>,
}

/// Lists of which ACP's dump has none.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDumpRestRequest {
    /// The API clients of the local user store.
    api_clients: Option<Vec<Brought<AcpDumpApiClientRequest, TimeBeside>>>,
    /// The gateways. Their clients are among the others.
    gateways: Option<Vec<Brought<AcpDumpGatewayRequest, TimeBeside>>>,
    /// The roles of applications and API clients.
    roles: Option<Vec<Brought<AcpDumpRoleRequest, RoleBeside>>>,
}

/// A row, with what ACP doesn't say of it.
#[derive(Clone)]
pub struct Brought<R, B> {
    row: R,
    authplane: Option<B>,
    place: Place,
}

/// How the document has it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "its members are looked at by the derivation alone")]
struct Shape<R, B> {
    #[serde(flatten)]
    row: R,
    /// What ACP doesn't say of it.
    authplane: Option<B>,
}

impl<R: JsonSchema, B: JsonSchema> JsonSchema for Brought<R, B> {
    /// `AcpServerRequest` is `AcpDumpServerRequest` in a dump.
    fn schema_name() -> String {
        let row = R::schema_name();
        let row = row.strip_prefix("Acp").unwrap_or(&row);
        format!("AcpDump{}", row.strip_prefix("Dump").unwrap_or(row))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Shape::<R, B>::json_schema(generator)
    }
}

/// What rows of all kinds say alike.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Place {
    id: Option<String>,
    client_id: Option<String>,
    tenant_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(default)]
struct Apart<B> {
    authplane: Option<B>,
}

impl<B> Default for Apart<B> {
    fn default() -> Self {
        Self { authplane: None }
    }
}

impl<'de, R: serde::de::DeserializeOwned, B: serde::de::DeserializeOwned> Deserialize<'de> for Brought<R, B> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::read(deserializer)?;
        let apart: Apart<B> = members.part()?;
        Ok(Self { row: members.part()?, authplane: apart.authplane, place: members.part()? })
    }
}

/// A service with its scopes.
#[derive(Clone, JsonSchema)]
pub struct AcpDumpServiceRequest {
    #[serde(flatten)]
    service: AcpServiceRequest,
    /// The scopes that belong to it, in any order.
    scopes: Option<Vec<Brought<AcpScopeRequest, TimeBeside>>>,
    #[schemars(skip)]
    server_id: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OfService {
    authorization_server_id: Option<String>,
    scopes: Option<Vec<Brought<AcpScopeRequest, TimeBeside>>>,
}

impl<'de> Deserialize<'de> for AcpDumpServiceRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::read(deserializer)?;
        let of_service: OfService = members.part()?;
        let OfService { authorization_server_id, scopes } = of_service;
        Ok(Self { service: members.part()?, scopes, server_id: authorization_server_id.unwrap_or_default() })
    }
}

/// A gateway.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDumpGatewayRequest {
    /// Id of the gateway.
    #[schemars(title = "required")]
    id: Option<String>,
    /// Name of the gateway, for people.
    name: Option<String>,
    /// What the gateway is for; may be empty.
    description: Option<String>,
    /// What kind of gateway it is.
    #[schemars(
        with = "Option<String>",
        title = "required, one of: pyron | aws | azure | istio | kong | apigeex | apigeeedge | standalone"
    )]
    #[serde(rename = "type")]
    gateway_type: Option<GatewayType>,
    /// Id of the authorization server whose services it may guard.
    #[schemars(title = "required")]
    authorization_server_id: Option<String>,
    /// Id of its client, one of the tenant's `system` server.
    #[schemars(title = "required")]
    client_id: Option<String>,
    /// Id of the tenant that it belongs to.
    tenant_id: Option<String>,
}

/// A role, as it is brought in.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDumpRoleRequest {
    /// Id of the role.
    #[schemars(title = "required")]
    id: Option<String>,
    /// Id of the tenant that it belongs to.
    tenant_id: Option<String>,
    /// Name of the role, unique within the tenant.
    #[schemars(title = "required")]
    name: Option<String>,
    /// What the role is for; may be empty.
    description: Option<String>,
    /// Who can have it.
    #[serde(rename = "type")]
    #[schemars(with = "Option<String>", title = "required, one of: User | MachineToMachine")]
    role_type: Option<RoleType>,
    /// Names of the scopes that it gives.
    scopes: Option<Vec<String>>,
}

/// An API client of the local user store.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDumpApiClientRequest {
    /// Id of the API client.
    #[schemars(title = "required")]
    id: Option<String>,
    /// Id of the tenant that it belongs to.
    tenant_id: Option<String>,
    /// Name of the API client.
    #[schemars(title = "required")]
    name: Option<String>,
    /// Ids of its roles.
    role_ids: Option<Vec<String>>,
    /// Its secret. That which is there stays when absent, or one is made.
    #[schemars(length(min = 32, max = 512))]
    secret: Option<String>,
    /// The time at which it was changed last.
    #[serde(deserialize_with = "time")]
    updated_at: Option<DateTime<Utc>>,
    /// Who changed it last.
    updated_by: Option<String>,
    /// Subject of whoever made it.
    author: Option<String>,
}

/// What a dump says, tenant by tenant, in the order of their ids. `issuer_of` tells what the issuer of a server is here.
///
/// # Errors
/// [`DomainError::Invalid`] for a field, which is a JSON pointer.
pub fn by_tenant(
    dump: AcpDumpRequest,
    issuer_of: impl Fn(&str, &str) -> String,
) -> Result<BTreeMap<String, Wanted>, DomainError> {
    let AcpDumpRequest {
        apis,
        authplane,
        claims,
        clients,
        consent_actions,
        consents,
        policies,
        scopes_without_service,
        servers,
        services,
        tenants,
    } = dump;
    let rest = authplane.as_ref();
    let lists = Lists {
        policies: policies.is_some(),
        consents: consents.is_some(),
        consent_actions: consent_actions.is_some(),
        servers: servers.is_some(),
        services: services.is_some(),
        scopes: scopes_without_service.is_some(),
        clients: clients.is_some(),
        claims: claims.is_some(),
        apis: apis.is_some(),
        gateways: rest.is_some_and(|rest| rest.gateways.is_some()),
        roles: rest.is_some_and(|rest| rest.roles.is_some()),
        api_clients: rest.is_some_and(|rest| rest.api_clients.is_some()),
    };
    let mut sorted = Sorted::begin(tenants.as_deref())?;
    for (index, brought) in (0..).zip(tenants.into_iter().flatten()) {
        let pointer = format!("/tenants/{index}");
        let id = brought.place.id.clone().unwrap_or_default();
        let wanted = brought.row.into_wanted(brought.authplane);
        let of_tenant = sorted.wanted.entry(id.clone()).or_default();
        if of_tenant.tenant.replace(Entry { at: pointer.clone(), id, wanted }).is_some() {
            return Err(DomainError::invalid(format!("{pointer}/id"), "stands twice"));
        }
    }
    sorted.list("/policies", policies, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.policies)?;
    sorted.list("/consents", consents, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.consents)?;
    sorted.list(
        "/consent_actions",
        consent_actions,
        |row, beside, _| Ok(row.into_wanted(beside)),
        |wanted| &mut wanted.consent_actions,
    )?;
    sorted.list(
        "/servers",
        servers,
        |row, beside, place| {
            let id = place.id.as_deref().unwrap_or_default();
            row.into_wanted(&issuer_of(place.tenant_id.as_deref().unwrap_or_default(), id), beside)
        },
        |wanted| &mut wanted.servers,
    )?;
    let mut scopes = Vec::new();
    let services = services.map(|services| {
        let taken = services.into_iter().enumerate().map(|(index, mut service)| {
            if let Some(of_service) = service.row.scopes.take() {
                scopes.push((index, service.place.clone(), service.row.server_id.clone(), of_service));
            }
            Brought { row: service.row.service, authplane: service.authplane, place: service.place }
        });
        taken.collect::<Vec<_>>()
    });
    sorted.list("/services", services, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.services)?;
    sorted.list(
        "/scopes_without_service",
        scopes_without_service,
        |row, beside, _| row.into_wanted(None, beside),
        |wanted| {
            wanted.scope_lists.alone = true;
            &mut wanted.scopes
        },
    )?;
    for (index, place, server_id, scopes) in scopes {
        let service_id = place.id.clone().unwrap_or_default();
        let tenant = sorted.tenant_of(&format!("/services/{index}"), place.tenant_id.clone())?;
        let of_tenant = sorted.wanted.entry(tenant).or_default();
        of_tenant.scopes.get_or_insert_default();
        of_tenant.scope_lists.of_services.insert(service_id.clone());
        let with_tenant = scopes.into_iter().map(|mut scope| {
            scope.place.tenant_id.clone_from(&place.tenant_id);
            scope
        });
        sorted.list(
            &format!("/services/{index}/scopes"),
            Some(with_tenant.collect()),
            |row, beside, _| row.into_wanted(Some((&service_id, &server_id)), beside),
            |wanted| &mut wanted.scopes,
        )?;
    }
    sorted.list("/clients", clients, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.clients)?;
    sorted.list("/claims", claims, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.claims)?;
    sorted.list("/apis", apis, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.apis)?;
    sorted.rest(authplane.unwrap_or_default())?;
    Ok(sorted.complete(&lists))
}

/// Which lists a dump has.
#[expect(clippy::struct_excessive_bools, reason = "there are as many lists")]
struct Lists {
    policies: bool,
    consents: bool,
    consent_actions: bool,
    servers: bool,
    services: bool,
    scopes: bool,
    clients: bool,
    claims: bool,
    apis: bool,
    gateways: bool,
    roles: bool,
    api_clients: bool,
}

/// Rows, put where their tenants are.
struct Sorted {
    wanted: BTreeMap<String, Wanted>,
    /// The tenant of rows that name none: the only one of the dump, or the usual one; there is none where the dump has several.
    usual: Option<String>,
    has_tenants: bool,
}

impl Sorted {
    fn begin(tenants: Option<&[Brought<AcpTenantRequest, TenantBeside>]>) -> Result<Self, DomainError> {
        let mut ids = Vec::new();
        for (index, brought) in tenants.into_iter().flatten().enumerate() {
            let id = filled(brought.place.id.clone());
            ids.push(id.ok_or_else(|| DomainError::invalid(format!("/tenants/{index}/id"), "is required"))?);
        }
        let has_tenants = !ids.is_empty();
        let usual = match ids.len() {
            0 => Some(tenant::DEFAULT.to_owned()),
            1 => ids.pop(),
            _ => None,
        };
        Ok(Self { wanted: BTreeMap::new(), usual, has_tenants })
    }

    /// The tenant of a row.
    fn tenant_of(&self, pointer: &str, tenant_id: Option<String>) -> Result<String, DomainError> {
        let missing =
            || DomainError::invalid(format!("{pointer}/tenant_id"), "is required: the dump has several tenants");
        filled(tenant_id).or_else(|| self.usual.clone()).ok_or_else(missing)
    }

    /// A list of the dump.
    fn list<R, B, T>(
        &mut self,
        at: &str,
        rows: Option<Vec<Brought<R, B>>>,
        read: impl Fn(R, Option<B>, &Place) -> Result<T, DomainError>,
        list: impl Fn(&mut Wanted) -> &mut Option<Vec<Entry<T>>>,
    ) -> Result<(), DomainError> {
        let Some(rows) = rows else { return Ok(()) };
        for (index, Brought { row, authplane, mut place }) in (0..).zip(rows) {
            let pointer = format!("{at}/{index}");
            let tenant = self.tenant_of(&pointer, place.tenant_id.take())?;
            place.tenant_id = Some(tenant.clone());
            let id = if at == "/clients" { place.client_id.clone() } else { place.id.clone() };
            let id = id.unwrap_or_default();
            let wanted = read(row, authplane, &place).map_err(|error| pointed(error, &pointer))?;
            let of_tenant = list(self.wanted.entry(tenant).or_default()).get_or_insert_default();
            of_tenant.push(Entry { at: pointer, id, wanted });
        }
        Ok(())
    }

    /// A list of the dump says of each tenant that the dump has that there is nothing else.
    fn complete(self, lists: &Lists) -> BTreeMap<String, Wanted> {
        fn given<T>(list: &mut Option<Vec<T>>, is_there: bool) {
            if is_there {
                list.get_or_insert_default();
            }
        }
        let Self { mut wanted, usual, has_tenants } = self;
        if let (true, Some(usual)) = (wanted.is_empty(), usual) {
            wanted.entry(usual).or_default();
        }
        // Of others than its tenants it says only what it says. Where it names none, it is about those of its rows.
        for wanted in wanted.values_mut().filter(|wanted| wanted.tenant.is_some() || !has_tenants) {
            wanted.is_complete = true;
            given(&mut wanted.policies, lists.policies);
            given(&mut wanted.consents, lists.consents);
            given(&mut wanted.consent_actions, lists.consent_actions);
            given(&mut wanted.servers, lists.servers);
            given(&mut wanted.services, lists.services);
            given(&mut wanted.scopes, lists.scopes);
            wanted.scope_lists.alone |= lists.scopes;
            given(&mut wanted.clients, lists.clients);
            given(&mut wanted.claims, lists.claims);
            given(&mut wanted.apis, lists.apis);
            given(&mut wanted.gateways, lists.gateways);
            given(&mut wanted.roles, lists.roles);
            given(&mut wanted.api_clients, lists.api_clients);
        }
        wanted
    }

    fn rest(&mut self, rest: AcpDumpRestRequest) -> Result<(), DomainError> {
        let AcpDumpRestRequest { api_clients, gateways, roles } = rest;
        self.list(
            "/authplane/gateways",
            gateways,
            |row, beside, _| row.into_wanted(beside),
            |wanted| &mut wanted.gateways,
        )?;
        self.list("/authplane/roles", roles, |row, beside, _| row.into_wanted(beside), |wanted| &mut wanted.roles)?;
        self.list(
            "/authplane/api_clients",
            api_clients,
            |row, beside, _| Ok(row.into_wanted(beside)),
            |wanted| &mut wanted.api_clients,
        )
    }
}

fn pointed(error: DomainError, pointer: &str) -> DomainError {
    match error {
        DomainError::Invalid { field, message } => {
            DomainError::invalid(format!("{pointer}/{}", below(&field)), message)
        }
        other => other,
    }
}

impl AcpDumpGatewayRequest {
    fn into_wanted(self, beside: Option<TimeBeside>) -> Result<WantedGateway, DomainError> {
        let Self { id: _, name, description, gateway_type, authorization_server_id, client_id, tenant_id: _ } = self;
        Ok(WantedGateway {
            server_id: required("authorization_server_id", authorization_server_id)?,
            client_id: required("client_id", client_id)?,
            name: name.unwrap_or_default(),
            description: description.unwrap_or_default(),
            gateway_type: gateway_type.ok_or_else(|| DomainError::invalid("type", "is required"))?,
            created_at: beside.unwrap_or_default().created_at,
        })
    }
}

impl AcpDumpRoleRequest {
    fn into_wanted(self, beside: Option<RoleBeside>) -> Result<WantedRole, DomainError> {
        let Self { id: _, tenant_id: _, name, description, role_type, scopes } = self;
        Ok(WantedRole {
            name: name.unwrap_or_default(),
            description: description.unwrap_or_default(),
            role_type: role_type.ok_or_else(|| DomainError::invalid("type", "is required"))?,
            scopes: scopes.unwrap_or_default(),
            beside: beside.unwrap_or_default(),
        })
    }
}

impl AcpDumpApiClientRequest {
    fn into_wanted(self, beside: Option<TimeBeside>) -> WantedApiClient {
        let Self { id: _, tenant_id: _, name, role_ids, secret, updated_at, updated_by, author } = self;
        WantedApiClient {
            name: name.unwrap_or_default(),
            role_ids: role_ids.unwrap_or_default(),
            secret: filled(secret),
            created_at: beside.unwrap_or_default().created_at,
            updated_at,
            updated_by: updated_by.unwrap_or_default(),
            author: author.unwrap_or_default(),
        }
    }
}
