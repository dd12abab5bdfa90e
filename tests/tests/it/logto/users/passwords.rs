//! Passwords of users, and digests of them that other systems made. What each form of a digest is right for, to the last letter, is proven in the domain.

use authplane_tests::process::PATIENCE;
use authplane_tests::users::PASSWORD;
use authplane_tests::{Database, Settings, Tenant, TestServer, on_both};
use serde_json::{Value, json};

use super::{USERS, new, now, path_of, user, without};
use crate::it::domain::everything_in;
use crate::it::domain::password_hashes::HASHES;

const MD5: (&str, &str) = ("MD5", "5f4dcc3b5aa765d61d8327deb882cf99");
/// Digests of [`PASSWORD`] by the names of their algorithms, made by Python: argon2-cffi and hashlib.
const DIGESTS: [(&str, &str); 6] = [
    MD5,
    ("SHA1", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"),
    ("SHA256", "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"),
    ("Argon2i", "$argon2i$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$M3WcxTC1amrAizRLQecZb+4DtXpr9yapZ7y+C4E27tY"),
    ("Argon2id", "$argon2id$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$mlEW64EOtO4xXI6jH4Od+5lu99fHDEbdalaszlfMHzo"),
    ("Argon2d", "$argon2d$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$E7Bb12OVuW0g+BKfn+CCGuEa18/OjL6RyD7UFtWRpDE"),
];
/// As Logto hashes passwords itself.
const LOGTO: (&str, &str) =
    ("Argon2i", "$argon2i$v=19$m=4096,t=256,p=1$c2l4dGVlbiBieXRlcyBpdA$zDKJ8NgqXoKy3MO009TC+wl/HcDPdlZDudGQMcR//OI");

/// A user who brings this digest.
pub(super) async fn with_digest(tenant: &Tenant, (algorithm, digest): (&str, &str)) -> Value {
    let made = user(tenant, json!({"passwordDigest": digest, "passwordAlgorithm": algorithm})).await;
    assert_eq!(made["hasPassword"], true, "{digest}");
    made
}

/// Is that the password of the user?
pub(super) async fn is_right(tenant: &Tenant, user: &Value, password: &str) -> bool {
    let call = tenant.post(&format!("{}/password/verify", path_of(user))).json(json!({"password": password}));
    let answer = call.send().await;
    if answer.status == 204 {
        assert_eq!(answer.text(), "");
        return true;
    }
    assert_eq!(answer.expect(422).json()["code"], "session.invalid_credentials");
    false
}

async fn has_password(tenant: &Tenant, user: &Value) -> Value {
    let answer = tenant.get(&format!("{}/has-password", path_of(user))).send().await.expect(200).json();
    assert_eq!(without(&answer, &["hasPassword"]), json!({}));
    assert_eq!(now(tenant, user).await["hasPassword"], answer["hasPassword"]);
    answer["hasPassword"].clone()
}

/// Gives the user another password; the answer.
async fn change(tenant: &Tenant, user: &Value, password: &str) -> Value {
    let path = format!("{}/password", path_of(user));
    tenant.patch(&path).json(json!({"password": password})).send().await.expect(200).json()
}

#[tokio::test]
async fn a_digest_of_each_algorithm_is_of_its_password_and_no_other_the_first_time_and_ever_after() {
    on_both(async |tenant| {
        let bcrypt = HASHES.into_iter().filter(|hash| hash.starts_with("$2")).map(|hash| ("Bcrypt", hash));
        for (algorithm, digest) in DIGESTS.into_iter().chain([LOGTO]).chain(bcrypt) {
            let made = with_digest(&tenant, (algorithm, digest)).await;
            for (password, expected) in
                [("Password", false), (digest, false), (PASSWORD, true), (PASSWORD, true), ("password ", false)]
            {
                assert_eq!(is_right(&tenant, &made, password).await, expected, "{algorithm} {digest} {password:?}");
            }
            assert_eq!(has_password(&tenant, &made).await, true);
        }
    })
    .await;
}

#[tokio::test]
async fn an_argon2_digest_says_itself_which_type_it_is_and_its_parameters_in_any_order() {
    on_both(async |tenant| {
        for (its_own, digest) in DIGESTS.into_iter().filter(|(algorithm, _)| algorithm.starts_with("Argon2")) {
            for algorithm in ["Argon2i", "Argon2id", "Argon2d"].into_iter().filter(|other| *other != its_own) {
                let made = with_digest(&tenant, (algorithm, digest)).await;
                assert!(is_right(&tenant, &made, PASSWORD).await, "{algorithm} {digest}");
            }
            let other_way = digest.replace("m=256,t=3,p=2", "p=2,t=3,m=256");
            let made = with_digest(&tenant, (its_own, &other_way)).await;
            assert!(is_right(&tenant, &made, PASSWORD).await, "{other_way}");
        }
    })
    .await;
}

#[tokio::test]
async fn letters_beyond_ascii_are_those_of_utf_8() {
    on_both(async |tenant| {
        for digest in [
            ("MD5", "aec5f7bd072e8c9220fbc9c5131b071a"),
            ("SHA1", "6dd20801dcf6ee8f609fd8454cae97b19bbb56ba"),
            ("SHA256", "5e5bbaa4eac155f63baa14a3e2670920ea1c37c57d7265e41395ac097ca91000"),
        ] {
            let made = with_digest(&tenant, digest).await;
            assert!(!is_right(&tenant, &made, "password €😀").await, "{digest:?}");
            assert!(is_right(&tenant, &made, "pässword €😀").await, "{digest:?}");
        }
    })
    .await;
}

/// Their form is nobody's concern before somebody shows a password; then it is as wrong as any.
#[tokio::test]
async fn a_digest_that_nothing_is_right_for_is_taken_and_nothing_is_right_for_it() {
    on_both(async |tenant| {
        let argon2 = DIGESTS[3].1;
        let bcrypt = HASHES[0];
        for (algorithm, digest) in [
            ("MD5", MD5.1.to_uppercase()),
            ("MD5", DIGESTS[1].1.to_owned()),
            ("SHA1", MD5.1.to_owned()),
            ("SHA256", PASSWORD.to_owned()),
            ("Argon2i", PASSWORD.to_owned()),
            ("Argon2i", MD5.1.to_owned()),
            ("Argon2i", bcrypt.to_owned()),
            ("Argon2i", argon2.replace("$v=19", "")),
            ("Argon2i", argon2.replace("$v=19", "$v=16")),
            ("Argon2i", argon2[..argon2.len() - 2].to_owned()),
            // Nobody makes the server work for minutes.
            ("Argon2i", argon2.replace("m=256,t=3", "m=4294967295,t=4294967295")),
            ("Bcrypt", argon2.to_owned()),
            ("Bcrypt", bcrypt.replace("$2a$", "$2$")),
            ("Bcrypt", bcrypt.replace("$04$", "$31$")),
            ("Bcrypt", format!("{bcrypt}A")),
            ("Bcrypt", " ".to_owned()),
        ] {
            let made = with_digest(&tenant, (algorithm, &digest)).await;
            assert!(!is_right(&tenant, &made, PASSWORD).await, "{algorithm} {digest}");
            assert!(!is_right(&tenant, &made, &digest).await, "{algorithm} {digest}");
            assert_eq!(has_password(&tenant, &made).await, true);
        }
    })
    .await;
}

#[tokio::test]
async fn bcrypt_sees_72_bytes_and_nobody_is_right_by_having_more() {
    on_both(async |tenant| {
        let digest = "$2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe";
        let made = with_digest(&tenant, ("Bcrypt", digest)).await;
        assert!(!is_right(&tenant, &made, &"a".repeat(73)).await);
        assert!(is_right(&tenant, &made, &"a".repeat(72)).await);
        // The digest of ours that took its place sees them all.
        assert!(!is_right(&tenant, &made, &"a".repeat(73)).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_password_is_never_right_until_they_are_given_one() {
    on_both(async |tenant| {
        let made = user(&tenant, json!({"username": "ada", "customData": {"a": 1}})).await;
        assert_eq!(has_password(&tenant, &made).await, false);
        for password in [PASSWORD, "null", "undefined", " "] {
            assert!(!is_right(&tenant, &made, password).await, "{password:?}");
        }
        let mut expected = made.clone();
        expected["hasPassword"] = json!(true);
        // No policy is asked what a good one is.
        for (before, password) in [(PASSWORD, "a"), ("a", " "), (" ", "pässword €😀"), ("pässword €😀", PASSWORD)]
        {
            let answer = change(&tenant, &made, password).await;
            assert_eq!(without(&answer, &["updatedAt"]), without(&expected, &["updatedAt"]));
            assert!(
                is_right(&tenant, &made, password).await && !is_right(&tenant, &made, before).await,
                "{password:?}"
            );
            assert_eq!(has_password(&tenant, &made).await, true);
        }
    })
    .await;
}

#[tokio::test]
async fn another_password_takes_the_place_of_a_digest_whether_it_was_ever_right_or_not() {
    on_both(async |tenant| {
        for is_seen in [false, true] {
            let made = with_digest(&tenant, MD5).await;
            if is_seen {
                assert!(is_right(&tenant, &made, PASSWORD).await);
            }
            change(&tenant, &made, "another").await;
            assert!(is_right(&tenant, &made, "another").await && !is_right(&tenant, &made, PASSWORD).await);
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_that_is_answered_or_logged_has_a_password_or_what_is_kept_of_one() {
    on_both(async |tenant| {
        let secret = "correct-horse-battery";
        let mut made = vec![user(&tenant, json!({"password": secret})).await, with_digest(&tenant, MD5).await];
        let changed = change(&tenant, &made[1], secret).await;
        made.push(changed);
        made.push(with_digest(&tenant, MD5).await);
        assert!(is_right(&tenant, &made[3], PASSWORD).await && !is_right(&tenant, &made[3], secret).await);
        let mut told = serde_json::to_string(&made).unwrap();
        for path in [path_of(&made[0]), path_of(&made[3]), USERS.to_owned(), "/api/admin/{tid}/audit-events".to_owned()]
        {
            told.push_str(&tenant.get(&path).send().await.expect(200).text());
        }
        assert!(tenant.audit_events().await.len() > 3);
        for never in [secret, MD5.1, "argon2", "passwordDigest", "passwordEncrypted"] {
            assert!(!told.contains(never), "{never}: {told}");
        }
    })
    .await;
}

/// A digest that is as good as the password itself stays no longer than it has to.
#[tokio::test]
async fn a_digest_that_was_right_once_is_kept_no_longer() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        let holds = async |text: &str| everything_in(database, server.database_url()).await.contains(text);
        for digest in DIGESTS {
            let made = with_digest(&tenant, digest).await;
            assert!(!is_right(&tenant, &made, "wrong").await);
            assert!(holds(digest.1).await, "it would be found: {digest:?}");
            assert!(is_right(&tenant, &made, PASSWORD).await);
            let wait = async {
                while holds(digest.1).await {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("{digest:?} is still there"));
            assert!(is_right(&tenant, &made, PASSWORD).await && !is_right(&tenant, &made, "wrong").await);
        }
        // What is made as ours are stays as it is.
        let made = user(&tenant, new()).await;
        assert!(is_right(&tenant, &made, PASSWORD).await);
        assert_eq!(now(&tenant, &made).await, made);
        server.stop().await;
    }
}
