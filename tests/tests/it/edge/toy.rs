//! Two small dialects and the operations that the tests call.
#![expect(
    clippy::too_many_arguments,
    reason = "a handler may have one more than clippy likes, and the macro doesn't hand an attribute of the function on"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane::edge::answer::Prepared;
use authplane::edge::document::Description;
use authplane::edge::extract::Lenient;
use authplane::edge::form::FromForm;
use authplane::edge::idempotency::{AnswerStore, Claimed, Identity, Key};
use authplane::edge::rejection::Unauthenticated;
use authplane::edge::{
    Answer, Body, Created, DialectError, ErrorContext, Form, FormFields, FromRequest, IdempotencyKey, IfMatch,
    JsonReply, NoContent, Path, Query, Rejection, Request, Surface, Tagged, endpoint as dropshot,
};
use futures::future::BoxFuture;
use futures::{FutureExt as _, stream};
use http::header::{LINK, LOCATION, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::Notify;

/// Parts of a long list behind the first one: 20 MB, which is more than a peer has room for.
pub(super) const LONG: usize = 200;

/// The context.
#[derive(Clone, Default)]
pub(super) struct World {
    /// How often a handler was entered.
    pub(super) entered: Arc<AtomicUsize>,
    /// Lets a handler go on that waits.
    pub(super) gate: Arc<Notify>,
    pub(super) answers: Arc<Answers>,
}

/// Answers that are kept, in memory.
#[derive(Default)]
pub(super) struct Answers {
    rows: Mutex<Vec<Row>>,
    /// How often somebody was told to wait.
    pub(super) waited: AtomicUsize,
}

struct Row {
    key: Key,
    fingerprint: String,
    answer: Option<Vec<u8>>,
}

impl AnswerStore for World {
    fn claim<'a>(
        &'a self,
        key: &'a Key,
        fingerprint: &'a str,
        _held_for: Duration,
    ) -> BoxFuture<'a, Result<Claimed, Rejection>> {
        let mut rows = self.answers.rows.lock().unwrap();
        let claimed = match rows.iter().find(|row| row.key == *key) {
            Some(row) if row.fingerprint != fingerprint => Claimed::Otherwise,
            Some(Row { answer: Some(answer), .. }) => Claimed::Answered(answer.clone()),
            Some(_) => {
                self.answers.waited.fetch_add(1, Ordering::SeqCst);
                Claimed::Before
            }
            None => {
                rows.push(Row { key: key.clone(), fingerprint: fingerprint.to_owned(), answer: None });
                Claimed::Now("claim".to_owned())
            }
        };
        std::future::ready(Ok(claimed)).boxed()
    }

    fn keep<'a>(&'a self, key: &'a Key, _: &'a str, answer: &'a [u8], _: Duration) -> BoxFuture<'a, ()> {
        let mut rows = self.answers.rows.lock().unwrap();
        rows.iter_mut().find(|row| row.key == *key).unwrap().answer = Some(answer.to_vec());
        std::future::ready(()).boxed()
    }

    fn release<'a>(&'a self, key: &'a Key, _: &'a str) -> BoxFuture<'a, ()> {
        self.answers.rows.lock().unwrap().retain(|row| row.key != *key);
        std::future::ready(()).boxed()
    }
}

/// The parts of a refusal, the same in both dialects.
fn parts(rejection: Rejection) -> (u16, &'static str, String, String) {
    let none = String::new;
    match rejection {
        Rejection::Path { field, message } => (404, "path", field.into_owned(), message),
        Rejection::Query { field, message } => (400, "query", field, message),
        Rejection::Header { name, message } => (400, "header", name.to_owned(), message),
        Rejection::Malformed { message } => (400, "malformed", none(), message),
        Rejection::Field { field, message, missing: true } => (400, "missing", field, message),
        Rejection::Field { field, message, missing: false } => (422, "field", field, message),
        Rejection::UnsupportedMediaType { expected } => (415, "media_type", none(), expected.to_owned()),
        Rejection::TooLarge { limit } => (413, "too_large", none(), limit.to_string()),
        Rejection::NotFound => (404, "not_found", none(), none()),
        Rejection::MethodNotAllowed { allow } => (405, "method", none(), allow),
        Rejection::Unauthenticated(_) => (401, "unauthenticated", none(), none()),
        Rejection::Forbidden { scopes } => (403, "forbidden", none(), scopes.join(" ")),
        Rejection::PreconditionFailed => (412, "precondition", none(), none()),
        Rejection::IdempotencyKeyReused => (422, "key_reused", none(), none()),
        Rejection::Deadline => (503, "deadline", none(), none()),
        Rejection::SlowBody => (408, "slow_body", none(), none()),
        Rejection::Unavailable { .. } => (503, "unavailable", none(), none()),
        Rejection::Internal => (500, "internal", none(), none()),
    }
}

