//! `/api/admin/{tid}/apis`.

use std::collections::BTreeSet;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{field_of, is_xid};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things::{self, fresh};

const APIS: &str = "/api/admin/{tid}/apis";
const BY_SERVER: &str = "/api/admin/{tid}/servers/default/apis";

fn by_service(service: &str) -> String {
    format!("/api/admin/{{tid}}/services/{service}/apis")
}

fn one(id: &str) -> String {
    format!("{APIS}/{id}")
}

async fn make(tenant: &Tenant, service: &str, method: &str, path: &str) -> Value {
    let new = json!({"service_id": service, "method": method, "path": path});
    tenant.post(APIS).json(new).send().await.expect(201).json()
}

/// Makes it look as if its APIs had come from a specification.
async fn with_specification(tenant: &Tenant, id: &str) {
    write(tenant, &format!("UPDATE services SET with_specification = TRUE WHERE id = '{id}'")).await;
}

/// Changes one row of the tenant, behind the server's back.
async fn write(tenant: &Tenant, update: &str) {
    let update = format!("{update} AND tenant_id = '{}'", tenant.id);
    let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
    assert_eq!(connection.execute_unprepared(&update).await.unwrap().rows_affected(), 1);
    connection.close().await.unwrap();
}

#[tokio::test]
async fn the_sdk_creates_reads_sets_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let (tid, sid) = (&tenant.id, things::service(&tenant).await);
        let body = types::AcpApiRequest::builder().service_id(&sid).method("GET").path("/pets/{id}");
        let created = client.create_api().tid(tid).body(body).send().await.unwrap().into_inner();
        assert!(is_xid(&created.id), "{}", created.id);
        assert_eq!((created.path.as_str(), created.position, created.can_have_policy), ("/pets/{id}", 1, true));
        let got = client.get_api().tid(tid).api(&created.id).send().await.unwrap().into_inner();
        assert_eq!((got.service_id.as_str(), got.server_id.as_str()), (sid.as_str(), "default"));
        let body =
            types::AcpUpdateApiRequest::builder().policy_id("nist-aal-1").data_classifications(vec!["pii".to_owned()]);
        let set = client.update_api().tid(tid).api(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!(
            (set.policy_id.as_str(), set.data_classifications.as_slice()),
            ("nist-aal-1", &["pii".to_owned()][..])
        );
        let listed = client.list_apis_by_service().tid(tid).sid(&sid).send().await.unwrap().into_inner();
        assert_eq!(listed.apis.len(), 1);
        let listed = client.list_apis_by_server().tid(tid).aid("default").send().await.unwrap().into_inner();
        assert_eq!(listed.apis_by_services[&sid][0].id, created.id);
        client.delete_api().tid(tid).api(&created.id).send().await.unwrap();
        let gone = client.get_api().tid(tid).api(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_the_callers_to_say_is_ignored() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let id = fresh("api");
        let new = json!({"id": id, "service_id": service, "method": "GET", "path": "/", "tenant_id": "other", "server_id": "other",
            "position": 7, "can_have_policy": false, "data_classifications": ["b", "a", "b"], "unknown": [1]});
        let created = tenant.post(APIS).json(new).send().await.expect(201).json();
        let expected = json!({"id": id, "tenant_id": tenant.id, "server_id": "default", "service_id": service, "method": "GET",
            "path": "/", "position": 7, "can_have_policy": false, "policy_id": "", "data_classifications": ["b", "a"]});
        assert_eq!(created, expected);
        // Nothing but policy and classifications can be set later on; both are emptied where nothing is said.
        let body = json!({"method": "PUT", "path": "/other", "position": 1, "can_have_policy": true, "service_id": "other"});
        let mut expected = expected;
        expected["data_classifications"] = json!([]);
        assert_eq!(tenant.put(&one(&id)).json(body).send().await.expect(200).json(), expected);
        assert_eq!(tenant.get(&one(&id)).send().await.expect(200).json(), expected);
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_name_the_field() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let good = json!({"service_id": service, "method": "GET", "path": "/pets/{id}"});
        let long = format!("/{}", "a".repeat(2048));
        let deep = "/a".repeat(65);
        let cases = [
            ("service_id", json!("")),
            ("method", json!("")),
            ("method", json!("get")),
            ("method", json!("FETCH")),
            ("path", json!("")),
            ("path", json!("pets")),
            ("path", json!("/pets?x={x}")),
            ("path", json!("/pets#x")),
            ("path", json!("/a b")),
            ("path", json!("/a\u{1}")),
            ("path", json!("/a%01")),
            ("path", json!("/%ff")),
            ("path", json!("/{")),
            ("path", json!("/}")),
            ("path", json!("/{}")),
            ("path", json!("/{a{b}}")),
            ("path", json!("/{a}{b}")),
            ("path", json!("/{a}/{a}")),
            ("path", json!(long)),
            ("path", json!(deep)),
            ("position", json!(-1)),
            ("position", json!(1_000_000_001)),
            ("id", json!("a/b")),
            ("policy_id", json!("nobody")),
            ("data_classifications", json!([""])),
            ("data_classifications", json!([" "])),
            ("data_classifications", json!(["a".repeat(129)])),
            ("data_classifications", json!((0..65).map(|word| word.to_string()).collect::<Vec<_>>())),
        ];
        for (field, value) in cases {
            let mut body = good.clone();
            body[field] = value;
            let answer = tenant.post(APIS).json(&body).send().await.expect(422);
            assert_eq!(field_of(&answer), field, "{body}");
        }
        let mut body = good.clone();
        (body["can_have_policy"], body["policy_id"]) = (json!(false), json!("nist-aal-1"));
        assert_eq!(field_of(&tenant.post(APIS).json(&body).send().await.expect(422)), "policy_id");
        for (field, value) in [("position", json!("1")), ("data_classifications", json!("pii")), ("path", json!(1))] {
            let mut body = good.clone();
            body[field] = value;
            assert_eq!(field_of(&tenant.post(APIS).json(&body).send().await.expect(400)), field);
        }
        let shown = tenant.get(&by_service(&service)).send().await.expect(200).json();
        assert_eq!(shown, json!({"apis": []}), "nothing is written");
        // The same of what can be set later.
        body["policy_id"] = json!("");
        let fixed = tenant.post(APIS).json(&body).send().await.expect(201).json()["id"].clone();
        let fixed = one(fixed.as_str().unwrap());
        for (field, value) in [("policy_id", json!("nist-aal-1")), ("data_classifications", json!([""]))] {
            assert_eq!(field_of(&tenant.put(&fixed).json(json!({field: value})).send().await.expect(422)), field);
        }
    })
    .await;
}

