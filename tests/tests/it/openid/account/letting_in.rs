//! Whom the account page lets in, and whose forms count there.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Database, Settings, Tenant, TestServer, UserAgent};
use chrono::TimeDelta;
use http::Method;
use serde_json::json;

use super::{ADA, OTTO, PARTS, account, album, done, open, tamper, token, visitor};
use crate::it::acp::admin::consents;
use crate::it::openid::silent::{administrators, guard_server};
use crate::it::openid::with_users_on_both;
use crate::it::security::with_clock_on_both;
use crate::it::things;

#[tokio::test]
async fn who_is_not_signed_in_signs_in_at_this_server_and_comes_back() {
    with_users_on_both(async |tenant| {
        for part in PARTS {
            let mut agent = UserAgent::new(tenant.server.url());
            let page = agent.get(&account(&tenant, part)).await.page().expect(200);
            assert!(page.form_with("password").is_some() && !page.words().contains("to continue to"), "{page}");
            let wrong = agent.submit(page.form(), &[("username", USER), ("password", "wrong")]).await.page();
            assert_eq!(wrong.status, 400, "{wrong}");
            let outcome = agent.submit(wrong.form(), &[("username", USER), ("password", PASSWORD)]).await;
            let page = outcome.page().expect(200);
            assert_eq!(page.url.as_str(), account(&tenant, part), "{page}");
            let again = agent.submit(wrong.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
            assert_eq!(again.status, 400, "one sign-in for one request: {again}");
            for (name, value) in
                [("cache-control", "no-store"), ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY")]
            {
                assert_eq!(page.header(name), value, "{part}");
            }
            let policy = page.header("content-security-policy");
            assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("script-src"), "{policy}");
            assert!(!page.body.contains("<script"), "{page}");
        }
        // Who doesn't want to isn't asked again and again.
        let mut agent = UserAgent::new(tenant.server.url());
        let page = agent.get(&account(&tenant, "/sessions")).await.page().expect(200);
        let page = agent.follow(&page, page.link("Cancel").unwrap()).await.page().expect(200);
        assert!(page.words().contains("You did not sign in"), "{page}");
        let link = page.link("Sign in to your account").unwrap().to_owned();
        assert_eq!(link, account(&tenant, "/sessions"));
        // A form that nobody signed in for does nothing but ask them to.
        let mut agent = UserAgent::new(tenant.server.url());
        for part in ["/applications", "/consents", "/sessions"] {
            let page = agent.post(&account(&tenant, part), &[("end", "all"), ("csrf", "x")]).await.page().expect(200);
            assert!(page.form_with("password").is_some(), "{page}");
        }
        // And there is none where there is no server.
        let nowhere = format!("{}/account", tenant.server.issuer(&tenant.id, "nobody"));
        assert_eq!(agent.get(&nowhere).await.page().status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_form_counts_with_the_token_of_the_very_session_only() {
    with_users_on_both(async |tenant| {
        let (mut ada, mut otto) = (visitor(&tenant, ADA).await, visitor(&tenant, OTTO).await);
        let (of_ada, of_otto) = (token(&mut ada, &tenant, ADA).await, token(&mut otto, &tenant, OTTO).await);
        assert_ne!(of_ada, of_otto);
        for part in ["/applications", "/consents", "/sessions"] {
            for token in ["", "x", &of_otto] {
                let fields = [("csrf", token), ("end", "all"), ("client_id", "x"), ("granted", "true")];
                let page = ada.post(&account(&tenant, part), &fields).await.page();
                assert_eq!(page.status, 400, "{part} {token}: {page}");
                assert!(page.words().contains("another browser"), "{page}");
            }
            // Another site's page has no cookies of ours, and so is nobody.
            let fields = [("csrf", of_ada.as_str()), ("end", "all")];
            let page = ada.post_from_elsewhere("https://evil.example/", &account(&tenant, part), &fields).await.page();
            assert!(page.form_with("password").is_some(), "{page}");
        }
        assert!(open(&mut ada, &tenant, "", ADA).await.words().contains("Ada Example"), "they are signed in still");
        // Twice the same parameter, another media type, and what is no form.
        let twice = [("csrf", of_ada.as_str()), ("csrf", of_ada.as_str())];
        assert_eq!(ada.post(&account(&tenant, "/sessions"), &twice).await.page().status, 400);
        let call = ada.call(Method::POST, &account(&tenant, "/sessions"));
        let _ = call.json(json!({"end": "all"})).send().await.expect(415);
        let nothing = [("csrf", of_ada.as_str()), ("end", "perhaps")];
        assert_eq!(ada.post(&account(&tenant, "/sessions"), &nothing).await.page().status, 400);
    })
    .await;
}

#[tokio::test]
async fn a_change_and_a_download_need_a_recent_sign_in() {
    with_clock_on_both(async |tenant, clock| {
        let mut ada = visitor(&tenant, ADA).await;
        let mut other = visitor(&tenant, ADA).await;
        let data = account(&tenant, "/data.json");
        clock.advance(TimeDelta::seconds(15 * 60));
        let page = open(&mut ada, &tenant, "/sessions", ADA).await;
        let _ = ada.call(Method::GET, &data).send().await.expect(200);
        clock.advance(TimeDelta::seconds(1));
        // They may look, but not change anything.
        let _ = open(&mut ada, &tenant, "/sessions", ADA).await;
        let form = page.forms().iter().find(|form| form.control("session_id").is_some()).unwrap().clone();
        let asked = ada.submit(&form, &[("end", "one")]).await;
        let page =
            ada.walk(asked, USER, PASSWORD, |page| page.url.path().contains("/account")).await.page().expect(200);
        assert!(page.words().contains("nothing was changed"), "{page}");
        assert!(open(&mut other, &tenant, "", ADA).await.words().contains("Your account"), "nothing was done");
        let page = open(&mut ada, &tenant, "/sessions", ADA).await;
        let form = page.forms().iter().find(|form| form.control("session_id").is_some()).unwrap().clone();
        let _ = done(ada.submit(&form, &[("end", "one")]).await);
        let page = other.get(&data).await.page().expect(200);
        assert!(page.form_with("password").is_some(), "{page}");
        // What was begun before the sign-in was asked for again is the same user's.
        clock.advance(TimeDelta::seconds(15 * 60 + 1));
        let page = ada.get(&data).await.page().expect(200);
        let outcome = ada.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
        assert_eq!(outcome.page().expect(200).url.as_str(), account(&tenant, ""));
        let _ = ada.call(Method::GET, &data).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn whom_the_policy_of_the_server_refuses_sees_nothing_but_consents_are_for_the_page_to_give() {
    with_users_on_both(async |tenant| {
        let (mut ada, mut otto) = (visitor(&tenant, ADA).await, visitor(&tenant, OTTO).await);
        guard_server(&tenant, Some(administrators(&tenant).await)).await;
        for part in PARTS.into_iter().chain(["/data.json"]) {
            assert_eq!(ada.get(&account(&tenant, part)).await.page().status, 200, "{part}");
            let page = otto.get(&account(&tenant, part)).await.page();
            assert_eq!(page.status, 403, "{part}: {page}");
        }
        let page = otto.post(&account(&tenant, "/sessions"), &[("end", "all")]).await.page();
        assert_eq!(page.status, 403, "{page}");
        let (_, consent) = consents::made(&tenant).await;
        let needs = json!([{"name": "consent", "conf": {"consents": [consent["id"]]}}]);
        guard_server(&tenant, Some(things::policy(&tenant, &needs).await)).await;
        let page = open(&mut otto, &tenant, "/consents", OTTO).await;
        assert!(page.words().contains("Not given"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn each_server_has_the_account_page_of_its_own_users() {
    with_users_on_both(async |tenant| {
        let mut ada = visitor(&tenant, ADA).await;
        for server in [ADMIN, DEVELOPER, SYSTEM] {
            let page = format!("{}/account", tenant.server.issuer(&tenant.id, server));
            // Nobody signs in there, so nobody sees it.
            assert_eq!(ada.get(&page).await.page().status, 400, "{server}");
            tenant
                .set_methods(server, vec![static_method(METHOD, &[("boss", PASSWORD, json!({"name": "Boss"}))])])
                .await;
            let asked = ada.get(&page).await.page().expect(200);
            assert!(asked.form_with("password").is_some(), "a session of another server is none here: {asked}");
            let refused = ada.submit(asked.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
            assert_eq!(refused.status, 400, "{refused}");
            let outcome = ada.submit(refused.form(), &[("username", "boss"), ("password", PASSWORD)]).await;
            assert!(outcome.page().expect(200).words().contains("You are signed in as Boss"), "{server}");
        }
        // Users who are removed are nobody any more.
        let _ = open(&mut ada, &tenant, "", ADA).await;
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[("somebody", PASSWORD, json!({}))])]).await;
        let page = ada.get(&account(&tenant, "")).await.page().expect(200);
        assert!(page.form_with("password").is_some(), "{page}");
    })
    .await;
}

#[tokio::test]
async fn an_address_is_asked_to_sign_in_so_often_and_no_more() {
    for database in Database::tested() {
        let settings = Settings { database, ..Settings::default() }.with("authorizations_per_address", "3");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::with_users(&server).await;
        for (at, part) in PARTS.into_iter().enumerate() {
            let page = UserAgent::new(tenant.server.url()).get(&account(&tenant, part)).await.page();
            let expected = if at < 3 { 200 } else { 429 };
            assert_eq!(page.status, expected, "{part}: {page}");
        }
        server.stop().await;
    }
}

/// A tenant called `account` has an admin API, whose paths have the form of an account page's.
#[tokio::test]
async fn the_page_is_in_nobodys_way() {
    with_users_on_both(async |tenant| {
        for path in ["/api/admin/account/consents", "/api/developer/account/clients"] {
            let _ = tenant.get(path).anonymous().send().await.expect(401);
        }
        let _ = tenant.get("/{tid}/default/account/nothing").anonymous().send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_page_of_the_operators_own_signs_users_in_for_it_and_no_page_of_consent_knows_it() {
    with_users_on_both(async |tenant| {
        tenant.set_methods(DEFAULT, vec![things::custom_method("own", "https://login.example/")]).await;
        let mut ada = UserAgent::new(tenant.server.url());
        let sent = ada.get(&account(&tenant, "/sessions")).await.left().to;
        let parameter = |name: &str| sent.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
        let (id, state) = (parameter("login_id"), parameter("login_state"));
        let bearer = tenant.token_of(SYSTEM, &["manage_logins"], &[]).await;
        let path = format!("/api/system/{{tid}}/logins/{id}");
        let shown = tenant.get(&format!("{path}?login_state={state}")).bearer(&bearer).send().await.expect(200).json();
        assert_eq!((&shown["client_id"], &shown["request_url"]), (&json!(""), &json!(account(&tenant, "/sessions"))));
        assert_eq!((&shown["requested_scopes"], &shown["idp_id"]), (&json!([]), &json!("own")));
        let said = json!({"login_state": state, "subject": "ada"});
        let accepted =
            tenant.post(&format!("{path}/accept")).bearer(&bearer).json(said).send().await.expect(200).json();
        // Nothing is asked for, so nobody consents to it.
        let consent = format!("{}/consent?login_id={id}", tenant.server.issuer(&tenant.id, DEFAULT));
        assert_eq!(ada.get(&consent).await.page().status, 400);
        let page = ada.get(accepted["redirect_to"].as_str().unwrap()).await.page().expect(200);
        assert_eq!(page.url.as_str(), account(&tenant, "/sessions"), "{page}");
        assert!(!page.words().contains("Known devices"), "it knows none: {page}");
        assert_eq!(ada.get(accepted["redirect_to"].as_str().unwrap()).await.page().status, 400, "once");

        let mut otto = UserAgent::new(tenant.server.url());
        let sent = otto.get(&account(&tenant, "")).await.left().to;
        let parameter = |name: &str| sent.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
        let path = format!("/api/system/{{tid}}/logins/{}/reject", parameter("login_id"));
        let said = json!({"login_state": parameter("login_state"), "error": "access_denied"});
        let rejected = tenant.post(&path).bearer(&bearer).json(said).send().await.expect(200).json();
        let page = otto.get(rejected["redirect_to"].as_str().unwrap()).await.page().expect(200);
        assert!(page.words().contains("You did not sign in"), "{page}");
    })
    .await;
}

/// The sign-in of the account page ends with it. Where that failed after the session had begun, its request is still there.
#[tokio::test]
async fn a_request_that_its_sign_in_left_behind_is_none_that_anybody_consents_to() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut ada = UserAgent::new(tenant.server.url());
        let page = ada.get(&account(&tenant, "")).await.page().expect(200);
        let login_id = page.form().value("login_id").to_owned();
        let tokens = album.sign_in(&mut ada, &album.request(), ADA).await;
        let sid = authplane_tests::relying_party::claims_of(tokens.id_token())["sid"].as_str().unwrap().to_owned();
        let known = format!("SELECT authentication FROM sessions WHERE tenant_id = '{}' AND id = '{sid}'", tenant.id);
        let object = match tenant.server.database() {
            Database::Sqlite => format!(
                "json_object('signed_in', json_object('authentication', json(({known})), 'session_id', '{sid}'))"
            ),
            Database::Postgres => format!(
                "jsonb_build_object('signed_in', jsonb_build_object('authentication', ({known}), 'session_id', '{sid}'))"
            ),
        };
        tamper(&tenant, &format!("UPDATE login_requests SET progress = {object} WHERE id = '{login_id}'")).await;
        let consent = format!("{}/consent?login_id={login_id}", tenant.server.issuer(&tenant.id, DEFAULT));
        let page = ada.get(&consent).await.page();
        assert_eq!(page.status, 400, "{page}");
        assert!(page.words().contains("no longer valid"), "{page}");
    })
    .await;
}
