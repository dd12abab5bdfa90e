//! `/api/admin/{tid}/actions`.

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::consents::{self, CHANGE, CONSENTS, SEE};
use super::field_of;
use crate::it::nets::{Making, Row, UNKNOWN, ready};
use crate::it::things::fresh;

const ACTIONS: &str = "/api/admin/{tid}/actions";

/// An action of a consent of its own, as it is written.
async fn new(tenant: &Tenant) -> Value {
    let (_, consent) = consents::made(tenant).await;
    let id = fresh("action");
    json!({"id": id, "name": format!("name of {id}"), "description": "Order", "consents": [{"id": consent["id"], "required": true}]})
}

/// An action of the tenant, and its path.
pub(in crate::it) async fn made(tenant: &Tenant) -> (String, Value) {
    let action = tenant.post(ACTIONS).json(new(tenant).await).send().await.expect(201).json();
    (format!("{ACTIONS}/{}", action["id"].as_str().unwrap()), action)
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = |name: &str| types::AcpConsentActionRequest::builder().id("order".to_owned()).name(name.to_owned());
        let created = client.create_consent_action().tid(tid).body(body("Order")).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.consents.len()), ("Order", 0));
        let changed = client.update_consent_action().tid(tid).action("order").body(body("Buy")).send().await.unwrap();
        assert_eq!(changed.into_inner().name, "Buy");
        let got = client.get_consent_action().tid(tid).action("Buy").send().await.unwrap().into_inner();
        assert_eq!(got.id, "order");
        let listed = client.list_consent_actions().tid(tid).send().await.unwrap().into_inner();
        assert_eq!(listed.consent_actions.iter().map(|listed| listed.id.as_str()).collect::<Vec<_>>(), ["order"]);
        client.delete_consent_action().tid(tid).action("order").send().await.unwrap();
        let gone = client.get_consent_action().tid(tid).action("order").send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn an_action_shows_its_consents_as_they_are_now_in_its_order() {
    on_both(async |tenant| {
        let (first, _) = consents::made(&tenant).await;
        let (second, other) = consents::made(&tenant).await;
        let one = tenant.get(&first).send().await.expect(200).json();
        let new = json!({"id": "order", "name": "order", "consents": [
            // Of a consent nothing else is read, whatever it is.
            {"id": other["id"], "required": true, "name": "Something else", "version": 7, "valid_from": "0001-01-01T00:00:00Z"},
            {"id": one["id"]}
        ]});
        let created = tenant.post(ACTIONS).json(&new).send().await.expect(201).json();
        let with = |consent: &Value, required: bool| {
            let mut shown = consent.clone();
            shown["required"] = json!(required);
            shown
        };
        let mut expected = json!({"id": "order", "name": "order", "description": "", "tenant_id": tenant.id,
            "consents": [with(&other, true), with(&one, false)]});
        assert_eq!(created, expected);
        let path = format!("{ACTIONS}/order");
        assert_eq!(tenant.put(&path).json(&created).send().await.expect(201).json(), expected, "put as it was read");
        let next = tenant.put(&second).json(&other).send().await.expect(201).json();
        assert_eq!(next["version"], 2);
        expected["consents"][0] = with(&next, true);
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), expected);
        // Removed, a consent is asked for no longer, and that is a change of the action.
        let tag = tenant.get(&path).send().await.header("etag").to_owned();
        let _ = tenant.delete(&second).send().await.expect(204);
        expected["consents"] = json!([with(&one, false)]);
        let after = tenant.get(&path).send().await.expect(200);
        assert_eq!(after.json(), expected);
        assert_ne!(after.header("etag"), tag);
        // Made again, it is another one.
        let _ = tenant.post(CONSENTS).json(&other).send().await.expect(201);
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), expected);
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.get(&first).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_path_names_an_action_by_its_id_or_else_by_its_name() {
    on_both(async |tenant| {
        for (id, name) in [("first", "Place an order"), ("second", "Place an order"), ("third", "first")] {
            let _ = tenant.post(ACTIONS).json(json!({"id": id, "name": name})).send().await.expect(201);
        }
        let found = async |called: &str| {
            let answer = tenant.get(&format!("{ACTIONS}/{called}")).send().await;
            (answer.status, answer.json()["id"].as_str().unwrap_or_default().to_owned())
        };
        // Of two with one name it is the older one; a name that is another's id is that one's.
        for (called, id) in [("Place%20an%20order", "first"), ("first", "first"), ("second", "second")] {
            assert_eq!(found(called).await, (200, id.to_owned()), "{called}");
        }
        for unknown in ["nothing", "%20", "place%20an%20order", "%00", &"x".repeat(600)] {
            assert_eq!(found(unknown).await.0, 404, "{unknown}");
        }
        let renamed = json!({"name": "Order", "description": "d"});
        let put = tenant.put(&format!("{ACTIONS}/Place%20an%20order")).json(renamed).send().await.expect(201).json();
        assert_eq!((&put["id"], &put["name"]), (&json!("first"), &json!("Order")));
        let _ = tenant.delete(&format!("{ACTIONS}/Place%20an%20order")).send().await.expect(204);
        let listed = tenant.get(ACTIONS).send().await.expect(200).json();
        assert_eq!(texts(&listed["consent_actions"], "id"), ["first", "third"]);
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_name_the_field() {
    on_both(async |tenant| {
        let (path, action) = made(&tenant).await;
        let known = &action["consents"][0]["id"];
        let other = Tenant::new(&tenant.server).await;
        let (_, foreign) = consents::made(&other).await;
        for (member, value, field) in [
            ("name", json!(""), "name"),
            ("name", json!(null), "name"),
            ("description", json!("x".repeat(8193)), "description"),
            ("consents", json!([{"id": known}, {"id": UNKNOWN}]), "consents[1].id"),
            ("consents", json!([{"id": foreign["id"]}]), "consents[0].id"),
            ("consents", json!([{"id": "a/b c"}]), "consents[0].id"),
            ("consents", json!([{"required": true}]), "consents[0].id"),
            ("consents", json!([{"id": known}, {"id": known}]), "consents[1].id"),
            ("consents", json!([{"id": known, "required": "yes"}]), "consents[0].required"),
            ("consents", json!(vec![json!({"id": known}); 257]), "consents"),
        ] {
            let mut body = json!({"id": fresh("action"), "name": "n"});
            body[member] = value;
            assert_eq!(field_of(&tenant.post(ACTIONS).json(&body).send().await.expect(422)), field, "{body}");
            body.as_object_mut().unwrap().remove("id");
            assert_eq!(field_of(&tenant.put(&path).json(&body).send().await.expect(422)), field, "{body}");
        }
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), action);
    })
    .await;
}

/// With the id of one that is there.
fn taken(tenant: &Tenant, good: Call) -> Making<'_> {
    Box::pin(async move { good.json(made(tenant).await.1) })
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_consent_actions", scopes: SEE, good: |tenant| ready(tenant.get(ACTIONS)), provoke: &[] },
    Row {
        id: "create_consent_action",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.post(ACTIONS).json(new(tenant).await) }),
        provoke: &[(409, taken)],
    },
    Row {
        id: "get_consent_action",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&made(tenant).await.0) }),
        provoke: &[],
    },
    Row {
        id: "update_consent_action",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (path, mut action) = made(tenant).await;
                action["description"] = json!("Renamed");
                tenant.put(&path).json(action)
            })
        },
        provoke: &[(409, taken)],
    },
    Row {
        id: "delete_consent_action",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&made(tenant).await.0) }),
        provoke: &[],
    },
];
