//! What strangers make this server fetch: how often, how many at a time, and never from itself.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use authplane::outgoing::{AT_A_TIME, NamedBy, Outgoing, Resolver};
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientDetails, ClientMetadata};
use authplane_tests::relying_party::application;
use authplane_tests::{Answer, Call, Database, RelyingParty, Settings, Tenant, TestServer};
use futures::future::{BoxFuture, join_all};
use http::Method;
use http::header::HeaderName;
use serde_json::json;

use crate::it::oauth::jwt;
use crate::it::oauth::register::{REGISTER, attempt, manage, open, registered, with};
use crate::it::upstream::{Upstream, answer};

/// A tenant of a server that may fetch from this machine.
async fn tenant(database: Database, settings: Settings) -> Tenant {
    println!("on {database:?}");
    let settings = Settings { database, ..settings }.with("outgoing_allowed", "127.0.0.1");
    Tenant::new(&TestServer::start(settings).await).await
}

/// An application that is registered with this request URI.
async fn referring(tenant: &Tenant, request_uri: &str) -> RelyingParty {
    let metadata = ClientMetadata { request_uris: vec![request_uri.to_owned()], ..ClientMetadata::default() };
    RelyingParty::register(tenant, ClientDetails { metadata, ..application(&["openid"]) }).await
}

/// Somebody's browser, without a session, asks with a reference.
fn ask(application: &RelyingParty, request_uri: &str) -> Call {
    Call::new(Method::GET, application.request().with("request_uri", request_uri).url())
}

fn refusal(answer: &Answer) -> String {
    let to = answer.header("location");
    let to = url::Url::parse(to).unwrap_or_else(|_| panic!("{} and no address", answer.status));
    to.query_pairs().find(|(name, _)| name == "error").map(|(_, error)| error.into_owned()).unwrap_or_default()
}

#[tokio::test]
async fn an_address_has_so_many_request_objects_fetched_and_no_more() {
    for database in Database::tested() {
        let upstream = Upstream::start(|_| answer("404 Not Found", "")).await;
        let settings = Settings::default().with("authorizations_per_address", "5").with("trusted_proxies", "127.0.0.1");
        let tenant = tenant(database, settings).await;
        let uri = upstream.url("/object");
        let application = referring(&tenant, &uri).await;
        let from = |address: &str| ask(&application, &uri).header(HeaderName::from_static("x-forwarded-for"), address);
        for number in 0..20 {
            let answer = from("203.0.113.1").send().await;
            if number < 5 {
                assert_eq!(refusal(&answer), "invalid_request_uri");
            } else {
                let seconds: u32 = answer.expect(429).header("retry-after").parse().unwrap();
                assert!((1..=600).contains(&seconds), "{seconds}");
            }
        }
        assert_eq!(upstream.hits(), 5);
        let other = from("203.0.113.2").send().await;
        assert_eq!((refusal(&other).as_str(), upstream.hits()), ("invalid_request_uri", 6));
    }
}

#[tokio::test]
async fn a_request_object_that_many_ask_for_is_fetched_once_at_a_time() {
    for database in Database::tested() {
        let upstream = Upstream::holding(|_| answer("404 Not Found", "")).await;
        let tenant = tenant(database, Settings::default()).await;
        let (uri, elsewhere) = (upstream.url("/object"), upstream.url("/other"));
        let [application, other] = [referring(&tenant, &uri).await, referring(&tenant, &elsewhere).await];
        let many = join_all((0..30).map(|_| ask(&application, &uri).send()));
        let look = async {
            upstream.came(1).await;
            // Another client's waits for nobody, and by then the others have come as well.
            let answered = ask(&other, &elsewhere).send();
            let meanwhile = async {
                upstream.came(2).await;
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                assert_eq!(upstream.hits(), 2);
                upstream.let_go();
            };
            assert_eq!(refusal(&tokio::join!(answered, meanwhile).0), "invalid_request_uri");
        };
        let (answers, ()) = tokio::join!(many, look);
        for answer in answers {
            assert_eq!(refusal(&answer), "invalid_request_uri");
        }
        assert!(upstream.hits() < 10, "{} fetches", upstream.hits());
    }
}

