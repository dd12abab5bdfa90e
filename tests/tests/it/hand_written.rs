//! What the SDK reads and writes by hand is what the document says: whatever is generated from it is so anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use authplane_tests::Document;
use serde_json::Value;

use super::circles::sources;
use super::wire::{Definition, definitions};

/// Types of the SDK, and the schemas that they are of.
const OF_THE_DOCUMENT: [(&str, &str); 4] = [
    ("Introspection", "Introspection"),
    ("Metadata", "ServerMetadata"),
    ("ProtectedResource", "ProtectedResource"),
    ("ProtocolError", "OAuthError"),
];

/// Those that the document doesn't tell of, and why.
const OF_NOTHING: [(&str, &str); 7] = [
    ("Nullable", "a value or null, of any member"),
    ("OneOrMany", "RFC 7519 §4.1.3: `aud` is one or many"),
    ("CredentialsFile", "a file of the server's, see below"),
    ("Header", "RFC 7515 §4.1, of an assertion"),
    ("Claims", "RFC 7523 §3, of an assertion"),
    ("Jwk", "RFC 7518 §6, of a private key"),
    ("Bytes", "RFC 7515 §2, of a private key"),
];

/// Members that no server of ours sends.
const OF_OTHER_SERVERS: [(&str, &str); 2] = [
    ("Introspection.more", "whatever else there is"),
    ("ProtocolError.step", "where the SDK asked by itself; never on the wire"),
];

/// What an answer always has and the SDK doesn't read.
const UNREAD: [(&str, &str); 2] =
    [("Metadata", "it needs the endpoints alone"), ("ProtectedResource", "it needs whose the resource is alone")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The types of the SDK that serde reads or writes, without those that are generated.
fn hand_written() -> Vec<Definition> {
    let mut sources = sources(&root().join("client-sdk/src"));
    sources.retain(|name, _| name.first().is_none_or(|folder| folder != "generated"));
    sources.values().flat_map(|source| definitions(source)).filter(|definition| definition.serialized).collect()
}

/// What is wrong with a type that stands for a schema.
fn problems(own: &Definition, schema: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let required: BTreeSet<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (member, of_type) in &own.members {
        let name = format!("{}.{member}", own.name);
        let known = OF_OTHER_SERVERS.iter().any(|(known, _)| *known == name);
        match schema["properties"].get(member) {
            None if !known => problems.push(format!("{name} isn't in the document")),
            Some(_) if known => problems.push(format!("{name} is in the document after all")),
            Some(property) => {
                let may_be_absent = of_type.starts_with("Option<") || of_type.starts_with("Vec<");
                if !may_be_absent && !required.contains(member.as_str()) {
                    problems.push(format!("{name} may be absent by the document"));
                }
                if !fits(of_type, property) {
                    problems.push(format!("{name} is {of_type} here and {property} in the document"));
                }
            }
            None => {}
        }
    }
    let unread = UNREAD.iter().any(|(name, _)| *name == own.name);
    for member in required.into_iter().filter(|member| !unread && !own.members.contains_key(*member)) {
        problems.push(format!("{} doesn't read {member}, which is always there", own.name));
    }
    problems
}

/// Whether values of a schema are read by a type of Rust.
fn fits(of_type: &str, schema: &Value) -> bool {
    let of_type = of_type.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>')).unwrap_or(of_type);
    if let Some(inner) = of_type.strip_prefix("Vec<").and_then(|inner| inner.strip_suffix('>')) {
        return schema["type"] == "array" && fits(inner, &schema["items"]);
    }
    let kind = match of_type {
        "String" | "Secret" | "Url" => "string",
        "bool" => "boolean",
        "i64" | "u64" => "integer",
        _ => return false,
    };
    schema["type"] == kind
}

#[test]
fn it_is_of_the_document_or_there_is_a_reason() {
    let types = hand_written();
    assert!(types.len() >= OF_THE_DOCUMENT.len(), "{types:?}");
    for own in &types {
        let known = OF_THE_DOCUMENT.iter().chain(&OF_NOTHING).any(|(name, _)| *name == own.name);
        assert!(known, "{} is serialized by hand: which schema of the document is it?", own.name);
    }
    for (name, _) in OF_THE_DOCUMENT {
        assert!(types.iter().any(|own| own.name == name), "there is no {name} any more");
    }
}

#[test]
fn members_are_called_as_there_and_have_the_same_types() {
    let types = hand_written();
    for (name, schema) in OF_THE_DOCUMENT {
        let own = types.iter().find(|own| own.name == name).expect("the test above finds it");
        let schema = Document::canonical().schema(schema).expect("the document has it");
        let problems = problems(own, schema);
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

#[test]
fn members_are_not_renamed_where_nobody_sees_it() {
    let folder = root().join("client-sdk/src");
    for (file, source) in sources(&folder).into_iter().filter(|(file, _)| file[0] != "generated") {
        assert!(
            !source.contains("serde(rename"),
            "{}: the tests of this file go by the names of members",
            file.join("/")
        );
    }
}

#[test]
fn the_credentials_file_is_what_the_server_writes() {
    let types = hand_written();
    let server = sources(&root().join("server/src"));
    let written: BTreeMap<String, Definition> = definitions(&server[&vec!["credentials".to_owned()]])
        .into_iter()
        .map(|definition| (definition.name.clone(), definition))
        .collect();
    let written = &written["AdminCredentials"];
    assert!(written.serialized && written.members.contains_key("client_secret"), "{written:?}");
    for own in types.iter().filter(|own| own.name == "CredentialsFile") {
        for (member, of_type) in &own.members {
            let as_written = written.members.get(member).map(String::as_str);
            assert!(
                as_written.is_some_and(|as_written| as_written == of_type || of_type == "Secret"),
                "{member}: {as_written:?}"
            );
        }
    }
}

#[test]
fn what_differs_is_told() {
    let own = |source: &str| definitions(source).remove(0);
    let schema = serde_json::json!({
        "required": ["id"], "properties": {"id": {"type": "string"}, "at": {"type": "integer"}, "all": {"type": "array", "items": {"type": "string"}}}
    });
    let said =
        |members: &str| problems(&own(&format!("#[derive(Deserialize)]\nstruct Own {{\n{members}\n}}")), &schema);
    assert_eq!(said("    id: String,\n    at: Option<i64>,\n    all: Vec<String>,"), Vec::<String>::new());
    assert!(said("    id: String,\n    name: Option<String>,")[0].contains("Own.name isn't in the document"));
    assert!(said("    id: String,\n    at: i64,")[0].contains("Own.at may be absent"));
    assert!(said("    id: String,\n    at: Option<String>,")[0].contains("Own.at is Option<String>"));
    assert!(said("    at: Option<i64>,\n    all: Vec<String>,")[0].contains("doesn't read id"));
}
