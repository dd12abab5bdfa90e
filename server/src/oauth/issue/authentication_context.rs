//! The authentication context (ACP): what is known of a user who signed in. Mappings fill it; claims and policies read it.

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::authentication::{self, Method, MethodKind};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::user;
use authplane_domain::{Result, Store};
use serde_json::{Map, Value};

use crate::oauth::login::{mapping, password};

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
    let known = match method {
        Some(method) => of_own_user(store, server, method, &authentication.subject).await?,
        None => None,
    };
    Ok(match known {
        Some(OwnUser { context, .. }) => of(&Authentication { context, ..authentication.clone() }),
        None => of(authentication),
    })
}

/// A user whom this server itself knows, as they are now.
#[derive(Debug)]
pub struct OwnUser {
    /// What the method tells of them, as its mappings have it.
    pub context: Map<String, Value>,
    /// What their sign-in counts with.
    pub stamp: i64,
    /// Whether they may sign in, where the method is offered.
    pub may_sign_in: bool,
}

/// The user of a method with this subject; `None` where it is none of its own, or knows nobody itself.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn of_own_user(
    store: &Store,
    server: ServerKey<'_>,
    method: &Method,
    subject: &str,
) -> Result<Option<OwnUser>> {
    let known = match &method.kind {
        MethodKind::Static(settings) => settings.user(subject).map(|user| (user.context.clone(), user.stamp(), true)),
        MethodKind::Users => {
            let found = user::find(store, server.tenant, subject).await?;
            found.map(|user| (user.context(), user.stamp, !user.is_suspended))
        }
        _ => None,
    };
    Ok(known.map(|(told, stamp, may_sign_in)| {
        let context = mapping::apply(&method.mappings, &told, || told.clone());
        OwnUser { context, stamp, may_sign_in }
    }))
}

/// What a session and a grant keep of what a method tells. Of the tenant's users no more than pages show, since all else is looked up when it is told: an address
/// that is another user's since is not theirs any more.
#[must_use]
pub fn kept(method: &Method, mut told: Map<String, Value>) -> Map<String, Value> {
    if matches!(method.kind, MethodKind::Users) {
        told.retain(|name, _| ["username", "name", "preferred_username"].contains(&name.as_str()));
    }
    told
}

/// What applications are told of a user: for one of the tenant's, as it is now, and for others as it was when they signed in.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn told(store: &Store, server: ServerKey<'_>, authentication: &Authentication) -> Result<Map<String, Value>> {
    if authentication.method_id == user::METHOD {
        return known_now(store, server, authentication).await;
    }
    Ok(of(authentication))
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
    let (mut known, mut is_shut_out) = (None, false);
    for method in methods.all() {
        let Some(user) = of_own_user(store, server, method, subject).await? else { continue };
        // Who may not sign in is nobody else's user for that.
        is_shut_out = true;
        if known.is_none() && user.may_sign_in && !method.disabled {
            known = Some(user.context);
        }
    }
    if let Some(mut known) = known {
        for of_sign_in in ["acr", "amr", "auth_time"] {
            known.remove(of_sign_in);
        }
        known.insert("sub".to_owned(), Value::from(subject));
        return Ok(Stored::Known(known));
    }
    let asks_others = methods.enabled().any(|method| !password::asks_here(method));
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
