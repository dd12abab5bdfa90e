//! A control plane that the test plays: it says what no real one would, or nothing.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use authplane::authorizer::settings::Settings;
use authplane::authorizer::{self, Running};
use authplane::log::Log;
use authplane::tokens::jws::Signer;
use authplane_domain::Environment;
use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::environment::{Clock as _, ManualClock, SystemClock};
use authplane_tests::process::PATIENCE;
use authplane_tests::{Answer, Call};
use http::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::{answer_of, header};
use crate::it::client_sdk::keys::Key;

/// The service behind its gateway, and the audience of tokens for it.
pub(super) const SERVICE: &str = "cfd3lh1oqkgc73f3o8og";
pub(super) const AUDIENCE: &str = "https://orders.example";
const TENANT: &str = "acme";
const SERVER: &str = "shop";
const KID: &str = "one";

/// What it says when it is asked.
#[derive(Clone, Debug)]
pub(super) enum Say {
    /// What a control plane says that is well.
    Well,
    /// This.
    Json(u16, Value),
    /// Nothing; the connection stays open.
    Nothing,
    /// Nothing; it ends the connection.
    Goodbye,
}

/// A request that it got.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    path: String,
    authorization: String,
    pub(super) body: String,
}

struct State {
    url: String,
    seen: Mutex<Vec<Seen>>,
    /// What it says below a path, where that isn't [`Say::Well`].
    says: Mutex<BTreeMap<&'static str, Say>>,
    apis: Mutex<(usize, Value)>,
    key: Mutex<(String, Key)>,
    tokens: AtomicUsize,
    introspecting: AtomicUsize,
    most_introspecting: AtomicUsize,
}

/// Where it is asked.
pub(super) const TOKENS: &str = "/acme/system/oauth2/token";
pub(super) const KEYS: &str = "/acme/shop/.well-known/jwks.json";
pub(super) const CONFIGURATION: &str = "/api/system/acme/gateways/configuration";
pub(super) const INTROSPECTION: &str = "/api/system/acme/gateways/introspect";

/// An authorizer of a control plane that the test plays.
pub(super) struct Played {
    state: Arc<State>,
    pub(super) authorizer: Running,
    pub(super) clock: Arc<ManualClock>,
}

/// What a token says that is good; a test changes some of it.
pub(super) fn claims(played: &Played) -> Value {
    let now = played.clock.now().timestamp();
    json!({
        "iss": format!("{}/acme/shop", played.state.url), "sub": "machine", "aud": AUDIENCE, "exp": now + 600, "iat": now, "jti": "j", "client_id": "machine",
        "scope": "orders:read", "scp": ["orders:read"], "tid": TENANT, "aid": SERVER
    })
}

pub(super) fn with(mut claims: Value, changes: Value) -> Value {
    let Value::Object(changes) = changes else { panic!("changes are an object") };
    for (name, value) in changes {
        claims[name] = value;
    }
    claims
}

