//! Lists that are read a part at a time.

use std::collections::BTreeSet;

use authplane_domain::catalogue::api::{self, Classified, Owner};
use authplane_domain::catalogue::specification::{self, OldPolicies};

use super::furnished::many;
use super::{acting, make_service, on_both};

#[tokio::test]
async fn few_rows_are_read_at_once_and_each_is_listed_once() {
    on_both(async |world| {
        let store = &world.store;
        world.tenant("t").await;
        make_service(store, "t", "pets").await;
        specification::import(&acting(store, "t"), "pets", many(150, "pets"), OldPolicies::Go).await.unwrap();
        let mut parts = api::in_parts(store, "t", Owner::Service("pets"), &Classified::default());
        let (mut listed, mut paths) = (0, BTreeSet::new());
        while !parts.are_over() {
            let part = parts.next().await.unwrap();
            // One may have 64 KiB.
            assert!(part.len() <= 64, "{}", part.len());
            listed += part.len();
            paths.extend(part.into_iter().map(|api| api.path));
        }
        assert_eq!((listed, paths.len()), (150, 150));
    })
    .await;
}
