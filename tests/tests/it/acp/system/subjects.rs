//! Users of different sign-in methods are different users, whatever a page calls them.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::{authentication, login_request};
use authplane_tests::relying_party::{self, Tokens, claims_of};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{RelyingParty, Tenant, UserAgent, on_both};
use serde_json::{Value, json};

use super::{LoginPage, METHOD, Visit, application, redirect_to};
use crate::it::things::custom_method;

const PEOPLE: &str = "people";
const OTHER_PAGE: &str = "other-page";
const ADDRESS: &str = "https://login.example/page?theme=dark";

/// Static users and two pages.
async fn three_methods(tenant: &Tenant) -> LoginPage<'_> {
    let people = static_method(PEOPLE, &[(USER, PASSWORD, context()), (OTHER_USER, PASSWORD, json!({}))]);
    LoginPage::among(tenant, vec![people, custom_method(METHOD, ADDRESS), custom_method(OTHER_PAGE, ADDRESS)]).await
}

/// A new browser of somebody whom a page calls so, up to the first question or the application.
async fn by_page(page: &LoginPage<'_>, app: &RelyingParty, method: &str, told: &str) -> (UserAgent, Outcome, String) {
    let mut browser = UserAgent::new(page.tenant.server.url());
    let request = app.request().with("scope", "openid email");
    let choice = browser.get(&request.url()).await.page().expect(200);
    let href = choice.links().into_iter().find(|href| href.contains(&format!("/login/{method}?"))).unwrap().to_owned();
    let left = browser.follow(&choice, &href).await.left();
    let parameter = |name: &str| left.to.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
    let visit = Visit { id: parameter("login_id"), state: parameter("login_state") };
    let to = redirect_to(page.accept(&visit, json!({"subject": told})).await);
    let outcome = browser.get(&to).await;
    (browser, outcome, request.verifier)
}

/// Goes on to the tokens. Whoever hasn't consented must have been asked.
async fn tokens_of(page: &LoginPage<'_>, app: &RelyingParty, method: &str, told: &str) -> Tokens {
    let (mut browser, outcome, verifier) = by_page(page, app, method, told).await;
    let Outcome::Page(question) = outcome else { panic!("{told} of {method} was asked nothing: {outcome:?}") };
    assert!(question.form_with("decision").is_some(), "{question}");
    let left = browser.submit(question.form(), &[("decision", "allow")]).await.left();
    let code = left.to.query_pairs().find(|(name, _)| name == "code").unwrap().1.into_owned();
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", &app.redirect_uri),
        ("code_verifier", &verifier),
    ];
    Tokens::from(&app.call("oauth2/token", &fields).send().await)
}

