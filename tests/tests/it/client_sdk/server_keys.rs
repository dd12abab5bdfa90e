//! The keys that signed answers are checked with: how long they are kept, and when they are fetched again.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_client::{Client, Error};
use authplane_tests::Document;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::canned::{Canned, Clock, Seen, Server, canned, path_of};
use crate::it::oauth::jwt::Key;

/// An authorization server whose answers are signed.
#[derive(Clone)]
struct Signing {
    /// With this one, under this name.
    by: (Arc<Key>, &'static str),
    /// What it publishes.
    keys: Value,
    /// What it says of how long that is good.
    cache_control: Option<&'static str>,
}

impl Signing {
    /// Signs with a key that it publishes.
    fn new() -> Self {
        let mut signing = Self { by: (Arc::new(Key::new("ES256")), "1"), keys: json!([]), cache_control: None };
        signing.publish();
        signing
    }

    /// From now on with another key.
    fn change_key(&mut self, name: &'static str) {
        self.by = (Arc::new(Key::new("ES256")), name);
    }

    fn publish(&mut self) {
        let (key, name) = &self.by;
        self.keys = json!([key.jwk(name)]);
    }

    fn answer(&self, request: &Seen, url: &str) -> Canned {
        let path = path_of(request);
        let issuer = format!("{url}{}", path.rsplit_once("/.well-known").map_or("", |(issuer, _)| issuer));
        let public = |body: Value| {
            let answer = canned(200, body.to_string());
            match self.cache_control {
                Some(value) => answer.header("cache-control", value),
                None => answer,
            }
        };
        if path.ends_with("/jwks.json") {
            return public(json!({"keys": self.keys}));
        }
        if path.ends_with("/openid-configuration") {
            return public(metadata(&issuer));
        }
        let (key, name) = &self.by;
        let issuer = format!("{url}{}", path.trim_end_matches("/userinfo"));
        let claims = json!({"iss": issuer, "sub": "ada", "aud": "app"});
        canned(200, key.sign(&json!({"alg": "ES256", "kid": name}), &claims)).header("content-type", "application/jwt")
    }
}

/// What the document requires, and nothing else.
fn metadata(issuer: &str) -> Value {
    let schema = &Document::canonical().root()["components"]["schemas"]["ServerMetadata"];
    let required = schema["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    let of = |name: &str| match schema["properties"][name]["type"].as_str() {
        Some("boolean") => json!(true),
        Some("array") => json!([]),
        _ if name == "issuer" => json!(issuer),
        _ => json!(format!("{issuer}/{name}")),
    };
    required.map(|name| (name.to_owned(), of(name))).collect::<serde_json::Map<_, _>>().into()
}

const CONFIGURATION: &str = "/t/a/.well-known/openid-configuration";
const JWKS: &str = "/t/a/.well-known/jwks.json";

/// The server, what can be changed of it, and a client of it with its clock.
async fn signing() -> (Server, Arc<Mutex<Signing>>, Client, Clock) {
    let signing = Arc::new(Mutex::new(Signing::new()));
    let answers = Arc::clone(&signing);
    let server = Server::start(move |request, _, url| answers.lock().unwrap().answer(request, url)).await;
    let clock = Clock::new();
    let client = Client::builder(&server.url).access_token("t").time_source(clock.source()).build().await.unwrap();
    (server, signing, client, clock)
}

async fn ask(client: &Client) -> Result<(), Error> {
    let told = client.userinfo().tid("t").aid("a").send().await?;
    assert_eq!(told.sub, "ada");
    Ok(())
}

/// How often the metadata and the keys were asked for.
fn fetched(server: &Server) -> (usize, usize) {
    (server.count(CONFIGURATION), server.count(JWKS))
}

#[track_caller]
fn is_not_believed(outcome: Result<(), Error>) {
    let error = outcome.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
}

#[tokio::test]
async fn many_answers_need_one_fetch_also_at_the_same_time_and_by_either_method() {
    let (server, _, client, _) = signing().await;
    let calls = (0..20).map(|number| {
        let client = match number % 3 {
            0 => client.clone(),
            1 => client.with_header("x-mark", "1").unwrap(),
            _ => client.with_timeout(Duration::from_mins(1)),
        };
        tokio::spawn(async move { ask(&client).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    client.userinfo_by_post().tid("t").aid("a").send().await.unwrap();
    assert_eq!(fetched(&server), (1, 1));
    // The keys are everybody's, and public.
    for path in [CONFIGURATION, JWKS] {
        let headers = server.last(path).headers;
        assert!(!headers.contains_key("authorization") && !headers.contains_key("x-mark"), "{headers:?}");
    }
}

#[tokio::test]
async fn they_are_kept_for_as_long_as_the_server_says_within_bounds() {
    for (said, seconds) in [
        (None, 300),
        (Some("public, max-age=100"), 100),
        (Some("MAX-AGE=\"100\", public"), 100),
        (Some("max-age=99999999"), 3600),
        (Some("max-age=soon"), 300),
        (Some("s-maxage=7"), 300),
        (Some("no-store"), 0),
        (Some("max-age=100, no-cache"), 0),
        (Some("max-age=0"), 0),
    ] {
        let (server, signing, client, clock) = signing().await;
        signing.lock().unwrap().cache_control = said;
        ask(&client).await.unwrap();
        assert_eq!(fetched(&server), (1, 1), "{said:?}");
        if seconds > 0 {
            clock.advance(Duration::from_secs(seconds - 1));
            ask(&client).await.unwrap();
            assert_eq!(fetched(&server), (1, 1), "{said:?}");
            clock.advance(Duration::from_secs(1));
        }
        // What was withdrawn counts no longer.
        signing.lock().unwrap().keys = json!([]);
        is_not_believed(ask(&client).await);
        assert!(server.count(JWKS) >= 2, "{said:?}");
    }
}

#[tokio::test]
async fn a_key_that_is_not_known_is_looked_for_at_once_but_not_again_and_again() {
    let (server, signing, client, clock) = signing().await;
    ask(&client).await.unwrap();
    {
        let mut signing = signing.lock().unwrap();
        signing.change_key("2");
        signing.publish();
    }
    ask(&client).await.unwrap();
    assert_eq!(fetched(&server), (2, 2));

    // One that isn't published.
    let old = signing.lock().unwrap().by.clone();
    signing.lock().unwrap().change_key("3");
    for _ in 0..5 {
        is_not_believed(ask(&client).await);
    }
    assert_eq!(fetched(&server), (2, 2), "a moment ago");
    clock.advance(Duration::from_secs(30));
    let calls = (0..5).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { ask(&client).await })
    });
    for call in calls.collect::<Vec<_>>() {
        is_not_believed(call.await.unwrap());
    }
    assert_eq!(fetched(&server), (3, 3), "once for all of them");
    signing.lock().unwrap().by = old;
    ask(&client).await.unwrap();
    assert_eq!(fetched(&server), (3, 3), "the others are still good");
}

#[tokio::test]
async fn keys_that_came_after_the_answer_are_not_fetched_once_more_for_it() {
    let (server, signing, _, clock) = signing().await;
    signing.lock().unwrap().change_key("3");
    // No two moments are the same.
    let time = clock.source();
    let passing = move || {
        clock.advance(Duration::from_nanos(1));
        time()
    };
    let client = Client::builder(&server.url).access_token("t").time_source(passing).build().await.unwrap();
    is_not_believed(ask(&client).await);
    assert_eq!(fetched(&server), (1, 1));
}

#[tokio::test]
async fn a_wrong_signature_under_a_known_name_has_nothing_fetched() {
    let (server, signing, client, _) = signing().await;
    ask(&client).await.unwrap();
    signing.lock().unwrap().change_key("1");
    is_not_believed(ask(&client).await);
    assert_eq!(fetched(&server), (1, 1));
}

#[tokio::test]
async fn each_server_is_believed_by_its_own_keys_and_the_oldest_give_way() {
    let (server, signing, client, clock) = signing().await;
    ask(&client).await.unwrap();
    clock.advance(Duration::from_millis(1));
    // Another one, with another key of the same name.
    signing.lock().unwrap().change_key("1");
    let ask_other = async |aid: &str| client.userinfo().tid("t").aid(aid).send().await.map(|_| ());
    is_not_believed(ask_other("0").await);
    signing.lock().unwrap().publish();
    assert_eq!(server.count("/t/0/.well-known/jwks.json"), 1);
    let jwks = |number: u32| format!("/t/{number}/.well-known/jwks.json");
    for number in 1..64 {
        clock.advance(Duration::from_millis(1));
        ask_other(&number.to_string()).await.unwrap();
    }
    // The first one had to go, the last ones did not.
    for number in [63, 62, 2, 1] {
        ask_other(&number.to_string()).await.unwrap();
        assert_eq!(server.count(&jwks(number)), 1);
    }
    ask(&client).await.unwrap();
    assert_eq!(fetched(&server), (2, 2));
}

#[tokio::test]
async fn keys_that_cannot_be_had_are_an_error_that_says_so_and_asked_for_by_the_next_call() {
    let signing = Signing::new();
    let server = Server::start(move |request, before, url| match path_of(request) {
        JWKS if before == 0 => {
            canned(404, r#"{"error":"not_found"}"#).header("x-request-id", "00000000-0000-4000-8000-000000000007")
        }
        _ => signing.answer(request, url),
    })
    .await;
    let client = Client::builder(&server.url).access_token("t").build().await.unwrap();
    let error = ask(&client).await.unwrap_err();
    assert!(matches!(error, Error::NoKeys(_)), "{error:?}");
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (404, Some("00000000-0000-4000-8000-000000000007"))
    );
    assert!(error.to_string().starts_with("no keys to check the answer with: 404"), "{error}");
    assert!(!error.is_timeout());
    ask(&client).await.unwrap();
}

#[tokio::test]
async fn a_call_with_a_time_limit_waits_for_keys_no_longer_and_they_come_for_the_others() {
    let gate = Arc::new(Semaphore::new(0));
    let (closed, signing) = (Arc::clone(&gate), Signing::new());
    let server = Server::start(move |request, _, url| match path_of(request) {
        JWKS => signing.answer(request, url).behind(&closed),
        _ => signing.answer(request, url),
    })
    .await;
    let builder = Client::builder(&server.url).access_token("t").timeout(Duration::from_hours(1));
    let client = builder.build().await.unwrap();
    let hasty = client.with_timeout(Duration::from_secs(3));
    let ended =
        tokio::time::timeout(Duration::from_mins(1), ask(&hasty)).await.expect("it waits for what is held back");
    let error = ended.unwrap_err();
    assert!(matches!(&error, Error::NoKeys(failure) if failure.timed_out) && error.is_timeout(), "{error:?}");
    gate.add_permits(1);
    ask(&client).await.unwrap();
    assert_eq!(fetched(&server), (1, 1));
}
