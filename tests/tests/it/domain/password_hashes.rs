//! Hashes of passwords that other systems made: which count, that new ones take their place, and what that leaves as it is.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::installation::audit;
use authplane_domain::sign_in::authentication::{
    self, MethodKind, NewMethod, PasswordMemory, StaticUser, UnusableHash, check_password_hash,
};
use authplane_domain::sign_in::known_device::{Account, KnownDevice};
use authplane_domain::{Error, Result, Store};
use authplane_tests::users::{PASSWORD, static_method};
use serde_json::{Value, json};

use super::{acting, everything, on_both};

const SERVER: ServerKey<'static> = ServerKey { tenant: "t", id: DEFAULT };
const METHOD: &str = "staff";
const NEW: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

/// Hashes of [`PASSWORD`]: libxcrypt's, Python's, and two of the tests of Argon2's reference implementation.
pub(crate) const HASHES: [&str; 10] = [
    "$2a$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
    "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
    "$2y$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
    "$pbkdf2-sha256$i=1000,l=32$8PHy8/T19vf4+fr7/P3+/w$d5D2InnL4oi0qnBlkUtzZMs+KcGeuKJ59Lp081vm+JM",
    "$pbkdf2-sha256$1000$8PHy8/T19vf4.fr7/P3./w$d5D2InnL4oi0qnBlkUtzZMs.KcGeuKJ59Lp081vm.JM",
    "$pbkdf2-sha512$i=1000,l=64$8PHy8/T19vf4+fr7/P3+/w$7JpjqKnxCfKupr7RXyhBzOyaiDby3r66zVaV0PpzTHeAv/Rhegfu5r6FVr4bD7pDGkeRerZdnt6Zcqjq6quNSw",
    "$pbkdf2-sha512$1000$8PHy8/T19vf4.fr7/P3./w$7JpjqKnxCfKupr7RXyhBzOyaiDby3r66zVaV0PpzTHeAv/Rhegfu5r6FVr4bD7pDGkeRerZdnt6Zcqjq6quNSw",
    "$pbkdf2-sha256$i=1000$8PHy8/T19vf4+fr7/P3+/w$d5D2InnL4oi0qnBlkUtzZMs+KcGeuKJ59Lp081vm+JNKqWw4mG/X0wjQ7ob3aLSofyLL06WIvGkLGH0D2yJpyw",
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
];
/// Of 72 times `a`.
const OF_72: &str = "$2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe";
/// Of `correct horse`, with a cost of 12.
const SLOW: &str = "$2b$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2";

/// A method whose users have these hashes.
pub(crate) fn with_hashes(users: &[(&str, &str)]) -> NewMethod {
    let named: Vec<(&str, &str, Value)> = users.iter().map(|(name, _)| (*name, "", json!({}))).collect();
    let hashes = users.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect();
    NewMethod { passwords: HashMap::new(), password_hashes: hashes, ..static_method(METHOD, &named) }
}

async fn replace(store: &Store, new: NewMethod) -> Result<()> {
    authentication::replace(&acting(store, "t"), DEFAULT, vec![new]).await.map(|_| ())
}

async fn user(store: &Store, name: &str) -> StaticUser {
    let methods = authentication::of_server(store, SERVER).await.unwrap();
    let MethodKind::Static(staff) = &methods.find(METHOD).unwrap().kind else { panic!() };
    staff.user(name).unwrap().clone()
}

fn matches(user: &StaticUser, password: &str) -> bool {
    user.password_matches(password, &mut PasswordMemory::default())
}

/// What follows a sign-in.
async fn renew(store: &Store, user: &StaticUser) -> bool {
    let renewal = authentication::hash_anew(store, user, PASSWORD, &mut PasswordMemory::default()).unwrap();
    assert!(!format!("{renewal:?}").contains("argon2"));
    authentication::keep(store, SERVER, METHOD, renewal).await.unwrap()
}

