//! What a release builds in reaches the tenants that are there already.
//!
//! A tenant gets its built-in rows when it is made, a server those below it. What a later release adds is written by the first start of that release, tenant
//! by tenant: what isn't found by what identifies it. That is the id for policies and services, id or name for roles, service and name for scopes, type and name for claims.
//! Nothing that is there is changed.
//!
//! The installation remembers the names of everything that was built in so far, which has two uses. A start finds with one read that there is nothing to do.
//! And what administrators remove stays removed: claims and policies are written only if no earlier release had them. Services, scopes and roles that are
//! built in can't be removed, so these are looked for themselves. The names are made from the definitions, so that nobody can forget to raise a number, and
//! names are only added: a replica of the release before, which starts meanwhile, takes nothing back.
//!
//! An older replica that still runs beside the first new one makes tenants and servers as it knows them. [`complete`], which is `authplane migrate`, looks
//! everywhere, whatever is remembered.

use std::collections::{BTreeSet, HashMap, HashSet};

use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::catalogue::authorization_server;
use crate::catalogue::claim::{self, Claim};
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, Service};
use crate::clients::role::{self, Role};
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Actor, Change};
use crate::installation::built_in::{self, Rows};
use crate::installation::{first_start, tenant};
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, identifier};

/// The fact that holds the names of everything that was built in so far.
const KNOWN: &str = "built_in";
/// Stands for the id of a tenant, or of a server, where it doesn't matter which.
const ANY: &str = "*";

/// What could be removed and was built in before the installation remembered any of it. Never edited: later releases are remembered.
const KNOWN_BEFORE: [&str; 28] = [
    "policy block",
    "policy nist-aal-1",
    "policy nist-aal-2",
    "policy nist-aal-3",
    "claim id_token name",
    "claim id_token family_name",
    "claim id_token given_name",
    "claim id_token middle_name",
    "claim id_token nickname",
    "claim id_token preferred_username",
    "claim id_token profile",
    "claim id_token picture",
    "claim id_token website",
    "claim id_token gender",
    "claim id_token birthdate",
    "claim id_token zoneinfo",
    "claim id_token locale",
    "claim id_token updated_at",
    "claim id_token email",
    "claim id_token email_verified",
    "claim id_token address.formatted",
    "claim id_token address.street_address",
    "claim id_token address.locality",
    "claim id_token address.region",
    "claim id_token address.country",
    "claim id_token address.postal_code",
    "claim id_token phone_number",
    "claim id_token phone_number_verified",
];

/// Writes what this release adds, and says what that was. Costs one read when nothing is to do. Safe when several replicas start at once: each tenant is
/// done by one of them, and the others find it done.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn reconcile(store: &Store) -> Result<Vec<String>> {
    let known = known(store.reader()).await?;
    if definitions(store)?.is_subset(&known) { Ok(Vec::new()) } else { complete(store).await }
}

/// As [`reconcile`], but looks at every tenant, whatever the installation remembers.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn complete(store: &Store) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for id in tenant_ids(store.reader()).await? {
        let transaction = Acting::new(store, &id, Actor::system()).begin().await?;
        match tenant::lock(&transaction).await {
            // Removed meanwhile.
            Err(Error::NotFound { .. }) => continue,
            locked => locked?,
        };
        // Only now: another replica may have come to the end, and an administrator removed again what it wrote.
        let known = known(&*transaction).await?;
        let missing = missing(&*transaction, store, &id, &known).await?;
        let lines = missing.lines(&id);
        if !lines.is_empty() {
            missing.write(&transaction).await?;
            transaction.commit().await?;
            written.extend(lines);
        }
    }
    remember(store).await?;
    Ok(written)
}

/// What [`complete`] would write, one line each. Also on a database that older steps of the schema are missing from.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn pending(store: &Store) -> Result<Vec<String>> {
    if store.pending_migrations().await?.iter().any(|step| step == "m0005_installation") {
        // There are no tenants yet, nor a table to remember anything in.
        return Ok(Vec::new());
    }
    let known = known(store.reader()).await?;
    let mut pending = Vec::new();
    for id in tenant_ids(store.reader()).await? {
        pending.extend(missing(store.reader(), store, &id, &known).await?.lines(&id));
    }
    Ok(pending)
}

