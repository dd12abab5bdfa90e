//! Each row of the collection, and what proves it.

use std::collections::BTreeSet;
use std::path::Path;

/// What there is to say of a row.
enum Row {
    /// Test functions, as `file::function` with the file's path below this crate's tests.
    Proven(&'static [&'static str]),
    /// What it needs isn't built, for this reason.
    NotBuilt(&'static str),
}

use Row::{NotBuilt, Proven};

/// Number, identifiers and proof, in the order of the collection.
const ROWS: &[(usize, &str, Row)] = &[
    // There are no page tokens: pages are numbers, and searches are checked.
    (1, "CVE-2026-33504", Proven(PAGES)),
    (2, "CVE-2026-33503, CVE-2026-33505", Proven(PAGES)),
    (3, "CVE-2026-55672", Proven(&["cve/binding.rs::cve_2026_55672_a_code_and_a_refresh_token_are_their_clients_own"])),
    (4, "CVE-2026-28513", Proven(&["cve/binding.rs::cve_2026_28513_each_wrong_field_alone_refuses_a_code"])),
    (5, "CVE-2026-28512", Proven(CORPUS)),
    (6, "CVE-2026-7504", Proven(CORPUS)),
    (7, "CVE-2026-3872", Proven(CORPUS)),
    (
        8,
        "CVE-2024-8883",
        Proven(&[
            "cve/redirects.rs::cve_2024_8883_of_a_loopback_redirect_uri_only_the_port_is_free",
            "parsers/redirect_uris.rs::assertion_2_cve_2024_8883_only_the_port_of_a_loopback_address_may_differ",
        ]),
    ),
    (9, "CVE-2026-9086", Proven(CORPUS)),
    (10, "GHSA-9vm7-v8wj-3fqw", Proven(&["cve/redirects.rs::ghsa_9vm7_v8wj_3fqw_no_response_mode_leads_elsewhere"])),
    // Registration trusts no hosts; the hosts that may be fetched from are the ones with such a list.
    (11, "GHSA-46c8-635v-68r2", Proven(&["outgoing.rs::allowed_hosts_are_hosts_with_or_without_a_port"])),
    (
        12,
        "CVE-2026-41479, CVE-2026-44681",
        Proven(&[
            "cve/redirects.rs::cve_2026_41479_no_error_is_told_to_a_redirect_uri_that_was_not_checked",
            "cve/redirects.rs::cve_2026_41479_after_the_sign_in_the_answer_goes_where_the_request_was_checked_for",
        ]),
    ),
    (13, "CVE-2026-1035", Proven(REFRESHES)),
    (14, "CVE-2026-50631", Proven(REFRESHES)),
    (
        15,
        "CVE-2026-9802",
        Proven(&[
            "cve/races.rs::cve_2026_9802_what_was_revoked_stays_dead_after_a_restart",
            "cve/races.rs::what_one_process_revokes_is_dead_at_the_other_at_once",
            "domain/revocation.rs::a_revocation_counts_at_once_and_after_a_restart",
        ]),
    ),
    (
        16,
        "CVE-2026-43983",
        Proven(&["cve/refresh.rs::cve_2026_43983_each_precondition_that_is_lost_ends_the_refreshes"]),
    ),
    (17, "CVE-2026-93999", Proven(&["cve/refresh.rs::cve_2026_93999_a_removed_audience_gets_no_more_tokens"])),
    (
        18,
        "CVE-2026-8922, CVE-2026-18218",
        Proven(&["cve/refresh.rs::cve_2026_8922_revocations_at_two_levels_add_up_in_whatever_order"]),
    ),
    (19, "CVE-2026-37979", Proven(&["oauth/introspect.rs::assertion_47_only_whom_a_token_concerns_hears_of_it"])),
    (
        20,
        "CVE-2026-27840",
        Proven(&[
            "cve/binding.rs::cve_2026_27840_no_part_and_no_change_of_a_code_or_a_refresh_token_is_one",
            "cve/binding.rs::cve_2026_27840_no_part_and_no_change_of_a_session_cookie_is_one",
            "oauth/introspect.rs::assertion_49_a_truncated_recased_padded_or_changed_token_is_not_active",
        ]),
    ),
    (
        21,
        "GHSA-7fpj-9hr8-28vh",
        Proven(&[
            "cve/token_types.rs::ghsa_7fpj_9hr8_28vh_everything_is_taken_where_it_belongs_and_nowhere_else",
            "openid/logout_notices.rs::ghsa_7fpj_9hr8_28vh_a_logout_token_is_good_for_nothing_else",
            "oauth/token_exchange.rs::ghsa_7fpj_9hr8_28vh_nothing_but_an_access_token_is_exchanged_whatever_it_is_called",
        ]),
    ),
    (
        22,
        "CVE-2026-9793",
        Proven(&[
            "cve/request_objects.rs::cve_2026_9793_encryption_does_not_stand_for_a_signature",
            "cve/request_objects.rs::cve_2026_9793_parameters_beside_a_signed_object_do_not_change_it",
        ]),
    ),
    (23, "CVE-2026-7571", Proven(&["cve/entry_points.rs::cve_2026_7571_a_grant_that_is_off_is_off_at_every_entry"])),
    (
        24,
        "CVE-2026-9798, CVE-2026-16103",
        Proven(&[
            "cve/entry_points.rs::cve_2026_9798_wrong_passwords_count_together_at_every_door",
            "openid/device.rs::cve_2026_9798_who_is_locked_out_does_not_come_in_through_a_device",
        ]),
    ),
    (25, "CVE-2026-7507", Proven(&["cve/sessions.rs::cve_2026_7507_what_one_browser_began_no_other_finishes"])),
    (
        26,
        "CVE-2024-28197",
        Proven(&[
            "cve/sessions.rs::cve_2024_28197_each_sign_in_has_a_cookie_of_its_own_and_no_earlier_one_opens_anything",
        ]),
    ),
    (
        27,
        "CVE-2025-12390",
        Proven(&[
            "cve/sessions.rs::cve_2025_12390_who_comes_after_somebody_whose_cookies_are_gone_gets_nothing_of_theirs",
        ]),
    ),
    (28, "GHSA-c9h6-v78w-52wj", Proven(&["cve/sessions.rs::ghsa_c9h6_v78w_52wj_a_session_never_changes_its_user"])),
    (
        29,
        "CVE-2026-94218",
        Proven(&["cve/sessions.rs::cve_2026_94218_no_page_of_a_sign_in_can_be_visited_out_of_order"]),
    ),
    (30, "CVE-2025-64103", NotBuilt("no method has a second factor")),
    (
        31,
        "CVE-2024-45042",
        NotBuilt("no method has a second factor, so there are no levels of assurance to choose from"),
    ),
    (
        32,
        "GHSA-hp74-gm6m-2qm5",
        NotBuilt("there is no step-up: an essential acr that a method doesn't reach is refused"),
    ),
    (
        33,
        "CVE-2024-32868, CVE-2025-64102",
        Proven(&[
            "openid/device.rs::assertion_62_user_codes_are_not_guessed",
            "cve/entry_points.rs::cve_2026_9798_wrong_passwords_count_together_at_every_door",
        ]),
    ),
    (34, "CVE-2025-24806", Proven(&["cve/entry_points.rs::cve_2025_24806_an_account_has_one_name_and_one_counter"])),
    (
        35,
        "CVE-2024-41952, CVE-2026-23511",
        Proven(&[
            "cve/entry_points.rs::cve_2024_41952_names_that_nobody_has_are_answered_like_those_that_somebody_has",
            "oauth/client_authentication.rs::assertion_52_unknown_clients_and_wrong_secrets_get_the_same_bytes",
            "oauth/doors.rs::assertion_63_unknown_api_clients_and_wrong_secrets_get_the_same_answer",
        ]),
    ),
    (
        36,
        "CVE-2024-23647",
        Proven(&["cve/binding.rs::cve_2024_23647_a_challenge_is_neither_taken_away_nor_added_between_the_two_legs"]),
    ),
    (37, "CVE-2025-64521, CVE-2025-53942", Proven(DEACTIVATION)),
    (38, "CVE-2024-46999, CVE-2024-47000, CVE-2024-47060", Proven(DEACTIVATION)),
    (
        39,
        "CVE-2025-64717",
        Proven(&[
            "openid/federation/refusals.rs::cve_2025_64717_a_method_that_is_disabled_neither_begins_nor_finishes",
            "domain/authentications.rs::cve_2025_64521_and_cve_2025_64717_who_could_not_sign_in_again_is_signed_in_no_longer",
        ]),
    ),
    (
        40,
        "CVE-2025-64708",
        Proven(&[
            "cve/lifetimes.rs::cve_2025_64708_nothing_outlives_the_second_that_it_ends_in",
            "cve/lifetimes.rs::cve_2025_64708_a_device_and_a_client_s_secret_end_in_their_second",
        ]),
    ),
    (
        41,
        "CVE-2025-64431, CVE-2025-27507",
        Proven(&[
            "authorization.rs::a_token_of_another_tenant_does_not_reach_into_this_one",
            "domain/isolation.rs::every_finder_keeps_to_its_tenant",
            "domain/isolation.rs::no_change_reaches_into_another_tenant",
        ]),
    ),
    (
        42,
        "CVE-2026-55670",
        Proven(&[
            "cve/deactivation.rs::cve_2026_55670_who_comes_after_under_the_same_name_inherits_nothing",
            "cve/deactivation.rs::cve_2026_55670_a_new_user_of_a_former_ones_name_is_somebody_else",
            "escalation.rs::a_client_that_takes_over_an_id_does_not_revive_its_predecessors_tokens",
        ]),
    ),
    (43, "CVE-2026-33132", NotBuilt("there are no organizations, and no scope that names one")),
    (
        44,
        "CVE-2024-42490",
        Proven(&["authorization.rs::too_small_a_scope_answers_403_and_each_scope_of_the_row_is_enough"]),
    ),
    (
        45,
        "CVE-2026-94000, CVE-2026-94001, CVE-2026-14614, CVE-2026-14615, CVE-2026-4629",
        Proven(&[
            "escalation.rs::who_may_only_change_clients_makes_and_takes_over_no_administrator",
            "escalation.rs::a_scope_called_like_one_of_the_control_surface_does_not_open_it",
            "domain/escalation.rs::who_is_given_a_scope_of_an_own_service_is_not_given_the_servers_scope_of_that_name",
            "acp/admin/servers.rs::who_may_do_only_a_part_takes_over_no_server_that_opens_more",
        ]),
    ),
    (
        46,
        "CVE-2026-15572",
        Proven(&["oauth/register/management.rs::cve_2026_15572_a_change_reaches_nothing_that_a_registration_does_not"]),
    ),
    (
        47,
        "CVE-2026-107623",
        Proven(&[
            "oauth/register/management.rs::cve_2026_107623_a_registration_that_is_read_and_written_back_stays_as_it_is",
            "acp/admin/servers.rs::cve_2026_107623_what_was_read_can_be_written_back_and_changes_nothing",
            "acp/admin/policies.rs::what_is_read_can_be_written_back_and_changes_nothing",
        ]),
    ),
    (
        48,
        "CVE-2026-15943",
        Proven(&["domain/authentications.rs::cve_2026_15943_a_kept_client_secret_is_not_sent_to_another_place"]),
    ),
    (49, "CVE-2026-18569", NotBuilt("no logout tokens of other identity providers are taken")),
    (
        50,
        "CVE-2026-55669, GHSA-wxg7-w2v3-w38g",
        Proven(&[
            "openid/federation/refusals.rs::an_id_token_with_a_wrong_claim_signs_nobody_in",
            "oauth/assertions.rs::assertion_51_each_wrong_claim_alone_is_refused",
            "oauth/jwt_bearer.rs::assertion_51_each_wrong_claim_alone_is_refused",
            "cve/request_objects.rs::cve_2026_55669_each_wrong_claim_of_a_request_object_alone_refuses_it",
            "cve/request_objects.rs::a_secret_that_has_expired_signs_no_request_object",
            "cve/request_objects.rs::a_resource_of_a_request_object_that_is_no_text_is_refused",
        ]),
    ),
    // No audience is configured here: each check has the server's own.
    (
        51,
        "CVE-2026-55689",
        Proven(&["oauth/introspect.rs::assertions_46_and_58_only_access_tokens_of_this_very_server_are_active"]),
    ),
    (
        52,
        "CVE-2025-46815",
        Proven(&[
            "openid/federation/refusals.rs::cve_2025_46815_an_answer_counts_once",
            "acp/system/logins.rs::the_way_back_is_good_once_and_in_the_browser_that_left",
            "cve/races.rs::of_fifty_redemptions_of_one_code_one_wins_and_what_it_got_is_dead",
            "cve/races.rs::of_fifty_decisions_about_one_request_one_counts",
            "openid/device.rs::a_device_is_decided_once_and_gets_its_tokens_once",
            "oauth/jwt_bearer.rs::assertion_51_an_assertion_works_once_however_many_try_at_once",
        ]),
    ),
    (
        53,
        "CVE-2026-9094, CVE-2026-9097",
        Proven(&[
            "oauth/token_exchange.rs::assertion_35_cve_2026_9094_a_subject_token_must_hold_here_and_be_meant_for_the_client",
            "oauth/token_exchange.rs::assertion_35_an_exchanged_token_dies_with_what_it_was_made_of",
        ]),
    ),
    (
        54,
        "GHSA-7qjx-gp9h-65qj",
        Proven(&[
            "oauth/token_exchange.rs::ghsa_7qjx_gp9h_65qj_policies_count_for_exchanged_tokens",
            "oauth/jwt_bearer.rs::ghsa_7qjx_gp9h_65qj_policies_count_for_users_who_are_spoken_for",
            "openid/device.rs::the_policy_of_the_server_counts_for_devices_as_well",
        ]),
    ),
    (
        55,
        "logto #8772",
        Proven(&[
            "oauth/token_exchange.rs::assertion_35_cve_2026_9094_a_subject_token_must_hold_here_and_be_meant_for_the_client",
        ]),
    ),
    (
        56,
        "CVE-2024-29892",
        Proven(&[
            "cve/entry_points.rs::cve_2024_29892_nothing_that_is_known_of_a_user_takes_the_place_of_a_claim_of_the_server",
            "domain/servers.rs::claims_come_change_and_go_and_never_stand_in_the_place_of_others",
        ]),
    ),
    (
        57,
        "CVE-2025-64101, GHSA-93m4-mfpg-c3xf",
        Proven(&[
            "cve/requests.rs::cve_2025_64101_links_and_redirects_lead_to_the_configured_origin",
            "oauth/token.rs::assertion_55_no_header_of_a_request_ends_up_in_a_token_or_a_link",
        ]),
    ),
    (
        58,
        "CVE-2026-33495, CVE-2025-64484, CVE-2026-40575",
        Proven(&["cve/requests.rs::cve_2026_33495_no_header_says_who_somebody_is_or_where_they_come_from"]),
    ),
    (59, "CVE-2026-33496", Proven(&["domain/caching.rs::keys_of_different_tenants_kinds_and_ids_never_collide"])),
    // Decisions aren't cached; what they are made of is.
    (
        60,
        "CVE-2026-48096, CVE-2026-33729, CVE-2026-34972",
        Proven(&["domain/caching.rs::keys_of_different_tenants_kinds_and_ids_never_collide"]),
    ),
    (
        61,
        "CVE-2026-33494, CVE-2026-15573, CVE-2026-41059",
        Proven(&[
            "cve/requests.rs::cve_2026_33494_no_spelling_of_a_path_needs_no_token",
            "policy/settings.rs::cve_2026_33494_a_field_has_one_spelling",
        ]),
    ),
    (
        62,
        "CVE-2026-55671, CVE-2024-49753, CVE-2025-67494, CVE-2026-27945",
        Proven(&[
            "outgoing.rs::assertion_56_no_spelling_of_an_inner_address_is_fetched",
            "outgoing.rs::assertion_56_a_name_that_resolves_to_an_inner_address_is_refused_by_the_lookup_that_is_connected_to",
            "outgoing.rs::redirects_are_judged_like_the_first_url_and_counted",
        ]),
    ),
    (
        63,
        "CVE-2026-29192, CVE-2026-29191, CVE-2024-29891, CVE-2026-33525",
        Proven(&[
            "pages/hostile.rs::cve_2026_29192_hostile_texts_stay_text_in_every_place_of_every_page",
            "pages/hostile.rs::cve_2026_29192_hostile_addresses_never_become_links_images_frames_or_targets",
            "pages.rs::assertions_10_and_11_every_page_has_the_headers",
        ]),
    ),
    (
        64,
        "CVE-2024-39683, CVE-2024-32967, CVE-2026-27946",
        Proven(&[
            "escalation.rs::who_may_only_see_clients_sees_no_secret",
            "escalation.rs::who_may_only_see_api_clients_sees_no_secret",
            "acp/admin/clients.rs::lists_are_in_the_order_of_creation_and_show_no_secret",
        ]),
    ),
    (
        65,
        "CVE-2026-16100",
        Proven(&["process/listeners.rs::metrics_count_by_operation_and_class_and_nobody_can_make_new_series"]),
    ),
    (66, "CVE-2026-34457", Proven(&["cve/requests.rs::cve_2026_34457_what_is_open_for_probes_opens_nothing_else"])),
    (
        67,
        "Kanidm 1.10 (high)",
        Proven(&[
            "cve/requests.rs::kanidm_1_10_nothing_that_is_nested_deeply_ends_more_than_its_own_request",
            "parsers.rs::a_json_body_with_something_after_it_or_endless_nesting_is_malformed",
        ]),
    ),
    (
        68,
        "Kanidm 1.10 (low)",
        Proven(&[
            "oauth/client_authentication.rs::assertion_52_unknown_clients_and_wrong_secrets_get_the_same_bytes",
            "outgoing.rs::allowed_hosts_are_hosts_with_or_without_a_port",
        ]),
    ),
    (
        69,
        "CVE-2024-28180, CVE-2026-34986, CVE-2025-30204",
        Proven(&[
            "parsers.rs::three_parts_of_any_bytes_are_refused",
            "parsers.rs::a_header_of_any_json_is_read_or_refused",
            "oauth/assertions.rs::assertion_51_and_58_the_signature_is_the_clients_own_with_an_algorithm_of_its_key",
            "cve/request_objects.rs::cve_2026_9793_encryption_does_not_stand_for_a_signature",
        ]),
    ),
    (
        70,
        "RUSTSEC-2023-0071, RUSTSEC-2024-0363, RUSTSEC-2024-0336, RUSTSEC-2024-0332, RUSTSEC-2026-0258",
        Proven(&["cve/requests.rs::rustsec_what_is_built_in_is_newer_than_its_known_weaknesses"]),
    ),
];

