//! Signing in that works.

use authplane::oauth::login::federation::identity::subject;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::sign_in::authentication::{Mapping, MethodKind};
use authplane_tests::relying_party::{AuthorizationResponse, application, challenge, claims_of};
use authplane_tests::users::{PASSWORD, USER, static_method};
use authplane_tests::{Database, RelyingParty, Tenant, TestServer, UserAgent};
use aws_lc_rs::digest::{SHA256, SHA512, digest};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::fake::{CLIENT_ID, CLIENT_SECRET, Key};
use super::{ACCESS_TOKEN, METHOD, SUBJECT, World, is_signed_in, method, new, relying_server};
use crate::it::openid::SCOPES;

#[tokio::test]
async fn users_of_another_authplane_sign_in() {
    for database in Database::tested() {
        println!("on {database:?}");
        let other = Tenant::with_users(&TestServer::shared(database).await).await;
        let tenant = Tenant::new(&relying_server(database).await).await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        let details = ClientDetails {
            redirect_uris: vec![format!("{issuer}/login/{METHOD}/callback")],
            ..application(&["openid", "profile", "email"])
        };
        let ours = other.register(DEFAULT, details).await;
        let upstream = other.server.issuer(&other.id, DEFAULT);
        let (mut method, mut settings) = method(METHOD, &upstream, &ours.id);
        settings.client.scopes = vec!["profile".to_owned(), "email".to_owned()];
        settings.get_user_info = true;
        method.kind = MethodKind::Oidc(settings);
        tenant.set_methods(DEFAULT, vec![new(method, Some(&ours.secret))]).await;

        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let mut agent = UserAgent::new(tenant.server.url()).visiting(other.server.url());
        let request = application.request().with("scope", "openid profile email");
        let outcome = agent.get(&request.url()).await;
        let is_ours = |page: &authplane_tests::user_agent::Page| page.url.as_str().starts_with(&issuer);
        let page = agent.walk(outcome, USER, PASSWORD, is_ours).await.page();
        assert!(page.words().contains("Ada Example"), "{page}");
        let left = agent.submit(page.form(), &[("decision", "allow")]).await.left();
        let tokens = application.tokens(&left, &request).await;

        let claims = application
            .verify_id_token(tokens.id_token(), Some(&request.nonce), Some(&tokens.access_token), None)
            .await;
        assert_eq!(claims["sub"], subject(METHOD, &upstream, USER));
        let userinfo = application.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!((&userinfo["email"], &userinfo["name"]), (&json!("ada@people.example"), &json!("Ada Example")));

        // Signed in there still, so nothing is asked but whether this application may know.
        let second = RelyingParty::web(&tenant, &SCOPES).await;
        let again = second.request();
        let outcome = agent.get(&again.url()).await;
        let tokens = second.tokens(&agent.walk(outcome, "nobody", "nothing", |_| false).await.left(), &again).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], claims["sub"]);
    }
}

#[tokio::test]
async fn what_the_application_asks_for_goes_on_to_the_provider() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let scopes = vec!["email".to_owned(), "openid".to_owned(), "api:read".to_owned()];
    world.set(|_, settings| settings.client.scopes = scopes).await;
    let mut agent = world.agent();
    let sent = world.depart(&mut agent, &world.application.request()).await;
    assert_eq!((&sent["response_type"], &sent["client_id"]), ("code", CLIENT_ID));
    assert_eq!(&sent["scope"], "openid email api:read");
    assert_eq!(&sent["redirect_uri"], format!("{}/login/{METHOD}/callback", world.application.issuer));
    assert_eq!((&sent["code_challenge_method"], sent["code_challenge"].len()), ("S256", 43));
    for absent in ["prompt", "max_age", "login_hint", "ui_locales", "acr_values"] {
        assert!(!sent.parameters.contains_key(absent), "{absent}");
    }
    let again = world.depart(&mut agent, &world.application.request()).await;
    for random in ["state", "nonce", "code_challenge"] {
        assert!(sent[random].len() >= 43 && sent[random] != again[random], "{random}");
    }

    for (name, value, prompt) in [
        ("prompt", "login", Some("login")),
        ("prompt", "select_account", Some("select_account")),
        ("max_age", "60", Some("login")),
        ("login_hint", "ada@people.example", None),
        ("ui_locales", "de fr", None),
        ("acr_values", "silver bronze", None),
    ] {
        let sent = world.depart(&mut world.agent(), &world.application.request().with(name, value)).await;
        assert_eq!(&sent[name], value, "{name}");
        assert_eq!(sent.parameters.get("prompt").map(String::as_str), prompt, "{name}");
    }

    world.set(|_, settings| settings.client.redirect_url = Some("https://proxy.example/back".to_owned())).await;
    let sent = world.depart(&mut world.agent(), &world.application.request()).await;
    assert_eq!(&sent["redirect_uri"], "https://proxy.example/back");
}

