//! Two hundred ways to say a path so that nginx, the door and the service might each read another one, as bytes on the wire through a real nginx.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use authplane_tests::{Database, Tenant, TestServer};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::closed::SPELLINGS;
use super::proxies::{Proxy, nginx_as_documented};
use super::{Edge, pyron};
use crate::it::parsers::canonical_paths::readings;
use crate::it::things;

/// Ways to say "one folder up".
const UP: [&str; 10] =
    ["..", "%2e%2e", ".%2E", "..;", "..;x=1", "%252e%252e", "..%00", "..%20", "%c0%ae%c0%ae", "..%ef%bc%8f"];
/// Ways to say "/".
const SLASHES: [&str; 9] = ["/", "//", "%2f", "%5C", "\\", "/./", ";/", "%252F", "%c0%af"];
/// What stands for a method, where it is no common one.
const METHODS: [&str; 9] = ["get", "GET\t", "G E T", "GET/", "TRACE", "CONNECT", "PRI", "PROPFIND", "ADMIN"];
/// What stands behind `Host`.
const HOSTS: [&str; 6] =
    ["LOCALHOST", "LocalHost:8081", "localhost.", "a.example/admin/users", "", "a.example, b.example"];
/// What else can be done to the request's first line.
const LINES: [&str; 14] = [
    "GET http://a.example/admin/users HTTP/1.1",
    "GET HTTP://A.EXAMPLE/open/../admin/users HTTP/1.1",
    "GET http://a.example HTTP/1.1",
    "GET http:///admin/users HTTP/1.1",
    "GET //a.example/admin/users HTTP/1.1",
    "GET  /admin/users HTTP/1.1",
    "GET /open /admin/users HTTP/1.1",
    "GET /open\t/admin/users HTTP/1.1",
    "GET /admin/users HTTP/1.0",
    "GET /admin/users HTTP/2.0",
    "GET /admin/users",
    "GET * HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "GET ?/../admin/users HTTP/1.1",
];

/// A request as bytes.
fn request(line: &str, host: &str, more: &str) -> Vec<u8> {
    format!("{line}\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n").into_bytes()
}

/// All of them, each once.
fn corpus() -> Vec<Vec<u8>> {
    let get = |target: &str| request(&format!("GET {target} HTTP/1.1"), "localhost", "");
    let mut all: Vec<Vec<u8>> = SPELLINGS.iter().map(|spelling| get(spelling)).collect();
    for up in UP {
        all.extend(SLASHES.iter().map(|slash| get(&format!("/open{slash}{up}{slash}admin/users"))));
    }
    for slash in SLASHES {
        all.extend(
            [format!("/admin{slash}users"), format!("{slash}admin/users"), format!("/admin/users{slash}")]
                .map(|target| get(&target)),
        );
    }
    all.extend(METHODS.iter().map(|method| request(&format!("{method} /admin/users HTTP/1.1"), "localhost", "")));
    all.extend(HOSTS.iter().map(|host| request("GET /admin/users HTTP/1.1", host, "")));
    all.extend(LINES.iter().map(|line| request(line, "localhost", "")));
    // Bytes that are no text, or another one's text.
    all.extend(
        [&b"/admin/users\x80"[..], b"/\xe0\x80\xafadmin/users", b"/open\xff/admin/users", b"/a\xc0\xafb/c"].map(
            |target| {
                [b"GET ".as_slice(), target, b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"].concat()
            },
        ),
    );
    // What the headers say, and how many there are.
    for more in [
        "X-Original-URL: /open\r\n".to_owned(),
        "X-Rewrite-URL: /admin/users\r\nX-Original-URL: /admin/users\r\n".to_owned(),
        "X-Forwarded-Prefix: /open\r\nX-Forwarded-Uri: /open\r\n".to_owned(),
        "X-HTTP-Method-Override: POST\r\n".to_owned(),
        "Host: admin.example\r\n".to_owned(),
        "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n".to_owned(),
        format!("X-Long: {}\r\n", "a".repeat(64 * 1024)),
        format!("X-Part: {}\r\n", "a".repeat(8000)).repeat(8),
    ] {
        all.push(request("GET /admin/users HTTP/1.1", "localhost", &more));
    }
    let each: BTreeSet<Vec<u8>> = all.into_iter().collect();
    each.into_iter().collect()
}

/// A service that keeps the first line of each request as it came.
async fn service(lines: Arc<Mutex<Vec<String>>>) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut read = vec![0; 256 * 1024];
            let mut length = 0;
            while !read[..length].windows(4).any(|end| end == b"\r\n\r\n") {
                match stream.read(&mut read[length..]).await {
                    Ok(more) if more > 0 => length += more,
                    _ => break,
                }
            }
            let line = read[..length].split(|byte| *byte == b'\r').next().unwrap_or_default();
            lines.lock().unwrap().push(String::from_utf8_lossy(line).into_owned());
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok").await;
        }
    });
    format!("http://{address}")
}

async fn answer(port: &str, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(port).await.unwrap();
    // It may close before it has read all.
    let _ = stream.write_all(request).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_the_service_gets_is_what_was_decided_about_however_the_path_is_said() {
    let server = TestServer::shared(Database::Sqlite).await;
    let tenant = Tenant::with_users(&server).await;
    let edge = Edge::of(&tenant).await;
    let open = things::policy(&tenant, &json!([{"name": "true"}])).await;
    // All of it is open, but for one path, in whichever reading.
    for template in ["/", "/{a}", "/{a}/{b}", "/{a}/{b}/{c}", "/{a}/{b}/{c}/{d}", "/open/{b}/admin/users"] {
        let _ = edge.api("GET", template, Some(&open)).await;
    }
    let _ = edge.api("GET", "/admin/users", None).await;
    let lines = Arc::default();
    let service = service(Arc::clone(&lines)).await;
    let proxy = Proxy::start("nginx", &nginx_as_documented(), &edge, &service).await;
    let address = proxy.url().strip_prefix("http://").unwrap();

    let corpus = corpus();
    assert!(corpus.len() >= 200, "{}", corpus.len());
    let mut reached = Vec::new();
    for request in &corpus {
        let shown = String::from_utf8_lossy(&request[..request.len().min(120)]).into_owned();
        let status = answer(address, request).await;
        let got: Vec<String> = std::mem::take(&mut lines.lock().unwrap());
        assert_eq!(got.is_empty(), !status.contains(" 200 "), "{shown}: {status}, {got:?}");
        for line in got {
            let mut words = line.split(' ');
            let (method, target) = (words.next().unwrap().to_owned(), words.next().unwrap().to_owned());
            // It is let through by the door also as the service understands it, and no server of any kind reads the closed path in it.
            let body = json!({"method": method, "path": target});
            let decided = pyron(&edge, body).send().await;
            assert_eq!(decided.status, 200, "{shown}: the service gets {line}");
            let path = target.split('?').next().unwrap();
            for reading in readings(path).into_iter().flatten() {
                assert!(!reading.eq_ignore_ascii_case("/admin/users"), "{shown}: the service gets {line}");
            }
            reached.push(target);
        }
    }
    // Some do reach it, or nothing was looked at; and what is plain passes.
    assert!(reached.len() >= 2, "{reached:?}");
    assert!(answer(address, &request("GET /open HTTP/1.1", "localhost", "")).await.contains(" 200 "));
    assert!(answer(address, &request("GET /admin/users HTTP/1.1", "localhost", "")).await.contains(" 401 "));
}
