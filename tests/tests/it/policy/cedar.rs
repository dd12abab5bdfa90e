//! Policies in Cedar.

use authplane::policy::input::{Act, Kind, Question, RequestLine, Thing};
use authplane::policy::{self, Facts, Outcome};
use authplane_domain::catalogue::policy::{Language, Program, Rules, cedar};
use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn rules(definition: &str) -> Rules {
    Rules::Program(Program { language: Language::Cedar, definition: definition.to_owned() })
}

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(members) = value else { panic!("{value} is no object") };
    members
}

/// What the policy says of somebody with this authentication context.
fn of_context(definition: &str, context: Value) -> Outcome {
    policy::says(&rules(definition), Facts::new(&object(context)))
}

fn failure(outcome: &Outcome) -> (&str, &str, &str) {
    let [failure] = &outcome.failures[..] else { panic!("{outcome:?}") };
    (&failure.validator, &failure.message, &failure.details)
}

/// Whether a condition holds of a context.
fn holds(condition: &str, context: Value) -> bool {
    of_context(&format!("permit (principal, action, resource) when {{ {condition} }};"), context).authorized
}

#[test]
fn somebody_is_let_through_when_a_permit_applies_and_no_forbid_does() {
    let text = r#"
        permit (principal == User::"ada", action, resource);
        @id("no-guests") forbid (principal, action, resource) when { context.authentication has guest };
    "#;
    assert_eq!(of_context(text, json!({"sub": "ada"})), Outcome::authorized());
    let outcome = of_context(text, json!({"sub": "otto"}));
    assert_eq!(failure(&outcome), ("cedar", "no permit applies", ""));
    let outcome = of_context(text, json!({"sub": "ada", "guest": true}));
    assert_eq!(failure(&outcome), ("cedar", "a forbid applies", "no-guests"));
    // Nobody is anonymous, and no user, whatever else is known.
    let outcome = of_context("permit (principal is User, action, resource);", json!({"name": "Ada"}));
    assert!(!outcome.authorized);
    assert!(of_context("permit (principal == Anonymous::\"\", action, resource);", json!({})).authorized);
}

/// Cedar itself would look past it: a `forbid` that fails forbids nothing there.
#[test]
fn a_statement_that_fails_refuses() {
    let text = r#"
        permit (principal, action, resource);
        @id("blocked") forbid (principal, action, resource) when { context.authentication.blocked };
    "#;
    for context in [json!({}), json!({"blocked": "yes"}), json!({"blocked": null})] {
        let outcome = of_context(text, context.clone());
        assert_eq!(failure(&outcome), ("cedar", "the policy can't be evaluated", "blocked"), "{context}");
    }
    assert!(of_context(text, json!({"blocked": false})).authorized);
    // Also where a permit fails beside one that applies.
    let text = "permit (principal, action, resource); permit (principal, action, resource) when { context.nothing };";
    assert!(!of_context(text, json!({})).authorized);
}

#[test]
fn a_failure_names_statements_and_no_values() {
    let text = "permit (principal, action, resource) when { context.authentication.secret + 1 == 2 };";
    let outcome = of_context(text, json!({"sub": "ada", "secret": "hunter2"}));
    assert!(!serde_json::to_string(&outcome).unwrap().contains("hunter2"));
    assert_eq!(failure(&outcome).2, "policy0");
}

#[test]
fn json_becomes_values_of_cedar() {
    let context = json!({
        "text": "a", "long": -3, "decimal": 1.5, "yes": true, "list": ["a", null, 1, ["b"]], "nothing": null,
        "object": {"inner": {"deep": 1}}, "large": 1e300, "fine": 0.123_456, "unsigned": u64::MAX
    });
    for condition in [
        r#"context.authentication.text == "a""#,
        "context.authentication.long == -3",
        r#"context.authentication.decimal.lessThan(decimal("1.6"))"#,
        "context.authentication.yes",
        r#"context.authentication.list.containsAll(["a", 1, ["b"]])"#,
        "!(context.authentication has nothing)",
        "context.authentication.object.inner.deep == 1",
        r#"context.authentication.large == "1e300" || context.authentication.large == "1e+300""#,
        r#"context.authentication.fine == "0.123456""#,
        r#"context.authentication.unsigned == "18446744073709551615""#,
    ] {
        assert!(holds(condition, context.clone()), "{condition}");
    }
}

