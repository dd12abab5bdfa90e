//! What anybody can make the server write down, again and again for a minute, and what is left of it when its time is over.
//!
//! How much a request adds is a figure to know; that all of it goes again is a bound that holds or doesn't. So that nobody waits three months for
//! it, the server runs here as a library with [a clock that is put forward](later), and is kept clean by the very code that does it every few minutes.

mod later;
mod report;
mod state;

use serde_json::json;

pub(crate) use self::later::{ROLE, serve};
use self::report::CaseReport;
pub(crate) use self::report::Report;
use self::state::State;
use crate::application::{Application, ISSUER};
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, member};
use crate::journey::{Journey, Repeated};
use crate::load::{LoadPlan, LoadResult, UNIQUE};
use crate::scratch::Scratch;
use crate::server::{Pinning, Role, Server};
use crate::{Options, Result, slow_peers};

/// How long each loop runs, unless somebody says otherwise.
pub(crate) const SECONDS: f64 = 60.0;

/// The loops, by their names on the command line.
pub(crate) const NAMES: [&str; 6] =
    ["change", "change-unlimited", "code", "login-request", "login-request-unlimited", "revocation"];

/// A moment of each loop before the one that is measured, so that what is made once (statements, threads, buffers) is there. Its rows go before the start.
const WARM_UP_SECONDS: f64 = 2.0;
/// Until codes, login requests, counters and access tokens have expired: the last of them after an hour.
const TWO_HOURS: i64 = 2 * 3600;
/// Until audit events have: by default after 90 days.
const THREE_MONTHS: i64 = 91 * 86_400;

/// What is sent again and again.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// A self-registered client changes its registration (RFC 7592 §2.2): each change is an audit event with before and after.
    Change,
    /// A signed-in user's browser fetches codes, and nobody redeems them.
    Code,
    /// Somebody asks for authorization and doesn't sign in.
    LoginRequest,
    /// A client gets a token and revokes it.
    Revocation,
}

#[derive(Debug)]
struct Case {
    name: &'static str,
    title: &'static str,
    deed: Deed,
    /// Beside the defaults.
    settings: &'static [(&'static str, &'static str)],
}

const NO_LIMIT_OF_CHANGES: (&str, &str) = ("AUTHPLANE_REGISTRATIONS", "1000000");
const NO_LIMIT_OF_AUTHORIZATIONS: (&str, &str) = ("AUTHPLANE_AUTHORIZATIONS_PER_ADDRESS", "0");

/// In the order of [`NAMES`].
const CASES: [Case; 6] = [
    Case { name: NAMES[0], title: "changes of a registration", deed: Deed::Change, settings: &[] },
    Case {
        name: NAMES[1],
        title: "changes of a registration, no limit",
        deed: Deed::Change,
        settings: &[NO_LIMIT_OF_CHANGES],
    },
    Case {
        name: NAMES[2],
        title: "codes that nobody redeems, no limit",
        deed: Deed::Code,
        settings: &[NO_LIMIT_OF_AUTHORIZATIONS],
    },
    Case { name: NAMES[3], title: "login requests that wait", deed: Deed::LoginRequest, settings: &[] },
    Case {
        name: NAMES[4],
        title: "login requests that wait, no limit",
        deed: Deed::LoginRequest,
        settings: &[NO_LIMIT_OF_AUTHORIZATIONS],
    },
    Case { name: NAMES[5], title: "tokens that are revoked", deed: Deed::Revocation, settings: &[] },
];

/// One loop, ready to run.
struct Load {
    request: Request,
    journey: Option<Journey>,
    expected: Vec<u16>,
}

struct Soak<'a> {
    options: &'a Options,
    pinning: Pinning,
    next_unique: u64,
}

/// Runs the loops that are asked for, each on a server of its own.
pub(crate) async fn run(options: &Options) -> Result<Report> {
    let pinning = Pinning::detect();
    eprintln!("bench: {}", pinning.note);
    let folder = Scratch::new()?;
    let mut report = Report::new(&pinning, options);
    let mut soak = Soak { options, pinning, next_unique: 0 };
    for case in CASES.iter().filter(|case| options.wants(case.name)) {
        eprintln!("bench: {}", case.name);
        match soak.measure(case, &folder).await {
            Ok(measured) => report.cases.push(measured),
            Err(error) => report.failures.push(format!("{}: {error}", case.name)),
        }
    }
    Ok(report)
}

