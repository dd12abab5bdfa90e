//! An issuer that a server had elsewhere, and the keys that it signed with there.

use authplane_domain::catalogue::authorization_server::{self, ADMIN, DEFAULT, ServerDetails, SigningAlgorithm};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::configuration::beside::KeyBeside;
use authplane_domain::configuration::wanted::{BroughtIssuer, BroughtKeys, WantedServer};
use authplane_domain::configuration::{Entry, Mode, Note, Options, Outcome, Wanted, bring_in};
use authplane_domain::tokens::signing_key::{ensure_rotated, published};
use authplane_domain::{Error, Result, Store};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::{ROTATION, acting, everything, make_tenant_without_keys, noon, on_both};
use crate::it::client_sdk::keys::Key;

/// Of 1024 bits.
const SHORT: &str = r#"{"kty": "RSA", "kid": "rsa", "use": "sig", "alg": "RS256", "n": "2Qifk3sN_va9LslxAPleXIGb7gYDWZ3zXACBiEkAOjgjXKrKJ5pLvRS50nNXrV8ytHwrOtkWZpDZO5qNKins-ffYpotzOlsD0IPQOQnJzfXQp3LLAUJgkgnt8ROvH3mWFCvcM0EkZFAwVVjp-CVRuSwdd8kyIRfE7uI0w-AaLI0", "e": "AQAB", "d": "aGRodUTUR5YhCzcjnsdTpwVEnmnQBLQf0VoA9C_A50AHalRQJlpmIc2tT9fhDWhj-EJdfNHcn3r-sle1nNlLvVGsvJ4e3dSdeUIj2T8Q8AQ14Em9dtiZusH_CWs8XxtBeUP5CUPNBNE-VMShePEFfeiAKgpJN8oKELtoe1_4LYE", "p": "8k2SFWS2OPCnKrWfHtMbHtE0oc3FEG1gvwL0rAnIMD1Y80MJ5EJGnarf-UaFZCK9e08CdKM65fxUOe8mt2zgrQ", "q": "5U1fsAl_a0Ji8AZT9KR45RjMYveYKEwn4fBPW_YcNXg8nku5sxw90nXRNwPXLPJHYxZfvaq6vJLYOBw9J_-XYQ", "dp": "Tw-QgvqBmsKrSPxKFzy6tKt-iO0jR-DomGrWeuwWLedWhslxCNG3SOrgee3QyIOtX_a_zl8UcMaMlPq7n04fYQ", "dq": "LkPRRax06AhJ_BHayKaSue6p9mHscl0DQwQAjxZ2FJfA61NuEWRmWNtqrgX5WVk87BIsmREkgj3CoHeaI0LfoQ", "qi": "2LXWDIYg4MvKm2dMASQ69JCzYBmUyQprMPVRJTZp5telMeK3FBIn0WqzLJ7asXIqB0Z_PqA_CHNYt8kIgMMjAA"}"#;

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

/// A key as this server writes it.
fn key(algorithm: &str, kid: &str, generation: i32) -> KeyBeside {
    let key = Key::new(algorithm);
    let mut public = object(&key.public(kid));
    public.insert("alg".to_owned(), algorithm.into());
    KeyBeside {
        public,
        private_key: STANDARD.encode(key.pkcs8()),
        created_at: None,
        generation: Some(generation),
        signs_from: Some(noon() - TimeDelta::days(1)),
        published_until: None,
    }
}

/// Brings a server of the tenant `t` in.
async fn bring(store: &Store, id: &str, keys: BroughtKeys, issuer: BroughtIssuer) -> Result<Outcome> {
    let server = WantedServer {
        details: ServerDetails { name: id.to_owned(), ..ServerDetails::default() },
        key_algorithm: None,
        issuer,
        methods: None,
        secret: None,
        rotated_secrets: None,
        keys,
        created_at: None,
    };
    let entry = Entry { at: "/servers/0".to_owned(), id: id.to_owned(), wanted: server };
    let wanted = Wanted { servers: Some(vec![entry]), ..Wanted::default() };
    let options = Options { mode: Mode::Update, keep_issuers: true, ..Options::default() };
    Box::pin(bring_in(&acting(store, "t"), wanted, options)).await
}

