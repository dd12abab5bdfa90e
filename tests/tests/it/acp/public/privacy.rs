//! `/{tid}/{aid}/privacy/…`: what users gave of consents, as they see to it themselves; and the policies that ask for it.

use std::sync::Arc;

use authplane_domain::catalogue::service;
use authplane_domain::clients::client::SubjectType;
use authplane_domain::environment::{Clock as _, ManualClock, SystemClock};
use authplane_tests::relying_party::{AuthorizationResponse, application, claims_of};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{Answer, Call, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::it::acp::admin::{actions, consents};
use crate::it::acp::system::consents::patch;
use crate::it::nets::{Row, ready};
use crate::it::oauth::api;
use crate::it::openid::with_users_on_both;
use crate::it::things;

const SCOPES: [&str; 3] = ["openid", "view_consents", "manage_consents"];
const PRIVACY: &str = "/{tid}/default/privacy";

async fn token(tenant: &Tenant, user: &str) -> String {
    let mut details = application(&SCOPES);
    details.trusted = true;
    let portal = RelyingParty::register(tenant, details).await;
    let request = portal.request().with("scope", &SCOPES.join(" "));
    portal.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (user, PASSWORD)).await.access_token
}

async fn say(tenant: &Tenant, token: &str, verb: &str, body: Value) -> Answer {
    tenant.post(&format!("{PRIVACY}/consents/{verb}")).bearer(token).json(body).send().await
}

async fn seen(tenant: &Tenant, token: &str) -> Value {
    let answer = tenant.get(&format!("{PRIVACY}/consents")).bearer(token).send().await.expect(200);
    assert_eq!((answer.header("cache-control"), answer.header("access-control-allow-origin")), ("no-store", "*"));
    answer.json()["consents"][0].clone()
}

#[tokio::test]
async fn a_user_gives_a_consent_sees_it_and_takes_it_back_and_nobody_elses() {
    with_users_on_both(async |tenant| {
        let (_, consent) = consents::made(&tenant).await;
        let id = &consent["id"];
        let (ada, otto) = (token(&tenant, USER).await, token(&tenant, OTHER_USER).await);
        let given = say(&tenant, &ada, "grant", json!({"consent_id": id, "language": "en"})).await.expect(201).json();
        assert_eq!((&given["consent_id"], &given["version"], &given["grant_type"]), (id, &json!(1), &json!("explicit")));
        assert_eq!((&given["subject"], &given["tenant_id"]), (&json!(USER), &json!(tenant.id)));
        let again = say(&tenant, &ada, "grant", json!({"consent_id": id})).await.expect(201).json();
        assert_eq!(again, given, "what is given already is no error, and nothing new");
        assert_eq!(seen(&tenant, &ada).await["granted"], true);
        assert_eq!(seen(&tenant, &otto).await["granted"], false);
        // The same one whom services know by `x-subject`.
        let _ = patch(&tenant, OTHER_USER, json!({"consents": [{"consent_id": id, "granted": true}]})).await.expect(201);
        assert_eq!(seen(&tenant, &otto).await["granted"], true);
        let taken = say(&tenant, &ada, "revoke", json!({"consent_id": id})).await.expect(200).json();
        assert_eq!((&taken["consent_id"], &taken["subject"]), (id, &json!(USER)));
        assert_eq!(seen(&tenant, &ada).await["granted"], false);
        assert_eq!(seen(&tenant, &otto).await["granted"], true);
        let _ = say(&tenant, &ada, "revoke", json!({"consent_id": id})).await.expect(404);
        let _ = say(&tenant, &ada, "grant", json!({"consent_id": "nothing"})).await.expect(422);
        let _ = say(&tenant, &ada, "grant", json!({})).await.expect(422);
        let body = json!({"consents": [{"consent_id": id, "granted": true, "grant_type": "implicit"}], "language": null, "context": null});
        let patched = tenant.patch(&format!("{PRIVACY}/consents")).bearer(&ada).json(body).send().await.expect(201).json();
        assert_eq!(patched["consents"], json!([{"consent_id": id, "granted": true, "grant_type": "implicit"}]));
        let events = tenant.get(&format!("{PRIVACY}/events")).bearer(&ada).send().await.expect(200).json();
        let kinds: Vec<&Value> = events["events"].as_array().unwrap().iter().map(|event| &event["payload"]["event_type"]).collect();
        assert_eq!(kinds, ["consent_granted", "consent_revoked", "consent_granted"], "one's own");
    })
    .await;
}

