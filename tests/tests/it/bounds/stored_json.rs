//! JSON that comes from outside and is kept: bounded at the door, and whatever is kept already ends, is listed and hides nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use authplane::edge::json::DEEPEST;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Store};
use authplane_tests::database::{Earlier, Folder};
use authplane_tests::document::Operation;
use authplane_tests::relying_party::{AuthorizationRequest, application};
use authplane_tests::schema::resolve;
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Answer, Database, Document, RelyingParty, Tenant, UserAgent, on_both};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

use crate::it::circles::sources;
use crate::it::domain::MASTER_KEY;
use crate::it::nets::operations;
use crate::it::security::{ADA, agent, response, with_users_on_both};
use crate::it::things::fresh;

/// Files that read JSON by themselves: what is theirs or this server wrote, what it signed, and what is never kept.
const READERS: [&str; 10] = [
    "authorizer/control_plane",
    "authorizer/in_force",
    "credentials",
    "edge/document/errors",
    "edge/extract",
    "edge/idempotency",
    "edge/json",
    "main",
    "tokens/jws",
    "tokens/verify",
];

/// Lists within each other, so many that the innermost is this deep.
fn nested(depth: usize) -> Value {
    (1..depth).fold(json!([]), |inner, _| json!([inner]))
}

/// The members of a body that hold any JSON: names, and `[]` for a member of a list.
fn free_form(operation: &Operation<'_>) -> Vec<Vec<String>> {
    let root = Document::canonical().root();
    let mut found = BTreeSet::new();
    if let Some((schema, _)) = operation.request() {
        look_for_free_form(root, schema, &[], &mut found);
    }
    found.into_iter().collect()
}

fn look_for_free_form(root: &Value, schema: &Value, at: &[String], found: &mut BTreeSet<Vec<String>>) {
    // No schema of the document is its own part further down than that.
    assert!(at.len() < 16, "{at:?}");
    let schema = resolve(root, schema);
    let with = |name: &str| [at, &[name.to_owned()]].concat();
    let says = |keyword: &str| schema.get(keyword).is_some();
    for keyword in ["allOf", "anyOf", "oneOf"] {
        for part in schema[keyword].as_array().into_iter().flatten() {
            look_for_free_form(root, part, at, found);
        }
    }
    for (name, part) in schema["properties"].as_object().into_iter().flatten() {
        look_for_free_form(root, part, &with(name), found);
    }
    if says("items") {
        look_for_free_form(root, &schema["items"], &with("[]"), found);
    }
    let combined = ["allOf", "anyOf", "oneOf"].into_iter().any(says);
    match schema.get("additionalProperties") {
        Some(Value::Bool(true)) => drop(found.insert(with("any"))),
        Some(part @ Value::Object(_)) => look_for_free_form(root, part, &with("any"), found),
        None if schema["type"] == "object" && !says("properties") && !combined => drop(found.insert(with("any"))),
        _ if !says("type") && !combined && !says("properties") => drop(found.insert(at.to_vec())),
        _ => {}
    }
}

/// `body` with `value` at a place in it.
fn with(mut body: Value, place: &[String], value: Value) -> Value {
    let mut at = &mut body;
    for name in place {
        at = if name == "[]" {
            if at.as_array().is_none_or(Vec::is_empty) {
                *at = json!([{}]);
            }
            &mut at[0]
        } else {
            if !at.is_object() {
                *at = json!({});
            }
            &mut at[name.as_str()]
        };
    }
    *at = value;
    body
}

fn is_refused_as_deep(answer: &Answer) -> bool {
    assert!(answer.status < 500, "{}", answer.text());
    (400..500).contains(&answer.status) && answer.text().contains("must not nest deeper")
}

#[tokio::test]
async fn what_nests_too_deep_or_holds_a_nul_is_refused_by_every_operation_wherever_it_stands() {
    on_both(async |tenant| {
        let mut free = 0;
        for (operation, row) in operations() {
            if operation.request_type() != Some("application/json") {
                continue;
            }
            let good = (row.good)(&tenant).await;
            let unknown = vec!["unknown_member".to_owned()];
            let places = free_form(&operation);
            free += places.len();
            for place in places.into_iter().chain([unknown]) {
                let send = |value: Value| good.clone().json(with(good.json_body(), &place, value)).send();
                let at = format!("{} {place:?}", operation.id);
                let room = DEEPEST - place.len();
                for depth in [room + 1, 100] {
                    assert!(is_refused_as_deep(&send(nested(depth)).await), "{at} {depth}");
                }
                let nul = send(json!({"text": "a\0b"})).await;
                assert!((400..500).contains(&nul.status) && nul.text().contains("NUL"), "{at}: {}", nul.text());
            }
            // Deeper than any parser goes.
            let bottomless = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
            let body = format!("{{\"unknown_member\":{bottomless}}}");
            let limit = good.clone().body("application/json", body).send().await;
            assert!(limit.status == 413 || is_refused_as_deep(&limit), "{}: {}", operation.id, limit.text());
        }
        assert!(free >= 10, "{free}: members that hold any JSON are no longer found");
    })
    .await;
}

