//! What a new tenant starts with: its servers with their services, scopes and claims, its policies and its roles.
//!
//! Names and values are those of ACP's own first start, Logto's management resource and the local user store's scopes.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Map, Value, json};

use crate::catalogue::authorization_server::{
    self, ADMIN, AuthorizationServer, DEFAULT, DEVELOPER, SYSTEM, SigningAlgorithm,
};
use crate::catalogue::claim::{Claim, ClaimType};
use crate::catalogue::control_surface::{
    CONTROL_PLANE_SCOPES, FULL_SCOPE, GATEWAY_SCOPES, LOCAL_USER_STORE_SCOPES, LOGIN_SCOPES, MANAGEMENT_API_SCOPES,
    OAUTH2_SCOPES, PRIVACY_SCOPES,
};
use crate::catalogue::policy::{Policy, Rules, Validator};
use crate::catalogue::scope::Scope;
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, CONTROL_PLANE, LOCAL_USER_STORE, MANAGEMENT_API, Service};
use crate::clients::role::{self, Role, RoleType};
use crate::installation::tenant::{AuthenticationContextSettings, ContextAttribute};
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::{Result, Store, identifier};

/// The policy that nobody passes.
const BLOCK: &str = "block";

const PROFILE_SCOPES: [(&str, &str); 6] = [
    ("email", "Email"),
    ("phone", "Phone"),
    ("address", "Address"),
    ("profile", "Profile"),
    ("openid", "OpenID"),
    ("offline_access", "Offline Access"),
];

/// Scope and the claims that it brings into ID tokens (OpenID Connect Core §5.4), each with its mapping.
const CLAIMS: [(&str, &[&str]); 4] = [
    (
        "profile",
        &[
            "name",
            "family_name",
            "given_name",
            "middle_name",
            "nickname",
            "preferred_username",
            "profile",
            "picture",
            "website",
            "gender",
            "birthdate",
            "zoneinfo",
            "locale",
            "updated_at",
        ],
    ),
    ("email", &["email", "email_verified"]),
    (
        "address",
        &[
            "address.formatted",
            "address.street_address",
            "address.locality",
            "address.region",
            "address.country",
            "address.postal_code",
        ],
    ),
    ("phone", &["phone_number", "phone_number_verified"]),
];

/// The attributes of a new tenant's authentication context: ACP's `AuthenticationContextSettings`.
pub(crate) fn authentication_context_settings() -> AuthenticationContextSettings {
    const ATTRIBUTES: [(&str, &str); 26] = [
        ("scp", "Scopes"),
        ("groups", "Groups"),
        ("email", "Email"),
        ("email_verified", "Email verified"),
        ("phone_number", "Phone number"),
        ("phone_number_verified", "Phone number verified"),
        ("address.formatted", "Formatted address"),
        ("address.street_address", "Street address"),
        ("address.locality", "Locality"),
        ("address.region", "Region"),
        ("address.country", "Country"),
        ("address.postal_code", "Postal code"),
        ("name", "Name"),
        ("given_name", "Given name"),
        ("middle_name", "Middle name"),
        ("family_name", "Family name"),
        ("nickname", "Nickname"),
        ("preferred_username", "Preferred username"),
        ("profile", "Profile URL"),
        ("picture", "Picture URL"),
        ("website", "Website URL"),
        ("gender", "Gender"),
        ("birthdate", "Birthdate"),
        ("zoneinfo", "Zone info"),
        ("locale", "Locale"),
        ("updated_at", "Updated at"),
    ];
    let kind = |name: &str| match name {
        "scp" | "groups" => "string_array",
        "email_verified" | "phone_number_verified" => "bool",
        "updated_at" => "number",
        _ => "string",
    };
    let attribute = |(name, label): (&str, &str)| ContextAttribute {
        name: name.to_owned(),
        description: String::new(),
        label: label.to_owned(),
        kind: kind(name).to_owned(),
    };
    AuthenticationContextSettings { attributes: ATTRIBUTES.map(attribute).into() }
}

