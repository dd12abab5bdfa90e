//! Limits: whom they count, whom they let through, and what sets them.

mod reloaded;

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::{self, Actor};
use authplane_domain::sign_in::authentication::{self, MethodKind};
use authplane_domain::sign_in::known_device::{Account, KnownDevice};
use authplane_tests::database::Folder;
use authplane_tests::process::{Server, serve};
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::{Cookie, Outcome};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{Answer, Call, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::{DateTime, TimeDelta};
use http::header::HeaderName;
use serde_json::{Value, json};

use super::devices::{self, Device};
use super::oauth::api;
use super::things;

mod nginx;

/// Two clients behind the same proxy, and a neighbour of the first one.
const ONE: &str = "2001:db8:1:2::3";
const NEIGHBOUR: &str = "2001:db8:1:2:ffff::1";
const OTHER: &str = "198.51.100.7";
const REGISTER: &str = "oauth2/register";

/// A tenant with users, and an application of theirs.
struct Scene {
    tenant: Tenant,
    application: RelyingParty,
}

impl Scene {
    /// Behind a proxy, with these settings.
    async fn behind_proxy(settings: Settings) -> Self {
        let server = TestServer::start(settings.with("trusted_proxies", "127.0.0.1, 10.0.0.0/8")).await;
        let tenant = Tenant::with_users(&server).await;
        let id = tenant.id.clone();
        let mut details = ServerDetails {
            name: "Default".to_owned(),
            enable_dynamic_client_registration: true,
            ..ServerDetails::default()
        };
        details.grant_types.extend(["password", devices::GRANT].map(str::to_owned));
        let changes = ServerChanges { details, ..ServerChanges::default() };
        let change = async move |store: authplane_domain::Store| {
            authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await
        };
        server.with_store(move |store| async move { change(store).await }).await.unwrap();
        let grants = ["authorization_code", "client_credentials", "password", devices::GRANT];
        let details = ClientDetails {
            grant_types: Some(grants.map(str::to_owned).into()),
            trusted: true,
            ..application(&["openid"])
        };
        let application = RelyingParty::register(&tenant, details).await;
        Self { tenant, application }
    }

    fn by_grant(&self, from: &str, username: &str, password: &str) -> Call {
        let fields = [("grant_type", "password"), ("username", username), ("password", password), ("scope", "openid")];
        at(from, self.application.call("oauth2/token", &fields))
    }

    fn agent(&self, from: &str) -> UserAgent {
        let mut agent = UserAgent::new(self.tenant.server.url());
        agent.address = Some(from.to_owned());
        agent
    }

    /// The status that a browser gets for a password; 303 for the way back to the application.
    async fn by_page(&self, agent: &mut UserAgent, username: &str, password: &str) -> u16 {
        let start = self.application.request().with("prompt", "login").url();
        let page = agent.get(&start).await.page().expect(200);
        match agent.submit(page.form(), &[("username", username), ("password", password)]).await {
            Outcome::Left(_) => 303,
            Outcome::Page(page) => page.status,
        }
    }

    fn registration(&self, from: &str) -> Call {
        let call = self.tenant.post(&format!("/{{tid}}/{DEFAULT}/{REGISTER}")).anonymous();
        at(from, call.json(json!({"client_name": "Album", "redirect_uris": ["https://album.example/callback"]})))
    }

    /// Wrong passwords from somewhere else, until the account is locked for whoever is nobody's device.
    async fn lock(&self, username: &str) {
        for guess in 0.. {
            assert!(guess <= 10, "it isn't locked");
            if self.by_grant("203.0.113.9", username, "wrong").send().await.status == 429 {
                return;
            }
        }
    }
}

/// As a proxy passes it on.
fn at(from: &str, call: Call) -> Call {
    call.header(HeaderName::from_static("x-forwarded-for"), from)
}

fn device_of(agent: &UserAgent) -> Option<&Cookie> {
    agent.cookies.kept().iter().find(|cookie| cookie.name.contains("-device-"))
}

/// A cookie of the user's device that the server would have set.
async fn device_from_before(scene: &Scene, agent: &UserAgent) -> Cookie {
    assert!(device_of(agent).is_none());
    let id = scene.tenant.id.clone();
    let text = async move |store: authplane_domain::Store| {
        let key = ServerKey { tenant: &id, id: DEFAULT };
        let methods = authentication::of_server(&store, key).await.unwrap();
        let MethodKind::Static(settings) = &methods.find(METHOD).unwrap().kind else { panic!("a static one") };
        let account = Account::from(settings.user(USER).unwrap());
        KnownDevice::new(&store).unwrap().text(&store, key, METHOD, &account, 1_000_000).unwrap()
    };
    let value = scene.tenant.server.with_store(move |store| async move { text(store).await }).await;
    let browser = agent.cookies.kept().iter().find(|cookie| cookie.name.contains("-browser-")).unwrap();
    Cookie { name: browser.name.replace("-browser-", "-device-"), value, max_age: None, ..browser.clone() }
}

fn on(database: Database) -> Settings {
    println!("on {database:?}");
    Settings { database, ..Settings::default() }
}

#[tokio::test]
async fn number_3_behind_a_proxy_each_client_has_limits_of_its_own() {
    for database in Database::tested() {
        let settings = on(database)
            .with("wrong_secrets", "3")
            .with("wrong_passwords_per_address", "3")
            .with("wrong_user_codes", "3")
            .with("registrations", "3");
        let scene = Scene::behind_proxy(settings).await;
        let secret = |from| {
            let call = scene.application.call("oauth2/token", &[("grant_type", "client_credentials")]);
            at(from, call.basic(&scene.application.client.id, "wrong")).send()
        };
        let password = |from, name: &str| scene.by_grant(from, name, "wrong").send();
        let mut browser = scene.agent(ONE);
        let device = Device::begin(&scene.application, "openid").await;
        let code = async |agent: &mut UserAgent| {
            let page = agent.get(device.page()).await.page().expect(200);
            agent.submit(page.form(), &[("user_code", "BBBB-BBBB")]).await.page().status
        };
        let managed = scene.registration(OTHER).send().await.expect(201).json();
        let management = |from, token: &str| {
            let path = format!("/{{tid}}/{DEFAULT}/{REGISTER}/{}", managed["client_id"].as_str().unwrap());
            at(from, scene.tenant.get(&path).bearer(token)).send()
        };
        let robot = things::api_client(&scene.tenant, "Night jobs").await;
        let robot = things::api_client_with_secrets(&scene.tenant, &robot).await;
        let of_robot = |from, secret: &str| {
            let text = |member: &str| robot[member].as_str().unwrap();
            let call = scene.tenant.post("/auth/api/v1/oauth/token");
            let call = call.basic(text("oauth_client_id"), text("oauth_client_secret"));
            at(from, call.form(&[("grant_type", "password"), ("username", text("id")), ("password", secret)])).send()
        };
        for guess in 0..3 {
            assert_eq!(secret(ONE).await.status, 401);
            assert_eq!(of_robot(ONE, "wrong").await.status, 400);
            assert_eq!(password(ONE, &format!("user {guess}")).await.status, 400);
            assert_eq!(code(&mut browser).await, 400);
            assert_eq!(scene.registration(ONE).send().await.status, 201);
            assert_eq!(management(ONE, "wrong").await.status, 401);
        }
        // Whoever has one address of a network has them all.
        for from in [ONE, NEIGHBOUR, "203.0.113.1, 2001:db8:1:2::4, 10.1.1.1"] {
            assert_eq!(secret(from).await.status, 429, "{from}");
            assert_eq!(of_robot(from, "wrong").await.status, 429, "{from}");
            assert_eq!(password(from, "user 4").await.status, 429, "{from}");
            assert_eq!(code(&mut scene.agent(from)).await, 429, "{from}");
            assert_eq!(scene.registration(from).send().await.status, 429, "{from}");
            assert_eq!(management(from, "wrong").await.status, 429, "{from}");
        }
        // Nobody else pays for it.
        assert_eq!(secret(OTHER).await.status, 401);
        assert_eq!(of_robot(OTHER, "wrong").await.status, 400);
        let _ = scene.by_grant(OTHER, USER, PASSWORD).send().await.expect(200);
        assert_eq!(code(&mut scene.agent(OTHER)).await, 400);
        let _ = scene.registration(OTHER).send().await.expect(201);
        assert_eq!(management(OTHER, "wrong").await.status, 401);
        // And who is right is right, also beside the guesser.
        let token = managed["registration_access_token"].as_str().unwrap();
        let _ = management(ONE, token).await.expect(200);
        let _ = of_robot(ONE, robot["secret"].as_str().unwrap()).await.expect(200);
        let call = scene.application.call("oauth2/token", &[("grant_type", "client_credentials")]);
        let _ = at(ONE, call).send().await.expect(200);
    }
}

/// Whoever guesses users' codes has many addresses, but the page that takes them is one that their browser was given.
#[tokio::test]
async fn number_3_a_browser_guesses_no_more_user_codes_for_changing_its_address() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database).with("wrong_user_codes", "3")).await;
        let device = Device::begin(&scene.application, "openid").await;
        let mut guesser = scene.agent(ONE);
        let guess = async |agent: &mut UserAgent, last: u8, code: &str| {
            agent.address = Some(format!("198.51.100.{last}"));
            let page = agent.get(device.page()).await.page().expect(200);
            match agent.submit(page.form(), &[("user_code", code)]).await {
                Outcome::Left(_) => 303,
                Outcome::Page(page) => page.status,
            }
        };
        for last in 0..3 {
            assert_eq!(guess(&mut guesser, last, "BBBB-BBBB").await, 400);
        }
        assert_eq!(guess(&mut guesser, 3, "BBBB-BBBB").await, 429);
        assert_eq!(guess(&mut guesser, 4, device.user_code()).await, 429);
        // Another browser pays for it neither there nor anywhere else.
        assert_eq!(guess(&mut scene.agent(ONE), 3, "BBBB-BBBB").await, 400);
        assert_eq!(guess(&mut scene.agent(ONE), 3, device.user_code()).await, 200);
    }
}

