//! Requests by reference (OpenID Connect Core §6.2): nothing is looked for where the client didn't say that it would be.

use std::sync::{Arc, OnceLock};

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::{AuthorizationResponse, application};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use serde_json::{Value, json};

use crate::it::oauth::jwt;
use crate::it::upstream::{Upstream, answer};

async fn register(tenant: &Tenant, request_uris: &[&str]) -> RelyingParty {
    let mut details = ClientDetails { trusted: true, ..application(&["openid", "email"]) };
    details.metadata.request_uris = request_uris.iter().map(|uri| (*uri).to_owned()).collect();
    RelyingParty::register(tenant, details).await
}

/// Whatever is asked for there is a request that would be taken, so that only the question itself can be what is refused.
#[tokio::test]
async fn what_is_not_registered_is_not_even_asked_for() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::with_users(&server).await;
        let object = Arc::new(OnceLock::<String>::new());
        let served = Arc::clone(&object);
        let head = "200 OK\r\nContent-Type: application/oauth-authz-req+jwt";
        let upstream = Upstream::start(move |_| answer(head, served.get().unwrap())).await;
        let (registered, of_neighbour) = (upstream.url("/request?of=app"), upstream.url("/neighbour"));
        let app = register(&tenant, &[&registered]).await;
        let _neighbour = register(&tenant, &[&of_neighbour]).await;
        let request = app.request();
        let inside = request.clone().with("scope", "openid email");
        let claims: Value =
            inside.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        object.set(jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new())).unwrap();

        let mut browser = UserAgent::new(server.url());
        for uri in [
            &of_neighbour,
            &upstream.url(""),
            &upstream.url("/"),
            &upstream.url("/request"),
            &upstream.url("/request?"),
            &upstream.url("/request/?of=app"),
            &upstream.url("/request?of=ap"),
            &upstream.url("/request?of=app2"),
            &upstream.url("/request?of=app&of=app"),
            &upstream.url("/Request?of=app"),
            &upstream.url("/%72equest?of=app"),
            &upstream.url("//request?of=app"),
            &upstream.url("/./request?of=app"),
            &registered.replace("http:", "HTTP:"),
            &registered.replace("http:", "https:"),
            &registered.replace("//", "//user@"),
            &format!(" {registered}"),
            &format!("{registered} "),
            &format!("{of_neighbour}#{registered}"),
            &format!("{of_neighbour}?{registered}"),
        ] {
            let asked = request.clone().with("request_uri", uri);
            let left = browser.get(&asked.url()).await.left();
            let response = AuthorizationResponse::from(&left);
            assert_eq!(response.error(&app, &asked).0, "invalid_request_uri", "{uri}");
            assert_eq!(upstream.hits(), 0, "{uri}");
        }
        let without = register(&tenant, &[]).await;
        let asked = without.request().with("request_uri", &registered);
        let left = browser.get(&asked.url()).await.left();
        assert_eq!(AuthorizationResponse::from(&left).error(&without, &asked).0, "invalid_request_uri");
        assert_eq!(upstream.hits(), 0, "another client's");

        // The fragment is the digest of what is there.
        for (uri, hits) in [(registered.clone(), 1), (format!("{registered}#digest"), 2)] {
            let mut browser = UserAgent::new(server.url());
            let left = browser.sign_in(&request.clone().with("request_uri", &uri).url(), USER, PASSWORD).await;
            assert_eq!(app.tokens(&left, &request).await.body["scope"], "openid email", "{uri}");
            assert_eq!(upstream.hits(), hits, "{uri}");
        }
        server.stop().await;
    }
}
