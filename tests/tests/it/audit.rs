//! What an audit of the whole found, and would find again.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER};
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_tests::relying_party::{AuthorizationResponse, application, claims_of};
use authplane_tests::users::{METHOD, PASSWORD, USER, context, static_method};
use authplane_tests::{Database, RelyingParty, Tenant, TestServer, UserAgent};
use serde_json::json;

use super::oauth::change_server;
use super::things;

const ADA: (&str, &str) = (USER, PASSWORD);

async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::with_users(&TestServer::shared(database).await).await).await;
    }
}

/// What a client was given for its own work isn't for whoever signs in through it.
#[tokio::test]
async fn a_client_of_the_control_surface_makes_no_administrators_of_its_users() {
    with_users_on_both(async |tenant| {
        let management = format!("https://{}.logto.app/api", tenant.id);
        let grants = ["authorization_code", "client_credentials"].map(str::to_owned);
        let details =
            ClientDetails { trusted: true, grant_types: Some(grants.into()), ..application(&["openid", "all"]) };
        let both = RelyingParty::register(&tenant, details).await;
        let own = tenant.ask_for_token(&both.client, Some("all"), &[&management]).await.expect(200).json();
        let _ = tenant.get("/api/resources").bearer(own["access_token"].as_str().unwrap()).send().await.expect(200);
        for resource in [&management, "urn:authplane:service:local-user-store"] {
            let request = both.request().with("scope", "openid all").with("resource", resource);
            let mut agent = UserAgent::new(tenant.server.url());
            let left = agent.get(&request.url()).await.left();
            assert_eq!(AuthorizationResponse::from(&left).error(&both, &request).0, "invalid_target", "{resource}");
        }
        // Nor without the resource.
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = both.sign_in(&mut agent, &both.request().with("scope", "openid all"), ADA).await;
        for path in ["/api/resources", "/local-user-store/api/v1/api-clients", "/api/admin/{tid}/servers"] {
            let _ = tenant.get(path).bearer(&tokens.access_token).send().await.expect(401);
        }
    })
    .await;
}

/// Who agrees to `openid` hasn't agreed to be the administrator for an application.
#[tokio::test]
async fn a_user_of_the_admin_server_administers_with_the_full_scope_only() {
    with_users_on_both(async |tenant| {
        tenant.set_methods(ADMIN, vec![static_method(METHOD, &[(USER, PASSWORD, context())])]).await;
        for (scopes, asked, status) in [
            (&["openid"][..], "openid", 403),
            (&["openid", "all"], "openid", 403),
            (&["openid", "all"], "openid all", 200),
        ] {
            let console = RelyingParty::register_at(&tenant, ADMIN, application(scopes)).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let tokens = console.sign_in(&mut agent, &console.request().with("scope", asked), ADA).await;
            let answer = tenant.get("/api/admin/{tid}/servers").bearer(&tokens.access_token).send().await;
            assert_eq!(answer.status, status, "{scopes:?} {asked}: {}", answer.text());
        }
    })
    .await;
}

/// RFC 8252 §8.6: any program on the user's machine can say that it is this one.
#[tokio::test]
async fn a_native_application_is_confirmed_each_time() {
    with_users_on_both(async |tenant| {
        for (redirect_uri, is_asked) in [("com.example.app:/callback", true), ("https://app.example/callback", false)] {
            let details = ClientDetails {
                redirect_uris: vec![redirect_uri.to_owned()],
                token_endpoint_auth_method: ClientAuthentication::None,
                ..application(&["openid"])
            };
            let native = RelyingParty::register(&tenant, details).await;
            let mut agent = UserAgent::new(tenant.server.url());
            let _ = native.sign_in(&mut agent, &native.request(), ADA).await;
            let silent = native.request().with("prompt", "none");
            let left = agent.get(&silent.url()).await.left();
            let response = AuthorizationResponse::from(&left);
            // Nor is it told that somebody is signed in who consented to the application that it says it is.
            assert_eq!(response.get("error"), is_asked.then_some("login_required"), "{redirect_uri}");
        }
    })
    .await;
}