impl Played {
    pub(super) async fn with_max_age(seconds: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(State {
            url: url.clone(),
            seen: Mutex::default(),
            says: Mutex::default(),
            apis: Mutex::new((1, json!([api("GET", "/orders", ""), api("GET", "/open", "open")]))),
            key: Mutex::new((KID.to_owned(), Key::new("ES256"))),
            tokens: AtomicUsize::new(0),
            introspecting: AtomicUsize::new(0),
            most_introspecting: AtomicUsize::new(0),
        });
        let serving = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(Arc::clone(&serving), stream));
            }
        });
        let environment = BTreeMap::from([
            ("ACP_ISSUER_URL", format!("{url}/acme/system")),
            ("ACP_CLIENT_ID", "door".to_owned()),
            ("ACP_CLIENT_SECRET", "a secret".to_owned()),
            ("AUTHPLANE_LISTEN", "127.0.0.1:0".to_owned()),
            ("AUTHPLANE_MAX_AGE_SECONDS", seconds.to_string()),
        ]);
        let settings = Settings::load(None, |name| environment.get(name).cloned(), &[]).unwrap();
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        let environment = Environment { clock: Arc::clone(&clock) as _, ..Environment::system() };
        let authorizer = authorizer::launch(settings, &environment, Log::discard()).unwrap();
        tokio::time::timeout(PATIENCE, authorizer.authorizer.ready()).await.expect("it is told its configuration");
        let played = Self { state, authorizer, clock };
        // It has also asked about a token by itself.
        until("it doesn't introspect", || played.count(INTROSPECTION) > 0).await;
        played
    }

    /// From now on it says this there.
    pub(super) fn says(&self, path: &'static str, say: Say) {
        self.state.says.lock().unwrap().insert(path, say);
    }

    /// From now on it says this everywhere.
    pub(super) fn says_everywhere(&self, say: &Say) {
        for path in [TOKENS, KEYS, CONFIGURATION, INTROSPECTION] {
            self.says(path, say.clone());
        }
    }

    /// Its next configuration, with these APIs besides.
    pub(super) fn also_guards(&self, more: Value) {
        let mut apis = self.state.apis.lock().unwrap();
        apis.0 += 1;
        apis.1.as_array_mut().unwrap().push(more);
    }

    /// Its keys are another one from now on.
    pub(super) fn has_key(&self, kid: &str) {
        *self.state.key.lock().unwrap() = (kid.to_owned(), Key::new("ES256"));
    }

    /// A token that says this, signed by its key.
    pub(super) fn signed(&self, claims: &Value) -> String {
        let key = self.state.key.lock().unwrap();
        let signer = Signer::new(&key.0, SigningAlgorithm::ES256, &key.1.pkcs8()).unwrap();
        signer.sign_access_token(claims.to_string().as_bytes()).unwrap()
    }

    /// The same, of another type.
    pub(super) fn signed_as(&self, typ: &str, claims: &Value) -> String {
        let key = self.state.key.lock().unwrap();
        let signer = Signer::new(&key.0, SigningAlgorithm::ES256, &key.1.pkcs8()).unwrap();
        signer.sign(typ, claims.to_string().as_bytes()).unwrap()
    }

    /// How often it was asked there.
    pub(super) fn count(&self, path: &str) -> usize {
        self.state.seen.lock().unwrap().iter().filter(|seen| seen.path.split('?').next() == Some(path)).count()
    }

    /// How often it was asked about this token, and with how many tokens of the authorizer's own.
    pub(super) fn asked_about(&self, token: &str) -> (usize, usize) {
        let seen = self.state.seen.lock().unwrap();
        let asked = seen.iter().filter(|seen| seen.path == INTROSPECTION && seen.body == format!("token={token}"));
        let mut with: Vec<&str> = asked.map(|seen| seen.authorization.as_str()).collect();
        let times = with.len();
        with.dedup();
        (times, with.len())
    }

    /// How many asked it at a time about tokens, at most.
    pub(super) fn most_introspecting(&self) -> usize {
        self.state.most_introspecting.load(Ordering::SeqCst)
    }

    /// As Envoy asks.
    pub(super) fn ask(&self, path: &str, token: Option<&str>) -> Call {
        let call = Call::new(Method::GET, format!("{}/ext-authz{path}", self.authorizer.url));
        match token {
            Some(token) => call.bearer(token),
            None => call.header(header("x-nobody"), "1"),
        }
    }

    pub(super) async fn status(&self, path: &str, token: &str) -> u16 {
        let answer = self.ask(path, Some(token)).send().await;
        if answer.status >= 500 {
            assert_eq!(answer.status, 503, "{}", answer_of(&answer));
        }
        answer.status
    }

    pub(super) async fn health(&self) -> Answer {
        Call::new(Method::GET, format!("{}/health", self.authorizer.url)).send().await
    }
}

