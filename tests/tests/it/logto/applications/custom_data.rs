//! `/api/applications/{applicationId}/custom-data`.

use authplane_tests::on_both;
use serde_json::json;

use super::{CHANGE, application, new, now, one, path_of};
use crate::it::nets::Row;

#[tokio::test]
async fn members_take_the_place_of_those_that_are_there_and_the_others_stay() {
    on_both(async |tenant| {
        let made = application(
            &tenant,
            json!({"name": "Shop", "type": "SPA", "customData": {"a": 1, "n": {"x": 1, "y": 2}, "l": [1, 2]}}),
        )
        .await;
        let path = format!("{}/custom-data", path_of(&made));
        let merged = json!({"a": null, "n": {"z": 3}, "l": [9], "b": ""});
        let answer = tenant.patch(&path).json(&merged).send().await.expect(200);
        assert_eq!(answer.json(), merged);
        let answer = tenant.patch(&path).json(json!({"c": true})).send().await.expect(200).json();
        assert_eq!((&answer["c"], &answer["b"]), (&json!(true), &json!("")));
        assert_eq!(tenant.patch(&path).json(json!({})).send().await.expect(200).json(), answer);
        assert_eq!(now(&tenant, &made).await["customData"], answer);
        // Others of the application stay too.
        assert_eq!(now(&tenant, &made).await["name"], "Shop");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_put_in_members_at_once_none_is_lost() {
    on_both(async |tenant| {
        let made = application(&tenant, new("SPA")).await;
        let path = format!("{}/custom-data", path_of(&made));
        let put = |number: usize| tenant.patch(&path).json(json!({format!("m{number}"): number})).send();
        let answers = futures::future::join_all((0..3).map(put)).await;
        let taken = answers.iter().filter(|answer| answer.status == 200).count();
        assert_eq!(now(&tenant, &made).await["customData"].as_object().unwrap().len(), taken);
        assert!(taken > 0 && answers.iter().all(|answer| [200, 412].contains(&answer.status)));
    })
    .await;
}

/// Each number in whichever form a database keeps it: what is read is what was answered, and has its tag.
#[tokio::test]
async fn numbers_are_the_same_when_they_are_read_again() {
    on_both(async |tenant| {
        let numbers = json!([0, -0.0, 1.0, 1e16, 1.5, -2.5e-7, 1e300, 18_446_744_073_709_551_615_u64, i64::MIN, 1e19]);
        let answer =
            tenant.post("/api/applications").json(json!({"name": "Shop", "type": "SPA", "customData": {"n": numbers}}));
        let answer = answer.send().await.expect(200);
        let read = tenant.get(&path_of(&answer.json())).send().await.expect(200);
        assert_eq!(read.json()["customData"].to_string(), answer.json()["customData"].to_string());
        assert_eq!(read.header("etag").split('.').next(), answer.header("etag").split('.').next());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_object_or_becomes_too_large_is_refused() {
    on_both(async |tenant| {
        let made = application(&tenant, new("SPA")).await;
        let path = format!("{}/custom-data", path_of(&made));
        for body in [json!([]), json!("a"), json!(null), json!({"a": "x".repeat(64 * 1024)})] {
            let _ = tenant.patch(&path).json(body).send().await.expect(400);
        }
        let half = |name: &str| tenant.patch(&path).json(json!({name: "x".repeat(40 * 1024)})).send();
        let _ = half("a").await.expect(200);
        let refused = half("b").await.expect(400).json();
        assert_eq!(refused["code"], "guard.invalid_input");
        assert_eq!(now(&tenant, &made).await["customData"].as_object().unwrap().len(), 1);
        let _ = tenant.patch("/api/applications/unknown/custom-data").json(json!({})).send().await.expect(404);
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "update_application_custom_data",
    scopes: CHANGE,
    good: |tenant| {
        Box::pin(
            async move { tenant.patch(&format!("{}/custom-data", one(tenant).await)).json(json!({"team": "shop"})) },
        )
    },
    provoke: &[],
}];
