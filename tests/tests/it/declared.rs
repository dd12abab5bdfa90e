//! What the document declares of requests, tried at the server: what it calls wrong is refused, and what it allows isn't.

use authplane_tests::document::Family;
use authplane_tests::{Document, on_both, schema};

use super::nets::operations;

/// Bodies that are required, although an empty object and with it nothing at all is taken: those of Logto's partial updates and of PrivX's search, as their
/// references have them.
const REQUIRED_ALL_THE_SAME: [&str; 3] = ["search_api_clients", "update_resource", "update_resource_scope"];

#[test]
fn a_body_with_required_members_is_required() {
    let document = Document::canonical();
    for operation in document.operations() {
        let Some((body, is_required)) = operation.request() else { continue };
        let members = &schema::resolve(document.root(), body)["required"];
        let has_required_members = members.as_array().is_some_and(|members| !members.is_empty());
        assert!(is_required || !has_required_members, "{} needs {members} of a body that may be absent", operation.id);
    }
}

#[tokio::test]
async fn a_required_body_that_is_absent_is_refused_and_any_other_may_be() {
    on_both(async |tenant| {
        let (mut refused, mut taken) = (0, 0);
        for (operation, row) in operations() {
            let Some((_, is_required)) = operation.request() else { continue };
            // What is absent has no label either.
            let answer = (row.good)(&tenant).await.body("", "").send().await;
            let said = format!("{}: {} {}", operation.id, answer.status, answer.text());
            if is_required && !REQUIRED_ALL_THE_SAME.contains(&operation.id) {
                refused += 1;
                assert!(matches!(answer.status, 400 | 415 | 422), "{said}");
                // In the words of the dialect, which say what is missing.
                let is_told = match operation.family() {
                    Some(Family::AcpAdmin | Family::AcpSystem) => answer.json()["details"]["field"].is_string(),
                    Some(Family::Logto) => answer.json()["code"] == "guard.invalid_input",
                    Some(Family::LocalUserStore) => answer.json()["property"] != "",
                    None => answer.json()["error"].is_string(),
                };
                assert!(is_told, "{said}");
            } else {
                taken += 1;
                assert!(answer.is_success(), "{said}");
            }
        }
        assert!(refused > 25 && taken > REQUIRED_ALL_THE_SAME.len(), "{refused} and {taken}");
    })
    .await;
}
