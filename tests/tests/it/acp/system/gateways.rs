//! `/api/system/{tid}/gateways`: what a gateway's authorizer asks for, to decide by itself.

use std::time::{Duration, Instant};

use authplane_tests::tenant::texts;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Call, Settings, Tenant, TestServer, on_both};
use http::Method;
use http::header::IF_NONE_MATCH;
use serde_json::{Value, json};

use crate::it::access::token_of;
use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::nets::{Making, Row, ready};
use crate::it::openid::with_users_on_both;
use crate::it::things::{self, gateway_of};

const CONFIGURATION: &str = "/api/system/{tid}/gateways/configuration";
const INTROSPECT: &str = "/api/system/{tid}/gateways/introspect";
const SERVICES: &str = "/api/admin/{tid}/services";
const APIS: &str = "/api/admin/{tid}/apis";

/// A gateway of the default server with the token of its client.
struct Asking<'a> {
    tenant: &'a Tenant,
    gateway: Value,
    token: String,
}

impl<'a> Asking<'a> {
    async fn of(tenant: &'a Tenant) -> Self {
        let gateway = gateway_of(tenant, "default", "standalone").await;
        let token = own_token(tenant, &gateway).await;
        Self { tenant, gateway, token }
    }

    fn configuration(&self, query: &str) -> Call {
        self.tenant.get(&format!("{CONFIGURATION}{query}")).bearer(&self.token)
    }

    /// The configuration, and its tag.
    async fn pulled(&self) -> (Value, String) {
        let answer = self.configuration("").send().await.expect(200);
        (answer.json(), answer.header("etag").to_owned())
    }

    fn waiting(&self, tag: &str, seconds: u32) -> Call {
        self.configuration(&format!("?wait={seconds}")).header(IF_NONE_MATCH, tag)
    }

    fn about(&self, token: &str) -> Call {
        self.tenant.call(Method::POST, INTROSPECT).bearer(&self.token).form(&[("token", token)])
    }

    async fn introspected(&self, token: &str) -> Value {
        let answer = self.about(token).send().await.expect(200);
        assert_eq!(answer.header("cache-control"), "no-store");
        answer.json()
    }

    /// A service that names the gateway, with one API; its id.
    async fn service(&self, path: &str, policy: &str) -> String {
        let new = json!({"name": "Orders", "authorization_server_id": "default", "gateway_id": self.gateway["id"]});
        let service = self.tenant.post(SERVICES).json(new).send().await.expect(201).json()["id"].clone();
        let api = json!({"service_id": service, "method": "GET", "path": path, "policy_id": policy});
        let _ = self.tenant.post(APIS).json(api).send().await.expect(201);
        service.as_str().unwrap().to_owned()
    }
}

/// A token that a gateway's client has for itself.
async fn own_token(tenant: &Tenant, gateway: &Value) -> String {
    let client = &gateway["client"];
    let form = [("grant_type", "client_credentials"), ("scope", "read_gateway_configuration")];
    let call = tenant.call(Method::POST, "/{tid}/system/oauth2/token");
    let call = call.basic(client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
    call.form(&form).send().await.expect(200).json()["access_token"].as_str().unwrap().to_owned()
}

/// A token of a client that has this scope and is no gateway's.
async fn strangers_token(tenant: &Tenant, scope: &str) -> String {
    tenant.token_of("system", &[scope], &[]).await
}

#[tokio::test]
async fn a_gateway_is_told_of_the_services_that_name_it_and_of_nothing_else() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let (empty, _) = asking.pulled().await;
        for list in ["services", "apis", "policies", "scopes"] {
            assert_eq!(empty[list], json!([]), "{list}");
        }
        let strict = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let _ = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let service = asking.service("/orders/{id}", &strict).await;
        let scope = things::scope(&tenant, Some(&service), "orders:read").await;
        // Of another gateway, of none, and of another tenant.
        let other = Asking::of(&tenant).await;
        let _ = other.service("/others", "").await;
        let _ = things::scope(&tenant, None, "free").await;
        let _ = things::resource(&tenant).await;
        let stranger = Tenant::new(&tenant.server).await;
        let theirs = Asking::of(&stranger).await;
        let _ = theirs.service("/theirs", "").await;

        let (told, _) = asking.pulled().await;
        assert_eq!((&told["tenant_id"], &told["server_id"]), (&json!(tenant.id), &json!("default")));
        let issuer = tenant.server.issuer(&tenant.id, "default");
        assert_eq!(told["issuer_url"], issuer);
        assert_eq!(told["jwks_url"], format!("{issuer}/.well-known/jwks.json"));
        assert_eq!(texts(&told["services"], "id"), [service.as_str()]);
        assert_eq!(told["services"][0]["audience"], format!("urn:authplane:service:{service}"));
        assert_eq!(told["services"][0]["gateway_id"], asking.gateway["id"]);
        assert_eq!(texts(&told["apis"], "path"), ["/orders/{id}"]);
        assert_eq!(told["apis"][0]["policy_id"], strict);
        assert_eq!(texts(&told["policies"], "id"), [strict.as_str()]);
        assert_eq!(told["policies"][0]["validators"][0]["name"], "false");
        assert_eq!(texts(&told["scopes"], "id"), [scope.as_str()]);
        assert_eq!(told["scopes"][0]["service"]["id"], service);
        assert_eq!(texts(&other.pulled().await.0["apis"], "path"), ["/others"]);
        assert_eq!(texts(&theirs.pulled().await.0["apis"], "path"), ["/theirs"]);
    })
    .await;
}

