//! HTTP/2 as no client library speaks it: frames by hand (RFC 9113 §4.1), for peers that take nothing and give nothing.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RESET: u8 = 3;
const SETTINGS: u8 = 4;
const GO_AWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const ACKNOWLEDGED: u8 = 1;
/// The end of the stream and of its headers.
const WHOLE: u8 = 0x5;
const MAX_CONCURRENT_STREAMS: u16 = 3;
const INITIAL_WINDOW_SIZE: u16 = 4;

/// One connection.
#[derive(Debug)]
pub struct Http2 {
    stream: TcpStream,
    next: u32,
}

/// What the server sent.
#[derive(Debug)]
pub enum Frame {
    /// It lets so many streams be open at once.
    Streams(u32),
    /// It ends the connection, with this error code (RFC 9113 §7).
    GoAway(u32),
    /// The head of an answer with this status, if it is one of the static table.
    Head(Option<u16>),
    /// Bytes of an answer.
    Data(usize),
    /// Anything else, by its type.
    Other(u8),
}

impl Http2 {
    /// A connection whose peer may send so many bytes of each answer before it is told that there is room for more.
    ///
    /// # Panics
    /// When there is nobody.
    pub async fn connect(address: SocketAddr, window: u32) -> Self {
        let mut stream = TcpStream::connect(address).await.expect("somebody listens");
        let mut opening = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
        let setting = [INITIAL_WINDOW_SIZE.to_be_bytes().as_slice(), &window.to_be_bytes()].concat();
        opening.extend(frame(SETTINGS, 0, 0, &setting));
        stream.write_all(&opening).await.expect("it takes them");
        Self { stream, next: 1 }
    }

    /// Asks, and says whether that could be written.
    pub async fn get(&mut self, path: &str) -> bool {
        self.get_with_hosts(path, &[]).await
    }

    /// The same with these values of `Host` beside the `:authority`, which is `x`.
    pub async fn get_with_hosts(&mut self, path: &str, hosts: &[&str]) -> bool {
        let number = self.next;
        self.next += 2;
        // RFC 7541 §6.1 and 6.2.2, with the static table: `:method GET`, `:scheme http`, then `:path` and `:authority` by their values.
        let mut headers = vec![0x82, 0x86, 0x04];
        literal(&mut headers, path);
        headers.push(0x01);
        literal(&mut headers, "x");
        for host in hosts {
            // Its name is the 38th of the table.
            headers.extend([0x0f, 38 - 0x0f]);
            literal(&mut headers, host);
        }
        self.stream.write_all(&frame(HEADERS, WHOLE, number, &headers)).await.is_ok()
    }

    /// Takes the last question back, and says whether that could be written.
    pub async fn reset(&mut self) -> bool {
        let cancel = 8_u32;
        self.stream.write_all(&frame(RESET, 0, self.next - 2, &cancel.to_be_bytes())).await.is_ok()
    }

    /// Makes room for so many bytes of an answer, and says whether that could be written.
    pub async fn let_come(&mut self, stream: u32, bytes: u32) -> bool {
        let connection = frame(WINDOW_UPDATE, 0, 0, &bytes.to_be_bytes());
        let stream = frame(WINDOW_UPDATE, 0, stream, &bytes.to_be_bytes());
        self.stream.write_all(&[connection, stream].concat()).await.is_ok()
    }

    /// The next frame; `None` when the connection was closed.
    pub async fn next(&mut self) -> Option<Frame> {
        let mut head = [0; 9];
        self.stream.read_exact(&mut head).await.ok()?;
        let [a, b, c, kind, flags, ..] = head;
        let mut payload = vec![0; usize::try_from(u32::from_be_bytes([0, a, b, c])).ok()?];
        self.stream.read_exact(&mut payload).await.ok()?;
        let number = |at: usize| u32::from_be_bytes(payload[at..at + 4].try_into().unwrap_or_default());
        Some(match kind {
            HEADERS => {
                // RFC 7541 appendix A: the statuses are from the 8th on.
                let statuses = [200, 204, 206, 304, 400, 404, 500];
                let first = payload.first().and_then(|first| first.checked_sub(0x88));
                Frame::Head(first.and_then(|index| statuses.get(usize::from(index)).copied()))
            }
            DATA => Frame::Data(payload.len()),
            GO_AWAY => Frame::GoAway(number(4)),
            SETTINGS if flags & ACKNOWLEDGED == 0 => {
                let streams =
                    payload.chunks(6).position(|setting| setting[..2] == MAX_CONCURRENT_STREAMS.to_be_bytes());
                streams.map_or(Frame::Other(kind), |index| Frame::Streams(number(index * 6 + 2)))
            }
            _ => Frame::Other(kind),
        })
    }
}

fn literal(headers: &mut Vec<u8>, text: &str) {
    headers.push(u8::try_from(text.len()).ok().filter(|length| *length < 127).expect("a short text"));
    headers.extend_from_slice(text.as_bytes());
}

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a short frame").to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}
