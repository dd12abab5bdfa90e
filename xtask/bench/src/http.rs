//! The tiny HTTP/1.1 client that the set-up and the load generator share.
//!
//! It exists because a general client would cost more processor time per request than the servers it measures: requests
//! are prebuilt bytes, one answer at a time is read into a buffer that is kept, and of its head only the status, the
//! length and the connection's fate are looked at. Answers are framed by `Content-Length` or in chunks (RFC 9112 §6.3); one
//! that ends with its connection is an error that says so.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Result;

/// An answer's head must end within this many bytes.
const HEAD_LIMIT: usize = 64 * 1024;

/// Where a request goes: an `http` URL taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    /// `host:port`, what is connected to and what the `Host` header says.
    pub(crate) authority: String,
    /// The path with its query, beginning with a slash.
    pub(crate) path: String,
}

impl Endpoint {
    /// Takes an absolute `http` URL apart. TLS is refused: its cost would hide what is measured.
    pub(crate) fn parse(url: &str) -> Result<Self> {
        let rest = url
            .strip_prefix("http://")
            .ok_or_else(|| format!("{url}: only plain http:// URLs can be measured, without TLS in between"))?;
        let (authority, path) = match rest.find('/') {
            Some(slash) => (&rest[..slash], &rest[slash..]),
            None => (rest, "/"),
        };
        if authority.is_empty() {
            return Err(format!("{url}: no host").into());
        }
        let after_address = authority.rsplit_once(']').map_or(authority, |(_, rest)| rest);
        let authority = if after_address.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
        Ok(Self { authority, path: path.to_owned() })
    }

    /// The same path on another authority: a data folder remembers the port of an earlier start.
    pub(crate) fn on(&self, authority: &str) -> Self {
        Self { authority: authority.to_owned(), path: self.path.clone() }
    }
}

/// A request before it becomes bytes.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    method: &'static str,
    pub(crate) endpoint: Endpoint,
    headers: Vec<(&'static str, String)>,
    body: Option<(&'static str, String)>,
}

impl Request {
    /// A GET.
    pub(crate) fn get(endpoint: Endpoint) -> Self {
        Self { method: "GET", endpoint, headers: Vec::new(), body: None }
    }

    /// A POST of an `application/x-www-form-urlencoded` body.
    pub(crate) fn post_form(endpoint: Endpoint, fields: &[(&str, &str)]) -> Self {
        let body = fields
            .iter()
            .map(|(name, value)| format!("{}={}", form_encode(name), form_encode(value)))
            .collect::<Vec<_>>()
            .join("&");
        let body = Some(("application/x-www-form-urlencoded", body));
        Self { method: "POST", endpoint, headers: Vec::new(), body }
    }

    /// A PUT of a JSON body.
    pub(crate) fn put_json(endpoint: Endpoint, body: &Value) -> Self {
        Self { method: "PUT", ..Self::post_json(endpoint, body) }
    }

    /// A PATCH of a JSON body.
    pub(crate) fn patch_json(endpoint: Endpoint, body: &Value) -> Self {
        Self { method: "PATCH", ..Self::post_json(endpoint, body) }
    }

    /// The same method and body elsewhere, without the headers.
    pub(crate) fn bare(&self, endpoint: Endpoint) -> Self {
        Self { endpoint, headers: Vec::new(), ..self.clone() }
    }

    /// A POST of a JSON body.
    pub(crate) fn post_json(endpoint: Endpoint, body: &Value) -> Self {
        Self { method: "POST", endpoint, headers: Vec::new(), body: Some(("application/json", body.to_string())) }
    }

    /// Adds a bearer token (RFC 6750 §2.1).
    pub(crate) fn bearer(mut self, token: &str) -> Self {
        self.headers.push(("Authorization", format!("Bearer {token}")));
        self
    }

    /// Adds a header.
    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Adds a browser's cookies.
    pub(crate) fn cookies(mut self, cookies: &BTreeMap<String, String>) -> Self {
        if !cookies.is_empty() {
            let pairs: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            self.headers.push(("Cookie", pairs.join("; ")));
        }
        self
    }

    /// Adds client authentication by `client_secret_basic`: RFC 6749 §2.3.1 wants both parts form-encoded first.
    pub(crate) fn basic(mut self, id: &str, secret: &str) -> Self {
        let pair = STANDARD.encode(format!("{}:{}", form_encode(id), form_encode(secret)));
        self.headers.push(("Authorization", format!("Basic {pair}")));
        self
    }

    /// The request line, the headers and the body as they go over the wire.
    pub(crate) fn to_text(&self) -> String {
        let mut text = format!(
            "{} {} HTTP/1.1\r\nHost: {}\r\nAccept: */*\r\n",
            self.method, self.endpoint.path, self.endpoint.authority
        );
        for (name, value) in &self.headers {
            // Writing to a String cannot fail.
            let _ = write!(text, "{name}: {value}\r\n");
        }
        match &self.body {
            Some((content_type, body)) => {
                let length = body.len();
                let _ = write!(text, "Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n{body}");
            }
            None => text.push_str("\r\n"),
        }
        text
    }

    /// Sends the request on a connection of its own and hands out the whole answer, whatever its status.
    pub(crate) async fn send(&self) -> Result<Answer> {
        let mut connection = Connection::open(&self.endpoint.authority).await?;
        let exchange = connection.exchange(self.to_text().as_bytes()).await?;
        Ok(Answer {
            status: exchange.status,
            content_type: connection.header(&exchange, "content-type"),
            body: connection.body(&exchange).to_vec(),
        })
    }

    /// Like [`Request::send`], but anything outside 2xx is an error that names status and body.
    pub(crate) async fn send_ok(&self) -> Result<Answer> {
        let what = format!("{} {}", self.method, self.endpoint.path);
        let answer = self.send().await.map_err(|error| format!("{what}: {error}"))?;
        if !(200..300).contains(&answer.status) {
            return Err(format!("{what} answered {}: {}", answer.status, excerpt(&answer.body)).into());
        }
        Ok(answer)
    }
}

/// A whole answer, for the set-up.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Empty when the header is missing.
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).map_err(|error| format!("{error} in {}", excerpt(&self.body)).into())
    }
}

