//! Signing in that must not work, one reason at a time. Each table begins with what is right, so that nothing is refused for another reason.

use authplane_domain::Error;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication;
use authplane_tests::Database;
use authplane_tests::relying_party::AuthorizationResponse;
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER, static_method};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::fake::{CLIENT_ID, CLIENT_SECRET, Key, unsigned};
use super::{ACCESS_TOKEN, METHOD, SUBJECT, World, back, is_signed_in, method, new, relying_server};

type Change = fn(&mut Value, i64);
type Make<'a> = Box<dyn Fn(&Value) -> String + Send + Sync + 'a>;
type Forge = fn(&str) -> String;

/// Claims that one change makes wrong (OpenID Connect Core §3.1.3.7).
const WRONG: &[(&str, Change)] = &[
    ("another issuer", |claims, _| claims["iss"] = json!("https://provider.example")),
    ("an issuer but for a slash", |claims, _| claims["iss"] = json!(format!("{}/", claims["iss"].as_str().unwrap()))),
    ("no issuer", |claims, _| take(claims, "iss")),
    ("another audience", |claims, _| claims["aud"] = json!("somebody else")),
    ("other audiences", |claims, _| claims["aud"] = json!(["somebody else", "and another"])),
    ("no audience", |claims, _| take(claims, "aud")),
    ("several audiences, issued to nobody", |claims, _| claims["aud"] = json!([CLIENT_ID, "somebody else"])),
    ("issued to somebody else", |claims, _| claims["azp"] = json!("somebody else")),
    ("several audiences, issued to another", |claims, _| {
        claims["aud"] = json!([CLIENT_ID, "somebody else"]);
        claims["azp"] = json!("somebody else");
    }),
    ("expired", |claims, now| claims["exp"] = json!(now - 61)),
    ("no expiry", |claims, _| take(claims, "exp")),
    ("an expiry that is no number", |claims, now| claims["exp"] = json!((now + 300).to_string())),
    ("issued in the future", |claims, now| claims["iat"] = json!(now + 300)),
    ("no time of issue", |claims, _| take(claims, "iat")),
    ("not yet valid", |claims, now| claims["nbf"] = json!(now + 300)),
    ("another nonce", |claims, _| claims["nonce"] = json!("another")),
    ("no nonce", |claims, _| take(claims, "nonce")),
    ("no subject", |claims, _| take(claims, "sub")),
    ("an empty subject", |claims, _| claims["sub"] = json!("")),
    ("a subject that is no text", |claims, _| claims["sub"] = json!(7)),
    ("a long subject", |claims, _| claims["sub"] = json!("s".repeat(256))),
    ("another access token's hash", |claims, _| claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")),
    ("a NUL", |claims, _| claims["address"] = json!({"locality": ["a\0"]})),
    ("a NUL in a name", |claims, _| claims["a\0"] = json!(1)),
    ("a NUL in the class", |claims, _| claims["acr"] = json!("a\0")),
];

fn take(claims: &mut Value, name: &str) {
    claims.as_object_mut().unwrap().remove(name).unwrap();
}

fn accepted(outcome: Outcome) {
    let left = outcome.left();
    assert!(AuthorizationResponse::from(&left).get("code").is_some(), "{}", left.to);
}

/// A page, which says nothing of why: that is in the log.
#[track_caller]
fn refused(outcome: Outcome, why: &str) {
    let page = match outcome {
        Outcome::Page(page) => *page,
        Outcome::Left(left) => panic!("{why}: left for {}", left.to),
    };
    assert_eq!(page.status, 502, "{why}: {page}");
    for secret in [ACCESS_TOKEN, CLIENT_SECRET, SUBJECT] {
        assert!(!page.body.contains(secret), "{why}: {page}");
    }
}

#[tokio::test]
async fn an_id_token_with_a_wrong_claim_signs_nobody_in() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    accepted(world.sign_in(&mut world.agent(), |_| {}).await);
    for (what, change) in WRONG {
        let mut agent = world.agent();
        let now = world.now();
        refused(world.sign_in(&mut agent, |claims| change(claims, now)).await, what);
        assert!(!is_signed_in(&agent), "{what}");
    }
}

