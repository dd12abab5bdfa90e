//! Forgetting somebody: whatever a tenant holds of a subject goes, in one transaction, and what has to stay names them no longer.
//!
//! | what | what becomes of it |
//! |---|---|
//! | the key of their events in the [ledger] | goes: nobody can read them any more, and the chain verifies as before |
//! | consents, scopes that they gave, sign-ins that are under way | go |
//! | sessions, codes, refresh tokens, access tokens | end, and go |
//! | the static user of the name | goes |
//! | clients that they made as a developer | stay, and are nobody's |
//! | audit events | stay; who it was, whom it was about and the address go |
//!
//! Who is known to another provider or page may come back, and is somebody new.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, QueryFilter};
use serde_json::Value;

use super::ledger;
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::clients::client;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::installation::tenant;
use crate::sign_in::{authentication, person, trail, user};
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::tokens::authorization_grant;
use crate::{Error, Result};

/// What stands where a subject stood.
pub const ERASED: &str = "erased";

/// What went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// People whose events in the ledger nobody can read any more: of several who had the name one after another, each.
    pub of_ledger: u64,
    /// Consents that they gave, or took back.
    pub consent_grants: u64,
    /// Sessions.
    pub sessions: u64,
    /// Authorizations of applications, with all their tokens.
    pub authorization_grants: u64,
    /// Servers that had a static user of the name.
    pub static_users: u64,
    /// Whether it was the id of one of the tenant's users, who is gone now: 0 or 1.
    pub users: u64,
    /// Audit events that named them.
    pub audit_events: u64,
}

/// Erases whoever is called so in a tenant, and whoever was called so before. Access tokens live for `longest_token` seconds at most.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Invalid`] for what nobody can be called; [`Error::Refused`] (`several_people`) where several servers have
/// somebody of the name; [`Error::Unavailable`] without database.
pub async fn erase(acting: &Acting, subject: &str, longest_token: i64) -> Result<Erased> {
    let (store, tenant_id) = (acting.store(), acting.tenant());
    let is_nobodys = [audit::Actor::system().subject.as_str(), trail::UNKNOWN, ERASED].contains(&subject);
    if is_nobodys || !ledger::is_plausible(subject) {
        return Err(Error::invalid("subject", "nobody is called so"));
    }
    if tenant::find(store, tenant_id).await?.is_none() {
        return Err(Error::not_found("tenant", tenant_id));
    }
    let Some(person) = person::called(store, tenant_id, subject).await? else {
        let message = "several are called so, at different servers: who isn't meant has to get another name first";
        return Err(Error::refused("several_people", message));
    };
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    // Nobody gets the name, or leaves it, before the end.
    let mut keys: BTreeSet<String> = ledger::keys_of_name_in(&transaction, subject).await?.into_iter().collect();
    keys.extend(keys_with_consents(&transaction, subject).await?);
    // Whoever has it now may give the first consent meanwhile.
    keys.insert(person.key());
    let mut erased = Erased::default();
    for server in authentication::servers_with_user(&transaction, subject).await? {
        let before: AuthorizationServer = row::locked(&transaction, &server).await?;
        let after = authentication::without_user(&before, subject)?;
        row::replace(&transaction, &before, &after).await?;
        erased.static_users += 1;
    }
    erased.users = u64::from(user::erase(&transaction, subject).await?);
    client::of_developer::forget(&transaction, subject).await?;
    let theirs = [("subject", subject)];
    erased.sessions = remove(&transaction, "sessions", &theirs).await?;
    let grants = authorizations(&transaction, subject).await?;
    authorization_grant::end_tokens(&transaction, &grants, longest_token).await?;
    for grant in &grants {
        erased.authorization_grants += remove(&transaction, "authorization_grants", &[("id", grant)]).await?;
    }
    for table in ["consents", "scope_grants"] {
        remove(&transaction, table, &theirs).await?;
    }
    for (table, columns) in
        [("login_requests", &["request", "progress"][..]), ("device_authorizations", &["request"][..])]
    {
        let under_way = Query::delete().from_table(table).cond_where(says(&transaction, columns, subject)?).to_owned();
        transaction.execute(&under_way).await?;
    }
    for key in &keys {
        erased.consent_grants += remove(&transaction, "consent_grants", &[("subject", key)]).await?;
    }
    // Last of all that others wait for: nobody appends before the end.
    let mut pseudonyms = Vec::new();
    for key in &keys {
        pseudonyms.extend(ledger::erase(&transaction, key).await?);
    }
    erased.of_ledger = pseudonyms.len() as u64;
    // Also what was written a moment ago.
    erased.audit_events = forget_in_audit_log(&transaction, subject).await?;
    for pseudonym in &pseudonyms {
        audit::record(&transaction, happened("ledger_subject", pseudonym)).await?;
    }
    audit::record(&transaction, happened("user", ERASED)).await?;
    transaction.commit().await?;
    Ok(erased)
}

/// The keys of everybody of this name who gave a consent, or refused one. It looks at all that were given in the tenant.
async fn keys_with_consents(transaction: &Transaction, subject: &str) -> Result<Vec<String>> {
    let name = Expr::cust(person::name_in(transaction.get_database_backend(), "subject"));
    let select = Query::select()
        .distinct()
        .column("subject")
        .from("consent_grants")
        .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
        .and_where(name.eq(subject))
        .to_owned();
    let rows = transaction.query_all(&select).await?;
    rows.iter().map(|row| Ok(row.try_get("", "subject")?)).collect()
}

