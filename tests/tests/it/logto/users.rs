//! `/api/users`: users as Logto's clients know them.

mod input;
mod listing;
mod merging;
mod passwords;
mod rights;
mod search;
mod sign_in;

use authplane_client::types;
use authplane_tests::users::PASSWORD;
use authplane_tests::{Call, Tenant, on_both};
use http::header::{IF_MATCH, IF_NONE_MATCH};
use serde_json::{Value, json};

use super::applications::without;
use super::roles::{id_of, refused};
use crate::it::nets::{Row, ready};
use crate::it::things::fresh;

const USERS: &str = "/api/users";

/// What a user is made from who can sign in.
fn new() -> Value {
    json!({"username": fresh("user").replace('-', "_"), "password": PASSWORD})
}

/// A new user.
pub(in crate::it) async fn user(tenant: &Tenant, body: Value) -> Value {
    tenant.post(USERS).json(body).send().await.expect(200).json()
}

fn path_of(user: &Value) -> String {
    format!("{USERS}/{}", id_of(user))
}

/// The user as the tenant's administrator sees them now.
async fn now(tenant: &Tenant, user: &Value) -> Value {
    tenant.get(&path_of(user)).send().await.expect(200).json()
}

/// Lets a user sign in no longer, or again; the answer.
async fn suspend(tenant: &Tenant, user: &Value, is_suspended: bool) -> Value {
    let path = format!("{}/is-suspended", path_of(user));
    tenant.patch(&path).json(json!({"isSuspended": is_suspended})).send().await.expect(200).json()
}

/// A call of each operation on the user at this path, all of which succeed one after the other, and whether it only sees.
fn each_operation(tenant: &Tenant, path: &str) -> Vec<(bool, Call)> {
    let at = |part: &str| format!("{path}{part}");
    vec![
        (true, tenant.get(path)),
        (true, tenant.get(&at("/custom-data"))),
        (true, tenant.get(&at("/has-password"))),
        (false, tenant.patch(path).json(json!({"name": "Changed"}))),
        (false, tenant.patch(&at("/custom-data")).json(json!({"customData": {"changed": true}}))),
        (false, tenant.patch(&at("/profile")).json(json!({"profile": {"nickname": "changed"}}))),
        (false, tenant.patch(&at("/password")).json(json!({"password": "changed"}))),
        (false, tenant.post(&at("/password/verify")).json(json!({"password": "changed"}))),
        (false, tenant.patch(&at("/is-suspended")).json(json!({"isSuspended": true}))),
        (false, tenant.delete(path)),
    ]
}

#[tokio::test]
async fn the_sdk_creates_reads_changes_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let body = types::LogtoCreateUserRequest::builder().name("Ada").password(PASSWORD);
        let created = client.create_user().body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_deref(), created.is_suspended), (Some("Ada"), false));
        let got = client.get_user().user_id(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, got.name.as_deref()), (&created.id, Some("Ada")));
        let body = types::LogtoUpdateUserRequest::builder().name("Renamed");
        let changed = client.update_user().user_id(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_deref(), &changed.id), (Some("Renamed"), &created.id));
        let listed = client.list_users().send().await.unwrap().into_inner();
        assert_eq!(listed.iter().map(|listed| &listed.id).collect::<Vec<_>>(), [&created.id]);
        client.delete_user().user_id(&created.id).send().await.unwrap();
        let gone = client.get_user().user_id(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn the_sdk_reads_and_changes_what_belongs_to_a_user() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let made = user(&tenant, json!({})).await;
        let id = id_of(&made);
        let data = json!({"team": "orders"}).as_object().unwrap().clone();
        let body = types::LogtoUserCustomDataRequest::builder().custom_data(data.clone());
        let merged = client.update_user_custom_data().user_id(id).body(body).send().await.unwrap().into_inner();
        assert_eq!(merged, data);
        assert_eq!(client.get_user_custom_data().user_id(id).send().await.unwrap().into_inner(), data);
        let profile = types::LogtoUserProfile::builder().nickname("ada");
        let body = types::LogtoUserProfileRequest::builder().profile(profile);
        let merged = client.update_user_profile().user_id(id).body(body).send().await.unwrap().into_inner();
        assert_eq!(serde_json::to_value(merged).unwrap()["nickname"], "ada");
        assert!(!client.get_user_has_password().user_id(id).send().await.unwrap().into_inner().has_password);
        let of = |password: &str| types::LogtoUserPasswordRequest::builder().password(password);
        let _ = client.update_user_password().user_id(id).body(of(PASSWORD)).send().await.unwrap();
        assert!(client.get_user_has_password().user_id(id).send().await.unwrap().into_inner().has_password);
        client.verify_user_password().user_id(id).body(of(PASSWORD)).send().await.unwrap();
        let wrong = client.verify_user_password().user_id(id).body(of("wrong")).send().await.unwrap_err();
        assert_eq!(wrong.status().map(|status| status.as_u16()), Some(422));
        let body = types::LogtoSuspensionRequest::builder().is_suspended(true);
        let suspended = client.update_user_is_suspended().user_id(id).body(body).send().await.unwrap().into_inner();
        assert!(suspended.is_suspended);
    })
    .await;
}

