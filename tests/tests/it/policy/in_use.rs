//! A policy in Cedar where policies are asked: signing in, refreshing, registering.

use authplane_tests::relying_party::application;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, UserAgent, on_both};
use serde_json::json;

use crate::it::oauth::change_server;
use crate::it::openid::silent::guard_server;
use crate::it::openid::with_users_on_both;
use crate::it::things;

#[tokio::test]
async fn who_signs_in_and_who_refreshes_is_judged_by_it() {
    with_users_on_both(async |tenant| {
        let text = r#"permit (principal is User, action == Action::"authorize", resource == Server::"default")
            when { context.authentication.groups.contains("admins") && context.request has headers };"#;
        let policy = things::policy_in_cedar(&tenant, text).await;
        guard_server(&tenant, Some(policy.clone())).await;
        let client = RelyingParty::register(&tenant, application(&["openid", "offline_access"])).await;
        let request = client.request().with("scope", "openid offline_access");
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = client.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        let refreshed = client.refresh(tokens.refresh_token()).await.expect(200).json();
        let path = format!("/api/admin/{{tid}}/policies/{policy}");
        let shut = json!({"policy_name": "Shut", "language": "cedar", "definition": r#"permit (principal == User::"nobody", action, resource);"#});
        let _ = tenant.put(&path).json(shut).send().await.expect(201);
        let refused = client.refresh(refreshed["refresh_token"].as_str().unwrap()).await.expect(400);
        assert_eq!(refused.json()["error"], "invalid_grant");
        // Who isn't let in is sent back without a code; nobody's consent would help.
        let left = agent.get(&request.clone().with("prompt", "none").url()).await.left();
        let names: Vec<String> = left.to.query_pairs().map(|(name, _)| name.into_owned()).collect();
        assert!(names.contains(&"error".to_owned()) && !names.contains(&"code".to_owned()), "{names:?}");
        let open = json!({"policy_name": "Open", "language": "cedar", "definition": format!("permit (principal == User::\"{OTHER_USER}\", action, resource);")});
        let _ = tenant.put(&path).json(open).send().await.expect(201);
        let mut other = UserAgent::new(tenant.server.url());
        let _ = client.sign_in(&mut other, &request, (OTHER_USER, PASSWORD)).await;
    })
    .await;
}

#[tokio::test]
async fn who_registers_is_judged_by_it() {
    on_both(async |tenant| {
        let text = r#"permit (principal is Anonymous, action == Action::"register", resource == Server::"default")
            when { context.request.headers has "x-invitation" };"#;
        let policy = Some(things::policy_in_cedar(&tenant, text).await);
        change_server(&tenant, |details| {
            details.enable_dynamic_client_registration = true;
            details.developer_policy_id = policy;
        })
        .await;
        let new = || {
            let body = json!({"redirect_uris": ["https://app.example/back"]});
            tenant.post("/{tid}/default/oauth2/register").anonymous().json(body)
        };
        let _ = new().send().await.expect(403);
        let invited = new().header(http::HeaderName::from_static("x-invitation"), "1");
        let _ = invited.send().await.expect(201);
    })
    .await;
}
