//! What is decided after somebody else's web server was waited for is decided by what is true then: each fetch is held while what the answer depends on changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use authplane_domain::catalogue::authorization_server::{DEFAULT, GRANT_TYPES};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, ClientMetadata};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication::{Method as SignInMethod, MethodKind, NewMethod, Oidc, UpstreamClient};
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use http::Method;
use serde_json::{Value, json};
use url::Url;

use super::oauth::jwt::{self, Key};
use super::oauth::register::{attempt, manage, registered, with};
use super::oauth::{change_server, machine_with};
use super::things::fresh;
use super::upstream::{Upstream, answer};

const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A tenant with users on each database, of a server that may fetch from this machine and offers everything.
async fn on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let tenant = Tenant::with_users(&TestServer::start(settings).await).await;
        offer_everything(&tenant).await;
        case(tenant).await;
    }
}

async fn offer_everything(tenant: &Tenant) {
    change_server(tenant, |details| {
        details.grant_types = GRANT_TYPES.map(str::to_owned).into();
        details.enable_dynamic_client_registration = true;
    })
    .await;
}

/// What somebody else does meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meanwhile {
    /// Nothing: then it succeeds, or the test would show nothing.
    Nothing,
    /// The administrator changes the client.
    Client,
    /// The administrator changes the server.
    Server,
}

/// An administrator changes a client.
async fn change_client(tenant: &Tenant, id: &str, change: Value) {
    let path = format!("/api/admin/{{tid}}/clients/{id}");
    let mut shown = tenant.get(&path).send().await.expect(200).json();
    for (member, value) in change.as_object().unwrap() {
        shown[member] = value.clone();
    }
    let _ = tenant.put(&path).json(&shown).send().await.expect(200);
}

/// Sends it, and does something else while the fetch that it causes is held.
async fn held<T>(upstream: &Upstream, sent: impl Future<Output = T>, meanwhile: impl Future<Output = ()>) -> T {
    let before = upstream.hits();
    let others = async {
        upstream.came(before + 1).await;
        meanwhile.await;
        upstream.let_go();
    };
    tokio::join!(sent, others).0
}

async fn publisher(key: &Key) -> Upstream {
    let keys = json!({"keys": [key.jwk("1")]}).to_string();
    Upstream::holding(move |_| answer("200 OK", &keys)).await
}

fn assertion(tenant: &Tenant, key: &Key, client: &str, sub: &str) -> String {
    let now = tenant.server.context().now().timestamp();
    let aud = tenant.server.issuer(&tenant.id, DEFAULT);
    let claims = json!({"iss": client, "sub": sub, "aud": aud, "exp": now + 60, "iat": now, "jti": fresh("jti")});
    key.sign(&json!({"alg": "EdDSA", "kid": "1"}), &claims)
}

