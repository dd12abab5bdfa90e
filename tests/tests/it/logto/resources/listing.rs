//! Lists and their pages.

use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Tenant, on_both};
use futures::TryStreamExt as _;
use serde_json::json;

use crate::it::things::{self, fresh};

/// A resource with so many scopes, named in their order; and their ids.
async fn with_scopes(tenant: &Tenant, count: usize) -> (String, Vec<String>) {
    let resource = things::resource(tenant).await;
    let mut ids = Vec::new();
    for number in 0..count {
        ids.push(things::resource_scope(tenant, &resource, &format!("scope:{number:03}")).await);
    }
    (resource, ids)
}

/// Relation and query of each link, in their order.
pub(in crate::it::logto) fn links(answer: &Answer, path: &str) -> Vec<(String, String)> {
    let parse = |link: &str| {
        let (target, relation) = link.strip_prefix('<').unwrap().split_once(">; rel=\"").unwrap();
        let (base, query) = target.split_once('?').unwrap();
        assert!(base.ends_with(path) && base.starts_with("http://127.0.0.1:"), "{link} has the whole URL of {path}");
        (relation.trim_end_matches('"').to_owned(), query.to_owned())
    };
    let lines = answer.all("link");
    assert!(lines.len() <= 1, "generated clients read the first line only: {lines:?}");
    lines.into_iter().flat_map(|line| line.split(", ")).map(parse).collect()
}

pub(in crate::it::logto) fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(relation, query)| ((*relation).to_owned(), (*query).to_owned())).collect()
}

