//! `/api/admin/{tid}/policies`.

pub(in crate::it) mod test;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::json;

use super::field_of;
use crate::it::nets::{Making, Row, ready};
use crate::it::things::{self, fresh};

const POLICIES: &str = "/api/admin/{tid}/policies";

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let id = fresh("policy");
        let body = types::AcpPolicyRequest::builder().id(id.clone()).policy_name("Staff".to_owned());
        let created = client.create_policy().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.id.as_str(), created.policy_name.as_str()), (id.as_str(), "Staff"));
        let got = client.get_policy().tid(tid).pid(&id).send().await.unwrap().into_inner();
        assert!(got.validators.is_empty());
        let body = types::AcpPolicyRequest::builder().policy_name("Renamed".to_owned());
        let call = client.update_policy().tid(tid).pid(&id).body(body);
        assert_eq!(call.send().await.unwrap().into_inner().policy_name, "Renamed");
        let listed = client.list_policies().tid(tid).send().await.unwrap().into_inner();
        assert!(listed.policies.iter().any(|listed| listed.id == id));
        client.delete_policy().tid(tid).pid(&id).send().await.unwrap();
        let gone = client.get_policy().tid(tid).pid(&id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn what_is_read_can_be_written_back_and_changes_nothing() {
    on_both(async |tenant| {
        let listed = tenant.get(POLICIES).send().await.expect(200).json();
        assert_eq!(texts(&listed["policies"], "id"), ["block", "nist-aal-1", "nist-aal-2", "nist-aal-3"]);
        let fields = json!([{"field": "groups", "comparator": "contains", "value": "staff"}]);
        let validators = json!([
            {"name": "identity-context", "conf": {"fields": fields, "more": {"kept": [1]}}, "recovery": [{"type": "otp", "id": "mail"}]},
            {"name": "true", "conf": {}, "recovery": []},
        ]);
        let id = things::policy(&tenant, &validators).await;
        let path = format!("{POLICIES}/{id}");
        let shown = tenant.get(&path).send().await.expect(200).json();
        let expected = json!({"id": id, "policy_name": "A policy", "tenant_id": tenant.id, "validators": validators});
        assert_eq!(shown, expected);
        // ACP answers 201 to this PUT.
        assert_eq!(tenant.put(&path).json(&shown).send().await.expect(201).json(), shown);
        let listed = tenant.get(POLICIES).send().await.expect(200).json();
        for policy in listed["policies"].as_array().unwrap() {
            let path = format!("{POLICIES}/{}", policy["id"].as_str().unwrap());
            assert_eq!(tenant.put(&path).json(policy).send().await.expect(201).json(), *policy);
        }
        let other = json!({"id": "block", "policy_name": "Block"});
        assert_eq!(field_of(&tenant.put(&path).json(&other).send().await.expect(409)), "id");
        assert_eq!(field_of(&tenant.post(POLICIES).json(&other).send().await.expect(409)), "id");
    })
    .await;
}

const PERMIT: &str = "permit (principal, action, resource);";

#[tokio::test]
async fn a_policy_in_cedar_is_kept_as_it_was_written_and_changes_into_validators_and_back() {
    on_both(async |tenant| {
        let text = format!("// For \u{e4}ll.\r\n{PERMIT}\n");
        let id = things::policy_in_cedar(&tenant, &text).await;
        let path = format!("{POLICIES}/{id}");
        let in_cedar = json!({
            "id": id, "policy_name": "A policy", "tenant_id": tenant.id, "validators": [], "language": "cedar", "definition": text
        });
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), in_cedar);
        assert_eq!(tenant.put(&path).json(&in_cedar).send().await.expect(201).json(), in_cedar);
        let listed = tenant.get(POLICIES).send().await.expect(200).json();
        assert!(listed["policies"].as_array().unwrap().contains(&in_cedar));
        for language in [json!("cloudentity"), json!(""), json!(null)] {
            let body = json!({"policy_name": "Checks", "language": language, "definition": "", "query": null});
            let shown = json!({"id": id, "policy_name": "Checks", "tenant_id": tenant.id, "validators": []});
            assert_eq!(tenant.put(&path).json(body).send().await.expect(201).json(), shown);
        }
        assert_eq!(tenant.put(&path).json(&in_cedar).send().await.expect(201).json(), in_cedar);
        let wrong = json!({"policy_name": "A policy", "language": "cedar", "definition": "permit (\n  principal,\n  actoin\n);"});
        let answer = tenant.put(&path).json(wrong).send().await.expect(422).json();
        let message = answer["details"]["message"].as_str().unwrap();
        assert!(message.starts_with("line 3, column 3: "), "{message}");
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422() {
    on_both(async |tenant| {
        let path = format!("{POLICIES}/{}", things::policy(&tenant, &json!([])).await);
        for (body, field) in [
            (json!({"id": "a"}), "policy_name"),
            (json!({"id": "a", "policy_name": 1}), "policy_name"),
            (json!({"id": "a", "policy_name": "a", "validators": {}}), "validators"),
            (json!({"id": "a", "policy_name": "a", "validators": [{}]}), "validators[0].name"),
            (json!({"id": "a", "policy_name": "a", "validators": [{"name": "magic"}]}), "validators[0].name"),
            (json!({"id": "a", "policy_name": "a", "validators": [{"name": "header"}]}), "validators[0].conf.fields"),
            (json!({"id": "a", "policy_name": "a", "validators": [{"name": "true", "conf": 1}]}), "validators[0].conf"),
            (json!({"id": "a", "policy_name": "a", "language": "python"}), "language"),
            (json!({"id": "a", "policy_name": "a", "language": "rego", "definition": "package a"}), "language"),
            (json!({"id": "a", "policy_name": "a", "language": "cedar"}), "definition"),
            (json!({"id": "a", "policy_name": "a", "language": "cedar", "definition": "permit"}), "definition"),
            (json!({"id": "a", "policy_name": "a", "language": "cedar", "definition": PERMIT, "query": "a"}), "query"),
            (json!({"id": "a", "policy_name": "a", "language": "cedar", "definition": PERMIT, "validators": [{"name": "true"}]}), "validators"),
            (json!({"id": "a", "policy_name": "a", "language": "cedar", "definition": "//".repeat(40_000)}), "definition"),
            (json!({"id": "a", "policy_name": "a", "language": "cloudentity", "definition": PERMIT}), "definition"),
            (json!({"id": "a", "policy_name": "a", "definition": PERMIT}), "definition"),
            (json!({"id": "a", "policy_name": "a", "query": "data.a"}), "query"),
        ] {
            assert_eq!(field_of(&tenant.post(POLICIES).json(&body).send().await.expect(422)), field, "{body}");
            let mut body = body;
            body.as_object_mut().unwrap().remove("id");
            assert_eq!(field_of(&tenant.put(&path).json(&body).send().await.expect(422)), field, "{body}");
        }
        for body in [
            json!({"policy_name": "a"}),
            json!({"id": "", "policy_name": "a"}),
            json!({"id": "a/b", "policy_name": "a"}),
        ] {
            assert_eq!(field_of(&tenant.post(POLICIES).json(&body).send().await.expect(422)), "id", "{body}");
        }
        for call in [tenant.post(POLICIES), tenant.put(&path)] {
            let _ = call.body("application/json", "{").send().await.expect(422);
        }
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_is_used_or_guards_more_than_the_caller_may_do_stays() {
    on_both(async |tenant| {
        let id = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let server = things::authorization_server(&tenant).await;
        let path = format!("{POLICIES}/{id}");
        let used = json!({"name": "Customers", "user_policy_id": id});
        let _ = tenant.put(&format!("/api/admin/{{tid}}/servers/{server}")).json(used).send().await.expect(200);
        assert_eq!(tenant.delete(&path).send().await.expect(400).json()["status_code"], 400);
        let narrow = tenant.narrow_token(&["policies:write"]).await;
        let open = json!({"policy_name": "Open", "validators": []});
        let _ = tenant.put(&path).json(&open).bearer(&narrow).send().await.expect(201);
        // `block` keeps developers from giving themselves the scopes of this API.
        let _ = tenant.put(&format!("{POLICIES}/block")).json(&open).bearer(&narrow).send().await.expect(403);
        let _ = tenant
            .put(&format!("/api/admin/{{tid}}/servers/{server}"))
            .json(json!({"name": "a"}))
            .send()
            .await
            .expect(200);
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.delete(&path).send().await.expect(404);
    })
    .await;
}

const SEE: &[&str] = &["policies:read", "policies:write"];
const CHANGE: &[&str] = &["policies:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    format!("{POLICIES}/{}", things::policy(tenant, &json!([{"name": "true"}])).await)
}

/// With the id of one that each tenant has from the beginning.
fn taken(_: &Tenant, good: Call) -> Making<'_> {
    ready(good.json(json!({"id": "block", "policy_name": "Block"})))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_policies", scopes: SEE, good: |tenant| ready(tenant.get(POLICIES)), provoke: &[] },
    Row {
        id: "create_policy",
        scopes: CHANGE,
        good: |tenant| {
            ready(
                tenant
                    .post(POLICIES)
                    .json(json!({"id": fresh("policy"), "policy_name": "Nobody", "validators": [{"name": "false"}]})),
            )
        },
        provoke: &[(409, taken)],
    },
    Row {
        id: "get_policy",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_policy",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"policy_name": "Renamed"})) }),
        provoke: &[(409, taken)],
    },
    Row {
        id: "delete_policy",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[(400, |tenant, _| ready(tenant.delete(&format!("{POLICIES}/block"))))],
    },
];
