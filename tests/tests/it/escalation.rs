//! Nobody gains by allowed calls what he wasn't given: the privilege lattice (security assertion 32, past CVEs 42, 45 and 53).

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::tenant::Credentials;
use authplane_tests::{Tenant, on_both};
use http::Method;
use serde_json::{Value, json};

const CLIENTS: &str = "/api/admin/{tid}/clients";
const SCOPES: &str = "/api/admin/{tid}/scopes";
const SERVICES: &str = "/api/admin/{tid}/services";
const RESOURCES: &str = "/api/resources";
const API_CLIENTS: &str = "/local-user-store/api/v1/api-clients";

/// An API resource with one scope; its id, its indicator and the scope's id.
async fn resource_with_scope(tenant: &Tenant, scope: &str) -> (String, String, String) {
    let indicator = "https://orders.example";
    let resource =
        tenant.post(RESOURCES).json(json!({"name": "Orders", "indicator": indicator})).send().await.expect(201);
    let id = resource.json()["id"].as_str().unwrap().to_owned();
    let path = format!("{RESOURCES}/{id}/scopes");
    let made = tenant.post(&path).json(json!({"name": scope})).send().await.expect(201);
    (id, indicator.to_owned(), made.json()["id"].as_str().unwrap().to_owned())
}

fn management(tenant: &Tenant) -> String {
    format!("https://{}.logto.app/api", tenant.id)
}

fn path_of(client: &Credentials) -> String {
    format!("{CLIENTS}/{}", client.id)
}

async fn introspected(tenant: &Tenant, asker: &Credentials, token: &str) -> Value {
    let path = format!("/{}/default/oauth2/introspect", tenant.id);
    let call = tenant.server.call(Method::POST, &path).basic(&asker.id, &asker.secret).form(&[("token", token)]);
    call.send().await.expect(200).json()
}

#[tokio::test]
async fn a_scope_called_like_one_of_the_control_surface_does_not_open_it() {
    on_both(async |tenant| {
        for (scope, control) in
            [("all", management(&tenant)), ("admin", "urn:authplane:service:local-user-store".to_owned())]
        {
            let (id, indicator, _) = resource_with_scope(&tenant, scope).await;
            let app = tenant.add_client(DEFAULT, &[scope]).await;
            let _ = tenant.ask_for_token(&app, Some(scope), &[&indicator]).await.expect(200);
            let refused = tenant.ask_for_token(&app, Some(scope), &[&indicator, &control]).await.expect(400).json();
            assert_eq!(refused["error"], "invalid_target", "{refused}");
            let refused = tenant.ask_for_token(&app, Some(scope), &[&control]).await.expect(400).json();
            assert_eq!(refused["error"], "invalid_scope", "{refused}");
            let _ = tenant.delete(&format!("{RESOURCES}/{id}")).send().await.expect(204);
        }
    })
    .await;
}

#[tokio::test]
async fn a_scope_of_one_resource_is_not_granted_for_another_that_has_one_of_that_name() {
    on_both(async |tenant| {
        let (_, orders, _) = resource_with_scope(&tenant, "read").await;
        let app = tenant.add_client(DEFAULT, &["read"]).await;
        let bills = json!({"name": "Bills", "indicator": "https://bills.example"});
        let bills = tenant.post(RESOURCES).json(bills).send().await.expect(201).json();
        let _ = tenant.ask_for_token(&app, Some("read"), &[&orders, "https://bills.example"]).await.expect(200);
        let path = format!("{RESOURCES}/{}/scopes", bills["id"].as_str().unwrap());
        let _ = tenant.post(&path).json(json!({"name": "read"})).send().await.expect(201);
        let both = tenant.ask_for_token(&app, Some("read"), &[&orders, "https://bills.example"]).await;
        assert_eq!(both.expect(400).json()["error"], "invalid_scope");
    })
    .await;
}

