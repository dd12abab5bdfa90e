//! Bodies that are longer than those of others may be: documents.

use std::marker::PhantomData;

use bytes::Bytes;

use crate::context::{Context, Shared};
use crate::edge::document::Description;
use crate::edge::{FromRequest, IdempotencyKey, Rejection, Request, idempotency};

/// How long they may be.
pub(super) trait Longest: Send + Sync + 'static {
    /// In bytes, as the settings say.
    fn bytes(context: &Shared) -> usize;
}

/// [`IdempotencyKey`] of a request with such a body.
pub(super) struct Once<L>(PhantomData<fn() -> L>);

impl<L: Longest> FromRequest<Context> for Once<L> {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        if request.headers().contains_key(idempotency::KEY) {
            let limit = L::bytes(request.context());
            let body = request.read_long_body(limit).await?;
            request.put_back(body);
        }
        IdempotencyKey::from_request(request).await?;
        Ok(Self(PhantomData))
    }
    fn describe(description: &mut Description) {
        <IdempotencyKey as FromRequest<Context>>::describe(description);
    }
}

/// The bytes of such a body.
pub(super) async fn read<L: Longest>(request: &mut Request<Context>) -> Result<Bytes, Rejection> {
    let limit = L::bytes(request.context());
    request.read_long_body(limit).await
}
