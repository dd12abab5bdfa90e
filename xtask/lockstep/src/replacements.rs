//! From what an operation answers to what the one that replaces it takes, so that a program can read, change a member and
//! put.
//!
//! What a PUT leaves out is reset, so a conversion must carry everything over: a member of the request that the answer
//! doesn't have is refused here, with its name, unless [`NEVER_TAKEN`] says that the server refuses it anyway. And what an
//! answer leaves out, such as secrets in lists, must not be put as if it were empty: see [`EMPTY_AS_ABSENT`].

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use serde_json::Value;
use syn::{Field, Fields, GenericArgument, Ident, Item, PathArguments, Type, parse_quote};

use crate::lists::{lists, success};
use crate::parts::{Parts, type_name, words};
use crate::reach::Reach;
use crate::sdk_view::{operations_by_path, schema_name};
use crate::split::Additions;

/// Members of requests that no thing has, for the server refuses whoever sends them.
const NEVER_TAKEN: [(&str, &str); 3] = [
    ("ClientRegistrationRequest", "id_token_encrypted_response_alg"),
    ("ClientRegistrationRequest", "request_object_encryption_alg"),
    ("ClientRegistrationRequest", "userinfo_encrypted_response_alg"),
];

/// Lists that an answer may leave out, and that are empty then in what is read. The server takes such a list that is absent as
/// it takes an empty one, or keeps the one that it has; so an empty one is not put.
const EMPTY_AS_ABSENT: [(&str, &str); 10] = [
    // Kept. It is left out for those who may not see secrets, and in lists.
    ("AcpServerRequest", "rotated_secrets"),
    // Kept. A dump may have no secrets.
    ("AcpDumpServerRequest", "rotated_secrets"),
    // What is empty has its default, as what is absent has.
    ("ClientRegistrationRequest", "audience"),
    ("ClientRegistrationRequest", "contacts"),
    ("ClientRegistrationRequest", "default_acr_values"),
    ("ClientRegistrationRequest", "grant_types"),
    ("ClientRegistrationRequest", "post_logout_redirect_uris"),
    ("ClientRegistrationRequest", "redirect_uris"),
    ("ClientRegistrationRequest", "request_uris"),
    ("ClientRegistrationRequest", "response_types"),
];

/// Members that say once more what another one does, which counts. Put with the old value, they would contradict whoever changes
/// that one, or hide the change.
const SAID_TWICE: [(&str, &str, &str); 2] =
    [("AcpClientRequest", "scope", "scopes"), ("ClientRegistrationRequest", "scopes", "scope")];

/// Rows of lists that show less than the thing has, as the dialect has it: whoever put one would reset the rest, so there is no conversion from them.
const SHORT_ROWS: [&str; 1] = ["AcpConsentAction"];

/// Requests that are a list of ids and nothing else: whoever puts one has decided on the whole list, and nothing of what is read has to be carried over.
const LISTS_OF_IDS: [&str; 1] = ["LogtoRoleIdsRequest"];

/// Adds a conversion for every PUT: from what the other operations of its path answer, from what the PUT itself does, and from
/// the rows of the lists that have what it replaces.
pub(crate) fn conversions(view: &Value, parts: &Parts, reach: &Reach, additions: &mut Additions) -> Result<(), String> {
    let (mut done, mut short) = (BTreeMap::new(), SHORT_ROWS.to_vec());
    for (path, operations) in operations_by_path(view) {
        let Some(put) = operations.get("put") else { continue };
        let id = put["operationId"].as_str().unwrap_or_default();
        let Some(request) = json_of(&put["requestBody"]).map_err(|reason| format!("{id} takes {reason}"))? else {
            continue;
        };
        if LISTS_OF_IDS.contains(&request) {
            continue;
        }
        let mut answers = Vec::new();
        for operation in [operations.get("get"), Some(put)].into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            answers.extend(json_of(success(operation)).map_err(|reason| format!("{id} answers with {reason}"))?);
        }
        if answers.is_empty() {
            return Err(format!("{id}: nothing answers with what it replaces, so nobody can read it before"));
        }
        let listed = rows(view, path, put)?;
        short.retain(|row| !listed.contains(row));
        answers.extend(listed.into_iter().filter(|row| !SHORT_ROWS.contains(row)));
        for answer in answers.into_iter().filter(|answer| *answer != request) {
            convert(answer, request, parts, &mut done)
                .map_err(|reason| format!("{id} replaces what {answer} shows, and {reason}"))?;
        }
    }
    if let Some(unknown) = short.first() {
        return Err(format!("no list has rows of {unknown} any more: take it from SHORT_ROWS of {}", file!()));
    }
    let listed = NEVER_TAKEN.iter().chain(&EMPTY_AS_ABSENT).copied();
    for (request, member) in listed.chain(SAID_TWICE.map(|(request, member, _)| (request, member))) {
        let fields = fields(parts, request).into_iter().flatten();
        if fields.filter_map(|field| field.ident.as_ref()).all(|known| known != member) {
            return Err(format!("{request} has no {member} any more: take it from the lists of {}", file!()));
        }
    }
    for ((answer, request), conversion) in done {
        // Where several dialects share one of the two, it stands with the other.
        let place = if reach.dialect(&request).is_some() { request } else { answer };
        additions.types.entry(place).or_default().push(conversion);
    }
    Ok(())
}

