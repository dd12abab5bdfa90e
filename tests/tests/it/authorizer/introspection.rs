//! Who is asked about tokens, and what becomes of those about which nobody says anything.

use std::time::{Duration, Instant};

use authplane_domain::environment::Clock as _;
use serde_json::{Value, json};

use super::played::{
    AUDIENCE, CONFIGURATION, INTROSPECTION, KEYS, Played, SERVICE, Say, TOKENS, api, claims, told, until, with,
};

/// What can't be a token of this server that is good.
fn no_good(played: &Played) -> Vec<(&'static str, String)> {
    let good = claims(played);
    let now = good["iat"].as_i64().unwrap();
    let signed = played.signed(&good);
    let (unsigned, _) = signed.rsplit_once('.').unwrap();
    vec![
        ("no JWT", "opaque".to_owned()),
        ("not signed by its key", format!("{unsigned}.{}", "A".repeat(86))),
        ("longer than any", "A".repeat(16 * 1024 + 1)),
        ("no access token", played.signed_as("JWT", &good)),
        ("another tenant's", played.signed(&with(good.clone(), json!({"tid": "other"})))),
        ("another server's", played.signed(&with(good.clone(), json!({"aid": "other"})))),
        ("another issuer's", played.signed(&with(good.clone(), json!({"iss": "https://other.example"})))),
        ("expired", played.signed(&with(good, json!({"exp": now - 31})))),
    ]
}

#[tokio::test]
async fn what_is_no_token_of_the_server_is_refused_without_a_word_to_the_control_plane() {
    let played = Played::with_max_age(3600).await;
    let good = played.signed(&claims(&played));
    assert_eq!(played.status("/orders", &good).await, 200);
    assert_eq!(played.asked_about(&good).0, 1);
    let no_good = no_good(&played);
    for (what, token) in &no_good {
        assert_eq!(played.status("/orders", token).await, 401, "{what}");
        assert_eq!(played.asked_about(token).0, 0, "{what}");
    }
    // Of one that expires at about this time it is for the control plane's clock to say.
    let now = played.clock.now().timestamp();
    let expiring = played.signed(&with(claims(&played), json!({"exp": now - 10})));
    assert_eq!(played.status("/orders", &expiring).await, 200);
    played.says_everywhere(&Say::Json(503, json!({})));
    assert_eq!(played.status("/orders", &good).await, 200);
    assert_eq!(played.status("/orders", &expiring).await, 401);
    for (what, token) in &no_good {
        assert_eq!(played.status("/orders", token).await, 401, "{what}, while it is away");
    }
}

#[tokio::test]
async fn a_key_that_is_not_known_yet_is_asked_for_and_not_for_each_token_that_names_one() {
    let played = Played::with_max_age(3600).await;
    let before = played.signed(&claims(&played));
    assert_eq!(played.status("/orders", &before).await, 200);
    played.has_key("two");
    let since = played.signed(&claims(&played));
    assert_eq!(played.status("/orders", &since).await, 200);
    assert_eq!(played.status("/orders", &before).await, 401);
    let asked = played.count(KEYS);
    played.has_key("three");
    let many = played.signed(&claims(&played));
    for _ in 0..20 {
        assert_eq!(played.status("/orders", &many).await, 401);
    }
    assert_eq!(played.count(KEYS), asked);
}

#[tokio::test]
async fn an_answer_about_a_token_of_another_server_is_not_believed() {
    let played = Played::with_max_age(3600).await;
    let token = played.signed(&claims(&played));
    for (changes, status) in [
        (json!({}), 200),
        (json!({"server_id": "other"}), 401),
        (json!({"tenant_id": "other"}), 401),
        (json!({"services": ["another"]}), 401),
    ] {
        played.says(INTROSPECTION, Say::Json(200, with(told(), changes.clone())));
        assert_eq!(played.status("/orders", &token).await, status, "{changes}");
    }
}

