//! What others notice of peers that take nothing and of peers that say nothing, and what those cost.

use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::Result;
use crate::http::{Endpoint, Request};
use crate::load::LoadResult;
use crate::server::Server;

/// Its name on the command line.
pub(crate) const NAME: &str = "slow-peers";

/// Peers that ask for the largest answer there is, again and again, and read none of it.
const THAT_TAKE_NOTHING: usize = 100;
const QUESTIONS: usize = 50;
/// Peers that connect and send nothing.
const THAT_SAY_NOTHING: usize = 1000;
/// How long an answer of the health check may take.
const HEALTH_LIMIT: Duration = Duration::from_secs(1);

/// The same load without them and beside them, measured in turn.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Round {
    pub(crate) alone: LoadResult,
    pub(crate) beside: LoadResult,
    /// Milliseconds until the health check was answered beside them.
    pub(crate) health_ms: f64,
}

/// All of them, as long as it is kept.
pub(crate) struct SlowPeers {
    _connections: Vec<TcpStream>,
}

impl SlowPeers {
    pub(crate) async fn connect(server: &Server) -> Result<Self> {
        let mut connections = Vec::with_capacity(THAT_TAKE_NOTHING + THAT_SAY_NOTHING);
        let question = "GET /reference/swagger-ui-bundle.js HTTP/1.1\r\nHost: bench\r\n\r\n".repeat(QUESTIONS);
        for _ in 0..THAT_TAKE_NOTHING {
            let mut stream = TcpStream::connect(&server.authority).await?;
            stream.write_all(question.as_bytes()).await?;
            connections.push(stream);
        }
        for _ in 0..THAT_SAY_NOTHING {
            connections.push(TcpStream::connect(&server.authority).await?);
        }
        // So that what they cost is there before anybody measures.
        tokio::time::sleep(Duration::from_secs(1)).await;
        Ok(Self { _connections: connections })
    }
}

/// Milliseconds until the server says that it is ready.
pub(crate) async fn health(server: &Server) -> Result<f64> {
    let path = "/health/ready".to_owned();
    let request = Request::get(Endpoint { authority: server.control_authority.clone(), path });
    let began = Instant::now();
    tokio::time::timeout(HEALTH_LIMIT, request.send_ok()).await.map_err(|_| "the health check isn't answered")??;
    Ok(began.elapsed().as_secs_f64() * 1e3)
}
