//! Logout: RP-Initiated, Back-Channel and Front-Channel.

use std::collections::HashMap;

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::landing::Landing;
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::{Call, UserAgent};
use http::Method;
use serde_json::{Value, json};

use super::{Authorized, Run, Verdict};
use crate::it::conformance::config;
use crate::it::oauth::jwt::{self, Key};

/// Where users may go then.
const AFTERWARDS: &str = "https://app.example/signed-out";
const STATE: &str = "a state&of=its own";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
const REFUSED: &str = "a person looks at the error page; here it was seen to be one, and to lead nowhere";
const SIGNED_OUT: &str =
    "a person looks at the page; here it was seen to ask, and to say then that nobody is signed in";
const SAID: &str = "a person looks at the page; here it was seen to say that nobody is signed in";

/// A user who is signed in at a client, which may have its users back after they signed out.
struct SignedIn {
    run: Run,
    agent: UserAgent,
    authorized: Authorized,
}

impl SignedIn {
    async fn at(run: &Run) -> Self {
        Self::with(run, |_| {}).await
    }

    async fn with(run: &Run, change: impl FnOnce(&mut ClientDetails)) -> Self {
        let register = |details: &mut ClientDetails| {
            details.metadata.post_logout_redirect_uris = vec![AFTERWARDS.to_owned()];
            change(details);
        };
        let run = run.with_client(register).await;
        let mut agent = run.agent();
        let authorized = run.sign_in(&mut agent, &run.request()).await;
        Self { run, agent, authorized }
    }

    /// Sends the user to sign out.
    async fn sign_out(&mut self, parameters: &[(&str, &str)]) -> Outcome {
        let metadata = self.run.provider.metadata().await;
        let endpoint = metadata["end_session_endpoint"].as_str().expect("an endpoint");
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        self.agent.get(&format!("{endpoint}?{query}")).await
    }

    /// The same with the ID token, whatever is there besides.
    async fn sign_out_with_hint(&mut self, parameters: &[(&str, &str)]) -> Outcome {
        let id_token = self.authorized.id_token().to_owned();
        let mut all = vec![("id_token_hint", &*id_token)];
        all.extend(parameters);
        self.sign_out(&all).await
    }

    /// Nobody is known any more.
    async fn expect_signed_out(&mut self) {
        let request = self.run.request().with("prompt", "none");
        let error = self.run.refused(&mut self.agent, &request).await;
        let expected = ["login_required", "interaction_required", "account_selection_required"];
        assert!(expected.contains(&&*error), "{error}");
    }

    async fn expect_signed_in(&mut self) {
        let request = self.run.request().with("prompt", "none");
        let again = self.run.silently(&mut self.agent, &request).await;
        assert_eq!(again.claims()["sid"], self.authorized.claims()["sid"]);
    }

    /// A page that says what is wrong; nobody has gone anywhere, nor signed out without having been asked.
    async fn expect_refusal(&mut self, outcome: Outcome) -> Verdict {
        let page = outcome.page().expect(400);
        assert!(page.words().contains("invalid_request"), "{page}");
        assert!(page.forms().is_empty() && page.links().iter().all(|link| !link.contains("signed-out")), "{page}");
        self.expect_signed_in().await;
        Verdict::Review(REFUSED)
    }

    /// The address that the user is sent on to, silently.
    async fn expect_return(&mut self, outcome: Outcome, state: Option<&str>) {
        let left = outcome.left();
        assert_eq!(left.method, Method::GET);
        check_return(&left.to, state);
        self.expect_signed_out().await;
    }
}

/// RP-Initiated Logout §3: the registered URI, and `state` as it was.
fn check_return(to: &url::Url, state: Option<&str>) {
    let mut bare = to.clone();
    bare.set_query(None);
    assert_eq!(bare.as_str(), AFTERWARDS);
    let parameters: Vec<(String, String)> = to.query_pairs().into_owned().collect();
    let expected: Vec<_> = state.map(|state| ("state".to_owned(), state.to_owned())).into_iter().collect();
    assert_eq!(parameters, expected);
}