/// A name is somebody else's at each server: its mistakes count where they are made.
#[tokio::test]
async fn number_3_an_account_is_locked_at_its_own_server() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database)).await;
        let tenant = &scene.tenant;
        scene.lock(USER).await;
        assert_eq!(scene.by_page(&mut scene.agent(ONE), USER, PASSWORD).await, 429);
        let other = things::authorization_server(tenant).await;
        tenant.set_methods(&other, vec![static_method(METHOD, &[(USER, PASSWORD, context())])]).await;
        let elsewhere = RelyingParty::register_at(tenant, &other, application(&["openid"])).await;
        let _ = elsewhere.sign_in(&mut scene.agent(ONE), &elsewhere.request(), (USER, PASSWORD)).await;
        // Another tenant's server has the same id.
        let neighbour = Tenant::with_users(&tenant.server).await;
        let elsewhere = RelyingParty::web(&neighbour, &["openid"]).await;
        let _ = elsewhere.sign_in(&mut scene.agent(ONE), &elsewhere.request(), (USER, PASSWORD)).await;
    }
}

#[tokio::test]
async fn number_3_the_owner_of_a_locked_account_gets_in_where_they_signed_in_before() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database).with("wrong_passwords_per_address", "20")).await;
        let (mut own, mut strange) = (scene.agent(ONE), scene.agent(ONE));
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
        scene.lock(USER).await;
        scene.lock(OTHER_USER).await;
        assert_eq!(scene.by_page(&mut strange, USER, PASSWORD).await, 429);
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
        // It is known to nobody else.
        assert_eq!(scene.by_page(&mut own, OTHER_USER, PASSWORD).await, 429);
        // Nor do the mistakes of others at its address count for it.
        for guess in 0..20 {
            let _ = scene.by_grant(ONE, &format!("nobody {guess}"), "wrong").send().await;
        }
        assert_eq!(scene.by_grant(ONE, "somebody", "wrong").send().await.status, 429);
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
        // A cookie that somebody changed is none.
        let mut forged = own.clone();
        let mut device = device_of(&own).unwrap().clone();
        let other = if device.value.ends_with("AA") { "BB" } else { "AA" };
        device.value.replace_range(device.value.len() - 2.., other);
        forged.cookies.plant(device);
        assert_eq!(scene.by_page(&mut forged, USER, PASSWORD).await, 429);
        // It has a count of its own, which nobody else is in; signing in doesn't begin another.
        for guess in 0..10 {
            assert_eq!(scene.by_page(&mut own, USER, "wrong").await, 400);
            if guess == 5 {
                assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
            }
        }
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 429);
    }
}

