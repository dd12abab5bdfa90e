//! `/api/admin/{tid}/events`: the privacy ledger, as administrators see it.

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::privacy::erasure;
use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::consents::{self, SEE};
use crate::it::acp::system::consents::patch;
use crate::it::nets::{Row, ready};

const EVENTS: &str = "/api/admin/{tid}/events";

async fn events(tenant: &Tenant, query: &str) -> Vec<Value> {
    let listed = tenant.get(&format!("{EVENTS}{query}")).send().await.expect(200).json();
    listed["events"].as_array().unwrap().clone()
}

#[tokio::test]
async fn what_users_gave_is_listed_by_subject_and_time_with_the_consent_as_it_was() {
    on_both(async |tenant| {
        assert_eq!(events(&tenant, "").await, [json!(null); 0]);
        let (path, consent) = consents::made(&tenant).await;
        let id = consent["id"].as_str().unwrap();
        let wish = |granted: bool| json!({"consents": [{"consent_id": id, "granted": granted}], "language": "en-GB",
            "context": {"device": {"model": "p", "cores": 8}, "ip": "2001:db8::1", "location": [52.52, -13.4]}, "triggered_by_action": "order"});
        let act = patch(&tenant, "ada", wish(true)).await.expect(201).json();
        let _ = patch(&tenant, "otto", wish(true)).await.expect(201);
        let _ = tenant.put(&path).json(&consent).send().await.expect(201);
        let _ = patch(&tenant, "ada", wish(false)).await.expect(201);
        let all = events(&tenant, "").await;
        assert_eq!(texts(&json!(all), "subject"), ["ada", "otto"], "the new version ended what was given: nothing was there to take back");
        let of_ada = events(&tenant, "?sub=ada").await;
        assert_eq!(of_ada, all[..1]);
        let granted = &of_ada[0]["payload"]["consent_granted"];
        assert_eq!(of_ada[0]["payload"]["event_type"], "consent_granted");
        assert_eq!((&granted["consent"], &granted["version"]), (&consent, &json!(1)), "as it was");
        assert_eq!(granted["consent_grant_act_id"], act["ConsentGrantActID"]);
        for (member, expected) in [
            ("context", json!({"device": {"model": "p", "cores": 8}, "ip": "2001:db8::1", "location": [52.52, -13.4]})),
            ("language", json!("en-GB")),
            ("triggered_by_action", json!("order")),
            // Beside it, not in what is signed: clients see it too, and some know the user by another name.
            ("subject", json!("")),
            ("grant_type", json!("explicit")),
            ("collection_timestamp", act["collection_timestamp"].clone()),
        ] {
            assert_eq!(granted[member], expected, "{member}");
        }
        assert_eq!(of_ada[0]["payload_signature"].as_str().unwrap().split('.').count(), 3);
        // By the time, in whatever unit.
        let at = chrono::DateTime::parse_from_rfc3339(all[1]["date"].as_str().unwrap()).unwrap();
        let micros = at.timestamp_micros();
        for (from, until) in [
            (micros * 1_000, (micros + 1) * 1_000),
            (micros, micros + 1),
            (at.timestamp_millis(), at.timestamp_millis() + 1),
            (at.timestamp(), at.timestamp() + 1),
        ] {
            let found = events(&tenant, &format!("?from={from}&to={until}")).await;
            assert!(found.contains(&all[1]), "{from} to {until}");
        }
        assert_eq!(events(&tenant, &format!("?from={}", (micros + 1) * 1_000)).await, [json!(null); 0]);
        assert_eq!(events(&tenant, &format!("?to={}", micros * 1_000)).await, all[..1]);
        assert_eq!(events(&tenant, "?from=0&to=0&sub=").await, all, "what Go's encoder writes when nobody set it");
        assert_eq!(events(&tenant, "?sub=nobody").await, [json!(null); 0]);
        let _ = tenant.get(&format!("{EVENTS}?from=-1")).send().await.expect(404);
        // Removed, the consent takes nothing of it along.
        let _ = tenant.delete(&path).send().await.expect(204);
        assert_eq!(events(&tenant, "").await, all);
    })
    .await;
}

/// What is kept of a list holds as long as it is right.
#[tokio::test]
async fn a_list_that_was_asked_for_before_shows_what_has_happened_since() {
    on_both(async |tenant| {
        let (path, consent) = consents::made(&tenant).await;
        let id = consent["id"].as_str().unwrap();
        let mut count = 0;
        // With a time nothing is kept.
        let same = async |count: usize| {
            for (asked, afresh) in [("", "?from=1"), ("?sub=ada", "?sub=ada&from=1"), ("?sub=otto", "?sub=otto&from=1")]
            {
                let found = events(&tenant, asked).await;
                assert_eq!(found, events(&tenant, afresh).await, "{asked}");
                assert!(!asked.is_empty() || found.len() == count, "{found:?}");
            }
        };
        same(0).await;
        for (subject, granted, more) in
            [("ada", true, 1), ("ada", true, 0), ("otto", true, 1), ("ada", false, 1), ("ada", true, 1)]
        {
            let _ = patch(&tenant, subject, json!({"consents": [{"consent_id": id, "granted": granted}]}))
                .await
                .expect(201);
            count += more;
            same(count).await;
        }
        let _ = tenant.delete(&path).send().await.expect(204);
        same(count).await;
        let tid = tenant.id.clone();
        let erase = async move |store: authplane_domain::Store| {
            erasure::erase(&Acting::new(&store, &tid, Actor::system()), "ada", 0).await.unwrap()
        };
        let erased = tenant.server.with_store(move |store| async move { erase(store).await }).await;
        assert_eq!(erased.of_ledger, 1);
        same(count).await;
        assert_eq!(events(&tenant, "?sub=ada").await, [json!(null); 0]);
        assert_eq!(texts(&json!(events(&tenant, "").await), "subject"), ["", "otto", "", ""]);
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "list_privacy_ledger_events_by_subject",
    scopes: SEE,
    good: |tenant| ready(tenant.get(EVENTS)),
    provoke: &[(404, |tenant, _| ready(tenant.get(&format!("{EVENTS}?from=-1"))))],
}];
