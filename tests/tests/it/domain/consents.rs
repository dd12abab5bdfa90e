//! Consents in versions: what an earlier grant counts for.

use authplane_domain::Error;
use authplane_domain::installation::audit;
use authplane_domain::privacy::consent::{self, Consent, ConsentDetails, GrantType, UpdateExistingGrants};
use authplane_domain::privacy::consent_action::{self, ConsentActionDetails, ConsentOfAction};
use authplane_domain::privacy::consent_grant::{self, Act, Given, Manner, Shown, Wish};
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
            consent_grant::act(&acting(store, "t"), &by, "ada", Act::default(), (&wishes, Manner::Several)).await
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
    consent_grant::act(&acting, &signer, "ada", Act::default(), (&wishes, Manner::Several)).await.unwrap();
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
