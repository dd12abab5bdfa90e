//! The names that dropshot's `#[endpoint]` macro writes into the module it is used in.
//!
//! A module of operations begins with `use crate::edge::endpoint as dropshot;`, so `#[dropshot::endpoint { … }]` makes one of *our* [`ApiEndpoint`]s: the
//! handler keeps dropshot's look, takes our extractors and answers our replies. The marker traits stand where the macro checks bounds; the real bounds are
//! those of [`Handler`].

use std::sync::Arc;

pub use dropshot::{ApiEndpointVersions, endpoint};
use futures::future::BoxFuture;
pub use http::Method;

use super::answer::{Answer, Reply};
use super::document::{Description, Notes};
use super::extract::FromRequest;
use super::front::Dialect;
use super::rejection::{DialectError, ErrorContext, Rejection, error_example, rejection_status};
use super::request::Request;

/// Names the context type of a handler's first argument.
pub trait RequestContextArgument {
    /// The server's context.
    type Context;
}
impl<C: Send + Sync + 'static> RequestContextArgument for Request<C> {
    type Context = C;
}

/// The macro asks this of every argument but the last; [`FromRequest`] is what counts.
pub trait SharedExtractor {}
impl<T: ?Sized> SharedExtractor for T {}

/// The macro asks this of the last argument; [`FromRequest`] is what counts.
pub trait ExclusiveExtractor {}
impl<T: ?Sized> ExclusiveExtractor for T {}

/// The macro asks this of the success type; [`Reply`] is what counts.
pub trait HttpResponse {}
impl<T: Reply> HttpResponse for T {}

/// The macro asks this of the error type; [`DialectError`] is what counts.
pub trait HttpResponseError {}
impl<T: DialectError> HttpResponseError for T {}

/// Largest body of an operation that doesn't say otherwise, in bytes: Logto's documented limit, which the other dialects share here.
pub const DEFAULT_BODY_LIMIT: usize = 1024 * 1024;

/// An error that is yet to be written for its request, in the dialect of the handler that made it.
pub type Refusal = Box<dyn FnOnce(&ErrorContext<'_>) -> Answer + Send>;

pub(super) type Call<C> = Arc<dyn Fn(Request<C>) -> BoxFuture<'static, Result<Answer, Refusal>> + Send + Sync>;

/// One operation: how to call it and what the document says of it.
pub struct ApiEndpoint<C: Send + Sync + 'static> {
    pub(super) operation_id: String,
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body_limit: usize,
    pub(super) published: bool,
    pub(super) call: Call<C>,
    pub(super) finish: Option<fn(Answer) -> Answer>,
    pub(super) documented: ::dropshot::ApiEndpoint<()>,
    pub(super) description: Description,
}

impl<C: Send + Sync + 'static> ApiEndpoint<C> {
    /// Called by the macro.
    #[must_use]
    pub fn new<H, A>(
        operation_id: String,
        handler: H,
        method: Method,
        content_type: &str,
        path: &str,
        versions: ApiEndpointVersions,
    ) -> Self
    where
        H: Handler<C, A>,
    {
        let mut description = Description::default();
        H::describe(&mut description);
        let mut documented = H::documented(operation_id.clone(), method.clone(), content_type, path, versions);
        documented.parameters = std::mem::take(&mut description.parameters);
        Self {
            operation_id,
            method,
            path: path.to_owned(),
            body_limit: DEFAULT_BODY_LIMIT,
            published: true,
            call: Arc::new(move |request| handler.clone().call(request)),
            finish: None,
            documented,
            description,
        }
    }

    /// First paragraph of the handler's doc comment.
    #[must_use]
    pub fn summary(mut self, text: impl ToString) -> Self {
        self.documented = self.documented.summary(text);
        self
    }

    /// The rest of the handler's doc comment.
    #[must_use]
    pub fn description(mut self, text: impl ToString) -> Self {
        self.documented = self.documented.description(text);
        self
    }

    /// The operation's tag.
    #[must_use]
    pub fn tag(mut self, text: impl ToString) -> Self {
        self.documented = self.documented.tag(text);
        self
    }

    /// `unpublished = true` keeps an operation out of the document.
    #[must_use]
    pub fn visible(mut self, visible: bool) -> Self {
        self.published = visible;
        self
    }

    /// Marks the operation as deprecated in the document.
    #[must_use]
    pub fn deprecated(mut self, deprecated: bool) -> Self {
        self.documented = self.documented.deprecated(deprecated);
        self
    }

    /// Has every answer of the operation pass through `finish`, also those that the edge makes in its place.
    #[must_use]
    pub fn finished_by(mut self, finish: fn(Answer) -> Answer) -> Self {
        self.finish = Some(finish);
        self
    }

    /// Largest body in bytes.
    #[must_use]
    pub fn request_body_max_bytes(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }
}

