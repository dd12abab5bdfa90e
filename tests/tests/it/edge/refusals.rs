//! An operation declares each status that its types tell of, or there is no document.

use authplane::edge::front::describe;
use authplane::edge::{Answer, Body, JsonReply, Query, Request, Surface, endpoint as dropshot};
use authplane_tests::on_both;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::toy::{Thing, ToyError, World};
use super::{TOY, document};
use crate::it::nets::operations;

#[derive(Debug, Deserialize, Serialize, JsonSchema)]
struct Filter {
    /// What to look for.
    word: Option<String>,
}

/// Looks for things.
#[dropshot::endpoint { method = GET, path = "/toy/search", tags = ["things"] }]
async fn search(_request: Request<World>, _filter: Query<Filter>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(Thing { name: "found".to_owned(), count: 1 }))
}

/// Keeps a thing.
#[dropshot::endpoint { method = POST, path = "/toy/keep", tags = ["things"] }]
async fn keep(_request: Request<World>, body: Body<Thing>) -> Result<JsonReply<Thing>, ToyError> {
    Ok(JsonReply(body.into_inner()))
}

/// Answers anything.
#[dropshot::endpoint { method = GET, path = "/toy/anything", tags = ["things"] }]
async fn anything(_request: Request<World>) -> Result<Answer, ToyError> {
    Ok(Answer::bytes(http::StatusCode::IM_A_TEAPOT, "text/plain", "short and stout"))
}

/// What is said of a surface with this on it; empty when there is a document.
fn said(register: impl FnOnce(&mut Surface<World>)) -> String {
    let mut surface = Surface::new(TOY);
    surface.tag("things", "Things.");
    register(&mut surface);
    describe(vec![surface]).complete(&document::frame()).map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn what_an_extractor_refuses_with_is_declared() {
    let of_query = said(|surface| _ = surface.register(search));
    assert!(of_query.contains("search refuses with 400") && of_query.contains("Query"), "{of_query}");
    assert_eq!(said(|surface| _ = surface.register(search).errors(&[400])), "");

    // Of a body that can't be read, and of one of another shape; its length and its label come by themselves.
    for (declared, missing) in [(&[400][..], "422"), (&[], "422"), (&[422], "")] {
        let of_body = said(|surface| _ = surface.register(keep).errors(declared));
        assert!(of_body.contains(missing) && of_body.is_empty() == missing.is_empty(), "{declared:?}: {of_body}");
    }
}

#[test]
fn what_no_error_of_the_dialect_is_answered_with_is_not_declared() {
    let gone = said(|surface| _ = surface.register(search).errors(&[400, 410]));
    assert!(gone.contains("search declares 410"), "{gone}");
}

#[test]
fn what_has_no_type_is_not_in_the_document() {
    let untyped = said(|surface| _ = surface.register(anything));
    assert!(untyped.contains("anything have no type"), "{untyped}");
}

#[tokio::test]
async fn parameters_that_come_twice_or_are_no_text_are_answered_as_declared() {
    on_both(async |tenant| {
        let mut tried = 0;
        for (operation, row) in operations() {
            let parameters = operation.object["parameters"].as_array().into_iter().flatten();
            for name in parameters.filter(|one| one["in"] == "query").filter_map(|one| one["name"].as_str()) {
                for query in [format!("{name}=1&{name}=2"), format!("{name}=%00"), format!("{name}=%ff")] {
                    let good = (row.good)(&tenant).await;
                    let path = format!("{}{}{query}", good.path(), if good.path().contains('?') { '&' } else { '?' });
                    // Whoever sends it sees to it that the answer is one that the document has.
                    let answer = good.at(&path).send().await;
                    assert!(answer.status < 500, "{path}: {}", answer.text());
                    tried += 1;
                }
            }
        }
        assert!(tried > 20, "only {tried}");
    })
    .await;
}
