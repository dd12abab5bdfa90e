//! The token doors of two dialects, which have no tenant in their address.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails};
use authplane_domain::clients::{api_client, role};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::{Answer, Call, Credentials, Tenant, on_both};
use http::Method;
use serde_json::json;

use super::{access_token, api, jwt, machine, machine_with, refused, register};

const LOGTO: &str = "/oidc/token";
const LOCAL_USER_STORE: &str = "/auth/api/v1/oauth/token";

fn management(tenant: &Tenant) -> String {
    format!("https://{}.logto.app/api", tenant.id)
}

/// As `@logto/api` asks.
async fn as_logto(tenant: &Tenant, app: &Credentials) -> Answer {
    let resource = management(tenant);
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", app.id.as_str()),
        ("client_secret", app.secret.as_str()),
        ("resource", resource.as_str()),
        ("scope", "all"),
    ];
    tenant.server.call(Method::POST, LOGTO).form(&form).send().await
}

#[tokio::test]
async fn logtos_clients_get_the_full_scope_and_it_opens_their_api() {
    on_both(async |tenant| {
        for method in [ClientAuthentication::ClientSecretBasic, ClientAuthentication::ClientSecretPost] {
            let details = ClientDetails { token_endpoint_auth_method: method, ..machine_with(&["all"]) };
            let app = register(&tenant, DEFAULT, details).await;
            let answer = as_logto(&tenant, &app).await.expect(200);
            assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
            let body = answer.json();
            assert_eq!(
                (&body["scope"], &body["token_type"], &body["expires_in"]),
                (&json!("all"), &json!("Bearer"), &json!(3600))
            );
            let token = body["access_token"].as_str().unwrap();
            assert_eq!(jwt::read(token).1["aud"], management(&tenant));
            let resources = tenant.get("/api/resources").bearer(token).send().await.expect(200).json();
            assert_eq!(resources[0]["indicator"], management(&tenant));
            // In the header as well, whatever it is registered for.
            let form = [("grant_type", "client_credentials"), ("resource", &management(&tenant)), ("scope", "all")];
            let basic = tenant.server.call(Method::POST, LOGTO).basic(&app.id, &app.secret).form(&form);
            access_token(basic.send().await);
            // It opens no other dialect.
            let _ = tenant.get("/api/admin/{tid}/servers/default/services").bearer(token).send().await.expect(401);
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_management_resource_the_client_tells_the_tenant() {
    on_both(async |tenant| {
        api(&tenant, "urn:orders", None, &["orders:read"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
        let ask = |form: &[(&str, &str)]| {
            tenant.server.call(Method::POST, LOGTO).basic(&app.id, &app.secret).form(form).send()
        };
        let token = access_token(ask(&[("grant_type", "client_credentials")]).await);
        assert_eq!(jwt::read(&token).1["tid"], tenant.id.as_str());
        let form = [("grant_type", "client_credentials"), ("resource", "urn:orders"), ("scope", "orders:read")];
        let token = access_token(ask(&form).await);
        assert_eq!((&jwt::read(&token).1["aud"], &jwt::read(&token).1["aid"]), (&json!("urn:orders"), &json!(DEFAULT)));
        let _ = tenant.get("/api/resources").bearer(&token).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn logtos_door_refuses_what_the_token_endpoint_refuses() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine_with(&["all"])).await;
        let stranger = Tenant::new(&tenant.server).await;
        let theirs = register(&stranger, DEFAULT, machine_with(&["all"])).await;
        let of_admin = register(&tenant, ADMIN, machine_with(&["all"])).await;
        let plain = register(&tenant, DEFAULT, machine()).await;
        refused(as_logto(&tenant, &theirs).await, 401, "invalid_client");
        refused(as_logto(&tenant, &of_admin).await, 401, "invalid_client");
        refused(as_logto(&tenant, &Credentials { secret: "x".to_owned(), ..app.clone() }).await, 401, "invalid_client");
        refused(
            as_logto(&tenant, &Credentials { id: "nobody".to_owned(), ..app.clone() }).await,
            401,
            "invalid_client",
        );
        refused(as_logto(&tenant, &plain).await, 400, "invalid_scope");
        let ask = |form: &[(&str, &str)]| {
            tenant.server.call(Method::POST, LOGTO).basic(&app.id, &app.secret).form(form).send()
        };
        refused(ask(&[]).await, 400, "invalid_request");
        refused(
            ask(&[("grant_type", "password"), ("username", "u"), ("password", "p")]).await,
            400,
            "unsupported_grant_type",
        );
        refused(ask(&[("grant_type", "client_credentials"), ("resource", "urn:nobody")]).await, 400, "invalid_target");
        let both = [
            ("grant_type", "client_credentials"),
            ("client_id", app.id.as_str()),
            ("client_secret", app.secret.as_str()),
        ];
        refused(ask(&both).await, 400, "invalid_request");
        let nobody =
            tenant.server.call(Method::POST, LOGTO).basic("nobody", "x").form(&[("grant_type", "client_credentials")]);
        refused(nobody.send().await, 401, "invalid_client");
        let get = tenant.server.call(Method::GET, LOGTO).send().await;
        assert_eq!(get.header("allow"), "POST");
        refused(get, 405, "invalid_request");
    })
    .await;
}

/// The shared OAuth client of the tenant, and an API client with these roles.
async fn robot(tenant: &Tenant, roles: &[&str]) -> (Credentials, String, String) {
    let tid = tenant.id.clone();
    let roles: Vec<String> = roles.iter().map(|role| (*role).to_owned()).collect();
    let make = async move |store: authplane_domain::Store| {
        let id = api_client::shared_client_id(&tid);
        let shared = client::find(&store, &tid, &id).await?.unwrap();
        let secret = client::open_secret(&store, &shared)?.unwrap();
        let robot = api_client::create(&Acting::new(&store, &tid, Actor::system()), "robot".to_owned(), roles).await?;
        let own = api_client::open_secret(&store, &robot)?;
        Ok::<_, authplane_domain::Error>((Credentials { id, secret, server: DEFAULT.to_owned() }, robot.id, own))
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap()
}

fn as_robot(tenant: &Tenant, shared: &Credentials, id: &str, secret: &str, more: &[(&str, &str)]) -> Call {
    let mut form = vec![("grant_type", "password"), ("username", id), ("password", secret)];
    form.extend(more);
    tenant.server.call(Method::POST, LOCAL_USER_STORE).basic(&shared.id, &shared.secret).form(&form)
}

#[tokio::test]
async fn an_api_client_gets_a_short_token_with_what_its_roles_give() {
    on_both(async |tenant| {
        let (shared, id, secret) = robot(&tenant, &[role::PRIVX_ADMIN]).await;
        let body = as_robot(&tenant, &shared, &id, &secret, &[]).send().await.expect(200).json();
        assert_eq!(
            (&body["expires_in"], &body["scope"], &body["token_type"]),
            (&json!(300), &json!("apiClientsManage"), &json!("Bearer"))
        );
        let token = body["access_token"].as_str().unwrap();
        let (_, claims) = jwt::read(token);
        assert_eq!((&claims["sub"], &claims["client_id"]), (&json!(id), &json!(shared.id)));
        assert!(jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, token));
        let path = format!("/local-user-store/api/v1/api-clients/{id}");
        let shown = tenant.get(&path).bearer(token).send().await.expect(200).json();
        assert_eq!(shown["name"], "robot");
        // It opens no other dialect.
        let _ = tenant.get("/api/resources").bearer(token).send().await.expect(401);
        let _ = tenant.get("/api/admin/{tid}/servers/default/services").bearer(token).send().await.expect(401);
        // Less may be asked for, more not.
        access_token(as_robot(&tenant, &shared, &id, &secret, &[("scope", "apiClientsManage")]).send().await);
        refused(as_robot(&tenant, &shared, &id, &secret, &[("scope", "admin")]).send().await, 400, "invalid_scope");
        let (_, plain, own) = robot(&tenant, &[]).await;
        let body = as_robot(&tenant, &shared, &plain, &own, &[]).send().await.expect(200).json();
        assert_eq!(body["scope"], "");
        let token = body["access_token"].as_str().unwrap();
        let _ = tenant.get(&path).bearer(token).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn assertion_63_unknown_api_clients_and_wrong_secrets_get_the_same_answer() {
    on_both(async |tenant| {
        let (shared, id, secret) = robot(&tenant, &[role::PRIVX_ADMIN]).await;
        let stranger = Tenant::new(&tenant.server).await;
        let (_, theirs, their_secret) = robot(&stranger, &[role::PRIVX_ADMIN]).await;
        let mut bodies = std::collections::BTreeSet::new();
        for (id, secret) in [
            (id.as_str(), "wrong"),
            ("nobody", secret.as_str()),
            (&theirs, &their_secret),
            (&shared.id, &shared.secret),
            ("a/b", "x"),
        ] {
            let answer = as_robot(&tenant, &shared, id, secret, &[]).send().await.expect(400);
            bodies.insert(answer.body.clone());
            refused(answer, 400, "invalid_grant");
        }
        assert_eq!(bodies.len(), 1);
        for form in [
            &[("grant_type", "password")][..],
            &[("grant_type", "password"), ("username", "u")],
            &[("grant_type", "password"), ("password", "p")],
        ] {
            let call = tenant.server.call(Method::POST, LOCAL_USER_STORE).basic(&shared.id, &shared.secret).form(form);
            refused(call.send().await, 400, "invalid_request");
        }
        let wrong = Credentials { secret: "x".to_owned(), ..shared.clone() };
        refused(as_robot(&tenant, &wrong, &id, &secret, &[]).send().await, 401, "invalid_client");
        // Another client of the tenant isn't the shared one.
        let app = register(&tenant, DEFAULT, machine()).await;
        refused(as_robot(&tenant, &app, &id, &secret, &[]).send().await, 400, "unauthorized_client");
    })
    .await;
}

#[tokio::test]
async fn assertion_62_wrong_secrets_of_api_clients_are_counted_and_right_ones_taken() {
    on_both(async |tenant| {
        let (shared, id, secret) = robot(&tenant, &[role::PRIVX_ADMIN]).await;
        for _ in 0..20 {
            for id in [id.as_str(), "nobody"] {
                refused(as_robot(&tenant, &shared, id, "wrong", &[]).send().await, 400, "invalid_grant");
            }
        }
        for id in [id.as_str(), "nobody"] {
            refused(as_robot(&tenant, &shared, id, "wrong", &[]).send().await, 429, "temporarily_unavailable");
        }
        access_token(as_robot(&tenant, &shared, &id, &secret, &[]).send().await);
        // The shared client's own count is another.
        let wrong = Credentials { secret: "x".to_owned(), ..shared };
        refused(as_robot(&tenant, &wrong, &id, &secret, &[]).send().await, 401, "invalid_client");
    })
    .await;
}

#[tokio::test]
async fn the_local_user_stores_door_takes_client_credentials_too() {
    on_both(async |tenant| {
        let (shared, _, _) = robot(&tenant, &[]).await;
        let form = [("grant_type", "client_credentials")];
        let call = tenant.server.call(Method::POST, LOCAL_USER_STORE).basic(&shared.id, &shared.secret).form(&form);
        let token = access_token(call.send().await);
        let _ = tenant.get("/local-user-store/api/v1/api-clients/x").bearer(&token).send().await.expect(401);
        let call = tenant.server.call(Method::POST, LOCAL_USER_STORE).basic(&shared.id, &shared.secret);
        let wide = [("grant_type", "client_credentials"), ("scope", "apiClientsManage")];
        refused(call.form(&wide).send().await, 400, "invalid_scope");
    })
    .await;
}
