//! What comes back: headers, entity tags, and the answers of handlers that fail.

use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{Reply, Server, toy};

#[tokio::test]
async fn every_answer_names_its_request() {
    let server = Server::start();
    let mut ids = std::collections::BTreeSet::new();
    for path in ["/toy/things/1", "/toy/nothing", "/toy/panic", "/toy/things/%FF"] {
        let reply = server.get(path).await;
        assert!(!reply.header("x-request-id").is_empty(), "{path}");
        assert!(ids.insert(reply.header("x-request-id").to_owned()));
    }
}

#[tokio::test]
async fn a_panic_is_500_in_the_dialects_shape_without_its_text_and_the_observer_sees_it() {
    let server = Server::start();
    for _ in 0..3 {
        let reply = server.get("/toy/panic").await;
        reply.refused(500, "internal");
        assert!(!reply.text.contains("secret"), "{reply:?}");
        assert_eq!(reply.json()["request_id"], reply.header("x-request-id"));
        let seen = server.last_seen();
        assert_eq!((seen.operation.as_deref(), seen.status), (Some("panic_now"), 500));
        assert!(seen.panic.unwrap().contains("a secret of the inside"));
    }
    assert_eq!(server.get("/toy/things/1").await.status, 200, "it lives on");
    assert_eq!(server.last_seen().panic, None);
}

#[tokio::test]
async fn a_handler_that_takes_too_long_is_503_in_the_dialects_shape() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(50));
    server.get("/toy/slow").await.refused(503, "deadline");
    assert_eq!(server.last_seen().status, 503);
    assert_eq!(server.get("/toy/things/1").await.status, 200);
}

#[tokio::test]
async fn a_body_that_trickles_in_runs_into_the_deadline_too() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(50));
    let head = b"POST /toy/things HTTP/1.1\r\nHost: toy\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{";
    let answer = server.raw(head).await;
    // The caller was too slow, not the server.
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("slow_body") && answer.to_ascii_lowercase().contains("connection: close"), "{answer}");
    assert_eq!(server.last_seen().status, 408);
}

#[tokio::test]
async fn a_handler_that_is_slow_after_its_body_is_503() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(200));
    let reply = Reply::of(server.post("/toy/slow").json(&serde_json::json!({"name": "a"}))).await;
    reply.refused(503, "deadline");
    assert_eq!(server.last_seen().cause.as_deref(), Some("the deadline passed"));
}

#[tokio::test]
async fn why_the_server_failed_is_for_the_observer_alone() {
    let server = Server::start();
    let reply = server.get("/toy/failure").await;
    reply.refused(500, "internal");
    assert!(!reply.text.contains("inside") && !format!("{:?}", reply.headers).contains("inside"), "{reply:?}");
    assert_eq!(server.last_seen().cause.as_deref(), Some("something of the inside"));
    assert_eq!(server.get("/toy/things/1").await.status, 200);
    assert_eq!(server.last_seen().cause, None);
}

#[tokio::test]
async fn an_error_takes_the_first_fitting_status_that_the_operation_declares() {
    let server = Server::start();
    let malformed =
        |method: reqwest::Method| Reply::of(server.client.request(method, server.url("/toy/notes")).body("{"));
    malformed(reqwest::Method::POST).await.refused(400, "malformed");
    malformed(reqwest::Method::PUT).await.refused(422, "malformed");
    // One that declares neither answers as usual, for the tests' observer to see.
    malformed(reqwest::Method::DELETE).await.refused(400, "malformed");
}

#[tokio::test]
async fn errors_carry_their_headers() {
    let server = Server::start();
    let remove = |token: Option<&str>| {
        let request = server.client.delete(server.url("/toy/things/1"));
        token.map_or_else(|| request.try_clone().unwrap(), |token| request.try_clone().unwrap().bearer_auth(token))
    };
    let reply = Reply::of(remove(None)).await;
    reply.refused(401, "unauthenticated");
    assert_eq!(reply.header("www-authenticate"), "Bearer realm=\"toy\"");
    assert_eq!(Reply::of(remove(Some("none"))).await.refused(403, "forbidden").1, "things");
    let done = Reply::of(remove(Some("badge"))).await;
    assert_eq!((done.status, done.text.as_str()), (204, ""));
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let server = Server::start();
    for path in ["/toy/things/1", "/other/a", "/toy/nothing", "/toy/panic"] {
        let get = server.get(path).await;
        let head = Reply::of(server.client.head(server.url(path))).await;
        assert_eq!((head.status, head.text.as_str()), (get.status, ""), "{path}");
        for name in ["content-type", "content-length", "etag"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {path}");
        }
    }
}

