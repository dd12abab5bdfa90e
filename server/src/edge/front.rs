//! The route table and the one place that every request passes.

use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use dropshot::{ApiDescription, ApiEndpoint, ApiEndpointVersions, Body, HttpError, RawRequest, RequestContext};
use futures::FutureExt;
use http::header::{ALLOW, CONNECTION, CONTENT_TYPE, HeaderValue};
use http::{Method, Response, StatusCode};
use hyper::body::Body as _;
use percent_encoding::percent_decode_str;

use super::answer::Answer;
use super::client_address::{TrustedProxies, client_address};
use super::conditional;
use super::document::{self, Document};
use super::endpoint::{Call, Surface};
use super::rejection::{Declared, DialectError, ErrorContext, Rejection};
use super::request::{OperationFacts, Request};

const JSON: &str = "application/json";

/// How one dialect refuses, and which paths are its own.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// Paths that begin so belong to the dialect, also where no operation is found.
    pub prefixes: &'static [&'static str],
    /// Answers to GET carry an entity tag, and `If-None-Match` is honoured.
    pub entity_tags: bool,
    /// The media type of its JSON, to the letter.
    pub json_media_type: &'static str,
    reject: fn(Rejection, &ErrorContext<'_>) -> Answer,
}

impl Dialect {
    /// The dialect whose error type is `E`.
    #[must_use]
    pub const fn of<E: DialectError>(prefixes: &'static [&'static str]) -> Self {
        Self {
            prefixes,
            entity_tags: false,
            json_media_type: "application/json",
            reject: |rejection, context| E::from(rejection).into_answer(context),
        }
    }

    /// Writes another media type than `application/json` over its JSON.
    #[must_use]
    pub const fn with_json_media_type(mut self, media_type: &'static str) -> Self {
        self.json_media_type = media_type;
        self
    }

    /// Adds entity tags to its answers to GET.
    #[must_use]
    pub const fn with_entity_tags(mut self) -> Self {
        self.entity_tags = true;
        self
    }
}

/// One finished request, for the log and the metrics.
#[derive(Debug)]
pub struct Observation<'a> {
    /// Request id, as in `x-request-id`.
    pub request_id: &'a str,
    /// Method.
    pub method: &'a Method,
    /// Path without the query, which may hold a secret.
    pub path: &'a str,
    /// Index in [`Front::operation_ids`]; `None` where no operation was found.
    pub operation: Option<usize>,
    /// The answer, before a HEAD request loses its body.
    pub answer: &'a Answer,
    /// From the request's arrival to the answer being ready.
    pub duration: Duration,
    /// The connection's peer.
    pub remote_addr: SocketAddr,
    /// Who is behind it, as far as trusted proxies say.
    pub client_address: IpAddr,
    /// The handler panicked; the text is for the log only.
    pub panic: Option<&'a str>,
}

/// Hears of every finished request. Must not block.
pub trait Observer: Send + Sync + 'static {
    /// Called once per request, before the answer is sent.
    fn observe(&self, observation: &Observation<'_>);
}

struct Route<C: Send + Sync + 'static> {
    index: usize,
    method: Method,
    variables: Vec<Arc<str>>,
    facts: Arc<OperationFacts>,
    call: Call<C>,
    finish: Option<fn(Answer) -> Answer>,
}

struct Node<C: Send + Sync + 'static> {
    dialect: Dialect,
    routes: Vec<Route<C>>,
    allow: HeaderValue,
}

/// Everything behind one listener.
pub struct Front<C: Send + Sync + 'static> {
    context: C,
    table: matchit::Router<Node<C>>,
    fallbacks: Vec<Dialect>,
    operation_ids: Arc<[String]>,
    observer: Arc<dyn Observer>,
    pub(super) deadline: Duration,
    gate: fn(&C) -> bool,
    trusted_proxies: Arc<ArcSwap<TrustedProxies>>,
    in_flight: AtomicUsize,
}

/// Who asks, in which request.
#[derive(Clone, Copy)]
struct Asker<'a> {
    request_id: &'a Arc<str>,
    client_address: IpAddr,
}

