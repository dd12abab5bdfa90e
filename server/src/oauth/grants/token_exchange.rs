//! `grant_type=urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693): a client trades a token that it was given for one with which it can go on.
//!
//! The new token stands for the same user, says who acts for them (`act`), is for what the *exchanging* client may reach, and lives no longer than the one that it
//! was made of. It has a grant of its own, which dies with the
//! token and with the grant that it comes from.
//!
//! A client can exchange what is meant for it: a token that was issued to it, or that names it as audience, by its id or by an `audience` that an administrator
//! registered it with. Whatever else it came by is not its to use (CVE-2026-9094 is the class).
//!
//! Nothing comes of it that no user gave:
//!
//! | the token was issued to | scopes of the new one |
//! |---|---|
//! | the client itself | those of the token, at the services that it is for; at others what the user gave besides |
//! | another client | those that the user gave the exchanging client; of a `trusted` one, which asks nobody, those that it was registered with. Those about the user must be in the token besides |

use std::borrow::Cow;
use std::sync::Arc;

use authplane_domain::clients::client::AllowedScope;
use authplane_domain::sign_in::consent::{self, AskedScope, Consents};
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant::{AuthorizationGrant, Details};
use serde_json::{Value, json};

use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, NewAuthorization, Subject, TokenCall};
use crate::oauth::issue::audience::{self, IDENTITY_SCOPES, Target, Whose};
use crate::tokens::verify::{self, Verified, VerifyError};

/// The value of `grant_type`.
pub const NAME: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
/// The one type that is issued (RFC 8693 §3).
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";
/// What an access token of ours may be called: it is a JWT.
const SUBJECT_TYPES: [&str; 2] = [ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt"];
/// Longest chain of exchanges.
const LONGEST_CHAIN: usize = 8;

/// A user's token that is this client's to exchange.
pub(crate) struct Proof {
    subject: Verified,
    parent: Arc<AuthorizationGrant>,
    actor: Value,
    /// `resource` and `audience` of the request.
    resources: Vec<String>,
}

impl Grant for Proof {
    /// Whoever can't prove who they are can't act for anybody.
    const PUBLIC_CLIENTS: bool = false;
    const ISSUED_TOKEN_TYPE: Option<&'static str> = Some(ACCESS_TOKEN);

    /// `invalid_request` for a token or a type that can't be exchanged (RFC 8693 §2.2.2).
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let form = call.form;
        if form.requested_token_type.as_deref().is_some_and(|wanted| wanted != ACCESS_TOKEN) {
            return Err(OAuthError::invalid_request("only access tokens are issued"));
        }
        let subject_token = call.required("subject_token", &form.subject_token)?;
        require_type("subject_token_type", form.subject_token_type.as_deref())?;
        let (subject, parent) = user_token(call, subject_token).await?;
        if parent.details.ancestors.len() >= LONGEST_CHAIN {
            return Err(OAuthError::invalid_request("the subject token was exchanged too often"));
        }
        let actor = actor(call, &parent, &subject).await?;
        let mut resources = form.resource.clone();
        resources.extend(form.audience.iter().filter(|named| !form.resource.contains(named)).cloned());
        Ok(Self { subject, parent, actor, resources })
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        let resources = Cow::Borrowed(self.resources.as_slice());
        let longest = Some(self.subject.claims.exp - call.context.now().timestamp());
        Ok(Asked::Resources { whose: Whose::User, resources, scopes: call.scopes(), longest })
    }

    /// `invalid_scope` for a scope that the user didn't give, `invalid_request` where they gave this client nothing at all.
    async fn subject<'s>(&'s self, call: &TokenCall<'s>, target: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        self.check_scopes(call, target).await?;
        let parent = &self.parent.details;
        let details = Details {
            resources: self.resources.clone(),
            actor: Some(self.actor.clone()),
            ancestors: [parent.ancestors.as_slice(), std::slice::from_ref(&self.parent.id)].concat(),
            exchanged: [parent.exchanged.as_slice(), std::slice::from_ref(&self.subject.claims.jti)].concat(),
            ..Details::default()
        };
        let authentication = parent.authentication.clone();
        let signs_in = false;
        Ok(Subject::New(Box::new(NewAuthorization { authentication, details, refreshable: false, signs_in })))
    }

    /// The first token goes on.
    async fn claim(&self, _: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        Ok(None)
    }
}

fn require_type(name: &str, value: Option<&str>) -> Result<(), OAuthError> {
    match value {
        Some(known) if SUBJECT_TYPES.contains(&known) => Ok(()),
        Some(_) => Err(OAuthError::invalid_request(format!("{name} must be {ACCESS_TOKEN}"))),
        None => Err(OAuthError::invalid_request(format!("{name} is required"))),
    }
}

/// A valid access token of this very server that stands for a user and is meant for this client (security assertion 35).
async fn user_token(call: &TokenCall<'_>, token: &str) -> Result<(Verified, Arc<AuthorizationGrant>), OAuthError> {
    let (context, server) = (call.context, call.server());
    let invalid = || OAuthError::invalid_request("the subject token is not valid here, or not for this client");
    let verified = match verify::access_token(context, token).await {
        Ok(verified) => verified,
        Err(VerifyError::Invalid(_)) => return Err(invalid()),
        Err(VerifyError::Domain(error)) => return Err(error.into()),
    };
    let claims = &verified.claims;
    let grant = verified.grant.clone().ok_or_else(invalid)?;
    let mine = &call.client.client;
    let for_client = claims.client_id == mine.id
        || claims.aud.iter().any(|audience| *audience == mine.id || mine.audience.has(audience));
    if claims.tid == server.tenant_id && claims.aid == server.id && for_client {
        Ok((verified, grant))
    } else {
        Err(invalid())
    }
}

