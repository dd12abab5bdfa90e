//! Search among the scopes of a resource, in the three forms that clients send it.

use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::json;

use crate::it::things;

/// A resource with five scopes whose names and descriptions tell modes apart.
async fn shelf(tenant: &Tenant) -> String {
    let resource = things::resource(tenant).await;
    let path = format!("/api/resources/{resource}/scopes");
    for (name, description) in [
        ("orders:read", "See every order"),
        ("orders:write", "Change orders"),
        ("Reports:read", "ORDERS as a report"),
        ("100%_sure", "Per cent and underscore"),
        ("žluťoučký", ""),
    ] {
        let _ = tenant.post(&path).json(json!({"name": name, "description": description})).send().await.expect(201);
    }
    resource
}

/// `key=value` pairs as a query.
fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

async fn found(tenant: &Tenant, resource: &str, query: &str) -> Vec<String> {
    let answer = tenant.get(&format!("/api/resources/{resource}/scopes?{query}")).send().await.expect(200);
    let names = texts(&answer.json(), "name");
    assert_eq!(answer.header("total-number"), names.len().to_string(), "{query}");
    names
}

const READ: &str = "orders:read";
const WRITE: &str = "orders:write";
const REPORTS: &str = "Reports:read";
const SURE: &str = "100%_sure";
const OTHER: &str = "žluťoučký";

/// The parameters of a search and the names that it finds.
type Case = (&'static [(&'static str, &'static str)], &'static [&'static str]);

#[tokio::test]
async fn each_mode_finds_what_it_should() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        let cases: &[Case] = &[
            // The default is like: a whole value unless it has signs of its own, whatever the case.
            (&[("search", "orders:read")], &[READ]),
            (&[("search", "ORDERS:READ")], &[READ]),
            (&[("search", "orders")], &[]),
            (&[("search", "%orders%")], &[READ, WRITE, REPORTS]),
            (&[("search", "%read")], &[READ, REPORTS]),
            (&[("search", "orders:_ead")], &[READ]),
            (&[("search.name", "%orders%")], &[READ, WRITE]),
            (&[("search.description", "%orders%")], &[WRITE, REPORTS]),
            (&[("search.name", "%ŽLUŤ%")], &[OTHER]),
            (&[("search.name", "100\\%\\_sure")], &[SURE]),
            (&[("search.name", "%\\%%")], &[SURE]),
            (&[("search", "%orders%"), ("isCaseSensitive", "true")], &[READ, WRITE]),
            (&[("search", "%ORDERS%"), ("isCaseSensitive", "Yes")], &[REPORTS]),
            (&[("search", "%ORDERS%"), ("isCaseSensitive", "false")], &[READ, WRITE, REPORTS]),
            (&[("search", "%orders%"), ("mode", "like")], &[READ, WRITE, REPORTS]),
            // exact takes no signs, and several values.
            (&[("search", "%orders%"), ("mode", "exact")], &[]),
            (&[("search", "orders:READ"), ("mode", "exact")], &[READ]),
            (&[("search", "orders:READ"), ("mode", "exact"), ("isCaseSensitive", "1")], &[]),
            (&[("search.name", READ), ("search.name", SURE), ("mode.name", "exact")], &[READ, SURE]),
            // A regular expression is found anywhere.
            (&[("search", "^orders:(read|write)$"), ("mode", "posix")], &[READ, WRITE]),
            (&[("search", "ORDERS:"), ("mode", "posix")], &[READ, WRITE]),
            (&[("search.name", "^[0-9]+"), ("mode", "posix")], &[SURE]),
            (&[("search.name", "Orders"), ("mode", "posix"), ("isCaseSensitive", "y")], &[]),
            // SIMILAR TO stands between both, and only with case.
            (
                &[("search.name", "orders:(read|write)"), ("mode", "similar_to"), ("isCaseSensitive", "true")],
                &[READ, WRITE],
            ),
            (&[("search.name", "orders"), ("mode", "similar_to"), ("isCaseSensitive", "true")], &[]),
            (&[("search.name", "(R|o)%read"), ("mode", "similar_to"), ("isCaseSensitive", "true")], &[READ, REPORTS]),
            // Several fields: or, unless it is and.
            (&[("search.name", "%write"), ("search.description", "%report")], &[WRITE, REPORTS]),
            (&[("search.name", "%write"), ("search.description", "%report"), ("joint", "or")], &[WRITE, REPORTS]),
            (&[("search.name", "%read"), ("search.description", "%report"), ("joint", "and")], &[REPORTS]),
            (&[("search.name", "%read"), ("search.description", "%report"), ("jointMode", "and")], &[REPORTS]),
            // Each field may have its mode.
            (
                &[
                    ("search.name", READ),
                    ("mode.name", "exact"),
                    ("search.description", "^Change"),
                    ("mode.description", "posix"),
                ],
                &[READ, WRITE],
            ),
            (&[("mode", "exact"), ("joint", "and")], &[READ, WRITE, REPORTS, SURE, OTHER]),
        ];
        for (pairs, expected) in cases {
            assert_eq!(found(&tenant, &resource, &query(pairs)).await, *expected, "{pairs:?}");
        }
        let id = &texts(&tenant.get(&format!("/api/resources/{resource}/scopes")).send().await.json(), "id")[1];
        assert_eq!(found(&tenant, &resource, &query(&[("search.id", id)])).await, [WRITE]);
        assert_eq!(found(&tenant, &resource, &query(&[("search", id)])).await, [WRITE]);
    })
    .await;
}

