//! Consents in versions: what an earlier grant counts for.

use std::sync::{Arc, Mutex};

use authplane_domain::environment::Clock as _;
use authplane_domain::installation::audit;
use authplane_domain::privacy::consent::{self, Consent, ConsentDetails, GrantType, UpdateExistingGrants};
use authplane_domain::privacy::consent_action::{self, ConsentActionDetails, ConsentOfAction};
use authplane_domain::privacy::consent_grant::{self, Act, Given, Manner, Permit, Shown, Wish};
use authplane_domain::privacy::ledger::{self, Filter};
use authplane_domain::{Error, Store};
use authplane_tests::Database;
use chrono::TimeDelta;
use proptest::prelude::*;

use super::furnished::consent_details;
use super::ledger::signer;
use super::{World, acting, on_both};

const STRATEGIES: [UpdateExistingGrants; 3] =
    [UpdateExistingGrants::ExplicitAll, UpdateExistingGrants::ImplicitAll, UpdateExistingGrants::KeepCurrent];

/// What the page says, version by version.
fn carried(strategies: &[UpdateExistingGrants], given: usize, grant_type: GrantType) -> Option<GrantType> {
    // The first of them made version 2.
    strategies[given - 1..].iter().try_fold(grant_type, |grant_type, strategy| match (strategy, grant_type) {
        (UpdateExistingGrants::ExplicitAll, _) | (UpdateExistingGrants::KeepCurrent, GrantType::Explicit) => None,
        (UpdateExistingGrants::ImplicitAll | UpdateExistingGrants::KeepCurrent, _) => Some(GrantType::Implicit),
    })
}

fn details(update_existing_grants: UpdateExistingGrants) -> ConsentDetails {
    ConsentDetails { update_existing_grants, ..consent_details("News") }
}

/// The consent after versions that said so.
async fn after(world: &World, id: &str, strategies: &[UpdateExistingGrants]) -> Consent {
    let (store, first) = (&world.store, details(UpdateExistingGrants::ExplicitAll));
    let mut consent = consent::create(&acting(store, "t"), id.to_owned(), first).await.unwrap();
    for strategy in strategies {
        consent = consent::change(&acting(store, "t"), id, details(*strategy)).await.unwrap();
    }
    assert_eq!(consent::find(store, "t", id).await.unwrap().unwrap(), consent);
    consent
}

fn check(consent: &Consent, strategies: &[UpdateExistingGrants]) {
    let last = strategies.len() + 1;
    assert_eq!(consent.version, i64::try_from(last).unwrap());
    for given in 1..=last {
        for grant_type in [GrantType::Implicit, GrantType::Explicit] {
            let expected = carried(strategies, given, grant_type).map(|now| (consent.version, now));
            let now = consent.now(i64::try_from(given).unwrap(), grant_type);
            assert_eq!(now, expected, "{grant_type:?} of version {given}, then {strategies:?}");
        }
    }
    assert_eq!(consent.now(consent.version + 1, GrantType::Explicit), None, "of a version that there isn't");
}

#[tokio::test]
async fn a_grant_of_any_version_counts_for_what_the_versions_since_say() {
    on_both(async |world| {
        world.tenant("t").await;
        for number in 0..27 {
            let strategies = [number / 9, number / 3 % 3, number % 3].map(|index: usize| STRATEGIES[index]);
            let consent = after(&world, &format!("c-{number}"), &strategies).await;
            check(&consent, &strategies);
        }
    })
    .await;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn many_versions_are_kept_in_few_lines_and_say_the_same(indexes in prop::collection::vec(0..3_usize, 0..40)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let world = World::new(authplane_tests::Database::Sqlite).await;
            world.tenant("t").await;
            let strategies: Vec<_> = indexes.iter().map(|index| STRATEGIES[*index]).collect();
            check(&after(&world, "c", &strategies).await, &strategies);
        });
    }
}

