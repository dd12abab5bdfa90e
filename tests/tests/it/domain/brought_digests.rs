//! Digests of passwords that users of the table come with: which verify what, and that an algorithm and a digest of different kinds verify nothing.

use authplane_domain::sign_in::authentication::DigestAlgorithm::{
    Argon2d, Argon2i, Argon2id, Bcrypt, Md5, Sha1, Sha256,
};
use authplane_domain::sign_in::authentication::brought_digest::{hash, is_as_new, verify};
use authplane_domain::sign_in::authentication::{DigestAlgorithm, PASSWORD_LENGTH, PasswordMemory};
use authplane_domain::sign_in::user::password::NewPassword;
use authplane_domain::sign_in::user::{self, NewUser};
use authplane_tests::users::PASSWORD;
use serde_json::{Value, json};

use super::{acting, on_both};

const ALGORITHMS: [DigestAlgorithm; 7] = [Argon2i, Argon2id, Argon2d, Sha1, Sha256, Md5, Bcrypt];
/// Of more letters than ASCII has, some of them outside of the Basic Multilingual Plane.
const LETTERS: &str = "pässword €😀";

/// Digests of [`PASSWORD`], made by Python: hashlib, argon2-cffi, bcrypt.
const DIGESTS: [(DigestAlgorithm, &str); 13] = [
    (Argon2i, "$argon2i$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$M3WcxTC1amrAizRLQecZb+4DtXpr9yapZ7y+C4E27tY"),
    (Argon2i, "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$uRkUb20yOYJF7x2+Gf6qbA"),
    (Argon2id, "$argon2id$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$mlEW64EOtO4xXI6jH4Od+5lu99fHDEbdalaszlfMHzo"),
    (Argon2id, "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$CpahY97MNWo2uyGWQjji4g"),
    (Argon2d, "$argon2d$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBpdA$E7Bb12OVuW0g+BKfn+CCGuEa18/OjL6RyD7UFtWRpDE"),
    (Argon2d, "$argon2d$v=19$m=64,t=2,p=1$c29tZXNhbHQ$Us1acEuyS5qaT/6ahVZKIg"),
    (Sha1, "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"),
    (Sha256, "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"),
    (Md5, "5f4dcc3b5aa765d61d8327deb882cf99"),
    (Bcrypt, "$2a$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm"),
    (Bcrypt, "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm"),
    (Bcrypt, "$2x$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm"),
    (Bcrypt, "$2y$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm"),
];
/// The same of [`LETTERS`].
const OF_LETTERS: [(DigestAlgorithm, &str); 5] = [
    (Argon2i, "$argon2i$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBpdA$8YZsFHF8xY8/+Obqdc5Z3h3uUrv/RPuCJdN8VFrZ8Go"),
    (Sha1, "6dd20801dcf6ee8f609fd8454cae97b19bbb56ba"),
    (Sha256, "5e5bbaa4eac155f63baa14a3e2670920ea1c37c57d7265e41395ac097ca91000"),
    (Md5, "aec5f7bd072e8c9220fbc9c5131b071a"),
    (Bcrypt, "$2x$04$abcdefghijklmnopqrstuuAdmxEcDQqpki6UNqIPCRjrgf/pveORC"),
];
/// With the parameters of Logto's own hashes.
const LOGTO: &str = "$argon2i$v=19$m=4096,t=256,p=1$c2l4dGVlbiBieXRlcyBpdA$zDKJ8NgqXoKy3MO009TC+wl/HcDPdlZDudGQMcR//OI";
/// With those of ours.
const OURS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBpdA$f6iSuIcsD5oV/qv6S7R+Uuc5crBP/tGjfMLKVPK2yVw";
/// With those of ours, and another type.
const ALMOST_OURS: &str =
    "$argon2i$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBpdA$lTOo47zqBxREvrsiQt0e1AumNgWbPgRudjpDYym9PaU";

fn is_right(algorithm: DigestAlgorithm, digest: &str, password: &str) -> bool {
    verify(&algorithm.stored(digest), password, &mut PasswordMemory::default())
}

fn is_argon2(algorithm: DigestAlgorithm) -> bool {
    matches!(algorithm, Argon2i | Argon2id | Argon2d)
}

#[test]
fn a_digest_of_each_algorithm_verifies_its_password_and_no_other() {
    for (digests, password) in [(&DIGESTS[..], PASSWORD), (&OF_LETTERS[..], LETTERS)] {
        for &(algorithm, digest) in digests {
            assert!(is_right(algorithm, digest, password), "{digest}");
            for wrong in ["", "Password", "password ", "pass", "pässword", digest] {
                assert!(!is_right(algorithm, digest, wrong), "{digest} {wrong:?}");
            }
        }
    }
}

