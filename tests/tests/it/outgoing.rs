//! The guarded way out: what is fetched, and above all what is not.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use authplane::outgoing::address::is_public;
use authplane::outgoing::{AllowedHosts, NamedBy, Outgoing, OutgoingError, Refusal, Resolver};
use authplane_tests::{Database, Settings, Tenant, TestServer};
use futures::future::BoxFuture;
use oauth2::TokenResponse as _;
use proptest::prelude::*;
use regex::Regex;
use url::Url;

use super::circles::all_sources;
use super::upstream::{Upstream, answer};

/// Says the same addresses for every name, and counts how often it was asked.
struct Fixed(Vec<IpAddr>, Arc<AtomicUsize>);

impl Resolver for Fixed {
    fn resolve(&self, _: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        self.1.fetch_add(1, Ordering::SeqCst);
        let found = self.0.clone();
        Box::pin(async move { Ok(found) })
    }
}

fn resolving_to(addresses: &[&str], allowed: &str) -> (Outgoing, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
    let outgoing = Outgoing::new(allowed.parse().unwrap(), Arc::new(Fixed(addresses, Arc::clone(&count))));
    (outgoing.with_time_limits(Duration::from_millis(500), Duration::from_millis(1500)), count)
}

/// May fetch from `friend.example`, whose address is the loopback's.
fn befriended() -> Outgoing {
    resolving_to(&["127.0.0.1"], "friend.example").0
}

const LIMIT: usize = 1000;

async fn get(outgoing: &Outgoing, url: &Url) -> Result<String, OutgoingError> {
    let fetched = outgoing.get(NamedBy::Client, url, "text/plain", LIMIT).await?;
    Ok(String::from_utf8_lossy(&fetched.body).into_owned())
}

/// Addresses that nobody outside should be able to have this machine call, in the spellings that got past other servers' lists.
const INSIDE: &[&str] = &[
    "127.0.0.1",
    "127.255.255.254",
    "127.1",
    "0177.0.0.1",
    "0x7f000001",
    "0x7f.1",
    "2130706433",
    "017700000001",
    "127.0.0.1.",
    "%31%32%37.0.0.1",
    "\u{ff11}\u{ff12}\u{ff17}.0.0.1",
    "\u{2460}\u{2461}\u{2466}.\u{24ea}.\u{24ea}.\u{2460}",
    "127\u{3002}0\u{3002}0\u{3002}1",
    "0.0.0.0",
    "0",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.254",
    "169.254.169.254",
    "169.254.170.2",
    "2852039166",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:169.254.169.254]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::1]",
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::1]",
    "[2001::1]",
    "[2001:2::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[5f00::1]",
    "[100::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "metadata.localhost",
];

#[tokio::test]
async fn assertion_56_no_spelling_of_an_inner_address_is_fetched() {
    // Were one to get through, this is what it would find.
    let upstream = Upstream::start(|_| answer("200 OK", "inside")).await;
    let (outgoing, asked) = resolving_to(&["127.0.0.1"], "");
    for host in INSIDE {
        let url = Url::parse(&format!("https://{host}:{}/", upstream.address.port())).unwrap();
        assert_eq!(outgoing.check(NamedBy::Client, &url), Err(Refusal::Address), "{host} is {url}");
        assert_eq!(get(&outgoing, &url).await, Err(Refusal::Address.into()), "{host} is {url}");
        let request = http::Request::post(url.as_str()).body(Vec::new()).unwrap();
        assert_eq!(outgoing.execute(request).await.unwrap_err(), Refusal::Address.into(), "{host} is {url}");
        let posted = outgoing.post_form(&url, &[("a", "b")], LIMIT).await;
        assert_eq!(posted.unwrap_err(), Refusal::Address.into(), "{host} is {url}");
    }
    assert_eq!((upstream.hits(), asked.load(Ordering::SeqCst)), (0, 0));
}

