//! What a user gave to which clients, and taking it back: `list_clients_with_access` and `revoke_client_access`.

use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::tenant::texts;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Call, RelyingParty, Tenant, UserAgent};
use http::Method;
use serde_json::{Value, json};

use crate::it::nets::Row;
use crate::it::openid::with_users_on_both;
use crate::it::things;

const CLIENTS: &str = "/{tid}/default/clients";
const SCOPES: [&str; 3] = ["openid", "list_clients_with_access", "revoke_client_access"];

/// An application in which users see what they gave.
async fn portal(tenant: &Tenant) -> RelyingParty {
    let mut details = application(&SCOPES);
    details.trusted = true;
    "Portal".clone_into(&mut details.name);
    RelyingParty::register(tenant, details).await
}

/// A user's access token for the portal, with these scopes.
async fn token(portal: &RelyingParty, agent: &mut UserAgent, user: &str, scopes: &[&str]) -> String {
    let request = portal.request().with("scope", &scopes.join(" "));
    portal.sign_in(agent, &request, (user, PASSWORD)).await.access_token
}

/// The code of somebody who is signed in and has consented, which nobody has fetched tokens for yet.
async fn code(application: &RelyingParty, agent: &mut UserAgent, request: &AuthorizationRequest) -> String {
    let left = agent.get(&request.url()).await.left();
    AuthorizationResponse::from(&left).code(application, request).to_owned()
}

async fn list(tenant: &Tenant, token: &str) -> Value {
    let answer = tenant.get(CLIENTS).bearer(token).send().await.expect(200);
    assert_eq!((answer.header("cache-control"), answer.header("access-control-allow-origin")), ("no-store", "*"));
    answer.json()
}

async fn revoke(tenant: &Tenant, token: &str, client: &str) -> Answer {
    tenant.delete(&format!("{CLIENTS}/{client}")).bearer(token).send().await
}

/// What a listed client was given.
fn given(listed: &Value, client: &str) -> Option<Vec<String>> {
    let clients = listed["clients"].as_array().unwrap();
    let found = clients.iter().find(|listed| listed["client"]["id"] == client)?;
    Some(texts(&found["granted_scopes"], "scope_name"))
}

