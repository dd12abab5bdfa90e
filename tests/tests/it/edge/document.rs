//! What the document says of an operation, and what it refuses to say.

use authplane::edge::document::DocumentHead;
use authplane::edge::front::describe;
use authplane::edge::{Dialect, Surface};
use serde_json::{Value, json};

use super::{OTHER, TOY, toy};

fn frame() -> DocumentHead {
    DocumentHead {
        title: "Toy",
        version: "1.2.3",
        info: json!({"license": {"name": "MIT"}}),
        servers: json!([{"url": "http://toy.example"}]),
        security_schemes: json!({"badge": {"type": "http", "scheme": "bearer"}}),
    }
}

fn document() -> Value {
    describe(vec![toy::surface(), toy::other_surface()]).complete(&frame()).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn statuses(operation: &Value) -> Vec<&str> {
    keys(&operation["responses"])
}

#[test]
fn it_is_an_openapi_3_0_3_document_with_the_frame_around_it() {
    let document = document();
    assert_eq!(document["openapi"], "3.0.3");
    assert_eq!(document["info"], json!({"title": "Toy", "version": "1.2.3", "license": {"name": "MIT"}}));
    assert_eq!(document["tags"], json!([{"name": "things", "description": "Things."}]));
    assert_eq!(document["components"]["securitySchemes"]["badge"]["scheme"], "bearer");
}

#[test]
fn literals_and_variables_stand_beside_each_other_and_nothing_unpublished_does() {
    let document = document();
    assert_eq!(
        keys(&document["paths"]),
        [
            "/other/{id}",
            "/other/{name}",
            "/toy/form",
            "/toy/notes",
            "/toy/orders/{id}",
            "/toy/panic",
            "/toy/slow",
            "/toy/things",
            "/toy/things/special",
            "/toy/things/special/history",
            "/toy/things/{id}",
            "/toy/things/{id}/part",
        ]
    );
    assert_eq!(keys(&document["paths"]["/toy/things/{id}"]), ["delete", "get"]);
}

#[test]
fn statuses_are_exact() {
    let paths = &document()["paths"];
    assert_eq!(statuses(&paths["/toy/things/{id}"]["get"]), ["200", "404", "5XX"]);
    // Who must show something can be refused.
    assert_eq!(statuses(&paths["/toy/things/{id}"]["delete"]), ["204", "401", "403", "404", "5XX"]);
    // A body can be too large, and one whose label counts can be labelled wrongly.
    assert_eq!(statuses(&paths["/toy/things"]["post"]), ["201", "400", "413", "415", "422", "5XX"]);
    assert_eq!(statuses(&paths["/toy/notes"]["post"]), ["200", "400", "413", "5XX"]);
    let of = |path: &str, method: &str| {
        paths[path][method]["responses"]["404"]["content"]["application/json"]["schema"]["$ref"].clone()
    };
    assert_eq!(of("/toy/things/{id}", "get"), "#/components/schemas/ToyError");
    assert_eq!(of("/other/{name}", "get"), "#/components/schemas/OtherError");
}

#[test]
fn preconditions_and_idempotency_keys_come_with_their_headers_and_statuses() {
    let order = &document()["paths"]["/toy/orders/{id}"]["post"];
    assert_eq!(statuses(order), ["201", "401", "403", "404", "412", "413", "415", "422", "5XX"]);
    let parameters = order["parameters"].as_array().unwrap();
    let header = |name: &str| {
        let found = parameters.iter().find(|parameter| parameter["name"] == name).unwrap();
        assert_eq!((&found["in"], found["required"] == true), (&json!("header"), false), "{name}");
        found["schema"].clone()
    };
    assert_eq!(header("If-Match"), json!({"type": "string"}));
    assert_eq!(header("X-Idempotency-Key"), json!({"type": "string", "minLength": 32, "maxLength": 255}));
    assert_eq!(keys(&order["responses"]["201"]["headers"]), ["ETag", "X-Idempotent-Replayed"]);
    assert_eq!(parameters.len(), 5, "with path and query: {parameters:?}");
}

#[test]
fn security_comes_from_extractors_and_notes_and_is_empty_for_public_operations() {
    let paths = &document()["paths"];
    assert_eq!(paths["/toy/things/{id}"]["delete"]["security"], json!([{"badge": ["things"]}]));
    assert_eq!(paths["/toy/form"]["post"]["security"], json!([{"door": []}]));
    assert_eq!(paths["/toy/things/{id}"]["get"]["security"], json!([]));
}

#[test]
fn examples_headers_and_media_types_stand_where_they_belong() {
    let paths = &document()["paths"];
    let make = &paths["/toy/things"]["post"];
    let example = json!({"name": "a", "count": 1});
    assert_eq!(make["requestBody"]["content"]["application/json"]["example"], example);
    assert_eq!(make["responses"]["201"]["content"]["application/json"]["example"], example);
    assert_eq!(make["responses"]["201"]["headers"]["Location"]["schema"]["type"], "string");
    assert_eq!(keys(&paths["/toy/form"]["post"]["requestBody"]["content"]), ["application/x-www-form-urlencoded"]);
    let other = &paths["/other/{name}"]["get"]["responses"];
    assert_eq!(keys(&other["200"]["content"]), ["application/thing+json"]);
    assert_eq!(keys(&other["404"]["content"]), ["application/json"]);
}

#[test]
fn bodies_are_required_or_not_as_they_are_read() {
    let paths = &document()["paths"];
    assert_eq!(paths["/toy/things"]["post"]["requestBody"]["required"], true);
    assert_eq!(paths["/toy/form"]["post"]["requestBody"]["required"], true);
    assert_eq!(paths["/toy/notes"]["post"]["requestBody"]["required"], false);
}

#[test]
fn parameters_have_their_keywords_and_lists_are_lists() {
    let document = document();
    let parameters = document["paths"]["/toy/things"]["get"]["parameters"].as_array().unwrap();
    let named = |name: &str| parameters.iter().find(|parameter| parameter["name"] == name).unwrap();
    let page = &named("page")["schema"];
    assert_eq!((&page["default"], &page["maximum"], &page["type"]), (&json!(1), &json!(9), &json!("integer")));
    assert!(page.get("format").is_none() || page["format"] == "int32", "OpenAPI knows no uint32: {page}");
    assert_eq!(named("tag")["schema"], json!({"type": "array", "items": {"type": "string"}}));
    assert_ne!(named("tag")["required"], true);
}

#[test]
fn a_summary_is_the_first_paragraph_and_the_rest_the_description() {
    let remove = &document()["paths"]["/toy/things/{id}"]["delete"];
    assert_eq!(
        (&remove["summary"], &remove["description"]),
        (&json!("Removes a thing."), &json!("Nothing is left of it."))
    );
    assert_eq!((&remove["operationId"], &remove["tags"]), (&json!("remove_thing"), &json!(["things"])));
}

#[test]
fn it_is_the_same_bytes_whatever_the_order_of_registration() {
    let reversed = describe(vec![toy::other_surface(), toy::surface()]).complete(&frame()).unwrap();
    assert_eq!(document().to_string(), reversed.to_string());
}

#[test]
fn what_is_declared_inconsistently_is_an_error() {
    let refused = |surfaces: Vec<Surface<toy::World>>, frame: &DocumentHead| {
        describe(surfaces).complete(frame).expect_err("it must be refused").to_string()
    };
    let twice = refused(vec![toy::surface(), toy::surface()], &frame());
    assert!(twice.contains("twice"), "{twice}");

    let mut surface = Surface::new(TOY);
    surface.register(nameless::untagged);
    let untagged = refused(vec![surface], &frame());
    assert!(untagged.contains("untagged") && untagged.contains("nothings"), "{untagged}");

    let mut surface = Surface::new(OTHER);
    surface.tag("things", "Other things.");
    let described = refused(vec![toy::surface(), surface], &frame());
    assert!(described.contains("described twice"), "{described}");

    let mut surface = tagged(TOY);
    surface.register(toy::show_special).parameter("nobody", json!({}));
    let unknown = refused(vec![surface], &frame());
    assert!(unknown.contains("show_special") && unknown.contains("nobody"), "{unknown}");

    let mut surface = tagged(OTHER);
    surface.register(nameless::nameless);
    let nameless = refused(vec![surface], &frame());
    assert!(nameless.contains("summary"), "{nameless}");

    let mut surface = tagged(TOY);
    surface.register(nameless::without_body).response_example(json!({}));
    let bodiless = refused(vec![surface], &frame());
    assert!(bodiless.contains("no body"), "{bodiless}");
}

/// A surface with nothing but the tag.
fn tagged(dialect: Dialect) -> Surface<toy::World> {
    let mut surface = Surface::new(dialect);
    surface.tag("things", "Things.");
    surface
}

/// Operations that are declared badly.
mod nameless {
    use super::toy::{ToyError, World};
    use authplane::edge::endpoint as dropshot;
    use authplane::edge::{NoContent, Request};

    #[dropshot::endpoint { method = GET, path = "/toy/nameless", tags = ["things"] }]
    pub(super) async fn nameless(_request: Request<World>) -> Result<NoContent, ToyError> {
        Ok(NoContent)
    }

    /// Under a tag that nothing describes.
    #[dropshot::endpoint { method = GET, path = "/toy/untagged", tags = ["nothings"] }]
    pub(super) async fn untagged(_request: Request<World>) -> Result<NoContent, ToyError> {
        Ok(NoContent)
    }

    /// Has no body.
    #[dropshot::endpoint { method = GET, path = "/toy/bodiless", tags = ["things"] }]
    pub(super) async fn without_body(_request: Request<World>) -> Result<NoContent, ToyError> {
        Ok(NoContent)
    }
}
