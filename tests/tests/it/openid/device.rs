//! A user lets a device in (RFC 8628 §3.3), page by page. What devices hear is in `oauth/device.rs`.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant;
use authplane_tests::relying_party::Tokens;
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::TimeDelta;
use futures::future::join_all;
use serde_json::json;

use super::{SCOPES, with_users_on_both};
use crate::it::devices::{Device, application_on_devices, details, let_in, let_in_as};
use crate::it::things;

const ADA: (&str, &str) = (USER, PASSWORD);

fn agent(tenant: &Tenant) -> UserAgent {
    UserAgent::new(tenant.server.url())
}

/// Boxes of a page.
fn offered(page: &Page) -> Vec<&str> {
    let scopes = page.form().controls.iter().filter(|control| control.name == "scope");
    scopes.map(|control| control.value.as_str()).collect()
}

#[tokio::test]
async fn a_user_enters_the_code_signs_in_sees_who_asks_for_what_and_the_device_gets_it() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &SCOPES).await;
        let device = Device::begin(&application, "openid email offline_access").await;
        let mut agent = agent(&tenant);
        let page = agent.get(device.page()).await.page().expect(200);
        assert!(!page.words().contains("Television"), "nobody is told who asks before they know the code: {page}");
        // RFC 8628 §6.1: in whatever case, with whatever between.
        let typed = device.user_code().to_lowercase().replace('-', " ");
        let sign_in = agent.submit(page.form(), &[("user_code", &typed)]).await.page().expect(200);
        assert!(sign_in.words().contains("Television"), "{sign_in}");
        device.hears("authorization_pending").await;
        let question = agent.submit(sign_in.form(), &[("username", USER), ("password", PASSWORD)]).await;
        let question = question.page().expect(200);
        for word in ["Television", device.user_code(), "Ada Example", "If somebody sent you the code"] {
            assert!(question.words().contains(word), "{word} on {question}");
        }
        assert_eq!(offered(&question), ["email", "offline_access"]);
        let done = agent.submit(question.form(), &[("decision", "allow")]).await.page().expect(200);
        assert!(done.words().contains("Your device is connected"), "{done}");

        let answer = device.ask().await;
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
        let tokens = Tokens::from(&answer);
        assert_eq!(tokens.body["scope"], "openid email offline_access");
        let access_token = tokens.access_token.as_str();
        let claims = application.verify_id_token(tokens.id_token(), None, Some(access_token), None).await;
        assert_eq!(claims["email"], "ada@people.example");
        let userinfo = application.userinfo(access_token).await.expect(200).json();
        assert_eq!(userinfo["sub"], claims["sub"]);
        let refreshed = Tokens::from(&application.refresh(tokens.refresh_token()).await);
        assert_eq!(application.introspect(&refreshed.access_token).await["sub"], claims["sub"]);
        // RFC 8628 §3.5: once. Asking again spoils nothing.
        device.hears("invalid_grant").await;
        let _ = application.refresh(refreshed.refresh_token()).await.expect(200);
        let used = device.enter(&mut agent).await.page().expect(400);
        assert!(used.alerts().join(" ").contains("no longer valid"), "{used}");
    })
    .await;
}

#[tokio::test]
async fn a_link_with_the_code_saves_typing_and_nothing_else() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let mut agent = agent(&tenant);
        let page = agent.get(device.page_with_code()).await.page().expect(200);
        assert_eq!(page.form().value("user_code"), device.user_code());
        device.hears("authorization_pending").await;
        let outcome = agent.submit(page.form(), &[]).await;
        let question = agent.walk(outcome, USER, PASSWORD, |page| page.form_with("decision").is_some()).await.page();
        assert!(question.words().contains(device.user_code()), "{question}");
        // What can't be a code isn't repeated.
        let page = agent.get(&format!("{}?user_code=%3Cb%3Ecall+0800+now", device.page())).await.page().expect(200);
        assert_eq!(page.form().value("user_code"), "");
        assert!(!page.body.contains("0800"));
    })
    .await;
}

