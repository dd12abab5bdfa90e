//! Consents: what users are asked to agree to, in versions.
//!
//! Whoever changes a consent makes its next version, and says what that means for those who gave it before. Nothing is rewritten for that, however many they are:
//! a grant keeps the version that it was given for, and [`Consent::now`] says what it counts for by the versions since.

pub mod carried;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde::Serialize;

pub use self::carried::{GrantType, UpdateExistingGrants};
use self::entity::{Categories, Services};
pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{ConsentService, Model as Consent, Purpose};
use super::{consent_action, consent_grant};
use crate::clients::client::PiiCategory;
use crate::installation::acting::Acting;
use crate::storage::cache::Area;
use crate::storage::in_parts::{InOrder, Parts, Sorted};
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, identifier, validate};

pub(crate) const THING: &str = "consent";
/// Services of each kind, and their purposes, and categories.
const MOST: usize = 64;
/// Of what a consent says, in bytes of JSON.
const LENGTH: usize = 48 * 1024;
/// The version that a consent begins with.
pub const FIRST_VERSION: i64 = 1;
/// JSON numbers are exact up to here everywhere.
const LAST_VERSION: i64 = (1 << 53) - 1;

mod entity {
    use schemars::JsonSchema;
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::carried::{Carried, UpdateExistingGrants};
    use crate::clients::client::PiiCategory;

    /// Something that personal data are used for.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "AcpPurpose")]
    pub struct Purpose {
        /// Name of the purpose, for people.
        #[schemars(title = "required")]
        #[schemars(length(min = 1, max = 512))]
        #[schemars(regex(pattern = r"\S"))]
        pub name: String,
        /// Whether it is what the data are used for in the first place. Of several purposes exactly one is.
        pub primary: bool,
    }

    /// A service that uses personal data.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "AcpConsentService")]
    pub struct ConsentService {
        /// Name of the service, for people.
        #[schemars(title = "required")]
        #[schemars(length(min = 1, max = 512))]
        #[schemars(regex(pattern = r"\S"))]
        pub name: String,
        /// What it uses them for.
        #[schemars(length(max = 64))]
        pub purposes: Vec<Purpose>,
    }

    /// Services, in their order.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Services(pub Vec<ConsentService>);

    /// Categories, in their order.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Categories(pub Vec<PiiCategory>);

