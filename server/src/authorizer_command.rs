//! `authplane authorizer`.

use std::path::PathBuf;
use std::process::ExitCode;

use authplane::authorizer::settings::Settings;
use authplane::authorizer::{self, Running};
use authplane::log::{Level, Log};
use authplane_domain::Environment;
use clap::Args;
use serde_json::json;

use crate::signals::Signals;
use crate::{Failure, print_line, runtime};

/// Where the control plane is, and how to be asked.
#[derive(Args, Clone)]
pub(crate) struct AuthorizerArguments {
    /// A TOML file; see authorizer.default.toml for its keys.
    #[arg(long, env = "AUTHPLANE_CONFIG")]
    config: Option<PathBuf>,
    /// Issuer of the tenant's `system` server, at which the gateway's client gets its tokens. `ACP_CLIENT_SECRET` is its secret.
    #[arg(long, env = "ACP_ISSUER_URL")]
    issuer_url: Option<String>,
    /// The gateway's client.
    #[arg(long, env = "ACP_CLIENT_ID")]
    client_id: Option<String>,
    /// Where the management API of the control plane is; at the issuer's origin by default.
    #[arg(long, env = "AUTHPLANE_SERVER_URL")]
    server_url: Option<String>,
    /// Address to listen on, for the proxy alone.
    #[arg(long, env = "AUTHPLANE_LISTEN")]
    listen: Option<String>,
    /// Seconds to go on after the control plane was heard of last; nothing passes after that.
    #[arg(long, env = "AUTHPLANE_MAX_AGE_SECONDS")]
    max_age_seconds: Option<u32>,
}

pub(crate) fn run(arguments: AuthorizerArguments) -> Result<ExitCode, Failure> {
    let AuthorizerArguments { config, issuer_url, client_id, server_url, listen, max_age_seconds } = arguments;
    let flags = [
        ("issuer_url", issuer_url),
        ("client_id", client_id),
        ("server_url", server_url),
        ("listen", listen),
        ("max_age_seconds", max_age_seconds.map(|seconds| seconds.to_string())),
    ];
    let settings = Settings::load(config.as_deref(), |name| std::env::var(name).ok(), &flags)?;
    // One provider for the process, whatever a library would choose.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let runtime = runtime(settings.worker_threads)?;
    let result = runtime.block_on(run_until_told(settings));
    runtime.shutdown_background();
    result
}

async fn run_until_told(settings: Settings) -> Result<ExitCode, Failure> {
    let (log, environment) = (Log::to_stderr()?, Environment::system());
    let mut signals = Signals::new()?;
    let clock = std::sync::Arc::clone(&environment.clock);
    let say =
        |level, message: &str, fields: &[(&str, serde_json::Value)]| log.event(clock.now(), level, message, fields);
    let on_hangup = || say(Level::Info, "the settings of an authorizer count from its next start", &[]);
    let meaningless = |name: &str| say(Level::Info, "a signal that means nothing here", &[("signal", name.into())]);
    let running: Running = authorizer::launch(settings, &environment, log.clone())?;
    tokio::select! {
        () = running.authorizer.ready() => {
            print_line(&json!({"ready": true, "url": running.url}).to_string())?;
            say(Level::Info, "ready", &[("url", running.url.clone().into())]);
            signals.told(meaningless, on_hangup).await;
        }
        _ = signals.told(meaningless, on_hangup) => {}
    }
    say(Level::Info, "stopping", &[]);
    tokio::select! {
        stopped = running.stop() => stopped?,
        // Who says it twice doesn't want to wait.
        _ = signals.told(meaningless, on_hangup) => return Ok(ExitCode::FAILURE),
    }
    Ok(ExitCode::SUCCESS)
}
