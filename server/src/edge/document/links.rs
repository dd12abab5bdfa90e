//! From each creation to the operations that take the id of what was made (OpenAPI 3.0.3, link object): for readers, and for tools that walk an API.

use serde_json::{Map, Value, json};

/// Members of an answer that hold the id of what was made, the likeliest first.
const IDS: [&str; 2] = ["id", "client_id"];

/// An operation below a collection that takes the id of one of its things.
struct Below {
    operation: String,
    /// All variables of its path; the last is that id.
    variables: Vec<String>,
    collection: String,
}

/// Adds the links of all creations.
pub(super) fn add(paths: &mut Map<String, Value>, schemas: &Map<String, Value>) {
    let below: Vec<Below> = paths.iter().flat_map(|(path, item)| below(path, item)).collect();
    for (path, item) in paths.iter_mut() {
        let Some(created) = item.get_mut("post").and_then(|operation| operation["responses"].get_mut("201")) else {
            continue;
        };
        let Some(id) = id_of(created, schemas) else { continue };
        let mut links = Map::new();
        for Below { operation, variables, .. } in below.iter().filter(|below| below.collection == *path) {
            let (made, known) = variables.split_last().map_or(("", &[][..]), |(made, known)| (made.as_str(), known));
            let mut parameters: Map<String, Value> =
                known.iter().map(|name| (name.clone(), json!(format!("$request.path.{name}")))).collect();
            parameters.insert(made.to_owned(), json!(format!("$response.body#/{id}")));
            links.insert(operation.clone(), json!({"operationId": operation, "parameters": parameters}));
        }
        if !links.is_empty() {
            created["links"] = Value::Object(links);
        }
    }
}

/// The operations of a path whose last variable is all that isn't known of it once a thing is made.
fn below(path: &str, item: &Value) -> Vec<Below> {
    let segments: Vec<&str> = path.split('/').collect();
    let Some(last) = segments.iter().rposition(|segment| segment.starts_with('{')) else { return Vec::new() };
    let variables: Vec<String> =
        segments.iter().filter_map(|segment| Some(segment.strip_prefix('{')?.strip_suffix('}')?.to_owned())).collect();
    let collection = segments[..last].join("/");
    let operations =
        item.as_object().into_iter().flatten().filter_map(|(_, operation)| operation["operationId"].as_str());
    operations
        .map(|operation| Below {
            operation: operation.to_owned(),
            variables: variables.clone(),
            collection: collection.clone(),
        })
        .collect()
}

/// Which member of the created thing is its id.
fn id_of(created: &Value, schemas: &Map<String, Value>) -> Option<&'static str> {
    let reference = created["content"]["application/json"]["schema"]["$ref"].as_str()?;
    let schema = schemas.get(reference.rsplit('/').next()?)?;
    IDS.into_iter().find(|id| schema["properties"].get(id).is_some())
}
