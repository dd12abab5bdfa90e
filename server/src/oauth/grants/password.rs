//! `grant_type=password` (RFC 6749 §4.3) at servers that are explicitly set to it (security assertion 30). Static users and the tenant's own: nobody else's password is
//! ours to check. The local user store's door has a grant of the same name that means something else: [`password`](crate::oauth::grants::api_client).

use authplane_domain::sign_in::authentication::{self, Method, MethodKind};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::tokens::authorization_grant::Details;

use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, NewAuthorization, Subject, TokenCall};
use crate::oauth::grants::refresh_token;
use crate::oauth::issue::audience::{Target, Whose};
use crate::oauth::login::password::{self, Applicant};
use crate::pages::sign_in::SignInProblem;

/// The value of `grant_type`.
pub const NAME: &str = "password";

/// A name and a password, which are looked at last: of a request that can't be granted nobody learns whether they hold.
pub(crate) struct Proof {
    username: String,
    password: String,
}

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = true;

    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let username = call.required("username", &call.form.username)?.to_owned();
        let password = call.required("password", &call.form.password)?.to_owned();
        Ok(Self { username, password })
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        Ok(call.asked(Whose::User))
    }

    /// `invalid_grant` when they don't hold; `temporarily_unavailable` after too many wrong ones (429), and when too many sign in at once
    /// (503).
    async fn subject<'s>(&'s self, call: &TokenCall<'s>, target: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        let refreshable = target.scopes.contains(&"offline_access")
            && call.issuer.offers(refresh_token::NAME)
            && call.client.client.grant_types.has(refresh_token::NAME);
        let details = Details { resources: call.form.resource.clone(), ..Details::default() };
        let authentication = self.sign_in(call).await?;
        Ok(Subject::New(Box::new(NewAuthorization { authentication, details, refreshable, signs_in: true })))
    }

    async fn claim(&self, _: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        Ok(None)
    }
}

impl Proof {
    async fn sign_in(&self, call: &TokenCall<'_>) -> Result<Authentication, OAuthError> {
        let (context, server) = (call.context, call.server());
        // No browser, so no device that anybody knows.
        let applicant =
            Applicant { username: &self.username, address: call.address, request_id: call.request_id, device: None };
        let methods = authentication::of_server(&context.store, server.key()).await?;
        let of_names: Vec<&Method> = methods.enabled().filter(|method| password::asks_here(method)).collect();
        let refused = || OAuthError::invalid_grant("username and password do not hold");
        // One password is looked at, by the method that has the name, or as much work is done for a name that nobody has. A wrong one counts at all of them: else
        // it could be told, from where it counts, whether one has the name.
        let mut method = None;
        for known in &of_names {
            if password::is_known(context, &server.tenant_id, known, &self.username).await? && method.is_none() {
                method = Some(*known);
            }
        }
        // A name that nobody has takes as long as those of whom there are the most.
        let many = || of_names.iter().find(|method| matches!(method.kind, MethodKind::Users)).or(of_names.first());
        let method = method.or_else(|| many().copied()).ok_or_else(refused)?;
        let beside: Vec<&str> = of_names.iter().map(|known| known.id.as_str()).filter(|id| *id != method.id).collect();
        let checked = password::check(context, server, method, &beside, applicant, &self.password).await?;
        checked.map_err(|problem| match problem {
            SignInProblem::TooManyAttempts { retry_after_seconds } => {
                OAuthError::too_many_failures(i64::try_from(retry_after_seconds).unwrap_or(i64::MAX))
            }
            SignInProblem::Busy { .. } => OAuthError::unavailable(),
            SignInProblem::WrongCredentials | SignInProblem::Suspended | SignInProblem::Expired => refused(),
        })
    }
}
