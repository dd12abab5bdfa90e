//! Read, change a member, put: nothing else changes, secrets included.

use std::collections::BTreeSet;

use authplane_client::{Client, types};
use authplane_tests::tenant::installation_token;
use authplane_tests::users::USER;
use authplane_tests::{Document, Tenant, on_both};
use futures::future::LocalBoxFuture;
use http::Method;
use serde_json::{Value, json};

use crate::it::acp::admin::{actions, consents};
use crate::it::acp::developer;
use crate::it::acp::system::configuration::furnish;
use crate::it::oauth::register;
use crate::it::things::{self, fresh};

/// What a PUT replaces, as the server shows it: before and after one member became `Renamed` by way of the SDK.
struct Replaced {
    member: &'static str,
    before: Value,
    after: Value,
}

/// A PUT and how a program does it.
struct Replacement {
    id: &'static str,
    rename: for<'a> fn(&'a Tenant, Client) -> LocalBoxFuture<'a, Replaced>,
}

const RENAMED: &str = "Renamed";

const REPLACEMENTS: &[Replacement] = &[
    Replacement { id: "update_api", rename: |tenant, client| Box::pin(api(tenant, client)) },
    Replacement { id: "update_claim", rename: |tenant, client| Box::pin(claim(tenant, client)) },
    Replacement { id: "update_consent", rename: |tenant, client| Box::pin(consent(tenant, client)) },
    Replacement { id: "update_consent_action", rename: |tenant, client| Box::pin(consent_action(tenant, client)) },
    Replacement { id: "update_client", rename: |tenant, client| Box::pin(acp_client(tenant, client)) },
    Replacement { id: "update_client_for_developer", rename: |tenant, _| Box::pin(developer_client(tenant)) },
    Replacement { id: "update_gateway", rename: |tenant, client| Box::pin(gateway(tenant, client)) },
    Replacement { id: "update_policy", rename: |tenant, client| Box::pin(policy(tenant, client)) },
    Replacement { id: "update_scope", rename: |tenant, client| Box::pin(scope(tenant, client)) },
    Replacement { id: "update_authorization_server", rename: |tenant, client| Box::pin(server(tenant, client)) },
    Replacement { id: "update_authentications", rename: |tenant, client| Box::pin(authentications(tenant, client)) },
    Replacement { id: "update_service", rename: |tenant, client| Box::pin(service(tenant, client)) },
    Replacement { id: "update_admin_tenant", rename: |tenant, client| Box::pin(own_tenant(tenant, client)) },
    Replacement { id: "update_tenant", rename: |tenant, _| Box::pin(any_tenant(tenant)) },
    Replacement { id: "import_configuration", rename: |tenant, _| Box::pin(configuration(tenant)) },
    Replacement { id: "update_api_client", rename: |tenant, client| Box::pin(api_client(tenant, client)) },
    Replacement { id: "dynamic_client_registration_update_client", rename: |tenant, _| Box::pin(registration(tenant)) },
];

/// PUTs of a list of ids: nothing is read that could be put back otherwise than it was.
const LISTS_OF_IDS: [&str; 1] = ["replace_application_roles"];

#[test]
fn every_put_is_tried() {
    let puts = Document::canonical().operations().filter(|operation| operation.method.0 == "put");
    let puts: BTreeSet<&str> = puts.map(|operation| operation.id).collect();
    let tried = REPLACEMENTS.iter().map(|put| put.id).chain(LISTS_OF_IDS);
    assert_eq!(puts, tried.collect(), "each has a row in REPLACEMENTS");
}

#[tokio::test]
async fn what_was_read_changed_in_one_member_and_put_changes_nothing_else() {
    on_both(async |tenant| {
        for Replacement { id, rename } in REPLACEMENTS {
            let Replaced { member, before, after } = rename(&tenant, tenant.client().await).await;
            let mut expected = before.clone();
            *expected.pointer_mut(member).unwrap_or_else(|| panic!("{id}: no {member} in {before}")) = json!(RENAMED);
            assert_ne!(before, expected, "{id}");
            assert_eq!(after, without_stamps(&after, &mut expected), "{id}");
        }
    })
    .await;
}

/// The local user store says when something was changed, and by whom.
fn without_stamps(after: &Value, expected: &mut Value) -> Value {
    for stamp in ["updated", "updated_by"] {
        if let Some(stamped) = expected.get_mut(stamp) {
            *stamped = after[stamp].clone();
        }
    }
    expected.take()
}

