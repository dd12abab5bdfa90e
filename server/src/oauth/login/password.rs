//! Static users, and the tenant's users at its default server: name and password, with the limits against guessing (security assertions 62 and 63).
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

use authplane_domain::catalogue::authorization_server::{AuthorizationServer, DEFAULT};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::sign_in::authentication::{self, Method, MethodKind, Methods, PasswordMemory, StaticUser};
use authplane_domain::sign_in::known_device::{Account, KnownDevice};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::trail;
use authplane_domain::sign_in::user::identifiers;
use authplane_domain::sign_in::user::password::{self as of_users, UserPassword};
use authplane_domain::sign_in::user::{self, User};
use authplane_domain::{Error, Result};
use serde_json::{Map, Value};

use crate::context::{Context, Shared};
use crate::edge::client_address::network;
use crate::fair_queue::Turn;
use crate::limits::Allowance;
use crate::log::Level;
use crate::oauth::issue::authentication_context;
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

/// Somebody who has a name of the method, as they are known.
enum Known<'m> {
    /// One of those that the method lists.
    Static(&'m StaticUser),
    /// One of the tenant's.
    User(Box<User>),
}

impl Known<'_> {
    fn subject(&self) -> &str {
        match self {
            Self::Static(user) => &user.username,
            Self::User(user) => &user.id,
        }
    }

    /// Whose devices are theirs; `None` where no password is.
    fn account(&self) -> Option<Account> {
        match self {
            Self::Static(user) => Some(Account::from(*user)),
            Self::User(user) => Account::of(user),
        }
    }
}

/// Has somebody this name at a method? Whoever isn't asked for a password has none.
async fn known_as<'m>(context: &Shared, tenant: &str, method: &'m Method, username: &str) -> Result<Option<Known<'m>>> {
    match &method.kind {
        MethodKind::Static(settings) => Ok(settings.user(username).map(Known::Static)),
        MethodKind::Users => {
            let found = identifiers::called(&context.store, tenant, username).await?;
            Ok(found.map(|user| Known::User(Box::new(user))))
        }
        _ => Ok(None),
    }
}

/// Does a method ask for a name and a password here?
#[must_use]
pub fn asks_here(method: &Method) -> bool {
    matches!(method.kind, MethodKind::Static(_) | MethodKind::Users)
}

/// Whether somebody has this name at a method that [asks for a password here](asks_here).
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn is_known(context: &Shared, tenant: &str, method: &Method, username: &str) -> Result<bool> {
    Ok(known_as(context, tenant, method, username).await?.is_some())
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
    let account = known_as(context, &server.tenant_id, method, username).await?.and_then(|known| known.account());
    let known = account.and_then(|account| recognized(context, server.key(), &method.id, &account, device));
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
    let (subject, told, stamp) = found.told();
    Ok(Ok(Authentication {
        subject,
        method_id: method.id.clone(),
        auth_time,
        acr: None,
        amr: vec![PASSWORD.to_owned()],
        context: authentication_context::kept(method, mapping::apply(&method.mappings, &told, || told.clone())),
        stamp,
    }))
}

/// What a wrong password counts against, each with how many there may be.
fn counts(
    context: &Shared,
    server: ServerKey<'_>,
    method: &Method,
    known: Option<&Known<'_>>,
    Applicant { username, address, device, .. }: Applicant<'_>,
) -> Vec<(String, Allowance)> {
    let (limits, id) = (context.limits.load(), &method.id);
    let account = known.and_then(Known::account);
    if let Some(device) = account.and_then(|account| recognized(context, server, id, &account, device)) {
        return vec![(format!("device:{}:{id}:{}", server.id, device.id()), limits.wrong_passwords_of_account)];
    }
    vec![
        (of_name(server.id, method, known, username), limits.wrong_passwords_of_account),
        (format!("password:{}:{}", server.id, network(address)), limits.wrong_passwords_of_address),
    ]
}

