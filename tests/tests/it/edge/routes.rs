//! Which operation a path reaches, and what it gets where there is none.

use std::sync::Arc;
use std::time::Duration;

use authplane::edge::Surface;
use authplane::edge::front::Front;
use serde_json::json;

use super::{Server, TOY, toy};

#[tokio::test]
async fn a_path_that_nobody_knows_is_404_in_the_shape_of_the_dialect_it_begins_like() {
    let server = Server::start();
    for (path, dialect) in
        [("/toy/nothing", "toy"), ("/toy", "toy"), ("/other/a/b", "other"), ("/", "other"), ("/x/y", "other")]
    {
        let reply = server.get(path).await;
        assert_eq!((reply.status, &reply.json()["dialect"]), (404, &json!(dialect)), "{path}");
        assert_eq!(reply.json()["kind"], "not_found");
        assert_eq!(server.last_seen().operation, None);
    }
}

#[tokio::test]
async fn a_method_that_a_path_does_not_know_is_405_and_says_which_ones_it_knows() {
    let server = Server::start();
    for (method, path, allow) in [
        ("PATCH", "/toy/things/1", "DELETE, GET, HEAD"),
        ("PUT", "/toy/things", "GET, HEAD, POST"),
        ("OPTIONS", "/toy/things", "GET, HEAD, POST"),
        ("GET", "/toy/form", "POST"),
        ("HEAD", "/toy/form", "POST"),
        ("DELETE", "/toy/things/special", "GET, HEAD"),
    ] {
        let request = server.client.request(method.parse().unwrap(), server.url(path));
        let reply = super::Reply::of(request).await;
        assert_eq!((reply.status, reply.header("allow")), (405, allow), "{method} {path}");
        if method != "HEAD" {
            assert_eq!(reply.refused(405, "method").1, allow);
        }
    }
}

#[tokio::test]
async fn a_method_that_http_does_not_know_is_answered_too() {
    let server = Server::start();
    let answer = server.raw(b"BREW /toy/things HTTP/1.1\r\nHost: toy\r\nConnection: close\r\n\r\n").await;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    assert!(["405", "400"].contains(&status), "{answer}");
}

#[tokio::test]
async fn a_literal_beside_a_variable_wins_whatever_the_order_of_registration() {
    let mut literal_first = Surface::new(TOY);
    literal_first.register(toy::show_special);
    literal_first.register(toy::show_thing);
    let mut variable_first = Surface::new(TOY);
    variable_first.register(toy::show_thing);
    variable_first.register(toy::show_special);
    for surface in [literal_first, variable_first] {
        let server = Server::with(vec![surface], Duration::from_secs(20));
        assert_eq!(server.get("/toy/things/special").await.json()["name"], "the special one");
        assert_eq!(server.last_seen().operation.as_deref(), Some("show_special"));
        for id in ["specia", "special1", "Special", "panic"] {
            assert_eq!(server.get(&format!("/toy/things/{id}")).await.json()["name"], id);
            assert_eq!(server.last_seen().operation.as_deref(), Some("show_thing"));
        }
    }
}

#[tokio::test]
async fn a_literal_that_a_thing_may_be_called_too_has_the_other_methods_of_the_variable() {
    let mut surface = Surface::new(TOY);
    surface.register(toy::show_special);
    surface.register(toy::show_thing);
    surface.register(toy::remove_thing);
    surface.beside_variable("/toy/things/special");
    let server = Server::with(vec![surface], Duration::from_secs(20));
    assert_eq!(server.get("/toy/things/special").await.json()["name"], "the special one");
    let reply = super::Reply::of(server.client.delete(server.url("/toy/things/special/")).bearer_auth("badge")).await;
    assert_eq!((reply.status, server.last_seen().operation.as_deref()), (204, Some("remove_thing")));
    let reply = super::Reply::of(server.client.put(server.url("/toy/things/special"))).await;
    assert_eq!((reply.status, reply.header("allow")), (405, "DELETE, GET, HEAD"));
}

#[tokio::test]
async fn a_path_that_begins_like_a_literal_one_still_reaches_the_variable_one() {
    let server = Server::start();
    assert_eq!(server.get("/toy/things/special/part").await.json()["name"], "part of special");
    assert_eq!(server.get("/toy/things/special/history").await.json()["name"], "history");
    server.get("/toy/things/other/history").await.refused(404, "not_found");
}

#[tokio::test]
async fn two_operations_may_name_the_same_segment_differently() {
    let server = Server::start();
    assert_eq!(server.get("/other/a").await.json()["name"], "a");
    assert_eq!(super::Reply::of(server.post("/other/b")).await.json()["name"], "b");
}

#[tokio::test]
async fn a_slash_at_the_end_changes_nothing() {
    let server = Server::start();
    assert_eq!(server.get("/toy/things/1/").await.json()["name"], "1");
    assert_eq!(server.get("/toy/things/").await.status, 200);
}

#[tokio::test]
async fn an_encoded_slash_stays_within_its_variable() {
    let server = Server::start();
    for (path, id) in [
        ("/toy/things/a%2Fb", "a/b"),
        ("/toy/things/a%2fpart", "a/part"),
        ("/toy/things/%2E%2E%2F%2E%2E", "../.."),
        ("/toy/things/a%20b+c", "a b+c"),
        ("/toy/things/%C3%A9", "\u{e9}"),
        ("/toy/things/100%25", "100%"),
        ("/toy/things/%7Bid%7D", "{id}"),
        ("/toy/things/%5C", "\\"),
    ] {
        let head = format!("GET {path} HTTP/1.1\r\nHost: toy\r\nConnection: close\r\n\r\n");
        let answer = server.raw(head.as_bytes()).await;
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(body).unwrap()["name"], id, "{answer}");
    }
}

#[tokio::test]
async fn a_variable_that_is_no_text_is_refused_by_name() {
    let server = Server::start();
    let not_utf_8 = ["/toy/things/%FF", "/toy/things/%C3", "/toy/things/%ED%A0%80"];
    for path in ["/toy/things/a%00b", "/toy/things/%00", "/toy/things/%00/part"].into_iter().chain(not_utf_8) {
        let reply = server.get(path).await;
        assert_eq!(reply.refused(404, "path").0, "id", "{path}");
    }
    assert_eq!(server.last_seen().operation, None, "in a dialect that says 404 there is no such operation");
}

#[tokio::test]
async fn a_very_long_path_is_answered() {
    let server = Server::start();
    let id = "a".repeat(4000);
    assert_eq!(server.get(&format!("/toy/things/{id}")).await.json()["name"], id);
    let status = server.get(&format!("/toy/things/{}", "a".repeat(60_000))).await.status;
    assert!([200, 414, 431].contains(&status), "{status}");
}

#[test]
fn the_same_method_and_path_twice_is_an_error() {
    let surfaces = || {
        let mut twice = Surface::new(TOY);
        twice.register(toy::show_thing);
        twice.register(toy::show_thing);
        let mut elsewhere = Surface::new(super::OTHER);
        elsewhere.register(toy::show_thing);
        [vec![twice], vec![toy::surface(), elsewhere]]
    };
    for surfaces in surfaces() {
        let recorder = Arc::new(super::Recorder::default());
        let front = Front::new(toy::World::default(), surfaces, super::FALLBACK, recorder, Duration::from_secs(1));
        let conflict = front.err().expect("two operations claim one path").to_string();
        assert!(conflict.contains("/toy/things/{id}") && conflict.contains("GET"), "{conflict}");
    }
}