/// Waits until this is so.
pub(super) async fn until(otherwise: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "{otherwise}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

pub(super) fn api(method: &str, path: &str, policy: &str) -> Value {
    json!({
        "id": format!("id-of-{path}"), "tenant_id": TENANT, "server_id": SERVER, "service_id": SERVICE, "method": method, "path": path, "position": 0,
        "can_have_policy": true, "policy_id": policy, "data_classifications": []
    })
}

/// What a control plane says of a token that is good.
pub(super) fn told() -> Value {
    json!({
        "active": true, "tenant_id": TENANT, "server_id": SERVER, "sub": "machine", "client_id": "machine", "scope": "orders:read",
        "authentication_context": {"sub": "machine"}, "granted_actions": [], "granted_consents": [], "services": [SERVICE]
    })
}

async fn answer(state: Arc<State>, mut stream: TcpStream) {
    let Some(seen) = read(&mut stream).await else { return };
    let (path, query) = seen.path.split_once('?').unwrap_or((&seen.path, ""));
    state.seen.lock().unwrap().push(seen.clone());
    let say = state.says.lock().unwrap().get(path).cloned().unwrap_or(Say::Well);
    let _counted = (path == INTROSPECTION).then(|| Counted::new(&state));
    let mut tag = None;
    let (status, body) = match (say, path) {
        (Say::Json(status, body), _) => (status, body),
        (Say::Goodbye, _) => return,
        (Say::Nothing, _) => {
            // Until whoever asked is gone.
            let _ = stream.read(&mut [0; 1]).await;
            return;
        }
        (Say::Well, TOKENS) => {
            let number = state.tokens.fetch_add(1, Ordering::SeqCst);
            (200, json!({"access_token": format!("own-{number}"), "token_type": "Bearer", "expires_in": 86400}))
        }
        (Say::Well, KEYS) => {
            let key = state.key.lock().unwrap();
            (200, json!({"keys": [key.1.public(&key.0)]}))
        }
        // Its own token is another server's.
        (Say::Well, INTROSPECTION) if seen.body.starts_with("token=own-") => (200, json!({"active": false})),
        (Say::Well, INTROSPECTION) => (200, told()),
        (Say::Well, CONFIGURATION) => {
            let wait = query.split("wait=").nth(1).and_then(|wait| wait.parse().ok()).unwrap_or(0);
            let until = Instant::now() + Duration::from_secs(wait);
            loop {
                let (number, apis) = state.apis.lock().unwrap().clone();
                let is_known = seen.body == format!("\"{number}\"");
                let is_well = matches!(state.says.lock().unwrap().get(CONFIGURATION), None | Some(Say::Well));
                if !is_well {
                    return;
                }
                if is_known && Instant::now() < until {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
                tag = Some(number);
                break if is_known { (304, json!(null)) } else { (200, configuration(&state.url, &apis)) };
            }
        }
        _ => (404, json!({})),
    };
    let body = if status == 304 { String::new() } else { body.to_string() };
    let tag = tag.map(|tag| format!("etag: \"{tag}\"\r\n")).unwrap_or_default();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} x\r\nconnection: close\r\ncontent-type: application/json\r\n{tag}content-length: {length}\r\n\r\n"
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body.as_bytes()).await;
}

fn configuration(url: &str, apis: &Value) -> Value {
    json!({
        "tenant_id": TENANT, "server_id": SERVER, "issuer_url": format!("{url}/acme/shop"), "jwks_url": format!("{url}{KEYS}"),
        "services": [{"id": SERVICE, "audience": AUDIENCE}], "apis": apis, "scopes": [],
        "policies": [{"id": "open", "policy_name": "Open", "tenant_id": TENANT, "validators": [{"name": "true", "conf": {}, "recovery": []}]}]
    })
}

/// One that is asked about a token.
struct Counted<'a>(&'a State);

impl<'a> Counted<'a> {
    fn new(state: &'a State) -> Self {
        let now = state.introspecting.fetch_add(1, Ordering::SeqCst) + 1;
        state.most_introspecting.fetch_max(now, Ordering::SeqCst);
        Self(state)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.introspecting.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A request; where it is for the configuration, with its tag in place of a body.
async fn read(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut part = [0_u8; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let value = |name: &str| {
                let mut lines = head.lines().filter_map(|line| line.split_once(": "));
                lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
            };
            let length: usize = value("content-length").map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                let path = head.split(' ').nth(1)?.to_owned();
                let body = value("if-none-match").unwrap_or_else(|| body.to_owned());
                return Some(Seen { path, authorization: value("authorization").unwrap_or_default(), body });
            }
        }
        let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&part[..read]);
    }
}
