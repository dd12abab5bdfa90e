//! That a user may give consents, or take them back, at a page: as often as at ACP's doors, and counted together with that.

use authplane_domain::privacy::consent_grant::Permit;

use super::page_error::PageError;
use crate::context::Context;

/// For the user with this [key](authplane_domain::sign_in::person::Person::key).
///
/// # Errors
/// 429 when it was too often; without database.
pub async fn consent_permit(context: &Context, tenant: &str, person: &str) -> Result<Permit, PageError> {
    let allowance = context.limits.load().consent_acts;
    let permit = Permit::of_user(&context.store, tenant, person, (allowance.most(), allowance.window())).await?;
    permit.map_err(|seconds| PageError::too_many(seconds.unsigned_abs()))
}
