//! Static users: name and password, with the limits against guessing (security assertions 62 and 63).
//!
//! Failures are counted for each account and for each address, in the database, so that all replicas count together. Nobody learns from the answer, or from the
//! time that it takes, whether there is such a user; the limit counts names that nobody has as well.
//!
//! Whoever wants to can lock an account so. Its owner still gets in from a [device](KnownDevice) in which they signed in before, which has a count of its own:
//! a guesser has none. Neither do others' mistakes at the same address count for it.
//!
//! What has begun is finished, also when nobody waits for the answer any more: else whoever hangs up would guess for nothing, and give back a turn that still
//! computes. Only who waits for a turn gives it up by going away.

use std::net::IpAddr;
use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::sign_in::authentication::{self, Method, MethodKind, Static, StaticUser};
use authplane_domain::sign_in::known_device::KnownDevice;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::trail;
use authplane_domain::{Error, Result};

use crate::context::{Context, Shared};
use crate::edge::client_address::network;
use crate::fair_queue::Turn;
use crate::limits::Allowance;
use crate::log::Level;
use crate::oauth::login::mapping;
use crate::pages::sign_in::SignInProblem;

/// RFC 8176 §2.
const PASSWORD: &str = "pwd";
/// Seconds after which a full queue may have room again.
const BUSY: u64 = 2;
const DAY: i64 = 24 * 60 * 60;

/// Somebody who wants to sign in.
#[derive(Clone, Copy, Debug)]
pub struct Applicant<'a> {
    /// The name that they give.
    pub username: &'a str,
    /// Where they are.
    pub address: IpAddr,
    /// The request that brings it, for the audit log.
    pub request_id: &'a str,
    /// What their device shows, if it was here before.
    pub device: Option<&'a str>,
}

/// Checks a name and a password. A wrong one counts at the methods `beside` this one, too.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn check(
    context: &Context,
    server: &AuthorizationServer,
    method: &Method,
    beside: &[&str],
    applicant: Applicant<'_>,
    password: &str,
) -> Result<std::result::Result<Authentication, SignInProblem>> {
    let Applicant { username, address, request_id, device } = applicant;
    // A device that the account knows waits in a line of its own, and not behind whoever knows the account's name and makes others wait.
    let known = match &method.kind {
        MethodKind::Static(settings) => known(context, server.key(), &method.id, settings, username, device),
        _ => None,
    };
    let device_id = known.map(|device| device.id());
    let account = (&server.tenant_id, &server.id, &method.id, username, device_id);
    let Ok(turn) = context.password_checks.turn(account, network(address)).await else {
        return Ok(Err(SignInProblem::Busy { retry_after_seconds: BUSY }));
    };
    let check = Check {
        turn,
        context: Context::clone(context),
        tenant: server.tenant_id.clone(),
        server: server.id.clone(),
        method: method.id.clone(),
        beside: beside.iter().map(|id| (*id).to_owned()).collect(),
        username: username.to_owned(),
        address,
        request_id: request_id.to_owned(),
        device: device.map(str::to_owned),
        password: password.to_owned(),
    };
    let (found, auth_time) = match tokio::spawn(check.finish()).await.map_err(Error::internal)?? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    Ok(Ok(Authentication {
        subject: found.username.clone(),
        method_id: method.id.clone(),
        auth_time,
        acr: None,
        amr: vec![PASSWORD.to_owned()],
        context: mapping::apply(&method.mappings, &found.context, || found.context.clone()),
        stamp: found.stamp(),
    }))
}

/// What a wrong password counts against, each with how many there may be.
fn counts(
    context: &Shared,
    server: ServerKey<'_>,
    method: &str,
    settings: &Static,
    Applicant { username, address, device, .. }: Applicant<'_>,
) -> Vec<(String, Allowance)> {
    let limits = context.limits.load();
    if let Some(device) = known(context, server, method, settings, username, device) {
        return vec![(format!("device:{}:{method}:{}", server.id, device.id()), limits.wrong_passwords_of_account)];
    }
    vec![
        (format!("password:{}:{method}:{username}", server.id), limits.wrong_passwords_of_account),
        (format!("password:{}:{}", server.id, network(address)), limits.wrong_passwords_of_address),
    ]
}

fn known(
    context: &Shared,
    server: ServerKey<'_>,
    method: &str,
    settings: &Static,
    username: &str,
    device: Option<&str>,
) -> Option<KnownDevice> {
    if context.config.known_device_days == 0 {
        return None;
    }
    KnownDevice::recognize(&context.store, server, method, settings.user(username)?, device?)
}

/// What the device shows from now on in which this user just signed in, and for how many seconds; `None` where devices aren't remembered.
///
/// # Errors
/// [`Error::Internal`] without randomness or master key.
pub fn remember(
    context: &Shared,
    server: ServerKey<'_>,
    method: &Method,
    Applicant { username, device, .. }: Applicant<'_>,
) -> Result<Option<(String, i64)>> {
    let seconds = i64::from(context.config.known_device_days) * DAY;
    let MethodKind::Static(settings) = &method.kind else { return Ok(None) };
    let Some(user) = settings.user(username).filter(|_| seconds > 0) else { return Ok(None) };
    // The same device still, with what was counted for it.
    let device = match known(context, server, &method.id, settings, username, device) {
        Some(device) => device,
        None => KnownDevice::new(&context.store)?,
    };
    Ok(Some((device.text(&context.store, server, &method.id, user, seconds)?, seconds)))
}

