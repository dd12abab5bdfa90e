//! What an API asks an authorization server of tokens.

use authplane_client::oauth::{AuthorizationServer, Caller, Credentials};
use authplane_client::{Error, Secret};

use super::canned::{Server, canned, path_of, well_behaved};

#[tokio::test]
async fn tokens_are_looked_up_and_given_back() {
    let server = Server::start(|request, before, url| match path_of(request) {
        "/introspect" if request.headers["authorization"].starts_with("Basic ") => canned(
            200,
            r#"{"active":true,"aud":"https://orders","scope":"a orders:read","exp":1,"tenant_id":"default"}"#,
        ),
        "/introspect" => canned(200, r#"{"active":false}"#),
        "/revoke" if request.headers["authorization"] == "Bearer other" => canned(200, ""),
        "/revoke" => canned(401, r#"{"error":"invalid_client"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let authorization_server = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    let application = Credentials::new("a", "b");
    let (token, other) = (Secret::from("the token"), Secret::from("other"));

    let claims = authorization_server.introspect(Caller::Client(&application), &token).await.unwrap();
    assert!(claims.active && claims.is_for("https://orders") && claims.has_scope("orders:read"));
    assert!(!claims.has_scope("orders") && claims.more["tenant_id"] == "default");
    assert_eq!(server.last("/introspect").body, "token=the+token");
    assert!(!authorization_server.introspect(Caller::Bearer(&other), &token).await.unwrap().active);

    authorization_server.revoke(Caller::Bearer(&other), &token).await.unwrap();
    let refused = authorization_server.revoke(Caller::Client(&application), &token).await.unwrap_err();
    assert!(matches!(&refused, Error::OAuth(refusal) if refusal.body.error == "invalid_client"), "{refused:?}");

    let token = authorization_server.client_credentials(&application, &["https://orders"], &["x"]).await.unwrap();
    assert_eq!((token.access_token.expose(), token.scopes), ("token-0", vec!["x".to_owned()]));
}