/// An `async fn(Request<C>, …) -> Result<impl Reply, impl DialectError>` of up to seven further arguments.
pub trait Handler<C: Send + Sync + 'static, Arguments>: Clone + Send + Sync + 'static {
    /// Collects what arguments and reply add to the document.
    fn describe(description: &mut Description);
    /// Dropshot's own description of the operation, for its OpenAPI emitter.
    fn documented(
        operation_id: String,
        method: Method,
        content_type: &str,
        path: &str,
        versions: ApiEndpointVersions,
    ) -> ::dropshot::ApiEndpoint<()>;
    /// Runs extractors and handler.
    fn call(self, request: Request<C>) -> BoxFuture<'static, Result<Answer, Refusal>>;
}

/// Stands in for the handler where dropshot only needs its types; never called, because the documenting description is never served.
async fn described_only<E: DialectError>(
    _: ::dropshot::RequestContext<()>,
) -> Result<http::Response<::dropshot::Body>, E> {
    Err(E::from(Rejection::NotFound))
}

fn documented<R: Reply, E: DialectError>(
    operation_id: String,
    method: Method,
    content_type: &str,
    path: &str,
    versions: ApiEndpointVersions,
) -> ::dropshot::ApiEndpoint<()> {
    let mut endpoint =
        ::dropshot::ApiEndpoint::new(operation_id, described_only::<E>, method, content_type, path, versions);
    endpoint.response = R::describe();
    endpoint
}

fn answer<R: Reply, E: DialectError>(result: Result<R, E>) -> Result<Answer, Refusal> {
    match result {
        Ok(reply) => reply.into_answer().map_err(|error| -> Refusal {
            let cause = format!("the answer can't be written: {error}");
            Box::new(|context| E::from(Rejection::Internal).into_answer(context).because(Some(cause)))
        }),
        Err(error) => Err(refusal(error)),
    }
}

fn refusal<E: DialectError>(error: E) -> Refusal {
    Box::new(|context| error.into_answer(context))
}

// The arities of one implementation: Rust has no other way to be generic over the number of a function's arguments.
macro_rules! handler {
    ($($argument:ident)*) => {
        impl<C, F, Fut, R, E, $($argument,)*> Handler<C, ($($argument,)*)> for F
        where
            C: Send + Sync + 'static,
            F: Fn(Request<C>, $($argument),*) -> Fut + Clone + Send + Sync + 'static,
            Fut: Future<Output = Result<R, E>> + Send + 'static,
            R: Reply,
            E: DialectError,
            $($argument: FromRequest<C> + 'static,)*
        {
            fn describe(description: &mut Description) {
                $($argument::describe(description);)*
                R::describe_headers(description);
                description.error_example = Some(error_example::<E>);
                description.rejected_with = Some(rejection_status::<E>);
            }
            fn documented(operation_id: String, method: Method, content_type: &str, path: &str, versions: ApiEndpointVersions) -> ::dropshot::ApiEndpoint<()> {
                documented::<R, E>(operation_id, method, content_type, path, versions)
            }
            #[expect(non_snake_case, reason = "the type parameters' names serve as the variables'")]
            fn call(self, request: Request<C>) -> BoxFuture<'static, Result<Answer, Refusal>> {
                Box::pin(async move {
                    let mut request = request;
                    $(
                        let $argument = match $argument::from_request(&mut request).await {
                            Ok(argument) => argument,
                            Err(rejection) => return Err(refusal(E::from(rejection))),
                        };
                    )*
                    let once = request.once.take();
                    let work = async move {
                        match request.still_let_in().await {
                            Ok(()) => answer(self(request, $($argument),*).await),
                            Err(rejection) => Err(refusal(E::from(rejection))),
                        }
                    };
                    match once {
                        None => work.await,
                        Some(once) => {
                            once.answer(Box::pin(work)).await.map_err(|rejection| refusal(E::from(rejection)))
                        }
                    }
                })
            }
        }
    };
}
mod arities {
    use crate::edge::endpoint::{
        Answer, ApiEndpointVersions, BoxFuture, Description, DialectError, FromRequest, Handler, Method, Refusal,
        Reply, Request, answer, documented, error_example, refusal, rejection_status,
    };

