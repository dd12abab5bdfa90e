//! The nets go through every operation of the document: [`authorization`](super::authorization),
//! [`coverage`](super::zz_coverage) and [`facts`](super::facts). What they need to know of one stands in its [`Row`], at
//! the foot of the file that mirrors its source file, which its folder lists; [`FOLDERS`] are the lists.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use authplane_tests::document::{Family, Operation};
use authplane_tests::tenant::installation_token;
use authplane_tests::{Call, Document, Tenant};
use futures::future::LocalBoxFuture;
use http::header::IF_MATCH;
use serde_json::json;

/// An operation: who may call it, how it succeeds, and how it fails where that isn't as everywhere.
pub(crate) struct Row {
    /// Its id in the document.
    pub(crate) id: &'static str,
    /// Scopes of which one is enough, besides `all`.
    pub(crate) scopes: &'static [&'static str],
    /// A call that succeeds, once: what it needs is made anew.
    pub(crate) good: for<'a> fn(&'a Tenant) -> Making<'a>,
    /// A declared status and what is answered so, made of a good call. [`provoking`] knows what is the same for all.
    pub(crate) provoke: &'static [(u16, Provoke)],
}

/// A call that is being made, with all that it needs.
pub(crate) type Making<'a> = LocalBoxFuture<'a, Call>;

/// Makes a call that fails of a good one.
pub(crate) type Provoke = for<'a> fn(&'a Tenant, Call) -> Making<'a>;

/// The rows of each folder, which lists its files. What isn't there is as good as not written: its operations have no rows, and that fails.
const FOLDERS: &[&[&[Row]]] = &[
    super::access::OPERATIONS,
    super::acp::alive::OPERATIONS,
    super::acp::admin::OPERATIONS,
    super::acp::developer::OPERATIONS,
    super::acp::public::OPERATIONS,
    super::acp::system::OPERATIONS,
    super::local_user_store::OPERATIONS,
    super::logto::OPERATIONS,
    super::oauth::OPERATIONS,
];

/// An id that nothing has, in a form that any dialect's could have.
pub(crate) const UNKNOWN: &str = "0b5cb1f6-6d0a-4d3e-9d77-3f6f5a8b9c0d";
/// More than any operation takes.
pub(crate) const TOO_LARGE: usize = 1024 * 1024 + 1;

/// A call that needs nothing made.
pub(crate) fn ready<'a>(call: Call) -> Making<'a> {
    Box::pin(std::future::ready(call))
}

/// Every operation of the document with its row.
///
/// # Panics
/// When one has none.
pub(crate) fn operations() -> impl Iterator<Item = (Operation<'static>, &'static Row)> {
    Document::canonical().operations().map(|operation| (operation, row(operation.id)))
}

/// Those of the control surface.
pub(crate) fn control_operations() -> impl Iterator<Item = (Operation<'static>, &'static Row)> {
    operations().filter(|(operation, _)| is_control(operation))
}

fn rows() -> impl Iterator<Item = &'static Row> {
    FOLDERS.iter().copied().flatten().copied().flatten()
}

#[track_caller]
fn row(id: &str) -> &'static Row {
    rows().find(|row| row.id == id).unwrap_or_else(|| panic!("{}", missing_row(id)))
}

fn missing_row(id: &str) -> String {
    format!(
        "{id} has no row: add `Row {{ id: \"{id}\", … }}` to OPERATIONS at the foot of the file under tests/tests/it that \
         mirrors its source file, and that file to OPERATIONS of its folder if it isn't there"
    )
}

/// Does the operation belong to the control surface, where only access tokens count?
pub(crate) fn is_control(operation: &Operation<'_>) -> bool {
    operation.family().is_some()
}

/// Does it belong to ACP's system API, which knows no full scope?
pub(crate) fn is_system(operation: &Operation<'_>) -> bool {
    operation.family() == Some(Family::AcpSystem)
}

/// Does it belong to ACP's developer API, which asks for no scope, and for a user who signed in?
pub(crate) fn is_of_developers(operation: &Operation<'_>) -> bool {
    operation.family() == Some(Family::AcpDeveloper)
}

/// Does it know the full scope?
fn knows_full(operation: &Operation<'_>) -> bool {
    is_control(operation) && !is_system(operation) && !is_of_developers(operation)
}

/// Stands for the server whose tokens open ACP's system API of the installation: `system` of the tenant `system`.
pub(crate) const SETUP: &str = "setup";

