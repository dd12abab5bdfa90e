//! The schema, step by step.

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, NewServer, ServerDetails, SigningAlgorithm};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{gateway, service};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::installation::tenant;
use authplane_domain::sign_in::authentication::{self, NewMethod};
use authplane_domain::sign_in::consent::{self, AskedScope};
use authplane_domain::sign_in::scope_grant::{self, Given};
use authplane_domain::sign_in::session::{self, Authentication};
use authplane_domain::tokens::authorization_grant::{self, Details, NewGrant, Remembered};
use authplane_domain::{Error, Store};
use authplane_tests::Database;
use authplane_tests::users::static_method;
use serde_json::json;

use super::{World, acting, everything, make_scope, make_service, tamper};
use crate::it::things::custom_method;

#[tokio::test]
async fn what_is_pending_is_listed_then_done_and_done_again_changes_nothing() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        let pending = world.store.pending_migrations().await.unwrap();
        assert!(pending.len() >= 5 && pending.is_sorted(), "{pending:?}");
        let rows = everything(&world).await;
        assert_eq!(world.store.pending_migrations().await.unwrap(), pending, "asking changes nothing");
        assert_eq!(everything(&world).await, rows);
        world.store.migrate().await.unwrap();
        assert!(world.store.pending_migrations().await.unwrap().is_empty());
        world.tenant("t").await;
        make_service(&world.store, "t", "api").await;
        let rows = everything(&world).await;
        world.store.migrate().await.unwrap();
        world.replica().await.migrate().await.unwrap();
        assert_eq!(everything(&world).await, rows);
    }
}

#[tokio::test]
async fn the_database_of_a_later_release_is_left_alone() {
    for database in Database::tested() {
        let world = World::new(database).await;
        tamper(&world, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 1)").await;
        let rows = everything(&world).await;
        let migrated = world.store.migrate().await;
        let told = |error: &Error| error.to_string().contains("\"m9999_later\" by a release that is newer");
        assert!(migrated.as_ref().is_err_and(told), "{migrated:?}");
        assert!(world.store.pending_migrations().await.as_ref().is_err_and(told));
        assert_eq!(everything(&world).await, rows);
    }
}

#[tokio::test]
async fn replicas_that_migrate_at_once_wait_for_each_other() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        let mut stores = vec![world.store.clone()];
        if database == Database::Postgres {
            // SQLite belongs to one process: the data folder's lock sees to it.
            for _ in 0..3 {
                stores.push(world.replica().await);
            }
        }
        let migrations = futures::future::join_all(stores.iter().map(authplane_domain::Store::migrate)).await;
        assert!(migrations.iter().all(Result::is_ok), "{migrations:?}");
        assert!(world.store.pending_migrations().await.unwrap().is_empty());
        world.tenant("t").await;
    }
}

#[tokio::test]
async fn before_the_schema_is_there_nothing_is_found_and_nothing_panics() {
    for database in Database::tested() {
        let world = World::empty(database).await;
        assert!(world.store.ping().await.is_ok());
        assert!(matches!(tenant::find(&world.store, "t").await, Err(Error::Internal(_) | Error::Unavailable(_))));
    }
}

#[tokio::test]
async fn an_url_of_neither_kind_is_refused_without_repeating_its_password() {
    let folder = authplane_tests::database::Folder::new();
    for url in [
        "",
        "mysql://root:hunter2@localhost/db",
        "sqlite::memory:",
        "sqlite://x?mode=memory",
        "postgres://user:hunter2@[::bad/db",
        "authplane.db",
    ] {
        let environment = authplane_domain::Environment::system();
        let keys = authplane_domain::storage::seal::MasterKeys::from_base64_list(super::MASTER_KEY).unwrap();
        match authplane_domain::Store::connect(url, environment, keys).await {
            Err(Error::Invalid { field, message }) => {
                assert_eq!(field, "database_url", "{url}");
                assert!(!message.contains("hunter2"), "{message}");
            }
            other => panic!("{url}: {other:?}"),
        }
    }
    let nowhere = format!("sqlite://{}/missing/authplane.db?mode=rwc", folder.path().display());
    let clock = std::sync::Arc::new(authplane_domain::environment::ManualClock::new(super::noon()));
    let environment = authplane_domain::Environment { clock, ..authplane_domain::Environment::system() };
    let keys = authplane_domain::storage::seal::MasterKeys::from_base64_list(super::MASTER_KEY).unwrap();
    let failed = authplane_domain::Store::connect(&nowhere, environment, keys).await;
    assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
}