#[tokio::test]
async fn an_id_token_that_the_provider_did_not_sign_signs_nobody_in() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let rsa = Key::rsa("rsa");
    world.fake.script().keys.push(rsa.jwk());
    let foreign = Key::p256("one");
    let unknown = Key::p256("two");
    let hmac = |header: Value, claims: &Value, secret: &[u8]| {
        let input = unsigned(&header, claims);
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), input.as_bytes());
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(tag))
    };
    let public = world.key.jwk().to_string();
    let usual = json!({"alg": "ES256", "typ": "JWT", "kid": "one"});
    let with = |name: &str, value: Value| {
        let mut header = usual.clone();
        header[name] = value;
        header
    };
    let cases: Vec<(&str, bool, Make<'_>)> = vec![
        ("right", true, Box::new(|claims| world.key.sign(&usual, claims))),
        ("no algorithm", false, Box::new(|claims| format!("{}.", unsigned(&json!({"alg": "none"}), claims)))),
        ("no signature", false, Box::new(|claims| format!("{}.", unsigned(&usual, claims)))),
        ("another key by the same name", false, Box::new(|claims| foreign.sign(&usual, claims))),
        ("a key that isn't published", false, Box::new(|claims| unknown.sign(&with("kid", json!("two")), claims))),
        ("an unnamed foreign key", false, Box::new(|claims| foreign.sign(&json!({"alg": "ES256"}), claims))),
        ("another kind of key", false, Box::new(|claims| world.key.sign(&with("alg", json!("RS256")), claims))),
        ("an algorithm of no use", false, Box::new(|claims| rsa.sign(&json!({"alg": "RS1", "kid": "rsa"}), claims))),
        ("the secret", false, Box::new(|claims| hmac(json!({"alg": "HS256"}), claims, CLIENT_SECRET.as_bytes()))),
        (
            "the public key as secret",
            false,
            Box::new(|claims| hmac(with("alg", json!("HS256")), claims, public.as_bytes())),
        ),
        ("an access token", false, Box::new(|claims| world.key.sign(&with("typ", json!("at+jwt")), claims))),
        ("a logout token", false, Box::new(|claims| world.key.sign(&with("typ", json!("logout+jwt")), claims))),
        ("an extension", false, Box::new(|claims| world.key.sign(&with("crit", json!(["b64"])), claims))),
        (
            "a changed payload",
            false,
            Box::new(|claims| {
                let token = world.key.sign(&usual, claims);
                let mut other = claims.clone();
                other["sub"] = json!("somebody else");
                format!("{}.{}", unsigned(&usual, &other), token.rsplit_once('.').unwrap().1)
            }),
        ),
        ("nothing", false, Box::new(|_| String::new())),
        ("no token", false, Box::new(|_| "a.b.c".to_owned())),
    ];
    for (what, right, make) in &cases {
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give(&make(&world.claims(&sent)));
        let outcome = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await;
        if *right { accepted(outcome) } else { refused(outcome, what) }
    }
    // Anybody can name a key: the set is fetched again for one of them, not for each.
    assert_eq!(world.fake.count("/jwks"), 2);
}

#[tokio::test]
async fn an_answer_of_the_token_endpoint_that_is_not_right_signs_nobody_in() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let bad: &[(&str, u16, Change)] = &[
        ("an error", 400, |answer, _| *answer = json!({"error": "invalid_grant"})),
        ("a failure", 500, |answer, _| *answer = json!("broken")),
        ("another type of token", 200, |answer, _| answer["token_type"] = json!("DPoP")),
        ("no type of token", 200, |answer, _| take(answer, "token_type")),
        ("no access token", 200, |answer, _| take(answer, "access_token")),
        ("no ID token", 200, |answer, _| take(answer, "id_token")),
        ("an ID token that is no text", 200, |answer, _| answer["id_token"] = json!(["a"])),
        ("nothing", 200, |answer, _| *answer = Value::Null),
    ];
    for (what, status, change) in bad {
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        {
            let mut script = world.fake.script();
            script.token.0 = *status;
            change(&mut script.token.1, 0);
        }
        refused(world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await, what);
        assert!(!is_signed_in(&agent), "{what}");
    }
}

