//! What a client learns of a browser that nobody asks anything in: nothing, before its user has consented to this client.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use serde_json::json;

use super::with_users_on_both;
use crate::it::oauth::change_server;
use crate::it::things;

/// A policy that one of the users passes and the other doesn't.
pub(super) async fn administrators(tenant: &Tenant) -> String {
    let field = json!({"field": "groups", "comparator": "contains", "value": "admins"});
    things::policy(tenant, &json!([{"name": "identity-context", "conf": {"fields": [field]}}])).await
}

pub(in crate::it) async fn guard_server(tenant: &Tenant, policy: Option<String>) {
    change_server(tenant, |details| {
        details.user_policy_id = policy;
    })
    .await;
}

pub(super) async fn guard_scope(tenant: &Tenant, name: &'static str, policy: Option<String>) {
    let id = tenant.id.clone();
    let change = async move |store| {
        let known = scope::of_server_by_name(&store, ServerKey { tenant: &id, id: DEFAULT }, &[name]).await.unwrap();
        let changes = ScopeChanges { user_policy_id: Some(policy), ..ScopeChanges::default() };
        let acting = Acting::new(&store, &id, Actor::system());
        let _ = scope::change(&acting, &known[name][0].id, changes).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await;
}

/// A browser that nobody is signed in in, and two in which users are, who came for another application.
async fn browsers(tenant: &Tenant) -> Vec<(&'static str, UserAgent)> {
    let known = RelyingParty::web(tenant, &["openid"]).await;
    let mut browsers = vec![("nobody", UserAgent::new(tenant.server.url()))];
    for user in [USER, OTHER_USER] {
        let mut browser = UserAgent::new(tenant.server.url());
        let _ = known.sign_in(&mut browser, &known.request(), (user, PASSWORD)).await;
        browsers.push((user, browser));
    }
    browsers
}

/// An ID token that the client has kept from a user who has taken everything back since.
async fn kept_id_token(tenant: &Tenant, client: &RelyingParty) -> String {
    let mut browser = UserAgent::new(tenant.server.url());
    let tokens = client.sign_in(&mut browser, &client.request(), (USER, PASSWORD)).await;
    let (tid, cid) = (tenant.id.clone(), client.client.id.clone());
    let take_back = async move |store: authplane_domain::Store| {
        let given = Given { server_id: DEFAULT, subject: USER, client_id: &cid };
        authorization_grant::take_back(&Acting::new(&store, &tid, Actor::system()), given, 172_800).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { take_back(store).await }).await;
    tokens.id_token().to_owned()
}

/// All that the client and the browser are told.
async fn answer(browser: &UserAgent, request: &AuthorizationRequest) -> String {
    let mut browser = browser.clone();
    let left = browser.get(&request.url()).await.left();
    let step = left.history.last().unwrap();
    let mut headers: Vec<&str> = step.headers.keys().map(http::HeaderName::as_str).collect();
    headers.sort_unstable();
    format!("{} {} {:?} {headers:?}", step.status, left.to, left.fields)
}

/// Everything in a request that could ask about a user, and what an administrator may have made depend on one.
fn requests(client: &RelyingParty, id_token: &str) -> Vec<(&'static str, AuthorizationRequest)> {
    let plain = || client.request().with("prompt", "none");
    let claims = |text: &str| plain().with("claims", text);
    let many: Vec<String> = (0..400).map(|number| format!("u{number}")).chain([USER.to_owned()]).collect();
    vec![
        ("plain", plain()),
        ("many names", claims(&json!({"id_token": {"sub": {"values": many}}}).to_string())),
        ("one name", claims(&json!({"id_token": {"sub": {"value": USER}}}).to_string())),
        ("the other name", claims(&json!({"id_token": {"sub": {"value": OTHER_USER}}}).to_string())),
        ("an id token", plain().with("id_token_hint", id_token)),
        ("a class", claims(r#"{"id_token": {"acr": {"essential": true, "value": "gold"}}}"#)),
        ("a class as a wish", plain().with("acr_values", "gold")),
        ("freshness", plain().with("max_age", "0")),
        ("old age", plain().with("max_age", "1000000")),
        ("a scope", plain().with("scope", "openid email")),
        ("a scope alone", plain().with("scope", "email")),
        ("no scope", plain().without("scope")),
        ("tokens at once", plain().with("response_type", "id_token")),
        ("a form", plain().with("response_mode", "form_post")),
    ]
}

fn curious(trusted: bool) -> ClientDetails {
    ClientDetails {
        trusted,
        grant_types: Some(["authorization_code", "implicit", "refresh_token"].map(str::to_owned).into()),
        response_types: Some(["code", "id_token"].map(str::to_owned).into()),
        ..application(&["openid", "email"])
    }
}

#[tokio::test]
async fn without_consent_for_the_client_no_silent_answer_depends_on_who_is_signed_in_or_whether_anybody_is() {
    with_users_on_both(async |tenant| {
        let browsers = browsers(&tenant).await;
        let policy = administrators(&tenant).await;
        let public = ClientDetails { token_endpoint_auth_method: ClientAuthentication::None, ..curious(false) };
        let mut clients = Vec::new();
        for details in [curious(false), public] {
            let client = RelyingParty::register(&tenant, details).await;
            clients.push((kept_id_token(&tenant, &client).await, client));
        }
        for guarded in ["nothing", "the server", "openid", "email"] {
            guard_server(&tenant, (guarded == "the server").then(|| policy.clone())).await;
            for name in ["openid", "email"] {
                guard_scope(&tenant, name, (guarded == name).then(|| policy.clone())).await;
            }
            for (what, request) in clients.iter().flat_map(|(id_token, client)| requests(client, id_token)) {
                if what == "a form" {
                    // A page of ours: its text is the same but for what is random.
                    for (who, browser) in &browsers {
                        let page = browser.clone().get(&request.url()).await.page().expect(200);
                        assert_eq!(page.form().value("error"), "login_required", "{who}, {guarded} guarded");
                    }
                    continue;
                }
                let nobody = answer(&browsers[0].1, &request).await;
                assert!(nobody.contains("error=login_required"), "{what}: {nobody}");
                for (who, browser) in &browsers[1..] {
                    assert_eq!(answer(browser, &request).await, nobody, "{what} of {who}, {guarded} guarded");
                }
            }
        }
    })
    .await;
}

/// What a policy says of a user who is signed in already isn't told either, where the browser comes without being told to be silent: it could come back at once.
#[tokio::test]
async fn a_policy_refuses_nobody_silently_before_they_have_consented() {
    with_users_on_both(async |tenant| {
        let browsers = browsers(&tenant).await;
        let client = RelyingParty::register(&tenant, curious(false)).await;
        let policy = administrators(&tenant).await;
        for guarded in ["the server", "openid"] {
            guard_server(&tenant, (guarded == "the server").then(|| policy.clone())).await;
            guard_scope(&tenant, "openid", (guarded == "openid").then(|| policy.clone())).await;
            let (who, browser) = &browsers[2];
            let request = client.request().with("response_type", "id_token");
            let mut browser = browser.clone();
            let page = match browser.get(&request.url()).await {
                Outcome::Page(page) => page.expect(200),
                Outcome::Left(left) => panic!("{who} left for {} without a question, {guarded} guarded", left.to),
            };
            // They may be somebody else; who they are is refused once they have said so.
            let left = browser.walk(Outcome::Page(Box::new(page)), who, PASSWORD, |_| false).await.left();
            assert_eq!(AuthorizationResponse::from(&left).get("error"), Some("access_denied"), "{guarded} guarded");
        }
    })
    .await;
}

#[tokio::test]
async fn with_consent_or_trust_a_silent_answer_says_what_is_missing() {
    with_users_on_both(async |tenant| {
        guard_server(&tenant, None).await;
        let mut browsers = browsers(&tenant).await;
        let client = RelyingParty::register(&tenant, curious(false)).await;
        let trusted = RelyingParty::register(&tenant, curious(true)).await;
        let (_, ada) = &mut browsers[1];
        let _ = client.sign_in(ada, &client.request(), (USER, PASSWORD)).await;
        let silent = |client: &RelyingParty, scope| client.request().with("prompt", "none").with("scope", scope);
        for (who, client, scope, error) in [
            (1, &client, "openid", None),
            (1, &client, "openid email", Some("consent_required")),
            (2, &client, "openid", Some("login_required")),
            (0, &client, "openid", Some("login_required")),
            (1, &trusted, "openid email", None),
            (2, &trusted, "openid email", None),
            (0, &trusted, "openid email", Some("login_required")),
        ] {
            let (name, browser) = &browsers[who];
            let left = browser.clone().get(&silent(client, scope).url()).await.left();
            assert_eq!(AuthorizationResponse::from(&left).get("error"), error, "{name}: {scope}");
        }
        let policy = administrators(&tenant).await;
        guard_server(&tenant, Some(policy)).await;
        for (who, client, error) in [
            (1, &client, None),
            (1, &trusted, None),
            (2, &client, Some("login_required")),
            (2, &trusted, Some("access_denied")),
        ] {
            let (name, browser) = &browsers[who];
            let left = browser.clone().get(&silent(client, "openid").url()).await.left();
            assert_eq!(AuthorizationResponse::from(&left).get("error"), error, "{name}");
        }
    })
    .await;
}
