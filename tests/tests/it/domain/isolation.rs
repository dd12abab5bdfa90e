//! Nothing of one tenant is found, changed, or touched through another.

use std::collections::HashSet;

use authplane::tokens::tenant_signer::TenantSignatures;
use authplane_domain::catalogue::api::{self, ApiDetails, Classified, NewApi, Owner};
use authplane_domain::catalogue::authorization_server::{
    self, ADMIN, DEFAULT, DEVELOPER, SYSTEM, ServerChanges, SigningAlgorithm,
};
use authplane_domain::catalogue::gateway::{self, GatewayTexts};
use authplane_domain::catalogue::policy::Rules;
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::catalogue::specification::{self, OldPolicies};
use authplane_domain::catalogue::{claim, policy};
use authplane_domain::clients::api_client::{self, Listing, SortKey};
use authplane_domain::clients::application::{self, ApplicationFilter};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::clients::role::{self, NewRole, RoleChanges, RoleFilter, RoleScopes};
use authplane_domain::installation::audit;
use authplane_domain::installation::idempotent_answer::{self, KeyClaim};
use authplane_domain::installation::tenant::{self, NewTenant, TenantChanges};
use authplane_domain::privacy::consent::GrantType;
use authplane_domain::privacy::consent_grant::{Act, Manner, Permit, Wish};
use authplane_domain::privacy::ledger::{self, Filter, Verified};
use authplane_domain::privacy::{self, consent_grant};
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::sign_in::session::{self, Authentication, Started};
use authplane_domain::sign_in::trail::Refusal;
use authplane_domain::sign_in::user::{self, UserChanges, UserFilter, identifiers, password};
use authplane_domain::sign_in::{attempt, authentication, consent, device_authorization, login_request, scope_grant};
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::assertion::Assertion;
use authplane_domain::tokens::signing_key::{self, Rotation};
use authplane_domain::tokens::{assertion, authorization_grant, revoked_token};
use authplane_domain::{Error, Store, Window};
use chrono::TimeDelta;

use super::furnished::{Furnished, LIMIT, MINUTE, SHOP, action_details, claim_details, consent_details, furnish, pets};
use super::{
    acting, actor, everything, make_scope, make_service, new_scope, new_service, on_both, tables_with, tamper,
};

fn is_not_found<T>(result: &authplane_domain::Result<T>) -> bool {
    matches!(result, Err(Error::NotFound { .. }))
}

const OF_B: ServerKey = ServerKey { tenant: "b", id: DEFAULT };
/// What the user of the furniture gave.
const BY_ADA: Given = Given { server_id: DEFAULT, subject: "ada", client_id: "app" };

