//! Two servers on one database: what may happen once happens once, whichever of them is asked.

use std::collections::BTreeSet;

use authplane_tests::process::Replicas;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, UserAgent};
use futures::future::join_all;

/// As many requests at once as there are, half of them at each replica.
const AT_ONCE: usize = 8;

async fn replicas_with_application() -> (Replicas, RelyingParty) {
    let mut replicas = Replicas::start().await;
    replicas.tenant = replicas.tenant.and_users().await;
    let application = RelyingParty::web(&replicas.tenant, &super::SCOPES).await;
    (replicas, application)
}

/// The application, as it asks each replica in turn.
fn at_each(replicas: &Replicas, application: &RelyingParty) -> Vec<RelyingParty> {
    let origin = replicas.tenant.server.url();
    let asks = |index: usize| RelyingParty {
        base: application.issuer.replacen(origin, replicas.urls()[index % 2], 1),
        ..application.clone()
    };
    (0..AT_ONCE).map(asks).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_page_of_a_sign_in_may_come_from_another_replica() {
    let (replicas, application) = replicas_with_application().await;
    let [one, other] = replicas.urls();
    for (first, second) in [(one, other), (other, one)] {
        let mut agent = UserAgent::new(replicas.tenant.server.url());
        let request = application.request().with("scope", "openid email").with("prompt", "consent");
        agent.connect_to(first);
        let page = agent.get(&request.url()).await.page();
        agent.connect_to(second);
        let consent = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
        agent.connect_to(first);
        let left = agent.submit(consent.form(), &[("decision", "allow")]).await.left();
        let elsewhere = RelyingParty {
            base: application.issuer.replacen(replicas.tenant.server.url(), second, 1),
            ..application.clone()
        };
        let tokens = elsewhere.tokens(&left, &request).await;
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn assertion_19_a_code_works_once_on_however_many_replicas() {
    let (replicas, application) = replicas_with_application().await;
    let mut agent = UserAgent::new(replicas.tenant.server.url());
    for _ in 0..3 {
        let request = application.request().with("scope", "openid offline_access");
        let left = agent.sign_in(&request.url(), USER, PASSWORD).await;
        let response = AuthorizationResponse::from(&left);
        let code = response.code(&application, &request);
        let askers = at_each(&replicas, &application);
        let answers = join_all(askers.iter().map(|asker| asker.exchange(code, &request))).await;
        let won: Vec<_> = answers.iter().filter(|answer| answer.status == 200).collect();
        assert_eq!(won.len(), 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
        for lost in answers.iter().filter(|answer| answer.status != 200) {
            assert_eq!(lost.clone().expect(400).json()["error"], "invalid_grant");
        }
        // RFC 9700 §4.2.4: nobody knows which of them was the thief.
        let tokens = Tokens::from(won[0]);
        for asker in &askers[..2] {
            assert_eq!(asker.introspect(&tokens.access_token).await["active"], false);
            let refused = asker.refresh(tokens.refresh_token()).await.expect(400);
            assert_eq!(refused.json()["error"], "invalid_grant");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_token_has_one_successor_on_however_many_replicas() {
    let (replicas, application) = replicas_with_application().await;
    let mut agent = UserAgent::new(replicas.tenant.server.url());
    let request = application.request().with("scope", "openid offline_access");
    let mut tokens = application.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
    for _ in 0..3 {
        let askers = at_each(&replicas, &application);
        let answers = join_all(askers.iter().map(|asker| asker.refresh(tokens.refresh_token()))).await;
        let all: Vec<_> = answers.iter().map(Tokens::from).collect();
        let successors: BTreeSet<_> = all.iter().map(Tokens::refresh_token).collect();
        assert_eq!(successors.len(), 1, "within the grace all get the same one");
        assert!(!successors.contains(tokens.refresh_token()));
        tokens = all.into_iter().next().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consent_that_is_sent_many_times_at_once_makes_one_code() {
    let (replicas, application) = replicas_with_application().await;
    let mut agent = UserAgent::new(replicas.tenant.server.url());
    let request = application.request().with("scope", "openid email");
    let outcome = agent.get(&request.url()).await;
    let consent = agent.walk(outcome, USER, PASSWORD, |page| page.form_with("decision").is_some()).await.page();
    let outcomes = join_all((0..AT_ONCE).map(|index| {
        let mut agent = agent.clone();
        agent.connect_to(replicas.urls()[index % 2]);
        let form = consent.form();
        async move { agent.submit(form, &[("decision", "allow")]).await }
    }))
    .await;
    let left = outcomes.into_iter().filter_map(|outcome| match outcome {
        Outcome::Left(left) => Some(left),
        Outcome::Page(page) => {
            assert!((400..500).contains(&page.status), "{page}");
            None
        }
    });
    let codes: BTreeSet<_> =
        left.map(|left| AuthorizationResponse::from(&left).code(&application, &request).to_owned()).collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
}
