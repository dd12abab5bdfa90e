//! Discovery says only what works, in every place where clients look.

use authplane_domain::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use authplane_domain::client::{ClientAuthentication, ClientDetails};
use authplane_tests::{Answer, Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{access_token, api, jwt, machine, refused, register};

fn places(tenant: &str, server: &str) -> [String; 3] {
    [
        format!("/{tenant}/{server}/.well-known/openid-configuration"),
        format!("/.well-known/oauth-authorization-server/{tenant}/{server}"),
        format!("/{tenant}/{server}/.well-known/oauth-authorization-server"),
    ]
}

async fn get(tenant: &Tenant, path: &str) -> Answer {
    tenant.server.call(Method::GET, path).send().await
}

async fn metadata(tenant: &Tenant, server: &str) -> Value {
    get(tenant, &places(&tenant.id, server)[0]).await.expect(200).json()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn all_well_known_places_answer_the_same_bytes_and_name_the_issuer_of_the_tokens() {
    on_both(async |tenant| {
        for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
            let mut bodies = Vec::new();
            for place in places(&tenant.id, server) {
                let answer = get(&tenant, &place).await.expect(200);
                assert_eq!(answer.header("content-type"), "application/json");
                assert_eq!(answer.header("access-control-allow-origin"), "*");
                assert!(answer.header("cache-control").starts_with("public, max-age="));
                bodies.push(answer.body);
            }
            assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
            let document = metadata(&tenant, server).await;
            assert_eq!(document["issuer"], tenant.server.issuer(&tenant.id, server).as_str());
            let app = register(&tenant, server, machine()).await;
            let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
            assert_eq!(jwt::read(&token).1["iss"], document["issuer"]);
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_64_everything_that_is_named_works() {
    on_both(async |tenant| {
        let document = metadata(&tenant, DEFAULT).await;
        let required = ["issuer", "token_endpoint", "jwks_uri", "introspection_endpoint", "revocation_endpoint"];
        for name in required {
            let url = document[name].as_str().unwrap();
            assert!(url.starts_with(document["issuer"].as_str().unwrap()), "{name}");
            let method = if name == "jwks_uri" { Method::GET } else { Method::POST };
            if name != "issuer" {
                let status = authplane_tests::Call::new(method, url).send().await.status;
                assert!([200, 415].contains(&status), "{name}: {status}");
            }
        }
        assert_eq!(document["grant_types_supported"], json!(["client_credentials"]));
        assert_eq!(document["response_types_supported"], json!([]), "there is no authorization endpoint yet");
        for absent in
            ["authorization_endpoint", "registration_endpoint", "userinfo_endpoint", "code_challenge_methods_supported"]
        {
            assert!(document.get(absent).is_none(), "{absent}");
        }
        // Each way to authenticate, at each endpoint.
        for list in ["token_endpoint", "introspection_endpoint", "revocation_endpoint"] {
            let methods = texts(&document[format!("{list}_auth_methods_supported")]);
            assert_eq!(methods, ["client_secret_basic", "client_secret_post", "private_key_jwt"]);
            let url = document[list].as_str().unwrap();
            for method in methods {
                let key = jwt::Key::new("EdDSA");
                let authentication = match method.as_str() {
                    "client_secret_basic" => ClientAuthentication::ClientSecretBasic,
                    "client_secret_post" => ClientAuthentication::ClientSecretPost,
                    _ => ClientAuthentication::PrivateKeyJwt,
                };
                let jwks = Some(json!({"keys": [key.jwk("1")]}));
                let details = ClientDetails { token_endpoint_auth_method: authentication, jwks, ..machine() };
                let app = register(&tenant, DEFAULT, details).await;
                let call = authplane_tests::Call::new(Method::POST, url);
                let mut form = vec![("grant_type", "client_credentials"), ("token", "x")];
                let now = super::now(&tenant);
                let claims =
                    json!({"iss": app.id, "sub": app.id, "aud": document["issuer"], "exp": now + 60, "jti": app.id});
                let assertion = key.sign(&json!({"alg": "EdDSA"}), &claims);
                let call = match method.as_str() {
                    "client_secret_basic" => call.basic(&app.id, &app.secret).form(&form),
                    "client_secret_post" => {
                        form.extend([("client_id", app.id.as_str()), ("client_secret", app.secret.as_str())]);
                        call.form(&form)
                    }
                    _ => {
                        let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                        form.extend([("client_assertion_type", kind), ("client_assertion", assertion.as_str())]);
                        call.form(&form)
                    }
                };
                let _ = call.send().await.expect(200);
            }
        }
        let algorithms = texts(&document["token_endpoint_auth_signing_alg_values_supported"]);
        assert!(!algorithms.iter().any(|alg| alg == "none" || alg.starts_with("HS")));
    })
    .await;
}

#[tokio::test]
async fn scopes_are_those_that_a_client_can_have_as_they_are_now() {
    on_both(async |tenant| {
        let before = texts(&metadata(&tenant, DEFAULT).await["scopes_supported"]);
        assert!(before.is_sorted() && before.contains(&"openid".to_owned()), "{before:?}");
        assert!(!before.contains(&"orders:read".to_owned()));
        api(&tenant, "urn:orders", None, &["orders:read"]).await;
        let after = texts(&metadata(&tenant, DEFAULT).await["scopes_supported"]);
        assert!(after.contains(&"orders:read".to_owned()), "a cached document doesn't outlive a change");
        for scope in &after {
            let app = register(&tenant, DEFAULT, super::machine_with(&[scope])).await;
            access_token(tenant.ask_for_token(&app, Some(scope), &[]).await);
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_issuer_has_no_documents() {
    on_both(async |tenant| {
        for (id, server) in [
            (tenant.id.as_str(), "nobody"),
            ("nobody", DEFAULT),
            ("%00", DEFAULT),
            (&tenant.id, "a%2Fb"),
            ("..%2F", ADMIN),
        ] {
            for place in places(id, server) {
                refused(get(&tenant, &place).await, 404, "not_found");
            }
            refused(get(&tenant, &format!("/{id}/{server}/.well-known/jwks.json")).await, 404, "not_found");
        }
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let answer = tenant.server.call(method, &places(&tenant.id, DEFAULT)[0]).send().await;
            assert_eq!(answer.header("allow"), "GET, HEAD");
            refused(answer, 405, "invalid_request");
        }
    })
    .await;
}

#[tokio::test]
async fn the_control_plane_is_named_where_its_tokens_come_from() {
    on_both(async |tenant| {
        let control = tenant.server.control_url();
        assert_eq!(metadata(&tenant, ADMIN).await["protected_resources"], json!([control]));
        assert!(metadata(&tenant, DEFAULT).await.get("protected_resources").is_none());
    })
    .await;
}
