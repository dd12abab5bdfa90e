//! Starts, what they leave behind, and how they end.

use std::fs;
use std::io::Write as _;

use authplane_tests::Call;
use authplane_tests::database::Folder;
use authplane_tests::http::client;
use authplane_tests::tenant::texts;
use http::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{PATIENCE, Server, administrator_token, credentials, mode, run, serve, text, token_of};

#[tokio::test]
async fn ready_is_one_line_of_json_and_the_only_one_on_stdout() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let url = server.url().to_owned();
    assert_eq!(server.ready, json!({"ready": true, "url": url, "control": url}));
    assert!(url.starts_with("http://127.0.0.1:") && !url.ends_with(":0"));
    let _ = server.get("/health/alive").await.expect(200);
    let (status, written) = server.stop().await;
    assert!(status.success());
    assert_eq!(written.matches("\"ready\":true").count(), 1, "{written}");
    for line in written.lines() {
        let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(value.is_object());
    }
}

#[tokio::test]
async fn the_first_start_leaves_credentials_and_keys_for_their_owner_alone() {
    let folder = Folder::new();
    let data = folder.path().join("new").join("data");
    let server = Server::start(&data).await;
    assert_eq!(
        (mode(&data), mode(&data.join("admin-credentials.json")), mode(&data.join("master.key"))),
        (0o700, 0o600, 0o600)
    );
    let credentials = credentials(&data);
    let members: Vec<&String> = credentials.as_object().unwrap().keys().collect();
    assert_eq!(members.len(), 8);
    let url = server.url().to_owned();
    let issuer = format!("{url}/default/admin");
    assert_eq!((&credentials["url"], &credentials["control_url"]), (&json!(url), &json!(url)));
    assert_eq!(credentials["issuer"], issuer);
    assert_eq!(credentials["token_endpoint"], format!("{issuer}/oauth2/token"));
    assert_eq!(
        (credentials["tenant_id"].as_str(), credentials["client_id"].as_str().map(str::len)),
        (Some("default"), Some(36))
    );
    let token = administrator_token(&data).await;
    let _ = Call::new(Method::GET, format!("{url}/api/resources")).bearer(&token).send().await.expect(200);
    let installation = &credentials["installation"];
    assert_eq!(installation.as_object().unwrap().len(), 4);
    assert_eq!(installation["issuer"], format!("{url}/system/system"));
    let token = token_of(installation).await;
    let listed = Call::new(Method::GET, format!("{url}/api/system/tenants")).bearer(&token).send().await.expect(200);
    assert_eq!(texts(&listed.json()["Tenants"], "id"), ["system", "default"]);
    server.stop().await;

    let files = |name: &str| fs::read(data.join(name)).unwrap();
    let before = (files("admin-credentials.json"), files("master.key"));
    let again = Server::from(super::serve_at(url.strip_prefix("http://").unwrap(), &data, &[])).await;
    assert_eq!((files("admin-credentials.json"), files("master.key")), before, "a second start changes nothing");
    again.stop().await;
    // Who took the file away for good doesn't find it again.
    fs::remove_file(data.join("admin-credentials.json")).unwrap();
    let again = Server::start(&data).await;
    assert!(!data.join("admin-credentials.json").exists());
    again.stop().await;
}

#[tokio::test]
async fn the_credentials_have_the_addresses_of_the_last_start() {
    let folder = Folder::new();
    let data = folder.path();
    Server::start(data).await.stop().await;
    let file = data.join("admin-credentials.json");
    let first = credentials(data);
    let moved =
        Server::from(serve(data, &["--public-url", "https://auth.example", "--control-listen", "127.0.0.1:0"])).await;
    let second = credentials(data);
    assert_eq!(second["url"], "https://auth.example");
    assert_eq!(second["control_url"], moved.ready["control"]);
    assert_eq!(second["issuer"], "https://auth.example/default/admin");
    assert_eq!(second["token_endpoint"], "https://auth.example/default/admin/oauth2/token");
    for same in ["client_id", "client_secret", "tenant_id"] {
        assert_eq!(second[same], first[same]);
    }
    assert_eq!(mode(&file), 0o600);
    moved.stop().await;
    // Back again, and the credentials are good there.
    assert_eq!(second["installation"]["issuer"], "https://auth.example/system/system");
    let back = Server::start(data).await;
    assert_eq!(credentials(data)["url"], back.url());
    administrator_token(data).await;
    token_of(&credentials(data)["installation"]).await;
    back.stop().await;

    // One that an earlier release wrote knows nobody who administers the installation.
    let mut earlier = credentials(data);
    earlier.as_object_mut().unwrap().remove("installation");
    fs::write(&file, earlier.to_string()).unwrap();
    let now = Server::start(data).await;
    assert_eq!(credentials(data)["installation"]["client_id"], first["installation"]["client_id"]);
    token_of(&credentials(data)["installation"]).await;
    assert_eq!(credentials(data)["client_secret"], first["client_secret"]);
    now.stop().await;

    // What isn't the file that it wrote stays as it is.
    for other in ["", "{}", r#"{"url":"x"}"#] {
        fs::write(&file, other).unwrap();
        Server::start(data).await.stop().await;
        assert_eq!(fs::read_to_string(&file).unwrap(), other);
    }
}

