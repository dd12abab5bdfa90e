//! Which requests are sent again, and after which pause.

use std::time::{Duration, Instant};

use authplane_client::{Client, types};
use tokio::net::TcpListener;

use super::canned::{Canned, Clock, REFUSED, RESOURCES, Server, canned, connect, new_resource, path_of, well_behaved};

/// The status of each answer but the last, which is good.
async fn troubled(trouble: impl Fn(usize) -> Option<Canned> + Send + Sync + 'static) -> (Server, Client) {
    let server = Server::start(move |request, before, url| match path_of(request) {
        RESOURCES => trouble(before).unwrap_or_else(|| well_behaved(request, before, url)),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;
    (server, client)
}

#[tokio::test]
async fn what_is_harmless_is_repeated() {
    for status in [429, 503, 0] {
        let (server, client) = troubled(move |before| (before < 2).then(|| canned(status, REFUSED))).await;
        client.list_resources().send().await.unwrap();
        assert_eq!(server.count(RESOURCES), 3, "{status}");
    }
    let (server, client) = troubled(|_| Some(canned(503, REFUSED))).await;
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503);
    assert_eq!(server.count(RESOURCES), 4, "three repetitions");
}

#[tokio::test]
async fn a_creation_that_may_have_arrived_is_not_repeated() {
    for status in [503, 429, 500, 502, 504, 0] {
        let (server, client) = troubled(move |before| (before == 0).then(|| canned(status, REFUSED))).await;
        client.create_resource().body(new_resource()).send().await.unwrap_err();
        assert_eq!(server.count(RESOURCES), 1, "{status}");
    }
}

#[tokio::test]
async fn a_creation_that_may_have_arrived_is_repeated_with_the_key_by_which_the_server_knows_it() {
    const POLICIES: &str = "/api/admin/default/policies";
    let policy = r#"{"id":"nobody","policy_name":"Nobody","tenant_id":"default","validators":[]}"#;
    let server = Server::start(move |request, before, url| match path_of(request) {
        POLICIES if before == 1 => canned(0, ""),
        POLICIES => canned(201, policy),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;
    let create = || {
        client
            .create_policy()
            .tid("default")
            .body(types::AcpPolicyRequest::builder().id("nobody").policy_name("Nobody"))
    };
    create().send().await.unwrap();
    create().send().await.unwrap();
    let own = "chosen-by-the-caller-and-32-long";
    create().x_idempotency_key(own).send().await.unwrap();
    let seen = server.seen.lock().unwrap();
    let policies = seen.iter().filter(|seen| path_of(seen) == POLICIES);
    let keys: Vec<&str> = policies.map(|seen| seen.headers["x-idempotency-key"].as_str()).collect();
    let [first, broken, again, chosen] = keys[..] else { panic!("{keys:?}") };
    assert_eq!((broken, chosen), (again, own));
    assert!(first != again && first.len() >= 32, "{first} and {again}");
}

#[tokio::test]
async fn a_key_that_the_server_may_have_forgotten_is_not_relied_upon() {
    const POLICIES: &str = "/api/admin/default/policies";
    for (late, tries) in [(40, 2), (60, 1)] {
        let clock = Clock::new();
        let later = clock.clone();
        let server = Server::start(move |request, before, url| match path_of(request) {
            POLICIES if before == 0 => {
                later.advance(Duration::from_secs(late));
                canned(0, "")
            }
            POLICIES => canned(201, r#"{"id":"nobody","policy_name":"Nobody","tenant_id":"default","validators":[]}"#),
            _ => well_behaved(request, before, url),
        })
        .await;
        let builder = Client::builder(&server.url).access_token("t").timeout(Duration::from_mins(5));
        let client = builder.time_source(clock.source()).build().await.unwrap();
        let body = types::AcpPolicyRequest::builder().id("nobody").policy_name("Nobody");
        let created = client.create_policy().tid("default").body(body).send().await;
        assert_eq!((created.is_ok(), server.count(POLICIES)), (tries == 2, tries), "after {late} s");
    }
}

#[tokio::test]
async fn a_creation_that_was_turned_away_is_repeated() {
    let now = "Wed, 21 Oct 2015 07:28:00 GMT";
    for retry_after in ["0", now, "Wed, 21 Oct 2015 07:27:00 GMT"] {
        let (server, client) = troubled(move |before| {
            (before == 0).then(|| canned(503, REFUSED).header("retry-after", retry_after).header("date", now))
        })
        .await;
        client.create_resource().body(new_resource()).send().await.unwrap();
        assert_eq!(server.count(RESOURCES), 2);
    }
}

#[tokio::test]
async fn retry_after_is_respected_within_the_time_limit() {
    let (server, client) =
        troubled(|before| (before == 0).then(|| canned(429, REFUSED).header("retry-after", "1"))).await;
    let start = Instant::now();
    client.list_resources().send().await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!(server.count(RESOURCES), 2);

    let (server, client) = troubled(|_| Some(canned(429, REFUSED).header("retry-after", "3600"))).await;
    let start = Instant::now();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 429);
    assert!(start.elapsed() < Duration::from_secs(1), "the answer comes at once");
    assert_eq!(server.count(RESOURCES), 1);
}

#[tokio::test]
async fn a_connection_that_cannot_be_made_is_tried_again_even_for_a_creation() {
    let first = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = first.local_addr().unwrap();
    drop(first);
    let client = Client::builder(format!("http://{address}")).access_token("t").retries(20).build().await.unwrap();
    let call = tokio::spawn(async move { client.create_resource().body(new_resource()).send().await.map(|_| ()) });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let server = Server::start_on(TcpListener::bind(address).await.unwrap(), well_behaved);
    call.await.unwrap().unwrap();
    assert_eq!(server.count(RESOURCES), 1);
}
