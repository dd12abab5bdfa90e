//! The lockstep (`xtask/lockstep`): what it makes of the document, and of documents that something is wrong with.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use authplane_tests::Document;
use authplane_tests::database::Folder;
use serde_json::{Value, json};

/// What the lockstep makes, by path below the generated code; or what it says against the document.
type Made = Result<BTreeMap<String, String>, String>;

const GENERATED: &str = "client-sdk/src/generated";

/// Runs it in a folder; whether it ended well, and all that it said.
fn run(document: &Value, root: &Path, more: &[&str]) -> (bool, String) {
    let own = std::env::current_exe().unwrap();
    let program = own.parent().and_then(Path::parent).unwrap().join("xtask-lockstep");
    assert!(program.exists(), "{} is missing: build the workspace", program.display());
    let path = root.join("document.json");
    fs::write(&path, document.to_string()).unwrap();
    let output = Command::new(program).arg("--document").arg(path).arg("--root").arg(root).args(more).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.success(), said)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(open).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn make(document: &Value) -> Made {
    let root = Folder::new();
    let (is_well, said) = run(document, root.path(), &[]);
    if is_well { Ok(files(&root.path().join(GENERATED))) } else { Err(said) }
}

fn canonical() -> Value {
    Document::canonical().root().clone()
}

/// The document, changed.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = canonical();
    change(&mut document);
    document
}

fn schema<'a>(document: &'a mut Value, name: &str) -> &'a mut Value {
    &mut document["components"]["schemas"][name]
}

fn forget(object: &mut Value, member: &str) {
    object.as_object_mut().unwrap().remove(member).unwrap();
}

/// Takes a member's name out of `required`.
fn may_lack(schema: &mut Value, member: &str) {
    let required = schema["required"].as_array_mut().unwrap();
    let before = required.len();
    required.retain(|name| name != member);
    assert_eq!(required.len(), before - 1, "{member}");
}

#[test]
fn the_same_document_makes_the_same_files_and_the_committed_ones() {
    let committed = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(GENERATED));
    let made = make(&canonical()).unwrap();
    assert_eq!(made.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>());
    for (path, content) in &made {
        assert!(content == &committed[path], "{path} differs");
    }
    assert!(make(&canonical()).unwrap() == made);
}

#[test]
fn a_file_too_many_is_found_and_removed_and_a_file_too_few_is_found() {
    let root = Folder::new();
    assert!(run(&canonical(), root.path(), &[]).0);
    assert!(run(&canonical(), root.path(), &["--check"]).0);
    let stale = root.path().join(GENERATED).join("acp/forgotten/tag.rs");
    fs::create_dir_all(stale.parent().unwrap()).unwrap();
    fs::write(&stale, "").unwrap();
    let (is_well, said) = run(&canonical(), root.path(), &["--check"]);
    assert!(!is_well && said.contains("acp/forgotten/tag.rs: NOT made"), "{said}");
    assert!(run(&canonical(), root.path(), &[]).0);
    assert!(!stale.exists() && run(&canonical(), root.path(), &["--check"]).0);

    fs::remove_file(root.path().join(GENERATED).join("acp/claims.rs")).unwrap();
    let (is_well, said) = run(&canonical(), root.path(), &["--check"]);
    assert!(!is_well && said.contains("acp/claims.rs: NOT what"), "{said}");
}

fn query(name: &str) -> Value {
    json!({"in": "query", "name": name, "schema": {"type": "integer"}})
}

#[test]
fn what_the_sdk_could_only_do_wrongly_is_refused_by_name() {
    let resources = "/api/resources";
    let api_client = "/local-user-store/api/v1/api-clients/{api_client_id}";
    let policies = "/api/admin/{tid}/policies";
    let cases: Vec<(Value, &str)> = vec![
        (
            with(|document| document["x-tagGroups"][1]["tags"] = json!(["applications"])),
            r#"the tag "resources" is in no tag group"#,
        ),
        (
            with(|document| document["x-tagGroups"][1]["name"] = json!("Another")),
            r#"the SDK has no part for the tag group "Another""#,
        ),
        (
            with(|document| {
                let parameters = &mut document["paths"][resources]["get"]["parameters"];
                parameters.as_array_mut().unwrap().push(query("cursor"));
            }),
            "list_resources pages by",
        ),
        (
            with(|document| {
                let parameters = &mut document["paths"][policies]["get"]["parameters"];
                parameters.as_array_mut().unwrap().push(query("page"));
            }),
            "list_policies pages by page",
        ),
        (
            with(|document| may_lack(schema(document, "LogtoResourceWithOptionalScopes"), "id")),
            "list_resources pages, and nothing tells the rows apart",
        ),
        (
            with(|document| {
                let extra = json!({"type": "array", "items": {"type": "string"}});
                schema(document, "LocalUserStoreApiClientList")["properties"]["other"] = extra;
            }),
            "list_api_clients pages, and its answer has 2 lists",
        ),
        (
            with(|document| {
                schema(document, "AcpClientRequest")["properties"]["color"] =
                    json!({"type": "string", "nullable": true});
            }),
            "update_client replaces what AcpClient shows, and AcpClient doesn't show color",
        ),
        (
            with(|document| may_lack(schema(document, "AcpPolicy"), "policy_name")),
            "AcpPolicyRequest would not get policy_name of AcpPolicy: it may be absent there",
        ),
        (
            with(|document| schema(document, "AcpPolicy")["properties"]["policy_name"] = json!({"type": "integer"})),
            "AcpPolicyRequest would not get policy_name of AcpPolicy: a i64 is no",
        ),
        (
            with(|document| {
                let role = json!({"type": "string", "enum": ["a", "b"]});
                *schema(document, "LocalUserStoreRole") = role;
            }),
            "LocalUserStoreRole is no type with members",
        ),
        (
            with(|document| forget(&mut document["paths"][api_client], "get")),
            "update_api_client: nothing answers with what it replaces",
        ),
        (
            with(|document| {
                let members = &mut schema(document, "ClientRegistrationRequest")["properties"];
                forget(members, "request_object_encryption_alg");
            }),
            "ClientRegistrationRequest has no request_object_encryption_alg any more",
        ),
    ];
    refused(cases);
}