#[tokio::test]
async fn userinfo_must_be_about_the_same_user() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    world.set(|_, settings| settings.get_user_info = true).await;
    for (what, status, userinfo) in [
        ("right", 200, json!({"sub": SUBJECT})),
        ("somebody else", 200, json!({"sub": "somebody else"})),
        ("nobody", 200, json!({"name": "Ada"})),
        ("a number", 200, json!({"sub": 7})),
        ("no object", 200, json!([SUBJECT])),
        ("long", 200, json!({"sub": SUBJECT, "name": "n".repeat(65 * 1024)})),
        ("refused", 401, json!({"sub": SUBJECT})),
        ("moved", 302, json!({"sub": SUBJECT})),
    ] {
        world.fake.script().userinfo = (status, userinfo);
        let outcome = world.sign_in(&mut world.agent(), |_| {}).await;
        if what == "right" { accepted(outcome) } else { refused(outcome, what) }
    }
}

#[tokio::test]
async fn cve_2025_46815_an_answer_counts_once() {
    for database in Database::tested() {
        println!("on {database:?}");
        let world = World::new(&relying_server(database).await).await;
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        let parameters = [("code", "c"), ("state", &sent["state"])];
        let before = agent.clone();
        accepted(world.come_back(&mut agent, &sent, &parameters).await);
        // Neither in this browser, nor as it was before.
        for mut agent in [agent, before] {
            let page = world.come_back(&mut agent, &sent, &parameters).await.page();
            assert_eq!(page.status, 400, "{page}");
        }
        assert_eq!(world.fake.count("/token"), 1);

        // One that failed neither.
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        let parameters = [("code", "c"), ("state", &sent["state"])];
        world.fake.script().token = (500, json!({}));
        refused(world.come_back(&mut agent, &sent, &parameters).await, "it fails");
        world.give_claims(&world.claims(&sent));
        let page = world.come_back(&mut agent, &sent, &parameters).await.page();
        assert_eq!(page.status, 400, "{page}");
        assert!(!is_signed_in(&agent));

        // Two at the same time: one of them.
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        let asked = world.fake.count("/token");
        let url = back(&sent, &[("code", "c"), ("state", &sent["state"])]);
        let calls = (0..8).map(|_| agent.call(http::Method::GET, &url).send());
        let answers = futures::future::join_all(calls).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 302).count(), 1);
        assert_eq!(answers.iter().filter(|answer| answer.status == 400).count(), 7);
        assert_eq!(world.fake.count("/token"), asked + 1);
    }
}

