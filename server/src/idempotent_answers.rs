//! Where the [edge](crate::edge::idempotency) keeps answers for who asks again: in the database, so in every replica.

use std::time::Duration;

use authplane_domain::Error as DomainError;
use authplane_domain::installation::idempotent_answer::{self, KeyClaim};
use futures::future::BoxFuture;

use crate::context::{Context, Shared};
use crate::edge::Rejection;
use crate::edge::idempotency::{AnswerStore, Claimed, Key};
use crate::edge::rejection::Unauthenticated;
use crate::log::Level;

impl AnswerStore for Context {
    fn claim<'a>(
        &'a self,
        key: &'a Key,
        fingerprint: &'a str,
        held_for: Duration,
    ) -> BoxFuture<'a, Result<Claimed, Rejection>> {
        Box::pin(async move {
            match idempotent_answer::claim(&self.store, &key.tenant, &key.digest, fingerprint, held_for).await {
                Ok(KeyClaim::Held(claim)) => Ok(Claimed::Now(claim)),
                Ok(KeyClaim::HeldByAnother) => Ok(Claimed::Before),
                Ok(KeyClaim::Answered(answer)) => Ok(Claimed::Answered(answer)),
                Ok(KeyClaim::Mismatched) => Ok(Claimed::Otherwise),
                // The tenant was removed since its token was looked at.
                Err(DomainError::NotFound { .. }) => Err(Rejection::Unauthenticated(Unauthenticated::Invalid)),
                Err(DomainError::Unavailable(cause)) => Err(Rejection::Unavailable { cause }),
                Err(error) => {
                    report(self, Level::Error, "an idempotency key can't be claimed", &error);
                    Err(Rejection::Internal)
                }
            }
        })
    }

    fn keep<'a>(&'a self, key: &'a Key, claim: &'a str, answer: &'a [u8], kept_for: Duration) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let kept = idempotent_answer::keep(&self.store, &key.tenant, &key.digest, claim, answer, kept_for).await;
            if let Err(error) = kept {
                report(self, Level::Warn, "an answer isn't kept for who asks again", &error);
            }
        })
    }

    fn release<'a>(&'a self, key: &'a Key, claim: &'a str) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let released = idempotent_answer::release(&self.store, &key.tenant, &key.digest, claim).await;
            if let Err(error) = released {
                report(self, Level::Warn, "an idempotency key isn't given up before its time", &error);
            }
        })
    }
}

fn report(context: &Shared, level: Level, message: &str, error: &DomainError) {
    context.log.event(context.now(), level, message, &[("error", error.to_string().into())]);
}
