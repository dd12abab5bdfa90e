//! By which name a client knows a user: `sub` (OpenID Connect Core §8).

use authplane_domain::Result;
use authplane_domain::clients::client::{Client, DEVICE_CODE, SubjectType};
use authplane_domain::clients::redirect_uri;
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use url::Url;

use crate::context::Shared;
use crate::oauth::issue::derived_keys;

/// The `sub` that this client sees: the subject itself, or where the client is registered for `pairwise` one that clients of other sectors can't relate
/// to theirs (§8.1 there). The same as long as the oldest secret of the server is kept.
///
/// # Errors
/// [`authplane_domain::Error::NotFound`] when the client's server is gone; [`authplane_domain::Error::Unavailable`] without database.
pub async fn of(context: &Shared, client: &Client, subject: &str) -> Result<String> {
    if client.metadata.subject_type == SubjectType::Public {
        return Ok(subject.to_owned());
    }
    let keys = derived_keys::of(context, client.server_key()).await?;
    // No host holds a NUL, so no two pairs are one text.
    let text = [sector(client).as_bytes(), &[0], subject.as_bytes()].concat();
    Ok(URL_SAFE_NO_PAD.encode(hmac::sign(&keys.pairwise, &text)))
}

/// The host of the sector identifier, or else of the redirect URIs, which registration has made sure is one. Applications on users' machines have no host of
/// their own, and neither have clients without redirect URIs: each is a sector by itself. So is a client that registered itself and has its users at devices: it
/// hears of them without ever being at a redirect URI, which may then be anybody's.
#[must_use]
pub fn sector(client: &Client) -> String {
    let identifier = Url::parse(&client.metadata.sector_identifier_uri).ok();
    let proves_nothing = client.metadata.dynamically_registered && client.grant_types.has(DEVICE_CODE);
    let of_redirects = || client.redirect_uris.first().filter(|_| !proves_nothing);
    identifier
        .and_then(|url| url.host_str().map(str::to_owned))
        .or_else(|| of_redirects().and_then(|uri| redirect_uri::host(uri)))
        // No host has a colon and text behind it.
        .unwrap_or_else(|| format!("client:{}", client.id))
}
