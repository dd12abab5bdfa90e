//! What users gave of the consents that a tenant asks for, and took back.
//!
//! A row says what is so now; the [ledger](super::ledger) says how it came to be, in the same transaction. A row keeps the version that was given:
//! [`Consent::now`] says what it counts for.

mod act;
mod event;
mod given;
mod standings;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait,
};

pub use self::act::{Act, Acted, GrantContext, Manner, Permit, Shown, Wish, act};
pub use self::entity::Model as ConsentGrant;
use self::entity::{Column, Entity};
pub use self::given::Given;
pub use self::standings::Standings;
use super::consent::{self, Consent, GrantType};
use super::consent_action::{self, ConsentAction};
use crate::sign_in::{self, person};
use crate::storage::parts::parts;
use crate::storage::row;
use crate::storage::store::{Backend, Transaction};
use crate::storage::unreadable;
use crate::{Result, Store, validate};

/// The version of what was refused and never given: there is none before the first.
const NEVER_GIVEN: i64 = consent::FIRST_VERSION - 1;
/// Before anything that a user said.
const LONG_AGO: i64 = -1;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::privacy::consent::GrantType;

    /// What a user gave last of a consent, or took back.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consent_grants")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Whose it is: the [key](crate::sign_in::person::Person::key).
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        /// Which consent, and no other that had its id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub lineage: String,
        /// Another one each time.
        pub id: String,
        /// What else was given and taken back with it.
        pub act_id: String,
        /// The version that it was given for; 0 for what was refused and never given.
        pub version: i64,
        /// How it was given.
        pub grant_type: GrantType,
        /// Whether it was given; else it was taken back.
        pub granted: bool,
        /// When that was.
        pub given_at: DateTimeUtc,
        /// When the user said so, in nanoseconds since the epoch.
        pub collected_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A consent, and what somebody gave of it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The consent, as it is now.
    pub consent: Consent,
    /// What counts now, as the version and how it was given; `None` where nothing does.
    pub now: Option<(i64, GrantType)>,
    /// What was given last, or taken back.
    pub grant: Option<ConsentGrant>,
}

impl Standing {
    fn of(consent: Consent, grant: Option<ConsentGrant>) -> Self {
        let grant = grant.filter(|grant| grant.version != NEVER_GIVEN);
        let given = grant.as_ref().filter(|grant| grant.granted);
        let now = given.and_then(|grant| consent.now(grant.version, grant.grant_type));
        Self { consent, now, grant }
    }
}

/// The consents of a tenant, and what a user gave of each; of `ids` alone where these are given. Whose they are is told as to [`Given::load`]. An unknown user gave
/// nothing.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of_subject(store: &Store, tenant: &str, address: &str, ids: Option<&[String]>) -> Result<Vec<Standing>> {
    let consents = row::list::<Consent>(store, tenant, named(ids)).await?;
    let mut given = grants(store, tenant, &person::key_at(store, tenant, address).await?).await?;
    Ok(consents
        .into_iter()
        .map(|consent| {
            let grant = given.remove(&consent.lineage);
            Standing::of(consent, grant)
        })
        .collect())
}

/// Those of these ids that there can be; all where none are given.
fn named(ids: Option<&[String]>) -> Condition {
    let could_be =
        |ids: &[String]| -> Vec<String> { ids.iter().filter(|id| validate::is_plausible_id(id)).cloned().collect() };
    Condition::all().add_option(ids.map(|ids| consent::Column::Id.is_in(could_be(ids))))
}

/// The consents that an action asks for, each with whether it is required, and what a user gave of them.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of_action(store: &Store, action: &ConsentAction, subject: &str) -> Result<Vec<(Standing, bool)>> {
    let consents = consent_action::consents(store, action).await?;
    let mut given = grants(store, &action.tenant_id, subject).await?;
    let standing = |(consent, required): (Consent, bool)| {
        let grant = given.remove(&consent.lineage);
        (Standing::of(consent, grant), required)
    };
    Ok(consents.into_iter().map(standing).collect())
}

/// Could anybody be called so?
fn is_plausible(subject: &str) -> bool {
    let called = person::subject_of(subject);
    !called.is_empty() && validate::one_line("subject", called, sign_in::subject::LENGTH).is_ok()
}

/// By the lineage of their consents.
async fn grants(store: &Store, tenant: &str, subject: &str) -> Result<HashMap<String, ConsentGrant>> {
    if !is_plausible(subject) {
        return Ok(HashMap::new());
    }
    let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Subject.eq(subject));
    let found = unreadable::all(store, store.reader(), select).await?;
    Ok(found.into_iter().map(|grant| (grant.lineage.clone(), grant)).collect())
}

/// Those of these subjects who have a row, whatever it says.
pub(crate) async fn those_with_grants(transaction: &Transaction, subjects: &[&str]) -> Result<HashSet<String>> {
    let mut found = HashSet::new();
    for part in parts(subjects) {
        let of_part = Entity::find()
            .select_only()
            .column(Column::Subject)
            .distinct()
            .filter(Column::TenantId.eq(transaction.tenant()))
            .filter(Column::Subject.is_in(part.iter().copied()));
        found.extend(of_part.into_tuple::<String>().all(&**transaction).await?);
    }
    Ok(found)
}

