//! The protocol surface: what clients and resource servers speak, below each issuer `/{tid}/{aid}`.
//!
//! | path | file |
//! |---|---|
//! | `/{tid}/{aid}/oauth2/authorize` | [`authorize`] |
//! | `/{tid}/{aid}/login…` | [`login`] |
//! | `/{tid}/{aid}/consent` | [`consent`] |
//! | `/{tid}/{aid}/account…` | [`account`] |
//! | `/{tid}/{aid}/userinfo` | [`userinfo`] |
//! | `/{tid}/{aid}/oauth2/token`, and the doors of two dialects | [`token`], [`grants`] |
//! | `/{tid}/{aid}/oauth2/device/authorization`, `/{tid}/{aid}/device` | [`device`] |
//! | `/{tid}/{aid}/oauth2/introspect` | [`introspect`] |
//! | `/{tid}/{aid}/oauth2/revoke` | [`revoke`] |
//! | `/{tid}/{aid}/oauth2/register` and `…/{cid}` | [`register`] |
//! | `/{tid}/{aid}/oauth2/logout` | [`logout`] |
//! | `/{tid}/{aid}/.well-known/…` and `/.well-known/oauth-authorization-server/{tid}/{aid}` | [`discovery`], [`jwks`] |
//! | `/.well-known/oauth-protected-resource` | [`protected_resource`] |
//!
//! Endpoints are files here. What several of them need is below:
//!
//! | folder | about |
//! |---|---|
//! | [`authorize`] | an authorization request, from its parameters to its answer: one file per step |
//! | [`login`] | one file per way to sign in |
//! | [`grants`] | one file per grant of the token endpoint |
//! | [`client`] | who a client is: how it proves that, with which keys, and which of them share users' pairwise subjects |
//! | [`issue`] | what is in a token, and for whom |
//! | [`browser`] | what a browser holds and is shown: cookies, pages of errors, hints; scripts of other origins |
//!
//! [`issuer`] finds the authorization server of a path and its rules, and [`client::authentication`] who asks, at every endpoint that clients come to. A token
//! request then goes through the same steps whatever the grant: [`grants::pipeline`].

pub mod account;
pub mod authorize;
pub mod browser;
pub mod client;
pub mod consent;
pub mod device;
pub mod discovery;
pub mod error;
pub mod grants;
pub mod introspect;
pub mod issue;
pub mod issuer;
pub mod jwks;
mod ledger_jwks;
pub mod login;
pub mod logout;
pub mod protected_resource;
pub mod register;
pub mod revoke;
pub mod token;
pub mod userinfo;

pub use issuer::IssuerPath;

use error::DIALECT;

use crate::context::Context;
use crate::edge::Surface;

/// All operations of the protocol surface, for the public listener.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    surface.tag("oauth", "The OAuth 2 and OpenID Connect endpoints: tokens, devices, registration, userinfo.");
    surface.tag("discovery", "Where endpoints and keys are, for programs that find out by themselves.");
    authorize::register(&mut surface);
    login::register(&mut surface);
    consent::register(&mut surface);
    account::register(&mut surface);
    token::register(&mut surface);
    device::register(&mut surface);
    userinfo::register(&mut surface);
    logout::register(&mut surface);
    introspect::register(&mut surface);
    revoke::register(&mut surface);
    register::register(&mut surface);
    discovery::register(&mut surface);
    jwks::register(&mut surface);
    ledger_jwks::register(&mut surface);
    surface
}
