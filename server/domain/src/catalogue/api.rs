//! APIs: what a service answers, as a method and a templated path each. Policies and classifications are set on them.

pub(crate) mod classification;
pub mod matcher;
pub mod template;

use std::sync::Arc;

use schemars::JsonSchema;
use sea_orm::sea_query::{Cond, Expr, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;

pub use self::entity::Model as Api;
pub(crate) use self::entity::{Column, Entity};
use self::matcher::Matcher;
use self::template::Template;
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::service::Service;
use crate::installation::acting::Acting;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::in_parts::{InOrder, Parts, Sorted, in_order};
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store, identifier, validate};

const THING: &str = "api";
/// The methods of RFC 9110 §9.3 and RFC 5789.
pub const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];
/// The last place of a list.
pub const LAST_POSITION: i64 = 1_000_000_000;
/// Most classifications of one API.
pub const MOST_CLASSIFICATIONS: usize = 64;
/// Longest classification, in bytes.
pub const CLASSIFICATION_LENGTH: usize = 128;

/// Its own, so that no token waits for what changes here; and what takes APIs along. Whatever else is made, they are as they were.
const MATCHER: Kind<Matcher> =
    Kind::of_rows(Area::APIS.with(Area::APIS.created()).with(Area::CATALOGUE).with(Area::SERVERS).with(Area::TENANTS))
        .weighing(|matcher| matcher.len() as u64);

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::storage::string_list::StringList;

    /// Something that a service answers.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "apis")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The service's server.
        pub server_id: String,
        /// The service that answers.
        pub service_id: String,
        /// The method of requests.
        pub method: String,
        /// The template of their paths.
        pub path: String,
        /// What is the same for all templates that match the same. Unique within service and method.
        pub form: String,
        /// Its place in lists, and nothing else.
        pub position: i64,
        /// Whether somebody could hold a request against a policy.
        pub can_have_policy: bool,
        /// The policy that requests must pass.
        pub policy_id: Option<String>,
        /// What kinds of data it gives or takes.
        #[sea_orm(column_type = "JsonBinary")]
        pub data_classifications: StringList,
        /// Whether it has any of them.
        pub classified: bool,
        /// The policy that the specification which was imported last names before it.
        pub document_policy_id: Option<String>,
        /// What kinds of data that says it gives or takes; absent for one that was made by hand.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub document_classifications: Option<StringList>,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Api {
    const THING: &'static str = THING;
    const AREA: Area = Area::APIS;

    fn parent(&self) -> (&'static str, &str) {
        ("service", &self.service_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        vec![("form", &self.path)]
    }
}

/// What a new API is made of.
#[derive(Clone, Debug)]
pub struct NewApi {
    /// Made when absent.
    pub id: Option<String>,
    /// The service that answers.
    pub service_id: String,
    /// One of [`METHODS`].
    pub method: String,
    /// A [`Template`].
    pub path: String,
    /// Its place in lists, up to [`LAST_POSITION`]; behind all others when absent.
    pub position: Option<i64>,
    /// Whether it may have a policy.
    pub can_have_policy: bool,
    /// Everything that can change later.
    pub details: ApiDetails,
}

/// What can be set on an API later on.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpUpdateApiRequest")]
pub struct ApiDetails {
    /// Id of the policy that its requests must pass, one of the tenant's; none when absent. An API that can't have one has none.
    pub policy_id: Option<String>,
    /// What kinds of data it gives or takes, in words of your own; none when absent.
    #[schemars(length(max = 64))]
    #[schemars(inner(length(min = 1, max = 128), regex(pattern = r"\S")))]
    pub data_classifications: Vec<String>,
}

/// Which APIs are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classified {
    /// Those with none of them.
    pub without: bool,
    /// Those with one of these.
    pub any_of: Vec<String>,
}

/// Whose APIs.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'a> {
    /// Those of a service, in the order of their positions.
    Service(&'a str),
    /// Those of a server, service by service.
    Server(&'a str),
}

/// One API.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Api>> {
    row::find(store.reader(), tenant, id).await
}

/// The APIs that are meant, in their order. None for an unknown owner.
#[must_use]
pub fn in_parts(store: &Store, tenant: &str, owner: Owner<'_>, classified: &Classified) -> Parts<Api> {
    let (Owner::Service(id) | Owner::Server(id)) = owner;
    if !row::can_exist(tenant, id) {
        return Parts::none(store);
    }
    let owned = match owner {
        Owner::Service(id) => Column::ServiceId.eq(id),
        Owner::Server(id) => Column::ServerId.eq(id),
    };
    let all = Entity::find().filter(Column::TenantId.eq(tenant)).filter(owned);
    Parts::of(store, all.filter(classified.condition(tenant, owner)))
}

