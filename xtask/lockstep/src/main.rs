//! Keeps the OpenAPI document, the table of its operations and the Rust SDK in step with the server.
//!
//! Reads the complete document that `authplane openapi` prints and derives from it, in this order:
//!
//! 1. `openapi/authplane.json`: the document itself, one member a line ([`layout`]);
//! 2. `openapi/operations.txt`: one line per operation, for reviews ([`operations`]);
//! 3. `client-sdk/src/generated/`: the SDK and its mock, made by progenitor ([`generate`]) from a looser view of the
//!    document ([`sdk_view`]), its enums open to values that a newer server knows ([`open_enums`]).
//!
//! Everything is a pure function of the document, so `--check` makes the same files in memory and compares bytes.
//! `cargo xtask generate` is the command that people use: it builds the server and then runs this program.

mod arguments;
mod builders_of_answers;
mod dialects;
mod exchanges;
mod generate;
mod idempotency;
mod layout;
mod lists;
mod mock;
mod one_error;
mod open_enums;
mod operations;
mod optional_texts;
mod outputs;
mod parts;
mod reach;
mod replacements;
mod same_answers;
mod sdk_view;
mod security;
mod set_aside;
mod signed_answers;
mod split;
mod streams;

use std::error::Error;
use std::process::ExitCode;

use arguments::Arguments;
use outputs::Output;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask-lockstep: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::from_environment()?;
    let text = arguments.read_document()?;
    let document = serde_json::from_str(&text).map_err(|error| format!("the document is not JSON: {error}"))?;
    let view = sdk_view::for_client(&document);
    set_aside::check(&document, &view)?;
    let mut outputs = vec![
        Output::new("openapi/authplane.json", layout::one_member_a_line(&text)),
        Output::new("openapi/operations.txt", operations::table(&document)?),
    ];
    outputs.extend(generate::client(&document, &view)?);
    outputs.extend(generate::mock(&document, &sdk_view::for_mock(&view))?);
    if !arguments.check {
        outputs::write(&arguments.root, split::FOLDER, &outputs)?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(if outputs::check(&arguments.root, split::FOLDER, &outputs)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
