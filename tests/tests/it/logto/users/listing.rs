//! Lists of users: pages always, and the newest first.

use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Tenant, on_both};
use serde_json::{Value, json};

use super::{USERS, new, now, path_of, refused, suspend, user};
use crate::it::logto::resources::listing::{links, pairs};

/// So many users, the last one first: their ids.
async fn made(tenant: &Tenant, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for number in 0..count {
        let made = user(tenant, json!({"name": format!("User {number}")})).await;
        ids.push(made["id"].as_str().unwrap().to_owned());
    }
    ids.reverse();
    ids
}

async fn list(tenant: &Tenant, query: &str) -> Answer {
    tenant.get(&format!("{USERS}{query}")).send().await.expect(200)
}

#[tokio::test]
async fn the_newest_comes_first_and_a_page_is_all_that_ever_comes() {
    on_both(async |tenant| {
        let all = made(&tenant, 25).await;
        for query in ["", "?page=1", "?page=", "?page=&page_size=", "?unknown=1"] {
            let first = list(&tenant, query).await;
            assert_eq!(texts(&first.json(), "id"), all[..20], "{query}");
            assert_eq!(first.header("total-number"), "25", "{query}");
        }
        let first = list(&tenant, "").await;
        let expected = pairs(&[("first", "page=1"), ("last", "page=2"), ("next", "page=2")]);
        assert_eq!(links(&first, USERS), expected, "page_size only where the caller sent it");
        let middle = list(&tenant, "?page_size=10&page=2").await;
        assert_eq!((texts(&middle.json(), "id"), middle.header("total-number")), (all[10..20].to_vec(), "25"));
        let expected = [
            ("first", "page_size=10&page=1"),
            ("last", "page_size=10&page=3"),
            ("prev", "page_size=10&page=1"),
            ("next", "page_size=10&page=3"),
        ];
        assert_eq!(links(&middle, USERS), pairs(&expected));
        let last = list(&tenant, "?page=3&page_size=10").await;
        assert_eq!(texts(&last.json(), "id"), all[20..]);
        let expected =
            [("first", "page=1&page_size=10"), ("last", "page=3&page_size=10"), ("prev", "page=2&page_size=10")];
        assert_eq!(links(&last, USERS), pairs(&expected));
        let past = list(&tenant, "?page=9&page_size=100").await;
        assert_eq!((past.json(), past.header("total-number")), (json!([]), "25"));
        assert_eq!(texts(&list(&tenant, "?page_size=100").await.json(), "id"), all);
    })
    .await;
}

#[tokio::test]
async fn a_tenant_without_users_has_one_page_and_it_is_empty() {
    on_both(async |tenant| {
        let page = list(&tenant, "").await;
        assert_eq!((page.json(), page.header("total-number")), (json!([]), "0"));
        assert_eq!(links(&page, USERS), pairs(&[("first", "page=1"), ("last", "page=1")]));
    })
    .await;
}

#[tokio::test]
async fn pages_that_are_no_whole_numbers_in_range_are_refused_in_the_dialect_s_code() {
    on_both(async |tenant| {
        for query in [
            "page=0",
            "page=-1",
            "page=a",
            "page=1.5",
            "page=1&page=2",
            "page_size=0",
            "page_size=101",
            "page_size=1e2",
            "page=1&page_size=a",
            "page=9223372036854775807",
        ] {
            refused(tenant.get(&format!("{USERS}?{query}")), 400, "guard.invalid_pagination").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_shows_each_user_as_get_does_after_each_change_at_once() {
    on_both(async |tenant| {
        let made = user(&tenant, json!({"username": "ada"})).await;
        let path = path_of(&made);
        let at = |part: &str| tenant.patch(&format!("{path}{part}"));
        let mut before = Value::Null;
        for change in [
            at("").json(json!({"primaryEmail": "ada@people.example", "avatar": "https://people.example/ada.png"})),
            at("").json(json!({"profile": {"nickname": "ada"}})),
            at("/profile").json(json!({"profile": {"nickname": "countess"}})),
            at("/custom-data").json(json!({"customData": {"a": 1}})),
            at("/password").json(json!({"password": "a"})),
            at("/is-suspended").json(json!({"isSuspended": true})),
            at("").json(json!({"username": null})),
        ] {
            let _ = change.send().await.expect(200);
            // Asked for what only one user is asked for, too.
            for query in ["", "?page=1&page_size=100", "?includeSsoIdentities=true"] {
                let listed = list(&tenant, query).await.json();
                assert_eq!(listed, json!([now(&tenant, &made).await]), "{query}");
                assert_ne!(listed, before);
            }
            before = list(&tenant, "").await.json();
        }
        let other = user(&tenant, new()).await;
        assert_eq!(list(&tenant, "").await.json(), json!([other, before[0]]));
        suspend(&tenant, &other, true).await;
        let _ = tenant.delete(&path_of(&other)).send().await.expect(204);
        assert_eq!(list(&tenant, "").await.json(), before);
    })
    .await;
}

#[tokio::test]
async fn users_who_were_made_at_once_stand_in_one_order() {
    on_both(async |tenant| {
        let make = |number: usize| user(&tenant, json!({"name": format!("User {number}")}));
        let made: Vec<Value> = futures::future::join_all((0..12).map(make)).await;
        let whole = texts(&list(&tenant, "").await.json(), "id");
        assert_eq!(whole.len(), made.len());
        let mut by_page = Vec::new();
        for page in 1..=4 {
            by_page.extend(texts(&list(&tenant, &format!("?page={page}&page_size=3")).await.json(), "id"));
        }
        assert_eq!(by_page, whole);
        // Whoever signs in, or is changed, stays where they are.
        let _ = tenant.patch(&path_of(&made[5])).json(json!({"name": "Changed"})).send().await.expect(200);
        assert_eq!(texts(&list(&tenant, "").await.json(), "id"), whole);
    })
    .await;
}