#[tokio::test]
async fn a_narrowed_client_stays_narrowed_when_it_asks_for_no_scope() {
    on_both(async |tenant| {
        let narrow = tenant.add_client("admin", &["services:read"]).await;
        let token = tenant.ask_for_token(&narrow, None, &[]).await.expect(200).json();
        let token = token["access_token"].as_str().unwrap();
        let _ = tenant.get("/api/admin/{tid}/servers/default/services").bearer(token).send().await.expect(403);
        let _ = tenant.get(&path_of(&narrow)).bearer(token).send().await.expect(403);
        // One that was never given any is ACP's own kind of administrator.
        let plain = tenant.add_client("admin", &[]).await;
        let token = tenant.ask_for_token(&plain, None, &[]).await.expect(200).json();
        let token = token["access_token"].as_str().unwrap();
        let _ = tenant.get(&path_of(&narrow)).bearer(token).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn scopes_and_services_of_the_system_are_for_those_who_may_do_everything() {
    on_both(async |tenant| {
        let mine = json!({"name": "Mine", "authorization_server_id": "admin"});
        let service = tenant.post(SERVICES).json(&mine).send().await.expect(201).json();
        let (service, of_service) =
            (service["id"].as_str().unwrap(), format!("{SERVICES}/{}", service["id"].as_str().unwrap()));
        let scope = json!({"name": "mine", "service_id": service, "authorization_server_id": "admin"});
        let scope = tenant.post(SCOPES).json(&scope).send().await.expect(201).json();
        let scope = format!("{SCOPES}/{}", scope["id"].as_str().unwrap());
        let caller = tenant.add_client("admin", &["scopes:write", "services:write", "mine"]).await;
        let token =
            tenant.ask_for_token(&caller, Some("scopes:write services:write mine"), &[]).await.expect(200).json();
        let token = token["access_token"].as_str().unwrap();
        let new = json!({"name": "all", "authorization_server_id": "admin"});
        for call in [
            tenant.put(&scope).json(json!({"name": "all"})),
            tenant.delete(&scope),
            tenant.post(SCOPES).json(&new),
            tenant.post(SERVICES).json(&mine),
            tenant.put(&of_service).json(json!({"name": "Renamed"})),
            tenant.delete(&of_service),
        ] {
            let _ = call.bearer(token).send().await.expect(403);
        }
        // What opens the tokens of others keeps the policy that guards it.
        let listed = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        let mut listed = listed["scopes"].as_array().unwrap().iter();
        let guarded = listed.find(|scope| scope["name"] == "introspect_tokens").unwrap();
        let guarded = format!("{SCOPES}/{}", guarded["id"].as_str().unwrap());
        let opened = json!({"name": "introspect_tokens", "developer_policy_id": ""});
        let _ = tenant.put(&guarded).bearer(token).json(&opened).send().await.expect(403);
        // A name gives nothing, whoever chose it.
        let _ = tenant.put(&scope).json(json!({"name": "all"})).send().await.expect(200);
        let renamed = tenant.ask_for_token(&caller, Some("all"), &[]).await.expect(200).json();
        let renamed = renamed["access_token"].as_str().unwrap();
        let _ = tenant.get(&path_of(&tenant.administrator)).bearer(renamed).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_client_that_was_given_scopes_stays_limited_when_it_has_none_left() {
    on_both(async |tenant| {
        let narrow = tenant.add_client("admin", &["services:read"]).await;
        let before = tenant.ask_for_token(&narrow, Some("services:read"), &[]).await.expect(200).json();
        let administrator = path_of(&tenant.administrator);
        let update = json!({"grant_types": ["client_credentials"], "scopes": []});
        let _ = tenant.put(&path_of(&narrow)).json(&update).send().await.expect(200);
        let after = tenant.ask_for_token(&narrow, None, &[]).await.expect(200).json();
        for token in [&before, &after] {
            let _ = tenant.get(&administrator).bearer(token["access_token"].as_str().unwrap()).send().await.expect(403);
        }
        let update = json!({"grant_types": ["client_credentials"], "scopes": ["all"]});
        let _ = tenant.put(&path_of(&narrow)).json(&update).send().await.expect(200);
        let full = tenant.ask_for_token(&narrow, Some("all"), &[]).await.expect(200).json();
        let _ = tenant.get(&administrator).bearer(full["access_token"].as_str().unwrap()).send().await.expect(200);
        // An application for signing in isn't an administrator beside that.
        let console = tenant.add_client("admin", &["openid", "profile"]).await;
        let token = tenant.ask_for_token(&console, None, &[]).await.expect(200).json();
        let _ = tenant.get(&administrator).bearer(token["access_token"].as_str().unwrap()).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn no_client_is_called_like_an_audience_and_no_audience_like_a_client() {
    on_both(async |tenant| {
        let resource = json!({"name": "Orders", "indicator": "orders"});
        let _ = tenant.post(RESOURCES).json(&resource).send().await.expect(201);
        for id in ["urn:authplane:service:local-user-store", "URN:authplane:anything", "orders", "privx-external-2"] {
            let body = json!({"client_id": id, "authorization_server_id": "default"});
            let refused = tenant.post(CLIENTS).json(&body).send().await.expect(422);
            assert!(refused.text().contains("client_id"), "{}", refused.text());
        }
        let app = tenant.add_client(DEFAULT, &[]).await;
        for indicator in [app.id.as_str(), "urn:authplane:service:control-plane-2"] {
            let resource = json!({"name": "Orders", "indicator": indicator});
            let refused = tenant.post(RESOURCES).json(&resource).send().await;
            assert!((400..500).contains(&refused.status) && refused.text().contains("indicator"), "{}", refused.text());
        }
    })
    .await;
}

/// The audience of the local user store counts from the server that it is on; a server of the operator's own has no say in it.
#[tokio::test]
async fn tokens_of_another_server_do_not_open_the_local_user_store() {
    on_both(async |tenant| {
        let audience = "urn:authplane:service:local-user-store";
        let made = tenant.post("/api/admin/{tid}/servers").json(json!({"name": "Mine", "key_type": "ecdsa"}));
        let server = made.send().await.expect(201).json()["id"].as_str().unwrap().to_owned();
        let (header, mut claims) = crate::it::oauth::jwt::read(&tenant.token_of(&server, &[], &[]).await);
        let (key, _) = crate::it::oauth::jwt::stolen_key(&tenant, &server).await;
        for scope in ["admin", "apiClientsManage"] {
            claims["aud"] = json!(audience);
            claims["scope"] = json!(scope);
            let forged = key.sign(&header, &claims);
            let _ = tenant.get(API_CLIENTS).bearer(&forged).send().await.expect(401);
        }
    })
    .await;
}

#[tokio::test]
async fn who_may_only_see_clients_sees_no_secret() {
    on_both(async |tenant| {
        let reader = tenant.narrow_token(&["clients:read"]).await;
        let writer = tenant.narrow_token(&["clients:write"]).await;
        let app = tenant.add_client(DEFAULT, &[]).await;
        let privileged = tenant.add_client(DEFAULT, &["resources:read"]).await;
        for (client, token, shown) in [
            (&app, &reader, false),
            (&app, &writer, true),
            (&privileged, &writer, false),
            (&tenant.administrator, &reader, false),
            (&tenant.administrator, &writer, false),
            (&tenant.administrator, &tenant.token, true),
        ] {
            let got = tenant.get(&path_of(client)).bearer(token).send().await.expect(200).json();
            assert_eq!(got["client_secret"] == client.secret.as_str(), shown, "{got}");
            assert_eq!(got["client_secret"] != "", shown, "{got}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_may_only_change_clients_makes_and_takes_over_no_administrator() {
    on_both(async |tenant| {
        let writer = tenant.narrow_token(&["clients:write"]).await;
        let ordinary = json!({"authorization_server_id": "default", "grant_types": ["client_credentials"]});
        let _ = tenant.post(CLIENTS).bearer(&writer).json(&ordinary).send().await.expect(201);
        for (server, scopes) in [("admin", json!(["all"])), ("admin", json!([])), ("default", json!(["all"]))] {
            let body = json!({"authorization_server_id": server, "scopes": scopes});
            let _ = tenant.post(CLIENTS).bearer(&writer).json(&body).send().await.expect(403);
        }
        let administrator = path_of(&tenant.administrator);
        let body = json!({"client_secret": "a-secret-of-forty-characters-0123456789"});
        let _ = tenant.put(&administrator).bearer(&writer).json(&body).send().await.expect(403);
        let _ = tenant.delete(&administrator).bearer(&writer).send().await.expect(403);
        let app = tenant.add_client(DEFAULT, &[]).await;
        let _ = tenant.put(&path_of(&app)).bearer(&writer).json(json!({"scopes": ["all"]})).send().await.expect(403);
        let _ = tenant.put(&path_of(&app)).bearer(&writer).json(json!({})).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn who_may_only_see_api_clients_sees_no_secret() {
    on_both(async |tenant| {
        let made = tenant.post(API_CLIENTS).json(json!({"name": "Jobs"})).send().await.expect(201).json();
        let path = format!("{API_CLIENTS}/{}", made["id"].as_str().unwrap());
        let reader = tenant.narrow_token(&["api-clients:read"]).await;
        let seen = tenant.get(&path).bearer(&reader).send().await.expect(200).json();
        assert!(seen.get("secret").is_none() && seen.get("oauth_client_secret").is_none(), "{seen}");
        assert!(tenant.get(&path).send().await.expect(200).json()["secret"].is_string());
    })
    .await;
}

#[tokio::test]
async fn a_deleted_api_client_and_one_without_its_role_can_do_nothing_more() {
    on_both(async |tenant| {
        for removal in [Method::DELETE, Method::PUT] {
            let body = json!({"name": "Jobs", "roles": [{"id": "privx-admin"}]});
            let made = tenant.post(API_CLIENTS).json(body).send().await.expect(201).json();
            let path = format!("{API_CLIENTS}/{}", made["id"].as_str().unwrap());
            let whole = tenant.get(&path).send().await.expect(200).json();
            let text = |name: &str| whole[name].as_str().unwrap().to_owned();
            let form = [("grant_type", "password"), ("username", &text("id")), ("password", &text("secret"))];
            let door = tenant.server.call(Method::POST, "/auth/api/v1/oauth/token");
            let door = door.basic(&text("oauth_client_id"), &text("oauth_client_secret")).form(&form);
            let token = door.send().await.expect(200).json()["access_token"].as_str().unwrap().to_owned();
            let _ = tenant.get(API_CLIENTS).bearer(&token).send().await.expect(200);
            let call = tenant.call(removal.clone(), &path);
            let call = if removal == Method::PUT { call.json(json!({"name": "Jobs", "roles": []})) } else { call };
            let _ = call.send().await.expect(200);
            let _ = tenant.get(API_CLIENTS).bearer(&token).send().await.expect(401);
        }
    })
    .await;
}

#[tokio::test]
async fn a_scope_called_introspect_tokens_of_any_api_shows_no_foreign_token() {
    on_both(async |tenant| {
        let victim = tenant.add_client(DEFAULT, &[]).await;
        let token = tenant.ask_for_token(&victim, None, &[]).await.expect(200).json();
        let token = token["access_token"].as_str().unwrap();
        let (resource, _, scope) = resource_with_scope(&tenant, "harmless").await;
        let app = tenant.add_client(DEFAULT, &["harmless"]).await;
        let path = format!("{RESOURCES}/{resource}/scopes/{scope}");
        let _ = tenant.patch(&path).json(json!({"name": "introspect_tokens"})).send().await.expect(200);
        assert_eq!(introspected(&tenant, &app, token).await, json!({"active": false}));
        let own = tenant.ask_for_token(&app, Some("introspect_tokens"), &["https://orders.example"]).await.expect(200);
        let own = own.json()["access_token"].as_str().unwrap().to_owned();
        let path = format!("/{}/default/oauth2/introspect", tenant.id);
        let call = tenant.server.call(Method::POST, &path).bearer(&own).form(&[("token", token)]);
        let _ = call.send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn a_client_that_takes_over_an_id_does_not_revive_its_predecessors_tokens() {
    on_both(async |tenant| {
        let recycled = |secret: &str| {
            json!({
                "authorization_server_id": "default", "client_id": "recycled", "client_secret": secret,
                "grant_types": ["client_credentials"]
            })
        };
        let path = format!("{CLIENTS}/recycled");
        let secret = "a-secret-of-forty-characters-0123456789";
        let _ = tenant.post(CLIENTS).json(recycled(secret)).send().await.expect(201);
        let machine = Credentials { id: "recycled".to_owned(), secret: secret.to_owned(), server: DEFAULT.to_owned() };
        let token = tenant.ask_for_token(&machine, None, &[]).await.expect(200).json();
        let token = token["access_token"].as_str().unwrap();
        assert_eq!(introspected(&tenant, &machine, token).await["active"], true);
        let _ = tenant.delete(&path).send().await.expect(204);
        // Times in tokens are whole seconds.
        tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
        let _ = tenant.post(CLIENTS).json(recycled(secret)).send().await.expect(201);
        assert_eq!(introspected(&tenant, &machine, token).await, json!({"active": false}));
    })
    .await;
}

#[tokio::test]
async fn who_may_change_clients_neither_makes_nor_takes_over_one_that_speaks_for_users() {
    const SPEAKS: [&str; 2] =
        ["urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:token-exchange"];
    on_both(async |tenant| {
        let token = tenant.narrow_token(&["clients:write"]).await;
        let body = |trusted: bool, grant: &str| {
            json!({
                "client_name": "Speaker", "authorization_server_id": DEFAULT, "grant_types": [grant], "trusted": trusted,
                "client_secret": "a-secret-that-somebody-chose-for-it",
            })
        };
        for grant in SPEAKS {
            let create = |body: Value| tenant.post(CLIENTS).json(body);
            let _ = create(body(true, grant)).bearer(&token).send().await.expect(403);
            // Neither of the two last.
            for (first, last) in [((false, grant), (true, grant)), ((true, "client_credentials"), (true, grant))] {
                let made = create(body(first.0, first.1)).bearer(&token).send().await.expect(201).json();
                let path = format!("{CLIENTS}/{}", made["client_id"].as_str().unwrap());
                let change = || tenant.put(&path).json(body(last.0, last.1));
                let _ = change().bearer(&token).send().await.expect(403);
                let _ = change().send().await.expect(200);
                // What is there is nobody's to take over who couldn't have made it.
                let taken = tenant.put(&path).json(body(false, "client_credentials"));
                let _ = taken.bearer(&token).send().await.expect(403);
                let _ = tenant.delete(&path).bearer(&token).send().await.expect(403);
                let shown = tenant.get(&path).bearer(&token).send().await.expect(200).json();
                assert_eq!(shown["client_secret"], "", "{shown}");
                let shown = tenant.get(&path).send().await.expect(200).json();
                assert_ne!(shown["client_secret"], "");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_secret_that_api_clients_share_is_shown_to_nobody_who_may_only_change_clients() {
    on_both(async |tenant| {
        let listed = tenant.get("/api/admin/{tid}/servers/default/clients").send().await.expect(200).json();
        let built_in = listed["clients"].as_array().unwrap().iter().filter(|client| client["system"] == true);
        let mut seen = 0;
        for client in built_in {
            let path = format!("{CLIENTS}/{}", client["client_id"].as_str().unwrap());
            let token = tenant.narrow_token(&["clients:write"]).await;
            let shown = tenant.get(&path).bearer(&token).send().await.expect(200).json();
            assert_eq!(shown["client_secret"], "", "{shown}");
            let all = tenant.get(&path).send().await.expect(200).json();
            seen += usize::from(all["client_secret"] != "");
        }
        assert!(seen > 0, "none of them has a secret");
    })
    .await;
}

#[tokio::test]
async fn who_may_change_resources_makes_the_management_api_no_default() {
    on_both(async |tenant| {
        let path = "/api/resources/management-api/is-default";
        for token in [
            tenant.narrow_token(&["resources:write"]).await,
            tenant.token_of(DEFAULT, &["resources:write"], &[&management(&tenant)]).await,
        ] {
            for is_default in [true, false] {
                let call = tenant.patch(path).bearer(&token).json(json!({"isDefault": is_default}));
                let answer = call.send().await.expect(403).json();
                assert_eq!(answer["code"], "auth.forbidden", "{answer}");
            }
        }
        let shown = tenant.get("/api/resources/management-api").send().await.expect(200).json();
        assert_eq!(shown["isDefault"], false);
        // Requests that name no resource mean what they meant.
        let machine = tenant.add_client(DEFAULT, &[]).await;
        let _ = tenant.ask_for_token(&machine, None, &[]).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn who_may_make_services_takes_no_id_that_a_server_to_come_needs() {
    on_both(async |tenant| {
        let token = tenant.narrow_token(&["services:write"]).await;
        for id in ["oauth2-next", "profile-next", "privacy-next", "gateway"] {
            let body = json!({"id": id, "name": "Mine", "authorization_server_id": DEFAULT});
            let _ = tenant.post(SERVICES).bearer(&token).json(body).send().await.expect(403);
        }
        let free = json!({"id": "mine", "name": "Mine", "authorization_server_id": DEFAULT});
        let _ = tenant.post(SERVICES).bearer(&token).json(free).send().await.expect(201);
        let server = json!({"id": "next", "name": "Next"});
        let _ = tenant.post("/api/admin/{tid}/servers").json(server).send().await.expect(201);
    })
    .await;
}
