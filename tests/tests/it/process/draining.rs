//! How it ends when somebody keeps it from ending.

use std::process::ExitStatus;

use authplane_tests::database::Folder;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{Server, serve};

/// A request whose body is waited for, and that hears when it is.
const HEAD: &str = "POST /default/admin/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                    Content-Length: 100\r\nExpect: 100-continue\r\n\r\n";

/// A server that waits so long for what is under way, and a connection on which this was sent.
async fn server_with(folder: &Folder, drain_seconds: &str, sent: &str) -> (Server, TcpStream) {
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_DRAIN_SECONDS", drain_seconds);
    let server = Server::from(command).await;
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).await.unwrap();
    stream.write_all(sent.as_bytes()).await.unwrap();
    if sent == HEAD {
        // Accepted isn't yet under way.
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(str::from_utf8(&answer), Ok("HTTP/1.1 100"));
    }
    // Another request on the way is answered, so the connection has been accepted too.
    let _ = server.get("/health/alive").await.expect(200);
    (server, stream)
}

async fn stopping(server: &Server) {
    server.signal("TERM").await;
    while !server.written().contains("\"stopping\"") {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_second_signal_ends_it_at_once() {
    for signal in ["TERM", "INT"] {
        let folder = Folder::new();
        let (server, _stream) = server_with(&folder, "600", HEAD).await;
        stopping(&server).await;
        server.signal(signal).await;
        let (status, written) = server.end().await;
        assert_eq!(status.code(), Some(1), "{written}");
        assert!(written.contains("second signal"), "{written}");
    }
}

async fn drained(sent: &str) -> (ExitStatus, String) {
    let folder = Folder::new();
    let (server, _stream) = server_with(&folder, "1", sent).await;
    stopping(&server).await;
    server.end().await
}

#[tokio::test]
async fn a_request_that_is_cut_off_is_a_failure() {
    let (status, written) = drained(HEAD).await;
    assert_eq!(status.code(), Some(1), "{written}");
    assert!(written.contains("authplane: 1 requests under way did not end in time"), "{written}");
}

#[tokio::test]
async fn a_connection_without_a_complete_request_is_none() {
    for sent in ["", "GET /health/al", "GET /health/alive HTTP/1.1\r\nHost: x\r\n"] {
        let (status, written) = drained(sent).await;
        assert!(status.success(), "{sent:?}: {written}");
        assert!(!written.contains("authplane: "), "{sent:?}: {written}");
        if sent.contains("Host") {
            assert!(written.contains("without a complete request"), "{sent:?}: {written}");
        }
    }
}
