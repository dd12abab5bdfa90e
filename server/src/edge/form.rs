//! Bodies of `application/x-www-form-urlencoded`, as OAuth endpoints take them.

use std::borrow::Cow;

use bytes::Bytes;
use dropshot::ApiEndpointBodyContentType;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::document::Description;
use super::extract::FromRequest;
use super::rejection::Rejection;
use super::request::Request;

/// Most pairs of a form: each takes many times the room of its text, and what waits is counted by its text.
pub const MOST_PAIRS: usize = 256;

/// The decoded pairs of a form.
#[derive(Default)]
pub struct FormFields<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> FormFields<'a> {
    /// Decodes a body. Pairs with an empty value count as absent (RFC 6749 §3.2).
    ///
    /// # Errors
    /// [`Rejection::Malformed`] when a name or value isn't UTF-8, or there are more than [`MOST_PAIRS`]; [`Rejection::Field`] when one contains a NUL.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Rejection> {
        let mut pairs = Vec::with_capacity(8);
        for (place, (name, value)) in form_urlencoded::parse(bytes).enumerate() {
            if place >= MOST_PAIRS {
                return Err(Rejection::Malformed { message: format!("more than {MOST_PAIRS} parameters") });
            }
            // The decoder replaces what isn't UTF-8; a credential that was changed on the way must not be compared.
            if name.contains('\u{fffd}') || value.contains('\u{fffd}') {
                return Err(Rejection::Malformed { message: "the form is not UTF-8".to_owned() });
            }
            if name.contains('\0') || value.contains('\0') {
                return Err(Rejection::field(name, "must not contain a NUL"));
            }
            if !value.is_empty() {
                pairs.push((name, value));
            }
        }
        Ok(Self(pairs))
    }

    /// The value of a parameter that may come once (RFC 6749 §3.2: parameters must not be repeated).
    ///
    /// # Errors
    /// [`Rejection::Field`] when it comes twice.
    pub fn single<'s>(&'s self, name: &'s str) -> Result<Option<&'s str>, Rejection> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() {
            return Err(Rejection::field(name, "must not be repeated"));
        }
        Ok(first)
    }

    /// All values of a parameter that may be repeated (RFC 8707 `resource`).
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> + 's {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// A request body that is read from a form.
pub trait FromForm: Sized + JsonSchema + DeserializeOwned + Send + Sync + 'static {
    /// Picks the fields.
    ///
    /// # Errors
    /// [`Rejection::Field`] naming the parameter.
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection>;
}

/// A form as the body.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<C: Send + Sync + 'static, T: FromForm> FromRequest<C> for Form<T> {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        let bytes: Bytes = read_form(request).await?;
        T::from_form(&FormFields::parse(&bytes)?).map(Self)
    }
    fn describe(description: &mut Description) {
        description.parameters.extend(
            <dropshot::TypedBody<T> as dropshot::ExclusiveExtractor>::metadata(ApiEndpointBodyContentType::UrlEncoded)
                .parameters,
        );
        description.content_type = "application/x-www-form-urlencoded";
        description.body_required = true;
        description.errors.extend([413, 415]);
        description.rejections.push(Rejection::Malformed { message: "the form is not UTF-8".to_owned() });
        description.rejections.push(Rejection::field("name", "must not be repeated"));
    }
}

/// A form where the body is one; a body of another label, and none at all, is nothing.
#[derive(Debug)]
pub struct OptionalForm<T>(pub Option<T>);

impl<C: Send + Sync + 'static, T: FromForm> FromRequest<C> for OptionalForm<T> {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        if !is_labelled(request) {
            return Ok(Self(None));
        }
        let bytes = request.read_body().await?;
        T::from_form(&FormFields::parse(&bytes)?).map(|form| Self(Some(form)))
    }
    fn describe(description: &mut Description) {
        <Form<T> as FromRequest<C>>::describe(description);
        description.body_required = false;
        // No label is wrong.
        description.errors.retain(|status| *status != 415);
        description.rejections.retain(|rejection| !matches!(rejection, Rejection::UnsupportedMediaType { .. }));
    }
}

async fn read_form<C: Send + Sync + 'static>(request: &mut Request<C>) -> Result<Bytes, Rejection> {
    if !is_labelled(request) {
        return Err(Rejection::UnsupportedMediaType { expected: "application/x-www-form-urlencoded" });
    }
    request.read_body().await
}

fn is_labelled<C: Send + Sync + 'static>(request: &Request<C>) -> bool {
    request.headers().get(http::header::CONTENT_TYPE).is_some_and(|value| {
        let value = value.as_bytes();
        let end = value.iter().position(|byte| *byte == b';').unwrap_or(value.len());
        value[..end].trim_ascii().eq_ignore_ascii_case(b"application/x-www-form-urlencoded")
    })
}
