//! No change is lost to another one, and none is made twice: `If-Match` (RFC 9110 §13.1.1) at every operation that changes one thing, in all dialects, and
//! `X-Idempotency-Key` at every POST of ACP.

use std::collections::BTreeSet;
use std::sync::Arc;

use authplane_tests::document::Operation;
use authplane_tests::process::Replicas;
use authplane_tests::{Answer, Call, Database, Document, Settings, Tenant, TestServer, on_both};
use futures::future::join_all;
use http::Method;
use http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::domain::everything_in;
use super::nets::{self, Row};
use super::things;
use super::upstream::{Upstream, answer};

const KEY: HeaderName = HeaderName::from_static("x-idempotency-key");

/// What changes no row of its own, which could be another one than its caller has seen.
const WITHOUT_A_ROW: [(&str, &str); 5] = [
    ("end_sessions", "a user's sessions and grants, as many as there are"),
    ("patch_consent_grants", "several consents, and what is so already stays"),
    ("patch_consent_grants_system", "several consents, and what is so already stays"),
    ("import_configuration", "many rows, and its mode says what becomes of those that are otherwise"),
    ("revoke_client_access", "what users have given to a client, whatever it is by now"),
];

/// What makes several things, of which none is shown.
const SEVERAL: [&str; 1] = ["create_role_application"];

fn is_change(operation: &Operation<'_>) -> bool {
    matches!(operation.method.0, "put" | "patch" | "delete")
        && WITHOUT_A_ROW.iter().all(|(without, _)| *without != operation.id)
}

/// The path of the thing that a change is of: what follows its id names a part.
fn thing_of(path: &str) -> &str {
    path.rfind('}').map_or(path, |end| &path[..=end])
}

fn takes(operation: &Operation<'_>, header: &str) -> bool {
    let parameters = operation.object["parameters"].as_array();
    parameters.into_iter().flatten().any(|parameter| parameter["in"] == "header" && parameter["name"] == header)
}

/// Does its success answer have an entity tag?
fn is_tagged(operation: &Operation<'_>) -> bool {
    let mut successes = operation.responses().keys().filter(|status| status.starts_with('2'));
    successes.any(|status| operation.responses()[status]["headers"].get("ETag").is_some())
}

fn is_of_acp(operation: &Operation<'_>) -> bool {
    ["/api/admin/", "/api/developer/", "/api/system/"].iter().any(|start| operation.path.starts_with(start))
}

/// The part of a tag that `If-Match` looks at.
fn version(tag: &str) -> &str {
    tag.trim_start_matches('"').split('.').next().unwrap_or_default()
}

