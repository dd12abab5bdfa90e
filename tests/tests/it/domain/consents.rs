//! Consents in versions: what an earlier grant counts for.

use authplane_domain::privacy::consent::{self, Consent, ConsentDetails, GrantType, UpdateExistingGrants};
use proptest::prelude::*;

use super::furnished::consent_details;
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
