//! Codes and refresh tokens.

use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, Tokens};
use authplane_tests::users::{PASSWORD, USER};

use super::{Run, Verdict, check_token_answer, check_token_error};

/// A code works once; whoever tries again takes back what it gave (RFC 6749 §4.1.2).
pub(in crate::it::conformance) async fn oidcc_codereuse(run: &Run) -> Verdict {
    reuse(run, 0).await
}

/// The same after half a minute.
pub(in crate::it::conformance) async fn oidcc_codereuse_30seconds(run: &Run) -> Verdict {
    reuse(&run.with_clock().await, 30).await
}

async fn reuse(run: &Run, after: i64) -> Verdict {
    let request = run.request();
    let left = run.agent().sign_in(&request.url(), USER, PASSWORD).await;
    let response = AuthorizationResponse::from(&left);
    let code = response.code(&run.client, &request);
    let answer = run.exchange(code, &request).await;
    check_token_answer(&answer);
    let access_token = Tokens::from(&answer).access_token;
    let _ = run.client.userinfo(&access_token).await.expect(200);
    if after > 0 {
        run.provider.wait(after);
    }
    check_token_error(&run.exchange(code, &request).await, "invalid_grant");
    let status = run.client.userinfo(&access_token).await.status;
    assert!((400..500).contains(&status), "userinfo still answers {status}");
    Verdict::Passed
}

pub(super) fn offline(run: &Run) -> AuthorizationRequest {
    // OpenID Connect Core §11.
    run.request().with("scope", "openid offline_access").with("prompt", "consent")
}

/// A refresh token gives its client, and nobody else, new tokens about the same sign-in.
pub(in crate::it::conformance) async fn oidcc_refresh_token(run: &Run) -> Verdict {
    if !run.has("code") {
        return Verdict::NotApplicable;
    }
    let metadata = run.provider.metadata().await;
    assert!(metadata["grant_types_supported"].as_array().unwrap().contains(&"refresh_token".into()), "{metadata}");
    let (mut agent, other) = (run.agent(), run.with_client(|_| {}).await);
    let first = refresh(run, &run.sign_in(&mut agent, &offline(run)).await.tokens.expect("tokens")).await;
    let second = refresh(&other, &other.sign_in(&mut agent, &offline(&other)).await.tokens.expect("tokens")).await;
    check_token_error(&run.client.refresh(second.refresh_token()).await, "invalid_grant");
    // Nobody loses anything by it.
    let _ = refresh(&other, &second).await;
    let _ = refresh(run, &first).await;
    Verdict::Passed
}

pub(super) async fn refresh(run: &Run, tokens: &Tokens) -> Tokens {
    // RFC 6749 appendix A.17.
    let refresh_token = tokens.refresh_token();
    assert!(refresh_token.bytes().all(|byte| (0x20..=0x7e).contains(&byte)), "{refresh_token:?}");
    let answer = run.client.refresh(refresh_token).await;
    check_token_answer(&answer);
    let new = Tokens::from(&answer);
    assert_ne!(new.access_token, tokens.access_token);
    let userinfo = run.client.userinfo(&new.access_token).await.expect(200).json();
    let (before, after) = (authplane_tests::relying_party::claims_of(tokens.id_token()), new.id_token());
    // OpenID Connect Core §12.2.
    let after = run.client.verify_id_token(after, None, Some(&new.access_token), None).await;
    for name in ["iss", "sub", "aud", "azp", "auth_time"] {
        assert_eq!(before[name], after[name], "{name}");
    }
    assert!(after["iat"].as_i64() >= before["iat"].as_i64(), "{before} {after}");
    assert_eq!(userinfo["sub"], after["sub"]);
    new
}
