//! Key sets, and how they change while tokens live.

use std::collections::BTreeSet;
use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::environment::ManualClock;
use authplane_tests::{Database, Settings, Tenant, TestServer, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::Value;

use super::{access_token, is_active, jwt, machine, register};
use crate::it::nets::{Row, ready};

fn kids(set: &Value) -> BTreeSet<String> {
    set["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect()
}

fn kid(token: &str) -> String {
    jwt::read(token).0["kid"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_key_set_holds_public_keys_that_caches_may_keep_for_a_while() {
    on_both(async |tenant| {
        let path = format!("/{}/default/.well-known/jwks.json", tenant.id);
        let answer = tenant.server.call(Method::GET, &path).send().await.expect(200);
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(answer.header("vary").contains("accept"), "{:?}", answer.headers);
        for accept in ["application/jwk-set+json", "text/plain, Application/JWK-Set+JSON;q=0.9"] {
            let asked = tenant.server.call(Method::GET, &path).header(http::header::ACCEPT, accept);
            assert_eq!(asked.send().await.expect(200).header("content-type"), "application/jwk-set+json");
        }
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "public, max-age=300");
        let set = answer.json();
        for key in set["keys"].as_array().unwrap() {
            let names: BTreeSet<&str> = key.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(names, ["alg", "crv", "kid", "kty", "use", "x", "y"].into());
        }
        let head = tenant.server.call(Method::HEAD, &path).send().await.expect(200);
        assert!(head.body.is_empty());
    })
    .await;
}

#[tokio::test]
async fn keys_rotate_without_a_token_ever_being_uncheckable() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }
            .with_clock(&clock)
            .with("key_rotation_days", "90")
            .with("key_publish_ahead_hours", "24")
            .with("key_overlap_hours", "48");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let issue = async || access_token(tenant.ask_for_token(&app, None, &[]).await);
        let published = async || kids(&jwt::key_set(&tenant, DEFAULT).await);
        let first = kid(&issue().await);
        assert_eq!(published().await, [first.clone()].into());

        clock.advance(TimeDelta::days(89) - TimeDelta::seconds(1));
        assert_eq!(published().await, [first.clone()].into(), "a second too early");
        clock.advance(TimeDelta::seconds(1));
        let both = published().await;
        assert_eq!(both.len(), 2, "the successor is published a day ahead");
        assert_eq!(kid(&issue().await), first, "and doesn't sign yet");

        clock.advance(TimeDelta::days(1) - TimeDelta::seconds(1));
        let last_of_first = issue().await;
        assert_eq!(kid(&last_of_first), first);
        clock.advance(TimeDelta::seconds(1));
        let first_of_second = issue().await;
        let second = kid(&first_of_second);
        assert!(second != first && both.contains(&second), "every cached set had it");
        let set = jwt::key_set(&tenant, DEFAULT).await;
        assert!(jwt::verify(&set, &last_of_first) && jwt::verify(&set, &first_of_second));
        assert!(is_active(&tenant, &app, &last_of_first).await && is_active(&tenant, &app, &first_of_second).await);

        clock.advance(TimeDelta::seconds(3598));
        assert!(is_active(&tenant, &app, &last_of_first).await, "to its last second");
        clock.advance(TimeDelta::hours(48) - TimeDelta::seconds(3598) - TimeDelta::seconds(1));
        assert_eq!(published().await, both);
        clock.advance(TimeDelta::seconds(1));
        assert_eq!(published().await, [second.clone()].into(), "its last token is long dead");
        assert_eq!(kid(&issue().await), second);

        // Nobody asked for a year: the key in use stays in use until everybody can know its successor.
        clock.advance(TimeDelta::days(365));
        let late = issue().await;
        assert_eq!(kid(&late), second);
        assert_eq!(published().await.len(), 2);
        clock.advance(TimeDelta::days(1));
        assert_ne!(kid(&issue().await), second);
        server.stop().await;
    }
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "get_jwks",
    scopes: &[],
    good: |tenant| ready(tenant.get("/{tid}/developer/.well-known/jwks.json").anonymous()),
    provoke: &[],
}];
