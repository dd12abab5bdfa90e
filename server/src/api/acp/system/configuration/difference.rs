//! What a dump changes, for people and for programs.

use authplane_domain::configuration::{Kind, Note, Outcome, Step, Thing, Verb};
use authplane_domain::{Error as DomainError, Store};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::dump;

/// What bringing in a dump changes, or changed.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConfigurationDifference {
    /// Whether it was written. It isn't in a dry run, nor where there are conflicts.
    pub written: bool,
    /// One line for each change, for people.
    pub summary: Vec<String>,
    /// The changes, in the order in which they are made.
    pub changes: Vec<AcpConfigurationChange>,
    /// How many things of the dump are as it has them.
    pub unchanged: i64,
    /// What somebody should know: secrets that were made, issuers that stay behind, clients that can do less than they could.
    pub notes: Vec<AcpConfigurationNote>,
}

/// A change of one thing.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConfigurationChange {
    /// Id of the tenant.
    pub tenant_id: String,
    /// What kind of thing it is: `tenant`, `policy`, `authorization_server`, `service`, `scope`, `client`, `gateway`, `claim`, `api`, `role` or `api_client`.
    pub kind: String,
    /// Id of the thing.
    pub id: String,
    /// Where it stands in the dump: a JSON pointer (RFC 6901). Empty for what isn't in it.
    pub pointer: String,
    /// `create`, `change`, `remove`; `skip` for what is there otherwise and stays so, `conflict` for what is there otherwise and may not be changed.
    #[schemars(title = "one of: create | change | remove | skip | conflict")]
    pub action: String,
    /// What makes the one of the other (RFC 6902), in the form that dumps have. Instead of secrets it says that they are others.
    pub patch: Vec<Value>,
}

/// Something that somebody should know.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConfigurationNote {
    /// Id of the tenant.
    pub tenant_id: String,
    /// Where it stands in the dump: a JSON pointer (RFC 6901).
    pub pointer: String,
    /// What it is about, for programs.
    #[schemars(
        title = "one of: new_secret | new_keys | new_password | issuer_replaced | issuer_kept | administrator_without_scopes | administrator | no_upstream_secret | unknown_scope"
    )]
    pub code: String,
    /// What it is about, in words for people.
    pub message: String,
}

/// What became of what dumps say of tenants.
///
/// # Errors
/// [`DomainError::Internal`] when the master key is missing.
pub fn of(store: &Store, outcomes: &[Outcome]) -> Result<AcpConfigurationDifference, DomainError> {
    let mut difference = AcpConfigurationDifference {
        written: outcomes.iter().all(|outcome| outcome.is_written),
        summary: Vec::new(),
        changes: Vec::new(),
        unchanged: 0,
        notes: Vec::new(),
    };
    for outcome in outcomes {
        difference.unchanged += i64::try_from(outcome.same).unwrap_or(i64::MAX);
        for step in &outcome.steps {
            let change = change(store, &outcome.tenant, step)?;
            difference.summary.push(line(&change));
            difference.changes.push(change);
        }
        difference.notes.extend(outcome.notes.iter().map(|note| said(&outcome.tenant, note)));
    }
    Ok(difference)
}

fn change(store: &Store, tenant: &str, step: &Step) -> Result<AcpConfigurationChange, DomainError> {
    let action = match step.verb {
        Verb::Create => "create",
        Verb::Change => "change",
        Verb::Skip => "skip",
        Verb::Conflict => "conflict",
        Verb::Remove => "remove",
    };
    let shown = |thing: Option<&Thing>| -> Result<Value, DomainError> {
        let Some(thing) = thing else { return Ok(Value::Null) };
        dump::row(store, thing, false)?.to_json().map_err(DomainError::internal)
    };
    let (before, after) = (shown(step.before.as_ref())?, shown(step.after.as_ref())?);
    let mut patch: Vec<Value> = match (&before, &after) {
        (Value::Null, after) => vec![json!({"op": "add", "path": "", "value": after})],
        (_, Value::Null) => vec![json!({"op": "remove", "path": ""})],
        (before, after) => {
            let operations = json_patch::diff(before, after);
            operations.0.iter().map(serde_json::to_value).collect::<Result<_, _>>().map_err(DomainError::internal)?
        }
    };
    if let (Some(before), Some(after)) = (&step.before, &step.after) {
        let others = other_secrets(store, before, after)?;
        patch.extend(others.into_iter().map(|path| json!({"op": "replace", "path": path, "value": "another secret"})));
    }
    Ok(AcpConfigurationChange {
        tenant_id: tenant.to_owned(),
        kind: step.kind.thing().to_owned(),
        id: step.id.clone(),
        pointer: step.at.clone(),
        action: action.to_owned(),
        patch,
    })
}

