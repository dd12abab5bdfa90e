//! What expires is cleared away: all of it, and nothing else.

use std::collections::BTreeSet;

use authplane_domain::installation::housekeeping::{EXPIRING, ExpiringRows};
use authplane_domain::sign_in::attempt::{self, Limit};
use chrono::TimeDelta;

use super::furnished::furnish;
use super::{World, on_both, purge, tables_with, tamper};

#[tokio::test]
async fn every_table_whose_rows_expire_is_on_the_list_of_housekeeping() {
    on_both(async |world| {
        let listed: BTreeSet<String> = EXPIRING.iter().map(|rows| rows.table().to_owned()).collect();
        assert_eq!(listed, tables_with(&world, "expires_at").await);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_only_shares_its_key_with_an_expired_one_of_another_tenant_stays() {
    on_both(async |world| {
        let store = &world.store;
        for (tenant, seconds) in [("a", 60), ("b", 600)] {
            world.tenant(tenant).await;
            attempt::take(store, tenant, &[Limit { key: "k", failures: 1, seconds }]).await.unwrap();
        }
        world.clock.advance(TimeDelta::seconds(61));
        assert_eq!(purge(store, "attempts", 10).await, 1);
        let limit = [Limit { key: "k", failures: 1, seconds: 600 }];
        assert!(attempt::retry_after(store, "b", &limit).await.unwrap().is_some());
    })
    .await;
}

/// Sets when the rows that a tenant has in a table end; how many it has.
async fn end_at(world: &World, table: &str, tenant: &str, time: i64) -> u64 {
    tamper(world, &format!("UPDATE {table} SET expires_at = {time} WHERE tenant_id = '{tenant}'")).await
}

/// Each tenant has a row in each table, under the same keys as far as they are chosen.
#[tokio::test]
async fn rows_go_once_they_have_ended_and_not_a_second_before() {
    on_both(async |world| {
        let now = world.store.now().timestamp();
        for (index, table) in EXPIRING.iter().map(ExpiringRows::table).enumerate() {
            // A device that still asks is told for as long again that it was too late.
            let kept = if table == "device_authorizations" { 600 } else { 0 };
            let [ended, ending, alive] = ["ended", "ending", "alive"].map(|name| format!("{name}-{index}"));
            for tenant in [&ended, &ending, &alive] {
                furnish(&world, tenant).await;
            }
            assert!(end_at(&world, table, &ending, now - kept).await > 0, "{table}");
            assert!(end_at(&world, table, &alive, now - kept + 1).await > 0, "{table}");
            let rows = end_at(&world, table, &ended, now - kept - 1).await;
            assert!(rows > 0, "{table} is empty");
            assert_eq!(purge(&world.store, table, 1000).await, rows, "{table}");
            assert_eq!(purge(&world.store, table, 1000).await, 0, "{table}");
            for (tenant, is_there) in [(&ended, false), (&ending, true), (&alive, true)] {
                // As good a count as any, and the rows are as far from their end as before.
                let left = end_at(&world, table, tenant, now + 3600).await;
                assert_eq!(left > 0, is_there, "{table} of {tenant}");
            }
        }
    })
    .await;
}
