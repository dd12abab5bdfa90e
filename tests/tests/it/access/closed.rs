//! What never passes: callers that are no gateways, requests of which it isn't known what they are, spellings that others read otherwise.

use authplane_tests::{Answer, Call, Tenant};
use http::Method;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::{AUTHORIZE, Edge, FORWARD_AUTH, good_edge, header, pyron};
use crate::it::openid::with_users_on_both;
use crate::it::things::{self, gateway_of};

async fn token_of_client(tenant: &Tenant, id: &str, secret: &str) -> String {
    let form = [("grant_type", "client_credentials"), ("scope", "read_gateway_configuration")];
    let answer = tenant.post("/{tid}/system/oauth2/token").basic(id, secret).form(&form).send().await.expect(200);
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_is_no_gateway_is_answered_nothing_whatever_the_headers_say() {
    with_users_on_both(async |tenant| {
        let edge = good_edge(&tenant).await;
        let client = &edge.gateway["client"];
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        let told =
            |call: Call| call.header(header("x-forwarded-method"), "GET").header(header("x-forwarded-uri"), "/open");
        let at = |path: &str| tenant.call(Method::GET, path);
        // By a token or by the secret.
        let token = token_of_client(&tenant, id, secret).await;
        let _ = told(at(FORWARD_AUTH).bearer(&token)).send().await.expect(200);
        let _ = told(at(FORWARD_AUTH).basic(id, secret)).send().await.expect(200);
        // Clients that may read configurations and are no gateway's; others; users; tenants next door; paths of tenants next door.
        let reader = tenant.add_client("system", &["read_gateway_configuration"]).await;
        let reading = token_of_client(&tenant, &reader.id, &reader.secret).await;
        let other = tenant.add_client("default", &[]).await;
        let user = super::token_of(&tenant, authplane_tests::users::USER).await;
        let stranger = Tenant::new(&tenant.server).await;
        let foreign = gateway_of(&stranger, "default", "standalone").await;
        let (foreign_id, foreign_secret) =
            (foreign["client"]["client_id"].as_str().unwrap(), foreign["client"]["client_secret"].as_str().unwrap());
        let calls = |path: &str| {
            let asked = || {
                if path.ends_with("authorize") {
                    tenant.post(path).json(json!({"method": "GET", "path": "/open"}))
                } else {
                    told(tenant.get(path))
                }
            };
            vec![
                asked().anonymous(),
                asked().basic(id, "wrong"),
                asked().basic("", secret),
                asked().basic(&reader.id, &reader.secret),
                asked().bearer(&reading),
                asked().basic(&other.id, &other.secret),
                asked().bearer(&user),
                asked().bearer(&tenant.token),
                asked().basic(&tenant.administrator.id, &tenant.administrator.secret),
                asked().basic(foreign_id, foreign_secret),
            ]
        };
        for call in calls(FORWARD_AUTH) {
            // Its proxy would hand a 401 on, challenge and all, to somebody who isn't meant.
            let answer = call.send().await.expect(403);
            assert!(super::IDENTITY.iter().all(|name| answer.all(name).is_empty()));
        }
        for call in calls(AUTHORIZE) {
            let answer = call.send().await;
            assert!([401, 403].contains(&answer.status), "{}", answer.text());
        }
        let elsewhere = FORWARD_AUTH.replace("{tid}", &stranger.id);
        let _ = told(at(&elsewhere).basic(id, secret)).send().await.expect(403);
        let _ = told(at(&elsewhere).bearer(&token)).send().await.expect(403);
        let _ = tenant
            .delete(&format!("/api/admin/{{tid}}/gateways/{}", edge.gateway["id"].as_str().unwrap()))
            .send()
            .await
            .expect(204);
        let _ = told(at(FORWARD_AUTH).basic(id, secret)).send().await.expect(403);
        let _ = told(at(FORWARD_AUTH).bearer(&token)).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_about_is_told_once_or_it_is_refused() {
    with_users_on_both(async |tenant| {
        let edge = good_edge(&tenant).await;
        let asked = async |headers: &[(&'static str, &str)]| -> Answer {
            headers.iter().fold(edge.proxy(), |call, (name, value)| call.also(header(name), value)).send().await
        };
        let (method, uri) = ("x-forwarded-method", "x-forwarded-uri");
        for told in [
            [(method, "GET"), (uri, "/open")],
            [("x-original-method", "GET"), ("x-original-uri", "/open")],
            [("x-original-method", "GET"), ("x-original-url", "https://api.example:8443/open?x=/closed")],
            [(method, "GET"), ("x-original-url", "/open")],
        ] {
            let answer = asked(&told).await;
            assert_eq!(answer.status, 200, "{told:?}: {}", answer.text());
        }
        // The same twice by two names, and one that was taken away.
        let _ = asked(&[(method, "GET"), (uri, "/open"), ("x-original-uri", "/open"), ("x-original-url", "")])
            .await
            .expect(200);
        for told in [
            &[][..],
            &[(method, "GET")],
            &[(uri, "/open")],
            &[(method, ""), (uri, "/open")],
            &[(method, "GET"), (uri, "")],
            &[(method, "GET"), (uri, "/closed"), (uri, "/open")],
            &[(method, "GET"), (uri, "/open"), (uri, "/open")],
            // What is told twice isn't told better by another name.
            &[(method, "GET"), (method, "DELETE"), ("x-original-method", "GET"), (uri, "/open")],
            &[(method, "GET"), (uri, "/open"), ("x-original-uri", "/a"), ("x-original-uri", "/b")],
            &[(method, "GET"), (uri, "/closed"), ("x-original-uri", "/open")],
            &[(method, "GET"), (uri, "/open"), ("x-original-url", "https://api.example/closed")],
            &[(method, "GET"), ("x-original-method", "DELETE"), (uri, "/open")],
            &[(method, "GET"), ("x-original-url", "https://api.example")],
            &[(method, "GET"), ("x-original-url", "https://api.example?/open")],
            // What a client may wish to be taken for.
            &[(method, "GET"), (uri, "/open"), ("x-http-method-override", "DELETE")],
            &[(method, "GET"), (uri, "/open"), ("x-method-override", "get")],
            &[(method, "GET"), (uri, "/open"), ("x-http-method", "GET"), ("x-http-method", "PUT")],
            // Two tokens.
            &[
                (method, "GET"),
                (uri, "/open"),
                ("x-forwarded-authorization", "Bearer a"),
                ("x-forwarded-authorization", "Bearer b"),
            ],
        ] {
            let answer = asked(told).await;
            assert_eq!(answer.status, 403, "{told:?}: {}", answer.text());
        }
        // The same method under another name says the same; the address of the call is never what is asked about.
        let _ = asked(&[(method, "GET"), (uri, "/open"), ("x-http-method-override", "GET")]).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_looked_up_or_is_anothers_opens_nothing() {
    with_users_on_both(async |tenant| {
        let edge = good_edge(&tenant).await;
        // A token of the same tenant's other server, which is aimed at nothing.
        let new = json!({"id": "neighbour", "name": "Neighbour"});
        let _ = tenant.post("/api/admin/{tid}/servers").json(new).send().await.expect(201);
        let neighbours = tenant.token_of("neighbour", &[], &[]).await;
        let own = tenant.token_of("default", &[], &[]).await;
        let asked = async |path: &str, token: &str| edge.ask("GET", path, Some(token)).await.status;
        assert_eq!((asked("/closed", &own).await, asked("/closed", &neighbours).await), (200, 401));
        assert_eq!(asked("/open", &neighbours).await, 401);
        // A policy that can't be read any more.
        let policy = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let _ = edge.api("GET", "/unreadable", Some(&policy)).await;
        let spoil =
            format!("UPDATE policies SET validators = '7' WHERE tenant_id = '{}' AND id = '{policy}'", tenant.id);
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        assert_eq!(connection.execute_unprepared(&spoil).await.unwrap().rows_affected(), 1);
        connection.close().await.unwrap();
        let answer = edge.ask("GET", "/unreadable", Some(&own)).await.expect(403);
        assert!(answer.text().contains("can't be asked"), "{}", answer.text());
        let _ = edge.ask("GET", "/unreadable", None).await.expect(403);
        assert_eq!(asked("/closed", &own).await, 200);
    })
    .await;
}

/// Spellings that some server, proxy or framework takes for `/admin/users`, or that one cuts where another doesn't.
pub(super) const SPELLINGS: &[&str] = &[
    "admin/users",
    "http://api.example/admin/users",
    "//admin/users",
    "/admin//users",
    "/admin/users//",
    "/./admin/users",
    "/admin/./users",
    "/admin/users/.",
    "/admin/users/..",
    "/open/../admin/users",
    "/open/..%2fadmin/users",
    "/open/%2e%2e/admin/users",
    "/open/.%2e/admin/users",
    "/open/%2E./admin/users",
    "/%2e/admin/users",
    "/../admin/users",
    "/..;/admin/users",
    "/open/..;/admin/users",
    "/open/..;x=1/admin/users",
    "/admin;/users",
    "/admin/users;",
    "/admin/users;x=1",
    "/admin;jsessionid=1/users",
    "/admin%3b/users",
    "/admin/users%3Bx",
    "/admin%2fusers",
    "/admin%2Fusers",
    "/admin\\users",
    "/open\\..\\admin\\users",
    "/admin%5cusers",
    "/admin%5Cusers",
    "/open/..%5cadmin/users",
    "/%252e%252e/admin/users",
    "/open/%252e%252e/admin/users",
    "/admin%252fusers",
    "/admin/users%2500",
    "/admin/users%00",
    "/admin/users%00.css",
    "/admin/users%0a",
    "/admin/users%0d%0a",
    "/admin/users%09",
    "/admin/users%7f",
    "/admin/users#",
    "/admin/users#/open",
    "/admin/users%23",
    "/admin/users%3f",
    "/admin/users%3fx=1",
    "/open%3f/../admin/users",
    "/admin/users%",
    "/admin/users%2",
    "/admin/users%zz",
    "/admin/%u0075sers",
    "/admin/users%c0%af",
    "/open/%c0%ae%c0%ae/admin/users",
    "/admin/users|x",
    "/admin/users\"",
    "/admin/users<",
    "/admin/users{x}",
    "/admin/users^",
    "/admin/users`",
    "/admin /users",
    "*",
    "",
    "/open/%2e%2e%2fadmin/users",
    "/open/%2e%2e;/admin/users",
    "/admin/%2e/users",
    "/open/.../../admin/users",
    "/open/..%20/admin/users",
    "/open/%20../admin/users",
    "/open/.%20.%20/admin/users",
    "/admin/users/.%20",
];

#[tokio::test]
async fn no_spelling_of_a_path_passes_that_somebody_could_read_otherwise() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let open = things::policy(&tenant, &json!([{"name": "true"}])).await;
        // Everything is open but this.
        for template in ["/{a}", "/{a}/{b}", "/{a}/{b}/{c}", "/{a}/{b}/{c}/{d}", "/admin/{b}", "/open/{b}/admin/users"]
        {
            let _ = edge.api("GET", template, Some(&open)).await;
        }
        let _ = edge.api("GET", "/admin/users", None).await;
        let asked = async |target: &str| {
            // Some of it no header can hold.
            let body = json!({"method": "GET", "path": target});
            pyron(&edge, body).send().await
        };
        for spelling in SPELLINGS {
            let answer = asked(spelling).await;
            assert!([401, 403, 422].contains(&answer.status), "{spelling:?} passes: {}", answer.text());
        }
        // These are the protected path, however they are written.
        for spelling in [
            "/admin/users",
            "/%61dmin/users",
            "/admin/user%73",
            "/admin/users?x=/open",
            "/admin/users?/../open",
            "/a%64min/%75sers",
        ] {
            let _ = asked(spelling).await.expect(401);
        }
        for other in ["/open", "/ADMIN/users", "/admin/users2", "/open/caf%C3%A9", "/open/%20", "/a/b/c/d", "/open/..."]
        {
            let _ = asked(other).await.expect(200);
        }
    })
    .await;
}