#[tokio::test]
async fn who_refuses_or_turns_back_leaves_the_device_outside() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid", "email"]).await;
        let device = Device::begin(&application, "openid email").await;
        let mut browser = agent(&tenant);
        let question = device.question(&mut browser, ADA).await;
        // The Enter key presses the first button.
        let done = browser.submit(question.form(), &[]).await.page().expect(200);
        assert!(done.words().contains("The device was not connected"), "{done}");
        device.hears("access_denied").await;
        let again = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(again.status, 400, "{again}");
        device.hears("access_denied").await;

        let device = Device::begin(&application, "openid").await;
        let mut browser = agent(&tenant);
        let sign_in = device.enter(&mut browser).await.page().expect(200);
        let cancel = sign_in.links().into_iter().find(|href| href.contains("cancel")).unwrap().to_owned();
        let done = browser.follow(&sign_in, &cancel).await.page().expect(200);
        assert!(done.words().contains("The device was not connected"), "{done}");
        device.hears("access_denied").await;
    })
    .await;
}

#[tokio::test]
async fn a_user_may_give_less_than_is_asked_for() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &SCOPES).await;
        let device = Device::begin(&application, "openid email phone offline_access").await;
        let mut agent = agent(&tenant);
        let question = device.question(&mut agent, ADA).await;
        let _ = agent.submit(question.form(), &[("scope", "phone"), ("decision", "allow")]).await.page().expect(200);
        let tokens = Tokens::from(&device.ask().await);
        assert_eq!(tokens.body["scope"], "openid phone");
        assert_eq!(tokens.refresh_token, None);
    })
    .await;
}

#[tokio::test]
async fn a_device_is_confirmed_however_well_its_application_is_known() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let trusted = RelyingParty::register(&tenant, ClientDetails { trusted: true, ..details(&["openid"]) }).await;
        let known = application_on_devices(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        Device::begin(&known, "openid").await.approve(&mut agent, ADA).await;
        for application in [known, trusted] {
            // Nor is anything asked before: the user is signed in.
            let device = Device::begin(&application, "openid").await;
            let question = device.enter(&mut agent).await.page().expect(200);
            assert!(question.words().contains(device.user_code()), "{question}");
            device.hears("authorization_pending").await;
            let _ = agent.submit(question.form(), &[("decision", "allow")]).await.page().expect(200);
            let _ = device.ask().await.expect(200);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_is_decided_once_and_gets_its_tokens_once() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &SCOPES).await;
        for _ in 0..3 {
            let device = Device::begin(&application, "openid offline_access").await;
            let mut browsers = [agent(&tenant), agent(&tenant), agent(&tenant), agent(&tenant)];
            let mut questions = Vec::new();
            for browser in &mut browsers {
                questions.push(device.question(browser, ADA).await);
            }
            let decisions = ["allow", "deny", "allow", "deny"];
            let decide = browsers.iter_mut().zip(&questions).zip(decisions);
            let decide = decide.map(|((browser, question), decision)| {
                let form = question.form();
                async move { (decision, browser.submit(form, &[("decision", decision)]).await.page().status) }
            });
            let decided: Vec<_> = join_all(decide).await.into_iter().filter(|(_, status)| *status == 200).collect();
            assert_eq!(decided.len(), 1, "{decided:?}");
            if decided[0].0 == "deny" {
                device.hears("access_denied").await;
            } else {
                let _ = device.ask().await.expect(200);
            }
        }
        let device = Device::begin(&application, "openid offline_access").await;
        device.approve(&mut agent(&tenant), ADA).await;
        let answers = join_all((0..50).map(|_| device.ask())).await;
        let (given, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
        assert_eq!(given.len(), 1);
        assert!(refused.iter().all(|answer| answer.json()["error"] == "invalid_grant"));
        let _ = application.refresh(Tokens::from(&given[0]).refresh_token()).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn assertion_62_user_codes_are_not_guessed() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let mut browser = agent(&tenant);
        let page = browser.get(device.page()).await.page().expect(200);
        for guess in 0..20 {
            let code = if guess % 2 == 0 { "BBBB-BBBB" } else { "no code" };
            let page = browser.submit(page.form(), &[("user_code", code)]).await.page().expect(400);
            assert!(!page.alerts().is_empty(), "{page}");
            assert_eq!(page.form().value("user_code"), if guess % 2 == 0 { code } else { "" });
        }
        // Not even the right one; nor in another browser, where the guesses came from the same address.
        for browser in [&mut browser, &mut agent(&tenant)] {
            let page = browser.get(device.page()).await.page().expect(200);
            let page = browser.submit(page.form(), &[("user_code", device.user_code())]).await.page().expect(429);
            assert!(page.header("retry-after").parse::<u32>().unwrap() <= 900);
            assert!(!page.words().contains("Television"), "{page}");
        }
        // The device doesn't pay for it.
        device.hears("authorization_pending").await;
    })
    .await;
}

