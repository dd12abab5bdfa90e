//! What a release builds in, in tenants of releases before it.

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, NewServer, SYSTEM, ServerDetails};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{claim, policy, scope, service};
use authplane_domain::clients::client;
use authplane_domain::clients::role::{self, RoleScopes};
use authplane_domain::installation::first_start::{FirstStart, first_start};
use authplane_domain::installation::reconciliation::{complete, pending, reconcile};
use authplane_domain::installation::{audit, tenant};
use authplane_domain::{Freshness, Store};
use authplane_tests::Database;
use authplane_tests::database::Earlier;

use super::{World, acting, everything, on_both, tamper};

/// Runs a case on each earlier database of each kind.
async fn on_earlier(case: impl AsyncFn(World, Earlier)) {
    for database in Database::tested() {
        for earlier in Earlier::ALL {
            println!("on {database:?} of {earlier:?}");
            let world = World::empty(database).await;
            earlier.fill(database, &world.url).await;
            Box::pin(case(world, earlier)).await;
        }
    }
}

/// What a start does.
async fn start(store: &Store) -> Vec<String> {
    store.migrate().await.unwrap();
    assert!(first_start(store, FirstStart::default()).await.unwrap().administrator.is_none());
    reconcile(store).await.unwrap()
}

async fn events(store: &Store) -> Vec<(String, String)> {
    let mut events = Vec::new();
    for tenant in [tenant::SYSTEM, tenant::DEFAULT] {
        for event in audit::list(store, tenant, 1000).await.unwrap() {
            assert_eq!((event.actor.as_str(), event.tenant_id.as_str()), ("system", tenant));
            events.push((event.action, event.object_id));
        }
    }
    events
}

fn built_in_roles() -> Vec<String> {
    [role::INTERNAL_ADMIN, role::PRIVX_ADMIN].map(str::to_owned).into()
}

/// Built-in services, their scopes, and the roles of a tenant, by what identifies them.
async fn built_in(store: &Store, tenant: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for server in authorization_server::list(store, tenant).await.unwrap().iter() {
        for entry in scope::list_of_server(store, ServerKey { tenant, id: &server.id }).await.unwrap().iter() {
            if let Some(service) = entry.service.as_ref().filter(|service| service.system) {
                let policy = &entry.scope.developer_policy_id;
                found.insert(format!("{} {} {} {} {policy:?}", server.id, service.id, service.name, entry.scope.name));
            }
        }
    }
    for role in role::named(store, tenant, &built_in_roles()).await.unwrap() {
        let given = role::scopes_of(store, tenant, &role.id, &RoleScopes::default()).await.unwrap();
        let given: Vec<_> = given.items.into_iter().map(|given| (given.scope.service_id, given.scope.name)).collect();
        found.insert(format!("{} {} {given:?}", role.id, role.name));
    }
    found
}

