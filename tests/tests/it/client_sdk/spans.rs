//! What a program with `tracing` sees of its calls.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};
use std::thread::{self, ThreadId};

use authplane_client::{Client, types};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::canned::{RESOURCES, Server, TOKEN, canned, path_of, well_behaved};

/// Its name, and all that was recorded.
#[derive(Clone, Debug)]
struct Span {
    name: String,
    fields: BTreeMap<String, String>,
}

/// Remembers the spans of the SDK, all of the process's: whether a span is wanted is remembered where it is made, so there
/// can be one subscriber only. A test has a thread of its own, by which its spans are known.
#[derive(Clone, Default)]
struct Recorder {
    spans: Arc<Mutex<Vec<(ThreadId, Span)>>>,
}

impl Recorder {
    fn get() -> Self {
        static RECORDER: LazyLock<Recorder> = LazyLock::new(|| {
            let recorder = Recorder::default();
            tracing::subscriber::set_global_default(recorder.clone()).unwrap();
            recorder
        });
        RECORDER.clone()
    }

    /// The spans of this thread.
    fn spans(&self) -> Vec<Span> {
        let here = thread::current().id();
        let spans = self.spans.lock().unwrap();
        spans.iter().filter(|(thread, _)| *thread == here).map(|(_, span)| span.clone()).collect()
    }
}

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let value = format!("{value:?}").trim_matches('"').to_owned();
        // Subscribers write one that is recorded twice twice. (The status of a device flow is that of each of its questions.)
        let before = self.0.get(field.name()).filter(|_| field.name() == "retries").cloned();
        self.0
            .insert(field.name().to_owned(), before.map_or(value.clone(), |before| format!("{before}, then {value}")));
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("authplane_client")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut span = Span { name: attributes.metadata().name().to_owned(), fields: BTreeMap::new() };
        attributes.record(&mut Fields(&mut span.fields));
        let mut spans = self.spans.lock().unwrap();
        spans.push((thread::current().id(), span));
        Id::from_u64(u64::try_from(spans.len()).unwrap())
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        let at = usize::try_from(id.into_u64() - 1).unwrap();
        values.record(&mut Fields(&mut self.spans.lock().unwrap()[at].1.fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Begins to record. Other threads may have asked for the first time when there was nobody, so all are asked again.
async fn record() -> Recorder {
    let server = Server::start(well_behaved).await;
    let client = Client::builder(&server.url).client_credentials("a", "b").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    let recorder = Recorder::get();
    tracing::callsite::rebuild_interest_cache();
    recorder
}

fn fields<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

#[tokio::test]
async fn a_call_is_a_span_that_says_what_it_was_and_how_it_ended_and_nothing_else() {
    let server = Server::start(|request, before, url| match (path_of(request), before) {
        (RESOURCES, 0) if request.method == "GET" => {
            canned(503, "s3cr3t").header("x-request-id", "00000000-0000-4000-8000-000000000001")
        }
        (RESOURCES, _) => canned(409, r#"{"code":"s3cr3t","message":"s3cr3t"}"#)
            .header("x-request-id", "00000000-0000-4000-8000-000000000002"),
        (TOKEN, _) => well_behaved(request, before, url).header("x-request-id", "00000000-0000-4000-8000-000000000000"),
        _ => well_behaved(request, before, url),
    })
    .await;
    let recorder = record().await;
    let before = recorder.spans().len();
    let client = Client::builder(&server.url).client_credentials("s3cr3t", "s3cr3t").build().await.unwrap();
    let client = client.with_header("x-mark", "s3cr3t").unwrap();
    client.list_resources().include_scopes("s3cr3t").send().await.unwrap_err();
    let body = types::LogtoCreateResourceRequest::builder().name("s3cr3t").indicator("s3cr3t");
    client.create_resource().body(body).send().await.unwrap_err();
    let spans = recorder.spans().split_off(before);
    let seen: Vec<_> = spans.iter().map(|span| (span.name.as_str(), span.fields.clone())).collect();
    assert_eq!(
        seen,
        [
            ("authorization_server", fields([("step", "discovery"), ("status", "200"), ("retries", "0")])),
            ("authorization_server", fields([("step", "discovery"), ("status", "200"), ("retries", "0")])),
            (
                "operation",
                fields([
                    ("operation_id", "list_resources"),
                    ("method", "GET"),
                    ("status", "409"),
                    ("request_id", "00000000-0000-4000-8000-000000000002"),
                    ("retries", "1"),
                ])
            ),
            (
                "authorization_server",
                fields([
                    ("step", "client_credentials"),
                    ("status", "200"),
                    ("request_id", "00000000-0000-4000-8000-000000000000"),
                    ("retries", "0"),
                ])
            ),
            (
                "operation",
                fields([
                    ("operation_id", "create_resource"),
                    ("method", "POST"),
                    ("status", "409"),
                    ("request_id", "00000000-0000-4000-8000-000000000002"),
                    ("retries", "0"),
                ])
            ),
        ]
    );
    assert!(!format!("{spans:?}").contains("s3cr3t"), "{spans:?}");
}

#[tokio::test]
async fn what_is_no_id_of_our_server_is_in_no_span() {
    let server = Server::start(|request, before, url| {
        let sent = request.headers.get("authorization").and_then(|sent| sent.split_once(' ')).map_or("", |sent| sent.1);
        well_behaved(request, before, url).header("x-request-id", sent)
    })
    .await;
    let recorder = record().await;
    let before = recorder.spans().len();
    let client = Client::builder(&server.url).client_credentials("s3cr3t", "s3cr3t").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    let spans = recorder.spans().split_off(before);
    assert!(spans.len() == 4 && spans.iter().all(|span| !span.fields.contains_key("request_id")), "{spans:?}");
}

#[tokio::test]
async fn a_call_without_an_answer_is_a_span_without_a_status() {
    let server = Server::start(|_, _, _| canned(0, "")).await;
    let recorder = record().await;
    let before = recorder.spans().len();
    let client = Client::builder(&server.url).access_token("t").retries(2).build().await.unwrap();
    client.list_resources().send().await.unwrap_err();
    let spans = recorder.spans().split_off(before);
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].fields, fields([("operation_id", "list_resources"), ("method", "GET"), ("retries", "2")]));
}
