//! `/local-user-store/api/v1/api-clients`.

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Call, Tenant, on_both};
use futures::TryStreamExt as _;
use serde_json::{Value, json};

use crate::it::nets::{Row, TOO_LARGE, UNKNOWN, ready};
use crate::it::things;

const API_CLIENTS: &str = "/local-user-store/api/v1/api-clients";
const SEARCH: &str = "/local-user-store/api/v1/api-clients/search";

fn path_of(id: &str) -> String {
    format!("{API_CLIENTS}/{id}")
}

/// A role of every tenant, with its name.
const ROLE: &str = "privx-admin";

async fn listed(tenant: &Tenant, query: &str) -> Value {
    tenant.get(&format!("{API_CLIENTS}{query}")).send().await.expect(200).json()
}

async fn refused(tenant: &Tenant, call: Call, status: u16) -> Answer {
    let before = listed(tenant, "").await;
    let answer = call.send().await.expect(status);
    assert_eq!(listed(tenant, "").await, before, "nothing is written");
    answer
}

/// Code and property of a refused value; the same stand among the details.
fn told(answer: &Answer) -> (String, String) {
    let body = answer.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    if let Some(detail) = body["details"].as_array().unwrap().first() {
        assert_eq!((&detail["error_code"], &detail["property"]), (&body["error_code"], &body["property"]));
    }
    (text(&body["error_code"]), text(&body["property"]))
}

