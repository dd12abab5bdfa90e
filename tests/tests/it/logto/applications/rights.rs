//! Whoever may do only a part sees no secret that is worth more, and neither changes nor makes an administrator.

use authplane_tests::{Call, Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{APPLICATIONS, application, now, path_of};

async fn as_seen_by(tenant: &Tenant, token: &str, application: &Value) -> Value {
    tenant.server.call(Method::GET, &path_of(application)).bearer(token).send().await.expect(200).json()
}

#[tokio::test]
async fn a_secret_is_shown_to_whoever_may_change_the_application_and_a_privileged_one_to_whoever_may_do_everything() {
    on_both(async |tenant| {
        let reader = tenant.narrow_token(&["applications:read"]).await;
        let writer = tenant.narrow_token(&["applications:write"]).await;
        let plain = application(&tenant, json!({"name": "Plain", "type": "MachineToMachine"})).await;
        let public = application(&tenant, json!({"name": "Public", "type": "SPA"})).await;
        let admin = application(&tenant, json!({"name": "Admin", "type": "MachineToMachine"})).await;
        let _ = tenant.patch(&path_of(&admin)).json(json!({"isAdmin": true})).send().await.expect(200);
        for (token, application, is_shown) in [
            (&tenant.token, &plain, true),
            (&tenant.token, &admin, true),
            (&tenant.token, &public, true),
            (&writer, &plain, true),
            (&writer, &public, true),
            (&writer, &admin, false),
            (&reader, &plain, false),
            (&reader, &admin, false),
            (&reader, &public, false),
        ] {
            let expected = if is_shown { application["secret"].clone() } else { json!("N/A") };
            let seen = as_seen_by(&tenant, token, application).await;
            assert_eq!(seen["secret"], expected, "{application}");
            let listed = tenant.server.call(Method::GET, APPLICATIONS).bearer(token).send().await.expect(200).json();
            let listed = listed.as_array().unwrap().iter().find(|listed| listed["id"] == application["id"]).cloned();
            assert_eq!(listed.unwrap()["secret"], expected, "{application}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_may_do_a_part_neither_makes_an_administrator_nor_touches_one() {
    on_both(async |tenant| {
        let writer = tenant.narrow_token(&["applications:write"]).await;
        let call = |method: Method, path: &str| tenant.server.call(method, path).bearer(&writer);
        let admin = application(&tenant, json!({"name": "Admin", "type": "MachineToMachine"})).await;
        let _ = tenant.patch(&path_of(&admin)).json(json!({"isAdmin": true})).send().await.expect(200);
        let plain = application(&tenant, json!({"name": "Plain", "type": "MachineToMachine"})).await;
        let before = [now(&tenant, &admin).await, now(&tenant, &plain).await];
        let forbidden = async |call: Call| {
            assert_eq!(call.send().await.expect(403).json()["code"], "auth.forbidden");
        };
        forbidden(call(Method::PATCH, &path_of(&plain)).json(json!({"isAdmin": true}))).await;
        forbidden(call(Method::PATCH, &path_of(&plain)).json(json!({"isAdmin": false}))).await;
        forbidden(call(Method::PATCH, &path_of(&admin)).json(json!({"isAdmin": false}))).await;
        forbidden(call(Method::PATCH, &path_of(&admin)).json(json!({"name": "Mine"}))).await;
        forbidden(call(Method::DELETE, &path_of(&admin))).await;
        assert_eq!([now(&tenant, &admin).await, now(&tenant, &plain).await], before);
        let _ = call(Method::PATCH, &path_of(&plain)).json(json!({"name": "Mine"})).send().await.expect(200);
        let _ = call(Method::DELETE, &path_of(&plain)).send().await.expect(204);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_by_is_admin_does_everything_at_this_api_until_that_is_taken_away() {
    on_both(async |tenant| {
        let machine = application(&tenant, json!({"name": "Admin", "type": "MachineToMachine"})).await;
        let credentials = (machine["id"].as_str().unwrap(), machine["secret"].as_str().unwrap());
        let audience = format!("https://{}.logto.app/api", tenant.id);
        let path = format!("/{}/default/oauth2/token", tenant.id);
        let ask = || {
            let form = [("grant_type", "client_credentials"), ("resource", audience.as_str()), ("scope", "all")];
            tenant.server.call(Method::POST, &path).basic(credentials.0, credentials.1).form(&form)
        };
        let _ = ask().send().await.expect(400);
        assert_eq!(now(&tenant, &machine).await["isAdmin"], false);
        let changed = tenant.patch(&path_of(&machine)).json(json!({"isAdmin": true})).send().await.expect(200).json();
        assert_eq!(changed.get("isAdmin"), None);
        assert_eq!(now(&tenant, &machine).await["isAdmin"], true);
        let answer = ask().send().await.expect(200).json();
        assert_eq!(answer["scope"], "all");
        let token = answer["access_token"].as_str().unwrap();
        let _ = tenant.server.call(Method::GET, APPLICATIONS).bearer(token).send().await.expect(200);
        // Again is the same, and so is `false` twice.
        for (is_admin, status) in [(true, 200), (false, 403), (false, 403), (true, 200)] {
            let _ = tenant.patch(&path_of(&machine)).json(json!({"isAdmin": is_admin})).send().await.expect(200);
            assert_eq!(now(&tenant, &machine).await["isAdmin"], is_admin);
            let _ = tenant.server.call(Method::GET, APPLICATIONS).bearer(token).send().await.expect(status);
        }
    })
    .await;
}

#[tokio::test]
async fn a_scope_of_the_same_name_that_another_resource_has_makes_no_administrator() {
    on_both(async |tenant| {
        let resource = crate::it::things::resource(&tenant).await;
        crate::it::things::resource_scope(&tenant, &resource, "all").await;
        let machine = application(&tenant, json!({"name": "Own", "type": "MachineToMachine"})).await;
        let path = format!("/api/admin/{{tid}}/clients/{}", machine["id"].as_str().unwrap());
        let mut client = tenant.get(&path).send().await.expect(200).json();
        client["scopes"] = json!(["all"]);
        let _ = tenant.put(&path).json(&client).send().await.expect(200);
        assert_eq!(now(&tenant, &machine).await["isAdmin"], false);
        // Both are given and taken by what they are, which the log and the entity tag tell as well.
        for is_admin in [true, false] {
            let tag = tenant.get(&path_of(&machine)).send().await.header("etag").to_owned();
            let events = tenant.audit_events().await.len();
            let _ = tenant.patch(&path_of(&machine)).json(json!({"isAdmin": is_admin})).send().await.expect(200);
            assert_eq!(now(&tenant, &machine).await["isAdmin"], is_admin);
            assert_eq!(tenant.get(&path).send().await.expect(200).json()["scopes"], json!(["all"]));
            assert_ne!(tenant.get(&path_of(&machine)).send().await.header("etag"), tag);
            assert_eq!(tenant.audit_events().await.len(), events + 1);
        }
    })
    .await;
}
