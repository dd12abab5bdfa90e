//! `authplane ledger verify`.

use std::path::Path;

use authplane_domain::environment::SystemRandom;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Store};
use authplane_tests::Database;
use authplane_tests::database::Folder;
use sea_orm::ConnectionTrait as _;
use serde_json::json;

use super::{Server, run, text};
use crate::it::domain::ledger::{event, record};

/// The database of a server, with its own master key.
async fn store(data: &Path, url: &str) -> Store {
    let keys = MasterKeys::load_or_create(&data.join("master.key"), &SystemRandom).unwrap();
    Store::connect(url, Environment::system(), keys).await.unwrap()
}

async fn tamper(url: &str, statement: &str) {
    let connection = sea_orm::Database::connect(url).await.unwrap();
    assert_eq!(connection.execute_unprepared(statement).await.unwrap().rows_affected(), 1, "{statement}");
    connection.close().await.unwrap();
}

#[tokio::test]
async fn ledger_verify_says_of_each_tenant_whether_and_where_its_ledger_is_broken() {
    for database in Database::tested() {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let url = database.create(folder.path()).await;
        let flags = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
        let verify = async |more: &[&str]| {
            let output = run(&[&["ledger", "verify"], &flags[..], more].concat()).await;
            (output.status.code(), text(&output.stdout), text(&output.stderr))
        };
        let (code, said, errors) = verify(&[]).await;
        assert_eq!((code, said.as_str()), (Some(1), ""), "{errors}");
        assert!(errors.contains("does not exist") && !data.exists(), "it made something: {errors}");

        let serve = [&["serve", "--listen", "127.0.0.1:0"], &flags[..]].concat();
        let server = Server::from(super::command(&serve)).await;
        let beside = store(&data, &url).await;
        let events = |count: usize| (0..count).map(|number| event("ada", json!({"given": number}))).collect();
        record(&beside, "default", events(3)).await;
        let (code, said, errors) = verify(&[]).await;
        assert_eq!((code, errors.as_str()), (Some(0), ""), "beside a running server");
        let line =
            |tenant: &str| said.lines().find(|line| line.starts_with(&format!("{tenant}: "))).unwrap().to_owned();
        assert_eq!(line("system"), format!("system: 0 events, 0 unreadable by erasure, head 0:{}", "0".repeat(64)));
        assert!(line("default").starts_with("default: 3 events, 0 unreadable by erasure, head 3:"), "{said}");
        let noted = line("default").split_once("head ").unwrap().1.to_owned();
        assert!(server.stop().await.0.success());

        record(&beside, "default", events(2)).await;
        let of_default = ["--tenant", "default"];
        let (code, said, _) = verify(&[&of_default[..], &["--expect", &noted]].concat()).await;
        assert_eq!((code, said.lines().count()), (Some(0), 1), "{said}");
        let invented = format!("4{}", &noted[1..]);
        let (code, said, _) = verify(&[&of_default[..], &["--expect", &invented]].concat()).await;
        assert_eq!((code, said.as_str()), (Some(1), "default: broken: event 4: it isn't the one that was noted\n"));
        for malformed in ["3", "3:ab", "x"] {
            let (code, _, errors) = verify(&[&of_default[..], &["--expect", malformed]].concat()).await;
            assert_eq!(code, Some(2), "{errors}");
        }
        let (code, _, errors) = verify(&["--expect", &noted]).await;
        assert_eq!(code, Some(2), "of which tenant? {errors}");
        let (code, said, errors) = verify(&["--tenant", "nobody"]).await;
        assert_eq!((code, said.as_str()), (Some(1), ""));
        assert!(errors.contains("nobody"), "{errors}");

        tamper(&url, "UPDATE ledger_events SET id = 'another' WHERE tenant_id = 'default' AND number = 2").await;
        let (code, said, errors) = verify(&[]).await;
        assert_eq!((code, errors.as_str()), (Some(1), ""));
        assert!(said.contains("default: broken: event 2: it isn't what was signed\n"), "{said}");
        assert!(said.contains("system: 0 events"), "the others are verified all the same: {said}");
        let (code, _, _) = verify(&["--tenant", "system"]).await;
        assert_eq!(code, Some(0));

        // Without the key that seals, and in a database of an earlier release.
        beside.close().await.unwrap();
        std::fs::rename(data.join("master.key"), data.join("kept.key")).unwrap();
        let (code, said, errors) = verify(&[]).await;
        assert_eq!((code, said.as_str()), (Some(1), ""));
        assert!(errors.contains("master.key") && !data.join("master.key").exists(), "{errors}");
        std::fs::rename(data.join("kept.key"), data.join("master.key")).unwrap();
        tamper(&url, "DELETE FROM seaql_migrations WHERE version = 'm0026_privacy_ledger'").await;
        let (code, said, errors) = verify(&[]).await;
        assert_eq!((code, said.as_str()), (Some(1), ""));
        assert!(errors.contains("authplane migrate"), "{errors}");
    }
}
