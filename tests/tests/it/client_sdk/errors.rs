//! What is left of an answer that is no success: everything, and nothing of it is printed.

use authplane_client::{Client, Error, Secret, types};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// A server that answers everything with these bytes, and closes the connection.
async fn raw(answer: &'static str) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await.unwrap();
            stream.write_all(answer.as_bytes()).await.unwrap();
            let _ = stream.shutdown().await;
        }
    });
    Client::builder(url).access_token("t").build().await.unwrap()
}

/// Whatever a proxy may send, for an operation of each dialect.
async fn errors_of(answer: &'static str) -> Vec<Error> {
    let client = raw(answer).await;
    let token = types::TokenRequest::builder().grant_type("client_credentials");
    vec![
        client.get_client().tid("default").cid("robot").send().await.map(|_| ()).unwrap_err(),
        client.get_resource().id("orders").send().await.map(|_| ()).unwrap_err(),
        client.list_api_clients().send().await.map(|_| ()).unwrap_err(),
        client.token().tid("default").aid("default").body(token).send().await.map(|_| ()).unwrap_err(),
    ]
}

/// All of these facts are in each of the errors.
async fn keeps(answer: &'static str, status: u16, body: &str) {
    for error in errors_of(answer).await {
        let kept = error.answer().unwrap_or_else(|| panic!("nothing is left: {error:?}"));
        assert_eq!((kept.status().as_u16(), error.status().unwrap().as_u16()), (status, status), "{error:?}");
        assert_eq!(
            (error.request_id(), kept.request_id()),
            (Some("00000000-0000-4000-8000-000000000007"), Some("00000000-0000-4000-8000-000000000007")),
            "{error:?}"
        );
        assert_eq!(kept.headers()["x-proxy"], "s3cr3t", "{error:?}");
        assert_eq!(String::from_utf8_lossy(kept.body()), body, "{error:?}");
        let printed = format!("{error} {error:?} {error:#?} {kept:?}");
        assert!(!printed.contains("s3cr3t"), "{printed}");
    }
}

#[tokio::test]
async fn a_page_of_a_proxy_keeps_its_status_and_its_text() {
    let page = "HTTP/1.1 502 Bad Gateway\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: text/html\r\ncontent-length: 19\r\n\r\n<html>s3cr3t</html>";
    keeps(page, 502, "<html>s3cr3t</html>").await;
    // With a status that the operations have.
    let page = "HTTP/1.1 503 Service Unavailable\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: text/html\r\ncontent-length: 19\r\n\r\n<html>s3cr3t</html>";
    keeps(page, 503, "<html>s3cr3t</html>").await;
}

#[tokio::test]
async fn a_page_instead_of_a_success_keeps_its_status_and_its_text() {
    let page = "HTTP/1.1 200 OK\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: text/html\r\ncontent-length: 19\r\n\r\n<html>s3cr3t</html>";
    keeps(page, 200, "<html>s3cr3t</html>").await;
    for error in errors_of(page).await {
        assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
    }
}

#[tokio::test]
async fn an_empty_refusal_keeps_its_status() {
    let refusal = "HTTP/1.1 401 Unauthorized\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-length: 0\r\n\r\n";
    keeps(refusal, 401, "").await;
    for error in errors_of(refusal).await {
        assert!(matches!(error, Error::Unexpected { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn half_a_refusal_keeps_its_half() {
    let json = "HTTP/1.1 500 Internal Server Error\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: application/json\r\ncontent-length: 18\r\n\r\n{\"error\": \"s3cr3t\"";
    keeps(json, 500, "{\"error\": \"s3cr3t\"").await;
    // The connection breaks before the promised length.
    let broken = "HTTP/1.1 500 Internal Server Error\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{\"error\": \"s3cr3t\"";
    keeps(broken, 500, "{\"error\": \"s3cr3t\"").await;
}

#[tokio::test]
async fn half_a_success_says_that_it_was_one() {
    let json = "HTTP/1.1 200 OK\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: application/json\r\ncontent-length: 15\r\n\r\n{\"id\": \"s3cr3t\"";
    keeps(json, 200, "{\"id\": \"s3cr3t\"").await;
    let broken = "HTTP/1.1 200 OK\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{\"id\": \"s3cr3t\"";
    keeps(broken, 200, "").await;
    for error in errors_of(broken).await {
        assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_refusal_in_the_dialect_has_both_its_text_and_its_members() {
    let refusal = "HTTP/1.1 404 Not Found\r\nx-proxy: s3cr3t\r\nx-request-id: 00000000-0000-4000-8000-000000000007\r\ncontent-type: application/json\r\ncontent-length: 61\r\n\r\n{\"code\":\"entity.not_found\",\"message\":\"no such\",\"later\":\"new\"}";
    let error = raw(refusal).await.get_resource().id("orders").send().await.map(|_| ()).unwrap_err();
    let Error::Logto(refusal) = &error else { panic!("{error:?}") };
    assert_eq!(
        (refusal.status.as_u16(), refusal.request_id.as_deref()),
        (404, Some("00000000-0000-4000-8000-000000000007"))
    );
    assert_eq!(refusal.body.code, "entity.not_found");
    assert!(refusal.answer.body().ends_with(b"\"later\":\"new\"}"), "what this version doesn't know is there, too");
    assert_eq!(error.to_string(), "404 entity.not_found: no such (request 00000000-0000-4000-8000-000000000007)");
}

#[tokio::test]
async fn more_than_a_mebibyte_of_an_error_is_not_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let sent = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await.unwrap();
        stream.write_all(b"HTTP/1.1 500 x\r\nconnection: close\r\n\r\n").await.unwrap();
        // Without end, if it is read.
        let part = vec![b'x'; 65536];
        let mut sent = 0;
        while stream.write_all(&part).await.is_ok() {
            sent += part.len();
        }
        sent
    });
    let client = Client::builder(url).access_token(Secret::from("t")).build().await.unwrap();
    let error = client.list_resources().send().await.map(|_| ()).unwrap_err();
    assert_eq!(error.answer().unwrap().body().len(), 1024 * 1024);
    // What fits into the sockets' buffers goes on top.
    let sent = sent.await.unwrap();
    assert!(sent < 64 * 1024 * 1024, "{sent} bytes were read");
}