/// That what `made` is in the tenant `a` is not found through the tenant `b`.
#[expect(clippy::too_many_lines, reason = "a row for each table of the database")]
async fn is_not_found_through_b(pass: usize, table: &str, store: &Store, made: &Furnished) {
    let now = store.now().timestamp();
    let is_of_b = |tenants: Vec<&str>| assert!(tenants.iter().all(|tenant| *tenant == "b"), "{table}: {tenants:?}");
    let window = Some(Window { limit: 50, offset: 0 });
    match table {
        "authorization_servers" => {
            assert!(authorization_server::find(store, "a", SHOP).await.unwrap().is_some());
            assert!(authorization_server::find(store, "b", SHOP).await.unwrap().is_none());
            let servers = authorization_server::list(store, "b").await.unwrap();
            is_of_b(servers.iter().map(|server| server.tenant_id.as_str()).collect());
        }
        "services" => {
            assert!(service::find(store, "a", "orders").await.unwrap().is_some());
            assert!(service::find(store, "b", "orders").await.unwrap().is_none());
            for freshness in [Freshness::Exact, Freshness::Notified] {
                let indicator = "urn:authplane:service:orders";
                assert!(service::find_by_indicator(store, freshness, "a", indicator).await.unwrap().is_some());
                assert!(service::find_by_indicator(store, freshness, "b", indicator).await.unwrap().is_none());
                assert!(service::default_of_tenant(store, freshness, "b").await.unwrap().is_none());
            }
            let services = service::list_of_server(store, OF_B).await.unwrap();
            is_of_b(services.items.iter().map(|service| service.tenant_id.as_str()).collect());
            let services = service::page_with_scopes(store, OF_B, window).await.unwrap();
            is_of_b(services.items.iter().map(|listed| listed.service.tenant_id.as_str()).collect());
        }
        "gateways" => {
            let of_shop = |tenant| ServerKey { tenant, id: SHOP };
            assert!(gateway::find(store, "a", &made.gateway.id).await.unwrap().is_some());
            assert!(gateway::find(store, "b", &made.gateway.id).await.unwrap().is_none());
            assert_eq!(gateway::list_of_server(store, of_shop("a")).await.unwrap().len(), 1);
            assert!(gateway::list_of_server(store, of_shop("b")).await.unwrap().is_empty());
        }
        "scopes" => {
            assert!(scope::find(store, "a", &made.scope.id).await.unwrap().is_some());
            assert!(scope::find(store, "b", &made.scope.id).await.unwrap().is_none());
            let scopes = scope::page_of_service(store, "b", "orders", None, None).await.unwrap();
            assert_eq!((scopes.items.len(), scopes.total), (0, 0));
            let by_name = scope::of_server_by_name(store, OF_B, &["read"]).await.unwrap();
            assert!(!by_name.contains_key("read"));
            let scopes = scope::list_of_server(store, OF_B).await.unwrap();
            is_of_b(scopes.iter().map(|listed| listed.scope.tenant_id.as_str()).collect());
        }
        "clients" | "client_scopes" => {
            let of_a = client::credentials(store, "a", None, "app").await.unwrap().unwrap();
            assert_eq!(of_a.client.scopes, ["read"]);
            assert!(client::find(store, "b", "app").await.unwrap().is_none());
            assert!(client::credentials(store, "b", None, "app").await.unwrap().is_none());
            let clients = client::in_parts(store, OF_B).next().await.unwrap();
            is_of_b(clients.iter().map(|client| client.tenant_id.as_str()).collect());
            assert_eq!(tenant::of_client(store, "app", "b").await.unwrap().as_deref(), Some("a"));
        }
        "client_secrets" => {
            let of_a = client::find(store, "a", "app").await.unwrap().unwrap();
            assert_eq!(of_a.secrets.len(), 1);
            let of_b = client::in_parts(store, OF_B).next().await.unwrap();
            let secrets: Vec<_> = of_b.iter().flat_map(|client| &client.secrets).collect();
            assert!(!secrets.is_empty());
            is_of_b(secrets.into_iter().map(|secret| secret.tenant_id.as_str()).collect());
        }
        "api_clients" => {
            assert!(api_client::find(store, "b", &made.robot.id).await.unwrap().is_none());
            assert!(api_client::credentials(store, "b", &made.robot.id).await.unwrap().is_none());
            let window = Window { limit: 50, offset: 0 };
            let listing = Listing { window, sort: SortKey::Name, descending: false, keywords: String::new() };
            assert_eq!(api_client::page(store, "b", &listing).await.unwrap().total, 0);
            assert_eq!(api_client::page(store, "a", &listing).await.unwrap().total, 1);
        }
        "roles" => {
            let window = Some(Window { limit: 50, offset: 0 });
            let roles = role::page(store, "b", &RoleFilter::default(), window).await.unwrap().items;
            is_of_b(roles.iter().map(|role| role.tenant_id.as_str()).collect());
            assert!(role::find(store, "b", &made.role.id).await.unwrap().is_none());
            assert_eq!(role::named(store, "b", std::slice::from_ref(&made.role.id)).await.unwrap(), []);
        }
        "role_scopes" => {
            let given = role::scopes_of(store, "b", &made.role.id, &RoleScopes::default()).await.unwrap();
            assert_eq!(given.total, 0);
            assert!(!role::opens_installation(store, "b", std::slice::from_ref(&made.role.id)).await.unwrap());
        }
        "client_roles" => {
            assert_eq!(role::holders(store, "b", &[&made.role.id]).await.unwrap().len(), 0);
            let filter = ApplicationFilter { with_role: Some(made.role.id.clone()), ..ApplicationFilter::default() };
            assert_eq!(application::page(store, "b", &filter, None).await.unwrap().total, 0);
            let filter = RoleFilter { of_application: Some("machine".to_owned()), ..RoleFilter::default() };
            assert_eq!(role::page(store, "b", &filter, None).await.unwrap().total, 0);
        }
        "users" => {
            let id = &made.user.id;
            assert!(user::find(store, "a", id).await.unwrap().is_some());
            assert!(user::find(store, "b", id).await.unwrap().is_none());
            let window = Some(Window { limit: 50, offset: 0 });
            let users = user::page(store, "b", &UserFilter::default(), window).await.unwrap().items;
            is_of_b(users.iter().map(|user| user.tenant_id.as_str()).collect());
            let called = identifiers::called(store, "b", "grace").await.unwrap();
            is_of_b(called.iter().map(|user| user.tenant_id.as_str()).collect());
            let methods = authentication::of_server(store, OF_B).await.unwrap();
            let signed_in =
                Authentication { subject: id.clone(), method_id: user::METHOD.to_owned(), ..Authentication::default() };
            assert!(!authentication::still_signs_in(store, "b", &methods, &signed_in).await.unwrap());
        }
        "claims" => {
            assert!(claim::find(store, "a", &made.claim.id).await.unwrap().is_some());
            assert!(claim::find(store, "b", &made.claim.id).await.unwrap().is_none());
            let claims = claim::list_of_server(store, Freshness::Exact, OF_B).await.unwrap();
            is_of_b(claims.iter().map(|claim| claim.tenant_id.as_str()).collect());
        }
        "apis" | "data_classifications" => {
            assert!(api::find(store, "a", &made.api.id).await.unwrap().is_some());
            assert!(api::find(store, "b", &made.api.id).await.unwrap().is_none());
            let pii = Classified { without: false, any_of: vec!["pii".to_owned()] };
            for (classified, owner, expected) in [
                (Classified::default(), Owner::Service("orders"), 1),
                (pii.clone(), Owner::Service("orders"), 1),
                // The other one was imported.
                (Classified::default(), Owner::Server(DEFAULT), 2),
                (pii, Owner::Server(DEFAULT), 1),
            ] {
                let count = async |tenant| api::in_parts(store, tenant, owner, &classified).next().await.unwrap().len();
                assert_eq!((count("a").await, count("b").await), (expected, 0), "{owner:?} {classified:?}");
            }
            for freshness in [Freshness::Exact, Freshness::Notified] {
                assert_eq!(api::matcher(store, freshness, "a", "orders").await.unwrap().len(), 1);
                assert!(api::matcher(store, freshness, "b", "orders").await.unwrap().is_empty());
            }
        }
        "policies" => {
            assert!(policy::find(store, "a", "strict").await.unwrap().is_some());
            assert!(policy::find(store, "b", "strict").await.unwrap().is_none());
            assert!(policy::find_cached(store, Freshness::Notified, "b", "strict").await.unwrap().is_none());
            is_of_b(policy::list(store, "b").await.unwrap().iter().map(|policy| policy.tenant_id.as_str()).collect());
        }
        "signing_keys" => {
            let kid = |tenant: &'static str| async move {
                let ring = signing_key::published(store, ServerKey { tenant, id: DEFAULT }).await.unwrap();
                ring.signing(store.now()).unwrap().id.clone()
            };
            assert_ne!(kid("a").await, kid("b").await);
        }
        "audit_events" => {
            let events = audit::list(store, "b", 1000).await.unwrap();
            is_of_b(events.iter().map(|event| event.tenant_id.as_str()).collect());
        }
        "sessions" | "session_clients" => {
            let Started { session, cookie } = &made.started;
            assert!(session::find(store, "a", &session.id).await.unwrap().is_some());
            assert!(session::find(store, "b", &session.id).await.unwrap().is_none());
            assert!(session::find_by_cookie(store, OF_B, cookie).await.unwrap().is_none());
            assert_eq!(session::clients(store, "a", &session.id).await.unwrap().len(), 1);
            assert!(session::clients(store, "b", &session.id).await.unwrap().is_empty());
        }
        "login_requests" => {
            assert!(login_request::find(store, "a", &made.login_request.id).await.unwrap().is_some());
            assert!(login_request::find(store, "b", &made.login_request.id).await.unwrap().is_none());
        }
        "device_authorizations" => {
            let (id, code) = (&made.device.id, &made.device.user_code);
            assert!(device_authorization::find(store, "a", id).await.unwrap().is_some());
            assert!(device_authorization::find(store, "b", id).await.unwrap().is_none());
            assert!(device_authorization::find_by_user_code(store, OF_B, code).await.unwrap().is_none());
        }
        "authorization_grants" => {
            let (id, code) = (&made.issued.grant.id, made.issued.code.as_deref().unwrap());
            assert!(authorization_grant::find(store, "a", id).await.unwrap().is_some());
            assert!(authorization_grant::find(store, "b", id).await.unwrap().is_none());
            assert!(authorization_grant::find_unchanging(store, "b", id).await.unwrap().is_none());
            assert!(authorization_grant::find_by_code(store, "b", code).await.unwrap().is_none());
        }
        "scope_grants" => {
            let of_a = ServerKey { tenant: "a", ..OF_B };
            assert_eq!(scope_grant::by_client(store, of_a, "ada").await.unwrap()["app"][0].scope_name, "read");
            assert!(scope_grant::by_client(store, OF_B, "ada").await.unwrap().is_empty());
        }
        "consents" => {
            assert!(consent::find(store, "a", BY_ADA).await.unwrap().have(&made.scope.id));
            assert!(consent::find(store, "b", BY_ADA).await.unwrap().is_empty());
        }
        "revoked_tokens" => {
            assert!(revoked_token::is_revoked(store, "a", "jti").await.unwrap());
            assert!(!revoked_token::is_revoked(store, "b", "jti").await.unwrap());
        }
        "used_assertions" => {
            assert!(
                !assertion::claim(store, "a", Assertion { client_id: "app", jti: "jti" }, now + 600).await.unwrap()
            );
            // Unused there, until it is asked for the first time.
            assert_eq!(
                assertion::claim(store, "b", Assertion { client_id: "app", jti: "jti" }, now + 600).await.unwrap(),
                pass == 0
            );
        }
        "attempts" => {
            assert!(attempt::retry_after(store, "a", &[LIMIT]).await.unwrap().is_some());
            assert!(attempt::retry_after(store, "b", &[LIMIT]).await.unwrap().is_none());
        }
        "idempotent_answers" => {
            let claim = async |tenant| idempotent_answer::claim(store, tenant, "key", "asked", MINUTE).await.unwrap();
            assert_eq!(claim("a").await, KeyClaim::HeldByAnother);
            // Free there, until it is asked for the first time.
            assert_eq!(matches!(claim("b").await, KeyClaim::Held(_)), pass == 0);
        }
        "ledger_events" | "ledger_heads" | "ledger_keys" | "ledger_subjects" => {
            let of_ada = Filter { subject: Some("ada".to_owned()), ..Filter::default() };
            for filter in [Filter::default(), of_ada] {
                let count = async |tenant| ledger::list(store, tenant, &filter, None, 10).await.unwrap().len();
                assert_eq!((count("a").await, count("b").await), (1, 0));
            }
            let keys = async |tenant| ledger::public_keys(store, tenant).await.unwrap().len();
            assert_eq!((keys("a").await, keys("b").await), (1, 0));
            for (tenant, events) in [("a", 1), ("b", 0)] {
                let verified = ledger::verify(store, tenant, &TenantSignatures, None).await.unwrap();
                assert!(matches!(verified, Verified::Whole(whole) if whole.head.number == events), "{verified:?}");
            }
        }
        // Imports alone look there: see below. Of what the cache counts, its own tests speak.
        "specification_policies" | "imported" | "generations" => {}
        "privacy_consents" => {
            assert!(privacy::consent::find(store, "b", "newsletter").await.unwrap().is_none());
            assert!(privacy::consent::list(store, "b").await.unwrap().is_empty());
            assert_eq!(privacy::consent::list(store, "a").await.unwrap().len(), 1);
        }
        "consent_grants" | "removed_consents" => {
            let given = async |tenant| consent_grant::Given::load(store, tenant, "ada").await.unwrap();
            assert!(given("a").await.has_consent("newsletter") && !given("b").await.has_consent("newsletter"));
            let standing = consent_grant::of_subject(store, "b", "ada", None).await.unwrap();
            assert!(standing.is_empty());
        }
        "consent_actions" | "consents_of_actions" => {
            let find = async |tenant, called| {
                privacy::consent_action::find_by_id_or_name(store, tenant, called).await.unwrap()
            };
            for called in ["subscribe", "Subscribe"] {
                assert!(find("a", called).await.is_some() && find("b", called).await.is_none(), "{called}");
            }
            assert!(privacy::consent_action::list(store, "b").await.unwrap().is_empty());
            let mut of_b = find("a", "subscribe").await.unwrap();
            "b".clone_into(&mut of_b.tenant_id);
            assert!(privacy::consent_action::consents(store, &of_b).await.unwrap().is_empty());
        }
        "tenant_keys" => {
            let keys = async |tenant| tenant::key::published(store, tenant, SigningAlgorithm::EdDSA).await.unwrap();
            assert_eq!((keys("a").await.keys.len(), keys("b").await.keys.len()), (1, 1));
            assert_ne!(keys("a").await, keys("b").await);
        }
        other => panic!("nothing here says that the finders of {other:?} keep to their tenant"),
    }
}

