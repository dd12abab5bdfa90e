//! Servers that repeat the credentials of a request in their answers.

use authplane_client::oauth::{AuthorizationServer, Caller};
use authplane_client::{Client, Credentials, Error, Secret, SigningKey, types};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::canned::{Canned, RESOURCES, SERVER_METADATA, Seen, Server, TOKEN, canned, path_of, well_behaved};
use super::flows::{DEVICE, member};
use super::keys::Key;
use super::secrecy::Printed;

/// Other than itself in a form, in a URL and in JSON.
const SECRET: &str = r#"s3cr3t "ü/+ %&="#;

fn credential(seen: &Seen) -> &str {
    seen.headers.get("authorization").and_then(|sent| sent.split_once(' ')).map_or("", |(_, credential)| credential)
}

/// As it is, as in the path of a URL, and in base64.
fn forms(value: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
    format!("{value} {} {}", encoded.replace('+', "%20"), STANDARD.encode(value))
}

/// Everything that a request says, in a body that every dialect reads, alone and in the middle of something.
fn repeated(seen: &Seen) -> String {
    let basic = STANDARD.decode(credential(seen)).map(|pair| String::from_utf8_lossy(&pair).into_owned());
    let form = if seen.body.starts_with('{') { "" } else { &seen.body };
    let decoded: Vec<_> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
    let forms: Vec<_> = decoded.iter().map(|(_, value)| forms(value)).collect();
    let said = format!(
        "{} x{}x {} {} {} {decoded:?} {} {}",
        seen.headers.get("authorization").map_or("", String::as_str),
        credential(seen),
        basic.unwrap_or_default(),
        seen.headers.get("x-mark").map_or("", String::as_str),
        seen.path,
        seen.body,
        forms.join(" "),
    );
    let all = ["error", "error_description", "details", "code", "message", "error_code", "error_message", "property"];
    let mut body = json!({"status_code": 422, "data": {"said": [said]}});
    for name in all {
        body[name] = json!(said);
    }
    body["details"] = json!(said);
    body.to_string()
}

fn echoing(status: u16) -> impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static {
    move |request, before, url| match path_of(request) {
        SERVER_METADATA => canned(
            200,
            format!(
                r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}","introspection_endpoint":"{url}/introspect","revocation_endpoint":"{url}/revoke","device_authorization_endpoint":"{url}{DEVICE}"}}"#
            ),
        ),
        path if path.starts_with("/.well-known") => well_behaved(request, before, url),
        _ => canned(status, repeated(request)),
    }
}

fn credentials() -> [Credentials; 3] {
    let key = SigningKey::from_jwk(&Key::new("ES256").private("1").to_string()).unwrap();
    [
        Credentials::new("the id", SECRET),
        Credentials::client_secret_post("the id", SECRET),
        Credentials::private_key_jwt("the id", key),
    ]
}

/// Nothing is printed that proves something. The body that came is there for whoever asks.
#[track_caller]
fn check(printed: &Printed, server: &Server, errors: usize) {
    assert!(printed.0.matches('…').count() >= errors, "{}", printed.0);
    let seen = server.seen.lock().unwrap();
    let assertions = seen.iter().map(|seen| member(seen, "client_assertion"));
    let sent = seen.iter().map(|seen| credential(seen).to_owned()).chain(assertions).filter(|sent| !sent.is_empty());
    for sent in sent.chain(["s3cr3t".to_owned(), STANDARD.encode(SECRET)]) {
        assert!(!printed.0.contains(&sent), "{sent}: {}", printed.0);
    }
}

fn add(printed: &mut Printed, error: Error) {
    let answer = error.answer().unwrap_or_else(|| panic!("{error:?}"));
    let raw: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
    assert!(!raw["message"].as_str().unwrap().contains('…'), "it isn't as it came: {raw}");
    printed.add_error(error);
}

#[tokio::test]
async fn no_refusal_of_an_operation_shows_what_the_request_proved_itself_with() {
    for status in [400, 401, 404, 422, 500] {
        let server = Server::start(echoing(status)).await;
        let mut printed = Printed::default();
        let token = "s3cr3t-_.token";
        let client = Client::builder(&server.url).access_token(token).retries(0).build().await.unwrap();
        let client = client.with_header("x-mark", "s3cr3t-header").unwrap();
        add(&mut printed, client.list_resources().send().await.unwrap_err());
        let (tid, login) = ("default", "one");
        let made = types::AcpClientRequest::builder().client_name("x").client_secret(SECRET);
        add(&mut printed, client.create_client().tid(tid).body(made).send().await.unwrap_err());
        let search = types::LocalUserStoreApiClientSearch::builder();
        add(&mut printed, client.search_api_clients().body(search).send().await.unwrap_err());
        let asked = client.get_login_request().tid(tid).login(login).login_state(SECRET);
        add(&mut printed, asked.send().await.unwrap_err());
        let accepted = types::AcpAcceptLoginRequest::builder().login_state(SECRET).subject("ada");
        let accepted = client.accept_login_request().tid(tid).login(login).body(accepted);
        add(&mut printed, accepted.send().await.unwrap_err());
        let form = types::TokenRequest::builder()
            .grant_type("password")
            .client_id("x")
            .client_secret(SECRET)
            .password(SECRET)
            .refresh_token(SECRET);
        add(&mut printed, client.token().tid(tid).aid("default").body(form).send().await.unwrap_err());
        check(&printed, &server, 6);
    }
}

