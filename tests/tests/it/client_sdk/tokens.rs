//! How the client comes to its tokens, and when it asks for another.

use std::time::Duration;

use authplane_client::{Client, Error};

use super::canned::{
    Clock, RESOURCE_METADATA, RESOURCES, Server, TOKEN, canned, connect, new_resource, path_of, well_behaved,
};

#[tokio::test]
async fn one_token_serves_concurrent_calls() {
    let server = Server::start(well_behaved).await;
    let client = connect(&server).await;
    assert_eq!(server.count(TOKEN), 0, "the first token is obtained by the first call");

    let calls = (0..40).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }

    assert_eq!(server.count(TOKEN), 1);
    let asked = server.last(TOKEN);
    assert_eq!(asked.headers["authorization"], "Basic dGhlK2lkOnRoZStzZWNyZXQ=", "RFC 6749 §2.3.1");
    assert_eq!(asked.body, "grant_type=client_credentials&scope=all");
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
}

#[tokio::test]
async fn the_token_request_says_what_was_configured() {
    let server = Server::start(well_behaved).await;
    let client = Client::builder(&server.url)
        .client_credentials("a", "b")
        .tenant("default")
        .scopes(["one", "two"])
        .resource("https://x")
        .resource("https://y")
        .build()
        .await
        .unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(RESOURCE_METADATA), 0, "a tenant needs no discovery of its issuer");
    assert_eq!(
        server.last(TOKEN).body,
        "grant_type=client_credentials&scope=one+two&resource=https%3A%2F%2Fx&resource=https%3A%2F%2Fy"
    );
}

#[tokio::test]
async fn a_token_that_is_not_a_bearer_token_is_sent_nowhere() {
    for token_type in ["DPoP", "mac", "N_A", ""] {
        let server = Server::start(move |request, before, url| match path_of(request) {
            TOKEN => canned(
                200,
                format!(r#"{{"access_token":"s3cr3t","token_type":"{token_type}","expires_in":300,"refresh_token":"s3cr3t"}}"#),
            ),
            _ => well_behaved(request, before, url),
        })
        .await;
        let refresh =
            Client::builder(&server.url).refresh_token(authplane_client::Credentials::public("app"), "s3cr3t");
        for client in [connect(&server).await, refresh.build().await.unwrap()] {
            let error = client.list_resources().send().await.unwrap_err();
            assert!(
                matches!(&error, Error::NoToken(failure) if failure.reason.contains("not a bearer token")),
                "{error:?}"
            );
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
        }
        assert_eq!(server.count(RESOURCES), 0, "{token_type}");
    }
    // RFC 6749 §5.1: the name is the same in any case.
    let server = Server::start(|request, before, url| match path_of(request) {
        TOKEN => canned(200, r#"{"access_token":"token-0","token_type":"bEARER"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    connect(&server).await.list_resources().send().await.unwrap();
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-0");
}

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_the_call_repeated() {
    let server = Server::start(|request, before, url| match request.headers.get("authorization").map(String::as_str) {
        Some("Bearer token-0") => canned(401, r#"{"code":"auth.unauthorized","message":"no"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;

    let calls = (0..10).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.create_resource().body(new_resource()).send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.count(TOKEN), 2, "one for the first calls, one after their refusal");
    assert!(server.last(RESOURCES).body.contains("https://orders"), "the body went along");
}

#[tokio::test]
async fn a_401_that_stays_is_the_answer() {
    let server = Server::start(|request, before, url| {
        if path_of(request) == RESOURCES {
            return canned(401, r#"{"code":"auth.unauthorized","message":"never"}"#)
                .header("x-request-id", "00000000-0000-4000-8000-000000000007");
        }
        well_behaved(request, before, url)
    })
    .await;
    let client = connect(&server).await;
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::Logto(refusal) if refusal.body.message == "never"), "{error:?}");
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (401, Some("00000000-0000-4000-8000-000000000007"))
    );
    assert_eq!(server.count(RESOURCES), 2);
}

#[tokio::test]
async fn a_token_is_renewed_ahead_of_its_end_and_kept_if_that_fails() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (TOKEN, 1..) => canned(401, r#"{"error":"invalid_client","error_description":"gone: for good"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let clock = Clock::new();
    let client =
        Client::builder(&server.url).client_credentials("a", "b").time_source(clock.source()).build().await.unwrap();

    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_secs(239));
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 1, "not yet due");

    clock.advance(Duration::from_secs(2));
    client.list_resources().send().await.unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(server.count(TOKEN), 2, "due, failed, and not tried again at once");

    clock.advance(Duration::from_mins(1));
    let error = client.list_resources().send().await.unwrap_err();
    match &error {
        Error::OAuth(refusal) => {
            assert_eq!(refusal.status.as_u16(), 401);
            assert_eq!(refusal.body.error, "invalid_client");
            assert_eq!(refusal.body.error_description.as_deref(), Some("gone: for good"));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_failed_renewal_is_told_to_all_and_tried_again() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (TOKEN, 0) => canned(400, r#"{"error":"invalid_scope"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = connect(&server).await;
    let calls = (0..10).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        let error = call.await.unwrap().unwrap_err();
        assert!(matches!(&error, Error::OAuth(refusal) if refusal.body.error == "invalid_scope"), "{error:?}");
    }
    assert_eq!((server.count(TOKEN), server.count(RESOURCES)), (1, 0));
    client.list_resources().send().await.unwrap();
}

#[tokio::test]
async fn a_caller_that_leaves_does_not_take_the_renewal_along() {
    let server = Server::start(well_behaved).await;
    let client = connect(&server).await;
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.list_resources().send().await.map(|_| ()) }
    });
    tokio::time::sleep(Duration::from_millis(3)).await;
    let second = tokio::spawn({
        let client = client.clone();
        async move { client.list_resources().send().await.map(|_| ()) }
    });
    tokio::time::sleep(Duration::from_millis(1)).await;
    first.abort();
    second.await.unwrap().unwrap();
    assert_eq!(server.count(TOKEN), 1);
}
