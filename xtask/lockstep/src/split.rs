//! The generated client as files: a folder per dialect, in it a file per tag and one with the dialect's types.
//!
//! What programs name stays where progenitor puts it (`Client`, `types::X`, `builder::X`): these modules show what stands
//! in the files.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, ItemImpl, parse_quote};

use crate::dialects::{DIALECTS, Dialect, Place};
use crate::generate::{GENERATED, unparse};
use crate::outputs::Output;
use crate::parts::{Parts, Pieces, request_of, words};
use crate::reach::Reach;

/// The folder of all generated code.
pub(crate) const FOLDER: &str = "client-sdk/src/generated";

/// Every file of the client but its root, and the root's declarations of them.
pub(crate) fn files(
    parts: &mut Parts,
    reach: &Reach,
    places: &BTreeMap<String, Place>,
    additions: &mut Additions,
) -> Result<(String, Vec<Output>), String> {
    let mut outputs = Vec::new();
    let imports = imports(parts);
    for dialect in &DIALECTS {
        let tags = tags(parts, places, dialect, additions)?;
        outputs.push(Output::new(format!("{FOLDER}/{}/mod.rs", dialect.module), root(dialect, tags.keys())));
        for (tag, code) in tags {
            let head = format!(
                "//! The operations of the tag `{tag}`: how each is begun, then the requests.\n\n{GENERATED}\n{imports}"
            );
            outputs.push(file(&format!("{}/{tag}.rs", dialect.module), &head, code));
        }
        let own = |name: &str| reach.dialect(name) == Some(dialect);
        let code = types(parts, own, additions);
        let head = format!(
            "//! What only the operations of this dialect take and give.\n\n{GENERATED}\n\
             use crate::generated::types::*;\nuse crate::generated::types::error;\n"
        );
        outputs.push(file(&format!("{}/types.rs", dialect.module), &head, code));
    }
    outputs.push(shared_types(parts, reach, additions));
    Ok((declarations(), outputs))
}

/// What the root of the client says of the files.
fn declarations() -> String {
    let lines = |margin: &str, line: fn(&str) -> String| {
        let each = |dialect: &Dialect| format!("{}{margin}{}", gate(dialect, margin), line(dialect.module));
        DIALECTS.iter().map(each).collect::<Vec<_>>().concat()
    };
    let modules = lines("", |module| format!("mod {module};\n"));
    let builders = lines("    ", |module| format!("pub use super::{module}::builder::*;\n"));
    format!(
        "{modules}pub mod types;\n\n\
         /// The requests, one per operation. Each is begun by the method of [`Client`] that is called like it.\n\
         pub mod builder {{\n{builders}}}\n"
    )
}

/// `mod.rs` of a dialect.
fn root<'a>(dialect: &Dialect, tags: impl Iterator<Item = &'a String> + Clone) -> String {
    let modules = tags.clone().map(|tag| format!("mod {tag};\n")).collect::<Vec<_>>().concat();
    let builders = tags.map(|tag| format!("    pub use super::{tag}::*;\n")).collect::<Vec<_>>().concat();
    format!(
        "//! {}.\n\n{GENERATED}\n// Requests name it by this module.\nuse super::Client;\n\n\
         {modules}pub mod types;\n\npub mod builder {{\n{builders}}}\n",
        dialect.group
    )
}

/// What other passes add to the files, by what it belongs to.
#[derive(Default)]
pub(crate) struct Additions {
    /// Beside a type.
    pub(crate) types: Pieces,
    /// Beside a request, by the id of its operation.
    pub(crate) operations: Pieces,
}

/// The line that ties what follows to the feature of its dialect, if it has one.
pub(crate) fn gate(dialect: &Dialect, margin: &str) -> String {
    dialect.feature.map(|feature| format!("{margin}#[cfg(feature = {feature:?})]\n")).unwrap_or_default()
}

/// What the files of tags name without saying where it is.
fn imports(parts: &Parts) -> String {
    let runtime: BTreeSet<String> = parts
        .imports
        .iter()
        .flat_map(words)
        .filter(|word| !matches!(word.as_str(), "use" | "super" | "allow" | "unused_imports" | "types"))
        .collect();
    let runtime: Vec<String> = runtime.into_iter().collect();
    format!("use crate::generated::{{builder, types, Client}};\nuse crate::generated::{{{}}};\n", runtime.join(", "))
}

