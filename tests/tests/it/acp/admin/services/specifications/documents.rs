//! Documents of others, as they are: `cargo xtask test` fetches them.

use std::fs;
use std::path::{Path, PathBuf};

use authplane_tests::{Database, Document, Settings, Tenant, TestServer, on_both};
use serde_json::{Value, json};

use super::{apis_of, ids, text};
use crate::it::things;

/// The folder of the build, in which the tools are too.
fn built() -> PathBuf {
    let own = std::env::current_exe().expect("a process knows its executable");
    own.ancestors().nth(3).expect("an executable is in target/debug/deps").to_owned()
}

pub(in crate::it) fn document(name: &str) -> Vec<u8> {
    let path: PathBuf = if name == "authplane.json" {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi").join(name)
    } else {
        built().join("tools/openapi-documents").join(name)
    };
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` fetches it", path.display()))
}

/// What stands below `paths` by the names of methods.
fn operations(document: &Value) -> Vec<(String, String)> {
    let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let paths = document["paths"].as_object().expect("a document has paths");
    let of_path = |(path, item): (&String, &Value)| -> Vec<_> {
        let methods = methods.iter().filter(|method| item.get(**method).is_some());
        methods.map(|method| (method.to_ascii_uppercase(), path.clone())).collect()
    };
    let mut operations: Vec<_> = paths.iter().flat_map(of_path).collect();
    operations.sort();
    operations
}

#[tokio::test]
async fn each_is_imported_whole_and_again_without_a_change() {
    on_both(async |tenant| {
        let ours = Document::canonical().operations().count();
        for (name, count) in [
            ("keycloak.local.json", 281),
            ("stripe.com.json", 452),
            ("kubernetes.io.json", 845),
            ("api.github.com.json", 1_223),
            ("authplane.json", ours),
        ] {
            let service = things::service(&tenant).await;
            let bytes = document(name);
            let expected = operations(&serde_json::from_slice(&bytes).unwrap());
            assert_eq!(expected.len(), count, "{name}");
            let imported = text(&tenant, &service, bytes.clone()).send().await.expect(200).json();
            let created = &imported["created_apis"];
            let listed = tenant.get(&apis_of(&service)).send().await.expect(200).json();
            assert_eq!(&listed["apis"], created, "{name}");
            let told =
                |api: &Value| (api["method"].as_str().unwrap().to_owned(), api["path"].as_str().unwrap().to_owned());
            let mut found: Vec<_> = created.as_array().unwrap().iter().map(told).collect();
            found.sort();
            assert_eq!(found, expected, "{name}");
            let events = tenant.audit_events().await.len();
            let again = text(&tenant, &service, bytes).send().await.expect(200).json();
            assert_eq!(&again["created_apis"], created, "{name}");
            assert_eq!(tenant.audit_events().await.len(), events, "{name}");
            assert_eq!(ids(&again["removed_apis"]), ids(created));
        }
    })
    .await;
}

/// Five thousand operations are one transaction of few statements, whatever they change.
#[tokio::test]
async fn a_large_one_is_written_by_few_statements() {
    for database in Database::tested() {
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        let service = things::service(&tenant).await;
        let sent = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = std::sync::Arc::clone(&sent);
        let count = move |_: &sea_orm::Statement| {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        };
        server.with_store(|store| async move { store.observe_statements(count) }).await;
        let large = |first: usize| {
            let path =
                |index: usize| format!("\"/things/{index}/{{id}}\":{{\"get\":{{\"x-data-classifications\":[\"a\"]}}}}");
            let paths: Vec<_> = (first..first + 5_000).map(path).collect();
            format!("{{\"openapi\":\"3.0.0\",\"paths\":{{{}}}}}", paths.join(","))
        };
        // Made; the same again; all of them a place further on; half of them others.
        let moved = large(0).replacen("{\"/things", "{\"/first\":{\"get\":{}},\"/things", 1);
        for (document, most) in [(large(0), 80), (large(0), 20), (moved, 80), (large(2_500), 80)] {
            sent.store(0, std::sync::atomic::Ordering::Relaxed);
            let imported = text(&tenant, &service, document).send().await.expect(200).json();
            let (count, sent) =
                (imported["created_apis"].as_array().unwrap().len(), sent.load(std::sync::atomic::Ordering::Relaxed));
            assert!((5_000..=5_001).contains(&count), "{count}");
            assert!(sent <= most, "{sent} statements on {database:?}");
        }
        let path = format!("{}?data_classification=a", apis_of(&service));
        assert_eq!(tenant.get(&path).send().await.expect(200).json()["apis"].as_array().unwrap().len(), 5_000);
        let _ = tenant.delete(&apis_of(&service)).send().await.expect(200);
        assert_eq!(tenant.get(&apis_of(&service)).send().await.expect(200).json(), json!({"apis": []}));
    }
}
