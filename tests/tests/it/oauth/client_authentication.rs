//! Secrets, the ways to show them, and that nothing can be learned from a refusal.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::{Answer, Call, Credentials, Settings, Tenant, TestServer, on_both};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{TimeDelta, Utc};
use http::header::AUTHORIZATION;
use serde_json::json;

use super::{INTROSPECT, REVOKE, TOKEN, access_token, jwt, machine, post, refused, register, register_with};

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

fn with(method: ClientAuthentication) -> ClientDetails {
    let jwks = (method == ClientAuthentication::PrivateKeyJwt).then(|| jwt::Key::new("EdDSA").jwks("1"));
    ClientDetails { token_endpoint_auth_method: method, jwks, ..machine() }
}

fn basic(tenant: &Tenant, app: &Credentials) -> Call {
    post(tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&[GRANT])
}

fn in_form(tenant: &Tenant, app: &Credentials) -> Call {
    post(tenant, DEFAULT, TOKEN).form(&[GRANT, ("client_id", &app.id), ("client_secret", &app.secret)])
}

#[tokio::test]
async fn assertion_50_a_client_authenticates_in_the_way_that_it_is_registered_for_and_in_no_other() {
    on_both(async |tenant| {
        let of_basic = register(&tenant, DEFAULT, with(ClientAuthentication::ClientSecretBasic)).await;
        let of_post = register(&tenant, DEFAULT, with(ClientAuthentication::ClientSecretPost)).await;
        access_token(basic(&tenant, &of_basic).send().await);
        access_token(in_form(&tenant, &of_post).send().await);
        refused(in_form(&tenant, &of_basic).send().await, 401, "invalid_client");
        refused(basic(&tenant, &of_post).send().await, 401, "invalid_client");
        for method in [
            ClientAuthentication::PrivateKeyJwt,
            ClientAuthentication::ClientSecretJwt,
            ClientAuthentication::TlsClientAuth,
            ClientAuthentication::SelfSignedTlsClientAuth,
            ClientAuthentication::None,
        ] {
            let app = register(&tenant, DEFAULT, with(method)).await;
            // A secret that is empty would be none at all (RFC 6749 §3.2).
            let secret = if app.secret.is_empty() { "x".to_owned() } else { app.secret.clone() };
            let app = Credentials { secret, ..app };
            refused(basic(&tenant, &app).send().await, 401, "invalid_client");
            refused(in_form(&tenant, &app).send().await, 401, "invalid_client");
            let alone = post(&tenant, DEFAULT, TOKEN).form(&[GRANT, ("client_id", &app.id)]);
            if method == ClientAuthentication::None {
                // It is let in, but not for this.
                refused(alone.send().await, 400, "unauthorized_client");
            } else {
                refused(alone.send().await, 401, "invalid_client");
            }
        }
        let alone = post(&tenant, DEFAULT, TOKEN).form(&[GRANT, ("client_id", &of_basic.id)]);
        refused(alone.send().await, 401, "invalid_client");
        let unknown = post(&tenant, DEFAULT, TOKEN).form(&[GRANT, ("client_id", "nobody")]);
        refused(unknown.send().await, 401, "invalid_client");
    })
    .await;
}

#[tokio::test]
async fn assertion_50_two_authentications_in_one_request_are_an_invalid_request_at_every_endpoint() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let assertion = ("client_assertion", "a.b.c");
        let kind = ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        let (id, secret) = (("client_id", app.id.as_str()), ("client_secret", app.secret.as_str()));
        for endpoint in [TOKEN, INTROSPECT, REVOKE] {
            let subject = if endpoint == TOKEN { GRANT } else { ("token", tenant.token.as_str()) };
            let call = || post(&tenant, DEFAULT, endpoint);
            let with_basic = || call().basic(&app.id, &app.secret);
            refused(with_basic().form(&[subject, id, secret]).send().await, 400, "invalid_request");
            refused(with_basic().form(&[subject, kind, assertion]).send().await, 400, "invalid_request");
            refused(call().form(&[subject, id, secret, kind, assertion]).send().await, 400, "invalid_request");
            refused(with_basic().form(&[subject, ("client_id", "another")]).send().await, 400, "invalid_request");
            // The id alone, when it is the same, is no second authentication.
            let _ = with_basic().form(&[subject, id]).send().await.expect(200);
        }
        let bearer = post(&tenant, DEFAULT, INTROSPECT).bearer(&tenant.token).form(&[("token", "x"), id, secret]);
        refused(bearer.send().await, 400, "invalid_request");
    })
    .await;
}

