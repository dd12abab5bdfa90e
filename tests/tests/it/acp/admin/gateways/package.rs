//! What is in a gateway's package, and that it works as it is: proxies read their configuration, and the credentials get a token.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use authplane_tests::database::Folder;
use authplane_tests::{Tenant, on_both};
use http::Method;
use serde_json::{Value, json};
use url::Url;
use zip::ZipArchive;

use super::{TYPES, path_of};
use crate::it::things::{self, gateway_of};

const FILES: [(&str, u32); 9] = [
    (".authorizer_env", 0o600),
    ("README.md", 0o644),
    ("authplane-authorizer.service", 0o644),
    ("caddy/Caddyfile", 0o644),
    ("docker-compose.yml", 0o644),
    ("envoy/envoy.yaml", 0o644),
    ("nginx/nginx.conf", 0o644),
    ("pyron/pyron.env", 0o644),
    ("pyron/rules.json", 0o644),
];

/// The bytes of a gateway's package.
async fn package(tenant: &Tenant, gateway: &Value) -> Vec<u8> {
    let answer = tenant.get(&format!("{}/package", path_of(gateway))).send().await.expect(200);
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(answer.header("cache-control"), "no-store");
    let named = format!("attachment; filename=\"gateway-{}.zip\"", gateway["id"].as_str().unwrap());
    assert_eq!(answer.header("content-disposition"), named);
    answer.body
}

/// What is in it, and each file's mode.
fn unpacked(package: &[u8]) -> BTreeMap<String, (u32, String)> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let (name, mode) = (file.name().unwrap().into_owned(), file.unix_mode().unwrap() & 0o7777);
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(name, (mode, text));
    }
    files
}

/// Lines of `NAME=value`, as systemd's `EnvironmentFile` and compose's `env_file` read them.
fn environment(text: &str) -> BTreeMap<String, String> {
    text.lines().map(|line| line.split_once('=').unwrap()).map(|(name, value)| (name.into(), value.into())).collect()
}