async fn made(tenant: &Tenant, path: &str, body: &Value) -> Value {
    tenant.post(path).json(body).send().await.expect(201).json()
}

async fn shown(tenant: &Tenant, path: &str) -> Value {
    tenant.get(path).send().await.expect(200).json()
}

async fn api(tenant: &Tenant, client: Client) -> Replaced {
    let service = things::service(tenant).await;
    let new = json!({"service_id": service, "method": "GET", "path": "/{id}", "policy_id": "block", "data_classifications": ["pii", "health"]});
    let id = made(tenant, "/api/admin/{tid}/apis", &new).await["id"].as_str().unwrap().to_owned();
    let path = format!("/api/admin/{{tid}}/apis/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_api().tid(&tenant.id).api(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpUpdateApiRequest::from(read);
    request.data_classifications = vec!["pii".to_owned(), RENAMED.to_owned()].into();
    client.update_api().tid(&tenant.id).api(&id).body(request).send().await.unwrap();
    let after = shown(tenant, &path).await;
    let listed = client.list_apis_by_server().tid(&tenant.id).aid("default").send().await.unwrap().into_inner();
    let row = listed.apis_by_services[&service][0].clone();
    client.update_api().tid(&tenant.id).api(&id).body(types::AcpUpdateApiRequest::from(row)).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/data_classifications/1", before, after }
}

async fn claim(tenant: &Tenant, client: Client) -> Replaced {
    let new = json!({"authorization_server_id": "default", "name": fresh("claim"), "mapping": "a.b", "scopes": ["email"],
        "type": "access_token"});
    let before = made(tenant, "/api/admin/{tid}/claims", &new).await;
    let id = before["id"].as_str().unwrap();
    let list = async || client.list_claims().tid(&tenant.id).aid("default").send().await.unwrap().into_inner().claims;
    let find = |claims: Vec<types::AcpClaim>| claims.into_iter().find(|claim| claim.id == id).unwrap();
    let mut claim = types::AcpClaimRequest::from(find(list().await));
    RENAMED.clone_into(&mut claim.mapping);
    client.update_claim().tid(&tenant.id).claim(id).body(claim).send().await.unwrap();
    let after = serde_json::to_value(find(list().await)).unwrap();
    Replaced { member: "/mapping", before, after }
}

async fn consent(tenant: &Tenant, client: Client) -> Replaced {
    let (path, before) = consents::made(tenant).await;
    let id = before["id"].as_str().unwrap();
    let read = client.get_consent().tid(&tenant.id).consent(id).send().await.unwrap().into_inner();
    let mut body = types::AcpConsentRequest::from(read);
    RENAMED.clone_into(&mut body.name);
    client.update_consent().tid(&tenant.id).consent(id).body(body).send().await.unwrap();
    let mut after = shown(tenant, &path).await;
    // Which is what each change is.
    assert_eq!(after["version"].take(), json!(2));
    after["version"] = json!(1);
    Replaced { member: "/name", before, after }
}

async fn consent_action(tenant: &Tenant, client: Client) -> Replaced {
    let (path, before) = actions::made(tenant).await;
    let id = before["id"].as_str().unwrap();
    let read = client.get_consent_action().tid(&tenant.id).action(id).send().await.unwrap().into_inner();
    let mut body = types::AcpConsentActionRequest::from(read);
    RENAMED.clone_into(&mut body.name);
    client.update_consent_action().tid(&tenant.id).action(id).body(body).send().await.unwrap();
    Replaced { member: "/name", before, after: shown(tenant, &path).await }
}

async fn gateway(tenant: &Tenant, client: Client) -> Replaced {
    let server = things::authorization_server(tenant).await;
    let new = json!({"name": "Door", "description": "At the front", "server_id": server, "type": "kong"});
    let id = made(tenant, "/api/admin/{tid}/gateways", &new).await["id"].as_str().unwrap().to_owned();
    let path = format!("/api/admin/{{tid}}/servers/{server}/gateways");
    let before = shown(tenant, &path).await;
    let read = client.get_gateway().tid(&tenant.id).gw(&id).send().await.unwrap().into_inner();
    let mut body = types::AcpUpdateGatewayRequest::from(read);
    RENAMED.clone_into(&mut body.name);
    client.update_gateway().tid(&tenant.id).gw(&id).body(body).send().await.unwrap();
    Replaced { member: "/gateways/0/name", before, after: shown(tenant, &path).await }
}

async fn developer_client(tenant: &Tenant) -> Replaced {
    let token = developer::token_of(tenant, USER).await;
    let client = tenant.client_of(&token).await;
    let new = json!({
        "client_name": "My app", "description": "Counts", "authorization_server_id": "default", "scopes": ["openid", "email"],
        "redirect_uris": ["https://example.com/callback"], "grant_types": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_method": "client_secret_post", "client_uri": "https://example.com"
    });
    let made = tenant.post("/api/developer/{tid}/clients").bearer(&token).json(new).send().await.expect(201).json();
    let path = format!("/api/developer/{{tid}}/clients/{}", made["client_id"].as_str().unwrap());
    let shown = async || tenant.get(&path).bearer(&token).send().await.expect(200).json();
    let before = shown().await;
    let id = made["client_id"].as_str().unwrap();
    let read = client.get_client_for_developer().tid(&tenant.id).cid(id).send().await.unwrap().into_inner();
    let mut body = types::AcpClientRequest::from(read);
    body.client_name = Some(RENAMED.to_owned());
    client.update_client_for_developer().tid(&tenant.id).cid(id).body(body).send().await.unwrap();
    Replaced { member: "/client_name", before, after: shown().await }
}

async fn own_tenant(tenant: &Tenant, client: Client) -> Replaced {
    let path = "/api/admin/{tid}/tenant";
    let attributes =
        json!({"attributes": [{"name": "shoe_size", "description": "For the shop", "label": "", "type": "number"}]});
    let new = json!({"name": "Acme", "url": "https://acme.example", "authentication_context_settings": attributes});
    let _ = tenant.put(path).json(new).send().await.expect(200);
    let before = shown(tenant, path).await;
    let read = client.get_admin_tenant().tid(&tenant.id).send().await.unwrap().into_inner();
    let mut body = types::AcpTenantRequest::from(read);
    RENAMED.clone_into(&mut body.name);
    client.update_admin_tenant().tid(&tenant.id).body(body).send().await.unwrap();
    Replaced { member: "/name", before, after: shown(tenant, path).await }
}

async fn any_tenant(tenant: &Tenant) -> Replaced {
    let token = installation_token(&tenant.server, &["tenants:write"]).await;
    let client = tenant.client_of(&token).await;
    let path = format!("/api/system/tenants/{}", tenant.id);
    let shown = async || tenant.get(&path).bearer(&token).send().await.expect(200).json();
    let _ = tenant.put("/api/admin/{tid}/tenant").json(json!({"name": "Acme"})).send().await.expect(200);
    let before = shown().await;
    let read = client.get_tenant().tid(&tenant.id).send().await.unwrap().into_inner();
    let mut body = types::AcpTenantRequest::from(read);
    RENAMED.clone_into(&mut body.name);
    client.update_tenant().tid(&tenant.id).body(body).send().await.unwrap();
    Replaced { member: "/name", before, after: shown().await }
}

/// All that there is of a tenant, put back with one member changed.
async fn configuration(tenant: &Tenant) -> Replaced {
    furnish(tenant).await;
    let client = tenant.client_of(&installation_token(&tenant.server, &["all"]).await).await;
    let shown = async || client.export_configuration().tid(&tenant.id).send().await.unwrap().into_inner();
    let read = shown().await;
    let before = serde_json::to_value(&read).unwrap();
    let mut body = types::AcpDumpRequest::from(read);
    RENAMED.clone_into(&mut body.policies.as_mut().unwrap()[0].policy_name);
    client.import_configuration().mode(types::AcpImportMode::Update).body(body).send().await.unwrap();
    Replaced { member: "/policies/0/policy_name", before, after: serde_json::to_value(shown().await).unwrap() }
}

async fn acp_client(tenant: &Tenant, client: Client) -> Replaced {
    let granted = fresh("orders:read");
    things::scope(tenant, None, &granted).await;
    let new = json!({
        "client_secret": "a-secret-of-the-test-s-own-choice", "client_name": "Robot", "description": "Counts",
        "authorization_server_id": "default", "grant_types": ["client_credentials", "refresh_token", "implicit"],
        "response_types": ["token", "id_token"], "redirect_uris": ["https://example.com/callback"],
        "token_endpoint_auth_method": "client_secret_post", "audience": ["a", "b"], "scopes": [granted],
        "client_uri": "https://example.com", "request_object_signing_alg": "RS256", "trusted": true,
        "client_secret_expires_at": 4_000_000_000_i64,
        "privacy": {"scopes": {"email": {"pii_categories": [{"name": "contact"}], "purpose": "Newsletter"}}},
        "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "kid": "1", "use": "sig", "alg": "ES256",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]},
    });
    let id = made(tenant, "/api/admin/{tid}/clients", &new).await["client_id"].as_str().unwrap().to_owned();
    let path = format!("/api/admin/{{tid}}/clients/{id}");
    let before = shown(tenant, &path).await;
    assert_eq!(before["client_secret"], new["client_secret"]);
    let read = client.get_client().tid(&tenant.id).cid(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpClientRequest::from(read);
    request.client_name = Some(RENAMED.to_owned());
    client.update_client().tid(&tenant.id).cid(&id).body(request).send().await.unwrap();
    let after = shown(tenant, &path).await;

    // A list shows no secrets, and one is not lost by what it shows.
    let list = client.list_clients().tid(&tenant.id).aid("default").send().await.unwrap().into_inner().clients;
    let listed = list.into_iter().find(|listed| listed.client_id == id).unwrap();
    client.update_client().tid(&tenant.id).cid(&id).body(types::AcpClientRequest::from(listed)).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/client_name", before, after }
}

#[tokio::test]
async fn scopes_that_were_read_are_changed_in_the_member_that_counts() {
    on_both(async |tenant| {
        let [one, two] = [fresh("one"), fresh("two")];
        for name in [&one, &two] {
            things::scope(&tenant, None, name).await;
        }
        let client = tenant.client().await;
        let new = json!({"client_name": "Robot", "authorization_server_id": "default", "scopes": [one]});
        let id = made(&tenant, "/api/admin/{tid}/clients", &new).await["client_id"].as_str().unwrap().to_owned();
        let read = client.get_client().tid(&tenant.id).cid(&id).send().await.unwrap().into_inner();
        assert_eq!(read.scope, one);
        let mut request = types::AcpClientRequest::from(read);
        assert_eq!((&request.scopes, &request.scope), (&Some(vec![one.clone()]), &None), "said once");
        request.scopes = None;
        request.scope = Some(two.clone());
        // Twice: sent again, it says the same.
        for _ in 0..2 {
            let put = client.update_client().tid(&tenant.id).cid(&id).body(request.clone());
            assert_eq!(put.send().await.unwrap().into_inner().scopes, std::slice::from_ref(&two));
        }

        register::open(&tenant).await;
        let rich = json!({"redirect_uris": ["https://album.example/callback"], "scope": "email openid"});
        let registered = register::registered(&tenant, &rich).await;
        let token = registered["registration_access_token"].as_str().unwrap();
        let builder = Client::builder(tenant.server.url()).configure_http_client(authplane_tests::http::configure);
        let client = builder.access_token(token).build().await.unwrap();
        let (tid, id) = (&tenant.id, registered["client_id"].as_str().unwrap());
        let get = client.dynamic_client_registration_get_client().tid(tid).aid("default").cid(id);
        let mut request = types::ClientRegistrationRequest::from(get.send().await.unwrap().into_inner());
        assert_eq!((&request.scope, &request.scopes), (&Some("email openid".to_owned()), &None), "said once");
        request.scope = Some("openid".to_owned());
        for _ in 0..2 {
            let put = client.dynamic_client_registration_update_client().tid(tid).aid("default").cid(id);
            let put = put.body(request.clone()).send().await.unwrap().into_inner();
            assert_eq!(put.scope.as_deref(), Some("openid"));
        }
    })
    .await;
}

async fn policy(tenant: &Tenant, client: Client) -> Replaced {
    let fields = json!([{"field": "groups", "comparator": "contains", "value": "staff"}]);
    let validators = json!([
        {"name": "identity-context", "conf": {"fields": fields, "more": {"kept": [1]}},
            "recovery": [{"type": "otp", "id": "mail"}]},
        {"name": "true", "conf": {}, "recovery": []},
    ]);
    let id = things::policy(tenant, &validators).await;
    let path = format!("/api/admin/{{tid}}/policies/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_policy().tid(&tenant.id).pid(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpPolicyRequest::from(read);
    RENAMED.clone_into(&mut request.policy_name);
    client.update_policy().tid(&tenant.id).pid(&id).body(request).send().await.unwrap();
    let after = shown(tenant, &path).await;

    let list = client.list_policies().tid(&tenant.id).send().await.unwrap().into_inner().policies;
    let row = list.into_iter().find(|row| row.id == id).unwrap();
    let again = types::AcpPolicyRequest::from(row);
    client.update_policy().tid(&tenant.id).pid(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/policy_name", before, after }
}

async fn scope(tenant: &Tenant, client: Client) -> Replaced {
    let service = things::service(tenant).await;
    let policy = things::policy(tenant, &json!([])).await;
    let new = json!({"name": fresh("orders:read"), "service_id": service, "display_name": "Orders",
        "description": "Read orders", "user_policy_id": policy, "developer_policy_id": policy});
    let id = made(tenant, "/api/admin/{tid}/scopes", &new).await["id"].as_str().unwrap().to_owned();
    let path = format!("/api/admin/{{tid}}/scopes/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_scope().tid(&tenant.id).scp(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpScopeRequest::from(read);
    request.display_name = Some(RENAMED.to_owned());
    let answered = client.update_scope().tid(&tenant.id).scp(&id).body(request).send().await.unwrap().into_inner();
    let after = shown(tenant, &path).await;

    let again = types::AcpScopeRequest::from(answered);
    client.update_scope().tid(&tenant.id).scp(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);

    let list = client.list_scopes().tid(&tenant.id).aid("default").send().await.unwrap().into_inner().scopes;
    let row = list.into_iter().find(|row| row.id == id).unwrap();
    let again = types::AcpScopeRequest::from(row);
    client.update_scope().tid(&tenant.id).scp(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/display_name", before, after }
}

/// A server with secrets of its own and of others.
async fn guarded_server(tenant: &Tenant) -> String {
    let methods = json!({"methods": [
        {"id": "staff", "name": "Staff", "method": "static",
            "static": {"users": [{"username": "ada", "password": "correct horse battery staple"}]}},
        {"id": "partner", "name": "Partner", "method": "oidc", "oidc": {"issuer_url": "https://partner.example",
            "client_id": "authplane", "client_secret": "upstream-secret", "scopes": ["openid"]}},
    ]});
    let new = json!({"name": "Customers", "access_token_ttl": "15m0s", "enforce_pkce": true, "key_type": "ecdsa",
        "grant_types": ["authorization_code", "refresh_token"], "logo_uri": "https://example.com/logo",
        "secret": "a-secret-that-has-32-characters-!", "rotated_secrets": ["a-former-secret-that-is-long-enough"],
        "enable_dynamic_client_registration": true,
        "authentications": methods});
    made(tenant, "/api/admin/{tid}/servers", &new).await["id"].as_str().unwrap().to_owned()
}

async fn server(tenant: &Tenant, client: Client) -> Replaced {
    let id = guarded_server(tenant).await;
    let path = format!("/api/admin/{{tid}}/servers/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_authorization_server().tid(&tenant.id).aid(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpServerRequest::from(read);
    RENAMED.clone_into(&mut request.name);
    client.update_authorization_server().tid(&tenant.id).aid(&id).body(request).send().await.unwrap();
    let after = shown(tenant, &path).await;
    assert_eq!(after["secret"], "a-secret-that-has-32-characters-!");
    assert_eq!(after["rotated_secrets"], json!(["a-former-secret-that-is-long-enough"]));
    assert_eq!(after["authentications"]["methods"][1]["oidc"]["client_secret"], "upstream-secret");

    let list = client.list_authorization_servers().tid(&tenant.id).send().await.unwrap().into_inner().servers;
    let row = list.into_iter().find(|row| row.id == id).unwrap();
    assert!(row.secret.is_none() && row.rotated_secrets.is_empty(), "a list leaves them out");
    let again = types::AcpServerRequest::from(row);
    client.update_authorization_server().tid(&tenant.id).aid(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/name", before, after }
}

/// These are put as they are read: nothing has to be converted.
async fn authentications(tenant: &Tenant, client: Client) -> Replaced {
    let id = guarded_server(tenant).await;
    let path = format!("/api/admin/{{tid}}/servers/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_authorization_server().tid(&tenant.id).aid(&id).send().await.unwrap().into_inner();
    let mut request = read.authentications;
    RENAMED.clone_into(&mut request.methods[1].name);
    client.update_authentications().tid(&tenant.id).aid(&id).body(request).send().await.unwrap();
    Replaced { member: "/authentications/methods/1/name", before, after: shown(tenant, &path).await }
}

async fn service(tenant: &Tenant, client: Client) -> Replaced {
    let new = json!({"name": "Orders", "description": "All of them"});
    let id = made(tenant, "/api/admin/{tid}/services", &new).await["id"].as_str().unwrap().to_owned();
    things::scope(tenant, Some(&id), &fresh("orders:read")).await;
    let path = format!("/api/admin/{{tid}}/services/{id}");
    let before = shown(tenant, &path).await;
    let read = client.get_service().tid(&tenant.id).sid(&id).send().await.unwrap().into_inner();
    let mut request = types::AcpServiceRequest::from(read);
    RENAMED.clone_into(&mut request.name);
    let answered = client.update_service().tid(&tenant.id).sid(&id).body(request).send().await.unwrap().into_inner();
    let after = shown(tenant, &path).await;

    let again = types::AcpServiceRequest::from(answered);
    client.update_service().tid(&tenant.id).sid(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);

    let list = client.list_services().tid(&tenant.id).aid("default").send().await.unwrap().into_inner().services;
    let row = list.into_iter().find(|row| row.id == id).unwrap();
    let again = types::AcpServiceRequest::from(row);
    client.update_service().tid(&tenant.id).sid(&id).body(again).send().await.unwrap();
    assert_eq!(shown(tenant, &path).await, after);
    Replaced { member: "/name", before, after }
}

async fn api_client(tenant: &Tenant, client: Client) -> Replaced {
    let new = json!({"name": "Night jobs", "roles": [{"id": "privx-admin"}]});
    let path = "/local-user-store/api/v1/api-clients";
    let id = made(tenant, path, &new).await["id"].as_str().unwrap().to_owned();
    let path = format!("{path}/{id}");
    let before = shown(tenant, &path).await;
    assert!(before["oauth_client_secret"].is_string(), "{before}");
    let read = client.get_api_client().api_client_id(&id).send().await.unwrap().into_inner();
    let mut request = types::LocalUserStoreApiClientRequest::from(read);
    RENAMED.clone_into(&mut request.name);
    client.update_api_client().api_client_id(&id).body(request).send().await.unwrap();
    let mut after = shown(tenant, &path).await;

    let list = client.list_api_clients().limit(1000).send().await.unwrap().into_inner().items;
    let row = list.into_iter().find(|row| row.id.to_string() == id).unwrap();
    let again = types::LocalUserStoreApiClientRequest::from(row);
    client.update_api_client().api_client_id(&id).body(again).send().await.unwrap();
    let put = shown(tenant, &path).await;
    assert_eq!(put, without_stamps(&put, &mut after));
    Replaced { member: "/name", before, after: put }
}

async fn registration(tenant: &Tenant) -> Replaced {
    register::open(tenant).await;
    let rich = json!({
        "client_name": "Album", "redirect_uris": ["https://album.example/callback"], "scope": "email openid",
        "grant_types": ["authorization_code", "refresh_token"], "contacts": ["ada@album.example"],
        "default_max_age": 3600, "require_auth_time": true, "subject_type": "pairwise",
        "backchannel_logout_uri": "https://album.example/back",
        "privacy": {"scopes": {"email": {"pii_categories": [{"name": "contact"}], "purpose": "Newsletter"}}},
    });
    let registered = register::registered(tenant, &rich).await;
    let before = register::manage(tenant, Method::GET, &registered).send().await.expect(200).json();
    assert!(before["client_secret"].is_string(), "{before}");
    let text = |member: &str| before[member].as_str().unwrap();
    let builder = Client::builder(tenant.server.url()).configure_http_client(authplane_tests::http::configure);
    let client = builder.access_token(text("registration_access_token")).build().await.unwrap();
    let (tid, aid, cid) = (&tenant.id, "default", text("client_id"));
    let read = client.dynamic_client_registration_get_client().tid(tid).aid(aid).cid(cid).send().await.unwrap();
    let mut request = types::ClientRegistrationRequest::from(read.into_inner());
    request.client_name = Some(RENAMED.to_owned());
    let put = client.dynamic_client_registration_update_client().tid(tid).aid(aid).cid(cid).body(request);
    put.send().await.unwrap();
    let after = register::manage(tenant, Method::GET, &registered).send().await.expect(200).json();
    Replaced { member: "/client_name", before, after }
}
