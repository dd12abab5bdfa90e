//! Which resources a token is for, which scopes it carries, how long it lives.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, SYSTEM};
use authplane_domain::catalogue::service;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::{Answer, Credentials, Tenant, on_both};
use serde_json::{Value, json};

use super::{access_token, api, jwt, machine, machine_with, refused, register};

const ORDERS: &str = "https://orders.example";
const STOCK: &str = "https://stock.example/v1";

/// Audience and scope of a granted token.
#[track_caller]
fn granted(answer: Answer) -> (Value, Value, i64) {
    let body = answer.expect(200).json();
    let (_, claims) = jwt::read(body["access_token"].as_str().unwrap());
    let scope = claims.get("scope").cloned().unwrap_or(json!(""));
    assert_eq!(body["scope"], scope, "the answer says what the token says");
    let scopes: Vec<Value> = scope.as_str().unwrap().split(' ').filter(|s| !s.is_empty()).map(Value::from).collect();
    assert_eq!(claims["scp"], json!(scopes));
    let lifetime = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
    assert_eq!(body["expires_in"], lifetime);
    (claims["aud"].clone(), scope, lifetime)
}

async fn shop(tenant: &Tenant) -> Credentials {
    api(tenant, ORDERS, None, &["orders:read", "orders:write", "shared"]).await;
    api(tenant, STOCK, Some(60), &["stock:read", "shared"]).await;
    api(tenant, "urn:other", Some(600), &["other"]).await;
    register(tenant, DEFAULT, machine_with(&["orders:read", "stock:read", "shared", "email"])).await
}

#[tokio::test]
async fn one_resource_many_and_the_same_twice() {
    on_both(async |tenant| {
        let app = shop(&tenant).await;
        let ask = |scope: Option<&'static str>, resources: &'static [&'static str]| {
            tenant.ask_for_token(&app, scope, resources)
        };
        assert_eq!(granted(ask(None, &[ORDERS]).await), (json!(ORDERS), json!(""), 3600));
        assert_eq!(granted(ask(Some("orders:read"), &[ORDERS]).await), (json!(ORDERS), json!("orders:read"), 3600));
        let both = granted(ask(Some("stock:read orders:read"), &[ORDERS, STOCK]).await);
        assert_eq!(both, (json!([ORDERS, STOCK]), json!("stock:read orders:read"), 60), "the shortest life of theirs");
        assert_eq!(granted(ask(None, &["urn:other", STOCK]).await).2, 60);
        assert_eq!(granted(ask(None, &["urn:other", ORDERS]).await).2, 600);
        assert_eq!(granted(ask(None, &[ORDERS, ORDERS]).await).0, json!(ORDERS));
        assert_eq!(granted(ask(Some("shared"), &[STOCK]).await).1, "shared");
    })
    .await;
}

#[tokio::test]
async fn a_resource_that_is_not_on_this_server_is_an_invalid_target() {
    on_both(async |tenant| {
        let app = shop(&tenant).await;
        let stranger = Tenant::new(&tenant.server).await;
        api(&stranger, "https://theirs.example", None, &[]).await;
        let management = format!("https://{}.logto.app/api", stranger.id);
        let long = format!("https://{}", "a".repeat(5000));
        for resource in [
            "https://nobody.example",
            "https://theirs.example",
            "https://orders.example/",
            "https://Orders.example",
            "https://orders.example#fragment",
            "orders",
            " ",
            &management,
            &long,
            tenant.server.control_url(),
        ] {
            refused(tenant.ask_for_token(&app, None, &[resource]).await, 400, "invalid_target");
            refused(tenant.ask_for_token(&app, None, &[ORDERS, resource]).await, 400, "invalid_target");
        }
        // The other way round: what is on the default server isn't on another one.
        let elsewhere = register(&tenant, SYSTEM, machine()).await;
        refused(tenant.ask_for_token(&elsewhere, None, &[ORDERS]).await, 400, "invalid_target");
    })
    .await;
}

#[tokio::test]
async fn assertion_33_scopes_are_granted_only_as_asked_allowed_and_of_the_resource() {
    on_both(async |tenant| {
        let app = shop(&tenant).await;
        let ask = |scope: &'static str, resources: &'static [&'static str]| {
            tenant.ask_for_token(&app, Some(scope), resources)
        };
        for (scope, resources) in [
            ("orders:write", &[ORDERS][..]),
            ("stock:read", &[ORDERS]),
            ("orders:read stock:read", &[ORDERS]),
            ("email", &[ORDERS]),
            ("nothing", &[ORDERS]),
            ("other", &[]),
            ("orders:read nothing", &[]),
            ("all", &[]),
            ("orders:read\tshared", &[]),
            ("Orders:read", &[]),
            ("orders:read,shared", &[]),
            ("*", &[]),
        ] {
            refused(ask(scope, resources).await, 400, "invalid_scope");
        }
        assert_eq!(granted(ask("orders:read orders:read  orders:read", &[ORDERS]).await).1, "orders:read");
        assert_eq!(granted(ask("email orders:read", &[]).await).1, "email orders:read");
        assert_eq!(granted(tenant.ask_for_token(&app, None, &[]).await).1, "", "nothing asked, nothing granted");
        assert_eq!(granted(tenant.ask_for_token(&app, Some(""), &[]).await).1, "");
    })
    .await;
}