#[tokio::test]
async fn the_three_wire_forms_mean_the_same() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        let one_json_value = json!({"search": "%read", "isCaseSensitive": true}).to_string();
        for form in [
            query(&[("search", "%read"), ("isCaseSensitive", "true")]),
            query(&[("search_params", &one_json_value)]),
            query(&[("search_params[search]", "%read"), ("search_params[isCaseSensitive]", "true")]),
        ] {
            assert_eq!(found(&tenant, &resource, &form).await, [READ, REPORTS], "{form}");
        }
        let by_field = json!({"search.name": [READ, SURE], "mode.name": "exact"}).to_string();
        assert_eq!(found(&tenant, &resource, &query(&[("search_params", &by_field)])).await, [READ, SURE]);
        let bracketed = query(&[("search_params[search.name]", "%read"), ("search_params[joint]", "and")]);
        assert_eq!(found(&tenant, &resource, &bracketed).await, [READ, REPORTS]);
    })
    .await;
}

#[tokio::test]
async fn the_sdk_says_searches_as_a_map() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        let client = tenant.client().await;
        let search = [("search.name", "%read"), ("isCaseSensitive", "true")];
        let search = search.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let call = client.list_resource_scopes().resource_id(&resource);
        let found = call.search_params(std::collections::HashMap::from(search)).send().await.unwrap().into_inner();
        assert_eq!(found.iter().map(|scope| scope.name.as_str()).collect::<Vec<_>>(), [READ, REPORTS]);
    })
    .await;
}

#[tokio::test]
async fn searches_are_counted_and_paged() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        let path = format!("/api/resources/{resource}/scopes?search=%25orders%25&page_size=2&page=2");
        let answer = tenant.get(&path).send().await.expect(200);
        assert_eq!((texts(&answer.json(), "name"), answer.header("total-number")), (vec![REPORTS.to_owned()], "3"));
        assert!(
            answer.header("link").split(", ").all(|link| link.contains("search=%25orders%25")),
            "links keep the search"
        );
    })
    .await;
}

#[tokio::test]
async fn a_search_that_cannot_be_done_is_refused_on_every_database_alike() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        let long = "a".repeat(5000);
        let cases: &[&[(&str, &str)]] = &[
            &[("search", "")],
            &[("search.name", "")],
            &[("search.unknown", "a")],
            &[("search.tenantId", "a")],
            &[("search.name.deep", "a")],
            &[("search.", "a")],
            &[("search", "a"), ("mode", "fuzzy")],
            &[("search", "a"), ("mode", "")],
            &[("search", "a"), ("mode.unknown", "like")],
            &[("search", "a"), ("joint", "xor")],
            &[("search", "a"), ("search", "b")],
            &[("search.name", "a"), ("search.name", "b"), ("mode", "posix")],
            &[("search", "a"), ("mode", "similar_to")],
            &[("search", "a"), ("mode", "similar_to"), ("isCaseSensitive", "false")],
            &[("search", "("), ("mode", "posix")],
            &[("search", "a{2,1}"), ("mode", "posix")],
            &[("search", "["), ("mode", "posix")],
            &[("search", "*"), ("mode", "posix")],
            &[("search", "("), ("mode", "similar_to"), ("isCaseSensitive", "true")],
            &[("search", &long)],
            &[("search_params", "{")],
            &[("search_params", "[]")],
            &[("search_params", "{\"search\": {\"a\": 1}}")],
            &[("search_params", "{\"search\": 1}")],
        ];
        for pairs in cases {
            let path = format!("/api/resources/{resource}/scopes?{}", query(pairs));
            let answer = tenant.get(&path).send().await.expect(400).json();
            assert_eq!(answer["code"], "request.invalid_input", "{:?}", pairs[0]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_is_text_and_never_sql() {
    on_both(async |tenant| {
        let resource = shelf(&tenant).await;
        for value in ["' OR '1'='1", "%'; DROP TABLE scopes; --", "\\", "%\\", "\"", "\u{0}"] {
            for mode in ["like", "exact"] {
                let path = format!("/api/resources/{resource}/scopes?{}", query(&[("search", value), ("mode", mode)]));
                let answer = tenant.get(&path).send().await;
                assert!(matches!(answer.status, 200 | 400), "{value:?}: {}", answer.text());
                if answer.status == 200 {
                    assert_eq!(answer.json(), json!([]), "{value:?}");
                }
            }
        }
        assert_eq!(found(&tenant, &resource, "").await.len(), 5);
    })
    .await;
}