#[tokio::test]
async fn versions_that_say_the_same_take_no_room() {
    let world = World::new(authplane_tests::Database::Sqlite).await;
    world.tenant("t").await;
    for strategy in STRATEGIES {
        let id = format!("{strategy:?}");
        let few = serde_json::to_string(&after(&world, &id, &[strategy; 2]).await.carried).unwrap().len();
        let many = serde_json::to_string(&after(&world, &format!("{id}-2"), &[strategy; 60]).await.carried).unwrap();
        assert!(many.len() <= few + 4, "{many}");
    }
}

/// Between the page and its answer there may be a new version, or another consent of the same id, or none: what was shown is given, or nothing.
#[tokio::test]
async fn what_was_shown_is_given_or_nothing() {
    on_both(async |world| {
        let store = &world.store;
        world.tenant("t").await;
        let by = signer(store, "t").await;
        let give_shown = async |shown: &Consent| {
            let shown = Some(Shown::of(shown));
            let wishes = [Wish { shown, ..Wish::new("news".to_owned(), true, GrantType::Explicit) }];
            consent_grant::act(
                &acting(store, "t"),
                &by,
                "ada",
                Act::default(),
                (&wishes, Manner::Several),
                Permit::of_service(),
            )
            .await
        };
        let first = after(&world, "news", &[]).await;
        let second = consent::change(&acting(store, "t"), "news", details(STRATEGIES[0])).await.unwrap();
        consent::remove(&acting(store, "t"), "news").await.unwrap();
        let refused = give_shown(&second).await;
        assert!(matches!(refused, Err(Error::Conflict { field: "version", .. })), "{refused:?}");
        let another = after(&world, "news", &[]).await;
        for shown in [&first, &second] {
            let refused = give_shown(shown).await;
            assert!(matches!(refused, Err(Error::Conflict { field: "version", .. })), "{refused:?}");
        }
        let standing = consent_grant::of_subject(store, "t", "ada", None).await.unwrap();
        assert!(standing.iter().all(|standing| standing.now.is_none()));
        give_shown(&another).await.unwrap();
    })
    .await;
}

async fn give(world: &World, ids: &[&str]) {
    let wish = |id: &&str| Wish::new((*id).to_owned(), true, GrantType::Explicit);
    let wishes: Vec<Wish> = ids.iter().map(wish).collect();
    let (acting, signer) = (acting(&world.store, "t"), signer(&world.store, "t").await);
    consent_grant::act(&acting, &signer, "ada", Act::default(), (&wishes, Manner::Several), Permit::of_service())
        .await
        .unwrap();
}

/// What policies that ask for an action are told. One that somebody got wrong closes a door, and never opens one.
#[tokio::test]
async fn nobody_has_given_all_of_nothing_nor_of_what_is_left() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        for id in ["terms", "privacy", "news"] {
            let details = details(UpdateExistingGrants::ExplicitAll);
            consent::create(&acting(store, "t"), id.to_owned(), details).await.unwrap();
        }
        let action = |consents: &[(&str, bool)]| ConsentActionDetails {
            name: "Pay".to_owned(),
            description: String::new(),
            consents: consents
                .iter()
                .map(|(id, required)| ConsentOfAction { id: (*id).to_owned(), required: *required })
                .collect(),
        };
        let made = [
            ("nothing", action(&[])),
            ("optional", action(&[("news", false)])),
            ("one", action(&[("terms", true)])),
            ("two", action(&[("terms", true), ("privacy", true), ("news", false)])),
            ("other", action(&[("privacy", true), ("news", false)])),
        ];
        for (id, details) in made {
            consent_action::create(&acting(store, "t"), id.to_owned(), details).await.unwrap();
        }
        let all_given = async || {
            let given = Given::load(store, "t", "ada").await.unwrap();
            let actions = ["nothing", "optional", "one", "two", "other", "unknown"];
            actions.into_iter().filter(|id| given.has_all_of_action(id)).collect::<Vec<_>>()
        };
        assert!(all_given().await.is_empty());
        give(&world, &["terms"]).await;
        assert_eq!(all_given().await, ["one"]);
        give(&world, &["privacy", "news"]).await;
        assert_eq!(all_given().await, ["one", "two", "other"]);
        // What isn't required is missed by nobody.
        consent::remove(&acting(store, "t"), "news").await.unwrap();
        assert_eq!(all_given().await, ["one", "two", "other"]);
        consent::remove(&acting(store, "t"), "terms").await.unwrap();
        assert_eq!(all_given().await, ["other"]);
        // Until somebody says what it requires now.
        consent_action::change(&acting(store, "t"), "two", action(&[("privacy", true)])).await.unwrap();
        assert_eq!(all_given().await, ["two", "other"]);
    })
    .await;
}