#[tokio::test]
async fn every_finder_keeps_to_its_tenant() {
    on_both(async |world| {
        let made = furnish(&world, "a").await;
        world.tenant("b").await;
        // Twice: what the first lookup cached for one tenant must not answer for the other.
        for pass in 0..2 {
            for table in tables_with(&world, "tenant_id").await {
                is_not_found_through_b(pass, &table, &world.store, &made).await;
            }
        }
    })
    .await;
}

/// That nothing of what `made` is in the tenant `a` can be changed through the tenant `b`.
#[expect(clippy::too_many_lines, reason = "a row for each table of the database")]
async fn is_not_changed_through_b(table: &str, store: &Store, made: &Furnished) {
    match table {
        "authorization_servers" => {
            let changes = ServerChanges::default();
            assert!(is_not_found(&authorization_server::change(&acting(store, "b"), SHOP, changes).await));
            assert!(is_not_found(&authorization_server::remove(&acting(store, "b"), SHOP).await));
            assert!(is_not_found(&authentication::replace(&acting(store, "b"), SHOP, vec![]).await));
        }
        "services" => {
            let named = ServiceChanges { name: Some("mine".to_owned()), ..ServiceChanges::default() };
            assert!(is_not_found(&service::change(&acting(store, "b"), "orders", named).await));
            assert!(is_not_found(&service::set_default(&acting(store, "b"), "orders", true).await));
            assert!(is_not_found(&service::remove(&acting(store, "b"), "orders").await));
        }
        "gateways" => {
            let (id, texts) = (&made.gateway.id, GatewayTexts { name: "mine".to_owned(), ..GatewayTexts::default() });
            assert!(is_not_found(&gateway::change(&acting(store, "b"), id, texts).await));
            assert!(is_not_found(&gateway::remove(&acting(store, "b"), id).await));
            // A gateway of the one guards no service of the other.
            let changes = ServiceChanges { gateway_id: Some(Some(id.clone())), ..ServiceChanges::default() };
            let refused = service::create(
                &acting(store, "b"),
                service::NewService { gateway_id: Some(id.clone()), ..new_service("guarded") },
            )
            .await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "gateway_id"));
            assert!(is_not_found(&service::change(&acting(store, "b"), "orders", changes).await));
        }
        "scopes" => {
            let named = ScopeChanges { name: Some("mine".to_owned()), ..ScopeChanges::default() };
            assert!(is_not_found(&scope::change(&acting(store, "b"), &made.scope.id, named).await));
            assert!(is_not_found(&scope::remove(&acting(store, "b"), &made.scope.id).await));
            assert!(is_not_found(&scope::create(&acting(store, "b"), new_scope("orders", "write")).await));
        }
        "clients" | "client_scopes" => {
            let details = ClientDetails::default();
            assert!(is_not_found(&client::change(&acting(store, "b"), "app", details, None).await));
            assert!(is_not_found(&client::set_secret(&acting(store, "b"), "app", None).await));
            assert!(is_not_found(&client::remove(&acting(store, "b"), "app").await));
            // A scope of the one isn't a scope that a client of the other can have.
            let details = ClientDetails { scopes: vec!["read".to_owned()], ..ClientDetails::default() };
            let new = NewClient { server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
            let refused = client::create(&acting(store, "b"), new).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "scopes"));
        }
        "client_secrets" => {
            assert!(is_not_found(&client::rotate_secret(&acting(store, "b"), "app", None).await));
            assert!(is_not_found(&client::revoke_rotated_secrets(&acting(store, "b"), "app").await));
        }
        "api_clients" => {
            let name = || "x".to_owned();
            assert!(is_not_found(&api_client::change(&acting(store, "b"), &made.robot.id, name(), vec![]).await));
            assert!(is_not_found(&api_client::remove(&acting(store, "b"), &made.robot.id).await));
        }
        "claims" => {
            let details = claim_details("mine");
            assert!(is_not_found(&claim::change(&acting(store, "b"), &made.claim.id, details).await));
            assert!(is_not_found(&claim::remove(&acting(store, "b"), &made.claim.id).await));
        }
        "apis" | "data_classifications" => {
            let details = ApiDetails::default;
            assert!(is_not_found(&api::change(&acting(store, "b"), &made.api.id, details()).await));
            assert!(is_not_found(&api::remove(&acting(store, "b"), &made.api.id).await));
            let new = NewApi {
                id: None,
                service_id: "orders".to_owned(),
                method: "PUT".to_owned(),
                path: "/".to_owned(),
                position: None,
                can_have_policy: true,
                details: details(),
            };
            assert!(is_not_found(&api::create(&acting(store, "b"), new).await));
        }
        "policies" => {
            let changed =
                policy::change(&acting(store, "b"), "strict", "Mine".to_owned(), Rules::Validators(vec![])).await;
            assert!(is_not_found(&changed));
            assert!(is_not_found(&policy::remove(&acting(store, "b"), "strict").await));
        }
        "signing_keys" => {
            let (interval, overlap) = (TimeDelta::days(90), TimeDelta::days(1));
            let rotation = Rotation { interval, publish_ahead: overlap, overlap };
            assert!(is_not_found(
                &signing_key::ensure_rotated(store, ServerKey { tenant: "b", id: SHOP }, &rotation).await
            ));
        }
        "sessions" | "session_clients" => session::end(&acting(store, "b"), &made.started.session).await.unwrap(),
        "login_requests" => {
            let mut of_b = made.login_request.clone();
            "b".clone_into(&mut of_b.tenant_id);
            for refusal in [None, Some(Refusal::Consent("ada"))] {
                assert!(!login_request::end(&acting(store, "b"), &made.login_request, refusal).await.unwrap());
            }
            assert!(is_not_found(&login_request::send_to_custom_page(store, &of_b, "custom").await));
            assert!(is_not_found(&login_request::decide(store, &of_b, of_b.progress.clone()).await));
        }
        "device_authorizations" => {
            assert!(!device_authorization::deny(store, "b", &made.device.id).await.unwrap());
        }
        "authorization_grants" => {
            let mut of_b = made.issued.grant.clone();
            "b".clone_into(&mut of_b.tenant_id);
            assert!(!authorization_grant::redeem(store, &of_b, 60).await.unwrap());
            assert!(!authorization_grant::rotate(store, &of_b, 60).await.unwrap());
        }
        "scope_grants" | "consents" => {
            authorization_grant::take_back(&acting(store, "b"), BY_ADA, 60).await.unwrap();
        }
        "idempotent_answers" => {
            let claim = &made.idempotency;
            assert!(!idempotent_answer::keep(store, "b", "key", claim, b"mine", MINUTE).await.unwrap());
            idempotent_answer::release(store, "b", "key", claim).await.unwrap();
        }
        "specification_policies" => {
            assert!(is_not_found(&specification::import(&acting(store, "b"), "pets", pets(), OldPolicies::Go).await));
            assert!(is_not_found(&specification::remove(&acting(store, "b"), "pets", OldPolicies::Go).await));
        }
        "privacy_consents" => {
            let changed = privacy::consent::change(&acting(store, "b"), "newsletter", consent_details("mine")).await;
            assert!(is_not_found(&changed));
            assert!(is_not_found(&privacy::consent::remove(&acting(store, "b"), "newsletter").await));
        }
        "consent_grants" => {
            let wishes = [Wish::new("newsletter".to_owned(), false, GrantType::Explicit)];
            let (acting, signer) = (acting(store, "b"), super::ledger::signer(store, "a").await);
            let wishes = (wishes.as_slice(), Manner::Several);
            let taken = consent_grant::act(&acting, &signer, "ada", Act::default(), wishes, Permit::of_service()).await;
            assert!(matches!(taken, Err(Error::Invalid { field, .. }) if field == "consents[0].consent_id"));
        }
        "consent_actions" | "consents_of_actions" => {
            let details = action_details("mine");
            let changed = privacy::consent_action::change(&acting(store, "b"), "subscribe", details).await;
            assert!(is_not_found(&changed));
            assert!(is_not_found(&privacy::consent_action::remove(&acting(store, "b"), "subscribe").await));
            // Another tenant's consent is nobody's to ask for.
            let details = action_details("mine");
            let made = privacy::consent_action::create(&acting(store, "b"), "mine".to_owned(), details).await;
            assert!(matches!(made, Err(Error::Invalid { field, .. }) if field == "consents[0].id"));
        }
        "tenant_keys" => {
            let jwks = Some(tenant::key::published(store, "a", SigningAlgorithm::EdDSA).await.unwrap());
            let theirs = TenantChanges { name: "b".to_owned(), jwks, ..TenantChanges::default() };
            let refused = tenant::change(&acting(store, "b"), theirs).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "jwks.keys[0]"));
        }
        "ledger_events" | "ledger_heads" | "ledger_keys" | "ledger_subjects" => {
            assert!(!ledger::erase_subject(&acting(store, "b"), "ada").await.unwrap());
        }
        // Only ever written in the tenant that is named.
        "removed_consents" | "attempts" | "audit_events" | "generations" | "imported" | "revoked_tokens"
        | "used_assertions" => {}
        "roles" | "role_scopes" => {
            let id = &made.role.id;
            assert!(is_not_found(&role::change(&acting(store, "b"), id, RoleChanges::default()).await));
            assert!(is_not_found(&role::remove(&acting(store, "b"), id).await));
            let scopes = std::slice::from_ref(&made.scope.id);
            assert!(is_not_found(&role::add_scopes(&acting(store, "b"), id, scopes).await));
            assert!(is_not_found(&role::remove_scope(&acting(store, "b"), id, &made.scope.id).await));
            let new = NewRole { scope_ids: scopes.to_vec(), name: "mine".to_owned(), ..NewRole::default() };
            assert!(is_not_found(&role::create(&acting(store, "b"), new).await));
        }
        "users" => {
            let id = &made.user.id;
            let changes = UserChanges { name: Some(Some("Mine".to_owned())), ..UserChanges::default() };
            assert!(is_not_found(&user::change(&acting(store, "b"), id, changes).await));
            assert!(is_not_found(&user::suspend(&acting(store, "b"), id, true, 60).await));
            assert!(is_not_found(&password::change(&acting(store, "b"), id, "mine".to_owned()).await));
            assert!(is_not_found(&user::remove(&acting(store, "b"), id, 60).await));
        }
        "client_roles" => {
            let roles = std::slice::from_ref(&made.role.id);
            for id in ["machine", "till"] {
                assert!(is_not_found(&client::add_roles(&acting(store, "b"), id, roles).await));
                assert!(is_not_found(&client::set_roles(&acting(store, "b"), id, &[]).await));
                assert!(is_not_found(&client::remove_role(&acting(store, "b"), id, &made.role.id).await));
            }
            let seen = client::find(store, "a", "machine").await.unwrap().unwrap();
            assert!(is_not_found(&client::add_role_to(&acting(store, "b"), &made.role.id, &[seen]).await));
        }
        other => panic!("nothing here says that no change of {other:?} reaches into another tenant"),
    }
}

