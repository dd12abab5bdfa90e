//! How a tenant goes: at once for whoever asks for it, and in batches as far as its rows are concerned.

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::{self, ADMIN, DEFAULT, NewServer, SigningAlgorithm};
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::reconciliation;
use authplane_domain::installation::tenant::{self, NewTenant, TABLES, TenantChanges};
use authplane_domain::sign_in::attempt;
use authplane_domain::tokens::signing_key;
use authplane_domain::{Error, Result, Store};
use authplane_tests::Database;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::furnished::{LIMIT, furnish};
use super::{ROTATION, World, acting, actor, everything, make_service, on_both, tables_with, tamper};

/// The only one that outlives its tenant.
const AUDIT: &str = "audit_events";

/// The lines of [`everything`] that are of a tenant, by table, without audit events.
async fn rows_of(world: &World, tenant: &str) -> BTreeSet<String> {
    let mut table = String::new();
    let mut found = BTreeSet::new();
    for line in everything(world).await.lines() {
        if let Some(name) = line.strip_prefix("== ") {
            name.clone_into(&mut table);
        } else if table != AUDIT
            && (line.contains(&format!("\"tenant_id\": \"{tenant}\""))
                || line.split('|').any(|value| value == format!("'{tenant}'"))
                || (table == "tenants" && line.contains(&format!("\"id\": \"{tenant}\""))))
        {
            found.insert(table.clone());
        }
    }
    found
}

/// As a crash leaves it that comes right after the answer.
async fn mark(world: &World, tenant: &str) {
    assert_eq!(tamper(world, &format!("UPDATE tenants SET removed_at = created_at WHERE id = '{tenant}'")).await, 1);
}

#[tokio::test]
async fn what_is_cleared_away_is_all_that_tenants_have_and_no_row_goes_before_those_that_hang_on_it() {
    on_both(async |world| {
        let mut of_tenants = tables_with(&world, "tenant_id").await;
        assert!(of_tenants.remove(AUDIT));
        // They count until the tenant's own row goes.
        of_tenants.remove("generations");
        assert_eq!(TABLES.map(str::to_owned).into_iter().collect::<BTreeSet<_>>(), of_tenants, "add it to `removal::TABLES`");
        let connection = sea_orm::Database::connect(&world.url).await.unwrap();
        let (backend, parents) = match world.database {
            Database::Sqlite => (
                DbBackend::Sqlite,
                "SELECT m.name AS child, f.\"table\" AS parent FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
            ),
            Database::Postgres => (
                DbBackend::Postgres,
                "SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint WHERE contype = 'f'",
            ),
        };
        let place = |table: &str| TABLES.iter().position(|known| *known == table);
        let mut links = 0;
        for row in connection.query_all_raw(Statement::from_string(backend, parents)).await.unwrap() {
            let (child, parent): (String, String) = (row.try_get("", "child").unwrap(), row.try_get("", "parent").unwrap());
            if let (Some(child_at), Some(parent_at)) = (place(&child), place(&parent)) {
                links += 1;
                assert!(child_at < parent_at || child == parent, "{child} hangs on {parent}");
            }
        }
        assert!(links > 20, "{links}");
        connection.close().await.unwrap();
    })
    .await;
}

fn is_not_found<T>(result: &Result<T>) -> bool {
    matches!(result, Err(Error::NotFound { .. }))
}

