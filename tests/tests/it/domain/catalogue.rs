//! Services and scopes: uniqueness, defaults, cascades, what is built in.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, SYSTEM};
use authplane_domain::catalogue::scope::{self, NewScope, ScopeChanges};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::{self, NewService, ServiceChanges};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::cache::Freshness;
use authplane_domain::{Error, Result, Store, Window};

use super::{acting, everything, make_scope, make_service, new_scope, new_service, on_both};

fn refused<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused { code, .. }) => code,
        other => panic!("{other:?}"),
    }
}

fn invalid<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Invalid { field, .. }) => field.into_owned(),
        other => panic!("{other:?}"),
    }
}

fn conflict<T: std::fmt::Debug>(result: Result<T>) -> (&'static str, &'static str) {
    match result {
        Err(Error::Conflict { thing, field, .. }) => (thing, field),
        other => panic!("{other:?}"),
    }
}

fn missing<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::NotFound { thing, .. }) => thing,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_service_has_the_defaults_of_the_dialects() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let new = |id_form| NewService {
            id_form,
            server_id: DEFAULT.to_owned(),
            name: "n".to_owned(),
            ..NewService::default()
        };
        let made = service::create(&acting(store, "t"), new(IdForm::Xid)).await.unwrap();
        assert_eq!((made.id.len(), made.indicator), (20, format!("urn:authplane:service:{}", made.id)));
        assert!(!made.is_default && !made.system && !made.with_specification && made.access_token_ttl.is_none());
        assert_eq!((made.description.as_str(), made.gateway_id), ("", None));
        assert_eq!(service::create(&acting(store, "t"), new(IdForm::Logto)).await.unwrap().id.len(), 21);
        assert_eq!(service::create(&acting(store, "t"), new(IdForm::Uuid)).await.unwrap().id.len(), 36);
    })
    .await;
}

#[tokio::test]
async fn uniqueness_is_the_databases_and_names_the_field() {
    on_both(async |world| {
        world.tenant("t").await;
        world.tenant("u").await;
        let store = &world.store;
        let with_indicator =
            |id: &str, indicator: &str| NewService { indicator: Some(indicator.to_owned()), ..new_service(id) };
        service::create(&acting(store, "t"), with_indicator("a", "https://a.example")).await.unwrap();
        let before = everything(&world).await;
        let again = service::create(&acting(store, "t"), new_service("a")).await;
        assert_eq!(conflict(again), ("service", "id"));
        let again = service::create(&acting(store, "t"), with_indicator("b", "https://a.example")).await;
        assert_eq!(conflict(again), ("service", "indicator"));
        assert_eq!(everything(&world).await, before, "a refused creation leaves nothing, not even an event");
        // Letter by letter, and within the tenant.
        service::create(&acting(store, "t"), with_indicator("b", "https://A.example")).await.unwrap();
        service::create(&acting(store, "u"), with_indicator("a", "https://a.example")).await.unwrap();

        let scope = make_scope(store, "t", "a", "read").await;
        let again = scope::create(&acting(store, "t"), new_scope("a", "read")).await;
        assert_eq!(conflict(again), ("scope", "name"));
        let same_id = NewScope { id: Some(scope.id.clone()), ..new_scope("a", "other") };
        assert_eq!(conflict(scope::create(&acting(store, "t"), same_id).await), ("scope", "id"));
        make_scope(store, "t", "b", "read").await;
        make_scope(store, "t", "a", "Read").await;
        let loose = || NewScope { service_id: None, ..new_scope("", "read") };
        scope::create(&acting(store, "t"), loose()).await.unwrap();
        assert_eq!(conflict(scope::create(&acting(store, "t"), loose()).await), ("scope", "name"));
        let renamed = ScopeChanges { name: Some("Read".to_owned()), ..ScopeChanges::default() };
        assert_eq!(conflict(scope::change(&acting(store, "t"), &scope.id, renamed).await), ("scope", "name"));
    })
    .await;
}

#[tokio::test]
async fn of_many_creations_with_one_indicator_one_wins() {
    on_both(async |world| {
        world.tenant("t").await;
        let replica = world.replica().await;
        let make = |number: usize| {
            let store = if number.is_multiple_of(2) { world.store.clone() } else { replica.clone() };
            async move {
                let new = NewService {
                    indicator: Some("https://one.example".to_owned()),
                    ..new_service(&format!("s{number}"))
                };
                service::create(&acting(&store, "t"), new).await
            }
        };
        let made = futures::future::join_all((0..20).map(make)).await;
        assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 1);
        assert!(made.into_iter().filter(Result::is_err).all(|made| conflict(made) == ("service", "indicator")));
    })
    .await;
}

