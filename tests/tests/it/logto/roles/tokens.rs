//! What roles mean at the token endpoint, for tokens that are out, and at the management API.

use authplane_tests::relying_party::claims_of;
use authplane_tests::{Answer, Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{all, id_of, of_machines, path_of, role, scope};

/// A new machine, as Logto's dialect shows it.
async fn machine(tenant: &Tenant) -> Value {
    let body = json!({"name": "Robot", "type": "MachineToMachine"});
    tenant.post("/api/applications").json(body).send().await.expect(200).json()
}

async fn give(tenant: &Tenant, machine: &Value, roles: &[&Value]) {
    let ids: Vec<&str> = roles.iter().map(|role| id_of(role)).collect();
    let path = format!("/api/applications/{}/roles", id_of(machine));
    let _ = tenant.put(&path).json(json!({"roleIds": ids})).send().await.expect(200);
}

/// Asks for a token in the machine's own name.
async fn ask(tenant: &Tenant, machine: &Value, resource: &str, scope: &str) -> Answer {
    let mut form = vec![("grant_type", "client_credentials"), ("scope", scope)];
    if !resource.is_empty() {
        form.push(("resource", resource));
    }
    let secret = machine["secret"].as_str().unwrap();
    tenant.server.call(Method::POST, &token_door(tenant)).basic(id_of(machine), secret).form(&form).send().await
}

fn token_door(tenant: &Tenant) -> String {
    format!("/{}/default/oauth2/token", tenant.id)
}

async fn token(tenant: &Tenant, machine: &Value, resource: &str, scope: &str) -> String {
    let answer = ask(tenant, machine, resource, scope).await.expect(200).json();
    assert_eq!(answer["scope"], scope);
    answer["access_token"].as_str().unwrap().to_owned()
}

/// What introspection says of the scopes of a token now.
async fn scopes_now(tenant: &Tenant, machine: &Value, token: &str) -> Value {
    let path = format!("/{}/default/oauth2/introspect", tenant.id);
    let secret = machine["secret"].as_str().unwrap();
    let call = tenant.server.call(Method::POST, &path).basic(id_of(machine), secret).form(&[("token", token)]);
    let said = call.send().await.expect(200).json();
    assert_eq!(said["active"], true, "{said}");
    said["scope"].clone()
}

#[tokio::test]
async fn a_machine_gets_the_scopes_of_its_roles_for_their_resource_and_no_others() {
    on_both(async |tenant| {
        let (orders, readable) = scope(&tenant, "orders:read").await;
        let (stock, countable) = scope(&tenant, "stock:count").await;
        let (_, alike) = scope(&tenant, "orders:read").await;
        let machine = machine(&tenant).await;
        assert_eq!(ask(&tenant, &machine, &orders, "orders:read").await.expect(400).json()["error"], "invalid_scope");
        let (first, second) =
            (role(&tenant, of_machines(&[&readable])).await, role(&tenant, of_machines(&[&countable, &alike])).await);
        give(&tenant, &machine, &[&second]).await;
        assert_eq!(
            ask(&tenant, &machine, &orders, "orders:read").await.expect(400).json()["error"],
            "invalid_scope",
            "another one's namesake"
        );
        give(&tenant, &machine, &[&first, &second]).await;
        let of_orders = claims_of(&token(&tenant, &machine, &orders, "orders:read").await);
        assert_eq!(
            (&of_orders["aud"], &of_orders["sub"], &of_orders["scope"]),
            (&json!(orders), &machine["id"], &json!("orders:read"))
        );
        let _ = token(&tenant, &machine, &stock, "stock:count").await;
        assert_eq!(
            ask(&tenant, &machine, &stock, "orders:read stock:count").await.expect(400).json()["error"],
            "invalid_scope"
        );
        // Scopes must be asked for.
        let form = [("grant_type", "client_credentials"), ("resource", orders.as_str())];
        let call = tenant
            .server
            .call(Method::POST, &token_door(&tenant))
            .basic(id_of(&machine), machine["secret"].as_str().unwrap());
        assert_eq!(call.form(&form).send().await.expect(200).json()["scope"], "");
        // The default resource, where none is named.
        let service = tenant.get(&format!("/api/roles/{}/scopes", id_of(&first))).send().await.expect(200).json();
        let resource = service[0]["resourceId"].as_str().unwrap().to_owned();
        let path = format!("/api/resources/{resource}/is-default");
        let _ = tenant.patch(&path).json(json!({"isDefault": true})).send().await.expect(200);
        assert_eq!(claims_of(&token(&tenant, &machine, "", "orders:read").await)["aud"], json!(orders));
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_away_is_gone_from_the_next_token_and_from_introspection_at_once() {
    on_both(async |tenant| {
        let (orders, readable) = scope(&tenant, "orders:read").await;
        let service = tenant.get("/api/resources?page=1&page_size=100").send().await.expect(200).json();
        let resource =
            service.as_array().unwrap().iter().find(|service| service["indicator"] == json!(orders)).unwrap().clone();
        let writable = crate::it::things::resource_scope(&tenant, id_of(&resource), "orders:write").await;
        let machine = machine(&tenant).await;
        let reader = role(&tenant, of_machines(&[&readable])).await;
        let path = format!("/api/applications/{}/roles", id_of(&machine));
        // Each way to lose it, after it was had.
        for way in 0..5 {
            let writer = role(&tenant, of_machines(&[&writable])).await;
            give(&tenant, &machine, &[&reader, &writer]).await;
            let both = token(&tenant, &machine, &orders, "orders:read orders:write").await;
            assert_eq!(scopes_now(&tenant, &machine, &both).await, "orders:read orders:write");
            let status = match way {
                0 => tenant.delete(&format!("{path}/{}", id_of(&writer))).send().await.status,
                1 => tenant.put(&path).json(json!({"roleIds": [id_of(&reader)]})).send().await.status,
                2 => tenant.delete(&path_of(&writer)).send().await.status,
                3 => tenant.delete(&format!("{}/scopes/{writable}", path_of(&writer))).send().await.status,
                _ => {
                    tenant.delete(&format!("{}/applications/{}", path_of(&writer), id_of(&machine))).send().await.status
                }
            };
            assert!(status == 200 || status == 204, "{way}: {status}");
            assert_eq!(scopes_now(&tenant, &machine, &both).await, "orders:read", "{way}");
            assert_eq!(
                ask(&tenant, &machine, &orders, "orders:write").await.expect(400).json()["error"],
                "invalid_scope",
                "{way}"
            );
            let _ = token(&tenant, &machine, &orders, "orders:read").await;
        }
    })
    .await;
}

/// A brother: scopes that a client was given by ACP's dialect.
#[tokio::test]
async fn a_scope_that_is_taken_from_a_client_itself_is_gone_from_introspection_too_but_not_one_that_a_role_gives_as_well()
 {
    on_both(async |tenant| {
        let (orders, readable) = scope(&tenant, "orders:read").await;
        let (_, _) = scope(&tenant, "stock:count").await;
        let machine = machine(&tenant).await;
        let path = format!("/api/admin/{{tid}}/clients/{}", id_of(&machine));
        let set = async |scopes: Value| {
            let mut client = tenant.get(&path).send().await.expect(200).json();
            client["scopes"] = scopes;
            let _ = tenant.put(&path).json(&client).send().await.expect(200);
        };
        set(json!(["orders:read", "stock:count"])).await;
        // For no resource: then all of the client's scopes are in it.
        let of_all = token(&tenant, &machine, "", "orders:read stock:count").await;
        let of_orders = token(&tenant, &machine, &orders, "orders:read").await;
        set(json!(["stock:count"])).await;
        assert_eq!(scopes_now(&tenant, &machine, &of_all).await, "stock:count");
        assert_eq!(scopes_now(&tenant, &machine, &of_orders).await, "");
        give(&tenant, &machine, &[&role(&tenant, of_machines(&[&readable])).await]).await;
        assert_eq!(scopes_now(&tenant, &machine, &of_orders).await, "orders:read");
        assert_eq!(
            tenant.get(&path).send().await.expect(200).json()["scopes"],
            json!(["stock:count"]),
            "what roles give isn't the client's own"
        );
    })
    .await;
}

#[tokio::test]
async fn a_role_with_the_scope_all_opens_the_management_api_until_it_is_taken() {
    on_both(async |tenant| {
        let machine = machine(&tenant).await;
        let audience = format!("https://{}.logto.app/api", tenant.id);
        let administrators = role(&tenant, of_machines(&[&all(&tenant).await])).await;
        give(&tenant, &machine, &[&administrators]).await;
        let token = token(&tenant, &machine, &audience, "all").await;
        let list = || tenant.server.call(Method::GET, "/api/roles").bearer(&token);
        let _ = list().send().await.expect(200);
        let path = format!("/api/applications/{}", id_of(&machine));
        assert_eq!(
            tenant.get(&path).send().await.expect(200).json()["isAdmin"],
            false,
            "which is about the internal role"
        );
        give(&tenant, &machine, &[]).await;
        let _ = list().send().await.expect(403);
    })
    .await;
}

/// The audience that a client is registered for is no resource: what its token was given for, it keeps when that changes.
#[tokio::test]
async fn a_token_for_no_resource_keeps_its_scopes_when_the_client_gets_another_audience() {
    on_both(async |tenant| {
        let _ = scope(&tenant, "orders:read").await;
        let machine = machine(&tenant).await;
        let path = format!("/api/admin/{{tid}}/clients/{}", id_of(&machine));
        let set = async |audience: &str, scopes: Value| {
            let mut client = tenant.get(&path).send().await.expect(200).json();
            client["scopes"] = scopes;
            client["audience"] = json!([audience]);
            let _ = tenant.put(&path).json(&client).send().await.expect(200);
        };
        set("https://a.example", json!(["orders:read"])).await;
        let held = token(&tenant, &machine, "", "orders:read").await;
        assert_eq!(claims_of(&held)["aud"], "https://a.example");
        set("https://b.example", json!(["orders:read"])).await;
        assert_eq!(scopes_now(&tenant, &machine, &held).await, "orders:read");
        set("https://b.example", json!([])).await;
        assert_eq!(scopes_now(&tenant, &machine, &held).await, "");
    })
    .await;
}

/// Roles are a machine's own: whoever signs users in would hand them to whatever user comes.
#[tokio::test]
async fn roles_do_not_count_as_long_as_the_client_has_users() {
    on_both(async |tenant| {
        let (orders, readable) = scope(&tenant, "orders:read").await;
        let machine = machine(&tenant).await;
        let readers = role(&tenant, of_machines(&[&readable])).await;
        give(&tenant, &machine, &[&readers]).await;
        let path = format!("/api/admin/{{tid}}/clients/{}", id_of(&machine));
        let set = async |grants: Value| {
            let mut client = tenant.get(&path).send().await.expect(200).json();
            client["grant_types"] = grants;
            client["redirect_uris"] = json!(["https://shop.example/callback"]);
            let _ = tenant.put(&path).json(&client).send().await.expect(200);
        };
        let held = token(&tenant, &machine, &orders, "orders:read").await;
        set(json!(["client_credentials", "authorization_code"])).await;
        assert_eq!(ask(&tenant, &machine, &orders, "orders:read").await.expect(400).json()["error"], "invalid_scope");
        assert_eq!(scopes_now(&tenant, &machine, &held).await, "");
        let roles = format!("/api/applications/{}/roles", id_of(&machine));
        super::refused(tenant.get(&roles), 422, "application.invalid_type").await;
        // From the role's side it can be taken all the same.
        let of_role = tenant.get(&format!("{}/applications", path_of(&readers))).send().await.expect(200).json();
        assert_eq!(of_role[0]["id"], machine["id"]);
        set(json!(["client_credentials"])).await;
        let _ = token(&tenant, &machine, &orders, "orders:read").await;
        set(json!(["client_credentials", "authorization_code"])).await;
        let _ =
            tenant.delete(&format!("{}/applications/{}", path_of(&readers), id_of(&machine))).send().await.expect(204);
        set(json!(["client_credentials"])).await;
        assert_eq!(ask(&tenant, &machine, &orders, "orders:read").await.expect(400).json()["error"], "invalid_scope");
    })
    .await;
}