async fn bring_keys(store: &Store, id: &str, keys: BroughtKeys) -> Result<Outcome> {
    bring(store, id, keys, BroughtIssuer::Nothing).await
}

/// The place in the row, and what is said of it.
fn told<T: std::fmt::Debug>(refused: Result<T>) -> (String, String) {
    match refused {
        Err(Error::Invalid { field, message }) => {
            (field.strip_prefix("/servers/0/").unwrap_or(&field).to_owned(), message)
        }
        other => panic!("{other:?}"),
    }
}

fn field<T: std::fmt::Debug>(refused: Result<T>) -> String {
    told(refused).0
}

#[tokio::test]
async fn a_key_that_is_brought_signs_and_the_next_one_follows_it() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let server = ServerKey { tenant: "t", id: DEFAULT };
        let now = store.now();
        let until = now + TimeDelta::hours(1);
        let former = |key: KeyBeside, days: i64| KeyBeside {
            signs_from: Some(now - TimeDelta::days(days)),
            published_until: Some(until),
            ..key
        };
        let newest = key("EdDSA", "23-old", 7);
        let private = newest.private_key.clone();
        assert!(!format!("{newest:?}").contains(&private));
        let keys = vec![newest, former(key("RS256", "2", 4), 2), former(key("ES256", "1", 3), 3)];
        assert!(bring_keys(store, DEFAULT, BroughtKeys::Own(keys.clone())).await.unwrap().is_written);
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
        let generations = async || {
            let ring = published(store, server).await.unwrap();
            ring.published(store.now()).map(|key| key.generation).collect::<Vec<_>>()
        };
        assert_eq!(generations().await, [7, 8]);
        // Brought once more, they are known, and what came after them stays.
        let again = bring_keys(store, DEFAULT, BroughtKeys::Own(keys)).await.unwrap();
        assert_eq!((again.steps.len(), generations().await), (0, vec![7, 8]));
    })
    .await;
}

#[tokio::test]
async fn of_a_key_set_from_elsewhere_the_first_one_signs_and_the_others_are_there_for_what_they_signed() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let keys = [("RS256", "now"), ("ES256", "before"), ("EdDSA", "earlier")];
        let jwks = keys.map(|(algorithm, kid)| object(&Key::new(algorithm).private(kid))).to_vec();
        let _ = bring_keys(store, DEFAULT, BroughtKeys::Jwks(jwks)).await.unwrap();
        let ring = published(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        let shown: Vec<&str> = ring.published(store.now()).map(|key| key.id.as_str()).collect();
        assert_eq!((ring.signing(store.now()).unwrap().id.as_str(), shown), ("now", vec!["earlier", "before", "now"]));
        // As long as a token lives.
        let later = store.now() + TimeDelta::seconds(ServerDetails::default().access_token_ttl);
        assert_eq!(ring.published(later).map(|key| key.id.as_str()).collect::<Vec<_>>(), ["now"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_whole_key_or_has_no_place_is_not_brought() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let with = |member: &str, value: Value| {
            let mut jwk = object(&Key::new("EdDSA").private("1"));
            jwk.insert(member.to_owned(), value);
            jwk
        };
        let short = object(&serde_json::from_str(SHORT).unwrap());
        for refused in [
            object(&Key::new("EdDSA").public("1")),
            short,
            with("use", json!("enc")),
            with("alg", json!("RS256")),
            with("kid", json!("a/b")),
            with("x", json!("AAAA")),
        ] {
            assert_eq!(field(bring_keys(store, DEFAULT, BroughtKeys::Jwks(vec![refused])).await), "jwks/keys/0");
        }
        let own = |keys: Vec<KeyBeside>| bring_keys(store, DEFAULT, BroughtKeys::Own(keys));
        let good = || key("EdDSA", "1", 1);
        let of_another = key("EdDSA", "1", 1).private_key;
        let mut nameless = good();
        nameless.public.remove("kid");
        let mut of_no_algorithm = good();
        of_no_algorithm.public.insert("alg".to_owned(), json!("HS256"));
        for refused in [
            nameless,
            of_no_algorithm,
            KeyBeside { private_key: of_another, ..good() },
            KeyBeside { private_key: "AAAA".to_owned(), ..good() },
            key("EdDSA", "1", 0),
            KeyBeside { published_until: good().signs_from, ..good() },
        ] {
            assert_eq!(field(own(vec![refused]).await), "authplane/keys/0");
        }
        assert_eq!(field(own(vec![good(), good()]).await), "authplane/keys/1");
        assert_eq!(field(own(vec![good(), key("ES256", "2", 1)]).await), "authplane/keys");
        let _ = own(vec![good()]).await.unwrap();
        // Another server's.
        assert_eq!(field(bring_keys(store, "shop", BroughtKeys::Own(vec![good()])).await), "authplane/keys");
    })
    .await;
}

