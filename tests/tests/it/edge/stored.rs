//! Preconditions and idempotency keys over real rows: lost updates are refused, and what is done once is done once in all replicas.

use std::sync::Arc;
use std::time::Duration;

use authplane::edge::Rejection;
use authplane::edge::idempotency::{AnswerStore as _, Key};
use authplane::edge::rejection::Unauthenticated;
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{Credentials, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::{DateTime, TimeDelta};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::Reply;
use super::shelf::{ENTERED, GATE, Replica};
use crate::it::domain::everything_in;

const KEY: &str = "fedcba9876543210fedcba9876543210";

/// The toy on a database of its own, with a clock that stands.
struct World {
    server: TestServer,
    clock: Arc<ManualClock>,
    tenant: Tenant,
    toy: Replica,
}

impl World {
    async fn new(database: Database) -> Self {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        let toy = Replica::beside(&server);
        Self { server, clock, tenant, toy }
    }

    /// Asks for a service of this name, with the key.
    fn make(&self, token: &str, name: &str) -> reqwest::RequestBuilder {
        make_at(&self.toy, &self.tenant, token, name)
    }

    async fn is_carried_out(&self, token: &str) -> Reply {
        let reply = Reply::of(self.make(token, "a")).await;
        assert_eq!((reply.status, reply.header("x-idempotent-replayed")), (201, ""), "{reply:?}");
        reply
    }

    async fn is_replayed(&self, token: &str, first: &Reply) {
        is_the_same_again(first, &Reply::of(self.make(token, "a")).await);
    }
}

fn make_at(toy: &Replica, tenant: &Tenant, token: &str, name: &str) -> reqwest::RequestBuilder {
    let request = toy.call(tenant, "POST", "{tid}/services", token);
    request.header("x-idempotency-key", KEY).json(&json!({"name": name}))
}

#[track_caller]
fn is_the_same_again(first: &Reply, again: &Reply) {
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(first.header("etag"), again.header("etag"));
    assert_eq!((first.header("x-idempotent-replayed"), again.header("x-idempotent-replayed")), ("", "true"));
}

async fn on_both(case: impl AsyncFn(World)) {
    for database in Database::tested() {
        println!("on {database:?}");
        Box::pin(case(World::new(database).await)).await;
    }
}

#[tokio::test]
async fn who_changes_what_somebody_else_has_changed_since_is_told_so() {
    on_both(async |World { tenant, toy, .. }| {
        let colleague = tenant.narrow_token(&["resources:write"]).await;
        let make = toy.call(&tenant, "POST", "{tid}/services", &tenant.token).json(&json!({"name": "a"}));
        let made = Reply::of(make).await;
        let (path, read) = (format!("{{tid}}/services/{}", made.json()["id"].as_str().unwrap()), made.header("etag"));
        let call =
            |method: &str, token: &str, seen: &str| toy.call(&tenant, method, &path, token).header("if-match", seen);
        let rename =
            |token: &str, seen: &str, name: &str| Reply::of(call("PUT", token, seen).json(&json!({"name": name})));
        let show = async || Reply::of(toy.call(&tenant, "GET", &path, &colleague)).await;
        assert_eq!(show().await.header("etag"), read, "both have read the same");

        let first = rename(&tenant.token, read, "first").await;
        assert_eq!((first.status, first.header("etag") == read), (200, false), "{first:?}");
        let second = rename(&colleague, read, "second").await;
        assert_eq!((second.status, second.json()["status_code"].as_u64()), (412, Some(412)), "{second:?}");
        assert_eq!(Reply::of(call("DELETE", &colleague, read)).await.status, 412);
        let now = show().await;
        assert_eq!((now.header("etag"), &now.text), (first.header("etag"), &first.text), "nothing of it was done");

        let second = rename(&colleague, &format!("\"other\", {}", now.header("etag")), "second").await;
        assert_eq!((second.status, &second.json()["name"]), (200, &json!("second")));
        let third = rename(&colleague, "*", "third").await;
        assert_eq!(third.status, 200, "{third:?}");
        assert_eq!(Reply::of(call("DELETE", &tenant.token, third.header("etag"))).await.status, 204);
        // What isn't there has its own answer (RFC 9110 §13.2.1), and is made by nobody who believes that it is.
        assert_eq!(rename(&tenant.token, third.header("etag"), "fourth").await.status, 404);
        for seen in ["*", "\"seen\""] {
            let make = toy.call(&tenant, "POST", "{tid}/services", &tenant.token).json(&json!({"name": "fifth"}));
            assert_eq!(Reply::of(make.header("if-match", seen)).await.status, 412, "{seen}");
        }
        assert_eq!(toy.count(&tenant, "fifth").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_secret_is_made_once_and_shown_again_and_stands_nowhere_in_the_database() {
    on_both(async |World { server, tenant, toy, .. }| {
        let renew = |id: &str| {
            let path = format!("{{tid}}/clients/{id}/secret");
            Reply::of(toy.call(&tenant, "POST", &path, &tenant.token).header("x-idempotency-key", KEY))
        };
        let [one, other] = [tenant.add_client(DEFAULT, &[]).await, tenant.add_client(DEFAULT, &[]).await];
        let first = renew(&one.id).await;
        let secret = first.json()["secret"].as_str().unwrap().to_owned();
        is_the_same_again(&first, &renew(&one.id).await);
        let current = Credentials { secret: secret.clone(), ..one };
        let _ = tenant.ask_for_token(&current, None, &[]).await.expect(200);
        assert_eq!(renew(&other.id).await.status, 422, "the key stands for another request");
        let _ = tenant.ask_for_token(&other, None, &[]).await.expect(200);

        let everything = everything_in(server.database(), server.database_url()).await;
        assert!(everything.contains("idempotent_answers") && everything.contains(&tenant.id));
        // Bytes are shown as digits, large ones by one database and small ones by the other.
        let digits = everything.to_ascii_lowercase();
        for text in [&*secret, "{\"secret\"", KEY] {
            let as_digits = text.bytes().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
            assert!(!everything.contains(text) && !digits.contains(&as_digits), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_given_again_for_a_minute_and_then_it_is_done_again() {
    on_both(async |world| {
        let token = &world.tenant.token;
        let first = world.is_carried_out(token).await;
        world.is_replayed(token, &first).await;
        assert_eq!(Reply::of(world.make(token, "b")).await.status, 422);
        world.clock.advance(TimeDelta::seconds(60));
        world.is_replayed(token, &first).await;
        world.clock.advance(TimeDelta::seconds(1));
        let second = world.is_carried_out(token).await;
        assert_ne!(second.text, first.text);
        assert_eq!((world.toy.count(&world.tenant, "a").await, world.toy.count(&world.tenant, "b").await), (2, 0));
    })
    .await;
}

#[tokio::test]
async fn what_failed_can_be_asked_again_at_once() {
    on_both(async |world| {
        for _ in 0..2 {
            let reply = Reply::of(world.make(&world.tenant.token, "failing")).await;
            assert_eq!((reply.status, reply.header("x-idempotent-replayed")), (503, ""), "{reply:?}");
        }
        // Whoever didn't get through may also think better of it.
        let _ = world.is_carried_out(&world.tenant.token).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_done_though_it_failed_is_not_done_again_as_long_as_the_key_is_known() {
    on_both(async |world| {
        let ask = || world.make(&world.tenant.token, "lost");
        assert_eq!(Reply::of(ask()).await.status, 503);
        let waiting = ask().timeout(Duration::from_millis(300)).send().await;
        assert!(waiting.is_err(), "nobody knows what to answer: {waiting:?}");
        assert_eq!(world.toy.count(&world.tenant, "lost").await, 1);
        world.clock.advance(TimeDelta::seconds(200));
        assert_eq!(Reply::of(ask()).await.status, 503);
        assert_eq!(world.toy.count(&world.tenant, "lost").await, 2);
    })
    .await;
}

#[tokio::test]
async fn of_many_who_ask_at_once_one_is_carried_out_and_all_get_its_answer() {
    on_both(async |world| {
        let asked = (0..50).map(|_| Reply::of(world.make(&world.tenant.token, "a")));
        let replies = futures::future::join_all(asked).await;
        assert_eq!(world.toy.count(&world.tenant, "a").await, 1);
        let (first, again): (Vec<&Reply>, Vec<&Reply>) =
            replies.iter().partition(|reply| reply.header("x-idempotent-replayed").is_empty());
        assert_eq!((first.len(), first[0].status), (1, 201));
        for reply in again {
            is_the_same_again(first[0], reply);
        }
    })
    .await;
}

#[tokio::test]
async fn who_hangs_up_and_asks_again_finds_it_done() {
    on_both(async |World { tenant, toy, .. }| {
        let body = r#"{"name":"slow"}"#;
        let head = format!(
            "POST /toy/{}/services HTTP/1.1\r\nHost: toy\r\nAuthorization: Bearer {}\r\nX-Idempotency-Key: {KEY}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            tenant.id, tenant.token, body.len()
        );
        let before = toy.connections();
        let mut stream = TcpStream::connect(toy.address()).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        ENTERED.notified().await;
        drop(stream);
        while toy.connections() > before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(toy.count(&tenant, "slow").await, 0);
        GATE.notify_one();
        let again = Reply::of(make_at(&toy, &tenant, &tenant.token, "slow")).await;
        assert_eq!((again.status, again.header("x-idempotent-replayed")), (201, "true"), "{again:?}");
        assert_eq!(toy.count(&tenant, "slow").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_goes_on_keeps_its_key_for_a_window_after_the_longest_that_it_may_take() {
    on_both(async |World { clock, tenant, toy, .. }| {
        // Twice the deadline, the minute, and a little more.
        for (passed, is_done_again) in [(20 + 20 + 60, false), (20 + 20 + 60 + 20, true)] {
            let ask = || Reply::of(make_at(&toy, &tenant, &tenant.token, "slow"));
            let before = toy.count(&tenant, "slow").await;
            let (first, second) = tokio::join!(ask(), async {
                ENTERED.notified().await;
                clock.advance(TimeDelta::seconds(passed));
                let second = async {
                    if is_done_again {
                        // Nobody would wait for a process that is gone.
                        ENTERED.notified().await;
                        GATE.notify_one();
                    } else {
                        tokio::time::sleep(Duration::from_millis(200)).await;
                    }
                    GATE.notify_one();
                };
                tokio::join!(ask(), second).0
            });
            assert_eq!((first.status, second.status), (201, 201), "{first:?} {second:?}");
            let replayed = second.header("x-idempotent-replayed") == "true";
            assert_eq!(replayed, !is_done_again, "after {passed} s");
            assert_eq!(toy.count(&tenant, "slow").await, before + 1 + usize::from(is_done_again));
            clock.advance(TimeDelta::seconds(120));
        }
    })
    .await;
}

/// A machine with this id, and a token of its for these scopes.
async fn machine(
    tenant: &Tenant,
    id: &str,
    server: &str,
    scopes: &[&str],
    resources: &[&str],
) -> (Credentials, String) {
    let details = ClientDetails {
        grant_types: Some(vec!["client_credentials".to_owned()]),
        scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        ..ClientDetails::default()
    };
    let (id, server) = (id.to_owned(), server.to_owned());
    let secret = "a-secret-of-a-machine-that-nobody-else-has".to_owned();
    let new = NewClient {
        id: Some(id.clone()),
        server_id: server.clone(),
        secret: Some(secret.clone()),
        details,
        ..NewClient::default()
    };
    client::create(&acting(tenant), new).await.unwrap();
    let machine = Credentials { id, secret, server };
    let token = token(tenant, &machine, scopes, resources).await;
    (machine, token)
}

async fn token(tenant: &Tenant, machine: &Credentials, scopes: &[&str], resources: &[&str]) -> String {
    let answer = tenant.ask_for_token(machine, Some(&scopes.join(" ")), resources).await.expect(200).json();
    answer["access_token"].as_str().unwrap().to_owned()
}

fn acting(tenant: &Tenant) -> Acting {
    Acting::new(&tenant.server.context().store, &tenant.id, Actor::system())
}

#[tokio::test]
async fn only_the_same_caller_with_the_same_rights_gets_the_answer() {
    on_both(async |world| {
        let tenant = &world.tenant;
        let both = ["resources:read", "resources:write"];
        let (narrow, widest) = machine(tenant, "narrow", ADMIN, &both, &[]).await;
        let (moved, before) = machine(tenant, "moved", ADMIN, &["all"], &[]).await;
        let mut tokens = vec![
            ("the administrator", tenant.token.clone()),
            ("another client", before),
            ("one of fewer rights", widest.clone()),
            ("the same with fewer rights", token(tenant, &narrow, &both[1..], &[]).await),
        ];
        let users = [(USER, PASSWORD, context()), (OTHER_USER, PASSWORD, json!({"name": "Otto Other"}))];
        tenant.set_methods(ADMIN, vec![static_method(METHOD, &users)]).await;
        let [console, other] = [
            RelyingParty::register_at(tenant, ADMIN, application(&["openid", "all"])).await,
            RelyingParty::register_at(tenant, ADMIN, application(&["openid", "all"])).await,
        ];
        for (who, application, user) in [
            ("a user", &console, USER),
            ("another user", &console, OTHER_USER),
            ("the user of another application", &other, USER),
        ] {
            let mut agent = UserAgent::new(world.server.url());
            let request = application.request().with("scope", "openid all");
            tokens.push((who, application.sign_in(&mut agent, &request, (user, PASSWORD)).await.access_token));
        }
        for (number, (who, token)) in tokens.iter().enumerate() {
            println!("{who}");
            let first = world.is_carried_out(token).await;
            world.is_replayed(token, &first).await;
            assert_eq!(world.toy.count(tenant, "a").await, number + 1);
        }

        // A new token of the same caller changes nothing, nor does the order of its scopes.
        let again = token(tenant, &narrow, &["resources:write", "resources:read"], &[]).await;
        assert_ne!(again, widest);
        let reply = Reply::of(world.make(&again, "a")).await;
        assert_eq!((reply.status, reply.header("x-idempotent-replayed")), (201, "true"), "{reply:?}");
        // Rights that the caller has lost since count no more, whatever its token says.
        let details = ClientDetails {
            grant_types: Some(vec!["client_credentials".to_owned()]),
            scopes: vec!["resources:write".to_owned()],
            ..ClientDetails::default()
        };
        let shown_to_fewer = Reply::of(world.make(&tokens[3].1, "a")).await;
        client::change(&acting(tenant), "narrow", details, None).await.unwrap();
        let reply = Reply::of(world.make(&widest, "a")).await;
        assert_eq!((reply.status, &reply.text), (201, &shown_to_fewer.text), "what its rights show");
        // Who took over an id at another server is another one.
        client::remove(&acting(tenant), &moved.id).await.unwrap();
        let api = format!("https://{}.logto.app/api", tenant.id);
        let (_, after) = machine(tenant, "moved", DEFAULT, &["all"], &[&api]).await;
        let _ = world.is_carried_out(&after).await;
    })
    .await;
}

#[tokio::test]
async fn replicas_answer_for_each_other() {
    let Some(database) = Database::tested().into_iter().find(|database| *database == Database::Postgres) else {
        return;
    };
    let World { server, clock, tenant, toy: one } = World::new(database).await;
    let key = std::fs::read_to_string(server.data_dir().join("master.key")).unwrap();
    let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
    let settings = settings.with("database_url", server.database_url()).with("public_url", server.url());
    let second = TestServer::start(settings.with("master_key", key.trim())).await;
    let other = Replica::beside(&second);
    let token = &tenant.token;

    let first = Reply::of(make_at(&one, &tenant, token, "a")).await;
    assert_eq!((first.status, first.header("x-idempotent-replayed")), (201, ""), "{first:?}");
    is_the_same_again(&first, &Reply::of(make_at(&other, &tenant, token, "a")).await);
    assert_eq!(Reply::of(make_at(&other, &tenant, token, "b")).await.status, 422);

    clock.advance(TimeDelta::seconds(61));
    let asked = (0..50).map(|number| Reply::of(make_at([&one, &other][number % 2], &tenant, token, "c")));
    let replies = futures::future::join_all(asked).await;
    assert!(replies.iter().all(|reply| (reply.status, &reply.text) == (201, &replies[0].text)), "{replies:?}");
    assert_eq!(replies.iter().filter(|reply| reply.header("x-idempotent-replayed").is_empty()).count(), 1);
    assert_eq!((one.count(&tenant, "c").await, other.count(&tenant, "c").await), (1, 1));

    let path = format!("{{tid}}/services/{}", first.json()["id"].as_str().unwrap());
    let rename = |toy: &Replica, name: &str| {
        let request = toy.call(&tenant, "PUT", &path, token).header("if-match", first.header("etag"));
        Reply::of(request.json(&json!({"name": name})))
    };
    let (here, there) = tokio::join!(rename(&one, "here"), rename(&other, "there"));
    let mut statuses = [here.status, there.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412], "{here:?} {there:?}");
}

#[tokio::test]
async fn a_key_can_t_be_claimed_without_tenant_or_database() {
    on_both(async |World { server, .. }| {
        let claim = async |tenant: &str| {
            let key = Key { tenant: tenant.to_owned(), digest: "digest".to_owned() };
            server.context().claim(&key, "asked", Duration::from_mins(1)).await
        };
        assert!(claim("default").await.is_ok());
        assert_eq!(claim("gone").await, Err(Rejection::Unauthenticated(Unauthenticated::Invalid)));
        server.context().store.close().await.unwrap();
        assert!(matches!(claim("default").await, Err(Rejection::Unavailable { .. })));
    })
    .await;
}
