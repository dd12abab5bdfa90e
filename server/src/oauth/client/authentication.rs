//! Who asks: client authentication, one phase for every endpoint that clients come to (RFC 6749 §2.3, RFC 7523 §2.2).
//!
//! | registered as | shown by | checked with |
//! |---|---|---|
//! | `client_secret_basic`, `client_secret_post` | a secret | the digests of its secrets |
//! | `client_secret_jwt` | an assertion, HS256 | its secrets |
//! | `private_key_jwt` | an assertion, RS256, PS256, ES256 or EdDSA | its keys, registered or [fetched](keys) |
//! | `none` | its id | nothing: [`is_public`] tells so |
//!
//! An [`AuthenticatedClient`] comes out of [`authenticate`] and out of nothing else. So whoever holds one knows that the credential holds, that server and
//! profile take clients of this kind, and that the client may do what it authenticated [for](Purpose).

use std::ops::Deref;
use std::sync::Arc;

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, Client, ClientAuthentication, ClientCredentials, KnownSecret};
use aws_lc_rs::constant_time::verify_slices_are_equal;

use crate::context::Context;
use crate::guessing::Guesser;
use crate::oauth::client::assertion::{self, Use};
use crate::oauth::client::credentials::{Credential, Presented, Strictness};
use crate::oauth::client::keys;
use crate::oauth::error::OAuthError;
use crate::oauth::issuer::Issuer;
use crate::tokens::jws::Compact;
use crate::tokens::verify::digest;

/// An assertion is good at all endpoints where clients authenticate: its `jti` works only once.
const AUTHENTICATION: Use = Use {
    types: &["jwt", "client-authentication+jwt"],
    endpoints: &["/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device/authorization"],
    counted_as: "",
};

/// What a client authenticates for. It decides what the client must be allowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// A grant that the server must offer and the client be registered for (security assertion 31).
    Grant(&'a str),
    /// A grant of a dialect's own door, which no server is set to. The client must be registered for it all the same.
    GrantOfDoor(&'a str),
    /// To hear of tokens (RFC 7662 §2.1): who asks must have proved who it is, which a public client never does.
    Introspection,
    /// To give tokens back (RFC 7009 §2.1), which everybody may do with their own.
    Revocation,
}

impl Purpose<'_> {
    fn check(self, issuer: &Issuer, client: &Client) -> Result<(), OAuthError> {
        let (grant, offered) = match self {
            Self::Grant(grant) => (grant, issuer.offers(grant)),
            Self::GrantOfDoor(grant) => (grant, true),
            Self::Introspection if is_public(client) => return Err(OAuthError::invalid_client()),
            Self::Introspection | Self::Revocation => return Ok(()),
        };
        if !offered {
            let message = "this authorization server does not offer this grant";
            return Err(OAuthError::unsupported_grant_type(message));
        }
        if !client.grant_types.has(grant) {
            return Err(OAuthError::unauthorized_client(format!("this client is not registered for {grant}")));
        }
        Ok(())
    }
}

/// A client that was authenticated for what it asks for. One that [`is_public`] has only said who it is.
#[derive(Clone, Debug)]
pub struct AuthenticatedClient(Arc<ClientCredentials>);

impl AuthenticatedClient {
    /// Is it, or the server that it is of, another one by now than when it was authenticated? For whoever has waited for others since.
    ///
    /// # Errors
    /// Without database.
    pub async fn has_changed(&self, context: &Context, issuer: &Issuer) -> Result<bool, OAuthError> {
        let ServerKey { tenant, id: server } = issuer.server.key();
        let now = client::credentials(&context.store, tenant, Some(server), &self.0.client.id).await?;
        let is_same = now.is_some_and(|now| Arc::ptr_eq(&now, &self.0) || now == self.0);
        Ok(!is_same || issuer.has_changed(context).await?)
    }
}

impl Deref for AuthenticatedClient {
    type Target = ClientCredentials;

    fn deref(&self) -> &ClientCredentials {
        &self.0
    }
}

/// Is it a client that can't keep a secret, of which nothing proves that it is itself?
#[must_use]
pub fn is_public(client: &Client) -> bool {
    client.token_endpoint_auth_method == ClientAuthentication::None
}

/// Would an assertion that holds for the one hold for the other?
fn is_checked_alike(one: &Client, other: &Client) -> bool {
    one.created_at == other.created_at
        && one.token_endpoint_auth_method == other.token_endpoint_auth_method
        && one.token_endpoint_signing_alg == other.token_endpoint_signing_alg
        && one.jwks == other.jwks
        && one.jwks_uri == other.jwks_uri
}

/// Does the secret of an assertion prove something yet? It may have been revoked, or have ended, while others were waited for.
fn still_has(client: &ClientCredentials, secret: &KnownSecret, context: &Context) -> bool {
    client.secrets.iter().any(|known| known.is_same(secret) && !known.has_ended(context.now()))
}

