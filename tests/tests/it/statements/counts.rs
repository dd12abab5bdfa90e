//! Statements for each request, counted where the store sends them.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::{Answer, Call, Credentials, Database, Settings, Tenant, TestServer};
use http::{HeaderName, Method};
use serde_json::{Map, Value, json};

use super::Sent;
use crate::it::oauth::{api, machine_with, register};
use crate::it::things;

const ORDERS: &str = "https://orders.example";
const STOCK: &str = "https://stock.example";
/// Requests in a row that must ask nothing: what the server does in the background may come between two of them, not between all.
const QUIET: usize = 5;

/// Sends the same again until it asks nothing any more: on PostgreSQL, a replica's own changes come back to it as notifications first.
async fn is_free_once_warm(
    sent: &Sent,
    what: &str,
    request: impl Fn() -> Call,
    status: u16,
    allowed: &[&str],
) -> Answer {
    let mut quiet = 0;
    for _ in 0..400 {
        sent.take();
        let answer = request().send().await.expect(status);
        let asked: Vec<String> = sent.take().into_iter().map(|statement| statement.sql).collect();
        let is_allowed = |sql: &String| allowed.iter().any(|part| sql.contains(part));
        assert!(quiet == 0 || asked.len() < 20, "{what}: {asked:?}");
        quiet = if asked.iter().all(is_allowed) && asked.len() <= allowed.len() { quiet + 1 } else { 0 };
        if quiet == QUIET {
            return answer;
        }
        if quiet == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }
    panic!("{what}: the database is asked however often it was before, the last time {:?}", sent.take());
}

#[tokio::test]
async fn token_introspection_key_set_and_discovery_ask_nothing_once_warm() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let sent = Sent::by(&server);
        let tenant = Tenant::new(&server).await;
        api(&tenant, ORDERS, None, &["orders:read"]).await;
        api(&tenant, STOCK, None, &["stock:read"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read", "stock:read"])).await;

        let at = |path: &str| format!("/{}/{DEFAULT}/{path}", tenant.id);
        let post = |who: &Credentials, path: &str, fields: &[(&str, &str)]| {
            server.call(Method::POST, &at(path)).basic(&who.id, &who.secret).form(fields)
        };
        let grant = ("grant_type", "client_credentials");
        let scope = ("scope", "orders:read");
        let forms: [(&str, &[(&str, &str)]); 5] = [
            ("without a scope", &[grant]),
            ("with a scope", &[grant, scope]),
            ("for a resource", &[grant, ("resource", ORDERS)]),
            ("with a scope for a resource", &[grant, scope, ("resource", ORDERS)]),
            (
                "with scopes for two resources",
                &[grant, ("scope", "orders:read stock:read"), ("resource", ORDERS), ("resource", STOCK)],
            ),
        ];
        for (what, form) in forms {
            let answer = is_free_once_warm(&sent, what, || post(&app, "oauth2/token", form), 200, &[]).await;
            let token = answer.json()["access_token"].as_str().unwrap().to_owned();
            // A revocation counts at once on every replica: PostgreSQL is asked for it by its primary key, SQLite's are in memory.
            let allowed: &[&str] = if database == Database::Postgres { &["FROM \"revoked_tokens\""] } else { &[] };
            let query = || post(&app, "oauth2/introspect", &[("token", &token)]);
            let said = is_free_once_warm(&sent, "introspection", query, 200, allowed).await;
            assert_eq!(said.json()["active"], true);
        }
        for path in [".well-known/jwks.json", ".well-known/openid-configuration"] {
            let _ = is_free_once_warm(&sent, path, || server.call(Method::GET, &at(path)), 200, &[]).await;
        }
        // What isn't there is no reason to ask again either.
        // Without a secret, since only so many wrong ones are looked at.
        let unknown = || server.call(Method::POST, &at("oauth2/token")).form(&[grant, ("client_id", "nobody")]);
        let _ = is_free_once_warm(&sent, "an unknown client", unknown, 401, &[]).await;
        let unknown = || post(&app, "oauth2/token", &[grant, ("resource", "https://nothing.example")]);
        let _ = is_free_once_warm(&sent, "an unknown resource", unknown, 400, &[]).await;
        let unknown = || server.call(Method::GET, &format!("/{}/nothing/.well-known/jwks.json", tenant.id));
        let _ = is_free_once_warm(&sent, "an unknown server", unknown, 404, &[]).await;
    }
}

