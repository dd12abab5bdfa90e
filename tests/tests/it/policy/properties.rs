//! What holds for all policies and all users.

use authplane::policy::{self, ConsentQuestion, Facts};
use authplane_domain::catalogue::policy::{Recovery, Validator};
use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{evaluate, holds, identity_context, validator};

const COMPARATORS: &[&str] = &[
    "equals",
    "not_equals",
    "contains",
    "not_contains",
    "contains_all",
    "contains_any",
    "greater",
    "greater_or_equal",
    "less",
    "less_or_equal",
    "starts_with",
    "ends_with",
    "matches",
    "exists",
];

/// No file of regressions beside the sources: a case that was found becomes a test with a name.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Few letters, so that values meet, and everything that means something to a pattern, a path or an expression.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ab.*\\\\1]{0,6}", "[a-c]{1,2}", "-?[0-9]{1,3}(\\.[0-9])?", "[(|)?+\\[\\]{}^$#]{0,6}", "\\PC{0,6}"]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3..4_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from).prop_filter("finite", |value| !value.is_null()),
        text().prop_map(Value::from),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 8 => scalar()].prop_recursive(4, 24, 5, |inner| {
        prop_oneof![vec(inner.clone(), 0..5).prop_map(Value::from), object(inner).prop_map(Value::Object)]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[abc]", 1 => text()]
}

fn object(member: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    btree_map(name(), member, 0..5).prop_map(|map| map.into_iter().collect())
}

fn context() -> impl Strategy<Value = Map<String, Value>> {
    object(any_json())
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![3 => vec("[abc]", 1..4).prop_map(|names| names.join(".")), 1 => text()]
}

fn comparator() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(COMPARATORS).prop_map(str::to_owned), 1 => text()]
}

fn any_validator() -> impl Strategy<Value = Validator> {
    let field = (path(), comparator(), any_json())
        .prop_map(|(field, comparator, value)| json!({"field": field, "comparator": comparator, "value": value}));
    let fields = vec(field, 0..4).prop_map(|fields| Map::from_iter([("fields".to_owned(), Value::from(fields))]));
    let consent = (name(), vec(name(), 0..3)).prop_map(|(action, consents)| {
        Map::from_iter([("action".to_owned(), json!(action)), ("consents".to_owned(), json!(consents))])
    });
    let conf = prop_oneof![4 => fields, 1 => consent, 1 => context()];
    let kind = prop_oneof![
        4 => Just("identity-context".to_owned()),
        2 => Just("header".to_owned()),
        1 => Just("consent".to_owned()),
        1 => Just("true".to_owned()),
        1 => Just("false".to_owned()),
        1 => text(),
    ];
    let recovery = vec(("[ab]", "[ab]").prop_map(|(kind, id)| Recovery { kind, id }), 0..3);
    (kind, conf, recovery).prop_map(|(name, conf, recovery)| Validator { name, conf, recovery })
}

fn headers() -> impl Strategy<Value = HeaderMap> {
    vec(("[abc]", vec(any::<u8>(), 0..6)), 0..5).prop_map(|sent| {
        let mut headers = HeaderMap::new();
        for (name, value) in sent {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_bytes(&value)) {
                headers.append(name, value);
            }
        }
        headers
    })
}

fn granted(question: ConsentQuestion<'_>) -> bool {
    matches!(question, ConsentQuestion::Action("a") | ConsentQuestion::Consent("a" | "b"))
}

