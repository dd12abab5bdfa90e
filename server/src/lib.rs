//! Authplane: an authorization control plane in one binary.
//!
//! # The architecture on one page
//!
//! ```text
//!            one origin                                    with --control-listen: two
//!   ┌───────────────────────────────────────────────────────────────────────────────────┐
//!   │ hyper: HTTP/1.1 and 2       dropshot: what a handler looks like, OpenAPI emitter  │
//!   │ ┌───────────────────────────────────────────────────────────────────────────────┐ │
//!   │ │ edge: listeners and what peers may take, route table, extractors, deadline,   │ │
//!   │ │       dialect-shaped errors, panic → 500, request log, metrics, document      │ │
//!   │ └──────┬─────────────────────────┬─────────────────────────┬────────────────────┘ │
//!   │   protocol surface          control surface           health, API reference        │
//!   │   oauth/  (public)          api/acp  api/logto        health.rs  pages/            │
//!   │        │                    api/local_user_store            │                      │
//!   │        ├── tokens/ ◄─────── caller.rs (who may call)        │                      │
//!   │        ▼                         ▼                          ▼                      │
//!   │   ┌───────────────────────────────────────────────────────────────────────────┐   │
//!   │   │ authplane_domain: one file per thing, its rules, its finders, the cache   │   │
//!   │   └───────────────────────────────────┬───────────────────────────────────────┘   │
//!   └───────────────────────────────────────┼───────────────────────────────────────────┘
//!                              SQLite (embedded)  or  PostgreSQL (many replicas)
//! ```
//!
//! - **URL = folder, resource = file.** `PATCH /api/resources/{id}` is in `api/logto/resources.rs`; `POST /{tid}/{aid}/oauth2/token` in `oauth/token.rs`. A
//!   resource file reads top to bottom: permissions, wire types, operations (list, create, get, update, delete), `register`.
//!   Below `oauth/`, [one file per endpoint](oauth), per [grant](oauth::grants) and per [way to sign in](oauth::login); what several of them need is in
//!   `client/`, `issue/` and `browser/`.
//! - **No circle of files crosses folders.** [`context`], which all handlers have, names nothing that names it. A test (`tests/tests/it/circles.rs`) keeps both so.
//! - **One domain, three dialects.** A handler knows its dialect: wire shape, order of checks, error codes. The domain knows the thing: uniqueness, defaults,
//!   cascades, audit, all in one transaction. A service that ACP creates is the API resource that Logto lists, because it is the same row.
//!   What a wire says just as the domain does derives its schema there and is used as it is (`tests/tests/it/wire.rs`); the rest is converted member by member.
//! - **Who may call** is the first argument of a handler: [`caller::Caller`] with a permission type declared at the top of its file. The same type writes the
//!   operation's `security` in the document.
//! - **Tokens** are JWTs (RFC 9068) signed with the authorization server's own keys. Which key signs is a function of time alone, so replicas agree without
//!   talking, and a key is published long before it signs. The token path takes no database round trip: everything it needs is in the domain's cache, whose
//!   entries are valid only while nothing they were made from has been written.
//! - **A user's authorization** is one row from its code to its last refresh token ([`authplane_domain::tokens::authorization_grant`]). Code and refresh token are claimed
//!   by one conditional statement each, so of any number of callers on any number of replicas one wins; tokens carry the row's id, so revoking it kills them all.
//!   On the way there, a request waits in a row of its own that is bound to the browser ([`authplane_domain::sign_in::login_request`]). [`oauth::authorize`] says which
//!   step is in which file; [`oauth::login`] how ways to sign in are added; [`oauth::issue::profile`] says what a server's profiles allow.
//! - **Who users are** says the method that they signed in by. Static users stand in it; the tenant's own have a row each ([`authplane_domain::sign_in::user`]) and sign in at
//!   its default server; of others a provider or a page tells. [`authplane_domain::sign_in::authentication::still_signs_in`] is what everything that lasts asks about all of them.
//! - **Configuration as code** is one way in and out of the domain: [`authplane_domain::configuration`] reads a tenant at one moment and brings one in, and knows no wire.
//!   ACP's words for it are in [`api::acp::system::configuration`]: `dump` goes out, `brought` comes in, `difference` tells what became of it; `text` makes JSON or YAML
//!   of it, and `sealed` knows its secrets, sealed by [`age`]. Files are in [`configuration_files`], the commands over them in the binary's `configuration_commands`. A column that a new migration adds is in a dump
//!   or, with the reason, in [`authplane_domain::configuration::NOT_EXPORTED`]: a test changes each of them and looks. (How the server itself is set up is [`config`].)
//! - **Decisions.** Gateways ask at the doors of [`access`] whether a request may pass; what is answered is decided in [`decisions`] alone, from what
//!   [`authplane_domain::catalogue::gateway::guarded`] keeps of a gateway's APIs and policies. [`authorizer`] is a process of another kind, which decides by the same
//!   rules beside a proxy, from what it pulls.
//!   At AuthZEN's ([`access::v1`]) they say themselves who wants what ([`decisions::stated`]). A policy is validators, or a text in Cedar: [`policy::input`] is what that is told.
//! - **The document** is emitted by `authplane openapi` from the handlers themselves, committed under `openapi/`, and the SDK is generated from it.
//!   `cargo xtask generate --check` fails when any of the three drifts.
//!
//! # Adding an operation
//!
//! Write the handler in its resource file under `#[dropshot::endpoint]`, with a doc comment (summary, then description) and one tag; register it at the foot of
//! the file with its error statuses, besides those of its arguments (401, 403, 413, 415), and an example of each body; run `cargo xtask generate`. Then `tests/`: its facts, from the specification, in a file of
//! `tests/facts`; its row in `OPERATIONS` at the foot of the file under `tests/tests/it` that mirrors its source file (a new file is named in
//! its folder's list); above the row its tests. Without row, facts or example the suite fails and says what to add; tests of what the operation does
//! are nobody's to ask for but the reviewer's.
//!
//! What the document says in JSON's terms is made of Rust's in one place, `edge/document/`: which members are required, may be null, have a default, which values
//! there are, how errors look (the dialect is asked), what leads on from a creation. A member that serde takes as absent and the handler then refuses is marked
//! `#[schemars(title = "required")]`; what path parameters are, and which dialect a tag belongs to, stands in `document.rs`. `generate` refuses names that other
//! people's generators can't use, and `cargo xtask codegen` tries thirteen of those.

pub mod access;
pub mod age;
pub mod api;
pub mod audit_export;
pub mod authorizer;
pub mod caller;
pub mod config;
pub mod configuration_files;
pub mod context;
pub mod credentials;
pub mod decisions;
pub mod document;
pub mod edge;
pub mod fair_queue;
pub mod guessing;
pub mod health;
pub mod idempotent_answers;
pub mod lately;
pub mod ledger_verification;
pub mod limits;
pub mod log;
pub mod long_polls;
pub mod metrics;
pub mod oauth;
pub mod outgoing;
pub mod pages;
pub mod password_checks;
pub mod policy;
pub mod server;
pub mod throttle;
pub mod tokens;
