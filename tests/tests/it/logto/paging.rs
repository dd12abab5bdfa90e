//! Lists and the pages that are kept of them, the same for all.

use std::collections::BTreeSet;

use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Document, Tenant, on_both};
use futures::future::LocalBoxFuture;
use http::header::IF_NONE_MATCH;
use serde_json::json;

use crate::it::things::{self, fresh};

/// A list that comes in pages.
struct List {
    id: &'static str,
    /// Its path, after one more thing was added to it; and the path of that thing, which has a name.
    grown: for<'a> fn(&'a Tenant, Option<&'a str>) -> LocalBoxFuture<'a, [String; 2]>,
}

const LISTS: &[List] = &[
    List {
        id: "list_applications",
        grown: |tenant, _| {
            Box::pin(async move {
                let list = "/api/applications".to_owned();
                let made = tenant.post(&list).json(json!({"name": "Shop", "type": "SPA"})).send().await.expect(200);
                let added = format!("{list}/{}", made.json()["id"].as_str().unwrap());
                [list, added]
            })
        },
    },
    List {
        id: "list_application_roles",
        grown: |tenant, list| {
            Box::pin(async move {
                let application = match list.and_then(|list| list.split('/').nth(3)) {
                    Some(application) => application.to_owned(),
                    None => things::robot(tenant).await,
                };
                let list = format!("/api/applications/{application}/roles");
                let role = super::roles::of_applications(tenant).await;
                let _ = tenant.post(&list).json(json!({"roleIds": [role]})).send().await.expect(201);
                [list, format!("/api/roles/{role}")]
            })
        },
    },
    List {
        id: "list_roles",
        grown: |tenant, _| {
            Box::pin(async move {
                let role = super::roles::of_applications(tenant).await;
                ["/api/roles".to_owned(), format!("/api/roles/{role}")]
            })
        },
    },
    List {
        id: "list_role_applications",
        grown: |tenant, list| {
            Box::pin(async move {
                let role = match list.and_then(|list| list.split('/').nth(3)) {
                    Some(role) => role.to_owned(),
                    None => super::roles::of_applications(tenant).await,
                };
                let list = format!("/api/roles/{role}/applications");
                let application = things::robot(tenant).await;
                let body = json!({"applicationIds": [application]});
                let _ = tenant.post(&list).json(body).send().await.expect(201);
                [list, format!("/api/applications/{application}")]
            })
        },
    },
    List {
        id: "list_users",
        grown: |tenant, _| {
            Box::pin(async move {
                let list = "/api/users".to_owned();
                let made = tenant.post(&list).json(json!({"name": "Ada"})).send().await.expect(200);
                let added = format!("{list}/{}", made.json()["id"].as_str().unwrap());
                [list, added]
            })
        },
    },
    List {
        id: "list_role_scopes",
        grown: |tenant, list| {
            Box::pin(async move {
                let role = match list.and_then(|list| list.split('/').nth(3)) {
                    Some(role) => role.to_owned(),
                    None => super::roles::of_applications(tenant).await,
                };
                let list = format!("/api/roles/{role}/scopes");
                let resource = things::resource(tenant).await;
                let scope = things::resource_scope(tenant, &resource, &fresh("scope")).await;
                let _ = tenant.post(&list).json(json!({"scopeIds": [scope]})).send().await.expect(201);
                [list, format!("/api/resources/{resource}/scopes/{scope}")]
            })
        },
    },
    List {
        id: "list_resources",
        grown: |tenant, _| {
            Box::pin(async move {
                let list = "/api/resources".to_owned();
                let added = format!("{list}/{}", things::resource(tenant).await);
                [list, added]
            })
        },
    },
    List {
        id: "list_resource_scopes",
        grown: |tenant, list| {
            Box::pin(async move {
                let resource = match list.and_then(|list| list.split('/').nth(3)) {
                    Some(resource) => resource.to_owned(),
                    None => things::resource(tenant).await,
                };
                let list = format!("/api/resources/{resource}/scopes");
                let added = format!("{list}/{}", things::resource_scope(tenant, &resource, &fresh("scope")).await);
                [list, added]
            })
        },
    },
];

