//! What every token request goes through, whatever its grant:
//!
//! | step | who does it |
//! |---|---|
//! | does the server offer the grant, and is the client registered for it? | [client authentication](crate::oauth::client::authentication::Purpose::Grant), which a [`TokenCall`] can't be had without |
//! | does what the client shows hold? | the grant: [`Grant::prove`] |
//! | which resource servers and scopes is the token for? | [`audience::resolve`], of what the grant says is [asked](Asked) |
//! | for whom does it stand? | the grant: [`Grant::subject`] |
//! | can that user still sign in, and do the policies let them have it? | here |
//! | what was shown is used up | the grant: [`Grant::claim`] |
//! | the tokens | here |
//!
//! A grant fills in its steps and can leave none of the others out: one of them forgotten by one grant is what GHSA-7qjx-gp9h-65qj was.

use std::borrow::Cow;
use std::net::IpAddr;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::person;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, Details, NewGrant};
use http::HeaderMap;

use crate::context::Context;
use crate::oauth::client::authentication::{AuthenticatedClient, is_public};
use crate::oauth::error::OAuthError;
use crate::oauth::issue::audience::{self, Target, Whose};
use crate::oauth::issue::{authentication_context, subject, user_tokens};
use crate::oauth::issuer::Issuer;
use crate::oauth::token::{AccessTokenResponse, TokenRequest};
use crate::policy::input::{AUTHORIZE, Question};
use crate::policy::{self, Facts};
use crate::tokens::access_token::{self, NewAccessToken};
use crate::tokens::key_ring;

/// A token request whose client was authenticated for the grant that it asks for.
#[derive(Clone, Copy)]
pub struct TokenCall<'a> {
    /// The server's context.
    pub context: &'a Context,
    /// Identifies the request, and the access token that comes of it.
    pub request_id: &'a str,
    /// Where the request came from.
    pub address: IpAddr,
    /// Its headers, for policies.
    pub headers: &'a HeaderMap,
    /// The server that is asked, and its rules.
    pub issuer: &'a Issuer,
    /// Who asks.
    pub client: &'a AuthenticatedClient,
    /// What for.
    pub form: &'a TokenRequest,
}

/// A grant: a value of it is what a client showed, once it was found to hold.
pub(crate) trait Grant: Sized {
    /// May clients use it that prove nothing of themselves?
    const PUBLIC_CLIENTS: bool;
    /// What the token is called in the answer, where the grant's own specification asks for that.
    const ISSUED_TOKEN_TYPE: Option<&'static str> = None;

    /// Looks at what the client shows. Nothing is used up yet, so that nobody but its client can spoil it.
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError>;

    /// What the token is wanted for, within what was shown.
    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError>;

    /// For whom a token with this target stands.
    async fn subject<'s>(&'s self, call: &TokenCall<'s>, target: &Target<'_>) -> Result<Subject<'s>, OAuthError>;

    /// Uses up what was shown, now that nothing stands against the tokens any more. The refresh token that goes along with an authorization from before.
    async fn claim(&self, call: &TokenCall<'_>) -> Result<Option<String>, OAuthError>;
}

/// What a token is wanted for.
pub enum Asked<'s> {
    /// Resource servers of the authorization server, and scopes of theirs that the client was given.
    Resources {
        /// Whose token it is to be.
        whose: Whose,
        /// The resource servers, if they are named.
        resources: Cow<'s, [String]>,
        /// The scopes.
        scopes: Vec<&'s str>,
        /// Seconds that the token may live at most, where what it is made of doesn't live longer.
        longest: Option<i64>,
    },
    /// What a dialect says that its tokens are for. No client is given that.
    Fixed(Target<'s>),
}

/// For whom tokens stand.
pub enum Subject<'s> {
    /// The client itself.
    Client,
    /// An API client of the local user store.
    ApiClient(&'s str),
    /// A user who authorized the client before.
    Authorized {
        /// What they gave.
        grant: &'s AuthorizationGrant,
        /// Whether policies are asked.
        policies: Policies,
        /// For the ID token.
        nonce: Option<&'s str>,
    },
    /// A user whose authorization begins with this request.
    New(Box<NewAuthorization>),
}

/// What a user authorizes with a token request itself.
pub struct NewAuthorization {
    /// How they signed in.
    pub authentication: Authentication,
    /// What is kept of it besides.
    pub details: Details,
    /// Whether refresh tokens come of it.
    pub refreshable: bool,
    /// Whether they signed in by this very request.
    pub signs_in: bool,
}

/// When policies are asked about a user's tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policies {
    /// They were when the user authorized the client, which is minutes ago at most: with what their own browser said.
    AtAuthorization,
    /// Again for each token.
    Now,
}

