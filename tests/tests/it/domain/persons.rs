//! Who somebody is within a tenant, whoever else is called so there, or was.

use std::collections::HashMap;

use authplane_domain::Store;
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::privacy::consent_grant::{self, Act, Given, Manner, Permit, Wish};
use authplane_domain::privacy::ledger::{self, Filter};
use authplane_domain::privacy::{consent, consent::GrantType, erasure};
use authplane_domain::sign_in::authentication::{self, NewMethod};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::{person, scope_grant};
use authplane_tests::users::static_method;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

use super::furnished::consent_details;
use super::ledger::signer;
use super::{World, acting, on_both, tamper};
use crate::it::things::custom_method;

async fn set(store: &Store, server: &str, methods: Vec<NewMethod>) {
    let _ = authentication::replace(&acting(store, "t"), server, methods).await.unwrap();
}

fn ada(method: &str) -> NewMethod {
    static_method(method, &[("ada", "password", json!({}))])
}

async fn key(store: &Store, server: &str, method: &str, subject: &str) -> String {
    let user =
        Authentication { subject: subject.to_owned(), method_id: method.to_owned(), ..Authentication::default() };
    person::of(store, ServerKey { tenant: "t", id: server }, &user).await.unwrap().key()
}

async fn give(store: &Store, key: &str) {
    let wishes = [Wish::new("news".to_owned(), true, GrantType::Explicit)];
    let by = signer(store, "t").await;
    let acting = acting(store, "t");
    consent_grant::act(&acting, &by, key, Act::default(), (&wishes, Manner::Several), Permit::of_service())
        .await
        .unwrap();
}

async fn world_with_consent(world: &World) {
    world.tenant("t").await;
    consent::create(&acting(&world.store, "t"), "news".to_owned(), consent_details("News")).await.unwrap();
}

#[tokio::test]
async fn whoever_gets_a_name_that_somebody_has_or_had_is_somebody_else() {
    on_both(async |world| {
        world_with_consent(&world).await;
        let store = &world.store;
        set(store, DEFAULT, vec![ada("people")]).await;
        let first = key(store, DEFAULT, "people", "ada").await;
        assert_eq!(first, "ada", "nobody else is called so");
        // Another method of the server has the same person, as it is with the scopes that they gave.
        set(store, DEFAULT, vec![ada("staff")]).await;
        assert_eq!(key(store, DEFAULT, "staff", "ada").await, first);
        assert_eq!(key(store, DEFAULT, "people", "ada").await, "", "whom the method doesn't know is nobody");
        give(store, &first).await;

        set(store, DEVELOPER, vec![ada("people")]).await;
        let second = key(store, DEVELOPER, "people", "ada").await;
        assert!(second != first && person::subject_of(&second) == "ada", "{second}");
        assert_eq!(key(store, DEFAULT, "staff", "ada").await, first, "who was there stays who they are");
        assert!(person::called(store, "t", "ada").await.unwrap().is_none(), "which?");
        assert!(!Given::load(store, "t", "ada").await.unwrap().has_consent("news"), "it can't be told");

        // Who goes and comes again under the name is another one, here as elsewhere.
        set(store, DEFAULT, vec![]).await;
        assert_eq!(person::called(store, "t", "ada").await.unwrap().unwrap().key(), second);
        set(store, DEVELOPER, vec![]).await;
        for server in [DEFAULT, ADMIN] {
            set(store, server, vec![ada("people")]).await;
            let again = key(store, server, "people", "ada").await;
            assert!(![&first, &second].contains(&&again), "{again}");
            let address = person::called(store, "t", "ada").await.unwrap().unwrap().address();
            assert!(!Given::load(store, "t", &address).await.unwrap().has_consent("news"));
            set(store, server, vec![]).await;
        }
        // A subject that looks like a key is nobody's.
        assert!(person::called(store, "t", &second).await.unwrap().is_none());
    })
    .await;
}

