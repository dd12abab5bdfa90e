//! Lists as streams: all of it, in pages of any size, while rows come and go.

use std::collections::BTreeSet;
use std::pin::pin;

use authplane_client::{Client, Error, types};
use authplane_tests::{Document, Tenant, on_both};
use futures::future::LocalBoxFuture;
use futures::{Stream, StreamExt as _, TryStreamExt as _};
use serde_json::{Value, json};

use super::{Said, speaking};
use crate::it::logto::roles::of_applications;
use crate::it::things::{self, fresh};

/// A list that comes in pages, and the stream of it.
struct List {
    id: &'static str,
    /// Adds a row; its path.
    add: for<'a> fn(&'a Tenant, &'a str) -> LocalBoxFuture<'a, String>,
    /// What the list is of, made before.
    of: for<'a> fn(&'a Tenant) -> LocalBoxFuture<'a, String>,
    /// The ids of all rows, `size` at a time. After the first row `meanwhile` happens.
    read: for<'a> fn(&'a Client, &'a str, u32, Meanwhile<'a>) -> LocalBoxFuture<'a, Vec<String>>,
}

type Meanwhile<'a> = LocalBoxFuture<'a, ()>;

const API_CLIENTS: &str = "/local-user-store/api/v1/api-clients";

const LISTS: &[List] = &[
    List {
        id: "list_applications",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| {
            Box::pin(async {
                let body = json!({"name": "Shop", "type": "SPA"});
                let made = tenant.post("/api/applications").json(body).send().await.expect(200).json();
                format!("/api/applications/{}", made["id"].as_str().unwrap())
            })
        },
        read: |client, _, size, meanwhile| {
            Box::pin(ids(client.list_applications().stream(size), |row| row.id, meanwhile))
        },
    },
    List {
        id: "list_roles",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| Box::pin(async { format!("/api/roles/{}", of_applications(tenant).await) }),
        read: |client, _, size, meanwhile| Box::pin(ids(client.list_roles().stream(size), |row| row.id, meanwhile)),
    },
    List {
        id: "list_role_scopes",
        of: |tenant| Box::pin(of_applications(tenant)),
        add: |tenant, role| {
            Box::pin(async move {
                let resource = things::resource(tenant).await;
                let id = things::resource_scope(tenant, &resource, &fresh("scope")).await;
                let list = format!("/api/roles/{role}/scopes");
                let _ = tenant.post(&list).json(json!({"scopeIds": [id]})).send().await.expect(201);
                format!("{list}/{id}")
            })
        },
        read: |client, role, size, meanwhile| {
            Box::pin(ids(client.list_role_scopes().id(role).stream(size), |row| row.id, meanwhile))
        },
    },
    List {
        id: "list_role_applications",
        of: |tenant| Box::pin(of_applications(tenant)),
        add: |tenant, role| {
            Box::pin(async move {
                let id = things::robot(tenant).await;
                let list = format!("/api/roles/{role}/applications");
                let _ = tenant.post(&list).json(json!({"applicationIds": [id]})).send().await.expect(201);
                format!("{list}/{id}")
            })
        },
        read: |client, role, size, meanwhile| {
            Box::pin(ids(client.list_role_applications().id(role).stream(size), |row| row.id, meanwhile))
        },
    },
    List {
        id: "list_application_roles",
        of: |tenant| Box::pin(things::robot(tenant)),
        add: |tenant, application| {
            Box::pin(async move {
                let id = of_applications(tenant).await;
                let list = format!("/api/applications/{application}/roles");
                let _ = tenant.post(&list).json(json!({"roleIds": [id]})).send().await.expect(201);
                format!("{list}/{id}")
            })
        },
        read: |client, application, size, meanwhile| {
            let stream = client.list_application_roles().application_id(application).stream(size);
            Box::pin(ids(stream, |row| row.id, meanwhile))
        },
    },
    List {
        id: "list_users",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| {
            Box::pin(async move {
                let made = tenant.post("/api/users").json(json!({})).send().await.expect(200);
                format!("/api/users/{}", made.json()["id"].as_str().unwrap())
            })
        },
        read: |client, _, size, meanwhile| Box::pin(ids(client.list_users().stream(size), |row| row.id, meanwhile)),
    },
    List {
        id: "list_resources",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| Box::pin(async { format!("/api/resources/{}", things::resource(tenant).await) }),
        read: |client, _, size, meanwhile| Box::pin(ids(client.list_resources().stream(size), |row| row.id, meanwhile)),
    },
    List {
        id: "list_resource_scopes",
        of: |tenant| Box::pin(things::resource(tenant)),
        add: |tenant, resource| {
            Box::pin(async move {
                let id = things::resource_scope(tenant, resource, &fresh("scope")).await;
                format!("/api/resources/{resource}/scopes/{id}")
            })
        },
        read: |client, resource, size, meanwhile| {
            let stream = client.list_resource_scopes().resource_id(resource).stream(size);
            Box::pin(ids(stream, |row| row.id, meanwhile))
        },
    },
    List {
        id: "list_api_clients",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| {
            Box::pin(async { format!("{API_CLIENTS}/{}", things::api_client(tenant, &fresh("job")).await) })
        },
        read: |client, _, size, meanwhile| {
            Box::pin(ids(client.list_api_clients().stream(size), |row| row.id.to_string(), meanwhile))
        },
    },
    List {
        id: "search_api_clients",
        of: |_| Box::pin(async { String::new() }),
        add: |tenant, _| {
            Box::pin(async { format!("{API_CLIENTS}/{}", things::api_client(tenant, &fresh("found")).await) })
        },
        read: |client, _, size, meanwhile| {
            // What the body says of pages would count before what the stream asks for.
            let search = types::LocalUserStoreApiClientSearch::builder().keywords("found").offset(5).limit(1);
            let stream = client.search_api_clients().body(search).stream(size);
            Box::pin(ids(stream, |row| row.id.to_string(), meanwhile))
        },
    },
];