#[tokio::test]
async fn no_secret_is_written_to_any_stream() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let token = administrator_token(folder.path()).await;
    let secret = credentials(folder.path())["client_secret"].as_str().unwrap().to_owned();
    let id = credentials(folder.path())["client_id"].as_str().unwrap().to_owned();
    let master_key = fs::read_to_string(folder.path().join("master.key")).unwrap().trim().to_owned();
    let url = server.url().to_owned();
    let call = |method, path: &str| Call::new(method, format!("{url}{path}")).bearer(&token);
    let _ = call(Method::GET, &format!("/api/resources?access_token={token}&x={secret}")).send().await.expect(200);
    let _ = call(Method::GET, "/api/resources/none").send().await.expect(404);
    let _ = call(Method::POST, "/api/resources")
        .body("application/json", format!("{{\"name\":\"{secret}\""))
        .send()
        .await
        .expect(400);
    let endpoint = format!("{url}/default/admin/oauth2/token");
    let _ = Call::new(Method::POST, &endpoint)
        .basic(&id, "wrong-secret-to-be-kept")
        .form(&[("grant_type", "client_credentials")])
        .send()
        .await
        .expect(401);
    let _ = Call::new(Method::POST, &endpoint)
        .basic(&id, &secret)
        .form(&[("grant_type", secret.as_str())])
        .send()
        .await
        .expect(400);
    let revoked = Call::new(Method::POST, format!("{url}/default/admin/oauth2/revoke")).basic(&id, &secret);
    let _ = revoked.form(&[("token", &token)]).send().await.expect(200);
    let (_, written) = server.stop().await;
    let signature = token.rsplit('.').next().unwrap();
    for kept in [secret.as_str(), "wrong-secret-to-be-kept", &master_key, &token, signature] {
        assert!(!written.contains(kept), "a secret stands in the log");
    }
    assert!(written.contains("\"operation\":\"token\""), "but the requests do");
}

#[tokio::test]
async fn every_request_has_one_line_with_the_id_of_its_answer() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    let answer = server.get("/api/resources/%0A%22%7B%7Dhostile?secret=1").await.expect(401);
    let id = answer.header("x-request-id").to_owned();
    assert!(!id.is_empty());
    let (_, written) = server.stop().await;
    let lines: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of_request: Vec<&Value> = lines.iter().filter(|line| line["request_id"] == id.as_str()).collect();
    assert_eq!(of_request.len(), 1);
    let line = of_request[0];
    assert_eq!((&line["method"], &line["status"], &line["level"]), (&json!("GET"), &json!(401), &json!("info")));
    assert_eq!(line["path"], "/api/resources/%0A%22%7B%7Dhostile");
}

#[tokio::test]
async fn flags_win_over_the_environment_and_the_environment_over_the_file() {
    let folder = Folder::new();
    let file = folder.path().join("authplane.toml");
    fs::write(
        &file,
        "public_url = \"https://file.example\"\nsigning_algorithm = \"EdDSA\"\nlisten = \"192.0.2.1:1\"\n",
    )
    .unwrap();
    let issuer = async |flags: &[&str], environment: &[(&str, &str)]| {
        let data = folder.path().join("data");
        let mut arguments = vec!["--config", file.to_str().unwrap()];
        arguments.extend(flags);
        let mut command = serve(&data, &arguments);
        command.envs(environment.iter().copied());
        let server = Server::from(command).await;
        let path = "/default/default/.well-known/openid-configuration";
        let issuer = server.get(path).await.expect(200).json()["issuer"].as_str().unwrap().to_owned();
        assert!(server.stop().await.0.success());
        issuer
    };
    assert_eq!(issuer(&[], &[]).await, "https://file.example/default/default");
    let environment = [("AUTHPLANE_PUBLIC_URL", "https://environment.example"), ("AUTHPLANE_LISTEN", "192.0.2.1:2")];
    assert_eq!(issuer(&[], &environment).await, "https://environment.example/default/default");
    let flags = ["--public-url", "https://flag.example"];
    assert_eq!(issuer(&flags, &environment).await, "https://flag.example/default/default");
}

#[tokio::test]
async fn what_cannot_start_says_why_in_one_line_and_fails() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    let file = folder.path().join("authplane.toml");
    let failed = async |flags: &[&str], reason: &str| {
        let output = tokio::time::timeout(PATIENCE, serve(&data, flags).output()).await.expect("it ends").unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{flags:?}: {said}");
        assert!(said.contains(reason), "{flags:?}: {said}");
        assert!(said.trim_end().lines().count() == 1 && said.starts_with("authplane: "), "{said}");
        assert!(output.stdout.is_empty());
        said
    };
    fs::write(&file, "listen_on = \"127.0.0.1:1\"\n").unwrap();
    failed(&["--config", file.to_str().unwrap()], "listen_on").await;
    fs::write(&file, "database_url = \"postgres://me:hunter2").unwrap();
    let said = failed(&["--config", file.to_str().unwrap()], "authplane.toml").await;
    assert!(!said.contains("hunter2"));
    failed(&["--config", "/nonexistent/authplane.toml"], "/nonexistent/authplane.toml").await;
    failed(&["--public-url", "auth.example"], "").await;
    fs::write(&file, "request_log = \"loud\"\n").unwrap();
    failed(&["--config", file.to_str().unwrap()], "loud").await;
    failed(&["--database-url", "mysql://x"], "database_url").await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    failed(&["--control-listen", &address], &address).await;
    fs::File::create(data.join("master.key")).unwrap().write_all(b"not a key").unwrap();
    failed(&[], "master_keys").await;
}

