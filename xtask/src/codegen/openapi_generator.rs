//! OpenAPI Generator, in each language that it is tried with. It runs on the machine's Java, and comes with Maven.

use std::path::PathBuf;
use std::process::Command;

use crate::codegen::generator::{DOCUMENT, Generator, Plan, Sandbox};
use crate::codegen::{go, python};
use crate::machine::{install_debian_package, install_missing};
use crate::run::run_quietly;
use crate::workspace::Workspace;

/// What pins it for all languages.
const PINNED: (&str, &[&str]) = ("../openapi-generator/pom.xml", &["openapi-generator-cli"]);

/// It says on INFO what it does, and in a box of `#` that a donation is welcome.
const SAYS: &[&str] = &["[main] INFO ", "#"];

pub(crate) const GENERATORS: [Generator; 7] = [
    Generator {
        name: "go-openapi-generator",
        language: "Go",
        title: "OpenAPI Generator {}",
        packages: PINNED,
        always: true,
        source: file!(),
        plan: of_go,
    },
    Generator {
        name: "python-openapi-generator",
        language: "Python",
        title: "OpenAPI Generator {}",
        packages: PINNED,
        always: true,
        source: file!(),
        plan: of_python,
    },
    Generator {
        name: "java-openapi-generator-native",
        language: "Java",
        title: "OpenAPI Generator {}, `native`",
        packages: PINNED,
        always: false,
        source: file!(),
        plan: of_java_native,
    },
    Generator {
        name: "java-openapi-generator-webclient",
        language: "Java",
        title: "OpenAPI Generator {}, `webclient`",
        packages: PINNED,
        always: false,
        source: file!(),
        plan: of_java_webclient,
    },
    Generator {
        name: "kotlin-openapi-generator",
        language: "Kotlin",
        title: "OpenAPI Generator {}",
        packages: PINNED,
        always: false,
        source: file!(),
        plan: of_kotlin,
    },
    Generator {
        name: "ruby-openapi-generator",
        language: "Ruby",
        title: "OpenAPI Generator {}",
        packages: PINNED,
        always: false,
        source: file!(),
        plan: of_ruby,
    },
    Generator {
        name: "csharp-openapi-generator",
        language: "C#",
        title: "OpenAPI Generator {}",
        packages: PINNED,
        always: false,
        source: file!(),
        plan: of_csharp,
    },
];

fn of_go(sandbox: &Sandbox) -> Result<Plan, String> {
    let properties = "packageName=authplane,withGoMod=false";
    with_generator(sandbox, &["-g", "go", "-o", "authplane", "--additional-properties", properties], go::plan(sandbox)?)
}

fn of_python(sandbox: &Sandbox) -> Result<Plan, String> {
    let properties = "packageName=generated";
    with_generator(sandbox, &["-g", "python", "-o", ".", "--additional-properties", properties], python::plan(sandbox)?)
}

fn of_java_native(sandbox: &Sandbox) -> Result<Plan, String> {
    with_generator(sandbox, &["-g", "java", "--library", "native", "-o", "."], maven(sandbox, "Scenario"))
}

fn of_java_webclient(sandbox: &Sandbox) -> Result<Plan, String> {
    with_generator(sandbox, &["-g", "java", "--library", "webclient", "-o", "."], maven(sandbox, "Scenario"))
}

fn of_kotlin(sandbox: &Sandbox) -> Result<Plan, String> {
    with_generator(sandbox, &["-g", "kotlin", "-o", "."], maven(sandbox, "ScenarioKt"))
}

/// Ruby has no compiler either; it is asked whether the client can be loaded.
fn of_ruby(sandbox: &Sandbox) -> Result<Plan, String> {
    install_missing(&[("ruby", "ruby")])?;
    if run_quietly(Command::new("ruby").args(["-e", "require 'typhoeus'"])).is_err() {
        install_debian_package("ruby-typhoeus")?;
    }
    let mut compile = sandbox.command("ruby");
    compile.args(["-Ilib", "-e", "require 'authplane'"]);
    let mut scenario = sandbox.command("ruby");
    scenario.args(["-Ilib", "scenario.rb"]);
    let plan = Plan { compile: vec![compile], scenario: Some(scenario), ..Plan::default() };
    let properties = "gemName=authplane,moduleName=Authplane";
    with_generator(sandbox, &["-g", "ruby", "-o", ".", "--additional-properties", properties], plan)
}

fn of_csharp(sandbox: &Sandbox) -> Result<Plan, String> {
    with_generator(sandbox, &["-g", "csharp", "-o", "."], Plan::default())
}

/// Puts the generator before what its language needs.
fn with_generator(sandbox: &Sandbox, arguments: &[&str], mut plan: Plan) -> Result<Plan, String> {
    plan.install.insert(0, install(sandbox.workspace)?);
    let mut generate = sandbox.command("java");
    generate.arg("-jar").arg(folder(sandbox.workspace).join("openapi-generator-cli.jar"));
    generate.args(["generate", "-i", DOCUMENT]).args(arguments);
    // Tests that hold nothing but comments, and a page for each of hundreds of types.
    generate.args(["--global-property", "apis,models,supportingFiles"]);
    generate.args(["--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"]);
    Ok(Plan { generate: vec![generate], says: SAYS, ..plan })
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("tools").join("openapi-generator")
}

/// Brings the generator, unless it is there already.
fn install(workspace: &Workspace) -> Result<Command, String> {
    install_missing(&[("java", "default-jdk-headless"), ("mvn", "maven")])?;
    let mut install = workspace.command("mvn");
    install.args(["-q", "-B", "-f", "tests/codegen/openapi-generator/pom.xml", "dependency:copy-dependencies"]);
    install.arg(format!("-DoutputDirectory={}", folder(workspace).display()));
    Ok(install)
}

/// A scenario that Maven compiles, of whichever language its `pom.xml` says.
fn maven(sandbox: &Sandbox, class: &str) -> Plan {
    let mut install = sandbox.command("mvn");
    install.args(["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=libraries"]);
    let mut compile = sandbox.command("mvn");
    compile.args(["-q", "-B", "compile"]);
    let mut scenario = sandbox.command("java");
    scenario.args(["-cp", "target/classes:libraries/*", class]);
    Plan { install: vec![install], compile: vec![compile], scenario: Some(scenario), ..Plan::default() }
}