fn happened<'a>(object_type: &'static str, object_id: &'a str) -> Change<'a, ()> {
    Change { object_type, verb: "erase", object_id, before: None, after: None }
}

/// Removes the rows of the tenant with these values.
async fn remove(transaction: &Transaction, table: &'static str, values: &[(&'static str, &str)]) -> Result<u64> {
    let mut removal = Query::delete();
    removal.from_table(table).and_where(Expr::col("tenant_id").eq(transaction.tenant()));
    for (column, value) in values {
        removal.and_where(Expr::col(*column).eq(*value));
    }
    Ok(transaction.execute(&removal).await?.rows_affected())
}

/// Authorizations that are theirs, or in which they act for somebody else.
async fn authorizations(transaction: &Transaction, subject: &str) -> Result<Vec<String>> {
    // What else has the same text may be somebody else's nickname.
    let acts = format!("\"sub\":{}{}", after_colon(transaction), quoted(subject)?);
    let named = Condition::any().add(Expr::col("subject").eq(subject)).add(has(transaction, &["data"], &acts));
    let select = Query::select()
        .column("id")
        .from("authorization_grants")
        .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
        .cond_where(named)
        .to_owned();
    let rows = transaction.query_all(&select).await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// Rows of the tenant in which one of these columns of JSON has the subject as a text.
fn says(transaction: &Transaction, columns: &[&'static str], subject: &str) -> Result<Condition> {
    Ok(has(transaction, columns, &quoted(subject)?))
}

/// As both databases write it.
fn quoted(subject: &str) -> Result<String> {
    serde_json::to_string(subject).map_err(Error::internal)
}

/// What they write between a member and its value.
fn after_colon(transaction: &Transaction) -> &'static str {
    match transaction.get_database_backend() {
        DbBackend::Sqlite => "",
        _ => " ",
    }
}

fn has(transaction: &Transaction, columns: &[&'static str], text: &str) -> Condition {
    let place = match transaction.get_database_backend() {
        DbBackend::Sqlite => "instr",
        _ => "strpos",
    };
    let mut any = Condition::any();
    for column in columns {
        let place = Func::cust(place).arg(Expr::col(*column).cast_as("text")).arg(Expr::value(text));
        any = any.add(Expr::expr(place).gt(0));
    }
    Condition::all().add(Expr::col("tenant_id").eq(transaction.tenant())).add(any)
}

/// Audit events that are in memory at once.
const EVENTS: u64 = 200;

/// Takes the subject out of the audit events that name it. How many did.
async fn forget_in_audit_log(transaction: &Transaction, subject: &str) -> Result<u64> {
    use audit::{Column, Entity};
    let (tenant, mut changed, mut after) = (transaction.tenant(), 0, String::new());
    let named = Condition::any()
        .add(Column::Actor.eq(subject))
        .add(Column::ObjectId.eq(subject))
        .add(says(transaction, &["before", "after"], subject)?)
        .add(says(transaction, &["before", "after"], &client::of_developer::former(subject))?);
    loop {
        let part = audit::ids(transaction, named.clone(), &after, EVENTS).await?;
        let Some(last) = part.last() else { return Ok(changed) };
        after.clone_from(last);
        for id in part {
            let key = (tenant.to_owned(), id);
            // One that can't be read can't be shown either; it is left out of every list.
            let Ok(Some(event)) = Entity::find_by_id(key.clone()).one(&**transaction).await else { continue };
            let mut forgotten = event.clone();
            for member in [&mut forgotten.actor, &mut forgotten.object_id] {
                if member == subject {
                    ERASED.clone_into(member);
                    forgotten.address = None;
                }
            }
            for state in [&mut forgotten.before, &mut forgotten.after].into_iter().flatten() {
                forget_in(state, subject);
            }
            if forgotten == event {
                continue;
            }
            Entity::update_many()
                .col_expr(Column::Actor, Expr::value(forgotten.actor))
                .col_expr(Column::ObjectId, Expr::value(forgotten.object_id))
                .col_expr(Column::Address, Expr::value(forgotten.address))
                .col_expr(Column::Before, Expr::value(forgotten.before))
                .col_expr(Column::After, Expr::value(forgotten.after))
                .filter(Column::TenantId.eq(tenant))
                .filter(Column::Id.eq(key.1))
                .exec(&**transaction)
                .await?;
            changed += 1;
        }
    }
}

/// Members by which things name users. What else has the same text is somebody's name for something else.
const NAMING: [&str; 4] = ["subject", "sub", "username", "developer_id"];

fn forget_in(state: &mut Value, subject: &str) {
    match state {
        Value::Array(items) => items.iter_mut().for_each(|item| forget_in(item, subject)),
        Value::Object(members) => {
            let is_them = |value: &Value| {
                value.as_str().is_some_and(|value| {
                    value == subject || value.strip_prefix(client::of_developer::FORMER) == Some(subject)
                })
            };
            if members.get("username").is_some_and(is_them) {
                // A static user: all that is known of them.
                members.clear();
                members.insert("username".to_owned(), ERASED.into());
                return;
            }
            for (name, value) in members.iter_mut() {
                if NAMING.contains(&name.as_str()) && is_them(value) {
                    *value = ERASED.into();
                } else {
                    forget_in(value, subject);
                }
            }
        }
        _ => {}
    }
}
