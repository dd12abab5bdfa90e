//! What anybody can make the server write down is bounded, and goes when its time has come.

use std::sync::Arc;

use authplane::server::housekeeping::{clear_audit_log, clear_expired, give_back_space};
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client;
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Store};
use authplane_tests::database::{Earlier, Folder};
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::{DateTime, TimeDelta};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use crate::it::domain::MASTER_KEY;
use crate::it::security::{ADA, agent, code, response, with_clock_on_both};
use crate::it::{devices, things};

async fn ask(tenant: &Tenant, question: &str) -> i64 {
    ask_at(tenant.server.database_url(), question).await
}

async fn ask_at(url: &str, question: &str) -> i64 {
    let connection = sea_orm::Database::connect(url).await.unwrap();
    let statement = Statement::from_string(connection.get_database_backend(), question);
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    connection.close().await.unwrap();
    row.try_get_by_index::<i64>(0).unwrap()
}

async fn grants(tenant: &Tenant, app: &RelyingParty) -> i64 {
    let of_app = format!("tenant_id = '{}' AND client_id = '{}'", tenant.id, app.client.id);
    ask(tenant, &format!("SELECT count(*) FROM authorization_grants WHERE {of_app}")).await
}

#[tokio::test]
async fn a_grant_is_kept_as_long_as_its_code_until_somebody_redeems_it() {
    with_clock_on_both(async |tenant, clock| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        let request = app.request().with("scope", "openid");
        let redeemed = code(&app, &mut agent, &request).await;
        let tokens = app.exchange(&redeemed, &request).await.expect(200).json();
        let left = agent.get(&request.url()).await.left();
        assert!(left.to.as_str().contains("code="), "{left:?}");
        assert_eq!(grants(&tenant, &app).await, 2);
        clock.advance(TimeDelta::seconds(601));
        clear_expired(tenant.server.context()).await;
        assert_eq!(grants(&tenant, &app).await, 1, "what nobody redeemed is gone");
        let access = tokens["access_token"].as_str().unwrap();
        assert_eq!(app.introspect(access).await["active"], true, "what was redeemed is there");
    })
    .await;
}

/// A server that lets an address begin two requests.
async fn narrow(database: Database) -> (Tenant, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
    let server = TestServer::start(settings.with("authorizations_per_address", "2")).await;
    (Tenant::with_users(&server).await, clock)
}

#[tokio::test]
async fn an_address_begins_so_many_authorizations_and_no_more_until_the_first_are_forgotten() {
    for database in Database::tested() {
        let (tenant, clock) = narrow(database).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let requests = || ask(&tenant, "SELECT count(*) FROM login_requests");
        for window in 1..=2 {
            for _ in 0..2 {
                assert_eq!(sign_in_page(agent(&tenant), &app).await, 200);
            }
            for _ in 0..3 {
                assert_eq!(sign_in_page(agent(&tenant), &app).await, 429);
            }
            assert_eq!(requests().await, 2 * window);
            clock.advance(TimeDelta::seconds(600));
        }
        tenant.server.stop().await;
    }
}

#[tokio::test]
async fn an_address_begins_so_many_device_authorizations_and_no_more() {
    for database in Database::tested() {
        let (tenant, clock) = narrow(database).await;
        devices::let_in(&tenant).await;
        let device = devices::application_on_devices(&tenant, &["openid"]).await;
        let begin = || device.call(devices::BEGIN, &[("scope", "openid")]).send();
        for _ in 0..2 {
            let _ = begin().await.expect(200);
        }
        let refused = begin().await.expect(429);
        assert_eq!(
            (refused.json()["error"].as_str(), refused.header("retry-after")),
            (Some("temporarily_unavailable"), "600")
        );
        clock.advance(TimeDelta::seconds(600));
        let _ = begin().await.expect(200);
        assert_eq!(ask(&tenant, "SELECT count(*) FROM device_authorizations").await, 3);
        tenant.server.stop().await;
    }
}

#[tokio::test]
async fn a_request_that_waits_for_its_user_has_a_size() {
    with_clock_on_both(async |tenant, _| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut request = app.request().with("scope", "openid");
        for number in 0..12 {
            request = request.and("resource", &format!("https://{number}.example/{}", "a".repeat(4000)));
        }
        let refused = response(agent(&tenant).get(&request.url()).await);
        assert_eq!(refused.error(&app, &request).0, "invalid_request");
        assert_eq!(ask(&tenant, "SELECT count(*) FROM login_requests").await, 0);
    })
    .await;
}

/// Changes a client so often, with many bytes each time.
async fn change(tenant: &Tenant, id: &str, times: usize) {
    for number in 0..times {
        let mut details = application(&["openid"]);
        details.metadata.texts.description = format!("{number} {}", "a".repeat(8000));
        let acting = Acting::new(&tenant.server.context().store, &tenant.id, Actor::system());
        client::change(&acting, id, details, None).await.unwrap();
    }
}

async fn events(tenant: &Tenant) -> i64 {
    ask(tenant, "SELECT count(*) FROM audit_events").await
}