#[test]
fn what_is_not_known_is_not_passed_over_but_refused_by_name() {
    let (resources, policies) = ("/api/resources", "/api/admin/{tid}/policies");
    let policy = "/api/admin/{tid}/policies/{pid}";
    let body = |schema: &Value| json!({"description": "A policy", "content": {"application/json": {"schema": schema}}});
    let nameless = json!({"type": "object", "properties": {"policy_name": {"type": "string"}}});
    let cases: Vec<(Value, &str)> = vec![
        (
            with(|document| {
                let parameters = &mut document["paths"][policies]["get"]["parameters"];
                parameters.as_array_mut().unwrap().push(query("skip"));
            }),
            "list_policies answers with a list and is asked with the number skip",
        ),
        (
            // Beside those that are known too.
            with(|document| {
                let parameters = &mut document["paths"][resources]["get"]["parameters"];
                parameters.as_array_mut().unwrap().push(query("skip"));
            }),
            "list_resources answers with a list and is asked with the number skip",
        ),
        (
            with(|document| document["paths"][policy]["put"]["requestBody"] = body(&nameless)),
            "update_policy takes a schema without a name",
        ),
        (
            with(|document| document["paths"][policy]["put"]["responses"]["201"] = body(&nameless)),
            "update_policy answers with a schema without a name",
        ),
        (
            with(|document| document["paths"][policy]["get"]["responses"]["200"] = body(&nameless)),
            "get_policy answers with a schema without a name",
        ),
        (
            with(|document| {
                schema(document, "AcpPolicies")["properties"]["policies"]["items"] = json!({"type": "string"});
            }),
            "list_policies has rows without a schema's name",
        ),
        (
            with(|document| {
                schema(document, "AcpPolicies")["properties"]["more"] =
                    json!({"type": "array", "items": {"type": "string"}});
            }),
            "list_policies answers with 2 lists of policies",
        ),
        (
            with(|document| {
                let scopes = &mut schema(document, "AcpServiceWithProtection")["properties"];
                forget(scopes, "description");
            }),
            "update_service replaces what AcpServiceWithProtection shows",
        ),
        (
            with(|document| may_lack(schema(document, "AcpServer"), "grant_types")),
            "AcpServer may leave out grant_types: to put what is read then could reset it",
        ),
        (
            // progenitor calls the request otherwise then.
            with(|document| {
                let parameters = &mut document["paths"][policies]["get"]["parameters"];
                parameters
                    .as_array_mut()
                    .unwrap()
                    .push(json!({"in": "query", "name": "request", "schema": {"type": "string"}}));
            }),
            "is sent in an unknown way",
        ),
    ];
    refused(cases);
}

/// Each document is refused, and what is said has these words.
fn refused(cases: Vec<(Value, &str)>) {
    for (document, expected) in cases {
        let said = make(&document).map(|files| files.len()).expect_err(expected);
        assert!(said.contains(expected), "{said:?} instead of {expected:?}");
    }
}

#[test]
fn every_list_of_what_a_put_replaces_has_rows_that_convert() {
    let made = make(&canonical()).unwrap();
    let all: String = made.values().map(String::as_str).collect();
    for (rows, request) in [
        ("AcpServer", "AcpServerRequest"),
        ("AcpServiceWithProtection", "AcpServiceRequest"),
        ("AcpScopeWithService", "AcpScopeRequest"),
        ("AcpPolicy", "AcpPolicyRequest"),
        ("AcpClaim", "AcpClaimRequest"),
        ("AcpClient", "AcpClientRequest"),
        ("LocalUserStoreApiClient", "LocalUserStoreApiClientRequest"),
    ] {
        assert!(all.contains(&format!("From<{rows}> for {request} {{")), "{rows}");
    }
}

