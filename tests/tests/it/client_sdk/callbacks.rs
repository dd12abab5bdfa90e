//! What the program's own callbacks can do to the calls that wait for them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use authplane_client::{Client, Credentials, Error};

use super::canned::{Server, TOKEN};
use super::flows::{DEVICE, member, server, tokens};

/// The first time, it panics.
fn panics_first() -> impl Fn() + Send + Sync + 'static {
    let called = AtomicUsize::new(0);
    move || assert!(called.fetch_add(1, Ordering::SeqCst) > 0, "a fault of the program")
}

/// Two calls that wait for the callback that panics, and one after it.
async fn survives(client: &Client) {
    let call = || {
        let client = client.clone();
        tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
    };
    let calls = [call(), call()];
    for call in calls {
        let ended = tokio::time::timeout(Duration::from_mins(1), call).await.expect("a call hangs");
        let error = ended.expect("a call panicked").unwrap_err();
        assert!(matches!(&error, Error::NoToken(failure) if failure.reason.contains("panicked")), "{error:?}");
    }
    client.list_resources().send().await.unwrap();
}

#[tokio::test]
async fn a_callback_that_panics_fails_the_calls_that_wait_for_it_and_no_later_one() {
    let server: Server = server(|_, before| tokens(before)).await;
    let builder = || Client::builder(&server.url);
    let application = Credentials::public("cli");

    let keep = panics_first();
    let client = builder().refresh_token(application.clone(), "refresh").on_refresh_token(move |_| keep());
    survives(&client.build().await.unwrap()).await;
    assert_eq!(member(&server.last(TOKEN), "refresh_token"), "refresh-0", "the one that came before the panic");

    let show = panics_first();
    let client = builder().device_flow(application, move |_| show());
    survives(&client.build().await.unwrap()).await;
    assert_eq!(server.count(DEVICE), 2);
}
