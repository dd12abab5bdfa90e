//! Hashes of passwords that other systems made.

use authplane_domain::sign_in::authentication::check_password_hash;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use proptest::collection::vec;
use proptest::prelude::*;
use regex::Regex;

use super::cases;

/// Does what the text says, read in another way, stay within the bounds?
fn is_within_bounds(text: &str) -> bool {
    let numbers = |pattern: &str| {
        let found = Regex::new(pattern).unwrap().captures(text)?;
        found.iter().skip(1).map(|number| number?.as_str().parse::<u64>().ok()).collect::<Option<Vec<_>>>()
    };
    if let Some(found) = numbers(r"^\$argon2id\$(?:v=\d+\$)?m=(\d+),t=(\d+),p=(\d+)\$") {
        return found[0] <= 65_536 && found[0].saturating_mul(found[1]) <= 1_048_576 && found[2] <= 4;
    }
    if let Some(found) = numbers(r"^\$2[aby]\$(\d\d)\$") {
        return (4..=14).contains(&found[0]);
    }
    if let Some(found) = numbers(r"^\$pbkdf2-sha256\$(?:i=)?(\d+)") {
        let output = text.rsplit('$').next().unwrap().len() * 3 / 4;
        return found[0] * output.div_ceil(32) as u64 <= 2_000_000;
    }
    numbers(r"^\$pbkdf2-sha512\$(?:i=)?(\d+)").is_some_and(|found| found[0] <= 1_000_000)
}

fn bytes(length: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = String> {
    vec(any::<u8>(), length).prop_map(|bytes| STANDARD_NO_PAD.encode(bytes))
}

/// Hashes that say anything, around the bounds mostly.
fn hashes() -> impl Strategy<Value = String> {
    let number = || prop_oneof![0..24_u64, 200..300_u64, 900_000..2_100_000_u64, 65_000..66_000_u64, any::<u64>()];
    let argon2id = (number(), number(), number(), bytes(8..=48), bytes(10..=64))
        .prop_map(|(m, t, p, salt, output)| format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${output}"));
    let bcrypt = ("[abyx]", 0..40_u8, "[./A-Za-z0-9]{53}")
        .prop_map(|(version, cost, rest)| format!("$2{version}${cost:02}${rest}"));
    let pbkdf2 = (prop_oneof![Just("sha256"), Just("sha512")], number(), bytes(0..70), bytes(10..80), 0..3).prop_map(
        |(digest, i, salt, output, form)| match form {
            0 => format!("$pbkdf2-{digest}$i={i},l={}${salt}${output}", output.len() * 3 / 4),
            1 => format!("$pbkdf2-{digest}$i={i}${salt}${output}"),
            _ => format!("$pbkdf2-{digest}${i}${}${}", salt.replace('+', "."), output.replace('+', ".")),
        },
    );
    prop_oneof![argon2id, bcrypt, pbkdf2]
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn no_hash_of_a_password_counts_that_says_more_than_the_bounds(text in hashes()) {
        prop_assert!(check_password_hash(&text).is_err() || is_within_bounds(&text), "{text}");
    }

    #[test]
    fn a_changed_hash_of_a_password_is_within_the_bounds_or_refused(
        text in hashes(), at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[$=,0-9]",
    ) {
        let at = at.index(text.len() + 1);
        let text = format!("{}{with}{}", &text[..at], &text[(at + 1).min(text.len())..]);
        prop_assert!(check_password_hash(&text).is_err() || is_within_bounds(&text), "{text}");
    }

    #[test]
    fn any_text_is_a_hash_of_a_password_or_refused(text in "\\PC{0,80}", form in "(\\$(2b|argon2id|pbkdf2-sha256)\\$)?") {
        let text = format!("{form}{text}");
        prop_assert!(check_password_hash(&text).is_err() || is_within_bounds(&text), "{text}");
    }
}
