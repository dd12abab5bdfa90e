//! `/api/users/{userId}/custom-data` and `…/profile`: each member takes the place of the one that is there, one level deep.

use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{new, now, path_of, user};

#[tokio::test]
async fn members_of_custom_data_take_the_place_of_those_that_are_there_and_the_others_stay() {
    on_both(async |tenant| {
        let data = json!({"a": 1, "n": {"x": 1, "y": 2}, "l": [1, 2]});
        let made = user(&tenant, json!({"name": "Ada", "customData": data})).await;
        let path = format!("{}/custom-data", path_of(&made));
        let read = async || tenant.get(&path).send().await.expect(200).json();
        let merge = async |members: &Value| {
            let answer = tenant.patch(&path).json(json!({"customData": members})).send().await.expect(200).json();
            assert_eq!(read().await, answer);
            answer
        };
        assert_eq!(read().await, data);
        assert_eq!(merge(&json!({})).await, data, "nothing is asked for");
        let merged = json!({"a": null, "n": {"z": 3}, "l": [9], "b": ""});
        assert_eq!(merge(&merged).await, merged);
        let mut more = merged.clone();
        more["c"] = json!(true);
        assert_eq!(merge(&json!({"c": true})).await, more);
        let shown = now(&tenant, &made).await;
        assert_eq!((&shown["customData"], &shown["name"]), (&more, &json!("Ada")));
        // Only a change of the user takes a member away.
        let _ = tenant.patch(&path_of(&made)).json(json!({"customData": {"b": ""}})).send().await.expect(200);
        assert_eq!(read().await, json!({"b": ""}));
    })
    .await;
}

#[tokio::test]
async fn members_of_a_profile_take_the_place_of_those_that_are_there_and_an_address_is_one_of_them() {
    on_both(async |tenant| {
        let address = json!({"country": "England", "locality": "London"});
        let profile = json!({"familyName": "Lovelace", "nickname": "ada", "address": address});
        let made = user(&tenant, json!({"name": "Ada", "profile": profile})).await;
        let path = format!("{}/profile", path_of(&made));
        let merge = async |members: Value| {
            let answer = tenant.patch(&path).json(json!({"profile": members})).send().await.expect(200).json();
            assert_eq!(now(&tenant, &made).await["profile"], answer);
            answer
        };
        assert_eq!(merge(json!({})).await, profile, "nothing is asked for");
        let mut expected = profile.clone();
        expected["nickname"] = json!("");
        expected["birthdate"] = json!("1815-12-10");
        let members = json!({"nickname": "", "birthdate": "1815-12-10", "shoeSize": 37});
        assert_eq!(merge(members).await, expected, "an empty text is one, and what no profile has is dropped");
        expected["address"] = json!({"region": "Kent"});
        assert_eq!(merge(json!({"address": {"region": "Kent", "planet": "Earth"}})).await, expected);
        expected["address"] = json!({});
        assert_eq!(merge(json!({"address": {}})).await, expected);
        expected["familyName"] = json!("King");
        assert_eq!(merge(json!({"familyName": "King"})).await, expected);
        assert_eq!(now(&tenant, &made).await["name"], "Ada");
        // Only a change of the user takes a member away.
        let _ = tenant.patch(&path_of(&made)).json(json!({"profile": {"locale": "en"}})).send().await.expect(200);
        assert_eq!(merge(json!({})).await, json!({"locale": "en"}));
    })
    .await;
}

#[tokio::test]
async fn of_several_who_put_in_members_at_once_none_is_lost() {
    on_both(async |tenant| {
        let names = ["familyName", "givenName", "nickname"];
        for part in ["custom-data", "profile"] {
            let made = user(&tenant, new()).await;
            let member = if part == "profile" { "profile" } else { "customData" };
            let path = format!("{}/{part}", path_of(&made));
            let put = |name: &str| tenant.patch(&path).json(json!({member: {name: "x"}})).send();
            let answers = futures::future::join_all(names.map(put)).await;
            let taken = answers.iter().filter(|answer| answer.status == 200).count();
            assert_eq!(now(&tenant, &made).await[member].as_object().unwrap().len(), taken, "{part}");
            assert!(taken > 0 && answers.iter().all(|answer| [200, 412].contains(&answer.status)), "{part}");
        }
    })
    .await;
}

/// Each number in whichever form a database keeps it: what is read is what was answered, and has its tag.
#[tokio::test]
async fn numbers_are_the_same_when_they_are_read_again() {
    on_both(async |tenant| {
        let numbers = json!([0, -0.0, 1.0, 1e16, 1.5, -2.5e-7, 1e300, 18_446_744_073_709_551_615_u64, i64::MIN, 1e19]);
        let made = user(&tenant, json!({"customData": {"n": numbers}})).await;
        let text = |value: &Value, name: &str| value[name].to_string();
        assert_eq!(text(&now(&tenant, &made).await["customData"], "n"), text(&made["customData"], "n"));
        let path = format!("{}/custom-data", path_of(&made));
        let merged = tenant.patch(&path).json(json!({"customData": {"m": numbers}})).send().await.expect(200);
        let read = tenant.get(&path).send().await.expect(200);
        for name in ["n", "m"] {
            assert_eq!(text(&read.json(), name), text(&merged.json(), name));
        }
    })
    .await;
}

#[tokio::test]
async fn what_becomes_too_large_is_refused_and_stays_as_it_is() {
    on_both(async |tenant| {
        let made = user(&tenant, new()).await;
        let half = |path: &str, member: &str, name: &str| {
            let body = json!({member: {name: "x".repeat(40 * 1024)}});
            tenant.patch(&format!("{}/{path}", path_of(&made))).json(body).send()
        };
        for (path, member, names) in
            [("custom-data", "customData", ["a", "b"]), ("profile", "profile", ["nickname", "locale"])]
        {
            let _ = half(path, member, names[0]).await.expect(200);
            assert_eq!(half(path, member, names[1]).await.expect(400).json()["code"], "guard.invalid_input", "{path}");
            assert_eq!(shown(&tenant, &made, member).await, [names[0]]);
        }
    })
    .await;
}

/// The names of the members of a part of a user.
async fn shown(tenant: &Tenant, user: &Value, member: &str) -> Vec<String> {
    now(tenant, user).await[member].as_object().unwrap().keys().cloned().collect()
}
