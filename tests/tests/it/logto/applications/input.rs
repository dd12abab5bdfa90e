//! What strangers send: refused in the dialect's shape, with the member named, and nothing written.

use authplane_tests::{Answer, Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{APPLICATIONS, application, now, path_of};
use crate::it::logto::resources::issue_path;

async fn refused(tenant: &Tenant, call: Call, status: u16) -> Answer {
    let before = tenant.get(APPLICATIONS).send().await.expect(200).json();
    let answer = call.send().await.expect(status);
    assert_eq!(tenant.get(APPLICATIONS).send().await.expect(200).json(), before, "nothing is written");
    answer
}

/// Where the issue is; a place in a list is a number.
fn place_of(answer: &Value) -> String {
    let path: Vec<Value> = serde_json::from_value(issue_path(answer)).unwrap();
    let place = |part: &Value| part.as_str().map_or_else(|| format!("{}", part.as_u64().unwrap()), str::to_owned);
    path.iter().map(place).collect::<Vec<_>>().join(".")
}

/// Members that both creation and change take, with what is wrong with them and where.
fn wrong_members() -> Vec<(Value, &'static str)> {
    let oidc = |member: &str, value: Value| {
        let mut metadata = json!({"redirectUris": [], "postLogoutRedirectUris": []});
        metadata[member] = value;
        json!({"oidcClientMetadata": metadata})
    };
    let custom = |member: &str, value: Value| json!({"customClientMetadata": {member: value}});
    vec![
        (json!({"name": ""}), "name"),
        (json!({"name": 1}), "name"),
        (json!({"name": null}), "name"),
        (json!({"name": "x".repeat(257)}), "name"),
        (json!({"description": 1}), "description"),
        (json!({"oidcClientMetadata": []}), "oidcClientMetadata"),
        (oidc("redirectUris", json!("https://a.example")), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!(null)), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!(["javascript:alert(1)"])), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!(["nodot:/callback"])), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!(["http://shop.example/callback"])), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!(["/relative"])), "oidcClientMetadata.redirectUris"),
        (oidc("redirectUris", json!([""])), "oidcClientMetadata.redirectUris"),
        (
            oidc("redirectUris", json!([format!("https://a.example/{}", "x".repeat(2048))])),
            "oidcClientMetadata.redirectUris",
        ),
        (oidc("redirectUris", json!(vec!["https://a.example/"; 257])), "oidcClientMetadata.redirectUris"),
        (oidc("postLogoutRedirectUris", json!(["nothing"])), "oidcClientMetadata.postLogoutRedirectUris"),
        (oidc("backchannelLogoutUri", json!("http://inside.example/")), "oidcClientMetadata.backchannelLogoutUri"),
        (oidc("backchannelLogoutSessionRequired", json!("yes")), "oidcClientMetadata.backchannelLogoutSessionRequired"),
        (oidc("logoUri", json!("javascript:alert(1)")), "oidcClientMetadata.logoUri"),
        (custom("corsAllowedOrigins", json!([""])), "customClientMetadata.corsAllowedOrigins"),
        (custom("corsAllowedOrigins", json!([1])), "customClientMetadata.corsAllowedOrigins.0"),
        (
            custom("corsAllowedOrigins", json!(vec!["https://a.example"; 257])),
            "customClientMetadata.corsAllowedOrigins",
        ),
        (custom("idTokenTtl", json!(-1)), "customClientMetadata.idTokenTtl"),
        (custom("idTokenTtl", json!(1.5)), "customClientMetadata.idTokenTtl"),
        (custom("refreshTokenTtl", json!(i64::MAX)), "customClientMetadata.refreshTokenTtl"),
        (custom("refreshTokenTtlInDays", json!(0)), "customClientMetadata.refreshTokenTtlInDays"),
        (custom("refreshTokenTtlInDays", json!(91)), "customClientMetadata.refreshTokenTtlInDays"),
        (custom("rotateRefreshToken", json!(1)), "customClientMetadata.rotateRefreshToken"),
        (custom("tenantId", json!("x".repeat(257))), "customClientMetadata.tenantId"),
        (json!({"customData": []}), "customData"),
        (json!({"customData": {"a": "x".repeat(64 * 1024)}}), "customData"),
    ]
}

