//! The hand-written half of the SDK against a server made of canned answers: tokens, repetitions, discovery, paging.

mod blocking;
mod callbacks;
mod credentials;
mod device_pace;
mod errors;
mod flows;
mod keys;
mod per_call;
mod refused_tokens;
mod secrecy;
mod settings;
mod spans;
mod transport;
mod values;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use authplane_client::oauth::{AuthorizationServer, Caller, Credentials};
use authplane_client::{Client, Error, Secret, Step, types};
use futures::TryStreamExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as the canned server saw it.
#[derive(Clone, Debug)]
struct Seen {
    method: String,
    path: String,
    headers: HashMap<String, String>,
    body: String,
}

/// What it answers. Status 0 closes the connection without a word.
struct Canned {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: String,
}

fn canned(status: u16, body: impl Into<String>) -> Canned {
    Canned { status, headers: Vec::new(), body: body.into() }
}

impl Canned {
    fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

struct Server {
    url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Answers with `answer(request, how many came before it to the same path, own URL)`.
    async fn start(answer: impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::start_on(listener, answer)
    }

    fn start_on(listener: TcpListener, answer: impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static) -> Self {
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
                    if reply.status != 0 {
                        let mut head = format!("HTTP/1.1 {} x\r\nconnection: close\r\n", reply.status);
                        for (name, value) in &reply.headers {
                            write!(head, "{name}: {value}\r\n").unwrap();
                        }
                        write!(head, "content-type: application/json\r\ncontent-length: {}\r\n\r\n", reply.body.len())
                            .unwrap();
                        stream.write_all(head.as_bytes()).await.unwrap();
                        stream.write_all(reply.body.as_bytes()).await.unwrap();
                    }
                });
            }
        });
        Self { url, seen }
    }

    fn count(&self, path: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|seen| path_of(seen) == path).count()
    }

    fn last(&self, path: &str) -> Seen {
        self.seen.lock().unwrap().iter().rev().find(|seen| path_of(seen) == path).cloned().unwrap()
    }
}

fn path_of(seen: &Seen) -> &str {
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

const RESOURCE_METADATA: &str = "/.well-known/oauth-protected-resource";
const SERVER_METADATA: &str = "/.well-known/oauth-authorization-server/default/admin";
const OPENID_METADATA: &str = "/default/admin/.well-known/openid-configuration";
const TOKEN: &str = "/default/admin/oauth2/token";
const RESOURCES: &str = "/api/resources";

/// The metadata and token door of a well-behaved server; tokens are `token-0`, `token-1` …
fn well_behaved(request: &Seen, before: usize, url: &str) -> Canned {
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
const REFUSED: &str = r#"{"code":"x","message":"not now"}"#;

fn created() -> &'static str {
    r#"{"id":"r1","name":"Orders","indicator":"https://orders","tenantId":"default","isDefault":false,"accessTokenTtl":3600,"scopes":[]}"#
}

fn api_client(number: u32) -> String {
    let id = format!("00000000-0000-4000-8000-{number:012}");
    format!(
        r#"{{"id":"{id}","name":"{number}","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","author":"{id}","updated_by":"{id}","roles":[],"oauth_client_id":"shared"}}"#
    )
}

fn new_resource() -> types::builder::LogtoCreateResourceRequest {
    types::LogtoCreateResourceRequest::builder().name("Orders").indicator("https://orders")
}

async fn connect(server: &Server) -> Client {
    Client::builder(&server.url).client_credentials("the id", "the secret").build().await.unwrap()
}

/// The code of a refusal of an authorization server, and which request it refused.
#[track_caller]
fn refusal(error: &Error) -> (&str, Option<Step>) {
    match error {
        Error::OAuth(refusal) => (&refusal.body.error, error.step()),
        other => panic!("{other:?}"),
    }
}

/// A clock that moves when it is told to.
#[derive(Clone)]
struct Clock(Arc<Mutex<Instant>>);

impl Clock {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }

    fn source(&self) -> impl Fn() -> Instant + Send + Sync + 'static {
        let clock = self.clone();
        move || *clock.0.lock().unwrap()
    }
}