#[tokio::test]
async fn an_act_is_one_audit_event_however_many_consents_it_is_about() {
    on_both(async |world| {
        world.tenant("t").await;
        let ids = ["one", "two", "three"];
        for id in ids {
            let details = details(UpdateExistingGrants::ExplicitAll);
            consent::create(&acting(&world.store, "t"), id.to_owned(), details).await.unwrap();
        }
        give(&world, &ids).await;
        give(&world, &ids).await;
        let told = audit::list(&world.store, "t", 100).await.unwrap();
        let acts: Vec<&str> = told
            .iter()
            .map(|event| event.action.as_str())
            .filter(|action| action.starts_with("consent_grant."))
            .collect();
        assert_eq!(acts, ["consent_grant.give"]);
    })
    .await;
}

/// A no counts from when it was said, also where there was nothing to take back: a yes that a device had kept from before must not come after it.
#[tokio::test]
async fn an_older_yes_does_not_undo_a_no_that_took_nothing_back() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let by = signer(store, "t").await;
        let minute = |minute: i64| (world.clock.now() + TimeDelta::minutes(minute)).timestamp_nanos_opt().unwrap();
        let say = async |subject: &str, granted: bool, collected_at: Option<i64>| {
            let wishes = [Wish::new("news".to_owned(), granted, GrantType::Explicit)];
            let said = Act { collected_at, ..Act::default() };
            consent_grant::act(
                &acting(store, "t"),
                &by,
                subject,
                said,
                (&wishes, Manner::Several),
                Permit::of_service(),
            )
            .await
        };
        let is_refused = |said: &authplane_domain::Result<consent_grant::Acted>| {
            matches!(said, Err(Error::Conflict { thing: "consent_grant", field: "collection_timestamp", .. }))
        };
        let standing =
            async |subject: &str| consent_grant::of_subject(store, "t", subject, None).await.unwrap().remove(0);
        after(&world, "news", &[]).await;
        let made = minute(0);
        world.clock.advance(TimeDelta::minutes(10));

        // Who never gave it.
        let refused = say("ada", false, Some(minute(-1))).await.unwrap();
        assert_eq!(refused.grants, [None], "nothing was given");
        assert!(standing("ada").await.grant.is_none(), "nor taken back");
        let older = say("ada", true, Some(minute(-2))).await;
        assert!(is_refused(&older), "{older:?}");
        let _ = say("ada", false, Some(made)).await.unwrap();
        let older = say("ada", true, Some(minute(-2))).await;
        assert!(is_refused(&older), "an older no doesn't take its place: {older:?}");
        let _ = say("ada", true, Some(minute(0))).await.unwrap();
        assert!(standing("ada").await.now.is_some(), "what they said since counts");

        // Who took it back already, and says so once more.
        let _ = say("eve", true, Some(minute(-5))).await.unwrap();
        let _ = say("eve", false, Some(minute(-4))).await.unwrap();
        let _ = say("eve", false, Some(minute(-2))).await.unwrap();
        let older = say("eve", true, Some(minute(-3))).await;
        assert!(is_refused(&older), "{older:?}");

        // Whose grant a version has ended.
        let _ = say("otto", true, None).await.unwrap();
        world.clock.advance(TimeDelta::minutes(10));
        consent::change(&acting(store, "t"), "news", details(UpdateExistingGrants::ExplicitAll)).await.unwrap();
        world.clock.advance(TimeDelta::minutes(10));
        let _ = say("otto", false, Some(minute(-1))).await.unwrap();
        let older = say("otto", true, Some(minute(-5))).await;
        assert!(is_refused(&older), "{older:?}");
        assert_eq!(standing("otto").await.grant.map(|grant| (grant.version, grant.granted)), Some((1, false)));
        let _ = say("otto", true, Some(minute(0))).await.unwrap();

        // Where nothing changed, nothing is told of.
        let events = ledger::list(store, "t", &Filter::default(), None, 100).await.unwrap();
        assert_eq!(events.len(), 5, "ada's yes, eve's two, otto's two");
        let acts = audit::list(store, "t", 100).await.unwrap();
        assert_eq!(acts.iter().filter(|event| event.object_type == "consent_grant").count(), 5);
    })
    .await;
}

