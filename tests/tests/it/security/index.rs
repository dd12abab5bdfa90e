//! Each assertion, and what proves it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::it::cve::index::tests_of;

/// Assertions are proven by the tests that are named after their numbers, wherever they are, and by these.
const PROVEN_BY: &[(usize, &str)] = &[
    (
        1,
        "cve/redirects.rs::cve_2026_28512_cve_2026_7504_cve_2026_3872_cve_2026_9086_nothing_of_the_corpus_gets_an_answer",
    ),
    (1, "cve/redirects.rs::ghsa_9vm7_v8wj_3fqw_no_response_mode_leads_elsewhere"),
    (2, "cve/redirects.rs::cve_2024_8883_of_a_loopback_redirect_uri_only_the_port_is_free"),
    (7, "cve/redirects.rs::cve_2026_41479_no_error_is_told_to_a_redirect_uri_that_was_not_checked"),
    (8, "cve/redirects.rs::cve_2026_41479_after_the_sign_in_the_answer_goes_where_the_request_was_checked_for"),
    (17, "cve/races.rs::of_fifty_redemptions_of_one_code_one_wins_and_what_it_got_is_dead"),
    (19, "cve/binding.rs::cve_2026_55672_a_code_and_a_refresh_token_are_their_clients_own"),
    (20, "cve/binding.rs::cve_2026_28513_each_wrong_field_alone_refuses_a_code"),
    (24, "cve/binding.rs::cve_2024_23647_a_challenge_is_neither_taken_away_nor_added_between_the_two_legs"),
    (29, "cve/entry_points.rs::cve_2026_7571_a_grant_that_is_off_is_off_at_every_entry"),
    (38, "cve/races.rs::cve_2026_1035_of_fifty_refreshes_within_the_grace_all_get_the_one_successor"),
    (38, "cve/races.rs::cve_2026_50631_of_fifty_refreshes_without_a_grace_one_wins_and_the_authorization_ends"),
    (38, "openid/replicas.rs::a_refresh_token_has_one_successor_on_however_many_replicas"),
    (39, "cve/races.rs::cve_2026_9802_what_was_revoked_stays_dead_after_a_restart"),
    (39, "cve/races.rs::what_one_process_revokes_is_dead_at_the_other_at_once"),
    (40, "cve/refresh.rs::cve_2026_43983_each_precondition_that_is_lost_ends_the_refreshes"),
    (40, "cve/refresh.rs::cve_2026_93999_a_removed_audience_gets_no_more_tokens"),
    (46, "cve/token_types.rs::ghsa_7fpj_9hr8_28vh_everything_is_taken_where_it_belongs_and_nowhere_else"),
    (48, "cve/races.rs::what_one_process_revokes_is_dead_at_the_other_at_once"),
    (49, "cve/binding.rs::cve_2026_27840_no_part_and_no_change_of_a_code_or_a_refresh_token_is_one"),
    // The half that is built: such methods are offered.
    (53, "oauth/assertions.rs::a_signed_assertion_authenticates_with_every_algorithm_that_discovery_names"),
    (55, "cve/requests.rs::cve_2025_64101_links_and_redirects_lead_to_the_configured_origin"),
    (55, "cve/requests.rs::cve_2026_33495_no_header_says_who_somebody_is_or_where_they_come_from"),
    (58, "cve/request_objects.rs::cve_2026_9793_encryption_does_not_stand_for_a_signature"),
    (60, "cve/sessions.rs::cve_2024_28197_each_sign_in_has_a_cookie_of_its_own_and_no_earlier_one_opens_anything"),
    (60, "cve/sessions.rs::ghsa_c9h6_v78w_52wj_a_session_never_changes_its_user"),
    (62, "cve/entry_points.rs::cve_2026_9798_wrong_passwords_count_together_at_every_door"),
    (63, "cve/entry_points.rs::cve_2024_41952_names_that_nobody_has_are_answered_like_those_that_somebody_has"),
    (64, "oauth/discovery.rs::scopes_are_those_that_a_client_can_have_as_they_are_now"),
    (64, "openid/logout_notices.rs::every_application_of_the_session_gets_a_logout_token_of_its_own"),
];

/// What they need comes with a later version, for this reason.
const NOT_BUILT: &[(usize, &str)] = &[
    (14, "there is no response mode web_message yet; it is refused, which is tested"),
    (44, "no token is bound to a proof yet: neither DPoP nor mTLS is there"),
    (53, "which methods a server takes is its profile's to say, and the profiles that ask for more are FAPI's"),
    (54, "no client authenticates with a certificate yet; those that are registered so are refused, which is tested"),
];

/// Somebody else's duty.
const OTHER_PARTY: &[(usize, &str)] = &[(
    65,
    "the server speaks plain HTTP to a proxy that ends TLS, and can't tell what that one was spoken to with, since it believes no header; \
     where its public URL is https, its cookies are Secure and __Host-, which is tested",
)];

/// How many there are.
const MANY: usize = 65;

/// The numbers in the name of a test: `assertion_17_…`, `assertions_46_and_58_…`, `assertions_3_4_5_…`.
fn numbers_of(name: &str) -> Vec<usize> {
    let Some(rest) = name.strip_prefix("assertion_").or_else(|| name.strip_prefix("assertions_")) else {
        return Vec::new();
    };
    let words = rest.split('_').take_while(|word| *word == "and" || word.parse::<usize>().is_ok());
    words.filter_map(|word| word.parse().ok()).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn each_assertion_has_a_test_or_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut tests: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in sources(&folder) {
        let source = std::fs::read_to_string(&path).unwrap();
        let file = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        tests.insert(file, tests_of(&source).into_iter().map(str::to_owned).collect());
    }
    let mut settled: BTreeSet<usize> = tests.values().flatten().flat_map(|name| numbers_of(name)).collect();
    assert!(settled.iter().all(|number| (1..=MANY).contains(number)), "{settled:?}");
    for (number, test) in PROVEN_BY {
        let (file, function) = test.split_once("::").unwrap();
        assert!(tests.get(file).is_some_and(|tests| tests.contains(function)), "{number}: there is no {test}");
        settled.insert(*number);
    }
    for (number, reason) in NOT_BUILT.iter().chain(OTHER_PARTY) {
        assert!(reason.len() > 20, "{number}");
        settled.insert(*number);
    }
    let open: Vec<usize> = (1..=MANY).filter(|number| !settled.contains(number)).collect();
    assert!(open.is_empty(), "nobody proves {open:?}");
    // Nor is there a test in this folder that stands for nothing.
    for (file, tests) in tests.iter().filter(|(file, _)| file.starts_with("security/") && *file != "security/index.rs")
    {
        for test in tests {
            assert!(!numbers_of(test).is_empty(), "{file}::{test} has no number");
        }
    }
}

#[test]
fn numbers_are_read_from_names() {
    assert_eq!(numbers_of("assertion_17_a_code_works_once"), [17]);
    assert_eq!(numbers_of("assertions_46_and_58_only_access_tokens"), [46, 58]);
    assert_eq!(numbers_of("assertions_3_4_5_nothing"), [3, 4, 5]);
    assert_eq!(numbers_of("assertion_2_cve_2024_8883_only_the_port"), [2]);
    assert!(numbers_of("cve_2024_8883_only_the_port").is_empty());
}
