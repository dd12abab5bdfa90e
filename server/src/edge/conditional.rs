//! Conditional requests (RFC 9110 §13): entity tags, what a caller has seen already, and what a caller believes to change.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dropshot::ApiEndpointResponse;
use http::header::{CONTENT_TYPE, ETAG, HeaderValue, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use serde_json::json;

use super::answer::{Answer, Reply};
use super::document::Description;
use super::extract::FromRequest;
use super::rejection::Rejection;
use super::request::Request;

/// `If-Match` (RFC 9110 §13.1.1): a change is wanted only of the representation that the caller has seen. Without the header it is wanted of any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfMatch(Option<Expected>);

/// What the header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `*`: that there is a current representation.
    Any,
    /// That its strong tag is one of these, of which this is the opaque part.
    OneOf(Vec<String>),
}

impl IfMatch {
    /// What the caller expects; `None` when there is no such header.
    #[must_use]
    pub fn expected(&self) -> Option<&Expected> {
        self.0.as_ref()
    }

    /// Holds the opaque part of the current strong tag against the condition.
    ///
    /// # Errors
    /// [`Rejection::PreconditionFailed`] when it is none of those that the caller named.
    pub fn check(&self, current: &str) -> Result<(), Rejection> {
        match self.expected() {
            Some(Expected::OneOf(tags)) if !tags.iter().any(|tag| tag == current) => Err(Rejection::PreconditionFailed),
            None | Some(Expected::Any | Expected::OneOf(_)) => Ok(()),
        }
    }

    fn of(headers: &HeaderMap) -> Self {
        let mut values = headers.get_all(IF_MATCH).iter().map(|value| value.as_bytes().trim_ascii());
        let (first, more) = (values.next(), values.next());
        match (first, more) {
            (None, _) => Self(None),
            (Some(b"*"), None) => Self(Some(Expected::Any)),
            // Several lines are one list (RFC 9110 §5.3). What isn't a list of tags names no tag of ours, so the condition is not met.
            _ => {
                let lines = headers.get_all(IF_MATCH).iter();
                let tags: Option<Vec<Vec<String>>> = lines.map(|value| strong_tags(value.as_bytes())).collect();
                Self(Some(Expected::OneOf(tags.unwrap_or_default().concat())))
            }
        }
    }
}

impl<C: Send + Sync + 'static> FromRequest<C> for IfMatch {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        Ok(Self::of(request.headers()))
    }

    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "If-Match", "in": "header", "schema": {"type": "string"}, "example": "\"2aB9xQ\"",
            "description": "Strong entity tags, from an `ETag`: the change is refused (412) unless the thing still has one of them. Without it the change is made in any case.",
        }));
        description.errors.push(412);
    }
}

/// The opaque parts of the strong tags of a list (RFC 9110 §8.8.3); `None` when it isn't one. Weak tags are left out: they never match here (§8.8.3.2).
fn strong_tags(list: &[u8]) -> Option<Vec<String>> {
    let mut tags = Vec::new();
    let mut rest = list.trim_ascii();
    while !rest.is_empty() {
        // Empty elements are allowed (RFC 9110 §5.6.1.2).
        if let Some(after) = rest.strip_prefix(b",") {
            rest = after.trim_ascii_start();
            continue;
        }
        let (weak, quoted) = rest.strip_prefix(b"W/").map_or((false, rest), |quoted| (true, quoted));
        let opaque = quoted.strip_prefix(b"\"")?;
        let end = opaque.iter().position(|byte| *byte == b'"')?;
        let (tag, after) = (&opaque[..end], opaque[end + 1..].trim_ascii_start());
        if !tag.iter().all(|byte| matches!(byte, 0x21 | 0x23..=0x7e | 0x80..))
            || !(after.is_empty() || after[0] == b',')
        {
            return None;
        }
        if !weak {
            // What isn't UTF-8 is no tag of ours.
            tags.push(String::from_utf8_lossy(tag).into_owned());
        }
        rest = after;
    }
    Some(tags)
}

/// A reply with the strong entity tag of what it shows, which a later [`IfMatch`] may name.
#[derive(Debug)]
pub struct Tagged<R> {
    /// The reply.
    pub reply: R,
    /// The opaque part of the tag.
    pub tag: String,
}

impl<R: Reply> Reply for Tagged<R> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self.reply.into_answer()?.with(ETAG, format!("\"{}\"", self.tag)))
    }

    fn describe() -> ApiEndpointResponse {
        R::describe()
    }

    fn describe_headers(description: &mut Description) {
        R::describe_headers(description);
        description.response_headers.push((
            "ETag",
            json!({"description": "The strong entity tag of what is shown, for `If-Match`.", "schema": {"type": "string"}}),
        ));
    }
}

/// The answer with a strong entity tag, its own or one over its bytes (RFC 9110 §8.8.3); 304 without a body when the caller has them already.
pub(super) fn tagged(mut answer: Answer, head: &Parts) -> Answer {
    let tag = answer.headers.remove(ETAG).unwrap_or_else(|| entity_tag(&answer.body));
    let known = head.headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        value
            .split(',')
            .map(str::trim)
            .any(|candidate| candidate == "*" || candidate.strip_prefix("W/").unwrap_or(candidate) == tag)
    });
    if known {
        answer.status = StatusCode::NOT_MODIFIED;
        answer.body = bytes::Bytes::new();
        answer.headers.remove(CONTENT_TYPE);
    }
    answer.headers.insert(ETAG, tag);
    answer
}

/// The tag of a body, for handlers that keep a written body and its tag together.
#[must_use]
pub fn entity_tag(body: &[u8]) -> HeaderValue {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, body);
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest.as_ref()[..18]));
    HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""))
}
