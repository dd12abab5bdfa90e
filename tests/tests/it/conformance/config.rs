//! `oidcc-config-certification-test-plan`: what the provider says of itself (OpenID Connect Discovery §3, RFC 8414
//! §2).

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::Settings;
use http::Method;
use serde_json::{Value, json};
use url::Url;

use super::provider::Provider;
use super::verdicts::{self, Verdict};

/// Name of the plan.
pub(super) const PLAN: &str = "oidcc-config-certification-test-plan";
/// Its tests.
pub(super) const TESTS: &[&str] = &["oidcc_discovery_endpoint_verification"];

/// Where a proxy would be in front of the server.
const PUBLIC_URL: &str = "https://op.example";
/// Members that a specification defines: OpenID Connect Discovery, RP-Initiated, Back-Channel and Front-Channel Logout,
/// Initiating User Registration, RFC 8414, RFC 8628, RFC 8705, RFC 9207.
const KNOWN: [&str; 45] = [
    "issuer",
    "authorization_endpoint",
    "token_endpoint",
    "userinfo_endpoint",
    "jwks_uri",
    "registration_endpoint",
    "end_session_endpoint",
    "device_authorization_endpoint",
    "introspection_endpoint",
    "revocation_endpoint",
    "scopes_supported",
    "response_types_supported",
    "response_modes_supported",
    "grant_types_supported",
    "acr_values_supported",
    "subject_types_supported",
    "id_token_signing_alg_values_supported",
    "userinfo_signing_alg_values_supported",
    "request_object_signing_alg_values_supported",
    "token_endpoint_auth_methods_supported",
    "token_endpoint_auth_signing_alg_values_supported",
    "introspection_endpoint_auth_methods_supported",
    "introspection_endpoint_auth_signing_alg_values_supported",
    "revocation_endpoint_auth_methods_supported",
    "revocation_endpoint_auth_signing_alg_values_supported",
    "display_values_supported",
    "prompt_values_supported",
    "claim_types_supported",
    "claims_supported",
    "claims_locales_supported",
    "ui_locales_supported",
    "claims_parameter_supported",
    "request_parameter_supported",
    "request_uri_parameter_supported",
    "require_request_uri_registration",
    "service_documentation",
    "op_policy_uri",
    "op_tos_uri",
    "code_challenge_methods_supported",
    "tls_client_certificate_bound_access_tokens",
    "authorization_response_iss_parameter_supported",
    "backchannel_logout_supported",
    "backchannel_logout_session_supported",
    "frontchannel_logout_supported",
    "frontchannel_logout_session_supported",
];

#[tokio::test]
async fn oidcc_discovery_endpoint_verification() {
    verdicts::record(PLAN, "oidcc_discovery_endpoint_verification", async {
        discovery_endpoint_verification(&["code"], &["authorization_code"]).await
    })
    .await;
}

/// Everything that the suite checks of the document, for a provider with at least these response types and grants.
pub(super) async fn discovery_endpoint_verification(response_types: &[&str], grant_types: &[&str]) -> Verdict {
    let settings = Settings::default().with("signing_algorithm", "RS256").with("public_url", PUBLIC_URL);
    let provider = Provider::with(settings).await;
    let issuer = format!("{PUBLIC_URL}/{}/{DEFAULT}", provider.tenant.id);
    let path = format!("/{}/{DEFAULT}/.well-known/openid-configuration", provider.tenant.id);
    let answer = provider.tenant.server.call(Method::GET, &path).send().await.expect(200);
    assert_eq!(answer.header("content-type"), "application/json");
    let metadata = answer.json();

    // The issuer is the document's address without the well-known part, a URL without query and fragment.
    assert_eq!(metadata["issuer"], issuer.as_str());
    let parsed = Url::parse(&issuer).unwrap();
    assert_eq!((parsed.scheme(), parsed.query(), parsed.fragment()), ("https", None, None));

    for name in metadata.as_object().unwrap().keys() {
        assert!(KNOWN.contains(&name.as_str()), "{name} is of no specification");
    }
    check_endpoints(&metadata, &issuer);
    check_lists(&metadata, response_types, grant_types);
    check_languages(&metadata);
    for name in ["claims_parameter_supported", "request_parameter_supported", "request_uri_parameter_supported"] {
        assert_eq!(metadata[name], true, "{name}");
    }
    assert!(metadata["code_challenge_methods_supported"].as_array().unwrap().contains(&json!("S256")));
    check_keys(&provider.key_set().await);
    Verdict::Passed
}

