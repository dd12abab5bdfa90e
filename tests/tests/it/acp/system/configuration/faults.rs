//! Wherever an import breaks off, nothing of it is there.

use authplane_tests::{Database, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::{Installer, elsewhere, furnish};

/// Rows of one list that are tried at least. Of what is built in there are dozens, and each import takes its time.
const OF_LIST: usize = 5;

/// Where rows of a dump stand: of each list the first, the last and some between.
fn places(dump: &Value) -> Vec<String> {
    let mut places = Vec::new();
    let mut list = |at: &str| {
        let rows = dump.pointer(at).and_then(Value::as_array).map_or(0, Vec::len);
        let is_tried = |index: &usize| index.is_multiple_of(rows.div_ceil(OF_LIST).max(1)) || index + 1 == rows;
        places.extend((0..rows).filter(is_tried).map(|index| format!("{at}/{index}")));
        rows
    };
    for at in [
        "/tenants",
        "/policies",
        "/servers",
        "/scopes_without_service",
        "/clients",
        "/claims",
        "/apis",
        "/consents",
        "/consent_actions",
    ] {
        assert!(list(at) > 0, "{at} has no rows");
    }
    for at in ["/authplane/gateways", "/authplane/roles", "/authplane/api_clients"] {
        assert!(list(at) > 0, "{at} has no rows");
    }
    for index in 0..list("/services") {
        list(&format!("/services/{index}/scopes"));
    }
    places
}

#[tokio::test]
async fn a_fault_of_any_row_is_told_at_its_place_and_leaves_nothing() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let dump = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let there = elsewhere(tenant.server.database()).await;
        let before = there.export_text("?all=true").await;
        for place in places(&dump) {
            let id = if place.starts_with("/clients/") { "client_id" } else { "id" };
            // What is wrong by itself, and what the rest of the dump makes wrong, which is seen in the middle of writing.
            for (member, value) in [(id, ""), ("authorization_server_id", "nowhere"), ("service_id", "nowhere")] {
                let mut dump = dump.clone();
                let row = dump.pointer_mut(&place).unwrap();
                // Which server a built-in service is of, its id says.
                let is_fixed =
                    place.starts_with("/services/") && member != id && row["authplane"]["is_built_in"] != json!(false);
                if row.get(member).is_none_or(|value| value.as_str().is_none_or(str::is_empty)) || is_fixed {
                    continue;
                }
                row[member] = value.into();
                let refused = there.put("", &dump).await.expect(422).json();
                let field = refused["details"]["field"].as_str().unwrap_or_default();
                assert_eq!(field, format!("{place}/{member}"), "{refused}");
            }
        }
        assert_eq!(before, there.export_text("?all=true").await);
    })
    .await;
}

/// The tables that an import writes to.
const TABLES: &[&str] = &[
    "tenants",
    "tenant_keys",
    "policies",
    "authorization_servers",
    "signing_keys",
    "services",
    "scopes",
    "clients",
    "client_secrets",
    "client_scopes",
    "client_roles",
    "role_scopes",
    "gateways",
    "claims",
    "privacy_consents",
    "consent_actions",
    "consents_of_actions",
    "apis",
    "roles",
    "api_clients",
    "imported",
    "audit_events",
];

#[tokio::test]
async fn a_statement_that_fails_leaves_nothing() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let dump = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let there = elsewhere(tenant.server.database()).await;
        let before = there.export_text("?all=true").await;
        let database = sea_orm::Database::connect(there.server.database_url()).await.unwrap();
        if there.server.database() == Database::Postgres {
            let function =
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'";
            database.execute_unprepared(function).await.unwrap();
        }
        for table in TABLES {
            let refuse = match there.server.database() {
                Database::Sqlite => format!("BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END"),
                Database::Postgres => format!("BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuse()"),
            };
            database.execute_unprepared(&format!("CREATE TRIGGER refuse_all {refuse}")).await.unwrap();
            let answer = there.put("", &dump).await;
            assert_eq!(answer.status, 500, "{table}: {}", answer.text());
            let on = if there.server.database() == Database::Postgres { format!(" ON {table}") } else { String::new() };
            database.execute_unprepared(&format!("DROP TRIGGER refuse_all{on}")).await.unwrap();
            assert_eq!(before, there.export_text("?all=true").await, "{table}");
        }
        let _ = there.put("", &dump).await.expect(204);
    })
    .await;
}
