//! A user's tokens, from whichever endpoint they leave.

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::claim::{self, ClaimType};
use authplane_domain::clients::client::Client;
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::authorization_grant::AuthorizationGrant;
use authplane_domain::{Error, Result};
use serde_json::Map;

use crate::context::Context;
use crate::oauth::issue::audience::Target;
use crate::oauth::issue::authentication_context;
use crate::oauth::issue::claims::{self, ClaimsRequest};
use crate::tokens::access_token::{self, NewAccessToken, NoToken};
use crate::tokens::claims::UserClaims;
use crate::tokens::id_token::{IdToken, half_hash};
use crate::tokens::jws::Signer;

/// Who gets tokens, of whom, from whom.
#[derive(Clone, Copy)]
pub struct Issue<'a> {
    /// The server's context.
    pub context: &'a Context,
    /// The server that signs.
    pub server: &'a AuthorizationServer,
    /// The client that gets them.
    pub client: &'a Client,
    /// What the user gave it.
    pub grant: &'a AuthorizationGrant,
    /// The key of the moment.
    pub signer: &'a Signer,
}

/// What an ID token is bound to.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdTokenBinding<'a> {
    /// `nonce` of the request.
    pub nonce: Option<&'a str>,
    /// The access token that goes with it.
    pub access_token: Option<&'a str>,
    /// The code that goes with it.
    pub code: Option<&'a str>,
    /// `state` of the request.
    pub state: Option<&'a str>,
}

/// Which claims about the user an ID token has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimsFor {
    /// Those of the granted scopes and those asked for: nobody but the client sees it, and ACP's clients look for them there.
    TokenEndpoint,
    /// The same: no access token goes along that could get them from userinfo (OpenID Connect Core §5.4).
    IdTokenAlone,
    /// Those asked for by name alone: the browser sees it, and userinfo has the others.
    FrontChannel,
}

/// Seconds that the row of a client's grant is needed from the issue of an access token on.
#[must_use]
pub fn needed_for(context: &Context, server: &AuthorizationServer, client: &Client, refreshable: bool) -> i64 {
    let tokens = context.rotation.overlap.num_seconds();
    // A day more: that a refresh token was used after its end is still noticed then.
    if refreshable { tokens.max(client.refresh_token_ttl(server) + 86_400) } else { tokens }
}

impl Issue<'_> {
    /// The access token.
    ///
    /// # Errors
    /// [`NoToken`].
    pub async fn access_token(&self, jti: &str, target: &Target<'_>) -> std::result::Result<String, NoToken> {
        let details = &self.grant.details;
        let user = &details.authentication;
        // By the scopes of this very token: it may be for fewer, and for one resource of several.
        let scopes: Vec<String> = target.scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let claims = self.claims(ClaimType::AccessToken, &scopes, None).await?;
        let new = NewAccessToken {
            jti,
            client_id: &self.client.id,
            subject: &details.sub,
            audience: &target.audience,
            scopes: &target.scopes,
            lifetime: target.lifetime,
            user: Some(UserClaims {
                gid: &self.grant.id,
                auth_time: user.auth_time,
                acr: user.acr.as_deref(),
                amr: &user.amr,
                act: details.actor.as_ref(),
                claims: &claims,
            }),
        };
        access_token::make(self.context, self.server, self.signer, &new)
    }

    /// The ID token.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database; [`Error::Internal`] when it can't be signed.
    pub async fn id_token(&self, along: &IdTokenBinding<'_>, claims_for: ClaimsFor) -> Result<String> {
        let details = &self.grant.details;
        let user = &details.authentication;
        let requested = ClaimsRequest::of(details);
        let scopes: &[String] = if claims_for == ClaimsFor::FrontChannel { &[] } else { &self.grant.scopes };
        let claims = self.claims(ClaimType::IdToken, scopes, requested.as_ref()).await?;
        let now = self.context.now().timestamp();
        let hash = |value: Option<&str>| value.map(|value| half_hash(self.signer.algorithm(), value));
        let token = IdToken {
            iss: &self.context.origin().issuer(self.server),
            sub: &details.sub,
            aud: &self.client.id,
            azp: &self.client.id,
            exp: now + access_token::bounded(self.context, self.client.id_token_ttl(self.server)),
            iat: now,
            auth_time: user.auth_time,
            nonce: along.nonce,
            acr: user.acr.as_deref(),
            amr: &user.amr,
            sid: self.grant.session_id.as_deref(),
            at_hash: hash(along.access_token),
            c_hash: hash(along.code),
            s_hash: along.code.and(hash(along.state)),
            claims: &claims,
        };
        token.sign(self.signer).map_err(Error::internal)
    }

    async fn claims(
        &self,
        kind: ClaimType,
        scopes: &[String],
        requested: Option<&ClaimsRequest>,
    ) -> Result<Map<String, serde_json::Value>> {
        let defined = claim::list_of_server(&self.context.store, Freshness::Notified, self.server.key()).await?;
        let requested = requested.map(|requested| &requested.id_token);
        let user = &self.grant.details.authentication;
        let known = authentication_context::told(&self.context.store, self.server.key(), user).await?;
        Ok(claims::select(&defined, kind, scopes, requested, &known))
    }
}
