//! A call's own time limit, of which the wait for a token is a part.
//!
//! What is held back here is held until the test lets it go, so a call that ends before has not waited for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use authplane_client::{Client, ClientBuilder, Credentials, Error, Step, blocking};
use tokio::sync::Semaphore;

use super::canned::{
    Clock, OPENID_METADATA, RESOURCES, SERVER_METADATA, Server, TOKEN, call, canned, path_of, well_behaved,
};
use super::flows::{DEVICE, server, tokens};

const SHORT: Duration = Duration::from_millis(30);

/// A server that gives the token that so many came before only when it is let go.
async fn holding(held: usize) -> (Server, Arc<Semaphore>) {
    let gate = Arc::new(Semaphore::new(0));
    let closed = Arc::clone(&gate);
    let server = Server::start(move |request, before, url| match path_of(request) {
        TOKEN if before == held => well_behaved(request, before, url).behind(&closed),
        _ => well_behaved(request, before, url),
    })
    .await;
    (server, gate)
}

/// Only the limits of a clone count: the builder's is longer than any test.
fn patient(server: &Server) -> ClientBuilder {
    Client::builder(&server.url).client_credentials("a", "b").timeout(Duration::from_hours(1))
}

/// How a call ends that must not wait for what is held back.
async fn ended<T>(call: impl Future<Output = Result<T, Error>>) -> Result<(), Error> {
    tokio::time::timeout(Duration::from_mins(1), call).await.expect("it waits for what is held back").map(|_| ())
}

