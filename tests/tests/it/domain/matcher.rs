//! What decides which API of a service a request is for, while its APIs change.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use authplane_domain::catalogue::api;
use authplane_domain::catalogue::specification::{self, OldPolicies};
use authplane_domain::storage::cache::Freshness;
use tokio::runtime::Runtime;

use super::furnished::many;
use super::{MASTER_KEY, acting, connect, make_service, on_both};

/// More than lists read at once.
const MANY: usize = 150;

/// An import takes the place of all APIs behind the first statement that reads some.
#[tokio::test]
async fn a_matcher_has_all_apis_of_one_moment() {
    on_both(async |world| {
        let store = &world.store;
        world.tenant("t").await;
        make_service(store, "t", "pets").await;
        specification::import(&acting(store, "t"), "pets", many(MANY, "before"), OldPolicies::Go).await.unwrap();

        let intruded = Arc::new(AtomicBool::new(false));
        let (url, clock, once) = (world.url.clone(), Arc::clone(&world.clock), Arc::clone(&intruded));
        store.observe_statements(move |statement| {
            let reads_apis = statement.sql.starts_with("SELECT") && statement.sql.contains("\"apis\"");
            if !reads_apis || once.swap(true, Ordering::SeqCst) {
                return;
            }
            let (url, clock) = (url.clone(), Arc::clone(&clock));
            // By somebody else, for whom the one who reads waits.
            let import = move || {
                Runtime::new().unwrap().block_on(async {
                    let other = connect(&url, &clock, MASTER_KEY).await;
                    let after = many(MANY, "after");
                    specification::import(&acting(&other, "t"), "pets", after, OldPolicies::Go).await.unwrap();
                    other.close().await.unwrap();
                });
            };
            std::thread::spawn(import).join().unwrap();
        });
        let matcher = api::matcher(store, Freshness::Exact, "t", "pets").await.unwrap();
        assert!(intruded.load(Ordering::SeqCst));
        let found = ["before", "after"]
            .map(|begin| (0..MANY).filter(|index| matcher.find("GET", &format!("/{begin}/{index}")).is_some()).count());
        assert_eq!((found, matcher.len()), ([MANY, 0], MANY));
    })
    .await;
}
