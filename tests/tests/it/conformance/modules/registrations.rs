//! What clients say of themselves when they register, and what becomes of it.

use std::collections::HashMap;

use authplane_domain::clients::client::{ClientDetails, SubjectType};
use authplane_tests::Call;
use authplane_tests::landing::{Landing, Reply};
use authplane_tests::user_agent::{Outcome, Page};
use http::Method;
use serde_json::json;

use super::registering::{refusal, registered};
use super::requests::leads_nowhere;
use super::{Run, Verdict};
use crate::it::conformance::config;

const ONE: &str = "https://app.example/callback";
const OTHER: &str = "https://app.example/other/callback";
const ELSEWHERE: &str = "https://elsewhere.example/callback";
const LINKED: &str = "https://app.example/about";
const SHOWN: &str = "a person looks at the login page; here it was seen to have the address";

/// The document, once for all response types.
pub(in crate::it::conformance) async fn oidcc_discovery_endpoint_verification(run: &Run) -> Verdict {
    let all = run.plan.response_types;
    if all.first() != Some(&run.response_type) {
        return Verdict::NotApplicable;
    }
    config::discovery_endpoint_verification(all, &["authorization_code", "implicit"]).await
}

fn set_uris(uris: &'static [&'static str]) -> impl FnOnce(&mut ClientDetails) {
    |details| details.redirect_uris = uris.iter().map(|uri| (*uri).to_owned()).collect()
}

/// Who registered two has to say which (OpenID Connect Core §3.1.2.1).
pub(in crate::it::conformance) async fn oidcc_ensure_redirect_uri_in_authorization_request(run: &Run) -> Verdict {
    let run = run.with_client(set_uris(&[ONE, OTHER])).await;
    leads_nowhere(&run, &run.request().without("redirect_uri")).await
}

/// A registered URI with a query works, and keeps it.
pub(in crate::it::conformance) async fn oidcc_redirect_uri_query_ok(run: &Run) -> Verdict {
    let run = run.with_client(set_uris(&["https://app.example/callback?foo=bar"])).await;
    let _ = run.sign_in(&mut run.agent(), &run.request()).await;
    Verdict::Passed
}

/// Another query than the registered one.
pub(in crate::it::conformance) async fn oidcc_redirect_uri_query_mismatch(run: &Run) -> Verdict {
    let run = run.with_client(set_uris(&["https://app.example/callback?foo=bar"])).await;
    leads_nowhere(&run, &run.request().with("redirect_uri", "https://app.example/callback?bar=foo")).await
}

/// A query where none is registered.
pub(in crate::it::conformance) async fn oidcc_redirect_uri_query_added(run: &Run) -> Verdict {
    leads_nowhere(run, &run.request().with("redirect_uri", "https://app.example/callback?foo=bar")).await
}

/// A fragment isn't registered (RFC 6749 §3.1.2).
pub(in crate::it::conformance) async fn oidcc_redirect_uri_regfrag(run: &Run) -> Verdict {
    let error = refusal(run, set_uris(&["https://app.example/callback#foobar"])).await;
    assert_eq!(error, "invalid_redirect_uri");
    Verdict::Passed
}

pub(in crate::it::conformance) async fn oidcc_registration_logo_uri(run: &Run) -> Verdict {
    let change = |details: &mut ClientDetails| LINKED.clone_into(&mut details.metadata.texts.logo_uri);
    is_shown(run, change, |page| page.all("img").any(|image| image.attribute("src") == Some(LINKED))).await
}

pub(in crate::it::conformance) async fn oidcc_registration_policy_uri(run: &Run) -> Verdict {
    is_shown(
        run,
        |details| LINKED.clone_into(&mut details.metadata.texts.policy_uri),
        |page| page.links().contains(&LINKED),
    )
    .await
}

pub(in crate::it::conformance) async fn oidcc_registration_tos_uri(run: &Run) -> Verdict {
    is_shown(
        run,
        |details| LINKED.clone_into(&mut details.metadata.texts.tos_uri),
        |page| page.links().contains(&LINKED),
    )
    .await
}

