//! What progenitor generates, taken apart into the pieces that the SDK's files are put together from.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{File, ImplItem, ImplItemFn, Item, ItemMod, ItemUse, ReturnType, Type};

/// The pieces. An item that is in none of the other lists is in `rest`, so nothing gets lost.
pub(crate) struct Parts {
    /// What stands at the top: the client itself and its hooks.
    pub(crate) rest: Vec<Item>,
    /// What the requests need of progenitor's runtime.
    pub(crate) imports: Vec<ItemUse>,
    /// One method of the client per operation, in the order of the document.
    pub(crate) methods: Vec<ImplItemFn>,
    /// The requests that those methods begin, by name.
    pub(crate) requests: Pieces,
    /// Types of bodies and parameters, by name.
    pub(crate) types: Pieces,
    /// The builders of these types, by the same name.
    pub(crate) builders: Pieces,
    /// Functions that give the defaults of members, for serde.
    pub(crate) defaults: Vec<Item>,
    /// The module of what conversions fail with.
    pub(crate) errors: Vec<Item>,
}

/// Definitions with all their implementations, by name.
pub(crate) type Pieces = BTreeMap<String, Vec<Item>>;

impl Parts {
    /// Takes the generated file apart. Fails when it has another form than this expects, which an update of progenitor
    /// could bring.
    pub(crate) fn of(file: File) -> Result<Self, String> {
        let mut rest = file.items;
        let mut types = take_module(&mut rest, "types")?;
        let builders = pieces(take_module(&mut types, "builder")?)?;
        let errors = take_module(&mut types, "error")?;
        let defaults = take_module(&mut types, "defaults").unwrap_or_default();
        let mut requests = take_module(&mut rest, "builder")?;
        let imports = requests.extract_if(.., |item| matches!(item, Item::Use(_)));
        let imports = imports.filter_map(|item| if let Item::Use(item) = item { Some(item) } else { None }).collect();
        take_module(&mut rest, "prelude")?;
        let methods = take_methods(&mut rest);
        Ok(Self {
            rest,
            imports,
            methods,
            requests: pieces(requests)?,
            types: pieces(types)?,
            builders,
            defaults,
            errors,
        })
    }
}

/// The name of the request that a method of the client begins: `X` of `-> builder::X<'_>`.
pub(crate) fn request_of(method: &ImplItemFn) -> Result<String, String> {
    let ReturnType::Type(_, returned) = &method.sig.output else { return Err(unknown(&method.sig.ident)) };
    type_name(returned).ok_or_else(|| unknown(&method.sig.ident))
}

fn unknown(what: &impl ToString) -> String {
    format!("unknown form of {} in the generated client", what.to_string())
}

pub(crate) fn take_module(items: &mut Vec<Item>, name: &str) -> Result<Vec<Item>, String> {
    let at = items.iter().position(|item| matches!(item, Item::Mod(module) if module.ident == name));
    match at.map(|at| items.remove(at)) {
        Some(Item::Mod(ItemMod { content: Some((_, items)), .. })) => Ok(items),
        _ => Err(format!("the generated client has no module `{name}`")),
    }
}

/// The methods that begin requests. What makes a client stays where it is.
fn take_methods(rest: &mut Vec<Item>) -> Vec<ImplItemFn> {
    let mut methods = Vec::new();
    rest.retain_mut(|item| {
        let Item::Impl(implementation) = item else { return true };
        if implementation.trait_.is_some() {
            return true;
        }
        let begins_request = |item: &ImplItem| matches!(item, ImplItem::Fn(method) if mentions_builder(method));
        let taken = implementation.items.extract_if(.., |item| begins_request(item));
        methods.extend(taken.filter_map(|item| if let ImplItem::Fn(method) = item { Some(method) } else { None }));
        !implementation.items.is_empty()
    });
    methods
}

fn mentions_builder(method: &ImplItemFn) -> bool {
    words(&method.sig.output).first().is_some_and(|word| word == "builder")
}

/// Sorts items by what they define or implement something for.
pub(crate) fn pieces(items: Vec<Item>) -> Result<Pieces, String> {
    let names: BTreeSet<String> = items.iter().filter_map(defined).collect();
    let mut pieces = Pieces::new();
    for item in items {
        let name = defined(&item).or_else(|| implemented(&item, &names)).ok_or_else(|| {
            format!("unknown item in the generated client: {}", item.to_token_stream().to_string().replace('\n', " "))
        })?;
        pieces.entry(name).or_default().push(item);
    }
    Ok(pieces)
}

fn defined(item: &Item) -> Option<String> {
    match item {
        Item::Struct(definition) => Some(definition.ident.to_string()),
        Item::Enum(definition) => Some(definition.ident.to_string()),
        Item::Type(definition) => Some(definition.ident.to_string()),
        _ => None,
    }
}

/// What an implementation is of: its own type, or for those of other crates' types the first known one that it names.
/// (`From<X> for String` goes with `X`; so does `TryFrom<X> for super::X` in the module of builders.)
fn implemented(item: &Item, names: &BTreeSet<String>) -> Option<String> {
    let Item::Impl(implementation) = item else { return None };
    type_name(&implementation.self_ty).filter(|name| names.contains(name)).or_else(|| {
        let (path, _) = implementation.trait_.as_ref()?;
        words(path).into_iter().find(|word| names.contains(word))
    })
}

/// The last segment of a type's path.
pub(crate) fn type_name(named: &Type) -> Option<String> {
    let Type::Path(path) = named else { return None };
    path.path.segments.last().map(|segment| segment.ident.to_string())
}

/// All names in a piece of code, in its order.
pub(crate) fn words(code: &impl ToTokens) -> Vec<String> {
    fn collect(tokens: TokenStream, words: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Ident(word) => words.push(word.to_string()),
                TokenTree::Group(group) => collect(group.stream(), words),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    let mut words = Vec::new();
    collect(code.to_token_stream(), &mut words);
    words
}
