//! What a second import keeps, and what it replaces.

use authplane_tests::on_both;
use authplane_tests::tenant::texts;
use serde_json::{Value, json};

use super::{apis_of, ids, import, listed, pets, snapshot, text, told};
use crate::it::things::{self, fresh};

#[tokio::test]
async fn the_same_document_again_changes_nothing_whatever_was_set_by_hand() {
    on_both(async |tenant| {
        let (service, policy) = (things::service(&tenant).await, fresh("staff"));
        let document = pets(&policy);
        let first = import(&tenant, &service, &document).await;
        let mine = things::policy(&tenant, &json!([{"name": "false"}])).await;
        for (index, set) in [
            (0, json!({"policy_id": mine, "data_classifications": ["mine"]})),
            (1, json!({"policy_id": "", "data_classifications": []})),
            (2, json!({"policy_id": mine})),
        ] {
            let path = format!("/api/admin/{{tid}}/apis/{}", ids(&first["created_apis"])[index]);
            let _ = tenant.put(&path).json(set).send().await.expect(200);
        }
        let before = snapshot(&tenant, &service).await;
        let again = import(&tenant, &service, &document).await;
        assert_eq!(snapshot(&tenant, &service).await, before);
        assert_eq!(again["created_apis"], again["removed_apis"]);
        assert_eq!(ids(&again["created_apis"]), ids(&first["created_apis"]));
        assert_eq!(texts(&again["created_apis"], "policy_id"), [mine.as_str(), "", &mine]);
        assert_eq!((&again["created_scopes"], again["ignored_scopes"].as_array().unwrap().len()), (&json!([]), 3));
        assert_eq!(again["created_policies"], again["removed_policies"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_set_by_hand_stays_unless_the_document_says_something_else_of_it() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let mut policies = Vec::new();
        for _ in 0..4 {
            policies.push(things::policy(&tenant, &json!([])).await);
        }
        let [said, mine, other, another] = &policies[..] else { unreachable!() };
        // What the document says, what is set by hand, what the document says then, and what comes of it.
        let cases = [
            (said, None, said, said),
            (said, None, other, other),
            (said, None, &String::new(), &String::new()),
            (said, Some(mine), said, mine),
            (said, Some(mine), other, other),
            (said, Some(mine), &String::new(), mine),
            (&String::new(), Some(mine), &String::new(), mine),
            (&String::new(), Some(mine), another, another),
            (said, Some(&String::new()), said, &String::new()),
        ];
        let document = |say: &dyn Fn(usize) -> String| {
            let item = |index: usize| {
                let policy = say(index);
                let classes = if policy.is_empty() { json!([]) } else { json!([policy]) };
                let policy = if policy.is_empty() { Value::Null } else { json!(policy) };
                (format!("/{index}"), json!({"get": {"x-policy": policy, "x-data-classifications": classes}}))
            };
            let paths: serde_json::Map<_, _> = (0..cases.len()).map(item).collect();
            json!({"openapi": "3.1.0", "paths": paths})
        };
        let first = import(&tenant, &service, &document(&|index| cases[index].0.clone())).await;
        for ((_, by_hand, ..), id) in cases.iter().zip(ids(&first["created_apis"])) {
            if let Some(by_hand) = by_hand {
                let classes = if by_hand.is_empty() { json!([]) } else { json!([by_hand]) };
                let set = json!({"policy_id": by_hand, "data_classifications": classes});
                let _ = tenant.put(&format!("/api/admin/{{tid}}/apis/{id}")).json(set).send().await.expect(200);
            }
        }
        let then = import(&tenant, &service, &document(&|index| cases[index].2.clone())).await;
        for (index, ((.., expected), api)) in cases.iter().zip(then["created_apis"].as_array().unwrap()).enumerate() {
            let classes = if expected.is_empty() { json!([]) } else { json!([expected]) };
            assert_eq!((&api["policy_id"], &api["data_classifications"]), (&json!(expected), &classes), "{index}");
        }
        assert_eq!(ids(&then["created_apis"]), ids(&first["created_apis"]));
        // And so are they found.
        let path = format!("{}?data_classification={other}", apis_of(&service));
        assert_eq!(tenant.get(&path).send().await.json()["apis"].as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_import_replaces_what_the_service_had_also_by_hand() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        for (method, path) in [("GET", "/gone"), ("GET", "/pets/{pet}"), ("PUT", "/pets/{pet}")] {
            let new = json!({"service_id": service, "method": method, "path": path, "data_classifications": ["mine"]});
            let _ = tenant.post("/api/admin/{tid}/apis").json(new).send().await.expect(201);
        }
        let had = listed(&tenant, &service).await;
        let imported = import(&tenant, &service, &pets(&fresh("staff"))).await;
        assert_eq!(imported["removed_apis"], had);
        let now = listed(&tenant, &service).await;
        assert_eq!(texts(&now, "path"), ["/pets", "/pets", "/pets/{id}"]);
        // Its template is the same, whatever the variable is called.
        assert_eq!(ids(&now)[2], ids(&had)[1]);
        assert_eq!(now[2]["data_classifications"], json!(["mine"]));
        let gone = tenant.get(&format!("/api/admin/{{tid}}/apis/{}", ids(&had)[0])).send().await;
        assert_eq!(gone.status, 404);
        // In another order, with one more and one less.
        let document =
            r#"{"openapi": "3.1.0", "paths": {"/new": {"get": {}}, "/pets/{x}": {"get": {}}, "/pets": {"get": {}}}}"#;
        let then = text(&tenant, &service, document).send().await.expect(200).json();
        let [pets, _, pet] = &ids(&now)[..] else { unreachable!() };
        assert_eq!(ids(&then["created_apis"])[1..], [pet.clone(), pets.clone()]);
        assert_eq!(texts(&listed(&tenant, &service).await, "path"), ["/new", "/pets/{x}", "/pets"]);
    })
    .await;
}

#[tokio::test]
async fn policies_of_the_last_import_go_unless_something_else_uses_them() {
    on_both(async |tenant| {
        let (service, other) = (things::service(&tenant).await, things::service(&tenant).await);
        let names = ["plain", "of-scope", "of-api", "of-server", "by-hand", "again", "anew"].map(fresh);
        let [plain, of_scope, of_api, of_server, by_hand, again, anew] = &names;
        let document = |ids: &[&String], validator: &str| {
            let policies: Vec<_> =
                ids.iter().map(|id| json!({"id": id, "validators": [{"name": validator}]})).collect();
            json!({"openapi": "3.0.0", "x-policies": policies, "paths": {"/": {"get": {"x-policy": ids.first()}}}})
        };
        let all: Vec<&String> = names.iter().collect();
        let first = import(&tenant, &service, &document(&all, "true")).await;
        assert_eq!(texts(&first["created_policies"], "id"), names);
        let new = json!({"name": "read", "service_id": other, "developer_policy_id": of_scope});
        let _ = tenant.post("/api/admin/{tid}/scopes").json(new).send().await.expect(201);
        let new = json!({"service_id": other, "method": "GET", "path": "/", "policy_id": of_api});
        let _ = tenant.post("/api/admin/{tid}/apis").json(new).send().await.expect(201);
        let new = json!({"name": "Shop", "user_policy_id": of_server});
        let _ = tenant.post("/api/admin/{tid}/servers").json(new).send().await.expect(201);
        let api = &ids(&first["created_apis"])[0];
        let set = json!({"policy_id": by_hand});
        let _ = tenant.put(&format!("/api/admin/{{tid}}/apis/{api}")).json(set).send().await.expect(200);

        // Those that are used elsewhere stay as they are, also where the document would have them otherwise.
        let mut then = document(&[again, anew, of_scope], "false");
        then["paths"] = json!({"/": {"get": {}}});
        then["x-policies"][0]["validators"][0]["name"] = json!("true");
        let then = import(&tenant, &service, &then).await;
        assert_eq!(texts(&then["removed_policies"], "id"), [plain, again, anew].map(Clone::clone));
        assert_eq!(
            texts(&then["not_removed_policies"], "id"),
            [of_scope, of_api, of_server, by_hand].map(Clone::clone)
        );
        assert_eq!(texts(&then["created_policies"], "id"), [again, anew].map(Clone::clone));
        assert_eq!(texts(&then["ignored_policies"], "id"), [of_scope.as_str()]);
        assert_eq!(then["ignored_policies"][0]["validators"][0]["name"], "true");
        assert_eq!(then["created_policies"][1]["validators"][0]["name"], "false");
        let _ = tenant.get(&format!("/api/admin/{{tid}}/policies/{plain}")).send().await.expect(404);
        let shown = tenant.get(&format!("/api/admin/{{tid}}/policies/{of_scope}")).send().await.expect(200).json();
        assert_eq!(shown["validators"][0]["name"], "true");

        let removed = tenant.delete(&apis_of(&service)).send().await.expect(200).json();
        assert_eq!(texts(&removed["removed_policies"], "id"), [by_hand, again, anew].map(Clone::clone));
        assert_eq!(texts(&removed["not_removed_policies"], "id"), [of_scope, of_api, of_server].map(Clone::clone));
        assert_eq!(removed["removed_apis"].as_array().unwrap().len(), 1);
    })
    .await;
}

/// Also where a hand has put another before the API: it comes back to what the document says.
#[tokio::test]
async fn a_policy_that_a_document_names_stays_without_being_brought_along_again() {
    on_both(async |tenant| {
        let (service, policy) = (things::service(&tenant).await, fresh("named"));
        let paths = json!({"/": {"get": {"x-policy": policy}}});
        let first = json!({"openapi": "3.0.0", "x-policies": [{"id": policy}], "paths": paths});
        let first = import(&tenant, &service, &first).await;
        let api = format!("/api/admin/{{tid}}/apis/{}", ids(&first["created_apis"])[0]);
        let mine = things::policy(&tenant, &json!([])).await;
        let _ = tenant.put(&api).json(json!({"policy_id": mine})).send().await.expect(200);
        let then = import(&tenant, &service, &json!({"openapi": "3.0.0", "paths": paths})).await;
        assert_eq!(texts(&then["created_apis"], "policy_id"), [mine.as_str()]);
        assert_eq!(
            (&then["removed_policies"], &then["not_removed_policies"]),
            (&json!([]), &first["created_policies"])
        );
        let _ = tenant.get(&format!("/api/admin/{{tid}}/policies/{policy}")).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_somebody_changed_since_the_import_is_theirs() {
    on_both(async |tenant| {
        let (service, changed, same) = (things::service(&tenant).await, fresh("changed"), fresh("same"));
        let document = json!({
            "openapi": "3.0.0",
            "x-policies": [{"id": changed, "validators": [{"name": "true"}]}, {"id": same, "validators": [{"name": "true"}]}],
            "paths": {"/": {"get": {"x-policy": changed}}},
        });
        let _ = import(&tenant, &service, &document).await;
        for (id, validator) in [(&changed, "false"), (&same, "true")] {
            let set = json!({"id": id, "policy_name": id, "validators": [{"name": validator}]});
            let _ = tenant.put(&format!("/api/admin/{{tid}}/policies/{id}")).json(set).send().await.expect(201);
        }
        let before = snapshot(&tenant, &service).await;
        let again = import(&tenant, &service, &document).await;
        assert_eq!(texts(&again["ignored_policies"], "id"), [changed.as_str()]);
        assert_eq!(again["ignored_policies"][0]["validators"][0]["name"], "false");
        // What was written as it was is the import's still.
        assert_eq!(texts(&again["created_policies"], "id"), [same.as_str()]);
        assert_eq!(texts(&again["removed_policies"], "id"), [same.as_str()]);
        assert_eq!(snapshot(&tenant, &service).await, before);
        let removed = tenant.delete(&apis_of(&service)).send().await.expect(200).json();
        assert_eq!(texts(&removed["removed_policies"], "id"), [same.as_str()]);
        let kept = tenant.get(&format!("/api/admin/{{tid}}/policies/{changed}")).send().await.expect(200).json();
        assert_eq!(kept["validators"][0]["name"], "false");
    })
    .await;
}

/// Of somebody else: neither changed nor removed, whoever names it.
#[tokio::test]
async fn policies_that_no_import_made_stay_as_they_are() {
    on_both(async |tenant| {
        let (service, other) = (things::service(&tenant).await, things::service(&tenant).await);
        let mine = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let document = pets(&mine);
        let imported = import(&tenant, &service, &document).await;
        assert_eq!(
            (texts(&imported["ignored_policies"], "id"), &imported["created_policies"]),
            (vec![mine.clone()], &json!([]))
        );
        assert_eq!(imported["ignored_policies"][0]["validators"][0]["name"], "false");
        assert_eq!(told(&imported["created_apis"])[1], format!("2 POST /pets {mine}[]"));
        // Two services with one document: the first has its policy.
        let shared = pets(&fresh("shared"));
        let made = import(&tenant, &service, &shared).await["created_policies"].clone();
        assert_eq!(import(&tenant, &other, &shared).await["ignored_policies"], made);
        let removed = tenant.delete(&apis_of(&service)).send().await.expect(200).json();
        assert_eq!((&removed["removed_policies"], &removed["not_removed_policies"]), (&json!([]), &made));
        let removed = tenant.delete(&apis_of(&other)).send().await.expect(200).json();
        assert_eq!((&removed["removed_policies"], &removed["not_removed_policies"]), (&json!([]), &json!([])));
        let _ = tenant.get(&format!("/api/admin/{{tid}}/policies/{mine}")).send().await.expect(200);
    })
    .await;
}

/// Each import sees the whole of the one before, and none is in between.
#[tokio::test]
async fn imports_and_hands_at_once_leave_what_one_of_them_made() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let document = |name: &str| {
            let paths: serde_json::Map<_, _> = (0..40)
                .map(|index| (format!("/{name}/{index}"), json!({"get": {}})))
                .chain([("/zz".to_owned(), json!({"get": {}}))])
                .collect();
            json!({"openapi": "3.1.0", "paths": paths}).to_string()
        };
        let same = import(&tenant, &service, &json!({"openapi": "3.1.0", "paths": {"/zz": {"get": {}}}})).await;
        let same = ids(&same["created_apis"])[0].clone();
        let imports = (0..8).map(|number| text(&tenant, &service, document(&format!("v{number}"))).send());
        let set = |number: usize| json!({"data_classifications": [number.to_string()]});
        let path = format!("/api/admin/{{tid}}/apis/{same}");
        let sets = (0..8).map(|number| tenant.put(&path).json(set(number)).send());
        let deletions = (0..8).map(|_| tenant.delete(&path).send());
        let all =
            futures::future::join(futures::future::join_all(imports), futures::future::join_all(sets.chain(deletions)));
        let (imported, by_hand) = all.await;
        for answer in imported {
            let answer = answer.expect(200).json();
            assert_eq!(answer["created_apis"].as_array().unwrap().len(), 41);
        }
        assert!(by_hand.iter().all(|answer| matches!(answer.status, 200 | 403)));
        let left = listed(&tenant, &service).await;
        let paths = texts(&left, "path");
        let version = paths[0].split('/').nth(1).unwrap().to_owned();
        assert!(paths[..40].iter().all(|path| path.starts_with(&format!("/{version}/"))), "{paths:?}");
        assert_eq!((paths.len(), ids(&left)[40].as_str()), (41, same.as_str()));
        assert_eq!(left[40]["data_classifications"].as_array().unwrap().len(), 1);
    })
    .await;
}
