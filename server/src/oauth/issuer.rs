//! The authorization server that a request is for, with the rules that it keeps.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::catalogue::server_key::ServerKey;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::caller;
use crate::context::{Context, Shared};
use crate::edge::document::Description;
use crate::edge::{FromRequest, Path, Rejection, Request};
use crate::oauth::issue::profile::Profile;
use crate::tokens::claims::Claims;

/// The path of an authorization server.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct IssuerPath {
    /// Tenant.
    pub tid: String,
    /// Authorization server.
    pub aid: String,
}

impl IssuerPath {
    /// The server that the path names.
    #[must_use]
    pub fn server(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tid, id: &self.aid }
    }
}

/// An authorization server and its rules. As an argument of a handler it is the one of the path, `/{tid}/{aid}/…`: put it first, so that nothing is read of a
/// request to a server that doesn't exist.
#[derive(Debug, Clone)]
pub struct Issuer {
    /// The server.
    pub server: Arc<AuthorizationServer>,
    /// What its profiles allow.
    pub profile: &'static Profile,
}

impl Issuer {
    /// An authorization server of a tenant.
    ///
    /// # Errors
    /// [`DomainError::NotFound`] when there is none; [`DomainError::Unavailable`] without database.
    pub async fn of(context: &Shared, tenant: &str, id: &str) -> Result<Self, DomainError> {
        let found = authorization_server::find(&context.store, tenant, id).await?;
        let server = found.ok_or_else(|| DomainError::not_found("authorization_server", id))?;
        Ok(Self { profile: Profile::of(&server), server })
    }

    /// Does the server offer this grant?
    #[must_use]
    pub fn offers(&self, grant: &str) -> bool {
        self.profile.offers(&self.server, grant)
    }

    /// Is the server another one by now, or gone? For whoever has waited for others since.
    ///
    /// # Errors
    /// [`DomainError::Unavailable`] without database.
    pub async fn has_changed(&self, context: &Shared) -> Result<bool, DomainError> {
        let ServerKey { tenant, id } = self.server.key();
        let now = authorization_server::find(&context.store, tenant, id).await?;
        Ok(now.is_none_or(|now| !Arc::ptr_eq(&now, &self.server) && now != self.server))
    }

    /// Did this server issue the token?
    #[must_use]
    pub fn issued(&self, claims: &Claims) -> bool {
        claims.tid == self.server.tenant_id && claims.aid == self.server.id
    }

    /// Its name in tokens and documents.
    #[must_use]
    pub fn url(&self, context: &Shared) -> String {
        context.origin().issuer(&self.server)
    }

    /// What is before the paths of its endpoints.
    #[must_use]
    pub fn base(&self, context: &Shared) -> String {
        context.origin().base(self.server.key())
    }
}

impl FromRequest<Context> for Issuer {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let variable = |name| request.variable(name).unwrap_or_default();
        let context = request.context();
        Self::of(context, variable("tid"), variable("aid")).await.map_err(|error| match error {
            DomainError::NotFound { .. } => Rejection::NotFound,
            error => caller::rejection(context, &error.into()),
        })
    }

    fn describe(description: &mut Description) {
        <Path<IssuerPath> as FromRequest<Context>>::describe(description);
    }
}
