//! `/api/admin/{tid}/consents`.

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::field_of;
use crate::it::nets::{Making, Row, ready};
use crate::it::things::fresh;

pub(super) const CONSENTS: &str = "/api/admin/{tid}/consents";

/// A consent with something in each member, as it is written.
pub(in crate::it) fn whole(id: &str) -> Value {
    json!({
        "id": id, "name": "Newsletter", "description": "Once a month", "can_be_withdrawn": true,
        "internal_services": [{"name": "Mail", "purposes": [{"name": "Marketing", "primary": true}, {"name": "Statistics", "primary": false}]}],
        "third_party_services": [{"name": "Printer", "purposes": []}],
        "pii_categories": [{"name": "Contact"}, {"name": "Address"}],
        "update_existing_grants": "keepCurrent", "valid_from": "2020-01-02T03:04:05.678901Z"
    })
}

/// A consent of the tenant, and its path.
pub(in crate::it) async fn made(tenant: &Tenant) -> (String, Value) {
    let consent = tenant.post(CONSENTS).json(whole(&fresh("consent"))).send().await.expect(201).json();
    (format!("{CONSENTS}/{}", consent["id"].as_str().unwrap()), consent)
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = |name: &str| {
            types::AcpConsentRequest::builder()
                .id("newsletter".to_owned())
                .name(name.to_owned())
                .update_existing_grants(types::AcpUpdateExistingGrants::ExplicitAll)
        };
        let created = client.create_consent().tid(tid).body(body("Newsletter")).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.version), ("Newsletter", 1));
        let changed = client.update_consent().tid(tid).consent("newsletter").body(body("News"));
        assert_eq!(changed.send().await.unwrap().into_inner().version, 2);
        let got = client.get_consent().tid(tid).consent("newsletter").send().await.unwrap().into_inner();
        assert_eq!((got.name.as_str(), got.version, got.can_be_withdrawn), ("News", 2, false));
        let listed = client.list_consents().tid(tid).send().await.unwrap().into_inner();
        assert_eq!(listed.consents.iter().map(|listed| listed.id.as_str()).collect::<Vec<_>>(), ["newsletter"]);
        client.delete_consent().tid(tid).consent("newsletter").send().await.unwrap();
        let gone = client.get_consent().tid(tid).consent("newsletter").send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn what_was_written_is_read_and_each_put_is_the_next_version() {
    on_both(async |tenant| {
        let written = whole("newsletter");
        let created = tenant.post(CONSENTS).json(&written).send().await.expect(201).json();
        let mut expected = written.clone();
        expected["tenant_id"] = json!(tenant.id);
        expected["version"] = json!(1);
        assert_eq!(created, expected);
        let path = format!("{CONSENTS}/newsletter");
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), expected);
        // What was read, put back: a version that reads like the one before. The version that a body names says nothing.
        for version in [2, 3] {
            let put = tenant.put(&path).json(&created).send().await.expect(201).json();
            expected["version"] = json!(version);
            assert_eq!(put, expected);
        }
        // Without a time, it is so from now on.
        let mut timeless = written;
        timeless.as_object_mut().unwrap().remove("valid_from");
        let put = tenant.put(&path).json(&timeless).send().await.expect(201).json();
        assert!(put["valid_from"].as_str().unwrap() > expected["valid_from"].as_str().unwrap(), "{put}");
        let least = json!({"id": "least", "name": "Least", "update_existing_grants": "implicitAll"});
        let least = tenant.post(CONSENTS).json(least).send().await.expect(201).json();
        for (member, usual) in [
            ("description", json!("")),
            ("can_be_withdrawn", json!(false)),
            ("internal_services", json!([])),
            ("third_party_services", json!([])),
            ("pii_categories", json!([])),
        ] {
            assert_eq!(least[member], usual, "{member}");
        }
        let listed = tenant.get(CONSENTS).send().await.expect(200).json();
        assert_eq!(texts(&listed["consents"], "id"), ["newsletter", "least"]);
        assert_eq!(field_of(&tenant.post(CONSENTS).json(whole("least")).send().await.expect(409)), "id");
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_name_the_field() {
    on_both(async |tenant| {
        let (path, _) = made(&tenant).await;
        let of = |purposes: Value| json!([{"name": "Mail", "purposes": purposes}]);
        let purpose = |primary: bool| json!({"name": "p", "primary": primary});
        let many = |item: Value| Value::Array(vec![item; 65]);
        for (member, value, field) in [
            ("name", json!(null), "name"),
            ("name", json!(" "), "name"),
            ("name", json!("x".repeat(513)), "name"),
            ("name", json!(1), "name"),
            ("description", json!("x".repeat(8193)), "description"),
            ("can_be_withdrawn", json!("yes"), "can_be_withdrawn"),
            ("update_existing_grants", json!(null), "update_existing_grants"),
            ("update_existing_grants", json!("explicitall"), "update_existing_grants"),
            ("valid_from", json!("2999-01-01T00:00:00Z"), "valid_from"),
            ("valid_from", json!("1969-12-31T23:59:59Z"), "valid_from"),
            ("valid_from", json!("yesterday"), "valid_from"),
            ("pii_categories", json!([{"name": "a"}, {"name": ""}]), "pii_categories[1].name"),
            ("pii_categories", many(json!({"name": "a"})), "pii_categories"),
            ("internal_services", many(json!({"name": "a"})), "internal_services"),
            ("internal_services", json!([{"name": ""}]), "internal_services[0].name"),
            ("internal_services", of(json!([{"name": "\n"}])), "internal_services[0].purposes[0].name"),
            ("internal_services", of(many(purpose(false))), "internal_services[0].purposes"),
            // Of several, one is what it is for in the first place.
            ("internal_services", of(json!([purpose(false), purpose(false)])), "internal_services[0].purposes"),
            ("third_party_services", of(json!([purpose(true), purpose(true)])), "third_party_services[0].purposes"),
        ] {
            let mut body = whole(&fresh("consent"));
            body[member] = value;
            assert_eq!(field_of(&tenant.post(CONSENTS).json(&body).send().await.expect(422)), field, "{body}");
            body.as_object_mut().unwrap().remove("id");
            assert_eq!(field_of(&tenant.put(&path).json(&body).send().await.expect(422)), field, "{body}");
        }
        for purposes in
            [json!([]), json!([purpose(false)]), json!([purpose(true)]), json!([purpose(false), purpose(true)])]
        {
            let mut body = whole(&fresh("consent"));
            body["third_party_services"] = of(purposes);
            let _ = tenant.post(CONSENTS).json(&body).send().await.expect(201);
        }
        for id in [json!(null), json!(""), json!("a b"), json!("a/b")] {
            let mut body = whole("x");
            body["id"] = id;
            assert_eq!(field_of(&tenant.post(CONSENTS).json(&body).send().await.expect(422)), "id", "{body}");
        }
        assert_eq!(tenant.get(&path).send().await.expect(200).json()["version"], 1, "nothing was half written");
    })
    .await;
}

/// With the id of one that is there.
fn taken(tenant: &Tenant, good: Call) -> Making<'_> {
    Box::pin(async move { good.json(made(tenant).await.1) })
}

pub(super) const SEE: &[&str] = &["consents:read", "consents:write"];
pub(super) const CHANGE: &[&str] = &["consents:write"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_consents", scopes: SEE, good: |tenant| ready(tenant.get(CONSENTS)), provoke: &[] },
    Row {
        id: "create_consent",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(CONSENTS).json(whole(&fresh("consent")))),
        provoke: &[(409, taken)],
    },
    Row {
        id: "get_consent",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&made(tenant).await.0) }),
        provoke: &[],
    },
    Row {
        id: "update_consent",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (path, mut consent) = made(tenant).await;
                consent["name"] = json!("Renamed");
                tenant.put(&path).json(consent)
            })
        },
        provoke: &[(409, taken)],
    },
    Row {
        id: "delete_consent",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&made(tenant).await.0) }),
        provoke: &[],
    },
];
