//! Authorization servers, claims and policies: what they may be, and what holds them.

use authplane_domain::catalogue::authorization_server::{
    self, ADMIN, DEFAULT, DEVELOPER, NewServer, SYSTEM, ServerChanges, ServerDetails, SigningAlgorithm,
};
use authplane_domain::catalogue::claim::{self, ClaimDetails, ClaimType, NewClaim};
use authplane_domain::catalogue::policy::{self, Recovery, Rules, Validator};
use authplane_domain::catalogue::scope::{self, NewScope};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service;
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::tokens::signing_key;
use authplane_domain::{Error, Freshness, Result, Store};
use serde_json::{Value, json};

use super::{acting, everything, make_service, on_both, tamper};

fn details() -> ServerDetails {
    ServerDetails { name: "Customers".to_owned(), ..ServerDetails::default() }
}

fn new(id: &str) -> NewServer {
    NewServer {
        id: Some(id.to_owned()),
        key_algorithm: SigningAlgorithm::EdDSA,
        details: details(),
        ..NewServer::default()
    }
}

fn changes(details: ServerDetails) -> ServerChanges {
    ServerChanges { details, ..ServerChanges::default() }
}

fn invalid<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Invalid { field, .. }) => field.into_owned(),
        other => panic!("{other:?}"),
    }
}

fn validator(name: &str, conf: Value) -> Validator {
    let Value::Object(conf) = conf else { panic!("{conf}") };
    Validator { name: name.to_owned(), conf, recovery: vec![] }
}

async fn make_policy(store: &Store, id: &str, validators: Vec<Validator>) -> Result<policy::Policy> {
    policy::create(&acting(store, "t"), id.to_owned(), format!("Policy {id}"), Rules::Validators(validators)).await
}

#[tokio::test]
async fn a_new_server_has_a_key_the_built_in_services_and_the_usual_claims() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let made = authorization_server::create(&acting(store, "t"), new("customers")).await.unwrap();
        assert!(!made.system && !made.opens_control_surface());
        assert_eq!(
            (made.access_token_ttl, made.authorization_code_ttl, made.refresh_token_ttl),
            (3600, 600, 2_592_000)
        );
        assert_eq!(&made.grant_types[..], ["authorization_code", "implicit", "client_credentials", "refresh_token"]);
        assert_eq!(*authorization_server::find(store, "t", "customers").await.unwrap().unwrap(), made);
        let secrets = authorization_server::open_secrets(store, &made).unwrap();
        assert_eq!((secrets.current.len(), secrets.rotated.len()), (43, 0));
        let ring = signing_key::published(store, ServerKey { tenant: "t", id: "customers" }).await.unwrap();
        assert_eq!(ring.signing(store.now()).unwrap().algorithm, SigningAlgorithm::EdDSA);
        let services = service::list_of_server(store, ServerKey { tenant: "t", id: "customers" }).await.unwrap();
        let names: Vec<&str> = services.items.iter().map(|service| service.name.as_str()).collect();
        assert_eq!(names, ["Profile", "User Privacy & Consent", "OAuth2"], "and none that opens the control surface");
        assert!(services.items.iter().all(|service| service.system));
        assert_eq!(scope::list_of_server(store, ServerKey { tenant: "t", id: "customers" }).await.unwrap().len(), 13);
        let claims =
            claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "t", id: "customers" }).await.unwrap();
        assert_eq!(claims.len(), 24);
        let listed = authorization_server::list(store, "t").await.unwrap();
        assert_eq!(listed.last().unwrap().id, "customers");
        let unnamed = authorization_server::create(&acting(store, "t"), NewServer { id: None, ..new("") }).await;
        assert_eq!(unnamed.unwrap().id.len(), 20);
    })
    .await;
}

