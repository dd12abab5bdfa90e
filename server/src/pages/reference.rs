//! The API reference: the canonical document in Swagger UI, which is embedded, so that the page works without a network.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::plain::PlainError;
use crate::edge::{Answer, Path, Rejection, Request, Surface, plain};

/// The committed document: what CI checks is what is served.
const DOCUMENT: &str = include_str!("../../../openapi/authplane.json");
const PAGE: &str = include_str!("reference.html");
const SCRIPT: &str = include_str!("reference.js");
const STYLE: &str = include_str!("reference.css");

/// Swagger UI sets styles from its script and draws its icons as data URLs; nothing else is let in, and nothing may frame the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[derive(Debug, Deserialize, JsonSchema)]
struct AssetPath {
    /// File of Swagger UI.
    file: String,
}

fn page(content_type: &'static str, body: impl Into<bytes::Bytes>) -> Answer {
    Answer::bytes(StatusCode::OK, content_type, body)
        .with(CONTENT_SECURITY_POLICY, POLICY)
        .with_static(REFERRER_POLICY, "no-referrer")
        .with_static(CACHE_CONTROL, "public, max-age=300")
}

/// The way to the reference
#[dropshot::endpoint { method = GET, path = "/", unpublished = true }]
async fn root(_request: Request<Context>) -> Result<Answer, PlainError> {
    Ok(Answer::empty(StatusCode::FOUND).with_static(LOCATION, "/reference"))
}

/// The reference page
#[dropshot::endpoint { method = GET, path = "/reference", unpublished = true }]
async fn reference(_request: Request<Context>) -> Result<Answer, PlainError> {
    Ok(page("text/html; charset=utf-8", PAGE))
}

/// The canonical document
#[dropshot::endpoint { method = GET, path = "/openapi.json", unpublished = true }]
async fn document(_request: Request<Context>) -> Result<Answer, PlainError> {
    Ok(page("application/json", DOCUMENT).with_static(http::header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
}

/// A file of the reference page
#[dropshot::endpoint { method = GET, path = "/reference/{file}", unpublished = true }]
async fn asset(_request: Request<Context>, path: Path<AssetPath>) -> Result<Answer, PlainError> {
    let (content_type, file) = match path.0.file.as_str() {
        "reference.js" => return Ok(page("text/javascript; charset=utf-8", SCRIPT)),
        "reference.css" => return Ok(page("text/css; charset=utf-8", STYLE)),
        "swagger-ui.css" => ("text/css; charset=utf-8", "swagger-ui.css"),
        "swagger-ui-bundle.js" => ("text/javascript; charset=utf-8", "swagger-ui-bundle.js"),
        "swagger-ui-standalone-preset.js" => ("text/javascript; charset=utf-8", "swagger-ui-standalone-preset.js"),
        "favicon-32x32.png" => ("image/png", "favicon-32x32.png"),
        _ => return Err(Rejection::NotFound.into()),
    };
    shared(file).map(|bytes| page(content_type, bytes)).ok_or_else(|| Rejection::Internal.into())
}

/// An unpacked file, once for all who take it at the same time. The page is opened rarely, so when nobody does, it is gone: the memory of an idle server is
/// worth more than the few milliseconds.
fn shared(file: &'static str) -> Option<bytes::Bytes> {
    static UNPACKED: Mutex<BTreeMap<&str, Weak<Vec<u8>>>> = Mutex::new(BTreeMap::new());
    let mut unpacked = UNPACKED.lock().unwrap_or_else(PoisonError::into_inner);
    let bytes = match unpacked.get(file).and_then(Weak::upgrade) {
        Some(bytes) => bytes,
        None => {
            let bytes = Arc::new(unpack(file)?);
            unpacked.insert(file, Arc::downgrade(&bytes));
            bytes
        }
    };
    Some(bytes::Bytes::from_owner(Taken(bytes)))
}

/// Somebody's hold on an unpacked file.
struct Taken(Arc<Vec<u8>>);

impl AsRef<[u8]> for Taken {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

fn unpack(file: &str) -> Option<Vec<u8>> {
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED)).ok()?;
    let ending = format!("/dist/{file}");
    let name =
        archive.file_names().flatten().find(|name| name.ends_with(&ending) && !name.contains("flavors"))?.into_owned();
    let mut bytes = Vec::new();
    archive.by_name(&name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The page with its files.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(plain::DIALECT).served_if(|context: &Context| context.config.serve_reference);
    surface.register(root);
    surface.register(reference);
    surface.register(document);
    surface.register(asset);
    surface
}
