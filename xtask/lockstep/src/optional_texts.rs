//! Lets the setters of optional texts take a `&str`, as those of required ones do; and the setters of lists of texts any list of what texts can be made of.
//!
//! typify has them take whatever converts to `Option<String>`, which a `&str` doesn't: Rust's standard library has no such conversion. The SDK has a trait of its
//! own that does. Enums count as texts, for they have a value for every one.

use syn::{
    Expr, File, FnArg, GenericArgument, Ident, ImplItem, Item, ItemMod, PathArguments, Type, TypeParamBound,
    WherePredicate, parse_quote,
};

/// The types that a text converts to.
const TEXTS: [&str; 2] = ["String", "Secret"];

/// Rewrites the setters of all builders of types. Fails when none is found, which an update of typify could bring.
pub(crate) fn optional_texts(file: &mut File, enums: &[Ident]) -> Result<(), String> {
    let is_text = |name: &Ident| TEXTS.iter().any(|text| name == text) || enums.contains(name);
    let types = module(&mut file.items, "types").ok_or("the generated client has no module `types`")?;
    let builders = module(types, "builder").ok_or("the generated types have no module `builder`")?;
    let mut many = 0;
    for item in builders.iter_mut() {
        let Item::Impl(implementation) = item else { continue };
        for member in &mut implementation.items {
            let ImplItem::Fn(setter) = member else { continue };
            let Some(wanted) =
                setter.sig.generics.where_clause.as_ref().and_then(|bounds| converted(bounds.predicates.iter()))
            else {
                continue;
            };
            let name = setter.sig.ident.clone();
            let (taken, value): (Type, Expr) = if let Some(text) = only_argument(wanted, "Option") {
                if !is_made_of_text(text, &is_text) {
                    continue;
                }
                (parse_quote!(impl crate::IntoOptional<#text>), parse_quote!(value.into_optional()))
            } else if let Some(text) = only_argument(wanted, "Vec").filter(|text| is_named(text, &is_text)) {
                let taken = parse_quote!(impl ::std::iter::IntoIterator<Item: ::std::convert::Into<#text>>);
                (taken, parse_quote!(value.into_iter().map(::std::convert::Into::into).collect()))
            } else {
                continue;
            };
            setter.sig.generics = syn::Generics::default();
            if let Some(FnArg::Typed(value)) = setter.sig.inputs.last_mut() {
                *value.ty = taken;
            }
            setter.block = parse_quote!({
                self.#name = Ok(#value);
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

/// `X` of `T: TryInto<X>`.
fn converted<'a>(mut predicates: impl Iterator<Item = &'a WherePredicate>) -> Option<&'a Type> {
    predicates.find_map(|predicate| {
        let WherePredicate::Type(bounded) = predicate else { return None };
        bounded.bounds.iter().find_map(|bound| {
            let TypeParamBound::Trait(bound) = bound else { return None };
            argument(&bound.path, "TryInto")
        })
    })
}

/// Is it a text, one that may be null, or a list of texts?
fn is_made_of_text(wanted: &Type, is_text: &impl Fn(&Ident) -> bool) -> bool {
    let inner = only_argument(wanted, "Nullable").or_else(|| only_argument(wanted, "Vec"));
    is_named(inner.unwrap_or(wanted), is_text)
}

fn is_named(wanted: &Type, is_text: &impl Fn(&Ident) -> bool) -> bool {
    matches!(wanted, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.arguments.is_none() && is_text(&last.ident)))
}

fn only_argument<'a>(wanted: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = wanted else { return None };
    argument(&path.path, name)
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
