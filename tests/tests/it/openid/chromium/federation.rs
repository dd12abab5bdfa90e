//! Signing in at another provider. Cookies ignore ports, so the two servers have hosts of their own, between which the browser guards cookies as it does
//! between real sites.

use authplane::oauth::login::federation::identity::subject;
use authplane_domain::authentication::Kind;
use authplane_domain::authorization_server::DEFAULT;
use authplane_domain::client::ClientDetails;
use authplane_tests::browser::Browser;
use authplane_tests::relying_party::{application, claims_of};
use authplane_tests::users::{PASSWORD, USER, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer};
use serde_json::json;

use super::{ALLOW, DENY, expect_no_complaint, expect_no_complaint_but, parameter, place, shop, take_pictures};
use crate::it::devices::let_in_as;
use crate::it::openid::federation::{METHOD, method, new};

/// A port that nobody else is given: systems choose higher ones. Its own address has to name it, so the system can't choose it.
fn port() -> u16 {
    let first = 20_000 + u16::try_from(std::process::id() % 8_000).expect("it is small");
    let is_free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (first..30_000).find(is_free).expect("one is free")
}

#[tokio::test]
async fn a_person_chooses_to_sign_in_at_another_authplane() {
    let other = Tenant::with_users(&TestServer::shared(Database::Sqlite).await).await;
    let_in_as(&other, |details| "Sonnenschein".clone_into(&mut details.name)).await;
    let port = port();
    let origin = format!("http://localhost:{port}");
    let settings = Settings::default()
        .with("listen", format!("127.0.0.1:{port}"))
        .with("public_url", origin.as_str())
        .with("outgoing_allowed", "127.0.0.1");
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    let_in_as(&tenant, |details| "Nordlicht".clone_into(&mut details.name)).await;
    let issuer = format!("{origin}/{}/{DEFAULT}", tenant.id);

    let ours = ClientDetails {
        name: "Nordlicht".to_owned(),
        redirect_uris: vec![format!("{issuer}/login/{METHOD}/callback")],
        ..application(&["openid", "profile", "email"])
    };
    let ours = other.register(DEFAULT, ours).await;
    let upstream = other.server.issuer(&other.id, DEFAULT);
    let (mut method, mut settings) = method(METHOD, &upstream, &ours.id);
    "Sonnenschein".clone_into(&mut method.name);
    settings.client.scopes = vec!["profile".to_owned(), "email".to_owned()];
    method.kind = Kind::Oidc(settings);
    let mut staff = static_method("staff", &[(USER, PASSWORD, json!({}))]);
    "Staff of Nordlicht".clone_into(&mut staff.method.name);
    tenant.set_methods(DEFAULT, vec![staff, new(method, Some(&ours.secret))]).await;

    let landing = place().await;
    let mut application = RelyingParty::register(&tenant, shop(&landing)).await;
    application.issuer.clone_from(&issuer);
    let request = application.request().with("scope", "openid profile");
    let browser = Browser::open().await;
    browser.goto(&request.url()).await;
    browser.find(".methods a").await;
    take_pictures(&browser, "choose-method").await;
    browser.click(".methods li:last-child a").await;
    browser.wait_for_url(&upstream).await;
    browser.sign_in(USER, PASSWORD).await;
    assert!(browser.text("h1").await.contains("Nordlicht"));
    take_pictures(&browser, "consent-of-the-other-server").await;
    browser.click(ALLOW).await;
    // Back at ours: who was sent there from another site is still the same browser.
    browser.wait_for_url(&issuer).await;
    assert!(browser.text(".lead").await.contains("Ada Example"), "{}", browser.words().await);
    browser.click(ALLOW).await;
    let callback = landing.next("/callback").await;
    let parameters: Vec<_> = callback.url.query_pairs().into_owned().collect();
    assert_eq!((parameter(&parameters, "state"), parameter(&parameters, "iss")), (&*request.state, &*issuer));
    let tokens = application.exchange(parameter(&parameters, "code"), &request).await.expect(200).json();
    let claims = claims_of(tokens["id_token"].as_str().unwrap());
    assert_eq!(claims["sub"], subject(METHOD, &upstream, USER));
    expect_no_complaint(&browser).await;

    // Who changes their mind there is told so here, or goes back to the application.
    let request = application.request().with("prompt", "login");
    browser.goto(&request.url()).await;
    browser.click(".methods li:last-child a").await;
    browser.sign_in(USER, PASSWORD).await;
    browser.wait_for_url(&issuer).await;
    expect_no_complaint(&browser).await;
    let others = Browser::open().await;
    others.goto(&application.request().url()).await;
    others.click(".methods li:last-child a").await;
    others.sign_in("other", PASSWORD).await;
    others.click(DENY).await;
    others.find("main h1").await;
    println!("{}: {}", others.url().await, others.words().await);
    expect_no_complaint_but(&others, "4").await;
}
