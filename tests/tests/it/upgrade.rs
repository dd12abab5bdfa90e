//! This release on the databases of earlier ones.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, SYSTEM};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{scope, service};
use authplane_tests::database::{Earlier, Folder};
use authplane_tests::document::Family;
use authplane_tests::process::command;
use authplane_tests::tenant::installation_token;
use authplane_tests::{Call, Credentials, Database, Document, Settings, Tenant, TestServer};
use http::Method;
use serde_json::json;

use super::domain::{MASTER_KEY, everything_in};
use super::nets::{SETUP, UNKNOWN, door, is_control, path_with};

/// Of every client in the fixtures.
const SECRET: &str = "a-secret-of-a-fixture-that-nobody-else-has";

async fn start(database: Database, url: &str) -> TestServer {
    let settings = Settings { database, ..Settings::default() };
    TestServer::start(settings.with("database_url", url).with("master_key", MASTER_KEY)).await
}

/// Runs a case on each earlier database of each kind; it gets the database's URL and a folder.
async fn on_earlier(case: impl AsyncFn(Database, Earlier, &str, &Folder)) {
    for database in Database::tested() {
        for earlier in Earlier::ALL {
            println!("on {database:?} of {earlier:?}");
            let folder = Folder::new();
            let url = database.create(folder.path()).await;
            earlier.fill(database, &url).await;
            Box::pin(case(database, earlier, &url, &folder)).await;
        }
    }
}

