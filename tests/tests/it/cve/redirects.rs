//! Nobody is sent anywhere but to a registered redirect URI: neither with an answer nor with an error, however the answer is to be carried.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientDetails, ClientMetadata};
use authplane_domain::clients::redirect_uri::ApplicationType;
use authplane_tests::redirects::{CONFUSABLE, LOOPBACK, NOT_REGISTRABLE, REGISTERED};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant};
use serde_json::{Value, json};

use super::{agent, change_server, with_users_on_both};
use crate::it::oauth::jwt;

/// Each way to ask for an answer to be carried, known here or not.
const RESPONSE_MODES: &[&str] = &[
    "query",
    "fragment",
    "form_post",
    "jwt",
    "query.jwt",
    "fragment.jwt",
    "form_post.jwt",
    "web_message",
    "device",
    "FORM_POST",
    "x",
];

/// What may be wrong with a request besides its redirect URI.
const WRONG: &[(&str, &str)] = &[
    ("response_type", "evil"),
    ("response_type", "code code"),
    ("response_type", "token"),
    ("response_type", ""),
    ("scope", "openid unknown:scope"),
    ("scope", "openid introspect_tokens"),
    ("prompt", "none"),
    ("prompt", "none login"),
    ("code_challenge_method", "plain"),
    ("claims", "{"),
    ("max_age", "-1"),
    ("display", "x"),
    ("id_token_hint", "x"),
    ("request", "x"),
    ("request_uri", "https://evil.example/request"),
    ("resource", "https://evil.example/"),
    ("registration", "{}"),
];

async fn client(tenant: &Tenant) -> RelyingParty {
    let details = ClientDetails {
        redirect_uris: vec![REGISTERED.to_owned()],
        grant_types: Some(vec!["authorization_code".to_owned(), "implicit".to_owned()]),
        response_types: Some(vec!["code".to_owned(), "token".to_owned(), "id_token".to_owned()]),
        ..application(&["openid"])
    };
    RelyingParty::register(tenant, details).await
}

/// A page that says what is wrong and leads nowhere.
fn assert_no_way_out(outcome: Outcome, what: &str) {
    let page = match outcome {
        Outcome::Page(page) => *page,
        Outcome::Left(left) => panic!("{what}: led to {}", left.to),
    };
    let Page { status, headers, .. } = &page;
    assert_eq!(*status, 400, "{what}: {page}");
    assert!(!headers.contains_key("location") && !headers.contains_key("refresh"), "{what}: {headers:?}");
    assert!(page.forms().is_empty(), "{what}: {page}");
    assert!(
        page.links().iter().all(|link| !link.contains("evil") && !link.contains("client.example")),
        "{what}: {page}"
    );
    assert_eq!(page.history.len(), 1, "{what}: {:?}", page.history);
}

/// The same request as parameters, by POST, and with everything in an unsigned request object.
fn requests(request: &AuthorizationRequest) -> [Option<AuthorizationRequest>; 2] {
    let parameters = request.parameters();
    let is_object = parameters.iter().any(|(name, _)| name.starts_with("request"));
    let claims: Value = parameters
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let object = jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new());
    let inside = request.clone().with("request", &object).with("redirect_uri", REGISTERED);
    [Some(request.clone()), (!is_object).then_some(inside)]
}

async fn assert_refused(tenant: &Tenant, request: &AuthorizationRequest, what: &str) {
    let endpoint = format!("{}/oauth2/authorize", tenant.server.issuer(&tenant.id, DEFAULT));
    for request in requests(request).into_iter().flatten() {
        let mut agent = agent(tenant);
        assert_no_way_out(agent.get(&request.url()).await, what);
        assert_no_way_out(agent.post(&endpoint, &request.parameters()).await, what);
    }
}

#[tokio::test]
async fn cve_2026_28512_cve_2026_7504_cve_2026_3872_cve_2026_9086_nothing_of_the_corpus_gets_an_answer() {
    with_users_on_both(async |tenant| {
        let client = client(&tenant).await;
        // What an OpenID request leaves out isn't looked up, so an empty one is refused too.
        for uri in CONFUSABLE.iter().chain(NOT_REGISTRABLE) {
            assert_refused(&tenant, &client.request().with("redirect_uri", uri), uri).await;
        }
        // Twice is not once, whichever of them is right.
        for (first, second) in [(REGISTERED, "https://evil.example/"), ("https://evil.example/", REGISTERED)] {
            let request = client.request().with("redirect_uri", first).and("redirect_uri", second);
            assert_no_way_out(agent(&tenant).get(&request.url()).await, first);
        }
        let request = client.request().with("client_id", "nobody");
        assert_refused(&tenant, &request, "an unknown client").await;
    })
    .await;
}

