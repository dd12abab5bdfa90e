//! OpenID Connect Back-Channel and Front-Channel Logout: which applications hear of the end of a session, and what.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientDetails, SubjectType};
use authplane_tests::landing::{Landing, Reply};
use authplane_tests::redirects::REGISTERED;
use authplane_tests::relying_party::{application, claims_of};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{Call, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use http::Method;
use serde_json::{Value, json};

use super::logout::{is_signed_in, logout, sign_in};
use crate::it::oauth::jwt;

const ADA: (&str, &str) = (USER, PASSWORD);

/// Runs a case in a tenant with users whose server may reach this machine.
async fn with_reachable_applications(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let server = TestServer::start(settings).await;
        case(Tenant::with_users(&server).await).await;
        server.stop().await;
    }
}

async fn register(tenant: &Tenant, change: impl FnOnce(&mut ClientDetails)) -> RelyingParty {
    let mut details = application(&["openid"]);
    details.metadata.post_logout_redirect_uris = vec![REGISTERED.to_owned()];
    change(&mut details);
    RelyingParty::register(tenant, details).await
}

async fn listening(tenant: &Tenant, uri: String) -> RelyingParty {
    register(tenant, |details| details.metadata.backchannel_logout_uri = uri).await
}

/// The logout token of a request, whose form and signature are right.
async fn token_of(tenant: &Tenant, landing: &Landing, path: &str) -> String {
    let request = landing.next(path).await;
    assert_eq!(
        (request.method.as_str(), request.header("content-type")),
        ("POST", "application/x-www-form-urlencoded")
    );
    let form = request.form();
    let [(name, token)] = &form[..] else { panic!("{form:?}") };
    assert_eq!(name, "logout_token");
    assert!(jwt::verify(&jwt::key_set(tenant, DEFAULT).await, token), "{token}");
    token.clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_application_of_the_session_gets_a_logout_token_of_its_own() {
    with_reachable_applications(async |tenant| {
        let landing = Landing::start().await;
        let one = listening(&tenant, landing.url("/one?tenant=a")).await;
        let pairwise = register(&tenant, |details| {
            details.metadata.backchannel_logout_uri = landing.url("/pairwise");
            details.metadata.subject_type = SubjectType::Pairwise;
        })
        .await;
        let silent = register(&tenant, |_| ()).await;
        let stranger = listening(&tenant, landing.url("/stranger")).await;
        let elsewhere = listening(&tenant, landing.url("/elsewhere")).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &one, ADA).await;
        let of_pairwise = sign_in(&mut agent, &pairwise, ADA).await;
        let _ = sign_in(&mut agent, &silent, ADA).await;
        let mut other_browser = UserAgent::new(tenant.server.url());
        let _ = sign_in(&mut other_browser, &elsewhere, ADA).await;

        let parameters =
            [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", REGISTERED), ("state", "s")];
        let left = agent.get(&logout(&one, &parameters)).await.left();
        assert_eq!(left.to.as_str(), format!("{REGISTERED}?state=s"));
        assert!(!is_signed_in(&agent, &one).await && is_signed_in(&other_browser, &one).await);

        let mut ids = BTreeSet::new();
        for (application, path, id_token) in
            [(&one, "/one", tokens.id_token()), (&pairwise, "/pairwise", of_pairwise.id_token())]
        {
            let token = token_of(&tenant, &landing, path).await;
            let (header, claims) = jwt::read(&token);
            let of_user = claims_of(id_token);
            assert_eq!((&header["typ"], &header["alg"]), (&json!("logout+jwt"), &json!("ES256")));
            assert_eq!((&claims["iss"], &claims["aud"]), (&json!(application.issuer), &json!(application.client.id)));
            assert_eq!((&claims["sub"], &claims["sid"]), (&of_user["sub"], &of_user["sid"]));
            assert!(claims["sid"].is_string());
            assert_eq!(claims["events"], json!({"http://schemas.openid.net/event/backchannel-logout": {}}));
            let (issued, expires) = (claims["iat"].as_i64().unwrap(), claims["exp"].as_i64().unwrap());
            assert!(
                (1..=120).contains(&(expires - issued)) && (application.clock.now().timestamp() - issued).abs() < 60
            );
            assert_eq!(claims.as_object().unwrap().len(), 8, "no nonce, nothing of the user: {claims}");
            assert!(ids.insert(claims["jti"].as_str().unwrap().to_owned()));
        }
        assert_ne!(claims_of(of_pairwise.id_token())["sub"], USER);
        // Again there is nobody who has to hear of it; and the others were never told.
        let _ = agent.get(&logout(&one, &parameters)).await.page().expect(200);
        assert!(landing.waiting().is_empty(), "{:?}", landing.waiting());
        assert!(!stranger.client.id.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ghsa_7fpj_9hr8_28vh_a_logout_token_is_good_for_nothing_else() {
    with_reachable_applications(async |tenant| {
        let landing = Landing::start().await;
        let application = listening(&tenant, landing.url("/logout")).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &application, ADA).await;
        let _ = agent.get(&logout(&application, &[("id_token_hint", tokens.id_token())])).await.page();
        let token = token_of(&tenant, &landing, "/logout").await;

        let _ = application.userinfo(&token).await.expect(401);
        assert_eq!(application.introspect(&token).await, json!({"active": false}));
        let _ = application.call("oauth2/revoke", &[("token", &token)]).send().await.expect(200);
        assert_eq!(application.refresh(&token).await.expect(400).json()["error"], "invalid_grant");
        assert_eq!(
            application.exchange(&token, &application.request()).await.expect(400).json()["error"],
            "invalid_grant"
        );
        for path in [
            "/api/admin/{tid}/servers",
            "/api/resources",
            "/local-user-store/api/v1/api-clients",
            "/{tid}/default/clients",
        ] {
            let _ = tenant.get(path).bearer(&token).send().await.expect(401);
        }
        let assertion = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &token),
        ];
        let path = format!("{}/oauth2/token", application.base);
        let _ = Call::new(Method::POST, path).form(&assertion).send().await.expect(401);
        let exchange = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            ("subject_token", &*token),
            ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
        ];
        let refused = application.call("oauth2/token", &exchange).send().await.expect(400).json();
        assert_eq!(refused.get("access_token"), None::<&Value>, "{refused}");
        // As a hint it names nobody.
        let _ = sign_in(&mut agent, &application, ADA).await;
        let parameters = [("id_token_hint", token.as_str()), ("post_logout_redirect_uri", REGISTERED)];
        assert_eq!(agent.get(&logout(&application, &parameters)).await.page().status, 400);
        let request = application.request().with("prompt", "none").with("id_token_hint", &token);
        let outcome = agent.get(&request.url()).await;
        assert!(format!("{outcome:?}").contains("error"), "{outcome:?}");
        assert!(is_signed_in(&agent, &application).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn applications_that_fail_or_keep_silent_hold_nobody_up() {
    with_reachable_applications(async |tenant| {
        let landing = Landing::answering(|request| match request.url.path() {
            "/failing" => Reply { status: 500, headers: Vec::new(), body: Vec::new() },
            "/elsewhere" => Reply { status: 307, headers: vec![("Location", "/moved".to_owned())], body: Vec::new() },
            _ => Reply::page("Thanks"),
        })
        .await;
        // Takes connections, as the system does for it, and never says a word.
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let silent_uri = format!("http://{}/", silent.local_addr().unwrap());
        let mut agent = UserAgent::new(tenant.server.url());
        let first = listening(&tenant, landing.url("/failing")).await;
        let tokens = sign_in(&mut agent, &first, ADA).await;
        // A host that isn't allowed, one that isn't there, and a redirect, which isn't followed.
        for uri in [
            silent_uri.clone(),
            silent_uri,
            "https://127.0.0.2/".to_owned(),
            "https://logout.invalid/".to_owned(),
            landing.url("/elsewhere"),
            landing.url("/fine"),
        ] {
            let application = listening(&tenant, uri).await;
            let _ = sign_in(&mut agent, &application, ADA).await;
        }
        let begun = Instant::now();
        let parameters = [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", REGISTERED)];
        let left = agent.get(&logout(&first, &parameters)).await.left();
        let took = begun.elapsed();
        assert_eq!(left.to.as_str(), REGISTERED);
        assert!(took >= Duration::from_secs(2) && took < Duration::from_millis(4500), "{took:?}");
        for path in ["/failing", "/elsewhere", "/fine"] {
            let _ = token_of(&tenant, &landing, path).await;
        }
        assert!(landing.waiting().is_empty());
        assert!(!is_signed_in(&agent, &first).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_another_user_signs_in_the_applications_of_the_former_one_hear_of_it() {
    with_reachable_applications(async |tenant| {
        let landing = Landing::start().await;
        let application = listening(&tenant, landing.url("/logout")).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = sign_in(&mut agent, &application, ADA).await;
        let again = application.request().with("prompt", "login");
        // The same user goes on with the same session.
        let same = application.sign_in(&mut agent, &again, ADA).await;
        assert_eq!(claims_of(same.id_token())["sid"], claims_of(tokens.id_token())["sid"]);
        assert!(landing.waiting().is_empty());
        let other = application.sign_in(&mut agent, &again, (OTHER_USER, PASSWORD)).await;
        let claims = claims_of(&token_of(&tenant, &landing, "/logout").await);
        assert_eq!((&claims["sub"], &claims["sid"]), (&json!(USER), &claims_of(tokens.id_token())["sid"]));
        assert_ne!(claims_of(other.id_token())["sid"], claims["sid"]);
        // And the former user's ID token is one of another session now: it signs nobody out.
        let page = agent.get(&logout(&application, &[("id_token_hint", tokens.id_token())])).await.page();
        assert!(page.words().contains("Sign out?"), "{page}");
        assert!(is_signed_in(&agent, &application).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_the_applications_are_told_in_frames_that_lead_nowhere_else() {
    with_reachable_applications(async |tenant| {
        let framed = async |uri: &str, origin: &str| {
            register(&tenant, |details| {
                details.redirect_uris = vec![format!("{origin}/callback")];
                uri.clone_into(&mut details.metadata.frontchannel_logout_uri);
            })
            .await
        };
        let one = framed("https://one.example/logout", "https://one.example").await;
        let other = framed("https://other.example:8443/logout?tenant=a&b=%22", "https://other.example:8443").await;
        let absent = framed("https://absent.example/logout", "https://absent.example").await;
        for (state, is_back) in [(Some("a&b"), true), (None, true), (None, false)] {
            let mut agent = UserAgent::new(tenant.server.url());
            let tokens = sign_in(&mut agent, &one, ADA).await;
            let _ = sign_in(&mut agent, &other, ADA).await;
            let mut parameters = vec![("id_token_hint", tokens.id_token())];
            if is_back {
                parameters.push(("post_logout_redirect_uri", REGISTERED));
            }
            parameters.extend(state.map(|state| ("state", state)));
            let page = agent.get(&logout(&one, &parameters)).await.page().expect(200);
            assert!(!is_signed_in(&agent, &one).await);

            let session = claims_of(tokens.id_token())["sid"].as_str().unwrap().to_owned();
            let pairs = [("iss", one.issuer.as_str()), ("sid", &session)];
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            let frames: BTreeSet<_> = page.all("iframe").filter_map(|frame| frame.attribute("src")).collect();
            let expected = [
                format!("https://one.example/logout?{query}"),
                format!("https://other.example:8443/logout?tenant=a&b=%22&{query}"),
            ];
            assert_eq!(frames, expected.iter().map(String::as_str).collect());
            assert!(page.all("iframe").all(|frame| !frame.attribute("sandbox").unwrap().contains("top-navigation")));
            let policy = page.header("content-security-policy");
            assert!(policy.contains("; frame-src https://one.example https://other.example:8443;"), "{policy}");
            assert!(!page.body.contains("absent.example") && !absent.client.id.is_empty());

            let next = page.links().into_iter().next_back().unwrap().to_owned();
            let refresh = page.all("meta").find(|meta| meta.attribute("http-equiv") == Some("refresh")).unwrap();
            assert!(refresh.attribute("content").unwrap().ends_with(&format!("url={next}")));
            if is_back {
                let state = state.map(|_| "?state=a%26b").unwrap_or_default();
                assert_eq!(next, format!("{REGISTERED}{state}"));
            } else {
                let page = agent.follow(&page, &next).await.page().expect(200);
                assert!(page.words().contains("You are signed out"), "{page}");
            }
        }
    })
    .await;
}
