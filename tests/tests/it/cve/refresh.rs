//! A refresh asks again for everything that the authorization needed: what was lost since is not given any more.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication::NewMethod;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant;
use authplane_tests::relying_party::{Tokens, application};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{RelyingParty, Tenant};
use serde_json::{Value, json};

use super::{ADA, agent, change_client, change_server, refused, remove_client, with_users_on_both};
use crate::it::things;

const SCOPES: [&str; 3] = ["openid", "offline_access", "email"];

/// What is lost, and what a refresh is refused with then.
const LOST: &[(&str, u16, &str)] = &[
    ("nothing", 200, ""),
    ("the client", 401, "invalid_client"),
    ("the client's grant", 400, "unauthorized_client"),
    ("the server's grant", 400, "unsupported_grant_type"),
    ("the client's scope", 400, "invalid_scope"),
    ("the user", 400, "invalid_grant"),
    ("the method", 400, "invalid_grant"),
    ("the enabled method", 400, "invalid_grant"),
    ("the consent", 400, "invalid_grant"),
    ("the policy of the server", 400, "invalid_grant"),
    ("the policy of a scope", 400, "invalid_grant"),
    ("the group that the policy of the server asks for", 400, "invalid_grant"),
    ("the group that the policy of a scope asks for", 400, "invalid_grant"),
];

fn people(context: Value) -> NewMethod {
    static_method(METHOD, &[(USER, PASSWORD, context), (OTHER_USER, PASSWORD, json!({}))])
}

/// A policy that asks for a group of the user's.
async fn administrators(tenant: &Tenant) -> String {
    let field = json!({"field": "groups", "comparator": "contains", "value": "admins"});
    things::policy(tenant, &json!([{"name": "identity-context", "conf": {"fields": [field]}}])).await
}

/// Sets the policy that users must pass to be given a scope.
async fn guard(tenant: &Tenant, name: &str, policy: String) {
    let (id, name) = (tenant.id.clone(), name.to_owned());
    let change = async move |store| {
        let known =
            scope::of_server_by_name(&store, ServerKey { tenant: &id, id: DEFAULT }, &[name.as_str()]).await.unwrap();
        for scope in known[name.as_str()].iter() {
            let changes = ScopeChanges { user_policy_id: Some(Some(policy.clone())), ..ScopeChanges::default() };
            let _ = scope::change(&Acting::new(&store, &id, Actor::system()), &scope.id, changes).await.unwrap();
        }
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await;
}

/// Whatever has to stand before the user signs in.
async fn prepare(tenant: &Tenant, lost: &str) {
    match lost {
        "the group that the policy of the server asks for" => {
            let policy = administrators(tenant).await;
            change_server(tenant, DEFAULT, |server| server.user_policy_id = Some(policy)).await;
        }
        "the group that the policy of a scope asks for" => {
            let policy = administrators(tenant).await;
            let service = things::service(tenant).await;
            let _ = things::scope(tenant, Some(&service), "orders:read").await;
            guard(tenant, "orders:read", policy).await;
        }
        "the policy of a scope" => {
            let service = things::service(tenant).await;
            let _ = things::scope(tenant, Some(&service), "orders:read").await;
        }
        _ => {}
    }
}

async fn lose(tenant: &Tenant, application: &RelyingParty, details: &ClientDetails, lost: &str) {
    let without = |list: &[String], name: &str| list.iter().filter(|one| *one != name).cloned().collect::<Vec<_>>();
    let mut details = details.clone();
    match lost {
        "nothing" => {}
        "the client" => remove_client(tenant, &application.client).await,
        "the client's grant" => {
            details.grant_types = Some(vec!["authorization_code".to_owned()]);
            change_client(tenant, &application.client, details).await;
        }
        "the server's grant" => {
            change_server(tenant, DEFAULT, |server| server.grant_types = without(&server.grant_types, "refresh_token"))
                .await;
        }
        "the client's scope" => {
            details.scopes = without(&details.scopes, "email");
            change_client(tenant, &application.client, details).await;
        }
        "the user" => {
            tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))])]).await;
        }
        "the method" => {
            tenant.set_methods(DEFAULT, vec![static_method("another", &[(USER, PASSWORD, context())])]).await;
        }
        "the enabled method" => {
            let mut disabled = people(context());
            disabled.method.disabled = true;
            tenant.set_methods(DEFAULT, vec![disabled]).await;
        }
        "the consent" => {
            let (id, client) = (tenant.id.clone(), application.client.id.clone());
            let take_back = async move |store: authplane_domain::Store| {
                let acting = Acting::new(&store, &id, Actor::system());
                authorization_grant::take_back(
                    &acting,
                    Given { server_id: DEFAULT, subject: USER, client_id: &client },
                    3600,
                )
                .await
                .unwrap();
            };
            tenant.server.with_store(move |store| async move { take_back(store).await }).await;
        }
        "the policy of the server" => {
            let nobody = things::policy(tenant, &json!([{"name": "false"}])).await;
            change_server(tenant, DEFAULT, |server| server.user_policy_id = Some(nobody)).await;
        }
        "the policy of a scope" => {
            let nobody = things::policy(tenant, &json!([{"name": "false"}])).await;
            guard(tenant, "orders:read", nobody).await;
        }
        group => {
            assert!(group.starts_with("the group"), "{group}");
            let mut known = context();
            known["groups"] = json!(["people"]);
            tenant.set_methods(DEFAULT, vec![people(known)]).await;
        }
    }
}

