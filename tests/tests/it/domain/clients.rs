//! OAuth clients, API clients and their secrets.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service;
use authplane_domain::clients::api_client::{self, ApiClient, Listing, SortKey};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::clients::role;
use authplane_domain::identifier::IdForm;
use authplane_domain::{Error, Result, Window};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{acting, everything, make_scope, make_service, on_both};

fn new(id: &str) -> NewClient {
    NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() }
}

fn with(details: ClientDetails) -> NewClient {
    NewClient { details, ..new("app") }
}

fn invalid<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Invalid { field, .. }) => field.into_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_client_has_the_defaults_of_the_facts() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let made = client::create(&acting(store, "t"), NewClient { id: None, ..new("") }).await.unwrap();
        assert_eq!(made.id.len(), 20);
        assert_eq!(&made.grant_types[..], ["authorization_code"]);
        assert_eq!(&made.response_types[..], ["code"]);
        assert_eq!(made.token_endpoint_auth_method, ClientAuthentication::ClientSecretBasic);
        assert_eq!(&made.audience[..], std::slice::from_ref(&made.id));
        assert_eq!((made.client_secret_expires_at, made.client_id_issued_at), (0, store.now().timestamp()));
        assert!(!made.trusted && !made.system && made.scopes.is_empty() && made.jwks.is_none());
        assert_eq!(client::open_secret(store, &made).unwrap().unwrap().len(), 43);
        let logto = NewClient { id: None, id_form: IdForm::Logto, ..new("") };
        let logto = client::create(&acting(store, "t"), logto).await.unwrap();
        assert_eq!((logto.id.len(), client::open_secret(store, &logto).unwrap().unwrap().len()), (21, 32));
        let public =
            ClientDetails { token_endpoint_auth_method: ClientAuthentication::None, ..ClientDetails::default() };
        let public = client::create(&acting(store, "t"), with(public)).await.unwrap();
        assert_eq!(client::open_secret(store, &public).unwrap(), None);
        assert!(client::credentials(store, "t", None, "app").await.unwrap().unwrap().secrets.is_empty());
        let listed = client::in_parts(store, ServerKey { tenant: "t", id: DEFAULT }).next().await.unwrap();
        assert_eq!(
            listed.iter().filter(|client| !client.system).map(|client| &client.id).collect::<Vec<_>>(),
            [&made.id, &logto.id, "app"]
        );
        assert_eq!(client::find(store, "t", &made.id).await.unwrap().unwrap(), made);
    })
    .await;
}