#[tokio::test]
async fn what_a_field_cannot_hold_is_refused_by_its_name_and_nothing_is_written() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "a").await;
        let before = everything(&world).await;
        let create = async |change: fn(&mut NewService)| {
            let mut new = new_service("x");
            change(&mut new);
            service::create(&acting(store, "t"), new).await
        };
        assert_eq!(invalid(create(|new| new.name = String::new()).await), "name");
        assert_eq!(invalid(create(|new| new.name = " \t".to_owned()).await), "name");
        assert_eq!(invalid(create(|new| new.name = "a\0b".to_owned()).await), "name");
        assert_eq!(invalid(create(|new| new.name = "n".repeat(513)).await), "name");
        assert_eq!(invalid(create(|new| new.description = "\0".to_owned()).await), "description");
        assert_eq!(invalid(create(|new| new.indicator = Some(String::new())).await), "indicator");
        assert_eq!(invalid(create(|new| new.indicator = Some("a\nb".to_owned())).await), "indicator");
        assert_eq!(invalid(create(|new| new.indicator = Some("i".repeat(2049))).await), "indicator");
        assert_eq!(invalid(create(|new| new.access_token_ttl = Some(-1)).await), "access_token_ttl");
        assert_eq!(invalid(create(|new| new.access_token_ttl = Some(i64::MAX)).await), "access_token_ttl");
        assert_eq!(invalid(create(|new| new.gateway_id = Some("a/b".to_owned())).await), "gateway_id");
        for id in ["", ".", "..", "a/b", "a?b", "a#b", "a%b", "a b", "a\0", "\u{85}"] {
            let new = NewService { id: Some(id.to_owned()), ..new_service("x") };
            assert_eq!(invalid(service::create(&acting(store, "t"), new).await), "id", "{id:?}");
            assert!(service::find(store, "t", id).await.unwrap().is_none());
            assert_eq!(missing(service::remove(&acting(store, "t"), id).await), "service");
        }
        assert_eq!(missing(create(|new| new.server_id = "nobody".to_owned()).await), "authorization_server");
        assert_eq!(missing(service::create(&acting(store, "nobody"), new_service("x")).await), "authorization_server");

        for name in ["", " ", "a b", "a\tb", "a\u{a0}b", "a\0"] {
            assert_eq!(invalid(scope::create(&acting(store, "t"), new_scope("a", name)).await), "name", "{name:?}");
        }
        assert_eq!(missing(scope::create(&acting(store, "t"), new_scope("nobody", "s")).await), "service");
        let elsewhere = NewScope { server_id: ADMIN.to_owned(), ..new_scope("a", "s") };
        assert_eq!(missing(scope::create(&acting(store, "t"), elsewhere).await), "service");
        let unknown = NewScope { developer_policy_id: Some("nobody".to_owned()), ..new_scope("a", "s") };
        assert_eq!(invalid(scope::create(&acting(store, "t"), unknown).await), "developer_policy_id");
        let unknown = NewScope { user_policy_id: Some("nobody".to_owned()), ..new_scope("a", "s") };
        assert_eq!(invalid(scope::create(&acting(store, "t"), unknown).await), "user_policy_id");
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_change_touches_what_it_names() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let made = make_service(store, "t", "a").await;
        let changes = ServiceChanges {
            name: Some("renamed".to_owned()),
            access_token_ttl: Some(Some(60)),
            ..ServiceChanges::default()
        };
        let changed = service::change(&acting(store, "t"), "a", changes).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.access_token_ttl), ("renamed", Some(60)));
        assert_eq!((&changed.indicator, changed.created_at), (&made.indicator, made.created_at));
        assert_eq!(*service::find(store, "t", "a").await.unwrap().unwrap(), changed);
        let changes = ServiceChanges { access_token_ttl: Some(None), ..ServiceChanges::default() };
        let changed = service::change(&acting(store, "t"), "a", changes).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.access_token_ttl), ("renamed", None));

        make_service(store, "t", "b").await;
        let scope = make_scope(store, "t", "a", "read").await;
        let moved = ScopeChanges {
            service_id: Some(Some("b".to_owned())),
            description: Some(Some("d".to_owned())),
            developer_policy_id: Some(Some("block".to_owned())),
            ..ScopeChanges::default()
        };
        let moved = scope::change(&acting(store, "t"), &scope.id, moved).await.unwrap();
        assert_eq!((moved.service_id.as_deref(), moved.developer_policy_id.as_deref()), (Some("b"), Some("block")));
        assert_eq!(scope::page_of_service(store, "t", "a", None, None).await.unwrap().total, 0);
        assert_eq!(scope::page_of_service(store, "t", "b", None, None).await.unwrap().items, [moved]);
        let freed = ScopeChanges { service_id: Some(None), description: Some(None), ..ScopeChanges::default() };
        let freed = scope::change(&acting(store, "t"), &scope.id, freed).await.unwrap();
        assert_eq!((freed.service_id, freed.description), (None, None));
        let nowhere = ScopeChanges { service_id: Some(Some("nobody".to_owned())), ..ScopeChanges::default() };
        assert_eq!(missing(scope::change(&acting(store, "t"), &scope.id, nowhere).await), "service");
    })
    .await;
}

