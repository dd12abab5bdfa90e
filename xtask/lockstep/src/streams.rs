//! Whole lists as streams: every operation that gives a list page by page gets a `stream` beside its `send`.
//!
//! What the pages are counted by, what a page holds, how many rows it may have and how they are told apart is read from the
//! document. A list that pages in a way that isn't known here is refused, so that none is left without its stream: whatever
//! number a list is asked with must be one that counts pages, or be in [`NO_PAGING`].

use proc_macro2::TokenStream;
use serde_json::Value;
use syn::{Ident, Item, Type, parse_quote};

use crate::lists::{answer, lists};
use crate::parts::{Parts, request_of};
use crate::sdk_view::{component, operations_by_id, resolved, schema_name};
use crate::split::Additions;

/// Parameters that ask for a part of a list, in this API or in others.
const PARTS: [&str; 9] =
    ["page", "page_size", "limit", "offset", "after", "before", "cursor", "page_token", "per_page"];

/// The members that tell rows apart, the first that a row has.
const IDS: [&str; 2] = ["id", "client_id"];

/// Numbers that a list is asked with for another reason: the operation and the parameter. There are none yet.
const NO_PAGING: [(&str, &str); 5] = [
    // How long the answer may wait.
    ("get_gateway_configuration", "wait"),
    // Times.
    ("list_privacy_ledger_events_by_subject", "from"),
    ("list_privacy_ledger_events_by_subject", "to"),
    ("list_privacy_ledger_events", "from"),
    ("list_privacy_ledger_events", "to"),
];

/// Adds the streams. The restrictions of the parameters stand in the document only.
pub(crate) fn streams(document: &Value, view: &Value, parts: &Parts, additions: &mut Additions) -> Result<(), String> {
    for (id, method, operation) in operations_by_id(view) {
        refuse_unknown_numbers(view, id, operation)?;
        let Some(mut list) = List::of(view, id, operation)? else { continue };
        list.most = most(document, id, list.by.size());
        let name = parts.methods.iter().find(|method| method.sig.ident == id).map(request_of).transpose()?;
        let name = identifier(&name.ok_or_else(|| format!("{id} pages, and the SDK has no such operation"))?);
        let stream = list.stream(&name);
        let added = additions.operations.entry(id.to_owned()).or_default();
        added.push(stream);
        if method == "get" {
            added.push(list.of_client(id, operation));
        }
    }
    Ok(())
}

/// Whatever number a list is asked with, which isn't known here, may ask for a part of it.
fn refuse_unknown_numbers(view: &Value, id: &str, operation: &Value) -> Result<(), String> {
    if lists(view, operation).is_empty() {
        return Ok(());
    }
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let numbers = parameters
        .filter(|parameter| parameter["in"] == "query" && resolved(view, &parameter["schema"])["type"] == "integer");
    for name in numbers.filter_map(|parameter| parameter["name"].as_str()) {
        if !PARTS.contains(&name) && !NO_PAGING.contains(&(id, name)) {
            return Err(format!(
                "{id} answers with a list and is asked with the number {name}: if that asks for a part, the SDK needs a \
                 stream of it, else name it in NO_PAGING of {}",
                file!()
            ));
        }
    }
    Ok(())
}

/// How many rows the document lets a page have.
fn most(document: &Value, id: &str, size: &str) -> Option<u32> {
    let (_, _, operation) = operations_by_id(document).find(|(known, _, _)| *known == id)?;
    let mut parameters = operation["parameters"].as_array()?.iter().map(|parameter| component(document, parameter));
    let parameter = parameters.find(|parameter| parameter["in"] == "query" && parameter["name"] == size)?;
    u32::try_from(resolved(document, &parameter["schema"])["maximum"].as_u64()?).ok()
}

/// A list that comes in pages.
struct List {
    by: Counting,
    /// How many rows a page may have, where that is said.
    most: Option<u32>,
    /// The type of its rows, and the member that tells them apart.
    row: Ident,
    row_id: Ident,
    /// Where they are in the answer: the member with the rows, and the one with how many there are. Without the first the
    /// answer is the rows.
    rows: Option<Ident>,
    total: Option<Ident>,
    /// Members of the request's body that ask for a part of the list too.
    in_body: Vec<Ident>,
}

