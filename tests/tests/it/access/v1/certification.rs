//! The fixture of the AuthZEN working group's certification: Basic, Batch and Properties of decisions, and Discovery.

use authplane_tests::users::static_method;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{EVALUATION, EVALUATIONS, Enforcement, REQUEST_ID, asking};
use crate::it::things;

/// What is sent decides, and what is stored (bob's role) doesn't.
const POLICY: &str = r#"
    permit (principal, action == Action::"read", resource == Resource::"record-1")
    when { principal in [User::"alice", User::"bob"] };
    permit (principal == User::"alice", action == Action::"write", resource == Resource::"record-1")
    unless { resource.properties has status && resource.properties.status == "archived" };
    permit (principal is User, action == Action::"write", resource)
    when { principal.properties has role && principal.properties.role == "admin" };
    permit (principal == User::"alice", action == Action::"delete", resource == Resource::"record-1")
    when { action.properties has soft && action.properties.soft == true };
"#;

async fn fixture(tenant: &Tenant) -> Enforcement<'_> {
    let users = [("alice", "correct horse", json!({})), ("bob", "correct horse", json!({"role": "admin"}))];
    tenant.set_methods("default", vec![static_method("m", &users)]).await;
    let enforcement = Enforcement::of(tenant).await;
    let policy = things::policy_in_cedar(tenant, POLICY).await;
    let _ = enforcement.service("record", &["read", "write", "delete"], Some(&policy)).await;
    enforcement
}

fn about(user: &str, action: &str) -> Value {
    asking(("user", user), action, ("record", "record-1"))
}

#[tokio::test]
async fn basic_decisions_and_those_by_properties() {
    on_both(async |tenant| {
        let enforcement = fixture(&tenant).await;
        let with = |asked: Value, pointer: &str, value: Value| {
            let mut asked = asked;
            let (parent, member) = pointer.rsplit_once('/').unwrap();
            asked.pointer_mut(parent).unwrap()[member] = value;
            asked
        };
        let archived = |asked| with(asked, "/resource/properties", json!({"status": "archived"}));
        let soft = |soft: bool| with(about("alice", "delete"), "/action/properties", json!({"soft": soft}));
        for (asked, expected) in [
            (about("alice", "read"), true),
            (about("alice", "write"), true),
            (about("bob", "read"), true),
            (about("bob", "write"), false),
            (about("carol", "read"), false),
            (archived(about("alice", "write")), false),
            (archived(with(about("alice", "write"), "/subject/properties", json!({"role": "admin"}))), true),
            (soft(true), true),
            (soft(false), false),
            (about("alice", "delete"), false),
            // What changes nothing.
            (
                with(
                    about("alice", "write"),
                    "/context",
                    json!({"time": "1985-10-26T01:22-07:00", "a": {"b": [null]}}),
                ),
                true,
            ),
            (with(about("bob", "write"), "/context", json!({"role": "admin"})), false),
            (with(about("alice", "write"), "/futureField", json!([1])), true),
            (with(about("alice", "write"), "/subject/foo", json!("bar")), true),
            (with(about("bob", "write"), "/resource/foo", json!("bar")), false),
            (with(about("alice", "write"), "/subject/properties", json!({"other": [1.5, null, {"x": true}]})), true),
            (with(about("alice", "write"), "/resource/properties", Value::Null), true),
        ] {
            assert_eq!(enforcement.may(&asked).await, expected, "{asked}");
            assert_eq!(enforcement.may(&asked).await, expected, "{asked}, again");
        }
    })
    .await;
}

#[tokio::test]
async fn what_lacks_something_or_has_it_in_another_type_is_400() {
    on_both(async |tenant| {
        let enforcement = fixture(&tenant).await;
        let good = about("alice", "read");
        let without = |pointer: &str| {
            let (parent, member) = pointer.rsplit_once('/').unwrap();
            let mut asked = good.clone();
            asked.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(member);
            asked
        };
        let members = [
            "/subject",
            "/subject/type",
            "/subject/id",
            "/action",
            "/action/name",
            "/resource",
            "/resource/type",
            "/resource/id",
        ];
        let mut refused: Vec<(Value, String)> =
            members.iter().map(|pointer| (without(pointer), pointer[1..].replace('/', "."))).collect();
        for pointer in members {
            for value in [json!(1), json!([]), json!(null), json!(true)] {
                let mut asked = good.clone();
                *asked.pointer_mut(pointer).unwrap() = value;
                refused.push((asked, pointer[1..].replace('/', ".")));
            }
        }
        for (pointer, value) in
            [("/subject", json!("alice")), ("/context", json!("now")), ("/subject/properties", json!([]))]
        {
            let mut asked = good.clone();
            let (parent, member) = pointer.rsplit_once('/').unwrap();
            asked.pointer_mut(parent).unwrap()[member] = value;
            refused.push((asked, pointer[1..].replace('/', ".")));
        }
        for (asked, field) in refused {
            for path in [EVALUATION, EVALUATIONS] {
                let answer = enforcement.call(path).header(REQUEST_ID, "r-1").json(&asked).send().await.expect(400);
                assert_eq!(answer.json()["details"]["field"], field, "{path}: {asked}");
                assert_eq!(answer.all("x-request-id"), ["r-1"]);
            }
        }
        for (content_type, body) in [
            ("application/json", ""),
            ("application/json", "{"),
            ("application/json", "[]"),
            ("text/plain", &*good.to_string()),
            ("application/x-www-form-urlencoded", &*good.to_string()),
            ("application/xml", &*good.to_string()),
        ] {
            let call = enforcement.call(EVALUATION).header(REQUEST_ID, "r 2").body(content_type, body);
            let answer = call.send().await.expect(400);
            assert_eq!(answer.all("x-request-id"), ["r 2"], "{content_type}: {body}");
        }
        let call = enforcement.call(EVALUATION).body("application/json; charset=utf-8", good.to_string());
        let answer = call.header(REQUEST_ID, "r-3").send().await.expect(200);
        assert_eq!((answer.all("x-request-id"), answer.header("content-type")), (vec!["r-3"], "application/json"));
        assert!(!enforcement.evaluate(&good).await.expect(200).header("x-request-id").is_empty());
        let _ = tenant.get(EVALUATION).send().await.expect(405);
    })
    .await;
}