#[tokio::test]
async fn no_change_reaches_into_another_tenant() {
    on_both(async |world| {
        let made = furnish(&world, "a").await;
        world.tenant("b").await;
        let before = everything(&world).await;
        for table in tables_with(&world, "tenant_id").await {
            is_not_changed_through_b(&table, &world.store, &made).await;
        }
        assert_eq!(everything(&world).await, before, "and nothing was written");
    })
    .await;
}

#[tokio::test]
async fn the_same_id_lives_in_two_tenants_and_is_gone_from_one() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        for tenant in ["a", "b"] {
            make_service(store, tenant, "orders").await;
            make_scope(store, tenant, "orders", tenant).await;
        }
        service::remove(&acting(store, "a"), "orders").await.unwrap();
        assert!(service::find(store, "a", "orders").await.unwrap().is_none());
        assert!(service::find(store, "b", "orders").await.unwrap().is_some());
        assert_eq!(scope::page_of_service(store, "b", "orders", None, None).await.unwrap().total, 1);
        // Made again, it inherits nothing.
        make_service(store, "a", "orders").await;
        assert_eq!(scope::page_of_service(store, "a", "orders", None, None).await.unwrap().total, 0);
    })
    .await;
}

/// Services and policies that are called the same are others.
#[tokio::test]
async fn a_specification_is_of_one_tenant_whatever_its_names_are() {
    on_both(async |world| {
        let store = &world.store;
        for tenant in ["a", "b"] {
            world.tenant(tenant).await;
            make_service(store, tenant, "pets").await;
            let imported =
                specification::import(&acting(store, tenant), "pets", pets(), OldPolicies::Go).await.unwrap();
            assert_eq!((imported.created_policies.len(), imported.removed_apis.len()), (1, 0), "{tenant}");
        }
        // What another tenant's service uses keeps nothing from going.
        let removed = specification::remove(&acting(store, "a"), "pets", OldPolicies::Go).await.unwrap();
        assert_eq!((removed.removed_policies.len(), removed.removed_apis.len()), (1, 1));
        assert!(policy::find(store, "b", "keepers").await.unwrap().is_some());
        assert_eq!(api::matcher(store, Freshness::Exact, "b", "pets").await.unwrap().len(), 1);
    })
    .await;
}

