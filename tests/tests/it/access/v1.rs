//! `/{tid}/access/v1/…`: the OpenID AuthZEN Authorization API 1.0.

mod certification;
mod todo;

use authplane_tests::users::static_method;
use authplane_tests::{Answer, Call, Tenant, on_both};
use http::HeaderName;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::{Edge, api_of};
use crate::it::nets::{Making, Row, ready};
use crate::it::things::{self, gateway_of};

const EVALUATION: &str = "/{tid}/access/v1/evaluation";
const EVALUATIONS: &str = "/{tid}/access/v1/evaluations";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A gateway, as who enforces what is decided.
struct Enforcement<'a> {
    tenant: &'a Tenant,
    gateway: Value,
}

impl<'a> Enforcement<'a> {
    async fn of(tenant: &'a Tenant) -> Self {
        Self { tenant, gateway: gateway_of(tenant, "default", "standalone").await }
    }

    /// One at whose authorization server ada can sign in.
    async fn where_ada_signs_in(tenant: &'a Tenant) -> Self {
        tenant.set_methods("default", vec![static_method("m", &[("ada", "correct horse", json!({}))])]).await;
        Self::of(tenant).await
    }

    /// A service behind it with scopes, each with the policy of this id; its id.
    async fn service(&self, name: &str, scopes: &[&str], policy: Option<&str>) -> String {
        let new = json!({"name": name, "authorization_server_id": "default", "gateway_id": self.gateway["id"]});
        let service = self.tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json();
        let service = service["id"].as_str().unwrap().to_owned();
        for name in scopes {
            let new = json!({"name": name, "service_id": service, "user_policy_id": policy.unwrap_or_default()});
            let _ = self.tenant.post("/api/admin/{tid}/scopes").json(new).send().await.expect(201);
        }
        service
    }

    fn call(&self, path: &str) -> Call {
        let client = &self.gateway["client"];
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        self.tenant.post(path).basic(id, secret)
    }

    async fn evaluate(&self, asked: &Value) -> Answer {
        self.call(EVALUATION).json(asked).send().await
    }

    async fn evaluations(&self, asked: &Value) -> Answer {
        self.call(EVALUATIONS).json(asked).send().await
    }

    /// Whether it may be done, as a bare answer says.
    async fn may(&self, asked: &Value) -> bool {
        let answer = self.evaluate(asked).await.expect(200);
        let decision = answer.json()["decision"].as_bool().expect("a decision");
        assert_eq!(answer.json(), json!({"decision": decision}), "{asked}");
        decision
    }
}

fn asking(subject: (&str, &str), action: &str, resource: (&str, &str)) -> Value {
    json!({
        "subject": {"type": subject.0, "id": subject.1}, "action": {"name": action},
        "resource": {"type": resource.0, "id": resource.1}
    })
}