/// Whoever stands before a service asks for each request to it.
#[tokio::test]
async fn decisions_ask_nothing_once_warm() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let sent = Sent::by(&server);
        let tenant = Tenant::new(&server).await;
        let gateway = things::gateway_of(&tenant, DEFAULT, "standalone").await;
        let (client, secret) = (&gateway["client"]["client_id"], &gateway["client"]["client_secret"]);
        let service = json!({"name": "Orders", "authorization_server_id": DEFAULT, "gateway_id": gateway["id"]});
        let service = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
        let fields = json!([{"field": "client_id", "comparator": "exists", "value": true}]);
        let policy = things::policy(&tenant, &json!([{"name": "identity-context", "conf": {"fields": fields}}])).await;
        let api = json!({
            "service_id": service["id"], "method": "GET", "path": "/orders/{id}", "can_have_policy": true, "policy_id": policy
        });
        let _ = tenant.post("/api/admin/{tid}/apis").json(api).send().await.expect(201);
        let token = tenant.token_of(DEFAULT, &[], &[]).await;
        let asking = |target: &str, token: &str| {
            let call = tenant.get("/{tid}/access/forward-auth");
            let call = call.basic(client.as_str().unwrap(), secret.as_str().unwrap());
            call.header(HeaderName::from_static("x-forwarded-method"), "GET")
                .header(HeaderName::from_static("x-forwarded-uri"), target)
                .header(HeaderName::from_static("x-forwarded-authorization"), &format!("Bearer {token}"))
        };
        // As for introspection.
        let allowed: &[&str] = if database == Database::Postgres { &["FROM \"revoked_tokens\""] } else { &[] };
        let _ = is_free_once_warm(&sent, "one that passes", || asking("/orders/17", &token), 200, allowed).await;
        let _ = is_free_once_warm(&sent, "one that doesn't", || asking("/nothing", &token), 403, &[]).await;
    }
}

/// What is made of thousands of rows is kept like anything else, and so is what gateways pull.
#[tokio::test]
async fn a_gateway_with_many_apis_asks_nothing_once_warm() {
    let server = TestServer::start(Settings::default()).await;
    let sent = Sent::by(&server);
    let tenant = Tenant::new(&server).await;
    let gateway = things::gateway_of(&tenant, DEFAULT, "standalone").await;
    let [id, secret] = ["client_id", "client_secret"].map(|member| gateway["client"][member].as_str().unwrap());
    let service = json!({"name": "Orders", "authorization_server_id": DEFAULT, "gateway_id": gateway["id"]});
    let service = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
    let paths: Map<String, Value> =
        (0..3000).map(|number| (format!("/orders/{number}"), json!({"get": {"responses": {}}}))).collect();
    let document = json!({"openapi": "3.0.0", "info": {"title": "Orders", "version": "1"}, "paths": paths});
    let import = format!("/api/admin/{{tid}}/services/{}/apis/import/text", service["id"].as_str().unwrap());
    let _ = tenant.post(&import).body("text/plain", document.to_string()).send().await.expect(200);
    let token = tenant.token_of(DEFAULT, &[], &[]).await;
    let form = [("grant_type", "client_credentials"), ("scope", "read_gateway_configuration")];
    let own = tenant.post("/{tid}/system/oauth2/token").basic(id, secret).form(&form).send().await.expect(200).json();
    let own = own["access_token"].as_str().unwrap();
    let asking = || {
        let call = tenant.get("/{tid}/access/forward-auth").basic(id, secret);
        call.header(HeaderName::from_static("x-forwarded-method"), "GET")
            .header(HeaderName::from_static("x-forwarded-uri"), "/orders/17")
            .header(HeaderName::from_static("x-forwarded-authorization"), &format!("Bearer {token}"))
    };
    let _ = is_free_once_warm(&sent, "a decision", asking, 200, &[]).await;
    let introspecting =
        || tenant.post("/api/system/{tid}/gateways/introspect").bearer(own).form(&[("token", token.as_str())]);
    let _ = is_free_once_warm(&sent, "an introspection", introspecting, 200, &[]).await;
    let pulling = || tenant.get("/api/system/{tid}/gateways/configuration").bearer(own);
    let _ = is_free_once_warm(&sent, "a pull", pulling, 200, &[]).await;
}

