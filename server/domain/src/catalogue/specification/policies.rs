//! The policies that imports made: which go, which stay, which come.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::OldPolicies;
use super::replacement::Replacement;
use super::wanted::WantedPolicy;
use crate::catalogue::api::{self, Api};
use crate::catalogue::policy::{Column, Entity, Policy};
use crate::catalogue::{authorization_server, policy, scope};
use crate::storage::parts::parts;
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result};

/// Which import made a policy: a row for each that is still there.
const TABLE: &str = "specification_policies";

/// What becomes of them.
#[derive(Default)]
pub(super) struct Policies {
    pub(super) created: Vec<Policy>,
    pub(super) removed: Vec<Policy>,
    pub(super) not_removed: Vec<Policy>,
    pub(super) ignored: Vec<Policy>,
}

impl Policies {
    /// Decides it: `apis` are those of the service after the import.
    pub(super) async fn replaced(
        transaction: &Transaction,
        service_id: &str,
        apis: &[Api],
        wanted: Vec<WantedPolicy>,
        old: OldPolicies,
    ) -> Result<Self> {
        let store = transaction.store();
        let made = made_by_import(transaction, service_id).await?;
        let used = used_elsewhere(transaction, service_id, &made).await?;
        // Also where a hand has set another: what the document names has to be there.
        let named = apis.iter().flat_map(|api| [&api.policy_id, &api.document_policy_id]);
        let used_here: HashSet<&str> = named.filter_map(Option::as_deref).collect();
        let wanted_ids: Vec<&str> = wanted.iter().map(|policy| policy.id.as_str()).collect();
        let is_wanted: HashSet<&str> = wanted_ids.iter().copied().collect();
        let mut policies = Self::default();
        for policy in &made {
            // What the service's own APIs use goes where it comes again.
            let stays = old == OldPolicies::Stay
                || used.contains(&policy.id)
                || (used_here.contains(policy.id.as_str()) && !is_wanted.contains(policy.id.as_str()));
            let list = if stays { &mut policies.not_removed } else { &mut policies.removed };
            list.push(policy.clone());
        }
        let known = find(transaction, &wanted_ids).await?;
        let goes: HashSet<&str> = policies.removed.iter().map(|policy| policy.id.as_str()).collect();
        let (mut created, mut ignored) = (Vec::new(), Vec::new());
        for WantedPolicy { id, name, rules } in wanted {
            let known = known.iter().find(|known| known.id == id);
            match known.filter(|known| !goes.contains(known.id.as_str())) {
                Some(known) => ignored.push(known.clone()),
                None => created.push(Policy {
                    tenant_id: transaction.tenant().to_owned(),
                    id,
                    name,
                    rules,
                    created_at: known.map_or_else(|| store.created_at(), |known| known.created_at),
                }),
            }
        }
        (policies.created, policies.ignored) = (created, ignored);
        Ok(policies)
    }

    /// What the document names before its APIs is there then.
    pub(super) async fn check_named(&self, transaction: &Transaction, apis: &Replacement) -> Result<()> {
        let mut named: HashMap<&str, &str> = apis.named_policies();
        for policy in self.created.iter().chain(&self.ignored).chain(&self.not_removed) {
            named.remove(policy.id.as_str());
        }
        let ids: Vec<&str> = named.keys().copied().filter(|id| row::can_exist(transaction.tenant(), id)).collect();
        for policy in find(transaction, &ids).await? {
            named.remove(policy.id.as_str());
        }
        match named.into_iter().min_by_key(|(_, place)| *place) {
            Some((id, place)) => {
                let Error::Invalid { message, .. } = policy::unknown("x-policy", id) else { return Ok(()) };
                Err(Error::invalid(format!("{place}/x-policy"), message))
            }
            None => Ok(()),
        }
    }

    /// Makes what comes, and changes what comes again and is another.
    pub(super) async fn write_new(&self, transaction: &Transaction, service_id: &str) -> Result<()> {
        let before: HashMap<&str, &Policy> = self.removed.iter().map(|policy| (policy.id.as_str(), policy)).collect();
        for policy in &self.created {
            match before.get(policy.id.as_str()) {
                Some(before) if **before == *policy => {}
                Some(before) => row::replace(transaction, *before, policy).await?,
                None => {
                    row::insert(transaction, policy).await?;
                    let mut made = Query::insert();
                    made.into_table(TABLE).columns(["tenant_id", "policy_id", "service_id"]);
                    made.values_panic([transaction.tenant().into(), policy.id.as_str().into(), service_id.into()]);
                    transaction.execute(&made).await?;
                }
            }
        }
        Ok(())
    }

    /// Removes what goes, once no API has it any more.
    pub(super) async fn remove_old(&self, transaction: &Transaction) -> Result<()> {
        let comes: HashSet<&str> = self.created.iter().map(|policy| policy.id.as_str()).collect();
        for policy in &self.removed {
            if !comes.contains(policy.id.as_str()) {
                row::remove(transaction, policy).await?;
            }
        }
        Ok(())
    }

