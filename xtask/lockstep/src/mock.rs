//! The mock as files: one per tag, and the trait that adds them all to httpmock's `MockServer`.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, File, ImplItem, ImplItemFn, Item, Lit, Signature, TraitItem, parse_quote};

use crate::dialects::Place;
use crate::generate::{GENERATED, unparse};
use crate::outputs::Output;
use crate::parts::{Pieces, pieces, take_module, words};
use crate::split::{FOLDER, gate};

/// Takes the generated file apart. Fails when it has another form than this expects, which an update of progenitor could
/// bring.
pub(crate) fn files(file: File, places: &BTreeMap<String, Place>) -> Result<Vec<Output>, String> {
    let mut rest = file.items;
    let mut operations = take_module(&mut rest, "operations")?;
    let imports: Vec<Item> = operations.extract_if(.., |item| matches!(item, Item::Use(_))).collect();
    for item in &mut operations {
        if let Item::Impl(implementation) = item {
            implementation.items.iter_mut().for_each(describe);
        }
    }
    let mut operations = pieces(operations)?;

    let mut tags: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
    let mut gates: BTreeMap<&str, String> = BTreeMap::new();
    for item in &mut rest {
        match item {
            Item::Trait(definition) => {
                for item in &mut definition.items {
                    let TraitItem::Fn(function) = item else { continue };
                    let place = place(&function.sig, places)?;
                    function.attrs.extend(attribute(place));
                    gates.insert(&place.file, gate(place.dialect, "    "));
                    tags.entry(&place.file).or_default().extend(of_operation(&function.sig, &mut operations));
                }
            }
            Item::Impl(implementation) => {
                for item in &mut implementation.items {
                    if let ImplItem::Fn(function) = item {
                        function.attrs.extend(attribute(place(&function.sig, places)?));
                    }
                }
            }
            _ => {}
        }
    }
    if let Some(name) = operations.keys().next() {
        return Err(format!("the mock's {name} is of no operation"));
    }

    let mut modules = Vec::new();
    let mut outputs = Vec::new();
    for (tag, items) in tags {
        let gate = gates.get(tag).map(String::as_str).unwrap_or_default();
        modules.push(format!("{gate}    mod {tag};\n{gate}    pub use {tag}::*;\n"));
        let code = unparse([imports.clone(), items].concat());
        let head =
            format!("//! What is expected of the operations of the tag `{tag}`, and what they answer.\n\n{GENERATED}");
        outputs.push(Output::new(format!("{FOLDER}/mock/operations/{tag}.rs"), format!("{head}\n{code}")));
    }
    let modules = modules.concat();
    let root = unparse(rest);
    outputs.push(Output::new(
        format!("{FOLDER}/mock.rs"),
        format!(
            "//! A typed mock of the server for users' own tests: [`MockServerExt`] adds one method per operation to\n\
             //! httpmock's `MockServer`.\n\n{GENERATED}\n\
             /// [`When`](::httpmock::When) and [`Then`](::httpmock::Then) of each operation. Each has `into_inner()`, for what the\n\
             /// document doesn't permit.\npub mod operations {{\n{modules}}}\n\n{root}"
        ),
    ));
    Ok(outputs)
}

/// Says of a method of an answer with which status it answers.
fn describe(item: &mut ImplItem) {
    let ImplItem::Fn(function) = item else { return };
    if let Some(status) = status(function) {
        let text = format!(" Answers with status {status}.");
        function.attrs.push(parse_quote!(#[doc = #text]));
    }
}

/// The number in `status(404u16)`.
fn status(function: &mut ImplItemFn) -> Option<String> {
    struct Status(Option<String>);
    impl VisitMut for Status {
        fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
            if call.method == "status"
                && let Some(Expr::Lit(literal)) = call.args.first()
                && let Lit::Int(number) = &literal.lit
            {
                self.0 = Some(number.base10_digits().to_owned());
            }
            syn::visit_mut::visit_expr_method_call_mut(self, call);
        }
    }
    let mut found = Status(None);
    found.visit_impl_item_fn_mut(function);
    found.0
}

fn place<'a>(signature: &Signature, places: &'a BTreeMap<String, Place>) -> Result<&'a Place, String> {
    let id = signature.ident.to_string();
    places.get(&id).ok_or_else(|| format!("the document has no operation {id}, but the mock has"))
}

fn attribute(place: &Place) -> Option<Attribute> {
    place.dialect.feature.map(|feature| parse_quote!(#[cfg(feature = #feature)]))
}

/// `XWhen` and `XThen`, which the method names.
fn of_operation(signature: &Signature, operations: &mut Pieces) -> Vec<Item> {
    let named: BTreeSet<String> = words(signature).into_iter().collect();
    operations.extract_if(.., |name, _| named.contains(name)).flat_map(|(_, items)| items).collect()
}
