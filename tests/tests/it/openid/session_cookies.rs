//! Whose session a cookie is: one of the server that set it, and of nobody when there are two.

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application, claims_of};
use authplane_tests::user_agent::Cookie;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use http::header::{COOKIE, LOCATION};
use serde_json::json;

use super::with_users_on_both;
use crate::it::things::{authorization_server, custom_method};

/// A server whose users sign in on a page of the operator's, which calls them alike everywhere; an application of theirs that asks them nothing.
async fn application_at(tenant: &Tenant, server: &str) -> RelyingParty {
    tenant.set_methods(server, vec![custom_method("own", "https://login.example/")]).await;
    RelyingParty::register_at(tenant, server, ClientDetails { trusted: true, ..application(&["openid"]) }).await
}

/// The browser of somebody who signed in.
async fn browser_of(tenant: &Tenant, application: &RelyingParty, subject: &str) -> UserAgent {
    let mut browser = UserAgent::new(tenant.server.url());
    let request = application.request();
    let sent = browser.get(&request.url()).await.left().to;
    let parameter = |name: &str| sent.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
    let token = tenant.token_of("system", &["manage_logins"], &[]).await;
    let path = format!("/api/system/{{tid}}/logins/{}/accept", parameter("login_id"));
    let said = json!({"login_state": parameter("login_state"), "subject": subject});
    let accepted = tenant.post(&path).bearer(&token).json(said).send().await.expect(200).json();
    let left = browser.get(accepted["redirect_to"].as_str().unwrap()).await.left();
    let _ = application.tokens(&left, &request).await;
    browser
}

fn cookie(browser: &UserAgent, kind: &str) -> Cookie {
    browser.cookies.kept().iter().find(|cookie| cookie.name.contains(kind)).unwrap().clone()
}

fn silent(application: &RelyingParty) -> AuthorizationRequest {
    application.request().with("prompt", "none")
}

/// The name of who is signed in, without anybody's being asked.
async fn who(browser: &mut UserAgent, application: &RelyingParty) -> Option<String> {
    let request = silent(application);
    let left = browser.get(&request.url()).await.left();
    let response = AuthorizationResponse::from(&left);
    if response.get("error").is_some() {
        assert_eq!(response.error(application, &request).0, "login_required");
        return None;
    }
    let tokens = application.tokens(&left, &request).await;
    Some(claims_of(tokens.id_token())["sub"].as_str().unwrap().to_owned())
}

/// The sender of a cookie chooses its name, so that it is called otherwise at each server keeps nobody out.
#[tokio::test]
async fn a_session_of_one_server_is_none_of_another_under_whatever_name_it_comes() {
    with_users_on_both(async |tenant| {
        let other = Tenant::new(&tenant.server).await;
        let mut places = Vec::new();
        for (tenant, server) in [
            (&tenant, "default".to_owned()),
            (&tenant, authorization_server(&tenant).await),
            (&other, "default".into()),
        ] {
            let application = application_at(tenant, &server).await;
            let mut browser = browser_of(tenant, &application, "ada").await;
            let name = who(&mut browser, &application).await.unwrap();
            places.push((application, cookie(&browser, "session"), name));
        }
        for (at, (application, own, name)) in places.iter().enumerate() {
            for (from, (_, theirs, same)) in places.iter().enumerate() {
                assert_eq!(name, same, "one name for one method and user");
                let mut browser = UserAgent::new(tenant.server.url());
                browser.cookies.plant(Cookie { value: theirs.value.clone(), ..own.clone() });
                let expected = (at == from).then(|| name.clone());
                assert_eq!(who(&mut browser, application).await, expected, "from {from} at {at}");
            }
        }
    })
    .await;
}

/// Whoever can set a cookie for a part of the host, as its neighbours can, puts one of theirs beside that of the user: which one comes first they choose by its
/// path (RFC 6265 §5.4).
#[tokio::test]
async fn of_two_cookies_of_one_name_neither_counts() {
    with_users_on_both(async |tenant| {
        let server = authorization_server(&tenant).await;
        let application = application_at(&tenant, &server).await;
        let mut ada = browser_of(&tenant, &application, "ada").await;
        let name = who(&mut ada, &application).await;
        assert!(name.is_some());
        let own = cookie(&ada, "session");
        let of_attacker = cookie(&browser_of(&tenant, &application, "mallory").await, "session").value;
        let other = Cookie { name: format!("x{}", own.name), path: "/".to_owned(), ..own.clone() };
        ada.cookies.plant(other);
        assert_eq!(who(&mut ada, &application).await, name, "one of another name says nothing");
        let behind = "/".to_owned();
        let before = format!("{}/oauth2", own.path);
        for value in [of_attacker.as_str(), &own.value, "garbage", ""] {
            for path in [&behind, &before] {
                let mut browser = ada.clone();
                browser.cookies.plant(Cookie { value: value.to_owned(), path: path.clone(), ..own.clone() });
                assert_eq!(who(&mut browser, &application).await, None, "{value} with the path {path}");
            }
            // In lines of their own, as HTTP/2 may send them (RFC 9113 §8.2.3).
            for values in [[&own.value, value], [value, &own.value]] {
                let mut call = authplane_tests::http::client().get(silent(&application).url());
                for value in values {
                    call = call.header(COOKIE, format!("{}={value}", own.name));
                }
                let answer = call.send().await.unwrap();
                let location = answer.headers()[LOCATION].to_str().unwrap();
                assert!(location.contains("error=login_required"), "{values:?}: {location}");
            }
        }
        assert_eq!(who(&mut ada, &application).await, name);

        // The same for the cookie by which a form is the browser's own.
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let request = application.request();
        let page = browser.get(&request.url()).await.page().expect(200);
        let own = cookie(&browser, "browser");
        let entries = [("username", USER), ("password", PASSWORD)];
        for path in ["/".to_owned(), format!("{}/login", own.path)] {
            let mut tossed = browser.clone();
            tossed.cookies.plant(Cookie { value: "garbage".to_owned(), path, ..own.clone() });
            let refused = tossed.submit(page.form(), &entries).await.page().expect(400);
            assert!(refused.form_with("decision").is_none(), "{refused}");
        }
        let outcome = browser.submit(page.form(), &entries).await;
        let left = browser.walk(outcome, USER, PASSWORD, |_| false).await.left();
        let _ = application.tokens(&left, &request).await;
    })
    .await;
}