#[tokio::test]
async fn assertion_59_the_code_counts_only_from_the_page_of_the_same_browser() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let (mut victim, mut attacker) = (agent(&tenant), agent(&tenant));
        let page = victim.get(device.page()).await.page().expect(200);
        let of_attacker = attacker.get(device.page()).await.page().expect(200);
        let token = of_attacker.form().value("csrf").to_owned();
        assert_ne!(token, page.form().value("csrf"));
        let code = device.user_code();
        for fields in [&[("user_code", code)][..], &[("user_code", code), ("csrf", &token)]] {
            let outcome = victim.post_from_elsewhere("https://evil.example/", device.page(), fields).await;
            assert_eq!(outcome.page().status, 400);
            let outcome = victim.post(device.page(), fields).await;
            assert_eq!(outcome.page().status, 400);
        }
        // The question, too, is only for the browser that the code was entered in.
        let question = device.question(&mut attacker, ADA).await;
        let stolen = victim.get(question.url.as_str()).await.page();
        assert_eq!(stolen.status, 400, "{stolen}");
        let stolen = victim.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(stolen.status, 400, "{stolen}");
        device.hears("authorization_pending").await;
    })
    .await;
}

#[tokio::test]
async fn pages_are_there_only_where_devices_are_let_in() {
    with_users_on_both(async |tenant| {
        let page = format!("{}/device", tenant.server.issuer(&tenant.id, DEFAULT));
        let mut agent = agent(&tenant);
        assert_eq!(agent.get(&page).await.page().status, 404);
        assert_eq!(agent.post(&page, &[("user_code", "BBBB-BBBB")]).await.page().status, 404);
        let_in(&tenant).await;
        assert_eq!(agent.get(&page).await.page().status, 200);
        // Nobody's request can have its answer kept here.
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let request = application.request().with("response_mode", "device");
        let left = agent.get(&request.url()).await.left();
        assert!(left.to.query_pairs().any(|(name, value)| name == "error" && value == "invalid_request"), "{left:?}");
    })
    .await;
}

#[tokio::test]
async fn cve_2026_9798_who_is_locked_out_does_not_come_in_through_a_device() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let mut browser = agent(&tenant);
        let sign_in = device.enter(&mut browser).await.page().expect(200);
        for _ in 0..10 {
            let _ = browser.submit(sign_in.form(), &[("username", USER), ("password", "wrong")]).await.page();
        }
        let entries = [("username", USER), ("password", PASSWORD)];
        let _ = browser.submit(sign_in.form(), &entries).await.page().expect(429);
        device.hears("authorization_pending").await;

        // Whoever is gone, or took it back, before the device asked.
        let device = Device::begin(&application, "openid").await;
        device.approve(&mut agent(&tenant), (OTHER_USER, PASSWORD)).await;
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, PASSWORD, context())])]).await;
        device.hears("invalid_grant").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_before_the_device_asked_is_not_given() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        device.approve(&mut agent(&tenant), ADA).await;
        let (id, client) = (tenant.id.clone(), application.client.id.clone());
        let take_back = async move |store: authplane_domain::Store| {
            authorization_grant::take_back(
                &Acting::new(&store, &id, Actor::system()),
                Given { server_id: DEFAULT, subject: USER, client_id: &client },
                3600,
            )
            .await
        };
        tenant.server.with_store(move |store| async move { take_back(store).await }).await.unwrap();
        device.hears("invalid_grant").await;
    })
    .await;
}