#[tokio::test]
async fn on_an_earlier_database_every_scope_of_the_document_can_be_given_and_opens_its_operations() {
    on_earlier(async |database, _, url, _| {
        let server = start(database, url).await;
        let tenant = Tenant::with_id(&server, "default").await;
        let mut tokens: BTreeMap<(&str, &str), String> = BTreeMap::new();
        for operation in Document::canonical().operations().filter(is_control) {
            let of_system = operation.family() == Some(Family::AcpSystem);
            let at = door(&operation);
            for scope in operation.scopes() {
                let token = match tokens.entry((at, scope)) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) if at == SETUP => new.insert(installation_token(&server, &[scope]).await),
                    Entry::Vacant(new) => new.insert(tenant.token_of(at, &[scope], &[]).await),
                };
                let method = operation.method.to_string().parse::<Method>().unwrap();
                let call = server.call(method, &path_with(&operation, "default", UNKNOWN));
                let call = call.bearer(token);
                let call = if operation.request().is_some() { call.json(json!({})) } else { call };
                let answer = call.send().await;
                let status = answer.status;
                // A decision that can't be read is forbidden too, and says which member it was.
                let is_unreadable = of_system && status == 403 && answer.json()["details"]["field"].is_string();
                let is_let_in = is_unreadable || (status != 401 && status != 403);
                assert!(is_let_in, "{} with {scope}: {status} {}", operation.id, answer.text());
            }
        }
        let metadata = server.call(Method::GET, "/.well-known/oauth-protected-resource").send().await.expect(200);
        let supported: BTreeSet<String> = serde_json::from_value(metadata.json()["scopes_supported"].clone()).unwrap();
        for (at, scope) in tokens.keys() {
            assert_eq!(supported.contains(*scope), *at != SYSTEM, "{scope}");
        }
        for (tenant, at) in [("default", ADMIN), ("system", SYSTEM)] {
            let scopes = server
                .with_store(
                    move |store| async move { scope::list_of_server(&store, ServerKey { tenant, id: at }).await },
                )
                .await
                .unwrap();
            let of_control_plane = |entry: &&scope::ScopeWithService| {
                entry.service.as_ref().is_some_and(|service| service.id == service::CONTROL_PLANE && service.system)
            };
            let names: BTreeSet<String> =
                scopes.iter().filter(of_control_plane).map(|entry| entry.scope.name.clone()).collect();
            assert_eq!(names, supported, "{tenant}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test]
async fn what_an_earlier_database_held_works_on_and_a_second_start_writes_nothing() {
    on_earlier(async |database, earlier, url, _| {
        let server = start(database, url).await;
        let mut known = vec![
            (DEFAULT, "order-robot", "orders:read"),
            (DEFAULT, "application", "openid profile"),
            (ADMIN, "auditor", "services:read clients:read"),
            (SYSTEM, "login-page", "manage_logins"),
            (SYSTEM, "own-robot", "own"),
        ];
        if earlier == Earlier::Af4a9f4 {
            known.push(("customers", "shop", "basket:read"));
        }
        let mut tokens = BTreeMap::new();
        for (at, id, scope) in known {
            let machine = Credentials { id: id.to_owned(), secret: SECRET.to_owned(), server: at.to_owned() };
            let call = Call::new(Method::POST, format!("{}/oauth2/token", server.issuer("default", at)));
            let form = [("grant_type", "client_credentials"), ("scope", scope)];
            let answer = call.basic(&machine.id, &machine.secret).form(&form).send().await.expect(200);
            tokens.insert(id, answer.json()["access_token"].as_str().unwrap().to_owned());
        }
        let status = async |id: &str, method: Method, path: &str| {
            server.call(method, path).bearer(&tokens[id]).json(json!({})).send().await.status
        };
        let services = "/api/admin/default/servers/default/services";
        assert_eq!(status("auditor", Method::GET, services).await, 200);
        assert_eq!(status("auditor", Method::POST, "/api/admin/default/services").await, 403);
        let login = "/api/system/default/logins/unknown";
        assert_eq!(status("login-page", Method::GET, login).await, 404);
        assert_eq!(status("own-robot", Method::GET, login).await, 403);
        server.stop().await;

        let before = everything_in(database, url).await;
        start(database, url).await.stop().await;
        assert_eq!(everything_in(database, url).await, before);
    })
    .await;
}

#[tokio::test]
async fn migrate_check_says_what_would_be_written_and_migrate_writes_it() {
    on_earlier(async |database, earlier, url, folder| {
        let data = folder.path().to_str().unwrap();
        let migrate = async |more: &[&str]| {
            let mut arguments = vec!["migrate", "--data-dir", data, "--database-url", url];
            arguments.extend(more);
            let output = command(&arguments).env("AUTHPLANE_MASTER_KEY", MASTER_KEY).output().await.unwrap();
            let text = |bytes| String::from_utf8(bytes).unwrap();
            (output.status.code(), text(output.stdout), text(output.stderr))
        };
        let before = everything_in(database, url).await;
        let (code, announced, errors) = migrate(&["--check"]).await;
        assert_eq!(code, Some(1), "{announced}{errors}");
        assert_eq!(everything_in(database, url).await, before, "asking changes nothing");
        let has = |line: &str| announced.lines().any(|announced| announced == line);
        assert_eq!(has("pending m0006_users"), earlier == Earlier::A58a17f, "{announced}");
        let scope = "pending scope admin control-plane claims:write (tenant default)";
        assert_eq!(has(scope), earlier == Earlier::A58a17f, "{announced}");
        let moved = announced
            .lines()
            .any(|line| line.starts_with("pending service ") && line.ends_with(" as profile-default (tenant default)"));
        assert!(moved, "{announced}");

        let (code, said, errors) = migrate(&[]).await;
        assert_eq!(code, Some(0), "{said}{errors}");
        assert!(said.lines().any(|line| line.ends_with(" as profile-default (tenant default)")), "{said}");
        let count = |text: &str| text.lines().last().and_then(|line| line.split(' ').next()).unwrap().to_owned();
        assert_eq!(count(&said), count(&announced));
        let (code, said, _) = migrate(&["--check"]).await;
        assert_eq!((code, said.as_str()), (Some(0), "0 pending\n"));
        let (code, said, _) = migrate(&[]).await;
        assert_eq!((code, said.as_str()), (Some(0), "0 applied\n"));
    })
    .await;
}
