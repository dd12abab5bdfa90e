//! What each statement looks at, measured on tables with many rows that it doesn't return.
//!
//! The server does a bit of everything, with cold caches, and every statement is kept. Then the tenant is filled past the server, and each statement runs again:
//! on SQLite the steps of its virtual machine are counted, on PostgreSQL the rows that its plan touched. A statement that walks a table, or a
//! tenant's part of it, takes thousands. Lists without pages, which are all of a server's, are asked for where one statement brings them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::service;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::users::{DIRECTORY, PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use http::Method;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait, TryGetable,
};
use serde_json::{Value, json};

use super::Sent;
use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::oauth::{api, machine_with, register};
use crate::it::things;

const ROWS: u64 = 2_000;
/// What a statement may cost before it returns anything, and for each row that it returns.
const ALLOWED: f64 = 300.0;
const ALLOWED_FOR_A_ROW: f64 = 60.0;
const ORDERS: &str = "https://orders.example";
const STOCK: &str = "https://stock.example";

/// Tables that grow with what people and machines do, and what two rows of one tenant can't have in common.
const GROWING: [(&str, &[&str]); 21] = [
    ("services", &["id", "indicator"]),
    ("scopes", &["id", "name"]),
    ("clients", &["id"]),
    ("client_scopes", &["client_id"]),
    ("roles", &["id", "name"]),
    ("role_scopes", &["role_id"]),
    ("client_roles", &["client_id"]),
    ("gateways", &["id", "client_id"]),
    ("policies", &["id"]),
    ("api_clients", &["id"]),
    ("sessions", &["id", "digest"]),
    ("session_clients", &["session_id"]),
    ("login_requests", &["id"]),
    ("authorization_grants", &["id", "code_digest"]),
    ("scope_grants", &["subject"]),
    ("revoked_tokens", &["digest"]),
    ("attempts", &["digest"]),
    ("audit_events", &["id"]),
    ("authorization_servers", &["id"]),
    ("consent_grants", &["subject"]),
    ("users", &["id", "username", "email_key", "primary_phone"]),
];

#[tokio::test]
async fn no_statement_walks_rows_that_it_does_not_return() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let sent = Sent::by(&server);
        do_a_bit_of_everything(&Tenant::with_users(&server).await).await;
        // Each text once, with the last values that it came with.
        let statements: BTreeMap<String, Statement> =
            sent.take().into_iter().map(|statement| (statement.sql.clone(), statement)).collect();
        assert!(statements.len() > 60, "only {} different statements were sent", statements.len());
        let mut options = ConnectOptions::new(server.database_url());
        let connection =
            sea_orm::Database::connect(options.max_connections(1).sqlx_logging(false).to_owned()).await.unwrap();
        fill(&connection, database).await;
        let mut walking = Vec::new();
        for statement in statements.into_values() {
            // The number of a list's rows is part of its answer, and to know it is to count them. What is inserted is there already.
            if statement.sql.contains("COUNT(*)") || statement.sql.starts_with("INSERT") {
                continue;
            }
            let (looked_at, returned) = match database {
                Database::Sqlite => steps(&connection, &statement).await,
                Database::Postgres => touched(&connection, &statement).await,
            };
            if looked_at > ALLOWED + ALLOWED_FOR_A_ROW * returned {
                walking.push(format!("{looked_at} steps for {returned} rows: {}", statement.sql));
            }
        }
        connection.close().await.unwrap();
        assert!(walking.is_empty(), "{}", walking.join("\n"));
    }
}

