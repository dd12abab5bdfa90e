//! What may happen once, asked for fifty times at once: of one process on each database, and of two processes on one database.
//!
//! CVE-2026-1035 and CVE-2026-50631 looked whether a refresh token had been used, and then noted that it was: in between there was room for others.

use std::collections::BTreeSet;

use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, RefreshToken};
use authplane_tests::process::Replicas;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use futures::future::{join, join_all};
use http::Method;
use serde_json::json;

/// As many requests at once as there are.
const AT_ONCE: usize = 50;
/// No grace: who presents a used token again ends the authorization.
const GRACELESS: &str = "0";

/// A tenant with an application, and where its servers are.
struct World {
    tenant: Tenant,
    application: RelyingParty,
    /// The application, as it asks each server in turn.
    askers: Vec<RelyingParty>,
    /// Processes that must live on.
    _replicas: Option<Replicas>,
}

impl World {
    async fn new(mut tenant: Tenant, urls: &[&str], replicas: Option<Replicas>) -> Self {
        tenant = tenant.and_users().await;
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let asks = |index: usize| RelyingParty {
            base: application.issuer.replacen(tenant.server.url(), urls[index % urls.len()], 1),
            ..application.clone()
        };
        let askers = (0..AT_ONCE).map(asks).collect();
        Self { tenant, application, askers, _replicas: replicas }
    }

    /// The application signs its user in, who allows everything.
    async fn tokens(&self, agent: &mut UserAgent) -> Tokens {
        let request = self.application.request().with("scope", "openid offline_access");
        self.application.sign_in(agent, &request, (USER, PASSWORD)).await
    }

    fn agent(&self) -> UserAgent {
        UserAgent::new(self.tenant.server.url())
    }

    /// All ask for a successor of this token at once.
    async fn refresh(&self, token: &str) -> Vec<Answer> {
        join_all(self.askers.iter().map(|asker| asker.refresh(token))).await
    }

    async fn grant_of(&self, refresh_token: &str) -> AuthorizationGrant {
        let (tenant, id) = (self.tenant.id.clone(), RefreshToken::parse(refresh_token).unwrap().grant_id);
        let find = async move |store| authorization_grant::find(&store, &tenant, &id).await.unwrap().unwrap();
        self.tenant.server.with_store(move |store| async move { find(store).await }).await
    }

    /// Nothing that came of the authorization is good for anything, at any server, without a pause.
    async fn assert_dead(&self, tokens: &[&Tokens]) {
        for asker in &self.askers[..2] {
            for tokens in tokens {
                assert_refused(&asker.refresh(tokens.refresh_token()).await);
                for token in [&tokens.access_token, tokens.refresh_token()] {
                    assert_eq!(asker.introspect(token).await, json!({"active": false}));
                }
                let _ = asker.userinfo(&tokens.access_token).await.expect(401);
            }
        }
    }
}

#[track_caller]
fn assert_refused(answer: &Answer) {
    assert_eq!(answer.clone().expect(400).json()["error"], "invalid_grant");
}

/// Those that succeeded. All others are refused as RFC 6749 says, and none fails.
#[track_caller]
fn given(answers: &[Answer]) -> Vec<Tokens> {
    let (given, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 200);
    refused.into_iter().for_each(assert_refused);
    given.into_iter().map(Tokens::from).collect()
}