#[tokio::test]
async fn earlier_tenants_have_what_new_ones_have_after_a_start_and_the_next_writes_nothing() {
    on_earlier(async |world, earlier| {
        let store = &world.store;
        let before = everything(&world).await;
        let announced = pending(store).await.unwrap();
        assert_eq!(everything(&world).await, before, "asking changes nothing");
        let added = start(store).await;
        // The one service that gives way gets a random id.
        let comparable = |lines: &[String]| -> Vec<String> {
            lines.iter().filter(|line| !line.starts_with("service gateway as ")).cloned().collect()
        };
        assert_eq!(comparable(&added), comparable(&announced));
        assert_eq!(events(store).await.len(), added.len(), "{added:?}");
        let line = |line: &str| added.iter().any(|added| added == line);
        let late = earlier == Earlier::A58a17f;
        assert_eq!(line("scope admin control-plane servers:read (tenant default)"), late, "{added:?}");
        assert_eq!(line("scope system control-plane policies:write (tenant system)"), late, "{added:?}");
        for (server, tenant) in [("admin", "default"), ("system", "system")] {
            assert!(line(&format!("scope {server} control-plane audit:read (tenant {tenant})")), "{added:?}");
        }

        let after = everything(&world).await;
        assert!(pending(store).await.unwrap().is_empty());
        assert!(start(&world.replica().await).await.is_empty());
        assert!(complete(store).await.unwrap().is_empty());
        assert_eq!(everything(&world).await, after);

        let fresh = World::new(world.database).await;
        first_start(&fresh.store, FirstStart::default()).await.unwrap();
        for tenant in [tenant::SYSTEM, tenant::DEFAULT] {
            let mut expected = built_in(&fresh.store, tenant).await;
            let mut found = built_in(store, tenant).await;
            // Which the administrators made.
            found.retain(|line| !line.starts_with("customers ") && !line.contains(" nickname "));
            assert!(expected.len() > 20);
            expected.retain(|line| !found.remove(line));
            assert!(expected.is_empty() && found.is_empty(), "{expected:?} {found:?}");
        }
        if earlier == Earlier::Af4a9f4 {
            let services =
                service::list_of_server(store, ServerKey { tenant: "default", id: "customers" }).await.unwrap();
            let built_in = services.items.iter().filter(|service| service.system).map(|service| service.id.as_str());
            assert_eq!(built_in.collect::<Vec<_>>(), ["profile-customers", "privacy-customers", "oauth2-customers"]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_service_that_gets_its_id_keeps_its_indicator_its_scopes_and_their_clients() {
    on_earlier(async |world, _| {
        let store = &world.store;
        store.migrate().await.unwrap();
        let services = service::list_of_server(store, ServerKey { tenant: "default", id: DEFAULT }).await.unwrap();
        let before = services.items.iter().find(|service| service.name == "Profile").unwrap().clone();
        let scopes = scope::page_of_service(store, "default", &before.id, None, None).await.unwrap();
        assert_eq!(scopes.total, 7);
        let made_default = "UPDATE services SET is_default = true WHERE name = 'Profile' AND server_id = 'default'";
        assert_eq!(tamper(&world, made_default).await, 1);
        let service_of_openid = async || {
            let known = client::credentials(store, "default", None, "application").await.unwrap().unwrap();
            known.scopes.iter().find(|scope| scope.name == "openid").unwrap().service_id.clone()
        };
        assert_eq!(service_of_openid().await.as_deref(), Some(before.id.as_str()));
        start(store).await;
        assert_eq!(service_of_openid().await.as_deref(), Some("profile-default"), "what is known of clients ends");
        let after = service::find(store, "default", "profile-default").await.unwrap().unwrap();
        assert_eq!(*after, service::Service { id: "profile-default".to_owned(), is_default: true, ..before.clone() });
        assert!(service::find(store, "default", &before.id).await.unwrap().is_none());
        let moved = scope::page_of_service(store, "default", "profile-default", None, None).await.unwrap();
        for (moved, scope) in moved.items.iter().zip(&scopes.items) {
            assert_eq!(*moved, scope::Scope { service_id: Some("profile-default".to_owned()), ..scope.clone() });
        }
        assert_eq!(moved.total, 7);
        let application = client::find(store, "default", "application").await.unwrap().unwrap();
        assert_eq!(application.scopes, ["profile", "openid", "offline_access"]);
        assert!(events(store).await.contains(&("service.change".to_owned(), "profile-default".to_owned())));
    })
    .await;
}

#[tokio::test]
async fn a_service_that_has_the_id_of_a_built_in_one_gives_way_with_all_that_it_has() {
    on_earlier(async |world, _| {
        let store = &world.store;
        let before = service::find(store, "default", "gateway").await.unwrap().unwrap();
        assert!(!before.system);
        start(store).await;
        let built_in = service::find(store, "default", "gateway").await.unwrap().unwrap();
        assert!(built_in.system && built_in.server_id == SYSTEM && built_in.indicator != before.indicator);
        let scopes = scope::page_of_service(store, "default", "gateway", None, None).await.unwrap();
        let names: Vec<&str> = scopes.items.iter().map(|scope| scope.name.as_str()).collect();
        assert_eq!(names, ["read_gateway_configuration"]);
        let moved = service::find_by_indicator(store, Freshness::Exact, "default", &before.indicator).await.unwrap();
        let moved = moved.unwrap();
        assert_eq!(*moved, service::Service { id: moved.id.clone(), ..(*before).clone() });
        let scopes = scope::page_of_service(store, "default", &moved.id, None, None).await.unwrap();
        assert_eq!((scopes.total, scopes.items[0].name.as_str()), (1, "own"));
        let robot = client::find(store, "default", "own-robot").await.unwrap().unwrap();
        assert_eq!(robot.scopes, ["own"]);
    })
    .await;
}

#[tokio::test]
async fn what_gives_way_takes_a_scope_along_that_is_called_like_the_built_in_one() {
    on_earlier(async |world, _| {
        tamper(&world, "DELETE FROM services WHERE name = 'Gateway'").await;
        assert_eq!(tamper(&world, "UPDATE scopes SET name = 'read_gateway_configuration' WHERE name = 'own'").await, 1);
        let before = service::find(&world.store, "default", "gateway").await.unwrap().unwrap();
        start(&world.store).await;
        let store = world.replica().await;
        let moved = service::find_by_indicator(&store, Freshness::Exact, "default", &before.indicator).await.unwrap();
        let moved = moved.unwrap();
        assert!(!moved.system && service::find(&store, "default", "gateway").await.unwrap().unwrap().system);
        for id in ["gateway", &moved.id] {
            let scopes = scope::page_of_service(&store, "default", id, None, None).await.unwrap();
            assert_eq!((scopes.total, scopes.items[0].name.as_str()), (1, "read_gateway_configuration"), "{id}");
        }
        let robot = client::find(&store, "default", "own-robot").await.unwrap().unwrap();
        assert_eq!(robot.scopes.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_administrators_removed_or_changed_stays_as_they_left_it() {
    on_earlier(async |world, earlier| {
        if earlier != Earlier::Af4a9f4 {
            return;
        }
        let store = &world.store;
        for _ in 0..2 {
            start(store).await;
            complete(store).await.unwrap();
            let claims = claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "default", id: DEFAULT })
                .await
                .unwrap();
            assert!(claims.iter().all(|claim| claim.name != "zoneinfo") && claims.len() == 23);
            let locale = claims.iter().find(|claim| claim.name == "locale").unwrap();
            assert_eq!(locale.mapping, "language");
            let policies = policy::list(store, "default").await.unwrap();
            let ids: Vec<&str> = policies.iter().map(|policy| policy.id.as_str()).collect();
            assert_eq!(ids, ["block", "nist-aal-1", "nist-aal-2"]);
        }
    })
    .await;
}

/// Makes the database forget that this was built in, as if this release had brought it.
async fn forget(world: &World, name: &str) {
    let forget = format!("UPDATE installation SET value = replace(value, '\"{name}\",', '') WHERE key = 'built_in'");
    let before = everything(world).await;
    assert_eq!(tamper(world, &forget).await, 1);
    assert_ne!(everything(world).await, before, "{name} was remembered");
}

#[tokio::test]
async fn what_a_release_adds_is_written_once_to_every_server_of_every_tenant() {
    on_both(async |world| {
        first_start(&world.store, FirstStart::default()).await.unwrap();
        assert!(reconcile(&world.store).await.unwrap().is_empty());
        let details = ServerDetails { name: "Customers".to_owned(), ..ServerDetails::default() };
        let server = NewServer { id: Some("customers".to_owned()), details, ..NewServer::default() };
        authorization_server::create(&acting(&world.store, "default"), server).await.unwrap();
        forget(&world, "claim id_token nickname").await;
        forget(&world, "policy nist-aal-2").await;
        forget(&world, "role privx-admin").await;
        forget(&world, "service system gateway").await;
        for rows in [
            "claims WHERE name = 'nickname'",
            "policies WHERE id = 'nist-aal-2'",
            "roles WHERE id = 'privx-admin'",
            "services WHERE id = 'gateway'",
        ] {
            assert!(tamper(&world, &format!("DELETE FROM {rows}")).await > 0);
        }
        // One that has it already, as after a start that was cut off.
        let store = world.replica().await;
        let details = claim::ClaimDetails {
            name: "nickname".to_owned(),
            mapping: "nickname".to_owned(),
            claim_type: claim::ClaimType::IdToken,
            scopes: Vec::new(),
        };
        let own = claim::NewClaim { id: None, server_id: DEFAULT.to_owned(), details };
        claim::create(&acting(&store, "default"), own).await.unwrap();

        let added = reconcile(&store).await.unwrap();
        let has = |line: &str| added.iter().any(|added| added == line);
        assert!(has("claim id_token nickname of customers (tenant default)"), "{added:?}");
        assert!(has("claim id_token nickname of system (tenant system)"), "{added:?}");
        assert!(!has("claim id_token nickname of default (tenant default)"), "{added:?}");
        for server in ["admin", "default", "developer", "system", "customers"] {
            let claims = claim::list_of_server(&store, Freshness::Exact, ServerKey { tenant: "default", id: server })
                .await
                .unwrap();
            assert_eq!(claims.iter().filter(|claim| claim.name == "nickname").count(), 1, "{server}");
        }
        for (tenant, roles) in [(tenant::SYSTEM, 0), (tenant::DEFAULT, 2)] {
            assert_eq!(policy::list(&store, tenant).await.unwrap().len(), 4);
            assert_eq!(role::named(&store, tenant, &built_in_roles()).await.unwrap().len(), roles);
            let given = role::scopes_of(&store, tenant, role::PRIVX_ADMIN, &RoleScopes::default()).await.unwrap();
            assert_eq!(given.total > 0, roles > 0, "{tenant}: what it is there for comes with it");
            let scopes = scope::page_of_service(&store, tenant, "gateway", None, None).await.unwrap();
            assert_eq!(scopes.total, 1, "{tenant}");
        }
        assert!(reconcile(&store).await.unwrap().is_empty());
        // From now on it is the administrators' affair.
        let claims = claim::list_of_server(&store, Freshness::Exact, ServerKey { tenant: "default", id: "admin" })
            .await
            .unwrap();
        let nickname = claims.iter().find(|claim| claim.name == "nickname").unwrap();
        claim::remove(&acting(&store, "default"), &nickname.id).await.unwrap();
        let before = everything(&world).await;
        assert!(reconcile(&world.replica().await).await.unwrap().is_empty());
        assert!(complete(&store).await.unwrap().is_empty());
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_scope_whose_policy_was_removed_brings_it_back_and_stays_blocked() {
    on_both(async |world| {
        first_start(&world.store, FirstStart::default()).await.unwrap();
        reconcile(&world.store).await.unwrap();
        forget(&world, "scope admin control-plane clients:read").await;
        tamper(&world, "UPDATE scopes SET developer_policy_id = NULL").await;
        tamper(&world, "DELETE FROM scopes WHERE name = 'clients:read'").await;
        tamper(&world, "DELETE FROM policies WHERE id = 'block'").await;
        let store = world.replica().await;
        assert!(!reconcile(&store).await.unwrap().is_empty());
        let scopes = scope::page_of_service(&store, "default", service::CONTROL_PLANE, None, None).await.unwrap();
        let added = scopes.items.iter().find(|scope| scope.name == "clients:read").unwrap();
        assert_eq!(added.developer_policy_id.as_deref(), Some("block"));
    })
    .await;
}

#[tokio::test]
async fn an_older_replica_takes_nothing_back() {
    on_both(async |world| {
        first_start(&world.store, FirstStart::default()).await.unwrap();
        reconcile(&world.store).await.unwrap();
        let newer = "UPDATE installation SET value = replace(value, '[', '[\"claim id_token of_a_later_release\",') \
                     WHERE key = 'built_in'";
        assert_eq!(tamper(&world, newer).await, 1);
        forget(&world, "claim id_token nickname").await;
        assert!(reconcile(&world.replica().await).await.unwrap().is_empty());
        let remembered = everything(&world).await;
        assert!(remembered.contains("claim id_token of_a_later_release"));
        assert!(remembered.contains("claim id_token nickname"));
    })
    .await;
}

#[tokio::test]
async fn replicas_that_start_at_once_write_everything_once() {
    on_earlier(async |world, _| {
        let announced = pending(&world.store).await.unwrap().len();
        let mut stores = vec![world.store.clone()];
        if world.database == Database::Postgres {
            // SQLite belongs to one process: the data folder's lock sees to it.
            for _ in 0..3 {
                stores.push(world.replica().await);
            }
        }
        let added = futures::future::join_all(stores.iter().map(start)).await;
        assert_eq!(added.iter().map(Vec::len).sum::<usize>(), announced);
        assert_eq!(events(&world.store).await.len(), announced);
        assert!(pending(&world.store).await.unwrap().is_empty());
    })
    .await;
}
