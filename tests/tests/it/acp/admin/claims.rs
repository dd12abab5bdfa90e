//! `/api/admin/{tid}/claims`.

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{field_of, is_xid};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things;

const CLAIMS: &str = "/api/admin/{tid}/claims";
const LIST: &str = "/api/admin/{tid}/servers/default/claims";

#[tokio::test]
async fn the_sdk_creates_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = |mapping: &str| {
            types::AcpClaimRequest::builder()
                .authorization_server_id("default".to_owned())
                .name("department".to_owned())
                .mapping(mapping.to_owned())
                .type_(types::AcpClaimType::IdToken)
        };
        let created = client.create_claim().tid(tid).body(body("a.b")).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.mapping.as_str()), ("department", "a.b"));
        let call = client.update_claim().tid(tid).claim(&created.id).body(body("c.d"));
        assert_eq!(call.send().await.unwrap().into_inner().mapping, "c.d");
        let listed = client.list_claims().tid(tid).aid("default").send().await.unwrap().into_inner();
        assert!(listed.claims.iter().any(|listed| listed.id == created.id && listed.mapping == "c.d"));
        client.delete_claim().tid(tid).claim(&created.id).send().await.unwrap();
        let gone = client.delete_claim().tid(tid).claim(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_server_begins_with_the_claims_of_the_standard_scopes() {
    on_both(async |tenant| {
        let listed = tenant.get(LIST).send().await.expect(200).json();
        let names = texts(&listed["claims"], "name");
        assert_eq!((names.len(), names[0].as_str(), names[23].as_str()), (24, "name", "phone_number_verified"));
        let new =
            json!({"authorization_server_id": "default", "name": "department", "mapping": "a", "type": "access_token"});
        let created = tenant.post(CLAIMS).json(&new).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap();
        assert!(is_xid(id), "{id}");
        let expected = json!({"id": id, "name": "department", "mapping": "a", "type": "access_token", "scopes": [],
            "tenant_id": tenant.id, "authorization_server_id": "default"});
        assert_eq!(created, expected);
        let listed = tenant.get(LIST).send().await.expect(200).json();
        assert_eq!(listed["claims"].as_array().unwrap().last(), Some(&expected), "lists are in the order of creation");
        // The same body again: all but ids is replaced, and nothing is left to differ.
        let path = format!("{CLAIMS}/{id}");
        assert_eq!(tenant.put(&path).json(&created).send().await.expect(200).json(), created);
        assert_eq!(field_of(&tenant.post(CLAIMS).json(new).send().await.expect(409)), "name");
        let unknown = tenant.get("/api/admin/{tid}/servers/unknown/claims").send().await.expect(200).json();
        assert_eq!(unknown, json!({"claims": []}));
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422() {
    on_both(async |tenant| {
        let good =
            json!({"authorization_server_id": "default", "name": "department", "mapping": "a", "type": "id_token"});
        let made = tenant.post(CLAIMS).json(&good).send().await.expect(201).json();
        let path = format!("{CLAIMS}/{}", made["id"].as_str().unwrap());
        for (member, value, put) in [
            ("name", json!(""), 422),
            ("name", json!(null), 422),
            ("name", json!("sub"), 422),
            ("name", json!("cnf.jkt"), 422),
            ("name", json!("email"), 422),
            ("name", json!(1), 400),
            ("mapping", json!(""), 422),
            ("mapping", json!("a..b"), 422),
            ("type", json!(null), 422),
            ("type", json!("magic"), 400),
            ("scopes", json!(["a b"]), 422),
            ("scopes", json!("a"), 400),
        ] {
            let mut body = good.clone();
            body[member] = value.clone();
            let posted = tenant.post(CLAIMS).json(&body).send().await;
            // createClaim declares no 400; a name that is taken is a conflict where something is made.
            let status = if value == "email" { 409 } else { 422 };
            assert_eq!(field_of(&posted.expect(status)), member, "{body}");
            assert_eq!(field_of(&tenant.put(&path).json(&body).send().await.expect(put)), member, "{body}");
        }
        let nowhere = json!({"name": "a", "mapping": "a", "type": "id_token"});
        let answer = tenant.post(CLAIMS).json(nowhere).send().await.expect(422);
        assert_eq!(field_of(&answer), "authorization_server_id");
        let _ = tenant.post(CLAIMS).body("application/json", "{").send().await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn claims_of_system_servers_are_for_those_who_may_do_everything() {
    on_both(async |tenant| {
        let narrow = tenant.narrow_token(&["claims:write"]).await;
        let of = |server: &str| json!({"authorization_server_id": server, "name": "x", "mapping": "a", "type": "access_token"});
        for server in ["admin", "developer", "system"] {
            let _ = tenant.post(CLAIMS).json(of(server)).bearer(&narrow).send().await.expect(403);
            let made = tenant.post(CLAIMS).json(of(server)).send().await.expect(201).json();
            let path = format!("{CLAIMS}/{}", made["id"].as_str().unwrap());
            let _ = tenant.put(&path).json(of(server)).bearer(&narrow).send().await.expect(403);
            let _ = tenant.delete(&path).bearer(&narrow).send().await.expect(403);
        }
        let server = things::authorization_server(&tenant).await;
        let _ = tenant.post(CLAIMS).json(of(&server)).bearer(&narrow).send().await.expect(201);
    })
    .await;
}

const SEE: &[&str] = &["claims:read", "claims:write"];
const CHANGE: &[&str] = &["claims:write"];

/// A claim of a server of its own, as it is written.
async fn new(tenant: &Tenant) -> Value {
    let server = things::authorization_server(tenant).await;
    json!({"authorization_server_id": server, "name": "department", "mapping": "department", "type": "id_token"})
}

/// The path of a claim, and its body.
async fn made(tenant: &Tenant) -> (String, Value) {
    let claim = tenant.post(CLAIMS).json(new(tenant).await).send().await.expect(201).json();
    (format!("{CLAIMS}/{}", claim["id"].as_str().unwrap()), claim)
}

/// Creation with another value of a member.
async fn with(tenant: &Tenant, member: &str, value: &str) -> Call {
    let mut claim = new(tenant).await;
    claim[member] = json!(value);
    tenant.post(CLAIMS).json(claim)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_claims", scopes: SEE, good: |tenant| ready(tenant.get(LIST)), provoke: &[] },
    Row {
        id: "create_claim",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.post(CLAIMS).json(new(tenant).await) }),
        provoke: &[
            (404, |tenant, _| Box::pin(with(tenant, "authorization_server_id", UNKNOWN))),
            // Every server has this one from the beginning.
            (409, |tenant, _| Box::pin(with(tenant, "name", "email"))),
        ],
    },
    Row {
        id: "update_claim",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (path, mut claim) = made(tenant).await;
                claim["mapping"] = json!("organization.department");
                tenant.put(&path).json(claim)
            })
        },
        provoke: &[],
    },
    Row {
        id: "delete_claim",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&made(tenant).await.0) }),
        provoke: &[],
    },
];
