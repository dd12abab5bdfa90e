//! Lists that the dialect doesn't cut, however long they are: what is there first is answered at once, and what comes behind it as it is taken.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::api::Api;
use authplane_domain::clients::client::{Client, ClientsInParts};
use authplane_domain::storage::in_parts::Parts;
use bytes::Bytes;
use futures::future::BoxFuture;
use futures::{FutureExt as _, stream};
use http::StatusCode;

use crate::context::Context;
use crate::edge::Answer;
use crate::edge::answer::Prepared;
use crate::log::Level;

/// Rows that come in parts.
pub(super) trait Rows: Send + 'static {
    /// What they are.
    type Row;

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<Self::Row>, DomainError>>;

    fn are_over(&self) -> bool;
}

impl Rows for Parts<Api> {
    type Row = Api;

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<Api>, DomainError>> {
        self.next().boxed()
    }

    fn are_over(&self) -> bool {
        self.are_over()
    }
}

impl Rows for ClientsInParts {
    type Row = Client;

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<Client>, DomainError>> {
        self.next().boxed()
    }

    fn are_over(&self) -> bool {
        self.are_over()
    }
}

/// How rows are written, one behind the other.
pub(super) trait Written<R>: Send + 'static {
    /// What stands before all of them.
    fn begin(&self) -> &'static str;

    fn write(&mut self, row: R, to: &mut Vec<u8>) -> serde_json::Result<()>;

    /// What stands behind all of them.
    fn end(&self) -> &'static str;
}

/// One list, and nothing beside it.
pub(super) struct OneList<F> {
    begin: &'static str,
    write: F,
    has_begun: bool,
}

impl<F> OneList<F> {
    /// That begins so, `{"things":[`, and whose rows are written so.
    pub(super) fn new(begin: &'static str, write: F) -> Self {
        Self { begin, write, has_begun: false }
    }
}

impl<R, F: FnMut(R, &mut Vec<u8>) -> serde_json::Result<()> + Send + 'static> Written<R> for OneList<F> {
    fn begin(&self) -> &'static str {
        self.begin
    }

    fn write(&mut self, row: R, to: &mut Vec<u8>) -> serde_json::Result<()> {
        if std::mem::replace(&mut self.has_begun, true) {
            to.push(b',');
        }
        (self.write)(row, to)
    }

    fn end(&self) -> &'static str {
        "]}"
    }
}

/// An answer with all rows. It is a failure as any other when the first of them can't be had, and breaks off when later ones can't.
pub(super) async fn answer<T, R: Rows>(
    context: &Context,
    mut rows: R,
    mut written: impl Written<R::Row>,
) -> Result<Prepared<T>, DomainError> {
    let first = part(&mut rows, &mut written, true).await?;
    let answer = Answer::bytes(StatusCode::OK, "application/json", first);
    if rows.are_over() {
        return Ok(Prepared::new(answer));
    }
    let context = Context::clone(context);
    let rest = stream::unfold(Some((context, rows, written)), async |state| {
        let (context, mut rows, mut written) = state?;
        if rows.are_over() {
            return None;
        }
        match part(&mut rows, &mut written, false).await {
            Ok(part) => Some((Some(Bytes::from(part)), Some((context, rows, written)))),
            Err(error) => {
                let cause = [("error", error.to_string().into())];
                context.log.event(context.now(), Level::Error, "a list breaks off", &cause);
                Some((None, None))
            }
        }
    });
    Ok(Prepared::new(answer.followed_by(rest)))
}

/// The next rows; where none of them can be read, those behind them.
async fn part<R: Rows>(
    rows: &mut R,
    written: &mut impl Written<R::Row>,
    is_first: bool,
) -> Result<Vec<u8>, DomainError> {
    let begin = if is_first { written.begin() } else { "" };
    let mut text = begin.as_bytes().to_vec();
    while text.len() == begin.len() && !rows.are_over() {
        for row in rows.next().await? {
            written.write(row, &mut text).map_err(DomainError::internal)?;
        }
    }
    if rows.are_over() {
        text.extend_from_slice(written.end().as_bytes());
    }
    Ok(text)
}
