//! How often a device asks for its user's token, and how long that lives.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use authplane_client::oauth::AuthorizationServer;
use authplane_client::{Client, Credentials, Error};

use super::canned::{Canned, Clock, Server, TOKEN, call, canned, give_up, path_of, well_behaved};
use super::flows::{DEVICE, begin, server, server_where, tokens};

fn pending() -> Canned {
    canned(400, r#"{"error":"authorization_pending"}"#)
}

#[tokio::test]
async fn a_server_without_an_interval_is_not_asked_without_a_pause() {
    let server = server(|_, before| if before < 2 { pending() } else { tokens(before) }).await;
    let start = Instant::now();
    begin(&server).await.token().await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(2), "two pauses of a second");
    assert_eq!(server.count(TOKEN), 3);
}

#[tokio::test]
async fn a_broken_connection_lengthens_the_pause_and_never_shortens_it() {
    // The longest pause that connections are doubled to is 30 seconds, and the oauth2 crate's own ten.
    let server = server_where(600, 31, |request, before, url| match (path_of(request), before) {
        (TOKEN, 0) => canned(0, ""),
        (TOKEN, _) => tokens(before),
        _ => well_behaved(request, before, url),
    })
    .await;
    let start = Instant::now();
    begin(&server).await.token().await.unwrap();
    // RFC 8628 §3.5: longer than the interval, by the shortest pause at least.
    assert!(start.elapsed() >= Duration::from_secs(32));
    assert_eq!(server.count(TOKEN), 2);
}

#[tokio::test]
async fn a_server_that_starts_again_does_not_end_the_sign_in() {
    let server = server(|_, before| match before {
        0 => canned(502, "<html>bad gateway</html>"),
        1 => canned(503, ""),
        2 => canned(504, ""),
        3 => canned(429, ""),
        _ => tokens(before),
    })
    .await;
    let token = begin(&server).await.token().await.unwrap();
    assert_eq!((token.access_token.expose(), server.count(TOKEN)), ("token-4", 5));
}

#[tokio::test]
async fn a_server_that_does_not_come_back_is_why_the_sign_in_ended() {
    let clock = Clock::new();
    let moved = clock.clone();
    let server = server(move |_, _| {
        moved.advance(Duration::from_mins(11));
        canned(503, "")
    })
    .await;
    let client = Client::builder(&server.url).device_flow(Credentials::public("cli"), |_| {});
    let client = client.time_source(clock.source()).timeout(Duration::from_hours(1)).build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503, "{error:?}");
}

#[tokio::test]
async fn a_code_outlives_the_call_that_it_was_shown_for() {
    let server = server(|_, before| if before < 2 { pending() } else { tokens(before) }).await;
    let prompts = Arc::new(AtomicUsize::new(0));
    let shown = Arc::clone(&prompts);
    let client = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), move |_| {
            shown.fetch_add(1, Ordering::SeqCst);
        })
        .build()
        .await
        .unwrap();
    give_up(call(&client), &server).await;
    client.list_resources().send().await.unwrap();
    assert_eq!((prompts.load(Ordering::SeqCst), server.count(DEVICE), server.count(TOKEN)), (1, 1, 3));
}

#[tokio::test]
async fn the_life_of_a_token_does_not_begin_before_its_user_came() {
    let clock = Clock::new();
    let moved = clock.clone();
    let server = server(move |_, before| {
        if before > 0 {
            return tokens(before);
        }
        // Of five minutes four are over: it would be due.
        moved.advance(Duration::from_mins(4));
        pending()
    })
    .await;
    let client = Client::builder(&server.url).device_flow(Credentials::public("cli"), |_| {});
    let client = client.time_source(clock.source()).timeout(Duration::from_hours(1)).build().await.unwrap();
    for _ in 0..2 {
        client.list_resources().send().await.unwrap();
    }
    assert_eq!(server.count(TOKEN), 2);
    clock.advance(Duration::from_mins(4));
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 3, "it has its end");
}

#[tokio::test]
async fn times_that_no_clock_can_count_to_are_no_panic() {
    async fn device(life: u64, interval: u64) -> Server {
        server_where(life, interval, |request, before, url| match path_of(request) {
            TOKEN => tokens(before),
            _ => well_behaved(request, before, url),
        })
        .await
    }
    begin(&device(u64::MAX, 0).await).await.token().await.unwrap();

    let server = device(600, u64::MAX).await;
    let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    let error = found.begin_device_flow(&Credentials::public("tv"), &[""; 0], &["a"]).await.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");

    let life = u64::MAX;
    let server = self::server(move |_, _| {
        canned(200, format!(r#"{{"access_token":"token","token_type":"Bearer","expires_in":{life}}}"#))
    })
    .await;
    let clock = Clock::new();
    let client = Client::builder(&server.url).client_credentials("a", "b").time_source(clock.source());
    let client = client.build().await.unwrap();
    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_hours(24 * 365));
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 1);
}