/// The names of what this release builds in.
fn definitions(store: &Store) -> Result<BTreeSet<String>> {
    let mut definitions = BTreeSet::new();
    for tenant in [tenant::SYSTEM, ANY] {
        definitions.extend(names(&built_in::of_tenant(store, tenant)));
        for id in built_in::server_ids(tenant).iter().chain(&[ANY]) {
            definitions.extend(names(&built_in::catalogue(store, ServerKey { tenant, id })?));
        }
    }
    Ok(definitions)
}

fn names(rows: &Rows) -> impl Iterator<Item = String> {
    names_of_fixed(rows).chain(rows.policies.iter().map(name_of_policy)).chain(rows.claims.iter().map(name_of_claim))
}

/// Of what administrators can't remove.
fn names_of_fixed(rows: &Rows) -> impl Iterator<Item = String> {
    let services = rows.services.iter().map(|row| format!("service {} {}", row.server_id, row.id));
    let scopes = rows.scopes.iter().map(|row| format!("scope {} {} {}", row.server_id, service_of(row), row.name));
    let roles = rows.roles.iter().map(|row| format!("role {}", row.id));
    services.chain(scopes).chain(roles)
}

fn name_of_policy(policy: &Policy) -> String {
    format!("policy {}", policy.id)
}

fn name_of_claim(claim: &Claim) -> String {
    format!("claim {} {}", claim.claim_type.to_value(), claim.name)
}

fn service_of(scope: &Scope) -> &str {
    scope.service_id.as_deref().unwrap_or_default()
}

/// The names of everything that was built in so far.
async fn known(connection: &impl ConnectionTrait) -> Result<BTreeSet<String>> {
    match first_start::value_of(connection, KNOWN).await? {
        Some(text) => serde_json::from_str(&text).map_err(Error::internal),
        None => Ok(KNOWN_BEFORE.map(str::to_owned).into()),
    }
}

