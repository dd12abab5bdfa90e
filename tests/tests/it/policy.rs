//! The evaluator of policies: what each validator and comparator says, and what holds for all policies and users there can be.

use authplane::policy::{self, ConsentQuestion, Facts, Outcome};
use authplane_domain::catalogue::policy::{Recovery, Validator};
use authplane_tests::{Tenant, on_both};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Map, Value, json};

mod cedar;
mod comparators;
mod in_use;
mod properties;
mod settings;

/// What a policy of these validators says of an authentication context.
fn evaluate(validators: &[Validator], context: &Value) -> Outcome {
    policy::evaluate(validators, Facts::new(context.as_object().unwrap()))
}

fn validator(name: &str, conf: Value) -> Validator {
    let Value::Object(conf) = conf else { panic!("{conf} is no object") };
    Validator { name: name.to_owned(), conf, recovery: Vec::new() }
}

fn identity_context(fields: &Value) -> Validator {
    validator("identity-context", json!({ "fields": fields }))
}

/// Does the one field stand so in the context?
fn holds(context: &Value, field: &str, comparator: &str, value: &Value) -> bool {
    let field = json!([{"field": field, "comparator": comparator, "value": value}]);
    evaluate(&[identity_context(&field)], context).authorized
}

fn with_recovery(mut validator: Validator, ways: &[(&str, &str)]) -> Validator {
    let way = |(kind, id): &(&str, &str)| Recovery { kind: (*kind).to_owned(), id: (*id).to_owned() };
    validator.recovery = ways.iter().map(way).collect();
    validator
}

#[test]
fn a_policy_without_validators_says_yes() {
    let outcome = evaluate(&[], &json!({}));
    assert_eq!(outcome, Outcome::authorized());
    assert_eq!(serde_json::to_value(&outcome).unwrap(), json!({"result": "AUTHORIZED", "failure": [], "recovery": []}));
}

#[test]
fn all_validators_must_pass_and_each_that_fails_is_told() {
    let yes = validator("true", json!({}));
    let no = validator("false", json!({}));
    assert!(evaluate(&[yes.clone(), yes.clone()], &json!({})).authorized);
    let wants_card = identity_context(&json!([{"field": "amr", "comparator": "contains_any", "value": ["sc"]}]));
    let outcome = evaluate(&[no, yes, wants_card], &json!({"amr": ["pwd"]}));
    let expected = json!({
        "result": "NOT_AUTHORIZED",
        "failure": [
            {"validator": "false", "message": "the requirement is not met", "details": ""},
            {"validator": "identity-context", "message": "the requirement is not met", "details": "amr contains_any"},
        ],
        "recovery": [],
    });
    assert_eq!(outcome.result(), "NOT_AUTHORIZED");
    assert_eq!(serde_json::to_value(&outcome).unwrap(), expected);
}

#[test]
fn recovery_of_validators_that_failed_is_handed_out_once() {
    let totp = ("MFA", "TotpAuthentication");
    let validators = [
        with_recovery(validator("false", json!({})), &[totp, ("MFA", "SmsAuthentication")]),
        with_recovery(validator("true", json!({})), &[("MFA", "NobodyNeedsIt")]),
        with_recovery(validator("unknown", json!({})), &[totp]),
    ];
    let recovery = serde_json::to_value(evaluate(&validators, &json!({})).recovery).unwrap();
    let expected = json!([{"type": "MFA", "id": "TotpAuthentication"}, {"type": "MFA", "id": "SmsAuthentication"}]);
    assert_eq!(recovery, expected);
}

#[test]
fn failures_never_hold_what_is_known_about_the_user() {
    let context = json!({"email": "alice@secret.example"});
    let field = json!([{"field": "email", "comparator": "equals", "value": "bob@hidden.example"}]);
    let told = serde_json::to_string(&evaluate(&[identity_context(&field)], &context)).unwrap();
    assert!(told.contains("email equals"), "{told}");
    assert!(!told.contains("secret") && !told.contains("hidden"), "{told}");
    let facts = Facts::new(context.as_object().unwrap());
    assert!(!format!("{facts:?}").contains("secret"));
}