#[tokio::test]
async fn a_tenant_has_one_default_service_however_many_ask_at_once() {
    on_both(async |world| {
        world.tenant("t").await;
        let replica = world.replica().await;
        for number in 0..6 {
            make_service(&world.store, "t", &format!("s{number}")).await;
        }
        let set = |number: usize| {
            let store = if number.is_multiple_of(2) { world.store.clone() } else { replica.clone() };
            async move { service::set_default(&acting(&store, "t"), &format!("s{number}"), true).await }
        };
        for done in futures::future::join_all((0..6).map(set)).await {
            assert!(done.unwrap().is_default);
        }
        let fresh = world.replica().await;
        let services = service::list_of_server(&fresh, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        let defaults: Vec<_> =
            services.items.iter().filter(|item| item.is_default).map(|item| item.id.clone()).collect();
        assert_eq!(defaults.len(), 1);
        let default = service::default_of_tenant(&fresh, Freshness::Exact, "t").await.unwrap().unwrap();
        assert_eq!(default.id, defaults[0]);
        // Clearing another one's row changes nothing; clearing its own leaves none.
        let other = services.items.iter().find(|item| !item.is_default && !item.system).unwrap();
        service::set_default(&acting(&fresh, "t"), &other.id, false).await.unwrap();
        assert!(service::default_of_tenant(&fresh, Freshness::Exact, "t").await.unwrap().is_some());
        service::set_default(&acting(&fresh, "t"), &default.id, false).await.unwrap();
        assert!(service::default_of_tenant(&fresh, Freshness::Exact, "t").await.unwrap().is_none());
        // Built-in ones too.
        let made = service::set_default(&acting(&fresh, "t"), service::MANAGEMENT_API, true).await.unwrap();
        assert!(made.is_default);
    })
    .await;
}

#[tokio::test]
async fn a_removed_service_takes_its_scopes_and_these_their_assignments_along() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "a").await;
        make_service(store, "t", "b").await;
        let gone = make_scope(store, "t", "a", "read").await;
        make_scope(store, "t", "b", "write").await;
        let details = ClientDetails { scopes: vec!["read".to_owned(), "write".to_owned()], ..ClientDetails::default() };
        let new =
            NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
        assert_eq!(client::create(&acting(store, "t"), new).await.unwrap().scopes, ["read", "write"]);
        let allowed = async |store: &Store| -> Vec<String> {
            let found = client::credentials(store, "t", None, "app").await.unwrap().unwrap();
            found.scopes.iter().map(|scope| scope.name.clone()).collect()
        };
        assert_eq!(allowed(store).await, ["read", "write"]);
        service::remove(&acting(store, "t"), "a").await.unwrap();
        assert!(scope::find(store, "t", &gone.id).await.unwrap().is_none());
        assert_eq!(client::find(store, "t", "app").await.unwrap().unwrap().scopes, ["write"]);
        assert_eq!(allowed(store).await, ["write"], "also in what the token endpoint has cached");
        assert_eq!(missing(service::remove(&acting(store, "t"), "a").await), "service");
        assert_eq!(missing(scope::remove(&acting(store, "t"), &gone.id).await), "scope");
        let of_server = scope::list_of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert!(of_server.iter().all(|entry| entry.scope.name != "read"));
    })
    .await;
}

