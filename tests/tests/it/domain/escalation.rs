//! What a client must not come by: scopes it wasn't given, ids that mean somebody else, room that others need.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::{scope, service};
use authplane_domain::clients::client::{self, ClientDetails, ClientMetadata, NewClient};
use authplane_domain::{Error, Store};
use authplane_tests::Database;
use serde_json::json;

use super::{World, acting, everything, make_scope, make_service, on_both, tamper};

const INTROSPECT: &str = "introspect_tokens";

fn new(id: &str, details: ClientDetails) -> NewClient {
    NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), details, ..NewClient::default() }
}

fn wanting(scopes: &[&str]) -> ClientDetails {
    ClientDetails { scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(), ..ClientDetails::default() }
}

/// Name and service of everything that a client may have.
async fn linked(store: &Store, id: &str) -> Vec<(String, String)> {
    let found = client::credentials(store, "t", None, id).await.unwrap().unwrap();
    found.scopes.iter().map(|scope| (scope.name.clone(), scope.service_id.clone().unwrap_or_default())).collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, service)| ((*name).to_owned(), (*service).to_owned())).collect()
}

#[tokio::test]
async fn who_is_given_a_scope_of_an_own_service_is_not_given_the_servers_scope_of_that_name() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let oauth2 = service::oauth2_id(DEFAULT);
        client::create(&acting(store, "t"), new("first", wanting(&[INTROSPECT, "revoke_tokens"]))).await.unwrap();
        assert_eq!(linked(store, "first").await, owned(&[(INTROSPECT, &oauth2), ("revoke_tokens", &oauth2)]));
        make_service(store, "t", "api").await;
        make_scope(store, "t", "api", INTROSPECT).await;
        client::create(&acting(store, "t"), new("second", wanting(&[INTROSPECT, "revoke_tokens"]))).await.unwrap();
        assert_eq!(linked(store, "second").await, owned(&[("revoke_tokens", &oauth2), (INTROSPECT, "api")]));
    })
    .await;
}

#[tokio::test]
async fn a_change_keeps_the_links_of_names_that_stay_and_asks_only_for_new_ones() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let oauth2 = service::oauth2_id(DEFAULT);
        client::create(&acting(store, "t"), new("app", wanting(&[INTROSPECT, "email"]))).await.unwrap();
        make_service(store, "t", "api").await;
        make_scope(store, "t", "api", INTROSPECT).await;
        make_scope(store, "t", "api", "read").await;
        let change = async |details| client::change(&acting(store, "t"), "app", details, None).await;
        // Somebody took the name since: a change of something else neither takes the client's scope away nor gives it the other one.
        let changed = change(wanting(&["read", INTROSPECT, INTROSPECT])).await.unwrap();
        assert_eq!(changed.scopes, [INTROSPECT, "read"], "in their creation order");
        assert_eq!(linked(store, "app").await, owned(&[(INTROSPECT, &oauth2), ("read", "api")]));
        assert_eq!(client::find(store, "t", "app").await.unwrap().unwrap(), changed);
        let before = everything(&world).await;
        let unknown = change(wanting(&[INTROSPECT, "nothing"])).await;
        assert!(matches!(unknown, Err(Error::Invalid { ref field, .. }) if field == "scopes"), "{unknown:?}");
        assert_eq!(everything(&world).await, before);
        assert!(change(wanting(&[])).await.unwrap().scopes.is_empty());
        assert!(linked(store, "app").await.is_empty());
        // New again, so it is looked up as for a new client.
        change(wanting(&[INTROSPECT])).await.unwrap();
        assert_eq!(linked(store, "app").await, owned(&[(INTROSPECT, "api")]));
    })
    .await;
}

