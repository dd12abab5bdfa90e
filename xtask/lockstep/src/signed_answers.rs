//! Operations that answer with JSON or, where a client is registered so, with the same as a signed JWT.
//!
//! progenitor reads one kind of answer. So these requests give the answer as it came, and the SDK reads it: it is handed the
//! call before that is made, so that what the answer needs besides counts into the call's time.

use serde_json::Value;
use syn::{Arm, Expr, File, ImplItem, ImplItemFn, Item, ReturnType, Stmt, parse_quote};

use crate::one_error::success_type;
use crate::sdk_view::operations_by_id;

/// Rewrites `send` and what it stands on. The ids of such operations are read from the document, since the view of the SDK
/// has only JSON left.
pub(crate) fn signed_answers(document: &Value, file: &mut File) -> Result<(), String> {
    for (id, _, operation) in operations_by_id(document) {
        let successes = operation["responses"].as_object().into_iter().flatten();
        let is_signed = successes.filter(|(status, _)| status.starts_with('2')).any(|(_, response)| {
            ["application/json", "application/jwt"].iter().all(|kind| response["content"].get(kind).is_some())
        });
        if is_signed {
            rewrite(file, id).ok_or_else(|| format!("{id} has an unknown form in the generated client"))?;
        }
    }
    Ok(())
}

fn rewrite(file: &mut File, id: &str) -> Option<()> {
    let builders = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_mut().map(|(_, items)| items),
        _ => None,
    })?;
    let implementation = builders.iter_mut().find_map(|item| match item {
        Item::Impl(implementation) if sends(implementation.items.iter(), id) => Some(implementation),
        _ => None,
    })?;
    let mut functions = implementation.items.iter_mut().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    });
    let (mut send, mut exchange) = (None, None);
    for function in &mut functions {
        if function.sig.ident == "send" {
            send = Some(function);
        } else if function.sig.ident == "exchange" {
            exchange = Some(function);
        }
    }
    as_it_came(exchange?)?;
    let send = send?;
    let as_before = &send.block;
    send.block = parse_quote!({
        let (client, tid, aid) = (self.client, self.tid.clone(), self.aid.clone());
        let answered = async #as_before;
        crate::signed_answer::read(client, tid.unwrap_or_default(), aid.unwrap_or_default(), answered).await
    });
    Some(())
}

/// Does one of these functions name this operation?
fn sends<'a>(mut functions: impl Iterator<Item = &'a ImplItem>, id: &str) -> bool {
    let named = format!("operation_id : {id:?}");
    functions.any(|function| quote::ToTokens::to_token_stream(function).to_string().contains(&named))
}

/// Has `exchange` give a success as the response that it is.
fn as_it_came(exchange: &mut ImplItemFn) -> Option<()> {
    let success = success_type(&exchange.sig.output)?;
    let text = |code: &dyn quote::ToTokens| code.to_token_stream().to_string();
    let output = text(&exchange.sig.output).replacen(&text(&success), ":: reqwest :: Response", 1);
    exchange.sig.output = syn::parse_str::<ReturnType>(&output).ok()?;
    let Some(Stmt::Expr(Expr::Match(answers), None)) = exchange.block.stmts.last_mut() else { return None };
    let arm: &mut Arm =
        answers.arms.iter_mut().find(|arm| text(&arm.body).trim_start_matches("{ ").starts_with("ResponseValue"))?;
    arm.body = parse_quote!(Ok(response));
    Some(())
}
