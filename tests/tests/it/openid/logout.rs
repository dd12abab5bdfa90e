//! OpenID Connect RP-Initiated Logout: who signs a user out, whom the user is asked about, and where they go then. The names in brackets are modules of
//! the conformance suite's plan for it, without their common prefix.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::redirects::{CONFUSABLE, REGISTERED};
use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application, claims_of};
use authplane_tests::user_agent::{Cookie, Outcome, Page};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use aws_lc_rs::hmac;
use serde_json::{Value, json};

use super::with_users_on_both;
use crate::it::oauth::jwt;

const ADA: (&str, &str) = (USER, PASSWORD);
const OTTO: (&str, &str) = (OTHER_USER, PASSWORD);

/// An application whose users may come back to [`REGISTERED`] after they signed out.
pub(in crate::it) async fn album(tenant: &Tenant) -> RelyingParty {
    let mut details = application(&["openid", "offline_access"]);
    "Album".clone_into(&mut details.name);
    details.metadata.post_logout_redirect_uris =
        vec![REGISTERED.to_owned(), "http://127.0.0.1/signed-out?from=album".to_owned()];
    RelyingParty::register(tenant, details).await
}

pub(in crate::it) fn endpoint(application: &RelyingParty) -> String {
    format!("{}/oauth2/logout", application.issuer)
}

/// The address that an application sends its user to.
pub(in crate::it) fn logout(application: &RelyingParty, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("{}?{query}", endpoint(application))
}

pub(super) async fn sign_in(agent: &mut UserAgent, application: &RelyingParty, user: (&str, &str)) -> Tokens {
    application.sign_in(agent, &application.request(), user).await
}

/// Does the server know the browser's user without asking?
pub(in crate::it) async fn is_signed_in(agent: &UserAgent, application: &RelyingParty) -> bool {
    let request = application.request().with("prompt", "none");
    let left = agent.clone().get(&request.url()).await.left();
    let response = AuthorizationResponse::from(&left);
    let error = response.get("error");
    assert!(matches!(error, None | Some("login_required")), "{response:?}");
    error.is_none()
}

/// A page that asks, which nothing has happened before.
async fn expect_question(agent: &UserAgent, outcome: Outcome, application: &RelyingParty) -> Page {
    let page = outcome.page().expect(200);
    assert!(page.words().contains("Sign out?") && page.words().contains("Ada Example"), "{page}");
    assert!(is_signed_in(agent, application).await, "{page}");
    page
}

/// A page that says what is wrong, and nothing else has happened.
async fn expect_refusal(agent: &UserAgent, outcome: Outcome, application: &RelyingParty, what: &str) {
    let page = outcome.page();
    assert_eq!(
        (page.status, page.forms().len(), page.links().iter().any(|link| link.contains("callback"))),
        (400, 0, false),
        "{what}: {page}"
    );
    assert!(page.words().contains("invalid_request"), "{what}: {page}");
    assert!(is_signed_in(agent, application).await, "{what}");
}

