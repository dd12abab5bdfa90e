//! What types tell of an operation's answers, held against what it declares.
//!
//! Its handler's errors are of one type for a whole dialect, so which of them it answers only tests can find. But its extractors say why they refuse a request,
//! and its error type in which status it says so.

use http::StatusCode;

use super::{Description, SuccessBody};
use crate::edge::rejection::Declared;

/// Fails when an extractor refuses with a status that the operation doesn't declare, when it declares one that nothing of its dialect is answered with, or when
/// its answers have no type.
pub(super) fn check(id: &str, description: &Description, declared: &Declared) -> Result<(), String> {
    if matches!(description.success_body, SuccessBody::Undescribed) {
        return Err(format!("the answers of {id} have no type that tells of them: it can't be in the document"));
    }
    let Some(status) = description.rejected_with else { return Ok(()) };
    for rejection in &description.rejections {
        let status = status(rejection.clone(), declared);
        if !declared.statuses().contains(&status.as_u16()) {
            let declared = declared.statuses();
            return Err(format!("{id} refuses with {status} ({rejection:?}), and declares {declared:?}"));
        }
    }
    for &status in declared.statuses() {
        let example = StatusCode::from_u16(status).ok().and_then(|status| description.error_example?(status));
        if example.is_none() {
            return Err(format!("{id} declares {status}, which no error of its dialect is answered with"));
        }
    }
    Ok(())
}