/// The code of the dialect's tags: the methods of the client, then what they begin.
fn tags(
    parts: &mut Parts,
    places: &BTreeMap<String, Place>,
    dialect: &Dialect,
    additions: &mut Additions,
) -> Result<BTreeMap<String, Vec<Item>>, String> {
    let mut tags: BTreeMap<String, (ItemImpl, Vec<Item>)> = BTreeMap::new();
    for method in &parts.methods {
        let id = method.sig.ident.to_string();
        let Some(place) = places.get(&id).filter(|place| place.dialect == dialect) else { continue };
        let (methods, requests) =
            tags.entry(place.file.clone()).or_insert_with(|| (parse_quote!(impl Client {}), Vec::new()));
        methods.items.push(syn::ImplItem::Fn(method.clone()));
        requests.extend(parts.requests.remove(&request_of(method)?).unwrap_or_default());
        requests.extend(additions.operations.remove(&id).unwrap_or_default());
    }
    let together = |(methods, requests): (ItemImpl, Vec<Item>)| [vec![Item::Impl(methods)], requests].concat();
    Ok(tags.into_iter().map(|(tag, code)| (tag, together(code))).collect())
}

/// Some types with their builders, what they default to, and what is added to them.
fn types(parts: &mut Parts, wanted: impl Fn(&str) -> bool, additions: &mut Additions) -> Vec<Item> {
    let take =
        |pieces: &mut Pieces| pieces.extract_if(.., |name, _| wanted(name)).flat_map(|(_, items)| items).collect();
    let mut types: Vec<Item> = take(&mut parts.types);
    let builders: Vec<Item> = take(&mut parts.builders);
    let added: Vec<Item> = take(&mut additions.types);
    types.extend(added);
    let code = unparse(types.iter().chain(&builders).cloned().collect());
    let is_named =
        |item: &&Item| matches!(item, Item::Fn(item) if code.contains(&format!("defaults::{}", item.sig.ident)));
    let defaults: Vec<&Item> = parts.defaults.iter().filter(is_named).collect();
    if !builders.is_empty() {
        types.push(parse_quote! {
            /// Builders of what requests take.
            pub mod builder { #(#builders)* }
        });
    }
    if !defaults.is_empty() {
        types.push(parse_quote! {
            /// Defaults of members that are absent.
            mod defaults { #(#defaults)* }
        });
    }
    types
}

/// `types.rs`: what several dialects share, and all others' types by name.
fn shared_types(parts: &mut Parts, reach: &Reach, additions: &mut Additions) -> Output {
    let mut code = types(parts, |name| reach.dialect(name).is_none(), additions);
    let mut all = Vec::new();
    let mut all_builders = Vec::new();
    for dialect in &DIALECTS {
        let module = syn::Ident::new(dialect.module, proc_macro2::Span::call_site());
        let gate: Option<syn::Attribute> = dialect.feature.map(|feature| parse_quote!(#[cfg(feature = #feature)]));
        all.push(parse_quote!(#gate pub use super::#module::types::*;));
        all_builders.push(parse_quote!(#gate pub use super::super::#module::types::builder::*;));
    }
    all.append(&mut code);
    let builders = all.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_mut().map(|(_, items)| items),
        _ => None,
    });
    match builders {
        Some(builders) => drop(builders.splice(0..0, all_builders)),
        None => all.push(parse_quote!(pub mod builder { #(#all_builders)* })),
    }
    let errors = std::mem::take(&mut parts.errors);
    all.push(parse_quote! {
        /// What conversions fail with.
        pub mod error { #(#errors)* }
    });
    let head = format!(
        "//! What operations take and give. Here stands what several dialects share; the others' types are in their folders.\n\n{GENERATED}"
    );
    file("types.rs", &head, all)
}

fn file(path: &str, head: &str, items: Vec<Item>) -> Output {
    Output::new(format!("{FOLDER}/{path}"), format!("{head}\n{}", unparse(items)))
}
