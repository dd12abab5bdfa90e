//! The generators of Go, compiled by the machine's.

use std::process::Command;

use crate::codegen::generator::{DOCUMENT, Generator, Plan, Sandbox};
use crate::machine::install_missing;

pub(crate) const GENERATORS: [Generator; 2] = [
    Generator {
        name: "go-oapi-codegen",
        language: "Go",
        title: "oapi-codegen {}",
        packages: ("go.mod", &["github.com/oapi-codegen/oapi-codegen/v2"]),
        always: true,
        source: file!(),
        plan: oapi_codegen,
    },
    Generator {
        name: "go-oapi-codegen-nullable",
        language: "Go",
        title: "oapi-codegen {} with `nullable-type`",
        packages: ("go.mod", &["github.com/oapi-codegen/oapi-codegen/v2"]),
        always: true,
        source: file!(),
        plan: oapi_codegen,
    },
];

fn oapi_codegen(sandbox: &Sandbox) -> Result<Plan, String> {
    let mut generate = go(sandbox);
    generate.args(["tool", "oapi-codegen", "--config", "oapi-codegen.yaml", DOCUMENT]);
    Ok(Plan { generate: vec![generate], ..plan(sandbox)? })
}

/// What is the same for all of them: the modules of `go.mod`, and a program of one file.
pub(crate) fn plan(sandbox: &Sandbox) -> Result<Plan, String> {
    install_missing(&[("go", "golang")])?;
    let mut install = go(sandbox);
    install.args(["mod", "download"]);
    let mut compile = go(sandbox);
    compile.args(["build", "-o", "scenario", "."]);
    let mut vet = go(sandbox);
    vet.args(["vet", "./..."]);
    let scenario = sandbox.command("./scenario");
    Ok(Plan { install: vec![install], compile: vec![compile, vet], scenario: Some(scenario), ..Plan::default() })
}

/// `go`, of the version that is there, with the modules of `go.sum` and no other.
fn go(sandbox: &Sandbox) -> Command {
    let mut go = sandbox.command("go");
    go.env("GOTOOLCHAIN", "local").env("GOFLAGS", "-mod=readonly").env("GOWORK", "off");
    go
}
