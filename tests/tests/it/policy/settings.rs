//! Settings that make no sense, and fields by whatever names.

use std::time::{Duration, Instant};

use authplane_domain::catalogue::policy::Validator;
use serde_json::{Value, json};

use super::{evaluate, holds, identity_context, validator};

#[test]
fn what_makes_no_sense_says_no() {
    let context = json!({"a": "b"});
    let good = json!({"field": "a", "comparator": "equals", "value": "b"});
    assert!(evaluate(&[identity_context(&json!([good]))], &context).authorized);
    let told = |validator: Validator| {
        let outcome = evaluate(&[validator], &context);
        assert!(!outcome.authorized);
        outcome.failures[0].message.clone()
    };
    for name in ["", "True", "TRUE", "true ", "identity_context", "identity-context ", "Identity-Context", "not-false"]
    {
        assert_eq!(
            told(validator(name, json!({ "fields": [good] }))),
            "the validator is not set up correctly",
            "{name}"
        );
    }
    for conf in [
        json!({}),
        json!({"fields": null}),
        json!({"fields": []}),
        json!({"fields": good}),
        json!({"fields": [good, null]}),
        json!({"fields": [good, {}]}),
        json!({"fields": [good, {"field": "a"}]}),
        json!({"fields": [{"field": "a", "comparator": "equals"}]}),
        json!({"fields": [{"field": "a", "comparator": "is", "value": "b"}]}),
        json!({"fields": [{"field": "a", "comparator": "EQUALS", "value": "b"}]}),
        json!({"fields": [{"field": "a", "comparator": "not_is", "value": "x"}]}),
        json!({"fields": [{"field": "a", "comparator": 1, "value": "b"}]}),
        json!({"fields": [{"field": ["a"], "comparator": "equals", "value": "b"}]}),
        json!({"fields": [{"field": "a", "comparator": "equals", "value": ["b"]}]}),
        json!({"fields": [{"field": "a", "comparator": "equals", "value": null}]}),
        json!({"fields": [{"field": "a", "comparator": "not_equals", "value": ["x"]}]}),
        json!({"fields": [{"field": "a", "comparator": "not_equals", "value": null}]}),
        json!({"fields": [{"field": "a", "comparator": "not_contains", "value": ["x"]}]}),
        json!({"fields": [{"field": "a", "comparator": "starts_with", "value": true}]}),
        json!({"Fields": [good]}),
    ] {
        assert_eq!(
            told(validator("identity-context", conf.clone())),
            "the validator is not set up correctly",
            "{conf}"
        );
    }
    // Members that nobody knows change nothing.
    let labelled = json!([{"field": "a", "comparator": "equals", "value": "b", "label": "x"}]);
    assert!(evaluate(&[validator("identity-context", json!({"fields": labelled, "label": 1}))], &context).authorized);
    assert!(!evaluate(&[validator("false", json!({"fields": [good]}))], &context).authorized);
}

#[test]
fn a_path_goes_into_objects_and_through_lists() {
    let context = json!({
        "address": {"country": "FI", "lines": ["Street 1", "Town"]},
        "groups": [{"name": "staff", "level": 2}, {"name": "guests"}, "loose", null, {"name": null}],
        "nested": [[{"name": "deep"}]],
        "https://example.com/roles": ["auditor"],
        "back\\slash": 1,
        "empty": [],
    });
    for (field, comparator, value) in [
        ("address.country", "equals", json!("FI")),
        ("address.lines", "contains", json!("Town")),
        ("groups.name", "contains_all", json!(["staff", "guests"])),
        ("groups.level", "equals", json!(2)),
        (r"https://example\.com/roles", "contains", json!("auditor")),
        (r"back\\slash", "equals", json!(1)),
        ("empty.name", "exists", json!(false)),
        ("nested.name", "exists", json!(false)),
        ("address.country.x", "exists", json!(false)),
    ] {
        assert!(holds(&context, field, comparator, &value), "{field} {comparator} {value}");
    }
    // Through a list, an item is compared as a whole also by `contains`.
    assert!(!holds(&context, "groups.name", "contains", &json!("sta")));
    assert!(!holds(&context, "groups.0.name", "equals", &json!("staff")), "items have no names");
}

