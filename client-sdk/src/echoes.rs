//! Credentials that a refusal repeats. They are taken out of what is read of it, before anybody can print it; the
//! [`Answer`](crate::Answer) keeps the body as it came.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Body, Request};
use serde_json::Value;
use url::form_urlencoded;

use crate::generated::SECRETS;

/// What is shown in their place.
const BLANK: &str = "…";
/// What is shorter than this is taken out where it is a whole word: as a part it may be in any.
const SHORTEST_PART: usize = 8;

/// The body of a refusal without the credentials of the request that it refuses; `None` if it has none, or isn't JSON and so
/// nothing of it is shown.
pub(crate) fn without_credentials(refused: &Request, body: &[u8]) -> Option<Vec<u8>> {
    let said: Value = serde_json::from_slice(body).ok()?;
    let mut shown = said.clone();
    blank(&mut shown, &forms_of(credentials(refused)));
    if shown == said { None } else { serde_json::to_vec(&shown).ok() }
}

/// Everything that a request proves something with, or that is secret for another reason: its authorization, the headers that
/// the program added, the secret members of its query and body.
fn credentials(request: &Request) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in request.headers() {
        let Ok(text) = value.to_str() else { continue };
        match text.split_once(' ').filter(|_| name == AUTHORIZATION) {
            Some((scheme, credential)) => {
                if scheme == "Basic" {
                    found.extend(password(credential));
                }
                found.push(credential.to_owned());
            }
            None if name == AUTHORIZATION || value.is_sensitive() => found.push(text.to_owned()),
            None => {}
        }
    }
    let secret = |(name, value): (Cow<'_, str>, Cow<'_, str>)| SECRETS.contains(&&*name).then(|| value.into_owned());
    found.extend(request.url().query_pairs().filter_map(secret));
    let body = request.body().and_then(Body::as_bytes).unwrap_or_default();
    let media_type = request.headers().get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    if media_type.starts_with(b"application/x-www-form-urlencoded") {
        found.extend(form_urlencoded::parse(body).filter_map(secret));
    } else if let Ok(body) = serde_json::from_slice(body) {
        secrets_in(&body, false, &mut found);
    }
    found
}

/// The secret in a header of `client_secret_basic` (RFC 6749 §2.3.1).
fn password(credential: &str) -> Vec<String> {
    let Some(pair) = STANDARD.decode(credential).ok().and_then(|pair| String::from_utf8(pair).ok()) else {
        return Vec::new();
    };
    let Some((_, encoded)) = pair.split_once(':') else { return Vec::new() };
    let decoded = form_urlencoded::parse(encoded.as_bytes()).map(|(name, _)| name.into_owned()).next();
    [Some(encoded.to_owned()), decoded].into_iter().flatten().collect()
}

fn secrets_in(value: &Value, is_secret: bool, found: &mut Vec<String>) {
    match value {
        Value::String(text) if is_secret => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| secrets_in(value, is_secret, found)),
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, value)| secrets_in(value, is_secret || SECRETS.contains(&name.as_str()), found));
        }
        _ => {}
    }
}

/// Each as it is, and as it stands in forms, URLs and JSON; the longest first, for one may be part of another.
fn forms_of(credentials: Vec<String>) -> Vec<String> {
    let mut forms = Vec::new();
    for credential in credentials.into_iter().filter(|credential| !credential.is_empty()) {
        let in_form: String = form_urlencoded::byte_serialize(credential.as_bytes()).collect();
        forms.push(in_form.replace('+', "%20"));
        forms.push(in_form);
        forms.push(Value::from(&*credential).to_string().trim_matches('"').to_owned());
        forms.push(STANDARD.encode(&credential));
        forms.push(credential);
    }
    forms.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    forms.dedup();
    forms
}

/// Takes them out of every text.
fn blank(said: &mut Value, forms: &[String]) {
    match said {
        Value::String(text) => {
            for form in forms {
                *text = without(text, form);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| blank(value, forms)),
        Value::Object(members) => members.values_mut().for_each(|value| blank(value, forms)),
        _ => {}
    }
}

fn without(text: &str, form: &str) -> String {
    if form.len() >= SHORTEST_PART {
        return text.replace(form, BLANK);
    }
    let is_of_word = |character: char| character.is_alphanumeric() || character == '_';
    let (mut kept, mut end) = (String::with_capacity(text.len()), 0);
    for (start, _) in text.match_indices(form) {
        let (before, after) = (&text[..start], &text[start + form.len()..]);
        if !before.ends_with(is_of_word) && !after.starts_with(is_of_word) {
            kept.push_str(&text[end..start]);
            kept.push_str(BLANK);
            end = start + form.len();
        }
    }
    kept.push_str(&text[end..]);
    kept
}