#[tokio::test]
async fn a_template_is_taken_whatever_its_variables_are_called() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        make(&tenant, &service, "GET", "/pets/{id}/{name}.json").await;
        for path in ["/pets/{id}/{name}.json", "/pets/{pet}/{file}.json", "/%70ets/{a}/{b}.json"] {
            let new = json!({"service_id": service, "method": "GET", "path": path});
            assert_eq!(field_of(&tenant.post(APIS).json(new).send().await.expect(422)), "path", "{path}");
        }
        for (method, path) in [("PUT", "/pets/{id}/{name}.json"), ("GET", "/pets/{id}/{name}.xml"), ("GET", "/pets/{id}/{name}")] {
            make(&tenant, &service, method, path).await;
        }
        let other = things::service(&tenant).await;
        make(&tenant, &other, "GET", "/pets/{id}/{name}.json").await;
        let twice = json!({"id": make(&tenant, &other, "GET", "/").await["id"], "service_id": other, "method": "GET", "path": "/x"});
        assert_eq!(field_of(&tenant.post(APIS).json(twice).send().await.expect(422)), "id");
    })
    .await;
}

#[tokio::test]
async fn of_two_templates_that_differ_in_their_variables_alone_both_are_named_and_other_methods_have_their_own() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        make(&tenant, &service, "GET", "/a/{x}").await;
        make(&tenant, &service, "POST", "/a/{y}").await;
        for (method, known) in [("GET", "/a/{x}"), ("POST", "/a/{y}")] {
            let new = json!({"service_id": service, "method": method, "path": "/a/{z}"});
            let refused = tenant.post(APIS).json(new).send().await.expect(422);
            assert_eq!(field_of(&refused), "path");
            let told = refused.json()["error"].as_str().unwrap().to_owned();
            assert!(told.contains(r#""/a/{z}""#) && told.contains(&format!("{known:?} for {method}")), "{told}");
        }
        let listed = tenant.get(&by_service(&service)).send().await.expect(200).json();
        assert_eq!(texts(&listed["apis"], "path"), ["/a/{x}", "/a/{y}"], "nothing else is written");
    })
    .await;
}

