//! Makes, replaces and removes policies.

use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde_json::{Map, Value};

use super::{Policy, Rules, Validator};
use crate::catalogue::authorization_server::{self, AuthorizationServer};
use crate::catalogue::{api, scope, service, specification};
use crate::installation::acting::Acting;
use crate::installation::tenant;
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

const MOST_VALIDATORS: usize = 64;
const MOST_FIELDS: usize = 64;
const TEXT_LENGTH: usize = 512;
/// All of them together, as JSON: they are kept in memory.
const LENGTH: usize = 64 * 1024;

/// What the fields of `identity-context` and `header` can be compared by.
const COMPARATORS: [&str; 13] = [
    "equals",
    "not_equals",
    "contains",
    "not_contains",
    "contains_all",
    "contains_any",
    "greater",
    "greater_or_equal",
    "less",
    "less_or_equal",
    "starts_with",
    "ends_with",
    "matches",
];
/// The one comparator that needs no value.
const EXISTS: &str = "exists";

/// Makes a policy.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown tenant; [`Error::Conflict`] for an `id` that is taken;
/// [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, id: String, name: String, rules: Rules) -> Result<Policy> {
    let (store, tenant) = (acting.store(), acting.tenant());
    validate::id("id", &id)?;
    check(&name, &rules)?;
    let policy = Policy { tenant_id: tenant.to_owned(), id, name, rules, created_at: store.created_at() };
    row::create(acting, &policy).await?;
    Ok(policy)
}

/// Replaces everything of a policy but its id, wherever it is used. One that an import made is nobody's import's from then on: the next leaves it as it is.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, name: String, rules: Rules) -> Result<Policy> {
    let transaction = acting.begin().await?;
    // An import that is under way decides what becomes of it before or after this, not meanwhile.
    tenant::lock(&transaction).await?;
    let before: Policy = row::locked(&transaction, id).await?;
    check(&name, &rules)?;
    let after = Policy { name, rules, ..before.clone() };
    if after == before {
        return Ok(before);
    }
    row::replace(&transaction, &before, &after).await?;
    specification::disown_policy(&transaction, id).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Removes a policy that nothing uses.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`in_use`) while a scope, a server or an API names it; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    // A server that is about to name it waits here: no foreign key stands between them.
    tenant::lock(&transaction).await?;
    let before: Policy = row::locked(&transaction, id).await?;
    if let Some(user) = used_by(&transaction, id).await? {
        return Err(Error::refused("in_use", format!("{user} uses this policy")));
    }
    // Also refused when a scope or an API got it meanwhile.
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

/// What uses a policy, for people: the first that is found.
pub(crate) async fn used_by(transaction: &Transaction, id: &str) -> Result<Option<String>> {
    let tenant = transaction.tenant();
    if let Some(server) = servers_with(&**transaction, tenant, id).await?.first() {
        return Ok(Some(format!("the authorization server {:?}", server.id)));
    }
    let scopes = scope::Entity::find().filter(scope::Column::TenantId.eq(tenant)).filter(names(id));
    if let Some(scope) = scopes.one(&**transaction).await? {
        return Ok(Some(format!("the scope {:?}", scope.id)));
    }
    Ok(api::with_policy(&**transaction, tenant, id).await?.map(|api| format!("the API {api:?}")))
}

/// Whether the policy stands before something that opens the control surface: a built-in scope, or a server whose tokens reach it. Who may
/// do only a part there must not change it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn guards_control_surface(store: &Store, tenant: &str, id: &str) -> Result<bool> {
    if !validate::is_plausible_id(id) {
        return Ok(false);
    }
    let servers = servers_with(store.reader(), tenant, id).await?;
    if servers.iter().any(AuthorizationServer::opens_control_surface) {
        return Ok(true);
    }
    let services: Vec<Option<String>> = scope::Entity::find()
        .select_only()
        .column(scope::Column::ServiceId)
        .distinct()
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(names(id))
        .into_tuple()
        .all(store.reader())
        .await?;
    let built_in = service::Entity::find()
        .filter(service::Column::TenantId.eq(tenant))
        .filter(service::Column::System.eq(true))
        .filter(service::Column::Id.is_in(services.into_iter().flatten()));
    Ok(built_in.count(store.reader()).await? > 0)
}

fn names(policy_id: &str) -> Condition {
    Condition::any().add(scope::Column::DeveloperPolicyId.eq(policy_id)).add(scope::Column::UserPolicyId.eq(policy_id))
}

async fn servers_with(connection: &impl ConnectionTrait, tenant: &str, id: &str) -> Result<Vec<AuthorizationServer>> {
    let mut servers = authorization_server::of_tenant(connection, tenant).await?;
    servers.retain(|server| {
        [&server.developer_policy_id, &server.user_policy_id].into_iter().any(|used| used.as_deref() == Some(id))
    });
    Ok(servers)
}

