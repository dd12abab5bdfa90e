//! An issuer that a server had elsewhere, and the keys that it signed with there.

use authplane_domain::catalogue::authorization_server::{self, ADMIN, DEFAULT, SigningAlgorithm};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::tokens::signing_key::{BroughtKey, bring, ensure_rotated, published};
use authplane_domain::{Error, Result, Store};
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::{ROTATION, acting, everything, make_tenant_without_keys, noon, on_both};
use crate::it::client_sdk::keys::Key;

/// Of 1024 bits.
const SHORT: &str = r#"{"kty": "RSA", "kid": "rsa", "use": "sig", "alg": "RS256", "n": "2Qifk3sN_va9LslxAPleXIGb7gYDWZ3zXACBiEkAOjgjXKrKJ5pLvRS50nNXrV8ytHwrOtkWZpDZO5qNKins-ffYpotzOlsD0IPQOQnJzfXQp3LLAUJgkgnt8ROvH3mWFCvcM0EkZFAwVVjp-CVRuSwdd8kyIRfE7uI0w-AaLI0", "e": "AQAB", "d": "aGRodUTUR5YhCzcjnsdTpwVEnmnQBLQf0VoA9C_A50AHalRQJlpmIc2tT9fhDWhj-EJdfNHcn3r-sle1nNlLvVGsvJ4e3dSdeUIj2T8Q8AQ14Em9dtiZusH_CWs8XxtBeUP5CUPNBNE-VMShePEFfeiAKgpJN8oKELtoe1_4LYE", "p": "8k2SFWS2OPCnKrWfHtMbHtE0oc3FEG1gvwL0rAnIMD1Y80MJ5EJGnarf-UaFZCK9e08CdKM65fxUOe8mt2zgrQ", "q": "5U1fsAl_a0Ji8AZT9KR45RjMYveYKEwn4fBPW_YcNXg8nku5sxw90nXRNwPXLPJHYxZfvaq6vJLYOBw9J_-XYQ", "dp": "Tw-QgvqBmsKrSPxKFzy6tKt-iO0jR-DomGrWeuwWLedWhslxCNG3SOrgee3QyIOtX_a_zl8UcMaMlPq7n04fYQ", "dq": "LkPRRax06AhJ_BHayKaSue6p9mHscl0DQwQAjxZ2FJfA61NuEWRmWNtqrgX5WVk87BIsmREkgj3CoHeaI0LfoQ", "qi": "2LXWDIYg4MvKm2dMASQ69JCzYBmUyQprMPVRJTZp5telMeK3FBIn0WqzLJ7asXIqB0Z_PqA_CHNYt8kIgMMjAA"}"#;

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn key(algorithm: &str, kid: &str, generation: i32) -> BroughtKey {
    let signs_from = noon() - TimeDelta::days(1);
    BroughtKey { jwk: object(&Key::new(algorithm).private(kid)), generation, signs_from, published_until: None }
}