/// Cedar's own reader of JSON would take them for what they say.
#[test]
fn no_member_of_a_context_becomes_an_entity_or_a_call() {
    for disguised in [
        json!({"__entity": {"type": "User", "id": "admin"}}),
        json!({"type": "User", "id": "admin"}),
        json!({"__extn": {"fn": "decimal", "arg": "1.0"}}),
        json!({"__expr": "User::\"admin\""}),
    ] {
        let context = json!({"who": disguised});
        assert!(!holds(r#"context.authentication.who == User::"admin""#, context.clone()), "{context}");
        assert!(!holds(r#"context.authentication.who == decimal("1.0")"#, context.clone()), "{context}");
        let name = disguised.as_object().unwrap().keys().next().unwrap();
        assert!(holds(&format!("context.authentication.who has \"{name}\""), context.clone()), "{context}");
    }
}

#[test]
fn a_request_to_a_gateway_is_told_whole_and_apart_from_what_is_known() {
    let known = object(json!({"sub": "ada", "role": "reader"}));
    let (token, stated) = (object(json!({"scopes": ["orders:read"], "client_id": "shop"})), object(json!({"a": 1})));
    let properties = object(json!({"role": "admin", "sub": "root"}));
    let mut headers = HeaderMap::new();
    headers.append("X-Level", HeaderValue::from_static("high"));
    headers.append("X-Level", HeaderValue::from_bytes(b"\xff").unwrap());
    let question = Question {
        subject: Some(Thing { kind: Kind::User, id: "ada", properties: Some(&properties) }),
        action: Act { name: "GET", properties: Some(&properties) },
        resource: Thing { kind: Kind::Api, id: "/orders/{id}", properties: Some(&properties) },
        token: Some(&token),
        request: Some(RequestLine { method: "GET", path: "/orders/1", query: "a=1&a=2&b=%20" }),
        stated: Some(&stated),
    };
    let facts = Facts::new(&known).with_headers(&headers).with_question(question);
    for condition in [
        r#"principal == User::"ada" && action == Action::"GET" && resource == Api::"/orders/{id}""#,
        r#"principal.properties.role == "admin" && action.properties.role == "admin""#,
        r#"principal.type == "user" && resource.type == "api" && action.name == "GET""#,
        r#"context.authentication.role == "reader" && context.authentication.sub == "ada""#,
        r#"context.token.scopes.contains("orders:read") && context.stated.a == 1"#,
        r#"context.request.headers["x-level"].containsAll(["high", "\u{fffd}"])"#,
        r#"context.request.path == "/orders/1" && context.request.query.a == ["1", "2"]"#,
        r#"context.request.query.b == [" "] && context.request.method == "GET""#,
    ] {
        let text = format!("permit (principal, action, resource) when {{ {condition} }};");
        let outcome = policy::says(&rules(&text), facts);
        assert!(outcome.authorized, "{condition}: {outcome:?}");
    }
    // What a caller calls its things makes them neither servers nor APIs.
    for kind in ["api", "server", "Api", "User"] {
        let facts =
            Facts::new(&known).with_question(Question { resource: Thing::new(Kind::Other(kind), "x"), ..question });
        let text =
            format!("permit (principal, action, resource == Resource::\"x\") when {{ resource.type == \"{kind}\" }};");
        assert!(policy::says(&rules(&text), facts).authorized, "{kind}");
    }
}

#[test]
fn a_mistake_has_its_line_and_its_column() {
    for (text, at, message) in [
        ("permit (principal, action, resource)\nwhen { context.a == };", Some((2, 21)), "unexpected token"),
        ("permit (principal, action, resource);\n\u{e4}", Some((2, 1)), "invalid token"),
        ("permit (principal == Usr::\"ada\", action, resource);", Some((1, 22)), "there is no type"),
        ("permit (principal, action, resource) when { principal is Usr };", Some((1, 58)), "there is no type"),
        ("permit (principal, action in [Act::\"a\"], resource);", None, ""),
        ("permit (principal, action, resource) when { principal in [A::\"a\"] };", Some((1, 59)), "there is no type"),
        ("", None, "there is no policy"),
        ("// nothing", None, "there is no policy"),
        ("permit (principal == ?principal, action, resource);", None, "a template"),
        ("@id(\"a\") @id(\"b\") permit (principal, action, resource);", Some((1, 10)), "annotation"),
    ] {
        let mistake = cedar::compile(text).expect_err(text);
        assert!(mistake.message.contains(message), "{text}: {mistake}");
        if at.is_some() {
            assert_eq!(mistake.at, at, "{text}: {mistake}");
        }
    }
}

/// On the stack that those have who answer requests.
#[test]
fn hostile_texts_are_refused_or_evaluated_in_no_time() {
    let deep = |open: &str, close: &str, times: usize| {
        format!("permit (principal, action, resource) when {{ {}true{} }};", open.repeat(times), close.repeat(times))
    };
    let many = "permit (principal, action, resource) when { context.authentication has a || true };".repeat(400);
    let texts = [
        deep("(", ")", 20_000),
        deep("!", "", 20_000),
        deep("[", "]", 20_000),
        deep("{a: ", "}", 10_000),
        deep("if true then ", " else false", 2_500),
        format!("permit (principal, action, resource) when {{ context{} }};", ".a".repeat(20_000)),
        format!("permit (principal, action, resource) when {{ true{} }};", " && true".repeat(7_000)),
        format!("permit (principal, action, resource) when {{ 1{} == 1 }};", " + 1".repeat(15_000)),
        format!("permit (principal, action, resource) when {{ context has {}a }};", "a.".repeat(20_000)),
        format!(
            "permit (principal, action, resource) when {{ \"{}\" like \"{}\" }};",
            "a".repeat(30_000),
            "*a".repeat(15_000)
        ),
        "permit (principal, action, resource) when { ".repeat(1400),
        // Behind what ends a comment.
        format!("//\r{}", deep("(", ")", 20_000)),
        format!("//\n{}", deep("(", ")", 20_000)),
        format!("// (((\r\n{}", deep("!", "", 20_000)),
        // Behind what ends a statement, for whoever reads on after a mistake.
        format!("permit (principal, action, resource) when {{ {}", format!("{};", "(".repeat(190)).repeat(20)),
        "(".repeat(65_536),
        "\"".to_owned() + &"\\".repeat(65_000),
        // As deep as is allowed, each way.
        deep("(", ")", 190),
        deep("[", "]", 60),
        deep("if true then ", " else false", 190),
        format!("permit (principal, action, resource) when {{ context{} }};", ".a".repeat(190)),
        format!("permit (principal, action, resource) when {{ true{} }};", " && true".repeat(190)),
        many,
        // What is costly to compare, as often as is allowed.
        format!("permit (principal, action, resource) when {{ [{}].contains(1) }};", vec!["context"; 60].join(", ")),
        format!("permit (principal, action, resource) when {{ [{}].contains(1) }};", vec!["context"; 7000].join(", ")),
        "permit (principal, action, resource) when { context == context && context == context };".repeat(400),
        // A large set, as large as a text can be.
        format!("permit (principal, action, resource) when {{ [{}1].contains(1) }};", "1, ".repeat(20_000)),
    ];
    let judge = move || {
        let mut evaluated = 0;
        for text in texts {
            let began = std::time::Instant::now();
            if text.len() <= 65_536 && cedar::compile(&text).is_ok() {
                let _ = of_context(&text, json!({"sub": "ada"}));
                evaluated += 1;
            }
            assert!(began.elapsed().as_secs() < 10, "{}", &text[..text.len().min(60)]);
        }
        evaluated
    };
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(judge).unwrap();
    assert!(thread.join().unwrap() >= 4, "some of them are policies");
}

/// Each limit by itself: what is just within it is read, and what is just beyond says which it was.
#[test]
fn what_is_costly_is_refused_by_its_limit() {
    let when = |condition: &str| format!("permit (principal, action, resource) when {{ {condition} }};");
    let nested = |times: usize| when(&format!("{}true{}", "(".repeat(times), ")".repeat(times)));
    // Brackets around the whole count, too.
    let of_comment = |end: &str| format!("// ( . && {end}{}", nested(250));
    let sets = |elements: usize| when(&format!("[{}].contains(1)", vec!["context"; elements].join(", ")));
    let like = |length: usize| when(&format!("\"a\" like \"*{}\"", "a".repeat(length)));
    for (text, limit) in [
        (nested(250), "200 operators"),
        (of_comment("\n"), "200 operators"),
        (of_comment("\r"), "200 operators"),
        (of_comment("\r\n"), "200 operators"),
        (when("true || true").repeat(1500), "all together 4000"),
        (sets(65), "64 elements of sets"),
        (like(256), "256 characters together"),
        (when("context.a like \"*aaaaaaaaaaaaaaa\"").repeat(17), "256 characters together"),
    ] {
        let mistake = cedar::compile(&text).expect_err(&text);
        assert!(mistake.message.contains(limit), "{}: {mistake}", &text[..60]);
    }
    for text in [nested(150), sets(64), like(255), format!("// ( . && {}\r{}", "(".repeat(500), nested(150))] {
        assert!(cedar::compile(&text).is_ok(), "{text}");
    }
}

#[test]
fn a_refusal_repeats_no_more_than_the_beginning_of_names() {
    let forbid = |number: usize| format!("@id(\"{number}{}\") forbid (principal, action, resource);", "x".repeat(1000));
    let forbids = (0..40).map(forbid).collect::<Vec<_>>().concat();
    let outcome = of_context(&forbids, json!({}));
    let (_, message, details) = failure(&outcome);
    assert_eq!(message, "a forbid applies");
    assert!(details.len() <= 16 * (128 + 2), "{}", details.len());
}

#[test]
fn a_number_is_the_same_however_it_is_spelled() {
    for (spelled, condition) in [
        (json!(5.0), "context.authentication.n == 5"),
        (json!(-3.0), "context.authentication.n < 0"),
        (json!(1e15), "context.authentication.n == 1000000000000000"),
        (json!(-0.0), "context.authentication.n == 0"),
        // Not each whole number has a double of its own there.
        (json!(1e16), "context.authentication.n == \"1e16\" || context.authentication.n == \"1e+16\""),
    ] {
        assert!(holds(condition, json!({"n": spelled})), "{condition}");
        let forbidding = format!(
            "permit (principal, action, resource); forbid (principal, action, resource) when {{ {condition} }};"
        );
        assert!(!of_context(&forbidding, json!({"n": spelled})).authorized, "{condition}");
    }
}

#[test]
fn who_knows_more_than_a_policy_is_told_is_refused() {
    let text = "permit (principal, action, resource);";
    assert!(of_context(text, json!({"sub": "ada", "note": "x".repeat(100_000)})).authorized);
    let outcome = of_context(text, json!({"sub": "ada", "note": "x".repeat(140_000)}));
    assert_eq!(failure(&outcome).1, "there is more to know than a policy is told");
    // Many small ones, too.
    assert!(!of_context(text, json!({"sub": "ada", "list": vec![0; 20_000]})).authorized);
    // The longest patterns on the longest text.
    let like = format!(
        r#"permit (principal, action, resource) when {{ context.authentication.note like "{}b" }};"#,
        "*a".repeat(250)
    );
    assert!(!of_context(&like, json!({"note": "a".repeat(120_000)})).authorized);
}

/// Words of the language, in any order.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "permit",
        "forbid",
        "(",
        ")",
        "principal",
        "action",
        "resource",
        ",",
        ";",
        "when",
        "unless",
        "{",
        "}",
        "context",
        ".",
        "has",
        "like",
        "is",
        "in",
        "==",
        "User::\"a\"",
        "\"a\"",
        "1",
        "&&",
        "||",
        "!",
        "-",
        "[",
        "]",
        "if",
        "then",
        "else",
        "@id(\"a\")",
        "?principal",
        "decimal(\"1.0\")",
        "contains",
        "//",
        "\n",
        "\r",
        "\u{1f600}",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_a_policy_or_a_mistake_within_the_text(words in prop::collection::vec(word(), 0..40)) {
        let text = words.join(" ");
        match cedar::compile(&text) {
            Ok(_) => { let _ = of_context(&text, json!({"sub": "a"})); }
            Err(mistake) => if let Some((line, column)) = mistake.at {
                let lines: Vec<&str> = text.split('\n').collect();
                prop_assert!((1..=lines.len()).contains(&line), "{}", mistake);
                prop_assert!((1..=lines[line - 1].chars().count() + 1).contains(&column), "{}", mistake);
            }
        }
    }

    #[test]
    fn a_permit_without_conditions_lets_any_context_through(name in "\\PC{0,8}", text in "\\PC{0,8}", number in any::<f64>()) {
        let context = json!({"sub": text, name: [number, {"__extn": text}]});
        prop_assert!(of_context("permit (principal, action, resource);", context).authorized);
    }
}
