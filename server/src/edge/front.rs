//! The route table and the one place that every request passes.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use arc_swap::ArcSwap;
use http::Method;
use http::header::{ALLOW, HeaderValue};
use tokio::sync::Notify;

use super::answer::Answer;
use super::client_address::TrustedProxies;
use super::document::{self, Document};
use super::endpoint::{Call, Surface};
use super::peer::Swept;
use super::rejection::{DialectError, ErrorContext, Rejection};
use super::request::OperationFacts;

/// How one dialect refuses, and which paths are its own.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// Paths that begin so belong to the dialect, also where no operation is found.
    pub prefixes: &'static [&'static str],
    /// Answers to GET carry an entity tag, and `If-None-Match` is honoured.
    pub entity_tags: bool,
    /// The media type of its JSON, to the letter.
    pub json_media_type: &'static str,
    /// `X-Request-ID` of an answer is that of the request, if it has one.
    pub echoes_request_id: bool,
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
            echoes_request_id: false,
            reject: |rejection, context| E::from(rejection).into_answer(context),
        }
    }

    pub(super) fn reject(&self, rejection: Rejection, context: &ErrorContext<'_>) -> Answer {
        (self.reject)(rejection, context)
    }

    /// Writes another media type than `application/json` over its JSON.
    #[must_use]
    pub const fn with_json_media_type(mut self, media_type: &'static str) -> Self {
        self.json_media_type = media_type;
        self
    }

    /// Answers with the identifier that the caller gave the request.
    #[must_use]
    pub const fn with_callers_request_id(mut self) -> Self {
        self.echoes_request_id = true;
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

    /// Called when connections were closed that took too much of the machine.
    fn swept(&self, _: Swept) {}

    /// Called when a peer sent what is no HTTP, or a head that is too large: such a request has neither method nor path.
    fn unreadable(&self, _: &Unreadable<'_>) {}
}

/// What the parser refused, and ended the connection for.
#[derive(Clone, Copy, Debug)]
pub struct Unreadable<'a> {
    /// The peer's address.
    pub remote_addr: SocketAddr,
    /// What the parser says: never a part of what was sent.
    pub cause: &'a str,
}

pub(super) struct Route<C: Send + Sync + 'static> {
    pub(super) index: usize,
    pub(super) dialect: Dialect,
    pub(super) served: fn(&C) -> bool,
    pub(super) method: Method,
    pub(super) variables: Vec<Arc<str>>,
    pub(super) facts: Arc<OperationFacts>,
    pub(super) call: Call<C>,
    pub(super) finish: Option<fn(Answer) -> Answer>,
}

pub(super) struct Node<C: Send + Sync + 'static> {
    pub(super) dialect: Dialect,
    pub(super) routes: Vec<Arc<Route<C>>>,
    pub(super) allow: HeaderValue,
}

impl<C: Send + Sync + 'static> Route<C> {
    /// What the operation does to each of its answers.
    pub(super) fn finished(&self, answer: Answer) -> Answer {
        match self.finish {
            Some(finish) => finish(answer),
            None => answer,
        }
    }
}

impl<C: Send + Sync + 'static> Node<C> {
    /// 405 with the methods that there are (RFC 9110 §15.5.6).
    pub(super) fn no_such_method(&self, context: &ErrorContext<'_>) -> Answer {
        let allow = self.allow.to_str().unwrap_or_default().to_owned();
        self.dialect.reject(Rejection::MethodNotAllowed { allow }, context).with(ALLOW, self.allow.clone())
    }
}

/// Everything behind one listener.
pub struct Front<C: Send + Sync + 'static> {
    pub(super) context: C,
    pub(super) table: matchit::Router<Node<C>>,
    pub(super) fallbacks: Vec<Dialect>,
    pub(super) operation_ids: Arc<[String]>,
    pub(super) observer: Arc<dyn Observer>,
    pub(super) deadline: Duration,
    pub(super) gate: fn(&C) -> bool,
    pub(super) trusted_proxies: Arc<ArcSwap<TrustedProxies>>,
    pub(super) in_flight: AtomicUsize,
    /// Tells that nothing is under way any more.
    pub(super) at_rest: Notify,
    /// Connections are asked to end with their next answer.
    pub(super) leaving: AtomicBool,
}

/// Counts a request as long as it is under way, also when its connection breaks.
pub(super) struct UnderWay<C: Send + Sync + 'static>(Arc<Front<C>>);

impl<C: Send + Sync + 'static> UnderWay<C> {
    pub(super) fn begin(front: Arc<Front<C>>) -> Self {
        front.in_flight.fetch_add(1, Ordering::Relaxed);
        Self(front)
    }
}