#[tokio::test]
async fn what_is_built_in_stays_as_it_is() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "a").await;
        let before = everything(&world).await;
        let named = || ServiceChanges { name: Some("mine".to_owned()), ..ServiceChanges::default() };
        for (id, code) in [
            (service::MANAGEMENT_API, "management_api"),
            (service::LOCAL_USER_STORE, "built_in"),
            (service::CONTROL_PLANE, "built_in"),
        ] {
            assert_eq!(refused(service::change(&acting(store, "t"), id, named()).await), code, "{id}");
            assert_eq!(refused(service::remove(&acting(store, "t"), id).await), code, "{id}");
            let server_id = if id == service::CONTROL_PLANE { ADMIN } else { DEFAULT }.to_owned();
            let new = NewScope { server_id, ..new_scope(id, "mine") };
            assert_eq!(refused(scope::create(&acting(store, "t"), new).await), code, "{id}");
        }
        let management = scope::page_of_service(store, "t", service::MANAGEMENT_API, None, None).await.unwrap();
        let all = management.items.iter().find(|scope| scope.name == "all").unwrap().id.as_str();
        let described = || ScopeChanges { description: Some(Some("d".to_owned())), ..ScopeChanges::default() };
        assert_eq!(refused(scope::change(&acting(store, "t"), all, described()).await), "management_api");
        assert_eq!(refused(scope::remove(&acting(store, "t"), all).await), "management_api");
        // Of another built-in service the texts may change, the name and the place not.
        let scopes = scope::list_of_server(store, ServerKey { tenant: "t", id: SYSTEM }).await.unwrap();
        let email = &scopes.iter().find(|entry| entry.scope.name == "email").unwrap().scope.id;
        let renamed = ScopeChanges { name: Some("mail".to_owned()), ..ScopeChanges::default() };
        assert_eq!(refused(scope::change(&acting(store, "t"), email, renamed).await), "built_in");
        assert_eq!(refused(scope::remove(&acting(store, "t"), email).await), "built_in");
        let moved = ScopeChanges { service_id: Some(None), ..ScopeChanges::default() };
        assert_eq!(refused(scope::change(&acting(store, "t"), email, moved).await), "built_in");
        assert_eq!(everything(&world).await, before);
        scope::change(&acting(store, "t"), email, described()).await.unwrap();
        // Nobody moves a scope of his own into the control surface.
        let own = make_scope(store, "t", "a", "own").await;
        for id in [service::MANAGEMENT_API, service::LOCAL_USER_STORE] {
            let moved = ScopeChanges { service_id: Some(Some(id.to_owned())), ..ScopeChanges::default() };
            refused(scope::change(&acting(store, "t"), &own.id, moved).await);
        }
        // A resource that is only named like a management API is protected as Logto protects its own.
        let named = NewService { indicator: Some("https://x.logto.app/api".to_owned()), ..new_service("x") };
        service::create(&acting(store, "t"), named).await.unwrap();
        assert_eq!(refused(service::remove(&acting(store, "t"), "x").await), "management_api");
    })
    .await;
}

#[tokio::test]
async fn lists_are_in_creation_order_also_under_a_clock_that_stands_and_pages_cover_them() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let names: Vec<String> = (0..23).map(|number| format!("s{:02}", (number * 7) % 23)).collect();
        for name in &names {
            make_service(store, "t", name).await;
            make_scope(store, "t", &names[0], name).await;
        }
        let all = service::list_of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        let own: Vec<_> = all.items.iter().filter(|item| !item.system).map(|item| item.id.clone()).collect();
        assert_eq!(own, names);
        // Of the built-in ones only the management API is a resource.
        let whole = service::page(store, ServerKey { tenant: "t", id: DEFAULT }, None).await.unwrap();
        let ids: Vec<_> = whole.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids[0], service::MANAGEMENT_API);
        assert_eq!(ids[1..], names);
        for size in [1, 5, 24, 100] {
            let mut seen = Vec::new();
            for page in 0.. {
                let window = Window { limit: size, offset: page * size };
                let page = service::page(store, ServerKey { tenant: "t", id: DEFAULT }, Some(window)).await.unwrap();
                assert_eq!(page.total, whole.total, "also past the end");
                let with_scopes =
                    service::page_with_scopes(store, ServerKey { tenant: "t", id: DEFAULT }, Some(window))
                        .await
                        .unwrap();
                let services: Vec<_> = with_scopes.items.iter().map(|item| item.service.clone()).collect();
                assert_eq!((services, with_scopes.total), (page.items.clone(), page.total));
                if page.items.is_empty() {
                    break;
                }
                seen.extend(page.items.iter().cloned());
            }
            assert_eq!(seen, whole.items, "pages of {size}");
        }
        let first = service::page_with_scopes(store, ServerKey { tenant: "t", id: DEFAULT }, None).await.unwrap();
        let scopes = &first.items.iter().find(|item| item.service.id == names[0]).unwrap().scopes;
        assert_eq!(scopes.iter().map(|scope| scope.name.clone()).collect::<Vec<_>>(), names);
        for window in [Window { limit: 0, offset: 0 }, Window { limit: u64::MAX, offset: u64::MAX }] {
            let page = service::page(store, ServerKey { tenant: "t", id: DEFAULT }, Some(window)).await.unwrap();
            assert_eq!((page.items.len(), page.total), (0, whole.total));
        }
        assert!(
            service::list_of_server(store, ServerKey { tenant: "t", id: "nobody" }).await.unwrap().items.is_empty()
        );
    })
    .await;
}