#[test]
fn a_header_is_found_in_any_case_and_compared_as_text() {
    let mut headers = HeaderMap::new();
    headers.insert("x-level", HeaderValue::from_static("10"));
    headers.insert("x-groups", HeaderValue::from_static("staff, guests"));
    headers.insert("x-bytes", HeaderValue::from_bytes(b"\xff").unwrap());
    let context = Map::new();
    let says = |field: &str, comparator: &str, value: Value| {
        let fields = json!({"fields": [{"field": field, "comparator": comparator, "value": value}]});
        policy::evaluate(&[validator("header", fields)], Facts::new(&context).with_headers(&headers)).authorized
    };
    assert!(says("X-Level", "equals", json!("10")));
    assert!(says("x-level", "equals", json!(10)));
    assert!(says("X-LEVEL", "greater", json!(9)));
    assert!(!says("X-Level", "greater", json!("10")));
    assert!(says("X-Groups", "contains", json!("guests")));
    // A header's text is one text, not a list.
    assert!(!says("X-Groups", "contains_any", json!(["guests"])));
    assert!(says("X-Nothing", "exists", json!(false)));
    assert!(!says("X-Nothing", "not_equals", json!("a")));
    assert!(says("X-Bytes", "exists", json!(true)));
    assert!(!says("X-Bytes", "exists", json!(false)));
    assert!(!says("X-Bytes", "not_equals", json!("a")));
    assert!(!says("no header", "exists", json!(false)), "that can't be a header's name");
    // Headers aren't fields of the context, nor the other way round.
    assert!(!holds(&json!({}), "x-level", "exists", &json!(true)));
}

#[test]
fn a_header_that_is_sent_twice_must_pass_twice() {
    let name = HeaderName::from_static("x-role");
    let mut headers = HeaderMap::new();
    headers.append(&name, HeaderValue::from_static("admin"));
    headers.append(&name, HeaderValue::from_static("user"));
    let context = Map::new();
    let says = |comparator: &str, value: Value| {
        let fields = json!({"fields": [{"field": "X-Role", "comparator": comparator, "value": value}]});
        policy::evaluate(&[validator("header", fields)], Facts::new(&context).with_headers(&headers)).authorized
    };
    assert!(!says("equals", json!("admin")));
    assert!(!says("contains_any", json!(["admin"])));
    assert!(!says("not_equals", json!("user")));
    assert!(says("not_equals", json!("guest")));
    assert!(says("contains_any", json!(["admin", "user"])));
    assert!(says("exists", json!(true)));
}

/// Also `exists`, which compares nothing: each value is looked at, and costs something of what an evaluation may do.
#[test]
fn values_of_headers_cost_whatever_is_asked_of_them() {
    let name = HeaderName::from_static("x-role");
    let context = Map::new();
    let says = |comparator: &str, value: Value, values: usize, fields: usize| {
        let mut headers = HeaderMap::new();
        for _ in 0..values {
            headers.append(&name, HeaderValue::from_static("admin"));
        }
        let field = json!({"field": "X-Role", "comparator": comparator, "value": value});
        let conf = json!({"fields": vec![field; fields]});
        policy::evaluate(&[validator("header", conf)], Facts::new(&context).with_headers(&headers)).authorized
    };
    for (comparator, value) in [("exists", json!(true)), ("not_equals", json!("guest")), ("greater", json!("a"))] {
        assert!(says(comparator, value.clone(), 200, 100), "{comparator}");
        assert!(!says(comparator, value, 20_000, 60), "{comparator}");
    }
}