async fn ids<T>(
    rows: impl Stream<Item = Result<T, Error>>,
    id: fn(T) -> String,
    meanwhile: Meanwhile<'_>,
) -> Vec<String> {
    let mut rows = pin!(rows.map_ok(id));
    let mut ids: Vec<String> = rows.next().await.into_iter().map(Result::unwrap).collect();
    meanwhile.await;
    while let Some(id) = rows.try_next().await.unwrap() {
        ids.push(id);
    }
    ids
}

fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

#[test]
fn every_list_that_comes_in_pages_is_read() {
    let paged = Document::canonical()
        .operations()
        .filter(|operation| ["page", "offset"].iter().any(|name| operation.parameter(name, "query").is_some()));
    let paged: BTreeSet<&str> = paged.map(|operation| operation.id).collect();
    assert_eq!(paged, LISTS.iter().map(|list| list.id).collect(), "each has a row in LISTS");
    let by_cursor =
        Document::canonical().operations().filter(|operation| operation.parameter("after", "query").is_some());
    // None of its rows can be removed. Its own tests read it.
    assert_eq!(by_cursor.map(|operation| operation.id).collect::<Vec<_>>(), ["list_audit_events"]);
}

#[tokio::test]
async fn a_list_is_read_to_its_end_whatever_the_pages() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        for List { id, of, add, read } in LISTS {
            let of = of(&tenant).await;
            let mut added = BTreeSet::new();
            for _ in 0..7 {
                added.insert(id_of(&add(&tenant, &of).await));
            }
            // More than a page may have, too.
            for size in [0, 1, 2, 3, 7, 8, 100, 101, u32::MAX] {
                let ids = read(&client, &of, size, Box::pin(async {})).await;
                let seen: BTreeSet<String> = ids.iter().cloned().collect();
                assert_eq!(seen.len(), ids.len(), "{id} by {size}: each once");
                assert!(added.is_subset(&seen), "{id} by {size}: {added:?} {seen:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn rows_that_are_removed_meanwhile_hide_no_others() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        for List { id, of, add, read } in LISTS {
            for (size, removed) in [(3, 1), (3, 2), (3, 3), (2, 4), (5, 4), (4, 12)] {
                let of = of(&tenant).await;
                let mut paths = Vec::new();
                for _ in 0..12 {
                    paths.push(add(&tenant, &of).await);
                }
                // Those that the list begins with are gone when its first page was read.
                let all = read(&client, &of, 100, Box::pin(async {})).await;
                let gone: Vec<&String> =
                    all.iter().filter(|id| paths.iter().any(|path| id_of(path) == **id)).take(removed).collect();
                let left: BTreeSet<String> = all.iter().filter(|id| !gone.contains(id)).cloned().collect();
                let gone: Vec<&String> = paths.iter().filter(|path| gone.contains(&&id_of(path))).collect();
                let meanwhile = async {
                    for path in &gone {
                        assert!(tenant.delete(path).send().await.status < 300, "{path}");
                    }
                };
                let ids = read(&client, &of, size, Box::pin(meanwhile)).await;
                let seen: BTreeSet<String> = ids.iter().cloned().collect();
                assert_eq!(seen.len(), ids.len(), "{id}: each once");
                assert!(left.is_subset(&seen), "{id} by {size} without {removed}: {left:?} {seen:?}");
                for path in paths.iter().filter(|path| !gone.contains(path)) {
                    assert!(tenant.delete(path).send().await.status < 300, "{path}");
                }
            }
        }
    })
    .await;
}

