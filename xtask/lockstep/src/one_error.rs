//! Has every operation of the generated client end in the SDK's own error.
//!
//! progenitor's error shows the whole answer where it can't be understood, secrets included, and all headers where one is refused; with `?` into any other error
//! that would be what a program prints. So what progenitor generates is kept to itself, and `send` is written around it: `crate::call::operation` knows the answer
//! that progenitor's error leaves out.

use syn::{
    File, GenericArgument, ImplItem, ImplItemFn, Item, PathArguments, ReturnType, Type, Visibility, parse_quote,
};

/// Renames each builder's `send` and writes the public one. Fails when progenitor writes them in another way than this expects.
pub(crate) fn one_error(file: &mut File) -> Result<(), String> {
    let builders = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_mut().map(|(_, items)| items),
        _ => None,
    });
    let builders = builders.ok_or("the generated client has no module `builder`")?;
    let mut many = 0;
    for item in builders.iter_mut() {
        let Item::Impl(implementation) = item else { continue };
        let at = implementation
            .items
            .iter()
            .position(|item| matches!(item, ImplItem::Fn(function) if function.sig.ident == "send"));
        let Some(at) = at else { continue };
        let ImplItem::Fn(exchange) = &mut implementation.items[at] else { continue };
        let send = around(exchange)?;
        implementation.items.insert(at, ImplItem::Fn(send));
        many += 1;
    }
    if many == 0 { Err("no operation of the generated client has a `send`".to_owned()) } else { Ok(()) }
}

/// The public `send` around what was one; that becomes `exchange`.
fn around(exchange: &mut ImplItemFn) -> Result<ImplItemFn, String> {
    let success = success_type(&exchange.sig.output).ok_or("unknown form of `send`")?;
    let attributes = std::mem::take(&mut exchange.attrs);
    let send = parse_quote! {
        #(#attributes)*
        pub async fn send(self) -> Result<#success, crate::Error> {
            crate::call::operation(self.exchange()).await
        }
    };
    exchange.sig.ident = parse_quote!(exchange);
    exchange.vis = Visibility::Inherited;
    Ok(send)
}

/// `T` of `-> Result<T, …>`.
pub(crate) fn success_type(output: &ReturnType) -> Option<Type> {
    let ReturnType::Type(_, output) = output else { return None };
    let Type::Path(path) = &**output else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(success) => Some(success.clone()),
        _ => None,
    }
}