#[tokio::test]
async fn lists_are_in_the_order_of_positions_and_an_absent_one_is_the_last() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        for (path, position) in
            [("/a", None), ("/b", Some(10)), ("/c", None), ("/d", Some(5)), ("/e", Some(5)), ("/f", Some(0))]
        {
            let new = json!({"service_id": service, "method": "GET", "path": path, "position": position});
            let _ = tenant.post(APIS).json(new).send().await.expect(201);
        }
        let listed = tenant.get(&by_service(&service)).send().await.expect(200).json();
        assert_eq!(texts(&listed["apis"], "path"), ["/f", "/a", "/d", "/e", "/b", "/c"]);
        let positions: Vec<_> = listed["apis"].as_array().unwrap().iter().map(|api| api["position"].clone()).collect();
        assert_eq!(positions, [0, 1, 5, 5, 10, 11]);
        let of_server = tenant.get(BY_SERVER).send().await.expect(200).json();
        assert_eq!(of_server["apis_by_services"][&service], listed["apis"]);
        let other = tenant.get("/api/admin/{tid}/servers/developer/apis").send().await.expect(200).json();
        assert_eq!(other, json!({"apis_by_services": {}}));
        for nobodys in [by_service(UNKNOWN), by_service("a%20b")] {
            assert_eq!(tenant.get(&nobodys).send().await.expect(200).json(), json!({"apis": []}));
        }
        let nobodys = format!("/api/admin/{{tid}}/servers/{UNKNOWN}/apis");
        assert_eq!(tenant.get(&nobodys).send().await.expect(200).json(), json!({"apis_by_services": {}}));
    })
    .await;
}

/// More than are read at once, of several services, some of them in the same place.
#[tokio::test]
async fn long_lists_are_whole_and_in_order() {
    on_both(async |tenant| {
        let (one, other) = (things::service(&tenant).await, things::service(&tenant).await);
        let mut calls = Vec::new();
        for index in 0..1_205 {
            let service = if index % 3 == 0 { &other } else { &one };
            let new =
                json!({"service_id": service, "method": "GET", "path": format!("/{index}"), "position": index / 700});
            calls.push(tenant.post(APIS).json(new));
        }
        for part in calls.chunks(100) {
            for answer in futures::future::join_all(part.iter().cloned().map(Call::send)).await {
                let _ = answer.expect(201);
            }
        }
        let listed = tenant.get(BY_SERVER).send().await.expect(200).json();
        let of = |service: &str| listed["apis_by_services"][service].as_array().unwrap().clone();
        assert_eq!((of(&one).len(), of(&other).len()), (803, 402));
        let mut paths: Vec<_> = of(&one).into_iter().chain(of(&other)).map(|api| api["path"].clone()).collect();
        let positions: Vec<_> = of(&one).iter().map(|api| api["position"].as_i64()).collect();
        assert!(positions.is_sorted(), "{positions:?}");
        paths.sort_by_key(|path| path.as_str().unwrap().to_owned());
        paths.dedup();
        assert_eq!(paths.len(), 1_205, "each once");
    })
    .await;
}

/// The lengths of the parts in which a list is sent.
async fn parts_of(tenant: &Tenant, path: &str) -> Vec<usize> {
    let (address, token) = (tenant.server.url().strip_prefix("http://").unwrap(), tenant.narrow_token(SEE).await);
    let path = path.replace("{tid}", &tenant.id);
    let head =
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (_, mut rest) = answer.split_once("\r\n\r\n").unwrap();
    let mut lengths = Vec::new();
    // RFC 9112 §7.1: each behind its length, the last of which is none.
    while let Some((length, parts)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        if length == 0 {
            return lengths;
        }
        lengths.push(length);
        rest = &parts[length + 2..];
    }
    panic!("it breaks off behind {lengths:?}");
}

/// As few as may be read at once, and too large for one answer that is made as a whole.
#[tokio::test]
async fn a_list_of_large_ones_is_whole() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let words: Vec<_> = (0..64).map(|index| format!("{index:0>128}")).collect();
        let new = |index: usize| {
            let path = format!("/{index}");
            json!({"service_id": service, "method": "GET", "path": path, "data_classifications": words})
        };
        for first in (0..1_000).step_by(50) {
            let made = (first..first + 50).map(|index| tenant.post(APIS).json(new(index)).send());
            for answer in futures::future::join_all(made).await {
                let _ = answer.expect(201);
            }
        }
        let client = tenant.client().await;
        let of_service = client.list_apis_by_service().tid(&tenant.id).sid(&service).send().await.unwrap().into_inner();
        let of_server = client.list_apis_by_server().tid(&tenant.id).aid("default").send().await.unwrap().into_inner();
        for apis in [&of_service.apis, &of_server.apis_by_services[&service]] {
            let paths: BTreeSet<_> = apis.iter().map(|api| api.path.as_str()).collect();
            assert_eq!((apis.len(), paths.len()), (1_000, 1_000));
            assert!(apis.iter().all(|api| api.data_classifications == words));
        }
        // However large each is, few of them are in memory at once.
        let parts = parts_of(&tenant, &by_service(&service)).await;
        let largest = parts.iter().max().unwrap();
        assert!(parts.len() > 25 && *largest < 256 * 1024 + 16 * 1024, "{} of up to {largest} bytes", parts.len());
    })
    .await;
}

