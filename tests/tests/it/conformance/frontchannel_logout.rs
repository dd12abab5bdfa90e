//! `oidcc-frontchannel-rp-initiated-logout-certification-test-plan`: clients whose pages hear of a logout.

use super::basic;
use super::modules::Plan;

/// The plan.
pub(super) const PLAN: Plan =
    Plan { name: "oidcc-frontchannel-rp-initiated-logout-certification-test-plan", ..basic::PLAN };

tests! {
    PLAN;
    oidcc_frontchannel_logout_discovery_endpoint_verification,
    oidcc_frontchannel_rp_initiated_logout,
}
