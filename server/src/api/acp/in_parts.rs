//! Lists that the dialect doesn't cut, however long they are: what is there first is answered at once, and what comes behind it as it is taken. A part is as
//! long as its bytes are, whatever rows have: of an answer, no more than that is in memory, and there is room for it.

use std::vec;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::api::Api;
use authplane_domain::clients::client::{Client, ClientsInParts};
use authplane_domain::privacy::consent::Consent;
use authplane_domain::privacy::consent_grant::{Standing, Standings};
use authplane_domain::storage::in_parts::Parts;
use bytes::Bytes;
use futures::future::BoxFuture;
use futures::{FutureExt as _, stream};
use http::StatusCode;

use crate::context::Context;
use crate::edge::Answer;
use crate::edge::answer::Prepared;
use crate::log::Level;

/// Bytes at which a part ends, with the row that reaches them.
const PART: usize = 256 * 1024;

/// Rows that come in parts.
pub(super) trait Rows: Send + 'static {
    /// What they are.
    type Row: Send + 'static;

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

impl Rows for Parts<Consent> {
    type Row = Consent;

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<Consent>, DomainError>> {
        self.next().boxed()
    }

    fn are_over(&self) -> bool {
        self.are_over()
    }
}

impl Rows for Standings {
    /// With whether the action that was asked about requires it.
    type Row = (Standing, Option<bool>);

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<Self::Row>, DomainError>> {
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

/// A list that is being told.
struct Telling<R: Rows, W> {
    rows: R,
    /// Rows that were read and didn't fit into the last part.
    left: vec::IntoIter<R::Row>,
    written: W,
}

/// An answer with all rows. It is a failure as any other when the first of them can't be had, and breaks off when later ones can't.
pub(super) async fn answer<T, R: Rows>(
    context: &Context,
    rows: R,
    written: impl Written<R::Row>,
) -> Result<Prepared<T>, DomainError> {
    told(context, rows, written).await.map(Prepared::new)
}

/// As [`answer`], for who looks at it before it is answered.
pub(super) async fn told<R: Rows>(
    context: &Context,
    rows: R,
    written: impl Written<R::Row>,
) -> Result<Answer, DomainError> {
    let begin = written.begin().as_bytes().to_vec();
    let mut telling = Telling { rows, left: Vec::new().into_iter(), written };
    let first = telling.part(begin).await?;
    let answer = Answer::bytes(StatusCode::OK, "application/json", first);
    if telling.is_over() {
        return Ok(answer);
    }
    let context = Context::clone(context);
    let rest = stream::unfold(Some((context, telling)), async |state| {
        let (context, mut telling) = state?;
        if telling.is_over() {
            return None;
        }
        match telling.part(Vec::new()).await {
            Ok(part) => Some((Some(Bytes::from(part)), Some((context, telling)))),
            Err(error) => {
                let cause = [("error", error.to_string().into())];
                context.log.event(context.now(), Level::Error, "a list breaks off", &cause);
                Some((None, None))
            }
        }
    });
    Ok(answer.followed_by(rest))
}

impl<R: Rows, W: Written<R::Row>> Telling<R, W> {
    fn is_over(&self) -> bool {
        self.left.as_slice().is_empty() && self.rows.are_over()
    }

    /// The next part, behind this text. It isn't empty: where no row is left, the end is.
    async fn part(&mut self, mut text: Vec<u8>) -> Result<Vec<u8>, DomainError> {
        while text.len() < PART && !self.is_over() {
            match self.left.next() {
                Some(row) => self.written.write(row, &mut text).map_err(DomainError::internal)?,
                None => self.left = self.rows.next().await?.into_iter(),
            }
        }
        if self.is_over() {
            text.extend_from_slice(self.written.end().as_bytes());
        }
        Ok(text)
    }
}
