//! Signing in at another provider. Cookies ignore ports, so the two servers have hosts of their own, between which the browser guards cookies as it does
//! between real sites.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

use authplane::oauth::login::federation::identity::subject;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::sign_in::authentication::MethodKind;
use authplane_tests::browser::Browser;
use authplane_tests::landing::Landing;
use authplane_tests::relying_party::{AuthorizationRequest, application, claims_of};
use authplane_tests::users::{PASSWORD, USER, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer};
use serde_json::json;

use super::{ALLOW, DENY, expect_no_complaint, parameter, place, shop, take_pictures};
use crate::it::devices::let_in_as;
use crate::it::openid::federation::{METHOD, method, new};

/// The last link of the page that lets users choose: the other server.
const ELSEWHERE: &str = ".methods li:last-child a";

/// A port that nobody else is given: systems choose higher ones by themselves. This one can't be left to the system, as the server's name has to say it.
fn port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + u16::try_from(std::process::id() % 8_000).expect("it is small");
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let mut candidates = std::iter::repeat_with(|| first + NEXT.fetch_add(1, Ordering::Relaxed)).take(1_000);
    candidates.find(is_free).expect("one is free")
}

/// Users choose between this server's own list and another server, Sonnenschein.
struct World {
    /// The other server.
    upstream: String,
    /// This server.
    issuer: String,
    landing: Landing,
    application: RelyingParty,
    browser: Browser,
    // This server runs as long as this is there.
    _tenant: Tenant,
}

impl World {
    async fn new() -> Self {
        let other = Tenant::with_users(&TestServer::shared(Database::Sqlite).await).await;
        let_in_as(&other, |details| "Sonnenschein".clone_into(&mut details.name)).await;
        let upstream = other.server.issuer(&other.id, DEFAULT);
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
        let (mut method, mut settings) = method(METHOD, &upstream, &ours.id);
        "Sonnenschein".clone_into(&mut method.name);
        settings.client.scopes = vec!["profile".to_owned(), "email".to_owned()];
        method.kind = MethodKind::Oidc(settings);
        let mut staff = static_method("staff", &[(USER, PASSWORD, json!({}))]);
        "Staff of Nordlicht".clone_into(&mut staff.method.name);
        tenant.set_methods(DEFAULT, vec![staff, new(method, Some(&ours.secret))]).await;

        let landing = place().await;
        let mut application = RelyingParty::register(&tenant, shop(&landing)).await;
        application.issuer.clone_from(&issuer);
        Self { upstream, issuer, landing, application, browser: Browser::open().await, _tenant: tenant }
    }

    /// Chooses the other server, and signs in there.
    async fn sign_in_there(&self, request: &AuthorizationRequest) {
        self.browser.goto(&request.url()).await;
        self.browser.click(ELSEWHERE).await;
        self.browser.wait_for_url(&self.upstream).await;
        self.browser.sign_in(USER, PASSWORD).await;
    }

    async fn answer(&self) -> Vec<(String, String)> {
        self.landing.next("/callback").await.url.query_pairs().into_owned().collect()
    }
}

#[tokio::test]
async fn a_person_chooses_to_sign_in_at_another_authplane() {
    let world = World::new().await;
    let World { browser, application, issuer, .. } = &world;
    let request = application.request().with("scope", "openid profile");
    browser.goto(&request.url()).await;
    browser.find(ELSEWHERE).await;
    take_pictures(browser, "choose-method").await;
    world.sign_in_there(&request).await;
    browser.wait_for_words("Nordlicht wants access to your account").await;
    take_pictures(browser, "consent-of-the-other-server").await;
    browser.click(ALLOW).await;
    // Back at ours: who comes from another site is still the same browser.
    browser.wait_for_url(issuer).await;
    browser.wait_for_words("Paper Shop wants access to your account").await;
    assert!(browser.words().await.contains("Ada Example"), "{}", browser.words().await);
    browser.click(ALLOW).await;
    let answer = world.answer().await;
    assert_eq!((parameter(&answer, "state"), parameter(&answer, "iss")), (&*request.state, &**issuer));
    let tokens = application.exchange(parameter(&answer, "code"), &request).await.expect(200).json();
    let claims = claims_of(tokens["id_token"].as_str().unwrap());
    assert_eq!(claims["sub"], subject(METHOD, &world.upstream, USER));

    // Who has to sign in again does so there, and is asked nothing that was answered before.
    let request = application.request().with("scope", "openid profile").with("prompt", "login");
    world.sign_in_there(&request).await;
    assert_eq!(parameter(&world.answer().await, "state"), request.state);
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_refuses_there_and_the_application_hears_it() {
    let world = World::new().await;
    let request = world.application.request();
    world.sign_in_there(&request).await;
    world.browser.click(DENY).await;
    let answer = world.answer().await;
    assert_eq!((parameter(&answer, "error"), parameter(&answer, "state")), ("access_denied", &*request.state));
    expect_no_complaint(&world.browser).await;
}