#[tokio::test]
async fn what_a_server_cannot_be_is_refused_and_nothing_is_written() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        authorization_server::create(&acting(store, "t"), new("taken")).await.unwrap();
        for service in ["oauth2-squatted", "privacy-squatted-too", "profile-squatted-as-well", "alike"] {
            make_service(store, "t", service).await;
        }
        let indicator = "UPDATE services SET indicator = 'urn:authplane:service:profile-named' WHERE id = 'alike'";
        assert_eq!(tamper(&world, indicator).await, 1);
        let before = everything(&world).await;
        let list = |item: &str| vec![item.to_owned()];
        for (details, field) in [
            (ServerDetails { name: " ".to_owned(), ..details() }, "name"),
            (ServerDetails { access_token_ttl: 0, ..details() }, "access_token_ttl"),
            (ServerDetails { id_token_ttl: -1, ..details() }, "id_token_ttl"),
            (ServerDetails { refresh_token_ttl: i64::MAX, ..details() }, "refresh_token_ttl"),
            (ServerDetails { cookie_max_age: 0, ..details() }, "cookie_max_age"),
            (ServerDetails { authorization_code_ttl: 601, ..details() }, "authorization_code_ttl"),
            (ServerDetails { grant_types: list("magic"), ..details() }, "grant_types"),
            (ServerDetails { grant_types: vec!["password".to_owned(); 2], ..details() }, "grant_types"),
            (ServerDetails { profiles: list("fapi_rw"), ..details() }, "profiles"),
            (ServerDetails { profiles: list("openbanking_uk"), ..details() }, "profiles"),
            (ServerDetails { profiles: list("oauth2.1"), ..details() }, "profiles"),
            (ServerDetails { logo_uri: "javascript:alert(1)".to_owned(), ..details() }, "logo_uri"),
            (ServerDetails { logo_uri: "logo.png".to_owned(), ..details() }, "logo_uri"),
            (ServerDetails { user_policy_id: Some("nobody".to_owned()), ..details() }, "user_policy_id"),
            (ServerDetails { developer_policy_id: Some("a b".to_owned()), ..details() }, "developer_policy_id"),
        ] {
            let made = NewServer { details: details.clone(), ..new("other") };
            assert_eq!(invalid(authorization_server::create(&acting(store, "t"), made).await), field);
            let changed = authorization_server::change(&acting(store, "t"), "taken", changes(details)).await;
            assert_eq!(invalid(changed), field);
        }
        for (made, field) in [
            (NewServer { secret: Some("s".repeat(31)), ..new("other") }, "secret"),
            (NewServer { rotated_secrets: vec!["short".to_owned()], ..new("other") }, "rotated_secrets"),
            (NewServer { rotated_secrets: vec!["s".repeat(32); 11], ..new("other") }, "rotated_secrets"),
            (new("a/b"), "id"),
            (new(".well-known"), "id"),
            (new(&"a".repeat(128)), "id"),
            (new(&"a".repeat(121)), "id"),
        ] {
            assert_eq!(invalid(authorization_server::create(&acting(store, "t"), made).await), field);
        }
        for id in [ADMIN, DEFAULT, DEVELOPER, SYSTEM, "taken", "squatted", "squatted-too", "squatted-as-well", "named"]
        {
            let made = authorization_server::create(&acting(store, "t"), new(id)).await;
            assert!(matches!(made, Err(Error::Conflict { thing: "authorization_server", field: "id", .. })), "{id}");
        }
        let nowhere = authorization_server::create(&acting(store, "nobody"), new("other")).await;
        assert!(matches!(nowhere, Err(Error::NotFound { thing: "tenant", .. })));
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_change_replaces_all_but_secrets_and_keeps_what_it_says_to_keep() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let first = "first-secret-of-32-characters-ok!";
        let made = NewServer { secret: Some(first.to_owned()), ..new("customers") };
        authorization_server::create(&acting(store, "t"), made).await.unwrap();
        let wanted = ServerDetails {
            name: "Renamed".to_owned(),
            access_token_ttl: 60,
            enforce_pkce: true,
            profiles: vec!["oauth21".to_owned()],
            user_policy_id: Some("nist-aal-1".to_owned()),
            ..details()
        };
        let changed =
            authorization_server::change(&acting(store, "t"), "customers", changes(wanted)).await.unwrap().server;
        assert_eq!((changed.name.as_str(), changed.access_token_ttl, changed.enforce_pkce), ("Renamed", 60, true));
        assert_eq!(authorization_server::open_secrets(store, &changed).unwrap().current, first);
        assert_eq!(*authorization_server::find(store, "t", "customers").await.unwrap().unwrap(), changed);
        let second = "second-secret-of-32-characters-ok";
        let rotation = ServerChanges {
            secret: Some(second.to_owned()),
            rotated_secrets: Some(vec![first.to_owned()]),
            ..changes(details())
        };
        let rotated = authorization_server::change(&acting(store, "t"), "customers", rotation).await.unwrap().server;
        let secrets = authorization_server::open_secrets(store, &rotated).unwrap();
        assert_eq!((secrets.current.as_str(), secrets.rotated), (second, vec![first.to_owned()]));
        assert_eq!((rotated.access_token_ttl, rotated.user_policy_id.as_deref()), (3600, None), "back to the defaults");
        let nowhere = authorization_server::change(&acting(store, "t"), "nobody", changes(details())).await;
        assert!(matches!(nowhere, Err(Error::NotFound { .. })));
        // Built-in ones can be changed too, and stay what they are.
        let system = authorization_server::change(&acting(store, "t"), ADMIN, changes(details())).await.unwrap().server;
        assert!(system.system && system.opens_control_surface());
    })
    .await;
}