/// The rows of a new tenant below the tenant itself.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) servers: Vec<AuthorizationServer>,
    pub(super) policies: Vec<Policy>,
    pub(super) services: Vec<Service>,
    pub(super) scopes: Vec<Scope>,
    pub(super) claims: Vec<Claim>,
    pub(super) roles: Vec<Role>,
}

/// The ids of the servers of a new tenant: the installation's own tenant has but one.
pub(crate) fn server_ids(tenant: &str) -> &'static [&'static str] {
    if tenant == crate::installation::tenant::SYSTEM { &[SYSTEM] } else { &[ADMIN, DEFAULT, DEVELOPER, SYSTEM] }
}

/// Makes the rows in memory.
pub(crate) fn rows(store: &Store, tenant: &str, servers: &[&str], key_algorithm: SigningAlgorithm) -> Result<Rows> {
    let mut rows = of_tenant(store, tenant);
    for server_id in servers {
        rows.servers.push(server(store, tenant, server_id, key_algorithm)?);
        rows.append(catalogue(store, ServerKey { tenant, id: server_id })?);
    }
    Ok(rows)
}

/// Makes the rows of a tenant that belong to none of its servers in memory.
pub(super) fn of_tenant(store: &Store, tenant: &str) -> Rows {
    let roles = if tenant == crate::installation::tenant::SYSTEM { Vec::new() } else { roles(store, tenant) };
    Rows { policies: policies(store, tenant), roles, ..Rows::default() }
}

/// Makes the rows below one server of a tenant in memory, a built-in one or any other.
pub(crate) fn catalogue(store: &Store, server: ServerKey<'_>) -> Result<Rows> {
    let mut rows = Rows::default();
    let mut catalogue = Catalogue { store, server, rows: &mut rows };
    catalogue.add_services()?;
    catalogue.add_services_of_system()?;
    catalogue.add_claims()?;
    Ok(rows)
}

impl Rows {
    /// Takes these too.
    pub(super) fn append(&mut self, other: Self) {
        let Self { servers, policies, services, scopes, claims, roles } = other;
        self.servers.extend(servers);
        self.policies.extend(policies);
        self.services.extend(services);
        self.scopes.extend(scopes);
        self.claims.extend(claims);
        self.roles.extend(roles);
    }

    /// The id, or the indicator, of one of its services that a service has already.
    pub(crate) async fn taken_service(&self, transaction: &Transaction) -> Result<Option<Service>> {
        let ids = self.services.iter().map(|service| service.id.as_str());
        let indicators = self.services.iter().map(|service| service.indicator.as_str());
        // Each by its index. Asked for both at once, `SQLite` walks all services of the tenant.
        for taken in [service::Column::Id.is_in(ids), service::Column::Indicator.is_in(indicators)] {
            let found = service::Entity::find().filter(service::Column::TenantId.eq(transaction.tenant()));
            let found = found.filter(taken).one(&**transaction).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The ids of the roles, and of the scopes that built-in roles give.
    pub(super) fn ids_of_roles_and_their_scopes(&self) -> (Vec<String>, Vec<String>) {
        let scopes = self.scopes.iter().filter(|scope| role::is_given_by_built_in(scope));
        (self.roles.iter().map(|role| role.id.clone()).collect(), scopes.map(|scope| scope.id.clone()).collect())
    }

    /// Writes them, parents first.
    pub(crate) async fn insert(self, transaction: &Transaction) -> Result<()> {
        let (roles, scopes) = self.ids_of_roles_and_their_scopes();
        row::insert_along(transaction, self.policies).await?;
        row::insert_along(transaction, self.servers).await?;
        row::insert_along(transaction, self.services).await?;
        row::insert_along(transaction, self.scopes).await?;
        row::insert_along(transaction, self.claims).await?;
        row::insert_along(transaction, self.roles).await?;
        role::link_built_in(transaction, &roles, &scopes).await
    }
}

fn server(store: &Store, tenant: &str, id: &str, key_algorithm: SigningAlgorithm) -> Result<AuthorizationServer> {
    let (name, grant_types): (_, &[&str]) = match id {
        ADMIN => ("Admin", &["authorization_code", "client_credentials"]),
        DEVELOPER => ("Developer", &["authorization_code", "client_credentials"]),
        SYSTEM => ("System", &["client_credentials"]),
        _ => ("Default", &["authorization_code", "implicit", "client_credentials", "refresh_token"]),
    };
    Ok(AuthorizationServer {
        name: name.to_owned(),
        system: id != DEFAULT,
        key_algorithm,
        access_token_ttl: 3600,
        authorization_code_ttl: 600,
        id_token_ttl: 3600,
        refresh_token_ttl: 30 * 24 * 3600,
        cookie_max_age: 3600,
        grant_types: grant_types.into(),
        enforce_pkce: matches!(id, ADMIN | DEVELOPER),
        ..authorization_server::unsaid(store, ServerKey { tenant, id })?
    })
}

struct Catalogue<'a> {
    store: &'a Store,
    server: ServerKey<'a>,
    rows: &'a mut Rows,
}

impl Catalogue<'_> {
    fn add_services(&mut self) -> Result<()> {
        let profile = self.add_service(&service::profile_id(self.server.id), "Profile", None);
        for (name, label) in PROFILE_SCOPES {
            self.add_scope(None, &profile, name, label, None)?;
        }
        self.add_group(&service::privacy_id(self.server.id), "User Privacy & Consent", PRIVACY_SCOPES, Some(BLOCK))?;
        self.add_group(&service::oauth2_id(self.server.id), "OAuth2", OAUTH2_SCOPES, Some(BLOCK))
    }

