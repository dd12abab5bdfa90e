//! One row for each operation of the document: how to call it so that it succeeds, and how to reach its other statuses.
//! An operation without a row fails the nets that go through all of them.

use authplane_tests::document::Operation;
use authplane_tests::{Call, Tenant};
use serde_json::json;

use super::devices;
use super::things::{self, fresh};

mod access;
mod logins;
mod registration;

/// An id that nothing has, in a form that any dialect's could have.
pub(crate) const UNKNOWN: &str = "0b5cb1f6-6d0a-4d3e-9d77-3f6f5a8b9c0d";
/// More than any operation takes.
pub(crate) const TOO_LARGE: usize = 1024 * 1024 + 1;

const RESOURCES: &str = "/api/resources";
const API_CLIENTS: &str = "/local-user-store/api/v1/api-clients";

/// A call that succeeds, once: what it needs is made anew.
pub(crate) async fn good(tenant: &Tenant, operation: &str) -> Call {
    match operation {
        "create_resource"
        | "list_resources"
        | "get_resource"
        | "update_resource"
        | "update_resource_is_default"
        | "delete_resource"
        | "list_resource_scopes"
        | "create_resource_scope"
        | "update_resource_scope"
        | "delete_resource_scope" => good_logto(tenant, operation).await,
        "create_api_client" | "list_api_clients" | "search_api_clients" | "get_api_client" | "update_api_client"
        | "delete_api_client" => good_local_user_store(tenant, operation).await,
        "create_service" | "list_services" | "get_service" | "update_service" | "delete_service" | "create_scope"
        | "list_scopes" | "get_scope" | "update_scope" | "delete_scope" | "create_client" | "list_clients"
        | "get_client" | "update_client" | "delete_client" => good_acp(tenant, operation).await,
        "list_authorization_servers"
        | "create_authorization_server"
        | "get_authorization_server"
        | "update_authorization_server"
        | "delete_authorization_server"
        | "update_authentications"
        | "list_claims"
        | "create_claim"
        | "update_claim"
        | "delete_claim"
        | "list_policies"
        | "create_policy"
        | "get_policy"
        | "update_policy"
        | "delete_policy" => good_acp_of_servers(tenant, operation).await,
        _ if registration::has(operation) => registration::good(tenant, operation).await,
        _ if access::has(operation) => access::good(tenant, operation).await,
        _ if logins::has(operation) => logins::good(tenant, operation).await,
        _ => good_oauth(tenant, operation).await,
    }
}

async fn good_logto(tenant: &Tenant, operation: &str) -> Call {
    let indicator = format!("https://{}.example", fresh("good"));
    if operation == "create_resource" {
        return tenant.post(RESOURCES).json(json!({"name": "Orders", "indicator": indicator}));
    }
    if operation == "list_resources" {
        return tenant.get(RESOURCES);
    }
    let id = things::resource_called(tenant, &indicator).await;
    let one = format!("{RESOURCES}/{id}");
    let scopes = format!("{one}/scopes");
    match operation {
        "get_resource" => tenant.get(&one),
        "update_resource" => tenant.patch(&one).json(json!({"name": "Renamed"})),
        "update_resource_is_default" => tenant.patch(&format!("{one}/is-default")).json(json!({"isDefault": false})),
        "delete_resource" => tenant.delete(&one),
        "list_resource_scopes" => tenant.get(&scopes),
        "create_resource_scope" => tenant.post(&scopes).json(json!({"name": "orders:read"})),
        _ => {
            let scope = format!("{scopes}/{}", things::resource_scope(tenant, &id, "orders:read").await);
            if operation == "update_resource_scope" {
                tenant.patch(&scope).json(json!({"description": "See orders"}))
            } else {
                tenant.delete(&scope)
            }
        }
    }
}

async fn good_acp(tenant: &Tenant, operation: &str) -> Call {
    let admin = "/api/admin/{tid}";
    match operation {
        "create_service" => tenant.post(&format!("{admin}/services")).json(json!({"name": "Orders"})),
        "create_scope" => tenant.post(&format!("{admin}/scopes")).json(json!({"name": fresh("scope")})),
        "create_client" => {
            let new = json!({"client_name": "Robot", "authorization_server_id": "default"});
            tenant.post(&format!("{admin}/clients")).json(new)
        }
        "list_services" | "list_scopes" | "list_clients" => {
            tenant.get(&format!("{admin}/servers/default/{}", operation.trim_start_matches("list_")))
        }
        _ => {
            let (verb, thing) = operation.split_once('_').unwrap_or_default();
            let (id, body) = match thing {
                "service" => (things::service(tenant).await, json!({"name": "Renamed"})),
                "scope" => (things::scope(tenant, None, &fresh("scope")).await, json!({"name": fresh("renamed")})),
                _ => {
                    let client = things::client(tenant, &[]).await;
                    (client["client_id"].as_str().unwrap_or_default().to_owned(), json!({"client_name": "Renamed"}))
                }
            };
            let one = format!("{admin}/{thing}s/{id}");
            match verb {
                "get" => tenant.get(&one),
                "update" => tenant.put(&one).json(body),
                _ => tenant.delete(&one),
            }
        }
    }
}