#[tokio::test]
async fn an_answer_counts_in_the_browser_that_was_sent_with_the_state_that_it_was_sent_with() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let sent_with_claims = async |agent: &mut authplane_tests::UserAgent| {
        let sent = world.depart(agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        sent
    };
    // A browser without a cookie, and one with a login of its own (login CSRF).
    let sent = sent_with_claims(&mut world.agent()).await;
    let mut other = world.agent();
    world.depart(&mut other, &world.application.request()).await;
    for mut agent in [world.agent(), other] {
        let page = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.page();
        assert_eq!(page.status, 400, "{page}");
        assert!(!is_signed_in(&agent));
    }
    let states: &[(&str, Forge)] = &[
        ("none", |_| String::new()),
        ("no random part", |state| state.split_once('.').unwrap().0.to_owned()),
        ("an empty one", |state| format!("{}.", state.split_once('.').unwrap().0)),
        ("another one", |state| format!("{}.{}", state.split_once('.').unwrap().0, "A".repeat(43))),
        ("one letter more", |state| format!("{state}A")),
        ("another login", |state| format!("{}.{}", "A".repeat(22), state.split_once('.').unwrap().1)),
    ];
    for (what, forge) in states {
        let mut agent = world.agent();
        let sent = sent_with_claims(&mut agent).await;
        let page = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &forge(&sent["state"]))]).await.page();
        assert_eq!(page.status, 400, "{what}: {page}");
        assert!(!is_signed_in(&agent), "{what}");
    }
    // Twice in one address.
    let mut agent = world.agent();
    let sent = sent_with_claims(&mut agent).await;
    let twice = [("code", "c"), ("state", &sent["state"]), ("state", &sent["state"])];
    assert_eq!(world.come_back(&mut agent, &sent, &twice).await.page().status, 400);
    assert_eq!(world.fake.count("/token"), 0);
}

#[tokio::test]
async fn an_answer_counts_for_the_method_that_it_is_for() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let (one, two) =
        (method("one", &world.fake.issuer(), CLIENT_ID).0, method("two", &world.fake.issuer(), CLIENT_ID).0);
    let people = static_method("people", &[(USER, PASSWORD, json!({}))]);
    let methods = || vec![new(one.clone(), Some(CLIENT_SECRET)), new(two.clone(), Some(CLIENT_SECRET)), people.clone()];
    world.tenant.set_methods(DEFAULT, methods()).await;
    for (path, status) in [("one", 0), ("two", 400), ("people", 400), ("nothing", 400)] {
        let mut agent = world.agent();
        let page = agent.get(&world.application.request().url()).await.page();
        let href = page.link("Method one").unwrap().to_owned();
        let left = agent.follow(&page, &href).await.left();
        let sent = super::Sent { parameters: left.to.query_pairs().into_owned().collect() };
        world.give_claims(&world.claims(&sent));
        let url = back(&sent, &[("code", "c"), ("state", &sent["state"])]);
        let outcome = agent.get(&url.replace("/login/one/", &format!("/login/{path}/"))).await;
        match outcome {
            Outcome::Left(_) => assert_eq!((status, path), (0, "one")),
            Outcome::Page(page) => assert_eq!(page.status, status, "{path}: {page}"),
        }
    }
}

#[tokio::test]
async fn cve_2025_64717_a_method_that_is_disabled_neither_begins_nor_finishes() {
    for database in Database::tested() {
        println!("on {database:?}");
        let world = World::new(&relying_server(database).await).await;
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        world.set(|method, _| method.disabled = true).await;
        let page = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.page();
        assert_eq!(page.status, 404, "{page}");
        assert!(!is_signed_in(&agent));

        let mut agent = world.agent();
        let page = agent.get(&world.application.request().url()).await.page();
        assert_eq!(page.status, 400, "{page}");
        let begin = page.url.as_str().replace("/login?", &format!("/login/{METHOD}?"));
        assert_eq!(agent.get(&begin).await.page().status, 404);

        // One that leads somewhere else by now finishes nothing either.
        world.set(|_, _| {}).await;
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        world.set(|_, settings| settings.client.client_id = "another".to_owned()).await;
        let page = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.page();
        assert_eq!(page.status, 400, "{page}");
        assert_eq!(world.fake.count("/token"), 0);
    }
}

