//! The developer API: `/api/developer/{tid}/…`.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use authplane_domain::catalogue::authorization_server::DEVELOPER;
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{RelyingParty, Tenant, UserAgent, on_both};
use serde_json::{Value, json};

use crate::it::nets::Row;
use crate::it::things;

pub(in crate::it) mod clients;
pub(in crate::it) mod servers;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[clients::OPERATIONS, servers::OPERATIONS];

const CLIENTS: &str = "/api/developer/{tid}/clients";
const SERVERS: &str = "/api/developer/{tid}/servers";

/// What the developers of a tenant sign in at.
async fn portal(tenant: &Tenant) -> RelyingParty {
    let users = [
        (USER, PASSWORD, json!({"name": "Ada", "groups": ["partners"]})),
        (OTHER_USER, PASSWORD, json!({"name": "Otto"})),
    ];
    tenant.set_methods(DEVELOPER, vec![static_method(METHOD, &users)]).await;
    RelyingParty::register_at(tenant, DEVELOPER, application(&["openid", "email"])).await
}

async fn sign_in(portal: &RelyingParty, user: &str) -> String {
    let mut browser = UserAgent::new(portal.issuer.rsplitn(3, '/').last().expect("an issuer"));
    portal.sign_in(&mut browser, &portal.request(), (user, PASSWORD)).await.access_token
}

/// An access token of a developer who signed in by a browser, for the calls of a whole test.
pub(in crate::it) async fn token_of(tenant: &Tenant, user: &str) -> String {
    static KNOWN: LazyLock<Mutex<HashMap<(String, String), String>>> = LazyLock::new(Mutex::default);
    let key = |user: &str| (tenant.id.clone(), user.to_owned());
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key(user)).cloned();
    if let Some(known) = known {
        return known;
    }
    let portal = portal(tenant).await;
    for user in [USER, OTHER_USER] {
        let token = sign_in(&portal, user).await;
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(key(user), token);
    }
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known[&key(user)].clone()
}

/// A policy that lets those through who are of this group.
async fn policy_for(tenant: &Tenant, group: &str) -> String {
    let fields = json!([{"field": "groups", "comparator": "contains_all", "value": [group]}]);
    things::policy(tenant, &json!([{"name": "identity-context", "conf": {"fields": fields}}])).await
}

/// A regular server; its id.
async fn server_with(tenant: &Tenant, mut body: Value) -> String {
    body["name"] = json!("Shop");
    body["key_type"] = json!("ecdsa");
    let made = tenant.post("/api/admin/{tid}/servers").json(body).send().await.expect(201).json();
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_developer_s_token_is_a_user_s_of_the_developer_server_and_no_other() {
    on_both(async |tenant| {
        let ada = token_of(&tenant, USER).await;
        let _ = tenant.get(CLIENTS).bearer(&ada).send().await.expect(200);
        // Not an administrator's, nor a machine's of that server, nor a user's of another one.
        let machine = tenant.token_of(DEVELOPER, &[], &[]).await;
        let elsewhere = things::authorization_server(&tenant).await;
        tenant.set_methods(&elsewhere, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let other = RelyingParty::register_at(&tenant, &elsewhere, application(&["openid"])).await;
        let other = sign_in(&other, USER).await;
        for token in [&tenant.token, &machine, &other] {
            for path in [CLIENTS, SERVERS] {
                let _ = tenant.get(path).bearer(token).send().await.expect(401);
            }
        }
        // And it opens nothing else.
        for path in [
            "/api/admin/{tid}/servers",
            "/api/resources",
            "/local-user-store/api/v1/api-clients",
            "/api/system/tenants",
        ] {
            let _ = tenant.get(path).bearer(&ada).send().await.expect(401);
        }
        let stranger = Tenant::new(&tenant.server).await;
        let _ = stranger.get(CLIENTS).bearer(&ada).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn a_developer_who_is_signed_out_everywhere_or_no_longer_there_is_none() {
    on_both(async |tenant| {
        let portal = portal(&tenant).await;
        let (ada, otto) = (sign_in(&portal, USER).await, sign_in(&portal, OTHER_USER).await);
        let path = format!("/api/admin/{{tid}}/servers/{DEVELOPER}/sessions?subject={USER}");
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.get(CLIENTS).bearer(&ada).send().await.expect(401);
        let _ = tenant.get(CLIENTS).bearer(&otto).send().await.expect(200);
        tenant.set_methods(DEVELOPER, Vec::new()).await;
        let _ = tenant.get(CLIENTS).bearer(&otto).send().await.expect(401);
    })
    .await;
}
