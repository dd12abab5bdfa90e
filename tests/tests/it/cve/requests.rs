//! Headers, paths and bodies that say one thing to a proxy and another to the server.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Call, Document, RelyingParty, Tenant, TestServer, on_both};
use http::Method;
use http::header::HeaderName;
use serde_json::json;

use super::{ADA, agent, with_users_on_both};
use crate::it::devices;
use crate::it::oauth::jwt;

/// What proxies say of those behind them, and what some servers believe of anybody.
const FORWARDED: &[(&str, &str)] = &[
    ("host", "evil.example"),
    ("forwarded", "for=127.0.0.1;host=evil.example;proto=https"),
    ("x-forwarded-host", "evil.example"),
    ("x_forwarded_host", "evil.example"),
    ("x-forwarded-proto", "https"),
    ("x-forwarded-prefix", "//evil.example"),
    ("x-forwarded-server", "evil.example"),
    ("x-forwarded-port", "1"),
    ("x-original-url", "//evil.example/"),
    ("x-rewrite-url", "/api/admin/default/servers"),
    ("x-zitadel-forwarded", "host=evil.example"),
    ("origin", "https://evil.example"),
    ("referer", "https://evil.example/"),
];

/// Who a proxy says is signed in.
const IDENTITIES: &[(&str, &str)] = &[
    ("x-forwarded-user", "user"),
    ("x_forwarded_user", "user"),
    ("x-forwarded-email", "ada@people.example"),
    ("x-forwarded-access-token", "TOKEN"),
    ("x-auth-request-user", "user"),
    ("x_auth_request_user", "user"),
    ("x-user", "user"),
    ("x-remote-user", "user"),
    ("remote_user", "user"),
    ("x-authenticated-user", "user"),
    ("x-client-cert", "-----BEGIN CERTIFICATE-----"),
    ("x-ssl-client-verify", "SUCCESS"),
    ("ssl_client_s_dn", "CN=admin"),
    ("x-client-id", "admin"),
    ("x-tenant-id", "default"),
    ("development-user-id", "admin"),
    ("development_user_id", "admin"),
    ("x-authorization", "Bearer TOKEN"),
    ("proxy-authorization", "Bearer TOKEN"),
    ("authorization_", "Bearer TOKEN"),
];

