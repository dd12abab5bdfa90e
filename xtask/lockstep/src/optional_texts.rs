//! Lets the setters of optional texts take a `&str`, as those of required ones do.
//!
//! typify has them take whatever converts to `Option<String>`, which a `&str` doesn't: Rust's standard library has no such conversion. The SDK has a trait of its
//! own that does.

use syn::{
    File, FnArg, GenericArgument, ImplItem, Item, ItemMod, PathArguments, Type, TypeParamBound, WherePredicate,
    parse_quote,
};

/// The types that a text converts to.
const TEXTS: [&str; 2] = ["String", "Secret"];

/// Rewrites the setters of all builders of types. Fails when none is found, which an update of typify could bring.
pub(crate) fn optional_texts(file: &mut File) -> Result<(), String> {
    let types = module(&mut file.items, "types").ok_or("the generated client has no module `types`")?;
    let builders = module(types, "builder").ok_or("the generated types have no module `builder`")?;
    let mut many = 0;
    for item in builders.iter_mut() {
        let Item::Impl(implementation) = item else { continue };
        for member in &mut implementation.items {
            let ImplItem::Fn(setter) = member else { continue };
            let Some(text) =
                setter.sig.generics.where_clause.as_ref().and_then(|bounds| optional_text(bounds.predicates.iter()))
            else {
                continue;
            };
            let name = setter.sig.ident.clone();
            setter.sig.generics = syn::Generics::default();
            if let Some(FnArg::Typed(value)) = setter.sig.inputs.last_mut() {
                *value.ty = parse_quote!(impl crate::IntoOptional<#text>);
            }
            setter.block = parse_quote!({
                self.#name = Ok(value.into_optional());
                self
            });
            many += 1;
        }
    }
    if many == 0 { Err("no setter of the generated types takes an optional text".to_owned()) } else { Ok(()) }
}

fn module<'a>(items: &'a mut [Item], name: &str) -> Option<&'a mut Vec<Item>> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(ItemMod { ident, content: Some((_, items)), .. }) if ident == name => Some(items),
        _ => None,
    })
}

/// `X` of `T: TryInto<Option<X>>`, where it is a text.
fn optional_text<'a>(mut predicates: impl Iterator<Item = &'a WherePredicate>) -> Option<Type> {
    predicates.find_map(|predicate| {
        let WherePredicate::Type(bounded) = predicate else { return None };
        bounded.bounds.iter().find_map(|bound| {
            let TypeParamBound::Trait(bound) = bound else { return None };
            let option = argument(&bound.path, "TryInto")?;
            let Type::Path(option) = option else { return None };
            let text = argument(&option.path, "Option")?;
            let Type::Path(path) = text else { return None };
            let is_text = path.path.segments.last().is_some_and(|last| TEXTS.iter().any(|text| last.ident == text));
            is_text.then(|| text.clone())
        })
    })
}

/// The only argument of a path's last segment, if that is called so.
fn argument<'a>(path: &'a syn::Path, name: &str) -> Option<&'a Type> {
    let last = path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    }
}
