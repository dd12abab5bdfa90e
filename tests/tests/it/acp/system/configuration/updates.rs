//! What was given out goes on when a dump changes what it hangs on.

use authplane_tests::RelyingParty;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens};
use serde_json::Value;

use super::Installer;
use crate::it::security::{ADA, agent, with_users_on_both};

#[tokio::test]
async fn tokens_consents_and_sessions_outlive_an_update() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let app = RelyingParty::web(&tenant, &["openid", "email", "offline_access"]).await;
        let request = app.request().with("scope", "openid email offline_access");
        let mut agent = agent(&tenant);
        let tokens = app.sign_in(&mut agent, &request, ADA).await;

        let mut dump = here.export(&tenant.id).await;
        for (list, member) in [("clients", "client_name"), ("servers", "name")] {
            for row in dump[list].as_array_mut().unwrap() {
                row[member] = "Renamed".into();
            }
        }
        // Of another installation, what is built in has other ids.
        let mut text = dump.to_string();
        for service in dump["services"].as_array().unwrap() {
            for scope in service["scopes"].as_array().unwrap() {
                let id = scope["id"].as_str().unwrap();
                text = text.replace(&format!("{id:?}"), &format!("\"{id}-elsewhere\""));
            }
        }
        let dump: Value = serde_json::from_str(&text).unwrap();
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        let changed = |kind: &str| done["changes"].as_array().unwrap().iter().any(|one| one["kind"] == kind);
        assert!(changed("scope") && changed("client") && changed("authorization_server"), "{}", done["summary"]);

        let _ = app.userinfo(&tokens.access_token).await.expect(200);
        let second = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        let _ = app.userinfo(&second.access_token).await.expect(200);
        // Signed in as before, and asked for nothing that was given already.
        let silent = app.request().with("scope", "openid email").with("prompt", "none");
        let left = agent.get(&silent.url()).await.left();
        let _ = app.exchange(AuthorizationResponse::from(&left).code(&app, &silent), &silent).await.expect(200);
    })
    .await;
}
