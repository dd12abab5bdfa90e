//! Settings: the commented `config.default.toml` is the default, a file, the environment and flags win over it in that order.

mod dashboard_url;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use self::dashboard_url::DashboardUrl;
use crate::edge::client_address::TrustedProxies;
use crate::outgoing::AllowedHosts;

const DEFAULTS: &str = include_str!("../config.default.toml");

/// What a limit may be set to: a million, within a day.
const MOST_COUNTED: u32 = 1_000_000;
const LONGEST_WINDOW: u32 = 86_400;

/// Every setting, as `config.default.toml` explains it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address of the public listener.
    pub listen: SocketAddr,
    /// Address of the control listener, if it has its own.
    #[serde(deserialize_with = "none_if_empty")]
    pub control_listen: Option<SocketAddr>,
    /// Base of issuers and links, without a trailing slash.
    #[serde(deserialize_with = "none_if_empty")]
    pub public_url: Option<url::Url>,
    /// Base of the control surface's links.
    #[serde(deserialize_with = "none_if_empty")]
    pub control_url: Option<url::Url>,
    /// Folder of everything that must survive a restart.
    pub data_dir: PathBuf,
    /// Database URL; SQLite in the data folder when absent.
    #[serde(deserialize_with = "none_if_empty")]
    pub database_url: Option<Secret>,
    /// Base64 master keys.
    #[serde(deserialize_with = "none_if_empty")]
    pub master_key: Option<Secret>,
    /// File that holds the master keys.
    #[serde(deserialize_with = "none_if_empty")]
    pub master_key_file: Option<PathBuf>,
    /// Algorithm of the keys that the first start makes.
    pub signing_algorithm: String,
    /// Tenant of the doors without a tenant in their path.
    pub default_tenant: String,
    /// Days that a signing key signs, 1 to 3650.
    pub key_rotation_days: u32,
    /// Hours that a key is published before it signs, at least 1 and at most half of the rotation.
    pub key_publish_ahead_hours: u32,
    /// Hours that a key stays published after it signed, 1 to 8760.
    pub key_overlap_hours: u32,
    /// Seconds that a used refresh token is answered with the same successor again, at most 300; 0: never.
    pub refresh_token_grace_seconds: u32,
    /// Hosts that may be fetched by plain http, and at any address.
    pub outgoing_allowed: AllowedHosts,
    /// Proxies that are believed when they say whom they speak for.
    pub trusted_proxies: TrustedProxies,
    /// Wrong secrets of one client from one address,
    pub wrong_secrets: u32,
    /// in so many seconds.
    pub wrong_secrets_seconds: u32,
    /// Wrong passwords of one account, or on one device that it knows,
    pub wrong_passwords_per_account: u32,
    /// or from one address,
    pub wrong_passwords_per_address: u32,
    /// in so many seconds.
    pub wrong_passwords_seconds: u32,
    /// Days that a device is known to an account after it signed in, at most 400; 0: never.
    pub known_device_days: u32,
    /// Wrong user codes from one address, or in one browser,
    pub wrong_user_codes: u32,
    /// in so many seconds.
    pub wrong_user_codes_seconds: u32,
    /// Registrations from one address without an initial access token,
    pub registrations: u32,
    /// in so many seconds.
    pub registrations_seconds: u32,
    /// Rotations and revocations of one client's secrets,
    pub secret_rotations: u32,
    /// in so many seconds.
    pub secret_rotations_seconds: u32,
    /// Acts by which one user gives or takes back consents,
    pub consent_acts: u32,
    /// in so many seconds.
    pub consent_acts_seconds: u32,
    /// Passwords that are checked at once, at most 1024; 0 is one per core, but no more than 4.
    pub password_checks: u32,
    /// Sign-ins that may wait for that, at most 65536.
    pub password_queue: u32,
    /// Seconds until a request is answered 503, or 408 when its body hasn't arrived; 1 to 600.
    pub request_deadline_seconds: u32,
    /// Seconds that a shutdown waits for requests under way, at most 600.
    pub drain_seconds: u32,
    /// Authorization requests and devices that one address may begin at one authorization server in ten minutes; 0: any number.
    pub authorizations_per_address: u32,
    /// Days that audit events are kept; 0: for ever.
    pub audit_retention_days: u32,
    /// Audit events of all tenants that are kept, the newest ones; 0: all.
    pub audit_retention_events: u32,
    /// Which requests are logged.
    pub request_log: RequestLog,
    /// Connections at a time, 16 to 100,000, as far as there are file descriptors.
    pub max_connections: usize,
    /// Seconds that a connection may be open on which nothing is asked, 1 to 3600.
    pub connection_idle_seconds: u32,
    /// Seconds that an answer may wait to be taken, 1 to 600.
    pub answer_timeout_seconds: u32,
    /// MiB of requests and answers in memory, for all connections together, 4 to 4096.
    pub traffic_memory_mib: usize,
    /// Longest specification in MiB, 1 to 256.
    pub specification_mib: usize,
    /// Longest configuration in MiB, 1 to 1024.
    pub configuration_mib: usize,
    /// Seconds between a signal to end and the end of the listeners, at most 600.
    pub shutdown_delay_seconds: u32,
    /// Answer `/metrics`?
    pub serve_metrics: bool,
    /// Answer `/reference`?
    pub serve_reference: bool,
    /// Where a dashboard shows by an example what the business makes of an authorization server,
    #[serde(deserialize_with = "none_if_empty")]
    pub dashboard_sample_business: Option<DashboardUrl>,
    /// and what attacks look like,
    #[serde(deserialize_with = "none_if_empty")]
    pub dashboard_sample_threat: Option<DashboardUrl>,
    /// where one shows what a tenant's business makes of it,
    #[serde(deserialize_with = "none_if_empty")]
    pub dashboard_tenant_business: Option<DashboardUrl>,
    /// and attacks on it.
    #[serde(deserialize_with = "none_if_empty")]
    pub dashboard_tenant_threat: Option<DashboardUrl>,
    /// Threads that run requests; 0 is one per core.
    pub worker_threads: usize,
    #[serde(skip)]
    written: Written,
}

