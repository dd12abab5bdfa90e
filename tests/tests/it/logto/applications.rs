//! `/api/applications`: applications as Logto's clients know them.

mod both_dialects;
pub(in crate::it) mod custom_data;
mod input;
mod listing;
mod rights;
pub(in crate::it) mod secrets;
mod tokens;

use authplane_client::types;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use crate::it::nets::{Row, ready};

const APPLICATIONS: &str = "/api/applications";
/// All that have a meaning of their own at this release.
const TYPES: [&str; 4] = ["Native", "SPA", "Traditional", "MachineToMachine"];

/// A new application.
async fn application(tenant: &Tenant, body: Value) -> Value {
    tenant.post(APPLICATIONS).json(body).send().await.expect(200).json()
}

fn path_of(application: &Value) -> String {
    format!("{APPLICATIONS}/{}", application["id"].as_str().unwrap())
}

/// The application as the tenant's administrator sees it now.
async fn now(tenant: &Tenant, application: &Value) -> Value {
    tenant.get(&path_of(application)).send().await.expect(200).json()
}

/// A thing without these members.
pub(super) fn without(thing: &Value, members: &[&str]) -> Value {
    let mut rest = thing.clone();
    rest.as_object_mut().unwrap().retain(|member, _| !members.contains(&member.as_str()));
    rest
}

