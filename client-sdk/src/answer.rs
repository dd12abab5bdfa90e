//! An answer as it arrived, for whoever has to find out why it is none.

use std::fmt;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Response, ResponseBuilderExt as _, StatusCode};
use uuid::Uuid;

/// So much of a body is kept, in bytes: more than any refusal of the server, and a bound for what others may send.
const LONGEST_BODY: usize = 1024 * 1024;
/// So long is a UUID in the form with hyphens.
const LENGTH_OF_ID: usize = uuid::fmt::Hyphenated::LENGTH;

/// An answer as it arrived, whatever it came from: the server, or a proxy in between.
///
/// `Debug` shows neither the values of headers nor the body, which may hold secrets; [`Answer::headers`] and
/// [`Answer::body`] do.
///
/// ```no_run
/// # async fn example(client: authplane_client::Client) {
/// if let Err(error) = client.list_resources().send().await
///     && let Some(answer) = error.answer()
/// {
///     eprintln!("{error}");
///     eprintln!("{} bytes from {:?}", answer.body().len(), answer.headers().get("server"));
/// }
/// # }
/// ```
#[derive(Clone)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// What is known before the body is read.
    pub(crate) fn head(response: &Response) -> Self {
        Self::new(response.status(), response.headers().clone())
    }

    pub(crate) fn new(status: StatusCode, headers: HeaderMap) -> Self {
        Self { status, headers, body: Bytes::new() }
    }

    pub(crate) fn with_body(mut self, mut body: Bytes) -> Self {
        body.truncate(LONGEST_BODY);
        self.body = body;
        self
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, of which at most the first mebibyte is kept. Of an answer that broke off, what arrived of it when it is
    /// an error; nothing when it would have been a success.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The server's id of the request: a UUID. What others write into its header isn't believed to be one, for errors and
    /// spans show the id; [`Answer::headers`] has it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let id = self.headers.get("x-request-id")?.to_str().ok()?;
        // In the form with hyphens, which is the only one of this length.
        (id.len() == LENGTH_OF_ID && Uuid::try_parse(id).is_ok()).then_some(id)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Answer")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// Reads an answer that is no success, and gives it back to be read again. One that breaks off counts as far as it came:
/// its status says more than the broken connection.
pub(crate) async fn read(mut response: Response) -> (Answer, Response) {
    let answer = Answer::head(&response);
    let mut body = Vec::new();
    while body.len() < LONGEST_BODY
        && let Ok(Some(part)) = response.chunk().await
    {
        body.extend_from_slice(&part);
    }
    let answer = answer.with_body(body.into());
    let response = again(&answer, response, answer.body.clone());
    (answer, response)
}

/// The response whose answer this is, to be read with this body.
pub(crate) fn again(answer: &Answer, response: Response, body: Bytes) -> Response {
    let rebuilt = http::Response::builder()
        .status(answer.status)
        .version(response.version())
        .url(response.url().clone())
        .body(body);
    match rebuilt {
        Ok(mut rebuilt) => {
            *rebuilt.headers_mut() = answer.headers.clone();
            rebuilt.into()
        }
        // Every part comes from an answer, so it can't fail; the answer as it is says enough if it does.
        Err(_) => response,
    }
}
