//! What is not sent without TLS, whoever sends it.
//!
//! A proxy stands for the network: it sees whatever leaves this machine.

use authplane_client::generated::{self, ClientInfo as _};
use authplane_client::reqwest::Proxy;
use authplane_client::{Client, ClientBuilder, Error, reqwest, types};

use super::canned::{Server, canned, new_resource};

const ELSEWHERE: &str = "http://auth.example";

/// Everything that a client without credentials can ask, by a body or without one.
async fn ask(client: &generated::Client) -> [Result<(), Error>; 7] {
    let (t, a) = ("default", "default");
    let token = types::TokenRequest::builder().grant_type("password").client_secret("s3cr3t");
    let query = types::TokenQuery::builder().token("s3cr3t");
    let device = types::DeviceAuthorizationRequest::builder().client_secret("s3cr3t");
    let registration = types::ClientRegistrationRequest::builder();
    [
        client.token().tid(t).aid(a).body(token).send().await.map(|_| ()),
        client.introspect().tid(t).aid(a).body(query.clone()).send().await.map(|_| ()),
        client.revoke().tid(t).aid(a).body(query).send().await.map(|_| ()),
        client.device_authorization().tid(t).aid(a).body(device).send().await.map(|_| ()),
        client.dynamic_client_registration().tid(t).aid(a).body(registration).send().await.map(|_| ()),
        client.create_resource().body(new_resource()).send().await.map(|_| ()),
        client.get_jwks().tid(t).aid(a).send().await.map(|_| ()),
    ]
}

fn through(proxy: &Server, builder: ClientBuilder) -> ClientBuilder {
    let proxy = Proxy::all(&proxy.url).unwrap();
    builder.configure_http_client(move |http| http.proxy(proxy.clone()))
}

#[tokio::test]
async fn a_client_without_credentials_sends_no_form_and_reads_what_is_public() {
    let proxy = Server::start(|_, _, _| canned(200, r#"{"keys":[]}"#)).await;
    let client = through(&proxy, Client::builder(ELSEWHERE)).build().await.unwrap();
    let [forms @ .., public] = ask(&client).await;
    for refused in forms {
        let error = refused.unwrap_err();
        assert!(matches!(&error, Error::Configuration(reason) if reason.contains(ELSEWHERE)), "{error:?}");
    }
    public.unwrap();
    let seen: Vec<_> = proxy.seen.lock().unwrap().iter().map(|seen| seen.path.clone()).collect();
    assert_eq!(seen, [format!("{ELSEWHERE}/default/default/.well-known/jwks.json")]);

    // Who says that the network is protected sends everything.
    let client = through(&proxy, Client::builder(ELSEWHERE)).allow_plain_http().build().await.unwrap();
    let _ = ask(&client).await;
    assert_eq!(proxy.seen.lock().unwrap().len(), 1 + 7);

    // And so does who speaks to this machine.
    let server = Server::start(|_, _, _| canned(200, r#"{"keys":[]}"#)).await;
    let _ = ask(&Client::builder(&server.url).build().await.unwrap()).await;
    assert_eq!(server.seen.lock().unwrap().len(), 7);
}

#[tokio::test]
async fn a_session_with_a_token_is_of_no_use_to_a_client_of_another_url() {
    let proxy = Server::start(|_, _, _| canned(200, "[]")).await;
    let client = Client::builder("https://auth.example").access_token("s3cr3t").build().await.unwrap();
    let http = reqwest::Client::builder().proxy(Proxy::all(&proxy.url).unwrap()).build().unwrap();
    let moved = generated::Client::new_with_client(ELSEWHERE, http, client.inner().clone());
    let error = moved.list_resources().send().await.unwrap_err();
    assert!(matches!(error, Error::Configuration(_)), "{error:?}");
    assert!(proxy.seen.lock().unwrap().is_empty());
}
