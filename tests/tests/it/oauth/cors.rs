//! Scripts of other origins (CORS).

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::on_both;
use http::Method;
use http::header::{HeaderName, ORIGIN};

use super::{INTROSPECT, REVOKE, TOKEN, machine, post, register};

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

#[tokio::test]
async fn scripts_may_read_answers_of_the_token_and_the_revocation_endpoint_whatever_they_are() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let from_page = |endpoint| post(&tenant, DEFAULT, endpoint).header(ORIGIN, "https://app.example");
        let of_app = |endpoint| from_page(endpoint).basic(&app.id, &app.secret);
        for (status, call) in [
            (200, of_app(TOKEN).form(&[GRANT])),
            (400, of_app(TOKEN).form(&[])),
            (401, from_page(TOKEN).form(&[GRANT])),
            (415, of_app(TOKEN).json(["x"])),
            (413, of_app(TOKEN).body("application/x-www-form-urlencoded", "a".repeat(2 * 1024 * 1024))),
            (404, of_app(TOKEN).form(&[GRANT]).at("/nobody/default/oauth2/token")),
            (404, of_app(TOKEN).form(&[GRANT]).at("/%00/default/oauth2/token")),
            (200, of_app(REVOKE).form(&[("token", "x")])),
            (401, from_page(REVOKE).form(&[("token", "x")])),
            (400, of_app(REVOKE).form(&[])),
        ] {
            let answer = call.send().await.expect(status);
            assert_eq!(answer.all("access-control-allow-origin"), ["*"]);
            assert_eq!(answer.header("access-control-allow-credentials"), "");
            assert!(answer.header("access-control-expose-headers").contains("WWW-Authenticate"));
        }
        // Resource servers are no browsers.
        let answer = of_app(INTROSPECT).form(&[("token", "x")]).send().await.expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), "");
        for document in ["jwks.json", "openid-configuration"] {
            let path = format!("/{}/default/.well-known/{document}", tenant.id);
            let answer = tenant.server.call(Method::GET, &path).send().await.expect(200);
            assert_eq!(answer.all("access-control-allow-origin"), ["*"], "{document}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_question_before_a_request_with_authorization_is_answered_where_scripts_may_ask() {
    on_both(async |tenant| {
        let ask = |endpoint: &str| {
            let path = format!("/{}/default/{endpoint}", tenant.id);
            let call = tenant.server.call(Method::OPTIONS, &path).header(ORIGIN, "https://app.example");
            let method = HeaderName::from_static("access-control-request-method");
            let headers = HeaderName::from_static("access-control-request-headers");
            call.header(method, "POST").header(headers, "authorization").send()
        };
        for endpoint in [TOKEN, REVOKE] {
            let answer = ask(endpoint).await.expect(204);
            assert!(answer.body.is_empty());
            assert_eq!(answer.all("access-control-allow-origin"), ["*"]);
            assert_eq!(answer.header("access-control-allow-methods"), "POST");
            assert_eq!(answer.header("access-control-allow-headers"), "Authorization, Content-Type");
            assert_eq!(answer.header("access-control-allow-credentials"), "");
            assert_ne!(answer.header("access-control-max-age"), "");
        }
        // RFC 9700 §2.6 (assertion 12): the authorization endpoint works with cookies, so no script of another page may reach it.
        for endpoint in [INTROSPECT, "oauth2/authorize"] {
            let answer = ask(endpoint).await;
            assert!([404, 405].contains(&answer.status), "{endpoint}: {}", answer.status);
            assert_eq!(answer.header("access-control-allow-origin"), "", "{endpoint}");
        }
    })
    .await;
}
