//! Somebody is forgotten: nothing of theirs works any more, and nothing that stays names them.

use authplane::tokens::tenant_signer::TenantSignatures;
use authplane_domain::Error;
use authplane_domain::catalogue::authorization_server::{DEFAULT, DEVELOPER};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::{self, Actor};
use authplane_domain::privacy::erasure::{self, Erased};
use authplane_domain::privacy::ledger::{self, Filter, Verified};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use serde_json::json;

use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::domain::everything_in;

/// A name, and parts of what is known besides, that nothing else has.
const ZORA: &str = "zora-lovelace";
const MAIL: &str = "zora.l@people.example";

async fn erase(tenant: &Tenant, subject: &'static str) -> authplane_domain::Result<Erased> {
    let id = tenant.id.clone();
    let erase = async move |store: authplane_domain::Store| {
        erasure::erase(&Acting::new(&store, &id, Actor::system()), subject, 172_800).await
    };
    tenant.server.with_store(move |store| async move { erase(store).await }).await
}

#[tokio::test]
async fn whoever_is_erased_is_signed_out_of_everything_and_no_table_names_them() {
    for database in Database::tested() {
        println!("on {database:?}");
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        let users = [(ZORA, PASSWORD, json!({"name": "Zora", "email": MAIL})), (OTHER_USER, PASSWORD, json!({}))];
        // Twice, so that the audit log has them before and after a change.
        for _ in 0..2 {
            tenant.set_methods(DEFAULT, vec![static_method(METHOD, &users)]).await;
        }
        let (_, consent) = consents::made(&tenant).await;
        let id = &consent["id"];
        let album = RelyingParty::web(&tenant, &["openid", "email", "offline_access"]).await;
        let request = album.request().with("scope", "openid email offline_access").with("prompt", "consent");
        let mut agent = UserAgent::new(server.url());
        let tokens = album.sign_in(&mut agent, &request, (ZORA, PASSWORD)).await;
        let others = album.sign_in(&mut UserAgent::new(server.url()), &request, (OTHER_USER, PASSWORD)).await;
        for (subject, granted) in [(ZORA, true), (ZORA, false), (ZORA, true), (OTHER_USER, true)] {
            let wish = json!({"consents": [{"consent_id": id, "granted": granted}]});
            let _ = patch(&tenant, subject, wish).await.expect(201);
        }
        tenant.set_methods(DEVELOPER, vec![static_method("developers", &users[1..])]).await;
        // One more sign-in is under way, and one failed.
        let mut waiting = UserAgent::new(server.url());
        let hint = album.request().with("scope", "openid").with("login_hint", ZORA);
        let page = waiting.get(&hint.url()).await.page().expect(200);
        let _ = waiting.submit(page.form(), &[("username", ZORA), ("password", "wrong")]).await;
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/servers/{DEFAULT}/sessions?subject={ZORA}x")).send().await;

        let holds = async |text: &str| everything_in(database, server.database_url()).await.contains(text);
        assert!(holds(ZORA).await && holds(MAIL).await, "it would be found");
        let erased = erase(&tenant, ZORA).await.unwrap();
        assert_eq!((erased.of_ledger, erased.consent_grants, erased.static_users), (1, 1, 1), "{erased:?}");
        assert!(erased.sessions >= 1 && erased.authorization_grants >= 1 && erased.audit_events >= 5, "{erased:?}");
        for text in [ZORA, MAIL] {
            let all = everything_in(database, server.database_url()).await;
            let lines: Vec<&str> = all.lines().filter(|line| line.contains(text)).collect();
            assert_eq!(lines, Vec::<&str>::new(), "{text}");
        }

        // Nothing of theirs works, and everything of others'.
        assert_eq!(album.introspect(&tokens.access_token).await, json!({"active": false}));
        assert_eq!(album.introspect(&others.access_token).await["active"], true);
        let _ = album.refresh(tokens.refresh_token()).await.expect(400);
        let _ = album.refresh(others.refresh_token()).await.expect(200);
        let page = agent.get(&album.request().with("scope", "openid").url()).await.page().expect(200);
        let again = agent.submit(page.form(), &[("username", ZORA), ("password", PASSWORD)]).await.page();
        assert_eq!(again.status, 400, "there is nobody of the name: {again}");

        // The ledger is whole, and says nothing of them.
        let tid = tenant.id.clone();
        let look = async move |store: authplane_domain::Store| {
            let verified = ledger::verify(&store, &tid, &TenantSignatures, None).await.unwrap();
            let events = ledger::list(&store, &tid, &Filter::default(), None, 100).await.unwrap();
            let audit = audit::list(&store, &tid, 3).await.unwrap();
            (verified, events, audit)
        };
        let (verified, events, told) = server.with_store(move |store| async move { look(store).await }).await;
        assert!(matches!(verified, Verified::Whole(whole) if whole.unreadable == 3), "{verified:?}");
        let readable: Vec<_> = events.iter().filter(|event| event.payload.is_some()).collect();
        assert_eq!(readable.iter().map(|event| event.subject.as_deref()).collect::<Vec<_>>(), [Some(OTHER_USER)]);
        let told: Vec<&str> = told.iter().map(|event| event.action.as_str()).collect();
        assert_eq!(told, ["user.sign_in_failure", "user.erase", "ledger_subject.erase"]);

        // Whom several servers have, whom nobody has, and what isn't anybody.
        let refused = erase(&tenant, OTHER_USER).await;
        assert!(matches!(refused, Err(Error::Refused { code: "several_people", .. })), "{refused:?}");
        assert_eq!(album.introspect(&others.access_token).await["active"], true);
        assert_eq!(erase(&tenant, "whoever").await.unwrap(), Erased::default());
        for nobody in ["system", "unknown", "", "a\0b"] {
            let refused = erase(&tenant, nobody).await;
            assert!(matches!(refused, Err(Error::Invalid { .. })), "{nobody}: {refused:?}");
        }
    }
}