async fn asked(server: &Server, path: &str, times: usize) {
    while server.count(path) < times {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// No token came in time.
#[track_caller]
fn too_late(outcome: Result<(), Error>, step: Step) {
    let error = outcome.unwrap_err();
    assert!(matches!(&error, Error::NoToken(failure) if failure.timed_out && failure.answer.is_none()), "{error:?}");
    assert_eq!((error.step(), error.is_timeout()), (Some(step), true), "{error:?}");
}

#[tokio::test]
async fn it_counts_while_a_token_is_waited_for_which_comes_for_the_others() {
    let (server, gate) = holding(0).await;
    let client = patient(&server).build().await.unwrap();
    let other = call(&client);
    asked(&server, TOKEN, 1).await;
    let hasty = client.with_timeout(SHORT);
    too_late(ended(hasty.list_resources().send()).await, Step::ClientCredentials);
    too_late(ended(hasty.access_token()).await, Step::ClientCredentials);
    // In whichever order its options are said.
    let marked = hasty.with_header("x-mark", "1").unwrap();
    too_late(ended(marked.list_resources().send()).await, Step::ClientCredentials);
    assert!(!other.is_finished());
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (1, 0));

    gate.add_permits(1);
    other.await.unwrap().unwrap();
    ended(client.with_timeout(Duration::from_mins(1)).list_resources().send()).await.unwrap();
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
    assert_eq!(server.count(TOKEN), 1);
}

#[tokio::test]
async fn a_token_that_nobody_waits_for_any_more_comes_nevertheless() {
    let (server, gate) = holding(0).await;
    let client = patient(&server).build().await.unwrap();
    too_late(ended(client.with_timeout(SHORT).list_resources().send()).await, Step::ClientCredentials);
    assert_eq!(server.count(TOKEN), 1);
    gate.add_permits(1);
    client.list_resources().send().await.unwrap();
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
    assert_eq!(server.count(TOKEN), 1);
}

#[tokio::test]
async fn it_counts_while_a_user_is_waited_for_who_lets_the_others_in() {
    let came = Arc::new(AtomicBool::new(false));
    let comes = Arc::clone(&came);
    let server = server(move |_, before| {
        if comes.load(Ordering::SeqCst) { tokens(before) } else { canned(400, r#"{"error":"authorization_pending"}"#) }
    })
    .await;
    let prompts = Arc::new(AtomicUsize::new(0));
    let shown = Arc::clone(&prompts);
    let client = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), move |_| {
            shown.fetch_add(1, Ordering::SeqCst);
        })
        .build()
        .await
        .unwrap();
    let other = call(&client);
    asked(&server, TOKEN, 1).await;
    too_late(ended(client.with_timeout(SHORT).list_resources().send()).await, Step::DeviceToken);
    assert!(!other.is_finished());
    came.store(true, Ordering::SeqCst);
    other.await.unwrap().unwrap();
    assert_eq!((prompts.load(Ordering::SeqCst), server.count(DEVICE)), (1, 1));
}

#[tokio::test]
async fn it_counts_while_a_refused_token_is_replaced() {
    let gate = Arc::new(Semaphore::new(0));
    let closed = Arc::clone(&gate);
    let server = Server::start(move |request, before, url| match path_of(request) {
        TOKEN if before == 1 => well_behaved(request, before, url).behind(&closed),
        RESOURCES if request.headers["authorization"] == "Bearer token-0" => {
            canned(401, r#"{"code":"auth.unauthorized","message":"no"}"#)
        }
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = patient(&server).build().await.unwrap();
    client.access_token().await.unwrap();
    // Time for the call itself.
    let error = ended(client.with_timeout(Duration::from_secs(3)).list_resources().send()).await.unwrap_err();
    let Error::Unauthorized(unauthorized) = &error else { panic!("{error:?}") };
    assert!(matches!(&unauthorized.refusal, Error::Logto(refusal) if refusal.status.as_u16() == 401), "{error:?}");
    assert_eq!((error.is_timeout(), error.step()), (true, Some(Step::ClientCredentials)));
    gate.add_permits(1);
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 2);
}

#[tokio::test]
async fn a_token_that_still_lives_is_used_while_the_next_one_is_on_its_way() {
    let (server, gate) = holding(1).await;
    let clock = Clock::new();
    let client = patient(&server).time_source(clock.source()).build().await.unwrap();
    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_secs(241));
    // Longer than this test is patient, so that waiting would show.
    let hasty = client.with_timeout(Duration::from_hours(1));
    for _ in 0..2 {
        ended(hasty.list_resources().send()).await.unwrap();
        assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
    }
    asked(&server, TOKEN, 2).await;
    gate.add_permits(1);
    // Who has the time waits for the same one.
    client.list_resources().send().await.unwrap();
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-1");
    assert_eq!(server.count(TOKEN), 2);
}

#[tokio::test]
async fn what_the_token_took_is_not_left_for_the_call() {
    for (refused, tokens) in [(false, 1), (true, 2)] {
        let clock = Clock::new();
        let slow = clock.clone();
        let server = Server::start(move |request, before, url| match path_of(request) {
            TOKEN => {
                // The one that counts.
                if before + 1 == tokens {
                    slow.advance(Duration::from_secs(8));
                }
                well_behaved(request, before, url)
            }
            RESOURCES if refused && request.headers["authorization"] == "Bearer token-0" => {
                canned(401, r#"{"code":"auth.unauthorized","message":"no"}"#)
            }
            RESOURCES => canned(503, "").header("retry-after", "5"),
            _ => well_behaved(request, before, url),
        })
        .await;
        let client = patient(&server).time_source(clock.source()).build().await.unwrap();
        // Of ten seconds two are left, which the pause doesn't fit into.
        let error = client.with_timeout(Duration::from_secs(10)).list_resources().send().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 503, "{error:?}");
        assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (tokens, tokens));
    }
}

#[tokio::test]
async fn both_places_of_the_metadata_are_one_call() {
    let clock = Clock::new();
    let slow = clock.clone();
    let server = Server::start(move |request, before, url| match (path_of(request), before) {
        // Not for the client itself.
        (SERVER_METADATA, 1) => {
            slow.advance(Duration::from_secs(8));
            canned(404, "{}")
        }
        (OPENID_METADATA, _) => canned(503, "").header("retry-after", "5"),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = patient(&server).time_source(clock.source()).build().await.unwrap();
    let hasty = client.with_timeout(Duration::from_secs(10));
    let error = hasty.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503, "{error:?}");
    assert_eq!(server.count(OPENID_METADATA), 1);
}

#[tokio::test]
async fn a_client_without_async_ends_in_time_too() {
    let (server, gate) = holding(0).await;
    let builder = patient(&server);
    let (ended, client) = tokio::task::spawn_blocking(move || {
        let client = blocking::Client::build(builder).unwrap();
        (client.with_timeout(SHORT).run(|client| client.list_resources().send()).map(|_| ()), client)
    })
    .await
    .unwrap();
    too_late(ended, Step::ClientCredentials);
    gate.add_permits(1);
    // The thread in the background has gone on with it.
    tokio::task::spawn_blocking(move || client.run(|client| client.list_resources().send()).map(|_| ()))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(server.count(TOKEN), 1);
}
