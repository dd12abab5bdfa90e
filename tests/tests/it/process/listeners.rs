//! Listeners, health, metrics, and a database that comes and goes.

use std::collections::BTreeSet;
use std::time::Duration;

use authplane_tests::database::Folder;
use authplane_tests::{Call, Database};
use http::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::{PATIENCE, Server, administrator_token, credentials, serve, serve_at};
use crate::it::domain::line::Line;

#[tokio::test]
async fn control_listen_takes_the_control_surface_off_the_public_listener() {
    let folder = Folder::new();
    let server = Server::from(serve(folder.path(), &["--control-listen", "127.0.0.1:0"])).await;
    let (public, control) = (server.url().to_owned(), server.control().to_owned());
    assert_ne!(public, control);
    assert_eq!(credentials(folder.path())["url"], public);
    assert_eq!(credentials(folder.path())["control_url"], control);
    let token = administrator_token(folder.path()).await;
    let get = |base: &str, path: &str| Call::new(Method::GET, format!("{base}{path}")).bearer(&token).send();
    for path in [
        "/api/resources",
        "/api/admin/default/servers/default/services",
        "/alive",
        "/health/alive",
        "/health/ready",
        "/metrics",
        "/reference",
    ] {
        let _ = get(&control, path).await.expect(200);
        let hidden = get(&public, path).await.expect(404);
        assert_eq!(hidden.json()["error"], "not_found", "{path}");
    }
    for path in ["/api/resources/x", "/local-user-store/api/v1/api-clients/x", "/api/admin/default/clients/x"] {
        // As if there were nothing: not even who is asked for a credential.
        let _ = Call::new(Method::GET, format!("{public}{path}")).send().await.expect(404);
        let _ = Call::new(Method::DELETE, format!("{public}{path}")).send().await.expect(404);
        let _ = Call::new(Method::GET, format!("{control}{path}")).send().await.expect(401);
    }
    let _ = get(&public, "/default/default/.well-known/jwks.json").await.expect(200);
    let _ = get(&control, "/default/default/.well-known/jwks.json").await.expect(404);
    let _ = Call::new(Method::POST, format!("{control}/default/admin/oauth2/token")).send().await.expect(404);
    assert!(server.stop().await.0.success());
}

#[tokio::test]
async fn metrics_count_by_operation_and_class_and_nobody_can_make_new_series() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let series = async || -> BTreeSet<String> {
        let metrics = server.get("/metrics").await.expect(200);
        assert!(metrics.header("content-type").starts_with("application/openmetrics-text"));
        let text = metrics.text();
        assert!(text.ends_with("# EOF\n"));
        text.lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.rsplit_once(' ').unwrap().0.to_owned())
            .collect()
    };
    let before = series().await;
    assert!(before.contains("authplane_ready"));
    for number in 0..100 {
        let _ = server.get(&format!("/api/resources/{number}")).await.expect(401);
        let _ = server.get(&format!("/{number}/{number}/.well-known/jwks.json")).await.expect(404);
        let _ = server.get(&format!("/random/{number}/path?{number}")).await.expect(404);
    }
    assert_eq!(series().await, before);
    let text = server.get("/metrics").await.text();
    let line =
        text.lines().find(|line| line.contains("operation=\"get_jwks\"") && line.contains("class=\"4xx\"")).unwrap();
    assert!(line.starts_with("authplane_http_answers_total{") && line.ends_with(" 100"), "{line}");
    assert!(text.contains("\nauthplane_ready 1"));
    assert!(server.stop().await.0.success());
}

#[tokio::test]
async fn what_is_not_served_is_not_there() {
    let folder = Folder::new();
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_SERVE_METRICS", "false").env("AUTHPLANE_SERVE_REFERENCE", "false");
    let server = Server::from(command).await;
    for path in ["/metrics", "/reference", "/reference/reference.js", "/openapi.json", "/"] {
        let _ = server.get(path).await.expect(404);
    }
    let _ = server.get("/health/ready").await.expect(200);
}

#[tokio::test]
async fn the_log_shows_the_beginning_of_a_long_path() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let _ = server.get(&format!("/{}", "a".repeat(30_000))).await.expect(404);
    let (_, written) = server.stop().await;
    assert_eq!(written.matches(&"a".repeat(1023)).count(), 1, "{written}");
    assert!(written.lines().all(|line| line.len() < 1500), "{written}");
}