#[tokio::test]
async fn the_sdk_creates_reads_changes_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let body = types::LogtoCreateApplicationRequest::builder()
            .name("Orders")
            .type_(types::LogtoApplicationType::MachineToMachine);
        let created = client.create_application().body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.is_third_party), ("Orders", false));
        let got = client.get_application().id(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, got.is_admin), (&created.id, false));
        let body = types::LogtoUpdateApplicationRequest::builder().name("Renamed".to_owned());
        let changed = client.update_application().id(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), &changed.id), ("Renamed", &created.id));
        let listed = client.list_applications().send().await.unwrap().into_inner();
        assert!(listed.iter().any(|listed| listed.id == created.id && listed.name == "Renamed"));
        client.delete_application().id(&created.id).send().await.unwrap();
        let gone = client.get_application().id(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_application_has_the_defaults_and_what_the_server_decides_is_ignored_in_the_body() {
    on_both(async |tenant| {
        for kind in TYPES {
            let body = json!({"name": "Orders", "type": kind, "id": "mine", "secret": "mine", "tenantId": "other",
                "createdAt": 1, "isAdmin": true, "unknown": {"deep": [1]}});
            let created = application(&tenant, body).await;
            let (id, secret) = (created["id"].as_str().unwrap(), created["secret"].as_str().unwrap());
            let is_of = |text: &str, is: fn(&u8) -> bool| text.bytes().all(|byte| is(&byte));
            let lower = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
            assert!(id.len() == 21 && is_of(id, lower), "{id}");
            assert!(secret.len() == 32 && is_of(secret, u8::is_ascii_alphanumeric), "{kind}: {secret}");
            let made = created["createdAt"].as_i64().unwrap();
            let at = tenant.server.context().store.now().timestamp_millis();
            assert!((at - 60_000..=at).contains(&made), "{made} of {at}");
            let expected = json!({"tenantId": tenant.id, "name": "Orders", "description": null, "type": kind,
                "oidcClientMetadata": {"redirectUris": [], "postLogoutRedirectUris": []}, "customClientMetadata": {},
                "protectedAppMetadata": null, "customData": {}, "isThirdParty": false});
            assert_eq!(without(&created, &["id", "secret", "createdAt"]), expected);
            let mut with_admin = created.clone();
            with_admin["isAdmin"] = json!(false);
            assert_eq!(now(&tenant, &created).await, with_admin);
        }
    })
    .await;
}

#[tokio::test]
async fn everything_that_can_be_said_at_creation_is_kept() {
    on_both(async |tenant| {
        let body = json!({
            "name": "Shop", "description": "Sells", "type": "Traditional", "isThirdParty": true,
            "oidcClientMetadata": {"redirectUris": ["https://shop.example/callback", "com.example.shop:/callback"],
                "postLogoutRedirectUris": ["https://shop.example/"], "backchannelLogoutUri": "https://shop.example/logout",
                "backchannelLogoutSessionRequired": true, "logoUri": "https://shop.example/logo.png"},
            "customClientMetadata": {"corsAllowedOrigins": ["https://shop.example"], "idTokenTtl": 60, "refreshTokenTtl": 120,
                "refreshTokenTtlInDays": 7, "tenantId": "theirs", "alwaysIssueRefreshToken": true, "rotateRefreshToken": false},
            "customData": {"team": "shop", "deep": {"list": [1, null, "x"]}},
        });
        let created = application(&tenant, body.clone()).await;
        for (member, given) in body.as_object().unwrap() {
            assert_eq!(&created[member], given, "{member}");
        }
        assert_eq!(without(&now(&tenant, &created).await, &["isAdmin"]), created);
    })
    .await;
}

#[tokio::test]
async fn a_patch_merges_both_kinds_of_metadata_and_drops_what_never_changes() {
    on_both(async |tenant| {
        let created = application(&tenant, json!({
            "name": "Shop", "description": "Sells", "type": "SPA", "customData": {"a": 1, "b": {"c": 2}},
            "oidcClientMetadata": {"redirectUris": ["https://shop.example/a"], "postLogoutRedirectUris": ["https://shop.example/"],
                "logoUri": "https://shop.example/logo.png"},
            "customClientMetadata": {"idTokenTtl": 60, "corsAllowedOrigins": ["https://a.example"]},
        })).await;
        let change = async |body: Value| tenant.patch(&path_of(&created)).json(body).send().await.expect(200).json();
        let mut expected = created.clone();
        assert_eq!(change(json!({})).await, expected, "nothing is asked for");
        assert_eq!(tenant.patch(&path_of(&created)).send().await.expect(200).json(), expected, "no body is an empty one");
        let fixed = json!({"type": "Native", "isThirdParty": true, "secret": "mine", "id": "mine", "createdAt": 1, "tenantId": "x"});
        assert_eq!(change(fixed).await, expected, "what never changes is dropped");

        expected["oidcClientMetadata"]["redirectUris"] = json!(["https://shop.example/b"]);
        assert_eq!(change(json!({"oidcClientMetadata": {"redirectUris": ["https://shop.example/b"]}})).await, expected);
        expected["customClientMetadata"]["rotateRefreshToken"] = json!(false);
        expected["customClientMetadata"]["corsAllowedOrigins"] = json!(["https://b.example"]);
        let body = json!({"customClientMetadata": {"rotateRefreshToken": false, "corsAllowedOrigins": ["https://b.example"]}});
        assert_eq!(change(body).await, expected);
        expected["customData"] = json!({"b": {"d": 3}});
        assert_eq!(change(json!({"customData": {"b": {"d": 3}}})).await, expected, "custom data is replaced as a whole");
        expected["description"] = json!(null);
        expected["name"] = json!("Renamed");
        assert_eq!(change(json!({"description": null, "name": "Renamed"})).await, expected);
        assert_eq!(change(json!({"description": ""})).await, expected, "an empty text is none");
        expected["oidcClientMetadata"].as_object_mut().unwrap().remove("logoUri");
        assert_eq!(change(json!({"oidcClientMetadata": {"logoUri": ""}})).await, expected);
        assert_eq!(without(&now(&tenant, &created).await, &["isAdmin"]), expected);
    })
    .await;
}

/// As clients do that read, change a member and write all of it back; some know one kind of number.
#[tokio::test]
async fn what_was_read_can_be_written_back_and_whole_numbers_may_have_a_point() {
    on_both(async |tenant| {
        for kind in TYPES {
            let made = application(
                &tenant,
                json!({"name": "Shop", "type": kind, "customClientMetadata": {"idTokenTtl": 60.0}}),
            )
            .await;
            assert_eq!(made["customClientMetadata"]["idTokenTtl"], 60);
            let read = now(&tenant, &made).await;
            let mut back = read.clone();
            back["name"] = json!("Renamed");
            back["customClientMetadata"]["refreshTokenTtlInDays"] = json!(14.0);
            let changed = tenant.patch(&path_of(&made)).json(&back).send().await.expect(200).json();
            let mut expected = made.clone();
            expected["name"] = json!("Renamed");
            expected["customClientMetadata"]["refreshTokenTtlInDays"] = json!(14);
            assert_eq!(changed, expected);
            let copy = tenant.post(APPLICATIONS).json(&read).send().await.expect(200).json();
            assert_eq!(without(&copy, &["id", "secret", "createdAt"]), without(&made, &["id", "secret", "createdAt"]));
        }
        let body = json!({"name": "Orders", "indicator": "https://orders.example", "accessTokenTtl": 600.0});
        assert_eq!(tenant.post("/api/resources").json(body).send().await.expect(201).json()["accessTokenTtl"], 600);
    })
    .await;
}

#[tokio::test]
async fn unknown_applications_have_the_code_of_the_operation_and_what_is_deleted_is_unknown() {
    on_both(async |tenant| {
        let deleted = application(&tenant, json!({"name": "Gone", "type": "Native"})).await;
        let answer = tenant.delete(&path_of(&deleted)).send().await.expect(204);
        assert_eq!(answer.text(), "");
        for path in [path_of(&deleted), format!("{APPLICATIONS}/unknown")] {
            let code = async |call: Call| call.send().await.expect(404).json()["code"].clone();
            assert_eq!(code(tenant.get(&path)).await, "entity.not_exists_with_id");
            assert_eq!(code(tenant.patch(&path).json(json!({"name": "a"}))).await, "entity.not_exists");
            assert_eq!(code(tenant.patch(&path).json(json!({}))).await, "entity.not_exists");
            assert_eq!(code(tenant.delete(&path)).await, "entity.not_exists_with_id");
        }
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_is_built_in_to_be_read_and_nothing_else() {
    on_both(async |tenant| {
        let path = format!("{APPLICATIONS}/demo-app");
        let shown = tenant.get(&path).send().await.expect(200).json();
        let known = json!({"tenantId": tenant.id, "id": "demo-app", "name": "Live Preview", "secret": "N/A", "type": "SPA",
            "createdAt": 0, "isAdmin": false, "isThirdParty": false});
        for (member, value) in known.as_object().unwrap() {
            assert_eq!(&shown[member], value, "{member}");
        }
        let _ = tenant.patch(&path).json(json!({"name": "Mine"})).send().await.expect(404);
        let _ = tenant.delete(&path).send().await.expect(404);
        assert_eq!(tenant.get(APPLICATIONS).send().await.expect(200).json(), json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_conditional_get_answers_304_and_a_stale_change_412() {
    on_both(async |tenant| {
        let created = application(&tenant, json!({"name": "Shop", "type": "SPA"})).await;
        let path = path_of(&created);
        let tag = tenant.get(&path).send().await.expect(200).header("etag").to_owned();
        let _ = tenant.get(&path).header(http::header::IF_NONE_MATCH, &tag).send().await.expect(304);
        let change = |name: &str| tenant.patch(&path).header(http::header::IF_MATCH, &tag).json(json!({"name": name}));
        let _ = change("First").send().await.expect(200);
        let _ = change("Second").send().await.expect(412);
        let _ = tenant.delete(&path).header(http::header::IF_MATCH, &tag).send().await.expect(412);
        let changed = tenant.get(&path).header(http::header::IF_NONE_MATCH, &tag).send().await.expect(200);
        assert_eq!(changed.json()["name"], "First");
        // Custom data is a part of what is seen.
        let tag = changed.header("etag").to_owned();
        let _ = tenant.patch(&path).json(json!({"customData": {"a": 1}})).send().await.expect(200);
        let _ = tenant.get(&path).header(http::header::IF_NONE_MATCH, &tag).send().await.expect(200);
    })
    .await;
}

const SEE: &[&str] = &["applications:read", "applications:write"];
const CHANGE: &[&str] = &["applications:write"];

fn new(kind: &str) -> Value {
    json!({"name": "Shop", "type": kind})
}

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    path_of(&application(tenant, new("Native")).await)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_applications",
        scopes: SEE,
        good: |tenant| ready(tenant.get(APPLICATIONS)),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{APPLICATIONS}?types=Other"))))],
    },
    Row {
        id: "create_application",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(APPLICATIONS).json(new("SPA"))),
        provoke: &[
            (422, |tenant, _| {
                let protected = json!({"subDomain": "-", "origin": "https://app.example"});
                ready(
                    tenant
                        .post(APPLICATIONS)
                        .json(json!({"name": "Shop", "type": "Protected", "protectedAppMetadata": protected})),
                )
            }),
            (501, |tenant, _| {
                let protected = json!({"subDomain": "shop", "origin": "https://app.example"});
                ready(
                    tenant
                        .post(APPLICATIONS)
                        .json(json!({"name": "Shop", "type": "Protected", "protectedAppMetadata": protected})),
                )
            }),
        ],
    },
    Row {
        id: "get_application",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_application",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.patch(&one(tenant).await).json(json!({"name": "Renamed"})) }),
        provoke: &[],
    },
    Row {
        id: "delete_application",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];