/// Authorization servers, their claims, and policies: each call has a server or a policy of its own.
async fn good_acp_of_servers(tenant: &Tenant, operation: &str) -> Call {
    let admin = "/api/admin/{tid}";
    let claim = |server: &str| json!({"authorization_server_id": server, "name": "department", "mapping": "department", "type": "id_token"});
    let policy = json!({"id": fresh("policy"), "policy_name": "Nobody", "validators": [{"name": "false"}]});
    match operation {
        "list_authorization_servers" => return tenant.get(&format!("{admin}/servers")),
        "create_authorization_server" => {
            return tenant.post(&format!("{admin}/servers")).json(json!({"name": "Customers", "key_type": "ecdsa"}));
        }
        "list_policies" => return tenant.get(&format!("{admin}/policies")),
        "create_policy" => return tenant.post(&format!("{admin}/policies")).json(policy),
        "get_policy" | "update_policy" | "delete_policy" => {
            let one = format!("{admin}/policies/{}", things::policy(tenant, &json!([{"name": "true"}])).await);
            return match operation {
                "get_policy" => tenant.get(&one),
                "update_policy" => tenant.put(&one).json(json!({"policy_name": "Renamed"})),
                _ => tenant.delete(&one),
            };
        }
        _ => {}
    }
    let server = things::authorization_server(tenant).await;
    let one = format!("{admin}/servers/{server}");
    match operation {
        "get_authorization_server" => tenant.get(&one),
        "update_authorization_server" => tenant.put(&one).json(json!({"name": "Renamed"})),
        "delete_authorization_server" => tenant.delete(&one),
        "update_authentications" => {
            let custom = json!({"login_url": "https://login.example"});
            let method = json!({"id": "own", "name": "Own page", "method": "custom", "custom": custom});
            tenant.put(&format!("{one}/authentications")).json(json!({"methods": [method]}))
        }
        "list_claims" => tenant.get(&format!("{one}/claims")),
        "create_claim" => tenant.post(&format!("{admin}/claims")).json(claim(&server)),
        _ => {
            let made = tenant.post(&format!("{admin}/claims")).json(claim(&server)).send().await.expect(201).json();
            let one = format!("{admin}/claims/{}", made["id"].as_str().unwrap_or_default());
            if operation == "update_claim" { tenant.put(&one).json(claim(&server)) } else { tenant.delete(&one) }
        }
    }
}

async fn good_local_user_store(tenant: &Tenant, operation: &str) -> Call {
    match operation {
        "create_api_client" => return tenant.post(API_CLIENTS).json(json!({"name": "Night jobs"})),
        "list_api_clients" => return tenant.get(API_CLIENTS),
        "search_api_clients" => {
            return tenant.post(&format!("{API_CLIENTS}/search")).json(json!({"keywords": "night"}));
        }
        _ => {}
    }
    let one = format!("{API_CLIENTS}/{}", things::api_client(tenant, "Night jobs").await);
    match operation {
        "get_api_client" => tenant.get(&one),
        "update_api_client" => tenant.put(&one).json(json!({"name": "Day jobs", "roles": []})),
        _ => tenant.delete(&one),
    }
}

