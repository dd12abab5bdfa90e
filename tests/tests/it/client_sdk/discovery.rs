//! Where the client finds its authorization server, and whom it believes.

use authplane_client::{Client, Error};

use super::canned::{
    OPENID_METADATA, RESOURCE_METADATA, SERVER_METADATA, Seen, Server, TOKEN, canned, connect, path_of, well_behaved,
};

#[tokio::test]
async fn no_connection_is_an_error_that_says_so() {
    let client = Client::builder("http://127.0.0.1:1").client_credentials("a", "b").retries(1).build().await;
    assert!(matches!(client, Err(Error::Connection(_))), "{client:?}");
}

#[tokio::test]
async fn discovery_falls_back_and_believes_no_stranger() {
    let openid_only = |request: &Seen, before: usize, url: &str| match path_of(request) {
        SERVER_METADATA => canned(404, "{}"),
        OPENID_METADATA => {
            canned(200, format!(r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}"}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let server = Server::start(openid_only).await;
    connect(&server).await.list_resources().send().await.unwrap();

    let another_resource = |request: &Seen, before: usize, url: &str| match path_of(request) {
        RESOURCE_METADATA => {
            canned(200, format!(r#"{{"resource":"https://other","authorization_servers":["{url}/default/admin"]}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let another_issuer = |request: &Seen, before: usize, url: &str| match path_of(request) {
        SERVER_METADATA => {
            canned(200, format!(r#"{{"issuer":"{url}/default/admin/","token_endpoint":"{url}{TOKEN}"}}"#))
        }
        _ => well_behaved(request, before, url),
    };
    let nobody = |request: &Seen, before: usize, url: &str| match path_of(request) {
        RESOURCE_METADATA => canned(200, format!(r#"{{"resource":"{url}"}}"#)),
        _ => well_behaved(request, before, url),
    };
    for server in
        [Server::start(another_resource).await, Server::start(another_issuer).await, Server::start(nobody).await]
    {
        let client = Client::builder(&server.url).client_credentials("a", "b").build().await;
        assert!(matches!(client, Err(Error::Discovery(_))), "{client:?}");
        assert_eq!(server.count(TOKEN), 0);
    }
}
