//! Devices without a browser (RFC 8628): what they hear. What their users see is in `openid/device.rs`.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER};
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::environment::ManualClock;
use authplane_tests::{Call, Database, RelyingParty, Settings, Tenant, TestServer, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use http::header::{HeaderName, ORIGIN};

use super::{TOKEN, guessed_too_often, machine, post, refused, register};
use crate::it::devices::{self, BEGIN, Device, GRANT, application_on_devices, details, let_in, let_in_as};
use crate::it::nets::{Row, UNKNOWN, ready};

#[tokio::test]
async fn a_device_is_told_what_to_show_and_how_to_ask() {
    on_both(async |tenant| {
        let_in(&tenant).await;
        let secret = application_on_devices(&tenant, &["openid", "offline_access"]).await;
        let token_endpoint_auth_method = ClientAuthentication::None;
        let public = ClientDetails { token_endpoint_auth_method, ..details(&["openid"]) };
        let public = RelyingParty::register(&tenant, public).await;
        for application in [secret, public] {
            let answer = application.call(BEGIN, &[("scope", "openid")]).send().await.expect(200);
            assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
            let device = Device::of(&application, answer);
            assert_eq!((&device.told["expires_in"], &device.told["interval"]), (&600.into(), &5.into()));
            assert_eq!(device.page(), format!("{}/device", application.issuer));
            assert_eq!(device.page_with_code(), format!("{}?user_code={}", device.page(), device.user_code()));
            assert_eq!(device.device_code().len(), 43, "256 bits");
            let (head, tail) = device.user_code().split_once('-').unwrap();
            assert_eq!((head.len(), tail.len()), (4, 4));
            assert!((head.to_owned() + tail).chars().all(|letter| "BCDFGHJKLMNPQRSTVWXZ".contains(letter)));
            device.hears("authorization_pending").await;
            let other = Device::begin(&application, "").await;
            assert_ne!((other.user_code(), other.device_code()), (device.user_code(), device.device_code()));
        }
    })
    .await;
}

#[tokio::test]
async fn only_clients_that_prove_who_they_are_and_ask_for_what_they_may_have_begin() {
    on_both(async |tenant| {
        let application = application_on_devices(&tenant, &["openid", "email"]).await;
        refused(application.call(BEGIN, &[]).send().await, 400, "unsupported_grant_type");
        let endpoint = async || {
            let path = format!("/{}/default/.well-known/openid-configuration", tenant.id);
            let metadata = tenant.server.call(Method::GET, &path).send().await.expect(200).json();
            metadata["device_authorization_endpoint"].clone()
        };
        assert!(endpoint().await.is_null());
        let_in(&tenant).await;
        assert_eq!(endpoint().await, format!("{}/{BEGIN}", application.issuer));
        let machine = register(&tenant, DEFAULT, machine()).await;
        let of_machine = post(&tenant, DEFAULT, BEGIN).basic(&machine.id, &machine.secret);
        refused(of_machine.form(&[]).send().await, 400, "unauthorized_client");
        refused(post(&tenant, DEFAULT, BEGIN).form(&[]).send().await, 401, "invalid_client");
        let id = application.client.id.as_str();
        let wrong = post(&tenant, DEFAULT, BEGIN).basic(id, "wrong").form(&[]);
        refused(wrong.send().await, 401, "invalid_client");
        // One that has a secret isn't believed without it.
        refused(post(&tenant, DEFAULT, BEGIN).form(&[("client_id", id)]).send().await, 401, "invalid_client");
        for (fields, error) in [
            (&[("scope", "phone")][..], "invalid_scope"),
            (&[("scope", "openid nobody:knows")], "invalid_scope"),
            (&[("scope", "offline_access")], "invalid_scope"),
            (&[("resource", "https://nobody.example")], "invalid_target"),
            (&[("scope", "openid"), ("scope", "email")], "invalid_request"),
        ] {
            refused(application.call(BEGIN, fields).send().await, 400, error);
        }
        let many: Vec<String> = (0..65).map(|index| format!("https://{index}.example")).collect();
        let many: Vec<_> = many.iter().map(|resource| ("resource", resource.as_str())).collect();
        refused(application.call(BEGIN, &many).send().await, 400, "invalid_target");
        let elsewhere = post(&tenant, DEVELOPER, BEGIN).basic(id, &application.client.secret);
        refused(elsewhere.form(&[]).send().await, 401, "invalid_client");
        refused(post(&tenant, "nobody", BEGIN).form(&[]).send().await, 404, "not_found");
        // Scripts on a television ask too.
        let page = application.call(BEGIN, &[]).header(ORIGIN, "https://tv.example").send().await.expect(200);
        assert_eq!(page.all("access-control-allow-origin"), ["*"]);
        let path = format!("/{}/default/{BEGIN}", tenant.id);
        let method = HeaderName::from_static("access-control-request-method");
        let ask =
            tenant.server.call(Method::OPTIONS, &path).header(ORIGIN, "https://tv.example").header(method, "POST");
        assert_eq!(ask.send().await.expect(204).header("access-control-allow-methods"), "POST");
    })
    .await;
}

#[tokio::test]
async fn a_device_code_is_good_for_its_client_its_server_and_its_grant_only() {
    on_both(async |tenant| {
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let other = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let code = device.device_code();
        let stolen = Device { application: other.clone(), told: device.told.clone() };
        stolen.hears("invalid_grant").await;
        refused(application.call(TOKEN, &[("grant_type", GRANT)]).send().await, 400, "invalid_request");
        for garbage in ["x", &code[1..], &code.to_lowercase(), device.user_code()] {
            let fields = [("grant_type", GRANT), ("device_code", garbage)];
            refused(application.call(TOKEN, &fields).send().await, 400, "invalid_grant");
        }
        let twice = [("grant_type", GRANT), ("device_code", code), ("device_code", code)];
        refused(application.call(TOKEN, &twice).send().await, 400, "invalid_request");
        let web = RelyingParty::web(&tenant, &["openid"]).await;
        for name in ["code", "device_code"] {
            let fields = [("grant_type", "authorization_code"), (name, code)];
            let error = if name == "code" { "invalid_grant" } else { "invalid_request" };
            refused(web.call(TOKEN, &fields).send().await, 400, error);
        }
        let fields = [("grant_type", GRANT), ("device_code", code)];
        refused(web.call(TOKEN, &fields).send().await, 400, "unauthorized_client");
        // The tries of others were none of the device's.
        device.hears("authorization_pending").await;
        let_in_as(&tenant, |server| server.grant_types.retain(|grant| grant != GRANT)).await;
        device.hears("unsupported_grant_type").await;
    })
    .await;
}

async fn alone(database: Database) -> (Tenant, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
    (Tenant::new(&TestServer::start(settings).await).await, clock)
}

#[tokio::test]
async fn assertion_34_who_asks_too_soon_must_wait_longer_and_longer() {
    for database in Database::tested() {
        let (tenant, clock) = alone(database).await;
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        for (seconds, error) in [
            (0, "authorization_pending"),
            (5, "authorization_pending"),
            (4, "slow_down"),
            (9, "slow_down"),
            (15, "authorization_pending"),
            (14, "slow_down"),
            (0, "slow_down"),
            (24, "slow_down"),
            (30, "authorization_pending"),
        ] {
            clock.advance(TimeDelta::seconds(seconds));
            device.hears(error).await;
        }
        // Others aren't slowed down by it.
        Device::begin(&application, "openid").await.hears("authorization_pending").await;
    }
}

#[tokio::test]
async fn assertion_34_a_device_code_expires() {
    for database in Database::tested() {
        let (tenant, clock) = alone(database).await;
        let_in(&tenant).await;
        let application = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        clock.advance(TimeDelta::seconds(599));
        device.hears("authorization_pending").await;
        clock.advance(TimeDelta::seconds(1));
        for _ in 0..2 {
            authplane::server::housekeeping::clear_expired(tenant.server.context()).await;
            device.hears("expired_token").await;
        }
        // Nothing is remembered for ever.
        clock.advance(TimeDelta::seconds(601));
        device.hears("expired_token").await;
        let context = tenant.server.context().clone();
        authplane::server::housekeeping::clear_expired(&context).await;
        device.hears("invalid_grant").await;
    }
}

/// A device begins at a server of its own.
async fn good(tenant: &Tenant) -> Call {
    let server = devices::server(tenant).await;
    let device = tenant.register(&server, details(&[])).await;
    post(tenant, &server, BEGIN).basic(&device.id, &device.secret).form(&[])
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "device_authorization",
    scopes: &[],
    good: |tenant| Box::pin(good(tenant)),
    provoke: &[
        // Nothing is required there.
        (400, |_, good| ready(good.form(&[("scope", UNKNOWN)]))),
        (429, guessed_too_often),
    ],
}];