/// The server whose tokens open an operation of the control surface.
pub(crate) fn door(operation: &Operation<'_>) -> &'static str {
    match operation.family() {
        Some(Family::AcpSystem) => "system",
        Some(Family::AcpSetup) => SETUP,
        _ => "admin",
    }
}

/// The operation's path with the tenant's id in it and `id` for every other variable. Of the installation's operations, a tenant is the thing.
pub(crate) fn path_with(operation: &Operation<'_>, tenant: &str, id: &str) -> String {
    let segment = |segment: &str| match segment {
        "{tid}" if door(operation) != SETUP => tenant.to_owned(),
        variable if variable.starts_with('{') => id.to_owned(),
        literal => literal.to_owned(),
    };
    operation.path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

/// Does the path say which thing, besides the tenant?
pub(crate) fn names_a_thing(operation: &Operation<'_>) -> bool {
    let names_its_tenant = operation.path.contains("{tid}") && door(operation) != SETUP;
    operation.path.matches('{').count() > usize::from(names_its_tenant)
}

/// The scopes of the control plane: those that the document asks for, so that none can be left out.
pub(crate) fn control_plane_scopes() -> BTreeSet<&'static str> {
    // Not by their rows: whoever lacks one and has a new scope hears of both.
    let operations = Document::canonical().operations().filter(knows_full);
    operations.flat_map(|operation| operation.scopes().collect::<Vec<_>>()).collect()
}

/// A scope of the control plane that isn't enough: what only sees where the operation changes, if there is such a one.
pub(crate) fn too_small_a_scope(operation: &Operation<'_>) -> &'static str {
    let enough: BTreeSet<&str> = operation.scopes().collect();
    let things: BTreeSet<&str> = enough.iter().filter_map(|scope| Some(scope.split_once(':')?.0)).collect();
    let is_near = |scope: &str| scope.split_once(':').is_some_and(|(thing, _)| things.contains(thing));
    let others = || control_plane_scopes().into_iter().filter(|scope| !enough.contains(scope));
    others()
        .find(|scope| is_near(scope))
        .or_else(|| others().next())
        .expect("no scope but `all` is enough for everything")
}

/// Operations that ask for the very same of their callers: one permission type, as the document shows it.
pub(crate) fn permissions() -> Vec<Vec<(Operation<'static>, &'static Row)>> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (operation, row) in control_operations() {
        let permission = (operation.family(), operation.scopes().collect::<Vec<_>>());
        groups.entry(permission).or_default().push((operation, row));
    }
    groups.into_values().collect()
}

/// The callers of one tenant: tokens with one scope each, made when they are first asked for.
pub(crate) struct Callers<'a> {
    tenant: &'a Tenant,
    tokens: Mutex<BTreeMap<(String, String), String>>,
}

impl<'a> Callers<'a> {
    pub(crate) fn of(tenant: &'a Tenant) -> Self {
        Self { tenant, tokens: Mutex::default() }
    }

    /// A token of an authorization server with this scope; an empty one is none.
    pub(crate) async fn with(&self, server: &str, scope: &str) -> String {
        let key = (server.to_owned(), scope.to_owned());
        let known = self.tokens.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(token) = known {
            return token;
        }
        let scopes: &[&str] = if scope.is_empty() { &[] } else { &[scope] };
        let token = match server {
            SETUP => installation_token(&self.tenant.server, scopes).await,
            _ => self.tenant.token_of(server, scopes, &[]).await,
        };
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).insert(key, token.clone());
        token
    }

    /// A token that is valid and not enough.
    pub(crate) async fn too_small(&self, operation: &Operation<'_>) -> String {
        match operation.family() {
            Some(Family::AcpSystem) => self.with("system", "").await,
            Some(_) => self.with(door(operation), too_small_a_scope(operation)).await,
            // The protocol surface asks for a token of the very server; that of the rows is `developer`.
            None => self.with("developer", "").await,
        }
    }
}

