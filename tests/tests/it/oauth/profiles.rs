//! What profiles change for clients, also by rules that no profile has yet: they are data, so a test brings its own.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use authplane::oauth::client::authentication::{Purpose, authenticate};
use authplane::oauth::client::credentials::{Credential, Presented, Strictness};
use authplane::oauth::issue::profile::{AssertionAudience, Profile};
use authplane::oauth::issuer::Issuer;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientAuthentication::{ClientSecretBasic, ClientSecretJwt, PrivateKeyJwt};
use authplane_tests::{Credentials, Tenant, on_both};

use super::assertions::App;
use super::{change_server, machine, register};

const STRICT: Profile =
    Profile { client_authentication: &[PrivateKeyJwt], client_algorithms: &["ES256"], ..Profile::DEFAULT };

/// What a client shows.
enum Shown {
    Secret(Credentials),
    Assertion(String),
}

/// The id of the client that authenticates at the default server under other rules, or the error's code.
async fn attempt(tenant: &Tenant, profile: &'static Profile, shown: Shown) -> Result<String, String> {
    let (context, id) = (Arc::clone(tenant.server.context()), tenant.id.clone());
    let authenticated = async move {
        let issuer = Issuer { profile, ..Issuer::of(&context, &id, DEFAULT).await.unwrap() };
        let credential = match &shown {
            Shown::Secret(app) => Credential::Basic(app.id.clone(), app.secret.clone()),
            Shown::Assertion(assertion) => Credential::Assertion(None, assertion),
        };
        let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let presented = Presented { credential, address, strictness: Strictness::Registered };
        let client = authenticate(&context, &issuer, &presented, Purpose::Grant("client_credentials")).await;
        client.map(|client| client.client.id.clone()).map_err(|error| error.error)
    };
    tenant.server.with_store(|_| authenticated).await
}

#[tokio::test]
async fn a_profile_decides_which_methods_and_algorithms_a_client_authenticates_by() {
    on_both(async |tenant| {
        let refused = Err("invalid_client".to_owned());
        let of_secret = register(&tenant, DEFAULT, machine()).await;
        let secret = || Shown::Secret(of_secret.clone());
        assert_eq!(attempt(&tenant, &Profile::DEFAULT, secret()).await, Ok(of_secret.id.clone()));
        assert_eq!(attempt(&tenant, &STRICT, secret()).await, refused, "a right secret");
        for (algorithm, is_taken) in [("ES256", true), ("EdDSA", false), ("PS256", false)] {
            let app = App::new(&tenant, algorithm).await;
            let id = Ok(app.credentials.id.clone());
            let assertion = || Shown::Assertion(app.assertion(&tenant));
            assert_eq!(attempt(&tenant, &Profile::DEFAULT, assertion()).await, id, "{algorithm}");
            let expected = if is_taken { id } else { refused.clone() };
            assert_eq!(attempt(&tenant, &STRICT, assertion()).await, expected, "{algorithm}");
        }
    })
    .await;
}

#[test]
fn of_two_profiles_each_rule_is_the_stricter_one() {
    let other = Profile {
        proof_key_for_all: true,
        implicit: false,
        client_authentication: &[ClientSecretJwt, PrivateKeyJwt],
        assertion_audience: AssertionAudience::IssuerOnly,
        longest_code: 30,
        client_algorithms: &["PS256", "ES256"],
        ..Profile::DEFAULT
    };
    let both = Profile { client_authentication: &[PrivateKeyJwt], client_algorithms: &["ES256"], ..other };
    assert_eq!((STRICT.stricter(&other), other.stricter(&STRICT)), (both, both));
    // Neither list holds the other one.
    let basic = Profile { client_authentication: &[ClientSecretBasic, PrivateKeyJwt], ..Profile::DEFAULT };
    assert_eq!(basic.stricter(&other).client_authentication, [PrivateKeyJwt]);
    for profile in [STRICT, other, basic] {
        assert_eq!((profile.stricter(&Profile::DEFAULT), Profile::DEFAULT.stricter(&profile)), (profile, profile));
    }
    let lax = Profile { password: false, unsigned_request_objects: false, ..Profile::DEFAULT };
    assert_eq!(lax.stricter(&Profile::DEFAULT), lax);
    assert_eq!(Profile::DEFAULT.stricter(&lax), lax);
}

#[tokio::test]
async fn a_server_of_several_profiles_keeps_the_rules_of_all() {
    on_both(async |tenant| {
        let of = async |profiles: &[&str]| {
            let profiles = profiles.iter().map(|profile| (*profile).to_owned()).collect();
            change_server(&tenant, |details| details.profiles = profiles).await;
            let (context, id) = (Arc::clone(tenant.server.context()), tenant.id.clone());
            let found = async move { Issuer::of(&context, &id, DEFAULT).await.unwrap().profile };
            tenant.server.with_store(|_| found).await
        };
        let oauth21 = of(&["oauth21"]).await;
        assert!(oauth21.proof_key_for_all && !oauth21.implicit);
        assert_eq!((of(&["default", "oauth21"]).await, of(&["oauth21", "default"]).await), (oauth21, oauth21));
        assert_eq!((of(&[]).await, of(&["default"]).await), (&Profile::DEFAULT, &Profile::DEFAULT));
    })
    .await;
}