/// Whoever asks what the ledger has of a name, or has it forgotten, means everybody who has it or had it.
#[tokio::test]
async fn everybody_who_had_a_name_is_found_under_it_and_forgotten_with_it() {
    on_both(async |world| {
        world_with_consent(&world).await;
        let store = &world.store;
        for _ in 0..3 {
            set(store, DEFAULT, vec![ada("people")]).await;
            give(store, &key(store, DEFAULT, "people", "ada").await).await;
            set(store, DEFAULT, vec![]).await;
        }
        for other in ["ada2", "own/ada", "a", "1/ada"] {
            give(store, other).await;
        }
        let keys = ledger::keys_of_name(store, "t", "ada").await.unwrap();
        assert_eq!(keys.len(), 3, "{keys:?}");
        assert!(keys.iter().all(|key| person::subject_of(key) == "ada"), "{keys:?}");
        for other in ["own/ada", "1/ada", "a"] {
            assert_eq!(ledger::keys_of_name(store, "t", other).await.unwrap(), [other]);
        }
        let erased = erasure::erase(&acting(store, "t"), "ada", 0).await.unwrap();
        assert_eq!((erased.of_ledger, erased.consent_grants), (3, 3), "{erased:?}");
        assert!(ledger::keys_of_name(store, "t", "ada").await.unwrap().is_empty());
        assert_eq!(erasure::erase(&acting(store, "t"), "own/ada", 0).await.unwrap().of_ledger, 1);
        let left = ledger::list(store, "t", &Filter::default(), None, 10).await.unwrap();
        let left: Vec<&str> = left.iter().filter_map(|event| event.subject.as_deref()).collect();
        assert_eq!(left, ["ada2", "a", "1/ada"]);
    })
    .await;
}

#[tokio::test]
async fn users_of_a_page_are_those_of_whoever_leads_to_it_and_of_no_other_page_of_the_methods_id() {
    on_both(async |world| {
        world_with_consent(&world).await;
        let store = &world.store;
        let page = |place: &str| vec![custom_method("own", &format!("https://{place}.example/login"))];
        set(store, DEFAULT, page("one")).await;
        set(store, DEVELOPER, page("two")).await;
        set(store, ADMIN, page("one")).await;
        let keys = async |server| key(store, server, "own", "own/ada").await;
        let (one, two) = (keys(DEFAULT).await, keys(DEVELOPER).await);
        assert_ne!(one, two);
        assert_eq!(keys(ADMIN).await, one, "the page is the same");
        assert!(person::called(store, "t", "own/ada").await.unwrap().is_none());
        give(store, &one).await;
        // A page at another place has other users, and comes back as another one. Nor have these given applications anything.
        let details = ClientDetails { name: "App".to_owned(), ..ClientDetails::default() };
        let new =
            NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
        client::create(&acting(store, "t"), new).await.unwrap();
        for subject in ["own/ada", "owner/ada"] {
            let columns = "(tenant_id, subject, server_id, client_id, scope_name, language, given_at)";
            let insert = format!(
                "INSERT INTO scope_grants {columns} VALUES ('t', '{subject}', 'default', 'app', 'openid', '', 0)"
            );
            assert_eq!(tamper(&world, &insert).await, 1);
        }
        let applications = async |subject| {
            scope_grant::by_client(store, ServerKey { tenant: "t", id: DEFAULT }, subject).await.unwrap().len()
        };
        set(store, ADMIN, vec![]).await;
        set(store, DEFAULT, page("one")).await;
        assert_eq!((applications("own/ada").await, applications("owner/ada").await), (1, 1));
        set(store, DEFAULT, page("three")).await;
        assert_eq!((applications("own/ada").await, applications("owner/ada").await), (0, 1));
        let three = keys(DEFAULT).await;
        set(store, DEFAULT, page("one")).await;
        let again = keys(DEFAULT).await;
        assert!(![&one, &two].contains(&&three) && ![&one, &two, &three].contains(&&again));
        assert_eq!(key(store, DEFAULT, "own", "other/ada").await, "", "not of this page");
    })
    .await;
}