#[tokio::test]
async fn every_known_form_is_verified_and_hashed_anew_and_nothing_else_changes() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let names: Vec<String> = (0..HASHES.len()).map(|number| format!("user-{number}")).collect();
        let users: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(HASHES).collect();
        replace(store, with_hashes(&users)).await.unwrap();
        let events = audit::list(store, "t", 100).await.unwrap();
        let shown = serde_json::to_string(&events).unwrap();
        for name in &names {
            let before = user(store, name).await;
            assert!(!before.is_hashed_as_new() && matches(&before, PASSWORD), "{name}");
            for wrong in ["", "Password", "password ", "pass"] {
                assert!(!matches(&before, wrong), "{name} {wrong:?}");
            }
            assert!(!matches(&before, &"a".repeat(authentication::PASSWORD_LENGTH + 1)));
            let device = KnownDevice::new(store).unwrap();
            let text = device.text(store, SERVER, METHOD, &Account::from(&before), 60).unwrap();
            assert!(renew(store, &before).await);
            let after = user(store, name).await;
            assert!(after.is_hashed_as_new() && matches(&after, PASSWORD) && !matches(&after, "Password"), "{name}");
            assert_eq!((after.stamp(), after.password_mark()), (before.stamp(), before.password_mark()));
            assert_eq!(KnownDevice::recognize(store, SERVER, METHOD, &Account::from(&after), &text), Some(device));
        }
        let rows = everything(&world).await;
        assert_eq!(rows.matches(NEW).count(), HASHES.len());
        for hash in HASHES {
            assert!(!rows.contains(hash) && !shown.contains(hash), "{hash}");
        }
        assert_eq!(audit::list(store, "t", 100).await.unwrap(), events);
        // Who writes back what they brought, or the password, changes nothing.
        let stamps = async || {
            let mut stamps = Vec::new();
            for name in &names {
                let user = user(store, name).await;
                stamps.push((user.stamp(), user.is_hashed_as_new()));
            }
            stamps
        };
        let before = stamps().await;
        replace(store, with_hashes(&users)).await.unwrap();
        assert_eq!(stamps().await, before);
        let clear: Vec<(&str, &str, Value)> = names.iter().map(|name| (name.as_str(), PASSWORD, json!({}))).collect();
        replace(store, static_method(METHOD, &clear)).await.unwrap();
        assert_eq!(stamps().await, before);
        // What the log says of the server is what it would say without new hashes: only passwords change it.
        let newest = audit::list(store, "t", 1).await.unwrap().remove(0);
        assert_eq!(newest.before, newest.after);
    })
    .await;
}

#[tokio::test]
async fn a_new_hash_takes_the_place_of_the_one_that_was_verified_and_of_no_other() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let [ada, bob] = [("ada", HASHES[1]), ("bob", HASHES[3])];
        replace(store, with_hashes(&[ada, bob])).await.unwrap();
        let verified = user(store, "ada").await;
        // An administrator is faster, with another password.
        let other = static_method(METHOD, &[("ada", "another", json!({})), ("bob", "third", json!({}))]);
        replace(store, other).await.unwrap();
        let given = user(store, "ada").await;
        assert!(!renew(store, &verified).await);
        assert_eq!(user(store, "ada").await, given);
        // With something else, which stays.
        replace(store, with_hashes(&[ada, bob])).await.unwrap();
        let verified = user(store, "ada").await;
        replace(
            store,
            static_method(METHOD, &[("ada", PASSWORD, json!({"name": "Ada"})), ("carol", "new", json!({}))]),
        )
        .await
        .unwrap();
        assert!(renew(store, &verified).await);
        let ada = user(store, "ada").await;
        assert!(ada.is_hashed_as_new() && ada.context["name"] == "Ada" && matches(&user(store, "carol").await, "new"));
        // Twice, and of somebody who is gone.
        assert!(!renew(store, &verified).await);
        replace(store, static_method(METHOD, &[("carol", "new", json!({}))])).await.unwrap();
        assert!(!renew(store, &verified).await);
        let renewal = authentication::hash_anew(store, &verified, PASSWORD, &mut PasswordMemory::default()).unwrap();
        assert!(!authentication::keep(store, SERVER, "elsewhere", renewal).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_new_hash_for_which_there_is_no_room_is_not_kept() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        // As much as fits.
        let with = |length: usize| {
            let known = [("ada", "", json!({"name": "a".repeat(length)}))];
            let hashes = HashMap::from([("ada".to_owned(), HASHES[1].to_owned())]);
            NewMethod { passwords: HashMap::new(), password_hashes: hashes, ..static_method(METHOD, &known) }
        };
        let (mut fits, mut too_long) = (0, 512 * 1024);
        while too_long - fits > 1 {
            let middle = usize::midpoint(fits, too_long);
            match replace(store, with(middle)).await {
                Ok(()) => fits = middle,
                Err(_) => too_long = middle,
            }
        }
        replace(store, with(fits)).await.unwrap();
        let verified = user(store, "ada").await;
        let renewal = authentication::hash_anew(store, &verified, PASSWORD, &mut PasswordMemory::default()).unwrap();
        let kept = authentication::keep(store, SERVER, METHOD, renewal).await;
        assert!(matches!(kept, Err(Error::Invalid { .. })), "{kept:?}");
        assert_eq!(user(store, "ada").await, verified);
    })
    .await;
}

