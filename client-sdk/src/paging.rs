//! Whole lists as streams, fetched page by page as they are read. The streams themselves are generated; this is how they
//! walk.

use std::collections::HashSet;

use futures::stream::{self, Stream, TryStreamExt};
use progenitor_client::ResponseValue;
use reqwest::header::{HeaderMap, LINK};

use crate::error::Error;

/// One page.
pub(crate) struct Page<T> {
    pub(crate) rows: Vec<T>,
    /// How many rows the whole list has, where the answer tells.
    pub(crate) total: Option<u64>,
    /// Whether it says that another page follows (RFC 8288).
    pub(crate) has_next: Option<bool>,
}

impl<T> Page<T> {
    /// An answer that is nothing but the rows. What is known of the list stands in its headers.
    pub(crate) fn of_array(answer: ResponseValue<Vec<T>>) -> Self {
        let (total, has_next) = (total(answer.headers()), has_next(answer.headers()));
        Self { rows: answer.into_inner(), total, has_next }
    }
}

/// A list whose pages are numbered, from 1.
pub(crate) fn by_number<T, Answer>(
    size: u32,
    id: impl Fn(&T) -> String + Send,
    fetch: impl Fn(u32) -> Answer + Send,
) -> impl Stream<Item = Result<T, Error>> + Send
where
    T: Send,
    Answer: Future<Output = Result<Page<T>, Error>> + Send,
{
    walk(Walk::new(size, true), id, move |walk| fetch(narrow(walk.offset / walk.stride + 1)))
}

/// A list whose pages begin after so many rows.
pub(crate) fn by_offset<T, Answer>(
    size: u32,
    id: impl Fn(&T) -> String + Send,
    fetch: impl Fn(u32) -> Answer + Send,
) -> impl Stream<Item = Result<T, Error>> + Send
where
    T: Send,
    Answer: Future<Output = Result<Page<T>, Error>> + Send,
{
    walk(Walk::new(size, false), id, move |walk| fetch(narrow(walk.offset)))
}

/// A list of which each page says where the next one begins; `None` is the beginning, and the end.
pub(crate) fn by_cursor<T, Answer>(
    fetch: impl Fn(Option<String>) -> Answer + Send,
) -> impl Stream<Item = Result<T, Error>> + Send
where
    T: Send,
    Answer: Future<Output = Result<(Vec<T>, Option<String>), Error>> + Send,
{
    stream::try_unfold((Some(None), fetch), move |(place, fetch)| async move {
        let Some(after) = place else { return Ok(None) };
        let (rows, next) = fetch(after.clone()).await?;
        // Whoever leads back to where the page was asked for would do so for ever.
        let next = next.filter(|next| !next.is_empty() && Some(next) != after.as_ref());
        Ok::<_, Error>(Some((stream::iter(rows.into_iter().map(Ok)), (next.map(Some), fetch))))
    })
    .try_flatten()
}

fn walk<T, Answer>(
    start: Walk,
    id: impl Fn(&T) -> String + Send,
    fetch: impl Fn(&Walk) -> Answer + Send,
) -> impl Stream<Item = Result<T, Error>> + Send
where
    T: Send,
    Answer: Future<Output = Result<Page<T>, Error>> + Send,
{
    stream::try_unfold((Some(start), id, fetch), move |(walk, id, fetch)| async move {
        let Some(mut walk) = walk else { return Ok(None) };
        let page = fetch(&walk).await?;
        let (rows, goes_on) = walk.take(page, &id);
        let items = stream::iter(rows.into_iter().map(Ok));
        Ok::<_, Error>(Some((items, (goes_on.then_some(walk), id, fetch))))
    })
    .try_flatten()
}

/// Where the walk through a list is.
///
/// Rows that are removed meanwhile move those behind them forward, past a walk that only counts. So when the list got
/// shorter by some rows, the walk goes back by as many, and gives none of those again that it gave before. That as many were
/// added meanwhile as were removed can't be seen: numbered pages don't overlap, so none shows what moved before it.
struct Walk {
    /// So many rows are before the next page.
    offset: u64,
    /// So many rows a page has: as many as were asked for, or as many as the server gives at most.
    stride: u64,
    /// Pages begin only where a multiple of the stride does.
    numbered: bool,
    /// How long the list was at the last page.
    total: Option<u64>,
    given: HashSet<String>,
}

impl Walk {
    fn new(size: u32, numbered: bool) -> Self {
        Self { offset: 0, stride: u64::from(size.max(1)), numbered, total: None, given: HashSet::new() }
    }

    /// What of a page is new, and whether the list goes on behind it.
    fn take<T>(&mut self, page: Page<T>, id: impl Fn(&T) -> String) -> (Vec<T>, bool) {
        let Page { mut rows, total, has_next } = page;
        let length = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        rows.retain(|row| self.given.insert(id(row)));
        let end = self.offset.saturating_add(length);

        let removed = self.total.unwrap_or(0).saturating_sub(total.unwrap_or(u64::MAX));
        self.total = total;
        if removed > 0 && self.offset > 0 {
            let offset = self.offset.saturating_sub(removed);
            self.offset = if self.numbered { offset - offset % self.stride } else { offset };
            return (rows, true);
        }

        let goes_on = match (total, has_next) {
            (Some(total), _) => length > 0 && end < total,
            (None, Some(has_next)) => length > 0 && has_next,
            // Nothing is said: the list is at its end when a page brings nothing new.
            (None, None) => !rows.is_empty(),
        };
        // The first page tells how many rows the server gives at most.
        if goes_on && self.offset == 0 && length < self.stride {
            self.stride = length;
        }
        self.offset = if self.numbered { self.offset + self.stride } else { end };
        (rows, goes_on)
    }
}

/// Positions are sent as `u32`; nothing is beyond.
fn narrow(position: u64) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn total(headers: &HeaderMap) -> Option<u64> {
    headers.get("total-number")?.to_str().ok()?.trim().parse().ok()
}

/// `None` where the answer has no links at all.
fn has_next(headers: &HeaderMap) -> Option<bool> {
    let mut links = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).peekable();
    links.peek()?;
    Some(
        links.flat_map(|value| value.split(',')).any(|link| {
            link.split(';').skip(1).any(|parameter| matches!(parameter.trim(), r#"rel="next""# | "rel=next"))
        }),
    )
}
