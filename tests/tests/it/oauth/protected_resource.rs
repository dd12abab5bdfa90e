//! From the URL alone to the first call (RFC 9728, RFC 8414).

use authplane_client::Client;
use authplane_domain::catalogue::authorization_server::ADMIN;
use authplane_tests::{Call, Database, Settings, Tenant, TestServer, on_both};
use http::Method;
use serde_json::{Value, json};

use super::access_token;
use crate::it::nets::{Row, ready};

const PATH: &str = "/.well-known/oauth-protected-resource";

#[tokio::test]
async fn the_document_leads_to_the_issuer_its_metadata_and_a_token() {
    on_both(async |tenant| {
        let server = &tenant.server;
        let answer = server.call(Method::GET, PATH).send().await.expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let document = answer.json();
        assert_eq!(document["resource"], server.control_url());
        assert_eq!(document["authorization_servers"], json!([server.issuer("default", ADMIN)]));
        assert_eq!(document["bearer_methods_supported"], json!(["header"]));
        let scopes = document["scopes_supported"].as_array().unwrap();
        assert!(scopes.contains(&json!("all")) && scopes.contains(&json!("resources:read")));

        let issuer = url::Url::parse(document["authorization_servers"][0].as_str().unwrap()).unwrap();
        let well_known = format!("/.well-known/oauth-authorization-server{}", issuer.path());
        let metadata: Value = server.call(Method::GET, &well_known).send().await.expect(200).json();
        assert_eq!(metadata["issuer"], issuer.as_str());
        let administered = Tenant::with_id(server, "default").await;
        let (id, secret) = (&administered.administrator.id, &administered.administrator.secret);
        let call = Call::new(Method::POST, metadata["token_endpoint"].as_str().unwrap()).basic(id, secret);
        let form = [
            ("grant_type", "client_credentials"),
            ("scope", "all"),
            ("resource", document["resource"].as_str().unwrap()),
        ];
        let token = access_token(call.form(&form).send().await);
        let _ = server.call(Method::GET, "/api/resources").bearer(&token).send().await.expect(200);

        let client = Client::builder(server.control_url()).client_credentials(id, secret.clone());
        let client = client.configure_http_client(authplane_tests::http::configure).build().await.unwrap();
        assert_eq!(client.issuer(), Some(issuer.as_str()));
        assert!(client.access_token().await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn with_listeners_apart_the_resource_is_the_control_origin_and_the_issuer_the_public_one() {
    let settings = Settings { database: Database::Sqlite, ..Settings::default() }.with("control_listen", "127.0.0.1:0");
    let server = TestServer::start(settings).await;
    assert_ne!(server.url(), server.control_url());
    let document = Call::new(Method::GET, format!("{}{PATH}", server.control_url())).send().await.expect(200).json();
    assert_eq!(document["resource"], server.control_url());
    assert_eq!(document["authorization_servers"], json!([server.issuer("default", ADMIN)]));
    let tenant = Tenant::new(&server).await;
    let resources = Call::new(Method::GET, format!("{}/api/resources", server.control_url()));
    let _ = resources.bearer(&tenant.token).send().await.expect(200);
    let administrator = &tenant.administrator;
    let builder =
        Client::builder(server.control_url()).client_credentials(&administrator.id, administrator.secret.clone());
    let builder =
        builder.issuer(server.issuer(&tenant.id, ADMIN)).configure_http_client(authplane_tests::http::configure);
    let client = builder.build().await.unwrap();
    assert!(client.access_token().await.unwrap().is_some());
    drop(tenant);
    server.stop().await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "get_protected_resource_metadata",
    scopes: &[],
    good: |tenant| ready(tenant.get(PATH).anonymous()),
    provoke: &[],
}];
