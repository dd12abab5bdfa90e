//! The generators of TypeScript. They run on the pinned Node.js, and so does what they make.

use std::process::Command;

use crate::codegen::generator::{DOCUMENT, Generator, Plan, Sandbox};
use crate::tools::Node;

pub(crate) const GENERATORS: [Generator; 3] = [
    Generator {
        name: "typescript-openapi-typescript",
        language: "TypeScript",
        title: "openapi-typescript {} with openapi-fetch {}",
        packages: ("package.json", &["openapi-typescript", "openapi-fetch"]),
        always: true,
        source: file!(),
        plan: openapi_typescript,
    },
    Generator {
        name: "typescript-hey-api",
        language: "TypeScript",
        title: "@hey-api/openapi-ts {}",
        packages: ("package.json", &["@hey-api/openapi-ts"]),
        always: true,
        source: file!(),
        plan: hey_api,
    },
    Generator {
        name: "typescript-orval",
        language: "TypeScript",
        title: "orval {}",
        packages: ("package.json", &["orval"]),
        always: true,
        source: file!(),
        plan: orval,
    },
];

fn openapi_typescript(sandbox: &Sandbox) -> Result<Plan, String> {
    let node = Node::own(sandbox.workspace)?;
    let mut generate = package(&node, sandbox, "openapi-typescript")?;
    generate.args([DOCUMENT, "--output", "generated/authplane.ts"]);
    // Its name and version, and where it wrote what it read.
    Ok(Plan { generate: vec![generate], says: &["✨ openapi-typescript ", "🚀 "], ..plan(&node, sandbox)? })
}

fn hey_api(sandbox: &Sandbox) -> Result<Plan, String> {
    let node = Node::own(sandbox.workspace)?;
    let mut generate = package(&node, sandbox, "openapi-ts")?;
    generate.args(["--input", DOCUMENT, "--output", "generated", "--client", "@hey-api/client-fetch", "--no-log-file"]);
    let says = &["@hey-api/openapi-ts v", "[Job 1] ~ Generating...", "[Job 1]   [1] ", "[Job 1] ✓ "];
    Ok(Plan { generate: vec![generate], says, ..plan(&node, sandbox)? })
}

fn orval(sandbox: &Sandbox) -> Result<Plan, String> {
    let node = Node::own(sandbox.workspace)?;
    let generate = package(&node, sandbox, "orval")?;
    let says = &["🍻 orval ", "authplane - 🎉 Authplane - "];
    Ok(Plan { generate: vec![generate], says, ..plan(&node, sandbox)? })
}

/// What is the same for all of them.
fn plan(node: &Node, sandbox: &Sandbox) -> Result<Plan, String> {
    let mut install = sandbox.here(node.npm("npm")?);
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]);
    let mut compile = package(node, sandbox, "tsc")?;
    compile.args(["--project", "."]);
    let mut scenario = sandbox.here(node.node()?);
    scenario.arg("built/scenario.js");
    Ok(Plan { install: vec![install], compile: vec![compile], scenario: Some(scenario), ..Plan::default() })
}

/// A program of a package that `npm ci` installed.
fn package(node: &Node, sandbox: &Sandbox, program: &str) -> Result<Command, String> {
    let mut command = sandbox.here(node.node()?);
    command.arg(format!("node_modules/.bin/{program}"));
    Ok(command)
}