#[tokio::test]
async fn what_isn_t_known_and_what_has_no_policy_is_refused() {
    on_both(async |tenant| {
        let enforcement = Enforcement::where_ada_signs_in(&tenant).await;
        let open = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let shop = tenant.add_client("default", &[]).await.id;
        let service = enforcement.service("orders", &["read"], Some(&open)).await;
        let _ = enforcement.service("bare", &["read"], None).await;
        // Of another gateway, and of none.
        let other = Enforcement::of(&tenant).await;
        let _ = other.service("elsewhere", &["read"], Some(&open)).await;
        for (asked, expected) in [
            (asking(("user", "ada"), "read", ("orders", "1")), true),
            (asking(("identity", "ada"), "read", ("orders", "1")), true),
            (asking(("client", &shop), "read", ("orders", "1")), true),
            (asking(("user", "ada"), "read", (&service, "")), true),
            (asking(("user", ""), "read", ("orders", "1")), false),
            (asking(("robot", "ada"), "read", ("orders", "1")), false),
            (asking(("User", "ada"), "read", ("orders", "1")), false),
            (asking(("anonymous", "ada"), "read", ("orders", "1")), false),
            (asking(("", "ada"), "read", ("orders", "1")), false),
            (asking(("user", "ada"), "write", ("orders", "1")), false),
            (asking(("user", "ada"), "", ("orders", "1")), false),
            (asking(("user", "ada"), "read", ("Orders", "1")), false),
            (asking(("user", "ada"), "read", ("bare", "1")), false),
            (asking(("user", "ada"), "read", ("elsewhere", "1")), false),
            (asking(("user", "ada"), "read", ("", "1")), false),
        ] {
            assert_eq!(enforcement.may(&asked).await, expected, "{asked}");
        }
        // A change of the policy counts at once; so does one of what is behind the gateway.
        let asked = asking(("user", "ada"), "read", ("orders", "1"));
        let path = format!("/api/admin/{{tid}}/policies/{open}");
        let shut = json!({"policy_name": "Shut", "validators": [{"name": "false"}]});
        let _ = tenant.put(&path).json(shut).send().await.expect(201);
        assert!(!enforcement.may(&asked).await);
        let opened = json!({"policy_name": "Open", "validators": []});
        let _ = tenant.put(&path).json(opened).send().await.expect(201);
        assert!(enforcement.may(&asked).await);
        // Of two that are called so, both must let it be done.
        let again = enforcement.service("orders", &["read"], None).await;
        assert!(!enforcement.may(&asked).await);
        let moved = json!({"name": "orders", "gateway_id": ""});
        let _ = tenant.put(&format!("/api/admin/{{tid}}/services/{again}")).json(moved).send().await.expect(200);
        assert!(enforcement.may(&asked).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_stored_and_what_is_stated_stay_apart() {
    on_both(async |tenant| {
        let stored = json!({"role": "reader", "sub": "root", "acr": "urn:gold", "amr": ["mfa"], "auth_time": 1});
        tenant.set_methods("default", vec![static_method("m", &[("ada", "correct horse", stored)])]).await;
        let enforcement = Enforcement::of(&tenant).await;
        let holds = |field: &str, value: &str| json!([{"name": "identity-context", "conf": {"fields": [{"field": field, "comparator": "contains", "value": value}]}}]);
        let mut asked = asking(("user", "ada"), "read", ("x", "1"));
        asked["subject"]["properties"] = json!({"role": "admin"});
        asked["context"] = json!({"role": "admin"});
        for (service, validators, expected) in [
            ("stored", holds("role", "reader"), true),
            ("stated", holds("role", "admin"), false),
            ("sub", holds("sub", "ada"), true),
            ("acr", holds("acr", "urn:gold"), false),
            ("amr", holds("amr", "mfa"), false),
        ] {
            let policy = things::policy(&tenant, &validators).await;
            let _ = enforcement.service(service, &["read"], Some(&policy)).await;
            asked["resource"]["type"] = json!(service);
            assert_eq!(enforcement.may(&asked).await, expected, "{service}");
        }
        let text = r#"permit (principal == User::"ada", action, resource == Resource::"1") when {
            context.authentication.role == "reader" && principal.properties.role == "admin" && context.stated.role == "admin" &&
            resource.type == "both" && !(context has token) && !(context has request)
        };"#;
        let policy = things::policy_in_cedar(&tenant, text).await;
        let _ = enforcement.service("both", &["read"], Some(&policy)).await;
        asked["resource"]["type"] = json!("both");
        assert!(enforcement.may(&asked).await);
        // Of somebody else nothing is known.
        asked["subject"]["id"] = json!("otto");
        assert!(!enforcement.may(&asked).await);
        // A client is no user, though it be called like one.
        asked["resource"]["type"] = json!("stored");
        asked["subject"] = json!({"type": "client", "id": "ada"});
        assert!(!enforcement.may(&asked).await);
    })
    .await;
}

/// Nobody is let through because nothing is known of them: some policies ask for what must not be there.
#[tokio::test]
async fn who_isn_t_known_is_let_through_by_nothing() {
    on_both(async |tenant| {
        let absent = |field: &str| json!([{"name": "identity-context", "conf": {"fields": [{"field": field, "comparator": "exists", "value": false}]}}]);
        let enforcement = Enforcement::of(&tenant).await;
        let header = json!([{"name": "header", "conf": {"fields": [{"field": "X-Blocked", "comparator": "exists", "value": false}]}}]);
        for (service, validators) in [
            ("not-banned", absent("banned")),
            ("not-blocked", header),
            ("no-acr", absent("acr")),
            ("no-amr", absent("amr")),
            ("no-auth-time", absent("auth_time.of")),
            ("anybody", json!([])),
            ("by-sub", json!([{"name": "identity-context", "conf": {"fields": [{"field": "sub", "comparator": "exists", "value": true}]}}])),
        ] {
            let policy = things::policy(&tenant, &validators).await;
            let _ = enforcement.service(service, &["read"], Some(&policy)).await;
        }
        let text = "permit (principal is User, action, resource); permit (principal is Client, action, resource);";
        let cedar = things::policy_in_cedar(&tenant, text).await;
        let _ = enforcement.service("cedar", &["read"], Some(&cedar)).await;
        let allowed = async |kind: &str, id: &str| {
            let mut allowed = Vec::new();
            for service in ["not-banned", "not-blocked", "no-acr", "no-amr", "no-auth-time", "anybody", "by-sub", "cedar"] {
                if enforcement.may(&asking((kind, id), "read", (service, "1"))).await {
                    allowed.push(service);
                }
            }
            allowed
        };
        let users = [("ada", "correct horse", json!({})), ("otto", "correct horse", json!({"banned": true}))];
        let known = || static_method("m", &users);
        tenant.set_methods("default", vec![known()]).await;
        assert_eq!(allowed("user", "ada").await, ["not-banned", "anybody", "by-sub", "cedar"]);
        assert_eq!(allowed("user", "otto").await, ["anybody", "by-sub", "cedar"]);
        for nobody in ["Ada", "ada ", " ", "nobody"] {
            assert!(allowed("user", nobody).await.is_empty(), "{nobody}");
        }
        // Others may be known to the provider; those that were shut out here aren't.
        let provider = things::custom_method("pages", "https://login.example/");
        let mut shut = known();
        shut.method.disabled = true;
        tenant.set_methods("default", vec![shut, provider]).await;
        assert!(allowed("user", "otto").await.is_empty(), "what shuts them out can't let them in");
        assert_eq!(allowed("user", "federated").await, ["anybody", "by-sub", "cedar"]);
        // Clients are those of the gateway's server.
        let here = tenant.add_client("default", &[]).await.id;
        let elsewhere = tenant.add_client("admin", &[]).await.id;
        assert_eq!(allowed("client", &here).await, ["anybody", "by-sub", "cedar"]);
        for nobody in [elsewhere.as_str(), "nobody", "", "ada"] {
            assert!(allowed("client", nobody).await.is_empty(), "{nobody}");
        }
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/clients/{here}")).send().await.expect(204);
        assert!(allowed("client", &here).await.is_empty(), "a client that was removed");
    })
    .await;
}

/// Templates and scopes that two services behind a gateway have: each of their policies must let it be done, and one that is gone lets nothing be done.
#[tokio::test]
async fn all_policies_of_what_is_asked_about_must_let_it_be_done() {
    on_both(async |tenant| {
        let enforcement = Enforcement::where_ada_signs_in(&tenant).await;
        let open = things::policy(&tenant, &json!([])).await;
        let shut = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let first = enforcement.service("orders", &["read"], Some(&open)).await;
        let second = enforcement.service("invoices", &["read"], Some(&open)).await;
        let by_route = asking(("user", "ada"), "GET", ("route", "/a/{b}"));
        let _ = api_of(&tenant, &first, "GET", "/a/{b}", Some(&open)).await;
        assert!(enforcement.may(&by_route).await);
        let _ = api_of(&tenant, &second, "GET", "/a/{c}", Some(&shut)).await;
        assert!(!enforcement.may(&by_route).await, "the other service's");
        // Whichever of them comes first.
        let by_route = asking(("user", "ada"), "GET", ("route", "/x/{b}"));
        let _ = api_of(&tenant, &first, "GET", "/x/{b}", Some(&shut)).await;
        let _ = api_of(&tenant, &second, "GET", "/x/{c}", Some(&open)).await;
        assert!(!enforcement.may(&by_route).await, "the first service's");
        // A service that is called like another one's id.
        let by_id = asking(("user", "ada"), "read", (&first, "1"));
        assert!(enforcement.may(&by_id).await);
        let _ = enforcement.service(&first, &["read"], Some(&shut)).await;
        assert!(!enforcement.may(&by_id).await);
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_lets_nothing_be_done() {
    on_both(async |tenant| {
        let enforcement = Enforcement::where_ada_signs_in(&tenant).await;
        let policy = things::policy(&tenant, &json!([{"name": "true"}])).await;
        let service = enforcement.service("orders", &["read"], Some(&policy)).await;
        let _ = api_of(&tenant, &service, "GET", "/orders", Some(&policy)).await;
        let spoil =
            format!("UPDATE policies SET validators = '7' WHERE tenant_id = '{}' AND id = '{policy}'", tenant.id);
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        assert_eq!(connection.execute_unprepared(&spoil).await.unwrap().rows_affected(), 1);
        connection.close().await.unwrap();
        for mut asked in
            [asking(("user", "ada"), "GET", ("route", "/orders")), asking(("user", "ada"), "read", ("orders", "1"))]
        {
            asked["options"] = json!({"explain": true});
            let answer = enforcement.evaluate(&asked).await.expect(200).json();
            assert_eq!(answer["decision"], false, "{asked}");
            assert_eq!(answer["context"]["failure"][0]["message"], "the policy does not exist", "{asked}");
        }
    })
    .await;
}

/// The API gateway scenario of the working group.
#[tokio::test]
async fn a_route_is_decided_by_the_policy_of_its_api() {
    on_both(async |tenant| {
        let roles =
            [("rick", "admin"), ("morty", "editor"), ("summer", "editor"), ("beth", "viewer"), ("jerry", "viewer")];
        let users: Vec<(&str, &str, Value)> =
            roles.iter().map(|(user, role)| (*user, "correct horse", json!({"roles": [role]}))).collect();
        tenant.set_methods("default", vec![static_method("m", &users)]).await;
        let edge = Edge::of(&tenant).await;
        let enforcement = Enforcement { tenant: &tenant, gateway: edge.gateway.clone() };
        let text = r#"permit (principal is User, action, resource == Api::"/todos") when {
            context.authentication.roles.containsAny(["admin", "editor"])
        };
        permit (principal is User, action, resource == Api::"/todos/{todoId}") when {
            context.authentication.roles.containsAny(["admin", "editor"])
        };"#;
        let editors = things::policy_in_cedar(&tenant, text).await;
        for (method, path, policy) in [
            ("GET", "/users/{userId}", None),
            ("GET", "/todos", None),
            ("POST", "/todos", Some(editors.as_str())),
            ("PUT", "/todos/{todoId}", Some(&editors)),
            ("DELETE", "/todos/{todoId}", Some(&editors)),
        ] {
            let _ = api_of(&tenant, &edge.service, method, path, policy).await;
        }
        for (user, _) in roles {
            for (method, route, who) in [
                ("GET", "/users/{userId}", "all"),
                ("GET", "/todos", "all"),
                ("POST", "/todos", "editors"),
                ("PUT", "/todos/{todoId}", "editors"),
                ("DELETE", "/todos/{todoId}", "editors"),
                // A path, and other names of variables.
                ("PUT", "/todos/17", "editors"),
                ("PUT", "/todos/{id}", "editors"),
                // None of the gateway's.
                ("PATCH", "/todos/{todoId}", "nobody"),
                ("put", "/todos/{todoId}", "nobody"),
                ("PUT", "/todos/../todos", "nobody"),
                ("PUT", "/todos//17", "nobody"),
                ("PUT", "/todos/%2e%2e", "nobody"),
                ("PUT", "/todos/{todoId}/", "nobody"),
                ("PUT", "/{todos}/{todoId}", "nobody"),
                ("PUT", "todos/{todoId}", "nobody"),
                ("PUT", "", "nobody"),
            ] {
                let expected = who == "all" || (who == "editors" && !["beth", "jerry"].contains(&user));
                let mut asked = asking(("identity", user), method, ("route", route));
                // What gateways say besides changes nothing.
                asked["context"] = json!({});
                asked["resource"]["properties"] =
                    json!({"uri": "https://x.example/todos", "params": {"todoId": "17"}, "schema": "https"});
                assert_eq!(enforcement.may(&asked).await, expected, "{user} {method} {route}");
            }
        }
        assert!(!enforcement.may(&asking(("nobody", "rick"), "GET", ("route", "/todos"))).await);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_why_to_who_asks_for_it() {
    on_both(async |tenant| {
        let enforcement = Enforcement::where_ada_signs_in(&tenant).await;
        let validators = json!([{"name": "false", "recovery": [{"type": "MFA", "id": "totp"}]}]);
        let policy = things::policy(&tenant, &validators).await;
        let _ = enforcement.service("orders", &["read"], Some(&policy)).await;
        let mut asked = asking(("user", "ada"), "read", ("orders", "1"));
        assert!(!enforcement.may(&asked).await);
        asked["options"] = json!({"explain": true, "another": 1});
        let context = json!({
            "failure": [{"validator": "false", "message": "the requirement is not met", "details": ""}],
            "recovery": [{"type": "MFA", "id": "totp"}]
        });
        let refusal = json!({"decision": false, "context": context});
        assert_eq!(enforcement.evaluate(&asked).await.expect(200).json(), refusal);
        assert_eq!(enforcement.evaluations(&asked).await.expect(200).json(), refusal);
        asked["evaluations"] = json!([{}]);
        assert_eq!(enforcement.evaluations(&asked).await.expect(200).json(), json!({"evaluations": [refusal]}));
        asked["action"]["name"] = json!("fly");
        let answer = enforcement.evaluate(&asked).await.expect(200).json();
        assert_eq!(answer["context"]["failure"][0]["validator"], "action");
    })
    .await;
}

#[tokio::test]
async fn only_a_gateway_of_the_tenant_is_answered() {
    on_both(async |tenant| {
        let enforcement = Enforcement::of(&tenant).await;
        let open = things::policy(&tenant, &json!([])).await;
        let _ = enforcement.service("orders", &["read"], Some(&open)).await;
        let asked = asking(("user", "ada"), "read", ("orders", "1"));
        let anonymous =
            tenant.post(EVALUATION).anonymous().header(REQUEST_ID, "abc").json(&asked).send().await.expect(401);
        assert!(anonymous.header("www-authenticate").starts_with("Bearer"));
        assert_eq!(anonymous.all("x-request-id"), ["abc"]);
        let client = &enforcement.gateway["client"];
        let wrong = tenant.post(EVALUATION).basic(client["client_id"].as_str().unwrap(), "wrong").json(&asked);
        let _ = wrong.send().await.expect(401);
        // A user's token, an administrator's, another client's.
        let machine = tenant.token_of("default", &[], &[]).await;
        for token in [tenant.token.as_str(), &machine] {
            let status = tenant.post(EVALUATION).bearer(token).json(&asked).send().await.status;
            assert!([401, 403].contains(&status), "{status}");
        }
        let other = tenant.add_client("default", &[]).await;
        let _ = tenant.post(EVALUATION).basic(&other.id, &other.secret).json(&asked).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn what_is_too_much_is_refused_and_what_is_much_is_decided() {
    on_both(async |tenant| {
        let enforcement = Enforcement::where_ada_signs_in(&tenant).await;
        let text = "permit (principal, action, resource) when { resource.properties has n };";
        let policy = things::policy_in_cedar(&tenant, text).await;
        let _ = enforcement.service("orders", &["read"], Some(&policy)).await;
        let item = |n: usize| json!({"resource": {"type": "orders", "id": n.to_string(), "properties": {"n": n}}});
        let batch = |items: Vec<Value>| json!({"subject": {"type": "user", "id": "ada"}, "action": {"name": "read"}, "evaluations": items});
        let answer = enforcement.evaluations(&batch((0..1000).map(item).collect())).await.expect(200).json();
        assert_eq!(answer["evaluations"], json!(vec![json!({"decision": true}); 1000]));
        let _ = enforcement.evaluations(&batch((0..1001).map(item).collect())).await.expect(400);
        // What they have in common counts for each.
        let mut heavy = batch((0..1000).map(item).collect());
        heavy["context"] = json!({"note": "x".repeat(5000)});
        let answer = enforcement.evaluations(&heavy).await.expect(400);
        assert_eq!(answer.json()["details"]["field"], "evaluations");
        heavy["context"] = json!({"note": "x".repeat(500)});
        let _ = enforcement.evaluations(&heavy).await.expect(200);
        // Much, and more than a policy is told.
        let mut asked = asking(("user", "ada"), "read", ("orders", "1"));
        asked["resource"]["properties"] = json!({"n": 1, "note": "x".repeat(100_000)});
        assert!(enforcement.may(&asked).await);
        asked["resource"]["properties"] = json!({"note": "x".repeat(100_000)});
        assert!(!enforcement.may(&asked).await);
        asked["resource"]["properties"] = json!({"n": 1, "note": "x".repeat(200_000)});
        assert!(!enforcement.may(&asked).await);
        let deep = format!(r#"{{"context": {}1{}}}"#, r#"{"a":"#.repeat(1000), "}".repeat(1000));
        let _ = enforcement.call(EVALUATION).body("application/json", deep).send().await.expect(400);
        let twice = r#"{"subject": {"type": "user", "id": "a"}, "subject": {"type": "user", "id": "b"}}"#;
        let _ = enforcement.call(EVALUATION).body("application/json", twice).send().await.expect(400);
    })
    .await;
}

#[tokio::test]
async fn several_request_ids_are_none() {
    on_both(async |tenant| {
        let enforcement = Enforcement::of(&tenant).await;
        let asked = asking(("user", "ada"), "read", ("orders", "1"));
        let call = enforcement.call(EVALUATION).json(&asked);
        let answer = call.header(REQUEST_ID, "a").also(REQUEST_ID, "b").send().await.expect(200);
        let ids = answer.all("x-request-id");
        assert_eq!(ids.len(), 1);
        assert!(!["a", "b"].contains(&ids[0]));
    })
    .await;
}

/// A gateway with a service whose scope everybody has, and the call that asks for it.
fn good<'a>(tenant: &'a Tenant, path: &'static str) -> Making<'a> {
    Box::pin(async move {
        let enforcement = Enforcement::where_ada_signs_in(tenant).await;
        let open = things::policy(tenant, &json!([])).await;
        let _ = enforcement.service("orders", &["read"], Some(&open)).await;
        enforcement.call(path).json(asking(("user", "ada"), "read", ("orders", "1")))
    })
}

const GATEWAY: &[&str] = &["read_gateway_configuration"];

/// The same of a client that may read what gateways do, and is none's.
fn no_gateway(tenant: &Tenant, good: Call) -> Making<'_> {
    Box::pin(async move { good.bearer(&tenant.token_of("system", &["read_gateway_configuration"], &[]).await) })
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "evaluate_access",
        scopes: GATEWAY,
        good: |tenant| good(tenant, EVALUATION),
        provoke: &[(403, no_gateway)],
    },
    Row {
        id: "evaluate_accesses",
        scopes: GATEWAY,
        good: |tenant| good(tenant, EVALUATIONS),
        provoke: &[(403, no_gateway)],
    },
    Row {
        id: "get_authzen_configuration",
        scopes: &[],
        good: |tenant| ready(tenant.get("/.well-known/authzen-configuration/{tid}").anonymous()),
        provoke: &[(404, |_, good| ready(good.at("/.well-known/authzen-configuration/nobody")))],
    },
];