#[tokio::test]
async fn an_id_token_of_the_session_signs_out_without_a_question() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let other = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        for (parameters, to) in [
            (
                vec![("post_logout_redirect_uri", REGISTERED), ("state", "a b&c=ü")],
                Some(format!("{REGISTERED}?state=a+b%26c%3D%C3%BC")),
            ),
            // [no-state]
            (
                vec![("post_logout_redirect_uri", REGISTERED), ("client_id", &album.client.id)],
                Some(REGISTERED.to_owned()),
            ),
            (
                vec![("post_logout_redirect_uri", "http://127.0.0.1:49152/signed-out?from=album"), ("state", "s")],
                Some("http://127.0.0.1:49152/signed-out?from=album&state=s".to_owned()),
            ),
            // [no-post-logout-redirect-uri], [only-state]
            (vec![], None),
            (vec![("state", "s"), ("logout_hint", "ada"), ("unknown", "x")], None),
        ] {
            let tokens = sign_in(&mut agent, &album, ADA).await;
            let _ = sign_in(&mut agent, &other, ADA).await;
            let session = session_cookie(&agent);
            let browser = browser_cookie(&agent);
            let mut all = vec![("id_token_hint", tokens.id_token())];
            all.extend(&parameters);
            let url = logout(&album, &all);
            for is_again in [false, true] {
                match (agent.get(&url).await, &to) {
                    // No session ends any more, so the user says whether to go on.
                    (Outcome::Page(page), Some(to)) if is_again => {
                        assert!(page.words().contains("You are signed out"), "{page}");
                        assert_eq!(page.link("Continue to Album"), Some(&**to), "{page}");
                    }
                    (Outcome::Left(left), Some(to)) if !is_again => {
                        assert_eq!(left.to.as_str(), to);
                        let step = left.history.last().unwrap();
                        assert_eq!(
                            (step.status, &step.headers["referrer-policy"], &step.headers["cache-control"]),
                            (302, &"no-referrer".parse().unwrap(), &"no-store".parse().unwrap())
                        );
                    }
                    (Outcome::Page(page), None) => {
                        assert!(page.words().contains("You are signed out") && page.forms().is_empty(), "{page}");
                    }
                    (outcome, to) => panic!("{outcome:?} instead of {to:?}"),
                }
                assert!(agent.cookies.kept().iter().all(|cookie| !cookie.name.contains("session")));
                assert!(!is_signed_in(&agent, &album).await && !is_signed_in(&agent, &other).await);
            }
            assert_ne!(browser_cookie(&agent).value, browser.value);
            // What somebody may have copied is worth nothing.
            let mut copy = UserAgent::new(tenant.server.url());
            copy.cookies.plant(session);
            assert!(!is_signed_in(&copy, &album).await);
        }
    })
    .await;
}

fn session_cookie(agent: &UserAgent) -> Cookie {
    cookie(agent, "session")
}

fn browser_cookie(agent: &UserAgent) -> Cookie {
    cookie(agent, "browser")
}

fn cookie(agent: &UserAgent, kind: &str) -> Cookie {
    agent
        .cookies
        .kept()
        .iter()
        .find(|cookie| cookie.name.contains(kind))
        .unwrap_or_else(|| panic!("no {kind} cookie"))
        .clone()
}

/// [bad-post-logout-redirect-uri], [query-added-to-post-logout-redirect-uri].
#[tokio::test]
async fn assertion_8_nobody_is_sent_where_the_client_did_not_register() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &album, ADA).await;
        let elsewhere = [
            "https://app.example/callback",
            "https://client.example/callback?x=y",
            "http://127.0.0.1:1/other?from=album",
        ];
        for uri in CONFUSABLE.iter().copied().filter(|uri| !uri.is_empty()).chain(elsewhere) {
            for who in [("id_token_hint", tokens.id_token()), ("client_id", &album.client.id)] {
                let url = logout(&album, &[who, ("post_logout_redirect_uri", uri), ("state", "s")]);
                let page = agent.get(&url).await.page();
                assert_eq!((page.status, page.forms().len()), (400, 0), "{uri:?}");
                let text = page.all("a").filter_map(|link| link.attribute("href")).collect::<String>();
                assert!(!text.contains("client.example") && !text.contains("evil"), "{uri:?}: {text}");
            }
        }
        assert!(is_signed_in(&agent, &album).await);
        // Where nobody is signed in it is the same.
        let mut stranger = UserAgent::new(tenant.server.url());
        for uri in ["https://evil.example/", "https://client.example/callback/", "javascript:alert(1)"] {
            for who in [
                ("id_token_hint", tokens.id_token()),
                ("client_id", &album.client.id),
                ("client_id", "nobody"),
                ("state", "s"),
            ] {
                let page = stranger.get(&logout(&album, &[who, ("post_logout_redirect_uri", uri)])).await.page();
                assert_eq!(page.status, 400, "{uri:?}");
            }
        }
    })
    .await;
}