const PAGES: &[&str] = &[
    "parsers/logto.rs::any_page_is_a_window_or_refused",
    "parsers/logto.rs::any_query_is_searched_or_refused",
    "logto/resources/search.rs::a_search_is_text_and_never_sql",
];

const CORPUS: &[&str] = &[
    "cve/redirects.rs::cve_2026_28512_cve_2026_7504_cve_2026_3872_cve_2026_9086_nothing_of_the_corpus_gets_an_answer",
    "parsers/redirect_uris.rs::cve_2026_28512_cve_2026_7504_cve_2026_3872_cve_2024_8883_cve_2026_9086_nothing_of_the_corpus_can_be_registered",
    "oauth/register.rs::assertions_3_4_5_nothing_of_the_corpus_is_registered_by_a_registration_or_a_change",
    "openid/logout.rs::assertion_8_nobody_is_sent_where_the_client_did_not_register",
];

const REFRESHES: &[&str] = &[
    "cve/races.rs::cve_2026_1035_of_fifty_refreshes_within_the_grace_all_get_the_one_successor",
    "cve/races.rs::cve_2026_50631_of_fifty_refreshes_without_a_grace_one_wins_and_the_authorization_ends",
    "cve/races.rs::what_is_revoked_while_it_is_refreshed_is_dead",
    "openid/replicas.rs::a_refresh_token_has_one_successor_on_however_many_replicas",
];

