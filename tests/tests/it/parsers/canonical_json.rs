//! JSON of one spelling (RFC 8785).

use authplane_domain::Error;
use authplane_domain::privacy::canonical_json::{read, write};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

use super::cases;

fn canonical(text: &str) -> String {
    write(&read(text).unwrap()).unwrap()
}

#[test]
fn the_example_of_the_rfc_has_the_spelling_of_the_rfc() {
    // RFC 8785 §3.2.2
    let text = r#"{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    }"#;
    let expected = concat!(
        r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#,
        r#""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    );
    assert_eq!(canonical(text), expected);
}

#[test]
fn members_are_in_the_order_of_their_utf_16_code_units() {
    // RFC 8785 §3.2.3. UTF-8 would have the emoji behind the Hebrew letter.
    let text = r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}"#;
    let expected = concat!(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",",
        "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
    );
    assert_eq!(canonical(text), expected);
}

#[test]
fn numbers_are_as_ecmascript_writes_them() {
    // RFC 8785, appendix B
    for (bits, expected) in [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] {
        let number = Value::Number(Number::from_f64(f64::from_bits(bits)).unwrap());
        assert_eq!(write(&number).unwrap(), expected, "{bits:x}");
    }
    for (text, expected) in [
        ("-0", "0"),
        ("-0.0", "0"),
        ("0e9", "0"),
        ("10", "10"),
        ("1e1", "10"),
        ("123456789012345678901234567890", "1.2345678901234568e+29"),
        ("18446744073709551616", "18446744073709552000"),
        ("13.404953999999999", "13.404953999999998"),
        ("1.50", "1.5"),
        ("12.5e-8", "1.25e-7"),
    ] {
        assert_eq!(canonical(text), expected);
    }
}

#[test]
fn an_integer_that_no_double_is_has_no_spelling() {
    // RFC 8785, appendix D: two who read it would have two numbers.
    for integer in
        [json!(9_007_199_254_740_993_u64), json!(-9_007_199_254_740_993_i64), json!(u64::MAX), json!(i64::MAX)]
    {
        let refused = write(&json!({"deep": [integer]}));
        assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "payload"));
    }
    for (integer, expected) in [
        (json!(9_007_199_254_740_992_u64), "9007199254740992"),
        (json!(i64::MIN), "-9223372036854776000"),
        (json!(1_u64 << 60), "1152921504606847000"),
    ] {
        assert_eq!(write(&integer).unwrap(), expected);
    }
}

#[test]
fn what_is_no_json_is_refused_without_a_word_of_it() {
    for text in ["", "{", "[1,]", "{\"secret\":}", "nul", "1e999", "\"\\ud800\"", "{\"a\":1}x", "01", "+1", ".5"] {
        let refused = read(text).unwrap_err().to_string();
        assert!(!refused.contains("secret"), "{refused}");
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-(1_i64 << 53)..=1 << 53).prop_map(Value::from),
        any::<f64>().prop_filter_map("JSON has no others", |number| Number::from_f64(number).map(Value::Number)),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The same, of the same numbers to the bit, whichever of the two kinds of serde's they are.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| is_same(one, other)))
        }
        _ => one == other,
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_is_read_is_what_was_written_and_is_written_so_again(value in values()) {
        let text = write(&value).unwrap();
        let known = read(&text).unwrap();
        prop_assert!(is_same(&known, &value), "{} {}", value, text);
        prop_assert_eq!(write(&known).unwrap(), &*text);
        // Any other reader takes it for JSON of the same form; however it is indented, it has this spelling.
        let other: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(other.as_object().map(Map::len), value.as_object().map(Map::len));
        prop_assert_eq!(canonical(&serde_json::to_string_pretty(&value).unwrap()), text);
    }

    #[test]
    fn a_number_has_the_form_of_ecmascript(bits in any::<u64>()) {
        let Some(number) = Number::from_f64(f64::from_bits(bits)) else { return Ok(()) };
        let text = write(&Value::Number(number)).unwrap();
        // Minus zero becomes zero.
        prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), (f64::from_bits(bits) + 0.0).to_bits());
        let form = regex::Regex::new(r"^(0|-?(\d{1,21}|\d{1,21}\.\d+|0\.0{0,5}[1-9]\d*|[1-9](\.\d+)?e[+-][1-9]\d*))$").unwrap();
        prop_assert!(form.is_match(&text), "{}", text);
        let digits = text.split('e').next().unwrap();
        prop_assert!(!digits.contains('.') || !digits.ends_with('0'), "{}", text);
    }

    /// ECMA-262, Number::toString, note 2: of two spellings that are as close, the even one.
    #[test]
    fn of_two_spellings_that_are_as_close_it_is_the_even_one(whole in 1_u64 << 50..1 << 51, is_high in any::<bool>()) {
        // Spaces between doubles are a quarter here.
        let (quarters, digit) = if is_high { (3, 8) } else { (1, 2) };
        let double = f64::from_bits(((whole << 2 | quarters) - (1 << 52)) | (1023 + 50) << 52);
        prop_assert_eq!(write(&json!(double)).unwrap(), format!("{whole}.{digit}"));
    }
}