/// The rows of the lists of what stands at a path such as `…/services/{sid}`: of those at a path that ends in `services`, where
/// that is not another tag's.
fn rows<'a>(view: &'a Value, path: &str, put: &Value) -> Result<Vec<&'a str>, String> {
    let segments: Vec<&str> = path.rsplit('/').take(2).collect();
    let [place, things] = segments[..] else { return Ok(Vec::new()) };
    if !place.starts_with('{') {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    for (path, operations) in operations_by_path(view) {
        let Some(get) = operations.get("get") else { continue };
        if path.rsplit('/').next() != Some(things) || get["tags"] != put["tags"] {
            continue;
        }
        let id = get["operationId"].as_str().unwrap_or_default();
        let lists = lists(view, get);
        let [list] = lists.as_slice() else {
            return Err(format!("{id} answers with {} lists of {things} instead of one", lists.len()));
        };
        rows.push(schema_name(&list.array["items"]).ok_or_else(|| format!("{id} has rows without a schema's name"))?);
    }
    Ok(rows)
}

/// The name of the schema of what a body or an answer holds; `None` when that is nothing.
fn json_of(body: &Value) -> Result<Option<&str>, String> {
    let Some(content) = body["content"].as_object().filter(|content| !content.is_empty()) else { return Ok(None) };
    let schema = content.get("application/json").ok_or("no JSON, which can't be converted")?;
    let name = schema_name(&schema["schema"]).ok_or("a schema without a name, which can't be converted")?;
    Ok(Some(name))
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
    let mut doc = " Takes over every member, to change one and put it back.".to_owned();
    for field in to {
        let Some(member) = &field.ident else { continue };
        let known = from.iter().find(|known| known.ident.as_ref() == Some(member));
        let said_twice = SAID_TWICE.iter().find(|(of, twice, _)| *of == request && member == twice);
        let value = match known {
            Some(_) if let Some((_, twice, once)) = said_twice => {
                doc = format!("{doc} `{twice}` is left to `{once}`, which says the same and counts without it.");
                quote!(None)
            }
            Some(known) if may_be_left_out(known) => unless_empty(known, field, (answer, request), parts, done)?,
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
        #[doc = #doc]
        impl ::std::convert::From<#from> for #to {
            fn from(value: #from) -> Self {
                Self { #members }
            }
        }
    };
    done.insert(names, conversion);
    Ok(())
}

/// Whether an answer may come without this member, and what is read is a value of its type all the same.
fn may_be_left_out(field: &Field) -> bool {
    let has_default = |attribute: &syn::Attribute| {
        attribute.path().is_ident("serde") && words(&attribute.meta).iter().any(|word| word == "default")
    };
    argument(&field.ty, "Option").is_none() && field.attrs.iter().any(has_default)
}

/// Such a member: put where it has something.
fn unless_empty(
    known: &Field,
    field: &Field,
    (answer, request): (&str, &str),
    parts: &Parts,
    done: &mut Conversions,
) -> Result<TokenStream, String> {
    let name = known.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    let optional = argument(&field.ty, "Option").filter(|_| argument(&known.ty, "Vec").is_some());
    let is_known = EMPTY_AS_ABSENT.contains(&(request, &name));
    let Some(to) = optional.filter(|_| is_known) else {
        return Err(format!("{answer} may leave out {name}: to put what is read then could reset it"));
    };
    let member = identifier(&name);
    let inner = carried(&quote!(value.#member), &known.ty, to, parts, done)
        .map_err(|reason| format!("{request} would not get {name} of {answer}: {reason}"))?;
    Ok(quote!(if value.#member.is_empty() { None } else { Some(#inner) }))
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