#[tokio::test]
async fn a_second_server_on_the_same_data_folder_is_told_so() {
    let folder = Folder::new();
    let first = Server::start(folder.path()).await;
    let database = format!("sqlite://{}?mode=rwc", folder.path().join("authplane.db").display());
    for flags in [&[][..], &["--database-url", &database]] {
        let output =
            tokio::time::timeout(PATIENCE, serve(folder.path(), flags).output()).await.expect("it ends").unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("in use") && said.contains(folder.path().to_str().unwrap()), "{said}");
    }
    let _ = first.get("/health/ready").await.expect(200);
    assert!(first.stop().await.0.success());
    // And after it there is room.
    assert!(Server::start(folder.path()).await.stop().await.0.success());
}

#[tokio::test]
async fn a_second_data_folder_does_not_help_a_second_server_to_the_same_database() {
    let folder = Folder::new();
    let first = Server::start(&folder.path().join("first")).await;
    let file = folder.path().join("first").join("authplane.db");
    let link = folder.path().join("link.db");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let second = folder.path().join("second");
    let flags = |url: &str| {
        vec!["--data-dir".to_owned(), second.display().to_string(), "--database-url".to_owned(), url.to_owned()]
    };
    let urls = [
        format!("sqlite://{}?mode=rwc", file.display()),
        format!("sqlite:{}", link.display()),
        format!("sqlite://{}", file.display().to_string().replace("authplane", "%61uthplane")),
    ];
    for url in &urls {
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["credentials", "--reset"]] {
            let flags = flags(url);
            let arguments: Vec<&str> = command.iter().copied().chain(flags.iter().map(String::as_str)).collect();
            let output = run(&arguments).await;
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
            assert!(said.contains("the database") && said.contains("in use"), "{arguments:?}: {said}");
            assert!(said.trim_end().lines().count() == 1, "{said}");
        }
    }
    assert_eq!(mode(&folder.path().join("first").join("authplane.db.lock")), 0o600);
    let _ = first.get("/health/ready").await.expect(200);
    assert!(first.stop().await.0.success());
    // And where there is no folder for it, the reason is told too.
    let nowhere = format!("sqlite://{}?mode=rwc", folder.path().join("none").join("x.db").display());
    let output = run(&["migrate", "--data-dir", second.to_str().unwrap(), "--database-url", &nowhere]).await;
    assert!(!output.status.success() && text(&output.stderr).contains("x.db"), "{}", text(&output.stderr));
}

#[tokio::test]
async fn told_to_stop_it_answers_what_it_has_begun_and_succeeds() {
    for signal in ["TERM", "INT"] {
        let folder = Folder::new();
        let server = Server::start(folder.path()).await;
        let address = server.url().strip_prefix("http://").unwrap().to_owned();
        let body = "grant_type=client_credentials";
        let head = format!(
            "POST /default/admin/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n",
            body.len()
        );
        let mut begun = TcpStream::connect(&address).await.unwrap();
        begun.write_all(head.as_bytes()).await.unwrap();
        begun.write_all(&body.as_bytes()[..5]).await.unwrap();
        // Another request on the way is answered, so the first one has been accepted too.
        let _ = server.get("/health/alive").await.expect(200);
        server.signal(signal).await;
        while !server.written().contains("stopping") {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        begun.write_all(&body.as_bytes()[5..]).await.unwrap();
        let mut answer = Vec::new();
        tokio::time::timeout(PATIENCE, begun.read_to_end(&mut answer)).await.expect("it answers").unwrap();
        assert!(text(&answer).starts_with("HTTP/1.1 401 "), "{}", text(&answer));
        let (status, written) = server.end().await;
        assert!(status.success(), "{written}");
        assert!(written.contains("stopping"));
    }
}

#[tokio::test]
async fn without_a_subcommand_it_serves() {
    let folder = Folder::new();
    let mut command = super::command(&[
        "--data-dir",
        folder.path().to_str().unwrap(),
        "--listen",
        "127.0.0.1:0",
        "--signing-algorithm",
        "EdDSA",
    ]);
    command.env("AUTHPLANE_REQUEST_LOG", "off");
    let server = Server::from(command).await;
    let _ = server.get("/health/ready").await.expect(200);
    let (status, written) = server.stop().await;
    assert!(status.success());
    assert!(!written.contains("\"message\":\"request\""));
    let bad = run(&["serve", "--no-such-flag"]).await;
    assert_eq!(bad.status.code(), Some(2));
    drop(client());
}
