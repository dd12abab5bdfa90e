//! Every change leaves one event, and no event holds a secret.

use authplane_domain::Store;
use authplane_domain::catalogue::authorization_server::{DEFAULT, SigningAlgorithm};
use authplane_domain::catalogue::claim::{self, NewClaim};
use authplane_domain::catalogue::policy::{self, Rules};
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::clients::api_client;
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::installation::audit::{self, AuditEvent};
use authplane_domain::installation::tenant;

use super::furnished::claim_details;
use super::{acting, actor, everything, make_scope, make_service, make_tenant_without_keys, on_both};

async fn newest(store: &Store) -> AuditEvent {
    audit::list(store, "t", 1).await.unwrap().remove(0)
}

#[tokio::test]
async fn every_change_says_who_what_before_and_after() {
    on_both(async |world| {
        make_tenant_without_keys(&world.store, "t", SigningAlgorithm::EdDSA).await;
        let store = &world.store;
        let check = async |action: &str, object: &str, before: bool, after: bool| {
            let event = newest(store).await;
            assert_eq!((event.action.as_str(), event.object_id.as_str()), (action, object));
            assert_eq!((event.before.is_some(), event.after.is_some()), (before, after), "{action}");
            assert_eq!((event.actor.as_str(), event.request_id.as_str()), ("tester", "request-1"));
            assert_eq!(Some(event.object_type.as_str()), action.split('.').next());
            event
        };
        check("tenant.create", "t", false, true).await;
        make_service(store, "t", "api").await;
        check("service.create", "api", false, true).await;
        let named = ServiceChanges { name: Some("renamed".to_owned()), ..ServiceChanges::default() };
        service::change(&acting(store, "t"), "api", named).await.unwrap();
        let event = check("service.change", "api", true, true).await;
        assert_eq!(event.before.unwrap()["name"], "Service api");
        assert_eq!(event.after.unwrap()["name"], "renamed");
        service::set_default(&acting(store, "t"), "api", true).await.unwrap();
        check("service.change", "api", true, true).await;
        let scope = make_scope(store, "t", "api", "read").await;
        check("scope.create", &scope.id, false, true).await;
        let named = ScopeChanges { display_name: Some("Read".to_owned()), ..ScopeChanges::default() };
        scope::change(&acting(store, "t"), &scope.id, named).await.unwrap();
        check("scope.change", &scope.id, true, true).await;
        scope::remove(&acting(store, "t"), &scope.id).await.unwrap();
        check("scope.remove", &scope.id, true, false).await;
        let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(&acting(store, "t"), new).await.unwrap();
        check("client.create", "app", false, true).await;
        client::change(&acting(store, "t"), "app", ClientDetails::default(), None).await.unwrap();
        check("client.change", "app", true, true).await;
        client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        check("client.change", "app", true, true).await;
        client::remove(&acting(store, "t"), "app").await.unwrap();
        check("client.remove", "app", true, false).await;
        let robot = api_client::create(&acting(store, "t"), "robot".to_owned(), vec![]).await.unwrap();
        check("api_client.create", &robot.id, false, true).await;
        api_client::change(&acting(store, "t"), &robot.id, "r2".to_owned(), vec![]).await.unwrap();
        check("api_client.change", &robot.id, true, true).await;
        api_client::remove(&acting(store, "t"), &robot.id).await.unwrap();
        check("api_client.remove", &robot.id, true, false).await;
        service::remove(&acting(store, "t"), "api").await.unwrap();
        check("service.remove", "api", true, false).await;
        tenant::remove(store, &actor(), "t").await.unwrap();
        check("tenant.remove", "t", true, false).await;
        let whole = audit::list(store, "t", 1000).await.unwrap();
        assert!(whole.windows(2).all(|pair| pair[0].at > pair[1].at), "newest first");
    })
    .await;
}

#[tokio::test]
async fn a_change_that_changes_nothing_leaves_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "api").await;
        let scope = make_scope(store, "t", "api", "read").await;
        let before = everything(&world).await;
        service::change(&acting(store, "t"), "api", ServiceChanges::default()).await.unwrap();
        service::set_default(&acting(store, "t"), "api", false).await.unwrap();
        scope::change(&acting(store, "t"), &scope.id, ScopeChanges::default()).await.unwrap();
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn no_secret_stands_in_the_clear_anywhere_in_the_database() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let given = "a-secret-that-somebody-brought-along-0123456789";
        let new = NewClient {
            id: Some("app".to_owned()),
            server_id: DEFAULT.to_owned(),
            secret: Some(given.to_owned()),
            ..NewClient::default()
        };
        client::create(&acting(store, "t"), new).await.unwrap();
        let made = client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        let app = client::find(store, "t", "app").await.unwrap().unwrap();
        let robot = api_client::create(&acting(store, "t"), "robot".to_owned(), vec![]).await.unwrap();
        let of_robot = api_client::open_secret(store, &robot).unwrap();
        client::change(&acting(store, "t"), "app", ClientDetails::default(), Some(given.to_owned())).await.unwrap();
        let rows = everything(&world).await;
        for secret in [given, made.as_str(), of_robot.as_str()] {
            let hexadecimal = secret.bytes().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
            for form in [secret.to_owned(), hexadecimal.clone(), hexadecimal.to_uppercase()] {
                assert!(!rows.contains(&form), "a secret is stored in the clear");
            }
        }
        for event in audit::list(store, "t", 1000).await.unwrap() {
            for state in [event.before, event.after].into_iter().flatten() {
                for name in ["secret", "private_key", "rotated_secrets"] {
                    assert!(state.get(name).is_none(), "{}: {name}", event.action);
                }
            }
        }
        for shown in [format!("{app:?}"), format!("{robot:?}"), format!("{store:?}")] {
            assert!(!shown.contains(&made) && !shown.contains(&of_robot));
        }
    })
    .await;
}

#[tokio::test]
async fn what_stays_as_it_was_is_not_written_and_leaves_no_event() {
    on_both(async |world| {
        world.tenant("t").await;
        let (store, acting) = (&world.store, acting(&world.store, "t"));
        make_service(store, "t", "api").await;
        let new = NewClaim { id: None, server_id: DEFAULT.to_owned(), details: claim_details("department") };
        let claim = claim::create(&acting, new).await.unwrap();
        let policy = policy::create(&acting, "everybody".to_owned(), "Everybody".to_owned(), Rules::Validators(vec![]))
            .await
            .unwrap();
        let before = everything(&world).await;
        assert_eq!(claim::change(&acting, &claim.id, claim_details("department")).await.unwrap(), claim);
        assert_eq!(
            policy::change(&acting, &policy.id, policy.name.clone(), Rules::Validators(vec![])).await.unwrap(),
            policy
        );
        let same = ServiceChanges { name: Some("Service api".to_owned()), ..ServiceChanges::default() };
        service::change(&acting, "api", same).await.unwrap();
        assert_eq!(everything(&world).await, before);
    })
    .await;
}