/// Everything of discovery, and that these members are true.
async fn discovery(run: &Run, members: &[&str]) -> Verdict {
    let metadata = run.provider.metadata().await;
    assert_eq!(metadata["end_session_endpoint"], format!("{}/oauth2/logout", run.client.issuer), "{metadata}");
    for name in members {
        assert_eq!(metadata[name], true, "{name} in {metadata}");
    }
    config::discovery_endpoint_verification(run.plan.response_types, &["authorization_code"]).await
}

pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_discovery_endpoint_verification(
    run: &Run,
) -> Verdict {
    discovery(run, &[]).await
}

pub(in crate::it::conformance) async fn oidcc_backchannel_logout_discovery_endpoint_verification(run: &Run) -> Verdict {
    discovery(run, &["backchannel_logout_supported", "backchannel_logout_session_supported"]).await
}

pub(in crate::it::conformance) async fn oidcc_frontchannel_logout_discovery_endpoint_verification(
    run: &Run,
) -> Verdict {
    discovery(run, &["frontchannel_logout_supported", "frontchannel_logout_session_supported"]).await
}

/// With everything: back to the client at once, with its state.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout(run: &Run) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let outcome = user.sign_out_with_hint(&[("post_logout_redirect_uri", AFTERWARDS), ("state", STATE)]).await;
    user.expect_return(outcome, Some(STATE)).await;
    Verdict::Passed
}

/// Without state there is none afterwards.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_no_state(run: &Run) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let outcome = user.sign_out_with_hint(&[("post_logout_redirect_uri", AFTERWARDS)]).await;
    user.expect_return(outcome, None).await;
    Verdict::Passed
}

/// A URI that isn't registered.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_bad_post_logout_redirect_uri(run: &Run) -> Verdict {
    refused_at(run, "https://app.example/signed-out/of/nobody").await
}

/// The registered one with more in its query.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_query_added_to_post_logout_redirect_uri(
    run: &Run,
) -> Verdict {
    refused_at(run, &format!("{AFTERWARDS}?foo=bar")).await
}

async fn refused_at(run: &Run, uri: &str) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let outcome = user.sign_out_with_hint(&[("post_logout_redirect_uri", uri), ("state", STATE)]).await;
    user.expect_refusal(outcome).await
}

/// No hint: nothing tells whose URI it is.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_no_id_token_hint(run: &Run) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let outcome = user.sign_out(&[("post_logout_redirect_uri", AFTERWARDS), ("state", STATE)]).await;
    user.expect_refusal(outcome).await
}

/// The hint with another header: `alg` is `none`, and there is no signature.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_modified_id_token_hint(run: &Run) -> Verdict {
    refused_with(run, |id_token| {
        let (mut header, claims) = jwt::read(id_token);
        header["alg"] = json!("none");
        jwt::compact(&header, &claims, |_| Vec::new())
    })
    .await
}

/// The hint signed by somebody else, with the name of the provider's key.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_bad_id_token_hint(run: &Run) -> Verdict {
    refused_with(run, |id_token| {
        let (header, claims) = jwt::read(id_token);
        assert_eq!(header["alg"], "RS256");
        Key::new("RS256").sign(&header, &claims)
    })
    .await
}

async fn refused_with(run: &Run, change: impl FnOnce(&str) -> String) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let hint = change(user.authorized.id_token());
    let parameters = [("id_token_hint", &*hint), ("post_logout_redirect_uri", AFTERWARDS), ("state", STATE)];
    let outcome = user.sign_out(&parameters).await;
    user.expect_refusal(outcome).await
}

/// Nothing at all: anybody could have made that link, so the user is asked.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_no_params(run: &Run) -> Verdict {
    asks_first(run, &[]).await
}

/// A state alone says no more.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_only_state(run: &Run) -> Verdict {
    asks_first(run, &[("state", STATE)]).await
}

async fn asks_first(run: &Run, parameters: &[(&str, &str)]) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let page = user.sign_out(parameters).await.page().expect(200);
    user.expect_signed_in().await;
    let done = user.agent.submit(page.form(), &[("decision", "sign_out")]).await.page().expect(200);
    says_so(&done);
    user.expect_signed_out().await;
    Verdict::Review(SIGNED_OUT)
}

fn says_so(page: &Page) {
    assert!(page.words().contains("You are signed out") && page.forms().is_empty(), "{page}");
}

