//! What ends a user's sign-ins, besides signing out: another password, being removed, and an administrator's word. All of them end; what else an administrator
//! changes ends nothing.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::landing::Landing;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, Tokens, application, claims_of};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use serde_json::{Value, json};

use super::logout::{is_signed_in, logout};
use super::with_users_on_both;
use crate::it::oauth::{TOKEN, change_server, jwt};

const EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";
const SCOPE: &str = "openid offline_access";

/// Everything that a user can be signed in to: two browsers, a code that nobody has fetched, tokens, and a token that one of them was exchanged for.
struct SignIns {
    application: RelyingParty,
    browsers: [UserAgent; 2],
    code: (String, AuthorizationRequest),
    tokens: Tokens,
    exchanged: String,
}

impl SignIns {
    async fn of(tenant: &Tenant, user: (&str, &str)) -> Self {
        let mut details = application(&["openid", "offline_access"]);
        details.grant_types = Some(["authorization_code", "refresh_token", EXCHANGE].map(str::to_owned).into());
        let application = RelyingParty::register(tenant, details).await;
        let mut browsers = [UserAgent::new(tenant.server.url()), UserAgent::new(tenant.server.url())];
        let request = || application.request().with("scope", SCOPE);
        let tokens = application.sign_in(&mut browsers[0], &request(), user).await;
        let _ = application.sign_in(&mut browsers[1], &request(), user).await;
        let asked = request();
        let left = browsers[1].get(&asked.url()).await.left();
        let code = AuthorizationResponse::from(&left).code(&application, &asked).to_owned();
        let fields = [
            ("grant_type", EXCHANGE),
            ("subject_token", tokens.access_token.as_str()),
            ("subject_token_type", ACCESS_TOKEN),
            ("scope", "openid"),
        ];
        let exchanged = application.call(TOKEN, &fields).send().await.expect(200).json();
        let exchanged = exchanged["access_token"].as_str().unwrap().to_owned();
        Self { application, browsers, code: (code, asked), tokens, exchanged }
    }

    /// What of it still counts. The refresh token and the code are used up by asking.
    async fn that_count(&self) -> Vec<&'static str> {
        let Self { application, browsers, code, tokens, exchanged } = self;
        let mut count = Vec::new();
        for (what, browser) in ["a session", "another session"].into_iter().zip(browsers) {
            if is_signed_in(browser, application).await {
                count.push(what);
            }
        }
        for (what, token) in [("an access token", &tokens.access_token), ("an exchanged token", exchanged)] {
            let active = application.introspect(token).await["active"] == true;
            let known = application.userinfo(token).await.status == 200;
            assert_eq!(active, known, "{what}");
            if active {
                count.push(what);
            }
        }
        if application.introspect(tokens.refresh_token()).await["active"] == true {
            count.push("what introspection says of a refresh token");
        }
        if application.refresh(tokens.refresh_token()).await.status == 200 {
            count.push("a refresh token");
        }
        if application.exchange(&code.0, &code.1).await.status == 200 {
            count.push("a code");
        }
        count
    }
}

const ALL: [&str; 7] = [
    "a session",
    "another session",
    "an access token",
    "an exchanged token",
    "what introspection says of a refresh token",
    "a refresh token",
    "a code",
];

fn user(name: &str, password: Option<&str>) -> Value {
    let mut user = json!({"username": name, "authentication_context": {"name": format!("{name} Example")}});
    if let Some(password) = password {
        user["password"] = json!(password);
    }
    user
}

/// The users of the default server, as an administrator gives them.
fn users(users: &[Value]) -> Value {
    json!({"methods": [{"id": METHOD, "name": "People", "method": "static", "static": {"users": users}}]})
}

async fn put(tenant: &Tenant, methods: Value) {
    let path = "/api/admin/{tid}/servers/default/authentications";
    let _ = tenant.put(path).json(methods).send().await.expect(200);
}

async fn offer_exchange(tenant: &Tenant) {
    change_server(tenant, |details| details.grant_types.push(EXCHANGE.to_owned())).await;
}