const DEACTIVATION: &[&str] = &[
    "cve/deactivation.rs::cve_2025_64521_cve_2024_46999_each_level_that_is_deactivated_ends_every_grant",
    "cve/deactivation.rs::cve_2025_64521_who_is_removed_while_they_are_asked_gives_nothing",
    "cve/deactivation.rs::every_grant_is_one_of_those_that_are_tried",
    "domain/authentications.rs::cve_2025_64521_and_cve_2025_64717_who_could_not_sign_in_again_is_signed_in_no_longer",
];

/// How many the collection has.
const MANY: usize = 70;

/// Names of the test functions of a source file.
pub(in crate::it) fn tests_of(source: &str) -> BTreeSet<&str> {
    let mut tests = BTreeSet::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some((before, after)) = line.split_once("fn ") {
            if is_test && (before.is_empty() || before == "async ") {
                tests.extend(after.split_once('(').map(|(name, _)| name));
            }
            is_test = false;
        }
    }
    tests
}

#[test]
fn each_row_has_a_test_or_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let read =
        |file: &str| std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let numbers: Vec<usize> = ROWS.iter().map(|(number, _, _)| *number).collect();
    assert_eq!(numbers, (1..=MANY).collect::<Vec<_>>());
    let mut listed = BTreeSet::new();
    for (number, ids, row) in ROWS {
        match row {
            NotBuilt(reason) => assert!(reason.len() > 20, "{number} {ids}"),
            Proven(tests) => {
                assert!(!tests.is_empty(), "{number} {ids}");
                for test in *tests {
                    let (file, function) = test.split_once("::").unwrap();
                    assert!(tests_of(&read(file)).contains(function), "{number} {ids}: there is no {test}");
                    listed.insert(*test);
                }
            }
        }
    }
    // Nor is there a test in this folder that stands for nothing.
    for entry in std::fs::read_dir(folder.join("cve")).unwrap() {
        let file = format!("cve/{}", entry.unwrap().file_name().to_string_lossy());
        let source = read(&file);
        for test in tests_of(&source).into_iter().filter(|_| file != "cve/index.rs") {
            let test = format!("{file}::{test}");
            assert!(listed.contains(test.as_str()), "{test} is in no row");
        }
    }
}
