//! What expires is cleared away: all of it, and nothing else.

use std::collections::BTreeSet;

use authplane_domain::installation::housekeeping::EXPIRING;
use authplane_domain::sign_in::attempt::{self, Limit};
use chrono::TimeDelta;

use super::{on_both, purge, tables_with};

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
