//! What reaches a handler, and what is refused before.

use std::sync::atomic::{AtomicUsize, Ordering};

use futures::stream;
use serde_json::{Value, json};

use super::{Reply, Server};

const FORM: &str = "application/x-www-form-urlencoded";

async fn make(server: &Server, body: impl Into<reqwest::Body>) -> Reply {
    Reply::of(server.post("/toy/things").header("content-type", "application/json").body(body)).await
}

#[tokio::test]
async fn a_good_body_reaches_the_handler() {
    let server = Server::start();
    for label in
        ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/merge-patch+json"]
    {
        let reply = Reply::of(server.post("/toy/things").header("content-type", label).body(r#"{"name":"a"}"#)).await;
        assert_eq!((reply.status, reply.json()), (201, json!({"name": "a", "count": 0})), "{label}");
    }
    let unlabelled = Reply::of(server.post("/toy/things").body(r#"{"name":"a","unknown":1}"#)).await;
    assert_eq!(unlabelled.status, 201, "no label is fine, and so are unknown fields");
}

#[tokio::test]
async fn a_body_that_is_no_json_is_malformed() {
    let server = Server::start();
    for body in [
        &b"{"[..],
        b"nothing",
        b"{\"name\":\"a\"} {}",
        b"{\"name\":\"\xff\"}",
        b"{\"name\":\"a\\u0000\"}",
        b"{\"name\":\"\0\"}",
    ] {
        make(&server, body).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn a_missing_field_and_a_wrong_type_are_named() {
    let server = Server::start();
    assert_eq!(make(&server, "{}").await.refused(400, "missing").0, "name");
    assert_eq!(make(&server, "").await.refused(400, "missing").0, "name");
    for (body, field) in [
        (r#"{"name":7}"#, "name"),
        (r#"{"name":null}"#, "name"),
        (r#"{"name":"a","count":256}"#, "count"),
        (r#"{"name":"a","count":-1}"#, "count"),
        (r#"{"name":"a","count":1e400}"#, "count"),
        ("[]", ""),
        (r#"["a",1]"#, ""),
        (r#""text""#, ""),
        ("null", ""),
    ] {
        let reply = make(&server, body).await;
        if reply.status == 422 {
            assert_eq!(reply.refused(422, "field").0, field, "{body}");
        } else {
            // A number that no machine can hold is no JSON to the parser.
            assert!(body.contains("1e400"), "{reply:?}");
            reply.refused(400, "malformed");
        }
    }
}

#[tokio::test]
async fn another_media_type_is_415_and_names_the_one_that_is_taken() {
    let server = Server::start();
    for label in [FORM, "text/plain", "text/json", "multipart/form-data; boundary=x", "application/xml", "json", "é"] {
        let reply = Reply::of(server.post("/toy/things").header("content-type", label).body(r#"{"name":"a"}"#)).await;
        assert_eq!(reply.refused(415, "media_type").1, "application/json", "{label}");
    }
    for label in ["application/json", "text/plain", ""] {
        let reply = Reply::of(server.post("/toy/form").header("content-type", label).body("one=1")).await;
        assert_eq!(reply.refused(415, "media_type").1, FORM, "{label}");
    }
    Reply::of(server.post("/toy/form").body("one=1")).await.refused(415, "media_type");
}

#[tokio::test]
async fn a_body_at_the_limit_is_taken_and_one_byte_more_is_413() {
    let server = Server::start();
    let body = |length: usize| format!(r#"{{"name":"{}"}}"#, "a".repeat(length - 11));
    assert_eq!(make(&server, body(1024)).await.status, 201);
    assert_eq!(make(&server, body(1025)).await.refused(413, "too_large").1, "1024");
    // The limit is the operation's, not the server's.
    let form = |length: usize| {
        server.post("/toy/form").header("content-type", FORM).body("one=".to_owned() + &"a".repeat(length - 4))
    };
    assert_eq!(Reply::of(form(256)).await.status, 200);
    assert_eq!(Reply::of(form(257)).await.refused(413, "too_large").1, "256");
    let note = json!({"note": "a".repeat(100_000)});
    assert_eq!(Reply::of(server.post("/toy/notes").json(&note)).await.json(), note, "the default limit is 1 MiB");
}

#[tokio::test]
async fn a_declared_length_beyond_the_limit_is_413_before_a_byte_is_read() {
    let server = Server::start();
    let head = "POST /toy/things HTTP/1.1\r\nHost: toy\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n";
    let answer = server.raw(head.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("too_large"), "{answer}");
}

#[tokio::test]
async fn whoever_sends_megabytes_too_much_still_reads_the_refusal() {
    let server = Server::start();
    for _ in 0..20 {
        make(&server, vec![b'x'; 3 * 1024 * 1024]).await.refused(413, "too_large");
        let chunks = stream::iter((0..48).map(|_| Ok::<_, std::io::Error>(vec![b'x'; 64 * 1024])));
        make(&server, reqwest::Body::wrap_stream(chunks)).await.refused(413, "too_large");
    }
    // Who asks first is told before sending anything.
    let head = "POST /toy/things HTTP/1.1\r\nHost: toy\r\nContent-Length: 2048\r\nExpect: 100-continue\r\n\r\n";
    let answer = server.raw(head.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[tokio::test]
async fn a_streamed_body_of_unknown_length_is_413_as_soon_as_it_is_too_long() {
    let server = Server::start();
    let chunks = |number: usize| stream::iter((0..number).map(|_| Ok::<_, std::io::Error>("x".repeat(512))));
    make(&server, reqwest::Body::wrap_stream(chunks(8))).await.refused(413, "too_large");
    make(&server, reqwest::Body::wrap_stream(chunks(1))).await.refused(400, "malformed");
    let good = stream::iter([r#"{"na"#, r#"me":"#, r#""a"}"#].map(Ok::<_, std::io::Error>));
    assert_eq!(make(&server, reqwest::Body::wrap_stream(good)).await.status, 201);
}

#[tokio::test]
async fn a_body_that_breaks_off_never_reaches_the_handler() {
    let server = Server::start();
    let reached = std::sync::Arc::new(AtomicUsize::new(0));
    let broken = stream::iter([Ok("{\"name\":"), Err(std::io::Error::other("gone"))]);
    let sent = server.post("/toy/things").body(reqwest::Body::wrap_stream(broken)).send().await;
    assert!(sent.is_err() || sent.unwrap().status().is_client_error());
    // Whoever comes next is served.
    assert_eq!(make(&server, r#"{"name":"a"}"#).await.status, 201);
    assert_eq!(reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_body_that_is_optional_may_be_absent_empty_or_labelled_as_anything() {
    let server = Server::start();
    for (label, body, note) in [
        (None, "", Value::Null),
        (Some("application/json"), "", Value::Null),
        (Some("application/json"), "{}", Value::Null),
        (Some(FORM), r#"{"note":"n"}"#, json!("n")),
        (Some("text/plain"), r#"{"note":null}"#, Value::Null),
    ] {
        let mut request = server.post("/toy/notes").body(body);
        if let Some(label) = label {
            request = request.header("content-type", label);
        }
        assert_eq!(Reply::of(request).await.json(), json!({"note": note}), "{label:?} {body:?}");
    }
    let wrong = Reply::of(server.post("/toy/notes").body(r#"{"note":1}"#)).await;
    assert_eq!(wrong.refused(422, "field").0, "note");
}

#[tokio::test]
async fn assertion_15_a_form_parameter_that_must_not_be_repeated_is_refused_by_name() {
    let server = Server::start();
    let form = |body: &'static str| Reply::of(server.post("/toy/form").header("content-type", FORM).body(body));
    assert_eq!(form("one=1&many=a&many=b&other=x&other=y").await.json(), json!({"one": "1", "many": ["a", "b"]}));
    assert_eq!(form("one=1&one=1").await.refused(422, "field").0, "one");
    assert_eq!(form("one=1&%6Fne=2").await.refused(422, "field").0, "one");
    assert_eq!(form("many=1").await.refused(422, "field").0, "one");
    assert_eq!(form("one=&many=1").await.refused(422, "field").0, "one", "an empty value counts as absent");
    assert_eq!(form("").await.refused(422, "field").0, "one");
    assert_eq!(form("one=a%00").await.refused(422, "field").0, "one");
    form("one=%FF").await.refused(400, "malformed");
    assert_eq!(form("one=a+b%26%C3%A9").await.json()["one"], "a b&\u{e9}");
}

#[tokio::test]
async fn a_query_may_repeat_the_keys_that_are_lists_and_no_others() {
    let server = Server::start();
    assert_eq!(server.get("/toy/things?page=3&tag=b&tag=a&tag=b&x=1&x=2").await.json(), json!(["3", "b", "a", "b"]));
    assert_eq!(server.get("/toy/things?page=1&page=2").await.refused(400, "query").0, "page");
    for value in ["one", "-1", "4294967296", "1.5", "1%00"] {
        let refusal = server.get(&format!("/toy/things?page={value}")).await.refused(400, "query");
        assert_eq!(refusal.0, "page", "{value}");
    }
}
