//! Sector identifiers (OpenID Connect Core §8.1, Dynamic Client Registration §5): a document that says which redirect URIs share pairwise subjects.

use authplane_domain::clients::client::{Client, ClientDetails, SubjectType};
use authplane_domain::{Error, Result};
use http::StatusCode;
use url::Url;

use crate::context::Context;
use crate::edge::json;
use crate::outgoing::{NamedBy, OutgoingError, Refusal};

const FIELD: &str = "sector_identifier_uri";
/// Longest document in bytes.
const LONGEST: usize = 256 * 1024;

/// Fetches the document, if one is named, and looks for every redirect URI in it: else anybody could join a sector, and relate its users to his own.
///
/// # Errors
/// [`Error::Invalid`] (field `sector_identifier_uri`).
pub async fn check(context: &Context, details: &ClientDetails) -> Result<()> {
    let uri = &details.metadata.sector_identifier_uri;
    if uri.is_empty() {
        return Ok(());
    }
    let url = Url::parse(uri).map_err(|_| Error::invalid(FIELD, "must be an absolute URI"))?;
    let refused = |refusal: Refusal| Error::invalid(FIELD, format!("can't be fetched: {refusal}"));
    context.outgoing.check(NamedBy::Client, &url).map_err(refused)?;
    let fetched = context.outgoing.get(NamedBy::Client, &url, "application/json", LONGEST).await;
    let fetched = fetched.map_err(|error| match error {
        // Which part of the way failed is nothing to tell a stranger of, not even which names exist inside: this server would look into its network for him.
        OutgoingError::Unreachable(_) | OutgoingError::Unsendable(_) | OutgoingError::Refused(_) => {
            Error::invalid(FIELD, "can't be fetched")
        }
        error => Error::invalid(FIELD, format!("can't be fetched: {error}")),
    })?;
    if fetched.status != StatusCode::OK {
        return Err(Error::invalid(FIELD, "isn't answered with 200"));
    }
    let listed: Vec<String> =
        json::read(&fetched.body).map_err(|_| Error::invalid(FIELD, "must lead to a JSON array of redirect URIs"))?;
    if details.redirect_uris.is_empty() {
        // Of none of them everything is true: whoever has none would be of any sector.
        return Err(Error::invalid(FIELD, "needs at least one redirect URI, which the list has"));
    }
    if details.redirect_uris.iter().all(|uri| listed.contains(uri)) {
        Ok(())
    } else {
        Err(Error::invalid(FIELD, "must lead to a list that has every redirect URI of the client"))
    }
}

/// The same for a change by an administrator, where it matters: when the client knows its users by its sector, and its sector or what belongs to it is another
/// one than before.
///
/// # Errors
/// As [`check`].
pub async fn check_change(context: &Context, known: &Client, details: &ClientDetails) -> Result<()> {
    let is_same = known.metadata.sector_identifier_uri == details.metadata.sector_identifier_uri
        && details.redirect_uris.iter().all(|uri| known.redirect_uris.has(uri));
    if details.metadata.subject_type == SubjectType::Public || is_same {
        return Ok(());
    }
    check(context, details).await
}
