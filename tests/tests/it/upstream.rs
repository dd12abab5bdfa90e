//! A web server that isn't ours: what the server under test fetches from.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_tests::process::PATIENCE;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use url::Url;

/// Somebody else's web server, on the loopback. It answers each request by a script and closes the connection.
pub(crate) struct Upstream {
    pub(crate) address: SocketAddr,
    /// So many more requests are answered.
    answers: Arc<Semaphore>,
    requests: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

/// What is written, piece by piece, each after a pause.
pub(crate) type Script = Vec<(Duration, Vec<u8>)>;

impl Upstream {
    /// `answer` is given the request's first line.
    pub(crate) async fn start(answer: impl Fn(&str) -> Script + Send + Sync + 'static) -> Self {
        let upstream = Self::holding(answer).await;
        upstream.let_go();
        upstream
    }

    /// The same, but no request is answered before it is [let go](Self::let_go).
    pub(crate) async fn holding(answer: impl Fn(&str) -> Script + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let answers = Arc::new(Semaphore::new(0));
        let (seen, answer, held) = (Arc::clone(&requests), Arc::new(answer), Arc::clone(&answers));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (seen, answer, held) = (Arc::clone(&seen), Arc::clone(&answer), Arc::clone(&held));
                tokio::spawn(async move {
                    // Whoever is refused halfway hangs up.
                    let _ = serve(stream, &seen, &held, &*answer).await;
                });
            }
        });
        Self { address, answers, requests, task }
    }

    /// Answers what waits, and all that comes.
    pub(crate) fn let_go(&self) {
        self.answers.add_permits(Semaphore::MAX_PERMITS / 2);
    }

    /// Answers one.
    pub(crate) fn let_one_go(&self) {
        self.answers.add_permits(1);
    }

    /// Waits until so many requests have come.
    pub(crate) async fn came(&self, requests: usize) {
        let wait = async {
            while self.hits() < requests {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("only {} came", self.hits()));
    }

    /// How many requests came.
    pub(crate) fn hits(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// The last of them, whole.
    pub(crate) fn last_request(&self) -> String {
        self.requests.lock().unwrap().last().cloned().unwrap_or_default()
    }

    /// By its address.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// By another name than its address.
    pub(crate) fn named(&self, host: &str, path: &str) -> Url {
        Url::parse(&format!("http://{host}:{}{path}", self.address.port())).unwrap()
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    seen: &Mutex<Vec<String>>,
    held: &Semaphore,
    answer: &(impl Fn(&str) -> Script + Sync),
) -> io::Result<()> {
    let mut request = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let length = stream.read(&mut piece).await?;
        request.extend_from_slice(&piece[..length]);
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            if length == 0 {
                return Ok(());
            }
            continue;
        };
        let announced = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        if body.len() >= announced.unwrap_or_default() {
            seen.lock().unwrap().push(text);
            break;
        }
    }
    if let Ok(one) = held.acquire().await {
        one.forget();
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    for (pause, bytes) in answer(text.lines().next().unwrap_or_default()) {
        tokio::time::sleep(pause).await;
        stream.write_all(&bytes).await?;
        stream.flush().await?;
    }
    stream.shutdown().await
}

/// A whole answer at once.
pub(crate) fn answer(head: &str, body: &str) -> Script {
    let text = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
    vec![(Duration::ZERO, text.into_bytes())]
}