/// A machine with a role, asked for from all sides.
async fn use_a_role(tenant: &Tenant, orders: &str) {
    let call = async |call: authplane_tests::Call| call.send().await.expect(200).json();
    let robot = call(tenant.post("/api/applications").json(json!({"name": "Robot", "type": "MachineToMachine"}))).await;
    let scopes = call(tenant.get(&format!("/api/resources/{orders}/scopes"))).await;
    let body = json!({"name": "Robots", "description": "x", "type": "MachineToMachine", "scopeIds": [scopes[0]["id"]]});
    let role = call(tenant.post("/api/roles").json(body)).await;
    let (robot_id, role_id) = (robot["id"].as_str().unwrap(), role["id"].as_str().unwrap());
    let having = format!("/api/applications/{robot_id}/roles");
    let _ = tenant.post(&having).json(json!({"roleIds": [role_id]})).send().await.expect(201);
    let form = [("grant_type", "client_credentials"), ("scope", "orders:read"), ("resource", ORDERS)];
    let asked = tenant.server.call(Method::POST, &format!("/{}/{DEFAULT}/oauth2/token", tenant.id));
    let _ = asked.basic(robot_id, robot["secret"].as_str().unwrap()).form(&form).send().await.expect(200);
    for path in [
        "/api/roles",
        &format!("/api/roles/{role_id}"),
        &format!("/api/roles/{role_id}/scopes"),
        &format!("/api/roles/{role_id}/applications"),
        &having,
    ] {
        let _ = tenant.get(path).send().await.expect(200);
    }
}

/// Every path that tokens take, and a get, a list and a creation of each kind that grows.
async fn do_a_bit_of_everything(tenant: &Tenant) {
    let orders = api(tenant, ORDERS, None, &["orders:read"]).await;
    api(tenant, STOCK, None, &["stock:read"]).await;
    let app = register(tenant, DEFAULT, machine_with(&["orders:read", "stock:read"])).await;
    let at = |path: &str| format!("/{}/{DEFAULT}/{path}", tenant.id);
    let post = |path: &str, fields: &[(&str, &str)]| {
        tenant.server.call(Method::POST, &at(path)).basic(&app.id, &app.secret).form(fields)
    };
    let grant = ("grant_type", "client_credentials");
    let both = [grant, ("scope", "orders:read stock:read"), ("resource", ORDERS), ("resource", STOCK)];
    for form in [&[grant][..], &both] {
        let token =
            post("oauth2/token", form).send().await.expect(200).json()["access_token"].as_str().unwrap().to_owned();
        let _ = post("oauth2/introspect", &[("token", &token)]).send().await.expect(200);
        let _ = post("oauth2/revoke", &[("token", &token)]).send().await.expect(200);
    }
    let (id, service) = (tenant.id.clone(), orders.clone());
    let make_default = async move |store: authplane_domain::Store| {
        service::set_default(&Acting::new(&store, &id, Actor::system()), &service, true).await.unwrap();
        service::set_default(&Acting::new(&store, &id, Actor::system()), &service, false).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { make_default(store).await }).await;
    use_a_role(tenant, &orders).await;
    for path in [".well-known/jwks.json", ".well-known/openid-configuration"] {
        let _ = tenant.server.call(Method::GET, &at(path)).send().await.expect(200);
    }

    let scopes = ["openid", "profile", "email", "offline_access"];
    let site = RelyingParty::web(tenant, &scopes).await;
    let mut agent = UserAgent::new(tenant.server.url());
    let request = site.request().with("scope", &scopes.join(" "));
    let tokens = site.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
    let _ = site.userinfo(&tokens.access_token).await.expect(200);
    site.introspect(&tokens.access_token).await;
    site.introspect(tokens.refresh_token()).await;
    let _ = site.refresh(tokens.refresh_token()).await.expect(200);
    let request = site.request().with("scope", "openid");
    let _ = agent.get(&request.url()).await;
    // Two that go on: one is waited for at the login page, one with a wrong password.
    let mut other = UserAgent::new(tenant.server.url());
    let page = other.get(&site.request().url()).await.page();
    let _ = other.submit(page.form(), &[("username", USER), ("password", "wrong")]).await;

    let ((removed, of_removed), (_, kept)) = (consents::made(tenant).await, consents::made(tenant).await);
    for consent in [&of_removed, &kept] {
        let wish = json!({"consents": [{"consent_id": consent["id"], "granted": true}]});
        let _ = patch(tenant, "ada", wish).await.expect(201);
    }
    let _ = tenant.delete(&removed).send().await.expect(204);
    authplane::server::housekeeping::clear_removed_consents(tenant.server.context()).await;

    things::resource(tenant).await;
    things::scope(tenant, None, "more").await;
    things::client(tenant, &["orders:read"]).await;
    things::policy(tenant, &json!([])).await;
    let robot = things::api_client(tenant, "Robot").await;
    for _ in 0..2 {
        let gateway = things::gateway_of(tenant, DEFAULT, "kong").await;
        let path = format!("/api/admin/{{tid}}/gateways/{}", gateway["id"].as_str().unwrap());
        let service = json!({"name": "Guarded", "gateway_id": gateway["id"]});
        let service = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
        let service = format!("/api/admin/{{tid}}/services/{}", service["id"].as_str().unwrap());
        for path in [&path, &service] {
            let _ = tenant.get(path).send().await.expect(200);
            let _ = tenant.put(path).json(json!({"name": "Renamed"})).send().await.expect(200);
        }
        let _ = tenant.delete(&path).send().await.expect(204);
    }
    let server = things::authorization_server(tenant).await;
    things::gateway_of(tenant, &server, "standalone").await;
    let _ = tenant.delete(&format!("/api/admin/{{tid}}/servers/{server}")).send().await.expect(204);
    let gateway = things::gateway_of(tenant, DEFAULT, "standalone").await;
    let path = format!("/api/admin/{{tid}}/clients/{}", gateway["client_id"].as_str().unwrap());
    let _ = tenant.delete(&path).send().await.expect(400);
    for path in [
        format!("/api/admin/{{tid}}/servers/{DEFAULT}/gateways"),
        format!("/api/resources/{orders}"),
        "/api/resources?page=1&page_size=20".to_owned(),
        "/api/resources?page=1&page_size=20&includeScopes=true".to_owned(),
        format!("/api/resources/{orders}/scopes?page=1&page_size=20"),
        format!("/api/admin/{{tid}}/clients/{}", app.id),
        format!("/api/admin/{{tid}}/servers/{DEFAULT}"),
        format!("/api/admin/{{tid}}/servers/{DEFAULT}/services"),
        format!("/api/admin/{{tid}}/servers/{DEFAULT}/scopes"),
        "/api/admin/{tid}/audit-events?limit=1".to_owned(),
        format!("/api/admin/{{tid}}/audit-events?limit=1&actor={}", app.id),
        "/api/admin/{tid}/audit-events?limit=1&object_id=nothing".to_owned(),
        "/api/admin/{tid}/audit-events?limit=1&object_type=service&change=nothing".to_owned(),
        "/api/admin/{tid}/audit-events?limit=1&request_id=nothing".to_owned(),
        "/api/admin/{tid}/audit-events?limit=1&request_id=nothing&actor=system&object_type=nothing".to_owned(),
        "/api/admin/{tid}/audit-events?limit=1&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z".to_owned(),
        "/local-user-store/api/v1/api-clients".to_owned(),
        format!("/local-user-store/api/v1/api-clients/{robot}"),
    ] {
        let _ = tenant.get(&path).send().await.expect(200);
    }
    use_a_user(tenant).await;
}

