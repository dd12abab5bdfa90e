//! A change of several rows is all there or not at all, also where its last statement fails.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::scope;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, Details, NewGrant, Remembered};
use authplane_domain::{Error, Store};
use authplane_tests::Database;

use super::{World, acting, everything, make_scope, make_service, new_service, on_both, tamper};

/// From now on, rows of this table for which `condition` holds can't be inserted.
async fn refuse(world: &World, table: &str, condition: &str) {
    let statements = match world.database {
        Database::Sqlite => vec![format!(
            "CREATE TRIGGER refuse_{table} BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )],
        Database::Postgres => vec![
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'"
                .to_owned(),
            format!(
                "CREATE TRIGGER refuse_{table} BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse()"
            ),
        ],
    };
    for statement in statements {
        tamper(world, &statement).await;
    }
}

async fn world_with_client(world: &World) {
    world.tenant("t").await;
    let details = ClientDetails { scopes: vec!["openid".to_owned()], ..ClientDetails::default() };
    let new = NewClient { id: Some("app".to_owned()), server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
    client::create(&acting(&world.store, "t"), new).await.unwrap();
}

async fn issue(store: &Store) -> authplane_domain::Result<AuthorizationGrant> {
    let known = scope::of_server_by_name(store, ServerKey { tenant: "t", id: DEFAULT }, &["openid"]).await?;
    let ids = known["openid"].iter().map(|scope| scope.id.clone()).collect();
    let new = NewGrant {
        server_id: DEFAULT,
        client_id: "app",
        details: Details { sub: "ada".to_owned(), ..Details::default() },
        code_lifetime: Some(60),
        remembered: Some(Remembered {
            language: "en",
            scopes: vec![AskedScope { name: "openid".to_owned(), ids }],
            refused: Vec::new(),
        }),
        ..NewGrant::default()
    };
    authorization_grant::issue(&acting(store, "t"), new).await.map(|issued| issued.grant)
}

/// Runs `change` alone, then while others create things whose commit it may share: it fails, of it nothing is there, and of theirs everything.
async fn leaves_nothing<T: std::fmt::Debug>(world: &World, change: impl AsyncFn() -> authplane_domain::Result<T>) {
    let before = everything(world).await;
    let refused = change().await.unwrap_err();
    assert!(matches!(refused, Error::Internal(_)), "{refused:?}");
    assert_eq!(everything(world).await, before);

    let others: Vec<_> = (0..20)
        .map(|number| {
            let store = world.store.clone();
            tokio::spawn(async move { make_service(&store, "t", &format!("other-{number}")).await })
        })
        .collect();
    for _ in 0..20 {
        change().await.unwrap_err();
    }
    for other in others {
        other.await.unwrap();
    }
    for number in 0..20 {
        authplane_domain::catalogue::service::remove(&acting(&world.store, "t"), &format!("other-{number}"))
            .await
            .unwrap();
    }
    let of_events =
        |text: &str| text.lines().filter(|line| !line.contains("other-")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(of_events(&everything(world).await), of_events(&before));
}

#[tokio::test]
async fn a_grant_whose_revocation_leaves_no_event_is_not_revoked() {
    on_both(async |world| {
        world_with_client(&world).await;
        let grant = issue(&world.store).await.unwrap();
        refuse(&world, "audit_events", "NEW.object_type = 'authorization_grant'").await;
        leaves_nothing(&world, async || authorization_grant::revoke(&acting(&world.store, "t"), &grant.id, 3600).await)
            .await;
        let take_back = async || {
            authorization_grant::take_back(
                &acting(&world.store, "t"),
                Given { server_id: DEFAULT, subject: &grant.subject, client_id: "app" },
                3600,
            )
            .await
        };
        leaves_nothing(&world, take_back).await;
        let found = authorization_grant::find(&world.store, "t", &grant.id).await.unwrap().unwrap();
        assert_eq!(found.revoked_at, None);
    })
    .await;
}

#[tokio::test]
async fn a_grant_that_is_not_remembered_as_asked_is_not_issued() {
    on_both(async |world| {
        world_with_client(&world).await;
        refuse(&world, "scope_grants", "NEW.scope_name = 'openid'").await;
        leaves_nothing(&world, async || issue(&world.store).await).await;
    })
    .await;
    on_both(async |world| {
        world_with_client(&world).await;
        refuse(&world, "consents", "NEW.scope_name = 'openid'").await;
        leaves_nothing(&world, async || issue(&world.store).await).await;
    })
    .await;
}

#[tokio::test]
async fn a_row_whose_creation_leaves_no_event_is_not_made() {
    on_both(async |world| {
        world_with_client(&world).await;
        make_service(&world.store, "t", "api").await;
        make_scope(&world.store, "t", "api", "read").await;
        refuse(&world, "audit_events", "NEW.object_type = 'client' OR NEW.object_id = 'refused'").await;
        let details = || ClientDetails { scopes: vec!["read".to_owned()], ..ClientDetails::default() };
        let new = |id: Option<String>| NewClient {
            id,
            server_id: DEFAULT.to_owned(),
            details: details(),
            ..NewClient::default()
        };
        leaves_nothing(&world, async || client::create(&acting(&world.store, "t"), new(None)).await).await;
        let chosen = Some("chosen".to_owned());
        leaves_nothing(&world, async || client::create(&acting(&world.store, "t"), new(chosen.clone())).await).await;
        let service = async || {
            authplane_domain::catalogue::service::create(&acting(&world.store, "t"), new_service("refused")).await
        };
        leaves_nothing(&world, service).await;
    })
    .await;
}
