//! `oidcc-rp-initiated-logout-certification-test-plan`: users whom a client sends to sign out.

use super::basic;
use super::modules::Plan;

/// The plan.
pub(super) const PLAN: Plan = Plan { name: "oidcc-rp-initiated-logout-certification-test-plan", ..basic::PLAN };

tests! {
    PLAN;
    oidcc_rp_initiated_logout_discovery_endpoint_verification,
    oidcc_rp_initiated_logout,
    oidcc_rp_initiated_logout_bad_post_logout_redirect_uri,
    oidcc_rp_initiated_logout_modified_id_token_hint,
    oidcc_rp_initiated_logout_no_id_token_hint,
    oidcc_rp_initiated_logout_no_params,
    oidcc_rp_initiated_logout_no_post_logout_redirect_uri,
    oidcc_rp_initiated_logout_no_state,
    oidcc_rp_initiated_logout_only_state,
    oidcc_rp_initiated_logout_query_added_to_post_logout_redirect_uri,
    oidcc_rp_initiated_logout_bad_id_token_hint,
}
