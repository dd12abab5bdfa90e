//! Static users: name and password, with the limits against guessing (security assertions 62 and 63).
//!
//! Failures are counted for each account and for each address, in the database, so that all replicas count together. Nobody learns from the answer, or from the
//! time that it takes, whether there is such a user; the limit counts names that nobody has as well.

use std::net::IpAddr;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::sign_in::authentication::{Method, MethodKind};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::{Error, Result};

use crate::context::Context;
use crate::guessing::network;
use crate::oauth::login::mapping;
use crate::pages::sign_in::SignInProblem;

/// Wrong passwords for one account,
const FAILURES_OF_ACCOUNT: i32 = 10;
/// and from one address,
const FAILURES_OF_ADDRESS: i32 = 100;
/// within so many seconds from the first.
const WINDOW: i64 = 900;
/// RFC 8176 §2.
const PASSWORD: &str = "pwd";

/// Checks a name and a password.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn check(
    context: &Context,
    server: &AuthorizationServer,
    method: &Method,
    username: &str,
    password: &str,
    address: IpAddr,
) -> Result<std::result::Result<Authentication, SignInProblem>> {
    if !matches!(method.kind, MethodKind::Static(_)) {
        return Ok(Err(SignInProblem::WrongCredentials));
    }
    let (tenant, store) = (&server.tenant_id, &context.store);
    let account = format!("password:{}:{}:{username}", server.id, method.id);
    let address = format!("password:{}:{}", server.id, network(address));
    let limits = [
        Limit { key: &account, failures: FAILURES_OF_ACCOUNT, seconds: WINDOW },
        Limit { key: &address, failures: FAILURES_OF_ADDRESS, seconds: WINDOW },
    ];
    // Taken before the count is read: as many guesses as there are permits, and no more, can be looked at beyond the limit. They also bound memory.
    let permit = context.password_checks.acquire().await.map_err(Error::internal)?;
    if let Some(seconds) = attempt::retry_after(store, tenant, &limits).await? {
        let retry_after_seconds = seconds.max(1).unsigned_abs();
        return Ok(Err(SignInProblem::TooManyAttempts { retry_after_seconds }));
    }
    let (checked, username, password) = (method.clone(), username.to_owned(), password.to_owned());
    let signed_in = tokio::task::spawn_blocking(move || match &checked.kind {
        MethodKind::Static(settings) => settings.sign_in(&username, &password).cloned(),
        _ => None,
    });
    let found = signed_in.await.map_err(Error::internal)?;
    let Some(user) = found else {
        attempt::failed(store, tenant, &limits).await?;
        return Ok(Err(SignInProblem::WrongCredentials));
    };
    drop(permit);
    Ok(Ok(Authentication {
        subject: user.username.clone(),
        method_id: method.id.clone(),
        auth_time: context.now().timestamp(),
        acr: None,
        amr: vec![PASSWORD.to_owned()],
        context: mapping::apply(&method.mappings, &user.context, || user.context.clone()),
        stamp: user.stamp(),
    }))
}
