//! Nothing of one tenant is found, changed, or touched through another.

use authplane_domain::catalogue::authorization_server::{self, ADMIN, DEFAULT, SYSTEM};
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::catalogue::{claim, policy};
use authplane_domain::clients::api_client::{self, Listing, SortKey};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::clients::role;
use authplane_domain::installation::audit;
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::{assertion, revoked_token, signing_key};
use authplane_domain::{Error, Window};

use super::{actor, everything, make_scope, make_service, new_scope, new_service, on_both};

fn is_not_found<T>(result: &authplane_domain::Result<T>) -> bool {
    matches!(result, Err(Error::NotFound { .. }))
}

#[tokio::test]
async fn every_finder_keeps_to_its_tenant() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        let service = make_service(store, "a", "orders").await;
        let scope = make_scope(store, "a", "orders", "read").await;
        let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(store, "a", &actor(), new).await.unwrap();
        let api_client = api_client::create(store, "a", &actor(), "robot".to_owned(), vec![]).await.unwrap();
        service::set_default(store, "a", &actor(), "orders", true).await.unwrap();

        // Twice: what the first lookup cached for one tenant must not answer for the other.
        for _ in 0..2 {
            assert!(service::find(store, "a", "orders").await.unwrap().is_some());
            assert!(service::find(store, "b", "orders").await.unwrap().is_none());
            for freshness in [Freshness::Exact, Freshness::Notified] {
                let found = service::find_by_indicator(store, freshness, "b", &service.indicator).await.unwrap();
                assert!(found.is_none());
                assert!(service::default_of_tenant(store, freshness, "b").await.unwrap().is_none());
            }
            let services = service::list_of_server(store, "b", DEFAULT).await.unwrap();
            assert!(services.items.iter().all(|item| item.tenant_id == "b" && item.id != "orders"));
            assert!(scope::find(store, "b", &scope.id).await.unwrap().is_none());
            let scopes = scope::page_of_service(store, "b", "orders", None, None).await.unwrap();
            assert_eq!((scopes.items.len(), scopes.total), (0, 0));
            let by_name = scope::of_server_by_name(store, "b", DEFAULT, &["read"]).await.unwrap();
            assert!(!by_name.contains_key("read"));
            let of_server = scope::list_of_server(store, "b", DEFAULT).await.unwrap();
            assert!(of_server.iter().all(|entry| entry.scope.tenant_id == "b"));
            assert!(client::find(store, "b", "app").await.unwrap().is_none());
            assert!(client::credentials(store, "b", None, "app").await.unwrap().is_none());
            let clients = client::list_of_server(store, "b", DEFAULT).await.unwrap();
            assert!(clients.iter().all(|client| client.tenant_id == "b"));
            assert!(api_client::find(store, "b", &api_client.id).await.unwrap().is_none());
            assert!(api_client::credentials(store, "b", &api_client.id).await.unwrap().is_none());
            let window = Window { limit: 50, offset: 0 };
            let listing = Listing { window, sort: SortKey::Name, descending: false, keywords: String::new() };
            assert_eq!(api_client::page(store, "b", &listing).await.unwrap().total, 0);
            assert_eq!(api_client::page(store, "a", &listing).await.unwrap().total, 1);
            let roles = role::list(store, Freshness::Exact, "b").await.unwrap();
            assert!(roles.iter().all(|role| role.tenant_id == "b"));
            let claims = claim::list_of_server(store, Freshness::Exact, "b", DEFAULT).await.unwrap();
            assert!(claims.iter().all(|claim| claim.tenant_id == "b"));
            assert!(policy::list(store, "b").await.unwrap().iter().all(|policy| policy.tenant_id == "b"));
            let servers = authorization_server::list(store, "b").await.unwrap();
            assert!(servers.iter().all(|server| server.tenant_id == "b"));
            let kid = |tenant: &'static str| async move {
                let ring = signing_key::published(store, tenant, DEFAULT).await.unwrap();
                ring.signing(store.now()).unwrap().id.clone()
            };
            assert_ne!(kid("a").await, kid("b").await);
            let events = audit::list(store, "b", 1000).await.unwrap();
            assert!(events.iter().all(|event| event.tenant_id == "b"));
        }
        assert_eq!(tenant::of_client(store, "app", "b").await.unwrap().as_deref(), Some("a"));
    })
    .await;
}

