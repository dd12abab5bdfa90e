//! What a handler may ask for in its signature.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use dropshot::{ApiEndpointBodyContentType, SharedExtractor};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as ValueError, MapDeserializer};

use super::document::Description;
use super::json::{self, Unkeepable};
use super::null_is_absence::{NullIsAbsence, Unrepeated, unrepeated};
use super::rejection::Rejection;
use super::request::Request;

/// Made from a request, in the order of the handler's arguments: put who may call before what they send.
pub trait FromRequest<C: Send + Sync + 'static>: Sized + Send {
    /// Takes what it needs from the request.
    fn from_request(request: &mut Request<C>) -> impl Future<Output = Result<Self, Rejection>> + Send;

    /// Adds to the document what a caller must know.
    fn describe(description: &mut Description);
}

/// The variables of the path, each a string field of `T`.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<C: Send + Sync + 'static, T: DeserializeOwned + JsonSchema + Send + Sync + 'static> FromRequest<C> for Path<T> {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        let pairs = request.variables.iter().map(|(name, value)| (&**name, value.as_str()));
        T::deserialize(MapDeserializer::<_, ValueError>::new(pairs))
            .map(Self)
            .map_err(|error| Rejection::Path { field: "path".into(), message: error.to_string() })
    }
    fn describe(description: &mut Description) {
        description
            .parameters
            .extend(<dropshot::Path<T> as SharedExtractor>::metadata(ApiEndpointBodyContentType::Json).parameters);
    }
}

/// The query's parameters, each a scalar field of `T`. A known parameter that comes twice is refused; unknown ones are ignored.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<C: Send + Sync + 'static, T: DeserializeOwned + JsonSchema + Send + Sync + 'static> FromRequest<C> for Query<T> {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        parse_query(request.uri().query().unwrap_or_default()).map(Self)
    }
    fn describe(description: &mut Description) {
        description
            .parameters
            .extend(<dropshot::Query<T> as SharedExtractor>::metadata(ApiEndpointBodyContentType::Json).parameters);
        description.rejections.push(Rejection::query("name", "must not be repeated"));
    }
}

/// Parses a query string into a struct of scalars.
///
/// # Errors
/// [`Rejection::Query`] naming the parameter.
pub fn parse_query<T: DeserializeOwned>(query: &str) -> Result<T, Rejection> {
    let mut seen = BTreeSet::new();
    let mut repeated = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if value.contains('\0') {
            return Err(Rejection::query(name, "must not contain a NUL"));
        }
        // The decoder puts this in the place of what isn't UTF-8.
        if value.contains('\u{fffd}') {
            return Err(Rejection::query(name, "must be UTF-8"));
        }
        if !seen.insert(name.clone()) {
            repeated.get_or_insert(name);
        }
    }
    let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        // serde names a repeated field in its message only; the parameter itself is what the caller needs to see.
        let path = error.path().to_string();
        let field = match &repeated {
            Some(name) if path == "." || path.is_empty() => name.to_string(),
            _ => path,
        };
        Rejection::Query { field, message: error.into_inner().to_string() }
    })
}

/// How strictly a dialect reads its JSON bodies.
pub trait BodyRules: Send + 'static {
    /// The body must not be labelled as anything but JSON (no label at all is fine).
    const LABEL_ENFORCED: bool;
    /// What the document says: is a body required of which no member is?
    const REQUIRED: bool;
    /// A member that is null is one that isn't there.
    const NULL_IS_ABSENCE: bool;
}

/// A body that is required and must be labelled as JSON, if it is labelled.
#[derive(Debug)]
pub struct Strict;
impl BodyRules for Strict {
    const LABEL_ENFORCED: bool = true;
    const REQUIRED: bool = true;
    const NULL_IS_ABSENCE: bool = false;
}

/// A body that may be absent and may carry any label, as ACP's own samples post JSON labelled as a form; and whose members may all be null, as Go writes what
/// nobody set.
#[derive(Debug)]
pub struct Lenient;
impl BodyRules for Lenient {
    const LABEL_ENFORCED: bool = false;
    const REQUIRED: bool = false;
    const NULL_IS_ABSENCE: bool = true;
}

