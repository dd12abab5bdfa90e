//! Which credentials an operation takes, for the hand-written half of the SDK: progenitor knows nothing of security.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::operations::METHODS;

/// The function `security_schemes` of the generated client.
pub(crate) fn schemes(document: &Value) -> Result<String, Box<dyn std::error::Error>> {
    let mut code = String::from(
        "/// The security schemes of which an operation takes one, as the document names them; empty for a public one.\n\
         pub(crate) fn security_schemes(operation_id: &str) -> &'static [&'static str] {\n    match operation_id {\n",
    );
    let items = document["paths"].as_object().into_iter().flatten();
    for operation in items.flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(method))) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let requirements = operation["security"].as_array().into_iter().flatten();
        let schemes: BTreeSet<&str> = requirements
            .flat_map(|requirement| requirement.as_object().into_iter().flatten())
            .map(|(name, _)| name.as_str())
            .collect();
        if !schemes.is_empty() {
            writeln!(code, "        {id:?} => &{:?},", schemes.into_iter().collect::<Vec<_>>())?;
        }
    }
    code.push_str("        _ => &[],\n    }\n}\n");
    Ok(code)
}