/// Checks what a client presents, and that it may do what it does so for. Unknown clients, clients of another server, wrong secrets and wrong methods can't be
/// told apart in the answer.
///
/// # Errors
/// `invalid_client`; `unsupported_grant_type` and `unauthorized_client` where it is a grant that the client may not use; `temporarily_unavailable` after too many
/// wrong secrets (429), and without a database.
pub async fn authenticate(
    context: &Context,
    issuer: &Issuer,
    presented: &Presented<'_>,
    purpose: Purpose<'_>,
) -> Result<AuthenticatedClient, OAuthError> {
    let id = presented.client_id()?;
    let ServerKey { tenant, id: server } = issuer.server.key();
    let found = client::credentials(&context.store, tenant, Some(server), &id).await?;
    // A client whose method the profile doesn't take is none of this server's, and isn't told so either.
    let found = found.filter(|found| issuer.profile.takes_method(found.client.token_endpoint_auth_method));
    let attempt = Attempt { context, issuer, guesser: context.secret_guesses.guesser(tenant, &id, presented.address) };
    let client = match &presented.credential {
        Credential::Basic(_, secret) => {
            attempt.check_secret(found, secret, ClientAuthentication::ClientSecretBasic, presented.strictness)?
        }
        Credential::Post(_, secret) => {
            attempt.check_secret(found, secret, ClientAuthentication::ClientSecretPost, presented.strictness)?
        }
        Credential::Assertion(_, assertion) => {
            let found = found.ok_or_else(OAuthError::invalid_client)?;
            let signed_with = attempt.check_assertion(&found, assertion).await?;
            // Its keys may have taken a while to come. What counts is what the client is now, as long as it is the one that was asked about.
            let now = client::credentials(&context.store, tenant, Some(server), &id).await?;
            let now = now.filter(|now| Arc::ptr_eq(now, &found) || is_checked_alike(&now.client, &found.client));
            let now = now.filter(|now| signed_with.is_none_or(|secret| still_has(now, secret, context)));
            if issuer.has_changed(context).await? {
                return Err(OAuthError::invalid_client());
            }
            now.ok_or_else(OAuthError::invalid_client)?
        }
        Credential::Public(_) => {
            found.filter(|found| is_public(&found.client)).ok_or_else(OAuthError::invalid_client)?
        }
    };
    purpose.check(issuer, &client.client)?;
    Ok(AuthenticatedClient(client))
}

/// One try of one client from one address.
struct Attempt<'a> {
    context: &'a Context,
    issuer: &'a Issuer,
    guesser: Guesser,
}

impl Attempt<'_> {
    /// Looks at a secret.
    fn limited(&self, is_right: impl FnOnce() -> bool) -> Result<(), OAuthError> {
        let now = self.context.now().timestamp();
        let allowance = self.context.limits.load().wrong_secrets;
        match self.context.secret_guesses.attempt(self.guesser, now, allowance, is_right) {
            Ok(true) => Ok(()),
            Ok(false) => Err(OAuthError::invalid_client()),
            Err(blocked) => Err(OAuthError::too_many_failures(blocked.seconds)),
        }
    }

    fn check_secret(
        &self,
        found: Option<Arc<ClientCredentials>>,
        secret: &str,
        method: ClientAuthentication,
        strictness: Strictness,
    ) -> Result<Arc<ClientCredentials>, OAuthError> {
        // The comparison takes the same time for a client that doesn't exist.
        let mut right: Option<&KnownSecret> = None;
        self.limited(|| match &found {
            Some(found) => {
                right = found.secret_of(secret);
                right.is_some()
            }
            None => verify_slices_are_equal(&digest(secret), &[0; 32]).is_ok(),
        })?;
        let (Some(client), Some(right)) = (&found, right) else { return Err(OAuthError::invalid_client()) };
        let registered = client.client.token_endpoint_auth_method;
        let is_secret =
            matches!(registered, ClientAuthentication::ClientSecretBasic | ClientAuthentication::ClientSecretPost);
        if registered != method && !(strictness == Strictness::EitherSecret && is_secret) {
            return Err(OAuthError::invalid_client());
        }
        if right.has_ended(self.context.now()) {
            return Err(OAuthError::invalid_client());
        }
        client.note_use(&self.context.store, right);
        found.ok_or_else(OAuthError::invalid_client)
    }

    /// Returns the secret that the assertion was made with, if it was one.
    async fn check_assertion<'c>(
        &self,
        found: &'c ClientCredentials,
        assertion: &str,
    ) -> Result<Option<&'c KnownSecret>, OAuthError> {
        let (context, client) = (self.context, &found.client);
        let invalid = |_| OAuthError::invalid_client();
        let compact = Compact::parse(assertion).map_err(invalid)?;
        let claims = assertion::check(context, self.issuer, client, &compact, &AUTHENTICATION).map_err(invalid)?;
        // RFC 7523 §3 item 2.B: it authenticates nobody but the client itself.
        if claims.sub != client.id {
            return Err(OAuthError::invalid_client());
        }
        let proved_by = match client.token_endpoint_auth_method {
            ClientAuthentication::PrivateKeyJwt => {
                keys::verify(context, client, &compact).await.map_err(invalid)?;
                None
            }
            ClientAuthentication::ClientSecretJwt => {
                let secrets = found.open_secrets(&context.store)?;
                if secrets.is_empty() {
                    return Err(OAuthError::invalid_client());
                }
                let mut signed_with = None;
                self.limited(|| {
                    signed_with = secrets.iter().find(|(_, clear)| compact.verify_hmac(clear.as_bytes()).is_ok());
                    signed_with.is_some()
                })?;
                let secret = signed_with.map(|(secret, _)| *secret);
                if let Some(secret) = secret {
                    found.note_use(&context.store, secret);
                }
                secret
            }
            _ => return Err(OAuthError::invalid_client()),
        };
        if assertion::use_up(context, client, &claims, &AUTHENTICATION).await? {
            Ok(proved_by)
        } else {
            Err(OAuthError::invalid_client())
        }
    }
}
