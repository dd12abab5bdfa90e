//! Two tenants that were made over the API and have the same of everything, by the same names: what one of them holds is worth nothing at the other, wherever it
//! is shown: in paths, bodies, queries, headers and cookies. Paths of management operations, one by one, are those of [`authorization`](super::authorization).

use std::collections::BTreeMap;

use authplane_domain::catalogue::authorization_server::GRANT_TYPES;
use authplane_domain::clients::client::ClientAuthentication;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, REDIRECT_URI, Tokens, claims_of};
use authplane_tests::user_agent::{Cookie, Outcome};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Call, Credentials, Database, RelyingParty, Tenant, TestServer, UserAgent};
use http::Method;
use serde_json::{Value, json};

use super::acp::system::tenants::made;
use super::devices::{self, Device};
use super::nets::UNKNOWN;
use super::oauth::jwt::Key;
use super::things::fresh;

/// The server of each tenant that its users and clients are at.
const SHOP: &str = "shop";
/// The client of each, with the same secret.
const APP: &str = "app";
const SECRET: &str = "a-secret-that-the-clients-of-both-have";
const SCOPE: &str = "openid offline_access";
const EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

/// A tenant with all that it has and gave.
struct Side {
    tenant: Tenant,
    application: RelyingParty,
    /// Things whose ids the server made, and those that have the same id on both sides.
    ids: BTreeMap<&'static str, String>,
    browser: UserAgent,
    tokens: Tokens,
    of_client: String,
    registration: Value,
}

fn text(body: &Value, member: &str) -> String {
    body[member].as_str().unwrap_or_else(|| panic!("no {member} in {body}")).to_owned()
}

impl Side {
    async fn new(server: &TestServer, key: &Key) -> Self {
        let tenant = made(server).await;
        let make = async |path: &str, body: Value| tenant.post(path).json(body).send().await.expect(201).json();
        let user = json!({"username": USER, "password": PASSWORD, "authentication_context": {"name": "Ada"}});
        let methods =
            json!({"methods": [{"id": "staff", "name": "Staff", "method": "static", "static": {"users": [user]}}]});
        let shop = json!({
            "id": SHOP, "name": "Shop", "key_type": "ecdsa", "grant_types": GRANT_TYPES, "enable_dynamic_client_registration": true,
            "authentications": methods
        });
        let _ = make("/api/admin/{tid}/servers", shop).await;
        let mut ids = BTreeMap::new();
        let own = make("/api/admin/{tid}/servers", json!({"name": "Own", "key_type": "ecdsa"})).await;
        ids.insert("server", text(&own, "id"));
        let policy = json!({"id": fresh("strict"), "policy_name": "Strict", "validators": [{"name": "false"}]});
        ids.insert("policy", text(&make("/api/admin/{tid}/policies", policy).await, "id"));
        let gateway = json!({"name": "Door", "server_id": SHOP, "type": "standalone"});
        ids.insert("gateway", text(&make("/api/admin/{tid}/gateways", gateway).await, "id"));
        let service = json!({"name": "Orders", "authorization_server_id": SHOP, "gateway_id": ids["gateway"]});
        ids.insert("service", text(&make("/api/admin/{tid}/services", service).await, "id"));
        let scope = json!({"name": "orders:read", "authorization_server_id": SHOP, "service_id": ids["service"]});
        ids.insert("scope", text(&make("/api/admin/{tid}/scopes", scope).await, "id"));
        let api = json!({"service_id": ids["service"], "method": "GET", "path": "/orders"});
        ids.insert("API", text(&make("/api/admin/{tid}/apis", api).await, "id"));
        let claim =
            json!({"authorization_server_id": SHOP, "name": "shoe_size", "mapping": "shoe_size", "type": "id_token"});
        ids.insert("claim", text(&make("/api/admin/{tid}/claims", claim).await, "id"));
        let resource = json!({"name": "Orders", "indicator": "https://orders.example"});
        ids.insert("resource", text(&make("/api/resources", resource).await, "id"));
        let robot = json!({"name": "Robot", "roles": [{"id": "privx-admin"}]});
        ids.insert("API client", text(&make("/local-user-store/api/v1/api-clients", robot).await, "id"));
        let app = json!({
            "client_id": APP, "client_secret": SECRET, "authorization_server_id": SHOP, "trusted": true,
            "grant_types": GRANT_TYPES, "response_types": ["code"], "redirect_uris": [REDIRECT_URI],
            "scopes": ["openid", "offline_access", "orders:read"], "jwks": {"keys": [key.jwk("1")]}
        });
        let _ = make("/api/admin/{tid}/clients", app).await;
        let client = Credentials { id: APP.to_owned(), secret: SECRET.to_owned(), server: SHOP.to_owned() };
        let application = RelyingParty::of(&tenant, client.clone(), ClientAuthentication::default(), REDIRECT_URI);
        let mut browser = UserAgent::new(server.url());
        let request = application.request().with("scope", SCOPE);
        let tokens = application.sign_in(&mut browser, &request, (USER, PASSWORD)).await;
        let of_client =
            text(&tenant.ask_for_token(&client, Some("orders:read"), &[]).await.expect(200).json(), "access_token");
        let new = json!({"client_name": "Registered", "redirect_uris": [REDIRECT_URI]});
        let registration = Call::new(Method::POST, format!("{}/oauth2/register", application.issuer)).json(new);
        let registration = registration.send().await.expect(201).json();
        Self { tenant, application, ids, browser, tokens, of_client, registration }
    }

