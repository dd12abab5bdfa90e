//! Userinfo, and how claims get there.

use authplane_tests::relying_party::claims_of;
use authplane_tests::{Answer, Call};
use http::Method;
use serde_json::{Value, json};

use super::{Authorized, Run, Verdict};

const PROFILE: [&str; 14] = [
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
];
const EMAIL: [&str; 2] = ["email", "email_verified"];
const ADDRESS: [&str; 1] = ["address"];
const PHONE: [&str; 2] = ["phone_number", "phone_number_verified"];

/// Why a scope's claims are in the token endpoint's ID tokens as well.
const ALSO_IN_ID_TOKEN: &str =
    "the ID token of the token endpoint holds the claims too, where clients of ACP look for them";

/// By GET, with the token in the header.
pub(in crate::it::conformance) async fn oidcc_userinfo_get(run: &Run) -> Verdict {
    userinfo_by(run, |url, token| Call::new(Method::GET, url).bearer(token)).await
}

/// By POST, with the token in the header.
pub(in crate::it::conformance) async fn oidcc_userinfo_post_header(run: &Run) -> Verdict {
    userinfo_by(run, |url, token| Call::new(Method::POST, url).bearer(token)).await
}

/// By POST, with the token in the form (RFC 6750 §2.2).
pub(in crate::it::conformance) async fn oidcc_userinfo_post_body(run: &Run) -> Verdict {
    userinfo_by(run, |url, token| Call::new(Method::POST, url).form(&[("access_token", token)])).await
}

async fn userinfo_by(run: &Run, call: impl Fn(&str, &str) -> Call) -> Verdict {
    if !run.has_access_token() {
        return Verdict::NotApplicable;
    }
    let authorized = run.sign_in(&mut run.agent(), &run.request()).await;
    let endpoint = run.provider.metadata().await["userinfo_endpoint"].as_str().unwrap().to_owned();
    let answer: Answer = call(&endpoint, authorized.access_token().unwrap()).send().await.expect(200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.json()["sub"], authorized.claims()["sub"]);
    Verdict::Passed
}

pub(in crate::it::conformance) async fn oidcc_scope_profile(run: &Run) -> Verdict {
    scope(run, "openid profile", &PROFILE).await
}

pub(in crate::it::conformance) async fn oidcc_scope_email(run: &Run) -> Verdict {
    scope(run, "openid email", &EMAIL).await.max(email_in_id_token(run))
}

pub(in crate::it::conformance) async fn oidcc_scope_address(run: &Run) -> Verdict {
    scope(run, "openid address", &ADDRESS).await
}

pub(in crate::it::conformance) async fn oidcc_scope_phone(run: &Run) -> Verdict {
    scope(run, "openid phone", &PHONE).await
}

pub(in crate::it::conformance) async fn oidcc_scope_all(run: &Run) -> Verdict {
    let all = [&PROFILE[..], &EMAIL, &ADDRESS, &PHONE].concat();
    scope(run, "openid profile email address phone", &all).await
}

/// The email scope again, with the scopes and the parameters the other way round (RFC 6749 §3.3).
pub(in crate::it::conformance) async fn oidcc_alternate_happy_flow(run: &Run) -> Verdict {
    let request = run.request().with("scope", "email openid");
    let (endpoint, _) =
        request.url().split_once('?').map(|(endpoint, query)| (endpoint.to_owned(), query.len())).unwrap();
    let mut parameters = request.parameters();
    parameters.reverse();
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    let mut agent = run.agent();
    let outcome = agent.get(&format!("{endpoint}?{query}")).await;
    let authorized = run.walk(&mut agent, outcome, &request).await;
    has_claims(run, &authorized, &EMAIL).await.max(email_in_id_token(run))
}

/// The suite looks for the email address alone, wherever there is an access token to get it by.
fn email_in_id_token(run: &Run) -> Verdict {
    if run.has("code") { Verdict::Warning(ALSO_IN_ID_TOKEN) } else { Verdict::Passed }
}

/// OpenID Connect Core §5.4: claims of a scope come from userinfo, or in the ID token where there is no access token.
async fn scope(run: &Run, scope: &str, claims: &[&str]) -> Verdict {
    let authorized = run.sign_in(&mut run.agent(), &run.request().with("scope", scope)).await;
    has_claims(run, &authorized, claims).await
}

async fn has_claims(run: &Run, authorized: &Authorized, expected: &[&str]) -> Verdict {
    let known = authplane_tests::users::context();
    let found = if run.has_access_token() { run.userinfo(authorized).await } else { authorized.claims() };
    for name in expected {
        assert_eq!(found[name], known[name], "{name} in {found}");
    }
    check_types(&found);
    let all = [&PROFILE[..], &EMAIL, &ADDRESS, &PHONE].concat();
    let unasked = all.iter().find(|name| !expected.contains(name) && found.get(**name).is_some());
    assert_eq!(unasked, None, "{found}");
    if run.has_access_token()
        && let Some(id_token) = authorized.response.get("id_token")
    {
        // The browser has seen it.
        let claims = claims_of(id_token);
        assert!(expected.iter().all(|name| claims.get(name).is_none()), "{claims}");
    }
    if run.has("code") {
        // What the verdict of the email scope says of all of them.
        let claims = authorized.claims();
        assert!(expected.iter().all(|name| claims[name] == known[name]), "{claims}");
    }
    Verdict::Passed
}

/// OpenID Connect Core §5.1.
fn check_types(claims: &Value) {
    for (name, value) in claims.as_object().into_iter().flatten() {
        let is_right = match name.as_str() {
            "email_verified" | "phone_number_verified" => value.is_boolean(),
            "updated_at" | "iat" | "exp" | "auth_time" => value.is_number(),
            "address" => value.is_object(),
            "aud" | "amr" => value.is_string() || value.is_array(),
            _ => value.as_str().is_some_and(|text| !text.is_empty()),
        };
        assert!(is_right, "{name} in {claims}");
    }
}

/// A claim that is asked for by name (OpenID Connect Core §5.5), and can't be done without.
pub(in crate::it::conformance) async fn oidcc_claims_essential(run: &Run) -> Verdict {
    let place = if run.has_access_token() { "userinfo" } else { "id_token" };
    let claims = json!({place: {"name": {"essential": true}}}).to_string();
    let authorized = run.sign_in(&mut run.agent(), &run.request().with("claims", &claims)).await;
    let found = if run.has_access_token() { run.userinfo(&authorized).await } else { authorized.claims() };
    assert_eq!(found["name"], authplane_tests::users::context()["name"], "{found}");
    assert!(found.get("given_name").is_none() && found.get("email").is_none(), "{found}");
    if run.has_access_token() {
        for id_token in authorized.id_tokens() {
            assert!(claims_of(id_token).get("name").is_none(), "it was asked for from userinfo");
        }
    }
    Verdict::Passed
}