/// Those of the protocol surface; their clients belong to a server that nothing else of the test uses.
async fn good_oauth(tenant: &Tenant, operation: &str) -> Call {
    let issuer = "/{tid}/developer";
    match operation {
        "token" => {
            let machine = tenant.add_client("developer", &[]).await;
            let call = tenant.post(&format!("{issuer}/oauth2/token")).basic(&machine.id, &machine.secret);
            call.form(&[("grant_type", "client_credentials")])
        }
        "logto_token" => {
            let machine = tenant.add_client("default", &["all"]).await;
            let resource = format!("https://{}.logto.app/api", tenant.id);
            let form = [
                ("grant_type", "client_credentials"),
                ("client_id", machine.id.as_str()),
                ("client_secret", machine.secret.as_str()),
                ("resource", resource.as_str()),
                ("scope", "all"),
            ];
            tenant.post("/oidc/token").anonymous().form(&form)
        }
        "local_user_store_token" => {
            let id = things::api_client(tenant, "Night jobs").await;
            let shown = things::api_client_with_secrets(tenant, &id).await;
            let text = |member: &str| shown[member].as_str().unwrap_or_default();
            let call = tenant.post("/auth/api/v1/oauth/token");
            let call = call.basic(text("oauth_client_id"), text("oauth_client_secret"));
            call.form(&[("grant_type", "password"), ("username", text("id")), ("password", text("secret"))])
        }
        "introspect" | "revoke" => {
            let machine = tenant.add_client("developer", &[]).await;
            let call = tenant.post(&format!("{issuer}/oauth2/{operation}")).basic(&machine.id, &machine.secret);
            call.form(&[("token", "garbage")])
        }
        "device_authorization" => {
            let server = devices::server(tenant).await;
            let device = tenant.register(&server, devices::details(&[])).await;
            let call = tenant.post(&format!("/{{tid}}/{server}/{}", devices::BEGIN));
            call.basic(&device.id, &device.secret).form(&[])
        }
        "get_openid_configuration" => tenant.get(&format!("{issuer}/.well-known/openid-configuration")).anonymous(),
        "get_authorization_server_metadata" => {
            tenant.get("/.well-known/oauth-authorization-server/{tid}/developer").anonymous()
        }
        "get_authorization_server_metadata_below_issuer" => {
            tenant.get(&format!("{issuer}/.well-known/oauth-authorization-server")).anonymous()
        }
        "get_jwks" => tenant.get(&format!("{issuer}/.well-known/jwks.json")).anonymous(),
        "get_protected_resource_metadata" => tenant.get("/.well-known/oauth-protected-resource").anonymous(),
        _ => panic!("{operation} has no row in tests/it/operations.rs"),
    }
}

/// A call that is answered with `status`, a key of the operation's responses. `narrow` is a valid token of the tenant
/// whose scope is enough for nothing.
pub(crate) async fn provoking(tenant: &Tenant, operation: &Operation<'_>, status: &str, narrow: &str) -> Call {
    let good = good(tenant, operation.id).await;
    if registration::has(operation.id)
        && let Some(call) = registration::provoking(tenant, operation, status, &good).await
    {
        return call;
    }
    if access::has(operation.id)
        && let Some(call) = access::provoking(tenant, operation.id, status, &good).await
    {
        return call;
    }
    match status {
        "403" if logins::has(operation.id) => good.bearer(&tenant.token_of("system", &[], &[]).await),
        "401" if is_control(operation) => good.anonymous(),
        "401" => good.basic(UNKNOWN, "wrong").form(&[("grant_type", "client_credentials"), ("token", "garbage")]),
        "403" => {
            // The protocol surface asks for a token of the very server.
            let token =
                if is_control(operation) { narrow.to_owned() } else { tenant.token_of("developer", &[], &[]).await };
            good.bearer(&token)
        }
        "413" => good.body(body_type(operation), vec![b'a'; TOO_LARGE]),
        "415" => good.body("text/plain", "{}"),
        "400" => bad_request(tenant, operation, good),
        "404" => not_found(tenant, operation, good),
        "409" => taken(tenant, operation, good).await,
        "422" => unprocessable(tenant, operation, good).await,
        "429" => guessed_too_often(tenant, good).await,
        _ => panic!("{} has no row for {status} in tests/it/operations.rs", operation.id),
    }
}

/// Does the operation belong to the control surface, where only access tokens count?
pub(crate) fn is_control(operation: &Operation<'_>) -> bool {
    operation.schemes().any(|scheme| matches!(scheme, "acp_admin" | "acp_system" | "logto" | "local_user_store"))
}

