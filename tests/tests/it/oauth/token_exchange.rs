//! Token exchange (RFC 8693): whose token a client may go on with, and what it gets.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER};
use authplane_domain::catalogue::scope;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant;
use authplane_tests::relying_party::{Tokens, application, claims_of};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};

use super::{REVOKE, TOKEN, access_token, api, change_server, jwt, machine, offer_all_grants, post, refused, register};
use crate::it::things;

const GRANT: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";
const JWT: &str = "urn:ietf:params:oauth:token-type:jwt";
const ORDERS: &str = "https://orders.example";
const STOCK: &str = "https://stock.example";

/// A shop that users sign in to, an API that it calls for them, and one further behind.
struct Scene {
    shop: RelyingParty,
    orders: RelyingParty,
    stock: RelyingParty,
    agent: UserAgent,
}

/// A confidential client that may only exchange tokens, without anybody's being asked, and that is meant where this audience is.
fn exchanging(audience: &str, scopes: &[&str]) -> ClientDetails {
    ClientDetails {
        trusted: true,
        grant_types: Some(vec![GRANT.to_owned()]),
        response_types: Some(Vec::new()),
        audience: Some(vec![audience.to_owned()]),
        ..application(scopes)
    }
}

impl Scene {
    async fn new(tenant: &Tenant) -> Self {
        offer_all_grants(tenant).await;
        api(tenant, ORDERS, None, &["orders:read", "orders:write"]).await;
        api(tenant, STOCK, None, &["stock:read"]).await;
        let shop = RelyingParty::web(tenant, &["openid", "email", "offline_access", "orders:read"]).await;
        let orders =
            RelyingParty::register(tenant, exchanging(ORDERS, &["openid", "email", "offline_access", "stock:read"]));
        let stock = RelyingParty::register(tenant, exchanging(STOCK, &["openid", "orders:write"]));
        let (orders, stock) = (orders.await, stock.await);
        Self { shop, orders, stock, agent: UserAgent::new(tenant.server.url()) }
    }

    /// Tokens of the shop's, for the API that it calls.
    async fn sign_in(&mut self, scope: &str) -> Tokens {
        let request = self.shop.request().with("scope", scope).with("resource", ORDERS);
        self.shop.sign_in(&mut self.agent, &request, (USER, PASSWORD)).await
    }
}

/// Asks for an exchange, whatever the answer may be.
async fn exchange(client: &RelyingParty, subject_token: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields =
        vec![("grant_type", GRANT), ("subject_token", subject_token), ("subject_token_type", ACCESS_TOKEN)];
    fields.extend(more);
    client.call(TOKEN, &fields).send().await
}

async fn with_scene_on_both(case: impl AsyncFn(Tenant, Scene)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let scene = Scene::new(&tenant).await;
        case(tenant, scene).await;
    }
}

#[tokio::test]
async fn a_client_goes_on_for_the_user_whose_token_it_was_sent() {
    with_scene_on_both(async |tenant, mut scene| {
        let tokens = scene.sign_in("openid email orders:read").await;
        let first = claims_of(&tokens.access_token);
        let more = [("resource", STOCK), ("scope", "stock:read email"), ("requested_token_type", ACCESS_TOKEN)];
        let answer = exchange(&scene.orders, &tokens.access_token, &more).await.expect(200);
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
        let body = answer.json();
        assert_eq!(
            (&body["issued_token_type"], &body["token_type"], &body["scope"]),
            (&json!(ACCESS_TOKEN), &json!("Bearer"), &json!("stock:read email"))
        );
        assert!(body.get("refresh_token").is_none() && body.get("id_token").is_none(), "{body}");
        let token = access_token(answer);
        assert!(jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, &token));
        let claims = claims_of(&token);
        let (shop, orders) = (&scene.shop.client.id, &scene.orders.client.id);
        let act = json!({"sub": orders, "client_id": orders, "act": {"sub": shop, "client_id": shop}});
        assert_eq!((&claims["sub"], &claims["act"]), (&first["sub"], &act));
        assert_eq!((&claims["client_id"], &claims["aud"]), (&json!(orders), &json!(STOCK)));
        for name in ["auth_time", "amr", "acr", "iss", "tid", "aid"] {
            assert_eq!(claims[name], first[name], "{name}");
        }
        assert_ne!((&claims["jti"], &claims["gid"]), (&first["jti"], &first["gid"]));
        assert!(claims["exp"].as_i64() <= first["exp"].as_i64());
        // Who it is about, and who acts, is what its holder hears.
        let said = scene.orders.introspect(&token).await;
        assert_eq!((&said["active"], &said["act"], &said["sub"]), (&json!(true), &act, &first["sub"]));
        // The next one goes on from there: the chain grows.
        let again = exchange(&scene.stock, &token, &[("audience", ORDERS), ("scope", "orders:write")]).await;
        let again = claims_of(&access_token(again));
        let stock = &scene.stock.client.id;
        assert_eq!(again["act"], json!({"sub": stock, "client_id": stock, "act": act}));
        assert_eq!((&again["aud"], &again["sub"]), (&json!(ORDERS), &first["sub"]));
        // The first token is as good as before.
        assert_eq!(scene.shop.introspect(&tokens.access_token).await["active"], true);
    })
    .await;
}

