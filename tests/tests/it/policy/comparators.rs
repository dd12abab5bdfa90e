//! What each comparator says, one table for each.

use serde_json::{Value, json};

use super::holds;

/// `(value of the field, comparator's value, does it hold)`.
type Case = (Value, Value, bool);

#[track_caller]
fn table(comparator: &str, cases: impl IntoIterator<Item = Case>) {
    for (is, wanted, expected) in cases {
        let context = json!({ "field": is });
        assert_eq!(holds(&context, "field", comparator, &wanted), expected, "{is} {comparator} {wanted}");
    }
}

#[test]
fn equals() {
    let cases = [
        (json!("a"), json!("a"), true),
        (json!("a"), json!("A"), false),
        (json!("a"), json!("a "), false),
        (json!(""), json!(""), true),
        // The same letter, written in two ways.
        (json!("\u{e9}"), json!("e\u{301}"), false),
        (json!(1), json!(1), true),
        (json!(1), json!(1.0), true),
        (json!(1), json!(2), false),
        (json!(u64::MAX), json!(u64::MAX), true),
        (json!(u64::MAX), json!(u64::MAX - 1), false),
        (json!(i64::MIN), json!(i64::MIN), true),
        (json!(-0.0), json!(0), true),
        (json!(true), json!(true), true),
        (json!(true), json!(false), false),
        // A number or truth value equals a text that reads as it.
        (json!(1), json!("1"), true),
        (json!(1), json!("1.0"), true),
        (json!("1.0"), json!(1), true),
        (json!("01"), json!(1), false),
        (json!("+1"), json!(1), false),
        (json!(" 1"), json!(1), false),
        (json!("1"), json!(1), true),
        (json!("true"), json!(true), true),
        (json!(true), json!("true"), true),
        (json!("True"), json!(true), false),
        (json!(1), json!(true), false),
        (json!(true), json!(1), false),
        // But two texts are equal by their characters.
        (json!("1.0"), json!("1"), false),
        // One of the items is enough.
        (json!(["a", "b"]), json!("b"), true),
        (json!(["a", "b"]), json!("c"), false),
        (json!([{"a": 1}, "b"]), json!("b"), true),
        (json!([["b"]]), json!("b"), false),
        (json!([]), json!("b"), false),
        (json!({"a": 1}), json!("a"), false),
        (json!({"a": 1}), json!("*"), false),
        (Value::Null, json!(""), false),
        (Value::Null, json!("*"), false),
        (Value::Null, json!("null"), false),
    ];
    table("equals", cases);
}

#[test]
fn not_equals() {
    let cases = [
        (json!("a"), json!("b"), true),
        (json!("a"), json!("a"), false),
        (json!("a"), json!("*"), false),
        (json!(1), json!("1"), false),
        (json!(1), json!("2"), true),
        // None of the items may be.
        (json!(["a", "b"]), json!("c"), true),
        (json!(["a", "b"]), json!("a"), false),
        (json!([]), json!("a"), true),
        // It can't be told.
        (json!([{"a": 1}]), json!("a"), false),
        (json!([["a"]]), json!("b"), false),
        (json!({"a": 1}), json!("a"), false),
        (Value::Null, json!("a"), false),
    ];
    table("not_equals", cases);
    assert!(!holds(&json!({}), "field", "not_equals", &json!("a")), "an absent field passes nothing");
}

#[test]
fn contains() {
    let cases = [
        (json!("a text"), json!("text"), true),
        (json!("a text"), json!("a*t"), true),
        (json!("a text"), json!("Text"), false),
        (json!("a text"), json!(""), true),
        (json!(120), json!("2"), true),
        // Lists contain whole items.
        (json!(["staff", "guests"]), json!("guests"), true),
        (json!(["staff", "guests"]), json!("guest"), false),
        (json!(["staff", "guests"]), json!("guest*"), true),
        (json!([1, 2]), json!(2), true),
        (json!([]), json!("a"), false),
        (json!({"staff": true}), json!("staff"), false),
        (Value::Null, json!(""), false),
    ];
    table("contains", cases);
}

