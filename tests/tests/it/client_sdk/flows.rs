//! The turns that a renewal can take, against a server made of canned answers.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use authplane_client::oauth::AuthorizationServer;
use authplane_client::{Client, Credentials, Error, Secret, SigningKey, Step, types};
use serde_json::Value;

use super::canned::{
    Canned, Clock, RESOURCES, SERVER_METADATA, Seen, Server, TOKEN, call, canned, give_up, path_of, refusal,
    well_behaved,
};
use super::keys::Key;
use crate::it::oauth::jwt;

pub(super) const DEVICE: &str = "/default/admin/oauth2/device/authorization";

/// The members of a form.
fn form(seen: &Seen) -> Vec<(String, String)> {
    form_urlencoded::parse(seen.body.as_bytes()).into_owned().collect()
}

pub(super) fn member(seen: &Seen, name: &str) -> String {
    form(seen).into_iter().find(|(known, _)| known == name).map(|(_, value)| value).unwrap_or_default()
}

/// A server whose token endpoint answers `token(how many came before)`, with a device flow without a pause.
pub(super) async fn server(token: impl Fn(&Seen, usize) -> Canned + Send + Sync + 'static) -> Server {
    server_where(600, 0, move |request, before, url| match path_of(request) {
        TOKEN => token(request, before),
        _ => well_behaved(request, before, url),
    })
    .await
}

/// A server with a device flow whose code lives so many seconds, and which wants to be asked in this interval; all else is
/// answered by `other`.
pub(super) async fn server_where(
    life: u64,
    interval: u64,
    other: impl Fn(&Seen, usize, &str) -> Canned + Send + Sync + 'static,
) -> Server {
    Server::start(move |request, before, url| match path_of(request) {
        SERVER_METADATA => canned(
            200,
            format!(
                r#"{{"issuer":"{url}/default/admin","token_endpoint":"{url}{TOKEN}","device_authorization_endpoint":"{url}{DEVICE}"}}"#
            ),
        ),
        DEVICE => canned(
            200,
            format!(
                r#"{{"device_code":"s3cr3t","user_code":"AB-CD","verification_uri":"{url}/device","expires_in":{life},"interval":{interval}}}"#
            ),
        ),
        _ => other(request, before, url),
    })
    .await
}

/// Tokens `token-{number}` and `refresh-{number}`.
pub(super) fn tokens(number: usize) -> Canned {
    canned(
        200,
        format!(
            r#"{{"access_token":"token-{number}","token_type":"Bearer","expires_in":300,"refresh_token":"refresh-{number}"}}"#
        ),
    )
}

pub(super) async fn begin(server: &Server) -> authplane_client::oauth::DeviceFlow {
    let found = AuthorizationServer::discover(&format!("{}/default/admin", server.url)).await.unwrap();
    found.begin_device_flow(&Credentials::public("tv"), &["https://api"], &["a", "b"]).await.unwrap()
}

#[tokio::test]
async fn a_refresh_token_that_came_while_nobody_waited_any_more_is_not_lost() {
    let server = server(|request, before| {
        let expected = if before == 0 { "refresh".to_owned() } else { format!("refresh-{}", before - 1) };
        if member(request, "refresh_token") == expected {
            tokens(before)
        } else {
            canned(400, r#"{"error":"invalid_grant"}"#)
        }
    })
    .await;
    let (clock, kept) = (Clock::new(), Arc::new(Mutex::new(Vec::new())));
    let keep = Arc::clone(&kept);
    let client = Client::builder(&server.url)
        .refresh_token(Credentials::public("cli"), "refresh")
        .on_refresh_token(move |token| keep.lock().unwrap().push(token))
        .time_source(clock.source())
        .build()
        .await
        .unwrap();
    give_up(call(&client), &server).await;
    // The next one waits for the same answer.
    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_mins(10));
    client.list_resources().send().await.unwrap();
    let kept: Vec<_> = kept.lock().unwrap().iter().map(|token: &Secret| token.expose().to_owned()).collect();
    assert_eq!(kept, ["refresh-0", "refresh-1"]);
    assert_eq!(server.last(TOKEN).body, "grant_type=refresh_token&refresh_token=refresh-0&client_id=cli");
}

#[tokio::test]
async fn a_refresh_token_is_never_sent_twice() {
    let server = server(|_, _| canned(0, "")).await;
    let client =
        Client::builder(&server.url).refresh_token(Credentials::public("cli"), "refresh").build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::NoToken(failure) if failure.step == Some(Step::RefreshToken)), "{error:?}");
    assert!(error.to_string().starts_with("no access token: refresh_token: no answer"), "{error}");
    assert_eq!(server.count(TOKEN), 1);
}

