//! The Rust client of Authplane, a self-hosted authorization control plane.
//!
//! ```no_run
//! # async fn example() -> Result<(), authplane_client::Error> {
//! use authplane_client::{Client, types};
//!
//! // The client finds the authorization server, obtains its token and renews it by itself.
//! let client = Client::builder("http://127.0.0.1:8080").client_credentials("id", "secret").build().await?;
//!
//! // An API that tokens can be issued for, and something that they can allow there.
//! let orders = types::LogtoCreateResourceRequest::builder().name("Orders").indicator("https://api.example.com/orders");
//! let orders = client.create_resource().body(orders).send().await?.into_inner();
//! let read = types::LogtoCreateResourceScopeRequest::builder().name("orders:read");
//! client.create_resource_scope().resource_id(&orders.id).body(read).send().await?;
//! # Ok(())
//! # }
//! ```
//!
//! | to | use |
//! |---|---|
//! | manage tenants' resources, applications, servers … | [`Client`] and its operations, with the [`types`] of their bodies |
//! | read a whole list | [`stream`](generated::builder::ListResources::stream) of its request, see [below](#lists) |
//! | change what is there by `PUT` | what was read, converted, see [below](#read-change-put) |
//! | sign in otherwise than with a secret: with a key, as a user | [`Credentials`], [`ClientBuilder`] |
//! | take the settings from the environment or a file | [`Client::from_env`], [`Client::from_file`] |
//! | give one call its own time limit or a header | [`Client::with_timeout`], [`Client::with_header`] |
//! | obtain a token for an API, or check one | [`oauth`] |
//! | tell failures apart | [`Error`] |
//! | call from code that isn't async | feature `blocking`: module `blocking` |
//! | see what is called, in logs and traces | feature `tracing`: a span per call, see [below](#spans) |
//! | test a program without a server | feature `mock`: module `mock` |
//!
//! The operations speak three dialects over one model: ACP (`create_client`, `list_services` …), Logto
//! (`create_resource` …) and the local user store (`create_api_client` …). What one creates, the others list.
//! They are generated from the server's `OpenAPI` document. Each dialect is a feature: `acp`, `logto` and `local-user-store`,
//! all of them by default; the OAuth and OpenID Connect endpoints are always there.
//!
//! # Read, change, put
//! What a `PUT` leaves out is reset. So what is read converts to what is put, with every member that this version knows,
//! secrets included (those of a newer server's own get lost, and are reset):
//!
//! ```no_run
//! # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
//! # #[cfg(feature = "acp")] {
//! use authplane_client::types::AcpClientRequest;
//!
//! let robot = client.get_client().tid("default").cid("robot").send().await?.into_inner();
//! let mut robot = AcpClientRequest::from(robot);
//! robot.client_name = Some("Order robot".to_owned());
//! client.update_client().tid("default").cid("robot").body(robot).send().await?;
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! # Lists
//! Where an operation gives a list page by page, its request has `stream` beside `send`: all rows, fetched as they are read.
//! Rows that are removed meanwhile don't make it miss others where the answers tell how long the list is, unless between two
//! pages as many are added: then the list looks as before, and as many others may be missed. No row comes twice, for which
//! the stream remembers the ids that it gave. It ends at the first error.
//!
//! ```no_run
//! # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
//! # #[cfg(feature = "logto")] {
//! use futures::TryStreamExt;
//!
//! let mut resources = std::pin::pin!(client.list_resources().include_scopes("true").stream(50));
//! while let Some(resource) = resources.try_next().await? {
//!     println!("{} {}", resource.indicator, resource.name);
//! }
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! # Tokens
//! One token serves all clones of a [`Client`]. It is renewed when a fifth of its life is left (at most a minute before
//! its end) and when the server answers 401, in which case the call is made once more. Calls that need a token at the
//! same moment share one renewal; if it fails, each is told why and the next call tries again. A token that still lives
//! stays in use while its renewal fails. After a 401, a user's token of the last seconds is not renewed, nor is one that
//! replaced a refused token in the last seconds, and a user is not asked: the next call asks.
//!
//! # Repetitions
//! A request is sent again, up to [`ClientBuilder::retries`] times and within [`ClientBuilder::timeout`], when no
//! connection could be made, and after 429 or 503; a `GET` also when its connection broke. A `POST` or `PATCH` that may have
//! been carried out is never sent again: after 429 and 503 only if the answer has a `Retry-After`, by which the server
//! says that it turned the call away. Of the requests of an authorization server in [`oauth`] those that do no harm when they
//! are carried out twice are repeated as a `GET` is: discovery, introspection, revocation, and a token for the client itself,
//! unless it authenticates with an assertion, which works once. The pauses grow and are random (full jitter); `Retry-After` is respected, unless it
//! goes beyond the time that is left, in which case the answer is returned at once.
//!
//! # Spans
//! With the feature `tracing` each operation is a span `operation` with `operation_id`, `method`, `status`, `request_id`
//! (the server's `x-request-id`) and `retries`, and each request by which this crate looks for an authorization server, or
//! obtains, checks or gives back a token, a span `authorization_server` with `step`, `status`, `request_id` and `retries`; all
//! have the target `authplane_client`. `retries` is recorded once, at the end; `request_id` is there if it is a UUID. No field holds a URL, a header, or anything of a body.

// Generated code names this crate from outside.
extern crate self as authplane_client;

mod answer;
#[cfg(feature = "blocking")]
pub mod blocking;
mod call;
mod client;
mod credentials;
mod discovery;
mod echoes;
mod error;
mod exchange;
mod flight;
pub mod generated;
mod headers;
mod into_optional;
mod jwk;
#[cfg(feature = "mock")]
pub mod mock;
mod multipart;
mod nullable;
pub mod oauth;
#[cfg_attr(
    not(all(feature = "logto", feature = "local-user-store")),
    allow(dead_code, reason = "each dialect counts its pages in its own way")
)]
mod paging;
mod renewal;
mod retry;
mod secret;
mod server_keys;
mod session;
mod settings;
mod signed_answer;
mod signing_key;
mod span;
mod step;

pub use answer::Answer;
pub use client::{Client, ClientBuilder};
pub use credentials::Credentials;
pub use error::{Error, NoKeys, NoToken, Refusal, Unauthorized, Unreadable};
pub use generated::types;
pub use into_optional::IntoOptional;
pub use jwk::Jwk;
pub use nullable::Nullable;
pub use progenitor_client::ResponseValue;
pub use reqwest;
pub use secret::Secret;
pub use session::Session;
pub use signing_key::SigningKey;
pub use step::Step;

/// The examples of the README, which are compiled with those of the documentation.
#[cfg(all(doctest, feature = "acp", feature = "logto", feature = "local-user-store"))]
#[doc = include_str!("../README.md")]
struct Readme;