#[tokio::test]
async fn a_user_sees_what_they_gave_and_takes_it_back() {
    with_users_on_both(async |tenant| {
        let portal = portal(&tenant).await;
        let mut details = application(&["openid", "email", "profile", "offline_access"]);
        "Album".clone_into(&mut details.name);
        "https://album.example".clone_into(&mut details.metadata.texts.client_uri);
        let album = RelyingParty::register(&tenant, details).await;
        let other = RelyingParty::web(&tenant, &["openid"]).await;
        let request = album.request().with("scope", "openid email offline_access");

        let (mut ada, mut otto) = (UserAgent::new(tenant.server.url()), UserAgent::new(tenant.server.url()));
        let of_ada = token(&portal, &mut ada, USER, &SCOPES).await;
        let tokens = album.sign_in(&mut ada, &request, (USER, PASSWORD)).await;
        let _ = other.sign_in(&mut ada, &other.request(), (USER, PASSWORD)).await;
        let of_otto = token(&portal, &mut otto, OTHER_USER, &SCOPES).await;
        let kept = album.sign_in(&mut otto, &request, (OTHER_USER, PASSWORD)).await;
        // Codes on their way to the album when it happens.
        let (unfetched, others) = (code(&album, &mut ada, &request).await, code(&album, &mut otto, &request).await);

        let listed = list(&tenant, &of_ada).await;
        assert_eq!(listed["clients"].as_array().unwrap().len(), 3, "{listed}");
        assert_eq!(given(&listed, &album.client.id).unwrap(), ["email", "offline_access", "openid"]);
        assert_eq!(given(&listed, &other.client.id).unwrap(), ["openid"]);
        assert_eq!(
            given(&listed, &portal.client.id).unwrap(),
            ["list_clients_with_access", "openid", "revoke_client_access"]
        );
        let shown = listed["clients"]
            .as_array()
            .unwrap()
            .iter()
            .find(|listed| listed["client"]["id"] == album.client.id)
            .unwrap();
        let client =
            json!({"id": album.client.id, "name": "Album", "client_uri": "https://album.example", "logo_uri": ""});
        assert_eq!(shown["client"], client);
        let scope = json!({"scope_name": "email", "granted_scope_name": "email", "is_dynamic": false});
        assert_eq!(shown["granted_scopes"][0], scope);
        let mut names = texts(&listed["scopes"], "scope_name");
        names.sort_unstable();
        assert_eq!(names, ["email", "list_clients_with_access", "offline_access", "openid", "revoke_client_access"]);
        let email = listed["scopes"].as_array().unwrap().iter().find(|scope| scope["scope_name"] == "email").unwrap();
        assert_eq!((&email["with_service"], &email["service_name"]), (&json!(true), &json!("Profile")));
        assert_eq!(given(&list(&tenant, &of_otto).await, &other.client.id), None);

        // Nothing is left of it, and nobody else loses anything.
        assert!(revoke(&tenant, &of_ada, &album.client.id).await.expect(204).body.is_empty());
        assert_eq!(album.introspect(&tokens.access_token).await, json!({"active": false}));
        let _ = album.userinfo(&tokens.access_token).await.expect(401);
        assert_eq!(album.refresh(tokens.refresh_token()).await.expect(400).json()["error"], "invalid_grant");
        assert_eq!(album.exchange(&unfetched, &request).await.expect(400).json()["error"], "invalid_grant");
        assert_eq!(given(&list(&tenant, &of_ada).await, &album.client.id), None);
        let _ = album.exchange(&others, &request).await.expect(200);
        assert_eq!(album.introspect(&kept.access_token).await["active"], true);
        let _ = album.refresh(kept.refresh_token()).await.expect(200);
        assert!(given(&list(&tenant, &of_otto).await, &album.client.id).is_some());
        // The user is still signed in, but is asked again.
        let page = ada.get(&request.url()).await.page().expect(200);
        assert!(page.form_with("decision").is_some(), "{page}");

        // What isn't there isn't there.
        for id in [album.client.id.as_str(), "nobody", "%F0%9F%A6%80", "a%2Fb", "%27%3B--"] {
            let _ = revoke(&tenant, &of_ada, id).await.expect(204);
        }
        let _ = revoke(&tenant, &of_ada, "%00").await.expect(404);
        // The portal itself, and with it the token that says so.
        let _ = revoke(&tenant, &of_ada, &portal.client.id).await.expect(204);
        let _ = tenant.get(CLIENTS).bearer(&of_ada).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn only_a_users_token_of_the_very_server_with_the_built_in_scope_opens_it() {
    with_users_on_both(async |tenant| {
        let portal = portal(&tenant).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let sees = token(&portal, &mut agent, USER, &["openid", "list_clients_with_access"]).await;
        let revokes = token(&portal, &mut agent, USER, &["openid", "revoke_client_access"]).await;
        let nothing = token(&portal, &mut agent, USER, &["openid"]).await;
        let machine = tenant.token_of(DEFAULT, &["list_clients_with_access", "revoke_client_access"], &[]).await;
        let id_token = portal.ask_again(&mut agent, &portal.request()).await.id_token().to_owned();

        // A scope of the same name that somebody made for a service of theirs.
        let service = things::service(&tenant).await;
        for name in ["list_clients_with_access", "revoke_client_access"] {
            let _ = things::scope(&tenant, Some(&service), name).await;
        }
        // Whoever is given the name from now on is given theirs.
        let mut details = application(&SCOPES);
        details.trusted = true;
        let namesake = RelyingParty::register(&tenant, details).await;
        let with_namesake = token(&namesake, &mut agent, USER, &SCOPES).await;

        // The user of the same name at another server.
        tenant.set_methods(DEVELOPER, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let elsewhere = RelyingParty::register_at(&tenant, DEVELOPER, application(&SCOPES)).await;
        let elsewhere = token(&elsewhere, &mut UserAgent::new(tenant.server.url()), USER, &SCOPES).await;

        let one = format!("{CLIENTS}/{}", portal.client.id);
        for (bearer, status) in [
            (nothing.as_str(), 403),
            (&with_namesake, 403),
            (&machine, 401),
            (&elsewhere, 401),
            (&tenant.token, 401),
            (&id_token, 401),
            ("garbage", 401),
        ] {
            refused(&tenant.get(CLIENTS).bearer(bearer).send().await, status);
            refused(&tenant.delete(&one).bearer(bearer).send().await, status);
        }
        refused(&tenant.get(CLIENTS).bearer(&revokes).send().await, 403);
        refused(&tenant.delete(&one).bearer(&sees).send().await, 403);
        refused(&tenant.get(CLIENTS).anonymous().send().await, 401);
        refused(&tenant.delete(&one).anonymous().send().await, 401);
        refused(&tenant.get("/{tid}/nobody/clients").bearer(&sees).send().await, 404);
        refused(&tenant.delete("/{tid}/nobody/clients/x").bearer(&revokes).send().await, 401);
        // Nothing was taken back by any of them.
        assert!(given(&list(&tenant, &sees).await, &portal.client.id).is_some());
        let _ = revoke(&tenant, &revokes, "nobody").await.expect(204);
    })
    .await;
}

/// ACP's error, whichever surface it is on.
#[track_caller]
fn refused(answer: &Answer, status: u16) {
    let body = answer.clone().expect(status).json();
    assert_eq!((&body["status_code"], body["error"].is_string()), (&json!(status), true), "{body}");
    assert_eq!(answer.header("www-authenticate").starts_with("Bearer"), status != 404, "{body}");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn scripts_may_ask_and_only_administrators_give_the_scopes() {
    with_users_on_both(async |tenant| {
        for (path, method) in [("", "GET"), ("/some", "DELETE")] {
            let path = format!("/{}/default/clients{path}", tenant.id);
            let answer = tenant.server.call(Method::OPTIONS, &path).send().await.expect(204);
            assert_eq!(answer.header("access-control-allow-methods"), method);
            assert!(answer.header("access-control-allow-headers").contains("Authorization"));
        }
        let scopes = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        for name in ["list_clients_with_access", "revoke_client_access"] {
            let scope = scopes["scopes"].as_array().unwrap().iter().find(|scope| scope["name"] == name).unwrap();
            assert_eq!(scope["developer_policy_id"], "block", "{scope}");
        }
    })
    .await;
}

const LIST: &str = "list_clients_with_access";
const REVOKE: &str = "revoke_client_access";

/// A user of a server of their own asks for what they gave to whom.
async fn good_list(tenant: &Tenant, scopes: &[&str]) -> Call {
    let user = things::user(tenant, scopes).await;
    tenant.get(&format!("/{{tid}}/{}/clients", user.server)).bearer(&user.access_token)
}

/// A user of a server of their own takes it back.
async fn good_revocation(tenant: &Tenant, scopes: &[&str]) -> Call {
    let user = things::user(tenant, scopes).await;
    tenant.delete(&format!("/{{tid}}/{}/clients/{}", user.server, user.client)).bearer(&user.access_token)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_clients_with_access",
        scopes: &[LIST],
        good: |tenant| Box::pin(good_list(tenant, &["openid", LIST])),
        provoke: &[(403, |tenant, _| Box::pin(good_list(tenant, &["openid"])))],
    },
    Row {
        id: "revoke_client_access",
        scopes: &[REVOKE],
        good: |tenant| Box::pin(good_revocation(tenant, &["openid", REVOKE])),
        provoke: &[(403, |tenant, _| Box::pin(good_revocation(tenant, &["openid"])))],
    },
];
