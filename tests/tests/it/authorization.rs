//! Who may call what: what each operation answers to every kind of caller that it must not let in, by the
//! [rows](super::nets) of all operations.
//!
//! Whether a token is let in is decided by the permission type of an operation's first argument, which the document shows
//! as its security. So every kind of token and every scope is tried at one operation of each permission type, and at each
//! other operation only what shows that it has the permission that it says.

use std::collections::BTreeSet;
use std::sync::Arc;

use authplane_domain::environment::ManualClock;
use authplane_tests::document::{Family, Operation};
use authplane_tests::relying_party::{application, claims_of};
use authplane_tests::tenant::{installation_token, texts};
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Call, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::json;

use super::acp::developer;
use super::nets::{self, Callers, UNKNOWN, control_operations, is_system, names_a_thing, path_with, permissions};
use super::things;

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
    match operation.family() {
        Some(Family::Logto) => {
            assert_eq!(answer.json()["code"], logto_code, "{}", operation.id);
            assert_eq!(challenge, "", "{}: Logto sends no challenge", operation.id);
        }
        Some(Family::AcpAdmin | Family::AcpDeveloper | Family::AcpSystem | Family::AcpSetup) => {
            assert_eq!(answer.json()["status_code"], status, "{}", operation.id);
            assert!(challenge.starts_with("Bearer"), "{}: RFC 6750 section 3, got {challenge:?}", operation.id);
        }
        Some(Family::LocalUserStore) => {
            assert_eq!(answer.json()["error_code"], "PERMISSION_DENIED", "{}", operation.id);
            assert!(status == 403 || challenge.starts_with("Bearer"), "{}: got {challenge:?}", operation.id);
        }
        other => panic!("{} has the security scheme {other:?}", operation.id),
    }
}

