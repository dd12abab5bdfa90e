//! Devices that wait for their users.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::sign_in::device_authorization::{
    self, Created, LIFETIME, NewDeviceAuthorization, Poll, State, create, find, find_by_device_code, find_by_user_code,
    poll, redeem, typed,
};
use authplane_domain::tokens::authorization_grant::{self, Details, Issued, NewGrant};
use authplane_domain::{Error, Result, Store};
use authplane_tests::Database;
use chrono::TimeDelta;
use futures::future::join_all;
use serde_json::json;

use super::{World, acting, everything, on_both, purge};

async fn tenant_with_client(world: &World, id: &str) {
    world.tenant(id).await;
    let new = NewClient { id: Some("tv".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
    client::create(&acting(&world.store, id), new).await.unwrap();
}

async fn begin(store: &Store, tenant: &str) -> Result<Created> {
    let request = json!({"scopes": ["openid"]});
    create(store, tenant, NewDeviceAuthorization { server_id: DEFAULT, client_id: "tv", request }).await
}

async fn approve(store: &Store, device: &str) -> Result<Issued> {
    let new = NewGrant {
        server_id: DEFAULT,
        client_id: "tv",
        details: Details { sub: "ada".to_owned(), ..Details::default() },
        device_authorization: Some(device),
        ..NewGrant::default()
    };
    authorization_grant::issue(&acting(store, "t"), new).await
}

#[tokio::test]
async fn a_device_is_found_by_its_codes_at_its_server_only_and_its_code_is_not_stored() {
    on_both(async |world| {
        for tenant in ["t", "u"] {
            tenant_with_client(&world, tenant).await;
        }
        let store = &world.store;
        let Created { device_authorization: made, device_code } = begin(store, "t").await.unwrap();
        assert_eq!((made.state, made.expires_at), (State::Pending, store.now().timestamp() + LIFETIME));
        let (id, user_code) = (made.id.as_str(), made.user_code.as_str());
        for (tenant, server, found) in [("t", DEFAULT, Some(&made)), ("t", ADMIN, None), ("u", DEFAULT, None)] {
            let by_device_code =
                find_by_device_code(store, ServerKey { tenant, id: server }, &device_code).await.unwrap();
            assert_eq!(by_device_code.as_ref(), found);
            assert_eq!(
                find_by_user_code(store, ServerKey { tenant, id: server }, user_code).await.unwrap().as_ref(),
                found
            );
        }
        assert!(find(store, "t", id).await.unwrap().is_some() && find(store, "u", id).await.unwrap().is_none());
        assert!(!device_authorization::deny(store, "u", id).await.unwrap());
        let text = everything(&world).await;
        assert!(text.contains(user_code) && !text.contains(&device_code));
        let debug = format!("{:?}", Created { device_authorization: made.clone(), device_code: device_code.clone() });
        assert!(!debug.contains(&device_code));
        let new = NewDeviceAuthorization { server_id: DEFAULT, client_id: "nobody", request: json!({}) };
        assert!(matches!(create(store, "t", new).await, Err(Error::NotFound { .. })));
    })
    .await;
}

#[test]
fn a_user_code_is_read_however_it_is_typed() {
    for text in ["WDJBMJHT", "wdjb-mjht", " Wdjb mjht\t", "w.d.j.b–m_j_h_t", "WDJB\u{a0}MJHT"] {
        assert_eq!(typed(text).as_deref(), Some("WDJBMJHT"), "{text:?}");
    }
    for text in
        ["", "-", "WDJBMJH", "WDJBMJHTT", "WDJBMJHA", "WDJBMJH1", "WDJBMJHé", "ＷＤＪＢＭＪＨＴ", &"W".repeat(1 << 20)]
    {
        assert_eq!(typed(text), None);
    }
}

#[tokio::test]
async fn a_device_is_decided_once_and_nothing_is_left_of_who_came_too_late() {
    on_both(async |world| {
        tenant_with_client(&world, "t").await;
        let store = &world.store;
        // A file of SQLite belongs to one process.
        let is_shared = world.database == Database::Postgres;
        let replica = if is_shared { world.replica().await } else { store.clone() };
        for _ in 0..4 {
            let device = begin(store, "t").await.unwrap().device_authorization.id;
            let before = everything(&world).await.matches("\"sub\"").count();
            let decide = (0..16).map(|index| {
                let (store, device) = (if index % 2 == 0 { store } else { &replica }, device.as_str());
                async move {
                    if index % 3 == 0 {
                        return device_authorization::deny(store, "t", device).await.unwrap().then_some(None);
                    }
                    match approve(store, device).await {
                        Ok(issued) => Some(Some(issued.grant.id)),
                        Err(Error::Conflict { field: "device_authorization", .. }) => None,
                        Err(error) => panic!("{error}"),
                    }
                }
            });
            let decided: Vec<Option<String>> = join_all(decide).await.into_iter().flatten().collect();
            assert_eq!(decided.len(), 1, "{decided:?}");
            let row = find(store, "t", &device).await.unwrap().unwrap();
            assert_eq!(row.grant_id, decided[0]);
            assert_eq!(row.state, if decided[0].is_some() { State::Approved } else { State::Denied });
            let after = everything(&world).await.matches("\"sub\"").count();
            assert_eq!(after - before, usize::from(decided[0].is_some()));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_device_is_redeemed_once_of_fifty_times_and_only_in_time() {
    on_both(async |world| {
        tenant_with_client(&world, "t").await;
        let store = &world.store;
        let device = begin(store, "t").await.unwrap().device_authorization;
        assert!(!redeem(store, &device).await.unwrap(), "nobody decided");
        approve(store, &device.id).await.unwrap();
        let redeemed = join_all((0..50).map(|_| redeem(store, &device))).await;
        assert_eq!(redeemed.into_iter().filter(|redeemed| *redeemed.as_ref().unwrap()).count(), 1);
        assert_eq!(find(store, "t", &device.id).await.unwrap().unwrap().state, State::Redeemed);

        let device = begin(store, "t").await.unwrap().device_authorization;
        approve(store, &device.id).await.unwrap();
        let denied = begin(store, "t").await.unwrap().device_authorization;
        assert!(device_authorization::deny(store, "t", &denied.id).await.unwrap());
        assert!(!redeem(store, &denied).await.unwrap());
        let undecided = begin(store, "t").await.unwrap().device_authorization;
        world.clock.advance(TimeDelta::seconds(LIFETIME));
        assert!(!redeem(store, &device).await.unwrap());
        assert!(!device_authorization::deny(store, "t", &undecided.id).await.unwrap());
        assert!(matches!(approve(store, &undecided.id).await, Err(Error::Conflict { .. })));
        assert!(!undecided.waits(store.now().timestamp()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_questions_at_once_all_but_one_are_too_soon() {
    on_both(async |world| {
        tenant_with_client(&world, "t").await;
        let store = &world.store;
        let device = begin(store, "t").await.unwrap().device_authorization;
        let answers = join_all((0..10).map(|_| poll(store, &device))).await;
        let pending = answers.into_iter().filter(|answer| *answer.as_ref().unwrap() == Poll::Pending).count();
        assert_eq!(pending, 1);
        let interval = find(store, "t", &device.id).await.unwrap().unwrap().interval;
        assert_eq!(interval, 5 + 9 * 5);
        world.clock.advance(TimeDelta::seconds(i64::from(interval) - 1));
        assert_eq!(poll(store, &device).await.unwrap(), Poll::SlowDown);
        world.clock.advance(TimeDelta::seconds(i64::from(interval) + 5));
        assert_eq!(poll(store, &device).await.unwrap(), Poll::Pending);
    })
    .await;
}

#[tokio::test]
async fn only_devices_that_expired_long_ago_are_forgotten() {
    on_both(async |world| {
        tenant_with_client(&world, "t").await;
        let store = &world.store;
        let old = begin(store, "t").await.unwrap().device_authorization;
        world.clock.advance(TimeDelta::seconds(LIFETIME + 1));
        let expired = begin(store, "t").await.unwrap().device_authorization;
        world.clock.advance(TimeDelta::seconds(LIFETIME));
        let alive = begin(store, "t").await.unwrap().device_authorization;
        assert_eq!(purge(store, "device_authorizations", 10).await, 1);
        assert!(find(store, "t", &old.id).await.unwrap().is_none());
        for kept in [expired, alive] {
            assert!(find(store, "t", &kept.id).await.unwrap().is_some());
        }
    })
    .await;
}
