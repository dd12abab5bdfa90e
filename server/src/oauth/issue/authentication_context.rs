//! The authentication context (ACP): what is known of a user who signed in. Mappings fill it; claims and policies read it.

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::authentication::{self, MethodKind};
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

/// What is known of a user of whom somebody else says who it is, and who needn't have signed in: what an administrator wrote down. Nothing of users whom other
/// providers know.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn stored(store: &Store, server: ServerKey<'_>, subject: &str) -> Result<Map<String, Value>> {
    let methods = authentication::of_server(store, server).await?;
    let user = methods.enabled().find_map(|method| match &method.kind {
        MethodKind::Static(settings) => Some((method, settings.user(subject)?)),
        _ => None,
    });
    let mut known = match user {
        Some((method, user)) => mapping::apply(&method.mappings, &user.context, || user.context.clone()),
        None => Map::new(),
    };
    for of_sign_in in ["acr", "amr", "auth_time"] {
        known.remove(of_sign_in);
    }
    known.insert("sub".to_owned(), Value::from(subject));
    Ok(known)
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
