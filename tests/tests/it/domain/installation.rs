//! The first start, the second, and two at once.

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::{self, ADMIN, DEFAULT, DEVELOPER, SYSTEM, SigningAlgorithm};
use authplane_domain::catalogue::scope::NewScope;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::NewService;
use authplane_domain::catalogue::{claim, policy, scope, service};
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::clients::role::{self, RoleScopes};
use authplane_domain::clients::{api_client, client};
use authplane_domain::installation::first_start::{
    FirstStart, administrator, check_master_key, first_start, installation_administrator, reset_administrator_secret,
    reset_installation_administrator_secret,
};
use authplane_domain::installation::tenant;
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::signing_key;
use authplane_domain::{Error, Result};

use super::{ROTATION, acting, actor, connect, everything, new_scope, new_service, on_both, tamper};

const FAST: FirstStart = FirstStart { key_algorithm: SigningAlgorithm::EdDSA };

#[tokio::test]
async fn a_second_start_changes_nothing() {
    on_both(async |world| {
        let made = first_start(&world.store, FAST).await.unwrap().administrator.expect("the first start makes one");
        let before = everything(&world).await;
        let replica = world.replica().await;
        replica.migrate().await.unwrap();
        assert!(first_start(&replica, FAST).await.unwrap().administrator.is_none());
        assert!(first_start(&world.store, FAST).await.unwrap().administrator.is_none());
        assert_eq!(everything(&world).await, before);
        assert_eq!(administrator(&replica).await.unwrap(), Some(made));
    })
    .await;
}