/// A JSON body. An absent one counts as `{}`, so that the missing fields are what gets named; unknown fields are ignored.
pub struct Body<T, R: BodyRules = Strict>(pub T, PhantomData<R>);

impl<T, R: BodyRules> Body<T, R> {
    /// The parsed body.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned, R: BodyRules> Body<T, R> {
    /// Reads one that was taken from a request already.
    ///
    /// # Errors
    /// As [`parse_json`].
    pub fn of(bytes: &[u8]) -> Result<Self, Rejection> {
        refuse_array(bytes)?;
        let read = if R::NULL_IS_ABSENCE { parse_json_without_null(bytes) } else { parse_json(bytes) };
        read.map(|value| Self(value, PhantomData))
    }
}

/// serde would fill a struct from an array, its fields in the order of the source; no dialect has such bodies.
fn refuse_array(bytes: &[u8]) -> Result<(), Rejection> {
    if !bytes.trim_ascii_start().starts_with(b"[") {
        return Ok(());
    }
    parse_json::<serde::de::IgnoredAny>(bytes)?;
    Err(Rejection::field("", "must be an object"))
}

impl<C: Send + Sync + 'static, T, R: BodyRules> FromRequest<C> for Body<T, R>
where
    T: DeserializeOwned + JsonSchema + Send + Sync + 'static,
{
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        if R::LABEL_ENFORCED && request.media_type().is_some_and(|media_type| !is_json(&media_type)) {
            return Err(Rejection::UnsupportedMediaType { expected: "application/json" });
        }
        let bytes = request.read_body().await?;
        Self::of(&bytes)
    }
    fn describe(description: &mut Description) {
        description.parameters.extend(
            <dropshot::TypedBody<T> as dropshot::ExclusiveExtractor>::metadata(ApiEndpointBodyContentType::Json)
                .parameters,
        );
        description.body_required = R::REQUIRED;
        description.null_is_absence = R::NULL_IS_ABSENCE;
        description.errors.push(413);
        description.rejections.push(Rejection::field("", "must be an object"));
        description.rejections.push(Rejection::Malformed { message: String::new() });
        if R::LABEL_ENFORCED {
            description.errors.push(415);
        }
    }
}

fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || (media_type.starts_with("application/") && media_type.ends_with("+json"))
}

/// Parses a JSON body into `T`; empty bytes count as `{}`.
///
/// # Errors
/// [`Rejection::Malformed`] when it isn't JSON or holds a NUL, [`Rejection::Field`] naming the field when it is JSON of another shape, or nests too deep.
pub fn parse_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Rejection> {
    let bytes = if bytes.iter().all(u8::is_ascii_whitespace) { b"{}".as_slice() } else { bytes };
    json::check(bytes).map_err(|why| match why {
        Unkeepable::Nul => Rejection::Malformed { message: why.to_string() },
        Unkeepable::TooDeep => too_deep(bytes),
    })?;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| unreadable(error, || is_json_text(bytes)))?;
    deserializer.end().map_err(|error| Rejection::Malformed { message: error.to_string() })?;
    Ok(value)
}

/// Reads JSON of which no object has a member twice, and which nothing is known of yet.
///
/// # Errors
/// As [`parse_json`].
pub fn parse_any_json(bytes: &[u8]) -> Result<serde_json::Value, Rejection> {
    refuse_array(bytes)?;
    parse_json(bytes).map(|Unrepeated(value)| value)
}

/// As a [`Body`] in which members that are null are absent, of what was read already, as JSON or otherwise.
///
/// # Errors
/// As [`parse_json`].
pub fn parse_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Rejection> {
    json::check_value(&value).map_err(|why| Rejection::Malformed { message: why.to_string() })?;
    serde_path_to_error::deserialize(NullIsAbsence(value)).map_err(|error| unreadable(error, || true))
}

/// As [`parse_json`], with members that are null taken as absent.
fn parse_json_without_null<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Rejection> {
    let Unrepeated(value) = parse_json(bytes)?;
    serde_path_to_error::deserialize(NullIsAbsence(value)).map_err(|error| unreadable(error, || true))
}