    /// A code that nobody has redeemed.
    async fn code(&self) -> (String, AuthorizationRequest) {
        let request = self.application.request().with("scope", SCOPE);
        let left = self.browser.clone().get(&request.url()).await.left();
        (AuthorizationResponse::from(&left).code(&self.application, &request).to_owned(), request)
    }

    fn token(&self, fields: &[(&str, &str)]) -> Call {
        self.application.call("oauth2/token", fields)
    }

    /// What of the tenant could have been changed.
    async fn snapshot(&self) -> Vec<String> {
        let mut shown = Vec::new();
        for list in ["services", "scopes", "claims", "clients", "gateways", "apis"] {
            let path = format!("/api/admin/{{tid}}/servers/{SHOP}/{list}");
            shown.push(self.tenant.get(&path).send().await.expect(200).text());
        }
        for path in ["policies", "servers", "tenant"] {
            shown.push(self.tenant.get(&format!("/api/admin/{{tid}}/{path}")).send().await.expect(200).text());
        }
        for path in ["/api/resources?includeScopes=true", "/local-user-store/api/v1/api-clients"] {
            shown.push(self.tenant.get(path).send().await.expect(200).text());
        }
        shown
    }

    /// Does all that its user and its clients hold still count?
    async fn holds_all(&self) {
        let _ = self.application.userinfo(&self.tokens.access_token).await.expect(200);
        assert_eq!(self.application.introspect(&self.of_client).await["active"], true);
        assert_eq!(self.application.introspect(self.tokens.refresh_token()).await["active"], true);
        let _ = self.code().await;
    }
}

/// Each of two tenants, and the other.
async fn between(case: impl AsyncFn(&Side, &Side)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::shared(database).await;
        let key = Key::new("ES256");
        let (one, other) = (Side::new(&server, &key).await, Side::new(&server, &key).await);
        let before = (one.snapshot().await, other.snapshot().await);
        case(&one, &other).await;
        assert_eq!((one.snapshot().await, other.snapshot().await), before, "nothing is changed");
        one.holds_all().await;
        other.holds_all().await;
    }
}

/// Refused, and without a word of what the other one has.
fn assert_refused(what: &str, answer: &Answer, theirs: &Side) {
    assert!((400..500).contains(&answer.status), "{what}: {} {}", answer.status, answer.text());
    let told = answer.text();
    assert!(!told.contains(&theirs.tenant.id), "{what}: {told}");
}

