//! Debian's nginx in front, with TLS, as an operator would have it: it alone is trusted, and everybody behind it is
//! somebody of their own.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use authplane_tests::process::PATIENCE;
use tokio::process::{Child, Command};

use super::*;

const HOST: &str = "localhost";
const GUESSER: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));
const OWNER: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 3));

/// The nginx of this machine. It ends when this is dropped.
struct Nginx {
    _child: Child,
    port: u16,
    certificate: reqwest::Certificate,
    _folder: Folder,
}

impl Nginx {
    /// Starts one on this port that passes everything on to `server`, and does what else it is told.
    async fn before(server: &str, port: u16, more: &str) -> Self {
        let folder = Folder::new();
        let certificate = certificate(folder.path()).await;
        let (path, server) = (folder.path().display(), server.strip_prefix("http://").unwrap());
        let configuration = format!(
            "daemon off; master_process off; worker_processes 1; pid {path}/pid; error_log stderr;
             events {{ worker_connections 64; }}
             http {{
               access_log off;
               client_body_temp_path {path}/body;
               proxy_temp_path {path}/proxy;
               {more}
               server {{
                 listen 127.0.0.1:{port} ssl;
                 ssl_certificate {path}/certificate.pem;
                 ssl_certificate_key {path}/key.pem;
                 location / {{
                   proxy_pass http://{server};
                   proxy_http_version 1.1;
                   proxy_set_header Host $http_host;
                   proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                   proxy_set_header X-Forwarded-Proto $scheme;
                 }}
               }}
             }}"
        );
        let file = folder.path().join("nginx.conf");
        fs::write(&file, configuration).unwrap();
        // Debian puts it where only root looks for programs.
        let program = if Path::new("/usr/sbin/nginx").exists() { "/usr/sbin/nginx" } else { "nginx" };
        let mut command = Command::new(program);
        command.arg("-c").arg(&file).arg("-p").arg(folder.path()).stdin(Stdio::null()).kill_on_drop(true);
        let mut child = command.spawn().expect("there is nginx: `cargo xtask test` installs it");
        let begun = Instant::now();
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert_eq!(child.try_wait().unwrap(), None, "nginx ended");
            assert!(begun.elapsed() < PATIENCE, "nginx doesn't listen");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        Self { _child: child, port, certificate, _folder: folder }
    }

    /// Somebody at this address of the loopback, who trusts nginx's certificate and nobody else's.
    fn client_at(&self, address: IpAddr) -> reqwest::Client {
        let builder = reqwest::Client::builder().pool_max_idle_per_host(0).redirect(reqwest::redirect::Policy::none());
        // What comes compressed is seen so.
        let builder = builder.no_proxy().no_gzip().https_only(true).local_address(address);
        let builder = builder.resolve(HOST, SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)));
        builder.tls_certs_only([self.certificate.clone()]).build().unwrap()
    }
}

