//! Secrets of clients beside the current one: how they are kept, and when they were used.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, NewClient};
use authplane_tests::Database;
use aws_lc_rs::digest;
use chrono::TimeDelta;

use super::{acting, everything, on_both, tamper};

fn new(id: &str) -> NewClient {
    NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() }
}

/// Of one that was brought along as its digest nobody has the clear text.
#[tokio::test]
async fn a_secret_of_which_only_the_digest_is_known_proves_who_shows_it_and_seals_nothing() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let secret = "brought-along-from-somewhere-else-as-a-digest";
        client::create(&acting(store, "t"), new("app")).await.unwrap();
        let digest = digest::digest(&digest::SHA256, secret.as_bytes());
        let hex = digest.as_ref().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        let bytes = if world.database == Database::Postgres { format!("'\\x{hex}'") } else { format!("x'{hex}'") };
        let brought = format!("UPDATE client_secrets SET secret = NULL, digest = {bytes} WHERE client_id = 'app'");
        assert_eq!(tamper(&world, &brought).await, 1);
        let known = client::credentials(&world.replica().await, "t", None, "app").await.unwrap().unwrap();
        assert!(known.secret_of(secret).is_some() && known.secret_of("another").is_none());
        assert!(known.open_secrets(store).unwrap().is_empty());
        let found = client::find(store, "t", "app").await.unwrap().unwrap();
        assert_eq!(client::open_secret(store, &found).unwrap(), None);
        // It is rotated out like any other.
        let (rotated, clear) = client::rotate_secret(&acting(store, "t"), "app", None).await.unwrap();
        assert!(client::open_rotated_secrets(store, &rotated).unwrap().is_empty());
        let known = client::credentials(&world.replica().await, "t", None, "app").await.unwrap().unwrap();
        assert!(known.secret_of(secret).is_some() && known.secret_of(&clear).is_some());
        assert_eq!(known.open_secrets(store).unwrap().len(), 1);
    })
    .await;
}

/// Somebody may know them: that is what a secret is reset for.
#[tokio::test]
async fn a_secret_that_is_reset_takes_those_along_that_were_rotated_away() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let made = client::create(&acting(store, "t"), new("app")).await.unwrap();
        let mut former = vec![client::open_secret(store, &made).unwrap().unwrap()];
        for _ in 0..2 {
            former.push(client::rotate_secret(&acting(store, "t"), "app", None).await.unwrap().1);
        }
        let known = client::credentials(store, "t", None, "app").await.unwrap().unwrap();
        assert!(former.iter().all(|secret| known.secret_of(secret).is_some()));
        let reset = client::set_secret(&acting(store, "t"), "app", None).await.unwrap();
        let known = client::credentials(store, "t", None, "app").await.unwrap().unwrap();
        assert!(known.secret_of(&reset).is_some());
        assert!(former.iter().all(|secret| known.secret_of(secret).is_none()));
        assert_eq!(client::find(store, "t", "app").await.unwrap().unwrap().secrets.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn when_a_secret_was_used_is_written_later_once_a_minute_and_never_backwards() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        client::create(&acting(store, "t"), new("app")).await.unwrap();
        let (_, current) = client::rotate_secret(&acting(store, "t"), "app", None).await.unwrap();
        let last_uses = async || {
            let found = client::find(store, "t", "app").await.unwrap().unwrap();
            found.secrets.iter().map(|secret| secret.last_used_at).collect::<Vec<_>>()
        };
        let credentials = client::credentials(store, "t", None, "app").await.unwrap().unwrap();
        let used = || credentials.note_use(store, credentials.secret_of(&current).unwrap());
        let before = everything(&world).await;
        let first = store.now();
        used();
        used();
        assert_eq!(everything(&world).await, before, "who uses it waits for nothing");
        assert_eq!(client::write_last_uses(store).await.unwrap(), 1);
        assert_eq!(last_uses().await, [Some(first), None]);
        world.clock.advance(TimeDelta::seconds(59));
        used();
        assert_eq!(client::write_last_uses(store).await.unwrap(), 0);
        world.clock.advance(TimeDelta::seconds(1));
        used();
        // Another replica has written a later one meanwhile.
        world.clock.advance(TimeDelta::seconds(60));
        let replica = world.replica().await;
        let there = client::credentials(&replica, "t", None, "app").await.unwrap().unwrap();
        there.note_use(&replica, there.secret_of(&current).unwrap());
        assert_eq!(client::write_last_uses(&replica).await.unwrap(), 1);
        assert_eq!(client::write_last_uses(store).await.unwrap(), 1);
        let second = first + TimeDelta::seconds(120);
        assert_eq!(last_uses().await, [Some(second), None]);
        // It goes with its secret, and no event tells of it.
        let (rotated, _) = client::rotate_secret(&acting(store, "t"), "app", None).await.unwrap();
        assert_eq!(
            rotated.secrets.iter().map(|secret| secret.last_used_at).collect::<Vec<_>>(),
            [None, Some(second), None]
        );
        assert_eq!(last_uses().await, [None, Some(second), None]);
        let events = authplane_domain::installation::audit::list(store, "t", 1000).await.unwrap();
        assert!(!format!("{events:?}").contains("last_used_at"));
    })
    .await;
}

#[tokio::test]
async fn many_uses_are_written_together_and_each_to_its_own_client() {
    on_both(async |world| {
        let store = &world.store;
        for tenant in ["t", "u"] {
            world.tenant(tenant).await;
            for number in 0..70 {
                let made = client::create(&acting(store, tenant), new(&format!("app-{number}"))).await.unwrap();
                if number % 10 != 0 {
                    let known = client::credentials(store, tenant, None, &made.id).await.unwrap().unwrap();
                    let secret = client::open_secret(store, &made).unwrap().unwrap();
                    known.note_use(store, known.secret_of(&secret).unwrap());
                }
            }
        }
        assert_eq!(client::write_last_uses(store).await.unwrap(), 126);
        for tenant in ["t", "u"] {
            for client in client::in_parts(store, ServerKey { tenant, id: DEFAULT }).next().await.unwrap() {
                if let Some(number) = client.id.strip_prefix("app-") {
                    let was_used = client.secrets[0].last_used_at.is_some();
                    assert_eq!(was_used, !number.ends_with('0'), "{tenant} {number}");
                }
            }
        }
    })
    .await;
}
