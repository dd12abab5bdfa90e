//! The command itself: what it takes, and how it begins and ends.

use authplane_tests::process::{self, PATIENCE, Server};
use authplane_tests::{Call, Database, Tenant, TestServer};
use http::Method;
use serde_json::json;

use crate::it::things::{self, gateway_of};

/// The command with the environment of a package.
fn command(issuer: &str, id: &str, secret: &str, arguments: &[&str]) -> tokio::process::Command {
    let mut all = vec!["authorizer", "--listen", "127.0.0.1:0"];
    all.extend(arguments);
    let mut command = process::command(&all);
    command.env("ACP_ISSUER_URL", issuer).env("ACP_CLIENT_ID", id).env("ACP_CLIENT_SECRET", secret);
    command
}

#[tokio::test]
async fn it_begins_with_the_environment_of_a_package_says_how_it_is_and_ends_when_it_is_told() {
    let server = TestServer::shared(Database::Sqlite).await;
    let tenant = Tenant::new(&server).await;
    let gateway = gateway_of(&tenant, "default", "standalone").await;
    let client = &gateway["client"];
    let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
    let issuer = server.issuer(&tenant.id, "system");
    let authorizer = Server::from(command(&issuer, id, secret, &["--max-age-seconds", "60"])).await;
    let get = |path: &str| Call::new(Method::GET, format!("{}{path}", authorizer.url())).send();
    let health = get("/health").await.expect(200).json();
    assert_eq!((&health["ready"], &health["control_plane"]), (&json!(true), &json!("there")));
    assert_eq!(health["max_age_seconds"], 60);
    assert!(health["configuration_age_seconds"].as_i64().unwrap() < 60);
    let _ = get("/health/ready").await.expect(200);
    let _ = get("/health/alive").await.expect(200);
    let metrics = get("/metrics").await.expect(200).text();
    let age = metrics.lines().find_map(|line| line.strip_prefix("authplane_configuration_age_seconds "));
    assert!((0.0..60.0).contains(&age.expect(&metrics).parse::<f64>().unwrap()), "{metrics}");
    assert!(metrics.contains("authplane_ready 1"), "{metrics}");
    authorizer.signal("HUP").await;
    let _ = get("/health").await.expect(200);
    let (status, written) = authorizer.stop().await;
    assert!(status.success(), "{written}");
    for message in ["a configuration is in force", "\"message\":\"ready\"", "stopping"] {
        assert!(written.contains(message), "{message}: {written}");
    }
    assert!(!written.contains(secret) && !written.contains("eyJ"), "{written}");
}

#[tokio::test]
async fn it_says_what_is_missing_and_never_repeats_the_secret() {
    let secret = "a-secret-that-nobody-reads";
    let issuer = "http://127.0.0.1:9/default/system";
    for (issuer, id, secret, arguments, said) in [
        ("", "door", secret, &[][..], "`issuer_url` is missing"),
        (issuer, "", secret, &[], "`client_id` is missing"),
        (issuer, "door", "", &[], "ACP_CLIENT_SECRET"),
        ("not a URL", "door", secret, &[], "issuer_url must be the issuer"),
        ("http://127.0.0.1:9/default/default", "door", secret, &[], "issuer_url must be the issuer"),
        ("ftp://127.0.0.1:9/default/system", "door", secret, &[], "issuer_url must be the issuer"),
        (issuer, "door", secret, &["--server-url", "http://127.0.0.1:9/api"], "server_url must be the origin"),
        (issuer, "door", secret, &["--max-age-seconds", "0"], "max_age_seconds must be from 1"),
        (issuer, "door", secret, &["--config", "/nothing/there.toml"], "/nothing/there.toml"),
        (issuer, "door", secret, &["--server-url", "nowhere"], "relative URL"),
    ] {
        let mut command = command(issuer, id, secret, arguments);
        let output = tokio::time::timeout(PATIENCE, command.output()).await.expect("it ends").unwrap();
        let written = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{written}");
        assert!(written.contains(said), "{said}: {written}");
        assert!(secret.is_empty() || !written.contains(secret), "{written}");
    }
}

/// A control plane that nobody ever heard of lets nothing pass, and a gateway that it doesn't know neither.
#[tokio::test]
async fn without_a_configuration_nothing_passes() {
    let server = TestServer::shared(Database::Sqlite).await;
    let tenant = Tenant::new(&server).await;
    let gateway = gateway_of(&tenant, "default", "standalone").await;
    let id = gateway["client_id"].as_str().unwrap();
    let _ = things::policy(&tenant, &json!([{"name": "true"}])).await;
    let issuer = server.issuer(&tenant.id, "system");
    for (issuer, secret) in [("http://127.0.0.1:9/default/system", "x"), (issuer.as_str(), "wrong")] {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = process::command(&["authorizer", "--listen", &format!("127.0.0.1:{port}")]);
        command.env("ACP_ISSUER_URL", issuer).env("ACP_CLIENT_ID", id).env("ACP_CLIENT_SECRET", secret);
        let mut child = command.spawn().unwrap();
        let get = |path: &str| Call::new(Method::GET, format!("http://127.0.0.1:{port}{path}"));
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let health = get("/health").send().await.expect(503).json();
        assert_eq!((&health["ready"], &health["configuration_age_seconds"]), (&json!(false), &json!(null)));
        let _ = get("/health/alive").send().await.expect(200);
        let _ = get("/ext-authz/open").send().await.expect(503);
        assert!(get("/metrics").send().await.expect(200).text().contains("authplane_configuration_age_seconds inf"));
        child.kill().await.unwrap();
    }
}