/// `act` (RFC 8693 §4.1): who acts now, and who did before. The client itself, or the user of a token that it holds.
async fn actor(call: &TokenCall<'_>, parent: &AuthorizationGrant, subject: &Verified) -> Result<Value, OAuthError> {
    let client_id = &call.client.client.id;
    let mut act = match call.form.actor_token.as_deref() {
        Some(token) => {
            require_type("actor_token_type", call.form.actor_token_type.as_deref())?;
            let (actor, _) = user_token(call, token).await?;
            json!({ "sub": actor.claims.sub, "client_id": client_id })
        }
        None if call.form.actor_token_type.is_some() => {
            return Err(OAuthError::invalid_request("actor_token_type is of no use without actor_token"));
        }
        None => json!({ "sub": client_id, "client_id": client_id }),
    };
    if let Some(former) = &parent.details.actor {
        act["act"] = former.clone();
    } else if subject.claims.client_id != *client_id {
        // Who had the token before is part of the chain too.
        act["act"] = json!({ "sub": subject.claims.client_id, "client_id": subject.claims.client_id });
    }
    Ok(act)
}

/// What the scopes of a target mean at its services.
fn asked<'s>(call: &'s TokenCall<'_>, target: &'s Target<'_>) -> impl Iterator<Item = AskedScope> + 's {
    target.scopes.iter().map(|name| {
        let meant = audience::meant(call.client, Whose::User, target.services.as_deref(), name);
        AskedScope { name: (*name).to_owned(), ids: meant.map(|allowed| allowed.id.clone()).collect() }
    })
}

impl Proof {
    async fn check_scopes(&self, call: &TokenCall<'_>, target: &Target<'_>) -> Result<(), OAuthError> {
        let scopes = target.scopes.as_slice();
        let claims = &self.subject.claims;
        let is_said = |scope: &str| claims.scopes().any(|said| said == scope);
        let about_user = |scope: &str| IDENTITY_SCOPES.contains(&scope);
        // Nothing outlives the token that it was made of.
        if scopes.contains(&"offline_access") || scopes.iter().any(|scope| about_user(scope) && !is_said(scope)) {
            return Err(OAuthError::invalid_scope("the subject token does not have a requested scope about the user"));
        }
        let client = &call.client.client;
        if claims.client_id == client.id {
            if !scopes.iter().all(|scope| is_said(scope)) {
                return Err(OAuthError::invalid_scope("the subject token does not have a requested scope"));
            }
            return self.check_services(call, target).await;
        }
        if client.trusted {
            return Ok(());
        }
        let given = self.given(call).await?;
        if given.is_empty() {
            // RFC 8693 §2.2.2: unacceptable based on policy.
            return Err(OAuthError::invalid_request("the user has not consented to this client"));
        }
        if asked(call, target).all(|asked| given.cover(&asked)) {
            return Ok(());
        }
        Err(OAuthError::invalid_scope("the user did not give this client a requested scope"))
    }

    /// A scope of the same name at another service is another one, and a service that the token isn't for is somebody else's: nothing of them comes of a token that
    /// its user gave for its own services, unless they gave the client that, too.
    async fn check_services(&self, call: &TokenCall<'_>, target: &Target<'_>) -> Result<(), OAuthError> {
        // The audience of a token for no resource names none either.
        let named: &[String] = if self.parent.details.resources.is_empty() { &[] } else { &self.subject.claims.aud };
        let Some(services) = audience::services(call.context, call.server(), call.client, named).await? else {
            return Ok(());
        };
        if call.client.client.trusted {
            return Ok(());
        }
        let of_token = |asked: &AskedScope| {
            let meant = audience::meant(call.client, Whose::User, Some(&services), &asked.name);
            let meant: Vec<&str> = meant.map(|allowed| allowed.id.as_str()).collect();
            asked.ids.iter().all(|id| meant.contains(&id.as_str()))
        };
        let beyond: Vec<AskedScope> = asked(call, target).filter(|asked| !of_token(asked)).collect();
        let elsewhere: Vec<&String> =
            target.services.iter().flatten().filter(|service| !services.contains(service)).collect();
        if beyond.is_empty() && elsewhere.is_empty() {
            return Ok(());
        }
        let given = self.given(call).await?;
        if !beyond.iter().all(|asked| given.cover(asked)) {
            return Err(OAuthError::invalid_scope("the user did not give this client a requested scope"));
        }
        let is_given = |service: &String| {
            let of_service = |allowed: &&AllowedScope| allowed.service_id.as_ref() == Some(service);
            call.client.scopes.iter().filter(of_service).any(|allowed| given.have(&allowed.id))
        };
        if elsewhere.into_iter().all(is_given) {
            return Ok(());
        }
        Err(OAuthError::invalid_target("the subject token is not for a requested resource"))
    }

    /// What the user gave to the client that exchanges.
    async fn given(&self, call: &TokenCall<'_>) -> Result<Consents, OAuthError> {
        let (server, subject) = (call.server(), self.parent.subject.as_str());
        let to_whom = Given { server_id: &server.id, subject, client_id: &call.client.client.id };
        Ok(consent::find(&call.context.store, &server.tenant_id, to_whom).await?)
    }
}