#[tokio::test]
async fn one_token_serves_concurrent_calls() {
    let server = Server::start(well_behaved).await;
    let client = connect(&server).await;
    assert_eq!(server.count(TOKEN), 0, "the first token is obtained by the first call");

    let calls = (0..40).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }

    assert_eq!(server.count(TOKEN), 1);
    let asked = server.last(TOKEN);
    assert_eq!(asked.headers["authorization"], "Basic dGhlK2lkOnRoZStzZWNyZXQ=", "RFC 6749 §2.3.1");
    assert_eq!(asked.body, "grant_type=client_credentials&scope=all");
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
}

#[tokio::test]
async fn the_token_request_says_what_was_configured() {
    let server = Server::start(well_behaved).await;
    let client = Client::builder(&server.url)
        .client_credentials("a", "b")
        .tenant("default")
        .scopes(["one", "two"])
        .resource("https://x")
        .resource("https://y")
        .build()
        .await
        .unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(RESOURCE_METADATA), 0, "a tenant needs no discovery of its issuer");
    assert_eq!(
        server.last(TOKEN).body,
        "grant_type=client_credentials&scope=one+two&resource=https%3A%2F%2Fx&resource=https%3A%2F%2Fy"
    );
}

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_the_call_repeated() {
    let server = Server::start(|request, before, url| match request.headers.get("authorization").map(String::as_str) {
        Some("Bearer token-0") => canned(401, r#"{"code":"auth.unauthorized","message":"no"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;

    let calls = (0..10).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.create_resource().body(new_resource()).send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.count(TOKEN), 2, "one for the first calls, one after their refusal");
    assert!(server.last(RESOURCES).body.contains("https://orders"), "the body went along");
}

#[tokio::test]
async fn a_401_that_stays_is_the_answer() {
    let server = Server::start(|request, before, url| {
        if path_of(request) == RESOURCES {
            return canned(401, r#"{"code":"auth.unauthorized","message":"never"}"#).header("x-request-id", "id-7");
        }
        well_behaved(request, before, url)
    })
    .await;
    let client = connect(&server).await;
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::Logto(refusal) if refusal.body.message == "never"), "{error:?}");
    assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (401, Some("id-7")));
    assert_eq!(server.count(RESOURCES), 2);
}

#[tokio::test]
async fn a_token_is_renewed_ahead_of_its_end_and_kept_if_that_fails() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (TOKEN, 1..) => canned(401, r#"{"error":"invalid_client","error_description":"gone: for good"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let clock = Clock::new();
    let client =
        Client::builder(&server.url).client_credentials("a", "b").time_source(clock.source()).build().await.unwrap();

    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_secs(239));
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 1, "not yet due");

    clock.advance(Duration::from_secs(2));
    client.list_resources().send().await.unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 2, "due, failed, and not tried again at once");

    clock.advance(Duration::from_mins(1));
    let error = client.list_resources().send().await.unwrap_err();
    match &error {
        Error::OAuth(refusal) => {
            assert_eq!(refusal.status.as_u16(), 401);
            assert_eq!(refusal.body.error, "invalid_client");
            assert_eq!(refusal.body.error_description.as_deref(), Some("gone: for good"));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_failed_renewal_is_told_to_all_and_tried_again() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (TOKEN, 0) => canned(400, r#"{"error":"invalid_scope"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;
    let calls = (0..10).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        let error = call.await.unwrap().unwrap_err();
        assert!(matches!(&error, Error::OAuth(refusal) if refusal.body.error == "invalid_scope"), "{error:?}");
    }
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (1, 0));
    client.list_resources().send().await.unwrap();
}

#[tokio::test]
async fn a_caller_that_leaves_does_not_take_the_renewal_along() {
    let server = Server::start(well_behaved).await;
    let client = connect(&server).await;
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.list_resources().send().await.map(|_| ()) }
    });
    tokio::time::sleep(Duration::from_millis(3)).await;
    let second = tokio::spawn({
        let client = client.clone();
        async move { client.list_resources().send().await.map(|_| ()) }
    });
    tokio::time::sleep(Duration::from_millis(1)).await;
    first.abort();
    second.await.unwrap().unwrap();
    assert_eq!(server.count(TOKEN), 1);
}

