//! What users do here, as it stands in the audit log: each in the transaction of what it did, so that there is neither without the other.
//!
//! | action | who | of what |
//! |---|---|---|
//! | `user.sign_in` | the user | the user |
//! | `user.sign_in_failure` | `unknown`: nobody proved who they are | the user whose name was given, or `unknown` |
//! | `user.sign_out` | the user | the user |
//! | `consent.give`, `consent.refuse` | the user | the client |
//!
//! A name that nobody has is not written down, since people type passwords where their names belong. What is refused because too much failed before was not
//! looked at and leaves nothing: so many failures as the limits allow can be had, and no more.

use sea_orm::Statement;
use serde::Serialize;

use crate::Result;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::sign_in::session::Authentication;

/// Who asks while nobody has proved who they are, and who is meant by a name that nobody has.
pub const UNKNOWN: &str = "unknown";

/// What a user said no to, or what said no to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<'a> {
    /// Nobody signed in by this method.
    SignIn(&'a str),
    /// This user doesn't give the client what it asks for.
    Consent(&'a str),
}

/// What is known besides; what doesn't apply is left out.
#[derive(Default, Serialize)]
struct Circumstances<'a> {
    server_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    method_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<&'a [String]>,
}

pub(crate) fn signed_in(
    acting: &Acting,
    server_id: &str,
    authentication: &Authentication,
    client_id: Option<&str>,
    session_id: Option<&str>,
) -> Result<Statement> {
    let method_id = Some(authentication.method_id.as_str());
    let known = Circumstances { server_id, method_id, client_id, session_id, ..Circumstances::default() };
    let subject = authentication.subject.as_str();
    audit::insertion(&acting.by(subject), &Change::happened("user", "sign_in", subject, &known))
}

/// `username` is that of a user of the method; `None` for any other that was given.
pub(crate) fn sign_in_failed(
    acting: &Acting,
    server_id: &str,
    method_id: &str,
    client_id: Option<&str>,
    username: Option<&str>,
) -> Result<Statement> {
    let known = Circumstances { server_id, method_id: Some(method_id), client_id, ..Circumstances::default() };
    let change = Change::happened("user", "sign_in_failure", username.unwrap_or(UNKNOWN), &known);
    audit::insertion(&acting.by(UNKNOWN), &change)
}

pub(crate) fn signed_out(acting: &Acting, server_id: &str, subject: &str, session_id: &str) -> Result<Statement> {
    let known = Circumstances { server_id, session_id: Some(session_id), ..Circumstances::default() };
    audit::insertion(&acting.by(subject), &Change::happened("user", "sign_out", subject, &known))
}

pub(crate) fn consented(
    acting: &Acting,
    server_id: &str,
    subject: &str,
    client_id: &str,
    scopes: &[String],
) -> Result<Statement> {
    let known = Circumstances { server_id, scopes: Some(scopes), ..Circumstances::default() };
    audit::insertion(&acting.by(subject), &Change::happened("consent", "give", client_id, &known))
}

/// `client_id` is that of the client that asked; `None` where the server itself did.
pub(crate) fn refused(
    acting: &Acting,
    server_id: &str,
    client_id: Option<&str>,
    refusal: Refusal<'_>,
) -> Result<Statement> {
    match refusal {
        Refusal::SignIn(method_id) => sign_in_failed(acting, server_id, method_id, client_id, None),
        Refusal::Consent(subject) => {
            let known = Circumstances { server_id, ..Circumstances::default() };
            audit::insertion(
                &acting.by(subject),
                &Change::happened("consent", "refuse", client_id.unwrap_or(server_id), &known),
            )
        }
    }
}