#[test]
fn the_names_of_the_algorithms_are_those_of_logto() {
    let names = ["Argon2i", "Argon2id", "Argon2d", "SHA1", "SHA256", "MD5", "Bcrypt"];
    assert_eq!(serde_json::to_value(ALGORITHMS).unwrap(), json!(names));
    for (name, algorithm) in names.into_iter().zip(ALGORITHMS) {
        assert_eq!(serde_json::from_value::<DigestAlgorithm>(json!(name)).unwrap(), algorithm);
    }
    for unknown in ["Legacy", "md5", "SHA-256", "argon2i", ""] {
        assert!(serde_json::from_value::<DigestAlgorithm>(Value::from(unknown)).is_err(), "{unknown}");
    }
}

#[test]
fn a_digest_verifies_nothing_under_an_algorithm_of_another_kind() {
    for (its_own, digest) in DIGESTS {
        for algorithm in ALGORITHMS {
            // The type of an Argon2 hash is in its text, whatever it came as.
            let is_of_the_kind = algorithm == its_own || is_argon2(algorithm) && is_argon2(its_own);
            assert_eq!(is_right(algorithm, digest, PASSWORD), is_of_the_kind, "{algorithm:?} {digest}");
        }
    }
}

#[test]
fn the_form_that_a_digest_is_kept_in_makes_no_digest_of_another_algorithm() {
    for (its_own, digest) in DIGESTS {
        let kept = its_own.stored(digest);
        for algorithm in ALGORITHMS {
            let is_of_the_kind = kept == digest && (algorithm == its_own || is_argon2(algorithm) && is_argon2(its_own));
            assert_eq!(is_right(algorithm, &kept, PASSWORD), is_of_the_kind, "{algorithm:?} {kept}");
        }
    }
    // Nor does one of the forms that static users may have.
    let pbkdf2 = "$pbkdf2-sha256$i=1000,l=32$8PHy8/T19vf4+fr7/P3+/w$d5D2InnL4oi0qnBlkUtzZMs+KcGeuKJ59Lp081vm+JM";
    for algorithm in ALGORITHMS {
        assert!(!is_right(algorithm, pbkdf2, PASSWORD), "{algorithm:?}");
    }
}

#[test]
fn digits_in_upper_case_or_of_another_length_are_never_right() {
    for (algorithm, digest) in DIGESTS.into_iter().chain(OF_LETTERS) {
        if is_argon2(algorithm) || algorithm == Bcrypt {
            continue;
        }
        let password = if DIGESTS.contains(&(algorithm, digest)) { PASSWORD } else { LETTERS };
        let mut one = digest.to_owned();
        let letter = one.find(|digit: char| digit.is_ascii_lowercase()).unwrap();
        one[letter..=letter].make_ascii_uppercase();
        for wrong in [
            one,
            digest.to_ascii_uppercase(),
            format!("{digest}00"),
            format!(" {digest}"),
            format!("{digest}\n"),
            digest[..digest.len() - 1].to_owned(),
            String::new(),
        ] {
            assert!(!is_right(algorithm, &wrong, password), "{algorithm:?} {wrong:?}");
        }
    }
}

#[test]
fn an_argon2_hash_verifies_only_in_version_19_and_with_its_parameters_in_any_order() {
    let salt = "c2l4dGVlbiBieXRlcyBpdA";
    let of_argon2i = |version: &str, parameters: &str| {
        format!("$argon2i{version}${parameters}${salt}$M3WcxTC1amrAizRLQecZb+4DtXpr9yapZ7y+C4E27tY")
    };
    for parameters in
        ["m=256,t=3,p=2", "m=256,p=2,t=3", "t=3,m=256,p=2", "t=3,p=2,m=256", "p=2,m=256,t=3", "p=2,t=3,m=256"]
    {
        assert!(is_right(Argon2i, &of_argon2i("$v=19", parameters), PASSWORD), "{parameters}");
    }
    for version in ["", "$v=16", "$v=20", "$v=0", "$v=", "$v=+19"] {
        assert!(!is_right(Argon2i, &of_argon2i(version, "m=256,t=3,p=2"), PASSWORD), "{version}");
    }
    // Made in version 16, and said to be: a static user may have the second.
    for (of_16, output) in [
        ("argon2i", "qDdazmdsdVDCbJcjqacsCUyQYCaJuJ257PvNItazVos"),
        ("argon2id", "pHl2Hz02I4fuaw3MwT+2nrAEvpc7Cy3iPJlnmlmSlmo"),
    ] {
        for version in ["", "$v=16", "$v=19"] {
            let digest = format!("${of_16}{version}$m=256,t=3,p=2${salt}${output}");
            assert!(!is_right(Argon2id, &digest, PASSWORD), "{digest}");
        }
    }
}