#[tokio::test]
async fn the_code_is_exchanged_with_the_proof_and_the_secret_as_the_provider_takes_it() {
    let server = relying_server(Database::Sqlite).await;
    for (methods, basic) in [
        (Value::Null, true),
        (json!(["private_key_jwt", "client_secret_post", "client_secret_basic"]), true),
        (json!(["client_secret_post"]), false),
    ] {
        let world = World::new(&server).await;
        world.fake.script().metadata = json!({"token_endpoint_auth_methods_supported": methods});
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        world.give_claims(&world.claims(&sent));
        let left = world.come_back(&mut agent, &sent, &[("code", "the code"), ("state", &sent["state"])]).await.left();
        assert!(AuthorizationResponse::from(&left).get("code").is_some());
        let asked = world.fake.landing.next("/token").await;
        let form = asked.form();
        let field = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        assert_eq!((field("grant_type"), field("code")), (Some("authorization_code"), Some("the code")));
        assert_eq!(field("redirect_uri"), Some(&sent["redirect_uri"]));
        assert_eq!(challenge(field("code_verifier").unwrap()), sent["code_challenge"]);
        let expected = if basic { (None, None) } else { (Some(CLIENT_ID), Some(CLIENT_SECRET)) };
        assert_eq!((field("client_id"), field("client_secret")), expected);
        let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = STANDARD.encode(format!("{}:{}", encode(CLIENT_ID), encode(CLIENT_SECRET)));
        let expected = if basic { format!("Basic {pair}") } else { String::new() };
        assert_eq!(asked.header("authorization"), expected);
    }
}

#[tokio::test]
async fn a_client_without_a_secret_shows_its_proof_alone() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let (without, _) = method(METHOD, &world.fake.issuer(), CLIENT_ID);
    // Another id first: the method would keep its secret.
    world.tenant.set_methods(DEFAULT, Vec::new()).await;
    world.tenant.set_methods(DEFAULT, vec![new(without, None)]).await;
    let _ = world.sign_in(&mut world.agent(), |_| {}).await.left();
    let asked = world.fake.landing.next("/token").await;
    assert!(asked.header("authorization").is_empty());
    assert!(asked.form().contains(&("client_id".to_owned(), CLIENT_ID.to_owned())));
    assert!(!asked.form().iter().any(|(name, _)| name == "client_secret"));
}