#[tokio::test]
async fn cve_2024_8883_of_a_loopback_redirect_uri_only_the_port_is_free() {
    with_users_on_both(async |tenant| {
        for (registered, presented, matches) in LOOPBACK {
            let mut details = application(&["openid"]);
            details.redirect_uris = vec![(*registered).to_owned()];
            details.metadata =
                ClientMetadata { application_type: Some(ApplicationType::Native), ..ClientMetadata::default() };
            let client = RelyingParty::register(&tenant, details).await;
            let request = client.request().with("redirect_uri", presented);
            let outcome = agent(&tenant).get(&request.url()).await;
            if *matches {
                let page = outcome.page();
                assert_eq!(page.status, 200, "{registered} {presented}: {page}");
            } else {
                assert_no_way_out(outcome, presented);
            }
        }
    })
    .await;
}

/// GHSA-9vm7-v8wj-3fqw: one response mode sent its form wherever the request said.
#[tokio::test]
async fn ghsa_9vm7_v8wj_3fqw_no_response_mode_leads_elsewhere() {
    with_users_on_both(async |tenant| {
        let client = client(&tenant).await;
        let places = ["https://evil.example/callback", "https://client.example@evil.example/", "javascript:alert(1)"];
        for mode in RESPONSE_MODES {
            for uri in places {
                for prompt in ["login", "none"] {
                    let request =
                        client.request().with("redirect_uri", uri).with("response_mode", mode).with("prompt", prompt);
                    assert_refused(&tenant, &request, mode).await;
                }
            }
            // The registered one is answered, in a mode that there is.
            let request = client.request().with("response_mode", mode).with("prompt", "none");
            let outcome = agent(&tenant).get(&request.url()).await;
            let left = match outcome {
                Outcome::Left(left) => left,
                Outcome::Page(page) => {
                    assert_eq!((*mode, page.forms().len()), ("form_post", 1), "{page}");
                    assert_eq!(page.form().action.as_str(), REGISTERED);
                    continue;
                }
            };
            assert!(
                left.to.as_str().starts_with(&format!("{REGISTERED}?")) || *mode == "fragment",
                "{mode}: {}",
                left.to
            );
            let response = AuthorizationResponse::from(&left);
            let known = ["query", "fragment"].contains(mode);
            let expected = if known { "login_required" } else { "invalid_request" };
            assert_eq!(response.error(&client, &request).0, expected, "{mode}");
            assert_eq!(response.redirect_uri.trim_end_matches('#'), REGISTERED, "{mode}");
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2026_41479_no_error_is_told_to_a_redirect_uri_that_was_not_checked() {
    with_users_on_both(async |tenant| {
        let client = client(&tenant).await;
        for implicit in [true, false] {
            if !implicit {
                change_server(&tenant, DEFAULT, |server| server.grant_types = vec!["authorization_code".to_owned()])
                    .await;
            }
            for (name, value) in WRONG {
                let wrong = || client.request().with(name, value);
                for uri in ["https://evil.example/callback", "javascript:alert(1)", &format!("{REGISTERED}/../evil")] {
                    assert_refused(&tenant, &wrong().with("redirect_uri", uri), &format!("{name}={value} {uri}")).await;
                }
                let request = wrong().with("redirect_uri", REGISTERED).with("client_id", "nobody");
                assert_refused(&tenant, &request, &format!("{name}={value} of nobody")).await;
            }
        }
    })
    .await;
}

/// The form of `form_post` goes to the redirect URI that was checked, and a link of a page nowhere that a request named.
#[tokio::test]
async fn cve_2026_41479_after_the_sign_in_the_answer_goes_where_the_request_was_checked_for() {
    with_users_on_both(async |tenant| {
        let client = client(&tenant).await;
        for mode in ["query", "fragment", "form_post"] {
            let mut agent = agent(&tenant);
            let request = client.request().with("response_mode", mode);
            let page = agent.get(&request.url()).await.page().expect(200);
            let form = page.form();
            let fields: Vec<(&str, &str)> = ["login_id", "login_state", "csrf"]
                .map(|name| (name, form.value(name)))
                .into_iter()
                .chain([
                    ("username", USER),
                    ("password", PASSWORD),
                    ("redirect_uri", "https://evil.example/"),
                    ("response_mode", "query"),
                    ("return_to", "https://evil.example/"),
                    ("client_id", "nobody"),
                ])
                .collect();
            let target = format!("{}?redirect_uri=https://evil.example/&return_to=//evil.example", form.action);
            let outcome = agent.post(&target, &fields).await;
            let left = agent.walk(outcome, USER, PASSWORD, |_| false).await.left();
            let response = AuthorizationResponse::from(&left);
            assert_eq!(response.redirect_uri.trim_end_matches('#'), REGISTERED);
            let _ = client.exchange(response.code(&client, &request), &request).await.expect(200);
        }
    })
    .await;
}
