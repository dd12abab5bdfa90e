//! One span per request to the server, for whoever has the feature `tracing` on; nothing otherwise.
//!
//! | span | target | fields |
//! |---|---|---|
//! | `operation` | `authplane_client` | `operation_id`, `method`, `status`, `request_id`, `retries` |
//! | `authorization_server` | `authplane_client` | `step`, `status`, `request_id`, `retries` |
//!
//! `retries` is recorded once, at the end. No field holds a URL, a header, or anything of a body.

#[cfg(feature = "tracing")]
pub(crate) use with::Span;
#[cfg(not(feature = "tracing"))]
pub(crate) use without::Span;

#[cfg(feature = "tracing")]
mod with {
    use reqwest::Method;
    use tracing::field::Empty;
    use tracing::{Instrument as _, info_span};

    use crate::answer::Answer;
    use crate::step::Step;

    const TARGET: &str = "authplane_client";

    #[derive(Clone)]
    pub(crate) struct Span(tracing::Span);

    impl Default for Span {
        fn default() -> Self {
            Self(tracing::Span::none())
        }
    }

    impl Span {
        pub(crate) fn operation() -> Self {
            Self(info_span!(
                target: TARGET,
                "operation",
                operation_id = Empty,
                method = Empty,
                status = Empty,
                request_id = Empty,
                retries = Empty,
            ))
        }

        pub(crate) fn step(step: Step) -> Self {
            let step = step.name();
            Self(info_span!(
                target: TARGET,
                "authorization_server",
                step,
                status = Empty,
                request_id = Empty,
                retries = Empty,
            ))
        }

        pub(crate) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
            future.instrument(self.0.clone())
        }

        pub(crate) fn begins(&self, operation_id: &str, method: &Method) {
            self.0.record("operation_id", operation_id);
            self.0.record("method", method.as_str());
        }

        pub(crate) fn was_repeated(&self, times: u32) {
            self.0.record("retries", times);
        }

        pub(crate) fn ends(&self, answer: &Answer) {
            self.0.record("status", answer.status().as_u16());
            if let Some(id) = answer.request_id() {
                self.0.record("request_id", id);
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod without {
    use reqwest::Method;

    use crate::answer::Answer;
    use crate::step::Step;

    #[derive(Clone, Copy, Default)]
    pub(crate) struct Span;

    #[expect(clippy::unused_self, reason = "the same calls as with the feature")]
    impl Span {
        pub(crate) fn operation() -> Self {
            Self
        }

        pub(crate) fn step(_: Step) -> Self {
            Self
        }

        pub(crate) fn around<F: Future>(self, future: F) -> F {
            future
        }

        pub(crate) fn begins(self, _: &str, _: &Method) {}

        pub(crate) fn was_repeated(self, _: u32) {}

        pub(crate) fn ends(self, _: &Answer) {}
    }
}
