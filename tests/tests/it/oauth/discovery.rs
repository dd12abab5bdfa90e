//! Discovery says only what works, in every place where clients look.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, GRANT_TYPES, SYSTEM};
use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::AuthorizationResponse;
use authplane_tests::{Answer, Call, RelyingParty, Tenant, UserAgent, on_both};
use aws_lc_rs::hmac;
use http::Method;
use serde_json::{Value, json};

use super::{access_token, api, change_server, jwt, machine, refused, register};
use crate::it::nets::{Row, ready};

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

pub(in crate::it) async fn metadata(tenant: &Tenant, server: &str) -> Value {
    get(tenant, &places(&tenant.id, server)[0]).await.expect(200).json()
}

pub(in crate::it) fn texts(value: &Value) -> Vec<String> {
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
async fn assertion_64_every_endpoint_that_is_named_is_there_and_nothing_is_named_that_is_off() {
    on_both(async |tenant| {
        let with_users = ["authorization_endpoint", "userinfo_endpoint", "end_session_endpoint"];
        let optional = ["registration_endpoint", "device_authorization_endpoint"];
        let by_get = ["authorization_endpoint", "userinfo_endpoint", "end_session_endpoint", "jwks_uri"];
        for (grants, registration, absent) in [
            (&["client_credentials"][..], false, [&with_users[..], &optional].concat()),
            (&["authorization_code", "implicit", "client_credentials", "refresh_token"], false, optional.to_vec()),
            (&GRANT_TYPES, true, Vec::new()),
        ] {
            change_server(&tenant, |details| {
                details.grant_types = grants.iter().map(|grant| (*grant).to_owned()).collect();
                details.enable_dynamic_client_registration = registration;
            })
            .await;
            let document = metadata(&tenant, DEFAULT).await;
            assert_eq!(document["grant_types_supported"], json!(grants));
            let issuer = document["issuer"].as_str().unwrap();
            let named = document.as_object().unwrap().iter();
            for (name, url) in named.filter(|(name, _)| name.ends_with("_endpoint") || name.ends_with("_uri")) {
                let url = url.as_str().unwrap();
                assert!(url.starts_with(&format!("{issuer}/")), "{name}: {url}");
                let method = if by_get.contains(&name.as_str()) { Method::GET } else { Method::POST };
                let status = Call::new(method, url).send().await.status;
                // What is asked for nothing says what is missing.
                assert!([200, 400, 401, 415].contains(&status), "{name}: {status}");
            }
            for name in &absent {
                assert!(document.get(*name).is_none(), "{name}");
            }
            assert_eq!(
                document.as_object().unwrap().keys().filter(|name| name.ends_with("_endpoint")).count(),
                8 - absent.len()
            );
            let users = !absent.contains(&"userinfo_endpoint");
            for name in [
                "claims_parameter_supported",
                "request_parameter_supported",
                "request_uri_parameter_supported",
                "require_request_uri_registration",
                "authorization_response_iss_parameter_supported",
                "backchannel_logout_supported",
                "backchannel_logout_session_supported",
                "frontchannel_logout_supported",
                "frontchannel_logout_session_supported",
            ] {
                assert_eq!(document[name], users, "{name}");
            }
            for name in ["response_modes_supported", "code_challenge_methods_supported", "claims_supported"] {
                assert_eq!(document.get(name).is_some(), users, "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_64_what_is_off_is_refused() {
    on_both(async |tenant| {
        change_server(&tenant, |details| details.grant_types = vec!["client_credentials".to_owned()]).await;
        let document = metadata(&tenant, DEFAULT).await;
        assert_eq!(document["response_types_supported"], json!([]));
        let issuer = document["issuer"].as_str().unwrap();
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        for response_type in ["code", "token", "id_token", "code id_token", "none"] {
            let request = app.request().with("response_type", response_type);
            let left = UserAgent::new(tenant.server.url()).get(&request.url()).await.left();
            let response = AuthorizationResponse::from(&left);
            assert_eq!(response.error(&app, &request).0, "unsupported_response_type");
        }
        let register = Call::new(Method::POST, format!("{issuer}/oauth2/register"));
        refused(register.json(json!({"redirect_uris": ["https://app.example/"]})).send().await, 403, "access_denied");
        let device = app.call("oauth2/device/authorization", &[("scope", "openid")]);
        refused(device.send().await, 400, "unsupported_grant_type");
    })
    .await;
}

#[tokio::test]
async fn assertion_64_every_way_to_authenticate_works_where_it_is_named_and_nowhere_else() {
    on_both(async |tenant| {
        let document = metadata(&tenant, DEFAULT).await;
        let known =
            ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"];
        for (list, methods) in
            [("token_endpoint", &known[..]), ("introspection_endpoint", &known[..4]), ("revocation_endpoint", &known)]
        {
            assert_eq!(texts(&document[format!("{list}_auth_methods_supported")]), methods);
            let algorithms = texts(&document[format!("{list}_auth_signing_alg_values_supported")]);
            assert_eq!(algorithms, ["RS256", "PS256", "ES256", "EdDSA", "HS256"]);
            let url = document[list].as_str().unwrap();
            for method in known {
                let key = jwt::Key::new("EdDSA");
                let token_endpoint_auth_method = serde_json::from_value(json!(method)).unwrap();
                let jwks = (method == "private_key_jwt").then(|| key.jwks("1"));
                let app =
                    register(&tenant, DEFAULT, ClientDetails { token_endpoint_auth_method, jwks, ..machine() }).await;
                let mut form = vec![("grant_type", "client_credentials"), ("token", "x")];
                let claims = json!({
                    "iss": app.id, "sub": app.id, "aud": document["issuer"], "exp": super::now(&tenant) + 60, "jti": app.id,
                });
                let assertion = match method {
                    "client_secret_jwt" => jwt::compact(&json!({"alg": "HS256"}), &claims, |input| {
                        let key = hmac::Key::new(hmac::HMAC_SHA256, app.secret.as_bytes());
                        hmac::sign(&key, input).as_ref().to_vec()
                    }),
                    _ => key.sign(&json!({"alg": "EdDSA"}), &claims),
                };
                let call = Call::new(Method::POST, url);
                let call = match method {
                    "client_secret_basic" => call.basic(&app.id, &app.secret).form(&form),
                    "client_secret_post" => {
                        form.extend([("client_id", app.id.as_str()), ("client_secret", app.secret.as_str())]);
                        call.form(&form)
                    }
                    "none" => {
                        form.push(("client_id", &app.id));
                        call.form(&form)
                    }
                    _ => {
                        let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                        form.extend([("client_assertion_type", kind), ("client_assertion", assertion.as_str())]);
                        call.form(&form)
                    }
                };
                let answer = call.send().await;
                match (list, method) {
                    // It is let in, but a public client can't act for itself.
                    ("token_endpoint", "none") => drop(refused(answer, 400, "unauthorized_client")),
                    ("introspection_endpoint", "none") => drop(refused(answer, 401, "invalid_client")),
                    _ => drop(answer.expect(200)),
                }
            }
        }
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

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "get_openid_configuration",
        scopes: &[],
        good: |tenant| ready(tenant.get("/{tid}/developer/.well-known/openid-configuration").anonymous()),
        provoke: &[],
    },
    Row {
        id: "get_authorization_server_metadata",
        scopes: &[],
        good: |tenant| ready(tenant.get("/.well-known/oauth-authorization-server/{tid}/developer").anonymous()),
        provoke: &[],
    },
    Row {
        id: "get_authorization_server_metadata_below_issuer",
        scopes: &[],
        good: |tenant| ready(tenant.get("/{tid}/developer/.well-known/oauth-authorization-server").anonymous()),
        provoke: &[],
    },
];
