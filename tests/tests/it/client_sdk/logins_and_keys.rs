//! What is good once in a login, and the private halves of keys: nothing prints them.

use authplane_client::{Client, Jwk, types};
use serde_json::{Value, json};

use super::canned::{Server, canned};
use super::keys::Key;
use super::secrecy::Printed;

#[tokio::test]
async fn nothing_prints_what_a_login_is_decided_with() {
    let server = Server::start(|_, _, _| {
        let next = "https://login.example/default/default/login/continue?login_id=one&login_verifier=s3cr3t";
        canned(200, json!({"redirect_to": next}).to_string())
    })
    .await;
    let client = Client::builder(&server.url).access_token("s3cr3t").build().await.unwrap();
    let mut printed = Printed::default();
    let accepted = types::AcpAcceptLoginRequest::builder().login_state("s3cr3t").subject("ada");
    let rejected = types::AcpRejectRequest::builder().login_state("s3cr3t");
    let granted = types::AcpAcceptScopeGrantRequest::builder().login_state("s3cr3t").granted_scopes(["openid"]);
    printed.add((&accepted, &rejected, &granted));
    printed.add(types::AcpAcceptLoginRequest::try_from(accepted.clone()).unwrap());
    printed.add(types::AcpRejectRequest::try_from(rejected.clone()).unwrap());
    printed.add(types::AcpAcceptScopeGrantRequest::try_from(granted.clone()).unwrap());
    printed.add(client.get_login_request().tid("default").login("one").login_state("s3cr3t"));
    printed.add(client.get_scope_grant_request().tid("default").login("one").login_state("s3cr3t"));

    let accepting = client.accept_login_request().tid("default").login("one").body(accepted);
    let rejecting = client.reject_login_request().tid("default").login("one").body(rejected);
    let granting = client.accept_scope_grant_request().tid("default").login("one").body(granted);
    printed.add((&accepting, &rejecting, &granting));
    for answer in [accepting.send().await, rejecting.send().await, granting.send().await] {
        let answer = answer.unwrap();
        printed.add(&answer);
        assert!(answer.redirect_to.expose().ends_with("&login_verifier=s3cr3t"));
    }
    let sent = server.last("/api/system/default/logins/one/accept");
    assert_eq!(serde_json::from_str::<Value>(&sent.body).unwrap()["login_state"], "s3cr3t");
    assert!(printed.0.contains("Secret(…)") && !printed.0.contains("s3cr3t"), "{}", printed.0);
}

#[tokio::test]
async fn no_error_shows_the_query_of_its_url() {
    let mut printed = Printed::default();
    // No connection, one that breaks off, and answers that do, as a refusal and as a success.
    let gone = Server::start(|_, _, _| canned(0, "")).await;
    let cut = Server::start(|_, _, _| canned(200, "{").header("content-length", "500")).await;
    for url in ["http://127.0.0.1:1", &gone.url, &cut.url] {
        let client = Client::builder(url).access_token("s3cr3t").retries(0).build().await.unwrap();
        let asked = client.get_login_request().tid("default").login("one").login_state("s3cr3t");
        printed.add_error(asked.send().await.unwrap_err());
    }
    let sent = gone.seen.lock().unwrap()[0].path.clone();
    assert!(sent.ends_with("?login_state=s3cr3t"), "{sent}");
    assert!(printed.0.contains("/api/system/default/logins/one") && !printed.0.contains("s3cr3t"), "{}", printed.0);
}

#[tokio::test]
async fn no_key_shows_its_private_half() {
    let server = Server::start(|_, _, _| canned(404, r#"{"status_code":404,"error":"none"}"#)).await;
    let client = Client::builder(&server.url).access_token("any").build().await.unwrap();
    let (mut keys, mut private) = (Vec::new(), Vec::new());
    for algorithm in ["RS256", "ES256", "EdDSA"] {
        let key = Key::new(algorithm).private("the name");
        for name in ["d", "p", "q", "dp", "dq", "qi"] {
            private.extend(key.get(name).and_then(Value::as_str).map(str::to_owned));
        }
        keys.push(serde_json::from_value::<Jwk>(key).unwrap());
    }
    assert!(private.len() >= 8, "{}", private.len());
    let other =
        json!({"kty": "oct", "k": "s3cr3t", "kid": "the name", "oth": [{"r": "s3cr3t", "d": "s3cr3t", "t": "s3cr3t"}]});
    keys.push(serde_json::from_value(other).unwrap());
    private.push("s3cr3t".to_owned());

    let mut printed = Printed::default();
    let set: types::AcpJwks = types::AcpJwks::builder().keys(keys.clone()).try_into().unwrap();
    let made = types::AcpClientRequest::builder().client_name("x").jwks(Some(set.clone()));
    let of_server: types::AcpServerJwks = types::AcpServerJwks::builder().keys(keys.clone()).try_into().unwrap();
    printed.add((&keys, &set, &of_server, &made));
    printed.add(client.create_client().tid("default").body(made));
    let published: types::JwkSet = serde_json::from_value(json!({"keys": &keys})).unwrap();
    printed.add(&published);
    assert_eq!(published.keys, keys);
    assert!(printed.0.contains("the name") && printed.0.contains("kty"), "{}", printed.0);
    for part in private {
        assert!(!printed.0.contains(&part), "{part}: {}", printed.0);
    }
    // And is sent.
    assert!(serde_json::to_value(&set).unwrap()["keys"][0]["d"].is_string());
}
