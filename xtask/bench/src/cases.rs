//! The cases, each measured in turn with its yardstick, and the run as a whole.

use std::path::PathBuf;

use serde::Serialize;

use crate::application::Application;
use crate::authorizers::Beside;
use crate::bare::Answers;
use crate::commits::CommitRate;
use crate::consents::Consents;
use crate::growth::Database;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, PeerRequests, Users, algorithm_of, start};
use crate::journey::{Journey, Repeated};
use crate::load::{LoadPlan, LoadResult};
use crate::report::{CaseReport, GrowthReport, ListReport, Report, SlowPeersReport};
use crate::scratch::Scratch;
use crate::server::{Pinning, Role, Server, peak_resident_kib};
use crate::signatures::{Algorithm, Times};
use crate::slow_peers::SlowPeers;
use crate::{Options, Result, authorizers, consents, decisions, growth, ledgers, matching, slow_peers, starts};

/// Every case by its name on the command line.
pub(crate) const NAMES: [&str; 19] = [
    "token-rs256",
    "token-es256",
    "token-eddsa",
    "token-resource",
    "introspection",
    "discovery",
    "jwks",
    "read-one",
    "read-page",
    "create",
    "create-client",
    "decision",
    "events",
    "grant",
    "flow-password",
    "flow-session",
    "refresh",
    "userinfo",
    "start",
];

const WARM_UP_SECONDS: f64 = 0.5;

/// What a case is compared with.
#[derive(Clone, Copy, Debug)]
enum Yardstick {
    /// The small request, and one raw signature behind it.
    Signature(Algorithm),
    /// The small request; for scale also a form of the same size.
    SmallGet,
    /// The bare server answering the same bytes.
    SameBytes,
    /// The database's raw commits.
    Commits,
    /// What a way of several requests can't do without.
    Parts(Parts),
}

/// Of what a journey is made: bare requests, commits, signatures and password checks, each at its raw price.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Parts {
    /// Requests without a body.
    pub(crate) gets: f64,
    /// Requests with a form.
    pub(crate) forms: f64,
    /// Transactions.
    pub(crate) commits: f64,
    /// Signed tokens.
    pub(crate) signatures: f64,
    /// Password checks.
    pub(crate) passwords: f64,
}

/// Authorize, login page and form, consent page and form, token, userinfo. The request waits in a row, so does the sign-in; consent writes the grant, and
/// redeeming the code claims it. Access token and ID token are signed.
const PASSWORD: Parts = Parts { gets: 4.0, forms: 3.0, commits: 4.0, signatures: 2.0, passwords: 1.0 };
/// Without the login page and form.
const SESSION: Parts = Parts { gets: 3.0, forms: 2.0, commits: 3.0, signatures: 2.0, passwords: 0.0 };
/// One form, one claim, both tokens.
const REFRESH: Parts = Parts { gets: 0.0, forms: 1.0, commits: 1.0, signatures: 2.0, passwords: 0.0 };

/// The event is signed, and written with the grant.
const GRANT: Parts = Parts { gets: 0.0, forms: 0.0, commits: 1.0, signatures: 1.0, passwords: 0.0 };

/// One request to be repeated.
struct Case {
    name: &'static str,
    title: &'static str,
    request: Request,
    pid: u32,
    yardstick: Yardstick,
    /// The ratio to reach.
    target: f64,
    peer: Option<Request>,
    /// Instead of the request.
    journey: Option<Journey>,
    /// The most that the 99th percentile may be, in microseconds, at half of the rate that the server can answer at most.
    half_load_p99_us: Option<f64>,
}

impl Case {
    /// Of a request, with nobody to compare with.
    fn new(
        name: &'static str,
        title: &'static str,
        request: Request,
        pid: u32,
        yardstick: Yardstick,
        target: f64,
    ) -> Self {
        Self { name, title, request, pid, yardstick, target, peer: None, journey: None, half_load_p99_us: None }
    }
}

/// One round of one case: everything was measured within seconds of each other.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Round {
    pub(crate) real: LoadResult,
    pub(crate) yardsticks: Yardsticks,
    pub(crate) peer: Option<LoadResult>,
    /// The case again, asked half as often as it could be answered, where it has a target for that.
    pub(crate) half_load: Option<LoadResult>,
    /// The bare server at the same rate: what is late there is the machine's.
    pub(crate) bare_half_load: Option<LoadResult>,
}

