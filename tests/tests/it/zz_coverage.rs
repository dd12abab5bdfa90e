//! Every operation of the document reaches every status that it declares, and each answer is held against the document
//! by the [observer](authplane_tests::observer), here as in all other tests. The sweep doesn't depend on them: it
//! reaches everything by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use authplane_tests::{Database, Document, Settings, Tenant, TestServer, observer, on_both};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::nets::{self, Callers, operations};

/// Declared, but not to be reached from outside, and why.
const UNREACHABLE: &[(&str, &str, &str)] = &[
    ("update_application", "422", "no application is protected yet, and nothing else is misconfigured"),
    ("delete_application", "422", "no application has a custom domain yet"),
    ("alive", "500", "it needs nothing that could fail"),
    ("alive", "503", "it needs nothing that could be away"),
    ("get_protected_resource_metadata", "500", "it is made of settings alone, which can't fail after the start"),
    ("get_protected_resource_metadata", "503", "it is made of settings alone, which can't fail after the start"),
    ("list_authorization_servers", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_authorization_server", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_policy", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_consent", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_user", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_consent_action", "404", "of a tenant that isn't there, nobody has a token"),
    ("import_configuration", "404", "a tenant that is nowhere is 422, at the row that names it"),
    ("remove_specification", "400", "nothing of it can be malformed, and a service that is built in is 422"),
    (
        "remove_specification",
        "409",
        "a policy that something else uses stays, and is told of in `not_removed_policies`",
    ),
    ("get_admin_tenant", "404", "of a tenant that isn't there, nobody has a token"),
    ("update_admin_tenant", "404", "of a tenant that isn't there, nobody has a token"),
    ("list_tenants", "404", "there is always one"),
    ("list_clients_for_developer", "403", "every developer may"),
    ("list_clients_for_developer", "404", "of a tenant that isn't there, nobody has a token"),
    ("create_client_for_developer", "409", "its id is made by the server"),
    ("get_client_for_developer", "403", "every developer may"),
    ("delete_client_for_developer", "400", "nothing that a developer made is built in"),
    ("delete_client_for_developer", "403", "every developer may"),
    ("list_servers_for_developer", "403", "every developer may"),
    ("list_servers_for_developer", "404", "of a tenant that isn't there, nobody has a token"),
    ("get_server_for_developer", "403", "every developer may"),
];

fn is_unreachable(operation: &str, key: &str) -> bool {
    UNREACHABLE.iter().any(|(id, status, _)| (*id, *status) == (operation, key))
}

fn is_failure(key: &str) -> bool {
    key.starts_with('5')
}

#[tokio::test]
async fn every_operation_and_status_was_reached() {
    on_both(async |tenant| {
        let callers = Callers::of(&tenant);
        for (operation, row) in operations() {
            let reachable = |key: &&String| !is_failure(key) && !is_unreachable(operation.id, key);
            for key in operation.responses().keys().filter(reachable) {
                let call = if key.starts_with('2') {
                    (row.good)(&tenant).await
                } else {
                    nets::provoking(&callers, (&operation, row), key.parse().unwrap()).await
                };
                let answer = call.send().await;
                assert_eq!(answer.status.to_string(), *key, "{} answered {}", operation.id, answer.text());
            }
        }
    })
    .await;
    without_database().await;
    with_a_damaged_database().await;

    let reached = observer::reached();
    let gaps: Vec<String> = declared()
        .into_iter()
        .filter(|(operation, key)| !reached.contains(&(operation.clone(), key.clone())))
        .filter(|(operation, key)| !is_unreachable(operation, key))
        .map(|(operation, key)| format!("{operation} {key}"))
        .collect();
    let report = report(&reached);
    println!("{report}");
    authplane_tests::report(report.lines().last().unwrap_or_default());
    assert!(gaps.is_empty(), "no test reaches {}", gaps.join(", "));
    observer::assert_no_contradiction();
}

/// Closes the database under a server that has answered before: every operation that needs it answers 503 and asks the
/// caller to come back.
async fn without_database() {
    let server = TestServer::start(Settings::default()).await;
    let tenant = Tenant::new(&server).await;
    let mut calls = Vec::new();
    for (operation, row) in operations() {
        if !is_unreachable(operation.id, "503") {
            calls.push((operation.id, (row.good)(&tenant).await));
        }
    }
    // What was read lately may be answered from memory, so nothing that is asked now has been asked before.
    server.with_store(|store| async move { store.close().await }).await.unwrap();
    for (operation, call) in calls {
        let answer = call.send().await;
        assert_eq!(answer.status, 503, "{operation} answered {}", answer.text());
        assert_ne!(answer.header("retry-after"), "", "{operation}");
        assert!(!answer.text().to_lowercase().contains("sql"), "{operation} tells of its inside: {}", answer.text());
    }
}

/// Takes tables away under a running server: a failure that nobody foresaw is a 500 in the dialect's shape, with the
/// request's id for whoever reads the log, and nothing of the inside.
async fn with_a_damaged_database() {
    let server = TestServer::start(Settings { database: Database::Sqlite, ..Settings::default() }).await;
    let tenant = Tenant::new(&server).await;
    let mut calls = Vec::new();
    for (operation, row) in operations().filter(|(operation, _)| !is_unreachable(operation.id, "500")) {
        calls.push((operation, (row.good)(&tenant).await));
    }
    let connection = sea_orm::Database::connect(server.database_url()).await.unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'".to_owned();
    let tables = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, tables)).await.unwrap();
    let tables: Vec<String> = tables.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    connection.execute_unprepared("PRAGMA foreign_keys = OFF").await.unwrap();
    for table in &tables {
        connection.execute_unprepared(&format!("DROP TABLE \"{table}\"")).await.unwrap();
    }
    for (operation, call) in calls {
        let answer = call.send().await;
        let (id, text) = (operation.id, answer.text());
        assert_eq!(answer.status, 500, "{id} answered {text}");
        let is_told = |inside: &&String| text.contains(inside.as_str());
        assert!(!tables.iter().any(|table| is_told(&table)) && !text.to_lowercase().contains("sql"), "{id}: {text}");
        // RFC 6749 §5.2 has no member for it: there the header alone says it.
        let names_request = operation.response_schema("500").is_none_or(|schema| !is_oauth_error(schema));
        assert!(!names_request || text.contains(answer.header("x-request-id")), "{id} names the request: {text}");
    }
}

fn is_oauth_error(schema: &serde_json::Value) -> bool {
    schema["$ref"] == "#/components/schemas/OAuthError"
}

fn declared() -> BTreeSet<observer::Reached> {
    let operations = Document::canonical().operations();
    operations
        .flat_map(|operation| operation.responses().keys().map(move |key| (operation.id.to_owned(), key.clone())))
        .collect()
}

/// Operation by operation, the statuses that were reached; those that weren't in brackets.
fn report(reached: &BTreeSet<observer::Reached>) -> String {
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut total, mut missed) = (0, 0);
    for (operation, key) in declared() {
        total += 1;
        let is_reached = reached.contains(&(operation.clone(), key.clone()));
        missed += usize::from(!is_reached);
        rows.entry(operation).or_default().push(if is_reached { key } else { format!("[{key}]") });
    }
    let mut text = String::new();
    for (operation, keys) in &rows {
        let _ = writeln!(text, "{operation:<48} {}", keys.join(" "));
    }
    for (operation, key, reason) in UNREACHABLE {
        let _ = writeln!(text, "not to be reached: {operation} {key}: {reason}");
    }
    let _ = write!(text, "coverage: {} operations, {} of {total} statuses reached", rows.len(), total - missed);
    text
}
