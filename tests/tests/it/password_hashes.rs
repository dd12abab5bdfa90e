//! Users who bring their passwords' hashes from another system sign in as ever, and have a hash of ours from then on.

use std::time::Duration;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::authentication::{self, MethodKind, StaticUser};
use authplane_tests::process::PATIENCE;
use authplane_tests::users::PASSWORD;
use authplane_tests::{Database, RelyingParty, Tenant, TestServer, UserAgent};

use crate::it::domain::password_hashes::{HASHES, with_hashes};
use crate::it::openid::logout::is_signed_in;

/// The users as they are kept.
async fn kept(tenant: &Tenant) -> Vec<StaticUser> {
    let id = tenant.id.clone();
    let work = async move |store: authplane_domain::Store| {
        let methods = authentication::of_server(&store, ServerKey { tenant: &id, id: DEFAULT }).await.unwrap();
        let MethodKind::Static(staff) = &methods.all()[0].kind else { panic!() };
        staff.users.clone()
    };
    tenant.server.with_store(move |store| async move { work(store).await }).await
}

/// Which users have a hash of ours.
async fn hashed_anew(tenant: &Tenant) -> Vec<String> {
    let anew = kept(tenant).await.into_iter().filter(StaticUser::is_hashed_as_new);
    anew.map(|user| user.username).collect()
}

#[tokio::test]
async fn whoever_brings_a_hash_signs_in_and_has_one_of_ours_from_then_on() {
    for database in Database::tested() {
        println!("on {database:?}");
        signs_in_and_has_one_of_ours(Tenant::new(&TestServer::shared(database).await).await).await;
    }
}

async fn signs_in_and_has_one_of_ours(tenant: Tenant) {
    let names: Vec<String> = (0..HASHES.len()).map(|number| format!("user-{number}")).collect();
    let users: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(HASHES).collect();
    tenant.set_methods(DEFAULT, vec![with_hashes(&users)]).await;
    let application = RelyingParty::web(&tenant, &["openid"]).await;
    let server = format!("/api/admin/{}/servers/{DEFAULT}", tenant.id);
    let etag = tenant.get(&server).send().await.expect(200).header("etag").to_owned();
    let events = tenant.audit_events().await.len();
    for name in &names {
        let mut agent = UserAgent::new(tenant.server.url());
        let page = agent.get(&application.request().url()).await.page().expect(200);
        let again = agent.submit(page.form(), &[("username", name), ("password", "Password")]).await.page();
        assert!(again.body.contains("wrong") || !again.alerts().is_empty(), "{name}");
        assert!(!hashed_anew(&tenant).await.contains(name), "{name}: of a wrong password");
        let _ = application.sign_in(&mut agent, &application.request(), (name, PASSWORD)).await;
        let wait = async {
            while !hashed_anew(&tenant).await.contains(name) {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.expect("the hash is replaced");
        assert!(is_signed_in(&agent, &application).await, "{name}");
        let mut other = UserAgent::new(tenant.server.url());
        let _ = application.sign_in(&mut other, &application.request(), (name, PASSWORD)).await;
    }
    assert_eq!(hashed_anew(&tenant).await, names);
    // Once is enough.
    let before = kept(&tenant).await;
    let mut agent = UserAgent::new(tenant.server.url());
    let _ = application.sign_in(&mut agent, &application.request(), (&names[0], PASSWORD)).await;
    let checks = &tenant.server.context().password_checks;
    while checks.at_work() > 0 {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(kept(&tenant).await, before);
    // Whoever looked at the server before may still change it, and nothing of all that was a change.
    assert_eq!(tenant.get(&server).send().await.expect(200).header("etag"), etag);
    // Newest first.
    let mut changes = tenant.audit_events().await;
    changes.truncate(changes.len() - events);
    assert!(changes.iter().all(|(action, _)| action != "authorization_server.change"), "{changes:?}");
}
