//! Forms of one part (RFC 7578): operations that take one are given the part as a text, and the form is put around it here.

use std::hash::{BuildHasher as _, RandomState};

use reqwest::Request;
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};

/// The operations, each with the name of its part, and of the file that it would come from.
const PARTS: [(&str, &str, Option<&str>); 2] =
    [("import_specification_from_file", "file", Some("openapi")), ("import_specification_from_url", "url", None)];

/// Puts the form around the body, if the operation takes one.
pub(crate) fn wrap(request: &mut Request, operation_id: &str) {
    let Some((_, name, file)) = PARTS.iter().find(|(id, ..)| *id == operation_id) else { return };
    let part = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
    // Nobody who writes the part knows it before.
    let random = || RandomState::new().hash_one(part.len());
    let boundary = format!("authplane-{:016x}{:016x}", random(), random());
    let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
    let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    let form = [head.as_bytes(), part, format!("\r\n--{boundary}--\r\n").as_bytes()].concat();
    let headers = request.headers_mut();
    headers.remove(CONTENT_LENGTH);
    if let Ok(media_type) = HeaderValue::from_str(&format!("multipart/form-data; boundary={boundary}")) {
        headers.insert(CONTENT_TYPE, media_type);
    }
    *request.body_mut() = Some(form.into());
}