#[tokio::test]
async fn who_has_the_configuration_already_gets_it_again_only_when_it_is_another_one() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let _ = asking.service("/orders", "").await;
        let (_, tag) = asking.pulled().await;
        let known = asking.configuration("").header(IF_NONE_MATCH, &tag).send().await.expect(304);
        assert_eq!((known.header("etag"), known.body.len()), (tag.as_str(), 0));
        // Nobody waits who doesn't say what they have.
        let begun = Instant::now();
        let _ = asking.configuration("?wait=10&authorizer_version=latest").send().await.expect(200);
        let _ = asking.waiting("\"another\"", 10).send().await.expect(200);
        assert!(begun.elapsed() < Duration::from_secs(9));
        // It waits to the end where nothing changes,
        let begun = Instant::now();
        let _ = asking.waiting(&tag, 1).send().await.expect(304);
        assert!(begun.elapsed() >= Duration::from_secs(1));
        // also where something changes that is none of this gateway's.
        let waiting = asking.waiting(&tag, 2).send();
        let changing = async {
            let other = Asking::of(&tenant).await;
            let _ = other.service("/others", "").await;
        };
        let (answer, ()) = tokio::join!(waiting, changing);
        assert_eq!(answer.status, 304);
    })
    .await;
}

#[tokio::test]
async fn who_waits_hears_of_a_change_within_a_second() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let policy = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let service = asking.service("/orders", &policy).await;
        let path = format!("/api/admin/{{tid}}/policies/{policy}");
        let changes: [Call; 4] = [
            tenant.put(&path).json(json!({"policy_name": "P", "validators": [{"name": "false"}]})),
            tenant.post(APIS).json(json!({"service_id": service, "method": "GET", "path": "/more"})),
            tenant
                .put(&format!("{SERVICES}/{service}"))
                .json(json!({"name": "New", "gateway_id": asking.gateway["id"]})),
            tenant.put(&format!("{SERVICES}/{service}")).json(json!({"name": "New", "gateway_id": ""})),
        ];
        let (mut before, mut tag) = asking.pulled().await;
        for change in changes {
            let told = asking.waiting(&tag, 20).send();
            let changing = async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                assert!(change.send().await.is_success());
                Instant::now()
            };
            let ((answer, told_at), changed_at) = tokio::join!(async { (told.await, Instant::now()) }, changing);
            let answer = answer.expect(200);
            assert!(told_at.saturating_duration_since(changed_at) < Duration::from_secs(1));
            assert_ne!(answer.json(), before);
            tag = answer.header("etag").to_owned();
            before = answer.json();
        }
        assert_eq!(before["services"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn who_waits_and_may_not_any_more_is_told_so() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let (_, tag) = asking.pulled().await;
        let removing = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let path = format!("/api/admin/{{tid}}/gateways/{}", asking.gateway["id"].as_str().unwrap());
            let _ = tenant.delete(&path).send().await.expect(204);
        };
        let (answer, ()) = tokio::join!(asking.waiting(&tag, 20).send(), removing);
        assert_eq!(answer.status, 404, "{}", answer.text());
        // Its token is revoked while it waits.
        let asking = Asking::of(&tenant).await;
        let (_, tag) = asking.pulled().await;
        let revoking = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let client = &asking.gateway["client"];
            let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
            let revoke = tenant.post("/{tid}/system/oauth2/revoke").basic(id, secret);
            let _ = revoke.form(&[("token", asking.token.as_str())]).send().await.expect(200);
        };
        let (answer, ()) = tokio::join!(asking.waiting(&tag, 2).send(), revoking);
        assert_eq!(answer.status, 401, "{}", answer.text());
    })
    .await;
}