#[tokio::test]
async fn without_a_token_every_operation_answers_401() {
    on_both(async |tenant| {
        for (operation, _) in control_operations() {
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
        let garbage = ["garbage", "a.b.c", unsigned, header, tampered.as_str(), &format!("{} x", tenant.token)];
        for group in permissions() {
            for (index, (operation, _)) in group.iter().enumerate() {
                let tried = if index == 0 { &garbage[..] } else { &garbage[..1] };
                for token in tried {
                    let answer = any_call(&tenant.server, &tenant.id, operation).bearer(token).send().await;
                    assert_refused(operation, &answer, 401, "auth.unauthorized");
                }
            }
        }
        for (operation, _) in control_operations() {
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
    for (operation, _) in control_operations() {
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
        for (operation, _) in control_operations() {
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
        let callers = Callers::of(&tenant);
        let scopes = scopes_of_system(&tenant).await;
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let of_system = tenant.token_of("system", &scopes, &[]).await;
        for (operation, _) in control_operations() {
            let other = if is_system(&operation) { &tenant.token } else { &of_system };
            for token in [&callers.with("default", "").await, &callers.with("developer", "").await, other] {
                let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(token).send().await;
                assert_refused(&operation, &answer, 401, "auth.unauthorized");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_of_another_tenant_does_not_reach_into_this_one() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        for (operation, row) in control_operations() {
            let answer = (row.good)(&tenant).await.bearer(&stranger.token).send().await;
            match operation.family() {
                // The tenant is in the path, and the token isn't of its server.
                Some(Family::AcpAdmin | Family::AcpDeveloper | Family::AcpSystem) => {
                    assert_refused(&operation, &answer, 401, "");
                }
                // No tenant but `system` is the installation's.
                Some(Family::AcpSetup) => assert_refused(&operation, &answer, 401, ""),
                // The tenant is the token's own: what this one has isn't there.
                _ if names_a_thing(&operation) => assert_not_there(&operation, &answer),
                _ => assert!(answer.is_success(), "{}: {}", operation.id, answer.text()),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_another_tenant_has_is_not_there_under_the_own_tenant_s_path() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        let callers = Callers::of(&stranger);
        for (operation, row) in control_operations() {
            let call = (row.good)(&tenant).await;
            // What is built in is called the same in each tenant.
            let is_of_a_tenant = operation.path.contains("{tid}") && nets::door(&operation) != nets::SETUP;
            if !is_of_a_tenant || !names_a_thing(&operation) || call.path().contains("/default/") {
                continue;
            }
            let token = match operation.scopes().next() {
                Some(scope) if is_system(&operation) => callers.with("system", scope).await,
                _ if nets::is_of_developers(&operation) => developer::token_of(&stranger, USER).await,
                _ => stranger.token.clone(),
            };
            let path = call.path().replace(&tenant.id, &stranger.id);
            assert_not_there(&operation, &call.at(&path).bearer(&token).send().await);
        }
    })
    .await;
}

/// A list that declares no 404 is empty.
fn assert_not_there(operation: &Operation<'_>, answer: &Answer) {
    if operation.declared(404).is_some() {
        assert_eq!(answer.status, 404, "{}: {}", operation.id, answer.text());
        return;
    }
    assert_eq!(answer.status, 200, "{}: {}", operation.id, answer.text());
    let body = answer.json();
    let list = body.as_object().and_then(|members| members.values().next()).unwrap_or(&body);
    assert_eq!(*list, json!([]), "{}", operation.id);
}

/// Scopes of the tenant's `system` server.
async fn scopes_of_system(tenant: &Tenant) -> Vec<String> {
    let listed = tenant.get("/api/admin/{tid}/servers/system/scopes").send().await.expect(200).json();
    texts(&listed["scopes"], "name")
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
        let callers = Callers::of(&tenant);
        for group in permissions() {
            for (index, (operation, row)) in group
                .iter()
                .enumerate()
                .filter(|(_, (operation, _))| operation.scopes().next().is_some() && !is_system(operation))
            {
                let is_enough = |scope: &&str| operation.scopes().any(|enough| enough == *scope);
                let (mut accepted, mut refused): (Vec<&str>, Vec<&str>) =
                    nets::control_plane_scopes().into_iter().partition(is_enough);
                if index > 0 {
                    refused = vec![nets::too_small_a_scope(operation)];
                    // By turns, and never `all`, which every good call has.
                    accepted = match row.scopes {
                        [] => Vec::new(),
                        scopes => vec![scopes[index % scopes.len()]],
                    };
                }
                for scope in refused {
                    let token = callers.with(nets::door(operation), scope).await;
                    let answer = any_call(&tenant.server, &tenant.id, operation).bearer(&token).send().await;
                    assert_refused(operation, &answer, 403, "auth.forbidden");
                }
                for scope in accepted {
                    let token = callers.with(nets::door(operation), scope).await;
                    let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                    assert!(answer.is_success(), "{} with {scope}: {}", operation.id, answer.text());
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_system_api_asks_for_the_very_scope() {
    on_both(async |tenant| {
        let callers = Callers::of(&tenant);
        let scopes = scopes_of_system(&tenant).await;
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let asked: BTreeSet<&str> = control_operations()
            .filter(|(operation, _)| is_system(operation))
            .flat_map(|(_, row)| row.scopes)
            .copied()
            .collect();
        assert!(asked.iter().all(|scope| scopes.contains(scope)), "{asked:?} of {scopes:?}");
        let stranger = Tenant::new(&tenant.server).await.token_of("system", &scopes, &[]).await;
        for (operation, row) in control_operations().filter(|(operation, _)| is_system(operation)) {
            for scope in scopes.iter().copied().chain([""]).filter(|scope| !row.scopes.contains(scope)) {
                let token = callers.with("system", scope).await;
                let answer = any_call(&tenant.server, &tenant.id, &operation).bearer(&token).send().await;
                assert_refused(&operation, &answer, 403, "");
            }
            for scope in row.scopes {
                let token = callers.with("system", scope).await;
                let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                // There whoever is let in is nobody, unless it is a gateway's client.
                let is_nobody = operation.path.starts_with("/api/system/{tid}/gateways/") && answer.status == 404;
                assert!(answer.is_success() || is_nobody, "{} with {scope}: {}", operation.id, answer.text());
            }
            let answer = (row.good)(&tenant).await.bearer(&stranger).send().await;
            assert_refused(&operation, &answer, 401, "");
        }
    })
    .await;
}

/// What an application was given for its own work isn't for whoever signs in through it.
#[tokio::test]
async fn no_token_of_a_user_opens_the_system_api() {
    on_both(async |tenant| {
        let asked = control_operations().filter(|(operation, _)| is_system(operation)).flat_map(|(_, row)| row.scopes);
        let asked: BTreeSet<&str> = asked.copied().chain(["openid"]).collect();
        let scopes: Vec<&str> = asked.into_iter().collect();
        let server = json!({"name": "System", "grant_types": ["authorization_code", "client_credentials"]});
        let _ = tenant.put("/api/admin/{tid}/servers/system").json(server).send().await.expect(200);
        tenant.set_methods("system", vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let application = RelyingParty::register_at(&tenant, "system", application(&scopes)).await;
        let request = application.request().with("scope", &scopes.join(" "));
        let mut browser = UserAgent::new(tenant.server.url());
        let token = application.sign_in(&mut browser, &request, (USER, PASSWORD)).await.access_token;
        let (of_user, of_client) =
            (claims_of(&token), claims_of(&tenant.token_of("system", &["manage_logins"], &[]).await));
        for name in ["iss", "aud", "tid", "aid"] {
            assert_eq!(of_user[name], of_client[name], "{name}");
        }
        assert_eq!(of_user["scope"], scopes.join(" "));
        for (operation, row) in control_operations().filter(|(operation, _)| is_system(operation)) {
            for call in [any_call(&tenant.server, &tenant.id, &operation), (row.good)(&tenant).await] {
                assert_refused(&operation, &call.bearer(&token).send().await, 401, "");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_without_scopes_opens_acp_alone_which_asks_for_none() {
    on_both(async |tenant| {
        let token = tenant.narrow_token(&[]).await;
        let of_installation = installation_token(&tenant.server, &[]).await;
        for (operation, row) in control_operations().filter(|(operation, _)| !is_system(operation)) {
            match operation.family() {
                // ACP behaviour, §2: being a token of the `admin` server is the whole gate.
                Some(Family::AcpAdmin) => {
                    let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                    assert!(answer.is_success(), "{}: {}", operation.id, answer.text());
                }
                Some(Family::AcpDeveloper) => {
                    let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                    assert_refused(&operation, &answer, 401, "");
                }
                Some(Family::AcpSetup) => {
                    let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                    assert_refused(&operation, &answer, 401, "");
                    let answer = (row.good)(&tenant).await.bearer(&of_installation).send().await;
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
        for (operation, row) in control_operations() {
            if operation.family() == Some(Family::Logto) {
                let answer = (row.good)(&tenant).await.bearer(&token).send().await;
                assert!(answer.is_success(), "{}: {}", operation.id, answer.text());
                let answer = (row.good)(&tenant).await.bearer(&reader).send().await;
                if row.scopes.contains(&"resources:read") {
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
        for (operation, _) in control_operations().filter(|(operation, _)| operation.request().is_some()) {
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
