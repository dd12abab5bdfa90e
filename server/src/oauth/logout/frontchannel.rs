//! OpenID Connect Front-Channel Logout 1.0: pages of the applications that the user's browser opens.

use authplane_domain::clients::client::Client;
use authplane_domain::sign_in::session::Session;

/// The addresses of those clients of a session that registered one, always with `iss` and `sid` (§3): who doesn't need them ignores them, and who compares them
/// isn't signed out by anybody else.
#[must_use]
pub fn uris(issuer: &str, session: &Session, clients: &[Client]) -> Vec<String> {
    let registered = clients.iter().map(|client| client.metadata.frontchannel_logout_uri.as_str());
    let pairs = [("iss", issuer), ("sid", &session.id)];
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let addressed = |uri: &str| {
        let separator = if uri.contains('?') { '&' } else { '?' };
        format!("{uri}{separator}{query}")
    };
    registered.filter(|uri| !uri.is_empty()).map(addressed).collect()
}