/// What an administrator does, and whether it ends what the user is signed in to.
const DONE: [(&str, bool); 9] = [
    ("nothing", false),
    ("another context", false),
    ("the same password again", false),
    ("another name of the method", false),
    ("another password of somebody else", false),
    ("another password", true),
    ("another password along with the server", true),
    ("removed", true),
    ("signed out everywhere", true),
];

async fn act(tenant: &Tenant, what: &str) {
    let other = user(OTHER_USER, None);
    match what {
        "nothing" => {}
        "another context" => {
            let mut changed = user(USER, None);
            changed["authentication_context"] = json!({"name": "Somebody"});
            put(tenant, users(&[changed, other])).await;
        }
        "the same password again" => put(tenant, users(&[user(USER, Some(PASSWORD)), other])).await,
        "another name of the method" => {
            let mut methods = users(&[user(USER, None), other]);
            methods["methods"][0]["name"] = json!("Everybody");
            put(tenant, methods).await;
        }
        "another password of somebody else" => {
            put(tenant, users(&[user(USER, None), user(OTHER_USER, Some("another password"))])).await;
        }
        "another password" => put(tenant, users(&[user(USER, Some("another password")), other])).await,
        "another password along with the server" => {
            let path = "/api/admin/{tid}/servers/default";
            let mut server = tenant.get(path).send().await.expect(200).json();
            server["authentications"] = users(&[user(USER, Some("another password")), other]);
            let _ = tenant.put(path).json(server).send().await.expect(200);
        }
        "removed" => put(tenant, users(&[other])).await,
        "signed out everywhere" => {
            let path = format!("/api/admin/{{tid}}/servers/default/sessions?subject={USER}");
            let _ = tenant.delete(&path).send().await.expect(204);
        }
        _ => unreachable!(),
    }
}

#[tokio::test]
async fn another_password_or_an_administrators_word_ends_all_that_a_user_is_signed_in_to_and_nothing_else_does() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::shared(database).await;
        for (what, ends) in DONE {
            let tenant = Tenant::with_users(&server).await;
            offer_exchange(&tenant).await;
            let mine = SignIns::of(&tenant, (USER, PASSWORD)).await;
            let others = SignIns::of(&tenant, (OTHER_USER, PASSWORD)).await;
            act(&tenant, what).await;
            assert_eq!(mine.that_count().await, if ends { &[][..] } else { &ALL }, "{what}");
            let others_end = what == "another password of somebody else";
            assert_eq!(others.that_count().await, if others_end { &[][..] } else { &ALL }, "{what}, of somebody else");
        }
    }
}

/// Who had the name before is somebody else, also within one second.
#[tokio::test]
async fn a_user_who_was_removed_and_made_again_at_once_has_nothing_of_before() {
    with_users_on_both(async |tenant| {
        offer_exchange(&tenant).await;
        let mine = SignIns::of(&tenant, (USER, PASSWORD)).await;
        put(&tenant, users(&[user(OTHER_USER, None)])).await;
        put(&tenant, users(&[user(USER, Some(PASSWORD)), user(OTHER_USER, None)])).await;
        assert!(mine.that_count().await.is_empty());
        let _ = SignIns::of(&tenant, (USER, PASSWORD)).await;
    })
    .await;
}