#[tokio::test]
async fn only_so_many_wait_and_a_server_that_stops_waits_for_none() {
    let server = TestServer::start(Settings::default()).await;
    let tenant = Tenant::new(&server).await;
    let asking = Asking::of(&tenant).await;
    let (_, tag) = asking.pulled().await;
    let waiting: Vec<_> = (0..40).map(|_| tokio::spawn(asking.waiting(&tag, 20).send())).collect();
    // Those for whom there is no place are answered at once; another gateway has places of its own.
    let begun = Instant::now();
    while waiting.iter().filter(|one| one.is_finished()).count() < 8 {
        assert!(begun.elapsed() < Duration::from_secs(15), "any number of them may wait");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let other = Asking::of(&tenant).await;
    let (_, others) = other.pulled().await;
    let again = Instant::now();
    let _ = other.waiting(&others, 1).send().await.expect(304);
    assert!(again.elapsed() >= Duration::from_secs(1), "another gateway has places of its own");
    assert_eq!(waiting.iter().filter(|one| one.is_finished()).count(), 8);
    let stopped = Instant::now();
    server.stop().await;
    for one in waiting {
        assert_eq!(one.await.unwrap().status, 304);
    }
    assert!(stopped.elapsed() < Duration::from_secs(10), "{:?}", stopped.elapsed());
}

#[test]
fn so_many_of_all_gateways_wait_and_a_place_that_is_left_is_free() {
    let polls = std::sync::Arc::new(authplane::long_polls::LongPolls::default());
    let mut waiting: Vec<_> = (0..512).map(|number| polls.begin(number.to_string()).expect("a place")).collect();
    assert!(polls.begin("another".to_owned()).is_none());
    drop(waiting.pop());
    waiting.push(polls.begin("another".to_owned()).expect("the place that was left"));
    assert!(polls.begin("one more".to_owned()).is_none());
}

#[tokio::test]
async fn nobody_waits_longer_than_a_request_may_take() {
    let server = TestServer::start(Settings::default().with("request_deadline_seconds", "2")).await;
    let tenant = Tenant::new(&server).await;
    let asking = Asking::of(&tenant).await;
    let (_, tag) = asking.pulled().await;
    let begun = Instant::now();
    let _ = asking.waiting(&tag, 60).send().await.expect(304);
    assert!(begun.elapsed() >= Duration::from_secs(1), "{:?}", begun.elapsed());
    server.stop().await;
}

#[tokio::test]
async fn a_pull_is_noted_with_its_gateway_and_ends_nobody_s_wait() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let id = asking.gateway["id"].as_str().unwrap();
        let path = format!("/api/admin/{{tid}}/gateways/{id}");
        let before = tenant.get(&path).send().await.expect(200);
        assert_eq!(before.json()["last_active"], Value::Null);
        let _ = asking.pulled().await;
        let after = tenant.get(&path).send().await.expect(200);
        let noted = after.json()["last_active"].clone();
        assert!(noted.is_string());
        let listed = tenant.get("/api/admin/{tid}/servers/default/gateways").send().await.expect(200).json();
        let listed = listed["gateways"].as_array().unwrap().iter().find(|gateway| gateway["id"] == id).unwrap().clone();
        assert_eq!(listed["last_active"], noted);
        // Not once more within the minute; nor is it a change that somebody made.
        let _ = asking.pulled().await;
        assert_eq!(tenant.get(&path).send().await.expect(200).json()["last_active"], noted);
        let version = |answer: &Answer| answer.header("etag").split('.').next().unwrap().to_owned();
        assert_eq!(version(&before), version(&after));
        assert!(!tenant.audit_events().await.iter().any(|(kind, change)| kind == "gateway" && change == "update"));
    })
    .await;
}

