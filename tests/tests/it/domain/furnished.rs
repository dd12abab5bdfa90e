//! A tenant that has at least one row in every table: what the tests that go through all tables begin with.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use authplane_domain::catalogue::api::{self, Api, ApiDetails, NewApi};
use authplane_domain::catalogue::authorization_server::{self, DEFAULT, NewServer, ServerDetails, SigningAlgorithm};
use authplane_domain::catalogue::claim::{self, Claim, ClaimDetails, ClaimType, NewClaim};
use authplane_domain::catalogue::gateway::{self, Gateway, GatewayType, NewGateway};
use authplane_domain::catalogue::policy::{self, Rules};
use authplane_domain::catalogue::scope::Scope;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service;
use authplane_domain::catalogue::specification::{self, OldPolicies, Specification};
use authplane_domain::clients::api_client::{self, ApiClient};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::clients::role::{self, NewRole, Role, RoleType};
use authplane_domain::configuration::beside::PolicyBeside;
use authplane_domain::configuration::wanted::WantedPolicy;
use authplane_domain::configuration::{self, Entry, Options, Wanted};
use authplane_domain::installation::{idempotent_answer, tenant};
use authplane_domain::privacy::consent::{self, ConsentDetails, GrantType, UpdateExistingGrants};
use authplane_domain::privacy::consent_action::{self, ConsentActionDetails, ConsentOfAction};
use authplane_domain::privacy::consent_grant::{self, Act, Manner, Permit, Wish};
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::device_authorization::{self, DeviceAuthorization, NewDeviceAuthorization};
use authplane_domain::sign_in::login_request::{self, LoginRequest, NewLoginRequest};
use authplane_domain::sign_in::session::{self, Authentication, Started};
use authplane_domain::sign_in::user::{self, NewUser, User};
use authplane_domain::tokens::assertion::Assertion;
use authplane_domain::tokens::authorization_grant::{self, Details, Issued, NewGrant, Remembered};
use authplane_domain::tokens::{assertion, revoked_token};
use authplane_domain::{Result, Store};
use serde_json::json;

use super::{World, acting, ledger, make_scope, make_service};

/// The server that can be removed.
pub(super) const SHOP: &str = "shop";
/// What is guessed at.
pub(super) const LIMIT: Limit<'static> = Limit { key: "password", failures: 1, seconds: 600 };

/// How long an idempotency key is held.
pub(super) const MINUTE: Duration = Duration::from_mins(1);

/// What has an id that was made by chance.
pub(super) struct Furnished {
    pub(super) scope: Scope,
    /// It gives that scope, and the client `machine` has it.
    pub(super) role: Role,
    pub(super) claim: Claim,
    pub(super) user: User,
    pub(super) api: Api,
    pub(super) robot: ApiClient,
    /// Of the server [`SHOP`].
    pub(super) gateway: Gateway,
    pub(super) started: Started,
    pub(super) login_request: LoginRequest,
    pub(super) device: DeviceAuthorization,
    pub(super) issued: Issued,
    /// Of the idempotency key `key`.
    pub(super) idempotency: String,
}

pub(super) fn claim_details(name: &str) -> ClaimDetails {
    ClaimDetails {
        name: name.to_owned(),
        mapping: "department".to_owned(),
        claim_type: ClaimType::AccessToken,
        scopes: vec![],
    }
}

pub(super) fn consent_details(name: &str) -> ConsentDetails {
    ConsentDetails {
        name: name.to_owned(),
        description: String::new(),
        can_be_withdrawn: true,
        internal_services: vec![],
        third_party_services: vec![],
        pii_categories: vec![],
        update_existing_grants: UpdateExistingGrants::ExplicitAll,
        valid_from: None,
    }
}

pub(super) fn action_details(name: &str) -> ConsentActionDetails {
    let consents = vec![ConsentOfAction { id: "newsletter".to_owned(), required: true }];
    ConsentActionDetails { name: name.to_owned(), description: String::new(), consents }
}

