//! What a user is asked, and what their answer counts for: for the user whom the page was shown to, for what it said, and until they say otherwise.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::scope::{self, NewScope, ScopeChanges};
use authplane_domain::catalogue::service::{self, NewService};
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::{AuthorizationResponse, application, claims_of};
use authplane_tests::user_agent::Page;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use serde_json::json;

use super::silent::{administrators, guard_scope, guard_server};
use super::with_users_on_both;
use crate::it::cve::change_client;
use crate::it::oauth::offer_all_grants;

const PHOTOS: &str = "https://photos.example";
const HEALTH: &str = "https://health.example";
const EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";

fn is_question(page: &Page) -> bool {
    page.form_with("decision").is_some()
}

/// A service that has a scope called `read`, whose id this is.
async fn service_to_read(tenant: &Tenant, name: &'static str, indicator: &'static str) -> String {
    let id = tenant.id.clone();
    let make = async move |store: authplane_domain::Store| {
        let acting = Acting::new(&store, &id, Actor::system());
        let (server_id, indicator) = (DEFAULT.to_owned(), Some(indicator.to_owned()));
        let new = NewService { server_id, name: name.to_owned(), indicator, ..NewService::default() };
        let service = service::create(&acting, new).await.unwrap();
        let (name, description) = ("read".to_owned(), Some(format!("Read your {name}")));
        let server_id = DEFAULT.to_owned();
        let new = NewScope { server_id, service_id: Some(service.id), name, description, ..NewScope::default() };
        scope::create(&acting, new).await.unwrap().id
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await
}

async fn change_scope(tenant: &Tenant, id: &str, changes: ScopeChanges) {
    let (tenant_id, id) = (tenant.id.clone(), id.to_owned());
    let change = async move |store| {
        let _ = scope::change(&Acting::new(&store, &tenant_id, Actor::system()), &id, changes).await.unwrap();
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await;
}

/// What a silent request comes to: its error, or none.
async fn silent(agent: &UserAgent, app: &RelyingParty, scope: &str, resource: Option<&str>) -> Option<String> {
    let mut request = app.request().with("scope", scope).with("prompt", "none");
    if let Some(resource) = resource {
        request = request.with("resource", resource);
    }
    let left = agent.clone().get(&request.url()).await.left();
    AuthorizationResponse::from(&left).get("error").map(str::to_owned)
}

const MISSING: Option<&str> = Some("consent_required");

/// Services may have scopes of one name: a user gives what the page has shown them, and nothing of another service's.
#[tokio::test]
async fn consent_is_for_the_scopes_of_the_services_that_were_asked_for() {
    with_users_on_both(async |tenant| {
        offer_all_grants(&tenant).await;
        let (_, health) =
            (service_to_read(&tenant, "Photos", PHOTOS).await, service_to_read(&tenant, "Health", HEALTH).await);
        let mut details = application(&["openid", "read"]);
        details.grant_types = Some(["authorization_code", EXCHANGE].map(str::to_owned).into());
        let app = RelyingParty::register(&tenant, details).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let asked = |resource: Option<&str>| {
            let request = app.request().with("scope", "openid read");
            resource.map_or(request.clone(), |resource| request.with("resource", resource))
        };
        let shown = |page: &Page| ["Photos", "Health"].map(|name| page.words().contains(&format!("Read your {name}")));

        let request = asked(Some(PHOTOS));
        let outcome = agent.get(&request.url()).await;
        let page = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
        assert_eq!(shown(&page), [true, false], "{page}");
        let left = agent.submit(page.form_with("decision").unwrap(), &[("decision", "allow")]).await.left();
        let of_photos = app.tokens(&left, &request).await.access_token;
        assert_eq!(silent(&agent, &app, "openid read", Some(PHOTOS)).await, None);
        for resource in [Some(HEALTH), None] {
            assert_eq!(silent(&agent, &app, "openid read", resource).await.as_deref(), MISSING, "{resource:?}");
        }
        let exchange = async |token: &str, more: &[(&str, &str)]| {
            let kind = ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
            let mut fields = vec![("grant_type", EXCHANGE), ("subject_token", token), kind];
            fields.extend(more);
            app.call("oauth2/token", &fields).send().await
        };
        let to_health = [("resource", HEALTH), ("scope", "read")];
        for (more, error) in [
            (&to_health[..], "invalid_scope"),
            (&to_health[..1], "invalid_target"),
            (&[("resource", PHOTOS), ("resource", HEALTH), ("scope", "read")], "invalid_scope"),
            (&[("scope", "read")], "invalid_scope"),
        ] {
            assert_eq!(exchange(&of_photos, more).await.expect(400).json()["error"], error, "{more:?}");
        }
        let _ = exchange(&of_photos, &[("resource", PHOTOS), ("scope", "read")]).await.expect(200);

        let page = agent.get(&asked(Some(HEALTH)).url()).await.page().expect(200);
        assert_eq!(shown(&page), [false, true], "{page}");
        let page = agent.get(&asked(None).url()).await.page().expect(200);
        assert_eq!(shown(&page), [true, true], "{page}");
        let boxes = page.all("input").filter(|input| input.attribute("name") == Some("scope")).count();
        assert_eq!(boxes, 1, "a token has the name or hasn't: {page}");
        let _ = agent.submit(page.form_with("decision").unwrap(), &[("decision", "allow")]).await.left();
        for resource in [Some(PHOTOS), Some(HEALTH), None] {
            assert_eq!(silent(&agent, &app, "openid read", resource).await, None, "{resource:?}");
        }
        // What the user gave besides is theirs to have gone on with.
        let _ = exchange(&of_photos, &to_health).await.expect(200);

        // What is taken back is taken back where it was shown.
        let page = agent.get(&asked(Some(HEALTH)).with("prompt", "consent").url()).await.page().expect(200);
        let none = [("decision", "allow"), ("scope", "")];
        let _ = agent.submit(page.form_with("decision").unwrap(), &none).await.left();
        assert_eq!(silent(&agent, &app, "openid read", Some(HEALTH)).await.as_deref(), MISSING);
        assert_eq!(silent(&agent, &app, "openid read", Some(PHOTOS)).await, None);
        assert_eq!(exchange(&of_photos, &to_health).await.expect(400).json()["error"], "invalid_scope");

        // A scope that becomes another one is one that nobody was asked for.
        let page = agent.get(&asked(Some(HEALTH)).url()).await.page().expect(200);
        let _ = agent.submit(page.form_with("decision").unwrap(), &[("decision", "allow")]).await.left();
        assert_eq!(silent(&agent, &app, "openid read", Some(HEALTH)).await, None);
        for name in ["erase", "read"] {
            change_scope(&tenant, &health, ScopeChanges { name: Some(name.to_owned()), ..ScopeChanges::default() })
                .await;
            let scope = format!("openid {name}");
            assert_eq!(silent(&agent, &app, &scope, Some(HEALTH)).await.as_deref(), MISSING, "{name}");
        }
    })
    .await;
}

/// What a trusted client has without a question, nobody has consented to.
#[tokio::test]
async fn what_came_of_trust_ends_with_it() {
    with_users_on_both(async |tenant| {
        let trusting = |trusted| ClientDetails { trusted, ..application(&["openid", "email"]) };
        let app = RelyingParty::register(&tenant, trusting(true)).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email");
        let _ = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        change_client(&tenant, &app.client, trusting(false)).await;
        assert_eq!(silent(&agent, &app, "openid email", None).await.as_deref(), Some("login_required"));
        let page = agent.get(&request.url()).await.page().expect(200);
        let email_alone = [("decision", "allow"), ("scope", "email")];
        let _ = agent.submit(page.form_with("decision").unwrap(), &email_alone).await.left();
        assert_eq!(silent(&agent, &app, "openid email", None).await, None);
        // And what was given goes on when trust came and went in between.
        for trusted in [true, false] {
            change_client(&tenant, &app.client, trusting(trusted)).await;
            let _ = app.ask_again(&mut agent, &request).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_unticked_is_taken_back() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "email", "phone"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid email phone");
        let _ = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        assert_eq!(silent(&agent, &app, "openid email phone", None).await, None);
        let again = app.request().with("scope", "openid email").with("prompt", "consent");
        let page = agent.get(&again.url()).await.page().expect(200);
        let none = [("decision", "allow"), ("scope", "")];
        let left = agent.submit(page.form_with("decision").unwrap(), &none).await.left();
        assert_eq!(app.tokens(&left, &again).await.body["scope"], "openid");
        assert_eq!(silent(&agent, &app, "openid email", None).await.as_deref(), MISSING);
        // Nobody was asked for the other one, and another user's is their own.
        assert_eq!(silent(&agent, &app, "openid phone", None).await, None);
    })
    .await;
}

/// A policy that a user no longer passes refuses them also where they were asked before: at the page, and when they answer.
#[tokio::test]
async fn who_is_refused_after_they_were_asked_gives_nothing() {
    with_users_on_both(async |tenant| {
        let policy = administrators(&tenant).await;
        let mut details = application(&["openid", "email"]);
        details.grant_types.get_or_insert_default().push("implicit".to_owned());
        details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
        let app = RelyingParty::register(&tenant, details).await;
        for guarded in ["the server", "openid"] {
            for again in ["the page", "the form"] {
                let request = app.request().with("scope", "openid email").with("response_type", "code id_token");
                let mut agent = UserAgent::new(tenant.server.url());
                let outcome = agent.get(&request.url()).await;
                let page = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
                guard_server(&tenant, (guarded == "the server").then(|| policy.clone())).await;
                guard_scope(&tenant, "openid", (guarded == "openid").then(|| policy.clone())).await;
                let form = page.form_with("decision").unwrap();
                let left = match again {
                    "the page" => agent.get(page.url.as_str()).await.left(),
                    _ => agent.submit(form, &[("decision", "allow")]).await.left(),
                };
                let response = AuthorizationResponse::from(&left);
                assert_eq!(response.error(&app, &request).0, "access_denied", "{guarded} guarded, {again}");
                // It is over.
                guard_server(&tenant, None).await;
                guard_scope(&tenant, "openid", None).await;
                let _ = agent.submit(form, &[("decision", "allow")]).await.page().expect(400);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_counts_for_the_user_whom_it_was_shown_to() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "email"]).await;
        for decision in ["allow", "deny"] {
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let mut agent = UserAgent::new(tenant.server.url());
            let outcome = agent.get(&request.url()).await;
            let first = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
            assert!(first.words().contains("Ada Example"), "{first}");
            let login_id = first.form_with("decision").unwrap().value("login_id").to_owned();
            // In another tab.
            let outcome = agent.get(&format!("{}/login?login_id={login_id}", app.issuer)).await;
            let second = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
            assert!(second.words().contains("Otto Other"), "{second}");
            let refused = agent.submit(first.form_with("decision").unwrap(), &[("decision", decision)]).await.page();
            assert_eq!((refused.status, refused.forms().len()), (400, 0), "{refused}");
            let left = agent.submit(second.form_with("decision").unwrap(), &[("decision", "allow")]).await.left();
            let tokens = app.tokens(&left, &request).await;
            assert_eq!(claims_of(tokens.id_token())["sub"], json!(OTHER_USER));
            // Who signs in again is still the same user, and what they were shown is still theirs.
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let page = agent.get(&request.url()).await.page().expect(200);
            let form = page.form_with("decision").unwrap();
            let again = format!("{}/login?login_id={}", app.issuer, form.value("login_id"));
            let outcome = agent.get(&again).await;
            let _ = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
            let _ = app.tokens(&agent.submit(form, &[("decision", "allow")]).await.left(), &request).await;
        }
    })
    .await;
}
