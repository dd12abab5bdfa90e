//! Lists of applications: order, pages, filters, search.

use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{APPLICATIONS, application, path_of};
use crate::it::things;

/// Four applications, the last one first: their names.
async fn four(tenant: &Tenant) -> [&'static str; 4] {
    for (name, kind, is_third_party, description) in [
        ("Robot", "MachineToMachine", false, "counts ORDERS"),
        ("Shop", "Traditional", true, "sells"),
        ("Reader", "SPA", false, "shows orders"),
        ("Till", "Native", false, ""),
    ] {
        let body = json!({"name": name, "type": kind, "isThirdParty": is_third_party, "description": description});
        application(tenant, body).await;
    }
    ["Till", "Reader", "Shop", "Robot"]
}

async fn listed(tenant: &Tenant, query: &str) -> Vec<String> {
    let answer = tenant.get(&format!("{APPLICATIONS}?{query}")).send().await.expect(200);
    texts(&answer.json(), "name")
}

#[tokio::test]
async fn the_newest_comes_first_whole_or_in_pages() {
    on_both(async |tenant| {
        let names = four(&tenant).await;
        let whole = tenant.get(APPLICATIONS).send().await.expect(200);
        assert_eq!(
            (texts(&whole.json(), "name"), whole.header("total-number"), whole.header("link")),
            (names.map(str::to_owned).to_vec(), "", "")
        );
        for (page, expected) in [(1, &names[..3]), (2, &names[3..]), (3, &[][..])] {
            let path = format!("{APPLICATIONS}?page={page}&page_size=3");
            let answer = tenant.get(&path).send().await.expect(200);
            assert_eq!(
                (texts(&answer.json(), "name"), answer.header("total-number")),
                (expected.iter().map(|name| (*name).to_owned()).collect(), "4")
            );
            assert!(
                answer.header("link").contains("/api/applications?page=1&page_size=3>; rel=\"first\""),
                "{}",
                answer.header("link")
            );
        }
        // Each item is what GET shows, but for one member.
        for item in whole.json().as_array().unwrap() {
            let mut got = tenant.get(&path_of(item)).send().await.expect(200).json();
            got.as_object_mut().unwrap().remove("isAdmin");
            assert_eq!(*item, got);
        }
    })
    .await;
}

