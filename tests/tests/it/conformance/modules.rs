//! What the modules look at: each body once, for every plan that has the module.
//!
//! A body gets a [`Run`]: a provider, a client that is registered for the plan, and a response type. Whatever the response
//! type is, [`Run::sign_in`] ends with an [`Authorized`], in which everything that the suite insists on always was checked:
//! the response mode, `state`, `iss`, the ID tokens with their hashes, the token endpoint's answer, lengths and entropy.

mod claims;
mod codes;
mod freshness;
mod keys;
mod logout;
mod registering;
mod registrations;
mod requests;
mod responses;
mod variations;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, ResponseMode, Tokens, claims_of};
use authplane_tests::user_agent::{Left, Outcome};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Database, RelyingParty, UserAgent};
use serde_json::{Value, json};

pub(super) use self::claims::*;
pub(super) use self::codes::*;
pub(super) use self::freshness::*;
pub(super) use self::keys::*;
pub(super) use self::logout::*;
pub(super) use self::registrations::*;
pub(super) use self::requests::*;
pub(super) use self::responses::*;
pub(super) use self::variations::*;
use super::provider::Provider;
use super::verdicts::{self, Verdict};

/// Everything that a client may ask for.
pub(super) const SCOPES: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];
/// Tests that run on both databases; for the others one is as good as the other.
const ON_BOTH: [&str; 4] = ["oidcc_server", "oidcc_codereuse", "oidcc_refresh_token", "oidcc_prompt_none_logged_in"];
/// Every ID token may have these; whatever else there is was asked for.
const CLAIMS_OF_ID_TOKENS: [&str; 15] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "iat",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "azp",
    "at_hash",
    "c_hash",
    "s_hash",
    "sid",
    "jti",
];
const FIVE_MINUTES: i64 = 300;
const YEAR: i64 = 365 * 24 * 3600;

/// A plan of the suite.
#[derive(Debug)]
pub(super) struct Plan {
    /// Its name there.
    pub(super) name: &'static str,
    /// What its modules ask for, one after the other.
    pub(super) response_types: &'static [&'static str],
    /// Whether answers come as a form; else as the response type has them by default.
    pub(super) form_post: bool,
    /// How clients authenticate.
    pub(super) authentication: ClientAuthentication,
    /// Whether clients register themselves; else an administrator does it.
    pub(super) dynamic: bool,
}

/// A module under way.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its plan.
    pub(super) plan: &'static Plan,
    /// What it asks for.
    pub(super) response_type: &'static str,
    /// Whom it asks.
    pub(super) provider: Arc<Provider>,
    /// Who asks. No other test has the same.
    pub(super) client: RelyingParty,
}

/// What a client has in the end.
#[derive(Debug)]
pub(super) struct Authorized {
    /// What came to the redirect URI.
    pub(super) response: AuthorizationResponse,
    /// What the token endpoint gave for the code, if there was one.
    pub(super) tokens: Option<Tokens>,
}

/// Runs a module's body with each response type of the plan.
pub(super) async fn run(plan: &'static Plan, test: &str, body: impl AsyncFn(&Run) -> Verdict) {
    let databases = if ON_BOTH.contains(&test) { Database::tested() } else { vec![Database::Sqlite] };
    let body = async {
        let mut verdict = Verdict::NotApplicable;
        for database in databases {
            // All tests have one address, and of each address a server registers only so many clients.
            let provider =
                if plan.dynamic { Provider::apart(database).await } else { Provider::shared(database).await };
            for response_type in plan.response_types {
                println!("{test} of {} with {response_type} on {database:?}", plan.name);
                let run = Run::start(plan, response_type, Arc::clone(&provider)).await;
                verdict = verdict.max(body(&run).await);
            }
        }
        verdict
    };
    verdicts::record(plan.name, test, body).await;
}

impl Run {
    /// One with a new client.
    pub(super) async fn start(plan: &'static Plan, response_type: &'static str, provider: Arc<Provider>) -> Self {
        let client = registering::register(plan, &provider, details_for(plan, response_type)).await;
        Self { plan, response_type, provider, client }
    }

    /// The same at a provider of its own, whose clock the test moves.
    pub(super) async fn with_clock(&self) -> Self {
        Self::start(self.plan, self.response_type, Provider::with_clock().await).await
    }

    /// The same with another client, which is registered as the plan's are but for what `change` changes.
    pub(super) async fn with_client(&self, change: impl FnOnce(&mut ClientDetails)) -> Self {
        let mut details = details_for(self.plan, self.response_type);
        change(&mut details);
        Self { client: registering::register(self.plan, &self.provider, details).await, ..self.clone() }
    }