#[tokio::test]
async fn a_client_is_made_by_statements_that_need_no_answer() {
    let server = TestServer::start(Settings::default()).await;
    let sent = Sent::by(&server);
    let tenant = Tenant::new(&server).await;
    api(&tenant, ORDERS, None, &["orders:read"]).await;
    sent.take();
    register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
    let asked: Vec<String> = sent.take().into_iter().map(|statement| statement.sql).collect();
    let of = |start: &str| asked.iter().filter(|sql| sql.starts_with(start)).count();
    // The scope that it may have is looked up; client, secret, link and audit event are written.
    assert_eq!((of("SELECT"), of("INSERT"), of("UPDATE")), (1, 4, 0), "{asked:#?}");
}

/// Whoever sends a request may name any number of scopes. The text of a statement stays prepared on its connection, so there must be few.
#[tokio::test]
async fn made_up_names_of_scopes_make_no_new_statements() {
    let server = TestServer::start(Settings::default()).await;
    let sent = Sent::by(&server);
    let tenant = Tenant::new(&server).await;
    api(&tenant, ORDERS, None, &["orders:read"]).await;
    api(&tenant, STOCK, None, &["stock:read"]).await;
    let app = register(&tenant, DEFAULT, machine_with(&["orders:read", "stock:read"])).await;
    let narrow = tenant.narrow_token(&["clients:write"]).await;
    let longest = |sent: &Sent| {
        let texts = sent.take().into_iter().map(|statement| statement.sql.matches('?').count());
        texts.max().unwrap_or_default()
    };
    for number in [65, 300, 3000] {
        let names = (0..number).map(|index| format!("made-up-{number}-{index}")).collect::<Vec<_>>();
        let token = format!("/{}/{DEFAULT}/oauth2/token", tenant.id);
        let joined = names.join(" ");
        let fields =
            [("grant_type", "client_credentials"), ("scope", &joined), ("resource", ORDERS), ("resource", STOCK)];
        sent.take();
        let asked = server.call(Method::POST, &token).basic(&app.id, &app.secret).form(&fields).send().await;
        assert_eq!(asked.expect(400).json()["error"], "invalid_scope");
        assert!(longest(&sent) <= 70, "a token with {number} scopes");
        let new = json!({"authorization_server_id": DEFAULT, "client_name": "made up", "scopes": names});
        let create = || tenant.post("/api/admin/{tid}/clients").json(new.clone());
        for call in [create(), create().bearer(&narrow)] {
            let _ = call.send().await.expect(422);
            assert!(longest(&sent) <= 70, "a client with {number} scopes");
        }
    }
}

/// What is made beside a client changes nothing of it: who makes much is not looked up for each.
#[tokio::test]
async fn who_creates_is_not_looked_up_again_for_each_creation() {
    let server = TestServer::start(Settings::default()).await;
    let sent = Sent::by(&server);
    let tenant = Tenant::new(&server).await;
    let resource = |index: u32| {
        let body = json!({"name": "Made", "indicator": format!("https://made-{index}.example")});
        tenant.post("/api/resources").json(body)
    };
    let client = || tenant.post("/api/admin/{tid}/clients").json(json!({"authorization_server_id": DEFAULT}));
    for index in 0..3 {
        for call in [resource(index), client()] {
            sent.take();
            let _ = call.send().await.expect(201);
            let asked: Vec<String> = sent.take().into_iter().map(|statement| statement.sql).collect();
            assert!(index == 0 || asked.iter().all(|sql| sql.starts_with("INSERT")), "{asked:#?}");
        }
    }
}
