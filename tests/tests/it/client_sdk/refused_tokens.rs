//! What follows when an operation refuses the token.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_client::{Client, Credentials, Error, Step};

use super::canned::{Canned, Clock, RESOURCES, Seen, Server, TOKEN, canned, path_of, refusal, well_behaved};
use super::flows::{DEVICE, member, server_where, tokens};

fn refused() -> Canned {
    canned(401, r#"{"code":"auth.unauthorized","message":"no"}"#)
        .header("x-request-id", "00000000-0000-4000-8000-000000000007")
}

/// Tokens by every grant, and operations that refuse those that `refuses` says.
async fn refusing(
    token: impl Fn(&Seen, usize) -> Canned + Send + Sync + 'static,
    refuses: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> Server {
    server_where(600, 0, move |request, before, url| match path_of(request) {
        RESOURCES if refuses(&request.headers["authorization"]) => refused(),
        TOKEN => token(request, before),
        _ => well_behaved(request, before, url),
    })
    .await
}

async fn call(client: &Client) -> Result<(), Error> {
    client.list_resources().send().await.map(|_| ())
}

#[tokio::test]
async fn a_user_is_not_charged_again_for_a_token_that_was_just_issued() {
    for is_device in [false, true] {
        let server = refusing(|_, before| tokens(before), |_| true).await;
        let clock = Clock::new();
        let (application, builder) = (Credentials::public("cli"), Client::builder(&server.url));
        let builder = if is_device {
            builder.device_flow(application, |_| {})
        } else {
            builder.refresh_token(application, "refresh")
        };
        let client = builder.time_source(clock.source()).build().await.unwrap();
        for _ in 0..3 {
            let error = call(&client).await.unwrap_err();
            assert!(matches!(&error, Error::Logto(refusal) if refusal.status.as_u16() == 401), "{error:?}");
        }
        assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (1, 3));
        // One that has served for a while may have been revoked.
        clock.advance(Duration::from_secs(6));
        for _ in 0..3 {
            call(&client).await.unwrap_err();
        }
        assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (2, 7));
        assert_eq!(server.count(DEVICE), usize::from(is_device));
    }
}

#[tokio::test]
async fn a_token_is_young_by_when_it_was_sent_however_long_the_answer_took() {
    let clock = Clock::new();
    let slow = clock.clone();
    let refuses = move |_: &str| {
        slow.advance(Duration::from_secs(20));
        true
    };
    let server = refusing(|_, before| tokens(before), refuses).await;
    let client = Client::builder(&server.url).refresh_token(Credentials::public("cli"), "refresh");
    let client = client.time_source(clock.source()).build().await.unwrap();
    call(&client).await.unwrap_err();
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (1, 1));
}

#[tokio::test]
async fn a_token_that_replaced_a_refused_one_is_not_replaced_at_once() {
    let server = refusing(|_, before| tokens(before), |_| true).await;
    let clock = Clock::new();
    let client = Client::builder(&server.url).client_credentials("a", "b").time_source(clock.source());
    let client = client.build().await.unwrap();
    for _ in 0..3 {
        call(&client).await.unwrap_err();
    }
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (2, 4));
    clock.advance(Duration::from_secs(6));
    for _ in 0..3 {
        call(&client).await.unwrap_err();
    }
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (3, 8));
}

