//! What the process is told, and how it says that requests belong elsewhere.

use authplane_tests::Call;
use authplane_tests::database::Folder;
use http::Method;

use super::{Server, serve};

#[tokio::test]
async fn only_signals_that_mean_an_end_end_it() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    for name in ["HUP", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "IO", "PWR", "STKFLT", "XCPU", "XFSZ", "PIPE"] {
        server.signal(name).await;
    }
    let _ = server.get("/health/ready").await.expect(200);
    while !server.written().contains("SIGUSR2") {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    server.signal("QUIT").await;
    let (status, written) = server.end().await;
    assert!(status.success(), "{written}");
}

#[tokio::test]
async fn hangup_takes_over_what_can_be_and_says_what_can_not() {
    let folder = Folder::new();
    let file = folder.path().join("authplane.toml");
    let settings = |text: &str| std::fs::write(&file, text).unwrap();
    settings("request_log = \"off\"\ndrain_seconds = 3\nwrong_secrets = 20");
    let server = Server::from(serve(folder.path(), &["--config", &file.to_string_lossy()])).await;
    let wrong_secret = || {
        let call = Call::new(Method::POST, format!("{}/default/default/oauth2/token", server.url()));
        call.basic("nobody", "wrong").form(&[("grant_type", "client_credentials")]).send()
    };
    let _ = wrong_secret().await.expect(401);
    settings("request_log = \"all\"\ndrain_seconds = 4\nwrong_secrets = 2");
    server.signal("HUP").await;
    while !server.written().contains("count from the next start") {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let written = server.written();
    assert!(written.contains(r#""taken":["request_log","wrong_secrets"]"#), "{written}");
    assert!(written.contains(r#""settings":["drain_seconds"]"#), "{written}");
    assert!(!written.contains("get_token"), "{written}");
    let _ = wrong_secret().await.expect(401);
    let _ = wrong_secret().await.expect(429);
    settings("request_log = \"nonsense\"");
    server.signal("HUP").await;
    while !server.written().contains("the settings stay as they were") {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let _ = wrong_secret().await.expect(429);
    assert!(server.written().contains("\"status\":429"), "{}", server.written());
}

#[tokio::test]
async fn before_it_ends_it_answers_and_says_that_it_will() {
    let folder = Folder::new();
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_SHUTDOWN_DELAY_SECONDS", "600");
    let server = Server::from(command).await;
    let jwks = || Call::new(Method::GET, format!("{}/default/default/.well-known/jwks.json", server.url())).send();
    assert_eq!(jwks().await.expect(200).header("connection"), "");
    server.signal("TERM").await;
    while server.get("/health/ready").await.status != 503 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let _ = server.get("/health/alive").await.expect(200);
    assert_eq!(jwks().await.expect(200).header("connection"), "close");
    // Who is at the keyboard doesn't wait for that.
    server.signal("INT").await;
    let (status, written) = server.end().await;
    assert_eq!(status.code(), Some(1), "{written}");
}

#[tokio::test]
async fn a_person_at_the_keyboard_waits_for_no_balancer() {
    let folder = Folder::new();
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_SHUTDOWN_DELAY_SECONDS", "600");
    let server = Server::from(command).await;
    server.signal("INT").await;
    let (status, written) = server.end().await;
    assert!(status.success(), "{written}");
}
