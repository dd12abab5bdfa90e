//! Actions: things that users do, and the consents that they need for them.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{ConsentOfAction, ConsentsOfAction, Model as ConsentAction};
use super::consent::{self, Consent};
use crate::installation::acting::Acting;
use crate::storage::cache::Area;
use crate::storage::parts::parts;
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

const THING: &str = "consent_action";
/// Consents of one action.
const MOST: usize = 256;
/// The consents of actions once more, by themselves, so that the actions of a consent are found without looking at others.
const CONSENTS_OF_ACTIONS: &str = "consents_of_actions";

mod entity {
    use schemars::JsonSchema;
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// A consent that an action asks for. Of what else a consent has, nothing is read here.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "AcpConsentOfAction")]
    pub struct ConsentOfAction {
        /// Id of the consent.
        #[schemars(title = "required")]
        #[schemars(length(min = 1, max = 128))]
        pub id: String,
        /// Whether the action is not possible without it.
        pub required: bool,
    }

    /// The consents of an action, in their order.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct ConsentsOfAction(pub Vec<ConsentOfAction>);

    /// One action of a tenant.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "consent_actions")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// What else it is found by.
        pub name: String,
        /// For people; may be empty.
        pub description: String,
        /// What it asks for.
        #[sea_orm(column_type = "JsonBinary")]
        pub consents: ConsentsOfAction,
        /// Whether a consent that it required was removed since it was written last.
        pub lost_required: bool,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for ConsentAction {
    const THING: &'static str = THING;
    const AREA: Area = Area::CONSENTS;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl ConsentAction {
    fn consent_ids(&self) -> Vec<&str> {
        self.consents.0.iter().map(|consent| consent.id.as_str()).collect()
    }
}

/// Everything of an action that can be set.
#[derive(Clone, Debug)]
pub struct ConsentActionDetails {
    /// What else it is found by.
    pub name: String,
    /// For people; may be empty.
    pub description: String,
    /// What it asks for, each once.
    pub consents: Vec<ConsentOfAction>,
}

impl ConsentActionDetails {
    pub(crate) fn check(&self) -> Result<()> {
        validate::name("name", &self.name)?;
        validate::text("description", &self.description)?;
        if self.consents.len() > MOST {
            return Err(Error::invalid("consents", format!("at most {MOST} items")));
        }
        for (index, consent) in self.consents.iter().enumerate() {
            let at = format!("consents[{index}].id");
            if consent.id.is_empty() {
                return Err(Error::invalid(at, "is required"));
            }
            if self.consents[..index].iter().any(|before| before.id == consent.id) {
                return Err(Error::invalid(at, "stands twice"));
            }
        }
        Ok(())
    }
}

/// One action.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<ConsentAction>> {
    row::find(store.reader(), tenant, id).await
}

/// The action with this id; else the one with this name that was made first.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_id_or_name(store: &Store, tenant: &str, id_or_name: &str) -> Result<Option<ConsentAction>> {
    if let Some(found) = find(store, tenant, id_or_name).await? {
        return Ok(Some(found));
    }
    // What can't be a name can't be found, and a database may refuse to compare it.
    if validate::name("name", id_or_name).is_err() {
        return Ok(None);
    }
    let named = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Name.eq(id_or_name));
    Ok(named.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).one(store.reader()).await?)
}

/// The actions of a tenant in creation order.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str) -> Result<Vec<ConsentAction>> {
    row::list(store, tenant, Condition::all()).await
}

/// The consents of an action, in its order. One that was removed a moment ago is left out.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn consents(store: &Store, action: &ConsentAction) -> Result<Vec<(Consent, bool)>> {
    let ids = action.consent_ids();
    let mut found = Vec::with_capacity(ids.len());
    for part in parts(&ids) {
        let select = consent::Entity::find().filter(consent::Column::TenantId.eq(action.tenant_id.as_str()));
        found.extend(select.filter(consent::Column::Id.is_in(part.iter().copied())).all(store.reader()).await?);
    }
    let in_order = action.consents.0.iter().filter_map(|wanted| {
        let place = found.iter().position(|consent| consent.id == wanted.id)?;
        Some((found.swap_remove(place), wanted.required))
    });
    Ok(in_order.collect())
}

/// Makes an action.
///
/// # Errors
/// [`Error::Invalid`] for a field, or a consent that the tenant doesn't have; [`Error::NotFound`] for an unknown tenant; [`Error::Conflict`] for an `id` that is
/// taken; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, id: String, details: ConsentActionDetails) -> Result<ConsentAction> {
    validate::id("id", &id)?;
    details.check()?;
    let transaction = acting.begin().await?;
    lock_consents(&transaction, &details.consents).await?;
    let ConsentActionDetails { name, description, consents } = details;
    let action = ConsentAction {
        tenant_id: transaction.tenant().to_owned(),
        id,
        name,
        description,
        consents: ConsentsOfAction(consents),
        lost_required: false,
        created_at: acting.store().created_at(),
    };
    row::insert(&transaction, &action).await?;
    insert_consents(&transaction, &[&action]).await?;
    transaction.commit().await?;
    Ok(action)
}

