//! `openapi/operations.txt`: what the API offers, short enough to be read in a review.

use std::fmt::Write;

use serde_json::Value;

/// The methods that a path item can have, in the order in which the table lists them.
pub(crate) const METHODS: [&str; 8] = ["get", "head", "post", "put", "patch", "delete", "options", "trace"];

/// The table: tag, operationId, method and path, sorted by tag, then path, then method.
///
/// Fails when an operation has no operationId or not exactly one tag: both are names in everybody's SDK.
pub(crate) fn table(document: &Value) -> Result<String, String> {
    let mut rows = Vec::new();
    let paths = document["paths"].as_object().ok_or("the document has no paths")?;
    for (path, item) in paths {
        for (order, method) in METHODS.iter().enumerate() {
            let Some(operation) = item.get(method) else { continue };
            let id = operation["operationId"]
                .as_str()
                .ok_or_else(|| format!("{} {path} has no operationId", method.to_uppercase()))?;
            let [Value::String(tag)] = operation["tags"].as_array().map_or(&[][..], Vec::as_slice) else {
                return Err(format!("{id} has not exactly one tag"));
            };
            rows.push((tag.as_str(), path.as_str(), order, id, method.to_uppercase()));
        }
    }
    rows.sort_unstable();

    let width = |title: &str, cells: &mut dyn Iterator<Item = &str>| {
        cells.map(|cell| cell.chars().count()).fold(title.len(), usize::max)
    };
    let tags = width("TAG", &mut rows.iter().map(|row| row.0));
    let ids = width("OPERATION", &mut rows.iter().map(|row| row.3));
    let methods = width("METHOD", &mut rows.iter().map(|row| row.4.as_str()));
    let mut table = format!("{:tags$}  {:ids$}  {:methods$}  PATH\n", "TAG", "OPERATION", "METHOD");
    for (tag, path, _, id, method) in &rows {
        writeln!(table, "{tag:tags$}  {id:ids$}  {method:methods$}  {path}").map_err(|error| error.to_string())?;
    }
    Ok(table)
}