#[tokio::test]
async fn a_token_is_told_with_what_the_gateway_s_policies_would_be_told() {
    with_users_on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let (_, asked) = consents::made(&tenant).await;
        let (_, unasked) = consents::made(&tenant).await;
        let [asked, unasked] = [&asked, &unasked].map(|consent| consent["id"].as_str().unwrap());
        let policy = json!([{"name": "consent", "conf": {"consents": [asked, "nothing"]}}]);
        let policy = things::policy(&tenant, &policy).await;
        let service = asking.service("/orders", &policy).await;
        let other = asking.service("/other", "").await;
        let ada = token_of(&tenant, USER).await;
        let wish = |id: &str| json!({"consents": [{"consent_id": id, "granted": true}]});
        for consent in [asked, unasked] {
            let _ = patch(&tenant, USER, wish(consent)).await.expect(201);
        }
        let told = asking.introspected(&ada).await;
        assert_eq!(
            (&told["active"], &told["sub"], &told["server_id"]),
            (&json!(true), &json!(USER), &json!("default"))
        );
        assert_eq!(told["granted_consents"], json!([asked]));
        assert_eq!(told["granted_actions"], json!([]));
        let context = &told["authentication_context"];
        assert_eq!((&context["sub"], &context["client_id"]), (&json!(USER), &told["client_id"]));
        assert_eq!(context["groups"], json!(["admins", "people"]));
        let mut both = [service.as_str(), &other];
        both.sort_unstable();
        assert_eq!(told["services"], json!(both));
        // What is known of the user today.
        let changed = json!({"groups": ["guests"]});
        tenant.set_methods("default", vec![static_method(METHOD, &[(USER, PASSWORD, changed)])]).await;
        assert_eq!(asking.introspected(&ada).await["authentication_context"]["groups"], json!(["guests"]));
        // One that is for one service alone.
        let only = tenant.get(&format!("/api/resources/{other}")).send().await.expect(200).json();
        let machine = tenant.token_of("default", &[], &[only["indicator"].as_str().unwrap()]).await;
        let told = asking.introspected(&machine).await;
        assert_eq!((&told["services"], &told["granted_consents"]), (&json!([other]), &json!([])));
        // Of what it is for besides, the gateway learns nothing.
        let elsewhere = things::resource(&tenant).await;
        let elsewhere = tenant.get(&format!("/api/resources/{elsewhere}")).send().await.expect(200).json();
        let indicators = [&only, &elsewhere].map(|resource| resource["indicator"].as_str().unwrap());
        let machine = tenant.token_of("default", &[], &indicators).await;
        assert_eq!(asking.introspected(&machine).await["services"], json!([other]));
        // What isn't valid, or is another server's.
        for token in ["nonsense", tenant.token.as_str(), &asking.token] {
            assert_eq!(asking.introspected(token).await, json!({"active": false}));
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_that_is_no_gateway_s_is_told_nothing() {
    on_both(async |tenant| {
        let asking = Asking::of(&tenant).await;
        let token = tenant.token_of("default", &[], &[]).await;
        for scope in ["read_gateway_configuration", "introspect_tokens"] {
            let stranger = strangers_token(&tenant, scope).await;
            let _ = asking.about(&token).bearer(&stranger).send().await.expect(404);
            let status = if scope == "introspect_tokens" { 403 } else { 404 };
            let _ = asking.configuration("").bearer(&stranger).send().await.expect(status);
        }
        // Its secret alone opens the doors, and nothing of this.
        let client = &asking.gateway["client"];
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        let _ = tenant.get(CONFIGURATION).basic(id, secret).send().await.expect(401);
        for query in ["?wait=61", "?wait=-1", "?wait=soon", "?wait=1&wait=2"] {
            let answer = asking.configuration(query).send().await.expect(422);
            assert_eq!(answer.json()["details"]["field"], "wait", "{query}");
        }
        let long = format!("?authorizer_version={}", "1".repeat(65));
        let _ = asking.configuration(&long).send().await.expect(422);
    })
    .await;
}

fn pulling(tenant: &Tenant) -> Making<'_> {
    Box::pin(async move {
        let asking = Asking::of(tenant).await;
        asking.configuration("")
    })
}

fn introspecting(tenant: &Tenant) -> Making<'_> {
    Box::pin(async move {
        let asking = Asking::of(tenant).await;
        asking.about(&tenant.token_of("default", &[], &[]).await)
    })
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "get_gateway_configuration",
        scopes: &["read_gateway_configuration"],
        good: pulling,
        provoke: &[
            (404, |tenant, good| {
                Box::pin(async move { good.bearer(&strangers_token(tenant, "read_gateway_configuration").await) })
            }),
            (422, |_, good| {
                let path = format!("{}?wait=100", good.path());
                ready(good.at(&path))
            }),
        ],
    },
    Row {
        id: "gateway_introspect",
        scopes: &["read_gateway_configuration", "introspect_tokens"],
        good: introspecting,
        provoke: &[
            (400, |_, good| ready(good.body("application/x-www-form-urlencoded", "token=%FF"))),
            (404, |tenant, good| {
                Box::pin(async move { good.bearer(&strangers_token(tenant, "introspect_tokens").await) })
            }),
            (422, |_, good| ready(good.form(&[("other", "x")]))),
        ],
    },
];