#[tokio::test]
async fn wrong_members_are_named_at_creation_and_at_a_change() {
    on_both(async |tenant| {
        let path = path_of(&application(&tenant, json!({"name": "Shop", "type": "Traditional"})).await);
        for (members, place) in wrong_members() {
            let mut whole = json!({"name": "Shop", "type": "Traditional"});
            whole.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
            for call in [tenant.post(APPLICATIONS).json(&whole), tenant.patch(&path).json(&members)] {
                let answer = refused(&tenant, call, 400).await.json();
                assert_eq!(place_of(&answer), place, "{members}");
            }
        }
        for (body, place) in [
            (json!({}), "name"),
            (json!({"name": "Shop"}), "type"),
            (json!({"name": "Shop", "type": "Other"}), "type"),
            (json!({"name": "Shop", "type": "spa"}), "type"),
            (json!({"name": "Shop", "type": null}), "type"),
            (json!({"name": "Shop", "type": 7}), "type"),
            (json!({"name": "Shop", "type": ["SPA"]}), "type"),
            (
                json!({"name": "Shop", "type": "SPA", "oidcClientMetadata": {"redirectUris": []}}),
                "oidcClientMetadata.postLogoutRedirectUris",
            ),
            (json!({"name": "Shop", "type": "SPA", "isThirdParty": "true"}), "isThirdParty"),
        ] {
            let answer = refused(&tenant, tenant.post(APPLICATIONS).json(&body), 400).await.json();
            assert_eq!(place_of(&answer), place, "{body}");
        }
        for body in [json!({"isAdmin": null}), json!({"isAdmin": "true"}), json!({"customData": null})] {
            let _ = refused(&tenant, tenant.patch(&path).json(&body), 400).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_only_one_type_can_be_is_refused_for_others() {
    on_both(async |tenant| {
        let code = async |call: Call, status: u16| refused(&tenant, call, status).await.json()["code"].clone();
        for kind in ["Native", "SPA", "MachineToMachine"] {
            let body = json!({"name": "Shop", "type": kind, "isThirdParty": true});
            let refused = code(tenant.post(APPLICATIONS).json(&body), 400).await;
            assert_eq!(refused, "application.invalid_third_party_application_type", "{kind}");
        }
        let protected = json!({"name": "Shop", "type": "Protected"});
        assert_eq!(
            code(tenant.post(APPLICATIONS).json(&protected), 400).await,
            "application.protected_app_metadata_is_required"
        );
        for (sub_domain, status, expected) in [
            ("", 422, "application.invalid_subdomain"),
            ("Shop", 422, "application.invalid_subdomain"),
            ("-shop", 422, "application.invalid_subdomain"),
            ("shop.other", 422, "application.invalid_subdomain"),
            ("shop", 501, "application.protected_app_not_configured"),
        ] {
            let mut body = protected.clone();
            body["protectedAppMetadata"] = json!({"subDomain": sub_domain, "origin": "https://shop.example"});
            assert_eq!(code(tenant.post(APPLICATIONS).json(&body), status).await, expected, "{sub_domain:?}");
        }
        let created = application(
            &tenant,
            json!({"name": "Shop", "type": "Traditional",
            "protectedAppMetadata": {"subDomain": "shop", "origin": "https://shop.example"}}),
        )
        .await;
        assert_eq!(created["protectedAppMetadata"], json!(null), "ignored for other types");
        let change = json!({"name": "Renamed", "protectedAppMetadata": {"origin": "https://other.example"}});
        assert_eq!(
            code(tenant.patch(&path_of(&created)).json(&change), 400).await,
            "application.protected_application_only"
        );
        assert_eq!(now(&tenant, &created).await["name"], "Shop");
    })
    .await;
}
