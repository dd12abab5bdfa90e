//! What the document says of an operation, and what it refuses to say.

use authplane::edge::document::{DocumentHead, PathParameter};
use authplane::edge::front::describe;
use authplane::edge::{Dialect, Surface};
use authplane_tests::schema;
use serde_json::{Value, json};

use super::{OTHER, TOY, toy};

pub(super) fn frame() -> DocumentHead {
    DocumentHead {
        title: "Toy",
        version: "1.2.3",
        info: json!({"license": {"name": "MIT"}}),
        servers: json!([{"url": "http://toy.example"}]),
        security_schemes: json!({"badge": {"type": "http", "scheme": "bearer"}}),
        tag_groups: vec![("Toys", vec!["things"])],
        path_parameters: ["id", "name"].map(|name| PathParameter { name, description: "Which.", example: "a" }).into(),
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
    assert_eq!(statuses(&paths["/toy/things/{id}"]["get"]), ["200", "404", "500", "503"]);
    // Who must show something can be refused.
    assert_eq!(statuses(&paths["/toy/things/{id}"]["delete"]), ["204", "401", "403", "404", "500", "503"]);
    // A body can be too large, and one whose label counts can be labelled wrongly.
    assert_eq!(statuses(&paths["/toy/things"]["post"]), ["201", "400", "413", "415", "422", "500", "503"]);
    assert_eq!(statuses(&paths["/toy/notes"]["post"]), ["200", "400", "413", "422", "500", "503"]);
    let of = |path: &str, method: &str| paths[path][method]["responses"]["404"]["$ref"].clone();
    assert_eq!(of("/toy/things/{id}", "get"), "#/components/responses/ToyNotFound");
    assert_eq!(of("/other/{name}", "get"), "#/components/responses/OtherNotFound");
}

#[test]
fn preconditions_and_idempotency_keys_come_with_their_headers_and_statuses() {
    let order = &document()["paths"]["/toy/orders/{id}"]["post"];
    assert_eq!(statuses(order), ["201", "401", "403", "404", "412", "413", "415", "422", "500", "503"]);
    let parameters = order["parameters"].as_array().unwrap();
    let header = |name: &str| {
        let found = parameters.iter().find(|parameter| parameter["name"] == name).unwrap();
        assert_eq!((&found["in"], found["required"] == true), (&json!("header"), false), "{name}");
        found["schema"].clone()
    };
    assert_eq!(header("If-Match"), json!({"type": "string"}));
    assert_eq!(header("X-Idempotency-Key"), json!({"type": "string", "minLength": 32, "maxLength": 255}));
    assert_eq!(keys(&order["responses"]["201"]["headers"]), ["ETag", "X-Idempotent-Replayed", "X-Request-Id"]);
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
    let document = document();
    let paths = &document["paths"];
    let make = &paths["/toy/things"]["post"];
    let example = json!({"name": "a", "count": 1});
    assert_eq!(make["requestBody"]["content"]["application/json"]["example"], example);
    assert_eq!(make["responses"]["201"]["content"]["application/json"]["example"], example);
    assert_eq!(make["responses"]["201"]["headers"]["Location"]["schema"]["type"], "string");
    assert_eq!(keys(&paths["/toy/form"]["post"]["requestBody"]["content"]), ["application/x-www-form-urlencoded"]);
    let other = &paths["/other/{name}"]["get"]["responses"];
    assert_eq!(keys(&other["200"]["content"]), ["application/thing+json"]);
    assert_eq!(other["404"]["$ref"], "#/components/responses/OtherNotFound");
    let shared = &document["components"]["responses"];
    assert_eq!(keys(&shared["OtherNotFound"]["content"]), ["application/json"]);
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

#[test]
fn a_name_that_generated_clients_use_themselves_is_refused() {
    let refused = |surface: Surface<toy::World>| {
        describe(vec![surface]).complete(&frame()).expect_err("it must be refused").to_string()
    };
    let mut surface = tagged(TOY);
    surface.register(names::reserved).errors(&[400, 422]);
    assert!(refused(surface).contains("ApiClient"));
    let mut surface = tagged(TOY);
    surface.register(names::numbered).errors(&[400, 422]);
    assert!(refused(surface).contains("Thing2"));
    let mut surface = tagged(TOY);
    surface.register(names::show_shelf).errors(&[400, 422]);
    assert!(refused(surface).contains("ShowShelfResponse"));
}

/// In Go the constants of both would be one.
#[test]
fn values_of_two_enums_that_are_the_same_have_names_of_their_own() {
    let mut surface = tagged(TOY);
    surface.register(names::two_woods);
    let document = describe(vec![surface]).complete(&frame()).unwrap();
    let of = |schema: &str, key: &str| document["components"]["schemas"][schema][key].clone();
    assert_eq!(of("ToyKind", "enum"), json!(["wood", "name"]));
    assert_eq!(of("ToyMaterial", "enum"), json!(["paper", "wood"]));
    assert_eq!(of("ToyKind", "x-enum-varnames"), json!(["Wood", "Name"]));
    assert_eq!(of("ToyMaterial", "x-enum-varnames"), json!(["Paper", "ToyMaterialWood"]));
}

#[test]
fn what_stands_in_no_group_and_what_nothing_is_said_of_is_refused() {
    let refused = |frame: &DocumentHead| {
        describe(vec![toy::surface(), toy::other_surface()])
            .complete(frame)
            .expect_err("it must be refused")
            .to_string()
    };
    assert!(refused(&DocumentHead { tag_groups: vec![("Toys", vec![])], ..frame() }).contains("things"));
    assert!(
        refused(&DocumentHead { tag_groups: vec![("Toys", vec!["things", "things"])], ..frame() }).contains("things")
    );
    let parameters = vec![PathParameter { name: "name", description: "Which.", example: "a" }];
    assert!(refused(&DocumentHead { path_parameters: parameters, ..frame() }).contains("nothing is said of \"id\""));
}

#[test]
fn schemas_say_in_json_s_terms_what_is_required_what_may_be_null_and_which_values_there_are() {
    let mut surface = tagged(TOY);
    surface.register(names::put_kit).errors(&[400, 422]);
    surface.register(names::send_kit).errors(&[400, 422]);
    let document = describe(vec![surface]).complete(&frame()).unwrap();
    let schemas = &document["components"]["schemas"];
    let request = &schemas["ToyKit"];
    let member = |name: &str| &request["properties"][name];
    // Refused when absent, though serde takes it.
    assert_eq!(request["required"], json!(["label", "size"]));
    assert_eq!(member("label"), &json!({"type": "string", "description": "Its label."}));
    // Values that stand in no type; those of a list are its items'.
    assert_eq!(member("size"), &json!({"type": "string", "description": "Its size.", "enum": ["small", "large"]}));
    let colour = json!({"type": "string", "enum": ["red", "green"]});
    assert_eq!(member("colours"), &json!({"type": "array", "items": colour, "maxItems": 2}));
    // Null is taken, also beside a reference.
    assert_eq!(member("note")["nullable"], true);
    assert_eq!((&member("kind")["nullable"], &member("kind")["type"]), (&json!(true), &json!("string")));
    // Absence and serde's empty values are the same; a default that says something stays.
    assert!(member("parts").get("default").is_none() && member("extra").get("default").is_none());
    assert_eq!(member("pieces")["default"], 3);
    // One list of values, whose names compile everywhere.
    let kind = &schemas["ToyKind"];
    assert_eq!((&kind["type"], &kind["enum"]), (&json!("string"), &json!(["wood", "name"])));
    assert_eq!(kind["x-enum-varnames"], json!(["Wood", "Name"]));
    assert_eq!(kind["x-enumDescriptions"], json!({"wood": "Of wood.", "name": "By name."}));
    // What is answered always has what serde always writes, and no null where it leaves out.
    let answer = &schemas["ToyBox"];
    assert_eq!(answer["required"], json!(["parts"]));
    assert!(answer["properties"]["note"].get("nullable").is_none());
    // Forms know no null.
    assert!(schemas["ToySlip"]["properties"]["note"].get("nullable").is_none());
    // Arguments of generated clients are in the order of the path.
    let parameters = document["paths"]["/toy/kits/{name}/parts/{id}"]["put"]["parameters"].as_array().unwrap();
    let names: Vec<_> = parameters.iter().map(|parameter| parameter["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["name", "id"]);
    assert!(parameters.iter().all(|parameter| parameter["description"] == "Which." && parameter["example"] == "a"));
    let text = document.to_string();
    assert!(
        !text.contains("\"title\":\"required")
            && !text.contains("one of: ")
            && !text.contains("x-rust-type")
            && !text.contains("Array_of")
    );
}

#[test]
fn errors_stand_once_with_what_is_really_answered_and_creations_lead_on() {
    let document = document();
    let shared = &document["components"]["responses"]["ToyNotFound"];
    let example = &shared["content"]["application/json"]["example"];
    let problems = schema::problems(&document, &json!({"$ref": "#/components/schemas/ToyError"}), example);
    assert!(example.is_object() && problems.is_empty(), "{example}: {problems:?}");
    assert_eq!(shared["headers"]["X-Request-Id"]["$ref"], "#/components/headers/X-Request-Id");
    let mut surface = tagged(TOY);
    surface.register(names::make_kit).errors(&[400, 422]);
    surface.register(names::show_kit);
    let document = describe(vec![surface]).complete(&frame()).unwrap();
    let links = &document["paths"]["/toy/{name}/kits"]["post"]["responses"]["201"]["links"];
    let parameters = json!({"name": "$request.path.name", "id": "$response.body#/id"});
    assert_eq!(links, &json!({"show_kit": {"operationId": "show_kit", "parameters": parameters}}));
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

/// Operations whose schemas are called badly, or say much.
mod names {
    use authplane::edge::endpoint as dropshot;
    use authplane::edge::form::FromForm;
    use authplane::edge::{Body, Created, Form, FormFields, JsonReply, Path, Rejection, Request};
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    use super::toy::{ToyError, World};

    /// Collides with OpenAPI Generator's own.
    #[derive(Serialize, JsonSchema)]
    pub(super) struct ApiClient {
        id: String,
    }

    /// One of two types of a name.
    #[derive(Serialize, JsonSchema)]
    #[schemars(rename = "Thing2")]
    pub(super) struct Thing {
        id: String,
    }

    /// Collides with oapi-codegen's own.
    #[derive(Serialize, JsonSchema)]
    pub(super) struct ShowShelfResponse {
        id: String,
    }

    /// What kits are of.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    #[schemars(rename = "ToyKind")]
    pub(super) enum Kind {
        /// Of wood.
        Wood,
        /// By name.
        Name,
    }

    /// A kit.
    #[derive(Default, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "ToyKit")]
    #[expect(dead_code, reason = "it is only described")]
    pub(super) struct Kit {
        /// Its label.
        #[schemars(title = "required")]
        label: Option<String>,
        note: Option<String>,
        kind: Option<Kind>,
        /// Its size.
        #[schemars(title = "required, one of: small | large")]
        size: Option<String>,
        #[schemars(title = "one of: red | green", length(max = 2))]
        colours: Vec<String>,
        parts: Vec<String>,
        extra: std::collections::BTreeMap<String, String>,
        #[serde(default = "three")]
        pieces: u32,
    }

    fn three() -> u32 {
        3
    }

    /// A box.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[schemars(rename = "ToyBox")]
    pub(super) struct Package {
        #[serde(default)]
        parts: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }

    /// What is sent with a kit.
    #[derive(Deserialize, JsonSchema)]
    #[schemars(rename = "ToySlip")]
    #[expect(dead_code, reason = "it is only described")]
    pub(super) struct Slip {
        note: Option<String>,
    }

    impl FromForm for Slip {
        fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
            Ok(Self { note: fields.single("note")?.map(str::to_owned) })
        }
    }

    #[derive(Serialize, JsonSchema)]
    #[schemars(rename = "ToyMade")]
    pub(super) struct Made {
        id: String,
    }

    #[derive(Deserialize, JsonSchema)]
    pub(super) struct PartPath {
        #[serde(rename = "id")]
        _id: String,
        #[serde(rename = "name")]
        _name: String,
    }

    #[derive(Deserialize, JsonSchema)]
    pub(super) struct NamePath {
        #[serde(rename = "name")]
        _name: String,
    }

    /// Reserved.
    #[dropshot::endpoint { method = GET, path = "/toy/reserved", tags = ["things"] }]
    pub(super) async fn reserved(_request: Request<World>) -> Result<JsonReply<ApiClient>, ToyError> {
        Ok(JsonReply(ApiClient { id: String::new() }))
    }

    /// Numbered.
    #[dropshot::endpoint { method = GET, path = "/toy/numbered", tags = ["things"] }]
    pub(super) async fn numbered(_request: Request<World>) -> Result<JsonReply<Thing>, ToyError> {
        Ok(JsonReply(Thing { id: String::new() }))
    }

    /// Called like its operation.
    #[dropshot::endpoint { method = GET, path = "/toy/shelf", tags = ["things"] }]
    pub(super) async fn show_shelf(_request: Request<World>) -> Result<JsonReply<ShowShelfResponse>, ToyError> {
        Ok(JsonReply(ShowShelfResponse { id: String::new() }))
    }

    /// What boxes are of.
    #[derive(Serialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    #[schemars(rename = "ToyMaterial")]
    pub(super) enum Material {
        Paper,
        #[expect(dead_code, reason = "it is only described")]
        Wood,
    }

    #[derive(Serialize, JsonSchema)]
    #[schemars(rename = "ToyWoods")]
    pub(super) struct Woods {
        kind: Kind,
        material: Material,
    }

    /// Of two enums that share a value.
    #[dropshot::endpoint { method = GET, path = "/toy/woods", tags = ["things"] }]
    pub(super) async fn two_woods(_request: Request<World>) -> Result<JsonReply<Woods>, ToyError> {
        Ok(JsonReply(Woods { kind: Kind::Wood, material: Material::Paper }))
    }

    /// Takes a kit.
    #[dropshot::endpoint { method = PUT, path = "/toy/kits/{name}/parts/{id}", tags = ["things"] }]
    pub(super) async fn put_kit(
        _request: Request<World>,
        _path: Path<PartPath>,
        _body: Body<Kit>,
    ) -> Result<JsonReply<Package>, ToyError> {
        Ok(JsonReply(Package { parts: Vec::new(), note: None }))
    }

    /// Sends a kit.
    #[dropshot::endpoint { method = POST, path = "/toy/slips", tags = ["things"] }]
    pub(super) async fn send_kit(_request: Request<World>, _form: Form<Slip>) -> Result<JsonReply<Made>, ToyError> {
        Ok(JsonReply(Made { id: String::new() }))
    }

    /// Makes a kit.
    #[dropshot::endpoint { method = POST, path = "/toy/{name}/kits", tags = ["things"] }]
    pub(super) async fn make_kit(_request: Request<World>, _path: Path<NamePath>) -> Result<Created<Made>, ToyError> {
        Ok(Created(Made { id: String::new() }))
    }

    /// Shows a kit.
    #[dropshot::endpoint { method = GET, path = "/toy/{name}/kits/{id}", tags = ["things"] }]
    pub(super) async fn show_kit(_request: Request<World>, _path: Path<PartPath>) -> Result<JsonReply<Made>, ToyError> {
        Ok(JsonReply(Made { id: String::new() }))
    }
}