/// [no-id-token-hint], [bad-id-token-hint], [modified-id-token-hint].
#[tokio::test]
async fn assertion_61_a_hint_that_does_not_hold_neither_signs_out_nor_redirects() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let other = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &album, ADA).await;
        let (mut header, claims) = jwt::read(tokens.id_token());
        let signed = tokens.id_token();
        let changed = |claim: &str, value: Value| {
            let mut claims = claims.clone();
            claims[claim] = value;
            let (input, signature) = signed.rsplit_once('.').unwrap();
            let head = input.split_once('.').unwrap().0;
            format!("{head}.{}.{signature}", jwt::encode(claims.to_string()))
        };
        let neighbour = Tenant::with_users(&tenant.server).await;
        let namesake = RelyingParty::web(&neighbour, &["openid"]).await;
        let elsewhere = sign_in(&mut UserAgent::new(tenant.server.url()), &namesake, ADA).await;
        let (stolen, kid) = jwt::stolen_key(&tenant, DEFAULT).await;
        let mut logout_token = claims.clone();
        logout_token["events"] = json!({"http://schemas.openid.net/event/backchannel-logout": {}});
        let with_issuer = |issuer: &str| {
            let mut claims = claims.clone();
            claims["iss"] = json!(issuer);
            stolen.sign(&json!({"alg": "ES256", "typ": "JWT", "kid": kid}), &claims)
        };
        let by_somebody = jwt::Key::new("ES256").sign(&header, &claims);
        header["alg"] = json!("HS256");
        let secret = hmac::Key::new(hmac::HMAC_SHA256, album.client.secret.as_bytes());
        let hs256 = jwt::compact(&header, &claims, |input| hmac::sign(&secret, input).as_ref().to_vec());
        header["alg"] = json!("none");
        for (what, hint) in [
            ("garbage", "garbage".to_owned()),
            ("alg none", jwt::compact(&header, &claims, |_| Vec::new())),
            ("HS256 with the client's secret", hs256),
            ("signed by somebody else", by_somebody),
            ("another subject", changed("sub", json!(OTHER_USER))),
            ("another audience", changed("aud", json!(other.client.id))),
            ("cut", signed[..signed.len() - 2].to_owned()),
            ("another server", elsewhere.id_token().to_owned()),
            ("another issuer, our key", with_issuer("https://evil.example")),
            ("the issuer with a slash, our key", with_issuer(&format!("{}/", album.issuer))),
            ("an access token", tokens.access_token.clone()),
            ("a logout token", stolen.sign(&json!({"alg": "ES256", "typ": "logout+jwt", "kid": kid}), &logout_token)),
        ] {
            let back = [("id_token_hint", hint.as_str()), ("post_logout_redirect_uri", REGISTERED), ("state", "s")];
            let refused = agent.get(&logout(&album, &back)).await;
            expect_refusal(&agent, refused, &album, what).await;
            // Naming the client beside it mends nothing.
            let named = [back[0], back[1], ("client_id", &album.client.id)];
            let refused = agent.get(&logout(&album, &named)).await;
            expect_refusal(&agent, refused, &album, what).await;
            let asked = agent.get(&logout(&album, &back[..1])).await;
            let _ = expect_question(&agent, asked, &album).await;
        }
        let refused = agent.get(&logout(&album, &[("post_logout_redirect_uri", REGISTERED)])).await;
        expect_refusal(&agent, refused, &album, "no hint").await;
        let theirs = [("id_token_hint", signed), ("client_id", &other.client.id)];
        let refused = agent.get(&logout(&album, &theirs)).await;
        expect_refusal(&agent, refused, &album, "the hint of another client").await;
        let twice = [("id_token_hint", signed), ("id_token_hint", signed)];
        let refused = agent.get(&logout(&album, &twice)).await;
        expect_refusal(&agent, refused, &album, "two hints").await;
        // The control: our own key makes a hint that holds, although it has expired.
        let mut old = claims.clone();
        old["exp"] = json!(1);
        let old = stolen.sign(&json!({"alg": "ES256", "typ": "JWT", "kid": kid}), &old);
        let left = agent
            .get(&logout(&album, &[("id_token_hint", &old), ("post_logout_redirect_uri", REGISTERED)]))
            .await
            .left();
        assert_eq!(left.to.as_str(), REGISTERED);
        assert!(!is_signed_in(&agent, &album).await);
    })
    .await;
}

