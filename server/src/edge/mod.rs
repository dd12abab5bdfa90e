//! The edge: from the sockets to the handlers.
//!
//! Hyper speaks HTTP, and dropshot makes the OpenAPI document of the handlers. What they can't do is done here, once, for every operation:
//!
//! | wanted | dropshot 0.18 | here |
//! |---|---|---|
//! | a bound to what a peer may take: connections, streams, heads, bytes that it doesn't read | none | [`listener`], [`peer`] |
//! | a request whose client hangs up is finished, and leaves its line | dropped, or a task for each request | `arrival.rs`: a task for those that wait |
//! | literal beside variable segments at one origin | its router panics at registration | [`front`]: our own route table |
//! | 404, 405, 400, 413, 415, 500 in each dialect's shape, with headers | one fixed shape, no headers on custom errors | [`rejection`], [`Dialect`] |
//! | a panicking handler answers 500 | resets the connection | [`front`] catches it |
//! | deadlines, request log, metrics | none | [`front`] |
//! | preconditions, answers that are kept for who asks again | none | [`conditional`], [`idempotency`] |
//! | repeated query keys, optional bodies, forms with duplicates refused | no | [`extract`], [`form`] |
//! | a file in a form, with a limit | no limit at all | [`multipart`] |
//! | bounds of what is inside of JSON | none | [`json`] |
//! | exact statuses, security, examples in the document | `4XX`, none | [`document`]: a side table declared beside each handler |
//!
//! A handler is a free function under dropshot's own `#[endpoint]` macro. The macro writes paths that begin with `dropshot::`; a module that says
//! `use crate::edge::endpoint as dropshot;` has them resolved to [`endpoint`], which implements the few names the macro uses. That, the public fields of
//! `dropshot::ApiEndpoint`, and the types whose `metadata()` describes a parameter, a body or a reply, are all that is known here about
//! dropshot; besides, a dialect's error type implements its `HttpResponseError`. The version is pinned and `tests/tests/it/edge.rs` fails when it changes.

pub mod answer;
mod arrival;
pub mod client_address;
pub mod conditional;
pub mod document;
pub mod endpoint;
pub mod extract;
pub mod form;
pub mod front;
pub mod idempotency;
pub mod json;
pub mod listener;
pub mod multipart;
mod null_is_absence;
pub mod peer;
pub mod plain;
pub mod rejection;
pub mod request;

pub use answer::{Answer, Created, Json as JsonReply, NoContent, Reply};
pub use conditional::{IfMatch, Tagged};
pub use document::{Document, Notes};
pub use endpoint::Surface;
pub use extract::{Body, FromRequest, Path, Query};
pub use form::{Form, FormFields, FromForm};
pub use front::{Dialect, Front};
pub use idempotency::IdempotencyKey;
pub use listener::Listener;
pub use null_is_absence::Unrepeated;
pub use rejection::{Declared, DialectError, ErrorContext, Rejection};
pub use request::Request;