/// There is no row yet that the one could wait for until the other has written it.
#[tokio::test]
async fn of_two_first_acts_at_once_the_one_that_weighs_more_stays() {
    on_both(async |world| {
        world.tenant("t").await;
        after(&world, "news", &[]).await;
        let stores = [world.store.clone(), world.replica().await];
        let by = signer(&world.store, "t").await;
        for round in 0..30 {
            let subject = format!("user-{round}");
            let say = async |store: &Store, grant_type| {
                let wishes = [Wish::new("news".to_owned(), true, grant_type)];
                let acting = acting(store, "t");
                let act = consent_grant::act(
                    &acting,
                    &by,
                    &subject,
                    Act::default(),
                    (&wishes, Manner::Several),
                    Permit::of_service(),
                );
                act.await.unwrap();
            };
            tokio::join!(say(&stores[0], GrantType::Explicit), say(&stores[1], GrantType::Implicit));
            let standing = consent_grant::of_subject(&world.store, "t", &subject, None).await.unwrap().remove(0);
            assert_eq!(standing.now, Some((1, GrantType::Explicit)), "round {round}");
            let filter = Filter { subject: Some(subject), ..Filter::default() };
            let told = ledger::list(&world.store, "t", &filter, None, 10).await.unwrap();
            let kinds: Vec<String> = told
                .iter()
                .map(|event| {
                    event.payload.as_ref().unwrap()["consent_granted"]["grant_type"].as_str().unwrap().to_owned()
                })
                .collect();
            assert!(
                matches!(
                    kinds.iter().map(String::as_str).collect::<Vec<_>>()[..],
                    ["explicit"] | ["implicit", "explicit"]
                ),
                "{kinds:?}"
            );
        }
    })
    .await;
}

/// A decision asks each time: what there is to give is known, and what was given is one question.
#[tokio::test]
async fn who_asks_for_consents_again_reads_none_of_what_there_is_to_give() {
    on_both(async |world| {
        world.tenant("t").await;
        let (store, other) = (&world.store, world.replica().await);
        for id in ["news", "terms"] {
            after(&world, id, &[]).await;
        }
        give(&world, &["news"]).await;
        let sent = Arc::new(Mutex::new(Vec::<String>::new()));
        let keep = Arc::clone(&sent);
        store.observe_statements(move |statement| keep.lock().unwrap().push(statement.sql.clone()));
        let load = async || {
            sent.lock().unwrap().clear();
            let given = Given::load(store, "t", "ada").await.unwrap();
            let asked = sent.lock().unwrap().clone();
            let of_rows = |table: &str| asked.iter().any(|sql| sql.contains(&format!("FROM \"{table}\"")));
            (given.has_consent("news"), of_rows("privacy_consents") || of_rows("consent_actions"))
        };
        // On PostgreSQL, what the store wrote itself comes back to it as notifications first.
        let mut quiet = 0;
        for _ in 0..400 {
            let (has, read) = load().await;
            assert!(has);
            quiet = if read { 0 } else { quiet + 1 };
            if quiet == 5 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        assert_eq!(quiet, 5, "{:?}", sent.lock().unwrap());
        // What changes counts at once, whoever changes it. SQLite belongs to one process.
        let by = if world.database == Database::Postgres { &other } else { store };
        consent::change(&acting(by, "t"), "news", details(UpdateExistingGrants::ExplicitAll)).await.unwrap();
        assert!(!load().await.0, "it has to be given again");
    })
    .await;
}
