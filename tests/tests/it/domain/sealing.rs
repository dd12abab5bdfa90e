//! Secrets at rest.

use std::os::unix::fs::PermissionsExt as _;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::api_client;
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::environment::SystemRandom;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::tokens::signing_key;
use authplane_domain::{Error, Store};
use authplane_tests::database::Folder;

use super::{MASTER_KEY, acting, connect, on_both, tamper};

const NEW_KEY: &str = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

async fn make_client(store: &Store, id: &str) -> String {
    let new = NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
    let made = client::create(&acting(store, "t"), new).await.unwrap();
    client::open_secret(store, &made).unwrap().unwrap()
}

async fn secret(store: &Store, id: &str) -> authplane_domain::Result<Option<String>> {
    let found = client::find(store, "t", id).await?.unwrap();
    client::open_secret(store, &found)
}

#[test]
fn a_sealed_value_opens_only_where_it_was_sealed_and_as_it_was_sealed() {
    let keys = MasterKeys::from_base64_list(MASTER_KEY).unwrap();
    let sealed = keys.seal(&SystemRandom, "client_secret:t:a", b"secret").unwrap();
    assert_eq!(keys.open("client_secret:t:a", &sealed).unwrap(), b"secret");
    for elsewhere in ["client_secret:t:b", "client_secret:u:a", "api_client_secret:t:a", ""] {
        assert!(matches!(keys.open(elsewhere, &sealed), Err(Error::Internal(_))), "{elsewhere}");
    }
    let again = keys.seal(&SystemRandom, "client_secret:t:a", b"secret").unwrap();
    assert_ne!(sealed, again, "the same value is never sealed alike");
    assert_eq!(format!("{sealed:?}"), "(sealed)");
    assert!(!format!("{keys:?}").contains("AQEB"));
    let empty = keys.seal(&SystemRandom, "c", b"").unwrap();
    assert_eq!(keys.open("c", &empty).unwrap(), b"");
    assert!(keys.open_text("c", &keys.seal(&SystemRandom, "c", b"\xff").unwrap()).is_err());
}

