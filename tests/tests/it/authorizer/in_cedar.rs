//! Policies in Cedar, beside a proxy: the same decisions as at the control plane's own door.

use authplane_domain::clients::client::SubjectType;
use authplane_tests::relying_party::application;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Settings, Tenant, TestServer, UserAgent};
use http::HeaderName;
use serde_json::json;

use super::{APIS, Beside, IDENTITY, header};
use crate::it::access::token_of;
use crate::it::openid::with_users_on_both;
use crate::it::things;

/// What asks about each part of what a policy is told.
fn policies(tenant: &Tenant, service: &str) -> Vec<(&'static str, String)> {
    let all = "permit (principal, action, resource)";
    let of_token = |condition: &str| format!("{all} when {{ context has token && {condition} }};");
    let when = |condition: &str| format!("{all} when {{ {condition} }};");
    vec![
        ("/all", format!("{all};")),
        ("/none", "forbid (principal, action, resource);".to_owned()),
        ("/users", "permit (principal is User, action, resource);".to_owned()),
        ("/clients", "permit (principal is Client, action, resource);".to_owned()),
        ("/anonymous", "permit (principal is Anonymous, action, resource);".to_owned()),
        ("/ada", format!("permit (principal == User::{USER:?}, action, resource);")),
        ("/not-ada", format!("{all}; @id(\"ada\") forbid (principal == User::{USER:?}, action, resource);")),
        ("/delete", "permit (principal, action == Action::\"DELETE\", resource);".to_owned()),
        ("/template/{id}", "permit (principal, action, resource == Api::\"/template/{id}\");".to_owned()),
        ("/variable/{id}", when("resource.properties.variables.id == \"17\"")),
        ("/service", when(&format!("resource.properties.service == {service:?} && action == Action::\"GET\""))),
        ("/api", when("resource.properties.api == \"the-api\"")),
        // It fails for whoever has none.
        ("/groups", when("context.authentication.groups.contains(\"admins\")")),
        ("/sub", when(&format!("context.authentication has sub && context.authentication.sub == {USER:?}"))),
        ("/amr", when("context.authentication has amr && context.authentication.amr.contains(\"pwd\")")),
        ("/no-amr", when("!(context.authentication has amr)")),
        ("/client-of-both", of_token("context.authentication.client_id == context.token.client_id")),
        ("/scopes", of_token("context.token.scopes.contains(\"openid\")")),
        ("/audience", of_token("context.token.audience.contains(context.token.client_id)")),
        ("/issuer", of_token(&format!("context.token.issuer like \"*/{}/default\"", tenant.id))),
        ("/no-token", when("!(context has token)")),
        (
            "/level",
            format!("{all}; forbid (principal, action, resource) when {{ context.request.headers has \"x-level\" }};"),
        ),
        ("/query", format!("{all}; forbid (principal, action, resource) when {{ context.request.query has admin }};")),
        ("/line", when("context.request.method == \"GET\" && context.request.path == \"/line\"")),
    ]
}

async fn guard(beside: &Beside<'_>, policies: &[(&'static str, String)]) {
    for (path, text) in policies {
        let policy = things::policy_in_cedar(beside.tenant, text).await;
        for method in ["GET", "DELETE"] {
            let mut api = json!({"service_id": beside.service, "method": method, "path": path, "policy_id": policy});
            if (*path, method) == ("/api", "GET") {
                api["id"] = json!("the-api");
            }
            let _ = beside.tenant.post(APIS).json(api).send().await.expect(201);
        }
    }
    beside.settled().await;
}

/// A user's, whom the application knows by another name than policies do.
async fn pairwise_token(tenant: &Tenant) -> String {
    let mut details = application(&["openid"]);
    details.metadata.subject_type = SubjectType::Pairwise;
    let application = RelyingParty::register(tenant, details).await;
    let mut agent = UserAgent::new(tenant.server.url());
    application.sign_in(&mut agent, &application.request(), (USER, PASSWORD)).await.access_token
}

