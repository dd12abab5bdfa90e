//! `oidcc-3rdparty-init-login-certification-test-plan`: logins that somebody else begins.

use authplane_domain::clients::client::ClientAuthentication;

use super::modules::Plan;

/// The plan.
pub(super) const PLAN: Plan = Plan {
    name: "oidcc-3rdparty-init-login-certification-test-plan",
    response_types: &["code"],
    form_post: false,
    authentication: ClientAuthentication::ClientSecretBasic,
    dynamic: true,
};

tests! {
    PLAN;
    oidcc_3rd_party_init_login,
    oidcc_3rd_party_init_login_nohttps,
}
