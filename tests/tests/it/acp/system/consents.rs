//! `/api/system/{tid}/consents`: what users gave, as services ask and say it.

use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Call, Tenant, on_both};
use http::{HeaderName, Method};
use serde_json::{Value, json};

use crate::it::acp::admin::{actions, consents, field_of};
use crate::it::nets::{Row, ready};

const CONSENTS: &str = "/api/system/{tid}/consents";

async fn call(tenant: &Tenant, method: Method, path: &str, subject: &str) -> Call {
    let token = tenant.token_of("system", &["view_consents", "manage_consents"], &[]).await;
    tenant.call(method, path).bearer(&token).header(HeaderName::from_static("x-subject"), subject)
}

/// What somebody gives and takes back.
pub(in crate::it) async fn patch(tenant: &Tenant, subject: &str, body: Value) -> Answer {
    call(tenant, Method::PATCH, CONSENTS, subject).await.json(body).send().await
}

/// What somebody gave, in the order of the list: id, whether it is given, its version and how.
async fn given(tenant: &Tenant, path: &str, subject: &str) -> Vec<Value> {
    let listed = call(tenant, Method::GET, path, subject).await.send().await.expect(200).json();
    let of = |one: &Value| json!([one["id"], one["granted"], one["grant_version"], one["grant_type"]]);
    listed["consents"].as_array().unwrap().iter().map(of).collect()
}

fn wish(id: &str, granted: bool) -> Value {
    json!({"consents": [{"consent_id": id, "granted": granted}]})
}

async fn consent(tenant: &Tenant, id: &str, strategy: &str) -> String {
    let mut new = consents::whole(id);
    new["update_existing_grants"] = json!(strategy);
    let _ = tenant.post("/api/admin/{tid}/consents").json(&new).send().await.expect(201);
    id.to_owned()
}

async fn next_version(tenant: &Tenant, id: &str, strategy: &str) {
    let path = format!("/api/admin/{{tid}}/consents/{id}");
    let mut next = tenant.get(&path).send().await.expect(200).json();
    next["update_existing_grants"] = json!(strategy);
    let _ = tenant.put(&path).json(&next).send().await.expect(201);
}