/// All the ways in which it doesn't say what a token is.
fn failures() -> [Say; 5] {
    [Say::Nothing, Say::Goodbye, Say::Json(502, json!({})), Say::Json(503, json!({})), Say::Json(504, json!({}))]
}

/// Until it answers everything, and is known to.
async fn well(played: &Played) {
    played.says_everywhere(&Say::Well);
    let begun = Instant::now();
    while played.health().await.json()["control_plane"] != "there" {
        assert!(begun.elapsed() < Duration::from_secs(30), "it isn't there again");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A revoked token would pass for as long as somebody makes introspection fail.
#[tokio::test]
async fn a_token_that_nobody_says_anything_of_passes_nothing_as_long_as_the_control_plane_is_there() {
    let played = Played::with_max_age(3600).await;
    let token = played.signed(&claims(&played));
    assert_eq!(played.status("/orders", &token).await, 200);
    assert_eq!(played.health().await.expect(200).json()["introspection"], "answered");
    for failure in failures() {
        played.says(INTROSPECTION, failure.clone());
        let begun = Instant::now();
        assert_eq!(played.status("/orders", &token).await, 503, "{failure:?}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{failure:?}: {:?}", begun.elapsed());
        let health = played.health().await.expect(200).json();
        assert_eq!((&health["control_plane"], &health["introspection"]), (&json!("there"), &json!("failing")));
        assert_eq!(played.ask("/open", None).send().await.status, 200, "{failure:?}");
        // It says nothing at all.
        played.says_everywhere(&failure);
        let begun = Instant::now();
        assert_eq!(played.status("/orders", &token).await, 200, "{failure:?}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{failure:?}: {:?}", begun.elapsed());
        assert_eq!(played.health().await.expect(200).json()["control_plane"], "away", "{failure:?}");
        well(&played).await;
        assert_eq!(played.status("/orders", &token).await, 200);
    }
}

#[tokio::test]
async fn a_control_plane_that_says_anything_about_tokens_is_not_away() {
    let played = Played::with_max_age(3600).await;
    let [one, other] = ["one", "other"].map(|id| played.signed(&with(claims(&played), json!({"jti": id}))));
    assert_eq!(played.status("/orders", &one).await, 200);
    // The configuration can't be had; and of two tokens that are asked about together one gets an answer.
    played.says(CONFIGURATION, Say::Nothing);
    played.says(INTROSPECTION, Say::Nothing);
    let unanswered = tokio::spawn(played.ask("/orders", Some(&one)).send());
    until("it isn't asked", || played.asked_about(&one).0 == 2).await;
    played.says(INTROSPECTION, Say::Well);
    assert_eq!(played.status("/orders", &other).await, 200);
    assert_eq!(unanswered.await.unwrap().status, 503);
}

#[tokio::test]
async fn while_it_is_away_tokens_pass_until_introspection_was_answered_too_long_ago() {
    let played = Played::with_max_age(60).await;
    let token = played.signed(&claims(&played));
    let no = Say::Json(503, json!({}));
    assert_eq!(played.status("/orders", &token).await, 200);
    played.says_everywhere(&no);
    assert_eq!(played.status("/orders", &token).await, 200);
    // Only introspection fails; all the time the configuration is as young as can be.
    played.says_everywhere(&Say::Well);
    played.says(INTROSPECTION, no.clone());
    played.clock.advance(chrono::TimeDelta::seconds(61));
    played.also_guards(api("GET", "/more", "open"));
    let begun = Instant::now();
    while played.ask("/more", None).send().await.status != 200 {
        assert!(begun.elapsed() < Duration::from_secs(30), "no configuration is in force");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    played.says_everywhere(&no);
    assert_eq!(played.status("/orders", &token).await, 503);
    assert_eq!(played.ask("/open", None).send().await.status, 200);
    let health = played.health().await.expect(200).json();
    assert!(health["introspection_age_seconds"].as_i64().unwrap() >= 61, "{health}");
    assert!(health["configuration_age_seconds"].as_i64().unwrap() < 60, "{health}");
    let metrics = http::Method::GET;
    let metrics = authplane_tests::Call::new(metrics, format!("{}/metrics", played.authorizer.url)).send().await;
    let metrics = metrics.expect(200).text();
    let age = metrics.lines().find_map(|line| line.strip_prefix("authplane_introspection_age_seconds "));
    assert!(age.expect(&metrics).parse::<f64>().unwrap() >= 61.0, "{metrics}");
    well(&played).await;
    assert_eq!(played.status("/orders", &token).await, 200);
}

#[tokio::test]
async fn only_so_many_tokens_are_asked_about_at_a_time_and_the_configuration_is_pulled_meanwhile() {
    let played = Played::with_max_age(3600).await;
    let token = played.signed(&claims(&played));
    played.says(INTROSPECTION, Say::Nothing);
    let asking: Vec<_> = (0..200).map(|_| tokio::spawn(played.ask("/orders", Some(&token)).send())).collect();
    until("they don't ask", || played.most_introspecting() > 32).await;
    played.also_guards(api("GET", "/more", "open"));
    let begun = Instant::now();
    while played.ask("/more", None).send().await.status != 200 {
        assert!(begun.elapsed() < Duration::from_secs(5), "no configuration comes through");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    for one in asking {
        assert_eq!(one.await.unwrap().status, 503);
    }
    assert_eq!(played.most_introspecting(), authplane::authorizer::presence::AT_A_TIME);
    // While it is away nobody has to wait for a turn that would bring nothing.
    played.says(INTROSPECTION, Say::Well);
    assert_eq!(played.status("/orders", &token).await, 200);
    played.says_everywhere(&Say::Nothing);
    assert_eq!(played.status("/orders", &token).await, 200);
    let asking: Vec<_> = (0..200).map(|_| tokio::spawn(played.ask("/orders", Some(&token)).send())).collect();
    for one in asking {
        assert_eq!(one.await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn without_traffic_it_asks_about_a_token_of_its_own() {
    let played = Played::with_max_age(60).await;
    assert_eq!(played.health().await.expect(200).json()["introspection_age_seconds"], 0);
    played.clock.advance(chrono::TimeDelta::seconds(40));
    assert_eq!(played.health().await.expect(200).json()["introspection_age_seconds"], 40);
    // With the next answer about the configuration.
    played.also_guards(api("GET", "/more", "open"));
    let begun = Instant::now();
    while played.health().await.expect(200).json()["introspection_age_seconds"] != 0 {
        assert!(begun.elapsed() < Duration::from_secs(30), "it doesn't ask");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A token of a user, of a client's own, and of an API client, whose roles may have changed.
#[tokio::test]
async fn while_it_is_away_the_token_of_an_api_client_passes_nothing() {
    let played = Played::with_max_age(3600).await;
    let own = played.signed(&claims(&played));
    let user = json!({"sub": "ada", "gid": "g", "auth_time": 1, "amr": ["pwd"]});
    let user = played.signed(&with(claims(&played), user));
    let of_api_client = played.signed(&with(claims(&played), json!({"sub": "nightly"})));
    for token in [&own, &user, &of_api_client] {
        assert_eq!(played.status("/orders", token).await, 200);
    }
    played.says_everywhere(&Say::Json(503, json!({})));
    for (token, status) in [(&own, 200), (&user, 200), (&of_api_client, 401)] {
        assert_eq!(played.status("/orders", token).await, status);
    }
}

#[tokio::test]
async fn while_it_is_away_a_token_that_names_no_service_passes_where_it_was_heard_that_it_is_for_all() {
    let played = Played::with_max_age(3600).await;
    let of = |client: &str, audience: Value| {
        let changes = json!({"sub": client, "client_id": client, "aud": audience});
        played.signed(&with(claims(&played), changes))
    };
    let away = Say::Json(503, json!({}));
    let seen = of("seen", json!("seen"));
    // A resource that isn't behind this gateway may be called as a client is: the control plane says it is for nothing here.
    let aimed = of("https://elsewhere.example", json!("https://elsewhere.example"));
    assert_eq!(played.status("/orders", &seen).await, 200);
    played.says(INTROSPECTION, Say::Json(200, with(told(), json!({"services": []}))));
    assert_eq!(played.status("/orders", &aimed).await, 401);
    played.says_everywhere(&away);
    for (token, status) in [
        (&seen, 200),
        (&aimed, 401),
        // Nothing was heard of these.
        (&of("unseen", json!("unseen")), 401),
        (&of("seen", json!(["seen", "https://elsewhere.example"])), 401),
        (&of("unseen", json!(AUDIENCE)), 200),
        (&of("unseen", json!(["unseen", AUDIENCE])), 200),
    ] {
        assert_eq!(played.status("/orders", token).await, status);
    }
    // What was heard says nothing of a service that came since; nor does a policy that was changed say anything against it.
    well(&played).await;
    let mut more = api("GET", "/more", "open");
    let mut is_of_other = false;
    for status in [200, 401] {
        played.also_guards(more.clone());
        let begun = Instant::now();
        let path = more["path"].as_str().unwrap().to_owned();
        while played.ask(&path, None).send().await.status != 200 {
            assert!(begun.elapsed() < Duration::from_secs(30), "{path} isn't in force");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        played.says_everywhere(&away);
        assert_eq!(played.status("/orders", &seen).await, status, "of another service: {is_of_other}");
        well(&played).await;
        more = with(api("GET", "/other", "open"), json!({"service_id": format!("{SERVICE}x")}));
        is_of_other = true;
    }
}

#[tokio::test]
async fn a_gateway_that_is_refused_asks_again_after_a_while() {
    let played = Played::with_max_age(3600).await;
    for path in [TOKENS, CONFIGURATION, INTROSPECTION] {
        played.says(path, Say::Json(401, json!({})));
    }
    let begun = Instant::now();
    while played.ask("/open", None).send().await.status != 503 {
        assert!(begun.elapsed() < Duration::from_secs(30), "it goes on");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // A wrong secret is counted.
    let asked = played.count(TOKENS);
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(played.count(TOKENS), asked);
}

#[tokio::test]
async fn a_token_of_its_own_that_is_not_taken_is_replaced_once() {
    let played = Played::with_max_age(3600).await;
    for (number, status) in [401, 403].into_iter().enumerate() {
        let token = played.signed(&with(claims(&played), json!({"jti": number.to_string()})));
        played.says(INTROSPECTION, Say::Json(status, json!({})));
        assert_eq!(played.status("/orders", &token).await, 503);
        // Asked twice, the second time with another token.
        assert_eq!(played.asked_about(&token), (2, 2), "{status}");
        played.says(INTROSPECTION, Say::Well);
        assert_eq!(played.status("/orders", &token).await, 200);
    }
}

#[tokio::test]
async fn a_token_that_was_refused_is_refused_while_it_is_away_whatever_was_sent_meanwhile() {
    let played = Played::with_max_age(3600).await;
    let [revoked, good] = ["revoked", "good"].map(|id| played.signed(&with(claims(&played), json!({"jti": id}))));
    for token in [&revoked, &good] {
        assert_eq!(played.status("/orders", token).await, 200);
    }
    played.says(INTROSPECTION, Say::Json(200, json!({"active": false})));
    assert_eq!(played.status("/orders", &revoked).await, 401);
    for number in 0..100 {
        let (unsigned, _) = good.rsplit_once('.').unwrap();
        let made_up = format!("{unsigned}.{number:A>86}");
        assert_eq!(played.status("/orders", &made_up).await, 401);
    }
    played.says_everywhere(&Say::Json(503, json!({})));
    assert_eq!(played.status("/orders", &good).await, 200);
    assert_eq!(played.status("/orders", &revoked).await, 401);
}