#[tokio::test]
async fn entity_tags_spare_the_body_where_the_dialect_has_them() {
    let server = Server::start();
    let get = |tag: &str| Reply::of(server.client.get(server.url("/other/a")).header("if-none-match", tag));
    let tag = server.get("/other/a").await.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 20, "{tag}");
    assert_eq!(server.get("/other/a").await.header("etag"), tag, "the same bytes have the same tag");
    assert_ne!(server.get("/other/b").await.header("etag"), tag);
    for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
        let reply = get(&known).await;
        assert_eq!((reply.status, reply.text.as_str(), reply.header("etag")), (304, "", tag.as_str()), "{known}");
    }
    for other in ["\"x\"", tag.trim_matches('"'), "", "W/"] {
        assert_eq!(get(other).await.status, 200, "{other}");
    }
    // Not on writes, not on errors, not in a dialect without them.
    assert_eq!(Reply::of(server.post("/other/a").header("if-none-match", "*")).await.status, 200);
    assert_eq!(server.get("/other/%FF").await.header("etag"), "");
    let toy = Reply::of(server.client.get(server.url("/toy/things/1")).header("if-none-match", "*")).await;
    assert_eq!((toy.status, toy.header("etag")), (200, ""));
}

#[tokio::test]
async fn the_observer_is_told_of_every_request_once() {
    let server = Server::start();
    for path in ["/toy/things/1", "/toy/hidden", "/toy/none", "/other/a"] {
        server.get(path).await;
    }
    let seen: Vec<_> = server.recorder.seen.lock().unwrap().iter().map(|s| (s.operation.clone(), s.status)).collect();
    let expected = [(Some("show_thing"), 200), (Some("hidden"), 200), (None, 404), (Some("show_other"), 200)];
    assert_eq!(seen, expected.map(|(id, status)| (id.map(str::to_owned), status)));
}

#[tokio::test]
async fn pipelined_requests_and_the_oldest_protocol_are_served() {
    let server = Server::start();
    let one = "GET /toy/things/1 HTTP/1.1\r\nHost: toy\r\n\r\n";
    let last = "GET /toy/things/2 HTTP/1.1\r\nHost: toy\r\nConnection: close\r\n\r\n";
    let answer = server.raw(format!("{one}{last}").as_bytes()).await;
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 2, "{answer}");
    let answer = server.raw(b"GET /toy/things/1 HTTP/1.0\r\n\r\n").await;
    assert!(answer.contains(" 200 ") && answer.contains("\"name\":\"1\""), "{answer}");
}

#[tokio::test]
async fn a_long_list_is_made_as_it_is_taken_and_nobody_takes_a_part_for_the_whole() {
    let server = Server::start();
    let whole = server.get("/toy/long/whole").await;
    assert_eq!((whole.status, whole.header("content-length")), (200, ""));
    assert_eq!(whole.json().as_array().unwrap().len(), 1 + toy::LONG);
    assert_eq!(server.front.in_flight(), 0);

    // Whoever takes nothing has little made for him.
    let made = server.world.entered.load(Ordering::SeqCst);
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET /toy/long/whole HTTP/1.1\r\nHost: toy\r\n\r\n").await.unwrap();
    let mut begin = [0; 16];
    stream.read_exact(&mut begin).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let made = server.world.entered.load(Ordering::SeqCst) - made;
    assert!(made < toy::LONG, "{made}");
    assert_eq!(server.front.in_flight(), 1, "it is under way as long as it isn't taken");
    drop(stream);
    while server.front.in_flight() > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }

    let broken = server.client.get(server.url("/toy/long/broken")).send().await.unwrap();
    assert_eq!(broken.status(), 200);
    assert!(broken.bytes().await.is_err(), "it says that it isn't whole");

    let head = server.client.head(server.url("/toy/long/whole")).send().await.unwrap();
    assert_eq!((head.status().as_u16(), head.headers().get("content-length")), (200, None));
}