/// Goes through all the steps.
///
/// # Errors
/// `unauthorized_client` for a public client where the grant isn't for those; `invalid_grant` when the user can't sign in any more or a policy refuses; those of the
/// grant; those of [`audience::resolve`].
pub(crate) async fn run<G: Grant>(call: &TokenCall<'_>) -> Result<AccessTokenResponse, OAuthError> {
    if !G::PUBLIC_CLIENTS && is_public(&call.client.client) {
        return Err(OAuthError::unauthorized_client("this grant is not for public clients"));
    }
    let shown = G::prove(call).await?;
    let target = call.resolve(shown.asked(call)?).await?;
    let subject = shown.subject(call, &target).await?;
    call.check_user(&subject, &target).await?;
    let refresh_token = shown.claim(call).await?;
    let answer = match subject {
        Subject::Client => call.own_token(&call.client.client.id, &target).await?,
        Subject::ApiClient(id) => call.own_token(id, &target).await?,
        Subject::Authorized { grant, nonce, .. } => {
            let answer = call.user_tokens::<G>(grant, nonce, &target).await?;
            AccessTokenResponse { refresh_token, ..answer }
        }
        Subject::New(new) => {
            let grant = call.begin(*new, &target).await?;
            let answer = call.user_tokens::<G>(&grant, None, &target).await?;
            AccessTokenResponse {
                refresh_token: authorization_grant::refresh_token(&call.context.store, &grant, 1)?,
                ..answer
            }
        }
    };
    Ok(AccessTokenResponse { issued_token_type: G::ISSUED_TOKEN_TYPE.map(str::to_owned), ..answer })
}

