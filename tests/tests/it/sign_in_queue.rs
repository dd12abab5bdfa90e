//! Many who sign in at once, and those who don't wait for the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::process::{PATIENCE, Replicas, Server};
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{Answer, Call, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::future::join_all;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

/// A tenant whose users sign in by a page and by `grant_type=password`, and their application.
async fn scene(tenant: Tenant) -> (Tenant, RelyingParty) {
    let tenant = tenant.and_users().await;
    let id = tenant.id.clone();
    let mut details = ServerDetails { name: "Default".to_owned(), ..ServerDetails::default() };
    details.grant_types.push("password".to_owned());
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
    let grant_types = Some(["authorization_code", "password"].map(str::to_owned).into());
    let details = ClientDetails { grant_types, trusted: true, ..application(&["openid"]) };
    let application = RelyingParty::register(&tenant, details).await;
    (tenant, application)
}

fn by_grant(application: &RelyingParty, username: &str, password: &str) -> Call {
    let fields = [("grant_type", "password"), ("username", username), ("password", password), ("scope", "openid")];
    application.call("oauth2/token", &fields)
}

async fn with(settings: &[(&'static str, &str)]) -> (Tenant, RelyingParty) {
    let settings = settings.iter().fold(Settings::default(), |all, (key, value)| all.with(key, *value));
    scene(Tenant::new(&TestServer::start(settings).await).await).await
}

async fn until(is_so: impl Fn() -> bool) {
    let wait = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, wait).await.expect("it comes to that");
}

#[tokio::test]
async fn number_11_a_crowd_of_one_account_holds_up_nobody_else() {
    let (tenant, application) = with(&[("password_checks", "1")]).await;
    let checks = &tenant.server.context().password_checks;
    let turn = checks.turn("test", "test").await.unwrap();
    let done = Arc::new(AtomicUsize::new(0));
    let sign_in = |username: &str| {
        let (call, done) = (by_grant(&application, username, PASSWORD), Arc::clone(&done));
        tokio::spawn(async move {
            let _ = call.send().await.expect(200);
            done.fetch_add(1, Ordering::SeqCst)
        })
    };
    let crowd: Vec<_> = (0..30).map(|_| sign_in(USER)).collect();
    until(|| checks.waiting() == 30).await;
    // Last to come, from the same address.
    let other = sign_in(OTHER_USER);
    until(|| checks.waiting() == 31).await;
    drop(turn);
    let before = other.await.unwrap();
    assert!(before < 10, "{before} of the crowd came first");
    assert!(join_all(crowd).await.into_iter().all(|signed_in| signed_in.is_ok()));
}

#[tokio::test]
async fn number_11_a_full_queue_is_503_in_the_shape_of_whoever_asks() {
    let (tenant, application) = with(&[("password_checks", "1"), ("password_queue", "0")]).await;
    let checks = &tenant.server.context().password_checks;
    let mut agent = UserAgent::new(tenant.server.url());
    let page = agent.get(&application.request().url()).await.page().expect(200);
    let turn = checks.turn("test", "test").await.unwrap();
    let entries = [("username", USER), ("password", PASSWORD)];
    let again = agent.submit(page.form(), &entries).await.page().expect(503);
    assert_eq!(again.headers["retry-after"], "2");
    assert!(again.body.contains("Too many people are signing in"), "{}", again.body);
    assert_eq!(again.form().value("username"), USER);
    let refused: Answer = by_grant(&application, USER, PASSWORD).send().await.expect(503);
    assert_eq!(
        (refused.header("retry-after"), refused.json()["error"].as_str()),
        ("2", Some("temporarily_unavailable"))
    );
    drop(turn);
    let _ = agent.submit(again.form(), &entries).await.left();
    let _ = by_grant(&application, USER, PASSWORD).send().await.expect(200);
}

/// Who waited for a turn with the former password comes too late.
#[tokio::test]
async fn number_10_a_password_that_was_changed_before_it_was_looked_at_is_wrong() {
    let (tenant, application) = with(&[("password_checks", "1")]).await;
    let checks = &tenant.server.context().password_checks;
    let turn = checks.turn("test", "test").await.unwrap();
    let waiting = tokio::spawn(by_grant(&application, USER, PASSWORD).send());
    until(|| checks.waiting() == 1).await;
    tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, "another", context())])]).await;
    drop(turn);
    let _ = waiting.await.unwrap().expect(400);
    let _ = by_grant(&application, USER, "another").send().await.expect(200);
}

/// Number 2, for passwords.
#[tokio::test]
async fn number_2_wrong_passwords_of_those_who_hang_up_count() {
    let (tenant, application) = with(&[("password_checks", "1")]).await;
    let checks = &tenant.server.context().password_checks;
    let address = tenant.server.url().strip_prefix("http://").unwrap().to_owned();
    let form = format!("grant_type=password&username={USER}&password=wrong&scope=openid");
    let client = STANDARD.encode(format!("{}:{}", application.client.id, application.client.secret));
    let head = format!(
        "POST /{}/{DEFAULT}/oauth2/token HTTP/1.1\r\nhost: {address}\r\nauthorization: Basic {client}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        tenant.id,
        form.len()
    );
    for _ in 0..10 {
        let mut connection = TcpStream::connect(&address).await.unwrap();
        connection.write_all(format!("{head}{form}").as_bytes()).await.unwrap();
        until(|| checks.at_work() == 1).await;
        drop(connection);
        until(|| checks.at_work() == 0).await;
    }
    let locked = by_grant(&application, USER, PASSWORD).send().await.expect(429);
    assert_eq!(locked.json()["error"], "temporarily_unavailable");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_sign_ins_at_once_take_the_memory_of_those_that_are_checked() {
    let replicas = Replicas::start_with(&[("AUTHPLANE_PASSWORD_CHECKS", "2")]).await;
    let Replicas { one, tenant, .. } = &replicas;
    let (id, server) = (tenant.id.clone(), tenant.server.clone());
    let (_, application) = scene(Tenant::with_id(&server, id).await).await;
    let base = application.base.replace(server.url(), one.url());
    let application = RelyingParty { base, ..application };
    let sign_in = || by_grant(&application, USER, PASSWORD).send();
    let _ = sign_in().await.expect(200);
    let before = memory_of(one, "VmRSS");
    let answers = join_all((0..200).map(|_| sign_in())).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    let (most, after) = (memory_of(one, "VmHWM"), memory_of(one, "VmRSS"));
    println!("{before} KiB, at most {most} KiB, then {after} KiB");
    // Two at 19 MiB each, and what 200 connections take.
    assert!(most < before + 2 * 19 * 1024 + 24 * 1024, "{before} KiB, at most {most} KiB");
    assert!(after < before + 24 * 1024, "{before} KiB, then {after} KiB");
    let Replicas { one, other, .. } = replicas;
    assert!(one.stop().await.0.success() && other.stop().await.0.success());
}

/// KiB that the system says of a process.
fn memory_of(server: &Server, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':')).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
