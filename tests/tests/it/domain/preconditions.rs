//! Who changes what somebody else has changed since can be told so.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::storage::row::{Precondition, Row};
use authplane_domain::{Error, Result};

use super::{acting, everything, make_service, new_service, on_both};

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
        let if_it_is = |tag: &str| acting(store, "t").if_match(Precondition::HasTag(vec![tag.to_owned()]));
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
async fn one_of_several_tags_is_enough_and_without_one_nothing_is_done() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let mut current = make_service(store, "t", "api").await.tag().unwrap();
        let if_it_is = |precondition: Precondition| acting(store, "t").if_match(precondition);
        let tags = |tags: &[&str]| Precondition::HasTag(tags.iter().map(|tag| (*tag).to_owned()).collect());
        for (name, precondition) in [("one", tags(&["other", &current])), ("two", Precondition::Exists)] {
            let changed = service::change(&if_it_is(precondition), "api", named(name)).await.unwrap();
            assert_eq!(changed.name, name);
            current = changed.tag().unwrap();
        }
        for precondition in [tags(&[]), tags(&["other", ""]), tags(&["other", "another"])] {
            assert!(has_failed(&service::change(&if_it_is(precondition), "api", named("three")).await));
        }
        // What was done before needn't be refused to who asks for it again.
        let again = service::change(&if_it_is(tags(&["other"])), "api", named("two")).await.unwrap();
        assert_eq!(again.tag().unwrap(), current);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_at_once_what_both_have_read_one_is_told() {
    on_both(async |world| {
        world.tenant("t").await;
        let read = make_service(&world.store, "t", "api").await.tag().unwrap();
        let replicas = [world.store.clone(), world.replica().await];
        let changes = (0..10).map(|number: usize| {
            let acting = acting(&replicas[number % 2], "t").if_match(Precondition::HasTag(vec![read.clone()]));
            tokio::spawn(async move { service::change(&acting, "api", named(&number.to_string())).await })
        });
        let changed: Vec<Result<_>> =
            futures::future::join_all(changes).await.into_iter().map(|changed| changed.unwrap()).collect();
        let (done, told): (Vec<_>, Vec<_>) = changed.iter().partition(|changed| changed.is_ok());
        assert_eq!((done.len(), told.iter().all(|changed| has_failed(changed))), (1, true), "{changed:?}");
        let found = service::find(&world.store, "t", "api").await.unwrap().unwrap();
        assert_eq!(found.name, done[0].as_ref().unwrap().name);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_made_where_something_is_believed_to_be() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let before = everything(&world).await;
        for precondition in [Precondition::Exists, Precondition::HasTag(vec!["seen".to_owned()])] {
            let acting = acting(store, "t").if_match(precondition);
            assert!(has_failed(&service::create(&acting, new_service("api")).await));
            let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
            let refused = client::create(&acting, new).await;
            assert!(matches!(refused, Err(Error::PreconditionFailed { thing: "client", .. })), "{refused:?}");
        }
        assert_eq!(everything(&world).await, before);
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
        let without_secrets = |client: &client::Client| {
            let mut shown = serde_json::to_value(client).unwrap();
            assert!(shown.as_object_mut().unwrap().remove("secrets").is_some());
            shown
        };
        assert_eq!(without_secrets(&found), without_secrets(&made));
        assert_ne!(found.tag().unwrap(), made.tag().unwrap());
    })
    .await;
}