macro_rules! dialect_error {
    ($name:ident, $dialect:literal) => {
        #[derive(Debug, Serialize, JsonSchema)]
        pub(super) struct $name {
            dialect: String,
            kind: String,
            field: String,
            message: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            request_id: Option<String>,
            #[serde(skip)]
            status: u16,
        }

        impl From<Rejection> for $name {
            fn from(rejection: Rejection) -> Self {
                let (status, kind, field, message) = parts(rejection);
                Self { dialect: $dialect.to_owned(), kind: kind.to_owned(), field, message, request_id: None, status }
            }
        }

        impl From<::dropshot::HttpError> for $name {
            fn from(_: ::dropshot::HttpError) -> Self {
                Rejection::Internal.into()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.kind)
            }
        }

        impl ::dropshot::HttpResponseError for $name {
            fn status_code(&self) -> ::dropshot::ErrorStatusCode {
                ::dropshot::ErrorStatusCode::from_u16(self.status).unwrap()
            }
        }

        impl DialectError for $name {
            fn example(status: StatusCode) -> Option<Self> {
                let of_query = || Rejection::query("page", "must be a number");
                let rejection =
                    if status == StatusCode::BAD_REQUEST { Some(of_query()) } else { Rejection::example(status) };
                rejection.map(Self::from)
            }

            fn into_answer(mut self, context: &ErrorContext<'_>) -> Answer {
                let status = match self.kind.as_str() {
                    "malformed" | "header" | "query" => {
                        context.declared.first_of(&[StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY])
                    }
                    _ => StatusCode::from_u16(self.status).unwrap(),
                };
                if status == StatusCode::INTERNAL_SERVER_ERROR {
                    self.request_id = Some(context.request_id.to_owned());
                }
                let answer = Answer::json(status, &self).unwrap();
                if status == StatusCode::UNAUTHORIZED {
                    answer.with(http::header::WWW_AUTHENTICATE, concat!("Bearer realm=\"", $dialect, "\""))
                } else {
                    answer
                }
            }
        }
    };
}

dialect_error!(ToyError, "toy");
dialect_error!(OtherError, "other");

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct Thing {
    /// What it is called.
    pub(super) name: String,
    /// How many.
    #[serde(default)]
    pub(super) count: u8,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ThingPath {
    /// The thing.
    id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Paging {
    /// From 1.
    page: Option<u32>,
}

#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
struct Optional {
    /// A note.
    note: Option<String>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct ToyForm {
    one: String,
    many: Vec<String>,
}

impl FromForm for ToyForm {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        Ok(Self {
            one: fields.single("one")?.ok_or_else(|| Rejection::field("one", "is required"))?.to_owned(),
            many: fields.all("many").map(str::to_owned).collect(),
        })
    }
}

/// A key of the query that may be repeated, which dropshot can neither read nor describe.
pub(super) struct Repeated(Vec<String>);

impl FromRequest<World> for Repeated {
    async fn from_request(request: &mut Request<World>) -> Result<Self, Rejection> {
        Ok(Self(request.query_pairs().filter(|(name, _)| name == "tag").map(|(_, value)| value.into_owned()).collect()))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "tag", "in": "query", "explode": true, "schema": {"type": "array", "items": {"type": "string"}},
        }));
    }
}

/// Somebody who shows a badge.
pub(super) struct Badge;

/// Tenant and name of who does.
struct Bearer(&'static str, &'static str);

impl Identity for Bearer {
    fn tenant(&self) -> &str {
        self.0
    }
    fn caller(&self) -> Vec<&str> {
        vec![self.1]
    }
    fn is_still_let_in<'a>(&'a self, _: &'a HeaderMap) -> BoxFuture<'a, Result<(), Rejection>> {
        std::future::ready(Ok(())).boxed()
    }
}

