//! Which operations are done once for a key, for the hand-written half of the SDK: progenitor knows the header, and not what it is for.

use serde_json::Value;

use crate::sdk_view::operations_by_id;

/// The operations that take `X-Idempotency-Key`.
pub(crate) fn keyed(document: &Value) -> String {
    let takes_key = |operation: &Value| {
        let mut parameters = operation["parameters"].as_array().into_iter().flatten();
        parameters.any(|parameter| parameter["name"] == "X-Idempotency-Key" && parameter["in"] == "header")
    };
    let keyed = operations_by_id(document).filter(|(_, _, operation)| takes_key(operation));
    let lines: Vec<String> = keyed.map(|(id, _, _)| format!("    {id:?},\n")).collect();
    format!(
        "/// The operations that are done once for an `X-Idempotency-Key`.\npub(crate) const KEYED: [&str; {}] = [\n{}];\n",
        lines.len(),
        lines.concat()
    )
}