/// All that an answer lets somebody see.
fn visible(answer: &Answer) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    (answer.status, headers, answer.body.clone())
}

#[tokio::test]
async fn assertion_52_unknown_clients_and_wrong_secrets_get_the_same_bytes() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let stranger = Tenant::new(&tenant.server).await;
        let of_other_tenant = register(&stranger, DEFAULT, machine()).await;
        let of_other_server = register(&tenant, ADMIN, machine()).await;
        let expired = register(&tenant, DEFAULT, ClientDetails { client_secret_expires_at: 1, ..machine() }).await;
        let public = register(&tenant, DEFAULT, with(ClientAuthentication::None)).await;
        let of_post = register(&tenant, DEFAULT, with(ClientAuthentication::ClientSecretPost)).await;
        let removed = register(&tenant, DEFAULT, machine()).await;
        let remove = {
            let (tid, id) = (tenant.id.clone(), removed.id.clone());
            async move |store: authplane_domain::Store| {
                client::remove(&Acting::new(&store, &tid, Actor::system()), &id).await
            }
        };
        tenant.server.with_store(move |store| async move { remove(store).await }).await.unwrap();
        let wrong = |id: &str, secret: &str| Credentials {
            id: id.to_owned(),
            secret: secret.to_owned(),
            server: DEFAULT.to_owned(),
        };
        let reference = visible(&basic(&tenant, &wrong("nobody", "x")).send().await.expect(401));
        for other in [
            wrong(&app.id, "x"),
            wrong(&app.id, ""),
            wrong(&app.id, &app.secret[..app.secret.len() - 1]),
            wrong(&app.id, &format!("{}x", app.secret)),
            wrong(&app.id, &app.secret.to_uppercase()),
            wrong(&app.id, &format!("{} ", app.secret)),
            wrong(&app.id, &format!("{}\n", app.secret)),
            wrong(&app.id, &format!("{}\t", app.secret)),
            wrong(&app.id, &format!(" {}", app.secret)),
            wrong(&app.id.to_uppercase(), &app.secret),
            wrong("", ""),
            wrong("a/b", "x"),
            wrong(&"i".repeat(5000), "x"),
            wrong("id", &"s".repeat(5000)),
            wrong(&public.id, ""),
            of_other_tenant,
            of_other_server,
            expired,
            of_post,
            removed,
        ] {
            let answer = basic(&tenant, &other).send().await;
            assert_eq!(visible(&answer), reference, "{other:?}");
        }
        let of_form = visible(&in_form(&tenant, &wrong("nobody", "x")).send().await.expect(401));
        assert_eq!(of_form, reference, "and whatever way they were shown");
        access_token(basic(&tenant, &app).send().await);
    })
    .await;
}

#[tokio::test]
async fn basic_credentials_are_form_encoded_before_they_are_joined() {
    on_both(async |tenant| {
        let secret = "p%20+:& =\u{e9}/?#\"\\ and thirty-two characters";
        let app = register_with(&tenant, DEFAULT, machine(), Some(secret.to_owned())).await;
        access_token(basic(&tenant, &app).send().await);
        let raw = |text: String| post(&tenant, DEFAULT, TOKEN).header(AUTHORIZATION, &text).form(&[GRANT]).send();
        let unencoded = STANDARD.encode(format!("{}:{secret}", app.id));
        refused(raw(format!("Basic {unencoded}")).await, 401, "invalid_client");
        // The scheme's case doesn't matter (RFC 7617 §2).
        let plain = register(&tenant, DEFAULT, machine()).await;
        let pair = STANDARD.encode(format!("{}:{}", plain.id, plain.secret));
        for scheme in ["Basic", "basic", "BASIC"] {
            access_token(raw(format!("{scheme} {pair}")).await);
        }
    })
    .await;
}

