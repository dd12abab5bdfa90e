//! `X-Idempotency-Key`: what is carried out once, for whom, and what is answered to who asks again.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::{Reply, Server, toy};

const KEY: &str = "0123456789abcdef0123456789abcdef";

impl Server {
    fn order(&self, name: &str) -> reqwest::RequestBuilder {
        let request = self.post("/toy/orders/1").bearer_auth("badge");
        request.header("x-idempotency-key", KEY).json(&json!({"name": name}))
    }

    /// Asks to be answered with this status.
    fn answer(&self, status: &str) -> reqwest::RequestBuilder {
        let request = self.post("/toy/answers").bearer_auth("badge");
        request.header("x-idempotency-key", KEY).json(&json!({"name": status}))
    }

    fn entered(&self) -> usize {
        self.world.entered.load(Ordering::SeqCst)
    }
}

/// Comes back when it is so; a test that waits in vain is stopped by its runner.
async fn until(so: impl Fn() -> bool) {
    while !so() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[track_caller]
fn is_the_same_again(first: &Reply, again: &Reply) {
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    let kept = |reply: &Reply| {
        let mut headers = reply.headers.clone();
        for of_the_exchange in ["date", "x-idempotent-replayed", "x-request-id"] {
            headers.remove(of_the_exchange);
        }
        headers
    };
    assert_eq!(kept(first), kept(again));
    assert_eq!((first.header("x-idempotent-replayed"), again.header("x-idempotent-replayed")), ("", "true"));
    assert_ne!(first.header("x-request-id"), again.header("x-request-id"), "each request has an id of its own");
}

#[tokio::test]
async fn the_same_request_is_carried_out_once_and_answered_alike() {
    let server = Server::start();
    let first = Reply::of(server.order("a")).await;
    assert_eq!((first.status, &first.json()["name"]), (201, &json!("a of order 1")));
    for _ in 0..3 {
        is_the_same_again(&first, &Reply::of(server.order("a")).await);
    }
    assert_eq!(server.entered(), 1);
    // Without a key each is carried out.
    for _ in 0..2 {
        let request = server.post("/toy/orders/1").bearer_auth("badge").json(&json!({"name": "a"}));
        assert_eq!(Reply::of(request).await.header("x-idempotent-replayed"), "");
    }
    assert_eq!(server.entered(), 3);
}

#[tokio::test]
async fn the_headers_that_say_where_it_goes_on_come_again_as_they_were() {
    for status in ["200", "201", "202", "404", "409", "422"] {
        let server = Server::start();
        let first = Reply::of(server.answer(status)).await;
        assert_eq!((first.status.to_string().as_str(), first.header("location")), (status, "/toy/things/0"));
        assert_eq!(first.headers.get_all("link").iter().count(), 2);
        for _ in 0..2 {
            is_the_same_again(&first, &Reply::of(server.answer(status)).await);
        }
        assert_eq!(server.entered(), 1);
    }
}

/// They say how it is now, and nothing of what was done.
#[tokio::test]
async fn what_is_401_403_429_or_a_failure_is_carried_out_again() {
    for status in ["401", "403", "429", "500", "502", "503", "504"] {
        let server = Server::start();
        for time in 1..=3 {
            let reply = Reply::of(server.answer(status)).await;
            assert_eq!((reply.status.to_string().as_str(), reply.header("x-idempotent-replayed")), (status, ""));
            assert_eq!((reply.text, server.entered()), (format!("{} before", time - 1), time), "{status}");
        }
        // Nor does the key stand for that request any more.
        let other = Reply::of(server.answer("200")).await;
        assert_eq!((other.status, other.header("x-idempotent-replayed")), (200, ""), "after {status}");
    }
}

#[tokio::test]
async fn another_request_with_the_key_is_422_also_while_the_first_is_carried_out() {
    let server = Server::start();
    let first = tokio::spawn(Reply::of(server.order("wait")));
    until(|| server.entered() == 1).await;
    for _ in 0..3 {
        Reply::of(server.order("b")).await.refused(422, "key_reused");
    }
    assert!(!first.is_finished());
    server.world.gate.notify_one();
    let first = first.await.unwrap();
    assert_eq!((first.status, server.entered()), (201, 1));
    is_the_same_again(&first, &Reply::of(server.order("wait")).await);
    Reply::of(server.order("b")).await.refused(422, "key_reused");
}

#[tokio::test]
async fn the_same_key_with_another_request_is_422() {
    let server = Server::start();
    let first = Reply::of(server.order("a")).await;
    assert_eq!(first.status, 201);
    let keyed = |request: reqwest::RequestBuilder| request.bearer_auth("badge").header("x-idempotency-key", KEY);
    for (what, other) in [
        ("body", server.order("b")),
        ("bytes of the body", keyed(server.post("/toy/orders/1")).body("{ \"name\":\"a\"}")),
        ("path", keyed(server.post("/toy/orders/2")).json(&json!({"name": "a"}))),
        ("query", keyed(server.post("/toy/orders/1?page=1")).json(&json!({"name": "a"}))),
        ("method", keyed(server.client.put(server.url("/toy/orders/1"))).json(&json!({"name": "a"}))),
        ("condition", server.order("a").header("if-match", "\"v1\"")),
    ] {
        let reply = Reply::of(other).await;
        assert_eq!(reply.status, 422, "another {what}: {reply:?}");
        reply.refused(422, "key_reused");
    }
    assert_eq!(server.entered(), 1);
    is_the_same_again(&first, &Reply::of(server.order("a")).await);
}

#[tokio::test]
async fn keys_are_told_apart_by_caller_and_tenant() {
    let server = Server::start();
    for (number, badge) in ["badge", "badge of a colleague", "badge of another tenant"].into_iter().enumerate() {
        let order = || {
            let request = server.post("/toy/orders/1").bearer_auth(badge).header("x-idempotency-key", KEY);
            Reply::of(request.json(&json!({"name": "a"})))
        };
        let first = order().await;
        assert_eq!((first.status, server.entered()), (201, number + 1), "{badge}");
        is_the_same_again(&first, &order().await);
    }
    assert_eq!(server.entered(), 3);
}

#[tokio::test]
async fn a_key_has_32_to_255_printable_characters() {
    let server = Server::start();
    let order = |keys: &[&str]| {
        let request = server.post("/toy/orders/1").bearer_auth("badge").json(&json!({"name": "a"}));
        Reply::of(keys.iter().fold(request, |request, key| request.header("x-idempotency-key", *key)))
    };
    let (short, long) = ("k".repeat(31), "k".repeat(256));
    for keys in [&[""][..], &[&short], &[&long], &["ключ-ключ-ключ-ключ-ключ-ключ-ключ"], &[KEY, KEY]]
    {
        let reply = order(keys).await;
        assert_eq!(reply.refused(422, "header").0, "X-Idempotency-Key", "{keys:?}");
    }
    assert_eq!(server.entered(), 0);
    for (number, key) in ["k".repeat(32), "k".repeat(255)].iter().enumerate() {
        assert_eq!((order(&[key]).await.status, server.entered()), (201, number + 1), "{key}");
    }
}

#[tokio::test]
async fn who_asks_again_meanwhile_waits_for_the_first_answer() {
    let server = Server::start();
    let ask = || tokio::spawn(Reply::of(server.order("wait")));
    let first = ask();
    until(|| server.entered() == 1).await;
    let others = [ask(), ask()];
    until(|| server.world.answers.waited.load(Ordering::SeqCst) >= 2).await;
    assert!(!first.is_finished() && others.iter().all(|other| !other.is_finished()));
    server.world.gate.notify_one();
    let first = first.await.unwrap();
    for other in others {
        is_the_same_again(&first, &other.await.unwrap());
    }
    assert_eq!(server.entered(), 1);
}

#[tokio::test]
async fn it_is_carried_out_also_when_its_client_goes_away() {
    let server = Server::start();
    let body = r#"{"name":"wait"}"#;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = format!(
        "POST /toy/orders/1 HTTP/1.1\r\nHost: toy\r\nAuthorization: Bearer badge\r\nX-Idempotency-Key: {KEY}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    until(|| server.entered() == 1).await;
    drop(stream);
    until(|| server.listener.connections() == 0).await;
    assert_eq!(server.front.in_flight(), 1);
    server.world.gate.notify_one();
    let again = Reply::of(server.order("wait")).await;
    assert_eq!((again.status, again.header("x-idempotent-replayed"), server.entered()), (201, "true", 1));
}

#[tokio::test]
async fn a_refusal_of_the_handler_is_kept_and_a_failure_is_not() {
    let server = Server::start();
    let first = Reply::of(server.order("refuse")).await;
    first.refused(404, "not_found");
    is_the_same_again(&first, &Reply::of(server.order("refuse")).await);
    assert_eq!(server.entered(), 1);

    for (name, kind, status) in [("fail", "unavailable", 503), ("panic", "internal", 500), ("forbid", "forbidden", 403)]
    {
        let server = Server::start();
        for time in 1..=2 {
            let reply = Reply::of(server.order(name)).await;
            assert_eq!((reply.status, reply.header("x-idempotent-replayed")), (status, ""));
            assert_eq!((reply.json()["kind"].as_str(), server.entered()), (Some(kind), time), "{name}");
        }
    }
}

#[tokio::test]
async fn what_may_have_been_done_in_spite_of_a_failure_is_not_done_again() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(300));
    Reply::of(server.order("doubt")).await.refused(503, "unavailable");
    for _ in 0..2 {
        Reply::of(server.order("doubt")).await.refused(503, "deadline");
    }
    assert_eq!(server.entered(), 1);
}