/// A scope of somebody's own that is called as a built-in one opens what is somebody's own, and a token for that nothing else.
#[tokio::test]
async fn a_token_that_is_for_another_resource_opens_nothing_whatever_its_scopes_are_called() {
    const ORDERS: &str = "https://orders.example";
    const OPENED: [(&str, Method, &str, u16); 5] = [
        ("view_consents", Method::GET, "/{tid}/default/privacy/consents", 200),
        ("view_consents", Method::GET, "/{tid}/default/privacy/events", 200),
        ("manage_consents", Method::PATCH, "/{tid}/default/privacy/consents", 201),
        ("list_clients_with_access", Method::GET, "/{tid}/default/clients", 200),
        ("revoke_client_access", Method::DELETE, "/{tid}/default/clients/nobody", 204),
    ];
    let names = ["view_consents", "manage_consents", "list_clients_with_access", "revoke_client_access"];
    with_users_on_both(async |tenant| {
        let theirs = names.map(|name| format!("orders-{name}"));
        let orders = api(&tenant, ORDERS, None, &theirs.each_ref().map(String::as_str)).await;
        let mut scopes = vec!["openid"];
        scopes.extend(names);
        scopes.extend(theirs.iter().map(String::as_str));
        let mut details = application(&scopes);
        details.trusted = true;
        let portal = RelyingParty::register(&tenant, details).await;
        // The client has both from then on.
        let listed = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        for (name, theirs) in names.iter().zip(&theirs) {
            let scope = listed["scopes"].as_array().unwrap().iter().find(|scope| scope["name"] == **theirs).unwrap();
            let path = format!("/api/admin/{{tid}}/scopes/{}", scope["id"].as_str().unwrap());
            let _ = tenant.put(&path).json(json!({"name": name, "service_id": orders})).send().await.expect(200);
        }
        let all = format!("openid {}", names.join(" "));
        let token = async |resources: &[&str]| {
            let mut request = portal.request().with("scope", &all);
            for resource in resources {
                request = request.and("resource", resource);
            }
            let agent = &mut UserAgent::new(tenant.server.url());
            portal.sign_in(agent, &request, (USER, PASSWORD)).await.access_token
        };
        let opens = async |token: &str| {
            let mut opened = Vec::new();
            for (_, method, path, status) in OPENED {
                let call = tenant.call(method.clone(), path).bearer(token);
                let call = if method == Method::PATCH { call.json(json!({})) } else { call };
                let answer = call.send().await;
                assert!(answer.status == status || answer.status == 403, "{method} {path}: {}", answer.text());
                opened.push(answer.status == status);
            }
            opened
        };
        let (unaimed, aimed) = (token(&[]).await, token(&[ORDERS]).await);
        assert_eq!(claims_of(&aimed)["aud"], json!(ORDERS));
        assert_eq!(opens(&unaimed).await, [true; 5], "for nothing in particular");
        assert_eq!(opens(&aimed).await, [false; 5], "for what is called so at another resource");
        let path = format!("/api/resources/{orders}");
        let id = tenant.id.clone();
        let find = async move |store: authplane_domain::Store| {
            service::find(&store, &id, &service::privacy_id("default")).await.unwrap().unwrap().indicator.clone()
        };
        let of_privacy = tenant.server.with_store(move |store| async move { find(store).await }).await;
        let own = portal.request().with("scope", "view_consents").with("resource", &of_privacy);
        let own = portal.sign_in(&mut UserAgent::new(tenant.server.url()), &own, (USER, PASSWORD)).await.access_token;
        assert_eq!(opens(&own).await, [true, true, false, false, false], "for the service itself");
        // Where it is the tenant's default resource, a token that names none is for it.
        let default = |is_default: bool| json!({"isDefault": is_default});
        let _ = tenant.patch(&format!("{path}/is-default")).json(default(true)).send().await.expect(200);
        let by_default = token(&[]).await;
        assert_eq!(claims_of(&by_default)["aud"], json!(ORDERS));
        assert_eq!(opens(&by_default).await, [false; 5], "by default");
        let _ = tenant.patch(&format!("{path}/is-default")).json(default(false)).send().await.expect(200);
        let _ = tenant.delete(&path).send().await.expect(204);
        assert_eq!(opens(&aimed).await, [false; 5], "for what is no more");
    })
    .await;
}