#[test]
fn not_contains() {
    let cases = [
        (json!("a text"), json!("word"), true),
        (json!("a text"), json!("tex"), false),
        (json!(["staff"]), json!("guests"), true),
        (json!(["staff"]), json!("staff"), false),
        (json!(["staff"]), json!("sta"), true),
        (json!([]), json!("staff"), true),
        (json!(["staff", {"name": "guests"}]), json!("guests"), false),
        (json!({"name": "staff"}), json!("guests"), false),
        (Value::Null, json!("a"), false),
    ];
    table("not_contains", cases);
}

#[test]
fn contains_all() {
    let cases = [
        (json!(["a", "b", "c"]), json!(["c", "a"]), true),
        (json!(["a", "b"]), json!(["a", "c"]), false),
        (json!(["a", "b"]), json!(["a", "a"]), true),
        (json!(["admin", "b"]), json!(["adm"]), false),
        (json!(["admin", "b"]), json!(["adm*", "b"]), true),
        (json!("a"), json!(["a"]), true),
        (json!("a"), json!("a"), true),
        (json!("a b"), json!(["a", "b"]), false),
        (json!([1, "2", true]), json!(["1", 2, "true"]), true),
        (json!([]), json!(["a"]), false),
        (json!(["a"]), json!([]), false),
        (json!(["a"]), json!(["a", null]), false),
        (json!(["a"]), json!([["a"]]), false),
    ];
    table("contains_all", cases);
}

#[test]
fn contains_any() {
    let cases = [
        (json!(["a", "b"]), json!(["c", "b"]), true),
        (json!(["a", "b"]), json!(["c", "d"]), false),
        (json!("notadmin"), json!(["admin"]), false),
        (json!("admin"), json!(["admin"]), true),
        (json!([{"x": 1}, "a"]), json!(["a"]), true),
        (json!([]), json!(["a"]), false),
        (json!(["a"]), json!([]), false),
        (json!(["a"]), json!({"a": 1}), false),
    ];
    table("contains_any", cases);
}

#[test]
fn order() {
    for (is, wanted, less, equal) in [
        (json!(1), json!(2), true, false),
        (json!(2), json!(2), false, true),
        (json!(2), json!(2.5), true, false),
        (json!(-1), json!(u64::MAX), true, false),
        // One above what a double can tell from its neighbour.
        (json!(9_007_199_254_740_992_i64), json!(9_007_199_254_740_993_i64), true, false),
        (json!("9"), json!("10"), true, false),
        (json!("9"), json!(10), true, false),
        (json!(9), json!("10"), true, false),
        (json!("2026-01-02"), json!("2026-01-10"), true, false),
        (json!("b"), json!("a"), false, false),
        (json!("a"), json!("a"), false, true),
    ] {
        let greater = !less && !equal;
        table("less", [(is.clone(), wanted.clone(), less)]);
        table("less_or_equal", [(is.clone(), wanted.clone(), less || equal)]);
        table("greater", [(is.clone(), wanted.clone(), greater)]);
        table("greater_or_equal", [(is, wanted, greater || equal)]);
    }
    // What has no order is neither below nor above.
    for (is, wanted) in [
        (json!("a"), json!(1)),
        (json!("a"), json!("1")),
        (json!(1), json!("a")),
        (json!("1"), json!("a")),
        (json!(true), json!(true)),
        (json!("true"), json!(true)),
        (json!(true), json!(0)),
        (json!([]), json!(1)),
        (json!({}), json!(1)),
        (json!([[1]]), json!(1)),
        (json!("1e999"), json!(1)),
        (Value::Null, json!(1)),
        (json!(1), Value::Null),
        (json!(1), json!([1])),
    ] {
        for comparator in ["less", "less_or_equal", "greater", "greater_or_equal"] {
            table(comparator, [(is.clone(), wanted.clone(), false)]);
        }
    }
    table("greater", [(json!([1, 5, "x"]), json!(4), true), (json!([1, 2]), json!(4), false)]);
}

#[test]
fn starts_with_and_ends_with() {
    let cases = [
        (json!("alice@example.com"), json!("alice@"), true),
        (json!("alice@example.com"), json!("*@"), true),
        (json!("alice@example.com"), json!("Alice"), false),
        (json!("ab"), json!("abc"), false),
        (json!(1234), json!("12"), true),
        (json!(["x", "ab"]), json!("a"), true),
        (json!({"a": 1}), json!("a"), false),
        (json!("1"), json!(1), false),
    ];
    table("starts_with", cases);
    let cases = [
        (json!("alice@example.com"), json!("@example.com"), true),
        (json!("alice@example.com.evil"), json!("@example.com"), false),
        (json!("alice@example.com"), json!("@*.com"), true),
        (json!(["ab", 1]), json!("b"), true),
    ];
    table("ends_with", cases);
}

