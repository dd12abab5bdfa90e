//! Who somebody is within a tenant, beyond what they are called.
//!
//! A subject is unique among the users of one server. Consents and the privacy ledger belong to the tenant, of which several servers may have a user of one name: a
//! static user `ada` of each, or a page whose method has the same id and that leads elsewhere. None of them is to see, or to give, what is another's.
//!
//! So whoever is called as somebody else in the tenant is, or was, has a number besides: a static user one of their own, and the users of a custom page that of the
//! page. What is theirs is kept under a [key](Person::key):
//!
//! | number | key |
//! |---|---|
//! | 0: nobody else is called so, or was when they came | the subject |
//! | another | `//{number}/{subject}`, as which no subject begins |
//!
//! The number is given when the user, or the page, comes to the server, and stays. On the wire there is the subject alone. Who knows no more than that means the only
//! one who is called so; where there are several, nobody.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::DbBackend;

use crate::catalogue::authorization_server;
use crate::catalogue::server_key::ServerKey;
use crate::sign_in::authentication::{self, MethodKind};
use crate::sign_in::session::Authentication;
use crate::sign_in::subject;
use crate::storage::cache::{self, Area, Freshness};
use crate::{Result, Store};

/// What stands before a number.
const APART: &str = "//";

const HOLDERS: cache::Kind<Holders> = cache::Kind::new(Area::SERVERS.with(Area::TENANTS)).weighing(Holders::weight);

/// Somebody who may have consents and events of the privacy ledger; or nobody, who has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person(Option<(i64, String)>);

impl Person {
    /// What is theirs is kept under this; empty for nobody.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.0 {
            Some((0, subject)) => subject.clone(),
            Some((number, subject)) => numbered(*number, subject),
            None => String::new(),
        }
    }

    /// As a policy's questions name them: in a form that means nobody else, where [`key`](Self::key) would be a subject that others may have too.
    #[must_use]
    pub fn address(&self) -> String {
        self.0.as_ref().map(|(number, subject)| numbered(*number, subject)).unwrap_or_default()
    }
}

fn numbered(number: i64, subject: &str) -> String {
    format!("{APART}{number}/{subject}")
}

fn parsed(key: &str) -> Option<(i64, &str)> {
    let (number, subject) = key.strip_prefix(APART)?.split_once('/')?;
    Some((number.parse().ok()?, subject))
}

/// What they are called whose key it is.
#[must_use]
pub fn subject_of(key: &str) -> &str {
    parsed(key).map_or(key, |(_, subject)| subject)
}

/// Who signed in so at a server; nobody, when its method doesn't know them any more, or another one can't be told from them.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of(store: &Store, server: ServerKey<'_>, user: &Authentication) -> Result<Person> {
    let Authentication { subject, method_id, .. } = user;
    let methods = authentication::of_server(store, server).await?;
    let number = match methods.find(method_id).map(|method| &method.kind) {
        Some(MethodKind::Static(settings)) => settings.user(subject).map(authentication::StaticUser::number),
        Some(MethodKind::Custom(page)) => subject::called_by_page(method_id, subject).map(|_| page.number()),
        // Nobody else in the tenant is called like a user's id.
        Some(MethodKind::Users) => Some(0),
        // Of another provider's user the subject says all.
        _ => subject::is_digest(subject).then_some(0),
    };
    let Some(number) = number else { return Ok(Person::default()) };
    let is_one = holders(store, server.tenant).await?.of(subject).iter().filter(|known| **known == number).count() <= 1;
    Ok(Person(is_one.then(|| (number, subject.clone()))))
}

/// The only one in a tenant who is called so; `None` where there are several. Whoever isn't known to any server is one, too.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn called(store: &Store, tenant: &str, subject: &str) -> Result<Option<Person>> {
    if subject.starts_with(APART) {
        return Ok(None);
    }
    let number = match holders(store, tenant).await?.of(subject).as_slice() {
        [] => 0,
        [number] => *number,
        _ => return Ok(None),
    };
    Ok(Some(Person(Some((number, subject.to_owned())))))
}

/// What they are called whose keys stand in a column, as a database says it: as [`subject_of`] does.
pub(crate) fn name_in(backend: DbBackend, column: &str) -> String {
    match backend {
        DbBackend::Sqlite => format!(
            "CASE WHEN substr({column}, 1, 2) = '{APART}' THEN substr({column}, instr(substr({column}, 3), '/') + 3) ELSE {column} END"
        ),
        _ => format!("regexp_replace({column}, '^{APART}-?[0-9]+/', '')"),
    }
}

/// The key of whom a policy is asked about: an [address](Person::address), or a subject.
pub(crate) async fn key_at(store: &Store, tenant: &str, address: &str) -> Result<String> {
    match parsed(address) {
        Some((number, subject)) => Ok(Person(Some((number, subject.to_owned()))).key()),
        None => Ok(called(store, tenant, address).await?.unwrap_or_default().key()),
    }
}

/// The numbers of those in a tenant who aren't simply the only ones of their name.
struct Holders {
    /// Of static users, one for each who is called so.
    names: HashMap<String, Vec<i64>>,
    /// Of pages, by the ids of their methods: one for each place that these lead to.
    pages: HashMap<String, Vec<(i64, String)>>,
}

async fn holders(store: &Store, tenant: &str) -> Result<Arc<Holders>> {
    store
        .cached(Freshness::Notified, tenant, HOLDERS, tenant, || async {
            let servers = authorization_server::of_tenant(store.reader(), tenant).await?;
            let mut holders = Holders { names: HashMap::new(), pages: HashMap::new() };
            for server in &servers {
                holders.add(&authentication::methods(server)?);
            }
            holders.names.retain(|name, numbers| numbers.len() > 1 || numbers[0] != 0 || subject::is_reserved(name));
            Ok(holders)
        })
        .await
}

impl Holders {
    fn add(&mut self, methods: &authentication::Methods) {
        for method in methods.all() {
            match &method.kind {
                MethodKind::Static(settings) => {
                    for user in &settings.users {
                        self.names.entry(user.username.clone()).or_default().push(user.number());
                    }
                }
                MethodKind::Custom(page) => {
                    let place = (page.number(), page.login_url.clone());
                    let places = self.pages.entry(method.id.clone()).or_default();
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
                _ => {}
            }
        }
    }

    /// The numbers of those who are called so; none where the only one, if there is one, has none.
    fn of(&self, subject: &str) -> Vec<i64> {
        let mut numbers = self.names.get(subject).cloned().unwrap_or_default();
        // Ids of methods have no slash.
        let of_pages = subject.split_once('/').and_then(|(method, _)| self.pages.get(method));
        numbers.extend(of_pages.into_iter().flatten().map(|(number, _)| *number));
        numbers
    }

    fn weight(&self) -> u64 {
        1 + self.names.len() as u64 + self.pages.len() as u64
    }
}