    /// What opens the control surface of this installation.
    fn add_services_of_system(&mut self) -> Result<()> {
        if self.server.id == SYSTEM {
            self.add_group(service::LOGINS, "Login and Scope Grant", LOGIN_SCOPES, Some(BLOCK))?;
            self.add_group(service::GATEWAY, "Gateway", GATEWAY_SCOPES, None)?;
        }
        let of_installation = self.server.tenant == crate::installation::tenant::SYSTEM && self.server.id == SYSTEM;
        if self.server.id == ADMIN || of_installation {
            let service = self.add_service(CONTROL_PLANE, "Authplane control plane", None);
            for name in CONTROL_PLANE_SCOPES {
                self.add_scope(None, &service, name, name, Some(BLOCK))?;
            }
        }
        if self.server.id == DEFAULT {
            let indicator = format!("https://{}.logto.app/api", self.server.tenant);
            let service = self.add_service(MANAGEMENT_API, "Logto Management API", Some(indicator));
            for &name in MANAGEMENT_API_SCOPES {
                // Known to Logto's clients, whose tenant is the default one. Elsewhere it is nobody's, so that no two tenants have a scope of one id.
                let is_known = name == FULL_SCOPE && self.server.tenant == crate::installation::tenant::DEFAULT;
                self.add_scope(is_known.then_some("management-api-all"), &service, name, "", Some(BLOCK))?;
            }
            let service = self.add_service(LOCAL_USER_STORE, "Local user store", None);
            for name in LOCAL_USER_STORE_SCOPES {
                self.add_scope(None, &service, name, name, Some(BLOCK))?;
            }
        }
        Ok(())
    }

    fn add_group(&mut self, id: &str, name: &str, scopes: &[(&str, &str)], policy: Option<&str>) -> Result<()> {
        let service = self.add_service(id, name, None);
        scopes.iter().try_for_each(|(name, label)| self.add_scope(None, &service, name, label, policy))
    }

    /// Every built-in service has the same id in all installations: what it opens is decided by that, and a release that adds to it finds it.
    fn add_service(&mut self, id: &str, name: &str, indicator: Option<String>) -> String {
        self.rows.services.push(Service {
            tenant_id: self.server.tenant.to_owned(),
            server_id: self.server.id.to_owned(),
            name: name.to_owned(),
            description: String::new(),
            gateway_id: None,
            indicator: indicator.unwrap_or_else(|| service::default_indicator(id)),
            is_default: false,
            access_token_ttl: None,
            with_specification: false,
            system: true,
            created_at: self.store.created_at(),
            id: id.to_owned(),
        });
        id.to_owned()
    }

