//! Whoever may see users changes none, whoever may do other things sees none, and those of another tenant are nobody's.

use authplane_tests::{Call, Tenant, on_both};
use serde_json::json;

use super::passwords::is_right;
use super::{USERS, each_operation, new, now, path_of, refused, user, without};

fn list(tenant: &Tenant) -> Call {
    tenant.get(USERS)
}

fn create(tenant: &Tenant) -> Call {
    tenant.post(USERS).json(new())
}

#[tokio::test]
async fn whoever_may_see_users_changes_none_and_whoever_may_change_them_sees_them_too() {
    on_both(async |tenant| {
        let reader = tenant.narrow_token(&["users:read"]).await;
        let writer = tenant.narrow_token(&["users:write"]).await;
        let made = user(&tenant, new()).await;
        refused(create(&tenant).bearer(&reader), 403, "auth.forbidden").await;
        for (sees, call) in each_operation(&tenant, &path_of(&made)) {
            if sees {
                let _ = call.bearer(&reader).send().await.expect(200);
            } else {
                refused(call.bearer(&reader), 403, "auth.forbidden").await;
            }
        }
        assert_eq!(list(&tenant).bearer(&reader).send().await.expect(200).json(), json!([made]));
        let theirs = create(&tenant).bearer(&writer).send().await.expect(200).json();
        assert_eq!(list(&tenant).bearer(&writer).send().await.expect(200).json(), json!([theirs, made]));
        for (_, call) in each_operation(&tenant, &path_of(&made)) {
            let answer = call.bearer(&writer).send().await;
            assert!(answer.is_success(), "{}: {}", answer.status, answer.text());
        }
        assert_eq!(list(&tenant).send().await.expect(200).json(), json!([theirs]));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_do_everything_else_neither_sees_nor_changes_a_user() {
    on_both(async |tenant| {
        let others = ["applications:write", "resources:write", "roles:write", "clients:write", "servers:write"];
        let token = tenant.narrow_token(&others).await;
        let made = user(&tenant, new()).await;
        let of_one = each_operation(&tenant, &path_of(&made)).into_iter().map(|(_, call)| call);
        for call in of_one.chain([list(&tenant), create(&tenant)]) {
            refused(call.bearer(&token), 403, "auth.forbidden").await;
        }
        assert_eq!(list(&tenant).send().await.expect(200).json(), json!([made]));
    })
    .await;
}

#[tokio::test]
async fn users_of_another_tenant_are_unknown_and_stay_as_they_are() {
    on_both(async |tenant| {
        let stranger = Tenant::new(&tenant.server).await;
        let body = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "password": "theirs"});
        let theirs = user(&stranger, body).await;
        for (_, call) in each_operation(&tenant, &path_of(&theirs)) {
            refused(call, 404, "entity.not_found").await;
        }
        let right = json!({"password": "theirs"});
        let verify = format!("{}/password/verify", path_of(&theirs));
        refused(tenant.post(&verify).json(&right), 404, "entity.not_found").await;
        assert_eq!(list(&tenant).send().await.expect(200).json(), json!([]));
        let same = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "password": "ours"});
        let ours = user(&tenant, same).await;
        assert!(is_right(&tenant, &ours, "ours").await && !is_right(&tenant, &ours, "theirs").await);
        let own = ["id", "createdAt", "updatedAt"];
        assert_eq!(without(&ours, &own), without(&theirs, &own));
        let _ = tenant.delete(&path_of(&ours)).send().await.expect(204);
        assert_eq!(now(&stranger, &theirs).await, theirs);
        assert!(is_right(&stranger, &theirs, "theirs").await);
    })
    .await;
}
