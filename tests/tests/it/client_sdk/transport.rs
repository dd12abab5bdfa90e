//! Which way requests go: to no other host than was asked for, through no proxy that could read them, and for how long.

use std::process::Command;
use std::time::Duration;

use authplane_client::oauth::{AuthorizationServer, Caller};
use authplane_client::reqwest::{Proxy, redirect};
use authplane_client::{Client, ClientBuilder, Credentials, Error, Secret};

use super::canned::{RESOURCES, SERVER_METADATA, Server, TOKEN, canned, connect, new_resource, path_of, well_behaved};

const CHILD: &str = "it::client_sdk::transport::child";

#[tokio::test]
async fn no_redirect_is_followed_whatever_the_program_configures() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::start(|_, _, _| canned(200, r#"{"active":true}"#)).await;
        let location = format!("{}/elsewhere", elsewhere.url);
        let server = Server::start(move |request, before, url| match path_of(request) {
            RESOURCES | TOKEN | "/introspect" | "/revoke" => canned(status, "").header("location", &location),
            _ => well_behaved(request, before, url),
        })
        .await;
        let following = |builder: ClientBuilder| {
            builder.configure_http_client(|http| http.redirect(redirect::Policy::limited(10))).retries(0)
        };
        let holder = following(Client::builder(&server.url)).access_token("t").build().await.unwrap();
        let robot = following(Client::builder(&server.url)).client_credentials("a", "b").build().await.unwrap();
        let found = robot.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
        let (reader, token) = (Credentials::client_secret_post("a", "b"), Secret::from("t"));
        let errors = [
            holder.list_resources().send().await.unwrap_err(),
            holder.create_resource().body(new_resource()).send().await.unwrap_err(),
            robot.list_resources().send().await.unwrap_err(),
            found.introspect(Caller::Client(&reader), &token).await.unwrap_err(),
            found.revoke(Caller::Client(&reader), &token).await.unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.status().unwrap().as_u16(), status, "{error:?}");
        }
        assert!(elsewhere.seen.lock().unwrap().is_empty(), "{status}");
    }
}

/// What a program whose environment names a proxy does; see the test below.
#[tokio::test]
#[ignore = "run by another, in a process of its own"]
async fn child() {
    let url = std::env::var("LOOPBACK").unwrap();
    let client = Client::builder(&url).client_credentials("a", "b").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    let found = AuthorizationServer::discover(&format!("{url}/default/admin")).await.unwrap();
    found.introspect(Caller::Client(&Credentials::new("a", "b")), &Secret::from("t")).await.unwrap();
    // The environment is read at all: this goes to the proxy.
    let open = Client::builder("http://auth.example").allow_plain_http().access_token("t").build().await.unwrap();
    open.list_resources().send().await.unwrap();
}

