//! The canonical OpenAPI document: dropshot emits it, and what dropshot can't say is added here from what stands beside each handler.

mod bodies;
mod errors;
mod links;
mod markers;
mod names;
mod refusals;
mod schemas;

use std::collections::BTreeMap;

use dropshot::{ApiDescription, ApiEndpoint, ApiEndpointParameter};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::rejection::{Declared, ErrorExample, Rejection, RejectionStatus};

/// The statuses of failures, which every operation has.
const FAILURES: [u16; 2] = [500, 503];

/// What the type of a success answer tells of its body.
#[derive(Debug, Default)]
pub(super) enum SuccessBody {
    /// All that dropshot says of it.
    #[default]
    Described,
    /// A file of this media type.
    File(&'static str),
    /// Bytes and headers of which no type tells anything.
    Undescribed,
}

/// What extractors say of an operation.
#[derive(Debug)]
pub struct Description {
    /// Parameters and body in dropshot's own form.
    pub parameters: Vec<ApiEndpointParameter>,
    /// Parameters that dropshot can't describe (arrays, free keys), as OpenAPI parameter objects.
    pub raw_parameters: Vec<Value>,
    /// Is the body required, whatever is in it? One that must have some member is so anyway.
    pub body_required: bool,
    /// A member of the body that is null counts as absent.
    pub null_is_absence: bool,
    /// The body's media type.
    pub content_type: &'static str,
    /// The schema of a body that dropshot can't describe: a text, a form of several parts.
    pub raw_body: Option<Value>,
    /// Security requirement objects of which one is enough; empty for a public operation.
    pub security: Vec<Value>,
    /// Error statuses that come with the extractors: a caller's 401 and 403, a body's 413 and 415.
    pub errors: Vec<u16>,
    /// Why extractors may refuse a request with a status that isn't the same in all dialects: the operation has to declare its dialect's.
    pub rejections: Vec<Rejection>,
    /// The status of a rejection in the operation's dialect.
    pub(super) rejected_with: Option<RejectionStatus>,
    /// What the type of the success answer tells of its body.
    pub(super) success_body: SuccessBody,
    /// Headers of the success answer, as OpenAPI header objects.
    pub response_headers: Vec<(&'static str, Value)>,
    /// How the operation refuses.
    pub(super) error_example: Option<ErrorExample>,
    /// The success answer has an entity tag of its dialect's.
    pub entity_tag: bool,
}

impl Default for Description {
    fn default() -> Self {
        Self {
            parameters: Vec::new(),
            raw_parameters: Vec::new(),
            body_required: true,
            null_is_absence: false,
            content_type: "application/json",
            raw_body: None,
            security: Vec::new(),
            errors: Vec::new(),
            rejections: Vec::new(),
            rejected_with: None,
            success_body: SuccessBody::default(),
            response_headers: Vec::new(),
            error_example: None,
            entity_tag: false,
        }
    }
}

/// What a module says of an operation when it registers it.
#[derive(Debug, Default)]
pub struct Notes {
    errors: Vec<u16>,
    request_example: Option<Value>,
    body_required: bool,
    response_example: Option<Value>,
    response_headers: Vec<(&'static str, Value)>,
    response_content_type: Option<&'static str>,
    response_also: Option<&'static str>,
    response_text: Option<&'static str>,
    parameters: Vec<(&'static str, Value)>,
    security: Vec<Value>,
}

impl Notes {
    /// The error statuses that the operation declares besides those of its extractors ([`Description::errors`]).
    pub fn errors(&mut self, statuses: &[u16]) -> &mut Self {
        self.errors.extend_from_slice(statuses);
        self
    }

    /// An example of the request body.
    pub fn request_example(&mut self, example: Value) -> &mut Self {
        self.request_example = Some(example);
        self
    }

    /// The operation needs a member of the body that its schema, which other operations share, doesn't require.
    pub fn body_required(&mut self) -> &mut Self {
        self.body_required = true;
        self
    }

    /// An example of the success body.
    pub fn response_example(&mut self, example: Value) -> &mut Self {
        self.response_example = Some(example);
        self
    }

    /// A header of the success answer; `header` is an OpenAPI header object.
    pub fn response_header(&mut self, name: &'static str, header: Value) -> &mut Self {
        self.response_headers.push((name, header));
        self
    }

    /// The success body's media type, where it isn't `application/json`.
    pub fn response_content_type(&mut self, media_type: &'static str) -> &mut Self {
        self.response_content_type = Some(media_type);
        self
    }

    /// Another media type of the same success body, for those who ask for it.
    pub fn response_also(&mut self, media_type: &'static str) -> &mut Self {
        self.response_also = Some(media_type);
        self
    }

    /// What some get instead of the JSON: text of this media type.
    pub fn response_text(&mut self, media_type: &'static str) -> &mut Self {
        self.response_text = Some(media_type);
        self
    }

    /// Adds keywords (default, minimum …) to the schema of a query or path parameter; an example becomes the parameter's.
    pub fn parameter(&mut self, name: &'static str, keywords: Value) -> &mut Self {
        self.parameters.push((name, keywords));
        self
    }

    /// A security requirement that no extractor says (client authentication at OAuth endpoints).
    pub fn security(&mut self, requirement: Value) -> &mut Self {
        self.security.push(requirement);
        self
    }
}

/// The error statuses of an operation: what the document says, and what errors are written for.
pub(super) fn declared(description: &Description, notes: &Notes) -> Declared {
    Declared::new(description.errors.iter().chain(&notes.errors).copied().collect())
}

/// The operations of all published surfaces with their tags, ready to be written as a document.
pub struct Document {
    tags: Vec<(&'static str, &'static str)>,
    operations: Vec<(ApiEndpoint<()>, Description, Notes)>,
}

/// What the document says once, for all operations.
#[derive(Debug)]
pub struct DocumentHead {
    /// Title of the API.
    pub title: &'static str,
    /// Version of the API, and of the server.
    pub version: &'static str,
    /// The `info` object's other fields, merged into it.
    pub info: Value,
    /// `servers`.
    pub servers: Value,
    /// `components.securitySchemes`.
    pub security_schemes: Value,
    /// Tags by the dialect that they belong to, each in one group (`x-tagGroups`, which renderers know).
    pub tag_groups: Vec<(&'static str, Vec<&'static str>)>,
    /// What path parameters are, once for all operations.
    pub path_parameters: Vec<PathParameter>,
}

/// A variable of paths.
#[derive(Clone, Copy, Debug)]
pub struct PathParameter {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// What could stand in its place.
    pub example: &'static str,
}

/// The document can't be made as declared: a mistake in the source, found by the lockstep.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct DocumentError(String);

type Result<T> = std::result::Result<T, DocumentError>;

fn fail<T>(message: impl Into<String>) -> Result<T> {
    Err(DocumentError(message.into()))
}

impl Document {
    pub(super) fn new(
        tags: Vec<(&'static str, &'static str)>,
        operations: impl Iterator<Item = (ApiEndpoint<()>, Description, Notes)>,
    ) -> Self {
        Self { tags, operations: operations.collect() }
    }

    /// Writes the document.
    ///
    /// # Errors
    /// When an operation is declared inconsistently: no tag, an unknown one, no summary, a repeated id, two schemas of one name.
    pub fn complete(self, frame: &DocumentHead) -> Result<Value> {
        let mut tags = BTreeMap::new();
        for (name, description) in &self.tags {
            if tags.insert(*name, *description).is_some() {
                return fail(format!("the tag {name} is described twice"));
            }
        }
        let mut notes = BTreeMap::new();
        let mut groups: Vec<(Vec<String>, ApiDescription<()>)> = Vec::new();
        for (endpoint, description, note) in self.operations {
            if notes.insert(endpoint.operation_id.clone(), (description, note)).is_some() {
                return fail(format!("operation id {} stands twice", endpoint.operation_id));
            }
            // Dropshot's router panics on a literal beside a variable, also when it only describes: such paths are described apart.
            let free = groups.iter_mut().find(|(paths, _)| !paths.iter().any(|path| collide(path, &endpoint.path)));
            let (paths, group) = match free {
                Some(group) => group,
                None => {
                    groups.push((Vec::new(), ApiDescription::new()));
                    let last = groups.len() - 1;
                    &mut groups[last]
                }
            };
            paths.push(endpoint.path.clone());
            group.register(endpoint).map_err(|error| DocumentError(error.to_string()))?;
        }
        let mut paths = Map::new();
        let mut schemas = Map::new();
        for (_, group) in groups {
            let part = group
                .openapi(frame.title, semver::Version::new(0, 0, 0))
                .json()
                .map_err(|error| DocumentError(error.to_string()))?;
            merge(&mut paths, &part["paths"], "path")?;
            merge(&mut schemas, &part["components"]["schemas"], "schema")?;
        }
        let mut responses = Map::new();
        for (path, item) in &mut paths {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
                let Some((description, note)) = notes.get(&id) else {
                    return fail(format!("{method} {path} has no notes"));
                };
                refusals::check(&id, description, &declared(description, note)).map_err(DocumentError)?;
                complete_operation(&id, operation, description, note)?;
                complete_parameters(path, operation, frame)?;
                complete_responses(&id, operation, description, note, &mut responses)?;
                check_tag(&id, operation, &tags)?;
            }
        }
        let uses =
            schemas::Uses::of(&paths, &schemas, |id| notes.get(id).is_some_and(|(body, _)| body.null_is_absence));
        schemas::publish(&mut schemas, &uses);
        bodies::require_those_with_required_members(&mut paths, &schemas);
        names::check(&schemas, notes.keys().map(String::as_str)).map_err(DocumentError)?;
        links::add(&mut paths, &schemas);
        check_groups(&frame.tag_groups, &tags)?;
        let mut info = json!({"title": frame.title, "version": frame.version});
        merge_keywords(&mut info, &frame.info);
        let groups: Vec<Value> =
            frame.tag_groups.iter().map(|(name, tags)| json!({"name": name, "tags": tags})).collect();
        let tags: Vec<Value> =
            self.tags.iter().map(|(name, description)| json!({"name": name, "description": description})).collect();
        let document = json!({
            "openapi": "3.0.3",
            "info": info,
            "servers": frame.servers,
            "tags": tags,
            "x-tagGroups": groups,
            "paths": paths,
            "components": {
                "headers": errors::headers(),
                "responses": responses,
                "schemas": schemas,
                "securitySchemes": frame.security_schemes,
            },
        });
        Ok(sorted(document))
    }
}

/// Would dropshot's router refuse these two paths together?
fn collide(one: &str, other: &str) -> bool {
    for (a, b) in one.split('/').zip(other.split('/')) {
        if a == b {
            continue;
        }
        return a.starts_with('{') || b.starts_with('{');
    }
    false
}

fn merge(into: &mut Map<String, Value>, part: &Value, what: &str) -> Result<()> {
    for (name, value) in part.as_object().into_iter().flatten() {
        match into.get_mut(name) {
            None => {
                into.insert(name.clone(), value.clone());
            }
            Some(known) if known == value => {}
            Some(known) if what == "path" => merge_keywords(known, value),
            Some(_) => return fail(format!("two different {what}s are called {name}")),
        }
    }
    Ok(())
}

fn merge_keywords(into: &mut Value, keywords: &Value) {
    if let (Some(into), Some(keywords)) = (into.as_object_mut(), keywords.as_object()) {
        for (name, value) in keywords {
            into.insert(name.clone(), value.clone());
        }
    }
}

/// Each operation stands under one of the tags that surfaces describe.
fn check_tag(id: &str, operation: &Value, described: &BTreeMap<&str, &str>) -> Result<()> {
    let tags = operation["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    match tags {
        [Value::String(tag)] if described.contains_key(tag.as_str()) => Ok(()),
        _ => fail(format!("{id} must have exactly one tag that `Surface::tag` describes, has {tags:?}")),
    }
}

/// A tag that stands in no group, or in two, is shown nowhere or twice.
fn check_groups(groups: &[(&str, Vec<&str>)], described: &BTreeMap<&str, &str>) -> Result<()> {
    let mut grouped: Vec<&str> = groups.iter().flat_map(|(_, tags)| tags.iter().copied()).collect();
    grouped.sort_unstable();
    if grouped.iter().eq(described.keys()) {
        return Ok(());
    }
    let described: Vec<_> = described.keys().collect();
    fail(format!("the groups of tags hold {grouped:?}, the surfaces describe {described:?}"))
}

fn complete_operation(id: &str, operation: &mut Value, description: &Description, note: &Notes) -> Result<()> {
    if operation["summary"].as_str().is_none_or(str::is_empty) {
        return fail(format!("{id} has no summary: write a doc comment over its handler"));
    }
    if !description.raw_parameters.is_empty() {
        match operation.get_mut("parameters").and_then(Value::as_array_mut) {
            Some(parameters) => parameters.extend(description.raw_parameters.iter().cloned()),
            None => operation["parameters"] = Value::Array(description.raw_parameters.clone()),
        }
    }
    for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
        let keywords = note.parameters.iter().find(|(name, _)| parameter["name"] == *name);
        if let Some((_, keywords)) = keywords {
            merge_keywords(&mut parameter["schema"], keywords);
            if let Some(example) = parameter["schema"].as_object_mut().and_then(|schema| schema.remove("example")) {
                parameter["example"] = example;
            }
        }
        if markers::take(&mut parameter["schema"]) {
            parameter["required"] = Value::Bool(true);
        }
        schemas::without_null(&mut parameter["schema"]);
        schemas::tidy(&mut parameter["schema"]);
        schemas::mark_secret_parameter(parameter);
    }
    for (name, _) in &note.parameters {
        if !operation["parameters"]
            .as_array()
            .is_some_and(|parameters| parameters.iter().any(|parameter| parameter["name"] == *name))
        {
            return fail(format!("{id} has no parameter {name}"));
        }
    }
    if let Some(schema) = &description.raw_body {
        operation["requestBody"] = json!({"content": {description.content_type: {"schema": schema}}});
    }
    let has_body = operation.get("requestBody").is_some();
    if has_body {
        operation["requestBody"]["required"] = Value::Bool(description.body_required || note.body_required);
        if let Some(example) = &note.request_example {
            operation["requestBody"]["content"][description.content_type]["example"] = example.clone();
        }
    }
    let mut security = description.security.clone();
    security.extend(note.security.iter().cloned());
    operation["security"] = Value::Array(security);
    Ok(())
}

/// Parameters in the order in which the path has them, which is the order of the arguments of generated clients.
fn complete_parameters(path: &str, operation: &mut Value, frame: &DocumentHead) -> Result<()> {
    let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut) else { return Ok(()) };
    let place = |parameter: &Value| {
        let name = parameter["name"].as_str().unwrap_or_default();
        let is_in_path = parameter["in"] == "path";
        is_in_path.then(|| path.find(&format!("{{{name}}}"))).flatten().unwrap_or(usize::MAX)
    };
    parameters.sort_by_key(place);
    for parameter in parameters.iter_mut().filter(|parameter| parameter["in"] == "path") {
        let Some(known) = frame.path_parameters.iter().find(|known| parameter["name"] == known.name) else {
            return fail(format!("nothing is said of {} in {path}", parameter["name"]));
        };
        parameter["description"] = json!(known.description);
        parameter["example"] = json!(known.example);
    }
    Ok(())
}

fn complete_responses(
    id: &str,
    operation: &mut Value,
    description: &Description,
    note: &Notes,
    shared: &mut Map<String, Value>,
) -> Result<()> {
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else {
        return fail(format!("{id} has no responses"));
    };
    // Dropshot writes one range for all client errors; the reference names the dialect's error schema.
    let error = responses.remove("4XX");
    responses.remove("5XX");
    let Some(success) = responses.values_mut().next() else { return fail(format!("{id} has no success status")) };
    success["headers"]["X-Request-Id"] = errors::reference("X-Request-Id");
    if description.entity_tag {
        success["headers"]["ETag"] = errors::reference("ETag");
    }
    schemas::tidy(success);
    for (name, header) in description.response_headers.iter().chain(&note.response_headers) {
        success["headers"][*name] = header.clone();
    }
    if let Some(example) = &note.response_example {
        let Some(content) = success["content"]["application/json"].as_object_mut() else {
            return fail(format!("{id} has an example, but no body"));
        };
        content.insert("example".to_owned(), example.clone());
    }
    if let (Some(media_type), Some(content)) =
        (note.response_content_type, success.get_mut("content").and_then(Value::as_object_mut))
        && let Some(body) = content.remove("application/json")
    {
        content.insert(media_type.to_owned(), body);
    }
    if let SuccessBody::File(media_type) = description.success_body {
        success["content"] = json!({media_type: {"schema": {"type": "string", "format": "binary"}}});
    }
    if let Some(media_type) = note.response_also {
        success["content"][media_type] = success["content"]["application/json"].clone();
    }
    if let Some(media_type) = note.response_text {
        success["content"][media_type] = json!({"schema": {"type": "string"}});
    }
    let schema =
        error.as_ref().and_then(|error| error["$ref"].as_str()).and_then(|reference| reference.rsplit('/').next());
    let Some(schema) = schema else { return fail(format!("{id} has no error schema")) };
    for &status in declared(description, note).statuses().iter().chain(&FAILURES) {
        let name = errors::name(schema, status);
        let response = || {
            let example = StatusCode::from_u16(status).ok().and_then(|status| description.error_example?(status));
            errors::response(schema, status, example.as_ref().map(|answer| (&answer.headers, &*answer.body)))
        };
        shared.entry(name.clone()).or_insert_with(response);
        responses.insert(status.to_string(), json!({"$ref": format!("#/components/responses/{name}")}));
    }
    Ok(())
}

/// Keys in alphabetical order at every level, whatever map type `serde_json` was built with: the document must not depend on how cargo unified features.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let ordered: BTreeMap<String, Value> = map.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            Value::Object(ordered.into_iter().collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(sorted).collect()),
        other => other,
    }
}
