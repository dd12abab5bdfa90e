//! Everything that reads what strangers send, against more inputs than anybody would write down.

use std::sync::Arc;

use authplane::edge::extract::{parse_json, parse_query};
use authplane::edge::{FormFields, Rejection};
use authplane::tokens::jws::{Compact, Header, LONGEST, Verifier};
use authplane_domain::environment::{ManualClock, Random, SeededRandom};
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Error, identifier};
use aws_lc_rs::hmac;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

mod canonical_json;
pub(super) mod canonical_paths;
mod client_address;
mod config;
mod logto;
mod password_hashes;
mod path_templates;
mod redirect_uris;

/// No file of regressions beside the sources: a case that was found becomes a test with a name.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// JSON with strings, also as names, that like NULs, backslashes and the letters of an escape.
fn any_json() -> impl Strategy<Value = Value> {
    let text = || prop_oneof!["[\\x00\\\\u0\"a\u{e9}]{0,8}", "\\PC{0,6}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(text(), inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(holds_nul),
        Value::Object(map) => map.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Inner {
    deep: u8,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Typed {
    name: String,
    #[serde(default)]
    inner: Option<Inner>,
    #[serde(default)]
    many: Vec<Inner>,
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_json_body_of_any_bytes_is_a_value_or_a_refusal(bytes in vec(any::<u8>(), 0..64)) {
        let blank = bytes.iter().all(u8::is_ascii_whitespace);
        let expected = if blank { Some(json!({})) } else { serde_json::from_slice::<Value>(&bytes).ok() };
        let expected = expected.filter(|value| !holds_nul(value));
        prop_assert_eq!(parse_json::<Value>(&bytes).ok(), expected);
        // A typed body never panics either, and what it refuses it refuses as the caller's mistake.
        if let Err(rejection) = parse_json::<Typed>(&bytes) {
            prop_assert!(matches!(rejection, Rejection::Malformed { .. } | Rejection::Field { .. }), "{rejection:?}");
        }
    }

    #[test]
    fn a_json_body_is_refused_for_a_nul_exactly_when_a_string_of_it_holds_one(value in any_json()) {
        for bytes in [serde_json::to_vec(&value).unwrap(), serde_json::to_vec_pretty(&value).unwrap()] {
            let parsed = parse_json::<Value>(&bytes);
            if holds_nul(&value) {
                prop_assert!(matches!(parsed, Err(Rejection::Malformed { .. })), "{parsed:?}");
            } else {
                prop_assert_eq!(parsed, Ok(value.clone()));
            }
        }
    }

    #[test]
    fn backslashes_before_a_nul_escape_are_counted(
        pieces in vec(prop_oneof![Just("\\\\"), Just("\\u0000"), Just("u0000"), Just("\\n"), Just("\\u0001"), Just("0")], 0..8),
    ) {
        let body = format!("\"{}\"", pieces.concat());
        let expected = serde_json::from_str::<String>(&body).unwrap();
        prop_assert_eq!(parse_json::<String>(body.as_bytes()).ok(), Some(expected).filter(|text| !text.contains('\0')));
    }

    #[test]
    fn a_changed_json_body_never_panics(value in any_json(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = serde_json::to_vec(&value).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        drop(parse_json::<Value>(&bytes));
        drop(parse_json::<Typed>(&bytes[..at]));
    }

    #[test]
    fn a_form_gives_back_what_was_put_in(pairs in vec(("[a-c]", "[^\\x00\u{fffd}]{0,12}"), 0..10)) {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        let fields = FormFields::parse(body.as_bytes()).unwrap();
        for name in ["a", "b", "c", "d"] {
            // RFC 6749 §3.2: a parameter without a value is treated as if it weren't sent.
            let expected: Vec<&str> =
                pairs.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str()).collect();
            prop_assert_eq!(fields.all(name).collect::<Vec<_>>(), expected.clone());
            match expected.as_slice() {
                [] => prop_assert_eq!(fields.single(name), Ok(None)),
                [one] => prop_assert_eq!(fields.single(name), Ok(Some(*one))),
                _ => {
                    let refused = matches!(fields.single(name), Err(Rejection::Field { field, .. }) if field == name);
                    prop_assert!(refused);
                }
            }
        }
    }

    #[test]
    fn a_form_of_any_bytes_is_read_or_refused(bytes in vec(any::<u8>(), 0..64)) {
        match FormFields::parse(&bytes) {
            Ok(fields) => prop_assert!(fields.all("a").all(|value| !value.contains('\0'))),
            Err(Rejection::Malformed { .. } | Rejection::Field { .. }) => {}
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn a_form_that_is_not_utf_8_is_refused(before in "[a-z]{0,4}", byte in 0x80_u8..=0xff, after in "[a-z]{0,4}") {
        for body in [format!("{before}%{byte:02x}{after}=1"), format!("a={before}%{byte:02X}{after}")] {
            let refused = matches!(FormFields::parse(body.as_bytes()), Err(Rejection::Malformed { .. }));
            prop_assert!(refused);
        }
    }

    #[test]
    fn a_form_with_a_nul_is_refused(before in "[a-z]{1,4}", after in "[a-z]{0,4}") {
        let in_value = FormFields::parse(format!("{before}=x%00{after}").as_bytes()).err();
        let named = matches!(in_value, Some(Rejection::Field { field, .. }) if field == before);
        prop_assert!(named);
        let in_name = FormFields::parse(format!("{before}%00{after}=x").as_bytes()).is_err();
        prop_assert!(in_name);
    }
}

#[test]
fn a_json_body_without_bytes_counts_as_an_empty_object_and_names_what_is_missing() {
    for blank in ["", " ", "\r\n\t "] {
        assert_eq!(parse_json::<Value>(blank.as_bytes()), Ok(json!({})));
        let Err(Rejection::Field { field, missing: true, .. }) = parse_json::<Typed>(blank.as_bytes()) else {
            panic!("the missing field must be named")
        };
        assert_eq!(field, "name");
    }
}

#[test]
fn a_json_body_of_another_shape_is_refused_with_the_path_of_the_field() {
    for (body, path, is_missing) in [
        (r#"{"name": 1}"#, "name", false),
        (r#"{"name": null}"#, "name", false),
        (r#"{"name": "n", "inner": {}}"#, "inner.deep", true),
        (r#"{"name": "n", "inner": {"deep": 256}}"#, "inner.deep", false),
        (r#"{"name": "n", "inner": {"deep": -1}}"#, "inner.deep", false),
        (r#"{"name": "n", "inner": {"deep": "7"}}"#, "inner.deep", false),
        (r#"{"name": "n", "many": [{"deep": 1}, {"deep": []}]}"#, "many[1].deep", false),
        (r#"{"name": "n", "many": [{}]}"#, "many[0].deep", true),
        (r#"{"name": "n", "many": {}}"#, "many", false),
        (r#""text""#, "", false),
        (r"7", "", false),
        (r"null", "", false),
    ] {
        match parse_json::<Typed>(body.as_bytes()) {
            Err(Rejection::Field { field, missing, message }) => {
                assert_eq!((field.as_str(), missing), (path, is_missing), "{body}");
                assert!(!message.contains(" line ") && !message.is_empty(), "{body}: {message}");
            }
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[test]
fn a_json_body_with_something_after_it_or_endless_nesting_is_malformed() {
    for body in ["{} {}", "{}x", "[1],", "{\"a\":1}\0", "\u{feff}{}"] {
        assert!(matches!(parse_json::<Value>(body.as_bytes()), Err(Rejection::Malformed { .. })), "{body}");
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let depth = 100_000;
        let body = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(matches!(parse_json::<Value>(body.as_bytes()), Err(Rejection::Malformed { .. })));
        assert!(parse_json::<Typed>(open.repeat(depth).as_bytes()).is_err());
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Parameters {
    page: Option<u32>,
    name: Option<String>,
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_query_gives_back_what_was_put_in(page in any::<Option<u32>>(), name in proptest::option::of("[^\\x00\u{fffd}]{0,16}")) {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(page.map(|page| ("page", page.to_string())));
        query.extend_pairs(name.as_ref().map(|name| ("name", name)));
        query.extend_pairs([("unknown", "1"), ("unknown", "2")]);
        prop_assert_eq!(parse_query::<Parameters>(&query.finish()), Ok(Parameters { page, name }));
    }

    #[test]
    fn any_query_is_read_or_refused(query in "[\\x20-\\x7e]{0,48}") {
        if let Err(rejection) = parse_query::<Parameters>(&query) {
            prop_assert!(matches!(rejection, Rejection::Query { .. }), "{rejection:?}");
        }
    }

    #[test]
    fn a_number_of_the_query_that_is_none_is_refused_by_name(text in "[^0-9&+#%\\x00-\\x1f]{1,8}|-[0-9]{1,4}|[5-9][0-9]{9}|[1-9][0-9]{10,30}") {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("page", &text).finish();
        let named = matches!(parse_query::<Parameters>(&query), Err(Rejection::Query { field, .. }) if field == "page");
        prop_assert!(named);
    }
}

#[test]
fn a_known_parameter_of_the_query_that_comes_twice_is_refused_by_name() {
    for (query, twice) in
        [("page=1&page=1", "page"), ("name=a&page=1&name=b", "name"), ("page=1&n%61me=a&name=a", "name")]
    {
        let Err(Rejection::Query { field, .. }) = parse_query::<Parameters>(query) else { panic!("{query}") };
        assert_eq!(field, twice, "{query}");
    }
    let Err(Rejection::Query { field, .. }) = parse_query::<Parameters>("name=a%00b") else {
        panic!("a NUL was taken")
    };
    assert_eq!(field, "name");
    for query in ["name=%FF", "page=1&name=a%C3", "name=%ED%A0%80"] {
        let Err(Rejection::Query { field, .. }) = parse_query::<Parameters>(query) else { panic!("{query}") };
        assert_eq!(field, "name", "{query}");
    }
}

/// A key, what verifies its signatures, and a token that verifies.
struct Signed {
    key: Ed25519KeyPair,
    verifier: Verifier,
    token: String,
}

fn compact(header: &Value, payload: &[u8], sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let input = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(sign(input.as_bytes()));
    format!("{input}.{signature}")
}

fn signed() -> Signed {
    let key = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
    let jwk = json!({"kty": "OKP", "crv": "Ed25519", "kid": "1", "x": URL_SAFE_NO_PAD.encode(key.public_key())});
    let verifier = Verifier::from_jwk(jwk.as_object().unwrap()).unwrap();
    let header = json!({"alg": "EdDSA", "kid": "1", "typ": "at+jwt"});
    let token = compact(&header, br#"{"sub":"someone"}"#, |input| key.sign(input).as_ref().to_vec());
    Signed { key, verifier, token }
}

fn is_valid(token: &str, verifier: &Verifier) -> bool {
    Compact::parse(token).is_ok_and(|compact| compact.verify([verifier]).is_ok())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_token_of_any_text_is_refused(text in prop_oneof!["\\PC{0,64}", "[A-Za-z0-9_.=-]{0,64}", ".*"]) {
        prop_assert!(!is_valid(&text, &signed().verifier));
    }

    #[test]
    fn three_parts_of_any_bytes_are_refused(parts in vec(vec(any::<u8>(), 0..40), 1..6)) {
        let token = parts.iter().map(|part| URL_SAFE_NO_PAD.encode(part)).collect::<Vec<_>>().join(".");
        prop_assert!(!is_valid(&token, &signed().verifier));
    }

    #[test]
    fn a_header_of_any_json_is_read_or_refused(header in any_json()) {
        let token = compact(&header, b"{}", |_| vec![0; 64]);
        prop_assert!(!is_valid(&token, &signed().verifier));
    }
}

#[test]
fn every_change_of_one_character_makes_a_token_invalid() {
    let Signed { verifier, token, .. } = signed();
    assert!(is_valid(&token, &verifier));
    for at in 0..token.len() {
        for other in (0x20..0x7f_u8).map(char::from).filter(|other| *other != char::from(token.as_bytes()[at])) {
            let changed = format!("{}{other}{}", &token[..at], &token[at + 1..]);
            assert!(!is_valid(&changed, &verifier), "{other:?} at {at}");
        }
    }
}

#[test]
fn assertion_49_a_truncated_recased_padded_or_lengthened_token_is_invalid() {
    let Signed { verifier, token, .. } = signed();
    for length in 0..token.len() {
        assert!(!is_valid(&token[..length], &verifier), "the first {length} characters");
        assert!(!is_valid(&token[token.len() - length..], &verifier), "the last {length} characters");
    }
    for changed in [
        token.to_lowercase(),
        token.to_uppercase(),
        format!("{token}="),
        format!("{token}."),
        format!("{token}A"),
        format!(" {token}"),
        format!("{token}\n"),
        token.replace('.', "=."),
        token.replacen('.', "..", 1),
    ] {
        assert!(!is_valid(&changed, &verifier), "{changed:?}");
    }
}

#[test]
fn assertion_58_none_hmac_critical_extensions_and_unencoded_payloads_are_refused() {
    let Signed { key, verifier, token } = signed();
    let payload = br#"{"sub":"someone"}"#;
    let public = key.public_key().as_ref().to_vec();
    for alg in ["none", "None", "NONE", "", "HS256", "HS384", "RS256", "ES256", "PS256", "ES384", "eddsa", "Ed25519"] {
        let header = json!({"alg": alg, "kid": "1"});
        let tokens = [
            compact(&header, payload, |_| Vec::new()),
            compact(&header, payload, |input| key.sign(input).as_ref().to_vec()),
            // The public key as the secret of an HMAC, the classic confusion.
            compact(&header, payload, |input| {
                hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &public), input).as_ref().to_vec()
            }),
        ];
        for token in tokens {
            assert!(!is_valid(&token, &verifier), "{alg:?}: {token}");
        }
    }
    for extension in
        [json!({"crit": ["b64"], "b64": false}), json!({"crit": []}), json!({"crit": ["exp"]}), json!({"b64": false})]
    {
        let mut header = json!({"alg": "EdDSA", "kid": "1"});
        header.as_object_mut().unwrap().extend(extension.as_object().unwrap().clone());
        let token = compact(&header, payload, |input| key.sign(input).as_ref().to_vec());
        assert!(!is_valid(&token, &verifier), "{header}");
    }
    // What is genuine but not this key's, or longer than anybody looks at.
    let stranger = json!({"kty": "OKP", "crv": "Ed25519", "kid": "1", "x": URL_SAFE_NO_PAD.encode([1; 32])});
    assert!(!is_valid(&token, &Verifier::from_jwk(stranger.as_object().unwrap()).unwrap()));
    let renamed = json!({"kty": "OKP", "crv": "Ed25519", "kid": "2", "x": URL_SAFE_NO_PAD.encode(&public)});
    assert!(!is_valid(&token, &Verifier::from_jwk(renamed.as_object().unwrap()).unwrap()));
    let endless = compact(&json!({"alg": "EdDSA"}), &vec![b' '; LONGEST], |input| key.sign(input).as_ref().to_vec());
    assert!(!is_valid(&endless, &verifier));
}

#[test]
fn a_key_is_read_whole_or_not_at_all() {
    let x = URL_SAFE_NO_PAD.encode([1; 32]);
    for jwk in [
        json!({}),
        json!({"kty": "oct", "k": x}),
        json!({"kty": "OKP", "crv": "X25519", "x": x}),
        json!({"kty": "OKP", "crv": "Ed25519"}),
        json!({"kty": "OKP", "crv": "Ed25519", "x": "!"}),
        json!({"kty": "OKP", "crv": "Ed25519", "x": x, "use": "enc"}),
        json!({"kty": "EC", "crv": "P-256", "x": x}),
        json!({"kty": "EC", "crv": "P-384", "x": x, "y": x}),
        json!({"kty": "RSA", "n": x}),
        // What it takes to check a signature grows with the square of the modulus: 4096 bits are enough for anybody's, and one byte more is not.
        json!({"kty": "RSA", "e": "AQAB", "n": URL_SAFE_NO_PAD.encode([0xff; 513])}),
        json!({"kty": "RSA", "e": URL_SAFE_NO_PAD.encode([1; 9]), "n": URL_SAFE_NO_PAD.encode([0xff; 256])}),
    ] {
        assert!(Verifier::from_jwk(jwk.as_object().unwrap()).is_none(), "{jwk}");
    }
    let largest = json!({"kty": "RSA", "e": "AQAB", "n": URL_SAFE_NO_PAD.encode([0xff; 512])});
    assert!(Verifier::from_jwk(largest.as_object().unwrap()).is_some());
    let Header { alg, .. } = Compact::parse(&signed().token).unwrap().header;
    assert_eq!(alg, "EdDSA");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn master_keys_in_any_alphabet_are_read(keys in vec(any::<[u8; 32]>(), 1..4), which in 0_usize..4, separator in "[, \n\t]{1,3}") {
        let engines = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD];
        let list = keys.iter().map(|key| engines[which].encode(key)).collect::<Vec<_>>().join(&separator);
        let random = SeededRandom::new(1);
        let all = MasterKeys::from_base64_list(&list).unwrap();
        let first = MasterKeys::from_base64_list(&STANDARD.encode(keys[0])).unwrap();
        let last = MasterKeys::from_base64_list(&STANDARD.encode(keys[keys.len() - 1])).unwrap();
        // The first seals, every one opens.
        prop_assert_eq!(first.open("c", &all.seal(&random, "c", b"secret").unwrap()).unwrap(), b"secret");
        prop_assert_eq!(all.open("c", &last.seal(&random, "c", b"secret").unwrap()).unwrap(), b"secret");
    }

    #[test]
    fn master_keys_of_another_length_or_alphabet_are_refused_without_being_repeated(
        bytes in vec(any::<u8>(), 1..64).prop_filter("another length", |bytes| bytes.len() != 32),
        junk in "[!$%*]{1,4}",
    ) {
        for text in [STANDARD.encode(&bytes), format!("{}{junk}", STANDARD.encode([1; 32])), junk.clone()] {
            match MasterKeys::from_base64_list(&text) {
                Err(Error::Invalid { field, message }) => {
                    prop_assert_eq!(field, "master_keys");
                    prop_assert!(text.len() < 8 || !message.contains(&text));
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }
        prop_assert!(MasterKeys::from_base64_list(",  ,\n").is_err());
    }

    #[test]
    fn made_identifiers_have_the_form_of_their_dialect(seed in any::<u64>(), seconds in 0_i64..4_000_000_000) {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(seconds, 0).unwrap()));
        let environment = Environment { clock: Arc::clone(&clock) as _, random: Arc::new(SeededRandom::new(seed)) };
        let all = |text: &str, length: usize, allowed: fn(u8) -> bool| text.len() == length && text.bytes().all(allowed);

        let xid = identifier::xid(&environment).unwrap();
        prop_assert!(all(&xid, 20, |b| matches!(b, b'0'..=b'9' | b'a'..=b'v')), "{}", xid);
        clock.advance(TimeDelta::seconds(1));
        prop_assert!(identifier::xid(&environment).unwrap() > xid, "they sort by time");

        let id = identifier::logto_id(&environment, identifier::LOGTO_ID_LENGTH).unwrap();
        prop_assert!(all(&id, 21, |b| matches!(b, b'0'..=b'9' | b'a'..=b'z')), "{}", id);
        let secret = identifier::logto_secret(&environment).unwrap();
        prop_assert!(all(&secret, 32, |b| b.is_ascii_alphanumeric()));
        let secret = identifier::secret(&environment).unwrap();
        prop_assert!(all(&secret, 43, |b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(URL_SAFE_NO_PAD.decode(&secret).unwrap().len(), 32);
        let id = identifier::uuid(&environment).unwrap();
        let parsed: uuid::Uuid = id.parse().unwrap();
        prop_assert_eq!((parsed.get_version_num(), parsed.hyphenated().to_string()), (4, id));
        let kid = identifier::key_id(&environment).unwrap();
        prop_assert_eq!(kid.parse::<u128>().unwrap().to_string(), kid);
    }
}

#[test]
fn no_letter_of_an_identifier_is_likelier_than_another() {
    let environment = Environment { random: Arc::new(SeededRandom::new(42)), ..Environment::system() };
    let mut counts = std::collections::BTreeMap::<char, u32>::new();
    for _ in 0..2000 {
        for letter in identifier::logto_id(&environment, 36).unwrap().chars() {
            *counts.entry(letter).or_default() += 1;
        }
    }
    // 2000 of each are expected; a modulo bias of 256 over 36 would put the first four at 2250 and above all others.
    assert_eq!(counts.len(), 36);
    assert!(counts.values().all(|count| (1750..2250).contains(count)), "{counts:?}");
}

/// A source that gives the same byte for ever.
struct Stuck(u8);

impl Random for Stuck {
    fn fill(&self, bytes: &mut [u8]) -> authplane_domain::Result<()> {
        bytes.fill(self.0);
        Ok(())
    }
}

#[test]
fn a_stuck_source_of_randomness_is_an_error_and_no_endless_loop() {
    let environment = Environment { random: Arc::new(Stuck(0xff)), ..Environment::system() };
    assert!(matches!(identifier::logto_id(&environment, 21), Err(Error::Internal(_))));
}