#[tokio::test]
async fn two_first_starts_at_once_make_one_installation() {
    on_both(async |world| {
        let replica = world.replica().await;
        let (one, other) = tokio::join!(first_start(&world.store, FAST), first_start(&replica, FAST));
        let made: Vec<_> = [one.unwrap(), other.unwrap()].into_iter().filter_map(|made| made.administrator).collect();
        assert_eq!(made.len(), 1, "one of them makes the administrator");
        assert_eq!(administrator(&replica).await.unwrap().as_ref(), made.first());
        let tenants: Vec<_> = tenant::list(&replica).await.unwrap().into_iter().map(|tenant| tenant.id).collect();
        assert_eq!(BTreeSet::from_iter(tenants), ["default", "system"].map(str::to_owned).into());
        let administrators =
            client::in_parts(&replica, ServerKey { tenant: "default", id: ADMIN }).next().await.unwrap();
        assert_eq!(administrators.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_start_that_crashed_half_way_goes_on() {
    on_both(async |world| {
        super::make_tenant(&world.store, tenant::SYSTEM, SigningAlgorithm::EdDSA).await;
        assert!(administrator(&world.store).await.unwrap().is_none());
        assert!(first_start(&world.store, FAST).await.unwrap().administrator.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_lost_administrator_is_made_again() {
    on_both(async |world| {
        let first = first_start(&world.store, FAST).await.unwrap().administrator.unwrap();
        let reset = reset_administrator_secret(&world.store, &actor()).await.unwrap();
        assert_eq!(reset.client_id, first.client_id);
        assert_ne!(reset.client_secret, first.client_secret);
        client::remove(&acting(&world.store, "default"), &first.client_id).await.unwrap();
        assert!(administrator(&world.store).await.unwrap().is_none());
        let again = reset_administrator_secret(&world.store, &actor()).await.unwrap();
        assert_ne!(again.client_id, first.client_id);
        assert_eq!(administrator(&world.store).await.unwrap(), Some(again));
    })
    .await;
}

#[tokio::test]
async fn the_installation_has_an_administrator_of_its_own_who_is_made_once_and_is_never_lost() {
    on_both(async |world| {
        let store = &world.store;
        assert!(
            matches!(installation_administrator(store).await, Err(Error::NotFound { .. })),
            "before the first start"
        );
        let of_default = first_start(store, FAST).await.unwrap().administrator.unwrap();
        let replica = world.replica().await;
        let (one, other) = tokio::join!(installation_administrator(store), installation_administrator(&replica));
        let made = one.unwrap().unwrap();
        assert_eq!(other.unwrap(), Some(made.clone()), "of two that look at once, one makes it");
        assert_eq!((made.tenant_id.as_str(), made.server_id.as_str()), ("system", SYSTEM));
        let before = everything(&world).await;
        assert_eq!(installation_administrator(store).await.unwrap(), Some(made.clone()));
        assert_eq!(everything(&world).await, before);
        let reset = reset_installation_administrator_secret(store, &actor()).await.unwrap();
        assert_eq!(reset.client_id, made.client_id);
        assert_ne!(reset.client_secret, made.client_secret);
        client::remove(&acting(store, "system"), &made.client_id).await.unwrap();
        assert_eq!(installation_administrator(store).await.unwrap(), None, "whoever took it away wants none");
        let again = reset_installation_administrator_secret(store, &actor()).await.unwrap();
        assert_ne!(again.client_id, made.client_id);
        assert_eq!(installation_administrator(store).await.unwrap(), Some(again));
        assert_eq!(administrator(store).await.unwrap(), Some(of_default), "the other one is as it was");
    })
    .await;
}

/// One request of the administrator's own can take its rights away, and with them the way to give them back.
#[tokio::test]
async fn an_administrator_that_may_do_so_no_longer_is_followed_by_one_that_may() {
    on_both(async |world| {
        let store = &world.store;
        let acting = acting(store, "default");
        let machine =
            || ClientDetails { grant_types: Some(vec!["client_credentials".to_owned()]), ..ClientDetails::default() };
        let full = || ClientDetails { scopes: vec!["all".to_owned()], ..machine() };
        let public = ClientDetails { token_endpoint_auth_method: ClientAuthentication::None, ..full() };
        let first = first_start(store, FAST).await.unwrap().administrator.unwrap();
        client::change(&acting, &first.client_id, ClientDetails { name: "Root".to_owned(), ..full() }, None)
            .await
            .unwrap();
        let mut last = reset_administrator_secret(store, &actor()).await.unwrap();
        assert_eq!(last.client_id, first.client_id, "another name takes nothing away");
        let with_assertion = ClientAuthentication::ClientSecretJwt;
        let by_assertion = ClientDetails { token_endpoint_auth_method: with_assertion, ..full() };
        // A new secret would end with the old one, which may have ended already.
        let for_a_time = ClientDetails { client_secret_expires_at: 4_102_444_800, ..full() };
        let without_grant = ClientDetails { grant_types: Some(vec![]), ..full() };
        for details in [machine(), without_grant, public, by_assertion, for_a_time] {
            client::change(&acting, &last.client_id, details, None).await.unwrap();
            let next = reset_administrator_secret(store, &actor()).await.unwrap();
            assert_ne!(next.client_id, last.client_id);
            let found = client::credentials(store, "default", Some(ADMIN), &next.client_id).await.unwrap().unwrap();
            assert!(found.holds(service::CONTROL_PLANE, "all"));
            assert_eq!(administrator(store).await.unwrap(), Some(next.clone()));
            last = next;
        }
        // Whatever else is called so.
        let server_id = || ADMIN.to_owned();
        service::create(&acting, NewService { server_id: server_id(), ..new_service("own") }).await.unwrap();
        scope::create(&acting, NewScope { server_id: server_id(), ..new_scope("own", "all") }).await.unwrap();
        client::remove(&acting, &last.client_id).await.unwrap();
        let next = reset_administrator_secret(store, &actor()).await.unwrap();
        let found = client::credentials(store, "default", Some(ADMIN), &next.client_id).await.unwrap().unwrap();
        assert!(found.holds(service::CONTROL_PLANE, "all"));
    })
    .await;
}

#[tokio::test]
async fn the_administrator_is_a_machine_with_the_full_scope_and_no_audience_of_its_own() {
    on_both(async |world| {
        let made = first_start(&world.store, FAST).await.unwrap().administrator.unwrap();
        assert_eq!((made.tenant_id.as_str(), made.server_id.as_str()), ("default", ADMIN));
        let found = client::find(&world.store, "default", &made.client_id).await.unwrap().unwrap();
        assert_eq!(found.scopes, ["all"]);
        assert_eq!(&found.grant_types[..], ["client_credentials"]);
        assert!(found.audience.is_empty() && found.redirect_uris.is_empty() && found.response_types.is_empty());
        assert_eq!(made.client_secret.len(), 43);
        assert!(!format!("{made:?}").contains(&made.client_secret));
    })
    .await;
}

const FOREIGN_KEY: &str = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";

fn refused<T: std::fmt::Debug>(result: Result<T>) {
    match result {
        Err(Error::Invalid { field, message }) => {
            assert_eq!(field, "master_key");
            assert!(message.contains("another one") && message.contains("backup"), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_master_key_that_is_not_the_installations_is_refused_before_anything_is_sealed_with_it() {
    on_both(async |world| {
        let made = first_start(&world.store, FAST).await.unwrap().administrator.unwrap();
        let before = everything(&world).await;
        let foreign = connect(&world.url, &world.clock, FOREIGN_KEY).await;
        refused(check_master_key(&foreign).await);
        refused(first_start(&foreign, FAST).await);
        refused(reset_administrator_secret(&foreign, &actor()).await);
        assert_eq!(everything(&world).await, before);
        // One that was put in front changes nothing: the old one still opens.
        let both = format!("{FOREIGN_KEY},{}", super::MASTER_KEY);
        first_start(&connect(&world.url, &world.clock, &both).await, FAST).await.unwrap();
        // A canary of another hand.
        for value in ["", "no base64", "AAAA"] {
            tamper(&world, &format!("UPDATE installation SET value = '{value}' WHERE key = 'master_key_canary'")).await;
            refused(first_start(&world.replica().await, FAST).await);
        }
        assert_eq!(administrator(&world.replica().await).await.unwrap(), Some(made));
    })
    .await;
}

#[tokio::test]
async fn a_database_from_before_the_canary_is_checked_by_the_secrets_that_it_holds() {
    on_both(async |world| {
        let made = first_start(&world.store, FAST).await.unwrap().administrator.unwrap();
        for administered in [true, false] {
            if !administered {
                client::remove(&acting(&world.store, "default"), &made.client_id).await.unwrap();
            }
            assert_eq!(tamper(&world, "DELETE FROM installation WHERE key = 'master_key_canary'").await, 1);
            let before = everything(&world).await;
            refused(first_start(&connect(&world.url, &world.clock, FOREIGN_KEY).await, FAST).await);
            assert_eq!(everything(&world).await, before);
            first_start(&world.replica().await, FAST).await.unwrap();
            assert_ne!(everything(&world).await, before, "the canary is there again");
            refused(first_start(&connect(&world.url, &world.clock, FOREIGN_KEY).await, FAST).await);
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_first_starts_with_different_master_keys_one_fails() {
    on_both(async |world| {
        let foreign = connect(&world.url, &world.clock, FOREIGN_KEY).await;
        let (one, other) = tokio::join!(first_start(&world.store, FAST), first_start(&foreign, FAST));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        refused(if one.is_ok() { other } else { one });
    })
    .await;
}

#[tokio::test]
async fn a_tenant_starts_with_its_servers_services_scopes_claims_policies_and_roles() {
    on_both(async |world| {
        first_start(&world.store, FAST).await.unwrap();
        let store = &world.store;
        let ids = |servers: &[authorization_server::AuthorizationServer]| -> Vec<String> {
            servers.iter().map(|server| server.id.clone()).collect()
        };
        assert_eq!(ids(&authorization_server::list(store, "system").await.unwrap()), [SYSTEM]);
        let servers = authorization_server::list(store, "default").await.unwrap();
        assert_eq!(ids(&servers), [ADMIN, DEFAULT, DEVELOPER, SYSTEM]);
        for server in servers.iter() {
            assert_eq!(server.system, server.id != DEFAULT);
            assert_eq!((server.access_token_ttl, server.refresh_token_ttl), (3600, 30 * 24 * 3600));
            assert!(signing_key::ensure_rotated(store, server.key(), &ROTATION).await.unwrap());
            let ring = signing_key::published(store, server.key()).await.unwrap();
            assert!(ring.signing(store.now()).is_some(), "{} can sign when it has to", server.id);
            let claims =
                claim::list_of_server(store, Freshness::Exact, ServerKey { tenant: "default", id: &server.id })
                    .await
                    .unwrap();
            assert_eq!(claims.len(), 24);
        }
        let groups = async |tenant: &str, server: &str| -> Vec<(String, usize)> {
            let scopes = scope::list_of_server(store, ServerKey { tenant, id: server }).await.unwrap();
            let of = |id: &str| scopes.iter().filter(|entry| entry.scope.service_id.as_deref() == Some(id)).count();
            let services = service::list_of_server(store, ServerKey { tenant, id: server }).await.unwrap();
            let services = &services.items;
            assert!(services.iter().all(|service| service.system));
            services.iter().map(|service| (service.name.clone(), of(&service.id))).collect()
        };
        let common = [("Profile", 6), ("User Privacy & Consent", 2), ("OAuth2", 5)];
        for (tenant, server, own) in [
            ("default", DEVELOPER, vec![]),
            ("default", ADMIN, vec![("Authplane control plane", 33)]),
            ("default", SYSTEM, vec![("Login and Scope Grant", 1), ("Gateway", 1)]),
            ("default", DEFAULT, vec![("Logto Management API", 9), ("Local user store", 3)]),
            ("system", SYSTEM, vec![("Login and Scope Grant", 1), ("Gateway", 1), ("Authplane control plane", 33)]),
        ] {
            let expected: Vec<_> =
                common.into_iter().chain(own).map(|(name, scopes)| (name.to_owned(), scopes)).collect();
            assert_eq!(groups(tenant, server).await, expected, "{tenant}/{server}");
        }
        let policies: Vec<_> = policy::list(store, "default").await.unwrap().into_iter().map(|p| p.id).collect();
        assert_eq!(policies, ["block", "nist-aal-1", "nist-aal-2", "nist-aal-3"]);
        for (id, name, service, scope) in [
            (role::INTERNAL_ADMIN, role::INTERNAL_ADMIN_NAME, service::MANAGEMENT_API, "all"),
            (role::PRIVX_ADMIN, role::PRIVX_ADMIN, service::LOCAL_USER_STORE, "apiClientsManage"),
        ] {
            assert_eq!(role::find(store, "default", id).await.unwrap().unwrap().name, name);
            let given = role::scopes_of(store, "default", id, &RoleScopes::default()).await.unwrap().items;
            let given: Vec<_> =
                given.iter().map(|given| (given.scope.service_id.as_deref(), given.scope.name.as_str())).collect();
            assert_eq!(given, [(Some(service), scope)]);
        }
        for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
            let oauth2 = service::find(store, "default", &service::oauth2_id(server)).await.unwrap().unwrap();
            assert_eq!((oauth2.name.as_str(), oauth2.server_id.as_str()), ("OAuth2", server));
        }
        let management = service::find(store, "default", service::MANAGEMENT_API).await.unwrap().unwrap();
        assert_eq!(management.indicator, "https://default.logto.app/api");
        let all = scope::find(store, "default", "management-api-all").await.unwrap().unwrap();
        assert_eq!((all.name.as_str(), all.service_id.as_deref()), ("all", Some(service::MANAGEMENT_API)));
        let shared = api_client::shared_client_id("default");
        let shared = client::find(store, "default", &shared).await.unwrap().unwrap();
        assert!(shared.system && shared.scopes.is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_non_profile_scopes_are_blocked_for_developers() {
    on_both(async |world| {
        world.tenant("t").await;
        let scopes = scope::list_of_server(&world.store, ServerKey { tenant: "t", id: SYSTEM }).await.unwrap();
        for entry in scopes.iter() {
            let service = &entry.service.as_ref().unwrap().name;
            let blocked = entry.scope.developer_policy_id.as_deref() == Some("block");
            assert_eq!(blocked, service != "Profile" && service != "Gateway", "{service}: {}", entry.scope.name);
        }
    })
    .await;
}