#[tokio::test]
async fn cve_2026_43983_each_precondition_that_is_lost_ends_the_refreshes() {
    with_users_on_both(async |shared| {
        for (lost, status, error) in LOST {
            println!("{lost}");
            let tenant = Tenant::with_users(&shared.server).await;
            prepare(&tenant, lost).await;
            let mut scopes = SCOPES.to_vec();
            if lost.ends_with("of a scope") || lost.ends_with("of a scope asks for") {
                scopes.push("orders:read");
            }
            let details = application(&scopes);
            let application = RelyingParty::register(&tenant, details.clone()).await;
            let request = application.request().with("scope", &scopes.join(" "));
            let first = application.sign_in(&mut agent(&tenant), &request, ADA).await;
            let second = Tokens::from(&application.refresh(first.refresh_token()).await);
            lose(&tenant, &application, &details, lost).await;
            let answer = application.refresh(second.refresh_token()).await;
            if *status == 200 {
                let _ = answer.expect(200);
                continue;
            }
            refused(&answer, *status, error);
            // Nor does a refusal rotate: what was lost can come back.
            refused(&application.refresh(second.refresh_token()).await, *status, error);
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2026_93999_a_removed_audience_gets_no_more_tokens() {
    with_users_on_both(async |tenant| {
        let indicator = "https://orders.example";
        let resource = things::resource_called(&tenant, indicator).await;
        let scope = things::resource_scope(&tenant, &resource, "orders:read").await;
        let application = RelyingParty::web(&tenant, &["openid", "offline_access", "orders:read"]).await;
        let request =
            application.request().with("scope", "openid offline_access orders:read").with("resource", indicator);
        let mut browser = agent(&tenant);
        let first = application.sign_in(&mut browser, &request, ADA).await;
        let second = Tokens::from(&application.refresh(first.refresh_token()).await);
        let said = application.introspect(&second.access_token).await;
        assert_eq!((&said["aud"], &said["active"]), (&json!([indicator]), &json!(true)));

        let _ = tenant.delete(&format!("/api/resources/{resource}/scopes/{scope}")).send().await.expect(204);
        refused(&application.refresh(second.refresh_token()).await, 400, "invalid_scope");
        let _ = tenant.delete(&format!("/api/resources/{resource}")).send().await.expect(204);
        refused(&application.refresh(second.refresh_token()).await, 400, "invalid_target");
        // One of the same name is another one, whose scopes nobody gave to the application.
        let again = things::resource_called(&tenant, indicator).await;
        let _ = things::resource_scope(&tenant, &again, "orders:read").await;
        refused(&application.refresh(second.refresh_token()).await, 400, "invalid_scope");
    })
    .await;
}

/// CVE-2026-8922, CVE-2026-18218: of revocations at two levels one hid the other.
#[tokio::test]
async fn cve_2026_8922_revocations_at_two_levels_add_up_in_whatever_order() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let mut browser = agent(&tenant);
        let revoke = async |token: &str| {
            let _ = application.call("oauth2/revoke", &[("token", token)]).send().await.expect(200);
        };
        for of_token in 0..3 {
            for of_authorization in 0..3 {
                let request = application.request().with("scope", "openid offline_access");
                let tokens = application.sign_in(&mut browser, &request, ADA).await;
                let sibling = Tokens::from(&application.refresh(tokens.refresh_token()).await);
                // At the first step, at the second, or not at all.
                for step in 0..2 {
                    if of_token == step {
                        revoke(&tokens.access_token).await;
                    }
                    if of_authorization == step {
                        revoke(sibling.refresh_token()).await;
                    }
                    let (token_lives, authorization_lives) = (of_token > step, of_authorization > step);
                    for (token, lives) in [
                        (&tokens.access_token, token_lives && authorization_lives),
                        (&sibling.access_token, authorization_lives),
                    ] {
                        assert_eq!(application.introspect(token).await["active"], lives);
                        let status = if lives { 200 } else { 401 };
                        let _ = application.userinfo(token).await.expect(status);
                    }
                }
                let status = if of_authorization < 2 { 400 } else { 200 };
                let _ = application.refresh(sibling.refresh_token()).await.expect(status);
            }
        }
    })
    .await;
}