async fn remember(store: &Store) -> Result<()> {
    let transaction = Acting::new(store, tenant::SYSTEM, Actor::system()).begin().await?;
    match tenant::lock(&transaction).await {
        // Nothing was started yet: the first start writes everything.
        Err(Error::NotFound { .. }) => return Ok(()),
        locked => locked?,
    };
    let before = known(&*transaction).await?;
    let known: BTreeSet<String> = before.union(&definitions(store)?).cloned().collect();
    if known != before {
        let text = serde_json::to_string(&known).map_err(Error::internal)?;
        first_start::set_value(&transaction, KNOWN, text).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// What a tenant lacks.
#[derive(Default)]
struct Missing {
    /// Services that get another id: their own, or one that is in nobody's way.
    moves: Vec<Move>,
    rows: Rows,
}

struct Move {
    former: String,
    to: String,
}

// Only columns that were there when the installation began to remember are read here, and by their names: older steps of the schema may be pending.
async fn missing(
    connection: &impl ConnectionTrait,
    store: &Store,
    tenant: &str,
    known: &BTreeSet<String>,
) -> Result<Missing> {
    let Rows { policies, roles, .. } = built_in::of_tenant(store, tenant);
    let mut missing = Missing::default();
    for server in server_ids(connection, tenant).await? {
        missing_of_server(connection, store, ServerKey { tenant, id: &server }, known, &mut missing).await?;
    }
    let ids = policy::Entity::find().select_only().column(policy::Column::Id);
    let ids = ids.filter(policy::Column::TenantId.eq(tenant));
    let there: HashSet<String> = ids.into_tuple().all(connection).await?.into_iter().collect();
    let scopes = &missing.rows.scopes;
    let named = |policy: &Policy| scopes.iter().any(|scope| scope.developer_policy_id.as_ref() == Some(&policy.id));
    let wanted = |policy: &Policy| !known.contains(&name_of_policy(policy)) || named(policy);
    let lacking = policies.into_iter().filter(|policy| !there.contains(&policy.id) && wanted(policy)).collect();
    missing.rows.policies = lacking;
    // A dump may have given one another id, and it is the same all the same: its name is taken.
    let known = Condition::any()
        .add(role::Column::Id.is_in(roles.iter().map(|role| role.id.as_str())))
        .add(role::Column::Name.is_in(roles.iter().map(|role| role.name.as_str())));
    let there = role::Entity::find().select_only().columns([role::Column::Id, role::Column::Name]);
    let there = there.filter(role::Column::TenantId.eq(tenant)).filter(known);
    let there: Vec<(String, String)> = there.into_tuple().all(connection).await?;
    let is_there = |role: &Role| there.iter().any(|(id, name)| *id == role.id || *name == role.name);
    missing.rows.roles = roles.into_iter().filter(|role| !is_there(role)).collect();
    Ok(missing)
}

async fn missing_of_server(
    connection: &impl ConnectionTrait,
    store: &Store,
    server: ServerKey<'_>,
    known: &BTreeSet<String>,
    missing: &mut Missing,
) -> Result<()> {
    let Rows { services, mut scopes, mut claims, .. } = built_in::catalogue(store, server)?;
    // The services, as long as they haven't got their ids, by the ids that they have.
    let mut moved: HashMap<String, String> = HashMap::new();
    let mut displaced: HashSet<String> = HashSet::new();
    let found = services_like(connection, server, &services).await?;
    for mut service in services {
        let same_id = found.iter().find(|there| there.id == service.id);
        if same_id.is_some_and(|there| there.system && there.server_id == server.id) {
            continue;
        }
        if same_id.is_some() {
            // Somebody's own: what is built in is recognized by its id, so that one gives way.
            let to = identifier::xid(store.environment())?;
            missing.moves.push(Move { former: service.id.clone(), to });
            displaced.insert(service.id.clone());
        }
        let earlier = found.iter().find(|there| {
            let fixed = moved.contains_key(&there.id) || there.id == service.id;
            !fixed && there.system && there.server_id == server.id && there.name == service.name
        });
        if let Some(earlier) = earlier {
            moved.insert(earlier.id.clone(), service.id.clone());
            missing.moves.push(Move { former: earlier.id.clone(), to: service.id });
            continue;
        }
        if found.iter().any(|there| there.indicator == service.indicator) {
            service.indicator = service::default_indicator(&identifier::xid(store.environment())?);
        }
        missing.rows.services.push(service);
    }

    let ids: Vec<&str> = scopes.iter().map(service_of).chain(moved.keys().map(String::as_str)).collect();
    let there = scope::Entity::find().select_only().column(scope::Column::ServiceId).column(scope::Column::Name);
    let there = there.filter(scope::Column::TenantId.eq(server.tenant)).filter(scope::Column::ServiceId.is_in(ids));
    let there: HashSet<(String, String)> = there
        .into_tuple::<(String, String)>()
        .all(connection)
        .await?
        .into_iter()
        // Those of a service that gives way aren't those of the one that comes.
        .filter(|(service, _)| !displaced.contains(service))
        .map(|(service, name)| (moved.get(&service).cloned().unwrap_or(service), name))
        .collect();
    scopes.retain(|scope| !there.contains(&(service_of(scope).to_owned(), scope.name.clone())));
    missing.rows.scopes.extend(scopes);

    claims.retain(|claim| !known.contains(&name_of_claim(claim)));
    if claims.is_empty() {
        return Ok(());
    }
    let there = claim::Entity::find().select_only().column(claim::Column::ClaimType).column(claim::Column::Name);
    let there = there.filter(claim::Column::TenantId.eq(server.tenant)).filter(claim::Column::ServerId.eq(server.id));
    let there: HashSet<(String, String)> = there.into_tuple().all(connection).await?.into_iter().collect();
    claims.retain(|claim| !there.contains(&(claim.claim_type.to_value(), claim.name.clone())));
    missing.rows.claims.extend(claims);
    Ok(())
}

/// What tells the services of a server that are built in.
struct Known {
    id: String,
    server_id: String,
    name: String,
    indicator: String,
    system: bool,
}

/// The built-in services of a server, and whatever else has an id or an indicator that one of `services` is to have.
async fn services_like(
    connection: &impl ConnectionTrait,
    server: ServerKey<'_>,
    services: &[Service],
) -> Result<Vec<Known>> {
    let of_server = Condition::all().add(service::Column::ServerId.eq(server.id)).add(service::Column::System.eq(true));
    let ids = services.iter().map(|service| service.id.as_str());
    let indicators = services.iter().map(|service| service.indicator.as_str());
    let alike = Condition::any()
        .add(of_server)
        .add(service::Column::Id.is_in(ids))
        .add(service::Column::Indicator.is_in(indicators));
    let found: Vec<(String, String, String, String, bool)> = service::Entity::find()
        .select_only()
        .column(service::Column::Id)
        .column(service::Column::ServerId)
        .column(service::Column::Name)
        .column(service::Column::Indicator)
        .column(service::Column::System)
        .filter(service::Column::TenantId.eq(server.tenant))
        .filter(alike)
        .order_by_asc(service::Column::CreatedAt)
        .into_tuple()
        .all(connection)
        .await?;
    let known = |(id, server_id, name, indicator, system)| Known { id, server_id, name, indicator, system };
    Ok(found.into_iter().map(known).collect())
}

async fn tenant_ids(connection: &impl ConnectionTrait) -> Result<Vec<String>> {
    let ids = tenant::Entity::find().select_only().column(tenant::Column::Id).order_by_asc(tenant::Column::Id);
    Ok(ids.into_tuple().all(connection).await?)
}

async fn server_ids(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<String>> {
    let ids = authorization_server::Entity::find().select_only().column(authorization_server::Column::Id);
    let ids = ids.filter(authorization_server::Column::TenantId.eq(tenant));
    Ok(ids.order_by_asc(authorization_server::Column::Id).into_tuple().all(connection).await?)
}

impl Missing {
    /// The same for people, one line each.
    fn lines(&self, tenant: &str) -> Vec<String> {
        let moves = self.moves.iter().map(|moved| format!("service {} as {}", moved.former, moved.to));
        let policies = self.rows.policies.iter().map(name_of_policy);
        // Every server has the same, so their names leave it out.
        let claims = self.rows.claims.iter().map(|row| format!("{} of {}", name_of_claim(row), row.server_id));
        moves
            .chain(policies)
            .chain(names_of_fixed(&self.rows))
            .chain(claims)
            .map(|name| format!("{name} (tenant {tenant})"))
            .collect()
    }

    /// Writes it, parents first.
    async fn write(self, transaction: &Transaction) -> Result<()> {
        let Self { moves, rows } = self;
        for Move { former: from, to } in moves {
            move_service(transaction, &from, &to).await?;
        }
        let (new_roles, new_scopes) = rows.ids_of_roles_and_their_scopes();
        let Rows { servers: _, policies, services, scopes, claims, roles } = rows;
        insert_all(transaction, policies).await?;
        insert_all(transaction, services).await?;
        insert_all(transaction, scopes).await?;
        insert_all(transaction, claims).await?;
        insert_all(transaction, roles).await?;
        role::link_built_in(transaction, &new_roles, &new_scopes).await
    }
}

async fn insert_all<R: Row>(transaction: &Transaction, rows: Vec<R>) -> Result<()> {
    for new in &rows {
        row::insert(transaction, new).await?;
    }
    Ok(())
}

/// Gives a service another id, which its scopes follow. It keeps its indicator: that is what its tokens are for.
async fn move_service(transaction: &Transaction, from: &str, to: &str) -> Result<()> {
    let tenant = transaction.tenant();
    // Rows that were there become other ones below, past what does that usually.
    transaction.touch(Service::AREA.with(Scope::AREA));
    let before: Service = row::locked(transaction, from).await?;
    let after = Service { id: to.to_owned(), ..before.clone() };
    // No key of a row that others refer to can change. Its copy has the id already, and what only one of them can have once the old row is gone.
    let copy =
        Service { indicator: service::default_indicator(&format!("moving {to}")), is_default: false, ..after.clone() };
    row::insert_along(transaction, vec![copy]).await?;
    scope::Entity::update_many()
        .col_expr(scope::Column::ServiceId, Expr::value(to))
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::ServiceId.eq(from))
        .exec(&**transaction)
        .await?;
    service::Entity::delete_by_id((tenant.to_owned(), from.to_owned())).exec(&**transaction).await?;
    service::Entity::update_many()
        .col_expr(service::Column::Indicator, Expr::value(after.indicator.as_str()))
        .col_expr(service::Column::IsDefault, Expr::value(after.is_default))
        .filter(service::Column::TenantId.eq(tenant))
        .filter(service::Column::Id.eq(to))
        .exec(&**transaction)
        .await?;
    audit::record(transaction, Change::changed(Service::THING, to, &before, &after)).await
}
