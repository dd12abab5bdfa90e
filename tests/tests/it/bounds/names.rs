//! What things may be called.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::sign_in::authentication;
use authplane_tests::on_both;
use authplane_tests::users::static_method;
use serde_json::json;

use crate::it::things::fresh;

/// Ids that mean something else where they stand: in a cookie's path, on a page, in a log, on a screen.
const HOSTILE: [&str; 16] = [
    "a\\b",
    "a\"b",
    "a'b",
    "a<b",
    "a>b",
    "<b>",
    "a;Path=",
    "a,b",
    "a&b=c",
    "a\u{7f}b",
    "a\u{202e}b",
    "\u{e9}",
    "a`b",
    "a{b}",
    "a|b",
    "a^b",
];

#[tokio::test]
async fn nothing_new_gets_an_id_that_means_something_else_where_it_stands() {
    on_both(async |tenant| {
        let name = fresh("id");
        let paths = [
            ("servers", "id", json!({"name": "New"})),
            ("services", "id", json!({"name": "New"})),
            ("policies", "id", json!({"policy_name": "New", "validators": [{"name": "true"}]})),
            (
                "clients",
                "client_id",
                json!({"authorization_server_id": "default", "grant_types": ["client_credentials"]}),
            ),
        ];
        for (things, member, mut body) in paths {
            let path = format!("/api/admin/{{tid}}/{things}");
            for id in HOSTILE {
                body[member] = json!(id);
                let answer = tenant.post(&path).json(&body).send().await;
                assert_eq!(answer.status, 422, "{things} {id:?}: {}", answer.text());
            }
            body[member] = json!(format!("{name}.{things}_~:@+9"));
            let _ = tenant.post(&path).json(&body).send().await.expect(201);
        }
        for id in HOSTILE {
            let (tid, methods) = (tenant.id.clone(), vec![static_method(id, &[("ada", "a password", json!({}))])]);
            let set = async move |store: authplane_domain::Store| {
                let acting = authplane_domain::installation::acting::Acting::new(
                    &store,
                    &tid,
                    authplane_domain::installation::audit::Actor::system(),
                );
                authentication::replace(&acting, DEFAULT, methods).await.map(drop)
            };
            let refused = tenant.server.with_store(move |store| async move { set(store).await }).await;
            assert!(matches!(refused, Err(authplane_domain::Error::Invalid { .. })), "{id:?}: {refused:?}");
        }
    })
    .await;
}

/// Tokens for this server's own addresses are nobody's to make.
#[tokio::test]
async fn no_resource_is_called_like_an_address_of_this_server() {
    on_both(async |tenant| {
        let token = tenant.narrow_token(&["resources:write"]).await;
        let (public, control) = (tenant.server.url().to_owned(), tenant.server.control_url().to_owned());
        for own in [&public, &control] {
            let issuer = format!("{own}/{}/{DEFAULT}", tenant.id);
            for indicator in
                [own.clone(), format!("{own}/"), own.to_uppercase(), issuer, format!("{own}?a"), format!("{own}#a")]
            {
                for token in [&token, &tenant.token] {
                    let body = json!({"name": "Mine", "indicator": indicator});
                    let answer = tenant.post("/api/resources").bearer(token).json(body).send().await;
                    assert_eq!(answer.status, 400, "{indicator}: {}", answer.text());
                }
            }
        }
        let other = json!({"name": "Mine", "indicator": format!("{public}0")});
        let _ = tenant.post("/api/resources").json(other).send().await.expect(201);
    })
    .await;
}
