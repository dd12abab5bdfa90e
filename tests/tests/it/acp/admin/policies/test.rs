//! `/api/admin/{tid}/policies/test`.

use authplane_client::types;
use authplane_tests::on_both;
use serde_json::{Value, json};

use super::{POLICIES, SEE};
use crate::it::acp::admin::{consents, field_of};
use crate::it::nets::{Row, UNKNOWN, ready};

const TEST: &str = "/api/admin/{tid}/policies/test";

fn staff() -> Value {
    let fields = json!([{"field": "groups", "comparator": "contains", "value": "staff"}]);
    json!({"name": "identity-context", "conf": {"fields": fields}, "recovery": [{"type": "otp", "id": "mail"}]})
}

fn browser() -> Value {
    json!({"name": "header", "conf": {"fields": [{"field": "user-agent", "comparator": "starts_with", "value": "Mozilla"}]}})
}

fn with(validators: &[Value]) -> Value {
    let request = json!({
        "method": "GET", "url": "https://orders.example/orders/1", "headers": {"User-Agent": ["Mozilla/5.0"]}, "path_params": {"id": "1"},
        "query_params": {"page": ["1"]}
    });
    let input = json!({"authn_ctx": {"groups": ["staff"], "manager": null}, "contexts": {"workspace": {"a": [1]}}, "request": request});
    json!({"policy": {"validators": validators}, "input": input, "server_id": "default"})
}