#[tokio::test]
async fn a_policy_in_cedar_decides_as_at_the_control_plane() {
    with_users_on_both(async |tenant| {
        let beside = Beside::of(&tenant).await;
        let policies = policies(&tenant, &beside.service);
        guard(&beside, &policies).await;
        let tokens = [
            None,
            Some(token_of(&tenant, USER).await),
            Some(token_of(&tenant, OTHER_USER).await),
            Some(pairwise_token(&tenant).await),
            Some(tenant.token_of("default", &[], &[]).await),
        ];
        let level = HeaderName::from_static("x-level");
        let (mut passed, mut refused) = (0, 0);
        for (path, text) in &policies {
            let (path, other) = (path.replace("{id}", "17"), path.replace("{id}", "18"));
            let targets = [
                ("GET", path.clone(), false),
                ("DELETE", format!("{other}?admin=1&x=%20"), false),
                ("GET", path, true),
            ];
            let (mut may, mut may_not) = (0, 0);
            for ((method, target, has_level), token) in
                targets.iter().flat_map(|target| tokens.iter().map(move |token| (target, token)))
            {
                let token = token.as_deref();
                let of_level =
                    |call: authplane_tests::Call| if *has_level { call.header(level.clone(), "1") } else { call };
                let expected = of_level(beside.control_plane(method, target, token)).send().await;
                *(if expected.status == 200 { &mut may } else { &mut may_not }) += 1;
                for call in [beside.forward(method, target, token), beside.envoy(method, target, token)] {
                    let answer = of_level(call).send().await;
                    assert_eq!(answer.status, expected.status, "{method} {target}, {text}: {}", answer.text());
                    for name in IDENTITY {
                        assert_eq!(answer.all(name), expected.all(name), "{method} {target}: {name}");
                    }
                    if expected.status != 200 {
                        assert_eq!(answer.json()["details"], expected.json()["details"], "{method} {target}, {text}");
                    }
                }
            }
            assert!(may > 0 || text.starts_with("forbid"), "nobody passes {text}");
            assert!(may_not > 0 || !text.contains("when"), "everybody passes {text}");
            passed += may;
            refused += may_not;
        }
        assert!(passed > 100 && refused > 100, "{passed} and {refused}");
    })
    .await;
}

/// Of a user nobody knows what a policy would look at; of a client's own token all is known, and of nobody there is nothing to know.
#[tokio::test]
async fn while_the_control_plane_is_away_a_policy_in_cedar_lets_no_user_through() {
    let server = TestServer::start(Settings::default()).await;
    let tenant = Tenant::with_users(&server).await;
    let beside = Beside::of(&tenant).await;
    let policies = policies(&tenant, &beside.service);
    guard(&beside, &policies).await;
    let ada = token_of(&tenant, USER).await;
    let machine = tenant.token_of("default", &[], &[]).await;
    let ask = async |path: &str, token: Option<&str>| {
        beside.forward("GET", &path.replace("{id}", "17"), token).header(header("x-any"), "1").send().await
    };
    let mut there = Vec::new();
    for (path, _) in &policies {
        there.push((
            ask(path, Some(&ada)).await.status,
            ask(path, Some(&machine)).await.status,
            ask(path, None).await.status,
        ));
    }
    assert!(there.iter().filter(|(ada, ..)| *ada == 200).count() > 10);
    server.stop().await;
    for ((path, text), (_, machines, nobodys)) in policies.iter().zip(there) {
        let answer = ask(path, Some(&ada)).await.expect(403);
        let failure = &answer.json()["details"]["failure"][0];
        assert_eq!(failure["validator"], "cedar");
        assert_eq!(failure["message"], "what it looks at is not known while the control plane is away");
        assert_eq!(ask(path, Some(&machine)).await.status, machines, "{text}");
        assert_eq!(ask(path, None).await.status, nobodys, "{text}");
    }
}