fn body_type(operation: &Operation<'_>) -> &'static str {
    if is_control(operation) { "application/json" } else { "application/x-www-form-urlencoded" }
}

/// The operation's path with the tenant's id in it and `id` for every other variable.
pub(crate) fn path_with(operation: &Operation<'_>, tenant: &str, id: &str) -> String {
    let segment = |segment: &str| match segment {
        "{tid}" => tenant.to_owned(),
        variable if variable.starts_with('{') => id.to_owned(),
        literal => literal.to_owned(),
    };
    operation.path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn bad_request(tenant: &Tenant, operation: &Operation<'_>, good: Call) -> Call {
    let of_tenant = |path: &str| format!("/api/admin/{}/{path}", tenant.id);
    match operation.id {
        "list_resources" | "list_resource_scopes" => {
            let path = path_with(operation, &tenant.id, UNKNOWN);
            good.at(&format!("{path}?page=0"))
        }
        "list_api_clients" => good.at(&format!("{API_CLIENTS}?limit=0")),
        "delete_service" => good.at(&of_tenant("services/management-api")),
        "delete_authorization_server" => good.at(&of_tenant("servers/default")),
        "delete_policy" => good.at(&of_tenant("policies/block")),
        "delete_client" => good.at(&of_tenant(&format!("clients/privx-external-{}", tenant.id))),
        _ if operation.request().is_some() && is_control(operation) => good.body("application/json", "{"),
        // Nothing is required there.
        "device_authorization" => good.form(&[("scope", UNKNOWN)]),
        _ if operation.request().is_some() => good.form(&[("unknown", "field")]),
        // No id can hold a NUL.
        _ => good.at(&path_with(operation, &tenant.id, "%00")),
    }
}

fn not_found(tenant: &Tenant, operation: &Operation<'_>, good: Call) -> Call {
    let door = [("grant_type", "client_credentials"), ("resource", "https://nobody.logto.app/api")];
    match operation.id {
        "create_service" | "create_scope" => good.json(json!({"name": "a", "authorization_server_id": UNKNOWN})),
        "create_client" => good.json(json!({"authorization_server_id": UNKNOWN})),
        "create_claim" => {
            good.json(json!({"authorization_server_id": UNKNOWN, "name": "a", "mapping": "a", "type": "id_token"}))
        }
        // Doors without a tenant in their path take it from the resource.
        "logto_token" | "local_user_store_token" => good.basic(UNKNOWN, "wrong").form(&door),
        _ => good.at(&path_with(operation, &tenant.id, UNKNOWN)),
    }
}

/// Wrong secrets of a client that exists, so that doors without a tenant in their path find it.
async fn guessed_too_often(tenant: &Tenant, good: Call) -> Call {
    let machine = tenant.add_client("default", &[]).await;
    let form = [("grant_type", "client_credentials"), ("token", "garbage")];
    let guess = good.basic(&machine.id, "wrong").form(&form);
    for _ in 0..20 {
        let _ = guess.clone().send().await.expect(401);
    }
    guess
}

async fn taken(tenant: &Tenant, operation: &Operation<'_>, good: Call) -> Call {
    match operation.id {
        "create_service" => good.json(json!({"id": things::service(tenant).await, "name": "Orders"})),
        "create_scope" => {
            let id = things::scope(tenant, None, &fresh("scope")).await;
            good.json(json!({"id": id, "name": fresh("scope")}))
        }
        "create_client" => {
            let id = things::client(tenant, &[]).await["client_id"].clone();
            good.json(json!({"client_id": id, "authorization_server_id": "default"}))
        }
        "create_authorization_server" => good.json(json!({"id": "default", "name": "Customers"})),
        "create_claim" => {
            // Every server has this one from the beginning.
            let mut taken = json!({"name": "email", "mapping": "email", "type": "id_token"});
            taken["authorization_server_id"] = json!(things::authorization_server(tenant).await);
            good.json(taken)
        }
        "create_policy" | "update_policy" => good.json(json!({"id": "block", "policy_name": "Block"})),
        id => panic!("{id} has no row for 409"),
    }
}

async fn unprocessable(tenant: &Tenant, operation: &Operation<'_>, good: Call) -> Call {
    match operation.id {
        "create_resource" => {
            let indicator = format!("https://{}.example", fresh("taken"));
            things::resource_called(tenant, &indicator).await;
            good.json(json!({"name": "Again", "indicator": indicator}))
        }
        "create_resource_scope" | "update_resource_scope" => {
            let resource = things::resource(tenant).await;
            things::resource_scope(tenant, &resource, "taken").await;
            let mut path = format!("{RESOURCES}/{resource}/scopes");
            if operation.id == "update_resource_scope" {
                path = format!("{path}/{}", things::resource_scope(tenant, &resource, "other").await);
            }
            good.at(&path).json(json!({"name": "taken"}))
        }
        "update_client" => good.json(json!({"scopes": ["nobody:knows"]})),
        "update_authentications" => good.json(json!({"methods": [{}]})),
        // What is missing from a body is told as 422 (ACP behaviour, §14).
        _ => good.json(json!({})),
    }
}