#[tokio::test]
async fn a_server_goes_with_all_that_is_below_it_but_not_the_built_in_ones() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        authorization_server::create(&acting(store, "t"), new("customers")).await.unwrap();
        let app = NewClient { id: Some("app".to_owned()), server_id: "customers".to_owned(), ..NewClient::default() };
        client::create(&acting(store, "t"), app).await.unwrap();
        assert!(client::credentials(store, "t", None, "app").await.unwrap().is_some());
        let key = signing_key::published(store, ServerKey { tenant: "t", id: "customers" })
            .await
            .unwrap()
            .signing(store.now())
            .unwrap()
            .id
            .clone();
        authorization_server::remove(&acting(store, "t"), "customers").await.unwrap();
        assert!(authorization_server::find(store, "t", "customers").await.unwrap().is_none());
        assert!(client::credentials(store, "t", None, "app").await.unwrap().is_none(), "a cached client is gone too");
        assert!(
            service::list_of_server(store, ServerKey { tenant: "t", id: "customers" }).await.unwrap().items.is_empty()
        );
        assert!(
            claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "t", id: "customers" })
                .await
                .unwrap()
                .is_empty()
        );
        assert!(
            signing_key::published(store, ServerKey { tenant: "t", id: "customers" })
                .await
                .unwrap()
                .signing(store.now())
                .is_none()
        );
        let again = authorization_server::remove(&acting(store, "t"), "customers").await;
        assert!(matches!(again, Err(Error::NotFound { .. })));
        // CVE-2026-55670: who comes back under the same id signs with other keys and has nobody's clients.
        authorization_server::create(&acting(store, "t"), new("customers")).await.unwrap();
        let ring = signing_key::published(store, ServerKey { tenant: "t", id: "customers" }).await.unwrap();
        assert!(ring.verifying(&key, store.now()).is_none());
        assert!(client::in_parts(store, ServerKey { tenant: "t", id: "customers" }).next().await.unwrap().is_empty());
        let before = everything(&world).await;
        for id in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
            let removed = authorization_server::remove(&acting(store, "t"), id).await;
            assert!(matches!(removed, Err(Error::Refused { code: "built_in", .. })), "{id}");
        }
        assert_eq!(everything(&world).await, before);
    })
    .await;
}

