//! The client without an async runtime, wherever it is called.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use authplane_client::{Client, ClientBuilder, Error, blocking, types};
use authplane_tests::{Database, Tenant, TestServer};
use futures::stream;

use super::canned::{RESOURCES, Server, canned, path_of, well_behaved};

/// An administrator's builder, for a thread that isn't the tests'.
async fn builder() -> (Tenant, ClientBuilder) {
    let tenant = Tenant::new(&TestServer::shared(Database::Sqlite).await).await;
    let builder = Client::builder(tenant.server.control_url()).tenant(&tenant.id);
    let builder = builder.client_credentials(&tenant.administrator.id, tenant.administrator.secret.clone());
    (tenant, builder)
}

/// Makes three resources, lists them page by page, and reads one that isn't there.
fn tour(builder: ClientBuilder) {
    let client = blocking::Client::build(builder).unwrap();
    for name in ["one", "two", "three"] {
        let new = types::LogtoCreateResourceRequest::builder().name(name).indicator(format!("https://{name}.example"));
        client.run(|client| client.create_resource().body(new).send()).unwrap();
    }
    let pages = |client| {
        stream::unfold(Some(1_u32), move |page| async move {
            let page = page?;
            let client: &Client = client;
            let found = client.list_resources().page(page).page_size(2_u32).send().await;
            let next = found.as_ref().is_ok_and(|found| !found.is_empty()).then_some(page + 1);
            Some((found, next))
        })
    };
    let mut names = Vec::new();
    for page in client.iterate(pages) {
        names.extend(page.unwrap().iter().map(|resource| resource.name.clone()));
    }
    assert!(["one", "two", "three"].iter().all(|name| names.iter().any(|known| known == name)), "{names:?}");
    let error = client.run(|client| client.get_resource().id("nothing").send()).unwrap_err();
    assert!(matches!(&error, Error::Logto(refusal) if refusal.status.as_u16() == 404), "{error:?}");
    let hasty = client.with_timeout(Duration::from_secs(20)).with_header("x-mark", "1").unwrap();
    drop(client);
    let both = hasty.run(async |client| {
        let listed = client.list_resources().send().await?;
        Ok::<_, Error>((listed.len(), client.access_token().await?.is_some()))
    });
    assert_eq!(both.unwrap(), (names.len(), true));
}

#[tokio::test]
async fn it_works_in_a_thread_of_its_own() {
    let (_tenant, builder) = builder().await;
    tokio::task::spawn_blocking(|| tour(builder)).await.unwrap();
    let (_tenant, builder) = self::builder().await;
    std::thread::spawn(|| tour(builder)).join().unwrap();
}

#[tokio::test]
async fn it_works_in_the_only_thread_of_an_async_runtime() {
    let (_tenant, builder) = builder().await;
    tour(builder);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_in_a_task_of_an_async_runtime() {
    let (_tenant, builder) = builder().await;
    tokio::spawn(async { tour(builder) }).await.unwrap();
}

#[tokio::test]
async fn it_works_for_longer_than_a_task_may_go_on() {
    // The canned server needs a thread of its own: this one is kept busy.
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = Server::start(well_behaved).await;
            sender.send(server.url.clone()).unwrap();
            std::future::pending::<()>().await;
        });
    });
    let url = receiver.recv().unwrap();
    let client = blocking::Client::build(Client::builder(url).access_token("t")).unwrap();
    // tokio lets a task do 128 things before it has to give way, which this one never does.
    for _ in 0..300 {
        client.run(|client| client.list_resources().send()).unwrap();
    }
}

#[test]
fn a_wake_is_not_lost_to_what_else_parks_the_thread() {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let client = blocking::Client::build(Client::builder("http://127.0.0.1:1")).unwrap();
        let mut is_woken = false;
        client.run(|_| {
            poll_fn(|context| {
                if std::mem::replace(&mut is_woken, true) {
                    return Poll::Ready(());
                }
                context.waker().wake_by_ref();
                // As a lock or a channel that the future waits for does: it takes the thread's one permit.
                std::thread::park();
                Poll::Pending
            })
        });
        sender.send(()).unwrap();
    });
    receiver.recv_timeout(Duration::from_secs(30)).expect("the future is never asked again");
}

#[tokio::test]
async fn an_error_ends_the_iteration() {
    let server = Server::start(|request, before, url| match path_of(request) {
        RESOURCES => canned(404, r#"{"code":"x","message":"y"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let url = server.url.clone();
    let outcomes = tokio::task::spawn_blocking(move || {
        let client = blocking::Client::build(Client::builder(url).access_token("t")).unwrap();
        let endless = |client| {
            stream::unfold(client, |client: &Client| async move {
                Some((client.list_resources().send().await.map(|_| ()), client))
            })
        };
        client.iterate(endless).map(|outcome| outcome.is_ok()).collect::<Vec<_>>()
    });
    assert_eq!(outcomes.await.unwrap(), [false]);
    assert_eq!(server.count(RESOURCES), 1);
}