#[tokio::test]
async fn what_is_no_http_has_its_line_too() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let address = server.url().strip_prefix("http://").unwrap().to_owned();
    let long = format!("GET / HTTP/1.1\r\nhost: {address}\r\nlong: {}\r\n\r\n", "s3cret".repeat(16 * 1024));
    for (sent, status) in [("s3cret\r\n\r\n", 400), ("GET / HTTP/1.1\r\ns3cret\r\n\r\n", 400), (&long, 431)] {
        let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
        // It may be closed before all of it is taken.
        let _ = stream.write_all(sent.as_bytes()).await;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&answer), format!("HTTP/1.1 {status}"));
    }
    let metrics = server.get("/metrics").await.text();
    assert!(metrics.contains("authplane_connections_closed_total{reason=\"not_http\"} 3\n"), "{metrics}");
    let (_, written) = server.stop().await;
    let lines: Vec<_> = written.lines().filter(|line| line.contains("no HTTP")).collect();
    assert_eq!(lines.len(), 3, "{written}");
    assert!(lines.iter().all(|line| line.contains("\"remote\":\"127.0.0.1:")), "{lines:?}");
    assert!(lines[2].contains("too large"), "{lines:?}");
    assert!(!written.contains("s3cret"), "{written}");
}

#[tokio::test]
async fn health_tells_alive_from_ready_and_the_server_recovers_with_its_database() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let folder = Folder::new();
    let line = Line::to(&Database::Postgres.create(folder.path()).await).await;
    // Nobody is told of the port before it is ready, so it has to be known beforehand.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("127.0.0.1:{port}");
    let base = format!("http://{address}");
    let flags = ["--database-url", line.url.as_str(), "--public-url", &base];
    let starting = tokio::spawn(Server::from(serve_at(&address, folder.path(), &flags)));
    let get = |path: &str| Call::new(Method::GET, format!("{base}{path}"));
    let mut waited = Duration::ZERO;
    while tokio::net::TcpStream::connect(&address).await.is_err() {
        tokio::time::sleep(Duration::from_millis(20)).await;
        waited += Duration::from_millis(20);
        assert!(waited < PATIENCE, "it listens before the database is there");
    }
    for alive in ["/health/alive", "/alive"] {
        assert_eq!(get(alive).send().await.expect(200).json(), json!({"alive": true}));
    }
    assert_eq!(get("/health/ready").send().await.expect(503).json(), json!({"ready": false}));
    for path in
        ["/default/default/.well-known/jwks.json", "/api/resources", "/api/admin/default/servers/default/services"]
    {
        let answer = get(path).send().await.expect(503);
        assert!(!answer.header("retry-after").is_empty() && answer.json().is_object(), "{path}");
    }
    assert!(!starting.is_finished(), "no ready line before the database is there");

    line.mend();
    let server = tokio::time::timeout(PATIENCE, starting).await.expect("it becomes ready").unwrap();
    assert_eq!(get("/health/ready").send().await.expect(200).json(), json!({"ready": true}));
    let token = administrator_token(folder.path()).await;
    let _ = get("/api/resources").bearer(&token).send().await.expect(200);

    line.cut();
    let eventually = async |path: &str, status: u16| {
        let mut waited = Duration::ZERO;
        loop {
            let answer = get(path).bearer(&token).send().await;
            if answer.status == status {
                break answer;
            }
            assert!([200, 503].contains(&answer.status), "{path}: {} {}", answer.status, answer.text());
            tokio::time::sleep(Duration::from_millis(50)).await;
            waited += Duration::from_millis(50);
            assert!(waited < PATIENCE, "{path} never answered {status}");
        }
    };
    eventually("/health/ready", 503).await;
    let _ = get("/health/alive").send().await.expect(200);
    let refused = eventually("/api/resources", 503).await;
    assert_eq!(refused.json()["code"], "server.unavailable");
    let body = json!({"name": "n", "indicator": "urn:lost"});
    let lost = Call::new(Method::POST, format!("{base}/api/resources")).bearer(&token).json(body).send().await;
    assert_eq!(lost.status, 503);
    assert!(get("/metrics").send().await.text().contains("\nauthplane_ready 0"));
    line.mend();
    eventually("/health/ready", 200).await;
    let resources = eventually("/api/resources", 200).await.json();
    assert!(resources.as_array().unwrap().iter().all(|resource| resource["indicator"] != "urn:lost"));
    while !server.written().contains("the database is back") {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let (status, written) = server.stop().await;
    assert!(status.success());
    assert!(written.contains("waiting for the database"));
    for (words, times) in [("the database is lost", 1), ("the database is back", 1)] {
        assert_eq!(written.matches(words).count(), times, "{words}: {written}");
    }
    // Before it was ready, and after it was lost.
    for line in
        written.lines().filter(|line| line.contains("\"status\":503") && !line.contains("\"operation\":\"ready\""))
    {
        assert!(line.contains("\"cause\":\""), "{line}");
    }
    let password = "postgres://";
    assert!(!written.contains(password), "the URL of the database stays out of the log");
}