/// The page on which a user signs in shows it (OpenID Connect Dynamic Client Registration §2), and goes on.
async fn is_shown(run: &Run, change: impl FnOnce(&mut ClientDetails), has_it: impl FnOnce(&Page) -> bool) -> Verdict {
    let run = run.with_client(change).await;
    let (mut agent, request) = (run.agent(), run.request());
    let page = agent.get(&request.url()).await.page().expect(200);
    assert!(page.form_with("password").is_some() && has_it(&page), "{page}: {}", page.body);
    let _ = run.walk(&mut agent, Outcome::Page(Box::new(page)), &request).await;
    Verdict::Review(SHOWN)
}

/// A place with a list of redirect URIs.
async fn sector(uris: &[&str]) -> Landing {
    let list = json!(uris).to_string();
    Landing::answering(move |_| Reply::ok("application/json", list.clone())).await
}

/// Redirect URIs at several hosts belong together where a document says so (OpenID Connect Core §8.1).
pub(in crate::it::conformance) async fn oidcc_registration_sector_uri(run: &Run) -> Verdict {
    let place = sector(&[ONE, ELSEWHERE]).await;
    let pairwise = |uris: &'static [&'static str], sector: String| {
        move |details: &mut ClientDetails| {
            set_uris(uris)(details);
            details.metadata.sector_identifier_uri = sector;
            details.metadata.subject_type = SubjectType::Pairwise;
        }
    };
    let mut agent = run.agent();
    let mut subjects = Vec::new();
    for (uris, uri) in
        [(&[ONE, ELSEWHERE][..], place.url("/sector")), (&[ELSEWHERE], place.url("/sector")), (&[ONE], String::new())]
    {
        let run = run.with_client(pairwise(uris, uri)).await;
        let claims = run.sign_in(&mut agent, &run.request()).await.claims();
        subjects.push(claims["sub"].as_str().expect("a subject").to_owned());
    }
    assert_eq!(subjects[0], subjects[1], "of one sector");
    assert_ne!(subjects[0], subjects[2], "of another");
    assert!(!subjects.contains(&authplane_tests::users::USER.to_owned()), "{subjects:?}");
    Verdict::Passed
}

/// The document must list every redirect URI (OpenID Connect Dynamic Client Registration §5).
pub(in crate::it::conformance) async fn oidcc_registration_sector_bad(run: &Run) -> Verdict {
    let place = sector(&[OTHER]).await;
    let error = refusal(run, |details| details.metadata.sector_identifier_uri = place.url("/sector")).await;
    assert_eq!(error, "invalid_client_metadata");
    assert_eq!(place.next("/sector").await.method, "GET");
    Verdict::Passed
}

/// Somebody else sends the user to where the client starts (OpenID Connect Core §4).
pub(in crate::it::conformance) async fn oidcc_3rd_party_init_login(run: &Run) -> Verdict {
    let uri = "https://app.example/login";
    let (client, registration) =
        registered(run, |details| uri.clone_into(&mut details.metadata.initiate_login_uri)).await;
    let text = |name: &str| registration[name].as_str().unwrap_or_default();
    let read = Call::new(Method::GET, text("registration_client_uri")).bearer(text("registration_access_token"));
    for shown in [&registration, &read.send().await.expect(200).json()] {
        assert_eq!(shown["initiate_login_uri"], uri, "{shown}");
    }
    let metadata = run.provider.metadata().await;
    let run = Run { client, ..run.clone() };
    let mut agent = run.agent();
    // What the third party knows, it knows from the provider.
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("iss", metadata["issuer"].as_str().unwrap())
        .append_pair("login_hint", "somebody")
        .finish();
    let sent = agent.get(&format!("{uri}?{query}")).await.left().to;
    let sent: HashMap<String, String> = sent.query_pairs().into_owned().collect();
    // The client starts nothing at a provider that isn't its own.
    assert_eq!(sent["iss"], run.client.issuer);
    let _ = run.sign_in(&mut agent, &run.request().with("login_hint", &sent["login_hint"])).await;
    Verdict::Passed
}

/// That place is reached by https.
pub(in crate::it::conformance) async fn oidcc_3rd_party_init_login_nohttps(run: &Run) -> Verdict {
    let uri = "http://app.example/login";
    let error = refusal(run, |details| uri.clone_into(&mut details.metadata.initiate_login_uri)).await;
    assert_eq!(error, "invalid_client_metadata");
    Verdict::Passed
}