impl InOrder for Api {
    const ORDER: &'static [Sorted] =
        &[Sorted::Text("service_id"), Sorted::Number("position"), Sorted::Time("created_at"), Sorted::Text("id")];
}

impl Classified {
    fn condition(&self, tenant: &str, owner: Owner<'_>) -> Condition {
        if !self.without && self.any_of.is_empty() {
            return Condition::all();
        }
        let mut any = Cond::any();
        if self.without {
            any = any.add(Column::Classified.eq(false));
        }
        if !self.any_of.is_empty() {
            // What can't be one is none's, and some of it a database couldn't even compare.
            let could_be = |word: &&String| validate::one_line("", word.as_str(), CLASSIFICATION_LENGTH).is_ok();
            let words = self.any_of.iter().filter(could_be).map(String::as_str);
            any = any.add(Column::Id.in_subquery(classification::of_any(tenant, owner, words)));
        }
        any
    }
}

/// What decides which API of a service a request is for; nothing is matched for an unknown service.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn matcher(store: &Store, freshness: Freshness, tenant: &str, service_id: &str) -> Result<Arc<Matcher>> {
    if !row::can_exist(tenant, service_id) {
        return Ok(Arc::new(Matcher::default()));
    }
    store
        .cached(freshness, tenant, MATCHER, service_id, || async {
            let of_service =
                Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::ServiceId.eq(service_id));
            // By one statement, and so as they were at one moment: with some from before an import and others from after it, a request could be for none of them
            // that is for one before and after.
            Ok(Matcher::of(unreadable::all(store, store.reader(), in_order::<Api>(of_service)).await?))
        })
        .await
}

/// Makes an API.
///
/// # Errors
/// [`Error::Invalid`] for a field, an unknown policy, or a policy where there can be none; [`Error::NotFound`] for an unknown service; [`Error::Refused`]
/// (`built_in`, `with_specification`) for a service whose APIs aren't made by hand; [`Error::Conflict`] for an `id` that is taken; [`Error::Invalid`] for a
/// `path` that the service has for this method, whatever its variables are called; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewApi) -> Result<Api> {
    let store = acting.store();
    let NewApi { id, service_id, method, path, position, can_have_policy, details } = new;
    let id = id.map_or_else(|| identifier::xid(store.environment()), Ok)?;
    validate::id("id", &id)?;
    check_method(&method)?;
    let template = Template::parse(&path)?;
    template.check_names()?;
    if position.is_some_and(|position| !(0..=LAST_POSITION).contains(&position)) {
        return Err(Error::invalid("position", format!("must be from 0 to {LAST_POSITION}")));
    }
    let details = details.checked()?;
    let transaction = acting.begin().await?;
    // Nobody imports a specification meanwhile, and the next one of this service gets the next position.
    let service: Service = row::locked(&transaction, &service_id).await?;
    refuse_if_not_by_hand(&service)?;
    details.check_policy(&transaction, can_have_policy).await?;
    let position = match position {
        Some(position) => position,
        None => next_position(&transaction, &service_id).await?,
    };
    let ApiDetails { policy_id, data_classifications } = details;
    let api = Api {
        tenant_id: transaction.tenant().to_owned(),
        id,
        server_id: service.server_id,
        service_id,
        method,
        path,
        form: template.form(),
        position,
        can_have_policy,
        policy_id,
        classified: !data_classifications.is_empty(),
        data_classifications: data_classifications.into(),
        document_policy_id: None,
        document_classifications: None,
        created_at: store.created_at(),
    };
    if let Err(error) = row::insert(&transaction, &api).await {
        // It may be the only connection.
        drop(transaction);
        return Err(with_twin(store, &api, error).await);
    }
    classification::insert(&transaction, &api).await?;
    transaction.commit().await?;
    Ok(api)
}

