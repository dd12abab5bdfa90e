//! A place on the loopback that keeps what it is sent: a redirect URI that a real browser can reach, a client's logout
//! endpoint, a key set.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::header::{CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use url::Url;

use crate::process::PATIENCE;

/// Larger than anything that is sent here.
const MOST_BYTES: usize = 1024 * 1024;

/// Such a place. It is closed when this is dropped.
#[derive(Debug)]
pub struct Landing {
    address: SocketAddr,
    received: Arc<Received>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Received {
    requests: Mutex<VecDeque<Request>>,
    arrived: Notify,
}

/// What it was sent.
#[derive(Clone, Debug)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The whole address.
    pub url: Url,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

/// What it answers.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// 200 with a body of this type.
    #[must_use]
    pub fn ok(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, headers: vec![("Content-Type", content_type.to_owned())], body: body.into() }
    }

    /// 200 with a page that says this.
    #[must_use]
    pub fn page(text: &str) -> Self {
        Self::ok("text/html; charset=utf-8", format!("<!doctype html><title>{text}</title><p id=\"said\">{text}</p>"))
    }
}

impl Landing {
    /// A place that answers everything with a page.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn start() -> Self {
        Self::answering(|_| Reply::page("Arrived")).await
    }

    /// A place that answers so.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn answering(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (received, answer) = (Arc::new(Received::default()), Arc::new(answer));
        let keep = Arc::clone(&received);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (keep, answer) = (Arc::clone(&keep), Arc::clone(&answer));
                tokio::spawn(async move {
                    // Who goes away in the middle has sent nothing.
                    let _ = serve(stream, address, &keep, &*answer).await;
                });
            }
        });
        Self { address, received, task }
    }

    /// The address of a path here.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Waits for the next request of this path, in the order of their arrival; others stay for later.
    ///
    /// # Panics
    /// When none comes.
    pub async fn next(&self, path: &str) -> Request {
        let wait = async {
            loop {
                let arrived = self.received.arrived.notified();
                if let Some(request) = self.received.take(path) {
                    return request;
                }
                arrived.await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("nothing came to {path}"))
    }

    /// What has come and wasn't taken yet.
    #[must_use]
    pub fn waiting(&self) -> Vec<Request> {
        self.received.requests.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

impl Drop for Landing {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Request {
    /// Fields of the form in its body.
    #[must_use]
    pub fn form(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(&self.body).into_owned().collect()
    }

    /// A header's value, empty when it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Received {
    fn take(&self, path: &str) -> Option<Request> {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let index = requests.iter().position(|request| request.url.path() == path)?;
        requests.remove(index)
    }
}

/// One request on one connection (RFC 9112), which is then closed.
async fn serve(
    mut stream: TcpStream,
    address: SocketAddr,
    received: &Received,
    answer: &(impl Fn(&Request) -> Reply + Send + Sync),
) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if bytes.len() > MOST_BYTES || stream.read_buf(&mut bytes).await? == 0 {
            return Ok(());
        }
    };
    let Some((method, url, headers)) = read_head(&String::from_utf8_lossy(&bytes[..head]), address) else {
        return stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
    };
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let end = head + 4 + length.unwrap_or_default().min(MOST_BYTES);
    while bytes.len() < end && stream.read_buf(&mut bytes).await? > 0 {}
    let body = bytes.get(head + 4..end).unwrap_or_default().to_vec();
    let request = Request { method, url, headers, body };
    let Reply { status, headers, body } = answer(&request);
    // A browser asks for its own reasons for /favicon.ico.
    if request.url.path() != "/favicon.ico" {
        received.requests.lock().unwrap_or_else(PoisonError::into_inner).push_back(request);
        received.arrived.notify_waiters();
    }
    let mut response = format!("HTTP/1.1 {status} Reply\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for (name, value) in headers {
        response.extend([name, ": ", &value, "\r\n"]);
    }
    stream.write_all(format!("{response}\r\n").as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await?;
    // Until the other side has closed too, so that it reads the answer before a reset.
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.read_buf(&mut bytes)).await;
    Ok(())
}

fn read_head(head: &str, address: SocketAddr) -> Option<(String, Url, HeaderMap)> {
    let mut lines = head.split("\r\n");
    let mut request_line = lines.next()?.split(' ');
    let (method, target) = (request_line.next()?, request_line.next()?);
    let url = Url::parse(&format!("http://{address}{target}")).ok()?;
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        headers.append(HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(value.trim()).ok()?);
    }
    Some((method.to_owned(), url, headers))
}
