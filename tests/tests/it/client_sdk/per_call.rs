//! What one call alone has: its time, its headers.

use std::time::Duration;

use authplane_client::oauth::{AuthorizationServer, Caller, Credentials};
use authplane_client::{Client, Error, Secret};

use super::canned::{RESOURCES, SERVER_METADATA, Seen, Server, TOKEN, canned, connect, path_of, well_behaved};

/// A server at which two endpoints never answer.
async fn silent() -> Server {
    Server::start(|request, before, url| match path_of(request) {
        RESOURCES | "/introspect" => canned(503, "").header("retry-after", "7"),
        _ => well_behaved(request, before, url),
    })
    .await
}

#[tokio::test]
async fn a_time_limit_holds_for_its_clone_alone_and_for_all_that_the_clone_does() {
    let server = silent().await;
    let patient = connect(&server).await;
    // The pause that the server asks for does not fit in, so its answer comes at once.
    let hasty = patient.with_timeout(Duration::from_secs(2));
    hasty.list_resources().send().await.unwrap_err();
    assert_eq!(server.count(RESOURCES), 1);
    let found = hasty.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
    let (reader, token) = (Credentials::new("a", "b"), Secret::from("t"));
    found.introspect(Caller::Client(&reader), &token).await.unwrap_err();
    assert_eq!(server.count("/introspect"), 1);
    let found = patient.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
    found.with_timeout(Duration::from_secs(2)).introspect(Caller::Client(&reader), &token).await.unwrap_err();
    assert_eq!(server.count("/introspect"), 2);

    // The other one goes on waiting.
    let call = tokio::spawn(async move { patient.list_resources().send().await.map(|_| ()) });
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(server.count(RESOURCES), 2);
    assert!(!call.is_finished());
    call.abort();
}

#[tokio::test]
async fn a_time_limit_that_has_passed_is_an_error_that_says_so() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::builder(format!("http://{}", listener.local_addr().unwrap())).build().await.unwrap();
    let error = client.with_timeout(Duration::from_millis(20)).list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::Connection(error) if error.is_timeout()), "{error:?}");
}

#[tokio::test]
async fn a_header_goes_with_all_that_its_clone_does_on_each_try_and_with_nothing_else() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (RESOURCES, 0) => canned(503, ""),
        ("/introspect", _) => canned(200, r#"{"active":false}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let plain = connect(&server).await;
    let marked = plain.with_header("x-mark", "first").unwrap().with_header("X-Mark", "s3cr3t").unwrap();
    let marked = marked.with_header("x-other", "two").unwrap();
    marked.list_resources().send().await.unwrap();
    let found = marked.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
    let (reader, token) = (Credentials::new("a", "b"), Secret::from("t"));
    found.introspect(Caller::Client(&reader), &token).await.unwrap();

    let marks = |path: &str| -> Vec<Option<(String, String)>> {
        let seen = server.seen.lock().unwrap();
        let header = |seen: &Seen, name: &str| seen.headers.get(name).cloned();
        let of = |seen: &Seen| header(seen, "x-mark").zip(header(seen, "x-other"));
        seen.iter().filter(|seen| path_of(seen) == path).map(of).collect()
    };
    let both = Some(("s3cr3t".to_owned(), "two".to_owned()));
    assert_eq!(marks(RESOURCES), [both.clone(), both.clone()], "the repetition, too");
    assert_eq!(marks("/introspect"), std::slice::from_ref(&both));
    // Discovery for the client itself, then for the server that the marked one looks for.
    assert_eq!(marks(SERVER_METADATA), [None, both]);
    assert_eq!(marks(TOKEN), [None], "the token is everybody's");

    plain.list_resources().send().await.unwrap();
    assert_eq!(marks(RESOURCES)[2], None);
    let printed = format!("{marked:?} {found:?}");
    assert!(!printed.contains("s3cr3t"), "{printed}");
    let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    found.with_header("x-mark", "1").unwrap().introspect(Caller::Client(&reader), &token).await.unwrap();
    assert_eq!(server.last("/introspect").headers["x-mark"], "1");
}

#[tokio::test]
async fn headers_that_would_break_a_request_or_let_others_in_are_refused() {
    let server = silent().await;
    let client = connect(&server).await;
    let found = client.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
    for (name, value) in [
        ("authorization", "Bearer s3cr3t"),
        ("Content-Type", "s3cr3t"),
        ("content-length", "3"),
        ("accept", "s3cr3t"),
        ("host", "s3cr3t"),
        ("transfer-encoding", "chunked"),
        ("no name", "s3cr3t"),
        ("x-mark", "s3cr3t\r\nx-other: 1"),
    ] {
        for error in [client.with_header(name, value).unwrap_err(), found.with_header(name, value).unwrap_err()] {
            assert!(matches!(error, Error::Configuration(_)), "{name}: {error:?}");
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
        }
    }
}

#[tokio::test]
async fn an_http_client_that_the_program_configured_is_used_for_everything() {
    let server = Server::start(well_behaved).await;
    let builder = Client::builder(&server.url).configure_http_client(|http| http.user_agent("my program"));
    let client = builder.client_credentials("a", "b").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    client.with_timeout(Duration::from_secs(9)).list_resources().send().await.unwrap();
    let seen = server.seen.lock().unwrap();
    assert!(seen.len() >= 5 && seen.iter().all(|seen| seen.headers["user-agent"] == "my program"));
}
