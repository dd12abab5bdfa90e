//! Who changes what somebody else has changed since can be told so.

use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::storage::row::{Precondition, Row};
use authplane_domain::{Error, Result};

use super::{acting, everything, make_service, on_both};

fn named(name: &str) -> ServiceChanges {
    ServiceChanges { name: Some(name.to_owned()), ..ServiceChanges::default() }
}

fn has_failed<T>(result: &Result<T>) -> bool {
    matches!(result, Err(Error::PreconditionFailed { thing: "service", id }) if id == "api")
}

#[tokio::test]
async fn a_row_that_was_changed_since_it_was_read_is_neither_changed_nor_removed() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let read = make_service(store, "t", "api").await.tag().unwrap();
        assert_eq!(service::find(store, "t", "api").await.unwrap().unwrap().tag().unwrap(), read);
        let if_it_is = |tag: &str| acting(store, "t").if_match(Precondition::new(tag));
        let changed = service::change(&if_it_is(&read), "api", named("one")).await.unwrap();
        assert_ne!(changed.tag().unwrap(), read);

        let before = everything(&world).await;
        assert!(has_failed(&service::change(&if_it_is(&read), "api", named("two")).await));
        assert!(has_failed(&service::set_default(&if_it_is(&read), "api", true).await));
        assert!(has_failed(&service::remove(&if_it_is(&read), "api").await));
        assert_eq!(everything(&world).await, before, "and nothing was written");

        service::remove(&if_it_is(&changed.tag().unwrap()), "api").await.unwrap();
        assert!(service::find(store, "t", "api").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn another_secret_makes_another_tag() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let new = NewClient { id: Some("app".to_owned()), server_id: "default".to_owned(), ..NewClient::default() };
        let made = client::create(&acting(store, "t"), new).await.unwrap();
        client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        let found = client::find(store, "t", "app").await.unwrap().unwrap();
        assert_eq!(serde_json::to_value(&found).unwrap(), serde_json::to_value(&made).unwrap());
        assert_ne!(found.tag().unwrap(), made.tag().unwrap());
    })
    .await;
}
