//! Preconditions: which lists of tags let a change through (RFC 9110 §13.1.1), and the tag that answers carry.

use std::sync::atomic::Ordering;

use authplane::api::acp::error::AcpError;
use authplane::api::local_user_store::error::LocalUserStoreError;
use authplane::api::logto::error::LogtoError;
use authplane::edge::rejection::Declared;
use authplane::edge::{DialectError, ErrorContext, Rejection};
use authplane::oauth::browser::page_error::PageError;
use authplane::oauth::error::OAuthError;
use authplane_domain::Error as DomainError;
use serde_json::json;

use super::{Reply, Server};

async fn order(server: &Server, lines: &[&str]) -> Reply {
    let request = server.post("/toy/orders/1").bearer_auth("badge").json(&json!({"name": "a"}));
    let request = lines.iter().fold(request, |request, line| request.header("if-match", *line));
    Reply::of(request).await
}

#[tokio::test]
async fn a_change_is_made_when_one_of_the_tags_is_the_current_one() {
    let server = Server::start();
    // Nobody must name one: 428 is never asked for.
    for lines in [
        &[][..],
        &["*"],
        &[" * "],
        &["\"v1\""],
        &["\"v0\", \"v1\""],
        &["\"v0\",\"v1\" ,W/\"v2\""],
        &["\"v0\"", "\"v1\""],
        &[", \"v1\",,"],
        &["\"a,b\", \"v1\""],
        // The version is what counts, whatever else was shown of the thing, and however a proxy has packed it.
        &["\"v1.digest\""],
        &["\"v1.digest.more\", \"v0.digest\""],
        &["W/\"v1.digest\""],
        &["W/\"v1\""],
    ] {
        let reply = order(&server, lines).await;
        assert_eq!(reply.status, 201, "{lines:?}: {reply:?}");
        let (start, digest) = reply.header("etag").split_at(4);
        // 18 bytes in base64.
        assert_eq!((start, digest.len(), &digest[24..]), ("\"v1.", 25, "\""), "{lines:?}: {reply:?}");
    }
}

#[tokio::test]
async fn a_change_of_another_version_is_412_and_so_is_what_names_no_tag() {
    let server = Server::start();
    for lines in [
        &["\"v0\""][..],
        &["\"v0\", \"v2\""],
        &["\"v1digest\""],
        &["\".v1\""],
        &["\"v0.v1\""],
        &["W/\"v2\""],
        // The mark is case-sensitive (RFC 9110 §8.8.3).
        &["w/\"v1\""],
        &[""],
        &["v1"],
        &["\"v1"],
        &["\"v1\"x"],
        &["\"v0\" \"v1\""],
        &["\"v1\" \"v1\""],
        &["\"v 1\", \"v1\""],
        &["*, \"v1\""],
        &["*", "\"v1\""],
        &["*", "*"],
        &["\"V1\""],
        &["\"\""],
    ] {
        let reply = order(&server, lines).await;
        assert_eq!((reply.status, reply.header("etag")), (412, ""), "{lines:?}: {reply:?}");
        reply.refused(412, "precondition");
    }
    assert_eq!(server.world.entered.load(Ordering::SeqCst), 0, "nothing was done");
}

/// What a refused precondition is answered by in a dialect, whoever noticed it.
fn refusal<E: DialectError + From<DomainError>>() -> [u16; 2] {
    let (head, ()) = http::Request::new(()).into_parts();
    let declared = Declared::default();
    let context = ErrorContext { request_id: "request", head: &head, declared: &declared };
    let noticed: [E; 2] = [
        Rejection::PreconditionFailed.into(),
        DomainError::PreconditionFailed { thing: "service", id: "api".to_owned() }.into(),
    ];
    noticed.map(|error| error.into_answer(&context).status.as_u16())
}

#[test]
fn it_is_412_in_every_dialect() {
    for refused in [
        refusal::<AcpError>(),
        refusal::<LogtoError>(),
        refusal::<LocalUserStoreError>(),
        refusal::<OAuthError>(),
        refusal::<PageError>(),
    ] {
        assert_eq!(refused, [412, 412]);
    }
}