#[test]
fn every_change_of_one_thing_takes_if_match_and_what_shows_the_thing_has_its_tag() {
    let operations: Vec<Operation<'_>> = Document::canonical().operations().collect();
    let things: BTreeSet<&str> = operations.iter().filter(|o| is_change(o)).map(|o| thing_of(o.path)).collect();
    let mut problems = Vec::new();
    for operation in &operations {
        let id = operation.id;
        let (changes, declares) = (is_change(operation), operation.responses().contains_key("412"));
        if changes != takes(operation, "If-Match") || changes != declares {
            problems.push(format!(
                "{id}: it changes a thing {changes}, and declares 412 {declares}: `seen: IfMatch` and `acting_if`"
            ));
        }
        let shows = match operation.method.0 {
            "get" => things.contains(operation.path),
            "put" | "patch" => changes,
            "post" => things.iter().any(|thing| thing.rsplit_once('/').is_some_and(|(list, _)| list == operation.path)),
            _ => false,
        } && !SEVERAL.contains(&id);
        if shows && !is_tagged(operation) {
            problems.push(format!("{id} shows a thing without its tag: answer `Tagged`"));
        }
    }
    for (without, _) in WITHOUT_A_ROW {
        assert!(operations.iter().any(|operation| operation.id == without), "{without} is no operation");
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// It asks, and what is true of a token now may not be a minute later.
const QUESTION: &str = "gateway_introspect";

#[test]
fn every_post_of_acp_takes_a_key_by_which_it_is_done_once() {
    let posts = Document::canonical().operations().filter(|o| o.method.0 == "post" && is_of_acp(o));
    let posts = posts.filter(|o| o.id != QUESTION);
    let without: Vec<&str> = posts.filter(|o| !takes(o, "X-Idempotency-Key")).map(|o| o.id).collect();
    assert!(without.is_empty(), "{without:?} take no key: `_once: IdempotencyKey` behind the caller");
}

fn changes() -> impl Iterator<Item = (Operation<'static>, &'static Row)> {
    nets::operations().filter(|(operation, _)| is_change(operation))
}

#[tokio::test]
async fn a_change_of_what_the_caller_has_not_seen_is_412_and_changes_nothing() {
    for database in Database::tested() {
        println!("on {database:?}");
        // Nobody else is at work there.
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        for (operation, row) in changes() {
            let good = (row.good)(&tenant).await;
            let before = everything(&server).await;
            let refused = good.clone().header(IF_MATCH, "\"another\", W/\"version\"").send().await;
            assert_eq!(refused.status, 412, "{}: {}", operation.id, refused.text());
            assert_eq!(refused.header("etag"), "", "{}", operation.id);
            assert!(everything(&server).await == before, "{} was refused and has changed something", operation.id);
            let made = good.header(IF_MATCH, "*").send().await;
            assert!(made.status < 300, "{}: {} {}", operation.id, made.status, made.text());
        }
    }
}

/// All rows but of tries, which count whatever comes of them.
pub(super) async fn everything(server: &TestServer) -> String {
    let everything = everything_in(server.database(), server.database_url()).await;
    let tables = everything.split("== ").filter(|table| !table.starts_with("attempts\n"));
    tables.collect::<Vec<_>>().join("== ")
}

/// The thing that `change` is of, as GET shows it; `None` where the dialect shows no single one.
async fn shown(operation: &Operation<'_>, change: &Call) -> Option<Answer> {
    let thing = thing_of(operation.path);
    Document::canonical().operations().find(|other| other.method.0 == "get" && other.path == thing)?;
    let beyond = operation.path.len() - thing.len();
    let path = change.path().to_owned();
    let get = change.clone().method(Method::GET).at(&path[..path.len() - beyond]).body("", "");
    Some(get.send().await.expect(200))
}

#[tokio::test]
async fn the_tag_that_is_shown_is_the_one_that_counts_however_a_proxy_has_marked_it_and_only_until_a_change() {
    on_both(async |tenant| {
        for (operation, row) in changes().filter(|(operation, _)| operation.method.0 != "delete") {
            let change = (row.good)(&tenant).await;
            let seen = shown(&operation, &change).await.map(|answer| answer.header("etag").to_owned());
            let condition = seen.as_ref().map_or_else(|| "*".to_owned(), |tag| format!("\"other\", W/{tag}"));
            let made = change.clone().header(IF_MATCH, &condition).send().await;
            assert!(made.status < 300, "{}: {} {}", operation.id, made.status, made.text());
            let new = made.header("etag").to_owned();
            assert_ne!(version(&new), "", "{}: a change shows the tag", operation.id);
            if let Some(seen) = &seen {
                assert_ne!(version(&new), version(seen), "{} changed something", operation.id);
                let again = shown(&operation, &change).await.unwrap();
                assert_eq!(version(again.header("etag")), version(&new), "{}", operation.id);
            }
            let Some((deletion, _)) =
                changes().find(|(other, _)| other.method.0 == "delete" && other.path == thing_of(operation.path))
            else {
                continue;
            };
            let beyond = operation.path.len() - deletion.path.len();
            let path = change.path()[..change.path().len() - beyond].to_owned();
            // A secret's path is its name, which the change was of.
            let path =
                if operation.id == "update_application_secret" { path.replace("Summer", "Winter") } else { path };
            let delete = change.method(Method::DELETE).at(&path).body("", "");
            if let Some(seen) = &seen {
                let refused = delete.clone().header(IF_MATCH, seen).send().await;
                assert_eq!(refused.status, 412, "{} by the tag before {}", deletion.id, operation.id);
            }
            let deleted = delete.header(IF_MATCH, &new).send().await;
            assert!(deleted.status < 300, "{}: {} {}", deletion.id, deleted.status, deleted.text());
        }
    })
    .await;
}

/// The same change of the same thing, but into something else: who asks for what is so already is told that it is (RFC 9110 §13.1.1).
fn otherwise(operation: &Operation<'_>, change: &Call, word: &str) -> Call {
    let mut body = change.json_body();
    match operation.id {
        "update_api" => body["data_classifications"] = json!([word]),
        "update_authentications" => body["methods"][0]["name"] = json!(word),
        "update_claim" => body["mapping"] = json!(word),
        "update_policy" => body["policy_name"] = json!(word),
        "update_client" | "update_client_for_developer" | "dynamic_client_registration_update_client" => {
            body["client_name"] = json!(word);
        }
        // There are two of these, and the thing is one of them already.
        "update_resource_is_default" => {
            let resource = change.path().trim_end_matches("/is-default").to_owned();
            return change.clone().at(&resource).json(json!({"name": word}));
        }
        // Names of roles are unique in the tenant.
        "update_resource_scope" | "update_role" => body["description"] = json!(word),
        // The roles are a part of the application.
        "replace_application_roles" => {
            let application = change.path().trim_end_matches("/roles").to_owned();
            return change.clone().method(Method::PATCH).at(&application).json(json!({"name": word}));
        }
        // Members that the change doesn't name stay, and it would change nothing.
        "update_application_custom_data" => body["team"] = json!(word),
        "update_user_custom_data" => body["customData"]["team"] = json!(word),
        "update_user_profile" => body["profile"]["nickname"] = json!(word),
        "update_user_password" => body["password"] = json!(word),
        // There are two of these, too.
        "update_user_is_suspended" => {
            let user = change.path().trim_end_matches("/is-suspended").to_owned();
            return change.clone().at(&user).json(json!({"name": word}));
        }
        // Its path is the name that it changes: the same is said of the whole application.
        "update_application_secret" => {
            let application = change.path().split("/secrets/").next().unwrap().to_owned();
            return change.clone().at(&application).json(json!({"name": word}));
        }
        _ => body["name"] = json!(word),
    }
    change.clone().json(body)
}

/// The tag of the thing that `change` is of, and that has just been made. Where the dialect shows no single one, another change tells it.
async fn tag_before(operation: &Operation<'_>, change: &Call) -> String {
    let seen = match shown(operation, change).await {
        Some(shown) => shown,
        None => otherwise(operation, change, "first").send().await.expect(200),
    };
    seen.header("etag").to_owned()
}

#[tokio::test]
async fn after_any_change_the_tag_from_before_it_is_412_for_everything_that_can_be_changed() {
    on_both(async |tenant| {
        for (operation, row) in changes().filter(|(operation, _)| operation.method.0 != "delete") {
            let change = (row.good)(&tenant).await;
            let before = tag_before(&operation, &change).await;
            let made = change.clone().header(IF_MATCH, &before).send().await;
            assert!(made.status < 300, "{}: {} {}", operation.id, made.status, made.text());
            let again = otherwise(&operation, &change, "another");
            let stale = again.clone().header(IF_MATCH, &before).send().await;
            assert_eq!(stale.status, 412, "{}: {}", operation.id, stale.text());
            let now = shown(&operation, &change).await;
            let now = now.as_ref().map_or(made.header("etag"), |now| now.header("etag"));
            assert_eq!(version(now), version(made.header("etag")), "{}", operation.id);
            let fresh = again.header(IF_MATCH, now).send().await;
            assert!(fresh.status < 300, "{}: {} {}", operation.id, fresh.status, fresh.text());
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_one_thing_at_once_one_wins_whatever_the_thing_is() {
    on_both(async |tenant| {
        for (operation, row) in changes().filter(|(operation, _)| operation.method.0 != "delete") {
            let change = (row.good)(&tenant).await;
            let tag = tag_before(&operation, &change).await;
            let both = [change.clone(), otherwise(&operation, &change, "another")];
            let answers = join_all(both.map(|call| call.header(IF_MATCH, &tag).send())).await;
            let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.is_success());
            let ([won], [lost]) = (&won[..], &lost[..]) else { panic!("{}: {answers:?}", operation.id) };
            assert_eq!(lost.status, 412, "{}: {}", operation.id, lost.text());
            if let Some(now) = shown(&operation, &change).await {
                assert_eq!(version(now.header("etag")), version(won.header("etag")), "{}", operation.id);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_tag_is_the_same_whichever_members_are_asked_for() {
    on_both(async |tenant| {
        let id = things::resource(&tenant).await;
        things::resource_scope(&tenant, &id, "orders:read").await;
        let path = format!("/api/resources/{id}");
        for (selection, name) in [("?includeScopes=true", "With"), ("?includeScopes=false", "Without"), ("", "Neither")]
        {
            let seen = tenant.get(&format!("{path}{selection}")).send().await.expect(200);
            let rename =
                |name: &str| tenant.patch(&path).json(json!({"name": name})).header(IF_MATCH, seen.header("etag"));
            let renamed = rename(name).send().await.expect(200);
            assert_eq!(renamed.json()["name"], name);
            let _ = rename("Late").send().await.expect(412);
            // A list shows the thing as it is alone, and has a tag that is of no thing.
            let list = tenant.get(&format!("/api/resources{selection}")).send().await.expect(200);
            let listed = list.json();
            let listed = listed.as_array().unwrap().iter().find(|resource| resource["id"] == *id).unwrap();
            assert_eq!((&listed["name"], listed["scopes"].is_array()), (&json!(name), selection.ends_with("=true")));
            let by_list = tenant.patch(&path).json(json!({"name": "Late"})).header(IF_MATCH, list.header("etag"));
            let _ = by_list.send().await.expect(412);
        }
    })
    .await;
}

#[tokio::test]
async fn the_tag_of_a_creation_is_the_one_of_the_thing() {
    on_both(async |tenant| {
        let mut tried = 0;
        for (operation, row) in
            nets::operations().filter(|(operation, _)| operation.method.0 == "post" && is_tagged(operation))
        {
            let list = operation.path;
            let single = |other: &Operation<'_>| {
                other.method.0 == "get" && thing_of(other.path).rsplit_once('/').is_some_and(|(of, _)| of == list)
            };
            if !Document::canonical().operations().any(|other| single(&other)) {
                continue;
            }
            let call = (row.good)(&tenant).await;
            let made = call.clone().send().await;
            assert!(made.is_success(), "{}: {}", operation.id, made.text());
            let body = made.json();
            let ids = ["/id", "/client_id", "/tenant/id"];
            let id = ids.iter().find_map(|id| body.pointer(id)?.as_str()).expect("it has an id");
            let get = call.clone().method(Method::GET).at(&format!("{}/{id}", call.path())).body("", "");
            let get = match body["registration_access_token"].as_str() {
                Some(token) => get.bearer(token),
                None => get,
            };
            let found = get.send().await.expect(200);
            assert_eq!(version(found.header("etag")), version(made.header("etag")), "{}", operation.id);
            tried += 1;
        }
        assert!(tried > 5, "{tried}");
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_is_another_one_when_something_that_hangs_on_the_thing_is() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let path = format!("/api/admin/{{tid}}/services/{service}");
        let tag = tenant.get(&path).send().await.expect(200).header("etag").to_owned();
        let unchanged = tenant.get(&path).header(IF_NONE_MATCH, &tag).send().await;
        assert_eq!((unchanged.status, unchanged.header("etag"), unchanged.body.len()), (304, tag.as_str(), 0));
        // A caller with another right isn't shown the same: to others the bytes say it, to a change the version does.
        things::scope(&tenant, Some(&service), "orders:read").await;
        let changed = tenant.get(&path).header(IF_NONE_MATCH, &tag).send().await.expect(200);
        assert_ne!(changed.header("etag"), tag);
        assert_eq!(version(changed.header("etag")), version(&tag));
        let put = tenant.put(&path).json(json!({"name": "Orders of today"})).header(IF_MATCH, &tag);
        let _ = put.send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn of_two_hundred_administrators_who_edit_one_server_at_once_none_loses_a_change() {
    const ADMINISTRATORS: usize = 200;
    on_both(async |tenant| {
        let path = format!("/api/admin/{{tid}}/servers/{}", things::authorization_server(&tenant).await);
        // Each reads, adds one to the number that stands there, and writes it back, if it is still so.
        let read = || async {
            let answer = tenant.get(&path).send().await.expect(200);
            (answer.header("etag").to_owned(), answer.json())
        };
        let write = |tag: &str, mut server: Value| {
            let number: usize = server["name"].as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
            server["name"] = json!((number + 1).to_string());
            tenant.put(&path).json(server).header(IF_MATCH, tag).send()
        };
        let (tag, server) = read().await;
        let first = join_all((0..ADMINISTRATORS).map(|_| write(&tag, server.clone()))).await;
        let made = first.iter().filter(|answer| answer.status == 200).count();
        let refused = first.iter().filter(|answer| answer.status == 412).count();
        assert_eq!((made, refused), (1, ADMINISTRATORS - 1), "all had seen the same");
        let crowd = Arc::new(Semaphore::new(8));
        let others = (0..refused).map(|_| async {
            let _place = crowd.acquire().await.unwrap();
            loop {
                let (tag, server) = read().await;
                let answer = write(&tag, server).await;
                if answer.status == 200 {
                    return;
                }
                assert_eq!(answer.status, 412, "{}", answer.text());
            }
        });
        join_all(others).await;
        assert_eq!(read().await.1["name"], ADMINISTRATORS.to_string());
    })
    .await;
}

/// All headers but those of the single exchange: also `Location` and `Link`, wherever an operation sends them.
fn kept_headers(answer: &Answer) -> Vec<(String, String)> {
    const OF_THE_EXCHANGE: [&str; 3] = ["date", "x-idempotent-replayed", "x-request-id"];
    let headers = answer.headers.iter().filter(|(name, _)| !OF_THE_EXCHANGE.contains(&name.as_str()));
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    headers.sort();
    headers
}

#[tokio::test]
async fn a_post_of_acp_that_comes_again_with_its_key_is_answered_alike_and_done_once() {
    on_both(async |tenant| {
        for (number, (operation, row)) in
            nets::operations().filter(|(operation, _)| takes(operation, "X-Idempotency-Key")).enumerate()
        {
            let key = format!("{}-{number:032}", tenant.id);
            let call = (row.good)(&tenant).await.header(KEY, &key);
            let first = call.clone().send().await;
            assert!(first.status < 300, "{}: {} {}", operation.id, first.status, first.text());
            assert_eq!(first.header("x-idempotent-replayed"), "", "{}", operation.id);
            let again = call.clone().send().await;
            assert_eq!((again.status, &again.body), (first.status, &first.body), "{}", operation.id);
            assert_eq!(again.header("x-idempotent-replayed"), "true", "{}", operation.id);
            assert_eq!(kept_headers(&again), kept_headers(&first), "{}", operation.id);
            let other = call.longer(b" ").send().await;
            assert!(matches!(other.status, 400 | 403 | 422), "{}: {}", operation.id, other.status);
            assert_eq!(other.json()["details"]["field"], "X-Idempotency-Key", "{}", operation.id);
        }
    })
    .await;
}

#[tokio::test]
async fn of_fifty_who_post_the_same_at_once_to_two_replicas_one_makes_a_row_and_all_get_its_answer() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let replicas = Replicas::start().await;
    let tenant = &replicas.tenant;
    let name = things::fresh("wanted");
    let key = format!("{}-{name:0>32}", tenant.id);
    let asked = (0..50).map(|number| {
        let url = format!("{}/api/admin/{}/services", replicas.urls()[number % 2], tenant.id);
        let call = Call::new(Method::POST, url).bearer(&tenant.token).header(KEY, &key);
        call.json(json!({"name": name})).send()
    });
    let answers = join_all(asked).await;
    let first = answers.iter().find(|answer| answer.header("x-idempotent-replayed").is_empty()).unwrap();
    assert_eq!(first.status, 201, "{}", first.text());
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (first.status, &first.body), "{}", answer.text());
        assert_eq!(kept_headers(answer), kept_headers(first));
    }
    let replayed = answers.iter().filter(|answer| answer.header("x-idempotent-replayed") == "true").count();
    assert_eq!(replayed, 49);
    let services = tenant.get("/api/admin/{tid}/servers/default/services").send().await.expect(200).text();
    assert_eq!(services.matches(&format!("\"{name}\"")).count(), 1, "{services}");
    let id = first.json()["id"].as_str().unwrap().to_owned();
    let events = tenant.audit_events().await;
    assert_eq!(events.iter().filter(|event| **event == ("service.create".to_owned(), id.clone())).count(), 1);
}

#[tokio::test]
async fn a_key_whose_request_is_under_way_is_422_with_another_body_and_waits_with_the_same() {
    for database in Database::tested() {
        println!("on {database:?}");
        // It is under way as long as the document isn't there.
        let upstream = Upstream::holding(|_| answer("200 OK", "openapi: 3.1.0\npaths: {/a: {get: {}}}\n")).await;
        let settings = Settings { database, ..Settings::default() };
        let settings = settings.with("outgoing_allowed", upstream.address.to_string());
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let service = things::service(&tenant).await;
        let key = format!("{}-{:032}", tenant.id, 1);
        let path = format!("/api/admin/{{tid}}/services/{service}/apis/import/url");
        let import = |document: &str| {
            let part = "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\n";
            let body = format!("{part}{}\r\n--x--\r\n", upstream.url(document));
            tenant.post(&path).body("multipart/form-data; boundary=x", body).header(KEY, &key).send()
        };
        let first = tokio::spawn(import("/one"));
        upstream.came(1).await;
        for _ in 0..2 {
            let refused = import("/other").await.expect(422);
            assert_eq!(refused.json()["details"]["field"], "X-Idempotency-Key", "{}", refused.text());
        }
        let second = tokio::spawn(import("/one"));
        let _ = import("/other").await.expect(422);
        assert!(!first.is_finished() && !second.is_finished());
        upstream.let_go();
        let (first, second) = (first.await.unwrap().expect(200), second.await.unwrap().expect(200));
        assert_eq!((&first.body, kept_headers(&first)), (&second.body, kept_headers(&second)));
        assert_eq!((first.header("x-idempotent-replayed"), second.header("x-idempotent-replayed")), ("", "true"));
        assert_eq!(upstream.hits(), 1, "it was done once");
    }
}