#[test]
fn every_list_that_comes_in_pages_is_tried() {
    let paged = Document::canonical().operations().filter(|operation| {
        operation.responses().get("200").is_some_and(|answer| !answer["headers"]["Total-Number"].is_null())
    });
    let paged: BTreeSet<&str> = paged.map(|operation| operation.id).collect();
    assert_eq!(paged, LISTS.iter().map(|list| list.id).collect(), "each has a row in LISTS");
}

/// A page as somebody sees it who has seen it before; 304 where it is the same.
async fn again(tenant: &Tenant, page: &str, seen: &Answer) -> Answer {
    tenant.get(page).header(IF_NONE_MATCH, seen.header("etag")).send().await
}

#[tokio::test]
async fn a_page_that_was_seen_is_not_sent_again_until_the_list_changes() {
    on_both(async |tenant| {
        for List { id, grown } in LISTS {
            let [list, _] = grown(&tenant, None).await;
            for query in ["", "?page=1&page_size=100"] {
                let page = format!("{list}{query}");
                let mut seen = tenant.get(&page).send().await.expect(200);
                let [_, added] = grown(&tenant, Some(&list)).await;
                let added_id = added.rsplit('/').next().unwrap();
                let renamed = fresh("renamed");
                for (what, change) in [
                    ("added", None),
                    ("renamed", Some(tenant.patch(&added).json(json!({"name": renamed})))),
                    ("removed", Some(tenant.delete(&added))),
                ] {
                    if let Some(change) = change {
                        let done = change.send().await;
                        assert!(done.status < 300, "{id}: {}", done.text());
                    }
                    let now = again(&tenant, &page, &seen).await.expect(200);
                    let items = now.json();
                    let shown = items.as_array().unwrap().iter().find(|item| item["id"] == added_id);
                    let name = shown.map(|item| &item["name"]);
                    assert_eq!(name.is_some(), what != "removed", "{id}{query}: {what}");
                    assert_eq!(name == Some(&json!(renamed)), what == "renamed", "{id}{query}: {what}");
                    let kept = again(&tenant, &page, &now).await.expect(304);
                    assert_eq!((kept.text().as_str(), kept.header("etag")), ("", now.header("etag")));
                    for header in ["total-number", "link"] {
                        assert_eq!(kept.header(header), now.header(header), "{id}{query}: {header}");
                    }
                    seen = now;
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn pages_are_told_apart_by_number_size_list_and_tenant() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        for List { id, grown } in LISTS {
            let [list, one] = grown(&tenant, None).await;
            let [_, _] = grown(&tenant, Some(&list)).await;
            let [other, _] = grown(&tenant, None).await;
            let ids = async |query: &str| {
                texts(&tenant.get(&format!("{list}?{query}")).send().await.expect(200).json(), "id")
            };
            // Twice: what is kept of one must not be taken for another.
            for _ in 0..2 {
                let all = ids("page_size=100").await;
                assert!(all.len() > 1, "{id}");
                for (index, expected) in all.iter().enumerate() {
                    let page = ids(&format!("page={}&page_size=1", index + 1)).await;
                    assert_eq!(page, [expected.as_str()], "{id}");
                }
                let one = one.rsplit('/').next().unwrap();
                // Or there is no such list.
                assert!(!stranger.get(&list).send().await.text().contains(one), "{id}: of another tenant");
                let shown = tenant.get(&other).send().await.expect(200).text();
                assert_eq!(shown.contains(one), list == other, "{id}: of another list");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_shows_its_server_as_it_is_now() {
    on_both(async |tenant| {
        // A service without a life of its own has its server's.
        let service = things::service(&tenant).await;
        for ttl in [1200, 2400] {
            let path = "/api/admin/{tid}/servers/default";
            let mut server = tenant.get(path).send().await.expect(200).json();
            server["access_token_ttl"] = json!(format!("{ttl}s"));
            server["jwks"] = json!(null);
            let _ = tenant.put(path).json(server).send().await.expect(200);
            let listed = tenant.get("/api/resources").send().await.expect(200).json();
            let shown = listed.as_array().unwrap().iter().find(|shown| shown["id"] == *service).unwrap();
            assert_eq!(shown["accessTokenTtl"], ttl);
        }
    })
    .await;
}