#[tokio::test]
async fn assertion_35_cve_2026_9094_a_subject_token_must_hold_here_and_be_meant_for_the_client() {
    with_scene_on_both(async |tenant, mut scene| {
        let tokens = scene.sign_in("openid orders:read").await;
        let good = tokens.access_token.clone();
        let orders = &scene.orders;
        let _ = exchange(orders, &good, &[]).await.expect(200);
        let refused_to = async |client: &RelyingParty, token: &str, why: &str| {
            let description = refused(exchange(client, token, &[]).await, 400, "invalid_request");
            assert_eq!(description, "the subject token is not valid here, or not for this client", "{why}");
        };
        // logto #8772: somebody else's audience.
        refused_to(&scene.stock, &good, "meant for another API").await;
        let stranger = RelyingParty::register(&tenant, exchanging("https://stranger.example", &[])).await;
        refused_to(&stranger, &good, "a client that came by it").await;
        // CVE-2026-9094: the same names in another tenant, with its own keys.
        let other = Tenant::with_users(&tenant.server).await;
        let mut elsewhere = Scene::new(&other).await;
        let foreign = elsewhere.sign_in("openid orders:read").await.access_token;
        let _ = exchange(&elsewhere.orders, &foreign, &[]).await.expect(200);
        refused_to(orders, &foreign, "of another tenant").await;
        refused_to(&elsewhere.orders, &good, "of another tenant").await;
        // A server of the same tenant.
        let details = ClientDetails { audience: Some(vec![ORDERS.to_owned()]), ..machine() };
        let developer = register(&tenant, DEVELOPER, details).await;
        let of_developer = access_token(tenant.ask_for_token(&developer, None, &[]).await);
        refused_to(orders, &of_developer, "of another server").await;
        // The same users, the same audience, and still another server's.
        let server = things::authorization_server(&tenant).await;
        tenant.set_methods(&server, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let details = ClientDetails { audience: Some(vec![ORDERS.to_owned()]), ..application(&["openid"]) };
        let elsewhere = RelyingParty::register_at(&tenant, &server, details).await;
        let of_user = elsewhere.sign_in(&mut scene.agent, &elsewhere.request(), (USER, PASSWORD)).await.access_token;
        assert_eq!(claims_of(&of_user)["aud"], ORDERS);
        refused_to(&scene.orders, &of_user, "a user's of another server").await;
        let orders = &scene.orders;
        // Nobody is behind a client's own token.
        let details = ClientDetails { audience: Some(vec![ORDERS.to_owned()]), ..machine() };
        let robot = register(&tenant, DEFAULT, details).await;
        let own = access_token(tenant.ask_for_token(&robot, None, &[]).await);
        assert_eq!(claims_of(&own)["aud"], ORDERS);
        refused_to(orders, &own, "a client's own").await;
        // What doesn't hold at all.
        let (header, mut claims) = jwt::read(&good);
        let forged = jwt::Key::new("ES256").sign(&header, &claims);
        let (stolen, _) = jwt::stolen_key(&tenant, DEFAULT).await;
        claims["gid"] = claims_of(&foreign)["gid"].clone();
        let of_no_grant = stolen.sign(&header, &claims);
        let unsigned = jwt::compact(&json!({"alg": "none", "typ": "at+jwt"}), &claims, |_| Vec::new());
        for (token, why) in [
            ("garbage", "garbage"),
            (&good[..good.len() - 2], "truncated"),
            (&forged, "another key"),
            (&unsigned, "no signature"),
            (&of_no_grant, "a grant that isn't there"),
            (&good.to_uppercase(), "upper case"),
        ] {
            refused_to(orders, token, why).await;
        }
        // A token that the client itself was given is its own to exchange.
        let mut details = exchanging("https://other.example", &["openid", "stock:read"]);
        details.grant_types = Some(vec!["authorization_code".to_owned(), GRANT.to_owned()]);
        details.response_types = None;
        let both = RelyingParty::register(&tenant, details).await;
        let request = both.request().with("scope", "openid stock:read");
        let own = both.sign_in(&mut scene.agent, &request, (USER, PASSWORD)).await.access_token;
        let narrowed = exchange(&both, &own, &[("resource", STOCK), ("scope", "stock:read")]).await;
        let claims = claims_of(&access_token(narrowed));
        assert_eq!(claims["act"], json!({"sub": both.client.id, "client_id": both.client.id}));
        // CVE-2026-9097: what was revoked.
        let _ = scene.shop.call(REVOKE, &[("token", &good)]).send().await.expect(200);
        refused_to(&scene.orders, &good, "revoked").await;
    })
    .await;
}

#[tokio::test]
async fn assertion_35_an_exchanged_token_dies_with_what_it_was_made_of() {
    with_scene_on_both(async |tenant, mut scene| {
        let chain = async |scene: &mut Scene| {
            let tokens = scene.sign_in("openid email offline_access orders:read").await;
            let more = [("resource", STOCK), ("scope", "stock:read openid email")];
            let second = access_token(exchange(&scene.orders, &tokens.access_token, &more).await);
            let third = access_token(exchange(&scene.stock, &second, &[]).await);
            assert_eq!(scene.orders.userinfo(&second).await.expect(200).json()["email"], "ada@people.example");
            (tokens, second, third)
        };
        let dead = async |scene: &Scene, second: &str, third: &str, why: &str| {
            assert_eq!(scene.orders.introspect(second).await, json!({"active": false}), "{why}");
            assert_eq!(scene.stock.introspect(third).await, json!({"active": false}), "{why}");
            let _ = scene.orders.userinfo(second).await.expect(401);
            refused(exchange(&scene.stock, second, &[]).await, 400, "invalid_request");
        };

        let (tokens, second, third) = chain(&mut scene).await;
        let revoke = async |client: &RelyingParty, token: &str| {
            let _ = client.call(REVOKE, &[("token", token)]).send().await.expect(200);
        };
        // The last one alone, by its own client; nobody else's.
        refused(scene.shop.call(REVOKE, &[("token", &third)]).send().await, 400, "unauthorized_client");
        revoke(&scene.stock, &third).await;
        assert_eq!(scene.stock.introspect(&third).await, json!({"active": false}));
        assert_eq!(scene.orders.introspect(&second).await["active"], true);
        revoke(&scene.shop, &tokens.access_token).await;
        dead(&scene, &second, &third, "the first access token was revoked").await;

        let (tokens, second, third) = chain(&mut scene).await;
        revoke(&scene.shop, tokens.refresh_token()).await;
        dead(&scene, &second, &third, "the authorization was revoked").await;

        let (_, second, third) = chain(&mut scene).await;
        let (tid, shop) = (tenant.id.clone(), scene.shop.client.id.clone());
        let take_back = async move |store: authplane_domain::Store| {
            authorization_grant::take_back(
                &Acting::new(&store, &tid, Actor::system()),
                Given { server_id: DEFAULT, subject: USER, client_id: &shop },
                172_800,
            )
            .await
        };
        tenant.server.with_store(move |store| async move { take_back(store).await }).await.unwrap();
        dead(&scene, &second, &third, "the user took it back").await;

        let (_, second, third) = chain(&mut scene).await;
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))])]).await;
        dead(&scene, &second, &third, "the user is gone").await;
    })
    .await;
}

