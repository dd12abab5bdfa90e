//! The class that a sign-in reaches, and the one that an application can't do without (OpenID Connect Core §5.5.1.1).

use authplane_tests::relying_party::{AuthorizationResponse, claims_of};
use authplane_tests::{UserAgent, on_both};
use serde_json::{Value, json};

use super::{LoginPage, Visit, application, finish, redirect_to};

/// OpenID Connect Core Unmet Authentication Requirements 1.0 §2.
const UNMET: &str = "unmet_authentication_requirements";

fn asked(acr: &Value) -> String {
    json!({"id_token": {"acr": acr}}).to_string()
}

#[tokio::test]
async fn a_sign_in_below_the_essential_class_gives_the_application_nothing() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let gold = json!({"essential": true, "value": "gold"});
        let precious = json!({"essential": true, "values": ["gold", "silver"]});
        for (acr, reached, suffices) in [
            (&gold, Some("gold"), true),
            (&gold, Some("silver"), false),
            (&gold, None, false),
            (&precious, Some("silver"), true),
            (&precious, Some("bronze"), false),
            (&precious, None, false),
            // A wish, and no particular one.
            (&json!({"value": "gold"}), Some("silver"), true),
            (&json!({"essential": true}), None, true),
        ] {
            let request = app.request().with("claims", &asked(acr));
            let mut browser = UserAgent::new(tenant.server.url());
            let visit = Visit::of(&mut browser, &request).await;
            let accepted = json!({"subject": "ada", "acr": reached.unwrap_or_default()});
            let left = finish(&mut browser, &redirect_to(page.accept(&visit, accepted).await)).await;
            if suffices {
                let tokens = app.tokens(&left, &request).await;
                assert_eq!(claims_of(tokens.id_token()).get("acr").and_then(Value::as_str), reached, "{acr}");
            } else {
                assert_eq!(AuthorizationResponse::from(&left).error(&app, &request).0, UNMET, "{acr} {reached:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_below_the_essential_class_is_none() {
    on_both(async |tenant| {
        let page = LoginPage::alone(&tenant).await;
        let app = application(&tenant).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let visit = Visit::of(&mut browser, &app.request()).await;
        let accepted = json!({"subject": "ada", "acr": "silver"});
        let _ = finish(&mut browser, &redirect_to(page.accept(&visit, accepted).await)).await;

        let request = |value: &str| app.request().with("claims", &asked(&json!({"essential": true, "value": value})));
        let _ = app.ask_again(&mut browser, &request("silver")).await;
        let silent = request("gold").with("prompt", "none");
        let left = browser.get(&silent.url()).await.left();
        assert_eq!(AuthorizationResponse::from(&left).error(&app, &silent).0, "login_required");
        // The user shows more, and has it from then on.
        let more = request("gold");
        let visit = Visit::of(&mut browser, &more).await;
        let accepted = json!({"subject": "ada", "acr": "gold"});
        let left = finish(&mut browser, &redirect_to(page.accept(&visit, accepted).await)).await;
        let _ = app.tokens(&left, &more).await;
        let _ = app.ask_again(&mut browser, &request("gold")).await;
    })
    .await;
}
