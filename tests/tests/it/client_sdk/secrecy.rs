//! `Debug` of everything that the SDK has, in each of its states: no secret is in it.

use std::fmt::{Debug, Write as _};

use authplane_client::oauth::{AuthorizationServer, Caller};
use authplane_client::{Client, ClientBuilder, Credentials, Error, Nullable, Secret, SigningKey, blocking, types};

use super::canned::{Canned, RESOURCES, SERVER_METADATA, Seen, Server, TOKEN, canned, path_of, well_behaved};
use super::keys::Key;

const DEVICE: &str = "/device_authorization";

/// Everything that a program could print.
#[derive(Default)]
pub(super) struct Printed(pub(super) String);

impl Printed {
    pub(super) fn add(&mut self, value: impl Debug) {
        writeln!(self.0, "{value:?} {value:#?}").unwrap();
    }

    pub(super) fn add_error(&mut self, error: Error) {
        writeln!(self.0, "{error} {error:#}").unwrap();
        let mut source = std::error::Error::source(&error);
        while let Some(reason) = source {
            writeln!(self.0, "{reason} {reason:?}").unwrap();
            source = reason.source();
        }
        self.add(error.answer());
        self.add(&error);
        writeln!(self.0, "{}", Box::<dyn std::error::Error>::from(error)).unwrap();
    }
}

fn secretive(request: &Seen, before: usize, url: &str) -> Canned {
    match path_of(request) {
        SERVER_METADATA => canned(
            200,
            format!(
                r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}","introspection_endpoint":"{url}/introspect","revocation_endpoint":"{url}/revoke","device_authorization_endpoint":"{url}{DEVICE}"}}"#
            ),
        ),
        DEVICE => canned(
            200,
            format!(
                r#"{{"device_code":"s3cr3t-device","user_code":"AB-CD","verification_uri":"{url}/device","expires_in":600,"interval":0}}"#
            ),
        ),
        TOKEN => canned(
            200,
            format!(
                r#"{{"access_token":"s3cr3t-{before}","token_type":"Bearer","expires_in":300,"refresh_token":"s3cr3t-refresh-{before}"}}"#
            ),
        ),
        _ => well_behaved(request, before, url),
    }
}

#[tokio::test]
async fn nothing_of_the_sdk_prints_a_secret_in_any_state() {
    let server = Server::start(secretive).await;
    let mut printed = Printed::default();
    let key = || SigningKey::from_jwk(&Key::new("EdDSA").private("1").to_string()).unwrap();
    let (pem, jwk) = (Key::new("ES256"), Key::new("RS256"));
    let mut private: Vec<String> = pem.pem().lines().skip(1).take(2).map(str::to_owned).collect();
    private.extend(["d", "p", "q"].map(|name| jwk.private("1")[name].as_str().unwrap().to_owned()));
    printed.add(SigningKey::from_pem(&pem.pem()).unwrap());
    printed.add(SigningKey::from_jwk(&jwk.private("1").to_string()).unwrap());
    let many = || {
        [
            Credentials::new("id", "s3cr3t"),
            Credentials::client_secret_post("id", "s3cr3t"),
            Credentials::private_key_jwt("id", key()),
            Credentials::public("id"),
        ]
    };
    for credentials in many() {
        printed.add(Caller::Client(&credentials));
        printed.add(credentials);
    }
    let secret = Secret::from("s3cr3t");
    printed.add((&secret, Some(&secret), Nullable::from(secret.clone()), Caller::Bearer(&secret)));

    // Builders and clients: anonymous, with a token, and with each grant; before the first token, with it, after a refusal.
    let anyone = || Client::builder(&server.url);
    let mut builders: Vec<ClientBuilder> = vec![anyone(), anyone().access_token("s3cr3t")];
    for credentials in many() {
        builders.push(anyone().credentials(credentials.clone()));
        builders.push(anyone().refresh_token(credentials.clone(), "s3cr3t").on_refresh_token(|_| {}));
        builders.push(anyone().device_flow(credentials, |_| {}));
    }
    printed.add(Client::builder("https://s3cr3t:s3cr3t@auth.example.com/?s3cr3t#s3cr3t"));
    printed.add_error(Client::builder("https://s3cr3t:s3cr3t@auth.example.com").build().await.unwrap_err());
    for builder in builders {
        printed.add(&builder);
        let client = builder.build().await.unwrap();
        printed.add(&client);
        let marked = client.with_header("x-mark", "s3cr3t").unwrap();
        printed.add(marked.list_resources());
        marked.list_resources().send().await.unwrap();
        printed.add(&marked);
        printed.add(client.access_token().await.unwrap());
        printed.add(authplane_client::Client::clone(&client));
    }

    let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    printed.add((&found, found.metadata()));
    let (id, none) = (Credentials::public("id"), [""; 0]);
    let flow = found.begin_device_flow(&id, &none, &none).await.unwrap();
    printed.add((&flow, flow.prompt()));
    let token = flow.token().await.unwrap();
    printed.add(&token);
    printed.add(found.refresh_token(&id, &token.refresh_token.unwrap(), &none, &none).await.unwrap());
    tokio::task::spawn_blocking({
        let builder = anyone().client_credentials("id", "s3cr3t");
        move || {
            let client = blocking::Client::build(builder).unwrap();
            let items = client.iterate(|_| futures::stream::iter([Ok(Secret::from("s3cr3t"))]));
            let shown = format!("{client:?} {items:?}");
            (shown, items.map(Result::unwrap).collect::<Vec<_>>())
        }
    })
    .await
    .map(|shown| printed.add(shown))
    .unwrap();

    assert!(printed.0.contains("Secret(…)") && printed.0.contains("private_key_jwt"));
    assert!(!printed.0.contains("s3cr3t"), "{}", printed.0);
    for part in private {
        assert!(!printed.0.contains(&part), "{}", printed.0);
    }
}

