//! The cache never answers with what a commit has made untrue.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use authplane_domain::catalogue::api::{self, ApiDetails};
use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_domain::catalogue::gateway::{self, GatewayTexts};
use authplane_domain::catalogue::policy::Rules;
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::{self, NewService, ServiceChanges};
use authplane_domain::catalogue::{claim, policy};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::clients::{api_client, role};
use authplane_domain::installation::tenant;
use authplane_domain::sign_in::user;
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_domain::tokens::signing_key::{self, Rotation};
use authplane_domain::{Error, Store, Window};
use authplane_tests::Database;
use chrono::TimeDelta;

use super::furnished::{Furnished, SHOP, cached, claim_details, furnish};
use super::{World, acting, actor, everything, make_service, new_service, on_both, schema, tamper};

async fn rename(store: &Store, number: u64) {
    let changes = ServiceChanges { name: Some(number.to_string()), ..ServiceChanges::default() };
    service::change(&acting(store, "t"), "api", changes).await.unwrap();
}

fn number(service: &service::Service) -> u64 {
    service.name.parse().unwrap()
}

/// Every way to read the row, each cached for itself.
async fn read(store: &Store, way: usize) -> u64 {
    let window = Some(Window { limit: 100, offset: 0 });
    let of_page = |items: &[service::Service]| number(items.iter().find(|item| item.id == "api").unwrap());
    match way {
        0 => number(&service::find(store, "t", "api").await.unwrap().unwrap()),
        1 => of_page(&service::list_of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap().items),
        2 => of_page(&service::page(store, ServerKey { tenant: "t", id: DEFAULT }, window).await.unwrap().items),
        _ => {
            let page = service::page_with_scopes(store, ServerKey { tenant: "t", id: DEFAULT }, window).await.unwrap();
            of_page(&page.items.iter().map(|item| item.service.clone()).collect::<Vec<_>>())
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_readers_never_see_less_than_what_was_committed_before_they_asked() {
    on_both(async |world| {
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        rename(&world.store, 0).await;
        let committed = Arc::new(AtomicU64::new(0));
        let done = Arc::new(AtomicBool::new(false));
        let readers: Vec<_> = (0..8)
            .map(|reader| {
                let (store, committed, done) = (world.store.clone(), Arc::clone(&committed), Arc::clone(&done));
                tokio::spawn(async move {
                    let mut reads = 0_u64;
                    while !done.load(Ordering::Acquire) {
                        let before = committed.load(Ordering::Acquire);
                        let seen = read(&store, reader % 4).await;
                        assert!(seen >= before, "reader {reader} saw {seen} after {before} was committed");
                        reads += 1;
                        tokio::task::yield_now().await;
                    }
                    reads
                })
            })
            .collect();
        for number in 1..=60 {
            rename(&world.store, number).await;
            committed.store(number, Ordering::Release);
        }
        done.store(true, Ordering::Release);
        for reader in readers {
            assert!(reader.await.unwrap() > 0);
        }
        for way in 0..4 {
            assert_eq!(read(&world.store, way).await, 60);
        }
    })
    .await;
}

/// Changes a row of a table: more than once where what hangs on it is cached too. `false` where nothing of it is.
pub(super) async fn change_a_row(table: &str, world: &World, made: &Furnished) -> bool {
    let store = &world.store;
    match table {
        "authorization_servers" => {
            let details = ServerDetails { name: "Renamed".to_owned(), ..ServerDetails::default() };
            let changes = ServerChanges { details, ..ServerChanges::default() };
            authorization_server::change(&acting(store, "t"), SHOP, changes).await.unwrap();
        }
        "services" => {
            let changes = ServiceChanges { name: Some("renamed".to_owned()), ..ServiceChanges::default() };
            service::change(&acting(store, "t"), "orders", changes).await.unwrap();
        }
        "gateways" => {
            let texts = GatewayTexts { name: "renamed".to_owned(), ..GatewayTexts::default() };
            gateway::change(&acting(store, "t"), &made.gateway.id, texts).await.unwrap();
        }
        "scopes" => {
            let changes = ScopeChanges { name: Some("renamed".to_owned()), ..ScopeChanges::default() };
            scope::change(&acting(store, "t"), &made.scope.id, changes).await.unwrap();
        }
        "clients" | "client_scopes" => {
            let details = ClientDetails { scopes: vec![], ..ClientDetails::default() };
            client::change(&acting(store, "t"), "app", details, None).await.unwrap();
        }
        "roles" | "role_scopes" => {
            role::remove_scope(&acting(store, "t"), &made.role.id, &made.scope.id).await.unwrap();
        }
        "client_roles" => {
            client::set_roles(&acting(store, "t"), "machine", &[]).await.unwrap();
        }
        "users" => {
            user::suspend(&acting(store, "t"), &made.user.id, true, 60).await.unwrap();
        }
        "client_secrets" => {
            client::rotate_secret(&acting(store, "t"), "app", None).await.unwrap();
        }
        "api_clients" => {
            api_client::change(&acting(store, "t"), &made.robot.id, "renamed".to_owned(), vec![]).await.unwrap();
        }
        "claims" => {
            claim::change(&acting(store, "t"), &made.claim.id, claim_details("renamed")).await.unwrap();
        }
        "apis" | "data_classifications" => {
            let details = ApiDetails { policy_id: Some("strict".to_owned()), data_classifications: vec![] };
            api::change(&acting(store, "t"), &made.api.id, details).await.unwrap();
        }
        "policies" => {
            policy::change(&acting(store, "t"), "strict", "Renamed".to_owned(), Rules::Validators(vec![]))
                .await
                .unwrap();
        }
        "signing_keys" => {
            let (interval, overlap) = (TimeDelta::days(90), TimeDelta::days(1));
            let rotation = Rotation { interval, publish_ahead: overlap, overlap };
            world.clock.advance(interval);
            assert!(
                signing_key::ensure_rotated(store, ServerKey { tenant: "t", id: DEFAULT }, &rotation).await.unwrap()
            );
        }
        // What is cached of a grant never changes; of the others nothing is.
        "attempts"
        | "audit_events"
        | "authorization_grants"
        | "consents"
        | "consent_actions"
        | "consent_grants"
        | "removed_consents"
        | "consents_of_actions"
        | "device_authorizations"
        | "generations"
        | "idempotent_answers"
        | "installation"
        | "ledger_events"
        | "ledger_heads"
        | "ledger_keys"
        | "ledger_subjects"
        | "login_requests"
        | "revoked_tokens"
        | "privacy_consents"
        | "scope_grants"
        | "seaql_migrations"
        | "session_clients"
        | "sessions"
        | "imported"
        | "specification_policies"
        | "tenant_keys"
        | "tenants"
        | "used_assertions" => return false,
        other => panic!("nothing here says what is cached of {other:?}"),
    }
    true
}

/// Removes a row of a table that others hang on, as the last thing that happens to it.
pub(super) async fn remove_a_row(table: &str, store: &Store, made: &Furnished) {
    match table {
        "authorization_servers" => authorization_server::remove(&acting(store, "t"), SHOP).await.unwrap(),
        "services" => service::remove(&acting(store, "t"), "orders").await.unwrap(),
        "gateways" => gateway::remove(&acting(store, "t"), &made.gateway.id).await.unwrap(),
        "scopes" => scope::remove(&acting(store, "t"), &made.scope.id).await.unwrap(),
        "clients" => client::remove(&acting(store, "t"), "till").await.unwrap(),
        "roles" => role::remove(&acting(store, "t"), &made.role.id).await.unwrap(),
        "api_clients" => api_client::remove(&acting(store, "t"), &made.robot.id).await.unwrap(),
        "apis" => api::remove(&acting(store, "t"), &made.api.id).await.unwrap(),
        "claims" => claim::remove(&acting(store, "t"), &made.claim.id).await.unwrap(),
        "policies" => policy::remove(&acting(store, "t"), "strict").await.unwrap(),
        "users" => {
            user::remove(&acting(store, "t"), &made.user.id, 60).await.unwrap();
        }
        "tenants" => tenant::remove(store, &actor(), "t").await.unwrap(),
        _ => {}
    }
}

#[tokio::test]
async fn a_change_of_any_row_ends_whatever_was_cached_of_it() {
    for database in Database::tested() {
        for table in schema(&World::new(database).await).await.into_keys() {
            let world = World::new(database).await;
            let made = furnish(&world, "t").await;
            let store = &world.store;
            store.start_listener();
            // One that keeps what it has read, and is told of nothing: what it asks for exactly is right all the same.
            let deaf = match database {
                Database::Postgres => Some(world.replica().await),
                Database::Sqlite => None,
            };
            // Another store has nothing in its cache.
            let agree = async |what: &str, before: &[(&str, String)]| {
                let replica = world.replica().await;
                let (found, expected) = (cached(store, "t", &made).await, cached(&replica, "t", &made).await);
                for (found, expected) in found.iter().zip(&expected) {
                    assert_eq!(found, expected, "{what} a row of {table}");
                }
                if let Some(deaf) = &deaf {
                    for (found, expected) in cached(deaf, "t", &made).await.iter().zip(&expected) {
                        assert_eq!(found, expected, "{what} a row of {table}, on a replica that is told of nothing");
                    }
                }
                replica.close().await.unwrap();
                assert_ne!(found, before, "{what} a row of {table}: it changes nothing that is read");
                found
            };
            let mut before = cached(store, "t", &made).await;
            if let Some(deaf) = &deaf {
                cached(deaf, "t", &made).await;
            }
            if change_a_row(&table, &world, &made).await {
                before = agree("changed", &before).await;
            }
            let events = everything(&world).await;
            remove_a_row(&table, store, &made).await;
            if everything(&world).await != events {
                agree("removed", &before).await;
            }
        }
    }
}

#[tokio::test]
async fn a_value_is_loaded_once_and_again_after_a_change_of_what_it_is_made_of() {
    on_both(async |world| {
        const KIND: Kind<u64> = Kind::new(Area::CATALOGUE);
        world.tenant("t").await;
        world.tenant("u").await;
        make_service(&world.store, "t", "api").await;
        let store = &world.store;
        store.start_listener();
        let loads = AtomicU64::new(0);
        let load = || async { Ok(loads.fetch_add(1, Ordering::SeqCst)) };
        // PostgreSQL's listener makes everything stale until it listens: wait until two reads in a row agree.
        let settled = async || loop {
            let one = store.cached(Freshness::Notified, "t", KIND, "k", load).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            if *one == *store.cached(Freshness::Notified, "t", KIND, "k", load).await.unwrap() {
                break *one;
            }
        };
        let first = settled().await;
        rename(store, 1).await;
        let second = *store.cached(Freshness::Notified, "t", KIND, "k", load).await.unwrap();
        assert!(second > first, "a commit of its area");
        let settled = settled().await;
        authplane_domain::clients::api_client::create(&acting(store, "t"), "r".to_owned(), vec![]).await.unwrap();
        let same = *store.cached(Freshness::Notified, "t", KIND, "k", load).await.unwrap();
        assert_eq!(same, settled, "not one of another area");
        let other_key = *store.cached(Freshness::Notified, "t", KIND, "k2", load).await.unwrap();
        assert_ne!(other_key, same);
    })
    .await;
}

/// A page is asked for as often as anything, and dear to make. Whoever asks exactly gets what was made before as long as nobody, on any replica, has changed a
/// row that it could be made of.
#[tokio::test]
async fn what_many_rows_make_is_made_once_and_again_after_a_change_by_any_replica() {
    on_both(async |world| {
        const MANY: Kind<u64> = Kind::new(Area::CATALOGUE).weighing(|_| 1);
        world.tenant("t").await;
        world.tenant("u").await;
        make_service(&world.store, "t", "api").await;
        let store = &world.store;
        let other = match world.database {
            // It belongs to one process.
            Database::Sqlite => store.clone(),
            Database::Postgres => world.replica().await,
        };
        let loads = AtomicU64::new(0);
        let load = || async { Ok(loads.fetch_add(1, Ordering::SeqCst)) };
        let ask = async || *store.cached(Freshness::Exact, "t", MANY, "k", load).await.unwrap();
        let first = ask().await;
        assert_eq!(ask().await, first);
        api_client::create(&acting(&other, "t"), "r".to_owned(), vec![]).await.unwrap();
        assert_eq!(ask().await, first, "nothing of another area");
        make_service(&other, "u", "api").await;
        assert_eq!(ask().await, first, "nothing of another tenant");
        let seen = std::cell::Cell::new(first);
        let made_anew = async |why: &str| {
            let again = ask().await;
            assert!(again > seen.replace(again), "{why}");
            assert_eq!(ask().await, again, "{why}");
        };
        rename(&other, 1).await;
        made_anew("a change").await;
        make_service(&other, "t", "another").await;
        made_anew("a creation").await;
        service::remove(&acting(&other, "t"), "another").await.unwrap();
        made_anew("a removal").await;
        tenant::remove(&other, &actor(), "t").await.unwrap();
        world.tenant("t").await;
        made_anew("another tenant of this name").await;
    })
    .await;
}

/// Two transactions that write the same areas in another order, again and again: neither waits for what the other one will want.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_change_the_same_areas_at_once_never_stand_in_each_others_way() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::new(Database::Postgres).await;
    world.tenant("t").await;
    let writers = (0..8).map(|writer| {
        let store = world.store.clone();
        tokio::spawn(async move {
            for number in 0..10 {
                let id = format!("s-{writer}-{number}");
                make_service(&store, "t", &id).await;
                let client =
                    NewClient { id: Some(format!("c-{id}")), server_id: DEFAULT.to_owned(), ..NewClient::default() };
                client::create(&acting(&store, "t"), client).await.unwrap();
                service::remove(&acting(&store, "t"), &id).await.unwrap();
            }
        })
    });
    for writer in futures::future::join_all(writers).await {
        writer.unwrap();
    }
    let services = service::list_of_server(&world.store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
    assert!(services.items.iter().all(|service| service.system), "{services:?}");
}

#[tokio::test]
async fn keys_of_different_tenants_kinds_and_ids_never_collide() {
    on_both(async |world| {
        const ONE: Kind<String> = Kind::new(Area::CATALOGUE);
        const TWO: Kind<String> = Kind::new(Area::CATALOGUE);
        let store = &world.store;
        // Cut at any other place they would be the same text.
        let parts = [("a", "bc"), ("ab", "c"), ("abc", ""), ("", "abc"), ("a b", "c"), ("a", "b c")];
        for _ in 0..2 {
            for (tenant, id) in parts {
                for (kind, name) in [(ONE, "one"), (TWO, "two")] {
                    let expected = format!("{tenant}|{name}|{id}");
                    let load = || async { Ok(format!("{tenant}|{name}|{id}")) };
                    let value = store.cached(Freshness::Notified, tenant, kind, id, load).await.unwrap();
                    assert_eq!(*value, expected);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn errors_are_not_kept() {
    on_both(async |world| {
        const KIND: Kind<u8> = Kind::new(Area::CATALOGUE);
        let store = &world.store;
        let failed =
            store.cached(Freshness::Notified, "t", KIND, "k", || async { Err(Error::Unavailable("gone".to_owned())) });
        assert!(failed.await.is_err());
        let found = store.cached(Freshness::Notified, "t", KIND, "k", || async { Ok(1) }).await.unwrap();
        assert_eq!(*found, 1);
    })
    .await;
}

#[tokio::test]
async fn absence_is_kept_until_a_commit_and_never_asked_exactly() {
    on_both(async |world| {
        const KIND: Kind<u8> = Kind::new(Area::CATALOGUE);
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        let store = &world.store;
        let loads = AtomicU64::new(0);
        let load = || async {
            loads.fetch_add(1, Ordering::SeqCst);
            Ok(None)
        };
        let ask = async |freshness| {
            let before = loads.load(Ordering::SeqCst);
            assert_eq!(store.cached_option(freshness, "t", KIND, "k", load).await.unwrap(), None);
            loads.load(Ordering::SeqCst) > before
        };
        ask(Freshness::Exact).await;
        let asked_again = ask(Freshness::Exact).await;
        assert_eq!(asked_again, world.database == Database::Postgres, "other replicas may have made it since");
        store.start_listener();
        let mut waited = 0;
        while ask(Freshness::Notified).await {
            waited += 1;
            assert!(waited < 1000, "absence is never kept");
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        rename(store, 1).await;
        let found = store.cached_option(Freshness::Notified, "t", KIND, "k", || async { Ok(Some(1)) }).await.unwrap();
        assert_eq!(found.as_deref(), Some(&1), "a commit may have made it");
    })
    .await;
}

#[tokio::test]
async fn a_flood_of_questions_for_what_is_not_there_displaces_no_value_and_is_forgotten() {
    /// As many as the cache holds.
    const OLD: u64 = 10_000;
    const NEW: u64 = 20;
    const FLOOD: u64 = 1_000;
    const KIND: Kind<u64> = Kind::new(Area::CATALOGUE);
    // The cache is the same in front of both databases; in front of SQLite it holds without a listener.
    let world = World::new(Database::Sqlite).await;
    let store = &world.store;
    let loads = AtomicU64::new(0);
    let ask = async |id: String, value: Option<u64>| {
        let load = || async {
            loads.fetch_add(1, Ordering::SeqCst);
            Ok(value)
        };
        let found = store.cached_option(Freshness::Notified, "t", KIND, &id, load).await.unwrap();
        assert_eq!(found.as_deref().copied(), value);
    };
    for number in 0..OLD {
        ask(number.to_string(), Some(number)).await;
    }
    // What comes into a full cache must prove itself there before it displaces anything: the weakest that a flood can meet.
    for number in OLD..OLD + NEW {
        ask(number.to_string(), Some(number)).await;
        for unknown in 0..FLOOD {
            ask(format!("unknown-{number}-{unknown}"), None).await;
        }
        loads.store(0, Ordering::SeqCst);
        ask(number.to_string(), Some(number)).await;
        assert_eq!(loads.load(Ordering::SeqCst), 0, "a value was displaced");
    }
    for number in OLD..OLD + NEW {
        for unknown in 0..FLOOD {
            ask(format!("unknown-{number}-{unknown}"), None).await;
        }
    }
    assert!(loads.load(Ordering::SeqCst) > NEW * FLOOD / 2, "the absences fill more memory than they may");
}

#[tokio::test]
async fn a_load_that_a_commit_overtakes_is_not_kept() {
    on_both(async |world| {
        const KIND: Kind<u8> = Kind::new(Area::CATALOGUE);
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        let store = &world.store;
        store.start_listener();
        let old = store.cached(Freshness::Notified, "t", KIND, "k", || async {
            rename(store, 1).await;
            Ok(1)
        });
        assert_eq!(*old.await.unwrap(), 1);
        let new = store.cached(Freshness::Notified, "t", KIND, "k", || async { Ok(2) }).await.unwrap();
        assert_eq!(*new, 2);
    })
    .await;
}

#[tokio::test]
async fn what_one_replica_commits_reaches_another_within_the_bound() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let world = World::new(Database::Postgres).await;
    world.tenant("t").await;
    let indicator = make_service(&world.store, "t", "api").await.indicator;
    let replica = world.replica().await;
    replica.start_listener();
    let find = async || service::find_by_indicator(&replica, Freshness::Notified, "t", &indicator).await.unwrap();
    assert!(find().await.is_some());
    for version in 1..=3 {
        rename(&world.store, version).await;
        assert_eq!(number(&service::find(&replica, "t", "api").await.unwrap().unwrap()), version, "exact reads ask");
        // Not a measurement: it only has to come, and the bound is two seconds.
        let mut waited = 0;
        while find().await.unwrap().name != version.to_string() {
            waited += 1;
            assert!(waited < 1000, "the notification never came");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
    service::remove(&acting(&world.store, "t"), "api").await.unwrap();
    let mut waited = 0;
    while find().await.is_some() {
        waited += 1;
        assert!(waited < 1000, "a removed thing was resurrected");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// Two that are made at once, a client and a service with its id as indicator, know nothing of each other. What is known of the client must not outlive that.
#[tokio::test]
async fn a_service_that_could_be_called_like_a_client_ends_what_is_known_of_clients() {
    // PostgreSQL's listener makes everything stale at moments of its own.
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let store = &world.store;
    let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
    client::create(&acting(store, "t"), new).await.unwrap();
    let is_known = async || client::credentials(store, "t", None, "app").await.unwrap().is_some();
    assert!(is_known().await);
    // Unseen by the cache, as what another request does at this moment.
    tamper(&world, "DELETE FROM clients WHERE id = 'app'").await;
    let service = |id: &str, indicator: &str| NewService { indicator: Some(indicator.to_owned()), ..new_service(id) };
    service::create(&acting(store, "t"), service("far", "https://far.example")).await.unwrap();
    assert!(is_known().await, "no client is called so");
    service::create(&acting(store, "t"), service("near", "app")).await.unwrap();
    assert!(!is_known().await);
}

/// That a client isn't there is kept as well, also by who tries ids of clients to come.
#[tokio::test]
async fn a_client_is_known_once_it_is_made_whoever_asked_for_it_before() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let store = &world.store;
    let is_known = async || client::credentials(store, "t", None, "late").await.unwrap().is_some();
    for _ in 0..2 {
        assert!(!is_known().await);
    }
    for (id, known) in [("another", false), ("late", true)] {
        let new = NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(&acting(store, "t"), new).await.unwrap();
        assert_eq!(is_known().await, known, "{id} is made");
    }
    // Without an id of its own it is made another way.
    let made = NewClient { server_id: DEFAULT.to_owned(), ..NewClient::default() };
    let made = client::create(&acting(store, "t"), made).await.unwrap();
    assert!(client::credentials(store, "t", None, &made.id).await.unwrap().is_some());
}