async fn set_default(tenant: &Tenant, service_id: &str, is_default: bool) {
    let (tid, id) = (tenant.id.clone(), service_id.to_owned());
    let set = async move |store: authplane_domain::Store| {
        service::set_default(&Acting::new(&store, &tid, Actor::system()), &id, is_default).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { set(store).await }).await;
}

#[tokio::test]
async fn assertion_43_without_resource_the_default_one_is_meant_and_without_default_the_client_itself() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        assert_eq!(granted(tenant.ask_for_token(&app, None, &[]).await).0, Value::from(app.id.clone()));
        let details =
            ClientDetails { audience: Some(vec!["https://a.example".to_owned(), "b".to_owned()]), ..machine() };
        let wide = register(&tenant, DEFAULT, details).await;
        assert_eq!(granted(tenant.ask_for_token(&wide, None, &[]).await).0, json!(["https://a.example", "b"]));
        let none = register(&tenant, DEFAULT, ClientDetails { audience: Some(vec![]), ..machine() }).await;
        assert_eq!(granted(tenant.ask_for_token(&none, None, &[]).await).0, Value::from(none.id.clone()));

        let id = api(&tenant, ORDERS, Some(120), &["orders:read"]).await;
        set_default(&tenant, &id, true).await;
        let reader = register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
        for client in [&app, &wide, &none, &reader] {
            assert_eq!(granted(tenant.ask_for_token(client, None, &[]).await), (json!(ORDERS), json!(""), 120));
        }
        assert_eq!(granted(tenant.ask_for_token(&reader, Some("orders:read"), &[]).await).1, "orders:read");
        set_default(&tenant, &id, false).await;
        assert_eq!(granted(tenant.ask_for_token(&app, None, &[]).await).0, Value::from(app.id.clone()));
    })
    .await;
}

#[tokio::test]
async fn an_audience_that_opens_the_control_surface_cannot_be_had_by_registering_it() {
    on_both(async |tenant| {
        let management = format!("https://{}.logto.app/api", tenant.id);
        let control = tenant.server.control_url().to_owned();
        let greedy = vec![
            control.clone(),
            management.clone(),
            "urn:authplane:service:local-user-store".to_owned(),
            "mine".to_owned(),
        ];
        let app = register(&tenant, DEFAULT, ClientDetails { audience: Some(greedy), ..machine() }).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert_eq!(jwt::read(&token).1["aud"], "mine");
        // A service that takes the origin's name is an API like any other: its tokens are no administrator's.
        api(&tenant, &control, None, &["all"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["all"])).await;
        let token = access_token(tenant.ask_for_token(&app, Some("all"), &[&control]).await);
        for path in ["/api/resources", "/api/admin/{tid}/servers/default/services", "/api/admin/{tid}/clients/x"] {
            let answer = tenant.get(path).bearer(&token).send().await;
            assert!([401, 403].contains(&answer.status), "{path}: {}", answer.status);
        }
    })
    .await;
}

#[tokio::test]
async fn tokens_of_the_admin_server_are_for_the_control_plane() {
    on_both(async |tenant| {
        let control = tenant.server.control_url().to_owned();
        let app = register(&tenant, ADMIN, machine_with(&["all", "resources:read"])).await;
        for resources in [vec![], vec![control.as_str()]] {
            let answer = tenant.ask_for_token(&app, Some("resources:read"), &resources).await;
            assert_eq!(granted(answer), (json!(control), json!("resources:read"), 3600));
        }
        refused(tenant.ask_for_token(&app, None, &["https://elsewhere.example"]).await, 400, "invalid_target");
        let plain = register(&tenant, ADMIN, machine()).await;
        refused(tenant.ask_for_token(&plain, Some("all"), &[]).await, 400, "invalid_scope");
    })
    .await;
}

#[tokio::test]
async fn a_removed_resource_or_scope_is_not_granted_any_more() {
    on_both(async |tenant| {
        let id = api(&tenant, ORDERS, None, &["orders:read"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
        access_token(tenant.ask_for_token(&app, Some("orders:read"), &[ORDERS]).await);
        let tid = tenant.id.clone();
        let remove = async move |store: authplane_domain::Store| {
            service::remove(&Acting::new(&store, &tid, Actor::system()), &id).await
        };
        tenant.server.with_store(move |store| async move { remove(store).await }).await.unwrap();
        refused(tenant.ask_for_token(&app, Some("orders:read"), &[ORDERS]).await, 400, "invalid_target");
        refused(tenant.ask_for_token(&app, Some("orders:read"), &[]).await, 400, "invalid_scope");
    })
    .await;
}