/// What a user gave of these consents, which nobody else changes before the transaction ends. What isn't there can't be locked: of several who act on it for the
/// first time at once, the others wait until the one has written it.
async fn locked(transaction: &Transaction, subject: &str, lineages: &[&str]) -> Result<HashMap<String, ConsentGrant>> {
    let mut found = found_locked(transaction, subject, lineages).await?;
    let mut missing: Vec<&str> = lineages.iter().copied().filter(|lineage| !found.contains_key(*lineage)).collect();
    if missing.is_empty() {
        return Ok(found);
    }
    // In one order, so that two who write several wait for each other and not for ever.
    missing.sort_unstable();
    let nothing = |lineage: &str| ConsentGrant {
        tenant_id: transaction.tenant().to_owned(),
        subject: subject.to_owned(),
        lineage: lineage.to_owned(),
        id: String::new(),
        act_id: String::new(),
        version: NEVER_GIVEN,
        grant_type: GrantType::Explicit,
        granted: false,
        given_at: transaction.store().now(),
        collected_at: LONG_AGO,
    };
    if transaction.store().backend() == Backend::Sqlite {
        // There is one transaction that writes.
        found.extend(missing.into_iter().map(|lineage| (lineage.to_owned(), nothing(lineage))));
        return Ok(found);
    }
    for part in parts(&missing) {
        let rows = part.iter().map(|lineage| nothing(lineage).into_active_model());
        let unless_there =
            OnConflict::columns([Column::TenantId, Column::Subject, Column::Lineage]).do_nothing().to_owned();
        Entity::insert_many(rows).on_conflict(unless_there).exec_without_returning(&**transaction).await?;
    }
    found.extend(found_locked(transaction, subject, &missing).await?);
    Ok(found)
}

async fn found_locked(
    transaction: &Transaction,
    subject: &str,
    lineages: &[&str],
) -> Result<HashMap<String, ConsentGrant>> {
    let mut found = HashMap::new();
    for part in parts(lineages) {
        let of_subject =
            Entity::find().filter(Column::TenantId.eq(transaction.tenant())).filter(Column::Subject.eq(subject));
        let select = of_subject.filter(Column::Lineage.is_in(part.iter().copied()));
        // One user's are few, and always in one order.
        let in_order = sea_orm::QueryOrder::order_by_asc(select, Column::Lineage).lock_exclusive();
        let grants = in_order.all(&**transaction).await?;
        found.extend(grants.into_iter().map(|grant| (grant.lineage.clone(), grant)));
    }
    Ok(found)
}

async fn put(transaction: &Transaction, grants: Vec<ConsentGrant>) -> Result<()> {
    for part in parts(&grants) {
        let rows = part.iter().map(|grant| grant.clone().into_active_model());
        let instead = OnConflict::columns([Column::TenantId, Column::Subject, Column::Lineage])
            .update_columns([
                Column::Id,
                Column::ActId,
                Column::Version,
                Column::GrantType,
                Column::Granted,
                Column::GivenAt,
                Column::CollectedAt,
            ])
            .to_owned();
        transaction
            .run_last(Entity::insert_many(rows).on_conflict(instead).build(transaction.store().dialect()))
            .await?;
    }
    Ok(())
}

/// What was given of a consent that goes is cleared away later: see [`clear_away`].
pub(super) async fn leave_to_housekeeping(transaction: &Transaction, lineage: &str, now: DateTime<Utc>) -> Result<()> {
    let mut insertion = Query::insert();
    insertion.into_table("removed_consents").columns(["tenant_id", "lineage", "removed_at"]);
    insertion.values_panic([transaction.tenant().into(), lineage.into(), now.into()]);
    transaction.execute(&insertion).await?;
    Ok(())
}

/// Clears away about `batch` grants of consents that were removed. Says whether any may be left: call again then.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn clear_away(store: &Store, batch: u64) -> Result<bool> {
    let oldest = Query::select()
        .columns(["tenant_id", "lineage"])
        .from("removed_consents")
        .order_by("removed_at", sea_orm::Order::Asc)
        .limit(1)
        .to_owned();
    let Some(row) = store.reader().query_one(&oldest).await? else { return Ok(false) };
    let (tenant, lineage): (String, String) = (row.try_get("", "tenant_id")?, row.try_get("", "lineage")?);
    // No cache holds any of them, and one that goes takes nothing along.
    let some = Entity::find()
        .select_only()
        .column(Column::Subject)
        .filter(Column::TenantId.eq(tenant.as_str()))
        .filter(Column::Lineage.eq(lineage.as_str()))
        .limit(batch);
    let subjects: Vec<String> = some.into_tuple().all(store.reader()).await?;
    for part in parts(&subjects) {
        let of_consent = Entity::delete_many()
            .filter(Column::TenantId.eq(tenant.as_str()))
            .filter(Column::Lineage.eq(lineage.as_str()));
        of_consent.filter(Column::Subject.is_in(part.iter().map(String::as_str))).exec(store.writer()).await?;
    }
    if (subjects.len() as u64) < batch {
        let done = Query::delete()
            .from_table("removed_consents")
            .and_where(Expr::col("tenant_id").eq(tenant))
            .and_where(Expr::col("lineage").eq(lineage))
            .to_owned();
        store.writer().execute(&done).await?;
    }
    // There may be another one.
    Ok(true)
}
