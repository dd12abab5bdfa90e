//! The document as the SDK's generator must see it.
//!
//! The published document is exact. progenitor can express less than it says, and a client has to be more lenient than
//! a document that describes one version of the server. Each rule below loosens one thing, in memory only: every other
//! language generates its SDK from the published document itself.

mod bodies;
mod responses;
mod schemas;

use serde_json::{Map, Value};

use crate::operations::METHODS;

/// The view from which the client is generated.
pub(crate) fn for_client(document: &Value) -> Value {
    let mut view = document.clone();
    inline_components(&mut view, "headers");
    inline_components(&mut view, "parameters");
    inline_components(&mut view, "requestBodies");
    inline_components(&mut view, "responses");
    bodies::keep_one_content_type(&mut view);
    bodies::take_forms_of_one_part_as_texts(&mut view);
    bodies::set_aside_unsupported_bodies(&mut view);
    bodies::drop_optional_forms(&mut view);
    bodies::keep_one_value_of_form_fields(&mut view);
    responses::keep_one_content_type(&mut view);
    responses::drop_default(&mut view);
    responses::keep_one_success_type(&mut view);
    responses::keep_one_error_type(&mut view);
    schemas::tell_null_from_absence(&mut view);
    schemas::keep_what_holds_secrets(&mut view);
    schemas::keep_secrets(&mut view);
    schemas::drop_types_beside_references(&mut view);
    schemas::keep_further_members(&mut view);
    schemas::drop_query_defaults(&mut view);
    schemas::open_lists_of_words(&mut view);
    schemas::drop_restrictions(&mut view);
    view
}

/// The view from which the mock is generated, made from that of the client: the mock uses the client's types.
pub(crate) fn for_mock(client: &Value) -> Value {
    let mut view = client.clone();
    bodies::drop_form_bodies(&mut view);
    schemas::drop_structured_query_parameters(&mut view);
    schemas::show_query_parameters(&mut view);
    view
}

/// Puts the shared components of one section where they are referred to, so that the rules can change them for one
/// operation without changing them for another.
fn inline_components(view: &mut Value, section: &str) {
    let prefix = format!("#/components/{section}/");
    let components = view["components"][section].take();
    if let Some(all) = view["components"].as_object_mut() {
        all.remove(section);
    }
    for place in ["/paths", "/components"] {
        if let Some(part) = view.pointer_mut(place) {
            replace_references(part, &prefix, &components);
        }
    }
}

fn replace_references(value: &mut Value, prefix: &str, components: &Value) {
    let target = value.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix(prefix));
    if let Some(component) = target.and_then(|name| components.get(name)) {
        *value = component.clone();
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(|inner| replace_references(inner, prefix, components)),
        Value::Array(elements) => elements.iter_mut().for_each(|inner| replace_references(inner, prefix, components)),
        _ => {}
    }
}

/// Every operation of the view.
fn operations(view: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    view.get_mut("paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut)
        .filter_map(Value::as_object_mut)
        .flatten()
        .filter(|(member, _)| METHODS.contains(&member.as_str()))
        .filter_map(|(_, operation)| operation.as_object_mut())
}

/// What each path has.
pub(crate) fn operations_by_path(document: &Value) -> impl Iterator<Item = (&str, &Map<String, Value>)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.filter_map(|(path, operations)| Some((path.as_str(), operations.as_object()?)))
}

/// Every operation that has an id, with that and its method.
pub(crate) fn operations_by_id(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    let items = document["paths"].as_object().into_iter().flatten();
    items
        .flat_map(|(_, item)| METHODS.iter().filter_map(|method| Some((*method, item.get(*method)?))))
        .filter_map(|(method, operation)| Some((operation["operationId"].as_str()?, method, operation)))
}

/// A component of any kind, where the document refers to one.
pub(crate) fn component<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    target.and_then(|target| document.pointer(target)).unwrap_or(value)
}

/// A schema itself, where it may stand by its name.
pub(crate) fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    schema_name(schema).map_or(schema, |name| &document["components"]["schemas"][name])
}

/// The name of the schema that `value` refers to, if it is a reference.
pub(crate) fn schema_name(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix("#/components/schemas/")
}
