//! Redirect URIs and request objects (OpenID Connect Core §6).

use std::sync::{Arc, OnceLock};

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::landing::{Landing, Reply};
use authplane_tests::relying_party::AuthorizationRequest;
use serde_json::{Map, Value, json};

use super::{Run, Verdict, parameter};
use crate::it::oauth::jwt;

const ERROR_PAGE: &str = "a person looks at the error page; here it was seen to be one, and to lead nowhere";
const UNREGISTERED: &str = "https://app.example/callback/of/nobody";

/// Nobody is ever sent to a URI that isn't registered.
pub(in crate::it::conformance) async fn oidcc_ensure_registered_redirect_uri(run: &Run) -> Verdict {
    leads_nowhere(run, &run.request().with("redirect_uri", UNREGISTERED)).await
}

/// A request that ends on a page of the provider.
pub(super) async fn leads_nowhere(run: &Run, request: &AuthorizationRequest) -> Verdict {
    let page = run.agent().get(&request.url()).await.page().expect(400);
    assert!(page.history.iter().all(|step| step.status == 400), "{:?}", page.history);
    assert!(page.words().contains("redirect_uri"), "{page}");
    assert!(page.forms().is_empty() && page.links().iter().all(|link| !link.contains("app.example")), "{page}");
    Verdict::Review(ERROR_PAGE)
}

/// The parameters of a request as the claims of an object.
pub(in crate::it::conformance) fn object_of(request: &AuthorizationRequest) -> Value {
    let claims: Map<String, Value> =
        request.parameters().into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    claims.into()
}

/// An object without a signature.
pub(in crate::it::conformance) fn unsigned(claims: &Value) -> String {
    jwt::compact(&json!({"alg": "none"}), claims, |_| Vec::new())
}

/// What has to stand outside of the object: what `OAuth` 2.0 can't do without.
pub(in crate::it::conformance) fn outside(request: &AuthorizationRequest) -> AuthorizationRequest {
    let outside = ["client_id", "response_type", "scope", "redirect_uri"];
    let inside: Vec<_> = request.parameters().into_iter().map(|(name, _)| name.to_owned()).collect();
    let inside = inside.into_iter().filter(|name| !outside.contains(&name.as_str()));
    inside.fold(request.clone(), |request, name| request.without(&name))
}

/// By value: state and nonce are in the object alone, so a provider that ignores it is found out.
pub(in crate::it::conformance) async fn oidcc_unsigned_request_object_supported_correctly_or_rejected_as_unsupported(
    run: &Run,
) -> Verdict {
    assert_eq!(run.provider.metadata().await["request_parameter_supported"], true);
    let request = run.request();
    let sent = outside(&request).with("request", &unsigned(&object_of(&request)));
    assert!(parameter(&sent, "state").is_none() && parameter(&sent, "nonce").is_none());
    let mut agent = run.agent();
    let outcome = agent.get(&sent.url()).await;
    let _ = run.walk(&mut agent, outcome, &request).await;
    Verdict::Passed
}

/// By reference, to a place that the client registered.
pub(in crate::it::conformance) async fn oidcc_request_uri_unsigned_supported_correctly_or_rejected_as_unsupported(
    run: &Run,
) -> Verdict {
    by_reference(run, |_| {}, unsigned).await
}

/// A request whose object, which `seal` makes of its claims, lies at a place of the client that `change` changes.
pub(super) async fn by_reference(
    run: &Run,
    change: impl FnOnce(&mut ClientDetails),
    seal: impl FnOnce(&Value) -> String,
) -> Verdict {
    assert_eq!(run.provider.metadata().await["request_uri_parameter_supported"], true);
    let object = Arc::new(OnceLock::new());
    let served = Arc::clone(&object);
    let place = Landing::answering(move |_| {
        let object: &String = served.get().expect("the object is made before anybody asks");
        Reply::ok("application/oauth-authz-req+jwt", object.clone())
    })
    .await;
    let uri = place.url("/request");
    let register = |details: &mut ClientDetails| {
        details.metadata.request_uris = vec![uri.clone()];
        change(details);
    };
    let run = run.with_client(register).await;
    let request = run.request();
    object.set(seal(&object_of(&request))).expect("once");
    let mut agent = run.agent();
    let outcome = agent.get(&outside(&request).with("request_uri", &uri).url()).await;
    let _ = run.walk(&mut agent, outcome, &request).await;
    assert_eq!(place.next("/request").await.method, "GET");
    Verdict::Passed
}

/// The redirect URI in the object counts, whatever stands outside.
pub(in crate::it::conformance) async fn oidcc_ensure_request_object_with_redirect_uri(run: &Run) -> Verdict {
    let request = run.request();
    let sent = outside(&request).with("redirect_uri", UNREGISTERED).with("request", &unsigned(&object_of(&request)));
    let mut agent = run.agent();
    let outcome = agent.get(&sent.url()).await;
    let _ = run.walk(&mut agent, outcome, &request).await;
    Verdict::Passed
}