#[tokio::test]
async fn number_3_a_new_password_makes_every_device_strange() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database)).await;
        let mut own = scene.agent(ONE);
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
        let change = async |password: &str| {
            scene.tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, password, context())])]).await;
        };
        change("another password").await;
        scene.lock(USER).await;
        assert_eq!(scene.by_page(&mut own, USER, "another password").await, 429);
        // The same password anew isn't the same.
        change(PASSWORD).await;
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 429);
    }
}

#[tokio::test]
async fn number_3_a_device_is_known_for_so_many_days_or_never() {
    for (days, known) in [("0", false), ("30", true)] {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_900_000_000, 0).unwrap()));
        let scene = Scene::behind_proxy(Settings::default().with_clock(&clock).with("known_device_days", days)).await;
        let mut own = scene.agent(ONE);
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 303);
        if !known {
            // As from before the setting was changed.
            own.cookies.plant(device_from_before(&scene, &own).await);
        }
        assert_eq!(device_of(&own).unwrap().max_age, known.then_some(30 * 24 * 3600));
        scene.lock(USER).await;
        assert_eq!(scene.by_page(&mut own.clone(), USER, PASSWORD).await, if known { 303 } else { 429 });
        clock.advance(TimeDelta::days(30) - TimeDelta::seconds(2));
        scene.lock(USER).await;
        assert_eq!(scene.by_page(&mut own.clone(), USER, PASSWORD).await, if known { 303 } else { 429 });
        clock.advance(TimeDelta::seconds(2));
        assert_eq!(scene.by_page(&mut own, USER, PASSWORD).await, 429);
    }
}