#[tokio::test]
async fn a_hash_that_can_not_be_verified_is_refused_where_it_stands() {
    on_both(async |world| {
        world.tenant("t").await;
        let refused = async |new: NewMethod| match replace(&world.store, new).await {
            Err(Error::Invalid { field, message }) => (field.into_owned(), message),
            other => panic!("{other:?}"),
        };
        let (field, message) = refused(with_hashes(&[("ada", HASHES[0]), ("bob", "$1$salt$hash")])).await;
        assert_eq!(field, "methods[0].static.users[1].password");
        assert!(message.contains("argon2id") && message.contains("bcrypt"), "{message}");
        let mut both = with_hashes(&[("ada", HASHES[0])]);
        both.passwords.insert("ada".to_owned(), PASSWORD.to_owned());
        assert_eq!(refused(both).await.0, "methods[0].static.users[0].password");
        // A password that looks like a hash is a password.
        replace(&world.store, static_method(METHOD, &[("ada", HASHES[0], json!({}))])).await.unwrap();
        let ada = user(&world.store, "ada").await;
        assert!(matches(&ada, HASHES[0]) && !matches(&ada, PASSWORD));
    })
    .await;
}

#[test]
fn what_takes_too_much_and_what_is_damaged_is_told_apart() {
    let salt = "8PHy8/T19vf4+fr7/P3+/w";
    let [of_32, of_64] = [
        "d5D2InnL4oi0qnBlkUtzZMs+KcGeuKJ59Lp081vm+JM",
        "7JpjqKnxCfKupr7RXyhBzOyaiDby3r66zVaV0PpzTHeAv/Rhegfu5r6FVr4bD7pDGkeRerZdnt6Zcqjq6quNSw",
    ];
    let bcrypt = "abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";
    for fits in [
        format!("$argon2id$v=19$m=65536,t=16,p=4${salt}${of_32}"),
        format!("$argon2id$m=65536,t=16,p=4${salt}${of_32}"),
        format!("$argon2id$v=19$m=4096,t=256,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=64,t=16384,p=1${salt}${of_32}"),
        format!("$2b$14${bcrypt}"),
        format!("$pbkdf2-sha256$i=2000000${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1000000${salt}${of_64}"),
        format!("$pbkdf2-sha512$i=1000000${salt}${of_64}"),
    ] {
        assert_eq!(check_password_hash(&fits), Ok(()), "{fits}");
    }
    for too_much in [
        format!("$argon2id$v=19$m=65537,t=1,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=65536,t=17,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=4096,t=257,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=64,t=16385,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=4294967295,t=4294967295,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=64,t=1,p=5${salt}${of_32}"),
        format!("$2b$15${bcrypt}"),
        format!("$2b$99${bcrypt}"),
        format!("$pbkdf2-sha256$i=2000001${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1000001${salt}${of_64}"),
        format!("$pbkdf2-sha512$i=1000001${salt}${of_64}"),
        format!("$pbkdf2-sha512$99999999999999999999${}${of_64}", salt.replace('+', ".")),
    ] {
        let refused = check_password_hash(&too_much);
        assert!(matches!(refused, Err(UnusableHash::TooMuch(_))), "{too_much}: {refused:?}");
    }
    let long_salt = "A".repeat(88);
    for damaged in [
        format!("$argon2id$v=19$m=64,t=1,p=1${salt}$AAAAAAAAAAAAAAAA"),
        format!("$argon2id$v=19$m=64,t=1,p=1${salt}"),
        format!("$argon2id$v=17$m=64,t=1,p=1${salt}${of_32}"),
        format!("$argon2id$v=19$m=64,t=1,p=1,keyid=AAAA${salt}${of_32}"),
        format!("$argon2id$v=19$m=64,t=1,p=1,data=AAAA${salt}${of_32}"),
        format!("$2b$03${bcrypt}"),
        format!("$2b$4${bcrypt}"),
        format!("$2b$+4${bcrypt}"),
        format!("$2b$04${}", &bcrypt[1..]),
        format!("$2b$04${bcrypt}A"),
        format!("$2b$04${}\u{e9}", &bcrypt[..21]),
        format!("$pbkdf2-sha256$i=0${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=01${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=+1${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1,l=31${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1${salt}${of_32}$"),
        format!("$pbkdf2-sha256$i=1${salt}"),
        format!("$pbkdf2-sha256$i=1$${of_32}"),
        format!("$pbkdf2-sha256$i=1${long_salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1${salt}$AAAAAAAAAAAAAAAA"),
        format!("$pbkdf2-sha256$i=1${salt}${}", "A".repeat(88)),
        // Each with the other's letters.
        format!("$pbkdf2-sha256$1${salt}${of_32}"),
        format!("$pbkdf2-sha256$i=1${}${of_32}", salt.replace('+', ".")),
    ] {
        let refused = check_password_hash(&damaged);
        assert!(matches!(refused, Err(UnusableHash::Malformed(_))), "{damaged}: {refused:?}");
    }
    for unknown in ["", "$", "password", "$2x$04$", "$2$04$", "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "$pbkdf2$1$a$b"] {
        assert_eq!(check_password_hash(unknown), Err(UnusableHash::UnknownForm), "{unknown}");
    }
    // What users of the table may have.
    for unknown in [
        format!("$argon2i$v=19$m=64,t=1,p=1${salt}${of_32}"),
        format!("$argon2d$v=19$m=64,t=1,p=1${salt}${of_32}"),
        format!("$2x$04${bcrypt}"),
        "$hex-md5$5f4dcc3b5aa765d61d8327deb882cf99".to_owned(),
        "5f4dcc3b5aa765d61d8327deb882cf99".to_owned(),
    ] {
        assert_eq!(check_password_hash(&unknown), Err(UnusableHash::UnknownForm), "{unknown}");
    }
}