#[tokio::test]
async fn assertion_56_a_name_that_resolves_to_an_inner_address_is_refused_by_the_lookup_that_is_connected_to() {
    let upstream = Upstream::start(|_| answer("200 OK", "inside")).await;
    let url = Url::parse(&format!("https://innocent.example:{}/", upstream.address.port())).unwrap();
    for host in INSIDE {
        let bare = host.trim_matches(['[', ']']);
        let Ok(address) = bare.parse::<IpAddr>() else { continue };
        assert!(!is_public(address), "{address}");
        let (outgoing, asked) = resolving_to(&[bare, "127.0.0.1"], "");
        assert_eq!(outgoing.check(NamedBy::Client, &url), Ok(()), "the name alone says nothing");
        assert_eq!(get(&outgoing, &url).await, Err(Refusal::Address.into()), "{address}");
        // One lookup, judged and used: a name that says something else the second time isn't asked a second time.
        assert_eq!(asked.load(Ordering::SeqCst), 1, "{address}");
    }
    let (outgoing, _) = resolving_to(&[], "");
    assert_eq!(get(&outgoing, &url).await, Err(Refusal::Address.into()));
    assert_eq!(upstream.hits(), 0);
}

#[test]
fn addresses_of_the_internet_are_public_to_the_edges_of_the_special_blocks() {
    for address in [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::",
        "2606:4700:4700::1111",
        "3ffe:ffff::1",
        "3fff:1000::1",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::1",
    ] {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}

proptest! {
    #[test]
    fn an_ipv4_address_is_judged_alike_in_whatever_it_is_wrapped(bits: u32, rest: u128) {
        let plain = Ipv4Addr::from_bits(bits);
        let wrapped = |prefix: u128, shift: u32, mask: u128| {
            Ipv6Addr::from_bits(prefix | (u128::from(bits) << shift) | (rest & mask))
        };
        let expected = is_public(plain.into());
        prop_assert_eq!(is_public(plain.to_ipv6_mapped().into()), expected);
        prop_assert_eq!(is_public(wrapped(0x0064_ff9b << 96, 0, 0).into()), expected);
        prop_assert_eq!(is_public(wrapped(0x2002 << 112, 80, (1 << 80) - 1).into()), expected);
        // What the standard library knows to be special is never public.
        let known = plain.is_private() || plain.is_loopback() || plain.is_link_local() || plain.is_broadcast()
            || plain.is_documentation() || plain.is_unspecified() || plain.is_multicast();
        prop_assert!(!(known && expected));
        let wide = Ipv6Addr::from_bits(rest);
        let known = wide.is_loopback() || wide.is_unspecified() || wide.is_multicast() || wide.is_unique_local()
            || wide.is_unicast_link_local();
        prop_assert!(!(known && is_public(wide.into())));
    }

    #[test]
    fn any_number_as_a_host_is_judged_as_the_address_that_it_is(bits: u32) {
        let (outgoing, _) = resolving_to(&[], "");
        let expected = is_public(Ipv4Addr::from_bits(bits).into());
        for host in [format!("{bits}"), format!("0x{bits:x}"), format!("0{bits:o}"), Ipv4Addr::from_bits(bits).to_string()] {
            let url = Url::parse(&format!("https://{host}/")).unwrap();
            prop_assert_eq!(outgoing.check(NamedBy::Client, &url).is_ok(), expected, "{}", url);
        }
    }
}

#[tokio::test]
async fn only_https_without_user_information_is_fetched() {
    let (outgoing, asked) = resolving_to(&["127.0.0.1"], "friend.example");
    for url in ["http://example.com/", "ftp://example.com/", "file:///etc/passwd", "data:text/plain,x", "gopher://x/"] {
        let url = Url::parse(url).unwrap();
        assert_eq!(get(&outgoing, &url).await, Err(Refusal::Scheme.into()), "{url}");
    }
    for url in
        ["https://a@example.com/", "https://a:b@example.com/", "https://:b@example.com/", "http://a@friend.example/"]
    {
        let url = Url::parse(url).unwrap();
        assert_eq!(get(&outgoing, &url).await, Err(Refusal::UserInfo.into()), "{url}");
    }
    for uri in ["/path", "http://example.com/"] {
        let request = http::Request::get(uri).body(Vec::new()).unwrap();
        assert!(outgoing.execute(request).await.is_err(), "{uri}");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[test]
fn allowed_hosts_are_hosts_with_or_without_a_port() {
    let allowed: AllowedHosts =
        " idp.internal , LOCALHOST:8080,127.0.0.1,[::1]:9000,b\u{fc}cher.example,, ".parse().unwrap();
    for (url, expected) in [
        ("http://idp.internal/", true),
        ("https://idp.internal:8443/", true),
        ("http://IDP.Internal/", true),
        ("http://localhost:8080/", true),
        ("http://localhost/", false),
        ("https://localhost:8443/", false),
        ("http://127.0.0.1:1/", true),
        ("http://2130706433/", true),
        ("http://127.0.0.2/", false),
        ("http://[::1]:9000/", true),
        ("http://[::1]/", false),
        ("http://xn--bcher-kva.example/", true),
        ("http://evil.idp.internal/", false),
        ("http://idp.internal.evil.example/", false),
        ("http://idp.internal@evil.example/", false),
        ("data:idp.internal", false),
    ] {
        assert_eq!(allowed.contains(&Url::parse(url).unwrap()), expected, "{url}");
    }
    for wrong in
        ["http://idp.internal", "idp.internal/", "a b", "::1", "host:", "host:port", "host:99999", ":80", "a@b"]
    {
        let error = wrong.parse::<AllowedHosts>().unwrap_err().to_string();
        assert!(error.starts_with("outgoing_allowed: ") && error.contains(wrong), "{wrong}: {error}");
    }
    assert_eq!("".parse(), Ok(AllowedHosts::default()));
}

#[tokio::test]
async fn an_allowed_host_is_fetched_by_plain_http_at_its_own_address() {
    let upstream = Upstream::start(|line| match line.split(' ').nth(1).unwrap_or_default() {
        "/plain?a=b" => {
            answer("200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nCache-Control: public, max-age=90", "hello")
        }
        "/never" => answer("200 OK\r\nCache-Control: max-age=90\r\nCache-Control: no-store", ""),
        "/quoted" => answer("200 OK\r\nCache-Control: Max-Age=\"7\"", ""),
        "/odd" => answer("200 OK\r\nCache-Control: max-age=-1, max-age", ""),
        _ => answer("404 Not Found\r\nContent-Encoding: identity", "nothing"),
    })
    .await;
    let outgoing = befriended();
    let fetch = async |path| {
        outgoing.get(NamedBy::Client, &upstream.named("friend.example", path), "text/plain", LIMIT).await.unwrap()
    };
    let fetched = fetch("/plain?a=b#fragment").await;
    assert_eq!((fetched.status.as_u16(), &fetched.body[..]), (200, &b"hello"[..]));
    assert_eq!(fetched.content_type.as_deref(), Some("text/plain; charset=utf-8"));
    assert_eq!(fetched.max_age, Some(Duration::from_secs(90)));
    let request = upstream.last_request().to_lowercase();
    assert!(request.contains("accept: text/plain\r\n") && request.contains("user-agent: authplane/"), "{request}");
    assert!(!request.contains("accept-encoding") && !request.contains("referer"), "{request}");
    assert_eq!(fetch("/never").await.max_age, Some(Duration::ZERO));
    assert_eq!(fetch("/quoted").await.max_age, Some(Duration::from_secs(7)));
    assert_eq!(fetch("/odd").await.max_age, None);
    let missing = fetch("/missing").await;
    assert_eq!((missing.status.as_u16(), &missing.body[..], missing.max_age), (404, &b"nothing"[..], None));
    // The port belongs to the exception.
    let (elsewhere, _) = resolving_to(&["127.0.0.1"], "friend.example:1");
    assert_eq!(get(&elsewhere, &upstream.named("friend.example", "/")).await, Err(Refusal::Scheme.into()));
}

#[tokio::test]
async fn redirects_are_judged_like_the_first_url_and_counted() {
    let port = Arc::new(AtomicUsize::new(0));
    let own_port = Arc::clone(&port);
    let upstream = Upstream::start(move |line| {
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let to = |location: &str| answer(&format!("302 Found\r\nLocation: {location}"), "");
        match path.as_str() {
            "/arrived" => answer("200 OK", "arrived"),
            "/loop" => to("/loop"),
            "/nowhere" => answer("302 Found", "no location"),
            "/not-a-url" => to("https://"),
            "/not-text" => to("/\u{e9}"),
            "/loopback" => to("https://127.0.0.1/"),
            "/metadata" => to("http://169.254.169.254/latest/meta-data/"),
            "/decimal" => to("https://2852039166/"),
            "/resolved" => to("https://innocent.example/"),
            "/by-address" => to(&format!("http://127.0.0.1:{}/arrived", own_port.load(Ordering::SeqCst))),
            "/user" => to("https://user@friend.example/"),
            "/file" => to("file:///etc/passwd"),
            other => match other.trim_start_matches('/').parse::<usize>() {
                Ok(1) => to("/arrived"),
                Ok(left) => to(&format!("/{}", left - 1)),
                Err(_) => answer("404 Not Found", ""),
            },
        }
    })
    .await;
    port.store(upstream.address.port().into(), Ordering::SeqCst);
    let outgoing = befriended();
    let fetch = async |path: &str| get(&outgoing, &upstream.named("friend.example", path)).await;
    for allowed in ["/arrived", "/1", "/2", "/3"] {
        assert_eq!(fetch(allowed).await.as_deref(), Ok("arrived"), "{allowed}");
    }
    assert_eq!(fetch("/4").await, Err(OutgoingError::Redirects));
    let before = upstream.hits();
    assert_eq!(fetch("/loop").await, Err(OutgoingError::Redirects));
    assert_eq!(upstream.hits() - before, 4);
    assert_eq!(fetch("/nowhere").await.as_deref(), Ok("no location"));
    assert_eq!(fetch("/not-a-url").await, Err(OutgoingError::Redirects));
    assert_eq!(fetch("/not-text").await, Err(OutgoingError::Redirects));
    for refused in ["/loopback", "/decimal", "/resolved"] {
        assert_eq!(fetch(refused).await, Err(Refusal::Address.into()), "{refused}");
    }
    for refused in ["/metadata", "/by-address", "/file"] {
        assert_eq!(fetch(refused).await, Err(Refusal::Scheme.into()), "{refused}");
    }
    assert_eq!(fetch("/user").await, Err(Refusal::UserInfo.into()));

    // What is posted, or goes with a credential, goes to nobody else.
    let before = upstream.hits();
    let url = upstream.named("friend.example", "/1");
    let posted = outgoing.post_form(&url, &[("logout_token", "a b&c")], LIMIT).await.unwrap();
    assert_eq!(posted.status.as_u16(), 302);
    let request = upstream.last_request();
    assert!(request.starts_with("POST /1 ") && request.ends_with("\r\n\r\nlogout_token=a+b%26c"), "{request}");
    let request = http::Request::get(url.as_str()).header("authorization", "Bearer x").body(Vec::new()).unwrap();
    let executed = outgoing.execute(request).await.unwrap();
    assert_eq!((executed.status().as_u16(), executed.headers()["location"].to_str().unwrap()), (302, "/arrived"));
    assert_eq!(upstream.hits() - before, 2);
}

#[tokio::test]
async fn long_slow_and_compressed_answers_are_given_up() {
    let upstream = Upstream::start(|line| {
        let head = |more: &str| format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{more}\r\n").into_bytes();
        let pause = Duration::from_millis(400);
        match line.split(' ').nth(1).unwrap_or_default() {
            "/at-the-limit" => answer("200 OK", &"x".repeat(LIMIT)),
            "/announced" => vec![(Duration::ZERO, head("Content-Length: 1001\r\n"))],
            "/endless" => {
                let chunk = format!("64\r\n{}\r\n", "x".repeat(100)).into_bytes();
                let mut script = vec![(Duration::ZERO, head("Transfer-Encoding: chunked\r\n"))];
                script.extend(std::iter::repeat_n((Duration::ZERO, chunk), 10_000));
                script
            }
            "/until-the-end" => vec![(Duration::ZERO, head("")), (Duration::ZERO, vec![b'x'; LIMIT + 1])],
            "/silent" => vec![(Duration::from_secs(30), head(""))],
            "/dribble" => {
                let mut script = vec![(Duration::ZERO, head("Content-Length: 100\r\n"))];
                script.extend(std::iter::repeat_n((pause, b"x".to_vec()), 100));
                script
            }
            "/gzip" => answer("200 OK\r\nContent-Encoding: gzip", "secret"),
            "/short" => vec![(Duration::ZERO, head("Content-Length: 100\r\n")), (Duration::ZERO, b"secret".to_vec())],
            _ => vec![(Duration::ZERO, b"secret nonsense\r\n\r\n".to_vec())],
        }
    })
    .await;
    let outgoing = befriended();
    let fetch = async |path: &str| get(&outgoing, &upstream.named("friend.example", path)).await;
    assert_eq!(fetch("/at-the-limit").await.map(|body| body.len()), Ok(LIMIT));
    for long in ["/announced", "/endless", "/until-the-end"] {
        assert_eq!(fetch(long).await, Err(OutgoingError::TooLong(LIMIT)), "{long}");
    }
    let started = Instant::now();
    for slow in ["/silent", "/dribble"] {
        assert_eq!(fetch(slow).await, Err(OutgoingError::TimedOut), "{slow}");
    }
    assert!(started.elapsed() < Duration::from_secs(10), "the limit is one of all together");
    assert_eq!(fetch("/gzip").await, Err(OutgoingError::Compressed));
    for broken in ["/short", "/nonsense"] {
        let error = fetch(broken).await.unwrap_err();
        assert!(matches!(error, OutgoingError::Unreachable(_)), "{broken}: {error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
    let port = upstream.address.port();
    drop(upstream);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let gone = Url::parse(&format!("http://friend.example:{port}/?secret=1")).unwrap();
    let error = get(&outgoing, &gone).await.unwrap_err();
    assert!(matches!(error, OutgoingError::Unreachable(_)) && !error.to_string().contains("secret"), "{error:?}");
}

/// What opens a connection, looks up a name or starts a program, as sources write it.
const WAYS_OUT: &str = r"reqwest|hyper_util::client|hyper::client|TcpStream::connect|UnixStream|UdpSocket|lookup_host|ToSocketAddrs|to_socket_addrs|Command::new|\.connect(_\w+)?\(";

/// Where a source may do so, and to whom.
const MAY_GO_OUT: [(&str, &str); 2] =
    [("server/src/outgoing", "everybody, guarded"), ("server/domain/src/storage/store", "the database")];

/// A second way out would be one without a guard.
#[test]
fn no_source_of_the_server_but_the_guarded_way_out_connects_to_anybody() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let (ways_out, comment) = (Regex::new(WAYS_OUT).unwrap(), Regex::new(r"(?m)//.*$").unwrap());
    let mut going_out = BTreeSet::new();
    let mut problems = Vec::new();
    for folder in ["server/src", "server/domain/src"] {
        for (name, source) in all_sources(&root.join(folder)) {
            let name = format!("{folder}/{}", name.join("/"));
            let source = comment.replace_all(&source, "");
            for found in ways_out.find_iter(&source) {
                match MAY_GO_OUT
                    .iter()
                    .find(|(may, _)| name.strip_prefix(may).is_some_and(|rest| !rest.starts_with('_')))
                {
                    Some((may, _)) => drop(going_out.insert(*may)),
                    None => problems.push(format!("{name}: {}", found.as_str())),
                }
            }
        }
    }
    assert!(problems.is_empty(), "send it through `Outgoing`:\n{}", problems.join("\n"));
    assert_eq!(going_out, MAY_GO_OUT.iter().map(|(may, _)| *may).collect(), "who needs it no more may no more");
    // There, clients are made in one place, and one function sends by them.
    let outgoing = all_sources(&root.join("server/src")).remove(&vec!["outgoing".to_owned()]).unwrap();
    for once in ["Client::builder()", "client.execute("] {
        assert_eq!(outgoing.matches(once).count(), 1, "{once}");
    }
    // What isn't there can't be called: of the domain's packages none speaks HTTP, and of the server's one does it as a client.
    let packages = |manifest: &str| {
        let manifest = std::fs::read_to_string(root.join(manifest)).unwrap();
        let names = manifest.lines().filter_map(|line| Some(line.split_once(['.', ' '])?.0.to_owned()));
        names.collect::<BTreeSet<String>>()
    };
    let (server, domain) = (packages("server/Cargo.toml"), packages("server/domain/Cargo.toml"));
    for client in ["reqwest", "ureq", "isahc", "curl", "attohttpc", "surf", "awc", "hyper-client"] {
        assert_eq!((server.contains(client), domain.contains(client)), (client == "reqwest", false), "{client}");
    }
}

#[tokio::test]
async fn an_oauth_client_works_through_it() {
    let server = TestServer::start(Settings { database: Database::Sqlite, ..Settings::default() }).await;
    let tenant = Tenant::new(&server).await;
    let machine = tenant.add_client("default", &[]).await;
    let (outgoing, _) = resolving_to(&[], "127.0.0.1");
    let token_endpoint = format!("{}/oauth2/token", server.issuer(&tenant.id, "default"));
    let client = oauth2::basic::BasicClient::new(oauth2::ClientId::new(machine.id.clone()))
        .set_client_secret(oauth2::ClientSecret::new(machine.secret.clone()))
        .set_token_uri(oauth2::TokenUrl::new(token_endpoint).unwrap());
    // As a handler would: the future must be one that can move between threads.
    let task = tokio::spawn(async move { client.exchange_client_credentials().request_async(&outgoing).await });
    let granted = task.await.unwrap().unwrap();
    assert_eq!(granted.access_token().secret().split('.').count(), 3);
}