    fn add_scope(
        &mut self,
        id: Option<&str>,
        service_id: &str,
        name: &str,
        display_name: &str,
        developer_policy_id: Option<&str>,
    ) -> Result<()> {
        let id = self.id(id)?;
        self.rows.scopes.push(Scope {
            tenant_id: self.server.tenant.to_owned(),
            id,
            server_id: self.server.id.to_owned(),
            service_id: Some(service_id.to_owned()),
            name: name.to_owned(),
            display_name: display_name.to_owned(),
            // The one that Logto's clients see described (Logto behaviour §2).
            description: (service_id == MANAGEMENT_API && name == FULL_SCOPE)
                .then(|| "Everything at the management API".to_owned()),
            developer_policy_id: developer_policy_id.map(str::to_owned),
            user_policy_id: None,
            created_at: self.store.created_at(),
        });
        Ok(())
    }

    fn add_claims(&mut self) -> Result<()> {
        for (scope, names) in CLAIMS {
            for name in names {
                let id = self.id(None)?;
                self.rows.claims.push(Claim {
                    tenant_id: self.server.tenant.to_owned(),
                    id,
                    server_id: self.server.id.to_owned(),
                    name: (*name).to_owned(),
                    mapping: (*name).to_owned(),
                    claim_type: ClaimType::IdToken,
                    scopes: [scope].into(),
                    created_at: self.store.created_at(),
                });
            }
        }
        Ok(())
    }

    fn id(&self, id: Option<&str>) -> Result<String> {
        id.map_or_else(|| identifier::xid(self.store.environment()), |id| Ok(id.to_owned()))
    }
}

/// Whether a claim is as every server has it from its beginning.
pub(crate) fn is_usual_claim(claim: &Claim) -> bool {
    let is_in = |scope: &str, names: &[&str]| claim.scopes.iter().eq([scope]) && names.contains(&claim.name.as_str());
    claim.mapping == claim.name
        && claim.claim_type == ClaimType::IdToken
        && CLAIMS.iter().any(|(scope, names)| is_in(scope, names))
}

/// `block`, and the assurance levels of NIST SP 800-63B by how somebody logged in (RFC 8176).
fn policies(store: &Store, tenant: &str) -> Vec<Policy> {
    let amr = |comparator: &str, values: &[&str]| json!({ "field": "amr", "comparator": comparator, "value": values });
    let context = |fields: Vec<Value>| Validator {
        name: "identity-context".to_owned(),
        conf: Map::from_iter([("fields".to_owned(), Value::Array(fields))]),
        recovery: Vec::new(),
    };
    let biometric = amr("contains_any", &["face", "retina", "sc", "vbm"]);
    let policies = [
        (BLOCK, Validator { name: "false".to_owned(), ..Validator::default() }),
        ("nist-aal-1", context(vec![amr("contains_all", &["pwd"])])),
        ("nist-aal-2", context(vec![amr("contains_all", &["mfa", "pwd"])])),
        ("nist-aal-3", context(vec![amr("contains_all", &["mfa", "pwd"]), biometric])),
    ];
    let policy = |(id, validator): (&str, Validator)| Policy {
        tenant_id: tenant.to_owned(),
        id: id.to_owned(),
        name: id.to_owned(),
        rules: Rules::Validators(vec![validator]),
        created_at: store.created_at(),
    };
    policies.map(policy).into()
}

fn roles(store: &Store, tenant: &str) -> Vec<Role> {
    let roles = [
        (role::INTERNAL_ADMIN, role::INTERNAL_ADMIN_NAME, "Administers the tenant through the management API"),
        (role::PRIVX_ADMIN, role::PRIVX_ADMIN, "Manages API clients"),
    ];
    let role = |(id, name, description): (&str, &str, &str)| Role {
        tenant_id: tenant.to_owned(),
        id: id.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        role_type: RoleType::MachineToMachine,
        created_at: store.created_at(),
        is_default: false,
        // What they give stands in tables of its own: see `role::link_built_in`.
        scopes: Vec::new(),
    };
    roles.map(role).into()
}