/// Who is to know users by names that only they have for them doesn't hear what others call them.
#[tokio::test]
async fn a_client_with_pairwise_subjects_hears_no_other_name_of_its_user() {
    with_users_on_both(async |tenant| {
        let (_, consent) = consents::made(&tenant).await;
        let (_, action) = actions::made(&tenant).await;
        let id = &consent["id"];
        let mut details = application(&SCOPES);
        details.trusted = true;
        details.metadata.subject_type = SubjectType::Pairwise;
        let app = RelyingParty::register(&tenant, details).await;
        let request = app.request().with("scope", &SCOPES.join(" "));
        let token =
            app.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await.access_token;
        let sub = claims_of(&token)["sub"].clone();
        assert_ne!(sub, USER);
        let wish = json!({"consents": [{"consent_id": id, "granted": true}]});
        let get = |path: &str| tenant.get(&format!("{PRIVACY}{path}"));
        let of_action = format!("/consents/{}", action["id"].as_str().unwrap());
        for (call, status, pointer) in [
            (tenant.post(&format!("{PRIVACY}/consents/grant")).json(json!({"consent_id": id})), 201, "/subject"),
            (get("/consents"), 200, "/consents/0/subject"),
            (get(&of_action), 200, "/consents/0/subject"),
            (tenant.post(&format!("{PRIVACY}/consents/revoke")).json(json!({"consent_id": id})), 200, "/subject"),
            (tenant.patch(&format!("{PRIVACY}/consents")).json(wish), 201, ""),
            (get("/events"), 200, "/events/0/subject"),
        ] {
            let path = call.path().to_owned();
            let answer = call.bearer(&token).send().await.expect(status);
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(!answer.text().contains(&format!("\"{USER}\"")), "{path}: {}", answer.text());
            if !pointer.is_empty() {
                assert_eq!(answer.json().pointer(pointer), Some(&sub), "{path}");
            }
        }
        // Administrators hear whose it is, beside what is signed.
        let seen = tenant.get("/api/admin/{tid}/events").send().await.expect(200).json();
        assert_eq!(seen["events"][0]["subject"], USER);
        assert_eq!(seen["events"].as_array().unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_withdrawn_stays() {
    with_users_on_both(async |tenant| {
        let mut fixed = consents::whole("terms");
        fixed["can_be_withdrawn"] = json!(false);
        let _ = tenant.post("/api/admin/{tid}/consents").json(&fixed).send().await.expect(201);
        let ada = token(&tenant, USER).await;
        let _ = say(&tenant, &ada, "grant", json!({"consent_id": "terms"})).await.expect(201);
        let refused = say(&tenant, &ada, "revoke", json!({"consent_id": "terms"})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "consent_id", "{refused}");
        assert_eq!(seen(&tenant, &ada).await["granted"], true);
    })
    .await;
}

#[tokio::test]
async fn only_a_users_token_with_the_built_in_scope_of_the_server_opens_it() {
    with_users_on_both(async |tenant| {
        let ada = token(&tenant, USER).await;
        let mut details = application(&["openid"]);
        details.trusted = true;
        let other = RelyingParty::register(&tenant, details).await;
        let plain = other.sign_in(&mut UserAgent::new(tenant.server.url()), &other.request(), (USER, PASSWORD)).await;
        let machine = tenant.token_of("default", &["view_consents", "manage_consents"], &[]).await;
        for (method, path) in [
            (Method::GET, "/consents"),
            (Method::GET, "/consents/order"),
            (Method::GET, "/events"),
            (Method::POST, "/consents/grant"),
            (Method::POST, "/consents/revoke"),
            (Method::PATCH, "/consents"),
        ] {
            let call = |method: &Method| tenant.call(method.clone(), &format!("{PRIVACY}{path}"));
            for (bearer, status) in
                [(plain.access_token.as_str(), 403), (&machine, 401), (&tenant.token, 401), ("x", 401)]
            {
                let _ = call(&method).bearer(bearer).json(json!({})).send().await.expect(status);
            }
            let nowhere = tenant.call(method, &format!("/{{tid}}/nobody/privacy{path}"));
            let _ = nowhere.bearer(&ada).json(json!({})).send().await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_policy_with_a_consent_validator_decides_by_what_is_so_at_that_moment() {
    with_users_on_both(async |tenant| {
        let (path, consent) = consents::made(&tenant).await;
        let id = &consent["id"];
        let (_, action) = actions::made(&tenant).await;
        let of_action = &action["consents"][0]["id"];
        let validators = json!([{"name": "consent", "conf": {"consents": [id], "action": action["id"]}}]);
        let policy = things::policy(&tenant, &validators).await;
        let server = tenant.get("/api/admin/{tid}/servers/default").send().await.expect(200).json();
        let mut guarded = server.clone();
        guarded["user_policy_id"] = json!(policy);
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let request = application.request().with("scope", "openid offline_access");
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = application.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        let _ = tenant.put("/api/admin/{tid}/servers/default").json(&guarded).send().await.expect(200);
        // Without a page on which they could be given.
        let silent = application.request().with("scope", "openid offline_access").with("prompt", "none");
        let authorized = async |agent: &mut UserAgent| {
            let left = agent.get(&silent.url()).await.left();
            AuthorizationResponse::from(&left).get("code").is_some()
        };
        let wish = |id: &Value, granted: bool| json!({"consents": [{"consent_id": id, "granted": granted}]});
        assert!(!authorized(&mut agent).await, "nothing is given");
        let _ = patch(&tenant, USER, wish(id, true)).await.expect(201);
        assert!(!authorized(&mut agent).await, "what the action requires isn't");
        let _ = patch(&tenant, USER, wish(of_action, true)).await.expect(201);
        assert!(authorized(&mut agent).await);
        let refreshed = application.refresh(tokens.refresh_token()).await.expect(200).json();
        let refresh_token = refreshed["refresh_token"].as_str().unwrap_or(tokens.refresh_token()).to_owned();
        // A new version, that all have to give again, ends it at once.
        let _ = tenant
            .put(&path)
            .json({
                let mut next = consent.clone();
                next["update_existing_grants"] = json!("explicitAll");
                next
            })
            .send()
            .await
            .expect(201);
        assert!(!authorized(&mut agent).await);
        assert_eq!(application.refresh(&refresh_token).await.expect(400).json()["error"], "invalid_grant");
        let _ = patch(&tenant, USER, wish(id, true)).await.expect(201);
        assert!(authorized(&mut agent).await);
        let _ = patch(&tenant, USER, wish(id, false)).await.expect(201);
        assert!(!authorized(&mut agent).await, "taken back");
        let _ = patch(&tenant, USER, wish(id, true)).await.expect(201);
        assert!(authorized(&mut agent).await);
        // Without a consent that it required, nobody has given all of the action.
        let path = format!("/api/admin/{{tid}}/consents/{}", of_action.as_str().unwrap());
        let _ = tenant.delete(&path).send().await.expect(204);
        assert!(!authorized(&mut agent).await, "what it asks for was removed");
    })
    .await;
}

/// However it is said: what stands in the ledger stands there for good.
#[tokio::test]
async fn a_user_gives_and_takes_back_so_often_and_no_more_until_the_time_is_over() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock).with("consent_acts", "3");
        let server = TestServer::start(settings.with("consent_acts_seconds", "60")).await;
        let tenant = Tenant::with_users(&server).await;
        let (_, consent) = consents::made(&tenant).await;
        let id = &consent["id"];
        let (ada, otto) = (token(&tenant, USER).await, token(&tenant, OTHER_USER).await);
        let several = async |token: &str| {
            let body = json!({"consents": [{"consent_id": id, "granted": true}]});
            tenant.patch(&format!("{PRIVACY}/consents")).bearer(token).json(body).send().await
        };
        // At the account page too, and one way counts for the others.
        let mut agent = UserAgent::new(server.url());
        let page = format!("{}/account/consents", server.issuer(&tenant.id, "default"));
        let at_page = async |agent: &mut UserAgent| {
            let outcome = agent.get(&page).await;
            let shown = agent.walk(outcome, USER, PASSWORD, |page| page.url.path().contains("/account/")).await.page();
            agent.submit(shown.expect(200).form_with("granted").unwrap(), &[]).await.page()
        };
        let _ = say(&tenant, &ada, "grant", json!({"consent_id": id})).await.expect(201);
        let _ = at_page(&mut agent).await.expect(200);
        assert_eq!(seen(&tenant, &ada).await["granted"], false);
        let _ = several(&ada).await.expect(201);
        for refused in [
            say(&tenant, &ada, "grant", json!({"consent_id": id})).await,
            say(&tenant, &ada, "revoke", json!({"consent_id": id})).await,
            several(&ada).await,
        ] {
            let refused = refused.expect(429);
            assert_eq!((refused.header("retry-after"), &refused.json()["status_code"]), ("60", &json!(429)));
        }
        let _ = at_page(&mut agent).await.expect(429);
        assert_eq!(seen(&tenant, &ada).await["granted"], true, "nothing was done");
        // Others go on, and so does a service that says so for them.
        let _ = several(&otto).await.expect(201);
        let _ = patch(&tenant, USER, json!({"consents": [{"consent_id": id, "granted": false}]})).await.expect(201);
        clock.advance(TimeDelta::seconds(60));
        let _ = several(&ada).await.expect(201);
    }
}

async fn of_user(tenant: &Tenant, method: Method, path: &str, scopes: &[&str], body: Value) -> Call {
    let user = things::user(tenant, scopes).await;
    let call =
        tenant.call(method.clone(), &format!("/{{tid}}/{}/privacy{path}", user.server)).bearer(&user.access_token);
    if method == Method::GET { call } else { call.json(body) }
}

/// A user of a server of their own who gives a consent of their own.
async fn granting(tenant: &Tenant, scopes: &[&str]) -> Call {
    let (_, consent) = consents::made(tenant).await;
    of_user(tenant, Method::POST, "/consents/grant", scopes, json!({"consent_id": consent["id"]})).await
}

/// The same call after the user has given it, and taken it back.
async fn by_what_was_said_before(good: Call) -> Call {
    let _ = good.clone().send().await.expect(201);
    let body = good.json_body();
    let path = good.path().to_owned();
    let revoke = path.replace("/grant", "/revoke");
    let _ = good.clone().at(&revoke).send().await.expect(200);
    let mut stale = body;
    stale["collection_timestamp"] = json!(1_500_000_000_000_000_000_i64);
    good.json(stale)
}

async fn revoking(tenant: &Tenant, scopes: &[&str]) -> Call {
    let good = granting(tenant, &["openid", "manage_consents"]).await;
    if scopes.contains(&"manage_consents") {
        let _ = good.clone().send().await.expect(201);
        let path = good.path().replace("/grant", "/revoke");
        return good.at(&path);
    }
    of_user(tenant, Method::POST, "/consents/revoke", scopes, json!({"consent_id": "x"})).await
}

async fn patching(tenant: &Tenant, scopes: &[&str]) -> Call {
    let (_, consent) = consents::made(tenant).await;
    let body = json!({"consents": [{"consent_id": consent["id"], "granted": true}]});
    of_user(tenant, Method::PATCH, "/consents", scopes, body).await
}

async fn patching_what_was_said_before(good: Call) -> Call {
    let _ = good.clone().send().await.expect(201);
    let mut body = good.json_body();
    body["consents"][0]["granted"] = json!(false);
    let _ = good.clone().json(&body).send().await.expect(201);
    body["consents"][0]["granted"] = json!(true);
    body["collection_timestamp"] = json!(1_500_000_000_000_000_000_i64);
    good.json(body)
}

async fn of_action(tenant: &Tenant, scopes: &[&str]) -> Call {
    let (_, action) = actions::made(tenant).await;
    let path = format!("/consents/{}", action["id"].as_str().unwrap());
    of_user(tenant, Method::GET, &path, scopes, json!({})).await
}

/// The call of a user who has done that as often as is allowed.
async fn too_often(good: Call) -> Call {
    for _ in 0..60 {
        let _ = good.clone().send().await;
    }
    good
}

const VIEW: &[&str] = &["openid", "view_consents"];
const MANAGE: &[&str] = &["openid", "manage_consents"];
const NEITHER: &[&str] = &["openid"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_user_consents",
        scopes: &["view_consents"],
        good: |tenant| Box::pin(of_user(tenant, Method::GET, "/consents", VIEW, json!({}))),
        provoke: &[(403, |tenant, _| Box::pin(of_user(tenant, Method::GET, "/consents", NEITHER, json!({}))))],
    },
    Row {
        id: "list_user_consents_by_action",
        scopes: &["view_consents"],
        good: |tenant| Box::pin(of_action(tenant, VIEW)),
        provoke: &[(403, |tenant, _| Box::pin(of_action(tenant, NEITHER)))],
    },
    Row {
        id: "list_privacy_ledger_events",
        scopes: &["view_consents"],
        good: |tenant| Box::pin(of_user(tenant, Method::GET, "/events", VIEW, json!({}))),
        provoke: &[(403, |tenant, _| Box::pin(of_user(tenant, Method::GET, "/events", NEITHER, json!({}))))],
    },
    Row {
        id: "grant_consent",
        scopes: &["manage_consents"],
        good: |tenant| Box::pin(granting(tenant, MANAGE)),
        provoke: &[
            (403, |tenant, _| Box::pin(granting(tenant, NEITHER))),
            (409, |_, good| Box::pin(by_what_was_said_before(good))),
            (429, |_, good| Box::pin(too_often(good))),
        ],
    },
    Row {
        id: "revoke_consent",
        scopes: &["manage_consents"],
        good: |tenant| Box::pin(revoking(tenant, MANAGE)),
        provoke: &[(403, |tenant, _| Box::pin(revoking(tenant, NEITHER))), (429, |_, good| Box::pin(too_often(good)))],
    },
    Row {
        id: "patch_consent_grants",
        scopes: &["manage_consents"],
        good: |tenant| Box::pin(patching(tenant, MANAGE)),
        provoke: &[
            (403, |tenant, _| Box::pin(patching(tenant, NEITHER))),
            (409, |_, good| Box::pin(patching_what_was_said_before(good))),
            (429, |_, good| Box::pin(too_often(good))),
            (422, |_, good| ready(good.json(json!({"consents": [{"consent_id": "nobody", "granted": true}]})))),
        ],
    },
];