#[tokio::test]
async fn claims_come_change_and_go_and_never_stand_in_the_place_of_others() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let details = |name: &str, claim_type| ClaimDetails {
            name: name.to_owned(),
            mapping: "employee.department".to_owned(),
            claim_type,
            scopes: vec!["profile".to_owned()],
        };
        let new = |id: &str, name: &str| NewClaim {
            id: Some(id.to_owned()),
            server_id: DEFAULT.to_owned(),
            details: details(name, ClaimType::IdToken),
        };
        let made = claim::create(&acting(store, "t"), new("dept", "department")).await.unwrap();
        assert_eq!(claim::find(store, "t", "dept").await.unwrap(), Some(made));
        let listed =
            claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert_eq!(listed.len(), 25);
        let changed = claim::change(&acting(store, "t"), "dept", details("department", ClaimType::AccessToken)).await;
        assert_eq!(changed.unwrap().claim_type, ClaimType::AccessToken);
        let listed =
            claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert_eq!(listed.last().unwrap().claim_type, ClaimType::AccessToken, "the cached list follows");
        // The other type has names of its own.
        claim::create(&acting(store, "t"), new("dept-2", "department")).await.unwrap();
        let before = everything(&world).await;
        let taken = claim::create(&acting(store, "t"), new("other", "department")).await;
        assert!(matches!(taken, Err(Error::Conflict { field: "name", .. })), "{taken:?}");
        let taken = claim::create(&acting(store, "t"), new("dept", "other")).await;
        assert!(matches!(taken, Err(Error::Conflict { field: "id", .. })), "{taken:?}");
        let taken = claim::change(&acting(store, "t"), "dept", details("department", ClaimType::IdToken)).await;
        assert!(matches!(taken, Err(Error::Conflict { field: "name", .. })), "{taken:?}");
        let nowhere = NewClaim { server_id: "nobody".to_owned(), ..new("other", "other") };
        let nowhere = claim::create(&acting(store, "t"), nowhere).await;
        assert!(matches!(nowhere, Err(Error::NotFound { thing: "authorization_server", .. })));
        let unknown = claim::change(&acting(store, "t"), "nobody", details("other", ClaimType::IdToken)).await;
        assert!(matches!(unknown, Err(Error::NotFound { thing: "claim", .. })));
        // CVE-2024-29892, also one level down: `cnf.jkt` would bind a token to somebody else's key.
        for name in
            ["iss", "sub", "aud", "exp", "scp", "client_id", "tid", "cnf", "cnf.jkt", "act.sub", "", "a..b", "."]
        {
            assert_eq!(invalid(claim::create(&acting(store, "t"), new("other", name)).await), "name", "{name}");
        }
        let mut nothing = new("other", "other");
        nothing.details.mapping = String::new();
        assert_eq!(invalid(claim::create(&acting(store, "t"), nothing).await), "mapping");
        let mut spaced = new("other", "other");
        spaced.details.scopes = vec!["a b".to_owned()];
        assert_eq!(invalid(claim::create(&acting(store, "t"), spaced).await), "scopes");
        assert_eq!(everything(&world).await, before);
        claim::remove(&acting(store, "t"), "dept").await.unwrap();
        assert_eq!(claim::find(store, "t", "dept").await.unwrap(), None);
        let again = claim::remove(&acting(store, "t"), "dept").await;
        assert!(matches!(again, Err(Error::NotFound { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_is_used_stays() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        for id in ["of-server", "of-scope", "of-nobody"] {
            make_policy(store, id, vec![validator("true", json!({}))]).await.unwrap();
        }
        let taken = make_policy(store, "block", vec![]).await;
        assert!(matches!(taken, Err(Error::Conflict { thing: "policy", field: "id", .. })));
        authorization_server::create(&acting(store, "t"), new("customers")).await.unwrap();
        let used = ServerDetails { developer_policy_id: Some("of-server".to_owned()), ..details() };
        authorization_server::change(&acting(store, "t"), "customers", changes(used)).await.unwrap();
        let scope = NewScope {
            server_id: "customers".to_owned(),
            name: "orders".to_owned(),
            user_policy_id: Some("of-scope".to_owned()),
            ..NewScope::default()
        };
        let scope = scope::create(&acting(store, "t"), scope).await.unwrap();
        for id in ["of-server", "of-scope", "block"] {
            let removed = policy::remove(&acting(store, "t"), id).await;
            assert!(matches!(removed, Err(Error::Refused { code: "in_use", .. })), "{id}: {removed:?}");
        }
        policy::remove(&acting(store, "t"), "of-nobody").await.unwrap();
        assert!(policy::find_cached(store, Freshness::Exact, "t", "of-nobody").await.unwrap().is_none());
        authorization_server::change(&acting(store, "t"), "customers", changes(details())).await.unwrap();
        scope::remove(&acting(store, "t"), &scope.id).await.unwrap();
        for id in ["of-server", "of-scope"] {
            policy::remove(&acting(store, "t"), id).await.unwrap();
        }
        let again = policy::remove(&acting(store, "t"), "of-nobody").await;
        assert!(matches!(again, Err(Error::NotFound { thing: "policy", .. })));
        // `block` stands before built-in scopes, a level of assurance before nothing yet.
        assert!(policy::guards_control_surface(store, "t", "block").await.unwrap());
        assert!(!policy::guards_control_surface(store, "t", "nist-aal-1").await.unwrap());
        let guarded = ServerDetails { user_policy_id: Some("nist-aal-1".to_owned()), ..details() };
        authorization_server::change(&acting(store, "t"), ADMIN, changes(guarded)).await.unwrap();
        assert!(policy::guards_control_surface(store, "t", "nist-aal-1").await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn what_the_evaluator_could_only_refuse_is_told_when_the_policy_is_made() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let field = |field: Value| json!({"fields": [field]});
        let good =
            |comparator: &str, value: Value| field(json!({"field": "a", "comparator": comparator, "value": value}));
        let all = vec![
            validator("true", json!({})),
            validator("false", json!({"whatever": 1})),
            validator("identity-context", good("equals", json!("x"))),
            validator("identity-context", good("contains_any", json!(["x", 1]))),
            validator("identity-context", field(json!({"field": "a", "comparator": "exists"}))),
            validator("header", good("matches", json!("a+"))),
            validator("consent", json!({"action": "a"})),
            validator("consent", json!({"consents": ["a"]})),
        ];
        let made = make_policy(store, "all", all.clone()).await.unwrap();
        assert_eq!(made.rules, Rules::Validators(all));
        let before = everything(&world).await;
        let recovery = Validator {
            recovery: vec![Recovery { kind: "otp".to_owned(), id: String::new() }],
            ..validator("true", json!({}))
        };
        for (wrong, at) in [
            (validator("magic", json!({})), "validators[0].name"),
            (validator("", json!({})), "validators[0].name"),
            (validator("identity-context", json!({})), "validators[0].conf.fields"),
            (validator("header", json!({"fields": []})), "validators[0].conf.fields"),
            (validator("header", json!({"fields": {}})), "validators[0].conf.fields"),
            (validator("header", field(json!("a"))), "validators[0].conf.fields[0].field"),
            (validator("header", field(json!({"field": ""}))), "validators[0].conf.fields[0].field"),
            (validator("header", good("like", json!("a"))), "validators[0].conf.fields[0].comparator"),
            (validator("header", good("equals", json!(null))), "validators[0].conf.fields[0].value"),
            (validator("header", good("contains_all", json!([]))), "validators[0].conf.fields[0].value"),
            (validator("header", good("starts_with", json!(1))), "validators[0].conf.fields[0].value"),
            (validator("header", good("exists", json!("yes"))), "validators[0].conf.fields[0].value"),
            (validator("consent", json!({})), "validators[0].conf"),
            (validator("consent", json!({"action": "", "consents": null})), "validators[0].conf"),
            (validator("consent", json!({"action": null, "consents": []})), "validators[0].conf"),
            (validator("consent", json!({"action": 1})), "validators[0].conf.action"),
            (validator("consent", json!({"consents": [""]})), "validators[0].conf.consents"),
            (recovery, "validators[0].recovery[0].id"),
        ] {
            assert_eq!(invalid(make_policy(store, "wrong", vec![wrong.clone()]).await), at);
            let wrong = Rules::Validators(vec![wrong]);
            let changed = policy::change(&acting(store, "t"), "all", "All".to_owned(), wrong).await;
            assert_eq!(invalid(changed), at);
        }
        assert_eq!(invalid(make_policy(store, "a/b", vec![]).await), "id");
        let unnamed =
            policy::create(&acting(store, "t"), "a".to_owned(), String::new(), Rules::Validators(vec![])).await;
        assert_eq!(invalid(unnamed), "policy_name");
        let many = vec![validator("true", json!({})); 65];
        assert_eq!(invalid(make_policy(store, "many", many).await), "validators");
        assert_eq!(everything(&world).await, before);
        let none = Rules::Validators(vec![]);
        let changed = policy::change(&acting(store, "t"), "all", "None".to_owned(), none).await.unwrap();
        assert_eq!(changed.rules, Rules::Validators(vec![]));
        let found = policy::find_cached(store, Freshness::Exact, "t", "all").await.unwrap().unwrap();
        assert_eq!(found.name, "None");
    })
    .await;
}