/// Who registers itself is looked at by the scopes that there are; whoever changes those at that moment must not change what is given.
#[tokio::test]
async fn what_was_decided_is_what_is_given_whatever_has_the_name_by_then() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "api").await;
        let decided = make_scope(store, "t", "api", INTROSPECT).await.id;
        let decide = |ids: &[&str]| ClientDetails {
            decided_scopes: Some(ids.iter().map(|id| (*id).to_owned()).collect()),
            ..wanting(&[INTROSPECT])
        };
        client::create(&acting(store, "t"), new("first", decide(&[&decided]))).await.unwrap();
        assert_eq!(linked(store, "first").await, owned(&[(INTROSPECT, "api")]));
        client::create(&acting(store, "t"), new("changed", ClientDetails::default())).await.unwrap();
        scope::remove(&acting(store, "t"), &decided).await.unwrap();
        // Only the server's own scope is called so now.
        let before = everything(&world).await;
        for ids in [&[decided.as_str()][..], &[]] {
            let made = NewClient { id: None, ..new("", decide(ids)) };
            for refused in [
                client::create(&acting(store, "t"), made).await,
                client::create(&acting(store, "t"), new("second", decide(ids))).await,
                client::change(&acting(store, "t"), "changed", decide(ids), None).await,
            ] {
                assert!(matches!(refused, Err(Error::Invalid { ref field, .. }) if field == "scopes"), "{refused:?}");
            }
        }
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn nobody_chooses_an_id_that_means_the_server_itself_or_a_shared_client() {
    on_both(async |world| {
        world.tenant("t").await;
        let before = everything(&world).await;
        for id in ["system", "privx-external", "privx-external-other", "privx-externals"] {
            let refused = client::create(&acting(&world.store, "t"), new(id, ClientDetails::default())).await;
            let named = matches!(refused, Err(Error::Invalid { ref field, .. }) if field == "client_id");
            assert!(named, "{id}: {refused:?}");
        }
        assert_eq!(everything(&world).await, before);
        for id in ["systems", "my-privx-external", "privx"] {
            client::create(&acting(&world.store, "t"), new(id, ClientDetails::default())).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_of_a_client_has_a_limit_and_the_largest_field_is_named() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        client::create(&acting(store, "t"), new("taken", ClientDetails::default())).await.unwrap();
        let before = everything(&world).await;
        let base = ClientDetails::default;
        let uris = |number: usize, length: usize| -> Vec<String> {
            (0..number).map(|index| format!("https://a.example/{index}/{}", "x".repeat(length))).collect()
        };
        let privacy = serde_json::from_value(json!({"scopes": {"a": {"purpose": "x".repeat(70_000)}}})).unwrap();
        let metadata = ClientMetadata { privacy, ..ClientMetadata::default() };
        for (details, field) in [
            (ClientDetails { audience: Some(uris(257, 1)), ..base() }, "audience"),
            (ClientDetails { redirect_uris: uris(257, 1), ..base() }, "redirect_uris"),
            (ClientDetails { audience: Some(uris(200, 400)), redirect_uris: uris(9, 9), ..base() }, "audience"),
            (ClientDetails { audience: Some(uris(9, 9)), redirect_uris: uris(200, 400), ..base() }, "redirect_uris"),
            (ClientDetails { grant_types: Some(vec!["password".to_owned(); 9000]), ..base() }, "grant_types"),
            (ClientDetails { metadata, ..base() }, "privacy"),
        ] {
            for refused in [
                client::create(&acting(store, "t"), new("app", details.clone())).await,
                client::change(&acting(store, "t"), "taken", details.clone(), None).await,
            ] {
                assert!(matches!(refused, Err(Error::Invalid { field: ref named, .. }) if *named == field), "{field}");
            }
        }
        assert_eq!(everything(&world).await, before);
        let large = ClientDetails { redirect_uris: uris(100, 500), ..base() };
        client::create(&acting(store, "t"), new("large", large)).await.unwrap();
    })
    .await;
}

/// SQLite's cache is never asked again, so a change past the domain shows what is kept and what isn't.
#[tokio::test]
async fn large_clients_take_as_much_of_the_cache_as_they_are_large() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    let store = &world.store;
    let ids: Vec<String> = (0..200).map(|number| format!("large-{number}")).collect();
    let uris: Vec<String> = (0..100).map(|index| format!("https://a.example/{index}/{}", "x".repeat(560))).collect();
    for id in &ids {
        let details = ClientDetails { redirect_uris: uris.clone(), ..ClientDetails::default() };
        client::create(&acting(store, "t"), new(id, details)).await.unwrap();
    }
    let names = async || {
        let mut names = Vec::new();
        for id in &ids {
            names.push(client::credentials(store, "t", None, id).await.unwrap().unwrap().client.name.clone());
        }
        names
    };
    names().await;
    tamper(&world, "UPDATE clients SET name = 'tampered' WHERE id LIKE 'large-%'").await;
    let kept = names().await.iter().filter(|name| *name != "tampered").count();
    assert!(kept < 100, "{kept} clients of 58 kB are kept");
}
