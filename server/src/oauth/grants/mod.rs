//! One file per grant: what a client has to show besides itself, and what it gets.

pub mod api_client;
pub mod authorization_code;
pub mod client_credentials;
pub mod device_code;
pub mod jwt_bearer;
pub mod password;
pub mod refresh_token;
pub mod token_exchange;

use std::net::IpAddr;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope;
use authplane_domain::clients::client::ClientCredentials;
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::tokens::authorization_grant::AuthorizationGrant;
use http::HeaderMap;

use crate::context::Context;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::audience::Target;
use crate::oauth::issue::authentication_context;
use crate::oauth::issue::profile::Profile;
use crate::oauth::token::TokenRequest;
use crate::policy::{self, Facts};

/// A token request whose client proved who it is.
#[derive(Clone, Copy)]
pub struct Exchange<'a> {
    /// The server's context.
    pub context: &'a Context,
    /// Identifies the request, and the access token that comes of it.
    pub request_id: &'a str,
    /// Where the request came from.
    pub address: IpAddr,
    /// Its headers, for policies.
    pub headers: &'a HeaderMap,
    /// The server that is asked.
    pub server: &'a AuthorizationServer,
    /// Its rules.
    pub profile: &'static Profile,
    /// Who asks.
    pub client: &'a ClientCredentials,
    /// What for.
    pub form: &'a TokenRequest,
}

/// What a grant decided.
pub struct Decision<'a> {
    /// What the access token is for.
    pub target: Target<'a>,
    /// The user that it stands for; the client itself when absent.
    pub user: Option<ForUser>,
    /// What the token is, in answers to a token exchange.
    pub issued_token_type: Option<&'static str>,
}

/// A user's tokens.
pub struct ForUser {
    /// What the user gave.
    pub grant: AuthorizationGrant,
    /// The refresh token that goes along.
    pub refresh_token: Option<String>,
    /// For the ID token.
    pub nonce: Option<String>,
}

impl<'a> Exchange<'a> {
    /// Does the server offer this grant, and may the client use it? (Security assertion 31.)
    ///
    /// # Errors
    /// `unsupported_grant_type`, `unauthorized_client`.
    pub fn require_grant(&self, name: &str) -> Result<(), OAuthError> {
        if !self.profile.offers(self.server, name) {
            let message = format!("this authorization server does not offer {name}");
            return Err(OAuthError::unsupported_grant_type(message));
        }
        if !self.client.client.grant_types.has(name) {
            return Err(OAuthError::unauthorized_client(format!("this client is not registered for {name}")));
        }
        Ok(())
    }

    /// A parameter that the grant can't do without.
    ///
    /// # Errors
    /// `invalid_request`.
    pub fn required(&self, name: &str, value: &'a Option<String>) -> Result<&'a str, OAuthError> {
        value.as_deref().ok_or_else(|| OAuthError::invalid_request(format!("{name} is required")))
    }

    /// Could the user still sign in? (CVE-2025-64521, CVE-2025-64717, CVE-2026-43983 are what happens when nobody asks.)
    ///
    /// # Errors
    /// `invalid_grant` if not.
    pub async fn require_user(&self, grant: &AuthorizationGrant) -> Result<(), OAuthError> {
        let methods = authentication::of_server(&self.context.store, &self.server.tenant_id, &self.server.id).await?;
        if authentication::still_signs_in(&methods, &grant.details.authentication) {
            Ok(())
        } else {
            Err(OAuthError::invalid_grant("the user can't sign in any more"))
        }
    }

    /// Do the policies of the server and of these scopes let the user have them? They count for every token, whatever grant it comes of (ACP behaviour §6;
    /// GHSA-7qjx-gp9h-65qj is what happens when a grant is forgotten).
    ///
    /// # Errors
    /// `invalid_grant` if not.
    pub async fn require_policies(&self, user: &Authentication, scopes: &[&str]) -> Result<(), OAuthError> {
        let (store, server) = (&self.context.store, self.server);
        let by_name = scope::of_server_by_name(store, &server.tenant_id, &server.id, scopes).await?;
        let mut policies: Vec<&str> = server.user_policy_id.as_deref().into_iter().collect();
        for row in scopes.iter().filter_map(|name| by_name.get(name)).flat_map(|rows| rows.iter()) {
            let is_given = self.client.scopes.iter().any(|allowed| allowed.id == row.id);
            policies.extend(row.user_policy_id.as_deref().filter(|policy| is_given && !policies.contains(policy)));
        }
        if policies.is_empty() {
            return Ok(());
        }
        let known = authentication_context::known_now(store, &server.tenant_id, &server.id, user).await?;
        let facts = Facts::new(&known).with_headers(self.headers);
        for policy_id in policies {
            if !policy::check(store, &server.tenant_id, Some(policy_id), facts).await?.authorized {
                return Err(OAuthError::invalid_grant("a policy refuses it"));
            }
        }
        Ok(())
    }

    /// The resources of a token (RFC 8707 §2.2): all that were granted, or those of them that the client asks for now.
    ///
    /// # Errors
    /// `invalid_target` for one that wasn't granted.
    pub fn resources_of(&self, granted: &[String]) -> Result<Vec<String>, OAuthError> {
        let asked = &self.form.resource;
        if asked.is_empty() {
            return Ok(granted.to_vec());
        }
        if asked.iter().all(|resource| granted.contains(resource)) {
            Ok(asked.clone())
        } else {
            Err(OAuthError::invalid_target("the authorization was not for a requested resource"))
        }
    }
}