/// What counts for a name at a method: for all names of one user (CVE-2025-24806), and all ways of writing one that is nobody's.
fn of_name(server: &str, method: &Method, known: Option<&Known<'_>>, username: &str) -> String {
    let id = &method.id;
    match (&method.kind, known) {
        // No name has a slash that is written so.
        (MethodKind::Users, Some(Known::User(user))) => format!("password:{server}:{id}://{}", user.id),
        (MethodKind::Users, _) => format!("password:{server}:{id}:{}", identifiers::canonical(username)),
        _ => format!("password:{server}:{id}:{username}"),
    }
}

fn recognized(
    context: &Shared,
    server: ServerKey<'_>,
    method: &str,
    account: &Account,
    device: Option<&str>,
) -> Option<KnownDevice> {
    if context.config.known_device_days == 0 {
        return None;
    }
    KnownDevice::recognize(&context.store, server, method, account, device?)
}

/// What the device shows from now on in which the user with this subject just signed in, and for how many seconds; `None` where devices aren't remembered.
///
/// # Errors
/// [`Error::Internal`] without randomness or master key; [`Error::Unavailable`] without database.
pub async fn remember(
    context: &Shared,
    server: ServerKey<'_>,
    method: &Method,
    subject: &str,
    device: Option<&str>,
) -> Result<Option<(String, i64)>> {
    let seconds = i64::from(context.config.known_device_days) * DAY;
    if seconds == 0 {
        return Ok(None);
    }
    let Some(account) = account_of(context, server.tenant, method, subject).await? else { return Ok(None) };
    // The same device still, with what was counted for it.
    let device = match recognized(context, server, &method.id, &account, device) {
        Some(device) => device,
        None => KnownDevice::new(&context.store)?,
    };
    Ok(Some((device.text(&context.store, server, &method.id, &account, seconds)?, seconds)))
}

/// The account of whoever has this subject at a method that asks for passwords here; `None` where that has no password.
async fn account_of(context: &Shared, tenant: &str, method: &Method, subject: &str) -> Result<Option<Account>> {
    Ok(match &method.kind {
        MethodKind::Static(settings) => settings.user(subject).map(Account::from),
        MethodKind::Users => user::find(&context.store, tenant, subject).await?.as_ref().and_then(Account::of),
        _ => None,
    })
}