#[tokio::test]
async fn audit_events_go_by_age_and_by_number_and_no_others_do() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
        let settings = settings.with("audit_retention_days", "30").with("audit_retention_events", "150");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::with_users(&server).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let before = events(&tenant).await;
        clock.advance(TimeDelta::days(20));
        change(&tenant, &app.client.id, 3).await;
        clear_audit_log(server.context()).await;
        assert_eq!(events(&tenant).await, before + 3, "nothing is old enough");
        clock.advance(TimeDelta::days(11));
        clear_audit_log(server.context()).await;
        assert_eq!(events(&tenant).await, 3, "those of the last 30 days");

        // More than two batches, the newest last.
        let more = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) \
             INSERT INTO audit_events (tenant_id, id, at, actor, action, object_type, object_id, request_id) \
             SELECT tenant_id, 'more' || i, at, actor, action, object_type, object_id, request_id FROM audit_events, n \
             WHERE id = (SELECT max(id) FROM audit_events WHERE tenant_id = '{}')",
            tenant.id
        );
        let connection = sea_orm::Database::connect(server.database_url()).await.unwrap();
        assert_eq!(connection.execute_unprepared(&more).await.unwrap().rows_affected(), 4000);
        connection.close().await.unwrap();
        clock.advance(TimeDelta::seconds(1));
        change(&tenant, &app.client.id, 150).await;
        clear_audit_log(server.context()).await;
        assert_eq!(events(&tenant).await, 150);
        let newest = tenant.audit_events().await;
        assert_eq!(newest[0].0, "client.change");
        server.stop().await;
    }
}

#[tokio::test]
async fn the_database_file_gets_smaller_when_what_is_in_it_goes() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let server = TestServer::start(Settings::default().with_clock(&clock)).await;
    let tenant = Tenant::with_users(&server).await;
    let app = RelyingParty::web(&tenant, &["openid"]).await;
    let path = server.data_dir().join("authplane.db");
    let size = || std::fs::metadata(&path).unwrap().len();
    change(&tenant, &app.client.id, 400).await;
    server.context().store.shorten_file().await.unwrap();
    let grown = size();
    assert!(grown > 6_000_000, "{grown}");
    clock.advance(TimeDelta::days(91));
    clear_audit_log(server.context()).await;
    assert_eq!(size(), grown);
    give_back_space(server.context()).await;
    assert!(size() < grown / 2, "{} of {grown}", size());
    let _ = tenant.add_client(DEFAULT, &[]).await;
    let check = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
    assert_eq!(ask(&tenant, check).await, 0);
    server.stop().await;
}

#[tokio::test]
async fn a_file_of_an_earlier_release_gives_space_back_from_the_next_start_on() {
    let folder = Folder::new();
    let url = Database::Sqlite.create(folder.path()).await;
    Earlier::Af4a9f4.fill(Database::Sqlite, &url).await;
    assert_eq!(ask_at(&url, "PRAGMA auto_vacuum").await, 0);
    let key = MasterKeys::from_base64_list(MASTER_KEY).unwrap();
    let store = Store::connect(&url, Environment::system(), key).await.unwrap();
    assert!(!store.gives_back_space().await.unwrap());
    store.migrate().await.unwrap();
    assert!(store.gives_back_space().await.unwrap());
    store.close().await.unwrap();
    assert_eq!(ask_at(&url, "PRAGMA auto_vacuum").await, 2);
}

/// Status of what a user sees who wants to sign in.
async fn sign_in_page(mut agent: UserAgent, app: &RelyingParty) -> u16 {
    agent.get(&app.request().url()).await.page().status
}

#[tokio::test]
async fn what_a_user_did_not_begin_is_not_counted_against_them() {
    for database in Database::tested() {
        let (tenant, _) = narrow(database).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        // One request, and everything that it takes.
        let mut agent = agent(&tenant);
        let _ = app.sign_in(&mut agent, &app.request().with("scope", "openid"), ADA).await;
        let _ = app.sign_in(&mut agent, &app.request().with("scope", "openid").with("prompt", "login"), ADA).await;
        assert_eq!(sign_in_page(agent, &app).await, 429);
        tenant.server.stop().await;
    }
}

#[tokio::test]
async fn what_an_address_begins_at_one_server_counts_at_no_other() {
    for database in Database::tested() {
        let (tenant, _) = narrow(database).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        for _ in 0..2 {
            assert_eq!(sign_in_page(agent(&tenant), &app).await, 200);
        }
        // One of this tenant's, and another tenant's that is called the same.
        let other = things::authorization_server(&tenant).await;
        tenant.set_methods(&other, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let at_other = RelyingParty::register_at(&tenant, &other, application(&["openid"])).await;
        assert_eq!(sign_in_page(agent(&tenant), &at_other).await, 200);
        let neighbour = Tenant::with_users(&tenant.server).await;
        let of_neighbour = RelyingParty::web(&neighbour, &["openid"]).await;
        assert_eq!(sign_in_page(agent(&neighbour), &of_neighbour).await, 200);
        assert_eq!(sign_in_page(agent(&tenant), &app).await, 429);
        tenant.server.stop().await;
    }
}
