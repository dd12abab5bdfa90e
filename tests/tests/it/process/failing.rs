//! What the log tells of failures, and whose fault a slow body is.

use authplane_tests::Call;
use authplane_tests::database::Folder;
use http::Method;
use sea_orm::ConnectionTrait as _;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{PATIENCE, Server, administrator_token, serve, text};

fn lines(written: &str) -> Vec<Value> {
    written.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn why_a_request_failed_is_in_its_line_and_nowhere_else() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let token = administrator_token(folder.path()).await;
    let database = format!("sqlite://{}", folder.path().join("authplane.db").display());
    let connection = sea_orm::Database::connect(database).await.unwrap();
    // Each dialect reads one of these; the administrator's own client is remembered.
    for table in ["api_clients", "services", "clients"] {
        connection.execute_unprepared(&format!("ALTER TABLE {table} RENAME TO missing_{table}")).await.unwrap();
    }
    connection.close().await.unwrap();
    let mut failed = Vec::new();
    for path in [
        "/local-user-store/api/v1/api-clients/0b5cb1f6-6d0a-4d3e-9d77-3f6f5a8b9c0d",
        "/api/resources/unknown",
        "/api/admin/default/clients/unknown",
    ] {
        let call = Call::new(Method::GET, format!("{}{path}", server.url())).bearer(&token);
        let answer = call.send().await.expect(500);
        assert!(!answer.text().contains("no such table"), "{}", answer.text());
        failed.push(answer.header("x-request-id").to_owned());
    }
    let call = Call::new(Method::POST, format!("{}/default/admin/oauth2/token", server.url())).basic("unknown", "x");
    let answer = call.form(&[("grant_type", "client_credentials")]).send().await.expect(500);
    assert_eq!(answer.json()["error"], "server_error");
    failed.push(answer.header("x-request-id").to_owned());
    let (_, written) = server.stop().await;
    let lines = lines(&written);
    for id in failed {
        let line = lines.iter().find(|line| line["request_id"] == id.as_str()).unwrap();
        assert_eq!(line["level"], "error");
        assert!(line["cause"].as_str().unwrap().contains("no such table"), "{line}");
    }
    let requests = lines.iter().filter(|line| line["message"] == "request");
    for line in requests.filter(|line| line["status"].as_u64().unwrap() < 500) {
        assert!(line.get("cause").is_none(), "{line}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_408_in_every_dialect() {
    let folder = Folder::new();
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_REQUEST_DEADLINE_SECONDS", "1");
    let server = Server::from(command).await;
    let token = administrator_token(folder.path()).await;
    let address = server.url().strip_prefix("http://").unwrap();
    let json = "application/json";
    let cases = [
        ("/api/admin/default/clients", json, "status_code"),
        ("/api/admin/default/services/profile-default/apis/import/text", "text/plain", "status_code"),
        ("/api/resources", json, "code"),
        ("/local-user-store/api/v1/api-clients", json, "error_code"),
        ("/default/admin/oauth2/token", "application/x-www-form-urlencoded", "error"),
    ];
    let answers = futures::future::join_all(cases.map(|(path, label, _)| {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: {label}\r\n\
             Content-Length: 100\r\n\r\nx"
        );
        async move {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(head.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await.expect("it closes").unwrap();
            text(&answer)
        }
    }))
    .await;
    for (answer, (path, _, member)) in answers.iter().zip(cases) {
        assert!(answer.starts_with("HTTP/1.1 408 "), "{path}: {answer}");
        let body: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        assert!(body.get(member).is_some(), "{path}: {body}");
    }
    let (_, written) = server.stop().await;
    let lines = lines(&written);
    let slow: Vec<&Value> = lines.iter().filter(|line| line["status"] == 408).collect();
    assert_eq!(slow.len(), cases.len());
    assert!(slow.iter().all(|line| line["level"] == "info"), "{written}");
}