fn check_endpoints(metadata: &Value, issuer: &str) {
    let endpoints = [
        "authorization_endpoint",
        "token_endpoint",
        "userinfo_endpoint",
        "registration_endpoint",
        "end_session_endpoint",
        "jwks_uri",
    ];
    for name in endpoints {
        assert!(metadata[name].is_string(), "{name} in {metadata}");
    }
    let members = metadata.as_object().unwrap();
    for (name, value) in members.iter().filter(|(name, _)| name.ends_with("_endpoint") || *name == "jwks_uri") {
        let url = Url::parse(value.as_str().unwrap()).unwrap();
        assert_eq!((url.scheme(), url.fragment()), ("https", None), "{name}");
        assert!(url.as_str().starts_with(issuer), "{name}: {url}");
    }
}

#[track_caller]
fn list<'a>(metadata: &'a Value, name: &str) -> Vec<&'a str> {
    let values = metadata[name].as_array().unwrap_or_else(|| panic!("{name} in {metadata}"));
    values.iter().map(|value| value.as_str().expect("text")).collect()
}

fn check_lists(metadata: &Value, response_types: &[&str], grant_types: &[&str]) {
    let required = [
        ("response_types_supported", response_types),
        ("grant_types_supported", grant_types),
        ("id_token_signing_alg_values_supported", &["RS256"]),
        ("request_object_signing_alg_values_supported", &["RS256", "none"]),
        ("scopes_supported", &["openid", "offline_access"]),
        ("claims_supported", &["sub", "iss", "auth_time", "name", "email"]),
        ("response_modes_supported", &["query", "fragment", "form_post"]),
        ("token_endpoint_auth_methods_supported", &["client_secret_basic", "client_secret_post", "private_key_jwt"]),
        ("token_endpoint_auth_signing_alg_values_supported", &["RS256"]),
    ];
    for (name, values) in required {
        let listed = list(metadata, name);
        assert!(!listed.is_empty() && values.iter().all(|value| listed.contains(value)), "{name}: {listed:?}");
    }
    for (name, known) in [
        ("subject_types_supported", &["public", "pairwise"][..]),
        ("userinfo_signing_alg_values_supported", &["none", "RS256", "ES256", "EdDSA"]),
        ("display_values_supported", &["page", "popup", "touch", "wap"]),
        ("claim_types_supported", &["normal", "aggregated", "distributed"]),
    ] {
        let listed = list(metadata, name);
        assert!(!listed.is_empty() && listed.iter().all(|value| known.contains(value)), "{name}: {listed:?}");
    }
    // RFC 6749 §3.3.
    let is_of_scope = |byte: u8| byte == 0x21 || (0x23..=0x5b).contains(&byte) || (0x5d..=0x7e).contains(&byte);
    for scope in list(metadata, "scopes_supported") {
        assert!(!scope.is_empty() && scope.bytes().all(is_of_scope), "{scope:?}");
    }
}

/// BCP 47: a language in small letters, a region in capitals.
fn check_languages(metadata: &Value) {
    for language in list(metadata, "ui_locales_supported") {
        let mut parts = language.split('-');
        let first = parts.next().unwrap();
        assert!((2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase()), "{language}");
        for region in parts {
            assert!(region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase()), "{language}");
        }
    }
}

/// RFC 7517 §4: public keys, each with a name of its own.
fn check_keys(set: &Value) {
    let keys = set["keys"].as_array().unwrap();
    assert!(keys.iter().any(|key| key["alg"] == "RS256"), "{set}");
    let mut names: Vec<_> = keys.iter().map(|key| key["kid"].as_str().expect("every key has a name")).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), keys.len(), "{set}");
    for key in keys {
        assert_ne!(key["kty"], "oct");
        for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
            assert!(key.get(private).is_none(), "{private} in {key}");
        }
        if key["kty"] == "RSA" {
            let modulus = crate::it::oauth::jwt::decode(key["n"].as_str().unwrap());
            assert!(modulus.len() * 8 >= 2048, "{key}");
        }
    }
}