#[tokio::test]
async fn a_body_that_names_what_another_tenant_has_names_nothing() {
    between(async |mine, theirs| {
        let tenant = &mine.tenant;
        let (own, other) = (&mine.ids, &theirs.ids);
        let post = |path: &str, body: Value| tenant.post(path).json(body);
        let put = |path: &str, body: Value| tenant.put(path).json(body);
        let calls = [
            ("a service behind their gateway", post("/api/admin/{tid}/services", json!({"name": "n", "authorization_server_id": SHOP, "gateway_id": other["gateway"]}))),
            ("a service at their server", post("/api/admin/{tid}/services", json!({"name": "n", "authorization_server_id": other["server"]}))),
            ("a change of a service", put(&format!("/api/admin/{{tid}}/services/{}", own["service"]), json!({"name": "n", "gateway_id": other["gateway"]}))),
            ("a scope of their service", post("/api/admin/{tid}/scopes", json!({"name": "n", "authorization_server_id": SHOP, "service_id": other["service"]}))),
            ("a scope behind their policy", post("/api/admin/{tid}/scopes", json!({"name": "n", "authorization_server_id": SHOP, "user_policy_id": other["policy"]}))),
            ("a scope for developers behind their policy", post("/api/admin/{tid}/scopes", json!({"name": "n", "authorization_server_id": SHOP, "developer_policy_id": other["policy"]}))),
            ("an API of their service", post("/api/admin/{tid}/apis", json!({"service_id": other["service"], "method": "GET", "path": "/n"}))),
            ("an API behind their policy", put(&format!("/api/admin/{{tid}}/apis/{}", own["API"]), json!({"policy_id": other["policy"]}))),
            ("a claim of their server", post("/api/admin/{tid}/claims", json!({"authorization_server_id": other["server"], "name": "n", "mapping": "n", "type": "id_token"}))),
            ("a client of their server", post("/api/admin/{tid}/clients", json!({"authorization_server_id": other["server"]}))),
            ("a gateway of their server", post("/api/admin/{tid}/gateways", json!({"name": "n", "server_id": other["server"], "type": "kong"}))),
            ("a server behind their policy", post("/api/admin/{tid}/servers", json!({"name": "n", "key_type": "ecdsa", "user_policy_id": other["policy"]}))),
            ("a scope of their resource", post(&format!("/api/resources/{}/scopes", other["resource"]), json!({"name": "n"}))),
            ("their resource as the default", tenant.patch(&format!("/api/resources/{}/is-default", other["resource"])).json(json!({"isDefault": true}))),
            ("a change of their API client", put(&format!("/local-user-store/api/v1/api-clients/{}", other["API client"]), json!({"name": "n", "roles": []}))),
        ];
        for (what, call) in calls {
            assert_refused(what, &call.send().await, theirs);
        }
        // A tenant in a body is none: the path, or the token, says which one it is.
        let named = post("/api/admin/{tid}/services", json!({"name": "n", "tenant_id": theirs.tenant.id, "authorization_server_id": SHOP}));
        let made = named.send().await.expect(201).json();
        assert_eq!(made["tenant_id"], tenant.id);
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/services/{}", text(&made, "id"))).send().await.expect(204);
        let events = tenant.get(&format!("/api/admin/{{tid}}/audit-events?object_id={}", other["service"])).send().await.expect(200);
        assert_eq!(events.json()["events"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn what_one_tenant_issued_is_worth_nothing_at_the_token_endpoint_of_the_other() {
    between(async |mine, theirs| {
        let (code, request) = theirs.code().await;
        let with_code = |verifier: &str| {
            mine.token(&[
                ("grant_type", "authorization_code"),
                ("code", &code),
                ("redirect_uri", REDIRECT_URI),
                ("code_verifier", verifier),
            ])
        };
        let device = Device::begin(&theirs.application, SCOPE).await;
        let exchange = |token: &str| {
            mine.token(&[
                ("grant_type", EXCHANGE),
                ("subject_token", token),
                ("subject_token_type", ACCESS_TOKEN),
                ("scope", "openid"),
            ])
        };
        let calls = [
            ("a code", with_code(&request.verifier)),
            (
                "a refresh token",
                mine.token(&[("grant_type", "refresh_token"), ("refresh_token", theirs.tokens.refresh_token())]),
            ),
            ("a device code", mine.token(&[("grant_type", devices::GRANT), ("device_code", device.device_code())])),
            ("an exchanged token of a user", exchange(&theirs.tokens.access_token)),
            ("an exchanged token of a client", exchange(&theirs.of_client)),
            (
                "an ID token as an assertion",
                mine.token(&[("grant_type", BEARER), ("assertion", theirs.tokens.id_token())]),
            ),
            (
                "their resource",
                mine.token(&[
                    ("grant_type", "client_credentials"),
                    ("resource", &format!("https://{}.logto.app/api", theirs.tenant.id)),
                    ("scope", "all"),
                ]),
            ),
        ];
        for (what, call) in calls {
            assert_refused(what, &call.send().await, theirs);
        }
        // It was only shown to the wrong one: it wasn't used up by that.
        let redeemed = theirs.application.exchange(&code, &request).await.expect(200).json();
        assert_eq!(claims_of(&text(&redeemed, "access_token"))["tid"], theirs.tenant.id);
        device.hears("authorization_pending").await;
    })
    .await;
}

#[tokio::test]
async fn an_assertion_for_one_issuer_is_none_for_the_other() {
    for database in Database::tested() {
        let server = TestServer::shared(database).await;
        let key = Key::new("ES256");
        let (mine, theirs) = (Side::new(&server, &key).await, Side::new(&server, &key).await);
        let now = mine.application.clock.now().timestamp();
        let assertion = |issuer: &str, jti: &str| {
            let claims = json!({"iss": APP, "sub": USER, "aud": issuer, "exp": now + 60, "jti": jti});
            key.sign(&json!({"alg": "ES256", "kid": "1"}), &claims)
        };
        for (from, to) in [(&mine, &theirs), (&theirs, &mine)] {
            let shown = assertion(&from.application.issuer, "shared");
            let wrong = to.token(&[("grant_type", BEARER), ("assertion", &shown), ("scope", "openid")]).send().await;
            assert_refused("an assertion", &wrong, from);
            // And one that the one has used up is another one at the other.
            let right = from.token(&[("grant_type", BEARER), ("assertion", &shown), ("scope", "openid")]).send().await;
            let _ = right.expect(200);
        }
    }
}

#[tokio::test]
async fn a_token_of_one_tenant_opens_and_tells_nothing_at_the_other_and_is_revoked_nowhere_else() {
    between(async |mine, theirs| {
        for token in [&theirs.tokens.access_token, &theirs.of_client] {
            let _ = mine.application.userinfo(token).await.expect(401);
        }
        for token in [&theirs.tokens.access_token, &theirs.of_client, theirs.tokens.refresh_token()] {
            assert_eq!(mine.application.introspect(token).await, json!({"active": false}));
            // RFC 7009 §2.2: whoever has nothing to revoke isn't told.
            let _ = mine.application.call("oauth2/revoke", &[("token", token)]).send().await.expect(200);
        }
        let path = format!("{}/clients", mine.application.issuer);
        let _ = Call::new(Method::GET, path).bearer(&theirs.tokens.access_token).send().await.expect(401);
        for path in ["/api/admin/{tid}/servers", "/api/admin/{tid}/tenant"] {
            let _ = mine.tenant.get(path).bearer(&theirs.tenant.token).send().await.expect(401);
            let _ = mine.tenant.get(path).bearer(&theirs.of_client).send().await.expect(401);
        }
        // A client of the one's system server is none of the other's.
        let machine = theirs.tenant.add_client("system", &["manage_logins"]).await;
        let _ = mine.tenant.ask_for_token(&machine, Some("manage_logins"), &[]).await.expect(401);
        let _ = mine.tenant.ask_for_token(&theirs.tenant.administrator, Some("all"), &[]).await.expect(401);
        let token = theirs.tenant.token_of("system", &["manage_logins"], &[]).await;
        let path = format!("/api/system/{{tid}}/logins/{UNKNOWN}");
        let _ = mine.tenant.get(&path).bearer(&token).send().await.expect(401);
        // Nor is one that registered itself.
        let id = text(&theirs.registration, "client_id");
        let at = format!("{}/oauth2/register/{id}", mine.application.issuer);
        let token = text(&theirs.registration, "registration_access_token");
        let _ = Call::new(Method::GET, &at).bearer(&token).send().await.expect(401);
        let _ = Call::new(Method::DELETE, &at).bearer(&token).send().await.expect(401);
        let own = format!("{}/oauth2/register/{}", mine.application.issuer, text(&mine.registration, "client_id"));
        let _ = Call::new(Method::GET, &own).bearer(&token).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_signed_in_at_one_tenant_is_a_stranger_at_the_other() {
    between(async |mine, theirs| {
        // Cookies have a path; a browser that minds none sends all of them everywhere.
        let mut browser = theirs.browser.clone();
        for cookie in theirs.browser.cookies.kept().to_vec() {
            browser.cookies.plant(Cookie { path: "/".to_owned(), ..cookie });
        }
        let silent = mine.application.request().with("prompt", "none").with("id_token_hint", theirs.tokens.id_token());
        match browser.get(&silent.url()).await {
            Outcome::Left(left) => {
                let response = AuthorizationResponse::from(&left);
                assert!(response.get("code").is_none() && response.get("error").is_some(), "{left:?}");
            }
            Outcome::Page(page) => assert!((400..500).contains(&page.status), "{page}"),
        }
        let mut browser = theirs.browser.clone();
        let page = browser.get(&mine.application.request().url()).await.page().expect(200);
        assert!(page.form_with("password").is_some(), "{page}");
        // What the one's page asked isn't answered at the other's, nor its device let in.
        let device = Device::begin(&theirs.application, SCOPE).await;
        let outcome = devices::Device {
            application: mine.application.clone(),
            told: json!({
                "user_code": device.user_code(), "verification_uri": format!("{}/device", mine.application.issuer),
            }),
        }
        .enter(&mut mine.browser.clone())
        .await;
        let page = outcome.page();
        assert!(page.form_with("decision").is_none(), "{page}");
        device.hears("authorization_pending").await;
        // Signing out of the one, with the other's token as a hint.
        let end = format!("{}/oauth2/logout?id_token_hint={}", mine.application.issuer, theirs.tokens.id_token());
        let _ = theirs.browser.clone().get(&end).await;
    })
    .await;
}

#[tokio::test]
async fn a_login_that_waits_at_one_tenant_waits_at_no_other() {
    for database in Database::tested() {
        let server = TestServer::shared(database).await;
        let key = Key::new("ES256");
        let (mine, theirs) = (Side::new(&server, &key).await, Side::new(&server, &key).await);
        let page = json!({"methods": [{"id": "own-page", "name": "Own", "method": "custom", "custom": {"login_url": "https://login.example/page"}}]});
        let path = format!("/api/admin/{{tid}}/servers/{SHOP}/authentications");
        let _ = theirs.tenant.put(&path).json(page).send().await.expect(200);
        let left = UserAgent::new(server.url()).get(&theirs.application.request().url()).await.left();
        let query: BTreeMap<String, String> = left.to.query_pairs().into_owned().collect();
        let (id, state) = (&query["login_id"], &query["login_state"]);
        let (my_token, their_token) = (
            mine.tenant.token_of("system", &["manage_logins", "manage_consents"], &[]).await,
            theirs.tenant.token_of("system", &["manage_logins", "manage_consents"], &[]).await,
        );
        for collection in ["logins", "scope-grants"] {
            let at = |action: &str| format!("/api/system/{{tid}}/{collection}/{id}{action}");
            let body = json!({"login_state": state, "subject": "ada", "granted_scopes": []});
            for call in [
                mine.tenant.get(&format!("{}?login_state={state}", at(""))),
                mine.tenant.post(&at("/accept")).json(&body),
                mine.tenant.post(&at("/reject")).json(&body),
            ] {
                let _ = call.clone().bearer(&my_token).send().await.expect(404);
                let _ = call.bearer(&their_token).send().await.expect(401);
            }
        }
        let path = format!("/api/system/{{tid}}/logins/{id}/accept");
        let body = json!({"login_state": state, "subject": "ada"});
        let _ = theirs.tenant.post(&path).json(body).bearer(&their_token).send().await.expect(200);
    }
}

/// The doors without a tenant in their paths find it by the client, and no client that could be of either.
#[tokio::test]
async fn a_door_that_names_no_tenant_lets_nobody_in_whom_two_tenants_know() {
    between(async |mine, _| {
        let form = [("grant_type", "client_credentials")];
        for path in ["/oidc/token", "/auth/api/v1/oauth/token"] {
            let answer = mine.tenant.post(path).basic(APP, SECRET).form(&form).send().await;
            assert!([400, 401].contains(&answer.status), "{path}: {}", answer.text());
        }
    })
    .await;
}