impl FromRequest<World> for Badge {
    async fn from_request(request: &mut Request<World>) -> Result<Self, Rejection> {
        let bearer = match request.header(http::header::AUTHORIZATION) {
            Some("Bearer badge") => Bearer("a", "one"),
            Some("Bearer badge of a colleague") => Bearer("a", "another"),
            Some("Bearer badge of another tenant") => Bearer("b", "one"),
            Some(_) => return Err(Rejection::Forbidden { scopes: vec!["things"] }),
            None => return Err(Rejection::Unauthenticated(Unauthenticated::Missing)),
        };
        request.let_in(Arc::new(bearer));
        Ok(Self)
    }
    fn describe(description: &mut Description) {
        description.security.push(json!({"badge": ["things"]}));
        description.errors.extend([401, 403]);
    }
}

/// Shows a thing.
#[dropshot::endpoint { method = GET, path = "/toy/things/{id}", tags = ["things"] }]
pub(super) async fn show_thing(_request: Request<World>, path: Path<ThingPath>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(Thing { name: path.0.id, count: 1 }))
}

/// Shows the special thing.
#[dropshot::endpoint { method = GET, path = "/toy/things/special", tags = ["things"] }]
pub(super) async fn show_special(_request: Request<World>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(Thing { name: "the special one".to_owned(), count: 2 }))
}

/// Shows a part of a thing.
#[dropshot::endpoint { method = GET, path = "/toy/things/{id}/part", tags = ["things"] }]
async fn show_part(_request: Request<World>, path: Path<ThingPath>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(Thing { name: format!("part of {}", path.0.id), count: 3 }))
}

/// Shows the special thing's history.
#[dropshot::endpoint { method = GET, path = "/toy/things/special/history", tags = ["things"] }]
async fn show_history(_request: Request<World>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(Thing { name: "history".to_owned(), count: 4 }))
}

/// Removes a thing.
///
/// Nothing is left of it.
#[dropshot::endpoint { method = DELETE, path = "/toy/things/{id}", tags = ["things"] }]
pub(super) async fn remove_thing(
    _request: Request<World>,
    _badge: Badge,
    _path: Path<ThingPath>,
) -> Result<NoContent, ToyError> {
    Ok(NoContent)
}

/// Makes a thing.
#[dropshot::endpoint { method = POST, path = "/toy/things", tags = ["things"], request_body_max_bytes = 1024 }]
async fn make_thing(request: Request<World>, body: Body<Thing>) -> Result<Created<Thing>, ToyError> {
    request.context().entered.fetch_add(1, Ordering::SeqCst);
    Ok(Created(body.into_inner()))
}

/// Orders a thing: with as many arguments as a handler may have.
#[dropshot::endpoint { method = POST, path = "/toy/orders/{id}", tags = ["things"] }]
async fn order_thing(
    request: Request<World>,
    _badge: Badge,
    path: Path<ThingPath>,
    _query: Query<Paging>,
    _tags: Repeated,
    seen: IfMatch,
    _once: IdempotencyKey,
    body: Body<Thing>,
) -> Result<Tagged<Created<Thing>>, ToyError> {
    seen.check("v1")?;
    order(&request, &path.0.id, body.into_inner()).await
}

/// Changes an order.
#[dropshot::endpoint { method = PUT, path = "/toy/orders/{id}", tags = ["things"] }]
async fn change_order(
    request: Request<World>,
    _badge: Badge,
    path: Path<ThingPath>,
    _once: IdempotencyKey,
    body: Body<Thing>,
) -> Result<Tagged<Created<Thing>>, ToyError> {
    order(&request, &path.0.id, body.into_inner()).await
}

/// Orders without saying who.
#[dropshot::endpoint { method = POST, path = "/toy/orders", tags = ["things"], unpublished = true }]
async fn order_unseen(
    request: Request<World>,
    _once: IdempotencyKey,
    body: Body<Thing>,
) -> Result<Tagged<Created<Thing>>, ToyError> {
    order(&request, "", body.into_inner()).await
}

/// Answers with the status that the thing is called by, and says where it goes on: in several headers, some of them more than once.
#[dropshot::endpoint { method = POST, path = "/toy/answers", tags = ["things"], unpublished = true }]
async fn answer_so(
    request: Request<World>,
    _badge: Badge,
    _once: IdempotencyKey,
    body: Body<Thing>,
) -> Result<Answer, ToyError> {
    let entered = request.context().entered.fetch_add(1, Ordering::SeqCst);
    let status = StatusCode::from_bytes(body.into_inner().name.as_bytes()).unwrap();
    let answer = Answer::bytes(status, "text/plain", format!("{entered} before"));
    let answer = answer.with(LOCATION, format!("/toy/things/{entered}"));
    let answer = answer.with_static(LINK, "</toy/things?page=2>; rel=\"next\"");
    Ok(answer.with_static(LINK, "</toy/things>; rel=\"first\"").with_static(RETRY_AFTER, "1"))
}