/// Signed userinfo is signed like an ID token, by the same key.
#[tokio::test]
async fn signed_userinfo_is_no_hint() {
    with_users_on_both(async |tenant| {
        let mut details = application(&["openid"]);
        details.metadata.userinfo_signed_response_alg = "ES256".to_owned();
        let application = RelyingParty::register(&tenant, details).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let tokens = application.sign_in(&mut agent, &application.request(), ADA).await;
        let userinfo = application.userinfo(&tokens.access_token).await.expect(200);
        for (hint, error) in [(tokens.id_token(), None), (&*userinfo.text(), Some("invalid_request"))] {
            let request = application.request().with("id_token_hint", hint);
            let left = agent.clone().get(&request.url()).await.left();
            assert_eq!(AuthorizationResponse::from(&left).get("error"), error);
        }
    })
    .await;
}

/// Policies judge a session by what is known of its user now, as they do a refresh.
#[tokio::test]
async fn a_session_gives_nothing_that_its_user_may_not_have_any_more() {
    with_users_on_both(async |tenant| {
        let fields = json!([{"field": "groups", "comparator": "contains", "value": "staff"}]);
        let staff = json!([{"name": "identity-context", "conf": {"fields": fields}}]);
        let staff = things::policy(&tenant, &staff).await;
        change_server(&tenant, |server| server.user_policy_id = Some(staff.clone())).await;
        let in_groups = |groups: &[&str]| {
            let mut known = context();
            known["groups"] = json!(groups);
            vec![static_method(METHOD, &[(USER, PASSWORD, known)])]
        };
        tenant.set_methods(DEFAULT, in_groups(&["staff"])).await;
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = application.sign_in(&mut agent, &application.request(), ADA).await;
        tenant.set_methods(DEFAULT, in_groups(&[])).await;
        let request = application.request();
        let left = agent.get(&request.url()).await.left();
        assert_eq!(AuthorizationResponse::from(&left).error(&application, &request).0, "access_denied");
    })
    .await;
}

/// Nobody agreed to give a claim that wasn't there when they were asked.
#[tokio::test]
async fn a_claim_that_is_defined_later_is_not_given_to_who_asked_before() {
    with_users_on_both(async |tenant| {
        let mut known = context();
        known["shoe_size"] = json!(43);
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, PASSWORD, known)])]).await;
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let request = application.request().with("claims", r#"{"userinfo": {"shoe_size": null}}"#);
        let tokens = application.sign_in(&mut UserAgent::new(tenant.server.url()), &request, ADA).await;
        let claim = json!({
            "authorization_server_id": DEFAULT, "name": "shoe_size", "mapping": "shoe_size", "type": "id_token",
            "scopes": ["profile"]
        });
        let _ = tenant.post("/api/admin/{tid}/claims").json(claim).send().await.expect(201);
        let known = application.userinfo(&tokens.access_token).await.expect(200).json();
        assert_eq!(known, json!({"sub": USER}));
    })
    .await;
}

/// A resource is its own server's, also when it is the tenant's default.
#[tokio::test]
async fn the_default_resource_is_no_audience_of_another_server() {
    with_users_on_both(async |tenant| {
        let resource = things::resource_called(&tenant, "https://orders.example").await;
        let is_default = json!({"isDefault": true});
        let _ =
            tenant.patch(&format!("/api/resources/{resource}/is-default")).json(is_default).send().await.expect(200);
        for (server, is_default) in [(DEFAULT, true), (DEVELOPER, false)] {
            let machine = tenant.add_client(server, &[]).await;
            let token = tenant.ask_for_token(&machine, None, &[]).await.expect(200).json();
            let audience = &claims_of(token["access_token"].as_str().unwrap())["aud"];
            assert_eq!(*audience == "https://orders.example", is_default, "{server}: {audience}");
        }
    })
    .await;
}