fn with_headers(mut call: Call, headers: &[(&'static str, &str)], token: &str) -> Call {
    for (name, value) in headers {
        call = call.header(HeaderName::from_static(name), &value.replace("TOKEN", token));
    }
    call
}

/// CVE-2025-64101, GHSA-93m4-mfpg-c3xf: links in answers led where a header said.
#[tokio::test]
async fn cve_2025_64101_links_and_redirects_lead_to_the_configured_origin() {
    with_users_on_both(async |tenant| {
        devices::let_in(&tenant).await;
        let details = ClientDetails {
            grant_types: Some(vec!["authorization_code".to_owned(), devices::GRANT.to_owned()]),
            ..application(&["openid"])
        };
        let client = RelyingParty::register(&tenant, details).await;
        let request = client.request();
        let calls = [
            Call::new(Method::GET, request.url()),
            Call::new(Method::GET, client.request().with("prompt", "none").url()),
            Call::new(Method::GET, format!("{}/device", client.issuer)),
            Call::new(Method::GET, format!("{}/oauth2/logout", client.issuer)),
            Call::new(Method::GET, format!("{}/.well-known/openid-configuration", client.issuer)),
            client.call(devices::BEGIN, &[("scope", "openid")]),
            tenant.get("/api/resources?page=1&page_size=1"),
            tenant.get("/api/admin/{tid}/servers"),
        ];
        let each = FORWARDED.iter().map(std::slice::from_ref);
        for headers in each.chain([FORWARDED]) {
            for call in &calls {
                let answer = with_headers(call.clone(), headers, "").send().await;
                assert!(answer.status < 500, "{headers:?}: {}", answer.text());
                let everything = format!("{:?} {}", answer.headers, answer.text());
                assert!(!everything.contains("evil.example"), "{headers:?}: {everything}");
                let location = answer.header("location");
                let is_known = [client.issuer.as_str(), client.redirect_uri.as_str()];
                assert!(location.is_empty() || is_known.iter().any(|known| location.starts_with(known)), "{location}");
            }
        }
    })
    .await;
}

/// CVE-2026-33495, CVE-2025-64484, CVE-2026-40575: a header that only a proxy was to set, also with underscores.
#[tokio::test]
async fn cve_2026_33495_no_header_says_who_somebody_is_or_where_they_come_from() {
    with_users_on_both(async |tenant| {
        let client = RelyingParty::web(&tenant, &["openid"]).await;
        let mut browser = agent(&tenant);
        let tokens = client.sign_in(&mut browser, &client.request(), ADA).await;
        let each = IDENTITIES.iter().map(std::slice::from_ref);
        for headers in each.chain([IDENTITIES]) {
            for path in ["/api/admin/{tid}/servers", "/api/resources", "/local-user-store/api/v1/api-clients"] {
                let call = with_headers(tenant.get(path).anonymous(), headers, &tenant.token);
                let _ = call.send().await.expect(401);
            }
            let userinfo = Call::new(Method::GET, format!("{}/userinfo", client.issuer));
            let _ = with_headers(userinfo, headers, &tokens.access_token).send().await.expect(401);
            let silent = client.request().with("prompt", "none");
            let answer = with_headers(Call::new(Method::GET, silent.url()), headers, "").send().await;
            assert!(answer.header("location").contains("error=login_required"), "{headers:?}");
        }
        // Whoever guesses can't say that he is always somebody else.
        let machine = tenant.add_client(DEFAULT, &[]).await;
        let form = [("grant_type", "client_credentials")];
        for guess in 0..21 {
            let from = format!("192.0.2.{guess}");
            let mut call =
                Call::new(Method::POST, format!("{}/oauth2/token", client.issuer)).basic(&machine.id, "wrong");
            for name in
                ["forwarded", "x-forwarded-for", "x_forwarded_for", "x-real-ip", "true-client-ip", "cf-connecting-ip"]
            {
                let value = if name == "forwarded" { format!("for={from}") } else { from.clone() };
                call = call.header(HeaderName::from_static(name), &value);
            }
            let _ = call.form(&form).send().await.expect(if guess < 20 { 401 } else { 429 });
        }
    })
    .await;
}

/// Spellings of a path that a proxy may let through, or a router may tidy up.
fn spellings(path: &str) -> Vec<String> {
    let last = path.rfind('/').unwrap();
    let (folder, name) = path.split_at(last);
    let escaped: Vec<String> = name[1..].bytes().map(|byte| format!("%{byte:02x}")).collect();
    let encoded = escaped.concat();
    vec![
        format!("/{path}"),
        format!("//{path}"),
        format!("/.{path}"),
        format!("/x/..{path}"),
        format!("/x/%2e%2e{path}"),
        format!("/x/..;{path}"),
        format!("/health/..{path}"),
        format!("/default/default/.well-known/..%2f..%2f..{path}"),
        format!("{folder}/.{name}"),
        format!("{folder}/{name}"),
        format!("{folder}/x/..{name}"),
        format!("{folder}%2f{}", &name[1..]),
        format!("{folder}/{encoded}"),
        format!("{path}/"),
        format!("{path}/."),
        format!("{path}//"),
        format!("{path};x=y"),
        format!("{path}%20"),
        format!("{path}%00"),
        format!("{path}%3f"),
        format!("{path}.json"),
        format!("{path}?"),
        format!("{path}#"),
        format!("{path}\\"),
        path.to_uppercase(),
        path.replacen("/api/", "/API/", 1),
        path.replacen("/api/", "/api%2f", 1),
        path.replacen("/api/", "/%61pi/", 1),
    ]
}

/// CVE-2026-33494, CVE-2026-15573, CVE-2026-41059: a rule for one spelling of a path, and a resource behind another.
#[tokio::test]
async fn cve_2026_33494_no_spelling_of_a_path_needs_no_token() {
    on_both(async |tenant| {
        let paths = ["/api/admin/{tid}/servers", "/api/resources", "/local-user-store/api/v1/api-clients"];
        for path in paths.map(|path| path.replace("{tid}", &tenant.id)) {
            let _ = tenant.get(&path).send().await.expect(200);
            for spelling in spellings(&path) {
                for method in [Method::GET, Method::HEAD, Method::POST, Method::OPTIONS, Method::TRACE] {
                    let answer = raw(&tenant.server, &method, &spelling, "").await;
                    assert!((400..500).contains(&answer), "{method} {spelling}: {answer}");
                }
                // With a token that may do nothing here, no spelling makes it another one.
                let stranger = tenant.token_of(DEFAULT, &[], &[]).await;
                let answer = raw(&tenant.server, &Method::GET, &spelling, &stranger).await;
                assert!((400..500).contains(&answer), "{spelling}: {answer}");
            }
        }
    })
    .await;
}

/// CVE-2026-34457: who looked like a health check was let in.
#[tokio::test]
async fn cve_2026_34457_what_is_open_for_probes_opens_nothing_else() {
    on_both(async |tenant| {
        for agent in ["GoogleHC/1.0", "kube-probe/1.31", "ELB-HealthChecker/2.0", "Prometheus/3.0.0"] {
            for path in ["/api/admin/{tid}/servers", "/api/resources", "/local-user-store/api/v1/api-clients"] {
                let call = tenant.get(path).anonymous().header(http::header::USER_AGENT, agent);
                let _ = call.send().await.expect(401);
            }
        }
        let open = ["/health/alive", "/health/ready", "/health", "/metrics"];
        for path in open {
            for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE] {
                let url = format!("{}{path}", tenant.server.control_url());
                let answer = Call::new(method, url).send().await;
                assert!(answer.status < 500, "{path}");
                for secret in [&tenant.id, &tenant.administrator.id, &tenant.administrator.secret] {
                    assert!(!answer.text().contains(secret.as_str()), "{path} tells {secret}");
                }
            }
        }
    })
    .await;
}

/// The status of a request whose path is sent as it is.
async fn raw(server: &TestServer, method: &Method, path: &str, token: &str) -> u16 {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let address = server.url().strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let authorization = if token.is_empty() { String::new() } else { format!("authorization: Bearer {token}\r\n") };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\n{authorization}content-length: 0\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let line = String::from_utf8_lossy(&answer);
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    status.unwrap_or_else(|| panic!("{path}: {line:?}"))
}

fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

/// Kanidm 1.10: a filter that was nested deeply enough ended the process, before anybody was asked who they are.
#[tokio::test]
async fn kanidm_1_10_nothing_that_is_nested_deeply_ends_more_than_its_own_request() {
    with_users_on_both(async |tenant| {
        let client = RelyingParty::web(&tenant, &["openid"]).await;
        for depth in [100, 127, 1000, 3000] {
            let value = nested(depth);
            let objects = format!("{}1{}", "{\"a\":".repeat(depth / 2), "}".repeat(depth / 2));
            for text in [&value, &objects] {
                let claims = format!("{{\"userinfo\":{{\"email\":{{\"values\":{text}}}}}}}");
                let request = client.request().with("claims", &claims).with("prompt", "none");
                let Outcome::Left(left) = agent(&tenant).get(&request.url()).await else { panic!("{depth}") };
                assert!(left.to.query().unwrap().contains("error="), "{}", left.to);

                let header = format!("{{\"alg\":\"none\",\"x\":{text}}}");
                let payload = format!("{{\"client_id\":\"x\",\"x\":{text}}}");
                let token = format!("{}.{}.", jwt::encode(header), jwt::encode(payload));
                let request = client.request().with("request", &token).with("prompt", "none");
                let endpoint = format!("{}/oauth2/authorize", client.issuer);
                let _ = agent(&tenant).post(&endpoint, &request.parameters()).await;
                let inactive = client.call("oauth2/introspect", &[("token", &token)]).send().await.expect(200).json();
                assert_eq!(inactive, json!({"active": false}));
            }
        }
        // Every body that is JSON, at every operation of the document.
        let value = nested(100_000);
        for operation in Document::canonical().operations() {
            if operation.request().is_none() {
                continue;
            }
            let path = filled(operation.path, &tenant);
            let method = Method::from_bytes(operation.method.to_string().as_bytes()).unwrap();
            for body in [value.clone(), format!("{{\"name\":{value}}}")] {
                let call = tenant.call(method.clone(), &path).body("application/json", body);
                let answer = call.send().await;
                // What nobody reads is passed over without being taken apart, so it may also succeed.
                assert!(answer.status < 500, "{}: {}", operation.id, answer.status);
            }
        }
        let _ = tenant.get("/api/resources").send().await.expect(200);
    })
    .await;
}

/// A path of the document with something in the place of its variables.
fn filled(path: &str, tenant: &Tenant) -> String {
    let path = path.replace("{tid}", &tenant.id).replace("{aid}", DEFAULT);
    let mut filled = String::new();
    let mut rest = path.as_str();
    while let Some((before, variable)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push('x');
        rest = variable.split_once('}').map_or("", |(_, after)| after);
    }
    filled + rest
}

/// RUSTSEC-2023-0071, -2024-0363, -2024-0336, -2024-0332, -2026-0258: no version with one of these is built in.
#[test]
fn rustsec_what_is_built_in_is_newer_than_its_known_weaknesses() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).unwrap();
    let value = |package: &str, name: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{name} = ")).map(str::to_owned))?;
        Some(line.trim_matches('"').to_owned())
    };
    let versions = |wanted: &str| -> Vec<Vec<u64>> {
        let packages = lock.split("[[package]]").filter(|package| value(package, "name").as_deref() == Some(wanted));
        let numbers = |version: &str| version.split(['.', '-', '+']).map_while(|number| number.parse().ok()).collect();
        packages.filter_map(|package| value(package, "version")).map(|version| numbers(&version)).collect()
    };
    assert!(!versions("rustls").is_empty() && !versions("aws-lc-rs").is_empty());
    for (name, least) in [("sqlx-core", [0, 8, 1]), ("rustls", [0, 23, 5]), ("h2", [0, 4, 4])] {
        for version in versions(name) {
            assert!(version.as_slice() >= least.as_slice(), "{name} {version:?}");
        }
    }
    // RSA is aws-lc-rs's: what signs in constant time. The crate `rsa` is in the tests' own tree alone, for checking.
    let server = std::fs::read_to_string(root.join("server/Cargo.toml")).unwrap();
    let domain = std::fs::read_to_string(root.join("server/domain/Cargo.toml")).unwrap();
    for manifest in [server, domain] {
        assert!(!manifest.lines().any(|line| line.starts_with("rsa ") || line.starts_with("rsa.")), "{manifest}");
    }
}
