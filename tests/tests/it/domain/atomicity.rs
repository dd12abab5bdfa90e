//! A change of several rows is all there or not at all, also where its last statement fails.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::{self, ServiceChanges};
use authplane_domain::catalogue::specification::{self, OldPolicies, Specification};
use authplane_domain::catalogue::{policy, scope};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, Details, NewGrant, Remembered};
use authplane_domain::{Error, Store};
use authplane_tests::Database;

use super::{World, acting, actor, everything, make_scope, make_service, new_service, on_both, tamper};

/// From now on, rows of this table for which `condition` holds can't be inserted.
async fn refuse(world: &World, table: &str, condition: &str) {
    refuse_to(world, "INSERT", table, condition).await;
}

/// From now on, rows of this table for which `condition` holds can't be inserted, updated or deleted, whichever it is.
pub(super) async fn refuse_to(world: &World, verb: &str, table: &str, condition: &str) {
    let name = format!("refuse_{verb}_{table}");
    let statements = match world.database {
        Database::Sqlite => vec![format!(
            "CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )],
        Database::Postgres => vec![
            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'"
                .to_owned(),
            format!(
                "CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse()"
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
        service::remove(&acting(&world.store, "t"), &format!("other-{number}")).await.unwrap();
    }
    assert_eq!(without("other-", &everything(world).await), without("other-", &before));
}

/// The lines of [`everything`] that don't name what others did, nor count it.
fn without(others: &str, text: &str) -> Vec<String> {
    let is_of_others = |line: &str| line.contains(others) || line.starts_with("{\"area\":");
    text.lines().filter(|line| !is_of_others(line)).map(str::to_owned).collect()
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
        let service = async || service::create(&acting(&world.store, "t"), new_service("refused")).await;
        leaves_nothing(&world, service).await;
    })
    .await;
}

fn renamed() -> ServiceChanges {
    ServiceChanges { name: Some("renamed".to_owned()), ..ServiceChanges::default() }
}

#[tokio::test]
async fn a_row_whose_change_or_removal_leaves_no_event_stays_as_it_was() {
    on_both(async |world| {
        world_with_client(&world).await;
        make_service(&world.store, "t", "kept").await;
        refuse(&world, "audit_events", "NEW.object_id IN ('kept', 'app')").await;
        let acting = || acting(&world.store, "t");
        leaves_nothing(&world, async || service::change(&acting(), "kept", renamed()).await).await;
        leaves_nothing(&world, async || service::remove(&acting(), "kept").await).await;
        let details = || ClientDetails { name: "renamed".to_owned(), ..ClientDetails::default() };
        leaves_nothing(&world, async || client::change(&acting(), "app", details(), None).await).await;
        leaves_nothing(&world, async || client::set_secret(&acting(), "app", None).await).await;
        leaves_nothing(&world, async || client::remove(&acting(), "app").await).await;
    })
    .await;
}

#[tokio::test]
async fn a_row_that_is_refused_leaves_no_event_of_its_creation_change_or_removal() {
    on_both(async |world| {
        world.tenant("t").await;
        make_service(&world.store, "t", "kept").await;
        refuse_to(&world, "INSERT", "services", "NEW.id = 'refused'").await;
        refuse_to(&world, "UPDATE", "services", "NEW.id = 'kept'").await;
        refuse_to(&world, "DELETE", "services", "OLD.id = 'kept'").await;
        let acting = || acting(&world.store, "t");
        leaves_nothing(&world, async || service::create(&acting(), new_service("refused")).await).await;
        leaves_nothing(&world, async || service::change(&acting(), "kept", renamed()).await).await;
        leaves_nothing(&world, async || service::remove(&acting(), "kept").await).await;
    })
    .await;
}

/// From now on, what leaves an event of `kept` or `refused` can't be committed: a deferred constraint is looked at last.
async fn refuse_commits(world: &World) {
    let statements: &[&str] = match world.database {
        Database::Sqlite => &[
            "CREATE TABLE parents (id INTEGER PRIMARY KEY)",
            "CREATE TABLE orphans (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)",
            "CREATE TRIGGER refuse_commits AFTER INSERT ON audit_events WHEN NEW.object_id IN ('kept', 'refused') \
             BEGIN INSERT INTO orphans VALUES (1); END",
        ],
        Database::Postgres => &[
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'",
            "CREATE CONSTRAINT TRIGGER refuse_commits AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED \
             FOR EACH ROW WHEN (NEW.object_id IN ('kept', 'refused')) EXECUTE FUNCTION refuse()",
        ],
    };
    for statement in statements {
        tamper(world, statement).await;
    }
}

#[tokio::test]
async fn what_cannot_be_committed_leaves_neither_row_nor_event() {
    on_both(async |world| {
        world.tenant("t").await;
        make_service(&world.store, "t", "kept").await;
        refuse_commits(&world).await;
        let acting = || acting(&world.store, "t");
        leaves_nothing(&world, async || service::change(&acting(), "kept", renamed()).await).await;
        leaves_nothing(&world, async || service::remove(&acting(), "kept").await).await;
        // Creations that share their commit on SQLite share its failure, and each is told: none of them is believed to be there.
        let before = everything(&world).await;
        let made = ["refused", "with-it"].map(|id| async { service::create(&acting(), new_service(id)).await });
        let made = futures::future::join_all(made).await;
        assert!(made[0].is_err(), "{made:?}");
        if made[1].is_ok() {
            service::remove(&acting(), "with-it").await.unwrap();
        }
        assert_eq!(without("with-it", &everything(&world).await), without("with-it", &before));
    })
    .await;
}

#[tokio::test]
async fn an_import_of_which_one_row_leaves_no_event_imports_nothing() {
    const DOCUMENT: &str = r#"{"openapi": "3.1.0", "x-policies": [{"id": "staff", "validators": [{"name": "true"}]}],
        "paths": {"/pets": {"get": {"x-policy": "staff", "security": [{"oidc": ["pets"]}]}, "post": {}}},
        "components": {"securitySchemes": {"oidc": {"type": "openIdConnect"}}}}"#;
    for kind in ["api", "scope", "policy", "service"] {
        on_both(async |world| {
            world.tenant("t").await;
            make_service(&world.store, "t", "api").await;
            let condition = format!("NEW.object_type = '{kind}' AND NEW.object_id NOT LIKE 'other-%'");
            refuse(&world, "audit_events", &condition).await;
            let import = async || {
                let document = Specification::read(DOCUMENT, None)?;
                specification::import(&acting(&world.store, "t"), "api", document, OldPolicies::Go).await
            };
            leaves_nothing(&world, import).await;
            assert!(policy::find(&world.store, "t", "staff").await.unwrap().is_none());
        })
        .await;
    }
}

#[tokio::test]
async fn a_tenant_whose_creation_leaves_no_event_is_not_made() {
    on_both(async |world| {
        world.tenant("t").await;
        refuse(&world, "audit_events", "NEW.tenant_id = 'second'").await;
        let new = || NewTenant { id: Some("second".to_owned()), name: "Second".to_owned(), ..NewTenant::default() };
        leaves_nothing(&world, async || tenant::create(&world.store, &actor(), new()).await).await;
        assert!(!tenant::exists(&world.store, "second").await.unwrap());
    })
    .await;
}
