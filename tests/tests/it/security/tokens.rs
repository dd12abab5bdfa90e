//! What users' tokens are for.

use authplane_tests::RelyingParty;
use authplane_tests::relying_party::{Tokens, claims_of};
use http::Method;
use serde_json::json;

use super::{ADA, agent, with_users_on_both};
use crate::it::things;

const ORDERS: &str = "https://orders.example";
const STOCK: &str = "https://stock.example";

#[tokio::test]
async fn assertion_43_a_users_token_is_for_what_was_asked_for_and_for_nothing_else() {
    with_users_on_both(async |tenant| {
        for (indicator, scope) in [(ORDERS, "orders:read"), (STOCK, "stock:read")] {
            let id = things::resource_called(&tenant, indicator).await;
            let _ = things::resource_scope(&tenant, &id, scope).await;
        }
        let app = RelyingParty::web(&tenant, &["openid", "offline_access", "orders:read", "stock:read"]).await;
        let mut agent = agent(&tenant);
        // Without a resource it is for the client itself.
        let alone = app.sign_in(&mut agent, &app.request(), ADA).await;
        assert_eq!(claims_of(&alone.access_token)["aud"], json!(app.client.id));
        let request = app.request().with("scope", "openid offline_access orders:read stock:read");
        let request = request.and("resource", ORDERS).and("resource", STOCK);
        let tokens = app.sign_in(&mut agent, &request, ADA).await;
        assert_eq!(claims_of(&tokens.access_token)["aud"], json!([ORDERS, STOCK]));
        // One of them, for each token anew (RFC 8707 §2.2); with what counts there.
        let refresh = async |token: &str, more: &[(&str, &str)]| {
            let mut fields = vec![("grant_type", "refresh_token"), ("refresh_token", token)];
            fields.extend(more);
            app.call("oauth2/token", &fields).send().await
        };
        let more = [("resource", STOCK), ("scope", "openid stock:read")];
        let narrowed = Tokens::from(&refresh(tokens.refresh_token(), &more).await);
        let claims = claims_of(&narrowed.access_token);
        assert_eq!((&claims["aud"], &claims["scope"]), (&json!(STOCK), &json!("openid stock:read")));
        for (more, error) in [
            (&[("resource", "https://nobody.example")][..], "invalid_target"),
            (&[("resource", "https://orders.example/")], "invalid_target"),
            (&[("resource", STOCK), ("scope", "orders:read")], "invalid_scope"),
        ] {
            let answer = refresh(narrowed.refresh_token(), more).await.expect(400);
            assert_eq!(answer.json()["error"], error, "{more:?}");
        }
        let wide = Tokens::from(&refresh(narrowed.refresh_token(), &[]).await);
        assert_eq!(claims_of(&wide.access_token)["aud"], json!([ORDERS, STOCK]));
        // What the user wasn't asked about can't be had afterwards.
        let request = app.request().with("scope", "openid offline_access").with("resource", ORDERS);
        let tokens = app.sign_in(&mut agent, &request, ADA).await;
        let answer = refresh(tokens.refresh_token(), &[("resource", STOCK)]).await.expect(400);
        assert_eq!(answer.json()["error"], "invalid_target");
    })
    .await;
}

#[tokio::test]
async fn assertion_47_what_a_client_may_ask_of_tokens_its_users_may_not() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "introspect_tokens", "revoke_tokens"]).await;
        let mut agent = agent(&tenant);
        let request = app.request().with("scope", "openid introspect_tokens revoke_tokens");
        let tokens = app.sign_in(&mut agent, &request, ADA).await;
        assert_eq!(claims_of(&tokens.access_token)["scope"], "openid introspect_tokens revoke_tokens");
        for endpoint in ["introspect", "revoke"] {
            let call = tenant.server.call(Method::POST, &format!("/{}/default/oauth2/{endpoint}", tenant.id));
            let form = [("token", tokens.access_token.as_str())];
            let answer = call.bearer(&tokens.access_token).form(&form).send().await.expect(401);
            assert_eq!(answer.json()["error"], "insufficient_scope", "{endpoint}");
        }
        assert_eq!(app.introspect(&tokens.access_token).await["active"], true);
    })
    .await;
}
