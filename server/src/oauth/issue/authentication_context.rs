//! The authentication context (ACP): what is known of a user who signed in. Mappings fill it; claims and policies read it.

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::authentication::{self, Method, MethodKind};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::{Result, Store};
use serde_json::{Map, Value};

use crate::oauth::login::mapping;

/// What is known of a user: what the method told, and how they signed in.
#[must_use]
pub fn of(authentication: &Authentication) -> Map<String, Value> {
    let Authentication { subject, method_id: _, auth_time, acr, amr, context, stamp: _ } = authentication;
    let mut known = context.clone();
    // A method can tell a lot, but not how it was asked.
    known.insert("sub".to_owned(), Value::from(subject.as_str()));
    known.insert("auth_time".to_owned(), Value::from(*auth_time));
    known.insert("amr".to_owned(), Value::from(amr.clone()));
    if let Some(acr) = acr {
        known.insert("acr".to_owned(), Value::from(acr.as_str()));
    } else {
        known.remove("acr");
    }
    known
}

/// The same with what is known today: for policies, which judge whether a user may have something now. A user whom this server itself knows may have changed
/// since they signed in, such as their groups (CVE-2026-43983); of others it hears when they sign in again.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn known_now(
    store: &Store,
    server: ServerKey<'_>,
    authentication: &Authentication,
) -> Result<Map<String, Value>> {
    let methods = authentication::of_server(store, server).await?;
    let method = methods.find(&authentication.method_id);
    let user = method.and_then(|method| match &method.kind {
        MethodKind::Static(settings) => Some((method, settings.user(&authentication.subject)?)),
        _ => None,
    });
    Ok(match user {
        Some((method, user)) => {
            let context = mapping::apply(&method.mappings, &user.context, || user.context.clone());
            of(&Authentication { context, ..authentication.clone() })
        }
        None => of(authentication),
    })
}

/// What is known of a user of whom somebody else says who it is, and who needn't have signed in.
#[derive(Debug, PartialEq)]
pub enum Stored {
    /// What an administrator wrote down, without how they sign in.
    Known(Map<String, Value>),
    /// Nothing: if there is such a user, another provider knows them.
    Elsewhere,
    /// No user of this server is called so who could sign in.
    Nobody,
}

/// What is known of a user of a server by its `sub` alone.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn stored(store: &Store, server: ServerKey<'_>, subject: &str) -> Result<Stored> {
    let methods = authentication::of_server(store, server).await?;
    let user_of = |method: &Method| match &method.kind {
        MethodKind::Static(settings) => settings.user(subject).cloned(),
        _ => None,
    };
    if let Some((method, user)) = methods.enabled().find_map(|method| Some((method, user_of(method)?))) {
        let mut known = mapping::apply(&method.mappings, &user.context, || user.context.clone());
        for of_sign_in in ["acr", "amr", "auth_time"] {
            known.remove(of_sign_in);
        }
        known.insert("sub".to_owned(), Value::from(subject));
        return Ok(Stored::Known(known));
    }
    // Who may not sign in is nobody else's user for that.
    let is_shut_out = methods.all().iter().any(|method| user_of(method).is_some());
    let asks_others = methods.enabled().any(|method| !matches!(method.kind, MethodKind::Static(_)));
    Ok(if asks_others && !is_shut_out { Stored::Elsewhere } else { Stored::Nobody })
}

/// What stands at a path with dots. A member whose name has the dots itself comes first: names of claims may be URLs. (Policies read paths more strictly, with
/// `\.` for such a dot: see `policy::path`.)
#[must_use]
pub fn look_up<'c>(context: &'c Map<String, Value>, path: &str) -> Option<&'c Value> {
    context.get(path).or_else(|| {
        let (parent, rest) = path.split_once('.')?;
        look_up(context.get(parent)?.as_object()?, rest)
    })
}

/// Puts a value at a path with dots, making objects on the way. Nothing happens where something else than an object is in the way.
pub fn put(context: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((parent, rest)) = path.split_once('.') else {
        context.insert(path.to_owned(), value);
        return;
    };
    let parent = context.entry(parent).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(parent) = parent {
        put(parent, rest, value);
    }
}