/// Replaces everything of an action but its id.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field, or a consent that the tenant doesn't have; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, details: ConsentActionDetails) -> Result<ConsentAction> {
    let transaction = acting.begin().await?;
    details.check()?;
    // Before the action: that is the order in which whoever removes a consent locks them.
    let locked = lock_consents(&transaction, &details.consents).await;
    let before: ConsentAction = row::locked(&transaction, id).await?;
    locked?;
    let ConsentActionDetails { name, description, consents } = details;
    // Whoever writes it says what it requires from now on.
    let consents = ConsentsOfAction(consents);
    let after = ConsentAction { name, description, consents, lost_required: false, ..before.clone() };
    if after == before {
        return Ok(before);
    }
    row::replace(&transaction, &before, &after).await?;
    replace_consents(&transaction, &[(&before, &after)]).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Removes an action. The consents that it asked for stay.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    row::delete(acting, id, |_: &ConsentAction| Ok(())).await
}

/// The actions that ask for a consent, locked.
pub(crate) async fn asking_for(transaction: &Transaction, consent_id: &str) -> Result<Vec<ConsentAction>> {
    let asking = Query::select()
        .column("action_id")
        .from(CONSENTS_OF_ACTIONS)
        .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
        .and_where(Expr::col("consent_id").eq(consent_id))
        .to_owned();
    let actions = Entity::find().filter(Column::TenantId.eq(transaction.tenant()));
    // In one order, so that two who lock several wait for each other and not for ever.
    let in_order = actions.filter(Column::Id.in_subquery(asking)).order_by_asc(Column::Id);
    Ok(in_order.lock_exclusive().all(&**transaction).await?)
}

/// Takes a consent out of the actions that ask for it.
pub(super) async fn let_go_of_consent(transaction: &Transaction, consent_id: &str) -> Result<()> {
    for before in asking_for(transaction, consent_id).await? {
        let mut after = before.clone();
        // Without it the action would ask for less than whoever made it wanted, and a policy would let in whom it kept out.
        after.lost_required |= before.consents.0.iter().any(|consent| consent.id == consent_id && consent.required);
        after.consents.0.retain(|consent| consent.id != consent_id);
        row::replace(transaction, &before, &after).await?;
    }
    Ok(())
}

/// Nobody removes these consents before the transaction ends.
///
/// # Errors
/// [`Error::Invalid`] for the first that the tenant doesn't have.
async fn lock_consents(transaction: &Transaction, wanted: &[ConsentOfAction]) -> Result<()> {
    let could_be = |id: &&str| validate::is_plausible_id(id);
    let mut ids: Vec<&str> = wanted.iter().map(|consent| consent.id.as_str()).filter(could_be).collect();
    ids.sort_unstable();
    let mut there: Vec<String> = Vec::with_capacity(ids.len());
    for part in parts(&ids) {
        let select = consent::Entity::find()
            .select_only()
            .column(consent::Column::Id)
            .filter(consent::Column::TenantId.eq(transaction.tenant()))
            .filter(consent::Column::Id.is_in(part.iter().copied()))
            .order_by_asc(consent::Column::Id)
            .lock_shared();
        there.extend(select.into_tuple::<String>().all(&**transaction).await?);
    }
    let missing = wanted.iter().position(|consent| !there.contains(&consent.id));
    missing.map_or(Ok(()), |index| Err(unknown_consent(index, &wanted[index].id)))
}

fn unknown_consent(index: usize, id: &str) -> Error {
    let shown = &id[..id.floor_char_boundary(validate::ID_LENGTH)];
    Error::invalid(format!("consents[{index}].id"), format!("there is no consent {shown:?}"))
}

/// Those of new actions.
pub(crate) async fn insert_consents(transaction: &Transaction, actions: &[&ConsentAction]) -> Result<()> {
    let rows: Vec<(&str, &str)> = actions
        .iter()
        .flat_map(|action| action.consents.0.iter().map(|consent| (action.id.as_str(), consent.id.as_str())))
        .collect();
    for part in parts(&rows) {
        let mut insertion = Query::insert();
        insertion.into_table(CONSENTS_OF_ACTIONS).columns(["tenant_id", "action_id", "consent_id"]);
        for (action_id, consent_id) in part {
            insertion.values_panic([transaction.tenant().into(), (*action_id).into(), (*consent_id).into()]);
        }
        transaction.execute(&insertion).await?;
    }
    Ok(())
}

/// Those that actions have now, before which they had others.
pub(crate) async fn replace_consents(
    transaction: &Transaction,
    changed: &[(&ConsentAction, &ConsentAction)],
) -> Result<()> {
    let differ = |(before, after): &&(&ConsentAction, &ConsentAction)| before.consents != after.consents;
    let changed: Vec<&ConsentAction> = changed.iter().filter(differ).map(|(_, after)| *after).collect();
    for part in parts(&changed) {
        let removal = Query::delete()
            .from_table(CONSENTS_OF_ACTIONS)
            .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
            .and_where(Expr::col("action_id").is_in(part.iter().map(|action| action.id.as_str())))
            .to_owned();
        transaction.execute(&removal).await?;
    }
    insert_consents(transaction, &changed).await
}
