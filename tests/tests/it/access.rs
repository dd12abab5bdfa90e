//! `/{tid}/access/…`: the doors at which gateways ask whether a request may pass.

mod closed;
mod path_confusions;
mod proxies;
mod v1;

use authplane_tests::relying_party::application;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{Answer, Call, RelyingParty, Tenant, UserAgent};
use http::HeaderName;
use serde_json::{Value, json};

use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::nets::{Making, Row};
use crate::it::openid::with_users_on_both;
use crate::it::things::{self, gateway_of};

const FORWARD_AUTH: &str = "/{tid}/access/forward-auth";
const AUTHORIZE: &str = "/{tid}/access/authorize";
const SERVICES: &str = "/api/admin/{tid}/services";
const APIS: &str = "/api/admin/{tid}/apis";
/// What the service behind the proxy is told.
const IDENTITY: [&str; 3] = ["x-authplane-subject", "x-authplane-client-id", "x-authplane-scope"];

fn header(name: &'static str) -> HeaderName {
    HeaderName::from_static(name)
}

/// A gateway of the default server, and a service behind it.
pub(in crate::it) struct Edge<'a> {
    tenant: &'a Tenant,
    gateway: Value,
    service: String,
}

impl<'a> Edge<'a> {
    pub(in crate::it) async fn of(tenant: &'a Tenant) -> Self {
        Self::at(tenant, "default").await
    }

    /// The same of another server.
    pub(in crate::it) async fn at(tenant: &'a Tenant, server: &str) -> Self {
        let gateway = gateway_of(tenant, server, "standalone").await;
        let service = service_of(tenant, server, &gateway).await;
        Self { tenant, gateway, service }
    }

    /// An API of the service; its id.
    pub(in crate::it) async fn api(&self, method: &str, path: &str, policy: Option<&str>) -> String {
        api_of(self.tenant, &self.service, method, path, policy).await
    }

    /// The call of a proxy that says nothing yet of what it asks about.
    fn proxy(&self) -> Call {
        let client = &self.gateway["client"];
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        self.tenant.get(FORWARD_AUTH).basic(id, secret)
    }

    fn asking(&self, method: &str, target: &str, token: Option<&str>) -> Call {
        let call = self.proxy().header(header("x-forwarded-method"), method).header(header("x-forwarded-uri"), target);
        match token {
            Some(token) => call.header(header("x-forwarded-authorization"), &format!("Bearer {token}")),
            None => call,
        }
    }

    pub(in crate::it) async fn ask(&self, method: &str, target: &str, token: Option<&str>) -> Answer {
        self.asking(method, target, token).send().await
    }
}

async fn service_behind(tenant: &Tenant, gateway: &Value) -> String {
    service_of(tenant, "default", gateway).await
}

