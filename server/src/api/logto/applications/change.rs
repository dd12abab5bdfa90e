//! A change of an application: the one place that decides who may.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application;
use authplane_domain::clients::client::Client;
use authplane_domain::installation::acting::Acting;

use crate::api::client_rights::may_do_more;
use crate::api::logto::error::{Codes, LogtoError};
use crate::caller::{Api, Caller, Permission, if_seen};
use crate::context::Context;
use crate::edge::{IfMatch, Rejection, Request};

/// Rights of whoever may change some.
pub(super) struct Write;
impl Permission for Write {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["applications:write"];
}

/// Times that a change is begun again because somebody else changed the application meanwhile.
const TRIES: usize = 3;

/// Why nothing changes.
pub(in crate::api::logto) enum Refused {
    /// What each operation has codes of its own for.
    Domain(DomainError),
    /// Anything else.
    Said(LogtoError),
}

impl Refused {
    /// In the codes of an operation.
    pub(super) fn with(self, codes: Codes) -> LogtoError {
        self.or_else(|error| codes.error(error))
    }

    /// As `said` has it of what the domain doesn't do.
    pub(in crate::api::logto) fn or_else(self, said: impl FnOnce(DomainError) -> LogtoError) -> LogtoError {
        match self {
            Self::Domain(error) => said(error),
            Self::Said(error) => error,
        }
    }
}

impl From<DomainError> for Refused {
    fn from(error: DomainError) -> Self {
        Self::Domain(error)
    }
}

impl From<LogtoError> for Refused {
    fn from(error: LogtoError) -> Self {
        Self::Said(error)
    }
}

impl From<Rejection> for Refused {
    fn from(rejection: Rejection) -> Self {
        Self::Said(rejection.into())
    }
}

/// Does `change` to an application as it is, which somebody else may change at the same moment: then it is decided anew. A caller who may do only a part is refused
/// where the application may do more.
pub(in crate::api::logto) async fn change<P, T, F: Future<Output = Result<T, Refused>>>(
    request: &Request<Context>,
    caller: &Caller<P>,
    seen: Option<&IfMatch>,
    id: &str,
    change: impl Fn(Acting, Client) -> F,
) -> Result<T, Refused> {
    let store = &request.context().store;
    let mut tries = 0..TRIES;
    loop {
        let found = application::find(store, caller.tenant(), id).await?;
        let found = found.ok_or_else(|| DomainError::not_found("application", id))?;
        caller.require_full_if(!caller.is_full() && may_do_more(store, &found).await?)?;
        let acting = caller.acting(request);
        let acting = seen.map_or(acting.clone(), |seen| if_seen(acting, seen)).based_on(&found)?;
        match change(acting, found).await {
            Err(Refused::Domain(DomainError::PreconditionFailed { .. })) if tries.next().is_some() => {}
            // Nobody said what they believe of it.
            Err(Refused::Domain(DomainError::PreconditionFailed { .. })) if seen.is_none() => {
                return Err(DomainError::Unavailable("others change the application".to_owned()).into());
            }
            done => return done,
        }
    }
}
