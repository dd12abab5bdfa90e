//! Which operations a type of the SDK is for.
//!
//! Read from the generated code and not from the document, for there every type has its name: those of inline schemas
//! and of parameters too.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{ImplItem, Item};

use crate::dialects::{DIALECTS, Dialect, Place};
use crate::parts::{Parts, request_of, words};

/// What is known about the types.
pub(crate) struct Reach {
    /// Those that requests are made of.
    pub(crate) requested: BTreeSet<String>,
    /// The dialects in which each occurs.
    dialects: BTreeMap<String, BTreeSet<&'static Dialect>>,
}

impl Reach {
    /// Follows each operation to the types of its request and its answers, and those to the types of their members.
    pub(crate) fn of(parts: &Parts, places: &BTreeMap<String, Place>) -> Result<Self, String> {
        let members: BTreeMap<&str, BTreeSet<String>> =
            parts.types.iter().map(|(name, items)| (name.as_str(), mentioned(items, parts))).collect();
        let mut reach = Self { requested: BTreeSet::new(), dialects: BTreeMap::new() };
        for method in &parts.methods {
            let id = method.sig.ident.to_string();
            let place = places.get(&id).ok_or_else(|| format!("the document has no operation {id}"))?;
            let request = parts.requests.get(&request_of(method)?).ok_or_else(|| format!("{id} has no request"))?;
            let definition = request.iter().filter(|item| matches!(item, Item::Struct(_)));
            reach.requested.extend(closure(definition.flat_map(|item| named(item, parts)), &members));
            for name in closure(request.iter().flat_map(|item| named(item, parts)), &members) {
                reach.dialects.entry(name).or_default().insert(place.dialect);
            }
            // What an operation is refused with is part of the SDK's one error, which is always there.
            for name in closure(refusals(request), &members) {
                reach.dialects.entry(name).or_default().extend(&DIALECTS);
            }
        }
        Ok(reach)
    }

    /// The dialect to which a type belongs; `None` when it is for several, or for none.
    pub(crate) fn dialect(&self, name: &str) -> Option<&'static Dialect> {
        let dialects = self.dialects.get(name)?;
        if dialects.len() == 1 { dialects.first().copied() } else { None }
    }
}

/// The types that a definition names.
fn mentioned(items: &[Item], parts: &Parts) -> BTreeSet<String> {
    let definitions = items.iter().filter(|item| !matches!(item, Item::Impl(_)));
    definitions.flat_map(words).filter(|word| parts.types.contains_key(word)).collect()
}

/// The types that a request names: `X` of `types::X` and of `types::builder::X`.
fn named(code: &impl ToTokens, parts: &Parts) -> Vec<String> {
    let words = words(code);
    let mut named = Vec::new();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| *word == "types") {
        let name = words[at + 1..].iter().find(|word| *word != "builder");
        named.extend(name.filter(|name| parts.types.contains_key(*name)).cloned());
    }
    named
}

/// `X` of `Error<types::X>`.
fn refusals(request: &[Item]) -> Vec<String> {
    let functions =
        request.iter().filter_map(|item| if let Item::Impl(item) = item { Some(&item.items) } else { None });
    let signatures =
        functions.flatten().filter_map(|item| if let ImplItem::Fn(item) = item { Some(&item.sig) } else { None });
    let mut refusals = Vec::new();
    for signature in signatures {
        for triple in words(&signature.output).windows(3) {
            if let [error, types, name] = triple
                && error == "Error"
                && types == "types"
            {
                refusals.push(name.clone());
            }
        }
    }
    refusals
}

fn closure(first: impl IntoIterator<Item = String>, members: &BTreeMap<&str, BTreeSet<String>>) -> BTreeSet<String> {
    let mut open: Vec<String> = first.into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(next) = members.get(name.as_str()).filter(|_| found.insert(name)) {
            open.extend(next.iter().cloned());
        }
    }
    found
}
