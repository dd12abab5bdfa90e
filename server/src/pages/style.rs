//! The files that pages load: one stylesheet and one icon.

use std::sync::LazyLock;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::plain::PlainError;
use crate::edge::{Answer, Path, Rejection, Request, Surface, plain};

/// How all pages look.
pub static STYLESHEET: LazyLock<File> =
    LazyLock::new(|| File::new(include_str!("style.css"), "css", "text/css; charset=utf-8"));
/// What a browser shows beside the title.
pub static ICON: LazyLock<File> = LazyLock::new(|| File::new(include_str!("icon.svg"), "svg", "image/svg+xml"));

/// A file that pages load, under a name made of what is in it: whoever has it never asks again.
#[derive(Debug)]
pub struct File {
    contents: &'static str,
    extension: &'static str,
    content_type: &'static str,
    path: String,
}

impl File {
    fn new(contents: &'static str, extension: &'static str, content_type: &'static str) -> Self {
        let digest = URL_SAFE_NO_PAD.encode(&digest(&SHA256, contents.as_bytes()).as_ref()[..12]);
        Self { contents, extension, content_type, path: format!("/pages/{digest}.{extension}") }
    }

    /// What is in it.
    #[must_use]
    pub fn contents(&self) -> &'static str {
        self.contents
    }

    /// Where it is, below the public origin.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    fn answer(&self, asked: &str) -> Answer {
        // While replicas are replaced one after the other, a page of one may ask another for a file that this one doesn't have yet or has no more. Its own
        // is better than none, but nobody may keep it under that name.
        let is_asked = self.path.rsplit('/').next() == Some(asked);
        let caching = if is_asked { "public, max-age=31536000, immutable" } else { "no-store" };
        Answer::bytes(StatusCode::OK, self.content_type, self.contents)
            // The icon is a document of its own when somebody opens it.
            .with_static(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
            .with_static(CACHE_CONTROL, caching)
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
struct FilePath {
    /// Digest of the contents, and what they are.
    file: String,
}

/// A file of the pages
#[dropshot::endpoint { method = GET, path = "/pages/{file}", unpublished = true }]
async fn page_file(_request: Request<Context>, path: Path<FilePath>) -> Result<Answer, PlainError> {
    let asked = path.0.file.as_str();
    let (_, extension) = asked.rsplit_once('.').ok_or(Rejection::NotFound)?;
    let file = [&STYLESHEET, &ICON].into_iter().find(|file| file.extension == extension).ok_or(Rejection::NotFound)?;
    Ok(file.answer(asked))
}

/// The files that pages load, for the public listener.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(plain::DIALECT);
    surface.register(page_file);
    surface
}
