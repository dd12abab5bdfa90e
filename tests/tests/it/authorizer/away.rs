//! While the control plane is away: what can be verified here passes for so long, and then nothing.

use std::time::{Duration, Instant};

use authplane_tests::process::PATIENCE;
use authplane_tests::users::USER;
use authplane_tests::{Settings, Tenant, TestServer};
use chrono::TimeDelta;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::{APIS, Beside, SERVICES, holds};
use crate::it::access::token_of;
use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;

/// A control plane of the test's own, which it may stop.
async fn own_server() -> TestServer {
    TestServer::start(Settings::default()).await
}

#[tokio::test]
async fn a_token_that_can_be_verified_passes_where_it_says_all_that_the_policy_asks() {
    let server = own_server().await;
    let tenant = Tenant::with_users(&server).await;
    let beside = Beside::with_max_age(&tenant, 86_400).await;
    let (_, consent) = consents::made(&tenant).await;
    let consent = consent["id"].as_str().unwrap();
    let absent = holds("suspended", "exists", &json!(false));
    for (path, validators) in [
        ("/orders", None),
        ("/open", Some(json!([{"name": "true"}]))),
        ("/password", Some(json!([holds("amr", "contains", &json!("pwd"))]))),
        ("/card", Some(json!([holds("amr", "contains", &json!("sc"))]))),
        ("/client", Some(json!([holds("client_id", "exists", &json!(true))]))),
        ("/admins", Some(json!([holds("groups", "contains", &json!("admins"))]))),
        ("/not-suspended", Some(json!([absent]))),
        ("/not-somebody", Some(json!([holds("sub", "not_equals", &json!("somebody"))]))),
        ("/asked", Some(json!([{"name": "consent", "conf": {"consents": [consent]}}]))),
    ] {
        beside.api("GET", path, validators).await;
    }
    beside.settled().await;
    let ada = token_of(&tenant, USER).await;
    let machine = tenant.token_of("default", &[], &[]).await;
    let _ = patch(&tenant, USER, json!({"consents": [{"consent_id": consent, "granted": true}]})).await.expect(201);
    let revoked = tenant.add_client("default", &[]).await;
    let token = tenant.ask_for_token(&revoked, None, &[]).await.expect(200).json()["access_token"].clone();
    let heard_of = token.as_str().unwrap().to_owned();
    let revoke = tenant.post("/{tid}/default/oauth2/revoke").basic(&revoked.id, &revoked.secret);
    let _ = revoke.form(&[("token", heard_of.as_str())]).send().await.expect(200);
    let _ = beside.forward("GET", "/orders", Some(&heard_of)).send().await.expect(401);
    let (signed, _) = machine.rsplit_once('.').unwrap();
    let forged = format!("{signed}.{}", "A".repeat(86));
    let own = tenant.token.clone();
    let (ada, machine) = (Some(ada.as_str()), Some(machine.as_str()));
    let asked = [
        // What it says itself, and what needs no token: as before.
        ("/orders", machine, 200, 200),
        ("/orders", ada, 200, 200),
        ("/orders", None, 401, 401),
        ("/open", None, 200, 200),
        ("/open", machine, 200, 200),
        ("/password", ada, 200, 200),
        ("/password", machine, 401, 401),
        ("/card", ada, 401, 401),
        ("/client", machine, 200, 200),
        ("/client", ada, 200, 200),
        ("/nothing", machine, 403, 403),
        // What it doesn't.
        ("/admins", ada, 200, 403),
        ("/not-suspended", ada, 200, 403),
        ("/not-suspended", machine, 200, 200),
        ("/not-somebody", ada, 200, 403),
        ("/not-somebody", machine, 200, 200),
        ("/asked", ada, 200, 403),
        // What isn't valid, or isn't of the server.
        ("/orders", Some("opaque"), 401, 401),
        ("/orders", Some(forged.as_str()), 401, 401),
        ("/orders", Some(own.as_str()), 401, 401),
        // Of a revocation that was heard of before the control plane went away.
        ("/orders", Some(heard_of.as_str()), 401, 401),
    ];
    for (path, token, there, _) in asked {
        let answer = beside.forward("GET", path, token).send().await;
        assert_eq!(answer.status, there, "{path}: {}", answer.text());
    }
    assert_eq!(beside.health().await.expect(200).json()["control_plane"], "there");
    server.stop().await;
    let mut wrong = Vec::new();
    for (number, (path, token, _, away)) in asked.into_iter().enumerate() {
        let doors =
            [beside.forward("GET", path, token), beside.envoy("GET", path, token), beside.pyron("GET", path, token)];
        for call in doors {
            let answer = call.send().await;
            if answer.status != away {
                wrong.push(format!("{number} {path}: {} instead of {away}: {}", answer.status, answer.text()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    let answer = beside.forward("GET", "/orders", ada).send().await.expect(200);
    assert_eq!((answer.header("x-authplane-subject"), answer.header("x-authplane-scope")), (USER, "openid"));
    let health = beside.health().await.expect(200).json();
    assert_eq!((&health["control_plane"], &health["ready"]), (&json!("away"), &json!(true)));
    // It has expired, which its signature doesn't tell.
    beside.clock.advance(TimeDelta::minutes(61));
    let _ = beside.forward("GET", "/orders", machine).send().await.expect(401);
    let _ = beside.forward("GET", "/open", None).send().await.expect(200);
    assert_eq!(beside.health().await.expect(200).json()["configuration_age_seconds"].as_i64().unwrap() / 60, 61);
    // What was heard is too old.
    beside.clock.advance(TimeDelta::hours(23));
    for (path, token, ..) in asked {
        let _ = beside.forward("GET", path, token).send().await.expect(503);
        let _ = beside.envoy("GET", path, token).send().await.expect(503);
        let _ = beside.pyron("GET", path, token).send().await.expect(503);
    }
    let health = beside.health().await.expect(503).json();
    assert_eq!((&health["ready"], health["configuration_age_seconds"].as_i64().unwrap() / 60), (&json!(false), 1441));
    // A clock that goes back makes nothing young.
    beside.clock.advance(TimeDelta::days(-2));
    let _ = beside.forward("GET", "/open", None).send().await.expect(503);
}

#[tokio::test]
async fn a_token_is_for_the_resources_that_it_names() {
    let server = own_server().await;
    let tenant = Tenant::with_users(&server).await;
    let beside = Beside::of(&tenant).await;
    beside.api("GET", "/orders", None).await;
    let other = json!({"name": "Other", "authorization_server_id": "default", "gateway_id": beside.gateway["id"]});
    let other = tenant.post(SERVICES).json(other).send().await.expect(201).json()["id"].clone();
    let api = json!({"service_id": other, "method": "GET", "path": "/others"});
    let _ = tenant.post(APIS).json(api).send().await.expect(201);
    beside.settled().await;
    let indicator = async |service: &str| {
        let path = format!("/api/resources/{service}");
        tenant.get(&path).send().await.expect(200).json()["indicator"].as_str().unwrap().to_owned()
    };
    let (mine, theirs) = (indicator(&beside.service).await, indicator(other.as_str().unwrap()).await);
    let elsewhere = tenant.get(&format!("/api/resources/{}", crate::it::things::resource(&tenant).await)).send().await;
    let elsewhere = elsewhere.expect(200).json()["indicator"].as_str().unwrap().to_owned();
    let mut asked = Vec::new();
    for (resources, of_mine, of_others) in [
        (vec![], 200, 200),
        (vec![mine.as_str()], 200, 401),
        (vec![theirs.as_str()], 401, 200),
        (vec![theirs.as_str(), mine.as_str()], 200, 200),
        (vec![elsewhere.as_str()], 401, 401),
        (vec![elsewhere.as_str(), mine.as_str()], 200, 401),
    ] {
        let token = tenant.token_of("default", &[], &resources).await;
        asked.push(("/orders", token.clone(), of_mine));
        asked.push(("/others", token, of_others));
    }
    for is_away in [false, true] {
        if is_away {
            server.stop().await;
        }
        for (path, token, status) in &asked {
            let answer = beside.forward("GET", path, Some(token)).send().await;
            assert_eq!(answer.status, *status, "{path}, away: {is_away}");
        }
    }
}

/// What becomes of what an authorizer sends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It comes to the control plane, and its answer comes back.
    Through,
    /// It arrives, and nobody answers.
    Nowhere,
    /// It is answered with this status.
    Failed(u16),
}

/// A place between an authorizer and this control plane; its address, and what says which way things go there.
async fn between(server: &TestServer) -> (String, tokio::sync::watch::Sender<Way>, tokio::task::JoinHandle<()>) {
    let upstream = server.url().strip_prefix("http://").unwrap().to_owned();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (switch, way) = tokio::sync::watch::channel(Way::Through);
    let passing_on = tokio::spawn(async move {
        while let Ok((mut near, _)) = listener.accept().await {
            let (upstream, mut way) = (upstream.clone(), way.clone());
            tokio::spawn(async move {
                let first = *way.borrow_and_update();
                if let Way::Failed(status) = first {
                    let mut read = [0; 8192];
                    let _ = near.read(&mut read).await;
                    let answer = format!("HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    let _ = near.write_all(answer.as_bytes()).await;
                    return;
                }
                if first == Way::Nowhere {
                    let _ = way.wait_for(|now| *now != first).await;
                    return;
                }
                let mut far = tokio::net::TcpStream::connect(upstream).await.unwrap();
                let another = async { way.wait_for(|now| *now != first).await.map_or(Way::Nowhere, |now| *now) };
                let now = tokio::select! {
                    _ = tokio::io::copy_bidirectional(&mut near, &mut far) => return,
                    now = another => now,
                };
                if now == Way::Nowhere {
                    // Open, and silent.
                    std::future::pending::<()>().await;
                }
            });
        }
    });
    (format!("http://{address}"), switch, passing_on)
}

#[tokio::test]
async fn nobody_waits_long_for_a_control_plane_that_hangs() {
    let server = own_server().await;
    let tenant = Tenant::with_users(&server).await;
    let (origin, switch, passing_on) = between(&server).await;
    let beside = Beside::by_way_of(&tenant, &origin, 3600).await;
    beside.api("GET", "/orders", None).await;
    beside.settled().await;
    let machine = tenant.token_of("default", &[], &[]).await;
    let _ = beside.forward("GET", "/orders", Some(&machine)).send().await.expect(200);
    switch.send_replace(Way::Nowhere);
    let begun = Instant::now();
    let _ = beside.forward("GET", "/orders", Some(&machine)).send().await.expect(200);
    let _ = beside.forward("GET", "/orders", Some("opaque")).send().await.expect(401);
    // The proxies of the package wait for two seconds each.
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    passing_on.abort();
    assert!(begun.elapsed() < PATIENCE);
}

#[tokio::test]
async fn a_control_plane_that_fails_over_a_token_is_not_away_and_the_token_passes_nothing() {
    let server = own_server().await;
    let tenant = Tenant::with_users(&server).await;
    let (origin, switch, passing_on) = between(&server).await;
    let beside = Beside::by_way_of(&tenant, &origin, 3600).await;
    beside.api("GET", "/orders", None).await;
    beside.settled().await;
    let machine = tenant.token_of("default", &[], &[]).await;
    let asked = async |way: Way| {
        switch.send_replace(way);
        beside.forward("GET", "/orders", Some(&machine)).send().await.status
    };
    assert_eq!(asked(Way::Through).await, 200);
    for status in [500, 501, 505] {
        assert_eq!(asked(Way::Failed(status)).await, 503, "{status}");
    }
    for status in [502, 503, 504] {
        assert_eq!(asked(Way::Failed(status)).await, 200, "{status}");
    }
    assert_eq!(asked(Way::Through).await, 200);
    passing_on.abort();
}