fn row(number: usize) -> Value {
    json!({"id": format!("r{number}"), "name": "Orders", "indicator": "https://orders", "tenantId": "default",
        "isDefault": false, "accessTokenTtl": 3600, "scopes": []})
}

async fn client_of(url: String) -> Client {
    Client::builder(url).access_token("any").build().await.unwrap()
}

#[tokio::test]
async fn a_server_that_gives_fewer_rows_than_asked_for_or_says_nothing_truncates_nothing() {
    let next = |from: usize| {
        let relation = if from + 2 < 7 { "next" } else { "first" };
        format!("link: </x>; rel=\"{relation}\"\r\n")
    };
    for say_more in [|_| "total-number: 7\r\n".to_owned(), next, |_| String::new()] {
        let url = speaking(move |_, query| {
            let from = (query["page"].parse::<usize>().unwrap() - 1) * 2;
            let said = Said::json(&(from..7.min(from + 2)).map(row).collect());
            Said { headers: said.headers + &say_more(from), ..said }
        })
        .await;
        let rows: Vec<_> = client_of(url).await.list_resources().stream(50).try_collect().await.unwrap();
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["r0", "r1", "r2", "r3", "r4", "r5", "r6"]);
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_error_of_the_page_that_failed() {
    let url = speaking(|_, query| {
        let said = Said::json(&if query["page"] == "1" { json!([row(0), row(1)]) } else { json!("no page") });
        Said { headers: said.headers + "total-number: 7\r\n", ..said }
    })
    .await;
    let rows: Vec<Result<_, Error>> = client_of(url).await.list_resources().stream(2).collect().await;
    assert!(matches!(rows.as_slice(), [Ok(_), Ok(_), Err(Error::Unreadable(_))]), "{rows:?}");
}

#[tokio::test]
async fn a_cursor_is_followed_to_its_end_and_never_in_a_circle() {
    let event = |number: usize| {
        json!({"id": format!("e{number}"), "tenant_id": "default", "at": "2026-11-27T09:30:00Z", "actor": "system", "action": "client.create",
            "object_type": "client", "object_id": "c", "request_id": ""})
    };
    // Pages without a row are no end, and what leads back to itself is one, as is an empty text.
    for end in [json!(null), json!("c"), json!("")] {
        let url = speaking(move |_, query| {
            let (rows, next) = match query.get("after").map(String::as_str) {
                None => (vec![event(0), event(1)], json!("a")),
                Some("a") => (vec![], json!("b")),
                Some("b") => (vec![event(2)], json!("c")),
                _ => (vec![event(3)], end.clone()),
            };
            assert_eq!(query["limit"], "2");
            let mut said = json!({"events": rows});
            if !next.is_null() {
                said["next"] = next;
            }
            Said::json(&said)
        })
        .await;
        let client = client_of(url).await;
        let rows: Vec<_> = client.audit_events_stream("default", 2).try_collect().await.unwrap();
        assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["e0", "e1", "e2", "e3"]);
        let behind = client.list_audit_events().tid("default").after("b").stream(2);
        assert_eq!(behind.try_collect::<Vec<_>>().await.unwrap().len(), 2);
    }
}
