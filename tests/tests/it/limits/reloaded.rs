//! Limits that are set anew while the server runs (SIGHUP).

use authplane::config::Config;
use authplane_tests::users::USER;
use authplane_tests::{Call, Database, UserAgent};
use serde_json::json;

use super::{ONE, Scene, at, on};
use crate::it::devices::Device;
use crate::it::things;

/// Each limit whose number can be reloaded, with the answer of whoever hasn't reached it.
const LIMITS: [(&str, u16); 7] = [
    ("authorizations_per_address", 200),
    ("consent_acts", 201),
    ("registrations", 201),
    ("secret_rotations", 200),
    ("wrong_passwords_per_account", 400),
    ("wrong_secrets", 401),
    ("wrong_user_codes", 400),
];

/// What counts for a limit, once more.
async fn attempt(scene: &Scene, limit: &str, (device, consents): (&Device, &Call), guesser: &mut UserAgent) -> u16 {
    match limit {
        "authorizations_per_address" => scene.agent(ONE).get(&scene.application.request().url()).await.page().status,
        "consent_acts" => consents.clone().send().await.status,
        "registrations" => scene.registration(ONE).send().await.status,
        "secret_rotations" => {
            let path = format!("/api/admin/{{tid}}/clients/{}/rotateSecret", scene.tenant.administrator.id);
            scene.tenant.post(&path).send().await.status
        }
        "wrong_passwords_per_account" => scene.by_grant(ONE, USER, "wrong").send().await.status,
        "wrong_secrets" => {
            let call = scene.application.call("oauth2/token", &[("grant_type", "client_credentials")]);
            at(ONE, call.basic(&scene.application.client.id, "wrong")).send().await.status
        }
        "wrong_user_codes" => {
            let page = guesser.get(device.page()).await.page().expect(200);
            guesser.submit(page.form(), &[("user_code", "BBBB-BBBB")]).await.page().status
        }
        _ => unreachable!(),
    }
}

#[tokio::test]
async fn number_3_each_limit_that_is_reloaded_counts_at_once() {
    for database in Database::tested() {
        let settings = LIMITS.iter().fold(on(database), |settings, (limit, _)| settings.with(limit, "1"));
        let scene = Scene::behind_proxy(settings).await;
        let device = Device::begin(&scene.application, "openid").await;
        let user = things::user(&scene.tenant, &["openid", "manage_consents"]).await;
        let path = format!("/{{tid}}/{}/privacy/consents", user.server);
        let consents = scene.tenant.patch(&path).bearer(&user.access_token).json(json!({}));
        let mut guesser = scene.agent(ONE);
        for number in 1..=3 {
            if number > 1 {
                let mut config: Vec<_> = LIMITS.map(|(limit, _)| (limit, Some(number.to_string()))).into();
                config.push(("trusted_proxies", Some("127.0.0.1, 10.0.0.0/8".to_owned())));
                config.push(("request_log", Some("off".to_owned())));
                let config = Config::load(None, |_| None, &config).unwrap();
                let reloaded = scene.tenant.server.context().reload(&config);
                assert_eq!(reloaded.taken, LIMITS.map(|(limit, _)| limit));
            }
            // Who had reached it has one more now, and is who they were.
            for (limit, below) in LIMITS {
                for expected in [below, 429] {
                    assert_eq!(
                        attempt(&scene, limit, (&device, &consents), &mut guesser).await,
                        expected,
                        "{limit} of {number}"
                    );
                }
            }
        }
    }
}