fn field<T: std::fmt::Debug>(refused: Result<T>) -> String {
    match refused {
        Err(Error::Invalid { field, .. }) => field.into_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_key_that_is_brought_signs_and_the_next_one_follows_it() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let server = ServerKey { tenant: "t", id: DEFAULT };
        let [older, rsa, newest] = [key("ES256", "1", 3), key("RS256", "2", 4), key("EdDSA", "23-old", 7)];
        let (now, private) = (store.now(), newest.jwk["d"].as_str().unwrap().to_owned());
        let until = now + TimeDelta::hours(1);
        let older = BroughtKey { signs_from: now - TimeDelta::days(3), published_until: Some(until), ..older };
        let rsa = BroughtKey { signs_from: now - TimeDelta::days(2), published_until: Some(until), ..rsa };
        assert!(!format!("{newest:?}").contains(&private));
        for key in [older, rsa, newest] {
            bring(&acting(store, "t"), DEFAULT, key).await.unwrap();
        }
        let ring = published(store, server).await.unwrap();
        let shown: Vec<(&str, i32)> = ring.published(now).map(|key| (key.id.as_str(), key.generation)).collect();
        assert_eq!(shown, [("1", 3), ("2", 4), ("23-old", 7)]);
        assert_eq!(ring.published(until).count(), 1);
        let signing = ring.signing(now).unwrap();
        assert_eq!((signing.id.as_str(), signing.algorithm), ("23-old", SigningAlgorithm::EdDSA));
        assert_eq!((&signing.public_jwk["kid"], &signing.public_jwk["alg"]), (&json!("23-old"), &json!("EdDSA")));
        assert!(signing.public_jwk.get("d").is_none() && !everything(&world).await.contains(&private));
        // Its time comes as that of any other.
        assert!(!ensure_rotated(store, server, &ROTATION).await.unwrap());
        world.clock.advance(ROTATION.interval);
        assert!(ensure_rotated(store, server, &ROTATION).await.unwrap());
        let ring = published(store, server).await.unwrap();
        assert_eq!(ring.published(store.now()).map(|key| key.generation).collect::<Vec<_>>(), [7, 8]);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_whole_key_or_has_no_place_is_not_brought() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let tried = async |key: BroughtKey| field(bring(&acting(store, "t"), DEFAULT, key).await);
        let with = |member: &str, value: Value| {
            let mut key = key("EdDSA", "1", 1);
            key.jwk.insert(member.to_owned(), value);
            key
        };
        let mut public = key("EdDSA", "1", 1);
        public.jwk.remove("d");
        let short = BroughtKey { jwk: object(&serde_json::from_str(SHORT).unwrap()), ..key("EdDSA", "1", 1) };
        let mut nameless = key("ES256", "1", 1);
        nameless.jwk.remove("kid");
        let signs_from = noon();
        let until = |until| BroughtKey { signs_from, published_until: Some(until), ..key("EdDSA", "1", 1) };
        for (expected, refused) in [
            ("jwk", public),
            ("jwk", short),
            ("jwk", with("use", json!("enc"))),
            ("jwk", with("alg", json!("RS256"))),
            ("kid", nameless),
            ("kid", with("kid", json!("a/b"))),
            ("generation", key("EdDSA", "1", 0)),
            ("published_until", until(signs_from)),
        ] {
            assert_eq!(tried(refused).await, expected);
        }
        bring(&acting(store, "t"), DEFAULT, key("EdDSA", "1", 1)).await.unwrap();
        for taken in [key("EdDSA", "1", 2), key("EdDSA", "2", 1)] {
            let refused = bring(&acting(store, "t"), DEFAULT, taken).await;
            assert!(matches!(refused, Err(Error::Conflict { thing: "signing_key", .. })), "{refused:?}");
        }
        let nowhere = bring(&acting(store, "t"), "nowhere", key("EdDSA", "3", 3)).await;
        assert!(matches!(nowhere, Err(Error::NotFound { .. })), "{nowhere:?}");
    })
    .await;
}

#[tokio::test]
async fn an_issuer_of_ones_own_is_an_address_and_not_of_a_server_of_the_system() {
    on_both(async |world| {
        world.tenant("t").await;
        let set = async |store: &Store, id: &str, issuer: &str| {
            authorization_server::set_issuer(&acting(store, "t"), id, Some(issuer.to_owned())).await
        };
        let store = &world.store;
        for no_issuer in
            ["", "old", "http://old.example.com", "https://old.example.com?a=b", "https://a:b@old.example.com"]
        {
            assert_eq!(field(set(store, DEFAULT, no_issuer).await), "issuer_url", "{no_issuer}");
        }
        let of_system = set(store, ADMIN, "https://old.example.com/t/admin").await;
        assert!(matches!(of_system, Err(Error::Refused { .. })), "{of_system:?}");
        let issuer = "https://old.example.com/t/default";
        assert_eq!(set(store, DEFAULT, issuer).await.unwrap().issuer_url.as_deref(), Some(issuer));
        let back = authorization_server::set_issuer(&acting(store, "t"), DEFAULT, None).await.unwrap();
        assert_eq!(back.issuer_url, None);
    })
    .await;
}
