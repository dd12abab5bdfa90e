//! `oidcc-backchannel-rp-initiated-logout-certification-test-plan`: clients whose servers hear of a logout.

use super::basic;
use super::modules::Plan;

/// The plan.
pub(super) const PLAN: Plan =
    Plan { name: "oidcc-backchannel-rp-initiated-logout-certification-test-plan", ..basic::PLAN };

tests! {
    PLAN;
    oidcc_backchannel_logout_discovery_endpoint_verification,
    oidcc_backchannel_rp_initiated_logout,
}