#[tokio::test]
async fn bcrypt_is_asked_of_no_password_that_it_sees_a_part_of() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        replace(store, with_hashes(&[("ada", OF_72), ("bob", HASHES[1])])).await.unwrap();
        let (ada, bob) = (user(store, "ada").await, user(store, "bob").await);
        assert!(matches(&ada, &"a".repeat(72)));
        for wrong in [71, 73, 144] {
            assert!(!matches(&ada, &"a".repeat(wrong)), "{wrong}");
        }
        // bcrypt repeats the password and its end: with a NUL in it, another one is the same to it.
        assert!(matches(&bob, PASSWORD) && !matches(&bob, &format!("{PASSWORD}\0{PASSWORD}")));
    })
    .await;
}

#[tokio::test]
async fn a_name_that_nobody_has_takes_as_long_as_the_hash_of_somebody() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        replace(store, with_hashes(&[("ada", SLOW), ("bob", SLOW)])).await.unwrap();
        let methods = authentication::of_server(store, SERVER).await.unwrap();
        let takes = |username: &str, method: &str, beside: &[String]| -> Duration {
            let begun = Instant::now();
            let mut memory = PasswordMemory::default();
            assert!(methods.sign_in(method, beside, username, "wrong", &mut memory).is_none());
            begun.elapsed()
        };
        let of_somebody = takes("ada", METHOD, &[]);
        for (nobody, method, beside) in
            [("eve", METHOD, vec![]), ("mallory", METHOD, vec![]), ("eve", "other", vec![METHOD.to_owned()])]
        {
            let of_nobody = takes(nobody, method, &beside);
            assert!(of_nobody > of_somebody / 2, "{nobody}: {of_nobody:?}, {of_somebody:?}");
        }
        let mut memory = PasswordMemory::default();
        let right = |name: &str, memory: &mut _| methods.sign_in(METHOD, &[], name, "correct horse", memory).is_some();
        assert!(right("ada", &mut memory) && !right("eve", &mut memory));
    })
    .await;
}