#[tokio::test]
async fn a_device_asks_until_there_is_an_answer_and_more_slowly_when_it_is_told_to() {
    let server = server(|_, before| match before {
        0 | 1 => canned(400, r#"{"error":"authorization_pending"}"#),
        2 => canned(0, ""),
        3 => canned(400, r#"{"error":"slow_down"}"#),
        _ => tokens(before),
    })
    .await;
    let flow = begin(&server).await;
    assert_eq!(member(&server.last(DEVICE), "resource"), "https://api");
    assert_eq!(member(&server.last(DEVICE), "scope"), "a b");
    let start = Instant::now();
    let token = flow.token().await.unwrap();
    // RFC 8628 §3.5.
    assert!(start.elapsed() >= Duration::from_secs(5), "five seconds more than before");
    assert_eq!((token.access_token.expose(), server.count(TOKEN)), ("token-4", 5));
    assert_eq!(token.refresh_token.unwrap().expose(), "refresh-4");
    assert_eq!(member(&server.last(TOKEN), "device_code"), "s3cr3t");
}

#[tokio::test]
async fn a_code_that_nobody_entered_expires_and_says_so() {
    let clock = Clock::new();
    let moved = clock.clone();
    let server = server(move |_, _| {
        moved.advance(Duration::from_mins(11));
        canned(400, r#"{"error":"authorization_pending"}"#)
    })
    .await;
    let client = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), |_| {})
        .time_source(clock.source())
        .timeout(Duration::from_hours(1))
        .build()
        .await
        .unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(refusal(&error), ("expired_token", Some(Step::DeviceToken)));

    // Also when nothing was ever asked.
    let moved = clock.clone();
    let late = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), move |_| moved.advance(Duration::from_mins(11)))
        .time_source(clock.source())
        .build()
        .await
        .unwrap();
    let error = late.list_resources().send().await.unwrap_err();
    assert_eq!(server.count(DEVICE), 2);
    assert!(error.step() == Some(Step::DeviceToken), "{error:?}");
}

#[tokio::test]
async fn a_device_that_could_not_reach_the_server_to_the_end_says_that() {
    let clock = Clock::new();
    let moved = clock.clone();
    let server = server(move |_, _| {
        moved.advance(Duration::from_mins(11));
        canned(0, "")
    })
    .await;
    let client = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), |_| {})
        .time_source(clock.source())
        .timeout(Duration::from_hours(1))
        .build()
        .await
        .unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(error.to_string().starts_with("no access token: device_token: no answer"), "{error}");
}