/// Counts a request as long as it is under way, also when its connection breaks and the request is dropped.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn begin(counter: &'a AtomicUsize) -> Self {
        counter.fetch_add(1, Ordering::Relaxed);
        Self(counter)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Two operations claim the same method and path.
#[derive(Debug, thiserror::Error)]
#[error("{method} {path}: {reason}")]
pub struct RouteConflict {
    method: Method,
    path: String,
    reason: String,
}

/// Ids of the operations of some surfaces, in the order in which a [`Front`] numbers them.
#[must_use]
pub fn operation_ids<C: Send + Sync + 'static>(surfaces: &[Surface<C>]) -> Arc<[String]> {
    surfaces
        .iter()
        .flat_map(|surface| surface.operations.iter().map(|(endpoint, _)| endpoint.operation_id.clone()))
        .collect()
}

impl<C: Send + Sync + 'static> Front<C> {
    /// Builds the route table. Literal segments win over variables, whatever the order of registration.
    ///
    /// # Errors
    /// When two operations have the same method and path.
    pub fn new(
        context: C,
        surfaces: Vec<Surface<C>>,
        fallback: Dialect,
        observer: Arc<dyn Observer>,
        deadline: Duration,
    ) -> Result<Self, RouteConflict> {
        let operation_ids = operation_ids(&surfaces);
        let mut fallbacks: Vec<Dialect> = surfaces.iter().map(|surface| surface.dialect).collect();
        fallbacks.push(Dialect { prefixes: &["/"], ..fallback });
        let mut nodes: std::collections::BTreeMap<String, Node<C>> = std::collections::BTreeMap::new();
        let endpoints = surfaces.into_iter().flat_map(|surface| {
            let (dialect, always_open) = (surface.dialect, surface.always_open);
            surface.operations.into_iter().map(move |(endpoint, notes)| (dialect, always_open, endpoint, notes))
        });
        for (index, (dialect, always_open, endpoint, notes)) in endpoints.enumerate() {
            let (pattern, variables) = pattern(&endpoint.path);
            let node = nodes.entry(pattern).or_insert_with(|| Node {
                dialect,
                routes: Vec::new(),
                allow: HeaderValue::from_static(""),
            });
            if node.routes.iter().any(|route| route.method == endpoint.method) {
                return Err(RouteConflict {
                    method: endpoint.method,
                    path: endpoint.path,
                    reason: "registered twice".to_owned(),
                });
            }
            node.routes.push(Route {
                index,
                method: endpoint.method,
                variables,
                facts: Arc::new(OperationFacts {
                    body_limit: endpoint.body_limit,
                    always_open,
                    declared: document::declared(&endpoint.description, &notes),
                }),
                call: endpoint.call,
                finish: endpoint.finish,
            });
        }
        let mut table = matchit::Router::new();
        for (pattern, mut node) in nodes {
            node.allow = allow(&node.routes);
            table.insert(pattern.clone(), node).map_err(|error| RouteConflict {
                method: Method::GET,
                path: pattern,
                reason: error.to_string(),
            })?;
        }
        Ok(Self {
            context,
            table,
            fallbacks,
            operation_ids,
            observer,
            deadline,
            gate: |_| true,
            trusted_proxies: Arc::default(),
            in_flight: AtomicUsize::new(0),
        })
    }

    /// Answers 503 while `gate` says no, except where a surface is [`Surface::always_open`].
    #[must_use]
    pub fn gated_by(mut self, gate: fn(&C) -> bool) -> Self {
        self.gate = gate;
        self
    }

    /// Believes these when they say whom they speak for; without, nobody.
    #[must_use]
    pub fn behind(mut self, trusted_proxies: Arc<ArcSwap<TrustedProxies>>) -> Self {
        self.trusted_proxies = trusted_proxies;
        self
    }

    /// The server's context.
    pub fn context(&self) -> &C {
        &self.context
    }

    /// How many requests are under way: their head has arrived, and they have no answer yet.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::Relaxed)
    }

    /// Ids of the operations, as [`Observation::operation`] counts them.
    #[must_use]
    pub fn operation_ids(&self) -> &Arc<[String]> {
        &self.operation_ids
    }

    /// The description that a dropshot server serves: one catch-all route for each method.
    ///
    /// # Errors
    /// Never in practice: the routes are fixed.
    pub fn description() -> Result<ApiDescription<Arc<Self>>, dropshot::ApiDescriptionRegisterError> {
        let mut description = ApiDescription::new();
        for method in
            [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS]
        {
            let handler = |dropshot: RequestContext<Arc<Self>>, raw: RawRequest| async move {
                Ok::<_, HttpError>(Self::handle(dropshot, raw).await)
            };
            let mut endpoint = ApiEndpoint::new(
                format!("front_{method}"),
                handler,
                method,
                "application/json",
                "/{path:.*}",
                ApiEndpointVersions::All,
            )
            .visible(false);
            // Dropshot insists that the variable is declared; the route table reads the raw path instead.
            endpoint.parameters = <dropshot::Path<CatchAll> as dropshot::SharedExtractor>::metadata(
                dropshot::ApiEndpointBodyContentType::Json,
            )
            .parameters;
            description.register(endpoint)?;
        }
        Ok(description)
    }

    async fn handle(dropshot: RequestContext<Arc<Self>>, raw: RawRequest) -> Response<Body> {
        let started = Instant::now();
        let front = Arc::clone(dropshot.context());
        let _counted = Counted::begin(&front.in_flight);
        let request_id: Arc<str> = dropshot.request_id.as_str().into();
        let remote_addr = dropshot.request.remote_addr();
        let (parts, body) = raw.into_inner().into_parts();
        let client_address = client_address(remote_addr.ip(), &parts.headers, &front.trusted_proxies.load());
        let asker = Asker { request_id: &request_id, client_address };
        let mut panic = None;
        let (operation, answer) = front.dispatch(Box::new(dropshot), asker, &parts, body, &mut panic).await;
        front.observer.observe(&Observation {
            request_id: &request_id,
            method: &parts.method,
            path: parts.uri.path(),
            operation,
            answer: &answer,
            duration: started.elapsed(),
            remote_addr,
            client_address,
            panic: panic.as_deref(),
        });
        answer.into_response(parts.method == Method::HEAD)
    }

    async fn dispatch(
        &self,
        dropshot: Box<RequestContext<Arc<Self>>>,
        asker: Asker<'_>,
        parts: &http::request::Parts,
        body: Body,
        panic: &mut Option<String>,
    ) -> (Option<usize>, Answer) {
        let Asker { request_id, client_address } = asker;
        let path = parts.uri.path();
        let trimmed = if path.len() > 1 { path.strip_suffix('/').unwrap_or(path) } else { path };
        let nothing = Declared::default();
        let unrouted = ErrorContext { request_id, head: parts, declared: &nothing };
        let Ok(found) = self.table.at(trimmed) else {
            return (None, (self.dialect_of(path).reject)(Rejection::NotFound, &unrouted));
        };
        let node = found.value;
        // HEAD is GET without the body (RFC 9110 §9.3.2).
        let method = if parts.method == Method::HEAD { &Method::GET } else { &parts.method };
        let Some(route) = node.routes.iter().find(|route| route.method == *method) else {
            let allow = node.allow.to_str().unwrap_or_default().to_owned();
            let rejection = Rejection::MethodNotAllowed { allow };
            return (None, (node.dialect.reject)(rejection, &unrouted).with(ALLOW, node.allow.clone()));
        };
        let context = ErrorContext { declared: &route.facts.declared, ..unrouted };
        let reject = |rejection| (node.dialect.reject)(rejection, &context);
        let finish = route.finish.unwrap_or(|answer| answer);
        if !route.facts.always_open && !(self.gate)(&self.context) {
            let cause = Some("the server is not ready".to_owned());
            return (Some(route.index), finish(reject(Rejection::Unavailable).because(cause)));
        }
        let mut variables = Vec::with_capacity(route.variables.len());
        for (name, (_, raw)) in route.variables.iter().zip(found.params.iter()) {
            match percent_decode_str(raw).decode_utf8() {
                Ok(value) if !value.contains('\0') => variables.push((Arc::clone(name), value.into_owned())),
                _ => {
                    let rejection =
                        Rejection::Path { field: name.to_string().into(), message: "is not text".to_owned() };
                    let answer = finish(reject(rejection));
                    // Where the dialect says that there is no such path, no operation was called.
                    return ((answer.status != StatusCode::NOT_FOUND).then_some(route.index), answer);
                }
            }
        }
        let reading = (!body.is_end_stream()).then(|| Arc::new(AtomicBool::new(false)));
        let request = Request {
            id: Arc::clone(request_id),
            client_address,
            dropshot,
            operation: Arc::clone(&route.facts),
            variables,
            body: Some(body),
            identity: None,
            once: None,
            reading: reading.clone(),
        };
        let mut handler = AssertUnwindSafe((route.call)(request)).catch_unwind();
        // Most handlers answer without waiting for anything; only the others need a timer.
        let finished = match futures::poll!(&mut handler) {
            Poll::Ready(finished) => Ok(finished),
            Poll::Pending => tokio::time::timeout(self.deadline, handler).await,
        };
        let mut answer = match finished {
            Ok(Ok(answer)) => answer.unwrap_or_else(|refusal| refusal(&context)),
            Ok(Err(payload)) => {
                *panic = Some(panic_text(&*payload));
                reject(Rejection::Internal)
            }
            Err(_) if reading.is_some_and(|reading| reading.load(Ordering::Relaxed)) => {
                // RFC 9110 §15.5.9: the rest of the body isn't waited for.
                reject(Rejection::SlowBody).with_static(CONNECTION, "close")
            }
            Err(_) => reject(Rejection::Deadline).because(Some("the deadline passed".to_owned())),
        };
        if node.dialect.json_media_type != JSON && answer.headers.get(CONTENT_TYPE).is_some_and(|value| value == JSON) {
            answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static(node.dialect.json_media_type));
        }
        let tagged = node.dialect.entity_tags && method == Method::GET && answer.status == StatusCode::OK;
        (Some(route.index), finish(if tagged { conditional::tagged(answer, parts) } else { answer }))
    }

    fn dialect_of(&self, path: &str) -> Dialect {
        // The last fallback takes every path, so there always is one.
        let found =
            self.fallbacks.iter().find(|dialect| dialect.prefixes.iter().any(|prefix| path.starts_with(prefix)));
        *found.unwrap_or(&self.fallbacks[self.fallbacks.len() - 1])
    }
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct CatchAll {
    #[expect(dead_code, reason = "declared for dropshot, never read")]
    path: Vec<String>,
}

