//! Bodies of `multipart/form-data` (RFC 7578) of which one part counts.

use bytes::Bytes;
use futures::stream;
use http::header::CONTENT_TYPE;

use super::rejection::Rejection;
use super::request::Request;

/// The media type, without its boundary.
pub const MEDIA_TYPE: &str = "multipart/form-data";
/// What stands around a part in the body: boundaries, headers, parts that are passed over.
pub const AROUND: usize = 64 * 1024;
/// What is read of a body without a label.
const LITTLE: usize = 1024;
/// Most parts of a body.
const MOST_PARTS: usize = 64;

/// Reads the body and gives the part of this name, which is as long as `limit` at most. Other parts are passed over, whatever they are called.
///
/// # Errors
/// [`Rejection::UnsupportedMediaType`] for a body of another type; [`Rejection::TooLarge`]; [`Rejection::Malformed`]; [`Rejection::Field`] where the part is
/// missing, or stands twice.
pub async fn read_part<C: Send + Sync + 'static>(
    request: &mut Request<C>,
    name: &'static str,
    limit: usize,
) -> Result<Bytes, Rejection> {
    let missing = || Rejection::Field { field: name.to_owned(), message: "is required".to_owned(), missing: true };
    let content_type = request.header(CONTENT_TYPE).map(str::to_owned);
    let boundary = content_type.as_deref().map(multer::parse_boundary);
    let Some(Ok(boundary)) = boundary else {
        // What isn't there has no label.
        let is_absent = content_type.is_none() && request.read_long_body(LITTLE).await?.is_empty();
        return Err(if is_absent { missing() } else { Rejection::UnsupportedMediaType { expected: MEDIA_TYPE } });
    };
    let body = request.read_long_body(limit.saturating_add(AROUND)).await?;
    // It is all there: what limits it is behind us.
    let whole = stream::once(std::future::ready(Ok::<_, std::convert::Infallible>(body)));
    let mut parts = multer::Multipart::new(whole, boundary);
    let malformed = |error: multer::Error| Rejection::Malformed { message: error.to_string() };
    let mut found = None;
    for _ in 0..MOST_PARTS {
        let Some(part) = parts.next_field().await.map_err(malformed)? else {
            return found.ok_or_else(missing);
        };
        let is_meant = part.name() == Some(name);
        let bytes = part.bytes().await.map_err(malformed)?;
        if !is_meant {
            continue;
        }
        if found.is_some() {
            return Err(Rejection::field(name, "must not be repeated"));
        }
        if bytes.len() > limit {
            return Err(Rejection::TooLarge { limit });
        }
        found = Some(bytes);
    }
    Err(Rejection::Malformed { message: format!("more than {MOST_PARTS} parts") })
}