/// Where there are others: the difference of the forms with secrets, beside that of those without.
fn other_secrets(store: &Store, before: &Thing, after: &Thing) -> Result<Vec<String>, DomainError> {
    let paths = |with_secrets: bool| -> Result<Vec<String>, DomainError> {
        let json = |thing: &Thing| dump::row(store, thing, with_secrets)?.to_json().map_err(DomainError::internal);
        let operations = json_patch::diff(&json(before)?, &json(after)?);
        Ok(operations.0.iter().map(|operation| operation.path().to_string()).collect())
    };
    let plain = paths(false)?;
    let mut others = paths(true)?;
    others.retain(|path| !plain.contains(path));
    Ok(others)
}

fn line(change: &AcpConfigurationChange) -> String {
    let AcpConfigurationChange { tenant_id, kind, id, action, patch, .. } = change;
    let mut members: Vec<&str> = patch.iter().filter_map(|operation| operation["path"].as_str()).collect();
    members.retain(|path| !path.is_empty());
    let members = if members.is_empty() { String::new() } else { format!(": {}", members.join(", ")) };
    format!("{action} {} {id:?} of tenant {tenant_id:?}{members}", kind.replace('_', " "))
}

fn said(tenant: &str, note: &Note) -> AcpConfigurationNote {
    let called = |kind: &Kind| kind.thing().replace('_', " ");
    let (at, code, message) = match note {
        Note::NewSecret { at, kind, id } => {
            let message = format!("the dump has no secret of the {} {id:?}: it gets a new one", called(kind));
            (at, "new_secret", message)
        }
        Note::NewKeys { at, kind, id } => {
            let message = format!(
                "the dump has no private keys of the {} {id:?}: it gets new ones, and what others signed isn't known",
                called(kind)
            );
            (at, "new_keys", message)
        }
        Note::NewPassword { at, id, username } => {
            let message =
                format!("the dump has no password of the user {username:?} of {id:?}: nobody can sign in as this user");
            (at, "new_password", message)
        }
        Note::NoUpstreamSecret { at, id, method } => {
            let message = format!("the dump has no client secret of the method {method:?} of {id:?}: it has none");
            (at, "no_upstream_secret", message)
        }
        Note::ForeignIssuer { at, id, issuer, kept: true } => {
            (at, "issuer_kept", format!("{id:?} goes on as the issuer {issuer:?}"))
        }
        Note::ForeignIssuer { at, id, issuer, kept: false } => {
            let message =
                format!("{id:?} was the issuer {issuer:?}, and has another here: tokens of before aren't known");
            (at, "issuer_replaced", message)
        }
        Note::Administrator { at, id, allowed: true } => {
            (at, "administrator", format!("the client {id:?} may do everything in the tenant"))
        }
        Note::Administrator { at, id, allowed: false } => {
            let message = format!(
                "the client {id:?} has no scopes: it could do everything where it comes from, and can do nothing here"
            );
            (at, "administrator_without_scopes", message)
        }
        Note::UnknownScope { at, name } => {
            (at, "unknown_scope", format!("the built-in service has no scope {name:?} here"))
        }
    };
    AcpConfigurationNote { tenant_id: tenant.to_owned(), pointer: at.clone(), code: code.to_owned(), message }
}
