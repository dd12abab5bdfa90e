//! Sees every answer of every test's server and holds it against the document.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use authplane::edge::front::{Observation, Observer};

use crate::{Document, schema};

/// An operation and the key of one of its declared responses: a status, or a class such as `5XX`.
pub type Reached = (String, String);

static REACHED: Mutex<BTreeSet<Reached>> = Mutex::new(BTreeSet::new());
static CONTRADICTIONS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Which responses of the document any test has received so far.
#[must_use]
pub fn reached() -> BTreeSet<Reached> {
    lock(&REACHED).clone()
}

/// Fails when an answer contradicted the document since this was last called.
///
/// # Panics
/// Then.
pub fn assert_no_contradiction() {
    let contradictions = std::mem::take(&mut *lock(&CONTRADICTIONS));
    assert!(contradictions.is_empty(), "answers contradict the document:\n{}", contradictions.join("\n"));
}

/// What a test drops last: fails the test, unless it failed already.
pub fn assert_no_contradiction_on_drop() {
    if !std::thread::panicking() {
        assert_no_contradiction();
    }
}

/// The observer that every test's server has.
#[derive(Debug)]
pub struct Contract {
    operation_ids: Arc<[String]>,
}

impl Contract {
    /// For a server that numbers its operations so.
    #[must_use]
    pub fn new(operation_ids: Arc<[String]>) -> Self {
        Self { operation_ids }
    }

    fn problems(&self, observation: &Observation<'_>) -> Vec<String> {
        let document = Document::canonical();
        let answer = observation.answer;
        let status = answer.status.as_u16();
        let Some(index) = observation.operation else {
            return unrouted_problems(document, observation);
        };
        let Some(operation) = self.operation_ids.get(index).and_then(|id| document.operation(id)) else {
            // Health, metrics and pages aren't in the document.
            return Vec::new();
        };
        if status == 304 {
            // RFC 9110 §15.4.5: the answer to a conditional request is the protocol's, not the operation's.
            return not_modified_problems(observation);
        }
        if let Some(key) = operation.declared(status) {
            lock(&REACHED).insert((operation.id.to_owned(), key.to_owned()));
        }
        operation.problems(status, &answer.headers, &answer.body)
    }
}

impl Observer for Contract {
    fn observe(&self, observation: &Observation<'_>) {
        let (method, path, status) = (observation.method, observation.path, observation.answer.status.as_u16());
        for problem in self.problems(observation) {
            lock(&CONTRADICTIONS).push(format!("{method} {path} answered {status}: {problem}"));
        }
    }
}

fn not_modified_problems(observation: &Observation<'_>) -> Vec<String> {
    let mut problems = Vec::new();
    if !matches!(observation.method.as_str(), "GET" | "HEAD") {
        problems.push("only GET and HEAD are conditional".to_owned());
    }
    if !observation.answer.body.is_empty() {
        problems.push("304 has no body".to_owned());
    }
    if !observation.answer.headers.contains_key(http::header::ETAG) {
        problems.push("304 without the entity tag".to_owned());
    }
    problems
}

/// What is refused before there is an operation still speaks the dialect of its path.
fn unrouted_problems(document: &Document, observation: &Observation<'_>) -> Vec<String> {
    let name = match observation.path {
        path if path.starts_with("/api/admin/") => "AcpError",
        path if path.starts_with("/api/resources") => "LogtoError",
        path if path.starts_with("/local-user-store/") => "LocalUserStoreError",
        _ => return Vec::new(),
    };
    let answer = observation.answer;
    let mut problems = Vec::new();
    if !matches!(answer.status.as_u16(), 404 | 405) {
        problems.push("there is no operation, so it can only be 404 or 405".to_owned());
    }
    match (document.schema(name), serde_json::from_slice(&answer.body)) {
        (Some(schema), Ok(body)) => problems.extend(schema::problems(document.root(), schema, &body)),
        (None, _) => problems.push(format!("the document has no {name}")),
        (_, Err(error)) => problems.push(format!("the body is no JSON: {error}")),
    }
    problems
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A test that fails must not fail all others.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