/// What the evaluator would take for a refusal is told here already, to whoever makes the policy.
pub(crate) fn check(name: &str, rules: &Rules) -> Result<()> {
    validate::name("policy_name", name)?;
    check_rules(rules)
}

/// Whether a policy can demand this. It reads the whole of a text.
///
/// # Errors
/// [`Error::Invalid`] for a field.
pub fn check_rules(rules: &Rules) -> Result<()> {
    match rules {
        Rules::Validators(validators) => check_validators(validators),
        Rules::Program(program) => program.check(),
    }
}

fn check_validators(validators: &[Validator]) -> Result<()> {
    if validators.len() > MOST_VALIDATORS {
        return Err(Error::invalid("validators", format!("at most {MOST_VALIDATORS} items")));
    }
    for (index, validator) in validators.iter().enumerate() {
        let at = format!("validators[{index}]");
        match validator.name.as_str() {
            "true" | "false" => {}
            "identity-context" | "header" => check_fields(&at, &validator.conf)?,
            "consent" => check_consent(&at, &validator.conf)?,
            unknown => {
                let known = "identity-context, consent, header, true, false";
                return Err(Error::invalid(format!("{at}.name"), format!("{unknown:?} is none of {known}")));
            }
        }
        for (position, recovery) in validator.recovery.iter().enumerate() {
            for (member, value) in [("type", &recovery.kind), ("id", &recovery.id)] {
                let field = format!("{at}.recovery[{position}].{member}");
                if value.is_empty() {
                    return Err(Error::invalid(field, "must not be empty"));
                }
                validate::one_line(field, value, TEXT_LENGTH)?;
            }
        }
    }
    let length = serde_json::to_vec(validators).map_err(Error::internal)?.len();
    if length > LENGTH {
        return Err(Error::invalid("validators", format!("must have at most {LENGTH} bytes together")));
    }
    Ok(())
}

fn check_fields(at: &str, conf: &Map<String, Value>) -> Result<()> {
    let at = format!("{at}.conf.fields");
    let fields = conf.get("fields").and_then(Value::as_array).filter(|fields| !fields.is_empty());
    let fields = fields.ok_or_else(|| Error::invalid(at.clone(), "must be a list with at least one field"))?;
    if fields.len() > MOST_FIELDS {
        return Err(Error::invalid(at, format!("at most {MOST_FIELDS} items")));
    }
    for (index, field) in fields.iter().enumerate() {
        let at = format!("{at}[{index}]");
        if field["field"].as_str().is_none_or(str::is_empty) {
            return Err(Error::invalid(format!("{at}.field"), "must be a text, not empty"));
        }
        let comparator = field["comparator"].as_str().unwrap_or_default();
        let value = &field["value"];
        let is_scalar = |value: &Value| value.is_string() || value.is_number() || value.is_boolean();
        let fits = match comparator {
            EXISTS => value.is_null() || value.is_boolean(),
            "contains_all" | "contains_any" => {
                value.as_array().is_some_and(|values| !values.is_empty() && values.iter().all(is_scalar))
            }
            "starts_with" | "ends_with" | "matches" => value.is_string(),
            known if COMPARATORS.contains(&known) => is_scalar(value),
            _ => {
                let message = format!("must be one of {}, {EXISTS}", COMPARATORS.join(", "));
                return Err(Error::invalid(format!("{at}.comparator"), message));
            }
        };
        if !fits {
            return Err(Error::invalid(format!("{at}.value"), format!("can't be compared by {comparator}")));
        }
    }
    Ok(())
}

/// What a `consent` validator says of its action, or of its consents; nothing where that is null or empty, as Go's encoder writes what nobody set.
#[must_use]
pub fn consent_member<'a>(conf: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let is_set = |value: &&Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    conf.get(name).filter(is_set)
}

fn check_consent(at: &str, conf: &Map<String, Value>) -> Result<()> {
    let is_id = |value: &Value| value.as_str().is_some_and(|id| !id.is_empty());
    let (action, consents) = (consent_member(conf, "action"), consent_member(conf, "consents"));
    if action.is_none() && consents.is_none() {
        return Err(Error::invalid(format!("{at}.conf"), "needs an action or a list of consents"));
    }
    if action.is_some_and(|action| !is_id(action)) {
        return Err(Error::invalid(format!("{at}.conf.action"), "must be the id of a consent action"));
    }
    let is_list = |value: &Value| value.as_array().is_some_and(|ids| !ids.is_empty() && ids.iter().all(is_id));
    if consents.is_some_and(|consents| !is_list(consents)) {
        return Err(Error::invalid(format!("{at}.conf.consents"), "must be a list of ids of consents"));
    }
    Ok(())
}