impl<'a> TokenCall<'a> {
    /// The server that is asked.
    #[must_use]
    pub fn server(&self) -> &'a AuthorizationServer {
        &self.issuer.server
    }

    /// A parameter that the grant can't do without.
    ///
    /// # Errors
    /// `invalid_request`.
    pub fn required(&self, name: &str, value: &'a Option<String>) -> Result<&'a str, OAuthError> {
        value.as_deref().ok_or_else(|| OAuthError::invalid_request(format!("{name} is required")))
    }

    /// The scopes that the request names.
    #[must_use]
    pub fn scopes(&self) -> Vec<&'a str> {
        audience::scopes_of(self.form.scope.as_deref().unwrap_or_default()).collect()
    }

    /// Resources and scopes as the request names them.
    #[must_use]
    pub fn asked(&self, whose: Whose) -> Asked<'a> {
        let resources = Cow::Borrowed(self.form.resource.as_slice());
        Asked::Resources { whose, resources, scopes: self.scopes(), longest: None }
    }

    /// Scopes of a user's authorization, for all its resources or those of them that the client asks for now (RFC 8707 §2.2).
    ///
    /// # Errors
    /// `invalid_target` for a resource that it wasn't for.
    pub fn asked_of(&self, grant: &'a AuthorizationGrant, scopes: Vec<&'a str>) -> Result<Asked<'a>, OAuthError> {
        let (named, granted) = (&self.form.resource, &grant.details.resources);
        if !named.iter().all(|resource| granted.contains(resource)) {
            return Err(OAuthError::invalid_target("the authorization was not for a requested resource"));
        }
        let resources = Cow::Borrowed(if named.is_empty() { granted.as_slice() } else { named });
        Ok(Asked::Resources { whose: Whose::User, resources, scopes, longest: None })
    }

    async fn resolve<'s>(&self, asked: Asked<'s>) -> Result<Target<'s>, OAuthError>
    where
        'a: 's,
    {
        let (whose, resources, scopes, longest) = match asked {
            Asked::Fixed(target) => return Ok(target),
            Asked::Resources { whose, resources, scopes, longest } => (whose, resources, scopes, longest),
        };
        let target = audience::resolve(self.context, self.server(), self.client, whose, &resources, &scopes).await?;
        Ok(Target { lifetime: target.lifetime.min(longest.unwrap_or(target.lifetime)), ..target })
    }

    /// Nothing of a client's own, all of a user's: CVE-2025-64521, CVE-2025-64717 and CVE-2026-43983 are what happens when nobody asks whether a user is still
    /// there, and policies count for every token (ACP behaviour §6).
    async fn check_user(&self, subject: &Subject<'_>, target: &Target<'_>) -> Result<(), OAuthError> {
        let (user, policies) = match subject {
            Subject::Client | Subject::ApiClient(_) => return Ok(()),
            Subject::Authorized { grant, policies, .. } => (&grant.details.authentication, *policies),
            Subject::New(new) => (&new.authentication, Policies::Now),
        };
        let methods = authentication::of_server(&self.context.store, self.server().key()).await?;
        if !authentication::still_signs_in(&self.context.store, &self.server().tenant_id, &methods, user).await? {
            return Err(OAuthError::invalid_grant("the user can't sign in any more"));
        }
        match policies {
            Policies::AtAuthorization => Ok(()),
            Policies::Now => self.check_policies(user, &target.scopes).await,
        }
    }

    /// The policies of the server and of these scopes.
    async fn check_policies(&self, user: &Authentication, scopes: &[&str]) -> Result<(), OAuthError> {
        let (store, server) = (&self.context.store, self.server());
        let by_name = scope::of_server_by_name(store, server.key(), scopes).await?;
        let mut policies: Vec<&str> = server.user_policy_id.as_deref().into_iter().collect();
        for row in scopes.iter().filter_map(|name| by_name.get(name)).flat_map(|rows| rows.iter()) {
            let is_given = self.client.scopes.iter().any(|allowed| allowed.id == row.id);
            policies.extend(row.user_policy_id.as_deref().filter(|policy| is_given && !policies.contains(policy)));
        }
        if policies.is_empty() {
            return Ok(());
        }
        let known = authentication_context::known_now(store, server.key(), user).await?;
        let person = person::of(store, server.key(), user).await?.address();
        let facts = Facts::new(&known).with_headers(self.headers).with_user(&person);
        let facts = facts.with_question(Question::at(AUTHORIZE, &server.id));
        for policy_id in policies {
            if !policy::check(store, &server.tenant_id, Some(policy_id), facts).await?.authorized {
                return Err(OAuthError::invalid_grant("a policy refuses it"));
            }
        }
        Ok(())
    }

    /// Keeps what a user authorizes with this request.
    async fn begin(&self, new: NewAuthorization, target: &Target<'_>) -> Result<AuthorizationGrant, OAuthError> {
        let NewAuthorization { authentication, details, refreshable, signs_in } = new;
        let (context, server, client) = (self.context, self.server(), &self.client.client);
        let sub = subject::of(context, client, &authentication.subject).await?;
        let new = NewGrant {
            server_id: &server.id,
            client_id: &client.id,
            scopes: target.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            details: Details { authentication, sub, ..details },
            refreshable,
            first_refresh_token: refreshable,
            needed_for: user_tokens::needed_for(context, server, client, refreshable),
            signs_in,
            ..NewGrant::default()
        };
        let actor =
            Actor { subject: client.id.clone(), request_id: self.request_id.to_owned(), address: Some(self.address) };
        let acting = Acting::new(&context.store, &server.tenant_id, actor);
        Ok(authorization_grant::issue(&acting, new).await?.grant)
    }

    /// A token for which no user stands.
    async fn own_token(&self, subject: &str, target: &Target<'_>) -> Result<AccessTokenResponse, OAuthError> {
        let signer = key_ring::signer(self.context, self.server()).await?;
        let new = NewAccessToken {
            jti: self.request_id,
            client_id: &self.client.client.id,
            subject,
            audience: &target.audience,
            scopes: &target.scopes,
            lifetime: target.lifetime,
            user: None,
        };
        let access_token = access_token::make(self.context, self.server(), &signer, &new)?;
        Ok(self.answer(access_token, target))
    }

    /// A user's access token, and the ID token where `openid` was granted. An exchange (RFC 8693) gives what was asked for and nothing else.
    async fn user_tokens<G: Grant>(
        &self,
        grant: &AuthorizationGrant,
        nonce: Option<&str>,
        target: &Target<'_>,
    ) -> Result<AccessTokenResponse, OAuthError> {
        let signer = &key_ring::signer(self.context, self.server()).await?;
        let client = &self.client.client;
        let issue = user_tokens::Issue { context: self.context, server: self.server(), client, grant, signer };
        let access_token = issue.access_token(self.request_id, target).await?;
        let id_token = if target.scopes.contains(&"openid") && G::ISSUED_TOKEN_TYPE.is_none() {
            let access_token = Some(access_token.as_str());
            let binding = user_tokens::IdTokenBinding { nonce, access_token, ..user_tokens::IdTokenBinding::default() };
            Some(issue.id_token(&binding, user_tokens::ClaimsFor::TokenEndpoint).await?)
        } else {
            None
        };
        Ok(AccessTokenResponse { id_token, ..self.answer(access_token, target) })
    }

    fn answer(&self, access_token: String, target: &Target<'_>) -> AccessTokenResponse {
        AccessTokenResponse {
            access_token,
            token_type: "Bearer".to_owned(),
            expires_in: access_token::bounded(self.context, target.lifetime),
            scope: target.scopes.join(" "),
            refresh_token: None,
            id_token: None,
            issued_token_type: None,
        }
    }
}
