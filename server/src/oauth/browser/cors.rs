//! Scripts of other origins at the protocol surface (CORS): browser apps are OAuth clients without a server of their own.
//!
//! Any origin may read the answers of the endpoints that are opened here, errors too, but never with the browser's own credentials: a request counts by what it
//! carries in its body and its `Authorization` header, which the other page had to know already. The authorization endpoint and the pages are not opened
//! (RFC 9700 §2.6): they work with cookies.

use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, HeaderValue,
};
use http::{Method, StatusCode};

use crate::context::Context;
use crate::edge::endpoint::{ApiEndpoint, ApiEndpointVersions};
use crate::edge::{Answer, Request, Surface};
use crate::oauth::error::OAuthError;

/// The same operation with answers that scripts of any origin may read, whichever way they came about.
pub(crate) fn open(endpoint: impl Into<ApiEndpoint<Context>>) -> ApiEndpoint<Context> {
    endpoint.into().finished_by(readable)
}

fn readable(mut answer: Answer) -> Answer {
    answer.headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    // What a client needs of a refusal.
    let exposed = HeaderValue::from_static("WWW-Authenticate, Retry-After, X-Request-Id");
    answer.headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    answer
}

/// Answers the question that a browser asks before it sends a request with an `Authorization` header (Fetch §4.8), at `path`, for `methods`.
pub(crate) fn preflight(surface: &mut Surface<Context>, operation_id: &str, path: &'static str, methods: &'static str) {
    let handler = move |_: Request<Context>| async move {
        let answer = Answer::empty(StatusCode::NO_CONTENT)
            .with_static(ACCESS_CONTROL_ALLOW_METHODS, methods)
            // A wildcard would not mean `Authorization`.
            .with_static(ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type")
            .with_static(ACCESS_CONTROL_MAX_AGE, "7200");
        Ok::<_, OAuthError>(answer)
    };
    let (id, json) = (operation_id.to_owned(), "application/json");
    let endpoint = ApiEndpoint::new(id, handler, Method::OPTIONS, json, path, ApiEndpointVersions::All);
    surface.register(open(endpoint.visible(false)));
}