#[tokio::test]
async fn every_algorithm_of_the_field_is_taken_and_at_hash_is_that_of_the_algorithm() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let half = |hash: &[u8]| URL_SAFE_NO_PAD.encode(&hash[..hash.len() / 2]);
    let sha256 = half(digest(&SHA256, ACCESS_TOKEN.as_bytes()).as_ref());
    let sha512 = half(digest(&SHA512, ACCESS_TOKEN.as_bytes()).as_ref());
    let (rsa, p256, ed25519) = (Key::rsa("rsa"), Key::p256("p256"), Key::ed25519("ed"));
    world.fake.script().keys = vec![rsa.jwk(), p256.jwk(), ed25519.jwk()];
    for (algorithm, key, hash) in
        [("RS256", &rsa, &sha256), ("PS256", &rsa, &sha256), ("ES256", &p256, &sha256), ("EdDSA", &ed25519, &sha512)]
    {
        let mut agent = world.agent();
        let sent = world.depart(&mut agent, &world.application.request()).await;
        let mut claims = world.claims(&sent);
        claims["at_hash"] = json!(hash);
        // A type is optional, and so is the key's id where each key may be tried.
        let header = if algorithm == "RS256" {
            json!({"alg": algorithm})
        } else {
            json!({"alg": algorithm, "kid": key.kid, "typ": "JWT"})
        };
        world.give(&key.sign(&header, &claims));
        let left = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.left();
        assert!(AuthorizationResponse::from(&left).get("code").is_some(), "{algorithm}: {}", left.to);
    }
    // One for several says that it was issued to us.
    let mut agent = world.agent();
    world.fake.script().keys.push(world.key.jwk());
    let several = |claims: &mut Value| {
        claims["aud"] = json!(["somebody else", CLIENT_ID]);
        claims["azp"] = json!(CLIENT_ID);
    };
    // A key that is new there: the set is fetched again.
    let left = world.sign_in(&mut agent, several).await.left();
    assert!(AuthorizationResponse::from(&left).get("code").is_some(), "{}", left.to);
}

#[tokio::test]
async fn what_the_provider_tells_becomes_the_context_of_the_user() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let authenticated_at = world.now() - 30;
    let readable = Key::p256("of the access token").sign(
        &json!({"alg": "ES256", "typ": "at+jwt"}),
        &json!({
            "iss": "i", "sub": "s", "scope": "x", "name": "of the access token", "nickname": "of the access token",
            "website": "https://access.example",
        }),
    );
    let told = |claims: &mut Value| {
        for (name, value) in [
            ("name", json!("Of the ID token")),
            ("acr", json!("gold")),
            ("amr", json!(["otp", 7, "pwd"])),
            ("auth_time", json!(authenticated_at)),
        ] {
            claims[name] = value;
        }
    };
    let userinfo = json!({
        "sub": SUBJECT, "name": "Of userinfo", "nickname": "of userinfo", "email": "ada@people.example",
        "address": {"locality": "Berlin"},
    });
    world.fake.script().userinfo = (200, userinfo);
    let mapping = |source: &str, target: &str| Mapping { source: source.to_owned(), target: target.to_owned() };
    let cases = [
        (
            Vec::new(),
            json!({
                "name": "Of the ID token", "nickname": "of the access token", "email": "ada@people.example",
                "website": "https://access.example", "address": {"locality": "Berlin"},
            }),
        ),
        (
            vec![
                mapping("userinfo.name", "name"),
                mapping("id_token.name", "nickname"),
                mapping("access_token.website", "website"),
                mapping("userinfo.address.locality", "address.region"),
                mapping("userinfo.absent", "email"),
            ],
            json!({
                "name": "Of userinfo", "nickname": "Of the ID token", "website": "https://access.example",
                "address": {"region": "Berlin"},
            }),
        ),
    ];
    for (mappings, expected) in cases {
        world
            .set(|method, settings| {
                method.mappings = mappings;
                settings.get_user_info = true;
            })
            .await;
        let mut agent = world.agent();
        let request = world.application.request().with("scope", "openid profile email address");
        let sent = world.depart(&mut agent, &request).await;
        let mut claims = world.claims(&sent);
        told(&mut claims);
        world.give_claims(&claims);
        world.fake.script().token.1["access_token"] = json!(readable);
        let left = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.left();
        let tokens = world.application.tokens(&left, &request).await;
        let mut userinfo = world.application.userinfo(&tokens.access_token).await.expect(200).json();
        let sub = subject(METHOD, &world.fake.issuer(), SUBJECT);
        assert_eq!(userinfo.as_object_mut().unwrap().remove("sub"), Some(json!(sub)));
        assert_eq!(userinfo, expected);
        let id_token = claims_of(tokens.id_token());
        assert_eq!((&id_token["acr"], &id_token["amr"]), (&json!("gold"), &json!(["otp", "pwd"])));
        assert_eq!(id_token["auth_time"], authenticated_at);
    }
    let asked = world.fake.landing.next("/userinfo").await;
    assert_eq!((asked.method.as_str(), asked.header("authorization")), ("GET", format!("Bearer {readable}").as_str()));
}

