//! What starts a gateway's authorizer, and has proxies ask it, as a zip archive.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// Of whoever unpacks it, and nobody else.
const PRIVATE: u32 = 0o600;
const READABLE: u32 = 0o644;

/// What is the same for all gateways.
const FILES: [(&str, &str); 7] = [
    ("authplane-authorizer.service", include_str!("../../../../../templates/gateway/authplane-authorizer.service")),
    ("docker-compose.yml", include_str!("../../../../../templates/gateway/docker-compose.yml")),
    ("nginx/nginx.conf", include_str!("../../../../../templates/gateway/nginx/nginx.conf")),
    ("envoy/envoy.yaml", include_str!("../../../../../templates/gateway/envoy/envoy.yaml")),
    ("caddy/Caddyfile", include_str!("../../../../../templates/gateway/caddy/Caddyfile")),
    ("pyron/pyron.env", include_str!("../../../../../templates/gateway/pyron/pyron.env")),
    ("pyron/rules.json", include_str!("../../../../../templates/gateway/pyron/rules.json")),
];
const README: &str = include_str!("../../../../../templates/gateway/README.md");

/// What is of this gateway alone.
pub(super) struct Values<'a> {
    pub(super) name: &'a str,
    pub(super) id: &'a str,
    pub(super) issuer_url: &'a str,
    pub(super) server_url: &'a str,
    pub(super) client_id: &'a str,
    pub(super) client_secret: &'a str,
}

impl Values<'_> {
    /// As ACP's own authorizer reads them (ACP behaviour §10), and where the management API is, which need not be at the issuer's origin.
    fn environment(&self) -> String {
        let Self { issuer_url, server_url, client_id, client_secret, .. } = self;
        format!(
            "ACP_ISSUER_URL={issuer_url}\nACP_CLIENT_ID={client_id}\nACP_CLIENT_SECRET={client_secret}\nAUTHPLANE_SERVER_URL={server_url}\n"
        )
    }

    /// The name last: it may hold anything.
    fn readme(&self) -> String {
        let versioned = README.replace("{version}", env!("CARGO_PKG_VERSION"));
        versioned.replace("{id}", self.id).replacen("{name}", self.name, 1)
    }
}

/// The archive. The same values make the same bytes.
///
/// # Errors
/// When it can't be written.
pub(super) fn archive(values: &Values<'_>) -> ZipResult<Vec<u8>> {
    let (readme, environment) = (values.readme(), values.environment());
    let made = [("README.md", readme.as_str(), READABLE), (".authorizer_env", environment.as_str(), PRIVATE)];
    let files = FILES.iter().map(|(path, content)| (*path, *content, READABLE));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content, mode) in made.into_iter().chain(files) {
        archive.start_file(path, SimpleFileOptions::DEFAULT.unix_permissions(mode))?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