/// The settings as they were merged, to compare them with others.
#[derive(Clone, Default)]
struct Written(toml::Table);

impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(settings)")
    }
}

/// Which requests get a line in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequestLog {
    /// None.
    Off,
    /// Those answered with 5xx.
    Errors,
    /// All.
    All,
}

/// A setting that must not be shown.
#[derive(Clone, Deserialize)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// A setting is missing, unknown or malformed. The text never repeats a secret's value.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub(crate) String);

pub(crate) fn none_if_empty<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let text = String::deserialize(deserializer)?;
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(serde::de::Error::custom) }
}

impl Config {
    /// Merges defaults, a file, the environment and overrides (pairs of key and value, from flags).
    ///
    /// # Errors
    /// When the file can't be read, a key is unknown, or a value is malformed.
    pub fn load(
        file: Option<&Path>,
        environment: impl Fn(&str) -> Option<String>,
        overrides: &[(&str, Option<String>)],
    ) -> Result<Self, ConfigError> {
        let table = merged(DEFAULTS, file, |key| environment(&in_environment(key)), overrides)?;
        // A file may hold a secret, so toml's excerpt of the faulty line stays out of the message.
        let written = Written(table.clone());
        let config: Self =
            table.try_into().map_err(|error: toml::de::Error| ConfigError(error.message().to_owned()))?;
        Self { written, ..config }.check()
    }