#[tokio::test]
async fn a_malformed_authorization_header_is_refused_clearly() {
    on_both(async |tenant| {
        let raw = |text: &str| post(&tenant, DEFAULT, TOKEN).header(AUTHORIZATION, text).form(&[GRANT]).send();
        for header in ["Basic", "Bearer x", "Digest x", "Negotiate", "x"] {
            refused(raw(header).await, 401, "invalid_client");
        }
        for bytes in [&b"no colon"[..], b"\xff\xfe:x", b"a%ff:x", b"a%00:x"] {
            refused(raw(&format!("Basic {}", STANDARD.encode(bytes))).await, 400, "invalid_request");
        }
        for text in ["Basic !!!", "Basic a", "Basic =", "Basic \t"] {
            let answer = raw(text).await;
            let status = answer.status;
            let error = if status == 400 { "invalid_request" } else { "invalid_client" };
            assert!([400, 401].contains(&status), "{text:?}: {status}");
            refused(answer, status, error);
        }
        refused(post(&tenant, DEFAULT, TOKEN).form(&[GRANT]).send().await, 401, "invalid_client");
        refused(
            post(&tenant, DEFAULT, TOKEN).form(&[GRANT, ("client_secret", "x")]).send().await,
            400,
            "invalid_request",
        );
        let challenge = post(&tenant, DEFAULT, TOKEN).form(&[GRANT]).send().await;
        assert!(challenge.header("www-authenticate").starts_with("Basic realm="));
    })
    .await;
}

#[tokio::test]
async fn a_changed_secret_and_a_removed_client_count_at_once() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        access_token(basic(&tenant, &app).send().await);
        let (tid, id) = (tenant.id.clone(), app.id.clone());
        let reset = async move |store: authplane_domain::Store| {
            client::set_secret(&Acting::new(&store, &tid, Actor::system()), &id, None).await
        };
        let secret = tenant.server.with_store(move |store| async move { reset(store).await }).await.unwrap();
        refused(basic(&tenant, &app).send().await, 401, "invalid_client");
        let app = Credentials { secret, ..app };
        access_token(basic(&tenant, &app).send().await);
        let (tid, id) = (tenant.id.clone(), app.id.clone());
        let remove = async move |store: authplane_domain::Store| {
            client::remove(&Acting::new(&store, &tid, Actor::system()), &id).await
        };
        tenant.server.with_store(move |store| async move { remove(store).await }).await.unwrap();
        refused(basic(&tenant, &app).send().await, 401, "invalid_client");
    })
    .await;
}

#[tokio::test]
async fn a_public_client_gives_its_tokens_back_but_hears_of_none() {
    on_both(async |tenant| {
        let public = register(&tenant, DEFAULT, with(ClientAuthentication::None)).await;
        let machine = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&machine, None, &[]).await);
        let form = [("token", token.as_str()), ("client_id", public.id.as_str())];
        // RFC 7009 §2.1: not another one's, of which it hears no more than of what is no token. That it lives on is seen below.
        let garbage = [("token", "garbage"), ("client_id", public.id.as_str())];
        for form in [form, garbage] {
            let answer = post(&tenant, DEFAULT, REVOKE).form(&form).send().await.expect(200);
            assert_eq!(answer.body, b"");
        }
        // RFC 7662 §2.1
        refused(post(&tenant, DEFAULT, INTROSPECT).form(&form).send().await, 401, "invalid_client");
        // Not with the id of a client that has a secret.
        let of_machine = [("token", token.as_str()), ("client_id", machine.id.as_str())];
        refused(post(&tenant, DEFAULT, REVOKE).form(&of_machine).send().await, 401, "invalid_client");
        let introspected = super::introspect(&tenant, &machine, &token).await;
        assert_eq!(introspected["active"], true);

        // It is its own token (made here as a grant for public clients would) that it may revoke.
        let (key, kid) = jwt::stolen_key(&tenant, DEFAULT).await;
        let (_, mut claims) = jwt::read(&token);
        claims["client_id"] = public.id.as_str().into();
        claims["sub"] = public.id.as_str().into();
        let own = key.sign(&json!({"alg": "ES256", "kid": kid, "typ": "at+jwt"}), &claims);
        let form = [("token", own.as_str()), ("client_id", public.id.as_str())];
        let _ = post(&tenant, DEFAULT, REVOKE).form(&form).send().await.expect(200);
        assert!(!super::is_active(&tenant, &machine, &token).await, "they share their jti");
    })
    .await;
}