/// What a round's ratio is made of; which ones are there depends on the case.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Yardsticks {
    /// The bare server: its small request, or the same bytes.
    pub(crate) bare: Option<LoadResult>,
    /// The bare server reading a form, for scale.
    pub(crate) bare_form: Option<LoadResult>,
    pub(crate) signature: Option<Times>,
    pub(crate) commits: Option<CommitRate>,
    pub(crate) password: Option<Times>,
    /// How much of each.
    pub(crate) parts: Option<Parts>,
}

struct Bench<'a> {
    options: &'a Options,
    pinning: Pinning,
    folder: PathBuf,
    next_unique: u64,
    failures: Vec<String>,
}

/// Prepares, measures, cleans up.
pub(crate) async fn run(options: &Options) -> Result<Report> {
    let pinning = Pinning::detect();
    eprintln!("bench: {}", pinning.note);
    if cfg!(debug_assertions) {
        eprintln!("bench: this is a DEBUG build; its figures mean nothing");
    }
    let scratch = Scratch::new()?;
    let folder = scratch.path().to_owned();
    let mut bench = Bench { options, pinning, folder, next_unique: 0, failures: Vec::new() };
    bench.run().await
}

impl Bench<'_> {
    async fn run(&mut self) -> Result<Report> {
        // The start case first, on a machine that is still quiet.
        let starts = if self.options.wants("start") {
            eprintln!("bench: start");
            let measured = starts::measure(&self.pinning, &self.folder).await;
            self.keep("start", measured)
        } else {
            None
        };
        let peer = match &self.options.peer {
            Some(peer) => {
                let prepared = PeerRequests::prepare(peer).await;
                self.keep("peer", prepared).unwrap_or_default()
            }
            None => PeerRequests::default(),
        };
        let mut installations = Vec::new();
        let mut cases = Vec::new();
        if NAMES.iter().any(|name| *name != "start" && self.options.wants(name)) {
            for algorithm in Algorithm::ALL {
                // The first server has the other cases too, the others only their tokens.
                let main = algorithm == Algorithm::Rs256;
                let for_resource = algorithm == Algorithm::Es256 && self.options.wants("token-resource");
                if !main && !for_resource && !self.options.wants(token_case(algorithm).0) {
                    continue;
                }
                let started = self.install(algorithm, &mut cases).await;
                let Some((installation, application)) = self.keep(algorithm.name(), started) else { continue };
                if main {
                    self.other_cases(&installation, &application, &mut cases).await;
                }
                installations.push(installation);
            }
        }
        cases.retain(|case| self.options.wants(case.name));
        cases.sort_by_key(|case| NAMES.iter().position(|name| *name == case.name));
        attach(&mut cases, peer);
        let bare = self.start_bare(&mut cases).await?;
        let mut reports = Vec::new();
        for case in &cases {
            eprintln!("bench: {}", case.name);
            let measured = self.measure(case, &bare).await;
            let title = case.title;
            let rounds = self.keep(case.name, measured);
            reports.extend(
                rounds.map(|rounds| CaseReport::new(case.name, title, case.target, case.half_load_p99_us, rounds)),
            );
        }
        for installation in installations {
            let stopped = installation.server.stop().await;
            self.keep("stop", stopped);
        }
        drop(bare);
        let slow_peers = self.slow_peers().await;
        let growth = self.growth().await;
        let list = if self.options.wants(growth::LIST) {
            eprintln!("bench: {}", growth::LIST);
            let measured = self.list_of_apis().await;
            self.keep(growth::LIST, measured)
        } else {
            None
        };
        let matching = self.options.wants(matching::NAME).then(|| {
            eprintln!("bench: {}", matching::NAME);
            matching::measure(self.options.rows, self.options.rounds)
        });
        let authorizer = if self.options.wants(authorizers::NAME) {
            eprintln!("bench: {}", authorizers::NAME);
            let measured = self.authorizer().await;
            self.keep(authorizers::NAME, measured)
        } else {
            None
        };
        let ledger = if self.options.wants(ledgers::NAME) {
            eprintln!("bench: {}", ledgers::NAME);
            let measured = ledgers::measure(&self.pinning, &self.folder, self.options.rows).await;
            self.keep(ledgers::NAME, measured)
        } else {
            None
        };
        Ok(Report {
            pinning: self.pinning.note.clone(),
            seconds: self.options.seconds,
            rounds: self.options.rounds,
            connections: self.options.connections,
            cases: reports,
            slow_peers,
            growth,
            list,
            matching,
            authorizer,
            ledger,
            starts,
            failures: std::mem::take(&mut self.failures),
        })
    }

    /// One case that cannot be measured does not end the run, but it is said, and the exit status tells.
    fn keep<T>(&mut self, what: &str, result: Result<T>) -> Option<T> {
        result
            .inspect_err(|error| {
                let failure = format!("{what}: {error}");
                eprintln!("bench: {failure}");
                self.failures.push(failure);
            })
            .ok()
    }

    /// A server whose tokens have one algorithm, with an application; the default is measured as it is installed, without an option.
    async fn install(&self, algorithm: Algorithm, cases: &mut Vec<Case>) -> Result<(Installation, Application)> {
        let data = self.folder.join(algorithm.name());
        let arguments: &[&str] = match algorithm {
            Algorithm::Rs256 => &[],
            Algorithm::Es256 | Algorithm::EdDsa => &["--signing-algorithm", algorithm.name()],
        };
        let installation = Installation::open(start(&self.pinning, &data, arguments).await?, &data)?;
        let application = Application::register(&installation).await?;
        let signed = algorithm_of(&application.token().await?);
        if signed.as_deref() != Some(algorithm.name()) {
            return Err(format!("the tokens have the algorithm {}", signed.as_deref().unwrap_or("(no JWT)")).into());
        }
        let pid = installation.server.pid;
        let mut add = |name, title, request| {
            cases.push(Case::new(name, title, request, pid, Yardstick::Signature(algorithm), 0.75));
        };
        let (name, title) = token_case(algorithm);
        add(name, title, application.token_request());
        // Where a signature takes least.
        if algorithm == Algorithm::Es256 {
            let title = "client_credentials for a resource, ES256";
            add("token-resource", title, application.token_request_for_resource());
        }
        Ok((installation, application))
    }

    /// Tokens of others, without slow peers and beside them, in turn.
    async fn slow_peers(&mut self) -> Option<SlowPeersReport> {
        if !self.options.wants(slow_peers::NAME) {
            return None;
        }
        eprintln!("bench: {}", slow_peers::NAME);
        let measured = self.measure_slow_peers().await;
        self.keep(slow_peers::NAME, measured)
    }

    async fn measure_slow_peers(&mut self) -> Result<SlowPeersReport> {
        let data = self.folder.join(slow_peers::NAME);
        let server = start(&self.pinning, &data, &["--signing-algorithm", "ES256"]).await?;
        let installation = Installation::open(server, &data)?;
        let application = Application::register(&installation).await?;
        let (request, pid) = (application.token_request(), Some(installation.server.pid));
        let mut rounds = Vec::with_capacity(self.options.rounds);
        for _ in 0..self.options.rounds {
            let alone = self.load(&request, pid).await?;
            let peers = SlowPeers::connect(&installation.server).await?;
            let health_ms = slow_peers::health(&installation.server).await?;
            let beside = self.load(&request, pid).await?;
            drop(peers);
            rounds.push(slow_peers::Round { alone, beside, health_ms });
        }
        let peak_kib = peak_resident_kib(installation.server.pid)?;
        installation.server.stop().await?;
        Ok(SlowPeersReport::new(rounds, peak_kib))
    }

    /// The same requests to a tenant with few rows and to one with many, in turn.
    async fn growth(&mut self) -> Vec<GrowthReport> {
        let databases = [Some(Database::Sqlite), self.options.postgres.clone().map(Database::PostgreSql)];
        let mut reports = Vec::new();
        if growth::NAMES.iter().any(|name| self.options.wants(name)) {
            for database in databases.iter().flatten() {
                reports.extend(self.growth_on(database).await);
            }
        }
        reports
    }

    async fn growth_on(&mut self, database: &Database) -> Vec<GrowthReport> {
        let prepared = self.grown_pairs(database).await;
        let Some((servers, pairs)) = self.keep("growth", prepared) else { return Vec::new() };
        let mut reports = Vec::new();
        for pair in pairs.iter().filter(|pair| self.options.wants(pair.name)) {
            eprintln!("bench: {}", pair.name);
            let measured = self.measure_pair(pair).await;
            let rounds = self.keep(pair.name, measured);
            reports.extend(rounds.map(|rounds| GrowthReport::new(pair, self.options.rows, rounds)));
        }
        for server in servers {
            let stopped = server.server.stop().await;
            self.keep("stop", stopped);
        }
        reports
    }

    async fn grown_pairs(&self, database: &Database) -> Result<([Installation; 2], Vec<growth::Pair>)> {
        eprintln!("bench: a tenant of {} rows and one of {}{}", growth::FEW, self.options.rows, database.title());
        let folder = |name: &str| self.folder.join(format!("{name}{}", database.title()));
        let (few, application) = growth::grown(&self.pinning, database, &folder("few"), growth::FEW).await?;
        let of_few = growth::requests(&few, &application).await?;
        let (many, application) = growth::grown(&self.pinning, database, &folder("many"), self.options.rows).await?;
        let of_many = growth::requests(&many, &application).await?;
        let requests = of_few.into_iter().zip(of_many).zip(growth::NAMES).zip(growth::TITLES);
        let pairs = requests.map(|(((of_few, of_many), name), title)| growth::Pair {
            name,
            title: format!("{title}{}", database.title()),
            few: (of_few, few.server.pid),
            many: (of_many, many.server.pid),
        });
        let pairs = pairs.collect();
        Ok(([few, many], pairs))
    }

    /// What the server takes to answer a list that its dialect doesn't cut: the most memory that it ever had.
    async fn list_of_apis(&self) -> Result<ListReport> {
        let (data, rows) = (self.folder.join("list"), self.options.rows);
        let (installation, application) = growth::grown(&self.pinning, &Database::Sqlite, &data, rows).await?;
        let request = growth::list_of_apis(&installation, &application).await?;
        let before_kib = peak_resident_kib(installation.server.pid)?;
        let listed = request.send_ok().await?;
        let peak_kib = peak_resident_kib(installation.server.pid)?;
        let found = listed.json()?["apis"].as_array().map_or(0, Vec::len);
        installation.server.stop().await?;
        if found != rows + 1 {
            return Err(format!("{found} APIs were listed, of {}", rows + 1).into());
        }
        Ok(ListReport { rows, bytes: listed.body.len(), before_kib, peak_kib })
    }

    async fn authorizer(&mut self) -> Result<authorizers::Measured> {
        let beside = Beside::start(&self.pinning, &self.folder.join(authorizers::NAME)).await?;
        let idle_kib = beside.resident_kib()?;
        let load = self.load(&beside.question(), Some(beside.pid())).await?;
        let in_force_ms = beside.changes().await?;
        beside.stop().await?;
        let loaded_kib = load.server_resident_kib.unwrap_or_default();
        Ok(authorizers::Measured { idle_kib, loaded_kib, in_force_ms, load })
    }

    async fn measure_pair(&mut self, pair: &growth::Pair) -> Result<Vec<growth::Round>> {
        let mut rounds = Vec::with_capacity(self.options.rounds);
        for _ in 0..self.options.rounds {
            let few = self.load(&pair.few.0, Some(pair.few.1)).await?;
            let many = self.load(&pair.many.0, Some(pair.many.1)).await?;
            rounds.push(growth::Round { few, many });
        }
        Ok(rounds)
    }

    /// The cases without a signature. Creations come last: the reads must not find more rows in every round.
    async fn other_cases(&mut self, installation: &Installation, application: &Application, cases: &mut Vec<Case>) {
        let pid = installation.server.pid;
        let mut add = |name, title, request, yardstick, target| {
            cases.push(Case::new(name, title, request, pid, yardstick, target));
        };
        if self.options.wants("introspection")
            && let Some(request) = self.keep("introspection", application.introspection_request().await)
        {
            add("introspection", "introspection, token seen before", request, Yardstick::SmallGet, 0.5);
        }
        if self.options.wants("discovery") {
            let request = application.discovery_request();
            add("discovery", "discovery document", request, Yardstick::SameBytes, 0.9);
        }
        if self.options.wants("jwks")
            && let Some(request) = self.keep("jwks", application.keys_request().await)
        {
            add("jwks", "key set", request, Yardstick::SameBytes, 0.9);
        }
        if ["read-one", "read-page", "create", "create-client"].iter().any(|name| self.options.wants(name))
            && let Some(management) = self.keep("management", installation.management().await)
        {
            add("read-one", "management GET of one row", management.read_one, Yardstick::SameBytes, 0.6);
            add("read-page", "management page of 20", management.read_page, Yardstick::SameBytes, 0.5);
            add("create", "management creations", management.create, Yardstick::Commits, 0.6);
            let title = "management creations of clients";
            add("create-client", title, management.create_client, Yardstick::Commits, 0.6);
        }
        if self.options.wants(decisions::NAME) {
            let prepared = decisions::request(installation, application).await;
            if let Some(request) = self.keep(decisions::NAME, prepared) {
                let title = "decision, 10,000 APIs, three validators";
                let case = Case::new(decisions::NAME, title, request, pid, Yardstick::SameBytes, 0.5);
                cases.push(Case { half_load_p99_us: Some(decisions::P99_US), ..case });
            }
        }
        if consents::NAMES.iter().any(|name| self.options.wants(name)) {
            let prepared = Consents::prepare(installation).await;
            if let Some(Consents { events, grant }) = self.keep("consents", prepared) {
                let ways = [
                    ("list of 100 ledger events", events, Yardstick::SameBytes, 0.4),
                    ("a consent with its signed event", grant, Yardstick::Parts(GRANT), 0.5),
                ];
                for (name, (title, request, yardstick, target)) in consents::NAMES.into_iter().zip(ways) {
                    cases.push(Case::new(name, title, request, pid, yardstick, target));
                }
            }
        }
        if ["flow-password", "flow-session", "refresh", "userinfo"].iter().any(|name| self.options.wants(name)) {
            let prepared = installation.users().await;
            if let Some(users) = self.keep("users", prepared) {
                Self::journeys(pid, &users, cases);
            }
        }
    }

    fn journeys(pid: u32, users: &Users, cases: &mut Vec<Case>) {
        let ways = [
            ("flow-password", "code flow, with the password's hash", Repeated::Password, PASSWORD),
            ("flow-session", "code flow, already signed in", Repeated::Session, SESSION),
            ("refresh", "refresh", Repeated::Refresh, REFRESH),
        ];
        for (name, title, repeated, parts) in ways {
            let journey = Some(Journey { repeated, ..users.journey.clone() });
            let case = Case::new(name, title, users.userinfo.clone(), pid, Yardstick::Parts(parts), 0.5);
            cases.push(Case { journey, ..case });
        }
        cases.push(Case::new("userinfo", "userinfo", users.userinfo.clone(), pid, Yardstick::SameBytes, 0.5));
    }

    /// Hands the real answers to a bare server and starts it. A case without an answer is dropped.
    async fn start_bare(&mut self, cases: &mut Vec<Case>) -> Result<Server> {
        let mut answers = Answers::default();
        let mut answered = Vec::with_capacity(cases.len());
        for case in cases.drain(..) {
            if matches!(case.yardstick, Yardstick::SameBytes) {
                let answer = case.request.send_ok().await;
                let Some(answer) = self.keep(case.name, answer) else { continue };
                answers.record(case.name, &answer);
            }
            answered.push(case);
        }
        *cases = answered;
        let file = self.folder.join("answers.json");
        answers.write(&file)?;
        let mut command = self.pinning.command(Role::Measured, &std::env::current_exe()?);
        command.arg("bare").arg(&file);
        Server::start(command, &self.folder.join("bare.log")).await
    }

    /// Yardstick, server, peer; yardstick, server, peer; …
    async fn measure(&mut self, case: &Case, bare: &Server) -> Result<Vec<Round>> {
        let on_bare = |path: String| Endpoint { authority: bare.authority.clone(), path };
        let small = Request::get(on_bare("/bare".to_owned()));
        let pid = Some(bare.pid);
        let mut rounds = Vec::with_capacity(self.options.rounds);
        for number in 0..self.options.rounds {
            let mut yardsticks = Yardsticks::default();
            match case.yardstick {
                Yardstick::Signature(algorithm) => {
                    yardsticks.bare = Some(self.load(&small, pid).await?);
                    yardsticks.signature = Some(self.signature(algorithm).await?);
                }
                Yardstick::SmallGet => {
                    yardsticks.bare = Some(self.load(&small, pid).await?);
                    let form = Request::post_form(on_bare("/form".to_owned()), &[("token", &"x".repeat(700))]);
                    yardsticks.bare_form = Some(self.load(&form, pid).await?);
                }
                Yardstick::SameBytes => {
                    let same = case.request.bare(on_bare(format!("/bytes/{}", case.name)));
                    yardsticks.bare = Some(self.load(&same, pid).await?);
                }
                Yardstick::Commits => yardsticks.commits = Some(self.commits(case.name, number).await?),
                Yardstick::Parts(parts) => {
                    yardsticks.parts = Some(parts);
                    yardsticks.bare = Some(self.load(&small, pid).await?);
                    let form = Request::post_form(on_bare("/form".to_owned()), &[("token", &"x".repeat(300))]);
                    yardsticks.bare_form = Some(self.load(&form, pid).await?);
                    yardsticks.commits = Some(self.commits(case.name, number).await?);
                    // The first server's algorithm.
                    yardsticks.signature = Some(self.signature(Algorithm::Rs256).await?);
                    if parts.passwords > 0.0 {
                        yardsticks.password = Some(self.password().await?);
                    }
                }
            }
            let real = self.load_case(&case.request, case.journey.as_ref(), Some(case.pid), None).await?;
            let (mut half_load, mut bare_half_load) = (None, None);
            if case.half_load_p99_us.is_some() {
                let rate = Some(real.rate() / 2.0);
                let same = case.request.bare(on_bare(format!("/bytes/{}", case.name)));
                bare_half_load = Some(self.load_case(&same, None, pid, rate).await?);
                half_load = Some(self.load_case(&case.request, None, Some(case.pid), rate).await?);
            }
            let peer = match &case.peer {
                Some(request) => {
                    let loaded = self.load(request, None).await;
                    self.keep("peer", loaded)
                }
                None => None,
            };
            rounds.push(Round { real, yardsticks, peer, half_load, bare_half_load });
        }
        Ok(rounds)
    }

    /// One run of the load generator.
    async fn load(&mut self, request: &Request, server_pid: Option<u32>) -> Result<LoadResult> {
        self.load_case(request, None, server_pid, None).await
    }

    /// The same, with a journey in the request's place, or at a rate.
    async fn load_case(
        &mut self,
        request: &Request,
        journey: Option<&Journey>,
        server_pid: Option<u32>,
        per_second: Option<f64>,
    ) -> Result<LoadResult> {
        let plan = LoadPlan {
            authority: request.endpoint.authority.clone(),
            request: request.to_text(),
            connections: self.options.connections,
            warm_up_seconds: WARM_UP_SECONDS,
            seconds: self.options.seconds,
            server_pid,
            first_unique: self.next_unique,
            journey: journey.cloned(),
            per_second,
            expected: Vec::new(),
        };
        let plan = serde_json::to_string(&plan)?;
        let result: LoadResult = self.pinning.run(Role::Load, &["load"], &plan).await?;
        self.next_unique = result.next_unique;
        match &result.failure {
            Some(failure) => Err(format!("{}: {failure}", request.endpoint.path).into()),
            None => Ok(result),
        }
    }

    async fn signature(&self, algorithm: Algorithm) -> Result<Times> {
        let seconds = self.options.seconds.to_string();
        self.pinning.run(Role::Measured, &["signatures", algorithm.name(), &seconds], "").await
    }

    async fn password(&self) -> Result<Times> {
        let seconds = self.options.seconds.to_string();
        self.pinning.run(Role::Measured, &["passwords", &seconds], "").await
    }

    async fn commits(&self, case: &str, round: usize) -> Result<CommitRate> {
        let folder = self.folder.join(format!("commits-{case}-{round}"));
        std::fs::create_dir_all(&folder)?;
        let (path, seconds) = (folder.to_string_lossy(), self.options.seconds.to_string());
        self.pinning.run(Role::Measured, &["commits", &path, &seconds], "").await
    }
}

fn token_case(algorithm: Algorithm) -> (&'static str, &'static str) {
    match algorithm {
        Algorithm::Rs256 => ("token-rs256", "client_credentials with a scope, RS256"),
        Algorithm::Es256 => ("token-es256", "client_credentials with a scope, ES256"),
        Algorithm::EdDsa => ("token-eddsa", "client_credentials with a scope, EdDSA"),
    }
}

/// Gives each of the peer's requests to the case that it belongs to. Tokens go to the case with the same algorithm, and
/// opaque ones to the default's.
fn attach(cases: &mut [Case], peer: PeerRequests) {
    let (token, algorithm) = peer.token.unzip();
    let algorithm = algorithm.flatten().and_then(|name| Algorithm::from_name(&name).ok()).unwrap_or(Algorithm::Rs256);
    let mut requests = [
        (token_case(algorithm).0, token),
        ("introspection", peer.introspection),
        ("discovery", peer.discovery),
        ("jwks", peer.keys),
    ];
    for case in cases {
        if let Some((_, request)) = requests.iter_mut().find(|(name, _)| *name == case.name) {
            case.peer = request.take();
        }
    }
}