/// What the parameters count.
#[derive(Clone, Copy)]
enum Counting {
    /// `page` from 1, of `page_size` rows.
    Pages,
    /// `offset` from 0 counts rows; `limit` of them.
    Rows,
    /// `after` is where the page before ended, which that says in its `next`; `limit` rows.
    Cursor,
}

impl Counting {
    /// The parameter that says how many rows a page shall have.
    fn size(self) -> &'static str {
        match self {
            Self::Pages => "page_size",
            Self::Rows | Self::Cursor => "limit",
        }
    }
}

impl List {
    /// `None` for an operation that answers in one piece.
    fn of(view: &Value, id: &str, operation: &Value) -> Result<Option<Self>, String> {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let asked: Vec<&str> = parameters
            .filter(|parameter| parameter["in"] == "query")
            .filter_map(|parameter| parameter["name"].as_str())
            .filter(|name| PARTS.contains(name))
            .collect();
        let by = match asked.as_slice() {
            [] => return Ok(None),
            ["page", "page_size"] | ["page_size", "page"] => Counting::Pages,
            ["limit", "offset"] | ["offset", "limit"] => Counting::Rows,
            ["limit", "after"] | ["after", "limit"] => Counting::Cursor,
            _ => return Err(format!("{id} pages by {}: the lockstep can't make a stream of that", asked.join(", "))),
        };
        let answer = answer(view, operation);
        let lists = lists(view, operation);
        let [list] = lists.as_slice() else {
            return Err(format!("{id} pages, and its answer has {} lists instead of one", lists.len()));
        };
        let (array, rows) = (list.array, list.member.map(identifier));
        let has = |member: &str| answer["properties"].get(member).is_some();
        if matches!(by, Counting::Cursor) && (rows.is_none() || !has("next")) {
            return Err(format!("{id} pages by a cursor, and its answer has no `next` beside its rows"));
        }
        let total = ["count", "total"].into_iter().find(|total| rows.is_some() && has(total)).map(identifier);
        let row = schema_name(&array["items"]).ok_or_else(|| format!("{id} pages, and its rows have no schema"))?;
        let required = |name: &&&str| {
            let required = view["components"]["schemas"][row]["required"].as_array().into_iter().flatten();
            required.into_iter().any(|member| member == **name)
        };
        let row_id = IDS.iter().find(required).ok_or_else(|| {
            format!("{id} pages, and nothing tells the rows apart: {row} has none of {}", IDS.join(", "))
        })?;
        let body = resolved(view, &operation["requestBody"]["content"]["application/json"]["schema"]);
        let in_body = asked.iter().filter(|name| body["properties"].get(**name).is_some());
        let in_body = in_body.map(|name| identifier(name)).collect();
        Ok(Some(Self { by, most: None, row: identifier(row), row_id: identifier(row_id), rows, total, in_body }))
    }