/// Makes a server with these methods, and one client; who signed in there as releases before m0012 called them, and consented. Their sessions.
async fn signed_in(
    store: &Store,
    server: &str,
    methods: Vec<NewMethod>,
    users: &[(&str, &str)],
) -> Vec<(String, String)> {
    if server != DEFAULT {
        let details = ServerDetails { name: "A server".to_owned(), ..ServerDetails::default() };
        let new = NewServer {
            id: Some(server.to_owned()),
            key_algorithm: SigningAlgorithm::EdDSA,
            details,
            ..NewServer::default()
        };
        let _ = authorization_server::create(&acting(store, "t"), new).await.unwrap();
    }
    authentication::replace(&acting(store, "t"), server, methods).await.unwrap();
    let app = format!("app-of-{server}");
    let new = NewClient { id: Some(app.clone()), server_id: server.to_owned(), ..NewClient::default() };
    let _ = client::create(&acting(store, "t"), new).await.unwrap();
    let mut sessions = Vec::new();
    for (method, subject) in users {
        let methods = authentication::of_server(store, ServerKey { tenant: "t", id: server }).await.unwrap();
        let authentication = Authentication {
            subject: (*subject).to_owned(),
            method_id: (*method).to_owned(),
            auth_time: store.now().timestamp(),
            stamp: methods.find(method).map_or(0, |method| method.stamp),
            ..Authentication::default()
        };
        let by = acting(store, "t");
        let started = session::start(&by, server, authentication.clone(), 3600, None, None).await.unwrap();
        let new = NewGrant {
            server_id: server,
            client_id: &app,
            session_id: Some(&started.session.id),
            details: Details { authentication, ..Details::default() },
            refreshable: true,
            first_refresh_token: true,
            needed_for: 3600,
            remembered: Some(Remembered {
                language: "en",
                scopes: vec![AskedScope { name: (*method).to_owned(), ids: Vec::new() }],
                refused: Vec::new(),
            }),
            ..NewGrant::default()
        };
        let issued = authorization_grant::issue(&by, new).await.unwrap();
        sessions.push((started.session.id, issued.grant.id));
    }
    sessions
}

#[tokio::test]
async fn users_of_pages_get_subjects_of_their_own_and_what_may_be_somebody_elses_goes() {
    const PROVIDER: &str = "kKZ2eM0Zr0Yw0v7m1yqW3nq1bS0bXxS9yYgk0n3mQ4E";
    for database in Database::tested() {
        println!("on {database:?}");
        let world = World::empty(database).await;
        let store = &world.store;
        store.migrate().await.unwrap();
        world.tenant("t").await;
        let page = |id: &str| custom_method(id, "https://login.example/");
        let people = || static_method("people", &[("ada", "p", json!({}))]);
        let one = signed_in(
            store,
            "one-page",
            vec![people(), page("own")],
            &[("own", "ada"), ("people", "ada"), ("own", "bob"), ("provider", PROVIDER)],
        )
        .await;
        let several =
            signed_in(store, "two-pages", vec![page("own"), page("other")], &[("own", "bob"), ("other", "bob")]).await;
        let none = signed_in(store, DEFAULT, vec![people()], &[("people", "ada"), ("removed", "bob")]).await;

        let forgotten = tamper(&world, "DELETE FROM seaql_migrations WHERE version = 'm0012_subjects'").await;
        assert_eq!(forgotten, 1);
        let replica = world.replica().await;
        replica.migrate().await.unwrap();

        let given = async |server: &str, subject: &str| {
            let by_client = scope_grant::by_client(&replica, ServerKey { tenant: "t", id: server }, subject).await;
            by_client.unwrap().into_values().flatten().map(|row| row.scope_name).collect::<BTreeSet<_>>()
        };
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        for (server, subject, expected) in [
            ("one-page", "ada", set(&[])),
            ("one-page", "own/ada", set(&[])),
            ("one-page", "bob", set(&[])),
            ("one-page", "own/bob", set(&["own"])),
            ("one-page", PROVIDER, set(&["provider"])),
            ("two-pages", "bob", set(&[])),
            ("two-pages", "own/bob", set(&[])),
            (DEFAULT, "ada", set(&["people"])),
            (DEFAULT, "bob", set(&[])),
        ] {
            assert_eq!(given(server, subject).await, expected, "{subject} at {server}");
        }
        // Sessions go on under the new subject; what was given before can't.
        for (server, at, subject, goes_on) in [
            ("one-page", &one[0], "own/ada", false),
            ("one-page", &one[2], "own/bob", false),
            ("one-page", &one[3], PROVIDER, false),
            ("two-pages", &several[0], "own/bob", false),
            ("two-pages", &several[1], "other/bob", false),
            (DEFAULT, &none[1], "bob", false),
        ] {
            let (session_id, grant_id) = at;
            let session = session::find(&replica, "t", session_id).await.unwrap().unwrap();
            assert_eq!((session.subject.as_str(), session.authentication.subject.as_str()), (subject, subject));
            let methods = authentication::of_server(&replica, ServerKey { tenant: "t", id: server }).await.unwrap();
            let signs_in = authentication::still_signs_in(&replica, "t", &methods, &session.authentication).await;
            assert_eq!(signs_in.unwrap(), subject.contains('/'), "{subject} at {server}");
            let grant = authorization_grant::find(&replica, "t", grant_id).await.unwrap().unwrap();
            let user = &grant.details.authentication;
            let refreshes = authentication::still_signs_in(&replica, "t", &methods, user).await;
            assert_eq!(refreshes.unwrap(), goes_on, "{subject} at {server}");
        }
        let rows = everything(&world).await;
        replica.migrate().await.unwrap();
        assert_eq!(everything(&world).await, rows);
    }
}

