//! `/api/admin/{tid}/clients`.

pub(in crate::it) mod secrets;

use std::collections::BTreeSet;

use authplane_client::types;
use authplane_tests::tenant::{Credentials, texts};
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{field_of, is_xid, refused};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things::{self, fresh};

const CLIENTS: &str = "/api/admin/{tid}/clients";
const LIST: &str = "/api/admin/{tid}/servers/default/clients";
const SECRET: &str = "a-secret-of-forty-characters-0123456789";

fn new() -> Value {
    json!({"authorization_server_id": "default"})
}

fn with(member: &str, value: Value) -> Value {
    let mut body = new();
    body[member] = value;
    body
}

async fn created(tenant: &Tenant, body: Value) -> Value {
    tenant.post(CLIENTS).json(body).send().await.expect(201).json()
}

fn path_of(client: &Value) -> String {
    format!("{CLIENTS}/{}", client["client_id"].as_str().unwrap())
}

/// Does the token endpoint take this client with this secret?
async fn authenticates(tenant: &Tenant, client: &Value, secret: &str) -> bool {
    let id = client["client_id"].as_str().unwrap().to_owned();
    let machine = Credentials { id, secret: secret.to_owned(), server: "default".to_owned() };
    let answer = tenant.ask_for_token(&machine, None, &[]).await;
    assert!(matches!(answer.status, 200 | 401), "{}", answer.text());
    answer.status == 200
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = types::AcpClientRequest::builder()
            .authorization_server_id("default".to_owned())
            .client_name("Robot".to_owned())
            .grant_types(vec!["client_credentials".to_owned()]);
        let created = client.create_client().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.client_name.as_str(), created.client_secret.expose().len()), ("Robot", 43));
        let got = client.get_client().tid(tid).cid(&created.client_id).send().await.unwrap().into_inner();
        assert_eq!(got.client_secret, created.client_secret);
        let body = types::AcpClientRequest::builder().client_name("Renamed".to_owned());
        let call = client.update_client().tid(tid).cid(&created.client_id).body(body);
        assert_eq!(call.send().await.unwrap().into_inner().client_name, "Renamed");
        let listed = client.list_clients().tid(tid).aid("default").send().await.unwrap().into_inner();
        assert!(listed.clients.iter().any(|listed| listed.client_id == created.client_id));
        client.delete_client().tid(tid).cid(&created.client_id).send().await.unwrap();
        let gone = client.get_client().tid(tid).cid(&created.client_id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_client_has_the_defaults() {
    on_both(async |tenant| {
        let client = created(&tenant, new()).await;
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        assert!(is_xid(id), "{id}");
        // 32 random bytes in base64url.
        assert!(secret.len() == 43 && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        for (member, value) in [
            ("tenant_id", json!(tenant.id)),
            ("authorization_server_id", json!("default")),
            ("grant_types", json!(["authorization_code"])),
            ("response_types", json!(["code"])),
            ("token_endpoint_auth_method", json!("client_secret_basic")),
            ("audience", json!([id])),
            ("scopes", json!([])),
            ("scope", json!("")),
            ("redirect_uris", json!([])),
            ("client_secret_expires_at", json!(0)),
            ("client_name", json!("")),
            ("developer_id", json!("")),
            ("system", json!(false)),
            ("trusted", json!(false)),
            ("public", json!(false)),
        ] {
            assert_eq!(client[member], value, "{member}");
        }
        let issued_at = client["client_id_issued_at"].as_i64().unwrap();
        assert!((1_600_000_000..10_000_000_000).contains(&issued_at), "seconds: {issued_at}");
        assert_eq!(tenant.get(&path_of(&client)).send().await.expect(200).json(), client);
        let other = created(&tenant, new()).await;
        assert_ne!(other["client_secret"], client["client_secret"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_set_is_shown() {
    on_both(async |tenant| {
        let (read, write) = (fresh("orders:read"), fresh("orders:write"));
        things::scope(&tenant, None, &read).await;
        things::scope(&tenant, None, &write).await;
        let given = json!({
            "client_id": fresh("my-client"), "client_secret": SECRET, "client_name": "Robot", "description": "Counts",
            "authorization_server_id": "default", "grant_types": ["client_credentials", "refresh_token", "implicit"],
            "response_types": ["token", "id_token"], "redirect_uris": ["https://example.com/callback"],
            "token_endpoint_auth_method": "client_secret_post", "audience": ["a", "b"], "scopes": [read, write],
            "client_uri": "https://example.com", "logo_uri": "https://example.com/logo", "trusted": true,
            "policy_uri": "https://example.com/policy", "tos_uri": "https://example.com/terms",
            "request_uris": ["https://example.com/request"], "sector_identifier_uri": "https://example.com/sector",
            "request_object_signing_alg": "RS256", "userinfo_signed_response_alg": "ES256",
            "token_endpoint_signing_alg": "ES256", "client_secret_expires_at": 4_000_000_000_i64,
            "tls_client_auth_subject_dn": "CN=a", "tls_client_auth_san_dns": "a.example",
            "tls_client_auth_san_email": "a@example.com", "tls_client_auth_san_ip": "192.0.2.1",
            "tls_client_auth_san_uri": "https://a.example", "tls_client_certificate_bound_access_tokens": false,
            "privacy": {"scopes": {"email": {"pii_categories": [{"name": "contact"}], "purpose": "Newsletter"}}},
            "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "kid": "1", "use": "sig", "alg": "ES256",
                "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]},
        });
        let client = created(&tenant, given.clone()).await;
        for (member, value) in given.as_object().unwrap() {
            assert_eq!(client[member], *value, "{member}");
        }
        assert_eq!(client["scope"], format!("{read} {write}"), "the mirror of scopes, separated by spaces");
        assert_eq!(tenant.get(&path_of(&client)).send().await.json(), client);
    })
    .await;
}

#[tokio::test]
async fn scopes_may_come_as_one_text() {
    on_both(async |tenant| {
        let names = [fresh("a"), fresh("b")];
        for name in &names {
            things::scope(&tenant, None, name).await;
        }
        let client = created(&tenant, with("scope", json!(names.join(" ")))).await;
        assert_eq!(client["scopes"], json!(names));
        let mut both = with("scope", json!(names.join(" ")));
        both["scopes"] = json!([names[0]]);
        assert_eq!(created(&tenant, both).await["scopes"], json!([names[0]]), "the list counts where both are given");
    })
    .await;
}

#[tokio::test]
async fn a_client_may_have_scopes_of_its_own_server_only() {
    on_both(async |tenant| {
        let body = json!({"name": "elsewhere", "authorization_server_id": "developer"});
        let _ = tenant.post("/api/admin/{tid}/scopes").json(body).send().await.expect(201);
        for name in ["elsewhere", "nobody:knows", "services:write"] {
            let answer = refused(&tenant, tenant.post(CLIENTS).json(with("scopes", json!([name]))), 422).await;
            assert_eq!(field_of(&answer), "scopes");
            assert!(answer.text().contains(name), "names the scope: {}", answer.text());
        }
        let mut there = with("scopes", json!(["elsewhere"]));
        there["authorization_server_id"] = json!("developer");
        assert_eq!(created(&tenant, there).await["scopes"], json!(["elsewhere"]));
    })
    .await;
}

#[tokio::test]
async fn id_and_secret_may_be_brought_along() {
    on_both(async |tenant| {
        let id = fresh("my-client");
        let mut body = with("client_id", json!(id));
        body["client_secret"] = json!(SECRET);
        body["grant_types"] = json!(["client_credentials"]);
        let client = created(&tenant, body.clone()).await;
        assert_eq!((&client["client_id"], &client["client_secret"]), (&json!(id), &json!(SECRET)));
        assert!(authenticates(&tenant, &client, SECRET).await);
        let answer = refused(&tenant, tenant.post(CLIENTS).json(&body), 409).await;
        assert_eq!(field_of(&answer), "id");
        body["client_id"] = json!(fresh("my-client"));
        body["client_secret"] = json!("31-characters-are-one-too-few-.");
        let answer = refused(&tenant, tenant.post(CLIENTS).json(&body), 422).await;
        assert_eq!(field_of(&answer), "client_secret");
        let stranger = Tenant::new(&tenant.server).await;
        let _ = created(&stranger, with("client_id", json!(id))).await;
    })
    .await;
}

#[tokio::test]
async fn a_public_client_has_no_secret_and_one_that_stops_being_public_gets_one() {
    on_both(async |tenant| {
        for body in [with("public", json!(true)), with("token_endpoint_auth_method", json!("none"))] {
            let client = created(&tenant, body).await;
            let shown = (&client["client_secret"], &client["token_endpoint_auth_method"]);
            assert_eq!(shown, (&json!(""), &json!("none")));
            let confidential = tenant.put(&path_of(&client)).json(new()).send().await.expect(200).json();
            assert_eq!(confidential["client_secret"].as_str().unwrap().len(), 43);
            let body = with("token_endpoint_auth_method", json!("none"));
            let public = tenant.put(&path_of(&client)).json(body).send().await.expect(200).json();
            assert_eq!(public["client_secret"], "");
        }
        // A secret that is sent along is none either: that of a client which was read and made public.
        let mut secret = with("client_secret", json!(SECRET));
        let client = created(&tenant, secret.clone()).await;
        assert_eq!(client["client_secret"], SECRET);
        secret["token_endpoint_auth_method"] = json!("none");
        let public = tenant.put(&path_of(&client)).json(secret.clone()).send().await.expect(200).json();
        assert_eq!(public["client_secret"], "");
        assert_eq!(tenant.get(&path_of(&client)).send().await.expect(200).json()["client_secret"], "");
        assert_eq!(created(&tenant, secret).await["client_secret"], "");
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422() {
    on_both(async |tenant| {
        let kept = created(&tenant, new()).await;
        let key = json!({"kty": "EC"});
        for (member, value, field) in [
            ("grant_types", json!(["magic"]), "grant_types"),
            ("response_types", json!(["code id_token"]), "response_types"),
            ("redirect_uris", json!(["not an uri"]), "redirect_uris"),
            ("redirect_uris", json!(["/relative"]), "redirect_uris"),
            ("redirect_uris", json!(["https://example.com/#fragment"]), "redirect_uris"),
            ("client_secret_expires_at", json!(-1), "client_secret_expires_at"),
            ("jwks_uri", json!("relative"), "jwks_uri"),
            ("jwks", json!({"keys": [{"kid": "no kty"}]}), "jwks"),
            ("jwks", json!({"keys": vec![&key; 17]}), "jwks"),
            ("client_secret", json!("short"), "client_secret"),
            ("scopes", json!(["nobody:knows"]), "scopes"),
            // What would be promised and not kept.
            ("tls_client_certificate_bound_access_tokens", json!(true), "tls_client_certificate_bound_access_tokens"),
            ("token_endpoint_auth_method", json!("tls_client_auth"), "token_endpoint_auth_method"),
            ("token_endpoint_auth_method", json!("self_signed_tls_client_auth"), "token_endpoint_auth_method"),
            ("userinfo_signed_response_alg", json!("RS256"), "userinfo_signed_response_alg"),
        ] {
            let body = with(member, value);
            for call in [tenant.post(CLIENTS), tenant.put(&path_of(&kept))] {
                let answer = refused(&tenant, call.json(&body), 422).await;
                assert_eq!(field_of(&answer), field, "{body}");
            }
        }
        for algorithm in ["", "none", "ES256"] {
            let _ = created(&tenant, with("userinfo_signed_response_alg", json!(algorithm))).await;
        }
        let _ = created(&tenant, with("jwks", json!({"keys": vec![&key; 16]}))).await;
        let mut both = with("jwks", json!({"keys": [key]}));
        both["jwks_uri"] = json!("https://example.com/jwks");
        assert_eq!(field_of(&refused(&tenant, tenant.post(CLIENTS).json(both), 422).await), "jwks");
        for body in [json!({}), json!({"authorization_server_id": ""}), json!({"authorization_server_id": null})] {
            let answer = refused(&tenant, tenant.post(CLIENTS).json(body), 422).await;
            assert_eq!(field_of(&answer), "authorization_server_id");
        }
        let call = tenant.post(CLIENTS).json(json!({"authorization_server_id": "unknown"}));
        assert_eq!(refused(&tenant, call, 404).await.json()["details"]["id"], "unknown");
    })
    .await;
}

#[tokio::test]
async fn wrong_types_are_422_at_creation_and_400_at_a_change_as_declared() {
    on_both(async |tenant| {
        let kept = created(&tenant, new()).await;
        for (member, value) in [
            // One of each part of the body at least.
            ("client_name", json!(1)),
            ("client_uri", json!(1)),
            ("tls_client_auth_san_ip", json!(1)),
            ("grant_types", json!("client_credentials")),
            ("grant_types", json!([1])),
            ("token_endpoint_auth_method", json!("magic")),
            ("trusted", json!("yes")),
            ("client_secret_expires_at", json!("0")),
            ("client_secret_expires_at", json!(1.5)),
            ("scopes", json!({})),
            ("jwks", json!([])),
            ("privacy", json!({"scopes": {"a": 1}})),
        ] {
            let body = with(member, value);
            let answer = refused(&tenant, tenant.post(CLIENTS).json(&body), 422).await;
            assert!(field_of(&answer).starts_with(member), "{body}: {}", answer.text());
            let answer = refused(&tenant, tenant.put(&path_of(&kept)).json(&body), 400).await;
            assert!(field_of(&answer).starts_with(member), "{body}: {}", answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_put_replaces_everything_but_ids_and_keeps_the_secret_that_it_does_not_name() {
    on_both(async |tenant| {
        let mut body = with("grant_types", json!(["client_credentials"]));
        body["client_name"] = json!("Robot");
        body["trusted"] = json!(true);
        let client = created(&tenant, body).await;
        let secret = client["client_secret"].as_str().unwrap();
        let replacement = json!({"client_name": "Renamed", "authorization_server_id": "developer", "client_id": "other",
            "grant_types": ["client_credentials"]});
        let replaced = tenant.put(&path_of(&client)).json(replacement).send().await.expect(200).json();
        let mut expected = client.clone();
        expected["client_name"] = json!("Renamed");
        expected["trusted"] = json!(false);
        assert_eq!(replaced, expected);
        assert!(authenticates(&tenant, &client, secret).await);
        let mut with_secret = replaced.clone();
        with_secret["client_secret"] = json!(SECRET);
        let replaced = tenant.put(&path_of(&client)).json(with_secret).send().await.expect(200).json();
        assert_eq!(replaced["client_secret"], SECRET);
        assert!(authenticates(&tenant, &client, SECRET).await);
        assert!(!authenticates(&tenant, &client, secret).await, "at once");
        let emptied = tenant.put(&path_of(&client)).json(json!({})).send().await.expect(200).json();
        assert_eq!(emptied["grant_types"], json!(["authorization_code"]), "what is left out returns to its default");
    })
    .await;
}

#[tokio::test]
async fn a_deleted_client_gets_no_tokens_at_once() {
    on_both(async |tenant| {
        let client = things::client(&tenant, &[]).await;
        let secret = client["client_secret"].as_str().unwrap();
        assert!(authenticates(&tenant, &client, secret).await);
        assert_eq!(tenant.delete(&path_of(&client)).send().await.expect(204).text(), "");
        assert!(!authenticates(&tenant, &client, secret).await);
        let _ = tenant.delete(&path_of(&client)).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn lists_are_in_the_order_of_creation_and_show_no_secret() {
    on_both(async |tenant| {
        let mut ids = Vec::new();
        let mut secrets = Vec::new();
        for _ in 0..3 {
            let client = things::client(&tenant, &[]).await;
            ids.push(client["client_id"].as_str().unwrap().to_owned());
            secrets.push(client["client_secret"].as_str().unwrap().to_owned());
        }
        let answer = tenant.get(LIST).send().await.expect(200);
        assert!(texts(&answer.json()["clients"], "client_id").ends_with(&ids));
        assert!(secrets.iter().all(|secret| !answer.text().contains(secret.as_str())));
        assert!(!answer.text().contains("client_hashed_secret"));
        let elsewhere = tenant.get("/api/admin/{tid}/servers/developer/clients").send().await.expect(200).json();
        assert!(ids.iter().all(|id| !elsewhere.to_string().contains(id.as_str())));
    })
    .await;
}

/// As few as may be read at once, and too large for one answer that is made as a whole.
#[tokio::test]
async fn a_list_of_large_ones_is_whole() {
    on_both(async |tenant| {
        let uris: Vec<_> = (0..24).map(|index| format!("https://example.com/{index:0>2000}")).collect();
        let new = with("redirect_uris", json!(uris));
        for _ in 0..10 {
            let made = (0..25).map(|_| tenant.post(CLIENTS).json(&new).send());
            for answer in futures::future::join_all(made).await {
                let _ = answer.expect(201);
            }
        }
        let client = tenant.client().await;
        let listed = client.list_clients().tid(&tenant.id).aid("default").send().await.unwrap().into_inner();
        let large: Vec<_> = listed.clients.iter().filter(|client| client.redirect_uris == uris).collect();
        let ids: BTreeSet<_> = large.iter().map(|client| client.client_id.as_str()).collect();
        assert_eq!((large.len(), ids.len()), (250, 250));
    })
    .await;
}

#[tokio::test]
async fn the_built_in_client_stays_as_it_is() {
    on_both(async |tenant| {
        let path = format!("{CLIENTS}/privx-external-{}", tenant.id);
        let before = tenant.get(&path).send().await.expect(200).json();
        assert_eq!(before["system"], true);
        let answer = tenant.put(&path).json(json!({"client_name": "Mine"})).send().await.expect(400).json();
        assert_eq!(answer["status_code"], 400);
        let _ = tenant.delete(&path).send().await.expect(400);
        assert_eq!(tenant.get(&path).send().await.json(), before);
    })
    .await;
}

#[tokio::test]
async fn audit_events_never_hold_the_secret() {
    on_both(async |tenant| {
        let mut body = new();
        body["client_secret"] = json!(SECRET);
        let client = created(&tenant, body).await;
        let _ = tenant.put(&path_of(&client)).json(json!({"client_secret": SECRET})).send().await.expect(200);
        let id = tenant.id.clone();
        let events = tenant.server.with_store(|store| async move {
            authplane_domain::installation::audit::list(&store, &id, 100).await.unwrap()
        });
        let events = format!("{:?}", events.await);
        assert!(events.contains(client["client_id"].as_str().unwrap()) && !events.contains(SECRET));
    })
    .await;
}

const SEE: &[&str] = &["clients:read", "clients:write"];
const CHANGE: &[&str] = &["clients:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    path_of(&things::client(tenant, &[]).await)
}

/// Creation with an id that is taken.
async fn again(tenant: &Tenant) -> Call {
    let id = things::client(tenant, &[]).await["client_id"].clone();
    tenant.post(CLIENTS).json(json!({"client_id": id, "authorization_server_id": "default"}))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_clients", scopes: SEE, good: |tenant| ready(tenant.get(LIST)), provoke: &[] },
    Row {
        id: "create_client",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(CLIENTS).json(new())),
        provoke: &[
            (404, |_, good| ready(good.json(json!({"authorization_server_id": UNKNOWN})))),
            (409, |tenant, _| Box::pin(again(tenant))),
        ],
    },
    Row {
        id: "get_client",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_client",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"client_name": "Renamed"})) }),
        provoke: &[(422, |_, good| ready(good.json(json!({"scopes": ["nobody:knows"]}))))],
    },
    Row {
        id: "delete_client",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[(400, |tenant, _| ready(tenant.delete(&format!("{CLIENTS}/privx-external-{}", tenant.id))))],
    },
];