/// Does the account of whoever signed in so know this device? `None` where it knows none at all.
#[must_use]
pub fn is_known_device(
    context: &Shared,
    server: ServerKey<'_>,
    method: &Method,
    username: &str,
    device: Option<&str>,
) -> Option<bool> {
    match &method.kind {
        MethodKind::Static(settings) if context.config.known_device_days > 0 => {
            Some(known(context, server, &method.id, settings, username, device).is_some())
        }
        _ => None,
    }
}

/// One password that is looked at.
struct Check {
    turn: Turn,
    context: Context,
    tenant: String,
    server: String,
    method: String,
    beside: Vec<String>,
    username: String,
    address: IpAddr,
    request_id: String,
    device: Option<String>,
    password: String,
}

/// Who signed in, and when what is known of them was read.
type Found = (StaticUser, i64);

impl Check {
    async fn finish(self) -> Result<std::result::Result<Found, SignInProblem>> {
        let Self { turn, context, tenant, server, method, beside, username, address, request_id, device, password } =
            self;
        let (store, key) = (&context.store, ServerKey { tenant: &tenant, id: &server });
        // As it is now: who waited for a turn may have a password that was changed meanwhile.
        let read_at = context.now().timestamp();
        let methods = authentication::of_server(store, key).await?;
        let found = methods.enabled().find(|known| known.id == method).map(|known| &known.kind);
        let Some(MethodKind::Static(settings)) = found else { return Ok(Err(SignInProblem::WrongCredentials)) };
        let applicant = Applicant { username: &username, address, request_id: &request_id, device: device.as_deref() };
        let mut counts = counts(&context, key, &method, settings, applicant);
        let of_account = context.limits.load().wrong_passwords_of_account;
        counts.extend(beside.iter().map(|beside| (format!("password:{server}:{beside}:{username}"), of_account)));
        let limits: Vec<Limit<'_>> = counts
            .iter()
            .map(|(key, allowance)| Limit { key, failures: allowance.most(), seconds: allowance.window() })
            .collect();
        // Read when the turn has come, which ends when a failure is counted: so many guesses as there are turns, and no more, can be looked at beyond the limit.
        if let Some(seconds) = attempt::retry_after(store, &tenant, &limits).await? {
            let retry_after_seconds = seconds.max(1).unsigned_abs();
            return Ok(Err(SignInProblem::TooManyAttempts { retry_after_seconds }));
        }
        // What was typed and is nobody's name may be a password.
        let known = settings.user(&username).map(|user| user.username.clone());
        let (checks, methods, id) = (Context::clone(&context), Arc::clone(&methods), method.clone());
        let signed_in = tokio::task::spawn_blocking(move || {
            let work = |memory: &mut _| methods.sign_in(&id, &beside, &username, &password, memory).cloned();
            // With the turn, which isn't another's while this computes, whatever becomes of the task.
            (checks.password_checks.with_memory(&turn, work), turn, password)
        });
        let (found, turn, password) = signed_in.await.map_err(Error::internal)?;
        let Some(user) = found else {
            let actor = Actor { subject: trail::UNKNOWN.to_owned(), request_id, address: Some(address) };
            let acting = Acting::new(store, &tenant, actor);
            attempt::password_failed(&acting, &limits, &server, &method, known.as_deref()).await?;
            return Ok(Err(SignInProblem::WrongCredentials));
        };
        if !user.is_hashed_as_new() {
            let renew = renew(Context::clone(&context), turn, (tenant, server, method), user.clone(), password);
            drop(tokio::spawn(renew));
        }
        Ok(Ok((user, read_at)))
    }
}

/// Hashes a password that was right as new ones are, while its user goes on. With the turn of the check, since it computes as long as one; what becomes of it is
/// nothing to the user: as long as it fails, the hash that there is counts.
async fn renew(
    context: Context,
    turn: Turn,
    (tenant, server, method): (String, String, String),
    user: StaticUser,
    password: String,
) {
    let checks = Context::clone(&context);
    let hashed = tokio::task::spawn_blocking(move || {
        let work = |memory: &mut _| authentication::hash_anew(&checks.store, &user, &password, memory);
        checks.password_checks.with_memory(&turn, work)
    });
    let key = ServerKey { tenant: &tenant, id: &server };
    let kept = match hashed.await.map_err(Error::internal).flatten() {
        Ok(renewal) => authentication::keep(&context.store, key, &method, renewal).await,
        Err(error) => Err(error),
    };
    if let Err(error) = kept {
        let fields = [("tenant", tenant.into()), ("server", server.into()), ("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "a password keeps a hash that was made elsewhere", &fields);
    }
}