/// A server whose clock the test moves.
async fn alone() -> (Tenant, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new("2030-01-01T00:00:00Z".parse::<chrono::DateTime<Utc>>().unwrap()));
    let server = TestServer::start(Settings::default().with_clock(&clock)).await;
    (Tenant::new(&server).await, clock)
}

#[tokio::test]
async fn assertion_62_after_twenty_wrong_secrets_a_guesser_waits_for_five_minutes_and_the_client_does_not() {
    let (tenant, clock) = alone().await;
    let app = register(&tenant, DEFAULT, machine()).await;
    let other = register(&tenant, DEFAULT, machine()).await;
    let wrong = Credentials { secret: "wrong".to_owned(), ..app.clone() };
    let nobody = Credentials { id: "nobody".to_owned(), ..wrong.clone() };
    for guess in 0..20 {
        // One count for all ways to show a secret. A guesser beside a busy client is counted no less for it.
        let call = if guess % 2 == 0 { basic(&tenant, &wrong) } else { in_form(&tenant, &wrong) };
        refused(call.send().await, 401, "invalid_client");
        refused(basic(&tenant, &nobody).send().await, 401, "invalid_client");
        access_token(basic(&tenant, &app).send().await);
    }
    clock.advance(TimeDelta::seconds(100));
    let mut limited = Vec::new();
    // An unknown client is told the same.
    for call in [basic(&tenant, &wrong), in_form(&tenant, &wrong), basic(&tenant, &nobody)] {
        let answer = call.send().await.expect(429);
        assert_eq!(answer.header("retry-after"), "200");
        limited.push(visible(&answer));
        refused(answer, 429, "temporarily_unavailable");
    }
    assert!(limited.iter().all(|answer| *answer == limited[0]));
    for endpoint in [INTROSPECT, REVOKE] {
        let call = post(&tenant, DEFAULT, endpoint).form(&[("token", "x")]);
        refused(call.clone().basic(&app.id, "wrong").send().await, 429, "temporarily_unavailable");
        let _ = call.basic(&app.id, &app.secret).send().await.expect(200);
    }
    // The right secret is right, whatever others do at its address.
    access_token(basic(&tenant, &app).send().await);
    access_token(basic(&tenant, &other).send().await);
    clock.advance(TimeDelta::seconds(199));
    refused(basic(&tenant, &wrong).send().await, 429, "temporarily_unavailable");
    clock.advance(TimeDelta::seconds(1));
    refused(basic(&tenant, &wrong).send().await, 401, "invalid_client");
}

#[tokio::test]
async fn assertion_62_guesses_at_once_are_not_more_than_one_after_the_other() {
    let (tenant, _clock) = alone().await;
    let app = register(&tenant, DEFAULT, machine()).await;
    let wrong = Credentials { secret: "wrong".to_owned(), ..app };
    let answers = futures::future::join_all((0..60).map(|_| basic(&tenant, &wrong).send())).await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(looked_at, 20);
    assert!(answers.iter().all(|answer| [401, 429].contains(&answer.status)));
}