#[tokio::test]
async fn errors_of_the_provider_are_told_to_whom_they_concern() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let mut agent = world.agent();
    let request = world.application.request();
    let sent = world.depart(&mut agent, &request).await;
    let description = "<script>the provider's own words</script>";
    let denied = [("error", "access_denied"), ("error_description", description), ("state", &sent["state"])];
    let left = world.come_back(&mut agent, &sent, &denied).await.left();
    let response = AuthorizationResponse::from(&left);
    let (error, said) = response.error(&world.application, &request);
    assert_eq!(error, "access_denied");
    assert!(!said.contains("provider's own words"));
    assert_eq!(world.come_back(&mut agent, &sent, &denied).await.page().status, 400);

    for parameters in [
        &[("error", "server_error"), ("error_description", description)][..],
        &[("error", "<script>alert(1)</script>")],
        &[("error", "login_required"), ("code", "c")],
        &[],
    ] {
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        let mut parameters = parameters.to_vec();
        parameters.push(("state", &sent["state"]));
        let outcome = world.come_back(&mut agent, &sent, &parameters).await;
        if let Outcome::Page(page) = &outcome {
            assert!(!page.body.contains("<script>"), "{page}");
        }
        refused(outcome, &format!("{parameters:?}"));
        assert!(!is_signed_in(&agent));
    }
    assert_eq!(world.fake.count("/token"), 0);
}

#[tokio::test]
async fn mix_up_an_answer_of_another_issuer_is_refused() {
    let server = relying_server(Database::Sqlite).await;
    for announces in [false, true] {
        let world = World::new(&server).await;
        world.fake.script().metadata = json!({"authorization_response_iss_parameter_supported": announces});
        let issuer = world.fake.issuer();
        for (sent_issuer, right) in
            [(Some(issuer.as_str()), true), (None, !announces), (Some("https://attacker.example"), false)]
        {
            for kind in [("code", "c"), ("error", "access_denied")] {
                let mut agent = world.agent();
                let sent = world.depart(&mut agent, &world.application.request()).await;
                world.give_claims(&world.claims(&sent));
                let mut parameters = vec![kind, ("state", &sent["state"])];
                parameters.extend(sent_issuer.map(|issuer| ("iss", issuer)));
                let asked = world.fake.count("/token");
                match world.come_back(&mut agent, &sent, &parameters).await {
                    Outcome::Left(left) => assert!(right, "{}", left.to),
                    outcome @ Outcome::Page(_) => {
                        assert!(!right, "{sent_issuer:?} {kind:?}");
                        refused(outcome, "mix-up");
                        assert_eq!(world.fake.count("/token"), asked);
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn a_provider_that_only_remembers_the_user_does_not_sign_in_again() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    for (name, value, ago, right) in [
        ("prompt", "login", Some(0), true),
        ("prompt", "login", Some(600), false),
        ("prompt", "login", None, true),
        ("max_age", "300", Some(200), true),
        ("max_age", "300", Some(600), false),
        ("max_age", "0", Some(600), false),
        ("ui_locales", "de", Some(600), true),
    ] {
        let mut agent = world.agent();
        let request = world.application.request().with(name, value);
        let sent = world.depart(&mut agent, &request).await;
        let mut claims = world.claims(&sent);
        if let Some(ago) = ago {
            claims["auth_time"] = json!(world.now() - ago);
        }
        world.give_claims(&claims);
        let left = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.left();
        let response = AuthorizationResponse::from(&left);
        if right {
            assert!(response.get("code").is_some(), "{name}={value} {ago:?}: {}", left.to);
        } else {
            assert_eq!(response.error(&world.application, &request).0, "login_required", "{name}={value} {ago:?}");
            assert!(!is_signed_in(&agent));
        }
    }
}

#[tokio::test]
async fn pages_below_the_path_of_methods_are_no_methods() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    for id in ["cancel", "continue"] {
        let (tenant, method) = (world.tenant.id.clone(), method(id, &world.fake.issuer(), CLIENT_ID).0);
        let replace = async move |store: authplane_domain::Store| {
            authentication::replace(&Acting::new(&store, &tenant, Actor::system()), DEFAULT, vec![new(method, None)])
                .await
        };
        let replaced = world.tenant.server.with_store(move |store| async move { replace(store).await }).await;
        assert!(matches!(replaced, Err(Error::Invalid { field, .. }) if field == "methods[0].id"), "{id}");
    }
}
