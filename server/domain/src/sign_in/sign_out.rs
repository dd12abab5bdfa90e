//! A user is signed out of everything at once: by a new password, by being removed, or because an administrator says so.

use serde::Serialize;

use crate::catalogue::authorization_server;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::sign_in::session::{self, Ended};
use crate::storage::store::Transaction;
use crate::tokens::authorization_grant;
use crate::{Error, Result};

/// What the audit log knows of it.
#[derive(Serialize)]
struct SignedOut<'a> {
    server_id: &'a str,
    subject: &'a str,
    sessions: usize,
    authorization_grants: usize,
}

/// Ends everything that a user is signed in to at a server: sessions, codes, refresh tokens and, for the `longest_token` seconds that one may live, access tokens.
/// What they consented to stays. The sessions; nothing to end is no error.
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Unavailable`] without database.
pub async fn everywhere(acting: &Acting, server_id: &str, subject: &str, longest_token: i64) -> Result<Vec<Ended>> {
    if authorization_server::find(acting.store(), acting.tenant(), server_id).await?.is_none() {
        return Err(Error::not_found(authorization_server::THING, server_id));
    }
    let transaction = acting.begin().await?;
    let (sessions, grants) = end(&transaction, server_id, &[subject]).await?;
    authorization_grant::end_tokens(&transaction, &grants, longest_token).await?;
    if !sessions.is_empty() || !grants.is_empty() {
        let signed_out = SignedOut { server_id, subject, sessions: sessions.len(), authorization_grants: grants.len() };
        audit::record(&transaction, Change::removed("sessions", subject, &signed_out)).await?;
    }
    transaction.commit().await?;
    Ok(sessions)
}

/// Ends sessions and grants of users. Sessions first: a grant that is made in one meanwhile is made before its session ends, and is found, or not at all.
pub(super) async fn end(
    transaction: &Transaction,
    server_id: &str,
    subjects: &[&str],
) -> Result<(Vec<Ended>, Vec<String>)> {
    if subjects.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let sessions = session::end_all(transaction, server_id, subjects).await?;
    let grants = authorization_grant::end_all(transaction, server_id, subjects).await?;
    Ok((sessions, grants))
}
