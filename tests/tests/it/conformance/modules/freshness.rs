//! How fresh a sign-in must be: `prompt`, `max_age`, `id_token_hint` (OpenID Connect Core §3.1.2.1).

use authplane_tests::relying_party::AuthorizationRequest;
use authplane_tests::user_agent::Outcome;

use super::{Run, Verdict};

const SECOND_LOGIN: &str = "a person looks at the second login page; here it was seen to ask for the password";

/// Whoever is signed in signs in again.
pub(in crate::it::conformance) async fn oidcc_prompt_login(run: &Run) -> Verdict {
    signs_in_again(run, |request| request.with("prompt", "login")).await
}

/// Nobody may be older than a second.
pub(in crate::it::conformance) async fn oidcc_max_age_1(run: &Run) -> Verdict {
    signs_in_again(run, |request| request.with("max_age", "1")).await
}

async fn signs_in_again(run: &Run, change: impl Fn(AuthorizationRequest) -> AuthorizationRequest) -> Verdict {
    let run = run.with_clock().await;
    let mut agent = run.agent();
    let first = run.sign_in(&mut agent, &run.request()).await.claims();
    run.provider.wait(2);
    let request = change(run.request());
    let page = agent.get(&request.url()).await.page().expect(200);
    assert!(page.form_with("password").is_some(), "{page}");
    let second = run.walk(&mut agent, Outcome::Page(Box::new(page)), &request).await.claims();
    assert_eq!(second["sub"], first["sub"]);
    let time = |claims: &serde_json::Value| claims["auth_time"].as_i64().unwrap();
    assert!(time(&second) >= time(&first) + 2, "{first} {second}");
    Verdict::Review(SECOND_LOGIN)
}

/// Ten thousand seconds haven't passed.
pub(in crate::it::conformance) async fn oidcc_max_age_10000(run: &Run) -> Verdict {
    asks_nothing(&run.with_clock().await, |request, _| request.with("max_age", "10000")).await
}

/// Whoever isn't signed in can't be without a page.
pub(in crate::it::conformance) async fn oidcc_prompt_none_not_logged_in(run: &Run) -> Verdict {
    // A long state, to see that it comes back whole with an error.
    let state = "state-0123456789".repeat(8);
    let request = run.request().with("prompt", "none").with("state", &state);
    let error = run.refused(&mut run.agent(), &request).await;
    let expected = ["login_required", "interaction_required", "account_selection_required", "consent_required"];
    assert!(expected.contains(&&*error), "{error}");
    Verdict::Passed
}

/// Whoever is signed in is recognised.
pub(in crate::it::conformance) async fn oidcc_prompt_none_logged_in(run: &Run) -> Verdict {
    asks_nothing(run, |request, _| request.with("prompt", "none")).await
}

/// The same with the ID token that says who should be.
pub(in crate::it::conformance) async fn oidcc_id_token_hint(run: &Run) -> Verdict {
    asks_nothing(run, |request, hint| request.with("prompt", "none").with("id_token_hint", hint)).await
}

async fn asks_nothing(run: &Run, change: impl Fn(AuthorizationRequest, &str) -> AuthorizationRequest) -> Verdict {
    let mut agent = run.agent();
    let first = run.sign_in(&mut agent, &run.request()).await;
    if run.provider.has_clock() {
        run.provider.wait(2);
    }
    let second = run.silently(&mut agent, &change(run.request(), first.id_token())).await;
    let (first, second) = (first.claims(), second.claims());
    assert!(second["auth_time"].is_i64(), "{second}");
    for name in ["iss", "sub", "auth_time", "sid"] {
        assert_eq!(first[name], second[name], "{name}");
    }
    Verdict::Passed
}
