//! The generators of Python. mypy stands for a compiler.

use std::process::Command;

use crate::codegen::generator::{DOCUMENT, Generator, Plan, Sandbox};
use crate::tools::{python_environment, with_folder_first};

pub(crate) const GENERATORS: [Generator; 1] = [Generator {
    name: "python-openapi-python-client",
    language: "Python",
    title: "openapi-python-client {}",
    packages: ("requirements.txt", &["openapi-python-client"]),
    always: true,
    source: file!(),
    plan: openapi_python_client,
}];

fn openapi_python_client(sandbox: &Sandbox) -> Result<Plan, String> {
    let mut generate = python(sandbox)?;
    generate.args(["-m", "openapi_python_client", "generate", "--meta", "none", "--output-path", "generated"]);
    generate.args(["--path", DOCUMENT]);
    Ok(Plan { generate: vec![generate], says: &["Generating generated"], ..plan(sandbox)? })
}

/// What is the same for all of them: the packages of `requirements.txt`, and a scenario that is run as it is.
pub(crate) fn plan(sandbox: &Sandbox) -> Result<Plan, String> {
    let mut install = python(sandbox)?;
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]);
    install.args(["--no-deps", "--requirement", "requirements.txt"]);
    let mut compile = python(sandbox)?;
    compile.args(["-m", "mypy", "scenario.py", "generated"]);
    let mut scenario = python(sandbox)?;
    scenario.arg("scenario.py");
    Ok(Plan { install: vec![install], compile: vec![compile], scenario: Some(scenario), ..Plan::default() })
}

/// The Python of the sandbox, whose programs the generators look for on the PATH.
fn python(sandbox: &Sandbox) -> Result<Command, String> {
    let folder = sandbox.folder.join("environment");
    let mut python = sandbox.command(python_environment(&folder)?);
    python.env("PATH", with_folder_first(&folder.join("bin"))?);
    Ok(python)
}
