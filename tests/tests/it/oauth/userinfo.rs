//! The userinfo endpoint, for the nets. What it answers about whom is in [`openid`](crate::it::openid).

use authplane_tests::{Call, Tenant, on_both};
use http::Method;

use crate::it::nets::{Row, ready};
use crate::it::things;

/// With the access token of a user who gave it this scope.
async fn with_scope(tenant: &Tenant, method: Method, scope: &str) -> Call {
    let user = things::user(tenant, &[scope]).await;
    tenant.call(method, &format!("/{{tid}}/{}/userinfo", user.server)).bearer(&user.access_token)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "userinfo",
        scopes: &["openid"],
        good: |tenant| Box::pin(with_scope(tenant, Method::GET, "openid")),
        provoke: &[(403, |tenant, _| Box::pin(with_scope(tenant, Method::GET, "profile")))],
    },
    Row {
        id: "userinfo_by_post",
        scopes: &["openid"],
        good: |tenant| Box::pin(with_scope(tenant, Method::POST, "openid")),
        provoke: &[
            // RFC 6750 §2: in one place only.
            (400, |_, good| ready(good.form(&[("access_token", "another")]))),
            (403, |tenant, _| Box::pin(with_scope(tenant, Method::POST, "profile"))),
        ],
    },
];

/// RFC 6750 §2.2: in the form, which the document has as a body that may be left out.
#[tokio::test]
async fn the_access_token_may_be_in_a_form_and_nowhere_else_in_the_body() {
    on_both(async |tenant| {
        let user = things::user(&tenant, &["openid"]).await;
        let call = tenant.post(&format!("/{{tid}}/{}/userinfo", user.server)).anonymous();
        let known = call.clone().bearer(&user.access_token).send().await.expect(200).json();
        let in_form = call.clone().form(&[("access_token", &user.access_token)]).send().await.expect(200).json();
        assert_eq!(in_form, known);
        // A form that says nothing of a token leaves it to the header; no form at all is nothing.
        let empty = call.clone().bearer(&user.access_token).form(&[("access_token", ""), ("other", "field")]);
        assert_eq!(empty.send().await.expect(200).json(), known);
        let text = call.clone().body("text/plain", format!("access_token={}", user.access_token));
        let _ = text.send().await.expect(401);
        let _ = call.clone().form(&[("access_token", "garbage")]).send().await.expect(401);
        let twice = [("access_token", user.access_token.as_str()), ("access_token", &user.access_token)];
        let _ = call.form(&twice).send().await.expect(400);
    })
    .await;
}
