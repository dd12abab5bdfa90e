//! A server made of canned answers, which remembers what it was asked.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use authplane_client::{Client, Error, Step, types};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

/// A request as the canned server saw it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
}

/// What it answers. Status 0 closes the connection without a word.
pub(crate) struct Canned {
    /// Permits to answer; without it there is one for everybody.
    gate: Option<Arc<Semaphore>>,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

pub(crate) fn canned(status: u16, body: impl Into<String>) -> Canned {
    Canned { gate: None, status, headers: Vec::new(), body: body.into() }
}

impl Canned {
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Not before there is a permit.
    pub(crate) fn behind(mut self, gate: &Arc<Semaphore>) -> Self {
        self.gate = Some(Arc::clone(gate));
        self
    }
}

pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Answers with `answer(request, how many came before it to the same path, own URL)`.
    pub(crate) async fn start(answer: impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::start_on(listener, answer)
    }

    pub(crate) fn start_on(
        listener: TcpListener,
        answer: impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static,
    ) -> Self {
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::<Seen>::new()));
        let (own_url, log, answer) = (url.clone(), Arc::clone(&seen), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (own_url, log, answer) = (own_url.clone(), Arc::clone(&log), Arc::clone(&answer));
                tokio::spawn(async move {
                    let mut stream = stream;
                    let request = read_request(&mut stream).await;
                    let reply = {
                        let mut log = log.lock().unwrap();
                        let before = log.iter().filter(|seen| path_of(seen) == path_of(&request)).count();
                        log.push(request.clone());
                        answer(&request, before, &own_url)
                    };
                    // A little slowness makes concurrent calls overlap.
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    if let Some(gate) = &reply.gate {
                        gate.acquire().await.unwrap().forget();
                    }
                    if reply.status != 0 {
                        let mut head = format!("HTTP/1.1 {} x\r\nconnection: close\r\n", reply.status);
                        for (name, value) in &reply.headers {
                            write!(head, "{name}: {value}\r\n").unwrap();
                        }
                        if !reply.headers.iter().any(|(name, _)| *name == "content-type") {
                            head += "content-type: application/json\r\n";
                        }
                        write!(head, "content-length: {}\r\n\r\n", reply.body.len()).unwrap();
                        // Whoever asked may have gone.
                        let _ = stream.write_all(head.as_bytes()).await;
                        let _ = stream.write_all(reply.body.as_bytes()).await;
                    }
                });
            }
        });
        Self { url, seen }
    }

    pub(crate) fn count(&self, path: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|seen| path_of(seen) == path).count()
    }

    pub(crate) fn last(&self, path: &str) -> Seen {
        self.seen.lock().unwrap().iter().rev().find(|seen| path_of(seen) == path).cloned().unwrap()
    }
}

pub(crate) fn path_of(seen: &Seen) -> &str {
    seen.path.split('?').next().unwrap()
}

async fn read_request(stream: &mut TcpStream) -> Seen {
    let mut bytes = Vec::new();
    let mut part = [0_u8; 4096];
    loop {
        let read = stream.read(&mut part).await.unwrap();
        bytes.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let mut lines = head.lines();
            let mut first = lines.next().unwrap().split(' ');
            let headers: HashMap<_, _> = lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect();
            let length = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
            if body.len() >= length || read == 0 {
                let (method, path) = (first.next().unwrap().to_owned(), first.next().unwrap().to_owned());
                return Seen { method, path, headers, body: body.to_owned() };
            }
        }
        assert!(read > 0, "the request ended early");
    }
}

pub(crate) const RESOURCE_METADATA: &str = "/.well-known/oauth-protected-resource";
pub(crate) const SERVER_METADATA: &str = "/.well-known/oauth-authorization-server/default/admin";
pub(crate) const OPENID_METADATA: &str = "/default/admin/.well-known/openid-configuration";
pub(crate) const TOKEN: &str = "/default/admin/oauth2/token";
pub(crate) const RESOURCES: &str = "/api/resources";

/// The metadata and token door of a well-behaved server; tokens are `token-0`, `token-1` …
pub(crate) fn well_behaved(request: &Seen, before: usize, url: &str) -> Canned {
    match path_of(request) {
        RESOURCE_METADATA => {
            canned(200, format!(r#"{{"resource":"{url}","authorization_servers":["{url}/default/admin"]}}"#))
        }
        SERVER_METADATA => canned(
            200,
            format!(
                r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}","introspection_endpoint":"{url}/introspect","revocation_endpoint":"{url}/revoke"}}"#
            ),
        ),
        TOKEN => canned(200, format!(r#"{{"access_token":"token-{before}","token_type":"Bearer","expires_in":300}}"#)),
        RESOURCES if request.method == "GET" => canned(200, "[]"),
        RESOURCES => canned(201, created()),
        _ => canned(404, r#"{"code":"x","message":"no such path"}"#),
    }
}

/// A refusal of the Logto dialect.
pub(crate) const REFUSED: &str = r#"{"code":"x","message":"not now"}"#;

pub(crate) fn created() -> &'static str {
    r#"{"id":"r1","name":"Orders","indicator":"https://orders","tenantId":"default","isDefault":false,"accessTokenTtl":3600,"scopes":[]}"#
}

pub(crate) fn api_client(number: u32) -> String {
    let id = format!("00000000-0000-4000-8000-{number:012}");
    format!(
        r#"{{"id":"{id}","name":"{number}","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","author":"{id}","updated_by":"{id}","roles":[],"oauth_client_id":"shared"}}"#
    )
}

pub(crate) fn new_resource() -> types::builder::LogtoCreateResourceRequest {
    types::LogtoCreateResourceRequest::builder().name("Orders").indicator("https://orders")
}

pub(crate) async fn connect(server: &Server) -> Client {
    Client::builder(&server.url).client_credentials("the id", "the secret").build().await.unwrap()
}

/// The code of a refusal of an authorization server, and which request it refused.
#[track_caller]
pub(crate) fn refusal(error: &Error) -> (&str, Option<Step>) {
    match error {
        Error::OAuth(refusal) => (&refusal.body.error, error.step()),
        other => panic!("{other:?}"),
    }
}

/// A clock that moves when it is told to.
#[derive(Clone)]
pub(crate) struct Clock(Arc<Mutex<Instant>>);

impl Clock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    pub(crate) fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }

    pub(crate) fn source(&self) -> impl Fn() -> Instant + Send + Sync + 'static {
        let clock = self.clone();
        move || *clock.0.lock().unwrap()
    }
}

/// Gives up a call that waits for a token: whoever had begun it is gone.
pub(crate) async fn give_up(call: JoinHandle<Result<(), Error>>, server: &Server) {
    while server.count(TOKEN) == 0 {
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
}

/// A call of its own task: another one beside those of the test.
pub(crate) fn call(client: &Client) -> JoinHandle<Result<(), Error>> {
    let client = client.clone();
    tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
}
