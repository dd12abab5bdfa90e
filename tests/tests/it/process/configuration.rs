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

pub(super) async fn succeeds(folder: &Path, commands: &str) -> String {
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
    succeeds(path, "sed -i 's/policy_name: block/policy_name: Block/' default.yaml; code=0; authplane diff default.yaml >said || code=$?; test $code = 1; grep -q /policy_name said").await;
    succeeds(path, "echo '{' >broken.json; code=0; authplane diff broken.json || code=$?; test $code = 2").await;
    succeeds(path, "code=0; authplane diff whole.json 2>said || code=$?; test $code = 2; grep -q -- --identity said")
        .await;
    succeeds(path, "! authplane export 2>said; grep -q -- --recipient said").await;
    // Whom is it for, if nothing is sealed?
    succeeds(
        path,
        "! authplane export --secrets clear --recipient $(age-keygen -y key.txt) 2>said; grep -q sealed said",
    )
    .await;
    // What is there otherwise is no success either.
    succeeds(path, "authplane export --secrets omitted >before; ! authplane import default.yaml 2>said; grep -q -- --mode said; authplane export --secrets omitted | cmp before -").await;
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

#[tokio::test]
async fn variables_are_put_in_where_that_is_asked_for_and_nothing_is_brought_in_while_one_is_unset() {
    let folder = prepared().await;
    let path = folder.path();
    let policy = |name: &str| format!("policies:\n- id: named\n  policy_name: {name}\n  validators: []\n");
    fs::write(path.join("p.yaml"), policy("'at ${PLACE}, $${kept} ${_2}'")).unwrap();
    let unchanged = "authplane export --secrets omitted | cmp before -";
    succeeds(path, "authplane export --secrets omitted >before").await;
    // One that isn't set, and one that nobody gave, though it is: what has a name in a file isn't let into the environment by that.
    for (given, told) in [("--variable PLACE --variable _2", "not found"), ("--variable PLACE=x", "`_2` isn't among")] {
        let import = format!("_2=there; export _2; ! env -u PLACE authplane import {given} p.yaml 2>said");
        succeeds(path, &format!("{import}; grep -q -- \"{}\" said; {unchanged}", told.replace('`', "\\`"))).await;
    }
    let import = "_2='${PLACE}' authplane import --variable 'PLACE=\"home\": {}' --variable _2 p.yaml";
    succeeds(path, &format!("{import}; authplane export --secrets omitted --output out.json")).await;
    let written: Value = serde_json::from_str(&fs::read_to_string(path.join("out.json")).unwrap()).unwrap();
    let named = written["policies"].as_array().unwrap().iter().find(|policy| policy["id"] == "named").unwrap();
    assert_eq!(named["policy_name"], "at \"home\": {}, ${kept} ${PLACE}", "a value is text, and is looked at once");
    // Unasked, a text is what it is.
    succeeds(path, "authplane import --mode update p.yaml").await;
    let said = succeeds(path, "authplane export --secrets omitted").await;
    assert!(said.contains("at ${PLACE}, $${kept} ${_2}"), "{said}");
    for odd in ["'${}'", "'${a b}'", "'${open'", "'${1}'"] {
        fs::write(path.join("odd.yaml"), policy(odd)).unwrap();
        succeeds(path, "! authplane import --variable A=b odd.yaml 2>said; grep -q 'begins a variable' said").await;
    }
}

#[tokio::test]
async fn a_file_of_which_a_part_cannot_be_read_brings_nothing_in() {
    let folder = prepared().await;
    let path = folder.path();
    succeeds(path, "authplane export --all --secrets clear >before; authplane export --all --recipient $(age-keygen -y key.txt) >sealed.json").await;
    let sealed = fs::read_to_string(path.join("sealed.json")).unwrap();
    let last = sealed.rfind("age-encryption.org/v1:").unwrap();
    fs::write(path.join("torn.json"), format!("{}age-encryption.org/v1:AAAA{}", &sealed[..last], &sealed[last + 40..]))
        .unwrap();
    fs::write(path.join("half.json"), &sealed[..sealed.len() / 2]).unwrap();
    for file in ["torn.json", "half.json"] {
        let import = format!("! authplane import --mode update --prune --identity key.txt {file} 2>said; test -s said");
        succeeds(path, &format!("{import}; authplane export --all --secrets clear | cmp before -")).await;
    }
    // Twice is once.
    succeeds(path, "authplane import --identity key.txt sealed.json >said; grep -q '0 changed' said").await;
}

#[tokio::test]
async fn the_commands_make_no_database_and_work_on_none_that_a_server_has_or_that_is_of_before() {
    let folder = prepared().await;
    let path = folder.path();
    let policy = "policies:\n- id: named\n  policy_name: Named\n  validators: []\n";
    fs::write(path.join("p.yaml"), policy).unwrap();
    for command in ["export --secrets omitted", "diff p.yaml"] {
        let nowhere = format!("! authplane {command} --data-dir nowhere 2>said; grep -q 'does not exist' said");
        succeeds(path, &format!("{nowhere}; test ! -e nowhere")).await;
    }
    // A running server would go on with what it remembers.
    let server = Server::start(&path.join("authplane-data")).await;
    succeeds(path, "! authplane import p.yaml 2>said; grep -q 'in use' said").await;
    let (_, _) = server.stop().await;
    succeeds(path, "! authplane export --secrets omitted | grep -q Named").await;

    let url = format!("sqlite://{}", path.join("authplane-data/authplane.db").display());
    let database = sea_orm::Database::connect(url).await.unwrap();
    let last = "DELETE FROM seaql_migrations WHERE version = (SELECT MAX(version) FROM seaql_migrations)";
    sea_orm::ConnectionTrait::execute_unprepared(&database, last).await.unwrap();
    database.close().await.unwrap();
    succeeds(path, "! authplane export --secrets omitted 2>said; grep -q 'authplane migrate' said").await;
}

#[tokio::test]
async fn a_file_with_secrets_is_its_owners_also_where_there_was_one_for_all() {
    let folder = prepared().await;
    let path = folder.path();
    succeeds(path, "echo '{}' >out.json; chmod 644 out.json; authplane export --secrets clear --output out.json").await;
    assert_eq!(fs::metadata(path.join("out.json")).unwrap().permissions().mode() & 0o777, 0o600);
}