#[tokio::test]
async fn an_exchanged_token_lives_no_longer_than_the_one_that_it_was_made_of() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        let tenant = Tenant::with_users(&server).await;
        let mut scene = Scene::new(&tenant).await;
        let tokens = scene.sign_in("openid orders:read").await;
        clock.advance(TimeDelta::seconds(3540));
        let body = exchange(&scene.orders, &tokens.access_token, &[]).await.expect(200).json();
        assert_eq!(body["expires_in"], 60);
        let token = body["access_token"].as_str().unwrap();
        assert_eq!(claims_of(token)["exp"], claims_of(&tokens.access_token)["exp"]);
        clock.advance(TimeDelta::seconds(60));
        assert_eq!(scene.orders.introspect(token).await, json!({"active": false}));
        refused(exchange(&scene.orders, &tokens.access_token, &[]).await, 400, "invalid_request");
        server.stop().await;
    }
}

#[tokio::test]
async fn ghsa_7fpj_9hr8_28vh_nothing_but_an_access_token_is_exchanged_whatever_it_is_called() {
    with_scene_on_both(async |tenant, mut scene| {
        let tokens = scene.sign_in("openid offline_access orders:read").await;
        let request = scene.shop.request().with("scope", "openid");
        let left = scene.agent.get(&request.url()).await.left();
        let code = left.to.query_pairs().find(|(name, _)| name == "code").unwrap().1.into_owned();
        // As the server itself would sign them, with everything that an access token says.
        let (key, _) = jwt::stolen_key(&tenant, DEFAULT).await;
        let (header, claims) = jwt::read(&tokens.access_token);
        let typed = |typ: Value| {
            let mut header = header.clone();
            header["typ"] = typ;
            key.sign(&header, &claims)
        };
        let same = typed(json!("at+jwt"));
        let _ = exchange(&scene.orders, &same, &[]).await.expect(200);
        let others = [
            tokens.id_token().to_owned(),
            tokens.refresh_token().to_owned(),
            code,
            typed(json!("logout+jwt")),
            typed(json!("JWT")),
            typed(Value::Null),
            typed(json!("oauth-authz-req+jwt")),
            typed(json!("client-authentication+jwt")),
        ];
        let good = tokens.access_token.as_str();
        for token in &others {
            for kind in [ACCESS_TOKEN, JWT] {
                let fields = [("grant_type", GRANT), ("subject_token", token), ("subject_token_type", kind)];
                refused(scene.orders.call(TOKEN, &fields).send().await, 400, "invalid_request");
                let actor = [("actor_token", token.as_str()), ("actor_token_type", kind)];
                refused(exchange(&scene.orders, good, &actor).await, 400, "invalid_request");
            }
        }
        let fields = [("grant_type", GRANT), ("subject_token", good), ("subject_token_type", JWT)];
        let _ = scene.orders.call(TOKEN, &fields).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_exchange_is_refused() {
    with_scene_on_both(async |tenant, mut scene| {
        let good = scene.sign_in("openid orders:read").await.access_token;
        let orders = &scene.orders;
        let kind = ("subject_token_type", ACCESS_TOKEN);
        let token = ("subject_token", good.as_str());
        for fields in [
            vec![kind],
            vec![token],
            vec![("subject_token", ""), kind],
            vec![token, ("subject_token_type", "")],
            vec![token, ("subject_token_type", "access_token")],
            vec![token, ("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")],
            vec![token, ("subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token")],
            vec![token, ("subject_token_type", "urn:ietf:params:oauth:token-type:saml2")],
            vec![token, kind, ("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token")],
            vec![token, kind, ("requested_token_type", "urn:ietf:params:oauth:token-type:id_token")],
            vec![token, kind, ("requested_token_type", "urn:example:unknown")],
            vec![token, kind, ("actor_token_type", ACCESS_TOKEN)],
            vec![token, kind, ("actor_token", &good)],
            vec![token, kind, ("actor_token", &good), ("actor_token_type", "urn:example:unknown")],
            vec![token, token, kind],
            vec![token, kind, kind],
            vec![token, kind, ("scope", "stock:read"), ("scope", "openid")],
        ] {
            let all: Vec<_> = [("grant_type", GRANT)].into_iter().chain(fields.clone()).collect();
            let answer = orders.call(TOKEN, &all).send().await;
            assert_eq!(answer.json()["error"], "invalid_request", "{fields:?}");
            refused(answer, 400, "invalid_request");
        }
        for (more, error) in [
            (&[("resource", "https://nobody.example")][..], "invalid_target"),
            (&[("audience", "https://nobody.example")], "invalid_target"),
            (&[("audience", &orders.client.id)], "invalid_target"),
            (&[("resource", "https://orders.example/")], "invalid_target"),
            // What the shop may, the API behind may not.
            (&[("scope", "orders:read")], "invalid_scope"),
            (&[("scope", "nobody:knows")], "invalid_scope"),
            (&[("resource", ORDERS), ("scope", "stock:read")], "invalid_scope"),
            // About the user: only what the user gave, and nothing that outlives it.
            (&[("scope", "email")], "invalid_scope"),
            (&[("scope", "offline_access")], "invalid_scope"),
        ] {
            refused(exchange(orders, &good, more).await, 400, error);
        }
        let offline = scene.sign_in("openid offline_access orders:read").await.access_token;
        refused(exchange(&scene.orders, &offline, &[("scope", "offline_access")]).await, 400, "invalid_scope");

        // Whoever is not registered for it, proves nothing, or asks where it isn't offered.
        refused(exchange(&scene.shop, &good, &[]).await, 400, "unauthorized_client");
        let token_endpoint_auth_method = ClientAuthentication::None;
        let public = ClientDetails { token_endpoint_auth_method, ..exchanging(ORDERS, &[]) };
        let public = RelyingParty::register(&tenant, public).await;
        refused(exchange(&public, &good, &[]).await, 400, "unauthorized_client");
        let wrong = post(&tenant, DEFAULT, TOKEN).basic(&scene.orders.client.id, "wrong");
        refused(wrong.form(&[("grant_type", GRANT), token, kind]).send().await, 401, "invalid_client");
        change_server(&tenant, |_| ()).await;
        refused(exchange(&scene.orders, &good, &[]).await, 400, "unsupported_grant_type");
    })
    .await;
}

/// Signs in, and leaves out what isn't ticked.
async fn sign_in_ticking(agent: &mut UserAgent, client: &RelyingParty, scope: &str, ticked: &[&str]) -> Tokens {
    let request = client.request().with("scope", scope).with("prompt", "login consent");
    let outcome = agent.get(&request.url()).await;
    let question = agent.walk(outcome, USER, PASSWORD, |page| page.form_with("decision").is_some()).await.page();
    let form = question.form_with("decision").unwrap();
    let token = form.value("csrf");
    let mut fields = vec![("login_id", form.value("login_id")), ("csrf", token), ("decision", "allow")];
    fields.extend(ticked.iter().map(|name| ("scope", *name)));
    let action = form.action.as_str().to_owned();
    let left = agent.post(&action, &fields).await.left();
    client.tokens(&left, &request).await
}

/// An application that users sign in to, and that exchanges tokens; some are made for it, by their audience.
fn both(trusted: bool) -> ClientDetails {
    ClientDetails {
        trusted,
        grant_types: Some(vec!["authorization_code".to_owned(), GRANT.to_owned()]),
        response_types: None,
        ..exchanging(ORDERS, &["openid", "email", "orders:read", "orders:write", "stock:read"])
    }
}

/// What a client exchanges its own token for is in that token: nothing that the user left out comes back by another door.
#[tokio::test]
async fn a_clients_own_token_is_exchanged_for_nothing_that_it_does_not_say() {
    with_scene_on_both(async |tenant, mut scene| {
        let client = RelyingParty::register(&tenant, both(false)).await;
        // Given once, and left out today: what counts is what this token says.
        let everything = "openid email orders:read orders:write";
        let all = ["email", "orders:read", "orders:write"];
        let _ = sign_in_ticking(&mut scene.agent, &client, everything, &all).await;
        let tokens = sign_in_ticking(&mut scene.agent, &client, everything, &["orders:read"]).await;
        assert_eq!(tokens.body["scope"], "openid orders:read");
        let own = &tokens.access_token;
        let read = [("resource", ORDERS), ("scope", "openid orders:read")];
        let narrowed = access_token(exchange(&client, own, &read).await);
        for token in [own, &narrowed] {
            for scope in ["orders:write", "email", "stock:read", "orders:read orders:write"] {
                refused(exchange(&client, token, &[("scope", scope)]).await, 400, "invalid_scope");
            }
        }
        // Narrower is narrower for good.
        let nothing = access_token(exchange(&client, own, &[("resource", ORDERS)]).await);
        refused(exchange(&client, &nothing, &[("scope", "orders:read")]).await, 400, "invalid_scope");
        // Whom nobody asks has what it asked for, and that is in its token, too.
        let trusted = RelyingParty::register(&tenant, both(true)).await;
        let request = trusted.request().with("scope", "openid orders:read");
        let own = trusted.sign_in(&mut scene.agent, &request, (USER, PASSWORD)).await.access_token;
        let _ = exchange(&trusted, &own, &[("scope", "orders:read")]).await.expect(200);
        refused(exchange(&trusted, &own, &[("scope", "orders:write")]).await, 400, "invalid_scope");
    })
    .await;
}

/// A token that another client was given says what the user gave to that one.
#[tokio::test]
async fn another_clients_token_needs_the_users_consent_for_the_exchanging_client_or_trust() {
    with_scene_on_both(async |tenant, mut scene| {
        let good = scene.sign_in("openid email orders:read").await.access_token;
        let client = RelyingParty::register(&tenant, both(false)).await;
        let to_stock = [("resource", STOCK), ("scope", "stock:read")];
        let attempts: [&[(&str, &str)]; 5] =
            [&[], &to_stock, &[("scope", "orders:read")], &[("scope", "openid")], &[("resource", ORDERS)]];
        for more in attempts {
            refused(exchange(&client, &good, more).await, 400, "invalid_request");
        }
        // Otto's consent is not Ada's.
        let mut agent = UserAgent::new(tenant.server.url());
        let request = client.request().with("scope", "openid stock:read");
        let _ = client.sign_in(&mut agent, &request, (OTHER_USER, PASSWORD)).await;
        refused(exchange(&client, &good, &to_stock).await, 400, "invalid_request");
        let asked = "openid email stock:read orders:write";
        let _ = sign_in_ticking(&mut scene.agent, &client, asked, &["stock:read"]).await;
        let exchanged = exchange(&client, &good, &to_stock).await;
        assert_eq!(claims_of(&access_token(exchanged))["scope"], "stock:read");
        let _ = exchange(&client, &good, &[("scope", "openid")]).await.expect(200);
        for scope in ["orders:write", "email", "orders:read", "stock:read orders:write"] {
            refused(exchange(&client, &good, &[("scope", scope)]).await, 400, "invalid_scope");
        }
        // What is about the user needs both: that they gave it to this client, and that the token says it.
        let _ = sign_in_ticking(&mut scene.agent, &client, asked, &["email"]).await;
        let _ = exchange(&client, &good, &[("scope", "email")]).await.expect(200);
        let without = scene.sign_in("openid orders:read").await.access_token;
        refused(exchange(&client, &without, &[("scope", "email")]).await, 400, "invalid_scope");
        // Taken back, it is as if it had never been given.
        let (tid, cid) = (tenant.id.clone(), client.client.id.clone());
        let take_back = async move |store: authplane_domain::Store| {
            let acting = Acting::new(&store, &tid, Actor::system());
            let given = Given { server_id: DEFAULT, subject: USER, client_id: &cid };
            authorization_grant::take_back(&acting, given, 172_800).await
        };
        tenant.server.with_store(move |store| async move { take_back(store).await }).await.unwrap();
        refused(exchange(&client, &good, &to_stock).await, 400, "invalid_request");
        let trusted = RelyingParty::register(&tenant, both(true)).await;
        let _ = exchange(&trusted, &good, &to_stock).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn ghsa_7qjx_gp9h_65qj_policies_count_for_exchanged_tokens() {
    with_scene_on_both(async |tenant, mut scene| {
        let good = scene.sign_in("openid orders:read").await.access_token;
        let staff = json!([{"name": "identity-context", "conf": {"fields": [{"field": "groups", "comparator": "contains", "value": "staff"}]}}]);
        let policy = things::policy(&tenant, &staff).await;
        let guard = async |policy: Option<String>| {
            let tid = tenant.id.clone();
            let work = async move |store: authplane_domain::Store| {
                let known = scope::of_server_by_name(&store, ServerKey { tenant: &tid, id: DEFAULT }, &["stock:read"]).await?;
                let id = known["stock:read"][0].id.clone();
                let changes = scope::ScopeChanges { user_policy_id: Some(policy), ..scope::ScopeChanges::default() };
                scope::change(&Acting::new(&store, &tid, Actor::system()), &id, changes).await
            };
            tenant.server.with_store(move |store| async move { work(store).await }).await.unwrap();
        };
        let with_scope = [("resource", STOCK), ("scope", "stock:read")];
        let _ = exchange(&scene.orders, &good, &with_scope).await.expect(200);
        guard(Some(policy.clone())).await;
        refused(exchange(&scene.orders, &good, &with_scope).await, 400, "invalid_grant");
        let _ = exchange(&scene.orders, &good, &[]).await.expect(200);
        guard(None).await;
        let _ = exchange(&scene.orders, &good, &with_scope).await.expect(200);
        let user_policy_id = Some(policy);
        change_server(&tenant, |details| {
            details.grant_types.push(GRANT.to_owned());
            details.user_policy_id = user_policy_id;
        })
        .await;
        refused(exchange(&scene.orders, &good, &[]).await, 400, "invalid_grant");
    })
    .await;
}

#[tokio::test]
async fn another_user_may_act_and_chains_have_an_end() {
    with_scene_on_both(async |tenant, mut scene| {
        let of_ada = scene.sign_in("openid orders:read").await.access_token;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = scene.shop.request().with("scope", "openid").with("resource", ORDERS);
        let of_otto = scene.shop.sign_in(&mut agent, &request, (OTHER_USER, PASSWORD)).await.access_token;
        let actor = [("actor_token", of_otto.as_str()), ("actor_token_type", ACCESS_TOKEN)];
        let claims = claims_of(&access_token(exchange(&scene.orders, &of_ada, &actor).await));
        let (shop, orders) = (&scene.shop.client.id, &scene.orders.client.id);
        let act = json!({"sub": OTHER_USER, "client_id": orders, "act": {"sub": shop, "client_id": shop}});
        assert_eq!((&claims["sub"], &claims["act"]), (&json!(USER), &act));
        // An actor's token must be meant for the client too.
        let request = scene.shop.request().with("scope", "openid");
        let elsewhere = scene.shop.sign_in(&mut agent, &request, (OTHER_USER, PASSWORD));
        let elsewhere = elsewhere.await.access_token;
        let actor = [("actor_token", elsewhere.as_str()), ("actor_token_type", ACCESS_TOKEN)];
        refused(exchange(&scene.orders, &of_ada, &actor).await, 400, "invalid_request");

        let mut token = of_ada;
        for _ in 0..8 {
            token = access_token(exchange(&scene.orders, &token, &[]).await);
        }
        let description = refused(exchange(&scene.orders, &token, &[]).await, 400, "invalid_request");
        assert_eq!(description, "the subject token was exchanged too often");
        let _ = scene.shop.call(REVOKE, &[("token", &token)]).send().await.expect(400);
        assert_eq!(scene.orders.introspect(&token).await["active"], true);
    })
    .await;
}