#[test]
fn matches_means_the_whole_text() {
    let cases = [
        (json!("admin"), json!("admin"), true),
        (json!("notadmin"), json!("admin"), false),
        (json!("admin2"), json!("admin"), false),
        (json!("admin\n"), json!("admin"), false),
        (json!("x\nadmin"), json!("(?m)^admin$"), false),
        (json!("ab"), json!("a|ab"), true),
        (json!("xb"), json!("a|b"), false),
        (json!("alice@example.com"), json!(r"[a-z]+@example\.com"), true),
        (json!("\u{e9}lan"), json!(r"\w+"), true),
        (json!(42), json!("[0-9]+"), true),
        (json!(["x", "42"]), json!("[0-9]+"), true),
        (json!("a*b"), json!(r"a\*b"), true),
        (json!("ADMIN"), json!("(?i)admin"), true),
        // None of these is an expression; parentheses around them would make one.
        (json!("a"), json!("a)|(?:b"), false),
        (json!("xxb"), json!("a)|(?:b"), false),
        (json!("a"), json!("a("), false),
        (json!("a"), json!("["), false),
        (json!("aa"), json!(r"(a)\1"), false),
        (json!("a"), json!("(?x)a # )|(.*"), false),
        (json!("a"), json!(1), false),
        (json!("a"), Value::Null, false),
        // Too large, one way or the other.
        (json!("a"), json!("a{1,1000}{1,1000}"), false),
        (json!("a"), json!("a|".repeat(300)), false),
        (json!("a".repeat(9000)), json!("a+"), false),
        (json!({"a": 1}), json!(".*"), false),
        (Value::Null, json!(".*"), false),
    ];
    table("matches", cases);
}

#[test]
fn exists() {
    let context = json!({"a": null, "b": false, "c": "", "d": [], "e": [null], "f": {"g": 0}, "h": {}});
    for (field, there) in [
        ("a", false),
        ("b", true),
        ("c", true),
        ("d", true),
        ("e", true),
        ("f", true),
        ("f.g", true),
        ("f.x", false),
        ("b.x", false),
        ("h", true),
        ("x", false),
        ("x.y.z", false),
    ] {
        assert_eq!(holds(&context, field, "exists", &json!(true)), there, "{field}");
        assert_eq!(holds(&context, field, "exists", &json!(false)), !there, "{field}");
    }
    // As an encoder writes what nobody set.
    assert!(holds(&context, "b", "exists", &Value::Null) && !holds(&context, "x", "exists", &Value::Null));
    for value in [json!("true"), json!("false"), json!(0), json!([])] {
        assert!(!holds(&context, "b", "exists", &value), "{value}");
        assert!(!holds(&context, "x", "exists", &value), "{value}");
    }
}

#[test]
fn wildcards() {
    for (text, pattern, expected) in [
        ("", "*", true),
        ("anything", "*", true),
        ("abc", "a*c", true),
        ("ac", "a*c", true),
        ("acx", "a*c", false),
        ("aXbXc", "a*b*c", true),
        ("acb", "a*b*c", false),
        // One piece can't be used twice.
        ("aba", "ab*ba", false),
        ("abba", "ab*ba", true),
        ("abab", "*ab", true),
        ("a*c", r"a\*c", true),
        ("abc", r"a\*c", false),
        (r"CORP\alice", r"CORP\\*", true),
        (r"CORP\alice", r"CORP\*", false),
        ("CORP*", r"CORP\*", true),
        (r"a\b", r"a\b", true),
        (r"a\b", r"a\\b", true),
        (r"a\", r"a\", true),
        ("line\nbreak", "line*break", true),
        ("\u{1f511}key", "\u{1f511}*", true),
        ("", "", true),
        ("a", "", false),
        ("?", "a", false),
        ("b", "[ab]", false),
        ("b", "?", false),
    ] {
        assert_eq!(holds(&json!({ "field": text }), "field", "equals", &json!(pattern)), expected, "{text} {pattern}");
    }
}
