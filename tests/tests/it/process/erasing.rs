//! `authplane erase`.

use authplane_domain::environment::SystemRandom;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Store};
use authplane_tests::Database;
use authplane_tests::database::Folder;
use serde_json::json;

use super::{Server, run, text};
use crate::it::domain::ledger::{event, record};

#[tokio::test]
async fn erase_says_what_went_and_verify_that_the_ledger_is_whole() {
    for database in Database::tested() {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let url = database.create(folder.path()).await;
        let flags = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
        let call = async |command: &[&str], more: &[&str]| {
            let output = run(&[command, &flags[..], more].concat()).await;
            (output.status.code(), text(&output.stdout), text(&output.stderr))
        };
        let ada = ["--tenant", "default", "--subject", "ada"];
        let (code, said, errors) = call(&["erase"], &ada).await;
        assert_eq!((code, said.as_str()), (Some(1), ""), "{errors}");
        assert!(errors.contains("does not exist") && !data.exists(), "it made something: {errors}");

        let serve = [&["serve", "--listen", "127.0.0.1:0"], &flags[..]].concat();
        let server = Server::from(super::command(&serve)).await;
        if database == Database::Sqlite {
            let (code, _, errors) = call(&["erase"], &ada).await;
            assert!(code == Some(1) && errors.contains("in use"), "a running server would go on: {errors}");
        }
        assert!(server.stop().await.0.success());
        let keys = MasterKeys::load_or_create(&data.join("master.key"), &SystemRandom).unwrap();
        let store = Store::connect(&url, Environment::system(), keys).await.unwrap();
        for subject in ["ada", "eve", "ada"] {
            record(&store, "default", vec![event(subject, json!({"given": true}))]).await;
        }
        store.close().await.unwrap();

        let (code, said, errors) = call(&["erase"], &ada).await;
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{said}");
        assert!(said.starts_with("1 keys of events of the privacy ledger\n0 consents\n"), "{said}");
        assert!(!said.contains("ada"), "{said}");
        let (code, said, _) = call(&["ledger", "verify"], &["--tenant", "default"]).await;
        assert_eq!(code, Some(0), "{said}");
        assert!(said.starts_with("default: 3 events, 2 unreadable by erasure"), "{said}");
        for (tenant, subject) in [("nobody", "ada"), ("default", "system")] {
            let (code, said, errors) = call(&["erase"], &["--tenant", tenant, "--subject", subject]).await;
            assert_eq!((code, said.as_str()), (Some(1), ""), "{errors}");
        }
        let (code, _, _) = call(&["erase"], &["--tenant", "default"]).await;
        assert_eq!(code, Some(2), "of whom?");
    }
}
