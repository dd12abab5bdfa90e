//! What the provider tells whoever has the access token (OpenID Connect Core §5.3).

use http::Request;
use http::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use serde_json::{Map, Value};
use url::Url;

use crate::oauth::login::federation::object;
use crate::oauth::login::federation::provider::ProviderError;
use crate::outgoing::Outgoing;

/// Longest answer that is read, in bytes: it is kept with the user's session.
const LONGEST: usize = 64 * 1024;

/// The claims of the userinfo endpoint, as an object. Signed ones, which this server doesn't register for, are refused.
///
/// # Errors
/// [`ProviderError`] without them.
pub async fn read(
    outgoing: &Outgoing,
    endpoint: &Url,
    access_token: &str,
) -> Result<Map<String, Value>, ProviderError> {
    get(outgoing, endpoint, access_token, LONGEST, "the answer of its userinfo endpoint").await
}

/// A JSON object that only the holder of the access token gets.
pub(super) async fn get(
    outgoing: &Outgoing,
    url: &Url,
    access_token: &str,
    longest: usize,
    what: &str,
) -> Result<Map<String, Value>, ProviderError> {
    // RFC 6750 §2.1.
    let bearer = HeaderValue::from_str(&format!("Bearer {access_token}"));
    let mut bearer = bearer.map_err(|_| ProviderError::new("its access token can't be sent"))?;
    bearer.set_sensitive(true);
    let request = Request::get(url.as_str()).header(ACCEPT, "application/json").header(AUTHORIZATION, bearer);
    let request = request.body(Vec::new()).map_err(|_| ProviderError::new(format!("{what} can't be asked for")))?;
    let answer = outgoing.execute(request).await;
    let answer = answer.map_err(|error| ProviderError::new(format!("{what} is missing: {error}")))?;
    if !answer.status().is_success() {
        let status = answer.status().as_u16();
        return Err(ProviderError::new(format!("{what} is missing: the status is {status}")));
    }
    if answer.body().len() > longest {
        return Err(ProviderError::new(format!("{what} is too long")));
    }
    object(answer.body(), what)
}