#[tokio::test]
async fn number_3_a_device_is_of_one_account_of_one_method_of_one_server_of_one_tenant() {
    let server = TestServer::shared(Database::Sqlite).await;
    let tenant = Tenant::with_users(&server).await;
    let id = tenant.id.clone();
    let look = async move |store: authplane_domain::Store| {
        let key = ServerKey { tenant: &id, id: DEFAULT };
        let methods = authentication::of_server(&store, key).await.unwrap();
        let MethodKind::Static(settings) = &methods.find(METHOD).unwrap().kind else { panic!("a static one") };
        let known = settings.user(USER).unwrap();
        let (user, other) = (&Account::from(known), &Account::from(settings.user(OTHER_USER).unwrap()));
        let device = KnownDevice::new(&store).unwrap();
        let text = device.text(&store, key, METHOD, user, 60).unwrap();
        assert_eq!(KnownDevice::recognize(&store, key, METHOD, user, &text), Some(device.clone()));
        assert_eq!(KnownDevice::recognize(&store, key, METHOD, other, &text), None);
        assert_eq!(KnownDevice::recognize(&store, key, "another", user, &text), None);
        for (tenant, id) in [(id.as_str(), "another"), ("another", DEFAULT)] {
            assert_eq!(KnownDevice::recognize(&store, ServerKey { tenant, id }, METHOD, user, &text), None);
        }
        // Also where the passwords are the same to the letter, and the names when they are put together.
        let renamed = |name: &str| {
            let mut renamed = known.clone();
            renamed.username = name.to_owned();
            Account::from(&renamed)
        };
        assert_eq!(KnownDevice::recognize(&store, key, METHOD, &renamed("user-a"), &text), None);
        let text_of_b = device.text(&store, key, "people:a", &renamed("b"), 60).unwrap();
        assert_eq!(KnownDevice::recognize(&store, key, "people", &renamed("a:b"), &text_of_b), None);
        let over = device.text(&store, key, METHOD, user, 0).unwrap();
        assert_eq!(KnownDevice::recognize(&store, key, METHOD, user, &over), None);
        for text in ["", "A", "!", &text[1..], &text[..text.len() - 1]] {
            assert_eq!(KnownDevice::recognize(&store, key, METHOD, user, text), None);
        }
    };
    tenant.server.with_store(move |store| async move { look(store).await }).await;
}