#[tokio::test]
async fn what_nests_as_deep_as_may_be_is_kept_and_shown_again_everywhere() {
    on_both(async |tenant| {
        let name = fresh("Deep");
        // Five levels are the body's: {jwks: {keys: [{x: …}]}}.
        let key = json!({"kty": "OKP", "crv": "Ed25519", "x": "AA", "deep": nested(DEEPEST - 4)});
        let body = json!({
            "client_name": name, "authorization_server_id": DEFAULT, "jwks": {"keys": [key]},
            "token_endpoint_auth_method": "private_key_jwt", "grant_types": ["client_credentials"],
        });
        let made = tenant.post("/api/admin/{tid}/clients").json(body).send().await.expect(201).json();
        let client = tenant.client().await;
        let listed = client.list_clients().tid(&tenant.id).aid(DEFAULT).send().await.unwrap();
        let listed = serde_json::to_value(listed.into_inner()).unwrap();
        let found =
            listed["clients"].as_array().unwrap().iter().find(|client| client["client_id"] == made["client_id"]);
        assert_eq!(found.unwrap()["jwks"]["keys"][0], key);
        assert!(!tenant.audit_events().await.is_empty());
    })
    .await;
}

/// An application that shows its users what they gave.
async fn portal(tenant: &Tenant) -> RelyingParty {
    let details = application(&["openid", "list_clients_with_access", "revoke_client_access"]);
    RelyingParty::register(tenant, ClientDetails { trusted: true, ..details }).await
}

async fn portal_token(portal: &RelyingParty, agent: &mut UserAgent) -> String {
    let request = portal.request().with("scope", "openid list_clients_with_access revoke_client_access");
    portal.sign_in(agent, &request, ADA).await.access_token
}

/// `claims` whose innermost list is so deep.
fn deep_claims(depth: usize) -> String {
    json!({"id_token": {"address": {"value": nested(depth - 3)}}}).to_string()
}

#[tokio::test]
async fn claims_are_as_deep_as_can_be_taken_back() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let mut agent = agent(&tenant);
        let request = app.request().with("scope", "openid offline_access");
        for claims in
            [deep_claims(DEEPEST + 1), deep_claims(124), r#"{"id_token":{"a":{"value":"\u0000"}}}"#.to_owned()]
        {
            for request in [request.clone().with("claims", &claims), with_object(&request, &claims)] {
                let refused = response(agent.get(&request.url()).await);
                assert!(refused.error(&app, &request).0.starts_with("invalid_request"), "{claims}");
            }
        }
        let deepest = request.clone().with("claims", &deep_claims(DEEPEST));
        let tokens = app.sign_in(&mut agent, &deepest, ADA).await;
        let portal = portal(&tenant).await;
        let user = portal_token(&portal, &mut agent).await;
        let clients = format!("/{{tid}}/default/clients/{}", app.client.id);
        let _ = tenant.delete(&clients).bearer(&user).send().await.expect(204);
        let _ = app.refresh(tokens.refresh_token()).await.expect(400);
    })
    .await;
}

#[tokio::test]
async fn a_nul_in_a_request_object_is_refused_with_its_parameter() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        for name in ["state", "nonce", "login_hint", "acr_values", "ui_locales", "scope", "resource", "claims"] {
            let value = match name {
                "claims" => json!({"id_token": {"a\0": null}}),
                "resource" => json!(["https://orders.example/\0"]),
                _ => json!("openid a\0b"),
            };
            let request = app.request().with("scope", "openid");
            let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
            let object = format!("{}.{}.", part(r#"{"alg":"none"}"#), part(&json!({ name: value }).to_string()));
            let outcome = agent(&tenant).get(&request.with("request", &object).url()).await;
            match outcome {
                Outcome::Page(page) => assert_eq!(page.status, 400, "{name}: {page}"),
                Outcome::Left(left) => assert!(left.to.as_str().contains("error=invalid_"), "{name}: {}", left.to),
            }
        }
    })
    .await;
}