#[tokio::test]
async fn one_that_cannot_be_read_hides_no_other() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        for path in ["/a", "/b", "/c"] {
            make(&tenant, &service, "GET", path).await;
        }
        for (path, left) in [("/c", &["/a", "/b"][..]), ("/a", &["/b"])] {
            let spoil = "UPDATE apis SET data_classifications = '{\"a\": 1}'";
            write(&tenant, &format!("{spoil} WHERE service_id = '{service}' AND path = '{path}'")).await;
            let listed = tenant.get(&by_service(&service)).send().await.expect(200).json();
            assert_eq!(texts(&listed["apis"], "path"), left, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_to_classifications() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        for (path, words) in [
            ("/a", json!(["pii"])),
            ("/b", json!(["pii", "health"])),
            ("/c", json!([])),
            ("/d", json!(["öffentlich, ja"])),
        ] {
            let new = json!({"service_id": service, "method": "GET", "path": path, "data_classifications": words});
            let _ = tenant.post(APIS).json(new).send().await.expect(201);
        }
        let encoded = "data_classification=%C3%B6ffentlich%2C+ja";
        for (query, expected) in [
            ("", &["/a", "/b", "/c", "/d"][..]),
            ("data_classification=pii", &["/a", "/b"]),
            ("data_classification=health", &["/b"]),
            ("data_classification=pii&data_classification=health", &["/a", "/b"]),
            (encoded, &["/d"]),
            ("data_classification=none", &[]),
            ("data_classification=", &["/a", "/b", "/c", "/d"]),
            ("data_classification=%00&data_classification=health", &["/b"]),
            ("without_data_classifications=true", &["/c"]),
            ("without_data_classifications=false", &["/a", "/b", "/c", "/d"]),
            ("without_data_classifications=true&data_classification=health", &["/b", "/c"]),
        ] {
            let listed = tenant.get(&format!("{}?{query}", by_service(&service))).send().await.expect(200).json();
            assert_eq!(texts(&listed["apis"], "path"), expected, "{query}");
            let listed = tenant.get(&format!("{BY_SERVER}?{query}")).send().await.expect(200).json();
            let of_service = &listed["apis_by_services"][&service];
            assert_eq!(of_service.as_array().map_or(0, Vec::len), expected.len(), "{query}");
        }
        // As they are now, and not as they were.
        let listed = tenant.get(&by_service(&service)).send().await.json();
        let id = listed["apis"][0]["id"].as_str().unwrap().to_owned();
        let _ = tenant.put(&one(&id)).json(json!({"data_classifications": ["secret"]})).send().await.expect(200);
        for (word, count) in [("pii", 1), ("secret", 1)] {
            let path = format!("{}?data_classification={word}", by_service(&service));
            assert_eq!(tenant.get(&path).send().await.json()["apis"].as_array().unwrap().len(), count, "{word}");
        }
        let _ = tenant.delete(&one(&id)).send().await.expect(204);
        let path = format!("{}?data_classification=secret", by_service(&service));
        assert_eq!(tenant.get(&path).send().await.json(), json!({"apis": []}));
    })
    .await;
}

#[tokio::test]
async fn the_apis_of_a_specification_and_of_what_is_built_in_are_not_made_by_hand() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let api = make(&tenant, &service, "GET", "/").await;
        let path = one(api["id"].as_str().unwrap());
        with_specification(&tenant, &service).await;
        let new = json!({"service_id": service, "method": "PUT", "path": "/"});
        let refused = tenant.post(APIS).json(&new).send().await.expect(400).json();
        assert!(refused["error"].as_str().unwrap().contains("specification"), "{refused}");
        let _ = tenant.delete(&path).send().await.expect(403);
        let set = json!({"policy_id": "block", "data_classifications": ["pii"]});
        assert_eq!(tenant.put(&path).json(set).send().await.expect(200).json()["policy_id"], "block");
        for built_in in ["management-api", "oauth2-default", "gateway", "control-plane"] {
            let new = json!({"service_id": built_in, "method": "GET", "path": "/"});
            let _ = tenant.post(APIS).json(&new).send().await.expect(400);
        }
    })
    .await;
}