    /// What stays is nobody's import's any more.
    pub(super) async fn forget_all(&self, transaction: &Transaction, service_id: &str) -> Result<()> {
        let mut forget = Query::delete();
        forget.from_table(TABLE).and_where(Expr::col("tenant_id").eq(transaction.tenant()));
        transaction.execute(forget.and_where(Expr::col("service_id").eq(service_id))).await?;
        Ok(())
    }
}

/// Somebody's own it is from now on, not an import's.
pub(in crate::catalogue) async fn disown(transaction: &Transaction, policy_id: &str) -> Result<()> {
    let mut disown = Query::delete();
    disown.from_table(TABLE).and_where(Expr::col("tenant_id").eq(transaction.tenant()));
    transaction.execute(disown.and_where(Expr::col("policy_id").eq(policy_id))).await?;
    Ok(())
}

/// Which service's specification made which policy.
pub(crate) async fn services(connection: &impl ConnectionTrait, tenant: &str) -> Result<HashMap<String, String>> {
    let made = Query::select()
        .columns(["policy_id", "service_id"])
        .from(TABLE)
        .and_where(Expr::col("tenant_id").eq(tenant))
        .to_owned();
    let mut services = HashMap::new();
    for row in connection.query_all(&made).await? {
        services.insert(row.try_get("", "policy_id")?, row.try_get("", "service_id")?);
    }
    Ok(services)
}

/// Says which service's specification made these policies, or that none did.
pub(crate) async fn own(transaction: &Transaction, owned: &[(String, Option<String>)]) -> Result<()> {
    for part in parts(owned) {
        let mut disown = Query::delete();
        disown.from_table(TABLE).and_where(Expr::col("tenant_id").eq(transaction.tenant()));
        disown.and_where(Expr::col("policy_id").is_in(part.iter().map(|(policy, _)| policy.as_str())));
        transaction.execute(&disown).await?;
    }
    let owned: Vec<(&str, &str)> =
        owned.iter().filter_map(|(policy, service)| Some((policy.as_str(), service.as_deref()?))).collect();
    for part in parts(&owned) {
        let mut made = Query::insert();
        made.into_table(TABLE).columns(["tenant_id", "policy_id", "service_id"]);
        for (policy, service) in part {
            made.values_panic([transaction.tenant().into(), (*policy).into(), (*service).into()]);
        }
        transaction.execute(&made).await?;
    }
    Ok(())
}

async fn find(transaction: &Transaction, ids: &[&str]) -> Result<Vec<Policy>> {
    let mut found = Vec::new();
    for part in parts(ids) {
        let some = Column::TenantId.eq(transaction.tenant()).and(Column::Id.is_in(part.iter().copied()));
        found.extend(Entity::find().filter(some).all(&**transaction).await?);
    }
    Ok(found)
}

/// Those that imports of the service made, in the order of their creation, as nobody else changes them before the transaction ends.
async fn made_by_import(transaction: &Transaction, service_id: &str) -> Result<Vec<Policy>> {
    let made = Query::select()
        .column("policy_id")
        .from(TABLE)
        .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
        .and_where(Expr::col("service_id").eq(service_id))
        .to_owned();
    let select = Entity::find()
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::Id.in_subquery(made))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .lock_exclusive();
    unreadable::all(transaction.store(), &**transaction, select).await
}

/// The ids of those that a server, a scope or another service's API uses.
async fn used_elsewhere(transaction: &Transaction, service_id: &str, made: &[Policy]) -> Result<HashSet<String>> {
    let mut used = HashSet::new();
    if made.is_empty() {
        return Ok(used);
    }
    let tenant = transaction.tenant();
    for server in authorization_server::of_tenant(&**transaction, tenant).await? {
        used.extend(server.developer_policy_id.into_iter().chain(server.user_policy_id));
    }
    let ids: Vec<&str> = made.iter().map(|policy| policy.id.as_str()).collect();
    for part in parts(&ids) {
        let ids = || part.iter().copied();
        for column in [scope::Column::DeveloperPolicyId, scope::Column::UserPolicyId] {
            let select = scope::Entity::find().select_only().column(column).distinct();
            let select = select.filter(scope::Column::TenantId.eq(tenant)).filter(column.is_in(ids()));
            used.extend(select.into_tuple::<String>().all(&**transaction).await?);
        }
        let of_others = Condition::all()
            .add(api::Column::TenantId.eq(tenant))
            .add(api::Column::PolicyId.is_in(ids()))
            .add(api::Column::ServiceId.ne(service_id));
        let select = api::Entity::find().select_only().column(api::Column::PolicyId).distinct().filter(of_others);
        used.extend(select.into_tuple::<String>().all(&**transaction).await?);
    }
    Ok(used)
}