#[tokio::test]
async fn the_policy_of_the_server_counts_for_devices_as_well() {
    with_users_on_both(async |tenant| {
        let nobody = things::policy(&tenant, &json!([{"name": "false"}])).await;
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let_in_as(&tenant, |server| server.user_policy_id = Some(nobody)).await;
        let mut browser = agent(&tenant);
        let sign_in = device.enter(&mut browser).await.page().expect(200);
        let done = browser.submit(sign_in.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
        assert!(done.words().contains("The device was not connected"), "{done}");
        device.hears("access_denied").await;
    })
    .await;
}

#[tokio::test]
async fn assertion_34_who_takes_too_long_has_to_begin_anew() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
        let tenant = Tenant::with_users(&TestServer::start(settings).await).await;
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let mut browser = agent(&tenant);
        // Nobody entered the code in time; then, nobody answered in time; then, the device did not ask in time.
        let late = Device::begin(&application, "openid").await;
        clock.advance(TimeDelta::seconds(600));
        let page = late.enter(&mut browser).await.page().expect(400);
        assert!(page.alerts().join(" ").contains("no longer valid"), "{page}");
        late.hears("expired_token").await;

        let late = Device::begin(&application, "openid").await;
        clock.advance(TimeDelta::seconds(300));
        let question = late.question(&mut browser, ADA).await;
        clock.advance(TimeDelta::seconds(300));
        let after = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(after.status, 400, "{after}");
        assert_eq!(browser.get(question.url.as_str()).await.page().status, 400);
        late.hears("expired_token").await;

        let late = Device::begin(&application, "openid").await;
        late.approve(&mut browser, ADA).await;
        clock.advance(TimeDelta::seconds(600));
        late.hears("expired_token").await;
    }
}

/// What an attacker who sends somebody a link can reach: nothing but the question.
#[tokio::test]
async fn a_link_alone_lets_no_device_in_although_the_user_is_signed_in() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        Device::begin(&application, "openid").await.approve(&mut agent, ADA).await;
        let device = Device::begin(&application, "openid").await;
        let outcome = agent.get_from_elsewhere("https://evil.example/", device.page_with_code()).await;
        let Outcome::Page(page) = outcome else { panic!("{outcome:?}") };
        assert!(page.form_with("decision").is_none(), "{page}");
        device.hears("authorization_pending").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_of_the_operators_that_consents_for_the_user_does_not_confirm_a_device() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        tenant.set_methods(DEFAULT, vec![things::custom_method("own", "https://login.example/")]).await;
        let application = application_on_devices(&tenant, &["openid", "email", "phone"]).await;
        let device = Device::begin(&application, "openid email phone").await;
        let mut agent = agent(&tenant);
        let sent = device.enter(&mut agent).await.left().to;
        let parameters: Vec<(String, String)> = sent.query_pairs().into_owned().collect();
        let [(_, id), (_, state)] = parameters.try_into().unwrap();
        let token = tenant.token_of("system", &["manage_logins", "manage_consents"], &[]).await;
        let system = async |path: String, body: serde_json::Value| {
            let call = tenant.post(&format!("/api/system/{{tid}}/{path}/accept")).bearer(&token).json(body);
            call.send().await.expect(200).json()["redirect_to"].as_str().unwrap().to_owned()
        };
        system(format!("logins/{id}"), json!({"login_state": state, "subject": "ada"})).await;
        let granted = json!({"login_state": state, "granted_scopes": ["openid", "email"]});
        let back = system(format!("scope-grants/{id}"), granted).await;
        let question = agent.get(&back).await.page().expect(200);
        assert!(question.words().contains(device.user_code()), "{question}");
        device.hears("authorization_pending").await;
        let everything = [("decision", "allow"), ("scope", "email"), ("scope", "phone")];
        let fields: Vec<_> =
            [("login_id", &*id), ("csrf", question.form().value("csrf"))].into_iter().chain(everything).collect();
        let _ = agent.post(question.form().action.as_str(), &fields).await.page().expect(200);
        assert_eq!(device.ask().await.expect(200).json()["scope"], "openid email");
    })
    .await;
}
