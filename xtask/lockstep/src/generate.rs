//! The SDK and its mock, as progenitor generates them.

use std::error::Error;

use openapiv3::OpenAPI;
use progenitor::{CrateVers, GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle};
use serde_json::Value;

use crate::one_error::one_error;
use crate::open_enums::open_enums;
use crate::optional_texts::optional_texts;
use crate::security;

/// The first lines of both files. rustfmt, clippy and the documentation lints are told to leave generated code alone;
/// rustfmt's attribute has this old form because a newer one cannot stand inside a module file.
const HEADER: &str = "\
// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    unused_variables,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::disallowed_methods
)]
";

/// `client-sdk/src/generated/mod.rs`: one method of `Client` per operation, with builders for requests and types.
pub(crate) fn client(view: &Value) -> Result<String, Box<dyn Error>> {
    let mut code = syn::parse2(Generator::new(&settings()?).generate_tokens(&parse(view)?)?)?;
    open_enums(&mut code)?;
    one_error(&mut code)?;
    optional_texts(&mut code)?;
    let code = examples_as_text(&prettyplease::unparse(&code));
    let security = security::schemes(view)?;
    Ok(format!(
        "//! The client as progenitor generates it: [`Client`] with one method per operation, [`types`] for what they\n\
         //! take and give.\n\n{HEADER}\n#[cfg(feature = \"mock\")]\npub mod mock;\n\n{code}\n{security}"
    ))
}

/// The code with every fenced example told to be text. rustdoc would compile and run the others: those of the document's
/// own descriptions are commands of a shell, those of progenitor stand for themselves and don't compile.
fn examples_as_text(code: &str) -> String {
    let mut inside = false;
    let lines = code.split_inclusive('\n').map(|line| {
        let Some((margin, _)) = line.split_once("```") else { return line.to_owned() };
        if !margin.chars().all(|character| matches!(character, ' ' | '/' | '*' | '!' | '>')) {
            return line.to_owned();
        }
        inside = !inside;
        if inside { format!("{margin}```text\n") } else { line.to_owned() }
    });
    lines.collect()
}

/// `client-sdk/src/generated/mock.rs`: one method of httpmock's `MockServer` per operation.
pub(crate) fn mock(view: &Value) -> Result<String, Box<dyn Error>> {
    let code = Generator::new(&settings()?).httpmock(&parse(view)?, "crate::generated")?;
    let code = prettyplease::unparse(&syn::parse2(code)?);
    Ok(format!(
        "//! A typed mock of the server for users' own tests: [`MockServerExt`] adds one method per operation to\n\
         //! httpmock's `MockServer`.\n\n{HEADER}\n{code}"
    ))
}

/// The same settings for both files: the mock names types that the client defines.
fn settings() -> Result<GenerationSettings, Box<dyn Error>> {
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_tag(TagStyle::Merged)
        // The hand-written half of the SDK: credentials, renewal and retries hang on these hooks, so a client
        // without them must not compile.
        .with_hooks(HooksMode::Expected)
        .with_inner_type("crate::Session".parse().map_err(|error| format!("crate::Session: {error}"))?)
        // Fields of PATCH bodies that tell "absent" from "null" name the SDK's own type in `x-rust-type`.
        .with_crate("authplane-client", CrateVers::Any, None);
    Ok(settings)
}

fn parse(view: &Value) -> Result<OpenAPI, String> {
    serde_json::from_value(view.clone()).map_err(|error| format!("the document is not OpenAPI 3.0: {error}"))
}