/// The specification of the service `pets`.
pub(super) fn pets() -> Specification {
    let document = "openapi: 3.1.0\nx-policies: [{id: keepers}]\npaths: {/pets: {get: {x-policy: keepers}}}";
    Specification::read(document, None).unwrap()
}

/// A specification of so many APIs, whose paths all begin with this.
pub(super) fn many(count: usize, begin: &str) -> Specification {
    let paths: Vec<_> = (0..count).map(|index| format!("\"/{begin}/{index}\":{{\"get\":{{}}}}")).collect();
    let document = format!("{{\"openapi\":\"3.1.0\",\"paths\":{{{}}}}}", paths.join(","));
    Specification::read(&document, None).unwrap()
}

/// Makes the tenant.
pub(super) async fn furnish(world: &World, tenant: &str) -> Furnished {
    // It has grown too long for whoever waits for it.
    Box::pin(furnished(world, tenant)).await
}

/// A user without a password.
async fn make_user(store: &Store, tenant: &str) -> User {
    let new = NewUser { username: Some("grace".to_owned()), ..NewUser::default() };
    user::create(&acting(store, tenant), new).await.unwrap()
}

/// A role that gives the scope, and the machine that has it.
async fn make_role(store: &Store, tenant: &str, scope: &Scope) -> Role {
    let details =
        ClientDetails { grant_types: Some(vec!["client_credentials".to_owned()]), ..ClientDetails::default() };
    let new =
        NewClient { id: Some("machine".to_owned()), server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
    client::create(&acting(store, tenant), new).await.unwrap();
    let new = NewRole {
        name: "readers".to_owned(),
        description: "Read".to_owned(),
        role_type: RoleType::MachineToMachine,
        is_default: false,
        scope_ids: vec![scope.id.clone()],
    };
    let role = role::create(&acting(store, tenant), new).await.unwrap();
    client::add_roles(&acting(store, tenant), "machine", std::slice::from_ref(&role.id)).await.unwrap();
    role
}

async fn furnished(world: &World, tenant: &str) -> Furnished {
    world.tenant(tenant).await;
    let store = &world.store;
    let details = ServerDetails { name: "Shop".to_owned(), ..ServerDetails::default() };
    let key_algorithm = SigningAlgorithm::EdDSA;
    let new = NewServer { id: Some(SHOP.to_owned()), key_algorithm, details, ..NewServer::default() };
    authorization_server::create(&acting(store, tenant), new).await.unwrap();
    make_service(store, tenant, "orders").await;
    service::set_default(&acting(store, tenant), "orders", true).await.unwrap();
    let scope = make_scope(store, tenant, "orders", "read").await;
    let rules = Rules::Validators(vec![]);
    policy::create(&acting(store, tenant), "strict".to_owned(), "Strict".to_owned(), rules).await.unwrap();
    consent::create(&acting(store, tenant), "newsletter".to_owned(), consent_details("News")).await.unwrap();
    consent_action::create(&acting(store, tenant), "subscribe".to_owned(), action_details("Subscribe")).await.unwrap();
    let new = NewClaim { id: None, server_id: DEFAULT.to_owned(), details: claim_details("department") };
    let claim = claim::create(&acting(store, tenant), new).await.unwrap();
    let new = NewApi {
        id: None,
        service_id: "orders".to_owned(),
        method: "GET".to_owned(),
        path: "/orders/{id}".to_owned(),
        position: None,
        can_have_policy: true,
        details: ApiDetails { policy_id: None, data_classifications: vec!["pii".to_owned()] },
    };
    let api = api::create(&acting(store, tenant), new).await.unwrap();
    let rules = Rules::Validators(vec![]);
    let row = WantedPolicy { name: "Brought".to_owned(), rules, beside: PolicyBeside::default() };
    let entry = Entry { at: "/policies/0".to_owned(), id: "brought".to_owned(), wanted: row };
    let wanted = Wanted { policies: Some(vec![entry]), ..Wanted::default() };
    Box::pin(configuration::bring_in(&acting(store, tenant), wanted, Options::default())).await.unwrap();
    make_service(store, tenant, "pets").await;
    specification::import(&acting(store, tenant), "pets", pets(), OldPolicies::Go).await.unwrap();
    let details = ClientDetails { scopes: vec!["read".to_owned()], ..ClientDetails::default() };
    for (id, server_id, details) in [("app", DEFAULT, details), ("till", SHOP, ClientDetails::default())] {
        let new =
            NewClient { id: Some(id.to_owned()), server_id: server_id.to_owned(), details, ..NewClient::default() };
        client::create(&acting(store, tenant), new).await.unwrap();
    }
    let role = make_role(store, tenant, &scope).await;
    let user = make_user(store, tenant).await;
    let robot = api_client::create(&acting(store, tenant), "robot".to_owned(), vec![]).await.unwrap();
    let new = NewGateway {
        server_id: SHOP.to_owned(),
        name: "Door".to_owned(),
        description: String::new(),
        gateway_type: GatewayType::Standalone,
    };
    let (gateway, _) = gateway::create(&acting(store, tenant), new).await.unwrap();

    let authentication = Authentication { subject: "ada".to_owned(), ..Authentication::default() };
    let started =
        session::start(&acting(store, tenant), DEFAULT, authentication.clone(), 3600, None, None).await.unwrap();
    let new = NewLoginRequest {
        server_id: DEFAULT,
        client_id: Some("app"),
        browser: "browser",
        request: json!({}),
        signed_in: None,
    };
    let login_request = login_request::create(store, tenant, new).await.unwrap();
    let new = NewDeviceAuthorization { server_id: DEFAULT, client_id: "app", request: json!({}) };
    let device = device_authorization::create(store, tenant, new).await.unwrap().device_authorization;
    let new = NewGrant {
        server_id: DEFAULT,
        client_id: "app",
        session_id: Some(&started.session.id),
        details: Details { authentication, ..Details::default() },
        code_lifetime: Some(60),
        refreshable: true,
        remembered: Some(Remembered {
            language: "en",
            scopes: vec![AskedScope { name: "read".to_owned(), ids: vec![scope.id.clone()] }],
            refused: Vec::new(),
        }),
        ..NewGrant::default()
    };
    let issued = authorization_grant::issue(&acting(store, tenant), new).await.unwrap();
    let wishes = [Wish::new("newsletter".to_owned(), true, GrantType::Explicit)];
    let wishes = (wishes.as_slice(), Manner::Several);
    let signer = ledger::signer(store, tenant).await;
    Box::pin(consent_grant::act(&acting(store, tenant), &signer, "ada", Act::default(), wishes, Permit::of_service()))
        .await
        .unwrap();
    consent::create(&acting(store, tenant), "former".to_owned(), consent_details("Former")).await.unwrap();
    consent::remove(&acting(store, tenant), "former").await.unwrap();
    let soon = store.now().timestamp() + 600;
    revoked_token::revoke(store, tenant, "jti", soon).await.unwrap();
    assert!(assertion::claim(store, tenant, Assertion { client_id: "app", jti: "jti" }, soon).await.unwrap());
    attempt::take(store, tenant, &[LIMIT]).await.unwrap();
    let idempotency = match idempotent_answer::claim(store, tenant, "key", "asked", MINUTE).await.unwrap() {
        idempotent_answer::KeyClaim::Held(claim) => claim,
        other => panic!("{other:?}"),
    };
    Furnished { scope, role, claim, user, api, robot, gateway, started, login_request, device, issued, idempotency }
}

/// What was found, as text; nothing for an error.
pub(super) fn text<T: Debug>(found: Result<T>) -> String {
    format!("{:?}", found.unwrap())
}

/// As [`text`], for what may not be there.
pub(super) fn some<T: Debug>(found: Result<Option<Arc<T>>>) -> String {
    text(found)
}

/// Everything that the domain reads through its cache, as text, by the finder.
pub(super) async fn cached(store: &Store, tenant: &str, made: &Furnished) -> Vec<(&'static str, String)> {
    use authplane_domain::catalogue::scope;
    use authplane_domain::clients::api_client::{Listing, SortKey};
    use authplane_domain::sign_in::authentication;
    use authplane_domain::tokens::signing_key;
    use authplane_domain::{Freshness, Window};

    let notified = Freshness::Notified;
    let window = Window { limit: 50, offset: 0 };
    let listing = Listing { window, sort: SortKey::Name, descending: false, keywords: String::new() };
    let mut found = vec![
        ("tenant::find", some(tenant::find(store, tenant).await)),
        ("tenant::of_client", text(tenant::of_client(store, "till", "nobody").await)),
        ("authorization_server::list", text(authorization_server::list(store, tenant).await)),
        ("service::find", some(service::find(store, tenant, "orders").await)),
        ("service::default_of_tenant", some(service::default_of_tenant(store, notified, tenant).await)),
        ("scope::find", some(scope::find(store, tenant, &made.scope.id).await)),
        ("scope::page_of_service", text(scope::page_of_service(store, tenant, "orders", Some(window), None).await)),
        ("api::matcher", {
            let matcher = api::matcher(store, notified, tenant, "orders").await;
            text(matcher.map(|matcher| matcher.find("GET", "/orders/1")))
        }),
        ("policy::find_cached", some(policy::find_cached(store, notified, tenant, "strict").await)),
        ("api_client::find", some(api_client::find(store, tenant, &made.robot.id).await)),
        ("api_client::page", text(api_client::page(store, tenant, &listing).await)),
        ("api_client::credentials", some(api_client::credentials(store, tenant, &made.robot.id).await)),
        ("gateway::find", some(gateway::find(store, tenant, &made.gateway.id).await)),
        ("authorization_grant::find_unchanging", {
            some(authorization_grant::find_unchanging(store, tenant, &made.issued.grant.id).await)
        }),
    ];
    let indicator = "urn:authplane:service:orders";
    found.push((
        "service::find_by_indicator",
        some(service::find_by_indicator(store, notified, tenant, indicator).await),
    ));
    let user = Authentication {
        subject: made.user.id.clone(),
        method_id: user::METHOD.to_owned(),
        ..Authentication::default()
    };
    let methods = authentication::of_server(store, ServerKey { tenant, id: DEFAULT }).await.unwrap();
    found.push(("user::standing", text(authentication::still_signs_in(store, tenant, &methods, &user).await)));
    for client in ["app", "till", "machine"] {
        found.push(("client::credentials", some(client::credentials(store, tenant, None, client).await)));
    }
    for server in [DEFAULT, SHOP] {
        found.extend([
            ("authorization_server::find", some(authorization_server::find(store, tenant, server).await)),
            (
                "authentication::of_server",
                text(authentication::of_server(store, ServerKey { tenant, id: server }).await),
            ),
            ("service::list_of_server", text(service::list_of_server(store, ServerKey { tenant, id: server }).await)),
            ("service::page", text(service::page(store, ServerKey { tenant, id: server }, Some(window)).await)),
            (
                "service::page_with_scopes",
                text(service::page_with_scopes(store, ServerKey { tenant, id: server }, Some(window)).await),
            ),
            ("gateway::list_of_server", text(gateway::list_of_server(store, ServerKey { tenant, id: server }).await)),
            ("scope::list_of_server", text(scope::list_of_server(store, ServerKey { tenant, id: server }).await)),
            (
                "claim::list_of_server",
                text(claim::list_of_server(store, notified, ServerKey { tenant, id: server }).await),
            ),
            ("signing_key::published", text(signing_key::published(store, ServerKey { tenant, id: server }).await)),
        ]);
        let by_name =
            scope::of_server_by_name(store, ServerKey { tenant, id: server }, &["read", "renamed"]).await.unwrap();
        let by_name: std::collections::BTreeMap<_, _> = by_name.iter().collect();
        found.push(("scope::of_server_by_name", format!("{by_name:?}")));
    }
    found
}