#[tokio::test]
async fn what_a_field_of_a_client_cannot_hold_is_refused_and_nothing_is_written() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        client::create(&acting(store, "t"), new("taken")).await.unwrap();
        let before = everything(&world).await;
        let text = |text: &str| vec![text.to_owned()];
        let base = ClientDetails::default;
        let key_set = |keys: Value| serde_json::from_value(json!({ "keys": keys })).unwrap();
        for (details, field) in [
            (ClientDetails { grant_types: Some(text("magic")), ..base() }, "grant_types"),
            (ClientDetails { response_types: Some(text("code id_token")), ..base() }, "response_types"),
            (ClientDetails { redirect_uris: text("/relative"), ..base() }, "redirect_uris"),
            (ClientDetails { redirect_uris: text("https://a.example/#f"), ..base() }, "redirect_uris"),
            (ClientDetails { redirect_uris: text("https://a.example/\0"), ..base() }, "redirect_uris"),
            (ClientDetails { audience: Some(text("a\nb")), ..base() }, "audience"),
            (ClientDetails { scopes: text("nothing"), ..base() }, "scopes"),
            (ClientDetails { jwks: key_set(json!([{"crv": "P-256"}])), ..base() }, "jwks"),
            (ClientDetails { jwks: key_set(json!([{"kty": "RSA", "d": "x"}])), ..base() }, "jwks"),
            (ClientDetails { jwks_uri: Some("keys".to_owned()), ..base() }, "jwks_uri"),
            (
                ClientDetails { jwks: key_set(json!([])), jwks_uri: Some("https://a.example".to_owned()), ..base() },
                "jwks",
            ),
            (ClientDetails { client_secret_expires_at: -1, ..base() }, "client_secret_expires_at"),
        ] {
            assert_eq!(invalid(client::create(&acting(store, "t"), with(details.clone())).await), field);
            assert_eq!(invalid(client::change(&acting(store, "t"), "taken", details, None).await), field);
        }
        let short = NewClient { secret: Some("s".repeat(31)), ..new("app") };
        assert_eq!(invalid(client::create(&acting(store, "t"), short).await), "client_secret");
        assert_eq!(
            invalid(client::set_secret(&acting(store, "t"), "taken", Some("short".to_owned())).await),
            "client_secret"
        );
        let taken = client::create(&acting(store, "t"), new("taken")).await;
        assert!(matches!(taken, Err(Error::Conflict { thing: "client", field: "id", .. })));
        let elsewhere = NewClient { server_id: "nobody".to_owned(), ..new("app") };
        let elsewhere = client::create(&acting(store, "t"), elsewhere).await;
        assert!(matches!(elsewhere, Err(Error::NotFound { thing: "authorization_server", .. })));
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn credentials_follow_every_change_at_once() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        make_service(store, "t", "api").await;
        make_scope(store, "t", "api", "read").await;
        let details = ClientDetails { scopes: vec!["read".to_owned()], ..ClientDetails::default() };
        let made = client::create(
            &acting(store, "t"),
            NewClient { secret: Some("first-secret-of-32-characters-ok!".to_owned()), ..with(details) },
        )
        .await
        .unwrap();
        assert_eq!(made.scopes, ["read"]);
        let found = async || client::credentials(store, "t", None, "app").await.unwrap();
        let credentials = found().await.unwrap();
        assert!(credentials.secret_of("first-secret-of-32-characters-ok!").is_some());
        assert!(
            credentials.secret_of("first-secret-of-32-characters-ok").is_none() && credentials.secret_of("").is_none()
        );
        assert_eq!(credentials.scopes[0].indicator.as_deref(), Some("urn:authplane:service:api"));
        let secret = client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        assert!(found().await.unwrap().secret_of(&secret).is_some());
        let ttl = service::ServiceChanges { access_token_ttl: Some(Some(7)), ..service::ServiceChanges::default() };
        service::change(&acting(store, "t"), "api", ttl).await.unwrap();
        assert_eq!(found().await.unwrap().scopes[0].access_token_ttl, Some(7));
        // A change replaces everything but the secret.
        client::change(&acting(store, "t"), "app", ClientDetails::default(), None).await.unwrap();
        let changed = found().await.unwrap();
        assert!(changed.scopes.is_empty() && changed.secret_of(&secret).is_some());
        let public =
            ClientDetails { token_endpoint_auth_method: ClientAuthentication::None, ..ClientDetails::default() };
        client::change(&acting(store, "t"), "app", public, None).await.unwrap();
        assert!(found().await.unwrap().secret_of(&secret).is_none());
        assert!(client::credentials(store, "t", Some(ADMIN), "app").await.unwrap().is_none(), "of another server");
        client::remove(&acting(store, "t"), "app").await.unwrap();
        assert!(found().await.is_none());
        assert!(client::find(store, "t", "app").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn built_in_clients_stay_as_they_are_but_for_their_secret() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let id = api_client::shared_client_id("t");
        assert_eq!(id, "privx-external-t");
        let changed = client::change(&acting(store, "t"), &id, ClientDetails::default(), None).await;
        assert!(matches!(changed, Err(Error::Refused { code: "built_in", .. })));
        let removed = client::remove(&acting(store, "t"), &id).await;
        assert!(matches!(removed, Err(Error::Refused { code: "built_in", .. })));
        let secret = client::set_secret(&acting(store, "t"), &id, None).await.unwrap();
        let found = client::credentials(store, "t", None, &id).await.unwrap().unwrap();
        assert!(found.secret_of(&secret).is_some());
    })
    .await;
}

async fn robots(store: &authplane_domain::Store, names: &[&str]) -> Vec<ApiClient> {
    let mut made = Vec::new();
    for name in names {
        made.push(api_client::create(&acting(store, "t"), (*name).to_owned(), vec![]).await.unwrap());
    }
    made
}

fn listing(sort: SortKey, descending: bool, keywords: &str) -> Listing {
    Listing { window: Window { limit: 50, offset: 0 }, sort, descending, keywords: keywords.to_owned() }
}