#[tokio::test]
async fn the_same_person_by_another_method_is_another_user() {
    let subjects = [
        subject("a", "https://b.example", "c"),
        subject("ab", "https://b.example", "c"),
        subject("a", "https://b.example/c", ""),
        subject("a", "https://b.example", "d"),
        subject("a", "https://c.example", "c"),
    ];
    for (index, subject) in subjects.iter().enumerate() {
        assert_eq!(subject.len(), 43);
        assert!(!subjects[..index].contains(subject));
    }
    // Nobody out there can choose a name by which somebody here is known.
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let mut agent = world.agent();
    let request = world.application.request();
    let sent = world.depart(&mut agent, &request).await;
    let mut claims = world.claims(&sent);
    claims["sub"] = json!(USER);
    claims["auth_time"] = json!(world.now() + 1_000_000);
    world.give_claims(&claims);
    let left = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.left();
    let tokens = world.application.tokens(&left, &request).await;
    let claims = claims_of(tokens.id_token());
    assert_eq!(claims["sub"], subject(METHOD, &world.fake.issuer(), USER));
    // A time that hasn't come is none.
    assert!((claims["auth_time"].as_i64().unwrap() - world.now()).abs() < 30);
}

#[tokio::test]
async fn whoever_wants_to_be_somebody_else_is_asked_again_there() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let application = RelyingParty::web(&world.tenant, &SCOPES).await;
    let mut agent = world.agent();
    let sent = world.depart(&mut agent, &application.request()).await;
    world.give_claims(&world.claims(&sent));
    let consent = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.page();
    assert!(is_signed_in(&agent));
    let href = consent.links().into_iter().find(|href| href.contains("/login?")).unwrap().to_owned();
    let left = agent.follow(&consent, &href).await.left();
    assert!(left.to.query_pairs().any(|(name, value)| name == "prompt" && value == "login"), "{}", left.to);
}

#[tokio::test]
async fn the_user_chooses_among_methods() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let (upstream, _) = method(METHOD, &world.fake.issuer(), CLIENT_ID);
    let people = static_method("people", &[(USER, PASSWORD, json!({}))]);
    world.tenant.set_methods(DEFAULT, vec![people, new(upstream, Some(CLIENT_SECRET))]).await;
    let mut agent = world.agent();
    let page = agent.get(&world.application.request().url()).await.page();
    let href = page.link("Method upstream").unwrap_or_else(|| panic!("{page}")).to_owned();
    let left = agent.follow(&page, &href).await.left();
    assert!(left.to.as_str().starts_with(&world.fake.issuer()), "{}", left.to);
}

#[tokio::test]
async fn the_id_of_a_method_of_an_earlier_release_may_need_escapes() {
    let world = World::new(&relying_server(Database::Sqlite).await).await;
    let (upstream, _) = method("a-method-from-before", &world.fake.issuer(), CLIENT_ID);
    world.tenant.set_methods(DEFAULT, vec![new(upstream, None)]).await;
    let connection = sea_orm::Database::connect(world.tenant.server.database_url()).await.unwrap();
    // None is made with such an id any more.
    let rename = format!(
        r#"UPDATE authorization_servers SET authentications = replace(authentications, '"a-method-from-before"', '"über\"{{}}"') WHERE tenant_id = '{}'"#,
        world.tenant.id
    );
    assert!(connection.execute_unprepared(&rename).await.unwrap().rows_affected() > 0);
    connection.close().await.unwrap();
    let mut agent = world.agent();
    let request = world.application.request();
    let sent = world.depart(&mut agent, &request).await;
    assert!(sent["redirect_uri"].ends_with("/login/%C3%BCber%22%7B%7D/callback"), "{}", &sent["redirect_uri"]);
    world.give_claims(&world.claims(&sent));
    let left = world.come_back(&mut agent, &sent, &[("code", "c"), ("state", &sent["state"])]).await.left();
    assert!(AuthorizationResponse::from(&left).get("code").is_some(), "{}", left.to);
}