#[tokio::test]
async fn what_would_be_taken_for_something_else_is_told_as_what_it_is() {
    on_both(async |world| {
        let store = &world.store;
        make_tenant_without_keys(store, "t", SigningAlgorithm::EdDSA).await;
        let rsa = Key::new("RS256").private("1");
        let with = |member: &str, value: Value| {
            let mut jwk = object(&rsa);
            jwk.insert(member.to_owned(), value);
            jwk
        };
        for (refused, why) in [
            // Without its other primes it would be a key that nobody has.
            (with("oth", json!([])), "more than two primes"),
            (with("n", json!("f".repeat(700))), "at most 4096 bits"),
        ] {
            let (at, message) = told(bring_keys(store, DEFAULT, BroughtKeys::Jwks(vec![refused])).await);
            assert!(at == "jwks/keys/0" && message.contains(why), "{at}: {message}");
        }
        let no_base64 = KeyBeside { private_key: "no base64".to_owned(), ..key("EdDSA", "1", 1) };
        let (at, message) = told(bring_keys(store, DEFAULT, BroughtKeys::Own(vec![no_base64])).await);
        assert!(at == "authplane/keys/0" && message.contains("base64"), "{at}: {message}");
        // Sixteen may come, whichever way.
        let jwks = |number: usize| {
            let keys = (0..number).map(|index| object(&Key::new("EdDSA").private(&format!("k{index}"))));
            BroughtKeys::Jwks(keys.collect())
        };
        let own = |number: i32| {
            BroughtKeys::Own((1..=number).map(|index| key("EdDSA", &format!("k{index}"), index)).collect())
        };
        for (many, at) in [(jwks(17), "jwks/keys"), (own(17), "authplane/keys")] {
            let (told_at, message) = told(bring_keys(store, DEFAULT, many).await);
            assert!(told_at == at && message.contains("16"), "{told_at}: {message}");
        }
        for whole in [jwks(16), own(16)] {
            let _ = bring_keys(store, DEFAULT, whole).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn an_issuer_of_ones_own_is_an_address_and_not_of_a_server_of_the_system() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let set = async |id: &str, issuer: BroughtIssuer| bring(store, id, BroughtKeys::Nothing, issuer).await;
        let own = |issuer: &str| BroughtIssuer::Own(issuer.to_owned());
        let issuer_of =
            async |id: &str| authorization_server::find(store, "t", id).await.unwrap().unwrap().issuer_url.clone();
        for no_issuer in
            ["", "old", "http://old.example.com", "https://old.example.com?a=b", "https://a:b@old.example.com"]
        {
            assert_eq!(field(set(DEFAULT, own(no_issuer)).await), "issuer_url", "{no_issuer}");
        }
        let issuer = "https://old.example.com/t/default";
        let notes = set(ADMIN, own(issuer)).await.unwrap().notes;
        assert!(matches!(notes[..], [Note::ForeignIssuer { kept: false, .. }]), "{notes:?}");
        assert_eq!(issuer_of(ADMIN).await, None);
        let _ = set(DEFAULT, own(issuer)).await.unwrap();
        let _ = set(DEFAULT, BroughtIssuer::Nothing).await.unwrap();
        assert_eq!(issuer_of(DEFAULT).await.as_deref(), Some(issuer));
        let _ = set(DEFAULT, BroughtIssuer::Computed).await.unwrap();
        assert_eq!(issuer_of(DEFAULT).await, None);
    })
    .await;
}