    /// `stream` of the request.
    fn stream(&self, request: &Ident) -> Item {
        let Self { row, row_id, .. } = self;
        let row: Type = parse_quote!(types::#row);
        let (size, at_most) = match self.most {
            Some(most) => (quote::quote!(let size = size.clamp(1, #most);), format!(", {most} at most")),
            None => (quote::quote!(let size = size.max(1);), String::new()),
        };
        let page = match (&self.rows, &self.total) {
            (None, _) => quote::quote!(crate::paging::Page::of_array(answer)),
            (Some(rows), None) => quote::quote!({
                let answer = answer.into_inner();
                crate::paging::Page { rows: answer.#rows, total: None, has_next: None }
            }),
            (Some(rows), Some(total)) => quote::quote!({
                let answer = answer.into_inner();
                crate::paging::Page { rows: answer.#rows, total: u64::try_from(answer.#total).ok(), has_next: None }
            }),
        };
        let (walk, ask, instead) = match self.by {
            Counting::Pages => (
                quote::quote!(crate::paging::by_number),
                quote::quote!(page(place).page_size(size)),
                "`page` and `page_size`",
            ),
            Counting::Rows => (
                quote::quote!(crate::paging::by_offset),
                quote::quote!(offset(place).limit(size)),
                "`offset` and `limit`",
            ),
            Counting::Cursor => return self.stream_by_cursor(request, &row, &size, &at_most),
        };
        let doc = format!(
            "The whole list, page by page as the stream is read, `size` rows at a time{at_most}. Instead of {instead}. See \
             [the crate](crate#lists)."
        );
        let in_body = &self.in_body;
        let without_body = (!in_body.is_empty())
            .then(|| quote::quote!(.body_map(|body| body #(.#in_body(::std::option::Option::<i64>::None))*)));
        let stream = quote::quote!(
                    #walk(size, |row: &#row| row.#row_id.to_string(), move |place| {
                        let request = self.clone().#ask #without_body;
                        async move {
                            let answer = request.send().await?;
                            Ok(#page)
                        }
                    })
        );
        method_of_request(request, &row, &doc, &size, &stream)
    }

    /// As [`stream`](Self::stream), of a list whose pages say where the next one begins.
    fn stream_by_cursor(&self, request: &Ident, row: &Type, size: &TokenStream, at_most: &str) -> Item {
        let rows = &self.rows;
        let doc = format!(
            "The whole list, or what is behind `after`, page by page as the stream is read, `size` rows at a time{at_most}. \
             Instead of `limit`. See [the crate](crate#lists)."
        );
        let stream = quote::quote!(
                    crate::paging::by_cursor(move |after| {
                        let request = self.clone().limit(size);
                        let request = match after {
                            Some(after) => request.after(after),
                            None => request,
                        };
                        async move {
                            let answer = request.send().await?.into_inner();
                            Ok((answer.#rows, answer.next))
                        }
                    })
        );
        method_of_request(request, row, &doc, size, &stream)
    }

    /// The method of the client that is called after the list: `things_stream` for `list_things`.
    fn of_client(&self, id: &str, operation: &Value) -> Item {
        let Self { row, .. } = self;
        let name = identifier(&format!("{}_stream", id.strip_prefix("list_").unwrap_or(id)));
        let begin = identifier(id);
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let required = parameters.filter(|parameter| parameter["in"] == "path" || parameter["required"] == true);
        let required: Vec<Ident> =
            required.filter_map(|parameter| parameter["name"].as_str()).map(snake_case).collect();
        let doc = format!(
            "The whole list of [`{id}`](Self::{id}), `size` rows at a time; [`stream`](builder::{}::stream) of the request \
             takes its filters too.",
            pascal_case(id)
        );
        parse_quote! {
            impl Client {
                #[doc = #doc]
                pub fn #name<'a>(
                    &'a self,
                    #(#required: &str,)*
                    size: u32,
                ) -> impl ::futures::Stream<Item = Result<types::#row, crate::Error>> + Send + use<'a> {
                    self.#begin()#(.#required(#required))*.stream(size)
                }
            }
        }
    }
}

fn identifier(name: &str) -> Ident {
    Ident::new(name, proc_macro2::Span::call_site())
}

/// `resourceId` is `resource_id` in the generated client.
fn snake_case(name: &str) -> Ident {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    identifier(&snake)
}

fn pascal_case(id: &str) -> String {
    id.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The method of a request that makes a stream of it: `walk` is made when `size` was looked at.
fn method_of_request(request: &Ident, row: &Type, doc: &str, size: &TokenStream, walk: &TokenStream) -> Item {
    parse_quote! {
        impl<'a> #request<'a> {
            #[doc = #doc]
            pub fn stream(
                self,
                size: u32,
            ) -> impl ::futures::Stream<Item = Result<#row, crate::Error>> + Send + use<'a> {
                #size
                #walk
            }
        }
    }
}