/// `*` tries every length; `\*` and `\\` are themselves without the backslash.
fn matches_naively(pattern: &[char], text: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['*', rest @ ..] => (0..=text.len()).any(|taken| matches_naively(rest, &text[taken..])),
        ['\\', literal @ ('*' | '\\'), rest @ ..] | [literal, rest @ ..] => {
            text.first() == Some(literal) && matches_naively(rest, &text[1..])
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// Whatever stands in a policy, and whoever the user is, there is an answer, and it agrees with itself.
    #[test]
    fn every_policy_answers(validators in vec(any_validator(), 0..5), context in context(), headers in headers()) {
        let facts = Facts::new(&context).with_headers(&headers).with_consents(&granted);
        let outcome = policy::evaluate(&validators, facts);
        prop_assert_eq!(outcome.authorized, outcome.failures.is_empty());
        prop_assert!(outcome.authorized || !validators.is_empty());
        prop_assert!(outcome.failures.len() <= validators.len());
        prop_assert_eq!(outcome.result(), if outcome.authorized { "AUTHORIZED" } else { "NOT_AUTHORIZED" });
        for (index, way) in outcome.recovery.iter().enumerate() {
            prop_assert!(validators.iter().any(|validator| validator.recovery.contains(way)));
            prop_assert!(!outcome.recovery[..index].contains(way));
        }
        prop_assert_eq!(&policy::evaluate(&validators, facts), &outcome, "asked again, it says the same");
    }

    #[test]
    fn the_order_of_validators_does_not_decide(
        (validators, shuffled) in vec(any_validator(), 0..5)
            .prop_flat_map(|validators| (Just(validators.clone()), Just(validators).prop_shuffle())),
        context in context(),
        headers in headers(),
    ) {
        let facts = Facts::new(&context).with_headers(&headers).with_consents(&granted);
        let (one, other) = (policy::evaluate(&validators, facts), policy::evaluate(&shuffled, facts));
        prop_assert_eq!(one.authorized, other.authorized);
        prop_assert_eq!(one.failures.len(), other.failures.len());
    }

    #[test]
    fn another_validator_never_opens_what_was_closed(
        validators in vec(any_validator(), 0..4),
        added in any_validator(),
        at in any::<prop::sample::Index>(),
        context in context(),
        headers in headers(),
    ) {
        let facts = Facts::new(&context).with_headers(&headers).with_consents(&granted);
        let before = policy::evaluate(&validators, facts).authorized;
        let alone = policy::evaluate(std::slice::from_ref(&added), facts).authorized;
        let mut more = validators;
        more.insert(at.index(more.len() + 1), added);
        prop_assert_eq!(policy::evaluate(&more, facts).authorized, before && alone);
    }

    /// Fewer facts open nothing, unless a field must be absent.
    #[test]
    fn who_says_less_gets_no_further(mut validator in any_validator(), context in context(), headers in headers()) {
        if let Some(fields) = validator.conf.get_mut("fields").and_then(Value::as_array_mut) {
            fields.retain(|field| field["comparator"] != "exists");
        }
        let all = Facts::new(&context).with_headers(&headers).with_consents(&granted);
        let nothing = Map::new();
        let asked = std::slice::from_ref(&validator);
        if policy::evaluate(asked, Facts::new(&nothing)).authorized {
            prop_assert_eq!(validator.name.as_str(), "true");
            prop_assert!(policy::evaluate(asked, all).authorized);
        }
    }

    #[test]
    fn unknown_names_say_no(name in text(), comparator in text(), context in context(), value in any_json()) {
        const VALIDATORS: [&str; 5] = ["true", "false", "identity-context", "header", "consent"];
        prop_assume!(!VALIDATORS.contains(&name.as_str()) && !COMPARATORS.contains(&comparator.as_str()));
        let context = Value::Object(context);
        let conf = json!({"fields": [{"field": "a", "comparator": "exists", "value": true}], "action": "a"});
        prop_assert!(!evaluate(&[validator(&name, conf)], &context).authorized);
        let field = json!([{"field": "a", "comparator": comparator, "value": value}]);
        prop_assert!(!evaluate(&[identity_context(&field)], &context).authorized);
    }

    /// Of a scalar that is there, one of each pair says yes and the other one no.
    #[test]
    fn pairs_deny_each_other(is in scalar(), value in scalar()) {
        let context = json!({ "a": is });
        for (one, other) in [("equals", "not_equals"), ("contains", "not_contains")] {
            prop_assert_ne!(holds(&context, "a", one, &value), holds(&context, "a", other, &value), "{}", one);
        }
        let said = |comparator: &str| holds(&context, "a", comparator, &value);
        let comparable = said("less_or_equal") || said("greater_or_equal");
        prop_assert_eq!(said("greater"), comparable && !said("less_or_equal"));
        prop_assert_eq!(said("less"), comparable && !said("greater_or_equal"));
        prop_assert_eq!(said("contains_all"), said("equals"));
        prop_assert_eq!(said("contains_any"), said("equals"));
        prop_assert!(said("exists") || value != json!(true));
    }

    /// The same for lists of scalars, which is what De Morgan says.
    #[test]
    fn pairs_deny_each_other_for_lists(
        is in vec(scalar(), 0..5),
        value in scalar(),
        values in vec(scalar(), 1..4),
    ) {
        let context = json!({ "a": is });
        for (one, other) in [("equals", "not_equals"), ("contains", "not_contains")] {
            prop_assert_ne!(holds(&context, "a", one, &value), holds(&context, "a", other, &value), "{}", one);
        }
        let each: Vec<bool> = values.iter().map(|value| holds(&context, "a", "equals", value)).collect();
        prop_assert_eq!(holds(&context, "a", "contains_all", &json!(values)), each.iter().all(|held| *held));
        prop_assert_eq!(holds(&context, "a", "contains_any", &json!(values)), each.iter().any(|held| *held));
    }

    #[test]
    fn an_absent_field_passes_nothing(field in path(), comparator in comparator(), value in any_json()) {
        prop_assume!(comparator != "exists");
        let nobody = json!({});
        prop_assert!(!holds(&nobody, &field, &comparator, &value));
    }

    #[test]
    fn wildcards_match_as_trying_everything_does(
        pattern in "[ab*\\\\]{0,8}",
        text in prop_oneof!["[ab]{0,8}", "[ab*\\\\]{0,8}"],
    ) {
        let characters = |text: &str| text.chars().collect::<Vec<char>>();
        let says = |comparator: &str| holds(&json!({ "a": text }), "a", comparator, &json!(pattern));
        let naively = |pattern: &str| matches_naively(&characters(pattern), &characters(&text));
        prop_assert_eq!(says("equals"), naively(&pattern));
        // A backslash at the end would make a star that follows it its own.
        if !pattern.ends_with('\\') {
            prop_assert_eq!(says("starts_with"), naively(&format!("{pattern}*")));
            prop_assert_eq!(says("contains"), naively(&format!("*{pattern}*")));
        }
        prop_assert_eq!(says("ends_with"), naively(&format!("*{pattern}")));
    }

    /// Every text can be asked for as it is.
    #[test]
    fn an_escaped_text_equals_itself_alone(text in text(), other in text()) {
        let escaped = text.replace('\\', "\\\\").replace('*', "\\*");
        let equals = |text: &str| holds(&json!({ "a": text }), "a", "equals", &json!(escaped));
        prop_assert!(equals(&text));
        prop_assert_eq!(equals(&other), text == other);
    }

    /// Every member can be named, whatever its name is.
    #[test]
    fn an_escaped_name_leads_to_its_member(outer in "\\PC{1,6}", inner in "[.\\\\ab]{1,6}", value in scalar()) {
        let escape = |name: &str| name.replace('\\', "\\\\").replace('.', "\\.");
        let context = json!({ &outer: { &inner: value } });
        let is_there = |path: &str| holds(&context, path, "exists", &json!(true));
        let both = [escape(&outer), escape(&inner)].join(".");
        prop_assert!(is_there(&both));
        prop_assert!(is_there(&escape(&outer)));
        prop_assert_eq!(is_there(&escape(&inner)), inner == outer);
    }

    /// An expression never matches a part of a text only.
    #[test]
    fn matches_covers_the_whole_text(expression in prop_oneof![text(), "[ab|.*+?()]{0,8}"], text in "[ab]{0,6}") {
        let matched = holds(&json!({ "a": text }), "a", "matches", &json!(expression));
        let expected = regex::Regex::new(&expression).is_ok_and(|_| {
            regex::Regex::new(&format!(r"\A(?:{expression})\z")).is_ok_and(|whole| whole.is_match(&text))
        });
        prop_assert_eq!(matched, expected);
        if matched {
            let parts = regex::Regex::new(&expression).unwrap();
            prop_assert!(parts.is_match(&text));
        }
    }
}