    /// The keys whose values are other ones, in the order of the alphabet.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let differs = |key: &&String| self.written.0.get(*key) != other.written.0.get(*key);
        self.written.0.keys().filter(differs).cloned().collect()
    }

    fn check(self) -> Result<Self, ConfigError> {
        if !matches!(self.signing_algorithm.as_str(), "RS256" | "ES256" | "EdDSA") {
            return Err(ConfigError("signing_algorithm must be RS256, ES256 or EdDSA".to_owned()));
        }
        for (name, url) in [("public_url", &self.public_url), ("control_url", &self.control_url)] {
            if let Some(url) = url
                && (!matches!(url.scheme(), "http" | "https")
                    || url.query().is_some()
                    || url.fragment().is_some()
                    || url.path() != "/")
            {
                return Err(ConfigError(format!(
                    "{name} must be the origin of an http(s) URL, without path, query and fragment"
                )));
            }
        }
        // Beyond these, times leave what calendars can hold, a key is replaced faster than anyone learns of it, or a server never stops.
        for (name, value, least, most) in [
            ("key_rotation_days", self.key_rotation_days, 1, 3650),
            ("key_publish_ahead_hours", self.key_publish_ahead_hours, 1, u32::MAX),
            ("key_overlap_hours", self.key_overlap_hours, 1, 8760),
            ("request_deadline_seconds", self.request_deadline_seconds, 1, 600),
            ("drain_seconds", self.drain_seconds, 0, 600),
            ("shutdown_delay_seconds", self.shutdown_delay_seconds, 0, 600),
            ("connection_idle_seconds", self.connection_idle_seconds, 1, 3600),
            ("answer_timeout_seconds", self.answer_timeout_seconds, 1, 600),
            ("max_connections", u32::try_from(self.max_connections).unwrap_or(u32::MAX), 16, 100_000),
            ("traffic_memory_mib", u32::try_from(self.traffic_memory_mib).unwrap_or(u32::MAX), 4, 4096),
            ("specification_mib", u32::try_from(self.specification_mib).unwrap_or(u32::MAX), 1, 256),
            ("configuration_mib", u32::try_from(self.configuration_mib).unwrap_or(u32::MAX), 1, 1024),
            ("audit_retention_days", self.audit_retention_days, 0, 36_500),
            ("refresh_token_grace_seconds", self.refresh_token_grace_seconds, 0, 300),
            ("wrong_secrets", self.wrong_secrets, 1, MOST_COUNTED),
            ("wrong_secrets_seconds", self.wrong_secrets_seconds, 1, LONGEST_WINDOW),
            ("wrong_passwords_per_account", self.wrong_passwords_per_account, 1, MOST_COUNTED),
            ("wrong_passwords_per_address", self.wrong_passwords_per_address, 1, MOST_COUNTED),
            ("wrong_passwords_seconds", self.wrong_passwords_seconds, 1, LONGEST_WINDOW),
            // Browsers keep no cookie for longer (RFC 6265bis §5.5).
            ("known_device_days", self.known_device_days, 0, 400),
            ("wrong_user_codes", self.wrong_user_codes, 1, MOST_COUNTED),
            ("wrong_user_codes_seconds", self.wrong_user_codes_seconds, 1, LONGEST_WINDOW),
            ("registrations", self.registrations, 1, MOST_COUNTED),
            ("registrations_seconds", self.registrations_seconds, 1, LONGEST_WINDOW),
            ("secret_rotations", self.secret_rotations, 1, MOST_COUNTED),
            ("secret_rotations_seconds", self.secret_rotations_seconds, 1, LONGEST_WINDOW),
            ("consent_acts", self.consent_acts, 1, MOST_COUNTED),
            ("consent_acts_seconds", self.consent_acts_seconds, 1, LONGEST_WINDOW),
            ("password_checks", self.password_checks, 0, 1024),
            ("password_queue", self.password_queue, 0, 65536),
        ] {
            if value < least {
                return Err(ConfigError(format!("{name} must be at least {least}")));
            }
            if value > most {
                return Err(ConfigError(format!("{name} must be at most {most}")));
            }
        }
        if self.key_publish_ahead_hours.saturating_mul(2) > self.key_rotation_days.saturating_mul(24) {
            return Err(ConfigError("key_publish_ahead_hours must be less than half of key_rotation_days".to_owned()));
        }
        Ok(self)
    }

    /// URL of the database.
    #[must_use]
    pub fn database_url(&self) -> String {
        match &self.database_url {
            Some(url) => url.0.clone(),
            None => format!("sqlite://{}?mode=rwc", self.data_dir.join("authplane.db").display()),
        }
    }
}

/// What a setting is called in the environment.
pub(crate) fn in_environment(key: &str) -> String {
    format!("AUTHPLANE_{}", key.to_ascii_uppercase())
}

/// Defaults, a file, the environment and overrides (pairs of key and value), each over those before it.
///
/// # Errors
/// When the file can't be read, a key is unknown, or a value isn't of the type of its default.
pub(crate) fn merged(
    defaults: &str,
    file: Option<&Path>,
    environment: impl Fn(&str) -> Option<String>,
    overrides: &[(&str, Option<String>)],
) -> Result<toml::Table, ConfigError> {
    let mut table: toml::Table =
        defaults.parse().map_err(|error| ConfigError(format!("the embedded defaults: {error}")))?;
    if let Some(path) = file {
        let text =
            std::fs::read_to_string(path).map_err(|error| ConfigError(format!("{}: {error}", path.display())))?;
        let given: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| ConfigError(format!("{}: {}", path.display(), error.message())))?;
        for (key, value) in given {
            if !table.contains_key(&key) {
                return Err(ConfigError(format!("{}: unknown key `{key}`", path.display())));
            }
            table.insert(key, value);
        }
    }
    let keys: Vec<String> = table.keys().cloned().collect();
    for key in keys {
        if let Some(text) = environment(&key) {
            set(&mut table, &key, text)?;
        }
    }
    for (key, text) in overrides {
        if let Some(text) = text {
            set(&mut table, key, text.clone())?;
        }
    }
    Ok(table)
}

/// Puts a text in place of a value, with the type that the default has.
fn set(table: &mut toml::Table, key: &str, text: String) -> Result<(), ConfigError> {
    let value = match table.get(key) {
        Some(toml::Value::Integer(_)) => {
            toml::Value::Integer(text.parse().map_err(|_| ConfigError(format!("`{key}` must be a whole number")))?)
        }
        Some(toml::Value::Boolean(_)) => {
            toml::Value::Boolean(text.parse().map_err(|_| ConfigError(format!("`{key}` must be true or false")))?)
        }
        Some(_) => toml::Value::String(text),
        None => return Err(ConfigError(format!("unknown key `{key}`"))),
    };
    table.insert(key.to_owned(), value);
    Ok(())
}
