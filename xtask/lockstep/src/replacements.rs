//! From what an operation answers to what the one that replaces it takes, so that a program can read, change a member and
//! put.
//!
//! What a PUT leaves out is reset, so a conversion must carry everything over: a member of the request that the answer
//! doesn't have is refused here, with its name, unless [`NEVER_TAKEN`] says that the server refuses it anyway.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use serde_json::Value;
use syn::{Field, Fields, GenericArgument, Ident, Item, PathArguments, Type, parse_quote};

use crate::parts::{Parts, type_name};
use crate::reach::Reach;
use crate::sdk_view::{operations_by_path, schema_name};
use crate::split::Additions;

/// Members of requests that no thing has, for the server refuses whoever sends them.
const NEVER_TAKEN: [(&str, &str); 3] = [
    ("ClientRegistrationRequest", "id_token_encrypted_response_alg"),
    ("ClientRegistrationRequest", "request_object_encryption_alg"),
    ("ClientRegistrationRequest", "userinfo_encrypted_response_alg"),
];

/// Adds a conversion for every PUT: from what GET answers at the same path, and from what the PUT itself does.
pub(crate) fn conversions(view: &Value, parts: &Parts, reach: &Reach, additions: &mut Additions) -> Result<(), String> {
    let mut done = BTreeMap::new();
    for path in operations_by_path(view) {
        let Some(put) = path.get("put") else { continue };
        let id = put["operationId"].as_str().unwrap_or_default();
        let Some(request) = json_of(&put["requestBody"]) else { continue };
        let answers = [path.get("get"), Some(put)].into_iter().flatten().filter_map(answer).collect::<Vec<_>>();
        if answers.is_empty() {
            return Err(format!("{id}: nothing answers with what it replaces, so nobody can read it before"));
        }
        for answer in answers.into_iter().filter(|answer| *answer != request) {
            convert(answer, request, parts, &mut done)
                .map_err(|reason| format!("{id} replaces what {answer} shows, and {reason}"))?;
        }
    }
    for (request, member) in NEVER_TAKEN {
        let fields = fields(parts, request).into_iter().flatten();
        if fields.filter_map(|field| field.ident.as_ref()).all(|known| known != member) {
            return Err(format!("{request} has no {member} any more: take it from the list of what is never taken"));
        }
    }
    for ((answer, request), conversion) in done {
        // Where several dialects share one of the two, it stands with the other.
        let place = if reach.dialect(&request).is_some() { request } else { answer };
        additions.types.entry(place).or_default().push(conversion);
    }
    Ok(())
}

/// The schema of what a successful answer holds.
fn answer(operation: &Value) -> Option<&str> {
    let successes = operation["responses"].as_object()?.iter().filter(|(status, _)| status.starts_with('2'));
    successes.map(|(_, response)| response).find_map(json_of)
}

fn json_of(body: &Value) -> Option<&str> {
    schema_name(&body["content"]["application/json"]["schema"])
}

type Conversions = BTreeMap<(String, String), Item>;

/// `impl From<answer> for request`, with those of the types that their members are made of.
fn convert(answer: &str, request: &str, parts: &Parts, done: &mut Conversions) -> Result<(), String> {
    let names = (answer.to_owned(), request.to_owned());
    if done.contains_key(&names) {
        return Ok(());
    }
    let [from, to] = [answer, request].map(|name| {
        fields(parts, name)
            .ok_or_else(|| format!("{name} is no type with members, which can't be taken over one by one"))
    });
    let (from, to) = (from?, to?);
    let mut members = TokenStream::new();
    for field in to {
        let Some(member) = &field.ident else { continue };
        let known = from.iter().find(|known| known.ident.as_ref() == Some(member));
        let value = match known {
            Some(known) => carried(&quote!(value.#member), &known.ty, &field.ty, parts, done)
                .map_err(|reason| format!("{request} would not get {member} of {answer}: {reason}"))?,
            None if NEVER_TAKEN.contains(&(request, &member.to_string())) => quote!(None),
            None => {
                return Err(format!(
                    "{answer} doesn't show {member} of {request}: to put what was read would reset it"
                ));
            }
        };
        members.extend(quote!(#member: #value,));
    }
    let [from, to] = [answer, request].map(identifier);
    let conversion = parse_quote! {
        /// Takes over every member, to change one and put it back.
        impl ::std::convert::From<#from> for #to {
            fn from(value: #from) -> Self {
                Self { #members }
            }
        }
    };
    done.insert(names, conversion);
    Ok(())
}

/// `value`, which is a `from`, as a `to`.
fn carried(
    value: &TokenStream,
    from: &Type,
    to: &Type,
    parts: &Parts,
    done: &mut Conversions,
) -> Result<TokenStream, String> {
    if text(from) == text(to) {
        return Ok(value.clone());
    }
    match (argument(from, "Option"), argument(to, "Option")) {
        (None, Some(to)) => {
            let value = carried(value, from, to, parts, done)?;
            return Ok(quote!(Some(#value)));
        }
        (Some(from), Some(to)) => {
            let inner = carried(&quote!(value), from, to, parts, done)?;
            return Ok(quote!(#value.map(|value| #inner)));
        }
        (Some(_), None) => return Err("it may be absent there, and is required here".to_owned()),
        (None, None) => {}
    }
    if let (Some(from), Some(to)) = (argument(from, "Vec"), argument(to, "Vec")) {
        let inner = carried(&quote!(value), from, to, parts, done)?;
        return Ok(quote!(#value.into_iter().map(|value| #inner).collect()));
    }
    match (type_name(from), type_name(to)) {
        (Some(from), Some(to)) if parts.types.contains_key(&from) && parts.types.contains_key(&to) => {
            convert(&from, &to, parts, done)?;
            let to = identifier(&to);
            Ok(quote!(#to::from(#value)))
        }
        _ => Err(format!("a {} is no {}", text(from), text(to))),
    }
}

fn fields<'a>(parts: &'a Parts, name: &str) -> Option<Vec<&'a Field>> {
    parts.types.get(name)?.iter().find_map(|item| match item {
        Item::Struct(definition) => match &definition.fields {
            Fields::Named(fields) => Some(fields.named.iter().collect()),
            _ => None,
        },
        _ => None,
    })
}

/// `T` of `wrapper<T>`.
fn argument<'a>(wrapped: &'a Type, wrapper: &str) -> Option<&'a Type> {
    let Type::Path(path) = wrapped else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    }
}

fn text(code: &impl ToTokens) -> String {
    code.to_token_stream().to_string()
}

fn identifier(name: &str) -> Ident {
    Ident::new(name, proc_macro2::Span::call_site())
}
