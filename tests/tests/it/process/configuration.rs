//! `authplane export`, `import` and `diff`, as the README has them.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Output;

use authplane_tests::database::Folder;
use authplane_tests::process::{self, PATIENCE, Server};
use serde_json::Value;
use tokio::process::Command;

const README: &str = include_str!("../../../../README.md");
const DUMP: &str = include_str!("../../../fixtures/acp-dump.json");
/// An identity of nobody's, made for this test, and its recipient.
const IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

/// A folder with a data folder that a server was started on, and the commands that the README uses.
async fn prepared() -> Folder {
    let folder = Folder::new();
    let (_, _) = Server::start(&folder.path().join("authplane-data")).await.stop().await;
    let bin = folder.path().join("bin");
    fs::create_dir(&bin).unwrap();
    symlink(process::binary(), bin.join("authplane")).unwrap();
    fs::write(bin.join("age-keygen"), format!("#!/bin/sh\necho {RECIPIENT}\n")).unwrap();
    fs::set_permissions(bin.join("age-keygen"), fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(folder.path().join("key.txt"), format!("# of a test\n{IDENTITY}\n")).unwrap();
    fs::write(folder.path().join("acp.json"), DUMP).unwrap();
    folder
}

/// The commands of a section of the README.
fn commands_of(section: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("\n## {section}\n")).expect("the section");
    let (_, rest) = rest.split_once("```sh\n").expect("its commands");
    rest.split_once("```").expect("their end").0
}

async fn shell(folder: &Path, commands: &str) -> Output {
    let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.args(["-euc", commands]).current_dir(folder).env("PATH", path).kill_on_drop(true);
    tokio::time::timeout(PATIENCE, command.output()).await.expect("it ends").unwrap()
}

async fn succeeds(folder: &Path, commands: &str) -> String {
    let output = shell(folder, commands).await;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{commands}\n{}\n{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

#[tokio::test]
async fn the_commands_of_the_readme_export_compare_and_import() {
    let folder = prepared().await;
    let path = folder.path();
    let said = succeeds(path, commands_of("Configuration as code")).await;
    assert!(said.contains("0 to change"), "{said}");
    let whole = fs::read_to_string(path.join("whole.json")).unwrap();
    assert_eq!(fs::metadata(path.join("whole.json")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(whole.contains("age-encryption.org/v1:"));
    let read = "authplane export --all --secrets clear --output a.json; authplane export --data-dir another --all --secrets clear --output b.json; cmp a.json b.json";
    succeeds(path, read).await;
    let clear: Value = serde_json::from_str(&fs::read_to_string(path.join("a.json")).unwrap()).unwrap();
    let secret = clear["servers"][0]["secret"].as_str().unwrap();
    assert!(!whole.contains(secret), "it isn't sealed");
    // A change is told by the exit code, and what can't be read too.
    succeeds(path, "sed -i 's/policy_name: block/policy_name: Block/' default.yaml; authplane diff default.yaml >said || test $? = 1; grep -q /policy_name said").await;
    succeeds(path, "echo '{' >broken.json; authplane diff broken.json || test $? = 2").await;
    succeeds(path, "authplane diff whole.json 2>said || test $? = 2; grep -q -- --identity said").await;
    succeeds(path, "! authplane export 2>said; grep -q -- --recipient said").await;
}

#[tokio::test]
async fn the_commands_of_the_readme_bring_a_dump_of_acp_in() {
    let folder = prepared().await;
    let said = succeeds(folder.path(), commands_of("Coming from ACP")).await;
    assert!(said.contains("goes on as the issuer"), "{said}");
    let said = succeeds(folder.path(), "authplane export --tenant acme --secrets omitted").await;
    let acme: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(acme["tenants"][0]["name"], "Acme");
}
