//! Parameters that a provider may make much or little of, but must not stumble over.

use super::{Run, Verdict};

pub(in crate::it::conformance) async fn oidcc_display_page(run: &Run) -> Verdict {
    succeeds_with(run, "display", "page").await
}

pub(in crate::it::conformance) async fn oidcc_display_popup(run: &Run) -> Verdict {
    succeeds_with(run, "display", "popup").await
}

/// RFC 6749 §3.1: it is ignored.
pub(in crate::it::conformance) async fn oidcc_ensure_request_with_unknown_parameter_succeeds(run: &Run) -> Verdict {
    succeeds_with(run, "extra", "foobar").await
}

pub(in crate::it::conformance) async fn oidcc_login_hint(run: &Run) -> Verdict {
    succeeds_with(run, "login_hint", "bob@op.example").await
}

pub(in crate::it::conformance) async fn oidcc_ui_locales(run: &Run) -> Verdict {
    succeeds_with(run, "ui_locales", "se").await
}

pub(in crate::it::conformance) async fn oidcc_claims_locales(run: &Run) -> Verdict {
    succeeds_with(run, "claims_locales", "se").await
}

async fn succeeds_with(run: &Run, name: &str, value: &str) -> Verdict {
    let _ = run.sign_in(&mut run.agent(), &run.request().with(name, value)).await;
    Verdict::Passed
}

/// A wish (OpenID Connect Core §3.1.2.1): the provider should say which of them it fulfilled.
pub(in crate::it::conformance) async fn oidcc_ensure_request_with_acr_values_succeeds(run: &Run) -> Verdict {
    let request = run.request().with("acr_values", "1 2");
    let authorized = run.sign_in(&mut run.agent(), &request).await;
    let claims = authorized.claims();
    match claims.get("acr").and_then(serde_json::Value::as_str) {
        Some("1" | "2") => Verdict::Passed,
        Some(other) => panic!("nobody asked for {other}: {claims}"),
        None => Verdict::Warning("a password alone reaches no class that has a name, so there is no `acr`"),
    }
}

/// A code doesn't need a nonce, as long as no ID token comes with it.
pub(in crate::it::conformance) async fn oidcc_ensure_request_without_nonce_succeeds_for_code_flow(
    run: &Run,
) -> Verdict {
    if run.has("id_token") {
        return Verdict::NotApplicable;
    }
    let authorized = run.sign_in(&mut run.agent(), &run.request().without("nonce")).await;
    assert!(authorized.claims().get("nonce").is_none());
    Verdict::Passed
}

/// An ID token that leaves the authorization endpoint does (OpenID Connect Core §3.2.2.1 and 3.3.2.11).
pub(in crate::it::conformance) async fn oidcc_ensure_request_without_nonce_fails(run: &Run) -> Verdict {
    if !run.has("id_token") {
        return Verdict::NotApplicable;
    }
    let error = run.refused(&mut run.agent(), &run.request().without("nonce")).await;
    assert_eq!(error, "invalid_request");
    Verdict::Passed
}

/// The request may come by POST (OpenID Connect Core §3.1.2.1), from the client's own page.
pub(in crate::it::conformance) async fn oidcc_ensure_post_request_succeeds(run: &Run) -> Verdict {
    let mut agent = run.agent();
    let request = run.request();
    let endpoint = format!("{}/oauth2/authorize", run.client.issuer);
    let outcome = agent.post_from_elsewhere("https://app.example/", &endpoint, &request.parameters()).await;
    let _ = run.walk(&mut agent, outcome, &request).await;
    // Also for somebody who is signed in, whose cookie a POST from elsewhere doesn't bring along.
    let request = run.request();
    let outcome = agent.post_from_elsewhere("https://app.example/", &endpoint, &request.parameters()).await;
    let _ = run.walk(&mut agent, outcome, &request).await;
    Verdict::Passed
}

/// A proof key (RFC 7636) that nobody insists on.
pub(in crate::it::conformance) async fn oidcc_ensure_request_with_valid_pkce_succeeds(run: &Run) -> Verdict {
    let request = run.in_mode(run.client.request());
    assert!(super::parameter(&request, "code_challenge").is_some());
    let _ = run.sign_in(&mut run.agent(), &request).await;
    Verdict::Passed
}
