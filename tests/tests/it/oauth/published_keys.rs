//! Keys that clients publish (`jwks_uri`, RFC 7591 §2).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::environment::ManualClock;
use authplane_tests::{Credentials, Settings, Tenant, TestServer};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::assertions::ask;
use super::jwt::{self, Key};
use super::{access_token, machine, refused, register};
use crate::it::things::fresh;
use crate::it::upstream::{Upstream, answer};

/// A client that publishes its keys itself, and the server that asks for them, whose clock stands.
struct Publisher {
    tenant: Tenant,
    clock: Arc<ManualClock>,
    upstream: Upstream,
    /// Status line with further headers, and body.
    published: Arc<Mutex<(String, String)>>,
    client: Credentials,
}

impl Publisher {
    async fn new() -> Self {
        let clock = Arc::new(ManualClock::new("2030-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap()));
        let settings = Settings::default().with_clock(&clock).with("outgoing_allowed", "127.0.0.1");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        let published = Arc::new(Mutex::new(("200 OK".to_owned(), "{}".to_owned())));
        let shown = Arc::clone(&published);
        let upstream = Upstream::start(move |_| {
            let (head, body) = shown.lock().unwrap().clone();
            answer(&head, &body)
        })
        .await;
        let client = Self::register(&tenant, &upstream.url("/keys")).await;
        Self { tenant, clock, upstream, published, client }
    }

    async fn register(tenant: &Tenant, jwks_uri: &str) -> Credentials {
        let details = ClientDetails {
            token_endpoint_auth_method: ClientAuthentication::PrivateKeyJwt,
            jwks_uri: Some(jwks_uri.to_owned()),
            ..machine()
        };
        register(tenant, DEFAULT, details).await
    }

    fn publish(&self, head: &str, keys: &[(&Key, &str)]) {
        let keys: Vec<Value> = keys.iter().map(|(key, kid)| key.jwk(kid)).collect();
        *self.published.lock().unwrap() = (head.to_owned(), json!({"keys": keys}).to_string());
    }

    fn break_down(&self, head: &str, body: &str) {
        *self.published.lock().unwrap() = (head.to_owned(), body.to_owned());
    }

    fn signed(&self, key: &Key, kid: Option<&str>) -> String {
        let now = super::now(&self.tenant);
        let (id, aud) = (&self.client.id, self.tenant.server.issuer(&self.tenant.id, DEFAULT));
        let claims = json!({"iss": id, "sub": id, "aud": aud, "exp": now + 60, "iat": now, "jti": fresh("jti")});
        let header = kid.map_or_else(|| json!({"alg": "EdDSA"}), |kid| json!({"alg": "EdDSA", "kid": kid}));
        key.sign(&header, &claims)
    }

    async fn accepted(&self, key: &Key, kid: Option<&str>) {
        access_token(ask(&self.tenant, &self.signed(key, kid)).await);
    }

    async fn rejected(&self, key: &Key, kid: Option<&str>) {
        refused(ask(&self.tenant, &self.signed(key, kid)).await, 401, "invalid_client");
    }

    fn later(&self, seconds: i64) {
        self.clock.advance(TimeDelta::seconds(seconds));
    }
}

#[tokio::test]
async fn assertion_57_published_keys_are_fetched_once_and_again_when_an_unknown_one_is_named() {
    let publisher = Publisher::new().await;
    let hits = || publisher.upstream.hits();
    let (first, second) = (Key::new("EdDSA"), Key::new("EdDSA"));
    publisher.publish("200 OK", &[(&first, "1")]);
    let many = (0..20).map(|_| publisher.accepted(&first, Some("1")));
    futures::future::join_all(many).await;
    assert_eq!(hits(), 1, "all waited for one fetch");
    // A wrong signature under a known name is no reason to ask, nor is what isn't addressed to this server.
    publisher.rejected(&second, Some("1")).await;
    let mut claims = jwt::read(&publisher.signed(&second, Some("2"))).1;
    claims["aud"] = json!("https://elsewhere.example");
    let elsewhere = second.sign(&json!({"alg": "EdDSA", "kid": "2"}), &claims);
    refused(ask(&publisher.tenant, &elsewhere).await, 401, "invalid_client");
    assert_eq!(hits(), 1);
    // The client changes its key: at once, not when the old one has grown old.
    publisher.publish("200 OK", &[(&second, "2")]);
    publisher.accepted(&second, Some("2")).await;
    assert_eq!(hits(), 2);
    publisher.rejected(&first, Some("1")).await;
    for minute in 0..3 {
        let many = (0..10).map(|_| publisher.rejected(&first, Some("3")));
        futures::future::join_all(many).await;
        publisher.rejected(&first, None).await;
        assert_eq!(hits(), 2 + minute);
        publisher.accepted(&second, Some("2")).await;
        publisher.accepted(&second, None).await;
        publisher.later(60);
    }
}

#[tokio::test]
async fn published_keys_are_kept_as_long_as_they_say_within_bounds_and_over_an_outage() {
    let publisher = Publisher::new().await;
    let hits = || publisher.upstream.hits();
    let key = Key::new("EdDSA");
    let mut expected = 0;
    for (control, kept) in
        [("max-age=1", 60), ("no-store", 60), ("max-age=300", 300), ("public", 600), ("max-age=86400", 3600)]
    {
        publisher.publish(&format!("200 OK\r\nCache-Control: {control}"), &[(&key, "1")]);
        publisher.accepted(&key, Some("1")).await;
        expected += 1;
        publisher.later(kept - 1);
        publisher.accepted(&key, Some("1")).await;
        assert_eq!(hits(), expected, "{control}");
        publisher.later(1);
    }
    for (head, body) in [
        ("500 Internal Server Error", ""),
        ("404 Not Found", "{\"keys\": []}"),
        ("302 Found\r\nLocation: https://169.254.169.254/", ""),
        ("200 OK", "no json"),
        ("200 OK", "[]"),
        ("200 OK", "{\"keys\": {}}"),
        ("200 OK", &format!("{{\"keys\": [\"{}\"]}}", "x".repeat(300_000))),
    ] {
        publisher.break_down(head, body);
        publisher.accepted(&key, Some("1")).await;
        expected += 1;
        assert_eq!(hits(), expected, "{head}");
        // It isn't asked again by each request meanwhile.
        publisher.accepted(&key, Some("1")).await;
        publisher.rejected(&key, Some("2")).await;
        assert_eq!(hits(), expected, "{head}");
        publisher.later(10);
    }
    // An empty set is no outage.
    publisher.publish("200 OK", &[]);
    publisher.rejected(&key, Some("1")).await;
}

#[tokio::test]
async fn assertion_56_published_keys_come_through_the_guarded_client() {
    let publisher = Publisher::new().await;
    let key = Key::new("EdDSA");
    publisher.publish("200 OK", &[(&key, "1")]);
    let port = publisher.upstream.address.port();
    for inside in [
        format!("http://localhost:{port}/keys"),
        format!("https://localhost:{port}/keys"),
        format!("https://[::1]:{port}/keys"),
        format!("https://[::ffff:127.0.0.1]:{port}/keys"),
        "https://169.254.169.254/keys".to_owned(),
        "http://keys.example/".to_owned(),
    ] {
        let client = Publisher::register(&publisher.tenant, &inside).await;
        let (_, mut claims) = jwt::read(&publisher.signed(&key, None));
        claims["iss"] = json!(client.id);
        claims["sub"] = json!(client.id);
        let assertion = key.sign(&json!({"alg": "EdDSA", "kid": "1"}), &claims);
        refused(ask(&publisher.tenant, &assertion).await, 401, "invalid_client");
    }
    assert_eq!(publisher.upstream.hits(), 0);
    // What is published serves for signatures alone: neither as a secret nor as a key for something else.
    let published = key.jwk("1");
    let mut encrypting = published.clone();
    encrypting["use"] = json!("enc");
    let mut signing_only = published.clone();
    signing_only["key_ops"] = json!(["sign"]);
    let mut other_algorithm = published;
    other_algorithm["alg"] = json!("ES256");
    for useless in [encrypting, signing_only, other_algorithm] {
        publisher.break_down("200 OK", &json!({"keys": [useless]}).to_string());
        publisher.rejected(&key, Some("1")).await;
        publisher.later(3600);
    }
    publisher.publish("200 OK", &[(&key, "1")]);
    publisher.accepted(&key, Some("1")).await;
}

/// The client's own web server decides how long its keys take to come.
#[tokio::test]
async fn a_client_that_changes_while_its_keys_are_fetched_is_what_it_is_by_then() {
    let key = Arc::new(Key::new("EdDSA"));
    for (change, is_taken) in [("DELETE", false), ("its keys", false), ("its name", true)] {
        let publisher = Publisher::new().await;
        let (tenant, jwk) = (&publisher.tenant, json!({"keys": [key.jwk("1")]}).to_string());
        let late = Upstream::start(move |_| {
            let (_, piece) = answer("200 OK", &jwk).remove(0);
            vec![(Duration::from_millis(500), piece)]
        })
        .await;
        let client = Publisher::register(tenant, &late.url("/keys")).await;
        let path = format!("/api/admin/{{tid}}/clients/{}", client.id);
        let mut changed = tenant.get(&path).send().await.expect(200).json();
        let call = match change {
            "DELETE" => tenant.delete(&path),
            "its keys" => {
                changed["jwks_uri"] = json!("https://elsewhere.example/keys");
                tenant.put(&path).json(changed)
            }
            _ => {
                changed["client_name"] = json!("Renamed");
                tenant.put(&path).json(changed)
            }
        };
        let publisher = Publisher { client, ..publisher };
        let meanwhile = async {
            while late.hits() == 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            assert!(call.send().await.status < 300, "{change}");
        };
        let assertion = publisher.signed(&key, Some("1"));
        let (answer, ()) = tokio::join!(ask(&publisher.tenant, &assertion), meanwhile);
        if is_taken {
            access_token(answer);
        } else {
            refused(answer, 401, "invalid_client");
        }
    }
}

#[tokio::test]
async fn a_signature_that_names_no_key_is_held_against_few() {
    let publisher = Publisher::new().await;
    let (mine, others): (Key, Vec<Key>) = (Key::new("EdDSA"), (0..16).map(|_| Key::new("EdDSA")).collect());
    let mut published: Vec<(&Key, &str)> = others.iter().map(|key| (key, "other")).collect();
    published.push((&mine, "mine"));
    publisher.publish("200 OK", &published);
    publisher.accepted(&mine, Some("mine")).await;
    publisher.accepted(&others[15], None).await;
    publisher.rejected(&mine, None).await;
}
