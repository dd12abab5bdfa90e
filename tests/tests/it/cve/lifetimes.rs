//! CVE-2025-64708: an invitation lived longer than it said. Everything that ends is tried a second before its end, and in the very second that it names.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::environment::ManualClock;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer};
use chrono::{DateTime, TimeDelta};
use serde_json::json;

use super::{ADA, agent, change_server, code};
use crate::it::devices::{self, Device};

const ACCESS_TOKEN: i64 = 120;
const CODE: i64 = 60;
const REFRESH_TOKEN: i64 = 600;
const SESSION: i64 = 300;
/// Of a request that waits for its user, and of a device's code (RFC 8628 §3.2).
const WAITING: i64 = 600;

async fn on_servers_with_clocks(case: impl AsyncFn(Tenant, Arc<ManualClock>)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
        let server = TestServer::start(settings).await;
        let tenant = Tenant::with_users(&server).await;
        change_server(&tenant, DEFAULT, |server| {
            server.access_token_ttl = ACCESS_TOKEN;
            server.authorization_code_ttl = CODE;
            server.refresh_token_ttl = REFRESH_TOKEN;
            server.cookie_max_age = SESSION;
            server.grant_types.push(devices::GRANT.to_owned());
        })
        .await;
        case(tenant, Arc::clone(&clock)).await;
        server.stop().await;
    }
}

#[tokio::test]
async fn cve_2025_64708_nothing_outlives_the_second_that_it_ends_in() {
    on_servers_with_clocks(async |tenant, clock| {
        let scopes = ["openid", "offline_access"];
        let details = ClientDetails { trusted: true, ..application(&scopes) };
        let application = RelyingParty::register(&tenant, details).await;
        let mut browser = agent(&tenant);
        let request = application.request().with("scope", "openid offline_access");
        for late in [false, true] {
            println!("{}", if late { "in the second of the end" } else { "a second before" });
            let wait = |lifetime: i64| clock.advance(TimeDelta::seconds(lifetime - i64::from(!late)));
            let status = |of_success: u16, of_failure: u16| if late { of_failure } else { of_success };

            let fresh = code(&application, &mut agent(&tenant), &request).await;
            wait(CODE);
            let _ = application.exchange(&fresh, &request).await.expect(status(200, 400));

            let tokens = application.sign_in(&mut browser, &request, ADA).await;
            wait(ACCESS_TOKEN);
            assert_eq!(application.introspect(&tokens.access_token).await["active"], !late);
            let _ = application.userinfo(&tokens.access_token).await.expect(status(200, 401));

            // Each use begins a refresh token's life anew; the one that is not used ends.
            let tokens = application.sign_in(&mut agent(&tenant), &request, ADA).await;
            clock.advance(TimeDelta::seconds(REFRESH_TOKEN - 1));
            let tokens = Tokens::from(&application.refresh(tokens.refresh_token()).await);
            wait(REFRESH_TOKEN);
            assert_eq!(application.introspect(tokens.refresh_token()).await["active"], !late);
            let _ = application.refresh(tokens.refresh_token()).await.expect(status(200, 400));

            let mut browser = agent(&tenant);
            let _ = application.sign_in(&mut browser, &request, ADA).await;
            wait(SESSION);
            let silent = application.request().with("prompt", "none");
            let left = browser.get(&silent.url()).await.left();
            let response = AuthorizationResponse::from(&left);
            assert_eq!(response.get("error"), late.then_some("login_required"));

            let mut browser = agent(&tenant);
            let page = browser.get(&request.url()).await.page().expect(200);
            wait(WAITING);
            let outcome = browser.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
            if late {
                assert_eq!(outcome.page().status, 400);
            } else {
                let _ = application.tokens(&outcome.left(), &request).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2025_64708_a_device_and_a_client_s_secret_end_in_their_second() {
    on_servers_with_clocks(async |tenant, clock| {
        let application = devices::application_on_devices(&tenant, &["openid"]).await;
        for late in [false, true] {
            let device = Device::begin(&application, "openid").await;
            device.approve(&mut agent(&tenant), ADA).await;
            clock.advance(TimeDelta::seconds(WAITING - i64::from(!late)));
            let _ = device.ask().await.expect(if late { 400 } else { 200 });
        }
        let now = application.clock.now().timestamp();
        let details = ClientDetails {
            grant_types: Some(vec!["client_credentials".to_owned()]),
            client_secret_expires_at: now + 60,
            ..ClientDetails::default()
        };
        let machine = tenant.register(DEFAULT, details).await;
        for (seconds, status) in [(0, 200), (59, 200), (1, 401), (1, 401)] {
            clock.advance(TimeDelta::seconds(seconds));
            let answer = tenant.ask_for_token(&machine, None, &[]).await.expect(status).json();
            assert_eq!(answer["error"], if status == 200 { json!(null) } else { json!("invalid_client") });
        }
    })
    .await;
}