/// Runs a case on SQLite, on PostgreSQL, and on two processes that share a PostgreSQL.
async fn everywhere(grace: Option<&'static str>, case: impl AsyncFn(World)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() };
        let server = match grace {
            Some(grace) => TestServer::start(settings.with("refresh_token_grace_seconds", grace)).await,
            None => TestServer::shared(database).await,
        };
        let tenant = Tenant::new(&server).await;
        case(World::new(tenant, &[server.url()], None).await).await;
    }
    if Database::tested().contains(&Database::Postgres) {
        println!("on two replicas");
        let variables = grace.map(|grace| ("AUTHPLANE_REFRESH_TOKEN_GRACE_SECONDS", grace));
        let replicas = Replicas::start_with(variables.as_slice()).await;
        let [one, other] = replicas.urls().map(str::to_owned);
        let tenant = Tenant::new(&replicas.tenant.server).await;
        case(World::new(tenant, &[&one, &other], Some(replicas)).await).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cve_2026_1035_of_fifty_refreshes_within_the_grace_all_get_the_one_successor() {
    everywhere(None, async |world| {
        let mut agent = world.agent();
        for rotations in 2..4 {
            let first = world.tokens(&mut agent).await;
            let mut tokens = first.clone();
            for generation in 2..=rotations {
                let all = given(&world.refresh(tokens.refresh_token()).await);
                assert_eq!(all.len(), AT_ONCE, "the grace is longer than this takes");
                let successors: BTreeSet<_> = all.iter().map(Tokens::refresh_token).collect();
                assert_eq!(successors.len(), 1);
                assert_eq!(world.grant_of(first.refresh_token()).await.generation, generation, "one rotation");
                let access_tokens: BTreeSet<_> = all.iter().map(|tokens| &tokens.access_token).collect();
                assert_eq!(access_tokens.len(), AT_ONCE);
                tokens = all.into_iter().next().unwrap();
            }
            let last = Tokens::from(&world.application.refresh(tokens.refresh_token()).await);
            // Two steps behind: somebody has what they shouldn't.
            assert!(given(&world.refresh(first.refresh_token()).await).is_empty());
            world.assert_dead(&[&first, &tokens, &last]).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cve_2026_50631_of_fifty_refreshes_without_a_grace_one_wins_and_the_authorization_ends() {
    everywhere(Some(GRACELESS), async |world| {
        let mut agent = world.agent();
        for _ in 0..2 {
            let bystander = world.tokens(&mut agent).await;
            let first = world.tokens(&mut agent).await;
            let won = given(&world.refresh(first.refresh_token()).await);
            assert!(won.len() <= 1, "{} won", won.len());
            let mut all: Vec<_> = won.iter().collect();
            all.push(&first);
            world.assert_dead(&all).await;
            let grant = world.grant_of(first.refresh_token()).await;
            assert!(grant.revoked_at.is_some() && grant.generation <= 2, "{grant:?}");
            // The same user's other authorization has nothing to do with it, and one after the other is fine.
            let next = Tokens::from(&world.application.refresh(bystander.refresh_token()).await);
            let _ = world.application.refresh(next.refresh_token()).await.expect(200);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_fifty_redemptions_of_one_code_one_wins_and_what_it_got_is_dead() {
    everywhere(None, async |world| {
        let mut agent = world.agent();
        for _ in 0..2 {
            let request = world.application.request().with("scope", "openid offline_access");
            let left = agent.sign_in(&request.url(), USER, PASSWORD).await;
            let response = AuthorizationResponse::from(&left);
            let code = response.code(&world.application, &request);
            let answers = join_all(world.askers.iter().map(|asker| asker.exchange(code, &request))).await;
            let won = given(&answers);
            assert_eq!(won.len(), 1);
            world.assert_dead(&[&won[0]]).await;
            assert_refused(&world.askers[1].exchange(code, &request).await);
        }
    })
    .await;
}

/// A user who says yes, no and never mind at once has said one of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_fifty_decisions_about_one_request_one_counts() {
    everywhere(None, async |world| {
        let mut agent = world.agent();
        let _ = world.tokens(&mut agent).await;
        for round in 0..10 {
            let request = world.application.request().with("scope", "openid offline_access").with("prompt", "consent");
            let page = agent.get(&request.url()).await.page().expect(200);
            let form = page.form_with("decision").unwrap_or_else(|| panic!("{page}"));
            let cancel = format!("{}/login/cancel?login_id={}", world.application.issuer, form.value("login_id"));
            let decisions = world.askers.iter().enumerate().map(|(index, asker)| {
                let mut agent = agent.clone();
                agent.connect_to(&asker.base);
                match (index / 2 + round) % 3 {
                    0 => agent.call(Method::GET, &cancel),
                    which => {
                        let fields = form.fill(&[("decision", if which == 1 { "allow" } else { "deny" })]);
                        let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
                        agent.call(Method::POST, form.action.as_str()).form(&fields)
                    }
                }
                .send()
            });
            let answers = join_all(decisions).await;
            let told = answers.iter().filter(|answer| (300..400).contains(&answer.status));
            let told: Vec<&str> = told.map(|answer| answer.header("location")).collect();
            let [only] = told[..] else { panic!("the application is told {told:?}") };
            assert!(only.starts_with(&world.application.redirect_uri), "{only}");
            for answer in answers.iter().filter(|answer| !answer.is_success() && answer.status != 302) {
                assert!(matches!(answer.status, 303 | 400), "{}: {}", answer.status, answer.text());
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_revoked_while_it_is_refreshed_is_dead() {
    everywhere(None, async |world| {
        let mut agent = world.agent();
        for _ in 0..2 {
            let first = world.tokens(&mut agent).await;
            let fields = [("token", first.refresh_token())];
            let revocation = world.application.call("oauth2/revoke", &fields).send();
            let (answers, revoked) = join(world.refresh(first.refresh_token()), revocation).await;
            let _ = revoked.expect(200);
            let won = given(&answers);
            let mut all: Vec<_> = won.iter().collect();
            all.push(&first);
            world.assert_dead(&all).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_process_revokes_is_dead_at_the_other_at_once() {
    everywhere(None, async |world| {
        let (one, other) = (&world.askers[0], &world.askers[1]);
        let mut agent = world.agent();
        for (revoking, asked) in [(one, other), (other, one)] {
            let tokens = world.tokens(&mut agent).await;
            // Each has seen the tokens before, so that whatever they keep of them is there.
            for asker in [one, other] {
                let _ = asker.userinfo(&tokens.access_token).await.expect(200);
                assert_eq!(asker.introspect(&tokens.access_token).await["active"], true);
                assert_eq!(asker.introspect(tokens.refresh_token()).await["active"], true);
            }
            let successor = Tokens::from(&asked.refresh(tokens.refresh_token()).await);
            // An access token alone,
            let revoke = |token: &str| revoking.call("oauth2/revoke", &[("token", token)]).send();
            let _ = revoke(&tokens.access_token).await.expect(200);
            let _ = asked.userinfo(&tokens.access_token).await.expect(401);
            assert_eq!(asked.introspect(&tokens.access_token).await, json!({"active": false}));
            let _ = asked.userinfo(&successor.access_token).await.expect(200);
            // and everything, by a refresh token that was used already.
            let _ = revoke(tokens.refresh_token()).await.expect(200);
            assert_refused(&asked.refresh(successor.refresh_token()).await);
            world.assert_dead(&[&tokens, &successor]).await;
        }
    })
    .await;
}

/// CVE-2026-9802: a refresh token that was revoked, or whose family was ended by reuse, worked again after a restart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cve_2026_9802_what_was_revoked_stays_dead_after_a_restart() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() };
        let server = TestServer::start(settings.clone()).await;
        let world = World::new(Tenant::new(&server).await, &[server.url()], None).await;
        let application = &world.application;
        let mut agent = world.agent();
        let kept = world.tokens(&mut agent).await;

        let revoked = world.tokens(&mut agent).await;
        let _ = application.call("oauth2/revoke", &[("token", revoked.refresh_token())]).send().await.expect(200);
        let reused = world.tokens(&mut agent).await;
        let successor = Tokens::from(&application.refresh(reused.refresh_token()).await);
        let last = Tokens::from(&application.refresh(successor.refresh_token()).await);
        assert_refused(&application.refresh(reused.refresh_token()).await);
        let request = application.request().with("scope", "openid offline_access");
        let left = agent.sign_in(&request.url(), USER, PASSWORD).await;
        let response = AuthorizationResponse::from(&left);
        let code = response.code(application, &request);
        let redeemed = Tokens::from(&application.exchange(code, &request).await);
        assert_refused(&application.exchange(code, &request).await);
        server.stop().await;

        let again = settings
            .with("data_dir", server.data_dir().display().to_string())
            .with("database_url", server.database_url())
            .with("public_url", server.url());
        let restarted = TestServer::start(again).await;
        // Issuers are what they were, wherever it listens now.
        let base = |asker: &RelyingParty| asker.issuer.replacen(server.url(), restarted.url(), 1);
        let askers = world.askers.iter().map(|asker| RelyingParty { base: base(asker), ..asker.clone() }).collect();
        let application = RelyingParty { base: base(application), ..application.clone() };
        let world = World { application, askers, ..world };
        world.assert_dead(&[&revoked, &reused, &successor, &last, &redeemed]).await;
        assert_refused(&world.application.exchange(code, &request).await);
        let next = Tokens::from(&world.application.refresh(kept.refresh_token()).await);
        let _ = world.application.userinfo(&next.access_token).await.expect(200);
        let _ = world.application.userinfo(&kept.access_token).await.expect(200);
        restarted.stop().await;
    }
}
