//! Logto's pages: `page` and `page_size` in, `Total-Number` and `Link` out (Logto behaviour §4). They are kept as they are sent.

use std::sync::Arc;

use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::{Error as DomainError, Freshness, Page, Result as DomainResult, Window};
use bytes::Bytes;
use http::header::{ETAG, HeaderName, HeaderValue, LINK};
use http::{StatusCode, Uri};
use serde::Serialize;
use serde_json::{Value, json};

use super::error::LogtoError;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::conditional::entity_tag;
use crate::edge::document::Description;
use crate::edge::{Answer, FromRequest, Rejection, Request};

const TOTAL_NUMBER: HeaderName = HeaderName::from_static("total-number");
const DEFAULT_SIZE: u64 = 20;
const LARGEST_SIZE: u64 = 100;
/// No list is that long; beyond it the offset would not be a number for the database.
const LAST_PAGE: u64 = 1 << 40;

/// The page that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    page: u64,
    size: u64,
    /// Neither parameter was given.
    absent: bool,
    /// The list is whole where both are absent.
    optional: bool,
}

impl Paging {
    /// Reads the two parameters of a query. Whether they are malformed is told by [`Paging::window`], in the dialect's own code.
    ///
    /// # Errors
    /// 400 `guard.invalid_pagination` when one isn't a whole positive number, `page_size` is above 100, or one is repeated.
    pub fn parse(query: &str) -> Result<Self, LogtoError> {
        let invalid = || {
            LogtoError::new(
                StatusCode::BAD_REQUEST,
                "guard.invalid_pagination",
                "page and page_size must be whole numbers from 1, page_size at most 100",
            )
        };
        let number = |name: &str, largest: u64| -> Result<Option<u64>, LogtoError> {
            let mut values =
                form_urlencoded::parse(query.as_bytes()).filter(|(key, value)| key == name && !value.is_empty());
            let Some((_, value)) = values.next() else { return Ok(None) };
            if values.next().is_some() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(invalid());
            }
            let number: u64 = value.parse().map_err(|_| invalid())?;
            if number == 0 || number > largest { Err(invalid()) } else { Ok(Some(number)) }
        };
        let (page, size) = (number("page", LAST_PAGE)?, number("page_size", LARGEST_SIZE)?);
        Ok(Self {
            page: page.unwrap_or(1),
            size: size.unwrap_or(DEFAULT_SIZE),
            absent: page.is_none() && size.is_none(),
            optional: false,
        })
    }

    /// The same for a list that comes whole, and without the two headers, where neither parameter was given.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The rows to load: `None` for all of them.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        let is_whole = self.optional && self.absent;
        (!is_whole).then(|| Window { limit: self.size, offset: (self.page - 1) * self.size })
    }

    /// Adds both headers to an answer that isn't the whole list. The links repeat the request's query with another `page`; upstream loses `/api` in them, we don't.
    #[must_use]
    pub fn describe(&self, mut answer: Answer, base: &str, uri: &Uri, total: u64) -> Answer {
        if self.window().is_none() {
            return answer;
        }
        let last = total.div_ceil(self.size).max(1);
        let mut relations = vec![("first", 1), ("last", last)];
        if self.page > 1 {
            relations.push(("prev", (self.page - 1).min(last)));
        }
        if self.page < last {
            relations.push(("next", self.page + 1));
        }
        answer = answer.with(TOTAL_NUMBER, total.to_string());
        // In one line: clients that are generated read the first line of a header and no other.
        let links = relations.into_iter().map(|(relation, page)| {
            let query = with_page(uri.query().unwrap_or_default(), page);
            format!("<{base}{}?{query}>; rel=\"{relation}\"", uri.path())
        });
        answer.with(LINK, links.collect::<Vec<_>>().join(", "))
    }
}

fn with_page(query: &str, page: u64) -> String {
    let mut written = form_urlencoded::Serializer::new(String::new());
    let mut replaced = false;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name == "page" {
            if !replaced {
                written.append_pair("page", &page.to_string());
            }
            replaced = true;
        } else {
            written.append_pair(&name, &value);
        }
    }
    if !replaced {
        written.append_pair("page", &page.to_string());
    }
    written.finish()
}

