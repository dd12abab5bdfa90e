//! The happy flow and the ID tokens that come of it.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientAuthentication;
use authplane_tests::relying_party::ResponseMode;
use http::Method;
use serde_json::json;

use super::{Run, Verdict, unasked};
use crate::it::oauth::jwt;

/// Two clients, one user: everything that [`Run::finish`] checks, and nothing that wasn't asked for.
pub(in crate::it::conformance) async fn oidcc_server(run: &Run) -> Verdict {
    let mut agent = run.agent();
    for run in [run, &run.with_client(|_| {}).await] {
        let authorized = run.sign_in(&mut agent, &run.request()).await;
        for id_token in authorized.id_tokens() {
            let claims = jwt::read(id_token).1;
            assert!(unasked(&claims).is_empty(), "{claims}");
        }
        if run.has_access_token() {
            let userinfo = run.userinfo(&authorized).await;
            assert_eq!(userinfo, json!({"sub": authorized.claims()["sub"]}), "OpenID Connect Core section 5.5");
        }
    }
    Verdict::Passed
}

/// The same, with the secret in the form.
pub(in crate::it::conformance) async fn oidcc_server_client_secret_post(run: &Run) -> Verdict {
    let method = ClientAuthentication::ClientSecretPost;
    oidcc_server(&run.with_client(|details| details.token_endpoint_auth_method = method).await).await
}

/// A request that doesn't say what it is for is answered with an error, in the query unless it asks for a form.
pub(in crate::it::conformance) async fn oidcc_response_type_missing(run: &Run) -> Verdict {
    let request = run.request().without("response_type");
    let left = run.leave(&mut run.agent(), &request).await;
    let mode = if run.plan.form_post { ResponseMode::FormPost } else { ResponseMode::Query };
    let error = run.check_refusal(&left, &request, mode);
    assert!(["invalid_request", "unsupported_response_type"].contains(&&*error), "{error}");
    Verdict::Passed
}

/// A client that didn't choose gets RS256, from a key that is named.
pub(in crate::it::conformance) async fn oidcc_idtoken_signature(run: &Run) -> Verdict {
    let authorized = run.sign_in(&mut run.agent(), &run.request()).await;
    let keys = run.provider.key_set().await;
    for id_token in authorized.id_tokens() {
        let header = jwt::read(id_token).0;
        assert_eq!(header["alg"], "RS256", "OpenID Connect Core section 3.1.3.7");
        assert!(header["kid"].is_string(), "OpenID Connect Core section 10.1: {header}");
        assert!(jwt::verify(&keys, id_token), "{header} isn't of {keys}");
    }
    Verdict::Passed
}

/// Nobody gets an ID token without a signature.
pub(in crate::it::conformance) async fn oidcc_idtoken_unsigned(run: &Run) -> Verdict {
    let metadata = run.provider.metadata().await;
    let algorithms = metadata["id_token_signing_alg_values_supported"].as_array().unwrap();
    assert!(!algorithms.contains(&json!("none")), "{metadata}");
    let path = format!("/{}/{DEFAULT}/oauth2/register", run.provider.tenant.id);
    let registration = json!({"redirect_uris": [run.client.redirect_uri], "id_token_signed_response_alg": "none"});
    let answer = run.provider.tenant.server.call(Method::POST, &path).json(registration).send().await.expect(400);
    assert_eq!(answer.json()["error"], "invalid_client_metadata");
    Verdict::Skipped("discovery doesn't name `none`, and registration refuses it")
}