#[tokio::test]
async fn a_batch_is_answered_in_its_order_and_as_far_as_its_semantic_says() {
    on_both(async |tenant| {
        let enforcement = fixture(&tenant).await;
        let alice = json!({"type": "user", "id": "alice"});
        let record = |id: &str| json!({"resource": {"type": "record", "id": id}});
        let batch = |items: Value, semantic: Option<&str>| {
            let mut asked = json!({"subject": alice, "action": {"name": "read"}, "evaluations": items});
            if let Some(semantic) = semantic {
                asked["options"] = json!({"evaluations_semantic": semantic, "another_option": 1});
            }
            asked
        };
        let decisions = async |asked: Value| -> Vec<bool> {
            let answer = enforcement.evaluations(&asked).await.expect(200).json();
            let decisions: Vec<bool> = answer["evaluations"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["decision"].as_bool().unwrap())
                .collect();
            let bare: Vec<Value> = decisions.iter().map(|decision| json!({"decision": decision})).collect();
            assert_eq!(answer, json!({"evaluations": bare}), "{asked}");
            decisions
        };
        let (yes, no) = (record("record-1"), record("record-2"));
        let items = json!([yes, no, yes]);
        for (semantic, expected) in [
            (None, vec![true, false, true]),
            (Some("execute_all"), vec![true, false, true]),
            (Some("deny_on_first_deny"), vec![true, false]),
            (Some("permit_on_first_permit"), vec![true]),
        ] {
            assert_eq!(decisions(batch(items.clone(), semantic)).await, expected, "{semantic:?}");
        }
        assert_eq!(decisions(batch(json!([yes, yes]), Some("deny_on_first_deny"))).await, [true, true]);
        assert_eq!(decisions(batch(json!([no, no]), Some("permit_on_first_permit"))).await, [false, false]);
        assert_eq!(decisions(batch(json!([no, yes, no]), Some("permit_on_first_permit"))).await, [false, true]);
        // One that lacks something is denied in its place, and counts as a denial.
        let incomplete = json!([yes, {}, {"resource": {"type": "record"}}, yes]);
        assert_eq!(decisions(batch(incomplete.clone(), None)).await, [true, false, false, true]);
        assert_eq!(decisions(batch(incomplete, Some("deny_on_first_deny"))).await, [true, false]);
        // What an item has replaces what stands beside as a whole.
        let mut whole =
            batch(json!([{}, {"subject": {"type": "user"}}, {"subject": {"type": "user", "id": "bob"}}]), None);
        whole["resource"] = json!({"type": "record", "id": "record-1", "properties": {"a": 1}});
        assert_eq!(decisions(whole.clone()).await, [true, false, true]);
        // Also by nothing: who looked for a resource and found none doesn't ask about the usual one.
        for member in ["subject", "action", "resource"] {
            let mut null = whole.clone();
            null["evaluations"] = json!([{}, {member: null}, {"context": null}]);
            assert_eq!(decisions(null).await, [true, false, true], "{member}");
        }
        // What all of them replace isn't looked at.
        whole["resource"] = json!({});
        whole["evaluations"] = json!([yes, no]);
        assert_eq!(decisions(whole).await, [true, false]);
        // Without a list the answer is that of one question.
        for list in [json!(null), json!([])] {
            let mut single = about("alice", "write");
            single["evaluations"] = list;
            assert_eq!(enforcement.evaluations(&single).await.expect(200).json(), json!({"decision": true}));
        }
        // As Go's encoder writes what nobody set.
        assert_eq!(decisions(batch(json!([yes, no]), Some(""))).await, [true, false]);
        for (wrong, field) in [
            (batch(json!([yes]), Some("first")), "options.evaluations_semantic"),
            (batch(json!({}), None), "evaluations"),
            (batch(json!([{"subject": "alice"}]), None), "evaluations[0].subject"),
        ] {
            let answer = enforcement.evaluations(&wrong).await.expect(400);
            assert_eq!(answer.json()["details"]["field"], field, "{wrong}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_metadata_names_the_decision_point_as_it_was_asked_for() {
    on_both(async |tenant| {
        let answer = tenant.get("/.well-known/authzen-configuration/{tid}").anonymous().send().await.expect(200);
        let point = format!("{}/{}", tenant.server.url(), tenant.id);
        let expected = json!({
            "policy_decision_point": point,
            "access_evaluation_endpoint": format!("{point}/access/v1/evaluation"),
            "access_evaluations_endpoint": format!("{point}/access/v1/evaluations"),
        });
        assert_eq!(answer.json(), expected, "no search: policies can't answer it");
        assert_eq!(answer.header("cache-control"), "public, max-age=300");
        let _ = tenant.post("/{tid}/access/v1/search/subject").json(json!({})).send().await.expect(404);
        let _ = tenant.get("/.well-known/authzen-configuration/nobody").anonymous().send().await.expect(404);
    })
    .await;
}