async fn three(tenant: &Tenant) -> [String; 3] {
    let mut ids = Vec::new();
    for name in ["Charlie reports", "alpha Jobs", "Bravo jobs, nightly"] {
        ids.push(things::api_client(tenant, name).await);
    }
    ids.try_into().unwrap()
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_searches_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let body = types::LocalUserStoreApiClientRequest::builder().name("Night jobs").roles(vec![]);
        let id = client.create_api_client().body(body).send().await.unwrap().into_inner().id;
        let got = client.get_api_client().api_client_id(id.to_string()).send().await.unwrap().into_inner();
        assert_eq!((got.id, got.name.as_str()), (id, "Night jobs"));
        assert_eq!(got.secret.map(|secret| secret.expose().len()), Some(43));
        let body = types::LocalUserStoreApiClientRequest::builder().name("Day jobs").roles(vec![]);
        client.update_api_client().api_client_id(id.to_string()).body(body).send().await.unwrap();
        let body = types::LocalUserStoreApiClientSearch::builder().keywords("day".to_owned());
        let found = client.search_api_clients().body(body).send().await.unwrap().into_inner();
        assert_eq!((found.count, found.items[0].name.as_str()), (1, "Day jobs"));
        let listed: Vec<_> = client.api_clients_stream(1).try_collect().await.unwrap();
        assert_eq!(listed.len(), 1);
        client.delete_api_client().api_client_id(id.to_string()).send().await.unwrap();
        let gone = client.get_api_client().api_client_id(id.to_string()).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn creation_answers_the_id_alone_and_reading_shows_everything() {
    on_both(async |tenant| {
        let body = json!({"name": "Night jobs", "roles": [{"id": ROLE, "name": "ignored"}]});
        let created = tenant.post(API_CLIENTS).json(body).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap().to_owned();
        assert_eq!(created, json!({"id": id}));
        assert!(uuid::Uuid::try_parse(&id).is_ok());
        let shown = tenant.get(&path_of(&id)).send().await.expect(200).json();
        assert_eq!((&shown["id"], &shown["name"]), (&json!(id), &json!("Night jobs")));
        assert_eq!(shown["roles"], json!([{"id": ROLE, "name": ROLE, "deleted": false}]));
        assert_eq!(shown["oauth_client_id"], format!("privx-external-{}", tenant.id));
        for member in ["secret", "oauth_client_secret"] {
            assert_eq!(shown[member].as_str().unwrap().len(), 43, "{member}");
        }
        assert_eq!(shown["created"], shown["updated"]);
        assert_eq!((&shown["author"], &shown["updated_by"]), (&json!(tenant.administrator.id), &shown["author"]));
        let list = listed(&tenant, "").await;
        let mut without_secrets = shown;
        let members = without_secrets.as_object_mut().unwrap();
        members.retain(|name, _| name != "secret" && name != "oauth_client_secret");
        assert_eq!(list, json!({"count": 1, "items": [without_secrets]}));
    })
    .await;
}

#[tokio::test]
async fn what_is_read_can_be_sent_back_and_only_name_and_roles_count() {
    on_both(async |tenant| {
        let id = things::api_client(&tenant, "Night jobs").await;
        let before = things::api_client_with_secrets(&tenant, &id).await;
        let mut whole = before.clone();
        whole["name"] = json!("Day jobs");
        whole["roles"] = json!([{"id": ROLE}, {"id": ROLE}]);
        whole["id"] = json!(UNKNOWN);
        whole["secret"] = json!("mine");
        whole["oauth_client_id"] = json!("other");
        whole["created"] = json!("2017-01-01T15:05:05Z");
        let answer = tenant.put(&path_of(&id)).json(whole).send().await.expect(200);
        assert_eq!((answer.text().as_str(), answer.header("content-length")), ("", "0"));
        let after = things::api_client_with_secrets(&tenant, &id).await;
        let mut expected = before;
        expected["name"] = json!("Day jobs");
        expected["roles"] = json!([{"id": ROLE, "name": ROLE, "deleted": false}]);
        expected["updated"] = after["updated"].clone();
        assert_eq!(after, expected);
        assert_ne!(after["updated"], after["created"]);
        let _ = tenant.put(&path_of(&id)).json(json!({"name": "Day jobs"})).send().await.expect(200);
        assert_eq!(
            things::api_client_with_secrets(&tenant, &id).await["roles"],
            json!([]),
            "a replacement, not a patch"
        );
    })
    .await;
}

#[tokio::test]
async fn its_credentials_open_the_door_of_its_dialect_and_its_roles_decide_what_it_may() {
    on_both(async |tenant| {
        let body = json!({"name": "Manager", "roles": [{"id": ROLE}]});
        let id = tenant.post(API_CLIENTS).json(body).send().await.expect(201).json()["id"].clone();
        let manager = things::api_client_with_secrets(&tenant, id.as_str().unwrap()).await;
        let idler_id = things::api_client(&tenant, "Idler").await;
        let idler = things::api_client_with_secrets(&tenant, &idler_id).await;
        let ask = async |api_client: &Value, secret: &str| {
            let text = |member: &str| api_client[member].as_str().unwrap();
            let call =
                tenant.post("/auth/api/v1/oauth/token").basic(text("oauth_client_id"), text("oauth_client_secret"));
            call.form(&[("grant_type", "password"), ("username", text("id")), ("password", secret)]).send().await
        };
        let token = ask(&manager, manager["secret"].as_str().unwrap()).await.expect(200).json();
        assert_eq!((&token["expires_in"], &token["scope"]), (&json!(300), &json!("apiClientsManage")));
        let token = token["access_token"].as_str().unwrap();
        let list = tenant.get(API_CLIENTS).bearer(token).send().await.expect(200).json();
        assert_eq!(list["count"], 2);
        let own = things::api_client(&tenant, "Made by an API client").await;
        let _ = tenant.delete(&path_of(&own)).bearer(token).send().await.expect(200);
        let _ = tenant.get("/api/resources").bearer(token).send().await.expect(401);

        let powerless = ask(&idler, idler["secret"].as_str().unwrap()).await.expect(200).json();
        let call = tenant.get(API_CLIENTS).bearer(powerless["access_token"].as_str().unwrap());
        assert_eq!(call.send().await.expect(403).json()["error_code"], "PERMISSION_DENIED");
        for (who, secret) in [(&manager, "wrong"), (&manager, idler["secret"].as_str().unwrap())] {
            assert_eq!(ask(who, secret).await.expect(400).json()["error"], "invalid_grant");
        }
        let _ = tenant.delete(&path_of(&idler_id)).send().await.expect(200);
        assert_eq!(ask(&idler, idler["secret"].as_str().unwrap()).await.status, 400, "gone at once");
    })
    .await;
}

#[tokio::test]
async fn lists_are_sorted_and_cut_as_asked() {
    on_both(async |tenant| {
        let [charlie, alpha, bravo] = three(&tenant).await;
        let ids = async |query: &str| {
            let list = listed(&tenant, query).await;
            assert_eq!(list["count"], 3, "{query}: before paging");
            texts(&list["items"], "id")
        };
        let created = vec![charlie.clone(), alpha.clone(), bravo.clone()];
        assert_eq!(ids("").await, created);
        assert_eq!(ids("?sortkey=created&sortdir=ASC").await, created);
        assert_eq!(ids("?sortkey=created&sortdir=desc").await, [bravo.as_str(), &alpha, &charlie]);
        assert_eq!(ids("?offset=1&limit=1").await, [alpha.as_str()]);
        assert_eq!(ids("?offset=2").await, [bravo.as_str()]);
        assert_eq!(ids("?offset=3").await, Vec::<String>::new());
        assert_eq!(ids("?offset=9223372036854775807&limit=9223372036854775807").await, Vec::<String>::new());
        let _ = tenant.put(&path_of(&charlie)).json(json!({"name": "Charlie"})).send().await.expect(200);
        assert_eq!(ids("?sortkey=updated").await, [alpha.as_str(), &bravo, &charlie]);
        let mut sorted = created.clone();
        sorted.sort();
        assert_eq!(ids("?sortkey=id").await, sorted);
        sorted.reverse();
        assert_eq!(ids("?sortkey=id&sortdir=DESC").await, sorted);
        let mut by_name = ids("?sortkey=name").await;
        let mut backwards = ids("?sortkey=name&sortdir=DESC").await;
        backwards.reverse();
        assert_eq!(by_name, backwards);
        by_name.sort();
        sorted.reverse();
        assert_eq!(by_name, sorted, "each once");
        assert_eq!(ids("?sortkey=author").await, sorted, "ties are in the order of ids");
        for _ in 0..50 {
            things::api_client(&tenant, "More").await;
        }
        assert_eq!(listed(&tenant, "").await["items"].as_array().unwrap().len(), 50, "the default limit");
    })
    .await;
}

#[tokio::test]
async fn a_search_finds_any_word_in_names_whatever_the_case() {
    on_both(async |tenant| {
        let [charlie, alpha, bravo] = three(&tenant).await;
        let _ = things::api_client(&tenant, "100%_sure").await;
        let found =
            async |body: Value| texts(&tenant.post(SEARCH).json(body).send().await.expect(200).json()["items"], "id");
        let by = async |keywords: &str| found(json!({"keywords": keywords})).await;
        assert_eq!(by("JOBS").await, [alpha.as_str(), &bravo]);
        assert_eq!(by("job").await, [alpha.as_str(), &bravo]);
        assert_eq!(by("charlie,nightly").await, [charlie.as_str(), &bravo]);
        assert_eq!(by("charlie  nightly ,, alpha").await, [charlie.as_str(), &alpha, &bravo]);
        assert_eq!(by("nobody").await, Vec::<String>::new());
        for sign in ["%", "_", "100%_"] {
            assert_eq!(by(sign).await.len(), 1, "{sign} is a letter like any other");
        }
        assert_eq!(by(".").await, Vec::<String>::new());
        assert_eq!(by(" , ").await.len(), 4, "no word is no filter");
        assert_eq!(found(json!({})).await.len(), 4);
        // Order and part come from the body, else from the query.
        let body = json!({"keywords": "jobs", "sortkey": "created", "sortdir": "DESC", "offset": 0, "limit": 1});
        let answer = tenant.post(SEARCH).json(body).send().await.expect(200).json();
        assert_eq!((&answer["count"], texts(&answer["items"], "id")), (&json!(2), vec![bravo.clone()]));
        let call = tenant.post(&format!("{SEARCH}?offset=1&limit=1")).json(json!({"keywords": "jobs"}));
        assert_eq!(texts(&call.send().await.expect(200).json()["items"], "id"), [bravo.as_str()]);
    })
    .await;
}

#[tokio::test]
async fn wrong_parts_and_orders_are_refused() {
    on_both(async |tenant| {
        for (query, property) in [
            ("limit=0", "limit"),
            ("limit=-1", "limit"),
            ("limit=a", "limit"),
            ("limit=1.5", "limit"),
            ("limit=", "limit"),
            ("offset=-1", "offset"),
            ("offset=a", "offset"),
            ("offset=99999999999999999999", "offset"),
            ("sortkey=secret", "sortkey"),
            ("sortkey=name;", "sortkey"),
            ("sortdir=up", "sortdir"),
            ("limit=1&limit=2", "limit"),
            ("sortkey=%00", "sortkey"),
        ] {
            let answer = tenant.get(&format!("{API_CLIENTS}?{query}")).send().await.expect(400);
            assert_eq!(told(&answer), ("INVALID_REQUEST_DATA".to_owned(), property.to_owned()), "{query}");
        }
        // Also where the body says it otherwise, and right.
        let right = json!({"sortkey": "name", "sortdir": "ASC", "offset": 0, "limit": 1});
        for (query, property) in
            [("sortkey=secret", "sortkey"), ("sortdir=up", "sortdir"), ("offset=-1", "offset"), ("limit=0", "limit")]
        {
            let answer = tenant.post(&format!("{SEARCH}?{query}")).json(right.clone()).send().await.expect(400);
            assert_eq!(told(&answer), ("INVALID_REQUEST_DATA".to_owned(), property.to_owned()), "{query}");
        }
        for (body, property) in [
            (json!({"limit": 0}), "limit"),
            (json!({"offset": -1}), "offset"),
            (json!({"limit": "1"}), "limit"),
            (json!({"sortkey": "secret"}), "sortkey"),
            (json!({"sortdir": "up"}), "sortdir"),
            (json!({"keywords": 1}), "keywords"),
            (json!({"keywords": ["a"]}), "keywords"),
        ] {
            let answer = tenant.post(SEARCH).json(&body).send().await.expect(400);
            assert_eq!(told(&answer), ("INVALID_REQUEST_DATA".to_owned(), property.to_owned()), "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn missing_values_and_wrong_ones_have_codes_of_their_own() {
    on_both(async |tenant| {
        let path = path_of(&things::api_client(&tenant, "Kept").await);
        for (body, code, property) in [
            (json!({}), "REQUIRED_VALUE_MISSING", "name"),
            (json!({"roles": []}), "REQUIRED_VALUE_MISSING", "name"),
            (json!({"name": "a", "roles": [{}]}), "REQUIRED_VALUE_MISSING", "roles[0].id"),
            (json!({"name": null}), "INVALID_REQUEST_DATA", "name"),
            (json!({"name": ""}), "INVALID_REQUEST_DATA", "name"),
            (json!({"name": " "}), "INVALID_REQUEST_DATA", "name"),
            (json!({"name": 1}), "INVALID_REQUEST_DATA", "name"),
            (json!({"name": "n".repeat(600)}), "INVALID_REQUEST_DATA", "name"),
            (json!({"name": "a", "roles": ROLE}), "INVALID_REQUEST_DATA", "roles"),
            (json!({"name": "a", "roles": [ROLE]}), "INVALID_REQUEST_DATA", "roles[0]"),
            (json!({"name": "a", "roles": [{"id": "unknown"}]}), "INVALID_REQUEST_DATA", "roles"),
            (json!({"name": "a", "roles": [{"id": ROLE}, {"id": ""}]}), "INVALID_REQUEST_DATA", "roles"),
        ] {
            for call in [tenant.post(API_CLIENTS), tenant.put(&path)] {
                let answer = refused(&tenant, call.json(&body), 400).await;
                assert_eq!(told(&answer), (code.to_owned(), property.to_owned()), "{body}");
            }
        }
        for text in ["{", "[]", "nonsense", "null", "{\"name\": \"a\\u0000\"}"] {
            let call = tenant.post(API_CLIENTS).body("application/json", text);
            assert!(refused(&tenant, call, 400).await.json()["error_code"].is_string(), "{text}");
        }
        let call = tenant.post(API_CLIENTS).body("text/plain", "{\"name\": \"a\"}");
        assert_eq!(refused(&tenant, call, 415).await.json()["error_code"], "BAD_REQUEST");
        let call = tenant.post(API_CLIENTS).json(json!({"name": "a".repeat(TOO_LARGE)}));
        assert_eq!(refused(&tenant, call, 413).await.json()["error_code"], "BAD_REQUEST");
    })
    .await;
}

#[tokio::test]
async fn unknown_and_impossible_ids() {
    on_both(async |tenant| {
        let long = "a".repeat(4000);
        for (id, status) in [
            (UNKNOWN, 404),
            ("unknown", 404),
            ("%2F", 404),
            ("a%2Fb", 404),
            ("%20", 404),
            (long.as_str(), 404),
            ("%00", 400),
        ] {
            let path = path_of(id);
            for call in [tenant.get(&path), tenant.put(&path).json(json!({"name": "a"})), tenant.delete(&path)] {
                let answer = call.send().await.expect(status);
                let code = if status == 404 { "OBJECT_NOT_FOUND" } else { "INVALID_REQUEST_DATA" };
                assert_eq!(answer.json()["error_code"], code, "{id}");
            }
        }
        // What isn't UTF-8 is refused by the framework, before there is a dialect.
        let _ = tenant.get(&path_of("%FF")).send().await.expect(400);
        let id = things::api_client(&tenant, "Gone").await;
        let deleted = tenant.delete(&path_of(&id)).send().await.expect(200);
        assert_eq!((deleted.text().as_str(), deleted.header("content-length")), ("", "0"));
        let _ = tenant.delete(&path_of(&id)).send().await.expect(404);
        let _ = tenant.get(&path_of(&id)).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn unknown_paths_and_methods_answer_in_the_dialect_s_shape() {
    on_both(async |tenant| {
        let answer = tenant.get("/local-user-store/api/v1/nothing").anonymous().send().await.expect(404);
        assert_eq!(answer.json()["error_code"], "OBJECT_NOT_FOUND");
        for (path, allow) in
            [(API_CLIENTS, "GET, HEAD, POST"), (&path_of("a"), "DELETE, GET, HEAD, PUT"), (SEARCH, "POST")]
        {
            let answer = tenant.patch(path).anonymous().send().await.expect(405);
            assert_eq!(
                (answer.header("allow"), &answer.json()["error_code"]),
                (allow, &json!("BAD_REQUEST")),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_literal_search_beside_ids_is_never_an_id() {
    on_both(async |tenant| {
        let _ = tenant.get(SEARCH).send().await.expect(405);
        let _ = tenant.delete(SEARCH).send().await.expect(405);
    })
    .await;
}

const SEE: &[&str] = &["admin", "service", "apiClientsManage", "api-clients:read", "api-clients:write"];
const CHANGE: &[&str] = &["admin", "service", "apiClientsManage", "api-clients:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    path_of(&things::api_client(tenant, "Night jobs").await)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_api_clients",
        scopes: SEE,
        good: |tenant| ready(tenant.get(API_CLIENTS)),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{API_CLIENTS}?limit=0"))))],
    },
    Row {
        id: "create_api_client",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(API_CLIENTS).json(json!({"name": "Night jobs"}))),
        provoke: &[],
    },
    Row {
        id: "search_api_clients",
        scopes: SEE,
        good: |tenant| ready(tenant.post(SEARCH).json(json!({"keywords": "night"}))),
        provoke: &[],
    },
    Row {
        id: "get_api_client",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_api_client",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"name": "Day jobs", "roles": []})) })
        },
        provoke: &[],
    },
    Row {
        id: "delete_api_client",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];