#[tokio::test]
async fn a_request_uri_is_not_followed_anywhere_else() {
    for database in Database::tested() {
        let upstream = Upstream::start(|line| match line.split(' ').nth(1) {
            Some("/object") => answer("302 Found\r\nLocation: /elsewhere", ""),
            _ => answer("200 OK", &format!("{}.{}.", jwt::encode(r#"{"alg":"none"}"#), jwt::encode("{}"))),
        })
        .await;
        let tenant = tenant(database, Settings::default()).await;
        for (path, is_taken) in [("/object", false), ("/elsewhere", true)] {
            let uri = upstream.url(path);
            let application = referring(&tenant, &uri).await;
            let answer = ask(&application, &uri).send().await;
            assert_eq!(refusal(&answer) == "invalid_request_uri", !is_taken, "{path}: {}", answer.header("location"));
        }
        assert_eq!(upstream.hits(), 2);
    }
}

/// A chain that goes on by itself would cost its beginner one request.
#[tokio::test]
async fn nothing_that_a_client_names_is_fetched_from_this_server_itself() {
    for database in Database::tested() {
        let tenant = tenant(database, Settings::default()).await;
        open(&tenant).await;
        let own = format!("{}/health/live", tenant.server.url());
        let control = format!("{}/health/live", tenant.server.control_url());
        for uri in [&own, &control] {
            for (member, value) in
                [("request_uris", json!([uri])), ("jwks_uri", json!(uri)), ("sector_identifier_uri", json!(uri))]
            {
                let answer = attempt(&tenant, &with(member, value)).await.expect(400).json();
                assert!(answer["error_description"].as_str().unwrap().contains("itself"), "{answer}");
            }
            // An administrator may write it down all the same.
            let application = referring(&tenant, uri).await;
            assert_eq!(refusal(&ask(&application, uri).send().await), "invalid_request_uri");
        }
        // Nor where somebody sends it there.
        let upstream = Upstream::start(move |_| answer(&format!("302 Found\r\nLocation: {own}"), "")).await;
        let body = with("sector_identifier_uri", json!(upstream.url("/sector")));
        let answer = attempt(&tenant, &body).await.expect(400).json();
        assert_eq!(answer["error_description"], "sector_identifier_uri: can't be fetched");
    }
}

#[tokio::test]
async fn a_change_of_a_registration_that_fails_counts_where_something_was_fetched_for_it() {
    for database in Database::tested() {
        let upstream = Upstream::start(|_| answer("200 OK", "[]")).await;
        let tenant = tenant(database, Settings::default().with("registrations", "5")).await;
        open(&tenant).await;
        let client = registered(&tenant, &with("client_name", json!("Album"))).await;
        let wrong = with("sector_identifier_uri", json!(upstream.url("/sector")));
        for number in 0..12 {
            let expected = if number < 5 { 400 } else { 429 };
            let _ = manage(&tenant, Method::PUT, &client).json(&wrong).send().await.expect(expected);
        }
        assert_eq!(upstream.hits(), 5);
        let path = format!("/{}/{DEFAULT}/{REGISTER}", tenant.id);
        let _ = tenant.server.call(Method::POST, &path).json(json!({})).send().await.expect(400);
    }
}

struct Here;

impl Resolver for Here {
    fn resolve(&self, _: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        Box::pin(async { Ok(vec![IpAddr::from([127, 0, 0, 1])]) })
    }
}

#[tokio::test]
async fn so_many_fetches_for_clients_at_a_time_and_those_from_providers_wait_for_none_of_them() {
    let upstream = Arc::new(Upstream::holding(|_| answer("200 OK", "{}")).await);
    let outgoing = Arc::new(Outgoing::new("friend.example".parse().unwrap(), Arc::new(Here)));
    let get = |named: NamedBy, path: &str| {
        let (outgoing, url) = (Arc::clone(&outgoing), upstream.named("friend.example", path));
        tokio::spawn(
            async move { outgoing.get(named, &url, "text/plain", 10).await.map(|fetched| fetched.status.as_u16()) },
        )
    };
    let many: Vec<_> = (0..AT_A_TIME + 30).map(|_| get(NamedBy::Client, "/document")).collect();
    upstream.came(AT_A_TIME).await;
    let provider = get(NamedBy::Provider, "/provider");
    upstream.came(AT_A_TIME + 1).await;
    assert_eq!(upstream.hits(), AT_A_TIME + 1);
    assert!(upstream.last_request().starts_with("GET /provider "));
    upstream.let_go();
    assert_eq!(provider.await.unwrap(), Ok(200));
    for one in many {
        assert_eq!(one.await.unwrap(), Ok(200));
    }
}
