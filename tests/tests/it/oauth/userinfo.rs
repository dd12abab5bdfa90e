//! The userinfo endpoint, for the nets. What it answers about whom is in [`openid`](crate::it::openid).

use authplane_tests::{Call, Tenant};
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
