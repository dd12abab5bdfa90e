//! Who providers are, and what they say of themselves.

use authplane::oauth::login::federation::provider::{Graph, Groups, Issuer, Provider};
use authplane_domain::sign_in::authentication::{Azure, Cognito, GroupNameFormat, MethodKind, Oidc, UpstreamClient};
use authplane_tests::Database;
use authplane_tests::relying_party::AuthorizationResponse;
use authplane_tests::user_agent::Outcome;
use serde_json::{Value, json};

use super::{World, relying_server};

const DIRECTORY: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

fn client(scopes: &[&str]) -> UpstreamClient {
    UpstreamClient::new("id".to_owned(), None, scopes.iter().map(|scope| (*scope).to_owned()).collect())
}

fn azure(tenant: &str, scopes: &[&str]) -> Azure {
    Azure {
        tenant: tenant.to_owned(),
        client: client(scopes),
        get_user: false,
        fetch_groups: false,
        only_security_groups: false,
        group_name_format: GroupNameFormat::Id,
    }
}

#[test]
fn cognito_is_its_pool() {
    let kind = MethodKind::Cognito(Cognito {
        region: "eu-west-1".to_owned(),
        pool_id: "eu-west-1_Q8WSOH11B".to_owned(),
        client: client(&["email"]),
        get_user_info: true,
    });
    let provider = Provider::of(&kind).unwrap();
    let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Q8WSOH11B";
    assert_eq!(provider.issuer, Issuer::Exactly(issuer.to_owned()));
    assert_eq!(provider.discovery_url().unwrap().as_str(), format!("{issuer}/.well-known/openid-configuration"));
    assert_eq!((provider.userinfo, provider.graph.clone(), provider.scopes()), (true, None, vec!["openid", "email"]));
    assert!(provider.is_called(issuer) && !provider.is_called("https://cognito-idp.eu-west-1.amazonaws.com/other"));
}

#[test]
fn azure_is_its_directory() {
    let issuer = format!("https://login.microsoftonline.com/{DIRECTORY}/v2.0");
    for tenant in [DIRECTORY.to_owned(), DIRECTORY.to_uppercase()] {
        let kind = MethodKind::Azure(azure(&tenant, &[]));
        let provider = Provider::of(&kind).unwrap();
        assert_eq!(provider.issuer, Issuer::Exactly(issuer.clone()));
        assert_eq!(
            provider.discovery_url().unwrap().as_str(),
            format!("https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration"),
        );
        assert_eq!((provider.userinfo, provider.graph.clone(), provider.scopes()), (false, None, vec!["openid"]));
    }
    // A domain stands for a directory, `common` for all of them.
    let kind = MethodKind::Azure(azure("contoso.onmicrosoft.com", &[]));
    let provider = Provider::of(&kind).unwrap();
    assert!(provider.is_called(&issuer));
    for other in [
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0",
        "https://login.microsoftonline.com/9188040D-6C67-4C5B-B112-36A304B66DAD/v2.0",
        "https://login.microsoftonline.com.attacker.example/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://attacker.example/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0/",
        "https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/",
        "",
    ] {
        assert!(!provider.is_called(other), "{other}");
    }
}

#[test]
fn azure_asks_for_what_microsoft_graph_needs() {
    for (get_user, fetch_groups) in [(true, false), (false, true), (true, true)] {
        let settings = Azure { get_user, fetch_groups, only_security_groups: true, ..azure(DIRECTORY, &["email"]) };
        let kind = MethodKind::Azure(Azure { group_name_format: GroupNameFormat::Name, ..settings });
        let provider = Provider::of(&kind).unwrap();
        let groups = Groups { only_security: true, called_by: GroupNameFormat::Name };
        let expected = Graph {
            base: "https://graph.microsoft.com/v1.0".to_owned(),
            user: get_user,
            groups: fetch_groups.then_some(groups),
        };
        assert_eq!(provider.graph, Some(expected));
        assert_eq!(provider.scopes(), ["openid", "email", "User.Read"]);
    }
    for named in ["user.read", "https://graph.microsoft.com/User.Read"] {
        let kind = MethodKind::Azure(Azure { get_user: true, ..azure(DIRECTORY, &[named]) });
        assert_eq!(Provider::of(&kind).unwrap().scopes(), ["openid", named]);
    }
}