/// `/a/{tid}/b` as the table's pattern and the variables' names. Names are numbered in the pattern, so that two operations may call the same segment
/// differently.
fn pattern(path: &str) -> (String, Vec<Arc<str>>) {
    let mut variables = Vec::new();
    let mut pattern = String::with_capacity(path.len());
    for segment in path.split('/').skip(1) {
        pattern.push('/');
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => {
                pattern.push_str("{v");
                pattern.push_str(&variables.len().to_string());
                pattern.push('}');
                variables.push(Arc::from(name));
            }
            None => pattern.push_str(segment),
        }
    }
    (pattern, variables)
}

fn allow<C: Send + Sync + 'static>(routes: &[Route<C>]) -> HeaderValue {
    let mut methods: Vec<&str> = routes.iter().map(|route| route.method.as_str()).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    HeaderValue::from_str(&methods.join(", ")).unwrap_or(HeaderValue::from_static(""))
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic without text".to_owned()
    }
}

/// Describes surfaces without serving them.
#[must_use]
pub fn describe<C: Send + Sync + 'static>(surfaces: Vec<Surface<C>>) -> Document {
    let tags = surfaces.iter().flat_map(|surface| surface.tags.iter().copied()).collect();
    let operations = surfaces.into_iter().flat_map(|surface| surface.operations);
    let published = operations.filter(|(endpoint, _)| endpoint.published);
    Document::new(tags, published.map(|(endpoint, notes)| (endpoint.documented, endpoint.description, notes)))
}