impl Soak<'_> {
    async fn measure(&mut self, case: &Case, folder: &Scratch) -> Result<CaseReport> {
        let data = folder.path().join(case.name);
        let mut command = self.pinning.command(Role::Measured, &std::env::current_exe()?);
        command.arg(ROLE).arg(&data).envs(case.settings.iter().copied());
        let server = Server::start(command, &data.with_extension("log")).await?;
        let mut installation = Installation::open(server, &data)?;
        let load = prepare(case.deed, &installation).await?;
        self.load(&load, &installation, case.deed, WARM_UP_SECONDS).await?;
        later::put_forward(&mut installation.server, THREE_MONTHS).await?;
        let start = State::of(&installation.server, &data).await?;
        let result = self.load(&load, &installation, case.deed, self.options.seconds).await?;
        let end = State::of(&installation.server, &data).await?;
        later::put_forward(&mut installation.server, TWO_HOURS).await?;
        let hours_later = State::of(&installation.server, &data).await?;
        later::put_forward(&mut installation.server, THREE_MONTHS).await?;
        let months_later = State::of(&installation.server, &data).await?;
        slow_peers::health(&installation.server).await?;
        installation.server.stop().await?;
        let states = [start, end, hours_later, months_later];
        Ok(CaseReport::new(case.name, case.title, result, states, self.connections(case.deed)))
    }

    /// A registration is one row: who changes it while somebody else does reads it again first.
    fn connections(&self, deed: Deed) -> usize {
        if matches!(deed, Deed::Change) { 1 } else { self.options.connections }
    }

    async fn load(&mut self, load: &Load, installation: &Installation, deed: Deed, seconds: f64) -> Result<LoadResult> {
        let plan = LoadPlan {
            authority: installation.server.authority.clone(),
            request: load.request.to_text(),
            connections: self.connections(deed),
            // All that is sent counts: a request that isn't counted adds as much.
            warm_up_seconds: 0.0,
            seconds,
            server_pid: Some(installation.server.pid),
            first_unique: self.next_unique,
            journey: load.journey.clone(),
            per_second: None,
            expected: load.expected.clone(),
        };
        let result: LoadResult = self.pinning.run(Role::Load, &["load"], &serde_json::to_string(&plan)?).await?;
        self.next_unique = result.next_unique;
        match &result.failure {
            Some(failure) => Err(failure.clone().into()),
            None => Ok(result),
        }
    }
}

async fn prepare(deed: Deed, installation: &Installation) -> Result<Load> {
    let at = |path: String| Endpoint { authority: installation.server.authority.clone(), path };
    Ok(match deed {
        Deed::Change => Load { request: change(installation).await?, journey: None, expected: vec![429] },
        Deed::Code => {
            let users = installation.users().await?;
            let journey = Journey { repeated: Repeated::Code, ..users.journey };
            Load { request: users.userinfo, journey: Some(journey), expected: Vec::new() }
        }
        Deed::LoginRequest => {
            let users = installation.users().await?;
            let request = Request::get(at(users.journey.authorization("")));
            Load { request, journey: None, expected: vec![302, 429] }
        }
        Deed::Revocation => {
            let application = Application::register(installation).await?;
            let journey = application.journey(Repeated::Revocation);
            Load { request: application.token_request(), journey: Some(journey), expected: Vec::new() }
        }
    })
}

/// The change of a client that registered itself: of its name, with some four kilobytes beside it.
async fn change(installation: &Installation) -> Result<Request> {
    let token = installation.token().await?;
    let at = |authority: &str, path: String| Endpoint { authority: authority.to_owned(), path };
    let (control, public) = (&installation.server.control_authority, &installation.server.authority);
    let server = json!({ "name": "Default", "enable_dynamic_client_registration": true });
    let path = "/api/admin/default/servers/default".to_owned();
    Request::put_json(at(control, path), &server).bearer(&token).send_ok().await?;
    let register = format!("{ISSUER}/oauth2/register");
    let callbacks: Vec<String> =
        (0..16).map(|number| format!("https://{number}.example/{}", "c".repeat(240))).collect();
    let registration = json!({ "client_name": "Bench", "redirect_uris": callbacks });
    let registered = Request::post_json(at(public, register.clone()), &registration).send_ok().await?.json()?;
    let id = member(&registered, "client_id")?;
    let change = json!({ "client_id": id, "client_name": format!("Bench {UNIQUE}"), "redirect_uris": callbacks });
    let request = Request::put_json(at(public, format!("{register}/{id}")), &change);
    Ok(request.bearer(member(&registered, "registration_access_token")?))
}