#[test]
fn the_document_is_below_the_issuer() {
    for issuer in ["https://idp.example", "https://idp.example/", "https://idp.example/a/b", "https://idp.example/a/b/"]
    {
        let kind = MethodKind::Oidc(Oidc { issuer_url: issuer.to_owned(), client: client(&[]), get_user_info: false });
        let provider = Provider::of(&kind).unwrap();
        let expected = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        assert_eq!(provider.discovery_url().unwrap().as_str(), expected);
        // Byte for byte.
        assert!(provider.is_called(issuer) && !provider.is_called(&format!("{issuer}/")));
        assert!(!provider.is_called(&issuer.to_uppercase()));
    }
}

#[tokio::test]
async fn a_document_that_is_not_right_leads_nowhere() {
    let server = relying_server(Database::Sqlite).await;
    let cases: &[(&str, Value, bool)] = &[
        ("right", json!({}), true),
        ("more than is known", json!({"claims_parameter_supported": "?", "x": [{}]}), true),
        ("https", json!({"authorization_endpoint": "https://10.0.0.1/authorize"}), true),
        ("no userinfo", json!({"userinfo_endpoint": null}), true),
        ("another issuer", json!({"issuer": "https://attacker.example"}), false),
        ("no issuer", json!({"issuer": null}), false),
        ("users by http", json!({"authorization_endpoint": "http://idp.example/authorize"}), false),
        ("users by script", json!({"authorization_endpoint": "javascript:alert(1)"}), false),
        ("users to nowhere", json!({"authorization_endpoint": null}), false),
        ("codes by http", json!({"token_endpoint": "http://idp.example/token"}), false),
        ("codes to an inner address", json!({"token_endpoint": "https://169.254.169.254/token"}), false),
        ("codes with a password", json!({"token_endpoint": "https://a:b@idp.example/token"}), false),
        ("keys of an inner address", json!({"jwks_uri": "https://[::1]/jwks"}), false),
        ("keys of a file", json!({"jwks_uri": "file:///etc/passwd"}), false),
        ("userinfo by http", json!({"userinfo_endpoint": "http://idp.example/userinfo"}), false),
        ("no URL", json!({"token_endpoint": "/token"}), false),
    ];
    for (what, metadata, right) in cases {
        let world = World::new(&server).await;
        world.fake.script().metadata = metadata.clone();
        match world.agent().get(&world.application.request().url()).await {
            Outcome::Left(left) => assert!(*right, "{what}: {}", left.to),
            Outcome::Page(page) => assert_eq!((page.status, *right), (502, false), "{what}: {page}"),
        }
    }
}

#[tokio::test]
async fn a_document_is_fetched_once_also_when_there_is_none() {
    let server = relying_server(Database::Sqlite).await;
    let document = "/.well-known/openid-configuration";
    let world = World::new(&server).await;
    let url = world.application.request().url();
    let visits = (0..8).map(|_| async { world.agent().get(&url).await.left() });
    futures::future::join_all(visits).await;
    let outcome = world.sign_in(&mut world.agent(), |_| {}).await;
    assert!(AuthorizationResponse::from(&outcome.left()).get("code").is_some());
    assert_eq!((world.fake.count(document), world.fake.count("/jwks")), (1, 1));

    let world = World::new(&server).await;
    world.fake.script().metadata = json!({"jwks_uri": null});
    let url = world.application.request().url();
    let visits = (0..8).map(|_| async { world.agent().get(&url).await.page().status });
    assert_eq!(futures::future::join_all(visits).await, [502; 8]);
    assert_eq!(world.fake.count(document), 1);
}

#[tokio::test]
async fn a_provider_inside_is_not_fetched_unless_the_operator_allows_it() {
    // The server that tests share allows nothing.
    let world = World::new(&authplane_tests::TestServer::shared(Database::Sqlite).await).await;
    let page = world.agent().get(&world.application.request().url()).await.page();
    assert_eq!(page.status, 502, "{page}");
    assert_eq!(world.fake.landing.waiting().len(), 0);
}