/// A user of the tenant's own signs in by each of their names, and is seen and changed.
async fn use_a_user(tenant: &Tenant) {
    let site = RelyingParty::web(tenant, &["openid", "email", "offline_access"]).await;
    let body = json!({"username": "grace", "primaryEmail": "grace@people.example", "primaryPhone": "491700", "password": PASSWORD});
    let made = tenant.post("/api/users").json(body).send().await.expect(200).json();
    for name in ["grace", "grace@people.example", "491700"] {
        let mut agent = UserAgent::new(tenant.server.url()).choosing(DIRECTORY);
        let request = site.request().with("scope", "openid email offline_access");
        let tokens = site.sign_in(&mut agent, &request, (name, PASSWORD)).await;
        let _ = site.userinfo(&tokens.access_token).await.expect(200);
        let _ = site.refresh(tokens.refresh_token()).await.expect(200);
    }
    let path = format!("/api/users/{}", made["id"].as_str().unwrap());
    let _ = tenant.get(&path).send().await.expect(200);
    let changed = json!({"primaryEmail": "g@people.example", "primaryPhone": "491701", "username": "grace_2"});
    let _ = tenant.patch(&path).json(changed).send().await.expect(200);
    for is_suspended in [true, false] {
        let suspension = json!({"isSuspended": is_suspended});
        let _ = tenant.patch(&format!("{path}/is-suspended")).json(suspension).send().await.expect(200);
    }
    // Of the newest session and authorization there will be many.
    let request = site.request().with("scope", "openid email offline_access");
    let _ = site.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await;
}

