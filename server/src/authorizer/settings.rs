//! The authorizer's settings: the commented `authorizer.default.toml` is the default, a file, the environment and flags win over it in that order.

use std::net::SocketAddr;
use std::path::Path;

use serde::Deserialize;
use url::{Host, Url};

use crate::config::{self, ConfigError, RequestLog, Secret};

const DEFAULTS: &str = include_str!("../../authorizer.default.toml");
/// What a gateway's package calls them (ACP behaviour §10).
const AS_IN_PACKAGE: [(&str, &str); 3] =
    [("issuer_url", "ACP_ISSUER_URL"), ("client_id", "ACP_CLIENT_ID"), ("client_secret", "ACP_CLIENT_SECRET")];

/// Every setting, as `authorizer.default.toml` explains it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Issuer of the tenant's `system` server.
    pub issuer_url: String,
    /// The gateway's client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: Secret,
    /// Base of the management API; the issuer's origin when empty.
    #[serde(deserialize_with = "config::none_if_empty")]
    pub server_url: Option<Url>,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Seconds that it goes on alone.
    pub max_age_seconds: u32,
    /// Connections at a time.
    pub max_connections: u32,
    /// Seconds that a shutdown waits for requests under way.
    pub drain_seconds: u32,
    /// Answer `/metrics`?
    pub serve_metrics: bool,
    /// Which requests are logged.
    pub request_log: RequestLog,
    /// Threads that run requests; 0 is one per core.
    pub worker_threads: usize,
}

impl Settings {
    /// Merges defaults, a file, the environment and overrides (pairs of key and value, from flags).
    ///
    /// # Errors
    /// When the file can't be read, a key is unknown, or a value is missing or malformed.
    pub fn load(
        file: Option<&Path>,
        environment: impl Fn(&str) -> Option<String>,
        overrides: &[(&str, Option<String>)],
    ) -> Result<Self, ConfigError> {
        let in_environment = |key: &str| match AS_IN_PACKAGE.iter().find(|(known, _)| *known == key) {
            Some((_, name)) => environment(name),
            None => environment(&config::in_environment(key)),
        };
        let table = config::merged(DEFAULTS, file, in_environment, overrides)?;
        // As for the server: the faulty line may hold the secret.
        let settings: Self =
            table.try_into().map_err(|error: toml::de::Error| ConfigError(error.message().to_owned()))?;
        settings.check()
    }

    fn check(self) -> Result<Self, ConfigError> {
        for ((key, name), value) in AS_IN_PACKAGE.iter().zip([&self.issuer_url, &self.client_id, &self.client_secret.0])
        {
            if value.is_empty() {
                return Err(ConfigError(format!("`{key}` is missing: the gateway's package has it as {name}")));
            }
        }
        self.issuer()?;
        if let Some(url) = &self.server_url
            && (!is_http(url) || url.path() != "/" || url.query().is_some() || url.fragment().is_some())
        {
            let rule = "server_url must be the origin of an http(s) URL, without path, query and fragment";
            return Err(ConfigError(rule.to_owned()));
        }
        for (name, value, least, most) in [
            ("max_age_seconds", self.max_age_seconds, 1, 86_400),
            ("max_connections", self.max_connections, 16, 100_000),
            ("drain_seconds", self.drain_seconds, 0, 600),
        ] {
            if !(least..=most).contains(&value) {
                return Err(ConfigError(format!("{name} must be from {least} to {most}")));
            }
        }
        Ok(self)
    }

    /// The issuer, and the tenant that its path names: `{origin}/{tid}/system`.
    ///
    /// # Errors
    /// When it is no such URL.
    pub fn issuer(&self) -> Result<(Url, String), ConfigError> {
        let invalid = || ConfigError("issuer_url must be the issuer of a tenant's `system` server".to_owned());
        let url = Url::parse(&self.issuer_url).map_err(|_| invalid())?;
        let mut segments = url.path_segments().ok_or_else(invalid)?.rev().take(2).collect::<Vec<_>>();
        let tenant = segments.pop().filter(|tenant| !tenant.is_empty() && segments == ["system"]);
        let is_plain = is_http(&url) && url.query().is_none() && url.fragment().is_none();
        let tenant = tenant.filter(|_| is_plain).ok_or_else(invalid)?.to_owned();
        Ok((url, tenant))
    }

    /// Base of the management API.
    ///
    /// # Errors
    /// As [`Self::issuer`].
    pub fn server(&self) -> Result<Url, ConfigError> {
        match &self.server_url {
            Some(url) => Ok(url.clone()),
            None => {
                let (mut url, _) = self.issuer()?;
                url.set_path("/");
                Ok(url)
            }
        }
    }

    /// Would secret and tokens go over a network in clear?
    #[must_use]
    pub fn is_in_the_clear(&self) -> bool {
        let is_exposed = |url: Url| url.scheme() != "https" && !is_loopback(&url);
        let issuer = self.issuer().map(|(url, _)| url);
        [issuer, self.server()].into_iter().flatten().any(is_exposed)
    }
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