/// A hint and no place to go to.
pub(in crate::it::conformance) async fn oidcc_rp_initiated_logout_no_post_logout_redirect_uri(run: &Run) -> Verdict {
    let mut user = SignedIn::at(run).await;
    let page = user.sign_out_with_hint(&[("state", STATE)]).await.page().expect(200);
    says_so(&page);
    user.expect_signed_out().await;
    Verdict::Review(SAID)
}

/// The client's server hears of it (Back-Channel Logout §2.4 and 2.5), and then the user goes on.
pub(in crate::it::conformance) async fn oidcc_backchannel_rp_initiated_logout(run: &Run) -> Verdict {
    let place = Landing::start().await;
    let mut user = SignedIn::with(run, |details| {
        details.metadata.backchannel_logout_uri = place.url("/backchannel");
        details.metadata.backchannel_logout_session_required = true;
    })
    .await;
    let outcome = user.sign_out_with_hint(&[("post_logout_redirect_uri", AFTERWARDS), ("state", STATE)]).await;
    let notice = place.next("/backchannel").await;
    let type_of_body = notice.header("content-type");
    assert_eq!((&*notice.method, type_of_body), ("POST", "application/x-www-form-urlencoded"));
    let form: HashMap<String, String> = notice.form().into_iter().collect();
    let token = &form["logout_token"];
    let (header, claims) = jwt::read(token);
    assert_eq!(header["alg"], "RS256", "that of ID tokens");
    assert!(jwt::verify(&user.run.provider.key_set().await, token), "{header}");
    check_logout_token(&user, &claims);
    user.expect_return(outcome, Some(STATE)).await;
    assert!(place.waiting().is_empty(), "once");
    Verdict::Passed
}

fn check_logout_token(user: &SignedIn, claims: &Value) {
    let client = &user.run.client;
    let (of_user, now) = (user.authorized.claims(), client.clock.now().timestamp());
    assert_eq!((&claims["iss"], &claims["aud"]), (&json!(client.issuer), &json!(client.client.id)));
    assert_eq!((&claims["sub"], &claims["sid"]), (&of_user["sub"], &of_user["sid"]));
    assert!(claims["sid"].is_string() && claims.get("nonce").is_none(), "{claims}");
    assert!(claims["jti"].as_str().is_some_and(|id| !id.is_empty()), "{claims}");
    let time = |name: &str| claims[name].as_i64().unwrap_or_else(|| panic!("{name} in {claims}"));
    assert!((now - 300..=now).contains(&time("iat")) && time("exp") > now, "{claims}");
    assert_eq!(claims["events"], json!({EVENT: {}}));
}

/// The client's page is opened in a frame (Front-Channel Logout §2), and then the user goes on.
pub(in crate::it::conformance) async fn oidcc_frontchannel_rp_initiated_logout(run: &Run) -> Verdict {
    let place = Landing::start().await;
    let mut user = SignedIn::with(run, |details| {
        // Both must be of one origin.
        details.redirect_uris = vec![place.url("/callback")];
        details.metadata.frontchannel_logout_uri = place.url("/frontchannel");
        details.metadata.frontchannel_logout_session_required = true;
    })
    .await;
    let outcome = user.sign_out_with_hint(&[("post_logout_redirect_uri", AFTERWARDS), ("state", STATE)]).await;
    let page = outcome.page().expect(200);
    let frames: Vec<&str> = page.all("iframe").filter_map(|frame| frame.attribute("src")).collect();
    let [frame] = frames[..] else { panic!("{frames:?}") };
    assert!(page.header("content-security-policy").contains(&format!("frame-src {}", place.url(""))), "{page}");
    // What the browser does with it.
    let _ = Call::new(Method::GET, frame).send().await.expect(200);
    let told: Vec<(String, String)> = place.next("/frontchannel").await.url.query_pairs().into_owned().collect();
    let session = user.authorized.claims()["sid"].as_str().expect("a session").to_owned();
    assert_eq!(told, [("iss".to_owned(), user.run.client.issuer.clone()), ("sid".to_owned(), session)]);
    let next = page.links().into_iter().next_back().expect("a link that leads on").to_owned();
    let left = user.agent.follow(&page, &next).await;
    user.expect_return(left, Some(STATE)).await;
    Verdict::Passed
}