/// Does the account of whoever signed in so know this device? `None` where it knows none at all.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn is_known_device(
    context: &Shared,
    server: ServerKey<'_>,
    method: &Method,
    subject: &str,
    device: Option<&str>,
) -> Result<Option<bool>> {
    if context.config.known_device_days == 0 || !asks_here(method) {
        return Ok(None);
    }
    let account = account_of(context, server.tenant, method, subject).await?;
    let known = account.and_then(|account| recognized(context, server, &method.id, &account, device));
    Ok(Some(known.is_some()))
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

/// Who signed in.
enum SignedIn {
    Static(StaticUser),
    User(Box<User>),
}

impl SignedIn {
    /// Their subject, what the method tells of them, and what their sign-in counts with.
    fn told(self) -> (String, Map<String, Value>, i64) {
        match self {
            Self::Static(user) => {
                let stamp = user.stamp();
                (user.username, user.context, stamp)
            }
            Self::User(user) => (user.id.clone(), user.context(), user.stamp),
        }
    }
}

/// Who may be signing in, as it is when their turn has come.
enum Asked {
    /// One of those that the method lists, if it is one's name.
    Static,
    /// One of the tenant's, and whose hash is looked at where it is nobody's name.
    User(Option<Box<User>>, Option<UserPassword>),
}

impl Asked {
    /// Computes for long.
    fn sign_in(
        self,
        methods: &Methods,
        id: &str,
        beside: &[String],
        (username, password): (&str, &str),
        memory: &mut PasswordMemory,
    ) -> Option<SignedIn> {
        match self {
            Self::Static => methods.sign_in(id, beside, username, password, memory).cloned().map(SignedIn::Static),
            Self::User(user, stand_in) => {
                let is_right = of_users::is_right(user.as_deref(), stand_in.as_ref(), password, memory);
                user.filter(|_| is_right).map(SignedIn::User)
            }
        }
    }
}

impl Check {
    async fn finish(self) -> Result<std::result::Result<(SignedIn, i64), SignInProblem>> {
        let Self { turn, context, tenant, server, method, beside, username, address, request_id, device, password } =
            self;
        let (store, key) = (&context.store, ServerKey { tenant: &tenant, id: &server });
        // As it is now: who waited for a turn may have a password that was changed meanwhile.
        let read_at = context.now().timestamp();
        let methods = authentication::of_server(store, key).await?;
        let found = methods.enabled().find(|known| known.id == method && asks_here(known));
        let Some(of_method) = found else { return Ok(Err(SignInProblem::WrongCredentials)) };
        let applicant = Applicant { username: &username, address, request_id: &request_id, device: device.as_deref() };
        let known = known_as(&context, &tenant, of_method, &username).await?;
        let mut counts = counts(&context, key, of_method, known.as_ref(), applicant);
        let of_account = context.limits.load().wrong_passwords_of_account;
        for beside in methods.all().iter().filter(|known| beside.contains(&known.id)) {
            let known = known_as(&context, &tenant, beside, &username).await?;
            counts.push((of_name(&server, beside, known.as_ref(), &username), of_account));
        }
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
        let known_subject = known.as_ref().map(|known| known.subject().to_owned());
        let asked = match (&of_method.kind, known) {
            // Whoever it is, so that nobody sees from the time that it takes.
            (MethodKind::Users, known) => {
                let stand_in = of_users::stand_in(store, &tenant, &username).await?;
                let user = known.and_then(|known| match known {
                    Known::User(user) => Some(user),
                    Known::Static(_) => None,
                });
                Asked::User(user, stand_in)
            }
            _ => Asked::Static,
        };
        let (checks, methods, id) = (Context::clone(&context), Arc::clone(&methods), method.clone());
        let signed_in = tokio::task::spawn_blocking(move || {
            let work = |memory: &mut _| asked.sign_in(&methods, &id, &beside, (&username, &password), memory);
            // With the turn, which isn't another's while this computes, whatever becomes of the task.
            (checks.password_checks.with_memory(&turn, work), turn, password)
        });
        let (found, turn, password) = signed_in.await.map_err(Error::internal)?;
        let Some(user) = found else {
            let actor = Actor { subject: trail::UNKNOWN.to_owned(), request_id, address: Some(address) };
            let acting = Acting::new(store, &tenant, actor);
            attempt::password_failed(&acting, &limits, &server, &method, known_subject.as_deref()).await?;
            return Ok(Err(SignInProblem::WrongCredentials));
        };
        match &user {
            // Told to nobody but whoever knows the password.
            SignedIn::User(user) if user.is_suspended => return Ok(Err(SignInProblem::Suspended)),
            SignedIn::User(user) => {
                of_users::signed_in(store, user).await?;
                if !user.is_hashed_as_new() {
                    drop(tokio::spawn(renew_of_user(Context::clone(&context), turn, User::clone(user), password)));
                }
            }
            SignedIn::Static(user) if !user.is_hashed_as_new() => {
                let renew = renew(Context::clone(&context), turn, (tenant, server, method), user.clone(), password);
                drop(tokio::spawn(renew));
            }
            SignedIn::Static(_) => {}
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
    said(&context, kept, &tenant, &server);
}

/// The same for one of the tenant's.
async fn renew_of_user(context: Context, turn: Turn, user: User, password: String) {
    let checks = Context::clone(&context);
    let hashed = tokio::task::spawn_blocking(move || {
        let work = |memory: &mut _| of_users::hash_anew(&checks.store, &password, memory);
        checks.password_checks.with_memory(&turn, work)
    });
    let kept = match hashed.await.map_err(Error::internal).flatten() {
        Ok(hash) => of_users::keep(&context.store, &user, hash).await,
        Err(error) => Err(error),
    };
    said(&context, kept, &user.tenant_id, DEFAULT);
}

fn said(context: &Context, kept: Result<bool>, tenant: &str, server: &str) {
    if let Err(error) = kept {
        let fields = [("tenant", tenant.into()), ("server", server.into()), ("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "a password keeps a hash that was made elsewhere", &fields);
    }
}