    handler!(A);
    handler!(A B);
    handler!(A B D);
    handler!(A B D G);
    handler!(A B D G H);
    handler!(A B D G H I);
    handler!(A B D G H I J);
}

impl<C, F, Fut, R, E> Handler<C, ()> for F
where
    C: Send + Sync + 'static,
    F: Fn(Request<C>) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<R, E>> + Send + 'static,
    R: Reply,
    E: DialectError,
{
    fn describe(description: &mut Description) {
        R::describe_headers(description);
        description.error_example = Some(error_example::<E>);
        description.rejected_with = Some(rejection_status::<E>);
    }
    fn documented(
        operation_id: String,
        method: Method,
        content_type: &str,
        path: &str,
        versions: ApiEndpointVersions,
    ) -> ::dropshot::ApiEndpoint<()> {
        documented::<R, E>(operation_id, method, content_type, path, versions)
    }
    fn call(self, request: Request<C>) -> BoxFuture<'static, Result<Answer, Refusal>> {
        Box::pin(async move { answer(self(request).await) })
    }
}

/// The operations of one dialect.
pub struct Surface<C: Send + Sync + 'static> {
    pub(super) dialect: Dialect,
    pub(super) always_open: bool,
    pub(super) served: fn(&C) -> bool,
    pub(super) tags: Vec<(&'static str, &'static str)>,
    pub(super) operations: Vec<(ApiEndpoint<C>, Notes)>,
    /// Paths whose other methods are those of the variable that their last segment could be.
    pub(super) beside_variables: Vec<&'static str>,
}

impl<C: Send + Sync + 'static> Surface<C> {
    /// An empty surface whose paths begin with one of the dialect's prefixes.
    #[must_use]
    pub fn new(dialect: Dialect) -> Self {
        let (tags, operations) = (Vec::new(), Vec::new());
        Self { dialect, always_open: false, served: |_| true, tags, operations, beside_variables: Vec::new() }
    }

    /// The surface is answered also while the server isn't ready: for health.
    #[must_use]
    pub fn always_open(mut self) -> Self {
        self.always_open = true;
        self
    }

    /// While `served` says no, there are no such paths.
    #[must_use]
    pub fn served_if(mut self, served: fn(&C) -> bool) -> Self {
        self.served = served;
        self
    }

    /// A tag of the document, and what its operations are about.
    pub fn tag(&mut self, name: &'static str, description: &'static str) {
        self.tags.push((name, description));
    }

    /// The last segment of this path, which is literal, may also be what a variable in its place is called: methods that the path has no operation for are those
    /// of the variable.
    pub fn beside_variable(&mut self, path: &'static str) {
        self.beside_variables.push(path);
    }

    /// Adds an operation; what the document needs beyond types is said on the returned notes.
    pub fn register(&mut self, endpoint: impl Into<ApiEndpoint<C>>) -> &mut Notes {
        self.operations.push((endpoint.into(), Notes::default()));
        let last = self.operations.len() - 1;
        &mut self.operations[last].1
    }
}