#[tokio::test]
async fn whatever_is_no_answer_of_a_token_endpoint_ends_the_device_flow_at_once() {
    for (status, body) in [(404, "<html>s3cr3t</html>"), (500, ""), (200, "<html>s3cr3t</html>"), (200, r#"{"a":1}"#)] {
        let server = server(move |_, _| canned(status, body)).await;
        let error = begin(&server).await.token().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(matches!(error, Error::Unexpected { .. } | Error::Unreadable(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
        assert_eq!(server.count(TOKEN), 1);

        let client =
            Client::builder(&server.url).device_flow(Credentials::public("cli"), |_| {}).build().await.unwrap();
        let error = client.list_resources().send().await.unwrap_err();
        assert_eq!((error.step(), error.status().unwrap().as_u16()), (Some(Step::DeviceToken), status));
    }
}

#[tokio::test]
async fn a_user_is_asked_again_when_the_session_has_ended_and_only_then() {
    let server = server(|request, before| match (member(request, "grant_type").as_str(), before) {
        ("refresh_token", 1) => canned(400, r#"{"error":"invalid_grant"}"#),
        ("refresh_token", _) => canned(400, r#"{"error":"invalid_scope"}"#),
        _ => tokens(before),
    })
    .await;
    let (clock, asked) = (Clock::new(), Arc::new(Mutex::new(0)));
    let count = Arc::clone(&asked);
    let client = Client::builder(&server.url)
        .device_flow(Credentials::public("cli"), move |_| *count.lock().unwrap() += 1)
        .time_source(clock.source())
        .build()
        .await
        .unwrap();
    client.list_resources().send().await.unwrap();
    clock.advance(Duration::from_mins(10));
    client.list_resources().send().await.unwrap();
    assert_eq!(*asked.lock().unwrap(), 2);
    clock.advance(Duration::from_mins(10));
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(refusal(&error), ("invalid_scope", Some(Step::RefreshToken)));
    assert_eq!(*asked.lock().unwrap(), 2);
}

#[tokio::test]
async fn each_try_has_an_assertion_of_its_own_for_the_issuer_alone() {
    let server = server(|_, before| match before {
        0 => canned(503, "").header("retry-after", "0"),
        _ => tokens(before),
    })
    .await;
    let key = Key::new("ES256");
    let form = SigningKey::from_pem(&key.pem()).unwrap().with_key_id("1");
    let credentials = Credentials::private_key_jwt("robot", form);
    let client = Client::builder(&server.url).credentials(credentials).build().await.unwrap();
    client.list_resources().send().await.unwrap();
    let mut set = key.public("1");
    (set["use"], set["alg"]) = ("sig".into(), "ES256".into());
    let set = serde_json::json!({ "keys": [set] });
    let claims = {
        let seen = server.seen.lock().unwrap();
        let asked: Vec<_> = seen.iter().filter(|seen| path_of(seen) == TOKEN).collect();
        assert_eq!(asked.len(), 2);
        let claims = |seen: &&Seen| -> Value {
            assert!(!seen.headers.contains_key("authorization"));
            assert_eq!(form_names(seen).len(), 5, "{}", seen.body);
            assert_eq!(member(seen, "client_assertion_type"), "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            let assertion = member(seen, "client_assertion");
            assert!(jwt::verify(&set, &assertion));
            jwt::read(&assertion).1
        };
        asked.iter().map(claims).collect::<Vec<_>>()
    };
    assert_ne!(claims[0]["jti"], claims[1]["jti"]);
    for claims in claims {
        assert_eq!((&claims["iss"], &claims["sub"]), (&"robot".into(), &"robot".into()));
        assert_eq!(claims["aud"], format!("{}/default/admin", server.url));
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
    }
    assert_eq!(server.last(RESOURCES).headers["authorization"], "Bearer token-1");
}

fn form_names(seen: &Seen) -> Vec<String> {
    form(seen).into_iter().map(|(name, _)| name).collect()
}

#[tokio::test]
async fn operations_prove_who_the_client_is_in_its_own_way_unless_the_form_says_who_asks() {
    let server = server(|_, before| tokens(before)).await;
    let key = SigningKey::from_pem(&Key::new("EdDSA").pem()).unwrap();
    let many = [
        (Credentials::new("a", "b"), "", true),
        (Credentials::client_secret_post("a", "b"), "token=t&client_id=a&client_secret=b", false),
        (Credentials::public("a"), "token=t&client_id=a", false),
        (Credentials::private_key_jwt("a", key), "token=t&client_id=a&client_assertion_type=", false),
    ];
    for (credentials, body, basic) in many {
        let client = Client::builder(&server.url).credentials(credentials).build().await.unwrap();
        let query = || types::TokenQuery::builder().token("t");
        let ask = async |query| {
            let _ = client.introspect().tid("default").aid("admin").body(query).send().await;
            server.last("/default/admin/oauth2/introspect")
        };
        let seen = ask(query()).await;
        assert!(seen.body.starts_with(body), "{}", seen.body);
        assert_eq!(seen.headers.contains_key("authorization"), basic);
        assert_eq!(seen.headers["content-length"], seen.body.len().to_string());
        let seen = ask(query().client_id("another".to_owned())).await;
        assert_eq!(seen.body, "client_id=another&token=t");
        assert!(!seen.headers.contains_key("authorization"));
    }
}

#[tokio::test]
async fn an_assertion_that_may_have_arrived_is_not_sent_again() {
    let server = Server::start(|request, before, url| match path_of(request) {
        "/default/admin/oauth2/introspect" => canned(503, "").header("retry-after", "0"),
        _ => well_behaved(request, before, url),
    })
    .await;
    let key = SigningKey::from_pem(&Key::new("EdDSA").pem()).unwrap();
    for (credentials, times) in [(Credentials::new("a", "b"), 4), (Credentials::private_key_jwt("a", key), 1)] {
        let before = server.count("/default/admin/oauth2/introspect");
        let client = Client::builder(&server.url).credentials(credentials).build().await.unwrap();
        let query = types::TokenQuery::builder().token("t");
        client.introspect().tid("default").aid("admin").body(query).send().await.unwrap_err();
        assert_eq!(server.count("/default/admin/oauth2/introspect") - before, times);
    }
}

#[tokio::test]
async fn a_users_token_goes_to_management_and_to_its_own_issuer_and_nowhere_else() {
    let (control, issuer) = (server(|_, _| canned(404, "")).await, server(|_, before| tokens(before)).await);
    let client = Client::builder(&control.url)
        .issuer(format!("{}/default/admin", issuer.url))
        .refresh_token(Credentials::public("cli"), "refresh")
        .build()
        .await
        .unwrap();
    let userinfo = async |client: &Client| {
        let _ = client.userinfo().tid("default").aid("admin").send().await;
        let _ = client.dynamic_client_registration_get_client().tid("default").aid("admin").cid("c").send().await;
    };
    client.list_resources().send().await.unwrap();
    userinfo(&client).await;
    assert!(control.last(RESOURCES).headers["authorization"].starts_with("Bearer token-"));
    assert!(!control.last("/default/admin/userinfo").headers.contains_key("authorization"));

    let client = Client::builder(&issuer.url)
        .issuer(format!("{}/default/admin", issuer.url))
        .refresh_token(Credentials::public("cli"), "refresh")
        .build()
        .await
        .unwrap();
    userinfo(&client).await;
    assert!(issuer.last("/default/admin/userinfo").headers["authorization"].starts_with("Bearer token-"));
    assert!(!issuer.last("/default/admin/oauth2/register/c").headers.contains_key("authorization"));
}