async fn service_of(tenant: &Tenant, server: &str, gateway: &Value) -> String {
    let new = json!({"name": "Orders", "authorization_server_id": server, "gateway_id": gateway["id"]});
    tenant.post(SERVICES).json(new).send().await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

async fn api_of(tenant: &Tenant, service: &str, method: &str, path: &str, policy: Option<&str>) -> String {
    let new = json!({
        "service_id": service, "method": method, "path": path, "can_have_policy": true, "policy_id": policy.unwrap_or_default()
    });
    tenant.post(APIS).json(new).send().await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

/// An access token of a user of the default server.
pub(in crate::it) async fn token_of(tenant: &Tenant, user: &str) -> String {
    let application = RelyingParty::register(tenant, application(&["openid"])).await;
    let mut agent = UserAgent::new(tenant.server.url());
    application.sign_in(&mut agent, &application.request(), (user, PASSWORD)).await.access_token
}

fn holds(field: &str, comparator: &str, value: &Value) -> Value {
    json!({"name": "identity-context", "conf": {"fields": [{"field": field, "comparator": comparator, "value": value}]}})
}

#[tokio::test]
async fn a_request_passes_as_the_policy_of_its_api_says() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let admins = things::policy(&tenant, &json!([holds("groups", "contains", &json!("admins"))])).await;
        let everybody = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let nobody = things::policy(&tenant, &json!([{"name": "false"}])).await;
        for (method, path, policy) in [
            ("GET", "/orders/{id}", None),
            ("GET", "/orders/archive", Some(&nobody)),
            ("DELETE", "/orders/{id}", Some(&admins)),
            ("GET", "/health", Some(&everybody)),
        ] {
            let _ = edge.api(method, path, policy.map(String::as_str)).await;
        }
        let (ada, otto) = (token_of(&tenant, USER).await, token_of(&tenant, OTHER_USER).await);
        let machine = tenant.token_of("default", &[], &[]).await;
        let (ada, otto, machine) = (Some(ada.as_str()), Some(otto.as_str()), Some(machine.as_str()));
        for (method, target, token, status) in [
            // No policy: whoever has a token.
            ("GET", "/orders/17", ada, 200),
            ("GET", "/orders/17?verbose=1", machine, 200),
            ("GET", "/orders/17", None, 401),
            ("GET", "/orders/17", Some("nonsense"), 401),
            ("GET", "/orders/17", Some(tenant.token.as_str()), 401),
            // The more concrete template, and its policy.
            ("GET", "/orders/archive", ada, 403),
            ("GET", "/orders/archive", None, 401),
            // What is known of the user today.
            ("DELETE", "/orders/17", ada, 200),
            ("DELETE", "/orders/17", otto, 403),
            ("DELETE", "/orders/17", machine, 403),
            ("DELETE", "/orders/17", None, 401),
            // A policy that knows of nobody; but what is shown must be valid.
            ("GET", "/health", None, 200),
            ("GET", "/health", otto, 200),
            ("GET", "/health", Some("nonsense"), 401),
            // Nobody's API.
            ("POST", "/orders/17", ada, 403),
            ("HEAD", "/orders/17", ada, 403),
            ("get", "/orders/17", ada, 403),
            ("GET", "/orders", ada, 403),
            ("GET", "/orders/17/", ada, 403),
            ("GET", "/", ada, 403),
        ] {
            let answer = edge.ask(method, target, token).await;
            assert_eq!(answer.status, status, "{method} {target}: {}", answer.text());
            assert_eq!(answer.header("www-authenticate").is_empty(), status != 401, "{method} {target}");
            assert_eq!(answer.header("cache-control"), "no-store");
            for name in IDENTITY {
                assert_eq!(answer.all(name).len(), usize::from(status == 200), "{method} {target}: {name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_policy_in_cedar_decides_about_requests_and_whoever_it_says_nothing_of_is_refused() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let text = r#"
            permit (principal is User, action == Action::"DELETE", resource == Api::"/orders/{id}") when {
                context.authentication.groups.contains("admins") && resource.properties.variables.id != "1" &&
                context.token.scopes.contains("openid") && context.request.path like "/orders/*"
            };
            permit (principal is Client, action == Action::"GET", resource) unless { context.request.query has admin };
            permit (principal is Anonymous, action == Action::"HEAD", resource);
            @id("level") forbid (principal, action, resource) when {
                context.request.headers has "x-level" && context.request.headers["x-level"] != ["low"]
            };
        "#;
        let policy = things::policy_in_cedar(&tenant, text).await;
        for method in ["GET", "DELETE", "HEAD"] {
            let _ = edge.api(method, "/orders/{id}", Some(&policy)).await;
        }
        let (ada, otto) = (token_of(&tenant, USER).await, token_of(&tenant, OTHER_USER).await);
        let machine = tenant.token_of("default", &[], &[]).await;
        let (ada, otto, machine) = (Some(ada.as_str()), Some(otto.as_str()), Some(machine.as_str()));
        for (method, target, token, status) in [
            ("DELETE", "/orders/17", ada, 200),
            ("DELETE", "/orders/1", ada, 403),
            ("DELETE", "/orders/17", otto, 403),
            ("DELETE", "/orders/17", machine, 403),
            ("DELETE", "/orders/17", None, 401),
            ("GET", "/orders/17", machine, 200),
            ("GET", "/orders/17?a=1&b", machine, 200),
            ("GET", "/orders/17?a=1&admin=1", machine, 403),
            ("GET", "/orders/17", ada, 403),
            ("GET", "/orders/17", None, 401),
            ("HEAD", "/orders/17", None, 200),
            ("HEAD", "/orders/17", ada, 403),
        ] {
            let answer = edge.ask(method, target, token).await;
            assert_eq!(answer.status, status, "{method} {target}: {}", answer.text());
        }
        let level = |value| edge.asking("GET", "/orders/17", machine).header(header("x-level"), value).send();
        let _ = level("low").await.expect(200);
        let refused = level("high").await.expect(403).json();
        let failure = json!([{"validator": "cedar", "message": "a forbid applies", "details": "level"}]);
        assert_eq!((&refused["details"]["failure"], &refused["details"]["recovery"]), (&failure, &json!([])));
        // A change counts at once.
        let path = format!("/api/admin/{{tid}}/policies/{policy}");
        let shut =
            json!({"policy_name": "Shut", "language": "cedar", "definition": "forbid (principal, action, resource);"});
        let _ = tenant.put(&path).json(shut).send().await.expect(201);
        let _ = edge.ask("HEAD", "/orders/17", None).await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_which_validator_failed_and_what_can_be_done() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let mut strong = holds("amr", "contains", &json!("mfa"));
        strong["recovery"] = json!([{"type": "MFA", "id": "totp"}]);
        let class = holds("acr", "contains_any", &json!(["urn:gold", "urn:platinum"]));
        let admins = holds("groups", "contains", &json!("nobody"));
        let by_header = json!({"name": "header", "conf": {"fields": [{"field": "acr", "comparator": "equals", "value": "urn:gold"}]}});
        for (path, validators) in [
            ("/strong", json!([strong])),
            ("/gold", json!([class, strong])),
            ("/both", json!([class, admins])),
            ("/header", json!([by_header])),
        ] {
            let policy = things::policy(&tenant, &validators).await;
            let _ = edge.api("GET", path, Some(&policy)).await;
        }
        let ada = token_of(&tenant, USER).await;
        let realm = "Bearer realm=\"authplane\"";
        // RFC 9470 §3: where another authentication would do.
        let wants_other = format!("{realm}, error=\"insufficient_user_authentication\"");
        let answer = edge.ask("GET", "/strong", Some(&ada)).await.expect(401);
        assert_eq!(answer.header("www-authenticate"), wants_other);
        let details = &answer.json()["details"];
        assert_eq!(details["result"], "NOT_AUTHORIZED");
        assert_eq!(details["failure"][0]["validator"], "identity-context");
        assert_eq!(details["failure"][0]["details"], "amr contains");
        assert_eq!(details["recovery"], json!([{"type": "MFA", "id": "totp"}]));
        let answer = edge.ask("GET", "/gold", Some(&ada)).await.expect(401);
        let named = format!("{wants_other}, acr_values=\"urn:gold urn:platinum\"");
        assert_eq!(answer.header("www-authenticate"), named);
        // Where it wouldn't.
        for path in ["/both", "/header"] {
            let answer = edge.ask("GET", path, Some(&ada)).await.expect(403);
            assert_eq!(answer.header("www-authenticate"), "", "{path}");
        }
        let anonymous = edge.ask("GET", "/gold", None).await.expect(401);
        assert_eq!(anonymous.header("www-authenticate"), realm, "who has no token is asked for one");
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_counts_no_longer_in_the_next_request() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let (_, consent) = consents::made(&tenant).await;
        let consent = consent["id"].as_str().unwrap();
        let validators = json!([{"name": "consent", "conf": {"consents": [consent]}}]);
        let asking = things::policy(&tenant, &validators).await;
        let free = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let (order, other) = (edge.api("GET", "/orders", Some(&asking)).await, edge.api("GET", "/other", None).await);
        let ada = token_of(&tenant, USER).await;
        let wish = |granted: bool| json!({"consents": [{"consent_id": consent, "granted": granted}]});
        for (granted, status) in [(true, 200), (false, 403), (true, 200)] {
            let _ = patch(&tenant, USER, wish(granted)).await.expect(201);
            let _ = edge.ask("GET", "/orders", Some(&ada)).await.expect(status);
        }
        // A change of a policy, of an API, of a service.
        let policy = format!("/api/admin/{{tid}}/policies/{free}");
        let _ = edge.api("GET", "/free", Some(&free)).await;
        let _ = edge.ask("GET", "/free", None).await.expect(200);
        let closed = json!({"policy_name": "Closed", "validators": [{"name": "false"}]});
        let _ = tenant.put(&policy).json(closed).send().await.expect(201);
        let _ = edge.ask("GET", "/free", None).await.expect(401);
        let _ = edge.ask("GET", "/other", Some(&ada)).await.expect(200);
        let _ = tenant.delete(&format!("{APIS}/{other}")).send().await.expect(204);
        let _ = edge.ask("GET", "/other", Some(&ada)).await.expect(403);
        let path = format!("{APIS}/{order}");
        let mut changed = tenant.get(&path).send().await.expect(200).json();
        changed["policy_id"] = json!("");
        let _ = tenant.put(&path).json(&changed).send().await.expect(200);
        let _ = patch(&tenant, USER, wish(false)).await.expect(201);
        let _ = edge.ask("GET", "/orders", Some(&ada)).await.expect(200);
        // A token.
        let client = tenant.add_client("default", &[]).await;
        let own = tenant.ask_for_token(&client, None, &[]).await.expect(200).json()["access_token"].clone();
        let own = own.as_str().unwrap();
        let _ = edge.ask("GET", "/orders", Some(own)).await.expect(200);
        let revoke = tenant.post("/{tid}/default/oauth2/revoke").basic(&client.id, &client.secret);
        let _ = revoke.form(&[("token", own)]).send().await.expect(200);
        let _ = edge.ask("GET", "/orders", Some(own)).await.expect(401);
        let service = format!("{SERVICES}/{}", edge.service);
        let machine = tenant.token_of("default", &[], &[]).await;
        let _ = edge.ask("GET", "/orders", Some(&machine)).await.expect(200);
        let _ = tenant.put(&service).json(json!({"name": "Orders", "gateway_id": ""})).send().await.expect(200);
        let _ = edge.ask("GET", "/orders", Some(&machine)).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn whose_request_it_is_is_told_whole_and_no_text_of_a_user_becomes_another_header() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let open = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let _ = edge.api("GET", "/a", Some(&open)).await;
        let told = |answer: &Answer| IDENTITY.map(|name| answer.header(name).to_owned());
        assert_eq!(told(&edge.ask("GET", "/a", None).await.expect(200)), ["", "", ""]);
        let machine = tenant.add_client("default", &[]).await;
        let token = tenant.ask_for_token(&machine, None, &[]).await.expect(200).json()["access_token"].clone();
        let answer = edge.ask("GET", "/a", token.as_str()).await.expect(200);
        assert_eq!(told(&answer), [machine.id.as_str(), &machine.id, ""]);
        let name = "Zoe, \"50 %\"; admin";
        tenant
            .set_methods("default", vec![authplane_tests::users::static_method("m", &[(name, PASSWORD, json!({}))])])
            .await;
        let token = token_of(&tenant, name).await;
        let [subject, _, scope] = told(&edge.ask("GET", "/a", Some(&token)).await.expect(200));
        assert_eq!((subject.as_str(), scope.as_str()), ("Zoe%2C %2250 %25%22%3B admin", "openid"));
    })
    .await;
}

#[tokio::test]
async fn a_token_that_was_aimed_at_another_resource_opens_nothing() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let _ = edge.api("GET", "/orders", None).await;
        let mine = tenant.get(&format!("/api/resources/{}", edge.service)).send().await.expect(200).json();
        let other = things::resource(&tenant).await;
        let other = tenant.get(&format!("/api/resources/{other}")).send().await.expect(200).json();
        let [mine, other] = [&mine, &other].map(|resource| resource["indicator"].as_str().unwrap());
        // What a client's tokens are for without `resource` may be a service, too.
        for (audience, status) in [(mine, 200), (other, 401), ("https://elsewhere.example", 200)] {
            let new = json!({
                "authorization_server_id": "default", "grant_types": ["client_credentials"], "audience": [audience]
            });
            let client = tenant.post("/api/admin/{tid}/clients").json(new).send().await.expect(201).json();
            let [id, secret] = ["client_id", "client_secret"].map(|member| client[member].as_str().unwrap());
            let form = [("grant_type", "client_credentials")];
            let token =
                tenant.post("/{tid}/default/oauth2/token").basic(id, secret).form(&form).send().await.expect(200);
            let token = token.json()["access_token"].as_str().unwrap().to_owned();
            let answer = edge.ask("GET", "/orders", Some(&token)).await;
            assert_eq!(answer.status, status, "{audience}: {}", answer.text());
        }
        for (resources, status) in [(vec![], 200), (vec![mine], 200), (vec![other], 401), (vec![other, mine], 200)] {
            let token = tenant.token_of("default", &[], &resources).await;
            let answer = edge.ask("GET", "/orders", Some(&token)).await;
            assert_eq!(answer.status, status, "{resources:?}: {}", answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn where_two_services_have_the_same_api_both_must_let_it_pass() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let other = service_behind(&tenant, &edge.gateway).await;
        let shut = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let _ = edge.api("GET", "/orders/{id}", None).await;
        let _ = edge.api("GET", "/own", None).await;
        let second = api_of(&tenant, &other, "GET", "/orders/{number}", Some(&shut)).await;
        let machine = tenant.token_of("default", &[], &[]).await;
        let _ = edge.ask("GET", "/orders/1", Some(&machine)).await.expect(403);
        let _ = edge.ask("GET", "/own", Some(&machine)).await.expect(200);
        // Who asks for one service is answered for that one.
        let asked = async |service: &str, path: &str| {
            let body = json!({"api_group": service, "method": "GET", "path": path, "headers": {"Authorization": format!("Bearer {machine}")}});
            pyron(&edge, body).send().await.status
        };
        assert_eq!(asked(&edge.service, "/orders/1").await, 200);
        assert_eq!(asked(&other, "/orders/1").await, 403);
        assert_eq!(asked(&other, "/own").await, 403);
        assert_eq!(asked("nobody", "/own").await, 403);
        let _ = tenant.delete(&format!("{APIS}/{second}")).send().await.expect(204);
        let _ = edge.ask("GET", "/orders/1", Some(&machine)).await.expect(200);
    })
    .await;
}

fn pyron(edge: &Edge<'_>, body: Value) -> Call {
    let client = &edge.gateway["client"];
    let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
    edge.tenant.post(AUTHORIZE).basic(id, secret).json(body)
}

/// Wherever it stands, none of it is hidden from a policy that forbids it.
#[tokio::test]
async fn pyron_tells_the_query_and_a_policy_in_a_language_looks_at_it() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let text = r#"permit (principal, action, resource);
            forbid (principal, action, resource) when {
                context.request.query has admin && context.request.query.admin.contains("yes & no")
            };"#;
        let policy = things::policy_in_cedar(&tenant, text).await;
        let _ = edge.api("GET", "/orders", Some(&policy)).await;
        let ada = token_of(&tenant, USER).await;
        let many: Value = (0..1001).map(|number| (number.to_string(), json!(["a"]))).collect();
        for (path, query_params, status) in [
            ("/orders", Value::Null, 200),
            ("/orders", json!({}), 200),
            ("/orders?x=1", json!({"admin": ["no"]}), 200),
            ("/orders", json!({"admin": ["no", "yes & no"]}), 403),
            ("/orders", json!({"admin": "yes & no"}), 403),
            ("/orders?x=1", json!({"admin": ["yes & no"]}), 403),
            ("/orders?admin=yes+%26%20no", json!({"admin": ["no"]}), 403),
            ("/orders", json!({"admin": [7]}), 422),
            ("/orders", json!(["admin"]), 422),
            ("/orders", many, 422),
        ] {
            let asked = json!({"method": "GET", "path": path, "query_params": query_params, "headers": {"authorization": format!("Bearer {ada}")}});
            let answer = pyron(&edge, asked).send().await;
            assert_eq!(answer.status, status, "{path} {query_params}: {}", answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn pyron_asks_with_the_headers_of_the_request_and_a_header_that_is_none_is_422() {
    with_users_on_both(async |tenant| {
        let edge = Edge::of(&tenant).await;
        let fields = json!([{"field": "X-Level", "comparator": "equals", "value": "high"}]);
        let policy = things::policy(&tenant, &json!([{"name": "header", "conf": {"fields": fields}}])).await;
        let _ = edge.api("POST", "/orders", Some(&policy)).await;
        let ada = token_of(&tenant, USER).await;
        let bearer = format!("bearer {ada}");
        let asked =
            |headers: Value| pyron(&edge, json!({"method": "POST", "path": "/orders?x=1", "headers": headers})).send();
        let let_through = asked(json!({"x-level": ["high"], "authorization": bearer})).await.expect(200);
        assert_eq!(let_through.json()["result"], "AUTHORIZED");
        assert_eq!(let_through.json()["subject"], USER);
        let _ = asked(json!({"x-level": "high"})).await.expect(200);
        let _ = asked(json!({"x-level": "high", "authorization": "Basic eDp5"})).await.expect(200);
        for (headers, status) in [
            (json!({"x-level": ["high", "low"], "authorization": bearer}), 403),
            (json!({"authorization": bearer}), 403),
            (Value::Null, 401),
            (json!({"authorization": [bearer, bearer], "x-level": "high"}), 403),
            (json!({"x level": "high"}), 422),
            (json!({"x-level": "high\r\nx-admin: 1"}), 422),
        ] {
            let answer = asked(headers.clone()).await;
            assert_eq!(answer.status, status, "{headers}: {}", answer.text());
        }
        // So many values of headers, and no more.
        let _ = asked(json!({"x-level": "high", "x-other": vec!["a"; 999]})).await.expect(200);
        let _ = asked(json!({"x-level": "high", "x-other": vec!["a"; 1000]})).await.expect(422);
        for body in [
            json!({"path": "/orders"}),
            json!({"method": "POST"}),
            json!({"method": "", "path": "/orders"}),
            json!({"method": "POST", "path": format!("/{}", "a".repeat(8192))}),
            json!({"method": "A".repeat(65), "path": "/orders"}),
            json!({"method": "POST", "path": "/orders", "api_group": "a".repeat(129)}),
        ] {
            let _ = pyron(&edge, body).send().await.expect(422);
        }
    })
    .await;
}

async fn good_edge(tenant: &Tenant) -> Edge<'_> {
    let edge = Edge::of(tenant).await;
    let open = things::policy(tenant, &json!([{"name": "true"}])).await;
    let _ = edge.api("GET", "/open", Some(&open)).await;
    let _ = edge.api("GET", "/closed", None).await;
    edge
}

/// A call about one that needs a token, and another gateway's that has no such API.
fn about_closed<'a>(tenant: &'a Tenant, path: &'static str, pyron_asks: bool) -> Making<'a> {
    Box::pin(async move {
        let edge = good_edge(tenant).await;
        if pyron_asks { pyron(&edge, json!({"method": "GET", "path": path})) } else { edge.asking("GET", path, None) }
    })
}

pub(in crate::it) const OPERATIONS: &[&[Row]] = &[
    v1::OPERATIONS,
    &[
        Row {
            id: "forward_auth",
            scopes: &["read_gateway_configuration"],
            good: |tenant| about_closed(tenant, "/open", false),
            provoke: &[
                (401, |tenant, _| about_closed(tenant, "/closed", false)),
                (403, |tenant, _| about_closed(tenant, "/nobody", false)),
            ],
        },
        Row {
            id: "authorize_request",
            scopes: &["read_gateway_configuration"],
            good: |tenant| about_closed(tenant, "/open", true),
            provoke: &[
                (401, |tenant, _| about_closed(tenant, "/closed", true)),
                (403, |tenant, _| about_closed(tenant, "/nobody", true)),
                (422, |_, good| Box::pin(std::future::ready(good.json(json!({"method": "GET"}))))),
            ],
        },
    ],
];