#[tokio::test]
async fn what_takes_too_long_is_finished_for_who_asks_again() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(500));
    Reply::of(server.order("wait")).await.refused(503, "deadline");
    assert_eq!(server.front.in_flight(), 1, "it goes on, and counts");
    server.world.gate.notify_one();
    let again = Reply::of(server.order("wait")).await;
    assert_eq!((again.status, again.header("x-idempotent-replayed"), server.entered()), (201, "true", 1));
}

#[tokio::test]
async fn what_never_ends_is_given_up_in_the_end() {
    let server = Server::with(vec![toy::surface()], Duration::from_millis(100));
    Reply::of(server.order("wait")).await.refused(503, "deadline");
    until(|| server.front.in_flight() == 0).await;
    server.world.gate.notify_one();
    let again = Reply::of(server.order("wait")).await;
    assert_eq!((again.status, again.header("x-idempotent-replayed"), server.entered()), (201, "", 2));
}

#[tokio::test]
async fn what_never_reached_the_handler_claims_no_key() {
    let server = Server::start();
    let keyed = || server.post("/toy/orders/1").bearer_auth("badge").header("x-idempotency-key", KEY);
    Reply::of(keyed().body("{")).await.refused(422, "malformed");
    assert_eq!(Reply::of(server.order("a")).await.status, 201);
}

#[tokio::test]
async fn an_operation_that_lets_nobody_in_takes_no_key() {
    let server = Server::start();
    let order = |key: Option<&str>| {
        let request = server.post("/toy/orders").json(&json!({"name": "a"}));
        Reply::of(key.into_iter().fold(request, |request, key| request.header("x-idempotency-key", key)))
    };
    order(Some(KEY)).await.refused(500, "internal");
    assert_eq!(server.entered(), 0);
    assert_eq!(order(None).await.status, 201);
}