/// The status of each answer but the last, which is good.
async fn troubled(trouble: impl Fn(usize) -> Option<Canned> + Send + Sync + 'static) -> (Server, Client) {
    let server = Server::start(move |request, before, url| match path_of(request) {
        RESOURCES => trouble(before).unwrap_or_else(|| well_behaved(request, before, url)),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;
    (server, client)
}

#[tokio::test]
async fn what_is_harmless_is_repeated() {
    for status in [429, 503, 0] {
        let (server, client) = troubled(move |before| (before < 2).then(|| canned(status, REFUSED))).await;
        client.list_resources().send().await.unwrap();
        assert_eq!(server.count(RESOURCES), 3, "{status}");
    }
    let (server, client) = troubled(|_| Some(canned(503, REFUSED))).await;
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503);
    assert_eq!(server.count(RESOURCES), 4, "three repetitions");
}

#[tokio::test]
async fn a_creation_that_may_have_arrived_is_not_repeated() {
    for status in [503, 429, 500, 502, 504, 0] {
        let (server, client) = troubled(move |before| (before == 0).then(|| canned(status, REFUSED))).await;
        client.create_resource().body(new_resource()).send().await.unwrap_err();
        assert_eq!(server.count(RESOURCES), 1, "{status}");
    }
}

#[tokio::test]
async fn a_creation_that_was_turned_away_is_repeated() {
    let now = "Wed, 21 Oct 2015 07:28:00 GMT";
    for retry_after in ["0", now, "Wed, 21 Oct 2015 07:27:00 GMT"] {
        let (server, client) = troubled(move |before| {
            (before == 0).then(|| canned(503, REFUSED).header("retry-after", retry_after).header("date", now))
        })
        .await;
        client.create_resource().body(new_resource()).send().await.unwrap();
        assert_eq!(server.count(RESOURCES), 2);
    }
}

#[tokio::test]
async fn retry_after_is_respected_within_the_time_limit() {
    let (server, client) =
        troubled(|before| (before == 0).then(|| canned(429, REFUSED).header("retry-after", "1"))).await;
    let start = Instant::now();
    client.list_resources().send().await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!(server.count(RESOURCES), 2);

    let (server, client) = troubled(|_| Some(canned(429, REFUSED).header("retry-after", "3600"))).await;
    let start = Instant::now();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 429);
    assert!(start.elapsed() < Duration::from_secs(1), "the answer comes at once");
    assert_eq!(server.count(RESOURCES), 1);
}

#[tokio::test]
async fn a_connection_that_cannot_be_made_is_tried_again_even_for_a_creation() {
    let first = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = first.local_addr().unwrap();
    drop(first);
    let client = Client::builder(format!("http://{address}")).access_token("t").retries(20).build().await.unwrap();
    let call = tokio::spawn(async move { client.create_resource().body(new_resource()).send().await.map(|_| ()) });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let server = Server::start_on(TcpListener::bind(address).await.unwrap(), well_behaved);
    call.await.unwrap().unwrap();
    assert_eq!(server.count(RESOURCES), 1);
}

#[tokio::test]
async fn no_connection_is_an_error_that_says_so() {
    let client = Client::builder("http://127.0.0.1:1").client_credentials("a", "b").retries(1).build().await;
    assert!(matches!(client, Err(Error::Connection(_))), "{client:?}");
}