#[tokio::test]
async fn a_consent_is_given_and_taken_back_and_what_is_so_already_is_no_error() {
    on_both(async |tenant| {
        let id = consent(&tenant, "news", "explicitAll").await;
        assert_eq!(given(&tenant, CONSENTS, "ada").await, [json!([id, false, null, null])]);
        let act = patch(&tenant, "ada", wish(&id, true)).await.expect(201).json();
        assert_eq!(act["consents"], json!([{"consent_id": id, "granted": true, "grant_type": "explicit"}]));
        assert_eq!(given(&tenant, CONSENTS, "ada").await, [json!([id, true, 1, "explicit"])]);
        assert_eq!(given(&tenant, CONSENTS, "otto").await, [json!([id, false, null, null])], "nobody else's");
        let events = async || {
            let listed = tenant.get("/api/admin/{tid}/events").send().await.expect(200).json();
            listed["events"]
                .as_array()
                .unwrap()
                .iter()
                .map(|event| event["payload"]["event_type"].clone())
                .collect::<Vec<_>>()
        };
        // Twice the same is once; less explicitly than it is given, nothing.
        let _ = patch(&tenant, "ada", wish(&id, true)).await.expect(201);
        let implicit = json!({"consents": [{"consent_id": id, "granted": true, "grant_type": "implicit"}]});
        let _ = patch(&tenant, "ada", implicit.clone()).await.expect(201);
        assert_eq!(events().await, ["consent_granted"]);
        let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
        assert_eq!(given(&tenant, CONSENTS, "ada").await, [json!([id, false, 1, "explicit"])]);
        let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
        assert_eq!(events().await, ["consent_granted", "consent_revoked"]);
        // Who says so after letting it happen says more.
        let _ = patch(&tenant, "ada", implicit).await.expect(201);
        assert_eq!(given(&tenant, CONSENTS, "ada").await, [json!([id, true, 1, "implicit"])]);
        let _ = patch(&tenant, "ada", wish(&id, true)).await.expect(201);
        assert_eq!(given(&tenant, CONSENTS, "ada").await, [json!([id, true, 1, "explicit"])]);
        assert_eq!(events().await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_new_version_ends_what_was_given_or_carries_it_over_as_it_says() {
    on_both(async |tenant| {
        for (strategy, of_explicit, of_implicit) in [
            ("explicitAll", json!([false, 1, "explicit"]), json!([false, 1, "implicit"])),
            ("implicitAll", json!([true, 2, "implicit"]), json!([true, 2, "implicit"])),
            ("keepCurrent", json!([false, 1, "explicit"]), json!([true, 2, "implicit"])),
        ] {
            let id = consent(&tenant, strategy, "explicitAll").await;
            let implicit = json!({"consents": [{"consent_id": id, "granted": true, "grant_type": "implicit"}]});
            let _ = patch(&tenant, "ada", wish(&id, true)).await.expect(201);
            let _ = patch(&tenant, "otto", implicit).await.expect(201);
            next_version(&tenant, &id, strategy).await;
            for (subject, expected) in [("ada", of_explicit), ("otto", of_implicit)] {
                let path = format!("{CONSENTS}?consent_id={id}");
                let now = given(&tenant, &path, subject).await;
                assert_eq!(now, [json!([id, expected[0], expected[1], expected[2]])], "{subject} after {strategy}");
            }
        }
        assert_eq!(
            given(&tenant, &format!("{CONSENTS}?consent_id=implicitAll&consent_id=nothing"), "ada").await.len(),
            1
        );
        // A consent that is made again is another one, whatever its id.
        let _ = tenant.delete("/api/admin/{tid}/consents/implicitAll").send().await.expect(204);
        let id = consent(&tenant, "implicitAll", "implicitAll").await;
        let path = format!("{CONSENTS}?consent_id={id}");
        assert_eq!(given(&tenant, &path, "ada").await, [json!([id, false, null, null])]);
        authplane::server::housekeeping::clear_removed_consents(tenant.server.context()).await;
        assert_eq!(given(&tenant, &path, "ada").await, [json!([id, false, null, null])]);
    })
    .await;
}

#[tokio::test]
async fn an_act_is_all_or_nothing_and_says_what_is_wrong() {
    on_both(async |tenant| {
        let (one, other) =
            (consent(&tenant, "one", "explicitAll").await, consent(&tenant, "other", "explicitAll").await);
        let mut fixed = consents::whole("fixed");
        fixed["can_be_withdrawn"] = json!(false);
        let _ = tenant.post("/api/admin/{tid}/consents").json(&fixed).send().await.expect(201);
        let _ = patch(&tenant, "ada", wish("fixed", true)).await.expect(201);
        let before = given(&tenant, CONSENTS, "ada").await;
        let with = |more: Value| {
            let mut body = wish(&one, true);
            for (name, value) in more.as_object().unwrap() {
                body[name] = value.clone();
            }
            body
        };
        let consents = |second: Value| json!({"consents": [{"consent_id": one, "granted": true}, second]});
        for (body, field) in [
            (consents(json!({"consent_id": "nothing", "granted": true})), "consents[1].consent_id"),
            (consents(json!({"granted": true})), "consents[1].consent_id"),
            (consents(json!({"consent_id": one, "granted": false})), "consents[1].consent_id"),
            (consents(json!({"consent_id": "fixed", "granted": false})), "consents[1].consent_id"),
            (consents(json!({"consent_id": other, "granted": true, "grant_type": "loud"})), "consents[1].grant_type"),
            (with(json!({"language": "english, please"})), "language"),
            (with(json!({"context": {"ip": "here"}})), "context.ip"),
            (with(json!({"context": {"location": [91, 0]}})), "context.location"),
            (with(json!({"context": {"location": [1]}})), "context.location"),
            (with(json!({"context": {"device": {"n": 9_007_199_254_740_993_i64}}})), "context.device"),
            (with(json!({"context": {"device": {"n": "x".repeat(5000)}}})), "context"),
            (with(json!({"collection_timestamp": 4_000_000_000_000_000_000_i64})), "collection_timestamp"),
            (with(json!({"collection_timestamp": -1})), "collection_timestamp"),
            (with(json!({"triggered_by_action": "x".repeat(129)})), "triggered_by_action"),
        ] {
            let refused = patch(&tenant, "ada", body.clone()).await.expect(422);
            assert_eq!(field_of(&refused), field, "{body}");
        }
        // What a device had kept does not undo what was said since; taking back always counts.
        let _ = patch(&tenant, "ada", wish(&one, true)).await.expect(201);
        let _ = patch(&tenant, "ada", wish(&one, false)).await.expect(201);
        let late = with(json!({"collection_timestamp": 1_500_000_000_000_000_000_i64}));
        assert_eq!(field_of(&patch(&tenant, "ada", late).await.expect(409)), "collection_timestamp");
        let mut after = before.clone();
        after[0] = json!([one, false, 1, "explicit"]);
        assert_eq!(given(&tenant, CONSENTS, "ada").await, after);
        let _ = patch(&tenant, "ada", wish(&one, true)).await.expect(201);
        let mut late = wish(&one, false);
        late["collection_timestamp"] = json!(1_500_000_000_000_000_000_i64);
        let _ = patch(&tenant, "ada", late).await.expect(201);
        assert_eq!(given(&tenant, CONSENTS, "ada").await, after);
        // Nobody is no user.
        for subject in ["", "a\tb"] {
            let refused = patch(&tenant, subject, wish(&one, true)).await;
            assert!([404, 422].contains(&refused.status), "{}", refused.text());
        }
    })
    .await;
}

/// What Go's encoder writes for what nobody set, in each place where something is said of a consent.
#[tokio::test]
async fn the_zero_time_and_the_empty_type_are_as_nothing() {
    on_both(async |tenant| {
        let id = consent(&tenant, "news", "explicitAll").await;
        for zero in [0, -6_795_364_578_871_345_152_i64] {
            let mut body = wish(&id, true);
            body["collection_timestamp"] = json!(zero);
            body["consents"][0]["grant_type"] = json!("");
            let act = patch(&tenant, "ada", body.clone()).await.expect(201).json();
            assert!(act["collection_timestamp"].as_i64().unwrap() > 1_700_000_000_000_000_000, "{act}");
            assert_eq!(act["consents"][0]["grant_type"], "explicit");
            let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
            // Now is after that.
            let _ = patch(&tenant, "ada", body).await.expect(201);
            let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
        }
        for wrong in ["loud", "Explicit", " "] {
            let mut body = wish(&id, true);
            body["consents"][0]["grant_type"] = json!(wrong);
            assert_eq!(field_of(&patch(&tenant, "ada", body).await.expect(422)), "consents[0].grant_type", "{wrong}");
        }
    })
    .await;
}

/// What was said once counts once, and of what there was.
#[tokio::test]
async fn what_was_said_before_counts_neither_for_what_came_later_nor_a_second_time() {
    on_both(async |tenant| {
        let id = consent(&tenant, "news", "explicitAll").await;
        let at = |nanoseconds: i64| {
            let mut body = wish(&id, true);
            body["collection_timestamp"] = json!(nanoseconds);
            body
        };
        let now = || authplane_domain::Environment::system().clock.now().timestamp_nanos_opt().unwrap();
        let stale = async |subject: &str, body: Value, why: &str| {
            let refused = patch(&tenant, subject, body).await.expect(409);
            assert_eq!(field_of(&refused), "collection_timestamp");
            let message = refused.json()["details"]["message"].as_str().unwrap().to_owned();
            assert!(message.contains(why), "{message}");
        };
        // By a clock that goes ahead, taken back, and once more by whoever kept it.
        let ahead = now() + 40_000_000_000;
        let _ = patch(&tenant, "ada", at(ahead)).await.expect(201);
        let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
        stale("ada", at(ahead), "something else since").await;
        // Nor when something was said in between.
        let _ = patch(&tenant, "ada", wish(&id, true)).await.expect(201);
        let _ = patch(&tenant, "ada", wish(&id, false)).await.expect(201);
        stale("ada", at(ahead), "something else since").await;
        assert_eq!(given(&tenant, CONSENTS, "ada").await[0][1], false);
        let before = now();
        // Whatever the administrator says of the time.
        next_version(&tenant, &id, "explicitAll").await;
        stale("otto", at(before), "another version").await;
        assert_eq!(given(&tenant, CONSENTS, "otto").await[0][1], false);
        let _ = patch(&tenant, "otto", at(now())).await.expect(201);
        assert_eq!(given(&tenant, CONSENTS, "otto").await[0][1], true);
    })
    .await;
}

/// Longer than any answer is in one piece.
#[tokio::test]
async fn consents_are_listed_however_many_they_are() {
    on_both(async |tenant| {
        let most = "x".repeat(500);
        let purposes: Vec<Value> = (0..8).map(|n| json!({"name": most, "primary": n == 0})).collect();
        let services: Vec<Value> = (0..9).map(|_| json!({"name": "Mail", "purposes": purposes})).collect();
        let mut ids = Vec::new();
        for number in 0..240 {
            let mut new = consents::whole(&format!("c-{number}"));
            new["internal_services"] = json!(services);
            let _ = tenant.post("/api/admin/{tid}/consents").json(&new).send().await.expect(201);
            ids.push(format!("c-{number}"));
        }
        // As many as are shown with the action itself.
        let asked: Vec<Value> = ids[..100].iter().map(|id| json!({"id": id})).collect();
        let action = json!({"id": "all", "name": "All", "consents": asked});
        let _ = tenant.post("/api/admin/{tid}/actions").json(action).send().await.expect(201);
        let listed = tenant.get("/api/admin/{tid}/consents").send().await.expect(200);
        assert!(listed.text().len() > 8 << 20);
        assert_eq!(texts(&listed.json()["consents"], "id"), ids);
        for (path, ids) in [(CONSENTS.to_owned(), &ids[..]), (format!("{CONSENTS}/all"), &ids[..100])] {
            let listed = call(&tenant, Method::GET, &path, "ada").await.send().await.expect(200).json();
            assert_eq!(texts(&listed["consents"], "id"), ids, "{path}");
        }
        let some = format!("{CONSENTS}?consent_id=c-7&consent_id=c-3&consent_id=nothing&consent_id=%00");
        let listed = call(&tenant, Method::GET, &some, "ada").await.send().await.expect(200).json();
        assert_eq!(texts(&listed["consents"], "id"), ["c-3", "c-7"]);
    })
    .await;
}

#[tokio::test]
async fn of_an_action_its_consents_are_listed_in_its_order_with_what_is_required() {
    on_both(async |tenant| {
        let (one, other) = (consent(&tenant, "one", "explicitAll").await, consent(&tenant, "other", "explicitAll").await);
        let action = json!({"id": "order", "name": "Place an order", "consents": [{"id": other, "required": true}, {"id": one}]});
        let _ = tenant.post("/api/admin/{tid}/actions").json(action).send().await.expect(201);
        let _ = patch(&tenant, "ada", wish(&one, true)).await.expect(201);
        for called in ["order", "Place%20an%20order"] {
            let path = format!("{CONSENTS}/{called}");
            let listed = call(&tenant, Method::GET, &path, "ada").await.send().await.expect(200).json();
            assert_eq!(texts(&listed["consents"], "id"), ["other", "one"]);
            assert_eq!((&listed["consents"][0]["required"], &listed["consents"][1]["required"]), (&json!(true), &json!(false)));
            assert_eq!(given(&tenant, &path, "ada").await[1], json!([one, true, 1, "explicit"]));
        }
        let _ = call(&tenant, Method::GET, &format!("{CONSENTS}/nothing"), "ada").await.send().await.expect(404);
    })
    .await;
}

const VIEW: &[&str] = &["view_consents"];
const MANAGE: &[&str] = &["manage_consents"];

/// With the id of a consent, which was given and taken back a moment ago, by what was said before that.
async fn stale(tenant: &Tenant) -> Value {
    let (_, consent) = consents::made(tenant).await;
    let id = consent["id"].as_str().unwrap();
    let _ = patch(tenant, "ada", wish(id, true)).await.expect(201);
    let _ = patch(tenant, "ada", wish(id, false)).await.expect(201);
    let mut body = wish(id, true);
    body["collection_timestamp"] = json!(1_500_000_000_000_000_000_i64);
    body
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_user_consents_system",
        scopes: VIEW,
        good: |tenant| Box::pin(call(tenant, Method::GET, CONSENTS, "ada")),
        provoke: &[(404, |tenant, _| Box::pin(call(tenant, Method::GET, CONSENTS, "")))],
    },
    Row {
        id: "list_user_consents_by_action_system",
        scopes: VIEW,
        good: |tenant| {
            Box::pin(async move {
                let (_, action) = actions::made(tenant).await;
                call(tenant, Method::GET, &format!("{CONSENTS}/{}", action["id"].as_str().unwrap()), "ada").await
            })
        },
        provoke: &[],
    },
    Row {
        id: "patch_consent_grants_system",
        scopes: MANAGE,
        good: |tenant| {
            Box::pin(async move {
                let (_, consent) = consents::made(tenant).await;
                let body = wish(consent["id"].as_str().unwrap(), true);
                call(tenant, Method::PATCH, CONSENTS, "ada").await.json(body)
            })
        },
        provoke: &[
            (422, |_, good| ready(good.json(json!({"consents": [{"consent_id": "nobody", "granted": true}]})))),
            (404, |tenant, _| Box::pin(async move { call(tenant, Method::PATCH, CONSENTS, "").await.json(json!({})) })),
            (409, |tenant, good| Box::pin(async move { good.json(stale(tenant).await) })),
        ],
    },
];