/// [no-params].
#[tokio::test]
async fn who_brings_no_id_token_of_the_session_asks_the_user() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let of_otto = sign_in(&mut UserAgent::new(tenant.server.url()), &album, OTTO).await;
        let earlier = sign_in(&mut agent, &album, ADA).await;
        let _ = agent.get(&logout(&album, &[("id_token_hint", earlier.id_token())])).await.page();
        let back = ("post_logout_redirect_uri", REGISTERED);
        for (parameters, to) in [
            (vec![], None),
            (vec![("state", "s")], None),
            (vec![("client_id", "nobody")], None),
            (vec![("client_id", &*album.client.id), back, ("state", "s")], Some(format!("{REGISTERED}?state=s"))),
            (vec![("id_token_hint", of_otto.id_token()), back], Some(REGISTERED.to_owned())),
            (vec![("id_token_hint", earlier.id_token()), back], Some(REGISTERED.to_owned())),
        ] {
            let _ = sign_in(&mut agent, &album, ADA).await;
            let url = logout(&album, &parameters);
            for (decision, is_over) in [("stay", false), ("sign_out", true)] {
                let asked = agent.get(&url).await;
                let page = expect_question(&agent, asked, &album).await;
                assert_eq!(page.words().contains("Album asks you"), to.is_some(), "{page}");
                match (agent.submit(page.form(), &[("decision", decision)]).await, &to) {
                    (Outcome::Left(left), Some(to)) if is_over => {
                        assert_eq!((left.to.as_str(), left.history.last().unwrap().status), (to.as_str(), 303));
                    }
                    (Outcome::Page(page), to) => {
                        let said = if is_over { "You are signed out" } else { "You are still signed in" };
                        assert!(page.words().contains(said), "{page}");
                        assert!(!is_over || to.is_none());
                    }
                    (Outcome::Left(left), _) => panic!("left for {}", left.to),
                }
                assert_eq!(is_signed_in(&agent, &album).await, !is_over);
                if is_over {
                    // The same form again: there is nothing left to do, and nobody who confirmed it.
                    let page = agent.submit(page.form(), &[("decision", "sign_out")]).await.page().expect(200);
                    assert_eq!(page.link("Continue to Album"), to.as_deref(), "{page}");
                }
            }
        }
        // Nobody is signed in, and nothing but its public name says which client asks: it is for the user to go on.
        let mut stranger = UserAgent::new(tenant.server.url());
        let page = stranger
            .get(&logout(&album, &[("client_id", &*album.client.id), back, ("state", "s")]))
            .await
            .page()
            .expect(200);
        assert_eq!(page.link("Continue to Album"), Some(&*format!("{REGISTERED}?state=s")), "{page}");
    })
    .await;
}

/// RP-Initiated Logout 1.0 §6: who has an ID token of their own, of a client that they registered, makes a link of it that begins with the address of this server.
#[tokio::test]
async fn nobody_is_sent_on_by_an_id_token_of_which_no_session_ends() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let of_otto = sign_in(&mut UserAgent::new(tenant.server.url()), &album, OTTO).await;
        let hint = [("id_token_hint", of_otto.id_token()), ("post_logout_redirect_uri", REGISTERED), ("state", "s")];
        let to = format!("{REGISTERED}?state=s");
        let never_signed_in = UserAgent::new(tenant.server.url());
        let mut signed_out = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut signed_out, &album, ADA).await;
        let mut ended_elsewhere = signed_out.clone();
        let page = signed_out.get(&logout(&album, &[])).await.page();
        let _ = signed_out.submit(page.form(), &[("decision", "sign_out")]).await.page().expect(200);
        assert!(session_cookie(&ended_elsewhere).value.len() > 20, "a cookie that no session has");
        for agent in [never_signed_in, signed_out, ended_elsewhere.clone()] {
            for (method, mut agent) in [("GET", agent.clone()), ("POST", agent.clone())] {
                let outcome = match method {
                    "GET" => agent.get(&logout(&album, &hint)).await,
                    _ => {
                        let again = agent.post_from_elsewhere("https://album.example/", &endpoint(&album), &hint).await;
                        agent.submit(again.page().form(), &[]).await
                    }
                };
                let page = outcome.page().expect(200);
                assert!(page.words().contains("You are signed out"), "{method}: {page}");
                assert_eq!(page.link("Continue to Album"), Some(&*to), "{method}: {page}");
            }
        }
        // A session of somebody else's is asked about, and nothing leads on before it is answered.
        let _ = sign_in(&mut ended_elsewhere, &album, ADA).await;
        let asked = ended_elsewhere.get(&logout(&album, &hint)).await;
        let page = expect_question(&ended_elsewhere, asked, &album).await;
        let left = ended_elsewhere.submit(page.form(), &[("decision", "sign_out")]).await.left();
        assert_eq!(left.to.as_str(), to);
    })
    .await;
}