#[tokio::test]
async fn pyron_and_standalone_have_one_whose_credentials_get_a_token() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        for gateway_type in TYPES {
            let made = gateway_of(&tenant, &server, gateway_type).await;
            if !["pyron", "standalone"].contains(&gateway_type) {
                let refused = tenant.get(&format!("{}/package", path_of(&made))).send().await.expect(400).json();
                assert_eq!(refused["status_code"], 400, "{gateway_type}");
                continue;
            }
            let bytes = package(&tenant, &made).await;
            assert_eq!(package(&tenant, &made).await, bytes, "the same gateway, the same package");
            let files = unpacked(&bytes);
            let modes: Vec<_> = files.iter().map(|(name, (mode, _))| (name.as_str(), *mode)).collect();
            assert_eq!(modes, FILES);
            let known = environment(&files[".authorizer_env"].1);
            assert_eq!(known["ACP_ISSUER_URL"], tenant.server.issuer(&tenant.id, "system"));
            assert_eq!(known["AUTHPLANE_SERVER_URL"], tenant.server.control_url());
            assert_eq!(known.len(), 4);
            let issuer = Url::parse(&known["ACP_ISSUER_URL"]).unwrap();
            let call = tenant.call(Method::POST, &format!("{}/oauth2/token", issuer.path()));
            let form = [("grant_type", "client_credentials"), ("scope", "read_gateway_configuration")];
            let answer = call.basic(&known["ACP_CLIENT_ID"], &known["ACP_CLIENT_SECRET"]).form(&form).send().await;
            assert_eq!(answer.expect(200).json()["scope"], "read_gateway_configuration");
            // The secret is there and nowhere else.
            for (name, (_, text)) in &files {
                assert_eq!(text.contains(&known["ACP_CLIENT_SECRET"]), name == ".authorizer_env", "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_said_of_the_gateway_is_in_the_readme_and_stays_text() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let new = json!({"name": "{id} {version} {name}", "server_id": server, "type": "standalone"});
        let made = tenant.post(super::GATEWAYS).json(new).send().await.expect(201).json();
        let files = unpacked(&package(&tenant, &made).await);
        let readme = &files["README.md"].1;
        assert!(readme.starts_with("# The authorizer of the gateway {id} {version} {name}\n"), "{readme}");
        assert_eq!(readme.lines().count(), 12);
        assert!(readme.contains(&format!("({})", made["id"].as_str().unwrap())));
        for (name, (_, text)) in files.iter().filter(|(name, _)| *name != "README.md") {
            assert!(!text.contains("{id}") || name == "pyron/rules.json", "{name}");
        }
        // Every file is spoken of, and every command is one and the same.
        for (name, _) in FILES.iter().filter(|(name, _)| *name != "README.md") {
            let spoken = name.strip_prefix("pyron/").unwrap_or(name);
            assert!(readme.contains(spoken), "{name}");
        }
        assert!(readme.contains("`authplane authorizer`"));
        assert!(
            files["authplane-authorizer.service"]
                .1
                .contains("\nExecStart=/usr/local/bin/authplane authorizer --listen 127.0.0.1:9004\n")
        );
        assert!(
            files["docker-compose.yml"]
                .1
                .contains(r#"["/usr/local/bin/authplane", "authorizer", "--listen", "127.0.0.1:9004"]"#)
        );
    })
    .await;
}

/// A program of this machine, where the folders that only root looks in count too.
fn found(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/bin".into()]);
    folders.map(|folder| folder.join(program)).find(|program| program.is_file())
}

fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Where nginx listens must be free on this machine, and where it writes must be the test's own.
fn nginx_of_test(configuration: &str, folder: &Path) -> String {
    let folder = folder.display();
    let own = format!(
        "pid {folder}/pid; error_log stderr;\nhttp {{\n    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;\
         fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;"
    );
    configuration.replacen("http {", &own, 1)
}

#[tokio::test]
async fn proxies_read_their_configuration() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let made = gateway_of(&tenant, &server, "standalone").await;
        let files = unpacked(&package(&tenant, &made).await);
        let folder = Folder::new();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        // nginx is installed by `cargo xtask test`; the others are asked where they are.
        let nginx = found("nginx").expect("there is nginx: `cargo xtask test` installs it");
        let path = file("nginx.conf", &nginx_of_test(&files["nginx/nginx.conf"].1, folder.path()));
        run(Command::new(nginx).arg("-t").arg("-c").arg(path).arg("-p").arg(folder.path()).arg("-e").arg("stderr"));
        if let Some(caddy) = found("caddy") {
            let path = file("Caddyfile", &files["caddy/Caddyfile"].1);
            let mut command = Command::new(caddy);
            run(command.args(["validate", "--adapter", "caddyfile", "--config"]).arg(path).env("HOME", folder.path()));
        }
        if let Some(envoy) = found("envoy") {
            let path = file("envoy.yaml", &files["envoy/envoy.yaml"].1);
            run(Command::new(envoy).args(["--mode", "validate", "-c"]).arg(path));
        }
        let rules: Value = serde_json::from_str(&files["pyron/rules.json"].1).unwrap();
        assert_eq!(rules["rules"][0]["endpoints"][0]["requestPlugins"][0]["name"], "acp-authz");
        let known = environment(&files["pyron/pyron.env"].1);
        assert_eq!(
            (known["PLUGIN_ACP_AUTHZ__HOST"].as_str(), known["PLUGIN_ACP_AUTHZ__PORT"].as_str()),
            ("127.0.0.1", "9004")
        );
        // What is YAML has no tabs, and all of them ask the same authorizer.
        for name in ["envoy/envoy.yaml", "docker-compose.yml"] {
            assert!(!files[name].1.contains('\t'), "{name}");
        }
        for name in ["nginx/nginx.conf", "caddy/Caddyfile", "docker-compose.yml", "authplane-authorizer.service"] {
            assert!(files[name].1.contains("127.0.0.1:9004"), "{name}");
        }
        assert!(files["envoy/envoy.yaml"].1.contains("address: 127.0.0.1, port_value: 9004"));
    })
    .await;
}
