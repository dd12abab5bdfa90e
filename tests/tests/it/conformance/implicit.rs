//! `oidcc-implicit-certification-test-plan`: ID tokens from the authorization endpoint, with or without an access token,
//! in the fragment of the redirect URI.

use authplane_domain::clients::client::ClientAuthentication;

use super::modules::Plan;

/// The plan. Its clients never see the token endpoint.
pub(super) const PLAN: Plan = Plan {
    name: "oidcc-implicit-certification-test-plan",
    response_types: &["id_token", "id_token token"],
    form_post: false,
    authentication: ClientAuthentication::ClientSecretBasic,
    dynamic: false,
};

/// A test for each module of the plan, also for that of form posts.
macro_rules! modules {
    ($plan:expr) => {
        tests! {
            $plan;
            oidcc_server,
            oidcc_idtoken_signature,
            oidcc_ensure_request_without_nonce_fails,
            oidcc_scope_profile,
            oidcc_scope_email,
            oidcc_scope_address,
            oidcc_scope_phone,
            oidcc_scope_all,
            oidcc_alternate_happy_flow,
            oidcc_display_page,
            oidcc_display_popup,
            oidcc_prompt_login,
            oidcc_prompt_none_not_logged_in,
            oidcc_prompt_none_logged_in,
            oidcc_max_age_1,
            oidcc_max_age_10000,
            oidcc_ensure_request_with_unknown_parameter_succeeds,
            oidcc_id_token_hint,
            oidcc_login_hint,
            oidcc_ui_locales,
            oidcc_claims_locales,
            oidcc_ensure_request_with_acr_values_succeeds,
            oidcc_ensure_registered_redirect_uri,
            oidcc_request_uri_unsigned_supported_correctly_or_rejected_as_unsupported,
            oidcc_unsigned_request_object_supported_correctly_or_rejected_as_unsupported,
            oidcc_ensure_request_object_with_redirect_uri,
            oidcc_claims_essential,
            oidcc_userinfo_get,
            oidcc_userinfo_post_header,
            oidcc_userinfo_post_body,
            oidcc_response_type_missing,
        }
    };
}
pub(super) use modules;

modules! { PLAN }