/// The parts of the error of a call whose token was refused and could not be replaced.
#[track_caller]
fn unauthorized(error: &Error) -> (&Error, &Error) {
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (401, Some("00000000-0000-4000-8000-000000000007")),
        "{error:?}"
    );
    match error {
        Error::Unauthorized(unauthorized) => {
            assert!(matches!(&unauthorized.refusal, Error::Logto(refusal) if refusal.body.message == "no"));
            assert!(error.to_string().contains(&unauthorized.renewal.to_string()), "{error}");
            (&unauthorized.refusal, &unauthorized.renewal)
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_refused_call_says_why_its_token_could_not_be_replaced() {
    let server = refusing(
        |_, before| if before == 0 { tokens(0) } else { canned(400, r#"{"error":"invalid_grant"}"#) },
        |token| token == "Bearer token-0",
    )
    .await;
    for grant in ["client", "refresh"] {
        server.seen.lock().unwrap().clear();
        let clock = Clock::new();
        let builder = Client::builder(&server.url).time_source(clock.source());
        let builder = match grant {
            "client" => builder.client_credentials("a", "b"),
            _ => builder.refresh_token(Credentials::public("cli"), "refresh"),
        };
        let client = builder.build().await.unwrap();
        client.access_token().await.unwrap();
        clock.advance(Duration::from_secs(6));
        let step = if grant == "client" { Step::ClientCredentials } else { Step::RefreshToken };
        let error = call(&client).await.unwrap_err();
        assert_eq!(refusal(unauthorized(&error).1), ("invalid_grant", Some(step)));
        assert_eq!(error.step(), Some(step));
    }
}

#[tokio::test]
async fn a_call_whose_token_is_refused_asks_no_user_but_the_next_one_does() {
    for has_refresh_token in [false, true] {
        let token = move |request: &Seen, before: usize| match member(request, "grant_type").as_str() {
            "refresh_token" => canned(400, r#"{"error":"invalid_grant"}"#),
            _ if has_refresh_token => tokens(before),
            _ => canned(200, format!(r#"{{"access_token":"token-{before}","token_type":"Bearer","expires_in":300}}"#)),
        };
        let revoked = Arc::new(AtomicBool::new(false));
        let revokes = Arc::clone(&revoked);
        let server = refusing(token, move |token| token == "Bearer token-0" && revokes.load(Ordering::SeqCst)).await;
        let (clock, prompts) = (Clock::new(), Arc::new(AtomicUsize::new(0)));
        let shown = Arc::clone(&prompts);
        let client = Client::builder(&server.url)
            .device_flow(Credentials::public("cli"), move |_| {
                shown.fetch_add(1, Ordering::SeqCst);
            })
            .time_source(clock.source())
            .build()
            .await
            .unwrap();
        call(&client).await.unwrap();
        clock.advance(Duration::from_secs(6));
        revoked.store(true, Ordering::SeqCst);
        let error = call(&client).await.unwrap_err();
        let renewal = unauthorized(&error).1;
        if has_refresh_token {
            assert_eq!(refusal(renewal), ("invalid_grant", Some(Step::RefreshToken)));
        } else {
            assert!(renewal.to_string().contains("sign in again"), "{renewal}");
        }
        assert_eq!(prompts.load(Ordering::SeqCst), 1);
        call(&client).await.unwrap();
        assert_eq!(prompts.load(Ordering::SeqCst), 2);
    }
}

#[tokio::test]
async fn a_stored_refresh_token_spares_the_user_the_device_flow_while_it_is_good() {
    for (stored, prompts, first_is_device) in [("good", 0, true), ("good", 0, false), ("stale", 1, true)] {
        let server = refusing(
            |request, before| match member(request, "refresh_token").as_str() {
                "stale" => canned(400, r#"{"error":"invalid_grant"}"#),
                _ => tokens(before),
            },
            |_| false,
        )
        .await;
        let shown = Arc::new(Mutex::new(0));
        let count = Arc::clone(&shown);
        let (application, builder) = (Credentials::public("cli"), Client::builder(&server.url));
        let show = move |_| *count.lock().unwrap() += 1;
        let builder = if first_is_device {
            builder.device_flow(application.clone(), show).refresh_token(application, stored)
        } else {
            builder.refresh_token(application.clone(), stored).device_flow(application, show)
        };
        let client = builder.build().await.unwrap();
        call(&client).await.unwrap();
        assert_eq!((*shown.lock().unwrap(), server.count(DEVICE)), (prompts, prompts));
        let asked = server.seen.lock().unwrap().iter().find(|seen| path_of(seen) == TOKEN).cloned().unwrap();
        assert_eq!(member(&asked, "refresh_token"), stored);
    }
}

#[tokio::test]
async fn a_refresh_token_of_another_application_does_not_go_with_a_device_flow() {
    let (one, other) = (Credentials::public("one"), Credentials::public("other"));
    let builder = || Client::builder("http://127.0.0.1:1");
    let both = [
        builder().refresh_token(one.clone(), "s3cr3t").device_flow(other.clone(), |_| {}),
        builder().device_flow(one.clone(), |_| {}).refresh_token(other.clone(), "s3cr3t"),
    ];
    for builder in both {
        let error = builder.build().await.unwrap_err();
        assert!(
            matches!(&error, Error::Configuration(reason) if reason.contains("different applications")),
            "{error:?}"
        );
    }
}
