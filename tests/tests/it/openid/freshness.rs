//! How fresh a sign-in must be (`max_age`, OpenID Connect Core §3.1.2.1), to the second.

use authplane_tests::RelyingParty;
use authplane_tests::relying_party::AuthorizationResponse;
use authplane_tests::user_agent::Outcome;
use chrono::TimeDelta;

use crate::it::security::{ADA, agent, with_clock_on_both};

#[tokio::test]
async fn a_session_is_as_old_as_the_clock_says_and_none_is_fresh_enough_for_max_age_0() {
    with_clock_on_both(async |tenant, clock| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut signed_in = agent(&tenant);
        let _ = app.sign_in(&mut signed_in, &app.request(), ADA).await;
        // In the very second of the sign-in, too, zero means that the user has to show anew who they are.
        for (later, max_age, suffices) in [(0, 0, false), (0, 1, true), (5, 5, true), (1, 5, false), (0, 0, false)] {
            clock.advance(TimeDelta::seconds(later));
            let request = app.request().with("max_age", &max_age.to_string());
            let asked = match signed_in.clone().get(&request.url()).await {
                Outcome::Page(page) => page.form_with("password").is_some(),
                Outcome::Left(_) => false,
            };
            assert_eq!(asked, !suffices, "max_age={max_age} {later} seconds later");
            let silent = request.with("prompt", "none");
            let response = AuthorizationResponse::from(&signed_in.clone().get(&silent.url()).await.left());
            if suffices {
                let _ = response.code(&app, &silent);
            } else {
                assert_eq!(response.error(&app, &silent).0, "login_required");
            }
        }
    })
    .await;
}