#[tokio::test]
async fn an_api_client_gets_id_secret_and_the_scopes_of_its_roles() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let roles = vec![role::PRIVX_ADMIN.to_owned()];
        let made = api_client::create(&acting(store, "t"), "robot".to_owned(), roles.clone()).await.unwrap();
        assert_eq!((made.id.len(), made.author.as_str(), made.updated_by.as_str()), (36, "tester", "tester"));
        assert_eq!(made.created_at, made.updated_at);
        let secret = api_client::open_secret(store, &made).unwrap();
        assert_eq!(secret.len(), 43);
        let found = api_client::credentials(store, "t", &made.id).await.unwrap().unwrap();
        assert!(found.secret_matches(&secret) && !found.secret_matches("x"));
        assert_eq!(found.scopes, ["apiClientsManage"]);
        world.clock.advance(TimeDelta::seconds(5));
        let changed = api_client::change(&acting(store, "t"), &made.id, "other".to_owned(), vec![]).await.unwrap();
        assert_eq!(changed.created_at, made.created_at);
        assert!(changed.updated_at > made.updated_at);
        assert_eq!(api_client::open_secret(store, &changed).unwrap(), secret);
        assert!(api_client::credentials(store, "t", &made.id).await.unwrap().unwrap().scopes.is_empty());
        let before = everything(&world).await;
        let unknown = vec!["nobody".to_owned()];
        assert_eq!(
            invalid(api_client::change(&acting(store, "t"), &made.id, "n".to_owned(), unknown.clone()).await),
            "roles"
        );
        assert_eq!(invalid(api_client::create(&acting(store, "t"), "n".to_owned(), unknown).await), "roles");
        assert_eq!(invalid(api_client::create(&acting(store, "t"), " ".to_owned(), vec![]).await), "name");
        assert_eq!(invalid(api_client::create(&acting(store, "t"), "a\0".to_owned(), vec![]).await), "name");
        assert_eq!(everything(&world).await, before);
        api_client::remove(&acting(store, "t"), &made.id).await.unwrap();
        assert!(api_client::credentials(store, "t", &made.id).await.unwrap().is_none());
        let again = api_client::remove(&acting(store, "t"), &made.id).await;
        assert!(matches!(again, Err(Error::NotFound { thing: "api_client", .. })));
    })
    .await;
}

#[tokio::test]
async fn api_clients_are_sorted_paged_and_found_by_any_word_of_their_name() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let made = robots(store, &["delta", "Alpha one", "charlie 100%", "bravo_one", "alpha two"]).await;
        let names = async |listing: Listing| -> Vec<String> {
            api_client::page(store, "t", &listing).await.unwrap().items.iter().map(|item| item.name.clone()).collect()
        };
        let in_order: Vec<String> = made.iter().map(|item| item.name.clone()).collect();
        assert_eq!(names(listing(SortKey::Created, false, "")).await, in_order);
        assert_eq!(
            names(listing(SortKey::Created, true, "")).await,
            in_order.iter().rev().cloned().collect::<Vec<_>>()
        );
        let mut ids: Vec<_> = made.iter().map(|item| (item.id.clone(), item.name.clone())).collect();
        ids.sort();
        assert_eq!(
            names(listing(SortKey::Id, false, "")).await,
            ids.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        );
        api_client::change(&acting(store, "t"), &made[0].id, "delta".to_owned(), vec![]).await.unwrap();
        assert_eq!(names(listing(SortKey::Updated, true, "")).await[0], "delta");
        for (keywords, expected) in [
            ("ALPHA", vec!["Alpha one", "alpha two"]),
            ("one", vec!["Alpha one", "bravo_one"]),
            ("delta,two", vec!["delta", "alpha two"]),
            (" delta \t bravo ,", vec!["delta", "bravo_one"]),
            ("100%", vec!["charlie 100%"]),
            ("%", vec!["charlie 100%"]),
            ("_", vec!["bravo_one"]),
            ("\\", vec![]),
            ("nobody", vec![]),
            (" , ", vec!["delta", "Alpha one", "charlie 100%", "bravo_one", "alpha two"]),
        ] {
            assert_eq!(names(listing(SortKey::Created, false, keywords)).await, expected, "{keywords:?}");
        }
        let window = Window { limit: 1, offset: 1 };
        let page = Listing { window, ..listing(SortKey::Created, false, "one") };
        let page = api_client::page(store, "t", &page).await.unwrap();
        assert_eq!((page.items[0].name.as_str(), page.total), ("bravo_one", 2), "the count is the one before paging");
        let many = vec!["word"; 65].join(" ");
        assert_eq!(invalid(api_client::page(store, "t", &listing(SortKey::Created, false, &many)).await), "search");
    })
    .await;
}