/// A call that is answered with `status`, which the operation declares: as its row says, or else as for all operations.
///
/// # Panics
/// When neither knows how.
pub(crate) async fn provoking(callers: &Callers<'_>, (operation, row): (&Operation<'_>, &Row), status: u16) -> Call {
    let good = (row.good)(callers.tenant).await;
    if let Some((_, provoke)) = row.provoke.iter().find(|(known, _)| *known == status) {
        return provoke(callers.tenant, good).await;
    }
    let at = |id: &str| path_with(operation, &callers.tenant.id, id);
    let takes = operation.request_type().unwrap_or_default();
    let takes_json = takes == "application/json";
    match status {
        401 if operation.schemes().any(|scheme| scheme == "client_basic") => {
            good.basic(UNKNOWN, "wrong").form(&[("grant_type", "client_credentials"), ("token", "garbage")])
        }
        401 if operation.schemes().any(|scheme| scheme == "registration") => good.bearer("garbage"),
        401 if operation.schemes().next().is_some() => good.anonymous(),
        403 if operation.scopes().next().is_some() => good.bearer(&callers.too_small(operation).await),
        404 if names_a_thing(operation) => good.at(&at(UNKNOWN)),
        412 => good.header(IF_MATCH, "\"another\""),
        413 if !takes.is_empty() => good.body(takes, vec![b'a'; TOO_LARGE]),
        415 if !takes.is_empty() => good.body("text/plain", "{}"),
        400 if takes_json => good.body("application/json", "{"),
        400 if !takes.is_empty() => good.form(&[("unknown", "field")]),
        // No id can hold a NUL.
        400 if names_a_thing(operation) => good.at(&at("%00")),
        // What is missing from a body is told as 422 (ACP behaviour, §14).
        422 if takes_json => good.json(json!({})),
        _ => panic!(
            "{id} declares {status}, and nothing is known to be answered so: add `({status}, |tenant, good| …)` to `provoke` \
             in the row of {id} under tests/tests/it, or take {status} from its errors where it is registered",
            id = row.id
        ),
    }
}

#[test]
fn every_operation_has_one_row_and_it_says_what_the_document_says() {
    let document = Document::canonical();
    let mut problems = Vec::new();
    for operation in document.operations() {
        let id = operation.id;
        let found: Vec<&Row> = rows().filter(|row| row.id == id).collect();
        let row = match found[..] {
            [] => {
                problems.push(missing_row(id));
                continue;
            }
            [row] => row,
            _ => {
                problems.push(format!("{id} has {} rows: keep one", found.len()));
                continue;
            }
        };
        let mut scopes: Vec<&str> = operation.scopes().filter(|scope| *scope != "all").collect();
        scopes.dedup();
        if scopes != row.scopes {
            problems.push(format!("{id} asks for {scopes:?} in the document and for {:?} in its row", row.scopes));
        }
        let has_full = operation.scopes().any(|scope| scope == "all");
        if has_full != knows_full(&operation) {
            problems.push(format!("{id}: the full scope is enough on the control surface, but for nobody's login"));
        }
        for (status, _) in row.provoke {
            if !operation.responses().contains_key(&status.to_string()) {
                problems.push(format!("the row of {id} provokes {status}, which the document doesn't declare"));
            }
        }
    }
    for row in rows().filter(|row| document.operation(row.id).is_none()) {
        problems.push(format!("the row of {} is of no operation: take it out, or `cargo xtask generate`", row.id));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_scopes_that_are_tried_are_those_of_the_server() {
    let of_server: BTreeSet<&str> =
        authplane_domain::catalogue::control_surface::CONTROL_PLANE_SCOPES.iter().copied().collect();
    let tried = control_plane_scopes();
    let unknown: Vec<_> = tried.difference(&of_server).collect();
    assert!(
        unknown.is_empty(),
        "operations ask for {unknown:?}, which nobody can be given: add them to CONTROL_PLANE_SCOPES"
    );
    let idle: Vec<_> = of_server.difference(&tried).collect();
    assert!(idle.is_empty(), "no operation asks for {idle:?}: take them from CONTROL_PLANE_SCOPES");
}

#[test]
fn what_is_too_small_is_near_and_never_enough() {
    for (operation, _) in control_operations().filter(|(operation, _)| knows_full(operation)) {
        let scope = too_small_a_scope(&operation);
        assert!(!operation.scopes().any(|enough| enough == scope), "{}: {scope}", operation.id);
    }
    let create = Document::canonical().operation("create_claim").unwrap();
    assert_eq!(too_small_a_scope(&create), "claims:read");
    let sizes: usize = permissions().iter().map(Vec::len).sum();
    assert_eq!(sizes, control_operations().count(), "each operation is of one permission");
}