#[test]
fn a_hash_beyond_the_bounds_is_never_right_and_nothing_is_computed_for_it() {
    for (algorithm, digest) in [
        (Argon2id, "$argon2id$v=19$m=65537,t=1,p=1$c2l4dGVlbiBieXRlcyBpdA$6l+OXWnPIU4y7dAjN9uYGLH79E74z2b/9M373Rt1Mgw"),
        (Argon2i, "$argon2i$v=19$m=4096,t=257,p=1$c2l4dGVlbiBieXRlcyBpdA$ArArQtz97J0lqQtDtRs5P4aTpphXWkAAAcXgC3qEMy0"),
        (Argon2d, "$argon2d$v=19$m=64,t=1,p=5$c2l4dGVlbiBieXRlcyBpdA$kKgl8edBrWTdWwFM4EbG9t3P2Rv8+dKBeRAxngyXgQA"),
        // Of 12 bytes, which too many passwords are right for.
        (Argon2d, "$argon2d$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBpdA$oiryuLPksOZJSRCJ"),
        (Bcrypt, "$2b$15$abcdefghijklmnopqrstuud8FCJu2l81aoyYV98WuKUccG1aDRvp."),
    ] {
        let mut memory = PasswordMemory::default();
        assert!(!verify(&algorithm.stored(digest), PASSWORD, &mut memory), "{digest}");
        assert_eq!(format!("{memory:?}"), format!("{:?}", PasswordMemory::default()), "{digest}");
    }
}

#[test]
fn what_logto_hashed_itself_is_within_the_bounds() {
    assert!(is_right(Argon2i, LOGTO, PASSWORD));
    assert!(!is_right(Argon2i, LOGTO, "Password"));
}

#[test]
fn a_digest_that_is_damaged_is_never_right() {
    let bcrypt = "abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";
    for (algorithm, digest) in [
        (Argon2i, String::new()),
        (Argon2i, "$argon2".to_owned()),
        (Argon2i, "$argon2x$v=19$m=64,t=2,p=1$c29tZXNhbHQ$uRkUb20yOYJF7x2+Gf6qbA".to_owned()),
        (Argon2i, "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ".to_owned()),
        // Padded.
        (Argon2i, "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$uRkUb20yOYJF7x2+Gf6qbA==".to_owned()),
        (Argon2i, " $argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$uRkUb20yOYJF7x2+Gf6qbA".to_owned()),
        (Bcrypt, String::new()),
        (Bcrypt, format!("$2$04${bcrypt}")),
        (Bcrypt, format!("$2z$04${bcrypt}")),
        (Bcrypt, format!("$2x$4${bcrypt}")),
        (Bcrypt, format!("$2x$04${}", &bcrypt[1..])),
        (Bcrypt, format!("$2x$04${bcrypt}A")),
    ] {
        assert!(!is_right(algorithm, &digest, PASSWORD), "{digest}");
        assert!(!is_as_new(&algorithm.stored(&digest)), "{digest}");
    }
}

#[test]
fn a_password_that_is_too_long_is_never_right() {
    let of_72 = "$2x$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe";
    assert!(is_right(Bcrypt, of_72, &"a".repeat(72)) && !is_right(Bcrypt, of_72, &"a".repeat(73)));
    let [of_longest, of_longer] = ["c9a34cfc85d982698c6ac89f76071abd", "ae187e1febee2a150b64849c32d566ca"];
    assert!(is_right(Md5, of_longest, &"a".repeat(PASSWORD_LENGTH)));
    assert!(!is_right(Md5, of_longer, &"a".repeat(PASSWORD_LENGTH + 1)));
}

#[test]
fn everything_is_hashed_anew_but_what_is_made_as_our_own() {
    assert!(is_as_new(&Argon2id.stored(OURS)) && is_right(Argon2id, OURS, PASSWORD));
    assert!(is_right(Argon2i, ALMOST_OURS, PASSWORD));
    let brought = DIGESTS.into_iter().chain([(Argon2i, LOGTO), (Argon2i, ALMOST_OURS), (Bcrypt, OURS), (Md5, OURS)]);
    for (algorithm, digest) in brought {
        assert!(!is_as_new(&algorithm.stored(digest)), "{algorithm:?} {digest}");
    }
}

#[tokio::test]
async fn a_new_hash_verifies_its_password_is_as_new_and_never_the_same_twice() {
    on_both(async |world| {
        let mut memory = PasswordMemory::default();
        let [one, other] = [(); 2].map(|()| hash(&world.store, PASSWORD, &mut memory).unwrap());
        assert_ne!(one, other);
        for new in [one, other] {
            assert!(is_as_new(&new) && verify(&new, PASSWORD, &mut memory) && !verify(&new, "Password", &mut memory));
        }
    })
    .await;
}

/// What is made of a digest without salt would tell of the password as long as it is kept, and it is kept when the digest is long another.
#[tokio::test]
async fn nothing_that_is_kept_of_two_users_shows_that_they_have_the_same_digest() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let (_, md5) = DIGESTS[8];
        let new = || NewUser { password: Some(NewPassword::Digest(Md5, md5.to_owned())), ..NewUser::default() };
        let mut marks = Vec::new();
        for _ in 0..2 {
            let user = user::create(&acting(store, "t"), new()).await.unwrap();
            marks.push(user.password_mark().unwrap());
        }
        assert_ne!(marks[0], marks[1]);
    })
    .await;
}
