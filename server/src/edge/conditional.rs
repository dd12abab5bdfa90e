//! Conditional requests (RFC 9110 §13): entity tags, what a caller has seen already, and what a caller believes to change.
//!
//! The tag of a thing has two parts, `"<version>.<digest>"`. The version is that of the row which a change would replace, and it is all that [`IfMatch`] looks at:
//! so the tag of any answer that showed the row will do, whatever else that answer showed of it, and to whom. The digest is of the answer's bytes, which
//! `If-None-Match` needs: what is shown may change, or be shown to another caller, while the row stays as it was.

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
    /// That its version is one of these.
    OneOf(Vec<String>),
}

impl IfMatch {
    /// What the caller expects; `None` when there is no such header.
    #[must_use]
    pub fn expected(&self) -> Option<&Expected> {
        self.0.as_ref()
    }

    /// Holds the current version against the condition.
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
                let tags: Option<Vec<Vec<String>>> = lines.map(|value| versions(value.as_bytes())).collect();
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
            "name": "If-Match", "in": "header", "schema": {"type": "string"}, "example": "\"2aB9xQ.7fK0\"",
            "description": "Entity tags, each from an `ETag`: the change is refused (412) unless the thing is still as it was then, whatever else hangs on it. Without it the change is made in any case.",
        }));
        description.errors.push(412);
    }
}

/// The versions that the tags of a list (RFC 9110 §8.8.3) are of; `None` when it isn't one.
///
/// `If-Match` compares strongly (§13.1.1), so a weak tag would match nothing; but what makes a tag of ours weak is a proxy that compresses (§8.8.3.3), which says
/// that the bytes are others. The version doesn't speak of bytes, and is as true as before: who goes through such a proxy can change things too.
fn versions(list: &[u8]) -> Option<Vec<String>> {
    let mut versions = Vec::new();
    let mut rest = list.trim_ascii();
    while !rest.is_empty() {
        // Empty elements are allowed (RFC 9110 §5.6.1.2).
        if let Some(after) = rest.strip_prefix(b",") {
            rest = after.trim_ascii_start();
            continue;
        }
        let opaque = rest.strip_prefix(b"W/").unwrap_or(rest).strip_prefix(b"\"")?;
        let end = opaque.iter().position(|byte| *byte == b'"')?;
        let (tag, after) = (&opaque[..end], opaque[end + 1..].trim_ascii_start());
        if !tag.iter().all(|byte| matches!(byte, 0x21 | 0x23..=0x7e | 0x80..))
            || !(after.is_empty() || after[0] == b',')
        {
            return None;
        }
        let version = tag.split(|byte| *byte == b'.').next().unwrap_or_default();
        // What isn't UTF-8 is no version of ours.
        versions.push(String::from_utf8_lossy(version).into_owned());
        rest = after;
    }
    Some(versions)
}

/// A reply that shows a thing, with the strong entity tag that a later [`IfMatch`] may name.
#[derive(Debug)]
pub struct Tagged<R> {
    /// The reply.
    pub reply: R,
    /// The version of what would be changed; no dot is in it.
    pub version: String,
}

impl<R: Reply> Reply for Tagged<R> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        let answer = self.reply.into_answer()?;
        let tag = format!("\"{}.{}\"", self.version, digest(&answer.body));
        Ok(answer.with(ETAG, tag))
    }

    fn describe() -> ApiEndpointResponse {
        R::describe()
    }

    fn describe_headers(description: &mut Description) {
        R::describe_headers(description);
        description.entity_tag = true;
    }
}

/// The answer with a strong entity tag, its own or one over its bytes (RFC 9110 §8.8.3); 304 without a body when the caller has them already.
pub(super) fn tagged(mut answer: Answer, head: &Parts) -> Answer {
    let tag = answer.headers.remove(ETAG).unwrap_or_else(|| entity_tag(&answer.body));
    if is_known(&head.headers, &tag) {
        answer.status = StatusCode::NOT_MODIFIED;
        answer.body = bytes::Bytes::new();
        answer.headers.remove(CONTENT_TYPE);
    }
    answer.headers.insert(ETAG, tag);
    answer
}

/// Does the caller have what this tag is of (`If-None-Match`, RFC 9110 §13.1.2)? Tags are compared weakly.
#[must_use]
pub fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let lists = headers.get_all(IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// The tag of a body, for handlers that keep a written body and its tag together.
#[must_use]
pub fn entity_tag(body: &[u8]) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{}\"", digest(body))).unwrap_or(HeaderValue::from_static("\"\""))
}

fn digest(body: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, body);
    URL_SAFE_NO_PAD.encode(&digest.as_ref()[..18])
}
