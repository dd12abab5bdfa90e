//! What nobody may lose on the way from the document to the SDK: each is taken away here, and `xtask-lockstep` names it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use authplane_tests::Document;
use serde_json::{Value, json};

/// What `cargo xtask generate --check` says of a document in the place of the committed one: whether all is current, and why not.
fn check(document: &Value) -> (bool, String) {
    let own = std::env::current_exe().expect("a process knows its executable");
    let folder = own.parent().and_then(Path::parent).expect("an executable is in a folder");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in the workspace").to_owned();
    let mut lockstep = Command::new(folder.join("xtask-lockstep"))
        .args(["--check", "--document", "-", "--root"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("`cargo build --workspace --bins` comes before the tests");
    let input = lockstep.stdin.take();
    input.expect("it is piped").write_all(document.to_string().as_bytes()).expect("it reads all");
    let output = lockstep.wait_with_output().expect("it ends");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).expect("it says text"))
}

/// What is done to an operation.
type Change = fn(&mut Value);

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = Document::canonical().root().clone();
    change(&mut document);
    document
}

#[test]
fn what_the_sdk_would_lack_is_named() {
    let policies = "/paths/~1api~1admin~1{tid}~1policies";
    let cases: [(&str, Change); 5] = [
        ("create_policy\n", |post| {
            post["requestBody"]["content"] = json!({"multipart/form-data": {"schema": {"type": "object"}}});
        }),
        ("create_policy: body of text/plain\n", |post| {
            post["requestBody"]["content"]["text/plain"] = json!({"schema": {"type": "string"}});
        }),
        ("create_policy: answer 404\n", |post| {
            post["responses"]["404"] = json!({
                "description": "Another error.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/LogtoError"}}}
            });
        }),
        ("create_policy: answer 202\n", |post| {
            post["responses"]["202"] =
                json!({"description": "Later.", "content": {"application/json": {"schema": {"type": "string"}}}});
        }),
        ("create_policy: answer default\n", |post| post["responses"]["default"] = json!({"description": "Anything."})),
    ];
    for (lacks, change) in cases {
        let document = changed(|document| {
            change(document.pointer_mut(&format!("{policies}/post")).expect("it is in the document"));
        });
        let (is_current, said) = check(&document);
        assert!(
            !is_current && said.contains("the SDK would lack") && said.contains(&format!("  {lacks}")),
            "{lacks}: {said}"
        );
    }
}

#[test]
fn what_is_left_out_for_a_reason_is_still_there() {
    let document = changed(|document| {
        let content = document.pointer_mut("/paths/~1{tid}~1{aid}~1.well-known~1jwks.json/get/responses/200/content");
        content
            .and_then(Value::as_object_mut)
            .expect("it has a body")
            .remove("application/jwk-set+json")
            .expect("it has two");
    });
    let (is_current, said) = check(&document);
    assert!(!is_current && said.contains("get_jwks: answer 200 of application/jwk-set+json"), "{said}");
}
