//! The claims that OpenID Connect defines (Core §5.1) are of the types that it gives them, wherever they come from.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{RelyingParty, UserAgent};
use serde_json::{Value, json};

use super::{SCOPES, with_users_on_both};

#[tokio::test]
async fn what_is_written_some_other_way_is_told_as_it_is_defined_or_not_at_all() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &SCOPES).await;
        for (known, told) in [
            (
                json!({"email_verified": "true", "phone_number_verified": "false"}),
                json!({"email_verified": true, "phone_number_verified": false}),
            ),
            (json!({"email_verified": true, "phone_number_verified": "yes"}), json!({"email_verified": true})),
            (json!({"email_verified": 1, "phone_number_verified": ["true"]}), json!({})),
            (json!({"updated_at": "1700000000"}), json!({"updated_at": 1_700_000_000})),
            (json!({"updated_at": 1_700_000_000.0}), json!({"updated_at": 1_700_000_000})),
            (json!({"updated_at": "2023-11-14T22:13:20Z"}), json!({})),
            (json!({"updated_at": 1.5}), json!({})),
            (
                json!({"birthdate": 1990, "nickname": "ada", "name": ["Ada"]}),
                json!({"birthdate": "1990", "nickname": "ada"}),
            ),
            // No more than that is defined by OpenID Connect.
            (
                json!({"address": {"locality": 7, "formatted": "a"}}),
                json!({"address": {"locality": 7, "formatted": "a"}}),
            ),
        ] {
            tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, PASSWORD, known.clone())])]).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let request = app.request().with("scope", &SCOPES.join(" "));
            let tokens = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
            let mut said = app.userinfo(&tokens.access_token).await.expect(200).json();
            assert_eq!(said.as_object_mut().and_then(|said| said.remove("sub")), Some(Value::from(USER)));
            assert_eq!(said, told, "{known}");
        }
    })
    .await;
}