#[tokio::test]
async fn no_error_prints_a_secret() {
    const BODIES: [&str; 6] = [
        r#"{"error":"x","s3cr3t":"s3cr3t"}"#,
        r#"{"access_token":"s3cr3t","token_type":"s3cr3t"}"#,
        r#"{"access_token":"s3cr3t","token_type":7}"#,
        r#""s3cr3t""#,
        "<html>s3cr3t",
        "",
    ];
    let mut printed = Printed::default();
    for status in [200, 201, 302, 400, 401, 404, 418, 500, 503] {
        for body in BODIES {
            let server = Server::start(move |request, before, url| match path_of(request) {
                TOKEN | DEVICE | RESOURCES | "/introspect" => canned(status, body).header("x-mark", "s3cr3t"),
                _ => secretive(request, before, url),
            })
            .await;
            let anyone = || Client::builder(&server.url).retries(0);
            let id = || Credentials::new("s3cr3t-id", "s3cr3t");
            let builders = [
                anyone().access_token("s3cr3t"),
                anyone().credentials(id()),
                anyone().refresh_token(id(), "s3cr3t"),
                anyone().device_flow(id(), |_| {}),
            ];
            for builder in builders {
                let client = builder.build().await.unwrap();
                if let Err(error) = client.list_resources().send().await {
                    printed.add_error(error);
                }
            }
            let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
            let secret = Secret::from("s3cr3t");
            for caller in [Caller::Bearer(&secret), Caller::Client(&id())] {
                if let Err(error) = found.introspect(caller, &secret).await {
                    printed.add_error(error);
                }
            }
        }
    }
    assert!(printed.0.contains("NoToken") && printed.0.contains("Unreadable") && printed.0.contains("Unexpected"));
    assert!(!printed.0.contains("s3cr3t"), "{}", printed.0);
}

#[tokio::test]
async fn nothing_prints_a_secret() {
    let server = Server::start(|request, before, url| match path_of(request) {
        TOKEN => canned(200, r#"{"access_token":"s3cr3t-token","token_type":"Bearer","expires_in":"s3cr3t-number"}"#),
        RESOURCES => canned(200, r#""s3cr3t-body""#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let builder = Client::builder(&server.url).client_credentials("a", "s3cr3t");
    let mut printed = format!("{builder:?}");
    let client = builder.build().await.unwrap();
    let unreadable = client.access_token().await.unwrap_err();
    write!(printed, "{client:?} {unreadable} {unreadable:?}").unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    write!(printed, "{error} {error:?}").unwrap();

    let client = Client::builder(&server.url).access_token("s3cr3t").build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
    write!(printed, "{client:?} {error} {error:?} {:?}", Secret::from("s3cr3t")).unwrap();
    write!(printed, "{:?}", Credentials::new("a", "s3cr3t")).unwrap();
    assert!(!printed.contains("s3cr3t"), "{printed}");
}

#[tokio::test]
async fn no_error_type_or_request_shows_a_secret_however_it_is_printed() {
    const SECRET: &str = "TOP-SECRET-VALUE";
    type Anything = Box<dyn std::error::Error + Send + Sync>;
    let body = format!(r#"{{"client_id": "robot", "client_secret": "{SECRET}"}}"#);
    let server = Server::start(move |seen, _, _| match &*seen.path {
        // Neither what an operation answers, nor what a dialect's error is.
        "/api/admin/default/clients/refused" => canned(404, body.clone()).header("set-cookie", SECRET),
        "/api/admin/default/clients/odd" => canned(418, body.clone()).header("set-cookie", SECRET),
        _ => canned(200, body.clone()).header("set-cookie", SECRET),
    })
    .await;
    let client = Client::builder(&server.url).access_token(SECRET).build().await.unwrap();
    let get = async |id: &str| -> Result<types::AcpClient, Anything> {
        Ok(client.get_client().tid("default").cid(id).send().await?.into_inner())
    };
    for id in ["robot", "refused", "odd"] {
        let error = get(id).await.unwrap_err();
        let printed = format!("{error} {error:?} {:?} {client:?}", error.source());
        assert!(!printed.contains(SECRET), "{id}: {printed}");
    }
    let request =
        types::AcpClientRequest::builder().client_name("Robot".to_owned()).client_secret(Secret::from(SECRET));
    let call = client.create_client().tid("default").body(request.clone());
    let registered: types::AcpClientRequest = request.clone().try_into().unwrap();
    let token = types::TokenRequest::builder().grant_type("password").password(SECRET).refresh_token(SECRET);
    let printed = format!("{call:?} {request:?} {registered:?} {token:?}");
    assert!(!printed.contains(SECRET), "{printed}");
    // And is sent.
    assert_eq!(serde_json::to_value(&registered).unwrap()["client_secret"], SECRET);
}
