//! Who may call what: one row for each operation of the control surface, and what each answers to every kind of caller
//! that it must not let in.

use std::collections::BTreeMap;
use std::sync::Arc;

use authplane_domain::environment::ManualClock;
use authplane_tests::document::Operation;
use authplane_tests::{Answer, Call, Document, Settings, Tenant, TestServer, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::json;

use super::operations::{UNKNOWN, good, is_control, path_with};
use super::things;

/// An operation and the scopes of which one is enough, besides `all`.
type Row = (&'static str, &'static [&'static str]);

const SEE_SERVERS: &[&str] = &["servers:read", "servers:write"];
const CHANGE_SERVERS: &[&str] = &["servers:write"];
const SEE_CLAIMS: &[&str] = &["claims:read", "claims:write"];
const CHANGE_CLAIMS: &[&str] = &["claims:write"];
const SEE_POLICIES: &[&str] = &["policies:read", "policies:write"];
const CHANGE_POLICIES: &[&str] = &["policies:write"];
const SEE_SERVICES: &[&str] = &["services:read", "services:write"];
const CHANGE_SERVICES: &[&str] = &["services:write"];
const SEE_SCOPES: &[&str] = &["scopes:read", "scopes:write"];
const CHANGE_SCOPES: &[&str] = &["scopes:write"];
const SEE_CLIENTS: &[&str] = &["clients:read", "clients:write"];
const CHANGE_CLIENTS: &[&str] = &["clients:write"];
const SEE_RESOURCES: &[&str] = &["resources:read", "resources:write"];
const CHANGE_RESOURCES: &[&str] = &["resources:write"];
const SEE_API_CLIENTS: &[&str] = &["admin", "service", "apiClientsManage", "api-clients:read", "api-clients:write"];
const CHANGE_API_CLIENTS: &[&str] = &["admin", "service", "apiClientsManage", "api-clients:write"];

const TABLE: &[Row] = &[
    ("create_authorization_server", CHANGE_SERVERS),
    ("delete_authorization_server", CHANGE_SERVERS),
    ("get_authorization_server", SEE_SERVERS),
    ("list_authorization_servers", SEE_SERVERS),
    ("update_authentications", CHANGE_SERVERS),
    ("update_authorization_server", CHANGE_SERVERS),
    ("create_claim", CHANGE_CLAIMS),
    ("delete_claim", CHANGE_CLAIMS),
    ("list_claims", SEE_CLAIMS),
    ("update_claim", CHANGE_CLAIMS),
    ("create_policy", CHANGE_POLICIES),
    ("delete_policy", CHANGE_POLICIES),
    ("get_policy", SEE_POLICIES),
    ("list_policies", SEE_POLICIES),
    ("update_policy", CHANGE_POLICIES),
    ("create_client", CHANGE_CLIENTS),
    ("delete_client", CHANGE_CLIENTS),
    ("get_client", SEE_CLIENTS),
    ("list_clients", SEE_CLIENTS),
    ("update_client", CHANGE_CLIENTS),
    ("create_scope", CHANGE_SCOPES),
    ("delete_scope", CHANGE_SCOPES),
    ("get_scope", SEE_SCOPES),
    ("list_scopes", SEE_SCOPES),
    ("update_scope", CHANGE_SCOPES),
    ("create_service", CHANGE_SERVICES),
    ("delete_service", CHANGE_SERVICES),
    ("get_service", SEE_SERVICES),
    ("list_services", SEE_SERVICES),
    ("update_service", CHANGE_SERVICES),
    ("create_resource", CHANGE_RESOURCES),
    ("create_resource_scope", CHANGE_RESOURCES),
    ("delete_resource", CHANGE_RESOURCES),
    ("delete_resource_scope", CHANGE_RESOURCES),
    ("get_resource", SEE_RESOURCES),
    ("list_resource_scopes", SEE_RESOURCES),
    ("list_resources", SEE_RESOURCES),
    ("update_resource", CHANGE_RESOURCES),
    ("update_resource_is_default", CHANGE_RESOURCES),
    ("update_resource_scope", CHANGE_RESOURCES),
    ("create_api_client", CHANGE_API_CLIENTS),
    ("delete_api_client", CHANGE_API_CLIENTS),
    ("get_api_client", SEE_API_CLIENTS),
    ("list_api_clients", SEE_API_CLIENTS),
    ("search_api_clients", SEE_API_CLIENTS),
    ("update_api_client", CHANGE_API_CLIENTS),
];

/// ACP's system API: an operation, and the only scope that is enough. Tokens of the `system` server alone count.
const TABLE_OF_SYSTEM: &[Row] = &[
    ("accept_login_request", &["manage_logins"]),
    ("get_login_request", &["manage_logins"]),
    ("reject_login_request", &["manage_logins"]),
    ("accept_scope_grant_request", &["manage_consents"]),
    ("get_scope_grant_request", &["manage_consents"]),
    ("reject_scope_grant_request", &["manage_consents"]),
];

/// Scopes of the `system` server.
const SCOPES_OF_SYSTEM: &[&str] = &["manage_logins", "manage_consents", "view_consents", "read_gateway_configuration"];

/// Every scope of the control plane but the full one.
const SCOPES: &[&str] = &[
    "servers:read",
    "servers:write",
    "claims:read",
    "claims:write",
    "policies:read",
    "policies:write",
    "services:read",
    "services:write",
    "scopes:read",
    "scopes:write",
    "clients:read",
    "clients:write",
    "resources:read",
    "resources:write",
    "api-clients:read",
    "api-clients:write",
    "admin",
    "service",
    "apiClientsManage",
];

/// The rows of both tables.
fn rows() -> impl Iterator<Item = (Operation<'static>, &'static [&'static str])> {
    rows_of(TABLE).chain(rows_of(TABLE_OF_SYSTEM))
}

/// The rows of a table with their operations of the document.
fn rows_of(table: &'static [Row]) -> impl Iterator<Item = (Operation<'static>, &'static [&'static str])> {
    table.iter().map(|(id, scopes)| {
        let operation = Document::canonical().operation(id).unwrap_or_else(|| panic!("the document has no {id}"));
        (operation, *scopes)
    })
}

/// A well-formed call of the operation with ids that nothing has: whoever is let in is answered 2xx or 4xx by the
/// operation itself, but neither 401 nor 403.
fn any_call(server: &TestServer, tenant: &str, operation: &Operation<'_>) -> Call {
    let method = Method::from_bytes(operation.method.to_string().as_bytes()).unwrap();
    let call = server.call(method, &path_with(operation, tenant, UNKNOWN));
    if operation.request().is_some() { call.json(json!({})) } else { call }
}

/// Each dialect refuses callers in its own words.
fn assert_refused(operation: &Operation<'_>, answer: &Answer, status: u16, logto_code: &str) {
    assert_eq!(answer.status, status, "{}: {}", operation.id, answer.text());
    let challenge = answer.header("www-authenticate");
    match operation.schemes().next() {
        Some("logto") => {
            assert_eq!(answer.json()["code"], logto_code, "{}", operation.id);
            assert_eq!(challenge, "", "{}: Logto sends no challenge", operation.id);
        }
        Some("acp_admin" | "acp_system") => {
            assert_eq!(answer.json()["status_code"], status, "{}", operation.id);
            assert!(challenge.starts_with("Bearer"), "{}: RFC 6750 section 3, got {challenge:?}", operation.id);
        }
        Some("local_user_store") => {
            assert_eq!(answer.json()["error_code"], "PERMISSION_DENIED", "{}", operation.id);
            assert!(status == 403 || challenge.starts_with("Bearer"), "{}: got {challenge:?}", operation.id);
        }
        other => panic!("{} has the security scheme {other:?}", operation.id),
    }
}

#[test]
fn the_table_has_a_row_for_each_operation_and_says_what_the_document_says() {
    let all = || TABLE.iter().chain(TABLE_OF_SYSTEM);
    let table: BTreeMap<&str, Vec<&str>> = all().map(|(id, scopes)| (*id, scopes.to_vec())).collect();
    assert_eq!(table.len(), all().count(), "no row stands twice");
    let mut document = BTreeMap::new();
    for operation in Document::canonical().operations().filter(is_control) {
        let mut scopes: Vec<&str> = operation.scopes().filter(|scope| *scope != "all").collect();
        scopes.dedup();
        let of_system = operation.schemes().all(|scheme| scheme == "acp_system");
        let has_full = operation.scopes().any(|scope| scope == "all");
        assert_ne!(has_full, of_system, "{}: the full scope is enough, but for nobody's login", operation.id);
        document.insert(operation.id, scopes);
    }
    assert_eq!(table, document);
}

#[tokio::test]
async fn without_a_token_every_operation_answers_401() {
    on_both(async |tenant| {
        for (operation, _) in rows() {
            let call = any_call(&tenant.server, &tenant.id, &operation);
            let answer = call.clone().send().await;
            assert_refused(&operation, &answer, 401, "auth.authorization_header_missing");
            // RFC 6750 §3.1: no error code where no credential was tried.
            assert!(!answer.header("www-authenticate").contains("error"), "{}", operation.id);

            let path = format!("{}?access_token={}", path_with(&operation, &tenant.id, UNKNOWN), tenant.token);
            let in_query = call.at(&path).send().await;
            assert_refused(&operation, &in_query, 401, "auth.authorization_header_missing");
        }
    })
    .await;
}

#[tokio::test]
async fn with_a_garbage_token_every_operation_answers_401() {
    on_both(async |tenant| {
        let (unsigned, _) = tenant.token.rsplit_once('.').unwrap();
        let (header, _) = tenant.token.split_once('.').unwrap();
        let tampered = format!("{unsigned}.{}", "A".repeat(86));
        for (operation, _) in rows() {
            for token in ["garbage", "a.b.c", unsigned, header, tampered.as_str(), &format!("{} x", tenant.token)] {
                let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(token).send().await;
                assert_refused(&operation, &answer, 401, "auth.unauthorized");
            }
            let call = any_call(&tenant.server, &tenant.id, &operation);
            let basic = call.basic(&tenant.administrator.id, &tenant.administrator.secret).send().await;
            assert_refused(&operation, &basic, 401, "auth.authorization_token_type_not_supported");
        }
    })
    .await;
}

#[tokio::test]
async fn with_an_expired_token_every_operation_answers_401() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let server = TestServer::start(Settings::default().with_clock(&clock)).await;
    let tenant = Tenant::new(&server).await;
    let _ = tenant.get("/api/resources").send().await.expect(200);
    clock.advance(TimeDelta::seconds(3599));
    let _ = tenant.get("/api/resources").send().await.expect(200);
    clock.advance(TimeDelta::seconds(1));
    for (operation, _) in rows() {
        let answer = any_call(&server, &tenant.id, &operation).bearer(&tenant.token).send().await;
        assert_refused(&operation, &answer, 401, "auth.unauthorized");
    }
}

#[tokio::test]
async fn with_a_revoked_token_or_one_of_a_deleted_client_every_operation_answers_401() {
    on_both(async |tenant| {
        let revoked = tenant.add_client("admin", &["all"]).await;
        let deleted = tenant.add_client("admin", &["all"]).await;
        let mut tokens = Vec::new();
        for machine in [&revoked, &deleted] {
            let answer = tenant.ask_for_token(machine, Some("all"), &[]).await.expect(200).json();
            let token = answer["access_token"].as_str().unwrap().to_owned();
            let _ = tenant.get("/api/resources").bearer(&token).send().await.expect(200);
            tokens.push(token);
        }
        let revoke = tenant.post("/{tid}/admin/oauth2/revoke").basic(&revoked.id, &revoked.secret);
        let _ = revoke.form(&[("token", &tokens[0])]).send().await.expect(200);
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/clients/{}", deleted.id)).send().await.expect(204);
        for (operation, _) in rows() {
            for token in &tokens {
                let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(token).send().await;
                assert_refused(&operation, &answer, 401, "auth.unauthorized");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_of_another_server_of_the_tenant_opens_nothing() {
    on_both(async |tenant| {
        let mut tokens = vec![tenant.token_of("default", &[], &[]).await, tenant.token_of("developer", &[], &[]).await];
        for (table, token) in
            [(TABLE, tenant.token_of("system", SCOPES_OF_SYSTEM, &[]).await), (TABLE_OF_SYSTEM, tenant.token.clone())]
        {
            tokens.push(token);
            for (operation, _) in rows_of(table) {
                for token in &tokens {
                    let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(token).send().await;
                    assert_refused(&operation, &answer, 401, "auth.unauthorized");
                }
            }
            tokens.pop();
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_of_another_tenant_does_not_reach_into_this_one() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        for (operation, _) in rows() {
            let call = good(&tenant, operation.id).await.bearer(&stranger.token);
            let has_id = operation.path.matches('{').count() > usize::from(operation.path.contains("{tid}"));
            let answer = call.send().await;
            match operation.schemes().next() {
                // The tenant is in the path, and the token isn't of its server.
                Some("acp_admin" | "acp_system") => assert_refused(&operation, &answer, 401, ""),
                // The tenant is the token's own: what this one has isn't there.
                _ if operation.id == "list_resource_scopes" => assert_eq!(answer.expect(200).json(), json!([])),
                _ if has_id => drop(answer.expect(404)),
                _ => assert!(answer.is_success(), "{}: {}", operation.id, answer.text()),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn lists_show_what_the_own_tenant_has_and_nothing_else() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        let resource = things::resource(&tenant).await;
        let api_client = things::api_client(&tenant, "Night jobs").await;
        for (path, id) in [("/api/resources", resource), ("/local-user-store/api/v1/api-clients", api_client)] {
            let own = tenant.get(path).send().await.expect(200).text();
            assert!(own.contains(&id), "{path}");
            let other = tenant.get(path).bearer(&stranger.token).send().await.expect(200).text();
            assert!(!other.contains(&id) && !other.contains(&tenant.id), "{path}: {other}");
        }
    })
    .await;
}

#[tokio::test]
async fn too_small_a_scope_answers_403_and_each_scope_of_the_row_is_enough() {
    on_both(async |tenant| {
        let mut tokens = Vec::new();
        for scope in SCOPES {
            tokens.push((*scope, tenant.narrow_token(&[scope]).await));
        }
        for (operation, enough) in rows_of(TABLE) {
            for (scope, token) in &tokens {
                if enough.contains(scope) {
                    let answer = good(&tenant, operation.id).await.bearer(token).send().await;
                    assert!(answer.is_success(), "{} with {scope}: {}", operation.id, answer.text());
                } else {
                    let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(token).send().await;
                    assert_refused(&operation, &answer, 403, "auth.forbidden");
                }
            }
            let answer = good(&tenant, operation.id).await.send().await;
            assert!(answer.is_success(), "{} with all: {}", operation.id, answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_system_api_asks_for_the_very_scope() {
    on_both(async |tenant| {
        let mut tokens = vec![("", tenant.token_of("system", &[], &[]).await)];
        for scope in SCOPES_OF_SYSTEM {
            tokens.push((*scope, tenant.token_of("system", &[scope], &[]).await));
        }
        let stranger = Tenant::new(&tenant.server).await.token_of("system", SCOPES_OF_SYSTEM, &[]).await;
        for (operation, enough) in rows_of(TABLE_OF_SYSTEM) {
            for (scope, token) in &tokens {
                let answer = good(&tenant, operation.id).await.bearer(token).send().await;
                if enough.contains(scope) {
                    assert!(answer.is_success(), "{} with {scope}: {}", operation.id, answer.text());
                } else {
                    assert_refused(&operation, &answer, 403, "");
                }
            }
            let answer = good(&tenant, operation.id).await.bearer(&stranger).send().await;
            assert_refused(&operation, &answer, 401, "");
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_without_scopes_opens_acp_alone_which_asks_for_none() {
    on_both(async |tenant| {
        let token = tenant.narrow_token(&[]).await;
        for (operation, _) in rows_of(TABLE) {
            match operation.schemes().next() {
                // ACP behaviour, §2: being a token of the `admin` server is the whole gate.
                Some("acp_admin") => {
                    let answer = good(&tenant, operation.id).await.bearer(&token).send().await;
                    assert!(answer.is_success(), "{}: {}", operation.id, answer.text());
                }
                _ => {
                    let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(&token).send().await;
                    assert_refused(&operation, &answer, 403, "auth.forbidden");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_management_api_s_audience_opens_logto_s_operations_and_no_others() {
    on_both(async |tenant| {
        let audience = format!("https://{}.logto.app/api", tenant.id);
        let token = tenant.token_of("default", &["all"], &[&audience]).await;
        let reader = tenant.token_of("default", &["resources:read"], &[&audience]).await;
        for (operation, enough) in rows() {
            if operation.schemes().any(|scheme| scheme == "logto") {
                let answer = good(&tenant, operation.id).await.bearer(&token).send().await;
                assert!(answer.is_success(), "{}: {}", operation.id, answer.text());
                let answer = good(&tenant, operation.id).await.bearer(&reader).send().await;
                if enough.contains(&"resources:read") {
                    assert!(answer.is_success(), "{}: {}", operation.id, answer.text());
                } else {
                    assert_refused(&operation, &answer, 403, "auth.forbidden");
                }
            } else {
                let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(&token).send().await;
                assert_refused(&operation, &answer, 401, "");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_scheme_s_name_is_taken_in_any_case() {
    on_both(async |tenant| {
        for scheme in ["bearer", "BEARER", "Bearer"] {
            let header = format!("{scheme} {}", tenant.token);
            let call = tenant.get("/api/resources").header(http::header::AUTHORIZATION, &header);
            let _ = call.send().await.expect(200);
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_of_a_request_is_looked_at_before_its_token() {
    on_both(async |tenant| {
        for (operation, _) in rows().filter(|(operation, _)| operation.request().is_some()) {
            let call = any_call(&tenant.server, &tenant.id, &operation);
            for (label, body) in [("application/json", "{"), ("text/plain", "{}"), ("application/json", "[1]")] {
                let answer = call.clone().body(label, body).send().await;
                assert_refused(&operation, &answer, 401, "auth.authorization_header_missing");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn upstream_s_header_that_lets_tests_in_without_a_token_is_nothing_here() {
    on_both(async |tenant| {
        let header = http::header::HeaderName::from_static("development-user-id");
        let call = tenant.get("/api/resources").anonymous().header(header, &tenant.administrator.id);
        let _ = call.send().await.expect(401);
    })
    .await;
}