#[tokio::test]
async fn no_refusal_on_the_way_to_a_token_or_about_one_shows_it() {
    let server = Server::start(echoing(400)).await;
    let mut printed = Printed::default();
    let (none, secret) = ([""; 0], Secret::from(SECRET));
    let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    for application in credentials() {
        let builders = [
            Client::builder(&server.url).credentials(application.clone()),
            Client::builder(&server.url).refresh_token(application.clone(), SECRET),
            Client::builder(&server.url).device_flow(application.clone(), |_| {}),
        ];
        for builder in builders {
            let client = builder.build().await.unwrap();
            add(&mut printed, client.list_resources().send().await.unwrap_err());
        }
        let client = Client::builder(&server.url).credentials(application.clone()).build().await.unwrap();
        let asked = types::TokenQuery::builder().token(SECRET);
        let asked = client.introspect().tid("default").aid("default").body(asked);
        add(&mut printed, asked.send().await.unwrap_err());
        add(&mut printed, found.client_credentials(&application, &none, &none).await.unwrap_err());
        add(&mut printed, found.refresh_token(&application, &secret, &none, &none).await.unwrap_err());
        add(&mut printed, found.begin_device_flow(&application, &none, &none).await.unwrap_err());
        add(&mut printed, found.introspect(Caller::Client(&application), &secret).await.unwrap_err());
        add(&mut printed, found.revoke(Caller::Client(&application), &secret).await.unwrap_err());
    }
    let bearer = Secret::from("s3cr3t-_.token");
    add(&mut printed, found.introspect(Caller::Bearer(&bearer), &secret).await.unwrap_err());
    check(&printed, &server, 28);
}

#[tokio::test]
async fn a_short_credential_is_taken_out_as_a_word_and_not_of_words() {
    let server = Server::start(|request, before, url| match path_of(request) {
        RESOURCES => canned(401, r#"{"code":"invalid_token","message":"the token token is no tokenizer's: token"}"#),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = Client::builder(&server.url).access_token("token").build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(error.to_string(), "401 invalid_token: the … … is no tokenizer's: …");
}

#[tokio::test]
async fn nothing_is_left_of_a_credential_that_begins_with_another() {
    let server =
        Server::start(|_, _, _| canned(400, r#"{"error":"x","error_description":"s3cr3t-00 s3cr3t-0012345678"}"#))
            .await;
    let client = Client::builder(&server.url).build().await.unwrap();
    let form = types::TokenRequest::builder().grant_type("x").password("s3cr3t-00").refresh_token("s3cr3t-0012345678");
    let error = client.token().tid("default").aid("default").body(form).send().await.unwrap_err();
    assert_eq!(error.to_string(), "400 x: … …");
}

#[tokio::test]
async fn what_is_no_id_of_our_server_is_not_shown_as_one() {
    for (id, is_one) in [
        ("0f8fad5b-d9cb-469f-a165-70867728950e", true),
        ("s3cr3t", false),
        ("0f8fad5bd9cb469fa16570867728950e", false),
        ("0f8fad5b-d9cb-469f-a165-s3cr3t728950", false),
        ("s3cr3t-0f8fad5b-d9cb-469f-a165-70867728950e", false),
    ] {
        for body in ["sorry", r#"{"code":"x","message":"x"}"#] {
            let server = Server::start(move |request, before, url| match path_of(request) {
                RESOURCES => canned(500, body).header("x-request-id", id),
                _ => well_behaved(request, before, url),
            })
            .await;
            let client = Client::builder(&server.url).access_token("s3cr3t").build().await.unwrap();
            let error = client.list_resources().send().await.unwrap_err();
            assert_eq!(error.request_id(), is_one.then_some(id));
            assert_eq!(error.answer().unwrap().headers()["x-request-id"], id, "whoever asks is told");
            let mut printed = Printed::default();
            printed.add_error(error);
            assert_eq!(printed.0.contains(id), is_one, "{}", printed.0);
        }
    }
}