async fn change_methods(world: &World, change: impl Fn(&mut Value)) {
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let backend = connection.get_database_backend();
    let select = "SELECT id, CAST(authentications AS TEXT) AS methods FROM authorization_servers WHERE tenant_id = 't'";
    for row in connection.query_all_raw(Statement::from_string(backend, select)).await.unwrap() {
        let (id, methods): (String, String) = (row.try_get("", "id").unwrap(), row.try_get("", "methods").unwrap());
        let mut methods: Value = serde_json::from_str(&methods).unwrap();
        change(&mut methods);
        let set = format!(
            "UPDATE authorization_servers SET authentications = '{methods}' WHERE tenant_id = 't' AND id = '{id}'"
        );
        connection.execute_unprepared(&set).await.unwrap();
    }
    connection.close().await.unwrap();
}

fn without_numbers(methods: &mut Value) {
    for method in methods.as_array_mut().unwrap() {
        let settings = method["settings"].as_object_mut().unwrap();
        settings.remove("number");
        for user in settings.get_mut("users").and_then(Value::as_array_mut).into_iter().flatten() {
            user.as_object_mut().unwrap().remove("number");
        }
    }
}

/// Releases before m0029 let them share what each of them gave.
#[tokio::test]
async fn namesakes_of_an_earlier_release_get_numbers_and_what_they_shared_is_nobodys() {
    on_both(async |world| {
        world_with_consent(&world).await;
        let store = &world.store;
        let page = |place: &str| custom_method("own", &format!("https://{place}.example/login"));
        let eve = static_method("others", &[("eve", "password", json!({}))]);
        set(store, DEFAULT, vec![ada("people"), page("one"), eve]).await;
        set(store, DEVELOPER, vec![ada("staff"), page("two")]).await;
        set(store, ADMIN, vec![page("one")]).await;
        change_methods(&world, without_numbers).await;
        for subject in ["ada", "own/bob", "eve"] {
            give(store, subject).await;
        }
        // Where a replica of that release has just taken the numbers away, nobody can be told from the other.
        let careful = world.replica().await;
        for (server, method, subject) in
            [(DEFAULT, "people", "ada"), (DEVELOPER, "staff", "ada"), (DEFAULT, "own", "own/bob")]
        {
            assert_eq!(key(&careful, server, method, subject).await, "", "{server} {subject}");
        }
        assert_eq!(key(&careful, DEFAULT, "others", "eve").await, "eve");

        assert_eq!(tamper(&world, "DELETE FROM seaql_migrations WHERE version = 'm0029_numbers_of_people'").await, 1);
        let upgraded = world.replica().await;
        upgraded.migrate().await.unwrap();
        let mut seen = HashMap::new();
        for (server, method, subject) in [
            (DEFAULT, "people", "ada"),
            (DEVELOPER, "staff", "ada"),
            (DEFAULT, "own", "own/bob"),
            (DEVELOPER, "own", "own/bob"),
        ] {
            let key = key(&upgraded, server, method, subject).await;
            assert!(person::subject_of(&key) == subject && key != subject, "{key}");
            assert_eq!(seen.insert(key, server), None, "{server} {subject}");
        }
        assert_eq!(seen.get(&key(&upgraded, ADMIN, "own", "own/bob").await), Some(&DEFAULT), "the same page");
        for key in seen.keys() {
            let standing = consent_grant::of_subject(&upgraded, "t", key, None).await.unwrap();
            assert!(standing[0].grant.is_none(), "{key} is asked once more");
        }
        assert_eq!(key(&upgraded, DEFAULT, "others", "eve").await, "eve");
        assert!(Given::load(&upgraded, "t", "eve").await.unwrap().has_consent("news"), "hers stays hers");
    })
    .await;
}