/// The same request with its claims in an unsigned request object.
fn with_object(request: &AuthorizationRequest, claims: &str) -> AuthorizationRequest {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let object = format!("{}.{}.", part(r#"{"alg":"none"}"#), part(&format!("{{\"claims\":{claims}}}")));
    request.clone().with("request", &object)
}

/// Runs one statement past the server, as an earlier release may have done.
async fn tamper(tenant: &Tenant, statement: &str) {
    let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
    assert_eq!(connection.execute_unprepared(statement).await.unwrap().rows_affected(), 1, "{statement}");
    connection.close().await.unwrap();
}

#[tokio::test]
async fn what_is_kept_and_can_t_be_read_ends_all_the_same_and_hides_nothing() {
    with_users_on_both(async |tenant| {
        let mut agent = agent(&tenant);
        let portal = portal(&tenant).await;
        let user = portal_token(&portal, &mut agent).await;
        let apps = [
            RelyingParty::web(&tenant, &["openid", "offline_access"]).await,
            RelyingParty::web(&tenant, &["openid", "offline_access"]).await,
        ];
        let mut tokens = Vec::new();
        for app in &apps {
            let request = app.request().with("scope", "openid offline_access");
            tokens.push(app.sign_in(&mut agent, &request, ADA).await);
            // Levels that the parser doesn't go down to.
            let data = format!("{{\"claims\":{}}}", nested(200));
            let statement = format!(
                "UPDATE authorization_grants SET data = '{data}' WHERE tenant_id = '{}' AND client_id = '{}'",
                tenant.id, app.client.id
            );
            tamper(&tenant, &statement).await;
        }
        let jwks = format!(
            "UPDATE clients SET jwks = '{{\"keys\":7}}' WHERE tenant_id = '{}' AND id = '{}'",
            tenant.id, apps[0].client.id
        );
        tamper(&tenant, &jwks).await;

        let given = tenant.get("/{tid}/default/clients").bearer(&user).send().await.expect(200).json();
        let given = given.to_string();
        assert!(given.contains(&apps[1].client.id) && !given.contains(&apps[0].client.id), "{given}");
        let listed = tenant.get("/api/admin/{tid}/servers/default/clients").send().await.expect(200).text();
        assert!(listed.contains(&apps[1].client.id) && !listed.contains(&apps[0].client.id));

        // The user takes back what the one has; the other gives its token back by itself.
        let clients = format!("/{{tid}}/default/clients/{}", apps[0].client.id);
        let _ = tenant.delete(&clients).bearer(&user).send().await.expect(204);
        let revoked = apps[1].call("oauth2/revoke", &[("token", tokens[1].refresh_token())]).send().await;
        assert_eq!(revoked.status, 200, "{}", revoked.text());
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        let alive = format!(
            "SELECT id FROM authorization_grants WHERE tenant_id = '{}' AND revoked_at IS NULL AND client_id <> '{}'",
            tenant.id, portal.client.id
        );
        let alive = Statement::from_string(connection.get_database_backend(), alive);
        let alive = connection.query_all_raw(alive).await.unwrap();
        connection.close().await.unwrap();
        assert!(alive.is_empty());
    })
    .await;
}

#[tokio::test]
async fn keys_of_an_earlier_release_that_nest_too_deep_are_taken_away_and_others_stay() {
    for database in Database::tested() {
        let folder = Folder::new();
        let url = database.create(folder.path()).await;
        Earlier::Af4a9f4.fill(database, &url).await;
        let connection = sea_orm::Database::connect(&url).await.unwrap();
        let backend = connection.get_database_backend();
        let ask = async |question: &str| {
            let statement = Statement::from_string(backend, question);
            let rows = connection.query_all_raw(statement).await.unwrap();
            rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>()
        };
        let ids = ask("SELECT id FROM clients WHERE tenant_id = 'default' ORDER BY id").await;
        // As deep as a column is, without what stands around it elsewhere.
        for (id, depth) in [(&ids[0], 100), (&ids[1], 20)] {
            let jwks = json!({"keys": [{"kty": "OKP", "deep": nested(depth)}]});
            let set = format!("UPDATE clients SET jwks = '{jwks}' WHERE tenant_id = 'default' AND id = '{id}'");
            assert_eq!(connection.execute_unprepared(&set).await.unwrap().rows_affected(), 1);
        }
        let key = MasterKeys::from_base64_list(MASTER_KEY).unwrap();
        let store = Store::connect(&url, Environment::system(), key).await.unwrap();
        store.migrate().await.unwrap();
        store.close().await.unwrap();
        let with_keys = ask("SELECT id FROM clients WHERE jwks IS NOT NULL AND CAST(jwks AS TEXT) LIKE '%deep%'").await;
        assert_eq!(with_keys, [ids[1].clone()]);
        connection.close().await.unwrap();
    }
}

#[test]
fn json_from_outside_is_read_in_one_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
    let mut sources: Vec<(String, String)> =
        sources(&folder).into_iter().map(|(name, source)| (name.join("/"), source)).collect();
    sources.push(("main".to_owned(), fs::read_to_string(folder.join("main.rs")).unwrap()));
    let reads = |source: &str| {
        ["serde_json::from_slice", "serde_json::from_str", "serde_json::from_reader", "serde_json::Deserializer"]
            .iter()
            .any(|call| source.contains(call))
    };
    let found: BTreeSet<&str> =
        sources.iter().filter(|(_, source)| reads(source)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(found, BTreeSet::from(READERS), "what strangers send is read by `edge::json::read`");
}
