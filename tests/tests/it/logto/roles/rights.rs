//! Whoever may do only a part neither gives nor gets by roles what opens more.

use authplane_tests::{Call, Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

use super::{ROLES, all, id_of, of_machines, path_of, role, scope};
use crate::it::things;

/// What a caller with both rights sends.
struct Narrow<'a> {
    tenant: &'a Tenant,
    token: String,
}

impl Narrow<'_> {
    fn call(&self, method: Method, path: &str) -> Call {
        self.tenant.server.call(method, path).bearer(&self.token)
    }

    async fn is_refused(&self, method: Method, path: &str, body: Value) {
        let answer = self.call(method, path).json(&body).send().await.expect(403).json();
        assert_eq!(answer["code"], "auth.forbidden", "{path} {body}");
    }
}

#[tokio::test]
async fn whoever_may_do_a_part_gives_nothing_that_opens_more_whichever_way() {
    on_both(async |tenant| {
        let token = tenant.narrow_token(&["roles:write", "applications:write"]).await;
        let narrow = Narrow { tenant: &tenant, token };
        let all = all(&tenant).await;
        let (_, readable) = scope(&tenant, "orders:read").await;
        let administrators = role(&tenant, of_machines(&[&all])).await;
        let readers = role(&tenant, of_machines(&[&readable])).await;
        let machine = things::robot(&tenant).await;
        let roles = format!("/api/applications/{machine}/roles");
        let (powerful, plain) = (path_of(&administrators), path_of(&readers));
        let with_all = json!({"scopeIds": [readable, all]});
        narrow.is_refused(Method::POST, ROLES, of_machines(&[&readable, &all])).await;
        narrow.is_refused(Method::POST, &format!("{plain}/scopes"), with_all).await;
        narrow.is_refused(Method::POST, &roles, json!({"roleIds": [id_of(&administrators)]})).await;
        narrow.is_refused(Method::PUT, &roles, json!({"roleIds": [id_of(&readers), id_of(&administrators)]})).await;
        narrow
            .is_refused(Method::POST, &format!("{powerful}/applications"), json!({"applicationIds": [machine]}))
            .await;
        // Nor is a role taken or changed that is worth more.
        narrow.is_refused(Method::PATCH, &powerful, json!({"name": "Mine"})).await;
        narrow.is_refused(Method::DELETE, &powerful, Value::Null).await;
        narrow.is_refused(Method::DELETE, &format!("{powerful}/scopes/{all}"), Value::Null).await;
        assert_eq!(tenant.get(&powerful).send().await.expect(200).json(), administrators);
        // What opens nothing is theirs to give.
        let _ = narrow.call(Method::POST, &roles).json(json!({"roleIds": [id_of(&readers)]})).send().await.expect(201);
        let _ = narrow.call(Method::PATCH, &plain).json(json!({"description": "Theirs"})).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn an_application_that_may_do_more_by_a_role_shows_no_secret_to_whoever_may_do_less_and_is_not_theirs_to_change()
{
    on_both(async |tenant| {
        let token = tenant.narrow_token(&["roles:write", "applications:write", "clients:write"]).await;
        let narrow = Narrow { tenant: &tenant, token };
        let (all, machine) = (all(&tenant).await, things::robot(&tenant).await);
        let administrators = role(&tenant, of_machines(&[&all])).await;
        let readers = role(&tenant, of_machines(&[])).await;
        let path = format!("/api/applications/{machine}");
        let secret =
            async |path: &str| narrow.call(Method::GET, path).send().await.expect(200).json()["secret"].clone();
        assert_ne!(secret(&path).await, "N/A");
        let _ = tenant
            .post(&format!("{}/applications", path_of(&administrators)))
            .json(json!({"applicationIds": [machine]}))
            .send()
            .await
            .expect(201);
        assert_eq!(secret(&path).await, "N/A");
        let listed = narrow
            .call(Method::GET, &format!("{}/applications", path_of(&administrators)))
            .send()
            .await
            .expect(200)
            .json();
        assert_eq!(listed[0]["secret"], "N/A");
        let of_acp = format!("/api/admin/{}/clients/{machine}", tenant.id);
        let seen = narrow.call(Method::GET, &of_acp).send().await.expect(200).json();
        assert!(seen["client_secret"].as_str().unwrap_or_default().is_empty(), "{seen}");
        narrow.is_refused(Method::PATCH, &path, json!({"name": "Mine"})).await;
        narrow.is_refused(Method::POST, &format!("{path}/secrets"), json!({"name": "mine"})).await;
        narrow.is_refused(Method::POST, &format!("{path}/roles"), json!({"roleIds": [id_of(&readers)]})).await;
        narrow.is_refused(Method::PUT, &format!("{path}/roles"), json!({"roleIds": []})).await;
        narrow.is_refused(Method::DELETE, &format!("{path}/roles/{}", id_of(&administrators)), Value::Null).await;
        narrow
            .is_refused(
                Method::POST,
                &format!("{}/applications", path_of(&readers)),
                json!({"applicationIds": [machine]}),
            )
            .await;
        let _ = narrow.call(Method::PUT, &of_acp).json(&seen).send().await.expect(403);
        let _ = narrow.call(Method::DELETE, &of_acp).send().await.expect(403);
        // Also where the roles don't count at the moment: what it is can change again.
        let mut client = tenant.get(&of_acp).send().await.expect(200).json();
        client["grant_types"] = json!(["client_credentials", "authorization_code"]);
        client["redirect_uris"] = json!(["https://shop.example/callback"]);
        let _ = tenant.put(&of_acp).json(&client).send().await.expect(200);
        let _ = narrow.call(Method::PUT, &of_acp).json(&client).send().await.expect(403);
        assert_eq!(secret(&path).await, "N/A");
        // Whoever sees roles and no applications sees no secret.
        let token = tenant.narrow_token(&["roles:write"]).await;
        let blind = Narrow { tenant: &tenant, token };
        let other = things::robot(&tenant).await;
        let list = format!("{}/applications", path_of(&readers));
        let _ = blind.call(Method::POST, &list).json(json!({"applicationIds": [other]})).send().await.expect(201);
        assert_eq!(blind.call(Method::GET, &list).send().await.expect(200).json()[0]["secret"], "N/A");
    })
    .await;
}
