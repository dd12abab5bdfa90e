//! `docs/one-domain.md`: an application is a client of ACP's, member by member.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientDetails, ClientMetadata, SubjectType};
use authplane_tests::{Document, Tenant, on_both};
use serde_json::{Value, json};

use super::{APPLICATIONS, application, now, path_of};
use crate::it::acp::system::configuration::Installer;

/// A row of the first table of the page.
#[derive(Debug)]
struct Row {
    logto: Option<String>,
    acp: Option<String>,
    changes: String,
}

fn rows() -> Vec<Row> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/one-domain.md")).unwrap();
    let table = page.split("| Logto | ACP |").nth(1).unwrap().split("\n\n").next().unwrap();
    let rows = table.lines().skip(2).map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let member = |cell: &str| (cell != "-").then(|| cell.trim_matches('`').to_owned());
        Row { logto: member(cells[1]), acp: member(cells[2]), changes: cells[3].to_owned() }
    });
    rows.collect()
}

/// The members of a schema of the document; of those whose members are named, these.
fn members(name: &str) -> BTreeSet<String> {
    let schemas = &Document::canonical().root()["components"]["schemas"];
    let properties = |name: &str| schemas[name]["properties"].as_object().unwrap().clone();
    let mut members = BTreeSet::new();
    for (member, schema) in properties(name) {
        let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str()).map(str::to_owned);
        let inner = reference.and_then(|reference| reference.rsplit('/').next().map(str::to_owned));
        match inner.filter(|inner| inner.starts_with("Logto") && schemas[inner]["properties"].is_object()) {
            Some(inner) => members.extend(properties(&inner).keys().map(|inner| format!("{member}.{inner}"))),
            None => drop(members.insert(member)),
        }
    }
    members
}

#[test]
fn every_member_of_both_dialects_has_a_row() {
    let rows = rows();
    let named = |pick: fn(&Row) -> Option<&String>| rows.iter().filter_map(pick).cloned().collect::<BTreeSet<_>>();
    assert_eq!(named(|row| row.logto.as_ref()), members("LogtoApplicationWithAdmin"));
    assert_eq!(named(|row| row.acp.as_ref()), members("AcpClient"));
    for row in &rows {
        assert!(
            ["both", "Logto", "ACP", "never", "by their own operations"].contains(&row.changes.as_str()),
            "{row:?}"
        );
        assert!(row.changes != "both" || (row.logto.is_some() && row.acp.is_some()), "{row:?}");
    }
}

/// What a member that one dialect or both change becomes in Logto's dialect, and in ACP's.
fn samples() -> BTreeMap<&'static str, (Value, Value)> {
    let same = |value: Value| (value.clone(), value);
    [
        ("name", same(json!("Another name"))),
        ("description", same(json!("Another description"))),
        ("oidcClientMetadata.redirectUris", same(json!(["https://other.example/callback"]))),
        ("oidcClientMetadata.logoUri", same(json!("https://other.example/logo.png"))),
        ("oidcClientMetadata.postLogoutRedirectUris", same(json!(["https://other.example/"]))),
        ("oidcClientMetadata.backchannelLogoutUri", same(json!("https://other.example/logout"))),
        ("oidcClientMetadata.backchannelLogoutSessionRequired", same(json!(true))),
        ("customClientMetadata.corsAllowedOrigins", same(json!(["https://other.example"]))),
        ("customClientMetadata.idTokenTtl", same(json!(61))),
        ("customClientMetadata.refreshTokenTtl", same(json!(62))),
        ("customClientMetadata.refreshTokenTtlInDays", same(json!(63))),
        ("customClientMetadata.tenantId", same(json!("theirs"))),
        ("customClientMetadata.alwaysIssueRefreshToken", same(json!(true))),
        ("customClientMetadata.rotateRefreshToken", same(json!(false))),
        ("customData", same(json!({"other": [1, {"deep": null}]}))),
        ("isAdmin", (json!(true), json!(["all"]))),
    ]
    .into()
}

fn pointer(member: &str) -> String {
    format!("/{}", member.replace('.', "/"))
}

/// A body in which one member has this value.
fn body(member: &str, value: &Value) -> Value {
    match member.split_once('.') {
        Some((outer, inner)) => json!({outer: {inner: value}}),
        None => json!({member: value}),
    }
}

async fn client(tenant: &Tenant, application: &Value) -> Value {
    let path = format!("/api/admin/{{tid}}/clients/{}", application["id"].as_str().unwrap());
    tenant.get(&path).send().await.expect(200).json()
}

async fn replace(tenant: &Tenant, client: &Value) -> Value {
    let path = format!("/api/admin/{{tid}}/clients/{}", client["client_id"].as_str().unwrap());
    tenant.put(&path).json(client).send().await.expect(200).json()
}