#[tokio::test]
async fn a_client_that_is_trusted_no_more_speaks_for_nobody_by_keys_that_were_on_their_way() {
    on_both(async |tenant| {
        for meanwhile in [Meanwhile::Nothing, Meanwhile::Client, Meanwhile::Server] {
            let key = Key::new("EdDSA");
            let upstream = publisher(&key).await;
            let details = ClientDetails {
                jwks_uri: Some(upstream.url("/keys")),
                grant_types: Some(vec![JWT_BEARER.to_owned()]),
                trusted: true,
                ..machine_with(&["openid"])
            };
            let machine = tenant.register(DEFAULT, details).await;
            let assertion = assertion(&tenant, &key, &machine.id, USER);
            let path = format!("/{}/{DEFAULT}/oauth2/token", tenant.id);
            let fields = [("grant_type", JWT_BEARER), ("assertion", assertion.as_str()), ("scope", "openid")];
            let call = tenant.server.call(Method::POST, &path).basic(&machine.id, &machine.secret).form(&fields);
            let answer = held(&upstream, call.send(), async {
                match meanwhile {
                    Meanwhile::Nothing => {}
                    Meanwhile::Client => change_client(&tenant, &machine.id, json!({"trusted": false})).await,
                    Meanwhile::Server => change_server(&tenant, |_| ()).await,
                }
            })
            .await;
            match meanwhile {
                Meanwhile::Nothing => drop(answer.expect(200)),
                _ => assert_eq!(answer.expect(400).json()["error"], "invalid_grant", "{meanwhile:?}"),
            }
            offer_everything(&tenant).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_authenticates_at_the_server_as_it_is_when_its_keys_have_come() {
    on_both(async |tenant| {
        for meanwhile in [Meanwhile::Nothing, Meanwhile::Client, Meanwhile::Server] {
            let key = Key::new("EdDSA");
            let upstream = publisher(&key).await;
            let details = ClientDetails {
                token_endpoint_auth_method: ClientAuthentication::PrivateKeyJwt,
                jwks_uri: Some(upstream.url("/keys")),
                ..machine_with(&["openid"])
            };
            let machine = tenant.register(DEFAULT, details).await;
            let assertion = assertion(&tenant, &key, &machine.id, &machine.id);
            let path = format!("/{}/{DEFAULT}/oauth2/token", tenant.id);
            let fields = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", ASSERTION),
                ("client_assertion", assertion.as_str()),
            ];
            let call = tenant.server.call(Method::POST, &path).form(&fields);
            let answer = held(&upstream, call.send(), async {
                match meanwhile {
                    Meanwhile::Nothing => {}
                    Meanwhile::Client => {
                        change_client(&tenant, &machine.id, json!({"grant_types": ["password"]})).await;
                    }
                    Meanwhile::Server => {
                        change_server(&tenant, |details| details.grant_types = vec!["password".to_owned()]).await;
                    }
                }
            })
            .await;
            let expected = match meanwhile {
                Meanwhile::Nothing => 200,
                Meanwhile::Client => 400,
                Meanwhile::Server => 401,
            };
            let _ = answer.expect(expected);
            offer_everything(&tenant).await;
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_is_sent_to_a_redirect_uri_that_was_taken_away_while_the_request_object_was_on_its_way() {
    const GOOD: &str = "https://good.example/callback";
    const EVIL: &str = "https://evil.example/callback";
    on_both(async |tenant| {
        for meanwhile in [Meanwhile::Nothing, Meanwhile::Client, Meanwhile::Server] {
            let object = Arc::new(Mutex::new(String::new()));
            let shown = Arc::clone(&object);
            let upstream = Upstream::holding(move |_| answer("200 OK", &shown.lock().unwrap())).await;
            let uri = upstream.url("/object");
            let details = ClientDetails {
                trusted: true,
                redirect_uris: vec![GOOD.to_owned(), EVIL.to_owned()],
                metadata: ClientMetadata { request_uris: vec![uri.clone()], ..ClientMetadata::default() },
                ..application(&["openid"])
            };
            let client = RelyingParty::register(&tenant, details).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let _ = agent.sign_in(&client.request().url(), USER, PASSWORD).await;
            let claims = json!({"client_id": client.client.id, "response_type": "code", "redirect_uri": EVIL});
            *object.lock().unwrap() = jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new());
            let request = client.request().with("request_uri", &uri).url();
            let outcome = held(&upstream, agent.get(&request), async {
                match meanwhile {
                    Meanwhile::Nothing => {}
                    Meanwhile::Client => {
                        change_client(&tenant, &client.client.id, json!({"redirect_uris": [GOOD]})).await;
                    }
                    Meanwhile::Server => {
                        change_server(&tenant, |details| details.grant_types = vec!["password".to_owned()]).await;
                    }
                }
            })
            .await;
            match (meanwhile, outcome) {
                (Meanwhile::Nothing, Outcome::Left(left)) => {
                    assert!(left.to.as_str().starts_with(EVIL) && left.to.as_str().contains("code="), "{}", left.to);
                }
                (Meanwhile::Client, Outcome::Page(page)) => assert_eq!(page.status, 400),
                (Meanwhile::Server, Outcome::Left(left)) => {
                    assert!(left.to.as_str().contains("error=unsupported_response_type"), "{}", left.to);
                }
                (meanwhile, outcome) => panic!("{meanwhile:?}: {outcome:?}"),
            }
            offer_everything(&tenant).await;
        }
    })
    .await;
}

/// An upstream provider that gives whoever comes with a code what was put there.
async fn provider(key: &Key, token: &Arc<Mutex<Value>>) -> Upstream {
    let (keys, token) = (json!({"keys": [key.jwk("1")]}), Arc::clone(token));
    let issuer = Arc::new(Mutex::new(String::new()));
    let said = Arc::clone(&issuer);
    let upstream = Upstream::holding(move |line| {
        let issuer = said.lock().unwrap().clone();
        let body = match line.split(' ').nth(1).unwrap_or_default() {
            "/.well-known/openid-configuration" => json!({
                "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/jwks"),
            }),
            "/jwks" => keys.clone(),
            _ => token.lock().unwrap().clone(),
        };
        answer("200 OK\r\nContent-Type: application/json", &body.to_string())
    })
    .await;
    *issuer.lock().unwrap() = upstream.url("");
    upstream
}

fn upstream_method(issuer: &str, change: impl FnOnce(&mut SignInMethod)) -> Vec<NewMethod> {
    let client = UpstreamClient::new("authplane".to_owned(), None, Vec::new());
    let settings = Oidc { issuer_url: issuer.to_owned(), client, get_user_info: false };
    let mut method = SignInMethod {
        id: "upstream".to_owned(),
        name: "Upstream".to_owned(),
        disabled: false,
        mappings: Vec::new(),
        attributes: Vec::new(),
        kind: MethodKind::Oidc(settings),
        stamp: 0,
    };
    change(&mut method);
    vec![NewMethod {
        method,
        client_secret: Some("a secret that is there".to_owned()),
        passwords: HashMap::new(),
        password_hashes: HashMap::new(),
    }]
}

#[tokio::test]
async fn nobody_signs_in_by_a_method_or_to_a_client_that_changed_while_the_provider_was_asked() {
    on_both(async |tenant| {
        for (what, is_front_channel) in ["nothing", "disabled", "another", "client", "server"]
            .into_iter()
            .flat_map(|what| [(what, false), (what, true)])
        {
            let (key, token) = (Key::new("ES256"), Arc::new(Mutex::new(Value::Null)));
            let upstream = provider(&key, &token).await;
            tenant.set_methods(DEFAULT, upstream_method(&upstream.url(""), |_| ())).await;
            let redirect_uris = ["https://app.example/callback", "https://other.example/callback"].map(str::to_owned);
            let mut details =
                ClientDetails { trusted: true, redirect_uris: redirect_uris.into(), ..application(&["openid"]) };
            details.grant_types.as_mut().unwrap().push("implicit".to_owned());
            details.response_types = Some(["code", "token", "id_token"].map(str::to_owned).into());
            let client = RelyingParty::register(&tenant, details).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let mut request = client.request();
            if is_front_channel {
                request = request
                    .with("response_type", "id_token token")
                    .without("code_challenge")
                    .without("code_challenge_method");
            }
            upstream.let_one_go();
            let departed = agent.get(&request.url()).await.left();
            let parameters: HashMap<_, _> = departed.to.query_pairs().into_owned().collect();
            let now = tenant.server.context().now().timestamp();
            let claims = json!({
                "iss": upstream.url(""), "sub": "somebody", "aud": "authplane", "exp": now + 300, "iat": now,
                "nonce": parameters["nonce"],
            });
            let id_token = key.sign(&json!({"alg": "ES256", "kid": "1", "typ": "JWT"}), &claims);
            *token.lock().unwrap() = json!({"access_token": "opaque", "token_type": "Bearer", "id_token": id_token});
            let mut back = Url::parse(&parameters["redirect_uri"]).unwrap();
            back.query_pairs_mut().append_pair("code", "a code").append_pair("state", &parameters["state"]);
            let elsewhere = upstream.url("");
            let outcome = held(&upstream, agent.get_from_elsewhere(&elsewhere, back.as_str()), async {
                let set = async |change: fn(&mut SignInMethod)| {
                    tenant.set_methods(DEFAULT, upstream_method(&upstream.url(""), change)).await;
                };
                match what {
                    "disabled" => set(|method| method.disabled = true).await,
                    "another" => {
                        set(|method| {
                            let MethodKind::Oidc(settings) = &mut method.kind else { return };
                            settings.client.client_id = "somebody else".to_owned();
                        })
                        .await;
                    }
                    "client" => {
                        let left = json!({"redirect_uris": ["https://other.example/callback"]});
                        change_client(&tenant, &client.client.id, left).await;
                    }
                    "server" => {
                        let path = format!("/api/admin/{{tid}}/clients/{}", client.client.id);
                        let _ = tenant.delete(&path).send().await.expect(204);
                    }
                    _ => {}
                }
            })
            .await;
            match outcome {
                Outcome::Left(left) if what == "nothing" => {
                    let expected = if is_front_channel { "access_token=" } else { "code=" };
                    assert!(left.to.as_str().contains(expected), "{}", left.to);
                }
                Outcome::Page(page) if what != "nothing" => assert_eq!(page.status, 400, "{what}"),
                outcome => panic!("{what}: {outcome:?}"),
            }
        }
    })
    .await;
}

const CALLBACK: &str = "https://album.example/callback";

async fn sector() -> Upstream {
    Upstream::holding(|_| answer("200 OK", &json!([CALLBACK]).to_string())).await
}

#[tokio::test]
async fn a_registration_brings_nothing_back_that_was_taken_away_while_its_sector_was_on_its_way() {
    on_both(async |tenant| {
        let client = registered(&tenant, &with("client_name", json!("Album"))).await;
        let id = client["client_id"].as_str().unwrap();
        let given = json!({
            "trusted": true, "audience": ["https://orders.example"],
            "grant_types": ["authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange"],
        });
        change_client(&tenant, id, given).await;
        let upstream = sector().await;
        let mut body = with("sector_identifier_uri", json!(upstream.url("/sector")));
        body["grant_types"] = json!(["authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange"]);
        let put = manage(&tenant, Method::PUT, &client).json(&body).send();
        let answer: Answer = held(&upstream, put, async {
            let taken = json!({
                "trusted": false, "audience": [id], "grant_types": ["authorization_code"], "client_secret_expires_at": 4_000_000_000_i64,
            });
            change_client(&tenant, id, taken).await;
        })
        .await;
        let shown = tenant.get(&format!("/api/admin/{{tid}}/clients/{id}")).send().await.expect(200).json();
        for (member, value) in [
            ("trusted", json!(false)),
            ("audience", json!([id])),
            ("grant_types", json!(["authorization_code"])),
            ("client_secret_expires_at", json!(4_000_000_000_i64)),
        ] {
            assert_eq!(shown[member], value, "{member}, after {}", answer.status);
        }
        // What is only about what the client may still have succeeds, by another look.
        let _ = answer.expect(400);
        let other = sector().await;
        let put = manage(&tenant, Method::PUT, &client).json(with("sector_identifier_uri", json!(other.url("/sector"))));
        let answer = held(&other, put.send(), change_client(&tenant, id, json!({"trusted": true}))).await;
        let _ = answer.expect(200);
        let shown = tenant.get(&format!("/api/admin/{{tid}}/clients/{id}")).send().await.expect(200).json();
        assert_eq!(shown["trusted"], true);
    })
    .await;
}

#[tokio::test]
async fn nobody_registers_where_it_was_closed_while_the_sector_was_on_its_way() {
    on_both(async |tenant| {
        for is_closed in [false, true] {
            let upstream = sector().await;
            let body = with("sector_identifier_uri", json!(upstream.url("/sector")));
            let answer = held(&upstream, attempt(&tenant, &body), async {
                if is_closed {
                    change_server(&tenant, |_| ()).await;
                }
            })
            .await;
            let _ = answer.expect(if is_closed { 403 } else { 201 });
        }
    })
    .await;
}

#[tokio::test]
async fn an_administrator_who_waits_for_a_sector_undoes_nothing_that_others_did() {
    on_both(async |tenant| {
        let metadata = ClientMetadata { subject_type: client::SubjectType::Pairwise, ..ClientMetadata::default() };
        let details = ClientDetails { redirect_uris: vec![CALLBACK.to_owned()], metadata, ..application(&["openid"]) };
        let machine = tenant.register(DEFAULT, details.clone()).await;
        let upstream = sector().await;
        let path = format!("/api/admin/{{tid}}/clients/{}", machine.id);
        let mut shown = tenant.get(&path).send().await.expect(200).json();
        shown["sector_identifier_uri"] = json!(upstream.url("/sector"));
        let answer = held(&upstream, tenant.put(&path).json(&shown).send(), async {
            let (tid, id, mut details) = (tenant.id.clone(), machine.id.clone(), details.clone());
            // Which ACP knows nothing of.
            details.metadata.require_auth_time = true;
            let change = async move |store: authplane_domain::Store| {
                client::change(&Acting::new(&store, &tid, Actor::system()), &id, details, None).await
            };
            tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
        })
        .await;
        let _ = answer.expect(200);
        let (tid, id) = (tenant.id.clone(), machine.id.clone());
        let find = async move |store: authplane_domain::Store| client::find(&store, &tid, &id).await;
        let found = tenant.server.with_store(move |store| async move { find(store).await }).await.unwrap().unwrap();
        assert!(found.metadata.require_auth_time);
        assert_eq!(found.metadata.sector_identifier_uri, upstream.url("/sector"));
    })
    .await;
}
