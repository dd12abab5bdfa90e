//! Sees every answer of every test's server and holds it against the document.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use authplane::api::{acp, local_user_store, logto};
use authplane::edge::front::{Dialect, Observation, Observer};
use authplane::oauth::error::DIALECT as OAUTH;
use http::header::CONTENT_TYPE;

use crate::{Document, schema};

/// An operation and the key of one of its declared responses: a status, or a class such as `5XX`.
pub type Reached = (String, String);

static REACHED: Mutex<BTreeSet<Reached>> = Mutex::new(BTreeSet::new());
static CONTRADICTIONS: Mutex<Vec<Contradiction>> = Mutex::new(Vec::new());

/// An answer that the document doesn't allow.
struct Contradiction {
    server: ServerNumber,
    /// `x-request-id` of the answer.
    request_id: String,
    message: String,
}

/// Which server it was, among those of this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerNumber(u32);

/// Which responses of the document any test has received so far.
#[must_use]
pub fn reached() -> BTreeSet<Reached> {
    lock(&REACHED).clone()
}

/// Fails when the answer with this `x-request-id` contradicted the document. Whoever received it asks, so that the test
/// fails there and no other does.
///
/// # Panics
/// Then.
#[track_caller]
pub fn assert_answer_fits(request_id: &str) {
    fail_with(&take(|contradiction| contradiction.request_id == request_id));
}

/// Fails when any answer contradicted the document and nobody asked about it: what the SDK receives, for one.
///
/// # Panics
/// Then.
pub fn assert_no_contradiction() {
    fail_with(&take(|_| true));
}

/// What tests drop last: fails the test when its server contradicted the document unnoticed, unless it failed already.
pub fn assert_no_contradiction_on_drop(server: ServerNumber) {
    if !std::thread::panicking() {
        fail_with(&take(|contradiction| contradiction.server == server));
    }
}

fn take(which: impl Fn(&Contradiction) -> bool) -> Vec<String> {
    let mut contradictions = lock(&CONTRADICTIONS);
    contradictions.extract_if(.., |contradiction| which(contradiction)).map(|taken| taken.message).collect()
}

#[track_caller]
fn fail_with(contradictions: &[String]) {
    assert!(
        contradictions.is_empty(),
        "answers contradict the document; declare what is missing where the operation is registered, or mend the answer:\n{}",
        contradictions.join("\n")
    );
}

/// The observer that every test's server has.
#[derive(Debug)]
pub struct Contract {
    operation_ids: Arc<[String]>,
    server: ServerNumber,
}

impl Contract {
    /// For a server that numbers its operations so.
    #[must_use]
    pub fn new(operation_ids: Arc<[String]>) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        Self { operation_ids, server: ServerNumber(COUNT.fetch_add(1, Ordering::Relaxed)) }
    }

    /// Which server it watches.
    #[must_use]
    pub fn server(&self) -> ServerNumber {
        self.server
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
        if !answer.is_whole() {
            // Whoever takes all of it looks at what it is.
            let declared = operation.declared(status).is_some();
            return if declared { Vec::new() } else { vec![format!("status {status} is not declared")] };
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
            lock(&CONTRADICTIONS).push(Contradiction {
                server: self.server,
                request_id: observation.request_id.to_owned(),
                message: format!("{method} {path} answered {status}: {problem}"),
            });
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

/// The dialects by their paths, each with the schemas of its errors. Last the protocol surface, which has all other paths
/// and on them a few operations of ACP's.
const DIALECTS: [(Dialect, &[&str]); 4] = [
    (acp::DIALECT, &["AcpError"]),
    (logto::DIALECT, &["LogtoError"]),
    (local_user_store::DIALECT, &["LocalUserStoreError"]),
    (OAUTH, &["OAuthError", "AcpError"]),
];

/// The paths that belong to no API: there a wrong method is told in a line of text.
const PLAIN: [&str; 6] = ["/", "/health/", "/metrics", "/openapi.json", "/pages/", "/reference"];

fn is_plain(path: &str) -> bool {
    PLAIN.iter().any(|plain| path == *plain || (plain.len() > 1 && path.starts_with(plain)))
}

/// What is refused before there is an operation still speaks the dialect of its path.
fn unrouted_problems(document: &Document, observation: &Observation<'_>) -> Vec<String> {
    let answer = observation.answer;
    let mut problems = Vec::new();
    if !matches!(answer.status.as_u16(), 404 | 405) {
        problems.push("there is no operation, so it can only be 404 or 405".to_owned());
    }
    if answer.status == 405 && is_plain(observation.path) {
        let text = answer.headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
        if !text {
            problems.push("a wrong method isn't told in plain text".to_owned());
        }
        return problems;
    }
    let belongs = |dialect: &Dialect| dialect.prefixes.iter().any(|prefix| observation.path.starts_with(prefix));
    let Some((_, names)) = DIALECTS.iter().find(|(dialect, _)| belongs(dialect)) else {
        problems.push("its path is of no dialect".to_owned());
        return problems;
    };
    let body = match serde_json::from_slice(&answer.body) {
        Ok(body) => body,
        Err(error) => {
            problems.push(format!("the body is no JSON: {error}"));
            return problems;
        }
    };
    let mut misfits = Vec::new();
    for name in *names {
        match document.schema(name) {
            Some(schema) => misfits.push(schema::problems(document.root(), schema, &body)),
            None => misfits.push(vec![format!("the document has no {name}")]),
        }
    }
    if misfits.iter().all(|misfit| !misfit.is_empty()) {
        problems.extend(misfits.into_iter().flatten());
    }
    problems
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A test that fails must not fail all others.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
