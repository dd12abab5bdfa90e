//! What can't be brought in, told at its place, and nothing of the rest is brought in either.

use authplane_tests::on_both;
use authplane_tests::users::USER;
use serde_json::{Value, json};

use super::{Installer, assert_same, elsewhere, furnish};
use crate::it::things::fresh;

/// A list, a row that can't be, and what is told: the end of the pointer, and a part of the message.
type Fault = (&'static str, Value, &'static str, &'static str);

/// The row in this tenant.
fn of(tenant: &str, mut row: Value) -> Value {
    row["tenant_id"] = tenant.into();
    row
}

fn faults(tenant: &str) -> Vec<Fault> {
    let mut faults = faults_of_servers(tenant);
    faults.extend(faults_of_clients(tenant));
    faults
}

fn faults_of_servers(tenant: &str) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    vec![
        ("policies", of(json!({"id": "p", "policy_name": "", "validators": []})), "policy_name", "empty"),
        (
            "policies",
            of(json!({"id": "p", "policy_name": "P", "validators": [{"name": "unknown"}]})),
            "validators/0/name",
            "none of",
        ),
        ("policies", of(json!({"policy_name": "P"})), "id", "required"),
        ("servers", of(json!({"id": "s", "name": "S", "access_token_ttl": "0s"})), "access_token_ttl", "second"),
        ("servers", of(json!({"id": "s", "name": "S", "user_policy_id": "nowhere"})), "user_policy_id", "nowhere"),
        ("servers", of(json!({"id": "s", "name": "S", "secret": "short"})), "secret", "32"),
        (
            "servers",
            of(
                json!({"id": "s", "name": "S", "authentications": {"methods": [{"id": "m", "name": "M", "method": "oidc"}]}}),
            ),
            "authentications/methods/0/oidc",
            "required",
        ),
        (
            "servers",
            of(
                json!({"id": "s", "name": "S", "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "d": "AA", "x": "AA", "y": "AA"}]}}),
            ),
            "jwks/keys/0",
            "fit",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "nowhere"})),
            "authorization_server_id",
            "nowhere",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "shop", "gateway_id": "nowhere"})),
            "gateway_id",
            "nowhere",
        ),
        (
            "scopes_without_service",
            of(json!({"id": "s", "name": "a b", "authorization_server_id": "shop"})),
            "name",
            "white space",
        ),
        (
            "scopes_without_service",
            of(json!({"id": "s", "name": "s", "authorization_server_id": "shop", "developer_policy_id": "nowhere"})),
            "developer_policy_id",
            "nowhere",
        ),
    ]
}

fn faults_of_clients(tenant: &str) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    vec![
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "nowhere"})),
            "authorization_server_id",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "redirect_uris": ["javascript:x"]})),
            "redirect_uris",
            "",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "scopes": ["nowhere"]})),
            "scopes",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "authplane": {"scope_ids": ["nowhere"]}})),
            "authplane/scope_ids",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "client_secret": "short"})),
            "client_secret",
            "32",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "client_hashed_secret": "md5:x"})),
            "client_hashed_secret",
            "sha-256",
        ),
        ("clients", of(json!({"client_id": USER, "authorization_server_id": "shop"})), "client_id", "user"),
        (
            "claims",
            of(
                json!({"id": "c", "authorization_server_id": "shop", "name": "iss", "mapping": "x", "type": "id_token"}),
            ),
            "name",
            "iss",
        ),
        (
            "claims",
            of(json!({"id": "c", "authorization_server_id": "shop", "name": "x", "mapping": "x"})),
            "type",
            "required",
        ),
        (
            "apis",
            of(json!({"id": "a", "service_id": "nowhere", "method": "GET", "path": "/"})),
            "service_id",
            "nowhere",
        ),
        (
            "apis",
            of(json!({"id": "a", "service_id": "profile-shop", "method": "GET", "path": "/"})),
            "service_id",
            "built-in",
        ),
    ]
}

#[tokio::test]
async fn a_row_that_cannot_be_is_told_at_its_place_and_nothing_is_brought_in() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let before = here.export_text(&format!("?tid={}", tenant.id)).await;
        for (list, row, end, message) in faults(&tenant.id) {
            // Behind a change that could be made.
            let policy = json!({"id": fresh("good"), "policy_name": "Good", "tenant_id": tenant.id, "validators": []});
            let mut dump = json!({"policies": [policy]});
            let rows = dump.as_object_mut().unwrap().entry(list).or_insert_with(|| json!([])).as_array_mut().unwrap();
            let index = rows.len();
            rows.push(row.clone());
            println!("{list}: {row}");
            let refused = here.put("?mode=update", &dump).await.expect(422).json();
            let (field, told) =
                (refused["details"]["field"].as_str().unwrap(), refused["details"]["message"].as_str().unwrap());
            let pointer = format!("/{list}/{index}/{end}");
            assert!(field == pointer && told.contains(message), "{row}: {refused}, not {pointer}");
            assert_same(&before, &here.export_text(&format!("?tid={}", tenant.id)).await);
        }
    })
    .await;
}

#[tokio::test]
async fn of_several_tenants_none_is_brought_in_when_one_cannot_be() {
    on_both(async |tenant| {
        let there = elsewhere(tenant.server.database()).await;
        let (first, second) = (fresh("a"), fresh("b"));
        let row = |id: &str, name: &str| json!({"id": "p", "tenant_id": id, "policy_name": name, "validators": []});
        let dump = json!({
            "tenants": [{"id": first, "name": "A"}, {"id": second, "name": "B"}], "policies": [row(&first, "P"), row(&second, "")]
        });
        let refused = there.put("", &dump).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/1/policy_name");
        let _ = there.call(http::Method::GET, &format!("?tid={first}")).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_stands_twice_or_is_of_no_tenant_is_told() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let row = |id: &str| json!({"id": id, "tenant_id": tenant.id, "policy_name": "P", "validators": []});
        let refused = here.put("", &json!({"policies": [row("p"), row("p")]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/1/id");
        let scope =
            |id: &str| json!({"id": id, "tenant_id": tenant.id, "authorization_server_id": "default", "name": "same"});
        let refused =
            here.put("", &json!({"scopes_without_service": [scope("a"), scope("b")]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/scopes_without_service/1/name");
        let nobody = json!({"policies": [{"id": "p", "tenant_id": "nobody's", "policy_name": "P"}]});
        let refused = here.put("", &nobody).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/0/tenant_id");
        let refused = here.put("", &json!({"consents": [{"id": "1"}]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/consents/0");
        let _ = here.call(http::Method::GET, "?tid=nobody's").send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_adds_to_what_opens_the_installation_by_a_dump() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let before = here.export(&tenant.id).await;
        let service =
            before["services"].as_array().unwrap().iter().find(|service| service["id"] == "control-plane").unwrap();
        let mut service = service.clone();
        service["name"] = "Mine".into();
        service["scopes"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": fresh("scope"), "name": "mine", "authorization_server_id": "admin"}));
        service["scopes"][0]["developer_policy_id"] = "".into();
        let done = here.apply("?mode=update", &json!({"services": [service]})).await.expect(200).json();
        assert_eq!((&done["changes"], &done["notes"][0]["code"]), (&json!([]), &"unknown_scope".into()), "{done}");
        assert_eq!(before, here.export(&tenant.id).await);
    })
    .await;
}