#[tokio::test]
async fn filters_go_together() {
    on_both(async |tenant| {
        let all = four(&tenant).await.join(" ");
        let robot = tenant.get(&format!("{APPLICATIONS}?search.name=Robot")).send().await.json()[0].clone();
        let _ = tenant.patch(&path_of(&robot)).json(json!({"isAdmin": true})).send().await.expect(200);
        for (query, expected) in [
            ("types=SPA", "Reader"),
            ("types=SPA&types=Native", "Till Reader"),
            ("types=Protected", ""),
            ("isThirdParty=true", "Shop"),
            ("isThirdParty=false", "Till Reader Robot"),
            ("isThirdParty=true&types=SPA", ""),
            ("search=%25orders%25", "Reader Robot"),
            ("search=%25orders%25&isCaseSensitive=true", "Reader"),
            ("search=%25orders%25&types=MachineToMachine&page=1", "Robot"),
            ("search.name=r%25", "Reader Robot"),
            ("search.description=sells", "Shop"),
            ("search.name=Till&search.description=sells&joint=and", ""),
            ("search.name=Till&search.description=sells", "Till Shop"),
            ("search_params=%7B%22search%22%3A%22%25sell%25%22%7D", "Shop"),
            ("search_params%5Bsearch%5D=%25sell%25", "Shop"),
            ("search.name=%5ER&mode.name=posix&isCaseSensitive=true", "Reader Robot"),
            ("excludeRoleId=internal-admin", "Till Reader Shop"),
            ("excludeRoleId=unknown", all.as_str()),
            ("excludeOrganizationId=unknown", all.as_str()),
            ("page=1", all.as_str()),
        ] {
            assert_eq!(listed(&tenant, query).await.join(" "), expected, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn malformed_filters_are_refused_with_their_codes() {
    on_both(async |tenant| {
        for (query, code) in [
            ("types=Other", "guard.invalid_input"),
            ("types=", "guard.invalid_input"),
            ("types=%5B%27SPA%27%2C%20%27Native%27%5D", "guard.invalid_input"),
            ("isThirdParty=1", "guard.invalid_input"),
            ("isThirdParty=", "guard.invalid_input"),
            ("page=0", "guard.invalid_pagination"),
            ("page_size=101", "guard.invalid_pagination"),
            ("excludeRoleId=a&excludeOrganizationId=b", "request.invalid_input"),
            ("search=", "request.invalid_input"),
            ("search.secret=a", "request.invalid_input"),
            ("search=a&mode=prefix", "request.invalid_input"),
            ("search.name=%28&mode.name=posix", "request.invalid_input"),
        ] {
            let answer = tenant.get(&format!("{APPLICATIONS}?{query}")).send().await.expect(400).json();
            assert_eq!(answer["code"], code, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_clients_of_the_default_server_that_somebody_made_are_applications() {
    on_both(async |tenant| {
        let own = application(&tenant, json!({"name": "Own", "type": "SPA"})).await;
        let stranger = Tenant::new(&tenant.server).await;
        let theirs = application(&stranger, json!({"name": "Theirs", "type": "SPA"})).await;
        let other = things::authorization_server(&tenant).await;
        let mut ids = vec![theirs["id"].as_str().unwrap().to_owned()];
        for server in ["admin", "system", "developer", &other] {
            let body = json!({"client_name": server, "authorization_server_id": server, "grant_types": ["client_credentials"]});
            let client = tenant.post("/api/admin/{tid}/clients").json(body).send().await.expect(201).json();
            ids.push(client["client_id"].as_str().unwrap().to_owned());
        }
        // Those of all servers that nobody made, too.
        for server in ["default", "admin", "system", "developer"] {
            let path = format!("/api/admin/{{tid}}/servers/{server}/clients");
            let clients = tenant.get(&path).send().await.expect(200).json();
            let built_in = clients["clients"].as_array().unwrap().iter().filter(|client| client["system"] == true);
            ids.extend(built_in.map(|client| client["client_id"].as_str().unwrap().to_owned()));
        }
        assert_eq!(texts(&tenant.get(APPLICATIONS).send().await.expect(200).json(), "id"), [own["id"].as_str().unwrap()]);
        assert!(ids.len() > 5, "{ids:?}");
        for id in ids {
            let path = format!("{APPLICATIONS}/{id}");
            let _ = tenant.get(&path).send().await.expect(404);
            let _ = tenant.patch(&path).json(json!({"name": "Mine"})).send().await.expect(404);
            let _ = tenant.delete(&path).send().await.expect(404);
        }
        assert_eq!(stranger.get(&path_of(&theirs)).send().await.expect(200).json()["name"], "Theirs");
    })
    .await;
}

#[tokio::test]
async fn applications_that_were_made_at_once_stand_in_one_order() {
    on_both(async |tenant| {
        let make = |number: usize| {
            let tenant = &tenant;
            async move { application(tenant, json!({"name": format!("a{number}"), "type": "Native"})).await }
        };
        let made: Vec<Value> = futures::future::join_all((0..12).map(make)).await;
        let whole = texts(&tenant.get(APPLICATIONS).send().await.expect(200).json(), "id");
        assert_eq!(whole.len(), made.len());
        let mut by_page = Vec::new();
        for page in 1..=4 {
            let path = format!("{APPLICATIONS}?page={page}&page_size=3");
            by_page.extend(texts(&tenant.get(&path).send().await.expect(200).json(), "id"));
        }
        assert_eq!(by_page, whole);
    })
    .await;
}