#[tokio::test]
async fn without_paging_all_resources_come_and_no_headers() {
    on_both(async |tenant| {
        let mut made = Vec::new();
        for _ in 0..25 {
            made.push(things::resource(&tenant).await);
        }
        for query in ["", "?page=&page_size=", "?page=", "?unknown=1"] {
            let answer = tenant.get(&format!("/api/resources{query}")).send().await.expect(200);
            let ids = texts(&answer.json(), "id");
            assert!(ids.ends_with(&made), "{query}: in the order of creation, the built-in ones first");
            assert_eq!((answer.header("total-number"), answer.header("link")), ("", ""), "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn any_of_the_two_parameters_makes_it_a_page_with_total_and_links() {
    on_both(async |tenant| {
        let built_in = tenant.get("/api/resources").send().await.json().as_array().unwrap().len();
        for _ in built_in..25 {
            things::resource(&tenant).await;
        }
        let all = texts(&tenant.get("/api/resources").send().await.json(), "id");
        let page = async |query: &str| tenant.get(&format!("/api/resources?{query}")).send().await.expect(200);
        let first = page("page=1").await;
        assert_eq!(texts(&first.json(), "id"), all[..20]);
        assert_eq!(first.header("total-number"), "25");
        let expected = pairs(&[("first", "page=1"), ("last", "page=2"), ("next", "page=2")]);
        assert_eq!(links(&first, "/api/resources"), expected, "page_size only where the caller sent it");
        let middle = page("page_size=10&page=2&includeScopes=true").await;
        assert_eq!(texts(&middle.json(), "id"), all[10..20]);
        let with = |page: u8| format!("page_size=10&page={page}&includeScopes=true");
        let expected =
            [("first", 1), ("last", 3), ("prev", 1), ("next", 3)].map(|(relation, page)| (relation, with(page)));
        let expected = expected.map(|(relation, query)| (relation.to_owned(), query));
        assert_eq!(links(&middle, "/api/resources"), expected);
        let last = page("page=3&page_size=10").await;
        assert_eq!(texts(&last.json(), "id"), all[20..]);
        let queries =
            [("first", "page=1&page_size=10"), ("last", "page=3&page_size=10"), ("prev", "page=2&page_size=10")];
        assert_eq!(links(&last, "/api/resources"), pairs(&queries));
        let past = page("page=9&page_size=100").await;
        assert_eq!((past.json(), past.header("total-number")), (json!([]), "25"));
        assert_eq!(page("page_size=100").await.json().as_array().unwrap().len(), 25);
    })
    .await;
}

#[tokio::test]
async fn pages_that_are_no_whole_numbers_in_range_are_refused_in_the_dialect_s_code() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        let huge = format!("page={}", "9".repeat(30));
        for query in [
            "page=0",
            "page=-1",
            "page=a",
            "page=1.5",
            "page=+1",
            "page=0x1",
            "page=%00",
            "page=1&page=2",
            "page_size=0",
            "page_size=101",
            "page_size=-5",
            "page_size=1e2",
            "page=1&page_size=a",
            &huge,
            "page=18446744073709551615",
            "page=9223372036854775807",
        ] {
            for path in ["/api/resources".to_owned(), format!("/api/resources/{resource}/scopes")] {
                let answer = tenant.get(&format!("{path}?{query}")).send().await.expect(400).json();
                let code = answer["code"].as_str().unwrap();
                let is_nul = query.contains("%00");
                assert!(
                    code == "guard.invalid_pagination" || (is_nul && code == "guard.invalid_input"),
                    "{query}: {code}"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn include_scopes_takes_the_six_texts_for_true_and_any_other_for_false() {
    on_both(async |tenant| {
        let (resource, scopes) = with_scopes(&tenant, 2).await;
        for (value, is_true) in [
            ("1", true),
            ("true", true),
            ("TRUE", true),
            ("y", true),
            ("Yes", true),
            ("yep", true),
            ("YEAH", true),
            ("0", false),
            ("false", false),
            ("", false),
            ("no", false),
            ("2", false),
            ("on", false),
            ("truee", false),
        ] {
            let list = tenant.get(&format!("/api/resources?includeScopes={value}")).send().await.expect(200).json();
            for item in list.as_array().unwrap() {
                assert_eq!(item.get("scopes").is_some(), is_true, "{value:?}: the key is absent otherwise");
            }
            let item = list.as_array().unwrap().iter().find(|item| item["id"] == *resource).unwrap();
            if is_true {
                assert_eq!(texts(&item["scopes"], "id"), scopes, "{value:?}");
                assert_eq!(item["scopes"][0]["resourceId"], *resource);
            }
        }
        let _ = tenant.get("/api/resources?includeScopes=1&includeScopes=1").send().await.expect(400);
    })
    .await;
}

#[tokio::test]
async fn scopes_always_come_in_pages() {
    on_both(async |tenant| {
        let (resource, ids) = with_scopes(&tenant, 23).await;
        let path = format!("/api/resources/{resource}/scopes");
        let first = tenant.get(&path).send().await.expect(200);
        assert_eq!(texts(&first.json(), "id"), ids[..20], "20 unless it is said otherwise");
        assert_eq!(first.header("total-number"), "23");
        assert_eq!(links(&first, &path), pairs(&[("first", "page=1"), ("last", "page=2"), ("next", "page=2")]));
        let rest = tenant.get(&format!("{path}?page=2")).send().await.expect(200);
        assert_eq!(texts(&rest.json(), "id"), ids[20..]);
        let past = tenant.get(&format!("{path}?page=1000000")).send().await.expect(200);
        assert_eq!((past.json(), past.header("total-number")), (json!([]), "23"));
    })
    .await;
}

#[tokio::test]
async fn an_unknown_resource_has_no_scopes_rather_than_no_list() {
    on_both(async |tenant| {
        let answer = tenant.get("/api/resources/unknown/scopes").send().await.expect(200);
        assert_eq!((answer.json(), answer.header("total-number")), (json!([]), "0"));
        let links = links(&answer, "/api/resources/unknown/scopes");
        assert_eq!(links, pairs(&[("first", "page=1"), ("last", "page=1")]), "the last page is never before the first");
    })
    .await;
}

#[tokio::test]
async fn the_sdk_s_streams_walk_all_pages_in_order() {
    on_both(async |tenant| {
        let (resource, ids) = with_scopes(&tenant, 7).await;
        for _ in 0..5 {
            things::resource_called(&tenant, &fresh("urn:stream")).await;
        }
        let client = tenant.client().await;
        let scopes: Vec<_> = client.resource_scopes_stream(&resource, 3).try_collect().await.unwrap();
        assert_eq!(scopes.into_iter().map(|scope| scope.id).collect::<Vec<_>>(), ids);
        let all = texts(&tenant.get("/api/resources").send().await.json(), "id");
        let resources: Vec<_> = client.resources_stream(4).try_collect().await.unwrap();
        assert_eq!(resources.into_iter().map(|resource| resource.id).collect::<Vec<_>>(), all);
    })
    .await;
}

#[tokio::test]
async fn creation_order_holds_for_things_made_at_once() {
    on_both(async |tenant| {
        let made = futures::future::join_all((0..10).map(|_| things::resource(&tenant))).await;
        let listed = texts(&tenant.get("/api/resources").send().await.json(), "id");
        let again = texts(&tenant.get("/api/resources?page_size=100").send().await.json(), "id");
        assert_eq!(listed, again);
        assert!(made.iter().all(|id| listed.iter().filter(|listed| *listed == id).count() == 1));
    })
    .await;
}
