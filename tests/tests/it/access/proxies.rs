//! Real proxies before a real service, which ask the door before they pass a request on.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use authplane_tests::database::Folder;
use authplane_tests::landing::{Landing, Reply};
use authplane_tests::{Call, Database, Tenant, TestServer};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use serde_json::json;

use super::{Edge, header};
use crate::it::things;

/// How users are told to set proxies up.
const DOCUMENTED: &str = include_str!("../../../../docs/gateways.md");

/// The lines of one proxy.
fn documented(language: &str) -> &'static str {
    let (_, after) = DOCUMENTED.split_once(&format!("```{language}\n")).expect("it is documented");
    after.split_once("```").expect("it ends").0
}

/// Files and ports of nginx that are the test's own.
const NGINX_OF_TEST: &str = "daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;\nevents { worker_connections 64; }\nhttp {\n\
    access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; \
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{documented}\n}\n";
const CADDY_OF_TEST: &str = "{\n\tadmin off\n\tauto_https off\n}\n{documented}\n";

/// nginx as users are told to set it up.
pub(super) fn nginx_as_documented() -> String {
    NGINX_OF_TEST.replace("{documented}", documented("nginx"))
}

/// A proxy that ends with the test.
pub(super) struct Proxy {
    process: Child,
    url: String,
    _folder: Folder,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/bin".into()]);
    folders.map(|folder| folder.join(program)).find(|program| program.is_file())
}

impl Proxy {
    /// Starts it, and waits until it listens.
    pub(super) async fn start(program: &str, configuration: &str, edge: &Edge<'_>, service: &str) -> Self {
        let folder = Folder::new();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let client = &edge.gateway["client"];
        let credentials =
            format!("{}:{}", client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        let at = |url: &str| url.strip_prefix("http://").unwrap().to_owned();
        let configuration = configuration
            .replace("{folder}", &folder.path().display().to_string())
            .replace("127.0.0.1:8081", &format!("127.0.0.1:{port}"))
            .replace("127.0.0.1:8000", &at(service))
            .replace("127.0.0.1:8080", &at(edge.tenant.server.url()))
            .replace("/default/access/", &format!("/{}/access/", edge.tenant.id))
            .replace("CREDENTIALS", &STANDARD.encode(credentials));
        let file = folder.path().join("proxy.conf");
        std::fs::File::create(&file).unwrap().write_all(configuration.as_bytes()).unwrap();
        let mut command = Command::new(found(program).unwrap_or_else(|| panic!("there is no {program}")));
        match program {
            "nginx" => command.arg("-c").arg(&file).arg("-p").arg(folder.path()).args(["-e", "stderr"]),
            _ => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file).env("HOME", folder.path()),
        };
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let proxy = Self { process, url: format!("http://127.0.0.1:{port}"), _folder: folder };
        for _ in 0..500 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return proxy;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{program} doesn't listen");
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

async fn passes_what_may(program: &str, configuration: &str) {
    let server = TestServer::shared(Database::Sqlite).await;
    let tenant = Tenant::with_users(&server).await;
    let edge = Edge::of(&tenant).await;
    let open = things::policy(&tenant, &json!([{"name": "true"}])).await;
    let _ = edge.api("POST", "/orders", None).await;
    let _ = edge.api("GET", "/open/{id}", Some(&open)).await;
    let service = Landing::answering(|request| {
        let told = ["x-authplane-subject", "x-authplane-client-id", "x-authplane-scope", "authorization"];
        let told: Vec<&str> = told.iter().map(|name| request.header(name)).collect();
        Reply::ok("application/json", json!({"told": told, "body": String::from_utf8_lossy(&request.body)}).to_string())
    })
    .await;
    let proxy = Proxy::start(program, configuration, &edge, service.url("/").trim_end_matches('/')).await;
    let call = |method: Method, path: &str| {
        Call::new(method, format!("{}{path}", proxy.url)).header(header("x-authplane-subject"), "root")
    };
    let machine = tenant.add_client("default", &[]).await;
    let token = tenant.ask_for_token(&machine, None, &[]).await.expect(200).json()["access_token"].clone();
    let token = token.as_str().unwrap();

    let passed =
        call(Method::POST, "/orders?x=1").bearer(token).body("text/plain", "seventeen").send().await.expect(200).json();
    assert_eq!(passed["body"], "seventeen");
    assert_eq!(passed["told"], json!([machine.id, machine.id, "", format!("Bearer {token}")]));
    // Nobody's request is somebody's because it says so.
    let anonymous = call(Method::GET, "/open/1").send().await.expect(200).json();
    assert_eq!(anonymous["told"], json!(["", "", "", ""]));
    // A client can't say itself what it asks about, nor that it is the gateway.
    for (name, value) in [
        ("x-forwarded-uri", "/open/1"),
        ("x-original-uri", "/open/1"),
        ("x-original-url", "https://api.example/open/1"),
        ("x-forwarded-method", "GET"),
        ("x-forwarded-authorization", &format!("Bearer {token}")),
    ] {
        let answer = call(Method::POST, "/orders").header(header(name), value).send().await;
        assert_eq!(answer.status, 401, "{program}: {name}");
    }
    for (method, path, status) in [
        (Method::POST, "/orders", 401),
        (Method::GET, "/orders", 403),
        (Method::GET, "/nothing", 403),
        (Method::GET, "/open/..%2forders", 403),
        (Method::GET, "/open//1", 403),
    ] {
        let answer = call(method, path).send().await;
        assert_eq!(answer.status, status, "{program}: {path}");
        assert!(status != 401 || answer.header("www-authenticate").starts_with("Bearer"), "{program}: {path}");
    }
    let waiting = service.waiting();
    assert_eq!(waiting.len(), 2, "{program}: what may not pass doesn't reach the service");
    // The token is revoked, and the very next request is refused.
    let form = [("token", token)];
    let revoke = tenant.post("/{tid}/default/oauth2/revoke").basic(&machine.id, &machine.secret).form(&form);
    let _ = revoke.send().await.expect(200);
    let _ = call(Method::POST, "/orders").bearer(token).send().await.expect(401);
    // The gateway is gone: nothing passes any more.
    let path = format!("/api/admin/{{tid}}/gateways/{}", edge.gateway["id"].as_str().unwrap());
    let _ = tenant.delete(&path).send().await.expect(204);
    let _ = call(Method::GET, "/open/1").send().await.expect(403);
}

#[tokio::test]
async fn nginx_passes_what_may_pass_and_nothing_else() {
    passes_what_may("nginx", &nginx_as_documented()).await;
}

/// Where there is one: CI has nginx.
#[tokio::test]
async fn caddy_passes_what_may_pass_and_nothing_else() {
    if found("caddy").is_some() {
        passes_what_may("caddy", &CADDY_OF_TEST.replace("{documented}", documented("caddyfile"))).await;
    }
}
