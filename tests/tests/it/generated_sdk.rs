//! The generated half of the SDK: what the lockstep adds to what progenitor writes.

use std::collections::HashMap;
use std::sync::Arc;

use authplane_client::types;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

mod lists;
mod replacing;
mod signed_answers;

/// What a server of a test's own says: 200, with these headers, each of which ends its line.
struct Said {
    headers: String,
    body: String,
}

impl Said {
    fn json(body: &Value) -> Self {
        Self { headers: "content-type: application/json\r\n".to_owned(), body: body.to_string() }
    }
}

/// A server that says by path and query what it is told to; its URL.
async fn speaking(say: impl Fn(&str, HashMap<String, String>) -> Said + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let say = Arc::new(say);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let say = Arc::clone(&say);
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(stream.read_u8().await.unwrap());
                }
                let head = String::from_utf8(head).unwrap();
                let target = head.split(' ').nth(1).unwrap();
                let (path, query) = target.split_once('?').unwrap_or((target, ""));
                let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
                let Said { headers, body } = say(path, query);
                let length = body.len();
                let answer =
                    format!("HTTP/1.1 200 x\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n");
                stream.write_all(answer.as_bytes()).await.unwrap();
                stream.write_all(body.as_bytes()).await.unwrap();
            });
        }
    });
    url
}

#[test]
fn a_value_that_only_a_newer_server_knows_is_read_and_sent_as_it_is() {
    let read: types::AcpClientAuthentication = serde_json::from_str(r#""by_carrier_pigeon""#).unwrap();
    assert!(matches!(&read, types::AcpClientAuthentication::Unknown(value) if value == "by_carrier_pigeon"));
    assert_eq!(serde_json::to_string(&read).unwrap(), r#""by_carrier_pigeon""#);
    assert_eq!("by_carrier_pigeon".parse::<types::AcpClientAuthentication>().unwrap(), read);
    assert_eq!(read.to_string(), "by_carrier_pigeon");
}