/// One answer inside a connection's buffer.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) status: u16,
    /// The server closes the connection after this answer.
    pub(crate) closes: bool,
    head: Range<usize>,
    body: Range<usize>,
}

/// A keep-alive connection: one exchange at a time, no pipelining.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects without Nagle's delay.
    pub(crate) async fn open(authority: &str) -> Result<Self> {
        let stream = TcpStream::connect(authority).await.map_err(|error| format!("connect {authority}: {error}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Writes the request and reads its answer.
    pub(crate) async fn exchange(&mut self, request: &[u8]) -> Result<Exchange> {
        self.buffer.clear();
        self.stream.write_all(request).await?;
        let mut searched = 0;
        let head_end = loop {
            self.fill().await?;
            if let Some(position) = find(&self.buffer[searched..], b"\r\n\r\n") {
                break searched + position + 4;
            }
            if self.buffer.len() > HEAD_LIMIT {
                return Err(format!("no end of the answer's head within {HEAD_LIMIT} bytes").into());
            }
            searched = self.buffer.len().saturating_sub(3);
        };
        let head = Head::parse(&self.buffer[..head_end])?;
        let end = match head.framing {
            Framing::Length(length) => {
                let end = head_end + length;
                while self.buffer.len() < end {
                    self.fill().await?;
                }
                if self.buffer.len() > end {
                    return Err("the server sent more than its Content-Length".into());
                }
                end
            }
            Framing::Chunks => self.join_chunks(head_end).await?,
        };
        Ok(Exchange { status: head.status, closes: head.closes, head: 0..head_end, body: head_end..end })
    }

    /// The body of the exchange that was made last.
    pub(crate) fn body(&self, exchange: &Exchange) -> &[u8] {
        &self.buffer[exchange.body.clone()]
    }

    /// One header of the exchange that was made last, or nothing. `name` in lower case.
    pub(crate) fn header(&self, exchange: &Exchange, name: &str) -> String {
        self.headers(exchange, name).into_iter().next().unwrap_or_default()
    }

    /// All headers of a name.
    pub(crate) fn headers(&self, exchange: &Exchange, name: &str) -> Vec<String> {
        let head = String::from_utf8_lossy(&self.buffer[exchange.head.clone()]);
        let found =
            head.lines().filter_map(|line| line.split_once(':')).filter(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().to_owned()).collect()
    }

    /// Reads a chunked body (RFC 9112 §7.1) that begins at `start`, and puts what is in its chunks together there. Says where it ends.
    async fn join_chunks(&mut self, start: usize) -> Result<usize> {
        let (mut end, mut at) = (start, start);
        loop {
            let line = self.line(at).await?;
            let digits = self.buffer[line.clone()].split(|byte| *byte == b';').next().unwrap_or_default();
            let size = std::str::from_utf8(digits).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
            let size = size.ok_or_else(|| format!("not the size of a chunk: {}", excerpt(digits)))?;
            at = line.end + 2;
            if size == 0 {
                break;
            }
            while self.buffer.len() < at + size + 2 {
                self.fill().await?;
            }
            self.buffer.copy_within(at..at + size, end);
            end += size;
            at += size + 2;
        }
        // Trailers, to the empty line.
        loop {
            let line = self.line(at).await?;
            at = line.end + 2;
            if line.is_empty() {
                break;
            }
        }
        if self.buffer.len() > at {
            return Err("the server sent more than its last chunk".into());
        }
        Ok(end)
    }

    /// The line that begins at `at`, without its end.
    async fn line(&mut self, at: usize) -> Result<Range<usize>> {
        loop {
            if let Some(length) = find(self.buffer.get(at..).unwrap_or_default(), b"\r\n") {
                return Ok(at..at + length);
            }
            self.fill().await?;
        }
    }

    async fn fill(&mut self) -> Result<()> {
        self.buffer.reserve(4096);
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            return Err("the server closed the connection in the middle of an exchange".into());
        }
        Ok(())
    }
}

/// What the client needs of an answer's head.
struct Head {
    status: u16,
    framing: Framing,
    closes: bool,
}

/// How an answer's end is found.
enum Framing {
    Length(usize),
    Chunks,
}

impl Head {
    fn parse(head: &[u8]) -> Result<Self> {
        let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        let status_line = lines.next().unwrap_or_default();
        let status = status_line
            .get(9..12)
            .filter(|_| status_line.starts_with(b"HTTP/1."))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| digits.parse::<u16>().ok())
            .ok_or_else(|| format!("not an HTTP/1 answer: {}", excerpt(status_line)))?;
        let mut framing = None;
        let mut closes = status_line.starts_with(b"HTTP/1.0");
        for line in lines {
            let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
            let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
            // The length of the name first: it spares most comparisons.
            match name.len() {
                14 if name.eq_ignore_ascii_case(b"content-length") => {
                    let digits = std::str::from_utf8(value).ok();
                    framing = digits.and_then(|digits| digits.parse().ok()).map(Framing::Length);
                }
                17 if name.eq_ignore_ascii_case(b"transfer-encoding") => {
                    framing = value.eq_ignore_ascii_case(b"chunked").then_some(Framing::Chunks);
                }
                10 if name.eq_ignore_ascii_case(b"connection") => closes = value.eq_ignore_ascii_case(b"close"),
                _ => {}
            }
        }
        // RFC 9112 §6.3: these never have a body.
        if status == 204 || status == 304 {
            framing = Some(Framing::Length(0));
        }
        let framing = framing.ok_or("the answer has neither Content-Length nor chunks; only these can be measured")?;
        Ok(Self { status, framing, closes })
    }
}

/// The first 400 bytes of a body on one line, for messages.
pub(crate) fn excerpt(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(&body[..body.len().min(400)]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { "(empty)".to_owned() } else { text }
}

/// One name or value of the `application/x-www-form-urlencoded` format.
fn form_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
