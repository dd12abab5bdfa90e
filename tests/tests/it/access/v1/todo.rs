//! The Todo application of the AuthZEN working group's interoperability events, by the policy that `docs/policies.md` shows.

use std::path::Path;

use authplane_tests::on_both;
use authplane_tests::users::static_method;
use serde_json::{Value, json};

use super::Enforcement;
use crate::it::things;

/// The requests of its harness, and what it expects.
const SCENARIO: &str = include_str!("../../../../data/authzen-todo.json");
/// Of the service `todo`.
const TODO: [&str; 4] = ["can_read_todos", "can_create_todo", "can_update_todo", "can_delete_todo"];

/// What stands between fences of this language in the documentation.
pub(super) fn documented(language: &str) -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/policies.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut found = Vec::new();
    for part in page.split(&format!("\n```{language}\n")).skip(1) {
        found.push(part.split_once("\n```\n").expect("a fence that ends").0.to_owned());
    }
    found
}

/// Each user with the context that the directory of the scenario has.
fn users(scenario: &Value) -> Vec<(String, Value)> {
    let users = scenario["users"].as_array().unwrap();
    let context = |user: &Value| json!({"name": user["name"], "email": user["email"], "roles": user["roles"]});
    users.iter().map(|user| (user["sub"].as_str().unwrap().to_owned(), context(user))).collect()
}

#[tokio::test]
async fn every_decision_is_as_the_harness_expects() {
    on_both(async |tenant| {
        let scenario: Value = serde_json::from_str(SCENARIO).unwrap();
        let users = users(&scenario);
        let users: Vec<_> =
            users.iter().map(|(sub, context)| (sub.as_str(), "correct horse", context.clone())).collect();
        tenant.set_methods("default", vec![static_method("directory", &users)]).await;
        let policies = documented("cedar");
        let policy = things::policy_in_cedar(&tenant, &policies[1]).await;
        let enforcement = Enforcement::of(&tenant).await;
        let _ = enforcement.service("todo", &TODO, Some(&policy)).await;
        let _ = enforcement.service("user", &["can_read_user"], Some(&policy)).await;
        let mut count = 0;
        for test in scenario["evaluation"].as_array().unwrap() {
            let expected = test["expected"].as_bool().unwrap();
            // To the letter, as its harness compares.
            let answer = enforcement.evaluate(&test["request"]).await.expect(200);
            assert_eq!(answer.text(), format!("{{\"decision\":{expected}}}"), "{}", test["request"]);
            // Its live application always sends one.
            let mut with_context = test["request"].clone();
            with_context["context"] = json!({});
            assert_eq!(enforcement.may(&with_context).await, expected, "{with_context}");
            count += 1;
        }
        for test in scenario["evaluations"].as_array().unwrap() {
            let answer = enforcement.evaluations(&test["request"]).await.expect(200);
            let expected = serde_json::to_string(&json!({"evaluations": test["expected"]})).unwrap();
            assert_eq!(answer.text(), expected, "{}", test["request"]);
            count += 1;
        }
        assert_eq!(count, 43);
    })
    .await;
}

#[test]
fn what_the_documentation_shows_are_policies() {
    let policies = documented("cedar");
    assert_eq!(policies.len(), 2);
    for policy in policies {
        let read = authplane_domain::catalogue::policy::cedar::compile(&policy);
        assert!(read.is_ok(), "{policy}: {read:?}");
    }
}