#[tokio::test]
async fn what_one_dialect_changes_the_other_sees_and_what_it_does_not_know_it_keeps() {
    on_both(async |tenant| {
        let samples = samples();
        for Row { logto, acp, changes } in rows() {
            let Some(member) = logto.filter(|_| changes == "both" || changes == "Logto") else { continue };
            let (in_logto, in_acp) = samples.get(member.as_str()).unwrap_or_else(|| panic!("no sample of {member}"));
            // By Logto's dialect.
            let made = application(&tenant, json!({"name": "Shop", "type": "MachineToMachine"})).await;
            let before = client(&tenant, &made).await;
            let changed = tenant.patch(&path_of(&made)).json(body(&member, in_logto)).send().await.expect(200).json();
            let seen = now(&tenant, &made).await;
            assert_eq!(seen.pointer(&pointer(&member)), Some(in_logto), "{member}");
            assert!(member == "isAdmin" || changed.pointer(&pointer(&member)) == Some(in_logto), "{member}");
            let mut expected = before.clone();
            if let Some(acp) = &acp {
                assert_ne!(&before[acp], in_acp, "{member}: the sample is what it was");
                expected[acp] = in_acp.clone();
            }
            if member == "isAdmin" {
                expected["scope"] = json!("all");
            }
            let after = client(&tenant, &made).await;
            assert_eq!(after, expected, "{member}");
            // ACP writes back what it read, with something else changed.
            let mut other = after.clone();
            other["client_uri"] = json!("https://home.example/");
            replace(&tenant, &other).await;
            assert_eq!(now(&tenant, &made).await, seen, "{member}");
            // By ACP's.
            let Some(acp) = acp.filter(|_| changes == "both") else { continue };
            let other = application(&tenant, json!({"name": "Shop", "type": "MachineToMachine"})).await;
            let mut wanted = client(&tenant, &other).await;
            wanted[&acp] = in_acp.clone();
            replace(&tenant, &wanted).await;
            assert_eq!(now(&tenant, &other).await.pointer(&pointer(&member)), Some(in_logto), "{member}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_secret_that_acp_changes_is_the_applications() {
    on_both(async |tenant| {
        let made = application(&tenant, json!({"name": "Shop", "type": "Traditional"})).await;
        assert_eq!(client(&tenant, &made).await["client_secret"], made["secret"]);
        let mut wanted = client(&tenant, &made).await;
        wanted["client_secret"] = json!("a-secret-of-thirty-two-characters-or-more");
        replace(&tenant, &wanted).await;
        assert_eq!(now(&tenant, &made).await["secret"], "a-secret-of-thirty-two-characters-or-more");
    })
    .await;
}

#[tokio::test]
async fn an_application_is_the_client_that_its_type_says_and_speaks_for_nobody_where_it_has_no_users() {
    on_both(async |tenant| {
        let code = json!(["authorization_code", "refresh_token"]);
        let openid = json!(["address", "email", "offline_access", "openid", "phone", "profile"]);
        for (kind, is_third_party, method, grants, trusted, scopes) in [
            ("Native", false, "none", &code, true, &openid),
            ("SPA", false, "none", &code, true, &openid),
            ("Traditional", false, "client_secret_basic", &code, true, &openid),
            ("Traditional", true, "client_secret_basic", &code, false, &json!(["offline_access", "openid"])),
            ("MachineToMachine", false, "client_secret_basic", &json!(["client_credentials"]), false, &json!([])),
        ] {
            let body = json!({"name": "Shop", "type": kind, "isThirdParty": is_third_party});
            let mut client = client(&tenant, &application(&tenant, body).await).await;
            client["scopes"].as_array_mut().unwrap().sort_by_key(Value::to_string);
            let seen =
                (&client["token_endpoint_auth_method"], &client["grant_types"], &client["trusted"], &client["scopes"]);
            assert_eq!(seen, (&json!(method), grants, &json!(trusted), scopes), "{kind}");
            assert_eq!(client["public"], method == "none", "{kind}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_that_acp_makes_has_the_type_that_fits_and_keeps_one_that_still_does() {
    on_both(async |tenant| {
        const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";
        let make = async |members: Value| {
            let mut body = json!({"client_name": "Made by ACP", "authorization_server_id": "default"});
            body.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
            tenant.post("/api/admin/{tid}/clients").json(body).send().await.expect(201).json()
        };
        let shown = async |client: &Value| {
            let path = format!("{APPLICATIONS}/{}", client["client_id"].as_str().unwrap());
            tenant.get(&path).send().await.expect(200).json()
        };
        for (members, kind, is_third_party) in [
            (json!({}), "Traditional", true),
            (json!({"trusted": true}), "Traditional", false),
            (json!({"grant_types": ["client_credentials"]}), "MachineToMachine", false),
            (json!({"grant_types": ["client_credentials", "authorization_code"]}), "Traditional", true),
            (json!({"grant_types": ["client_credentials", "refresh_token"]}), "Traditional", true),
            (json!({"grant_types": []}), "Traditional", true),
            (json!({"public": true}), "SPA", true),
            (json!({"public": true, "trusted": true, "redirect_uris": ["http://localhost:3000/"]}), "SPA", false),
            (json!({"token_endpoint_auth_method": "none", "redirect_uris": ["com.example.app:/callback"]}), "Native", true),
            (json!({"public": true, "grant_types": [DEVICE]}), "Native", true),
        ] {
            let client = make(members.clone()).await;
            let seen = shown(&client).await;
            assert_eq!((&seen["type"], &seen["isThirdParty"]), (&json!(kind), &json!(is_third_party)), "{members}");
            assert_eq!(seen["createdAt"].as_i64().unwrap() / 1000, client["client_id_issued_at"].as_i64().unwrap());
            assert!(!seen["secret"].as_str().unwrap().is_empty(), "{members}");
        }
        // What Logto's dialect chose stays as long as it fits.
        for (kind, change, becomes) in [
            ("Native", json!({"redirect_uris": ["https://app.example/"]}), "Native"),
            ("SPA", json!({"redirect_uris": ["com.example.app:/callback"]}), "SPA"),
            ("SPA", json!({"token_endpoint_auth_method": "client_secret_post", "public": false}), "Traditional"),
            ("Native", json!({"token_endpoint_auth_method": "client_secret_basic", "public": false, "grant_types": ["client_credentials"]}), "MachineToMachine"),
            ("Traditional", json!({"grant_types": ["client_credentials"]}), "MachineToMachine"),
            ("MachineToMachine", json!({"grant_types": ["authorization_code"]}), "Traditional"),
            ("MachineToMachine", json!({"token_endpoint_auth_method": "private_key_jwt"}), "MachineToMachine"),
        ] {
            let made = application(&tenant, json!({"name": "Shop", "type": kind})).await;
            let mut wanted = client(&tenant, &made).await;
            wanted.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            replace(&tenant, &wanted).await;
            assert_eq!(now(&tenant, &made).await["type"], becomes, "{kind} {change}");
            let listed = tenant.get(&format!("{APPLICATIONS}?types={becomes}&search.id={}", made["id"].as_str().unwrap()));
            assert_eq!(listed.send().await.expect(200).json().as_array().unwrap().len(), 1, "{kind} {change}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_dump_brings_all_of_an_application_back() {
    on_both(async |tenant| {
        let made = application(&tenant, json!({
            "name": "Shop", "type": "Native", "customData": {"team": "shop"}, "customClientMetadata": {"idTokenTtl": 60},
            "oidcClientMetadata": {"redirectUris": ["https://shop.example/"], "postLogoutRedirectUris": ["https://shop.example/bye"]},
        })).await;
        let before = now(&tenant, &made).await;
        let installer = Installer::of(&tenant.server).await;
        let dump = installer.export(&tenant.id).await;
        let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
        let _ = installer.apply("", &dump).await.expect(200);
        assert_eq!(now(&tenant, &made).await, before);
    })
    .await;
}

/// OpenID Connect Core §8.1: what shares pairwise subjects is in the list of its sector, whichever dialect says so.
#[tokio::test]
async fn a_client_with_a_sector_gets_no_redirect_uri_that_the_sector_does_not_list() {
    on_both(async |tenant| {
        let metadata = ClientMetadata {
            subject_type: SubjectType::Pairwise,
            // Nobody answers there.
            sector_identifier_uri: "https://127.0.0.1:1/sector.json".to_owned(),
            ..ClientMetadata::default()
        };
        let redirect_uris = vec!["https://shop.example/a".to_owned(), "https://shop.example/b".to_owned()];
        let details = ClientDetails { redirect_uris, metadata, ..ClientDetails::default() };
        let client = tenant.register(DEFAULT, details).await;
        let path = format!("{APPLICATIONS}/{}", client.id);
        let change = |uri: &str| tenant.patch(&path).json(json!({"oidcClientMetadata": {"redirectUris": [uri]}}));
        let _ = change("https://shop.example/other").send().await.expect(400);
        let kept = tenant.get(&path).send().await.expect(200).json()["oidcClientMetadata"]["redirectUris"].clone();
        assert_eq!(kept, json!(["https://shop.example/a", "https://shop.example/b"]));
        let _ = change("https://shop.example/b").send().await.expect(200);
    })
    .await;
}
