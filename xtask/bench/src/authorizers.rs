//! `authplane authorizer` beside a proxy: what it weighs with many APIs, and how soon it decides by a policy that was changed.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::Result;
use crate::application::Application;
use crate::decisions::{APIS, Gateway, HEADER, LEVEL, PATH};
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, program, start};
use crate::load::LoadResult;
use crate::report::{mebibytes, median, word};
use crate::server::{Pinning, Role, Server, resident_kib};

/// What the case is called on the command line.
pub(crate) const NAME: &str = "authorizer";
/// With its APIs, after a load.
pub(crate) const MEBIBYTES: f64 = 40.0;
/// From the answer to the change until it decides by it.
pub(crate) const IN_FORCE: Duration = Duration::from_secs(1);

/// Every second one lets the request pass.
const CHANGES: usize = 10;
/// A change that isn't in force by then never is.
const PATIENCE: Duration = Duration::from_secs(30);

/// The case's result.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Measured {
    /// After its first answer.
    pub(crate) idle_kib: u64,
    /// With the connections of a load still open.
    pub(crate) loaded_kib: u64,
    /// Of each change.
    pub(crate) in_force_ms: Vec<f64>,
    pub(crate) load: LoadResult,
}

/// A control plane of its own, a gateway with many APIs, and an authorizer.
pub(crate) struct Beside {
    control_plane: Installation,
    gateway: Gateway,
    authorizer: Server,
    token: String,
}

impl Beside {
    /// Starts both and has one question answered.
    pub(crate) async fn start(pinning: &Pinning, data: &Path) -> Result<Self> {
        let control_plane = Installation::open(start(pinning, data, &[]).await?, data)?;
        let application = Application::register(&control_plane).await?;
        let gateway = Gateway::prepare(&control_plane, &application).await?;
        let mut command = pinning.command(Role::Measured, &program()?);
        let issuer = format!("http://{}/default/system", control_plane.server.authority);
        command.env("ACP_ISSUER_URL", issuer);
        command.env("ACP_CLIENT_ID", &gateway.client_id).env("ACP_CLIENT_SECRET", &gateway.client_secret);
        command.args(["authorizer", "--listen", "127.0.0.1:0"]);
        let authorizer = Server::start(command, &data.with_extension("authorizer.log")).await?;
        let token = application.token().await?;
        let beside = Self { control_plane, gateway, authorizer, token };
        beside.question().send_ok().await?;
        Ok(beside)
    }

    /// As Envoy asks.
    pub(crate) fn question(&self) -> Request {
        let path = format!("/ext-authz{PATH}");
        let at = Endpoint { authority: self.authorizer.authority.clone(), path };
        Request::get(at).bearer(&self.token).header(HEADER, LEVEL)
    }

    pub(crate) fn pid(&self) -> u32 {
        self.authorizer.pid
    }

    pub(crate) fn resident_kib(&self) -> Result<u64> {
        resident_kib(self.authorizer.pid)
    }

    /// Changes the policy so that it refuses, so that it doesn't, and so on; milliseconds until each is what is decided by.
    pub(crate) async fn changes(&self) -> Result<Vec<f64>> {
        let mut times = Vec::with_capacity(CHANGES);
        for change in 0..CHANGES {
            let passes = change % 2 == 1;
            self.gateway.let_pass(&self.control_plane, passes).await?;
            let changed = Instant::now();
            while (self.question().send().await?.status < 300) != passes {
                if changed.elapsed() > PATIENCE {
                    return Err(format!("change {change} isn't in force after {PATIENCE:?}").into());
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            times.push(changed.elapsed().as_secs_f64() * 1e3);
        }
        Ok(times)
    }

    pub(crate) async fn stop(self) -> Result<()> {
        self.authorizer.stop().await?;
        self.control_plane.server.stop().await
    }
}

impl Measured {
    pub(crate) fn verdicts(&self) -> [Vec<String>; 2] {
        let loaded = mebibytes(self.loaded_kib);
        let slowest = self.in_force_ms.iter().copied().fold(0.0, f64::max);
        [
            vec![
                format!("RSS of an authorizer with {APIS} APIs"),
                format!("{loaded:.1} MiB at {:.0}/s, {:.1} before", self.load.rate(), mebibytes(self.idle_kib)),
                "-".to_owned(),
                format!("≤ {MEBIBYTES:.0} MiB"),
                word(loaded <= MEBIBYTES),
            ],
            vec![
                "a change of a policy in force there".to_owned(),
                format!("{:.0} ms, slowest of {} {slowest:.0} ms", median(&self.in_force_ms), self.in_force_ms.len()),
                "-".to_owned(),
                format!("≤ {} ms", IN_FORCE.as_millis()),
                word(slowest <= IN_FORCE.as_secs_f64() * 1e3),
            ],
        ]
    }
}