/// What was kept by names alone counts on where there is one scope of the name, which was there at the time. For everything else its user is asked once more.
#[tokio::test]
async fn consent_by_name_counts_for_the_one_scope_that_it_can_have_been_for() {
    for database in Database::tested() {
        println!("on {database:?}");
        let world = World::empty(database).await;
        let store = &world.store;
        store.migrate().await.unwrap();
        world.tenant("t").await;
        for service in ["photos", "health"] {
            make_service(store, "t", service).await;
        }
        let one = make_scope(store, "t", "photos", "one").await;
        let [both, other] =
            [make_scope(store, "t", "photos", "both").await, make_scope(store, "t", "health", "both").await];
        let later = make_scope(store, "t", "photos", "later").await;
        let implicit = make_scope(store, "t", "photos", "implicit").await;
        let details = ServerDetails { name: "Shop".to_owned(), ..ServerDetails::default() };
        let new = NewServer { id: Some("shop".to_owned()), details, ..NewServer::default() };
        authorization_server::create(&acting(store, "t"), new).await.unwrap();
        let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(&acting(store, "t"), new).await.unwrap();
        let now = store.now().timestamp();
        for (name, server, language, at) in [
            ("one", DEFAULT, "en", now),
            ("both", DEFAULT, "en", now),
            ("later", DEFAULT, "en", later.created_at.timestamp() - 1),
            ("implicit", DEFAULT, "", now),
            ("one", "shop", "en", now),
            ("gone", DEFAULT, "en", now),
        ] {
            let columns = "tenant_id, subject, server_id, client_id, scope_name, language, given_at";
            let row = format!("'t', 'ada', '{server}', 'app', '{name}', '{language}', {at}");
            assert_eq!(tamper(&world, &format!("INSERT INTO scope_grants ({columns}) VALUES ({row})")).await, 1);
        }
        let _ = tamper(&world, "DROP TABLE consents").await;
        assert_eq!(tamper(&world, "DELETE FROM seaql_migrations WHERE version = 'm0016_consents'").await, 1);
        let replica = world.replica().await;
        replica.migrate().await.unwrap();

        let given = Given { server_id: DEFAULT, subject: "ada", client_id: "app" };
        let consents = consent::find(&replica, "t", given).await.unwrap();
        assert!(consents.have(&one.id), "{consents:?}");
        for scope in [both, other, later, implicit] {
            assert!(!consents.have(&scope.id), "{}: {consents:?}", scope.name);
        }
        let at_shop = Given { server_id: "shop", ..given };
        assert!(consent::find(&replica, "t", at_shop).await.unwrap().is_empty());
        // Lists show what they did.
        let of_server = scope_grant::by_client(&replica, ServerKey { tenant: "t", id: DEFAULT }, "ada").await.unwrap();
        assert_eq!(of_server["app"].len(), 5);
    }
}