#[tokio::test]
async fn no_change_reaches_into_another_tenant() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        make_service(store, "a", "orders").await;
        let scope = make_scope(store, "a", "orders", "read").await;
        let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(store, "a", &actor(), new).await.unwrap();
        let robot = api_client::create(store, "a", &actor(), "robot".to_owned(), vec![]).await.unwrap();
        let before = everything(&world).await;

        let actor = actor();
        let named = ServiceChanges { name: Some("mine".to_owned()), ..ServiceChanges::default() };
        assert!(is_not_found(&service::change(store, "b", &actor, "orders", named).await));
        assert!(is_not_found(&service::set_default(store, "b", &actor, "orders", true).await));
        assert!(is_not_found(&service::remove(store, "b", &actor, "orders").await));
        let named = ScopeChanges { name: Some("mine".to_owned()), ..ScopeChanges::default() };
        assert!(is_not_found(&scope::change(store, "b", &actor, &scope.id, named).await));
        assert!(is_not_found(&scope::remove(store, "b", &actor, &scope.id).await));
        assert!(is_not_found(&scope::create(store, "b", &actor, new_scope("orders", "write")).await));
        let details = ClientDetails::default();
        assert!(is_not_found(&client::change(store, "b", &actor, "app", details, None).await));
        assert!(is_not_found(&client::set_secret(store, "b", &actor, "app", None).await));
        assert!(is_not_found(&client::remove(store, "b", &actor, "app").await));
        assert!(is_not_found(&api_client::change(store, "b", &actor, &robot.id, "x".to_owned(), vec![]).await));
        assert!(is_not_found(&api_client::remove(store, "b", &actor, &robot.id).await));
        // A scope of the one isn't a scope that a client of the other can have.
        let details = ClientDetails { scopes: vec!["read".to_owned()], ..ClientDetails::default() };
        let new = NewClient { server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
        assert!(matches!(client::create(store, "b", &actor, new).await, Err(Error::Invalid { field, .. }) if field == "scopes"));
        assert_eq!(everything(&world).await, before, "and nothing was written");
    })
    .await;
}

#[tokio::test]
async fn the_same_id_lives_in_two_tenants_and_is_gone_from_one() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        for tenant in ["a", "b"] {
            make_service(store, tenant, "orders").await;
            make_scope(store, tenant, "orders", tenant).await;
        }
        service::remove(store, "a", &actor(), "orders").await.unwrap();
        assert!(service::find(store, "a", "orders").await.unwrap().is_none());
        assert!(service::find(store, "b", "orders").await.unwrap().is_some());
        assert_eq!(scope::page_of_service(store, "b", "orders", None, None).await.unwrap().total, 1);
        // Made again, it inherits nothing.
        make_service(store, "a", "orders").await;
        assert_eq!(scope::page_of_service(store, "a", "orders", None, None).await.unwrap().total, 0);
    })
    .await;
}