fn sub(tokens: &Tokens) -> String {
    claims_of(tokens.id_token())["sub"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn whom_a_page_calls_like_a_static_user_or_a_client_is_neither() {
    on_both(async |tenant| {
        let page = three_methods(&tenant).await;
        let app = application(&tenant).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email");
        let outcome = browser.get(&request.url()).await;
        let left = browser.walk(outcome, USER, PASSWORD, |_| false).await.left();
        let of_user = app.tokens(&left, &request).await;
        assert_eq!(sub(&of_user), USER, "static users are called by their names");

        let mut subs = vec![sub(&of_user), app.client.id.clone()];
        for (method, told) in [
            (METHOD, USER),
            (OTHER_PAGE, USER),
            (METHOD, app.client.id.as_str()),
            (METHOD, "other-page/user"),
            (METHOD, "system"),
        ] {
            let tokens = tokens_of(&page, &app, method, told).await;
            assert_eq!(sub(&tokens), format!("{method}/{told}"));
            assert!(!subs.contains(&sub(&tokens)), "{told} of {method} is somebody else: {subs:?}");
            let said = app.introspect(&tokens.access_token).await;
            let user = app.userinfo(&tokens.access_token).await.expect(200).json();
            assert_eq!((&said["sub"], &user["sub"]), (&json!(sub(&tokens)), &json!(sub(&tokens))));
            subs.push(sub(&tokens));
            // The second time nobody is asked: it is the same user.
            let (_, outcome, _) = by_page(&page, &app, method, told).await;
            assert!(matches!(outcome, Outcome::Left(_)), "{outcome:?}");
        }
        // Nobody's session was gone on with.
        let sid = |tokens: &Tokens| claims_of(tokens.id_token())["sid"].clone();
        let again = tokens_of(&page, &app, OTHER_PAGE, OTHER_USER).await;
        assert_ne!(sid(&again), sid(&of_user));
    })
    .await;
}

/// A replica of a release that called users of pages just as the page does may have taken its word for a login that is still open.
#[tokio::test]
async fn who_was_told_of_as_earlier_releases_called_them_signs_in_anew() {
    on_both(async |tenant| {
        let _page = LoginPage::alone(&tenant).await;
        // Asks nobody: what it is given follows at once.
        let details = ClientDetails { trusted: true, ..relying_party::application(&["openid"]) };
        let app = RelyingParty::register(&tenant, details).await;
        for (subject, signs_in) in [(USER.to_owned(), false), (format!("{METHOD}/{USER}"), true)] {
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &app.request()).await;
            let (tid, id) = (tenant.id.clone(), visit.id.clone());
            let tell = async move |store: authplane_domain::Store| {
                let login = login_request::find(&store, &tid, &id).await.unwrap().unwrap();
                let auth_time = store.now().timestamp();
                let methods = authentication::of_server(&store, login.server_key()).await.unwrap();
                let (method_id, stamp) = (METHOD.to_owned(), methods.find(METHOD).unwrap().stamp);
                let by = Authentication { subject, method_id, auth_time, stamp, ..Authentication::default() };
                let progress = login.progress.clone().accepted(by).unwrap();
                login_request::decide(&store, &login, progress).await.unwrap()
            };
            let verifier = tenant.server.with_store(move |store| async move { tell(store).await }).await;
            let url = format!("{}/login/continue?login_id={}&login_verifier={verifier}", app.issuer, visit.id);
            match browser.get(&url).await {
                Outcome::Left(left) => assert!(signs_in, "left for {}", left.to),
                Outcome::Page(page) => assert!(!signs_in && page.status == 400, "{page}"),
            }
        }
    })
    .await;
}

/// What would make two of them meet can't be set.
#[tokio::test]
async fn no_user_or_client_is_given_a_name_that_another_methods_users_have() {
    on_both(async |tenant| {
        let put = async |users: Value| {
            let methods = json!({"methods": [
                {"id": PEOPLE, "name": "People", "method": "static", "static": {"users": users}},
                {"id": METHOD, "name": "Own", "method": "custom", "custom": {"login_url": ADDRESS}},
            ]});
            tenant.put("/api/admin/{tid}/servers/default/authentications").json(methods).send().await
        };
        let user = |name: &str| json!([{"username": name, "password": PASSWORD}]);
        let of_provider = "A".repeat(43);
        for name in ["own-page/ada", "elsewhere/ada", "a/", of_provider.as_str()] {
            let answer = put(user(name)).await;
            assert_eq!(answer.status, 422, "{name}: {}", answer.text());
            assert!(answer.text().contains("username"), "{name}: {}", answer.text());
        }
        for name in ["ada", "ada@example.com", "a.b|c:d"] {
            let _ = put(user(name)).await.expect(200);
        }
        for id in ["own-page/ada", of_provider.as_str()] {
            let body = json!({"client_id": id, "client_name": "A client", "authorization_server_id": DEFAULT});
            let answer = tenant.post("/api/admin/{tid}/clients").json(body).send().await;
            assert!((400..500).contains(&answer.status), "{id}: {}", answer.text());
        }
    })
    .await;
}