fn is_json_text(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(bytes).is_ok()
}

/// Where one of a few names should be, and null or a number is, the parser says that it is no JSON: whether it is has to be asked apart.
fn unreadable(error: serde_path_to_error::Error<serde_json::Error>, is_json: impl FnOnce() -> bool) -> Rejection {
    let path = error.path().to_string();
    let inner = error.into_inner();
    if inner.is_data() {
        field_rejection(&path, &inner.to_string())
    } else if is_json() {
        field_rejection(&path, "must be one of the names that it can have")
    } else {
        Rejection::Malformed { message: inner.to_string() }
    }
}

/// The members of an object that is read as several structs, for request types that `#[serde(flatten)]` would leave without the names of faulty fields. One
/// that is null counts as absent: all such types have it so.
#[derive(Debug)]
pub struct Members<E>(serde_json::Value, PhantomData<fn() -> E>);

impl<E: serde::de::Error> Members<E> {
    /// Reads them, for the parts.
    ///
    /// # Errors
    /// When it is no object, or has a member twice.
    pub fn read<'de, D: serde::Deserializer<'de, Error = E>>(deserializer: D) -> Result<Self, E> {
        deserializer.deserialize_map(Object).map(|members| Self(members.into(), PhantomData))
    }

    /// The struct that some of the members are.
    ///
    /// # Errors
    /// Naming the field, in the form that [`parse_json`] understands.
    pub fn part<T: DeserializeOwned>(&self) -> Result<T, E> {
        serde_path_to_error::deserialize(NullIsAbsence(self.0.clone()))
            .map_err(|error| E::custom(format_args!("`{}`: {}", error.path(), error.inner())))
    }
}

struct Object;

impl<'de> serde::de::Visitor<'de> for Object {
    type Value = serde_json::Map<String, serde_json::Value>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        unrepeated(members)
    }
}

/// serde tells a missing field only in its message ("missing field `name` at …") and gives the path of what should have held it.
fn field_rejection(path: &str, message: &str) -> Rejection {
    let mut parent = if path == "." { String::new() } else { path.to_owned() };
    let mut text = message.split(" at line ").next().unwrap_or(message);
    // What [`Members`] says of a part, within others perhaps.
    while let Some((field, message)) = text.strip_prefix('`').and_then(|rest| rest.split_once("`: ")) {
        match field {
            "" | "." => {}
            field if parent.is_empty() || field.starts_with('[') => parent.push_str(field),
            field => {
                parent.push('.');
                parent.push_str(field);
            }
        }
        text = message;
    }
    match text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        Some(name) => {
            let field = if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") };
            Rejection::Field { field, message: "is required".to_owned(), missing: true }
        }
        None => Rejection::Field { field: parent, message: text.to_owned(), missing: false },
    }
}

/// Which member of a body it is that nests too deep, for what needn't be read twice otherwise.
fn too_deep(bytes: &[u8]) -> Rejection {
    let message = Unkeepable::TooDeep.to_string();
    let is_deep = |value: &serde_json::Value| json::check(value.to_string().as_bytes()).is_err();
    let members = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(bytes);
    // One level is the body's own. Deeper than the parser goes, nobody can say where.
    let found = members.ok().and_then(|members| {
        members.into_iter().find(|(_, value)| is_deep(&serde_json::Value::from(vec![value.clone()])))
    });
    match found {
        Some((field, _)) => Rejection::field(field, message),
        None => Rejection::Malformed { message },
    }
}

/// The body, or why it can't be read: for operations that have a code of their own for that.
impl<C: Send + Sync + 'static, T, R: BodyRules> FromRequest<C> for Result<Body<T, R>, Rejection>
where
    T: DeserializeOwned + JsonSchema + Send + Sync + 'static,
{
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        match <Body<T, R> as FromRequest<C>>::from_request(request).await {
            Err(rejection @ (Rejection::Malformed { .. } | Rejection::Field { .. })) => Ok(Err(rejection)),
            other => other.map(Ok),
        }
    }
    fn describe(description: &mut Description) {
        <Body<T, R> as FromRequest<C>>::describe(description);
    }
}