#[tokio::test]
async fn a_removed_tenant_is_gone_with_everything_but_its_audit_events() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        let indicator = make_service(store, "a", "orders").await.indicator;
        let scope = make_scope(store, "a", "orders", "read").await;
        let robot = api_client::create(store, "a", &actor(), "robot".to_owned(), vec![]).await.unwrap();
        revoked_token::revoke(store, "a", "jti", store.now().timestamp() + 60).await.unwrap();
        assertion::claim(store, "a", "app", "jti", store.now().timestamp() + 60).await.unwrap();
        // Everything is in the cache.
        assert!(authorization_server::find(store, "a", DEFAULT).await.unwrap().is_some());
        tenant::remove(store, &actor(), "a").await.unwrap();

        assert!(!tenant::exists(store, "a").await.unwrap());
        assert!(tenant::exists(store, "b").await.unwrap());
        assert!(authorization_server::find(store, "a", DEFAULT).await.unwrap().is_none());
        assert!(authorization_server::list(store, "a").await.unwrap().is_empty());
        let found = service::find_by_indicator(store, Freshness::Notified, "a", &indicator).await.unwrap();
        assert!(found.is_none());
        assert!(scope::find(store, "a", &scope.id).await.unwrap().is_none());
        assert!(api_client::credentials(store, "a", &robot.id).await.unwrap().is_none());
        for server in [ADMIN, DEFAULT, SYSTEM] {
            let ring = signing_key::published(store, "a", server).await.unwrap();
            assert!(ring.signing(store.now()).is_none());
        }
        assert!(is_not_found(&revoked_token::revoke(store, "a", "jti", 1).await));
        assert!(is_not_found(&assertion::claim(store, "a", "app", "jti", 1).await));
        assert!(is_not_found(&service::create(store, "a", &actor(), new_service("x")).await));
        let rows = everything(&world).await;
        let mut table = "";
        for line in rows.lines() {
            table = line.strip_prefix("== ").unwrap_or(table);
            let is_of_a = line.contains("\"tenant_id\": \"a\"") || line.starts_with("'a'|") || line.contains("|'a'|");
            assert!(!is_of_a || table == "audit_events" || line.contains("'b'"), "{table}: {line}");
        }
        let events = audit::list(store, "a", 1).await.unwrap();
        assert_eq!(events[0].action, "tenant.remove");
    })
    .await;
}

#[tokio::test]
async fn the_tenants_of_the_installation_cannot_be_removed_and_ids_are_taken_once() {
    on_both(async |world| {
        for id in [tenant::SYSTEM, tenant::DEFAULT, "a"] {
            world.tenant(id).await;
        }
        let store = &world.store;
        for id in [tenant::SYSTEM, tenant::DEFAULT] {
            assert!(matches!(tenant::remove(store, &actor(), id).await, Err(Error::Refused { code: "built_in", .. })));
        }
        assert!(is_not_found(&tenant::remove(store, &actor(), "nobody").await));
        assert!(is_not_found(&tenant::remove(store, &actor(), "a/b").await));
        let before = everything(&world).await;
        let new = |id: &str| NewTenant {
            id: Some(id.to_owned()),
            name: "n".to_owned(),
            key_algorithm: authorization_server::SigningAlgorithm::EdDSA,
            ..NewTenant::default()
        };
        let taken = tenant::create(store, &actor(), new("a")).await;
        assert!(matches!(taken, Err(Error::Conflict { thing: "tenant", field: "id", .. })));
        for id in ["", "a/b", "a b", "..", "a\0", "%2f", "x?y", "x#y"] {
            let refused = tenant::create(store, &actor(), new(id)).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "id"), "{id:?}");
        }
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_client_that_several_tenants_have_belongs_to_the_preferred_one_or_to_none() {
    on_both(async |world| {
        for id in ["a", "b", "c"] {
            world.tenant(id).await;
        }
        let store = &world.store;
        let make = async |tenant: &str, id: &str| {
            let new = NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
            client::create(store, tenant, &actor(), new).await.unwrap();
        };
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap(), None);
        make("a", "app").await;
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("a"));
        make("b", "app").await;
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap(), None, "it could be either");
        assert_eq!(tenant::of_client(store, "app", "b").await.unwrap().as_deref(), Some("b"));
        client::remove(store, "a", &actor(), "app").await.unwrap();
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("b"));
        for odd in ["", "a/b", "\0", "\u{1}"] {
            assert_eq!(tenant::of_client(store, odd, "a").await.unwrap(), None);
        }
    })
    .await;
}
