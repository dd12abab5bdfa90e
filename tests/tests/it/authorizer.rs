//! `authplane authorizer`: what it decides beside a proxy, also while the control plane is away.

mod away;
mod behind_proxies;
mod in_cedar;
mod introspection;
mod played;
mod started;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use authplane::authorizer::settings::Settings;
use authplane::authorizer::{self, Running};
use authplane::log::Log;
use authplane_domain::Environment;
use authplane_domain::environment::{Clock as _, ManualClock, SystemClock};
use authplane_tests::process::PATIENCE;
use authplane_tests::users::{OTHER_USER, USER};
use authplane_tests::{Answer, Call, Tenant};
use http::{HeaderName, Method};
use serde_json::{Value, json};

use crate::it::access::token_of;
use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::openid::with_users_on_both;
use crate::it::things::{self, gateway_of};

const IDENTITY: [&str; 3] = ["x-authplane-subject", "x-authplane-client-id", "x-authplane-scope"];
const SERVICES: &str = "/api/admin/{tid}/services";
const APIS: &str = "/api/admin/{tid}/apis";

fn header(name: &'static str) -> HeaderName {
    HeaderName::from_static(name)
}

fn holds(field: &str, comparator: &str, value: &Value) -> Value {
    json!({"name": "identity-context", "conf": {"fields": [{"field": field, "comparator": comparator, "value": value}]}})
}

/// A gateway of the default server, a service behind it, and an authorizer of it.
struct Beside<'a> {
    tenant: &'a Tenant,
    gateway: Value,
    service: String,
    authorizer: Running,
    clock: Arc<ManualClock>,
}

/// What an authorizer of the gateway is told, as the package tells it.
fn settings_of(tenant: &Tenant, gateway: &Value, origin: &str, max_age_seconds: u32) -> Settings {
    let client = &gateway["client"];
    let environment = BTreeMap::from([
        ("ACP_ISSUER_URL", format!("{origin}/{}/system", tenant.id)),
        ("ACP_CLIENT_ID", client["client_id"].as_str().unwrap().to_owned()),
        ("ACP_CLIENT_SECRET", client["client_secret"].as_str().unwrap().to_owned()),
        ("AUTHPLANE_SERVER_URL", origin.to_owned()),
        ("AUTHPLANE_LISTEN", "127.0.0.1:0".to_owned()),
        ("AUTHPLANE_MAX_AGE_SECONDS", max_age_seconds.to_string()),
    ]);
    Settings::load(None, |name| environment.get(name).cloned(), &[]).unwrap()
}

impl<'a> Beside<'a> {
    async fn of(tenant: &'a Tenant) -> Self {
        Self::with_max_age(tenant, 3600).await
    }

    async fn with_max_age(tenant: &'a Tenant, seconds: u32) -> Self {
        Self::by_way_of(tenant, tenant.server.url(), seconds).await
    }

    /// Where the control plane is reached at another address than it says.
    async fn by_way_of(tenant: &'a Tenant, origin: &str, seconds: u32) -> Self {
        let gateway = gateway_of(tenant, "default", "standalone").await;
        let new = json!({"name": "Orders", "authorization_server_id": "default", "gateway_id": gateway["id"]});
        let service = tenant.post(SERVICES).json(new).send().await.expect(201).json()["id"].clone();
        let service = service.as_str().unwrap().to_owned();
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        let environment = Environment { clock: Arc::clone(&clock) as _, ..Environment::system() };
        let settings = settings_of(tenant, &gateway, origin, seconds);
        let authorizer = authorizer::launch(settings, &environment, Log::discard()).unwrap();
        tokio::time::timeout(PATIENCE, authorizer.authorizer.ready()).await.expect("it is told its configuration");
        Self { tenant, gateway, service, authorizer, clock }
    }

    /// An API of the service. It may not be in force yet.
    async fn api(&self, method: &str, path: &str, validators: Option<Value>) {
        let policy = match validators {
            Some(validators) => things::policy(self.tenant, &validators).await,
            None => String::new(),
        };
        let api = json!({"service_id": self.service, "method": method, "path": path, "policy_id": policy});
        let _ = self.tenant.post(APIS).json(api).send().await.expect(201);
    }