#[tokio::test]
async fn a_ciphertext_that_is_moved_to_another_row_does_not_open() {
    on_both(async |world| {
        world.tenant("t").await;
        let (of_a, of_b) = (make_client(&world.store, "a").await, make_client(&world.store, "b").await);
        let moved = "UPDATE client_secrets SET secret = (SELECT secret FROM client_secrets WHERE tenant_id = 't' AND client_id = 'b') \
                     WHERE tenant_id = 't' AND client_id = 'a'";
        assert_eq!(tamper(&world, moved).await, 1);
        let restarted = world.replica().await;
        assert!(matches!(secret(&restarted, "a").await, Err(Error::Internal(_))));
        assert!(matches!(client::credentials(&restarted, "t", None, "a").await, Err(Error::Internal(_))));
        assert_eq!(secret(&restarted, "b").await.unwrap().as_ref(), Some(&of_b));
        assert_ne!(of_a, of_b);
        // Nor one that was changed in one bit, or shortened.
        for statement in [
            "UPDATE client_secrets SET secret = substr(secret, 1, 20) WHERE client_id = 'b'",
            "UPDATE client_secrets SET secret = '' WHERE client_id = 'b'",
        ] {
            if statement.contains("''") && world.database == authplane_tests::Database::Sqlite {
                continue;
            }
            tamper(&world, statement).await;
            assert!(matches!(secret(&world.replica().await, "b").await, Err(Error::Internal(_))), "{statement}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_master_key_seals_and_the_old_one_still_opens() {
    on_both(async |world| {
        world.tenant("t").await;
        let old = make_client(&world.store, "old").await;
        let both = connect(&world.url, &world.clock, &format!("{NEW_KEY},{MASTER_KEY}")).await;
        assert_eq!(secret(&both, "old").await.unwrap(), Some(old.clone()));
        let new = make_client(&both, "new").await;
        let only_new = connect(&world.url, &world.clock, NEW_KEY).await;
        assert_eq!(secret(&only_new, "new").await.unwrap(), Some(new));
        assert!(matches!(secret(&only_new, "old").await, Err(Error::Internal(_))));
        assert!(matches!(
            signing_key::published(&only_new, ServerKey { tenant: "t", id: DEFAULT }).await,
            Err(Error::Internal(_))
        ));
        // The old installation, given back its key, goes on.
        assert_eq!(secret(&world.replica().await, "old").await.unwrap(), Some(old));
        assert!(secret(&world.replica().await, "new").await.is_err());
        let robot = api_client::create(&acting(&both, "t"), "r".to_owned(), vec![]).await.unwrap();
        assert!(api_client::open_secret(&only_new, &robot).is_ok());
    })
    .await;
}

#[test]
fn the_key_file_is_made_once_for_its_owner_alone_and_refused_when_others_may_read_it() {
    let folder = Folder::new();
    let path = folder.path().join("master.key");
    let made = MasterKeys::load_or_create(&path, &SystemRandom).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    let sealed = made.seal(&SystemRandom, "c", b"secret").unwrap();
    let loaded = MasterKeys::load_or_create(&path, &SystemRandom).unwrap();
    assert_eq!(loaded.open("c", &sealed).unwrap(), b"secret");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    for others in [0o640, 0o604, 0o660, 0o601] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(others)).unwrap();
        let refused = MasterKeys::load_or_create(&path, &SystemRandom).unwrap_err().to_string();
        assert!(refused.contains("chmod 600") && refused.contains("master.key"), "{refused}");
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&path, "\n").unwrap();
    assert!(matches!(MasterKeys::load_or_create(&path, &SystemRandom), Err(Error::Invalid { .. })));
    let nowhere = folder.path().join("missing").join("master.key");
    assert!(MasterKeys::load_or_create(&nowhere, &SystemRandom).is_err());
}

#[test]
fn processes_that_start_together_share_one_key_file() {
    let folder = Folder::new();
    let path = folder.path().join("master.key");
    let keys: Vec<MasterKeys> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| MasterKeys::load_or_create(&path, &SystemRandom).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let sealed = keys[0].seal(&SystemRandom, "c", b"secret").unwrap();
    assert!(keys.iter().all(|keys| keys.open("c", &sealed).unwrap() == b"secret"));
}

#[tokio::test]
async fn the_files_of_sqlite_are_made_for_their_owner_alone_and_existing_ones_are_left_as_they_are() {
    let folder = Folder::new();
    let path = folder.path().join("a b.db");
    let url = format!("sqlite://{}/a%20b.db?mode=rwc", folder.path().display());
    let clock = std::sync::Arc::new(authplane_domain::environment::ManualClock::new(super::noon()));
    let store = connect(&url, &clock, MASTER_KEY).await;
    store.migrate().await.unwrap();
    super::make_tenant(&store, "t", authplane_domain::catalogue::authorization_server::SigningAlgorithm::EdDSA).await;
    let modes = || -> Vec<(String, u32)> {
        let entries = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
        let mode = |entry: &std::fs::DirEntry| entry.metadata().unwrap().permissions().mode() & 0o777;
        entries.map(|entry| (entry.file_name().into_string().unwrap(), mode(&entry))).collect()
    };
    assert!(modes().len() >= 2, "the database and its log: {:?}", modes());
    assert!(modes().iter().all(|(_, mode)| *mode == 0o600), "{:?}", modes());
    store.close().await.unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let store = connect(&url, &clock, MASTER_KEY).await;
    assert!(secret_of_shared(&store).await);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let keys = || MasterKeys::from_base64_list(MASTER_KEY).unwrap();
    let nowhere = format!("sqlite://{}/missing/x.db?mode=rwc", folder.path().display());
    let refused = Store::connect(&nowhere, authplane_domain::Environment::system(), keys()).await;
    assert!(matches!(refused, Err(Error::Unavailable(_))));
    let absent = format!("sqlite://{}/absent.db", folder.path().display());
    let refused = Store::connect(&absent, authplane_domain::Environment::system(), keys()).await;
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    assert!(!folder.path().join("absent.db").exists(), "only mode=rwc makes a file");
}

async fn secret_of_shared(store: &Store) -> bool {
    secret(store, &api_client::shared_client_id("t")).await.unwrap().is_some()
}