/// An administrator's word is no lock: whoever knows the password comes in again, and what they consented to is remembered.
#[tokio::test]
async fn who_was_signed_out_everywhere_signs_in_again_and_is_not_asked_twice() {
    with_users_on_both(async |tenant| {
        offer_exchange(&tenant).await;
        let mine = SignIns::of(&tenant, (USER, PASSWORD)).await;
        act(&tenant, "signed out everywhere").await;
        let events = tenant.audit_events().await;
        assert!(events.iter().any(|event| event == &("sessions.remove".to_owned(), USER.to_owned())), "{events:?}");
        let request = mine.application.request().with("scope", SCOPE);
        let mut browser = mine.browsers[0].clone();
        let page = browser.get(&request.url()).await.page().expect(200);
        let left = browser.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await.left();
        let tokens = mine.application.tokens(&left, &request).await;
        let _ = mine.application.userinfo(&tokens.access_token).await.expect(200);
        // Another server's users of the same name, and another tenant's, are others.
        let neighbour = Tenant::with_users(&tenant.server).await;
        offer_exchange(&neighbour).await;
        let theirs = SignIns::of(&neighbour, (USER, PASSWORD)).await;
        let elsewhere = crate::it::things::authorization_server(&tenant).await;
        for path in [
            format!("/api/admin/{{tid}}/servers/{elsewhere}/sessions?subject={USER}"),
            format!("/api/admin/{{tid}}/servers/{DEFAULT}/sessions?subject={OTHER_USER}"),
        ] {
            let _ = tenant.delete(&path).send().await.expect(204);
        }
        let _ = mine.application.userinfo(&tokens.access_token).await.expect(200);
        assert!(is_signed_in(&browser, &mine.application).await);
        assert_eq!(theirs.that_count().await, ALL);
    })
    .await;
}

/// A password that was checked before it changed comes to nothing after: a page that asked for consent meanwhile, too.
#[tokio::test]
async fn a_sign_in_that_is_under_way_when_the_password_changes_comes_to_nothing() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let page = browser.get(&application.request().url()).await.page().expect(200);
        let question = browser.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
        let question = question.page().expect(200);
        act(&tenant, "another password").await;
        let outcome = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(outcome.status, 400, "{outcome}");
    })
    .await;
}

#[tokio::test]
async fn a_code_that_was_issued_before_its_session_ended_is_dead_after_it() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        for ending in ["nothing", "sign-out", "somebody else"] {
            let mut browser = UserAgent::new(tenant.server.url());
            let request = || application.request().with("scope", SCOPE);
            let tokens = application.sign_in(&mut browser, &request(), (USER, PASSWORD)).await;
            let asked = request();
            let left = browser.get(&asked.url()).await.left();
            let code = AuthorizationResponse::from(&left).code(&application, &asked).to_owned();
            match ending {
                "sign-out" => {
                    let url = logout(&application, &[("id_token_hint", tokens.id_token())]);
                    let _ = browser.get(&url).await.page().expect(200);
                }
                "somebody else" => {
                    let again = request().with("prompt", "login");
                    let outcome = browser.get(&again.url()).await;
                    let left = browser.walk(outcome, OTHER_USER, PASSWORD, |_| false).await.left();
                    let _ = application.tokens(&left, &again).await;
                }
                _ => {}
            }
            let answer = application.exchange(&code, &asked).await;
            let (status, error) = if ending == "nothing" { (200, None) } else { (400, Some("invalid_grant")) };
            assert_eq!((answer.status, answer.json()["error"].as_str()), (status, error), "{ending}");
            // What was fetched before is the application's until it is taken back (OpenID Connect Back-Channel Logout 1.0 §2.7: offline_access).
            let _ = application.refresh(tokens.refresh_token()).await.expect(200);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn applications_hear_of_sessions_that_end_without_their_browser() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let server = TestServer::start(settings).await;
        for what in ["another password", "another password along with the server", "removed", "signed out everywhere"] {
            let tenant = Tenant::with_users(&server).await;
            let landing = Landing::start().await;
            let mut details = application(&["openid"]);
            details.metadata.backchannel_logout_uri = landing.url("/logout");
            let listening = RelyingParty::register(&tenant, details).await;
            let mut browser = UserAgent::new(tenant.server.url());
            let tokens = listening.sign_in(&mut browser, &listening.request(), (USER, PASSWORD)).await;
            act(&tenant, what).await;
            let token = landing.next("/logout").await.form()[0].1.clone();
            assert!(jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, &token), "{what}");
            let (told, known) = (claims_of(&token), claims_of(tokens.id_token()));
            assert_eq!((&told["sub"], &told["sid"]), (&known["sub"], &known["sid"]), "{what}");
        }
        server.stop().await;
    }
}