#[tokio::test]
async fn discovery_falls_back_and_believes_no_stranger() {
    let openid_only = |request: &Seen, before: usize, url: &str| match path_of(request) {
        SERVER_METADATA => canned(404, "{}"),
        OPENID_METADATA => {
            canned(200, format!(r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}"}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let server = Server::start(openid_only).await;
    connect(&server).await.list_resources().send().await.unwrap();

    let another_resource = |request: &Seen, before: usize, url: &str| match path_of(request) {
        RESOURCE_METADATA => {
            canned(200, format!(r#"{{"resource":"https://other","authorization_servers":["{url}/default/admin"]}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let another_issuer = |request: &Seen, before: usize, url: &str| match path_of(request) {
        SERVER_METADATA => {
            canned(200, format!(r#"{{"issuer":"{url}/default/admin/","token_endpoint":"{url}{TOKEN}"}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let nobody = |request: &Seen, before: usize, url: &str| match path_of(request) {
        RESOURCE_METADATA => canned(200, format!(r#"{{"resource":"{url}"}}"#)),
        _ => well_behaved(request, before, url),
    };
    for server in
        [Server::start(another_resource).await, Server::start(another_issuer).await, Server::start(nobody).await]
    {
        let client = Client::builder(&server.url).client_credentials("a", "b").build().await;
        assert!(matches!(client, Err(Error::Discovery(_))), "{client:?}");
        assert_eq!(server.count(TOKEN), 0);
    }
}

#[tokio::test]
async fn secrets_do_not_travel_in_the_clear() {
    let exposed = Client::builder("http://auth.example.com").client_credentials("a", "b").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");
    let exposed = Client::builder("http://auth.example.com").access_token("a").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");

    let server = Server::start(|request, before, url| match path_of(request) {
        SERVER_METADATA => canned(
            200,
            format!(r#"{{"issuer":"{url}/default/admin","token_endpoint":"http://auth.example.com/token"}}"#),
        ),
        _ => well_behaved(request, before, url),
    })
    .await;
    let exposed = Client::builder(&server.url).client_credentials("a", "b").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let server = Server::start(|request, before, url| match path_of(request) {
        RESOURCES => canned(302, "").header("location", format!("{url}/elsewhere")),
        _ => well_behaved(request, before, url),
    })
    .await;
    let error = connect(&server).await.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 302);
    assert_eq!(server.count("/elsewhere"), 0);
}

#[tokio::test]
async fn nothing_prints_a_secret() {
    let server = Server::start(|request, before, url| match path_of(request) {
        TOKEN => canned(200, r#"{"access_token":"s3cr3t-token","token_type":"Bearer","expires_in":"s3cr3t-number"}"#),
        RESOURCES => canned(200, r#""s3cr3t-body""#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let builder = Client::builder(&server.url).client_credentials("a", "s3cr3t");
    let mut printed = format!("{builder:?}");
    let client = builder.build().await.unwrap();
    let unreadable = client.access_token().await.unwrap_err();
    write!(printed, "{client:?} {unreadable} {unreadable:?}").unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    write!(printed, "{error} {error:?}").unwrap();

    let client = Client::builder(&server.url).access_token("s3cr3t").build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
    write!(printed, "{client:?} {error} {error:?} {:?}", Secret::from("s3cr3t")).unwrap();
    write!(printed, "{:?}", Credentials::new("a", "s3cr3t")).unwrap();
    assert!(!printed.contains("s3cr3t"), "{printed}");
}

#[tokio::test]
async fn lists_are_read_page_by_page() {
    let server = Server::start(|request, before, url| {
        let Some((path, query)) = request.path.split_once('?') else { return well_behaved(request, before, url) };
        let values: HashMap<_, _> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        if path == RESOURCES {
            let page: u32 = values["page"].parse().unwrap();
            let row = |number: u32| created().replace("r1", &format!("r{page}-{number}"));
            let items: Vec<_> = (0..if page < 3 { 2 } else { 1 }).map(row).collect();
            return canned(200, format!("[{}]", items.join(","))).header("total-number", "5");
        }
        let offset: u32 = values["offset"].parse().unwrap();
        let items: Vec<_> = (offset..(offset + 3).min(7)).map(api_client).collect();
        canned(200, format!(r#"{{"count":7,"items":[{}]}}"#, items.join(",")))
    })
    .await;
    let client = Client::builder(&server.url).access_token("t").build().await.unwrap();
    let resources: Vec<_> = client.resources_stream(2).try_collect().await.unwrap();
    assert_eq!((resources.len(), server.count(RESOURCES)), (5, 3));

    let clients: Vec<_> = client.api_clients_stream(3).try_collect().await.unwrap();
    assert_eq!(clients.len(), 7);
    assert_eq!(server.count("/local-user-store/api/v1/api-clients"), 3);
}

#[tokio::test]
async fn tokens_are_looked_up_and_given_back() {
    let server = Server::start(|request, before, url| match path_of(request) {
        "/introspect" if request.headers["authorization"].starts_with("Basic ") => canned(
            200,
            r#"{"active":true,"aud":"https://orders","scope":"a orders:read","exp":1,"tenant_id":"default"}"#,
        ),
        "/introspect" => canned(200, r#"{"active":false}"#),
        "/revoke" if request.headers["authorization"] == "Bearer other" => canned(200, ""),
        "/revoke" => canned(401, r#"{"error":"invalid_client"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let authorization_server = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    let application = Credentials::new("a", "b");
    let (token, other) = (Secret::from("the token"), Secret::from("other"));

    let claims = authorization_server.introspect(Caller::Client(&application), &token).await.unwrap();
    assert!(claims.active && claims.is_for("https://orders") && claims.has_scope("orders:read"));
    assert!(!claims.has_scope("orders") && claims.more["tenant_id"] == "default");
    assert_eq!(server.last("/introspect").body, "token=the+token");
    assert!(!authorization_server.introspect(Caller::Bearer(&other), &token).await.unwrap().active);

    authorization_server.revoke(Caller::Bearer(&other), &token).await.unwrap();
    let refused = authorization_server.revoke(Caller::Client(&application), &token).await.unwrap_err();
    assert!(matches!(&refused, Error::OAuth(refusal) if refusal.body.error == "invalid_client"), "{refused:?}");

    let token = authorization_server.client_credentials(&application, &["https://orders"], &["x"]).await.unwrap();
    assert_eq!((token.access_token.expose(), token.scopes), ("token-0", vec!["x".to_owned()]));
}

#[tokio::test]
async fn no_error_type_or_request_shows_a_secret_however_it_is_printed() {
    const SECRET: &str = "TOP-SECRET-VALUE";
    type Anything = Box<dyn std::error::Error + Send + Sync>;
    let body = format!(r#"{{"client_id": "robot", "client_secret": "{SECRET}"}}"#);
    let server = Server::start(move |seen, _, _| match &*seen.path {
        // Neither what an operation answers, nor what a dialect's error is.
        "/api/admin/default/clients/refused" => canned(404, body.clone()).header("set-cookie", SECRET),
        "/api/admin/default/clients/odd" => canned(418, body.clone()).header("set-cookie", SECRET),
        _ => canned(200, body.clone()).header("set-cookie", SECRET),
    })
    .await;
    let client = Client::builder(&server.url).access_token(SECRET).build().await.unwrap();
    let get = async |id: &str| -> Result<types::AcpClient, Anything> {
        Ok(client.get_client().tid("default").cid(id).send().await?.into_inner())
    };
    for id in ["robot", "refused", "odd"] {
        let error = get(id).await.unwrap_err();
        let printed = format!("{error} {error:?} {:?} {client:?}", error.source());
        assert!(!printed.contains(SECRET), "{id}: {printed}");
    }
    let request =
        types::AcpClientRequest::builder().client_name("Robot".to_owned()).client_secret(Secret::from(SECRET));
    let call = client.create_client().tid("default").body(request.clone());
    let registered: types::AcpClientRequest = request.clone().try_into().unwrap();
    let token = types::TokenRequest::builder().grant_type("password").password(SECRET).refresh_token(SECRET);
    let printed = format!("{call:?} {request:?} {registered:?} {token:?}");
    assert!(!printed.contains(SECRET), "{printed}");
    // And is sent.
    assert_eq!(serde_json::to_value(&registered).unwrap()["client_secret"], SECRET);
}

#[tokio::test]
async fn every_operation_is_sent_the_credential_that_it_takes_and_none_that_it_does_not() {
    let server = Server::start(|request, before, url| match path_of(request) {
        path if path.contains("/.well-known/") || path.starts_with("/default/admin/oauth2/token") => {
            well_behaved(request, before, url)
        }
        _ => canned(404, "{}"),
    })
    .await;
    let ask_all = async |client: &Client| {
        let (t, a, c) = ("default", "default", "robot");
        let _ = client.userinfo().tid(t).aid(a).send().await;
        let _ = client.list_clients_with_access().tid(t).aid(a).send().await;
        let _ = client.revoke_client_access().tid(t).aid(a).cid(c).send().await;
        let _ = client.dynamic_client_registration_get_client().tid(t).aid(a).cid(c).send().await;
        let _ = client.list_resources().send().await;
        let _ = client.get_jwks().tid(t).aid(a).send().await;
        let query = types::TokenQuery::builder().token("t");
        let _ = client.introspect().tid(t).aid(a).body(query.clone()).send().await;
        let _ = client.revoke().tid(t).aid(a).body(query.clone().client_id("another").client_secret("s")).send().await;
        let _ = client.token().tid(t).aid(a).body(types::TokenRequest::builder().grant_type("x")).send().await;
        let _ =
            client.device_authorization().tid(t).aid(a).body(types::DeviceAuthorizationRequest::builder()).send().await;
    };
    let sent = |from: usize| -> Vec<(String, String)> {
        let seen = server.seen.lock().unwrap();
        let asked = seen[from..]
            .iter()
            .filter(|request| !request.path.contains("/admin/") && !request.path.starts_with("/.well-known"));
        let header = |request: &Seen| request.headers.get("authorization").cloned().unwrap_or_default();
        asked.map(|request| (request.path.clone(), header(request))).collect()
    };
    let of =
        |sent: &[(String, String)], end: &str| sent.iter().find(|(path, _)| path.ends_with(end)).unwrap().1.clone();

    // Whoever brings a token knows what it is for.
    let client = Client::builder(&server.url).access_token("t0ken").build().await.unwrap();
    ask_all(&client).await;
    let with_token = sent(0);
    for end in ["/userinfo", "/default/clients", "/clients/robot", "/register/robot", "/api/resources", "/introspect"] {
        assert_eq!(of(&with_token, end), "Bearer t0ken", "{end}");
    }
    for end in ["/jwks.json", "/revoke", "/oauth2/token", "/device/authorization"] {
        assert_eq!(of(&with_token, end), "", "{end}");
    }

    // A management client's token is for management; where clients authenticate, it does, unless the form says who asks.
    let from = server.seen.lock().unwrap().len();
    let client = Client::builder(&server.url).client_credentials("a:b", "s3 cr").build().await.unwrap();
    ask_all(&client).await;
    let with_credentials = sent(from);
    assert!(of(&with_credentials, "/api/resources").starts_with("Bearer "));
    for end in ["/introspect", "/default/oauth2/token", "/device/authorization"] {
        assert_eq!(of(&with_credentials, end), "Basic YSUzQWI6czMrY3I=", "{end}");
    }
    for end in ["/userinfo", "/default/clients", "/clients/robot", "/register/robot", "/jwks.json", "/revoke"] {
        assert_eq!(of(&with_credentials, end), "", "{end}");
    }

    // At another host than the issuer's the credentials say nothing, and aren't shown.
    let from = server.seen.lock().unwrap().len();
    let elsewhere = Server::start(well_behaved).await;
    let issuer = format!("{}/default/admin", elsewhere.url);
    let client = Client::builder(&server.url).issuer(issuer).client_credentials("a:b", "s3 cr").build().await.unwrap();
    ask_all(&client).await;
    let to_another_host = sent(from);
    assert!(of(&to_another_host, "/api/resources").starts_with("Bearer "));
    for end in ["/introspect", "/default/oauth2/token", "/device/authorization", "/revoke"] {
        assert_eq!(of(&to_another_host, end), "", "{end}");
    }
}