impl<C: Send + Sync + 'static> Drop for UnderWay<C> {
    fn drop(&mut self) {
        if self.0.in_flight.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.at_rest.notify_waiters();
        }
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
        let beside_variables: Vec<&str> =
            surfaces.iter().flat_map(|surface| surface.beside_variables.iter().copied()).collect();
        let endpoints = surfaces.into_iter().flat_map(|surface| {
            let Surface { dialect, always_open, served, operations, .. } = surface;
            operations.into_iter().map(move |(endpoint, notes)| (dialect, always_open, served, endpoint, notes))
        });
        for (index, (dialect, always_open, served, endpoint, notes)) in endpoints.enumerate() {
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
            node.routes.push(Arc::new(Route {
                index,
                dialect: node.dialect,
                served,
                method: endpoint.method,
                variables,
                facts: Arc::new(OperationFacts {
                    body_limit: endpoint.body_limit,
                    always_open,
                    declared: document::declared(&endpoint.description, &notes),
                    for_its_caller: !endpoint.description.security.is_empty(),
                }),
                call: endpoint.call,
                finish: endpoint.finish,
            }));
        }
        for path in beside_variables {
            lend(&mut nodes, path);
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
            at_rest: Notify::new(),
            leaving: AtomicBool::new(false),
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

    /// Waits until none is.
    pub(super) async fn finished(&self) {
        loop {
            let mut at_rest = std::pin::pin!(self.at_rest.notified());
            // Before the look, so that none can end unheard between the two.
            at_rest.as_mut().enable();
            if self.in_flight() == 0 {
                return;
            }
            at_rest.await;
        }
    }

    /// From now on, each connection ends with its next answer (RFC 9112 §9.6): somebody else takes over.
    pub fn leave(&self) {
        self.leaving.store(true, Ordering::Relaxed);
    }

    /// Tells the observer of connections that were closed.
    pub(super) fn swept(&self, swept: Swept) {
        self.observer.swept(swept);
    }

    /// Tells the observer of a request that couldn't be read.
    pub(super) fn unreadable(&self, unreadable: &Unreadable<'_>) {
        self.observer.unreadable(unreadable);
    }

    /// Ids of the operations, as [`Observation::operation`] counts them.
    #[must_use]
    pub fn operation_ids(&self) -> &Arc<[String]> {
        &self.operation_ids
    }

    pub(super) fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::Relaxed)
    }

    pub(super) fn dialect_of(&self, path: &str) -> Dialect {
        // The last fallback takes every path, so there always is one.
        let found =
            self.fallbacks.iter().find(|dialect| dialect.prefixes.iter().any(|prefix| path.starts_with(prefix)));
        *found.unwrap_or(&self.fallbacks[self.fallbacks.len() - 1])
    }
}

/// `/a/{tid}/b` as the table's pattern and the variables' names. Names are numbered in the pattern, so that two operations may call the same segment
/// differently. As dropshot writes it, `{rest:.*}` at the end is all that follows.
fn pattern(path: &str) -> (String, Vec<Arc<str>>) {
    let mut variables = Vec::new();
    let mut pattern = String::with_capacity(path.len());
    for segment in path.split('/').skip(1) {
        pattern.push('/');
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => {
                let (start, name) = name.strip_suffix(":.*").map_or(("{v", name), |name| ("{*v", name));
                pattern.push_str(start);
                pattern.push_str(&variables.len().to_string());
                pattern.push('}');
                variables.push(Arc::from(name));
            }
            None => pattern.push_str(segment),
        }
    }
    (pattern, variables)
}

/// Gives a path that ends in a literal the operations of the variable in its place, as far as it has none with such a method. Of their variables, the last one is
/// the last segment of what was asked for.
fn lend<C: Send + Sync + 'static>(nodes: &mut std::collections::BTreeMap<String, Node<C>>, path: &str) {
    let (literal, variables) = pattern(path);
    let parent = literal.rsplit_once('/').map_or("", |(parent, _)| parent);
    let of_variable = nodes.get(&format!("{parent}/{{v{}}}", variables.len()));
    let lent: Vec<Arc<Route<C>>> = of_variable.map(|node| node.routes.clone()).unwrap_or_default();
    if let Some(node) = nodes.get_mut(&literal) {
        for route in lent {
            if !node.routes.iter().any(|own| own.method == route.method) {
                node.routes.push(route);
            }
        }
    }
}

fn allow<C: Send + Sync + 'static>(routes: &[Arc<Route<C>>]) -> HeaderValue {
    let mut methods: Vec<&str> = routes.iter().map(|route| route.method.as_str()).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    HeaderValue::from_str(&methods.join(", ")).unwrap_or(HeaderValue::from_static(""))
}

/// Describes surfaces without serving them.
#[must_use]
pub fn describe<C: Send + Sync + 'static>(surfaces: Vec<Surface<C>>) -> Document {
    let tags = surfaces.iter().flat_map(|surface| surface.tags.iter().copied()).collect();
    let operations = surfaces.into_iter().flat_map(|surface| {
        let entity_tags = surface.dialect.entity_tags;
        surface.operations.into_iter().map(move |(mut endpoint, notes)| {
            endpoint.description.entity_tag |= entity_tags && endpoint.method == Method::GET;
            (endpoint, notes)
        })
    });
    let published = operations.filter(|(endpoint, _)| endpoint.published);
    Document::new(tags, published.map(|(endpoint, notes)| (endpoint.documented, endpoint.description, notes)))
}