#[test]
fn consents_are_asked_of_whoever_knows_and_all_must_be_granted() {
    let context = Map::new();
    let granted = |question: ConsentQuestion<'_>| {
        matches!(question, ConsentQuestion::Action("newsletter") | ConsentQuestion::Consent("email" | "phone"))
    };
    let says = |conf: Value| {
        policy::evaluate(&[validator("consent", conf)], Facts::new(&context).with_consents(&granted)).authorized
    };
    assert!(says(json!({"action": "newsletter"})));
    assert!(!says(json!({"action": "marketing"})));
    assert!(!says(json!({"action": "email"})), "a consent is no action");
    assert!(says(json!({"consents": ["email", "phone"]})));
    assert!(!says(json!({"consents": ["email", "post"]})));
    assert!(says(json!({"action": "newsletter", "consents": ["email"]})));
    assert!(!says(json!({"action": "newsletter", "consents": ["post"]})));
    assert!(!says(json!({"action": "marketing", "consents": ["email"]})));
    // As an encoder writes what nobody set.
    assert!(says(json!({"action": "newsletter", "consents": []})));
    assert!(!says(json!({"action": "marketing", "consents": null})));
    assert!(says(json!({"action": null, "consents": ["email"]})));
    assert!(!says(json!({"action": "", "consents": ["post"]})));
    for conf in [
        json!({}),
        json!({"action": ""}),
        json!({"action": 1}),
        json!({"action": null, "consents": []}),
        json!({"consents": "email"}),
        json!({"consents": ["email", 1]}),
        json!({"action": "newsletter", "consents": [null]}),
    ] {
        assert!(!says(conf.clone()), "{conf}");
    }
    // Who doesn't know of consents has none.
    let outcome = policy::evaluate(&[validator("consent", json!({"action": "newsletter"}))], Facts::new(&context));
    assert_eq!(outcome.failures[0].details, "a consent is missing");
}

#[tokio::test]
async fn the_policies_of_a_new_tenant_ask_for_what_they_are_called_after() {
    on_both(async |tenant| {
        // ACP behaviour, §6, after NIST SP 800-63B and RFC 8176.
        for (amr, levels) in [
            (json!([]), [false, false, false]),
            (json!(["pwd"]), [true, false, false]),
            (json!("pwd"), [true, false, false]),
            (json!("pwd mfa"), [false, false, false]),
            (json!(["mfa"]), [false, false, false]),
            (json!(["PWD", "MFA"]), [false, false, false]),
            (json!(["pwd", "otp"]), [true, false, false]),
            (json!(["otp", "mfa", "pwd"]), [true, true, false]),
            (json!(["pwd", "mfa", "face"]), [true, true, true]),
            (json!(["pwd", "mfa", "retina"]), [true, true, true]),
            (json!(["sc", "mfa", "pwd"]), [true, true, true]),
            (json!(["vbm", "mfa", "pwd"]), [true, true, true]),
            (json!(["pwd", "vbm"]), [true, false, false]),
            (Value::Null, [false, false, false]),
            (json!({"pwd": true, "mfa": true}), [false, false, false]),
        ] {
            let context = json!({ "amr": amr });
            for (level, expected) in ["nist-aal-1", "nist-aal-2", "nist-aal-3"].into_iter().zip(levels) {
                assert_eq!(check(&tenant, Some(level), &context).await.authorized, expected, "{level}: {context}");
            }
            assert!(!check(&tenant, Some("block"), &context).await.authorized);
            assert!(check(&tenant, None, &context).await.authorized);
        }
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_does_not_exist_says_no() {
    on_both(async |tenant| {
        for id in ["", "nobody", "BLOCK", "nist-aal-1 ", "a\0b", "../block", &"a".repeat(10_000)] {
            let outcome = check(&tenant, Some(id), &json!({"amr": ["pwd"]})).await;
            assert!(!outcome.authorized, "{id:?}");
            assert_eq!(outcome.failures[0].validator, "policy");
        }
    })
    .await;
}

async fn check(tenant: &Tenant, policy: Option<&str>, context: &Value) -> Outcome {
    let (id, policy) = (tenant.id.clone(), policy.map(str::to_owned));
    let context = context.as_object().unwrap().clone();
    let check = async move |store: authplane_domain::Store| {
        policy::check(&store, &id, policy.as_deref(), Facts::new(&context)).await
    };
    tenant.server.with_store(move |store| async move { check(store).await }).await.unwrap()
}
