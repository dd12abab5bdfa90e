//! The edge on two toy surfaces behind a real listener: whatever a later dropshot or hyper does differently fails here.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane::edge::front::{self, Front, Observation, Observer};
use authplane::edge::listener::Bounds;
use authplane::edge::{Dialect, Listener, Surface};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

mod answers;
mod bodies;
mod conditional;
mod document;
mod idempotency;
mod peers;
mod refusals;
mod routes;
mod shelf;
mod stored;
mod toy;

use toy::{OtherError, ToyError, World};

const TOY: Dialect = Dialect::of::<ToyError>(&["/toy"]);
const OTHER: Dialect = Dialect::of::<OtherError>(&["/other"]).with_entity_tags();
const FALLBACK: Dialect = Dialect::of::<OtherError>(&[]);

/// What the observer was told of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    operation: Option<String>,
    status: u16,
    panic: Option<String>,
    cause: Option<String>,
}

#[derive(Default)]
struct Recorder {
    ids: Mutex<Vec<String>>,
    seen: Mutex<Vec<Seen>>,
}

impl Observer for Recorder {
    fn observe(&self, observation: &Observation<'_>) {
        let ids = self.ids.lock().unwrap();
        self.seen.lock().unwrap().push(Seen {
            operation: observation.operation.map(|index| ids[index].clone()),
            status: observation.answer.status.as_u16(),
            panic: observation.panic.map(str::to_owned),
            cause: observation.answer.cause.clone(),
        });
    }
}

/// A running toy.
struct Server {
    address: SocketAddr,
    recorder: Arc<Recorder>,
    client: reqwest::Client,
    world: World,
    // Dropping it closes the server.
    listener: Listener,
    front: Arc<Front<World>>,
}

impl Server {
    fn start() -> Self {
        Self::with(vec![toy::surface(), toy::other_surface()], Duration::from_secs(20))
    }

    fn with(surfaces: Vec<Surface<World>>, deadline: Duration) -> Self {
        Self::limited(surfaces, deadline, Bounds::default())
    }

    fn limited(surfaces: Vec<Surface<World>>, deadline: Duration, bounds: Bounds) -> Self {
        let recorder = Arc::new(Recorder::default());
        *recorder.ids.lock().unwrap() = front::operation_ids(&surfaces).to_vec();
        let world = World::default();
        let front = Front::new(world.clone(), surfaces, FALLBACK, Arc::clone(&recorder) as _, deadline).unwrap();
        let front = Arc::new(front);
        let listener = Listener::start(Arc::clone(&front), ([127, 0, 0, 1], 0).into(), bounds).unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { address: listener.address(), recorder, client, world, listener, front }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    async fn get(&self, path: &str) -> Reply {
        Reply::of(self.client.get(self.url(path))).await
    }

    fn post(&self, path: &str) -> reqwest::RequestBuilder {
        self.client.post(self.url(path))
    }

    /// Sends bytes as they are, which no client library would, and reads until the server closes or answers no more.
    async fn raw(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request).await.unwrap();
        let mut answer = Vec::new();
        let read = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await;
        assert!(read.is_ok(), "the connection stayed open: {}", String::from_utf8_lossy(&answer));
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn last_seen(&self) -> Seen {
        self.recorder.seen.lock().unwrap().last().unwrap().clone()
    }
}

/// An answer, read to its end.
#[derive(Debug)]
struct Reply {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Reply {
    async fn of(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, text: response.text().await.unwrap() }
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {:?}", self.text))
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Asserts that it is a refusal in the toy's shape, and gives the field and the message.
    fn refused(&self, status: u16, kind: &str) -> (String, String) {
        let body = self.json();
        assert_eq!((self.status, body["kind"].as_str()), (status, Some(kind)), "{self:?}");
        assert_eq!(self.header("content-type"), "application/json");
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        (text("field"), text("message"))
    }
}