#[test]
fn a_stream_asks_for_no_more_rows_than_the_document_lets_it() {
    let limited = |most: Option<u32>| {
        let document = with(|document| {
            for parameter in document["paths"]["/api/resources"]["get"]["parameters"].as_array_mut().unwrap() {
                if parameter["name"] == "page_size" {
                    parameter["schema"]["maximum"] = json!(most);
                }
            }
        });
        made_stream(&make(&document).unwrap()["logto/resources.rs"])
    };
    assert!(limited(Some(70)).contains("size.clamp(1, 70u32)"));
    assert!(limited(None).contains("size.max(1)"));
}

/// The stream of the resources.
fn made_stream(code: &str) -> String {
    let (_, after) = code.split_once("impl<'a> ListResources<'a> {").unwrap();
    after.split("\nimpl").find(|code| code.contains("pub fn stream(")).unwrap().to_owned()
}

#[test]
fn a_tag_is_a_file_of_its_dialect_and_compiled_with_that() {
    let made = make(&canonical()).unwrap();
    assert!(
        made["acp/claims.rs"].contains("pub fn create_claim(") && made["acp/types.rs"].contains("struct AcpClaim {")
    );
    assert!(made["mod.rs"].contains("#[cfg(feature = \"acp\")]\nmod acp;"));
    assert!(made["mod.rs"].contains("mod oauth;") && !made["mod.rs"].contains("\"oauth\""));

    let moved = with(|document| {
        let groups = document["x-tagGroups"].as_array_mut().unwrap();
        groups[0]["tags"].as_array_mut().unwrap().retain(|tag| tag != "claims");
        groups[1]["tags"].as_array_mut().unwrap().push(json!("claims"));
    });
    let made = make(&moved).unwrap();
    assert!(made.contains_key("logto/claims.rs") && !made.contains_key("acp/claims.rs"));
    assert!(
        made["logto/types.rs"].contains("struct AcpClaim {") && !made["acp/types.rs"].contains("struct AcpClaim {")
    );
    let mocked = "#[cfg(feature = \"logto\")]\n    fn create_claim";
    assert!(made["mock.rs"].contains(mocked), "the mock follows");
    // Whatever two dialects name, either of them needs.
    let shared = with(|document| {
        let properties = &mut schema(document, "LogtoResourceScope")["properties"];
        properties["claim"] = json!({"$ref": "#/components/schemas/AcpClaim"});
    });
    let made = make(&shared).unwrap();
    assert!(made["types.rs"].contains("struct AcpClaim {") && !made["acp/types.rs"].contains("struct AcpClaim {"));
}

#[test]
fn what_only_answers_hold_has_no_builder() {
    let made = make(&canonical()).unwrap();
    let has_builder = |made: &BTreeMap<String, String>, name: &str| {
        let begins = made.values().any(|code| code.contains(&format!("pub fn builder() -> builder::{name} ")));
        let builds = made.values().any(|code| code.contains(&format!("for super::{name} {{")));
        assert_eq!(begins, builds, "{name}");
        begins
    };
    assert!(has_builder(&made, "AcpClaimRequest") && has_builder(&made, "AcpMapping"), "requests, and what is in them");
    assert!(!has_builder(&made, "AcpClaim") && !has_builder(&made, "AcpClaims"));
    let asked_for = with(|document| {
        let properties = &mut schema(document, "LogtoCreateResourceRequest")["properties"];
        properties["claims"] = json!({"$ref": "#/components/schemas/AcpClaims"});
    });
    let made = make(&asked_for).unwrap();
    assert!(has_builder(&made, "AcpClaims") && has_builder(&made, "AcpClaim"));
}

#[test]
fn further_members_of_an_answer_are_kept() {
    let made = make(&canonical()).unwrap();
    let (_, user_info) = made["oauth/types.rs"].split_once("pub struct UserInfo {").unwrap();
    assert!(user_info.split('}').next().unwrap().contains("#[serde(flatten)]"), "{user_info:.400}");
}

#[test]
fn statuses_that_are_answered_with_the_same_are_read_in_one_place() {
    let made = make(&canonical()).unwrap();
    for (path, code) in made.iter().filter(|(path, _)| !path.starts_with("mock")) {
        let requests = code.matches("async fn exchange").count();
        assert!(code.matches("ResponseValue::from_response").count() <= 2 * requests, "{path}");
        assert_eq!(code.matches("crate::exchange::exchange(").count(), requests, "{path}: the hooks too");
    }
}

#[test]
fn every_fence_of_the_documentation_is_text() {
    let told = with(|document| {
        document["paths"]["/api/resources"]["get"]["description"] = json!("Do\n\n```\nrm -rf\n```\n\n```sh\nls\n```\n");
    });
    let code = &make(&told).unwrap()["logto/resources.rs"];
    assert!(code.contains("rm -rf") && code.contains("```text\nrm -rf\n```") && code.contains("```text\nls\n```"));
}