#[tokio::test]
async fn the_sdk_tests_a_policy() {
    on_both(async |tenant| {
        let body: types::AcpTestPolicyRequest = serde_json::from_value(with(&[json!({"name": "false"})])).unwrap();
        let client = tenant.client().await;
        let said = client.test_policy().tid(&tenant.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((said.status, said.result.as_str()), (false, "NOT_AUTHORIZED"));
        assert_eq!(said.failures[0].validator, "false");
    })
    .await;
}

/// A struct of all members says null, or nothing, of those that nobody set.
#[tokio::test]
async fn what_an_encoder_writes_for_nothing_counts_as_nothing() {
    on_both(async |tenant| {
        let exists = json!({"name": "identity-context", "conf": {"fields": [{"field": "groups", "comparator": "exists", "value": null}]}});
        let (_, consent) = consents::made(&tenant).await;
        let asking = |conf: Value| json!({"name": "consent", "conf": conf});
        let of_consent = json!([consent["id"]]);
        let wanted = json!({"validators": [exists, asking(json!({"action": "", "consents": of_consent}))]});
        let written = [
            json!([exists]),
            wanted["validators"].clone(),
            json!([asking(json!({"action": "order", "consents": null}))]),
            json!([asking(json!({"action": "order", "consents": []}))]),
        ];
        for (index, validators) in written.iter().enumerate() {
            let policy = json!({"id": format!("go-{index}"), "policy_name": "Go", "validators": validators});
            let _ = tenant.post(POLICIES).json(policy).send().await.expect(201);
        }
        let said = tenant.post(TEST).json(with(std::slice::from_ref(&exists))).send().await.expect(200).json();
        assert_eq!(said["status"], true, "{said}");
        let mut none = with(&[exists]);
        none["input"]["authn_ctx"] = json!({});
        let said = tenant.post(TEST).json(none).send().await.expect(200).json();
        assert_eq!(said["failures"][0]["message"], "the requirement is not met", "{said}");
        let said = tenant.post(TEST).json(with(&[asking(json!({"action": "", "consents": of_consent}))])).send().await;
        assert_eq!(said.expect(200).json()["failures"][0]["details"], "a consent is missing");
        for conf in [json!({"action": "", "consents": []}), json!({"action": null, "consents": null})] {
            let policy = json!({"id": "go", "policy_name": "Go", "validators": [asking(conf)]});
            let refused = tenant.post(POLICIES).json(policy).send().await.expect(422);
            assert_eq!(field_of(&refused), "validators[0].conf");
        }
    })
    .await;
}

#[tokio::test]
async fn a_policy_says_what_it_would_say_and_nothing_is_kept_of_it() {
    on_both(async |tenant| {
        let before = tenant.get(POLICIES).send().await.expect(200).json();
        let ask = async |body: &Value| tenant.post(TEST).json(body).send().await.expect(200).json();
        let yes = json!({"status": true, "result": "AUTHORIZED", "failures": [], "recovery": []});
        for validators in [vec![], vec![json!({"name": "true"})], vec![staff(), browser(), json!({"name": "true"})]] {
            assert_eq!(ask(&with(&validators)).await, yes, "{validators:?}");
        }
        // Nobody and nothing.
        let mut asked = with(&[staff(), browser(), staff()]);
        asked.as_object_mut().unwrap().remove("input");
        let no = |failed: &[(&str, &str)], recovery: Value| {
            let failure = |(validator, details): &(&str, &str)| {
                json!({"validator": validator, "message": "the requirement is not met", "details": details})
            };
            let failures: Vec<Value> = failed.iter().map(failure).collect();
            json!({"status": false, "result": "NOT_AUTHORIZED", "failures": failures, "recovery": recovery})
        };
        let (context, header) = (("identity-context", "groups contains"), ("header", "user-agent starts_with"));
        let mail = json!([{"type": "otp", "id": "mail"}]);
        assert_eq!(ask(&asked).await, no(&[context, header, context], mail.clone()));
        let mut asked = with(&[staff(), browser()]);
        asked["input"]["authn_ctx"]["groups"] = json!(["customers"]);
        assert_eq!(ask(&asked).await, no(&[context], mail));
        // A header that stands twice must pass each time.
        let mut asked = with(&[browser()]);
        asked["input"]["request"]["headers"] = json!({"user-agent": ["Mozilla/5.0"], "User-Agent": ["curl/8"]});
        assert_eq!(ask(&asked).await, no(&[header], json!([])));
        // Nobody has granted a consent here.
        let consent = json!({"name": "consent", "conf": {"consents": ["newsletter"]}});
        assert_eq!(ask(&with(&[consent])).await["result"], "NOT_AUTHORIZED");
        assert_eq!(tenant.get(POLICIES).send().await.expect(200).json(), before);
        assert!(tenant.audit_events().await.iter().all(|(action, _)| !action.starts_with("policy.")));
    })
    .await;
}

#[tokio::test]
async fn what_can_t_be_asked_is_refused_and_says_where() {
    on_both(async |tenant| {
        let good = with(&[staff()]);
        for (pointer, value, status, field) in [
            ("/policy", json!({"validators": [{"name": "magic"}]}), 422, "policy.validators[0].name"),
            (
                "/policy",
                json!({"validators": [{"name": "header", "conf": {}}]}),
                422,
                "policy.validators[0].conf.fields",
            ),
            ("/policy", json!({"validators": vec![json!({"name": "true"}); 65]}), 422, "policy.validators"),
            ("/policy", json!({"language": "rego"}), 422, "policy.language"),
            ("/policy", json!({"language": "rego", "definition": "package a"}), 422, "policy.language"),
            ("/policy", json!({"language": "python"}), 422, "policy.language"),
            ("/policy", json!({"language": "cedar"}), 422, "policy.definition"),
            ("/policy", json!({"language": "cedar", "definition": "permit"}), 422, "policy.definition"),
            ("/policy", json!({"language": "cedar", "definition": "a", "query": "b"}), 422, "policy.query"),
            ("/policy", json!({"language": "cedar", "validators": [{"name": "true"}]}), 422, "policy.validators"),
            ("/policy", json!({"definition": "package a"}), 422, "policy.definition"),
            ("/policy", json!({"query": "data.a.allow"}), 422, "policy.query"),
            ("/policy", json!({"definition": "package a", "validators": [{"name": "true"}]}), 409, "policy.definition"),
            ("/input/request/headers", json!({"a b": ["c"]}), 422, "input.request.headers.a b"),
            ("/input/request/headers", json!({"a": vec!["b"; 257]}), 422, "input.request.headers"),
            ("/input/request/headers", json!({"a": vec!["b"; 200], "c": vec!["d"; 57]}), 422, "input.request.headers"),
            ("/input/request/headers", json!({"a": ["b\nc: d"]}), 422, "input.request.headers.a"),
            ("/input/request/headers", json!({"a": "b"}), 400, "input.request.headers.a"),
            ("/input/authn_ctx", json!([]), 400, "input.authn_ctx"),
            ("/server_id", json!(1), 400, "server_id"),
        ] {
            let mut body = good.clone();
            *body.pointer_mut(pointer).unwrap() = value;
            let answer = tenant.post(TEST).json(&body).send().await.expect(status);
            assert_eq!(field_of(&answer), field, "{body}");
        }
        let mut body = good;
        body["input"]["request"]["headers"] = json!({"a": vec!["b"; 200], "c": vec!["d"; 56]});
        let _ = tenant.post(TEST).json(&body).send().await.expect(200);
        body["server_id"] = json!("nowhere");
        assert_eq!(tenant.post(TEST).json(&body).send().await.expect(404).json()["details"]["id"], "nowhere");
    })
    .await;
}

#[tokio::test]
async fn a_policy_in_a_language_is_asked_about_all_of_the_input() {
    on_both(async |tenant| {
        let text = r#"permit (principal == User::"ada", action == Action::"GET", resource == Api::"/orders/1") when {
            context.authentication.groups.contains("staff") && context.request.headers["user-agent"].contains("Mozilla/5.0") &&
            context.request.query.page.contains("1") && resource.properties.variables.id == "1" &&
            context.token.scopes.contains("read") && context.stated.workspace == "a"
        };"#;
        let mut body = with(&[]);
        body["policy"] = json!({"language": "cedar", "definition": text});
        body["input"]["authn_ctx"]["sub"] = json!("ada");
        body["input"]["contexts"] = json!({"token": {"scopes": ["read"]}, "workspace": "a"});
        let ask = async |body: &Value| tenant.post(TEST).json(body).send().await.expect(200).json();
        assert_eq!(ask(&body).await, json!({"status": true, "result": "AUTHORIZED", "failures": [], "recovery": []}));
        for (pointer, value, message) in [
            ("/input/authn_ctx/sub", json!("otto"), "no permit applies"),
            ("/input/request/method", json!("POST"), "no permit applies"),
            ("/input/request/url", json!("https://orders.example/orders/2"), "no permit applies"),
            ("/input/contexts", json!({"token": {"scopes": []}, "workspace": "a"}), "no permit applies"),
            ("/input/contexts", json!({}), "the policy can't be evaluated"),
        ] {
            let mut changed = body.clone();
            *changed.pointer_mut(pointer).unwrap() = value;
            let said = ask(&changed).await;
            let failure = &said["failures"][0];
            assert_eq!((&said["status"], &failure["validator"]), (&json!(false), &json!("cedar")), "{pointer}");
            assert_eq!(failure["message"], message, "{pointer}");
        }
        // Where there is no request, somebody signs in.
        body["policy"]["definition"] =
            json!(r#"permit (principal, action == Action::"authorize", resource == Server::"default");"#);
        body["input"] = json!({});
        assert_eq!(ask(&body).await["status"], true);
    })
    .await;
}

/// The path is where a policy that is called so has always been.
#[tokio::test]
async fn a_policy_may_be_called_test() {
    on_both(async |tenant| {
        let body = json!({"id": "test", "policy_name": "Trial", "validators": [{"name": "true"}]});
        let made = tenant.post(POLICIES).json(&body).send().await.expect(201).json();
        assert_eq!(tenant.get(TEST).send().await.expect(200).json(), made);
        let changed = tenant.put(TEST).json(json!({"policy_name": "Tried"})).send().await.expect(201).json();
        assert_eq!((&changed["id"], &changed["policy_name"]), (&json!("test"), &json!("Tried")));
        assert_eq!(tenant.post(TEST).json(with(&[])).send().await.expect(200).json()["status"], true);
        let _ = tenant.delete(TEST).send().await.expect(204);
        let _ = tenant.get(TEST).send().await.expect(404);
        let answer = tenant.patch(TEST).send().await.expect(405);
        assert_eq!(answer.header("allow"), "DELETE, GET, HEAD, POST, PUT");
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "test_policy",
    scopes: SEE,
    good: |tenant| ready(tenant.post(TEST).json(with(&[staff()]))),
    provoke: &[
        (404, |_, good| {
            let mut body = with(&[]);
            body["server_id"] = json!(UNKNOWN);
            ready(good.json(body))
        }),
        (409, |_, good| ready(good.json(json!({"policy": {"query": "data.a", "validators": [{"name": "true"}]}})))),
    ],
}];
