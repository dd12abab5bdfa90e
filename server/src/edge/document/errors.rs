//! How operations refuse, said once for each dialect and status: `components.responses`.

use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value, json};

/// The name of the response of a dialect, known by its error's schema, with this status.
pub(super) fn name(schema: &str, status: u16) -> String {
    let phrase = match status {
        // As RFC 9110 has them; the `http` crate knows the older ones.
        413 => "Content Too Large",
        422 => "Unprocessable Content",
        other => StatusCode::from_u16(other).ok().and_then(|status| status.canonical_reason()).unwrap_or("Refused"),
    };
    let phrase: String = phrase.split([' ', '-']).collect();
    format!("{}{phrase}", schema.strip_suffix("Error").unwrap_or(schema))
}

/// The response itself. `example` is what the dialect really answers: headers and body.
pub(super) fn response(schema: &str, status: u16, example: Option<(&HeaderMap, &[u8])>) -> Value {
    let mut content = json!({"schema": {"$ref": format!("#/components/schemas/{schema}")}});
    let mut headers = Map::new();
    headers.insert("X-Request-Id".to_owned(), reference("X-Request-Id"));
    if let Some((sent, body)) = example {
        if let Ok(body) = serde_json::from_slice::<Value>(body) {
            content["example"] = body;
        }
        for (name, header) in [("Retry-After", RETRY_AFTER), ("WWW-Authenticate", WWW_AUTHENTICATE)] {
            if sent.contains_key(header) {
                headers.insert(name.to_owned(), reference(name));
            }
        }
    }
    json!({"description": description(status), "headers": headers, "content": {"application/json": content}})
}

/// A header that stands in `components.headers`.
pub(super) fn reference(header: &str) -> Value {
    json!({"$ref": format!("#/components/headers/{header}")})
}

/// Headers that more than one operation answers with.
pub(super) fn headers() -> Value {
    json!({
        "X-Request-Id": {
            "description": "Identifies the request in the server's log and in audit events.",
            "schema": {"type": "string", "format": "uuid"},
        },
        "Retry-After": {
            "description": "Seconds until another try may be answered otherwise (RFC 9110 §10.2.3).",
            "schema": {"type": "integer", "format": "int32", "minimum": 0},
        },
        "WWW-Authenticate": {
            "description": "How to authenticate, and what was wrong with the credential that came (RFC 6750 §3).",
            "schema": {"type": "string"},
        },
        "ETag": {
            "description": "The version of what is answered. A GET with it in `If-None-Match` answers 304 without a body while it is the same (RFC 9110 §13.1.2); a change with it in `If-Match`, where the operation takes that, is made only while the thing is the same (§13.1.1).",
            "schema": {"type": "string"},
        },
    })
}

fn description(status: u16) -> &'static str {
    match status {
        400 => "The request is malformed, or refused in the present state.",
        401 => "No credential, or one that doesn't hold.",
        403 => "The credential is not enough for this operation.",
        404 => "There is no such thing in this tenant.",
        409 => "The identifier is taken.",
        412 => "The thing is not what `If-Match` says.",
        413 => "The body is larger than this operation takes.",
        415 => "The body's media type is not taken here.",
        422 => "The request is well-formed, but its values can't be accepted.",
        429 => "Too much was asked for, or too much failed, from this address or with this client.",
        500 => "The server failed; nothing was written.",
        503 => "The server, or a thing that it needs, is not available for now; nothing was written.",
        _ => "The request is refused.",
    }
}
