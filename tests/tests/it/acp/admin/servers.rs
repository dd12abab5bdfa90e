//! `/api/admin/{tid}/servers`.

pub(in crate::it) mod dashboards;
pub(in crate::it) mod sessions;

use authplane_client::types;
use authplane_domain::installation::audit::Actor;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{field_of, is_xid};
use crate::it::nets::{Row, ready};
use crate::it::things::{self, fresh};

const SERVERS: &str = "/api/admin/{tid}/servers";

fn one(id: &str) -> String {
    format!("{SERVERS}/{id}")
}

fn authentications(id: &str) -> String {
    format!("{SERVERS}/{id}/authentications")
}

async fn get(tenant: &Tenant, id: &str) -> Value {
    tenant.get(&one(id)).send().await.expect(200).json()
}

fn staff(users: &Value) -> Value {
    json!({"id": "staff", "name": "Staff", "method": "static", "static": {"users": users}})
}

fn partner(issuer: &str, secret: Option<&str>) -> Value {
    let oidc = json!({"issuer_url": issuer, "client_id": "authplane", "client_secret": secret, "scopes": ["openid"]});
    json!({"id": "partner", "name": "Partner", "method": "oidc", "oidc": oidc})
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = types::AcpServerRequest::builder().name("Customers".to_owned());
        let created = client.create_authorization_server().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.access_token_ttl.as_str()), ("Customers", "1h0m0s"));
        let got = client.get_authorization_server().tid(tid).aid(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, &got.issuer_url), (&created.id, &created.issuer_url));
        let body = types::AcpServerRequest::builder().name("Renamed".to_owned()).access_token_ttl("90m".to_owned());
        let call = client.update_authorization_server().tid(tid).aid(&created.id).body(body);
        let changed = call.send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.access_token_ttl.as_str()), ("Renamed", "1h30m0s"));
        let listed = client.list_authorization_servers().tid(tid).send().await.unwrap().into_inner();
        assert!(listed.servers.iter().any(|listed| listed.id == created.id && listed.secret.is_none()));
        client.delete_authorization_server().tid(tid).aid(&created.id).send().await.unwrap();
        let gone = client.get_authorization_server().tid(tid).aid(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_server_has_the_defaults_of_the_facts_and_works_at_once() {
    on_both(async |tenant| {
        let body = json!({"name": "Customers", "tenant_id": "other", "system": true, "unknown": [1], "issuer_url": ""});
        let mut created = tenant.post(SERVERS).json(body).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap().to_owned();
        assert!(is_xid(&id), "{id}");
        let issuer = created["issuer_url"].as_str().unwrap().to_owned();
        assert!(issuer.ends_with(&format!("/{}/{id}", tenant.id)), "{issuer}");
        assert_eq!(created["secret"].as_str().unwrap().len(), 43);
        let keys = created["jwks"].take();
        created["secret"].take();
        let expected = json!({"id": id, "name": "Customers", "tenant_id": tenant.id, "system": false, "key_type": "rsa",
            "jwks": null, "issuer_url": issuer, "logo_uri": "", "access_token_ttl": "1h0m0s",
            "authorization_code_ttl": "10m0s", "id_token_ttl": "1h0m0s", "refresh_token_ttl": "720h0m0s",
            "cookie_max_age": "1h0m0s",
            "grant_types": ["authorization_code", "implicit", "client_credentials", "refresh_token"],
            "enforce_pkce": false, "enable_dynamic_client_registration": false,
            "dynamic_client_registration": {"enabled": false}, "profiles": [],
            "developer_policy_id": "", "user_policy_id": "", "authentications": {"methods": []},
            "secret": null, "rotated_secrets": []});
        assert_eq!(created, expected);
        let key = &keys["keys"][0];
        for member in ["use", "kty", "kid", "alg", "n", "e"] {
            assert!(key[member].is_string(), "{member} of {key}");
        }
        assert!(key["d"].is_null() && key["p"].is_null(), "private parts stay where they are");
        let published = tenant.get(&format!("/{{tid}}/{id}/.well-known/jwks.json")).anonymous().send().await;
        assert_eq!(published.expect(200).json()["keys"], keys["keys"]);
        let machine = tenant.add_client(&id, &["introspect_tokens"]).await;
        let _ = tenant.ask_for_token(&machine, Some("introspect_tokens"), &[]).await.expect(200);
        let claims = tenant.get(&format!("{}/claims", one(&id))).send().await.expect(200).json();
        assert_eq!(claims["claims"].as_array().unwrap().len(), 24);
        // What every server has opens nothing of this API.
        let token = tenant.token_of(&id, &[], &[]).await;
        let _ = tenant.get(&one(&id)).bearer(&token).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn cve_2026_107623_what_was_read_can_be_written_back_and_changes_nothing() {
    on_both(async |tenant| {
        let secret = "a-secret-that-has-32-characters-!";
        let methods = json!({"methods": [
            staff(&json!([{"username": "ada", "password": "correct horse", "authentication_context": {"name": "Ada", "n": {"a": [1, null]}}}])),
            partner("https://login.example", Some("upstream-secret")),
            {"id": "ad", "name": "Directory", "method": "azure", "disabled": true,
             "azure": {"tenant": "123-312-123", "client_id": "c", "get_user": true, "group_name_format": "name"},
             "mappings": [{"source": "id_token.email", "target": "email"}], "attributes": [{"name": "email"}]},
            {"id": "pool", "name": "Pool", "method": "cognito",
             "cognito": {"region": "us-east-1", "pool_id": "us-east-1_Q8WSOH11B", "client_id": "c", "get_user_info": true}},
            {"id": "own", "name": "Own", "method": "custom", "custom": {"login_url": "http://127.0.0.1:9/login"}},
        ]});
        let new = json!({"id": fresh("server"), "name": "Customers", "key_type": "ecdsa", "secret": secret,
            "rotated_secrets": [secret], "access_token_ttl": "15m", "cookie_max_age": "30s", "enforce_pkce": true,
            "grant_types": ["authorization_code", "urn:ietf:params:oauth:grant-type:device_code"],
            "profiles": ["oauth21"], "user_policy_id": "nist-aal-1", "developer_policy_id": "block",
            "logo_uri": "https://example.com/logo.png", "enable_dynamic_client_registration": true,
            "authentications": methods});
        let created = tenant.post(SERVERS).json(&new).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap();
        assert_eq!(created["secret"], secret);
        assert_eq!(created["access_token_ttl"], "15m0s");
        let shown = get(&tenant, id).await;
        assert_eq!(shown, created);
        let shown_methods = &shown["authentications"]["methods"];
        assert_eq!(shown_methods[0]["static"]["users"][0].get("password"), None, "{shown_methods}");
        assert_eq!(shown_methods[1]["oidc"]["client_secret"], "upstream-secret");
        assert_eq!(shown_methods[2]["azure"]["group_name_format"], "name");
        let mut written = tenant.put(&one(id)).json(&shown).send().await.expect(200).json();
        assert_eq!(written, shown);
        // One whose keys follow each other quickly shows more than a client may have.
        let mut many = shown.clone();
        many["jwks"]["keys"] = json!(vec![&shown["jwks"]["keys"][0]; 17]);
        assert_eq!(tenant.put(&one(id)).json(&many).send().await.expect(200).json(), shown);
        written = tenant.put(&authentications(id)).json(&shown["authentications"]).send().await.expect(200).json();
        assert_eq!(written, shown["authentications"]);
        // Neither lists nor narrowed callers see secrets; what those write back keeps them.
        let listed = tenant.get(SERVERS).send().await.expect(200).text();
        let narrow = tenant.narrow_token(&["servers:write"]).await;
        let seen = tenant.get(&one(id)).bearer(&narrow).send().await.expect(200);
        for secret in [secret, "upstream-secret", "argon2", "correct horse"] {
            assert!(!listed.contains(secret) && !seen.text().contains(secret), "{secret}");
        }
        let _ = tenant.put(&one(id)).json(seen.json()).bearer(&narrow).send().await.expect(200);
        assert_eq!(get(&tenant, id).await, shown);
        // A body without methods leaves them; the password still is what it was.
        let _ = tenant.put(&one(id)).json(json!({"name": "Renamed"})).send().await.expect(200);
        assert_eq!(get(&tenant, id).await["authentications"], shown["authentications"]);
    })
    .await;
}

/// ACP 1.1 has a flag, 1.6 an object: who reads, changes and puts back in either way, or sends both, gets what they changed and nothing else.
#[tokio::test]
async fn registration_is_what_the_word_says_that_is_there_or_was_changed() {
    on_both(async |tenant| {
        let id = tenant.post(SERVERS).json(json!({"name": "Open"})).send().await.expect(201).json()["id"].clone();
        let id = id.as_str().unwrap();
        let later = |enabled: Value| json!({"enabled": enabled});
        for (flag, object, enabled) in [
            (None, Some(later(json!(true))), true),
            // As it was read, and one of the two changed.
            (Some(json!(true)), Some(later(json!(false))), false),
            (Some(json!(true)), Some(later(json!(false))), true),
            (Some(json!(false)), Some(later(json!(true))), false),
            (Some(json!(true)), None, true),
            (Some(json!(true)), Some(Value::Null), true),
            (Some(Value::Null), Some(later(json!(true))), true),
            // An object that says nothing says no, as Go's flag does.
            (None, Some(later(Value::Null)), false),
            (Some(json!(true)), Some(later(json!(true))), true),
            (None, None, false),
        ] {
            let mut body = json!({"name": "Open"});
            let named = [("enable_dynamic_client_registration", &flag), ("dynamic_client_registration", &object)];
            for (name, value) in named {
                if let Some(value) = value {
                    body[name] = value.clone();
                }
            }
            let shown = tenant.put(&one(id)).json(&body).send().await.expect(200).json();
            assert_eq!(shown["enable_dynamic_client_registration"], enabled, "{body}");
            assert_eq!(shown["dynamic_client_registration"], json!({"enabled": enabled}), "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_wrong_types_400() {
    on_both(async |tenant| {
        let path = one(&things::authorization_server(&tenant).await);
        let before = tenant.get(&path).send().await.expect(200).json();
        for (body, status, field) in [
            (json!({}), 422, "name"),
            (json!({"name": ""}), 422, "name"),
            (json!({"name": "a", "access_token_ttl": "0s"}), 422, "access_token_ttl"),
            (json!({"name": "a", "access_token_ttl": "1"}), 422, "access_token_ttl"),
            (json!({"name": "a", "access_token_ttl": "-1h"}), 422, "access_token_ttl"),
            (json!({"name": "a", "access_token_ttl": "1.5s"}), 422, "access_token_ttl"),
            (json!({"name": "a", "access_token_ttl": "1h 2m"}), 422, "access_token_ttl"),
            (json!({"name": "a", "id_token_ttl": "9999999999999999999999999999999999999h"}), 422, "id_token_ttl"),
            (json!({"name": "a", "authorization_code_ttl": "11m"}), 422, "authorization_code_ttl"),
            (json!({"name": "a", "access_token_ttl": 3600}), 400, "access_token_ttl"),
            (json!({"name": "a", "profiles": ["fapi_rw"]}), 422, "profiles"),
            (json!({"name": "a", "grant_types": ["magic"]}), 422, "grant_types"),
            (json!({"name": "a", "grant_types": "implicit"}), 400, "grant_types"),
            (json!({"name": "a", "key_type": "dsa"}), 400, "key_type"),
            (json!({"name": "a", "secret": "short"}), 422, "secret"),
            (json!({"name": "a", "issuer_url": "https://evil.example"}), 422, "issuer_url"),
            (json!({"name": "a", "jwks": {"keys": [{"kty": "EC", "d": "x"}]}}), 422, "jwks"),
            (json!({"name": "a", "user_policy_id": "nobody"}), 422, "user_policy_id"),
            (json!({"name": "a", "authentications": {"methods": [{}]}}), 422, "methods[0].method"),
            (
                json!({"name": "a", "authentications": {"methods": [{"method": "magic"}]}}),
                400,
                "authentications.methods[0].method",
            ),
            (json!({"name": "a", "enforce_pkce": "yes"}), 400, "enforce_pkce"),
        ] {
            for call in [tenant.post(SERVERS), tenant.put(&path)] {
                let answer = call.json(&body).send().await.expect(status);
                assert_eq!(field_of(&answer), field, "{body}");
            }
        }
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), before);
        let _ = tenant.post(SERVERS).json(json!({"id": "default", "name": "a"})).send().await.expect(409);
        for id in ["default", "admin", "developer", "system"] {
            assert_eq!(tenant.delete(&one(id)).send().await.expect(400).json()["status_code"], 400);
        }
        for call in [tenant.get(&one("x")), tenant.put(&one("x")).json(json!({"name": "a"})), tenant.delete(&one("x"))]
        {
            assert_eq!(call.send().await.expect(404).json()["details"]["id"], "x");
        }
        let _ = tenant.put(&authentications("x")).json(json!({"methods": []})).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_method_has_the_settings_of_its_kind_and_no_others() {
    on_both(async |tenant| {
        let path = authentications(&things::authorization_server(&tenant).await);
        let custom = json!({"login_url": "https://login.example"});
        let with = |more: Value| {
            let mut method = json!({"id": "a", "name": "A", "method": "custom", "custom": custom});
            method.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            json!({"methods": [method]})
        };
        let _ = tenant.put(&path).json(with(json!({}))).send().await.expect(200);
        for (more, field) in [
            (json!({"method": null}), "methods[0].method"),
            (json!({"method": "oidc"}), "methods[0].oidc"),
            (json!({"oidc": {}}), "methods[0].oidc"),
            (json!({"static": {}}), "methods[0].static"),
            (json!({"custom": null}), "methods[0].custom"),
            (json!({"id": ""}), "methods[0].id"),
            (json!({"name": ""}), "methods[0].name"),
            (json!({"mappings": [{"source": "a"}]}), "methods[0].mappings[0].target"),
            (json!({"attributes": [{}]}), "methods[0].attributes[0].name"),
            (json!({"method": "azure", "custom": null, "azure": {"tenant": "a/b"}}), "methods[0].azure.tenant"),
            (json!({"method": "azure", "custom": null, "azure": {"tenant": "a"}}), "methods[0].azure.client_id"),
            (
                json!({"method": "cognito", "custom": null, "cognito": {"region": "evil.example/", "pool_id": "a"}}),
                "methods[0].cognito.region",
            ),
        ] {
            let answer = tenant.put(&path).json(with(more.clone())).send().await.expect(422);
            assert_eq!(field_of(&answer), field, "{more}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_may_do_only_a_part_takes_over_no_server_that_opens_more() {
    on_both(async |tenant| {
        let narrow = tenant.narrow_token(&["servers:write"]).await;
        let own_user = json!({"methods": [staff(&json!([{"username": "mallory", "password": "p"}]))]});
        for id in ["admin", "developer", "system", "default"] {
            let before = get(&tenant, id).await;
            let replaced = tenant.put(&one(id)).json(json!({"name": "Mine"})).bearer(&narrow);
            let signed_in = tenant.put(&authentications(id)).json(&own_user).bearer(&narrow);
            for call in [replaced, signed_in] {
                assert_eq!(call.send().await.expect(403).json()["details"]["scopes"], json!(["all"]), "{id}");
            }
            assert_eq!(get(&tenant, id).await, before);
        }
        let regular = things::authorization_server(&tenant).await;
        let _ = tenant.put(&authentications(&regular)).json(&own_user).bearer(&narrow).send().await.expect(200);
        // CVE-2026-15943 over the API: the secret that a narrowed caller can't see isn't sent where it says.
        let methods = json!({"methods": [partner("https://login.example", Some("upstream-secret"))]});
        let _ = tenant.put(&authentications(&regular)).json(methods).send().await.expect(200);
        let moved = json!({"methods": [partner("https://evil.example", None)]});
        let answer = tenant.put(&authentications(&regular)).json(moved).bearer(&narrow).send().await.expect(422);
        assert_eq!(field_of(&answer), "methods[0].oidc.client_secret");
    })
    .await;
}

/// Registration tokens and pairwise subjects are made from a server's secrets: who may not see them may not choose them.
#[tokio::test]
async fn secrets_of_a_server_are_chosen_by_those_who_may_see_them() {
    on_both(async |tenant| {
        let narrow = tenant.narrow_token(&["servers:write"]).await;
        let chosen = "a-secret-that-somebody-chose-0123456789abcdef";
        let with = |member: &str, value: Value| {
            let mut server = json!({"name": "Shop"});
            server[member] = value;
            server
        };
        let id = things::authorization_server(&tenant).await;
        let before = get(&tenant, &id).await;
        for body in [with("secret", json!(chosen)), with("rotated_secrets", json!([chosen]))] {
            let _ = tenant.post(SERVERS).json(&body).bearer(&narrow).send().await.expect(403);
            let _ = tenant.put(&one(&id)).json(&body).bearer(&narrow).send().await.expect(403);
            let _ = tenant.post(SERVERS).json(&body).send().await.expect(201);
        }
        let after = get(&tenant, &id).await;
        assert_eq!(after, before);
        // What was hidden comes back as it was shown, and stays.
        let _ = tenant.put(&one(&id)).json(with("rotated_secrets", json!([chosen]))).send().await.expect(200);
        let _ = tenant.put(&one(&id)).json(with("rotated_secrets", json!([]))).bearer(&narrow).send().await.expect(200);
        assert_eq!(get(&tenant, &id).await["rotated_secrets"], json!([chosen]));
    })
    .await;
}

#[tokio::test]
async fn assertion_32_a_client_that_chooses_the_name_of_a_user_is_refused() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let users = json!({"methods": [staff(&json!([{"username": "ada", "password": "p"}]))]});
        let _ = tenant.put(&authentications(&server)).json(users).send().await.expect(200);
        let new = json!({"client_id": "ada", "authorization_server_id": "default"});
        assert_eq!(field_of(&tenant.post("/api/admin/{tid}/clients").json(new).send().await.expect(409)), "id");
        let client = things::client(&tenant, &[]).await["client_id"].clone();
        let users = json!({"methods": [staff(&json!([{"username": client, "password": "p"}]))]});
        let answer = tenant.put(&authentications(&server)).json(users).send().await.expect(422);
        assert_eq!(field_of(&answer), "methods[0].static.users[0].username");
    })
    .await;
}

#[tokio::test]
async fn every_change_leaves_an_event_without_secrets() {
    on_both(async |tenant| {
        let new = json!({"name": "Customers", "key_type": "ecdsa"});
        let created = tenant.post(SERVERS).json(new).send().await.expect(201).json();
        let server = created["id"].as_str().unwrap().to_owned();
        let methods = json!({"methods": [
            staff(&json!([{"username": "ada", "password": "correct horse"}])),
            partner("https://login.example", Some("upstream-secret")),
        ]});
        let _ = tenant.put(&authentications(&server)).json(methods).send().await.expect(200);
        let _ = tenant.put(&one(&server)).json(json!({"name": "Renamed"})).send().await.expect(200);
        let _ = tenant.delete(&one(&server)).send().await.expect(204);
        let id = tenant.id.clone();
        let list = async move |store| authplane_domain::installation::audit::list(&store, &id, 1000).await;
        let events = tenant.server.with_store(move |store| async move { list(store).await }).await.unwrap();
        let events: Vec<_> = events.into_iter().filter(|event| event.object_id == server).collect();
        let actions: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
        assert_eq!(
            actions,
            [
                "authorization_server.remove",
                "authorization_server.change",
                "authorization_server.change",
                "authorization_server.create"
            ]
        );
        let text = serde_json::to_string(&events).unwrap();
        for secret in ["correct horse", "upstream-secret", "argon2"] {
            assert!(!text.contains(secret), "{secret}");
        }
        assert!(events.iter().all(|event| event.actor != Actor::system().subject));
    })
    .await;
}

#[test]
fn lengths_of_time_are_read_and_written_as_go_does() {
    use authplane::api::acp::admin::servers::duration::{format, parse};
    for (text, seconds, normal) in [
        ("0", 0, "0s"),
        ("1s", 1, "1s"),
        ("90m", 5400, "1h30m0s"),
        ("1.5h", 5400, "1h30m0s"),
        (".5m", 30, "30s"),
        ("1h10m30s", 4230, "1h10m30s"),
        ("720h0m0s", 2_592_000, "720h0m0s"),
        ("+1m", 60, "1m0s"),
        ("1000ms", 1, "1s"),
        ("1000000us", 1, "1s"),
        ("1000000\u{b5}s", 1, "1s"),
        ("1000000000ns", 1, "1s"),
        ("1s1s", 2, "2s"),
        ("1.0s", 1, "1s"),
        ("1.s", 1, "1s"),
    ] {
        assert_eq!(parse("ttl", text), Ok(seconds), "{text}");
        assert_eq!(format(seconds), normal);
        assert_eq!(parse("ttl", normal), Ok(seconds));
    }
    for text in [
        "",
        "1",
        "s",
        ".",
        ".s",
        "1d",
        "1h ",
        " 1h",
        "1,5h",
        "1e3s",
        "1..5s",
        "1.5.5s",
        "-1s",
        "--1s",
        "1ms",
        "1s1ms",
        "1sh",
        "١s",
        "340282366920938463463374607431768211456s",
        "340282366920938463463374607431768211455h",
    ] {
        assert!(parse("ttl", text).is_err(), "{text}");
    }
}

const SEE: &[&str] = &["servers:read", "servers:write"];
const CHANGE: &[&str] = &["servers:write"];

/// The path of a new one.
async fn new(tenant: &Tenant) -> String {
    one(&things::authorization_server(tenant).await)
}

/// One way to sign in.
fn own_page() -> Value {
    let custom = json!({"login_url": "https://login.example"});
    json!({"methods": [{"id": "own", "name": "Own page", "method": "custom", "custom": custom}]})
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_authorization_servers", scopes: SEE, good: |tenant| ready(tenant.get(SERVERS)), provoke: &[] },
    Row {
        id: "create_authorization_server",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(SERVERS).json(json!({"name": "Customers", "key_type": "ecdsa"}))),
        provoke: &[(409, |_, good| ready(good.json(json!({"id": "default", "name": "Customers"}))))],
    },
    Row {
        id: "get_authorization_server",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&new(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_authorization_server",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&new(tenant).await).json(json!({"name": "Renamed"})) }),
        provoke: &[],
    },
    Row {
        id: "delete_authorization_server",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&new(tenant).await) }),
        provoke: &[(400, |tenant, _| ready(tenant.delete(&one("default"))))],
    },
    Row {
        id: "update_authentications",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let server = things::authorization_server(tenant).await;
                tenant.put(&authentications(&server)).json(own_page())
            })
        },
        provoke: &[(422, |_, good| ready(good.json(json!({"methods": [{}]}))))],
    },
];