#[tokio::test]
async fn what_apis_hang_on_takes_them_along_and_what_they_need_stays() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let policy = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let new = json!({"service_id": service, "method": "GET", "path": "/", "policy_id": policy, "data_classifications": ["pii"]});
        let id = tenant.post(APIS).json(new).send().await.expect(201).json()["id"].as_str().unwrap().to_owned();
        let refused = tenant.delete(&format!("/api/admin/{{tid}}/policies/{policy}")).send().await.expect(400).json();
        assert!(refused["error"].as_str().unwrap().contains(&id), "{refused}");
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/services/{service}")).send().await.expect(204);
        let _ = tenant.get(&one(&id)).send().await.expect(404);
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/policies/{policy}")).send().await.expect(204);
    })
    .await;
}

/// Two that are made at once don't get one place.
#[tokio::test]
async fn positions_of_many_at_once_are_all_different() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let calls = (0..40).map(|index| {
            let new = json!({"service_id": service, "method": "GET", "path": format!("/{index}")});
            tenant.post(APIS).json(new).send()
        });
        let mut positions: Vec<i64> = Vec::new();
        for answer in futures::future::join_all(calls).await {
            positions.push(answer.expect(201).json()["position"].as_i64().unwrap());
        }
        positions.sort_unstable();
        assert_eq!(positions, (1..=40).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn apis_of_the_systems_servers_are_for_those_who_may_do_everything() {
    on_both(async |tenant| {
        let new = json!({"name": "Mine", "authorization_server_id": "system"});
        let service = tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json()["id"].clone();
        let api = make(&tenant, service.as_str().unwrap(), "GET", "/").await;
        let narrow = tenant.narrow_token(&["services:write"]).await;
        let new = json!({"service_id": service, "method": "PUT", "path": "/"});
        let path = one(api["id"].as_str().unwrap());
        for call in [tenant.post(APIS).json(new), tenant.put(&path).json(json!({})), tenant.delete(&path)] {
            let _ = call.bearer(&narrow).send().await.expect(403);
        }
        let _ = tenant.get(&path).bearer(&narrow).send().await.expect(200);
    })
    .await;
}

const SEE: &[&str] = &["services:read", "services:write"];
const CHANGE: &[&str] = &["services:write"];

/// The path of a new one.
async fn new_one(tenant: &Tenant) -> String {
    let service = things::service(tenant).await;
    one(make(tenant, &service, "GET", "/pets").await["id"].as_str().unwrap())
}

/// Creation in a new service.
async fn creation(tenant: &Tenant) -> Call {
    tenant.post(APIS).json(json!({"service_id": things::service(tenant).await, "method": "GET", "path": "/pets/{id}"}))
}

/// Removal of one that came with a specification.
async fn removal_of_imported(tenant: &Tenant) -> Call {
    let service = things::service(tenant).await;
    let api = make(tenant, &service, "GET", "/").await;
    with_specification(tenant, &service).await;
    tenant.delete(&one(api["id"].as_str().unwrap()))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_apis_by_server", scopes: SEE, good: |tenant| ready(tenant.get(BY_SERVER)), provoke: &[] },
    Row {
        id: "list_apis_by_service",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&by_service(&things::service(tenant).await)) }),
        provoke: &[],
    },
    Row {
        id: "create_api",
        scopes: CHANGE,
        good: |tenant| Box::pin(creation(tenant)),
        provoke: &[(404, |_, good| {
            let mut body = good.json_body();
            body["service_id"] = json!(UNKNOWN);
            ready(good.json(body))
        })],
    },
    Row {
        id: "get_api",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&new_one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_api",
        scopes: CHANGE,
        good: |tenant| {
            let set = json!({"policy_id": "nist-aal-1", "data_classifications": ["pii"]});
            Box::pin(async move { tenant.put(&new_one(tenant).await).json(set) })
        },
        provoke: &[(422, |_, good| ready(good.json(json!({"policy_id": UNKNOWN}))))],
    },
    Row {
        id: "delete_api",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&new_one(tenant).await) }),
        provoke: &[(403, |tenant, _| Box::pin(removal_of_imported(tenant)))],
    },
];