#[tokio::test]
async fn assertion_59_only_the_page_that_the_user_was_shown_confirms() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut agent, &album, ADA).await;
        let mut attacker = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut attacker, &album, OTTO).await;
        let theirs = attacker.get(&endpoint(&album)).await.page().form().value("csrf").to_owned();
        let endpoint = endpoint(&album);
        for token in [theirs.as_str(), "garbage", "AAAA"] {
            let fields = [("csrf", token), ("decision", "sign_out")];
            let page = agent.post(&endpoint, &fields).await.page();
            assert_eq!(page.status, 400, "{page}");
            // The form of another site: the cookie stays at home.
            let before = agent.cookies.kept().to_vec();
            let asked = agent.post_from_elsewhere("https://evil.example/", &endpoint, &fields).await;
            let _ = expect_question(&agent, asked, &album).await;
            assert_eq!(agent.cookies.kept(), before);
            assert!(is_signed_in(&agent, &album).await);
        }
        // By GET nothing is confirmed.
        let mine = agent.get(&endpoint).await.page().form().value("csrf").to_owned();
        let asked = agent.get(&logout(&album, &[("csrf", &mine), ("decision", "sign_out")])).await;
        let _ = expect_question(&agent, asked, &album).await;
        let without_decision = agent.post(&endpoint, &[("csrf", &mine)]).await.page();
        assert!(without_decision.words().contains("still signed in"));
        assert!(is_signed_in(&agent, &album).await);
        let wrong_type = agent.call(http::Method::POST, &endpoint).json(json!({"csrf": mine})).send().await;
        assert_eq!(wrong_type.status, 415);
        assert_eq!(attacker.get(&format!("{}/x/oauth2/logout", tenant.server.url())).await.page().status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_application_may_ask_by_post_although_the_cookie_stays_at_home_then() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &album, ADA).await;
        let fields = [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", REGISTERED), ("state", "a&b")];
        // The ID token stays out of addresses: a form of our own takes it along, which sends itself.
        let again = agent.post_from_elsewhere("https://album.example/", &endpoint(&album), &fields).await.page();
        assert_eq!(again.url.query(), None);
        let left = agent.submit(again.form(), &[]).await.left();
        assert_eq!(left.to.as_str(), format!("{REGISTERED}?state=a%26b"));
        let history: Vec<_> = left.history.iter().map(|step| (step.method.as_str(), step.status)).collect();
        assert_eq!(history, [("POST", 303)]);
        assert!(!is_signed_in(&agent, &album).await);
        // From a page of the same site the cookie comes along.
        let tokens = sign_in(&mut agent, &album, ADA).await;
        let fields = [("id_token_hint", tokens.id_token()), fields[1]];
        let left = agent.post(&endpoint(&album), &fields).await.left();
        assert_eq!((left.to.as_str(), left.history.len(), left.history[0].status), (REGISTERED, 1, 303));
        assert!(!is_signed_in(&agent, &album).await);
    })
    .await;
}

