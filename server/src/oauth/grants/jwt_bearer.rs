//! `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer` (RFC 7523 §2.1): an assertion that a client signed with its own key stands for whom it is about.
//!
//! About itself every client can say that; the token is then its own. About a user only one that an administrator made `trusted`: it could otherwise be anybody.
//! Only static users, and the tenant's own by their ids, can be meant, since nobody else is known here.

use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::tokens::authorization_grant::Details;

use crate::oauth::client::assertion::{self, Claims, Use};
use crate::oauth::client::keys;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, NewAuthorization, Subject, TokenCall};
use crate::oauth::issue::audience::{Target, Whose};
use crate::oauth::issue::authentication_context::{self, OwnUser};
use crate::tokens::jws::Compact;

/// The value of `grant_type`.
pub const NAME: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// Not the same uses as those of client authentication, though the same keys sign them.
const GRANT: Use = Use { types: &["jwt"], endpoints: &["/oauth2/token"], counted_as: "jwt-bearer:" };

/// An assertion of this client's that holds.
pub(crate) struct Proof(Claims);

impl Proof {
    fn whose(&self, call: &TokenCall<'_>) -> Whose {
        if self.0.sub == call.client.client.id { Whose::Client } else { Whose::User }
    }
}

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = true;

    /// `invalid_grant` for an assertion that doesn't hold.
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let (context, client) = (call.context, &call.client.client);
        let assertion = call.required("assertion", &call.form.assertion)?;
        let compact = Compact::parse(assertion).map_err(|_| invalid())?;
        let claims = assertion::check(context, call.issuer, client, &compact, &GRANT).map_err(|_| invalid())?;
        keys::verify(context, client, &compact).await.map_err(|_| invalid())?;
        // Its keys may have taken a while to come: what it may not do any more, or is to do otherwise, it asks for anew.
        if call.client.has_changed(context, call.issuer).await? {
            return Err(invalid());
        }
        Ok(Self(claims))
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        Ok(call.asked(self.whose(call)))
    }

    /// `invalid_grant` for somebody whom the client can't speak for.
    async fn subject<'s>(&'s self, call: &TokenCall<'s>, target: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        if self.whose(call) == Whose::Client {
            return Ok(Subject::Client);
        }
        let authentication = vouched_for(call, &self.0.sub, &target.scopes).await?;
        let details = Details { resources: call.form.resource.clone(), ..Details::default() };
        let signs_in = false;
        Ok(Subject::New(Box::new(NewAuthorization { authentication, details, refreshable: false, signs_in })))
    }

    /// `invalid_grant` for an assertion that was used.
    async fn claim(&self, call: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        if assertion::use_up(call.context, &call.client.client, &self.0, &GRANT).await? {
            Ok(None)
        } else {
            Err(invalid())
        }
    }
}

/// The user of that name or id, for whom a trusted client may speak. How the user proved anything is not known: `amr` stays empty.
async fn vouched_for(call: &TokenCall<'_>, name: &str, scopes: &[&str]) -> Result<Authentication, OAuthError> {
    let (context, server) = (call.context, call.server());
    if !call.client.client.trusted || scopes.contains(&"offline_access") {
        return Err(OAuthError::invalid_grant("this client can't speak for users, or not for so long"));
    }
    let methods = authentication::of_server(&context.store, server.key()).await?;
    for method in methods.enabled() {
        let known = authentication_context::of_own_user(&context.store, server.key(), method, name).await?;
        let Some(OwnUser { context: known, stamp, .. }) = known.filter(|user| user.may_sign_in) else { continue };
        return Ok(Authentication {
            subject: name.to_owned(),
            method_id: method.id.clone(),
            auth_time: context.now().timestamp(),
            acr: None,
            amr: Vec::new(),
            context: authentication_context::kept(method, known),
            stamp,
        });
    }
    Err(invalid())
}

fn invalid() -> OAuthError {
    OAuthError::invalid_grant("the assertion is not valid here, or was used")
}
