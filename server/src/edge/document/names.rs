//! Names of schemas that survive other people's generators.

use serde_json::{Map, Value};

/// What the runtimes of generated clients call their own things: in at least one language a schema of the name collides with it, as `ApiClient` does in
/// OpenAPI Generator's Ruby (which can't be loaded then), Kotlin and Python.
const RESERVED: [&str; 24] = [
    "ApiClient",
    "ApiError",
    "ApiException",
    "ApiResponse",
    "Authentication",
    "Body",
    "Client",
    "ClientOptions",
    "Config",
    "Configuration",
    "Error",
    "Errors",
    "Exception",
    "File",
    "Headers",
    "Model",
    "Object",
    "Options",
    "Params",
    "Request",
    "Response",
    "Result",
    "Server",
    "String",
];

/// What generators append to the name of an operation, in capitals as oapi-codegen writes it, to name types of their own.
const SUFFIXES: [&str; 6] = ["Response", "Params", "Error", "JSONRequestBody", "JSONBody", "FormdataRequestBody"];

/// Refuses names that some generator can't use, and numbered ones: schemars tells two types of one name apart by a number, silently and by the order in which
/// it meets them.
pub(super) fn check<'a>(schemas: &Map<String, Value>, operations: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let operations: Vec<String> = operations.map(pascal_case).collect();
    for name in schemas.keys() {
        if RESERVED.contains(&name.as_str()) {
            return Err(format!("generated clients have a {name} of their own: give the schema its dialect's prefix"));
        }
        if name.ends_with(|last: char| last.is_ascii_digit()) {
            return Err(format!("the schema {name} is numbered: two types have its name, rename one of them"));
        }
        let taken = SUFFIXES.iter().find(|suffix| {
            name.strip_suffix(**suffix).is_some_and(|rest| operations.iter().any(|operation| operation == rest))
        });
        if let Some(suffix) = taken {
            return Err(format!(
                "the schema {name} is called like an operation and {suffix}: generated clients use that themselves"
            ));
        }
    }
    Ok(())
}

/// `list_api_clients` as a type's name.
fn pascal_case(operation: &str) -> String {
    operation
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