/// Copies a row of each growing table, as often as it takes to see who walks it.
async fn fill(connection: &DatabaseConnection, database: Database) {
    let unchecked = match database {
        Database::Sqlite => "PRAGMA foreign_keys = off",
        Database::Postgres => "SET session_replication_role = replica",
    };
    connection.execute_unprepared(unchecked).await.unwrap();
    for (table, unique) in GROWING {
        let columns = match database {
            Database::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
            Database::Postgres => {
                format!("SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = '{table}'")
            }
        };
        let columns = Statement::from_string(connection.get_database_backend(), columns);
        let columns: Vec<String> = connection
            .query_all_raw(columns)
            .await
            .unwrap()
            .iter()
            .map(|row| String::try_get(row, "", "name").unwrap())
            .collect();
        let values: Vec<String> = columns
            .iter()
            .map(|name| {
                if unique.contains(&name.as_str()) {
                    "'copy-' || numbers.n".to_owned()
                } else {
                    format!("t.\"{name}\"")
                }
            })
            .collect();
        let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let order = columns.iter().find(|name| *name == "\"created_at\"").map_or("1", |_| "created_at DESC");
        let copy = format!(
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {ROWS}) \
             INSERT INTO {table} ({}) SELECT {} FROM numbers, (SELECT * FROM {table} ORDER BY {order} LIMIT 1) AS t",
            columns.join(", "),
            values.join(", ")
        );
        let copied = connection.execute_unprepared(&copy).await.unwrap().rows_affected();
        assert_eq!(copied, ROWS, "{table} has no row that could be copied");
    }
    if database == Database::Postgres {
        connection.execute_unprepared("ANALYZE").await.unwrap();
    }
}

/// Steps of SQLite's virtual machine, about as many as rows were looked at or more, and rows that came back.
async fn steps(connection: &DatabaseConnection, statement: &Statement) -> (f64, f64) {
    let count = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&count);
    {
        let mut raw = connection.get_sqlite_connection_pool().acquire().await.unwrap();
        raw.lock_handle().await.unwrap().set_progress_handler(1, move || {
            counted.fetch_add(1, Ordering::Relaxed);
            true
        });
    }
    let transaction = connection.begin().await.unwrap();
    count.store(0, Ordering::Relaxed);
    let rows =
        transaction.query_all_raw(statement.clone()).await.unwrap_or_else(|error| panic!("{error}: {}", statement.sql));
    let steps = count.load(Ordering::Relaxed);
    transaction.rollback().await.unwrap();
    (f64::from(steps), f64::from(u32::try_from(rows.len()).unwrap()))
}

/// Rows that PostgreSQL looked at, and rows that came back.
async fn touched(connection: &DatabaseConnection, statement: &Statement) -> (f64, f64) {
    let explain = Statement::from_string(DbBackend::Postgres, format!("EXPLAIN (ANALYZE, FORMAT JSON) {statement}"));
    let transaction = connection.begin().await.unwrap();
    let row = transaction.query_one_raw(explain).await.unwrap_or_else(|error| panic!("{error}: {}", statement.sql));
    let plan = Value::try_get(&row.unwrap(), "", "QUERY PLAN").unwrap();
    transaction.rollback().await.unwrap();
    let plan = &plan[0]["Plan"];
    (looked_at(plan), plan["Actual Rows"].as_f64().unwrap_or_default())
}

fn looked_at(plan: &Value) -> f64 {
    let number = |name: &str| plan[name].as_f64().unwrap_or_default();
    let loops = number("Actual Loops");
    let here =
        ["Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck", "Rows Removed by Join Filter"];
    let here: f64 = here.into_iter().map(|name| number(name) * loops).sum();
    here + plan["Plans"].as_array().into_iter().flatten().map(looked_at).sum::<f64>()
}