#[tokio::test]
async fn what_goes_to_the_loopback_in_the_clear_goes_through_no_proxy() {
    let server = Server::start(|request, before, url| match path_of(request) {
        "/introspect" => canned(200, r#"{"active":false}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let proxy = Server::start(|_, _, _| canned(200, "[]")).await;
    let seen = || proxy.seen.lock().unwrap().iter().map(|seen| seen.path.clone()).collect::<Vec<_>>();

    // The environment's.
    let (loopback, of_environment) = (server.url.clone(), proxy.url.clone());
    let ended = tokio::task::spawn_blocking(move || {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", CHILD, "--ignored", "--test-threads=1"]).env("LOOPBACK", loopback);
        for name in ["NO_PROXY", "no_proxy", "REQUEST_METHOD", "http_proxy", "all_proxy", "ALL_PROXY"] {
            command.env_remove(name);
        }
        command.env("HTTP_PROXY", of_environment).output().unwrap()
    })
    .await
    .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
    assert_eq!(seen(), ["http://auth.example/api/resources"]);

    // The program's own.
    let through = Proxy::all(&proxy.url).unwrap();
    let proxied = |url: &str| Client::builder(url).configure_http_client(|http| http.proxy(through.clone()));
    let client = proxied(&server.url).client_credentials("a", "b").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(seen().len(), 1);
    let client = proxied("http://auth.example").allow_plain_http().access_token("t").build().await.unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(seen().len(), 2);
}

#[tokio::test]
async fn only_what_is_this_machine_for_sure_is_the_loopback() {
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "[::1]"] {
        Client::builder(format!("http://{host}:1")).access_token("t").build().await.unwrap();
    }
    for host in
        ["app.localhost", "localhost.", "localhost.example", "10.0.0.1", "[::2]", "0.0.0.0", "[::ffff:10.0.0.1]"]
    {
        let error = Client::builder(format!("http://{host}:1")).access_token("t").build().await.unwrap_err();
        assert!(matches!(error, Error::Configuration(_)), "{host}: {error:?}");
    }
}

#[tokio::test]
async fn no_duration_is_too_long_to_reckon_with() {
    for seconds in ["9223372036854775807", "18446744073709551615", "99999999999999999999999"] {
        let server = Server::start(move |request, before, url| match (path_of(request), before) {
            (RESOURCES, 0) => canned(503, "").header("retry-after", seconds),
            _ => well_behaved(request, before, url),
        })
        .await;
        let builder = Client::builder(&server.url).client_credentials("a", "b").timeout(Duration::MAX);
        let client = builder.build().await.unwrap();
        let error = client.create_resource().body(new_resource()).send().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 503, "{seconds}");
        client.with_timeout(Duration::MAX).list_resources().send().await.unwrap();
        let found = client.authorization_server(&format!("{}/default/admin", server.url)).await.unwrap();
        let (reader, none) = (Credentials::new("a", "b"), [""; 0]);
        found.with_timeout(Duration::MAX).client_credentials(&reader, &none, &none).await.unwrap();
    }
}

#[tokio::test]
async fn a_url_that_cannot_be_used_is_not_quoted() {
    for url in [
        "https://s3cr3t:s3cr3t@host:port",
        "s3cr3t",
        "ftp://s3cr3t:s3cr3t@auth.example",
        "https://s3cr3t:s3cr3t@auth.example",
        "https://s3cr3t@auth.example",
        "https://auth.example?s3cr3t",
        "https://auth.example/a?",
        "https://auth.example#s3cr3t",
        "https://auth.example/#",
        "http://auth.example/s3cr3t",
    ] {
        let as_base = Client::builder(url).access_token("t").build().await.unwrap_err();
        let issuer = Client::builder("https://auth.example").issuer(url).client_credentials("a", "b");
        let as_issuer = issuer.build().await.unwrap_err();
        for error in [as_base, as_issuer, AuthorizationServer::discover(url).await.unwrap_err()] {
            assert!(matches!(error, Error::Configuration(_)), "{url}: {error:?}");
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
        }
    }
}

#[tokio::test]
async fn operations_are_called_below_the_url_as_it_was_understood() {
    let server = Server::start(well_behaved).await;
    for written in [
        format!(" {}/ ", server.url),
        server.url.replace("http", "HTTP"),
        format!("{}/a/..", server.url),
        server.url.replace("http://", "http:\\\\"),
    ] {
        let client = Client::builder(&written).client_credentials("a", "b").build().await.unwrap();
        client.list_resources().send().await.unwrap();
        assert_eq!(server.last(RESOURCES).path, RESOURCES, "{written}");
    }
}

#[tokio::test]
async fn secrets_do_not_travel_in_the_clear() {
    let exposed = Client::builder("http://auth.example.com").client_credentials("a", "b").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");
    let exposed = Client::builder("http://auth.example.com").access_token("a").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");

    let server = Server::start(|request, before, url| match path_of(request) {
        SERVER_METADATA => canned(
            200,
            format!(r#"{{"issuer":"{url}/default/admin","token_endpoint":"http://auth.example.com/token"}}"#),
        ),
        _ => well_behaved(request, before, url),
    })
    .await;
    let exposed = Client::builder(&server.url).client_credentials("a", "b").build().await;
    assert!(matches!(exposed, Err(Error::Configuration(_))), "{exposed:?}");
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let server = Server::start(|request, before, url| match path_of(request) {
        RESOURCES => canned(302, "").header("location", format!("{url}/elsewhere")),
        _ => well_behaved(request, before, url),
    })
    .await;
    let error = connect(&server).await.list_resources().send().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 302);
    assert_eq!(server.count("/elsewhere"), 0);
}
