//! Opens the enums of the generated client: a newer server may answer with values that this SDK doesn't know, and a
//! client must be able to read and to send them.
//!
//! OpenAPI has no word for an open enum, and typify makes of every list of strings an enum that fails on any other.
//! So each gets one more variant that holds the text. A list with a single value is the tag that tells the variants of
//! a union apart; it stays closed.

use syn::punctuated::Punctuated;
use syn::{
    Arm, Attribute, Expr, Fields, File, Ident, ImplItem, Item, ItemEnum, ItemImpl, Path, Stmt, Token, Type, parse_quote,
};

/// Opens every enum of strings in the module `types`, and gives their names. Fails when typify writes them in another way than this expects,
/// which an update of typify could bring.
pub(crate) fn open_enums(file: &mut File) -> Result<Vec<Ident>, String> {
    let types = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_mut().map(|(_, items)| items),
        _ => None,
    });
    let items = types.ok_or("the generated client has no module `types`")?;

    let mut opened = Vec::new();
    for item in items.iter_mut() {
        if let Item::Enum(definition) = item
            && definition.variants.len() > 1
            && definition.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit))
        {
            opened.push((definition.ident.clone(), open_definition(definition)?));
        }
    }
    for item in items.iter_mut() {
        let Item::Impl(implementation) = item else { continue };
        let Some((name, variant)) = opened.iter().find(|(name, _)| is_self_type(implementation, name)) else {
            continue;
        };
        let implemented = implementation.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        if implemented.is_some_and(|last| last.ident == "Display") {
            open_display(implementation, variant).ok_or_else(|| format!("unknown form of Display for {name}"))?;
        } else if implemented.is_some_and(|last| last.ident == "FromStr") {
            open_from_str(implementation, variant).ok_or_else(|| format!("unknown form of FromStr for {name}"))?;
        }
    }
    // Whatever the text, there is a value for it now.
    items.retain(|item| !matches!(item, Item::Impl(it) if opened.iter().any(|(name, _)| is_conversion(it, name))));
    for (name, variant) in &opened {
        items.extend(conversions(name, variant));
    }
    Ok(opened.into_iter().map(|(name, _)| name).collect())
}

/// Is it one of typify's conversions from a text, which can fail?
fn is_conversion(implementation: &ItemImpl, name: &Ident) -> bool {
    let implemented = implementation.trait_.as_ref().and_then(|(path, _)| path.segments.last());
    is_self_type(implementation, name) && implemented.is_some_and(|last| last.ident == "TryFrom")
}

/// From a text, and for setters of members that may be left out.
fn conversions(name: &Ident, variant: &Ident) -> [Item; 4] {
    [
        parse_quote! {
            impl ::std::convert::From<&str> for #name {
                fn from(value: &str) -> Self {
                    value.parse().unwrap_or_else(|_| Self::#variant(value.to_owned()))
                }
            }
        },
        parse_quote! {
            impl ::std::convert::From<::std::string::String> for #name {
                fn from(value: ::std::string::String) -> Self {
                    Self::from(value.as_str())
                }
            }
        },
        parse_quote! {
            impl crate::IntoOptional<#name> for #name {
                fn into_optional(self) -> ::std::option::Option<#name> {
                    Some(self)
                }
            }
        },
        parse_quote! {
            impl crate::IntoOptional<#name> for ::std::option::Option<#name> {
                fn into_optional(self) -> ::std::option::Option<#name> {
                    self
                }
            }
        },
    ]
}

/// Adds the variant and gives its name.
fn open_definition(definition: &mut ItemEnum) -> Result<Ident, String> {
    let taken = definition.variants.iter().any(|variant| variant.ident == "Unknown");
    let variant: Ident = if taken { parse_quote!(UnknownValue) } else { parse_quote!(Unknown) };
    definition.variants.push(parse_quote! {
        /// A value that this version of the SDK has no name for.
        #[serde(untagged)]
        #variant(::std::string::String)
    });
    for attribute in &mut definition.attrs {
        drop_copy(attribute).map_err(|error| format!("derives of {}: {error}", definition.ident))?;
    }
    Ok(variant)
}

/// A variant with text in it can't be `Copy`.
fn drop_copy(attribute: &mut Attribute) -> syn::Result<()> {
    if attribute.path().is_ident("derive") {
        let derives = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        let kept = derives.iter().filter(|path| !path.is_ident("Copy"));
        *attribute = parse_quote!(#[derive(#(#kept),*)]);
    }
    Ok(())
}

fn is_self_type(implementation: &ItemImpl, name: &Ident) -> bool {
    matches!(&*implementation.self_ty, Type::Path(path) if path.path.is_ident(name))
}

/// `match *self { Self::One => f.write_str("one"), … }` gets an arm for the new variant.
fn open_display(implementation: &mut ItemImpl, variant: &Ident) -> Option<()> {
    let (scrutinee, arms) = only_match(implementation)?;
    *scrutinee = parse_quote!(self);
    arms.push(parse_quote!(Self::#variant(value) => f.write_str(value),));
    Some(())
}

/// `match value { "one" => Ok(Self::One), …, _ => Err(…) }` gets another last arm.
fn open_from_str(implementation: &mut ItemImpl, variant: &Ident) -> Option<()> {
    let (_, arms) = only_match(implementation)?;
    *arms.last_mut()? = parse_quote!(_ => Ok(Self::#variant(value.to_owned())),);
    Some(())
}

/// The `match` that is the whole body of the implementation's only function.
fn only_match(implementation: &mut ItemImpl) -> Option<(&mut Expr, &mut Vec<Arm>)> {
    let function = implementation.items.iter_mut().find_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    })?;
    match function.block.stmts.as_mut_slice() {
        [Stmt::Expr(Expr::Match(body), None)] => Some((&mut *body.expr, &mut body.arms)),
        _ => None,
    }
}