/// Another site's form comes without cookies, whoever is signed in: nothing is concluded from that, and nothing is taken from the browser.
#[tokio::test]
async fn a_form_of_another_site_takes_no_cookie_away() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut agent, &album, ADA).await;
        let login = agent.get(&album.request().with("prompt", "login").url()).await.page().expect(200);
        let of_otto = sign_in(&mut UserAgent::new(tenant.server.url()), &album, OTTO).await;
        let before = agent.cookies.kept().to_vec();
        assert!(
            before.iter().filter(|kept| kept.name.contains("session") || kept.name.contains("browser")).count() == 2,
            "{before:?}"
        );
        let hint = [("id_token_hint", of_otto.id_token()), ("post_logout_redirect_uri", REGISTERED)];
        let authorize = album.request();
        let silent = album.request().with("prompt", "none");
        let long = "x".repeat(9000);
        let silent_hint = [silent.parameters(), vec![("id_token_hint", of_otto.id_token())]].concat();
        for (endpoint, fields, is_form) in [
            (endpoint(&album), vec![], false),
            (endpoint(&album), vec![("csrf", "x")], false),
            (endpoint(&album), vec![("csrf", "x"), ("decision", "sign_out")], false),
            (endpoint(&album), hint.to_vec(), true),
            (authorize_endpoint(&album), authorize.parameters(), false),
            (authorize_endpoint(&album), silent.parameters(), false),
            (authorize_endpoint(&album), silent_hint, false),
            (authorize_endpoint(&album), [authorize.parameters(), vec![("login_hint", &long)]].concat(), true),
            (authorize_endpoint(&album), [authorize.parameters(), vec![hint[0]]].concat(), true),
            (authorize_endpoint(&album), vec![("response_type", "nonsense")], false),
        ] {
            let mut browser = agent.clone();
            let outcome = browser.post_from_elsewhere("https://evil.example/", &endpoint, &fields).await;
            assert_eq!(browser.cookies.kept(), before, "{endpoint} {fields:?}");
            let step = match &outcome {
                Outcome::Page(page) => &page.history[0],
                Outcome::Left(left) => &left.history[0],
            };
            assert_eq!(step.status, if is_form { 200 } else { 303 }, "{endpoint} {fields:?}");
            if let Outcome::Page(page) = outcome
                && is_form
            {
                let own = page.form();
                assert_eq!(own.action.as_str(), endpoint);
                // It comes from us, with the cookies: and is taken as it is.
                let _ = browser.submit(own, &[]).await;
                assert_eq!(browser.cookies.kept(), before, "{endpoint} {fields:?}");
            }
        }
        // Who is signed in is known at once, and what was begun in another tab goes on.
        let endpoint = authorize_endpoint(&album);
        let left = agent.post_from_elsewhere("https://app.example/", &endpoint, &authorize.parameters()).await.left();
        let _ = album.tokens(&left, &authorize).await;
        let entries = [("username", USER), ("password", PASSWORD)];
        let _ = agent.submit(login.form(), &entries).await.left();
        // Where there is none, one is made as ever, once.
        let mut stranger = UserAgent::new(tenant.server.url());
        let request = album.request();
        let outcome = stranger.post_from_elsewhere("https://app.example/", &endpoint, &request.parameters()).await;
        let left = stranger.walk(outcome, USER, PASSWORD, |_| false).await.left();
        let _ = album.tokens(&left, &request).await;
    })
    .await;
}

fn authorize_endpoint(application: &RelyingParty) -> String {
    format!("{}/oauth2/authorize", application.issuer)
}

#[tokio::test]
async fn what_began_in_the_browser_before_the_logout_does_not_go_on() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &album, ADA).await;
        let waiting = agent.get(&album.request().with("prompt", "consent").url()).await.page();
        let login = agent.get(&album.request().with("prompt", "login").url()).await.page();
        let _ = agent.get(&logout(&album, &[("id_token_hint", tokens.id_token())])).await.page();
        for (page, entries) in
            [(waiting, vec![("decision", "allow")]), (login, vec![("username", USER), ("password", PASSWORD)])]
        {
            let refused = agent.submit(page.form(), &entries).await.page();
            assert_eq!(refused.status, 400, "{refused}");
        }
        // Tokens go their own ways: who got a refresh token for offline access keeps it (Back-Channel Logout §2.7).
        let _ = album.userinfo(&tokens.access_token).await.expect(200);
        assert_eq!(claims_of(tokens.id_token())["sub"], USER);
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_the_language_that_the_application_asks_for() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut agent, &album, ADA).await;
        let german = [("ui_locales", "xx de-AT en")];
        let page = agent.get(&logout(&album, &german)).await.page();
        assert_eq!(page.header("content-language"), "de");
        let page = agent.submit(page.form(), &[("decision", "sign_out")]).await.page();
        assert_eq!(page.header("content-language"), "de");
        let refused = agent.get(&logout(&album, &[german[0], ("post_logout_redirect_uri", REGISTERED)])).await.page();
        assert_eq!((refused.status, refused.header("content-language")), (400, "de"));
    })
    .await;
}