/// The thing's name says how it goes.
async fn order(request: &Request<World>, id: &str, thing: Thing) -> Result<Tagged<Created<Thing>>, ToyError> {
    let world = request.context();
    world.entered.fetch_add(1, Ordering::SeqCst);
    match thing.name.as_str() {
        "wait" => world.gate.notified().await,
        "refuse" => return Err(Rejection::NotFound.into()),
        "forbid" => return Err(Rejection::Forbidden { scopes: Vec::new() }.into()),
        // What came of the change isn't known.
        "doubt" => {
            request.may_be_done().unwrap().store(true, Ordering::SeqCst);
            return Err(Rejection::unavailable("failing").into());
        }
        "fail" => return Err(Rejection::unavailable("failing").into()),
        "panic" => panic!("as ordered"),
        _ => {}
    }
    let name = format!("{} of order {id}", thing.name);
    Ok(Tagged { reply: Created(Thing { name, ..thing }), version: "v1".to_owned() })
}

/// Leaves a note, or none.
#[dropshot::endpoint { method = POST, path = "/toy/notes", tags = ["things"] }]
async fn leave_note(_request: Request<World>, body: Body<Optional, Lenient>) -> Result<JsonReply<Optional>, ToyError> {
    Ok(JsonReply(body.into_inner()))
}

/// Changes the note; what can't be read is 422 here.
#[dropshot::endpoint { method = PUT, path = "/toy/notes", tags = ["things"] }]
async fn change_note(_request: Request<World>, body: Body<Optional, Lenient>) -> Result<JsonReply<Optional>, ToyError> {
    Ok(JsonReply(body.into_inner()))
}

/// Forgets the note; declares nothing.
#[dropshot::endpoint { method = DELETE, path = "/toy/notes", tags = ["things"], unpublished = true }]
async fn forget_note(_request: Request<World>, _body: Body<Optional, Lenient>) -> Result<NoContent, ToyError> {
    Ok(NoContent)
}

/// Takes a form.
#[dropshot::endpoint { method = POST, path = "/toy/form", tags = ["things"], request_body_max_bytes = 256 }]
async fn take_form(_request: Request<World>, form: Form<ToyForm>) -> Result<JsonReply<ToyForm>, ToyError> {
    Ok(JsonReply(form.0))
}

/// Lists things.
#[dropshot::endpoint { method = GET, path = "/toy/things", tags = ["things"] }]
async fn list_things(
    _request: Request<World>,
    query: Query<Paging>,
    tags: Repeated,
) -> Result<JsonReply<Vec<String>>, ToyError> {
    Ok(JsonReply(query.0.page.map(|page| page.to_string()).into_iter().chain(tags.0).collect()))
}

/// Lists more than is in memory at once, and breaks off where it is told to.
#[dropshot::endpoint { method = GET, path = "/toy/long/{id}", tags = ["things"], unpublished = true }]
async fn list_long(request: Request<World>, path: Path<ThingPath>) -> Result<Prepared<Vec<String>>, ToyError> {
    let (world, id) = (request.context().clone(), path.0.id);
    let parts = stream::unfold(0, move |number| {
        let (world, breaks_off) = (world.clone(), id == "broken" && number == 2);
        async move {
            world.entered.fetch_add(1, Ordering::SeqCst);
            let part = if number == LONG { "]".to_owned() } else { format!(",\"{}\"", "x".repeat(100_000)) };
            (number <= LONG).then(|| ((!breaks_off).then(|| part.into()), number + 1))
        }
    });
    let answer = Answer::bytes(StatusCode::OK, "application/json", "[\"first\"");
    Ok(Prepared::new(answer.followed_by(parts)))
}

/// Panics.
#[dropshot::endpoint { method = GET, path = "/toy/panic", tags = ["things"] }]
async fn panic_now(request: Request<World>) -> Result<NoContent, ToyError> {
    // Not at once, as a handler that had to wait for a database.
    tokio::task::yield_now().await;
    assert!(request.uri().path().is_empty(), "a secret of the inside");
    Ok(NoContent)
}