/// What a scope or a claim means is decided by its service and its name. An id that several tenants have is what a forgotten filter makes a way across of.
#[tokio::test]
async fn no_two_tenants_have_a_built_in_scope_or_claim_of_one_id() {
    on_both(async |world| {
        let store = &world.store;
        let mut seen = HashSet::new();
        for id in [tenant::DEFAULT, "a", "b"] {
            world.tenant(id).await;
            for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
                let key = ServerKey { tenant: id, id: server };
                let scopes = scope::list_of_server(store, key).await.unwrap();
                let claims = claim::list_of_server(store, Freshness::Exact, key).await.unwrap();
                assert!(!scopes.is_empty() && !claims.is_empty());
                let scopes = scopes.iter().map(|listed| listed.scope.id.clone());
                for built_in in scopes.chain(claims.iter().map(|claim| claim.id.clone())) {
                    assert!(seen.insert(built_in.clone()), "{built_in} of {id}");
                }
            }
        }
    })
    .await;
}

/// Clients choose their ids, and one built-in scope has the same id in all tenants of earlier releases.
#[tokio::test]
async fn a_client_neither_has_nor_loses_a_scope_by_its_namesake_in_another_tenant() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        assert!(tamper(&world, "DELETE FROM role_scopes").await > 0);
        let alike = "UPDATE scopes SET id = 'management-api-all' WHERE service_id = 'management-api' AND name = 'all'";
        assert_eq!(tamper(&world, alike).await, 2);
        let having = |scopes: &[&str]| ClientDetails {
            scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            ..ClientDetails::default()
        };
        for (tenant, scopes) in [("a", &["all"][..]), ("b", &[])] {
            let (id, server_id) = (Some("app".to_owned()), DEFAULT.to_owned());
            let new = NewClient { id, server_id, details: having(scopes), ..NewClient::default() };
            client::create(&acting(store, tenant), new).await.unwrap();
        }
        let has = async |tenant: &str| {
            let known = client::credentials(store, tenant, None, "app").await.unwrap().unwrap();
            let found = client::find(store, tenant, "app").await.unwrap().unwrap();
            let listed = client::in_parts(store, ServerKey { tenant, id: DEFAULT }).next().await.unwrap();
            let listed = listed.into_iter().find(|client| client.id == "app").unwrap();
            assert_eq!((&known.client.scopes, &listed.scopes), (&found.scopes, &found.scopes), "{tenant}");
            assert_eq!(known.holds(service::MANAGEMENT_API, "all"), known.scopes.len() == 1, "{tenant}");
            known.scopes.len()
        };
        assert_eq!((has("a").await, has("b").await), (1, 0));
        client::change(&acting(store, "b"), "app", having(&["all"]), None).await.unwrap();
        assert_eq!((has("a").await, has("b").await), (1, 1));
        client::change(&acting(store, "b"), "app", having(&[]), None).await.unwrap();
        assert_eq!((has("a").await, has("b").await), (1, 0));
        client::change(&acting(store, "b"), "app", having(&["all"]), None).await.unwrap();
        client::remove(&acting(store, "b"), "app").await.unwrap();
        assert_eq!(has("a").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_removed_tenant_is_gone_with_everything_but_its_audit_events() {
    on_both(async |world| {
        world.tenant("a").await;
        world.tenant("b").await;
        let store = &world.store;
        let indicator = make_service(store, "a", "orders").await.indicator;
        let scope = make_scope(store, "a", "orders", "read").await;
        let robot = api_client::create(&acting(store, "a"), "robot".to_owned(), vec![]).await.unwrap();
        revoked_token::revoke(store, "a", "jti", store.now().timestamp() + 60).await.unwrap();
        assertion::claim(store, "a", Assertion { client_id: "app", jti: "jti" }, store.now().timestamp() + 60)
            .await
            .unwrap();
        // Everything is in the cache.
        assert!(authorization_server::find(store, "a", DEFAULT).await.unwrap().is_some());
        tenant::remove(store, &actor(), "a").await.unwrap();

        assert!(!tenant::exists(store, "a").await.unwrap());
        assert!(tenant::exists(store, "b").await.unwrap());
        assert!(authorization_server::find(store, "a", DEFAULT).await.unwrap().is_none());
        assert!(authorization_server::list(store, "a").await.unwrap().is_empty());
        let found = service::find_by_indicator(store, Freshness::Notified, "a", &indicator).await.unwrap();
        assert!(found.is_none());
        assert!(scope::find(store, "a", &scope.id).await.unwrap().is_none());
        assert!(api_client::credentials(store, "a", &robot.id).await.unwrap().is_none());
        for server in [ADMIN, DEFAULT, SYSTEM] {
            let ring = signing_key::published(store, ServerKey { tenant: "a", id: server }).await.unwrap();
            assert!(ring.signing(store.now()).is_none());
        }
        assert!(is_not_found(&revoked_token::revoke(store, "a", "jti", 1).await));
        assert!(is_not_found(&assertion::claim(store, "a", Assertion { client_id: "app", jti: "jti" }, 1).await));
        assert!(is_not_found(&service::create(&acting(store, "a"), new_service("x")).await));
        let rows = everything(&world).await;
        let mut table = "";
        for line in rows.lines() {
            table = line.strip_prefix("== ").unwrap_or(table);
            let is_of_a = line.contains("\"tenant_id\": \"a\"") || line.starts_with("'a'|") || line.contains("|'a'|");
            assert!(!is_of_a || table == "audit_events" || line.contains("'b'"), "{table}: {line}");
        }
        let events = audit::list(store, "a", 1).await.unwrap();
        assert_eq!(events[0].action, "tenant.remove");
    })
    .await;
}

#[tokio::test]
async fn the_tenants_of_the_installation_cannot_be_removed_and_ids_are_taken_once() {
    on_both(async |world| {
        for id in [tenant::SYSTEM, tenant::DEFAULT, "a"] {
            world.tenant(id).await;
        }
        let store = &world.store;
        for id in [tenant::SYSTEM, tenant::DEFAULT] {
            assert!(matches!(tenant::remove(store, &actor(), id).await, Err(Error::Refused { code: "built_in", .. })));
        }
        assert!(is_not_found(&tenant::remove(store, &actor(), "nobody").await));
        assert!(is_not_found(&tenant::remove(store, &actor(), "a/b").await));
        let before = everything(&world).await;
        let new = |id: &str| NewTenant {
            id: Some(id.to_owned()),
            name: "n".to_owned(),
            key_algorithm: authorization_server::SigningAlgorithm::EdDSA,
            ..NewTenant::default()
        };
        let taken = tenant::create(store, &actor(), new("a")).await;
        assert!(matches!(taken, Err(Error::Conflict { thing: "tenant", field: "id", .. })));
        for id in ["", "a/b", "a b", "..", "a\0", "%2f", "x?y", "x#y"] {
            let refused = tenant::create(store, &actor(), new(id)).await;
            assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "id"), "{id:?}");
        }
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_client_that_several_tenants_have_belongs_to_the_preferred_one_or_to_the_first_that_had_it() {
    on_both(async |world| {
        for id in ["a", "b", "c"] {
            world.tenant(id).await;
        }
        let store = &world.store;
        let make = async |tenant: &str, id: &str| {
            let new = NewClient { id: Some(id.to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
            client::create(&acting(store, tenant), new).await.unwrap();
        };
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap(), None);
        make("b", "app").await;
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("b"));
        world.clock.advance(TimeDelta::seconds(1));
        make("a", "app").await;
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("b"), "nobody takes it away");
        assert_eq!(tenant::of_client(store, "app", "a").await.unwrap().as_deref(), Some("a"));
        client::remove(&acting(store, "b"), "app").await.unwrap();
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("a"));
        make("b", "app").await;
        assert_eq!(tenant::of_client(store, "app", "c").await.unwrap().as_deref(), Some("a"), "it is another one now");
        for odd in ["", "a/b", "\0", "\u{1}"] {
            assert_eq!(tenant::of_client(store, odd, "a").await.unwrap(), None);
        }
    })
    .await;
}