#[tokio::test]
async fn number_3_an_initial_access_token_lifts_the_limit_of_registrations() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database).with("registrations", "2")).await;
        let tenant = &scene.tenant;
        let initial = tenant.token_of(DEFAULT, &["register_clients"], &[]).await;
        for _ in 0..5 {
            let _ = scene.registration(ONE).bearer(&initial).send().await.expect(201);
        }
        // They didn't count. Others do, also with a token that holds: a user's, of an application that was given the scope,
        let details = ClientDetails { trusted: true, ..application(&["openid", "register_clients"]) };
        let application = RelyingParty::register(tenant, details).await;
        let request = application.request().with("scope", "openid register_clients");
        let of_user = application.sign_in(&mut scene.agent(ONE), &request, (USER, PASSWORD)).await;
        assert_eq!(of_user.body["scope"], "openid register_clients");
        for expected in [201, 201, 429] {
            let _ = scene.registration(ONE).bearer(&of_user.access_token).send().await.expect(expected);
        }
        // one that leaves the scope out,
        let machine = tenant.add_client(DEFAULT, &["register_clients", "introspect_tokens"]).await;
        let narrow = tenant.ask_for_token(&machine, Some("introspect_tokens"), &[]).await.expect(200).json();
        // and one with an API's scope of that name.
        let orders = "https://orders.example";
        api(tenant, orders, None, &["register_clients"]).await;
        let namesake = tenant.token_of(DEFAULT, &["register_clients"], &[orders]).await;
        for token in [narrow["access_token"].as_str().unwrap(), &namesake] {
            let _ = scene.registration(ONE).bearer(token).send().await.expect(429);
        }
        let _ = scene.registration(ONE).send().await.expect(429);
        let _ = scene.registration(ONE).bearer(&initial).send().await.expect(201);
        // Whoever guesses one is counted.
        for expected in [401, 401, 429] {
            let _ = scene.registration(OTHER).bearer("wrong").send().await.expect(expected);
        }
        // Of another tenant it is none.
        let stranger = Tenant::new(&tenant.server).await.token_of(DEFAULT, &["register_clients"], &[]).await;
        let _ = scene.registration("203.0.113.5").bearer(&stranger).send().await.expect(401);
    }
}

#[tokio::test]
async fn number_3_no_header_of_a_trusted_proxy_changes_issuers_or_links() {
    let scene = Scene::behind_proxy(Settings::default()).await;
    let tenant = &scene.tenant;
    let evil = |call: Call| {
        [
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-port", "1"),
            ("x-forwarded-for", OTHER),
            ("forwarded", "for=198.51.100.7;proto=https;host=evil.example"),
        ]
        .into_iter()
        .fold(call, |call, (name, value)| call.header(HeaderName::from_static(name), value))
    };
    let path = format!("/{{tid}}/{DEFAULT}/.well-known/openid-configuration");
    let plain = tenant.get(&path).anonymous().send().await.expect(200).json();
    let document = evil(tenant.get(&path).anonymous()).send().await.expect(200).json();
    assert_eq!(document, plain);
    assert_eq!(document["issuer"], tenant.server.issuer(&tenant.id, DEFAULT));
    let begun = evil(scene.application.call(devices::BEGIN, &[("scope", "openid")])).send().await.expect(200).json();
    assert!(begun["verification_uri"].as_str().unwrap().starts_with(tenant.server.url()), "{begun}");
    let asked = evil(Call::new(http::Method::GET, scene.application.request().url())).send().await;
    assert!(!format!("{asked:?}").contains("evil.example"));
}