/// Another way to write a path must not be another way to reach, or to miss, what it leads to. (The class of CVE-2026-33494: a path that isn't normalized before the
/// rules are matched. Here nothing is normalized, by neither side.)
#[test]
fn cve_2026_33494_a_field_has_one_spelling() {
    let context = json!({
        "user": {"role": "admin"},
        "user.role": "shadow",
        "": {"": "nothing"},
        "resource": "/public/../private",
    });
    assert!(holds(&context, "user.role", "equals", &json!("admin")));
    assert!(!holds(&context, "user.role", "equals", &json!("shadow")), "a dot in a name shadows no path");
    assert!(holds(&context, r"user\.role", "equals", &json!("shadow")));
    for spelling in [
        "",
        ".",
        "..",
        ".user.role",
        "user.role.",
        "user..role",
        "user./role",
        "user/role",
        "/user/role",
        "user.role/",
        "./user.role",
        "user/../user.role",
        "user%2erole",
        "user%2Erole",
        "user%252erole",
        "USER.ROLE",
        "User.role",
        " user.role",
        "user.role ",
        "user. role",
        "user.role\0",
        "user.role\n",
        "user\u{ff0e}role",
        "user\u{2024}role",
        "user\\role",
        "user\\",
        "user.role\\",
        "user.role;a=b",
        "user.role?x",
        "user.role#x",
        "user[role]",
        "user['role']",
        "$.user.role",
        "user.*",
        "*",
        "user.ro*",
        "user.r\u{f6}le",
        "user.role.role",
        "\u{feff}user.role",
    ] {
        for value in ["*", "admin", "shadow"] {
            assert!(!holds(&context, spelling, "equals", &json!(value)), "{spelling:?}");
        }
        assert!(!holds(&context, spelling, "not_equals", &json!("nobody")), "{spelling:?}");
    }
    // A spelling that can't be a path is no path to something that isn't there either.
    for spelling in ["", ".", "..", ".user", "user.", "user..role", r"user\role", "user\\"] {
        assert!(!holds(&context, spelling, "exists", &json!(false)), "{spelling:?}");
    }
    // Values aren't normalized: who compares paths must be given normalized ones. What is equal is so to the last character.
    for other in ["/private", "/public/private", "/public/%2e%2e/private", "/public/..//private", "/public/../private/"]
    {
        assert!(!holds(&context, "resource", "equals", &json!(other)), "{other}");
    }
}

#[test]
fn a_name_on_the_path_is_never_one_of_the_language() {
    // CVEs of other products: a member that every object has.
    for field in ["__proto__", "constructor", "user.constructor", "user.length", "user.toString", "amr.length", "amr.0"]
    {
        let context = json!({"user": {"a": 1}, "amr": ["pwd"]});
        assert!(holds(&context, field, "exists", &json!(false)), "{field}");
    }
}

/// Nobody gets more than a fraction of a second, and what isn't done counts as failed.
#[test]
fn too_much_work_says_no_in_time() {
    let many: Vec<Value> = (0..100_000).map(|number| json!(format!("group-{number}"))).collect();
    let long = "ab".repeat(500_000);
    let star = format!("{}c", "*a*b".repeat(50_000));
    let nested = (0..100).fold(json!("a"), |inner, _| json!({ "a": [inner] }));
    let deep = ["a"; 101].join(".");
    let context = json!({"many": many, "long": long, "texts": vec!["a".repeat(8000); 2000], "nested": nested});
    let field = |field: &str, comparator: &str, value: Value| {
        identity_context(&json!([{"field": field, "comparator": comparator, "value": value}]))
    };
    let expressions: Vec<Value> = (0..2000)
        .map(|number| json!({"field": "long", "comparator": "matches", "value": format!("(a?){{100}}{number}")}))
        .collect();
    let policies = [
        vec![field("many", "contains_any", Value::from(vec!["nobody"; 100_000]))],
        vec![field("many", "contains_all", Value::from(many.clone()))],
        vec![field("long", "equals", json!(star)); 1000],
        vec![field("texts", "matches", json!("(.*a){20}b"))],
        vec![identity_context(&Value::from(expressions))],
        vec![field("nested", "exists", json!(true)), field(&format!("nested.{deep}.x"), "equals", json!("a"))],
        vec![field("many", "not_contains", json!("nobody")); 100],
        vec![field("long", "not_contains", json!("nobody")); 1000],
    ];
    for (index, validators) in policies.iter().enumerate() {
        let start = Instant::now();
        assert!(!evaluate(validators, &context).authorized, "{index}");
        assert!(start.elapsed() < Duration::from_secs(5), "{index} took {:?}", start.elapsed());
    }
    // What is long but within reason is answered.
    assert!(holds(&context, "many", "contains", &json!("group-99999")));
    assert!(holds(&context, "many", "not_contains", &json!("nobody")));
    assert!(holds(&context, "long", "starts_with", &json!("abab")));
    assert!(holds(&context, &format!("nested.{}", ["a"; 100].join(".")), "equals", &json!("a")));
}