/// A new certificate of [`HOST`], whose files nginx finds in the folder.
async fn certificate(folder: &Path) -> reqwest::Certificate {
    let request = format!(
        "[req]\ndistinguished_name = name\nx509_extensions = extensions\nprompt = no\n[name]\nCN = {HOST}\n\
         [extensions]\nbasicConstraints = critical, CA:FALSE\nsubjectAltName = DNS:{HOST}\n"
    );
    fs::write(folder.join("request.conf"), request).unwrap();
    let mut command = Command::new("openssl");
    command.current_dir(folder).args(["req", "-x509", "-nodes", "-days", "2", "-config", "request.conf"]);
    command.args(["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]);
    command.args(["-keyout", "key.pem", "-out", "certificate.pem"]);
    let output = command.output().await.expect("there is openssl: `cargo xtask test` installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    reqwest::Certificate::from_pem(&fs::read(folder.join("certificate.pem")).unwrap()).unwrap()
}

/// A port for nginx and the origin that it makes: part of the public URL, so it is chosen first.
fn origin() -> (u16, String) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    (port, format!("https://{HOST}:{port}"))
}

#[tokio::test]
async fn behind_nginx_that_compresses_the_tag_that_it_passes_on_counts_once() {
    const COMPRESSING: &str = "gzip on; gzip_min_length 1; gzip_proxied any; gzip_types application/json;";
    for database in Database::tested() {
        let (port, origin) = origin();
        let server = TestServer::start(on(database).with("public_url", origin.as_str())).await;
        let tenant = Tenant::new(&server).await;
        let nginx = Nginx::before(server.url(), port, COMPRESSING).await;
        let client = nginx.client_at(OWNER);
        let service = things::service(&tenant).await;
        let url = format!("{origin}/api/admin/{}/services/{service}", tenant.id);
        let call = |method: http::Method| {
            let call = Call::new(method, url.as_str()).bearer(&tenant.token).by(&client);
            call.header(http::header::ACCEPT_ENCODING, "gzip")
        };
        let put = |name: &str, seen: &str| {
            call(http::Method::PUT).json(json!({"name": name})).header(http::header::IF_MATCH, seen).send()
        };
        let seen = call(http::Method::GET).send().await.expect(200);
        assert_eq!(seen.header("content-encoding"), "gzip");
        let weak = seen.header("etag");
        assert!(weak.starts_with("W/\""), "nginx makes it weak: {weak}");
        let first = put("First", weak).await.expect(200);
        let _ = put("Second", weak).await.expect(412);
        let now = first.header("etag");
        assert!(now.starts_with("W/\""), "{now}");
        let third = put("Third", &format!("\"other\", {now}")).await.expect(200);
        // Whoever sees it uncompressed has the same version of it, and whoever sees it again is told so.
        let plain = tenant.get(&format!("/api/admin/{{tid}}/services/{service}")).send().await.expect(200);
        assert_eq!(plain.json()["name"], "Third");
        let version =
            |answer: &Answer| answer.header("etag").trim_start_matches("W/").split('.').next().map(str::to_owned);
        assert_eq!(version(&third), version(&plain));
        let shown = call(http::Method::GET).send().await.expect(200);
        assert_eq!(shown.header("etag").trim_start_matches("W/"), plain.header("etag"));
        let unchanged = call(http::Method::GET).header(http::header::IF_NONE_MATCH, shown.header("etag")).send().await;
        assert_eq!(unchanged.status, 304, "{}", unchanged.text());
    }
}

#[tokio::test]
async fn behind_nginx_with_tls_one_address_guesses_and_the_other_signs_in() {
    for database in Database::tested() {
        let (port, origin) = origin();
        let settings = on(database)
            .with("public_url", origin.as_str())
            .with("wrong_secrets", "3")
            .with("wrong_passwords_per_address", "3");
        let mut scene = Scene::behind_proxy(settings).await;
        let nginx = Nginx::before(scene.tenant.server.url(), port, "").await;
        let (guesser, owner) = (nginx.client_at(GUESSER), nginx.client_at(OWNER));
        let issuer = format!("{origin}/{}/{DEFAULT}", scene.tenant.id);
        scene.application.base.clone_from(&issuer);
        let application = &scene.application;

        let discovery = format!("{issuer}/.well-known/openid-configuration");
        let discovery = Call::new(http::Method::GET, discovery).by(&owner).send().await.expect(200).json();
        assert_eq!(discovery["issuer"], issuer);

        // Secrets, whatever the guesser invents in front of what nginx appends.
        let secret = |client: &reqwest::Client, secret: &str| {
            let call = application.call("oauth2/token", &[("grant_type", "client_credentials")]);
            at("203.0.113.1", call.basic(&application.client.id, secret)).by(client).send()
        };
        for _ in 0..3 {
            let _ = secret(&guesser, "wrong").await.expect(401);
        }
        let _ = secret(&guesser, "wrong").await.expect(429);
        let _ = secret(&owner, "wrong").await.expect(401);
        let _ = secret(&owner, &application.client.secret).await.expect(200);

        // Passwords.
        let request = application.request().at(&format!("{issuer}/oauth2/authorize")).with("prompt", "login");
        let agent_of = |client: &reqwest::Client| {
            let mut agent = UserAgent::new(&origin);
            agent.client = Some(client.clone());
            agent
        };
        let mut last = 0;
        for guess in 0..4 {
            let mut agent = agent_of(&guesser);
            agent.address = Some(format!("203.0.113.{guess}"));
            let page = agent.get(&request.url()).await.page().expect(200);
            let name = format!("user{guess}");
            last = agent.submit(page.form(), &[("username", &name), ("password", "wrong")]).await.page().status;
        }
        assert_eq!(last, 429, "the guesser waits");
        let left = agent_of(&owner).sign_in(&request.url(), USER, PASSWORD).await;
        let answer: std::collections::BTreeMap<_, _> = left.to.query_pairs().into_owned().collect();
        assert_eq!(answer["iss"], issuer, "{answer:?}");
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", answer["code"].as_str()),
            ("redirect_uri", application.redirect_uri.as_str()),
            ("code_verifier", request.verifier.as_str()),
        ];
        let tokens = application.call("oauth2/token", &fields).by(&owner).send().await.expect(200).json();
        let userinfo = Call::new(http::Method::GET, format!("{issuer}/userinfo")).by(&owner);
        let userinfo = userinfo.bearer(tokens["access_token"].as_str().unwrap()).send().await.expect(200).json();
        assert_eq!(userinfo["sub"], USER);

        let id = scene.tenant.id.clone();
        let events = async move |store: authplane_domain::Store| audit::list(&store, &id, 50).await.unwrap();
        let events = scene.tenant.server.with_store(move |store| async move { events(store).await }).await;
        let addresses = |action: &str| -> Vec<String> {
            let named = events.iter().filter(|event| event.action == action);
            named.filter_map(|event| event.address.clone()).collect()
        };
        assert_eq!(addresses("user.sign_in"), [OWNER.to_string()], "{events:?}");
    }
}
