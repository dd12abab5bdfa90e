//! A form on another site's page, which comes without our cookies (`SameSite=Lax`), whoever is signed in. Nothing may be concluded from that, least of all what would
//! end in other cookies: the browser is made to ask once more, by a way on which they come along.

use http::header::HeaderName;
use http::{Method, StatusCode};

use crate::context::Context;
use crate::edge::{Answer, Request};
use crate::oauth::authorize::response::see;
use crate::oauth::browser::cookies::Cookies;
use crate::pages::Frame;
use crate::pages::form_post::FormPost;

/// Fetch Metadata Request Headers §2.3, which browsers send to places that they trust to be who they say.
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// The longest query that is put into an address: heads have bounds, here and on the way.
const LONGEST_QUERY: usize = 8 * 1024;

/// The answer to a POST that may have left the browser's cookies at home: the same once more. `None` where it can be answered as it is.
///
/// A redirect makes a GET of it, which brings the cookies along. What is too long for an address, or has an ID token in it, which is better kept out of logs and histories, is
/// put into a form of our own, if the browser says where forms come from: so it isn't put there again. A silent request may be in a frame, where no page is shown.
pub fn once_more(
    request: &Request<Context>,
    cookies: &Cookies,
    frame: Frame<'_>,
    endpoint: &str,
    parameters: &[(&str, &str)],
) -> Option<Answer> {
    if request.method() != Method::POST || cookies.has_sent_any(request) {
        return None;
    }
    let site = request.header(SEC_FETCH_SITE);
    if site == Some("same-origin") {
        return None;
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    let has = |name: &str| parameters.iter().any(|(known, _)| *known == name);
    let is_silent = parameters.contains(&("prompt", "none"));
    let is_long = query.len() > LONGEST_QUERY;
    if site.is_some() && (is_long || has("id_token_hint") && !is_silent) {
        let address = format!("{}{endpoint}", request.context().origin().public);
        return Some(FormPost { frame, redirect_uri: &address, parameters, request_id: request.id() }.render());
    }
    if is_long { None } else { Some(see(StatusCode::SEE_OTHER, format!("{endpoint}?{query}"))) }
}