/// Never answers.
#[dropshot::endpoint { method = GET, path = "/toy/slow", tags = ["things"] }]
async fn never_answer(_request: Request<World>) -> Result<NoContent, ToyError> {
    std::future::pending().await
}

/// Takes a body and never answers.
#[dropshot::endpoint { method = POST, path = "/toy/slow", tags = ["things"], unpublished = true }]
async fn never_answer_body(_request: Request<World>, _body: Body<Thing>) -> Result<NoContent, ToyError> {
    std::future::pending().await
}

/// Fails.
#[dropshot::endpoint { method = GET, path = "/toy/failure", tags = ["things"], unpublished = true }]
async fn fail(request: Request<World>) -> Result<Answer, ToyError> {
    let error = ToyError { request_id: Some(request.id().to_owned()), ..ToyError::from(Rejection::Internal) };
    let answer = Answer::json(StatusCode::INTERNAL_SERVER_ERROR, &error).unwrap();
    Ok(answer.because(Some("something of the inside".to_owned())))
}

/// Bytes of [`large`].
pub(super) const LARGE: usize = 1024 * 1024;

/// Answers much.
#[dropshot::endpoint { method = GET, path = "/toy/large", unpublished = true }]
async fn large(_request: Request<World>) -> Result<Answer, ToyError> {
    Ok(Answer::bytes(StatusCode::OK, "text/plain", vec![b'a'; LARGE]))
}

/// Waits at the gate.
#[dropshot::endpoint { method = GET, path = "/toy/gate", unpublished = true }]
async fn wait_at_gate(request: Request<World>) -> Result<Answer, ToyError> {
    request.context().gate.notified().await;
    Ok(Answer::bytes(StatusCode::OK, "text/plain", "open"))
}

/// Isn't in the document.
#[dropshot::endpoint { method = GET, path = "/toy/hidden", unpublished = true }]
async fn hidden(_request: Request<World>) -> Result<Answer, ToyError> {
    Ok(Answer::bytes(StatusCode::OK, "text/plain", "hidden"))
}

/// Shows a thing of the other dialect.
#[dropshot::endpoint { method = GET, path = "/other/{name}", tags = ["things"] }]
async fn show_other(_request: Request<World>, path: Path<OtherPath>) -> Result<JsonReply<Thing>, OtherError> {
    Ok(JsonReply(Thing { name: path.0.name, count: 0 }))
}

/// Makes a thing of the other dialect.
#[dropshot::endpoint { method = POST, path = "/other/{id}", tags = ["things"] }]
async fn make_other(_request: Request<World>, path: Path<ThingPath>) -> Result<JsonReply<Thing>, OtherError> {
    Ok(JsonReply(Thing { name: path.0.id, count: 0 }))
}

#[derive(Debug, Deserialize, JsonSchema)]
struct OtherPath {
    /// The name.
    name: String,
}

pub(super) fn surface() -> Surface<World> {
    let mut surface = Surface::new(super::TOY);
    surface.tag("things", "Things.");
    surface.register(list_things).errors(&[400]).parameter("page", json!({"default": 1, "maximum": 9}));
    surface
        .register(make_thing)
        .errors(&[400, 422])
        .request_example(json!({"name": "a", "count": 1}))
        .response_example(json!({"name": "a", "count": 1}))
        .response_header("Location", json!({"schema": {"type": "string"}}));
    surface.register(show_thing).errors(&[404]);
    surface.register(show_special);
    surface.register(show_part);
    surface.register(show_history);
    surface.register(remove_thing).errors(&[404]);
    surface.register(order_thing).errors(&[404, 422]);
    surface.register(change_order).errors(&[404, 422]);
    surface.register(order_unseen).errors(&[422]);
    surface.register(answer_so).errors(&[422]);
    surface.register(list_long);
    surface.register(leave_note).errors(&[400, 422]);
    surface.register(change_note).errors(&[422]);
    surface.register(forget_note);
    surface.register(take_form).errors(&[400, 422]).security(json!({"door": []}));
    surface.register(panic_now);
    surface.register(never_answer);
    surface.register(never_answer_body);
    surface.register(fail);
    surface.register(large);
    surface.register(wait_at_gate);
    surface.register(hidden);
    surface
}

pub(super) fn other_surface() -> Surface<World> {
    let mut surface = Surface::new(super::OTHER);
    surface.register(show_other).errors(&[404]).response_content_type("application/thing+json");
    surface.register(make_other).errors(&[404]);
    surface
}
