//! The SDK and its mock, as progenitor generates them.

use std::error::Error;

use openapiv3::OpenAPI;
use progenitor::{CrateVers, GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle};
use serde_json::Value;
use syn::{File, Item};

use crate::dialects::places;
use crate::one_error::one_error;
use crate::open_enums::open_enums;
use crate::optional_texts::optional_texts;
use crate::outputs::Output;
use crate::parts::Parts;
use crate::reach::Reach;
use crate::replacements::conversions;
use crate::signed_answers::signed_answers;
use crate::split::{self, Additions, FOLDER};
use crate::streams::streams;
use crate::{builders_of_answers, exchanges, idempotency, mock, same_answers, security};

/// The first lines of every file. rustfmt's attribute has this old form because a newer one cannot stand inside a module
/// file.
pub(crate) const GENERATED: &str = "\
// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]
";

/// What the lints are told at the root of the generated code: to leave it alone.
const LINTS: &str = "\
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

/// The client: one method of `Client` per operation, with builders for requests and types.
pub(crate) fn client(document: &Value, view: &Value) -> Result<Vec<Output>, Box<dyn Error>> {
    let mut described = view.clone();
    security::say_scopes(&mut described)?;
    let mut code = syn::parse2(Generator::new(&settings()?).generate_tokens(&parse(&described)?)?)?;
    let enums = open_enums(&mut code)?;
    one_error(&mut code)?;
    signed_answers(document, &mut code)?;
    optional_texts(&mut code, &enums)?;
    exchanges::one_place(view, &mut code)?;
    same_answers::join(&mut code);
    let places = places(document)?;
    let mut parts = Parts::of(code)?;
    let reach = Reach::of(&parts, &places)?;
    builders_of_answers::remove(&mut parts, &reach);
    let mut additions = Additions::default();
    streams(document, view, &parts, &mut additions)?;
    conversions(view, &parts, &reach, &mut additions)?;
    let (declarations, mut outputs) = split::files(&mut parts, &reach, &places, &mut additions)?;
    let root = unparse(parts.rest);
    let (security, secrets) = (security::schemes(view)?, security::secrets(document));
    let keyed = idempotency::keyed(document);
    let root = format!(
        "//! The client as progenitor generates it: [`Client`] with one method per operation, [`types`] for what they\n\
         //! take and give. A dialect is a folder, a tag of the document a file in it.\n\n{GENERATED}{LINTS}\n\
         #[cfg(feature = \"mock\")]\npub mod mock;\n{declarations}\n{root}\n{security}\n{secrets}\n{keyed}"
    );
    outputs.push(Output::new(format!("{FOLDER}/mod.rs"), root));
    Ok(outputs)
}

/// These items as the text of a file.
pub(crate) fn unparse(items: Vec<Item>) -> String {
    examples_as_text(&prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items }))
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

/// The mock: one method of httpmock's `MockServer` per operation.
pub(crate) fn mock(document: &Value, view: &Value) -> Result<Vec<Output>, Box<dyn Error>> {
    let code = Generator::new(&settings()?).httpmock(&parse(view)?, "crate::generated")?;
    Ok(mock::files(syn::parse2(code)?, &places(document)?)?)
}

/// The same settings for both: the mock names types that the client defines.
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