    /// Waits until what was changed is in force here: an API that is made now is known.
    async fn settled(&self) {
        let begun = Instant::now();
        let path = format!("/settled/{}", things::fresh("a"));
        self.api("GET", &path, Some(json!([{"name": "true"}]))).await;
        while self.forward("GET", &path, None).send().await.status != 200 {
            assert!(begun.elapsed() < PATIENCE, "it isn't told of an API");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn at(&self, method: Method, path: &str) -> Call {
        Call::new(method, format!("{}{path}", self.authorizer.url))
    }

    /// As nginx asks.
    fn forward(&self, method: &str, target: &str, token: Option<&str>) -> Call {
        let call = self.at(Method::GET, "/forward-auth");
        let call = call.header(header("x-forwarded-method"), method).header(header("x-forwarded-uri"), target);
        match token {
            Some(token) => call.bearer(token),
            None => call,
        }
    }

    /// As Envoy asks.
    fn envoy(&self, method: &str, target: &str, token: Option<&str>) -> Call {
        let call = self.at(Method::from_bytes(method.as_bytes()).unwrap(), &format!("/ext-authz{target}"));
        match token {
            Some(token) => call.bearer(token),
            None => call,
        }
    }

    /// As Pyron asks.
    fn pyron(&self, method: &str, target: &str, token: Option<&str>) -> Call {
        let authorization = token.map(|token| json!({"authorization": [format!("Bearer {token}")]}));
        let body = json!({"method": method, "path": target, "headers": authorization.unwrap_or_else(|| json!({}))});
        self.at(Method::POST, "/authorize").json(body)
    }

    /// As a proxy asks the control plane.
    fn control_plane(&self, method: &str, target: &str, token: Option<&str>) -> Call {
        let client = &self.gateway["client"];
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        let call = self.tenant.get("/{tid}/access/forward-auth").basic(id, secret);
        let call = call.header(header("x-forwarded-method"), method).header(header("x-forwarded-uri"), target);
        match token {
            Some(token) => call.header(header("x-forwarded-authorization"), &format!("Bearer {token}")),
            None => call,
        }
    }

    async fn health(&self) -> Answer {
        self.at(Method::GET, "/health").send().await
    }
}

#[tokio::test]
async fn at_each_of_its_doors_it_decides_as_the_control_plane_does() {
    with_users_on_both(async |tenant| {
        let beside = Beside::of(&tenant).await;
        let (_, consent) = consents::made(&tenant).await;
        let consent = consent["id"].as_str().unwrap();
        let mut strong = holds("amr", "contains", &json!("mfa"));
        strong["recovery"] = json!([{"type": "MFA", "id": "totp"}]);
        for (method, path, validators) in [
            ("GET", "/orders/{id}", None),
            ("HEAD", "/orders/{id}", None),
            ("GET", "/orders/archive", Some(json!([{"name": "false"}]))),
            ("DELETE", "/orders/{id}", Some(json!([holds("groups", "contains", &json!("admins"))]))),
            ("GET", "/open", Some(json!([{"name": "true"}]))),
            ("GET", "/", Some(json!([{"name": "true"}]))),
            ("GET", "/strong", Some(json!([strong]))),
            ("GET", "/gold", Some(json!([holds("acr", "equals", &json!("urn:gold"))]))),
            ("PUT", "/clients", Some(json!([holds("client_id", "exists", &json!(true))]))),
            ("GET", "/asked", Some(json!([{"name": "consent", "conf": {"consents": [consent]}}]))),
        ] {
            beside.api(method, path, validators).await;
        }
        beside.settled().await;
        let (ada, otto) = (token_of(&tenant, USER).await, token_of(&tenant, OTHER_USER).await);
        let machine = tenant.token_of("default", &[], &[]).await;
        let wish = json!({"consents": [{"consent_id": consent, "granted": true}]});
        let _ = patch(&tenant, USER, wish).await.expect(201);
        let (ada, otto, machine) = (Some(ada.as_str()), Some(otto.as_str()), Some(machine.as_str()));
        let mut seen = BTreeMap::<u16, usize>::new();
        for (method, target, token) in [
            ("GET", "/orders/17", ada),
            ("GET", "/orders/17?verbose=1", machine),
            ("HEAD", "/orders/17", machine),
            ("HEAD", "/open", machine),
            ("GET", "/orders/17", None),
            ("GET", "/orders/17", Some("nonsense")),
            ("GET", "/orders/17", Some(tenant.token.as_str())),
            ("GET", "/orders/archive", ada),
            ("GET", "/orders/archive", None),
            ("DELETE", "/orders/17", ada),
            ("DELETE", "/orders/17", otto),
            ("DELETE", "/orders/17", machine),
            ("GET", "/open", None),
            ("GET", "/open", otto),
            ("GET", "/open", Some("nonsense")),
            ("GET", "/", None),
            ("GET", "/strong", ada),
            ("GET", "/gold", ada),
            ("PUT", "/clients", machine),
            ("PUT", "/clients", None),
            ("GET", "/asked", ada),
            ("GET", "/asked", otto),
            ("POST", "/orders/17", ada),
            ("GET", "/orders/17/", ada),
            ("GET", "/nothing", ada),
            ("GET", "/orders/a%2fb", ada),
            ("GET", "/orders//17", ada),
            ("GET", "/orders/1;2", ada),
        ] {
            let expected = beside.control_plane(method, target, token).send().await;
            *seen.entry(expected.status).or_default() += 1;
            for call in [beside.forward(method, target, token), beside.envoy(method, target, token)] {
                let answer = call.send().await;
                let path = answer_of(&answer);
                assert_eq!(answer.status, expected.status, "{method} {target}: {path}");
                for name in IDENTITY {
                    assert_eq!(answer.all(name), expected.all(name), "{method} {target}: {name}");
                }
                assert_eq!(answer.header("www-authenticate"), expected.header("www-authenticate"), "{method} {target}");
                if method != "HEAD" && expected.status != 200 {
                    assert_eq!(answer.json()["details"], expected.json()["details"], "{method} {target}");
                }
                assert_eq!(answer.header("cache-control").is_empty(), answer.status != 200, "{method} {target}");
            }
            let answer = beside.pyron(method, target, token).send().await;
            assert_eq!(answer.status, expected.status, "{method} {target}: {}", answer.text());
            if expected.status == 200 {
                let told = answer.json();
                assert_eq!(told["result"], "AUTHORIZED");
                assert_eq!(told["subject"], expected.header("x-authplane-subject"));
            }
        }
        assert!(seen[&200] > 8 && seen[&401] > 5 && seen[&403] > 8, "{seen:?}");
    })
    .await;
}

fn answer_of(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

#[tokio::test]
async fn what_is_changed_is_in_force_within_a_second_and_what_is_revoked_is_refused_at_once() {
    with_users_on_both(async |tenant| {
        let beside = Beside::of(&tenant).await;
        let policy = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let api = json!({"service_id": beside.service, "method": "GET", "path": "/free", "policy_id": policy});
        let _ = tenant.post(APIS).json(api).send().await.expect(201);
        beside.api("GET", "/orders", None).await;
        beside.settled().await;
        let path = format!("/api/admin/{{tid}}/policies/{policy}");
        for (validator, status) in [("false", 401), ("true", 200), ("false", 401)] {
            let change = json!({"policy_name": "P", "validators": [{"name": validator}]});
            let _ = tenant.put(&path).json(change).send().await.expect(201);
            let changed = Instant::now();
            while beside.forward("GET", "/free", None).send().await.status != status {
                assert!(changed.elapsed() < Duration::from_secs(1), "{validator} isn't in force");
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        let client = tenant.add_client("default", &[]).await;
        let token = tenant.ask_for_token(&client, None, &[]).await.expect(200).json()["access_token"].clone();
        let token = token.as_str();
        let _ = beside.forward("GET", "/orders", token).send().await.expect(200);
        let revoke = tenant.post("/{tid}/default/oauth2/revoke").basic(&client.id, &client.secret);
        let _ = revoke.form(&[("token", token.unwrap())]).send().await.expect(200);
        let _ = beside.forward("GET", "/orders", token).send().await.expect(401);
        // The gateway's own token ends, and it gets another one.
        let machine = tenant.token_of("default", &[], &[]).await;
        beside.clock.advance(chrono::TimeDelta::seconds(3550));
        let _ = beside.forward("GET", "/orders", Some(&machine)).send().await.expect(200);
        // The gateway is no more: nothing passes.
        let gateway = format!("/api/admin/{{tid}}/gateways/{}", beside.gateway["id"].as_str().unwrap());
        let _ = tenant.delete(&gateway).send().await.expect(204);
        let removed = Instant::now();
        while beside.forward("GET", "/settled", None).send().await.status != 503 {
            assert!(removed.elapsed() < Duration::from_secs(3), "it goes on without its gateway");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let _ = beside.forward("GET", "/orders", Some(&machine)).send().await.expect(503);
    })
    .await;
}

#[tokio::test]
async fn it_believes_its_proxy_and_no_header_of_a_client() {
    with_users_on_both(async |tenant| {
        let beside = Beside::of(&tenant).await;
        beside.api("GET", "/orders", None).await;
        beside.api("GET", "/open", Some(json!([{"name": "true"}]))).await;
        beside.settled().await;
        let machine = tenant.token_of("default", &[], &[]).await;
        let bearer = format!("Bearer {machine}");
        // Here the call's own `Authorization` is the user's, and no other.
        let forwarded = beside.forward("GET", "/orders", None).header(header("x-forwarded-authorization"), &bearer);
        let _ = forwarded.send().await.expect(401);
        // Envoy's call is the request: what its client says of another one counts for nothing.
        for (name, value) in [
            ("x-forwarded-uri", "/open"),
            ("x-original-uri", "/open"),
            ("x-forwarded-method", "GET"),
            ("x-forwarded-authorization", bearer.as_str()),
            ("x-envoy-original-path", "/open"),
        ] {
            let _ = beside.envoy("GET", "/orders", None).header(header(name), value).send().await.expect(401);
        }
        let overriding = beside.envoy("GET", "/open", None).header(header("x-http-method-override"), "DELETE");
        let _ = overriding.send().await.expect(403);
        // Who says nothing of what they ask about, or two things.
        let _ = beside.at(Method::GET, "/forward-auth").send().await.expect(403);
        let both = beside.forward("GET", "/open", None).header(header("x-original-uri"), "/orders");
        let _ = both.send().await.expect(403);
        // What isn't a door.
        for path in ["/", "/ext-authzopen", "/ext-auth/open", "/open"] {
            let _ = beside.at(Method::GET, path).send().await.expect(404);
        }
        let _ = beside.at(Method::POST, "/authorize").json(json!({"method": "GET"})).send().await.expect(422);
    })
    .await;
}