/// The parameters as an extractor's result: malformed ones are the handler's to refuse, because only it knows the dialect's code for them.
pub struct PageQuery(pub Result<Paging, LogtoError>);

impl FromRequest<Context> for PageQuery {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        Ok(Self(Paging::parse(request.uri().query().unwrap_or_default())))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "page", "in": "query", "description": "Which page to answer. The first is 1.", "example": 2,
            "schema": {"type": "integer", "format": "int64", "minimum": 1, "maximum": LAST_PAGE, "default": 1}
        }));
        description.raw_parameters.push(json!({
            "name": "page_size", "in": "query", "description": "How many rows a page has, 100 at most.", "example": 50,
            "schema": {"type": "integer", "format": "int64", "minimum": 1, "maximum": LARGEST_SIZE, "default": DEFAULT_SIZE}
        }));
    }
}

/// A part of a list as it is sent.
pub struct WrittenPage {
    body: Bytes,
    entity_tag: HeaderValue,
    total: u64,
}

impl WrittenPage {
    /// Where a list keeps its pages, which are made of rows of these areas: a constant beside the operation.
    #[must_use]
    #[track_caller]
    pub const fn of(areas: Area) -> Kind<Self> {
        Kind::new(areas.with(Area::TENANTS)).weighing(|page| 1 + page.body.len() as u64 / 512)
    }

    fn write(page: &Page<impl Serialize>) -> DomainResult<Self> {
        let body = Bytes::from(serde_json::to_vec(&page.items).map_err(DomainError::internal)?);
        Ok(Self { entity_tag: entity_tag(&body), body, total: page.total })
    }
}

/// The parameters of lists whose pages are kept. A page with any other, such as what people type into a search, is made each time.
const KEPT: [&str; 3] = ["page", "page_size", "includeScopes"];

/// Answers with the page that was asked for. Its bytes are kept, not its rows: a page that is read again costs as much as a file. What `load` depends on must
/// stand in the path, in the query or in the tenant's rows: that is what pages are told apart by.
///
/// # Errors
/// Those of `load`.
pub async fn written_page<T: Serialize, L: Future<Output = DomainResult<Page<T>>>>(
    request: &Request<Context>,
    tenant: &str,
    kind: Kind<WrittenPage>,
    paging: Paging,
    load: impl FnOnce(Option<Window>) -> L,
) -> DomainResult<Prepared<Vec<T>>> {
    let (context, uri, window) = (request.context(), request.uri(), paging.window());
    let asked = uri.path_and_query().map_or(uri.path(), |asked| asked.as_str());
    let write = || async { WrittenPage::write(&load(window).await?) };
    let written = if request.query_pairs().all(|(name, _)| KEPT.contains(&&*name)) {
        context.store.cached(Freshness::Exact, tenant, kind, asked, write).await?
    } else {
        Arc::new(write().await?)
    };
    let answer =
        Answer::bytes(StatusCode::OK, "application/json", written.body.clone()).with(ETAG, written.entity_tag.clone());
    Ok(Prepared::new(paging.describe(answer, &context.origin().control, uri, written.total)))
}

/// Answers with a page that isn't kept, since it isn't the same for everybody, or shows what nobody should find in memory.
///
/// # Errors
/// `Internal` when it can't be written.
pub fn page<T: Serialize>(
    request: &Request<Context>,
    paging: Paging,
    items: &[T],
    total: u64,
) -> DomainResult<Prepared<Vec<T>>> {
    let answer = Answer::json(StatusCode::OK, &items).map_err(DomainError::internal)?;
    Ok(Prepared::new(paging.describe(answer, &request.context().origin().control, request.uri(), total)))
}

/// The two headers as the document shows them.
pub(super) fn header_objects() -> [(&'static str, Value); 2] {
    [
        (
            "Total-Number",
            json!({"description": "Rows of the whole list. Absent where the list isn't paged.", "schema": {"type": "integer"}}),
        ),
        (
            "Link",
            json!({"description": "Pages `first`, `last`, `prev` and `next` (RFC 8288).", "schema": {"type": "string"}}),
        ),
    ]
}