    /// Does the response type have this word?
    pub(super) fn has(&self, word: &str) -> bool {
        has(self.response_type, word)
    }

    /// Does the client get an access token in the end?
    pub(super) fn has_access_token(&self) -> bool {
        self.has("code") || self.has("token")
    }

    /// A browser in which nobody is signed in.
    pub(super) fn agent(&self) -> UserAgent {
        UserAgent::new(self.provider.tenant.server.url())
    }

    /// A request of the plan for the scope `openid`, without a proof key.
    pub(super) fn request(&self) -> AuthorizationRequest {
        self.in_mode(self.client.request().without_challenge())
    }

    /// A request with the plan's response type and response mode.
    pub(super) fn in_mode(&self, request: AuthorizationRequest) -> AuthorizationRequest {
        let request = request.with("response_type", self.response_type);
        if self.plan.form_post { request.with("response_mode", "form_post") } else { request }
    }

    /// How answers to this plan's requests come.
    pub(super) fn mode(&self) -> ResponseMode {
        match (self.plan.form_post, self.response_type) {
            (true, _) => ResponseMode::FormPost,
            (false, "code") => ResponseMode::Query,
            (false, _) => ResponseMode::Fragment,
        }
    }

    /// Signs the user in, who allows everything, and gets all there is.
    pub(super) async fn sign_in(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> Authorized {
        let outcome = agent.get(&request.url()).await;
        self.walk(agent, outcome, request).await
    }

    /// The same from where the browser is.
    pub(super) async fn walk(
        &self,
        agent: &mut UserAgent,
        from: Outcome,
        request: &AuthorizationRequest,
    ) -> Authorized {
        let left = agent.walk(from, USER, PASSWORD, |_| false).await.left();
        self.finish(&left, request).await
    }

    /// Asks for somebody who need do nothing any more.
    pub(super) async fn silently(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> Authorized {
        let left = self.leave(agent, request).await;
        self.finish(&left, request).await
    }

    /// Asks, and leaves for the client without a person's doing.
    pub(super) async fn leave(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> Left {
        let page = match agent.get(&request.url()).await {
            Outcome::Left(left) => return left,
            Outcome::Page(page) => page,
        };
        // Response mode form_post: what the page's script does.
        let elsewhere = page.forms().iter().find(|form| form.action.origin() != page.url.origin());
        let form = elsewhere.unwrap_or_else(|| panic!("asked to do something by {page}"));
        agent.submit(form, &[]).await.left()
    }

    /// The error that a request is answered with, without a person's doing.
    pub(super) async fn refused(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> String {
        let left = self.leave(agent, request).await;
        self.check_refusal(&left, request, self.mode())
    }

    /// The error that came to the redirect URI, and nothing else with it (RFC 6749 §4.1.2.1 and 4.2.2.1).
    #[track_caller]
    pub(super) fn check_refusal(&self, left: &Left, request: &AuthorizationRequest, mode: ResponseMode) -> String {
        let response = AuthorizationResponse::from(left);
        assert_eq!((response.mode, &response.redirect_uri), (mode, &self.client.redirect_uri), "{response:?}");
        let (error, description) = response.error(&self.client, request);
        assert!(!description.contains(['\r', '\n', '\t']), "{description:?}");
        let known = ["error", "error_description", "error_uri", "state", "iss"];
        assert!(response.parameters.iter().all(|(name, _)| known.contains(&name.as_str())), "{response:?}");
        error.to_owned()
    }

    /// Checks what came to the redirect URI and gets everything else. Each access token opens userinfo.
    pub(super) async fn finish(&self, left: &Left, request: &AuthorizationRequest) -> Authorized {
        let response = self.check_response(left, request).await;
        let mut subjects = Vec::new();
        if let Some(access_token) = response.get("access_token") {
            subjects.push(self.subject_of(access_token).await);
        }
        let tokens = match response.get("code") {
            Some(code) => {
                let answer = self.exchange(code, request).await;
                check_token_answer(&answer);
                let tokens = Tokens::from(&answer);
                subjects.push(self.subject_of(&tokens.access_token).await);
                Some(tokens)
            }
            None => None,
        };
        let authorized = Authorized { response, tokens };
        self.check_tokens(&authorized, request).await;
        for subject in subjects {
            assert_eq!(subject, authorized.claims()["sub"], "OpenID Connect Core section 5.3.2");
        }
        authorized
    }

    /// Of whom an access token is, as userinfo says.
    async fn subject_of(&self, access_token: &str) -> Value {
        let answer = self.client.userinfo(access_token).await.expect(200);
        // A client that is registered for it gets a JWT.
        let is_signed = answer.header("content-type") == "application/jwt";
        let userinfo = if is_signed { claims_of(&answer.text()) } else { answer.json() };
        userinfo["sub"].clone()
    }

    /// Exchanges a code, whatever the answer may be.
    pub(super) async fn exchange(&self, code: &str, request: &AuthorizationRequest) -> Answer {
        let uri = &self.client.redirect_uri;
        let mut fields = vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", uri)];
        if parameter(request, "code_challenge").is_some() {
            fields.push(("code_verifier", &request.verifier));
        }
        self.client.call("oauth2/token", &fields).send().await
    }

    /// What userinfo says.
    pub(super) async fn userinfo(&self, authorized: &Authorized) -> Value {
        let token = authorized.access_token().expect("an access token");
        let answer = self.client.userinfo(token).await.expect(200);
        assert_eq!(answer.header("content-type"), "application/json");
        let userinfo = answer.json();
        assert_eq!(userinfo["sub"], authorized.claims()["sub"], "OpenID Connect Core section 5.3.2");
        userinfo
    }

    /// `OAuth` 2.0 Multiple Response Types §3, Form Post Response Mode §2, OpenID Connect Core section
    /// 3.3.2.5.
    async fn check_response(&self, left: &Left, request: &AuthorizationRequest) -> AuthorizationResponse {
        let response = AuthorizationResponse::from(left);
        assert_eq!(response.mode, self.mode(), "{response:?}");
        let (uri, query) = match self.client.redirect_uri.split_once('?') {
            // RFC 6749 §3.1.2: what the registered URI has in its query stays there.
            Some((uri, query)) if response.mode == ResponseMode::Query => (uri, query),
            _ => (&*self.client.redirect_uri, ""),
        };
        assert_eq!(response.redirect_uri, uri, "{response:?}");
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            assert_eq!(response.get(&name), Some(&*value), "{response:?}");
        }
        assert_eq!(response.get("error"), None, "{response:?}");
        let state = parameter(request, "state");
        assert_eq!((response.get("state"), response.get("iss")), (state, Some(&*self.client.issuer)), "{response:?}");
        for (word, name) in [("code", "code"), ("token", "access_token"), ("id_token", "id_token")] {
            assert_eq!(response.get(name).is_some(), self.has(word), "{name} in {response:?}");
        }
        if let Some(code) = response.get("code") {
            assert_is_unguessable("the code", code);
        }
        if let Some(token) = response.get("access_token") {
            assert_is_unguessable("the access token", token);
            assert!(response.get("token_type").is_some_and(|kind| kind.eq_ignore_ascii_case("Bearer")), "{response:?}");
            let lifetime = response.get("expires_in").and_then(|seconds| seconds.parse::<u32>().ok());
            assert!(lifetime.is_some_and(|seconds| seconds > 0), "{response:?}");
        }
        assert_eq!(response.get("refresh_token"), None, "RFC 6749 section 4.2.2");
        if let Some(id_token) = response.get("id_token") {
            let nonce = parameter(request, "nonce");
            let (access_token, code) = (response.get("access_token"), response.get("code"));
            let claims = self.client.verify_id_token(id_token, nonce, access_token, code).await;
            self.check_claims(&claims);
        }
        response
    }

    async fn check_tokens(&self, authorized: &Authorized, request: &AuthorizationRequest) {
        let Some(tokens) = &authorized.tokens else { return };
        let nonce = parameter(request, "nonce");
        let claims = self.client.verify_id_token(tokens.id_token(), nonce, Some(&tokens.access_token), None).await;
        self.check_claims(&claims);
        // OpenID Connect Core §3.3.3.6.
        if let Some(id_token) = authorized.response.get("id_token") {
            let first = claims_of(id_token);
            for name in ["iss", "sub", "auth_time", "nonce"] {
                assert_eq!(first[name], claims[name], "{name}");
            }
        }
    }

    /// What the suite asks of the claims of every ID token.
    fn check_claims(&self, claims: &Value) {
        let now = self.client.clock.now().timestamp();
        let time = |name: &str| claims[name].as_i64().unwrap_or_else(|| panic!("{name} in {claims}"));
        assert!((now - FIVE_MINUTES..=now).contains(&time("iat")), "iat in {claims}");
        assert!((now..now + 50 * YEAR).contains(&time("exp")), "exp in {claims}");
        assert!((now - YEAR..=now).contains(&time("auth_time")), "auth_time in {claims}");
        assert_ne!(claims["acr"], "", "{claims}");
        let audience = &claims["aud"];
        let id = json!(self.client.client.id);
        assert!(*audience == id || audience.as_array().is_some_and(|aud| aud.contains(&id)), "aud in {claims}");
        let sub = claims["sub"].as_str().unwrap_or_default();
        assert!(!sub.is_empty() && sub.len() <= 255 && sub.is_ascii(), "sub in {claims}");
    }
}

impl Authorized {
    /// The ID token: the token endpoint's, if there is one.
    #[track_caller]
    pub(super) fn id_token(&self) -> &str {
        let of_response = || self.response.get("id_token");
        self.tokens.as_ref().map(Tokens::id_token).or_else(of_response).expect("an ID token")
    }

    /// Its claims.
    #[track_caller]
    pub(super) fn claims(&self) -> Value {
        claims_of(self.id_token())
    }

    /// All ID tokens.
    pub(super) fn id_tokens(&self) -> impl Iterator<Item = &str> {
        self.tokens.as_ref().map(Tokens::id_token).into_iter().chain(self.response.get("id_token"))
    }

    /// The access token: the token endpoint's, if there is one.
    pub(super) fn access_token(&self) -> Option<&str> {
        let of_response = || self.response.get("access_token");
        self.tokens.as_ref().map(|tokens| &*tokens.access_token).or_else(of_response)
    }
}

/// Details of a client that is registered for the plan and everything that it may ask for.
pub(super) fn details_for(plan: &Plan, response_type: &str) -> ClientDetails {
    let grants = [
        ("authorization_code", has(response_type, "code")),
        ("refresh_token", has(response_type, "code")),
        ("implicit", has(response_type, "token") || has(response_type, "id_token")),
    ];
    let grants = grants.into_iter().filter(|(_, needed)| *needed).map(|(grant, _)| grant.to_owned());
    ClientDetails {
        token_endpoint_auth_method: plan.authentication,
        grant_types: Some(grants.collect()),
        response_types: Some(response_type.split(' ').map(str::to_owned).collect()),
        ..authplane_tests::relying_party::application(&SCOPES)
    }
}

fn has(response_type: &str, word: &str) -> bool {
    response_type.split(' ').any(|known| known == word)
}

/// A parameter of a request.
pub(super) fn parameter<'a>(request: &'a AuthorizationRequest, name: &str) -> Option<&'a str> {
    request.parameters().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Claims of an ID token that nobody asked for.
pub(super) fn unasked(claims: &Value) -> BTreeSet<&str> {
    let names = claims.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    names.filter(|name| !CLAIMS_OF_ID_TOKENS.contains(name)).collect()
}

/// RFC 6749 §5.1.
#[track_caller]
pub(super) fn check_token_answer(answer: &Answer) {
    let body = answer.clone().expect(200).json();
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
    assert!(body["token_type"].as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("Bearer")), "{body}");
    assert!(body["expires_in"].as_u64().is_some_and(|seconds| seconds > 0), "{body}");
    for name in ["access_token", "refresh_token"] {
        if let Some(token) = body[name].as_str() {
            assert_is_unguessable(name, token);
        }
    }
}

/// RFC 6749 §5.2 and 10.10.
#[track_caller]
pub(super) fn check_token_error(answer: &Answer, error: &str) {
    let body = answer.clone().expect(400).json();
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(body["error"], error, "{body}");
    let description = body["error_description"].as_str().unwrap_or_default();
    assert!(!description.contains(['\r', '\n', '\t']), "{description:?}");
}

/// At least 128 bits of characters, and 96 of entropy as far as the characters tell (RFC 6749 §10.10).
#[track_caller]
fn assert_is_unguessable(what: &str, text: &str) {
    assert!(text.len() * 8 >= 128, "{what} is short: {text}");
    let bits = entropy(text);
    assert!(bits >= 96.0, "{what} has {bits} bits: {text}");
}

/// Shannon's, of the characters' frequencies, in bits for the whole text.
#[expect(clippy::cast_precision_loss, reason = "texts are short")]
fn entropy(text: &str) -> f64 {
    let mut counts: HashMap<char, usize> = HashMap::new();
    text.chars().for_each(|character| *counts.entry(character).or_default() += 1);
    let length = text.chars().count() as f64;
    let of_one = |count: &usize| -(*count as f64 / length) * (*count as f64 / length).log2();
    counts.values().map(of_one).sum::<f64>() * length
}