#[tokio::test]
async fn number_3_audit_and_log_name_the_client_and_not_the_proxy() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database)).await;
        let _ = scene.registration(ONE).send().await.expect(201);
        let id = scene.tenant.id.clone();
        let newest = async move |store: authplane_domain::Store| audit::list(&store, &id, 1).await.unwrap().remove(0);
        let newest = scene.tenant.server.with_store(move |store| async move { newest(store).await }).await;
        assert_eq!((newest.action.as_str(), newest.address.as_deref()), ("client.create", Some(ONE)));
    }
    let folder = Folder::new();
    let mut command = serve(folder.path(), &[]);
    command.env("AUTHPLANE_TRUSTED_PROXIES", "127.0.0.0/8");
    let server = Server::from(command).await;
    let call = |from| at(from, Call::new(http::Method::GET, format!("{}/health/alive", server.url()))).send();
    let ids: Vec<String> = [call(ONE).await, call("unknown").await].map(|answer| request_id(&answer)).into();
    let (_, written) = server.stop().await;
    let line = |id: &str| written.lines().find(|line| line.contains(id)).map(json_of).unwrap();
    let (named, unnamed) = (line(&ids[0]), line(&ids[1]));
    assert_eq!(named["client"], ONE);
    assert!(named["remote"].as_str().unwrap().starts_with("127.0.0.1:"), "{named}");
    assert_eq!(unnamed.get("client"), None, "it is the peer");
}

fn request_id(answer: &Answer) -> String {
    answer.header("x-request-id").to_owned()
}

fn json_of(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

#[tokio::test]
async fn number_3_a_proxy_that_nobody_is_told_of_is_said_once_at_the_start_and_by_health() {
    for (public_url, trusted_proxies, is_said) in [
        ("https://auth.example", "", true),
        ("https://auth.example", "10.0.0.1", false),
        ("http://auth.example", "", false),
    ] {
        let folder = Folder::new();
        let mut command = serve(folder.path(), &["--public-url", public_url]);
        command.env("AUTHPLANE_TRUSTED_PROXIES", trusted_proxies);
        let server = Server::from(command).await;
        let ready = server.get("/health/ready").await.expect(200).json();
        let (_, written) = server.stop().await;
        let said: Vec<Value> = written
            .lines()
            .map(json_of)
            .filter(|line| line["message"].to_string().contains("trusted_proxies"))
            .collect();
        assert_eq!(said.len(), usize::from(is_said), "{written}");
        assert!(said.iter().all(|line| line["level"] == "warn"), "{written}");
        assert_eq!(ready["ready"], true);
        assert_eq!(ready["detail"].to_string().contains("trusted_proxies"), is_said, "{ready}");
    }
}

/// With one method after the other, whoever is in the second would be wrong at the first each time.
#[tokio::test]
async fn a_right_password_counts_nowhere_and_a_wrong_one_alike_whichever_method_has_the_name() {
    for database in Database::tested() {
        let scene = Scene::behind_proxy(on(database).with("wrong_passwords_per_address", "1000")).await;
        let methods = vec![
            static_method("first", &[("ada", "ada's password", context())]),
            static_method("second", &[("bob", "bob's password", context())]),
        ];
        scene.tenant.set_methods(DEFAULT, methods).await;
        for (name, password) in [("ada", "ada's password"), ("bob", "bob's password")] {
            for _ in 0..12 {
                let _ = scene.by_grant(ONE, name, password).send().await.expect(200);
            }
        }
        // At all of them, so that nobody learns who is where: a page asks one method only.
        for name in ["ada", "bob", "nobody"] {
            for _ in 0..10 {
                let _ = scene.by_grant(ONE, name, "wrong").send().await.expect(400);
            }
            let _ = scene.by_grant(ONE, name, "wrong").send().await.expect(429);
            for method in ["first", "second"] {
                let mut agent = scene.agent(OTHER);
                let start = scene.application.request().with("prompt", "login").url();
                let choice = agent.get(&start).await.page().expect(200);
                let href = choice.link(&format!("Method {method}")).unwrap().to_owned();
                let page = agent.follow(&choice, &href).await.page().expect(200);
                let entries = [("username", name), ("password", "wrong")];
                assert_eq!(agent.submit(page.form(), &entries).await.page().status, 429, "{name} at the {method}");
            }
        }
    }
}