    /// One consent of a tenant.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "privacy_consents")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// For people.
        pub name: String,
        /// For people; may be empty.
        pub description: String,
        /// Whether users who gave it can take it back.
        pub can_be_withdrawn: bool,
        /// The tenant's own services that use the data.
        #[sea_orm(column_type = "JsonBinary")]
        pub internal_services: Services,
        /// Others' services that use the data.
        #[sea_orm(column_type = "JsonBinary")]
        pub third_party_services: Services,
        /// What kinds of data it is about.
        #[sea_orm(column_type = "JsonBinary")]
        pub pii_categories: Categories,
        /// What this version means for those who gave an earlier one.
        pub update_existing_grants: UpdateExistingGrants,
        /// Since when it is as it is.
        pub valid_from: DateTimeUtc,
        /// From 1, one more with each change.
        pub version: i64,
        /// What earlier versions mean for those who gave them.
        #[sea_orm(column_type = "JsonBinary")]
        pub carried: Carried,
        /// Which grants are of this consent, and of no other that had its id.
        pub lineage: String,
        /// When this version was made: nobody can have given it before.
        pub version_made_at: DateTimeUtc,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Consent {
    const THING: &'static str = THING;
    const AREA: Area = Area::CONSENTS;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl InOrder for Consent {
    const ORDER: &'static [Sorted] = &[Sorted::Time("created_at"), Sorted::Text("id")];
}

impl Consent {
    /// What a grant that was given for a version counts for now, as version and type; `None` when it has to be given again.
    #[must_use]
    pub fn now(&self, version: i64, grant_type: GrantType) -> Option<(i64, GrantType)> {
        let grant_type = self.carried.of(version, self.version, grant_type)?;
        Some((self.version, grant_type))
    }

    /// The next version of it.
    fn next(&self, details: ConsentDetails, version: i64, now: DateTime<Utc>) -> Self {
        let mut next = details.into_row(self.tenant_id.clone(), self.id.clone(), version, now);
        next.carried = self.carried.after(next.update_existing_grants, version);
        next.lineage.clone_from(&self.lineage);
        next.created_at = self.created_at;
        next
    }
}

/// Everything of a consent that can be set.
#[derive(Clone, Debug)]
pub struct ConsentDetails {
    /// For people.
    pub name: String,
    /// For people; may be empty.
    pub description: String,
    /// Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    /// The tenant's own services that use the data.
    pub internal_services: Vec<ConsentService>,
    /// Others' services that use the data.
    pub third_party_services: Vec<ConsentService>,
    /// What kinds of data it is about.
    pub pii_categories: Vec<PiiCategory>,
    /// What this version means for those who gave an earlier one.
    pub update_existing_grants: UpdateExistingGrants,
    /// Since when it is so; now when absent.
    pub valid_from: Option<DateTime<Utc>>,
}

impl ConsentDetails {
    pub(crate) fn check(&self, now: DateTime<Utc>) -> Result<()> {
        validate::name("name", &self.name)?;
        validate::text("description", &self.description)?;
        check_services("internal_services", &self.internal_services)?;
        check_services("third_party_services", &self.third_party_services)?;
        check_count("pii_categories", self.pii_categories.len())?;
        for (index, category) in self.pii_categories.iter().enumerate() {
            check_name(format!("pii_categories[{index}].name"), &category.name)?;
        }
        self.check_length()?;
        match self.valid_from {
            Some(from) if from > now => Err(Error::invalid("valid_from", "must not be in the future")),
            Some(from) if from.timestamp() < 0 => Err(Error::invalid("valid_from", "must not be before 1970")),
            _ => Ok(()),
        }
    }

    /// The ledger keeps it with each grant.
    fn check_length(&self) -> Result<()> {
        fn length(member: &impl Serialize) -> Result<usize> {
            Ok(serde_json::to_vec(member).map_err(Error::internal)?.len())
        }
        let members = [
            ("description", length(&self.description)?),
            ("internal_services", length(&self.internal_services)?),
            ("third_party_services", length(&self.third_party_services)?),
            ("pii_categories", length(&self.pii_categories)?),
        ];
        let together: usize = members.iter().map(|(_, length)| length).sum();
        match members.into_iter().max_by_key(|(_, length)| *length) {
            Some((longest, _)) if together > LENGTH => {
                let message = format!("with the other members it has {together} bytes as JSON, and at most {LENGTH}");
                Err(Error::invalid(longest, message))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn into_row(self, tenant_id: String, id: String, version: i64, now: DateTime<Utc>) -> Consent {
        let Self {
            name,
            description,
            can_be_withdrawn,
            internal_services,
            third_party_services,
            pii_categories,
            update_existing_grants,
            valid_from,
        } = self;
        Consent {
            tenant_id,
            id,
            name,
            description,
            can_be_withdrawn,
            internal_services: Services(internal_services),
            third_party_services: Services(third_party_services),
            pii_categories: Categories(pii_categories),
            update_existing_grants,
            // As exact as both databases keep it.
            valid_from: valid_from.map_or(now, |from| chrono::SubsecRound::trunc_subsecs(from, 6)),
            version,
            carried: carried::Carried::default(),
            lineage: String::new(),
            version_made_at: now,
            created_at: now,
        }
    }
}

fn check_count(field: &'static str, count: usize) -> Result<()> {
    if count > MOST { Err(Error::invalid(field, format!("at most {MOST} items"))) } else { Ok(()) }
}

fn check_name(field: String, name: &str) -> Result<()> {
    validate::name("name", name).map_err(|error| match error {
        Error::Invalid { message, .. } => Error::invalid(field, message),
        error => error,
    })
}

fn check_services(field: &'static str, services: &[ConsentService]) -> Result<()> {
    check_count(field, services.len())?;
    for (index, ConsentService { name, purposes }) in services.iter().enumerate() {
        check_name(format!("{field}[{index}].name"), name)?;
        let at = format!("{field}[{index}].purposes");
        if purposes.len() > MOST {
            return Err(Error::invalid(at, format!("at most {MOST} items")));
        }
        for (place, purpose) in purposes.iter().enumerate() {
            check_name(format!("{at}[{place}].name"), &purpose.name)?;
        }
        if purposes.len() > 1 && purposes.iter().filter(|purpose| purpose.primary).count() != 1 {
            return Err(Error::invalid(at, "of several exactly one must be primary"));
        }
    }
    Ok(())
}

/// One consent.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Consent>> {
    row::find(store.reader(), tenant, id).await
}

/// The consents of a tenant in creation order.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str) -> Result<Vec<Consent>> {
    row::list(store, tenant, Condition::all()).await
}

/// As [`list`], a part at a time: together they may be longer than fits into memory.
#[must_use]
pub fn in_parts(store: &Store, tenant: &str) -> Parts<Consent> {
    Parts::of(store, Entity::find().filter(Column::TenantId.eq(tenant)))
}

/// Makes a consent, in its first version.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown tenant; [`Error::Conflict`] for an `id` that is taken; [`Error::Unavailable`] without
/// database.
pub async fn create(acting: &Acting, id: String, details: ConsentDetails) -> Result<Consent> {
    let store = acting.store();
    validate::id("id", &id)?;
    details.check(store.now())?;
    let mut consent = details.into_row(acting.tenant().to_owned(), id, FIRST_VERSION, store.now());
    consent.lineage = new_lineage(store)?;
    consent.created_at = store.created_at();
    row::create(acting, &consent).await?;
    Ok(consent)
}

/// What only the grants of one consent know.
pub(crate) fn new_lineage(store: &Store) -> Result<String> {
    identifier::xid(store.environment())
}

/// Makes the next version of a consent, also when it reads like the one before: whoever sends it wants users to see it as new.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, details: ConsentDetails) -> Result<Consent> {
    let store = acting.store();
    let transaction = acting.begin().await?;
    let before: Consent = row::locked(&transaction, id).await?;
    details.check(store.now())?;
    if before.version >= LAST_VERSION {
        return Err(Error::refused("last_version", "there is no version after this one"));
    }
    let after = before.next(details, before.version + 1, store.now());
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Removes a consent, also from the actions that ask for it. What users gave of it goes later, in batches; the ledger keeps that they did.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before: Consent = row::locked(&transaction, id).await?;
    row::check_precondition(&transaction, &before)?;
    consent_action::let_go_of_consent(&transaction, id).await?;
    let_go_of_grants(&transaction, &before).await?;
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

/// What users gave of a consent that is removed goes later.
pub(crate) async fn let_go_of_grants(transaction: &Transaction, consent: &Consent) -> Result<()> {
    consent_grant::leave_to_housekeeping(transaction, &consent.lineage, transaction.store().now()).await
}

/// What a dump says of a consent, brought to the version that it has there.
pub(crate) fn brought(
    store: &Store,
    tenant_id: &str,
    id: String,
    wanted: (ConsentDetails, Option<i64>),
    before: Option<&Consent>,
) -> Result<Consent> {
    let (details, version) = wanted;
    details.check(store.now())?;
    if version.is_some_and(|version| !(FIRST_VERSION..=LAST_VERSION).contains(&version)) {
        return Err(Error::invalid("version", format!("must be from {FIRST_VERSION} to {LAST_VERSION}")));
    }
    let Some(before) = before else {
        validate::id("id", &id)?;
        let version = version.unwrap_or(FIRST_VERSION);
        let mut consent = details.into_row(tenant_id.to_owned(), id, version, store.now());
        consent.lineage = new_lineage(store)?;
        consent.created_at = store.created_at();
        return Ok(consent);
    };
    let said = details.valid_from.is_some();
    let mut same = details.clone().into_row(tenant_id.to_owned(), id, before.version, store.now());
    same.carried.clone_from(&before.carried);
    same.lineage.clone_from(&before.lineage);
    same.version_made_at = before.version_made_at;
    same.created_at = before.created_at;
    if !said {
        same.valid_from = before.valid_from;
    }
    // Who brings the same again changes nothing. Versions only grow, or grants of an earlier one would count for what nobody has seen.
    let later = version.filter(|version| *version > before.version);
    match later {
        None if same == *before => Ok(same),
        later => {
            let version = later.unwrap_or_else(|| before.version.saturating_add(1));
            Ok(before.next(details, version, store.now()))
        }
    }
}