/// Before there were gateways any text could be a service's `gateway_id`. Whoever read such a service and wrote it back would now be refused.
#[tokio::test]
async fn what_services_called_their_gateway_before_there_were_any_is_taken_away() {
    for database in Database::tested() {
        let world = World::new(database).await;
        world.tenant("t").await;
        for id in ["orders", "photos"] {
            make_service(&world.store, "t", id).await;
        }
        assert_eq!(
            tamper(&world, "UPDATE services SET gateway_id = 'the one by the door' WHERE id = 'orders'").await,
            1
        );
        let _ = tamper(&world, "DROP INDEX services_by_gateway").await;
        let _ = tamper(&world, "DROP TABLE gateways").await;
        assert_eq!(tamper(&world, "DELETE FROM seaql_migrations WHERE version = 'm0018_gateways'").await, 1);
        let replica = world.replica().await;
        replica.migrate().await.unwrap();
        for id in ["orders", "photos"] {
            let service = service::find(&replica, "t", id).await.unwrap().unwrap();
            assert_eq!((&service.name, &service.gateway_id), (&format!("Service {id}"), &None));
        }
        let guarded = gateway::list_of_server(&replica, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert!(guarded.is_empty());
    }
}

/// A secret was a column of its client, with its end beside it, which could be any number.
#[tokio::test]
async fn secrets_that_were_columns_of_their_clients_hold_as_they_did_and_stay_nowhere_else() {
    const ENDS: [(&str, i64, i64); 4] = [
        ("never", 0, 0),
        ("over", 1, 1),
        ("later", 4_000_000_000, 4_000_000_000),
        ("endless", i64::MAX, 253_402_300_799),
    ];
    for database in Database::tested() {
        let world = World::new(database).await;
        world.tenant("t").await;
        let new =
            |id: &str| NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        let mut secrets = Vec::new();
        for (id, ..) in ENDS {
            let made = client::create(&acting(&world.store, "t"), new(id)).await.unwrap();
            secrets.push(client::open_secret(&world.store, &made).unwrap().unwrap());
        }
        let details =
            ClientDetails { token_endpoint_auth_method: ClientAuthentication::None, ..ClientDetails::default() };
        client::create(&acting(&world.store, "t"), NewClient { details, ..new("public") }).await.unwrap();

        let bytes = if database == Database::Postgres { "BYTEA" } else { "BLOB" };
        let _ = tamper(&world, &format!("ALTER TABLE clients ADD COLUMN secret {bytes}")).await;
        let ends_at = "ALTER TABLE clients ADD COLUMN client_secret_expires_at BIGINT NOT NULL DEFAULT 0";
        let _ = tamper(&world, ends_at).await;
        let back = "UPDATE clients SET secret = (SELECT s.secret FROM client_secrets s WHERE s.tenant_id = clients.tenant_id AND s.client_id = clients.id)";
        let _ = tamper(&world, back).await;
        for (id, before, _) in ENDS {
            let end = format!("UPDATE clients SET client_secret_expires_at = {before} WHERE id = '{id}'");
            assert_eq!(tamper(&world, &end).await, 1);
        }
        let _ = tamper(&world, "DROP TABLE client_secrets").await;
        assert_eq!(tamper(&world, "DELETE FROM seaql_migrations WHERE version = 'm0022_client_secrets'").await, 1);

        let replica = world.replica().await;
        replica.migrate().await.unwrap();
        for ((id, _, ends_at), secret) in ENDS.into_iter().zip(secrets) {
            let found = client::find(&replica, "t", id).await.unwrap().unwrap();
            assert_eq!(client::open_secret(&replica, &found).unwrap(), Some(secret.clone()));
            assert_eq!((found.client_secret_expires_at, found.secrets.len()), (ends_at, 1), "{id}");
            assert_eq!(found.secrets[0].created_at, found.created_at);
            let known = client::credentials(&replica, "t", None, id).await.unwrap().unwrap();
            let known = known.secret_of(&secret).unwrap();
            assert_eq!(known.has_ended(replica.now()), id == "over", "{id}");
        }
        let public = client::find(&replica, "t", "public").await.unwrap().unwrap();
        assert!(public.secrets.is_empty());
        let columns = &super::schema(&world).await["clients"];
        assert!(
            !columns.iter().any(|column| column == "secret" || column == "client_secret_expires_at"),
            "{columns:?}"
        );
    }
}