/// What must not be found of a tenant, nor be done in it.
async fn assert_gone(store: &Store, id: &str) {
    assert!(tenant::find(store, id).await.unwrap().is_none());
    assert!(!tenant::exists(store, id).await.unwrap());
    assert!(!tenant::list(store).await.unwrap().iter().any(|tenant| tenant.id == id));
    assert!(authorization_server::list(store, id).await.unwrap().is_empty());
    for server in [ADMIN, DEFAULT] {
        assert!(authorization_server::find(store, id, server).await.unwrap().is_none());
        let key = authplane_domain::catalogue::server_key::ServerKey { tenant: id, id: server };
        assert!(is_not_found(&signing_key::ensure_rotated(store, key, &ROTATION).await));
    }
    assert_eq!(tenant::of_client(store, "till", "nobody").await.unwrap(), None);
    let named = TenantChanges { name: "Risen".to_owned(), ..TenantChanges::default() };
    assert!(is_not_found(&tenant::change(&acting(store, id), named).await));
    assert!(is_not_found(&tenant::key::published(store, "other", SigningAlgorithm::EdDSA).await));
    assert!(is_not_found(&authorization_server::create(&acting(store, id), NewServer::default()).await.map_err(
        |error| match error {
            Error::Invalid { .. } => Error::not_found("tenant", id),
            error => error,
        }
    )));
    let new = NewClient { id: Some("late".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
    assert!(is_not_found(&client::create(&acting(store, id), new).await));
    assert!(is_not_found(&tenant::remove(store, &actor(), id).await));
}

#[tokio::test]
async fn a_removed_tenant_is_found_nowhere_while_its_rows_are_still_going_and_they_go_in_batches() {
    on_both(async |world| {
        furnish(&world, "a").await;
        world.tenant("b").await;
        tenant::key::published(&world.store, "a", SigningAlgorithm::EdDSA).await.unwrap();
        let all: BTreeSet<String> = TABLES.iter().map(|table| (*table).to_owned()).collect();
        let furnished = rows_of(&world, "a").await;
        assert!(all.is_subset(&furnished), "{:?}", all.difference(&furnished));
        let of_b = rows_of(&world, "b").await;
        mark(&world, "a").await;

        // Nothing of it is in this one's cache.
        let store = world.replica().await;
        assert_gone(&store, "a").await;
        assert_eq!(
            reconciliation::complete(&store).await.unwrap(),
            Vec::<String>::new(),
            "nothing is built into it again"
        );
        let taken = NewTenant { id: Some("a".to_owned()), name: "n".to_owned(), ..NewTenant::default() };
        let taken = tenant::create(&store, &actor(), taken).await;
        assert!(matches!(taken, Err(Error::Conflict { field: "id", .. })), "not before its rows are gone");
        let mut batches = 0;
        while tenant::clear_away(&store, 7).await.unwrap() {
            batches += 1;
            assert!(batches < 1000);
            if batches == 3 {
                // Whoever was in the middle of something writes where everything is gone already.
                attempt::take(&store, "a", &[LIMIT]).await.unwrap();
            }
            // Others go on meanwhile.
            make_service(&store, "b", &format!("service-{batches}")).await;
            assert_gone(&store, "a").await;
        }
        assert!(batches > 10, "{batches}: it has far more rows than go at once");
        assert_eq!(rows_of(&world, "a").await, BTreeSet::new());
        assert_eq!(rows_of(&world, "b").await, of_b);
        assert!(!tenant::clear_away(&store, 7).await.unwrap());
        // Its id is free, and whoever has it now has nothing of it.
        super::make_tenant(&store, "a", SigningAlgorithm::EdDSA).await;
        assert!(client::credentials(&store, "a", None, "app").await.unwrap().is_none());
        assert_eq!(tenant::of_client(&store, "till", "nobody").await.unwrap(), None);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn several_removed_tenants_are_cleared_away_one_after_the_other() {
    on_both(async |world| {
        for id in ["a", "b", "c"] {
            world.tenant(id).await;
        }
        mark(&world, "a").await;
        mark(&world, "c").await;
        while tenant::clear_away(&world.store, 1000).await.unwrap() {}
        for id in ["a", "c"] {
            assert_eq!(rows_of(&world, id).await, BTreeSet::new());
        }
        assert!(tenant::exists(&world.store, "b").await.unwrap());
        let named = TenantChanges { name: "Still".to_owned(), ..TenantChanges::default() };
        tenant::change(&Acting::new(&world.store, "b", actor()), named).await.unwrap();
    })
    .await;
}
