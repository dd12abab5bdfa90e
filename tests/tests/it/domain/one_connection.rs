//! No change waits for a second connection while it holds one: as many as there are connections, each holding one, would wait for each other until all fail.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::service;
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::environment::SystemRandom;
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::tokens::authorization_grant;
use authplane_domain::{Environment, Store};
use authplane_tests::users::static_method;
use serde_json::json;

use super::caching::{change_a_row, remove_a_row};
use super::furnished::furnish;
use super::{MASTER_KEY, World, acting, on_both};

/// The same world through one connection.
async fn by_one_connection(world: World) -> World {
    let environment = Environment { clock: Arc::clone(&world.clock) as _, random: Arc::new(SystemRandom) };
    let keys = MasterKeys::from_base64_list(MASTER_KEY).unwrap();
    world.store.close().await.unwrap();
    let store = Store::connect_by(1, &world.url, environment, keys).await.unwrap();
    World { store, ..world }
}

#[tokio::test]
async fn every_change_is_made_through_one_connection() {
    on_both(async |world| {
        let world = by_one_connection(world).await;
        let made = furnish(&world, "t").await;
        let store = &world.store;
        for table in [
            "authorization_servers",
            "services",
            "gateways",
            "scopes",
            "clients",
            "api_clients",
            "claims",
            "policies",
            "signing_keys",
        ] {
            assert!(change_a_row(table, &world, &made).await, "{table}");
        }
        // Those that read something of others besides.
        let details = || ClientDetails { scopes: vec!["renamed".to_owned()], ..ClientDetails::default() };
        client::change(&acting(store, "t"), "app", details(), None).await.unwrap();
        client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        for id in [None, Some("chosen".to_owned())] {
            let new = NewClient { id, server_id: DEFAULT.to_owned(), details: details(), ..NewClient::default() };
            client::create(&acting(store, "t"), new).await.unwrap();
        }
        service::set_default(&acting(store, "t"), "orders", false).await.unwrap();
        let methods = || vec![static_method("people", &[("bob", "a password of bob's", json!({}))])];
        authentication::replace(&acting(store, "t"), DEFAULT, methods()).await.unwrap();
        authentication::replace(&acting(store, "t"), DEFAULT, Vec::new()).await.unwrap();
        let given = Given { server_id: DEFAULT, subject: "ada", client_id: "app" };
        authorization_grant::take_back(&acting(store, "t"), given, 3600).await.unwrap();
        authorization_grant::revoke(&acting(store, "t"), &made.issued.grant.id, 3600).await.unwrap();
        for table in [
            "scopes",
            "services",
            "gateways",
            "clients",
            "api_clients",
            "claims",
            "policies",
            "authorization_servers",
            "tenants",
        ] {
            remove_a_row(table, store, &made).await;
        }
    })
    .await;
}