#[tokio::test]
async fn a_new_user_may_be_nothing_but_an_id_and_what_the_server_decides_is_ignored_in_the_body() {
    on_both(async |tenant| {
        let decided = json!({"id": "mine", "tenantId": "other", "isSuspended": true, "hasPassword": true, "lastSignInAt": 1,
            "createdAt": 1, "updatedAt": 1, "applicationId": "mine", "identities": {"github": {"userId": "1"}},
            "ssoIdentities": [1], "unknown": {"deep": [1]}});
        for body in [json!({}), decided] {
            let created = user(&tenant, body).await;
            let (id, made) = (id_of(&created), created["createdAt"].as_i64().unwrap());
            let is_lower = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
            assert!(id.len() == 12 && id.bytes().all(is_lower), "{id}");
            let at = tenant.server.context().store.now().timestamp_millis();
            assert!((at - 60_000..=at).contains(&made), "{made} of {at}");
            let expected = json!({"id": id, "username": null, "primaryEmail": null, "primaryPhone": null, "name": null,
                "avatar": null, "customData": {}, "identities": {}, "lastSignInAt": null, "createdAt": made,
                "updatedAt": made, "profile": {}, "applicationId": null, "isSuspended": false, "hasPassword": false});
            assert_eq!(created, expected);
            assert_eq!(now(&tenant, &created).await, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn everything_that_can_be_said_at_creation_is_kept_but_the_password_is_not_shown() {
    on_both(async |tenant| {
        let body = json!({
            "username": "Ada_1", "primaryEmail": "Ada.L@People.example", "primaryPhone": "0049301234567", "name": "Ada Lovelace",
            "avatar": "https://people.example/Ada.png", "customData": {"team": "engines", "deep": {"list": [1, null, "x"]}},
            "profile": {"familyName": "Lovelace", "givenName": "Ada", "middleName": "King", "nickname": "ada",
                "preferredUsername": "ada.l", "profile": "https://people.example/ada", "website": "not checked", "gender": "female",
                "birthdate": "1815-12-10", "zoneinfo": "Europe/London", "locale": "en-GB",
                "address": {"formatted": "12 St James's Square\nLondon", "streetAddress": "12 St James's Square", "locality": "London",
                    "region": "", "postalCode": "SW1Y 4RB", "country": "England"}},
        });
        let mut whole = body.clone();
        whole["password"] = json!(PASSWORD);
        let created = user(&tenant, whole).await;
        for (member, given) in body.as_object().unwrap() {
            assert_eq!(&created[member], given, "{member}");
        }
        assert_eq!(created["hasPassword"], true);
        assert!(!created.to_string().contains(PASSWORD) && !created.to_string().contains("argon2"), "{created}");
        assert_eq!(now(&tenant, &created).await, created);
    })
    .await;
}

#[tokio::test]
async fn identities_of_single_sign_on_are_there_where_they_are_asked_for() {
    on_both(async |tenant| {
        let made = user(&tenant, json!({})).await;
        let mut with = made.clone();
        with["ssoIdentities"] = json!([]);
        for (value, is_true) in [
            ("1", true),
            ("true", true),
            ("Y", true),
            ("yes", true),
            ("YEP", true),
            ("yeah", true),
            ("0", false),
            ("false", false),
            ("no", false),
            ("on", false),
            ("", false),
        ] {
            let path = format!("{}?includeSsoIdentities={value}", path_of(&made));
            let shown = tenant.get(&path).send().await.expect(200).json();
            assert_eq!(&shown, if is_true { &with } else { &made }, "{value:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_patch_replaces_what_it_names_and_drops_what_never_changes() {
    on_both(async |tenant| {
        let made = user(
            &tenant,
            json!({"username": "ada", "name": "Ada", "customData": {"a": 1, "n": {"x": 1}},
                "profile": {"nickname": "ada", "address": {"country": "England", "locality": "London"}}}),
        )
        .await;
        let change = async |body: Value| {
            let changed = tenant.patch(&path_of(&made)).json(body).send().await.expect(200).json();
            assert_eq!(now(&tenant, &made).await, changed);
            without(&changed, &["updatedAt"])
        };
        let mut expected = without(&made, &["updatedAt"]);
        expected["name"] = json!("Renamed");
        let fixed = json!({"name": "Renamed", "isSuspended": true, "password": "other", "passwordDigest": "x", "id": "x",
            "identities": {"github": {"userId": "1"}}, "lastSignInAt": 1, "createdAt": 1, "updatedAt": 1, "applicationId": "x"});
        assert_eq!(change(fixed).await, expected, "what never changes is dropped");
        expected["customData"] = json!({"n": {"y": 2}});
        assert_eq!(change(json!({"customData": {"n": {"y": 2}}})).await, expected, "custom data as a whole");
        expected["profile"] = json!({"address": {"region": "Kent"}});
        assert_eq!(change(json!({"profile": {"address": {"region": "Kent"}}})).await, expected, "the profile as a whole");
        expected["customData"] = json!({});
        expected["profile"] = json!({});
        assert_eq!(change(json!({"customData": {}, "profile": {}})).await, expected);
        expected["username"] = json!("Ada");
        expected["primaryEmail"] = json!("ADA@people.example");
        expected["primaryPhone"] = json!("491700");
        expected["avatar"] = json!("urn:ada");
        let body = json!({"username": "Ada", "primaryEmail": "ADA@people.example", "primaryPhone": "491700", "avatar": "urn:ada"});
        assert_eq!(change(body).await, expected);
    })
    .await;
}

/// As clients do that read, change a member and write all of it back.
#[tokio::test]
async fn what_was_read_can_be_written_back() {
    on_both(async |tenant| {
        let made =
            user(&tenant, json!({"username": "ada", "profile": {"nickname": "ada"}, "customData": {"a": 1}})).await;
        let mut back = now(&tenant, &made).await;
        back["name"] = json!("Ada");
        let changed = tenant.patch(&path_of(&made)).json(&back).send().await.expect(200).json();
        assert_eq!(without(&changed, &["updatedAt"]), without(&back, &["updatedAt"]));
    })
    .await;
}

#[tokio::test]
async fn whether_somebody_is_suspended_is_shown_everywhere_and_said_as_often_as_one_likes() {
    on_both(async |tenant| {
        let (made, other) = (user(&tenant, new()).await, user(&tenant, new()).await);
        for is_suspended in [true, true, false, false, true] {
            let answer = suspend(&tenant, &made, is_suspended).await;
            let mut expected = made.clone();
            expected["isSuspended"] = json!(is_suspended);
            assert_eq!(without(&answer, &["updatedAt"]), without(&expected, &["updatedAt"]));
            assert_eq!(now(&tenant, &made).await, answer);
            assert_eq!(tenant.get(USERS).send().await.expect(200).json(), json!([other, answer]));
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_users_have_one_code_and_whoever_is_deleted_is_unknown() {
    on_both(async |tenant| {
        let (made, other) = (user(&tenant, new()).await, user(&tenant, new()).await);
        let answer = tenant.delete(&path_of(&made)).send().await.expect(204);
        assert_eq!(answer.text(), "");
        assert_eq!(tenant.get(USERS).send().await.expect(200).json(), json!([other]));
        let long = format!("{USERS}/{}", "x".repeat(300));
        for path in [
            path_of(&made),
            path_of(&made).to_uppercase().replace("/API/USERS", USERS),
            format!("{USERS}/unknown"),
            long,
        ] {
            for (_, call) in each_operation(&tenant, &path) {
                refused(call, 404, "entity.not_found").await;
            }
        }
        assert_eq!(now(&tenant, &other).await, other);
    })
    .await;
}

#[tokio::test]
async fn a_conditional_get_answers_304_and_a_stale_change_412() {
    on_both(async |tenant| {
        let made = user(&tenant, new()).await;
        let path = path_of(&made);
        let tag = tenant.get(&path).send().await.expect(200).header("etag").to_owned();
        for seen in [path.clone(), format!("{path}/custom-data"), format!("{path}/has-password"), USERS.to_owned()] {
            let tag = tenant.get(&seen).send().await.expect(200).header("etag").to_owned();
            let _ = tenant.get(&seen).header(IF_NONE_MATCH, &tag).send().await.expect(304);
        }
        let change = |name: &str| tenant.patch(&path).header(IF_MATCH, &tag).json(json!({"name": name}));
        let _ = change("First").send().await.expect(200);
        let _ = change("Second").send().await.expect(412);
        let at = |part: &str| tenant.patch(&format!("{path}/{part}"));
        for stale in [
            at("custom-data").json(json!({"customData": {"a": 1}})),
            at("profile").json(json!({"profile": {"nickname": "a"}})),
            at("password").json(json!({"password": "changed"})),
            at("is-suspended").json(json!({"isSuspended": true})),
            tenant.delete(&path),
        ] {
            let _ = stale.header(IF_MATCH, &tag).send().await.expect(412);
        }
        let mut expected = made.clone();
        expected["name"] = json!("First");
        assert_eq!(without(&now(&tenant, &made).await, &["updatedAt"]), without(&expected, &["updatedAt"]));
        // Each part of a user is a part of what is seen of them.
        for part in [
            at("custom-data").json(json!({"customData": {"a": 1}})),
            at("profile").json(json!({"profile": {"nickname": "a"}})),
            at("is-suspended").json(json!({"isSuspended": true})),
        ] {
            let tag = tenant.get(&path).send().await.expect(200).header("etag").to_owned();
            let _ = part.send().await.expect(200);
            let _ = tenant.get(&path).header(IF_NONE_MATCH, &tag).send().await.expect(200);
        }
    })
    .await;
}

const SEE: &[&str] = &["users:read", "users:write"];
const CHANGE: &[&str] = &["users:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    path_of(&user(tenant, new()).await)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_users",
        scopes: SEE,
        good: |tenant| ready(tenant.get(USERS)),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{USERS}?page=0"))))],
    },
    Row {
        id: "create_user",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(USERS).json(new())),
        provoke: &[(422, |tenant, _| {
            Box::pin(async move {
                let known = user(tenant, new()).await;
                tenant.post(USERS).json(json!({"username": known["username"]}))
            })
        })],
    },
    Row {
        id: "get_user",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_user",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.patch(&one(tenant).await).json(json!({"name": "Ada"})) }),
        provoke: &[],
    },
    Row {
        id: "delete_user",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "get_user_custom_data",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&format!("{}/custom-data", one(tenant).await)) }),
        provoke: &[],
    },
    Row {
        id: "update_user_custom_data",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let body = json!({"customData": {"team": "orders"}});
                tenant.patch(&format!("{}/custom-data", one(tenant).await)).json(body)
            })
        },
        provoke: &[],
    },
    Row {
        id: "update_user_profile",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let body = json!({"profile": {"nickname": "ada"}});
                tenant.patch(&format!("{}/profile", one(tenant).await)).json(body)
            })
        },
        provoke: &[],
    },
    Row {
        id: "update_user_password",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                tenant.patch(&format!("{}/password", one(tenant).await)).json(json!({"password": "another"}))
            })
        },
        provoke: &[],
    },
    Row {
        id: "verify_user_password",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                tenant.post(&format!("{}/password/verify", one(tenant).await)).json(json!({"password": PASSWORD}))
            })
        },
        provoke: &[(422, |_, good| ready(good.json(json!({"password": "wrong"}))))],
    },
    Row {
        id: "get_user_has_password",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&format!("{}/has-password", one(tenant).await)) }),
        provoke: &[],
    },
    Row {
        id: "update_user_is_suspended",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                tenant.patch(&format!("{}/is-suspended", one(tenant).await)).json(json!({"isSuspended": true}))
            })
        },
        provoke: &[],
    },
];