/// Sets policy and classifications of an API, of an imported one too.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field, an unknown policy, or a policy where there can be none; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, details: ApiDetails) -> Result<Api> {
    let transaction = acting.begin().await?;
    let before: Api = row::locked(&transaction, id).await?;
    let details = details.checked()?;
    details.check_policy(&transaction, before.can_have_policy).await?;
    let ApiDetails { policy_id, data_classifications } = details;
    let after = Api {
        policy_id,
        classified: !data_classifications.is_empty(),
        data_classifications: data_classifications.into(),
        ..before.clone()
    };
    if after == before {
        return Ok(before);
    }
    row::replace(&transaction, &before, &after).await?;
    classification::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Removes an API that was made by hand.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`with_specification`) for an imported one; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let gone = || Error::not_found(THING, id);
    let found: Api = row::find(&*transaction, transaction.tenant(), id).await?.ok_or_else(gone)?;
    // Before the API: that is the order in which an import locks them.
    let service = row::locked::<Service>(&transaction, &found.service_id).await;
    let service = service.map_err(|error| if matches!(error, Error::NotFound { .. }) { gone() } else { error })?;
    let before: Api = row::locked(&transaction, id).await?;
    refuse_if_not_by_hand(&service)?;
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

/// The id of an API that a policy stands before, for whoever wants to remove it.
pub(crate) async fn with_policy(
    connection: &impl ConnectionTrait,
    tenant: &str,
    policy_id: &str,
) -> Result<Option<String>> {
    let used = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::PolicyId.eq(policy_id));
    Ok(used.into_tuple().one(connection).await?)
}

/// Whose form is taken has a path that is, and whoever made it may not see why: the two are told.
async fn with_twin(store: &Store, api: &Api, error: Error) -> Error {
    let Error::Conflict { thing, field: "form", value } = error else { return error };
    let of_form = Entity::find()
        .select_only()
        .column(Column::Path)
        .filter(Column::TenantId.eq(&api.tenant_id))
        .filter(Column::ServiceId.eq(&api.service_id))
        .filter(Column::Method.eq(&api.method))
        .filter(Column::Form.eq(&api.form));
    match of_form.into_tuple::<String>().one(store.reader()).await {
        Ok(Some(known)) => {
            Error::invalid("path", format!("{:?} matches the same as {known:?} for {}", api.path, api.method))
        }
        // It is gone meanwhile.
        _ => Error::Conflict { thing, field: "path", value },
    }
}

pub(crate) fn check_method(method: &str) -> Result<()> {
    if METHODS.contains(&method) {
        return Ok(());
    }
    Err(Error::invalid("method", format!("must be one of {}", METHODS.join(", "))))
}

fn refuse_if_not_by_hand(service: &Service) -> Result<()> {
    if service.system {
        return Err(Error::refused("built_in", "a built-in service has no APIs"));
    }
    if service.with_specification {
        return Err(Error::refused("with_specification", "the service's APIs come from its specification"));
    }
    Ok(())
}

async fn next_position(transaction: &Transaction, service_id: &str) -> Result<i64> {
    let last: Option<Option<i64>> = Entity::find()
        .select_only()
        .expr(Func::max(Expr::col(Column::Position)))
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ServiceId.eq(service_id))
        .into_tuple()
        .one(&**transaction)
        .await?;
    Ok(last.flatten().map_or(1, |last| Ord::min(last + 1, LAST_POSITION)))
}

impl ApiDetails {
    /// The same, if it can be, with each classification once.
    pub(crate) fn checked(mut self) -> Result<Self> {
        const FIELD: &str = "data_classifications";
        self.policy_id = self.policy_id.filter(|id| !id.is_empty());
        let mut known: Vec<&str> = Vec::new();
        for word in &self.data_classifications {
            validate::one_line(FIELD, word, CLASSIFICATION_LENGTH)?;
            if word.trim().is_empty() {
                return Err(Error::invalid(FIELD, "must not be empty"));
            }
            if !known.contains(&word.as_str()) {
                known.push(word);
            }
            // Counted here, so that nobody sends a million to be compared with each other.
            if known.len() > MOST_CLASSIFICATIONS {
                return Err(Error::invalid(FIELD, format!("at most {MOST_CLASSIFICATIONS} items")));
            }
        }
        self.data_classifications = known.into_iter().map(str::to_owned).collect();
        Ok(self)
    }

    async fn check_policy(&self, transaction: &Transaction, can_have_policy: bool) -> Result<()> {
        let Some(id) = &self.policy_id else { return Ok(()) };
        if !can_have_policy {
            return Err(Error::invalid("policy_id", "can't be set where can_have_policy is false"));
        }
        match row::locked::<Policy>(transaction, id).await {
            Ok(_) => Ok(()),
            Err(Error::NotFound { .. }) => Err(policy::unknown("policy_id", id)),
            Err(error) => Err(error),
        }
    }
}
